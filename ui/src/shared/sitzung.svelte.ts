/** What the core says about house and person; the one state that decides which face the window shows. */
import * as befehle from '../ipc/befehle';
import { alsFehler, meldeAbmeldung, type Fehler } from '../ipc/carrier';
import { meldungen } from './meldungen.svelte';

class Sitzung {
  zustand = $state.raw<befehle.Zustand | null>(null);
  fehler = $state.raw<Fehler | null>(null);

  constructor() {
    meldeAbmeldung(() => void this.aktualisiere());
  }

  async aktualisiere(): Promise<void> {
    try {
      this.zustand = await befehle.zustand();
      this.fehler = null;
    } catch (grund) {
      this.fehler = alsFehler(grund);
    }
  }

  async abmelden(): Promise<void> {
    await befehle.abmelden();
    meldungen.leere();
    await this.aktualisiere();
  }

  async sperren(): Promise<void> {
    await befehle.sperren();
    await this.aktualisiere();
  }
}

export const sitzung = new Sitzung();
