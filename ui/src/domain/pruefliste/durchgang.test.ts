import { describe, expect, it } from 'vitest';
import type {
  Durchgang,
  Durchgangsluecke,
  Fragenvergleich,
  Kontrollfrage,
  Nachweis,
  Pruefantwort,
} from '../../ipc/bindings';
import { antwortDerTaste } from '../../shared/bogen/lauf.svelte';
import {
  ANTWORTEN,
  bemerkungshinweis,
  eingabetext,
  fortschritt,
  fragenlagen,
  frueherText,
  passt,
  stehtSo,
} from './antworten';
import {
  alsRahmen,
  dateigroesse,
  durchgangstitel,
  endung,
  lueckenliste,
  rahmenVon,
  schritte,
  ueberfaellig,
  vorschlagsname,
} from './durchgang';

const frage = (kennung: string, weitere: Partial<Kontrollfrage> = {}): Kontrollfrage => ({
  kennung,
  frage: `Frage ${kennung}?`,
  quelle: 'Art. 30 DSGVO',
  erlaeuterung: '',
  nachweis: '',
  nachweis_pflicht: false,
  gewicht: 2,
  turnus_monate: 12,
  betrifft: 'Geschäftsführung',
  wenn: null,
  ...weitere,
});

const antwort = (f: string, weitere: Partial<Pruefantwort> = {}): Pruefantwort => ({
  frage: f,
  wert: 'erfuellt',
  bemerkung: '',
  von: 'p1',
  am: '2026-11-20T10:00:00Z',
  zu_bestaetigen: null,
  version: 1,
  ...weitere,
});

const nachweis = (f: string, entfernt_grund: string | null = null): Nachweis => ({
  id: `n-${f}`,
  durchgang_id: 'd',
  frage: f,
  bezeichnung: 'Dienstanweisung 3/2026',
  datum: '2026-03-02',
  anhang: null,
  erfasst_von: 'p1',
  erfasst_am: '2026-11-20T10:00:00Z',
  entfernt_grund,
  version: 1,
});

const vergleich = (weitere: Partial<Fragenvergleich>): Fragenvergleich => ({
  frage: 'a',
  vorher: 'teilweise',
  jetzt: 'teilweise',
  veraenderung: 'unveraendert_offen',
  anderer_wortlaut: false,
  offen_seit: '2024-12-31',
  ...weitere,
});

const luecke = (f: string, art: Durchgangsluecke['art']): Durchgangsluecke => ({ frage: f, art });

const detail = {
  kapitel: [
    { titel: 'Eins', fragen: [frage('a', { nachweis_pflicht: true }), frage('b')] },
    { titel: 'Zwei', fragen: [frage('c', { betrifft: 'Teamleitungen', nachweis_pflicht: true })] },
  ],
  gestellt: ['a', 'b', 'c'],
  antworten: [antwort('a'), antwort('b', { wert: 'nicht_erfuellt' }), antwort('weg')],
  nachweise: [nachweis('a', 'falsche Datei'), nachweis('b'), nachweis('weg')],
  vergleich: [vergleich({})],
  geaendert: [],
  luecken: [luecke('a', 'nachweis'), luecke('b', 'bemerkung'), luecke('c', 'antwort')],
};

