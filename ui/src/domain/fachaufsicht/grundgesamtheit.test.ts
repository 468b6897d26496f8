import { expect, test } from 'vitest';
import type { Spalte } from '../../ipc/bindings';
import { verwendungen, zuordnungAus, type Verwendung } from './grundgesamtheit';

const spalten: Spalte[] = ['BG-Nummer', 'Team', 'Art', 'Datum'].map((name) => ({
  name,
  art: 'text',
  beispiele: [],
  verschiedene: 1,
  leere: 0,
}));
const zeitraum = { von: '2026-01-01', bis: '2026-06-30' };

test('a mapping there and back', () => {
  const v: Verwendung[] = ['nummer', 'team', 'anzeige', 'datum'];
  const z = zuordnungAus('fall', spalten, v, zeitraum);
  if (typeof z === 'string') throw new Error(z);
  expect(z.datum).toEqual({ spalte: 'Datum', ...zeitraum });
  expect(verwendungen(spalten, z)).toEqual(v);
});

test('what is missing or double is said', () => {
  expect(zuordnungAus('fall', spalten, ['nicht', 'team', 'nicht', 'nicht'], zeitraum)).toContain('Nummer');
  expect(zuordnungAus('fall', spalten, ['nummer', 'team', 'team', 'nicht'], zeitraum)).toContain('Team');
});
