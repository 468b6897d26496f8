//! A request of usable form for every operation and query.

use super::register::{massnahme, prueflisten, register};
use crate::fixture::PASSWORT;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A request of the right shape for each name. Nothing in it exists, so that who may is refused by
/// another rule and the house stays as it is.
pub fn muster() -> BTreeMap<&'static str, Value> {
    let mut muster: BTreeMap<&'static str, Value> = BTreeMap::new();
    let mut mit = |namen: &[&'static str], daten: Value| {
        for name in namen {
            assert!(muster.insert(name, daten.clone()).is_none(), "{name} stands twice");
        }
    };
    haus(&mut mit);
    fachaufsicht(&mut mit);
    pruefen(&mut mit);
    widerspruch(&mut mit);
    kundenreaktion(&mut mit);
    prueflisten(&mut mit);
    massnahme(&mut mit);
    register(&mut mit);
    muster
}

pub type Mit<'a> = dyn FnMut(&[&'static str], Value) + 'a;

pub fn bezug() -> Value {
    json!({"id": "gibtesnicht", "version": 7})
}

pub fn blatt() -> Value {
    json!({"ab": 0, "anzahl": 5})
}

pub fn listenziel() -> Value {
    json!({"datei": "", "ueberschreiben": false, "spalten": []})
}

fn widerspruch(mit: &mut Mit<'_>) {
    let angaben = crate::widerspruch::angaben();
    let klar = json!({"fallnummer": "12345BG0000001", "name": "", "az_gericht": "", "vertretung": "", "az_vertretung": ""});
    mit(
        &["widerspruch.liste"],
        json!({"filter": {}, "sortierung": "nummer", "absteigend": false, "blatt": blatt()}),
    );
    // No mapping: refused by a rule, before any file is looked at.
    let leseweise = json!({"optionen": {}, "zuordnung": {"spalten": {}, "standard_art": "widerspruch", "standard_sachgebiet": "",
        "vermerk_vorhanden": false, "belehrung_vollstaendig": false, "worte": []}});
    mit(&["widerspruch.import_vorschau"], json!({"datei": "/gibtesnicht.csv", "optionen": {}}));
    mit(&["widerspruch.import_pruefen"], json!({"datei": "/gibtesnicht.csv", "leseweise": leseweise}));
    mit(&["widerspruch.importprofile"], json!({}));
    mit(
        &["widerspruch.einlesen"],
        json!({"datei": "/gibtesnicht.csv", "leseweise": leseweise, "sha256": ""}),
    );
    mit(
        &["widerspruch.importbefunde_exportieren"],
        json!({"liste": "/gibtesnicht.csv", "leseweise": leseweise, "datei": "/gibtesnicht.csv", "ueberschreiben": false}),
    );
    mit(
        &["widerspruch.importprofil_speichern"],
        json!({"bezug": null, "name": "Alte Liste", "inhalt": leseweise}),
    );
    mit(
        &["widerspruch.exportieren"],
        json!({"liste": {"filter": {}, "sortierung": "nummer", "absteigend": false, "blatt": blatt()},
               "ausgabe": {"datei": "/gibt/es/nicht.xlsx", "ueberschreiben": false, "spalten": []}}),
    );
    mit(
        &["widerspruch.auswertung_exportieren"],
        json!({"zeitraum": {"von": "2026-01-01", "bis": "2026-12-31"}, "ausgabe": listenziel()}),
    );
    let ursachen = json!({"von": "2026-Q1", "bis": "2026-Q4", "sachgebiet": null, "ursache": null});
    mit(&["ursachen.exportieren"], json!({"frage": ursachen, "ausgabe": listenziel()}));
    mit(&["ursachen.uebersicht"], ursachen);
    mit(&["widerspruch.lesen"], json!({"id": "gibtesnicht"}));
    mit(&["widerspruch.berechnen"], json!({"art": "widerspruch", "angaben": angaben}));
    mit(&["widerspruch.auswertung"], json!({"von": "2026-01-01", "bis": "2026-12-31"}));
    mit(
        &["widerspruch.anlegen"],
        json!({"art": "widerspruch", "angaben": angaben, "klar": klar, "vorgaenger_id": "gibtesnicht"}),
    );
    mit(
        &["widerspruch.aendern"],
        json!({"id": "gibtesnicht", "version": 1, "angaben": angaben, "klar": klar}),
    );
    mit(&["widerspruch.zuweisen"], json!({"id": "gibtesnicht", "version": 1, "zustaendig": null}));
    mit(&["widerspruch.schritt"], json!({"id": "gibtesnicht", "version": 1, "schritt": {"art": "vorlegen"}}));
    mit(&["widerspruch.zeichnen", "frist.bestaetigen"], bezug());
    mit(
        &["widerspruch.zeichnung_zurueckgeben", "widerspruch.schritt_zuruecknehmen"],
        json!({"id": "gibtesnicht", "version": 1, "grund": "Bitte prüfen"}),
    );
    mit(&["frist.kalender"], json!({"von": "2026-11-01", "bis": "2026-11-30", "nur_offene": true}));
    mit(&["frist.kontrollen", "frist.uebersicht", "abwesenheit.liste"], json!({}));
    mit(&["frist.fristenbuch"], json!({"von": "2026-11-01", "bis": "2026-11-30"}));
    mit(
        &["frist.anlegen"],
        json!({"verfahren_id": "gibtesnicht", "art": "frei", "bezeichnung": "Akten", "quelle": "Schreiben", "tag": "2026-12-01"}),
    );
    mit(
        &["frist.aendern", "frist.klaeren", "frist.uebersteuern"],
        json!({"id": "gibtesnicht", "version": 1, "tag": "2026-12-01", "grund": "neues Schreiben"}),
    );
    mit(&["frist.erledigen"], json!({"id": "gibtesnicht", "version": 1, "am": null}));
    mit(&["frist.gegenpruefen"], json!({"id": "gibtesnicht", "version": 1, "tag": "2026-12-01"}));
    mit(
        &["frist.uebersteuerung_entscheiden"],
        json!({"id": "gibtesnicht", "version": 1, "zustimmen": true, "grund": ""}),
    );
    mit(
        &["wiedervorlage.anlegen"],
        json!({"verfahren": ["gibtesnicht"], "am": "2026-12-01", "betreff": "Akte ansehen", "fuer": null}),
    );
    mit(
        &["wiedervorlage.aendern"],
        json!({"id": "gibtesnicht", "version": 1, "am": "2026-12-01", "betreff": "Akte ansehen", "fuer": null}),
    );
    mit(&["wiedervorlage.erledigen"], json!({"id": "gibtesnicht", "version": 1, "erledigt": true}));
    mit(
        &["abwesenheit.speichern"],
        json!({"bezug": null, "benutzer_id": "gibtesnicht", "von": "2026-12-01", "bis": "2026-12-05", "vertretung_id": null}),
    );
    mit(&["abwesenheit.loeschen"], bezug());
}

