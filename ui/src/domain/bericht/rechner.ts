/** The inputs of the Rechner as they stand in the window, and the requests that come from them. */
import type {
  Bekanntgabeweg,
  Fristfrage,
  Land,
  OrtsFeiertage,
  Pruefungsauswertung,
} from '../../ipc/bindings';
import type { Anfrage } from '../../ipc/tuer';
import { leseZahl } from '../../shared/eingabe';
import type { Option } from '../../shared/feld';
import { alsRate } from '../fachaufsicht/pruefung';

export interface Umfangseingabe {
  grundgesamtheit: number | null;
  sicherheit: number | null;
  ziel: number | null;
  erwartet: number | null;
  erlaubt: number | null;
  kritisch: number | null;
}

export const UMFANG: Umfangseingabe = {
  grundgesamtheit: null,
  sicherheit: 95,
  ziel: 10,
  erwartet: 2,
  erlaubt: null,
  kritisch: null,
};

/** A stratum as typed; numbers stay text, so that a half-typed one is not lost. */
export interface Schichteingabe {
  bezeichnung: string;
  grundgesamtheit: string;
  n: string;
  k: string;
  ungeklaert: string;
}

export const leereSchicht = (): Schichteingabe => ({
  bezeichnung: '',
  grundgesamtheit: '',
  n: '',
  k: '',
  ungeklaert: '',
});

export interface Quoteneingabe {
  sicherheit: number | null;
  ziel: number | null;
  schichten: Schichteingabe[];
}

export const QUOTE: Quoteneingabe = { sicherheit: 95, ziel: 10, schichten: [leereSchicht()] };

/** Strata of one calculation, as in the core. */
export const HOECHSTENS_SCHICHTEN = 60;

export type Fristart = Fristfrage['art'];

export interface Fristeingabe {
  art: string;
  weg: string;
  abgang: string | null;
  vermerk: boolean;
  zugang: string | null;
  ausland: boolean;
  belehrung: string;
  eingang: string | null;
  verfahren: string;
  arbeitstage: number | null;
  kalendertage: number | null;
  verlaengert: boolean;
  uhrzeit: string | null;
  stunden: number | null;
  rechtsmittel: string;
  /** Empty is the house. */
  land: string;
  fronleichnam: boolean;
  mariae_himmelfahrt: boolean;
  friedensfest: boolean;
}

export const FRIST: Fristeingabe = {
  art: 'widerspruch',
  weg: 'post_inland',
  abgang: null,
  vermerk: true,
  zugang: null,
  ausland: false,
  belehrung: 'ordnungsgemaess',
  eingang: null,
  verfahren: 'widerspruch',
  arbeitstage: 3,
  kalendertage: 14,
  verlaengert: false,
  uhrzeit: null,
  stunden: 72,
  rechtsmittel: 'berufung',
  land: '',
  fronleichnam: false,
  mariae_himmelfahrt: false,
  friedensfest: false,
};

export const FRISTARTEN: (Option & { wert: Fristart })[] = [
  { wert: 'widerspruch', text: 'Widerspruchsfrist' },
  { wert: 'klage', text: 'Klagefrist' },
  { wert: 'rechtsmittel', text: 'Rechtsmittelfrist (Sozialgericht)' },
  { wert: 'untaetigkeit', text: 'Untätigkeit (§ 88 SGG)' },
  { wert: 'ueberpruefung', text: 'Überprüfungsantrag (§ 44 SGB X)' },
  { wert: 'kundenreaktion', text: 'Kundenreaktion' },
  { wert: 'auskunft', text: 'Auskunft (Art. 12 DSGVO)' },
  { wert: 'datenschutzvorfall', text: 'Datenschutzvorfall (72 Stunden)' },
];

export const WEGE: (Option & { wert: Bekanntgabeweg })[] = [
  { wert: 'post_inland', text: 'Brief im Inland' },
  { wert: 'elektronisch', text: 'Elektronisch' },
  { wert: 'zustellung', text: 'Zustellung oder Übergabe' },
  { wert: 'uebergabe_einschreiben', text: 'Einschreiben durch Übergabe' },
  { wert: 'post_ausland', text: 'Post ins Ausland' },
];

