/** The pages of the steps of a check: `#/fachaufsicht/<id>/<schritt>`. */
import type { Component } from 'svelte';
import type { PruefungDetail } from '../../ipc/bindings';
import type { Schritt } from '../../domain/fachaufsicht/pruefung';
import Auswertung from './schritte/Auswertung.svelte';
import Bericht from './schritte/Bericht.svelte';
import Grundgesamtheit from './schritte/Grundgesamtheit.svelte';
import Planung from './schritte/Planung.svelte';
import Prueffaelle from './schritte/Prueffaelle.svelte';
import Ziehung from './schritte/Ziehung.svelte';

/** What every step gets. */
export interface Schrittangaben {
  detail: PruefungDetail;
  /** Rest of the path after the step. */
  teile: string[];
  /** Loads the check anew after a change. */
  neuLaden: () => Promise<void>;
}

export const INHALT: Record<Schritt, Component<Schrittangaben>> = {
  planung: Planung,
  grundgesamtheit: Grundgesamtheit,
  ziehung: Ziehung,
  prueffaelle: Prueffaelle,
  auswertung: Auswertung,
  bericht: Bericht,
};
