import { expect, it } from 'vitest';
import {
  anzahl,
  betrag,
  datum,
  euro,
  kurzform,
  prozent,
  zahl,
  zeitpunkt,
  zeitraum,
  zeitraumKurz,
} from './format';

it('schreibt Tage und Zeiträume', () => {
  expect(datum('2026-11-02')).toBe('02.11.2026');
  expect(datum(null)).toBe('–');
  expect(zeitraum('2026-01-01', '2026-03-31')).toBe('01.01.2026 bis 31.03.2026');
  expect(zeitraum('2026-01-01', null)).toBe('ab 01.01.2026');
});

it('zeigt Zeitpunkte in Berliner Zeit, Sommer wie Winter', () => {
  expect(zeitpunkt(Date.UTC(2026, 10, 22, 13, 5))).toBe('22.11.2026, 14:05 Uhr');
  expect(zeitpunkt('2026-07-01T22:30:00Z')).toBe('02.07.2026, 00:30 Uhr');
  expect(zeitpunkt(null)).toBe('–');
});

it('schreibt Beträge aus Cent', () => {
  expect(betrag(123456)).toBe('1.234,56');
  expect(betrag(-5)).toBe('-0,05');
  expect(euro(-123456)).toBe('−1.234,56\u00a0€');
  expect(euro(0)).toBe('0,00\u00a0€');
  expect(euro(null)).toBe('–');
});

it('schreibt Zahlen und Anteile', () => {
  expect(zahl(1234567)).toBe('1.234.567');
  expect(zahl(1.5, 2)).toBe('1,50');
  expect(prozent(0.1234)).toBe('12,3\u00a0%');
  expect(prozent(null)).toBe('–');
  expect(anzahl(1, 'Fall', 'Fälle')).toBe('1 Fall');
  expect(anzahl(0, 'Fall', 'Fälle')).toBe('0 Fälle');
  expect(kurzform('abcdefghijklmnop')).toBe('abcdefghij…');
});

it('kürzt einen Zeitraum nur innerhalb eines Jahres', () => {
  expect(zeitraumKurz('2026-08-20', '2026-11-19')).toBe('20.08. – 19.11.2026');
  expect(zeitraumKurz('2025-12-20', '2026-03-19')).toBe('20.12.2025 – 19.03.2026');
});
