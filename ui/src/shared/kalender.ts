/** Days, weeks and months of a calendar as ISO text (`2026-11-22`). Weeks begin on Monday (ISO 8601). */
import { verschiebe } from './eingabe';
import { datum } from './format';
import type { Statusart } from './Status.svelte';

/** Something on a day. */
export interface Kalendereintrag {
  /** ISO day. */
  tag: string;
  text: string;
  /** What tells it from others; it stands whole where the text is shortened. */
  nummer?: string;
  /** Link, from `verweis(…)`. */
  ziel: string;
  /** Its state, drawn with a symbol. */
  art: Statusart;
  /** The state in words for screen readers, where those of `art` do not fit ("überfällig"). */
  stand?: string;
}

export interface Feiertag {
  tag: string;
  name: string;
}

/** What `laden` answers; holidays if they are not given as a prop. */
export interface Kalenderinhalt {
  eintraege: Kalendereintrag[];
  feiertage?: Feiertag[];
}

export type Kalenderansicht = 'monat' | 'woche';

/** A row of the calendar. */
export interface Kalenderzeile {
  /** Week of the year. */
  woche: number;
  tage: string[];
}

export const WOCHENTAGE = [
  'Montag',
  'Dienstag',
  'Mittwoch',
  'Donnerstag',
  'Freitag',
  'Samstag',
  'Sonntag',
] as const;

/** January first. */
export const MONATE = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
];

const TAG_MS = 86_400_000;
// Reckoned in UTC, where every day has 24 hours.
const millis = (tag: string) => Date.parse(`${tag}T00:00:00Z`);

/** Days from the first to the second ISO day. */
export const tageBis = (heute: string, tag: string) => Math.round((millis(tag) - millis(heute)) / TAG_MS);

/** `heute`, `morgen`, `in 12 Tagen`, `vor 3 Tagen` */
export function abstand(heute: string, tag: string): string {
  const n = tageBis(heute, tag);
  if (n === 0) return 'heute';
  if (n === 1) return 'morgen';
  if (n === -1) return 'gestern';
  return n > 0 ? `in ${n} Tagen` : `vor ${-n} Tagen`;
}

const WOCHENTAG = new Intl.DateTimeFormat('de-DE', { weekday: 'short', timeZone: 'UTC' });

/** `Mo 30.11.2026`: at a deadline the day of the week matters. */
export const tagText = (tag: string) => `${WOCHENTAG.format(new Date(tag)).replace('.', '')} ${datum(tag)}`;

/** 0 is Monday. */
export function wochentag(tag: string): number {
  return (new Date(millis(tag)).getUTCDay() + 6) % 7;
}

export const istWochenende = (tag: string): boolean => wochentag(tag) >= 5;

export const wochenbeginn = (tag: string): string => verschiebe(tag, -wochentag(tag), 'T');

/** Week of the year by ISO 8601: the first one has the 4th of January. */
export function kalenderwoche(tag: string): number {
  // The Thursday of a week decides to which year it belongs.
  const donnerstag = verschiebe(wochenbeginn(tag), 3, 'T');
  const jahresanfang = millis(`${donnerstag.slice(0, 4)}-01-01`);
  return Math.floor((millis(donnerstag) - jahresanfang) / TAG_MS / 7) + 1;
}

/** The weeks that show a month or a week; a month has days of its neighbours in its first and last one. */
export function raster(tag: string, ansicht: Kalenderansicht): Kalenderzeile[] {
  const erster = ansicht === 'monat' ? `${tag.slice(0, 7)}-01` : tag;
  const letzter = ansicht === 'monat' ? verschiebe(verschiebe(erster, 1, 'M'), -1, 'T') : tag;
  const zeilen: Kalenderzeile[] = [];
  for (let montag = wochenbeginn(erster); montag <= letzter; montag = verschiebe(montag, 1, 'W')) {
    zeilen.push({
      woche: kalenderwoche(montag),
      tage: WOCHENTAGE.map((_, i) => verschiebe(montag, i, 'T')),
    });
  }
  return zeilen;
}

/** `November 2026` or `KW 47, 16.11. bis 22.11.2026`. */
export function titel(tag: string, ansicht: Kalenderansicht): string {
  if (ansicht === 'monat') return `${MONATE[Number(tag.slice(5, 7)) - 1] ?? ''} ${tag.slice(0, 4)}`;
  const von = wochenbeginn(tag);
  const bis = verschiebe(von, 6, 'T');
  const kurz = (t: string) => `${t.slice(8, 10)}.${t.slice(5, 7)}.`;
  return `KW ${kalenderwoche(tag)}, ${kurz(von)} bis ${kurz(bis)}${bis.slice(0, 4)}`;
}

/** `Sonntag, 22. November 2026` */
export function tagInWorten(tag: string): string {
  const monat = MONATE[Number(tag.slice(5, 7)) - 1] ?? '';
  return `${WOCHENTAGE[wochentag(tag)] ?? ''}, ${Number(tag.slice(8, 10))}. ${monat} ${tag.slice(0, 4)}`;
}

/** The day a key leads to, or null. */
export function nachTaste(tag: string, taste: string): string | null {
  const montag = wochenbeginn(tag);
  const ziele: Record<string, string> = {
    ArrowRight: verschiebe(tag, 1, 'T'),
    ArrowLeft: verschiebe(tag, -1, 'T'),
    ArrowDown: verschiebe(tag, 1, 'W'),
    ArrowUp: verschiebe(tag, -1, 'W'),
    Home: montag,
    End: verschiebe(montag, 6, 'T'),
    PageDown: verschiebe(tag, 1, 'M'),
    PageUp: verschiebe(tag, -1, 'M'),
  };
  return ziele[taste] ?? null;
}

/** Entries by day, in the order in which they were given. */
export function nachTagen<T extends { tag: string }>(eintraege: T[]): Map<string, T[]> {
  const je = new Map<string, T[]>();
  for (const e of eintraege) je.set(e.tag, [...(je.get(e.tag) ?? []), e]);
  return je;
}
