// Hinweise and "Schon geprüft?" of the Fachaufsicht.

import { lesen } from "./tuer.mjs";

/** The number of a drawn case as the Qualitätsmanagement sees it. */
async function nummer(page) {
  const { zeilen } = await lesen(page, "pruefung.liste", {
    filter: {
      text: "",
      stand: ["gezogen"],
      thema_id: null,
      bereich_id: null,
      team_id: null,
      jahr: null,
    },
    sortierung: "nummer",
    absteigend: false,
    blatt: { ab: 0, anzahl: 1 },
  });
  const boegen = await lesen(page, "bogen.liste", {
    pruefung_id: zeilen[0].id,
    blatt: { ab: 0, anzahl: 1 },
    sortierung: null,
    absteigend: false,
    staende: [],
    team_id: null,
    zugewiesen_an: null,
    nicht_zugewiesen: false,
    nur_mit_feststellung: false,
    suche: null,
  });
  return boegen.zeilen[0].fall;
}

export const fachaufsichtseiten = [
  {
    name: "fachaufsicht-hinweise",
    benutzer: "qm",
    weg: "#/fachaufsicht/hinweise",
    h1: "Hinweise",
    schritte: async (page) => {
      await page
        .getByRole("heading", { name: /^Kein Ziehungsprotokoll ausgegeben/ })
        .waitFor();
    },
  },
  {
    name: "fachaufsicht-hinweise-teamleitung",
    benutzer: "tl1",
    weg: "#/fachaufsicht/hinweise",
    h1: "Hinweise",
  },
  {
    name: "fachaufsicht-schon-geprueft",
    benutzer: "qm",
    weg: "#/fachaufsicht/schon-geprueft",
    h1: "Schon geprüft?",
    schritte: async (page) => {
      await page
        .getByLabel("Fallnummern", { exact: true })
        .fill(`${await nummer(page)}\n09304BG9999999\n`);
      await page.getByRole("button", { name: "Nachsehen" }).click();
      await page
        .getByText("1 Nummer in keiner Prüfung gefunden", { exact: true })
        .waitFor();
      await page.getByRole("table").getByRole("link").first().waitFor();
    },
  },
  {
    name: "fachaufsicht-schon-geprueft-leer",
    benutzer: "qm",
    weg: "#/fachaufsicht/schon-geprueft",
    h1: "Schon geprüft?",
    schritte: async (page) => {
      await page.getByRole("button", { name: "Nachsehen" }).click();
      await page
        .getByText("Bitte füllen Sie dieses Feld aus.", { exact: true })
        .waitFor();
    },
  },
];
