import { expect, it } from 'vitest';
import type { Rechtetafel } from '../../ipc/bindings';
import { kontostand, zustaendig } from './benutzer';
import { gefiltert, geltung, geltungsstatus, trifft } from './geltung';
import { kennungAus } from './kennung';
import { ergebnissatz, vorgangswahl } from './protokoll';
import { gruppen, spalten } from './rechte';
import { ROLLENWAHL, rollentitel } from './rollen';
import { ausName, groesse } from './sicherung';

const HEUTE = '2026-11-22';

it('zählt den ersten und den letzten Tag einer Gültigkeit mit', () => {
  expect(geltung({ gueltig_ab: HEUTE, gueltig_bis: HEUTE }, HEUTE)).toBe('gilt');
  expect(geltung({ gueltig_ab: '2026-11-23', gueltig_bis: null }, HEUTE)).toBe('kuenftig');
  expect(geltung({ gueltig_ab: '2015-01-01', gueltig_bis: '2026-11-21' }, HEUTE)).toBe('beendet');
  expect(geltungsstatus({ gueltig_ab: '2015-01-01', gueltig_bis: '2026-12-31' }, HEUTE).text).toBe(
    'gilt bis 31.12.2026',
  );
});

it('sucht jedes Wort in beliebiger Folge und Schreibweise', () => {
  expect(trifft('Markt und Integration 2', 'integ markt')).toBe(true);
  expect(trifft('Überprüfung', 'über')).toBe(true);
  expect(trifft('Leistung 1', 'leistung 2')).toBe(false);
  expect(trifft('Leistung 1', '  ')).toBe(true);
  const zeilen = [
    { name: 'Leistung 1', gueltig_ab: '2015-01-01', gueltig_bis: null },
    { name: 'Leistung 2', gueltig_ab: '2015-01-01', gueltig_bis: '2020-12-31' },
  ];
  const namen = (stand: string) =>
    gefiltert(zeilen, { suche: 'leistung', stand }, (z) => z.name, HEUTE).map((z) => z.name);
  expect(namen('')).toEqual(['Leistung 1', 'Leistung 2']);
  expect(namen('beendet')).toEqual(['Leistung 2']);
});

it('nennt Rollen, Stand und Zuständigkeit', () => {
  expect(ROLLENWAHL).toHaveLength(11);
  expect(rollentitel('teamleitung')).toBe('Teamleitung');
  expect(rollentitel('neue_rolle')).toBe('neue_rolle');
  const konto = { aktiv: true, passwort_wechseln: true, bereich_id: 'b', teams: ['t', 'weg'] };
  expect(kontostand({ ...konto } as never).text).toBe('Passwort noch zu wechseln');
  expect(kontostand({ ...konto, aktiv: false } as never).text).toBe('deaktiviert');
  const haus = {
    standorte: [],
    bereiche: [{ id: 'b', name: 'Leistungsgewährung', version: 1, gueltig_ab: HEUTE, gueltig_bis: null }],
    teams: [{ id: 't', name: 'Leistung 1' } as never],
  };
  expect(zustaendig(konto, haus)).toBe('Leistungsgewährung, Leistung 1, –');
});

const TAFEL: Rechtetafel = {
  rollen: ['Administration', 'Prüfkraft'],
  zeilen: [
    { name: 'benutzer.anlegen', titel: 'Benutzer anlegen', aendert: true, umfang: ['haus', 'kein'] },
    { name: 'neu.tun', titel: 'Etwas Neues tun', aendert: true, umfang: ['haus', 'eigene'] },
    { name: 'haus.lesen', titel: 'Einstellungen ansehen', aendert: false, umfang: ['haus', 'haus'] },
  ],
};

it('ordnet die Rechte nach Bereichen und filtert nach Rolle, Art und Text', () => {
  const titel = (f: Partial<Parameters<typeof gruppen>[1]>) =>
    gruppen(TAFEL, { suche: '', rolle: '', art: '', ...f }).map((g) => g.titel);
  expect(titel({})).toEqual(['Haus', 'Benutzer', 'neu']);
  expect(titel({ rolle: '1' })).toEqual(['Haus', 'neu']);
  expect(titel({ rolle: '1', art: 'aendern' })).toEqual(['neu']);
  expect(titel({ suche: 'anlegen' })).toEqual(['Benutzer']);
  expect(spalten(TAFEL, '')).toEqual([0, 1]);
  expect(spalten(TAFEL, '1')).toEqual([1]);
});

it('bietet ganze Bereiche und einzelne Vorgänge zum Filtern an', () => {
  expect(vorgangswahl(TAFEL.zeilen).map((o) => o.wert)).toEqual([
    'abgelehnt:',
    'benutzer.',
    'neu.',
    'benutzer.anlegen',
    'neu.tun',
  ]);
});

it('sagt das Ergebnis der Prüfung in einem Satz', () => {
  const grund = { eintraege: 58, kopf: 'ab', gesuchte_folge: null };
  expect(ergebnissatz({ ...grund, befunde: [] })).toBe(
    'Das Protokoll ist unversehrt: 58 Einträge stimmen untereinander und mit den Datensätzen überein.',
  );
  expect(ergebnissatz({ ...grund, befunde: ['Eintrag 3 …'] })).toContain('verändert: 1 Stelle.');
});

it('liest Zeit und Anlass aus dem Namen einer Sicherung', () => {
  expect(ausName('iks-2026-11-22-224701-taeglich.iks-sicherung')).toEqual({
    erstellt: '2026-11-22T22:47:01Z',
    anlass: 'täglich',
  });
  expect(ausName('iks-2026-11-22-224701-vor-migration.iks-sicherung')?.anlass).toBe(
    'vor der Anpassung der Datenbank',
  );
  expect(ausName('eigene.iks-sicherung')).toBeNull();
  expect([groesse(999), groesse(405_504), groesse(999_700), groesse(1_260_000_000)]).toEqual([
    '999 Byte',
    '406 kB',
    '1,0 MB',
    '1,3 GB',
  ]);
});

it('schlägt eine Kennung aus dem Titel vor', () => {
  expect(kennungAus(' Bedarfe: Größe & Überzahlung ')).toBe('bedarfe-groesse-ueberzahlung');
  expect(kennungAus('x'.repeat(80))).toHaveLength(60);
  expect(kennungAus('–')).toBe('');
});
