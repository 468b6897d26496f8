/** The list: its filter as the window keeps it (all text) and the request. */
import type {
  Herkunftsart,
  Massnahmenart,
  MassnahmenFilter,
  Massnahmensortierung,
  Massnahmenstand,
  Massnahmenzeile,
  Rolle,
} from '../../ipc/bindings';
import { abstand } from '../../shared/kalender';
import type { Statusart } from '../../shared/Status.svelte';
import { STAND } from './worte';
import { eines } from '../../shared/liste';

/** Empty is the start, and only what is open. */
export const FILTER = {
  suche: '',
  mit_erledigten: '',
  stand: '',
  art: '',
  herkunft: '',
  rolle: '',
  team_id: '',
  ueberfaellig: '',
  wirkung_zu_pruefen: '',
  eigene: '',
  faellig_von: '',
  faellig_bis: '',
};
export type Filterwerte = typeof FILTER;

/** States with those taken together in which something is still to be done: what the start page counts as due. */
export const STANDFILTER: Record<string, string | { text: string }> = {
  ...STAND,
  zu_tun: 'noch nicht umgesetzt',
};
const ZU_TUN: Massnahmenstand[] = ['offen', 'in_umsetzung'];

/** States that are an end: whoever asks for one of them means the closed measures too. */
const ENDEN: string[] = ['wirkung_belegt', 'nicht_messbar', 'verworfen'] satisfies Massnahmenstand[];

export function filterAus(f: Filterwerte): MassnahmenFilter {
  return {
    suche: f.suche,
    staende: f.stand === 'zu_tun' ? ZU_TUN : eines<Massnahmenstand>(f.stand),
    arten: eines<Massnahmenart>(f.art),
    herkuenfte: eines<Herkunftsart>(f.herkunft),
    rollen: eines<Rolle>(f.rolle),
    team_id: f.team_id || null,
    nur_offene: f.mit_erledigten === '' && !ENDEN.includes(f.stand),
    ueberfaellig: f.ueberfaellig === 'ja',
    wirkung_zu_pruefen: f.wirkung_zu_pruefen === 'ja',
    eigene: f.eigene === 'ja',
    faellig_von: f.faellig_von || null,
    faellig_bis: f.faellig_bis || null,
  };
}

/** Whether anything narrows the list beyond what is open. */
export const eingeengt = (f: Filterwerte) =>
  Object.entries(f).some(([name, wert]) => name !== 'mit_erledigten' && wert !== '');

/** Filters that stand behind "Weitere Filter", as far as they are set. */
export const weitereGesetzt = (f: Filterwerte) =>
  [f.team_id, f.wirkung_zu_pruefen, f.faellig_von, f.faellig_bis].filter((w) => w !== '').length;

/** The name by which the core sorts a column. */
export const sortierungAus = (spalte: string | null): Massnahmensortierung =>
  spalte === null || spalte === 'naechster_tag' ? 'dringlichkeit' : (spalte as Massnahmensortierung);

/** What must happen next in a row; empty: nothing. */
export function zuTun(z: Pick<Massnahmenzeile, 'stand'>): string {
  switch (z.stand) {
    case 'offen':
    case 'in_umsetzung':
      return 'umsetzen';
    case 'umgesetzt':
      return 'Wirkung prüfen';
    case 'wirkung_nicht_belegt':
      return 'weiterführen';
    default:
      return '';
  }
}

/** How near the day is on which something must happen; null: not near. */
export function naehe(
  z: Pick<Massnahmenzeile, 'ueberfaellig' | 'naechster_tag'>,
  heute: string,
): { art: Statusart; text: string } | null {
  if (z.ueberfaellig) return { art: 'gefahr', text: 'überfällig' };
  if (z.naechster_tag === null) return null;
  if (z.naechster_tag < heute) return { art: 'warnung', text: 'Tag erreicht' };
  const wann = abstand(heute, z.naechster_tag);
  return wann === 'heute' || wann === 'morgen' ? { art: 'warnung', text: wann } : null;
}
