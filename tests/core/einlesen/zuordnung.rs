//! The mapping: what is taken, warned, rejected, and what never comes out.

use super::*;

#[test]
fn nicht_zugeordnete_spalten_kommen_nicht_heraus() {
    let (_o, pfad) = datei("l.csv", "BG-Nummer;Name;Team\n0001BG1;Geheim;A\n0002BG1;Geheim;B\n");
    let z = Zuordnung { team: Some("Team".to_owned()), ..zuordnung(Auswahleinheit::Fall) };
    let (e, einheiten) = importiere(&pfad, &z).unwrap();
    assert!(!format!("{e:?}{einheiten:?}").contains("Geheim"));
}

#[test]
fn fehler_der_zuordnung() {
    let pfad = fixture("grundgesamtheit_leistung.csv");
    let fehlt = Zuordnung { nummer: "Kundennummer".to_owned(), ..leistung() };
    assert!(matches!(importiere(&pfad, &fehlt), Err(Abbruch::Einlesen(EinleseFehler::SpalteFehlt { .. }))));
    let viele = Zuordnung { schichten: vec!["BG-Nummer".to_owned()], ..leistung() };
    let Err(Abbruch::Einlesen(e)) = importiere(&pfad, &viele) else { panic!("51 strata taken") };
    assert_eq!(
        e.to_string(),
        "Zeile 55: Die Schicht „BG-Nummer“ hat mehr als 50 verschiedene Werte. Bitte wählen Sie eine Spalte mit weniger Werten."
    );
    let doppelt = Zuordnung { schluessel: vec!["BG-Nummer".to_owned()], ..leistung() };
    assert!(matches!(importiere(&pfad, &doppelt), Err(Abbruch::Einlesen(EinleseFehler::Zuordnung { .. }))));
    let fremd = r#"{"auswahleinheit":"fall","nummer":"A","geheim":1}"#;
    assert!(serde_json::from_str::<Zuordnung>(fremd).is_err());
    let kurz: Zuordnung = serde_json::from_str(r#"{"auswahleinheit":"massnahme","nummer":"A"}"#).unwrap();
    assert_eq!(kurz.auswahleinheit, Auswahleinheit::Massnahme);
}

#[test]
fn abbrechen_und_fehler_der_senke() {
    let pfad = fixture("grundgesamtheit_leistung.csv");
    let gemeldet = Cell::new(0);
    let ergebnis =
        pruefe(&pfad, &Leseoptionen::default(), &leistung(), &mut |_| Ok::<(), Infallible>(()), &|n| {
            gemeldet.set(n);
            n >= 2000
        });
    assert!(matches!(ergebnis, Err(Abbruch::Abgebrochen)));
    assert_eq!(gemeldet.get(), 2000);
    let ergebnis =
        pruefe(&pfad, &Leseoptionen::default(), &leistung(), &mut |_| Err(std::fmt::Error), &|_| false);
    assert!(matches!(ergebnis, Err(Abbruch::Senke(_))));
}

#[test]
fn dublette_trotz_unsichtbarer_unterschiede() {
    // One case five times: as it is, with blanks, a no-break space, a zero-width space, decomposed umlaut.
    let (_o, pfad) = datei(
        "l.csv",
        "BG-Nummer;Team\nÄ1 2345;A\n  Ä1   2345 ;A\nÄ1\u{A0}2345;A\nÄ1 23\u{200B}45;A\nA\u{308}1 2345;A\nSumme: 5;\n;\nGesamtstadt 77;A\n",
    );
    let (e, einheiten) = importiere(&pfad, &zuordnung(Auswahleinheit::Fall)).unwrap();
    assert_eq!(
        einheiten.iter().map(|x| x.schluessel.as_str()).collect::<Vec<_>>(),
        ["Ä1 2345", "Gesamtstadt 77"]
    );
    assert_eq!(
        (e.gelesen, e.anzahl(Abweisungsgrund::Dublette), e.anzahl(Abweisungsgrund::Summenzeile)),
        (7, 4, 1)
    );
    assert_eq!(e.abweisungen[0].text, "Dublette von Zeile 2.");
}

#[test]
fn dublette_zaehlt_erst_wenn_die_zeile_sonst_taugt() {
    let (_o, pfad) =
        datei("l.csv", "BG-Nummer;Datum\n1BG00001;01.01.2025\n1BG00001;01.02.2026\n1BG00001;02.02.2026\n");
    let von = NaiveDate::from_ymd_opt(2026, 1, 1);
    let datum = Some(Datumsspalte { spalte: "Datum".to_owned(), von, bis: None });
    let (e, einheiten) = importiere(&pfad, &Zuordnung { datum, ..zuordnung(Auswahleinheit::Fall) }).unwrap();
    assert_eq!((einheiten.len(), einheiten[0].zeile), (1, 3));
    assert_eq!(e.abweisungen[1].text, "Dublette von Zeile 3.");
}

#[test]
fn verrutschte_zeilen_und_zeilenumbrueche_in_zellen() {
    let (_o, pfad) = datei(
        "l.csv",
        "BG-Nummer;Team;Art\r\n1BG00001;\"A\r\nB\";x\r\n\r\n1BG00002;A;B;y\r\n1BG00003;A\r\n1BG00004;\"A;B\";y;;\r\n1BG00005;A;x",
    );
    let anzeige = vec![Anzeigespalte { spalte: "Art".to_owned(), titel: "Art".to_owned() }];
    let z = Zuordnung { team: Some("Team".to_owned()), anzeige, ..zuordnung(Auswahleinheit::Fall) };
    let (e, einheiten) = importiere(&pfad, &z).unwrap();
    assert_eq!(einheiten.iter().map(|x| x.zeile).collect::<Vec<_>>(), [2, 7, 8]);
    assert_eq!(einheiten[0].team.as_deref(), Some("A B"));
    assert_eq!(e.abweisungen.iter().map(|a| a.zeile).collect::<Vec<_>>(), [5, 6]);
    assert_eq!(e.anzahl(Abweisungsgrund::SpaltenVerrutscht), 2);
}

#[test]
fn nummern_die_excel_verdorben_hat() {
    let (_o, pfad) = datei("l.csv", "BG-Nummer;Team\n9,3E+08;A\n1E+15;A\n09304BG1;A\n12E5;A\n");
    let (e, einheiten) = importiere(&pfad, &zuordnung(Auswahleinheit::Fall)).unwrap();
    assert_eq!(e.anzahl(Abweisungsgrund::NummerUnbrauchbar), 2);
    assert_eq!(einheiten.len(), 2);
    assert!(e.abweisungen[0].text.contains("9,3E+08"));

    let zeilen = [
        r#"<row r="1"><c r="A1" t="inlineStr"><is><t>BG-Nummer</t></is></c><c r="B1" t="inlineStr"><is><t>Team</t></is></c></row>"#,
        r#"<row r="2"><c r="A2"><v>930412345</v></c><c r="B2" t="inlineStr"><is><t>A</t></is></c></row>"#,
        r#"<row r="3"><c r="A3"><v>9.3041234512345678E+17</v></c><c r="B3" t="inlineStr"><is><t>A</t></is></c></row>"#,
        r##"<row r="4"><c r="A4" t="e"><v>#N/A</v></c><c r="B4" t="inlineStr"><is><t>A</t></is></c></row>"##,
    ];
    let (_o, pfad) = datei("l.xlsx", mappe(&zeilen.concat(), None));
    let (e, einheiten) = importiere(&pfad, &zuordnung(Auswahleinheit::Fall)).unwrap();
    assert_eq!(einheiten[0].schluessel, "930412345");
    assert_eq!(e.anzahl(Abweisungsgrund::NummerUnbrauchbar), 2);
    assert_eq!(e.hinweise.len(), 1);
    assert!(e.hinweise[0].contains("Führende Nullen"));
    assert!(liste(&pfad).hinweise.iter().any(|h| h.contains("Führende Nullen")));
}
