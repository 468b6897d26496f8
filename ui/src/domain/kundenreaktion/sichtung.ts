/**
 * The triage as a form holds it, and what is sent. Fields that are null follow the ticket until somebody changes them,
 * so that nothing is typed twice.
 */
import type {
  Eingangsform,
  Kanal,
  Rechtsbehelfsbelehrung,
  Rechtsbehelfshinweis,
  Sichtungsantwort,
  Verfahrensart,
  WiderspruchAusReaktion,
} from '../../ipc/bindings';
import { mitBescheidweg } from '../widerspruch/angaben';
import { bekanntgabeAus, leererWeg, type Wegeingabe } from '../widerspruch/bekanntgabe';

export interface Sichtungseingabe {
  /** 'ja' or 'nein'; empty as long as nobody has answered. */
  rechtsbehelf: string;
  begruendung: string;
  datenschutz: boolean;
  art: string;
  gegenstand: string;
  bescheid_am: string | null;
  weg: Wegeingabe;
  belehrung: string;
  elektronische_form_genannt: boolean;
  /** Of the Rechtsbehelf; asked only where it may have come in later than the reaction. */
  eingang: string | null;
  eingang_andere_stelle: string | null;
  form: string | null;
  sachgebiet: string | null;
  team_id: string | null;
  fallnummer: string | null;
  name: string | null;
}

/** What the triage takes over from the ticket. */
export interface Sichtungsquelle {
  betreff: string;
  schilderung: string;
  kanal: string;
  /** Of the first Anliegen; empty: none. */
  sachgebiet: string;
  team_id: string;
  fallnummer: string;
  name: string;
  /** Day of receipt, if somebody has looked through it before; null: this is the first time. */
  erneut_seit: string | null;
  /** Hints in what came in since. */
  spaeteres: Rechtsbehelfshinweis[];
}

/** Unanswered. How the decision became known is rarely known at the desk, so it starts as not known. */
export const leereSichtung = (): Sichtungseingabe => ({
  rechtsbehelf: '',
  begruendung: '',
  datenschutz: false,
  art: 'widerspruch',
  gegenstand: '',
  bescheid_am: null,
  weg: { ...leererWeg(), weg: '' },
  belehrung: 'ordnungsgemaess',
  elektronische_form_genannt: false,
  eingang: null,
  eingang_andere_stelle: null,
  form: null,
  sachgebiet: null,
  team_id: null,
  fallnummer: null,
  name: null,
});

/**
 * The form that a channel suggests; empty where it says nothing: a portal may or may not replace the signature (§ 36a
 * SGB I). At the desk a Widerspruch is taken down in writing.
 */
const FORM: Record<Kanal, Eingangsform | ''> = {
  schriftlich: 'schriftlich',
  telefonisch: 'telefonisch',
  persoenlich: 'niederschrift',
  online: '',
  e_mail: 'einfache_mail',
  meinungskarte: 'schriftlich',
  andere_stelle: 'schriftlich',
};

/** What the form shows: what was typed, else what follows from the ticket. */
export function uebernommen(e: Sichtungseingabe, q: Sichtungsquelle) {
  return {
    form: e.form ?? FORM[q.kanal as Kanal] ?? '',
    sachgebiet: e.sachgebiet ?? q.sachgebiet,
    team_id: e.team_id ?? q.team_id,
    fallnummer: e.fallnummer ?? q.fallnummer,
    name: e.name ?? q.name,
  };
}

/** What is looked through, as the core does it; it takes 10,200 characters. */
export const durchzusehen = (q: Pick<Sichtungsquelle, 'betreff' | 'schilderung'>) =>
  `${q.betreff}\n${q.schilderung}`.trim().slice(0, 10_200);

function widerspruchAus(e: Sichtungseingabe, q: Sichtungsquelle): WiderspruchAusReaktion {
  const { form, team_id, ...weitere } = uebernommen(e, q);
  const mitWeg = mitBescheidweg(e.art);
  return {
    ...weitere,
    art: e.art as Verfahrensart,
    gegenstand: e.gegenstand,
    bescheid_am: e.bescheid_am,
    bekanntgabe: mitWeg ? bekanntgabeAus(e.weg) : null,
    belehrung: mitWeg ? (e.belehrung as Rechtsbehelfsbelehrung) : 'ordnungsgemaess',
    elektronische_form_genannt:
      !mitWeg || (e.belehrung === 'ordnungsgemaess' && e.elektronische_form_genannt),
    form: form as Eingangsform,
    eingang: q.erneut_seit === null ? null : e.eingang,
    eingang_andere_stelle: q.kanal === 'andere_stelle' ? e.eingang_andere_stelle : null,
    team_id: team_id || null,
  };
}

/** What is sent; null while the question is not answered. */
export function antwortAus(e: Sichtungseingabe, q: Sichtungsquelle): Sichtungsantwort | null {
  if (e.rechtsbehelf === '') return null;
  const ja = e.rechtsbehelf === 'ja';
  return {
    sichtung: { rechtsbehelf: ja, begruendung: ja ? '' : e.begruendung, datenschutz: e.datenschutz },
    widerspruch: ja ? widerspruchAus(e, q) : null,
  };
}
