import { describe, expect, it } from 'vitest';
import type { Jahrespunkt, Jahresverlauf } from '../../ipc/bindings';
import { achsenende, alsSchluessel, alsWert, ausgewertet, beschreibung, punkte, ziel } from './verlauf';

const punkt = (jahr: number, weitere: Partial<Jahrespunkt> = {}): Jahrespunkt => ({
  jahr,
  werte: { grundgesamtheit: 600, gezogen: 60, fehlerhaft: 3, ungeklaert: 0 },
  quote: 50,
  unten: null,
  oben: 125,
  naeherung: null,
  vollpruefung: false,
  anmerkung: null,
  ...weitere,
});
const leer = { werte: null, quote: null, oben: null };

const verlauf: Jahresverlauf = {
  bezug: 2025,
  jahre: [2024, 2025].map((jahr) => ({
    jahr,
    sicherheit: '95 %',
    ziel: '10 %',
    ziel_zehntel: jahr === 2025 ? 100 : 250,
    vorlaeufig: false,
  })),
  reihen: [
    {
      name: 'Alle Teams zusammen',
      gesamt: true,
      zusammengefasst: false,
      punkte: [punkt(2024, { unten: 10, oben: 310 }), punkt(2025)],
    },
    {
      name: 'Team 1',
      gesamt: false,
      zusammengefasst: false,
      punkte: [punkt(2024, { ...leer, anmerkung: '* kleine Gruppe' }), punkt(2025)],
    },
  ],
  hinweise: [],
};

describe('Verlauf über die Jahre', () => {
  it('nennt Ziel und Achse für alle Bilder zugleich', () => {
    expect(ziel(verlauf)).toBe(0.1);
    // 31 % plus a little, at a step of 10 %.
    expect(achsenende(verlauf)).toBeCloseTo(0.4);
    expect(ausgewertet(verlauf)).toEqual([2024, 2025]);
  });

  it('lässt leer, was nicht gezeigt wird', () => {
    const [, team] = verlauf.reihen;
    const p = punkte(verlauf, team!);
    expect(p.map((x) => [x.quote, x.text])).toEqual([
      [null, '*'],
      [0.05, undefined],
    ]);
    expect(beschreibung(team!)).toMatch(/^2024: \* kleine Gruppe; 2025: 5,0\s%.*3 von 60.*höchstens 12,5\s%/);
    expect(beschreibung(verlauf.reihen[0]!)).toMatch(/mindestens 1,0\s%, höchstens 31,0\s%/);
  });

  it('macht aus der Wahl wieder Thema und Bereich', () => {
    const s = { thema_id: 't', bereich_id: 'b' };
    expect(alsSchluessel(alsWert(s))).toEqual(s);
    expect(['', 't', 't/', 'a/b/c'].map(alsSchluessel)).toEqual([null, null, null, null]);
  });
});
