import { describe, expect, it } from 'vitest';
import { antwortDerTaste } from '../../shared/bogen/lauf.svelte';
import { alsInhalt, ANTWORTEN, antworttext, bogenstand, leererInhalt, offenesAls } from './bogen';

describe('Prüfbogen', () => {
  it('kennt zu jeder Taste die Antwort', () => {
    expect(['j', 'N', 't', 'A', 'p'].map((t) => antwortDerTaste(ANTWORTEN, t))).toEqual([
      'ja',
      'nein',
      'teilweise',
      'nicht_anwendbar',
      'nicht_pruefbar',
    ]);
    expect(antwortDerTaste(ANTWORTEN, 'x')).toBeUndefined();
    expect(antwortDerTaste(ANTWORTEN, 'Tab')).toBeUndefined();
    expect([antworttext('nicht_pruefbar'), antworttext(undefined)]).toEqual(['Nicht prüfbar', 'offen']);
  });

  it('nennt nur bestätigt, was jemand bestätigt hat', () => {
    expect(bogenstand('bestaetigt', 'keine').text).toBe('fertig');
    expect(bogenstand('bestaetigt', 'betrag').text).toBe('bestätigt');
  });

  it('sagt, was fehlt', () => {
    expect(offenesAls([])).toBe('');
    expect(
      offenesAls([
        { merkmal: 'a', art: 'antwort' },
        { merkmal: 'b', art: 'antwort' },
        { merkmal: 'c', art: 'feststellung' },
      ]),
    ).toBe('2 Antworten fehlen, 1 Feststellung fehlt');
  });

  it('schickt keine Beträge mit, deren Felder ausgeblendet sind', () => {
    const eingabe = { ...leererInhalt(), wirkung: 'ohne', betrag_bund_cent: 500, haeufigkeit: 'monatlich' };
    expect(alsInhalt(eingabe)).toMatchObject({ betrag_bund_cent: 0, haeufigkeit: 'einmalig' });
    expect(alsInhalt({ ...eingabe, wirkung: 'ueberzahlung' })).toMatchObject({ betrag_bund_cent: 500 });
  });
});
