// Pages of the area "Widersprüche" and of the absences. What they show is entered through the doors of the core, as
// the person who looks at them.

import { zweitePerson } from "./dialog.mjs";
import { aendern, deutsch, lesen, tag } from "./tuer.mjs";
import {
  anlegen,
  fristDesGerichts,
  post,
  wiedervorlage,
} from "./verfahren.mjs";

async function schritt(page, id, daten) {
  const { verfahren } = await lesen(page, "widerspruch.lesen", { id });
  return aendern(page, "widerspruch.schritt", {
    id,
    version: verfahren.version,
    schritt: daten,
  });
}

async function oeffne(page, id, text) {
  await page.evaluate((weg) => {
    location.hash = weg;
  }, `#/widerspruch/${id}`);
  await page.getByText(text).first().waitFor();
  await page.waitForFunction(
    () => !document.querySelector('[aria-busy="true"]'),
  );
}

const dialog = async (page, knopf, titel) => {
  await page.getByRole("button", { name: knopf }).first().click();
  await page.getByRole("dialog", { name: titel }).waitFor();
};

/** A button of the open dialog. */
const knopf = (page, name) =>
  page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

const ANFANG = { weg: "#/widerspruch", h1: "Widersprüche" };
const seite = (name, benutzer, schritte, weitere = {}) => ({
  name: `widerspruch-${name}`,
  benutzer,
  ...ANFANG,
  schritte,
  ...weitere,
});

const spaet = () => ({
  bescheid_am: tag(-60),
  bekanntgabe: post(tag(-60)),
  eingang: tag(-3),
});

/** A late Widerspruch that was not remedied; only the decision is missing. */
async function verspaetet(page, name) {
  const id = await anlegen(page, "widerspruch", spaet(), name);
  await schritt(page, id, { art: "abhilfe_pruefen", am: tag(-2) });
  await schritt(page, id, { art: "nicht_abhelfen", am: tag(-1) });
  return id;
}

async function klageMitFrist(page, name, am = tag(12)) {
  const id = await anlegen(
    page,
    "klage",
    { gegenstand: "Kosten der Unterkunft", bekanntgabe: null },
    name,
  );
  const quelle = `Verfügung vom ${deutsch(tag(-4))}`;
  await fristDesGerichts(page, id, "Klageerwiderung", am, quelle);
  return id;
}

/** The draft of a decision, handed over to be signed. */
async function zurZeichnung(page, name) {
  const id = await anlegen(page, "widerspruch", {}, name);
  for (const s of [
    { art: "eingang_bestaetigen", am: tag(-9) },
    { art: "abhilfe_pruefen", am: tag(-8) },
    { art: "nicht_abhelfen", am: tag(-6) },
    { art: "entwerfen", ergebnis: "zurueckweisen", stattgabe: null },
    { art: "vorlegen" },
  ])
    await schritt(page, id, s);
  return id;
}

const merk = {};

