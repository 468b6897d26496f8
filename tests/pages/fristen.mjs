// Pages around the dates of the Widersprüche, with procedures that two people enter through the doors.

import { gibAus, zweitePerson } from "./dialog.mjs";
import { aendern, lesen, tag } from "./tuer.mjs";
import {
  anlegen,
  fristDesGerichts,
  post,
  wiedervorlage,
} from "./verfahren.mjs";

const vonHand = (page, id, bezeichnung, am) =>
  fristDesGerichts(
    page,
    id,
    bezeichnung,
    am,
    "Schreiben des Sozialgerichts vom 02.11.2026",
  );

/** Five procedures of different age, with deadlines of the court and Wiedervorlagen, once a house. */
async function bestand(page) {
  const ids = [];
  for (const alter of [5, 20, 45, 78, 120]) {
    ids.push(
      await anlegen(
        page,
        "widerspruch",
        {
          bescheid_am: tag(-alter - 20),
          bekanntgabe: post(tag(-alter - 20)),
          eingang: tag(-alter),
        },
        "Erika Beispiel",
      ),
    );
  }
  await vonHand(page, ids[2], "Akten vorlegen", tag(9));
  await vonHand(page, ids[1], "Termin absagen", tag(12));
  await vonHand(page, ids[3], "Stellung nehmen", tag(0));
  const [frist] = (
    await lesen(page, "widerspruch.lesen", { id: ids[1] })
  ).fristen.filter((f) => f.frist.art === "untaetigkeit");
  await aendern(page, "frist.uebersteuern", {
    id: frist.frist.id,
    version: frist.frist.version,
    tag: tag(30),
    grund: "Die Richterin bat um einen früheren Bescheid.",
  });
  await wiedervorlage(page, ids[0], "Begründung da?", tag(0));
  await wiedervorlage(page, ids[1], "Stellungnahme der Leistung", tag(2));
  await wiedervorlage(page, ids[3], "Entwurf fertig?", tag(4));
}

/** What the second person finds: one day that agrees not, one confirmation. */
async function kontrolliert(page) {
  const offen = await lesen(page, "frist.kontrollen", {});
  const fristen = offen.map((o) => o.ansicht.frist);
  const stellung = fristen.find((f) => f.bezeichnung === "Stellung nehmen");
  await aendern(page, "frist.gegenpruefen", {
    id: stellung.id,
    version: stellung.version,
    tag: tag(1),
  });
  const { id, version } = fristen.find((f) => !f.doppelt && f.tag !== null);
  await aendern(page, "frist.bestaetigen", { id, version });
}

const seite = (name, pfad, h1, schritte, benutzer = "widerspruch2") => ({
  name: `fristen-${name}`,
  benutzer,
  weg: `#/widerspruch/${pfad}`,
  h1,
  ...(schritte && { schritte }),
});

/** Loads the page again, for the steps before it changed what it shows. */
async function neu(page, text) {
  await page.reload();
  await page.getByText(text).first().waitFor();
}

