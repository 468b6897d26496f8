//! The same of measures, Prüflisten and registers.

use super::muster::{Mit, bezug, blatt, listenziel};
use serde_json::json;

pub fn massnahme(mit: &mut Mit<'_>) {
    let herkunft = json!({"art": "feststellung", "id": "gibtesnicht"});
    let angaben = json!({"was": "Arbeitshilfe", "erlaeuterung": "", "art": "arbeitshilfe", "rolle": "teamleitung",
        "team_id": null, "faellig": "2026-12-31"});
    let liste = json!({"filter": {}, "sortierung": "nummer", "absteigend": false, "blatt": blatt()});
    mit(&["massnahme.liste"], liste.clone());
    mit(&["massnahme.exportieren"], json!({"liste": liste, "ausgabe": listenziel()}));
    mit(&["massnahme.lesen"], json!({"id": "gibtesnicht"}));
    mit(&["massnahme.uebersicht"], json!({}));
    mit(&["massnahme.zu_herkunft", "massnahme.herkunft"], json!({"herkunft": herkunft}));
    mit(&["massnahme.anlegen"], json!({"herkunft": herkunft, "angaben": angaben}));
    mit(&["massnahme.aendern"], json!({"id": "gibtesnicht", "version": 1, "angaben": angaben}));
    mit(
        &["massnahme.schritt"],
        json!({"id": "gibtesnicht", "version": 1, "schritt": {"art": "beginnen", "am": "2026-11-20"}}),
    );
    mit(
        &["massnahme.wirkung_feststellen"],
        json!({"id": "gibtesnicht", "version": 1, "spaetere_id": "gibtesnicht"}),
    );
    mit(
        &["massnahme.schritt_zuruecknehmen"],
        json!({"id": "gibtesnicht", "version": 1, "grund": "falsch eingetragen"}),
    );
}

pub fn prueflisten(mit: &mut Mit<'_>) {
    let rahmen = json!({"ebene": "haus", "einheit_id": null, "von": "2026-01-01", "bis": "2026-12-31",
        "rolle": "qualitaetsmanagement", "faellig_am": "2027-01-31"});
    let liste =
        json!({"filter": {}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 10}});
    mit(
        &["pruefkatalog.liste", "pruefkatalog.mitgelieferte_uebernehmen", "pruefliste.uebersicht"],
        json!({}),
    );
    mit(&["pruefkatalog.fassung"], json!({"id": "gibtesnicht", "gegen": null}));
    mit(&["pruefkatalog.einlesen"], json!({"datei": "gibtesnicht.json"}));
    mit(
        &["pruefkatalog.anlegen"],
        json!({"kennung": "brandschutz", "gebiet": "sonstiges", "titel": "Brandschutz"}),
    );
    mit(
        &["pruefkatalog.aendern"],
        json!({"id": "gibtesnicht", "version": 1, "titel": "Brandschutz", "aktiv": true}),
    );
    mit(
        &["pruefkatalog.fassung_speichern"],
        json!({"katalog_id": "gibtesnicht", "bezug": null, "rechtsstand": "2026-11-01", "einleitung": "", "kapitel": []}),
    );
    mit(
        &["pruefkatalog.exportieren"],
        json!({"id": "gibtesnicht", "datei": "gibtesnicht.json", "ueberschreiben": false}),
    );
    let bezug = json!({"id": "gibtesnicht", "version": 1});
    mit(
        &[
            "pruefkatalog.fassung_freigeben",
            "pruefliste.fassung_wechseln",
            "pruefliste.vorlegen",
            "pruefliste.zurueckziehen",
            "pruefliste.freigeben",
        ],
        bezug,
    );
    mit(
        &[
            "pruefliste.zurueckgeben",
            "pruefliste.entfallen",
            "pruefliste.berichtigen",
            "pruefliste.nachweis_entfernen",
            "pruefliste.anhang_vernichten",
        ],
        json!({"id": "gibtesnicht", "version": 1, "grund": "fehlt noch etwas"}),
    );
    mit(&["pruefliste.liste"], liste.clone());
    mit(&["pruefliste.lesen"], json!({"id": "gibtesnicht"}));
    pruefprogramm(mit);
    mit(&["pruefliste.planvorschlag"], json!({"bis": "2027-01-31"}));
    let plan = json!({"katalog_id": "gibtesnicht", "rahmen": rahmen, "alle_fragen": true});
    mit(&["pruefliste.anlegen"], plan.clone());
    mit(&["pruefliste.planen"], json!({"durchgaenge": [plan]}));
    mit(&["pruefliste.aendern"], json!({"id": "gibtesnicht", "version": 1, "rahmen": rahmen}));
    mit(
        &["pruefliste.antworten"],
        json!({"id": "gibtesnicht", "frage": "ds-01", "wert": "erfuellt", "bemerkung": "", "version": 0}),
    );
    mit(
        &["pruefliste.nachweis_anlegen"],
        json!({"durchgang_id": "gibtesnicht", "frage": "ds-01", "bezeichnung": "Aushang", "datum": "2026-11-01", "datei": null}),
    );
    mit(
        &["pruefliste.anhang_speichern"],
        json!({"nachweis_id": "gibtesnicht", "datei": "gibtesnicht.pdf", "ueberschreiben": false}),
    );
    mit(&["pruefliste.exportieren"], json!({"liste": liste, "ausgabe": listenziel()}));
}

