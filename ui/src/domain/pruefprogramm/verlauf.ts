/** The rates of a theme over the years as charts and table show them. */
import type { Jahresverlauf, Verlaufsreihe, Verlaufsthema, Zeilenschluessel } from '../../ipc/bindings';
import { obergrenze } from '../../shared/diagramm/diagramm';
import type { Verlaufspunkt } from '../../shared/diagramm/QuoteImVerlauf.svelte';
import { prozent, zahl } from '../../shared/format';
import { anteil } from '../fachaufsicht/auswertung';

/** A theme and its area as one value of a choice. */
export const alsWert = (s: Zeilenschluessel): string => `${s.thema_id}/${s.bereich_id}`;

/** And back; null for what is none. */
export function alsSchluessel(wert: string): Zeilenschluessel | null {
  const [thema_id, bereich_id, ...mehr] = wert.split('/');
  return thema_id && bereich_id && mehr.length === 0 ? { thema_id, bereich_id } : null;
}

export const themenname = (t: Verlaufsthema): string => `${t.thema}, ${t.bereich}`;

/** Years that have a rate for all teams together. */
export const ausgewertet = (v: Jahresverlauf): number[] =>
  (v.reihen[0]?.punkte ?? []).filter((p) => p.quote !== null).map((p) => p.jahr);

/** The goal of the year that the others are compared with, as a share. */
export const ziel = (v: Jahresverlauf): number | null =>
  anteil(v.jahre.find((j) => j.jahr === v.bezug)?.ziel_zehntel ?? null);

/** What the dashed line is; empty without a goal. */
export function zielsatz(v: Jahresverlauf): string {
  const text = v.jahre.find((j) => j.jahr === v.bezug)?.ziel ?? null;
  return text === null ? '' : ` Gestrichelt: Ziel des Jahres ${String(v.bezug)} (${text}).`;
}

/** Points of a chart, one for every year. */
export function punkte(v: Jahresverlauf, r: Verlaufsreihe): Verlaufspunkt[] {
  return r.punkte.map((p) => ({
    bezeichnung: String(p.jahr),
    zeitraum: String(p.jahr),
    quote: anteil(p.quote),
    unten: anteil(p.unten),
    oben: anteil(p.oben),
    sicherheit: v.jahre.find((j) => j.jahr === p.jahr)?.sicherheit ?? '',
    zaehler: p.werte?.fehlerhaft ?? 0,
    nenner: p.werte?.gezogen ?? 0,
    gesamt: p.werte?.grundgesamtheit ?? 0,
    ungeklaert: p.werte?.ungeklaert ?? 0,
    diese: p.jahr === v.bezug,
    voll: p.vollpruefung,
    ...(p.werte === null ? { text: p.anmerkung?.startsWith('*') ? '*' : '' } : {}),
  }));
}

/** The upper end of the axis of all charts: one for all, so that heights can be compared. */
export const achsenende = (v: Jahresverlauf): number =>
  obergrenze(
    v.reihen.flatMap((r) => r.punkte.map((p) => anteil(p.oben ?? p.quote) ?? 0)).concat(ziel(v) ?? 0),
  );

/** What a screen reader says of a chart. */
export function beschreibung(r: Verlaufsreihe): string {
  const saetze = r.punkte.map((p) => {
    if (p.quote === null) return `${String(p.jahr)}: ${p.anmerkung ?? 'keine Quote'}`;
    const grenzen = [
      p.unten === null ? '' : `mindestens ${prozent(anteil(p.unten))}`,
      p.oben === null ? '' : `höchstens ${prozent(anteil(p.oben))}`,
    ].filter((t) => t !== '');
    const faelle = `${zahl(p.werte?.fehlerhaft)} von ${zahl(p.werte?.gezogen)}`;
    return `${String(p.jahr)}: ${[`${prozent(anteil(p.quote))} (${faelle})`, ...grenzen].join(', ')}`;
  });
  return `${saetze.join('; ')}. Alle Zahlen stehen in der Tabelle.`;
}
