/** Editing a version of a check sheet: pure functions from sections to sections. */
import type { Abschnitt, Antwortwert, Merkmal } from '../../ipc/bindings';
import { gliederung, oder } from '../gliederung';

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

const bogen = gliederung<Abschnitt, Merkmal>({
  eintraege: (a) => a.merkmale,
  mit: (a, merkmale) => ({ ...a, merkmale }),
  kennung: (m) => m.kennung,
  haengtAn: (m) => m.wenn?.merkmal,
  geloest: (m) => ({ ...m, wenn: null }),
});

export const {
  anzahl: anzahlMerkmale,
  fruehere,
  verschiebeGruppe: verschiebeAbschnitt,
  verschiebe: verschiebeMerkmal,
  entferne: entferneMerkmal,
} = bogen;

/** `„a“, wenn „b“ mit ja oder teilweise beantwortet ist.` */
export function bedingungssatz(m: Merkmal, abschnitte: Abschnitt[]): string {
  if (!m.wenn) return '';
  const { merkmal, antwort } = m.wenn;
  const frage = bogen.alle(abschnitte).find((x) => x.kennung === merkmal)?.frage ?? merkmal;
  return `Nur wenn „${frage}“ mit ${oder(antwort.map((a) => ANTWORT[a]))} beantwortet ist.`;
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
