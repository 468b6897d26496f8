/** Which ticket another one may go on in. */
import type { ReaktionDetail, ReaktionFilter, Reaktionszeile } from '../../ipc/bindings';
import type { Option } from '../../shared/feld';
import { datum } from '../../shared/format';
import { FILTER, filterAus } from './liste';
import { ART } from './worte';

/** What is open, with these words: a closed one does not go on. */
export const wahlfilter = (suche: string): ReaktionFilter => filterAus({ ...FILTER, suche });

/** What was found, or, before anything was looked for, the same person's other tickets. */
export function vorschlaege(
  d: Pick<ReaktionDetail, 'dieselbe_person'> & { reaktion: { id: string } },
  gefunden: Pick<Reaktionszeile, 'id' | 'nummer' | 'art' | 'eingang' | 'betreff' | 'ergebnis'>[] | null,
): Option[] {
  if (gefunden === null) return d.dieselbe_person.map((r) => ({ wert: r.id, text: r.nummer }));
  return gefunden
    .filter((z) => z.id !== d.reaktion.id && z.ergebnis !== 'zusammengefuehrt')
    .map((z) => ({
      wert: z.id,
      text: `${z.nummer}, ${ART[z.art]} vom ${datum(z.eingang)}`,
      hinweis: z.betreff,
    }));
}
