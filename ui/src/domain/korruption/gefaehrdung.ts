/** An entry of the Gefährdungsatlas as a form holds it, what is sent, and what the page shows of it. */
import type {
  Gefaehrdung,
  GefaehrdungDetail,
  Gefaehrdungsgrad,
  Gefaehrdungsinhalt,
  Gefaehrdungsmerkmal,
  Gefaehrdungsort,
  OrganisationUebersicht,
  Rotation,
  Sicherung,
} from '../../ipc/bindings';
import type { Bearbeitungsfeld } from '../../shared/bearbeitung.svelte';
import { verschiebe } from '../../shared/eingabe';
import type { Option } from '../../shared/feld';
import { datum, monat } from '../../shared/format';
import type { Marke } from '../../shared/marke';
import { GRAD, MERKMAL, ORT, SICHERUNG } from './worte';

type Orte = Pick<OrganisationUebersicht, 'teams' | 'bereiche'>;

export interface Gefaehrdungseingabe {
  art: string;
  bezeichnung: string;
  /** `team:…`, `bereich:…`, or empty. */
  einheit: string;
  grad: string;
  merkmale: string[];
  begruendung: string;
  analyse_am: string | null;
  analyse: string;
  sicherungen: string[];
  weitere_sicherungen: string;
  /** `2023-04` */
  seit: string | null;
  mit_ausnahme: boolean;
  ausnahme_grund: string;
  ausnahme_ausgleich: string;
  ausnahme_bis: string | null;
  ueberpruefung_am: string | null;
  /** Why the version changes; not part of it. */
  grund: string;
}

/** Years in use in an area at particular risk, as a rule (Nr. 4.2); the core counts the same. */
export const ROTATION_JAHRE = 5;

/** An entry is looked at again each year unless the house says otherwise. */
export const leereGefaehrdung = (heute: string): Gefaehrdungseingabe => ({
  art: '',
  bezeichnung: '',
  einheit: '',
  grad: '',
  merkmale: [],
  begruendung: '',
  analyse_am: null,
  analyse: '',
  sicherungen: [],
  weitere_sicherungen: '',
  seit: null,
  mit_ausnahme: false,
  ausnahme_grund: '',
  ausnahme_ausgleich: '',
  ausnahme_bis: null,
  ueberpruefung_am: verschiebe(heute, 1, 'J'),
  grund: '',
});

const einheitVon = (a: Pick<Gefaehrdungsinhalt, 'team_id' | 'bereich_id'>) =>
  a.team_id ? `team:${a.team_id}` : a.bereich_id ? `bereich:${a.bereich_id}` : '';

/** A version for the form; the day of the next look is asked for anew once it is over. */
export function eingabeAus(a: Gefaehrdungsinhalt, heute: string): Gefaehrdungseingabe {
  return {
    art: a.art,
    bezeichnung: a.bezeichnung,
    einheit: einheitVon(a),
    grad: a.grad,
    merkmale: a.merkmale,
    begruendung: a.begruendung,
    analyse_am: a.analyse_am,
    analyse: a.analyse,
    sicherungen: a.sicherungen,
    weitere_sicherungen: a.weitere_sicherungen,
    seit: a.seit,
    mit_ausnahme: a.ausnahme !== null,
    ausnahme_grund: a.ausnahme?.grund ?? '',
    ausnahme_ausgleich: a.ausnahme?.ausgleich ?? '',
    ausnahme_bis: a.ausnahme?.bis ?? null,
    ueberpruefung_am: a.ueberpruefung_am > heute ? a.ueberpruefung_am : verschiebe(heute, 1, 'J'),
    grund: '',
  };
}

/** What a new version begins with: the proposal that waits or was given back, else what holds. */
export const vorlage = (g: Gefaehrdung): Gefaehrdungsinhalt | undefined =>
  (g.lage.vorschlag ?? g.lage.zurueckgegeben ?? g.lage.fassungen[0])?.angaben;

/** From "hoch" on a risk analysis and safeguards are needed, and the time in use is limited. */
export const besonders = (grad: string) => grad === 'hoch' || grad === 'besonders';

