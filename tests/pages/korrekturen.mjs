// Corrections over all checks, and the Nachschau: planned from a finished check, drawn and laid beside it.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gibAus } from "./dialog.mjs";
import { ALLE, prueffaelle, pruefungen } from "./faelle.mjs";
import { aendern, lesen, tag } from "./tuer.mjs";

/** Finished checks, latest first. */
const abgeschlossene = (page) => pruefungen(page, { stand: ["abgeschlossen"] });

/** A finished check that can be followed in this way, with what a Nachschau of it would be. */
async function erste(page, geht) {
  for (const { id } of await abgeschlossene(page)) {
    const { korrigierte } = await lesen(page, "pruefung.lesen", { id });
    if (korrigierte) continue;
    const v = await lesen(page, "pruefung.nachschau_vorschlag", { id });
    if (geht(v)) return { id, ...v };
  }
  throw new Error("Keine abgeschlossene Prüfung passt.");
}

const pruefungAus = ({ objekte }) =>
  objekte.find((o) => o.art === "pruefung").id;

const version = async (page, id) =>
  (await lesen(page, "pruefung.lesen", { id })).pruefung.version;

async function ziehe(page, id) {
  const { objekte } = await aendern(page, "ziehung.versiegeln", {
    pruefung: { id, version: await version(page, id) },
    anzahl: null,
  });
  let ziehung = objekte.find((o) => o.art === "ziehung");
  const { pruefung } = await lesen(page, "pruefung.lesen", { id });
  if (pruefung.plan.auswahl === "zufall")
    ziehung = (
      await aendern(page, "ziehung.startwert_erzeugen", {
        ziehung: { id: ziehung.id, version: ziehung.version },
      })
    ).objekte[0];
  await aendern(page, "ziehung.ziehen", {
    ziehung: { id: ziehung.id, version: ziehung.version },
    nummern: [],
    begruendung: "",
  });
}

/** Fills in the sheets: all in order but the items that `falsch` names for a case; the last sheet stays open. */
async function pruefe(page, pruefung, falsch) {
  const zeilen = await prueffaelle(page, pruefung);
  const katalog = await lesen(page, "katalog.liste", {});
  const kennung = (art) => katalog.find((e) => e.katalog === art).kennung;
  for (const [i, { id }] of zeilen.slice(0, -1).entries()) {
    const { abschnitte } = await lesen(page, "bogen.lesen", { id });
    const merkmal = falsch(id, i, abschnitte);
    if (merkmal !== null) {
      await aendern(page, "bogen.antworten", {
        id,
        merkmal,
        wert: "nein",
        version: 0,
      });
      await aendern(page, "feststellung.speichern", {
        bezug: null,
        prueffall_id: id,
        merkmal,
        inhalt: {
          art: "formell",
          wirkung: "ohne",
          betrag_bund_cent: 0,
          betrag_kommune_cent: 0,
          haeufigkeit: "einmalig",
          zeitraum_von: null,
          zeitraum_bis: null,
          schwere: "gering",
          sachgebiet: kennung("sachgebiet"),
          ursache: kennung("ursache"),
          text: "Der Nachweis fehlt weiterhin in der Akte.",
          korrektur_bis: null,
        },
      });
    }
    // One "ja" may bring up the next item.
    let bogen = await lesen(page, "bogen.lesen", { id });
    while (bogen.offen.length > 0) {
      for (const { merkmal: m } of bogen.offen)
        await aendern(page, "bogen.antworten", {
          id,
          merkmal: m,
          wert: "ja",
          version: 0,
        });
      bogen = await lesen(page, "bogen.lesen", { id });
    }
    const { fall } = bogen;
    await aendern(page, "bogen.abschliessen", { id, version: fall.version });
  }
}

