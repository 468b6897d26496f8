import { expect, test } from 'vitest';
import type { Spalte } from '../../ipc/bindings';
import { bedeutungen, NICHTS, planAus, verwendungen, worteMit, type Verwendung } from './einlesen';

const spalten: Spalte[] = ['BG-Nummer', 'Eingang', 'Ausgang', 'Erledigt'].map((name) => ({
  name,
  art: 'text',
  beispiele: [],
  verschiedene: 1,
  leere: 0,
}));

test('a mapping there and back', () => {
  const v: Verwendung[] = ['fallnummer', 'eingang', 'ergebnis', 'entschieden_am'];
  const plan = planAus(spalten, v);
  if (typeof plan === 'string') throw new Error(plan);
  expect(plan.entschieden_am).toBe('Erledigt');
  expect(verwendungen(spalten, plan)).toEqual(v);
});

test('what is missing or double is said', () => {
  expect(planAus(spalten, ['nicht', 'eingang', 'nicht', 'nicht'])).toContain('Fallnummer');
  expect(planAus(spalten, ['fallnummer', 'nicht', 'nicht', 'nicht'])).toContain('Eingang');
  expect(planAus(spalten, ['fallnummer', 'eingang', 'eingang', 'nicht'])).toContain('mehreren');
  expect(planAus(spalten, ['fallnummer', 'eingang', 'ergebnis', 'nicht'])).toContain('beide');
});

test('a word gets one meaning, and "still open" is one', () => {
  const unbekannt = [
    { feld: 'ergebnis' as const, wort: 'läuft', zeilen: 3 },
    { feld: 'art' as const, wort: 'Beschwerde', zeilen: 1 },
  ];
  const bisher = [{ feld: 'ergebnis' as const, wort: 'läuft', bedeutung: 'abhilfe' }];
  expect(worteMit(bisher, unbekannt, { 'ergebnis:läuft': NICHTS })).toEqual([
    { feld: 'ergebnis', wort: 'läuft', bedeutung: '' },
  ]);
  expect(bedeutungen('art', [], []).map((o) => o.wert)).not.toContain(NICHTS);
  expect(bedeutungen('team', [], [])[0]?.wert).toBe(NICHTS);
});
