/** The fields that two persons may have changed at once, as a conflict names them. */
import type { Bearbeitungsfeld } from '../../shared/bearbeitung.svelte';
import { datum } from '../../shared/format';
import { antwortErwuenscht, type Reaktionseingabe } from './angaben';
import { anliegenText, type Titel } from './detail';
import { ART, KANAL } from './worte';

type Feld = Bearbeitungsfeld<Reaktionseingabe>;

const kontakt = (e: Reaktionseingabe) =>
  [e.klar.name, e.klar.kontakt, e.klar.fallnummer].filter((t) => t !== '').join(', ');

/** `titel` names what the Anliegen refer to. */
export const konfliktfelder = (titel: Titel): Feld[] => [
  { name: 'art', titel: 'Art', text: (e) => ART[e.art as keyof typeof ART] ?? '' },
  { name: 'kanal', titel: 'Kanal', text: (e) => KANAL[e.kanal as keyof typeof KANAL] ?? '' },
  { name: 'eingang', titel: 'Eingang am', text: (e) => datum(e.eingang) },
  { name: 'uhrzeit', titel: 'Uhrzeit', text: (e) => e.uhrzeit ?? '' },
  { name: 'betreff', titel: 'Betreff', text: (e) => e.betreff },
  { name: 'andere_stelle', titel: 'Andere Stelle', text: (e) => e.andere_stelle },
  {
    name: 'anliegen',
    titel: 'Anliegen',
    text: (e) =>
      e.anliegen
        .filter((a) => a.art !== '')
        .map((a) => anliegenText(a, titel))
        .join(' | '),
  },
  {
    name: 'antwort_erwuenscht',
    titel: 'Antwort erwünscht',
    text: (e) => (antwortErwuenscht(e) ? 'ja' : 'nein'),
  },
  {
    name: 'klar',
    titel: 'Person und Schilderung',
    text: (e) => [kontakt(e), e.klar.schilderung].filter(Boolean).join('; '),
  },
];
