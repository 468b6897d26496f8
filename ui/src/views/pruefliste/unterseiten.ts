/** The pages of the area. A register adds its line here and its page to `DATEIEN`. */
import type { Seitendateien, Unterseite } from '../../shared/unterseiten';

export const UNTERSEITEN: Unterseite[] = [
  { pfad: 'vorfaelle', titel: 'Datenschutzvorfälle', recht: 'datenschutzvorfall.liste' },
  { pfad: 'anfragen', titel: 'Betroffenenanfragen', recht: 'betroffenenanfrage.liste' },
];

/** The registers of data protection have folders of their own. */
export const DATEIEN: Seitendateien = {
  './vorfaelle/Vorfaelle.svelte': () => import('../datenschutz/vorfall/Vorfaelle.svelte'),
  './anfragen/Anfragen.svelte': () => import('../datenschutz/anfrage/Anfragen.svelte'),
};
