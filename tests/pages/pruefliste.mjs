// Area "Prüflisten": list of runs, planning, plan of the year, catalogues, numbers on the start page. The page of a
// single run is tried elsewhere.

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gibAus, zweitePerson } from "./dialog.mjs";
import { aendern, deutsch, lesen, tag } from "./tuer.mjs";

/** Pages on which the core refuses something, which the browser reports. */
const ABGELEHNT = ["editor", "konflikt", "neu-abgelehnt"];

const seite = (benutzer, name, weg, h1, schritte) => ({
  name: `pruefliste-${name}`,
  benutzer,
  weg: `#/pruefliste${weg}`,
  h1,
  schritte,
  abgelehnt: ABGELEHNT.includes(name),
});

const kataloge = (page) => lesen(page, "pruefkatalog.liste", {});
const katalog = async (page, kennung) =>
  (await kataloge(page)).find((k) => k.katalog.kennung === kennung);

/** A further version of a catalogue with what `aendere` does to its chapters; answers its id. */
async function neueFassung(page, kennung, aendere) {
  const { katalog: k, fassungen } = await katalog(page, kennung);
  const { fassung } = await lesen(page, "pruefkatalog.fassung", {
    id: fassungen[0].id,
    gegen: null,
  });
  const kapitel = structuredClone(fassung.kapitel);
  aendere(kapitel);
  const { objekte } = await aendern(page, "pruefkatalog.fassung_speichern", {
    katalog_id: k.id,
    bezug: null,
    rechtsstand: tag(0),
    einleitung: fassung.einleitung,
    kapitel,
  });
  await oeffne(page, `/kataloge/${k.id}/${objekte[0].id}`);
  return objekte[0].id;
}

/** Plans a run over last year in the house, due in so many days; answers its id. */
async function plane(page, kennung, faellig, mehr = {}) {
  const { katalog: k } = await katalog(page, kennung);
  const jahr = Number(tag(0).slice(0, 4)) - 1;
  const { objekte } = await aendern(page, "pruefliste.anlegen", {
    katalog_id: k.id,
    alle_fragen: true,
    rahmen: {
      ebene: "haus",
      einheit_id: null,
      von: `${jahr}-01-01`,
      bis: `${jahr}-12-31`,
      rolle: "qualitaetsmanagement",
      faellig_am: tag(faellig),
      ...mehr,
    },
  });
  return objekte[0].id;
}

/** Answers the first questions of a run, each with evidence where it is needed. */
async function beantworte(page, id, anzahl, abweichend = 0) {
  for (let i = 0; i < anzahl; i += 1) {
    const d = await lesen(page, "pruefliste.lesen", { id });
    const offen = d.luecken.find((l) => l.art === "antwort");
    if (!offen) break;
    const schlecht = i < abweichend;
    await aendern(page, "pruefliste.antworten", {
      id,
      frage: offen.frage,
      wert: schlecht ? "nicht_erfuellt" : "erfuellt",
      bemerkung: schlecht ? "noch nicht geregelt" : "",
      version: 0,
    });
  }
  const d = await lesen(page, "pruefliste.lesen", { id });
  for (const l of d.luecken.filter((x) => x.art === "nachweis"))
    await aendern(page, "pruefliste.nachweis_anlegen", {
      durchgang_id: id,
      frage: l.frage,
      bezeichnung: "Dienstanweisung 3, Ordner Recht",
      datum: tag(-30),
      datei: null,
    });
}

/** Answers everything and presents it. */
async function legeVor(page, id) {
  await beantworte(page, id, 300, 1);
  const { durchgang } = await lesen(page, "pruefliste.lesen", { id });
  await aendern(page, "pruefliste.vorlegen", {
    id,
    version: durchgang.version,
  });
}

const waehle = (page, feld, text) =>
  page.getByLabel(feld, { exact: true }).selectOption({ label: text });
