//! An earlier list of Widersprüche enters the register: words, days, duplicates, finished procedures, cancelling.

use crate::einlesen::mappe;
use crate::widerspruch::{Stelle, angaben};
use iks_core::api::{self, Fortschritt, Operation};
use iks_core::fehler::{Code, Ergebnis};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

const KOPF: &str = "BG-Nummer;Eingang;Name;Art;Gegenstand;Bescheid vom;Aufgabe zur Post;Sachgebiet;Team;Ergebnis;Erledigt am;W-Nr.;Bemerkung";

/// All columns of [`KOPF`], nothing said about words.
fn leseweise() -> Value {
    json!({"optionen": {}, "zuordnung": {
        "spalten": {"fallnummer": "BG-Nummer", "eingang": "Eingang", "name": "Name", "art": "Art", "gegenstand": "Gegenstand",
                    "bescheid_am": "Bescheid vom", "aufgabe_zur_post": "Aufgabe zur Post", "sachgebiet": "Sachgebiet", "team": "Team",
                    "ergebnis": "Ergebnis", "entschieden_am": "Erledigt am", "fruehere_nummer": "W-Nr.", "vermerk": "Bemerkung"},
        "standard_art": "widerspruch", "standard_sachgebiet": "aufhebung-erstattung",
        "vermerk_vorhanden": true, "belehrung_vollstaendig": true, "worte": []}})
}

struct Haus {
    s: Stelle,
}

impl Haus {
    fn neu() -> Self {
        Self { s: Stelle::neu() }
    }

    fn datei(&self, name: &str, inhalt: impl AsRef<[u8]>) -> PathBuf {
        let pfad = self.s.t.ordner.path().join(name);
        std::fs::write(&pfad, inhalt).unwrap();
        pfad
    }

    /// A CSV as Excel on a German desktop writes it.
    fn liste(&self, zeilen: &[&str]) -> PathBuf {
        let text = format!("{KOPF}\r\n{}\r\n", zeilen.join("\r\n"));
        self.datei("liste.csv", encoding_rs::WINDOWS_1252.encode(&text).0)
    }

    fn pruefen(&self, pfad: &Path, leseweise: &Value) -> Value {
        let anfrage = json!({"datei": pfad, "leseweise": leseweise});
        self.s.t.lesen(&self.s.anna, "widerspruch.import_pruefen", anfrage).unwrap()
    }

    fn einlesen(&self, pfad: &Path, leseweise: &Value) -> Ergebnis<api::Geaendert> {
        let sha256 = self.pruefen(pfad, leseweise)["sha256"].clone();
        let anfrage = json!({"datei": pfad, "leseweise": leseweise, "sha256": sha256});
        self.s.t.aendern(&self.s.anna, "widerspruch.einlesen", anfrage)
    }

    /// All procedures, by number, as a person of the Widerspruchsstelle reads them.
    fn register(&self) -> Vec<Value> {
        let anfrage = json!({"filter": {}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 100}});
        let seite = self.s.t.lesen(&self.s.anna, "widerspruch.liste", anfrage).unwrap();
        let zeilen = seite["zeilen"].as_array().unwrap();
        zeilen.iter().map(|z| self.s.lesen(&self.s.anna, z["id"].as_str().unwrap())).collect()
    }
}

/// Reasons of the rows not taken over, with their lines.
fn befunde(pruefung: &Value) -> Vec<(u64, String)> {
    let befunde = pruefung["befunde"].as_array().unwrap();
    befunde.iter().map(|b| (b["zeile"].as_u64().unwrap(), b["text"].as_str().unwrap().to_owned())).collect()
}

