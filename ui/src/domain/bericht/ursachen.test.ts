import { expect, it } from 'vitest';
import type { Ursachenfeld, Ursachenvergleich } from '../../ipc/bindings';
import {
  FILTER,
  feldtext,
  gesehen,
  leer,
  liste,
  quartale,
  quartalstext,
  quartalswahl,
  quartalszeilen,
  ratetext,
  reihen,
  saeulen,
  zeitraum,
} from './ursachen';

const feld = (zaehler: number, nenner: number, rate: number | null): Ursachenfeld => ({
  werte: { zaehler, nenner, rate },
  alle: null,
  verborgen: false,
});
const VERBORGEN: Ursachenfeld = { werte: null, alle: null, verborgen: true };
const OHNE_EINSICHT: Ursachenfeld = { werte: null, alle: null, verborgen: false };

const vergleich: Ursachenvergleich = {
  von: '2026-01-01',
  bis: '2026-06-30',
  quellen: [
    { quelle: 'kundenreaktion', titel: 'Kundenreaktionen', sicht: 'haus' },
    { quelle: 'widerspruch', titel: 'Widersprüche', sicht: 'keine' },
    { quelle: 'zufallspruefung', titel: 'Fachaufsicht', sicht: 'teams' },
    { quelle: 'bewusste_pruefung', titel: 'Fachaufsicht', sicht: 'teams' },
  ],
  summe: [],
  sachgebiete: [{ kennung: '', titel: 'ohne Sachgebiet', felder: [] }],
  ursachen: [],
  quartale: [
    {
      quartal: '2026-Q1',
      titel: '1. Quartal 2026',
      von: '2026-01-01',
      bis: '2026-03-31',
      felder: [feld(3, 8, 375), OHNE_EINSICHT, feld(0, 0, null), feld(0, 0, null)],
    },
    {
      quartal: '2026-Q2',
      titel: '2. Quartal 2026',
      von: '2026-04-01',
      bis: '2026-06-30',
      felder: [VERBORGEN, OHNE_EINSICHT, feld(7, 5, 1400), feld(0, 0, null)],
    },
  ],
  vorschlaege: [],
  vorschlagsregel: '',
  hinweise: [],
};

it('fragt nach den letzten acht Quartalen, über Jahresgrenzen hinweg', () => {
  expect(zeitraum(FILTER, '2026-11-20')).toEqual({ von: '2025-Q1', bis: '2026-Q4' });
  expect(zeitraum(FILTER, '2027-01-01')).toEqual({ von: '2025-Q2', bis: '2027-Q1' });
  expect(zeitraum({ ...FILTER, von: '2026-Q2' }, '2026-03-31').von).toBe('2026-Q2');
  expect(quartalstext('2026-Q3')).toBe('3. Quartal 2026');
});

it('bietet keinen Zeitraum an, der rückwärts liefe', () => {
  const wahl = quartalswahl({ ...FILTER, von: '2026-Q2', bis: '2026-Q3' }, '2026-11-20');
  expect(wahl.bis.map((o) => o.wert)).toEqual(['2026-Q4', '2026-Q3', '2026-Q2']);
  expect(wahl.von[0]).toEqual({ wert: '2026-Q3', text: '3. Quartal 2026' });
  // Twenty quarters that end with the present one.
  expect(wahl.von.at(-1)?.wert).toBe('2022-Q1');
});

it('schreibt Anteile mit Komma, Feststellungen je 100 Fälle ohne Prozent', () => {
  expect(ratetext('widerspruch', 350)).toBe('35,0\u00a0%');
  expect(ratetext('zufallspruefung', 1400)).toBe('140,0');
  expect(ratetext('widerspruch', null)).toBe('–');
  expect([feldtext(VERBORGEN, null), feldtext(OHNE_EINSICHT, null)]).toEqual(['*', '–']);
  expect([feldtext(feld(0, 9, 0), 0), feldtext(feld(0, 0, null), 0)]).toEqual(['0', '–']);
});

it('führt zu den Datensätzen hinter einer Zahl', () => {
  const a = { von: '2026-01-01', bis: '2026-03-31', sachgebiet: 'bedarfe', ursache: 'it-verfahren' };
  expect(liste('widerspruch', 'zaehler', a)).toBe(
    '#/widerspruch?mit_erledigten=ja&art=widerspruch&sachgebiet=bedarfe&ursache=it-verfahren&ergebnis=erfolgreich' +
      '&entschieden_von=2026-01-01&entschieden_bis=2026-03-31',
  );
  // Only the numerator has a cause.
  expect(liste('widerspruch', 'nenner', a)).not.toContain('ursache');
  expect(liste('kundenreaktion', 'alle', { ...a, sachgebiet: '', ursache: null })).toBe(
    '#/kundenreaktion?mit_erledigten=ja&sachgebiet=ohne&beantwortet_von=2026-01-01&beantwortet_bis=2026-03-31',
  );
  expect(liste('kundenreaktion', 'zaehler', { ...a, ursache: '' })).toContain(
    'ursache=ohne&urteil=begruendet',
  );
  expect(liste('bewusste_pruefung', 'zaehler', a)).toContain('auswahl=bewusst');
  expect(liste('zufallspruefung', 'nenner', a)).toBeNull();
});

it('zeichnet je Quelle nur, was gezeigt werden darf', () => {
  // Nothing was hand-picked: no columns for it.
  expect(gesehen(vergleich).map(({ i }) => i)).toEqual([0, 2]);
  const mitBewussten = { ...vergleich, summe: [VERBORGEN, VERBORGEN, VERBORGEN, feld(0, 6, null)] };
  expect(gesehen(mitBewussten).map(({ i }) => i)).toEqual([0, 2, 3]);
  expect(saeulen(vergleich, 0, '2026-06-30')).toEqual([
    { zeitraum: '1/26', wert: 375, verborgen: false, teil: false },
    { zeitraum: '2/26', wert: null, verborgen: true, teil: true },
  ]);
  expect(saeulen(vergleich, 2, '2026-07-01').map((s) => s.wert)).toEqual([null, 1400]);
});

it('nennt das laufende Quartal einen Teil', () => {
  const titel = (heute: string) => quartalszeilen(vergleich, FILTER, heute).map((z) => z.titel);
  expect(titel('2026-06-30')).toEqual(['1. Quartal 2026', '2. Quartal 2026 (Teil)']);
  expect(titel('2026-07-01')[1]).toBe('2. Quartal 2026');
});

it('nimmt einen Zeitraum mit, soweit eine Anfrage reicht', () => {
  expect(quartale({ von: '2026-01-01', bis: '2026-11-23' })).toEqual({ von: '2026-Q1', bis: '2026-Q4' });
  expect(quartale({ von: '2010-05-01', bis: '2026-03-31' })).toEqual({ von: '2021-Q2', bis: '2026-Q1' });
});

it('gibt jeder Zeile mit, was ihre Zahlen zählen', () => {
  const f = { ...FILTER, ursache: 'it-verfahren' };
  expect(quartalszeilen(vergleich, f, '2026-07-01')[1]?.ausschnitt).toEqual({
    von: '2026-04-01',
    bis: '2026-06-30',
    sachgebiet: null,
    ursache: 'it-verfahren',
  });
  expect(reihen(vergleich, f, 'sachgebiet', vergleich.sachgebiete)[0]?.ausschnitt.sachgebiet).toBe('');
  expect(leer(vergleich)).toBe(false);
  expect(leer({ ...vergleich, sachgebiete: [] })).toBe(true);
});
