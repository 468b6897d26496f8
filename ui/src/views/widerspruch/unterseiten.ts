/** The pages of the area; the first one is the list of procedures. */
import type { Seitenbauteil, Unterseite } from '../../shared/unterseiten';

export const UNTERSEITEN: Unterseite[] = [
  { pfad: '', titel: 'Verfahren', recht: 'widerspruch.liste' },
  { pfad: 'kalender', titel: 'Kalender', recht: 'frist.kalender' },
  { pfad: 'fristenbuch', titel: 'Fristenbuch', recht: 'frist.fristenbuch' },
  { pfad: 'kontrolle', titel: 'Kontrolle', recht: 'frist.kontrollen' },
  { pfad: 'auswertung', titel: 'Auswertung', recht: 'widerspruch.auswertung' },
  { pfad: 'einlesen', titel: 'Liste einlesen', recht: 'widerspruch.import_pruefen', versteckt: true },
];

export const DATEIEN = import.meta.glob<{ default: Seitenbauteil }>([
  './kalender/Kalender.svelte',
  './fristenbuch/Fristenbuch.svelte',
  './kontrolle/Kontrolle.svelte',
  './auswertung/Auswertung.svelte',
  './einlesen/Einlesen.svelte',
]);
