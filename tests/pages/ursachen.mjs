// The comparison of causes on the demo house, and where its numbers lead; see seiten.mjs.

import { gibAus } from "./dialog.mjs";

const tafel = (page, name) => page.getByRole("table", { name, exact: true });

/** As many records in the list as the number of the link says. */
async function fuehrtZurListe(page, name, h1) {
  const link = tafel(page, "Nach Sachgebiet").getByRole("link", { name });
  const zahl = (await link.innerText()).trim();
  await link.click();
  await page.getByRole("heading", { name: h1, level: 1 }).waitFor();
  await page.getByText(new RegExp(`(^|von )${zahl} Zeilen$`)).waitFor();
  await page.getByText(/^Weitere Filter \(3 gesetzt\)$/).waitFor();
}

const seite = (name, benutzer, schritte) => ({
  name: `ursachen-${name}`,
  benutzer,
  weg: "#/bericht/ursachen",
  h1: "Ursachen",
  schritte,
});

export const ursachenseiten = [
  seite("haus", "qm", async (page) => {
    await tafel(page, "Nach Sachgebiet")
      .getByRole("rowheader", { name: "insgesamt" })
      .waitFor();
    await page
      .getByRole("link", { name: /^Prüfung planen/ })
      .first()
      .waitFor();
    if ((await page.locator("figure svg").count()) !== 3)
      throw new Error("Es sind nicht drei Verläufe.");
  }),
  seite("sachgebiet", "qm", async (page) => {
    await page
      .getByLabel("Sachgebiet", { exact: true })
      .selectOption({ label: "Unterkunft und Heizung" });
    await page.getByLabel("Von", { exact: true }).selectOption("2026-Q1");
    const zeilen = tafel(page, "Nach Sachgebiet").getByRole("row");
    // Two rows of the head, the Sachgebiet, the sum.
    await page.waitForFunction(
      () =>
        document
          .querySelector("#sachgebiete")
          ?.parentElement?.querySelectorAll("tr").length === 4,
    );
    if ((await zeilen.count()) !== 4)
      throw new Error("Es ist nicht ein Sachgebiet.");
    // The filter is found again.
    await page.goto(page.url().replace(/#.*/, "#/uebersicht"));
    await page.getByRole("heading", { name: "Übersicht", level: 1 }).waitFor();
    await page.goto(page.url().replace(/#.*/, "#/bericht/ursachen"));
    await page.getByRole("button", { name: "Filter zurücksetzen" }).waitFor();
  }),
  seite("zurueckgesetzt", "qm", async (page) => {
    await page.getByRole("button", { name: "Filter zurücksetzen" }).click();
    await page
      .getByLabel("Ursache", { exact: true })
      .selectOption({ label: "IT-Verfahren" });
    await tafel(page, "Nach Quartal").waitFor();
    await page.getByRole("button", { name: "Filter zurücksetzen" }).click();
  }),
  seite("widersprueche", "qm", (page) =>
    fuehrtZurListe(page, /insgesamt, Widersprüche, mit Erfolg/, "Widersprüche"),
  ),
  // In the demo house each reaction has one Anliegen, so the numbers agree.
  seite("kundenreaktionen", "qm", (page) =>
    fuehrtZurListe(
      page,
      /insgesamt, Kundenreaktionen, berechtigt/,
      "Kundenreaktionen",
    ),
  ),
  seite("feststellungen", "qm", (page) =>
    fuehrtZurListe(page, /insgesamt, Fachaufsicht: Zufall/, "Feststellungen"),
  ),
  seite("planen", "qm", async (page) => {
    await page
      .getByRole("link", { name: /^Prüfung planen/ })
      .first()
      .click();
    await page
      .getByRole("heading", { name: "Neue Prüfung", level: 1 })
      .waitFor();
    await page.getByText(/zum Sachgebiet „/i).waitFor();
    await page
      .getByRole("radio", { name: /^anlassbezogen/i, checked: true })
      .waitFor();
  }),
  seite("ausgabe", "qm", (page) => gibAus(page, ["XLSX", "CSV", "PDF"])),
  // Without sight of the other two modules their figures are missing here as well.
  seite("krm", "krm", async (page) => {
    await page
      .getByText(/^Nicht gezeigt: Widersprüche und Fachaufsicht\./)
      .waitFor();
    if (await page.getByRole("columnheader", { name: "Widersprüche" }).count())
      throw new Error("Die Widersprüche sind zu sehen.");
  }),
  seite("team", "tl1", async (page) => {
    await page
      .getByText(/^Gezählt ist nur, was Sie auch in den Listen sehen/)
      .waitFor();
    if (await page.getByRole("link", { name: /^Prüfung planen/ }).count())
      throw new Error("Eine Teamleitung plant keine Prüfung.");
  }),
];