#[test]
fn eine_liste_aus_excel_mit_offenen_und_erledigten() {
    let h = Haus::neu();
    let pfad = h.liste(&[
        "12345BG0000017;12.11.2026;Erika Müßig;Widerspruch;Änderungsbescheid;26.10.2026;26.10.2026;aufhebung, erstattung und Aufrechnung;Leistung 2;in Bearbeitung;;17/26;eilt",
        "12345BG0000025;03.02.2025;Jörg Öl;W;Aufhebung;13.01.2025;13.01.2025;aufhebung-erstattung;;ZURUECKGEWIESEN;05.05.2025;3/25;",
        "12345BG0000033;07.01.2025;;§ 44 SGB X;;;;;;abgeholfen;09.01.2025;;",
        "12345BG0000041;10.03.2025;;Klage;;;;;;Vergleich;09.01.2026;;",
    ]);
    let p = h.pruefen(&pfad, &leseweise());
    assert_eq!(befunde(&p), []);
    assert_eq!((&p["gelesen"], &p["neu"], &p["erledigt"]), (&json!(4), &json!(4), &json!(3)));
    let g = h.einlesen(&pfad, &leseweise()).unwrap();
    assert_eq!(
        g.hinweise,
        [
            "4 Verfahren wurden übernommen, davon 3 als erledigt. 0 waren schon vorhanden, 0 wurden abgewiesen."
        ]
    );
    let r = h.register();
    let nummern: Vec<_> = r.iter().map(|d| d["verfahren"]["nummer"].as_str().unwrap()).collect();
    // By year of receipt, and within it in the order of receipt.
    assert_eq!(nummern, ["W-2025-0001", "W-2025-0002", "W-2025-0003", "W-2026-0001"]);
    let (ueberpruefung, fertig, klage, offen) = (&r[0], &r[1], &r[2], &r[3]);
    assert_eq!(offen["klar"]["name"], "Erika Müßig");
    assert_eq!(offen["verfahren"]["angaben"]["gegenstand"], "Änderungsbescheid");
    assert_eq!(offen["verfahren"]["angaben"]["vermerk"], "Frühere Nummer: 17/26\neilt");
    assert_eq!(offen["verfahren"]["angaben"]["team_id"], h.s.orte["Leistung 2"].as_str());
    assert_eq!(offen["verfahren"]["lage"]["stand"], "eingegangen");
    // The same deadlines as entered by hand: posted 26.10., known 30.10., Monday 30.11.2026.
    let frist = |d: &Value, art: &str| {
        let f = d["fristen"].as_array().unwrap();
        f.iter().find(|f| f["frist"]["art"] == art).unwrap()["frist"].clone()
    };
    assert_eq!(frist(offen, "widerspruchsfrist")["tag"], "2026-11-30");
    assert_eq!(frist(offen, "untaetigkeit")["stand"], "laufend");
    // Posted 13.01.2025, known 17.01., in time on 03.02.; three months from then end on 03.05.2025.
    let lage = &fertig["verfahren"]["lage"];
    assert_eq!((&lage["stand"], &lage["ergebnis"]), (&json!("erledigt"), &json!("zurueckgewiesen")));
    assert_eq!(
        (&lage["entschieden_am"], &lage["abschluss_am"]),
        (&json!("2025-05-05"), &json!("2025-05-05"))
    );
    assert_eq!(frist(fertig, "untaetigkeit")["stand"], "erledigt");
    assert_eq!(frist(fertig, "untaetigkeit")["berechnung"]["nominal"], "2025-05-03");
    assert_eq!(ueberpruefung["verfahren"]["art"], "ueberpruefung");
    assert_eq!(ueberpruefung["verfahren"]["angaben"]["gegenstand"], "Ohne Angabe in der Liste");
    assert_eq!(klage["verfahren"]["lage"]["ergebnis"], "vergleich");
    h.s.t.protokoll_stimmt();
}

