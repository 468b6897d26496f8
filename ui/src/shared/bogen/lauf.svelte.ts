/**
 * Working through a sheet of questions: each answer is saved as it is given, one after the other; the focus goes on by
 * itself; what the core did not take stays at its question.
 */
import { tick } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { alsFehler, type Fehler } from '../../ipc/carrier';

/** An answer, with the key that gives it and a second one. */
export interface Bogenantwort<W> {
  wert: W;
  text: string;
  taste: string;
  weitereTaste?: string;
}

/** The answer of a key; undefined if the key gives none. */
export function antwortDerTaste<W>(antworten: readonly Bogenantwort<W>[], taste: string): W | undefined {
  const gross = taste.toUpperCase();
  return antworten.find((a) => a.taste === gross || a.weitereTaste === gross)?.wert;
}

/** What was entered and not taken, and why. */
export interface Ungespeichert<E> {
  eingabe: E;
  fehler: Fehler;
}

export interface Bogenquelle<E> {
  /** Begins the ids of the questions in the page. */
  praefix: string;
  /** Kennungen of what is asked, in order. */
  gelten: () => string[];
  /** Kennungen of what is shown of it; all by default. */
  gezeigt?: () => string[];
  /** Saves an entry, against the version that is loaded when its turn comes. */
  sende: (punkt: string, eingabe: E) => Promise<unknown>;
  /** Whether an entry is what is saved already; then it needs no second look. */
  steht: (punkt: string, eingabe: E) => boolean;
  neuLaden: () => Promise<void>;
}

export class Bogenlauf<E> {
  /** Saves under way. */
  laufend = $state(0);
  /** The question whose answer was saved last. */
  gespeichert: string | null = $state(null);
  /** Entries that were not taken, by question. */
  readonly liegen = new SvelteMap<string, Ungespeichert<E>>();
  wurzel: HTMLElement | null = $state(null);
  readonly #quelle: Bogenquelle<E>;
  // One after the other: each save needs the version that the one before left.
  #schlange: Promise<unknown> = Promise.resolve();

  constructor(quelle: Bogenquelle<E>) {
    this.#quelle = quelle;
  }

  /** Id of a question in the page. */
  anker(punkt: string): string {
    return `${this.#quelle.praefix}-${punkt}`;
  }

  /** True when it was saved. After a conflict the person decides first: a further entry joins the one that waits. */
  speichere(punkt: string, eingabe: E): Promise<boolean> {
    return this.#reihe(
      async () => {
        const liegt = this.liegen.get(punkt);
        if (liegt?.fehler.code === 'konflikt') throw liegt.fehler;
        this.liegen.delete(punkt);
        await this.#quelle.sende(punkt, eingabe);
        await this.#quelle.neuLaden();
        this.gespeichert = punkt;
      },
      async (fehler) => {
        if (fehler.code === 'konflikt' || fehler.code === 'regel') await this.#quelle.neuLaden();
        if (!this.#quelle.steht(punkt, eingabe)) this.liegen.set(punkt, { eingabe, fehler });
      },
    );
  }

  /** Something that answers several questions at once. */
  sammle(arbeit: () => Promise<unknown>, gescheitert: (fehler: Fehler) => void): Promise<boolean> {
    return this.#reihe(
      async () => {
        await arbeit();
        await this.#quelle.neuLaden();
        this.gespeichert = null;
      },
      async (fehler) => {
        gescheitert(fehler);
        if (fehler.code === 'konflikt') await this.#quelle.neuLaden();
      },
    );
  }

  /** Saves an answer; `weiter` moves on to the next question meanwhile. */
  antworte(punkt: string, eingabe: E, weiter: boolean): Promise<boolean> {
    const galten = new Set(this.#quelle.gelten());
    const ziel = weiter ? (this.nachbar(punkt, 1) ?? punkt) : null;
    const fertig = this.speichere(punkt, eingabe);
    if (ziel === null) return fertig;
    if (ziel !== punkt) this.fokussiere(ziel);
    void fertig.then(() => this.#zuFolgefrage(punkt, ziel, galten));
    return fertig;
  }

  /** What was not taken is sent again on the present state, as the person decided. */
  nochmals(punkt: string, eingabe: E): Promise<boolean> {
    this.liegen.delete(punkt);
    return this.speichere(punkt, eingabe);
  }

  /** What was not taken is given up; what is saved stays. */
  verwirf(punkt: string): void {
    this.liegen.delete(punkt);
    this.fokussiere(punkt);
  }

  nachbar(punkt: string, richtung: -1 | 1): string | undefined {
    const reihe = this.#gezeigt();
    return reihe[reihe.indexOf(punkt) + richtung];
  }

  ruecke(punkt: string, richtung: -1 | 1): void {
    const ziel = this.nachbar(punkt, richtung);
    if (ziel) this.fokussiere(ziel);
  }

  fokussiere(punkt: string): void {
    const ziel = this.#element(punkt);
    ziel?.querySelector<HTMLElement>('[data-antworten] [tabindex="0"]')?.focus();
    ziel?.scrollIntoView({ block: 'nearest' });
  }

  #gezeigt(): string[] {
    return this.#quelle.gezeigt?.() ?? this.#quelle.gelten();
  }

  #element(punkt: string): Element | null {
    return this.wurzel?.querySelector(`#${CSS.escape(this.anker(punkt))}`) ?? null;
  }

  #reihe(arbeit: () => Promise<void>, gescheitert: (fehler: Fehler) => Promise<void>): Promise<boolean> {
    this.laufend += 1;
    const fertig = this.#schlange.then(async () => {
      try {
        await arbeit();
        return true;
      } catch (grund) {
        await gescheitert(alsFehler(grund));
        return false;
      } finally {
        this.laufend -= 1;
      }
    });
    this.#schlange = fertig;
    return fertig;
  }

  /** An answer can make a further question apply, above the one the focus has already gone to. */
  async #zuFolgefrage(punkt: string, wartet: string, galten: Set<string>): Promise<void> {
    await tick();
    const reihe = this.#gezeigt();
    const neu = reihe.slice(reihe.indexOf(punkt) + 1).find((k) => !galten.has(k));
    const nochDort = this.#element(wartet)?.contains(document.activeElement) ?? false;
    if (neu && nochDort && (wartet === punkt || reihe.indexOf(neu) < reihe.indexOf(wartet)))
      this.fokussiere(neu);
  }
}
