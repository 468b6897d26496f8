// What is looked at on every page: heading, accessibility in three themes, width, errors.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const axe = await readFile(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);
const REGELN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

export const FARBEN = [
  { name: "hell", medien: { colorScheme: "light", forcedColors: "none" } },
  { name: "dunkel", medien: { colorScheme: "dark", forcedColors: "none" } },
  { name: "kontrast", medien: { colorScheme: "dark", forcedColors: "active" } },
];
export const BREIT = { width: 1366, height: 900 };
const SCHMAL = { width: 320, height: 800 };

/** Waits until the heading stands and nothing says that it is still loading. */
export async function warteAuf(page, h1) {
  await page
    .getByRole("heading", { level: 1, name: h1, exact: true })
    .waitFor({ timeout: 15_000 });
  await ruhig(page);
}

/** Nothing loads any more and nothing moves: what is looked at is what a person reads. */
export async function ruhig(page) {
  await page.waitForFunction(
    () => !document.querySelector('[aria-busy="true"]'),
    undefined,
    { timeout: 15_000 },
  );
  // Transitions end: colours in motion would be read as low contrast.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((a) => a.finished)),
  );
}

export async function ueberschriften(page) {
  const texte = await page.locator("h1").allInnerTexts();
  return texte.length === 1
    ? []
    : [`${texte.length} Überschriften h1 statt einer: ${texte.join(" | ")}`];
}

/** axe in the page as it is; the text of each violation names rule and places. */
export async function barrieren(page) {
  // evaluate() is not bound by the page's security policy, so the policy stays as the user has it.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(
    (werte) =>
      window.axe.run(document, { runOnly: { type: "tag", values: werte } }),
    REGELN,
  );
  if (passes.length === 0) return ["axe hat nichts geprüft"];
  return violations.map(
    (v) =>
      `${v.id}: ${v.help} (${v.nodes
        .map((n) => n.target.join(" "))
        .slice(0, 4)
        .join("; ")})`,
  );
}

/** No sideways scrolling of the page at 320 CSS pixels (WCAG 1.4.10); tables scroll in their own box. */
export async function schmal(page) {
  await page.setViewportSize(SCHMAL);
  await page.evaluate(
    () =>
      new Promise((fertig) =>
        requestAnimationFrame(() => requestAnimationFrame(fertig)),
      ),
  );
  const funde = await page.evaluate(() => {
    const breite = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= breite) return [];
    const schuld = [...document.querySelectorAll("body *")]
      .filter((e) => e.getBoundingClientRect().right > breite + 1)
      .slice(-3)
      .map((e) => `${e.tagName.toLowerCase()}.${e.className}`);
    return [
      `die Seite ist ${document.documentElement.scrollWidth} px breit: ${schuld.join("; ")}`,
    ];
  });
  return funde;
}

export async function bild(page, ordner, name) {
  await page.screenshot({
    path: path.join(ordner, `${name}.png`),
    fullPage: true,
  });
}
