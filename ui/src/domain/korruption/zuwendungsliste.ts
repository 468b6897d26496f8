/** The list of Zuwendungen: its filter as the window keeps it (all text), and the request. */
import type {
  Annahme,
  Geberart,
  ZuwendungFilter,
  Zuwendungsart,
  Zuwendungssortierung,
  Zuwendungsstand,
} from '../../ipc/bindings';
import { eines } from '../../shared/liste';

/** Empty is the start, and only what is open. */
export const FILTER = {
  suche: '',
  mit_abgeschlossenen: '',
  art: '',
  geber: '',
  stand: '',
  entscheidung: '',
  zu_bestaetigen: '',
  tag_von: '',
  tag_bis: '',
};
export type Filterwerte = typeof FILTER;

export const filterAus = (f: Filterwerte): ZuwendungFilter => ({
  suche: f.suche,
  arten: eines<Zuwendungsart>(f.art),
  geber: eines<Geberart>(f.geber),
  staende: eines<Zuwendungsstand>(f.stand),
  entscheidungen: eines<Annahme>(f.entscheidung),
  nur_offene: f.mit_abgeschlossenen === '',
  zu_bestaetigen: f.zu_bestaetigen === 'ja',
  tag_von: f.tag_von || null,
  tag_bis: f.tag_bis || null,
});

/** Whether anything narrows the list beyond what is open. */
export const eingeengt = (f: Filterwerte) =>
  Object.entries(f).some(([name, wert]) => name !== 'mit_abgeschlossenen' && wert !== '');

/** Filters that stand behind "Weitere Filter", as far as they are set. */
export const weitereGesetzt = (f: Filterwerte) =>
  [f.geber, f.entscheidung, f.zu_bestaetigen, f.tag_von, f.tag_bis].filter((w) => w !== '').length;

/** The name by which the core sorts a column. */
export const sortierungAus = (spalte: string | null): Zuwendungssortierung =>
  (spalte ?? 'dringlichkeit') as Zuwendungssortierung;