#[test]
fn excel_mit_echten_tagen_und_zahlen_als_nummer() {
    let h = Haus::neu();
    let text = |t: &str| format!("<c t=\"inlineStr\"><is><t>{t}</t></is></c>");
    let kopf: String = ["BG-Nummer", "Eingang", "Gegenstand"].map(text).concat();
    // 46038 is 16.01.2026 in the system of 1900.
    let zeilen = format!(
        "<row r=\"1\">{kopf}</row><row r=\"2\"><c><v>93041001722</v></c><c><v>46038</v></c>{}</row>",
        text("Minderung &amp; Auszahlung")
    );
    let pfad = h.datei("liste.xlsx", mappe(&zeilen, None));
    let mut l = leseweise();
    l["zuordnung"]["spalten"] =
        json!({"fallnummer": "BG-Nummer", "eingang": "Eingang", "gegenstand": "Gegenstand"});
    let p = h.pruefen(&pfad, &l);
    assert_eq!(befunde(&p), []);
    let hinweise = p["hinweise"].to_string();
    assert!(hinweise.contains("Führende Nullen"), "{hinweise}");
    assert!(hinweise.contains("Aufgabe zur Post nicht nachgewiesen"), "{hinweise}");
    h.einlesen(&pfad, &l).unwrap();
    let r = h.register();
    assert_eq!(r[0]["fall"], "93041001722");
    assert_eq!(r[0]["verfahren"]["angaben"]["eingang"], "2026-01-16");
    assert_eq!(r[0]["verfahren"]["angaben"]["gegenstand"], "Minderung & Auszahlung");
}

#[test]
fn nur_ein_nachgewiesener_abgang_laesst_die_frist_laufen() {
    let zeile = "12345BG0000017;12.11.2026;;W;Bescheid;26.10.2026;26.10.2026;;;;;;";
    for (vermerk, belehrung, tag) in
        [(true, true, json!("2026-11-30")), (false, true, Value::Null), (true, false, json!("2027-11-01"))]
    {
        let h = Haus::neu();
        let pfad = h.liste(&[zeile]);
        let mut l = leseweise();
        l["zuordnung"]["vermerk_vorhanden"] = json!(vermerk);
        l["zuordnung"]["belehrung_vollstaendig"] = json!(belehrung);
        let hinweise = h.pruefen(&pfad, &l)["hinweise"].to_string();
        assert_eq!(hinweise.contains("nicht nachgewiesen"), !vermerk);
        assert_eq!(hinweise.contains("Jahresfrist"), !belehrung);
        h.einlesen(&pfad, &l).unwrap();
        let fristen = h.register()[0]["fristen"].clone();
        let frist =
            fristen.as_array().unwrap().iter().find(|f| f["frist"]["art"] == "widerspruchsfrist").unwrap();
        // Without the instruction: a year from 30.10.2026 ends on a Saturday, so on Monday 01.11.2027.
        assert_eq!(frist["frist"]["tag"], tag);
    }
}

