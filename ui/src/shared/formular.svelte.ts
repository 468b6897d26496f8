/** What a form knows of its fields: their errors, their own checks, and how to move the focus there. */
import { getContext, setContext } from 'svelte';
import type { Fehler } from '../ipc/carrier';

export interface Feldanmeldung {
  /** Name of the field as in the request type. */
  name: string;
  /** The field's outer element; the first control inside takes the focus. */
  element: () => HTMLElement | null;
  /** The field's own check before sending: a sentence, or null. */
  pruefe: () => string | null;
}

const SCHLUESSEL = Symbol('formular');
const BEDIENBAR =
  'input:not([disabled]), select:not([disabled]), textarea:not([disabled]), button:not([disabled])';

export class FormularZustand {
  fehler = $state<Record<string, string>>({});
  #felder = new Set<Feldanmeldung>();

  /** Called by each field; returns its sign-off. */
  melde(feld: Feldanmeldung): () => void {
    this.#felder.add(feld);
    return () => this.#felder.delete(feld);
  }

  /** Lets every field check itself. */
  pruefe(): boolean {
    const neu: Record<string, string> = {};
    for (const feld of this.#felder) {
      const text = feld.pruefe();
      if (text !== null) neu[feld.name] = text;
    }
    this.fehler = neu;
    return Object.keys(neu).length === 0;
  }

  /** Takes the core's field errors; returns the sentences that belong to no field shown here. */
  uebernimm(fehler: Fehler): string[] {
    const neu: Record<string, string> = {};
    const fremd: string[] = [];
    for (const { feld, text } of fehler.felder) {
      const treffer =
        [...this.#felder].find((f) => f.name === feld) ??
        [...this.#felder].find((f) => feld.endsWith(`.${f.name}`));
      if (treffer) neu[treffer.name] = text;
      else fremd.push(text);
    }
    this.fehler = neu;
    return fremd;
  }

  loesche(name: string): void {
    if (name in this.fehler) delete this.fehler[name];
  }

  /** Focuses the first wrong field in the order of the page; false if there is none. */
  fokussiereErstes(): boolean {
    const erstes = [...this.#felder]
      .filter((f) => f.name in this.fehler)
      .map((f) => f.element())
      .filter((e) => e !== null)
      .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))[0];
    const ziel = erstes?.querySelector<HTMLElement>(BEDIENBAR);
    ziel?.focus();
    return ziel !== null && ziel !== undefined;
  }
}

export function neuesFormular(): FormularZustand {
  return setContext(SCHLUESSEL, new FormularZustand());
}

/** The form around a field, if there is one. */
export function formularUmgebung(): FormularZustand | undefined {
  return getContext<FormularZustand | undefined>(SCHLUESSEL);
}