/** Which days a way of becoming known has, and what they are called. */
export function tageDesWegs(weg: string): { abgang: string | null; zugang: string; nurSpaeter: boolean } {
  if (weg === 'zustellung')
    return { abgang: null, zugang: 'Zugestellt oder übergeben am', nurSpaeter: false };
  if (weg === 'post_ausland') return { abgang: null, zugang: 'Zugang', nurSpaeter: false };
  return {
    abgang: weg === 'elektronisch' ? 'Absendung' : 'Aufgabe zur Post',
    zugang: 'Zugang',
    nurSpaeter: true,
  };
}

/** The request, or null while something is missing. */
export function umfangsanfrage(e: Umfangseingabe): Anfrage<'rechner.umfang'> | null {
  if (e.grundgesamtheit === null || e.sicherheit === null || e.ziel === null || e.erwartet === null)
    return null;
  return {
    grundgesamtheit: e.grundgesamtheit,
    konfidenz: alsRate(e.sicherheit),
    ziel: alsRate(e.ziel),
    erwartete_quote: alsRate(e.erwartet),
    erlaubte_fehler: e.erlaubt,
    kritische_faelle: e.kritisch,
  };
}

/** A count in a stratum: its number, or null where it is missing or wrong. */
export function alsAnzahl(text: string): number | null {
  const gelesen = leseZahl(text);
  return 'wert' in gelesen && gelesen.wert !== null && gelesen.wert >= 0 ? gelesen.wert : null;
}

/** The request, or null while something is missing. */
export function quotenanfrage(e: Quoteneingabe): Anfrage<'rechner.quote'> | null {
  if (e.sicherheit === null) return null;
  const schichten = e.schichten.map((s) => ({
    bezeichnung: e.schichten.length > 1 ? s.bezeichnung : '',
    grundgesamtheit: alsAnzahl(s.grundgesamtheit),
    n: alsAnzahl(s.n),
    k: alsAnzahl(s.k),
    ungeklaert: s.ungeklaert.trim() === '' ? 0 : alsAnzahl(s.ungeklaert),
  }));
  const fertig = schichten.flatMap(({ bezeichnung, grundgesamtheit, n, k, ungeklaert }) =>
    grundgesamtheit === null || n === null || k === null || ungeklaert === null
      ? []
      : [{ bezeichnung, grundgesamtheit, n, k, ungeklaert }],
  );
  if (fertig.length < schichten.length) return null;
  return {
    konfidenz: alsRate(e.sicherheit),
    ziel: e.ziel === null ? null : alsRate(e.ziel),
    schichten: fertig,
  };
}

/** Rows copied from a spreadsheet: N, n, k and perhaps unresolved, with or without a name before them. */
export function leseZeilen(text: string): Schichteingabe[] {
  return text
    .split(/\r?\n/)
    .map((zeile) => zeile.split('\t').map((z) => z.trim()))
    .filter((zellen) => zellen.some((z) => alsAnzahl(z) !== null))
    .map((zellen) => {
      const ohneName =
        alsAnzahl(zellen[0] ?? '') !== null && alsAnzahl(zellen[3] ?? '0') !== null && zellen.length < 5;
      const [bezeichnung = '', grundgesamtheit = '', n = '', k = '', ungeklaert = ''] = ohneName
        ? ['', ...zellen]
        : zellen;
      return { bezeichnung, grundgesamtheit, n, k, ungeklaert };
    });
}

/**
 * The counts of an evaluated check as rows to calculate with; null where the Rechner could not give the same:
 * provisional, not drawn at random, or strata that the small-group rules merge or hide.
 */
