/** The Gefährdungsatlas as a list: its filter as the window keeps it (all text), and the request. */
import type {
  GefaehrdungFilter,
  Gefaehrdungsgrad,
  Gefaehrdungssortierung,
  Gefaehrdungsstand,
  Gefaehrdungszeile,
} from '../../ipc/bindings';
import { eines } from '../../shared/liste';
import type { Marke } from '../../shared/marke';
import { rotationsmarke } from './gefaehrdung';
import { GRAD } from './worte';

/** Empty is the start, and only what there still is. */
export const FILTER = {
  suche: '',
  mit_aufgehobenen: '',
  grad: '',
  stand: '',
  einheit: '',
  rotation_faellig: '',
  ueberpruefung_faellig: '',
  zu_bestaetigen: '',
};
export type Filterwerte = typeof FILTER;

/** What the Richtlinie calls for a risk analysis, as one choice. */
export const AB_HOCH = 'ab_hoch';
export const GRADWAHL: Record<string, string> = {
  [AB_HOCH]: 'hoch und besonders gefährdet',
  ...Object.fromEntries(Object.entries(GRAD).map(([wert, m]) => [wert, m.text])),
};

export function filterAus(f: Filterwerte): GefaehrdungFilter {
  const [art, id] = f.einheit.split(':');
  return {
    suche: f.suche,
    staende: eines<Gefaehrdungsstand>(f.stand),
    grade: f.grad === AB_HOCH ? ['hoch', 'besonders'] : eines<Gefaehrdungsgrad>(f.grad),
    team_id: art === 'team' ? (id ?? null) : null,
    bereich_id: art === 'bereich' ? (id ?? null) : null,
    nur_bestehende: f.mit_aufgehobenen === '',
    rotation_faellig: f.rotation_faellig === 'ja',
    ueberpruefung_faellig: f.ueberpruefung_faellig === 'ja',
    zu_bestaetigen: f.zu_bestaetigen === 'ja',
  };
}

/** Whether anything narrows the list beyond what there still is. */
export const eingeengt = (f: Filterwerte) =>
  Object.entries(f).some(([name, wert]) => name !== 'mit_aufgehobenen' && wert !== '');

/** Filters that stand behind "Weitere Filter", as far as they are set. */
export const weitereGesetzt = (f: Filterwerte) =>
  [f.einheit, f.ueberpruefung_faellig, f.zu_bestaetigen].filter((w) => w !== '').length;

/** The name by which the core sorts a column. */
export const sortierungAus = (spalte: string | null): Gefaehrdungssortierung =>
  (spalte ?? 'grad') as Gefaehrdungssortierung;

/** The rotation of a row, whose column says already what it is about; null: no limit is known. */
export function zeilenrotation(z: Gefaehrdungszeile, heute: string): Marke | null {
  const r = z.rotation_ab === null ? null : { ab: z.rotation_ab, ausnahme_bis: z.ausnahme_bis };
  const marke = rotationsmarke(r, z.rotation_faellig, heute);
  return marke && { ...marke, text: marke.text.replace(/^Rotation /, '') };
}
