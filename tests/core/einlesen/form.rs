//! Encodings, separators, header rows.

use super::*;

#[test]
fn jeder_zeichensatz_ergibt_denselben_text() {
    let text = "BG-Nummer;Größe;Betrag (€)\r\n1BG00001;Müller;1.194,55\r\n1BG00002;Weiß;2,00\r\n";
    let utf16 = |marke: bool, klein: bool| -> Vec<u8> {
        let einheiten = marke.then_some('\u{FEFF}').into_iter().chain(text.chars()).collect::<String>();
        einheiten.encode_utf16().flat_map(|u| if klein { u.to_le_bytes() } else { u.to_be_bytes() }).collect()
    };
    let faelle = [
        (text.as_bytes().to_vec(), Zeichensatz::Utf8),
        (format!("\u{FEFF}{text}").into_bytes(), Zeichensatz::Utf8),
        (encoding_rs::WINDOWS_1252.encode(text).0.into_owned(), Zeichensatz::Windows1252),
        (utf16(true, true), Zeichensatz::Utf16Le),
        (utf16(true, false), Zeichensatz::Utf16Be),
        (utf16(false, true), Zeichensatz::Utf16Le),
        (utf16(false, false), Zeichensatz::Utf16Be),
    ];
    for (bytes, erwartet) in faelle {
        let (_o, pfad) = datei("l.csv", bytes);
        let v = liste(&pfad);
        assert_eq!(v.zeichensatz, Some(erwartet));
        assert_eq!(
            v.spalten.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(),
            ["BG-Nummer", "Größe", "Betrag (€)"]
        );
        assert_eq!(v.zeilen[1].zellen, ["1BG00002", "Weiß", "2,00"]);
    }
}

#[test]
fn umlaut_erst_in_der_letzten_zeile() {
    let mut bytes = b"BG-Nummer;Team\n".to_vec();
    (0..20_000).for_each(|i| bytes.extend(format!("1BG{i:05};A\n").bytes()));
    bytes.extend(b"1BG99999;S\xFCd\n");
    let (_o, pfad) = datei("l.csv", &bytes);
    let z = Zuordnung { team: Some("Team".to_owned()), ..zuordnung(Auswahleinheit::Fall) };
    let (_, einheiten) = importiere(&pfad, &z).unwrap();
    assert_eq!(einheiten.last().and_then(|e| e.team.as_deref()), Some("Süd"));
    let fest = Leseoptionen { zeichensatz: Some(Zeichensatz::Utf8), ..Leseoptionen::default() };
    let fehler = vorschau(&pfad, &fest).unwrap_err();
    assert_eq!(
        fehler.to_string(),
        "Zeile 20002: Der Zeichensatz UTF-8 passt nicht zur Datei. Bitte wählen Sie einen anderen Zeichensatz."
    );
}

#[test]
fn umlaut_auf_jeder_blockgrenze() {
    for versatz in 0..4 {
        let mut text = format!("BG-Nummer;T{}\n", "x".repeat(versatz));
        while text.len() < 200_000 {
            text.push_str("1BG0001;€€€€€€€äöü\r\n");
        }
        let (_o, pfad) = datei("l.csv", &text);
        let v = liste(&pfad);
        assert_eq!(v.zeichensatz, Some(Zeichensatz::Utf8));
        assert_eq!(v.zeilen_gesamt as usize, text.lines().count() - 1);
        assert_eq!(v.spalten[1].verschiedene, 1);
    }
}

#[test]
fn trennzeichen_trotz_kommas_in_betraegen() {
    let faelle = [
        ("Nr;Betrag\nBG10001;1,50\nBG10002;2,50\n", Trennzeichen::Semikolon),
        ("Nr|Betrag\nBG10001|1,50\nBG10002|2,50\n", Trennzeichen::Strich),
        ("Nr,Betrag\nBG10001,1.50\nBG10002,2.50\n", Trennzeichen::Komma),
        ("Stand: 1; 2; 3\nNr\tBetrag\nBG10001\t1,50\nBG10002\t2,50\n", Trennzeichen::Tabulator),
        ("sep=|\nNr|Betrag\nBG10001|1;50\n", Trennzeichen::Strich),
    ];
    for (text, erwartet) in faelle {
        let (_o, pfad) = datei("l.csv", text);
        let v = liste(&pfad);
        assert_eq!(v.trennzeichen, Some(erwartet), "{text}");
        assert_eq!(v.spalten.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(), ["Nr", "Betrag"], "{text}");
    }
}

#[test]
fn kopfzeile_unter_gruppen_und_in_einspaltigen_listen() {
    let (_o, pfad) = datei("l.csv", "Auswertung;;;\nFall;;Bescheid;\nNr;Team;Art;Art\nBG10001;A;x;y\n");
    let v = liste(&pfad);
    assert_eq!(v.kopfzeile, 3, "gaps make a row of groups");
    assert_eq!(v.spalten[3].name, "Art (2)");
    let (_o, pfad) =
        datei("l.csv", "Fall;Fall;Bescheid;Bescheid\nNr;Team;Art;Datum\nBG10001;A;x;01.02.2026\n");
    assert_eq!(liste(&pfad).kopfzeile, 2, "repeated names make a row of groups");
    let (_o, pfad) = datei("l.txt", "Auswertung\nStand heute\nBG-Nummer\n09304BG1000001\n09304BG1000002\n");
    let v = liste(&pfad);
    assert_eq!((v.kopfzeile, v.zeilen_gesamt), (3, 2));
    let (_o, pfad) = datei("l.csv", "09304BG1000001;A;01.02.2026\n09304BG1000002;A;01.02.2026\n");
    assert!(matches!(einlesefehler(&pfad), EinleseFehler::KeineKopfzeile));
    let fest = |kopfzeile| Leseoptionen { kopfzeile: Some(kopfzeile), ..Leseoptionen::default() };
    assert_eq!(vorschau(&pfad, &fest(1)).unwrap().zeilen_gesamt, 1);
    assert!(matches!(vorschau(&pfad, &fest(9)), Err(EinleseFehler::KopfzeileLeer { zeile: 9 })));
}
