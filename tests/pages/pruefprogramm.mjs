// The Prüfprogramm: a year as a draft, released, and running. What it shows is entered through the doors of the core.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PASSWORT } from "./carrier.mjs";
import { zweitePerson } from "./dialog.mjs";
import { prueffaelle } from "./faelle.mjs";
import { verlaufsseiten } from "./programmverlauf.mjs";
import { aendern, lesen, tag } from "./tuer.mjs";

const GF = { benutzername: "gf", passwort: PASSWORT };
const JAHR = Number(tag(0).slice(0, 4));
const MONAT = Number(tag(0).slice(5, 7));
const FERN = JAHR + 2;
/** A month that is over; in January none is, and the pages show the running one. */
const VORIGER = Math.max(1, MONAT - 1);

const liste = (page) => lesen(page, "pruefprogramm.liste", {});
const detail = (page, id) => lesen(page, "pruefprogramm.lesen", { id });

/** The Fassung of a year in that state. */
async function kopf(page, jahr, ...staende) {
  const k = (await liste(page)).find(
    (x) =>
      x.jahr === jahr && (staende.length === 0 || staende.includes(x.stand)),
  );
  return k ?? null;
}

/** Two themes of the area of "Leistung 1", each team so many a month. */
async function inhalt(page, je, ab = 1) {
  const { teams } = await lesen(page, "organisation.uebersicht", {});
  const bereich = teams.find((t) => t.name === "Leistung 1").bereich_id;
  const themen = (await lesen(page, "pruefthema.liste", {})).filter(
    (t) => t.thema.aktiv && t.vorlagen.length > 0,
  );
  const eigene = teams.filter((t) => t.bereich_id === bereich);
  const monate = (n) =>
    Array.from({ length: 12 }, (_, m) => (m + 1 < ab ? 0 : n));
  return {
    zeilen: themen.slice(0, 2).map((t, i) => ({
      thema_id: t.thema.id,
      bereich_id: bereich,
      pruefende: "qualitaetsmanagement",
      fehlerdefinition: "jede",
      teilweise_zaehlt: true,
      ziel: 0.1,
      konfidenz: 0.95,
      gegenpruefung_anteil: 0,
      restliche_auf_ja: true,
      stellungnahme_tage: 14,
      begruendung: "Basis-Fachaufsicht",
      teams: eigene.map((team) => ({
        team_id: team.id,
        monate: monate(je - i),
      })),
    })),
    dsb_am: tag(-40),
    dsb_vermerk: "Besprechung mit der Datenschutzbeauftragten",
  };
}

async function schritt(page, id, name, mehr = {}, zweite = null) {
  const { programm } = await detail(page, id);
  const bezug = { id, version: programm.version };
  return aendern(page, `pruefprogramm.${name}`, { ...bezug, ...mehr }, zweite);
}

/** The programme that holds in the running year, with two themes that began two months before the last one. */
async function laufendes(page) {
  const da = await kopf(page, JAHR, "gueltig");
  const vorher = da ? (await detail(page, da.id)).programm.inhalt.zeilen : [];
  const neu = await inhalt(page, 4, Math.max(1, VORIGER - 2));
  if (vorher.some((z) => z.bereich_id === neu.zeilen[0].bereich_id))
    return da.id;
  const { objekte } = da
    ? await schritt(page, da.id, "fortschreiben", {
        grund: "Die Leistungsgewährung kommt hinzu.",
      })
    : await aendern(page, "pruefprogramm.anlegen", {
        jahr: JAHR,
        aus_jahr: null,
      });
  const id = objekte[0].id;
  await schritt(page, id, "speichern", {
    inhalt: { ...neu, zeilen: [...vorher, ...neu.zeilen] },
  });
  await schritt(page, id, "vorlegen");
  await schritt(page, id, "freigeben", {}, GF);
  return id;
}

async function zeige(page, teile, h1) {
  await page.evaluate(
    (weg) => {
      location.hash = weg;
    },
    `#/fachaufsicht/pruefprogramm/${teile.join("/")}`,
  );
  await page.getByRole("heading", { level: 1, name: h1 }).waitFor();
  await page.waitForFunction(
    () => !document.querySelector('[aria-busy="true"]'),
  );
}

const knopf = (page, name) =>
  page.getByRole("button", { name, exact: true }).first().click();
const imDialog = (page, name) =>
  page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
const editor = (page) =>
  zeige(
    page,
    [FERN, "fassung", 1, "bearbeiten"],
    `Prüfprogramm ${FERN} bearbeiten`,
  );
