/** What the pages of the area choose from. */
import { katalogtitel, mitRolle, type Grundlage } from '../../shared/grundlage';

export { katalogtitel, katalogwahl, ladeGrundlage, teamwahl, type Grundlage } from '../../shared/grundlage';

/** Who works on tickets. */
export const bearbeiter = (g: Grundlage) =>
  mitRolle(g, ['kundenreaktionsmanagement', 'teamleitung', 'bereichsleitung', 'geschaeftsfuehrung']);

export const teamname = (g: Grundlage, id: string) =>
  g.organisation.teams.find((t) => t.id === id)?.name ?? 'früheres Team';

/** Who answers: the team, else those who watch over all answers. */
export const zustaendigeStelle = (g: Grundlage, team: string | null) =>
  team === null ? 'Kundenreaktionsmanagement' : teamname(g, team);

/** Names of what an Anliegen refers to. */
export const titelAus = (g: Grundlage) => ({
  sachgebiet: (kennung: string) => katalogtitel(g, 'sachgebiet', kennung),
  ursache: (kennung: string) => katalogtitel(g, 'ursache', kennung),
  team: (id: string) => teamname(g, id),
});
