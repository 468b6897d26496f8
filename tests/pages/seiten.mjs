// The pages that are tried, one line a page. A new page is a new line.
//
// name        also the name of the pictures
// benutzer    who looks at it; null is the page before signing in
// weg         the hash route
// h1          the heading that says that the page is there
// schritte    optional: what to do before looking (a Playwright page is handed in)
// abgelehnt   optional: the core refuses something in these steps, which the browser reports

import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { aufbewahrung } from "./aufbewahrung.mjs";
import { datenschutz } from "./datenschutz.mjs";
import { widerspruch } from "./widerspruch.mjs";
import { widerspruchEinlesen } from "./widerspruch_einlesen.mjs";
import { listenseiten } from "./listen.mjs";
import { fristenseiten } from "./fristen.mjs";
import { kundenreaktionAuswertung } from "./kundenreaktion_auswertung.mjs";
import { korruptionsseiten } from "./korruption.mjs";
import { kundenreaktion } from "./kundenreaktion.mjs";
import { massnahmen, massnahmenImProgramm } from "./massnahme.mjs";
import { prueflistenseiten } from "./pruefliste.mjs";
import { programmseiten } from "./pruefprogramm.mjs";
import { ursachenseiten } from "./ursachen.mjs";
import { fachaufsichtseiten } from "./fachaufsicht.mjs";
import { doppelpruefungsseiten } from "./doppelpruefung.mjs";
import { korrekturseiten } from "./korrekturen.mjs";
import { durchgangsseiten } from "./pruefliste_durchgang.mjs";
import { reaktionsseiten } from "./reaktion.mjs";
import { rueckmeldeseiten } from "./rueckmeldung.mjs";

const LISTE = path.resolve(
  import.meta.dirname,
  "../fixtures/grundgesamtheit_leistung.csv",
);

const LOGO = path.resolve(import.meta.dirname, "../fixtures/logo.svg");

/** A page that is looked at as it opens. */
const schlicht = (name, benutzer, weg, h1) => ({ name, benutzer, weg, h1 });

