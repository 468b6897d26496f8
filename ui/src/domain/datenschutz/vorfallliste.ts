/** The list of breaches: its filter as the window keeps it (all text), and the request. */
import type { Risiko, VorfallFilter, Vorfallsortierung, Vorfallstand } from '../../ipc/bindings';
import { eines } from '../../shared/liste';

/** Empty is the start, and only what is open. */
export const FILTER = {
  suche: '',
  mit_abgeschlossenen: '',
  stand: '',
  risiko: '',
  meldefrist: '',
  kenntnis_von: '',
  kenntnis_bis: '',
};
export type Filterwerte = typeof FILTER;

export const MELDEFRIST: Record<string, string> = {
  laeuft: 'Meldung offen',
  abgelaufen: 'abgelaufen und offen',
  verspaetet: 'verspätet gemeldet',
};

export const filterAus = (f: Filterwerte): VorfallFilter => ({
  suche: f.suche,
  staende: eines<Vorfallstand>(f.stand),
  risiken: eines<Risiko>(f.risiko),
  nur_offene: f.mit_abgeschlossenen === '',
  uhr_laeuft: f.meldefrist === 'laeuft',
  ueberfaellig: f.meldefrist === 'abgelaufen',
  verspaetet: f.meldefrist === 'verspaetet',
  kenntnis_von: f.kenntnis_von || null,
  kenntnis_bis: f.kenntnis_bis || null,
});

/** Whether anything narrows the list beyond what is open. */
export const eingeengt = (f: Filterwerte) =>
  Object.entries(f).some(([name, wert]) => name !== 'mit_abgeschlossenen' && wert !== '');

/** Filters that stand behind "Weitere Filter", as far as they are set. */
export const weitereGesetzt = (f: Filterwerte) =>
  [f.kenntnis_von, f.kenntnis_bis].filter((w) => w !== '').length;

/** The name by which the core sorts a column. */
export const sortierungAus = (spalte: string | null): Vorfallsortierung =>
  spalte === null || spalte === 'frist_ende' ? 'dringlichkeit' : (spalte as Vorfallsortierung);
