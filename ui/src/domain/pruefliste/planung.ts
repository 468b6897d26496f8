/** Planning runs: who may answer them, and what stands in the form at first. */
import type {
  DurchgangAnlegen,
  Durchgangsrahmen,
  Ebene,
  OrganisationUebersicht,
  Planvorschlag,
  Pruefgebiet,
  PruefkatalogZeile,
  Rolle,
} from '../../ipc/bindings';
import { verschiebe } from '../../shared/eingabe';
import type { Option } from '../../shared/feld';
import { rollentitel } from '../verwaltung/rollen';
import { einheitWert } from './liste';
import { EBENE } from './worte';

/**
 * Functions that may answer a list of a kind for such a unit. The rule is the core's (`zustaendige` and `geprueft` in
 * core/src/pruefliste/durchgang.rs); here it only keeps what the core would refuse out of the select.
 */
export function zustaendige(gebiet: Pruefgebiet, ebene: Ebene): Rolle[] {
  const eigene: Partial<Record<Pruefgebiet, Rolle>> = {
    datenschutz: 'datenschutz',
    korruption: 'korruptionspraevention',
  };
  const zuerst = eigene[gebiet];
  return [
    ...(zuerst ? [zuerst] : []),
    'qualitaetsmanagement',
    ...(ebene === 'team' ? (['teamleitung'] as const) : []),
    'bereichsleitung',
    'geschaeftsfuehrung',
  ];
}

export const rollenwahl = (gebiet: Pruefgebiet, ebene: Ebene): Option[] =>
  zustaendige(gebiet, ebene).map((wert) => ({ wert, text: rollentitel(wert) }));

/** Who usually answers: the lead of a team for its team, else the officer of the kind. */
export const ueblich = (gebiet: Pruefgebiet, ebene: Ebene): Rolle =>
  ebene === 'team' ? 'teamleitung' : (zustaendige(gebiet, ebene)[0] ?? 'qualitaetsmanagement');

/** The house, its sites, its teams. */
export function einheiten(o: Pick<OrganisationUebersicht, 'standorte' | 'teams'>): Option[] {
  return [
    { wert: 'haus', text: 'Das ganze Haus' },
    ...o.standorte.map((s) => ({
      wert: einheitWert('standort', s.id),
      text: `${EBENE.standort}: ${s.name}`,
    })),
    ...o.teams.map((t) => ({ wert: einheitWert('team', t.id), text: `${EBENE.team}: ${t.name}` })),
  ];
}

/** Catalogues that can be planned: in use, with a released version. */
export const planbar = (zeilen: PruefkatalogZeile[]): PruefkatalogZeile[] =>
  zeilen.filter((z) => z.katalog.aktiv && z.fassungen.some((f) => f.freigegeben_von !== null));

/** Days after the end of a period in which a run is answered, as in the core's proposals. */
const BEARBEITUNG = 30;

export const faelligNach = (bis: string): string => verschiebe(bis, BEARBEITUNG, 'T');

/**
 * The period of the next run: from the day after the last one, or the twelve months until today; never more than
 * twelve months, as the core proposes.
 */
export function naechsterZeitraum(zuletzt: string | null, heute: string): { von: string; bis: string } {
  const bis = zuletzt !== null && zuletzt >= heute ? verschiebe(zuletzt, 1, 'J') : heute;
  const anfang = verschiebe(verschiebe(bis, -1, 'J'), 1, 'T');
  const danach = zuletzt === null ? anfang : verschiebe(zuletzt, 1, 'T');
  return { von: danach > anfang ? danach : anfang, bis };
}

/** Until when the plan reaches at first: this year, or the next one too once the year ends. */
export function planende(heute: string): string {
  const jahr = Number(heute.slice(0, 4));
  return `${heute.slice(5) >= '10-01' ? jahr + 1 : jahr}-12-31`;
}

/** What tells one proposal from the others. */
export const vorschlagId = (v: Planvorschlag): string =>
  `${v.katalog_id} ${einheitWert(v.rahmen.ebene, v.rahmen.einheit_id)}`;

/** What a person set differently in the table of proposals. */
export type Abweichend = Partial<Pick<Durchgangsrahmen, 'rolle' | 'faellig_am'>>;

/** The chosen proposals as runs, with what was set differently. */
export const ausVorschlaegen = (
  vorschlaege: Planvorschlag[],
  gewaehlt: ReadonlySet<string>,
  anders: Readonly<Record<string, Abweichend>>,
): DurchgangAnlegen[] =>
  vorschlaege
    .filter((v) => gewaehlt.has(vorschlagId(v)))
    .map((v) => ({
      katalog_id: v.katalog_id,
      rahmen: { ...v.rahmen, ...anders[vorschlagId(v)] },
      alle_fragen: false,
    }));

/** All functions that answer lists, for the filter. */
export const ROLLEN_DER_LISTEN: Rolle[] = [
  ...new Set((['datenschutz', 'korruption'] as const).flatMap((g) => zustaendige(g, 'team'))),
];
