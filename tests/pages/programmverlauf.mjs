// The Prüfprogramm over the years: the three years of the demo house.

import { lesen, tag } from "./tuer.mjs";

const JAHR = Number(tag(0).slice(0, 4));

/** The page of the years up to that one, with the theme that the demo house checks in all of them. */
async function zeige(page, bis) {
  const { themen } = await lesen(page, "pruefprogramm.verlauf", {
    jahr: JAHR - 2,
    schluessel: null,
  });
  const { thema_id, bereich_id } = themen[0].schluessel;
  await page.evaluate((weg) => {
    location.hash = weg;
  }, `#/fachaufsicht/pruefprogramm/${bis}/verlauf?thema=${thema_id}%2F${bereich_id}`);
  await page
    .getByRole("heading", { level: 1, name: `Verlauf bis ${bis}` })
    .waitFor();
  await page.waitForFunction(
    () => !document.querySelector('[aria-busy="true"]'),
  );
}

const seite = (name, benutzer, schritte) => ({
  name: `programmverlauf${name}`,
  benutzer,
  weg: "#/uebersicht",
  h1: "Übersicht",
  schritte,
});

export const verlaufsseiten = [
  seite("", "qm", async (page) => {
    await zeige(page, JAHR);
    const bilder = page.locator("figure svg");
    if ((await bilder.count()) < 4) throw new Error("zu wenige Bilder");
    await page.getByText("Alle Teams zusammen").first().waitFor();
    // The same axis in all of them.
    const achsen = await bilder.evaluateAll((alle) =>
      alle.map((b) =>
        [...b.querySelectorAll("text.achse")]
          .map((t) => t.textContent.trim())
          .filter((t) => /^\d+([,.]\d+)?\s%$/.test(t))
          .join(" "),
      ),
    );
    if (new Set(achsen).size !== 1 || achsen[0] === "")
      throw new Error(`verschiedene Achsen: ${achsen.join(" | ")}`);
  }),
  seite("-tabelle", "gf", async (page) => {
    await zeige(page, JAHR);
    await page.getByText("Als Tabelle", { exact: true }).click();
    await page
      .getByRole("columnheader", { name: "Obergrenze", exact: true })
      .waitFor();
  }),
  seite("-leer", "qm", async (page) => {
    await zeige(page, JAHR - 2);
    await page
      .getByText("Ein Verlauf braucht mindestens zwei ausgewertete Jahre.")
      .waitFor();
  }),
  seite("-bericht", "gf", async (page) => {
    await page.evaluate((weg) => {
      location.hash = weg;
    }, `#/fachaufsicht/pruefprogramm/${JAHR}`);
    await page
      .getByRole("heading", { level: 1, name: `Prüfprogramm ${JAHR}` })
      .waitFor();
    await page.getByRole("link", { name: "Jahresbericht" }).click();
    await page
      .getByRole("img", { name: /Jahresbericht|Seite 1 von/ })
      .first()
      .waitFor();
  }),
  seite("-wahl", "qm", async (page) => {
    const verlauf = async () => {
      await page.evaluate((weg) => {
        location.hash = weg;
      }, `#/fachaufsicht/pruefprogramm/${JAHR}/verlauf`);
      await page.getByRole("heading", { level: 1, name: /^Verlauf/ }).waitFor();
      await page.getByRole("heading", { level: 2 }).first().waitFor();
    };
    await verlauf();
    // Themes to choose from there are after the pages of the running year, and one alone needs no choice.
    const wahl = page.getByLabel("Thema");
    if ((await wahl.count()) === 0) return;
    const name = (await wahl.locator("option").last().innerText()).trim();
    await wahl.selectOption({ label: name });
    const gewaehlt = page.getByRole("heading", {
      level: 2,
      name: name.replace(/, [^,]+$/, ""),
    });
    await gewaehlt.waitFor();
    await page.evaluate(() => {
      location.hash = "#/uebersicht";
    });
    await page.getByRole("heading", { level: 1, name: "Übersicht" }).waitFor();
    await verlauf();
    await gewaehlt.waitFor();
  }),
];
