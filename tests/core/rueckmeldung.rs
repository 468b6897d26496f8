//! What goes back: Prüfvermerk of a case, Rückmeldeliste of a team, the empty sheet.

use crate::bericht::konform;
use crate::gezogen::{Gezogen, ohne_geld, text as wort};
use crate::pruefbericht::{einwandfrei, text};
use iks_core::benutzer::Rolle;
use iks_core::fehler::{Code, Ergebnis, Fehler};
use iks_core::haus::Sitzung;
use serde_json::{Value, json};
use std::path::PathBuf;

fn datei(g: &Gezogen, name: &str) -> PathBuf {
    g.t.ordner.path().join(name)
}

fn gib_aus(g: &Gezogen, wer: &Sitzung, name: &str, nummer: &str, ziel: &str) -> Ergebnis<PathBuf> {
    let pfad = datei(g, ziel);
    let r = json!({"name": name, "nummer": nummer, "von": null, "bis": null, "datei": pfad, "ueberschreiben": true});
    g.t.aendern(wer, "bericht.exportieren", r)?;
    if let Some(ordner) = std::env::var_os("IKS_TEST_RUECKMELDUNG") {
        std::fs::copy(&pfad, PathBuf::from(ordner).join(ziel)).unwrap();
    }
    Ok(pfad)
}

/// The text of a report that is PDF/A and PDF/UA; the preview shows the same to the same person.
/// Hyphens at the ends of lines are taken out again.
fn lies(g: &Gezogen, wer: &Sitzung, name: &str, nummer: &str) -> String {
    let pfad = gib_aus(g, wer, name, nummer, &format!("{name}.pdf")).unwrap();
    einwandfrei(&pfad);
    konform::pruefe(&std::fs::read(&pfad).unwrap());
    vorschau(g, wer, name, nummer).unwrap();
    text(&pfad).replace("\u{ad} ", "")
}

fn vorschau(g: &Gezogen, wer: &Sitzung, name: &str, nummer: &str) -> Result<Value, Fehler> {
    let r =
        json!({"name": name, "nummer": nummer, "von": null, "bis": null, "blatt": {"ab": 0, "anzahl": 1}});
    g.t.lesen(wer, "bericht.vorschau", r)
}

/// Refused alike when it is looked at and when it is written.
#[track_caller]
fn abgelehnt(g: &Gezogen, wer: &Sitzung, name: &str, nummer: &str) -> Fehler {
    let fehler = vorschau(g, wer, name, nummer).unwrap_err();
    let zweiter = gib_aus(g, wer, name, nummer, "abgelehnt.pdf").unwrap_err();
    assert_eq!(fehler.to_string(), zweiter.to_string());
    assert!(!datei(g, "abgelehnt.pdf").exists());
    fehler
}

fn nummer(g: &Gezogen) -> String {
    wort(&g.t.lesen(&g.qm, "pruefung.lesen", json!({"id": g.pruefung})).unwrap()["pruefung"]["nummer"])
}

fn stelle(g: &Gezogen, fall: &str) -> String {
    format!("{}/{}", nummer(g), g.bogen(&g.qm, fall)["fall"]["position"])
}

/// Plain number and pseudonym of a unit.
fn namen(g: &Gezogen, fall: &str) -> (String, String) {
    let bogen = g.bogen(&g.qm, fall);
    (wort(&bogen["fallnummer"]), wort(&bogen["fall"]["pseudonym"])[..10].to_owned())
}

fn ausgabe(g: &Gezogen) -> Value {
    let liste = g.t.lesen(&g.qm, "ausgabe.liste", json!({"blatt": {"ab": 0, "anzahl": 1}})).unwrap();
    liste["zeilen"][0].clone()
}

fn person(g: &Gezogen, rolle: Rolle) -> Sitzung {
    g.t.person("andere", &[rolle], None, &[])
}

