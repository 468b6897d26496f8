/** What stands on which day: deadlines and Wiedervorlagen for the calendar and the start page. */
import type { Kalendereintrag as Termin } from '../../ipc/bindings';
import { verschiebe } from '../../shared/eingabe';
import type { Kalendereintrag } from '../../shared/kalender';
import { verweis } from '../../shared/router.svelte';
import type { Statusart } from '../../shared/Status.svelte';
import { bindetHaus, KONTROLLART, KURZ } from './fristworte';
import { KONTROLLE } from './worte';

/** A date whose day the person may see. */
export type Tagestermin = Termin & { tag: string };

export const hatTag = (t: Termin): t is Tagestermin => t.tag !== null;

/** Whether someone of the house must act: a Wiedervorlage, or a deadline whose missing costs the house. */
export const fuersHaus = (t: Termin): boolean => t.fristart === null || bindetHaus(t.fristart);

/** A date that still runs although its day is over. */
export const ueberfaellig = (t: Tagestermin, heute: string): boolean =>
  t.stand === 'laufend' && t.tag < heute && fuersHaus(t);

/** Days before a deadline of the house from which it is urgent; the core's last warning. */
const DRINGEND_TAGE = 3;

export interface Lage {
  art: Statusart;
  text: string;
}

function naehe(t: Tagestermin, heute: string): string | null {
  if (!fuersHaus(t) || t.tag > verschiebe(heute, DRINGEND_TAGE, 'T')) return null;
  if (t.tag < heute) return 'überfällig';
  if (t.tag === heute) return 'heute fällig';
  return t.fristart === null ? null : 'dringend';
}

/** How a date stands today, in words and with a symbol. */
export function lage(t: Tagestermin, heute: string): Lage {
  if (t.stand !== 'laufend') return { art: 'erfolg', text: 'erledigt' };
  const nah = naehe(t, heute);
  const offen = t.kontrolle === null || t.kontrolle === 'bestaetigt' ? null : t.kontrolle;
  if (nah !== null || offen !== null) {
    return {
      art: nah !== null || offen === null ? 'gefahr' : KONTROLLART[offen],
      text: [nah, offen && KONTROLLE[offen]].filter((x) => x !== null).join(', '),
    };
  }
  return t.art === 'wiedervorlage'
    ? { art: 'info', text: 'Wiedervorlage' }
    : { art: 'neutral', text: t.tag < heute ? 'abgelaufen' : 'läuft' };
}

/** What is to be done, in few words. */
export const kurztext = (t: Termin): string => (t.fristart === null ? t.titel : KURZ[t.fristart]);

/** The page of its procedure. */
export const ziel = (t: Termin): string => verweis('widerspruch', t.verfahren_id);

const RANG: Record<Statusart, number> = { gefahr: 0, warnung: 1, info: 2, neutral: 3, erfolg: 4 };

/** Entries of the shared calendar; of a full day it shows the first, so that these are the pressing ones. */
export function kalendereintraege(termine: Termin[], heute: string): Kalendereintrag[] {
  return termine
    .filter(hatTag)
    .map((t) => ({ t, l: lage(t, heute), fremd: Number(!fuersHaus(t)) }))
    .sort((a, b) => RANG[a.l.art] - RANG[b.l.art] || a.fremd - b.fremd)
    .map(({ t, l }) => ({
      tag: t.tag,
      text: kurztext(t),
      nummer: t.nummer,
      ziel: ziel(t),
      art: l.art,
      stand: l.text,
    }));
}

export interface Terminfilter {
  /** `haus`, `person`, `wiedervorlage`, or empty: everything. */
  was: string;
  /** Only what this person (user id) keeps, or empty. */
  fuer: string;
}

export function passt(t: Termin, f: Terminfilter): boolean {
  const gruppe = t.art === 'wiedervorlage' ? 'wiedervorlage' : fuersHaus(t) ? 'haus' : 'person';
  return (f.was === '' || f.was === gruppe) && (f.fuer === '' || f.fuer === t.fuer);
}
