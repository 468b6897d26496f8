/**
 * The pages of the area. Each but the list lives in `views/widerspruch/<pfad>/<Pfad>.svelte` (for instance
 * `kalender/Kalender.svelte`), gets `teile` and is loaded when it is first opened.
 */
import type { Component } from 'svelte';
import type { Abfragen } from '../../ipc/bindings';

export interface Unterseite {
  /** Folder and part of the address; empty: the list of procedures. */
  pfad: string;
  titel: string;
  /** Who may ask this may see the page. */
  recht: keyof Abfragen;
  /** Not in the navigation: a page of the list of procedures. */
  versteckt?: true;
}

export const UNTERSEITEN: Unterseite[] = [
  { pfad: '', titel: 'Verfahren', recht: 'widerspruch.liste' },
  { pfad: 'kalender', titel: 'Kalender', recht: 'frist.kalender' },
  { pfad: 'fristenbuch', titel: 'Fristenbuch', recht: 'frist.fristenbuch' },
  { pfad: 'kontrolle', titel: 'Kontrolle', recht: 'frist.kontrollen' },
  { pfad: 'auswertung', titel: 'Auswertung', recht: 'widerspruch.auswertung' },
  { pfad: 'einlesen', titel: 'Liste einlesen', recht: 'widerspruch.import_pruefen', versteckt: true },
];

const dateien = import.meta.glob<{ default: Component<{ teile: string[] }> }>([
  './kalender/Kalender.svelte',
  './fristenbuch/Fristenbuch.svelte',
  './kontrolle/Kontrolle.svelte',
  './auswertung/Auswertung.svelte',
  './einlesen/Einlesen.svelte',
]);

/** The page of that folder, or null if this version has none. */
export async function ladeUnterseite(pfad: string): Promise<Component<{ teile: string[] }> | null> {
  const name = pfad.charAt(0).toUpperCase() + pfad.slice(1);
  const datei = dateien[`./${pfad}/${name}.svelte`];
  return datei ? (await datei()).default : null;
}
