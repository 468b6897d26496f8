/** German notation for everything shown. Amounts are integer cents, dates ISO (`2026-11-22`). */

const NBSP = '\u00a0';
const GEDANKENSTRICH = '–';

const zwei = (n: number) => String(n).padStart(2, '0');

/** Today's local calendar day as ISO text. */
export function heute(): string {
  const t = new Date();
  return `${t.getFullYear()}-${zwei(t.getMonth() + 1)}-${zwei(t.getDate())}`;
}

/** The local time of day: `16:30`. */
export function uhrzeit(): string {
  const t = new Date();
  return `${zwei(t.getHours())}:${zwei(t.getMinutes())}`;
}

/** `2026-11-22` -> `22.11.2026`; nothing becomes a dash. */
export function datum(iso: string | null | undefined): string {
  const teile = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '');
  return teile ? `${teile[3]}.${teile[2]}.${teile[1]}` : GEDANKENSTRICH;
}

/** A month `2023-04` -> `04.2023`. */
export const monat = (iso: string): string => iso.split('-').reverse().join('.');

/** Both ends with "bis"; an open end is left out. */
export function zeitraum(von: string | null, bis: string | null): string {
  if (von && bis) return `${datum(von)} bis ${datum(bis)}`;
  if (von) return `ab ${datum(von)}`;
  return bis ? `bis ${datum(bis)}` : GEDANKENSTRICH;
}

/** For narrow columns: the year of the beginning only where it differs. `20.08. – 19.11.2026`. */
export function zeitraumKurz(von: string, bis: string): string {
  const beginn = von.slice(0, 4) === bis.slice(0, 4) ? datum(von).slice(0, 6) : datum(von);
  return `${beginn} – ${datum(bis)}`;
}

const zeitform = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** A moment (UTC milliseconds or ISO text with zone) in Berlin time: `22.11.2026, 14:05 Uhr`. */
export function zeitpunkt(moment: number | string | null | undefined): string {
  if (moment === null || moment === undefined || moment === '') return GEDANKENSTRICH;
  const t = new Date(moment);
  return Number.isNaN(t.getTime()) ? GEDANKENSTRICH : `${zeitform.format(t)} Uhr`;
}

/** `1234.5` -> `1.234,5` with exactly `stellen` decimals. */
export function zahl(n: number | null | undefined, stellen = 0): string {
  if (n === null || n === undefined || !Number.isFinite(n)) return GEDANKENSTRICH;
  const text = n.toLocaleString('de-DE', { minimumFractionDigits: stellen, maximumFractionDigits: stellen });
  return text.replace('-', '−');
}

/** Integer cents -> `1.234,56` without the sign of the currency (for fields). */
export function betrag(cent: number | null | undefined): string {
  if (cent === null || cent === undefined || !Number.isFinite(cent)) return '';
  const b = Math.abs(Math.trunc(cent));
  const euro = Math.trunc(b / 100).toLocaleString('de-DE', { useGrouping: true });
  return `${cent < 0 ? '-' : ''}${euro},${zwei(b % 100)}`;
}

/** Integer cents -> `1.234,56 €`; nothing becomes a dash. */
export function euro(cent: number | null | undefined): string {
  const text = betrag(cent);
  return text === '' ? GEDANKENSTRICH : `${text.replace('-', '−')}${NBSP}€`;
}

/** A share from 0 to 1 -> `12,3 %`. */
export function prozent(anteil: number | null | undefined, stellen = 1): string {
  if (anteil === null || anteil === undefined || !Number.isFinite(anteil)) return GEDANKENSTRICH;
  return `${zahl(anteil * 100, stellen)}${NBSP}%`;
}

/** `1 Fall`, `2 Fälle`. */
export function anzahl(n: number, einzahl: string, mehrzahl: string): string {
  return `${zahl(n)} ${n === 1 ? einzahl : mehrzahl}`;
}

/** Short form of a pseudonym or hash for the screen; the full text belongs into a title or a copy button. */
export function kurzform(hash: string, stellen = 10): string {
  return hash.length > stellen ? `${hash.slice(0, stellen)}…` : hash;
}
