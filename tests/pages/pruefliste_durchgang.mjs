// The page of one run in each of its states. What it shows is entered through the doors of the core.

import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PASSWORT } from "./carrier.mjs";
import { zweitePerson } from "./dialog.mjs";
import { aendern, lesen, tag } from "./tuer.mjs";

const GF = { benutzername: "gf", passwort: PASSWORT };
const JAHR = Number(tag(0).slice(0, 4));
const ALTLAST =
  "Die Vertretung ist nicht geregelt; der Entwurf liegt seit dem Frühjahr.";

const GEAENDERT = "Frage geändert: bitte bestätigen";

const kataloge = (page) => lesen(page, "pruefkatalog.liste", {});
const detail = (page, id) => lesen(page, "pruefliste.lesen", { id });

async function katalog(page, kennung) {
  for (const { fassungen } of await kataloge(page))
    for (const f of fassungen.filter((x) => x.freigegeben_von === null))
      await aendern(
        page,
        "pruefkatalog.fassung_freigeben",
        { id: f.id, version: f.version },
        GF,
      );
  return (await kataloge(page)).find((k) => k.katalog.kennung === kennung);
}

/** A site, so that no run of the demo house stands in the comparison. */
async function standort(page) {
  const { standorte } = await lesen(page, "organisation.uebersicht", {});
  return { ebene: "standort", einheit_id: standorte[0].id };
}

/** Plans a run over one year, in the house unless told; answers its id. */
async function plane(page, kennung, jahr, mehr = {}) {
  const { objekte } = await aendern(page, "pruefliste.anlegen", {
    katalog_id: (await katalog(page, kennung)).katalog.id,
    alle_fragen: true,
    rahmen: {
      ebene: "haus",
      einheit_id: null,
      von: `${jahr}-01-01`,
      bis: `${jahr}-12-31`,
      rolle: "qualitaetsmanagement",
      faellig_am: `${jahr + 1}-01-31`,
      ...mehr,
    },
  });
  return objekte[0].id;
}

async function antworte(page, id, frage, wert, bemerkung = "") {
  const d = await detail(page, id);
  await aendern(page, "pruefliste.antworten", {
    id,
    frage,
    wert,
    bemerkung,
    version: d.antworten.find((a) => a.frage === frage)?.version ?? 0,
  });
}

const belege = (page, id, frage, mehr = {}) =>
  aendern(page, "pruefliste.nachweis_anlegen", {
    durchgang_id: id,
    frage,
    bezeichnung: "Dienstanweisung 3, Ordner Recht",
    datum: tag(-30),
    datei: null,
    ...mehr,
  });

/** Answers what is open with "erfüllt", each with the evidence that it needs. */
async function ergaenze(page, id) {
  // Answers can raise further questions, and ask for evidence.
  for (let runde = 0; runde < 5; runde += 1) {
    const { luecken } = await detail(page, id);
    if (luecken.length === 0) return;
    for (const { art, frage } of luecken)
      if (art === "nachweis") await belege(page, id, frage);
      else if (art !== "antwort")
        await antworte(page, id, frage, "erfuellt", "inzwischen geregelt");
      else
        await aendern(page, "pruefliste.antworten", {
          id,
          frage,
          wert: "erfuellt",
          bemerkung: "",
          version: 0,
        });
  }
}

async function schritt(page, id, name, mehr = {}, zweite = null) {
  const { durchgang } = await detail(page, id);
  const bezug = { id, version: durchgang.version };
  return aendern(page, `pruefliste.${name}`, { ...bezug, ...mehr }, zweite);
}

/** A released run of an earlier year with these deviations. */
async function frueher(page, jahr, abweichend) {
  const ort = await standort(page);
  const id = await plane(page, "it_sicherheit", jahr, ort);
  for (const [frage, wert] of abweichend)
    await antworte(page, id, frage, wert, ALTLAST);
  await ergaenze(page, id);
  await schritt(page, id, "vorlegen");
  await schritt(page, id, "freigeben", {}, GF);
}

