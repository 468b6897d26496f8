/** The pages of a preview: which to ask for, what they are called, how the keys move. */
import type { Gliederungspunkt } from '../../ipc/bindings';

/** Pages asked for at a time: the one that is looked at, and those that come next. */
export const JE_ANFRAGE = 3;

/** The picture as an address that the window's security policy allows. It holds no letters beyond ASCII. */
export function bildadresse(svg: string): string {
  return `data:image/svg+xml;base64,${btoa(svg)}`;
}

/** What a screen reader says of a page: its number and the headings on it. */
export function seitentext(seite: number, seiten: number, gliederung: Gliederungspunkt[]): string {
  const darauf = gliederung.filter((p) => p.seite === seite).map((p) => p.text);
  const nummer = `Seite ${seite} von ${seiten}`;
  return darauf.length === 0 ? nummer : `${nummer}, Überschriften: ${darauf.join('; ')}`;
}

/** The entry of the outline that a page belongs to: the last heading on it or before it; -1 before the first. */
export function abschnitt(seite: number, gliederung: Gliederungspunkt[]): number {
  const erste = gliederung.findIndex((p) => p.seite === seite);
  return erste >= 0 ? erste : gliederung.findLastIndex((p) => p.seite < seite);
}

/** First page to ask for so that `seite` comes with what follows it; null if nothing is missing. */
export function fehlt(seite: number, seiten: number, da: (seite: number) => boolean): number | null {
  if (!da(seite)) return seite;
  return seite < seiten && !da(seite + 1) ? seite + 1 : null;
}

/** A page number within the report. */
export function begrenzt(seite: number, seiten: number): number {
  return Math.min(Math.max(1, Math.trunc(seite) || 1), Math.max(1, seiten));
}
