import { expect, it } from 'vitest';
import type {
  Durchgangszeile,
  Kapitel,
  Katalogunterschied,
  Planvorschlag,
  PruefkatalogZeile,
} from '../../ipc/bindings';
import {
  abweichungen,
  bedingungssatz,
  entferneFrage,
  neueFrage,
  unterschiedssatz,
  verschiebeFrage,
} from './katalog';
import { gegenueber } from '../../shared/gegenueber';
import {
  eingeengt,
  einheitAus,
  einheitWert,
  ergebnis,
  exportspalten,
  faelligkeit,
  FILTER,
  filterAus,
  fortschritt,
  sortierungAus,
  weitereGesetzt,
} from './liste';
import {
  ausVorschlaegen,
  naechsterZeitraum,
  planbar,
  planende,
  ROLLEN_DER_LISTEN,
  ueblich,
  vorschlagId,
  zustaendige,
} from './planung';
import { kennzahlen } from './uebersicht';
import { turnusText } from './worte';

const HEUTE = '2026-11-23';
const zeile = (mehr: Partial<Durchgangszeile>): Durchgangszeile => ({
  id: 'd1',
  nummer: 'PL-2026-001',
  fassung: 1,
  katalog: 'Datenschutz',
  gebiet: 'datenschutz',
  katalogfassung: 1,
  ebene: 'haus',
  einheit: 'Haus',
  von: '2026-01-01',
  bis: '2026-12-31',
  rolle: 'datenschutz',
  faellig_am: '2027-01-31',
  stand: 'in_arbeit',
  fragen: 32,
  beantwortet: 12,
  abweichungen: 3,
  erfuellt: null,
  anwendbar: null,
  freigegeben_am: null,
  version: 1,
  ...mehr,
});

it('zeigt am Anfang nur, was offen ist, und fragt einen Stand so ab, wie er gemeint ist', () => {
  expect(filterAus(FILTER)).toMatchObject({ nur_offene: true, auch_ersetzte: false, staende: [] });
  expect(filterAus({ ...FILTER, stand: 'vorgelegt' })).toMatchObject({ nur_offene: true });
  expect(filterAus({ ...FILTER, stand: 'freigegeben' })).toMatchObject({ nur_offene: false });
  expect(filterAus({ ...FILTER, stand: 'ersetzt' })).toMatchObject({
    nur_offene: false,
    auch_ersetzte: true,
  });
  expect(filterAus({ ...FILTER, einheit: 'team:t1' })).toMatchObject({ ebene: 'team', einheit_id: 't1' });
  expect(filterAus({ ...FILTER, mit_erledigten: 'ja' })).toMatchObject({ nur_offene: false });
});

it('liest die Einheit zurück, wie sie geschrieben wurde', () => {
  expect(einheitAus('')).toEqual({ ebene: null, einheit_id: null });
  expect(einheitAus(einheitWert('haus', null))).toEqual({ ebene: 'haus', einheit_id: null });
  expect(einheitAus(einheitWert('standort', 's1'))).toEqual({ ebene: 'standort', einheit_id: 's1' });
});

it('zählt, was die Liste einengt', () => {
  expect(eingeengt(FILTER)).toBe(false);
  expect(eingeengt({ ...FILTER, mit_erledigten: 'ja', auch_ersetzte: 'ja' })).toBe(false);
  expect(eingeengt({ ...FILTER, gebiet: 'korruption' })).toBe(true);
  expect(weitereGesetzt({ ...FILTER, gebiet: 'korruption', ueberfaellig: 'ja', faellig_bis: HEUTE })).toBe(2);
});

it('ordnet nach Fälligkeit, und aufsteigend das Offene zuerst', () => {
  expect(sortierungAus('faellig', false)).toBe('dringlichkeit');
  expect(sortierungAus('faellig', true)).toBe('faellig');
  expect(sortierungAus(null, false)).toBe('dringlichkeit');
  expect(sortierungAus('bis', true)).toBe('zeitraum');
});

