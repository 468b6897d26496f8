/** What can be handed out, and what was. */
import type { Ausgabeart, Berichtsart, Berichtsname, Rolle } from '../../ipc/bindings';
import type { Anfrage } from '../../ipc/tuer';

const ARTEN: Record<Ausgabeart, string> = {
  pruefbericht: 'Prüfbericht',
  pruefvermerk: 'Prüfvermerk',
  rueckmeldeliste: 'Rückmeldeliste',
  blankobogen: 'Blanko-Prüfbogen',
  programmbericht: 'Jahresbericht des Prüfprogramms',
  widerspruchsbericht: 'Widerspruchsbericht',
  fristenbuch: 'Fristenbuch',
  protokollauszug: 'Protokollauszug',
  ziehungsprotokoll: 'Ziehungsprotokoll (JSON)',
  ziehungsprotokoll_pdf: 'Ziehungsprotokoll (PDF)',
  ziehungsliste: 'Liste der Pseudonyme',
  rechenanfragen: 'Anfragen an iksctl rechne',
  importbefunde: 'Befunde der Einlesung',
  antwortschreiben: 'Antwortschreiben',
  prueflistenbericht: 'Prüflistenbericht',
  anhang: 'Anhang',
  krm_bericht: 'KRM-Bericht',
  massnahmenliste: 'Maßnahmenliste',
  vorfallverzeichnis: 'Verzeichnis der Datenschutzvorfälle',
  liste: 'Liste',
};

/** Kinds for the filter. */
export const ARTWAHL = Object.entries(ARTEN).map(([wert, text]) => ({ wert, text }));

/** Title of a kind; a kind that this window does not know keeps its name. */
export function artTitel(art: string): string {
  return ARTEN[art as Ausgabeart] ?? art;
}

export function groesse(bytes: number): string {
  const kb = Math.max(1, Math.round(bytes / 1024));
  return `${kb.toLocaleString('de-DE')} KB`;
}

/** What a person enters for a report. */
export interface Berichtsangaben {
  nummer: string;
  von: string | null;
  bis: string | null;
  datei: string;
}

export const leereAngaben = (): Berichtsangaben => ({ nummer: '', von: null, bis: null, datei: '' });

/** What a report is about: whose number it asks for, how one looks, and when one is complete. */
interface Gegenstand {
  wessen: string;
  beispiel: string;
  muster: RegExp;
}

const GEGENSTAND: Record<string, Gegenstand> = {
  pruefliste: { wessen: 'des Durchgangs', beispiel: 'PL-2026-001', muster: /^[A-Z]+-\d{4}-\d{3,}$/i },
  pruefvermerk: {
    wessen: 'der Prüfung und des Falls',
    beispiel: 'FA-2026-001/7',
    muster: /^[A-Z]+-\d{4}-\d{3,}\/\d+$/i,
  },
  rueckmeldung: {
    wessen: 'der Prüfung und das Team',
    beispiel: 'FA-2026-001/Leistung 1',
    muster: /^[A-Z]+-\d{4}-\d{3,}\/.+$/i,
  },
  pruefbogen: {
    wessen: 'der Prüfung oder die Kennung des Prüfthemas',
    beispiel: 'FA-2026-001 oder bewilligung',
    muster: /^[A-Z][A-Z\d-]+(\/\d+)?$/i,
  },
  pruefprogramm: { wessen: 'des Prüfprogramms (das Jahr)', beispiel: '2026', muster: /^\d{4}$/ },
};
const PRUEFUNG: Gegenstand = {
  wessen: 'der Prüfung',
  beispiel: 'FA-2026-001',
  muster: /^[A-Z]+-\d{4}-\d{3,}$/i,
};

export const numeriert = (bericht: string): Gegenstand => GEGENSTAND[bericht] ?? PRUEFUNG;

/** What a report is called as a file: nothing that a file system takes for more than a name. */
export const dateiname = (...teile: string[]): string =>
  teile
    .join('-')
    .replaceAll('ü', 'ue')
    .replaceAll(/[/\\:*?"<>|\s]+/g, '-');

/**
 * Whether one of the roles may have that report at all; the core decides again. Reports on a whole check or register
 * are not for those who only check cases or lead a team.
 */
export function fuerRollen(bericht: string, rollen: readonly Rolle[]): boolean {
  const prueft = (r: Rolle) => r === 'pruefkraft' || r === 'teamleitung';
  if (bericht === 'pruefvermerk')
    return rollen.some((r) => prueft(r) || r === 'qualitaetsmanagement' || r === 'bereichsleitung');
  if (bericht === 'rueckmeldung') return rollen.some((r) => r !== 'pruefkraft');
  return bericht === 'pruefbogen' || rollen.some((r) => !prueft(r));
}

export type Berichtsauswahl = Omit<Anfrage<'bericht.vorschau'>, 'blatt'>;

/** The report that the entries name; null while something is missing. */
export function auswahl(
  art: Pick<Berichtsart, 'name' | 'mit_nummer' | 'mit_zeitraum'>,
  { nummer, von, bis }: Berichtsangaben,
): Berichtsauswahl | null {
  if (art.mit_nummer && !numeriert(art.name).muster.test(nummer.trim())) return null;
  if (art.mit_zeitraum && (von === null || bis === null || bis < von)) return null;
  return {
    name: art.name as Berichtsname,
    nummer: art.mit_nummer ? nummer.trim() : null,
    von: art.mit_zeitraum ? von : null,
    bis: art.mit_zeitraum ? bis : null,
  };
}
