/** Logic of what belongs to every list: chosen columns, saved views, and the file it goes to. */
import type { Listenziel } from '../ipc/bindings';
import type { Geaendert } from '../ipc/tuer';
import { heute } from './format';
import type { Spalte, TabellenAnfrage } from './tabelle';

export type { Listenziel };

/** A select of the filter as the core's list: nothing chosen is none. */
export const eines = <T>(wert: string): T[] => (wert === '' ? [] : [wert as T]);

/** Sends the operation `….exportieren` with the list's own query for `anfrage` and with `ziel`. */
export type Listenexport = (anfrage: TabellenAnfrage, ziel: Listenziel) => Promise<Geaendert>;

/** Formats of a list; the core decides by the ending of the file. */
export const FORMATE = [
  { wert: 'xlsx', text: 'XLSX', hinweis: 'Für Tabellenprogramme, mit Filter und richtigen Zahlen und Tagen' },
  { wert: 'csv', text: 'CSV', hinweis: 'Für andere Programme, Trennzeichen Semikolon' },
  { wert: 'pdf', text: 'PDF', hinweis: 'Zum Lesen und Ablegen, höchstens 5.000 Zeilen' },
];

/** Columns that are shown: each as its definition says, unless the person switched it. The first one always. */
export function sichtbar<T>(spalten: Spalte<T>[], umgeschaltet: string[]): Spalte<T>[] {
  return spalten.filter((s, i) => i === 0 || umgeschaltet.includes(s.schluessel) === (s.versteckt ?? false));
}

/** What to keep so that exactly `gewaehlt` are shown. Columns that a later version adds come as they are meant. */
export function umschaltung<T>(spalten: Spalte<T>[], gewaehlt: string[]): string[] {
  return spalten
    .slice(1)
    .filter((s) => gewaehlt.includes(s.schluessel) === (s.versteckt ?? false))
    .map((s) => s.schluessel);
}

const UMLAUTE: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss' };

/** A file name that every system takes: `Pruefungen-2026-11-22.xlsx`. */
export function dateiname(titel: string, endung: string, tag: string = heute()): string {
  const stamm = titel
    .replace(/[äöüÄÖÜß]/g, (z) => UMLAUTE[z] ?? z)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${stamm}-${tag}.${endung}`;
}

/** The same path in another format; a path that ends in none of them stays. */
export function mitEndung(pfad: string, endung: string): string {
  return pfad.replace(/\.(xlsx|csv|pdf)$/i, `.${endung}`);
}

/** Filters that a person named. */
export interface GespeicherteAnsicht {
  name: string;
  werte: Record<string, string>;
}

/** Longest name, and most views of a list: a select that is still read. */
export const NAME_HOECHSTENS = 60;
export const ANSICHTEN_HOECHSTENS = 30;

/** What was kept, as far as it is of the right form. */
export function gelesen(wert: unknown): GespeicherteAnsicht[] {
  const liste: unknown[] = Array.isArray(wert) ? wert : [];
  return liste.flatMap((a) => {
    if (!(a instanceof Object) || !('name' in a) || !('werte' in a)) return [];
    if (typeof a.name !== 'string' || !(a.werte instanceof Object)) return [];
    const werte = Object.entries(a.werte).filter((e): e is [string, string] => typeof e[1] === 'string');
    return [{ name: a.name, werte: Object.fromEntries(werte) }];
  });
}

/** Why a name cannot be taken, or null. `selbst` may keep its own. */
export function namensfehler(
  name: string,
  ansichten: GespeicherteAnsicht[],
  selbst: string | null = null,
): string | null {
  const kurz = name.trim();
  if (kurz === '') return 'Bitte geben Sie einen Namen ein.';
  if (kurz.length > NAME_HOECHSTENS) return `Höchstens ${NAME_HOECHSTENS} Zeichen.`;
  if (kurz.toLowerCase() === 'alle') return 'Der Name „Alle“ ist vergeben.';
  const gleich = ansichten.some((a) => a.name !== selbst && a.name.toLowerCase() === kurz.toLowerCase());
  return gleich ? 'Eine Ansicht mit diesem Namen gibt es schon.' : null;
}

/** Adds or replaces, in the order of the alphabet. */
export function mitAnsicht(
  ansichten: GespeicherteAnsicht[],
  neu: GespeicherteAnsicht,
  statt: string | null = null,
): GespeicherteAnsicht[] {
  return [...ansichten.filter((a) => a.name !== statt && a.name !== neu.name), neu].toSorted((a, b) =>
    a.name.localeCompare(b.name, 'de'),
  );
}

/** Only the filters that the list of today has; the others empty. */
export function angewandt(
  werte: Record<string, string>,
  jetzt: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(Object.keys(jetzt).map((k) => [k, werte[k] ?? '']));
}

/** Whether two sets of filters choose the same. */
export function gleich(a: Record<string, string>, b: Record<string, string>): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((k) => (a[k] ?? '') === (b[k] ?? ''));
}
