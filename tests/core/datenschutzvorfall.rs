//! Datenschutzvorfälle through the two doors: the clock, who sees what, the link to a Kundenreaktion, conflict, register.

use crate::bericht::konform::pruefe;
use crate::fixture::Testhaus;
use crate::kundenreaktion::{kontakt, reaktion};
use crate::widerspruch::mit;
use chrono::{TimeZone, Utc};
use iks_core::benutzer::Rolle;
use iks_core::fehler::{Code, Fehler};
use iks_core::haus::Sitzung;
use serde_json::{Value, json};

/// A letter to the wrong address, noticed on Friday 20.11.2026 at 08:30; it is 09:00.
pub fn vorfall() -> Value {
    json!({
        "betreff": "Brief an falsche Anschrift", "hergang": "Ein Bescheid ging an eine frühere Anschrift und wurde dort geöffnet.",
        "folgen": "", "verletzungen": ["vertraulichkeit"], "daten": ["stammdaten", "leistungsdaten"], "personen": 1, "datensaetze": null,
        "geschehen_am": "2026-11-16", "kenntnis_am": "2026-11-20", "kenntnis_um": "08:30", "kenntnis_durch": "Anruf",
    })
}

pub struct Dsb {
    pub t: Testhaus,
    pub dora: Sitzung,
    pub qm: Sitzung,
}

impl Dsb {
    pub fn neu() -> Self {
        let t = Testhaus::neu();
        let dora = t.person("dora", &[Rolle::Datenschutz], None, &[]);
        let qm = t.person("qm", &[Rolle::Qualitaetsmanagement], None, &[]);
        Self { t, dora, qm }
    }

    fn anlegen(&self, wer: &Sitzung, angaben: Value) -> Result<String, Fehler> {
        let r = json!({"angaben": angaben, "aus_reaktion": null});
        self.t.aendern(wer, "datenschutzvorfall.anlegen", r).map(|g| g.objekte[0].id.clone())
    }

    fn lesen(&self, wer: &Sitzung, id: &str) -> Value {
        self.t.lesen(wer, "datenschutzvorfall.lesen", json!({"id": id})).unwrap()
    }

    fn schritt(&self, id: &str, schritt: Value) -> Result<Vec<String>, Fehler> {
        let version = self.lesen(&self.dora, id)["vorfall"]["version"].clone();
        let r = json!({"id": id, "version": version, "schritt": schritt});
        self.t.aendern(&self.dora, "datenschutzvorfall.schritt", r).map(|g| g.hinweise)
    }

    fn liste(&self, wer: &Sitzung, filter: Value, sortierung: &str) -> Vec<String> {
        let r = json!({"filter": filter, "sortierung": sortierung, "absteigend": false, "blatt": {"ab": 0, "anzahl": 50}});
        let seite = self.t.lesen(wer, "datenschutzvorfall.liste", r).unwrap();
        let zeilen = seite["zeilen"].as_array().unwrap();
        assert_eq!(seite["gesamt"], zeilen.len());
        zeilen.iter().map(|z| z["nummer"].as_str().unwrap().to_owned()).collect()
    }

    /// Sets the clock of the house: month, day, hour, minute in UTC.
    fn uhr(&self, jahr: i32, (monat, tag): (u32, u32), (stunde, minute): (u32, u32)) {
        self.t.umgebung.stelle(Utc.with_ymd_and_hms(jahr, monat, tag, stunde, minute, 0).unwrap());
    }
}

fn bewerten(risiko: &str) -> Value {
    json!({"art": "bewerten", "risiko": risiko, "begruendung": "Bescheid mit Leistungsdaten, eine Person"})
}

fn melden(am: &str, um: &str, verspaetung: &str) -> Value {
    json!({"art": "melden", "am": am, "um": um, "zeichen": "BfDI 17", "verspaetung": verspaetung})
}

