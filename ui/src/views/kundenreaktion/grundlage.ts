/** What the pages of the area choose from. */
import { mitRolle, type Grundlage } from '../../shared/grundlage';

export { katalogtitel, katalogwahl, ladeGrundlage, teamwahl, type Grundlage } from '../../shared/grundlage';

/** Who works on tickets. */
export const bearbeiter = (g: Grundlage) =>
  mitRolle(g, ['kundenreaktionsmanagement', 'teamleitung', 'bereichsleitung', 'geschaeftsfuehrung']);
