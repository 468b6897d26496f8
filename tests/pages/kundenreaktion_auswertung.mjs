// The evaluation of Kundenreaktionen: the period of 2019 with reactions of its own, and the demo house.

import { gibAus } from "./dialog.mjs";
import { aendern, lesen } from "./tuer.mjs";

const JAHR = { von: "2019-01-01", bis: "2019-12-31" };
const IM_JAHR = `#/kundenreaktion/auswertung?${new URLSearchParams(JAHR)}`;

const seite = (name, benutzer, schritte, weitere = {}) => ({
  name: `kundenreaktion-${name}`,
  benutzer,
  weg: "#/kundenreaktion/auswertung",
  h1: "Auswertung",
  schritte,
  ...weitere,
});

/** A reaction that came in on that day of 2019, looked through, with up to three Anliegen. */
async function anlegen(page, art, tag, anliegen) {
  const { objekte } = await aendern(page, "kundenreaktion.anlegen", {
    angaben: {
      art,
      kanal: "schriftlich",
      eingang: tag,
      uhrzeit: null,
      betreff: "Wartezeit am Empfang",
      andere_stelle: "",
      antwort_erwuenscht: true,
      anliegen,
    },
    klar: {
      name: "",
      kontakt: "Empfang, Postfach 7",
      fallnummer: "",
      schilderung: "",
    },
    sichtung: {
      sichtung: { rechtsbehelf: false, begruendung: "", datenschutz: false },
      widerspruch: null,
    },
  });
  return objekte.find((o) => o.art === "kundenreaktion").id;
}

async function antworten(page, id, am) {
  const { reaktion } = await lesen(page, "kundenreaktion.lesen", { id });
  await aendern(page, "kundenreaktion.schritt", {
    id,
    version: reaktion.version,
    schritt: { art: "beantworten", am, weg: "brief" },
    text: "Vielen Dank für Ihre Nachricht.",
  });
}

/** The tables beside the bars are folded. */
const tabellen = (page) =>
  page.evaluate(() => {
    for (const d of document.querySelectorAll("main details")) d.open = true;
  });

const anliegen = (art) => ({
  art,
  sachgebiet: null,
  team_id: null,
  ursache: null,
});

export const kundenreaktionAuswertung = [
  seite("auswertung", "krm", async (page) => {
    await page
      .getByRole("img", { name: /^Kundenreaktionen: Zugang, Abgang/ })
      .waitFor();
    for (const name of [
      "Zugesagte Tage",
      "Worum es ging",
      "Beurteilung und Folgen",
      "Jahre im Vergleich",
      "Was nicht gezählt ist",
    ])
      await page.getByRole("heading", { name, exact: true }).waitFor();
    await page.getByRole("button", { name: "Jahre im Vergleich" }).click();
    await page.locator("#jahre:focus").waitFor();
    // Each group as bars and as a table.
    for (const name of ["Reaktionen nach Art", "Anliegen nach Sachgebiet"]) {
      await page.getByRole("img", { name }).waitFor();
      await tabellen(page);
      await page
        .getByRole("table", { name: `${name} (Vollzählung)` })
        .waitFor();
    }
  }),
  seite(
    "auswertung-jahr",
    "krm",
    async (page) => {
      const lob = await anlegen(page, "lob", "2019-03-04", [
        anliegen("verhalten"),
      ]);
      const kritik = await anlegen(page, "kritik", "2019-03-04", [
        anliegen("organisation"),
        anliegen("infrastruktur"),
      ]);
      await anlegen(page, "beschwerde", "2019-05-06", [
        anliegen("organisation"),
      ]);
      await antworten(page, lob, "2019-03-08");
      await antworten(page, kritik, "2019-03-20");
      await page.reload();
      await page
        .getByText("Im Zeitraum gingen 3 Kundenreaktionen mit 4 Anliegen")
        .waitFor();
      // One on its fourth day, one two days late, one never.
      await page
        .getByText(/^Bis zum zugesagten Tag beantwortet wurden 1 von 3/)
        .waitFor();
      await page
        .getByRole("row", { name: "überfällig und offen" })
        .getByRole("cell", { name: "1" })
        .last()
        .waitFor();
      await tabellen(page);
      await page
        .getByRole("row", { name: /^Organisation und Ablauf/ })
        .getByRole("cell", { name: "2", exact: true })
        .waitFor();
    },
    { weg: IM_JAHR },
  ),
  seite("auswertung-zeitraum", "krm", async (page) => {
    const jahr = String(new Date().getFullYear() - 1);
    await page.getByRole("button", { name: jahr, exact: true }).click();
    await page.waitForURL(new RegExp(`von=${jahr}-01-01&bis=${jahr}-12-31`));
    const { auswertung } = await lesen(page, "kundenreaktion.auswertung", {
      von: `${jahr}-01-01`,
      bis: `${jahr}-12-31`,
    });
    await page.getByText(auswertung.saetze[0]).waitFor();
  }),
  seite("auswertung-leer", "krm", async () => {}, {
    weg: "#/kundenreaktion/auswertung?von=2018-01-01&bis=2018-12-31",
  }),
  seite("auswertung-team", "tl1", async (page) => {
    await page
      .getByText(/^Gezählt sind nur Reaktionen, die Ihre Teams betreffen/)
      .waitFor();
    if (await page.getByRole("button", { name: "Exportieren …" }).count())
      throw new Error("Die Teamleitung darf die Zahlen nicht ausgeben.");
  }),
  seite("auswertung-export", "krm", async (page) => {
    await page.getByRole("button", { name: "Exportieren …" }).click();
    const dialog = page.getByRole("dialog", {
      name: "Auswertung der Kundenreaktionen exportieren",
    });
    await dialog.waitFor();
    await gibAus(page, ["XLSX"]);
    await page
      .getByText(/ausgegeben|geschrieben/)
      .first()
      .waitFor();
  }),
  seite("auswertung-bericht", "krm", async (page) => {
    await page.getByRole("link", { name: "KRM-Bericht (PDF)" }).click();
    await page.getByRole("heading", { level: 1, name: "Berichte" }).waitFor();
    // The only one for this person: nothing to choose.
    await page.getByText(/^Kundenreaktionen eines Zeitraums/).waitFor();
    await page.getByRole("img", { name: /^Seite 1 von/ }).waitFor();
  }),
];
