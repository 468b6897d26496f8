/** What the core says about house and person; the one state that decides which face the window shows. */
import * as befehle from '../ipc/befehle';
import { alsFehler, meldeAbmeldung, type Fehler } from '../ipc/carrier';
import type { Abfragen, Operationen } from '../ipc/bindings';
import { ansichten } from './ansicht.svelte';
import { meldungen } from './meldungen.svelte';

class Sitzung {
  zustand = $state.raw<befehle.Zustand | null>(null);
  fehler = $state.raw<Fehler | null>(null);

  constructor() {
    meldeAbmeldung(() => void this.aktualisiere());
  }

  async aktualisiere(): Promise<void> {
    try {
      this.zustand = this.#behalten(await befehle.zustand());
      this.fehler = null;
    } catch (grund) {
      this.fehler = alsFehler(grund);
    }
  }

  /** Whether the person may do this at all; the core decides again when it is done. */
  darf(name: keyof Operationen | keyof Abfragen): boolean {
    return this.zustand?.rechte.includes(name) ?? false;
  }

  // While it is locked the core says nothing of the house; the hidden page must not notice, or its form would
  // be lost.
  #behalten(neu: befehle.Zustand): befehle.Zustand {
    const alt = this.zustand;
    return neu.art === 'gesperrt' && alt?.person
      ? { ...alt, art: neu.art, person: neu.person ?? alt.person }
      : neu;
  }

  async abmelden(): Promise<void> {
    await ansichten.sichere();
    await befehle.abmelden();
    meldungen.leere();
    await this.aktualisiere();
  }

  async sperren(): Promise<void> {
    await ansichten.sichere();
    await befehle.sperren();
    await this.aktualisiere();
  }
}

export const sitzung = new Sitzung();