#[test]
fn vom_anruf_am_freitag_bis_zum_abschluss() {
    let d = Dsb::neu();
    let id = d.anlegen(&d.qm, vorfall()).unwrap();
    let v = d.lesen(&d.dora, &id);
    assert_eq!((&v["vorfall"]["nummer"], &v["uhr_laeuft"]), (&json!("DV-2026-001"), &json!(true)));
    assert_eq!(v["uhr"]["ende"], "2026-11-23T09:00:00+01:00");
    assert!(v["uhr"]["schritte"].as_array().unwrap().len() >= 4);
    assert_eq!(v["fehlt"].as_array().unwrap().len(), 2);
    d.schritt(&id, bewerten("hoch")).unwrap();
    let zu_frueh = d.schritt(&id, json!({"art": "abschliessen", "am": "2026-11-20"})).unwrap_err();
    assert_eq!(zu_frueh.code, Code::Regel);
    let ohne =
        d.schritt(&id, json!({"art": "nicht_melden", "begruendung": "Das lohnt sich nicht."})).unwrap_err();
    assert!(ohne.text.contains("Art. 33 Abs. 1"), "{}", ohne.text);
    d.schritt(&id, melden("2026-11-20", "09:00", "")).unwrap();
    let v = d.lesen(&d.dora, &id);
    assert_eq!((&v["uhr_laeuft"], &v["vorfall"]["lage"]["stand"]), (&json!(false), &json!("bearbeitung")));
    assert!(v["fehlt"][0].as_str().unwrap().contains("§ 83a"));
    // Without Sozialdaten nobody else is told, and the reasoning does not say so.
    let weg = v["uhr"]["schritte"].as_array().unwrap();
    assert!(weg.last().unwrap().as_str().unwrap().contains("Sind Sozialdaten betroffen"));
    d.schritt(&id, json!({"art": "aufsicht_unterrichten", "am": "2026-11-20", "stelle": "Rechtsaufsicht"}))
        .unwrap();
    assert!(d.lesen(&d.dora, &id)["naechster_schritt"].as_str().unwrap().contains("Art. 34"));
    let hinweise = d
        .schritt(&id, json!({"art": "benachrichtigen", "am": "2026-11-20", "wie": "Brief an 12345BG0001234"}))
        .unwrap();
    assert!(hinweise[0].contains("BG-Nummer"), "{hinweise:?}");
    d.schritt(
        &id,
        json!({"art": "massnahme_ableiten", "was": "Anschriften abgleichen", "bis": "2026-12-31"}),
    )
    .unwrap();
    d.schritt(&id, json!({"art": "nachmelden", "am": "2026-11-20", "was": "Zahl der Personen"})).unwrap();
    d.schritt(&id, json!({"art": "abschliessen", "am": "2026-11-20"})).unwrap();
    assert_eq!(d.lesen(&d.dora, &id)["moeglich"], json!(["wiederaufnehmen"]));
    // The last step can be taken back, and stays visible.
    let version = d.lesen(&d.dora, &id)["vorfall"]["version"].clone();
    let zurueck = json!({"id": id, "version": version, "grund": "Noch eine Frage offen"});
    d.t.aendern(&d.dora, "datenschutzvorfall.schritt_zuruecknehmen", zurueck).unwrap();
    let v = d.lesen(&d.dora, &id);
    assert_eq!(v["vorfall"]["lage"]["stand"], "bearbeitung");
    assert_eq!(v["vorfall"]["schritte"][6]["zurueckgenommen"]["grund"], "Noch eine Frage offen");
    d.t.protokoll_stimmt();
}

#[test]
fn die_uhren_der_quellen_laufen_durch_die_tueren() {
    let d = Dsb::neu();
    // mkm-datenschutz.de: 22.12.2020 12:17; then a Friday afternoon, and the change to summer time.
    for (jahr, jetzt, am, um, ende) in [
        (2020, (12, 22), "2020-12-22", "12:17", "2020-12-25T13:00:00+01:00"),
        (2026, (3, 27), "2026-03-27", "14:00", "2026-03-30T16:00:00+02:00"),
        (2026, (11, 20), "2026-11-20", "16:30", "2026-11-23T17:00:00+01:00"),
    ] {
        d.uhr(jahr, jetzt, (17, 0));
        let angaben = mit(vorfall(), json!({"kenntnis_am": am, "kenntnis_um": um, "geschehen_am": null}));
        let id = d.anlegen(&d.dora, angaben).unwrap();
        assert_eq!(d.lesen(&d.dora, &id)["uhr"]["ende"], ende);
    }
    // The first two have run out; the third ends first of those that still run.
    let u = d.t.lesen(&d.dora, "datenschutzvorfall.uebersicht", json!({})).unwrap();
    assert_eq!((&u["offen"], &u["uhr_laeuft"], &u["ueberfaellig"]), (&json!(3), &json!(3), &json!(2)));
    assert_eq!((&u["naechste_nummer"], &u["zu_bewerten"]), (&json!("DV-2020-001"), &json!(3)));
    assert_eq!(d.liste(&d.dora, json!({"ueberfaellig": true}), "kenntnis"), ["DV-2020-001", "DV-2026-001"]);
    let spaet = d.t.lesen(&d.dora, "datenschutzvorfall.lesen", json!({"id": u["naechster"]})).unwrap();
    assert_eq!(spaet["ueberfaellig"], true);
    // A late report needs reasons.
    let id = u["naechster"].as_str().unwrap();
    let ohne = d.schritt(id, melden("2020-12-25", "13:01", "")).unwrap_err();
    assert_eq!(ohne.felder[0].feld, "schritt.verspaetung");
    d.schritt(id, melden("2020-12-25", "13:01", "Über die Feiertage war niemand erreichbar.")).unwrap();
    assert_eq!(d.liste(&d.dora, json!({"verspaetet": true}), "nummer"), ["DV-2020-001"]);
}

