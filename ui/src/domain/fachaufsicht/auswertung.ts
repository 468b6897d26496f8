/** Words and small sums around the evaluation of a check. The core computes; here it is only read. */
import type { Betragssumme, Gruppenzeile, Merkmalszeile, Urteil } from '../../ipc/bindings';
import type { Balken } from '../../shared/diagramm/BalkenMitGrenze.svelte';
import type { Statusart } from '../../shared/Status.svelte';

export const URTEIL: Record<Urteil, { text: string; art: Statusart }> = {
  belegt: { text: 'Ziel belegt', art: 'erfolg' },
  nicht_belegt: { text: 'Ziel nicht belegt', art: 'warnung' },
  verfehlt: { text: 'Ziel verfehlt', art: 'gefahr' },
};

/** Tenths of a percent -> share from 0 to 1. */
export function anteil(zehntel: number | null): number | null {
  return zehntel === null ? null : zehntel / 1000;
}

/** Rows that may be drawn: shown by the small-group rules, and with a final rate. */
export function gruppenbalken(gruppen: Gruppenzeile[]): Balken[] {
  return gruppen.flatMap((g) =>
    g.werte && g.werte.quote !== null
      ? [
          {
            bezeichnung: g.name,
            quote: anteil(g.werte.quote),
            grenze: anteil(g.werte.quote_hoechstens),
            zaehler: g.werte.fehlerhaft,
            nenner: g.werte.gezogen,
          },
        ]
      : [],
  );
}

/** Items with deviations, most first, each with its number on the sheet. */
export function haeufigsteMerkmale(merkmale: Merkmalszeile[], hoechstens = 8): Balken[] {
  return merkmale
    .map((m, i) => ({ m, nummer: i + 1 }))
    .filter(({ m }) => m.fehlerhaft > 0)
    .toSorted((a, b) => b.m.fehlerhaft - a.m.fehlerhaft || a.nummer - b.nummer)
    .slice(0, hoechstens)
    .map(({ m, nummer }) => ({
      bezeichnung: `${String(nummer)}. ${m.frage}`,
      quote: anteil(m.quote),
      grenze: null,
      zaehler: m.fehlerhaft,
      nenner: m.beurteilt,
    }));
}

/** The rows of one direction. */
export function betragszeilen(richtung: string, s: Betragssumme) {
  return [
    { name: `${richtung}, einmalig`, bund: s.bund_einmalig_cent, kommune: s.kommune_einmalig_cent },
    { name: `${richtung}, je Monat`, bund: s.bund_monatlich_cent, kommune: s.kommune_monatlich_cent },
    {
      name: `${richtung} im genannten Zeitraum`,
      bund: s.bund_gesamt_cent,
      kommune: s.kommune_gesamt_cent,
      summe: true,
    },
  ];
}
