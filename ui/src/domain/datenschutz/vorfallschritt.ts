/** The steps of a breach: what each asks for, what is sent, which comes first, and how it reads afterwards. */
import type {
  Benachrichtigungsausnahme,
  Registerschritt,
  Risiko,
  Vorfalllage,
  Vorfallschritt,
  Vorfallschrittart,
} from '../../ipc/bindings';
import { datum, heute, uhrzeit } from '../../shared/format';
import type { Verlaufszeile } from '../../shared/schrittverlauf';
import { AUSNAHME, RISIKO, SCHRITT } from './worte';

/** A correction follows from changing what was entered. */
export type Eigenschritt = Exclude<Vorfallschrittart, 'berichtigen'>;

/** The steps as they read once they are done. */
export const GETAN: Record<Vorfallschrittart, string> = {
  bewerten: 'Risiko bewertet',
  melden: 'An den BfDI gemeldet',
  nicht_melden: 'Ohne Meldung, mit Begründung',
  aufsicht_unterrichten: 'Aufsicht unterrichtet',
  benachrichtigen: 'Betroffene benachrichtigt',
  nicht_benachrichtigen: 'Ausnahme von der Benachrichtigung',
  massnahme_ableiten: 'Maßnahme eingetragen',
  nachmelden: 'Nachgemeldet',
  abschliessen: 'Abgeschlossen',
  wiederaufnehmen: 'Wieder aufgenommen',
  berichtigen: 'Angaben berichtigt',
};

export interface Schritteingabe {
  am: string | null;
  um: string | null;
  risiko: string;
  ausnahme: string;
  /** Why, what, how or to whom. */
  text: string;
  zeichen: string;
  verspaetung: string;
  bis: string | null;
}

/** Steps are usually entered when they happen. */
export const leererSchritt = (lage?: Vorfalllage): Schritteingabe => ({
  am: heute(),
  um: uhrzeit(),
  risiko: lage?.bewertung?.risiko ?? '',
  ausnahme: '',
  text: '',
  zeichen: '',
  verspaetung: '',
  bis: null,
});

interface Textwort {
  label: string;
  /** As the request names it. */
  name: string;
  laenge: number;
  zeilen: 1 | 3;
  hinweis?: string;
}

const OHNE_NAMEN = 'Bitte ohne Namen und Nummern';

const TEXT: Partial<Record<Vorfallschrittart, Textwort>> = {
  bewerten: {
    label: 'Begründung',
    name: 'schritt.begruendung',
    laenge: 1_000,
    zeilen: 3,
    hinweis: `Wie wahrscheinlich und wie schwer ein Schaden wäre. ${OHNE_NAMEN}.`,
  },
  nicht_melden: {
    label: 'Warum kein oder nur ein geringes Risiko besteht',
    name: 'schritt.begruendung',
    laenge: 500,
    zeilen: 3,
    hinweis: OHNE_NAMEN,
  },
  aufsicht_unterrichten: { label: 'Welche Behörde', name: 'schritt.stelle', laenge: 120, zeilen: 1 },
  benachrichtigen: {
    label: 'Auf welchem Weg',
    name: 'schritt.wie',
    laenge: 200,
    zeilen: 1,
    hinweis: 'Zum Beispiel: Brief an alle Betroffenen',
  },
  nicht_benachrichtigen: {
    label: 'Begründung',
    name: 'schritt.begruendung',
    laenge: 500,
    zeilen: 3,
    hinweis: OHNE_NAMEN,
  },
  massnahme_ableiten: {
    label: 'Was getan wird oder wurde',
    name: 'schritt.was',
    laenge: 300,
    zeilen: 3,
    hinweis: OHNE_NAMEN,
  },
  nachmelden: {
    label: 'Was nachgemeldet wurde',
    name: 'schritt.was',
    laenge: 500,
    zeilen: 3,
    hinweis: OHNE_NAMEN,
  },
  wiederaufnehmen: {
    label: 'Was neu bekannt wurde',
    name: 'schritt.grund',
    laenge: 300,
    zeilen: 3,
    hinweis: OHNE_NAMEN,
  },
};

export const textwort = (schritt: Vorfallschrittart): Textwort | null => TEXT[schritt] ?? null;

const TAGWORT: Partial<Record<Vorfallschrittart, string>> = {
  melden: 'Gemeldet am',
  aufsicht_unterrichten: 'Unterrichtet am',
  benachrichtigen: 'Benachrichtigt am',
  nachmelden: 'Nachgemeldet am',
  abschliessen: 'Abgeschlossen am',
  wiederaufnehmen: 'Wieder aufgenommen am',
};

/** What the day is called; null: the step has none. */
export const tagwort = (schritt: Vorfallschrittart) => TAGWORT[schritt] ?? null;