async function zeige(page, id, text) {
  await page.evaluate((weg) => {
    location.hash = weg;
  }, `#/pruefliste/${id}`);
  await page.getByText(text).first().waitFor();
  await page.waitForFunction(
    () => !document.querySelector('[aria-busy="true"]'),
  );
}

const gruppe = (page, frage) =>
  page.locator(`#frage-${frage} [data-antworten] [tabindex="0"]`);
const fokus = (page, frage) => page.locator(`#frage-${frage} :focus`).waitFor();
const feld = (page, frage) => page.locator(`#frage-${frage} textarea`);
const gespeichert = (page) =>
  page.waitForFunction(
    () => !document.body.innerText.includes("wird gespeichert"),
  );
const dialog = async (page, name, titel) => {
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("dialog", { name: titel }).waitFor();
};
const knopf = (page, name) =>
  page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

function gleich(ist, soll) {
  if (JSON.stringify(ist) !== JSON.stringify(soll))
    throw new Error(`${JSON.stringify(ist)} statt ${JSON.stringify(soll)}`);
}

const seite = (name, benutzer, schritte, weitere = {}) => ({
  name: `durchgang-${name}`,
  benutzer,
  weg: "#/uebersicht",
  h1: "Übersicht",
  schritte,
  ...weitere,
});

const merk = {};

