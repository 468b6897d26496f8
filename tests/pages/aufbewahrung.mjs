// The page "Aufbewahrung", from its empty state to a removal of each kind, and what is left of a procedure, of a
// Kundenreaktion, of a check and of a Prüfliste. In this order: each page goes on from the one before.

import { zweitePerson } from "./dialog.mjs";
import { lesen } from "./tuer.mjs";

const seite = (name, schritte) => ({
  name: `verwaltung-aufbewahrung${name && `-${name}`}`,
  benutzer: "admin",
  weg: "#/verwaltung/aufbewahrung",
  h1: "Aufbewahrung",
  abgelehnt: name.endsWith("abgelehnt"),
  ...(schritte && { schritte }),
});

const WIDERSPRUECHE = "Widersprüche, Überprüfungsanträge und Klagen";
const REAKTIONEN = "Kundenreaktionen";
const FACHAUFSICHT = "Fachaufsicht: Fallbezug der Prüfungen";
const PRUEFLISTEN = "Prüflisten: angehängte Dateien";

const regel = (page, art) => page.getByRole("region", { name: art });

const knopf = (page, art) =>
  regel(page, art).getByRole("button", { name: / von .* entfernen …$/ });

const einJahr = (art) => async (page) => {
  await regel(page, art)
    .getByRole("button", { name: "Dauer ändern …" })
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Dauer", { exact: false }).fill("1");
  await dialog.getByText(/fällig, abgeschlossen vor dem/).waitFor();
  await dialog.getByRole("button", { name: "Speichern" }).click();
  await regel(page, art)
    .getByText(/^1 Jahr, festgelegt am .* von AD-1$/)
    .waitFor();
};

const entfernt = (art) => async (page) => {
  // Shown as page after page: the first one removes, the next finds it done.
  if (await knopf(page, art).count()) {
    await knopf(page, art).click();
    await zweitePerson(page, "dsb");
    await page.getByRole("button", { name: "Gemeinsam entfernen" }).click();
  }
  await page
    .getByRole("row", { name: art })
    .getByRole("gridcell", { name: "AD-1 und DS-1" })
    .waitFor();
  await regel(page, art)
    .getByText(/^Nichts\. Fällig wird/)
    .waitFor();
};

const schritte = {
  dauer: async (page) => {
    await page.getByText("Noch nichts entfernt").waitFor();
    // What stays without an end is said with its reason.
    for (const name of ["Datenschutzvorfälle", "Maßnahmen"])
      await page.getByRole("term").filter({ hasText: name }).waitFor();
    await einJahr(WIDERSPRUECHE)(page);
  },
  entfernen: async (page) => {
    await knopf(page, WIDERSPRUECHE).click();
    const dialog = page.getByRole("dialog", {
      name: /^Klardaten von [\d.]+ V/,
    });
    await dialog.getByText(/Vorgänge, abgeschlossen vor dem/).waitFor();
    await dialog.getByText(/nicht rückgängig/).waitFor();
  },
  "allein-abgelehnt": async (page) => {
    await knopf(page, WIDERSPRUECHE).click();
    await zweitePerson(page, "admin");
    await page.getByRole("button", { name: "Gemeinsam entfernen" }).click();
    await page.getByText(/eine andere Person als die angemeldete/).waitFor();
  },
  entfernt: entfernt(WIDERSPRUECHE),
  "reaktionen-dauer": einJahr(REAKTIONEN),
  "reaktionen-entfernen": async (page) => {
    await knopf(page, REAKTIONEN).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/Notizen und Texte an die Person/).waitFor();
  },
  "reaktionen-entfernt": entfernt(REAKTIONEN),
  "fachaufsicht-dauer": einJahr(FACHAUFSICHT),
  "fachaufsicht-entfernen": async (page) => {
    // Some cases of the demo house were never corrected.
    await regel(page, FACHAUFSICHT)
      .getByText("Zurückgehalten: Eine Feststellung")
      .waitFor();
    await knopf(page, FACHAUFSICHT).click();
    const dialog = page.getByRole("dialog", { name: /^Fallbezug von \d+ V/ });
    await dialog.getByText(/Nummern der gezogenen Fälle/).waitFor();
  },
  "fachaufsicht-entfernt": entfernt(FACHAUFSICHT),
  "dateien-dauer": einJahr(PRUEFLISTEN),
  "dateien-entfernt": entfernt(PRUEFLISTEN),
};

/** Goes to a page and waits until it says when what was removed. */
async function zeige(page, weg, satz) {
  await page.evaluate((ziel) => {
    location.hash = ziel;
  }, weg);
  await page.getByText(satz).first().waitFor();
}

const FALLBEZUG = /Fallbezug entfernt am [\d.]+ nach der Aufbewahrungsregel/;

/** What is left of a check that lost its case link, as one person sees it. */
const pruefung = (name, schritte) => ({
  name: `verwaltung-aufbewahrung-${name}`,
  benutzer: "qm",
  weg: "#/uebersicht",
  h1: "Übersicht",
  schritte: async (page) => schritte(page, await entferntePruefung(page)),
});

