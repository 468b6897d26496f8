/** The steps of a ticket: what each asks for, what is sent, and how it reads afterwards. */
import type {
  Antwortweg,
  Pausengrund,
  Reaktionseintrag,
  Reaktionslage,
  Reaktionsschritt,
  Reaktionsschrittart,
  Rueckmeldung,
  Reaktionsurteil,
} from '../../ipc/bindings';
import { verschiebe } from '../../shared/eingabe';
import { datum, heute } from '../../shared/format';
import type { Verlaufszeile } from '../../shared/schrittverlauf';
import { ANTWORTWEG, PAUSENGRUND, RUECKMELDUNG, URTEIL } from './worte';

/** The steps as they read once they are done. */
export const GETAN: Record<Reaktionsschrittart, string> = {
  sichten: 'Gesichtet',
  eingang_bestaetigen: 'Eingang bestätigt',
  beantworten: 'Beantwortet',
  ohne_antwort: 'Ohne Antwort beendet',
  pausieren: 'Pausiert',
  fortsetzen: 'Fortgesetzt',
  beurteilen: 'Beurteilung vorgeschlagen',
  beurteilung_bestaetigen: 'Beurteilung bestätigt',
  beurteilung_zurueckgeben: 'Beurteilung zurückgegeben',
  abgeben: 'Abgegeben',
  zusammenfuehren: 'Mit anderer Reaktion zusammengeführt',
  massnahme_ableiten: 'Maßnahme abgeleitet',
  nachfragen: 'Nachgefragt',
  abschliessen: 'Abgeschlossen',
  wieder_oeffnen: 'Wieder geöffnet',
  berichtigen: 'Angaben berichtigt',
};

/** By what a judgement is found, so that two persons mean the same by a word. */
export const URTEIL_MASSSTAB: Record<Reaktionsurteil, string> = {
  berechtigt: 'Das Haus hat sich nicht an Recht, Zusagen oder guten Umgang gehalten.',
  teilweise: 'Ein Teil trifft zu. Die Begründung sagt, welcher.',
  unberechtigt: 'Geprüft und richtig gehandelt, auch wenn die Person es anders sieht.',
};

export interface Schritteingabe {
  am: string | null;
  weg: string;
  /** Text to the person. */
  text: string;
  /** Why, for what, or what is to be done. */
  grund: string;
  /** Why it is entered only now. */
  nachtrag: string;
  nachfragen_am: string | null;
  warten: string;
  urteil: string;
  an: string;
  zeichen: string;
  mit: string;
  bis: string | null;
  rueckmeldung: string;
}

/** The triage has a page part of its own, the second person's decision operations of their own; a correction follows
 * from changing what was entered. */
export type Eigenschritt = Exclude<
  Reaktionsschrittart,
  'sichten' | 'beurteilung_bestaetigen' | 'beurteilung_zurueckgeben' | 'berichtigen'
>;

/** What a step asks for. */
export type Schrittfeld =
  | 'am'
  | 'weg'
  | 'antwort'
  | 'nachricht'
  | 'warten'
  | 'grund'
  | 'urteil'
  | 'an'
  | 'mit'
  | 'massnahme'
  | 'rueckmeldung';

const FELDER: Record<Reaktionsschrittart, Schrittfeld[]> = {
  sichten: [],
  berichtigen: [],
  eingang_bestaetigen: ['am', 'nachricht'],
  beantworten: ['am', 'weg', 'antwort'],
  ohne_antwort: ['am', 'grund'],
  pausieren: ['am', 'warten', 'grund'],
  fortsetzen: ['am'],
  beurteilen: ['urteil', 'grund'],
  beurteilung_bestaetigen: [],
  beurteilung_zurueckgeben: ['grund'],
  abgeben: ['am', 'an'],
  zusammenfuehren: ['am', 'mit'],
  massnahme_ableiten: ['massnahme'],
  nachfragen: ['am', 'rueckmeldung'],
  abschliessen: ['am'],
  wieder_oeffnen: ['am', 'grund'],
};

export const schrittfelder = (schritt: Reaktionsschrittart): Schrittfeld[] => FELDER[schritt];

const TAGWORT: Partial<Record<Reaktionsschrittart, string>> = {
  eingang_bestaetigen: 'Bestätigt am',
  beantworten: 'Beantwortet am',
  ohne_antwort: 'Beendet am',
  pausieren: 'Pausiert ab',
  fortsetzen: 'Läuft wieder ab',
  abgeben: 'Abgegeben am',
  zusammenfuehren: 'Zusammengeführt am',
  nachfragen: 'Nachgefragt am',
  abschliessen: 'Abgeschlossen am',
  wieder_oeffnen: 'Wieder gemeldet am',
};

export const tagwort = (schritt: Reaktionsschrittart) => TAGWORT[schritt] ?? 'Am';

/** The request's name of the day. */
export const tagfeld = (schritt: Reaktionsschrittart) =>
  schritt === 'pausieren' ? 'schritt.ab' : 'schritt.am';

interface Grundwort {
  label: string;
  /** As the request names it. */
  name: string;
  laenge: number;
  hinweis?: string;
}

