/** The entry of a procedure as a form holds it, and the requests that come from it. */
import type {
  AufschiebendeWirkung,
  Eingangsform,
  Klarangaben,
  Rechtsbehelfsbelehrung,
  Verfahren,
  Verfahrensangaben,
  Verfahrensart,
} from '../../ipc/bindings';
import type { Bearbeitungsfeld } from '../../shared/bearbeitung.svelte';
import { datum } from '../../shared/format';
import { bekanntgabeAus, imAusland, leererWeg, wegAus, wegText, type Wegeingabe } from './bekanntgabe';
import { ART, AUFSCHUB, BELEHRUNG, FORM, formGenuegt, gerichtlich } from './worte';

export interface Adresseingabe {
  /** Only for the list in the window. */
  schluessel: string;
  weg: Wegeingabe;
  eingang: string | null;
}

/** Plain data stand beside the rest, each field by itself: two people may change different ones of them. */
export interface Verfahrenseingabe extends Klarangaben {
  art: string;
  gegenstand: string;
  bescheid_am: string | null;
  weg: Wegeingabe;
  ausland: boolean;
  belehrung: string;
  elektronische_form_genannt: boolean;
  andere_stelle_beteiligt: boolean;
  eingang_andere_stelle: string | null;
  andere_stelle: string;
  eingang: string | null;
  form: string;
  form_nachgeholt_am: string | null;
  bevollmaechtigt: boolean;
  aufschiebende_wirkung: string;
  mahnsperre_am: string | null;
  begruendung_bis: string | null;
  begruendung_am: string | null;
  sachgebiet: string;
  team_id: string;
  vermerk: string;
  weitere: Adresseingabe[];
}

export const leereKlarangaben = (): Klarangaben => ({
  fallnummer: '',
  name: '',
  az_gericht: '',
  vertretung: '',
  az_vertretung: '',
});

export function leereEingabe(): Verfahrenseingabe {
  return {
    art: 'widerspruch',
    gegenstand: '',
    bescheid_am: null,
    weg: leererWeg(),
    ausland: false,
    belehrung: 'ordnungsgemaess',
    elektronische_form_genannt: false,
    andere_stelle_beteiligt: false,
    eingang_andere_stelle: null,
    andere_stelle: '',
    eingang: null,
    form: 'schriftlich',
    form_nachgeholt_am: null,
    bevollmaechtigt: false,
    aufschiebende_wirkung: 'offen',
    mahnsperre_am: null,
    begruendung_bis: null,
    begruendung_am: null,
    sachgebiet: '',
    team_id: '',
    vermerk: '',
    weitere: [],
    ...leereKlarangaben(),
  };
}

let zaehler = 0;

/** One more addressee, known by the same way as the first one. */
export const leererAdressat = (weg: Wegeingabe = leererWeg()): Adresseingabe => ({
  schluessel: `a${++zaehler}`,
  weg: { ...weg },
  eingang: null,
});

/** A stored procedure for the form. */
export function eingabeAus(v: Verfahren, klar: Klarangaben | null): Verfahrenseingabe {
  const a = v.angaben;
  return {
    ...a,
    art: v.art,
    weg: wegAus(a.bekanntgabe),
    andere_stelle_beteiligt: a.eingang_andere_stelle !== null,
    team_id: a.team_id ?? '',
    // Numbered, so that two readings of the same state are equal.
    weitere: a.weitere.map((w, i) => ({
      schluessel: `g${i}`,
      weg: wegAus(w.bekanntgabe),
      eingang: w.eingang,
    })),
    ...(klar ?? leereKlarangaben()),
  };
}

/** A new procedure that comes from another one: same person, same decision, same receipt. */
export function uebernommen(v: Verfahren, klar: Klarangaben | null, art: Verfahrensart): Verfahrenseingabe {
  return {
    ...eingabeAus(v, klar),
    art,
    mahnsperre_am: null,
    aufschiebende_wirkung: 'offen',
    begruendung_bis: null,
    begruendung_am: null,
    vermerk: '',
    weitere: [],
  };
}

/** Whether the way in which the decision became known matters for this kind. */
export const mitBescheidweg = (art: string) => art === 'widerspruch' || art === 'klage';

/** What is sent; null while the receipt is missing. Fields that the choices hide are sent as empty. */
export function angabenAus(e: Verfahrenseingabe): Verfahrensangaben | null {
  if (e.eingang === null) return null;
  const mitWeg = mitBescheidweg(e.art);
  const gericht = gerichtlich(e.art as Verfahrensart);
  return {
    gegenstand: e.gegenstand,
    bescheid_am: e.bescheid_am,
    bekanntgabe: mitWeg ? bekanntgabeAus(e.weg) : null,
    ausland: mitWeg && imAusland(e.weg.weg, e.ausland),
    belehrung: mitWeg ? (e.belehrung as Rechtsbehelfsbelehrung) : 'ordnungsgemaess',
    elektronische_form_genannt:
      !mitWeg || (e.belehrung === 'ordnungsgemaess' && e.elektronische_form_genannt),
    eingang_andere_stelle: e.andere_stelle_beteiligt ? e.eingang_andere_stelle : null,
    andere_stelle: e.andere_stelle_beteiligt ? e.andere_stelle : '',
    eingang: e.eingang,
    form: gericht ? 'schriftlich' : (e.form as Eingangsform),
    form_nachgeholt_am: gericht || formGenuegt(e.form as Eingangsform) ? null : e.form_nachgeholt_am,
    bevollmaechtigt: e.bevollmaechtigt,
    aufschiebende_wirkung: e.aufschiebende_wirkung as AufschiebendeWirkung,
    mahnsperre_am: e.mahnsperre_am,
    begruendung_bis: e.begruendung_bis,
    begruendung_am: e.begruendung_am,
    sachgebiet: e.sachgebiet,
    team_id: e.team_id || null,
    vermerk: e.vermerk,
    weitere: mitWeg
      ? e.weitere.flatMap(({ weg, eingang }) => {
          const bekanntgabe = bekanntgabeAus(weg);
          return bekanntgabe ? [{ bekanntgabe, eingang }] : [];
        })
      : [],
  };
}

