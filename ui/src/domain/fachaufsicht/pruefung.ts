/** Words and small rules around a check. */
import type {
  Auswahl,
  Auswahleinheit,
  Fehlerdefinition,
  PruefungDetail,
  Pruefungsart,
  Pruefungsplan,
  Stand,
} from '../../ipc/bindings';
import type { Option } from '../../shared/feld';
import type { Statusart } from '../../shared/Status.svelte';

export const STAND: Record<Stand, { text: string; art: Statusart }> = {
  geplant: { text: 'geplant', art: 'neutral' },
  eingelesen: { text: 'Liste eingelesen', art: 'info' },
  versiegelt: { text: 'Liste versiegelt', art: 'info' },
  gezogen: { text: 'in Prüfung', art: 'warnung' },
  abgeschlossen: { text: 'abgeschlossen', art: 'erfolg' },
  nicht_durchgefuehrt: { text: 'nicht durchgeführt', art: 'gefahr' },
};

export const PRUEFUNGSART: Record<Pruefungsart, string> = {
  basis: 'Basis',
  anlassbezogen: 'anlassbezogen',
  visa: 'VISA',
  nachschau: 'Nachschau',
};

export const AUSWAHL: Record<Auswahl, { text: string; hinweis: string }> = {
  zufall: {
    text: 'Zufall (Stichprobe)',
    hinweis: 'Lässt eine Aussage über alle Fälle zu.',
  },
  bewusst: {
    text: 'bewusste Auswahl',
    hinweis:
      'Gezielt nach Risiko. Das Ergebnis gilt nur für die geprüften Fälle und wird nicht hochgerechnet.',
  },
  voll: { text: 'Vollprüfung', hinweis: 'Alle Fälle. Kein Stichprobenfehler.' },
};

export const FEHLERDEFINITION: Record<Fehlerdefinition, string> = {
  jede: 'jede Abweichung',
  wesentlich: 'nur wesentliche Abweichungen',
  finanziell: 'nur Abweichungen mit Wirkung in Euro',
};

export const EINHEIT: Record<Auswahleinheit, string> = {
  fall: 'Fall',
  bescheid: 'Bescheid',
  zahlung: 'Zahlung',
  massnahme: 'Maßnahme',
};

/** Entries of a select or radio group from a table of words. */
export function optionen(worte: Record<string, string | { text: string; hinweis?: string }>): Option[] {
  return Object.entries(worte).map(([wert, w]) =>
    typeof w === 'string' ? { wert, text: w } : { wert, ...w },
  );
}

/** 10 -> 0.1, without the noise of binary fractions (the core reads the shortest text of the number). */
export function alsRate(prozent: number): number {
  return Number((prozent / 100).toFixed(6));
}

/** 0.1 -> 10 */
export function alsProzent(rate: number): number {
  return Number((rate * 100).toFixed(4));
}

/** 0.1 -> `10 %`, with as many decimals as were given. */
export function prozentsatz(rate: number): string {
  return `${alsProzent(rate).toLocaleString('de-DE', { maximumFractionDigits: 4 })}\u00a0%`;
}

export const SCHRITTE = [
  { pfad: 'planung', titel: 'Planung' },
  { pfad: 'grundgesamtheit', titel: 'Grundgesamtheit' },
  { pfad: 'ziehung', titel: 'Ziehung' },
  { pfad: 'prueffaelle', titel: 'Prüffälle' },
  { pfad: 'auswertung', titel: 'Auswertung' },
  { pfad: 'bericht', titel: 'Bericht' },
] as const;

export type Schritt = (typeof SCHRITTE)[number]['pfad'];

const JETZT: Record<Stand, Schritt> = {
  geplant: 'planung',
  eingelesen: 'grundgesamtheit',
  versiegelt: 'ziehung',
  gezogen: 'prueffaelle',
  abgeschlossen: 'bericht',
  nicht_durchgefuehrt: 'planung',
};

/** The step in which a check is; its page opens first. */
export function jetzigerSchritt(stand: Stand): Schritt {
  return JETZT[stand];
}

/** Whether a step lies behind the check. A check that was not done stays where it was. */
export function istErledigt(schritt: Schritt, stand: Stand): boolean {
  if (stand === 'nicht_durchgefuehrt') return false;
  const stelle = (s: Schritt) => SCHRITTE.findIndex((x) => x.pfad === s);
  return stelle(schritt) < stelle(jetzigerSchritt(stand)) || stand === 'abgeschlossen';
}

/** A plan as forms hold it: rates in per cent, nothing chosen yet. */
export interface Planeingabe extends Omit<
  Pruefungsplan,
  'ziel' | 'konfidenz' | 'zeitraum_von' | 'zeitraum_bis' | 'nachschau_zu'
> {
  zeitraum_von: string | null;
  zeitraum_bis: string | null;
  nachschau_zu: string;
  ziel: number | null;
  konfidenz: number | null;
}

export function leererPlan(): Planeingabe {
  return {
    thema_id: '',
    vorlage_id: '',
    bereich_id: '',
    teams: [],
    zeitraum_von: null,
    zeitraum_bis: null,
    pruefungsart: 'basis',
    nachschau_zu: '',
    auswahl: 'zufall',
    fehlerdefinition: 'jede',
    teilweise_zaehlt: true,
    ziel: 10,
    konfidenz: 95,
    schichtung: 'keine',
    mindest_je_schicht: 5,
    stichprobe_geplant: null,
    erweiterung_regel: '',
    dsb_beteiligt_am: null,
    gegenpruefung_anteil: 10,
    restliche_auf_ja: false,
    stellungnahme_tage: 14,
  };
}

export function eingabeAus(plan: Pruefungsplan): Planeingabe {
  return {
    ...plan,
    nachschau_zu: plan.nachschau_zu ?? '',
    ziel: plan.ziel === null ? null : alsProzent(plan.ziel),
    konfidenz: alsProzent(plan.konfidenz),
  };
}

/** What is sent. Fields that the selection hides are set to what the core expects there. */
export function planAus(e: Planeingabe): Pruefungsplan {
  const zufall = e.auswahl === 'zufall';
  return {
    ...e,
    zeitraum_von: e.zeitraum_von ?? '',
    zeitraum_bis: e.zeitraum_bis ?? '',
    nachschau_zu: e.pruefungsart === 'nachschau' ? e.nachschau_zu : null,
    ziel: e.ziel === null ? null : alsRate(e.ziel),
    konfidenz: alsRate(e.konfidenz ?? 0),
    schichtung: zufall ? e.schichtung : 'keine',
    stichprobe_geplant: e.auswahl === 'voll' ? null : e.stichprobe_geplant,
    erweiterung_regel: zufall ? e.erweiterung_regel : '',
  };
}

/** "Leistung 1 15, Leistung 2 10": what the Prüfprogramm asks of each team; null for a check without one. */
export function vorgabentext({ programm, teams }: Pick<PruefungDetail, 'programm' | 'teams'>): string | null {
  if (programm === null) return null;
  const je = new Map(programm.vorgaben.map((v) => [v.team_id, v.anzahl]));
  return teams.flatMap(({ id, name }) => (je.has(id) ? [`${name}: ${je.get(id)}`] : [])).join(', ');
}