export const widerspruch = [
  seite("leer", "widerspruch", async (page) => {
    await page.getByLabel("Suche", { exact: true }).fill("gibtesnicht");
    await page.getByText("Kein Verfahren passt zu diesen Filtern.").waitFor();
    await page.getByText("Weitere Filter").click();
  }),
  seite(
    "neu",
    "widerspruch",
    async (page) => {
      await page.getByLabel("Fallnummer").fill("93002BG0012345");
      await page
        .getByLabel("Name", { exact: false })
        .first()
        .fill("Musterfrau");
      await page
        .getByLabel("Angefochtener Bescheid", { exact: true })
        .fill("Aufhebungs- und Erstattungsbescheid");
      await page.getByLabel("Bescheid vom").fill("120126");
      await page.getByLabel("Aufgabe zur Post am").fill("120126");
      await page
        .getByLabel("Die Aufgabe zur Post ist in der Akte vermerkt")
        .check();
      await page
        .getByLabel("Die Belehrung nennt die elektronische Form")
        .check();
      await page.getByLabel("Eingang im Haus").fill("20.02.2026");
      await page.keyboard.press("Tab");
      // Posted 12.01., known 16.01., one month: Monday 16.02.2026.
      await page.getByText("Mo 16.02.2026").waitFor();
      await page.getByText("verspätet", { exact: true }).waitFor();
      await page
        .getByText(/Wiedereinsetzung/)
        .first()
        .waitFor();
    },
    { weg: "#/widerspruch/neu", h1: "Neues Verfahren" },
  ),
  seite(
    "neu-adressaten",
    "widerspruch",
    async (page) => {
      await page
        .getByRole("radio", { name: "Widerspruch", exact: true })
        .check();
      await page
        .getByLabel("Bekanntgabe des Bescheids")
        .selectOption({ label: "Elektronisch" });
      await page.getByLabel("Absendung am").fill("120126");
      await page
        .getByLabel("Form", { exact: true })
        .selectOption({ label: "einfache E-Mail" });
      await page
        .getByLabel("Zuerst bei einer anderen Stelle eingegangen")
        .check();
      await page.getByLabel("Mit bevollmächtigter Person").check();
      await page.getByRole("button", { name: "Adressat hinzufügen" }).click();
      await page.getByRole("group", { name: "Adressat 2" }).waitFor();
      await page.getByLabel("Eingang im Haus").fill("20.01.2026");
      await page.keyboard.press("Tab");
      await page.getByText(/E-Mail genügt der Form nicht/).waitFor();
    },
    { weg: "#/widerspruch/neu", h1: "Neues Verfahren" },
  ),
  seite(
    "neu-fehler",
    "widerspruch",
    async (page) => {
      await page.getByLabel("Fallnummer").fill("93002BG0012345");
      await page
        .getByLabel("Angefochtener Bescheid", { exact: true })
        .fill("x");
      await page.getByLabel("Bescheid vom").fill("200226");
      await page.getByLabel("Aufgabe zur Post am").fill("120226");
      await page.getByLabel("Eingang im Haus").fill("100226");
      await page.getByLabel("Sachgebiet").selectOption({ index: 1 });
      await page.getByRole("button", { name: "Verfahren anlegen" }).click();
      await page
        .getByText("Bitte geben Sie mindestens 3 Zeichen ein.")
        .waitFor();
      await page
        .getByLabel("Angefochtener Bescheid", { exact: true })
        .fill("Ablehnung Umzug");
      await page.getByRole("button", { name: "Verfahren anlegen" }).click();
      await page.getByText(/Dieser Tag liegt vor dem Bescheid/).waitFor();
      await page.getByText(/Der Eingang liegt vor dem Bescheid/).waitFor();
    },
    { weg: "#/widerspruch/neu", h1: "Neues Verfahren", abgelehnt: true },
  ),
  seite("verspaetet", "widerspruch", async (page) => {
    const id = await verspaetet(page, "Spät");
    merk.verspaetet = id;
    await oeffne(page, id, /Wiedereinsetzung/);
    await page.getByText("Rechenweg und Verlauf").first().click();
  }),
  seite(
    "verwerfen-gesperrt",
    "widerspruch",
    async (page) => {
      await oeffne(page, merk.verspaetet, /Wiedereinsetzung/);
      await dialog(page, "Bescheid entwerfen …", "Bescheid entwerfen");
      await page.getByRole("radio", { name: /verfristet/ }).check();
      await knopf(page, "Eintragen");
      await page
        .getByText(/ermittelt eine zweite Person den Tag selbst/)
        .waitFor();
    },
    { abgelehnt: true },
  ),
  seite("hier-gegenpruefen", "widerspruch", async (page) => {
    merk.klage = await klageMitFrist(page, "Blind", tag(12));
    await oeffne(page, merk.klage, "Klageerwiderung");
    await dialog(page, /^Hier gegenprüfen lassen/, "Frist gegenprüfen");
    // The day stands nowhere on the screen while the second person looks for it.
    if ((await page.locator("body").innerText()).includes(deutsch(tag(12))))
      throw new Error("Der Tag ist hinter dem Dialog zu sehen.");
    await page.getByLabel("Selbst ermittelter Tag").fill("+11T");
  }),
  seite("abweichend", "widerspruch", async (page) => {
    const id = await klageMitFrist(page, "Uneins");
    const { fristen } = await lesen(page, "widerspruch.lesen", { id });
    await oeffne(page, id, "Klageerwiderung");
    await dialog(page, /^Hier gegenprüfen lassen/, "Frist gegenprüfen");
    await page.getByLabel("Selbst ermittelter Tag").fill("+11T");
    await zweitePerson(page, "widerspruch2");
    await page.getByRole("button", { name: "Tag eintragen" }).click();
    await page.getByText("noch nicht begründet").first().waitFor();
    merk.frist = fristen[0].frist.id;
    merk.abweichend = id;
  }),
  seite("klaeren", "widerspruch", async (page) => {
    await oeffne(page, merk.abweichend, "noch nicht begründet");
    await dialog(page, /^Klären …/, "Abweichung klären");
    await page.getByRole("radio").first().check();
    await page
      .getByLabel("Grund", { exact: true })
      .fill("Verfügung noch einmal gelesen");
  }),
  seite("ruht", "widerspruch", async (page) => {
    const id = await anlegen(page, "widerspruch", {}, "Ruhig");
    await schritt(page, id, {
      art: "ruhen",
      bis: tag(90),
      grund: "Musterverfahren beim Bundessozialgericht",
    });
    await wiedervorlage(page, id, "Stand des Musterverfahrens", tag(30));
    await oeffne(page, id, /Das Verfahren ruht bis/);
    await page.getByText("Eingangsbestätigung").click();
  }),
  seite("zeichnung", "widerspruch", async (page) => {
    merk.zeichnung = await zurZeichnung(page, "Zeichen");
    await oeffne(page, merk.zeichnung, "zur Zeichnung");
    await dialog(page, "Hier zeichnen lassen …", "Entwurf zeichnen");
  }),
  seite("zuruecknehmen", "widerspruch", async (page) => {
    await oeffne(page, merk.zeichnung, "zur Zeichnung");
    await dialog(
      page,
      "Letzten Schritt zurücknehmen …",
      "Letzten Schritt zurücknehmen",
    );
    await page.getByLabel("Grund", { exact: true }).fill("zu früh vorgelegt");
    await knopf(page, "Schritt zurücknehmen");
    await page.getByText("zurückgenommen", { exact: true }).waitFor();
    await dialog(page, "Zur Zeichnung vorlegen …", "Zur Zeichnung vorlegen");
    await page.getByRole("button", { name: "Vorlegen", exact: true }).click();
    await page
      .getByRole("button", { name: "Hier zeichnen lassen …" })
      .waitFor();
  }),
  seite("abhelfen", "widerspruch", async (page) => {
    const id = await anlegen(page, "widerspruch", {}, "Recht");
    await schritt(page, id, { art: "abhilfe_pruefen", am: tag(-2) });
    await oeffne(page, id, "in Abhilfeprüfung");
    await dialog(page, "Abhelfen …", "Abhelfen");
    await page.getByRole("radio", { name: "anderer Anteil" }).check();
    await page.getByLabel("Anteil: Zähler").fill("2");
    await page.getByLabel("Nenner").fill("3");
  }),
  seite("gericht", "widerspruch", async (page) => {
    await oeffne(page, merk.klage, "Klageerwiderung");
    await dialog(
      page,
      "Ausgang des Gerichtsverfahrens …",
      "Ausgang des Gerichtsverfahrens",
    );
    await page
      .getByLabel("Ausgang", { exact: true })
      .selectOption({ label: "Vergleich" });
    await page.getByLabel("Das Jobcenter trägt Kosten").check();
    await page.getByRole("radio", { name: "zur Hälfte" }).check();
  }),
  seite("aendern", "widerspruch", async (page) => {
    await oeffne(page, merk.verspaetet, /Wiedereinsetzung/);
    await page.getByRole("link", { name: "Angaben ändern" }).click();
    await page.getByRole("button", { name: "Speichern" }).waitFor();
    await page.getByText("Widerspruchsfrist").first().waitFor();
  }),
  seite(
    "konflikt",
    "widerspruch",
    async (page) => {
      const id = await anlegen(page, "widerspruch", {}, "Doppelt");
      await oeffne(page, id, "eingegangen");
      await page.getByRole("link", { name: "Angaben ändern" }).click();
      await page.getByRole("button", { name: "Speichern" }).waitFor();
      const { verfahren, klar } = await lesen(page, "widerspruch.lesen", {
        id,
      });
      await aendern(page, "widerspruch.aendern", {
        id,
        version: verfahren.version,
        angaben: { ...verfahren.angaben, vermerk: "Akte angefordert" },
        klar: { ...klar, name: "Neuer Name" },
      });
      await page.getByLabel("Mahnsperre gesetzt am").fill(deutsch(tag(-1)));
      await page.getByRole("button", { name: "Speichern" }).click();
      await page
        .getByRole("button", { name: "Meine Eingaben auf den neuen Stand" })
        .waitFor();
      await page.getByRole("cell", { name: "Akte angefordert" }).waitFor();
      await page.getByRole("row", { name: /^Name .*Neuer Name$/ }).waitFor();
      if (await page.getByRole("rowheader", { name: "Fallnummer" }).count())
        throw new Error("Die gleiche Fallnummer steht im Vergleich.");
    },
    { abgelehnt: true },
  ),
  seite("ueberpruefung", "widerspruch", async (page) => {
    await oeffne(page, merk.verspaetet, /Wiedereinsetzung/);
    await page
      .getByRole("link", { name: "Überprüfungsantrag anlegen" })
      .click();
    await page.getByText(/^Geht hervor aus W-/).waitFor();
    await page.getByRole("button", { name: "Verfahren anlegen" }).click();
    await page.getByText(/^Hervorgegangen aus W-/).waitFor();
  }),
  seite("liste", "widerspruch", async (page) => {
    await page.getByLabel("Suche", { exact: true }).fill("");
    await page.getByRole("row").nth(2).waitFor();
    await page
      .getByRole("checkbox", { name: /^(?!Alle).*/ })
      .nth(3)
      .check();
    await page
      .getByRole("button", { name: "Wiedervorlage anlegen …" })
      .waitFor();
    await page.getByRole("button", { name: "Exportieren …" }).waitFor();
  }),
  seite("verdeckt", "widerspruch2", async (page) => {
    await oeffne(page, merk.klage, "Tag verdeckt");
    await page.getByRole("button", { name: /^Gegenprüfen …/ }).waitFor();
  }),
  seite("ermitteln", "widerspruch2", async (page) => {
    await oeffne(page, merk.klage, "Tag verdeckt");
    await dialog(page, /^Gegenprüfen …/, "Frist gegenprüfen");
    await page.getByLabel("Selbst ermittelter Tag").fill(deutsch(tag(12)));
    await page.getByRole("button", { name: "Tag eintragen" }).click();
    await page.getByText(/^bestätigt von/).waitFor();
  }),
  seite("absenden", "widerspruch2", async (page) => {
    await oeffne(page, merk.zeichnung, "zur Zeichnung");
    await dialog(page, "Zeichnen …", "Zeichnen");
    await page.getByRole("button", { name: "Zeichnen", exact: true }).click();
    await dialog(page, "Bescheid absenden …", "Bescheid absenden");
    await page.getByRole("radio", { name: "nicht", exact: true }).check();
  }),
  seite("fremd", "qm", async (page) => {
    // Whatever the house has: with some of these pages only, nobody entered anything before.
    await page.getByRole("gridcell", { name: /^W-/ }).first().click();
    await page.getByRole("heading", { name: "Fristen", exact: true }).waitFor();
    if ((await page.locator("body").innerText()).match(/\d{5}BG\d{7}/))
      throw new Error("Die Fallnummer ist zu sehen.");
  }),
  {
    name: "verwaltung-abwesenheiten-widerspruch",
    benutzer: "widerspruch2",
    weg: "#/verwaltung/abwesenheiten",
    h1: "Abwesenheiten",
    schritte: async (page) => {
      await page.getByRole("button", { name: "Abwesenheit eintragen" }).click();
      await page.getByLabel("Erster Tag").fill("+1W");
      await page.keyboard.press("Tab");
      await page.getByLabel("Letzter Tag").fill("+2W");
      await page
        .getByLabel("Vertretung")
        .selectOption({ label: "Wiebke Sprung (WS-1)" });
      await knopf(page, "Speichern");
      await page
        .getByRole("gridcell", { name: "Wolfram Spruch", exact: true })
        .first()
        .waitFor();
      await page.getByText("geplant", { exact: true }).first().waitFor();
    },
  },
  {
    name: "verwaltung-abwesenheiten-widerspruch-aendern",
    benutzer: "admin",
    weg: "#/verwaltung/abwesenheiten",
    h1: "Abwesenheiten",
    schritte: async (page) => {
      await page
        .getByRole("button", {
          name: /^Abwesenheit von Wolfram Spruch .* ändern/,
        })
        .first()
        .click();
      await page.getByRole("dialog", { name: "Abwesenheit ändern" }).waitFor();
    },
  },
];
