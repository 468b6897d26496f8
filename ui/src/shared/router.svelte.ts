/** A small hash router: `#/fachaufsicht/<id>?reiter=bogen`. Works from a file as from a server. */
import { untrack } from 'svelte';

function lies(): { teile: string[]; parameter: URLSearchParams } {
  const [pfad = '', frage = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return {
    teile: pfad
      .split('/')
      .filter((t) => t !== '')
      .map((t) => decodeURIComponent(t)),
    parameter: new URLSearchParams(frage),
  };
}

class Router {
  #ort = $state.raw(lies());
  /** Counts changes of the page, so that `Seite` can move the focus to its heading. */
  wechsel = $state(0);

  constructor() {
    window.addEventListener('hashchange', () => {
      const alt = this.#ort.teile.join('/');
      this.#ort = lies();
      if (alt !== this.#ort.teile.join('/')) this.wechsel += 1;
    });
  }

  /** The path's parts, decoded. */
  get teile(): string[] {
    return this.#ort.teile;
  }

  /** What follows the question mark: open tab, filters. */
  get parameter(): URLSearchParams {
    return this.#ort.parameter;
  }

  /** The next page takes the focus although the address stays (after signing in). */
  neueSeite(): void {
    // Callers are effects, which must not depend on the counter they raise.
    this.wechsel = untrack(() => this.wechsel) + 1;
  }
}

export const router = new Router();

/** The link for a path, its parts encoded: `verweis('fachaufsicht', id)`. */
export function verweis(...teile: string[]): string {
  return `#/${teile.map((t) => encodeURIComponent(t)).join('/')}`;
}

/** The same with what follows the question mark; empty values are left out. */
export function verweisMit(teile: string[], parameter: Record<string, string>): string {
  const frage = new URLSearchParams(Object.entries(parameter).filter(([, w]) => w !== '')).toString();
  return `${verweis(...teile)}${frage ? `?${frage}` : ''}`;
}

/** Goes to a page. */
export function gehe(...teile: string[]): void {
  location.hash = verweis(...teile);
}

/** Keeps a tab or filter in the address without a new entry in the history and without moving the focus. */
export function merkeParameter(werte: Record<string, string>): void {
  const frage = new URLSearchParams(Object.entries(werte).filter(([, w]) => w !== '')).toString();
  history.replaceState(null, '', `${location.hash.split('?')[0] || '#/'}${frage ? `?${frage}` : ''}`);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