it('gibt jede Zahl einer Spalte für sich aus', () => {
  expect(exportspalten(['nummer', 'bis', 'beantwortet'])).toEqual([
    'nummer',
    'von',
    'bis',
    'beantwortet',
    'fragen',
    'abweichungen',
  ]);
});

it('erinnert vier Wochen vor dem Tag und nur an Offenes', () => {
  expect(faelligkeit(zeile({ faellig_am: '2026-11-22' }), HEUTE)).toEqual({
    art: 'gefahr',
    text: 'überfällig',
  });
  expect(faelligkeit(zeile({ faellig_am: HEUTE }), HEUTE)?.text).toBe('heute');
  expect(faelligkeit(zeile({ faellig_am: '2026-12-21' }), HEUTE)?.text).toBe('in 28 Tagen');
  expect(faelligkeit(zeile({ faellig_am: '2026-12-22' }), HEUTE)).toBeNull();
  expect(faelligkeit(zeile({ faellig_am: '2026-11-22', stand: 'freigegeben' }), HEUTE)).toBeNull();
});

it('nennt Fortschritt und Ergebnis mit Zähler und Nenner', () => {
  expect(fortschritt(zeile({}))).toBe('12 von 32 beantwortet, 3\u00a0Abweichungen');
  expect(fortschritt(zeile({ abweichungen: 0 }))).toBe('12 von 32 beantwortet');
  expect(ergebnis(zeile({ erfuellt: 30, anwendbar: 31 }))).toBe('30 von 31 (96,8\u00a0%)');
  expect(ergebnis(zeile({}))).toBe('–');
  expect(ergebnis(zeile({ erfuellt: 0, anwendbar: 0 }))).toBe('–');
});

it('kennt, wer welche Prüfliste beantwortet', () => {
  expect(zustaendige('datenschutz', 'haus')).toEqual([
    'datenschutz',
    'qualitaetsmanagement',
    'bereichsleitung',
    'geschaeftsfuehrung',
  ]);
  expect(zustaendige('it_sicherheit', 'team')).toContain('teamleitung');
  expect(zustaendige('sonstiges', 'haus')).not.toContain('datenschutz');
  expect(ueblich('korruption', 'haus')).toBe('korruptionspraevention');
  expect(ueblich('korruption', 'team')).toBe('teamleitung');
  expect(ROLLEN_DER_LISTEN).toHaveLength(6);
});

it('schließt den Zeitraum an den letzten Durchgang an, höchstens zwölf Monate', () => {
  expect(naechsterZeitraum(null, HEUTE)).toEqual({ von: '2025-11-24', bis: HEUTE });
  expect(naechsterZeitraum('2026-06-30', HEUTE)).toEqual({ von: '2026-07-01', bis: HEUTE });
  expect(naechsterZeitraum('2024-06-30', HEUTE)).toEqual({ von: '2025-11-24', bis: HEUTE });
  expect(naechsterZeitraum('2026-12-31', HEUTE)).toEqual({ von: '2027-01-01', bis: '2027-12-31' });
});

it('plant im Herbst das nächste Jahr mit', () => {
  expect(planende('2026-09-30')).toBe('2026-12-31');
  expect(planende('2026-10-01')).toBe('2027-12-31');
});

it('bietet nur Prüflisten an, die in Gebrauch und freigegeben sind', () => {
  const k = (aktiv: boolean, freigegeben_von: string | null) =>
    ({ katalog: { aktiv }, fassungen: [{ freigegeben_von }] }) as PruefkatalogZeile;
  expect(planbar([k(true, 'GF-1'), k(false, 'GF-1'), k(true, null)])).toHaveLength(1);
});

