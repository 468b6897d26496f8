import { describe, expect, it } from 'vitest';
import {
  datumsgrenze,
  leseBetrag,
  leseDatum,
  leseMonat,
  leseProzent,
  leseUhrzeit,
  leseZahl,
  verschiebe,
} from './eingabe';
import { heute } from './format';

const BEZUG = '2026-11-22';

describe('leseDatum', () => {
  it.each([
    ['22.11.2026', '2026-11-22'],
    ['1.2.26', '2026-02-01'],
    ['22.11.', '2026-11-22'],
    ['221126', '2026-11-22'],
    ['22112026', '2026-11-22'],
    ['2026-11-22', '2026-11-22'],
    [' 29.02.2028 ', '2028-02-29'],
    ['3W', '2026-12-13'],
    ['+1M', '2026-12-22'],
    ['-2T', '2026-11-20'],
    ['1j', '2027-11-22'],
  ])('%s ist %s', (text, iso) => {
    expect(leseDatum(text, BEZUG)).toEqual({ wert: iso });
  });

  it('kennt heute und das leere Feld', () => {
    expect(leseDatum('heute')).toEqual({ wert: heute() });
    expect(leseDatum('  ')).toEqual({ wert: null });
  });

  it.each(['31.02.2026', '310226', '29.02.2027', '2026-13-01', '00.01.2026'])('%s gibt es nicht', (text) => {
    expect(leseDatum(text, BEZUG)).toHaveProperty('fehler', expect.stringContaining('gibt es nicht'));
  });

  it.each(['morgen früh', '22.11.026', '1234', '1.1.1'])('%s ist kein Datum', (text) => {
    expect(leseDatum(text, BEZUG)).toHaveProperty('fehler', expect.stringContaining('TT.MM.JJJJ'));
  });

  it('hält Grenzen ein', () => {
    expect(datumsgrenze('2026-01-01', '2026-01-01', '2026-01-31')).toBeNull();
    expect(datumsgrenze('2025-12-31', '2026-01-01')).toBe('Das Datum darf nicht vor dem 01.01.2026 liegen.');
    expect(datumsgrenze('2026-02-01', undefined, '2026-01-31')).toContain('31.01.2026');
  });
});

describe('verschiebe', () => {
  it('klemmt Monate und Jahre auf den letzten Tag', () => {
    expect(verschiebe('2026-01-31', 1, 'M')).toBe('2026-02-28');
    expect(verschiebe('2028-02-29', 1, 'J')).toBe('2029-02-28');
    expect(verschiebe('2026-01-15', -2, 'M')).toBe('2025-11-15');
    expect(verschiebe('2026-12-31', 1, 'T')).toBe('2027-01-01');
  });
});

describe('leseBetrag', () => {
  it.each([
    ['1.234,56', 123456],
    ['1234,5', 123450],
    ['12', 1200],
    ['1.234', 123400],
    ['-0,05', -5],
    ['1 234,56 €', 123456],
    ['0,29', 29],
  ])('%s sind %i Cent', (text, cent) => {
    expect(leseBetrag(text)).toEqual({ wert: cent });
  });

  it.each(['1234.56', '1,234.56', '12,345', 'zwölf', '1.23,00'])('%s wird zurückgewiesen', (text) => {
    expect(leseBetrag(text)).toHaveProperty('fehler');
  });

  it('rechnet nicht über die sichere Grenze hinaus', () => {
    expect(leseBetrag('99999999999999999')).toEqual({ fehler: 'Der Betrag ist zu groß.' });
  });
});

describe('leseZahl', () => {
  it('nimmt deutsche Schreibweise', () => {
    expect(leseZahl('1.234')).toEqual({ wert: 1234 });
    expect(leseZahl('12,5', 1)).toEqual({ wert: 12.5 });
    expect(leseZahl('')).toEqual({ wert: null });
  });

  it('weist zu viele Nachkommastellen zurück', () => {
    expect(leseZahl('12,5')).toHaveProperty('fehler', 'Bitte geben Sie eine ganze Zahl ein.');
    expect(leseZahl('12,55', 1)).toHaveProperty('fehler');
    expect(leseZahl('12.5', 1)).toHaveProperty('fehler');
  });
});

describe('leseProzent', () => {
  it.each([
    ['95', 95],
    ['95 %', 95],
    ['2,5', 2.5],
    ['0,5', 0.5],
  ])('%s ist %d Prozent', (text, wert) => {
    expect(leseProzent(text)).toEqual({ wert });
  });

  it('liest eine Sicherheit auch als Anteil', () => {
    expect(leseProzent('0,95', true)).toEqual({ wert: 95 });
    expect(leseProzent('95', true)).toEqual({ wert: 95 });
    expect(leseProzent('0,95 %', true)).toEqual({ wert: 0.95 });
    expect(leseProzent('', true)).toEqual({ wert: null });
    expect(leseProzent('viel')).toHaveProperty('fehler');
  });
});

describe('leseUhrzeit', () => {
  it.each([
    ['16:30', '16:30'],
    ['9.05', '09:05'],
    ['1630', '16:30'],
    ['16 Uhr', '16:00'],
  ])('%s ist %s', (text, wert) => {
    expect(leseUhrzeit(text)).toEqual({ wert });
  });

  it.each(['24:00', '12:60', 'mittags', '163'])('%s wird abgelehnt', (text) => {
    expect(leseUhrzeit(text)).toHaveProperty('fehler');
  });
});

describe('leseMonat', () => {
  it.each([
    ['04.2023', '2023-04'],
    ['4/23', '2023-04'],
    ['0423', '2023-04'],
    ['042023', '2023-04'],
    ['2023-04', '2023-04'],
    ['', null],
  ])('%s ist %s', (text, wert) => {
    expect(leseMonat(text)).toEqual({ wert });
  });

  it.each(['13.2023', '0.2023', '2023', '04.1949', 'April'])('%s wird abgelehnt', (text) => {
    expect(leseMonat(text)).toHaveProperty('fehler');
  });
});