fn kundenreaktion(mit: &mut Mit<'_>) {
    use crate::kundenreaktion::{gesichtet, kontakt, reaktion};
    let bezug = || json!({"id": "gibtesnicht", "version": 1});
    mit(
        &["kundenreaktion.liste"],
        json!({"filter": {}, "sortierung": "dringlichkeit", "absteigend": false, "blatt": blatt()}),
    );
    mit(&["kundenreaktion.lesen"], json!({"id": "gibtesnicht"}));
    mit(&["kundenreaktion.auswertung"], json!({"von": "2026-01-01", "bis": "2026-12-31"}));
    mit(
        &["kundenreaktion.auswertung_exportieren"],
        json!({"zeitraum": {"von": "2026-01-01", "bis": "2026-12-31"}, "ausgabe": listenziel()}),
    );
    mit(
        &[
            "kundenreaktion.uebersicht",
            "kundenreaktion.regeln",
            "kundenreaktion.textbausteine",
            "kundenreaktion.textbausteine_uebernehmen",
        ],
        json!({}),
    );
    mit(&["kundenreaktion.hinweise"], json!({"text": "Ich lege Widerspruch ein."}));
    mit(&["kundenreaktion.baustein_einsetzen"], json!({"id": "gibtesnicht", "baustein_id": "gibtesnicht"}));
    mit(
        &["kundenreaktion.anlegen"],
        json!({"angaben": reaktion(), "klar": kontakt(), "sichtung": gesichtet()}),
    );
    mit(
        &["kundenreaktion.aendern"],
        json!({"id": "gibtesnicht", "version": 1, "angaben": reaktion(), "klar": kontakt()}),
    );
    mit(&["kundenreaktion.sichten"], json!({"id": "gibtesnicht", "version": 1, "antwort": gesichtet()}));
    mit(
        &["kundenreaktion.zuweisen"],
        json!({"reaktionen": [{"id": "gibtesnicht", "version": 1}], "team_id": null, "person_id": null}),
    );
    mit(
        &["kundenreaktion.schritt"],
        json!({"id": "gibtesnicht", "version": 1, "schritt": {"art": "abschliessen", "am": "2026-11-20"}, "text": null}),
    );
    mit(
        &["kundenreaktion.antwort_ausgeben"],
        json!({"id": "gibtesnicht", "beitrag_id": "gibtesnicht", "unterzeichner": "Kundenreaktionsmanagement", "datei": "", "ueberschreiben": false}),
    );
    mit(&["kundenreaktion.notieren"], json!({"id": "gibtesnicht", "text": "schon angerufen"}));
    mit(
        &[
            "kundenreaktion.beurteilung_bestaetigen",
            "kundenreaktion.regel_loeschen",
            "kundenreaktion.textbaustein_loeschen",
        ],
        bezug(),
    );
    mit(
        &["kundenreaktion.beurteilung_zurueckgeben", "kundenreaktion.schritt_zuruecknehmen"],
        json!({"id": "gibtesnicht", "version": 1, "grund": "Bitte prüfen"}),
    );
    mit(
        &["kundenreaktion.exportieren"],
        json!({"liste": {"filter": {}, "sortierung": "nummer", "absteigend": false, "blatt": blatt()}, "ausgabe": listenziel()}),
    );
    mit(
        &["kundenreaktion.regel_speichern"],
        json!({"bezug": null, "regel": {"gueltig_ab": "2020-01-01", "bestaetigung_arbeitstage": 3, "antwort_kalendertage": 14}}),
    );
    mit(
        &["kundenreaktion.textbaustein_speichern"],
        json!({"bezug": null, "titel": "Dank", "zweck": "", "text": "Guten Tag, vielen Dank."}),
    );
}

