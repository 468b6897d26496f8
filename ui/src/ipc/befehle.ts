/** Commands beside the two doors: sign-in, first start, progress, native file dialog. */
import { rufe } from './carrier';

export interface Person {
  id: string;
  kuerzel: string;
  anzeigename: string;
  rollen: string[];
  passwort_wechseln: boolean;
}

export interface Zustand {
  art: 'kein_haus' | 'geschlossen' | 'gesperrt' | 'offen';
  haus: string | null;
  demo: boolean;
  person: Person | null;
  nur_lesen: boolean;
  sperre_minuten: number;
  navigation: string[];
}

export interface Einrichtung {
  haus: string;
  land: string;
  fronleichnam: boolean;
  mariae_himmelfahrt: boolean;
  friedensfest: boolean;
  benutzername: string;
  anzeigename: string;
  kuerzel: string;
  passwort: string;
}

/** `stufe` 0 (guessed at once) to 4 (very strong); `ausreichend` is the core's verdict. */
export interface Passwortstaerke {
  stufe: number;
  hinweis: string;
  ausreichend: boolean;
}

/** `anteil` from 0 to 1, or null while the total is unknown. */
export interface FortschrittStand {
  laeuft: boolean;
  text: string;
  anteil: number | null;
}

export interface DateiFrage {
  art: 'oeffnen' | 'speichern';
  titel: string;
  endungen: string[];
  vorschlag: string | null;
}

export const zustand = () => rufe<Zustand>('zustand');
export const anmelden = (benutzername: string, passwort: string) =>
  rufe<void>('anmelden', { benutzername, passwort });
export const abmelden = () => rufe<void>('abmelden');
export const sperren = () => rufe<void>('sperren');
export const entsperren = (passwort: string) => rufe<void>('entsperren', { passwort });
export const passwortAendern = (alt: string, neu: string) => rufe<void>('passwort_aendern', { alt, neu });
export const passwortStaerke = (passwort: string, woerter: string[]) =>
  rufe<Passwortstaerke>('passwort_staerke', { passwort, woerter });
export const wiederherstellen = (
  benutzername: string,
  wiederherstellungsschluessel: string,
  neues_passwort: string,
) => rufe<void>('wiederherstellen', { benutzername, wiederherstellungsschluessel, neues_passwort });
export const einrichten = (daten: Einrichtung) =>
  rufe<{ wiederherstellungsschluessel: string }>('einrichten', daten);
export const demoAnlegen = () => rufe<void>('demo_anlegen');
export const fortschritt = () => rufe<FortschrittStand>('fortschritt');
export const abbrechen = () => rufe<void>('abbrechen');
export const dateiWaehlen = (frage: DateiFrage) => rufe<string | null>('datei_waehlen', frage);
