/** How a decision reached its addressee, as a form holds it, and what is sent. */
import type { Bekanntgabe, Bekanntgabeweg } from '../../ipc/bindings';
import { datum } from '../../shared/format';
import { mitAusland, tageDesWegs, WEGE } from '../bericht/rechner';

export interface Wegeingabe {
  /** Empty: not known. */
  weg: string;
  abgang: string | null;
  vermerk: boolean;
  zugang: string | null;
}

/** Nobody has looked for the note yet: without it no day is presumed (BSG B 4 AS 37/08 R). */
export const leererWeg = (): Wegeingabe => ({
  weg: 'post_inland',
  abgang: null,
  vermerk: false,
  zugang: null,
});

export function wegAus(b: Bekanntgabe | null): Wegeingabe {
  if (b === null) return { ...leererWeg(), weg: '' };
  const { abgang, zugang } = tageAus(b);
  return { weg: b.art, abgang, vermerk: b.art === 'post_inland' ? b.vermerk : true, zugang };
}

/** Day of leaving the house and of receipt. */
function tageAus(b: Bekanntgabe): { abgang: string | null; zugang: string | null } {
  switch (b.art) {
    case 'post_inland':
    case 'uebergabe_einschreiben':
      return { abgang: b.aufgabe_zur_post, zugang: b.zugang };
    case 'elektronisch':
      return { abgang: b.absendung, zugang: b.zugang };
    case 'zustellung':
      return { abgang: null, zugang: b.datum };
    case 'post_ausland':
      return { abgang: null, zugang: b.zugang };
  }
}

/** What is sent; null while the way or a day that it needs is missing. */
export function bekanntgabeAus(e: Wegeingabe): Bekanntgabe | null {
  const { abgang, zugang } = e;
  switch (e.weg as Bekanntgabeweg | '') {
    case 'post_inland':
      // Without a note the day of posting proves nothing, so nothing but the receipt is needed.
      return e.vermerk && abgang === null
        ? null
        : { art: 'post_inland', aufgabe_zur_post: abgang, vermerk: e.vermerk, zugang };
    case 'elektronisch':
      return abgang === null ? null : { art: 'elektronisch', absendung: abgang, zugang };
    case 'uebergabe_einschreiben':
      return abgang === null ? null : { art: 'uebergabe_einschreiben', aufgabe_zur_post: abgang, zugang };
    case 'zustellung':
      return zugang === null ? null : { art: 'zustellung', datum: zugang };
    case 'post_ausland':
      return zugang === null ? null : { art: 'post_ausland', zugang };
    default:
      return null;
  }
}

/** Names of the two days in the request, for the core's field errors. */
export function feldnamen(weg: string): { abgang: string; zugang: string } {
  return {
    abgang: weg === 'elektronisch' ? 'absendung' : 'aufgabe_zur_post',
    zugang: weg === 'zustellung' ? 'datum' : 'zugang',
  };
}

/** Whether the decision reached its addressee abroad: by the way itself, or as chosen. */
export const imAusland = (weg: string, gewaehlt: boolean) =>
  weg === 'post_ausland' || (mitAusland(weg) && gewaehlt);

/** `Brief im Inland, zur Post am 26.10.2026, Zugang am 02.11.2026` */
export function wegText(b: Bekanntgabe | null): string {
  if (b === null) return 'nicht bekannt';
  const { abgang, zugang } = tageAus(b);
  const worte = tageDesWegs(b.art);
  return [
    WEGE.find((w) => w.wert === b.art)?.text ?? b.art,
    abgang && `${worte.abgang} am ${datum(abgang)}`,
    b.art === 'post_inland' && !b.vermerk && 'ohne Vermerk in der Akte',
    zugang && (worte.abgang === null ? datum(zugang) : `Zugang am ${datum(zugang)}`),
  ]
    .filter(Boolean)
    .join(', ');
}
