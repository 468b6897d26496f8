/**
 * The filter of a list. It stays with the person; a link may bring its own (`?stufe=krm`), which then stand in the
 * address and leave the kept ones as they are.
 */
import { ansicht } from './ansicht.svelte';
import { merkeParameter, router } from './router.svelte';

/** Filters that a link sets; null: it sets none, and those of the person stand. */
export function ausLink<T extends Record<string, string>>(standard: T, parameter: URLSearchParams): T | null {
  const gesetzt = [...parameter].filter(([name]) => name in standard);
  return gesetzt.length === 0 ? null : { ...standard, ...Object.fromEntries(gesetzt) };
}

class Listenfilter<T extends Record<string, string>> {
  readonly #gemerkt: { wert: T };
  readonly #standard: T;

  constructor(schluessel: string, standard: T) {
    this.#standard = standard;
    this.#gemerkt = ansicht(schluessel, standard);
  }

  get werte(): T {
    return ausLink(this.#standard, router.parameter) ?? this.#gemerkt.wert;
  }

  /** Takes over changed values. */
  setze(neu: Record<string, string>): void {
    const verlinkt = ausLink(this.#standard, router.parameter);
    if (verlinkt === null) {
      this.#gemerkt.wert = { ...this.#gemerkt.wert, ...neu };
      return;
    }
    const andere = [...router.parameter].filter(([name]) => !(name in this.#standard));
    merkeParameter({ ...Object.fromEntries(andere), ...verlinkt, ...neu });
  }
}

/** `const filter = listenfilter('kundenreaktion.liste', FILTER)`, then `filter.werte` and `filter.setze(…)`. */
export function listenfilter<T extends Record<string, string>>(
  schluessel: string,
  standard: T,
): Listenfilter<T> {
  return new Listenfilter(schluessel, standard);
}
