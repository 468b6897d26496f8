/** Whether something dated applies today. Both days of a validity count. */
import type { Statusart } from '../../shared/Status.svelte';
import type { Option } from '../../shared/feld';
import { datum } from '../../shared/format';

export interface Gueltig {
  gueltig_ab: string;
  gueltig_bis: string | null;
}

export type Geltung = 'gilt' | 'kuenftig' | 'beendet';

export const GELTUNGEN: Option[] = [
  { wert: 'gilt', text: 'Gilt heute' },
  { wert: 'kuenftig', text: 'Gilt künftig' },
  { wert: 'beendet', text: 'Beendet' },
];

export function geltung({ gueltig_ab, gueltig_bis }: Gueltig, heute: string): Geltung {
  if (gueltig_bis !== null && gueltig_bis < heute) return 'beendet';
  return gueltig_ab > heute ? 'kuenftig' : 'gilt';
}

/** The state as a badge: `gilt bis 31.12.2026`, `beendet`. */
export function geltungsstatus(g: Gueltig, heute: string): { art: Statusart; text: string } {
  const stand = geltung(g, heute);
  if (stand === 'beendet') return { art: 'neutral', text: 'beendet' };
  if (stand === 'kuenftig') return { art: 'info', text: `ab ${datum(g.gueltig_ab)}` };
  return { art: 'erfolg', text: g.gueltig_bis ? `gilt bis ${datum(g.gueltig_bis)}` : 'gilt' };
}

/** Rows whose text holds every word of the search, and that are in the wanted state ('' is any). */
export function gefiltert<T extends Gueltig>(
  zeilen: T[],
  filter: { suche: string; stand: string },
  text: (zeile: T) => string,
  heute: string,
): T[] {
  return zeilen.filter(
    (z) => (filter.stand === '' || geltung(z, heute) === filter.stand) && trifft(text(z), filter.suche),
  );
}

/** Whether a text holds every word of the search, in any order and case. */
export function trifft(text: string, suche: string): boolean {
  const klein = text.toLocaleLowerCase('de');
  return suche
    .toLocaleLowerCase('de')
    .split(/\s+/)
    .every((wort) => klein.includes(wort));
}
