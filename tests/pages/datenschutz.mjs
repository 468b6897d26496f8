// Datenschutzvorfälle and Betroffenenanfragen. What the pages show is entered through the doors of the core.

import { aendern, deutsch, lesen, tag } from "./tuer.mjs";

const STUNDE_MS = 3_600_000;

/** Day and hour in Germany, so many hours from now. */
function zeit(stunden) {
  const text = new Date(Date.now() + stunden * STUNDE_MS).toLocaleString(
    "sv-SE",
    { timeZone: "Europe/Berlin" },
  );
  return { am: text.slice(0, 10), um: text.slice(11, 16) };
}

async function vorfall(page, vorStunden, felder = {}, aus_reaktion = null) {
  const kenntnis = zeit(-vorStunden);
  const { objekte } = await aendern(page, "datenschutzvorfall.anlegen", {
    angaben: {
      betreff: "Bescheid an frühere Anschrift",
      hergang:
        "Ein Bescheid ging an eine frühere Anschrift und wurde dort geöffnet.",
      folgen: "",
      verletzungen: ["vertraulichkeit"],
      daten: ["stammdaten", "leistungsdaten"],
      personen: 1,
      datensaetze: null,
      geschehen_am: null,
      kenntnis_am: kenntnis.am,
      kenntnis_um: `${kenntnis.um}:00`,
      kenntnis_durch: "Anruf",
      ...felder,
    },
    aus_reaktion,
  });
  return objekte.find((o) => o.art === "datenschutzvorfall").id;
}

async function vorfallschritt(page, id, daten) {
  const d = await lesen(page, "datenschutzvorfall.lesen", { id });
  return aendern(page, "datenschutzvorfall.schritt", {
    id,
    version: d.vorfall.version,
    schritt: daten,
  });
}

async function anfrage(page, eingang, felder = {}, name = "Erika Beispiel") {
  const { objekte } = await aendern(page, "betroffenenanfrage.anlegen", {
    angaben: {
      art: "auskunft",
      kanal: "schriftlich",
      eingang,
      betreff: "Auskunft über alle gespeicherten Daten",
      vermerk: "",
      ...felder,
    },
    klar: { name, kontakt: "03677 000000", fallnummer: "" },
    aus_reaktion: null,
  });
  return objekte.find((o) => o.art === "betroffenenanfrage").id;
}

async function anfrageschritt(page, id, daten) {
  const d = await lesen(page, "betroffenenanfrage.lesen", { id });
  return aendern(page, "betroffenenanfrage.schritt", {
    id,
    version: d.anfrage.version,
    schritt: daten,
  });
}

/** A Kundenreaktion that was looked through as a matter of data protection. */
async function reaktion(page) {
  const { objekte } = await aendern(page, "kundenreaktion.anlegen", {
    angaben: {
      art: "beschwerde",
      kanal: "telefonisch",
      eingang: tag(0),
      uhrzeit: "00:05:00",
      betreff: "Post einer anderen Person erhalten",
      andere_stelle: "",
      anliegen: [
        { art: "organisation", sachgebiet: null, team_id: null, ursache: null },
      ],
      antwort_erwuenscht: true,
    },
    klar: {
      name: "Erika Beispiel",
      kontakt: "03677 000000",
      fallnummer: "",
      schilderung: "In ihrem Umschlag lag der Bescheid einer anderen Person.",
    },
    sichtung: {
      sichtung: { rechtsbehelf: false, begruendung: "", datenschutz: true },
      widerspruch: null,
    },
  });
  return objekte.find((o) => o.art === "kundenreaktion").id;
}

async function zeige(page, weg, text) {
  await page.evaluate((w) => {
    location.hash = w;
  }, weg);
  await page.getByText(text).first().waitFor();
  await page.waitForFunction(
    () => !document.querySelector('[aria-busy="true"]'),
  );
}
const zeigeVorfall = (page, id, text) =>
  zeige(page, `#/pruefliste/vorfaelle/${id}`, text);
const zeigeAnfrage = (page, id, text) =>
  zeige(page, `#/pruefliste/anfragen/${id}`, text);

async function dialog(page, name) {
  const knopf = page.getByRole("button", { name: `${name} …`, exact: true });
  if (!(await knopf.isVisible()))
    await page.getByText("Weitere Schritte", { exact: true }).click();
  await knopf.click();
  await page.getByRole("dialog", { name }).waitFor();
}

const knopf = (page, name) =>
  page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

