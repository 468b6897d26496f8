// Finds one element as a person does: by what stands on it, in the topmost dialog if one is open.
// arguments: kind ("knopf", "feld", "wahl", "zeile"), text, text of the row or group it stands in (or "").
const [art, text, bereich] = arguments;
const norm = (s) => (s ?? "").replace(/\s+/g, " ").trim();
const sichtbar = (e) =>
  e.getClientRects().length > 0 && getComputedStyle(e).visibility !== "hidden";
const frei = (e) => !e.disabled && e.getAttribute("aria-disabled") !== "true";

const dialog = [
  ...document.querySelectorAll(
    'dialog[open], [role="dialog"], [role="alertdialog"]',
  ),
]
  .filter(sichtbar)
  .at(-1);
let raum = dialog ?? document;
if (bereich) {
  // The smallest row, group or section that contains the text.
  const gruppen = [
    ...raum.querySelectorAll(
      'tr, li, [role="row"], fieldset, [role="group"], section, article',
    ),
  ];
  raum = gruppen
    .filter((e) => sichtbar(e) && norm(e.innerText).includes(bereich))
    .sort((a, b) => a.innerText.length - b.innerText.length)[0];
  if (!raum) return null;
}

if (art === "zeile") {
  const zeile = [...raum.querySelectorAll("tbody tr")].find(
    (e) => sichtbar(e) && norm(e.innerText).includes(text),
  );
  zeile?.scrollIntoView({ block: "center", inline: "nearest" });
  return zeile?.querySelector("td:not(.wahl)") ?? null;
}

// What is hidden from a screen reader (the number of a step, the key of an answer) is no part of the name.
const ohneVerstecktes = (e, s) =>
  [...e.querySelectorAll('[aria-hidden="true"]')]
    .map((v) => norm(v.innerText))
    .reduce(
      (t, v) => (v && t.startsWith(`${v} `) ? t.slice(v.length + 1) : t),
      s,
    );
const name = (e) => {
  const von = (e.getAttribute("aria-labelledby") ?? "")
    .split(/\s+/)
    .filter(Boolean)
    .map((id) => document.getElementById(id)?.innerText);
  const benannt = norm(e.getAttribute("aria-label") || von.join(" "));
  return benannt || ohneVerstecktes(e, norm(e.innerText)) || norm(e.value);
};
// A label may go on with a hint: "Startwert (20 Ziffern)".
const passt = (s) => s === text || s.startsWith(`${text} `);
const genauZuerst = (a, b) => (b[0] === text) - (a[0] === text);

let paare;
if (art === "knopf") {
  paare = [
    ...raum.querySelectorAll(
      'button, a[href], summary, [role="button"], [role="tab"], [role="menuitem"], [role="option"]',
    ),
  ].map((e) => [name(e), e]);
} else {
  paare = [
    ...[...raum.querySelectorAll("label")].map((l) => [
      norm(l.innerText),
      l.control,
      l,
    ]),
    ...[
      ...raum.querySelectorAll(
        'input, select, textarea, [role="combobox"], [contenteditable="true"]',
      ),
    ].map((e) => [name(e), e]),
  ];
}
const [gefunden] = paare
  .filter(([s, e]) => e && passt(s) && frei(e))
  // The box itself may be hidden behind a drawn one: then its label is what a person clicks.
  .map(([s, e, l]) => [s, art === "wahl" && l && sichtbar(l) ? l : e])
  .filter(([, e]) => sichtbar(e))
  .sort(genauZuerst);
if (!gefunden) return null;
gefunden[1].scrollIntoView({ block: "center", inline: "nearest" });
return gefunden[1];
