// The pages that are tried, one line a page. A new page is a new line.
//
// name        also the name of the pictures
// benutzer    who looks at it; null is the page before signing in
// weg         the hash route
// h1          the heading that says that the page is there
// schritte    optional: what to do before looking (a Playwright page is handed in)

export const seiten = [
  { name: "anmelden", benutzer: null, weg: "#/", h1: "Anmelden" },
  { name: "uebersicht", benutzer: "qm", weg: "#/uebersicht", h1: "Übersicht" },
  {
    name: "fachaufsicht",
    benutzer: "qm",
    weg: "#/fachaufsicht",
    h1: "Fachaufsicht",
  },
  {
    name: "pruefung-neu",
    benutzer: "qm",
    weg: "#/fachaufsicht/neu",
    h1: "Neue Prüfung",
  },
  {
    name: "pruefthemen",
    benutzer: "qm",
    weg: "#/fachaufsicht/themen",
    h1: "Prüfthemen",
  },
  { name: "berichte", benutzer: "qm", weg: "#/berichte", h1: "Berichte" },
  {
    name: "verwaltung",
    benutzer: "admin",
    weg: "#/verwaltung",
    h1: "Verwaltung",
  },
];
