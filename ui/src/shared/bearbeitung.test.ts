import { expect, it } from 'vitest';
import { Bearbeitung } from './bearbeitung.svelte';

const satz = { name: 'Mitte', ort: 'Süd', tage: ['a'], version: 1 };
const neueBearbeitung = () =>
  new Bearbeitung(satz, (s) => ({ name: s.name, ort: s.ort, tage: [...s.tage] }), [
    { name: 'name', titel: 'Name', text: (d) => d.name },
    { name: 'ort', titel: 'Ort', text: (d) => d.ort },
    { name: 'tage', titel: 'Tage', text: (d) => d.tage.join(', ') },
  ]);

it('nennt beide Stände der Felder, die sich unterscheiden', () => {
  const b = neueBearbeitung();
  b.daten.name = 'Mitte 1';
  expect(b.unterschiede({ ...satz, name: 'Zentrum', ort: 'Nord', version: 2 })).toEqual([
    { titel: 'Name', ihre: 'Mitte 1', jetzt: 'Zentrum', beruehrt: true },
    { titel: 'Ort', ihre: 'Süd', jetzt: 'Nord', beruehrt: false },
  ]);
  b.daten.name = 'Mitte';
  expect(b.unterschiede({ ...satz, version: 2 })).toEqual([]);
});

it('behält nur das Getippte und nimmt alles andere und die Version vom neuen Stand', () => {
  const b = neueBearbeitung();
  b.daten.name = 'Mitte 1';
  b.daten.tage.push('b');
  b.uebertrage({ ...satz, name: 'Zentrum', ort: 'Nord', version: 5 });
  expect(b.eingabe).toEqual({ name: 'Mitte 1', ort: 'Nord', tage: ['a', 'b'] });
  expect(b.version).toBe(5);

  b.uebertrage({ ...satz, name: 'Dritter', ort: 'West', version: 6 });
  expect(b.eingabe).toEqual({ name: 'Mitte 1', ort: 'West', tage: ['a', 'b'] });
});
