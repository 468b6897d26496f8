/** The entry of a Zuwendung as a form holds it, what is sent, and what the page shows of it. */
import type { Geberart, Zuwendung, Zuwendungsart, Zuwendungsinhalt } from '../../ipc/bindings';
import type { Bearbeitungsfeld } from '../../shared/bearbeitung.svelte';
import { datum, euro } from '../../shared/format';
import { ANNAHME, GEBER, ZUWENDUNGSART } from './worte';

export interface Zuwendungseingabe {
  art: string;
  geber: string;
  tag: string | null;
  anzeige_nr: string;
  ablage: string;
  gegenstand: string;
  anlass: string;
  /** Cents; null: unknown. */
  wert_cent: number | null;
}

/** A benefit that was offered on that day. */
export const leereZuwendung = (tag: string): Zuwendungseingabe => ({
  art: '',
  geber: '',
  tag,
  anzeige_nr: '',
  ablage: '',
  gegenstand: '',
  anlass: '',
  wert_cent: null,
});

/** A stored one for the form. */
export const zuwendungseingabe = ({ angaben }: Zuwendung): Zuwendungseingabe => ({ ...angaben });

/** What is sent; the form asks for kind, giver and day before it sends. */
export const zuwendungsinhalt = (e: Zuwendungseingabe): Zuwendungsinhalt => ({
  ...e,
  art: e.art as Zuwendungsart,
  geber: e.geber as Geberart,
  tag: e.tag ?? '',
});

/** Whether anything was typed or chosen that would be missed. */
export const angefangen = (e: Zuwendungseingabe) =>
  e.art !== '' ||
  e.geber !== '' ||
  e.wert_cent !== null ||
  [e.gegenstand, e.anlass, e.anzeige_nr, e.ablage].some((t) => t.trim() !== '');

export const wertText = (cent: number | null) => (cent === null ? 'unbekannt' : euro(cent));

export const zuwendungsfelder: Bearbeitungsfeld<Zuwendungseingabe>[] = [
  { name: 'art', titel: 'Art', text: (e) => ZUWENDUNGSART[e.art as Zuwendungsart] ?? '' },
  { name: 'geber', titel: 'Von wem', text: (e) => GEBER[e.geber as Geberart] ?? '' },
  { name: 'tag', titel: 'Angeboten am', text: (e) => datum(e.tag) },
  { name: 'gegenstand', titel: 'Was angeboten wurde', text: (e) => e.gegenstand },
  { name: 'wert_cent', titel: 'Wert', text: (e) => wertText(e.wert_cent) },
  { name: 'anlass', titel: 'Anlass', text: (e) => e.anlass },
  { name: 'anzeige_nr', titel: 'Anzeige-Nr.', text: (e) => e.anzeige_nr },
  { name: 'ablage', titel: 'Ablage der Anzeige', text: (e) => e.ablage },
];

interface Werteintrag {
  name: string;
  wert: string;
}

/** What was entered, as the page shows it. */
export const angabenwerte = ({ angaben: a }: Zuwendung): Werteintrag[] => [
  { name: 'Art', wert: ZUWENDUNGSART[a.art] },
  { name: 'Wert', wert: wertText(a.wert_cent) },
  { name: 'Von wem', wert: GEBER[a.geber] },
  { name: 'Angeboten am', wert: datum(a.tag) },
  { name: 'Anzeige-Nr.', wert: a.anzeige_nr },
  { name: 'Ablage der Anzeige', wert: a.ablage },
  { name: 'Anlass', wert: a.anlass },
];

/** What was decided by two, and what came of it; empty before. */
export function entscheidungswerte(z: Zuwendung, person: (id: string) => string): Werteintrag[] {
  const { entscheidung: e, abschluss_am } = z.lage;
  if (!e?.bestaetigt_von) return [];
  return [
    { name: 'Entscheidung', wert: ANNAHME[e.annahme] },
    { name: 'Begründung', wert: e.begruendung },
    {
      name: 'Entschieden von',
      wert: `${person(e.von)} (Vorschlag) und ${person(e.bestaetigt_von)} (Bestätigung)`,
    },
    ...(abschluss_am ? [{ name: 'Abgeschlossen am', wert: datum(abschluss_am) }] : []),
  ];
}
