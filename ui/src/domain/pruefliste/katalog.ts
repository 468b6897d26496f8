/** Editing and reading a version of a catalogue. */
import type { Kapitel, Katalogunterschied, Kontrollfrage, Unterschiedsart } from '../../ipc/bindings';
import { gliederung, oder } from '../gliederung';
import { ANTWORT } from './worte';

const katalog = gliederung<Kapitel, Kontrollfrage>({
  eintraege: (k) => k.fragen,
  mit: (k, fragen) => ({ ...k, fragen }),
  kennung: (f) => f.kennung,
  haengtAn: (f) => f.wenn?.frage,
  geloest: (f) => ({ ...f, wenn: null }),
});

export const {
  alle: alleFragen,
  anzahl: anzahlFragen,
  fruehere,
  verschiebeGruppe: verschiebeKapitel,
  verschiebe: verschiebeFrage,
  entferne: entferneFrage,
} = katalog;

export const neueFrage = (): Kontrollfrage => ({
  kennung: '',
  frage: '',
  quelle: '',
  erlaeuterung: '',
  nachweis: '',
  nachweis_pflicht: false,
  gewicht: 2,
  turnus_monate: 12,
  betrifft: '',
  wenn: null,
});

export const neuesKapitel = (): Kapitel => ({ titel: '', fragen: [neueFrage()] });

/** `Nur wenn „a“ mit erfüllt oder teilweise beantwortet ist.`; empty: always asked. */
export function bedingungssatz(f: Kontrollfrage, kapitel: Kapitel[]): string {
  if (!f.wenn) return '';
  const { frage, antwort } = f.wenn;
  const text = alleFragen(kapitel).find((x) => x.kennung === frage)?.frage ?? frage;
  return `Nur wenn „${text}“ mit ${oder(antwort.map((a) => ANTWORT[a]))} beantwortet ist.`;
}

/** How many questions are new, other or gone against the state before: for a conflict and while one writes. */
export function abweichungen(vorher: Kapitel[], nachher: Kapitel[]): number {
  const je = (kapitel: Kapitel[]) =>
    new Map(
      kapitel.flatMap((k, i) => k.fragen.map((f) => [f.kennung, JSON.stringify([i, k.titel, f])] as const)),
    );
  const [alt, neu] = [je(vorher), je(nachher)];
  const andere = [...neu].filter(([kennung, text]) => alt.get(kennung) !== text).length;
  return andere + [...alt.keys()].filter((kennung) => !neu.has(kennung)).length;
}

export const UNTERSCHIED: Record<Unterschiedsart, string> = {
  neu: 'neu',
  geaendert: 'geändert',
  entfallen: 'entfallen',
};

/** `1 neu, 2 geändert`; empty: nothing differs. */
export function unterschiedssatz(unterschiede: Katalogunterschied[]): string {
  return (Object.keys(UNTERSCHIED) as Unterschiedsart[])
    .map((art) => ({ art, n: unterschiede.filter((u) => u.art === art).length }))
    .filter(({ n }) => n > 0)
    .map(({ art, n }) => `${n} ${UNTERSCHIED[art]}`)
    .join(', ');
}
