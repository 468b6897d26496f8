/** How a deadline is shown: its name, how near it is, who confirmed it. */
import type { Fristansicht, Personenzeichen, Verfahrensfrist, Warnung } from '../../ipc/bindings';
import { datum } from '../../shared/format';
import { abstand, tageBis } from '../../shared/kalender';
import { zeichen } from '../../shared/personen';
import type { Statusart } from '../../shared/Status.svelte';
import { FRISTART, VON_HAND } from './worte';

export interface Lage {
  art: Statusart;
  text: string;
}

/** Name with what it is about: `Äußerungsfrist des Gerichts: Klageerwiderung`; the titles of the core read the same. */
export const fristtitel = (f: Pick<Verfahrensfrist, 'art' | 'bezeichnung'>) =>
  f.bezeichnung === '' ? FRISTART[f.art] : `${FRISTART[f.art]}: ${f.bezeichnung}`;

const NAEHE: Record<Warnung, { art: Statusart; wort: string } | null> = {
  keine: null,
  hinweis: { art: 'info', wort: 'vormerken' },
  nah: { art: 'warnung', wort: 'bald fällig' },
  dringend: { art: 'gefahr', wort: 'dringend' },
  ueberschritten: { art: 'gefahr', wort: 'überschritten' },
};

/** Whether it runs, and how near it is. */
export function fristlage(a: Fristansicht, heute: string): Lage {
  const { frist: f } = a;
  if (f.stand === 'gegenstandslos') return { art: 'neutral', text: 'gegenstandslos' };
  if (f.stand === 'erledigt') return a.verspaetet ? zuSpaet(f) : erledigt(f);
  if (a.verdeckt) return { art: 'warnung', text: 'läuft' };
  if (f.tag === null) return { art: 'warnung', text: 'nicht berechenbar' };
  // The person's own period may simply pass; the house has missed nothing.
  if (f.tag < heute && !a.bindet_haus) return { art: 'info', text: 'abgelaufen' };
  const naehe = NAEHE[a.warnung];
  return naehe
    ? { art: naehe.art, text: `${naehe.wort}, ${abstand(heute, f.tag)}` }
    : { art: 'neutral', text: `läuft, ${abstand(heute, f.tag)}` };
}

/** Of the person's remedy the deadline says whether it came in time, of the house's own whether it was kept. */
const vonDerPerson = (f: Verfahrensfrist) =>
  (f.art === 'widerspruchsfrist' || f.art === 'klagefrist') && f.bezug !== 'bescheid';

function zuSpaet(f: Verfahrensfrist): Lage {
  const am = f.erledigt_am ? ` (${datum(f.erledigt_am)})` : '';
  return { art: 'gefahr', text: vonDerPerson(f) ? `verspätet eingegangen${am}` : `zu spät erledigt${am}` };
}

function erledigt(f: Verfahrensfrist): Lage {
  const am = f.erledigt_am ? ` am ${datum(f.erledigt_am)}` : '';
  // Without a day nothing can be said of it.
  if (f.tag === null && vonDerPerson(f)) return { art: 'warnung', text: 'nicht berechenbar' };
  return { art: 'erfolg', text: vonDerPerson(f) ? `gewahrt${am}` : `erledigt${am}` };
}

/** Whether a second person agrees, and who she is. */
export function kontrolllage(a: Fristansicht, personen: Personenzeichen[]): Lage {
  const { frist: f } = a;
  if (f.stand === 'gegenstandslos') return { art: 'neutral', text: 'ohne Kontrolle' };
  if (f.kontrolle === 'abweichend') return { art: 'gefahr', text: 'abweichend' };
  if (f.kontrolle === 'unbestaetigt')
    return { art: 'warnung', text: f.doppelt ? 'nicht gegengeprüft' : 'unbestätigt' };
  const letzte = f.verlauf.findLast((e) => ['bestaetigt', 'geklaert', 'uebersteuert'].includes(e.ereignis));
  const wer = letzte ? ` von ${zeichen(personen, letzte.von)}` : '';
  return { art: 'erfolg', text: `bestätigt${wer}` };
}

