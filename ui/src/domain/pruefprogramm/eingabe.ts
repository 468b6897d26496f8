/** A draft as its table holds it: numbers stay text until they are sent, so that a half-typed one is not lost. */
import type {
  Fehlerdefinition,
  Programm,
  Programminhalt,
  Programmzeile,
  Pruefende,
  Wirkungspruefung,
} from '../../ipc/bindings';
import type { Bearbeitungsfeld } from '../../shared/bearbeitung.svelte';
import { leseZahl } from '../../shared/eingabe';
import { anzahl, datum } from '../../shared/format';
import { alsProzent, alsRate } from '../fachaufsicht/pruefung';

export const MONATE_IM_JAHR = 12;
/** As in the core. */
export const HOECHSTENS_JE_MONAT = 500;

export interface Teameingabe {
  team_id: string;
  /** January to December, as typed. */
  monate: string[];
}

/** What the details of a theme ask; rates in per cent. */
export interface Zeilenangaben {
  pruefende: Pruefende;
  fehlerdefinition: Fehlerdefinition;
  teilweise_zaehlt: boolean;
  ziel: number | null;
  konfidenz: number | null;
  gegenpruefung_anteil: number | null;
  restliche_auf_ja: boolean;
  stellungnahme_tage: number | null;
  begruendung: string;
}

export interface Zeileneingabe extends Zeilenangaben {
  thema_id: string;
  bereich_id: string;
  teams: Teameingabe[];
  wirkungspruefungen: Wirkungspruefung[];
}

export interface Programmeingabe {
  zeilen: Zeileneingabe[];
  dsb_am: string | null;
  dsb_vermerk: string;
}

/** The number in a cell: nothing is none. Null while it is no number of cases. */
export function alsFaelle(text: string): number | null {
  const gelesen = leseZahl(text);
  if ('fehler' in gelesen) return null;
  const n = gelesen.wert ?? 0;
  return n >= 0 ? n : null;
}

/** A sentence about what was typed, or null. */
export function zellenfehler(text: string): string | null {
  const n = alsFaelle(text);
  if (n === null) return 'Bitte geben Sie eine ganze Zahl ab 0 ein.';
  return n > HOECHSTENS_JE_MONAT ? `Höchstens ${HOECHSTENS_JE_MONAT} Fälle je Team und Monat.` : null;
}

export const leereMonate = (): string[] => Array.from({ length: MONATE_IM_JAHR }, () => '0');

/** A theme as it is added: what a Basis-Fachaufsicht by Teamleitungen needs. */
export const neueZeile = (thema_id: string, bereich_id: string, teams: string[]): Zeileneingabe => ({
  thema_id,
  bereich_id,
  pruefende: 'teamleitung',
  fehlerdefinition: 'jede',
  teilweise_zaehlt: true,
  ziel: 10,
  konfidenz: 95,
  gegenpruefung_anteil: 10,
  restliche_auf_ja: false,
  stellungnahme_tage: 14,
  begruendung: '',
  wirkungspruefungen: [],
  teams: teams.map((team_id) => ({ team_id, monate: leereMonate() })),
});

export function eingabeAus(p: Pick<Programm, 'inhalt'>): Programmeingabe {
  return {
    dsb_am: p.inhalt.dsb_am,
    dsb_vermerk: p.inhalt.dsb_vermerk,
    zeilen: p.inhalt.zeilen.map((z) => ({
      ...z,
      ziel: z.ziel === null ? null : alsProzent(z.ziel),
      konfidenz: alsProzent(z.konfidenz),
      teams: z.teams.map((t) => ({ team_id: t.team_id, monate: t.monate.map(String) })),
    })),
  };
}

/** What is sent. The form has checked the cells before. */
export function inhaltAus(e: Programmeingabe): Programminhalt {
  return {
    dsb_am: e.dsb_am,
    dsb_vermerk: e.dsb_vermerk,
    zeilen: e.zeilen.map((z): Programmzeile => ({
      ...z,
      ziel: z.ziel === null ? null : alsRate(z.ziel),
      konfidenz: alsRate(z.konfidenz ?? 0),
      gegenpruefung_anteil: z.gegenpruefung_anteil ?? 0,
      stellungnahme_tage: z.stellungnahme_tage ?? 0,
      teams: z.teams.map((t) => ({ team_id: t.team_id, monate: t.monate.map((m) => alsFaelle(m) ?? 0) })),
    })),
  };
}

/** Cases of a team in the year; what is no number counts as none. */
export const teamsumme = (t: Teameingabe): number => t.monate.reduce((n, m) => n + (alsFaelle(m) ?? 0), 0);

/** Cases of each month, January first. */
export const monatssummen = (teams: Teameingabe[]): number[] =>
  Array.from({ length: MONATE_IM_JAHR }, (_, m) =>
    teams.reduce((n, t) => n + (alsFaelle(t.monate[m] ?? '') ?? 0), 0),
  );

export const zeilensumme = (z: Pick<Zeileneingabe, 'teams'>): number =>
  z.teams.reduce((n, t) => n + teamsumme(t), 0);

export const programmsumme = (zeilen: Zeileneingabe[]): number =>
  zeilen.reduce((n, z) => n + zeilensumme(z), 0);

/**
 * A number over months from `ab` (1: January) to December as evenly as it goes, the first ones first: 14 over a year is
 * 2, 2 and ten times 1. Earlier months keep what they have.
 */
export function verteileUeberMonate(gesamt: number, bisher: string[], ab = 1): string[] {
  const offen = MONATE_IM_JAHR - ab + 1;
  const [je, rest] = [Math.floor(gesamt / offen), gesamt % offen];
  return Array.from({ length: MONATE_IM_JAHR }, (_, i) =>
    i + 1 < ab ? (bisher[i] ?? '0') : String(je + (i + 1 - ab < rest ? 1 : 0)),
  );
}

/** Numbers as copied from a spreadsheet: rows of cells; empty cells are none. Null if there is nothing but one cell. */
export function leseTafel(text: string): string[][] | null {
  const zeilen = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((z) => z.split('\t').map((zelle) => zelle.trim() || '0'));
  return zeilen.length === 1 && zeilen[0]!.length < 2 ? null : zeilen;
}

/** Rows pasted from a cell on: to the right and down, as far as there are months and teams. */
export function fuegeEin(
  teams: Teameingabe[],
  zeile: number,
  monat: number,
  tafel: string[][],
): Teameingabe[] {
  return teams.map((t, i) => {
    const neu = tafel[i - zeile];
    if (neu === undefined) return t;
    return { ...t, monate: t.monate.map((m, k) => neu[k - monat] ?? m) };
  });
}

/** The fields that two persons may have changed at once. */
export const PROGRAMMFELDER: Bearbeitungsfeld<Programmeingabe>[] = [
  {
    name: 'zeilen',
    titel: 'Themen und Zahlen',
    text: (e) =>
      `${anzahl(e.zeilen.length, 'Thema', 'Themen')}, ${anzahl(programmsumme(e.zeilen), 'Fall', 'Fälle')} im Jahr`,
  },
  { name: 'dsb_am', titel: 'Mit dem Datenschutz abgestimmt am', text: (e) => datum(e.dsb_am) },
  { name: 'dsb_vermerk', titel: 'Vermerk zur Abstimmung', text: (e) => e.dsb_vermerk },
];
