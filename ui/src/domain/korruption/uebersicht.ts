/** The numbers of the start page and the lists they open. */
import type { Gefaehrdungsuebersicht, Zuwendungsuebersicht } from '../../ipc/bindings';
import { verweisMit } from '../../shared/router.svelte';
import type { Kennzahl } from '../../shared/kennzahl';
import { AB_HOCH, type Filterwerte as Gefaehrdungsfilter } from './gefaehrdungsliste';
import type { Filterwerte as Zuwendungsfilter } from './zuwendungsliste';

const zuwendungen = (filter: Partial<Zuwendungsfilter>) => verweisMit(['pruefliste', 'zuwendungen'], filter);
const atlas = (filter: Partial<Gefaehrdungsfilter>) =>
  verweisMit(['pruefliste', 'gefaehrdungsatlas'], filter);

/** `zweite`: the person may agree as the second one. */
export const zuwendungszahlen = (u: Zuwendungsuebersicht, zweite: boolean): Kennzahl[] => [
  ...(zweite
    ? [
        {
          zahl: u.zu_bestaetigen,
          wort: 'warten auf Ihre Entscheidung',
          ziel: zuwendungen({ zu_bestaetigen: 'ja' }),
          art: 'warnung' as const,
        },
      ]
    : []),
  {
    zahl: u.zu_entscheiden,
    wort: 'Vorschlag offen',
    ziel: zuwendungen({ stand: 'angezeigt' }),
    art: 'warnung',
  },
  { zahl: u.auszufuehren, wort: 'auszuführen', ziel: zuwendungen({ stand: 'entschieden' }) },
  { zahl: u.offen, wort: 'offene Zuwendungen', ziel: zuwendungen({}) },
];

export const gefaehrdungszahlen = (u: Gefaehrdungsuebersicht, zweite: boolean): Kennzahl[] => [
  {
    zahl: u.rotation_faellig,
    wort: 'Rotation überfällig',
    ziel: atlas({ rotation_faellig: 'ja' }),
    art: 'gefahr',
  },
  {
    zahl: u.ueberpruefung_faellig,
    wort: 'Überprüfung überfällig',
    ziel: atlas({ ueberpruefung_faellig: 'ja' }),
    art: 'warnung',
  },
  ...(zweite
    ? [
        {
          zahl: u.zu_bestaetigen,
          wort: 'warten auf Ihre Entscheidung',
          ziel: atlas({ zu_bestaetigen: 'ja' }),
          art: 'warnung' as const,
        },
      ]
    : []),
  { zahl: u.besonders, wort: 'hoch oder besonders gefährdet', ziel: atlas({ grad: AB_HOCH }) },
  { zahl: u.bestehend, wort: 'Einträge', ziel: atlas({}) },
];
