//! The sample files of the project with the counts of `grundgesamtheit.json`.

use super::*;

#[test]
fn beispiele_mit_den_erwarteten_zahlen() {
    let soll: serde_json::Value =
        serde_json::from_slice(&std::fs::read(fixture("grundgesamtheit.json")).unwrap()).unwrap();
    for name in
        ["grundgesamtheit_leistung.csv", "grundgesamtheit_utf8_tab.csv", "grundgesamtheit_integration.xlsx"]
    {
        let (e, _) = importiere(&fixture(name), &leistung()).unwrap();
        let ist = [
            ("taken", e.uebernommen),
            ("warned", e.gewarnt),
            ("duplicates", e.anzahl(Abweisungsgrund::Dublette)),
            ("missing_number", e.anzahl(Abweisungsgrund::OhneNummer)),
            ("total_lines", e.anzahl(Abweisungsgrund::Summenzeile)),
            ("rows_in_file", e.gelesen),
        ];
        for (feld, wert) in ist {
            assert_eq!(soll[name][feld].as_u64(), Some(wert), "{name} {feld}");
        }
        let gezaehlt = liste(&fixture(name));
        assert_eq!(gezaehlt.zeilen_gesamt, e.gelesen, "{name}");
        assert_eq!(gezaehlt.sha256, e.sha256, "{name}");
        assert_eq!(e.sha256.len(), 64);
    }
}

#[test]
fn bescheide_als_fall_und_als_bescheid() {
    let pfad = fixture("bescheide_quartal3.csv");
    let (fall, _) = importiere(&pfad, &zuordnung(Auswahleinheit::Fall)).unwrap();
    assert_eq!((fall.gelesen, fall.uebernommen, fall.anzahl(Abweisungsgrund::Dublette)), (1336, 900, 436));
    let z = Zuordnung { schluessel: vec!["Bescheid-Nr.".to_owned()], ..zuordnung(Auswahleinheit::Bescheid) };
    let (bescheid, einheiten) = importiere(&pfad, &z).unwrap();
    assert_eq!((bescheid.uebernommen, bescheid.abgewiesen), (1336, 0));
    assert_eq!(einheiten[0].schluessel, "09304BG2000000 / 2026-0000-1");
}

#[test]
fn zeilennummern_summen_und_werte_der_leistungsliste() {
    let (e, einheiten) = importiere(&fixture("grundgesamtheit_leistung.csv"), &leistung()).unwrap();
    let erste = &einheiten[0];
    assert_eq!((erste.zeile, erste.schluessel.as_str()), (5, "09304BG1001722"));
    assert_eq!(erste.team.as_deref(), Some("Leistung 1"));
    assert_eq!((erste.betrag_cent, erste.datum), (Some(45_607), None));
    assert_eq!(erste.schichten, ["Musterstadt-Süd"]);
    assert_eq!(erste.anzeige, ["Änderung", "05.05.2026"]);
    let warnzeilen: Vec<u64> = e.warnungen.iter().map(|w| w.zeile).collect();
    assert_eq!(warnzeilen, [647, 3684, 3951]);
    let ohne: Vec<u64> =
        e.abweisungen.iter().filter(|a| a.grund == Abweisungsgrund::OhneNummer).map(|a| a.zeile).collect();
    assert_eq!(ohne, [493, 790, 1244, 2629, 4127]);
    assert_eq!(e.abweisungen.last().map(|a| (a.zeile, a.grund)), Some((4942, Abweisungsgrund::Summenzeile)));
    assert_eq!(e.summenzeile_cent, Some(389_672_949));
    assert_eq!(e.summe_cent, einheiten.iter().filter_map(|x| x.betrag_cent).sum::<i64>());
    assert!(e.abweisungen.iter().all(|a| !a.text.contains("BG")), "no case number in a reason");
}