const zelle = (page, monat, nummer = 0) =>
  page
    .locator(`[data-zeile="${nummer}"]`)
    .getByRole("textbox", { name: `Leistung 1, ${monat}`, exact: true });

function gleich(ist, soll) {
  if (JSON.stringify(ist) !== JSON.stringify(soll))
    throw new Error(`${JSON.stringify(ist)} statt ${JSON.stringify(soll)}`);
}

/** Cells from a spreadsheet, as a person pastes them. */
const fuegeEin = (feld, text) =>
  feld.evaluate((element, inhaltstext) => {
    const daten = new DataTransfer();
    daten.setData("text/plain", inhaltstext);
    element.dispatchEvent(
      new ClipboardEvent("paste", {
        clipboardData: daten,
        bubbles: true,
        cancelable: true,
      }),
    );
  }, text);

/** Makes the check of a month, reads a list for it and draws. */
async function ziehe(page, monat, zeile) {
  const { objekte } = await aendern(page, "pruefprogramm.pruefung_anlegen", {
    jahr: JAHR,
    monat,
    schluessel: zeile.schluessel,
  });
  const id = objekte[0].id;
  const version = async () =>
    (await lesen(page, "pruefung.lesen", { id })).pruefung.version;
  const ordner = await mkdtemp(path.join(tmpdir(), "iks-monat-"));
  const datei = path.join(ordner, "monat.csv");
  const faelle = zeile.teams.flatMap((t, i) =>
    Array.from(
      { length: 40 },
      (_, n) =>
        `09304BG2${monat % 10}${i}${String(n).padStart(4, "0")};${t.name}`,
    ),
  );
  await writeFile(datei, ["BG-Nummer;Team", ...faelle, ""].join("\n"));
  await aendern(page, "grundgesamtheit.einlesen", {
    pruefung: { id, version: await version() },
    datei,
    leseweise: {
      optionen: {
        zeichensatz: null,
        trennzeichen: null,
        blatt: null,
        kopfzeile: null,
      },
      zuordnung: {
        auswahleinheit: "fall",
        nummer: "BG-Nummer",
        team: "Team",
        betrag: null,
        anzeige: [],
      },
    },
    quellsystem: "Fachverfahren",
    abfrage: "Fälle des Monats",
    auszug_am: tag(-1),
    kontrolle: { anzahl: null, summe_cent: null },
    kontroll_vermerk: "",
    zeilen_erwartet: null,
  });
  await rm(ordner, { recursive: true });
  const { objekte: neu } = await aendern(page, "ziehung.versiegeln", {
    pruefung: { id, version: await version() },
    anzahl: null,
  });
  const ziehung = neu.find((o) => o.art === "ziehung").id;
  await aendern(page, "ziehung.startwert_erzeugen", {
    ziehung: { id: ziehung, version: 1 },
  });
  await aendern(page, "ziehung.ziehen", {
    ziehung: { id: ziehung, version: 2 },
    nummern: [],
    begruendung: "",
  });
  return id;
}

/** Fills in the sheets of a check: everything is in order. */
async function pruefe(page, pruefung) {
  const zeilen = await prueffaelle(page, pruefung);
  for (const { id } of zeilen) {
    const { abschnitte } = await lesen(page, "bogen.lesen", { id });
    for (let abschnitt = 0; abschnitt < abschnitte.length; abschnitt += 1)
      await aendern(page, "bogen.restliche_auf_ja", { id, abschnitt });
    const { fall } = await lesen(page, "bogen.lesen", { id });
    await aendern(page, "bogen.abschliessen", { id, version: fall.version });
  }
}

const seite = (name, benutzer, schritte, weitere = {}) => ({
  name: `pruefprogramm-${name}`,
  benutzer,
  weg: "#/uebersicht",
  h1: "Übersicht",
  schritte,
  ...weitere,
});

