// What every list can do, tried on the lists of Fachaufsicht, and the sample of the calendar; see seiten.mjs.

import { gibAus } from "./dialog.mjs";
import { PROBE } from "./proben.mjs";

export const listenseiten = [
  ...kalender({
    monat: async () => {},
    woche: (page) => page.getByRole("button", { name: "Woche" }).click(),
    tag: async (page) => {
      await page.getByRole("gridcell", { name: /23\. November/ }).focus();
      for (const taste of ["ArrowLeft", "ArrowLeft", "ArrowLeft", "Enter"])
        await page.keyboard.press(taste);
      await page
        .getByRole("dialog", { name: "Freitag, 20. November 2026" })
        .waitFor();
    },
  }),
  ...listen("fachaufsicht", "Fachaufsicht", {
    spalten: async (page) => {
      await page.getByRole("button", { name: /^Spalten/ }).click();
      await page.getByRole("checkbox", { name: "Prüfungsart" }).check();
      await page.getByRole("checkbox", { name: "Bereich" }).uncheck();
      await page.getByRole("button", { name: "Übernehmen" }).click();
      await page.getByRole("columnheader", { name: "Prüfungsart" }).waitFor();
      await page.getByRole("button", { name: /^Spalten/ }).click();
    },
    ansichten: async (page) => {
      await page
        .getByLabel("Stand", { exact: true })
        .selectOption("abgeschlossen");
      await page
        .getByRole("button", { name: "Ansichten speichern und verwalten" })
        .click();
      const name = page.getByLabel("Name der Ansicht");
      if (await name.isVisible()) {
        await name.fill("Fertige Prüfungen");
        await page
          .getByRole("button", { name: "Jetzige Filter speichern" })
          .click();
        await page
          .getByRole("button", { name: "Ansichten speichern und verwalten" })
          .click();
      }
      await page
        .getByRole("button", { name: "Ansicht Fertige Prüfungen löschen" })
        .waitFor();
    },
    export: async (page) => {
      await page.getByLabel("Ansicht", { exact: true }).selectOption("");
      await page.getByRole("button", { name: /^Exportieren/ }).click();
      await page.getByRole("radio", { name: "PDF" }).check();
      await page.getByLabel("Datei", { exact: true }).waitFor();
    },
    ausgegeben: async (page) => {
      await gibAus(page, ["XLSX", "CSV", "PDF"]);
    },
  }),
  ...listen("feststellungen", "Feststellungen", {
    auswahl: async (page) => {
      const kaestchen = page.getByRole("checkbox", { name: /^Feststellung / });
      await kaestchen.nth(0).check();
      await page.getByRole("button", { name: "Nächste Seite" }).click();
      await kaestchen.nth(1).check();
      await page.getByText("2 ausgewählt", { exact: true }).waitFor();
    },
    aufgehoben: async (page) => {
      await page
        .getByRole("checkbox", { name: /^Feststellung / })
        .first()
        .check();
      await page
        .getByLabel("Schwere", { exact: true })
        .selectOption("wesentlich");
      await page.getByText(/^Die Auswahl wurde aufgehoben/).waitFor();
      await page.getByRole("button", { name: "Filter zurücksetzen" }).click();
    },
  }),
];

/** A list after the named steps. */
function listen(name, h1, schritte) {
  const weg = name === "fachaufsicht" ? "" : `/${name}`;
  return Object.entries(schritte).map(([schritt, tun]) => ({
    name: `${name}-${schritt}`,
    benutzer: "qm",
    weg: `#/fachaufsicht${weg}`,
    h1,
    schritte: tun,
  }));
}

/** The sample of the calendar after the named steps. */
function kalender(schritte) {
  return Object.entries(schritte).map(([name, tun]) => ({
    name: `kalender-${name}`,
    benutzer: PROBE,
    weg: "#/kalender",
    h1: "Kalender",
    schritte: tun,
  }));
}