#[test]
fn schlechte_zeilen_werden_mit_grund_und_zeile_abgewiesen() {
    let h = Haus::neu();
    let pfad = h.liste(&[
        ";12.11.2026;;;;;;;;;;;",
        "1BG2;31.02.2026;;;;;;;;;;;",
        "1BG3;;;;;;;;;;;;",
        "1BG4;gestern;;;;;;;;;;;",
        "1BG5;24.12.2026;;;;;;;;;;;",
        "1BG6;01.10.2026;;;;05.10.2026;;;;;;;",
        "1BG7;01.10.2026;;;;;;;;abgelehnt;30.09.2026;;",
        "1BG8;01.10.2026;;;;;;;;abgelehnt;;;",
        "1BG9;01.10.2026;;;;;;;;;02.10.2026;;",
        "1BG10;01.10.2026;;;;;;;;Vergleich;02.10.2026;;",
        "1BG11;01.10.2026;;Beschwerde;;;;;;;;;",
        "1BG12;01.10.2026;;;;;;Mietkram;;;;;",
        "1BG13;01.10.2026;;;;;;;Team Nord;;;;",
        "9,3E+08;01.10.2026;;;;;;;;;;;",
        "1BG15;01.10.2026;;;;;07.10.2026;;;;;;",
        "Summe;;;;;;;;;;;;",
        "1BG17;01.10.2026;;;a;b;c;d;e;f;g;h;i;j",
    ]);
    let p = h.pruefen(&pfad, &leseweise());
    let soll = [
        (2, "Die Nummer fehlt."),
        (3, "Den Tag in „Eingang“ gibt es nicht."),
        (4, "Der Tag des Eingangs fehlt."),
        (5, "In „Eingang“ steht kein Datum der Form TT.MM.JJJJ."),
        (6, "Der Tag in „Eingang“ liegt in der Zukunft (24.12.2026)."),
        (7, "Eingang: Der Eingang liegt vor dem Bescheid. Bitte prüfen Sie beide Tage."),
        (8, "Die Entscheidung (30.09.2026) liegt vor dem Eingang (01.10.2026)."),
        (9, "Das Verfahren hat ein Ergebnis, aber keinen Tag der Entscheidung."),
        (10, "Das Verfahren hat einen Tag der Entscheidung, aber kein Ergebnis."),
        (11, "Das Ergebnis „Vergleich“ gibt es bei der Art „Widerspruch“ nicht."),
        (12, "Das Wort „Beschwerde“ in „Art“ ist hier nicht bekannt. Bitte legen Sie fest, was es bedeutet."),
        (
            13,
            "Das Wort „Mietkram“ in „Sachgebiet“ ist hier nicht bekannt. Bitte legen Sie fest, was es bedeutet.",
        ),
        (14, "Das Wort „Team Nord“ in „Team“ ist hier nicht bekannt. Bitte legen Sie fest, was es bedeutet."),
        (
            15,
            "Excel hat die Nummer in die Form 9,3E+08 gebracht, Ziffern sind verloren. Bitte formatieren Sie die Spalte als Text und exportieren Sie neu.",
        ),
        (
            16,
            "Aufgabe zur Post: Der Rechtsbehelf ist eingegangen, bevor der Bescheid abging. Bitte prüfen Sie beide Tage.",
        ),
        (17, "Summenzeile der Liste, kein Verfahren."),
        (
            18,
            "Die Zeile hat mehr oder weniger Spalten als die Kopfzeile. Vermutlich steht ein Trennzeichen in einem Text.",
        ),
    ];
    assert_eq!(befunde(&p), soll.map(|(z, t)| (z, t.to_owned())));
    assert_eq!((&p["gelesen"], &p["neu"], &p["abgewiesen"]), (&json!(17), &json!(0), &json!(17)));
    let e = h.einlesen(&pfad, &leseweise()).unwrap_err();
    assert_eq!(e.code, Code::Regel);
    // All rejected rows leave the house as a list.
    let ziel = h.s.t.ordner.path().join("befunde.csv");
    let anfrage = json!({"liste": pfad, "leseweise": leseweise(), "datei": ziel, "ueberschreiben": false});
    h.s.t.aendern(&h.s.anna, "widerspruch.importbefunde_exportieren", anfrage).unwrap();
    let text = std::fs::read_to_string(&ziel).unwrap();
    assert_eq!(text.lines().count(), 18);
    assert!(text.contains("3;abgewiesen;Den Tag in „Eingang“ gibt es nicht."));
}