export const programmseiten = [
  seite("ohne-jahr", "qm", (page) => zeige(page, [2099], "Prüfprogramm 2099")),
  seite(
    "beginnen",
    "qm",
    async (page) => {
      await zeige(page, [2099], "Prüfprogramm 2099");
      await knopf(page, "Jahr beginnen …");
      const dialog = page.getByRole("dialog", {
        name: "Prüfprogramm beginnen",
      });
      await dialog.getByLabel("Jahr", { exact: true }).fill("26");
      await imDialog(page, "Beginnen");
      await dialog.getByText(/ein Jahr von 2000 bis 2100/).waitFor();
    },
    { abgelehnt: true },
  ),
  seite("thema", "qm", async (page) => {
    await zeige(page, [2099], "Prüfprogramm 2099");
    await knopf(page, "Jahr beginnen …");
    await page
      .getByRole("dialog")
      .getByLabel("Jahr", { exact: true })
      .fill(String(FERN));
    await page.getByRole("dialog").getByRole("radio", { name: "leer" }).check();
    await imDialog(page, "Beginnen");
    await page
      .getByRole("heading", {
        level: 1,
        name: `Prüfprogramm ${FERN} bearbeiten`,
      })
      .waitFor();
    await knopf(page, "Thema hinzufügen …");
    const dialog = page.getByRole("dialog", { name: "Thema hinzufügen" });
    await dialog.getByLabel("Prüfthema").selectOption({ index: 1 });
    const bereich = dialog.getByLabel("Bereich", { exact: true });
    for (const name of await bereich.locator("option").allInnerTexts()) {
      await bereich.selectOption({ label: name });
      if (
        await dialog.getByRole("checkbox", { name: "Leistung 1" }).isVisible()
      )
        break;
    }
  }),
  seite("tafel", "qm", async (page) => {
    await schritt(page, (await kopf(page, FERN)).id, "speichern", {
      inhalt: await inhalt(page, 15),
    });
    await editor(page);
    // The keys move between cells, and a number replaces what was there.
    await zelle(page, "Januar").focus();
    await page.keyboard.type("7");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.type("8");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    gleich(
      await zelle(page, "Januar").evaluate((e) => e === document.activeElement),
      true,
    );
    await page.keyboard.press("Enter");
    await page.keyboard.type("0");
    await page.keyboard.press("ArrowUp");
    gleich(
      await zelle(page, "Januar").evaluate((e) => e === document.activeElement),
      true,
    );
    await fuegeEin(zelle(page, "Oktober"), "1\t2\t3\n4\t5\t6\n");
    gleich(
      await Promise.all(
        ["Januar", "Februar", "Oktober", "Dezember"].map((m) =>
          zelle(page, m).inputValue(),
        ),
      ),
      ["7", "8", "1", "3"],
    );
  }),
  seite("angefangen", "qm", async (page) => {
    await editor(page);
    await zelle(page, "Mai").fill("99");
    await page.keyboard.press("Tab");
    await zeige(page, [FERN, "fassung", 1], `Prüfprogramm ${FERN}`);
    await editor(page);
    await page.getByText("Ihre angefangene Eingabe ist noch da.").waitFor();
    gleich(await zelle(page, "Mai").inputValue(), "99");
    await page
      .getByText(/^Festlegungen/)
      .first()
      .click();
  }),
  seite("zellenfehler", "qm", async (page) => {
    await editor(page);
    await zelle(page, "März").fill("501");
    await zelle(page, "April").fill("x");
    await knopf(page, "Entwurf speichern");
    await page.getByText("Leistung 1, März: Höchstens 500 Fälle").waitFor();
    gleich(
      await zelle(page, "März").evaluate((e) => e === document.activeElement),
      true,
    );
  }),
  seite(
    "abgelehnt",
    "qm",
    async (page) => {
      await editor(page);
      // A day to come is refused by the core, at its field.
      await page.getByLabel("Mit dem Datenschutz abgestimmt am").fill("+2T");
      await knopf(page, "Entwurf speichern");
      await page.getByText("Dieser Tag liegt in der Zukunft.").waitFor();
    },
    { abgelehnt: true },
  ),
  seite(
    "konflikt",
    "qm",
    async (page) => {
      await editor(page);
      await zelle(page, "Juni").fill("3");
      await schritt(page, (await kopf(page, FERN)).id, "speichern", {
        inhalt: { ...(await inhalt(page, 12)), dsb_vermerk: "Telefonat" },
      });
      await knopf(page, "Entwurf speichern");
      await page.getByText("Telefonat").waitFor();
    },
    { abgelehnt: true },
  ),
  seite("fuellen", "qm", async (page) => {
    await editor(page);
    await knopf(page, "Alle Monate gleich …");
    const dialog = page.getByRole("dialog", { name: "Alle Monate gleich" });
    await dialog.getByLabel("Fälle je Team und Monat").fill("20");
    await dialog
      .getByLabel("Ab", { exact: true })
      .selectOption({ label: "November" });
    await imDialog(page, "Eintragen");
    gleich(
      [
        await zelle(page, "Oktober").inputValue(),
        await zelle(page, "Dezember").inputValue(),
      ],
      ["12", "20"],
    );
    await page
      .getByRole("button", { name: "Alle Monate gleich: Leistung 1" })
      .first()
      .click();
    await page.getByRole("dialog", { name: "Alle Monate gleich" }).waitFor();
  }),
  seite("verteilung", "qm", async (page) => {
    await editor(page);
    await knopf(page, "Nach Risiko verteilen …");
    const dialog = page.getByRole("dialog", { name: "Nach Risiko verteilen" });
    await dialog.getByLabel("Fälle insgesamt").fill("400");
    await imDialog(page, "Vorschlagen");
    await dialog.getByRole("button", { name: "Übernehmen" }).waitFor();
  }),
  seite("verteilt", "qm", async (page) => {
    await editor(page);
    await knopf(page, "Nach Risiko verteilen …");
    const dialog = page.getByRole("dialog", { name: "Nach Risiko verteilen" });
    await dialog.getByLabel("Fälle insgesamt").fill("400");
    await imDialog(page, "Vorschlagen");
    await imDialog(page, "Übernehmen");
    await page.getByText("400 Fälle im Jahr").waitFor();
  }),
  seite("aufwand", "qm", async (page) => {
    await editor(page);
    await knopf(page, "Umfang nach Arbeitszeit …");
    await page
      .getByRole("dialog")
      .getByLabel("Fälle im Jahr, ungefähr")
      .fill("4900");
    await imDialog(page, "Berechnen");
    await page.getByText(/2 Personen mit je 6 Stunden in der Woche/).waitFor();
  }),
  seite("entwurf", "qm", (page) =>
    zeige(page, [FERN, "fassung", 1], `Prüfprogramm ${FERN}`),
  ),
  seite("vorlegen", "qm", async (page) => {
    await zeige(page, [FERN, "fassung", 1], `Prüfprogramm ${FERN}`);
    await knopf(page, "Zur Freigabe vorlegen …");
    await page.getByRole("dialog", { name: /vorlegen/ }).waitFor();
  }),
  seite("zurueckgegeben", "qm", async (page) => {
    await zeige(page, [FERN, "fassung", 1], `Prüfprogramm ${FERN}`);
    await knopf(page, "Zur Freigabe vorlegen …");
    await imDialog(page, "Zur Freigabe vorlegen");
    await knopf(page, "Hier zurückgeben lassen …");
    await page
      .getByRole("dialog")
      .getByLabel("Was ist noch zu tun?")
      .fill("Team 2 bitte ebenso oft.");
    await zweitePerson(page, "gf");
    await imDialog(page, "Zurückgeben");
    await page.getByText("Zurückgegeben: Team 2 bitte ebenso oft.").waitFor();
  }),
  seite("mitzeichnung", "qm", async (page) => {
    await zeige(page, [FERN, "fassung", 1], `Prüfprogramm ${FERN}`);
    await knopf(page, "Zur Freigabe vorlegen …");
    await imDialog(page, "Zur Freigabe vorlegen");
    await knopf(page, "Hier freigeben lassen …");
    await page.getByRole("dialog", { name: "Freigabe mitzeichnen" }).waitFor();
  }),
  seite("freigeben", "gf", async (page) => {
    await zeige(page, [FERN], `Prüfprogramm ${FERN}`);
    await knopf(page, "Freigeben …");
    await page.getByRole("dialog", { name: /freigeben\?/ }).waitFor();
  }),
  seite("freigegeben", "gf", async (page) => {
    await zeige(page, [FERN], `Prüfprogramm ${FERN}`);
    await knopf(page, "Freigeben …");
    await imDialog(page, "Freigeben");
    await page.getByText("gültig", { exact: true }).waitFor();
  }),
  seite("laufend", "qm", async (page) => {
    const { zeilen } = await detail(page, await laufendes(page));
    const geplant = zeilen.filter((z) =>
      z.teams.some((t) => t.monate[VORIGER - 1].geplant > 0),
    );
    const frei = geplant.filter(
      (z) => !z.pruefungen.some((p) => p.monat === VORIGER),
    );
    if (frei[0]) await pruefe(page, await ziehe(page, VORIGER, frei[0]));
    if (frei[0] && VORIGER > 1) await ziehe(page, VORIGER - 1, frei[0]);
    await zeige(page, [JAHR], `Prüfprogramm ${JAHR}`);
    await page.getByText("Geplant und geprüft", { exact: true }).waitFor();
  }),
  seite("monat", "qm", async (page) => {
    await zeige(page, [JAHR, VORIGER], new RegExp(String(JAHR)));
  }),
  seite("grund", "qm", async (page) => {
    await zeige(page, [JAHR, VORIGER], new RegExp(String(JAHR)));
    await page
      .getByRole("button", { name: /^Grund eintragen/ })
      .first()
      .click();
    const dialog = page.getByRole("dialog", { name: /^Grund eintragen/ });
    await dialog.getByRole("checkbox").first().check();
    await dialog.getByLabel(/^Warum wurde nicht/).fill("Umzug des Standorts");
  }),
  seite("grund-eingetragen", "qm", async (page) => {
    await zeige(page, [JAHR, VORIGER], new RegExp(String(JAHR)));
    await page
      .getByRole("button", { name: /^Grund eintragen/ })
      .first()
      .click();
    const dialog = page.getByRole("dialog", { name: /^Grund eintragen/ });
    await dialog.getByRole("checkbox").first().check();
    await dialog.getByLabel(/^Warum wurde nicht/).fill("Umzug des Standorts");
    await imDialog(page, "Eintragen");
    await page.getByText("Umzug des Standorts").waitFor();
  }),
  seite("grund-aufheben", "qm", async (page) => {
    await zeige(page, [JAHR, VORIGER], new RegExp(String(JAHR)));
    await page
      .getByRole("button", { name: /^Grund aufheben/ })
      .first()
      .click();
    await page.getByRole("dialog", { name: "Grund aufheben?" }).waitFor();
  }),
  seite("pruefung", "qm", async (page) => {
    await zeige(page, [JAHR, MONAT], new RegExp(String(JAHR)));
    await page
      .getByRole("button", { name: /^Prüfung anlegen/ })
      .first()
      .click();
    // The list of the month is what comes next.
    await page.getByRole("link", { name: /Grundgesamtheit/ }).waitFor();
    await page.getByLabel("Datei", { exact: true }).waitFor();
  }),
  seite("auswertung", "qm", async (page) => {
    const { zeilen } = await detail(page, await laufendes(page));
    const z = zeilen.find((x) =>
      x.pruefungen.some((p) => p.stand !== "geplant"),
    );
    await zeige(
      page,
      [JAHR, "thema", z.schluessel.thema_id, z.schluessel.bereich_id],
      `${z.thema} ${JAHR}`,
    );
    await page
      .getByRole("heading", { name: "Schichten", exact: true })
      .waitFor();
  }),
  seite("fassung", "qm", async (page) => {
    const id = await laufendes(page);
    if (!(await kopf(page, JAHR, "entwurf")))
      await schritt(page, id, "fortschreiben", {
        grund: "Leistung 1 wird öfter geprüft.",
      });
    await zeige(page, [JAHR], `Prüfprogramm ${JAHR}`);
    await page.getByText(/Bis zu ihrer Freigabe gilt diese/).waitFor();
  }),
  seite("fortschreiben", "qm", async (page) => {
    await schritt(page, (await kopf(page, JAHR, "entwurf")).id, "verwerfen");
    await zeige(page, [JAHR], `Prüfprogramm ${JAHR}`);
    await knopf(page, "Neue Fassung beginnen …");
    await page.getByRole("dialog", { name: "Neue Fassung beginnen" }).waitFor();
  }),
  seite("uebersicht", "qm", async (page) => {
    await page.getByRole("heading", { name: `Prüfprogramm ${JAHR}` }).waitFor();
    await page.getByText("ohne Prüfung oder Grund").waitFor();
  }),
  seite("auswertung-ohne-schichten", "gf", async (page) => {
    const { zeilen } = await detail(
      page,
      (await kopf(page, JAHR, "gueltig")).id,
    );
    const z = zeilen.find((x) =>
      x.pruefungen.some((p) => p.stand !== "geplant"),
    );
    await zeige(
      page,
      [JAHR, "thema", z.schluessel.thema_id, z.schluessel.bereich_id],
      `${z.thema} ${JAHR}`,
    );
    await page.getByRole("heading", { name: "Teams (Schichten)" }).waitFor();
    gleich(
      await page
        .getByRole("heading", { name: "Schichten", exact: true })
        .count(),
      0,
    );
  }),
  seite("teamleitung", "tl1", (page) =>
    zeige(page, [JAHR], `Prüfprogramm ${JAHR}`),
  ),
  seite("teamleitung-monat", "tl1", async (page) => {
    await zeige(page, [JAHR, VORIGER], new RegExp(String(JAHR)));
    await page.getByText("Leistung 1").first().waitFor();
  }),
  seite("datenschutz", "dsb", (page) =>
    zeige(page, [JAHR], `Prüfprogramm ${JAHR}`),
  ),
  ...verlaufsseiten,
];
