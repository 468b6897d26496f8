import { describe, expect, it } from 'vitest';
import type { Gefaehrdung, Gefaehrdungsinhalt, Zuwendung } from '../../ipc/bindings';
import { fassungszeilen, unterschiede } from './fassungen';
import {
  angefangen,
  eingabeAus,
  einheitwahl,
  gefaehrdungsinhalt,
  inhaltswerte,
  leereGefaehrdung,
  rotationAb,
  rotationsmarke,
  rotationssaetze,
  vorlage,
} from './gefaehrdung';
import * as atlas from './gefaehrdungsliste';
import { aufteilen as aufteilenAtlas, schrittAus as atlasschritt, verlauf } from './gefaehrdungsschritt';
import { gefaehrdungszahlen, zuwendungszahlen } from './uebersicht';
import { angabenwerte, entscheidungswerte, leereZuwendung, zuwendungsinhalt } from './zuwendung';
import * as zuwendungen from './zuwendungsliste';
import { annahmewahl, aufteilen, leererSchritt, schrittAus, textwort } from './zuwendungsschritt';

const HEUTE = '2026-11-23';
const ORTE = {
  bereiche: [{ id: 'b1', name: 'Leistung' }],
  teams: [{ id: 't1', name: 'Leistung 1' }],
} as unknown as Parameters<typeof einheitwahl>[0];

const inhalt = (anders: Partial<Gefaehrdungsinhalt> = {}): Gefaehrdungsinhalt => ({
  art: 'dienstposten',
  bezeichnung: 'Vergabe von Maßnahmen',
  team_id: null,
  bereich_id: 'b1',
  grad: 'hoch',
  merkmale: ['vergabe'],
  begruendung: 'Nach der Befragung eingestuft',
  analyse_am: '2025-01-10',
  analyse: 'Zweitprüfung ist geregelt.',
  sicherungen: ['vier_augen'],
  weitere_sicherungen: '',
  seit: '2021-11',
  ausnahme: null,
  ueberpruefung_am: '2026-01-10',
  ...anders,
});

const eintrag = (lage: Partial<Gefaehrdung['lage']>, schritte: unknown[] = []): Gefaehrdung =>
  ({
    nummer: 'G-001',
    schritte,
    lage: {
      stand: 'gueltig',
      fassungen: [],
      vorschlag: null,
      zurueckgegeben: null,
      rueckgabegrund: null,
      ueberpruefung_am: null,
      aufhebung: null,
      aufhebung_rueckgabegrund: null,
      aufgehoben_am: null,
      ...lage,
    },
  }) as unknown as Gefaehrdung;

const fassung = (nummer: number, anders: Partial<Gefaehrdungsinhalt> = {}, grund = '') => ({
  nummer,
  angaben: inhalt(anders),
  grund,
  von: 'akp',
  bestaetigt_von: 'gf',
});

const zuwendung = (lage: object = {}): Zuwendung =>
  ({
    angaben: {
      ...leereZuwendung(HEUTE),
      art: 'sachgeschenk',
      geber: 'kunde',
      gegenstand: 'Pralinen',
      wert_cent: 800,
    },
    lage: { stand: 'angezeigt', entscheidung: null, zurueckgegeben: null, abschluss_am: null, ...lage },
  }) as Zuwendung;

