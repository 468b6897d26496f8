// Blind double check: the share, a second sheet without the first one, and both side by side.

import { prueffaelle, pruefungen } from "./faelle.mjs";
import { aendern, lesen } from "./tuer.mjs";

const NUMMER = "FA-2026-004";

async function pruefung(page) {
  const [eine] = await pruefungen(page, { text: NUMMER });
  return eine.id;
}

const lage = async (page) =>
  lesen(page, "doppelpruefung.lage", { id: await pruefung(page) });

const gezeigteFaelle = async (page) =>
  (await prueffaelle(page, await pruefung(page))).length;

/** Opens a step of the check. */
async function schritt(page, name) {
  await page.getByRole("gridcell", { name: NUMMER, exact: true }).click();
  await page
    .getByRole("link", { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await page
    .getByRole("heading", { level: 2, name: "Doppelprüfung" })
    .waitFor();
}

/** Opens the first second sheet that is not closed. */
async function zweitbogen(page) {
  await schritt(page, "Prüffälle");
  const { boegen } = await lage(page);
  const { position } = boegen.find((b) => b.stand !== "abgeschlossen");
  await page.getByRole("link", { name: new RegExp(`^${position}: `) }).click();
  await page
    .getByRole("heading", {
      level: 1,
      name: `Zweitbogen zu Prüffall ${position}`,
    })
    .waitFor();
}

/** Answers what is open, the first item with `erste`, and closes the sheet. */
async function pruefe(page, id, erste) {
  let bogen = await lesen(page, "doppelpruefung.bogen", { id });
  const sende = async (name, mehr = {}) => {
    await aendern(page, name, { id, version: bogen.version, ...mehr });
    bogen = await lesen(page, "doppelpruefung.bogen", { id });
  };
  if (bogen.stand === "offen") await sende("doppelpruefung.beginnen");
  const setze = (merkmal, wert) =>
    sende("doppelpruefung.antworten", { merkmal, wert });
  await setze(bogen.gelten[0], erste);
  for (;;) {
    const offen = bogen.gelten.find((m) => bogen.antworten[m] === undefined);
    if (offen === undefined) break;
    await setze(offen, "ja");
  }
  await sende("doppelpruefung.abschliessen");
}

const seite = (name, schritte) => ({
  name: `doppelpruefung-${name}`,
  benutzer: "qm",
  weg: "#/fachaufsicht",
  h1: "Fachaufsicht",
  schritte,
});

export const doppelpruefungsseiten = [
  seite("einrichten", async (page) => {
    await schritt(page, "Prüffälle");
    await page
      .getByRole("button", { name: "Doppelprüfung einrichten …" })
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Anteil je Ziehung").fill("0");
    await dialog.getByRole("button", { name: "Einrichten" }).click();
    await dialog
      .getByText("Bitte geben Sie eine Zahl von 1 bis 100 ein.")
      .first()
      .waitFor();
  }),
  seite("zweitboegen", async (page) => {
    const vorher = await gezeigteFaelle(page);
    await schritt(page, "Prüffälle");
    await page
      .getByRole("button", { name: "Doppelprüfung einrichten …" })
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Anteil je Ziehung").fill("10");
    await dialog
      .getByLabel("Zweite Person")
      .selectOption({ label: "QM-1 Quirin Maßmann" });
    await dialog.getByRole("button", { name: "Einrichten" }).click();
    await page.getByText("Die Doppelprüfung ist eingerichtet.").waitFor();
    await page.getByText("10 Prozent der gezogenen Fälle").waitFor();
    const { boegen } = await lage(page);
    if (boegen.length === 0 || boegen.length !== Math.ceil(vorher / 10))
      throw new Error(`${boegen.length} Zweitbögen bei ${vorher} Fällen.`);
    if ((await gezeigteFaelle(page)) !== vorher - boegen.length)
      throw new Error("Die zweite Person sieht erste Prüfbögen.");
    await page
      .getByText(`${vorher - boegen.length} Zeilen`, { exact: true })
      .waitFor();
    if (!boegen.every((b) => b.fall.includes("BG")))
      throw new Error("Der zweiten Person fehlen die Nummern.");
  }),
  seite("beginn", async (page) => {
    await zweitbogen(page);
    await page.getByRole("button", { name: "Zweitbogen beginnen" }).click();
    await page
      .getByText("bitten Sie das Qualitätsmanagement")
      .first()
      .waitFor();
  }),
  seite("bogen", async (page) => {
    await zweitbogen(page);
    await page.getByLabel("Ich kenne die Antworten").check();
    await page.getByRole("button", { name: "Zweitbogen beginnen" }).click();
    const antworten = page.locator('[data-antworten] [tabindex="0"]');
    await antworten.first().focus();
    await page.keyboard.press("n");
    await page.keyboard.press("j");
    await page.getByText("gespeichert", { exact: true }).first().waitFor();
    const id = page.url().split("/").at(-1);
    const { gelten, antworten: gegeben } = await lesen(
      page,
      "doppelpruefung.bogen",
      { id },
    );
    const [a, b] = gelten.map((m) => gegeben[m]);
    if (a !== "nein" || b !== "ja")
      throw new Error(`Gespeichert sind „${a}“ und „${b}“.`);
    if (
      !(await page
        .getByRole("button", { name: "Zweitbogen abschließen" })
        .isDisabled())
    )
      throw new Error("Ein unvollständiger Zweitbogen lässt sich abschließen.");
  }),
  seite("abgeschlossen", async (page) => {
    await zweitbogen(page);
    const id = page.url().split("/").at(-1);
    await pruefe(page, id, "nein");
    await page.reload();
    await page.getByText("Der Zweitbogen ist abgeschlossen.").waitFor();
    // The link leads on to the next one.
    await page.getByRole("link", { name: "Nächster Zweitbogen" }).waitFor();
  }),
  seite("uebereinstimmung", async (page) => {
    for (const { id, stand } of (await lage(page)).boegen)
      if (stand !== "abgeschlossen") await pruefe(page, id, "nein");
    const { uebereinstimmung, boegen } = await lage(page);
    if (uebereinstimmung.faelle !== boegen.filter((b) => b.lesbar).length)
      throw new Error("Verglichen sind andere Fälle, als die Liste sagt.");
    await schritt(page, "Auswertung");
    const tafel = page.getByRole("table", {
      name: "Übereinstimmung je Merkmal",
    });
    await tafel.waitFor();
    await page.getByText(/verschieden gelesen$/).waitFor();
    await page.getByText("Fall für Fall").first().click();
    await page
      .getByRole("table", {
        name: "Verschiedene Antworten auf dasselbe Merkmal",
      })
      .waitFor();
  }),
];