#[test]
fn pruefvermerk_sagt_was_im_bogen_steht() {
    let g = Gezogen::neu(json!({}));
    let id = g.freigegeben(0, json!({}));
    let fall = g.fall(1, 0);
    let (klar, pseudonym) = namen(&g, &fall);
    let vorlaeufig = lies(&g, &g.qm, "pruefvermerk", &stelle(&g, &fall));
    let kopf = [klar.as_str(), "Prüfvermerk (vorläufig)", "Nur für den internen Gebrauch"];
    for stueck in kopf.iter().chain(&[
        "Leistung 1",
        "QM-1",
        "BL-1",
        "Überzahlung: Bund 281,50 €, Kommune 174,00 €, einmalig",
        "materiell, wesentlich",
        "Der Leistungsbeginn wurde zu früh festgesetzt.",
        "keine Antwort, Frist 04.12.2026",
        "fällig am 31.12.2026; offen",
        "1 Feststellung ist noch nicht endgültig.",
        "Bescheidart Änderungsbescheid",
    ]) {
        assert!(vorlaeufig.contains(stueck), "{stueck}: {vorlaeufig}");
    }
    // Each item that applies stands with its answer, and no other does.
    let bogen = g.bogen(&g.qm, &fall);
    let gelten: Vec<String> = bogen["gelten"].as_array().unwrap().iter().map(wort).collect();
    let ohne_trennung = |t: &str| t.replace(['-', '\u{2010}', '\u{ad}', ' '], "");
    for m in bogen["abschnitte"].as_array().unwrap().iter().flat_map(|a| a["merkmale"].as_array().unwrap()) {
        let gefragt = gelten.contains(&wort(&m["kennung"]));
        let steht = ohne_trennung(&vorlaeufig).contains(&ohne_trennung(&wort(&m["frage"])));
        assert_eq!(steht, gefragt, "{m}");
    }
    // No names, and no bridge to the reports with pseudonyms; the register calls the unit by its place.
    assert!(!vorlaeufig.contains("Person qm") && !vorlaeufig.contains(&pseudonym));
    let eintrag = ausgabe(&g);
    assert_eq!((&eintrag["art"], &eintrag["objekt"]), (&json!("pruefvermerk"), &json!(fall)));
    assert_eq!(eintrag["titel"], format!("Prüfvermerk {}", stelle(&g, &fall)));

    let tue = |wer: &Sitzung, op: &str, weiter: Value| {
        let version = g.feststellung(&g.qm, &id)["feststellung"]["version"].clone();
        let r = crate::gezogen::mit(json!({"id": id, "version": version}), &weiter);
        g.t.aendern(wer, op, r).unwrap();
    };
    let antwort =
        json!({"antwort": "nicht_anerkannt", "text": "Der Nachweis lag vor.", "uebertragen_aus": null});
    tue(&g.tl[0], "feststellung.stellungnahme", antwort);
    let entscheidung =
        json!({"ergebnis": "aufrechterhalten", "grund": "Die Aktenlage ist eindeutig.", "inhalt": null});
    tue(&g.bl, "feststellung.entscheiden", entscheidung);
    let k = g.feststellung(&g.qm, &id)["korrektur"].clone();
    let r = json!({"id": k["id"], "version": k["version"], "erledigt_am": "2026-11-20", "vermerk": "Bescheid geändert"});
    g.t.aendern(&g.tl[0], "korrektur.erledigen", r).unwrap();
    // The Teamleitung of the team and whoever was given the case have the same note.
    let endgueltig = lies(&g, &g.tl[0], "pruefvermerk", &stelle(&g, &fall));
    assert!(!endgueltig.contains("(vorläufig)"), "{endgueltig}");
    for stueck in [
        klar.as_str(),
        "nicht anerkannt (TL-1, 20.11.2026",
        "aufrechterhalten (BL-1, 20.11.2026",
        "erledigt am 20.11.2026 (TL-1); noch nicht bestätigt: Bescheid geändert",
    ] {
        assert!(endgueltig.contains(stueck), "{stueck}: {endgueltig}");
    }
    g.t.protokoll_stimmt();
}