/** A list of 60 cases for a new sample. */
async function liesEin(page, id, team) {
  const ordner = await mkdtemp(path.join(tmpdir(), "iks-nachschau-"));
  const datei = path.join(ordner, "liste.csv");
  const faelle = Array.from(
    { length: 60 },
    (_, n) => `09304BG3${String(n).padStart(6, "0")};${team}`,
  );
  await writeFile(datei, ["BG-Nummer;Team", ...faelle, ""].join("\n"));
  await aendern(page, "grundgesamtheit.einlesen", {
    pruefung: { id, version: await version(page, id) },
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
    abfrage: "Fälle des Zeitraums",
    auszug_am: tag(-1),
    kontrolle: { anzahl: null, summe_cent: null },
    kontroll_vermerk: "",
    zeilen_erwartet: null,
  });
  await rm(ordner, { recursive: true });
}

async function zeige(page, weg, h1) {
  await page.evaluate((ziel) => {
    location.hash = ziel;
  }, weg);
  await page.getByRole("heading", { level: 1, name: h1 }).waitFor();
}

const seite = (
  name,
  benutzer,
  schritte,
  weg = "/korrekturen",
  h1 = "Korrekturen",
) => ({
  name: `korrekturen-${name}`,
  benutzer,
  weg: `#/fachaufsicht${weg}`,
  h1,
  schritte,
});

let nachschau = null;
/** The first of its corrections. */
let erster = null;

