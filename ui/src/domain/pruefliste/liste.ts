/** The list of runs: its filter as the window keeps it (all text), the request, and how a row reads. */
import type {
  DurchgangFilter,
  Durchgangssortierung,
  Durchgangsstand,
  Durchgangszeile,
  Ebene,
  Pruefgebiet,
  Rolle,
} from '../../ipc/bindings';
import { anzahl, prozent, zahl } from '../../shared/format';
import { tageBis } from '../../shared/kalender';
import type { Statusart } from '../../shared/Status.svelte';
import { OFFEN } from './worte';
import { eines } from '../../shared/liste';

/** Empty is the start, and only what is open. */
export const FILTER = {
  suche: '',
  mit_erledigten: '',
  gebiet: '',
  katalog_id: '',
  stand: '',
  einheit: '',
  rolle: '',
  ueberfaellig: '',
  zur_freigabe: '',
  faellig_von: '',
  faellig_bis: '',
  zeitraum_von: '',
  zeitraum_bis: '',
  auch_ersetzte: '',
};
export type Filterwerte = typeof FILTER;

/** A unit in a select: `haus`, `standort:<id>` or `team:<id>`. */
export function einheitAus(wert: string): { ebene: Ebene | null; einheit_id: string | null } {
  const [ebene, id] = wert.split(':');
  return { ebene: (ebene || null) as Ebene | null, einheit_id: id ?? null };
}

export const einheitWert = (ebene: Ebene, id: string | null): string =>
  id === null ? ebene : `${ebene}:${id}`;

export function filterAus(f: Filterwerte): DurchgangFilter {
  return {
    suche: f.suche,
    gebiete: eines<Pruefgebiet>(f.gebiet),
    katalog_id: f.katalog_id || null,
    staende: eines<Durchgangsstand>(f.stand),
    // Who asks for a state that is not open means it.
    nur_offene: f.mit_erledigten === '' && (f.stand === '' || OFFEN.includes(f.stand as Durchgangsstand)),
    ueberfaellig: f.ueberfaellig === 'ja',
    zur_freigabe: f.zur_freigabe === 'ja',
    ...einheitAus(f.einheit),
    rollen: eines<Rolle>(f.rolle),
    faellig_von: f.faellig_von || null,
    faellig_bis: f.faellig_bis || null,
    zeitraum_von: f.zeitraum_von || null,
    zeitraum_bis: f.zeitraum_bis || null,
    auch_ersetzte: f.auch_ersetzte === 'ja' || f.stand === 'ersetzt',
  };
}

/** Whether anything narrows the list beyond what is open. */
export const eingeengt = (f: Filterwerte): boolean =>
  Object.entries(f).some(
    ([name, wert]) => name !== 'mit_erledigten' && name !== 'auch_ersetzte' && wert !== '',
  );

/** Filters that stand behind "Weitere Filter", as far as they are set. */
export const weitereGesetzt = (f: Filterwerte): number =>
  [
    f.rolle,
    f.ueberfaellig,
    f.zur_freigabe,
    f.faellig_von,
    f.faellig_bis,
    f.zeitraum_von,
    f.zeitraum_bis,
    f.auch_ersetzte,
  ].filter((w) => w !== '').length;

const SORTIERUNG: Record<string, Durchgangssortierung> = {
  nummer: 'nummer',
  katalog: 'katalog',
  einheit: 'einheit',
  bis: 'zeitraum',
  stand: 'stand',
  ergebnis: 'ergebnis',
};

/** The name by which the core sorts a column. Ascending by the due day means what is open first. */
export const sortierungAus = (spalte: string | null, absteigend: boolean): Durchgangssortierung =>
  SORTIERUNG[spalte ?? ''] ?? (absteigend ? 'faellig' : 'dringlichkeit');

/** Columns of the window that are several in a file, where each number stands for itself. */
const IN_DATEI: Record<string, string[]> = {
  bis: ['von', 'bis'],
  beantwortet: ['beantwortet', 'fragen', 'abweichungen'],
  ergebnis: ['erfuellt', 'anwendbar', 'ergebnis'],
};
export const exportspalten = (spalten: string[]): string[] => spalten.flatMap((s) => IN_DATEI[s] ?? [s]);

/** A due day this near is remembered; the core counts `bald_faellig` over the same days. */
const ERINNERUNG = 28;

/** How near the due day of an open run is; null: closed, or far away. */
export function faelligkeit(
  z: Pick<Durchgangszeile, 'stand' | 'faellig_am'>,
  heute: string,
): { art: Statusart; text: string } | null {
  if (!OFFEN.includes(z.stand)) return null;
  const tage = tageBis(heute, z.faellig_am);
  if (tage < 0) return { art: 'gefahr', text: 'überfällig' };
  if (tage > ERINNERUNG) return null;
  const text = tage === 0 ? 'heute' : tage === 1 ? 'morgen' : `in ${zahl(tage)} Tagen`;
  return { art: 'warnung', text };
}

type Fortschritt = Pick<Durchgangszeile, 'fragen' | 'beantwortet' | 'abweichungen'>;

/** `12 von 32 beantwortet, 3 Abweichungen`. */
export function fortschritt(z: Fortschritt): string {
  const stand = `${zahl(z.beantwortet)} von ${zahl(z.fragen)} beantwortet`;
  // The number stays on the line of its word.
  const abweichungen = anzahl(z.abweichungen, 'Abweichung', 'Abweichungen').replace(' ', '\u00a0');
  return z.abweichungen === 0 ? stand : `${stand}, ${abweichungen}`;
}

/** `30 von 31 (96,8 %)` of the applicable questions once released; a dash before. */
export const ergebnis = (z: Pick<Durchgangszeile, 'erfuellt' | 'anwendbar'>): string =>
  z.erfuellt === null || z.anwendbar === null || z.anwendbar === 0
    ? '–'
    : `${zahl(z.erfuellt)} von ${zahl(z.anwendbar)} (${prozent(z.erfuellt / z.anwendbar)})`;
