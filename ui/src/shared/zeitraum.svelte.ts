/** A period that stands in the address (`?von=&bis=`), so that it can be linked to. */
import type { Zeitraum } from '../domain/zeitraum';
import { merkeParameter, router } from './router.svelte';

const TAG = /^\d{4}-\d{2}-\d{2}$/;

export class ZeitraumInAdresse {
  readonly #standard: Zeitraum;
  #wert: Zeitraum;

  constructor(standard: Zeitraum) {
    this.#standard = standard;
    const von = router.parameter.get('von') ?? '';
    const bis = router.parameter.get('bis') ?? '';
    this.#wert = $state.raw(TAG.test(von) && TAG.test(bis) ? { von, bis } : standard);
  }

  get wert(): Zeitraum {
    return this.#wert;
  }

  set wert(neu: Zeitraum) {
    this.#wert = neu;
    const { von, bis } = this.#standard;
    merkeParameter(neu.von === von && neu.bis === bis ? {} : { ...neu });
  }
}
