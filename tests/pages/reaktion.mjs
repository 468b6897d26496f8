// The page of a Kundenreaktion in each of its states. What it shows is entered through the doors of the core.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { zweitePerson } from "./dialog.mjs";
import { aendern, deutsch, lesen, tag } from "./tuer.mjs";

const angaben = (felder = {}) => ({
  art: "beschwerde",
  kanal: "telefonisch",
  eingang: tag(-2),
  uhrzeit: "09:30:00",
  betreff: "Auszahlung kommt nicht an",
  andere_stelle: "",
  anliegen: [
    {
      art: "sachanliegen",
      sachgebiet: "aufhebung-erstattung",
      team_id: null,
      ursache: null,
    },
  ],
  antwort_erwuenscht: true,
  ...felder,
});

const klar = (felder = {}) => ({
  name: "Erika Beispiel",
  kontakt: "03677 000000",
  fallnummer: "",
  schilderung: "Seit sechs Wochen wartet sie auf die Auszahlung der Leistung.",
  ...felder,
});

const KEIN_RECHTSBEHELF = {
  sichtung: { rechtsbehelf: false, begruendung: "", datenschutz: false },
  widerspruch: null,
};

/** Enters a reaction; `sichtung` null leaves it to be looked through. */
async function anlegen(page, a, k, sichtung = KEIN_RECHTSBEHELF) {
  const { objekte } = await aendern(page, "kundenreaktion.anlegen", {
    angaben: angaben(a),
    klar: klar(k),
    sichtung,
  });
  return objekte.find((o) => o.art === "kundenreaktion").id;
}

async function schritt(page, id, daten, text = null) {
  const { reaktion } = await lesen(page, "kundenreaktion.lesen", { id });
  return aendern(page, "kundenreaktion.schritt", {
    id,
    version: reaktion.version,
    schritt: daten,
    text,
  });
}

const BEURTEILT = {
  art: "beurteilen",
  urteil: "berechtigt",
  begruendung: "Die Bearbeitung dauerte länger als zugesagt.",
};

const ANTWORT = "Guten Tag,\n\ndie Auszahlung ist veranlasst.";

const antworte = (page, id, am = tag(-1)) =>
  schritt(page, id, { art: "beantworten", am, weg: "brief" }, ANTWORT);

async function nummer(page, id) {
  const { reaktion } = await lesen(page, "kundenreaktion.lesen", { id });
  return reaktion.nummer;
}

async function oeffne(page, bereich, id, text) {
  await page.evaluate((weg) => {
    location.hash = weg;
  }, `#/${bereich}/${id}`);
  await page.getByText(text).first().waitFor();
  await page.waitForFunction(
    () => !document.querySelector('[aria-busy="true"]'),
  );
}
const zeige = (page, id, text) => oeffne(page, "kundenreaktion", id, text);

const dialog = async (page, name, titel) => {
  const knopf = page.getByRole("button", { name, exact: true });
  if (!(await knopf.isVisible()))
    await page.getByText("Weitere Schritte", { exact: true }).click();
  await knopf.click();
  await page.getByRole("dialog", { name: titel }).waitFor();
};

/** A button of the open dialog. */
const knopf = (page, name) =>
  page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

/** The names of the buttons between the head and the clocks. */
const knoepfe = (page) =>
  page.locator("main .schritte").getByRole("button").allInnerTexts();

function gleich(ist, soll) {
  if (JSON.stringify(ist) !== JSON.stringify(soll))
    throw new Error(`${JSON.stringify(ist)} statt ${JSON.stringify(soll)}`);
}

const seite = (name, benutzer, schritte, weitere = {}) => ({
  name: `reaktion-${name}`,
  benutzer,
  weg: "#/uebersicht",
  h1: "Übersicht",
  schritte,
  ...weitere,
});

const merk = {};