#[test]
fn pruefvermerk_nur_fuer_die_die_nummern_sehen() {
    let g = Gezogen::neu(json!({}));
    let fall = g.fall(1, 0);
    let stelle = stelle(&g, &fall);
    // Another team's Teamleitung and a Prüfkraft without the case: as if there were none.
    let unbekannt = format!("{}/999", nummer(&g));
    for wer in [&g.tl[1], &g.pk] {
        let fehler = abgelehnt(&g, wer, "pruefvermerk", &stelle);
        let keiner = abgelehnt(&g, wer, "pruefvermerk", &unbekannt);
        assert_eq!(fehler.felder[0].feld, "nummer");
        assert_eq!(fehler.to_string().replace(&stelle, "x"), keiner.to_string().replace(&unbekannt, "x"));
    }
    let r = json!({"faelle": [g.bezug(&fall)], "an": g.pk.benutzer_id()});
    g.t.aendern(&g.qm, "bogen.zuweisen", r).unwrap();
    for wer in [&g.pk, &g.tl[0], &g.bl] {
        assert!(lies(&g, wer, "pruefvermerk", &stelle).contains("noch nicht abgeschlossen"));
    }
    for rolle in [Rolle::Geschaeftsfuehrung, Rolle::Revision, Rolle::Datenschutz] {
        let wer = g.t.person(&format!("{rolle:?}").to_lowercase(), &[rolle], None, &[]);
        assert_eq!(abgelehnt(&g, &wer, "pruefvermerk", &stelle).code, Code::Recht, "{rolle:?}");
    }
    for falsch in ["", "FA-2026-001", "FA-2026-001/x", "/1"] {
        assert_eq!(abgelehnt(&g, &g.qm, "pruefvermerk", falsch).felder[0].feld, "nummer", "{falsch}");
    }
}

#[test]
fn rueckmeldeliste_nennt_nur_freigegebenes() {
    let g = Gezogen::neu(json!({}));
    let erste = g.freigegeben(0, json!({}));
    // A sheet that is not closed yet, with a Feststellung that nobody has confirmed.
    let offen = g.fall(1, 1);
    g.fuelle(&g.qm, &offen, "nein");
    g.feststelle(&g.qm, &offen, json!({"text": "Noch ungeprüfter Verdacht."}));
    let ohne = g.fall(1, 2);
    g.fuelle(&g.qm, &ohne, "ja");
    g.abschliessen(&g.qm, &ohne);
    g.freigegeben(3, ohne_geld());
    let wo = format!("{}/Leistung 1", nummer(&g));
    let liste = lies(&g, &g.tl[0], "rueckmeldung", &wo);
    for nr in 0..6 {
        let (klar, pseudonym) = namen(&g, &g.fall(1, nr));
        assert!(liste.contains(&klar) && !liste.contains(&pseudonym), "{nr}: {liste}");
        assert!(!liste.contains(&namen(&g, &g.fall(2, nr)).0));
    }
    for stueck in [
        "Rückmeldeliste (vorläufig)",
        "Nur für den internen Gebrauch",
        "Stellung zu nehmen ist zu 2 Feststellungen, zuerst bis 04.12.2026.",
        "1 Korrektur ist zu erledigen, zuerst bis 31.12.2026.",
        "3 Fälle sind noch in Prüfung",
        "materiell, wesentlich; Überzahlung 455,50 €",
        "davon ohne Feststellung 1",
        "davon mit Feststellung 2",
    ] {
        assert!(liste.contains(stueck), "{stueck}: {liste}");
    }
    assert!(!liste.contains("Verdacht") && !liste.contains('%'), "{liste}");
    assert_eq!(ausgabe(&g)["objekt"], g.pruefung);
    // Taken back: counted, no longer reported.
    let x = g.feststellung(&g.qm, &erste)["feststellung"]["version"].clone();
    let r = json!({"id": erste, "version": x, "antwort": "nicht_anerkannt", "text": "Der Nachweis lag vor.", "uebertragen_aus": null});
    g.t.aendern(&g.tl[0], "feststellung.stellungnahme", r).unwrap();
    let x = g.feststellung(&g.qm, &erste)["feststellung"]["version"].clone();
    let r = json!({"id": erste, "version": x, "ergebnis": "zurueckgenommen", "grund": "Der Nachweis lag vor.", "inhalt": null});
    g.t.aendern(&g.bl, "feststellung.entscheiden", r).unwrap();
    let liste = lies(&g, &g.bl, "rueckmeldung", &wo);
    assert!(liste.contains("Zurückgenommene Feststellungen 1"), "{liste}");
    assert!(!liste.contains("455,50") && liste.contains("davon ohne Feststellung 2"), "{liste}");
}

