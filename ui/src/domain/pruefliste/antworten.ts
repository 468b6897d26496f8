/** Words and choices around the questions of a run: answers, evidence, what changed since the run before. */
import type {
  DurchgangDetail,
  Feldunterschied,
  Fragenvergleich,
  Kontrollfrage,
  Listenantwort,
  Nachweis,
  Pruefantwort,
  Veraenderung,
} from '../../ipc/bindings';
import type { Bogenantwort } from '../../shared/bogen/lauf.svelte';
import { datum } from '../../shared/format';
import type { Statusart } from '../../shared/Status.svelte';
import { ANTWORT } from './worte';

/** Answers in the order of the sheet with their keys; none is an open question. */
export const ANTWORTEN: Bogenantwort<Listenantwort | null>[] = [
  { wert: 'erfuellt', text: 'Erfüllt', taste: '1', weitereTaste: 'E' },
  { wert: 'teilweise', text: 'Teilweise', taste: '2', weitereTaste: 'T' },
  { wert: 'nicht_erfuellt', text: 'Nicht erfüllt', taste: '3', weitereTaste: 'N' },
  { wert: 'nicht_anwendbar', text: 'Nicht anwendbar', taste: '4', weitereTaste: 'A' },
  { wert: null, text: 'Offen', taste: '0' },
];

/** Name of an answer in a sentence. */
export const antwortwort = (wert: Listenantwort | null | undefined): string =>
  wert ? ANTWORT[wert] : 'offen';

const ANTWORTART: Record<Listenantwort, Statusart> = {
  erfuellt: 'erfolg',
  teilweise: 'warnung',
  nicht_erfuellt: 'gefahr',
  nicht_anwendbar: 'neutral',
};

export const antwortstatus = (wert: Listenantwort | null | undefined): { art: Statusart; text: string } => ({
  art: wert ? ANTWORTART[wert] : 'neutral',
  text: antwortwort(wert),
});

/** Partly or not: something is to be done. */
export const istAbweichung = (wert: Listenantwort | null | undefined): boolean =>
  wert === 'teilweise' || wert === 'nicht_erfuellt';

/** What is sent of a question. */
export interface Antworteingabe {
  wert: Listenantwort | null;
  bemerkung: string;
}

/** An entry in words: `nicht erfüllt: Die Bestellung ist abgelaufen.` */
export const eingabetext = (e: Antworteingabe): string =>
  antwortwort(e.wert) + (e.bemerkung.trim() ? `: ${e.bemerkung.trim()}` : '');

/** Whether the saved answer says the same; one that waits for its confirmation is sent again. */
export const stehtSo = (antwort: Pruefantwort | undefined, e: Antworteingabe): boolean =>
  (antwort?.wert ?? null) === e.wert &&
  (antwort?.bemerkung ?? '') === e.bemerkung.trim() &&
  !antwort?.zu_bestaetigen;

/** Whether the remark has to be there before the run is presented, and what it should say. */
export function bemerkungshinweis(wert: Listenantwort | null): string | undefined {
  if (istAbweichung(wert)) return 'Was fehlt oder weicht ab? Vor dem Vorlegen nötig.';
  return wert === 'nicht_anwendbar'
    ? 'Weshalb stellt sich die Frage hier nicht? Vor dem Vorlegen nötig.'
    : undefined;
}

export const VERAENDERUNG: Record<Veraenderung, { art: Statusart; text: string }> = {
  verbessert: { art: 'erfolg', text: 'verbessert' },
  verschlechtert: { art: 'gefahr', text: 'verschlechtert' },
  unveraendert_offen: { art: 'warnung', text: 'unverändert abweichend' },
  unveraendert_erfuellt: { art: 'neutral', text: 'unverändert erfüllt' },
  nicht_vergleichbar: { art: 'neutral', text: 'nicht vergleichbar' },
};

/** What the two answers say by themselves. */
const OHNE_WORT = new Set<Veraenderung>(['unveraendert_erfuellt', 'nicht_vergleichbar']);

/** `Zuletzt teilweise, unverändert abweichend seit 31.12.2024`; empty when no earlier run answered it. */
export function frueherText(v: Fragenvergleich | undefined): string {
  if (!v?.vorher) return '';
  const zuletzt = `Zuletzt ${antwortwort(v.vorher)}`;
  if (v.jetzt === null || OHNE_WORT.has(v.veraenderung)) return zuletzt;
  const seit = v.veraenderung === 'unveraendert_offen' && v.offen_seit ? ` seit ${datum(v.offen_seit)}` : '';
  return `${zuletzt}, ${VERAENDERUNG[v.veraenderung].text}${seit}`;
}

