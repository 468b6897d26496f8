/** What the pages of the area choose from. */
import { lesen, type Antwort } from '../../ipc/tuer';
import { GEBIET } from '../../domain/pruefliste/worte';
import type { Pruefgebiet } from '../../ipc/bindings';

export interface Grundlage {
  kataloge: Antwort<'pruefkatalog.liste'>;
  organisation: Antwort<'organisation.uebersicht'>;
}

export async function ladeGrundlage(): Promise<Grundlage> {
  const [kataloge, organisation] = await Promise.all([
    lesen('pruefkatalog.liste', {}),
    lesen('organisation.uebersicht', {}),
  ]);
  return { kataloge, organisation };
}

/** Kinds that the person sees, in the order of the words. */
export const gebiete = (g: Grundlage): Pruefgebiet[] =>
  (Object.keys(GEBIET) as Pruefgebiet[]).filter((x) => g.kataloge.some((k) => k.katalog.gebiet === x));
