import { describe, expect, it } from 'vitest';
import type {
  Jahresauswertung,
  Jahresschicht,
  Monatszelle,
  Programm,
  Programmausfall,
  Programmkopf,
} from '../../ipc/bindings';
import { rechnerfrage, schichtzeilen } from './auswertung';
import {
  alsFaelle,
  eingabeAus,
  fuegeEin,
  inhaltAus,
  leseTafel,
  monatssummen,
  neueZeile,
  programmsumme,
  verteileUeberMonate,
  zellenfehler,
} from './eingabe';
import {
  brauchtPruefung,
  erstesJahr,
  fassungshinweis,
  jahre,
  kopfDesJahres,
  LEGENDE,
  monatsteams,
  ohneGrund,
  summe,
  zellentext,
  zellenzahl,
  zellmarke,
} from './stand';
import { kennzahlen } from './uebersicht';
import { monatstitel, schritte } from './worte';

const kopf = (jahr: number, fassung: number, stand: Programmkopf['stand']): Programmkopf => ({
  id: `${jahr}-${fassung}`,
  jahr,
  fassung,
  aenderung: '',
  stand,
  freigegeben_am: null,
});

const zelle = (
  stand: Monatszelle['stand'],
  geplant = 15,
  geprueft = 0,
  ueberfaellig = false,
): Monatszelle => ({ geplant, gezogen: geprueft, geprueft, stand, ueberfaellig });

describe('Jahr und Fassung', () => {
  it('öffnet das laufende Jahr, auch wenn das nächste schon gilt', () => {
    const koepfe = [kopf(2027, 1, 'gueltig'), kopf(2026, 1, 'gueltig'), kopf(2025, 1, 'gueltig')];
    expect(erstesJahr(koepfe, 2026)).toBe(2026);
    expect(erstesJahr([kopf(2028, 1, 'entwurf'), kopf(2025, 1, 'gueltig')], 2026)).toBe(2025);
    expect(erstesJahr([kopf(2027, 1, 'gueltig')], 2026)).toBe(2027);
    expect(erstesJahr([kopf(2027, 1, 'entwurf')], 2026)).toBe(2027);
    expect(erstesJahr([], 2026)).toBeNull();
    expect(jahre(koepfe)).toEqual([2027, 2026, 2025]);
  });

  it('zeigt die gültige Fassung, sonst die in Arbeit', () => {
    const koepfe = [kopf(2026, 3, 'entwurf'), kopf(2026, 2, 'gueltig'), kopf(2026, 1, 'ersetzt')];
    expect(kopfDesJahres(koepfe, 2026)?.fassung).toBe(2);
    expect(kopfDesJahres([kopf(2026, 2, 'entwurf'), kopf(2026, 1, 'verworfen')], 2026)?.fassung).toBe(2);
    expect(kopfDesJahres(koepfe, 2025)).toBeNull();
  });

  it('sagt, welche Fassung gilt', () => {
    const koepfe = [kopf(2026, 3, 'vorgelegt'), kopf(2026, 2, 'gueltig'), kopf(2026, 1, 'ersetzt')];
    expect(fassungshinweis(koepfe[1]!, koepfe)).toEqual({
      text: 'Fassung 3 liegt zur Freigabe vor. Bis zu ihrer Freigabe gilt diese.',
      fassung: 3,
    });
    expect(fassungshinweis(koepfe[2]!, koepfe)?.fassung).toBe(2);
    expect(fassungshinweis(koepfe[0]!, koepfe)?.text).toBe('Bis zur Freigabe gilt Fassung 2.');
    expect(fassungshinweis(kopf(2026, 1, 'gueltig'), [kopf(2026, 1, 'gueltig')])).toBeNull();
    expect(fassungshinweis(kopf(2026, 1, 'entwurf'), [kopf(2026, 1, 'entwurf')])).toBeNull();
  });
});