#[test]
fn ein_wort_wird_einmal_erklaert() {
    let h = Haus::neu();
    let pfad = h.liste(&[
        "1BG1;01.10.2026;;Beschwerde;;;;Mietkram;Nord;Prozess läuft;;;",
        "1BG2;01.10.2026;;Beschwerde;;;;Mietkram;Nord;;;;",
    ]);
    let mut l = leseweise();
    let worte = |p: &Value| -> Vec<String> {
        let worte = p["worte"].as_array().unwrap();
        worte
            .iter()
            .map(|w| format!("{} {} {}", w["feld"], w["wort"], w["zeilen"]).replace('"', ""))
            .collect()
    };
    let p = h.pruefen(&pfad, &l);
    assert_eq!(
        worte(&p),
        ["art Beschwerde 2", "sachgebiet Mietkram 2", "team Nord 2", "ergebnis Prozess läuft 1"]
    );
    assert_eq!(p["abgewiesen"], 2);
    l["zuordnung"]["worte"] = json!([
        {"feld": "art", "wort": "BESCHWERDE", "bedeutung": "ueberpruefung"},
        {"feld": "sachgebiet", "wort": "Mietkram", "bedeutung": "unterkunft-heizung"},
        {"feld": "team", "wort": "Nord", "bedeutung": ""},
        {"feld": "ergebnis", "wort": "Prozess läuft", "bedeutung": ""},
        {"feld": "team", "wort": "Süd", "bedeutung": "gibt es nicht mehr"},
    ]);
    let p = h.pruefen(&pfad, &l);
    assert_eq!(befunde(&p), []);
    h.einlesen(&pfad, &l).unwrap();
    let r = h.register();
    assert_eq!(r[0]["verfahren"]["art"], "ueberpruefung");
    assert_eq!(r[0]["verfahren"]["angaben"]["sachgebiet"], "unterkunft-heizung");
    assert_eq!(r[0]["verfahren"]["angaben"]["team_id"], Value::Null);
    // A team with a new list: what was said is kept under a name, apart from the profiles of populations.
    let speichern = |bezug: Value, name: &str| {
        let anfrage = json!({"bezug": bezug, "name": name, "inhalt": l});
        h.s.t.aendern(&h.s.anna, "widerspruch.importprofil_speichern", anfrage)
    };
    let id = speichern(Value::Null, "Alte Liste").unwrap().objekte[0].id.clone();
    assert_eq!(speichern(Value::Null, "Alte Liste").unwrap_err().code, Code::Eingabe);
    let profile = h.s.t.lesen(&h.s.anna, "widerspruch.importprofile", json!({})).unwrap();
    assert_eq!(profile[0]["inhalt"]["zuordnung"], l["zuordnung"]);
    assert_eq!(h.s.t.lesen(&h.s.qm, "grundgesamtheit.profile", json!({})).unwrap(), json!([]));
    speichern(json!({"id": id, "version": 1}), "Liste bis 2026").unwrap();
    assert_eq!(speichern(json!({"id": id, "version": 1}), "x3").unwrap_err().code, Code::Konflikt);
    h.s.t.protokoll_stimmt();
}

#[test]
fn was_schon_da_ist_kommt_nicht_noch_einmal() {
    let h = Haus::neu();
    // By hand: case 12345BG0000017, received 12.11.2026 against the decision of 26.10.2026.
    h.s.anlegen("widerspruch", angaben());
    let pfad = h.liste(&[
        "12345BG0000017;12.11.2026;;W;;26.10.2026;;;;;;;",
        "12345BG0000017;12.11.2026;;W;;02.11.2026;;;;;;;",
        "12345BG0000017;12.11.2026;;W;;02.11.2026;;;;;;;",
        "12345BG0000017;12.11.2026;;W;;02.11.2026;;;;;;12/26;",
        "1BG5;01.10.2026;;W;;;;;;;;5/26;",
        "1BG5;01.10.2026;;W;;;;;;;;6/26;",
        "1BG5;01.10.2026;;K;;;;;;;;;",
    ]);
    let p = h.pruefen(&pfad, &leseweise());
    let gleich = "Fallnummer, Eingang und Art sind gleich.";
    assert_eq!(
        befunde(&p),
        [
            (2, format!("Schon im Register als W-2026-0001. {gleich}")),
            (4, format!("Dublette von Zeile 3. {gleich}")),
            (5, format!("Dublette von Zeile 3. {gleich}")),
        ]
    );
    // Several remedies of one day are different procedures where decision, earlier number or kind say so.
    assert_eq!((&p["neu"], &p["vorhanden"], &p["abgewiesen"]), (&json!(4), &json!(1), &json!(2)));
    h.einlesen(&pfad, &leseweise()).unwrap();
    assert_eq!(h.register().len(), 5);
    let p = h.pruefen(&pfad, &leseweise());
    assert_eq!((&p["neu"], &p["vorhanden"]), (&json!(0), &json!(7)));
    assert_eq!(h.einlesen(&pfad, &leseweise()).unwrap_err().code, Code::Regel);
    assert_eq!(h.register().len(), 5);
}

