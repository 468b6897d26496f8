/** The filter of the register as the window keeps it (all text), and the request that comes from it. */
import type { Verfahrensart, Verfahrensergebnis, VerfahrenFilter, Verfahrensstand } from '../../ipc/bindings';
import { ERGEBNIS } from './worte';
import { eines } from '../../shared/liste';

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
  ursache: '',
  entschieden_von: '',
  entschieden_bis: '',
  eingang_von: '',
  eingang_bis: '',
  frist_bis: '',
  unbestaetigt: '',
};
export type Filterwerte = typeof FILTER;

/** Results with those taken together that the house counts as a success. */
export const ERGEBNISFILTER: Record<string, string> = {
  erfolgreich: 'mit ganzem oder teilweisem Erfolg',
  ...ERGEBNIS,
};
const ERFOLGREICH: Verfahrensergebnis[] = [
  'abhilfe',
  'teilabhilfe',
  'stattgegeben',
  'teilweise_stattgegeben',
  'anerkenntnis',
  'vergleich',
];
/** Stands for "none was found" where the empty text stands for "all". */
export const OHNE = 'ohne';

export function filterAus(f: Filterwerte): VerfahrenFilter {
  return {
    suche: f.suche,
    arten: eines<Verfahrensart>(f.art),
    staende: eines<Verfahrensstand>(f.stand),
    nur_offene: f.mit_erledigten === '',
    sachgebiete: eines<string>(f.sachgebiet),
    team_id: f.team_id || null,
    zustaendig: f.zustaendig || null,
    ergebnisse: f.ergebnis === 'erfolgreich' ? ERFOLGREICH : eines<Verfahrensergebnis>(f.ergebnis),
    ursachen: f.ursache === OHNE ? [''] : eines<string>(f.ursache),
    eingang_von: f.eingang_von || null,
    eingang_bis: f.eingang_bis || null,
    entschieden_von: f.entschieden_von || null,
    entschieden_bis: f.entschieden_bis || null,
    frist_bis: f.frist_bis || null,
    unbestaetigt: f.unbestaetigt === 'ja',
  };
}

/** Whether anything narrows the list beyond what is open. */
export const eingeengt = (f: Filterwerte) =>
  Object.entries(f).some(([name, wert]) => name !== 'mit_erledigten' && wert !== '');

/** Filters that stand behind "Weitere Filter", as far as they are set. */
export const weitereGesetzt = (f: Filterwerte) =>
  [
    f.ergebnis,
    f.ursache,
    f.eingang_von,
    f.eingang_bis,
    f.entschieden_von,
    f.entschieden_bis,
    f.frist_bis,
  ].filter((w) => w !== '').length;
