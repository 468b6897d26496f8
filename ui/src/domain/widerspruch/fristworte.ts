/** Words of deadlines where the page says them its own way; the others are in `worte.ts`. */
import type { Fristart, Kontrolle } from '../../ipc/bindings';
import type { Statusart } from '../../shared/Status.svelte';

/** Short enough for a day of the calendar. */
export const KURZ: Record<Fristart, string> = {
  widerspruchsfrist: 'Widerspruchsfrist',
  untaetigkeit: 'Absenden',
  klagefrist: 'Klagefrist',
  begruendung: 'Begründung',
  ruhensende: 'Ende Ruhen',
  aeusserung: 'Äußerung',
  berufung: 'Berufung',
  nichtzulassungsbeschwerde: 'Nichtzulassung',
  beschwerde: 'Beschwerde',
  frei: 'Frist',
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

export const KONTROLLART: Record<Kontrolle, Statusart> = {
  unbestaetigt: 'warnung',
  bestaetigt: 'erfolg',
  abweichend: 'gefahr',
};
