/** Figures of a whole register. The core counts; here they are only put side by side. */
import type { Anteil, Bestandsmonat } from '../ipc/bindings';
import type { Bewegungspunkt } from '../shared/diagramm/Bewegung.svelte';
import { prozent, zahl } from '../shared/format';

/** More months would be columns too thin to read; then it is years. */
const HOECHSTENS_MONATE = 36;

/** What stands where a small group is not shown. */
export const VERDECKT = '*';

/** `12 von 40 (30,0 %)`; nothing of nothing is a dash. */
export function anteilText({ zaehler, nenner }: Anteil): string {
  return nenner === 0 ? '–' : `${zahl(zaehler)} von ${zahl(nenner)} (${prozent(zaehler / nenner)})`;
}

/** Columns by month, `07/26`, or by year for long periods; a year without all its months is called a part. */
export function bewegungspunkte(monate: Bestandsmonat[]): Bewegungspunkt[] {
  const jeMonat = monate.length <= HOECHSTENS_MONATE;
  const jahr = (monat: string) => {
    const j = monat.slice(0, 4);
    return monate.filter((m) => m.monat.startsWith(j)).length < 12 ? `${j} (Teil)` : j;
  };
  const punkte: Bewegungspunkt[] = [];
  for (const m of monate) {
    const zeitraum = jeMonat ? `${m.monat.slice(5)}/${m.monat.slice(2, 4)}` : jahr(m.monat);
    const letzter = punkte.at(-1);
    if (letzter?.zeitraum === zeitraum) {
      letzter.zugang += m.zugang;
      letzter.abgang += m.abgang;
      letzter.bestand = m.bestand;
    } else {
      punkte.push({ zeitraum, zugang: m.zugang, abgang: m.abgang, bestand: m.bestand });
    }
  }
  return punkte;
}
