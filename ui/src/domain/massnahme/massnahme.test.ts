import { describe, expect, test } from 'vitest';
import type { Massnahmenherkunft, Massnahmenzeile } from '../../ipc/bindings';
import { leereEingabe } from './angaben';
import { ausAdresse, neuVerweis, seiteVon } from './herkunft';
import { FILTER, filterAus, naehe, sortierungAus, weitereGesetzt, zuTun } from './liste';
import { ANGABEN, aufteilen, leererSchritt, letzterSchritt, schrittAus, verlaufszeile } from './schritt';
import { kennzahlen } from './uebersicht';
import { nachZiel, pWert, prozentsatz } from './wirkung';
import { FUNKTIONEN, SCHRITT } from './worte';

describe('Herkunft in der Adresse', () => {
  const alle: Massnahmenherkunft[] = [
    { art: 'eigen' },
    { art: 'feststellung', id: 'f1' },
    { art: 'abweichung', durchgang_id: 'd1', frage: 'ds-3' },
    { art: 'kundenreaktion', id: 'k1', massnahme: null },
    { art: 'kundenreaktion', id: 'k1', massnahme: 2 },
    { art: 'widerspruch', id: 'w1' },
    { art: 'datenschutzvorfall', id: 'v1' },
    { art: 'gefaehrdung', id: 'g1' },
  ];
  test.each(alle)('hin und zurück: %o', (h) => {
    const frage = neuVerweis(h).split('?')[1] ?? '';
    expect(ausAdresse(new URLSearchParams(frage))).toEqual(h);
  });
  test('Unvollständiges ist ohne Anlass', () => {
    for (const frage of ['', 'aus=feststellung', 'aus=abweichung&id=d1', 'aus=unsinn&id=1'])
      expect(ausAdresse(new URLSearchParams(frage))).toEqual({ art: 'eigen' });
    expect(ausAdresse(new URLSearchParams('aus=kundenreaktion&id=k&massnahme=-1'))).toEqual({
      art: 'kundenreaktion',
      id: 'k',
      massnahme: null,
    });
  });
  test('die Seite des Anlasses', () => {
    expect(seiteVon({ art: 'feststellung', id: 'f1' })).toEqual({
      ziel: '#/fachaufsicht/feststellungen/f1',
      recht: 'feststellung.lesen',
    });
    expect(seiteVon({ art: 'eigen' })).toBeNull();
  });
});

describe('Liste', () => {
  test('beginnt mit offenen; ein Ende im Filter meint auch die abgeschlossenen', () => {
    expect(filterAus(FILTER)).toMatchObject({ nur_offene: true, staende: [], eigene: false });
    expect(filterAus({ ...FILTER, stand: 'wirkung_belegt' })).toMatchObject({
      nur_offene: false,
      staende: ['wirkung_belegt'],
    });
    expect(filterAus({ ...FILTER, stand: 'zu_tun' }).staende).toEqual(['offen', 'in_umsetzung']);
  });
  test('zählt gesetzte weitere Filter', () => {
    expect(weitereGesetzt({ ...FILTER, team_id: 't', art: 'schulung', faellig_bis: '2026-12-01' })).toBe(2);
  });
  test('sortiert nach Dringlichkeit, wenn nichts gewählt ist', () => {
    expect([sortierungAus(null), sortierungAus('naechster_tag'), sortierungAus('faellig')]).toEqual([
      'dringlichkeit',
      'dringlichkeit',
      'faellig',
    ]);
  });
  test('was zu tun ist und wie bald', () => {
    expect(zuTun({ stand: 'umgesetzt' })).toBe('Wirkung prüfen');
    expect(zuTun({ stand: 'verworfen' })).toBe('');
    const z = (ueberfaellig: boolean, naechster_tag: string | null) =>
      naehe({ ueberfaellig, naechster_tag } as Massnahmenzeile, '2026-11-20')?.text ?? null;
    expect([z(true, '2026-11-01'), z(false, '2026-11-19'), z(false, '2026-11-21'), z(false, null)]).toEqual([
      'überfällig',
      'Tag erreicht',
      'morgen',
      null,
    ]);
    expect(z(false, '2026-12-24')).toBeNull();
  });
});

