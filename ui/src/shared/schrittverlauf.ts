/** A course of events as `Schrittverlauf` draws it. */
import type { Zuruecknahme } from '../ipc/bindings';

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
