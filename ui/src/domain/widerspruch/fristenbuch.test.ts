import { describe, expect, it } from 'vitest';
import type { Fristenbuchzeile } from '../../ipc/bindings';
import { gewaehlt } from '../zeitraum';
import { nachTagen, schnellwahlen } from './fristenbuch';

describe('periods of the Fristenbuch', () => {
  it('end today at the latest', () => {
    // A Thursday at the beginning of a month.
    expect(schnellwahlen('2026-10-01').map((s) => s.zeitraum)).toEqual([
      { von: '2026-10-01', bis: '2026-10-01' },
      { von: '2026-09-30', bis: '2026-09-30' },
      { von: '2026-09-28', bis: '2026-10-01' },
      { von: '2026-10-01', bis: '2026-10-01' },
    ]);
  });

  it('are found again by their days', () => {
    const wahl = schnellwahlen('2026-10-15');
    expect(gewaehlt(wahl, { von: '2026-10-12', bis: '2026-10-15' })?.text).toBe('Diese Woche');
    // On a Monday the week is today.
    expect(gewaehlt(schnellwahlen('2026-11-23'), { von: '2026-11-23', bis: '2026-11-23' })?.text).toBe(
      'Heute',
    );
    expect(gewaehlt(wahl, { von: '2026-01-01', bis: '2026-03-31' })).toBeUndefined();
  });
});

describe('events by day', () => {
  const zeile = (am: string): Fristenbuchzeile => ({
    am,
    zeichen: 'WS-1',
    verfahren_id: 'v',
    nummer: 'W-2026-0001',
    art: 'klagefrist',
    bezeichnung: '',
    ereignis: 'eingetragen',
    tag_alt: null,
    tag_neu: '2026-12-22',
    grund: '',
  });

  it('are those of Berlin', () => {
    // 23:30 UTC is half past midnight of the next day in winter.
    const tage = nachTagen([
      zeile('2026-11-22T10:00:00.000Z'),
      zeile('2026-11-22T22:59:00.000Z'),
      zeile('2026-11-22T23:30:00.000Z'),
    ]);
    expect(tage.map((t) => [t.tag, t.zeilen.map((z) => z.uhrzeit)])).toEqual([
      ['22.11.2026', ['11:00', '23:59']],
      ['23.11.2026', ['00:30']],
    ]);
  });
});