describe('a Zuwendung', () => {
  it('is sent as it was typed, and shown in words', () => {
    const e = { ...leereZuwendung(HEUTE), art: 'geld', geber: 'firma', gegenstand: 'Gutschein' };
    expect(zuwendungsinhalt(e)).toMatchObject({ art: 'geld', geber: 'firma', tag: HEUTE, wert_cent: null });
    expect(angabenwerte(zuwendung())).toContainEqual({ name: 'Wert', wert: '8,00\u00a0€' });
  });

  it('never offers to accept money', () => {
    expect(annahmewahl('geld').map((o) => o.wert)).toEqual(['abgelehnt', 'zurueckgegeben', 'gespendet']);
    expect(annahmewahl('bewirtung').map((o) => o.wert)).toContain('angenommen');
  });

  it('asks for the proof only where something left the house', () => {
    expect(textwort('abschliessen', 'angenommen').optional).toBe(true);
    expect(textwort('abschliessen', 'abgelehnt').optional).toBe(true);
    expect(textwort('abschliessen', 'gespendet').optional).toBe(false);
    expect(textwort('abschliessen', 'zurueckgegeben').optional).toBe(false);
  });

  it('leaves the second person out of the steps, and says what was decided by whom', () => {
    expect(aufteilen(['vorschlagen', 'bestaetigen', 'zurueckgeben'])).toEqual({
      weiter: ['vorschlagen'],
      sonst: [],
    });
    expect(aufteilen(['abschliessen', 'wiederaufnehmen'])).toEqual({
      weiter: ['abschliessen'],
      sonst: ['wiederaufnehmen'],
    });
    const entscheidung = { annahme: 'abgelehnt', begruendung: 'Zu nah', von: 'a', bestaetigt_von: null };
    expect(entscheidungswerte(zuwendung({ entscheidung }), (id) => id)).toEqual([]);
    const beide = { ...entscheidung, bestaetigt_von: 'g' };
    expect(entscheidungswerte(zuwendung({ entscheidung: beide }), (id) => id.toUpperCase())).toContainEqual({
      name: 'Entschieden von',
      wert: 'A (Vorschlag) und G (Bestätigung)',
    });
  });

  it('begins another proposal with the one that waits', () => {
    const e = leererSchritt({ annahme: 'abgelehnt', begruendung: 'Zu nah', von: 'a', bestaetigt_von: null });
    expect(schrittAus('vorschlagen', e)).toEqual({
      art: 'vorschlagen',
      annahme: 'abgelehnt',
      begruendung: 'Zu nah',
    });
  });
});

describe('an entry of the atlas', () => {
  it('comes back from the form as it was stored', () => {
    const a = inhalt({
      ueberpruefung_am: '2027-01-10',
      ausnahme: { grund: 'Ausgeschrieben', ausgleich: 'Zwei Personen', bis: '2027-05-31' },
    });
    expect(gefaehrdungsinhalt(eingabeAus(a, HEUTE))).toEqual(a);
    const team = inhalt({ team_id: 't1', bereich_id: null, ueberpruefung_am: '2027-01-10' });
    expect(gefaehrdungsinhalt(eingabeAus(team, HEUTE))).toEqual(team);
  });

  it('leaves out what the answers do not ask for', () => {
    const e = {
      ...eingabeAus(inhalt(), HEUTE),
      mit_ausnahme: true,
      ausnahme_grund: 'x',
      ausnahme_bis: HEUTE,
    };
    expect(gefaehrdungsinhalt({ ...e, art: 'arbeitsgebiet' })).toMatchObject({ seit: null, ausnahme: null });
    expect(gefaehrdungsinhalt({ ...e, grad: 'mittel' })).toMatchObject({ seit: '2021-11', ausnahme: null });
    expect(gefaehrdungsinhalt(e).ausnahme).not.toBeNull();
  });

  it('asks anew for a day of the next look that is over', () => {
    expect(eingabeAus(inhalt(), HEUTE).ueberpruefung_am).toBe('2027-11-23');
    expect(eingabeAus(inhalt({ ueberpruefung_am: '2026-12-01' }), HEUTE).ueberpruefung_am).toBe('2026-12-01');
  });

  it('counts five years from the first month', () => {
    expect(rotationAb(eingabeAus(inhalt(), HEUTE))).toBe('2026-11-01');
    expect(rotationAb(eingabeAus(inhalt({ grad: 'mittel' }), HEUTE))).toBeNull();
    expect(rotationAb(eingabeAus(inhalt({ seit: null }), HEUTE))).toBeNull();
  });

  it('says how far the rotation is', () => {
    const r = (ab: string, ausnahme_bis: string | null = null) => ({ ab, ausnahme_bis });
    expect(rotationsmarke(null, false, HEUTE)).toBeNull();
    expect(rotationsmarke(r('2026-11-23'), true, HEUTE)?.art).toBe('gefahr');
    expect(rotationsmarke(r('2026-11-23', '2027-01-31'), false, HEUTE)).toEqual({
      art: 'warnung',
      text: 'Ausnahme bis 31.01.2027',
    });
    expect(rotationsmarke(r('2026-11-24'), false, HEUTE)).toEqual({
      art: 'neutral',
      text: 'Rotation ab 24.11.2026',
    });
    const abgelaufen = { rotation: r('2025-01-01', '2026-11-22'), rotation_faellig: true };
    expect(rotationssaetze(abgelaufen, HEUTE)[1]).toBe('Die Ausnahme ist am 22.11.2026 abgelaufen.');
    expect(rotationssaetze(abgelaufen, HEUTE)).toHaveLength(3);
  });

  it('knows when something was begun', () => {
    expect(angefangen(leereGefaehrdung(HEUTE))).toBe(false);
    expect(angefangen({ ...leereGefaehrdung(HEUTE), merkmale: ['vergabe'] })).toBe(true);
  });

  it('is told in words, without what is left open', () => {
    const werte = inhaltswerte(inhalt({ weitere_sicherungen: '' }), ORTE);
    expect(werte).toContainEqual({ name: 'Team oder Bereich', wert: 'Bereich Leistung' });
    expect(werte).toContainEqual({ name: 'Verwendung seit', wert: '11.2021' });
    expect(werte.map((w) => w.name)).not.toContain('Weitere Sicherungen');
  });
});

