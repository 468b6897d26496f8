/** The queue: its filter as the window keeps it (all text), the request, and what must happen next in a row. */
import type {
  Eskalationsstufe,
  Kanal,
  Reaktionsart,
  ReaktionFilter,
  Reaktionssortierung,
  Reaktionsstand,
  Reaktionsurteil,
  Reaktionszeile,
} from '../../ipc/bindings';
import { abstand } from '../../shared/kalender';
import type { Statusart } from '../../shared/Status.svelte';
import { meldung } from './uhr';
import { beurteilt, nurAbgabe, STAND, STUFE, URTEIL } from './worte';
import { eines } from '../../shared/liste';

/** Empty is the start, and only what is open. */
export const FILTER = {
  suche: '',
  mit_erledigten: '',
  art: '',
  kanal: '',
  stand: '',
  sachgebiet: '',
  ursache: '',
  team_id: '',
  zustaendig_team: '',
  zustaendig: '',
  urteil: '',
  stufe: '',
  faellig_von: '',
  faellig_bis: '',
  eingang_von: '',
  eingang_bis: '',
  beantwortet_von: '',
  beantwortet_bis: '',
  wiederholt: '',
  beurteilung_offen: '',
};
export type Filterwerte = typeof FILTER;

/** States with those that have been looked through taken together. */
export const STANDFILTER: Record<string, string | { text: string }> = {
  ...STAND,
  gesichtet: 'gesichtet und offen',
};
const GESICHTET: Reaktionsstand[] = ['offen', 'wartet', 'beantwortet'];

/** Judgements with those taken together that the comparison of causes counts. */
export const URTEILFILTER: Record<string, string> = {
  ...URTEIL,
  begruendet: 'ganz oder teilweise berechtigt',
  beurteilt: 'beurteilt, gleich wie',
};
const BEGRUENDET: Reaktionsurteil[] = ['berechtigt', 'teilweise'];
const BEURTEILT: Reaktionsurteil[] = [...BEGRUENDET, 'unberechtigt'];

function urteile(wert: string): Reaktionsurteil[] {
  if (wert === 'begruendet') return BEGRUENDET;
  return wert === 'beurteilt' ? BEURTEILT : eines<Reaktionsurteil>(wert);
}

/** Stands for "none was entered" where the empty text stands for "all". */
export const OHNE = 'ohne';
const oderOhne = (wert: string): string[] => (wert === OHNE ? [''] : eines<string>(wert));

export function filterAus(f: Filterwerte): ReaktionFilter {
  return {
    suche: f.suche,
    arten: eines<Reaktionsart>(f.art),
    kanaele: eines<Kanal>(f.kanal),
    staende: f.stand === 'gesichtet' ? GESICHTET : eines<Reaktionsstand>(f.stand),
    nur_offene: f.mit_erledigten === '',
    sachgebiete: oderOhne(f.sachgebiet),
    ursachen: oderOhne(f.ursache),
    team_id: f.team_id || null,
    zustaendig_team: f.zustaendig_team || null,
    zustaendig: f.zustaendig || null,
    urteile: urteile(f.urteil),
    stufe: (f.stufe || null) as Eskalationsstufe | null,
    faellig_von: f.faellig_von || null,
    faellig_bis: f.faellig_bis || null,
    eingang_von: f.eingang_von || null,
    eingang_bis: f.eingang_bis || null,
    beantwortet_von: f.beantwortet_von || null,
    beantwortet_bis: f.beantwortet_bis || null,
    wiederholt: f.wiederholt === 'ja',
    beurteilung_offen: f.beurteilung_offen === 'ja',
    dieselbe_person_wie: null,
  };
}

/** Whether anything narrows the list beyond what is open. */
export const eingeengt = (f: Filterwerte) =>
  Object.entries(f).some(([name, wert]) => name !== 'mit_erledigten' && wert !== '');

/** Filters that stand behind "Weitere Filter", as far as they are set. */
export const weitereGesetzt = (f: Filterwerte) =>
  [
    f.kanal,
    f.ursache,
    f.team_id,
    f.zustaendig,
    f.urteil,
    f.stufe,
    f.faellig_von,
    f.faellig_bis,
    f.eingang_von,
    f.eingang_bis,
    f.beantwortet_von,
    f.beantwortet_bis,
    f.wiederholt,
    f.beurteilung_offen,
  ].filter((w) => w !== '').length;

/** The name by which the core sorts a column. */
export const sortierungAus = (spalte: string | null): Reaktionssortierung =>
  spalte === null || spalte === 'naechster_tag' ? 'dringlichkeit' : (spalte as Reaktionssortierung);

type Lagezeile = Pick<
  Reaktionszeile,
  | 'art'
  | 'stand'
  | 'naechster_tag'
  | 'bestaetigung_bis'
  | 'bestaetigt_am'
  | 'antwort_bis'
  | 'urteil'
  | 'rechtsbehelf'
  | 'ergebnis'
>;

/** What must happen next; empty: nothing. */
export function zuTun(z: Lagezeile): string {
  switch (z.stand) {
    case 'eingegangen':
      return 'sichten';
    case 'offen': {
      if (nurAbgabe(z.art)) return 'abgeben';
      // Nothing is promised to who wishes no answer.
      if (z.bestaetigung_bis === null) return 'klären und beenden';
      const erstBestaetigen = z.bestaetigt_am === null && z.naechster_tag === z.bestaetigung_bis;
      return erstBestaetigen && z.naechster_tag !== z.antwort_bis ? 'Eingang bestätigen' : 'antworten';
    }
    case 'wartet':
      return z.bestaetigt_am === null && z.bestaetigung_bis !== null && z.naechster_tag === z.bestaetigung_bis
        ? 'Eingang bestätigen'
        : 'nachfragen';
    case 'beantwortet': {
      // What was nothing but a Rechtsbehelf is judged in its procedure.
      const imVerfahren = z.rechtsbehelf && z.ergebnis === 'ohne_antwort';
      return beurteilt(z.art) && z.urteil === null && !imVerfahren ? 'beurteilen' : 'abschließen';
    }
    case 'erledigt':
      return '';
  }
}

/** How near the day is on which something must happen; null: not near. */
export function naehe(tag: string | null, heute: string): { art: Statusart; text: string } | null {
  if (tag === null) return null;
  if (tag < heute) return { art: 'gefahr', text: 'überfällig' };
  const wann = abstand(heute, tag);
  return wann === 'heute' || wann === 'morgen' ? { art: 'warnung', text: wann } : null;
}

/** How far it has gone up, as a mark in a row; null: not beyond the team. */
export const gemeldet = (z: Pick<Reaktionszeile, 'stufe' | 'art' | 'zustaendig_team'>) =>
  meldung(z.stufe, { art: z.art, beimKrm: z.zustaendig_team === null }, STUFE_KURZ);

const STUFE_KURZ = { ...STUFE, krm: 'KRM' };
