/** Roles of the house in German, in the order of the core, with one line on what each is for. */
import type { Rolle } from '../../ipc/bindings';
import type { Option } from '../../shared/feld';

const ROLLEN: Record<Rolle, [titel: string, aufgabe: string]> = {
  administration: ['Administration', 'Benutzer, Organisation, Sicherung; keine Falldaten'],
  qualitaetsmanagement: ['Qualitätsmanagement', 'plant, liest ein, zieht, wertet aus, berichtet'],
  pruefkraft: ['Prüfkraft', 'prüft, was ihr zugewiesen ist'],
  teamleitung: ['Teamleitung', 'prüft Fälle ihrer Teams, nimmt Stellung'],
  bereichsleitung: ['Bereichsleitung', 'entscheidet, was strittig ist'],
  widerspruchsstelle: ['Widerspruchsstelle', 'führt das Register der Widersprüche'],
  kundenreaktionsmanagement: ['Kundenreaktionsmanagement', 'führt die Kundenreaktionen'],
  datenschutz: ['Datenschutz', 'sieht Prüflisten und Rechte'],
  korruptionspraevention: ['Ansprechperson Korruptionsprävention', 'sieht Prüflisten'],
  geschaeftsfuehrung: ['Geschäftsführung', 'sieht Auswertungen und Berichte'],
  revision: ['Revision', 'liest nur'],
};

/** The name of a role; an unknown one (from a newer version) stays as it is written. */
export const rollentitel = (rolle: string): string => ROLLEN[rolle as Rolle]?.[0] ?? rolle;

export const ROLLENWAHL: Option[] = Object.entries(ROLLEN).map(([wert, [text, hinweis]]) => ({
  wert,
  text,
  hinweis,
}));
