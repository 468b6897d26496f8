/** The pages of the area; the first one is the queue. */
import type { Seitenbauteil, Unterseite } from '../../shared/unterseiten';

export const UNTERSEITEN: Unterseite[] = [
  { pfad: '', titel: 'Reaktionen', recht: 'kundenreaktion.liste' },
  { pfad: 'textbausteine', titel: 'Textbausteine', recht: 'kundenreaktion.textbausteine' },
  { pfad: 'antwortzeiten', titel: 'Antwortzeiten', recht: 'kundenreaktion.regeln' },
];

export const DATEIEN = import.meta.glob<{ default: Seitenbauteil }>([
  './textbausteine/Textbausteine.svelte',
  './antwortzeiten/Antwortzeiten.svelte',
]);
