/** Reading what people type: dates, amounts, numbers. Each gives a value or a German sentence. */
import { datum, heute } from './format';

export type Gelesen<T> = { wert: T | null } | { fehler: string };

const zwei = (n: number) => String(n).padStart(2, '0');
const tageIm = (jahr: number, monat: number) => new Date(Date.UTC(jahr, monat, 0)).getUTCDate();
const iso = (jahr: number, monat: number, tag: number) =>
  `${String(jahr).padStart(4, '0')}-${zwei(monat)}-${zwei(tag)}`;

const DATUM_FORM = 'Bitte geben Sie das Datum als TT.MM.JJJJ ein, zum Beispiel 22.11.2026.';

/** Calendar arithmetic on ISO days; months and years clamp to the last day (31.01. + 1M = 28.02.). */
export function verschiebe(tag: string, menge: number, einheit: 'T' | 'W' | 'M' | 'J'): string {
  const [j, m, t] = tag.split('-').map(Number) as [number, number, number];
  if (einheit === 'T' || einheit === 'W') {
    const ziel = new Date(Date.UTC(j, m - 1, t + menge * (einheit === 'W' ? 7 : 1)));
    return iso(ziel.getUTCFullYear(), ziel.getUTCMonth() + 1, ziel.getUTCDate());
  }
  const monate = j * 12 + (m - 1) + menge * (einheit === 'J' ? 12 : 1);
  const jahr = Math.floor(monate / 12);
  const monat = (monate % 12) + 1;
  return iso(jahr, monat, Math.min(t, tageIm(jahr, monat)));
}

/**
 * A day as typed: `22.11.2026`, `22.11.26`, `22.11.` (this year), `221126`, `22112026`, `heute`,
 * `+1M`, `3W`, `-2T`, `1J` (from `bezug`, by default today), or ISO text.
 */
export function leseDatum(text: string, bezug: string = heute()): Gelesen<string> {
  const t = text.trim();
  if (t === '') return { wert: null };
  if (/^heute$/i.test(t)) return { wert: heute() };
  if (/^gestern$/i.test(t)) return { wert: verschiebe(heute(), -1, 'T') };

  const abstand = /^([+-]?)(\d{1,4})\s*([TWMJ])$/i.exec(t);
  if (abstand) {
    const menge = Number(abstand[2]) * (abstand[1] === '-' ? -1 : 1);
    return { wert: verschiebe(bezug, menge, abstand[3]!.toUpperCase() as 'T' | 'W' | 'M' | 'J') };
  }

  const teile =
    /^(\d{1,2})[.,/\s](\d{1,2})[.,/\s]?(\d{4}|\d{2})?$/.exec(t) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(t);
  const umgekehrt = /^(\d{4})-(\d{2})-(\d{2})$/.exec(t);
  if (!teile && !umgekehrt) return { fehler: DATUM_FORM };
  const [tag, monat, jahrText] = teile
    ? [teile[1], teile[2], teile[3]]
    : [umgekehrt![3], umgekehrt![2], umgekehrt![1]];
  const jahr =
    jahrText === undefined
      ? Number(bezug.slice(0, 4))
      : Number(jahrText) + (jahrText.length === 2 ? 2000 : 0);
  const [m, d] = [Number(monat), Number(tag)];
  if (jahr < 1900 || jahr > 2200) return { fehler: 'Bitte geben Sie ein Jahr zwischen 1900 und 2200 ein.' };
  if (m < 1 || m > 12 || d < 1 || d > tageIm(jahr, m)) {
    return { fehler: `Den ${zwei(d)}.${zwei(m)}.${jahr} gibt es nicht. Bitte prüfen Sie Tag und Monat.` };
  }
  return { wert: iso(jahr, m, d) };
}