export const seiten = [
  ...listenseiten,
  ...massnahmen,
  schlicht("anmelden", null, "#/", "Anmeldung"),
  schlicht("uebersicht", "qm", "#/uebersicht", "Übersicht"),
  schlicht("fachaufsicht", "qm", "#/fachaufsicht", "Fachaufsicht"),
  schlicht("pruefung-neu", "qm", "#/fachaufsicht/neu", "Neue Prüfung"),
  schlicht("pruefthemen", "qm", "#/fachaufsicht/themen", "Prüfthemen"),
  {
    name: "pruefthema-editor",
    benutzer: "qm",
    weg: "#/fachaufsicht/themen",
    h1: "Prüfthemen",
    schritte: async (page) => {
      await page.getByRole("gridcell").first().click();
      await page.getByRole("link", { name: "Neue Fassung" }).click();
      await page
        .getByRole("button", { name: "Merkmal hinzufügen" })
        .first()
        .click();
      // The item stays open while its question is typed.
      const frage = page.getByRole("textbox", { name: "Frage", exact: true });
      await frage.pressSequentially("Ist der Vermerk datiert?");
      await page
        .getByRole("button", { name: /Ist der Vermerk datiert\?/ })
        .waitFor();
      await page.getByRole("button", { name: "Nach unten" }).first().click();
    },
  },
  ...schritte("FA-2026-001", [
    ["Grundgesamtheit", "Abgleich mit der Kontrollsumme"],
    ["Ziehung", "Gezogene Fälle"],
    ["Prüffälle", "Zuweisung"],
    ["Auswertung", "Zum Lesen der Zahlen"],
    ["Bericht", "Prüfbericht"],
  ]),
  ...einlesen({
    datei: async () => {},
    zuordnung: async () => {},
    quelle: async (page) => {
      await page.getByRole("button", { name: "Weiter" }).click();
      await page.getByLabel("Quellsystem", { exact: true }).waitFor();
    },
  }),
  {
    name: "pruefung-bogen",
    benutzer: "pruefer",
    weg: "#/fachaufsicht",
    h1: "Fachaufsicht",
    schritte: async (page) => {
      await schritt(page, "FA-2026-004", "Prüffälle");
      await page
        .getByRole("gridcell", { name: "30", exact: true })
        .first()
        .click();
      await page
        .getByRole("heading", { level: 1, name: "Prüffall 30" })
        .waitFor();
      await page.getByText("Antworten fehlen").first().waitFor();
    },
  },
  {
    name: "pruefung-folgefrage",
    benutzer: "pruefer",
    weg: "#/fachaufsicht",
    h1: "Fachaufsicht",
    schritte: async (page) => {
      await schritt(page, "FA-2026-004", "Prüffälle");
      await page
        .getByRole("gridcell", { name: "30", exact: true })
        .first()
        .click();
      const frage = "#merkmal-bew-vorrang";
      const folge = "#merkmal-bew-vorrang-folge";
      const antwort = page.locator(`${frage} [data-antworten] [tabindex="0"]`);
      await antwort.focus();
      await page.keyboard.press("a");
      await page.locator(folge).waitFor({ state: "detached" });
      await antwort.focus();
      await page.keyboard.press("j");
      // The item that applies because of this answer is the next one, not the one after it.
      await page.locator(`${folge} :focus`).waitFor();
    },
  },
  schlicht(
    "feststellungen",
    "qm",
    "#/fachaufsicht/feststellungen",
    "Feststellungen",
  ),
  {
    name: "feststellung",
    benutzer: "qm",
    weg: "#/fachaufsicht/feststellungen",
    h1: "Feststellungen",
    schritte: async (page) => {
      await page
        .getByRole("gridcell", { name: /^FA-2023-001/ })
        .first()
        .click();
      await page
        .getByRole("heading", { level: 1, name: /Feststellung \d/ })
        .waitFor();
    },
  },
  schlicht("berichte", "qm", "#/bericht", "Berichte"),
  ...berichte({
    vorschau: async (page) => {
      await vorschau(page);
      await page.getByRole("button", { name: "Nächste Seite" }).click();
      await page.getByRole("img", { name: /^Seite 2 von \d+/ }).waitFor();
      // The keys turn the pages of the box that has the focus; a tall page is scrolled to its end first.
      const kasten = page.getByRole("region", { name: /^Seiten von/ });
      await page.getByLabel("Größe", { exact: true }).selectOption("ganz");
      await kasten.focus();
      await page.keyboard.press("PageDown");
      await page.getByRole("img", { name: /^Seite 3 von \d+/ }).waitFor();
      await page.keyboard.press("PageUp");
      await page.getByRole("img", { name: /^Seite 2 von \d+/ }).waitFor();
      await page.keyboard.press("Home");
      await gemalt(page);
      await page.getByLabel("Größe", { exact: true }).selectOption("breite");
    },
    abschnitt: async (page) => {
      await vorschau(page);
      const wahl = page.getByLabel("Abschnitt", { exact: true });
      const eintrag = await wahl
        .locator("option", { hasText: /Verfahren|Ziehung/ })
        .first()
        .textContent();
      await wahl.selectOption({ label: eintrag.trim() });
      const nummer = /\((\d+)\)\s*$/.exec(eintrag)[1];
      await page
        .getByRole("img", { name: new RegExp(`^Seite ${nummer} von`) })
        .waitFor();
      await gemalt(page);
    },
    auszug: async (page) => {
      await page
        .getByRole("radio", { name: "Protokollauszug", exact: true })
        .check();
      await page.getByLabel("Von", { exact: true }).fill("01.11.2026");
      await page.getByLabel("Bis", { exact: true }).fill("31.12.2099");
      await page.keyboard.press("Tab");
      await page.getByRole("img", { name: /^Seite 1 von/ }).waitFor();
      await gemalt(page);
    },
    unbekannt: async (page) => {
      await page.getByLabel("Nummer der Prüfung").fill("FA-1999-001");
      await page.getByText(/wurde nicht gefunden/).waitFor();
    },
    ausgegeben: async (page) => {
      const datei = path.join(
        await mkdtemp(path.join(tmpdir(), "iks-bericht-")),
        "bericht.pdf",
      );
      await vorschau(page);
      await page.getByLabel("Datei", { exact: true }).fill(datei);
      await page.getByRole("button", { name: "Als PDF ausgeben" }).click();
      await page.getByText("Prüfbericht ausgegeben").waitFor();
      const hash = await page.locator(".ergebnis code").innerText();
      const roh = createHash("sha256").update(await readFile(datei));
      if (roh.digest("hex") !== hash)
        throw new Error("Die gezeigte Prüfsumme ist nicht die der Datei.");
      await page.getByRole("link", { name: "Zum Verzeichnis" }).click();
      await page.getByLabel("Titel oder Prüfsumme").fill(hash.slice(0, 12));
      await page.getByText("1 Zeile", { exact: true }).waitFor();
      await page
        .getByRole("gridcell", { name: /Prüfbericht/ })
        .first()
        .click();
      await page.getByRole("dialog").getByText(hash).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("tab", { name: "Datei prüfen" }).click();
      await page.getByLabel("Datei", { exact: true }).fill(datei);
      await page
        .getByRole("button", { name: "Datei prüfen", exact: true })
        .click();
      await page.getByText(/^Unverändert:/).waitFor();
      await rm(path.dirname(datei), { recursive: true });
    },
    fremd: async (page) => {
      await page.getByRole("tab", { name: "Datei prüfen" }).click();
      await page.getByLabel("Datei", { exact: true }).fill(LISTE);
      await page
        .getByRole("button", { name: "Datei prüfen", exact: true })
        .click();
      await page.getByText(/steht nicht im Verzeichnis/).waitFor();
    },
    verzeichnis: async (page) => {
      await page.getByRole("tab", { name: "Verzeichnis der Ausgaben" }).click();
      await page
        .getByRole("button", { name: "Filter zurücksetzen" })
        .click({ timeout: 2_000 })
        .catch(() => {});
      await page
        .getByRole("gridcell", { name: /Prüfbericht/ })
        .first()
        .waitFor();
    },
  }),
  ...rechner({
    leer: async (page) => {
      await page.getByRole("tab", { name: "Stichprobenumfang" }).click();
      await page.getByText("Noch kein Ergebnis").waitFor();
    },
    umfang: async (page) => {
      await page.getByRole("tab", { name: "Stichprobenumfang" }).click();
      await page.getByLabel("Grundgesamtheit").fill("5000");
      await page.getByLabel("Sicherheit").fill("0,95");
      await page.getByLabel("Zielquote").fill("6");
      await page.getByLabel("Erwartete Fehlerquote").fill("1 %");
      await page.getByLabel("Kritische Fälle").fill("25");
      await page.getByText("Prüfen Sie 77 von 5.000 Fällen.").waitFor();
    },
    quote: async (page) => {
      await page.getByRole("tab", { name: "Fehlerquote" }).click();
      await einzeln(page);
      await page
        .getByText("Fehlerquote 8,0 %, mit 95 % Sicherheit höchstens 13,4 %", {
          exact: true,
        })
        .waitFor();
      await page.getByText("Ziel nicht belegt").waitFor();
    },
    schichten: async (page) => {
      await page.getByRole("tab", { name: "Fehlerquote" }).click();
      await einzeln(page);
      await page
        .getByRole("button", { name: "Nach Schichten aufteilen" })
        .click();
      // Rows from a spreadsheet, as a person pastes them.
      const erste = page.getByRole("group", { name: "Schicht 1", exact: true });
      await erste.getByLabel("Bezeichnung").evaluate((feld) => {
        const daten = new DataTransfer();
        daten.setData(
          "text/plain",
          "Leistung 1\t800\t50\t4\nLeistung 2\t200\t25\t5\n",
        );
        feld.dispatchEvent(
          new ClipboardEvent("paste", {
            clipboardData: daten,
            bubbles: true,
            cancelable: true,
          }),
        );
      });
      await page.getByLabel("Sicherheit").fill("90");
      await page
        .getByText("Fehlerquote 10,4 %, mit 90 % Sicherheit höchstens 20,9 %", {
          exact: true,
        })
        .waitFor();
    },
    frist: async (page) => {
      await page.getByRole("tab", { name: "Frist" }).click();
      await page
        .getByLabel("Art der Frist")
        .selectOption({ label: "Widerspruchsfrist" });
      await page.getByLabel("Aufgabe zur Post", { exact: true }).fill("270125");
      await page
        .getByText("Die Widerspruchsfrist endet am Freitag, 28.02.2025")
        .first()
        .waitFor();
    },
    vorfall: async (page) => {
      await page.getByRole("tab", { name: "Frist" }).click();
      await page
        .getByLabel("Art der Frist")
        .selectOption({ label: "Datenschutzvorfall (72 Stunden)" });
      await page.getByLabel("Bekannt geworden am").fill("20.11.2026");
      await page.getByLabel("Uhrzeit", { exact: true }).fill("1630");
      await page.keyboard.press("Enter");
      await page
        .getByText("spätestens bis Montag, 23.11.2026, 17:00 Uhr.")
        .waitFor();
    },
    abgelehnt: async (page) => {
      await page.getByRole("tab", { name: "Fehlerquote" }).click();
      await page
        .getByRole("group", { name: "Schicht 2", exact: true })
        .getByLabel("Fehlerhaft")
        .fill("26");
      await page
        .getByText(
          "Die Zahl der Fehler (26) ist größer als die Stichprobe (25).",
        )
        .waitFor();
    },
  }),
  {
    name: "rechner-aus-pruefung",
    benutzer: "qm",
    weg: "#/fachaufsicht",
    h1: "Fachaufsicht",
    schritte: async (page) => {
      await schritt(page, "FA-2026-001", "Auswertung");
      const satz = page.getByText(/Sicherheit höchstens/).first();
      const prozent = /aufgerundet (\d+,\d)/.exec(await satz.innerText())[1];
      await page.getByRole("link", { name: "Im Rechner nachrechnen" }).click();
      await page
        .getByText(new RegExp(`^Fehlerquote .* höchstens ${prozent}\\s%$`))
        .waitFor();
    },
  },
  schlicht("rechner-nur", "admin", "#/bericht", "Rechner"),
  schlicht("verwaltung", "admin", "#/verwaltung", "Verwaltung"),
  ...verwaltung("haus", "Haus", {
    logo: async (page) => {
      await page.getByRole("button", { name: /hinterlegen$/ }).click();
      await page.getByLabel("Datei", { exact: true }).fill(LOGO);
      await page.getByLabel("Alternativtext", { exact: true }).fill("Haken");
      await page
        .getByRole("button", { name: "Hinterlegen", exact: true })
        .click();
      await page.getByRole("img", { name: "Haken" }).waitFor();
      await page.getByLabel("Fußzeile des Hauses").fill("Musterstraße 1");
      await page.getByRole("button", { name: /für Berichte/ }).click();
      await page.getByText("zu den Berichten wurden gespeichert").waitFor();
    },
    "logo-abgelehnt": async (page) => {
      await page.getByRole("button", { name: /hinterlegen$/ }).click();
      await page.getByLabel("Datei", { exact: true }).fill(LISTE);
      await page
        .getByRole("button", { name: "Hinterlegen", exact: true })
        .click();
      await page
        .getByText(/weder PNG noch SVG/)
        .first()
        .waitFor();
    },
    "logo-entfernen": (page) =>
      page.getByRole("button", { name: "Logo entfernen" }).click(),
  }),
  ...verwaltung("organisation", "Organisation", {
    team: async (page) => {
      await page.getByRole("gridcell", { name: "Leistung 1" }).first().click();
      await page.getByRole("dialog", { name: "Team ändern" }).waitFor();
    },
  }),
  ...verwaltung("benutzer", "Benutzer", {
    anlegen: async (page) => {
      await page.getByRole("button", { name: "Benutzer anlegen" }).click();
      await page.getByRole("checkbox", { name: "Teamleitung" }).check();
      await page
        .getByLabel("Erstes Passwort", { exact: true })
        .fill("musterkreis");
      await page.getByRole("meter").waitFor();
    },
  }),
  ...verwaltung("kataloge", "Kataloge", {
    ursachen: (page) => page.getByRole("tab", { name: /Ursachen/ }).click(),
    neu: (page) =>
      page.getByRole("button", { name: "Neues Sachgebiet" }).click(),
  }),
  ...verwaltung("rechte", "Rechte", {
    rolle: (page) =>
      page
        .getByLabel("Rolle", { exact: true })
        .selectOption({ label: "Teamleitung" }),
  }),
  ...verwaltung("protokoll", "Protokoll", {
    geprueft: async (page) => {
      await page.getByRole("button", { name: "Protokoll prüfen" }).click();
      await page.getByText(/ist unversehrt/).waitFor();
    },
    eintrag: async (page) => {
      await page.getByRole("row").nth(1).click();
      await page.getByRole("dialog").waitFor();
    },
  }),
  ...aufbewahrung,
  ...verwaltung("sicherung", "Sicherung", {
    proben: (page) =>
      page.getByRole("button", { name: "Sicherung proben" }).click(),
    wiederherstellen: (page) =>
      page
        .getByRole("button", { name: "Wiederherstellen", exact: true })
        .click(),
  }),
  {
    name: "verwaltung-konto",
    benutzer: "admin",
    weg: "#/verwaltung/benutzer",
    h1: "Benutzer",
    schritte: async (page) => {
      await page.getByRole("gridcell", { name: "Tabea Lindner" }).click();
      await page
        .getByRole("heading", { level: 1, name: "Tabea Lindner" })
        .waitFor();
      await page.getByText("TL-1").waitFor();
    },
  },
  schlicht(
    "verwaltung-ohne-recht",
    "pruefer",
    "#/verwaltung/sicherung",
    "Sicherung",
  ),
  schlicht("verwaltung-haus-lesen", "qm", "#/verwaltung/haus", "Haus"),
  ...doppelpruefungsseiten,
  ...ursachenseiten,
  ...fristenseiten,
  ...kundenreaktion,
  ...reaktionsseiten,
  ...durchgangsseiten,
  ...datenschutz,
  ...korruptionsseiten,
  ...widerspruch,
  ...widerspruchEinlesen,
  ...kundenreaktionAuswertung,
  ...prueflistenseiten,
  ...programmseiten,
  ...massnahmenImProgramm,
  ...fachaufsichtseiten,
  ...korrekturseiten,
  ...rueckmeldeseiten,
];