const knoepfe = (page) =>
  page.locator("main .schritte").getByRole("button").allInnerTexts();

function gleich(ist, soll) {
  if (JSON.stringify(ist) !== JSON.stringify(soll))
    throw new Error(`${JSON.stringify(ist)} statt ${JSON.stringify(soll)}`);
}

const seite = (name, benutzer, schritte, weitere = {}) => ({
  name: `datenschutz-${name}`,
  benutzer,
  weg: "#/uebersicht",
  h1: "Übersicht",
  schritte,
  ...weitere,
});

const merk = {};
const GRUND = "Ein Bescheid, eine Person, der Empfänger ist bekannt.";

export const datenschutz = [
  seite("vorfall-neu", "dsb", async (page) => {
    await zeige(
      page,
      "#/pruefliste/vorfaelle/neu",
      "Bitte tragen Sie keine Sozialdaten ein.",
    );
    // The moment of knowledge is now; the keyboard alone is enough for the rest.
    const jetzt = await page
      .getByLabel("Uhrzeit", { exact: true })
      .inputValue();
    if (!/^\d\d:\d\d$/.test(jetzt)) throw new Error(`Uhrzeit: ${jetzt}`);
    gleich(
      await page.getByLabel("Bekannt geworden am").inputValue(),
      deutsch(tag(0)),
    );
    await page.getByLabel("Worum geht es?").fill("Brief im falschen Umschlag");
    await page
      .getByLabel("Hergang")
      .fill("Zwei Schreiben lagen in einem Umschlag.");
    await page.getByRole("checkbox", { name: "Vertraulichkeit" }).focus();
    await page.keyboard.press("Space");
    await page.getByRole("checkbox", { name: "Name und Kontakt" }).check();
  }),
  seite(
    "vorfall-fehler",
    "dsb",
    async (page) => {
      await zeige(
        page,
        "#/pruefliste/vorfaelle/neu",
        "Bitte tragen Sie keine Sozialdaten ein.",
      );
      await page.getByLabel("Worum geht es?").fill("Brief");
      await page.getByLabel("Hergang").fill("kurz");
      await page.getByRole("checkbox", { name: "Vertraulichkeit" }).check();
      await page.getByRole("checkbox", { name: "Name und Kontakt" }).check();
      await page.keyboard.press("Control+Enter");
      await page.getByText(/mindestens 10 Zeichen/).waitFor();
    },
    { abgelehnt: true },
  ),
  seite("vorfall-uhr", "dsb", async (page) => {
    await zeige(
      page,
      "#/pruefliste/vorfaelle/neu",
      "Bitte tragen Sie keine Sozialdaten ein.",
    );
    await page.getByLabel("Worum geht es?").fill("Brief im falschen Umschlag");
    await page
      .getByLabel("Hergang")
      .fill("Zwei Schreiben lagen in einem Umschlag.");
    await page.getByRole("checkbox", { name: "Vertraulichkeit" }).check();
    await page.getByRole("checkbox", { name: "Name und Kontakt" }).check();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("timer").waitFor();
    await page.getByText(/^noch 72 Stunden/).waitFor();
    gleich(await knoepfe(page), [
      "Risiko bewerten …",
      "Meldung an den BfDI eintragen …",
    ]);
    await page.getByText("Rechenweg").click();
    // The window counts on by itself.
    const vorher = await page.getByRole("timer").innerText();
    await page.waitForFunction(
      (alt) => document.querySelector("[role=timer]").innerText !== alt,
      vorher,
      { timeout: 75_000 },
    );
  }),
  seite("vorfall-bewerten", "dsb", async (page) => {
    merk.vorfall = await vorfall(page, 50);
    await zeigeVorfall(page, merk.vorfall, "weniger als 24 Stunden");
    await dialog(page, "Risiko bewerten");
    await page.getByRole("radio", { name: "hohes Risiko" }).check();
    await page.getByLabel("Begründung").fill(GRUND);
  }),
  seite("vorfall-melden", "dsb", async (page) => {
    await vorfallschritt(page, merk.vorfall, {
      art: "bewerten",
      risiko: "hoch",
      begruendung: GRUND,
    });
    await zeigeVorfall(page, merk.vorfall, "Meldung zu entscheiden");
    gleich(await knoepfe(page), [
      "Meldung an den BfDI eintragen …",
      "Benachrichtigung der Betroffenen eintragen …",
      "Ausnahme von der Benachrichtigung begründen …",
    ]);
    await dialog(page, "Meldung an den BfDI eintragen");
    await page.getByLabel("Zeichen der Meldung").fill("33-170 II#0017");
    await knopf(page, "Eintragen");
    await page.getByText("rechtzeitig gemeldet").waitFor();
    await page.getByText(/^Bitte die Unterrichtung der/).waitFor();
  }),
  seite(
    "vorfall-verspaetet",
    "dsb",
    async (page) => {
      merk.spaet = await vorfall(page, 100, {
        betreff: "Liste per E-Mail an falschen Verteiler",
        daten: ["gesundheit", "beschaeftigte"],
        personen: 40,
      });
      await vorfallschritt(page, merk.spaet, {
        art: "bewerten",
        risiko: "risiko",
        begruendung: GRUND,
      });
      await zeigeVorfall(page, merk.spaet, "Frist abgelaufen");
      await page.getByText(/^seit \d+ Stunden/).waitFor();
      await dialog(page, "Meldung an den BfDI eintragen");
      await page.getByLabel("Warum die Meldung später kommt").fill("Zu spät.");
      await knopf(page, "Eintragen");
      await page.getByText(/10 bis 500 Zeichen/).waitFor();
    },
    { abgelehnt: true },
  ),
  seite("vorfall-abgeschlossen", "dsb", async (page) => {
    const id = merk.vorfall;
    const am = tag(0);
    for (const schritt of [
      { art: "aufsicht_unterrichten", am, stelle: "Rechtsaufsicht des Landes" },
      { art: "benachrichtigen", am, wie: "Brief an die betroffene Person" },
      {
        art: "massnahme_ableiten",
        was: "Anschriften vor dem Versand abgleichen",
        bis: tag(30),
      },
      { art: "nachmelden", am, was: "Der Umschlag kam ungeöffnet zurück." },
      { art: "abschliessen", am },
    ])
      await vorfallschritt(page, id, schritt);
    await zeigeVorfall(page, id, "Der Vorfall ist abgeschlossen.");
    await page.getByText("Weitere Schritte").click();
    await page.getByRole("button", { name: "Wieder aufnehmen …" }).waitFor();
  }),
  seite("vorfall-andere-kenntnis", "dsb", async (page) => {
    await zeigeVorfall(page, merk.spaet, "Frist abgelaufen");
    await page.getByRole("button", { name: "Angaben ändern …" }).click();
    const fenster = page.getByRole("dialog", { name: /Angaben ändern/ });
    if (await fenster.getByLabel(/^Begründung für/).count())
      throw new Error("Die Begründung wird ohne Grund verlangt.");
    // It is asked for where the moment is changed, not far below.
    await fenster.getByLabel("Uhrzeit", { exact: true }).fill("0:01");
    await page.keyboard.press("Tab");
    await fenster
      .getByLabel("Begründung für den anderen Zeitpunkt")
      .fill("Der Anruf ging schon in der Nacht ein.");
  }),
  seite("vorfall-kenntnis-geaendert", "dsb", async (page) => {
    await zeigeVorfall(page, merk.spaet, "Frist abgelaufen");
    await page.getByRole("button", { name: "Angaben ändern …" }).click();
    const fenster = page.getByRole("dialog", { name: /Angaben ändern/ });
    await fenster.getByLabel("Uhrzeit", { exact: true }).fill("0:01");
    await page.keyboard.press("Tab");
    await fenster
      .getByLabel("Begründung für den anderen Zeitpunkt")
      .fill("Der Anruf ging schon in der Nacht ein.");
    await knopf(page, "Speichern");
    await fenster.waitFor({ state: "detached" });
    await page.getByText("Der Anruf ging schon in der Nacht ein.").waitFor();
  }),
  seite("vorfall-zuruecknehmen", "dsb", async (page) => {
    await zeigeVorfall(page, merk.vorfall, "Der Vorfall ist abgeschlossen.");
    await page
      .getByRole("button", { name: "Letzten Schritt zurücknehmen …" })
      .click();
    await page.getByLabel("Grund").fill("Eine Nachmeldung fehlt noch.");
    await knopf(page, "Schritt zurücknehmen");
    await page.getByText("zurückgenommen", { exact: true }).waitFor();
    gleich((await knoepfe(page))[0], "Abschließen …");
  }),
  seite("vorfall-ohne-meldung", "dsb", async (page) => {
    const id = await vorfall(page, 30, {
      betreff: "Akte eine Stunde nicht auffindbar",
      verletzungen: ["verfuegbarkeit"],
      kenntnis_durch: "",
    });
    await vorfallschritt(page, id, {
      art: "bewerten",
      risiko: "gering",
      begruendung: "Die Akte war im Haus und kam vollständig zurück.",
    });
    await zeigeVorfall(page, id, "geringes Risiko");
    gleich(await knoepfe(page), ["Keine Meldung begründen …"]);
    await dialog(page, "Keine Meldung begründen");
    await page
      .getByLabel("Warum kein oder nur ein geringes Risiko besteht")
      .fill("Niemand außerhalb des Hauses hatte Zugriff.");
    await knopf(page, "Eintragen");
    await page.getByText("keine Meldung nötig", { exact: true }).waitFor();
  }),
  {
    name: "datenschutz-vorfaelle",
    benutzer: "dsb",
    weg: "#/pruefliste/vorfaelle",
    h1: "Datenschutzvorfälle",
    schritte: async (page) => {
      const zeilen = page.getByRole("row");
      await page
        .getByText(/^seit .* abgelaufen$/)
        .first()
        .waitFor();
      // The most urgent one stands first.
      await zeilen
        .nth(1)
        .getByText("Liste per E-Mail an falschen Verteiler")
        .waitFor();
    },
  },
  {
    name: "datenschutz-verzeichnis",
    benutzer: "dsb",
    weg: "#/pruefliste/vorfaelle",
    h1: "Datenschutzvorfälle",
    schritte: async (page) => {
      await page.getByRole("button", { name: "Verzeichnis …" }).click();
      await page.getByText("Gemeldet an den BfDI").last().waitFor();
      await page.getByRole("link", { name: "Verzeichnis (PDF)" }).waitFor();
    },
  },
  seite("anfrage-neu", "dsb", async (page) => {
    await zeige(page, "#/pruefliste/anfragen/neu", "Nur für den Datenschutz");
    await page
      .getByLabel("Was die Person verlangt")
      .selectOption({ label: "Löschung (Art. 17 DSGVO, § 84 SGB X)" });
    await page.getByLabel("Kanal").selectOption({ label: "E-Mail" });
    await page.getByLabel("Worum geht es?").fill("Alte Kontodaten löschen");
    await page.getByLabel("Name", { exact: true }).fill("Erika Beispiel");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Identität zu prüfen", { exact: true }).waitFor();
    await page.getByText("Erika Beispiel").waitFor();
    gleich(await knoepfe(page), [
      "Identität prüfen …",
      "Frist verlängern …",
      "Beantworten …",
    ]);
    await page.getByText("Rechenweg").click();
  }),
  seite(
    "anfrage-identitaet-fehlt",
    "dsb",
    async (page) => {
      merk.anfrage = await anfrage(page, tag(-25));
      await zeigeAnfrage(page, merk.anfrage, "Identität zu prüfen");
      await dialog(page, "Beantworten");
      await page.getByRole("radio", { name: "erfüllt", exact: true }).check();
      await knopf(page, "Eintragen");
      await page.getByText(/wie die Identität geprüft wurde/).waitFor();
    },
    { abgelehnt: true },
  ),
  seite("anfrage-verlaengern", "dsb", async (page) => {
    await anfrageschritt(page, merk.anfrage, {
      art: "identitaet_pruefen",
      am: tag(-1),
      wie: "aktenabgleich",
    });
    await zeigeAnfrage(page, merk.anfrage, "in Bearbeitung");
    await dialog(page, "Frist verlängern");
    await page
      .getByLabel("Gründe, die der Person genannt wurden")
      .fill("Unterlagen aus zwölf Jahren sind durchzusehen.");
    await knopf(page, "Eintragen");
    await page.getByText(/Um zwei Monate verlängert/).waitFor();
  }),
  seite("anfrage-anderer-eingang", "dsb", async (page) => {
    await zeigeAnfrage(page, merk.anfrage, "in Bearbeitung");
    await page.getByRole("button", { name: "Angaben ändern …" }).click();
    const fenster = page.getByRole("dialog", { name: /Angaben ändern/ });
    await fenster.getByLabel("Eingang am").fill(deutsch(tag(-24)));
    await page.keyboard.press("Tab");
    await fenster
      .getByLabel("Begründung für den anderen Tag")
      .fill("Stempel der Poststelle");
  }),
  seite("anfrage-eingang-geaendert", "dsb", async (page) => {
    await zeigeAnfrage(page, merk.anfrage, "in Bearbeitung");
    await page.getByRole("button", { name: "Angaben ändern …" }).click();
    const fenster = page.getByRole("dialog", { name: /Angaben ändern/ });
    await fenster.getByLabel("Eingang am").fill(deutsch(tag(-24)));
    await page.keyboard.press("Tab");
    await knopf(page, "Speichern");
    await fenster
      .getByText("Bitte füllen Sie dieses Feld aus.")
      .first()
      .waitFor();
    await fenster
      .getByLabel("Begründung für den anderen Tag")
      .fill("Stempel der Poststelle");
    await knopf(page, "Speichern");
    await fenster.waitFor({ state: "detached" });
    await page.getByText("Stempel der Poststelle").waitFor();
  }),
  seite("anfrage-ueberfaellig", "dsb", async (page) => {
    merk.alt = await anfrage(
      page,
      tag(-45),
      { art: "berichtigung", betreff: "Falsches Geburtsjahr" },
      "Ute Zweitbrief",
    );
    await zeigeAnfrage(page, merk.alt, "überfällig");
    gleich(await knoepfe(page), ["Identität prüfen …", "Beantworten …"]);
    await dialog(page, "Beantworten");
    await page.getByRole("radio", { name: "abgelehnt", exact: true }).check();
    await page
      .getByLabel("Was nicht erfüllt wird und warum")
      .fill("Die Angabe stimmt mit dem Ausweis überein.");
  }),
  {
    name: "datenschutz-anfragen",
    benutzer: "dsb",
    weg: "#/pruefliste/anfragen",
    h1: "Betroffenenanfragen",
    schritte: async (page) => {
      await page.getByText("Falsches Geburtsjahr").waitFor();
      await page
        .getByText(/Tage überfällig/)
        .first()
        .waitFor();
      await page.getByText("Ute Zweitbrief").waitFor();
    },
  },
  seite("anfrage-erledigt", "dsb", async (page) => {
    await anfrageschritt(page, merk.alt, {
      art: "beantworten",
      am: tag(0),
      ergebnis: "abgelehnt",
      grund: "Die Angabe stimmt mit dem Ausweis überein.",
    });
    await zeigeAnfrage(page, merk.alt, "Die Anfrage ist erledigt.");
    await page.getByText(/zu spät/).waitFor();
    await page.getByRole("button", { name: "Angaben ändern …" }).waitFor();
  }),
  seite("uebersicht-dsb", "dsb", async (page) => {
    await page
      .getByRole("heading", { name: "Datenschutz", exact: true })
      .waitFor();
    await page.getByText(/^Meldefrist von/).waitFor();
  }),
  seite("anfrage-leitung", "gf", async (page) => {
    await zeigeAnfrage(
      page,
      merk.anfrage,
      "Wer fragt, sieht nur der Datenschutz.",
    );
    if ((await page.getByText("Erika Beispiel").count()) > 0)
      throw new Error("Die Geschäftsführung sieht den Namen.");
    // While the Datenschutz is away, the Geschäftsführung takes the steps.
    gleich(await knoepfe(page), ["Beantworten …"]);
  }),
  seite("uebersicht-gf", "gf", async (page) => {
    await page
      .getByRole("heading", { name: "Datenschutz", exact: true })
      .waitFor();
  }),
  seite("reaktion", "krm", async (page) => {
    merk.reaktion = await reaktion(page);
    await zeige(
      page,
      `#/kundenreaktion/${merk.reaktion}`,
      "Als Datenschutzvorfall erfassen …",
    );
  }),
  seite("reaktion-vorfall", "gf", async (page) => {
    await zeige(
      page,
      `#/kundenreaktion/${merk.reaktion}`,
      "Als Datenschutzvorfall erfassen …",
    );
    await page
      .getByRole("link", { name: "Als Datenschutzvorfall erfassen …" })
      .click();
    await page
      .getByText("Übernommen ist ihr Eingang, nicht ihr Text.")
      .waitFor();
    gleich(
      await page.getByLabel("Uhrzeit", { exact: true }).inputValue(),
      "00:05",
    );
  }),
  seite("vorfaelle-eigene", "qm", async (page) => {
    await vorfall(page, 2, { betreff: "Ausdruck im Wartebereich" });
    await zeige(page, "#/pruefliste/vorfaelle", "Ausdruck im Wartebereich");
    // Whoever enters sees what became of it, and nothing of the others.
    if ((await page.getByText("Bescheid an frühere Anschrift").count()) > 0)
      throw new Error("Fremde Vorfälle sind zu sehen.");
  }),
];
