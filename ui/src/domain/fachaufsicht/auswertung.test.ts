import { describe, expect, it } from 'vitest';
import type { Gruppenzeile, Merkmalszeile } from '../../ipc/bindings';
import { gruppenbalken, haeufigsteMerkmale, kartenzeilen, verlaufspunkte } from './auswertung';

const werte = {
  grundgesamtheit: 100,
  gezogen: 20,
  fehlerhaft: 2,
  ungeklaert: 0,
  quote: 100,
  quote_hoechstens: 251,
};
const merkmal = (kennung: string, fehlerhaft: number): Merkmalszeile => ({
  abschnitt: 'Antrag',
  kennung,
  frage: kennung,
  ja: 10,
  nein: fehlerhaft,
  teilweise: 0,
  nicht_anwendbar: 0,
  nicht_pruefbar: 0,
  fehlerhaft,
  beurteilt: 10 + fehlerhaft,
  quote: 100,
});

describe('gruppenbalken', () => {
  it('leaves out hidden rows and rows without a final rate', () => {
    const zeilen: Gruppenzeile[] = [
      { name: 'A', zusammengefasst: false, werte },
      { name: 'B', zusammengefasst: false, werte: null },
      { name: 'C', zusammengefasst: false, werte: { ...werte, quote: null } },
    ];
    expect(gruppenbalken(zeilen)).toEqual([
      { bezeichnung: 'A', quote: 0.1, grenze: 0.251, zaehler: 2, nenner: 20 },
    ]);
  });
});

describe('haeufigsteMerkmale', () => {
  it('keeps the number of the sheet and puts the most frequent first', () => {
    const alle = [merkmal('a', 0), merkmal('b', 1), merkmal('c', 3)];
    expect(haeufigsteMerkmale(alle).map((b) => b.bezeichnung)).toEqual(['3. c', '2. b']);
    expect(haeufigsteMerkmale(alle, 1)).toHaveLength(1);
  });
});

describe('kartenzeilen', () => {
  it('keeps hidden cells hidden and shares between 0 and 1', () => {
    const felder = [{ fehlerhaft: 1, beurteilt: 8, quote: 125, stufe: 4 }, null];
    const spalten = [{ name: 'A' }, { name: 'B' }];
    const zeilen = [{ nummer: 4, frage: 'Vollständig?', felder }];
    expect(kartenzeilen({ spalten, zeilen, hinweise: [] })).toEqual([
      { name: '4. Vollständig?', felder: [{ zaehler: 1, nenner: 8, quote: 0.125, stufe: 4 }, null] },
    ]);
  });
});

describe('verlaufspunkte', () => {
  it('leaves a full count without an interval', () => {
    const [p] = verlaufspunkte([
      {
        nummer: 'FA-1',
        zeitraum: '2026',
        grundgesamtheit: 40,
        gezogen: 40,
        fehlerhaft: 10,
        ungeklaert: 0,
        quote: 250,
        unten: null,
        oben: null,
        sicherheit: '95 %',
        diese: true,
      },
    ]);
    expect(p).toMatchObject({ quote: 0.25, unten: null, oben: null, zaehler: 10, nenner: 40 });
  });
});