#[test]
fn rueckmeldeliste_zeigt_jeder_rolle_nur_ihre_sicht() {
    let g = Gezogen::neu(json!({}));
    g.freigegeben(0, json!({}));
    let (klar, pseudonym) = namen(&g, &g.fall(1, 0));
    let wo = format!("{}/Leistung 1", nummer(&g));
    let nicht_da = format!("{}/Leistung 9", nummer(&g));
    // The other team: as if it did not exist.
    let fehler = abgelehnt(&g, &g.tl[1], "rueckmeldung", &wo);
    assert_eq!(
        fehler.to_string().replace("Leistung 1", "x"),
        abgelehnt(&g, &g.tl[1], "rueckmeldung", &nicht_da).to_string().replace("Leistung 9", "x")
    );
    assert_eq!(abgelehnt(&g, &g.pk, "rueckmeldung", &wo).code, Code::Recht);
    assert!(lies(&g, &g.qm, "rueckmeldung", &wo).contains(&klar));
    let leitung = person(&g, Rolle::Geschaeftsfuehrung);
    let liste = lies(&g, &leitung, "rueckmeldung", &wo);
    assert!(liste.contains(&pseudonym) && !liste.contains(&klar) && liste.contains("keine Fallnummern"));
    // Marked "unter 5 Beschäftigte": only for those who lead or check it.
    let uebersicht = g.t.lesen(&g.qm, "organisation.uebersicht", json!({})).unwrap();
    let team = uebersicht["teams"].as_array().unwrap().iter().find(|t| t["name"] == "Leistung 1").unwrap();
    let r = json!({"bezug": {"id": team["id"], "version": team["version"]}, "name": "Leistung 1",
        "bereich_id": team["bereich_id"], "standort_id": team["standort_id"], "unter_fuenf": true,
        "gueltigkeit": {"gueltig_ab": "2020-01-01", "gueltig_bis": null}});
    g.t.aendern(&g.t.admin, "organisation.team_speichern", r).unwrap();
    for wer in [&g.tl[0], &g.qm, &g.bl] {
        assert!(lies(&g, wer, "rueckmeldung", &wo).contains(&klar));
    }
    assert_eq!(abgelehnt(&g, &leitung, "rueckmeldung", &wo).code, Code::Recht);
}

#[test]
fn rueckmeldeliste_als_tabelle_nennt_pseudonyme_und_keine_formeln() {
    let g = Gezogen::neu(json!({}));
    g.freigegeben(0, json!({"text": "=HYPERLINK(\"x\") steht im Bescheid."}));
    let wo = format!("{}/Leistung 1", nummer(&g));
    for (endung, wer) in [("csv", &g.tl[0]), ("xlsx", &g.qm)] {
        let pfad = gib_aus(&g, wer, "rueckmeldung", &wo, &format!("rueckmeldung.{endung}")).unwrap();
        let eintrag = ausgabe(&g);
        assert_eq!(eintrag["art"], "liste");
        assert_eq!(eintrag["titel"], format!("Rückmeldeliste (6 Zeilen, {})", endung.to_uppercase()));
        if endung == "csv" {
            let csv = String::from_utf8_lossy(&std::fs::read(&pfad).unwrap()).into_owned();
            let (klar, pseudonym) = namen(&g, &g.fall(1, 0));
            assert!(csv.contains(&pseudonym) && !csv.contains(&klar) && !csv.contains("BG1"), "{csv}");
            assert!(csv.contains("'=HYPERLINK"), "{csv}");
            assert!(csv.contains("noch in Prüfung"), "{csv}");
        }
    }
    let fehler = gib_aus(&g, &g.tl[1], "rueckmeldung", &wo, "fremd.xlsx").unwrap_err();
    assert_eq!(fehler.felder[0].feld, "nummer");
    assert!(!datei(&g, "fremd.xlsx").exists());
    // Another report is no list.
    let fehler = gib_aus(&g, &g.qm, "pruefvermerk", &stelle(&g, &g.fall(1, 0)), "vermerk.xlsx").unwrap_err();
    assert_eq!(fehler.felder[0].feld, "datei");
    let ueberall = gib_aus(&g, &g.qm, "rueckmeldung", &wo, "liste.docx").unwrap_err();
    assert_eq!(ueberall.felder[0].feld, "datei");
    g.t.protokoll_stimmt();
}

