//! Lists that leave the house: what is in the file is what was filtered, and nobody hands out more than she sees.

use crate::bericht::konform;
use crate::gezogen::{Gezogen, ohne_geld};
use calamine::{Data, Reader, Xlsx};
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use iks_core::api::{Fortschritt, Operation, aendern_viele};
use iks_core::bericht::liste as pdf;
use iks_core::einlesen::{als_csv, als_xlsx};
use iks_core::fehler::{Code, Fehler};
use iks_core::haus::Sitzung;
use iks_core::listenausgabe::{Angaben, Liste, Listenspalte, Zellart, Zelle};
use serde_json::{Value, json};
use std::io::Cursor;
use std::path::{Path, PathBuf};

fn tag(jahr: i32, monat: u32, tag: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(jahr, monat, tag).unwrap()
}

fn moment(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

/// The moment that a cell counts in days since 30.12.1899.
fn zeit(zelle: &Data) -> NaiveDateTime {
    let Data::DateTime(t) = zelle else { panic!("{zelle:?} is no date") };
    let sekunden = (t.as_f64() * 86_400.0).round();
    moment("1899-12-30 00:00") + chrono::TimeDelta::seconds(sekunden as i64)
}

/// Everything that can go wrong in a cell.
fn muster() -> Liste {
    let spalte = |titel, art| Listenspalte { titel, art };
    let zeile = |text: &str, zahl: i64, tag: NaiveDate, cent: i64, anteil: f64| {
        vec![
            Zelle::Text(text.to_owned()),
            Zelle::Zahl(zahl),
            Zelle::Datum(tag),
            Zelle::Zeitpunkt(tag.and_hms_opt(14, 5, 0).unwrap()),
            Zelle::Betrag(cent),
            Zelle::Prozent(anteil),
        ]
    };
    Liste {
        titel: "Gemischte Liste".into(),
        spalten: vec![
            spalte("Text", Zellart::Langtext),
            spalte("Zahl", Zellart::Zahl),
            spalte("Tag", Zellart::Datum),
            spalte("Zeitpunkt", Zellart::Zeitpunkt),
            spalte("Betrag", Zellart::Betrag),
            spalte("Anteil", Zellart::Prozent),
        ],
        zeilen: vec![
            zeile(
                "Überprüfung der Größe „Süd“; mit \"Zeichen\"",
                1_234_567,
                tag(2026, 12, 31),
                -119_455,
                0.085,
            ),
            zeile("=HYPERLINK(\"http://x\";\"y\")", -3, tag(2000, 2, 29), 7, 0.0),
            zeile("@SUMME(A1)", 0, tag(1999, 1, 1), 0, 1.0),
            vec![Zelle::Leer, Zelle::Leer, Zelle::Leer, Zelle::Leer, Zelle::Leer, Zelle::Leer],
        ],
        angaben: Angaben {
            haus: "Jobcenter Musterkreis".into(),
            umfang: "das ganze Haus".into(),
            filter: "Stand: in Prüfung · Jahr: 2026".into(),
            weggelassen: vec!["Bereich"],
            erstellt: DateTime::parse_from_rfc3339("2026-11-20T09:30:00+01:00").unwrap(),
            kopf: "ab".repeat(32),
        },
    }
}

fn xlsx_bytes(liste: &Liste) -> Vec<u8> {
    als_xlsx(liste, &mut |_| Ok::<(), String>(()), |e| e).unwrap()
}

fn csv_text(liste: &Liste) -> String {
    let bytes = als_csv(liste, &mut |_| Ok::<(), String>(()), |e| e.to_string()).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn blatt(bytes: &[u8], nummer: usize) -> Vec<Vec<Data>> {
    let mut mappe = Xlsx::new(Cursor::new(bytes)).unwrap();
    let bereich = mappe.worksheet_range_at(nummer).unwrap().unwrap();
    bereich.rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn xlsx_gibt_typen_und_werte_wieder() {
    let bytes = xlsx_bytes(&muster());
    let zeilen = blatt(&bytes, 0);
    let text = |t: &str| Data::String(t.to_owned());
    assert_eq!(zeilen[0][..3], [text("Text"), text("Zahl"), text("Tag")]);
    assert_eq!(zeilen[1][0], text("Überprüfung der Größe „Süd“; mit \"Zeichen\""));
    assert_eq!(zeilen[1][1], Data::Float(1_234_567.0));
    assert_eq!(zeit(&zeilen[1][2]), moment("2026-12-31 00:00"));
    assert_eq!(zeit(&zeilen[1][3]), moment("2026-12-31 14:05"));
    assert_eq!((&zeilen[1][4], &zeilen[1][5]), (&Data::Float(-1194.55), &Data::Float(0.085)));
    assert_eq!(zeit(&zeilen[2][2]), moment("2000-02-29 00:00"));
    // A text stays a text, and no formula was written.
    assert_eq!(zeilen[2][0], text("=HYPERLINK(\"http://x\";\"y\")"));
    let mut mappe = Xlsx::new(Cursor::new(&bytes[..])).unwrap();
    assert!(mappe.worksheet_formula("Gemischte Liste").unwrap().is_empty());
    let angaben = blatt(&bytes, 1);
    let wert = |name: &str| angaben.iter().find(|z| z[0] == text(name)).map(|z| z[1].to_string()).unwrap();
    assert_eq!(wert("Anzahl Zeilen"), "4");
    assert_eq!(wert("Filter"), "Stand: in Prüfung · Jahr: 2026");
    assert_eq!(wert("Weggelassene Spalten"), "Bereich");
    assert_eq!(wert("Ausgegeben am"), "20.11.2026, 09:30 Uhr");
    assert_eq!(wert("Kopf der Kette"), "ab".repeat(32));
}

#[test]
fn dieselbe_liste_gibt_dieselben_bytes() {
    let liste = muster();
    assert_eq!(xlsx_bytes(&liste), xlsx_bytes(&liste));
    assert_eq!(csv_text(&liste), csv_text(&liste));
    assert_eq!(pdf::als_pdf(&liste, &haus()).unwrap(), pdf::als_pdf(&liste, &haus()).unwrap());
    let mut spaeter = muster();
    spaeter.angaben.erstellt += chrono::TimeDelta::minutes(1);
    assert_ne!(xlsx_bytes(&liste), xlsx_bytes(&spaeter));
}

/// Parts of a workbook as text.
fn teil(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut zip.by_name(name).unwrap(), &mut text).unwrap();
    text
}

#[test]
fn xlsx_hat_festen_kopf_filter_und_deutsche_formate() {
    let bytes = xlsx_bytes(&muster());
    let blatt = teil(&bytes, "xl/worksheets/sheet1.xml");
    assert!(blatt.contains("state=\"frozen\"") && blatt.contains("<autoFilter ref=\"A1:F5\""), "{blatt}");
    let formate = teil(&bytes, "xl/styles.xml");
    assert!(formate.contains("dd\\.mm\\.yyyy") && formate.contains("[$€-407]"), "{formate}");
    assert!(teil(&bytes, "docProps/core.xml").contains("2026-11-20T08:30:00Z"));
}

#[test]
fn csv_ist_fuer_excel_und_ungefaehrlich() {
    let text = csv_text(&muster());
    let zeilen: Vec<&str> = text.trim_start_matches('\u{FEFF}').split("\r\n").collect();
    assert!(text.starts_with('\u{FEFF}'));
    assert_eq!(zeilen[0], "Text;Zahl;Tag;Zeitpunkt;Betrag;Anteil");
    assert_eq!(
        zeilen[1],
        "\"Überprüfung der Größe „Süd“; mit \"\"Zeichen\"\"\";1234567;31.12.2026;31.12.2026 14:05;-1194,55;8,5 %"
    );
    assert!(zeilen[2].starts_with("\"'=HYPERLINK("), "{}", zeilen[2]);
    assert!(zeilen[2].ends_with(";-3;29.02.2000;29.02.2000 14:05;0,07;0,0 %"));
    assert!(zeilen[3].starts_with("'@SUMME(A1);0;"));
    assert!(zeilen.contains(&"Anzahl Zeilen;4") && zeilen.contains(&"Filter;Stand: in Prüfung · Jahr: 2026"));
}

/// Size of the sheets in points.
fn masse(pdf: &[u8]) -> String {
    let datei = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(datei.path(), pdf).unwrap();
    let info = std::process::Command::new("pdfinfo").arg(datei.path()).output().unwrap();
    let info = String::from_utf8(info.stdout).unwrap();
    let zeile = info.lines().find_map(|z| z.strip_prefix("Page size:")).unwrap();
    zeile.trim().split(" pts").next().unwrap().to_owned()
}

#[test]
fn pdf_ist_zugaenglich_hoch_und_quer() {
    let mut liste = muster();
    let hoch = pdf::als_pdf(&liste, &haus()).unwrap();
    konform::pruefe(&hoch);
    // A list of many columns lies on its side.
    liste.spalten.extend_from_within(1..);
    for zeile in &mut liste.zeilen {
        zeile.extend_from_within(1..);
    }
    let quer = pdf::als_pdf(&liste, &haus()).unwrap();
    konform::pruefe(&quer);
    assert_eq!((masse(&quer), masse(&hoch)), ("841.89 x 595.28".to_owned(), "595.28 x 841.89".to_owned()));
    liste.zeilen.clear();
    konform::pruefe(&pdf::als_pdf(&liste, &haus()).unwrap());
}

struct Haus {
    g: Gezogen,
}

impl Haus {
    /// Three Feststellungen on units of "Leistung 1".
    fn neu() -> Self {
        let g = Gezogen::neu(json!({}));
        g.freigegeben(
            0,
            json!({"text": format!("=1+1 {}", "Der Bescheid ist unvollständig begründet. ".repeat(20))}),
        );
        g.freigegeben(1, ohne_geld());
        g.freigegeben(2, json!({"betrag_bund_cent": 1, "betrag_kommune_cent": 0}));
        Self { g }
    }

    fn datei(&self, name: &str) -> PathBuf {
        self.g.t.ordner.path().join(name)
    }

    fn anfrage(datei: &Path, spalten: &[&str], anders: &Value) -> Value {
        let mut liste = json!({"pruefung_id": null, "blatt": {"ab": 0, "anzahl": 1}, "sortierung": null, "absteigend": false,
            "staende": [], "team_id": null, "art": null, "schwere": null, "sachgebiet": null, "ursache": null,
            "nur_ueberfaellig": false});
        for (k, v) in anders.as_object().unwrap() {
            liste[k] = v.clone();
        }
        json!({"liste": liste, "ausgabe": {"datei": datei, "ueberschreiben": false, "spalten": spalten}})
    }

    fn exportiere(
        &self,
        wer: &Sitzung,
        datei: &str,
        spalten: &[&str],
        anders: &Value,
    ) -> Result<PathBuf, Fehler> {
        let pfad = self.datei(datei);
        self.g.t.aendern(wer, "feststellung.exportieren", Self::anfrage(&pfad, spalten, anders))?;
        Ok(pfad)
    }
}

#[test]
fn ausgegeben_wird_genau_was_gefiltert_ist() {
    let h = Haus::neu();
    // Of a page of one row all three are written.
    let pfad = h.exportiere(&h.g.qm, "alle.xlsx", &[], &json!({})).unwrap();
    let zeilen = blatt(&std::fs::read(&pfad).unwrap(), 0);
    assert_eq!(zeilen.len(), 1 + 3);
    let kopf: Vec<String> = zeilen[0].iter().map(ToString::to_string).collect();
    let spalte = |titel: &str| kopf.iter().position(|k| k == titel).unwrap();
    // The whole text, not its beginning; as text.
    let text = zeilen[1][spalte("Feststellung")].to_string();
    assert!(text.starts_with("=1+1 ") && text.chars().count() > 800, "{}", text.chars().count());
    assert_eq!(zeilen[1][spalte("Betrag")], Data::Float(455.5));
    assert_eq!(zeilen[2][spalte("Betrag")], Data::Empty);
    assert!(matches!(zeilen[1][spalte("Stellungnahme bis")], Data::DateTime(_)));

    let gefiltert = json!({"schwere": "gering"});
    let pfad = h.exportiere(&h.g.qm, "gering.csv", &["nummer", "schwere"], &gefiltert).unwrap();
    let csv = std::fs::read_to_string(pfad).unwrap();
    let zeilen: Vec<&str> = csv.trim_start_matches('\u{FEFF}').split("\r\n").collect();
    assert_eq!(zeilen[..3], ["Prüfung;Nr.;Schwere", "FA-2026-001;2;gering", "\"\""]);
    assert!(zeilen.contains(&"Filter;Schwere: gering") && zeilen.contains(&"Anzahl Zeilen;1"));
    assert!(zeilen.iter().any(|z| z.starts_with("Weggelassene Spalten;") && z.contains("Betrag")));
    h.g.t.protokoll_stimmt();
}

#[test]
fn fallnummern_bleiben_im_haus() {
    let h = Haus::neu();
    let liste = json!({"pruefung_id": null, "blatt": {"ab": 0, "anzahl": 9}, "sortierung": null, "absteigend": false, "staende": [],
        "team_id": null, "art": null, "schwere": null, "sachgebiet": null, "ursache": null, "nur_ueberfaellig": false});
    let gesehen = h.g.t.lesen(&h.g.qm, "feststellung.liste", liste).unwrap();
    assert!(gesehen["zeilen"][0]["fall"].as_str().unwrap().contains("BG"), "the QM sees the number");
    for datei in ["klar.csv", "klar.xlsx"] {
        let pfad = h.exportiere(&h.g.qm, datei, &[], &json!({})).unwrap();
        let bytes = std::fs::read(&pfad).unwrap();
        let text = if datei.ends_with("csv") {
            String::from_utf8(bytes).unwrap()
        } else {
            teil(&bytes, "xl/sharedStrings.xml")
        };
        assert!(!text.contains("09304BG"), "{datei} carries a case number");
        assert!(text.contains("Fall (Pseudonym)"));
    }
}

#[test]
fn niemand_gibt_mehr_aus_als_er_sieht() {
    let h = Haus::neu();
    let anzahl = |pfad: PathBuf| blatt(&std::fs::read(pfad).unwrap(), 0).len() - 1;
    assert_eq!(anzahl(h.exportiere(&h.g.tl[0], "tl1.xlsx", &[], &json!({})).unwrap()), 3);
    let leer = h.exportiere(&h.g.tl[1], "tl2.xlsx", &[], &json!({})).unwrap();
    let angaben = blatt(&std::fs::read(&leer).unwrap(), 1);
    assert_eq!(anzahl(leer), 0);
    let umfang = angaben.iter().find(|z| z[0] == Data::String("Sichtbereich".into())).unwrap()[1].to_string();
    assert!(umfang.contains("eigenen Teams"), "{umfang}");
    let fehler = h.exportiere(&h.g.pk, "pk.xlsx", &[], &json!({})).unwrap_err();
    assert_eq!(fehler.code, Code::Recht);
    assert!(!h.datei("pk.xlsx").exists());
}

#[test]
fn ausgabe_fragt_vor_dem_ersetzen_und_steht_im_verzeichnis() {
    let h = Haus::neu();
    let pfad = h.exportiere(&h.g.qm, "liste.pdf", &[], &json!({})).unwrap();
    konform::pruefe(&std::fs::read(&pfad).unwrap());
    let fehler = h.exportiere(&h.g.qm, "liste.pdf", &[], &json!({})).unwrap_err();
    assert_eq!(fehler.felder[0].feld, "ueberschreiben");
    for (datei, feld) in [("liste.txt", "datei"), ("liste", "datei"), ("haus/liste.csv", "datei")] {
        assert_eq!(
            h.exportiere(&h.g.qm, datei, &[], &json!({})).unwrap_err().felder[0].feld,
            feld,
            "{datei}"
        );
    }
    let fehler = h.exportiere(&h.g.qm, "x.csv", &["gibtsnicht"], &json!({})).unwrap_err();
    assert_eq!(fehler.felder[0].feld, "spalten");

    let frage = json!({"blatt": {"ab": 0, "anzahl": 5}});
    let verzeichnis = h.g.t.lesen(&h.g.qm, "ausgabe.liste", frage.clone()).unwrap();
    assert_eq!((&verzeichnis["gesamt"], &verzeichnis["zeilen"][0]["art"]), (&json!(1), &json!("liste")));
    assert_eq!(verzeichnis["zeilen"][0]["titel"], "Feststellungen (3 Zeilen, PDF)");
    assert_eq!(verzeichnis["zeilen"][0]["kopf"].as_str().unwrap().len(), 64);
    // The register itself can be handed out, too; an odd one about itself comes last.
    let datei = h.datei("verzeichnis.csv");
    let ziel = json!({"datei": datei, "ueberschreiben": false, "spalten": ["titel", "art"]});
    h.g.t.aendern(&h.g.qm, "ausgabe.exportieren", json!({"liste": frage, "ausgabe": ziel})).unwrap();
    let csv = std::fs::read_to_string(datei).unwrap();
    assert!(
        csv.contains("Ausgabe;Art\r\n\"Feststellungen (3 Zeilen, PDF)\";Liste\r\n")
            || csv.contains("Feststellungen (3 Zeilen, PDF);Liste\r\n"),
        "{csv}"
    );
    h.g.t.protokoll_stimmt();
}

#[test]
fn alle_listen_gehen_in_jedes_format() {
    let h = Haus::neu();
    let korrekturen = json!({"pruefung_id": h.g.pruefung, "blatt": {"ab": 0, "anzahl": 5}, "sortierung": "betrag", "absteigend": true, "lage": "offen",
        "team_id": null, "wirkung": null, "suche": null});
    let pruefungen = json!({"filter": {"text": "FA", "stand": ["gezogen"], "thema_id": null, "bereich_id": null, "team_id": null,
        "jahr": 2026}, "sortierung": "nummer", "absteigend": true, "blatt": {"ab": 0, "anzahl": 5}});
    let feststellungen =
        Haus::anfrage(Path::new(""), &[], &json!({"staende": ["zur_stellungnahme"]}))["liste"].clone();
    for (operation, liste, filter) in [
        ("feststellung.exportieren", feststellungen, "Stand: zur Stellungnahme"),
        ("korrektur.exportieren", korrekturen, "Prüfung: FA-2026-001 · Lage: noch nicht erledigt"),
        ("pruefung.exportieren", pruefungen, "Suche: FA · Stand: in Prüfung · Jahr: 2026"),
    ] {
        for endung in ["xlsx", "csv", "pdf"] {
            let datei = h.datei(&format!("{operation}.{endung}"));
            let ziel = json!({"datei": datei, "ueberschreiben": false, "spalten": []});
            let g = h.g.t.aendern(&h.g.qm, operation, json!({"liste": liste, "ausgabe": ziel})).unwrap();
            assert!(g.hinweise[0].contains("Zeile"), "{:?}", g.hinweise);
            let bytes = std::fs::read(&datei).unwrap();
            if let Some(ziel) = std::env::var_os("IKS_TEST_LISTE") {
                std::fs::copy(&datei, Path::new(&ziel).join(format!("{operation}.{endung}"))).unwrap();
            }
            match endung {
                "pdf" => konform::pruefe(&bytes),
                "csv" => assert!(String::from_utf8(bytes).unwrap().contains(&format!("Filter;{filter}"))),
                _ => assert!(blatt(&bytes, 1).iter().any(|z| z[1] == Data::String(filter.into()))),
            }
        }
    }
}

#[test]
fn abgebrochen_schreibt_nichts() {
    let h = Haus::neu();
    for datei in ["ab.csv", "ab.xlsx", "ab.pdf"] {
        let pfad = h.datei(datei);
        let anfrage = Haus::anfrage(&pfad, &[], &json!({}));
        let operation = Operation::aus_json("feststellung.exportieren", anfrage).unwrap();
        let fortschritt = Fortschritt::default();
        fortschritt.abbrechen();
        let fehler = aendern_viele(&h.g.t.haus, &h.g.qm, None, vec![operation], &fortschritt).unwrap_err();
        assert_eq!(fehler.code, Code::Abgebrochen);
        assert!(!pfad.exists());
    }
    let verzeichnis =
        h.g.t.lesen(&h.g.qm, "ausgabe.liste", json!({"blatt": {"ab": 0, "anzahl": 5}})).unwrap();
    assert_eq!(verzeichnis["gesamt"], 0);
}

/// What every report of a house carries.
fn haus() -> iks_core::bericht::modell::Hauskopf {
    iks_core::bericht::modell::Hauskopf {
        haus: "Jobcenter Musterkreis".into(),
        vertraulichkeit: Some("Nur für den Dienstgebrauch".into()),
        hauszeile: String::new(),
        logo: None,
    }
}