const ERKLAERUNG: Partial<Record<Vorfallschrittart, string>> = {
  bewerten:
    'Gefragt ist das Risiko für die Rechte und Freiheiten der betroffenen Personen. Wird mehr bekannt, bewerten Sie neu; die frühere Bewertung bleibt im Verlauf.',
  melden: 'IKS meldet nicht selbst. Tragen Sie ein, wann und mit welchem Zeichen die Meldung hinausging.',
  nicht_melden:
    'Nur bei keinem oder geringem Risiko (Art. 33 Abs. 1 DSGVO). Die Begründung steht im Verzeichnis, das der BfDI einsehen kann.',
  aufsicht_unterrichten:
    'Sind Sozialdaten betroffen, erfährt auch die Rechts- oder Fachaufsichtsbehörde von der Meldung (§ 83a SGB X).',
  benachrichtigen: 'Bei hohem Risiko unverzüglich und in klarer Sprache (Art. 34 DSGVO).',
  nicht_benachrichtigen: 'Nur in den drei Fällen des Art. 34 Abs. 3 DSGVO.',
  massnahme_ableiten:
    'Abhilfe und Vorbeugung (Art. 33 Abs. 3 Buchst. d DSGVO). Ohne Tag gilt sie als erledigt.',
  nachmelden:
    'Was bei der Meldung noch nicht bekannt war, folgt ohne weitere Verzögerung (Art. 33 Abs. 4 DSGVO).',
  abschliessen: 'Danach ist nichts mehr zu tun. Der Vorfall bleibt im Verzeichnis.',
  wiederaufnehmen: 'Alles bisher Eingetragene bleibt und gilt weiter.',
};

export const erklaerung = (schritt: Vorfallschrittart) => ERKLAERUNG[schritt] ?? null;

/** What is sent for a step. */
export function schrittAus(art: Eigenschritt, e: Schritteingabe): Vorfallschritt {
  const am = e.am ?? '';
  switch (art) {
    case 'bewerten':
      return { art, risiko: e.risiko as Risiko, begruendung: e.text };
    case 'melden':
      return { art, am, um: `${e.um ?? ''}:00`, zeichen: e.zeichen, verspaetung: e.verspaetung };
    case 'nicht_melden':
      return { art, begruendung: e.text };
    case 'aufsicht_unterrichten':
      return { art, am, stelle: e.text };
    case 'benachrichtigen':
      return { art, am, wie: e.text };
    case 'nicht_benachrichtigen':
      return { art, ausnahme: e.ausnahme as Benachrichtigungsausnahme, begruendung: e.text };
    case 'massnahme_ableiten':
      return { art, was: e.text, bis: e.bis };
    case 'nachmelden':
      return { art, am, was: e.text };
    case 'abschliessen':
      return { art, am };
    case 'wiederaufnehmen':
      return { art, am, grund: e.text };
  }
}

/** What leads on in the order of the law, the first one the main action; the rest stands apart. */
export function aufteilen(
  moeglich: Vorfallschrittart[],
  lage: Vorfalllage,
): { weiter: Eigenschritt[]; sonst: Eigenschritt[] } {
  const risiko = lage.bewertung?.risiko;
  const gemeldet = lage.meldung?.art === 'gemeldet';
  const meldepflichtig = risiko === 'risiko' || risiko === 'hoch';
  const fuehrt: Record<Eigenschritt, boolean> = {
    bewerten: lage.bewertung === null,
    // Before the risk is assessed a first report in haste is still possible.
    melden: lage.meldung === null && (meldepflichtig || risiko === undefined),
    nicht_melden: true,
    aufsicht_unterrichten: gemeldet,
    benachrichtigen: risiko === 'hoch' && lage.betroffene === null,
    nicht_benachrichtigen: true,
    abschliessen: true,
    massnahme_ableiten: false,
    nachmelden: false,
    wiederaufnehmen: false,
  };
  const eigene = moeglich.filter((s) => s !== 'berichtigen');
  const weiter = eigene.filter((s) => fuehrt[s]);
  const vorn = (['bewerten', 'melden', 'nicht_melden', 'abschliessen'] as const).find((s) =>
    weiter.includes(s),
  );
  return {
    weiter: vorn ? [vorn, ...weiter.filter((s) => s !== vorn)] : weiter,
    sonst: eigene.filter((s) => !fuehrt[s]),
  };
}

/** What people read on the button: what was done once reads differently the second time. */
export const knopftext = (schritt: Vorfallschrittart, lage: Vorfalllage) =>
  schritt === 'bewerten' && lage.bewertung ? 'Risiko neu bewerten' : SCHRITT[schritt];

/** How a step reads in the course of events. */
export const verlaufszeile = ({ schritt: s }: Registerschritt<Vorfallschritt>): Verlaufszeile => ({
  titel: GETAN[s.art],
  tag: 'am' in s ? s.am : null,
  einzelheiten: einzelheiten(s),
});

function einzelheiten(s: Vorfallschritt): string[] {
  switch (s.art) {
    case 'bewerten':
      return [`Ergebnis: ${RISIKO[s.risiko].text}`, `Begründung: ${s.begruendung}`];
    case 'melden':
      return [
        `um ${s.um.slice(0, 5)} Uhr${s.zeichen ? `, Zeichen ${s.zeichen}` : ''}`,
        ...(s.verspaetung ? [`Verspätet, weil: ${s.verspaetung}`] : []),
      ];
    case 'nicht_melden':
      return [`Begründung: ${s.begruendung}`];
    case 'aufsicht_unterrichten':
      return [s.stelle];
    case 'benachrichtigen':
      return [s.wie];
    case 'nicht_benachrichtigen':
      return [AUSNAHME[s.ausnahme], `Begründung: ${s.begruendung}`];
    case 'massnahme_ableiten':
      return [s.bis === null ? `${s.was} (erledigt)` : `${s.was}, bis ${datum(s.bis)}`];
    case 'nachmelden':
      return [s.was];
    case 'wiederaufnehmen':
      return [`Grund: ${s.grund}`];
    case 'berichtigen':
      return [s.was, `Begründung: ${s.begruendung}`];
    case 'abschliessen':
      return [];
  }
}
