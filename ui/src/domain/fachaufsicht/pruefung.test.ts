import { expect, it } from 'vitest';
import {
  alsProzent,
  alsRate,
  eingabeAus,
  istErledigt,
  jetzigerSchritt,
  leererPlan,
  planAus,
  prozentsatz,
  vorgabentext,
} from './pruefung';

it('rechnet Prozent ohne Rauschen in Quoten um', () => {
  for (const [prozent, rate] of [
    [7, 0.07],
    [14.1, 0.141],
    [99.9, 0.999],
    [0.5, 0.005],
  ] as const) {
    expect(alsRate(prozent)).toBe(rate);
    expect(alsProzent(rate)).toBe(prozent);
  }
});

it('schreibt Quoten so genau, wie sie angegeben sind', () => {
  expect([0.1, 0.975, 0.999].map(prozentsatz)).toEqual(['10\u00a0%', '97,5\u00a0%', '99,9\u00a0%']);
});

it('sendet nur, was zur Auswahl passt', () => {
  const e = { ...leererPlan(), schichtung: 'team' as const, stichprobe_geplant: 60, nachschau_zu: 'x' };
  expect(planAus(e)).toMatchObject({
    schichtung: 'team',
    stichprobe_geplant: 60,
    nachschau_zu: null,
    ziel: 0.1,
    konfidenz: 0.95,
  });
  expect(planAus({ ...e, auswahl: 'voll' })).toMatchObject({ schichtung: 'keine', stichprobe_geplant: null });
  expect(planAus({ ...e, ziel: null, pruefungsart: 'nachschau' })).toMatchObject({
    ziel: null,
    nachschau_zu: 'x',
  });
});

it('kommt aus dem Plan unverändert zurück', () => {
  const plan = planAus({ ...leererPlan(), zeitraum_von: '2026-01-01', zeitraum_bis: '2026-06-30' });
  expect(planAus(eingabeAus(plan))).toEqual(plan);
});

it('weiß, welcher Schritt dran ist', () => {
  expect(jetzigerSchritt('versiegelt')).toBe('ziehung');
  expect(istErledigt('grundgesamtheit', 'versiegelt')).toBe(true);
  expect(istErledigt('ziehung', 'versiegelt')).toBe(false);
  expect(istErledigt('bericht', 'abgeschlossen')).toBe(true);
  expect(istErledigt('planung', 'nicht_durchgefuehrt')).toBe(false);
});

it('nennt, was das Prüfprogramm von jedem Team verlangt', () => {
  const teams = ['a', 'b', 'c'].map((id) => ({ id, name: `Leistung ${id}`, unter_fuenf: false }));
  const vorgaben = [
    { team_id: 'c', anzahl: 10 },
    { team_id: 'a', anzahl: 15 },
  ];
  expect(vorgabentext({ programm: { jahr: 2026, monat: 3, vorgaben }, teams })).toBe(
    'Leistung a: 15, Leistung c: 10',
  );
  expect(vorgabentext({ programm: null, teams })).toBeNull();
});
