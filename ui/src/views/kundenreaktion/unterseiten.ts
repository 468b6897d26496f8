/** The pages of the area; the first one is the queue. */
import type { Seitenbauteil, Unterseite } from '../../shared/unterseiten';

export const UNTERSEITEN: Unterseite[] = [
  { pfad: '', titel: 'Reaktionen', recht: 'kundenreaktion.liste' },
  { pfad: 'auswertung', titel: 'Auswertung', recht: 'kundenreaktion.auswertung' },
  { pfad: 'textbausteine', titel: 'Textbausteine', recht: 'kundenreaktion.textbausteine' },
  { pfad: 'antwortzeiten', titel: 'Antwortzeiten', recht: 'kundenreaktion.regeln' },
];

export const DATEIEN = import.meta.glob<{ default: Seitenbauteil }>([
  './auswertung/Auswertung.svelte',
  './textbausteine/Textbausteine.svelte',
  './antwortzeiten/Antwortzeiten.svelte',
]);
