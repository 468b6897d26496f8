/** The entry of a breach as a form holds it, what is sent, and what two persons may have changed at once. */
import type {
  Datenkategorie,
  Datenschutzvorfall,
  ReaktionDetail,
  Verletzung,
  Vorfallinhalt,
} from '../../ipc/bindings';
import type { Bearbeitungsfeld } from '../../shared/bearbeitung.svelte';
import { datum, zahl } from '../../shared/format';
import { DATEN, VERLETZUNG } from './worte';

export interface Vorfalleingabe {
  betreff: string;
  hergang: string;
  folgen: string;
  verletzungen: string[];
  daten: string[];
  personen: number | null;
  datensaetze: number | null;
  geschehen_am: string | null;
  kenntnis_am: string | null;
  /** `16:30` */
  kenntnis_um: string | null;
  kenntnis_durch: string;
}

/** A breach that becomes known now. */
export const leererVorfall = (am: string, um: string): Vorfalleingabe => ({
  betreff: '',
  hergang: '',
  folgen: '',
  verletzungen: [],
  daten: [],
  personen: null,
  datensaetze: null,
  geschehen_am: null,
  kenntnis_am: am,
  kenntnis_um: um,
  kenntnis_durch: '',
});

/** What is known from a Kundenreaktion: when the house got it, and its number. Never the account: it may hold Sozialdaten. */
export function vorfallAus(d: Pick<ReaktionDetail, 'reaktion'>, um: string): Vorfalleingabe {
  const { angaben, nummer } = d.reaktion;
  return {
    ...leererVorfall(angaben.eingang, angaben.uhrzeit?.slice(0, 5) ?? um),
    kenntnis_durch: `Kundenreaktion ${nummer}`,
  };
}

/** A stored one for the form. */
export const vorfalleingabe = ({ angaben: a }: Datenschutzvorfall): Vorfalleingabe => ({
  ...a,
  kenntnis_um: a.kenntnis_um.slice(0, 5),
});

/** What is sent; null while the moment of knowledge is missing. */
export function vorfallinhalt(e: Vorfalleingabe): Vorfallinhalt | null {
  if (e.kenntnis_am === null || e.kenntnis_um === null) return null;
  return {
    ...e,
    verletzungen: e.verletzungen as Verletzung[],
    daten: e.daten as Datenkategorie[],
    kenntnis_am: e.kenntnis_am,
    kenntnis_um: `${e.kenntnis_um}:00`,
  };
}

/** Whether anything was typed or chosen that would be missed. */
export const angefangen = (e: Vorfalleingabe) =>
  [e.betreff, e.hergang, e.folgen].some((t) => t.trim() !== '') ||
  e.verletzungen.length > 0 ||
  e.daten.length > 0;

const worte = (tafel: Record<string, string>, werte: string[]) => werte.map((w) => tafel[w] ?? w).join(', ');

/** Rough numbers; unknown is an answer, too. */
export const etwa = (n: number | null) => (n === null ? 'unbekannt' : `etwa ${zahl(n)}`);

export const vorfallfelder: Bearbeitungsfeld<Vorfalleingabe>[] = [
  { name: 'betreff', titel: 'Worum es geht', text: (e) => e.betreff },
  { name: 'hergang', titel: 'Hergang', text: (e) => e.hergang },
  { name: 'folgen', titel: 'Wahrscheinliche Folgen', text: (e) => e.folgen },
  { name: 'verletzungen', titel: 'Verletzt ist', text: (e) => worte(VERLETZUNG, e.verletzungen) },
  { name: 'daten', titel: 'Arten von Daten', text: (e) => worte(DATEN, e.daten) },
  { name: 'personen', titel: 'Betroffene Personen', text: (e) => etwa(e.personen) },
  { name: 'datensaetze', titel: 'Datensätze', text: (e) => etwa(e.datensaetze) },
  { name: 'geschehen_am', titel: 'Geschehen am', text: (e) => datum(e.geschehen_am) },
  { name: 'kenntnis_am', titel: 'Bekannt geworden am', text: (e) => datum(e.kenntnis_am) },
  { name: 'kenntnis_um', titel: 'Uhrzeit', text: (e) => e.kenntnis_um ?? '' },
  { name: 'kenntnis_durch', titel: 'Bekannt geworden durch', text: (e) => e.kenntnis_durch },
];

/** What was entered, as the page shows it. */
export function angabenwerte({ angaben: a }: Datenschutzvorfall): { name: string; wert: string }[] {
  return [
    { name: 'Bekannt geworden', wert: `${datum(a.kenntnis_am)}, ${a.kenntnis_um.slice(0, 5)} Uhr` },
    { name: 'Durch', wert: a.kenntnis_durch },
    { name: 'Geschehen am', wert: a.geschehen_am === null ? 'unbekannt' : datum(a.geschehen_am) },
    { name: 'Verletzt ist', wert: worte(VERLETZUNG, a.verletzungen) },
    { name: 'Betroffene Personen', wert: etwa(a.personen) },
    { name: 'Datensätze', wert: etwa(a.datensaetze) },
    { name: 'Arten von Daten', wert: worte(DATEN, a.daten) },
  ];
}