/** A page of the administration as it opens, and after the named steps. */
function verwaltung(pfad, h1, schritte = {}) {
  const seite = {
    name: `verwaltung-${pfad}`,
    benutzer: "admin",
    weg: `#/verwaltung/${pfad}`,
    h1,
  };
  return [
    seite,
    ...Object.entries(schritte).map(([name, tun]) => ({
      ...seite,
      abgelehnt: name.endsWith("abgelehnt"),
      name: `${seite.name}-${name}`,
      schritte: tun,
    })),
  ];
}

/** The Rechner after the named steps; it keeps what was entered from one to the next. */
function rechner(schritte) {
  return Object.entries(schritte).map(([name, tun]) => ({
    name: `rechner-${name}`,
    benutzer: "qm",
    weg: "#/bericht/rechner",
    h1: "Rechner",
    abgelehnt: name === "abgelehnt",
    schritte: tun,
  }));
}

/** The page "Berichte" after the named steps. */
function berichte(schritte) {
  return Object.entries(schritte).map(([name, tun]) => ({
    name: `berichte-${name}`,
    benutzer: "qm",
    weg: "#/bericht",
    h1: "Berichte",
    abgelehnt: name === "unbekannt",
    schritte: tun,
  }));
}

/** The first page of an audit report, painted. */
async function vorschau(page) {
  await page.getByLabel("Nummer der Prüfung").fill("FA-2026-001");
  await page.getByRole("img", { name: /^Seite 1 von \d+/ }).waitFor();
  await gemalt(page);
}

