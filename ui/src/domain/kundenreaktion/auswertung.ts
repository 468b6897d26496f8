/** What the page "Auswertung" draws. The core counts; here figures are only put side by side. */
import type { Reaktionsgruppe, Reaktionsjahr } from '../../ipc/bindings';
import type { Balken } from '../../shared/diagramm/BalkenMitGrenze.svelte';
import type { Bewegungspunkt } from '../../shared/diagramm/Bewegung.svelte';

/** `2026`, or `2026 (Teil)` for a year that is not counted from its beginning, or not to its end. */
export const jahresname = ({ jahr, ab, bis }: Reaktionsjahr): string =>
  ab || bis ? `${jahr} (Teil)` : String(jahr);

export const jahresbewegung = (jahre: Reaktionsjahr[]): Bewegungspunkt[] =>
  jahre.map((j) => ({ zeitraum: jahresname(j), zugang: j.zugang, abgang: j.abgang, bestand: j.bestand }));

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