fn haus(mit: &mut Mit<'_>) {
    let gueltigkeit = json!({"gueltig_ab": "2020-01-01", "gueltig_bis": null});
    mit(
        &[
            "haus.lesen",
            "haus.rechte",
            "haus.berichte",
            "benutzer.liste",
            "benutzer.auswahl",
            "benutzer.ansichten",
            "organisation.uebersicht",
            "katalog.liste",
            "sicherung.liste",
            "pruefthema.liste",
            "grundgesamtheit.profile",
            "bogen.meine",
            "auswertung.uebersicht",
            "auswertung.hinweise",
            "korrektur.uebersicht",
            "bericht.liste",
        ],
        json!({}),
    );
    mit(&["bogen.schon_geprueft"], json!({"nummern": []}));
    mit(
        &["haus.speichern"],
        json!({"version": 999, "name": "Jobcenter Anderswo", "land": "TH", "sperre_minuten": 10,
            "feiertage": {"fronleichnam": false, "mariae_himmelfahrt": false, "friedensfest": false, "weitere": []}}),
    );
    mit(
        &["haus.berichte_speichern"],
        json!({"version": 999, "vertraulichkeit": "", "fusszeile": "Anderswo", "alternativtext": null}),
    );
    mit(&["haus.logo_hinterlegen"], json!({"version": 999, "datei": "", "alternativtext": "Zeichen"}));
    mit(&["haus.logo_entfernen"], json!({"version": 999}));
    mit(
        &["benutzer.anlegen"],
        json!({"benutzername": "neu", "anzeigename": "Neu Neu", "rollen": ["pruefkraft"], "bereich_id": null, "teams": [], "passwort": "kurz"}),
    );
    mit(
        &["benutzer.aendern"],
        json!({"id": "gibtesnicht", "version": 1, "anzeigename": "Neu Neu", "rollen": ["pruefkraft"], "bereich_id": null, "teams": [], "aktiv": true}),
    );
    mit(&["benutzer.passwort_zuruecksetzen"], json!({"id": "gibtesnicht", "passwort": PASSWORT}));
    mit(&["benutzer.passwort_aendern"], json!({"alt": PASSWORT, "neu": "kurz"}));
    mit(&["benutzer.ansicht_speichern"], json!({"schluessel": "tabelle", "wert": 1}));
    mit(
        &["organisation.standort_speichern", "organisation.bereich_speichern"],
        json!({"bezug": bezug(), "name": "Anderswo", "gueltigkeit": gueltigkeit}),
    );
    mit(
        &["organisation.team_speichern"],
        json!({"bezug": bezug(), "name": "Anderes Team", "bereich_id": "x", "standort_id": "x", "unter_fuenf": false, "gueltigkeit": gueltigkeit}),
    );
    mit(
        &["katalog.speichern"],
        json!({"bezug": bezug(), "katalog": "ursache", "kennung": "x", "titel": "Anderes", "erlaeuterung": "", "gueltigkeit": gueltigkeit}),
    );
    mit(
        &["protokoll.seite"],
        json!({"blatt": blatt(), "von": null, "bis": null, "operation": null, "benutzer": null, "objekt": null}),
    );
    mit(&["protokoll.pruefe"], json!({"kopf": "kein Kopf"}));
    mit(&["aufbewahrung.uebersicht"], json!({}));
    mit(&["aufbewahrung.vorschau"], json!({"art": "widerspruch", "jahre": 12}));
    mit(&["aufbewahrung.speichern"], json!({"art": "widerspruch", "version": 999, "jahre": 12}));
    mit(&["aufbewahrung.entfernen"], json!({"art": "widerspruch", "stichtag": "1999-01-01", "anzahl": 1}));
    mit(&["sicherung.erstellen", "ausgabe.pruefe_datei"], json!({"datei": ""}));
    mit(&["ausgabe.liste"], json!({"blatt": blatt()}));
    mit(&["ausgabe.exportieren"], json!({"liste": {"blatt": blatt()}, "ausgabe": listenziel()}));
    rechner(mit);
    mit(
        &["bericht.vorschau"],
        json!({"name": "pruefung", "nummer": "FA-1999-001", "von": null, "bis": null, "blatt": blatt()}),
    );
    mit(
        &["bericht.exportieren"],
        json!({"name": "pruefung", "nummer": "FA-1999-001", "von": null, "bis": null, "datei": "", "ueberschreiben": false}),
    );
}