/** The picture of the page is there and shows something: not every point has the colour of the paper. */
async function gemalt(page) {
  const dunkel = await page
    .getByRole("img", { name: /^Seite \d+ von/ })
    .evaluate(async (bild) => {
      await bild.decode();
      const flaeche = new OffscreenCanvas(300, 424).getContext("2d");
      flaeche.drawImage(bild, 0, 0, 300, 424);
      const { data } = flaeche.getImageData(0, 0, 300, 424);
      return data.filter((wert, i) => i % 4 === 0 && wert < 128).length;
    });
  if (dunkel < 100)
    throw new Error(`Die Vorschau ist leer (${dunkel} dunkle Punkte).`);
}

/** The figures of the sentence that everybody knows. */
async function einzeln(page) {
  const gruppe = page.getByRole("group", { name: "Stichprobe" }).last();
  await gruppe.getByLabel("Grundgesamtheit").fill("600");
  await gruppe.getByLabel("Stichprobe").fill("100");
  await gruppe.getByLabel("Fehlerhaft").fill("8");
}

/** Opens a step of a check from the list, as a person does. */
async function schritt(page, nummer, name) {
  await page.getByRole("gridcell", { name: nummer, exact: true }).click();
  await page
    .getByRole("link", { name: new RegExp(`^${name}(?!e)`) })
    .first()
    .click();
}

/** The assistant that reads a list into the planned check; `dann` goes on from its first two steps. */
function einlesen(dann) {
  return Object.entries(dann).map(([name, tun]) => ({
    name: `einlesen-${name}`,
    benutzer: "qm",
    weg: "#/fachaufsicht",
    h1: "Fachaufsicht",
    schritte: async (page) => {
      await schritt(page, "FA-2026-005", "Grundgesamtheit");
      await page.getByLabel("Datei", { exact: true }).fill(LISTE);
      if (name === "datei") return;
      await page.getByRole("button", { name: "Datei ansehen" }).click();
      await page.getByRole("button", { name: "Vorschau erneuern" }).waitFor();
      await tun(page);
    },
  }));
}

/** The steps of a check, each with a text that says that its page is there. */
function schritte(nummer, liste) {
  return liste.map(([name, text]) => ({
    name: `pruefung-${name.toLowerCase()}`,
    benutzer: "qm",
    weg: "#/fachaufsicht",
    h1: "Fachaufsicht",
    schritte: async (page) => {
      await schritt(page, nummer, name);
      await page.getByText(text).first().waitFor();
    },
  }));
}