export const reaktionsseiten = [
  seite("ungesichtet", "krm", async (page) => {
    merk.ungesichtet = await anlegen(
      page,
      { kanal: "schriftlich" },
      {
        schilderung:
          "Ich bin mit dem Bescheid vom 02.11. nicht einverstanden.\nBitte prüfen Sie die Berechnung noch einmal. Am Schalter wurden meine Daten laut vorgelesen.",
      },
      null,
    );
    await zeige(page, merk.ungesichtet, "Zuerst wird gesichtet");
    gleich(await knoepfe(page), ["Sichten …"]);
    if ((await page.locator("mark").count()) === 0)
      throw new Error("Keine Stelle ist hervorgehoben.");
    await page.getByText("Rechenweg").click();
  }),
  seite(
    "sichten",
    "krm",
    async (page) => {
      await zeige(page, merk.ungesichtet, "Zuerst wird gesichtet");
      await dialog(page, "Sichten …", "Sichten");
      await page
        .getByRole("dialog")
        .getByText("Der Text deutet auf einen Rechtsbehelf hin.")
        .waitFor();
      await page.getByRole("radio", { name: "nein", exact: true }).check();
      await page.getByLabel("Warum ist es keiner?").fill("nein");
      await knopf(page, "Sichtung speichern");
      await page.getByText(/Bitte begründen Sie/).waitFor();
    },
    { abgelehnt: true },
  ),
  seite("ueberfaellig", "krm", async (page) => {
    const id = await anlegen(page, { eingang: tag(-20) });
    // 14 days after the receipt the answer was due.
    await zeige(page, id, "6 Tage überfällig");
    await page.getByText("gemeldet an: Geschäftsführung").waitFor();
    gleich(await knoepfe(page), [
      "Eingang bestätigen …",
      "Beantworten …",
      "Beurteilen …",
    ]);
    await page.getByText("Weitere Schritte").click();
  }),
  seite("bestaetigen", "krm", async (page) => {
    await aendern(page, "kundenreaktion.textbausteine_uebernehmen", {});
    merk.offen = await anlegen(page, {
      anliegen: [
        {
          art: "sachanliegen",
          sachgebiet: "aufhebung-erstattung",
          team_id: null,
          ursache: null,
        },
        {
          art: "verhalten",
          sachgebiet: null,
          team_id: null,
          ursache: null,
        },
      ],
    });
    await zeige(page, merk.offen, "Anliegen 2");
    await dialog(page, "Eingang bestätigen …", "Eingang bestätigen");
    await page
      .getByLabel("Textbaustein")
      .selectOption({ label: "Eingangsbestätigung" });
    await knopf(page, "Einsetzen");
    await page
      .getByLabel("Text der Eingangsbestätigung")
      .and(page.locator(":enabled"))
      .waitFor();
    await page.waitForFunction(() =>
      document.querySelector("dialog textarea").value.includes("K-20"),
    );
    await knopf(page, "Eintragen");
    await page.getByText("Zwischennachricht", { exact: true }).waitFor();
    await page.getByText(`bestätigt am ${deutsch(tag(0))}`).waitFor();
    gleich(await knoepfe(page), ["Beantworten …", "Beurteilen …"]);
  }),
  seite("beantworten", "krm", async (page) => {
    await zeige(page, merk.offen, "Zwischennachricht");
    await dialog(page, "Beantworten …", "Beantworten");
    await page.getByRole("radio", { name: "Brief", exact: true }).check();
    await page
      .getByLabel("Textbaustein")
      .selectOption({ label: "Antwort: Die Beschwerde ist berechtigt" });
    await knopf(page, "Einsetzen");
    await page
      .getByText(/Noch auszufüllen: \[Bitte beschreiben Sie kurz/)
      .waitFor();
    await page.getByRole("button", { name: "Text kopieren" }).last().waitFor();
  }),
  seite(
    "beantworten-fehler",
    "krm",
    async (page) => {
      await zeige(page, merk.offen, "Zwischennachricht");
      await dialog(page, "Beantworten …", "Beantworten");
      await page
        .getByRole("radio", { name: "telefonisch", exact: true })
        .check();
      await page.getByLabel("Antwort", { exact: true }).fill("Ja.");
      await knopf(page, "Als beantwortet eintragen");
      await page.getByText(/mindestens 5 Zeichen/).waitFor();
    },
    { abgelehnt: true },
  ),
  seite("pausiert", "krm", async (page) => {
    const id = await anlegen(page, { eingang: tag(-8) });
    await schritt(page, id, {
      art: "pausieren",
      ab: tag(-6),
      nachfragen_am: tag(8),
      grund: "kunde",
      text: "Unterlagen zur Kontoverbindung",
    });
    await schritt(page, id, { art: "fortsetzen", am: tag(-4) });
    await schritt(page, id, {
      art: "pausieren",
      ab: tag(-1),
      nachfragen_am: tag(13),
      grund: "andere_stelle",
      text: "Auskunft der Rentenversicherung",
    });
    await zeige(page, id, "Auskunft der Rentenversicherung");
    // Fourteen days, of which the first and, after two days of rest, four more are used: -7, and -4 to -2.
    await page.getByText("noch 10 Tage übrig").waitFor();
    gleich((await knoepfe(page))[0], "Fortsetzen …");
    await page.getByText("Rechenweg").click();
  }),
  seite("pausieren", "krm", async (page) => {
    await zeige(page, merk.offen, "Zwischennachricht");
    await dialog(page, "Pausieren …", "Pausieren");
    await page.getByRole("radio", { name: "wartet auf die Person" }).check();
    await page.getByLabel("Pausiert ab").fill("heute");
  }),
  seite("beurteilen", "krm", async (page) => {
    merk.beurteilt = await anlegen(page, {});
    await antworte(page, merk.beurteilt);
    await zeige(page, merk.beurteilt, "Texte an die Person");
    await dialog(page, "Beurteilen …", "Beurteilen");
    await page
      .getByRole("radio", { name: "teilweise berechtigt", exact: true })
      .check();
    await page
      .getByLabel("Begründung", { exact: true })
      .fill("Nur die Wartezeit trifft zu.");
    await knopf(page, "Vorschlagen");
    await page.getByText(/^Beurteilung vorgeschlagen von/).waitFor();
    gleich(await knoepfe(page), [
      "Zweite Person bestätigt hier …",
      "Zweite Person gibt hier zurück …",
      "Anders beurteilen …",
    ]);
  }),
  seite("hier-zurueckgeben", "krm", async (page) => {
    await zeige(page, merk.beurteilt, /^Beurteilung vorgeschlagen von/);
    await dialog(
      page,
      "Zweite Person gibt hier zurück …",
      "Beurteilung zurückgeben",
    );
    await page
      .getByLabel("Warum Sie die Beurteilung zurückgeben")
      .fill("Bitte die Tage nennen.");
    await zweitePerson(page, "gf");
    await knopf(page, "Zurückgeben");
    await page.getByText("Die Beurteilung wurde zurückgegeben.").waitFor();
    await page.getByText("Bitte die Tage nennen.").first().waitFor();
  }),
  seite("hier-bestaetigen", "krm", async (page) => {
    await schritt(page, merk.beurteilt, BEURTEILT);
    await zeige(page, merk.beurteilt, /^Beurteilung vorgeschlagen von/);
    await dialog(
      page,
      "Zweite Person bestätigt hier …",
      "Beurteilung bestätigen",
    );
    await zweitePerson(page, "gf");
    await knopf(page, "Bestätigen");
    await page.getByText("Beurteilung bestätigt", { exact: true }).waitFor();
    gleich(await knoepfe(page), ["Abschließen …"]);
  }),
  seite("abgeschlossen", "krm", async (page) => {
    await schritt(page, merk.beurteilt, {
      art: "massnahme_ableiten",
      was: "Rückmeldung an die Person nach zwei Wochen ohne Zahlung",
      bis: tag(30),
    });
    await schritt(page, merk.beurteilt, { art: "abschliessen", am: tag(0) });
    await schritt(page, merk.beurteilt, {
      art: "nachfragen",
      am: tag(0),
      rueckmeldung: "geholfen",
    });
    await zeige(page, merk.beurteilt, "Die Reaktion ist abgeschlossen.");
    await page.getByText("hat geholfen", { exact: true }).waitFor();
  }),
  seite(
    "schreiben",
    "krm",
    async (page) => {
      await zeige(page, merk.beurteilt, "Die Reaktion ist abgeschlossen.");
      await page.getByRole("button", { name: "Antwort als PDF …" }).click();
      const ordner = await mkdtemp(path.join(tmpdir(), "iks-schreiben-"));
      const datei = path.join(ordner, "antwort.pdf");
      await page
        .getByLabel("Unterschrieben von")
        .fill("Kundenreaktionsmanagement");
      await page.getByLabel("Datei", { exact: true }).fill(datei);
      await knopf(page, "Speichern");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      const anfang = (await readFile(datei)).toString("latin1", 0, 5);
      // The second letter is signed as the first one was; the same file is not replaced unasked.
      await page.getByRole("button", { name: "Antwort als PDF …" }).click();
      await page.getByLabel("Datei", { exact: true }).fill(datei);
      await knopf(page, "Speichern");
      await page
        .getByRole("dialog", {
          name: "Soll die vorhandene Datei ersetzt werden?",
        })
        .waitFor();
      await rm(ordner, { recursive: true });
      gleich(anfang, "%PDF-");
    },
    { abgelehnt: true },
  ),
  seite("wieder-oeffnen", "krm", async (page) => {
    await zeige(page, merk.beurteilt, "Die Reaktion ist abgeschlossen.");
    await dialog(page, "Wieder öffnen …", "Wieder öffnen");
    await page
      .getByLabel("Womit sich die Person wieder meldet")
      .fill("Die Auszahlung ist noch nicht da.");
    await knopf(page, "Eintragen");
    await page.getByText("Die Zeiten laufen seitdem neu.").waitFor();
    gleich(await knoepfe(page), ["Sichten …"]);
  }),
  seite("zuruecknehmen", "krm", async (page) => {
    const id = await anlegen(page, {});
    await antworte(page, id);
    await zeige(page, id, "Texte an die Person");
    await dialog(
      page,
      "Letzten Schritt zurücknehmen …",
      "Letzten Schritt zurücknehmen",
    );
    await page
      .getByLabel("Grund", { exact: true })
      .fill("Der Brief ist noch nicht versandt.");
    await knopf(page, "Schritt zurücknehmen");
    // Both the step and the text that went out with it say so.
    await page.getByText("zurückgenommen", { exact: true }).first().waitFor();
    await page.getByText(/Der Brief ist noch nicht versandt/).waitFor();
  }),
  seite("zusammenfuehren", "krm", async (page) => {
    const erste = await nummer(page, merk.offen);
    const id = await anlegen(page, {}, { name: "Ute Zweitbrief" });
    await zeige(page, id, "Zuständig:");
    await dialog(
      page,
      "Mit anderer Reaktion zusammenführen …",
      "Mit anderer Reaktion zusammenführen",
    );
    await page.getByLabel("Andere Reaktion suchen").fill(erste);
    await page.getByRole("radio", { name: new RegExp(`^${erste}`) }).check();
    // Names differ: somebody has to look.
    await page.getByText(/^Andere Person: Ute Zweitbrief \/ /).waitFor();
    merk.doppelt = id;
  }),
  seite("zusammengefuehrt", "krm", async (page) => {
    await schritt(page, merk.doppelt, {
      art: "zusammenfuehren",
      am: tag(0),
      mit: merk.offen,
    });
    await zeige(page, merk.doppelt, /^Geht weiter in/);
    await page.getByRole("link", { name: /^Geht weiter in/ }).click();
    await page.getByRole("link", { name: /^Hier weitergeführt/ }).waitFor();
  }),
  seite("notiz", "krm", async (page) => {
    await zeige(page, merk.offen, "Interne Notizen");
    await page.getByRole("button", { name: "Notiz schreiben …" }).click();
    await page
      .getByLabel("Notiz", { exact: true })
      .fill("Die Kasse bestätigt den Rücklauf der Zahlung.");
    await page.getByRole("button", { name: "Notiz speichern" }).click();
    await page.getByText("Die Kasse bestätigt den Rücklauf").waitFor();
    await page.getByRole("button", { name: "Notiz schreiben …" }).click();
  }),
  seite("zuweisen", "krm", async (page) => {
    await zeige(page, merk.offen, "Interne Notizen");
    await dialog(page, "Zuweisen …", / zuweisen$/);
    await page.getByLabel("Team", { exact: false }).selectOption({ index: 1 });
  }),
  seite("aendern", "krm", async (page) => {
    await zeige(page, merk.offen, "Interne Notizen");
    await dialog(page, "Angaben ändern …", /Angaben ändern/);
    const schilderung = page.locator('dialog [name="klar.schilderung"]');
    if ((await schilderung.count()) > 0)
      throw new Error("Die Schilderung ist nach der Sichtung noch offen.");
    await page.getByLabel("Ursache").first().selectOption({ index: 1 });
    await knopf(page, "Speichern");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByText(/Ursache: /).waitFor();
  }),
  seite(
    "konflikt",
    "krm",
    async (page) => {
      await zeige(page, merk.offen, "Interne Notizen");
      await dialog(page, "Angaben ändern …", /Angaben ändern/);
      await page.getByLabel("Betreff").fill("Auszahlung im November");
      const { reaktion, klar: person } = await lesen(
        page,
        "kundenreaktion.lesen",
        { id: merk.offen },
      );
      await aendern(page, "kundenreaktion.aendern", {
        id: merk.offen,
        version: reaktion.version,
        angaben: { ...reaktion.angaben, kanal: "schriftlich" },
        klar: { ...person, kontakt: "erika@example.org" },
      });
      await knopf(page, "Speichern");
      await page.getByText("Auszahlung im November").first().waitFor();
      await page
        .getByText(/erika@example\.org/)
        .first()
        .waitFor();
    },
    { abgelehnt: true },
  ),
  seite("dienstaufsicht", "krm", async (page) => {
    const id = await anlegen(
      page,
      {
        art: "dienstaufsichtsbeschwerde",
        betreff: "Zeichen 4711",
        anliegen: [],
        antwort_erwuenscht: false,
      },
      { name: "", kontakt: "", schilderung: "" },
    );
    await zeige(page, id, "Zeichen 4711");
    gleich(await knoepfe(page), ["Abgeben …"]);
    await dialog(page, "Abgeben …", "Abgeben");
    await page
      .getByLabel("Abgegeben an")
      .fill("Personalstelle des Landkreises");
    await knopf(page, "Eintragen");
    await page
      .getByText(/Personalstelle des Landkreises/)
      .first()
      .waitFor();
  }),
  seite("petition", "krm", async (page) => {
    const id = await anlegen(page, {
      art: "petition",
      kanal: "andere_stelle",
      andere_stelle: "Petitionsausschuss des Landtags",
      eingang: tag(0),
    });
    await zeige(page, id, "gemeldet an: Geschäftsführung");
    await antworte(page, id, tag(0));
    await schritt(page, id, BEURTEILT);
    merk.vorschlag = id;
  }),
  seite("widerspruch", "krm", async (page) => {
    merk.rechtsbehelf = await anlegen(
      page,
      { kanal: "schriftlich" },
      {},
      {
        sichtung: { rechtsbehelf: true, begruendung: "", datenschutz: true },
        widerspruch: {
          art: "widerspruch",
          gegenstand: "Aufhebungsbescheid",
          bescheid_am: tag(-12),
          bekanntgabe: null,
          belehrung: "ordnungsgemaess",
          elektronische_form_genannt: true,
          form: "schriftlich",
          eingang_andere_stelle: null,
          sachgebiet: "aufhebung-erstattung",
          team_id: null,
          fallnummer: "93002BG0077001",
          name: "Erika Beispiel",
        },
      },
    );
    await zeige(page, merk.rechtsbehelf, /^Widerspruch W-/);
    // The Kundenreaktionsmanagement does not see the register.
    gleich(
      await page.getByRole("link", { name: /^Widerspruch W-/ }).count(),
      0,
    );
    gleich(
      await page
        .getByRole("button", { name: "Letzten Schritt zurücknehmen …" })
        .count(),
      0,
    );
  }),
  seite("ohne-namen", "qm", async (page) => {
    await zeige(page, merk.offen, "Schilderung, Namen und Notizen sehen");
    const text = await page.locator("main").innerText();
    for (const geheim of ["Erika", "erika@", "Kasse", "Rücklauf"])
      if (text.includes(geheim)) throw new Error(`„${geheim}“ ist zu sehen.`);
    gleich(await page.locator(".schritte").count(), 0);
  }),
  seite("verknuepft", "gf", async (page) => {
    await zeige(page, merk.rechtsbehelf, /^Widerspruch W-/);
    await page.getByRole("link", { name: /^Widerspruch W-/ }).click();
    await page.getByRole("link", { name: /^Aus Kundenreaktion K-/ }).waitFor();
    await page.waitForFunction(
      () => !document.querySelector('[aria-busy="true"]'),
    );
  }),
  seite("bestaetigt", "gf", async (page) => {
    await zeige(page, merk.vorschlag, /^Beurteilung vorgeschlagen von/);
    gleich(await knoepfe(page), [
      "Beurteilung bestätigen …",
      "Anders beurteilen …",
    ]);
    await dialog(page, "Beurteilung bestätigen …", "Beurteilung bestätigen");
    await knopf(page, "Bestätigen");
    await page.getByText("berechtigt (KR-1 und GF-1)").waitFor();
    await page.getByRole("button", { name: "Antwort kopieren" }).waitFor();
  }),
];