#[test]
fn blankobogen_hat_jedes_merkmal_mit_fuenf_kaestchen() {
    let g = Gezogen::neu(json!({}));
    let bogen = g.bogen(&g.qm, &g.fall(1, 0));
    let merkmale: Vec<Value> = bogen["abschnitte"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|a| a["merkmale"].as_array().unwrap().clone())
        .collect();
    let ohne_trennung = |t: &str| t.replace(['-', '\u{2010}', '\u{ad}', ' '], "");
    let pruefung = g.t.lesen(&g.qm, "pruefung.lesen", json!({"id": g.pruefung})).unwrap();
    let themen = g.t.lesen(&g.qm, "pruefthema.liste", json!({})).unwrap();
    let kennung = themen
        .as_array()
        .unwrap()
        .iter()
        .find(|t| t["thema"]["id"] == pruefung["pruefung"]["plan"]["thema_id"])
        .map(|t| wort(&t["thema"]["kennung"]))
        .unwrap();
    for (wer, stelle) in [(&g.pk, kennung.clone()), (&g.tl[0], nummer(&g)), (&g.qm, format!("{kennung}/1"))] {
        let blatt = lies(&g, wer, "pruefbogen", &stelle);
        assert_eq!(blatt.matches('☐').count(), 5 * merkmale.len(), "{stelle}");
        assert_eq!(
            blatt.matches("nur wenn Nr.").count(),
            merkmale.iter().filter(|m| !m["wenn"].is_null()).count()
        );
        for m in &merkmale {
            for feld in ["frage", "rechtsgrundlage", "hinweis"] {
                assert!(ohne_trennung(&blatt).contains(&ohne_trennung(&wort(&m[feld]))), "{feld}: {m}");
            }
        }
        // A blank sheet knows no case.
        assert!(!blatt.contains("09304BG"));
        assert_eq!(blatt.contains("01.01.2026 bis 30.06.2026"), stelle == nummer(&g), "{blatt}");
    }
    assert_eq!(ausgabe(&g)["art"], "blankobogen");
    assert_eq!(abgelehnt(&g, &g.pk, "pruefbogen", &nummer(&g)).felder[0].feld, "nummer");
    assert_eq!(abgelehnt(&g, &g.qm, "pruefbogen", &format!("{kennung}/99")).felder[0].feld, "nummer");
    let krm = person(&g, Rolle::Kundenreaktionsmanagement);
    assert_eq!(abgelehnt(&g, &krm, "pruefbogen", &kennung).code, Code::Recht);
}

/// Who leads a team hands out what is about her team, never a report on a whole check or register.
#[test]
fn berichte_ueber_ganze_register_bleiben_bei_ihren_rollen() {
    let g = Gezogen::neu(json!({}));
    let namen = |wer: &Sitzung| -> Vec<String> {
        let liste = g.t.lesen(wer, "bericht.liste", json!({})).unwrap();
        liste.as_array().unwrap().iter().map(|b| wort(&b["name"])).collect()
    };
    assert_eq!(namen(&g.tl[0]), ["pruefvermerk", "rueckmeldung", "pruefbogen"]);
    assert_eq!(namen(&g.pk), ["pruefvermerk", "pruefbogen"]);
    let revision = person(&g, Rolle::Revision);
    assert!(!namen(&revision).contains(&"pruefvermerk".to_owned()));
    assert!(namen(&revision).contains(&"rueckmeldung".to_owned()));
    for name in ["pruefung", "widerspruch", "kundenreaktion", "pruefliste", "massnahmen"] {
        let r = json!({"name": name, "nummer": nummer(&g), "von": "2026-01-01", "bis": "2026-12-31",
            "datei": datei(&g, "nichts.pdf"), "ueberschreiben": true});
        assert_eq!(g.t.aendern(&g.tl[0], "bericht.exportieren", r).unwrap_err().code, Code::Recht, "{name}");
    }
}
