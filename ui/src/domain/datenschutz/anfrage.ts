/** The entry of a request as a form holds it, what is sent, and what two persons may have changed at once. */
import type {
  AnfrageDetail,
  Anfrageart,
  Anfrageinhalt,
  Anfrageklar,
  Betroffenenanfrage,
  Kanal,
  ReaktionDetail,
} from '../../ipc/bindings';
import type { Bearbeitungsfeld } from '../../shared/bearbeitung.svelte';
import { datum } from '../../shared/format';
import { KANAL } from '../kundenreaktion/worte';
import { ANFRAGEART, ERGEBNIS, IDENTITAET } from './worte';

export interface Anfrageeingabe {
  art: string;
  kanal: string;
  eingang: string | null;
  betreff: string;
  vermerk: string;
  klar: Anfrageklar;
}

const leeresKlar = (): Anfrageklar => ({ name: '', kontakt: '', fallnummer: '' });

/** A request that comes in today. */
export const leereAnfrage = (eingang: string): Anfrageeingabe => ({
  art: '',
  kanal: '',
  eingang,
  betreff: '',
  vermerk: '',
  klar: leeresKlar(),
});

/** What is known from a Kundenreaktion; who said it only to those who may see it there. */
export function anfrageAus(d: Pick<ReaktionDetail, 'reaktion' | 'klar'>): Anfrageeingabe {
  const { angaben } = d.reaktion;
  const { name = '', kontakt = '', fallnummer = '' } = d.klar ?? {};
  return {
    ...leereAnfrage(angaben.eingang),
    kanal: angaben.kanal,
    klar: { name, kontakt, fallnummer },
  };
}

/** A stored one for the form. */
export const anfrageeingabe = (k: Betroffenenanfrage, klar: Anfrageklar | null): Anfrageeingabe => ({
  ...k.angaben,
  klar: klar ?? leeresKlar(),
});

/** What is sent; null while the receipt is missing. */
export const anfrageinhalt = (e: Anfrageeingabe): Anfrageinhalt | null =>
  e.eingang === null
    ? null
    : {
        art: e.art as Anfrageart,
        kanal: e.kanal as Kanal,
        eingang: e.eingang,
        betreff: e.betreff,
        vermerk: e.vermerk,
      };

/** Whether anything was typed or chosen that would be missed. */
export const angefangen = (e: Anfrageeingabe) =>
  e.art !== '' || [e.betreff, e.vermerk, ...Object.values(e.klar)].some((t) => t.trim() !== '');

export const anfragefelder: Bearbeitungsfeld<Anfrageeingabe>[] = [
  { name: 'art', titel: 'Art', text: (e) => ANFRAGEART[e.art as Anfrageart] ?? '' },
  { name: 'kanal', titel: 'Kanal', text: (e) => KANAL[e.kanal as Kanal] ?? '' },
  { name: 'eingang', titel: 'Eingang am', text: (e) => datum(e.eingang) },
  { name: 'betreff', titel: 'Worum es geht', text: (e) => e.betreff },
  { name: 'vermerk', titel: 'Vermerk', text: (e) => e.vermerk },
  {
    name: 'klar',
    titel: 'Person',
    text: (e) => [e.klar.name, e.klar.kontakt, e.klar.fallnummer].filter((t) => t !== '').join(', '),
  },
];

interface Werteintrag {
  name: string;
  wert: string;
}

/** What was entered and what came of it, as the page shows it. */
export function anfragewerte({ anfrage: k }: Pick<AnfrageDetail, 'anfrage'>): Werteintrag[] {
  const { angaben: a, lage: l } = k;
  const werte: (Werteintrag | false | null)[] = [
    { name: 'Recht', wert: ANFRAGEART[a.art] },
    { name: 'Eingegangen', wert: `${datum(a.eingang)}, ${KANAL[a.kanal]}` },
    {
      name: 'Identität',
      wert: l.identitaet
        ? `geprüft am ${datum(l.identitaet.am)}: ${IDENTITAET[l.identitaet.wie]}`
        : 'nicht geprüft',
    },
    l.verlaengerung && {
      name: 'Verlängert',
      wert: `Person unterrichtet am ${datum(l.verlaengerung.unterrichtet_am)}: ${l.verlaengerung.grund}`,
    },
    l.abschluss && {
      name: 'Ergebnis',
      wert: `${ERGEBNIS[l.abschluss.ergebnis]} am ${datum(l.abschluss.am)}`,
    },
    l.abschluss?.grund
      ? {
          name: l.abschluss.ergebnis === 'abgegeben' ? 'Abgegeben an' : 'Begründung',
          wert: l.abschluss.grund,
        }
      : null,
  ];
  return werte.filter((w): w is Werteintrag => !!w);
}
