/** Light, dark or as the system says. Kept in memory; `beiWechsel` lets the owner store it. */

export type Themenwahl = 'hell' | 'dunkel' | 'system';

const dunkel = window.matchMedia('(prefers-color-scheme: dark)');

class Thema {
  #wahl = $state<Themenwahl>('system');
  beiWechsel: (wahl: Themenwahl) => void = () => undefined;

  constructor() {
    dunkel.addEventListener('change', () => this.#zeige());
    this.#zeige();
  }

  get wahl(): Themenwahl {
    return this.#wahl;
  }

  /** Takes a stored choice without reporting it back. */
  uebernimm(wahl: Themenwahl): void {
    this.#wahl = wahl;
    this.#zeige();
  }

  waehle(wahl: Themenwahl): void {
    this.uebernimm(wahl);
    this.beiWechsel(wahl);
  }

  #zeige(): void {
    const finster = this.#wahl === 'dunkel' || (this.#wahl === 'system' && dunkel.matches);
    document.documentElement.dataset['kernTheme'] = finster ? 'dark' : 'light';
  }
}

export const thema = new Thema();
