/** What the pages of several areas choose from: catalogue, teams, persons. */
import { lesen, type Antwort } from '../ipc/tuer';
import type { Katalog, Rolle } from '../ipc/bindings';
import type { Option } from './feld';
import { heute } from './format';

export interface Grundlage {
  katalog: Antwort<'katalog.liste'>;
  organisation: Antwort<'organisation.uebersicht'>;
  personen: Antwort<'benutzer.auswahl'>;
}

export async function ladeGrundlage(): Promise<Grundlage> {
  const [katalog, organisation, personen] = await Promise.all([
    lesen('katalog.liste', {}),
    lesen('organisation.uebersicht', {}),
    lesen('benutzer.auswahl', {}),
  ]);
  return { katalog, organisation, personen };
}

/** Title of a catalogue entry. */
export const katalogtitel = (g: Pick<Grundlage, 'katalog'>, katalog: Katalog, kennung: string) =>
  g.katalog.find((k) => k.katalog === katalog && k.kennung === kennung)?.titel ?? kennung;

/** Entries that are valid today, and the chosen one whatever its age. */
export function katalogwahl(g: Pick<Grundlage, 'katalog'>, katalog: Katalog, gewaehlt = ''): Option[] {
  const tag = heute();
  return g.katalog
    .filter((k) => k.katalog === katalog)
    .filter(
      (k) =>
        k.kennung === gewaehlt || (k.gueltig_ab <= tag && (k.gueltig_bis === null || k.gueltig_bis >= tag)),
    )
    .map((k) => ({ wert: k.kennung, text: k.titel }));
}

/** Active persons with one of the roles. */
export const mitRolle = (g: Grundlage, rollen: Rolle[]): Option[] =>
  g.personen
    .filter((p) => p.aktiv && p.rollen.some((r) => rollen.includes(r)))
    .map((p) => ({ wert: p.id, text: `${p.anzeigename} (${p.zeichen})` }));

export const teamwahl = (g: Grundlage): Option[] =>
  g.organisation.teams.map((t) => ({ wert: t.id, text: t.name }));
