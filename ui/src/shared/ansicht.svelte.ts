/** What a person set in the window and finds again: filters, theme. Kept by the core, not by the browser. */
import { aendern, lesen } from '../ipc/tuer';
import { thema, type Themenwahl } from './thema.svelte';

const RUHE_MS = 500;
const THEMEN: unknown[] = ['hell', 'dunkel', 'system'] satisfies Themenwahl[];

class Ansichten {
  #werte: Record<string, unknown> = {};
  #offen = new Map<string, unknown>();
  #wecker: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    thema.beiWechsel = (wahl) => this.merke('thema', wahl);
  }

  /** Once after signing in. A window without its filters still works, so a failure is not shown. */
  async lade(): Promise<void> {
    this.#offen.clear();
    try {
      this.#werte = (await lesen('benutzer.ansichten', {})).werte;
    } catch {
      this.#werte = {};
    }
    const wahl = this.#werte['thema'];
    if (THEMEN.includes(wahl)) thema.uebernimm(wahl as Themenwahl);
  }

  hole(schluessel: string): unknown {
    return this.#werte[schluessel];
  }

  /** Saved half a second after the last change. */
  merke(schluessel: string, wert: unknown): void {
    this.#werte[schluessel] = wert;
    this.#offen.set(schluessel, wert);
    clearTimeout(this.#wecker);
    this.#wecker = setTimeout(() => void this.sichere(), RUHE_MS);
  }

  /** Saves at once what still waits; before signing out and locking. */
  async sichere(): Promise<void> {
    clearTimeout(this.#wecker);
    const offen = [...this.#offen];
    this.#offen.clear();
    await Promise.allSettled(
      offen.map(([schluessel, wert]) => aendern('benutzer.ansicht_speichern', { schluessel, wert })),
    );
  }
}

export const ansichten = new Ansichten();

class Ansicht<T extends object> {
  readonly #schluessel: string;
  #wert: T;

  constructor(schluessel: string, standard: T) {
    this.#schluessel = schluessel;
    const gemerkt = ansichten.hole(schluessel);
    // Only what the list of today knows: a kept filter may be older than the page.
    const bekannt = Object.entries(gemerkt instanceof Object ? gemerkt : {}).filter(
      ([name, w]) => name in standard && typeof w === typeof standard[name as keyof T],
    );
    this.#wert = $state.raw({ ...standard, ...Object.fromEntries(bekannt) });
  }

  get wert(): T {
    return this.#wert;
  }

  set wert(neu: T) {
    this.#wert = neu;
    ansichten.merke(this.#schluessel, neu);
  }
}

/** `const filter = ansicht('fachaufsicht.liste', { suche: '', stand: '' })`, then `bind:werte={filter.wert}`. */
export function ansicht<T extends object>(schluessel: string, standard: T): Ansicht<T> {
  return new Ansicht(schluessel, standard);
}
