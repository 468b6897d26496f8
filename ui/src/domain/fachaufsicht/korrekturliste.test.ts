import { expect, test } from 'vitest';
import { FILTER, filterAus, kennzahlen, summenAus, summensatz } from './korrekturliste';

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

test('die Summe der ausgewählten Korrekturen nennt jede Richtung für sich', () => {
  const zeilen = [
    { wirkung: 'ueberzahlung' as const, betrag_cent: 12000 },
    { wirkung: 'ueberzahlung' as const, betrag_cent: null },
    { wirkung: 'unterzahlung' as const, betrag_cent: 4500 },
    { wirkung: 'nicht_bezifferbar' as const, betrag_cent: 0 },
    { wirkung: 'ohne' as const, betrag_cent: 0 },
  ];
  expect(summenAus(zeilen)).toEqual({
    ueberzahlung_cent: 12000,
    unterzahlung_cent: 4500,
    ohne_zeitraum: 1,
    nicht_bezifferbar: 1,
  });
  expect(summensatz(summenAus(zeilen), 'der ausgewählten').replaceAll('\u00a0', ' ')).toBe(
    'Beträge der ausgewählten Korrekturen: Überzahlung 120,00 €, Unterzahlung 45,00 €, nicht bezifferbar: 1, ohne Zeitraum und nicht in den Summen: 1. Sie werden nicht verrechnet.',
  );
  expect(summensatz(summenAus([zeilen[4]!]), 'der ausgewählten')).toBe('');
});