export const fristenseiten = [
  seite(
    "eintragen",
    "kontrolle",
    "Kontrolle",
    async (page) => {
      await bestand(page);
      await neu(page, "Doppelt zu prüfen");
      await page
        .getByRole("button", {
          name: /^Hier gegenprüfen lassen … .*Akten vorlegen/,
        })
        .click();
      await page
        .getByRole("dialog")
        .getByLabel("Selbst ermittelter Tag")
        .waitFor();
    },
    "widerspruch",
  ),
  seite(
    "mitzeichnen",
    "kontrolle",
    "Kontrolle",
    async (page) => {
      await page
        .getByRole("button", {
          name: /^Hier gegenprüfen lassen … .*Termin absagen/,
        })
        .click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Selbst ermittelter Tag").fill("+12T");
      await zweitePerson(page, "widerspruch2");
      await dialog.getByRole("button", { name: "Tag eintragen" }).click();
      await page.getByText(/Beide Tage stimmen überein/).waitFor();
    },
    "widerspruch",
  ),
  seite("kontrolle", "kontrolle", "Kontrolle", async (page) => {
    await kontrolliert(page);
    await neu(page, "Auf Ihre Gegenprüfung warten");
    await page.getByText("Abweichend geprüft").first().waitFor();
  }),
  seite("gegenpruefen", "kontrolle", "Kontrolle", async (page) => {
    await page
      .getByRole("button", { name: /^Gegenprüfen … .*Akten vorlegen/ })
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Selbst ermittelter Tag").fill("+9T");
    await dialog.getByText(/Schreiben des Sozialgerichts/).waitFor();
  }),
  seite("bestaetigen", "kontrolle", "Kontrolle", async (page) => {
    await page
      .getByRole("button", { name: /^Bestätigen … .*Entscheiden und absenden/ })
      .first()
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/§/).first().waitFor();
  }),
  seite("entscheiden", "kontrolle", "Kontrolle", async (page) => {
    await page
      .getByRole("button", { name: /^Entscheiden … / })
      .first()
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Ablehnen").check();
    await dialog.getByLabel("Grund der Ablehnung").waitFor();
  }),
  seite("klaeren", "kontrolle", "Kontrolle", async (page) => {
    await page
      .getByRole("button", { name: /^Klären … .*Stellung nehmen/ })
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: /\(WS-1\)/ }).check();
    await dialog.getByRole("radio", { name: /\(WS-2\)/ }).waitFor();
  }),
  seite("naechste", "kontrolle", "Kontrolle", async (page) => {
    await page
      .getByRole("button", { name: /^Bestätigen … / })
      .first()
      .click();
    const titel = page.getByRole("dialog").getByRole("heading").first();
    const erster = await titel.innerText();
    await page.getByRole("button", { name: "Bestätigen und nächste" }).click();
    await page.getByText(/ist bestätigt\.$/).waitFor();
    await page.getByRole("dialog").waitFor();
    if ((await titel.innerText()) === erster)
      throw new Error("Es steht noch dieselbe Frist da.");
  }),
  seite("kalender", "kalender", "Kalender", async (page) => {
    await page
      .getByText("Diese Fristen warten auf Ihre Gegenprüfung")
      .waitFor();
    // What is to be found blind stands above, in no day of the calendar.
    const tabelle = page.getByRole("grid", { name: /Fristen und/ });
    await tabelle.getByRole("link").first().waitFor();
    if (await tabelle.getByText("Akten vorlegen").count())
      throw new Error("Eine verdeckte Frist steht im Kalender.");
    const abgeschnitten = await tabelle.evaluate((t) =>
      [...t.querySelectorAll("a .nummer")]
        .filter((n) => {
          const [feld, nummer] = [n.closest("li"), n].map((e) =>
            e.getBoundingClientRect(),
          );
          return nummer.right > feld.right || nummer.bottom > feld.bottom;
        })
        .map((n) => n.textContent),
    );
    if (abgeschnitten.length > 0)
      throw new Error(`Nummern sind abgeschnitten: ${abgeschnitten}`);
    if ((await tabelle.locator("a .nummer").count()) === 0)
      throw new Error("Im Kalender steht keine Nummer.");
  }),
  seite("kalender-woche", "kalender", "Kalender", async (page) => {
    await page.getByRole("button", { name: "Woche", exact: true }).click();
    await page.getByText(/^KW \d+/).waitFor();
    await page
      .getByLabel("Zeigen", { exact: true })
      .selectOption({ label: "Wiedervorlagen" });
  }),
  seite("fristenbuch", "fristenbuch", "Fristenbuch", async (page) => {
    await page
      .getByRole("cell", { name: "abweichend geprüft" })
      .first()
      .waitFor();
  }),
  seite("fristenbuch-gestern", "fristenbuch", "Fristenbuch", async (page) => {
    await page.getByRole("button", { name: "Gestern" }).click();
    await page.getByText(/^Kein Eintrag/).waitFor();
  }),
  seite("auswertung", "auswertung", "Auswertung", async (page) => {
    await page
      .getByRole("heading", { name: "Zugang, Abgang und Bestand" })
      .waitFor();
    // The words of the core and the columns say the same.
    await page.getByRole("img", { name: /^Widersprüche: Zugang/ }).waitFor();
  }),
  seite("auswertung-export", "auswertung", "Auswertung", async (page) => {
    await page.getByRole("button", { name: "Exportieren …" }).click();
    const dialog = page.getByRole("dialog", {
      name: "Auswertung der Widersprüche exportieren",
    });
    await dialog
      .getByText(
        "Ausgegeben werden alle Zahlen dieser Seite. Der Zeitraum steht in der Datei.",
        { exact: true },
      )
      .waitFor();
    await gibAus(page, ["XLSX"]);
    await page
      .getByText(/ausgegeben|geschrieben/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Exportieren …" }).click();
    await dialog.getByLabel("Datei", { exact: true }).waitFor();
  }),
  seite("bericht", "auswertung", "Auswertung", async (page) => {
    await page.getByRole("link", { name: "Widerspruchsbericht (PDF)" }).click();
    await page.getByRole("heading", { level: 1, name: "Berichte" }).waitFor();
    await page.getByRole("radio", { name: "Widerspruchsbericht" }).waitFor();
    await page.getByRole("img", { name: /^Seite 1 von/ }).waitFor();
  }),
  seite("geprueft", "kontrolle", "Kontrolle", async (page) => {
    await page
      .getByRole("button", { name: /^Gegenprüfen … .*Akten vorlegen/ })
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Selbst ermittelter Tag").fill("+9T");
    await dialog.getByRole("button", { name: "Tag eintragen" }).click();
    await page.getByText(/Beide Tage stimmen überein/).waitFor();
    await page
      .getByRole("button", { name: /^Gegenprüfen … .*Akten vorlegen/ })
      .waitFor({ state: "detached" });
  }),
  {
    ...seite("uebersicht", "", "Übersicht"),
    weg: "#/uebersicht",
    schritte: async (page) => {
      await page.getByText("Nächste Termine").waitFor();
    },
  },
];
