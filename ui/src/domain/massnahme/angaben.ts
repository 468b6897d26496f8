/** What is entered of a measure, as the form keeps it. */
import type { Herkunftsangabe, Massnahme, Massnahmeninhalt, Massnahmenart, Rolle } from '../../ipc/bindings';
import type { Bearbeitungsfeld } from '../../shared/bearbeitung.svelte';
import { rollentitel } from '../verwaltung/rollen';
import { ART } from './worte';

export interface Massnahmeneingabe {
  was: string;
  erlaeuterung: string;
  art: string;
  rolle: string;
  team_id: string;
  faellig: string | null;
}

/** Empty fields, with what the origin promises. Its team is not taken over: it is not who sees to it. */
export const leereEingabe = (anlass: Herkunftsangabe | null): Massnahmeneingabe => ({
  was: anlass?.was ?? '',
  erlaeuterung: '',
  art: '',
  rolle: '',
  team_id: '',
  faellig: anlass?.bis ?? null,
});

export const eingabeAus = ({ angaben: a }: Massnahme): Massnahmeneingabe => ({
  ...a,
  team_id: a.team_id ?? '',
});

/** What is sent; the form asks for kind, function and day before it sends. */
export const angabenAus = (e: Massnahmeneingabe): Massnahmeninhalt => ({
  was: e.was,
  erlaeuterung: e.erlaeuterung,
  art: e.art as Massnahmenart,
  rolle: e.rolle as Rolle,
  team_id: e.team_id || null,
  faellig: e.faellig ?? '',
});

/** The fields that two persons may have changed at once, as a conflict names them. */
export const konfliktfelder = (team: (id: string) => string): Bearbeitungsfeld<Massnahmeneingabe>[] => [
  { name: 'was', titel: 'Maßnahme', text: (e) => e.was },
  { name: 'erlaeuterung', titel: 'Erläuterung', text: (e) => e.erlaeuterung },
  { name: 'art', titel: 'Art', text: (e) => ART[e.art as Massnahmenart] ?? '' },
  { name: 'rolle', titel: 'Zuständig', text: (e) => rollentitel(e.rolle) },
  { name: 'team_id', titel: 'Team', text: (e) => (e.team_id ? team(e.team_id) : '–') },
];
