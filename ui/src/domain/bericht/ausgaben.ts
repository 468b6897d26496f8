/** What can be handed out, and what was. */
import type { Ausgabeart, Berichtsart, Berichtsname } from '../../ipc/bindings';
import type { Anfrage } from '../../ipc/tuer';

const ARTEN: Record<Ausgabeart, string> = {
  pruefbericht: 'Prüfbericht',
  widerspruchsbericht: 'Widerspruchsbericht',
  fristenbuch: 'Fristenbuch',
  protokollauszug: 'Protokollauszug',
  ziehungsprotokoll: 'Ziehungsprotokoll (JSON)',
  ziehungsprotokoll_pdf: 'Ziehungsprotokoll (PDF)',
  ziehungsliste: 'Liste der Pseudonyme',
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

/** Whose number a report asks for, and how one looks. */
export const numeriert = (bericht: string): { wessen: string; beispiel: string } =>
  bericht === 'pruefliste'
    ? { wessen: 'des Durchgangs', beispiel: 'PL-2026-001' }
    : { wessen: 'der Prüfung', beispiel: 'FA-2026-001' };

export type Berichtsauswahl = Omit<Anfrage<'bericht.vorschau'>, 'blatt'>;

/** The report that the entries name; null while something is missing. */
export function auswahl(
  art: Pick<Berichtsart, 'name' | 'mit_nummer' | 'mit_zeitraum'>,
  { nummer, von, bis }: Berichtsangaben,
): Berichtsauswahl | null {
  if (art.mit_nummer && !/^[A-Z]+-\d{4}-\d{3,}$/i.test(nummer.trim())) return null;
  if (art.mit_zeitraum && (von === null || bis === null || bis < von)) return null;
  return {
    name: art.name as Berichtsname,
    nummer: art.mit_nummer ? nummer.trim() : null,
    von: art.mit_zeitraum ? von : null,
    bis: art.mit_zeitraum ? bis : null,
  };
}
