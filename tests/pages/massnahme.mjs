// Maßnahmen: the register, a new one, its steps, its effect, and the links from the records it comes from; see seiten.mjs.

import { gibAus } from "./dialog.mjs";
import { aendern, deutsch, lesen, tag } from "./tuer.mjs";

const seite = (name, benutzer, weg, h1, schritte, weitere = {}) => ({
  name: `massnahme-${name}`,
  benutzer,
  weg,
  h1,
  schritte,
  ...weitere,
});
const liste = (name, schritte, benutzer = "qm") =>
  seite(`liste-${name}`, benutzer, "#/massnahme", "Maßnahmen", schritte);

/** Opens a page inside the window, as a link does. */
async function oeffne(page, weg, h1) {
  await page.evaluate((w) => {
    location.hash = w;
  }, weg);
  await page.getByRole("heading", { level: 1, name: h1 }).waitFor();
}

/** The first measure of a filter, by number. */
async function erste(page, filter) {
  const { zeilen } = await lesen(page, "massnahme.liste", {
    filter,
    sortierung: "nummer",
    absteigend: false,
    blatt: { ab: 0, anzahl: 1 },
  });
  if (!zeilen[0]) throw new Error(`Keine Maßnahme: ${JSON.stringify(filter)}`);
  return zeilen[0];
}

/** A measure of its own, for a way through the window. */
async function eigene(page, was) {
  const { objekte } = await aendern(page, "massnahme.anlegen", {
    herkunft: { art: "eigen" },
    angaben: {
      was,
      erlaeuterung: "",
      art: "prozess",
      rolle: "qualitaetsmanagement",
      team_id: null,
      faellig: tag(30),
    },
  });
  return objekte.find((o) => o.art === "massnahme").id;
}

const detail = async (page, zeile) =>
  oeffne(page, `#/massnahme/${zeile.id}`, `Maßnahme ${zeile.nummer}`);

const fuelle = (page, feld, text) =>
  page.getByLabel(feld, { exact: true }).fill(text);

/** One step in its dialog. */
async function schritt(page, knopf, felder) {
  await page.getByRole("button", { name: `${knopf} …` }).click();
  const dialog = page.getByRole("dialog");
  for (const [feld, text] of Object.entries(felder))
    await dialog.getByLabel(feld, { exact: true }).fill(text);
  await dialog.getByRole("button", { name: "Eintragen" }).click();
  await dialog.waitFor({ state: "detached" });
}

