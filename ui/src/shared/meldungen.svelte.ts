/** Short notices at the edge of the window. Errors stay until they are closed. */

export type Meldungsart = 'erfolg' | 'info' | 'warnung' | 'fehler';

export interface Meldung {
  id: number;
  art: Meldungsart;
  text: string;
}

const DAUER_MS = 8000;

class Meldungen {
  liste = $state<Meldung[]>([]);
  #naechste = 1;

  melde(art: Meldungsart, text: string): void {
    const id = this.#naechste++;
    // Good news may give way: more than two of them would cover what lies below.
    const gute = this.liste.filter((m) => m.art === 'erfolg' || m.art === 'info');
    gute.slice(0, -1).forEach((m) => this.schliesse(m.id));
    this.liste.push({ id, art, text });
    if (art === 'erfolg' || art === 'info') setTimeout(() => this.schliesse(id), DAUER_MS);
  }

  schliesse(id: number): void {
    this.liste = this.liste.filter((m) => m.id !== id);
  }

  leere(): void {
    this.liste = [];
  }
}

export const meldungen = new Meldungen();

/** `melde('erfolg', 'Der Standort wurde gespeichert.')` */
export const melde = (art: Meldungsart, text: string) => meldungen.melde(art, text);