#[test]
fn falsche_angaben_nennen_ihr_feld() {
    let d = Dsb::neu();
    let feld = |angaben: Value| {
        let fehler = d.anlegen(&d.dora, mit(vorfall(), angaben)).unwrap_err();
        fehler.felder.iter().map(|f| f.feld.clone()).collect::<Vec<_>>().join(" ")
    };
    for (angaben, erwartet) in [
        (json!({"kenntnis_am": "2026-11-21"}), "angaben.kenntnis_am"),
        (json!({"kenntnis_um": "11:00"}), "angaben.kenntnis_am"),
        (
            json!({"kenntnis_am": "2026-03-29", "kenntnis_um": "02:30", "geschehen_am": null}),
            "angaben.kenntnis_um",
        ),
        (json!({"geschehen_am": "2026-11-21"}), "angaben.geschehen_am"),
        (json!({"verletzungen": []}), "angaben.verletzungen"),
        (json!({"daten": ["bankdaten", "bankdaten"]}), "angaben.daten"),
        (json!({"personen": 0}), "angaben.personen"),
        (json!({"hergang": "kurz"}), "angaben.hergang"),
        (json!({"kenntnis_am": "1989-01-01", "geschehen_am": null}), "angaben.kenntnis_am"),
    ] {
        assert_eq!(feld(angaben.clone()), erwartet, "{angaben}");
    }
    for unsinn in [
        json!({"kenntnis_am": "2026-02-31"}),
        json!({"kenntnis_um": "25:00"}),
        json!({"kenntnis_um": "bald"}),
    ] {
        let fehler = d.anlegen(&d.dora, mit(vorfall(), unsinn)).unwrap_err();
        assert!(fehler.text.contains("gibt es nicht"), "{}", fehler.text);
    }
    let id = d.anlegen(&d.dora, vorfall()).unwrap();
    for (schritt, feld) in [
        (melden("2026-11-19", "10:00", ""), "schritt.am"),
        (melden("2026-11-20", "08:00", ""), "schritt.um"),
        (melden("2026-11-20", "23:00", ""), "schritt.um"),
        (melden("2026-11-21", "08:00", ""), "schritt.am"),
        (json!({"art": "bewerten", "risiko": "kein", "begruendung": ""}), "schritt.begruendung"),
        (json!({"art": "massnahme_ableiten", "was": "Aushang", "bis": "2026-11-01"}), "schritt.bis"),
    ] {
        let fehler = d.schritt(&id, schritt.clone()).unwrap_err();
        assert_eq!(fehler.felder.first().map(|f| f.feld.as_str()), Some(feld), "{schritt}: {}", fehler.text);
    }
    // A knowledge that is moved behind a step is refused with the reason.
    d.schritt(&id, melden("2026-11-20", "08:45", "")).unwrap();
    let spaeter = mit(vorfall(), json!({"kenntnis_um": "08:50"}));
    let r = json!({"id": id, "version": 2, "angaben": spaeter, "begruendung": "falsch abgelesen"});
    let fehler = d.t.aendern(&d.dora, "datenschutzvorfall.aendern", r).unwrap_err();
    assert!(fehler.text.contains("vor der Kenntnis"), "{}", fehler.text);
}

