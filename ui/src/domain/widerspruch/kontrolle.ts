/** What waits for a second person, in the order in which it is dear. */
import type { Kalendereintrag as Termin } from '../../ipc/bindings';

export interface Kontrollgruppen {
  /** Two persons must find the same day, and this one has not yet looked for it. */
  verdeckt: Termin[];
  /** Two persons found different days. */
  abweichend: Termin[];
  /** Entered by this person: somebody else has to find the day. */
  andere: Termin[];
  /** One confirmation is enough. */
  unbestaetigt: Termin[];
  /** There is no day that could be confirmed. */
  ohneTag: Termin[];
}

export function gruppen(termine: Termin[], darfPruefen: boolean): Kontrollgruppen {
  const g: Kontrollgruppen = { verdeckt: [], abweichend: [], andere: [], unbestaetigt: [], ohneTag: [] };
  for (const t of termine) {
    if (t.kontrolle === 'abweichend') g.abweichend.push(t);
    // The day of a double control is missing because it is kept from the person, or because there is none.
    else if (t.doppelt && t.tag === null && darfPruefen) g.verdeckt.push(t);
    else if (t.tag === null) g.ohneTag.push(t);
    else if (t.doppelt) g.andere.push(t);
    else g.unbestaetigt.push(t);
  }
  return g;
}