/** A month as typed: `04.2023`, `4/23`, `0423`, `042023`, `2023-04` -> `2023-04`. */
export function leseMonat(text: string): Gelesen<string> {
  const t = text.trim();
  if (t === '') return { wert: null };
  const teile = /^(\d{1,2})[.,/\s](\d{4}|\d{2})$/.exec(t) ?? /^(\d{2})(\d{4}|\d{2})$/.exec(t);
  const umgekehrt = /^(\d{4})-(\d{2})$/.exec(t);
  const [m, jahrText] = teile
    ? [Number(teile[1]), teile[2]!]
    : [Number(umgekehrt?.[2]), umgekehrt?.[1] ?? ''];
  const jahr = Number(jahrText) + (jahrText.length === 2 ? 2000 : 0);
  if (!(m >= 1 && m <= 12) || jahr < 1950 || jahr > 2200) {
    return { fehler: 'Bitte geben Sie den Monat als MM.JJJJ ein, zum Beispiel 04.2023.' };
  }
  return { wert: `${jahr}-${zwei(m)}` };
}

/** Bounds as a sentence, or null if the day lies within them. */
export function datumsgrenze(tag: string, von?: string, bis?: string): string | null {
  if (von && tag < von) return `Das Datum darf nicht vor dem ${datum(von)} liegen.`;
  if (bis && tag > bis) return `Das Datum darf nicht nach dem ${datum(bis)} liegen.`;
  return null;
}

/** `1.234,56`, `1234,5`, `-12` -> integer cents. A decimal point is refused: it may mean thousands. */
export function leseBetrag(text: string): Gelesen<number> {
  const t = text.replace(/[\s\u00a0€]/g, '').replace('−', '-');
  if (t === '') return { wert: null };
  const teile = /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{0,2}))?$/.exec(t);
  if (!teile) return { fehler: 'Bitte geben Sie den Betrag mit Komma ein, zum Beispiel 1.234,56.' };
  const cent = Number(teile[2]!.replaceAll('.', '')) * 100 + Number((teile[3] ?? '').padEnd(2, '0'));
  if (!Number.isSafeInteger(cent)) return { fehler: 'Der Betrag ist zu groß.' };
  return { wert: teile[1] === '-' ? -cent : cent };
}

/** `1.234` or `12,5` -> number; more decimals than `stellen` are refused. */
export function leseZahl(text: string, stellen = 0): Gelesen<number> {
  const t = text.replace(/[\s\u00a0]/g, '').replace('−', '-');
  if (t === '') return { wert: null };
  const teile = /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/.exec(t);
  const komma = teile?.[3] ?? '';
  if (!teile || komma.length > stellen) {
    return {
      fehler:
        stellen === 0
          ? 'Bitte geben Sie eine ganze Zahl ein.'
          : `Bitte geben Sie eine Zahl mit höchstens ${stellen} Nachkommastellen ein, zum Beispiel 12,5.`,
    };
  }
  const n = Number(`${teile[1]}${teile[2]!.replaceAll('.', '')}.${komma || '0'}`);
  return Number.isFinite(n) ? { wert: n } : { fehler: 'Die Zahl ist zu groß.' };
}

/**
 * A percentage as typed: `95`, `95 %`, `2,5`. With `auchAnteil` a value up to 1 is a share (`0,95` is 95 %): right
 * for a confidence, which is never that low, but not for a rate.
 */
export function leseProzent(text: string, auchAnteil = false): Gelesen<number> {
  const gelesen = leseZahl(text.replace('%', ''), 4);
  if ('fehler' in gelesen) {
    return { fehler: 'Bitte geben Sie eine Prozentzahl ein, zum Beispiel 95 oder 2,5.' };
  }
  const n = gelesen.wert;
  return { wert: n !== null && auchAnteil && n > 0 && n <= 1 && !text.includes('%') ? n * 100 : n };
}

/** A time of day as typed: `16:30`, `16.30`, `1630`, `16` -> `16:30`. */
export function leseUhrzeit(text: string): Gelesen<string> {
  const t = text.replace(/uhr/i, '').trim();
  if (t === '') return { wert: null };
  const teile = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(t) ?? /^(\d{2})(\d{2})$/.exec(t);
  const [stunde, minute] = [Number(teile?.[1]), Number(teile?.[2] ?? 0)];
  if (!teile || stunde > 23 || minute > 59) {
    return { fehler: 'Bitte geben Sie die Uhrzeit als SS:MM ein, zum Beispiel 16:30.' };
  }
  return { wert: `${zwei(stunde)}:${zwei(minute)}` };
}
