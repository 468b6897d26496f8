/** A state as a page marks it: word and kind, for `Status`. */
import type { Statusart } from './Status.svelte';

export interface Marke {
  art: Statusart;
  text: string;
}
