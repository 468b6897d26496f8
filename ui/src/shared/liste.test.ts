import { expect, it } from 'vitest';
import {
  angewandt,
  dateiname,
  gelesen,
  gleich,
  mitAnsicht,
  mitEndung,
  namensfehler,
  sichtbar,
  umschaltung,
} from './liste';
import type { Spalte } from './tabelle';

const spalten: Spalte<unknown>[] = [
  { schluessel: 'nummer', titel: 'Nummer' },
  { schluessel: 'stand', titel: 'Stand' },
  { schluessel: 'art', titel: 'Art', versteckt: true },
];
const namen = (umgeschaltet: string[]) => sichtbar(spalten, umgeschaltet).map((s) => s.schluessel);

it('zeigt die Spalten wie vorgesehen, bis jemand sie umschaltet; die erste immer', () => {
  expect(namen([])).toEqual(['nummer', 'stand']);
  expect(namen(['art', 'stand'])).toEqual(['nummer', 'art']);
  expect(namen(['nummer'])).toEqual(['nummer', 'stand']);
  for (const wahl of [['stand'], ['stand', 'art'], ['art'], []])
    expect(namen(umschaltung(spalten, wahl))).toEqual(['nummer', ...wahl]);
});

it('schlägt Dateinamen ohne Umlaute vor und wechselt nur bekannte Endungen', () => {
  expect(dateiname('Prüfungen (Übersicht)', 'xlsx', '2026-11-22')).toBe(
    'Pruefungen-Uebersicht-2026-11-22.xlsx',
  );
  expect(mitEndung('/tmp/a.b/liste.XLSX', 'pdf')).toBe('/tmp/a.b/liste.pdf');
  expect(mitEndung('/tmp/liste.txt', 'pdf')).toBe('/tmp/liste.txt');
});

it('nimmt vom Gemerkten nur Ansichten von rechter Form', () => {
  const gut = { name: 'Offen', werte: { stand: 'offen' } };
  expect(gelesen([gut, { name: 3, werte: {} }, null, { name: 'x' }])).toEqual([gut]);
  expect(gelesen([{ name: 'a', werte: { x: 1, y: 'z' } }])).toEqual([{ name: 'a', werte: { y: 'z' } }]);
  expect(gelesen({})).toEqual([]);
});

it('lehnt leere, vergebene und zu lange Namen ab', () => {
  const da = [{ name: 'Meine', werte: {} }];
  expect(namensfehler('  ', da)).not.toBeNull();
  expect(namensfehler('alle', da)).not.toBeNull();
  expect(namensfehler('MEINE', da)).not.toBeNull();
  expect(namensfehler('MEINE', da, 'Meine')).toBeNull();
  expect(namensfehler('x'.repeat(61), da)).not.toBeNull();
  expect(namensfehler('Neu', da)).toBeNull();
});

it('ordnet Ansichten, ersetzt sie beim Umbenennen und wendet nur Bekanntes an', () => {
  const a = mitAnsicht([{ name: 'b', werte: {} }], { name: 'ä', werte: { x: '1' } });
  expect(a.map((x) => x.name)).toEqual(['ä', 'b']);
  expect(mitAnsicht(a, { name: 'c', werte: {} }, 'ä').map((x) => x.name)).toEqual(['b', 'c']);
  expect(angewandt({ stand: 'offen', alt: 'x' }, { suche: 'y', stand: '' })).toEqual({
    suche: '',
    stand: 'offen',
  });
  expect(gleich({ suche: '', stand: 'a' }, { stand: 'a' })).toBe(true);
  expect(gleich({ stand: 'a' }, { stand: 'b' })).toBe(false);
});
