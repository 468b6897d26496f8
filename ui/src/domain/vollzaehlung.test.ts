import { describe, expect, it } from 'vitest';
import { anteilText, bewegungspunkte } from './vollzaehlung';

describe('movements', () => {
  it('are months of a short period', () => {
    expect(bewegungspunkte([{ monat: '2026-07', zugang: 4, abgang: 1, bestand: 13 }])).toEqual([
      { zeitraum: '07/26', zugang: 4, abgang: 1, bestand: 13 },
    ]);
  });

  it('are years of a long one, with what is open at their end', () => {
    const monate = Array.from({ length: 37 }, (_, i) => ({
      monat: `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
      zugang: 2,
      abgang: 1,
      bestand: i + 1,
    }));
    expect(bewegungspunkte(monate)).toEqual([
      { zeitraum: '2023', zugang: 24, abgang: 12, bestand: 12 },
      { zeitraum: '2024', zugang: 24, abgang: 12, bestand: 24 },
      { zeitraum: '2025', zugang: 24, abgang: 12, bestand: 36 },
      { zeitraum: '2026 (Teil)', zugang: 2, abgang: 1, bestand: 37 },
    ]);
  });
});

it('says numerator and denominator', () => {
  expect(anteilText({ zaehler: 12, nenner: 1040 })).toBe('12 von 1.040 (1,2\u00a0%)');
  expect(anteilText({ zaehler: 0, nenner: 0 })).toBe('–');
});
