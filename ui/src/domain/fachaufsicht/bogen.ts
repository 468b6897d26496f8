/** Words and small sums of check sheets and Feststellungen. */
import type {
  Antwortwert,
  Art,
  BogenStand,
  FeststellungInhalt,
  FeststellungStand,
  Gegenpruefung,
  KorrekturStand,
  Luecke,
  Schwere,
  StellungnahmeAntwort,
  Wirkung,
  ZweitStand,
} from '../../ipc/bindings';
import type { Bogenantwort } from '../../shared/bogen/lauf.svelte';
import { anzahl } from '../../shared/format';
import type { Statusart } from '../../shared/Status.svelte';

/** Answers in the order of the sheet, each with the key that gives it. */
export const ANTWORTEN: Bogenantwort<Antwortwert>[] = [
  { wert: 'ja', text: 'Ja', taste: 'J' },
  { wert: 'nein', text: 'Nein', taste: 'N' },
  { wert: 'teilweise', text: 'Teilweise', taste: 'T' },
  { wert: 'nicht_anwendbar', text: 'Nicht anwendbar', taste: 'A' },
  { wert: 'nicht_pruefbar', text: 'Nicht prüfbar', taste: 'P' },
];

/** Name of an answer; without one it is open. */
export const antworttext = (wert: Antwortwert | undefined): string =>
  ANTWORTEN.find((a) => a.wert === wert)?.text ?? 'offen';

interface Stand {
  art: Statusart;
  text: string;
}

export const BOGENSTAND: Record<BogenStand, Stand> = {
  offen: { art: 'neutral', text: 'offen' },
  in_arbeit: { art: 'info', text: 'in Arbeit' },
  geprueft: { art: 'warnung', text: 'zur Gegenprüfung' },
  zurueckgegeben: { art: 'gefahr', text: 'zurückgegeben' },
  bestaetigt: { art: 'erfolg', text: 'bestätigt' },
  nicht_pruefbar: { art: 'neutral', text: 'nicht prüfbar' },
};

export const ZWEITSTAND: Record<ZweitStand, Stand> = {
  offen: { art: 'neutral', text: 'offen' },
  in_arbeit: { art: 'info', text: 'in Arbeit' },
  abgeschlossen: { art: 'erfolg', text: 'abgeschlossen' },
};

/** A sheet that needed no second person was not confirmed by one. */
export function bogenstand(stand: BogenStand, gegenpruefung: Gegenpruefung): Stand {
  return stand === 'bestaetigt' && gegenpruefung === 'keine'
    ? { art: 'erfolg', text: 'fertig' }
    : BOGENSTAND[stand];
}

export const GEGENPRUEFUNG: Record<Gegenpruefung, string> = {
  keine: 'keine Gegenprüfung nötig',
  betrag: 'Gegenprüfung wegen finanzieller Auswirkung',
  schwere: 'Gegenprüfung wegen schwerwiegender Feststellung',
  auswahl: 'Gegenprüfung durch Auswahl',
};

export const FESTSTELLUNGSTAND: Record<FeststellungStand, Stand> = {
  erfasst: { art: 'neutral', text: 'erfasst' },
  zur_stellungnahme: { art: 'info', text: 'zur Stellungnahme' },
  beantwortet: { art: 'info', text: 'anerkannt' },
  strittig: { art: 'warnung', text: 'strittig' },
  festgestellt: { art: 'erfolg', text: 'festgestellt' },
  zurueckgenommen: { art: 'neutral', text: 'zurückgenommen' },
};

export const KORREKTURSTAND: Record<KorrekturStand, Stand> = {
  offen: { art: 'warnung', text: 'offen' },
  erledigt: { art: 'info', text: 'erledigt, zu bestätigen' },
  bestaetigt: { art: 'erfolg', text: 'bestätigt' },
};

export const ART: Record<Art, string> = {
  materiell: 'materiell (Anspruch, Höhe, Dauer, Ermessen)',
  formell: 'formell (Anhörung, Begründung, Form, Frist)',
  dokumentation: 'Dokumentation (Nachweis fehlt in der E-Akte)',
  datenerfassung: 'Datenerfassung',
  datenschutz: 'Datenschutz',
};

export const WIRKUNG: Record<Wirkung, string> = {
  ueberzahlung: 'Überzahlung',
  unterzahlung: 'Unterzahlung',
  ohne: 'ohne finanzielle Auswirkung',
  nicht_bezifferbar: 'nicht bezifferbar',
};

export const SCHWERE: Record<Schwere, string> = {
  gering: 'gering',
  wesentlich: 'wesentlich',
  schwerwiegend: 'schwerwiegend',
};

export const STELLUNGNAHME: Record<StellungnahmeAntwort, string> = {
  anerkannt: 'anerkannt',
  teilweise: 'teilweise anerkannt',
  nicht_anerkannt: 'nicht anerkannt',
};

export { alsOptionen } from '../../shared/feld';

/** What a form edits: choices may still be empty. */
export interface Inhaltseingabe {
  art: string;
  wirkung: string;
  betrag_bund_cent: number | null;
  betrag_kommune_cent: number | null;
  haeufigkeit: string;
  zeitraum_von: string | null;
  zeitraum_bis: string | null;
  schwere: string;
  sachgebiet: string;
  ursache: string;
  text: string;
  korrektur_bis: string | null;
}

/** A new Feststellung before anything is entered. */
export function leererInhalt(): Inhaltseingabe {
  return {
    art: '',
    wirkung: '',
    betrag_bund_cent: null,
    betrag_kommune_cent: null,
    haeufigkeit: 'einmalig',
    zeitraum_von: null,
    zeitraum_bis: null,
    schwere: '',
    sachgebiet: '',
    ursache: '',
    text: '',
    korrektur_bis: null,
  };
}

/** Whether amounts belong to this effect. */
export function mitBetrag(wirkung: string): boolean {
  return wirkung === 'ueberzahlung' || wirkung === 'unterzahlung';
}

/** The entries as the core takes them; fields that are hidden are not sent. */
export function alsInhalt(e: Inhaltseingabe): FeststellungInhalt {
  const geld = mitBetrag(e.wirkung);
  return {
    ...e,
    betrag_bund_cent: geld ? (e.betrag_bund_cent ?? 0) : 0,
    betrag_kommune_cent: geld ? (e.betrag_kommune_cent ?? 0) : 0,
    haeufigkeit: geld ? e.haeufigkeit : 'einmalig',
  } as FeststellungInhalt;
}

/** `3 Antworten fehlen, 1 Feststellung fehlt`; empty when nothing is missing. */
export function offenesAls(luecken: Luecke[]): string {
  const n = (art: Luecke['art']) => luecken.filter((l) => l.art === art).length;
  const teile: string[] = [];
  const antworten = n('antwort');
  const feststellungen = n('feststellung');
  const zuviel = n('ueberzaehlig');
  if (antworten) teile.push(`${anzahl(antworten, 'Antwort fehlt', 'Antworten fehlen')}`);
  if (feststellungen) teile.push(`${anzahl(feststellungen, 'Feststellung fehlt', 'Feststellungen fehlen')}`);
  if (zuviel)
    teile.push(`${anzahl(zuviel, 'Feststellung passt', 'Feststellungen passen')} nicht zur Antwort`);
  return teile.join(', ');
}
