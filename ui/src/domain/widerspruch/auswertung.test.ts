import { describe, expect, it } from 'vitest';
import { erfolgsbalken } from './auswertung';

describe('rates', () => {
  it('leaves out what must not be shown', () => {
    const zeile = { zusammengefasst: false };
    expect(
      erfolgsbalken([
        { ...zeile, titel: 'Unterkunft', werte: { zaehler: 3, nenner: 8 }, quote: 375 },
        { ...zeile, titel: 'Darlehen', werte: null, quote: null },
      ]),
    ).toEqual([{ bezeichnung: 'Unterkunft', quote: 0.375, grenze: null, zaehler: 3, nenner: 8 }]);
  });
});