#[test]
fn die_kenntnis_wird_nur_mit_begruendung_und_sichtbar_geaendert() {
    let d = Dsb::neu();
    let id = d.anlegen(&d.qm, vorfall()).unwrap();
    d.uhr(2026, (11, 24), (9, 0));
    d.schritt(&id, bewerten("kein")).unwrap();
    d.schritt(&id, bewerten("risiko")).unwrap();
    d.schritt(&id, melden("2026-11-24", "09:30", "Büro am Montag nicht besetzt")).unwrap();
    let verspaetet = |wie: bool| {
        let r = json!({"von": "2026-01-01", "bis": "2026-12-31"});
        let zahlen = d.t.lesen(&d.dora, "datenschutzvorfall.verzeichnis", r).unwrap();
        assert_eq!(zahlen["verspaetet"], u32::from(wie));
    };
    verspaetet(true);
    let aendern = |mehr: Value, begruendung: &str| {
        let version = d.lesen(&d.dora, &id)["vorfall"]["version"].clone();
        let r = json!({"id": id, "version": version, "angaben": mit(vorfall(), mehr), "begruendung": begruendung});
        d.t.aendern(&d.dora, "datenschutzvorfall.aendern", r)
    };
    let spaeter = json!({"kenntnis_am": "2026-11-23"});
    for kurz in ["", "neu"] {
        assert_eq!(aendern(spaeter.clone(), kurz).unwrap_err().felder[0].feld, "begruendung");
    }
    assert_eq!(aendern(json!({"kenntnis_um": "08:45"}), "").unwrap_err().felder[0].feld, "begruendung");
    verspaetet(true);
    // Anything else needs none, and leaves no entry.
    aendern(json!({"personen": 3}), "").unwrap();
    aendern(spaeter, "Der Anruf kam erst am Montag").unwrap();
    verspaetet(false);
    let schritte = d.lesen(&d.dora, &id)["vorfall"]["schritte"].clone();
    assert_eq!(schritte.as_array().unwrap().len(), 4);
    assert_eq!(
        schritte[3]["schritt"],
        json!({"art": "berichtigen", "was": "Kenntnis 23.11.2026, 08:30 Uhr statt 20.11.2026, 08:30 Uhr",
               "begruendung": "Der Anruf kam erst am Montag"})
    );
    // Nobody enters it as a step, or takes it back: the step before goes, the correction stays.
    let von_hand = json!({"art": "berichtigen", "was": "nichts", "begruendung": "nur so da"});
    assert_eq!(d.schritt(&id, von_hand).unwrap_err().code, Code::Regel);
    let version = d.lesen(&d.dora, &id)["vorfall"]["version"].clone();
    let r = json!({"id": id, "version": version, "grund": "Es war nur ein Entwurf"});
    d.t.aendern(&d.dora, "datenschutzvorfall.schritt_zuruecknehmen", r).unwrap();
    let schritte = d.lesen(&d.dora, &id)["vorfall"]["schritte"].clone();
    assert!(schritte[3]["zurueckgenommen"].is_null() && !schritte[2]["zurueckgenommen"].is_null());
    // Both stand in the register of Art. 33 Abs. 5.
    let datei = d.t.ordner.path().join("vorfaelle.pdf");
    let frage = json!({"name": "datenschutzvorfaelle", "nummer": null, "von": "2026-01-01", "bis": "2026-12-31", "datei": datei, "ueberschreiben": true});
    d.t.aendern(&d.dora, "bericht.exportieren", frage).unwrap();
    let text = std::process::Command::new("pdftotext").arg("-layout").arg(&datei).arg("-").output();
    let text =
        String::from_utf8(text.unwrap().stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    for satz in [
        "Berichtigt: Kenntnis 23.11.2026, 08:30 Uhr statt 20.11.2026, 08:30 Uhr. Begründung: Der Anruf kam erst am Montag",
        "Zurückgenommen am 24.11.2026: Meldung an den BfDI eintragen, 24.11.2026, 09:30 Uhr, BfDI 17, Büro am Montag nicht besetzt. Grund: Es war nur ein Entwurf",
    ] {
        assert!(text.contains(satz), "{satz}: {text}");
    }
    d.t.protokoll_stimmt();
}

#[test]
fn wer_erfasst_sieht_das_eigene_und_entscheidet_nicht() {
    let d = Dsb::neu();
    let orte = d.t.organisation();
    let eigener = d.anlegen(&d.qm, vorfall()).unwrap();
    let fremder = d.anlegen(&d.dora, vorfall()).unwrap();
    assert_eq!(d.liste(&d.qm, json!({}), "nummer"), ["DV-2026-001"]);
    let fehler = d.t.lesen(&d.qm, "datenschutzvorfall.lesen", json!({"id": fremder})).unwrap_err();
    assert_eq!(fehler.code, Code::NichtGefunden);
    let sicht = d.lesen(&d.qm, &eigener);
    assert_eq!((&sicht["moeglich"], &sicht["darf_aendern"]), (&json!([]), &json!(true)));
    let neu = json!({"id": eigener, "version": 1, "angaben": mit(vorfall(), json!({"personen": 2})), "begruendung": ""});
    d.t.aendern(&d.qm, "datenschutzvorfall.aendern", neu).unwrap();
    let r = json!({"id": eigener, "version": 2, "schritt": bewerten("kein")});
    assert_eq!(d.t.aendern(&d.qm, "datenschutzvorfall.schritt", r).unwrap_err().code, Code::Recht);
    // Once it is being worked on, who entered it changes nothing any more.
    d.schritt(&eigener, bewerten("kein")).unwrap();
    let neu = json!({"id": eigener, "version": 3, "angaben": vorfall(), "begruendung": ""});
    assert_eq!(d.t.aendern(&d.qm, "datenschutzvorfall.aendern", neu).unwrap_err().code, Code::Regel);
    assert_eq!(d.lesen(&d.qm, &eigener)["darf_aendern"], false);
    // Art. 33 binds the house: the Geschäftsführung reports while the Datenschutz is away.
    let gerda = d.t.person("gerda", &[Rolle::Geschaeftsfuehrung], None, &[]);
    let stand = |schritt: Value| {
        let version = d.lesen(&gerda, &fremder)["vorfall"]["version"].clone();
        let r = json!({"id": fremder, "version": version, "schritt": schritt});
        d.t.aendern(&gerda, "datenschutzvorfall.schritt", r).unwrap();
        d.lesen(&gerda, &fremder)["vorfall"]["lage"]["stand"].clone()
    };
    assert_eq!(stand(bewerten("risiko")), "bewertet");
    assert_eq!(stand(melden("2026-11-20", "08:50", "")), "bearbeitung");
    let r = json!({"id": fremder, "version": 3, "grund": "noch nicht abgesandt"});
    d.t.aendern(&gerda, "datenschutzvorfall.schritt_zuruecknehmen", r).unwrap();
    for (rolle, sieht) in [
        (Rolle::Geschaeftsfuehrung, Some(2)),
        (Rolle::Revision, Some(2)),
        (Rolle::Teamleitung, Some(0)),
        (Rolle::Widerspruchsstelle, Some(0)),
        (Rolle::Kundenreaktionsmanagement, Some(0)),
        (Rolle::Korruptionspraevention, None),
        (Rolle::Pruefkraft, None),
        (Rolle::Administration, None),
    ] {
        let teams: &[&str] = if rolle == Rolle::Teamleitung { &[&orte["Leistung 1"]] } else { &[] };
        let wer = d.t.person(&format!("{rolle:?}").to_lowercase(), &[rolle], None, teams);
        let r = json!({"filter": {}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 9}});
        match (sieht, d.t.lesen(&wer, "datenschutzvorfall.liste", r)) {
            (Some(n), Ok(seite)) => assert_eq!(seite["gesamt"], n, "{rolle:?}"),
            (None, Err(fehler)) => assert_eq!(fehler.code, Code::Recht, "{rolle:?}"),
            (_, sonst) => panic!("{rolle:?}: {sonst:?}"),
        }
    }
}

