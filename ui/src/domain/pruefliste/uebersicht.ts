/** The numbers of the start page and the lists they open. */
import type { Listenuebersicht } from '../../ipc/bindings';
import type { Kennzahl } from '../../shared/kennzahl';
import { verweis } from '../../shared/router.svelte';
import type { Filterwerte } from './liste';

const liste = (filter: Partial<Filterwerte>) =>
  `${verweis('pruefliste')}?${new URLSearchParams(filter).toString()}`;

/** `zweite`: the person may release runs at all. */
export function kennzahlen(u: Listenuebersicht, heute: string, zweite: boolean): Kennzahl[] {
  const alle: Kennzahl[] = [
    { zahl: u.ueberfaellig, wort: 'überfällig', ziel: liste({ ueberfaellig: 'ja' }), art: 'gefahr' },
    {
      zahl: u.bald_faellig,
      wort: 'bald fällig',
      ziel: liste({ faellig_von: heute, faellig_bis: u.bald_bis ?? heute }),
      art: 'warnung',
    },
  ];
  const freigabe: Kennzahl[] = zweite
    ? [
        {
          zahl: u.zur_freigabe,
          wort: 'von Ihnen freizugeben',
          ziel: liste({ zur_freigabe: 'ja' }),
          art: 'warnung',
        },
      ]
    : [];
  // A filter that is set to what it is at the start anyway keeps those of the person away.
  return [...alle, ...freigabe, { zahl: u.offen, wort: 'offen', ziel: liste({ mit_erledigten: '' }) }];
}