const ohneFilter = (page) =>
  page
    .getByRole("button", { name: "Filter zurücksetzen" })
    .first()
    .click({ timeout: 1_000 })
    .catch(() => {});

/** The request of the list as it stands at the start. */
const OFFENE = {
  filter: { nur_offene: true },
  sortierung: "dringlichkeit",
  absteigend: false,
  blatt: { ab: 0, anzahl: 50 },
};

/** Opens another page of the area. */
const oeffne = (page, weg) =>
  page.goto(`${new URL(page.url()).origin}/#/pruefliste${weg}`);

/** A catalogue as a file. */
const BARKASSE = {
  format: "iks-pruefkatalog/1",
  kennung: "kasse",
  gebiet: "sonstiges",
  titel: "Barkasse",
  rechtsstand: "2026-01-01",
  einleitung: "Einmal im Halbjahr.",
  kapitel: [
    {
      titel: "Bestand",
      fragen: [
        {
          kennung: "ka-01",
          frage: "Stimmt der Bestand mit dem Kassenbuch überein?",
          quelle: "",
          erlaeuterung: "",
          nachweis: "Zählprotokoll",
          nachweis_pflicht: true,
          gewicht: 3,
          turnus_monate: 6,
          betrifft: "Kassenführung",
          wenn: null,
        },
      ],
    },
  ],
};

/** A folder that is gone after the step. */
async function imOrdner(tun) {
  const ordner = await mkdtemp(path.join(tmpdir(), "iks-pruefliste-"));
  try {
    await tun(ordner);
  } finally {
    await rm(ordner, { recursive: true });
  }
}

