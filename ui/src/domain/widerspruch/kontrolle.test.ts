import { describe, expect, it } from 'vitest';
import type { Fristansicht, Kontrolleintrag, Verfahrensfrist } from '../../ipc/bindings';
import { fristaktionen, fristtitel } from './frist';
import { erfolg } from './fristaktion';
import { AKTIONEN, gruppen, naechste, type Kontrollgruppen } from './kontrolle';

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

  it('offers in each group what settles it, and to the other side what a second person does at this desk', () => {
    const aktionen = (e: Kontrolleintrag, ich: string) => {
      const g = gruppen([e]);
      const name = (Object.keys(g) as (keyof Kontrollgruppen)[]).find((k) => g[k].length > 0);
      return fristaktionen(e.ansicht, ich, () => true).filter((a) => name && AKTIONEN[name].includes(a));
    };
    const nein = { darf_pruefen: false };
    const offen = { ...vorschlag, gezeichnet_von: null };
    expect(aktionen(eintrag('x'), 'u2')).toEqual(['bestaetigen']);
    expect(aktionen(eintrag('x', {}, nein), 'u1')).toEqual(['hier_bestaetigen']);
    expect(aktionen(eintrag('x', { doppelt: true }, { verdeckt: true }), 'u2')).toEqual(['gegenpruefen']);
    expect(aktionen(eintrag('x', { doppelt: true }, nein), 'u1')).toEqual(['hier_gegenpruefen']);
    // The proposal shows the day: nobody looks for it blind from there.
    const beides = eintrag('x', { doppelt: true, uebersteuerung: offen }, nein);
    expect(aktionen(beides, 'u1')).toEqual(['hier_entscheiden']);
    expect(
      aktionen(eintrag('x', { kontrolle: 'abweichend' }, { ...nein, darf_klaeren: true }), 'u1'),
    ).toEqual(['klaeren']);
  });
});

describe('words of a deadline', () => {
  const { frist } = eintrag('x', { uebersteuerung: { ...vorschlag, gezeichnet_von: null } }).ansicht;
  const eingabe = { tag: null, wahl: 'ja', grund: '' };

  it('names it as the titles of the core do', () => {
    expect(fristtitel({ art: 'aeusserung', bezeichnung: 'Klageerwiderung' })).toBe(
      'Äußerungsfrist des Gerichts: Klageerwiderung',
    );
    expect(fristtitel({ art: 'klagefrist', bezeichnung: '' })).toBe('Klagefrist');
  });

  it('says which day holds after a decision, whoever made it', () => {
    expect(erfolg('hier_entscheiden', frist, eingabe)).toBe('Es gilt der 30.11.2026.');
    expect(erfolg('entscheiden', frist, { ...eingabe, wahl: 'nein' })).toBe('Es bleibt beim 01.12.2026.');
    expect(erfolg('hier_bestaetigen', frist, eingabe)).toBe('Der 01.12.2026 ist bestätigt.');
  });
});