#[test]
fn eine_kundenreaktion_wird_einmal_zum_vorfall() {
    let d = Dsb::neu();
    let karla = d.t.person("karla", &[Rolle::Kundenreaktionsmanagement], None, &[]);
    let ticket = |datenschutz: bool| {
        let sichtung = json!({"sichtung": {"rechtsbehelf": false, "begruendung": "", "datenschutz": datenschutz}, "widerspruch": null});
        let r = json!({"angaben": reaktion(), "klar": kontakt(), "sichtung": sichtung});
        d.t.aendern(&karla, "kundenreaktion.anlegen", r).unwrap().objekte[0].id.clone()
    };
    let (mit_datenschutz, ohne) = (ticket(true), ticket(false));
    let anlegen = |wer: &Sitzung, id: &str| {
        d.t.aendern(wer, "datenschutzvorfall.anlegen", json!({"angaben": vorfall(), "aus_reaktion": id}))
    };
    // The Datenschutz sees only tickets that touch it; for the others they look as if they did not exist.
    assert_eq!(anlegen(&d.dora, &ohne).unwrap_err().code, Code::NichtGefunden);
    assert_eq!(anlegen(&karla, &ohne).unwrap_err().felder[0].feld, "aus_reaktion");
    let g = anlegen(&karla, &mit_datenschutz).unwrap();
    assert!(g.hinweise.iter().any(|h| h.contains("K-2026-0001")), "{:?}", g.hinweise);
    let doppelt = anlegen(&d.dora, &mit_datenschutz).unwrap_err();
    assert!(doppelt.text.contains("DV-2026-001"), "{}", doppelt.text);
    assert_eq!(d.lesen(&d.dora, &g.objekte[0].id)["reaktion"]["nummer"], "K-2026-0001");
    let k = d.t.lesen(&karla, "kundenreaktion.lesen", json!({"id": mit_datenschutz})).unwrap();
    assert_eq!(k["datenschutzvorfall"]["nummer"], "DV-2026-001");
    d.t.protokoll_stimmt();
}

