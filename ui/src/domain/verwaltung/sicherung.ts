/** What the name of an automatic backup says, and sizes as people read them. */
import { zahl } from '../../shared/format';

const ANLASS: Record<string, string> = {
  taeglich: 'täglich',
  'vor-migration': 'vor der Anpassung der Datenbank',
};

/** Moment (ISO, UTC) and reason from `iks-2026-11-22-223000-taeglich.iks-sicherung`; null for other names. */
export function ausName(name: string): { erstellt: string; anlass: string } | null {
  const t = /^iks-(\d{4}-\d{2}-\d{2})-(\d{2})(\d{2})(\d{2})-(.+)\.iks-sicherung$/.exec(name);
  return t ? { erstellt: `${t[1]}T${t[2]}:${t[3]}:${t[4]}Z`, anlass: ANLASS[t[5]!] ?? t[5]! } : null;
}

/** Bytes in thousands: `640 kB`, `1,2 MB`. */
export function groesse(bytes: number): string {
  if (bytes < 1000) return `${zahl(bytes)} Byte`;
  if (bytes < 999_500) return `${zahl(Math.round(bytes / 1000))} kB`;
  if (bytes < 999_950_000) return `${zahl(bytes / 1e6, 1)} MB`;
  return `${zahl(bytes / 1e9, 1)} GB`;
}

/** Name offered for a backup made by hand. */
export const vorschlag = (heute: string): string => `iks-${heute}.iks-sicherung`;
