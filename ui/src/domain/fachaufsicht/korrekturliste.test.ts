import { expect, test } from 'vitest';
import { FILTER, filterAus, kennzahlen, summensatz } from './korrekturliste';

test('leere Filter fragen nach allem', () => {
  expect(filterAus(FILTER)).toEqual({ lage: null, team_id: null, wirkung: null, suche: null });
  expect(filterAus({ ...FILTER, lage: 'von_mir' }).lage).toBe('von_mir');
});

test('die Zahlen öffnen die Liste, die sie zählen', () => {
  const u = { ueberfaellig: 2, bald_faellig: 1, von_mir: 3, offen: 9 };
  expect(kennzahlen(u, false).map((k) => k.zahl)).toEqual([2, 1]);
  expect(kennzahlen(u, true)[2]?.ziel).toBe('#/fachaufsicht/korrekturen?lage=von_mir');
});

test('Beträge werden je Richtung genannt und nie verrechnet', () => {
  const leer = { ueberzahlung_cent: 0, unterzahlung_cent: 0, ohne_zeitraum: 0, nicht_bezifferbar: 0 };
  expect(summensatz(leer)).toBe('');
  const satz = summensatz({ ...leer, ueberzahlung_cent: 45550, unterzahlung_cent: 4500 });
  expect(satz.replaceAll('\u00a0', ' ')).toBe(
    'Beträge aller gefundenen Korrekturen: Überzahlung 455,50 €, Unterzahlung 45,00 €. Sie werden nicht verrechnet.',
  );
});
