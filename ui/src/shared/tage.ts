/** Days as people count them: how far off, and with the day of the week where it matters. */
import { datum } from './format';

export const TAG_MS = 86_400_000;

/** Days from the first to the second ISO day. */
export const tageBis = (heute: string, tag: string) =>
  Math.round((Date.parse(tag) - Date.parse(heute)) / TAG_MS);

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
