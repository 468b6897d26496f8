/** What the editor chooses from, and names by id. */
import type { Antwort } from '../../ipc/tuer';
import type { Option } from '../../shared/feld';

export interface Programmgrundlage {
  themen: Antwort<'pruefthema.liste'>;
  organisation: Antwort<'organisation.uebersicht'>;
}

export const themenname = (g: Programmgrundlage, id: string): string =>
  g.themen.find((t) => t.thema.id === id)?.thema.titel ?? 'unbekanntes Thema';

export const bereichsname = (g: Programmgrundlage, id: string): string =>
  g.organisation.bereiche.find((b) => b.id === id)?.name ?? 'unbekannter Bereich';

export const teamname = (g: Programmgrundlage, id: string): string =>
  g.organisation.teams.find((t) => t.id === id)?.name ?? 'unbekanntes Team';

/** Teams of an area by name, without those named. */
export const teamsVon = (g: Programmgrundlage, bereich: string, ohne: string[] = []): Option[] =>
  g.organisation.teams
    .filter((t) => t.bereich_id === bereich && !ohne.includes(t.id))
    .map((t) => ({ wert: t.id, text: t.name }))
    .toSorted((a, b) => a.text.localeCompare(b.text, 'de', { numeric: true }));