export const prueflistenseiten = [
  seite("qm", "liste", "", "Prüflisten", (page) =>
    page.getByRole("gridcell", { name: /^PL-/ }).first().waitFor(),
  ),
  seite("qm", "oeffnen", "", "Prüflisten", async (page) => {
    await page.getByRole("gridcell", { name: /^PL-/ }).first().click();
    await page
      .getByRole("heading", { level: 1, name: /IT-Sicherheit|PL-/ })
      .waitFor();
  }),
  seite("qm", "kataloge", "/kataloge", "Kataloge", (page) =>
    page.getByRole("heading", { name: "IT-Sicherheit" }).waitFor(),
  ),
  seite("qm", "fassung", "/kataloge", "Kataloge", async (page) => {
    await neueFassung(page, "datenschutz", (kapitel) => {
      kapitel[0].fragen[0].erlaeuterung += " Auch die Vertretung ist benannt.";
    });
    await page.getByText("Diese Fassung ist ungeprüft.").waitFor();
    await page
      .getByText(/^Nur wenn „/)
      .first()
      .waitFor();
  }),
  // An officer sees and releases her own kind only.
  seite("dsb", "freigabe", "/kataloge", "Kataloge", async (page) => {
    await page.getByRole("heading", { name: "Datenschutz" }).waitFor();
    if (await page.getByRole("heading", { name: "IT-Sicherheit" }).count())
      throw new Error("Datenschutz sieht eine fremde Prüfliste.");
    await page.getByRole("link", { name: "Datenschutz, Fassung 2" }).click();
    await page.getByRole("button", { name: "Freigeben", exact: true }).click();
    await page
      .getByRole("dialog")
      .getByText("Gegenüber Fassung 1: 1 geändert.")
      .waitFor();
  }),
  seite("dsb", "freigegeben", "/kataloge", "Kataloge", async (page) => {
    await page.getByRole("link", { name: "Datenschutz, Fassung 2" }).click();
    await page.getByRole("button", { name: "Freigeben", exact: true }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: "Freigeben", exact: true })
      .click();
    await page.getByText("Die Fassung wurde freigegeben.").waitFor();
    await page.getByText("ungeprüft").first().waitFor({ state: "detached" });
  }),
  seite("qm", "neue-liste", "/kataloge", "Kataloge", async (page) => {
    await page.getByRole("button", { name: "Neue Prüfliste" }).click();
    await page.getByLabel("Titel", { exact: true }).fill("Barkasse");
    await page.getByLabel("Kennung", { exact: true }).fill("kasse");
    await waehle(page, "Gebiet", "Sonstiges");
  }),
  seite("qm", "editor", "/kataloge", "Kataloge", async (page) => {
    await aendern(page, "pruefkatalog.anlegen", {
      kennung: "kasse",
      gebiet: "sonstiges",
      titel: "Barkasse",
    });
    const { katalog: k } = await katalog(page, "kasse");
    await oeffne(page, `/kataloge/${k.id}/neu`);
    await page
      .getByRole("heading", { level: 1, name: "Barkasse, neue Fassung" })
      .waitFor();
    await page
      .getByRole("textbox", { name: "Kapitel 1", exact: true })
      .fill("Bestand");
    // The question stays open while its text is typed.
    await page
      .getByLabel("Frage", { exact: true })
      .pressSequentially("Stimmt der Bestand?");
    await page.getByLabel("Kennung", { exact: true }).fill("ka-01");
    await page.getByRole("button", { name: "Frage hinzufügen" }).click();
    const zweite = page.getByLabel("Frage", { exact: true }).nth(1);
    await zweite.pressSequentially("Ist der Tresor verschlossen?");
    await page.getByLabel("Kennung", { exact: true }).nth(1).fill("Tresor 2");
    await page.getByLabel("Nur fragen nach").nth(1).selectOption("ka-01");
    await page.getByRole("button", { name: "Fassung speichern" }).click();
    await page
      .getByText(/Die Kennung hat 2 bis 60 Zeichen/)
      .first()
      .waitFor();
  }),
  seite("qm", "datei", "/kataloge", "Kataloge", async (page) => {
    await imOrdner(async (ordner) => {
      const { katalog: k } = await katalog(page, "kasse");
      await oeffne(page, `/kataloge/${k.id}/neu`);
      await page.getByRole("button", { name: "Aus Datei einlesen" }).click();
      const dialog = page.getByRole("dialog");
      const falsch = path.join(ordner, "falsch.csv");
      await writeFile(
        falsch,
        "Kapitel;Kennung;Frage;Gewicht\nBestand;ka-01;Stimmt der Bestand?;viel\n;KA 2;Kurz;2\n",
      );
      await dialog.getByLabel("Datei", { exact: true }).fill(falsch);
      await dialog.getByRole("button", { name: "Lesen", exact: true }).click();
      await dialog.getByText(/^Zeile 2: „Gewicht“ ist keine/).waitFor();
      await dialog.getByText(/^Zeile 3: Die Kennung hat/).waitFor();
    });
  }),
  seite("qm", "gespeichert", "/kataloge", "Kataloge", async (page) => {
    await imOrdner(async (ordner) => {
      const { katalog: k } = await katalog(page, "kasse");
      await oeffne(page, `/kataloge/${k.id}/neu`);
      await page.getByRole("button", { name: "Aus Datei einlesen" }).click();
      const dialog = page.getByRole("dialog");
      const datei = path.join(ordner, "kasse.json");
      await writeFile(datei, JSON.stringify(BARKASSE));
      await dialog.getByLabel("Datei", { exact: true }).fill(datei);
      await dialog.getByRole("button", { name: "Lesen", exact: true }).click();
      await dialog.getByText("1 Frage gelesen, keine Fehler").waitFor();
      await dialog
        .getByRole("button", { name: "In die Bearbeitung übernehmen" })
        .click();
      await page.getByRole("button", { name: "Fassung speichern" }).click();
      await page
        .getByRole("heading", { level: 1, name: "Barkasse, Fassung 1" })
        .waitFor();
      // Who wrote it does not release it; the second person signs here.
      await page.getByText("Freigeben muss eine andere Person").waitFor();
      await page.getByRole("button", { name: "Hier freigeben lassen" }).click();
      await zweitePerson(page, "gf");
      await page
        .getByRole("dialog")
        .getByRole("button", { name: "Freigeben", exact: true })
        .click();
      await page.getByText("Die Fassung wurde freigegeben.").waitFor();
      for (const [format, beginn] of [
        ["XLSX", "PK"],
        ["JSON", "{\n"],
      ]) {
        await page.getByRole("button", { name: /^Ausgeben/ }).click();
        await dialog.getByRole("radio", { name: format }).check();
        const ziel = path.join(ordner, `aus.${format.toLowerCase()}`);
        await dialog.getByLabel("Datei", { exact: true }).fill(ziel);
        await dialog
          .getByRole("button", { name: "Ausgeben", exact: true })
          .click();
        await dialog.waitFor({ state: "detached" });
        if ((await readFile(ziel)).toString("latin1", 0, 2) !== beginn)
          throw new Error(`${format} ist nicht ${format}.`);
      }
    });
  }),
  seite("qm", "unterschiede", "/kataloge", "Kataloge", async (page) => {
    await neueFassung(page, "it_sicherheit", (kapitel) => {
      kapitel[0].fragen[0].turnus_monate = 12;
      kapitel[0].fragen[0].erlaeuterung +=
        " Auch wer vertritt, steht im Geschäftsverteilungsplan.";
      const weg = kapitel.at(-1).fragen.pop();
      kapitel[0].fragen.push({
        ...weg,
        kennung: "it-neu",
        frage: "Ist die Vertretung geübt?",
        wenn: null,
      });
    });
    await page.getByRole("tab", { name: /^Unterschiede/ }).click();
    await page
      .getByText(/^Gegenüber Fassung \d+: 1 neu, 1 geändert, 1 entfallen\.$/)
      .waitFor();
  }),
  seite("qm", "konflikt", "/kataloge", "Kataloge", async (page) => {
    const { katalog: k, fassungen } = await katalog(page, "it_sicherheit");
    const f = fassungen[0];
    await oeffne(page, `/kataloge/${k.id}/${f.id}/bearbeiten`);
    await page.getByLabel("Einleitung").fill("Meine Einleitung.");
    const { fassung } = await lesen(page, "pruefkatalog.fassung", {
      id: f.id,
      gegen: null,
    });
    await aendern(page, "pruefkatalog.fassung_speichern", {
      katalog_id: k.id,
      bezug: { id: f.id, version: fassung.version },
      rechtsstand: fassung.rechtsstand,
      einleitung: "Andere Einleitung.",
      kapitel: fassung.kapitel,
    });
    await page.getByRole("button", { name: "Fassung speichern" }).click();
    await page.getByText("Andere Einleitung.").waitFor();
  }),
  seite("qm", "abgeschaltet", "/kataloge", "Kataloge", async (page) => {
    await page.getByRole("button", { name: "Ändern: Barkasse" }).click();
    await page
      .getByRole("checkbox", { name: /Für neue Durchgänge anbieten/ })
      .uncheck();
    await page.getByRole("button", { name: "Speichern", exact: true }).click();
    await page.getByText("wird nicht mehr verwendet").waitFor();
  }),
  seite("qm", "neu", "/neu", "Neuer Durchgang", async (page) => {
    await waehle(page, "Prüfliste", "IT-Sicherheit");
    await page.getByText(/^Fassung \d+, Rechtsstand/).waitFor();
    await waehle(page, "Wo geprüft wird", "Team: Leistung 1");
    const zustaendig = page.getByLabel("Zuständig", { exact: true });
    if ((await zustaendig.inputValue()) !== "teamleitung")
      throw new Error("Für ein Team ist nicht die Teamleitung vorgeschlagen.");
    await waehle(page, "Wo geprüft wird", "Das ganze Haus");
    if ((await zustaendig.inputValue()) !== "qualitaetsmanagement")
      throw new Error("Für das Haus ist nicht das QM vorgeschlagen.");
  }),
  // The period follows the last run of the unit, and an open one is named.
  seite("qm", "neu-folgt", "/neu", "Neuer Durchgang", async (page) => {
    // The other site has runs of its own by now.
    const ort = (await lesen(page, "organisation.uebersicht", {})).standorte.at(
      -1,
    );
    const standort = { ebene: "standort", einheit_id: ort.id };
    await plane(page, "it_sicherheit", -5, standort);
    await waehle(page, "Prüfliste", "IT-Sicherheit");
    await waehle(page, "Wo geprüft wird", `Standort: ${ort.name}`);
    await page.getByText("Hier ist schon ein Durchgang offen.").waitFor();
    await page.waitForFunction(
      (erwartet) =>
        document.querySelector('[name="rahmen.von"]')?.value === erwartet,
      `01.01.${tag(0).slice(0, 4)}`,
    );
  }),
  // A proposal that comes late leaves alone what was typed meanwhile, also the day that stood there before.
  seite("qm", "neu-getippt", "/neu", "Neuer Durchgang", async (page) => {
    await page.route("**/api/lesen", async (anfrage) => {
      const spaet = anfrage
        .request()
        .postData()
        ?.includes('"pruefliste.liste"');
      if (spaet) await new Promise((weiter) => setTimeout(weiter, 1_500));
      await anfrage.continue();
    });
    const felder = ["Zeitraum von", "Zeitraum bis"].map((name) =>
      page.getByLabel(name, { exact: true }),
    );
    const werte = () => Promise.all(felder.map((f) => f.inputValue()));
    const vorher = await werte();
    await waehle(page, "Prüfliste", "IT-Sicherheit");
    await felder[1].fill(vorher[1]);
    await page.getByText("Hier ist schon ein Durchgang offen.").waitFor();
    await page.unroute("**/api/lesen");
    const nachher = await werte();
    if (nachher.join() !== vorher.join())
      throw new Error(`${nachher.join()} statt ${vorher.join()}`);
  }),
  seite("qm", "neu-abgelehnt", "/neu", "Neuer Durchgang", async (page) => {
    await waehle(page, "Prüfliste", "IT-Sicherheit");
    // The proposed period comes with the hint; a field filled by script meanwhile would hold both texts.
    await page.getByText("Hier ist schon ein Durchgang offen.").waitFor();
    await page.getByLabel("Zeitraum bis", { exact: true }).fill("01.02.2020");
    await page.getByRole("button", { name: "Durchgang planen" }).click();
    await page.getByText("Der letzte Tag liegt vor dem ersten.").waitFor();
  }),
  seite("qm", "jahresplan", "/jahresplan", "Jahresplan", async (page) => {
    await page.getByText(/Vorschläge bis/).waitFor();
    await page
      .getByRole("checkbox", { name: /^Planen: / })
      .nth(1)
      .uncheck();
  }),
  seite(
    "qm",
    "jahresplan-geplant",
    "/jahresplan",
    "Jahresplan",
    async (page) => {
      await page.getByText(/Vorschläge bis/).waitFor();
      const alle = page.getByRole("checkbox", { name: "Alle Vorschläge" });
      await alle.check();
      await alle.uncheck();
      const erster = page.getByRole("checkbox", { name: /^Planen: / }).first();
      const name = await erster.getAttribute("aria-label");
      const was = name.replace("Planen: ", "");
      await erster.check();
      await page
        .getByLabel(`Zuständig für ${was}`)
        .selectOption({ label: "Geschäftsführung" });
      const faellig = tag(900);
      await page.getByLabel(`Fällig am, ${was}`).fill(deutsch(faellig));
      await page.getByRole("button", { name: "1 Durchgang planen" }).click();
      await page.getByText("1 Durchgang ist geplant.").waitFor();
      const { zeilen } = await lesen(page, "pruefliste.liste", OFFENE);
      const neu = zeilen.find((z) => z.faellig_am === faellig);
      if (neu?.rolle !== "geschaeftsfuehrung")
        throw new Error("Tag oder Funktion ist nicht, was gewählt war.");
    },
  ),
  seite("dsb", "dsb", "", "Prüflisten", async (page) => {
    const id = await plane(page, "datenschutz", 10, { rolle: "datenschutz" });
    await legeVor(page, id);
    const { zeilen } = await lesen(page, "pruefliste.liste", OFFENE);
    if (zeilen.some((z) => z.gebiet !== "datenschutz"))
      throw new Error("Datenschutz sieht einen fremden Durchgang.");
    await page.reload();
    await page
      .getByRole("gridcell", { name: "zur Freigabe vorgelegt" })
      .first()
      .waitFor();
  }),
  seite("akp", "akp", "", "Prüflisten", async (page) => {
    const rolle = "korruptionspraevention";
    await beantworte(
      page,
      await plane(page, "korruption", 20, { rolle }),
      12,
      3,
    );
    await page.reload();
    await page.getByText(/^12 von \d+ beantwortet, 3\sAbweichungen/).waitFor();
  }),
  seite("gf", "alle", "", "Prüflisten", async (page) => {
    const { zeilen } = await lesen(page, "pruefliste.liste", {
      ...OFFENE,
      filter: { ...OFFENE.filter, zur_freigabe: true },
    });
    const { id, version } = zeilen.find((z) => z.gebiet === "datenschutz");
    await aendern(page, "pruefliste.freigeben", { id, version });
    await page.reload();
    await page.getByRole("checkbox", { name: "nur offene" }).uncheck();
    await page
      .getByText(/^\d+ von \d+ \(\d+,\d\s%\) erfüllt/)
      .first()
      .waitFor();
  }),
  seite("gf", "spalten", "", "Prüflisten", async (page) => {
    await page.getByRole("button", { name: /^Spalten/ }).click();
    await page.getByRole("checkbox", { name: "Zuständig" }).check();
    await page.getByRole("checkbox", { name: "Erfüllt" }).check();
    await page.getByRole("button", { name: "Übernehmen" }).click();
    await page.getByRole("columnheader", { name: "Zuständig" }).waitFor();
    await gibAus(page, ["XLSX", "CSV", "PDF"]);
  }),
  seite("qm", "filter", "", "Prüflisten", async (page) => {
    await waehle(page, "Gebiet", "IT-Sicherheit");
    await page.getByText("Weitere Filter").click();
    await page.getByRole("checkbox", { name: "nur überfällige" }).check();
    await page.getByText("überfällig", { exact: true }).first().waitFor();
    await ohneFilter(page);
  }),
  seite("qm", "nichts", "", "Prüflisten", async (page) => {
    await page
      .getByLabel("Suche", { exact: true })
      .first()
      .fill("gibt es nicht");
    await page.getByText("Kein Durchgang passt zu diesen Filtern.").waitFor();
    await ohneFilter(page);
  }),
  {
    ...seite("qm", "uebersicht", "", "Übersicht", async (page) => {
      // Each number opens a list of so many rows.
      const kacheln = page
        .getByRole("region", { name: "Prüflisten" })
        .getByRole("listitem");
      await kacheln.first().waitFor();
      const anzahl = await kacheln.count();
      if (anzahl !== 4) throw new Error(`${anzahl} statt 4 Zahlen`);
      for (let i = 0; i < anzahl; i += 1) {
        const text = await kacheln.nth(i).innerText();
        const zahl = Number(text.split("\n")[0]);
        await kacheln.nth(i).getByRole("link").click();
        await page
          .getByRole("heading", { level: 1, name: "Prüflisten" })
          .waitFor();
        const zeilen = zahl === 1 ? "1 Zeile" : `${zahl} Zeilen`;
        await page.getByText(zeilen, { exact: true }).waitFor();
        await page.goBack();
        await kacheln.first().waitFor();
      }
    }),
    weg: "#/uebersicht",
  },
];
