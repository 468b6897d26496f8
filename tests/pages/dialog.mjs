// Dialogs that several areas share: handing a list out, and the second person's name and password.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PASSWORT } from "./carrier.mjs";

/** Hands the list of the page out in these formats; each file holds something. */
export async function gibAus(page, formate) {
  const ordner = await mkdtemp(path.join(tmpdir(), "iks-liste-"));
  const dialog = page.getByRole("dialog");
  for (const format of formate) {
    if (!(await dialog.isVisible()))
      await page.getByRole("button", { name: /^Exportieren/ }).click();
    await dialog.getByRole("radio", { name: format }).check();
    const datei = path.join(ordner, `liste.${format.toLowerCase()}`);
    await dialog.getByLabel("Datei", { exact: true }).fill(datei);
    await dialog
      .getByRole("button", { name: "Exportieren", exact: true })
      .click();
    await dialog.waitFor({ state: "detached" });
    const inhalt = await readFile(datei);
    if (inhalt.length < 200) throw new Error(`${format} ist leer.`);
    // A workbook is a zip.
    if (format === "XLSX" && inhalt.toString("latin1", 0, 2) !== "PK")
      throw new Error("Die Datei ist keine Arbeitsmappe.");
  }
  await rm(ordner, { recursive: true });
}

/** Types the second person's name and password. */
export async function zweitePerson(page, benutzername) {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Benutzername der zweiten Person").fill(benutzername);
  await dialog
    .getByLabel("Passwort der zweiten Person", { exact: true })
    .fill(PASSWORT);
}
