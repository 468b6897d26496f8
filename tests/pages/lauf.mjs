// Tries every page of seiten.mjs against the real core in Chromium. `node lauf.mjs fachaufsicht` tries some.
// Pictures go to IKS_BILDER, else to a temporary folder that is named at the end.

import { existsSync } from "node:fs";
import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { PASSWORT, starte } from "./carrier.mjs";
import {
  BREIT,
  FARBEN,
  barrieren,
  bild,
  ruhig,
  schmal,
  ueberschriften,
  warteAuf,
} from "./pruefe.mjs";
import { PROBE, starteProben } from "./proben.mjs";
import { seiten } from "./seiten.mjs";

const browserPfad = [
  process.env.IKS_CHROMIUM,
  "/usr/bin/chromium",
  "/snap/bin/chromium",
  "/usr/bin/google-chrome",
].find((pfad) => pfad && existsSync(pfad));
if (!browserPfad) {
  console.error(
    "FEHLER: Chromium fehlt. Debian: apt-get install chromium. Ubuntu: snap install chromium.",
  );
  process.exit(1);
}

const bilder =
  process.env.IKS_BILDER ?? (await mkdtemp(path.join(tmpdir(), "iks-bilder-")));
await mkdir(bilder, { recursive: true });
const wahl = process.argv.slice(2);
const gewaehlt = seiten.filter(
  (s) => wahl.length === 0 || wahl.some((w) => s.name.includes(w)),
);

let gut = 0;
let schlecht = 0;
/** What failed, said again at the end: the log of a long run is often read from its end. */
const maengel = [];

/** One check: passed if it names no findings; an exception is a finding. */
async function pruefe(name, finde) {
  let funde;
  try {
    funde = await finde();
  } catch (fehler) {
    funde = [String(fehler.message ?? fehler).split("\n")[0]];
  }
  if (funde.length === 0) gut += 1;
  else {
    const zeilen = [`FEHLER ${name}`, ...funde.map((fund) => `  ${fund}`)];
    console.error(zeilen.join("\n"));
    maengel.push(...zeilen);
    schlecht += 1;
  }
  return funde.length === 0;
}

async function meldeAn(page, benutzer) {
  await page.getByLabel("Benutzername", { exact: true }).fill(benutzer);
  await page.getByLabel("Passwort", { exact: true }).fill(PASSWORT);
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await page
    .getByRole("navigation", { name: "Hauptnavigation" })
    .waitFor({ timeout: 20_000 });
}

async function besuche(page, seite, meldungen) {
  const da = await pruefe(
    `${seite.name}: Überschrift "${seite.h1}"`,
    async () => {
      // Loaded afresh: the steps of the page before may have left a dialog open.
      await page.evaluate((weg) => {
        history.replaceState(null, "", weg);
      }, seite.weg);
      await page.reload();
      await warteAuf(page, seite.h1);
      await seite.schritte?.(page);
      await ruhig(page);
      return ueberschriften(page);
    },
  );
  if (!da) await bild(page, bilder, `${seite.name}-fehler`);
  else {
    for (const farbe of FARBEN) {
      await page.emulateMedia(farbe.medien);
      await pruefe(`${seite.name}: axe, ${farbe.name}`, () => barrieren(page));
      await bild(page, bilder, `${seite.name}-${farbe.name}`);
    }
    await page.emulateMedia(FARBEN[0].medien);
    await pruefe(`${seite.name}: 320 px`, () => schmal(page));
    await pruefe(`${seite.name}: axe, 320 px`, () => barrieren(page));
    await bild(page, bilder, `${seite.name}-schmal`);
    await page.setViewportSize(BREIT);
  }
  await pruefe(`${seite.name}: keine Fehlermeldung der Seite`, async () =>
    meldungen
      .splice(0)
      .filter((m) => !(seite.abgelehnt && m.includes("status of 422"))),
  );
}

async function alsBenutzer(browser, adresse, benutzer, seiten) {
  const kontext = await browser.newContext({
    viewport: BREIT,
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
  });
  const page = await kontext.newPage();
  const meldungen = [];
  page.on(
    "console",
    (m) => m.type() === "error" && meldungen.push(`Konsole: ${m.text()}`),
  );
  page.on("pageerror", (fehler) =>
    meldungen.push(`Ausnahme: ${fehler.message}`),
  );
  // Loading the page afresh breaks off what was still under way: that is no failure.
  page.on("requestfailed", (r) => {
    const grund = r.failure()?.errorText;
    if (grund !== "net::ERR_ABORTED")
      meldungen.push(`Anfrage gescheitert (${grund}): ${r.url()}`);
  });
  page.on("request", (r) => {
    if (!r.url().startsWith(adresse) && !r.url().startsWith("data:"))
      meldungen.push(`Anfrage nach außen: ${r.url()}`);
  });
  const angemeldet = await pruefe(
    `Anmelden als ${benutzer ?? "niemand"}`,
    async () => {
      await page.goto(`${adresse}/`);
      if (benutzer && benutzer !== PROBE) await meldeAn(page, benutzer);
      return [];
    },
  );
  if (angemeldet) {
    for (const seite of seiten) await besuche(page, seite, meldungen);
    // The house has one desk: the next person must find it free. Reloaded, for a dialog may be open.
    if (benutzer && benutzer !== PROBE) {
      await page.reload({ waitUntil: "networkidle" });
      await page.getByRole("button", { name: "Abmelden" }).click();
      await page.getByRole("heading", { name: "Anmeldung" }).waitFor();
    }
  } else {
    await bild(page, bilder, `anmelden-${benutzer}-fehler`);
    for (const meldung of meldungen) console.error(`  ${meldung}`);
  }
  await kontext.close();
}

/**
 * The pages from this one on know nothing of those before it. Both parts run side by side, each in a house of its own.
 */
const ZWEITER_TEIL = seiten.findIndex((s) => s.name.startsWith("durchgang-"));
const teile = [seiten.slice(0, ZWEITER_TEIL), seiten.slice(ZWEITER_TEIL)]
  .map((teil) => teil.filter((s) => gewaehlt.includes(s)))
  .filter((teil) => teil.length > 0);

/** Pages in their order, as runs of one person each: a later page may use what an earlier one entered. */
async function besucheTeil(browser, teil) {
  const laeufe = [];
  for (const s of teil) {
    if (laeufe.at(-1)?.benutzer !== s.benutzer)
      laeufe.push({ benutzer: s.benutzer, seiten: [] });
    laeufe.at(-1).seiten.push(s);
  }
  const mitProben = teil.some((s) => s.benutzer === PROBE);
  const proben = mitProben ? await starteProben() : null;
  const mitHaus = teil.some((s) => s.benutzer !== PROBE);
  const haus = mitHaus ? await starte() : null;
  try {
    for (const { benutzer, seiten } of laeufe) {
      const { adresse } = benutzer === PROBE ? proben : haus;
      await alsBenutzer(browser, adresse, benutzer, seiten);
    }
  } finally {
    await proben?.ende();
    await haus?.ende();
  }
}

const browser = await chromium.launch({
  executablePath: browserPfad,
  args: [
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
  ],
});
try {
  await Promise.all(teile.map((teil) => besucheTeil(browser, teil)));
} finally {
  await browser.close();
}
console.log(`Bilder: ${bilder}`);
if (maengel.length > 0) console.error(maengel.join("\n"));
console.log(`${gut} passed, ${schlecht} failed`);
process.exitCode = schlecht > 0 || gut === 0 ? 1 : 0;