describe('Zellen', () => {
  it('sagt Zahlen und Stand in Worten', () => {
    expect(zellentext(zelle('in_arbeit', 15, 12, true))).toBe('12 von 15 geprüft, in Prüfung, überfällig');
    expect(zellentext(zelle('erledigt', 15, 15))).toBe('15 von 15 geprüft');
    expect(zellentext(zelle('frei', 0))).toBe('nicht vorgesehen');
    expect(zellentext(zelle('kuenftig', 1))).toBe('1 Fall geplant, noch nicht begonnen');
    expect(zellentext(zelle('versaeumt', 15, 0, true))).toBe(
      '0 von 15 geprüft, nicht durchgeführt, ohne Grund',
    );
    expect(zellenzahl(zelle('in_arbeit', 15, 12))).toBe('12/15');
    expect(zellenzahl(zelle('frei', 0))).toBe('–');
  });

  it('gibt jedem Stand, der etwas verlangt oder erledigt ist, ein eigenes Zeichen', () => {
    const zeichen = LEGENDE.map((l) => l.marke.symbol);
    expect(zeichen).not.toContain(null);
    expect(new Set(zeichen).size).toBe(zeichen.length);
    expect(zellmarke(zelle('in_arbeit', 15, 3, true)).art).toBe('warnung');
    expect(zellmarke(zelle('kuenftig')).symbol).toBeNull();
  });

  it('zählt zusammen', () => {
    expect(summe([zelle('erledigt', 15, 15), zelle('in_arbeit', 10, 4)])).toEqual({
      geplant: 25,
      gezogen: 19,
      geprueft: 19,
    });
    expect(summe([])).toEqual({ geplant: 0, gezogen: 0, geprueft: 0 });
  });
});

describe('Monat', () => {
  const zeile = {
    schluessel: { thema_id: 't', bereich_id: 'b' },
    thema: 'Aufrechnung',
    bereich: 'Leistung',
    pruefungen: [],
    teams: (['versaeumt', 'erledigt', 'frei', 'ausgefallen'] as const).map((stand, i) => ({
      team_id: String(i),
      name: `Team ${i}`,
      monate: [zelle(stand, stand === 'frei' ? 0 : 15, stand === 'erledigt' ? 15 : 0)],
    })),
  };
  const ausfall = { monat: 1, thema_id: 't', team_id: '3', id: 'x' } as Programmausfall;

  it('nennt nur Teams, die vorgesehen sind, mit ihrem Grund', () => {
    const teams = monatsteams(zeile, 1, [ausfall, { ...ausfall, team_id: '0', monat: 2 }]);
    expect(teams.map((t) => [t.name, t.ausfall?.id ?? null])).toEqual([
      ['Team 0', null],
      ['Team 1', null],
      ['Team 3', 'x'],
    ]);
    expect(ohneGrund(teams).map((t) => t.name)).toEqual(['Team 0']);
    expect(brauchtPruefung(teams)).toBe(true);
    expect(brauchtPruefung(teams.filter((t) => t.ausfall))).toBe(false);
  });

  it('hat einen Namen', () => {
    expect(monatstitel(2026, 3)).toBe('März 2026');
  });
});

