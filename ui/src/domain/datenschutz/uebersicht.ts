/** The numbers of the start page and the lists they open. */
import type { Anfrageuebersicht, Vorfalluebersicht } from '../../ipc/bindings';
import { verschiebe } from '../../shared/eingabe';
import { verweisMit } from '../../shared/router.svelte';
import type { Kennzahl } from '../../shared/kennzahl';
import type { Filterwerte as Anfragefilter } from './anfrageliste';
import type { Filterwerte as Vorfallfilter } from './vorfallliste';

/** As the core counts "bald". */
const BALD_TAGE = 7;

const vorfaelle = (filter: Partial<Vorfallfilter>) => verweisMit(['pruefliste', 'vorfaelle'], filter);
const anfragen = (filter: Partial<Anfragefilter>) => verweisMit(['pruefliste', 'anfragen'], filter);

export const vorfallzahlen = (u: Vorfalluebersicht): Kennzahl[] => [
  {
    zahl: u.ueberfaellig,
    wort: 'Meldefrist abgelaufen',
    ziel: vorfaelle({ meldefrist: 'abgelaufen' }),
    art: 'gefahr',
  },
  { zahl: u.uhr_laeuft, wort: 'Meldung offen', ziel: vorfaelle({ meldefrist: 'laeuft' }), art: 'warnung' },
  { zahl: u.zu_bewerten, wort: 'zu bewerten', ziel: vorfaelle({ stand: 'erfasst' }), art: 'warnung' },
  { zahl: u.offen, wort: 'offene Vorfälle', ziel: vorfaelle({}) },
];

export const anfragezahlen = (u: Anfrageuebersicht, heute: string): Kennzahl[] => [
  { zahl: u.ueberfaellig, wort: 'überfällig', ziel: anfragen({ ueberfaellig: 'ja' }), art: 'gefahr' },
  {
    // The list until that day holds the overdue ones as well.
    zahl: u.bald + u.ueberfaellig,
    wort: 'fällig bis in 7 Tagen',
    ziel: anfragen({ faellig_bis: verschiebe(heute, BALD_TAGE, 'T') }),
    art: 'warnung',
  },
  {
    zahl: u.identitaet_offen,
    wort: 'Identität zu prüfen',
    ziel: anfragen({ stand: 'eingegangen' }),
    art: 'warnung',
  },
  { zahl: u.offen, wort: 'offene Anfragen', ziel: anfragen({}) },
];
