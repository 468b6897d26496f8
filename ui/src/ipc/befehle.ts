/** Commands beside the two doors: sign-in, first start, progress, native file dialog. */
import type {
  EinrichtenAnfrage as Einrichtung,
  FortschrittStand,
  Passwortstaerke,
  Sicherungsbefund,
  Zustand,
} from './bindings';
import { rufe } from './carrier';
import { aendern } from './tuer';

export type {
  EinrichtenAnfrage as Einrichtung,
  FortschrittStand,
  Passwortstaerke,
  Person,
  Sicherungsbefund,
  Zustand,
} from './bindings';

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
export const passwortAendern = (alt: string, neu: string) =>
  aendern('benutzer.passwort_aendern', { alt, neu });
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
export const sicherungProben = (datei: string, benutzername: string, passwort: string) =>
  rufe<Sicherungsbefund>('sicherung_proben', { datei, benutzername, passwort });
export const sicherungWiederherstellen = (datei: string, benutzername: string, passwort: string) =>
  rufe<Sicherungsbefund>('sicherung_wiederherstellen', { datei, benutzername, passwort });