export const aufbewahrung = [
  seite(""),
  ...Object.entries(schritte).map(([name, tun]) => seite(name, tun)),
  {
    name: "verwaltung-aufbewahrung-verfahren",
    benutzer: "widerspruch",
    weg: "#/widerspruch",
    h1: "Widersprüche",
    schritte: async (page) => {
      const { zeilen } = await lesen(page, "widerspruch.liste", {
        filter: { staende: ["erledigt"] },
        sortierung: "eingang",
        absteigend: false,
        blatt: { ab: 0, anzahl: 1 },
      });
      await page.evaluate((weg) => {
        location.hash = weg;
      }, `#/widerspruch/${zeilen[0].id}`);
      await page
        .getByText(/entfernt am .* nach der Aufbewahrungsregel/)
        .first()
        .waitFor();
    },
  },
  {
    name: "verwaltung-aufbewahrung-reaktion",
    benutzer: "krm",
    weg: "#/kundenreaktion",
    h1: "Kundenreaktionen",
    schritte: async (page) => {
      const { id, nummer } = await entfernteReaktion(page);
      await page.evaluate((weg) => {
        location.hash = weg;
      }, `#/kundenreaktion/${id}`);
      await page.getByRole("heading", { level: 1, name: nummer }).waitFor();
      await page
        .getByText(/entfernt am .* nach der Aufbewahrungsregel/)
        .first()
        .waitFor();
      for (const name of ["Angaben ändern", "Notiz schreiben", "zurücknehmen"])
        if (await page.getByRole("button", { name }).count())
          throw new Error(`„${name}“ wird noch angeboten.`);
    },
  },
  pruefung("pruefung", async (page, { id }) => {
    await zeige(page, `#/fachaufsicht/${id}/prueffaelle`, FALLBEZUG);
    await page.getByLabel("Pseudonym oder laufende Nummer").waitFor();
    if (await page.getByText(/\d{5}BG\d{7}/).count())
      throw new Error("Eine Nummer steht noch in der Liste.");
  }),
  pruefung("pruefbogen", async (page, { id, bogen }) => {
    await zeige(page, `#/fachaufsicht/${id}/fall/${bogen}`, FALLBEZUG);
  }),
  pruefung("feststellung", async (page, { feststellung }) => {
    await zeige(
      page,
      `#/fachaufsicht/feststellungen/${feststellung}`,
      FALLBEZUG,
    );
    if (await page.getByRole("button", { name: "Berichtigen" }).count())
      throw new Error("„Berichtigen“ wird noch angeboten.");
  }),
  pruefung("feststellungen", async (page, { id }) => {
    await zeige(
      page,
      `#/fachaufsicht/feststellungen?pruefung=${id}`,
      /, Fallbezug entfernt am [\d.]+$/,
    );
  }),
  {
    name: "verwaltung-aufbewahrung-pruefliste",
    benutzer: "dsb",
    weg: "#/uebersicht",
    h1: "Übersicht",
    schritte: async (page) => {
      const { zeilen } = await lesen(page, "pruefliste.liste", {
        filter: {},
        sortierung: "nummer",
        absteigend: false,
        blatt: { ab: 0, anzahl: 50 },
      });
      for (const { id } of zeilen) {
        const d = await lesen(page, "pruefliste.lesen", { id });
        if (!d.entfernt_am) continue;
        await zeige(page, `#/pruefliste/${id}`, /^Dateien entfernt am/);
        await page
          .getByText(/^Datei nach der Aufbewahrungsregel entfernt am/)
          .scrollIntoViewIfNeeded();
        if (await page.getByText(/Datei fehlt|speichern unter/).count())
          throw new Error("Die Datei scheint zu fehlen oder wird angeboten.");
        return;
      }
      throw new Error("Kein Durchgang hat seine Dateien verloren.");
    },
  },
];

/** A check that nothing held back, with one of its sheets and one of its Feststellungen. */
async function entferntePruefung(page) {
  const blatt = { ab: 0, anzahl: 100 };
  const { zeilen } = await lesen(page, "feststellung.liste", {
    pruefung_id: null,
    blatt,
    sortierung: null,
    absteigend: false,
    staende: ["festgestellt"],
    team_id: null,
    art: null,
    schwere: null,
    sachgebiet: null,
    ursache: null,
    nur_ueberfaellig: false,
  });
  const x = zeilen.find((z) => z.entfernt_am);
  if (!x)
    throw new Error(
      "Keine Prüfung mit Feststellungen hat ihren Fallbezug verloren.",
    );
  return { id: x.pruefung_id, bogen: x.prueffall_id, feststellung: x.id };
}

/** The oldest closed ticket that nothing held back. */
async function entfernteReaktion(page) {
  const { zeilen } = await lesen(page, "kundenreaktion.liste", {
    filter: { staende: ["erledigt"] },
    sortierung: "eingang",
    absteigend: false,
    blatt: { ab: 0, anzahl: 20 },
  });
  for (const { id, nummer } of zeilen) {
    const d = await lesen(page, "kundenreaktion.lesen", { id });
    if (d.entfernt_am) return { id, nummer };
  }
  throw new Error("Keine der ältesten Kundenreaktionen ist entfernt.");
}
