/** Which programme is looked at, and what its cells say. The core decides states; here they are put into words. */
import type {
  Monatsstand,
  Monatszelle,
  Programmausfall,
  Programmkopf,
  Programmstand,
  Programmzeilenstand,
} from '../../ipc/bindings';
import { anzahl, zahl } from '../../shared/format';
import type { Statusart } from '../../shared/Status.svelte';
import { MONATSSTAND } from './worte';

/** Years with a programme, newest first. */
export const jahre = (koepfe: Programmkopf[]): number[] =>
  [...new Set(koepfe.map((k) => k.jahr))].toSorted((a, b) => b - a);

const RANG: Record<Programmstand, number> = {
  gueltig: 0,
  vorgelegt: 1,
  entwurf: 2,
  ersetzt: 3,
  verworfen: 4,
};

/** The Fassung that a year opens with: the one that holds, else what is being worked on. */
export function kopfDesJahres(koepfe: Programmkopf[], jahr: number): Programmkopf | null {
  const eigene = koepfe
    .filter((k) => k.jahr === jahr)
    .toSorted((a, b) => RANG[a.stand] - RANG[b.stand] || b.fassung - a.fassung);
  return eigene[0] ?? null;
}

/** The year that opens first: the newest that runs or ran with a programme, else the next one that holds, else any. */
export function erstesJahr(koepfe: Programmkopf[], heuriges: number): number | null {
  const gueltig = jahre(koepfe.filter((k) => k.stand === 'gueltig'));
  return gueltig.find((j) => j <= heuriges) ?? gueltig.at(-1) ?? jahre(koepfe)[0] ?? null;
}

/** What stands above a Fassung that is not the one to go by. */
export function fassungshinweis(
  kopf: Pick<Programmkopf, 'fassung' | 'stand'>,
  fassungen: Programmkopf[],
): { text: string; fassung: number } | null {
  const gueltige = fassungen.find((k) => k.stand === 'gueltig');
  const offene = fassungen.find((k) => k.stand === 'entwurf' || k.stand === 'vorgelegt');
  if (kopf.stand === 'ersetzt' && gueltige) {
    return {
      text: `Diese Fassung ist ersetzt. Es gilt Fassung ${gueltige.fassung}.`,
      fassung: gueltige.fassung,
    };
  }
  if (kopf.stand === 'gueltig' && offene) {
    const was = offene.stand === 'vorgelegt' ? 'liegt zur Freigabe vor' : 'wird vorbereitet';
    return {
      text: `Fassung ${offene.fassung} ${was}. Bis zu ihrer Freigabe gilt diese.`,
      fassung: offene.fassung,
    };
  }
  if ((kopf.stand === 'entwurf' || kopf.stand === 'vorgelegt') && gueltige) {
    return {
      text: `Bis zur Freigabe gilt Fassung ${gueltige.fassung}.`,
      fassung: gueltige.fassung,
    };
  }
  return null;
}

/** Before the release only the plan counts, and nothing can have been done by it. */
export const nurPlan = (stand: Programmstand): boolean =>
  stand === 'entwurf' || stand === 'vorgelegt' || stand === 'verworfen';

/** How a cell is marked: symbol and kind beside its figures. */
export interface Zellmarke {
  symbol: string | null;
  art: Statusart;
}

const MARKE: Record<Monatsstand, Zellmarke> = {
  frei: { symbol: null, art: 'neutral' },
  kuenftig: { symbol: null, art: 'neutral' },
  faellig: { symbol: 'calendar-today', art: 'info' },
  in_arbeit: { symbol: 'edit', art: 'info' },
  erledigt: { symbol: 'check', art: 'erfolg' },
  weniger: { symbol: 'arrow-down', art: 'warnung' },
  ausgefallen: { symbol: 'close', art: 'neutral' },
  versaeumt: { symbol: 'danger', art: 'gefahr' },
};

/** Late work is marked like a warning. */
export const zellmarke = (z: Pick<Monatszelle, 'stand' | 'ueberfaellig'>): Zellmarke =>
  z.stand === 'in_arbeit' && z.ueberfaellig ? { symbol: 'warning', art: 'warnung' } : MARKE[z.stand];

