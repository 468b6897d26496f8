/** What the form of a plan chooses from. */
import { lesen, type Antwort } from '../../ipc/tuer';
import { katalogtitel } from '../../shared/grundlage';

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

/** Active themes with a check sheet for a Sachgebiet, and its title. */
export async function themenZu(
  g: Planungsgrundlage,
  sachgebiet: string,
): Promise<{ titel: string; themen: Planungsgrundlage['themen'] }> {
  const katalog = await lesen('katalog.liste', {});
  return {
    titel: katalogtitel({ katalog }, 'sachgebiet', sachgebiet),
    themen: g.themen.filter(
      (t) => t.thema.aktiv && t.vorlagen.length > 0 && t.thema.sachgebiet === sachgebiet,
    ),
  };
}
