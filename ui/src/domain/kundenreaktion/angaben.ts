/** The entry of a Kundenreaktion as a form holds it, and the requests that come from it. */
import type {
  Anliegenart,
  Kanal,
  Kundenreaktion,
  Reaktionsinhalt,
  Reaktionsart,
  Reaktionsklar,
} from '../../ipc/bindings';
import type { Sichtungsquelle } from './sichtung';
import { nurAbgabe } from './worte';

export interface Anliegeneingabe {
  /** Only for the list in the window. */
  schluessel: string;
  art: string;
  sachgebiet: string;
  team_id: string;
  ursache: string;
}

export interface Reaktionseingabe {
  art: string;
  kanal: string;
  eingang: string | null;
  /** `16:30` */
  uhrzeit: string | null;
  betreff: string;
  andere_stelle: string;
  anliegen: Anliegeneingabe[];
  /** Null: as is usual for the kind. */
  antwort_erwuenscht: boolean | null;
  klar: Reaktionsklar;
}

/** In one reaction at most, as the Bundesagentur counts. */
export const HOECHSTENS_ANLIEGEN = 3;

let zaehler = 0;

export const leeresAnliegen = (): Anliegeneingabe => ({
  schluessel: `a${++zaehler}`,
  art: '',
  sachgebiet: '',
  team_id: '',
  ursache: '',
});

export const leeresKlar = (): Reaktionsklar => ({ name: '', kontakt: '', fallnummer: '', schilderung: '' });

/** A reaction that comes in now. */
export const leereReaktion = (kanal: string, eingang: string, uhrzeit: string): Reaktionseingabe => ({
  art: '',
  kanal,
  eingang,
  uhrzeit,
  betreff: '',
  andere_stelle: '',
  anliegen: [leeresAnliegen()],
  antwort_erwuenscht: null,
  klar: leeresKlar(),
});

/** A stored one for the form. */
export function eingabeAus(k: Kundenreaktion, klar: Reaktionsklar | null): Reaktionseingabe {
  const a = k.angaben;
  return {
    ...a,
    uhrzeit: a.uhrzeit?.slice(0, 5) ?? null,
    // Numbered, so that two readings of the same state are equal.
    anliegen: a.anliegen.map((x, i) => ({
      schluessel: `g${i}`,
      art: x.art,
      sachgebiet: x.sachgebiet ?? '',
      team_id: x.team_id ?? '',
      ursache: x.ursache ?? '',
    })),
    klar: klar ?? leeresKlar(),
  };
}

/** Who praises rarely waits for a letter. */
export const antwortErwuenscht = (e: Reaktionseingabe) =>
  !nurAbgabe(e.art) && (e.antwort_erwuenscht ?? e.art !== 'lob');

const VERMITTELT: string[] = [
  'petition',
  'abgeordnete',
  'presse',
  'ombudsstelle',
  'schlichtung',
] satisfies Reaktionsart[];

/** Whether it is asked through whom it came; needed for that channel, possible for what has a sender of its own. */
export const mitStelle = (e: Reaktionseingabe) => e.kanal === 'andere_stelle' || VERMITTELT.includes(e.art);

/** Whether the contact is asked for: not for praise that waits for nothing, never where it is handed on. */
export const mitKontakt = (e: Reaktionseingabe) =>
  !nurAbgabe(e.art) &&
  (e.art !== 'lob' ||
    antwortErwuenscht(e) ||
    [e.klar.name, e.klar.kontakt, e.klar.fallnummer].some((t) => t !== ''));

/** What is sent; null while the receipt is missing. Fields that the choices hide are sent as empty. */
export function angabenAus(e: Reaktionseingabe): Reaktionsinhalt | null {
  if (e.eingang === null) return null;
  return {
    art: e.art as Reaktionsart,
    kanal: e.kanal as Kanal,
    eingang: e.eingang,
    uhrzeit: e.uhrzeit === null ? null : `${e.uhrzeit}:00`,
    betreff: e.betreff,
    andere_stelle: mitStelle(e) ? e.andere_stelle : '',
    anliegen: nurAbgabe(e.art)
      ? []
      : e.anliegen.map((x) => ({
          art: x.art as Anliegenart,
          sachgebiet: x.sachgebiet || null,
          team_id: x.team_id || null,
          ursache: x.ursache || null,
        })),
    antwort_erwuenscht: antwortErwuenscht(e),
  };
}

/** Contact and account; what the choices hide is sent as empty. */
export const klarAus = (e: Reaktionseingabe): Reaktionsklar =>
  nurAbgabe(e.art) ? leeresKlar() : { ...e.klar };

/** What the triage takes over while the reaction is still being typed. */
export function quelleAus(e: Reaktionseingabe): Sichtungsquelle {
  const [erstes] = nurAbgabe(e.art) ? [] : e.anliegen;
  const { name, fallnummer, schilderung } = klarAus(e);
  return {
    betreff: e.betreff,
    schilderung,
    kanal: e.kanal,
    sachgebiet: erstes?.sachgebiet ?? '',
    team_id: erstes?.team_id ?? '',
    fallnummer,
    name,
    erneut_seit: null,
    spaeteres: [],
  };
}

/** Whether anything was typed or chosen that would be missed. */
export const angefangen = (e: Reaktionseingabe) =>
  e.art !== '' ||
  e.anliegen.length > 1 ||
  [e.betreff, e.andere_stelle, ...Object.values(e.klar)].some((t) => t.trim() !== '') ||
  e.anliegen.some((x) => x.art !== '');
