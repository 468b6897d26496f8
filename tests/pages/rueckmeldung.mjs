// What goes back from a check: Prüfvermerk of a case, Rückmeldeliste of a team, the empty sheet.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const VORSCHAU = /^Seite 1 von \d+/;

/** Opens a check at its drawn cases. */
async function prueffaelle(page, nummer) {
  await page.getByRole("gridcell", { name: nummer, exact: true }).click();
  await page
    .getByRole("link", { name: /^Prüffälle/ })
    .first()
    .click();
  await page.getByRole("grid", { name: "Prüffälle" }).waitFor();
}

/** The page of reports with that number, and its first page in the preview. */
async function bericht(page, feld, nummer) {
  await page.getByRole("heading", { level: 1, name: "Berichte" }).waitFor();
  const wert = await page.getByLabel(feld).inputValue();
  if (!nummer.test(wert)) throw new Error(`Im Feld steht „${wert}“.`);
  await page.getByRole("img", { name: VORSCHAU }).waitFor();
}

const seite = (name, benutzer, schritte, mehr = {}) => ({
  name: `rueckmeldung-${name}`,
  benutzer,
  weg: "#/fachaufsicht",
  h1: "Fachaufsicht",
  schritte,
  ...mehr,
});

async function vermerk(page) {
  await prueffaelle(page, "FA-2026-004");
  await page.getByRole("gridcell", { name: "30", exact: true }).first().click();
  await page.getByRole("heading", { level: 1, name: "Prüffall 30" }).waitFor();
  await page.getByRole("link", { name: "Prüfvermerk" }).click();
  await bericht(page, "Nummer der Prüfung und des Falls", /^FA-2026-004\/30$/);
}

async function dialog(page) {
  await prueffaelle(page, "FA-2026-001");
  await page.getByRole("button", { name: "Rückmeldeliste …" }).click();
  await page.getByRole("dialog").getByLabel("Team").waitFor();
}

export const rueckmeldeseiten = [
  seite("vermerk", "qm", vermerk),
  seite("vermerk-pruefkraft", "pruefer", vermerk),
  seite("dialog", "qm", async (page) => {
    await dialog(page);
    const teams = await page.getByRole("dialog").locator("option").count();
    if (teams < 3) throw new Error("Dem QM fehlen Teams.");
  }),
  seite("dialog-leer", "qm", async (page) => {
    await dialog(page);
    await page.getByRole("button", { name: "Weiter zur Vorschau" }).click();
    await page.getByRole("dialog").getByText("Bitte wählen Sie").waitFor();
  }),
  seite("liste", "tl1", async (page) => {
    await dialog(page);
    // Her own team, and no other.
    const teams = page.getByRole("dialog").locator("option");
    if ((await teams.count()) !== 2)
      throw new Error("Der Teamleitung wird ein fremdes Team angeboten.");
    await page.getByRole("button", { name: "Weiter zur Vorschau" }).click();
    await bericht(
      page,
      "Nummer der Prüfung und das Team",
      /^FA-2026-001\/Leistung 1$/,
    );
    const ordner = await mkdtemp(path.join(tmpdir(), "iks-rueckmeldung-"));
    for (const [endung, anfang] of [
      ["xlsx", "PK"],
      ["pdf", "%PDF"],
    ]) {
      const datei = path.join(ordner, `liste.${endung}`);
      await page.getByLabel("Datei", { exact: true }).fill(datei);
      await page.getByRole("button", { name: "Ausgeben", exact: true }).click();
      await page.getByText("Rückmeldeliste ausgegeben").waitFor();
      const inhalt = await readFile(datei);
      if (!inhalt.toString("latin1", 0, 4).startsWith(anfang))
        throw new Error(`${endung} ist keine solche Datei.`);
    }
    await rm(ordner, { recursive: true });
  }),
  seite(
    "pruefbogen",
    "pruefer",
    async (page) => {
      await page.getByRole("gridcell").first().click();
      await page.getByRole("link", { name: "Blanko-Prüfbogen" }).click();
      await bericht(
        page,
        "Nummer der Prüfung oder die Kennung des Prüfthemas",
        /^[a-z-]+$/,
      );
    },
    { weg: "#/fachaufsicht/themen", h1: "Prüfthemen" },
  ),
  {
    name: "rueckmeldung-berichte-teamleitung",
    benutzer: "tl1",
    weg: "#/bericht",
    h1: "Berichte",
    schritte: async (page) => {
      const berichte = page.getByRole("main").getByRole("radio");
      await berichte.first().waitFor();
      if ((await berichte.count()) !== 3)
        throw new Error("Die Teamleitung sieht nicht genau drei Berichte.");
    },
  },
];
