/** The pages of an area: each but the first lives in a folder of its own and is loaded when it is first opened. */
import type { Component } from 'svelte';
import type { Abfragen } from '../ipc/bindings';

export interface Unterseite {
  /** Folder and part of the address; empty: the area's first page. */
  pfad: string;
  titel: string;
  /** Who may ask this may see the page. */
  recht: keyof Abfragen;
  /** Not in the navigation: a page of the first one. */
  versteckt?: true;
}

export type Seitenbauteil = Component<{ teile: string[] }>;

/** `import.meta.glob` over `./<pfad>/<Pfad>.svelte`, which the area itself must name. */
export type Seitendateien = Record<string, () => Promise<{ default: Seitenbauteil }>>;

/** The page of that folder, or null if this version has none. */
export async function ladeUnterseite(dateien: Seitendateien, pfad: string): Promise<Seitenbauteil | null> {
  const name = pfad.charAt(0).toUpperCase() + pfad.slice(1);
  const datei = dateien[`./${pfad}/${name}.svelte`];
  return datei ? (await datei()).default : null;
}