it('plant die gewählten Vorschläge mit dem, was anders gesetzt wurde', () => {
  const v = (katalog_id: string): Planvorschlag => ({
    katalog_id,
    katalog: katalog_id,
    gebiet: 'datenschutz',
    einheit: 'Haus',
    rahmen: {
      ebene: 'haus',
      einheit_id: null,
      von: '2026-01-01',
      bis: '2026-12-31',
      rolle: 'datenschutz',
      faellig_am: '2027-01-30',
    },
    fragen: 3,
    fragen_gesamt: 32,
    zuletzt: null,
  });
  const [a, b] = [v('a'), v('b')];
  const plan = ausVorschlaegen([a, b], new Set([vorschlagId(b)]), {
    [vorschlagId(b)]: { rolle: 'qualitaetsmanagement' },
  });
  expect(plan).toEqual([
    { katalog_id: 'b', rahmen: { ...b.rahmen, rolle: 'qualitaetsmanagement' }, alle_fragen: false },
  ]);
});

it('führt jede Zahl der Übersicht zu ihrer Liste', () => {
  const u = { offen: 7, bald_faellig: 2, ueberfaellig: 1, zur_freigabe: 3, bald_bis: '2026-12-21' };
  const ziele = Object.fromEntries(kennzahlen(u, HEUTE, true).map((k) => [k.wort, k.ziel]));
  expect(ziele['bald fällig']).toContain('faellig_von=2026-11-23&faellig_bis=2026-12-21');
  expect(ziele['überfällig']).toContain('ueberfaellig=ja');
  expect(ziele['offen']).toContain('mit_erledigten=');
  expect(kennzahlen(u, HEUTE, false).map((k) => k.wort)).not.toContain('von Ihnen freizugeben');
});

const kapitel = (): Kapitel[] => [
  {
    titel: 'A',
    fragen: [
      { ...neueFrage(), kennung: 'a1', frage: 'Erste?' },
      { ...neueFrage(), kennung: 'a2' },
    ],
  },
  {
    titel: 'B',
    fragen: [{ ...neueFrage(), kennung: 'b1', wenn: { frage: 'a1', antwort: ['erfuellt', 'teilweise'] } }],
  },
];

it('sagt die Bedingung als Satz und löst sie mit der Frage, an der sie hängt', () => {
  const k = kapitel();
  expect(bedingungssatz(k[1]!.fragen[0]!, k)).toBe(
    'Nur wenn „Erste?“ mit erfüllt oder teilweise beantwortet ist.',
  );
  expect(entferneFrage(k, 0, 0)[1]?.fragen[0]?.wenn).toBeNull();
});

it('zählt, was gegenüber dem Anfang anders ist', () => {
  expect(abweichungen(kapitel(), kapitel())).toBe(0);
  expect(abweichungen(kapitel(), entferneFrage(kapitel(), 0, 1))).toBe(1);
  expect(abweichungen(kapitel(), verschiebeFrage(kapitel(), 0, 1, 1))).toBe(1);
});

it('stellt zwei Texte gegenüber und lässt stehen, was gleich blieb', () => {
  expect(gegenueber('Die Liste ist da.', 'Die neue Liste ist da.')).toEqual({
    anfang: 'Die ',
    vorher: '',
    nachher: 'neue ',
    ende: 'Liste ist da.',
  });
  expect(gegenueber('24', '12')).toEqual({ anfang: '', vorher: '24', nachher: '12', ende: '' });
  expect(gegenueber('a a', 'a a a')).toMatchObject({ vorher: '', nachher: 'a ' });
});

it('zählt Unterschiede nach ihrer Art', () => {
  const u = (art: Katalogunterschied['art']): Katalogunterschied => ({
    kennung: 'x',
    frage: '',
    art,
    felder: [],
  });
  expect(unterschiedssatz([u('geaendert'), u('neu'), u('geaendert')])).toBe('1 neu, 2 geändert');
  expect(unterschiedssatz([])).toBe('');
});

it('nennt den Turnus in Worten', () => {
  expect([1, 6, 12, 24].map(turnusText)).toEqual([
    'jeden Monat',
    'alle 6 Monate',
    'jedes Jahr',
    'alle 2 Jahre',
  ]);
});
