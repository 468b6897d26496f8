// Entry, queue, Textbausteine and Antwortzeiten of the area "Kundenreaktionen", and its numbers on the start page.
// The page of a single one is tried in reaktion.mjs.

import { gibAus } from "./dialog.mjs";
import { aendern, deutsch, lesen, tag } from "./tuer.mjs";

const BESCHWERDE = {
  angaben: {
    art: "beschwerde",
    kanal: "telefonisch",
    eingang: tag(0),
    uhrzeit: null,
    betreff: "Niemand ruft zurück",
    andere_stelle: "",
    anliegen: [
      { art: "organisation", sachgebiet: null, team_id: null, ursache: null },
    ],
    antwort_erwuenscht: true,
  },
  klar: { name: "Erika Wartend", kontakt: "", fallnummer: "", schilderung: "" },
  sichtung: null,
};

/** Enters one that nobody has looked through; answers its number. */
async function ungesichtet(page) {
  const { objekte } = await aendern(page, "kundenreaktion.anlegen", BESCHWERDE);
  const { id } = objekte.find((o) => o.art === "kundenreaktion");
  return (await lesen(page, "kundenreaktion.lesen", { id })).reaktion.nummer;
}

const fuelle = (page, feld, text) =>
  page.getByLabel(feld, { exact: true }).fill(text);
const waehle = (page, feld, text) =>
  page.getByLabel(feld, { exact: true }).selectOption({ label: text });
const frage = (page, antwort) =>
  page.getByRole("radio", { name: antwort, exact: true }).check();
const speichere = (page) =>
  page.getByRole("button", { name: "Speichern", exact: true }).click();
const gespeichert = async (page) => {
  await page.getByText("Die Reaktion wurde gespeichert.").waitFor();
  return page.locator("p.nummer").innerText();
};

const fokus = (page) =>
  page.evaluate(() => document.activeElement?.getAttribute("name") ?? "");

const seite = (name, weg, h1, schritte, weitere = {}) => ({
  name: `kundenreaktion-${name}`,
  benutzer: "krm",
  weg,
  h1,
  schritte,
  ...weitere,
});
const neu = (name, schritte, weitere = {}) =>
  seite(
    `neu-${name}`,
    "#/kundenreaktion/neu",
    "Neue Reaktion",
    schritte,
    weitere,
  );
const liste = (name, schritte, weitere = {}) =>
  seite(
    `liste-${name}`,
    "#/kundenreaktion",
    "Kundenreaktionen",
    schritte,
    weitere,
  );

const WIDERSPRUCH =
  "Mit dem Bescheid bin ich nicht einverstanden und lege Widerspruch ein. Meine Daten wurden an den Vermieter weitergegeben.";

/** Keys beside the text itself that a call may cost. */
const HOECHSTENS_TASTEN = 25;

