/** Words of the Prüfprogramm: its states, its steps, its months. */
import type {
  Monatsstand,
  Pruefende,
  Programmkopf,
  Programmschritt,
  Programmstand,
} from '../../ipc/bindings';
import { MONATE } from '../../shared/kalender';
import type { Marke } from '../../shared/marke';

/** For the heads of narrow columns. */
export const MONATE_KURZ = MONATE.map((m) => m.slice(0, 3));

/** `März 2026`; `monat` from 1. */
export const monatstitel = (jahr: number, monat: number): string =>
  `${MONATE[monat - 1] ?? ''} ${jahr}`.trim();

export const PROGRAMMSTAND: Record<Programmstand, Marke> = {
  entwurf: { text: 'Entwurf', art: 'neutral' },
  vorgelegt: { text: 'zur Freigabe vorgelegt', art: 'info' },
  gueltig: { text: 'gültig', art: 'erfolg' },
  ersetzt: { text: 'durch neue Fassung ersetzt', art: 'neutral' },
  verworfen: { text: 'verworfen', art: 'neutral' },
};

export const PRUEFENDE: Record<Pruefende, string> = {
  teamleitung: 'Teamleitung des Teams',
  qualitaetsmanagement: 'Qualitätsmanagement',
  pruefkraft: 'Prüfkräfte, je Fall zugewiesen',
};

export const MONATSSTAND: Record<Monatsstand, Marke> = {
  frei: { text: 'nicht vorgesehen', art: 'neutral' },
  kuenftig: { text: 'noch nicht begonnen', art: 'neutral' },
  faellig: { text: 'zu ziehen', art: 'info' },
  in_arbeit: { text: 'in Prüfung', art: 'info' },
  erledigt: { text: 'geprüft', art: 'erfolg' },
  weniger: { text: 'weniger als geplant', art: 'warnung' },
  ausgefallen: { text: 'mit Grund ausgefallen', art: 'neutral' },
  versaeumt: { text: 'nicht durchgeführt, ohne Grund', art: 'gefahr' },
};

/** What people do; "Ändern" is a page of its own. */
export type Schritt = Exclude<Programmschritt, 'speichern'>;

export const SCHRITT: Record<Schritt, string> = {
  vorlegen: 'Zur Freigabe vorlegen',
  freigeben: 'Freigeben',
  zurueckgeben: 'Zurückgeben',
  zurueckziehen: 'Vorlage zurückziehen',
  fortschreiben: 'Neue Fassung beginnen',
  verwerfen: 'Entwurf verwerfen',
};

/** Said when it is done. */
export const GETAN: Record<Schritt, string> = {
  vorlegen: 'Das Prüfprogramm ist zur Freigabe vorgelegt.',
  freigeben: 'Das Prüfprogramm ist freigegeben und gilt.',
  zurueckgeben: 'Das Prüfprogramm ist zurückgegeben.',
  zurueckziehen: 'Die Vorlage ist zurückgezogen.',
  fortschreiben: 'Die neue Fassung ist begonnen.',
  verwerfen: 'Der Entwurf ist verworfen.',
};

export type MitGrund = 'zurueckgeben' | 'fortschreiben';

/** Steps that need a reason: what happens, and what is asked. */
export const BEGRUENDET: Record<MitGrund, { text: string; label: string }> = {
  zurueckgeben: {
    text: 'Das Prüfprogramm wird wieder zum Entwurf. Der Grund steht dort über dem Plan.',
    label: 'Was ist noch zu tun?',
  },
  fortschreiben: {
    text: 'Die neue Fassung beginnt als Entwurf mit den Zahlen der bisherigen. Bis zu ihrer Freigabe gilt die bisherige.',
    label: 'Was ändert sich, und warum?',
  },
};

export const mitGrund = (s: Schritt): s is MitGrund => s in BEGRUENDET;

/** Buttons in the order of their use. While a Fassung is in work no other one begins. */
export function schritte(moeglich: Programmschritt[], fassungen: Pick<Programmkopf, 'stand'>[]): Schritt[] {
  const inArbeit = fassungen.some((k) => k.stand === 'entwurf' || k.stand === 'vorgelegt');
  return (Object.keys(SCHRITT) as Schritt[]).filter(
    (s) => moeglich.includes(s) && !(s === 'fortschreiben' && inArbeit),
  );
}
