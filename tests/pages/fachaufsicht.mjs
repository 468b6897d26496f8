// Hinweise and "Schon geprüft?" of the Fachaufsicht.

import { prueffaelle, pruefungen } from "./faelle.mjs";
import { programmlisten } from "./pruefprogramm_listen.mjs";

/** The number of a drawn case as the Qualitätsmanagement sees it. */
async function nummer(page) {
  const [gezogen] = await pruefungen(page, { stand: ["gezogen"] });
  const [erster] = await prueffaelle(page, gezogen.id);
  return erster.fall;
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
