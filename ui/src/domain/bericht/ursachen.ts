/** What the page "Ursachen" shows and where its numbers lead. The core counts. */
import type {
  Quellenangabe,
  Ursachenfeld,
  Ursachenquelle,
  Ursachenreihe,
  Ursachenvergleich,
} from '../../ipc/bindings';
import type { Quartalssaeule } from '../../shared/diagramm/Quartalssaeulen.svelte';
import type { Option } from '../../shared/feld';
import { zahl } from '../../shared/format';
import { verweisMit } from '../../shared/router.svelte';
import { VERDECKT } from '../vollzaehlung';

/** Empty is the start: the last two years. */
export const FILTER = { von: '', bis: '', sachgebiet: '', ursache: '' };
export type Filterwerte = typeof FILTER;

const VORGABE = 8;
/** As many as the core takes in one request. */
const HOECHSTENS = 20;

/** `3. Quartal 2026` of `2026-Q3`. */
export const quartalstext = (quartal: string) => `${quartal.slice(6)}. Quartal ${quartal.slice(0, 4)}`;

/** The quarter that many before that of a day. */
function vorher(heute: string, um: number): string {
  const laufend = Number(heute.slice(0, 4)) * 4 + Math.floor((Number(heute.slice(5, 7)) - 1) / 3) - um;
  return `${String(Math.floor(laufend / 4))}-Q${String((laufend % 4) + 1)}`;
}

/** First and last quarter that are asked for. */
export function zeitraum(f: Filterwerte, heute: string): { von: string; bis: string } {
  return { von: f.von || vorher(heute, VORGABE - 1), bis: f.bis || vorher(heute, 0) };
}

/** The quarters a period of days lies in, as many of the last as fit one request. */
export function quartale({ von, bis }: { von: string; bis: string }): { von: string; bis: string } {
  const [erstes, letztes] = [vorher(von, 0), vorher(bis, 0)];
  const fruehestes = vorher(bis, HOECHSTENS - 1);
  return { von: erstes < fruehestes ? fruehestes : erstes, bis: letztes };
}

/** Quarters to choose from, the newest first, none that would turn the period round. */
export function quartalswahl(f: Filterwerte, heute: string): { von: Option[]; bis: Option[] } {
  const alle = Array.from({ length: HOECHSTENS }, (_, i) => vorher(heute, i));
  const { von, bis } = zeitraum(f, heute);
  const option = (wert: string): Option => ({ wert, text: quartalstext(wert) });
  return {
    von: alle.filter((q) => q <= bis).map(option),
    bis: alle.filter((q) => q >= von).map(option),
  };
}

/** What the columns of a source are called. */
export const SPALTEN: Record<
  Ursachenquelle,
  { gruppe: string; zaehler: string; nenner: string; rate: string }
> = {
  kundenreaktion: {
    gruppe: 'Kundenreaktionen',
    zaehler: 'berechtigt',
    nenner: 'von beurteilten Anliegen',
    rate: 'Anteil',
  },
  widerspruch: {
    gruppe: 'Widersprüche',
    zaehler: 'mit Erfolg',
    nenner: 'von erledigten',
    rate: 'Anteil',
  },
  zufallspruefung: {
    gruppe: 'Fachaufsicht: Zufall und Vollprüfung',
    zaehler: 'Feststellungen',
    nenner: 'in geprüften Fällen',
    rate: 'je 100 Fälle',
  },
  bewusste_pruefung: {
    gruppe: 'Fachaufsicht: bewusst ausgewählt',
    zaehler: 'Feststellungen',
    nenner: 'in geprüften Fällen',
    rate: '',
  },
};

/** Sources the person sees, with their place in each row; hand-picked cases only if there are some. */
export const gesehen = (v: Ursachenvergleich): { q: Quellenangabe; i: number }[] =>
  v.quellen
    .map((q, i) => ({ q, i }))
    .filter(({ q, i }) => q.sicht !== 'keine' && !(q.quelle === 'bewusste_pruefung' && nichts(v.summe[i])));

/** Nothing was counted: neither figures nor hidden ones. */
const nichts = (f: Ursachenfeld | undefined): boolean =>
  !f ||
  (!f.verborgen && (f.alle ?? 0) === 0 && (f.werte?.nenner ?? 0) === 0 && (f.werte?.zaehler ?? 0) === 0);

/** `35,0 %`, for Feststellungen `35,0`: they are no share. */
export function ratetext(quelle: Ursachenquelle, rate: number | null): string {
  if (rate === null) return '–';
  const text = zahl(rate / 10, 1);
  return quelle === 'zufallspruefung' ? text : `${text}\u00a0%`;
}

