/**
 * The pages of the area; the first one is the list of runs. A register adds its line here and its page as
 * `./<pfad>/<Pfad>.svelte` to `DATEIEN`: it is shown to whoever may ask `recht`.
 */
import type { Component } from 'svelte';
import type { Seitenbauteil, Seitendateien, Unterseite } from '../../shared/unterseiten';

export const UNTERSEITEN: Unterseite[] = [
  { pfad: '', titel: 'Durchgänge', recht: 'pruefliste.liste' },
  { pfad: 'kataloge', titel: 'Kataloge', recht: 'pruefkatalog.liste' },
  { pfad: 'vorfaelle', titel: 'Datenschutzvorfälle', recht: 'datenschutzvorfall.liste' },
  { pfad: 'anfragen', titel: 'Betroffenenanfragen', recht: 'betroffenenanfrage.liste' },
  { pfad: 'zuwendungen', titel: 'Zuwendungen', recht: 'zuwendung.liste' },
  { pfad: 'gefaehrdungsatlas', titel: 'Gefährdungsatlas', recht: 'gefaehrdung.liste' },
  { pfad: 'jahresplan', titel: 'Jahresplan', recht: 'pruefliste.planvorschlag', versteckt: true },
];

export const DATEIEN: Seitendateien = {
  ...import.meta.glob<{ default: Seitenbauteil }>([
    './kataloge/Kataloge.svelte',
    './jahresplan/Jahresplan.svelte',
  ]),
  // The registers have folders of their own.
  './vorfaelle/Vorfaelle.svelte': () => import('../datenschutz/vorfall/Vorfaelle.svelte'),
  './anfragen/Anfragen.svelte': () => import('../datenschutz/anfrage/Anfragen.svelte'),
  './zuwendungen/Zuwendungen.svelte': () => import('../korruption/zuwendung/Zuwendungen.svelte'),
  './gefaehrdungsatlas/Gefaehrdungsatlas.svelte': () =>
    import('../korruption/gefaehrdung/Gefaehrdungsatlas.svelte'),
};

const durchgang = import.meta.glob<{ default: Component<{ id: string }> }>('./durchgang/Durchgang.svelte');

/** The page of one run, loaded when the first one is opened; null if this version has none. */
export async function ladeDurchgang(): Promise<Component<{ id: string }> | null> {
  const datei = durchgang['./durchgang/Durchgang.svelte'];
  return datei ? (await datei()).default : null;
}
