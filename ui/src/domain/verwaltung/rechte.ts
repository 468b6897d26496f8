/** The matrix of rights as the page shows it. */
import type { RechteZeile, Rechtetafel, Umfang } from '../../ipc/bindings';
import { trifft } from './geltung';

/** Modules by the first part of an operation's name. */
export const MODULE: Record<string, string> = {
  haus: 'Haus',
  benutzer: 'Benutzer',
  organisation: 'Organisation',
  katalog: 'Kataloge',
  protokoll: 'Protokoll',
  sicherung: 'Sicherung',
  ausgabe: 'Berichte und Ausgaben',
  fachaufsicht: 'Fachaufsicht',
  widerspruch: 'Widersprüche',
  kundenreaktion: 'Kundenreaktionen',
  pruefliste: 'Prüflisten',
  massnahme: 'Maßnahmen',
};

export const modul = (name: string): string => name.split('.')[0] ?? name;

export const UMFANG: Record<Umfang, string> = {
  haus: 'Haus',
  bereich: 'Bereich',
  teams: 'Teams',
  eigene: 'Eigene',
  kein: '–',
};

export const LEGENDE: [Umfang, string][] = [
  ['haus', 'im ganzen Haus'],
  ['bereich', 'nur im eigenen Bereich'],
  ['teams', 'nur in den eigenen Teams'],
  ['eigene', 'nur was der Person zugewiesen ist oder von ihr stammt'],
  ['kein', 'keine Berechtigung'],
];

export interface Rechtefilter {
  suche: string;
  /** Position of the role as text, '' is all. */
  rolle: string;
  /** '' is both. */
  art: string;
}

export interface Rechtegruppe {
  titel: string;
  zeilen: RechteZeile[];
}

/** Rows that match, by module, those unknown here last. With a role only what that role may. */
export function gruppen(tafel: Rechtetafel, filter: Rechtefilter): Rechtegruppe[] {
  const spalte = filter.rolle === '' ? null : Number(filter.rolle);
  const passend = tafel.zeilen.filter(
    (z) =>
      (filter.art === '' || z.aendert === (filter.art === 'aendern')) &&
      (spalte === null || (z.umfang[spalte] ?? 'kein') !== 'kein') &&
      trifft(`${z.titel} ${MODULE[modul(z.name)] ?? ''}`, filter.suche),
  );
  return [...new Set([...Object.keys(MODULE), ...passend.map((z) => modul(z.name))])]
    .map((m) => ({ titel: MODULE[m] ?? m, zeilen: passend.filter((z) => modul(z.name) === m) }))
    .filter((gruppe) => gruppe.zeilen.length > 0);
}

/** Columns that are shown: all roles, or the chosen one. */
export function spalten(tafel: Rechtetafel, rolle: string): number[] {
  return rolle === '' ? tafel.rollen.map((_, i) => i) : [Number(rolle)];
}
