/** The numbers of the start page and the lists they open. */
import type { Massnahmenuebersicht, Rolle } from '../../ipc/bindings';
import type { Kennzahl } from '../../shared/kennzahl';
import { verschiebe } from '../../shared/eingabe';
import { verweisMit } from '../../shared/router.svelte';
import type { Filterwerte } from './liste';

/** Who sees to measures of the house, an area or a team; the numbers of the others count their own. */
const ALLE: string[] = [
  'qualitaetsmanagement',
  'teamleitung',
  'bereichsleitung',
  'geschaeftsfuehrung',
  'revision',
] satisfies Rolle[];

/** The numbers with lists that show what they count. */
export function kennzahlen(u: Massnahmenuebersicht, heute: string, rollen: string[]): Kennzahl[] {
  const eigene = rollen.some((r) => ALLE.includes(r)) ? '' : 'ja';
  const liste = (filter: Partial<Filterwerte>) =>
    verweisMit(['massnahme'], { ...filter, eigene } as Record<string, string>);
  return [
    { zahl: u.ueberfaellig, wort: 'überfällig', ziel: liste({ ueberfaellig: 'ja' }), art: 'gefahr' },
    {
      zahl: u.bald_faellig,
      wort: 'in 14 Tagen fällig',
      ziel: liste({ stand: 'zu_tun', faellig_von: heute, faellig_bis: verschiebe(heute, 14, 'T') }),
      art: 'warnung',
    },
    {
      zahl: u.wirkung_zu_pruefen,
      wort: 'Wirkung zu prüfen',
      ziel: liste({ wirkung_zu_pruefen: 'ja' }),
      art: 'warnung',
    },
    {
      zahl: u.nicht_belegt,
      wort: 'Wirkung nicht belegt',
      ziel: liste({ stand: 'wirkung_nicht_belegt' }),
    },
  ];
}
