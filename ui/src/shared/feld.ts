/** What every form field takes. Fields are required unless `optional`; only that is marked, as KERN does. */
export interface Feldangaben {
  label: string;
  /** Name in the request type: the core's field errors find their way by it. */
  name?: string | undefined;
  hinweis?: string | undefined;
  /** Shown instead of what the form knows. */
  fehler?: string | null | undefined;
  optional?: boolean | undefined;
  deaktiviert?: boolean | undefined;
  breite?: 'kurz' | 'mittel' | 'voll' | undefined;
}

/** One entry of a select, radio or checkbox group. */
export interface Option {
  wert: string;
  text: string;
  hinweis?: string;
}

/** What a control must put on itself so that label, hint and error belong to it. */
export interface Kontrollattribute {
  id: string;
  name: string | undefined;
  disabled: boolean | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}

export const LEER = 'Bitte füllen Sie dieses Feld aus.';
export const LEERE_AUSWAHL = 'Bitte wählen Sie etwas aus.';

/** Entries of a select or radio group from a table of words. */
export function alsOptionen(worte: Record<string, string | { text: string }>): Option[] {
  return Object.entries(worte).map(([wert, w]) => ({ wert, text: typeof w === 'string' ? w : w.text }));
}
