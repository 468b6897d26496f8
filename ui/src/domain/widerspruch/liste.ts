/** The filter of the register as the window keeps it (all text), and the request that comes from it. */
import type { Verfahrensart, Verfahrensergebnis, VerfahrenFilter, Verfahrensstand } from '../../ipc/bindings';

/** Only what is open, until the person chooses otherwise. */
export const FILTER = {
  suche: '',
  offen: 'ja',
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

export const OHNE_FILTER: Filterwerte = { ...FILTER, offen: '' };

const eines = <T>(wert: string): T[] => (wert === '' ? [] : [wert as T]);

export function filterAus(f: Filterwerte): VerfahrenFilter {
  return {
    suche: f.suche,
    arten: eines<Verfahrensart>(f.art),
    staende: eines<Verfahrensstand>(f.stand),
    nur_offene: f.offen === 'ja',
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

/** Whether anything but the standing choice "only open" narrows the list. */
export const eingeengt = (f: Filterwerte) =>
  Object.entries(f).some(([name, wert]) => name !== 'offen' && wert !== '');