/** A number, or the sign that it is not shown; a dash where nothing was counted. */
export function feldtext(f: Ursachenfeld, n: number | null | undefined): string {
  if (n === null || n === undefined) return f.verborgen ? VERDECKT : '–';
  return nichts(f) ? '–' : zahl(n);
}

/** What a number counts, beside its source. */
export interface Ausschnitt {
  von: string;
  bis: string;
  sachgebiet: string | null;
  ursache: string | null;
}

export type Zahlart = 'zaehler' | 'nenner' | 'alle';

const OHNE = 'ohne';

/** The list of the records behind a number; none for checked cases, which are no list over several checks. */
export function liste(quelle: Ursachenquelle, art: Zahlart, a: Ausschnitt): string | null {
  const oder = (kennung: string | null) => (kennung === '' ? OHNE : (kennung ?? ''));
  // Only the numerator has a cause.
  const ursache = art === 'zaehler' ? oder(a.ursache) : '';
  switch (quelle) {
    case 'kundenreaktion':
      return verweisMit(['kundenreaktion'], {
        mit_erledigten: 'ja',
        sachgebiet: oder(a.sachgebiet),
        ursache,
        urteil: { zaehler: 'begruendet', nenner: 'beurteilt', alle: '' }[art],
        beantwortet_von: a.von,
        beantwortet_bis: a.bis,
      });
    case 'widerspruch':
      return verweisMit(['widerspruch'], {
        mit_erledigten: 'ja',
        art: 'widerspruch',
        sachgebiet: a.sachgebiet ?? '',
        ursache,
        ergebnis: art === 'zaehler' ? 'erfolgreich' : '',
        entschieden_von: a.von,
        entschieden_bis: a.bis,
      });
    default:
      if (art !== 'zaehler') return null;
      return verweisMit(['fachaufsicht', 'feststellungen'], {
        stand: 'geltend',
        geprueft: a.sachgebiet ?? '',
        ursache: a.ursache ?? '',
        auswahl: quelle === 'zufallspruefung' ? 'alle_faelle' : 'bewusst',
        abgeschlossen_von: a.von,
        abgeschlossen_bis: a.bis,
      });
  }
}

/** A row of a table with what its numbers count. */
export interface Zeile {
  schluessel: string;
  titel: string;
  felder: Ursachenfeld[];
  ausschnitt: Ausschnitt;
}

const auswahl = (v: Ursachenvergleich, f: Filterwerte): Ausschnitt => ({
  von: v.von,
  bis: v.bis,
  sachgebiet: f.sachgebiet || null,
  ursache: f.ursache || null,
});

/** The whole choice, as the last row of a table. */
export const summenzeile = (v: Ursachenvergleich, f: Filterwerte): Zeile => ({
  schluessel: 'summe',
  titel: 'insgesamt',
  felder: v.summe,
  ausschnitt: auswahl(v, f),
});

export const reihen = (
  v: Ursachenvergleich,
  f: Filterwerte,
  achse: 'sachgebiet' | 'ursache',
  alle: Ursachenreihe[],
): Zeile[] =>
  alle.map((r) => ({
    schluessel: r.kennung,
    titel: r.titel,
    felder: r.felder,
    ausschnitt: { ...auswahl(v, f), [achse]: r.kennung },
  }));

/** One row a quarter; the running one is counted in part only. */
export const quartalszeilen = (v: Ursachenvergleich, f: Filterwerte, heute: string): Zeile[] =>
  v.quartale.map((q) => ({
    schluessel: q.quartal,
    titel: q.bis >= heute ? `${q.titel} (Teil)` : q.titel,
    felder: q.felder,
    ausschnitt: { ...auswahl(v, f), von: q.von, bis: q.bis },
  }));

/** Columns of one source; a quarter without a denominator has none, a hidden one a sign. */
export const saeulen = (v: Ursachenvergleich, stelle: number, heute: string): Quartalssaeule[] =>
  v.quartale.map((q) => ({
    teil: q.bis >= heute,
    zeitraum: `${q.quartal.slice(6)}/${q.quartal.slice(2, 4)}`,
    wert: q.felder[stelle]?.werte?.rate ?? null,
    verborgen: (q.felder[stelle]?.werte ?? null) === null && (q.felder[stelle]?.verborgen ?? false),
  }));

/** Whether there is anything to show at all. */
export const leer = (v: Ursachenvergleich) => v.sachgebiete.length === 0 && v.ursachen.length === 0;
