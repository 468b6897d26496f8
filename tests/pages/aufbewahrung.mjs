// The page "Aufbewahrung", from its empty state to a removal, and what is left of a procedure. In this order: each
// page goes on from the one before.

import { zweitePerson } from "./dialog.mjs";
import { lesen } from "./tuer.mjs";

const seite = (name, schritte) => ({
  name: `verwaltung-aufbewahrung${name && `-${name}`}`,
  benutzer: "admin",
  weg: "#/verwaltung/aufbewahrung",
  h1: "Aufbewahrung",
  abgelehnt: name.endsWith("abgelehnt"),
  ...(schritte && { schritte }),
});

const schritte = {
  dauer: async (page) => {
    await page.getByText("Noch nichts entfernt").waitFor();
    await page.getByRole("button", { name: "Dauer ändern …" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Dauer", { exact: false }).fill("1");
    await dialog.getByRole("button", { name: "Speichern" }).click();
    await page.getByText(/^1 Jahr, festgelegt am .* von AD-1$/).waitFor();
  },
  entfernen: async (page) => {
    await page.getByRole("button", { name: /^Klardaten von .* …$/ }).click();
    const dialog = page.getByRole("dialog", {
      name: /^Klardaten von [\d.]+ V/,
    });
    await dialog.getByText(/Vorgänge, abgeschlossen vor dem/).waitFor();
    await dialog.getByText(/nicht rückgängig/).waitFor();
  },
  "allein-abgelehnt": async (page) => {
    await page.getByRole("button", { name: /^Klardaten von .* …$/ }).click();
    await zweitePerson(page, "admin");
    await page.getByRole("button", { name: "Gemeinsam entfernen" }).click();
    await page.getByText(/eine andere Person als die angemeldete/).waitFor();
  },
  entfernt: async (page) => {
    const knopf = page.getByRole("button", { name: /^Klardaten von .* …$/ });
    // Shown as page after page: the first one removes, the next finds it done.
    if (await knopf.count()) {
      await knopf.click();
      await zweitePerson(page, "dsb");
      await page.getByRole("button", { name: "Gemeinsam entfernen" }).click();
    }
    await page.getByRole("gridcell", { name: "AD-1 und DS-1" }).waitFor();
    await page.getByText(/^Nichts\. Fällig wird/).waitFor();
  },
};

export const aufbewahrung = [
  seite(""),
  ...Object.entries(schritte).map(([name, tun]) => seite(name, tun)),
  {
    name: "verwaltung-aufbewahrung-verfahren",
    benutzer: "widerspruch",
    weg: "#/widerspruch",
    h1: "Widersprüche",
    schritte: async (page) => {
      const { zeilen } = await lesen(page, "widerspruch.liste", {
        filter: { staende: ["erledigt"] },
        sortierung: "eingang",
        absteigend: false,
        blatt: { ab: 0, anzahl: 1 },
      });
      await page.evaluate((weg) => {
        location.hash = weg;
      }, `#/widerspruch/${zeilen[0].id}`);
      await page
        .getByText(/entfernt am .* nach der Aufbewahrungsregel/)
        .first()
        .waitFor();
    },
  },
];
