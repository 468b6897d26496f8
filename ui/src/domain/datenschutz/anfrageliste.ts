/** The list of requests: its filter as the window keeps it (all text), and the request. */
import type {
  Anfrageart,
  Anfrageergebnis,
  AnfrageFilter,
  Anfragesortierung,
  Anfragestand,
} from '../../ipc/bindings';
import { eines } from '../../shared/liste';

/** Empty is the start, and only what is open. */
export const FILTER = {
  suche: '',
  mit_erledigten: '',
  art: '',
  stand: '',
  ergebnis: '',
  ueberfaellig: '',
  faellig_bis: '',
  eingang_von: '',
  eingang_bis: '',
};
export type Filterwerte = typeof FILTER;

export const filterAus = (f: Filterwerte): AnfrageFilter => ({
  suche: f.suche,
  arten: eines<Anfrageart>(f.art),
  staende: eines<Anfragestand>(f.stand),
  ergebnisse: eines<Anfrageergebnis>(f.ergebnis),
  nur_offene: f.mit_erledigten === '',
  ueberfaellig: f.ueberfaellig === 'ja',
  faellig_bis: f.faellig_bis || null,
  eingang_von: f.eingang_von || null,
  eingang_bis: f.eingang_bis || null,
});

/** Whether anything narrows the list beyond what is open. */
export const eingeengt = (f: Filterwerte) =>
  Object.entries(f).some(([name, wert]) => name !== 'mit_erledigten' && wert !== '');

/** Filters that stand behind "Weitere Filter", as far as they are set. */
export const weitereGesetzt = (f: Filterwerte) =>
  [f.ergebnis, f.ueberfaellig, f.faellig_bis, f.eingang_von, f.eingang_bis].filter((w) => w !== '').length;

/** The name by which the core sorts a column. */
export const sortierungAus = (spalte: string | null): Anfragesortierung =>
  (spalte ?? 'dringlichkeit') as Anfragesortierung;
