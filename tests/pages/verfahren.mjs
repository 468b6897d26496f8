// Procedures of the register, entered through the doors.

import { aendern, tag } from "./tuer.mjs";

export const post = (am, vermerk = true) => ({
  art: "post_inland",
  aufgabe_zur_post: am,
  vermerk,
  zugang: null,
});

/** A Widerspruch that came in time, with what is named changed. */
export const angaben = (felder = {}) => ({
  gegenstand: "Aufhebungs- und Erstattungsbescheid",
  bescheid_am: tag(-20),
  bekanntgabe: post(tag(-20)),
  ausland: false,
  belehrung: "ordnungsgemaess",
  elektronische_form_genannt: true,
  eingang_andere_stelle: null,
  andere_stelle: "",
  eingang: tag(-10),
  form: "schriftlich",
  form_nachgeholt_am: null,
  bevollmaechtigt: false,
  aufschiebende_wirkung: "nein",
  mahnsperre_am: null,
  begruendung_bis: null,
  begruendung_am: null,
  sachgebiet: "aufhebung-erstattung",
  team_id: null,
  vermerk: "",
  weitere: [],
  ...felder,
});

/** Enters a procedure with a case number of its own; returns its id. */
export async function anlegen(page, art, felder, name) {
  const { objekte } = await aendern(page, "widerspruch.anlegen", {
    art,
    angaben: angaben(felder),
    klar: {
      fallnummer: `93002BG00${Math.floor(10000 + Math.random() * 89999)}`,
      name,
      az_gericht: art === "klage" ? "S 12 AS 345/26" : "",
      vertretung: "",
      az_vertretung: "",
    },
    vorgaenger_id: null,
  });
  return objekte.find((o) => o.art === "verfahren").id;
}

/** Sets a Wiedervorlage for the whole Widerspruchsstelle. */
export const wiedervorlage = (page, id, betreff, am) =>
  aendern(page, "wiedervorlage.anlegen", {
    verfahren: [id],
    am,
    betreff,
    fuer: null,
  });

/** Enters a deadline that the court set. */
export const fristDesGerichts = (page, verfahren_id, bezeichnung, am, quelle) =>
  aendern(page, "frist.anlegen", {
    verfahren_id,
    art: "aeusserung",
    bezeichnung,
    quelle,
    tag: am,
  });
