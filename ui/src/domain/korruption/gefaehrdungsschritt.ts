/** The steps of an entry of the atlas: what each asks for, what is sent, and how it reads. */
import type { Gefaehrdungsschritt, Gefaehrdungsschrittart, Registerschritt } from '../../ipc/bindings';
import { verschiebe } from '../../shared/eingabe';
import { datum, heute } from '../../shared/format';
import type { Verlaufszeile } from '../../shared/schrittverlauf';

/** The steps as they read once they are done. */
export const GETAN: Record<Gefaehrdungsschrittart, string> = {
  fassen: 'Fassung vorgeschlagen',
  bestaetigen: 'Fassung bestätigt',
  zurueckgeben: 'Fassung zurückgegeben',
  ueberpruefen: 'Überprüft, trifft weiter zu',
  aufheben: 'Aufgehoben',
};

/** Steps with a small dialog; a version has its form, the second person has buttons apart. */
export type Kurzschritt = 'ueberpruefen' | 'aufheben';

export interface Schritteingabe {
  am: string | null;
  naechste: string | null;
  text: string;
}

/** Looked at today, and again in a year. */
export const leererSchritt = (): Schritteingabe => ({
  am: heute(),
  naechste: verschiebe(heute(), 1, 'J'),
  text: '',
});

export const ANGABEN: Record<
  Kurzschritt,
  { erklaerung: string; am: string; label: string; name: string; hinweis: string }
> = {
  ueberpruefen: {
    erklaerung:
      'Der Eintrag trifft unverändert zu. Hat sich etwas geändert, schlagen Sie eine neue Fassung vor.',
    am: 'Überprüft am',
    label: 'Worauf sich das stützt',
    name: 'schritt.vermerk',
    hinweis: 'Zum Beispiel: Gespräch mit der Leitung. Bitte ohne Namen.',
  },
  aufheben: {
    erklaerung:
      'Den Dienstposten oder das Arbeitsgebiet gibt es nicht mehr. Der Eintrag und sein Verlauf bleiben lesbar.',
    am: 'Aufgehoben am',
    label: 'Grund',
    name: 'schritt.grund',
    hinweis: 'Bitte ohne Namen',
  },
};

/** What is sent for a step. */
export function schrittAus(art: Kurzschritt, e: Schritteingabe): Gefaehrdungsschritt {
  const am = e.am ?? '';
  return art === 'ueberpruefen'
    ? { art, am, naechste: e.naechste ?? '', vermerk: e.text }
    : { art, am, grund: e.text };
}

/**
 * What the first person may do: the way on, and what stands apart. A look that is due comes before a new version, and
 * while one waits for the second person, another one is the exception.
 */
export function aufteilen(
  moeglich: Gefaehrdungsschrittart[],
  lage: { faellig: boolean; wartet: boolean },
): { weiter: ('fassen' | Kurzschritt)[]; sonst: ('fassen' | Kurzschritt)[] } {
  const da = (['fassen', 'ueberpruefen', 'aufheben'] as const).filter((s) => moeglich.includes(s));
  const vorn = da.filter((s) => s !== 'aufheben' && !(s === 'fassen' && lage.wartet));
  return {
    weiter: lage.faellig ? vorn.toReversed() : vorn,
    sonst: da.filter((s) => !vorn.includes(s)),
  };
}

/** How a step reads in the course of events. */
export function verlaufszeile({ schritt: s }: Registerschritt<Gefaehrdungsschritt>): Verlaufszeile {
  return { titel: GETAN[s.art], tag: 'am' in s ? s.am : null, einzelheiten: einzelheiten(s) };
}

function einzelheiten(s: Gefaehrdungsschritt): string[] {
  switch (s.art) {
    case 'fassen':
      return s.grund === '' ? [] : [`Grund: ${s.grund}`];
    case 'bestaetigen':
      return [];
    case 'zurueckgeben':
    case 'aufheben':
      return [`Grund: ${s.grund}`];
    case 'ueberpruefen':
      return [s.vermerk, `Nächste Überprüfung bis ${datum(s.naechste)}`];
  }
}
