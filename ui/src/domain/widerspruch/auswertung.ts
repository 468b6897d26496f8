/** What the page "Auswertung" draws. The core counts; here figures are only put side by side. */
import type { Artauswertung, Bestandsmonat, Erfolgsquote, Erfolgszeile } from '../../ipc/bindings';
import type { Balken } from '../../shared/diagramm/BalkenMitGrenze.svelte';
import type { Bewegungspunkt } from '../../shared/diagramm/Bewegung.svelte';
import { prozent, zahl } from '../../shared/format';
import type { Schnellwahl } from './fristenbuch';

/** More months would be columns too thin to read; then it is years. */
const HOECHSTENS_MONATE = 36;

/** Columns by month, `07/26`, or by year for long periods. */
export function bewegungspunkte(monate: Bestandsmonat[]): Bewegungspunkt[] {
  const jeMonat = monate.length <= HOECHSTENS_MONATE;
  const punkte: Bewegungspunkt[] = [];
  for (const m of monate) {
    const zeitraum = jeMonat ? `${m.monat.slice(5)}/${m.monat.slice(2, 4)}` : m.monat.slice(0, 4);
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

/** `12 von 40 (30,0 %)`; nothing of nothing is a dash. */
export function anteilText({ zaehler, nenner }: Erfolgsquote): string {
  return nenner === 0 ? '–' : `${zahl(zaehler)} von ${zahl(nenner)} (${prozent(zaehler / nenner)})`;
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

/** This year until today, and whole years before it. */
export function jahre(heute: string, anzahl: number): Schnellwahl[] {
  const dieses = Number(heute.slice(0, 4));
  return Array.from({ length: anzahl }, (_, i) => {
    const jahr = String(dieses - i);
    return { text: jahr, zeitraum: { von: `${jahr}-01-01`, bis: i === 0 ? heute : `${jahr}-12-31` } };
  });
}