describe('Schritte', () => {
  test('jeder hat ein Wort, und was er fragt, wird gesendet', () => {
    const e = { am: '2026-11-20', bis: '2027-01-31', text: 'aus gutem Grund' };
    for (const [art, angaben] of Object.entries(ANGABEN)) {
      expect(SCHRITT[art as keyof typeof SCHRITT]).toBeTruthy();
      const schritt = schrittAus(art as keyof typeof ANGABEN, e);
      expect('am' in schritt).toBe(angaben.am !== undefined);
      expect('bis' in schritt).toBe(angaben.bis !== undefined);
      if (angaben.text) expect(schritt).toHaveProperty(angaben.text.name.replace('schritt.', ''), e.text);
    }
    expect(leererSchritt().text).toBe('');
  });
  test('„nicht messbar“ ist ein Nebenweg, wo ein Merkmal dazugehört', () => {
    expect(aufteilen(['vermerken', 'nicht_messbar'], true).weiter).toEqual([]);
    expect(aufteilen(['vermerken', 'nicht_messbar'], false).weiter).toEqual(['nicht_messbar']);
  });
  test('Verlauf und letzter Schritt', () => {
    expect(
      verlaufszeile({ schritt: { art: 'verschieben', bis: '2027-01-31', grund: 'später' } }),
    ).toMatchObject({
      titel: 'Fälligkeit verschoben',
      tag: null,
      einzelheiten: ['auf den 31.01.2027: später'],
    });
    const eintrag = (zurueckgenommen: null | { von: string; am: string; grund: string }) => ({
      schritt: { art: 'beginnen' as const, am: '2026-11-20' },
      von: 'a',
      eingetragen_am: '',
      zurueckgenommen,
    });
    const weg = eintrag({ von: 'a', am: '', grund: '' });
    expect(letzterSchritt([eintrag(null), weg])).toEqual(eintrag(null));
    expect(letzterSchritt([weg])).toBeNull();
  });
});

test('p-Werte werden aufgerundet und nie über die Grenze', () => {
  expect(pWert(0.04999)).toBe('0,0499…');
  expect(pWert(0.0123001)).toBe('0,0124');
  expect(pWert(0.00001)).toBe('unter 0,0001');
  expect(pWert(0.05)).toBe('0,0500');
  expect([0.2, 0.01, null].map((p) => nachZiel({ belegt: true, p }))).toEqual([true, false, true]);
  expect(nachZiel({ belegt: false, p: 0.2 })).toBe(false);
  expect(prozentsatz({ fehler: 0, beurteilt: 0 })).toBe('–');
  expect(prozentsatz({ fehler: 1, beurteilt: 8 })).toBe('12,5\u00a0%');
});

test('Kennzahlen führen zu Listen, die zeigen, was sie zählen', () => {
  const u = { ueberfaellig: 1, bald_faellig: 2, wirkung_zu_pruefen: 3, nicht_belegt: 4, offen: 9 };
  const ziele = (rolle: string) => kennzahlen(u, '2026-11-20', [rolle]).map((k) => k.ziel);
  expect(ziele('qualitaetsmanagement')[0]).toBe('#/massnahme?ueberfaellig=ja');
  expect(ziele('datenschutz')[0]).toBe('#/massnahme?ueberfaellig=ja&eigene=ja');
  expect(ziele('teamleitung')[1]).toBe(
    '#/massnahme?stand=zu_tun&faellig_von=2026-11-20&faellig_bis=2026-12-04',
  );
});

test('Vorbelegung aus dem Anlass; zuständig ist niemand, der nur liest', () => {
  const anlass = {
    nummer: 'K-2026-0001',
    betreff: '',
    frage: null,
    stelle: '',
    team_id: 't1',
    was: 'Aushang',
    bis: '2026-12-15',
  };
  expect(leereEingabe(anlass)).toMatchObject({ was: 'Aushang', faellig: '2026-12-15', team_id: '' });
  const werte = FUNKTIONEN.map((f) => f.wert);
  expect(werte).toContain('teamleitung');
  expect(werte).not.toContain('revision');
});