export function zeilenAus(a: Pruefungsauswertung): string | null {
  const z = a.zahlen;
  if (a.vorlaeufig || !a.rate) return null;
  if (!a.geschichtet) return ['', z.grundgesamtheit, z.gezogen, z.fehlerhaft, z.ungeklaert].join('\t');
  const zeilen = a.gruppen.flatMap(({ name, zusammengefasst, werte }) =>
    werte === null || werte.grundgesamtheit === null || zusammengefasst ? [] : [{ name, ...werte }],
  );
  const summe = zeilen.reduce((n, s) => n + (s.grundgesamtheit ?? 0), 0);
  if (zeilen.length < a.gruppen.length || summe !== z.grundgesamtheit) return null;
  return zeilen
    .map((s) => [s.name, s.grundgesamtheit, s.gezogen, s.fehlerhaft, s.ungeklaert].join('\t'))
    .join('\n');
}

/** The request, or null while something is missing. */
export function fristanfrage(e: Fristeingabe): Anfrage<'rechner.frist'> | null {
  const frage = fristfrage(e);
  if (frage === null) return null;
  const feiertage: OrtsFeiertage = {
    fronleichnam: e.fronleichnam,
    mariae_himmelfahrt: e.mariae_himmelfahrt,
    friedensfest: e.friedensfest,
    weitere: [],
  };
  const amOrt = frage.art !== 'ueberpruefung' && frage.art !== 'datenschutzvorfall' && e.land !== '';
  return { frage, ort: amOrt ? { land: e.land as Land, feiertage } : null };
}

function fristfrage(e: Fristeingabe): Fristfrage | null {
  switch (e.art as Fristart) {
    case 'widerspruch':
    case 'klage':
      return bescheid(e);
    case 'untaetigkeit':
      return e.eingang === null
        ? null
        : {
            art: 'untaetigkeit',
            eingang: e.eingang,
            verfahren: e.verfahren as 'widerspruch' | 'antrag' | 'ueberpruefung',
          };
    case 'ueberpruefung':
      return e.eingang === null ? null : { art: 'ueberpruefung', antrag: e.eingang };
    case 'kundenreaktion':
      return e.eingang === null || e.arbeitstage === null || e.kalendertage === null
        ? null
        : {
            art: 'kundenreaktion',
            eingang: e.eingang,
            arbeitstage: e.arbeitstage,
            kalendertage: e.kalendertage,
          };
    case 'auskunft':
      return e.eingang === null ? null : { art: 'auskunft', eingang: e.eingang, verlaengert: e.verlaengert };
    case 'datenschutzvorfall':
      return e.eingang === null || e.uhrzeit === null || e.stunden === null
        ? null
        : { art: 'datenschutzvorfall', kenntnis: e.eingang, uhrzeit: e.uhrzeit, stunden: e.stunden };
    case 'rechtsmittel':
      return e.zugang === null
        ? null
        : {
            art: 'rechtsmittel',
            zustellung: e.zugang,
            rechtsmittel: e.rechtsmittel as 'berufung' | 'nichtzulassungsbeschwerde' | 'beschwerde',
          };
    default:
      return null;
  }
}

function bescheid(e: Fristeingabe): Fristfrage | null {
  const tage = tageDesWegs(e.weg);
  const brief = e.weg === 'post_inland';
  // A letter without a note and without a receipt is asked all the same: the answer is the refusal.
  const genug = brief
    ? e.vermerk
      ? e.abgang !== null
      : e.abgang !== null || e.zugang !== null
    : tage.abgang === null
      ? e.zugang !== null
      : e.abgang !== null;
  if (!genug || e.belehrung === '') return null;
  return {
    art: e.art === 'klage' ? 'klage' : 'widerspruch',
    weg: e.weg as Bekanntgabeweg,
    abgang: tage.abgang === null ? null : e.abgang,
    vermerk: brief && e.vermerk,
    zugang: e.zugang,
    ausland: e.weg === 'post_ausland' || (mitAusland(e.weg) && e.ausland),
    belehrung: e.belehrung as 'ordnungsgemaess' | 'fehlt' | 'fehlerhaft',
  };
}

/** Ways that can end at home or abroad. */
export const mitAusland = (weg: string) => weg === 'elektronisch' || weg === 'zustellung';
