/** The steps of a request: what each asks for, what is sent, which comes first, and how it reads afterwards. */
import type {
  AnfrageDetail,
  Anfrageergebnis,
  Anfrageschritt,
  Anfrageschrittart,
  Identitaetsnachweis,
  Registerschritt,
} from '../../ipc/bindings';
import { datum, heute } from '../../shared/format';
import type { Verlaufszeile } from '../../shared/schrittverlauf';
import { ERGEBNIS, IDENTITAET } from './worte';

/** A correction follows from changing what was entered. */
export type Eigenschritt = Exclude<Anfrageschrittart, 'berichtigen'>;

/** The steps as they read once they are done. */
export const GETAN: Record<Anfrageschrittart, string> = {
  identitaet_pruefen: 'Identität geprüft',
  verlaengern: 'Frist verlängert',
  beantworten: 'Beantwortet',
  abgeben: 'Abgegeben',
  zurueckziehen: 'Zurückgezogen',
  wiederaufnehmen: 'Wieder aufgenommen',
  berichtigen: 'Angaben berichtigt',
};

/** Answers; handing on and taking back are steps of their own. */
export const ANTWORT = {
  erfuellt: ERGEBNIS.erfuellt,
  teilweise: ERGEBNIS.teilweise,
  abgelehnt: ERGEBNIS.abgelehnt,
} as const;

export interface Schritteingabe {
  am: string | null;
  wie: string;
  ergebnis: string;
  grund: string;
  an: string;
}

/** Steps are usually entered on the day on which they happen. */
export const leererSchritt = (): Schritteingabe => ({
  am: heute(),
  wie: '',
  ergebnis: '',
  grund: '',
  an: '',
});

export const TAGWORT: Record<Eigenschritt, string> = {
  identitaet_pruefen: 'Geprüft am',
  verlaengern: 'Person unterrichtet am',
  beantworten: 'Beantwortet am',
  abgeben: 'Abgegeben am',
  zurueckziehen: 'Zurückgezogen am',
  wiederaufnehmen: 'Wieder gemeldet am',
};

/** The request's name of the day. */
export const tagfeld = (schritt: Eigenschritt) =>
  schritt === 'verlaengern' ? 'schritt.unterrichtet_am' : 'schritt.am';

interface Grundwort {
  label: string;
  hinweis: string;
  laenge: number;
  optional?: true;
}

const OHNE_NAMEN = 'Bitte ohne Namen und Nummern';

/** What the text of a step is called; null: it has none. */
export function grundwort(schritt: Eigenschritt, ergebnis: string): Grundwort | null {
  switch (schritt) {
    case 'verlaengern':
      return {
        label: 'Gründe, die der Person genannt wurden',
        hinweis: `Wie komplex die Anfrage ist oder wie viele es sind. ${OHNE_NAMEN}.`,
        laenge: 500,
      };
    case 'beantworten':
      return ergebnis === 'erfuellt'
        ? { label: 'Anmerkung', hinweis: OHNE_NAMEN, laenge: 500, optional: true }
        : {
            label: 'Was nicht erfüllt wird und warum',
            hinweis: `Die Person erfährt die Gründe (Art. 12 Abs. 4 DSGVO). ${OHNE_NAMEN}.`,
            laenge: 500,
          };
    case 'wiederaufnehmen':
      return { label: 'Womit sich die Person wieder meldet', hinweis: OHNE_NAMEN, laenge: 300 };
    default:
      return null;
  }
}

/** What is said above the fields. */
export function erklaerung(
  schritt: Eigenschritt,
  d: Pick<AnfrageDetail, 'verlaengerung_bis' | 'anfrage'>,
): string {
  switch (schritt) {
    case 'identitaet_pruefen':
      return 'Eine Auskunft an die falsche Person wäre selbst ein Datenschutzvorfall (Art. 12 Abs. 6 DSGVO).';
    case 'verlaengern':
      return `Um zwei Monate, wenn die Person innerhalb des ersten Monats mit Gründen davon erfährt, also bis ${datum(d.verlaengerung_bis)} (Art. 12 Abs. 3 DSGVO).`;
    case 'beantworten':
      return 'Damit ist die Anfrage erledigt. Die Antwort selbst wird hier nicht gespeichert.';
    case 'abgeben':
      return 'Wenn eine andere Stelle für die Daten verantwortlich ist. Damit ist die Anfrage hier erledigt.';
    case 'zurueckziehen':
      return 'Die Person verfolgt ihre Anfrage nicht weiter.';
    case 'wiederaufnehmen':
      return d.anfrage.lage.abschluss?.ergebnis === 'zurueckgezogen'
        ? 'Die Person fragt neu: Die Frist beginnt an diesem Tag. Wer fragt, bleibt bekannt.'
        : 'Die bisherige Frist läuft weiter; neu beginnt sie nur, wenn die Person ihre Anfrage zurückgenommen hatte. Wer fragt, bleibt bekannt.';
  }
}

/** What is sent for a step. */
export function schrittAus(art: Eigenschritt, e: Schritteingabe): Anfrageschritt {
  const am = e.am ?? '';
  switch (art) {
    case 'identitaet_pruefen':
      return { art, am, wie: e.wie as Identitaetsnachweis };
    case 'verlaengern':
      return { art, unterrichtet_am: am, grund: e.grund };
    case 'beantworten':
      return { art, am, ergebnis: e.ergebnis as Anfrageergebnis, grund: e.grund };
    case 'abgeben':
      return { art, am, an: e.an };
    case 'zurueckziehen':
      return { art, am };
    case 'wiederaufnehmen':
      return { art, am, grund: e.grund };
  }
}

const SEITENWEGE: Eigenschritt[] = ['abgeben', 'zurueckziehen', 'wiederaufnehmen'];

/** What leads on, the main action first, and the rest. An extension is offered only while it is possible. */
export function aufteilen(
  d: Pick<AnfrageDetail, 'moeglich' | 'verlaengerung_bis'>,
  heute: string,
): { weiter: Eigenschritt[]; sonst: Eigenschritt[] } {
  const nebenher = (s: Eigenschritt) =>
    SEITENWEGE.includes(s) || (s === 'verlaengern' && d.verlaengerung_bis < heute);
  const eigene = d.moeglich.filter((s) => s !== 'berichtigen');
  const weiter = eigene.filter((s) => !nebenher(s));
  const vorn = (['identitaet_pruefen', 'beantworten'] as const).find((s) => weiter.includes(s));
  return {
    weiter: vorn ? [vorn, ...weiter.filter((s) => s !== vorn)] : weiter,
    sonst: eigene.filter(nebenher),
  };
}

/** How a step reads in the course of events. */
export const verlaufszeile = ({ schritt: s }: Registerschritt<Anfrageschritt>): Verlaufszeile => ({
  titel: GETAN[s.art],
  tag: s.art === 'verlaengern' ? s.unterrichtet_am : 'am' in s ? s.am : null,
  einzelheiten: einzelheiten(s),
});

function einzelheiten(s: Anfrageschritt): string[] {
  switch (s.art) {
    case 'identitaet_pruefen':
      return [IDENTITAET[s.wie]];
    case 'verlaengern':
    case 'wiederaufnehmen':
      return [`Grund: ${s.grund}`];
    case 'beantworten':
      return [`Ergebnis: ${ERGEBNIS[s.ergebnis]}`, ...(s.grund ? [`Begründung: ${s.grund}`] : [])];
    case 'abgeben':
      return [`an ${s.an}`];
    case 'berichtigen':
      return [s.was, `Begründung: ${s.begruendung}`];
    case 'zurueckziehen':
      return [];
  }
}
