import { describe, expect, it } from 'vitest';
import type { Kalendereintrag } from '../../ipc/bindings';
import { kalendereintraege, lage, passt, ueberfaellig, type Tagestermin } from './termine';

const HEUTE = '2026-11-23';

function termin(felder: Partial<Tagestermin> = {}): Tagestermin {
  return {
    art: 'frist',
    id: 'f',
    verfahren_id: 'v 1',
    nummer: 'W-2026-0004',
    tag: '2026-12-20',
    fristart: 'untaetigkeit',
    titel: 'Entscheiden und absenden bis (§ 88 SGG)',
    stand: 'laufend',
    kontrolle: 'bestaetigt',
    doppelt: false,
    fuer: null,
    ...felder,
  };
}
const wiedervorlage = { art: 'wiedervorlage', fristart: null, kontrolle: null, titel: 'Entwurf' } as const;

describe('how a date stands', () => {
  it.each<[Partial<Tagestermin>, string, string]>([
    [{}, 'neutral', 'läuft'],
    [{ kontrolle: 'unbestaetigt' }, 'warnung', 'unbestätigt'],
    [{ kontrolle: 'abweichend' }, 'gefahr', 'abweichend'],
    [{ kontrolle: 'abweichend', tag: HEUTE }, 'gefahr', 'heute fällig, abweichend'],
    [{ kontrolle: 'unbestaetigt', tag: '2026-11-20' }, 'gefahr', 'überfällig, unbestätigt'],
    [{ tag: '2026-11-26' }, 'gefahr', 'dringend'],
    [{ tag: '2026-11-27' }, 'neutral', 'läuft'],
    [{ tag: HEUTE }, 'gefahr', 'heute fällig'],
    [{ tag: '2026-11-22' }, 'gefahr', 'überfällig'],
    [{ tag: '2026-11-22', stand: 'erledigt' }, 'erfolg', 'erledigt'],
    // The person's own period may simply pass.
    [{ tag: '2026-11-22', fristart: 'klagefrist' }, 'neutral', 'abgelaufen'],
    [{ tag: HEUTE, fristart: 'klagefrist' }, 'neutral', 'läuft'],
    [wiedervorlage, 'info', 'Wiedervorlage'],
    [{ ...wiedervorlage, tag: '2026-11-20' }, 'gefahr', 'überfällig'],
  ])('%o', (felder, art, text) => {
    expect(lage(termin(felder), HEUTE)).toEqual({ art, text });
  });

  it('is overdue only for the house', () => {
    expect(ueberfaellig(termin({ tag: '2026-11-22' }), HEUTE)).toBe(true);
    expect(ueberfaellig(termin({ tag: HEUTE }), HEUTE)).toBe(false);
    expect(ueberfaellig(termin({ tag: '2026-11-22', fristart: 'widerspruchsfrist' }), HEUTE)).toBe(false);
  });
});

describe('the calendar', () => {
  it('shows no day that is kept from the person', () => {
    const verdeckt: Kalendereintrag = { ...termin(), tag: null };
    expect(kalendereintraege([verdeckt, termin()], HEUTE)).toEqual([
      {
        tag: '2026-12-20',
        text: 'Absenden',
        nummer: 'W-2026-0004',
        ziel: '#/widerspruch/v%201',
        art: 'neutral',
        stand: 'läuft',
      },
    ]);
  });

  it('puts the pressing ones of a day first, and of the others those of the house', () => {
    const klage = termin({ fristart: 'klagefrist' });
    const eilig = termin({ kontrolle: 'abweichend', fristart: 'berufung' });
    expect(kalendereintraege([klage, termin(), eilig], HEUTE).map((e) => e.text.split(' ')[0])).toEqual([
      'Berufung',
      'Absenden',
      'Klagefrist',
    ]);
  });

  it('filters by whose date it is and by who keeps it', () => {
    const frist = termin({ fuer: 'u1' });
    expect(passt(frist, { was: '', fuer: '' })).toBe(true);
    expect(passt(frist, { was: 'haus', fuer: 'u1' })).toBe(true);
    expect(passt(frist, { was: 'person', fuer: '' })).toBe(false);
    expect(passt(frist, { was: '', fuer: 'u2' })).toBe(false);
    expect(passt(termin({ fristart: 'klagefrist' }), { was: 'person', fuer: '' })).toBe(true);
    expect(passt(termin(wiedervorlage), { was: 'haus', fuer: '' })).toBe(false);
    expect(passt(termin(wiedervorlage), { was: 'wiedervorlage', fuer: '' })).toBe(true);
  });
});
