/** The steps of a check: path, title, component. Each is a sub-page `#/fachaufsicht/<id>/<schritt>`. */
import type { PruefungDetail } from '../../ipc/bindings';

/** What every step gets. */
export interface Schrittangaben {
  detail: PruefungDetail;
  /** Rest of the path after the step. */
  teile: string[];
  /** Loads the check anew after a change. */
  neuLaden: () => Promise<void>;
}
