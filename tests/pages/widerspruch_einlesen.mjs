// The assistant that takes an earlier list of Widersprüche over, step by step. The list is written by the test: the core
// reads a path.

import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const KOPF =
  "BG-Nummer;Eingang;Name;Art;Gegenstand;Bescheid vom;Aufgabe zur Post;Sachgebiet;Ergebnis;Erledigt am;W-Nr.";
const ZEILEN = [
  "93002BG0070001;02.02.2026;Muster;Widerspruch;Aufhebungsbescheid;12.01.2026;12.01.2026;aufhebung-erstattung;zurückgewiesen;30.03.2026;1/26",
  "93002BG0070002;03.02.2026;Beispiel;Widerspruch;Änderungsbescheid;;;Mietkram;abgeholfen;31.03.2026;2/26",
  "93002BG0070003;31.02.2026;Probe;Klage;Bescheid;;;sonstiges;;;3/26",
  "93002BG0070004;05.10.2026;Test;§ 44 SGB X;Überprüfung 2024;;;sonstiges;offen;;4/26",
];

const weiter = (page, name) =>
  page.getByRole("button", { name, exact: true }).click();

async function datei(page) {
  const ordner = await mkdtemp(path.join(tmpdir(), "iks-liste-"));
  const pfad = path.join(ordner, "widersprueche.csv");
  await writeFile(pfad, `${[KOPF, ...ZEILEN].join("\r\n")}\r\n`, "latin1");
  await page.getByLabel("Datei", { exact: true }).fill(pfad);
}

async function spalten(page) {
  await datei(page);
  await weiter(page, "Datei ansehen");
  await page.getByRole("button", { name: "Vorschau erneuern" }).waitFor();
  await page.getByLabel("In den Akten ist der Abgang vermerkt").check();
}

async function pruefen(page) {
  await spalten(page);
  await weiter(page, "Liste prüfen");
  await page.getByText("Den Tag in „Eingang“ gibt es nicht.").first().waitFor();
}

async function erklaert(page) {
  await pruefen(page);
  await page
    .getByLabel("Sachgebiet: „Mietkram“")
    .selectOption({ value: "unterkunft-heizung" });
  await weiter(page, "Erneut prüfen");
  await page
    .getByRole("heading", { name: "Unbekannte Wörter" })
    .waitFor({ state: "detached" });
  await weiter(page, "Weiter");
  await page.getByLabel("Zuordnung als Importprofil speichern").check();
  await page.getByLabel("Name des Profils").fill("Liste bis 2026");
}

const seite = (name, schritte) => ({
  name: `liste-einlesen-${name}`,
  benutzer: "widerspruch",
  weg: "#/widerspruch/einlesen",
  h1: "Liste einlesen",
  schritte,
});

export const widerspruchEinlesen = [
  seite("datei", datei),
  seite("spalten", spalten),
  seite("pruefen", pruefen),
  seite("uebernehmen", erklaert),
  seite("fertig", async (page) => {
    await erklaert(page);
    await weiter(page, "3 Verfahren übernehmen");
    await page.getByText(/^3 Verfahren wurden übernommen/).waitFor();
    await page
      .getByRole("heading", { level: 1, name: "Widersprüche" })
      .waitFor();
    await page.getByText("W-2026-").first().waitFor();
  }),
  seite("noch-einmal", async (page) => {
    await datei(page);
    await page
      .getByLabel("Importprofil")
      .selectOption({ label: "Liste bis 2026" });
    await weiter(page, "Datei ansehen");
    await weiter(page, "Liste prüfen");
    await page
      .getByText(/^Aus dieser Liste ist nichts zu übernehmen/)
      .waitFor();
  }),
];
