/**
 * Groups with entries in their order, as an editor of sheets and catalogues changes them: pure functions, each from
 * groups to groups. What a group and an entry are is said once by whoever uses them.
 */
export type Richtung = -1 | 1;

export interface Art<G, E> {
  eintraege: (gruppe: G) => E[];
  mit: (gruppe: G, eintraege: E[]) => G;
  /** Stays the same over all versions. */
  kennung: (eintrag: E) => string;
  /** The kennung on which an entry hangs, and the entry without it. */
  haengtAn: (eintrag: E) => string | undefined;
  geloest: (eintrag: E) => E;
}

export interface Gliederung<G, E> {
  anzahl: (gruppen: G[]) => number;
  alle: (gruppen: G[]) => E[];
  /** Entries above this one, to which a condition may refer. */
  fruehere: (gruppen: G[], gruppe: number, eintrag: number) => E[];
  verschiebeGruppe: (gruppen: G[], i: number, um: Richtung) => G[];
  /** Moves an entry; at the edge of its group it goes over into the next one. */
  verschiebe: (gruppen: G[], i: number, j: number, um: Richtung) => G[];
  /** Removes an entry, and the conditions that hung on it. */
  entferne: (gruppen: G[], i: number, j: number) => G[];
}

function tausche<T>(liste: T[], von: number, nach: number): T[] {
  const neu = [...liste];
  const [x] = neu.splice(von, 1);
  if (x !== undefined) neu.splice(nach, 0, x);
  return neu;
}

export function gliederung<G, E>(art: Art<G, E>): Gliederung<G, E> {
  const { eintraege, mit } = art;
  const alle = (gruppen: G[]) => gruppen.flatMap(eintraege);
  return {
    alle,
    anzahl: (gruppen) => alle(gruppen).length,
    fruehere: (gruppen, gruppe, eintrag) =>
      gruppen.flatMap((g, i) =>
        i < gruppe ? eintraege(g) : i === gruppe ? eintraege(g).slice(0, eintrag) : [],
      ),
    verschiebeGruppe: (gruppen, i, um) => {
      const ziel = i + um;
      return ziel < 0 || ziel >= gruppen.length ? gruppen : tausche(gruppen, i, ziel);
    },
    verschiebe: (gruppen, i, j, um) => {
      const hier = gruppen[i];
      if (hier === undefined) return gruppen;
      const liste = eintraege(hier);
      const eintrag = liste[j];
      if (eintrag === undefined) return gruppen;
      const ziel = j + um;
      if (ziel >= 0 && ziel < liste.length)
        return gruppen.map((g, k) => (k === i ? mit(g, tausche(liste, j, ziel)) : g));
      if (gruppen[i + um] === undefined) return gruppen;
      return gruppen.map((g, k) => {
        if (k === i)
          return mit(
            g,
            liste.filter((_, n) => n !== j),
          );
        if (k !== i + um) return g;
        return mit(g, um === 1 ? [eintrag, ...eintraege(g)] : [...eintraege(g), eintrag]);
      });
    },
    entferne: (gruppen, i, j) => {
      const weg = gruppen[i] === undefined ? undefined : eintraege(gruppen[i])[j];
      const kennung = weg === undefined ? '' : art.kennung(weg);
      return gruppen.map((g, k) =>
        mit(
          g,
          eintraege(g)
            .filter((_, n) => k !== i || n !== j)
            .map((e) => (kennung && art.haengtAn(e) === kennung ? art.geloest(e) : e)),
        ),
      );
    },
  };
}

/** `ja, nein oder teilweise` */
export const oder = (worte: string[]): string =>
  worte.length > 1 ? `${worte.slice(0, -1).join(', ')} oder ${worte.at(-1)}` : (worte[0] ?? '');
