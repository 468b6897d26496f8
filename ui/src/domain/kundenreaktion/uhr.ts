/** The clocks of a ticket as people read them: what is due by when, what is done, how far it has gone up. */
import type { Eskalationsstufe, ReaktionDetail, Reaktionspause } from '../../ipc/bindings';
import { anzahl, datum } from '../../shared/format';
import type { Statusart } from '../../shared/Status.svelte';
import { verschiebe } from '../../shared/eingabe';
import { abstand, tageBis } from '../../shared/kalender';
import { PAUSENGRUND, STUFE } from './worte';

export interface Uhrlage {
  art: Statusart;
  text: string;
}

type Ausschnitt = Pick<ReaktionDetail, 'uhr' | 'bestaetigung_verspaetet' | 'antwort_verspaetet'> & {
  reaktion: {
    lage: Pick<ReaktionDetail['reaktion']['lage'], 'bestaetigt_am' | 'beantwortet_am' | 'ergebnis'>;
  };
};

/** Days before the end at which a deadline is marked. */
const NAH = 3;

function laeuft(heute: string, bis: string): Uhrlage {
  const n = tageBis(heute, bis);
  if (n < 0) return { art: 'gefahr', text: `${anzahl(-n, 'Tag', 'Tage')} überfällig` };
  return { art: n <= NAH ? 'warnung' : 'neutral', text: `läuft, ${abstand(heute, bis)}` };
}

const erledigt = (wort: string, am: string, bis: string | null, zuSpaet: boolean): Uhrlage =>
  zuSpaet && bis
    ? { art: 'gefahr', text: `${wort} am ${datum(am)}, ${anzahl(tageBis(bis, am), 'Tag', 'Tage')} zu spät` }
    : { art: 'erfolg', text: `${wort} am ${datum(am)}` };

/** Acknowledgement: an answer confirms the receipt as well. */
export function bestaetigungslage(d: Ausschnitt, heute: string): Uhrlage {
  const { bestaetigt_am, beantwortet_am, ergebnis } = d.reaktion.lage;
  const bis = d.uhr.bestaetigung_bis;
  if (bestaetigt_am) return erledigt('bestätigt', bestaetigt_am, bis, d.bestaetigung_verspaetet);
  if (beantwortet_am && ergebnis === 'beantwortet')
    return erledigt('mit der Antwort', beantwortet_am, bis, d.bestaetigung_verspaetet);
  if (beantwortet_am) return { art: 'neutral', text: `entfallen am ${datum(beantwortet_am)}` };
  return laeuft(heute, bis);
}

const ENDE = {
  beantwortet: 'beantwortet',
  ohne_antwort: 'beendet',
  abgegeben: 'abgegeben',
  zusammengefuehrt: 'zusammengeführt',
};

/** Answer, or what ended the ticket instead. */
export function antwortlage(d: Ausschnitt, heute: string): Uhrlage {
  const { beantwortet_am, ergebnis } = d.reaktion.lage;
  const { antwort_bis, ruht_seit, verbleibend } = d.uhr;
  if (beantwortet_am)
    return erledigt(ENDE[ergebnis ?? 'beantwortet'], beantwortet_am, antwort_bis, d.antwort_verspaetet);
  if (ruht_seit)
    return {
      art: 'info',
      text: `ruht seit ${datum(ruht_seit)}, noch ${anzahl(verbleibend, 'Tag', 'Tage')} übrig`,
    };
  return antwort_bis ? laeuft(heute, antwort_bis) : { art: 'neutral', text: 'ruht' };
}

/** Days since the answer was due; 0 if it is not, or is given. */
export function ueberfaellig(d: Ausschnitt, heute: string): number {
  const { antwort_bis } = d.uhr;
  if (d.reaktion.lage.beantwortet_am || !antwort_bis) return 0;
  return Math.max(0, tageBis(antwort_bis, heute));
}

/** How alarming a stage is. The team is where every ticket is. */
const STUFENART: Record<Eskalationsstufe, Statusart> = {
  team: 'neutral',
  krm: 'warnung',
  bereichsleitung: 'gefahr',
  geschaeftsfuehrung: 'gefahr',
};

/** How far a ticket has gone up; nothing while it is with the team, or answered. */
export const stufenlage = (d: Pick<ReaktionDetail, 'stufe'>): Uhrlage | null =>
  d.stufe && d.stufe !== 'team' ? { art: STUFENART[d.stufe], text: `gemeldet an: ${STUFE[d.stufe]}` } : null;

export interface Stufenzeile {
  stufe: Eskalationsstufe;
  name: string;
  ab: string;
  stand: 'vorher' | 'jetzt' | 'kommt' | 'entfaellt';
  art: Statusart;
}

/** Each stage with its day, and which of them it is just now. */
export function stufentage(d: Pick<ReaktionDetail, 'stufe' | 'uhr' | 'reaktion'>): Stufenzeile[] {
  const ende = d.reaktion.lage.beantwortet_am;
  const jetzt = d.uhr.stufen.findIndex((s) => s.stufe === d.stufe);
  return d.uhr.stufen.map(({ stufe, ab }, i) => ({
    stufe,
    name: STUFE[stufe],
    ab,
    stand: ende
      ? ab <= ende
        ? 'vorher'
        : 'entfaellt'
      : i === jetzt
        ? 'jetzt'
        : i < jetzt
          ? 'vorher'
          : 'kommt',
    art: STUFENART[stufe],
  }));
}

/** `01.11.2026 bis 03.11.2026, 3 Tage: wartet auf die Person`; the last day is the one before it goes on. */
export function pausentext(p: Reaktionspause): string {
  const nachtrag = p.nachgetragen_am ? `, nachträglich eingetragen am ${datum(p.nachgetragen_am)}` : '';
  return `${spannentext(p)}${nachtrag}`;
}

function spannentext({ ab, bis, grund }: Reaktionspause): string {
  if (bis === null) return `seit ${datum(ab)}: ${PAUSENGRUND[grund]}`;
  const tage = tageBis(ab, bis);
  if (tage <= 0) return `${datum(ab)}, ohne Wirkung: ${PAUSENGRUND[grund]}`;
  const letzter = verschiebe(bis, -1, 'T');
  const spanne = tage === 1 ? datum(ab) : `${datum(ab)} bis ${datum(letzter)}`;
  return `${spanne}, ${anzahl(tage, 'Tag', 'Tage')}: ${PAUSENGRUND[grund]}`;
}
