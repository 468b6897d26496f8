/** The steps of a measure: what each asks for, what is sent, and how it reads afterwards. */
import type { Massnahmeneintrag, Massnahmenschritt, Massnahmenschrittart } from '../../ipc/bindings';
import { datum, heute } from '../../shared/format';
import type { Verlaufszeile } from '../../shared/schrittverlauf';

/** The steps as they read once they are done. */
export const GETAN: Record<Massnahmenschrittart, string> = {
  beginnen: 'Umsetzung begonnen',
  vermerken: 'Vermerk',
  verschieben: 'Fälligkeit verschoben',
  umsetzen: 'Umgesetzt',
  wirkung_feststellen: 'Wirkung festgestellt',
  nicht_messbar: 'Wirkung nicht messbar',
  weiterfuehren: 'Weitergeführt',
  verwerfen: 'Verworfen',
};

export interface Schritteingabe {
  am: string | null;
  bis: string | null;
  text: string;
}

/** The effect has an operation of its own: it is computed. */
export type Eigenschritt = Exclude<Massnahmenschrittart, 'wirkung_feststellen'>;

export interface Schrittangaben {
  /** Label of the day on which it happened. */
  am?: string;
  /** Label of the new due day. */
  bis?: string;
  text?: { label: string; name: string; laenge: number };
  erklaerung?: string;
}

export const ANGABEN: Record<Eigenschritt, Schrittangaben> = {
  beginnen: { am: 'Begonnen am' },
  vermerken: {
    text: { label: 'Was geschehen ist', name: 'schritt.text', laenge: 1000 },
    erklaerung: 'Der Stand der Maßnahme ändert sich damit nicht.',
  },
  verschieben: {
    bis: 'Neu fällig am',
    text: { label: 'Warum verschoben wird', name: 'schritt.grund', laenge: 300 },
    erklaerung: 'Der bisherige Tag und der Grund bleiben sichtbar.',
  },
  umsetzen: {
    am: 'Umgesetzt am',
    text: { label: 'Was getan wurde', name: 'schritt.vermerk', laenge: 1000 },
    erklaerung: 'Ob es gewirkt hat, zeigt erst eine spätere Prüfung.',
  },
  nicht_messbar: {
    am: 'Entschieden am',
    text: { label: 'Warum sich die Wirkung nicht messen lässt', name: 'schritt.grund', laenge: 500 },
    erklaerung: 'Damit ist die Maßnahme abgeschlossen, ohne dass eine Wirkung belegt ist.',
  },
  weiterfuehren: {
    bis: 'Neu fällig am',
    text: { label: 'Was jetzt anders gemacht wird', name: 'schritt.grund', laenge: 300 },
    erklaerung: 'Die Maßnahme ist danach wieder in Umsetzung.',
  },
  verwerfen: {
    am: 'Verworfen am',
    text: { label: 'Warum die Maßnahme aufgegeben wird', name: 'schritt.grund', laenge: 500 },
    erklaerung: 'Danach ist nichts mehr zu tun. Die Maßnahme bleibt im Register.',
  },
};

/** Empty fields; steps are usually entered on the day on which they happen. */
export const leererSchritt = (): Schritteingabe => ({ am: heute(), bis: null, text: '' });

/** What is sent for a step. */
export function schrittAus(art: Eigenschritt, e: Schritteingabe): Massnahmenschritt {
  const [am, bis, text] = [e.am ?? '', e.bis ?? '', e.text];
  switch (art) {
    case 'beginnen':
      return { art, am };
    case 'vermerken':
      return { art, text };
    case 'umsetzen':
      return { art, am, vermerk: text };
    case 'verschieben':
    case 'weiterfuehren':
      return { art, bis, grund: text };
    case 'nicht_messbar':
    case 'verwerfen':
      return { art, am, grund: text };
  }
}

/** What leads on, and what stands apart from it. */
const SEITENWEGE: Massnahmenschrittart[] = ['vermerken', 'verschieben', 'nicht_messbar', 'verwerfen'];

/** `messbar`: an item belongs to it, so that calling it "not measurable" is the exception. */
export function aufteilen(
  moeglich: Massnahmenschrittart[],
  messbar: boolean,
): { weiter: Massnahmenschrittart[]; sonst: Massnahmenschrittart[] } {
  const nebenher = (s: Massnahmenschrittart) => (s === 'nicht_messbar' ? messbar : SEITENWEGE.includes(s));
  return { weiter: moeglich.filter((s) => !nebenher(s)), sonst: moeglich.filter(nebenher) };
}

/** How a step reads in the course of events. */
export function verlaufszeile({ schritt: s }: Pick<Massnahmeneintrag, 'schritt'>): Verlaufszeile {
  return { titel: GETAN[s.art], tag: 'am' in s ? s.am : null, einzelheiten: einzelheiten(s) };
}

function einzelheiten(s: Massnahmenschritt): string[] {
  switch (s.art) {
    case 'vermerken':
      return [s.text];
    case 'verschieben':
      return [`auf den ${datum(s.bis)}: ${s.grund}`];
    case 'umsetzen':
      return [s.vermerk];
    case 'wirkung_feststellen':
      return [
        s.nachweis.art === 'pruefung'
          ? `an ${s.nachweis.spaetere.nummer}: ${s.nachweis.spaetere.fehler} von ${s.nachweis.spaetere.beurteilt} fehlerhaft, in ${s.nachweis.erste.nummer} waren es ${s.nachweis.erste.fehler} von ${s.nachweis.erste.beurteilt}`
          : `an „${s.nachweis.spaetere.bezeichnung}“: ${s.nachweis.spaetere.antwort || (s.nachweis.spaetere.erfuellt ? 'erfüllt' : 'nicht erfüllt')}`,
      ];
    case 'nicht_messbar':
    case 'verwerfen':
      return [`Grund: ${s.grund}`];
    case 'weiterfuehren':
      return [`fällig am ${datum(s.bis)}: ${s.grund}`];
    default:
      return [];
  }
}

/** The last step that counts. */
export const letzterSchritt = (schritte: Massnahmeneintrag[]): Massnahmeneintrag | null =>
  schritte.findLast((s) => s.zurueckgenommen === null) ?? null;
