/** The filter of the list of Feststellungen as the window keeps it (all text), and the request that comes from it. */
import type { Auswahl, FeststellungListeAnfrage, FeststellungStand, Schwere } from '../../ipc/bindings';
import { FESTSTELLUNGSTAND } from './bogen';

/** `geprueft` is the Sachgebiet of the theme, not that of the Feststellung. */
export const FILTER = {
  stand: '',
  schwere: '',
  frist: '',
  ursache: '',
  geprueft: '',
  auswahl: '',
  abgeschlossen_von: '',
  abgeschlossen_bis: '',
};
export type Filterwerte = typeof FILTER;

/** What all Feststellungen count as that were not taken back. */
export const GELTEND = 'geltend';
const GELTENDE = (Object.keys(FESTSTELLUNGSTAND) as FeststellungStand[]).filter(
  (s) => s !== 'zurueckgenommen',
);

/** How the units were chosen, as the comparison of causes tells them apart. */
export const AUSWAHLFILTER: Record<string, { text: string; auswahlen: Auswahl[] }> = {
  alle_faelle: { text: 'Zufall oder Vollprüfung', auswahlen: ['zufall', 'voll'] },
  bewusst: { text: 'bewusste Auswahl', auswahlen: ['bewusst'] },
};

type Gefiltert = Pick<
  FeststellungListeAnfrage,
  'staende' | 'schwere' | 'ursache' | 'nur_ueberfaellig' | 'abgeschlossene'
>;

export function filterAus(f: Filterwerte): Gefiltert {
  const nurAbgeschlossene = [f.geprueft, f.auswahl, f.abgeschlossen_von, f.abgeschlossen_bis].some(Boolean);
  return {
    staende: f.stand === GELTEND ? GELTENDE : f.stand ? [f.stand as FeststellungStand] : [],
    schwere: (f.schwere || null) as Schwere | null,
    ursache: f.ursache || null,
    nur_ueberfaellig: f.frist === 'ja',
    abgeschlossene: nurAbgeschlossene
      ? {
          von: f.abgeschlossen_von || null,
          bis: f.abgeschlossen_bis || null,
          auswahlen: AUSWAHLFILTER[f.auswahl]?.auswahlen ?? [],
          sachgebiet: f.geprueft || null,
        }
      : null,
  };
}

/** Filters that stand behind "Weitere Filter", as far as they are set. */
export const weitereGesetzt = (f: Filterwerte) =>
  [f.ursache, f.geprueft, f.auswahl, f.abgeschlossen_von, f.abgeschlossen_bis].filter((w) => w !== '').length;
