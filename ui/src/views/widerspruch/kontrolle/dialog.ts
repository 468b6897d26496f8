/** What each dialog of the controls gets. */
import type { Kontrolleintrag } from '../../../ipc/bindings';

export interface Dialogangaben {
  eintrag: Kontrolleintrag;
  offen: boolean;
  /** After something was saved, or when the entry turned out to be old: loads the list again. */
  fertig: () => Promise<void>;
  /** Opens the next one of the same kind. */
  weiter?: () => void;
}
