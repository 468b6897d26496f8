/** The steps of a procedure: what each asks for, what is sent, and how it reads afterwards. */
import type {
  Bescheidergebnis,
  Gerichtsausgang,
  Kosten,
  Rechtsbehelfsbelehrung,
  Rechtsmittel,
  Schrittart,
  Schritteintrag,
  Stattgabe,
  Stattgabegrund,
  Verfahrensart,
  Verfahrensschritt,
} from '../../ipc/bindings';
import { datum, euro, heute } from '../../shared/format';
import type { Verlaufszeile } from '../../shared/schrittverlauf';
import { bekanntgabeAus, imAusland, leererWeg, wegText, type Wegeingabe } from './bekanntgabe';
import {
  BELEHRUNG,
  BESCHEIDERGEBNIS,
  ERGEBNIS,
  GERICHTSAUSGANG,
  RECHTSMITTEL,
  getan,
  STATTGABEGRUND,
} from './worte';

export interface Kosteneingabe {
  /** `0/1`, `1/2`, `1/1`, or `bruch` for another share. */
  anteil: string;
  zaehler: number | null;
  nenner: number | null;
  zuziehung: boolean;
  betrag_cent: number | null;
}

export interface Schritteingabe {
  am: string | null;
  grund: string;
  ursache: string;
  mit_kosten: boolean;
  kosten: Kosteneingabe;
  ergebnis: string;
  begruendung: string;
  weg: Wegeingabe;
  ausland: boolean;
  belehrung: string;
  ausgang: string;
  zugestellt_am: string | null;
  rechtsmittel: string;
  durch: string;
  betrag_cent: number | null;
  an: string;
  bis: string | null;
}

/** What a step asks for, beside what only some of its choices need. */
export type Schrittfeld =
  | 'am'
  | 'stattgabe'
  | 'kosten'
  | 'entwurf'
  | 'absendung'
  | 'gericht'
  | 'durch'
  | 'betrag'
  | 'an'
  | 'ruhe'
  | 'grund';

const FELDER: Partial<Record<Schrittart, Schrittfeld[]>> = {
  abhelfen: ['am', 'stattgabe', 'kosten'],
  teilweise_abhelfen: ['am', 'stattgabe'],
  entwerfen: ['entwurf'],
  vorlegen: [],
  zeichnen: [],
  zurueckgeben: ['grund'],
  absenden: ['absendung', 'kosten'],
  gericht_entscheidet: ['am', 'gericht'],
  rechtsmittel_einlegen: ['am', 'durch'],
  kosten_festsetzen: ['am', 'betrag'],
  abgeben: ['am', 'an'],
  ruhen: ['ruhe'],
};

/** § 63 SGB X asks for a decision on costs in each decision on a Widerspruch, and for none in a review. */
export const mitKostenentscheidung = (art: Verfahrensart) => art === 'widerspruch';

export const schrittfelder = (schritt: Schrittart, art: Verfahrensart): Schrittfeld[] =>
  (FELDER[schritt] ?? ['am']).filter((f) => f !== 'kosten' || mitKostenentscheidung(art));

const TAGWORT: Partial<Record<Schrittart, string>> = {
  eingang_bestaetigen: 'Bestätigt am',
  abhilfe_pruefen: 'Begonnen am',
  abhelfen: 'Neuer Bescheid vom',
  teilweise_abhelfen: 'Neuer Bescheid vom',
  nicht_abhelfen: 'Entschieden am',
  klage_erheben: 'Eingang beim Gericht am',
  erwidern: 'Erwidert am',
  gericht_entscheidet: 'Entscheidung oder Vergleich vom',
  rechtsmittel_einlegen: 'Eingelegt am',
  umsetzen: 'Umgesetzt am',
  kosten_festsetzen: 'Festgesetzt am',
  abschliessen: 'Abgeschlossen am',
  zuruecknehmen: 'Rücknahme vom',
  erledigt_durch_bescheid: 'Neuer Bescheid vom',
  abgeben: 'Abgegeben am',
};

export const tagwort = (schritt: Schrittart) => TAGWORT[schritt] ?? 'Am';

