/** The mapping of an earlier list of Widersprüche while it is being made: every column gets one use. */
import type { Spalte, UnbekanntesWort, Verfahrensfeld, Wortfeld, Wortzuordnung } from '../../ipc/bindings';
import type { Option } from '../../shared/feld';
import { alsOptionen, ART, ERGEBNIS } from './worte';

export type Verwendung = 'nicht' | Verfahrensfeld;
export type Spaltenplan = Partial<Record<Verfahrensfeld, string>>;

export const FELD: Record<Verfahrensfeld, string> = {
  fallnummer: 'Fallnummer',
  eingang: 'Eingang',
  gegenstand: 'Gegenstand',
  name: 'Name',
  art: 'Art',
  bescheid_am: 'Bescheid vom',
  aufgabe_zur_post: 'Aufgabe zur Post',
  sachgebiet: 'Sachgebiet',
  team: 'Team',
  ergebnis: 'Ergebnis',
  entschieden_am: 'Entschieden am',
  az_gericht: 'Aktenzeichen des Gerichts',
  vertretung: 'Vertretung',
  vermerk: 'Vermerk',
  fruehere_nummer: 'Frühere Nummer',
};

export const VERWENDUNG: Option[] = [
  { wert: 'nicht', text: 'wird nicht gespeichert' },
  ...Object.entries(FELD).map(([wert, text]) => ({ wert, text })),
];

/** Use of each column, in the order of the columns. */
export function verwendungen(spalten: Spalte[], plan: Spaltenplan): Verwendung[] {
  const felder = Object.entries(plan) as [Verfahrensfeld, string][];
  return spalten.map(({ name }) => felder.find(([, spalte]) => spalte === name)?.[0] ?? 'nicht');
}

/** Which columns mean what, or a sentence about what is missing or double. */
export function planAus(spalten: Spalte[], verwendung: Verwendung[]): Spaltenplan | string {
  const plan: Spaltenplan = {};
  for (const [i, { name }] of spalten.entries()) {
    const feld = verwendung[i] ?? 'nicht';
    if (feld === 'nicht') continue;
    if (plan[feld] !== undefined) {
      return `„${FELD[feld]}“ ist mehreren Spalten zugeordnet. Bitte wählen Sie eine davon.`;
    }
    plan[feld] = name;
  }
  const fehlt = (['fallnummer', 'eingang'] as const).find((feld) => plan[feld] === undefined);
  if (fehlt !== undefined) return `Bitte ordnen Sie die Spalte „${FELD[fehlt]}“ zu.`;
  if ((plan.ergebnis === undefined) !== (plan.entschieden_am === undefined)) {
    return 'Erledigte Verfahren brauchen Ergebnis und Tag. Bitte ordnen Sie beide Spalten zu oder keine.';
  }
  return plan;
}

/** The choice that stands for "still open" or "no team": the empty value is "not chosen yet". */
export const NICHTS = '-';

/** What a word of a column can mean; subjects and teams come from the house. */
export function bedeutungen(feld: Wortfeld, sachgebiete: Option[], teams: Option[]): Option[] {
  switch (feld) {
    case 'art':
      return alsOptionen(ART);
    case 'ergebnis':
      return [{ wert: NICHTS, text: 'noch offen, kein Ergebnis' }, ...alsOptionen(ERGEBNIS)];
    case 'sachgebiet':
      return sachgebiete;
    case 'team':
      return [{ wert: NICHTS, text: 'kein Team' }, ...teams];
  }
}

/** Keeps words apart while they get a meaning. */
export const wortschluessel = (w: Pick<UnbekanntesWort, 'feld' | 'wort'>) => `${w.feld}:${w.wort}`;

/** What was said before and what was said now; a word said again counts once. */
export function worteMit(
  bisher: Wortzuordnung[],
  unbekannt: UnbekanntesWort[],
  gewaehlt: Record<string, string>,
): Wortzuordnung[] {
  const neu = unbekannt
    .filter((w) => (gewaehlt[wortschluessel(w)] ?? '') !== '')
    .map(({ feld, wort }) => {
      const wahl = gewaehlt[wortschluessel({ feld, wort })] ?? '';
      return { feld, wort, bedeutung: wahl === NICHTS ? '' : wahl };
    });
  const ersetzt = new Set(neu.map(wortschluessel));
  return [...bisher.filter((w) => !ersetzt.has(wortschluessel(w))), ...neu];
}