fn rechner(mit: &mut Mit<'_>) {
    mit(
        &["rechner.umfang"],
        json!({"grundgesamtheit": 600, "konfidenz": 0.95, "ziel": 0.1, "erwartete_quote": 0.02, "erlaubte_fehler": null, "kritische_faelle": null}),
    );
    mit(
        &["rechner.quote"],
        json!({"konfidenz": 0.95, "ziel": null,
            "schichten": [{"bezeichnung": "", "grundgesamtheit": 600, "n": 100, "k": 8, "ungeklaert": 0}]}),
    );
    mit(&["rechner.frist"], json!({"frage": {"art": "ueberpruefung", "antrag": "2026-11-15"}, "ort": null}));
}

fn fachaufsicht(mit: &mut Mit<'_>) {
    let leseweise = json!({"optionen": {}, "zuordnung": {"auswahleinheit": "fall", "nummer": "BG-Nummer"}});
    let plan = json!({
        "thema_id": "x", "vorlage_id": "x", "bereich_id": "x", "teams": [], "zeitraum_von": "2026-01-01", "zeitraum_bis": "2026-06-30",
        "pruefungsart": "basis", "nachschau_zu": null, "auswahl": "zufall", "fehlerdefinition": "jede", "teilweise_zaehlt": true,
        "ziel": null, "konfidenz": 0.95, "schichtung": "keine", "mindest_je_schicht": 0, "stichprobe_geplant": 60,
        "erweiterung_regel": "", "dsb_beteiligt_am": null, "gegenpruefung_anteil": 10, "restliche_auf_ja": false, "stellungnahme_tage": 14
    });
    mit(
        &["pruefthema.anlegen"],
        json!({"kennung": "", "titel": "", "bereich": "L", "sachgebiet": "x", "auswahleinheit": "fall"}),
    );
    mit(
        &["pruefthema.aendern"],
        json!({"id": "x", "version": 1, "titel": "Anderes", "bereich": "L", "sachgebiet": "x", "auswahleinheit": "fall", "aktiv": true}),
    );
    mit(
        &["pruefthema.vorlage_speichern"],
        json!({"thema_id": "x", "bezug": null, "rechtsstand": "2026-01-01", "einleitung": "", "abschnitte": []}),
    );
    mit(&["pruefthema.vorlage_einlesen"], json!({"datei": ""}));
    mit(
        &[
            "pruefthema.lesen",
            "pruefthema.vorlage",
            "pruefung.lesen",
            "pruefung.nachschau_vorschlag",
            "auswertung.pruefung",
            "auswertung.nachschau",
        ],
        json!({"id": "x"}),
    );
    mit(&["pruefung.anlegen", "pruefung.nachschau_anlegen"], json!({"plan": plan}));
    mit(&["pruefung.aendern"], json!({"id": "x", "version": 1, "plan": plan}));
    mit(&["pruefung.nicht_durchfuehren"], json!({"id": "x", "version": 1, "grund": "Kein Bedarf mehr."}));
    let liste = json!({"filter": {"text": "", "stand": [], "thema_id": null, "bereich_id": null, "team_id": null, "jahr": null},
            "sortierung": "nummer", "absteigend": true, "blatt": blatt()});
    mit(&["pruefung.exportieren"], json!({"liste": liste, "ausgabe": listenziel()}));
    mit(&["pruefung.liste"], liste);
    mit(
        &["pruefung.planung"],
        json!({"grundgesamtheit": 500, "auswahleinheit": "fall", "ziel": 0.1, "konfidenz": 0.95, "wahre_rate": 0.05}),
    );
    mit(&["grundgesamtheit.vorschau"], json!({"datei": "", "optionen": {}, "auswahleinheit": "fall"}));
    mit(
        &["grundgesamtheit.profil_speichern"],
        json!({"bezug": bezug(), "name": "x", "inhalt": {"leseweise": leseweise, "quellsystem": "", "abfrage": ""}}),
    );
    mit(
        &["grundgesamtheit.einlesen"],
        json!({"pruefung": bezug(), "datei": "", "leseweise": leseweise, "quellsystem": "x", "abfrage": "x", "auszug_am": "2026-11-02",
            "kontrolle": {}, "kontroll_vermerk": "", "zeilen_erwartet": null}),
    );
    mit(
        &["grundgesamtheit.kontrolle_speichern"],
        json!({"pruefung_id": "x", "version": 1, "kontrolle": {}, "vermerk": ""}),
    );
    mit(
        &["grundgesamtheit.befunde_exportieren"],
        json!({"pruefung_id": "x", "datei": "", "ueberschreiben": false}),
    );
    mit(
        &["grundgesamtheit.ausschliessen"],
        json!({"pruefung_id": "x", "nummern": ["1"], "grund": "Angehörige"}),
    );
    mit(&["grundgesamtheit.ausschluss_aufheben"], json!({"pruefung_id": "x", "ausschluss": bezug()}));
    mit(&["grundgesamtheit.lesen", "ziehung.liste"], json!({"pruefung_id": "x"}));
    mit(&["grundgesamtheit.befunde"], json!({"pruefung_id": "x", "abgelehnt": true, "blatt": blatt()}));
    mit(&["ziehung.einheiten", "ziehung.ausschluesse"], json!({"pruefung_id": "x", "blatt": blatt()}));
    mit(&["ziehung.lesen"], json!({"ziehung_id": "x"}));
    mit(&["ziehung.quelle_pruefen"], json!({"nummer": "FA-1999-001", "datei": ""}));
    mit(&["ziehung.versiegeln"], json!({"pruefung": bezug(), "anzahl": null}));
    mit(&["ziehung.startwert_haelfte"], json!({"ziehung": bezug(), "haelfte": "5170338921"}));
    mit(&["ziehung.startwert_erzeugen", "ziehung.schliessen"], json!({"ziehung": bezug()}));
    mit(&["ziehung.ziehen"], json!({"ziehung": bezug(), "nummern": [], "begruendung": ""}));
    mit(
        &["ziehung.erweitern"],
        json!({"ziehung": bezug(), "anzahl": 5, "planmaessig": false, "begruendung": "Genauer.", "datei": null}),
    );
    mit(&["ziehung.protokoll_exportieren"], json!({"ziehung_id": "x", "datei": "", "ueberschreiben": false}));
}

