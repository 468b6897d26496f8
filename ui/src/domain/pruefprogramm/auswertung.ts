/** The year of a theme for the Rechner, where anybody can recalculate it. */
import type { Jahresschicht } from '../../ipc/bindings';
import { HOECHSTENS_SCHICHTEN } from '../bericht/rechner';

/** `03 Leistung 1`: month and name, for rows of strata. */
export const schichtname = (s: Pick<Jahresschicht, 'monat' | 'schicht'>): string =>
  `${String(s.monat).padStart(2, '0')} ${s.schicht}`.trim();

/** Rows for the Rechner; null if there are none or more than it takes. */
export function schichtzeilen(schichten: Jahresschicht[]): string | null {
  if (schichten.length === 0 || schichten.length > HOECHSTENS_SCHICHTEN) return null;
  return schichten
    .map((s) => [schichtname(s), s.grundgesamtheit, s.gezogen, s.fehlerhaft, s.ungeklaert].join('\t'))
    .join('\n');
}
