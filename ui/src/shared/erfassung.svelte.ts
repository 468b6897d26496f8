/**
 * The entry of a new record: what is typed, and what was typed before the page was left. To be called while a component
 * is set up; what was begun is kept when it goes, until it is saved or thrown away.
 */
import { onDestroy } from 'svelte';
import { entwurf } from './entwurf';

export class Erfassung<T extends object> {
  /** What the fields are bound to. Replaced as a whole: forms stand in `{#key erfassung.e}`. */
  e: T = $state() as T;
  /** The entry is one that was begun before. */
  wiederDa: boolean = $state(false);
  #erledigt = false;
  readonly #leer: () => T;

  constructor(schluessel: string, leer: () => T, angefangen: (e: T) => boolean) {
    const abgelegt = entwurf<T>(schluessel);
    this.#leer = leer;
    this.e = abgelegt.wert ?? leer();
    this.wiederDa = abgelegt.wert !== undefined;
    onDestroy(() => {
      if (!this.#erledigt && angefangen(this.e)) abgelegt.merke(this.eingabe);
      else abgelegt.verwirf();
    });
  }

  /** What was typed, plain. */
  get eingabe(): T {
    return $state.snapshot(this.e) as T;
  }

  /** Begins with what is known from elsewhere; never over something that was begun. */
  beginne(e: T): void {
    if (!this.wiederDa) this.e = e;
  }

  verwirf(): void {
    this.e = this.#leer();
    this.wiederDa = false;
  }

  /** It is saved: nothing is kept. */
  erledigt(): void {
    this.#erledigt = true;
  }
}