fn pruefen(mit: &mut Mit<'_>) {
    mit(
        &[
            "pruefthema.vorlage_freigeben",
            "pruefung.abschliessen",
            "bogen.abschliessen",
            "bogen.wieder_oeffnen",
            "feststellung.loeschen",
            "doppelpruefung.beginnen",
            "doppelpruefung.abschliessen",
        ],
        bezug(),
    );
    mit(
        &["bogen.nicht_pruefbar", "bogen.zurueckgeben", "korrektur.zurueckgeben"],
        json!({"id": "x", "version": 1, "grund": "Die Akte liegt beim Gericht."}),
    );
    mit(
        &["bogen.liste"],
        json!({"pruefung_id": "x", "blatt": blatt(), "sortierung": null, "absteigend": false, "staende": [], "team_id": null,
            "zugewiesen_an": null, "nicht_zugewiesen": false, "nur_mit_feststellung": false, "suche": null}),
    );
    mit(
        &["bogen.lesen", "feststellung.lesen", "doppelpruefung.lage", "doppelpruefung.bogen"],
        json!({"id": "x"}),
    );
    mit(&["doppelpruefung.einrichten"], json!({"pruefung_id": "x", "anteil": 10, "an": null}));
    mit(&["doppelpruefung.antworten"], json!({"id": "x", "merkmal": "m", "wert": "ja", "version": 1}));
    mit(&["bogen.zuweisen", "doppelpruefung.zuweisen"], json!({"faelle": [bezug()], "an": null}));
    mit(&["bogen.bestaetigen"], json!({"faelle": [bezug()]}));
    mit(&["bogen.antworten"], json!({"id": "x", "merkmal": "m", "wert": "ja", "version": 0}));
    mit(&["bogen.restliche_auf_ja"], json!({"id": "x", "abschnitt": 0}));
    mit(&["bogen.bemerkung", "doppelpruefung.bemerkung"], json!({"id": "x", "version": 1, "text": ""}));
    let inhalt = crate::gezogen::feststellung();
    let liste = json!({"pruefung_id": null, "blatt": blatt(), "sortierung": null, "absteigend": false, "staende": [], "team_id": null,
            "art": null, "schwere": null, "sachgebiet": null, "ursache": null, "nur_ueberfaellig": false});
    mit(&["feststellung.exportieren"], json!({"liste": liste, "ausgabe": listenziel()}));
    mit(&["feststellung.liste"], liste);
    mit(
        &["feststellung.speichern"],
        json!({"bezug": null, "prueffall_id": "x", "merkmal": "m", "inhalt": inhalt}),
    );
    mit(&["feststellung.zur_stellungnahme"], json!({"id": "x", "version": 1, "bis": null}));
    mit(
        &["feststellung.stellungnahme"],
        json!({"id": "x", "version": 1, "antwort": "anerkannt", "text": "Trifft zu.", "uebertragen_aus": null}),
    );
    mit(
        &["feststellung.entscheiden"],
        json!({"id": "x", "version": 1, "ergebnis": "aufrechterhalten", "grund": "Weisung.", "inhalt": null}),
    );
    mit(&["feststellung.feststellen"], json!({"feststellungen": [bezug()]}));
    mit(
        &["feststellung.berichtigen"],
        json!({"id": "x", "version": 1, "grund": "Schreibfehler.", "inhalt": inhalt}),
    );
    mit(&["korrektur.bestaetigen"], json!({"korrekturen": [bezug()]}));
    let liste = json!({"pruefung_id": null, "blatt": blatt(), "sortierung": null, "absteigend": false, "lage": null, "team_id": null,
            "wirkung": null, "suche": null});
    mit(&["korrektur.exportieren"], json!({"liste": liste, "ausgabe": listenziel()}));
    mit(&["korrektur.liste"], liste);
    mit(
        &["korrektur.erledigen"],
        json!({"id": "x", "version": 1, "erledigt_am": "2026-11-19", "vermerk": "Berichtigt."}),
    );
}
