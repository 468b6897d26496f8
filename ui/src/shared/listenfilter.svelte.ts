/**
 * The filter of a list. It stays with the person; a link may bring its own (`?stufe=krm`), which then stand in the
 * address and leave the kept ones as they are.
 */
import { ansicht } from './ansicht.svelte';
import { merkeParameter, router } from './router.svelte';

class Listenfilter<T extends Record<string, string>> {
  readonly #gemerkt: { wert: T };
  readonly #standard: T;

  constructor(schluessel: string, standard: T) {
    this.#standard = standard;
    this.#gemerkt = ansicht(schluessel, standard);
  }

  #ausLink(): T | null {
    const gesetzt = [...router.parameter].filter(([name]) => name in this.#standard);
    return gesetzt.length === 0 ? null : { ...this.#standard, ...Object.fromEntries(gesetzt) };
  }

  get werte(): T {
    return this.#ausLink() ?? this.#gemerkt.wert;
  }

  /** Takes over changed values. */
  setze(neu: Record<string, string>): void {
    const ausLink = this.#ausLink();
    if (ausLink === null) {
      this.#gemerkt.wert = { ...this.#gemerkt.wert, ...neu };
      return;
    }
    const andere = [...router.parameter].filter(([name]) => !(name in this.#standard));
    merkeParameter({ ...Object.fromEntries(andere), ...ausLink, ...neu });
  }
}

/** `const filter = listenfilter('kundenreaktion.liste', FILTER)`, then `filter.werte` and `filter.setze(…)`. */
export function listenfilter<T extends Record<string, string>>(
  schluessel: string,
  standard: T,
): Listenfilter<T> {
  return new Listenfilter(schluessel, standard);
}
