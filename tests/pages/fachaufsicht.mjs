// Hinweise and "Schon geprüft?" of the Fachaufsicht.

import { programmlisten } from "./pruefprogramm_listen.mjs";
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
  {
    name: "fachaufsicht-planer-zweistufig",
    benutzer: "qm",
    weg: "#/fachaufsicht/neu",
    h1: "Neue Prüfung",
    schritte: async (page) => {
      const regel = page.getByLabel("Regel für eine Erweiterung");
      await regel.fill("Ab 1 Fehler 20 weitere.");
      await page.getByLabel("Fälle in der Liste, ungefähr").fill("4920");
      await page
        .getByText("In zwei Stufen: 30 Akten; bei genau 1 Fehler 30 weitere")
        .waitFor();
      await page
        .getByRole("button", { name: "Übernehmen mit Regel: 30" })
        .click();
      const feld = (name, wert) =>
        page.waitForFunction(
          ([n, w]) => document.querySelector(`[name="${n}"]`).value === w,
          [name, wert],
        );
      await feld("stichprobe_geplant", "30");
      // What was written comes back: by the button, and with a plan in one stage.
      await page
        .getByRole("button", { name: "Bisherige Regel zurückholen" })
        .click();
      await feld("erweiterung_regel", "Ab 1 Fehler 20 weitere.");
      await page
        .getByRole("button", { name: "Übernehmen mit Regel: 30" })
        .click();
      await page.getByRole("button", { name: "Übernehmen: 29" }).click();
      await feld("erweiterung_regel", "Ab 1 Fehler 20 weitere.");
      await page.getByRole("radio", { name: "nach Team" }).check();
      await page
        .getByText("Zwei Stufen gehen nur ohne Schichtung nach Team.")
        .waitFor();
      await page.getByRole("radio", { name: "keine" }).check();
      await page
        .getByRole("button", { name: "Übernehmen mit Regel: 30" })
        .click();
      await page.getByText("Ihre bisherige Regel wurde ersetzt").waitFor();
    },
  },
  ...programmlisten,
];