describe('Entwurf', () => {
  it('verteilt gleichmäßig, die ersten Monate zuerst, und verliert nichts', () => {
    const leer = Array.from({ length: 12 }, () => '0');
    expect(verteileUeberMonate(14, leer)).toEqual(['2', '2', ...Array.from({ length: 10 }, () => '1')]);
    expect(verteileUeberMonate(5, leer)).toEqual([
      ...Array.from({ length: 5 }, () => '1'),
      ...Array.from({ length: 7 }, () => '0'),
    ]);
    for (const [n, ab] of [
      [0, 1],
      [180, 1],
      [7, 12],
      [101, 9],
    ] as const) {
      const zahlen = verteileUeberMonate(n, leer, ab).map(Number);
      expect(zahlen.reduce((a, b) => a + b, 0)).toBe(n);
      const offene = zahlen.slice(ab - 1);
      expect(Math.max(...offene) - Math.min(...offene)).toBeLessThanOrEqual(1);
      expect(offene).toEqual(offene.toSorted((a, b) => b - a));
    }
  });

  it('lässt vergangene Monate stehen', () => {
    const bisher = ['15', '12', ...Array.from({ length: 10 }, () => '9')];
    expect(verteileUeberMonate(20, bisher, 3)).toEqual([
      '15',
      '12',
      ...Array.from({ length: 10 }, () => '2'),
    ]);
  });

  it('liest Zellen', () => {
    expect(alsFaelle('')).toBe(0);
    expect(alsFaelle(' 15 ')).toBe(15);
    expect(alsFaelle('-1')).toBeNull();
    expect(alsFaelle('1,5')).toBeNull();
    expect(alsFaelle('x')).toBeNull();
    expect(zellenfehler('501')).toContain('500');
    expect(zellenfehler('500')).toBeNull();
  });

  it('fügt Zeilen aus einer Tabelle ein, soweit Platz ist', () => {
    expect(leseTafel('15')).toBeNull();
    expect(leseTafel('15\t\t3\r\n')).toEqual([['15', '0', '3']]);
    expect(leseTafel('1\n2')).toEqual([['1'], ['2']]);
    const teams = neueZeile('t', 'b', ['x', 'y', 'z']).teams;
    const neu = fuegeEin(teams, 1, 10, [['4', '5', '6'], ['7', '8'], ['9']]);
    expect(neu.map((t) => t.monate.slice(9).join(','))).toEqual(['0,0,0', '0,4,5', '0,7,8']);
    expect(monatssummen(neu).slice(9)).toEqual([0, 11, 13]);
  });

  it('kommt so heraus, wie er hineinging', () => {
    const zeile = {
      thema_id: 't',
      bereich_id: 'b',
      pruefende: 'teamleitung' as const,
      fehlerdefinition: 'jede' as const,
      teilweise_zaehlt: false,
      ziel: 0.1,
      konfidenz: 0.95,
      gegenpruefung_anteil: 0,
      restliche_auf_ja: false,
      stellungnahme_tage: 14,
      begruendung: '',
      wirkungspruefungen: [{ massnahme_id: 'm', massnahme: 'M-2026-001', monat: 3, faelle: 20 }],
      teams: [{ team_id: 'x', monate: [15, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 1] }],
    };
    const inhalt = { zeilen: [zeile], dsb_am: '2026-08-20', dsb_vermerk: 'v' };
    const e = eingabeAus({ inhalt } as Programm);
    expect([e.zeilen[0]!.ziel, e.zeilen[0]!.konfidenz]).toEqual([10, 95]);
    expect(programmsumme(e.zeilen)).toBe(19);
    expect(inhaltAus(e)).toEqual(inhalt);
  });
});

it('ordnet die Schritte und lässt das Ändern der eigenen Seite', () => {
  expect(schritte(['verwerfen', 'speichern', 'vorlegen'], [])).toEqual(['vorlegen', 'verwerfen']);
  expect(schritte(['fortschreiben'], [kopf(2026, 1, 'gueltig')])).toEqual(['fortschreiben']);
  expect(schritte(['fortschreiben'], [kopf(2026, 1, 'gueltig'), kopf(2026, 2, 'vorgelegt')])).toEqual([]);
});

it('gibt die Schichten an den Rechner, soweit er sie nimmt', () => {
  const s: Jahresschicht = {
    monat: 3,
    nummer: 'FA-2026-002',
    schicht: 'Leistung 1',
    grundgesamtheit: 40,
    gezogen: 6,
    fehlerhaft: 2,
    ungeklaert: 0,
  };
  expect(schichtzeilen([s])).toBe('03 Leistung 1\t40\t6\t2\t0');
  expect(schichtzeilen([])).toBeNull();
  expect(schichtzeilen(Array.from({ length: 61 }, () => s))).toBeNull();
  const mit = (vorlaeufig: boolean) =>
    ({
      schichten: [s],
      auswertung: { vorlaeufig, rate: { sicherheit: '95\u00a0%', ziel_zehntel: 100 } },
    }) as unknown as Jahresauswertung;
  expect(rechnerfrage(mit(false))).toEqual({
    zeilen: '03 Leistung 1\t40\t6\t2\t0',
    sicherheit: '0.95',
    ziel: '0.1',
  });
  expect(rechnerfrage(mit(true))).toBeNull();
});

it('führt von der Startseite zum ersten Monat, der etwas will', () => {
  const lage = {
    jahr: 2026,
    ohne_grund: { anzahl: 3, monat: 2 },
    verspaetet: { anzahl: 1, monat: 4 },
    zu_ziehen: { anzahl: 0, monat: null },
  };
  expect(kennzahlen(lage).map((k) => [k.zahl, k.ziel, k.art])).toEqual([
    [3, '#/fachaufsicht/pruefprogramm/2026/2', 'gefahr'],
    [1, '#/fachaufsicht/pruefprogramm/2026/4', 'warnung'],
    [0, '#/fachaufsicht/pruefprogramm/2026', undefined],
  ]);
});