describe('the versions of an entry', () => {
  const schritt = (art: string, am: string, weg = false) => ({
    schritt: { art },
    eingetragen_am: am,
    zurueckgenommen: weg ? {} : null,
  });

  it('stand newest first, with the days of proposal and confirmation', () => {
    const g = eintrag(
      { fassungen: [fassung(2), fassung(1)], vorschlag: { ...fassung(3), bestaetigt_von: null } },
      [
        schritt('fassen', '2024-01-01T08:00:00Z'),
        schritt('bestaetigen', '2024-01-05T08:00:00Z'),
        schritt('aufhebung_vorschlagen', '2024-06-01T08:00:00Z'),
        schritt('bestaetigen', '2024-06-02T08:00:00Z'),
        schritt('fassen', '2025-02-01T08:00:00Z', true),
        schritt('fassen', '2025-03-01T08:00:00Z'),
        schritt('bestaetigen', '2025-03-02T08:00:00Z'),
        schritt('fassen', '2026-04-01T08:00:00Z'),
      ],
    );
    expect(
      fassungszeilen(g).map((z) => [z.fassung.nummer, z.vorgeschlagen_am.slice(0, 10), z.marke.text]),
    ).toEqual([
      [3, '2026-04-01', 'wartet auf zweite Person'],
      [2, '2025-03-01', 'gültig'],
      [1, '2024-01-01', 'abgelöst'],
    ]);
    expect(fassungszeilen(g)[2]?.bestaetigt_am).toBe('2024-01-05T08:00:00Z');
    expect(vorlage(g)).toEqual(fassung(3).angaben);
    const weg = eintrag({ fassungen: [fassung(2), fassung(1)], aufgehoben_am: HEUTE });
    expect(fassungszeilen(weg).map((z) => z.marke.text)).toEqual(['aufgehoben', 'abgelöst']);
  });

  it('differ in what was changed, and in nothing else', () => {
    const neu = fassung(2, {
      grad: 'besonders',
      ausnahme: { grund: 'Ausgeschrieben', ausgleich: 'Zwei Personen', bis: '2027-05-31' },
    });
    expect(unterschiede(fassung(1), neu, ORTE).map((u) => u.feld)).toEqual([
      'Gefährdung',
      'Ausnahme von der Rotation',
    ]);
    expect(unterschiede(fassung(1), fassung(1), ORTE)).toEqual([]);
    // A day that is over is told as it was written.
    const spaeter = unterschiede(fassung(1), fassung(2, { ueberpruefung_am: '2026-06-01' }), ORTE);
    expect(spaeter).toEqual([{ feld: 'Überprüfung bis', vorher: '10.01.2026', nachher: '01.06.2026' }]);
  });
});