export const kundenreaktion = [
  neu("leer", async (page) => {
    await page.getByLabel("Betreff").waitFor();
    if ((await fokus(page)) !== "angaben.art")
      throw new Error("Das erste Feld hat nicht den Fokus.");
  }),
  // A call at the desk without a mouse: every key beside the text is counted.
  neu("tastatur", async (page) => {
    let tasten = 0;
    const taste = async (name, mal = 1) => {
      for (let i = 0; i < mal; i += 1) await page.keyboard.press(name);
      tasten += mal;
    };
    const text = (worte) => page.keyboard.insertText(worte);
    await page.getByLabel("Betreff").waitFor();
    const beginn = Date.now();
    await taste("b"); // Beschwerde
    await taste("Tab", 4); // channel, day and time are right
    await text("Niemand ruft zurück");
    await taste("Tab");
    await text("Sie hat dreimal um Rückruf gebeten und wartet seit Montag.");
    await taste("Tab");
    await taste("o"); // Organisation und Ablauf
    await taste("Tab", 5); // subject, team, further Anliegen, answer is wanted
    await text("Erika Beispiel");
    await taste("Tab");
    await text("03677 000000");
    await taste("Tab", 2); // case number
    await taste("ArrowRight"); // no Rechtsbehelf
    if (!(await page.getByRole("radio", { name: "nein" }).isChecked()))
      throw new Error("Die Pfeiltaste hat nicht „nein“ gewählt.");
    await taste("Control+Enter");
    const nummer = await gespeichert(page);
    if (!/^K-\d{4}-\d{4}$/.test(nummer)) throw new Error(`Nummer: ${nummer}`);
    if (tasten > HOECHSTENS_TASTEN) throw new Error(`${tasten} Tasten`);
    console.log(
      `Anruf erfasst: ${tasten} Tasten neben dem Text, ${Date.now() - beginn} ms`,
    );
    // Enter goes on, with an empty form and the focus where it begins.
    await page.keyboard.press("Enter");
    await page.getByLabel("Betreff").waitFor();
    if ((await fokus(page)) !== "angaben.art")
      throw new Error("Die nächste Eingabe beginnt nicht im ersten Feld.");
    if ((await page.getByLabel("Betreff").inputValue()) !== "")
      throw new Error("Die nächste Eingabe ist nicht leer.");
  }),
  neu("hinweis", async (page) => {
    await waehle(page, "Art", "Beschwerde");
    await fuelle(page, "Betreff", "Ablehnung der Erstausstattung");
    await page.getByLabel("Was sagt die Person?").fill(WIDERSPRUCH);
    await page
      .getByText("Der Text deutet auf einen Rechtsbehelf hin.")
      .waitFor();
    await page.getByText("Spricht von einem Widerspruch.").waitFor();
    await page.getByText(/eine Frage des Datenschutzes/).waitFor();
    await page
      .getByLabel("Anliegen", { exact: true })
      .selectOption("verhalten");
    await page.getByLabel("Name").fill("Erika Beispiel");
    await frage(page, "nein");
    await speichere(page);
    await page.getByText("Bitte füllen Sie dieses Feld aus.").waitFor();
    if ((await fokus(page)) !== "sichtung.begruendung")
      throw new Error("Der Fokus steht nicht bei der Begründung.");
  }),
  neu(
    "widerspruch",
    async (page) => {
      await waehle(page, "Art", "Beschwerde");
      await waehle(page, "Kanal", "E-Mail");
      await fuelle(page, "Betreff", "Ablehnung der Erstausstattung");
      await page.getByLabel("Was sagt die Person?").fill(WIDERSPRUCH);
      await page
        .getByLabel("Anliegen", { exact: true })
        .selectOption("sachanliegen");
      await page.getByLabel("Sachgebiet").first().selectOption({ index: 3 });
      await page.getByLabel("Name").first().fill("Erika Beispiel");
      await page.getByLabel("Fallnummer").first().fill("93002BG0045678");
      await frage(page, "ja");
      const gruppe = page.getByRole("group", {
        name: "Verfahren, das daraus entsteht",
      });
      // Taken over from the ticket, and following it until it is changed here.
      for (const [rolle, feld, soll] of [
        ["textbox", "Fallnummer", "93002BG0045678"],
        ["textbox", /^Name/, "Erika Beispiel"],
        ["combobox", "Form", "einfache_mail"],
      ]) {
        const ist = await gruppe.getByRole(rolle, { name: feld }).inputValue();
        if (ist !== soll) throw new Error(`${feld}: ${ist} statt ${soll}`);
      }
      await gruppe.getByText("Diese Form genügt nicht").waitFor();
      await gruppe.getByLabel("Angefochtener Bescheid").fill("x");
      await gruppe.getByLabel("Bescheid vom").fill(deutsch(tag(-9)));
      await speichere(page);
      await page
        .getByText("Bitte geben Sie mindestens 3 Zeichen ein.")
        .waitFor();
      if ((await fokus(page)) !== "widerspruch.gegenstand")
        throw new Error("Der Fehler steht nicht an seinem Feld.");
      await gruppe
        .getByLabel("Angefochtener Bescheid")
        .fill("Ablehnung Erstausstattung");
      await gruppe
        .getByLabel("Bekanntgabe des Bescheids")
        .selectOption({ label: "Elektronisch" });
      await gruppe.getByLabel("Absendung am").fill(deutsch(tag(-9)));
    },
    { abgelehnt: true },
  ),
  neu("widerspruch-gespeichert", async (page) => {
    await waehle(page, "Art", "Kritik");
    await waehle(page, "Kanal", "persönlich");
    await fuelle(page, "Betreff", "Rückforderung zu hoch");
    await page
      .getByLabel("Anliegen", { exact: true })
      .selectOption("sachanliegen");
    await page.getByLabel("Sachgebiet").first().selectOption({ index: 3 });
    await page.getByLabel("Fallnummer").fill("93002BG0056789");
    await page.getByLabel("Die Person wünscht eine Antwort").uncheck();
    await frage(page, "ja");
    await page.getByText(/lassen Sie ihn unterschreiben/).waitFor();
    await page
      .getByLabel("Angefochtener Bescheid")
      .fill("Aufhebungs- und Erstattungsbescheid");
    await speichere(page);
    await gespeichert(page);
    await page
      .getByText(/^Das Verfahren W-\d{4}-\d{4} ist im Register/)
      .waitFor();
  }),
  // Praise asks for nothing that it does not need.
  neu("lob", async (page) => {
    await waehle(page, "Art", "Lob");
    await fuelle(page, "Betreff", "Freundliche Beratung");
    for (const feld of ["Kontakt", "Sachgebiet", "Fallnummer"])
      if (await page.getByLabel(feld).isVisible())
        throw new Error(`Ein Lob wird nach „${feld}“ gefragt.`);
    await waehle(page, "Wofür?", "Verhalten");
    await frage(page, "nein");
    await speichere(page);
    await gespeichert(page);
  }),
  neu("dienstaufsicht", async (page) => {
    await waehle(page, "Art", "Dienstaufsichtsbeschwerde");
    await page.getByText(/wird kein Text gespeichert/).waitFor();
    for (const feld of ["Was sagt die Person?", "Anliegen", "Name"])
      if (await page.getByLabel(feld, { exact: true }).isVisible())
        throw new Error(`„${feld}“ ist zu sehen.`);
    await fuelle(page, "Zeichen des Schreibens", "GF 12/26");
    await page.getByLabel("Später sichten").check();
    await speichere(page);
    await gespeichert(page);
  }),
  neu(
    "fehler",
    async (page) => {
      await waehle(page, "Art", "Anregung");
      await fuelle(page, "Betreff", "Wartebereich ohne Sitzplätze");
      await waehle(page, "Anliegen", "Erreichbarkeit und Ausstattung");
      await page.getByRole("button", { name: "Weiteres Anliegen" }).click();
      await page.getByRole("button", { name: "Weiteres Anliegen" }).click();
      await page.getByRole("group", { name: "Anliegen 3" }).waitFor();
      if (
        await page
          .getByRole("button", { name: "Weiteres Anliegen" })
          .isVisible()
      )
        throw new Error("Ein viertes Anliegen ist möglich.");
      await page.getByRole("button", { name: "Anliegen 3 entfernen" }).click();
      await page
        .getByRole("group", { name: "Anliegen 2" })
        .getByLabel("Anliegen", { exact: true })
        .selectOption("verhalten");
      await frage(page, "nein");
      await speichere(page);
      // An answer is wanted, but nobody knows how to reach the person.
      await page.getByText(/wie die Person zu erreichen ist/).waitFor();
      if ((await fokus(page)) !== "klar.kontakt")
        throw new Error("Der Fehler steht nicht am Kontakt.");
    },
    { abgelehnt: true },
  ),
  neu("entwurf", async (page) => {
    await fuelle(page, "Betreff", "Halb getippt");
    await page.getByRole("button", { name: "Zur Liste" }).click();
    await page.getByRole("row").nth(1).waitFor();
    await page.getByRole("link", { name: "Neue Reaktion" }).click();
    await page.getByText("Ihre angefangene Eingabe ist noch da.").waitFor();
    if ((await page.getByLabel("Betreff").inputValue()) === "")
      throw new Error("Die Eingabe ist verloren.");
  }),
  liste("offene", async (page) => {
    await page.getByRole("row").nth(1).waitFor();
    await page.getByText("überfällig", { exact: true }).first().waitFor();
  }),
  liste("leer", async (page) => {
    await page.getByLabel("Suche", { exact: true }).fill("gibtesnicht");
    await page.getByText("Keine Reaktion passt zu diesen Filtern.").waitFor();
    await page.getByText("Weitere Filter").click();
  }),
  liste(
    "zuweisen",
    async (page) => {
      const nummer = await ungesichtet(page);
      await page.getByLabel("Suche", { exact: true }).fill(nummer);
      await page.getByRole("checkbox", { name: new RegExp(nummer) }).check();
      await page.getByRole("button", { name: "Zuweisen …" }).click();
      const dialog = page.getByRole("dialog", { name: "Reaktion zuweisen" });
      await dialog.getByLabel("Team").selectOption({ index: 1 });
      await dialog.getByRole("button", { name: "Zuweisen" }).click();
      await dialog.getByText(`${nummer} ist noch nicht gesichtet.`).waitFor();
    },
    { abgelehnt: true },
  ),
  liste("ausgeben", async (page) => {
    await page.getByLabel("Suche", { exact: true }).fill("");
    // The search answers a moment after the last key; the page before found one row.
    await page.getByRole("row").nth(2).waitFor();
    await gibAus(page, ["CSV"]);
  }),
  seite("uebersicht", "#/uebersicht", "Übersicht", async (page) => {
    const kachel = page.getByRole("link", { name: /zu sichten/ });
    const gezaehlt = Number((await kachel.innerText()).match(/\d+/)[0]);
    await kachel.click();
    await page
      .getByRole("heading", { level: 1, name: "Kundenreaktionen" })
      .waitFor();
    await page.getByText(new RegExp(`^${gezaehlt} Zeilen?$`)).waitFor();
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Übersicht" }).waitFor();
    await kachel.waitFor();
  }),
  seite(
    "textbausteine",
    "#/kundenreaktion/textbausteine",
    "Textbausteine",
    async (page) => {
      await page
        .getByRole("button", { name: "Mitgelieferte übernehmen" })
        .first()
        .click();
      await page
        .getByRole("heading", { name: "Eingangsbestätigung" })
        .first()
        .waitFor();
    },
  ),
  seite(
    "textbaustein",
    "#/kundenreaktion/textbausteine",
    "Textbausteine",
    async (page) => {
      await page.getByRole("button", { name: "Neuer Textbaustein" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Titel").fill("Dank für eine Anregung");
      const text = dialog.getByLabel("Text", { exact: true });
      await text.fill("{anrede}, danke für Ihre {idee} vom ");
      await dialog.getByRole("button", { name: "{eingang}" }).click();
      if (!(await text.inputValue()).endsWith("vom {eingang}"))
        throw new Error("Der Platzhalter ist nicht eingefügt.");
      await speichere(dialog);
      // Said once, at the field, and nothing is sent.
      await dialog.getByText("Kein Platzhalter: {idee}").waitFor();
      if ((await dialog.getByText("{idee}", { exact: false }).count()) !== 2)
        throw new Error("Der falsche Platzhalter wird mehrfach gemeldet.");
    },
  ),
  seite(
    "antwortzeiten",
    "#/kundenreaktion/antwortzeiten",
    "Antwortzeiten",
    async (page) => {
      await page.getByRole("button", { name: "Neue Antwortzeiten" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Gültig für Eingänge ab").fill("+1M");
      await dialog.getByLabel("Beantworten innerhalb von").fill("10");
      await dialog.getByText("Reaktionen werden neu berechnet").waitFor();
      await speichere(dialog);
      await dialog.waitFor({ state: "detached" });
      await page.getByText("10 Kalendertagen").waitFor();
    },
  ),
  seite(
    "antwortzeiten-aendern",
    "#/kundenreaktion/antwortzeiten",
    "Antwortzeiten",
    async (page) => {
      await page
        .getByRole("button", { name: /^Antwortzeiten ab .* löschen$/ })
        .first()
        .click();
      await page.getByRole("dialog").waitFor();
    },
  ),
  // Who reads without working on tickets sees no name, and enters none.
  {
    ...liste("lesend", async (page) => {
      await page.getByRole("row").nth(1).waitFor();
      if (await page.getByRole("link", { name: "Neue Reaktion" }).isVisible())
        throw new Error("Das Qualitätsmanagement kann erfassen.");
      await page.getByText(/sucht nur, wer Reaktionen bearbeitet/).waitFor();
    }),
    benutzer: "qm",
  },
  {
    ...neu("ohne-recht", async (page) => {
      await page.getByText("Sie dürfen keine Reaktionen erfassen.").waitFor();
    }),
    benutzer: "qm",
  },
];
