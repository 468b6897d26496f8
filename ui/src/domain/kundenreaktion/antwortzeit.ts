/** Promises of the house with the days they count for. */
import type { Reaktionsregel, Reaktionsregeln, Reaktionsregelzeile } from '../../ipc/bindings';
import { verschiebe } from '../../shared/eingabe';

export interface Zeile {
  /** First and last day of receipt it counts for; null: since ever, until further notice. */
  ab: string | null;
  bis: string | null;
  regel: Reaktionsregel;
  /** As it was entered; null: the one that counts without any. */
  eigene: Reaktionsregelzeile | null;
}

/** All promises, the newest first, and what counts before the first of them. */
export function zeilen({ regeln, vorgabe }: Reaktionsregeln): Zeile[] {
  const alle = regeln.toSorted((a, b) => a.gueltig_ab.localeCompare(b.gueltig_ab));
  const davor = (tag: string | undefined) => (tag === undefined ? null : verschiebe(tag, -1, 'T'));
  const eigene = alle.map((z, i) => ({
    ab: z.gueltig_ab,
    bis: davor(alle[i + 1]?.gueltig_ab),
    regel: z,
    eigene: z,
  }));
  return [...eigene.reverse(), { ab: null, bis: davor(alle[0]?.gueltig_ab), regel: vorgabe, eigene: null }];
}

/** The promise for what comes in on that day. */
export const geltend = (r: Reaktionsregeln, tag: string): Reaktionsregel =>
  zeilen(r).find((z) => z.ab === null || z.ab <= tag)?.regel ?? r.vorgabe;