const OHNE_NAMEN = 'Bitte ohne Namen und Nummern';

const GRUNDWORT: Partial<Record<Reaktionsschrittart, Grundwort>> = {
  ohne_antwort: {
    label: 'Warum keine Antwort nötig ist',
    name: 'schritt.grund',
    laenge: 300,
    hinweis: OHNE_NAMEN,
  },
  pausieren: { label: 'Worauf das Haus wartet', name: 'schritt.text', laenge: 300, hinweis: OHNE_NAMEN },
  beurteilen: { label: 'Begründung', name: 'schritt.begruendung', laenge: 500, hinweis: OHNE_NAMEN },
  beurteilung_zurueckgeben: { label: 'Warum Sie die Beurteilung zurückgeben', name: 'grund', laenge: 500 },
  wieder_oeffnen: {
    label: 'Womit sich die Person wieder meldet',
    name: 'schritt.grund',
    laenge: 300,
    hinweis: OHNE_NAMEN,
  },
};

export const grundwort = (schritt: Reaktionsschrittart): Grundwort =>
  GRUNDWORT[schritt] ?? { label: 'Grund', name: 'schritt.grund', laenge: 300 };

const VERSAND = 'IKS versendet nichts. Kopieren Sie den Text, oder geben Sie ihn danach als PDF aus.';

const ERKLAERUNG: Partial<Record<Reaktionsschrittart, string>> = {
  eingang_bestaetigen: VERSAND,
  beantworten: VERSAND,
  ohne_antwort: 'Zum Beispiel, weil die Person keine Antwort wünscht oder nicht zu erreichen ist.',
  pausieren:
    'Die Antwortzeit pausiert, bis Sie fortsetzen. Die Zeit für die Eingangsbestätigung läuft weiter.',
  beurteilen: 'Eine zweite Person bestätigt die Beurteilung oder gibt sie zurück.',
  beurteilung_bestaetigen: 'Sie bestätigen, dass Sie zu demselben Ergebnis kommen.',
  abgeben: 'Damit ist die Reaktion hier abgeschlossen. Antworten wird die andere Stelle.',
  zusammenfuehren:
    'Für dieselbe Sache derselben Person. Diese Reaktion endet hier und geht in der anderen weiter; verloren geht nichts.',
  massnahme_ableiten: 'Was sich im Haus ändert, damit es nicht wieder geschieht.',
  nachfragen: 'Fragen Sie die Person, ob ihr die Antwort geholfen hat.',
  abschliessen: 'Danach ist nichts mehr zu tun. Die Reaktion bleibt im Register.',
  wieder_oeffnen:
    'Die Fristen beginnen an diesem Tag neu. Auch was neu gesagt wird, muss gesichtet und beurteilt werden.',
};

export const erklaerung = (schritt: Reaktionsschrittart) => ERKLAERUNG[schritt] ?? null;

/** Empty fields; steps are usually entered on the day on which they happen. */
export const leererSchritt = (): Schritteingabe => ({
  am: heute(),
  weg: '',
  text: '',
  grund: '',
  nachtrag: '',
  nachfragen_am: verschiebe(heute(), 14, 'T'),
  warten: '',
  urteil: '',
  an: '',
  zeichen: '',
  mit: '',
  bis: null,
  rueckmeldung: '',
});

/** What is sent for a step. */
export function schrittAus(art: Eigenschritt, e: Schritteingabe): Reaktionsschritt {
  const am = e.am ?? '';
  switch (art) {
    case 'beantworten':
      return { art, am, weg: e.weg as Antwortweg, beitrag: null };
    case 'eingang_bestaetigen':
      return { art, am, beitrag: null };
    case 'ohne_antwort':
    case 'wieder_oeffnen':
      return { art, am, grund: e.grund };
    case 'pausieren':
      return {
        art,
        ab: am,
        grund: e.warten as Pausengrund,
        text: e.grund,
        nachfragen_am: e.nachfragen_am,
        begruendung: am < heute() ? e.nachtrag : '',
        // Only the core says so.
        nachgetragen_am: null,
      };
    case 'beurteilen':
      return { art, urteil: e.urteil as Reaktionsurteil, begruendung: e.grund };
    case 'abgeben':
      return { art, am, an: e.an, zeichen: e.zeichen };
    case 'zusammenfuehren':
      return { art, am, mit: e.mit };
    case 'massnahme_ableiten':
      return { art, was: e.grund, bis: e.bis ?? '' };
    case 'nachfragen':
      return { art, am, rueckmeldung: e.rueckmeldung as Rueckmeldung };
    default:
      return { art, am };
  }
}

/** The text that goes to the person with a step, if there is one. */
export const textZu = (art: Eigenschritt, e: Schritteingabe): string | null =>
  (art === 'beantworten' || art === 'eingang_bestaetigen') && e.text.trim() !== '' ? e.text : null;

/** Interrupting, handing on and looking back stand apart from what leads on. */
const SEITENWEGE: Reaktionsschrittart[] = [
  'ohne_antwort',
  'pausieren',
  'beurteilung_zurueckgeben',
  'abgeben',
  'zusammenfuehren',
  'massnahme_ableiten',
  'nachfragen',
  'wieder_oeffnen',
];

