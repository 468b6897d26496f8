import { describe, expect, it, vi } from 'vitest';
import { Fehler } from '../../ipc/carrier';
import { Bogenlauf } from './lauf.svelte';

const fehler = (code: Fehler['code']) => new Fehler(code, 'abgelehnt');

/** A sheet whose saves are answered in turn by what is given. */
function bogen(...antworten: (Fehler | null)[]) {
  const gesendet: [string, string][] = [];
  const neuLaden = vi.fn(() => Promise.resolve());
  const lauf = new Bogenlauf<string>({
    praefix: 'frage',
    gelten: () => ['a', 'b', 'c'],
    gezeigt: () => ['a', 'c'],
    sende: (punkt, eingabe) => {
      gesendet.push([punkt, eingabe]);
      const f = antworten.shift() ?? null;
      return f ? Promise.reject(f) : Promise.resolve();
    },
    steht: (_, eingabe) => eingabe === 'steht schon',
    neuLaden,
  });
  return { lauf, gesendet, neuLaden };
}

describe('Bogenlauf', () => {
  it('speichert der Reihe nach und merkt sich die letzte Frage', async () => {
    const { lauf, gesendet } = bogen();
    void lauf.speichere('a', 'ja');
    const zweite = lauf.speichere('c', 'nein');
    expect(lauf.laufend).toBe(2);
    expect(await zweite).toBe(true);
    expect([gesendet, lauf.laufend, lauf.gespeichert]).toEqual([
      [
        ['a', 'ja'],
        ['c', 'nein'],
      ],
      0,
      'c',
    ]);
  });

  it('behält, was nicht angenommen wurde, und sendet es erst nach der Entscheidung', async () => {
    const { lauf, gesendet, neuLaden } = bogen(fehler('konflikt'));
    expect(await lauf.speichere('a', 'ja')).toBe(false);
    expect([lauf.liegen.get('a')?.eingabe, neuLaden.mock.calls.length]).toEqual(['ja', 1]);
    // A further entry must not overwrite the other person's answer unseen.
    expect(await lauf.speichere('a', 'ja, mit Bemerkung')).toBe(false);
    expect([gesendet.length, lauf.liegen.get('a')?.eingabe]).toEqual([1, 'ja, mit Bemerkung']);
    expect(await lauf.nochmals('a', 'ja, mit Bemerkung')).toBe(true);
    expect([gesendet.length, lauf.liegen.size]).toEqual([2, 0]);
  });

  it('versucht es nach einer Störung beim nächsten Mal wieder', async () => {
    const { lauf, neuLaden } = bogen(fehler('intern'));
    expect(await lauf.speichere('a', 'ja')).toBe(false);
    expect([lauf.liegen.size, neuLaden.mock.calls.length]).toEqual([1, 0]);
    expect(await lauf.speichere('a', 'nein')).toBe(true);
    expect(lauf.liegen.size).toBe(0);
  });

  it('fragt nicht nach, wenn die andere Person dasselbe geantwortet hat', async () => {
    const { lauf } = bogen(fehler('konflikt'));
    await lauf.speichere('a', 'steht schon');
    expect(lauf.liegen.size).toBe(0);
  });

  it('überspringt, was der Filter nicht zeigt', () => {
    const { lauf } = bogen();
    expect([lauf.nachbar('a', 1), lauf.nachbar('c', -1), lauf.nachbar('c', 1)]).toEqual([
      'c',
      'a',
      undefined,
    ]);
  });
});
