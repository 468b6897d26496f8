/** What the page "Auswertung" draws. The core counts; here figures are only put side by side. */
import type { Reaktionsauswertung, Reaktionsgruppe, Reaktionsjahr } from '../../ipc/bindings';
import type { Balken } from '../../shared/diagramm/BalkenMitGrenze.svelte';
import type { Bewegungspunkt } from '../../shared/diagramm/Bewegung.svelte';
import { zahl } from '../../shared/format';

/** `2026`, or `2026 (Teil)` for a year that is not counted to its end. */
export const jahresname = ({ jahr, bis }: Reaktionsjahr): string => (bis ? `${jahr} (Teil)` : String(jahr));

export const jahresbewegung = (jahre: Reaktionsjahr[]): Bewegungspunkt[] =>
  jahre.map((j) => ({ zeitraum: String(j.jahr), zugang: j.zugang, abgang: j.abgang, bestand: j.bestand }));

/** Share in time by year; a year in which nothing was due has none. */
export const jahresanteile = (jahre: Reaktionsjahr[]): Balken[] =>
  jahre.flatMap((j) =>
    j.in_zeit.nenner === 0
      ? []
      : [
          {
            bezeichnung: jahresname(j),
            quote: j.in_zeit.zaehler / j.in_zeit.nenner,
            grenze: null,
            ...j.in_zeit,
          },
        ],
  );

/** Whether a field of these rows stays empty because of the small-group rules. */
export const hatVerdeckte = (zeilen: Reaktionsgruppe[]): boolean =>
  zeilen.some((z) => z.anzahl === null || z.in_zeit === null || z.berechtigt === null);

/** Reactions in no share of a promise, each sort with its number; none: no sentence. */
export function abseitsText({ abseits: a }: Pick<Reaktionsauswertung, 'abseits'>): string {
  const teile: [number, string][] = [
    [a.abgegeben, 'abgegeben'],
    [a.zusammengefuehrt, 'zusammengeführt'],
    [a.ohne_antwort, 'ohne Antwort beendet'],
    [a.ohne_wunsch, 'ohne Wunsch nach einer Antwort'],
    [a.dienstaufsicht, 'Dienstaufsichtsbeschwerden'],
  ];
  return teile
    .filter(([n]) => n > 0)
    .map(([n, was]) => `${zahl(n)} ${was}`)
    .join(', ');
}
