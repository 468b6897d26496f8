// The page "Aufbewahrung", from its empty state to a removal of each kind, and what is left of a procedure and of a
// Kundenreaktion. In this order: each page goes on from the one before.

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

const regel = (page, art) => page.getByRole("region", { name: art });

const knopf = (page, art) =>
  regel(page, art).getByRole("button", { name: /^Klardaten von .* …$/ });

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
};

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
];

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