/** The beginning of the time in use is asked for. */
export const mitBeginn = (e: Gefaehrdungseingabe) => e.art === 'dienstposten';

/** First day after five years in use; null: no limit, or the beginning is unknown. */
export const rotationAb = (e: Gefaehrdungseingabe): string | null =>
  mitBeginn(e) && besonders(e.grad) && e.seit !== null
    ? verschiebe(`${e.seit}-01`, ROTATION_JAHRE, 'J')
    : null;

/** What is sent; what the form does not ask for any more is left out. */
export function gefaehrdungsinhalt(e: Gefaehrdungseingabe): Gefaehrdungsinhalt {
  const [art, id] = e.einheit.split(':');
  const ausnahme = e.mit_ausnahme && rotationAb(e) !== null;
  return {
    art: e.art as Gefaehrdungsort,
    bezeichnung: e.bezeichnung,
    team_id: art === 'team' ? (id ?? null) : null,
    bereich_id: art === 'bereich' ? (id ?? null) : null,
    grad: e.grad as Gefaehrdungsgrad,
    merkmale: e.merkmale as Gefaehrdungsmerkmal[],
    begruendung: e.begruendung,
    analyse_am: e.analyse_am,
    analyse: e.analyse,
    sicherungen: e.sicherungen as Sicherung[],
    weitere_sicherungen: e.weitere_sicherungen,
    seit: mitBeginn(e) ? e.seit : null,
    ausnahme: ausnahme
      ? { grund: e.ausnahme_grund, ausgleich: e.ausnahme_ausgleich, bis: e.ausnahme_bis ?? '' }
      : null,
    ueberpruefung_am: e.ueberpruefung_am ?? '',
  };
}

/** Whether anything was typed or chosen that would be missed. */
export const angefangen = (e: Gefaehrdungseingabe) =>
  e.art !== '' ||
  e.grad !== '' ||
  e.merkmale.length + e.sicherungen.length > 0 ||
  [e.bezeichnung, e.begruendung, e.analyse, e.weitere_sicherungen].some((t) => t.trim() !== '');

/** Areas and teams to choose from. */
export const einheitwahl = (o: Orte): Option[] => [
  ...o.bereiche.map((b) => ({ wert: `bereich:${b.id}`, text: `Bereich ${b.name}` })),
  ...o.teams.map((t) => ({ wert: `team:${t.id}`, text: `Team ${t.name}` })),
];

const einheitname = (einheit: string, o: Orte) =>
  einheit === '' ? '' : (einheitwahl(o).find((w) => w.wert === einheit)?.text ?? 'aufgelöste Einheit');

const worte = (tafel: Record<string, string>, werte: string[]) => werte.map((w) => tafel[w] ?? w).join(', ');

type Textfeld = Bearbeitungsfeld<Gefaehrdungseingabe>;

const ausnahmetext = (e: Gefaehrdungseingabe) =>
  e.mit_ausnahme
    ? `bis ${datum(e.ausnahme_bis)}. Grund: ${e.ausnahme_grund} Ausgleich: ${e.ausnahme_ausgleich}`
    : '';

/** The fields of a version in the order of the form, each as people read it. */
export const felder = (o: Orte): Textfeld[] => [
  { name: 'art', titel: 'Beschrieben ist', text: (e) => ORT[e.art as Gefaehrdungsort] ?? '' },
  { name: 'bezeichnung', titel: 'Bezeichnung', text: (e) => e.bezeichnung },
  { name: 'einheit', titel: 'Team oder Bereich', text: (e) => einheitname(e.einheit, o) },
  { name: 'grad', titel: 'Gefährdung', text: (e) => GRAD[e.grad as Gefaehrdungsgrad]?.text ?? '' },
  { name: 'merkmale', titel: 'Was sie gefährdet', text: (e) => worte(MERKMAL, e.merkmale) },
  { name: 'begruendung', titel: 'Begründung', text: (e) => e.begruendung },
  { name: 'analyse_am', titel: 'Risikoanalyse vom', text: (e) => (e.analyse_am ? datum(e.analyse_am) : '') },
  { name: 'analyse', titel: 'Ergebnis der Risikoanalyse', text: (e) => e.analyse },
  { name: 'sicherungen', titel: 'Sicherungen', text: (e) => worte(SICHERUNG, e.sicherungen) },
  { name: 'weitere_sicherungen', titel: 'Weitere Sicherungen', text: (e) => e.weitere_sicherungen },
  { name: 'seit', titel: 'Gleiche Besetzung seit', text: (e) => (e.seit ? monat(e.seit) : '') },
  { name: 'mit_ausnahme', titel: 'Ausnahme von der Rotation', text: ausnahmetext },
  { name: 'ueberpruefung_am', titel: 'Überprüfung bis', text: (e) => datum(e.ueberpruefung_am) },
];

