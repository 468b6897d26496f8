/** How a ticket reads on its own page. */
import type { Anliegen, Beitragsart, Kundenreaktion, ReaktionDetail } from '../../ipc/bindings';
import { datum } from '../../shared/format';
import { eingabeAus, quelleAus } from './angaben';
import { ANLIEGENART, ART, ERGEBNIS, KANAL, RUECKMELDUNG, URTEIL } from './worte';

export const BEITRAG: Record<Beitragsart, string> = {
  notiz: 'Notiz',
  zwischennachricht: 'Zwischennachricht',
  antwort: 'Antwort',
};

export const reaktionstitel = (k: Pick<Kundenreaktion, 'nummer'> & { angaben: { art: keyof typeof ART } }) =>
  `${k.nummer} ${ART[k.angaben.art]}`;

export interface Werteintrag {
  name: string;
  wert: string;
  mono?: boolean;
}

const eintrag = (name: string, wert: string | null | undefined | false): Werteintrag[] =>
  wert ? [{ name, wert }] : [];

/** Names of what an Anliegen refers to. */
export interface Titel {
  sachgebiet: (kennung: string) => string;
  ursache: (kennung: string) => string;
  team: (id: string) => string;
}

/** `Sachanliegen: Kosten der Unterkunft; Team Leistung 1; Ursache: lange Bearbeitung` */
export function anliegenText(a: { [K in keyof Anliegen]: string | null }, titel: Titel): string {
  const worum = [ANLIEGENART[a.art as Anliegen['art']], a.sachgebiet && titel.sachgebiet(a.sachgebiet)]
    .filter(Boolean)
    .join(': ');
  return [worum, a.team_id && titel.team(a.team_id), a.ursache && `Ursache: ${titel.ursache(a.ursache)}`]
    .filter(Boolean)
    .join('; ');
}

/** `18.11.2026, 09:30 Uhr` */
export const eingangText = ({ eingang, uhrzeit }: Kundenreaktion['angaben']) =>
  uhrzeit ? `${datum(eingang)}, ${uhrzeit.slice(0, 5)} Uhr` : datum(eingang);

export function angabenwerte({ angaben: a }: Kundenreaktion): Werteintrag[] {
  return [
    { name: 'Eingegangen', wert: eingangText(a) },
    { name: 'Kanal', wert: KANAL[a.kanal] },
    ...eintrag('Über', a.andere_stelle),
    { name: 'Antwort erwünscht', wert: a.antwort_erwuenscht ? 'ja' : 'nein' },
  ];
}

/** What it is about; each needs a whole line. */
export const anliegenwerte = ({ angaben: a }: Kundenreaktion, titel: Titel): Werteintrag[] =>
  a.anliegen.map((x, i) => ({
    name: a.anliegen.length > 1 ? `Anliegen ${i + 1}` : 'Anliegen',
    wert: anliegenText(x, titel),
  }));

/** What came of it. */
export function ausgangswerte(
  { lage: l }: Kundenreaktion,
  zeichen: (id: string | null) => string,
): Werteintrag[] {
  const b = l.beurteilung;
  const abgabe = l.ergebnis === 'abgegeben' && l.abgegeben_an ? ` an ${l.abgegeben_an}` : '';
  return [
    ...eintrag('Ergebnis', l.ergebnis && `${ERGEBNIS[l.ergebnis]} am ${datum(l.beantwortet_am)}${abgabe}`),
    ...eintrag(
      'Beurteilung',
      b &&
        (b.bestaetigt_von
          ? `${URTEIL[b.urteil]} (${zeichen(b.von)} und ${zeichen(b.bestaetigt_von)})`
          : `${URTEIL[b.urteil]}, vorgeschlagen von ${zeichen(b.von)}`),
    ),
    ...eintrag('Begründung', b?.begruendung),
    ...l.massnahmen.map((m, i) => ({
      name: l.massnahmen.length > 1 ? `Maßnahme ${i + 1}` : 'Maßnahme',
      wert: `${m.was}, bis ${datum(m.bis)}`,
    })),
    ...eintrag('Nachfrage', l.rueckmeldung && RUECKMELDUNG[l.rueckmeldung]),
    ...eintrag('Abgeschlossen', l.abschluss_am && datum(l.abschluss_am)),
  ];
}

/** What the triage takes over from a ticket that is there already. */
export const sichtungsquelle = ({
  reaktion,
  klar,
  spaetere_hinweise,
}: Pick<ReaktionDetail, 'reaktion' | 'klar' | 'spaetere_hinweise'>) => ({
  ...quelleAus(eingabeAus(reaktion, klar)),
  erneut_seit: jeGesichtet(reaktion) ? reaktion.angaben.eingang : null,
  spaeteres: spaetere_hinweise,
});

/** Somebody judged its text, whether that was taken back or not: from then on the text stays. */
export const jeGesichtet = (k: Pick<Kundenreaktion, 'schritte'>) =>
  k.schritte.some((s) => s.schritt.art === 'sichten');

/** What in a text to a person still stands in square brackets, each once. */
export const nochOffen = (text: string): string[] => [
  ...new Set([...text.matchAll(/\[([^[\]\n]+)\]/g)].map((m) => m[1] ?? '')),
];

/** A Textbaustein goes where nothing is yet, or below what was written. */
export const eingefuegt = (text: string, baustein: string) =>
  text.trim() === '' ? baustein : `${text.trimEnd()}\n\n${baustein}`;