#[test]
fn zwei_zugleich_bekommen_beide_staende() {
    let d = Dsb::neu();
    let id = d.anlegen(&d.dora, vorfall()).unwrap();
    d.schritt(&id, bewerten("gering")).unwrap();
    let r = json!({"id": id, "version": 1, "schritt": bewerten("hoch")});
    let fehler = d.t.aendern(&d.dora, "datenschutzvorfall.schritt", r).unwrap_err();
    assert_eq!(fehler.code, Code::Konflikt);
    let stand = fehler.stand.unwrap();
    assert_eq!((&stand["version"], &stand["lage"]["bewertung"]["risiko"]), (&json!(2), &json!("gering")));
}

#[test]
fn suche_sortierung_und_liste_als_datei() {
    let d = Dsb::neu();
    d.anlegen(&d.dora, vorfall()).unwrap();
    let zweiter = mit(
        vorfall(),
        json!({"betreff": "Laptop verloren", "verletzungen": ["verfuegbarkeit"], "kenntnis_am": "2026-11-02"}),
    );
    let zweiter = d.anlegen(&d.dora, mit(zweiter, json!({"geschehen_am": null}))).unwrap();
    d.schritt(&zweiter, bewerten("hoch")).unwrap();
    assert_eq!(d.liste(&d.dora, json!({"suche": "lapt"}), "nummer"), ["DV-2026-002"]);
    assert_eq!(d.liste(&d.dora, json!({"suche": "\" OR *"}), "nummer").len(), 0);
    assert_eq!(d.liste(&d.dora, json!({"risiken": ["hoch"]}), "nummer"), ["DV-2026-002"]);
    assert_eq!(
        d.liste(&d.dora, json!({"staende": ["erfasst"], "nur_offene": true}), "nummer"),
        ["DV-2026-001"]
    );
    assert_eq!(d.liste(&d.dora, json!({"kenntnis_von": "2026-11-10"}), "nummer"), ["DV-2026-001"]);
    for sortierung in ["dringlichkeit", "kenntnis", "risiko", "stand"] {
        assert_eq!(d.liste(&d.dora, json!({}), sortierung).len(), 2);
    }
    let datei = d.t.ordner.path().join("vorfaelle.csv");
    let liste =
        json!({"filter": {}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 5}});
    let r = json!({"liste": liste, "ausgabe": {"datei": datei, "ueberschreiben": true, "spalten": []}});
    d.t.aendern(&d.dora, "datenschutzvorfall.exportieren", r.clone()).unwrap();
    let text = String::from_utf8(std::fs::read(&datei).unwrap()).unwrap();
    assert!(
        text.contains(
            "DV-2026-001;Brief an falsche Anschrift;20.11.2026, 08:30 Uhr;23.11.2026, 09:00 Uhr;zu bewerten"
        ),
        "{text}"
    );
    assert_eq!(d.t.aendern(&d.qm, "datenschutzvorfall.exportieren", r).unwrap_err().code, Code::Recht);
}

