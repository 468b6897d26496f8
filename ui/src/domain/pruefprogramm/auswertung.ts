/** The year of a theme for the Rechner, where anybody can recalculate it. */
import type { Jahresauswertung, Jahresschicht } from '../../ipc/bindings';
import { leseProzent } from '../../shared/eingabe';
import { HOECHSTENS_SCHICHTEN } from '../bericht/rechner';
import { alsRate } from '../fachaufsicht/pruefung';

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

/** What the Rechner is opened with; null while cases are open, or without rows for it. */
export function rechnerfrage(
  a: Pick<Jahresauswertung, 'auswertung' | 'schichten'>,
): Record<string, string> | null {
  const rate = a.auswertung?.rate ?? null;
  const zeilen = schichtzeilen(a.schichten);
  if (rate === null || zeilen === null || a.auswertung?.vorlaeufig) return null;
  const sicherheit = leseProzent(rate.sicherheit);
  return {
    zeilen,
    ...('wert' in sicherheit && sicherheit.wert !== null
      ? { sicherheit: String(alsRate(sicherheit.wert)) }
      : {}),
    ...(rate.ziel_zehntel === null ? {} : { ziel: String(rate.ziel_zehntel / 1000) }),
  };
}