/** Everything the page knows of a question. */
export interface Fragenlage {
  frage: Kontrollfrage;
  antwort: Pruefantwort | undefined;
  /** Evidence that counts. */
  nachweise: Nachweis[];
  /** Withdrawn, with its reason. */
  entfernt: Nachweis[];
  vergleich: Fragenvergleich | undefined;
  /** What it lacks before the run can be presented. */
  luecken: string[];
  /** What reads otherwise since it was answered, as long as nobody has confirmed the answer. */
  geaendert: Feldunterschied[];
}

type Fragenquelle = Pick<
  DurchgangDetail,
  'kapitel' | 'antworten' | 'nachweise' | 'vergleich' | 'luecken' | 'geaendert'
>;

/** The questions of a run by Kennung, in the order of the catalogue. */
export function fragenlagen(d: Fragenquelle): Map<string, Fragenlage> {
  const lagen = new Map<string, Fragenlage>();
  for (const frage of d.kapitel.flatMap((k) => k.fragen)) {
    lagen.set(frage.kennung, {
      frage,
      antwort: undefined,
      nachweise: [],
      entfernt: [],
      vergleich: undefined,
      luecken: [],
      geaendert: [],
    });
  }
  for (const a of d.antworten) setze(lagen.get(a.frage), (l) => (l.antwort = a));
  for (const n of d.nachweise)
    setze(lagen.get(n.frage), (l) => (n.entfernt_grund === null ? l.nachweise : l.entfernt).push(n));
  for (const v of d.vergleich) setze(lagen.get(v.frage), (l) => (l.vergleich = v));
  for (const u of d.geaendert) setze(lagen.get(u.kennung), (l) => (l.geaendert = u.felder));
  for (const x of d.luecken) setze(lagen.get(x.frage), (l) => l.luecken.push(LUECKE[x.art]));
  return lagen;
}

const setze = (lage: Fragenlage | undefined, tun: (lage: Fragenlage) => unknown) => lage && tun(lage);

export const LUECKE: Record<DurchgangDetail['luecken'][number]['art'], string> = {
  antwort: 'Antwort fehlt',
  begruendung: 'Begründung fehlt',
  bemerkung: 'Beschreibung der Abweichung fehlt',
  nachweis: 'Nachweis fehlt',
  bestaetigung: 'Frage geändert: bitte bestätigen',
};

export const ANSICHTEN = [
  { wert: 'offen', text: 'offene' },
  { wert: 'abweichung', text: 'Abweichungen' },
  { wert: 'ohne_nachweis', text: 'ohne nötigen Nachweis' },
  { wert: 'luecke', text: 'unvollständige' },
];

/** Whether a question is part of a choice and holds every word that is searched for. */
export function passt(l: Fragenlage, ansicht: string, suche: string): boolean {
  const worte = suche.toLowerCase().split(/\s+/).filter(Boolean);
  const f = l.frage;
  const text = [f.kennung, f.frage, f.quelle, f.betrifft, f.erlaeuterung, l.antwort?.bemerkung ?? '']
    .concat(l.nachweise.map((n) => n.bezeichnung))
    .join(' ')
    .toLowerCase();
  if (!worte.every((w) => text.includes(w))) return false;
  switch (ansicht) {
    case 'offen':
      return l.antwort === undefined;
    case 'abweichung':
      return istAbweichung(l.antwort?.wert);
    case 'ohne_nachweis':
      return (
        f.nachweis_pflicht &&
        l.nachweise.length === 0 &&
        l.antwort?.wert !== 'nicht_erfuellt' &&
        l.antwort?.wert !== 'nicht_anwendbar'
      );
    case 'luecke':
      return l.luecken.length > 0;
    default:
      return true;
  }
}

/** `12 von 32 beantwortet`. */
export function fortschritt(gestellt: string[], antworten: Pruefantwort[]): string {
  const beantwortet = new Set(antworten.map((a) => a.frage));
  return `${gestellt.filter((k) => beantwortet.has(k)).length} von ${gestellt.length} beantwortet`;
}

/** Choices of the comparison. */
export const VERGLEICHE: { wert: Veraenderung; text: string }[] = (
  [
    'verbessert',
    'verschlechtert',
    'unveraendert_offen',
    'unveraendert_erfuellt',
    'nicht_vergleichbar',
  ] as const
).map((wert) => ({ wert, text: VERAENDERUNG[wert].text }));

/** `3 verbessert, 1 verschlechtert`; what does not occur is left out. */
export function vergleichszahlen(vergleich: Fragenvergleich[]): string {
  return VERGLEICHE.map(({ wert, text }) => ({
    text,
    n: vergleich.filter((v) => v.veraenderung === wert).length,
  }))
    .filter(({ n }) => n > 0)
    .map(({ n, text }) => `${n} ${text}`)
    .join(', ');
}