const ERKLAERUNG: Partial<Record<Schrittart, string>> = {
  vorlegen: 'Danach zeichnet eine andere Person den Entwurf oder gibt ihn zurück.',
  zeichnen: 'Sie bestätigen, dass der Bescheid so abgesandt werden darf.',
  klage_erheben: 'Die Klage wird als eigenes Verfahren mit eigenen Fristen geführt.',
  abschliessen: 'Danach ist nichts mehr zu tun. Das Verfahren bleibt im Register.',
  erledigt_durch_bescheid: 'Ein neuer Bescheid hat den angefochtenen ersetzt.',
  kosten_festsetzen: 'Auf Antrag nach § 63 Abs. 3 SGB X.',
  rechtsmittel_einlegen: 'Das Gerichtsverfahren läuft weiter.',
};

export const erklaerung = (schritt: Schrittart) => ERKLAERUNG[schritt] ?? null;

/** Empty fields; the day is today where a step is usually entered when it happens. */
export function leererSchritt(schritt: Schrittart): Schritteingabe {
  const vonSelbst = schritt !== 'klage_erheben' && schritt !== 'gericht_entscheidet';
  return {
    am: vonSelbst ? heute() : null,
    grund: '',
    ursache: '',
    mit_kosten: false,
    kosten: { anteil: '', zaehler: null, nenner: null, zuziehung: false, betrag_cent: null },
    ergebnis: '',
    begruendung: '',
    weg: { ...leererWeg(), abgang: heute() },
    ausland: false,
    belehrung: 'ordnungsgemaess',
    ausgang: '',
    zugestellt_am: null,
    rechtsmittel: '',
    durch: '',
    betrag_cent: null,
    an: '',
    bis: null,
  };
}

/** Whether the drafted decision grants something and must say why. */
export const gewaehrt = (ergebnis: string) =>
  ergebnis === 'stattgeben' || ergebnis === 'teilweise_stattgeben';

/** Whether the end before the court grants something. */
export const erfolgVorGericht = (ausgang: string) =>
  ['stattgegeben', 'teilweise_stattgegeben', 'anerkenntnis', 'vergleich'].includes(ausgang);

function stattgabeAus(e: Schritteingabe): Stattgabe {
  return { grund: e.grund as Stattgabegrund, ursache: e.ursache };
}

export function kostenAus(k: Kosteneingabe): Kosten {
  const [zaehler, nenner] = k.anteil === 'bruch' ? [k.zaehler, k.nenner] : k.anteil.split('/').map(Number);
  return {
    anteil_zaehler: zaehler ?? 0,
    anteil_nenner: nenner ?? 0,
    zuziehung_notwendig: k.zuziehung,
    betrag_cent: k.betrag_cent,
  };
}

/** Signing and giving back have operations of their own; the other two come from elsewhere. */
export type Eigenschritt = Exclude<Schrittart, 'zeichnen' | 'zurueckgeben' | 'klage_beendet' | 'uebernehmen'>;

/** What is sent for a step. */
export function schrittAus(schritt: Eigenschritt, art: Verfahrensart, e: Schritteingabe): Verfahrensschritt {
  const am = e.am ?? '';
  const kosten = mitKostenentscheidung(art) ? kostenAus(e.kosten) : null;
  switch (schritt) {
    case 'abhelfen':
      return { art: schritt, am, stattgabe: stattgabeAus(e), kosten };
    case 'teilweise_abhelfen':
      return { art: schritt, am, stattgabe: stattgabeAus(e) };
    case 'entwerfen':
      return {
        art: schritt,
        ergebnis: e.ergebnis as Bescheidergebnis,
        stattgabe: gewaehrt(e.ergebnis) ? stattgabeAus(e) : null,
      };
    case 'vorlegen':
      return { art: schritt };
    case 'absenden':
      return {
        art: schritt,
        bekanntgabe: bekanntgabeAus(e.weg) ?? {
          art: 'post_inland',
          aufgabe_zur_post: null,
          vermerk: true,
          zugang: null,
        },
        ausland: imAusland(e.weg.weg, e.ausland),
        belehrung: e.belehrung as Rechtsbehelfsbelehrung,
        kosten,
      };
    case 'gericht_entscheidet':
      return {
        art: schritt,
        am,
        ausgang: e.ausgang as Gerichtsausgang,
        zugestellt_am: e.zugestellt_am,
        rechtsmittel: (e.rechtsmittel || null) as Rechtsmittel | null,
        stattgabe: erfolgVorGericht(e.ausgang) ? stattgabeAus(e) : null,
        kosten: e.mit_kosten ? kostenAus(e.kosten) : null,
      };
    case 'rechtsmittel_einlegen':
      return { art: schritt, am, durch_haus: e.durch === 'haus' };
    case 'kosten_festsetzen':
      return { art: schritt, am, betrag_cent: e.betrag_cent ?? 0 };
    case 'abgeben':
      return { art: schritt, am, an: e.an };
    case 'ruhen':
      return { art: schritt, bis: e.bis ?? '', grund: e.begruendung };
    default:
      return { art: schritt, am };
  }
}

