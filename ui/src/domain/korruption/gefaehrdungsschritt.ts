/** The steps of an entry of the atlas: what each asks for, what is sent, and how it reads. */
import type { Gefaehrdungsschritt, Gefaehrdungsschrittart, Registerschritt } from '../../ipc/bindings';
import { verschiebe } from '../../shared/eingabe';
import { datum, heute } from '../../shared/format';
import type { Verlaufseintrag } from '../../shared/schrittverlauf';

/** The steps as they read once they are done; what the second person decided is about a version unless it says. */
const GETAN: Record<Gefaehrdungsschrittart, string> = {
  fassen: 'Fassung vorgeschlagen',
  bestaetigen: 'Fassung bestätigt',
  zurueckgeben: 'Fassung zurückgegeben',
  ueberpruefen: 'Überprüft, trifft weiter zu',
  aufhebung_vorschlagen: 'Aufhebung vorgeschlagen',
  aufheben: 'Aufgehoben',
};

const AUFHEBUNG: Partial<Record<Gefaehrdungsschrittart, string>> = {
  bestaetigen: 'Aufhebung bestätigt',
  zurueckgeben: 'Aufhebung zurückgegeben',
};

/** What is told once a step is entered. */
export const MELDUNG: Record<Kurzschritt, string> = {
  ueberpruefen: 'Die Überprüfung ist eingetragen.',
  aufhebung_vorschlagen: 'Die Aufhebung ist vorgeschlagen. Eine zweite Person bestätigt sie.',
  aufheben: 'Der Eintrag ist aufgehoben.',
};

/** Steps with a small dialog; a version has its form, the second person has buttons apart. */
export type Kurzschritt = 'ueberpruefen' | 'aufhebung_vorschlagen' | 'aufheben';

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
  aufhebung_vorschlagen: {
    erklaerung:
      'Den Dienstposten oder das Arbeitsgebiet gibt es nicht mehr. Bis eine zweite Person das bestätigt, gilt der Eintrag weiter; danach bleiben er und sein Verlauf lesbar.',
    am: 'Aufgehoben zum',
    label: 'Grund',
    name: 'schritt.grund',
    hinweis: 'Bitte ohne Namen',
  },
  aufheben: {
    erklaerung:
      'Für diesen Eintrag galt noch keine Fassung, und es braucht ihn nicht mehr. Er und sein Verlauf bleiben lesbar.',
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
 * while one waits for the second person, or once the entry is abolished, another one is the exception.
 */
export function aufteilen(
  moeglich: Gefaehrdungsschrittart[],
  lage: { faellig: boolean; ruht: boolean },
): { weiter: ('fassen' | Kurzschritt)[]; sonst: ('fassen' | Kurzschritt)[] } {
  const alle = ['fassen', 'ueberpruefen', 'aufhebung_vorschlagen', 'aufheben'] as const;
  const da = alle.filter((s) => moeglich.includes(s));
  const vorn = da.filter((s) => s === 'ueberpruefen' || (s === 'fassen' && !lage.ruht));
  return {
    weiter: lage.faellig ? vorn.toReversed() : vorn,
    sonst: da.filter((s) => !vorn.includes(s)),
  };
}

/** How the steps read in the course of events; what the second person decided by what was proposed before it. */
export function verlauf(schritte: Registerschritt<Gefaehrdungsschritt>[]): Verlaufseintrag[] {
  let vorschlag = '';
  return schritte.map(({ schritt: s, ...eintrag }) => {
    if (s.art === 'fassen' || s.art === 'aufhebung_vorschlagen') vorschlag = s.art;
    return {
      ...eintrag,
      titel: (vorschlag === 'aufhebung_vorschlagen' ? AUFHEBUNG[s.art] : undefined) ?? GETAN[s.art],
      tag: 'am' in s ? s.am : null,
      einzelheiten: einzelheiten(s),
    };
  });
}

function einzelheiten(s: Gefaehrdungsschritt): string[] {
  switch (s.art) {
    case 'fassen':
      return s.grund === '' ? [] : [`Grund: ${s.grund}`];
    case 'bestaetigen':
      return [];
    case 'zurueckgeben':
    case 'aufhebung_vorschlagen':
    case 'aufheben':
      return [`Grund: ${s.grund}`];
    case 'ueberpruefen':
      return [s.vermerk, `Nächste Überprüfung bis ${datum(s.naechste)}`];
  }
}
