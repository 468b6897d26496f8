/** Words of a run as a whole: its state, its steps, its frame. */
import type {
  Durchgang,
  DurchgangDetail,
  Durchgangsluecke,
  Durchgangsrahmen,
  Durchgangsschritt,
  Rolle,
} from '../../ipc/bindings';
import { rollentitel } from '../verwaltung/rollen';
import type { Bearbeitungsfeld } from '../../shared/bearbeitung.svelte';
import { datum } from '../../shared/format';
import { LUECKE } from './antworten';

export const SCHRITT: Record<Durchgangsschritt, string> = {
  vorlegen: 'Zur Freigabe vorlegen',
  freigeben: 'Freigeben',
  zurueckgeben: 'Zurückgeben',
  zurueckziehen: 'Vorlage zurückziehen',
  berichtigen: 'Berichtigen',
  entfallen: 'Nicht durchführen',
};

/** Said when it is done. */
export const GETAN: Record<Durchgangsschritt, string> = {
  vorlegen: 'Der Durchgang ist zur Freigabe vorgelegt.',
  freigeben: 'Der Durchgang ist freigegeben.',
  zurueckgeben: 'Der Durchgang ist zurückgegeben.',
  zurueckziehen: 'Die Vorlage ist zurückgezogen.',
  berichtigen: 'Die Berichtigung ist angelegt.',
  entfallen: 'Der Durchgang ist als nicht durchgeführt beendet.',
};

export type MitGrund = 'zurueckgeben' | 'entfallen' | 'berichtigen';

/** Steps that need a reason: what happens, and what is asked. */
export const BEGRUENDET: Record<MitGrund, { text: string; label: string; hinweis?: string }> = {
  zurueckgeben: {
    text: 'Der Durchgang geht an die Bearbeitung zurück. Der Grund steht dort über dem Prüfbogen.',
    label: 'Was ist noch zu tun?',
  },
  entfallen: {
    text: 'Der Durchgang endet ohne Ergebnis. Er bleibt mit seinem Grund und seinen Antworten sichtbar.',
    label: 'Grund',
  },
  berichtigen: {
    text: 'Antworten und Nachweise werden in eine neue Fassung übernommen. Die bisherige gilt, bis die neue freigegeben ist.',
    label: 'Was wird berichtigt?',
  },
};

export const mitGrund = (s: Durchgangsschritt): s is MitGrund => s in BEGRUENDET;

/** Buttons in the order of their use. */
export const schritte = (moeglich: Durchgangsschritt[]): Durchgangsschritt[] =>
  (Object.keys(SCHRITT) as Durchgangsschritt[]).filter((s) => moeglich.includes(s));

/** `PL-2026-001`, and its Fassung once there is more than one. */
export const durchgangstitel = (d: { nummer: string; fassung: number }): string =>
  d.fassung > 1 ? `${d.nummer}, Fassung ${d.fassung}` : d.nummer;

const TAG_MS = 86_400_000;

/** Days since it was due, while it is still to be presented. */
export function ueberfaellig(d: Pick<Durchgang, 'stand' | 'faellig_am'>, heute: string): number {
  if (d.stand !== 'geplant' && d.stand !== 'in_arbeit') return 0;
  return Math.max(0, Math.round((Date.parse(heute) - Date.parse(d.faellig_am)) / TAG_MS));
}

/** What the frame's form edits. */
export interface Rahmeneingabe {
  von: string | null;
  bis: string | null;
  rolle: string;
  faellig_am: string | null;
}

export const rahmenVon = (d: Durchgang): Rahmeneingabe => ({
  von: d.von,
  bis: d.bis,
  rolle: d.rolle,
  faellig_am: d.faellig_am,
});

/** The entries as the core takes them; the form asks for all of them first. */
export const alsRahmen = (d: Durchgang, e: Rahmeneingabe): Durchgangsrahmen => ({
  ebene: d.ebene,
  einheit_id: d.einheit_id,
  von: e.von ?? '',
  bis: e.bis ?? '',
  rolle: e.rolle as Rolle,
  faellig_am: e.faellig_am ?? '',
});

/** The fields that two persons may have changed at once. */
export const RAHMENFELDER: Bearbeitungsfeld<Rahmeneingabe>[] = [
  { name: 'von', titel: 'Zeitraum von', text: (e) => datum(e.von) },
  { name: 'bis', titel: 'Zeitraum bis', text: (e) => datum(e.bis) },
  { name: 'rolle', titel: 'Zuständig', text: (e) => rollentitel(e.rolle) },
  { name: 'faellig_am', titel: 'Vorzulegen bis', text: (e) => datum(e.faellig_am) },
];

export interface Lueckenzeile {
  frage: string;
  nummer: number;
  text: string;
  fehlt: string;
}

/** What is missing, one row a question, in their order. */
export function lueckenliste(d: Pick<DurchgangDetail, 'kapitel' | 'gestellt' | 'luecken'>): Lueckenzeile[] {
  const fragen = new Map(d.kapitel.flatMap((k) => k.fragen).map((f) => [f.kennung, f.frage]));
  return d.gestellt.flatMap((frage, i) => {
    const fehlt = d.luecken.filter((l: Durchgangsluecke) => l.frage === frage).map((l) => LUECKE[l.art]);
    return fehlt.length > 0
      ? [{ frage, nummer: i + 1, text: fragen.get(frage) ?? frage, fehlt: fehlt.join(', ') }]
      : [];
  });
}

/** Size of an attached file: `850 KB`, `12,3 MB`. */
export function dateigroesse(bytes: number): string {
  const mb = bytes / (1024 * 1024);
  if (mb >= 1) return `${mb.toLocaleString('de-DE', { maximumFractionDigits: 1 })} MB`;
  return `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('de-DE')} KB`;
}

/** Ending of a file name without the dot; empty if it has none. */
export const endung = (name: string): string => (name.includes('.') ? (name.split('.').at(-1) ?? '') : '');

/** An attached name as the proposal for a file outside: without what turns its reading direction. */
export const vorschlagsname = (name: string): string => name.replace(/[^\p{L}\p{N}._ -]/gu, '_');
