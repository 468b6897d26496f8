// Zuwendungen and the Gefährdungsatlas. What the pages show is entered through the doors of the core, or is the demo
// house's own.

import { PASSWORT } from "./carrier.mjs";
import { aendern, lesen, tag } from "./tuer.mjs";

async function zuwendung(page, felder = {}) {
  const { objekte } = await aendern(page, "zuwendung.anlegen", {
    angaben: {
      art: "sachgeschenk",
      geber: "bildungstraeger",
      tag: tag(-3),
      anzeige_nr: "7/2026",
      ablage: "Büro der Geschäftsführung, Ordner Zuwendungen",
      gegenstand: "Präsentkorb",
      anlass: "Jahresende",
      wert_cent: 4_500,
      ...felder,
    },
  });
  return objekte.find((o) => o.art === "zuwendung").id;
}

const vorschlag = (annahme) => ({
  art: "vorschlagen",
  annahme,
  begruendung: "Nach Wert und Abstand zur nächsten Vergabe",
});

async function schritt(page, id, daten) {
  const { zuwendung: z } = await lesen(page, "zuwendung.lesen", { id });
  return aendern(page, "zuwendung.schritt", {
    id,
    version: z.version,
    schritt: daten,
  });
}

/** Rows of the atlas that a filter finds. */
async function atlas(page, filter = {}) {
  const { zeilen } = await lesen(page, "gefaehrdung.liste", {
    filter,
    sortierung: "nummer",
    absteigend: false,
    blatt: { ab: 0, anzahl: 100 },
  });
  return zeilen;
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
const zeigeZuwendung = (page, id, text) =>
  zeige(page, `#/pruefliste/zuwendungen/${id}`, text);
const zeigeEintrag = (page, id, text) =>
  zeige(page, `#/pruefliste/gefaehrdungsatlas/${id}`, text);

async function dialog(page, name, titel = name) {
  const knopf = page.getByRole("button", { name: `${name} …`, exact: true });
  if (!(await knopf.isVisible()))
    await page.getByText("Weitere Schritte", { exact: true }).click();
  await knopf.click();
  await page.getByRole("dialog", { name: titel }).waitFor();
}

const knopf = (page, name) =>
  page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

const knoepfe = (page) =>
  page.locator("main .schritte").getByRole("button").allInnerTexts();

function gleich(ist, soll) {
  if (JSON.stringify(ist) !== JSON.stringify(soll))
    throw new Error(`${JSON.stringify(ist)} statt ${JSON.stringify(soll)}`);
}

/** The second person signs at the desk of the first. */
async function zeichnet(page, benutzer, wort) {
  await page
    .getByLabel("Benutzername der zweiten Person", { exact: true })
    .fill(benutzer);
  await page
    .getByLabel("Passwort der zweiten Person", { exact: true })
    .fill(PASSWORT);
  await knopf(page, wort);
}

const seite = (name, benutzer, schritte, weitere = {}) => ({
  name: `korruption-${name}`,
  benutzer,
  weg: "#/uebersicht",
  h1: "Übersicht",
  schritte,
  ...weitere,
});
const merk = {};

export const korruptionsseiten = [
  seite("uebersicht-akp", "akp", async (page) => {
    await page.getByRole("heading", { name: "Gefährdungsatlas" }).waitFor();
    // She reaches her registers through the navigation.
    await page.getByRole("link", { name: "Prüflisten", exact: true }).click();
    await page.getByRole("link", { name: "Zuwendungen" }).click();
    await page
      .getByRole("heading", { level: 1, name: "Zuwendungen" })
      .waitFor();
    await page.goBack();
    await page.goBack();
    await page.getByRole("heading", { name: "Gefährdungsatlas" }).waitFor();
  }),
  seite(
    "zuwendung-verdacht",
    "akp",
    async (page) => {
      await zeige(page, "#/pruefliste/zuwendungen/neu", "Was angeboten wurde");
      await page.getByLabel("Art").selectOption({ label: "Sachgeschenk" });
      await page.getByLabel("Von wem").selectOption({ label: "Vermieter" });
      await page.getByLabel("Was", { exact: true }).fill("Präsentkorb");
      await page
        .getByLabel("Anlass")
        .fill("Es besteht der Verdacht, dass jemand bestochen wurde.");
      await page.getByLabel("Ablage der Anzeige").fill("Ordner Zuwendungen");
      await page.keyboard.press("Control+Enter");
      const feld = page.getByLabel("Anlass");
      await page
        .getByText(/interne Meldestelle/)
        .last()
        .waitFor();
      // It is refused beside its field, which takes the focus.
      gleich(await feld.getAttribute("aria-invalid"), "true");
      gleich(await feld.evaluate((f) => f === document.activeElement), true);
    },
    { abgelehnt: true },
  ),
  seite("zuwendung-neu", "akp", async (page) => {
    // What was begun is still there after a look elsewhere.
    await zeige(page, "#/pruefliste/zuwendungen/neu", "Was angeboten wurde");
    await page.getByLabel("Was", { exact: true }).fill("Blumen");
    await zeige(page, "#/pruefliste/zuwendungen", "Nummer");
    await zeige(page, "#/pruefliste/zuwendungen/neu", "noch da");
    gleich(
      await page.getByLabel("Was", { exact: true }).inputValue(),
      "Blumen",
    );
    await page.getByRole("button", { name: "Verwerfen und neu" }).click();
    await page.getByLabel("Art").selectOption({ label: "Geld oder Gutschein" });
    await page.getByLabel("Von wem").selectOption({ label: "Vermieter" });
    await page.getByLabel("Was", { exact: true }).fill("Tankgutschein");
    await page.getByLabel("Wert").fill("20");
    await page.getByLabel("Ablage der Anzeige").fill("Ordner Zuwendungen");
    await page.keyboard.press("Control+Enter");
    await page.getByText("zu entscheiden", { exact: true }).waitFor();
    await page.getByText("20,00").waitFor();
    gleich(await knoepfe(page), ["Entscheidung vorschlagen …"]);
    await dialog(page, "Entscheidung vorschlagen");
    // Money is never accepted.
    if (await page.getByRole("radio", { name: "angenommen" }).count())
      throw new Error("Geld lässt sich annehmen.");
    await page.getByRole("radio", { name: "abgelehnt" }).check();
  }),
  seite("zuwendung-eigener-vorschlag", "akp", async (page) => {
    merk.korb = await zuwendung(page);
    await zeigeZuwendung(page, merk.korb, "zu entscheiden");
    await dialog(page, "Entscheidung vorschlagen");
    await page.getByRole("radio", { name: "angenommen" }).check();
    await page.getByLabel("Begründung").fill("Anlass und Wert sind üblich.");
    await page.keyboard.press("Control+Enter");
    // Who proposed does not decide, and the page says why.
    await page
      .getByText(/^Sie haben das vorgeschlagen\. Deshalb dürfen Sie nicht/)
      .waitFor();
    await page
      .getByText(/Wert liegt über 25 Euro/)
      .first()
      .waitFor();
    gleich(await knoepfe(page), [
      "Hier bestätigen lassen …",
      "Hier zurückgeben lassen …",
    ]);
  }),
  seite("zuwendung-hier-zurueck", "akp", async (page) => {
    await zeigeZuwendung(page, merk.korb, "wartet auf zweite Person");
    await dialog(page, "Hier zurückgeben lassen", "Rückgabe mitzeichnen");
    await page.getByLabel("Grund der Rückgabe").fill("Zu nah an der Vergabe.");
    await zeichnet(page, "gf", "Zurückgeben");
    await page.getByText("Der letzte Vorschlag kam zurück.").waitFor();
  }),
  seite("zuwendungen-leer", "akp", async (page) => {
    await schritt(page, merk.korb, vorschlag("zurueckgegeben"));
    await zeige(page, "#/pruefliste/zuwendungen", "Präsentkorb");
    await page.getByLabel("Suche").fill("gibtesnicht");
    await page.getByText("Keine Zuwendung passt zu diesen Filtern.").waitFor();
    await page.getByRole("button", { name: "Auch abgeschlossene" }).waitFor();
  }),
  seite("zuwendungen", "akp", async (page) => {
    await zeige(
      page,
      "#/pruefliste/zuwendungen?mit_abgeschlossenen=ja",
      "Wert",
    );
    await page.getByText("Vorschlag: zurückgegeben").waitFor();
    await page
      .getByRole("gridcell", { name: "abgeschlossen", exact: true })
      .first()
      .waitFor();
    // What waits for a decision stands first, whatever its day.
    await page
      .getByRole("row")
      .nth(1)
      .getByText(/zu entscheiden|wartet auf/)
      .waitFor();
    await page.getByRole("button", { name: "Exportieren …" }).waitFor();
  }),
  seite("atlas", "akp", async (page) => {
    await zeige(
      page,
      "#/pruefliste/gefaehrdungsatlas",
      "Vergabe von Maßnahmen",
    );
    // The most exposed ones stand first.
    await page
      .getByRole("row")
      .nth(1)
      .getByText("besonders gefährdet")
      .waitFor();
  }),
  seite("atlas-formular", "akp", fuelle, {
    weg: "#/pruefliste/gefaehrdungsatlas/neu",
    h1: "Neuer Eintrag im Gefährdungsatlas",
  }),
  seite("atlas-neu", "akp", neuerEintrag, {
    weg: "#/pruefliste/gefaehrdungsatlas/neu",
    h1: "Neuer Eintrag im Gefährdungsatlas",
  }),
  seite("atlas-vorgeschlagen", "akp", async (page) => {
    await zeigeEintrag(
      page,
      await idVon(page, "Beschaffung von Hilfen"),
      "noch nicht bestätigt",
    );
    await page.getByText(/^Sie haben das vorgeschlagen/).waitFor();
    await page.getByText("Rotation überfällig").waitFor();
    await dialog(page, "Hier bestätigen lassen", "Bestätigung mitzeichnen");
    await zeichnet(page, "gf", "Bestätigen");
    await page.getByText("gültig", { exact: true }).first().waitFor();
    gleich(await knoepfe(page), [
      "Neue Fassung vorschlagen …",
      "Überprüfung eintragen …",
    ]);
  }),
  seite("atlas-fassen", "akp", async (page) => {
    const id = await idVon(page, "Beschaffung von Hilfen");
    await zeigeEintrag(page, id, "Rotation überfällig");
    await dialog(page, "Neue Fassung vorschlagen", /Neue Fassung vorschlagen/);
    await page
      .getByRole("checkbox", { name: "Es gilt eine begründete Ausnahme" })
      .check();
    await page
      .getByLabel("Grund der Ausnahme")
      .fill("Die Nachbesetzung ist ausgeschrieben.");
    await page
      .getByLabel("Ausgleich")
      .fill("Jede Entscheidung durch zwei Personen");
    await page.getByLabel("Ausnahme bis").fill("+6M");
    await page.getByLabel("Grund der Änderung").fill("Ausnahme beschlossen");
  }),
  seite("atlas-vergleich", "akp", async (page) => {
    const id = await idVon(page, "Beschaffung von Hilfen");
    const { gefaehrdung: g } = await lesen(page, "gefaehrdung.lesen", { id });
    await aendern(page, "gefaehrdung.fassen", {
      id,
      version: g.version,
      grund: "Ausnahme beschlossen",
      angaben: {
        ...g.lage.fassungen[0].angaben,
        begruendung: "Große Aufträge und häufige Kontakte nach außen",
        ausnahme: {
          grund: "Die Nachbesetzung ist ausgeschrieben.",
          ausgleich: "Jede Entscheidung durch zwei Personen",
          bis: tag(180),
        },
      },
    });
    await zeigeEintrag(page, id, "Nebeneinander");
    await page
      .getByText(/^Verschieden: Begründung, Ausnahme von der Rotation\./)
      .waitFor();
    await page
      .getByRole("heading", { name: "Nebeneinander" })
      .scrollIntoViewIfNeeded();
  }),
  seite("abweichung", "akp", async (page) => {
    const { zeilen } = await lesen(page, "pruefliste.liste", {
      filter: { gebiete: ["korruption"], staende: ["freigegeben"] },
      sortierung: "zeitraum",
      absteigend: true,
      blatt: { ab: 0, anzahl: 20 },
    });
    const mit = zeilen.find((z) => z.abweichungen > 0);
    merk.durchgang = mit.id;
    await zeige(
      page,
      `#/pruefliste/${mit.id}?reiter=ergebnis`,
      "Abweichungen (",
    );
    const anlegen = page.getByRole("link", {
      name: /^Maßnahme anlegen … zu Frage/,
    });
    await anlegen.first().waitFor();
    const vorher = await page.locator("section.knapp li").count();
    await anlegen.first().click();
    // Back is where the deviation stands, not the sheet.
    await page.getByRole("button", { name: "Zurück", exact: true }).click();
    await page.getByRole("heading", { name: /^Abweichungen/ }).waitFor();
    await anlegen.first().click();
    await page
      .getByRole("heading", { level: 1, name: "Neue Maßnahme" })
      .waitFor();
    await page.getByLabel("Maßnahme", { exact: true }).fill("Aushang erneuern");
    await page.getByRole("radio", { name: "Prozess" }).check();
    await page.getByLabel("Zuständig").selectOption({ index: 1 });
    await page.getByLabel("Fällig am").fill("+1M");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Aushang erneuern").first().waitFor();
    await zeige(
      page,
      `#/pruefliste/${mit.id}?reiter=ergebnis`,
      "Aushang erneuern",
    );
    gleich(await page.locator("section.knapp li").count(), vorher + 1);
  }),
  seite("uebersicht-gf", "gf", async (page) => {
    await page.getByText("warten auf Ihre Entscheidung").first().waitFor();
  }),
  seite("zuwendung-entscheiden", "gf", async (page) => {
    await zeigeZuwendung(page, merk.korb, "Sie entscheiden als zweite Person.");
    gleich(await knoepfe(page), ["Bestätigen …", "Zurückgeben …"]);
    await dialog(page, "Bestätigen", "Vorschlag bestätigen?");
    await knopf(page, "Bestätigen");
    await page.getByText("entschieden", { exact: true }).waitFor();
    await page.getByRole("heading", { name: "Entschieden" }).waitFor();
  }),
  seite("atlas-entscheiden", "gf", async (page) => {
    const id = await idVon(page, "Beschaffung von Hilfen");
    await zeigeEintrag(page, id, "Sie entscheiden als zweite Person.");
    await dialog(page, "Zurückgeben", "Fassung zurückgeben");
    await page
      .getByLabel("Grund der Rückgabe")
      .fill("Bitte mit kürzerer Ausnahme.");
    await knopf(page, "Zurückgeben");
    await page.getByText("Die letzte Fassung kam zurück.").waitFor();
  }),
  seite("zuwendung-abschliessen", "akp", async (page) => {
    await zeigeZuwendung(page, merk.korb, "entschieden");
    await dialog(page, "Abschließen");
    await page
      .getByLabel(/^Wie zurück- oder weitergegeben/)
      .fill("Mit Begleitschreiben, Nachweis im Ordner");
    await knopf(page, "Eintragen");
    await page.getByText("Die Zuwendung ist abgeschlossen.").waitFor();
  }),
  seite("atlas-rotation", "akp", async (page) => {
    await zeige(
      page,
      "#/pruefliste/gefaehrdungsatlas?rotation_faellig=ja",
      "überfällig",
    );
    const zeilen = await atlas(page, {
      rotation_faellig: true,
      nur_bestehende: true,
    });
    await page
      .getByText(zeilen.length === 1 ? "1 Zeile" : `${zeilen.length} Zeilen`, {
        exact: true,
      })
      .waitFor();
  }),
  seite("atlas-aufheben", "akp", async (page) => {
    const [erster] = await atlas(page, { suche: "Empfang" });
    await zeigeEintrag(page, erster.id, "Empfang und Poststelle");
    await dialog(page, "Aufhebung vorschlagen");
    await page.getByLabel("Grund").fill("Die Poststelle ist vergeben.");
    await knopf(page, "Aufhebung vorschlagen");
    await page.getByText(/^Sie haben das vorgeschlagen/).waitFor();
    gleich(await knoepfe(page), [
      "Hier bestätigen lassen …",
      "Hier zurückgeben lassen …",
    ]);
  }),
  seite("atlas-aufheben-zurueck", "akp", async (page) => {
    const [erster] = await atlas(page, { suche: "Empfang" });
    await zeigeEintrag(page, erster.id, "Aufhebung vorgeschlagen");
    await dialog(page, "Hier zurückgeben lassen", "Rückgabe mitzeichnen");
    await page
      .getByLabel("Grund der Rückgabe")
      .fill("Wohin gehen die Schlüssel?");
    await zeichnet(page, "gf", "Zurückgeben");
    await page
      .getByText("Die Aufhebung kam zurück, der Eintrag gilt weiter.")
      .waitFor();
    await page.getByText("Aufhebung zurückgegeben").waitFor();
  }),
  seite("atlas-aufhebung-bestaetigen", "gf", async (page) => {
    await page
      .getByRole("link", { name: /warten auf Ihre Entscheidung/ })
      .last()
      .click();
    await page.getByText("Ausgabe von Fahrscheinen").click();
    await page.getByText("Sie entscheiden als zweite Person.").waitFor();
    await page
      .getByText(/^Aufhebung von G-\d+ Ausgabe von Fahrscheinen/)
      .waitFor();
    await dialog(page, "Bestätigen", "Aufhebung bestätigen?");
    await knopf(page, "Bestätigen");
    await page.getByText(/^aufgehoben am/).waitFor();
    await page.getByText("Aufhebung bestätigt").waitFor();
  }),
  seite("atlas-lesen", "qm", async (page) => {
    const id = await idVon(page, "Beschaffung von Hilfen");
    await zeigeEintrag(page, id, "Die letzte Fassung kam zurück.");
    gleich(await knoepfe(page), []);
    if (await page.getByRole("link", { name: "Zuwendungen" }).count())
      throw new Error("Das QM sieht die Zuwendungen.");
  }),
];

async function idVon(page, name) {
  const [erster] = await atlas(page, { suche: name });
  return erster.id;
}

async function fuelle(page) {
  await page.getByRole("radio", { name: "Dienstposten" }).check();
  await page.getByLabel("Bezeichnung").fill("Beschaffung von Hilfen");
  await page.getByRole("radio", { name: "besonders gefährdet" }).check();
  await page
    .getByRole("checkbox", { name: "vergibt Aufträge, Gutscheine oder" })
    .check();
  await page.getByLabel("Begründung").fill("Große Aufträge");
  await page.getByLabel("Risikoanalyse vom").fill("-1M");
  await page.getByLabel("Ergebnis der Risikoanalyse").fill("Wenige Anbieter.");
  await page.getByRole("checkbox", { name: "Mehr-Augen-Prinzip" }).check();
  await page.getByLabel("Verwendung seit").fill("3/20");
  await page.getByText("Die fünf Jahre sind seit dem 01.03.2025").waitFor();
}

async function neuerEintrag(page) {
  await fuelle(page);
  await page.keyboard.press("Control+Enter");
  await page
    .getByRole("heading", { level: 1, name: /Beschaffung von Hilfen/ })
    .waitFor();
}