/** The fields that two persons may have changed at once; those of the exception stand for themselves there. */
export const konfliktfelder = (o: Orte): Textfeld[] => [
  ...felder(o).filter((f) => f.name !== 'mit_ausnahme'),
  { name: 'mit_ausnahme', titel: 'Ausnahme von der Rotation', text: (e) => (e.mit_ausnahme ? 'ja' : 'nein') },
  { name: 'ausnahme_grund', titel: 'Grund der Ausnahme', text: (e) => e.ausnahme_grund },
  { name: 'ausnahme_ausgleich', titel: 'Ausgleich', text: (e) => e.ausnahme_ausgleich },
  { name: 'ausnahme_bis', titel: 'Ausnahme bis', text: (e) => datum(e.ausnahme_bis) },
];

/** What a version says, as the page shows it; what it leaves open only where something is owed. */
export function inhaltswerte(a: Gefaehrdungsinhalt, o: Orte): { name: string; wert: string }[] {
  const e = { ...eingabeAus(a, ''), ueberpruefung_am: a.ueberpruefung_am };
  const immer = ['art', 'grad', 'merkmale', 'sicherungen', 'begruendung'];
  return felder(o)
    .filter((f) => f.name !== 'bezeichnung' && f.name !== 'ueberpruefung_am')
    .map((f) => ({ name: f.titel, wert: f.text(e), immer: immer.includes(f.name) }))
    .filter((w) => w.immer || w.wert !== '')
    .map(({ name, wert }) => ({ name, wert }));
}

/** How far the rotation is, as row and page mark it; null: no limit is known. */
export function rotationsmarke(
  r: Pick<Rotation, 'ab' | 'ausnahme_bis'> | null,
  faellig: boolean,
  heute: string,
): Marke | null {
  if (r === null) return null;
  if (faellig) return { art: 'gefahr', text: 'Rotation überfällig' };
  if (r.ab <= heute) return { art: 'warnung', text: `Ausnahme bis ${datum(r.ausnahme_bis)}` };
  return { art: 'neutral', text: `Rotation ab ${datum(r.ab)}` };
}

/** What the rotation means, in a sentence or two. */
export function rotationssaetze(
  d: Pick<GefaehrdungDetail, 'rotation' | 'rotation_faellig'>,
  heute: string,
): string[] {
  const r = d.rotation;
  if (r === null) return [];
  const vorbei = r.ab <= heute;
  const saetze = [
    vorbei
      ? `Die fünf Jahre sind seit dem ${datum(r.ab)} vorbei (Nr. 4.2 der Richtlinie).`
      : `Die fünf Jahre enden vor dem ${datum(r.ab)} (Nr. 4.2 der Richtlinie).`,
  ];
  if (r.ausnahme_bis !== null)
    saetze.push(
      r.ausnahme_bis < heute
        ? `Die Ausnahme ist am ${datum(r.ausnahme_bis)} abgelaufen.`
        : `Eine begründete Ausnahme gilt bis zum ${datum(r.ausnahme_bis)}.`,
    );
  if (d.rotation_faellig)
    saetze.push(
      'Bitte besetzen Sie den Dienstposten anders, oder begründen Sie eine Ausnahme mit Ausgleich.',
    );
  return saetze;
}
