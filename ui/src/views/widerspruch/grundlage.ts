/** What the pages of the register choose from. */
import { mitRolle, type Grundlage } from '../../shared/grundlage';

export { katalogtitel, katalogwahl, ladeGrundlage, teamwahl, type Grundlage } from '../../shared/grundlage';

/** Who keeps procedures. */
export const stelle = (g: Grundlage) => mitRolle(g, ['widerspruchsstelle']);