#[test]
fn das_verzeichnis_besteht_die_pruefungen_und_nennt_niemanden() {
    let d = Dsb::neu();
    let leer = d
        .t
        .lesen(&d.dora, "datenschutzvorfall.verzeichnis", json!({"von": "2026-01-01", "bis": "2026-12-31"}))
        .unwrap();
    assert_eq!(leer["vorfaelle"], 0);
    let id = d.anlegen(&d.qm, vorfall()).unwrap();
    d.schritt(&id, bewerten("hoch")).unwrap();
    d.schritt(&id, melden("2026-11-20", "09:00", "")).unwrap();
    d.schritt(
        &id,
        json!({"art": "massnahme_ableiten", "was": "Anschriften abgleichen", "bis": "2026-12-31"}),
    )
    .unwrap();
    let alt = mit(
        vorfall(),
        json!({"kenntnis_am": "2026-11-02", "geschehen_am": null, "daten": ["beschaeftigte"]}),
    );
    let alt = d.anlegen(&d.dora, alt).unwrap();
    d.schritt(&alt, bewerten("gering")).unwrap();
    d.schritt(&alt, json!({"art": "nicht_melden", "begruendung": "Die Liste blieb im Haus."})).unwrap();
    d.schritt(&alt, json!({"art": "abschliessen", "am": "2026-11-20"})).unwrap();
    // Of another period: it belongs to no line of this register.
    let frueher = mit(vorfall(), json!({"kenntnis_am": "2025-11-20", "geschehen_am": null}));
    let frueher = d.anlegen(&d.dora, frueher).unwrap();
    for herkunft in [&id, &frueher] {
        let angaben = json!({"was": "Anschriften vor dem Druck prüfen", "erlaeuterung": "", "art": "prozess",
            "rolle": "datenschutz", "team_id": null, "faellig": "2026-12-15"});
        let r = json!({"herkunft": {"art": "datenschutzvorfall", "id": herkunft}, "angaben": angaben});
        d.t.aendern(&d.dora, "massnahme.anlegen", r).unwrap();
    }
    let zahlen = d
        .t
        .lesen(&d.dora, "datenschutzvorfall.verzeichnis", json!({"von": "2026-01-01", "bis": "2026-12-31"}))
        .unwrap();
    assert_eq!(
        zahlen,
        json!({"vorfaelle": 2, "gemeldet": 1, "verspaetet": 0, "ohne_meldung": 1, "hohes_risiko": 1, "offen": 1,
               "massnahmen": 1, "massnahmen_offen": 1})
    );
    let bericht = |wer: &Sitzung, von: &str| {
        let datei = d.t.ordner.path().join("vorfaelle.pdf");
        let frage = json!({"name": "datenschutzvorfaelle", "nummer": null, "von": von, "bis": "2026-12-31", "datei": datei, "ueberschreiben": true});
        d.t.aendern(wer, "bericht.exportieren", frage).map(|_| std::fs::read(datei).unwrap())
    };
    let bytes = bericht(&d.dora, "2026-01-01").unwrap();
    pruefe(&bytes);
    let text = std::process::Command::new("pdftotext")
        .arg("-layout")
        .arg(d.t.ordner.path().join("vorfaelle.pdf"))
        .arg("-")
        .output();
    let text =
        String::from_utf8(text.unwrap().stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    for satz in [
        "Datenschutzvorfälle im Zeitraum: 2; davon nicht abgeschlossen: 1.",
        "An den BfDI gemeldet: 1 von 2, davon nach Ablauf von 72 Stunden: 0.",
        "DV-2026-001: Brief an falsche Anschrift",
        "keine: Die Liste blieb im Haus.",
        "keine Sozialdaten betroffen",
        "Maßnahme bis 31.12.2026: Anschriften abgleichen",
        "Abhilfe im Register der Maßnahmen:",
        "M-2026-001: Anschriften vor dem Druck prüfen, fällig 15.12.2026, offen",
        "20.11.2026, 09:00 Uhr, fristgerecht, Zeichen BfDI 17.",
    ] {
        assert!(text.contains(satz), "{satz}: {text}");
    }
    assert!(!text.contains("M-2026-002"), "{text}");
    for niemand in ["dora", "Person qm", "DS-1", "QM-1"] {
        assert!(!text.contains(niemand), "{niemand}: {text}");
    }
    // A period without one still is a register; and QM enters breaches but gets no register of all.
    pruefe(&bericht(&d.dora, "2026-12-01").unwrap());
    assert_eq!(bericht(&d.qm, "2026-01-01").unwrap_err().code, Code::Recht);
    if let Some(ziel) = std::env::var_os("IKS_TEST_BERICHTE") {
        std::fs::write(std::path::Path::new(&ziel).join("vorfaelle.pdf"), bytes).unwrap();
    }
}
