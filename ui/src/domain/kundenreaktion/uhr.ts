/** The clocks of a ticket as people read them: what is due by when, what is done, how far it has gone up. */
import type { Eskalationsstufe, ReaktionDetail, Reaktionspause } from '../../ipc/bindings';
import { anzahl, datum } from '../../shared/format';
import type { Statusart } from '../../shared/Status.svelte';
import { verschiebe } from '../../shared/eingabe';
import { abstand, tageBis } from '../../shared/kalender';
import { nurAbgabe, PAUSENGRUND, sofort, STUFE } from './worte';

export interface Uhrlage {
  art: Statusart;
  text: string;
}

type Ausschnitt = Pick<ReaktionDetail, 'uhr' | 'bestaetigung_verspaetet' | 'antwort_verspaetet'> & {
  reaktion: {
    angaben: Pick<ReaktionDetail['reaktion']['angaben'], 'art'>;
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
  if (!d.uhr.erwuenscht && !bestaetigt_am) return { art: 'neutral', text: 'nicht zugesagt' };
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
  if (!d.uhr.erwuenscht && !beantwortet_am) return { art: 'neutral', text: 'nicht zugesagt' };
  if (beantwortet_am)
    return erledigt(ENDE[ergebnis ?? 'beantwortet'], beantwortet_am, antwort_bis, d.antwort_verspaetet);
  if (ruht_seit)
    return {
      art: 'info',
      text: `pausiert seit ${datum(ruht_seit)}, noch ${anzahl(verbleibend, 'Tag', 'Tage')} übrig`,
    };
  return antwort_bis ? laeuft(heute, antwort_bis) : { art: 'neutral', text: 'pausiert' };
}

/** What is due and not done, each with its days; empty where nothing was promised, or all is done. */
export function ueberfaellig(d: Ausschnitt, heute: string): string[] {
  const { bestaetigung_bis, antwort_bis, erwuenscht } = d.uhr;
  const { bestaetigt_am, beantwortet_am } = d.reaktion.lage;
  if (beantwortet_am || !erwuenscht) return [];
  const abgabe = nurAbgabe(d.reaktion.angaben.art);
  const offen: [string, string | null][] = [
    ['Eingangsbestätigung', bestaetigt_am || abgabe ? null : bestaetigung_bis],
    [abgabe ? 'Abgabe' : 'Antwort', antwort_bis],
  ];
  return offen.flatMap(([was, bis]) => {
    const tage = bis === null ? 0 : tageBis(bis, heute);
    return tage > 0 ? [`${was} ${anzahl(tage, 'Tag', 'Tage')} überfällig`] : [];
  });
}

/** How alarming a stage is. The team is where every ticket is. */
const STUFENART: Record<Eskalationsstufe, Statusart> = {
  team: 'neutral',
  krm: 'warnung',
  bereichsleitung: 'gefahr',
  geschaeftsfuehrung: 'gefahr',
};

type Gemeldet = Pick<ReaktionDetail, 'stufe'> & {
  reaktion: Pick<ReaktionDetail['reaktion'], 'zustaendig_team'> & {
    angaben: Pick<ReaktionDetail['reaktion']['angaben'], 'art'>;
  };
};

/** How far a ticket has gone up; nothing while it is with the team, or answered. */
export const stufenlage = ({ stufe, reaktion: k }: Gemeldet): Uhrlage | null =>
  meldung(stufe, { art: k.angaben.art, beimKrm: k.zustaendig_team === null }, STUFE);

/**
 * To whom a ticket was told. What goes up at once by its kind is no alarm, and whoever is responsible is not told: there
 * the stage only says how much of the time is used.
 */
export function meldung(
  stufe: Eskalationsstufe | null,
  { art, beimKrm }: { art: string; beimKrm: boolean },
  namen: Record<Eskalationsstufe, string>,
): Uhrlage | null {
  if (stufe === null || stufe === 'team') return null;
  if (sofort(art)) return { art: 'info', text: `sofort gemeldet an: ${namen[stufe]}` };
  if (stufe === 'krm' && beimKrm) return { art: 'warnung', text: '80 % der Zeit verbraucht' };
  return { art: STUFENART[stufe], text: `gemeldet an: ${namen[stufe]}` };
}

export interface Stufenzeile {
  stufe: Eskalationsstufe;
  name: string;
  ab: string;
  stand: 'zustaendig' | 'gemeldet' | 'jetzt' | 'kommt' | 'entfaellt';
  art: Statusart;
}

/**
 * Each stage with its day, and which of them it is just now. The first one is the unit that answers, by its name; where
 * that is the Kundenreaktionsmanagement there is no stage for it.
 */
export function stufentage(
  d: Pick<ReaktionDetail, 'stufe' | 'uhr' | 'reaktion'>,
  zustaendig: string,
): Stufenzeile[] {
  const { lage, angaben, zustaendig_team } = d.reaktion;
  const ende = lage.beantwortet_am;
  const stufen = d.uhr.stufen.filter((s) => s.stufe !== 'krm' || zustaendig_team !== null);
  const jetzt = stufen.findIndex((s) => s.stufe === d.stufe);
  const standAn = (ab: string, i: number): Stufenzeile['stand'] => {
    if (i === 0) return 'zustaendig';
    if (ende) return ab <= ende ? 'gemeldet' : 'entfaellt';
    if (i === jetzt) return 'jetzt';
    return i < jetzt ? 'gemeldet' : 'kommt';
  };
  return stufen.map(({ stufe, ab }, i) => ({
    stufe,
    name: i === 0 ? zustaendig : STUFE[stufe],
    ab,
    stand: standAn(ab, i),
    art: sofort(angaben.art) ? 'info' : STUFENART[stufe],
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
