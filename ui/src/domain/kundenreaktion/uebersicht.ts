/** The numbers of the start page and the lists they open. */
import type { Reaktionsuebersicht } from '../../ipc/bindings';
import type { Kennzahl } from '../../shared/kennzahl';
import { verschiebe } from '../../shared/eingabe';
import { verweis } from '../../shared/router.svelte';
import type { Filterwerte } from './liste';

const liste = (filter: Partial<Filterwerte>) =>
  `${verweis('kundenreaktion')}?${new URLSearchParams(filter).toString()}`;

/** `zweite`: the person may be the second one of a judgement. */
export function kennzahlen(u: Reaktionsuebersicht, heute: string, zweite: boolean): Kennzahl[] {
  const gestern = verschiebe(heute, -1, 'T');
  const alle: Kennzahl[] = [
    { zahl: u.zu_sichten, wort: 'zu sichten', ziel: liste({ stand: 'eingegangen' }), art: 'warnung' },
    {
      zahl: u.ueberfaellig,
      wort: 'überfällig',
      ziel: liste({ faellig_bis: gestern }),
      art: 'gefahr',
    },
    {
      zahl: u.heute,
      wort: 'heute fällig',
      ziel: liste({ faellig_von: heute, faellig_bis: heute }),
      art: 'warnung',
    },
    { zahl: u.eskaliert, wort: 'gemeldet an KRM oder höher', ziel: liste({ stufe: 'krm' }), art: 'warnung' },
    { zahl: u.pausiert, wort: 'pausiert', ziel: liste({ stand: 'wartet' }) },
    { zahl: u.abzuschliessen, wort: 'noch abzuschließen', ziel: liste({ stand: 'beantwortet' }) },
  ];
  return zweite
    ? [
        ...alle,
        {
          zahl: u.beurteilung_offen,
          wort: 'Beurteilung offen',
          ziel: liste({ beurteilung_offen: 'ja' }),
          art: 'warnung',
        },
      ]
    : alle;
}
