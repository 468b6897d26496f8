import { expect, test } from 'vitest';
import { artTitel, auswahl, groesse, leereAngaben, dateiname, fuerRollen } from './ausgaben';
import { abschnitt, begrenzt, bildadresse, fehlt, seitentext } from './vorschau';

const gliederung = [
  { stufe: 1, text: 'Ergebnis', seite: 2 },
  { stufe: 1, text: 'Verfahren', seite: 4 },
  { stufe: 2, text: 'Ziehung', seite: 4 },
];

test('eine Seite nennt ihre Nummer und ihre Überschriften', () => {
  expect(seitentext(4, 9, gliederung)).toBe('Seite 4 von 9, Überschriften: Verfahren; Ziehung');
  expect(seitentext(3, 9, gliederung)).toBe('Seite 3 von 9');
});

test('der Abschnitt einer Seite ist ihr erster, sonst der letzte davor', () => {
  expect([1, 2, 3, 4, 9].map((s) => abschnitt(s, gliederung))).toEqual([-1, 0, 0, 1, 2]);
});

test('gefragt wird nach der Seite selbst, dann nach der nächsten, am Ende nach nichts', () => {
  const da =
    (...seiten: number[]) =>
    (s: number) =>
      seiten.includes(s);
  expect(fehlt(1, 0, da())).toBe(1);
  expect(fehlt(3, 9, da(3))).toBe(4);
  expect(fehlt(3, 9, da(3, 4))).toBeNull();
  expect(fehlt(9, 9, da(9))).toBeNull();
});

test('Seitenzahlen bleiben im Bericht', () => {
  expect([begrenzt(0, 5), begrenzt(9, 5), begrenzt(Number.NaN, 5), begrenzt(3, 0)]).toEqual([1, 5, 1, 1]);
});

test('das Bild wird zu einer Adresse ohne fremde Quelle', () => {
  expect(bildadresse('<svg/>')).toBe('data:image/svg+xml;base64,PHN2Zy8+');
});

test('eine Vorschau braucht vollständige Angaben', () => {
  const pruefung = { name: 'pruefung', mit_nummer: true, mit_zeitraum: false };
  const protokoll = { name: 'protokoll', mit_nummer: false, mit_zeitraum: true };
  const mit = (teil: object) => ({ ...leereAngaben(), ...teil });
  expect(auswahl(pruefung, mit({ nummer: 'FA-2026-' }))).toBeNull();
  expect(auswahl(pruefung, mit({ nummer: ' FA-2026-001 ', von: '2026-01-01' }))).toEqual({
    name: 'pruefung',
    nummer: 'FA-2026-001',
    von: null,
    bis: null,
  });
  expect(auswahl(protokoll, mit({ von: '2026-01-02', bis: '2026-01-01' }))).toBeNull();
  expect(auswahl(protokoll, mit({ von: '2026-01-01', bis: '2026-01-01' }))?.bis).toBe('2026-01-01');
});

test('jeder Bericht hat seine Nummer', () => {
  const gewaehlt = (name: string, nummer: string) =>
    auswahl({ name, mit_nummer: true, mit_zeitraum: false }, { ...leereAngaben(), nummer })?.nummer ?? null;
  expect(gewaehlt('pruefvermerk', 'FA-2026-001/7')).toBe('FA-2026-001/7');
  expect(gewaehlt('pruefvermerk', 'FA-2026-001/')).toBeNull();
  expect(gewaehlt('pruefung', 'FA-2026-001/7')).toBeNull();
  expect(gewaehlt('rueckmeldung', 'FA-2026-001/Markt und Integration 1')).not.toBeNull();
  expect(gewaehlt('rueckmeldung', 'FA-2026-001')).toBeNull();
  expect(gewaehlt('pruefbogen', 'bewilligung/2')).toBe('bewilligung/2');
  expect(gewaehlt('pruefbogen', 'FA-2026-001')).not.toBeNull();
  expect(gewaehlt('pruefbogen', '')).toBeNull();
  expect(gewaehlt('pruefprogramm', '2026')).toBe('2026');
  expect(gewaehlt('pruefprogramm', '26')).toBeNull();
});

test('der Dateiname hat keinen Ordner', () => {
  expect(dateiname('Rückmeldeliste', 'FA-2026-001/Leistung 1')).toBe(
    'Rueckmeldeliste-FA-2026-001-Leistung-1',
  );
});

test('wer nur Fälle prüft oder ein Team leitet, bekommt keine Berichte über ganze Register', () => {
  expect(fuerRollen('pruefung', ['teamleitung'])).toBe(false);
  expect(fuerRollen('pruefung', ['teamleitung', 'qualitaetsmanagement'])).toBe(true);
  expect(fuerRollen('pruefvermerk', ['pruefkraft'])).toBe(true);
  expect(fuerRollen('pruefvermerk', ['revision'])).toBe(false);
  expect(fuerRollen('rueckmeldung', ['pruefkraft'])).toBe(false);
  expect(fuerRollen('pruefbogen', ['pruefkraft'])).toBe(true);
});

test('Arten und Größen sind zu lesen, auch unbekannte', () => {
  expect([artTitel('pruefbericht'), artTitel('neu')]).toEqual(['Prüfbericht', 'neu']);
  expect([groesse(1), groesse(3_000_000)]).toEqual(['1 KB', '2.930 KB']);
});