/** What only the Widerspruchsstelle sees; what the choices hide is sent as empty. */
export function klarAus(e: Verfahrenseingabe): Klarangaben {
  return {
    fallnummer: e.fallnummer,
    name: e.name,
    az_gericht: gerichtlich(e.art as Verfahrensart) ? e.az_gericht : '',
    vertretung: e.bevollmaechtigt ? e.vertretung : '',
    az_vertretung: e.bevollmaechtigt ? e.az_vertretung : '',
  };
}

/** The request for the preview; null while the days it needs are missing. */
export function vorschaufrage(e: Verfahrenseingabe) {
  const angaben = angabenAus(e);
  if (angaben === null || (e.art === 'widerspruch' && angaben.bekanntgabe === null)) return null;
  return { art: e.art as Verfahrensart, angaben };
}

const jaNein = (wert: boolean) => (wert ? 'ja' : 'nein');

/** What a conflict shows of a procedure: every field that can be typed. */
export const konfliktfelder = (
  sachgebiet: (kennung: string) => string,
  team: (id: string) => string,
): Bearbeitungsfeld<Verfahrenseingabe>[] => [
  { name: 'fallnummer', titel: 'Fallnummer', text: (e) => e.fallnummer },
  { name: 'name', titel: 'Name', text: (e) => e.name },
  { name: 'az_gericht', titel: 'Aktenzeichen des Gerichts', text: (e) => e.az_gericht },
  { name: 'bevollmaechtigt', titel: 'Bevollmächtigt', text: (e) => jaNein(e.bevollmaechtigt) },
  { name: 'vertretung', titel: 'Bevollmächtigte Person', text: (e) => e.vertretung },
  { name: 'az_vertretung', titel: 'Aktenzeichen der bevollmächtigten Person', text: (e) => e.az_vertretung },
  { name: 'gegenstand', titel: 'Gegenstand', text: (e) => e.gegenstand },
  { name: 'bescheid_am', titel: 'Bescheid vom', text: (e) => datum(e.bescheid_am) },
  { name: 'weg', titel: 'Bekanntgabe', text: (e) => wegText(bekanntgabeAus(e.weg)) },
  { name: 'ausland', titel: 'Bekanntgabe im Ausland', text: (e) => jaNein(e.ausland) },
  {
    name: 'belehrung',
    titel: 'Rechtsbehelfsbelehrung',
    text: (e) => BELEHRUNG[e.belehrung as Rechtsbehelfsbelehrung],
  },
  {
    name: 'elektronische_form_genannt',
    titel: 'Elektronische Form genannt',
    text: (e) => jaNein(e.elektronische_form_genannt),
  },
  { name: 'eingang', titel: 'Eingang im Haus', text: (e) => datum(e.eingang) },
  {
    name: 'eingang_andere_stelle',
    titel: 'Eingang bei anderer Stelle',
    text: (e) => datum(e.eingang_andere_stelle),
  },
  { name: 'andere_stelle', titel: 'Andere Stelle', text: (e) => e.andere_stelle },
  { name: 'form', titel: 'Form', text: (e) => FORM[e.form as Eingangsform] },
  { name: 'form_nachgeholt_am', titel: 'Form nachgeholt am', text: (e) => datum(e.form_nachgeholt_am) },
  {
    name: 'aufschiebende_wirkung',
    titel: 'Aufschiebende Wirkung',
    text: (e) => AUFSCHUB[e.aufschiebende_wirkung as AufschiebendeWirkung],
  },
  { name: 'mahnsperre_am', titel: 'Mahnsperre seit', text: (e) => datum(e.mahnsperre_am) },
  { name: 'begruendung_bis', titel: 'Begründung erbeten bis', text: (e) => datum(e.begruendung_bis) },
  { name: 'begruendung_am', titel: 'Begründung eingegangen', text: (e) => datum(e.begruendung_am) },
  { name: 'vermerk', titel: 'Vermerk', text: (e) => e.vermerk },
  { name: 'sachgebiet', titel: 'Sachgebiet', text: (e) => sachgebiet(e.sachgebiet) },
  { name: 'team_id', titel: 'Team', text: (e) => team(e.team_id) },
  {
    name: 'weitere',
    titel: 'Weitere Adressaten',
    text: (e) => e.weitere.map((w) => `${wegText(bekanntgabeAus(w.weg))} ${datum(w.eingang)}`).join('; '),
  },
];

const RECHTSBEHELF: Record<Verfahrensart, { gegenstand: string; eingang: string }> = {
  widerspruch: { gegenstand: 'Angefochtener Bescheid', eingang: 'Eingang im Haus' },
  ueberpruefung: { gegenstand: 'Zu überprüfender Bescheid', eingang: 'Eingang im Haus' },
  klage: { gegenstand: 'Gegenstand der Klage', eingang: 'Eingang beim Gericht' },
  eilverfahren: { gegenstand: 'Gegenstand des Antrags', eingang: 'Eingang beim Gericht' },
};

/** Words of the form that depend on the kind. */
export const formworte = (art: string) => RECHTSBEHELF[art as Verfahrensart] ?? RECHTSBEHELF.widerspruch;

/** Heading of a procedure. */
export const verfahrenstitel = (v: Pick<Verfahren, 'nummer' | 'art'>) => `${v.nummer} ${ART[v.art]}`;
