/** Asks the core what a text hints at, half a second after the last key. */
import type { SichtungHinweise } from '../../../ipc/bindings';
import { alsFehler } from '../../../ipc/carrier';
import { lesen } from '../../../ipc/tuer';

const RUHE_MS = 400;
const KEINE: SichtungHinweise = { rechtsbehelf: [], datenschutz: [] };

export class Durchsicht {
  hinweise: SichtungHinweise = $state.raw(KEINE);
  /** Why the text could not be looked through; empty: it could. */
  meldung = $state('');
  #lauf = 0;

  /** Must be called while a component is set up. `text`: what to look through, read again when it changes. */
  constructor(text: () => string) {
    $effect(() => {
      const gefragt = text();
      const meiner = ++this.#lauf;
      if (gefragt === '') {
        this.hinweise = KEINE;
        this.meldung = '';
        return;
      }
      const wecker = setTimeout(() => void this.#frage(gefragt, meiner), RUHE_MS);
      return () => clearTimeout(wecker);
    });
  }

  async #frage(text: string, meiner: number): Promise<void> {
    try {
      const hinweise = await lesen('kundenreaktion.hinweise', { text });
      if (meiner !== this.#lauf) return;
      this.hinweise = hinweise;
      this.meldung = '';
    } catch (grund) {
      // The core asks again when the triage is saved; nothing gets through because this failed.
      if (meiner === this.#lauf) this.meldung = alsFehler(grund).message;
    }
  }
}
