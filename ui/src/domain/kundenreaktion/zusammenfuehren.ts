/** Which ticket another one may go on in. */
import type { Kundenreaktion, ReaktionDetail, ReaktionFilter, Reaktionszeile } from '../../ipc/bindings';
import type { Option } from '../../shared/feld';
import { datum } from '../../shared/format';
import { FILTER, filterAus } from './liste';
import { ART } from './worte';

/** What is open, for a closed one does not go on: with these words, or, without any, of the same person. */
export function wahlfilter(k: Pick<Kundenreaktion, 'id'>, suche: string): ReaktionFilter {
  const filter = filterAus({ ...FILTER, suche });
  return suche === '' ? { ...filter, dieselbe_person_wie: k.id } : filter;
}

type Gefunden = Pick<Reaktionszeile, 'id' | 'nummer' | 'art' | 'eingang' | 'betreff' | 'ergebnis' | 'name'>;

/** What may be chosen, with all that tells one from another. */
export const vorschlaege = (k: Pick<Kundenreaktion, 'id'>, gefunden: Gefunden[]): Option[] =>
  gefunden
    .filter((z) => z.id !== k.id && z.ergebnis !== 'zusammengefuehrt')
    .map((z) => ({
      wert: z.id,
      text: `${z.nummer}, ${ART[z.art]} vom ${datum(z.eingang)}${z.name ? `, ${z.name}` : ''}`,
      hinweis: z.betreff,
    }));

const verglichen = (name: string) => name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('de');

/** Names that differ, to be looked at before two tickets become one; null: equal, or one is not known. */
export function anderePerson(
  d: Pick<ReaktionDetail, 'klar'>,
  gewaehlt: Pick<Reaktionszeile, 'name'> | undefined,
): string | null {
  const [hier, dort] = [d.klar?.name ?? '', gewaehlt?.name ?? ''];
  if (hier.trim() === '' || dort.trim() === '' || verglichen(hier) === verglichen(dort)) return null;
  return `Andere Person: ${hier} / ${dort}. Bitte prüfen Sie das.`;
}
