/**
 * The pages of the area; the first one is the list of runs. A register adds its line here and its page as
 * `./<pfad>/<Pfad>.svelte` to `DATEIEN`: it is shown to whoever may ask `recht`.
 */
import type { Component } from 'svelte';
import type { Seitenbauteil, Unterseite } from '../../shared/unterseiten';

export const UNTERSEITEN: Unterseite[] = [
  { pfad: '', titel: 'Durchgänge', recht: 'pruefliste.liste' },
  { pfad: 'kataloge', titel: 'Kataloge', recht: 'pruefkatalog.liste' },
  { pfad: 'jahresplan', titel: 'Jahresplan', recht: 'pruefliste.planvorschlag', versteckt: true },
];

export const DATEIEN = import.meta.glob<{ default: Seitenbauteil }>([
  './kataloge/Kataloge.svelte',
  './jahresplan/Jahresplan.svelte',
]);

const durchgang = import.meta.glob<{ default: Component<{ id: string }> }>('./durchgang/Durchgang.svelte');

/** The page of one run, loaded when the first one is opened; null if this version has none. */
export async function ladeDurchgang(): Promise<Component<{ id: string }> | null> {
  const datei = durchgang['./durchgang/Durchgang.svelte'];
  return datei ? (await datei()).default : null;
}