#[test]
fn zeitraum_weist_unmoegliche_und_fremde_tage_ab() {
    let tag = |m, t| NaiveDate::from_ymd_opt(2026, m, t);
    let z = Zuordnung {
        datum: Some(Datumsspalte { spalte: "Bescheiddatum".to_owned(), von: tag(5, 1), bis: tag(6, 30) }),
        ..leistung()
    };
    let (e, einheiten) = importiere(&fixture("grundgesamtheit_leistung.csv"), &z).unwrap();
    assert_eq!(e.anzahl(Abweisungsgrund::DatumUnlesbar), 3);
    assert!(e.anzahl(Abweisungsgrund::AusserhalbZeitraum) > 1000);
    assert_eq!(e.gewarnt, 0);
    assert!(einheiten.iter().all(|x| x.datum >= tag(5, 1) && x.datum <= tag(6, 30)));
    let (x, einheiten) = importiere(&fixture("grundgesamtheit_integration.xlsx"), &z).unwrap();
    assert!(x.uebernommen > 100 && x.anzahl(Abweisungsgrund::DatumUnlesbar) == 0);
    assert!(einheiten.iter().all(|x| x.datum >= tag(5, 1) && x.datum <= tag(6, 30)));
}

#[test]
fn vorschau_erkennt_form_und_spalten() {
    let v = liste(&fixture("grundgesamtheit_leistung.csv"));
    assert_eq!(v.format, Dateiformat::Csv);
    assert_eq!(
        (v.zeichensatz, v.trennzeichen),
        (Some(Zeichensatz::Windows1252), Some(Trennzeichen::Semikolon))
    );
    assert_eq!((v.kopfzeile, v.zeilen.len(), v.zeilen[0].nr), (4, 20, 5));
    let arten: Vec<_> = v.spalten.iter().map(|s| s.art).collect();
    use Spaltenart::{Betrag, Datum, Nummer, Text, Zahl};
    assert_eq!(arten, [Nummer, Text, Text, Text, Datum, Zahl, Betrag]);
    assert_eq!(v.spalten[6].name, "Leistung mtl. (€)");
    assert_eq!(v.spalten[2].verschiedene, 4);

    let v = liste(&fixture("grundgesamtheit_utf8_tab.csv"));
    assert_eq!((v.zeichensatz, v.trennzeichen), (Some(Zeichensatz::Utf8), Some(Trennzeichen::Tabulator)));
    assert_eq!(v.spalten[0].name, "BG-Nummer", "no byte order mark in the name");

    let v = liste(&fixture("grundgesamtheit_integration.xlsx"));
    assert_eq!((v.format, v.blatt.as_deref(), v.kopfzeile), (Dateiformat::Xlsx, Some("Fälle"), 3));
    assert_eq!(v.blaetter, ["Fälle", "Hinweise"]);
    assert_eq!(
        v.spalten.iter().map(|s| s.art).collect::<Vec<_>>(),
        [Nummer, Text, Text, Text, Datum, Zahl, Betrag]
    );
    assert_eq!(v.zeilen[0].zellen[4], "07.07.2026");
    assert_eq!(v.zeilen[0].zellen[6], "320,6");
    assert!(v.hinweise.iter().any(|h| h.contains("2 Tabellenblätter")));

    let v = liste(&fixture("bescheide_quartal3.csv"));
    assert_eq!((v.kopfzeile, v.spalten[1].art, v.spalten[1].verschiedene), (1, Nummer, 1336));
}

#[test]
fn abgleich_mit_der_kontrollsumme() {
    let (e, _) = importiere(&fixture("grundgesamtheit_leistung.csv"), &leistung()).unwrap();
    let genau = abgleich(&e, &Kontrollvorgabe { anzahl: Some(4920), summe_cent: Some(e.summe_cent) });
    assert!(genau.stimmt);
    let gelesen = abgleich(&e, &Kontrollvorgabe { anzahl: Some(4938), summe_cent: None });
    assert!(!gelesen.stimmt);
    assert_eq!(gelesen.anzahl.map(|a| a.differenz), Some(-18));
    assert!(gelesen.saetze[0].contains("18 abgewiesenen Zeilen"), "{:?}", gelesen.saetze);
    assert!(!abgleich(&e, &Kontrollvorgabe::default()).stimmt);
}
