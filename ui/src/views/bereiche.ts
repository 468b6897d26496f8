/**
 * The areas of the main navigation. A module adds its pages as `views/<module>/Bereich.svelte`, which gets
 * `teile`, the rest of the path, and is loaded when it is first opened.
 */
import type { Component } from 'svelte';

export interface Bereichsangaben {
  /** Path after the area: [] is its start page. */
  teile: string[];
}

/** Link text and heading of each area -> folder and first part of the path. */
const PFADE: Record<string, string> = {
  Übersicht: 'uebersicht',
  Fachaufsicht: 'fachaufsicht',
  Widersprüche: 'widerspruch',
  Kundenreaktionen: 'kundenreaktion',
  Prüflisten: 'pruefliste',
  Maßnahmen: 'massnahme',
  Berichte: 'bericht',
  Verwaltung: 'verwaltung',
};

const dateien = import.meta.glob<{ default: Component<Bereichsangaben> }>('./*/Bereich.svelte');

export interface Bereich {
  titel: string;
  pfad: string;
}

/** The areas this person may see, in the order of the core; names that are unknown here are left out. */
export function bereiche(navigation: string[]): Bereich[] {
  return navigation.flatMap((titel) => (PFADE[titel] ? [{ titel, pfad: PFADE[titel] }] : []));
}

/** The area's pages, or null if this version has none. */
export async function ladeBereich(pfad: string): Promise<Component<Bereichsangaben> | null> {
  const datei = dateien[`./${pfad}/Bereich.svelte`];
  return datei ? (await datei()).default : null;
}
