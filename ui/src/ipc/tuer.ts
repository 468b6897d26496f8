/** The two doors of the core, typed by the maps that are generated from it. */
import type { Abfragen, Geaendert, Operationen } from './bindings';
import { rufe } from './carrier';

export type { Geaendert };

/** The second person's name and password; signs one operation, not the person in. */
export interface Zugang {
  benutzername: string;
  passwort: string;
}

/** The request of a query. */
export type Anfrage<K extends keyof Abfragen> = Abfragen[K] extends { anfrage: infer A } ? A : never;
/** The answer to a query. */
export type Antwort<K extends keyof Abfragen> = Abfragen[K] extends { antwort: infer A } ? A : never;

/** Asks the core; never changes anything. */
export function lesen<K extends keyof Abfragen>(name: K, daten: Anfrage<K>): Promise<Antwort<K>> {
  return rufe('lesen', { abfrage: { name, daten } });
}

/** Changes something; `mitzeichnung` carries the second pair of eyes where the operation needs one. */
export function aendern<K extends keyof Operationen>(
  name: K,
  daten: Operationen[K],
  mitzeichnung: Zugang | null = null,
): Promise<Geaendert> {
  return rufe('aendern', { operation: { name, daten }, mitzeichnung });
}
