//! The matrix: role x operation or query gives a scope. One file, one table.
//!
//! Columns: AD Administration, QM Qualitätsmanagement, PK Prüfkraft, TL Teamleitung, BL Bereichsleitung,
//! WS Widerspruchsstelle, KR Kundenreaktionsmanagement, DS Datenschutz, AK Ansprechperson
//! Korruptionsprävention, GF Geschäftsführung, RV Revision.
//! Scopes: H house, B own area, T own teams, E own (what she was given or made), . nothing.

use super::Leer;
use super::register::{Abfrage, Operation};
use super::tuer::{Auftrag, Frage};
use crate::benutzer::Rolle;
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::storage::Lesen;
use serde::Serialize;
use ts_rs::TS;

/// How far a right reaches. Ordered: more includes less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Umfang {
    /// Nothing.
    Kein,
    /// What the person was given or made.
    Eigene,
    /// Her teams.
    Teams,
    /// Her area.
    Bereich,
    /// The whole house.
    Haus,
}

/// Columns of the table below, in its order.
const SPALTEN: [Rolle; 11] = Rolle::ALLE;

#[rustfmt::skip]
const MATRIX: &[(&str, &str)] = &[
    //                                       AD QM PK TL BL WS KR DS AK GF RV
    ("haus.lesen",                          "H  H  H  H  H  H  H  H  H  H  H"),
    ("haus.speichern",                      "H  .  .  .  .  .  .  .  .  .  ."),
    ("haus.berichte",                       "H  H  H  H  H  H  H  H  H  H  H"),
    ("haus.berichte_speichern",             "H  .  .  .  .  .  .  .  .  .  ."),
    ("haus.logo_hinterlegen",               "H  .  .  .  .  .  .  .  .  .  ."),
    ("haus.logo_entfernen",                 "H  .  .  .  .  .  .  .  .  .  ."),
    ("haus.rechte",                         "H  H  H  H  H  H  H  H  H  H  H"),
    ("benutzer.liste",                      "H  H  .  .  .  .  .  H  .  .  H"),
    ("benutzer.auswahl",                    "H  H  H  H  H  H  H  H  H  H  H"),
    ("benutzer.anlegen",                    "H  .  .  .  .  .  .  .  .  .  ."),
    ("benutzer.aendern",                    "H  .  .  .  .  .  .  .  .  .  ."),
    ("benutzer.passwort_zuruecksetzen",     "H  .  .  .  .  .  .  .  .  .  ."),
    ("benutzer.passwort_aendern",           "E  E  E  E  E  E  E  E  E  E  E"),
    ("benutzer.ansichten",                  "E  E  E  E  E  E  E  E  E  E  E"),
    ("benutzer.ansicht_speichern",          "E  E  E  E  E  E  E  E  E  E  E"),
    ("organisation.uebersicht",             "H  H  H  H  H  H  H  H  H  H  H"),
    ("organisation.standort_speichern",     "H  .  .  .  .  .  .  .  .  .  ."),
    ("organisation.bereich_speichern",      "H  .  .  .  .  .  .  .  .  .  ."),
    ("organisation.team_speichern",         "H  .  .  .  .  .  .  .  .  .  ."),
    ("katalog.liste",                       "H  H  H  H  H  H  H  H  H  H  H"),
    ("katalog.speichern",                   "H  H  .  .  .  .  .  .  .  .  ."),
    ("protokoll.seite",                     "H  H  .  .  .  .  .  H  .  .  H"),
    ("protokoll.pruefe",                    "H  H  .  .  .  .  .  H  .  H  H"),
    ("aufbewahrung.uebersicht",             "H  .  .  .  .  .  .  H  .  .  ."),
    ("aufbewahrung.vorschau",               "H  .  .  .  .  .  .  .  .  .  ."),
    ("aufbewahrung.speichern",              "H  .  .  .  .  .  .  .  .  .  ."),
    // Two people, one of them Administration.
    ("aufbewahrung.entfernen",              "H  .  .  .  .  .  .  H  .  .  ."),
    ("sicherung.liste",                     "H  .  .  .  .  .  .  .  .  .  ."),
    ("sicherung.erstellen",                 "H  .  .  .  .  .  .  .  .  .  ."),
    ("ausgabe.liste",                       ".  H  .  .  H  .  .  H  .  H  H"),
    // Lists are handed out by those who read them, except whoever only answers sheets; E as for reports.
    ("ausgabe.exportieren",                 ".  H  .  .  H  .  .  H  .  H  E"),
    ("ausgabe.pruefe_datei",                ".  H  .  .  H  .  .  H  .  H  H"),
    // It shows nothing of the house but its name and its holidays.
    ("rechner.umfang",                      "H  H  H  H  H  H  H  H  H  H  H"),
    ("rechner.quote",                       "H  H  H  H  H  H  H  H  H  H  H"),
    ("rechner.frist",                       "H  H  H  H  H  H  H  H  H  H  H"),
    ("grundgesamtheit.vorschau",            ".  H  .  .  .  .  .  .  .  .  ."),
    ("grundgesamtheit.profile",             ".  H  .  .  .  .  .  .  .  .  ."),
    ("grundgesamtheit.profil_speichern",    ".  H  .  .  .  .  .  .  .  .  ."),
    ("grundgesamtheit.lesen",               ".  H  .  T  B  .  .  H  .  H  H"),
    ("grundgesamtheit.befunde",             ".  H  .  .  B  .  .  H  .  .  H"),
    ("grundgesamtheit.befunde_exportieren", ".  H  .  .  .  .  .  .  .  .  ."),
    ("grundgesamtheit.einlesen",            ".  H  .  .  .  .  .  .  .  .  ."),
    ("grundgesamtheit.kontrolle_speichern", ".  H  .  .  .  .  .  .  .  .  ."),
    ("grundgesamtheit.ausschliessen",       ".  H  .  .  .  .  .  .  .  .  ."),
    ("grundgesamtheit.ausschluss_aufheben", ".  H  .  .  .  .  .  .  .  .  ."),
    ("ziehung.liste",                       ".  H  .  T  B  .  .  H  .  H  H"),
    ("ziehung.lesen",                       ".  H  .  T  B  .  .  H  .  H  H"),
    ("ziehung.einheiten",                   ".  H  .  T  B  .  .  H  .  .  H"),
    ("ziehung.ausschluesse",                ".  H  .  .  B  .  .  H  .  .  H"),
    ("ziehung.quelle_pruefen",              ".  H  .  .  .  .  .  .  .  .  H"),
    ("ziehung.versiegeln",                  ".  H  .  .  .  .  .  .  .  .  ."),
    ("ziehung.startwert_haelfte",           ".  H  H  T  B  .  .  H  .  H  ."),
    ("ziehung.startwert_erzeugen",          ".  H  .  .  .  .  .  .  .  .  ."),
    ("ziehung.ziehen",                      ".  H  .  .  .  .  .  .  .  .  ."),
    ("ziehung.erweitern",                   ".  H  .  .  .  .  .  .  .  .  ."),
    ("ziehung.schliessen",                  ".  H  .  .  .  .  .  .  .  .  ."),
    ("ziehung.protokoll_exportieren",       ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefthema.liste",                    ".  H  H  H  H  .  .  H  .  H  H"),
    ("pruefthema.lesen",                    ".  H  H  H  H  .  .  H  .  H  H"),
    ("pruefthema.vorlage",                  ".  H  H  H  H  .  .  H  .  H  H"),
    ("pruefthema.vorlage_einlesen",         ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefthema.anlegen",                  ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefthema.aendern",                  ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefthema.vorlage_speichern",        ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefthema.vorlage_freigeben",        ".  H  .  .  H  .  .  .  .  .  ."),
    ("pruefprogramm.liste",                 ".  H  .  T  B  .  .  H  .  H  H"),
    ("pruefprogramm.lesen",                 ".  H  .  T  B  .  .  H  .  H  H"),
    ("pruefprogramm.uebersicht",            ".  H  .  T  B  .  .  .  .  .  ."),
    ("pruefprogramm.auswertung",            ".  H  .  .  B  .  .  H  .  H  H"),
    ("pruefprogramm.verlauf",               ".  H  .  .  B  .  .  H  .  H  H"),
    ("pruefprogramm.aufwand",               ".  H  .  .  B  .  .  .  .  H  ."),
    ("pruefprogramm.vorschlag",             ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefprogramm.anlegen",               ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefprogramm.fortschreiben",         ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefprogramm.speichern",             ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefprogramm.wirkungspruefung_vormerken", ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefprogramm.verwerfen",             ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefprogramm.vorlegen",              ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefprogramm.zurueckziehen",         ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefprogramm.zurueckgeben",          ".  H  .  .  .  .  .  .  .  H  ."),
    ("pruefprogramm.freigeben",             ".  H  .  .  .  .  .  .  .  H  ."),
    ("pruefprogramm.pruefung_anlegen",      ".  H  .  .  .  .  .  .  .  .  ."),
    // Whoever could not check says why, for her own teams.
    ("pruefprogramm.ausfall_erfassen",      ".  H  .  T  B  .  .  .  .  .  ."),
    ("pruefprogramm.ausfall_aufheben",      ".  H  .  T  B  .  .  .  .  .  ."),
    ("pruefprogramm.exportieren",           ".  H  .  T  B  .  .  H  .  H  E"),
    // Single strata are for whoever hands out draw protocols.
    ("pruefprogramm.schichten_exportieren", ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefprogramm.rechne_exportieren",    ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefung.liste",                      ".  H  E  T  B  .  .  H  .  H  H"),
    ("pruefung.lesen",                      ".  H  E  T  B  .  .  H  .  H  H"),
    ("pruefung.planung",                    ".  H  H  H  H  .  .  H  .  H  H"),
    ("pruefung.anlegen",                    ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefung.nachschau_vorschlag",        ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefung.nachschau_anlegen",          ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefung.aendern",                    ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefung.nicht_durchfuehren",         ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefung.abschliessen",               ".  H  .  .  .  .  .  .  .  .  ."),
    ("pruefung.exportieren",                ".  H  .  T  B  .  .  H  .  H  E"),
    ("bogen.liste",                         ".  H  E  T  B  .  .  .  .  H  H"),
    ("bogen.meine",                         ".  H  E  T  B  .  .  .  .  .  ."),
    ("bogen.lesen",                         ".  H  E  T  B  .  .  .  .  H  H"),
    ("bogen.schon_geprueft",                ".  H  .  T  B  .  .  .  .  .  H"),
    ("bogen.zuweisen",                      ".  H  .  .  .  .  .  .  .  .  ."),
    ("bogen.antworten",                     ".  H  E  T  .  .  .  .  .  .  ."),
    ("bogen.restliche_auf_ja",              ".  H  E  T  .  .  .  .  .  .  ."),
    ("bogen.bemerkung",                     ".  H  E  T  .  .  .  .  .  .  ."),
    ("bogen.nicht_pruefbar",                ".  H  E  T  .  .  .  .  .  .  ."),
    ("bogen.abschliessen",                  ".  H  E  T  .  .  .  .  .  .  ."),
    ("bogen.wieder_oeffnen",                ".  H  E  T  .  .  .  .  .  .  ."),
    ("bogen.bestaetigen",                   ".  H  .  .  B  .  .  .  .  .  ."),
    ("bogen.zurueckgeben",                  ".  H  .  .  B  .  .  .  .  .  ."),
    // Blind: a Teamleitung learns what the first check found, so it does not check a second time.
    ("doppelpruefung.einrichten",           ".  H  .  .  .  .  .  .  .  .  ."),
    ("doppelpruefung.zuweisen",             ".  H  .  .  .  .  .  .  .  .  ."),
    ("doppelpruefung.beginnen",             ".  H  E  .  .  .  .  .  .  .  ."),
    ("doppelpruefung.antworten",            ".  H  E  .  .  .  .  .  .  .  ."),
    ("doppelpruefung.bemerkung",            ".  H  E  .  .  .  .  .  .  .  ."),
    ("doppelpruefung.abschliessen",         ".  H  E  .  .  .  .  .  .  .  ."),
    ("doppelpruefung.bogen",                ".  H  E  .  .  .  .  .  .  .  ."),
    ("doppelpruefung.lage",                 ".  H  .  .  B  .  .  .  .  H  H"),
    ("feststellung.liste",                  ".  H  E  T  B  .  .  .  .  H  H"),
    ("feststellung.lesen",                  ".  H  E  T  B  .  .  .  .  H  H"),
    ("feststellung.speichern",              ".  H  E  T  .  .  .  .  .  .  ."),
    ("feststellung.loeschen",               ".  H  E  T  .  .  .  .  .  .  ."),
    ("feststellung.zur_stellungnahme",      ".  H  .  .  B  .  .  .  .  .  ."),
    ("feststellung.stellungnahme",          ".  H  .  T  .  .  .  .  .  .  ."),
    ("feststellung.entscheiden",            ".  H  .  .  B  .  .  .  .  .  ."),
    ("feststellung.feststellen",            ".  H  .  .  B  .  .  .  .  .  ."),
    ("feststellung.berichtigen",            ".  H  .  .  .  .  .  .  .  .  ."),
    ("feststellung.exportieren",            ".  H  .  T  B  .  .  .  .  H  E"),
    ("korrektur.liste",                     ".  H  E  T  B  .  .  .  .  H  H"),
    ("korrektur.uebersicht",                ".  H  .  T  B  .  .  .  .  H  ."),
    ("korrektur.erledigen",                 ".  H  .  T  .  .  .  .  .  .  ."),
    ("korrektur.bestaetigen",               ".  H  .  .  B  .  .  .  .  .  ."),
    ("korrektur.zurueckgeben",              ".  H  .  .  B  .  .  .  .  .  ."),
    ("korrektur.exportieren",               ".  H  .  T  B  .  .  .  .  H  E"),
    ("auswertung.pruefung",                 ".  H  .  T  B  .  .  H  .  H  H"),
    ("auswertung.nachschau",                ".  H  .  T  B  .  .  H  .  H  H"),
    ("auswertung.uebersicht",               "E  E  E  E  E  E  E  E  E  E  E"),
    ("auswertung.hinweise",                 ".  H  .  T  B  .  .  .  .  H  H"),
    ("widerspruch.liste",                   ".  H  .  T  B  H  .  .  .  H  H"),
    ("widerspruch.lesen",                   ".  H  .  T  B  H  .  .  .  H  H"),
    ("widerspruch.auswertung_exportieren",  ".  H  .  .  B  H  .  .  .  H  E"),
    ("widerspruch.exportieren",             ".  H  .  .  B  H  .  .  .  H  E"),
    ("widerspruch.auswertung",              ".  H  .  T  B  H  .  .  .  H  H"),
    ("widerspruch.berechnen",               ".  .  .  .  .  H  .  .  .  .  ."),
    ("widerspruch.anlegen",                 ".  .  .  .  .  H  .  .  .  .  ."),
    ("widerspruch.aendern",                 ".  .  .  .  .  H  .  .  .  .  ."),
    ("widerspruch.zuweisen",                ".  .  .  .  .  H  .  .  .  .  ."),
    ("widerspruch.schritt",                 ".  .  .  .  .  H  .  .  .  .  ."),
    ("widerspruch.zeichnen",                ".  .  .  .  B  H  .  .  .  H  ."),
    ("widerspruch.zeichnung_zurueckgeben",  ".  .  .  .  B  H  .  .  .  H  ."),
    ("widerspruch.import_vorschau",         ".  .  .  .  .  H  .  .  .  .  ."),
    ("widerspruch.import_pruefen",          ".  .  .  .  .  H  .  .  .  .  ."),
    ("widerspruch.importprofile",           ".  .  .  .  .  H  .  .  .  .  ."),
    ("widerspruch.importprofil_speichern",  ".  .  .  .  .  H  .  .  .  .  ."),
    ("widerspruch.importbefunde_exportieren", ".  .  .  .  .  H  .  .  .  .  ."),
    ("widerspruch.einlesen",                ".  .  .  .  .  H  .  .  .  .  ."),
    ("widerspruch.schritt_zuruecknehmen",   ".  .  .  .  .  H  .  .  .  .  ."),
    ("frist.kalender",                      ".  H  .  T  B  H  .  .  .  H  H"),
    ("frist.uebersicht",                    ".  H  .  T  B  H  .  .  .  H  H"),
    ("frist.kontrollen",                    ".  H  .  .  B  H  .  .  .  H  H"),
    ("frist.fristenbuch",                   ".  H  .  .  B  H  .  .  .  H  H"),
    ("frist.anlegen",                       ".  .  .  .  .  H  .  .  .  .  ."),
    ("frist.aendern",                       ".  .  .  .  .  H  .  .  .  .  ."),
    ("frist.erledigen",                     ".  .  .  .  .  H  .  .  .  .  ."),
    // The second person: another one of the Widerspruchsstelle, or who leads.
    ("frist.bestaetigen",                   ".  .  .  .  B  H  .  .  .  H  ."),
    ("frist.gegenpruefen",                  ".  .  .  .  B  H  .  .  .  H  ."),
    ("frist.klaeren",                       ".  .  .  .  B  H  .  .  .  H  ."),
    ("frist.uebersteuern",                  ".  .  .  .  .  H  .  .  .  .  ."),
    ("frist.uebersteuerung_entscheiden",    ".  .  .  .  B  H  .  .  .  H  ."),
    ("wiedervorlage.anlegen",               ".  .  .  .  .  H  .  .  .  .  ."),
    ("wiedervorlage.aendern",               ".  .  .  .  .  H  .  .  .  .  ."),
    ("wiedervorlage.erledigen",             ".  .  .  .  .  H  .  .  .  .  ."),
    ("abwesenheit.liste",                   "H  H  H  H  H  H  H  H  H  H  H"),
    ("abwesenheit.speichern",               "H  E  E  E  E  E  E  E  E  E  E"),
    ("abwesenheit.loeschen",                "H  E  E  E  E  E  E  E  E  E  E"),
    ("kundenreaktion.liste",                ".  H  .  T  B  .  H  E  .  H  H"),
    ("kundenreaktion.lesen",                ".  H  .  T  B  .  H  E  .  H  H"),
    ("kundenreaktion.uebersicht",           ".  H  .  T  B  .  H  E  .  H  H"),
    ("kundenreaktion.hinweise",             ".  .  .  H  H  .  H  .  .  H  ."),
    ("kundenreaktion.regeln",               "H  H  .  H  H  .  H  H  .  H  H"),
    ("kundenreaktion.textbausteine",        ".  .  .  H  H  .  H  .  .  H  ."),
    ("kundenreaktion.baustein_einsetzen",   ".  .  .  T  B  .  H  .  .  H  ."),
    // Whoever takes the call enters it.
    ("kundenreaktion.anlegen",              ".  .  .  H  H  .  H  .  .  H  ."),
    ("kundenreaktion.aendern",              ".  .  .  T  B  .  H  .  .  H  ."),
    ("kundenreaktion.sichten",              ".  .  .  T  B  .  H  .  .  H  ."),
    ("kundenreaktion.zuweisen",             ".  .  .  .  B  .  H  .  .  H  ."),
    ("kundenreaktion.schritt",              ".  .  .  T  B  .  H  .  .  H  ."),
    ("kundenreaktion.notieren",             ".  .  .  T  B  .  H  .  .  H  ."),
    ("kundenreaktion.antwort_ausgeben",     ".  .  .  T  B  .  H  .  .  H  ."),
    ("kundenreaktion.beurteilung_bestaetigen",  ".  .  .  T  B  .  H  .  .  H  ."),
    ("kundenreaktion.beurteilung_zurueckgeben", ".  .  .  T  B  .  H  .  .  H  ."),
    ("kundenreaktion.schritt_zuruecknehmen", ".  .  .  .  B  .  H  .  .  H  ."),
    ("kundenreaktion.exportieren",          ".  H  .  T  B  .  H  .  .  H  E"),
    ("kundenreaktion.auswertung",           ".  H  .  T  B  .  H  .  .  H  H"),
    ("kundenreaktion.auswertung_exportieren", ".  H  .  .  B  .  H  .  .  H  E"),
    ("kundenreaktion.regel_speichern",      ".  .  .  .  .  .  H  .  .  H  ."),
    ("kundenreaktion.regel_loeschen",       ".  .  .  .  .  .  H  .  .  H  ."),
    ("kundenreaktion.textbaustein_speichern",   ".  .  .  .  .  .  H  .  .  .  ."),
    ("kundenreaktion.textbaustein_loeschen",    ".  .  .  .  .  .  H  .  .  .  ."),
    ("kundenreaktion.textbausteine_uebernehmen", ".  .  .  .  .  .  H  .  .  .  ."),
    // E: the lists for which the role is responsible (data protection, prevention of corruption).
    ("pruefkatalog.liste",                  ".  H  .  H  H  .  .  E  E  H  H"),
    ("pruefkatalog.fassung",                ".  H  .  H  H  .  .  E  E  H  H"),
    ("pruefkatalog.einlesen",               ".  H  .  .  .  .  .  E  E  .  ."),
    ("pruefkatalog.anlegen",                ".  H  .  .  .  .  .  E  E  .  ."),
    ("pruefkatalog.aendern",                ".  H  .  .  .  .  .  E  E  .  ."),
    ("pruefkatalog.fassung_speichern",      ".  H  .  .  .  .  .  E  E  .  ."),
    ("pruefkatalog.fassung_freigeben",      ".  H  .  .  .  .  .  E  E  H  ."),
    ("pruefkatalog.mitgelieferte_uebernehmen", ".  H  .  .  .  .  .  E  E  .  ."),
    ("pruefkatalog.exportieren",            ".  H  .  .  .  .  .  E  E  H  E"),
    ("pruefliste.liste",                    ".  H  .  T  B  .  .  E  E  H  H"),
    ("pruefliste.lesen",                    ".  H  .  T  B  .  .  E  E  H  H"),
    ("pruefliste.uebersicht",               ".  H  .  T  B  .  .  E  E  H  H"),
    ("pruefliste.planvorschlag",            ".  H  .  .  .  .  .  E  E  H  ."),
    ("pruefliste.anlegen",                  ".  H  .  .  B  .  .  E  E  H  ."),
    ("pruefliste.planen",                   ".  H  .  .  .  .  .  E  E  H  ."),
    ("pruefliste.aendern",                  ".  H  .  .  B  .  .  E  E  H  ."),
    ("pruefliste.fassung_wechseln",         ".  H  .  T  B  .  .  E  E  H  ."),
    ("pruefliste.antworten",                ".  H  .  T  B  .  .  E  E  H  ."),
    ("pruefliste.nachweis_anlegen",         ".  H  .  T  B  .  .  E  E  H  ."),
    ("pruefliste.nachweis_entfernen",       ".  H  .  T  B  .  .  E  E  H  ."),
    ("pruefliste.anhang_speichern",         ".  H  .  T  B  .  .  E  E  H  E"),
    ("pruefliste.anhang_vernichten",        ".  H  .  .  .  .  .  E  E  H  ."),
    ("pruefliste.vorlegen",                 ".  H  .  T  B  .  .  E  E  H  ."),
    ("pruefliste.zurueckziehen",            ".  H  .  T  B  .  .  E  E  H  ."),
    // The second person; the core refuses whoever presented or answered.
    ("pruefliste.zurueckgeben",             ".  H  .  .  B  .  .  E  E  H  ."),
    ("pruefliste.freigeben",                ".  H  .  .  B  .  .  E  E  H  ."),
    ("pruefliste.entfallen",                ".  H  .  .  B  .  .  E  E  H  ."),
    ("pruefliste.berichtigen",              ".  H  .  .  B  .  .  E  E  H  ."),
    ("pruefliste.exportieren",              ".  H  .  .  B  .  .  E  E  H  E"),
    //                                       AD QM PK TL BL WS KR DS AK GF RV
    ("massnahme.liste",                     ".  H  .  T  B  H  H  H  H  H  H"),
    ("massnahme.lesen",                     ".  H  .  T  B  H  H  H  H  H  H"),
    ("massnahme.zu_herkunft",               ".  H  .  T  B  H  H  H  H  H  H"),
    // What waits for the person herself; the whole list is one click away.
    ("massnahme.uebersicht",                ".  H  .  T  B  E  E  E  E  H  H"),
    // The origin is seen as far as its own register is.
    ("massnahme.herkunft",                  ".  H  .  T  B  E  E  E  E  H  ."),
    ("massnahme.anlegen",                   ".  H  .  T  B  E  E  E  E  H  ."),
    // E: what she entered, what her function sees to, what comes from the register she keeps.
    ("massnahme.aendern",                   ".  H  .  T  B  E  E  E  E  H  ."),
    ("massnahme.schritt",                   ".  H  .  T  B  E  E  E  E  H  ."),
    ("massnahme.wirkung_feststellen",       ".  H  .  T  B  E  E  E  E  H  ."),
    ("massnahme.schritt_zuruecknehmen",     ".  H  .  T  B  E  E  E  E  H  ."),
    ("massnahme.exportieren",               ".  H  .  T  B  E  E  E  E  H  E"),
    // Whoever notices a breach enters it and sees what became of it; the Datenschutz decides. The Geschäftsführung may
    // too: Art. 12 and 33 DSGVO bind the house, also while the Datenschutz is away.
    ("datenschutzvorfall.liste",            ".  E  .  E  E  E  E  H  .  H  H"),
    ("datenschutzvorfall.lesen",            ".  E  .  E  E  E  E  H  .  H  H"),
    ("datenschutzvorfall.uebersicht",       ".  E  .  E  E  E  E  H  .  H  H"),
    ("datenschutzvorfall.verzeichnis",      ".  .  .  .  .  .  .  H  .  H  H"),
    ("datenschutzvorfall.anlegen",          ".  H  .  H  H  H  H  H  .  H  ."),
    ("datenschutzvorfall.aendern",          ".  E  .  E  E  E  E  H  .  E  ."),
    ("datenschutzvorfall.schritt",          ".  .  .  .  .  .  .  H  .  H  ."),
    ("datenschutzvorfall.schritt_zuruecknehmen", ".  .  .  .  .  .  .  H  .  H  ."),
    ("datenschutzvorfall.exportieren",      ".  .  .  .  .  .  .  H  .  H  E"),
    ("betroffenenanfrage.liste",            ".  .  .  .  .  .  E  H  .  H  H"),
    ("betroffenenanfrage.lesen",            ".  .  .  .  .  .  E  H  .  H  H"),
    ("betroffenenanfrage.uebersicht",       ".  .  .  .  .  .  E  H  .  H  H"),
    ("betroffenenanfrage.anlegen",          ".  .  .  .  .  .  H  H  .  .  ."),
    ("betroffenenanfrage.aendern",          ".  .  .  .  .  .  .  H  .  .  ."),
    ("betroffenenanfrage.schritt",          ".  .  .  .  .  .  .  H  .  H  ."),
    ("betroffenenanfrage.schritt_zuruecknehmen", ".  .  .  .  .  .  .  H  .  H  ."),
    ("betroffenenanfrage.exportieren",      ".  .  .  .  .  .  .  H  .  H  E"),
    // The Ansprechperson proposes, the Geschäftsführung agrees.
    ("zuwendung.liste",                     ".  .  .  .  .  .  .  .  H  H  H"),
    ("zuwendung.lesen",                     ".  .  .  .  .  .  .  .  H  H  H"),
    ("zuwendung.uebersicht",                ".  .  .  .  .  .  .  .  H  H  H"),
    ("zuwendung.anlegen",                   ".  .  .  .  .  .  .  .  H  .  ."),
    ("zuwendung.aendern",                   ".  .  .  .  .  .  .  .  H  .  ."),
    ("zuwendung.schritt",                   ".  .  .  .  .  .  .  .  H  .  ."),
    ("zuwendung.bestaetigen",               ".  .  .  .  .  .  .  .  .  H  ."),
    ("zuwendung.zurueckgeben",              ".  .  .  .  .  .  .  .  .  H  ."),
    // E: what she decided herself as the second person.
    ("zuwendung.schritt_zuruecknehmen",     ".  .  .  .  .  .  .  .  H  E  ."),
    ("zuwendung.exportieren",               ".  .  .  .  .  .  .  .  H  H  E"),
    // B: posts and areas of her own; what is weak elsewhere is no matter of hers.
    ("gefaehrdung.liste",                   ".  H  .  .  B  .  .  .  H  H  H"),
    ("gefaehrdung.lesen",                   ".  H  .  .  B  .  .  .  H  H  H"),
    ("gefaehrdung.uebersicht",              ".  H  .  .  B  .  .  .  H  H  H"),
    ("gefaehrdung.anlegen",                 ".  .  .  .  .  .  .  .  H  .  ."),
    ("gefaehrdung.fassen",                  ".  .  .  .  .  .  .  .  H  .  ."),
    ("gefaehrdung.schritt",                 ".  .  .  .  .  .  .  .  H  .  ."),
    ("gefaehrdung.bestaetigen",             ".  .  .  .  .  .  .  .  .  H  ."),
    ("gefaehrdung.zurueckgeben",            ".  .  .  .  .  .  .  .  .  H  ."),
    ("gefaehrdung.schritt_zuruecknehmen",   ".  .  .  .  .  .  .  .  H  E  ."),
    ("gefaehrdung.exportieren",             ".  H  .  .  B  .  .  .  H  H  E"),
    // Each source as far as its own list is seen.
    ("ursachen.uebersicht",                 ".  H  .  T  B  .  H  .  .  H  H"),
    ("ursachen.exportieren",                ".  H  .  .  B  .  H  .  .  H  E"),
    // E and T: what is about one case or one team, see `Berichtsname`; no report on a whole check or register.
    ("bericht.liste",                       ".  H  E  T  B  H  H  H  H  H  H"),
    // Who may export may look first; a preview registers nothing.
    ("bericht.vorschau",                    ".  H  E  T  B  H  H  H  H  H  H"),
    // E: an export is recorded as the person's own act; what it may show is the right to its content.
    ("bericht.exportieren",                 ".  H  E  T  B  H  H  H  H  H  E"),
];

/// Scope of one role for one operation or query; [`Umfang::Kein`] for unknown names.
pub fn umfang(rolle: Rolle, name: &str) -> Umfang {
    let Some((_, zeile)) = MATRIX.iter().find(|(n, _)| *n == name) else {
        return Umfang::Kein;
    };
    let zelle = SPALTEN.iter().position(|r| *r == rolle).and_then(|i| zeile.split_whitespace().nth(i));
    match zelle {
        Some("H") => Umfang::Haus,
        Some("B") => Umfang::Bereich,
        Some("T") => Umfang::Teams,
        Some("E") => Umfang::Eigene,
        _ => Umfang::Kein,
    }
}

/// Operations that a second person may sign at the desk of the first (Mitzeichnung).
const MITZEICHNUNG: &[&str] = &[
    "ziehung.startwert_haelfte",
    "bogen.bestaetigen",
    "bogen.zurueckgeben",
    "feststellung.stellungnahme",
    "feststellung.entscheiden",
    "feststellung.feststellen",
    "korrektur.bestaetigen",
    "korrektur.zurueckgeben",
    "pruefthema.vorlage_freigeben",
    "widerspruch.zeichnen",
    "widerspruch.zeichnung_zurueckgeben",
    "frist.bestaetigen",
    "frist.gegenpruefen",
    "frist.klaeren",
    "frist.uebersteuerung_entscheiden",
    "kundenreaktion.beurteilung_bestaetigen",
    "kundenreaktion.beurteilung_zurueckgeben",
    "zuwendung.bestaetigen",
    "zuwendung.zurueckgeben",
    "gefaehrdung.bestaetigen",
    "gefaehrdung.zurueckgeben",
    "kundenreaktion.regel_speichern",
    "aufbewahrung.entfernen",
    "pruefkatalog.fassung_freigeben",
    "pruefliste.freigeben",
    "pruefliste.zurueckgeben",
    "pruefliste.anhang_vernichten",
    "pruefliste.entfallen",
    "pruefprogramm.freigeben",
    "pruefprogramm.zurueckgeben",
];

/// What a person may do before she has chosen a password of her own.
const MIT_ERSTEM_PASSWORT: &[&str] = &["benutzer.passwort_aendern", "benutzer.ansichten"];

/// A Mitzeichnung needs another person, and an operation that is meant for it.
pub(super) fn pruefe_mitzeichnung(sitzung: &Sitzung, platz: Option<&Sitzung>, name: &str) -> Ergebnis<()> {
    match platz {
        Some(erste) if erste.benutzer_id() == sitzung.benutzer_id() => {
            Err(Fehler::vier_augen("Mitzeichnen muss eine andere Person als die angemeldete."))
        }
        Some(_) if !MITZEICHNUNG.contains(&name) => Err(Fehler::regel(
            "Dieser Schritt lässt sich nicht mitzeichnen. Bitte melden Sie sich dafür selbst an.",
        )),
        _ => Ok(()),
    }
}

/// The role that gives the person most, and how much; refused if it is nothing.
pub(super) fn verlange(sitzung: &Sitzung, name: &str) -> Ergebnis<(Rolle, Umfang)> {
    if sitzung.benutzer().passwort_wechseln && !MIT_ERSTEM_PASSWORT.contains(&name) {
        return Err(Fehler::regel(
            "Bitte legen Sie zuerst ein eigenes Passwort fest (in der Anwendung anmelden).",
        ));
    }
    sitzung
        .rollen()
        .iter()
        .map(|rolle| (*rolle, umfang(*rolle, name)))
        // `max_by_key` takes the last of equals; the first role is the leading one.
        .rev()
        .max_by_key(|(_, umfang)| *umfang)
        .filter(|(_, umfang)| *umfang > Umfang::Kein)
        .ok_or_else(|| {
            Fehler::neu(
                Code::Recht,
                "Dafür haben Sie keine Berechtigung. Die Seite „Rechte“ zeigt, welche Rolle das darf.",
            )
        })
}

/// Whether the person may do this at all (for links and buttons).
pub(super) fn darf(sitzung: &Sitzung, name: &str) -> bool {
    verlange(sitzung, name).is_ok()
}

/// Refuses to take back what a second person decided: she does that herself. Where she has no right to, or is gone,
/// another one may, but never who had proposed it.
pub(super) fn nur_zweite_person(
    a: &Auftrag<'_>,
    operation: &str,
    zweite: &str,
    vorgeschlagen: bool,
) -> Ergebnis<()> {
    zweite_person_selbst(a.s, a.sitzung, operation, zweite, vorgeschlagen)
}

/// The same for a view that asks before it offers the button.
pub(super) fn zweite_person_selbst(
    l: &Lesen<'_>,
    sitzung: &Sitzung,
    operation: &str,
    zweite: &str,
    vorgeschlagen: bool,
) -> Ergebnis<()> {
    if zweite == sitzung.benutzer_id() {
        return Ok(());
    }
    let selbst = l
        .benutzer(zweite)?
        .is_some_and(|b| b.aktiv && b.rollen.iter().any(|rolle| umfang(*rolle, operation) > Umfang::Kein));
    if selbst || vorgeschlagen {
        return Err(Fehler::vier_augen(
            "Das hat eine zweite Person entschieden. Wer vorgeschlagen hat, nimmt es nicht zurück.",
        ));
    }
    Ok(())
}

/// One row of the page "Rechte".
#[derive(Clone, Debug, Serialize, TS)]
pub struct RechteZeile {
    /// Name of the operation or query.
    pub name: String,
    /// German label.
    pub titel: String,
    /// Whether it changes something.
    pub aendert: bool,
    /// Scope by role, in the order of [`Rechtetafel::rollen`].
    pub umfang: Vec<Umfang>,
}

/// The matrix for the page "Rechte".
#[derive(Clone, Debug, Serialize, TS)]
pub struct Rechtetafel {
    /// German names of the roles.
    pub rollen: Vec<String>,
    /// Operations and queries.
    pub zeilen: Vec<RechteZeile>,
}

/// The page "Rechte": what is enforced, read from the same table.
pub(super) fn tafel(_frage: &Frage<'_>, _anfrage: Leer) -> Ergebnis<Rechtetafel> {
    let zeile = |aendert| {
        move |e: super::register::Eintrag| RechteZeile {
            name: e.name.to_owned(),
            titel: e.titel.to_owned(),
            aendert,
            umfang: SPALTEN.iter().map(|rolle| umfang(*rolle, e.name)).collect(),
        }
    };
    Ok(Rechtetafel {
        rollen: SPALTEN.iter().map(|r| r.titel().to_owned()).collect(),
        zeilen: Operation::alle().map(zeile(true)).chain(Abfrage::alle().map(zeile(false))).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn jede_operation_und_abfrage_hat_genau_eine_zeile() {
        let namen: BTreeSet<&str> = Operation::alle().chain(Abfrage::alle()).map(|e| e.name).collect();
        let zeilen: BTreeSet<&str> = MATRIX.iter().map(|(n, _)| *n).collect();
        assert_eq!(zeilen.len(), MATRIX.len(), "a row stands twice");
        assert_eq!(namen, zeilen);
    }

    #[test]
    fn jede_zeile_ist_vollstaendig() {
        for (name, zeile) in MATRIX {
            let zellen: Vec<&str> = zeile.split_whitespace().collect();
            assert_eq!(zellen.len(), SPALTEN.len(), "{name}");
            assert!(zellen.iter().all(|z| ["H", "B", "T", "E", "."].contains(z)), "{name}");
        }
    }

    #[test]
    fn revision_aendert_nichts_ausser_eigenem() {
        for e in Operation::alle() {
            let umfang = umfang(Rolle::Revision, e.name);
            assert!(umfang <= Umfang::Eigene, "{} lets Revision change the house", e.name);
        }
    }

    #[test]
    fn mitgezeichnet_wird_nur_was_es_gibt() {
        for name in MITZEICHNUNG.iter().chain(MIT_ERSTEM_PASSWORT) {
            assert!(MATRIX.iter().any(|(n, _)| n == name), "{name}");
        }
    }

    #[test]
    fn jede_hat_eine_bezeichnung() {
        for e in Operation::alle().chain(Abfrage::alle()) {
            assert!(e.titel.chars().count() > 5, "{}", e.name);
        }
    }
}
