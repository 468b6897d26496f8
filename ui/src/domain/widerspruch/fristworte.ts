/** Words of deadlines, as the core says them, and short ones for narrow places. */
import type { Ereignis, Fristart, Kontrolle } from '../../ipc/bindings';
import type { Statusart } from '../../shared/Status.svelte';

export const FRISTART: Record<Fristart, { titel: string; kurz: string }> = {
  widerspruchsfrist: { titel: 'Widerspruchsfrist', kurz: 'Widerspruchsfrist' },
  untaetigkeit: { titel: 'Entscheiden und absenden bis (§ 88 SGG)', kurz: 'Absenden' },
  klagefrist: { titel: 'Klagefrist', kurz: 'Klagefrist' },
  begruendung: { titel: 'Frist zur Begründung', kurz: 'Begründung' },
  ruhensende: { titel: 'Ende des Ruhens', kurz: 'Ende Ruhen' },
  aeusserung: { titel: 'Äußerungsfrist des Gerichts', kurz: 'Äußerung' },
  berufung: { titel: 'Berufung', kurz: 'Berufung' },
  nichtzulassungsbeschwerde: { titel: 'Nichtzulassungsbeschwerde', kurz: 'Nichtzulassung' },
  beschwerde: { titel: 'Beschwerde', kurz: 'Beschwerde' },
  frei: { titel: 'sonstige Frist', kurz: 'Frist' },
};

/** Missing these costs the house something; the others belong to the person. */
const DES_HAUSES: Fristart[] = [
  'untaetigkeit',
  'aeusserung',
  'berufung',
  'nichtzulassungsbeschwerde',
  'beschwerde',
  'frei',
];

export const bindetHaus = (art: Fristart): boolean => DES_HAUSES.includes(art);

export const EREIGNIS: Record<Ereignis, string> = {
  eingetragen: 'eingetragen',
  neu_berechnet: 'neu berechnet',
  geaendert: 'geändert',
  bestaetigt: 'bestätigt',
  abweichend: 'abweichend geprüft',
  begruendet: 'Abweichung begründet',
  geklaert: 'Abweichung geklärt',
  uebersteuerung_vorgeschlagen: 'anderer Tag vorgeschlagen',
  uebersteuert: 'anderer Tag festgelegt',
  uebersteuerung_abgelehnt: 'anderer Tag abgelehnt',
  erledigt: 'erledigt',
  wieder_offen: 'läuft wieder',
  gegenstandslos: 'gegenstandslos geworden',
};

export const KONTROLLE: Record<Kontrolle, { text: string; art: Statusart }> = {
  unbestaetigt: { text: 'unbestätigt', art: 'warnung' },
  bestaetigt: { text: 'bestätigt', art: 'erfolg' },
  abweichend: { text: 'abweichend', art: 'gefahr' },
};

/** `Äußerungsfrist des Gerichts: Akten` */
export function fristtitel(art: Fristart, bezeichnung: string): string {
  const { titel } = FRISTART[art];
  return bezeichnung === '' ? titel : `${titel}: ${bezeichnung}`;
}
