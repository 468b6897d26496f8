/** A list that is being read in: where it lies, how it is read, what it looks like. */
import type { Leseoptionen, Vorschau } from '../../ipc/bindings';
import type { Option } from '../feld';

export const ZEICHENSATZ: Option[] = [
  { wert: 'utf8', text: 'UTF-8' },
  { wert: 'windows1252', text: 'Windows-1252' },
  { wert: 'utf16_le', text: 'UTF-16 (LE)' },
  { wert: 'utf16_be', text: 'UTF-16 (BE)' },
];
export const TRENNZEICHEN: Option[] = [
  { wert: 'semikolon', text: 'Semikolon' },
  { wert: 'komma', text: 'Komma' },
  { wert: 'tabulator', text: 'Tabulator' },
  { wert: 'strich', text: 'Senkrechter Strich' },
];

export class Liste {
  datei = $state('');
  /** What a person fixed; empty is found out by the core. */
  zeichensatz = $state('');
  trennzeichen = $state('');
  blatt = $state('');
  kopfzeile = $state<number | null>(null);
  vorschau = $state.raw<Vorschau | null>(null);

  get optionen(): Leseoptionen {
    const oder = (wert: string) => (wert === '' ? null : wert);
    return {
      zeichensatz: oder(this.zeichensatz),
      trennzeichen: oder(this.trennzeichen),
      blatt: oder(this.blatt),
      kopfzeile: this.kopfzeile,
    } as Leseoptionen;
  }

  set optionen(o: Leseoptionen) {
    [this.zeichensatz, this.trennzeichen] = [o.zeichensatz ?? '', o.trennzeichen ?? ''];
    [this.blatt, this.kopfzeile] = [o.blatt ?? '', o.kopfzeile ?? null];
  }
}
