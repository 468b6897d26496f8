/** Words and small sums around the evaluation of a check. The core computes; here it is only read. */
import type {
  Betragssumme,
  Gruppenzeile,
  Korrekturbefund,
  Merkmalskarte,
  Merkmalszeile,
  Quotenpunkt,
  Urteil,
  Vergleichsurteil,
} from '../../ipc/bindings';
import type { Balken } from '../../shared/diagramm/BalkenMitGrenze.svelte';
import type { Verlaufspunkt } from '../../shared/diagramm/QuoteImVerlauf.svelte';
import type { Waermezeile } from '../../shared/diagramm/Waermekarte.svelte';
import type { Statusart } from '../../shared/Status.svelte';

export const URTEIL: Record<Urteil, { text: string; art: Statusart }> = {
  belegt: { text: 'Ziel belegt', art: 'erfolg' },
  nicht_belegt: { text: 'Ziel nicht belegt', art: 'warnung' },
  verfehlt: { text: 'Ziel verfehlt', art: 'gefahr' },
};

/** What a Nachschau says about an item beside the first check. */
export const VERGLEICHSURTEIL: Record<Vergleichsurteil, { text: string; art: Statusart }> = {
  besser: { text: 'besser belegt', art: 'erfolg' },
  kein_unterschied: { text: 'kein Unterschied belegt', art: 'info' },
  nicht_besser: { text: 'nicht seltener fehlerhaft', art: 'neutral' },
  ohne_fehler: { text: 'in beiden ohne Fehler', art: 'neutral' },
  zu_wenig: { text: 'zu wenig Fälle', art: 'neutral' },
  ohne: { text: 'nicht vergleichbar', art: 'neutral' },
};

/** What a Nachschau found where the first check asked for a correction. */
export const KORREKTURBEFUND: Record<Korrekturbefund, { text: string; art: Statusart }> = {
  offen: { text: 'noch nicht geprüft', art: 'info' },
  behoben: { text: 'behoben', art: 'erfolg' },
  weiterhin: { text: 'weiterhin fehlerhaft', art: 'gefahr' },
  ungeklaert: { text: 'nicht geklärt', art: 'warnung' },
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

/** Points as the chart draws them. */
export function verlaufspunkte(punkte: Quotenpunkt[]): Verlaufspunkt[] {
  return punkte.map((p) => ({
    bezeichnung: p.nummer,
    zeitraum: p.zeitraum,
    quote: p.quote / 1000,
    unten: anteil(p.unten),
    oben: anteil(p.oben),
    sicherheit: p.sicherheit,
    zaehler: p.fehlerhaft,
    nenner: p.gezogen,
    gesamt: p.grundgesamtheit,
    ungeklaert: p.ungeklaert,
    diese: p.diese,
  }));
}

/** Rows of the map of items and teams, each with its number on the sheet. */
export function kartenzeilen(karte: Merkmalskarte): Waermezeile[] {
  return karte.zeilen.map((z) => ({
    name: `${String(z.nummer)}. ${z.frage}`,
    felder: z.felder.map((f) =>
      f === null
        ? null
        : { zaehler: f.fehlerhaft, nenner: f.beurteilt, quote: anteil(f.quote), stufe: f.stufe },
    ),
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
