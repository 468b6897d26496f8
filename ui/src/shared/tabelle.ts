/** What `Tabelle` asks for and gets: sorting, filtering and paging happen where the data is. */

export interface Spalte<T> {
  schluessel: string;
  titel: string;
  /** The cell's text; without it the table's snippet `zelle` draws the cell. */
  text?: (zeile: T) => string;
  ausrichtung?: 'links' | 'rechts';
  /** The key is sent as `sortierung`. */
  sortierbar?: boolean;
  /** CSS width, e.g. '8rem'; the rest is shared out by content. */
  breite?: string;
  /** CSS width below which the table scrolls sideways instead of breaking this column into a line a word. */
  mindestens?: string;
  /** Kept on one line: numbers, dates, periods. */
  fest?: boolean;
  /** Shown only if the person chooses it (`spaltenwahl`). */
  versteckt?: boolean;
}

export interface TabellenAnfrage {
  sortierung: string | null;
  absteigend: boolean;
  /** From 0. */
  seite: number;
  groesse: number;
}

export interface TabellenSeite<T> {
  zeilen: T[];
  /** Rows over all pages. */
  gesamt: number;
}

export const ZEILENHOEHE = 36;
const UEBERHANG = 10;

/** Rows to draw at a scroll position, with the heights left out above and below (pixels). */
export function fenster(anzahl: number, oben: number, hoehe: number) {
  const von = Math.max(0, Math.floor(oben / ZEILENHOEHE) - UEBERHANG);
  const bis = Math.min(anzahl, Math.ceil((oben + hoehe) / ZEILENHOEHE) + UEBERHANG);
  return { von, bis, davor: von * ZEILENHOEHE, danach: (anzahl - bis) * ZEILENHOEHE };
}

/** Which rows a query with `blatt` is asked for. */
export function blatt({ seite, groesse }: TabellenAnfrage): { ab: number; anzahl: number } {
  return { ab: seite * groesse, anzahl: groesse };
}

/** Lets a short list that is already here (team members, catalogue entries) behave like a stored one. */
export function ausListe<T>(
  zeilen: T[],
  ordnung: Record<string, (zeile: T) => string | number> = {},
): (anfrage: TabellenAnfrage) => Promise<TabellenSeite<T>> {
  return ({ sortierung, absteigend, seite, groesse }) => {
    const wert = sortierung === null ? undefined : ordnung[sortierung];
    const sortiert = wert
      ? zeilen.toSorted((a, b) => {
          const [x, y] = [wert(a), wert(b)];
          const d =
            typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'de');
          return absteigend ? -d : d;
        })
      : zeilen;
    return Promise.resolve({
      zeilen: sortiert.slice(seite * groesse, (seite + 1) * groesse),
      gesamt: zeilen.length,
    });
  };
}
