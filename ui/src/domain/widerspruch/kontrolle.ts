/** What waits for a second person, in the order in which it is dear. */
import type { Kontrolleintrag } from '../../ipc/bindings';
import type { Fristaktion } from './frist';

export interface Kontrollgruppen {
  /** Two persons must find the same day, and this one has not yet looked for it. */
  verdeckt: Kontrolleintrag[];
  /** Two persons found different days. */
  abweichend: Kontrolleintrag[];
  /** Somebody proposes another day than the computed one. */
  vorschlag: Kontrolleintrag[];
  /** Two persons must find the same day, but not this one: she entered it, or has no right to. */
  doppelt: Kontrolleintrag[];
  /** One confirmation is enough; first those that this person may confirm. */
  unbestaetigt: Kontrolleintrag[];
  /** There is no day that could be confirmed. */
  ohneTag: Kontrolleintrag[];
}

/** What settles a deadline of that group. */
export const AKTIONEN: Record<keyof Kontrollgruppen, Fristaktion[]> = {
  verdeckt: ['gegenpruefen'],
  abweichend: ['klaeren'],
  vorschlag: ['entscheiden', 'hier_entscheiden'],
  doppelt: ['hier_gegenpruefen'],
  unbestaetigt: ['bestaetigen', 'hier_bestaetigen'],
  ohneTag: [],
};

function gruppe({ ansicht }: Kontrolleintrag): keyof Kontrollgruppen {
  const f = ansicht.frist;
  if (ansicht.verdeckt) return 'verdeckt';
  if (f.kontrolle === 'abweichend') return 'abweichend';
  if (f.uebersteuerung !== null && f.uebersteuerung.gezeichnet_von === null) return 'vorschlag';
  if (f.tag === null) return 'ohneTag';
  return f.doppelt ? 'doppelt' : 'unbestaetigt';
}

export function gruppen(eintraege: Kontrolleintrag[]): Kontrollgruppen {
  const g: Kontrollgruppen = {
    verdeckt: [],
    abweichend: [],
    vorschlag: [],
    doppelt: [],
    unbestaetigt: [],
    ohneTag: [],
  };
  for (const e of eintraege) g[gruppe(e)].push(e);
  g.unbestaetigt.sort((a, b) => Number(b.ansicht.darf_pruefen) - Number(a.ansicht.darf_pruefen));
  return g;
}

/** The next deadline that this person may confirm without looking for the day, after that one. */
export function naechste(eintraege: Kontrolleintrag[], nach: string): Kontrolleintrag | undefined {
  return gruppen(eintraege).unbestaetigt.find((e) => e.ansicht.darf_pruefen && e.ansicht.frist.id !== nach);
}
