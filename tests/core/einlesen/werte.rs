//! Dates, amounts, exports, types for the window.

use super::*;

#[test]
fn betraege_wie_sie_geschrieben_werden() {
    let gut = [
        ("1.194,55", 119_455),
        ("1194.55", 119_455),
        ("1194,55 €", 119_455),
        ("€ 12", 1_200),
        ("1.194", 119_400),
        ("1,194.55", 119_455),
        ("12,5", 1_250),
        ("12,50-", -1_250),
        ("-3.896.729,49", -389_672_949),
        ("0,00", 0),
        ("1 194,55", 119_455),
        ("1\u{A0}194,55\u{A0}EUR", 119_455),
        ("12,5000", 1_250),
        ("−5,00", -500),
        ("+5", 500),
        ("1.234.567", 123_456_700),
        ("1.5", 150),
    ];
    for (text, cent) in gut {
        assert_eq!(betrag_cent(Feld::Text(text)), Some(cent), "{text}");
    }
    for text in [
        "",
        "-",
        ",",
        "1,194",
        "1.19,55",
        "12,345",
        "12,",
        ",5",
        "1,2,3",
        "1.2.3",
        "abc",
        "12 Euro 5",
        "1..2",
        "--5",
        "99999999999999999",
        "1e5",
        "€",
    ] {
        assert_eq!(betrag_cent(Feld::Text(text)), None, "{text}");
    }
    assert_eq!(betrag_cent(Feld::Zahl(320.6)), Some(32_060));
    assert_eq!(betrag_cent(Feld::Zahl(f64::NAN)), None);
    assert_eq!(betrag_cent(Feld::Zahl(1e300)), None);
}

#[test]
fn daten_wie_sie_geschrieben_werden() {
    let tag = NaiveDate::from_ymd_opt(2026, 5, 4).unwrap();
    for text in
        ["04.05.2026", "4.5.2026", "2026-05-04", "04.05.26", "04.05.2026 00:00", "2026-05-04T12:30:00.000"]
    {
        assert_eq!(datum(Feld::Text(text)), Ok(tag), "{text}");
    }
    assert_eq!(datum(Feld::Text("01.02.74")), Ok(NaiveDate::from_ymd_opt(1974, 2, 1).unwrap()));
    assert_eq!(datum(Feld::Datum(46_146.75)), Ok(tag));
    assert_eq!(datum(Feld::Zahl(59.0)), Ok(NaiveDate::from_ymd_opt(1900, 2, 28).unwrap()));
    assert_eq!(datum(Feld::Zahl(61.0)), Ok(NaiveDate::from_ymd_opt(1900, 3, 1).unwrap()));
    for text in ["31.02.2026", "29.02.2025", "00.01.2026", "01.13.2026", "2026-02-31", "01.01.0026"] {
        assert_eq!(datum(Feld::Text(text)), Err(DatumFehler::GibtEsNicht), "{text}");
    }
    for text in [
        "",
        "Mai 2026",
        "04.05.",
        "1.194.550",
        "04/05/2026",
        "2026-5-4",
        "04.05.20266",
        "ä.ö.2026",
        "05.2026",
    ] {
        assert_eq!(datum(Feld::Text(text)), Err(DatumFehler::KeinDatum), "{text}");
    }
    for serie in [0.0, 60.0, -1.0, 1e9, f64::NAN, f64::INFINITY] {
        assert_eq!(datum(Feld::Datum(serie)), Err(DatumFehler::GibtEsNicht), "{serie}");
    }
}

#[test]
fn export_ist_gegen_formeln_geschuetzt() {
    for boese in ["=1+1", "+49", "-1+2", "@SUM(A1)", "\tx", "\rx", " =1", "-", "-1;2", "＝1", "-2-3"] {
        assert_eq!(entschaerft(boese), format!("'{boese}"));
    }
    for gut in ["-12", "-1.194,55", "-5 €", "a=b", "09304BG1", "", "Müller-Lüdenscheidt", "1-2"] {
        assert_eq!(entschaerft(gut), gut);
    }
    let mut aus = CsvAusgabe::neu(Vec::new()).unwrap();
    aus.zeile(["Zeile", "Grund"]).unwrap();
    aus.zeile(["5", "=HYPERLINK(\"x\");y"]).unwrap();
    let bytes = aus.ende().unwrap();
    assert_eq!(bytes, "\u{FEFF}Zeile;Grund\r\n5;\"'=HYPERLINK(\"\"x\"\");y\"\r\n".as_bytes());
}

#[test]
fn typen_fuer_das_fenster() {
    use ts_rs::{Config, TS};
    let c = Config::default();
    for text in [
        Vorschau::decl(&c),
        Importergebnis::decl(&c),
        Zuordnung::decl(&c),
        Leseoptionen::decl(&c),
        Datumsspalte::decl(&c),
    ] {
        assert!(text.starts_with("type "), "{text}");
    }
    assert!(Datumsspalte::decl(&c).contains("von: string | null"));
}