/** How near the next deadline of a row is. Far ones need no mark, and a period of the person may simply pass. */
export function naechsteFrist(tag: string, bindetHaus: boolean, heute: string): Lage | null {
  const n = tageBis(heute, tag);
  if (!bindetHaus) return n < 0 ? { art: 'info', text: 'abgelaufen' } : null;
  if (n < 0) return { art: 'gefahr', text: 'abgelaufen' };
  if (n <= 3) return { art: 'gefahr', text: abstand(heute, tag) };
  return n <= 14 ? { art: 'warnung', text: abstand(heute, tag) } : null;
}

export interface Seite {
  von: string;
  tag: string | null;
  grund: string;
}

/** The two days of a double control: whose entry it is first, then the second person's. */
export function beideTage(f: Verfahrensfrist): [Seite, Seite] {
  const { berechnung: b } = f;
  return [
    {
      von: f.eingetragen_von,
      tag: f.erste?.tag ?? (b.art === 'nicht_berechenbar' ? null : b.tag),
      grund: f.erste?.grund ?? '',
    },
    { von: f.zweite?.von ?? '', tag: f.zweite?.tag ?? null, grund: f.zweite?.grund ?? '' },
  ];
}

/** What the person may do with a deadline; `hier` is what a second person may do at this desk. */
export type Fristaktion =
  | 'bestaetigen'
  | 'gegenpruefen'
  | 'klaeren'
  | 'entscheiden'
  | 'hier_bestaetigen'
  | 'hier_gegenpruefen'
  | 'hier_klaeren'
  | 'hier_entscheiden'
  | 'aendern'
  | 'vorschlagen'
  | 'erledigen'
  | 'wieder_oeffnen';

type Recht =
  | 'bestaetigen'
  | 'gegenpruefen'
  | 'klaeren'
  | 'uebersteuern'
  | 'uebersteuerung_entscheiden'
  | 'aendern'
  | 'erledigen';

/** In the order of the window. `ich` is the person, `darf` her rights to `frist.…`. */
export function fristaktionen(a: Fristansicht, ich: string, darf: (was: Recht) => boolean): Fristaktion[] {
  const { frist: f } = a;
  const hand = VON_HAND.includes(f.art);
  const laeuft = f.stand === 'laufend';
  const vorschlag = f.uebersteuerung !== null && f.uebersteuerung.gezeichnet_von === null;
  const wartet =
    f.kontrolle === 'unbestaetigt' &&
    f.stand !== 'gegenstandslos' &&
    f.berechnung.art !== 'nicht_berechenbar';
  const aktionen: (Fristaktion | false)[] = [
    a.darf_pruefen && (f.doppelt ? 'gegenpruefen' : 'bestaetigen'),
    wartet && f.eingetragen_von === ich && !f.doppelt && darf('bestaetigen') && 'hier_bestaetigen',
    wartet && f.eingetragen_von === ich && f.doppelt && darf('gegenpruefen') && 'hier_gegenpruefen',
    a.darf_klaeren && 'klaeren',
    a.darf_klaeren && darf('klaeren') && 'hier_klaeren',
    a.darf_entscheiden && 'entscheiden',
    vorschlag && f.uebersteuerung?.von === ich && darf('uebersteuerung_entscheiden') && 'hier_entscheiden',
    hand && laeuft && !a.verdeckt && darf('aendern') && 'aendern',
    !hand &&
      laeuft &&
      !(f.doppelt && f.kontrolle !== 'bestaetigt') &&
      !vorschlag &&
      f.tag !== null &&
      darf('uebersteuern') &&
      'vorschlagen',
    hand && laeuft && darf('erledigen') && 'erledigen',
    hand && f.stand === 'erledigt' && darf('erledigen') && 'wieder_oeffnen',
  ];
  return aktionen.filter((x) => x !== false);
}
