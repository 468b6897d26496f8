/** What the form of a plan chooses from. */
import { lesen, type Antwort } from '../../ipc/tuer';

export interface Planungsgrundlage {
  themen: Antwort<'pruefthema.liste'>;
  organisation: Antwort<'organisation.uebersicht'>;
  /** Earlier checks that a Nachschau may follow. */
  fruehere: { id: string; text: string }[];
}

export async function ladePlanungsgrundlage(): Promise<Planungsgrundlage> {
  const [themen, organisation, pruefungen] = await Promise.all([
    lesen('pruefthema.liste', {}),
    lesen('organisation.uebersicht', {}),
    lesen('pruefung.liste', {
      filter: { text: '', stand: [], thema_id: null, bereich_id: null, team_id: null, jahr: null },
      sortierung: 'nummer',
      absteigend: true,
      blatt: { ab: 0, anzahl: 500 },
    }),
  ]);
  return {
    themen,
    organisation,
    fruehere: pruefungen.zeilen.map((p) => ({ id: p.id, text: `${p.nummer} ${p.thema}` })),
  };
}
