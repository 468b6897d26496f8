/** What was decided about a breach, as the page shows it. The report stands with the clock. */
import type { Vorfalllage } from '../../ipc/bindings';
import { datum, zahl } from '../../shared/format';
import { AUSNAHME, RISIKO } from './worte';

interface Werteintrag {
  name: string;
  wert: string;
}

const eintrag = (name: string, wert: string | null | undefined | false): Werteintrag[] =>
  wert ? [{ name, wert }] : [];

function betroffene({ betroffene: b }: Vorfalllage): string | null {
  if (b === null) return null;
  return b.art === 'benachrichtigt'
    ? `benachrichtigt am ${datum(b.am)}: ${b.wie}`
    : `Ausnahme: ${AUSNAHME[b.ausnahme]}. ${b.begruendung}`;
}

export const entscheidungen = (l: Vorfalllage): Werteintrag[] => [
  ...eintrag('Risiko', l.bewertung && `${RISIKO[l.bewertung.risiko].text}: ${l.bewertung.begruendung}`),
  ...eintrag('Aufsicht (§ 83a SGB X)', l.aufsicht && `${l.aufsicht.stelle}, ${datum(l.aufsicht.am)}`),
  ...eintrag('Betroffene (Art. 34 DSGVO)', betroffene(l)),
  ...eintrag('Nachmeldungen', l.nachmeldungen > 0 && zahl(l.nachmeldungen)),
  ...eintrag('Maßnahmen', l.massnahmen > 0 && zahl(l.massnahmen)),
  ...eintrag('Abgeschlossen', l.abschluss_am && datum(l.abschluss_am)),
];
