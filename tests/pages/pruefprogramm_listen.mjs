// What of a programme leaves the house: the lists, and the requests to `iksctl rechne`.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gibAus } from "./dialog.mjs";

/** From the start of the programme to the year of its first theme. */
async function jahrDesThemas(page) {
  await page.locator('a[href*="/thema/"]').first().click();
  await page.getByRole("heading", { name: "Schichten", exact: true }).waitFor();
}

const seite = (name, benutzer, schritte) => ({
  name: `pruefprogramm-listen-${name}`,
  benutzer,
  weg: "#/fachaufsicht/pruefprogramm",
  h1: /^Prüfprogramm/,
  schritte,
});

export const programmlisten = [
  seite("plan", "qm", async (page) => {
    await gibAus(page, ["XLSX", "CSV", "PDF"]);
    await page.getByRole("button", { name: /^Exportieren/ }).click();
    await page.getByText(/^Ausgegeben wird eine Zeile je Thema/).waitFor();
  }),
  seite("plan-geschaeftsfuehrung", "gf", (page) => gibAus(page, ["CSV"])),
  seite("schichten", "qm", async (page) => {
    await jahrDesThemas(page);
    await gibAus(page, ["XLSX", "CSV", "PDF"]);
  }),
  seite("rechne", "qm", async (page) => {
    await jahrDesThemas(page);
    await page.getByRole("button", { name: /iksctl rechne/ }).click();
    const ordner = await mkdtemp(path.join(tmpdir(), "iks-rechne-"));
    const datei = path.join(ordner, "jahr.jsonl");
    await page.getByLabel("Datei", { exact: true }).fill(datei);
    await page.getByRole("button", { name: "Ausgeben", exact: true }).click();
    await page.getByText(/^Die Datei ist geschrieben/).waitFor();
    const zeilen = (await readFile(datei, "utf8")).trim().split("\n");
    const methoden = zeilen.map((z) => JSON.parse(z).method);
    if (!methoden.includes("stratified_guaranteed_upper"))
      throw new Error(methoden.join());
    await rm(ordner, { recursive: true });
    await page.getByRole("button", { name: /iksctl rechne/ }).click();
    await page.getByRole("dialog").waitFor();
  }),
];
