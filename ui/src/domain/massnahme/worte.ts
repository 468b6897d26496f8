/** What people read for the closed words of a measure; the same as the core's own titles. */
import type {
  Herkunftsart,
  Massnahmenart,
  Massnahmenschrittart,
  Massnahmenstand,
  Rolle,
} from '../../ipc/bindings';
import type { Option } from '../../shared/feld';
import type { Statusart } from '../../shared/Status.svelte';
import { ROLLENWAHL } from '../verwaltung/rollen';

export const ART: Record<Massnahmenart, string> = {
  schulung: 'Schulung',
  arbeitshilfe: 'Arbeitshilfe',
  prozess: 'Prozess',
  it_meldung: 'IT-Meldung',
  einzelfallkorrektur: 'Einzelfallkorrektur',
};

export const HERKUNFT: Record<Herkunftsart, string> = {
  feststellung: 'Feststellung',
  abweichung: 'Abweichung einer Prüfliste',
  kundenreaktion: 'Kundenreaktion',
  widerspruch: 'Widerspruch',
  datenschutzvorfall: 'Datenschutzvorfall',
  gefaehrdung: 'Gefährdungsatlas',
  eigen: 'ohne Anlass im Register',
};

export const STAND: Record<Massnahmenstand, { art: Statusart; text: string }> = {
  offen: { art: 'info', text: 'offen' },
  in_umsetzung: { art: 'info', text: 'in Umsetzung' },
  umgesetzt: { art: 'info', text: 'umgesetzt' },
  wirkung_belegt: { art: 'erfolg', text: 'Wirkung belegt' },
  wirkung_nicht_belegt: { art: 'warnung', text: 'Wirkung nicht belegt' },
  nicht_messbar: { art: 'neutral', text: 'umgesetzt – Wirkung nicht messbar' },
  verworfen: { art: 'neutral', text: 'verworfen' },
};

/** Nothing is left to do. */
export const ABGESCHLOSSEN: readonly Massnahmenstand[] = ['wirkung_belegt', 'nicht_messbar', 'verworfen'];

export const SCHRITT: Record<Massnahmenschrittart, string> = {
  beginnen: 'Umsetzung beginnen',
  vermerken: 'Vermerk eintragen',
  verschieben: 'Fälligkeit verschieben',
  umsetzen: 'Als umgesetzt eintragen',
  wirkung_feststellen: 'Wirkung feststellen',
  nicht_messbar: 'Wirkung ist nicht messbar',
  weiterfuehren: 'Weiterführen',
  verwerfen: 'Verwerfen',
};

/** Roles that see to nothing: no data, single checks, reading only. */
const OHNE: string[] = ['administration', 'pruefkraft', 'revision'] satisfies Rolle[];

/** Functions that may see to a measure. */
export const FUNKTIONEN: Option[] = ROLLENWAHL.filter((r) => !OHNE.includes(r.wert)).map(
  ({ wert, text }) => ({ wert, text }),
);
