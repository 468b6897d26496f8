import { expect, it } from 'vitest';
import { jahre } from './zeitraum';

it('offers this year until today and whole years before', () => {
  expect(jahre('2026-11-23', 2)).toEqual([
    { text: '2026', zeitraum: { von: '2026-01-01', bis: '2026-11-23' } },
    { text: '2025', zeitraum: { von: '2025-01-01', bis: '2025-12-31' } },
  ]);
});
