/** The filter of the register as the window keeps it (all text), and the request that comes from it. */
import type { Verfahrensart, Verfahrensergebnis, VerfahrenFilter, Verfahrensstand } from '../../ipc/bindings';

/** Empty is the start, and only what is open. */
export const FILTER = {
  suche: '',
  mit_erledigten: '',
  art: '',
  stand: '',
  sachgebiet: '',
  team_id: '',
  zustaendig: '',
  ergebnis: '',
  eingang_von: '',
  eingang_bis: '',
  frist_bis: '',
  unbestaetigt: '',
};
export type Filterwerte = typeof FILTER;

const eines = <T>(wert: string): T[] => (wert === '' ? [] : [wert as T]);

export function filterAus(f: Filterwerte): VerfahrenFilter {
  return {
    suche: f.suche,
    arten: eines<Verfahrensart>(f.art),
    staende: eines<Verfahrensstand>(f.stand),
    nur_offene: f.mit_erledigten === '',
    sachgebiete: eines<string>(f.sachgebiet),
    team_id: f.team_id || null,
    zustaendig: f.zustaendig || null,
    ergebnisse: eines<Verfahrensergebnis>(f.ergebnis),
    eingang_von: f.eingang_von || null,
    eingang_bis: f.eingang_bis || null,
    entschieden_von: null,
    entschieden_bis: null,
    frist_bis: f.frist_bis || null,
    unbestaetigt: f.unbestaetigt === 'ja',
  };
}

/** Whether anything narrows the list beyond what is open. */
export const eingeengt = (f: Filterwerte) =>
  Object.entries(f).some(([name, wert]) => name !== 'mit_erledigten' && wert !== '');

/** Filters that stand behind "Weitere Filter", as far as they are set. */
export const weitereGesetzt = (f: Filterwerte) =>
  [f.ergebnis, f.eingang_von, f.eingang_bis, f.frist_bis].filter((w) => w !== '').length;