/** Each mark with its word, in the order of a month's life. */
export const LEGENDE: { marke: Zellmarke; text: string }[] = [
  { marke: MARKE.faellig, text: MONATSSTAND.faellig.text },
  { marke: MARKE.in_arbeit, text: MONATSSTAND.in_arbeit.text },
  { marke: zellmarke({ stand: 'in_arbeit', ueberfaellig: true }), text: 'in Prüfung, überfällig' },
  { marke: MARKE.erledigt, text: MONATSSTAND.erledigt.text },
  { marke: MARKE.weniger, text: MONATSSTAND.weniger.text },
  { marke: MARKE.ausgefallen, text: MONATSSTAND.ausgefallen.text },
  { marke: MARKE.versaeumt, text: MONATSSTAND.versaeumt.text },
];

/** `in Prüfung, überfällig`. What was missed is late by its own word. */
export function standtext(z: Pick<Monatszelle, 'stand' | 'ueberfaellig'>): string {
  const spaet = z.ueberfaellig && z.stand !== 'versaeumt';
  return `${MONATSSTAND[z.stand].text}${spaet ? ', überfällig' : ''}`;
}

/** `12 von 15 geprüft, in Prüfung, überfällig`. */
export function zellentext(z: Monatszelle): string {
  if (z.stand === 'frei') return MONATSSTAND.frei.text;
  if (z.stand === 'kuenftig')
    return `${anzahl(z.geplant, 'Fall', 'Fälle')} geplant, ${MONATSSTAND.kuenftig.text}`;
  const zahlen = `${zahl(z.geprueft)} von ${zahl(z.geplant)} geprüft`;
  return z.stand === 'erledigt' ? zahlen : `${zahlen}, ${standtext(z)}`;
}

/** `12/15`; a dash where nothing is planned or done. */
export function zellenzahl(z: Pick<Monatszelle, 'geplant' | 'geprueft' | 'gezogen'>): string {
  return z.geplant === 0 && z.gezogen === 0 ? '–' : `${z.geprueft}/${z.geplant}`;
}

export interface Summe {
  geplant: number;
  gezogen: number;
  geprueft: number;
}

/** Figures added up. */
export const summe = (zellen: Summe[]): Summe =>
  zellen.reduce<Summe>(
    (s, z) => ({
      geplant: s.geplant + z.geplant,
      gezogen: s.gezogen + z.gezogen,
      geprueft: s.geprueft + z.geprueft,
    }),
    { geplant: 0, gezogen: 0, geprueft: 0 },
  );

/** A month of a theme, for its page; `monat` from 1. */
export function monatsteams(zeile: Programmzeilenstand, monat: number, ausfaelle: Programmausfall[]) {
  return zeile.teams.flatMap((t) => {
    const zelle = t.monate[monat - 1];
    if (!zelle || zelle.stand === 'frei') return [];
    const ausfall = ausfaelle.find(
      (x) => x.monat === monat && x.team_id === t.team_id && x.thema_id === zeile.schluessel.thema_id,
    );
    return [{ team_id: t.team_id, name: t.name, zelle, ausfall: ausfall ?? null }];
  });
}

export type Monatsteam = ReturnType<typeof monatsteams>[number];

/** Teams for which a reason can be recorded: less is drawn than planned, and nobody said why. What is drawn gets checked. */
export const ohneGrund = (teams: Monatsteam[]): Monatsteam[] =>
  teams.filter((t) => t.zelle.geplant > t.zelle.gezogen && t.ausfall === null);

/** Whether a check of the month would have a team. */
export const brauchtPruefung = (teams: Monatsteam[]): boolean =>
  teams.some((t) => t.zelle.geplant > 0 && t.ausfall === null);

/** `3 Themen in 8 Teams, 1.440 Fälle im Jahr.` What somebody signs. */
export function programmsatz(d: { zeilen: Pick<Programmzeilenstand, 'teams'>[] }): string {
  const teams = new Set(d.zeilen.flatMap((z) => z.teams.map((t) => t.team_id)));
  const faelle = summe(d.zeilen.flatMap((z) => z.teams.flatMap((t) => t.monate))).geplant;
  return `${anzahl(d.zeilen.length, 'Thema', 'Themen')} in ${anzahl(teams.size, 'Team', 'Teams')}, ${anzahl(faelle, 'Fall', 'Fälle')} im Jahr.`;
}