export const korrekturseiten = [
  seite("liste", "qm", async (page) => {
    await page.getByText(/^Beträge aller gefundenen Korrekturen/).waitFor();
  }),
  seite("teamleitung", "tl1", async (page) => {
    await page.getByRole("row").nth(1).waitFor();
    if (await page.getByRole("checkbox").count())
      throw new Error("Eine Teamleitung bestätigt nicht.");
  }),
  seite("von-mir", "qm", async (page) => {
    await page.getByLabel("Lage", { exact: true }).selectOption("von_mir");
    await page.getByText(/^\d+ Zeilen?$/).waitFor();
    await page.getByRole("button", { name: "Filter zurücksetzen" }).click();
  }),
  seite("gemeldet", "qm", async (page) => {
    const { zeilen } = await lesen(page, "korrektur.liste", {
      pruefung_id: null,
      blatt: ALLE,
      sortierung: "faellig_am",
      absteigend: true,
      lage: "offen",
      team_id: null,
      wirkung: null,
      suche: null,
    });
    const { id, version: v } = zeilen.find((z) =>
      z.team?.startsWith("Leistung"),
    );
    await aendern(page, "korrektur.erledigen", {
      id,
      version: v,
      erledigt_am: tag(0),
      vermerk: "Bescheid berichtigt.",
    });
  }),
  seite("bestaetigen", "bl", async (page) => {
    await page.getByLabel("Lage", { exact: true }).selectOption("von_mir");
    const zeilen = page.getByRole("checkbox", { name: /^Korrektur zu / });
    await zeilen.nth(0).check();
    await page.getByRole("button", { name: "Bestätigen …" }).click();
    const dialog = page.getByRole("dialog", {
      name: "1 Korrektur bestätigen?",
    });
    await dialog
      .getByText(/^(Beträge der ausgewählten|Zu keiner der ausgewählten) /)
      .waitFor();
  }),
  seite("ausgegeben", "qm", (page) => gibAus(page, ["XLSX", "CSV", "PDF"])),
  {
    name: "korrekturen-uebersicht",
    benutzer: "bl",
    weg: "#/uebersicht",
    h1: "Übersicht",
    schritte: async (page) => {
      await page.getByRole("heading", { name: "Korrekturen" }).waitFor();
      await page
        .getByRole("link", { name: /überfällig/ })
        .first()
        .waitFor();
    },
  },
  seite(
    "nachschau-planen",
    "qm",
    async (page) => {
      const { id, nummer } = await erste(page, (v) => v.hindernis === null);
      await zeige(page, `#/fachaufsicht/${id}/auswertung`, new RegExp(nummer));
      await page.getByRole("link", { name: "Nachschau anlegen" }).click();
      await page
        .getByRole("heading", { level: 1, name: `Nachschau zu ${nummer}` })
        .waitFor();
      await page
        .getByRole("radio", { name: /^Korrigierte Fälle/, checked: true })
        .waitFor();
      if (await page.getByLabel("Prüfzeitraum von").count())
        throw new Error("Der Zeitraum steht schon fest.");
    },
    "/neu",
    "Neue Prüfung",
  ),
  seite(
    "nachschau-angelegt",
    "qm",
    async (page) => {
      const { id } = await erste(
        page,
        (v) => v.hindernis === null && v.faelle > 2,
      );
      await zeige(page, `#/fachaufsicht/neu?nachschau=${id}`, /^Nachschau zu/);
      await page.getByRole("button", { name: "Nachschau anlegen" }).click();
      await page.getByText(/^Die Fälle kommen aus der Prüfung/).waitFor();
      if (await page.getByRole("button", { name: /Liste einlesen/ }).count())
        throw new Error("Eine Liste ließe sich einlesen.");
      nachschau = page.url().match(/fachaufsicht\/([^/]+)/)[1];
    },
    "",
    "Fachaufsicht",
  ),
  seite(
    "nachschau-zugewiesen",
    "qm",
    async (page) => {
      await ziehe(page, nachschau);
      const { korrekturen } = await lesen(page, "auswertung.nachschau", {
        id: nachschau,
      });
      [erster] = korrekturen.befunde;
      // Who reported the corrections as done does not check them.
      const personen = await lesen(page, "benutzer.auswahl", {});
      const zeilen = await prueffaelle(page, nachschau);
      await aendern(page, "bogen.zuweisen", {
        faelle: zeilen.map(({ id, version: v }) => ({ id, version: v })),
        an: personen.find((p) => p.zeichen === "PK-1").id,
      });
      await zeige(page, `#/fachaufsicht/${nachschau}/prueffaelle`, /^FA-/);
      await page.getByRole("grid", { name: "Prüffälle" }).waitFor();
    },
    "",
    "Fachaufsicht",
  ),
  seite(
    "nachschau-geprueft",
    "pruefer",
    async (page) => {
      // The first correction did not hold.
      await pruefe(page, nachschau, (id) =>
        id === erster.prueffall_id ? erster.merkmal : null,
      );
      await zeige(page, `#/fachaufsicht/${nachschau}/prueffaelle`, /^FA-/);
      await page.getByRole("grid", { name: "Prüffälle" }).waitFor();
    },
    "",
    "Fachaufsicht",
  ),
  seite(
    "nachschau-korrigierte",
    "qm",
    async (page) => {
      await zeige(page, `#/fachaufsicht/${nachschau}/auswertung`, /^FA-/);
      await page.getByText(/Korrekturen in .* behoben,/).waitFor();
      await page.getByText("Fall für Fall", { exact: true }).click();
      await page
        .getByText("weiterhin fehlerhaft", { exact: true })
        .first()
        .waitFor();
    },
    "",
    "Fachaufsicht",
  ),
  seite(
    "nachschau-stichprobe",
    "qm",
    async (page) => {
      const { stichprobe } = await erste(
        page,
        (v) =>
          v.stichprobe.auswahl === "zufall" &&
          v.stichprobe.schichtung === "keine",
      ).catch(() => erste(page, (v) => v.stichprobe.auswahl === "zufall"));
      const { teams } = await lesen(page, "organisation.uebersicht", {});
      const team = teams.find((t) => stichprobe.teams.includes(t.id)).name;
      const id = pruefungAus(
        await aendern(page, "pruefung.anlegen", {
          plan: {
            ...stichprobe,
            schichtung: "keine",
            stichprobe_geplant: 25,
            restliche_auf_ja: true,
          },
        }),
      );
      await liesEin(page, id, team);
      await ziehe(page, id);
      await pruefe(page, id, (_, i, abschnitte) =>
        i % 8 === 0 ? abschnitte[0].merkmale[0].kennung : null,
      );
      await zeige(page, `#/fachaufsicht/${id}/auswertung`, /^FA-/);
      await page
        .getByRole("table", { name: /^Fehler je Merkmal in beiden/ })
        .waitFor();
    },
    "",
    "Fachaufsicht",
  ),
];
