/**
 * One record in a form: what was loaded, what is typed, and how both meet a newer state (optimistic locking).
 * Fields that were not touched follow the newer state; what was typed stays.
 */

export interface Bearbeitungsfeld<D> {
  name: keyof D & string;
  titel: string;
  /** How people read the value. */
  text: (daten: D) => string;
}

export interface Unterschied {
  titel: string;
  ihre: string;
  jetzt: string;
  /** False where she changed nothing: the newer value will be taken. */
  beruehrt: boolean;
}

const gleich = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export class Bearbeitung<R extends { version: number }, D extends object> {
  daten: D = $state() as D;
  /** Expected by the core. */
  version: number;
  #ausgang: D;
  readonly #lies: (satz: R) => D;
  readonly #felder: Bearbeitungsfeld<D>[];

  constructor(satz: R, lies: (satz: R) => D, felder: Bearbeitungsfeld<D>[]) {
    this.#lies = lies;
    this.#felder = felder;
    this.#ausgang = lies(satz);
    this.daten = lies(satz);
    this.version = satz.version;
  }

  /** What was typed, plain. */
  get eingabe(): D {
    return $state.snapshot(this.daten) as D;
  }

  /** Fields in which what was typed differs from the newer state. */
  unterschiede(stand: unknown): Unterschied[] {
    const [eingabe, jetzt] = [this.eingabe, this.#lies(stand as R)];
    return this.#felder
      .filter((f) => !gleich(eingabe[f.name], jetzt[f.name]))
      .map((f) => ({
        titel: f.titel,
        ihre: f.text(eingabe),
        jetzt: f.text(jetzt),
        beruehrt: !gleich(eingabe[f.name], this.#ausgang[f.name]),
      }));
  }

  /** Goes on from the newer state with what was typed in the fields that were touched. */
  uebertrage(stand: unknown): void {
    const [eingabe, jetzt] = [this.eingabe, this.#lies(stand as R)];
    const eigene = Object.fromEntries(
      Object.entries(eingabe).filter(([name, wert]) => !gleich(wert, this.#ausgang[name as keyof D])),
    );
    this.daten = { ...jetzt, ...eigene };
    this.#ausgang = jetzt;
    this.version = (stand as R).version;
  }
}

/** What the form needs of it, whatever the record is. */
export type Konfliktfaehig = Pick<Bearbeitung<{ version: number }, object>, 'unterschiede' | 'uebertrage'>;