/** What leads on, the main action first, and the rest in the order of the window. */
export function aufteilen(
  moeglich: Reaktionsschrittart[],
  stand: string,
  nurAbgabe: boolean,
): { weiter: Reaktionsschrittart[]; sonst: Reaktionsschrittart[] } {
  // Of what is already looked through the triage is only an afterthought; who only hands on has this one way.
  const nebenher = (s: Reaktionsschrittart) =>
    s === 'sichten' ? stand !== 'eingegangen' : s === 'abgeben' ? !nurAbgabe : SEITENWEGE.includes(s);
  const weiter = moeglich.filter((s) => !nebenher(s));
  const vorn = hauptschritt(weiter, stand);
  return {
    weiter: vorn ? [vorn, ...weiter.filter((s) => s !== vorn)] : weiter,
    sonst: moeglich.filter(nebenher),
  };
}

/** A proposal is agreed to rather than made anew, and once answered the end is nearer than another judgement. */
function hauptschritt(weiter: Reaktionsschrittart[], stand: string): Reaktionsschrittart | undefined {
  const reihe: Reaktionsschrittart[] =
    stand === 'beantwortet'
      ? ['beurteilung_bestaetigen', 'abschliessen', 'beurteilen']
      : ['sichten', 'fortsetzen', 'eingang_bestaetigen', 'beantworten'];
  return reihe.find((s) => weiter.includes(s));
}

/** What people read on the button: what was done once reads differently the second time. */
export function knopftext(
  schritt: Reaktionsschrittart,
  titel: string,
  lage: Pick<Reaktionslage, 'stand' | 'beurteilung'>,
): string {
  if (schritt === 'sichten' && lage.stand !== 'eingegangen') return 'Noch einmal sichten';
  return schritt === 'beurteilen' && lage.beurteilung ? 'Anders beurteilen' : titel;
}

/** How a step reads in the course of events. `nummer` names another ticket or a procedure. */
export function verlaufszeile(
  { schritt: s }: Reaktionseintrag,
  nummer: (id: string) => string,
): Verlaufszeile {
  return {
    titel: GETAN[s.art],
    tag: 'am' in s ? s.am : 'ab' in s ? s.ab : null,
    einzelheiten: einzelheiten(s, nummer),
  };
}

function einzelheiten(s: Reaktionsschritt, nummer: (id: string) => string): string[] {
  switch (s.art) {
    case 'sichten':
      return [
        s.sichtung.rechtsbehelf
          ? `Enthält einen Rechtsbehelf${s.verfahren ? `: ${nummer(s.verfahren)}` : ''}.`
          : 'Enthält keinen Rechtsbehelf.',
        s.sichtung.begruendung && `Begründung: ${s.sichtung.begruendung}`,
        s.sichtung.datenschutz && 'Berührt den Datenschutz; die oder der Datenschutzbeauftragte sieht sie.',
      ].filter((t): t is string => !!t);
    case 'beantworten':
      return [`Weg: ${ANTWORTWEG[s.weg]}`];
    case 'ohne_antwort':
    case 'wieder_oeffnen':
    case 'beurteilung_zurueckgeben':
      return [`Grund: ${s.grund}`];
    case 'pausieren':
      return [
        `${PAUSENGRUND[s.grund]}: ${s.text}`,
        ...(s.nachfragen_am ? [`Nachfragen spätestens am ${datum(s.nachfragen_am)}`] : []),
        ...(s.nachgetragen_am
          ? [`Nachträglich eingetragen am ${datum(s.nachgetragen_am)}: ${s.begruendung}`]
          : []),
      ];
    case 'beurteilen':
      return [`Ergebnis: ${URTEIL[s.urteil]}`, `Begründung: ${s.begruendung}`];
    case 'abgeben':
      return [`an ${s.an}${s.zeichen ? `, Zeichen ${s.zeichen}` : ''}`];
    case 'zusammenfuehren':
      return [`weiter in ${nummer(s.mit)}`];
    case 'massnahme_ableiten':
      return [`${s.was}, bis ${datum(s.bis)}`];
    case 'berichtigen':
      return [
        s.was,
        `Grund: ${s.begruendung}`,
        ...(s.neu_beurteilen ? ['Die Beurteilung gilt dafür nicht mehr.'] : []),
      ];
    case 'nachfragen':
      return [`Ergebnis: ${RUECKMELDUNG[s.rueckmeldung]}`];
    default:
      return [];
  }
}

/** The last step that counts, if it may be taken back; a triage that opened a procedure may not, and a correction is
 * undone by another one. */
export function letzterSchritt(schritte: Reaktionseintrag[]): Reaktionseintrag | null {
  const letzter = schritte.findLast((s) => s.zurueckgenommen === null && s.schritt.art !== 'berichtigen');
  return !letzter || (letzter.schritt.art === 'sichten' && letzter.schritt.sichtung.rechtsbehelf)
    ? null
    : letzter;
}
