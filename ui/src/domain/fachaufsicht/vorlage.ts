/** Editing a version of a check sheet: pure functions from sections to sections. */
import type { Abschnitt, Antwortwert, Merkmal } from '../../ipc/bindings';

export const ANTWORT: Record<Antwortwert, string> = {
  ja: 'ja',
  nein: 'nein',
  teilweise: 'teilweise',
  nicht_anwendbar: 'nicht anwendbar',
  nicht_pruefbar: 'nicht prüfbar',
};

export function neuesMerkmal(kennung = ''): Merkmal {
  return {
    kennung,
    frage: '',
    rechtsgrundlage: '',
    soll: '',
    hinweis: '',
    entscheidend: false,
    wenn: null,
  };
}

export function anzahlMerkmale(abschnitte: Abschnitt[]): number {
  return abschnitte.reduce((summe, a) => summe + a.merkmale.length, 0);
}

/** Items above this one, to which a condition may refer. */
export function fruehere(abschnitte: Abschnitt[], abschnitt: number, merkmal: number): Merkmal[] {
  return abschnitte.flatMap((a, i) =>
    i < abschnitt ? a.merkmale : i === abschnitt ? a.merkmale.slice(0, merkmal) : [],
  );
}

/** `„a“, wenn „b“ mit ja oder teilweise beantwortet ist.` */
export function bedingungssatz(m: Merkmal, abschnitte: Abschnitt[]): string {
  if (!m.wenn) return '';
  const { merkmal, antwort } = m.wenn;
  const frage = abschnitte.flatMap((a) => a.merkmale).find((x) => x.kennung === merkmal)?.frage ?? merkmal;
  const worte = antwort.map((a) => ANTWORT[a]);
  const liste = worte.length > 1 ? `${worte.slice(0, -1).join(', ')} oder ${worte.at(-1)}` : (worte[0] ?? '');
  return `Nur wenn „${frage}“ mit ${liste} beantwortet ist.`;
}

function tausche<T>(liste: T[], von: number, nach: number): T[] {
  const neu = [...liste];
  const [x] = neu.splice(von, 1);
  if (x !== undefined) neu.splice(nach, 0, x);
  return neu;
}

export function verschiebeAbschnitt(abschnitte: Abschnitt[], i: number, um: -1 | 1): Abschnitt[] {
  const ziel = i + um;
  return ziel < 0 || ziel >= abschnitte.length ? abschnitte : tausche(abschnitte, i, ziel);
}

/** Moves an item; at the edge of its section it goes over into the next one. */
export function verschiebeMerkmal(abschnitte: Abschnitt[], i: number, j: number, um: -1 | 1): Abschnitt[] {
  const hier = abschnitte[i];
  const m = hier?.merkmale[j];
  if (!hier || !m) return abschnitte;
  const ziel = j + um;
  if (ziel >= 0 && ziel < hier.merkmale.length)
    return abschnitte.map((a, k) => (k === i ? { ...a, merkmale: tausche(a.merkmale, j, ziel) } : a));
  const dort = abschnitte[i + um];
  if (!dort) return abschnitte;
  return abschnitte.map((a, k) => {
    if (k === i) return { ...a, merkmale: a.merkmale.filter((_, n) => n !== j) };
    if (k === i + um) return { ...a, merkmale: um === 1 ? [m, ...a.merkmale] : [...a.merkmale, m] };
    return a;
  });
}

/** Removes an item, and the conditions that hung on it. */
export function entferneMerkmal(abschnitte: Abschnitt[], i: number, j: number): Abschnitt[] {
  const kennung = abschnitte[i]?.merkmale[j]?.kennung;
  return abschnitte.map((a, k) => ({
    ...a,
    merkmale: a.merkmale
      .filter((_, n) => k !== i || n !== j)
      .map((m) => (kennung && m.wenn?.merkmal === kennung ? { ...m, wenn: null } : m)),
  }));
}

/** What differs between two versions, as sentences for whoever releases the newer one. */
export function unterschiede(alt: Abschnitt[], neu: Abschnitt[]): string[] {
  const je = (abschnitte: Abschnitt[]) =>
    new Map(abschnitte.flatMap((a) => a.merkmale).map((m) => [m.kennung, m]));
  const [vorher, nachher] = [je(alt), je(neu)];
  const saetze: string[] = [];
  for (const [kennung, m] of nachher) {
    const v = vorher.get(kennung);
    if (!v) saetze.push(`Neu: ${m.frage || 'ein Merkmal ohne Frage'}`);
    else if (JSON.stringify(v) !== JSON.stringify(m)) saetze.push(`Geändert: ${m.frage}`);
  }
  for (const [kennung, m] of vorher) if (!nachher.has(kennung)) saetze.push(`Entfallen: ${m.frage}`);
  return saetze;
}
