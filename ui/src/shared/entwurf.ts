/**
 * What was typed on a page that was left before it was saved. Kept in memory only, and only as long as the same person
 * is signed in: it may hold what must not be written anywhere.
 */
import { getContext, setContext } from 'svelte';

const SCHLUESSEL = Symbol('entwuerfe');

/** Once, around all pages of a signed-in person; what is kept goes with it. */
export const haltEntwuerfe = () => setContext(SCHLUESSEL, new Map<string, unknown>());

export interface Entwurf<T> {
  /** What was kept under the key. */
  wert: T | undefined;
  merke: (wert: T) => void;
  verwirf: () => void;
}

/** To be called while a component is set up. */
export function entwurf<T>(schluessel: string): Entwurf<T> {
  const alle = getContext<Map<string, unknown> | undefined>(SCHLUESSEL);
  return {
    wert: alle?.get(schluessel) as T | undefined,
    merke: (wert) => alle?.set(schluessel, wert),
    verwirf: () => alle?.delete(schluessel),
  };
}
