/** Words of Prüflisten as people read them; the core has the same in its lists and reports. */
import type {
  Durchgangsstand,
  Ebene,
  Katalogfassungskopf,
  Listenantwort,
  Pruefgebiet,
} from '../../ipc/bindings';
import { anzahl, zeitpunkt } from '../../shared/format';
import type { Statusart } from '../../shared/Status.svelte';

export const GEBIET: Record<Pruefgebiet, string> = {
  datenschutz: 'Datenschutz',
  korruption: 'Korruptionsprävention',
  it_sicherheit: 'IT-Sicherheit',
  sonstiges: 'Sonstiges',
};

export const EBENE: Record<Ebene, string> = { haus: 'Haus', standort: 'Standort', team: 'Team' };

export const STAND: Record<Durchgangsstand, { art: Statusart; text: string }> = {
  geplant: { art: 'neutral', text: 'geplant' },
  in_arbeit: { art: 'info', text: 'in Arbeit' },
  vorgelegt: { art: 'warnung', text: 'zur Freigabe vorgelegt' },
  freigegeben: { art: 'erfolg', text: 'freigegeben' },
  ersetzt: { art: 'neutral', text: 'durch Berichtigung ersetzt' },
  entfallen: { art: 'neutral', text: 'nicht durchgeführt' },
};

export const ANTWORT: Record<Listenantwort, string> = {
  erfuellt: 'erfüllt',
  teilweise: 'teilweise',
  nicht_erfuellt: 'nicht erfüllt',
  nicht_anwendbar: 'nicht anwendbar',
};

/** Planned, at work or presented: something is still to be done. */
export const OFFEN: readonly Durchgangsstand[] = ['geplant', 'in_arbeit', 'vorgelegt'];

/** As the core names them. */
export const GEWICHT: Record<string, string> = { 1: 'ergänzend', 2: 'wichtig', 3: 'wesentlich' };
export const gewichtText = (gewicht: number): string => GEWICHT[gewicht] ?? String(gewicht);

/** `alle 12 Monate`, `jeden Monat`, `alle 2 Jahre`. */
export function turnusText(monate: number): string {
  if (monate === 1) return 'jeden Monat';
  if (monate === 12) return 'jedes Jahr';
  return monate % 12 === 0 ? `alle ${monate / 12} Jahre` : `alle ${monate} Monate`;
}

/** Who released a version and when, or that nobody did. */
export const fassungsstand = (
  k: Pick<Katalogfassungskopf, 'freigegeben_von' | 'freigegeben_am'>,
): { art: Statusart; text: string } =>
  k.freigegeben_von
    ? { art: 'erfolg', text: `freigegeben von ${k.freigegeben_von}` }
    : { art: 'warnung', text: 'ungeprüft' };

/** `mitgeliefert`, or who wrote it and when. */
export const herkunftText = (
  k: Pick<Katalogfassungskopf, 'herkunft' | 'angelegt_von' | 'angelegt_am'>,
): string =>
  k.herkunft === 'mitgeliefert' ? 'mitgeliefert' : `${k.angelegt_von}, ${zeitpunkt(k.angelegt_am)}`;

export const fragenText = (n: number): string => anzahl(n, 'Frage', 'Fragen');

/** Where a version is used: `in 4 Durchgängen`. */
export const verwendungText = (n: number): string =>
  n === 0 ? 'noch in keinem Durchgang' : `in ${anzahl(n, 'Durchgang', 'Durchgängen')}`;
