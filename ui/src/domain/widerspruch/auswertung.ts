/** What the page "Auswertung" draws. The core counts; here figures are only put side by side. */
import type { Artauswertung, Erfolgszeile } from '../../ipc/bindings';
import type { Balken } from '../../shared/diagramm/BalkenMitGrenze.svelte';

/** Rows with figures that may be shown, as bars. */
export function erfolgsbalken(zeilen: Erfolgszeile[]): Balken[] {
  return zeilen.flatMap((z) =>
    z.werte && z.quote !== null
      ? [
          {
            bezeichnung: z.titel,
            quote: z.quote / 1000,
            grenze: null,
            zaehler: z.werte.zaehler,
            nenner: z.werte.nenner,
          },
        ]
      : [],
  );
}

/** Kinds of which there is anything to say, Widersprüche in any case. */
export function gezeigteTeile(teile: Artauswertung[]): Artauswertung[] {
  return teile.filter((t, i) => i === 0 || t.bestand_vorher + t.zugang + t.abgang > 0);
}

/** Whether a row stays empty because of the small-group rules. */
export function hatVerdeckte(t: Artauswertung): boolean {
  return (
    [...t.sachgebiete, ...t.teams].some((z) => z.werte === null) ||
    [...t.ursachen, ...t.gruende, ...t.gruende.flatMap((g) => g.gruende)].some((z) => z.anzahl === null)
  );
}
