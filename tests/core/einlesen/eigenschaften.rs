//! Properties over generated input.

use super::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn beliebige_bytes_stuerzen_nicht_ab(bytes in prop::collection::vec(any::<u8>(), 0..3000), xlsx in any::<bool>()) {
        let (_o, pfad) = datei(if xlsx { "x.xlsx" } else { "x.csv" }, &bytes);
        let _ = vorschau(&pfad, &Leseoptionen::default());
        for zeichensatz in [Zeichensatz::Utf8, Zeichensatz::Windows1252, Zeichensatz::Utf16Le, Zeichensatz::Utf16Be] {
            let _ = vorschau(&pfad, &Leseoptionen { zeichensatz: Some(zeichensatz), ..Leseoptionen::default() });
        }
    }

    #[test]
    fn beliebiger_text_ergibt_eine_rechnung_die_aufgeht(text in "[A-Z0-9;,\"\t\r\n. €äE+=-]{0,400}") {
        let (_o, pfad) = datei("x.csv", format!("BG-Nummer;Team\n{text}"));
        let z = Zuordnung { team: Some("Team".to_owned()), ..zuordnung(Auswahleinheit::Fall) };
        let _ = importiere(&pfad, &z);
    }

    #[test]
    fn veraenderte_mappen_stuerzen_nicht_ab(stellen in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let zeile = |n: u32| format!(r#"<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>0{n}BG1000</t></is></c><c r="B{n}" s="1" t="n"><v>46146.5</v></c><c r="C{n}" t="s"><v>0</v></c><c r="D{n}" t="b"><v>1</v></c></row>"#);
        let xml = format!(r#"<worksheet><dimension ref="A1:D4"/><sheetData>{}</sheetData></worksheet>"#, (1..5).map(zeile).collect::<String>());
        let mut xml = xml.into_bytes();
        for (stelle, wert) in stellen {
            let i = stelle.index(xml.len());
            xml[i] = wert;
        }
        let (_o, pfad) = datei("x.xlsx", mappe_roh(&xml, Some(r#"<sst uniqueCount="1"><si><t>x</t></si></sst>"#)));
        let _ = vorschau(&pfad, &Leseoptionen::default());
    }

    #[test]
    fn datum_hin_und_zurueck(tage in 0i64..100_000) {
        let tag = NaiveDate::from_ymd_opt(1900, 3, 1).unwrap() + chrono::Duration::days(tage);
        for form in ["%d.%m.%Y", "%Y-%m-%d", "%d.%m.%Y %H:%M"] {
            let text = tag.and_hms_opt(0, 0, 0).unwrap().format(form).to_string();
            prop_assert_eq!(datum(Feld::Text(&text)), Ok(tag));
        }
        prop_assert_eq!(datum(Feld::Datum((tage + 61) as f64)), Ok(tag));
    }

    #[test]
    fn betrag_hin_und_zurueck(cent in -9_000_000_000_000i64..9_000_000_000_000) {
        let (v, b) = (if cent < 0 { "-" } else { "" }, cent.unsigned_abs());
        let mut gruppen = (b / 100).to_string();
        let mut i = gruppen.len();
        while i > 3 { i -= 3; gruppen.insert(i, '.'); }
        for text in [format!("{v}{}.{:02}", b / 100, b % 100), format!("{v}{},{:02}", b / 100, b % 100), format!("{v}{gruppen},{:02} €", b % 100)] {
            prop_assert_eq!(betrag_cent(Feld::Text(&text)), Some(cent), "{}", text);
        }
        prop_assert_eq!(betrag_cent(Feld::Zahl(cent as f64 / 100.0)), Some(cent));
    }

    #[test]
    fn bezeichner_ist_stabil(text in any::<String>()) {
        let einmal = bezeichner(&text).into_owned();
        prop_assert_eq!(bezeichner(&einmal).into_owned(), einmal.clone());
        prop_assert!(!einmal.contains("  ") && einmal.trim() == einmal);
    }

    #[test]
    fn export_laesst_sich_lesen(zellen in prop::collection::vec("[a-zäß;\"\n ]{1,20}x", 2..6)) {
        let mut aus = CsvAusgabe::neu(Vec::new()).unwrap();
        aus.zeile(&zellen).unwrap();
        let bytes = aus.ende().unwrap();
        let mut leser = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(&bytes[3..]);
        let satz = leser.records().next().unwrap().unwrap();
        prop_assert_eq!(satz.iter().map(|z| z.trim_start_matches('\'')).collect::<Vec<_>>(), zellen.iter().map(String::as_str).collect::<Vec<_>>());
    }
}