export const durchgangsseiten = [
  seite("tasten", "qm", async (page) => {
    const { fassungen } = await katalog(page, "it_sicherheit");
    const { fassung } = await lesen(page, "pruefkatalog.fassung", {
      id: fassungen[0].id,
      gegen: null,
    });
    const fragen = fassung.kapitel.flatMap((k) => k.fragen);
    const zuvor = fragen[1].kennung;
    await frueher(page, JAHR - 2, [[zuvor, "nicht_erfuellt"]]);
    await frueher(page, JAHR - 1, [
      [zuvor, "teilweise"],
      [fragen[8].kennung, "teilweise"],
    ]);
    merk.id = await plane(page, "it_sicherheit", JAHR, {
      ...(await standort(page)),
      faellig_am: tag(-3),
    });
    await zeige(page, merk.id, "0 von");
    await page.getByText("3 Tage überfällig").waitFor();
    const { gestellt } = await detail(page, merk.id);
    const [erste, zweite, dritte, vierte] = gestellt;
    await gruppe(page, erste).focus();
    await page.keyboard.press("e");
    await fokus(page, zweite);
    await page.keyboard.press("2");
    // A deviation wants to be described.
    await feld(page, zweite).waitFor();
    await page.keyboard.type(ALTLAST);
    await page.keyboard.press("Control+Enter");
    await fokus(page, dritte);
    await page.keyboard.press("4");
    await page.keyboard.type("Im Haus gibt es kein eigenes Rechenzentrum.");
    await page.keyboard.press("Control+Enter");
    await fokus(page, vierte);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await fokus(page, zweite);
    await page.getByText("3 von").first().waitFor();
    await gespeichert(page);
    const { antworten } = await detail(page, merk.id);
    gleich(
      antworten.map((a) => [a.wert, a.bemerkung !== ""]),
      [
        ["erfuellt", false],
        ["teilweise", true],
        ["nicht_anwendbar", true],
      ],
    );
  }),
  seite("bemerkung", "qm", async (page) => {
    await zeige(page, merk.id, "3 von");
    const { gestellt } = await detail(page, merk.id);
    // Without an answer a remark waits, also while another page is looked at.
    await page
      .locator(`#frage-${gestellt[4]}`)
      .getByRole("button", { name: "Bemerkung …" })
      .click();
    await page.keyboard.type("Rücksprache mit der IT steht noch aus.");
    await page.keyboard.press("Tab");
    await page.getByText("Wird mit der Antwort gespeichert.").waitFor();
    await page.evaluate(() => {
      location.hash = "#/uebersicht";
    });
    await page.getByRole("heading", { level: 1, name: "Übersicht" }).waitFor();
    await zeige(page, merk.id, "3 von");
    gleich(
      await feld(page, gestellt[4]).inputValue(),
      "Rücksprache mit der IT steht noch aus.",
    );
    await gruppe(page, gestellt[4]).focus();
    await page.keyboard.press("1");
    await page.getByText("4 von").first().waitFor();
    await gespeichert(page);
    const a = (await detail(page, merk.id)).antworten.find(
      (x) => x.frage === gestellt[4],
    );
    gleich(a.bemerkung, "Rücksprache mit der IT steht noch aus.");
    // Taken back only after a question, for its remark goes with it.
    await gruppe(page, gestellt[4]).focus();
    await page.keyboard.press("0");
    await page.getByRole("dialog", { name: /zurücknehmen/ }).waitFor();
  }),
  seite("nachweis", "qm", async (page) => {
    const ordner = await mkdtemp(path.join(tmpdir(), "iks-nachweis-"));
    const datei = path.join(ordner, "Bestellung \u202efdp.txt");
    await writeFile(datei, "Bestellung der Ansprechperson");
    await zeige(page, merk.id, "4 von");
    const [erste] = (await detail(page, merk.id)).gestellt;
    const punkt = page.locator(`#frage-${erste}`);
    await punkt.getByRole("button", { name: "Nachweis hinzufügen …" }).click();
    const fenster = page.getByRole("dialog", { name: "Nachweis hinzufügen" });
    await fenster.getByText(/keine Sozialdaten/).waitFor();
    await fenster
      .getByLabel("Bezeichnung und Fundstelle")
      .fill("Bestellung der Ansprechperson, Ordner IT");
    await fenster.getByLabel("Datum des Nachweises").fill("02.03.2026");
    await fenster.getByLabel(/^Datei anhängen/).fill(datei);
    await knopf(page, "Eintragen");
    await fenster.waitFor({ state: "detached" });
    await punkt.getByText("Bestellung fdp.txt", { exact: true }).waitFor();
    await punkt.getByRole("button", { name: /speichern unter/ }).click();
    const ziel = path.join(ordner, "zurück.txt");
    await page.getByRole("dialog").getByLabel("Datei").fill(ziel);
    await knopf(page, "Speichern");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    gleich(await readFile(ziel, "utf8"), "Bestellung der Ansprechperson");
    await rm(ordner, { recursive: true });
    await belege(page, merk.id, erste, { bezeichnung: "Alter Aushang" });
    await page.reload();
    await punkt
      .getByRole("button", { name: /zurückziehen.*Alter Aushang/i })
      .click();
    await page
      .getByRole("dialog")
      .getByLabel("Grund")
      .fill("nicht mehr gültig");
    await knopf(page, "Zurückziehen");
    await punkt.getByText("1 zurückgezogener Nachweis").click();
    await punkt.getByText("Grund: nicht mehr gültig").waitFor();
  }),
  seite("vernichten", "qm", async (page) => {
    const ordner = await mkdtemp(path.join(tmpdir(), "iks-vernichten-"));
    const datei = path.join(ordner, "Falsche Datei.txt");
    await writeFile(datei, "gehört nicht hierher");
    const [erste] = (await detail(page, merk.id)).gestellt;
    await belege(page, merk.id, erste, { bezeichnung: "Versehen", datei });
    await rm(ordner, { recursive: true });
    await zeige(page, merk.id, "4 von");
    const punkt = page.locator(`#frage-${erste}`);
    await punkt
      .getByRole("button", { name: "Datei vernichten …: Falsche Datei.txt" })
      .click();
    const fenster = page.getByRole("dialog", { name: "Datei vernichten" });
    await fenster.getByLabel("Grund").fill("enthielt Sozialdaten");
    await zweitePerson(page, "gf");
  }),
  seite("vernichtet", "qm", async (page) => {
    const [erste] = (await detail(page, merk.id)).gestellt;
    await zeige(page, merk.id, "4 von");
    const punkt = page.locator(`#frage-${erste}`);
    await punkt
      .getByRole("button", { name: "Datei vernichten …: Falsche Datei.txt" })
      .click();
    const fenster = page.getByRole("dialog", { name: "Datei vernichten" });
    await fenster.getByLabel("Grund").fill("enthielt Sozialdaten");
    await zweitePerson(page, "gf");
    await knopf(page, "Vernichten");
    await fenster.waitFor({ state: "detached" });
    await punkt.getByText("2 zurückgezogene Nachweise").click();
    await punkt
      .getByText("Grund: Datei vernichtet: enthielt Sozialdaten")
      .waitFor();
  }),
  seite(
    "nachweis-abgelehnt",
    "qm",
    async (page) => {
      const ordner = await mkdtemp(path.join(tmpdir(), "iks-nachweis-"));
      const datei = path.join(ordner, "gross.pdf");
      await writeFile(datei, "%PDF");
      await truncate(datei, 26 * 1024 * 1024);
      await zeige(page, merk.id, "4 von");
      await page
        .getByRole("button", { name: "Nachweis hinzufügen …" })
        .nth(3)
        .click();
      const fenster = page.getByRole("dialog", { name: "Nachweis hinzufügen" });
      await fenster
        .getByLabel("Bezeichnung und Fundstelle")
        .fill("Sicherheitskonzept, Ordner IT");
      await fenster.getByLabel("Datum des Nachweises").fill("010926");
      await fenster.getByLabel(/^Datei anhängen/).fill(datei);
      await knopf(page, "Eintragen");
      await fenster
        .getByText(/Die Datei ist 26 Megabyte groß/)
        .first()
        .waitFor();
      gleich(
        await fenster.getByLabel("Bezeichnung und Fundstelle").inputValue(),
        "Sicherheitskonzept, Ordner IT",
      );
      await rm(ordner, { recursive: true });
    },
    { abgelehnt: true },
  ),
  seite(
    "konflikt",
    "qm",
    async (page) => {
      await zeige(page, merk.id, "4 von");
      const [, , , vierte] = (await detail(page, merk.id)).gestellt;
      // Someone else answers meanwhile.
      await antworte(page, merk.id, vierte, "erfuellt");
      await gruppe(page, vierte).focus();
      await page.keyboard.press("3");
      await page.keyboard.type("Die Regelung ist noch nicht in Kraft.");
      await page.keyboard.press("Tab");
      await page.getByText("Gespeichert ist", { exact: true }).waitFor();
      await page.getByText(/nicht erfüllt: Die Regelung/).waitFor();
    },
    { abgelehnt: true },
  ),
  seite(
    "konflikt-geloest",
    "qm",
    async (page) => {
      await zeige(page, merk.id, "5 von");
      const [, , , vierte] = (await detail(page, merk.id)).gestellt;
      await antworte(page, merk.id, vierte, "erfuellt", "geregelt");
      await gruppe(page, vierte).focus();
      await page.keyboard.press("3");
      await page.getByText("Gespeichert ist", { exact: true }).waitFor();
      await page
        .getByRole("button", { name: "Meine Eingabe speichern" })
        .click();
      await page
        .getByText("Gespeichert ist", { exact: true })
        .waitFor({ state: "detached" });
      await gespeichert(page);
      const a = (await detail(page, merk.id)).antworten.find(
        (x) => x.frage === vierte,
      );
      gleich(a.wert, "nicht_erfuellt");
    },
    { abgelehnt: true },
  ),
  seite("filter", "qm", async (page) => {
    await zeige(page, merk.id, "5 von");
    await page.getByLabel("Fragen", { exact: true }).selectOption("abweichung");
    await page.getByText(/^2 von \d+ Fragen gezeigt/).waitFor();
    // What the choice found stays in sight when its answer changes.
    const [, zweite] = (await detail(page, merk.id)).gestellt;
    await gruppe(page, zweite).focus();
    await page.keyboard.press("1");
    await gespeichert(page);
    await page.getByText(/^2 von \d+ Fragen gezeigt/).waitFor();
    await gruppe(page, zweite).focus();
    await page.keyboard.press("2");
    await gespeichert(page);
  }),
  seite("luecken", "qm", async (page) => {
    await zeige(page, merk.id, "5 von");
    await dialog(page, "Zur Freigabe vorlegen …", "Noch nicht vollständig");
    const { gestellt } = await detail(page, merk.id);
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^10\. / })
      .click();
    await fokus(page, gestellt[9]);
    await dialog(page, "Zur Freigabe vorlegen …", "Noch nicht vollständig");
  }),
  seite("rahmen", "qm", async (page) => {
    await zeige(page, merk.id, "5 von");
    await dialog(
      page,
      "Zeitraum und Zuständigkeit ändern …",
      "Zeitraum und Zuständigkeit ändern",
    );
    await page
      .getByRole("dialog")
      .getByLabel("Vorzulegen bis")
      .fill("31.01.27");
    await knopf(page, "Speichern");
    await page.getByText("31.01.2027").waitFor();
    await page.getByText("überfällig").first().waitFor({ state: "detached" });
  }),
  seite("fassung", "qm", async (page) => {
    const k = await katalog(page, "it_sicherheit");
    const { fassung } = await lesen(page, "pruefkatalog.fassung", {
      id: k.fassungen[0].id,
      gegen: null,
    });
    const kapitel = structuredClone(fassung.kapitel);
    kapitel[0].fragen[1].frage =
      "Sind Zuständigkeit und Vertretung für die Informationssicherheit im Haus geregelt?";
    await aendern(page, "pruefkatalog.fassung_speichern", {
      katalog_id: k.katalog.id,
      bezug: null,
      rechtsstand: tag(0),
      einleitung: fassung.einleitung,
      kapitel,
    });
    await katalog(page, "it_sicherheit");
    await zeige(page, merk.id, "5 von");
    await dialog(page, "Auf Fassung 2 umstellen …", /umstellen/);
    await knopf(page, "Umstellen");
    await page.getByText("anderer Wortlaut als zuletzt").waitFor();
    await page.getByText(GEAENDERT).waitFor();
  }),
  seite("fassung-bestaetigt", "qm", async (page) => {
    await zeige(page, merk.id, GEAENDERT);
    await page.getByRole("button", { name: "Antwort bestätigen" }).click();
    await page.getByText(GEAENDERT).first().waitFor({ state: "detached" });
  }),
  seite("ergebnis-zwischenstand", "qm", async (page) => {
    await zeige(page, merk.id, "5 von");
    await page.getByRole("tab", { name: "Ergebnis" }).click();
    await page.getByText(/^Zwischenstand/).waitFor();
  }),
  seite("vorlegen", "qm", async (page) => {
    await ergaenze(page, merk.id);
    await zeige(page, merk.id, "Der Prüfbogen ist vollständig.");
    await dialog(page, "Zur Freigabe vorlegen …", "Zur Freigabe vorlegen?");
    await knopf(page, "Vorlegen");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await dialog(page, "Hier zurückgeben lassen …", "Rückgabe mitzeichnen");
    await page
      .getByRole("dialog")
      .getByLabel("Was ist noch zu tun?")
      .fill("Bitte die zweite Frage belegen.");
    await zweitePerson(page, "gf");
    await knopf(page, "Zurückgeben");
    await page.getByText("Von der zweiten Person zurückgegeben").waitFor();
    await schritt(page, merk.id, "vorlegen");
    await page.reload();
    await dialog(page, "Hier freigeben lassen …", "Freigabe mitzeichnen");
  }),
  seite("zurueckziehen", "qm", async (page) => {
    await zeige(page, merk.id, "zur Freigabe vorgelegt");
    await dialog(page, "Vorlage zurückziehen …", "Vorlage zurückziehen?");
    await knopf(page, "Vorlage zurückziehen");
    await page.getByText("in Arbeit").first().waitFor();
    await schritt(page, merk.id, "vorlegen");
    await schritt(
      page,
      merk.id,
      "zurueckgeben",
      { grund: "Bitte die zweite Frage belegen." },
      GF,
    );
    await page.reload();
    await page.getByText("Von der zweiten Person zurückgegeben").waitFor();
    await schritt(page, merk.id, "vorlegen");
  }),
  seite("freigeben", "gf", async (page) => {
    await zeige(page, merk.id, "zur Freigabe vorgelegt");
    await dialog(page, "Freigeben …", /freigeben\?$/);
    await page
      .getByRole("dialog")
      .getByText(/anwendbaren Fragen/)
      .waitFor();
  }),
  seite("ergebnis", "gf", async (page) => {
    await schritt(page, merk.id, "freigeben");
    await zeige(page, merk.id, "freigegeben");
    await page.getByRole("tab", { name: "Ergebnis" }).click();
    await page
      .getByText(`besteht seit dem Durchgang bis 31.12.${JAHR - 2}`, {
        exact: true,
      })
      .waitFor();
    await page
      .getByLabel("Veränderung", { exact: true })
      .selectOption({ label: "unverändert abweichend" });
  }),
  seite("freigegeben", "qm", async (page) => {
    await zeige(page, merk.id, "freigegeben");
    gleich(
      await page.getByRole("button", { name: "Nachweis hinzufügen …" }).count(),
      0,
    );
    await dialog(page, "Berichtigen …", "Berichtigen");
  }),
  seite("bericht", "qm", async (page) => {
    await zeige(page, merk.id, "freigegeben");
    await page.getByRole("link", { name: "Prüflistenbericht" }).click();
    await page.getByRole("heading", { level: 1, name: "Berichte" }).waitFor();
    const { durchgang } = await detail(page, merk.id);
    gleich(
      await page.getByLabel("Nummer des Durchgangs").inputValue(),
      durchgang.nummer,
    );
    await page.getByRole("img", { name: /^Seite 1 von \d+/ }).waitFor();
  }),
  seite("berichtigung", "qm", async (page) => {
    await zeige(page, merk.id, "freigegeben");
    await dialog(page, "Berichtigen …", "Berichtigen");
    await page
      .getByRole("dialog")
      .getByLabel("Was wird berichtigt?")
      .fill("Die dritte Frage war falsch verstanden.");
    await knopf(page, "Berichtigen");
    await page.getByRole("heading", { level: 1, name: /Fassung 2/ }).waitFor();
    await page.getByText("Die dritte Frage war falsch verstanden.").waitFor();
  }),
  seite("anhang-fehlt", "qm", async (page) => {
    // As if the file were gone from the folder of the house.
    await page.route("**/api/lesen", async (route) => {
      const antwort = await route.fetch();
      const daten = await antwort.json();
      const mit = daten?.nachweise?.filter((n) => n.anhang !== null) ?? [];
      if (mit.length > 0) daten.fehlende_anhaenge = mit.map((n) => n.anhang.id);
      await route.fulfill({ response: antwort, json: daten });
    });
    await zeige(page, merk.id, "1 Anhang fehlt im Datenordner des Hauses.");
    await page.getByText("Datei fehlt", { exact: true }).first().waitFor();
    await page.unroute("**/api/lesen");
  }),
  seite("entfallen", "qm", async (page) => {
    const id = await plane(page, "korruption", JAHR);
    await zeige(page, id, "geplant");
    await dialog(page, "Nicht durchführen …", "Nicht durchführen");
    await page
      .getByRole("dialog")
      .getByLabel("Grund", { exact: true })
      .fill("Die Prüfung der Aufsicht deckt denselben Zeitraum ab.");
    await knopf(page, "Nicht durchführen");
    await page
      .getByText("Dieser Durchgang wurde nicht durchgeführt.")
      .waitFor();
  }),
  seite("entfallen-zu-zweit", "qm", async (page) => {
    const id = await plane(page, "it_sicherheit", JAHR + 1);
    await antworte(page, id, "it-01", "erfuellt");
    await zeige(page, id, "1 von");
    await dialog(page, "Nicht durchführen …", "Nicht durchführen");
    await page
      .getByRole("dialog")
      .getByLabel("Grund", { exact: true })
      .fill("Die Einheit zieht um; die Fragen folgen im nächsten Jahr.");
    await zweitePerson(page, "gf");
    await knopf(page, "Nicht durchführen");
    await page
      .getByText("Dieser Durchgang wurde nicht durchgeführt.")
      .waitFor();
  }),
  seite(
    "fremd",
    "dsb",
    async (page) => {
      await zeige(page, merk.id, /wurde nicht gefunden/);
    },
    { abgelehnt: true },
  ),
];
