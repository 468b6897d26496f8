/** The steps of a Zuwendung that the first person takes: what each asks for, what is sent, and how it reads. */
import type {
  Annahme,
  Registerschritt,
  Zuwendungsart,
  Zuwendungsentscheidung,
  Zuwendungsschritt,
  Zuwendungsschrittart,
} from '../../ipc/bindings';
import { alsOptionen, type Option } from '../../shared/feld';
import { heute } from '../../shared/format';
import type { Verlaufszeile } from '../../shared/schrittverlauf';
import { ANNAHME, ANNAHME_MEINT } from './worte';

/** The steps as they read once they are done. */
export const GETAN: Record<Zuwendungsschrittart, string> = {
  vorschlagen: 'Entscheidung vorgeschlagen',
  bestaetigen: 'Entscheidung bestätigt',
  zurueckgeben: 'Vorschlag zurückgegeben',
  abschliessen: 'Abgeschlossen',
  wiederaufnehmen: 'Wieder aufgenommen',
};

/** Steps with a form of their own; the second person has buttons apart. */
export type Eigenschritt = Exclude<Zuwendungsschrittart, 'bestaetigen' | 'zurueckgeben'>;

export interface Schritteingabe {
  annahme: string;
  am: string | null;
  text: string;
}

/** Another proposal begins with the one that waits. */
export const leererSchritt = (vorschlag: Zuwendungsentscheidung | null = null): Schritteingabe => ({
  annahme: vorschlag?.annahme ?? '',
  am: heute(),
  text: vorschlag?.begruendung ?? '',
});

/** Money is never accepted: the core would refuse it. */
export const annahmewahl = (art: Zuwendungsart): Option[] =>
  alsOptionen(ANNAHME)
    .filter((o) => art !== 'geld' || o.wert !== 'angenommen')
    .map((o) => ({ ...o, hinweis: ANNAHME_MEINT[o.wert as Annahme] }));

interface Textwort {
  label: string;
  name: string;
  laenge: number;
  hinweis: string;
  optional: boolean;
}

/** What the text of a step is called; closing needs one only where something left the house. */
export function textwort(schritt: Eigenschritt, annahme: Annahme | undefined): Textwort {
  switch (schritt) {
    case 'vorschlagen':
      return {
        label: 'Begründung',
        name: 'schritt.begruendung',
        laenge: 500,
        hinweis: 'Nach Wert, Anlass und Abstand zu einer Entscheidung. Bitte ohne Namen.',
        optional: false,
      };
    case 'abschliessen': {
      const weg = annahme === 'zurueckgegeben' || annahme === 'gespendet';
      return {
        label: weg ? 'Wie zurück- oder weitergegeben, und wo der Nachweis liegt' : 'Vermerk',
        name: 'schritt.vermerk',
        laenge: 300,
        hinweis: 'Bitte ohne Namen',
        optional: !weg,
      };
    }
    case 'wiederaufnehmen':
      return {
        label: 'Grund',
        name: 'schritt.grund',
        laenge: 300,
        hinweis: 'Bitte ohne Namen',
        optional: false,
      };
  }
}

const ERKLAERUNG: Record<Eigenschritt, string> = {
  vorschlagen:
    'Die Annahme ist grundsätzlich verboten (§ 71 BBG, § 42 BeamtStG, § 3 Abs. 2 TVöD). Über den Vorschlag entscheidet eine zweite Person.',
  abschliessen: 'Die Entscheidung ist ausgeführt. Der Eintrag bleibt im Register.',
  wiederaufnehmen: 'Über die Zuwendung wird neu entschieden. Was bisher geschah, bleibt im Verlauf.',
};

export const erklaerung = (schritt: Eigenschritt) => ERKLAERUNG[schritt];

/** What is sent for a step. */
export function schrittAus(art: Eigenschritt, e: Schritteingabe): Zuwendungsschritt {
  switch (art) {
    case 'vorschlagen':
      return { art, annahme: e.annahme as Annahme, begruendung: e.text };
    case 'abschliessen':
      return { art, am: e.am ?? '', vermerk: e.text };
    case 'wiederaufnehmen':
      return { art, grund: e.text };
  }
}

/** What the first person may do: the way on, and what stands apart. */
export function aufteilen(moeglich: Zuwendungsschrittart[]): {
  weiter: Eigenschritt[];
  sonst: Eigenschritt[];
} {
  const eigene = moeglich.filter((s): s is Eigenschritt => s !== 'bestaetigen' && s !== 'zurueckgeben');
  return {
    weiter: eigene.filter((s) => s !== 'wiederaufnehmen'),
    sonst: eigene.filter((s) => s === 'wiederaufnehmen'),
  };
}

/** How a step reads in the course of events. */
export function verlaufszeile({ schritt: s }: Registerschritt<Zuwendungsschritt>): Verlaufszeile {
  return { titel: GETAN[s.art], tag: s.art === 'abschliessen' ? s.am : null, einzelheiten: einzelheiten(s) };
}

function einzelheiten(s: Zuwendungsschritt): string[] {
  switch (s.art) {
    case 'vorschlagen':
      return [`Vorschlag: ${ANNAHME[s.annahme]}`, `Begründung: ${s.begruendung}`];
    case 'bestaetigen':
      return [];
    case 'zurueckgeben':
    case 'wiederaufnehmen':
      return [`Grund: ${s.grund}`];
    case 'abschliessen':
      return s.vermerk === '' ? [] : [s.vermerk];
  }
}
