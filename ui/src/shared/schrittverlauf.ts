/** A course of events as `Schrittverlauf` draws it. */
import type { Registerschritt, Zuruecknahme } from '../ipc/bindings';

export interface Verlaufszeile {
  titel: string;
  /** The day on which it happened; steps without one have only the day of the entry. */
  tag: string | null;
  einzelheiten: string[];
}

export interface Verlaufseintrag extends Verlaufszeile {
  /** User id. */
  von: string;
  eingetragen_am: string;
  zurueckgenommen: Zuruecknahme | null;
}

/** The last step that counts; a correction is undone by another one. */
export const letzterSchritt = <S extends { art: string }>(
  schritte: Registerschritt<S>[],
): Registerschritt<S> | null =>
  schritte.findLast((s) => s.zurueckgenommen === null && s.schritt.art !== 'berichtigen') ?? null;
