import { describe, expect, it } from 'vitest';
import type { Reaktionsgruppe, Reaktionsjahr } from '../../ipc/bindings';
import { hatVerdeckte, jahresanteile, jahresbewegung } from './auswertung';

const jahr: Reaktionsjahr = {
  jahr: 2025,
  ab: null,
  bis: null,
  zugang: 40,
  abgang: 30,
  bestand: 12,
  in_zeit: { zaehler: 27, nenner: 36 },
  median: 9,
  neunzig: 15,
  berechtigt: { zaehler: 4, nenner: 10 },
  rechtsbehelfe: 2,
  massnahmen: 3,
};

describe('years', () => {
  it('are columns, and bars where something was due', () => {
    const jahre = [jahr, { ...jahr, jahr: 2026, bis: '2026-11-23', in_zeit: { zaehler: 0, nenner: 0 } }];
    expect(jahresbewegung(jahre).map((p) => p.zeitraum)).toEqual(['2025', '2026 (Teil)']);
    expect(jahresanteile(jahre)).toEqual([
      { bezeichnung: '2025', quote: 0.75, grenze: null, zaehler: 27, nenner: 36 },
    ]);
    expect(jahresanteile([{ ...jahr, bis: '2025-06-30' }])[0]?.bezeichnung).toBe('2025 (Teil)');
    expect(jahresanteile([{ ...jahr, ab: '2025-04-02' }])[0]?.bezeichnung).toBe('2025 (Teil)');
  });
});

it('finds what is hidden in any column', () => {
  const zeile: Reaktionsgruppe = {
    titel: 'Unterkunft',
    zusammengefasst: false,
    anzahl: 9,
    in_zeit: { zaehler: 5, nenner: 9 },
    berechtigt: { zaehler: 0, nenner: 0 },
  };
  expect(hatVerdeckte([zeile])).toBe(false);
  expect(hatVerdeckte([zeile, { ...zeile, berechtigt: null }])).toBe(true);
});