/// List, export, one entry and numbers of a register.
fn registerblatt(mit: &mut Mit<'_>, namen: [&'static str; 4]) {
    let liste = json!({"filter": {}, "sortierung": "nummer", "absteigend": false, "blatt": blatt()});
    let [blaettern, exportieren, lesen, uebersicht] = namen;
    mit(&[exportieren], json!({"liste": liste, "ausgabe": listenziel()}));
    mit(&[blaettern], liste);
    mit(&[lesen], json!({"id": "gibtesnicht"}));
    mit(&[uebersicht], json!({}));
}

pub fn register(mit: &mut Mit<'_>) {
    use crate::datenschutzvorfall::vorfall;
    let zurueck = || json!({"id": "gibtesnicht", "version": 1, "grund": "Bitte prüfen"});
    registerblatt(
        mit,
        [
            "datenschutzvorfall.liste",
            "datenschutzvorfall.exportieren",
            "datenschutzvorfall.lesen",
            "datenschutzvorfall.uebersicht",
        ],
    );
    mit(&["datenschutzvorfall.verzeichnis"], json!({"von": "2026-01-01", "bis": "2026-12-31"}));
    mit(&["datenschutzvorfall.anlegen"], json!({"angaben": vorfall(), "aus_reaktion": "gibtesnicht"}));
    mit(
        &["datenschutzvorfall.aendern"],
        json!({"id": "gibtesnicht", "version": 1, "angaben": vorfall(), "begruendung": ""}),
    );
    mit(
        &["datenschutzvorfall.schritt"],
        json!({"id": "gibtesnicht", "version": 1, "schritt": {"art": "abschliessen", "am": "2026-11-20"}}),
    );
    mit(&["datenschutzvorfall.schritt_zuruecknehmen"], zurueck());
    anfragen(mit);
    korruption(mit);
}

fn anfragen(mit: &mut Mit<'_>) {
    use crate::betroffenenanfrage::{anfrage, person};
    registerblatt(
        mit,
        [
            "betroffenenanfrage.liste",
            "betroffenenanfrage.exportieren",
            "betroffenenanfrage.lesen",
            "betroffenenanfrage.uebersicht",
        ],
    );
    mit(
        &["betroffenenanfrage.anlegen"],
        json!({"angaben": anfrage(), "klar": person(), "aus_reaktion": "gibtesnicht"}),
    );
    mit(
        &["betroffenenanfrage.aendern"],
        json!({"id": "gibtesnicht", "version": 1, "angaben": anfrage(), "klar": person(), "begruendung": ""}),
    );
    mit(
        &["betroffenenanfrage.schritt"],
        json!({"id": "gibtesnicht", "version": 1, "schritt": {"art": "zurueckziehen", "am": "2026-11-20"}}),
    );
    mit(
        &["betroffenenanfrage.schritt_zuruecknehmen"],
        json!({"id": "gibtesnicht", "version": 1, "grund": "Bitte prüfen"}),
    );
}