/** `ganz`, `nicht`, `zu 1/2` */
export function anteilText(k: Kosten): string {
  if (k.anteil_zaehler === 0) return 'keine Erstattung';
  if (k.anteil_zaehler === k.anteil_nenner) return 'volle Erstattung';
  return `Erstattung zu ${k.anteil_zaehler}/${k.anteil_nenner}`;
}

export function kostenText(k: Kosten | null): string {
  if (k === null) return '';
  return [
    anteilText(k),
    k.zuziehung_notwendig && 'Zuziehung notwendig',
    k.betrag_cent !== null && euro(k.betrag_cent),
  ]
    .filter(Boolean)
    .join(', ');
}

export const stattgabeText = (s: Stattgabe | null, ursache: (kennung: string) => string) =>
  s === null ? '' : [STATTGABEGRUND[s.grund], s.ursache && ursache(s.ursache)].filter(Boolean).join(', ');

/** How a step reads in the course of the procedure. */
export function verlaufszeile(
  { schritt: s }: Schritteintrag,
  art: Verfahrensart,
  ursache: (kennung: string) => string,
): Verlaufszeile {
  const teile: (string | false | null)[] = [];
  if ('stattgabe' in s && s.stattgabe) teile.push(`Grund: ${stattgabeText(s.stattgabe, ursache)}`);
  if ('kosten' in s && s.kosten) teile.push(`Kosten: ${kostenText(s.kosten)}`);
  switch (s.art) {
    case 'entwerfen':
      teile.unshift(`Ergebnis: ${BESCHEIDERGEBNIS[s.ergebnis]}`);
      break;
    case 'zurueckgeben':
      teile.push(`Grund: ${s.grund}`);
      break;
    case 'absenden':
      teile.unshift(
        wegText(s.bekanntgabe),
        s.ausland && s.bekanntgabe.art !== 'post_ausland' && 'im Ausland',
        s.belehrung !== 'ordnungsgemaess' && `Belehrung ${BELEHRUNG[s.belehrung]}`,
      );
      break;
    case 'gericht_entscheidet':
      teile.unshift(
        `Ausgang: ${GERICHTSAUSGANG[s.ausgang]}`,
        s.zugestellt_am && `zugestellt am ${datum(s.zugestellt_am)}`,
        s.rechtsmittel && `offen: ${RECHTSMITTEL[s.rechtsmittel]}`,
      );
      break;
    case 'rechtsmittel_einlegen':
      teile.push(s.durch_haus ? 'durch das Jobcenter' : 'durch die andere Seite');
      break;
    case 'kosten_festsetzen':
      teile.push(euro(s.betrag_cent));
      break;
    case 'abgeben':
      teile.push(`an ${s.an}`);
      break;
    case 'uebernehmen':
      teile.push(`Ergebnis: ${ERGEBNIS[s.ergebnis]}`);
      break;
    case 'ruhen':
      teile.push(`bis ${datum(s.bis)}`, s.grund);
      break;
  }
  return {
    titel: getan(s.art, art),
    tag: 'am' in s ? s.am : null,
    einzelheiten: teile.filter((t): t is string => !!t),
  };
}

/** The last step that counts, if it may be taken back here. */
export function letzterSchritt(schritte: Schritteintrag[]): Schritteintrag | null {
  const letzter = schritte.findLast((s) => s.zurueckgenommen === null);
  // The Klage is a procedure of its own; its beginning and end are changed there.
  return !letzter || ['klage_erheben', 'klage_beendet'].includes(letzter.schritt.art) ? null : letzter;
}

/** Steps that lead on, before those that end or interrupt the way. */
const SEITENWEGE: Schrittart[] = [
  'kosten_festsetzen',
  'zuruecknehmen',
  'erledigt_durch_bescheid',
  'abgeben',
  'ruhen',
  'zurueckgeben',
];

export function aufteilen(moeglich: Schrittart[]): { weiter: Schrittart[]; sonst: Schrittart[] } {
  return {
    weiter: moeglich.filter((s) => !SEITENWEGE.includes(s)),
    sonst: moeglich.filter((s) => SEITENWEGE.includes(s)),
  };
}
