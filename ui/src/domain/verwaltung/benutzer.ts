/** What is said about an account. */
import type { Benutzer, OrganisationUebersicht } from '../../ipc/bindings';
import type { Statusart } from '../../shared/Status.svelte';

export function kontostand(b: Benutzer): { art: Statusart; text: string } {
  if (!b.aktiv) return { art: 'neutral', text: 'deaktiviert' };
  return b.passwort_wechseln
    ? { art: 'warnung', text: 'Passwort noch zu wechseln' }
    : { art: 'erfolg', text: 'aktiv' };
}

/** Area and teams by name: `Leistungsgewährung` or `Leistung 1, Leistung 2`. */
export function zustaendig(
  b: Pick<Benutzer, 'bereich_id' | 'teams'>,
  { bereiche, teams }: OrganisationUebersicht,
): string {
  const bereich = bereiche.find((x) => x.id === b.bereich_id)?.name;
  const namen = b.teams.map((id) => teams.find((t) => t.id === id)?.name ?? '–');
  return [...(bereich ? [bereich] : []), ...namen].join(', ');
}