describe('the steps of an entry', () => {
  it('put a look that is due first, and another version aside while one waits', () => {
    const alle = ['fassen', 'ueberpruefen', 'aufhebung_vorschlagen'] as const;
    expect(aufteilenAtlas([...alle], { faellig: false, ruht: false })).toEqual({
      weiter: ['fassen', 'ueberpruefen'],
      sonst: ['aufhebung_vorschlagen'],
    });
    expect(aufteilenAtlas([...alle], { faellig: true, ruht: false }).weiter[0]).toBe('ueberpruefen');
    expect(aufteilenAtlas(['fassen', 'bestaetigen'], { faellig: true, ruht: true })).toEqual({
      weiter: [],
      sonst: ['fassen'],
    });
  });

  it('send what they ask for', () => {
    const e = { am: HEUTE, naechste: '2027-11-23', text: 'Gespräch' };
    expect(atlasschritt('ueberpruefen', e)).toEqual({
      art: 'ueberpruefen',
      am: HEUTE,
      naechste: '2027-11-23',
      vermerk: 'Gespräch',
    });
    expect(atlasschritt('aufheben', e)).toEqual({ art: 'aufheben', am: HEUTE, grund: 'Gespräch' });
    expect(atlasschritt('aufhebung_vorschlagen', e).art).toBe('aufhebung_vorschlagen');
  });

  it('say what the second person decided about', () => {
    const arten = [
      'fassen',
      'bestaetigen',
      'aufhebung_vorschlagen',
      'zurueckgeben',
      'ueberpruefen',
      'aufhebung_vorschlagen',
      'bestaetigen',
      'fassen',
      'zurueckgeben',
    ];
    const schritte = arten.map((art) => ({ schritt: { art }, zurueckgenommen: null }));
    const titel = verlauf(schritte as unknown as Parameters<typeof verlauf>[0]).map((e) => e.titel);
    expect(titel).toEqual([
      'Fassung vorgeschlagen',
      'Fassung bestätigt',
      'Aufhebung vorgeschlagen',
      'Aufhebung zurückgegeben',
      'Überprüft, trifft weiter zu',
      'Aufhebung vorgeschlagen',
      'Aufhebung bestätigt',
      'Fassung vorgeschlagen',
      'Fassung zurückgegeben',
    ]);
  });
});

describe('lists and start page', () => {
  it('do not repeat in a row what its column says', () => {
    const z = { rotation_ab: '2027-09-01', ausnahme_bis: null, rotation_faellig: false };
    const zeile = z as unknown as Parameters<typeof atlas.zeilenrotation>[0];
    expect(atlas.zeilenrotation(zeile, HEUTE)?.text).toBe('ab 01.09.2027');
    expect(atlas.zeilenrotation({ ...zeile, rotation_faellig: true }, HEUTE)?.text).toBe('überfällig');
    expect(atlas.zeilenrotation({ ...zeile, rotation_ab: null }, HEUTE)).toBeNull();
  });

  it('ask for open Zuwendungen and entries that still are', () => {
    expect(zuwendungen.filterAus(zuwendungen.FILTER)).toMatchObject({ nur_offene: true, arten: [] });
    expect(zuwendungen.eingeengt({ ...zuwendungen.FILTER, mit_abgeschlossenen: 'ja' })).toBe(false);
    expect(zuwendungen.sortierungAus(null)).toBe('dringlichkeit');
    expect(atlas.filterAus({ ...atlas.FILTER, einheit: 'team:t1' })).toMatchObject({
      nur_bestehende: true,
      team_id: 't1',
      bereich_id: null,
    });
    expect(atlas.filterAus({ ...atlas.FILTER, grad: atlas.AB_HOCH }).grade).toEqual(['hoch', 'besonders']);
    expect(atlas.sortierungAus(null)).toBe('grad');
  });

  it('count with lists that hold what they count', () => {
    const u = {
      bestehend: 14,
      besonders: 9,
      rotation_faellig: 3,
      ueberpruefung_faellig: 1,
      zu_bestaetigen: 2,
    };
    const alle = gefaehrdungszahlen(u, true);
    expect(alle[0]).toMatchObject({ zahl: 3, art: 'gefahr' });
    expect(alle[0]?.ziel).toContain('/gefaehrdungsatlas?rotation_faellig=ja');
    expect(gefaehrdungszahlen(u, false)).toHaveLength(alle.length - 1);
    const z = { offen: 4, zu_entscheiden: 1, zu_bestaetigen: 2, auszufuehren: 1 };
    expect(zuwendungszahlen(z, true)[0]?.ziel).toContain('zu_bestaetigen=ja');
    expect(zuwendungszahlen(z, false).map((k) => k.zahl)).toEqual([1, 1, 4]);
  });
});