describe('Antworten einer Prüfliste', () => {
  it('kennt zu jeder Frage zwei Tasten, zu offen die Null', () => {
    const mit = (tasten: string) => [...tasten].map((t) => antwortDerTaste(ANTWORTEN, t));
    const alle = ['erfuellt', 'teilweise', 'nicht_erfuellt', 'nicht_anwendbar'];
    expect(mit('1234')).toEqual(alle);
    expect(mit('etna')).toEqual(alle);
    // Open is an answer of the sheet, no unknown key.
    expect(mit('0')).toEqual([null]);
    expect(mit('x')).toEqual([undefined]);
  });

  it('sendet eine Antwort zur geänderten Frage noch einmal', () => {
    const eingabe = { wert: 'erfuellt' as const, bemerkung: '' };
    expect(stehtSo(antwort('a', { bemerkung: '' }), eingabe)).toBe(true);
    expect(stehtSo(antwort('a', { bemerkung: '', zu_bestaetigen: 'fassung-1' }), eingabe)).toBe(false);
  });

  it('sagt, wann eine Bemerkung nötig ist', () => {
    expect(bemerkungshinweis('teilweise')).toContain('weicht ab');
    expect(bemerkungshinweis('nicht_anwendbar')).toContain('stellt sich');
    expect([bemerkungshinweis('erfuellt'), bemerkungshinweis(null)]).toEqual([undefined, undefined]);
  });

  it('erkennt, was schon so gespeichert ist', () => {
    const a = antwort('a', { wert: 'teilweise', bemerkung: 'Vertretung fehlt' });
    expect(stehtSo(a, { wert: 'teilweise', bemerkung: ' Vertretung fehlt ' })).toBe(true);
    expect(stehtSo(a, { wert: 'teilweise', bemerkung: '' })).toBe(false);
    expect(stehtSo(undefined, { wert: null, bemerkung: '' })).toBe(true);
    expect(eingabetext({ wert: 'nicht_erfuellt', bemerkung: ' offen ' })).toBe('nicht erfüllt: offen');
    expect(eingabetext({ wert: null, bemerkung: '' })).toBe('offen');
  });

  it('nennt den Durchgang davor', () => {
    expect(frueherText(vergleich({}))).toBe('Zuletzt teilweise, unverändert abweichend seit 31.12.2024');
    expect(frueherText(vergleich({ jetzt: 'erfuellt', veraenderung: 'verbessert', offen_seit: null }))).toBe(
      'Zuletzt teilweise, verbessert',
    );
    expect(
      frueherText(vergleich({ jetzt: null, veraenderung: 'nicht_vergleichbar', offen_seit: null })),
    ).toBe('Zuletzt teilweise');
    expect(
      frueherText(
        vergleich({ vorher: 'erfuellt', jetzt: 'erfuellt', veraenderung: 'unveraendert_erfuellt' }),
      ),
    ).toBe('Zuletzt erfüllt');
    expect(frueherText(vergleich({ vorher: null }))).toBe('');
    expect(frueherText(undefined)).toBe('');
  });

  it('sammelt zu jeder Frage, was zu ihr gehört', () => {
    const lagen = fragenlagen(detail);
    expect([...lagen.keys()]).toEqual(['a', 'b', 'c']);
    const a = lagen.get('a');
    expect([a?.nachweise.length, a?.entfernt.length, a?.luecken]).toEqual([0, 1, ['Nachweis fehlt']]);
    expect(lagen.get('c')?.antwort).toBeUndefined();
  });

  it('wählt Fragen aus', () => {
    const lagen = fragenlagen(detail);
    const mit = (ansicht: string, suche = '') =>
      [...lagen].filter(([, l]) => passt(l, ansicht, suche)).map(([k]) => k);
    expect(mit('')).toEqual(['a', 'b', 'c']);
    expect(mit('offen')).toEqual(['c']);
    expect(mit('abweichung')).toEqual(['b']);
    // Withdrawn evidence is none; a deviation needs none.
    expect(mit('ohne_nachweis')).toEqual(['a', 'c']);
    expect(mit('luecke')).toEqual(['a', 'b', 'c']);
    expect(mit('', 'TEAMLEITUNGEN dsgvo')).toEqual(['c']);
    expect(mit('', 'dienstanweisung')).toEqual(['b']);
  });

  it('zählt nur, was gestellt ist', () => {
    expect(fortschritt(detail.gestellt, detail.antworten)).toBe('2 von 3 beantwortet');
  });
});

describe('Durchgang', () => {
  const d = { stand: 'in_arbeit', faellig_am: '2026-11-20' } as Durchgang;

  it('ist überfällig, solange er vorzulegen ist', () => {
    expect(ueberfaellig(d, '2026-11-23')).toBe(3);
    expect(ueberfaellig(d, '2026-11-20')).toBe(0);
    expect(ueberfaellig({ ...d, stand: 'vorgelegt' }, '2026-11-23')).toBe(0);
    expect(ueberfaellig({ ...d, stand: 'entfallen' }, '2026-11-23')).toBe(0);
  });

  it('nennt die Fassung erst, wenn es mehrere gibt', () => {
    expect(durchgangstitel({ nummer: 'PL-2026-001', fassung: 1 })).toBe('PL-2026-001');
    expect(durchgangstitel({ nummer: 'PL-2026-001', fassung: 2 })).toBe('PL-2026-001, Fassung 2');
  });

  it('zeigt die Schritte in der Folge ihres Gebrauchs', () => {
    expect(schritte(['zurueckgeben', 'entfallen', 'freigeben', 'vorlegen'])).toEqual([
      'vorlegen',
      'freigeben',
      'zurueckgeben',
      'entfallen',
    ]);
  });

  it('führt jede Frage mit Lücken einmal auf', () => {
    const liste = lueckenliste({ ...detail, luecken: [...detail.luecken, luecke('b', 'nachweis')] });
    expect(liste.map((l) => [l.nummer, l.frage, l.fehlt])).toEqual([
      [1, 'a', 'Nachweis fehlt'],
      [2, 'b', 'Beschreibung der Abweichung fehlt, Nachweis fehlt'],
      [3, 'c', 'Antwort fehlt'],
    ]);
  });

  it('ändert am Rahmen die Einheit nicht', () => {
    const ganz = {
      ...d,
      ebene: 'team',
      einheit_id: 't1',
      von: '2026-01-01',
      bis: '2026-12-31',
      rolle: 'teamleitung',
    };
    expect(
      alsRahmen(ganz as Durchgang, { ...rahmenVon(ganz as Durchgang), faellig_am: '2027-01-31' }),
    ).toEqual({
      ebene: 'team',
      einheit_id: 't1',
      von: '2026-01-01',
      bis: '2026-12-31',
      rolle: 'teamleitung',
      faellig_am: '2027-01-31',
    });
  });

  it('nennt Größe und Namen einer Datei', () => {
    expect(dateigroesse(21)).toBe('1 KB');
    expect(dateigroesse(870_400)).toBe('850 KB');
    expect(dateigroesse(12.5 * 1024 * 1024)).toBe('12,5 MB');
    expect([endung('a.b.pdf'), endung('ohne')]).toEqual(['pdf', '']);
    expect(vorschlagsname('Bestellung\u202e/2026.pdf')).toBe('Bestellung__2026.pdf');
  });
});