fn korruption(mit: &mut Mit<'_>) {
    use crate::{gefaehrdung::eintrag, zuwendung::zuwendung};
    let bezug = || json!({"id": "gibtesnicht", "version": 1});
    registerblatt(
        mit,
        ["zuwendung.liste", "zuwendung.exportieren", "zuwendung.lesen", "zuwendung.uebersicht"],
    );
    registerblatt(
        mit,
        ["gefaehrdung.liste", "gefaehrdung.exportieren", "gefaehrdung.lesen", "gefaehrdung.uebersicht"],
    );
    // Refused beside a field, so that who may leaves the house as it is.
    let falsch = crate::widerspruch::mit(zuwendung(), json!({"ablage": ""}));
    mit(&["zuwendung.anlegen"], json!({"angaben": falsch}));
    mit(&["zuwendung.aendern"], json!({"id": "gibtesnicht", "version": 1, "angaben": falsch}));
    let abschliessen = json!({"art": "abschliessen", "am": "2026-11-20", "vermerk": ""});
    mit(&["zuwendung.schritt"], json!({"id": "gibtesnicht", "version": 1, "schritt": abschliessen}));
    let falsch = crate::widerspruch::mit(eintrag(), json!({"bezeichnung": ""}));
    mit(&["gefaehrdung.anlegen"], json!({"angaben": falsch}));
    mit(
        &["gefaehrdung.fassen"],
        json!({"id": "gibtesnicht", "version": 1, "angaben": falsch, "grund": "Neue Lage"}),
    );
    let aufheben = json!({"art": "aufhebung_vorschlagen", "am": "2026-11-20", "grund": "entfällt"});
    mit(&["gefaehrdung.schritt"], json!({"id": "gibtesnicht", "version": 1, "schritt": aufheben}));
    mit(&["zuwendung.bestaetigen", "gefaehrdung.bestaetigen"], bezug());
    mit(
        &[
            "zuwendung.zurueckgeben",
            "zuwendung.schritt_zuruecknehmen",
            "gefaehrdung.zurueckgeben",
            "gefaehrdung.schritt_zuruecknehmen",
        ],
        json!({"id": "gibtesnicht", "version": 1, "grund": "Bitte prüfen"}),
    );
}

fn pruefprogramm(mit: &mut Mit<'_>) {
    let schluessel = json!({"thema_id": "gibtesnicht", "bereich_id": "gibtesnicht"});
    mit(&["pruefprogramm.liste", "pruefprogramm.uebersicht"], json!({}));
    mit(&["pruefprogramm.lesen"], json!({"id": "gibtesnicht"}));
    mit(
        &["pruefprogramm.auswertung", "pruefprogramm.verlauf"],
        json!({"jahr": 1999, "schluessel": schluessel}),
    );
    mit(
        &["pruefprogramm.aufwand"],
        json!({"aufwand": {"personen": 0, "minuten_woche": 60, "wochen": 42, "minuten_je_fall": 30, "grundgesamtheit": 100, "konfidenz": 0.95}}),
    );
    mit(
        &["pruefprogramm.vorschlag"],
        json!({"schluessel": schluessel, "teams": [], "gesamt": 10, "mindestens": 1}),
    );
    mit(&["pruefprogramm.anlegen"], json!({"jahr": 1999, "aus_jahr": null}));
    mit(
        &[
            "pruefprogramm.vorlegen",
            "pruefprogramm.zurueckziehen",
            "pruefprogramm.freigeben",
            "pruefprogramm.verwerfen",
        ],
        bezug(),
    );
    let begruendet = json!({"id": "gibtesnicht", "version": 7, "grund": "aus gutem Grund"});
    mit(&["pruefprogramm.fortschreiben", "pruefprogramm.zurueckgeben"], begruendet);
    let leer = json!({"zeilen": [], "dsb_am": null, "dsb_vermerk": ""});
    mit(&["pruefprogramm.speichern"], json!({"id": "gibtesnicht", "version": 7, "inhalt": leer}));
    mit(
        &["pruefprogramm.wirkungspruefung_vormerken"],
        json!({"massnahme_id": "gibtesnicht", "umfang": "halbe_quote"}),
    );
    mit(&["pruefprogramm.pruefung_anlegen"], json!({"jahr": 1999, "monat": 1, "schluessel": schluessel}));
    mit(
        &["pruefprogramm.ausfall_erfassen"],
        json!({"jahr": 1999, "monat": 1, "schluessel": schluessel, "teams": [], "grund": "Umzug des Standorts"}),
    );
    mit(&["pruefprogramm.ausfall_aufheben"], bezug());
    mit(&["pruefprogramm.exportieren"], json!({"programm": {"id": "gibtesnicht"}, "ausgabe": listenziel()}));
    let frage = json!({"jahr": 1999, "schluessel": schluessel});
    mit(&["pruefprogramm.schichten_exportieren"], json!({"frage": frage, "ausgabe": listenziel()}));
    mit(&["pruefprogramm.rechne_exportieren"], json!({"frage": frage, "datei": "", "ueberschreiben": false}));
}
