/** Placeholders of the Textbausteine: what each stands for, and where they are in a text. */

/** As the core fills them in; in a text they stand in braces, in small or capital letters. */
export const PLATZHALTER: Record<string, { titel: string; beispiel: string }> = {
  anrede: { titel: 'Anrede', beispiel: 'Guten Tag' },
  name: { titel: 'Name der Person', beispiel: 'Erika Musterfrau' },
  nummer: { titel: 'Nummer der Kundenreaktion', beispiel: 'K-2026-0012' },
  eingang: { titel: 'Tag des Eingangs', beispiel: '09.11.2026' },
  kanal: { titel: 'Kanal', beispiel: 'telefonisch' },
  anliegen: { titel: 'Anliegen', beispiel: 'Unterkunft und Heizung; unser Umgang mit Ihnen' },
  antwort_bis: { titel: 'Letzter Tag für die Antwort', beispiel: '23.11.2026' },
  haus: { titel: 'Name des Hauses', beispiel: 'Jobcenter Musterkreis' },
  team: { titel: 'Zuständiges Team', beispiel: 'Leistung 2' },
  heute: { titel: 'Tag des Schreibens', beispiel: '16.11.2026' },
};

export interface Stueck {
  text: string;
  /** Null: plain text; a word in braces that is no placeholder is told apart by `bekannt`. */
  platzhalter: string | null;
  bekannt: boolean;
}

/** The whole text in stretches; put together they are it again. */
export function stuecke(text: string): Stueck[] {
  return text
    .split(/(\{[^{}\n]*\})/)
    .filter((t) => t !== '')
    .map((t) => {
      const name = /^\{(.*)\}$/.exec(t)?.[1]?.trim().toLowerCase() ?? null;
      return { text: t, platzhalter: name, bekannt: name === null || name in PLATZHALTER };
    });
}

/** The text as a letter would read, with examples for what the ticket will fill in. */
export const beispieltext = (text: string): string =>
  stuecke(text)
    .map((s) => (s.platzhalter !== null && PLATZHALTER[s.platzhalter]?.beispiel) || s.text)
    .join('');

/** Words in braces that the core does not know, each once. */
export const unbekannte = (text: string): string[] => [
  ...new Set(stuecke(text).flatMap((s) => (s.bekannt ? [] : [s.text]))),
];
