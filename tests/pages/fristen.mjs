// Pages around the dates of the Widersprüche, with procedures that two people enter through the doors.

import { PASSWORT } from "./carrier.mjs";

/** `2026-11-23` plus days; the house lives in the present. */
function tag(tage) {
  const t = new Date();
  t.setDate(t.getDate() + tage);
  return t.toLocaleDateString("sv-SE", { timeZone: "Europe/Berlin" });
}

/** One request of the window, as the person who is signed in. */
function rufe(page, befehl, daten) {
  return page.evaluate(
    async ([weg, inhalt]) => {
      const antwort = await fetch(`/api/${weg}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(inhalt),
      });
      const ergebnis = await antwort.json();
      if (!antwort.ok) throw new Error(`${weg}: ${JSON.stringify(ergebnis)}`);
      return ergebnis;
    },
    [befehl, daten],
  );
}
const lesen = (page, name, daten) =>
  rufe(page, "lesen", { abfrage: { name, daten } });
const aendern = (page, name, daten) =>
  rufe(page, "aendern", { operation: { name, daten }, mitzeichnung: null });

async function verfahren(page, felder) {
  const bescheid = felder.bescheid_am;
  const { objekte } = await aendern(page, "widerspruch.anlegen", {
    art: "widerspruch",
    angaben: {
      gegenstand: "Aufhebungs- und Erstattungsbescheid",
      bekanntgabe: {
        art: "post_inland",
        aufgabe_zur_post: bescheid,
        vermerk: true,
        zugang: null,
      },
      ausland: false,
      belehrung: "ordnungsgemaess",
      elektronische_form_genannt: true,
      eingang_andere_stelle: null,
      andere_stelle: "",
      form: "schriftlich",
      form_nachgeholt_am: null,
      bevollmaechtigt: false,
      aufschiebende_wirkung: "offen",
      mahnsperre_am: null,
      begruendung_bis: null,
      begruendung_am: null,
      sachgebiet: "aufhebung-erstattung",
      team_id: null,
      vermerk: "",
      weitere: [],
      ...felder,
    },
    klar: {
      fallnummer: "12345BG0000017",
      name: "Erika Beispiel",
      az_gericht: "",
      vertretung: "",
      az_vertretung: "",
    },
    vorgaenger_id: null,
  });
  return objekte[0].id;
}

const vonHand = (page, verfahren_id, bezeichnung, am) =>
  aendern(page, "frist.anlegen", {
    verfahren_id,
    art: "aeusserung",
    bezeichnung,
    quelle: "Schreiben des Sozialgerichts vom 02.11.2026",
    tag: am,
  });

const wiedervorlage = (page, id, betreff, am) =>
  aendern(page, "wiedervorlage.anlegen", {
    verfahren: [id],
    am,
    betreff,
    fuer: null,
  });

/** Five procedures of different age, with deadlines of the court and Wiedervorlagen, once a house. */
async function bestand(page) {
  const ids = [];
  for (const alter of [5, 20, 45, 78, 120]) {
    ids.push(
      await verfahren(page, {
        bescheid_am: tag(-alter - 20),
        eingang: tag(-alter),
      }),
    );
  }
  await vonHand(page, ids[2], "Akten vorlegen", tag(9));
  await vonHand(page, ids[1], "Termin absagen", tag(12));
  await vonHand(page, ids[3], "Stellung nehmen", tag(0));
  const [frist] = (
    await lesen(page, "widerspruch.lesen", { id: ids[1] })
  ).fristen.filter((f) => f.frist.art === "untaetigkeit");
  await aendern(page, "frist.uebersteuern", {
    id: frist.frist.id,
    version: frist.frist.version,
    tag: tag(30),
    grund: "Die Richterin bat um einen früheren Bescheid.",
  });
  await wiedervorlage(page, ids[0], "Begründung da?", tag(0));
  await wiedervorlage(page, ids[1], "Stellungnahme der Leistung", tag(2));
  await wiedervorlage(page, ids[3], "Entwurf fertig?", tag(4));
}

/** What the second person finds: one day that agrees not, one confirmation. */
async function kontrolliert(page) {
  const offen = await lesen(page, "frist.kontrollen", {});
  const fristen = offen.map((o) => o.ansicht.frist);
  const stellung = fristen.find((f) => f.bezeichnung === "Stellung nehmen");
  await aendern(page, "frist.gegenpruefen", {
    id: stellung.id,
    version: stellung.version,
    tag: tag(1),
  });
  const { id, version } = fristen.find((f) => !f.doppelt && f.tag !== null);
  await aendern(page, "frist.bestaetigen", { id, version });
}

const seite = (name, pfad, h1, schritte, benutzer = "widerspruch2") => ({
  name: `fristen-${name}`,
  benutzer,
  weg: `#/widerspruch/${pfad}`,
  h1,
  ...(schritte && { schritte }),
});

/** Loads the page again, for the steps before it changed what it shows. */
async function neu(page, text) {
  await page.reload();
  await page.getByText(text).first().waitFor();
}

export const fristenseiten = [
  seite(
    "eintragen",
    "kontrolle",
    "Kontrolle",
    async (page) => {
      await bestand(page);
      await neu(page, "Doppelt zu prüfen");
      await page
        .getByRole("button", {
          name: /^Hier gegenprüfen lassen … .*Akten vorlegen/,
        })
        .click();
      await page
        .getByRole("dialog")
        .getByLabel("Selbst ermittelter Tag")
        .waitFor();
    },
    "widerspruch",
  ),
  seite(
    "mitzeichnen",
    "kontrolle",
    "Kontrolle",
    async (page) => {
      await page
        .getByRole("button", {
          name: /^Hier gegenprüfen lassen … .*Termin absagen/,
        })
        .click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Selbst ermittelter Tag").fill("+12T");
      await dialog
        .getByLabel("Benutzername der zweiten Person")
        .fill("widerspruch2");
      await dialog
        .getByLabel("Passwort der zweiten Person", { exact: true })
        .fill(PASSWORT);
      await dialog.getByRole("button", { name: "Tag eintragen" }).click();
      await page.getByText(/Beide Tage stimmen überein/).waitFor();
    },
    "widerspruch",
  ),
  seite("kontrolle", "kontrolle", "Kontrolle", async (page) => {
    await kontrolliert(page);
    await neu(page, "Auf Ihre Gegenprüfung warten");
    await page.getByText("Abweichend geprüft").first().waitFor();
  }),
  seite("gegenpruefen", "kontrolle", "Kontrolle", async (page) => {
    await page
      .getByRole("button", { name: /^Gegenprüfen … .*Akten vorlegen/ })
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Selbst ermittelter Tag").fill("+9T");
    await dialog.getByText(/Schreiben des Sozialgerichts/).waitFor();
  }),
  seite("bestaetigen", "kontrolle", "Kontrolle", async (page) => {
    await page
      .getByRole("button", { name: /^Bestätigen … .*Entscheiden und absenden/ })
      .first()
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/§/).first().waitFor();
  }),
  seite("entscheiden", "kontrolle", "Kontrolle", async (page) => {
    await page
      .getByRole("button", { name: /^Entscheiden … / })
      .first()
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Ablehnen").check();
    await dialog.getByLabel("Grund der Ablehnung").waitFor();
  }),
  seite("klaeren", "kontrolle", "Kontrolle", async (page) => {
    await page
      .getByRole("button", { name: /^Klären … .*Stellung nehmen/ })
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: /\(WS-1\)/ }).check();
    await dialog.getByRole("radio", { name: /\(WS-2\)/ }).waitFor();
  }),
  seite("naechste", "kontrolle", "Kontrolle", async (page) => {
    await page
      .getByRole("button", { name: /^Bestätigen … / })
      .first()
      .click();
    const titel = page.getByRole("dialog").getByRole("heading").first();
    const erster = await titel.innerText();
    await page.getByRole("button", { name: "Bestätigen und nächste" }).click();
    await page.getByText(/ist bestätigt\.$/).waitFor();
    await page.getByRole("dialog").waitFor();
    if ((await titel.innerText()) === erster)
      throw new Error("Es steht noch dieselbe Frist da.");
  }),
  seite("kalender", "kalender", "Kalender", async (page) => {
    await page
      .getByText("Diese Fristen warten auf Ihre Gegenprüfung")
      .waitFor();
    // What is to be found blind stands above, in no day of the calendar.
    const tabelle = page.getByRole("grid", { name: /Fristen und/ });
    await tabelle.getByRole("link").first().waitFor();
    if (await tabelle.getByText("Akten vorlegen").count())
      throw new Error("Eine verdeckte Frist steht im Kalender.");
  }),
  seite("kalender-woche", "kalender", "Kalender", async (page) => {
    await page.getByRole("button", { name: "Woche", exact: true }).click();
    await page.getByText(/^KW \d+/).waitFor();
    await page
      .getByLabel("Zeigen", { exact: true })
      .selectOption({ label: "Wiedervorlagen" });
  }),
  seite("fristenbuch", "fristenbuch", "Fristenbuch", async (page) => {
    await page
      .getByRole("cell", { name: "abweichend geprüft" })
      .first()
      .waitFor();
  }),
  seite("fristenbuch-gestern", "fristenbuch", "Fristenbuch", async (page) => {
    await page.getByRole("button", { name: "Gestern" }).click();
    await page.getByText(/^Kein Eintrag/).waitFor();
  }),
  seite("auswertung", "auswertung", "Auswertung", async (page) => {
    await page
      .getByRole("heading", { name: "Zugang, Abgang und Bestand" })
      .waitFor();
    // The words of the core and the columns say the same.
    await page.getByRole("img", { name: /^Widersprüche: Zugang/ }).waitFor();
  }),
  seite("bericht", "auswertung", "Auswertung", async (page) => {
    await page.getByRole("link", { name: "Widerspruchsbericht (PDF)" }).click();
    await page.getByRole("heading", { level: 1, name: "Berichte" }).waitFor();
    await page.getByRole("radio", { name: "Widerspruchsbericht" }).waitFor();
    await page.getByRole("img", { name: /^Seite 1 von/ }).waitFor();
  }),
  seite("geprueft", "kontrolle", "Kontrolle", async (page) => {
    await page
      .getByRole("button", { name: /^Gegenprüfen … .*Akten vorlegen/ })
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Selbst ermittelter Tag").fill("+9T");
    await dialog.getByRole("button", { name: "Tag eintragen" }).click();
    await page.getByText(/Beide Tage stimmen überein/).waitFor();
    await page
      .getByRole("button", { name: /^Gegenprüfen … .*Akten vorlegen/ })
      .waitFor({ state: "detached" });
  }),
  {
    ...seite("uebersicht", "", "Übersicht"),
    weg: "#/uebersicht",
    schritte: async (page) => {
      await page.getByText("Nächste Termine").waitFor();
    },
  },
];
