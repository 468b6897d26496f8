import { describe, expect, it } from 'vitest';
import type { Fristansicht, Kontrolleintrag, Verfahrensfrist } from '../../ipc/bindings';
import { gruppen, naechste } from './kontrolle';

function eintrag(
  id: string,
  frist: Partial<Verfahrensfrist> = {},
  ansicht: Partial<Fristansicht> = {},
): Kontrolleintrag {
  return {
    nummer: 'W-2026-0001',
    eingetragen_zeichen: 'WS-1',
    ansicht: {
      frist: {
        id,
        verfahren_id: 'v',
        art: 'untaetigkeit',
        bezug: '',
        bezeichnung: '',
        quelle: '',
        berechnung: { art: 'gesetzt', tag: '2026-12-01' },
        tag: '2026-12-01',
        stand: 'laufend',
        erledigt_am: null,
        doppelt: false,
        kontrolle: 'unbestaetigt',
        eingetragen_von: 'u1',
        erste: null,
        zweite: null,
        uebersteuerung: null,
        verlauf: [],
        version: 1,
        ...frist,
      },
      verdeckt: false,
      verspaetet: false,
      warnung: 'keine',
      bindet_haus: true,
      darf_pruefen: true,
      darf_klaeren: false,
      darf_entscheiden: false,
      ...ansicht,
    },
  };
}

const vorschlag = { tag: '2026-11-30', grund: 'Anruf des Gerichts', von: 'u1' };
const ids = (liste: Kontrolleintrag[]) => liste.map((e) => e.ansicht.frist.id);

describe('what waits for a second person', () => {
  it('tells by what has to be done', () => {
    const g = gruppen([
      eintrag('blind', { doppelt: true, tag: null }, { verdeckt: true }),
      eintrag('streit', { doppelt: true, kontrolle: 'abweichend' }),
      eintrag('anders', { uebersteuerung: { ...vorschlag, gezeichnet_von: null } }),
      eintrag('selbst', { doppelt: true }, { darf_pruefen: false }),
      eintrag('leer', { tag: null }),
      eintrag('einfach'),
    ]);
    expect(Object.fromEntries(Object.entries(g).map(([name, liste]) => [name, ids(liste)]))).toEqual({
      verdeckt: ['blind'],
      abweichend: ['streit'],
      vorschlag: ['anders'],
      doppelt: ['selbst'],
      ohneTag: ['leer'],
      unbestaetigt: ['einfach'],
    });
  });

  it('takes a day that was agreed to for no proposal', () => {
    const g = gruppen([eintrag('alt', { uebersteuerung: { ...vorschlag, gezeichnet_von: 'u2' } })]);
    expect(ids(g.unbestaetigt)).toEqual(['alt']);
  });

  it('puts what this person may confirm first and goes on with it', () => {
    const liste = [eintrag('fremd', {}, { darf_pruefen: false }), eintrag('a'), eintrag('b')];
    expect(ids(gruppen(liste).unbestaetigt)).toEqual(['a', 'b', 'fremd']);
    expect(naechste(liste, 'a')?.ansicht.frist.id).toBe('b');
    expect(naechste(liste.slice(0, 2), 'a')).toBeUndefined();
  });
});