export const massnahmen = [
  liste("haus", async (page) => {
    await page.getByRole("columnheader", { name: "Zu tun" }).waitFor();
    await page.getByText("überfällig", { exact: true }).first().waitFor();
  }),
  liste("gefiltert", async (page) => {
    await page
      .getByLabel("Stand", { exact: true })
      .selectOption("wirkung_belegt");
    await page.getByText("Wirkung belegt", { exact: true }).nth(1).waitFor();
    await page.getByText("Weitere Filter").click();
    await page.getByLabel("Fällig bis", { exact: true }).waitFor();
  }),
  liste("export", async (page) => {
    await page.getByRole("button", { name: "Filter zurücksetzen" }).click();
    await gibAus(page, ["XLSX", "CSV", "PDF"]);
  }),
  liste(
    "eigene",
    async (page) => {
      await page.getByLabel("nur eigene", { exact: true }).check();
      await page.getByLabel("nur offene", { exact: true }).uncheck();
      await page
        .locator("td", { hasText: "Kundenreaktionsmanagement" })
        .first()
        .waitFor();
    },
    "krm",
  ),
  seite("neu", "qm", "#/massnahme/neu", "Neue Maßnahme", async (page) => {
    await page.getByRole("button", { name: "Maßnahme anlegen" }).click();
    await page.getByText("Bitte füllen Sie dieses Feld aus.").first().waitFor();
  }),
  seite("angelegt", "qm", "#/massnahme/neu", "Neue Maßnahme", async (page) => {
    await fuelle(page, "Maßnahme", "Checkliste für den Erstantrag einführen");
    await page.getByRole("radio", { name: "Arbeitshilfe" }).check();
    await page
      .getByLabel("Zuständig", { exact: true })
      .selectOption("bereichsleitung");
    await fuelle(page, "Fällig am", "+3M");
    await page.getByRole("button", { name: "Maßnahme anlegen" }).click();
    await page
      .getByRole("heading", { level: 1, name: /^Maßnahme M-/ })
      .waitFor();
    await page.getByText("Mit der Umsetzung beginnen").waitFor();
  }),
  // From beginning to end with what stands in the way: a moved day, and a step taken back.
  seite("weg", "qm", "#/massnahme", "Maßnahmen", async (page) => {
    const id = await eigene(page, "Postausgang zweimal am Tag leeren");
    await oeffne(page, `#/massnahme/${id}`, /^Maßnahme M-/);
    await schritt(page, "Umsetzung beginnen", {});
    await page.getByText("Umsetzen und eintragen, was getan wurde.").waitFor();
    await page.getByText("Weitere Schritte").click();
    await schritt(page, "Fälligkeit verschieben", {
      "Neu fällig am": deutsch(tag(60)),
      "Warum verschoben wird": "Der Raum wird erst im Frühjahr frei.",
    });
    await page
      .getByText(`zuvor ${deutsch(tag(30))}`, { exact: false })
      .waitFor();
    await schritt(page, "Als umgesetzt eintragen", {
      "Was getan wurde": "Dienstanweisung geändert und bekannt gegeben.",
    });
    await page.getByText("Bitte begründen, warum die Wirkung").waitFor();
    await schritt(page, "Wirkung ist nicht messbar", {
      "Warum sich die Wirkung nicht messen lässt": "Dazu gibt es kein Merkmal.",
    });
    await page
      .getByRole("button", { name: "Letzten Schritt zurücknehmen …" })
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Grund").fill("Es wird doch geprüft.");
    await dialog.getByRole("button", { name: "Schritt zurücknehmen" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("zurückgenommen", { exact: true }).waitFor();
  }),
  // Someone else was faster: both states stand side by side, and what was typed stays.
  seite(
    "konflikt",
    "qm",
    "#/massnahme",
    "Maßnahmen",
    async (page) => {
      const id = await eigene(page, "Aushang in der Eingangszone");
      await oeffne(page, `#/massnahme/${id}`, /^Maßnahme M-/);
      await page.getByRole("button", { name: "Angaben ändern …" }).click();
      const dialog = page.getByRole("dialog");
      await dialog
        .getByLabel("Maßnahme", { exact: true })
        .fill("Aushang mit Zeiten");
      const { massnahme } = await lesen(page, "massnahme.lesen", { id });
      await aendern(page, "massnahme.aendern", {
        id,
        version: massnahme.version,
        angaben: { ...massnahme.angaben, art: "arbeitshilfe" },
      });
      await dialog.getByRole("button", { name: "Speichern" }).click();
      await dialog.getByText("Aushang in der Eingangszone").first().waitFor();
    },
    { abgelehnt: true },
  ),
  seite("wirkung-belegt", "qm", "#/massnahme", "Maßnahmen", async (page) => {
    await detail(
      page,
      await erste(page, {
        staende: ["wirkung_belegt"],
        herkuenfte: ["feststellung"],
      }),
    );
    await page.getByText("Der Rückgang ist belegt", { exact: false }).waitFor();
    await page
      .getByRole("region", { name: "Erste und spätere Prüfungen" })
      .waitFor();
  }),
  seite(
    "wirkung-abweichung",
    "qm",
    "#/massnahme",
    "Maßnahmen",
    async (page) => {
      await detail(
        page,
        await erste(page, {
          staende: ["wirkung_belegt"],
          herkuenfte: ["abweichung"],
        }),
      );
      await page.getByText(/Dieselbe Frage war in/).waitFor();
      await page.getByRole("region", { name: "Spätere Durchgänge" }).waitFor();
    },
  ),
  seite("wirkung-offen", "qm", "#/massnahme", "Maßnahmen", async (page) => {
    await detail(
      page,
      await erste(page, {
        staende: ["umgesetzt"],
        herkuenfte: ["feststellung"],
      }),
    );
    await page
      .getByRole("heading", { name: "Vorschlag für die Wirkungsprüfung" })
      .waitFor();
  }),
  seite(
    "wirkung-nicht-belegt",
    "qm",
    "#/massnahme",
    "Maßnahmen",
    async (page) => {
      await detail(
        page,
        await erste(page, { staende: ["wirkung_nicht_belegt"] }),
      );
      await page.getByRole("button", { name: "Weiterführen …" }).click();
      await page.getByRole("dialog").getByLabel("Neu fällig am").waitFor();
    },
  ),
  seite("revision", "revision", "#/massnahme", "Maßnahmen", async (page) => {
    await detail(page, await erste(page, { staende: ["wirkung_belegt"] }));
    if (
      (await page.getByRole("button", { name: /Angaben ändern/ }).count()) > 0
    )
      throw new Error("Die Revision darf Maßnahmen ändern.");
  }),
  // From the record to a measure with its origin, and back.
  seite("aus-feststellung", "qm", "#/massnahme", "Maßnahmen", async (page) => {
    const zeile = await erste(page, { herkuenfte: ["feststellung"] });
    const { massnahme } = await lesen(page, "massnahme.lesen", {
      id: zeile.id,
    });
    await oeffne(
      page,
      `#/fachaufsicht/feststellungen/${massnahme.herkunft.id}`,
      /^Feststellung /,
    );
    await page.getByRole("link", { name: zeile.nummer, exact: true }).waitFor();
    await page.getByRole("link", { name: "Maßnahme anlegen …" }).click();
    await page
      .getByRole("heading", { level: 1, name: "Neue Maßnahme" })
      .waitFor();
    await page.getByRole("heading", { level: 2, name: "Anlass" }).waitFor();
  }),
  // What a step of a Kundenreaktion promises is taken over with its words and its day.
  seite(
    "aus-kundenreaktion",
    "krm",
    "#/massnahme",
    "Maßnahmen",
    async (page) => {
      const zeile = await erste(page, { herkuenfte: ["kundenreaktion"] });
      const { massnahme } = await lesen(page, "massnahme.lesen", {
        id: zeile.id,
      });
      const { id } = massnahme.herkunft;
      const { reaktion } = await lesen(page, "kundenreaktion.lesen", { id });
      await aendern(page, "kundenreaktion.schritt", {
        id,
        version: reaktion.version,
        schritt: {
          art: "massnahme_ableiten",
          was: "Zweites Telefon am Empfang",
          bis: tag(40),
        },
        text: null,
      });
      await oeffne(page, `#/kundenreaktion/${id}`, new RegExp(reaktion.nummer));
      await page
        .getByRole("link", { name: "In das Register übernehmen …" })
        .first()
        .click();
      await page
        .getByRole("heading", { level: 1, name: "Neue Maßnahme" })
        .waitFor();
      const was = page.getByLabel("Maßnahme", { exact: true });
      await was.waitFor();
      if ((await was.inputValue()) !== "Zweites Telefon am Empfang")
        throw new Error(`Vorbelegt ist: ${await was.inputValue()}`);
      if (
        (await page.getByLabel("Fällig am").inputValue()) !== deutsch(tag(40))
      )
        throw new Error("Der zugesagte Tag ist nicht vorbelegt.");
    },
  ),
  seite(
    "aus-widerspruch",
    "widerspruch",
    "#/massnahme",
    "Maßnahmen",
    async (page) => {
      const zeile = await erste(page, { herkuenfte: ["widerspruch"] });
      await detail(page, zeile);
      await page
        .getByRole("link", { name: `Widerspruch ${zeile.herkunft_nummer}` })
        .click();
      await page
        .getByRole("link", { name: zeile.nummer, exact: true })
        .waitFor();
    },
  ),
  // Each number of the start page opens a list of as many rows.
  ...["qm", "krm", "tl1"].map((benutzer) =>
    seite(
      `uebersicht-${benutzer}`,
      benutzer,
      "#/uebersicht",
      "Übersicht",
      async (page) => {
        const u = await lesen(page, "massnahme.uebersicht", {});
        const kachel = page.getByRole("link", { name: /Wirkung zu prüfen$/ });
        if (u.wirkung_zu_pruefen === 0) return;
        await kachel.click();
        await page
          .getByRole("heading", { level: 1, name: "Maßnahmen" })
          .waitFor();
        await page
          .getByText(new RegExp(`(^|von )${u.wirkung_zu_pruefen} Zeilen?$`))
          .waitFor();
      },
    ),
  ),
];

/** After the pages of the Prüfprogramm: it begins the programme of the next year. */
export const massnahmenImProgramm = [
  seite("wirkung-vormerken", "qm", "#/massnahme", "Maßnahmen", async (page) => {
    await detail(
      page,
      await erste(page, {
        staende: ["umgesetzt"],
        herkuenfte: ["feststellung"],
      }),
    );
    await page
      .getByRole("button", { name: "In das Prüfprogramm übernehmen …" })
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio").first().waitFor();
    await dialog.getByRole("button", { name: "Übernehmen" }).click();
    await page
      .getByText(/^Vorgesehen im/)
      .first()
      .waitFor();
  }),
  seite(
    "wirkung-im-programm",
    "qm",
    "#/massnahme",
    "Maßnahmen",
    async (page) => {
      const zeile = await erste(page, {
        staende: ["umgesetzt"],
        herkuenfte: ["feststellung"],
      });
      await detail(page, zeile);
      await page
        .getByRole("link", { name: /^Prüfprogramm/ })
        .first()
        .click();
      await page.getByRole("link", { name: "Plan bearbeiten" }).click();
      await page
        .getByRole("button", {
          name: `Wirkungsprüfung streichen: ${zeile.nummer}`,
        })
        .waitFor();
    },
  ),
];