#[test]
fn eine_geaenderte_datei_und_eine_zu_lange_werden_nicht_gelesen() {
    let h = Haus::neu();
    let pfad = h.liste(&["1BG1;01.10.2026;;;;;;;;;;;"]);
    let sha256 = h.pruefen(&pfad, &leseweise())["sha256"].clone();
    h.liste(&["1BG1;02.10.2026;;;;;;;;;;;"]);
    let anfrage = json!({"datei": pfad, "leseweise": leseweise(), "sha256": sha256});
    let e = h.s.t.aendern(&h.s.anna, "widerspruch.einlesen", anfrage).unwrap_err();
    assert_eq!(e.text, "Die Datei wurde seit der Prüfung geändert. Bitte prüfen Sie sie erneut.");
    let viele: Vec<String> = (0..20_001).map(|i| format!("1BG{i};01.10.2026;;;;;;;;;;;")).collect();
    let pfad = h.liste(&viele.iter().map(String::as_str).collect::<Vec<_>>());
    let anfrage = json!({"datei": pfad, "leseweise": leseweise()});
    let e = h.s.t.lesen(&h.s.anna, "widerspruch.import_pruefen", anfrage).unwrap_err();
    assert!(e.text.starts_with("Die Liste hat mehr als 20.000 Zeilen."), "{}", e.text);
    let mut l = leseweise();
    l["zuordnung"]["spalten"].as_object_mut().unwrap().remove("entschieden_am");
    let anfrage = json!({"datei": pfad, "leseweise": l});
    let e = h.s.t.lesen(&h.s.anna, "widerspruch.import_pruefen", anfrage).unwrap_err();
    assert_eq!(e.felder[0].feld, "entschieden_am");
}

#[test]
fn abgebrochen_bleibt_nichts_und_die_vorschau_raet_die_spalten() {
    let h = Haus::neu();
    let zeilen: Vec<String> = (0..120).map(|i| format!("1BG{i:03};01.10.2026;;;;;;;;;;;")).collect();
    let pfad = h.liste(&zeilen.iter().map(String::as_str).collect::<Vec<_>>());
    let sha256 = h.pruefen(&pfad, &leseweise())["sha256"].clone();
    let operation = || {
        let anfrage = json!({"datei": pfad, "leseweise": leseweise(), "sha256": sha256});
        vec![Operation::aus_json("widerspruch.einlesen", anfrage).unwrap()]
    };
    let fortschritt = Fortschritt::default();
    fortschritt.abbrechen();
    let e = api::aendern_viele(&h.s.t.haus, &h.s.anna, None, operation(), &fortschritt).unwrap_err();
    assert_eq!(e.code, Code::Abgebrochen);
    assert_eq!(h.register().len(), 0);
    h.s.t.protokoll_stimmt();
    let v =
        h.s.t
            .lesen(&h.s.anna, "widerspruch.import_vorschau", json!({"datei": pfad, "optionen": {}}))
            .unwrap();
    assert_eq!(v["vorschlag"], leseweise()["zuordnung"]["spalten"]);
    assert_eq!(v["vorschau"]["zeichensatz"], "utf8");
    let e =
        h.s.t.lesen(&h.s.qm, "widerspruch.import_pruefen", json!({"datei": pfad, "leseweise": leseweise()}));
    assert_eq!(e.unwrap_err().code, Code::Recht);
}
