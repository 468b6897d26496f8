// Lists of the Fachaufsicht as its pages ask for them, whole.

import { lesen } from "./tuer.mjs";

export const ALLE = { ab: 0, anzahl: 500 };

/** Checks, latest first; `filter` names what differs from "all". */
export async function pruefungen(page, filter = {}) {
  const { zeilen } = await lesen(page, "pruefung.liste", {
    filter: {
      text: "",
      stand: [],
      thema_id: null,
      bereich_id: null,
      team_id: null,
      jahr: null,
      ...filter,
    },
    sortierung: "nummer",
    absteigend: true,
    blatt: ALLE,
  });
  return zeilen;
}

/** The drawn cases of a check that this person sees. */
export async function prueffaelle(page, pruefung_id) {
  const { zeilen } = await lesen(page, "bogen.liste", {
    pruefung_id,
    blatt: ALLE,
    sortierung: null,
    absteigend: false,
    staende: [],
    team_id: null,
    zugewiesen_an: null,
    nicht_zugewiesen: false,
    nur_mit_feststellung: false,
    suche: null,
  });
  return zeilen;
}
