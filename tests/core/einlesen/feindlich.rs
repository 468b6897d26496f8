//! Files that are broken or meant to do harm: each gets a sentence.

use super::*;

#[test]
fn xlsx_bomben() {
    let (_o, pfad) = datei("bombe.xlsx", mappe(&"<c/>".repeat(10_000_000), None));
    assert!(std::fs::metadata(&pfad).unwrap().len() < 200_000);
    let fehler = einlesefehler(&pfad);
    assert!(matches!(fehler, EinleseFehler::Packung { .. }), "{fehler:?}");
    assert!(fehler.to_string().contains("speichern Sie die Liste als CSV"));

    let eine_zelle = format!(r#"<row><c t="str"><v>{}</v></c></row>"#, "A".repeat(3_000_000));
    let (_o, pfad) = datei("zelle.xlsx", mappe(&eine_zelle, None));
    assert!(matches!(einlesefehler(&pfad), EinleseFehler::Packung { .. }));

    // The library would reserve memory for what the table claims and end the program.
    for angabe in
        [r#"uniqueCount="99999999999999""#, r#"uniqueCount  =    "                 99999999999999""#]
    {
        for fuell in [0, 65_500, 65_520] {
            let texte = format!("<!--{}--><sst {angabe}/>", "u".repeat(fuell));
            let (_o, pfad) = datei("texte.xlsx", mappe("", Some(&texte)));
            assert!(matches!(einlesefehler(&pfad), EinleseFehler::Packung { .. }), "{angabe} {fuell}");
        }
    }

    let viele: Vec<(String, &[u8])> = (0..5_001).map(|i| (format!("{i}.xml"), &b"x"[..])).collect();
    let viele: Vec<(&str, &[u8])> = viele.iter().map(|(n, b)| (n.as_str(), *b)).collect();
    let (_o, pfad) = datei("viele.xlsx", archiv(&viele));
    assert!(matches!(einlesefehler(&pfad), EinleseFehler::Packung { .. }));
}

#[test]
fn xlsx_mit_unsinnigen_stellen() {
    let zeilen = [
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="ZZZZZZZZ1"><v>1</v></c></row>"#,
        r#"<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>"#,
        r#"<row r="5"><c r="A5"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>"#,
        r#"<row r="1"><c r="A1" t="n"><v>+5</v></c></row>"#,
        r#"<row r="1"><c r="A1" t="s"><v>7</v></c></row>"#,
        r#"<row r="1"><c r="A1"><v>nan</v></c><c r="B1"><v>inf</v></c><c r="C1"><v>1e308</v></c></row>"#,
        "<row",
    ];
    for z in zeilen {
        let (_o, pfad) = datei("l.xlsx", mappe(z, None));
        assert!(vorschau(&pfad, &Leseoptionen::default()).is_err(), "{z}");
    }
}

#[test]
fn zeile_von_hundert_megabyte() {
    let ordner = tempfile::tempdir().unwrap();
    let pfad = ordner.path().join("lang.csv");
    let mut w = std::io::BufWriter::new(std::fs::File::create(&pfad).unwrap());
    w.write_all(b"BG-Nummer;Text\n1BG00001;kurz\n1BG00002;").unwrap();
    (0..100).for_each(|_| w.write_all(&[b'x'; 1 << 20]).unwrap());
    w.into_inner().unwrap().sync_all().unwrap();
    let fehler = einlesefehler(&pfad);
    assert!(matches!(fehler, EinleseFehler::SatzZuLang { zeile: 3 }), "{fehler:?}");
}

#[test]
fn offenes_anfuehrungszeichen() {
    let kurz = "BG-Nummer;Text\n1BG00001;x\n1BG00002;\"offen\n1BG00003;x\n";
    let (_o, pfad) = datei("l.csv", kurz);
    assert!(matches!(einlesefehler(&pfad), EinleseFehler::AnfuehrungOffen { zeile: 3 }));
    let lang = format!("{kurz}{}", "1BG00004;x\n".repeat(500));
    let (_o, pfad) = datei("l.csv", lang + "1BG00005;zu\"\n1BG00006;x\n");
    assert!(matches!(einlesefehler(&pfad), EinleseFehler::AnfuehrungOffen { zeile: 3 }));
}

#[test]
fn nullzeichen_leere_und_fremde_dateien() {
    let (_o, pfad) = datei("l.csv", b"BG-Nummer;Team\r\n1BG00001;A\r\n1BG0\x000002;A\r\n");
    assert!(matches!(einlesefehler(&pfad), EinleseFehler::NulZeichen { zeile: 3 }));
    let faelle: [(&str, &[u8]); 9] = [
        ("leer.csv", b""),
        ("umbrueche.csv", b"\r\n\r\n \r\n"),
        ("l.docx", b"BG-Nummer\n1\n"),
        ("l.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
        ("l.csv", b"%PDF-1.7"),
        ("l.xls", b"<html><table><tr><td>1</td></tr></table></html>"),
        ("l.xlsx", b"PK\x03\x04abgeschnitten"),
        ("l.csv", b"\x89PNG\r\n\x1a\n"),
        ("l.xlsx", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
    ];
    for (name, bytes) in faelle {
        let (_o, pfad) = datei(name, bytes);
        let satz = einlesefehler(&pfad).to_string();
        assert!(satz.contains("Bitte") && satz.ends_with('.'), "{name}: {satz}");
    }
    assert!(matches!(einlesefehler(Path::new("/gibt/es/nicht.csv")), EinleseFehler::NichtGefunden));
    let ordner = tempfile::tempdir().unwrap();
    let unter = ordner.path().join("ordner.csv");
    std::fs::create_dir(&unter).unwrap();
    assert!(matches!(einlesefehler(&unter), EinleseFehler::KeineDatei));
}

#[test]
fn abgeschnittenes_archiv_und_falsche_endung() {
    let ganz = std::fs::read(fixture("grundgesamtheit_integration.xlsx")).unwrap();
    for n in [100, ganz.len() / 2, ganz.len() - 10] {
        let (_o, pfad) = datei("l.xlsx", &ganz[..n]);
        assert!(matches!(einlesefehler(&pfad), EinleseFehler::Beschaedigt { .. }), "{n}");
    }
    let (_o, pfad) = datei("l.csv", &ganz);
    let v = liste(&pfad);
    assert_eq!((v.format, v.zeilen_gesamt), (Dateiformat::Xlsx, 1200));
    assert!(v.hinweise[0].contains("Endung"));
    let (_o, pfad) = datei("l.xls", std::fs::read(fixture("bescheide_quartal3.csv")).unwrap());
    assert_eq!(liste(&pfad).format, Dateiformat::Csv);
}

#[test]
fn nur_kopfzeile() {
    let (_o, pfad) = datei("l.csv", "BG-Nummer;Team\r\n");
    let v = liste(&pfad);
    assert_eq!((v.zeilen_gesamt, v.spalten.len()), (0, 2));
    assert!(v.hinweise.iter().any(|h| h.contains("keine Daten")));
    let z = zuordnung(Auswahleinheit::Fall);
    assert!(matches!(
        importiere(&pfad, &z),
        Err(Abbruch::Einlesen(EinleseFehler::KeineDaten { kopfzeile: 1 }))
    ));
}

#[test]
fn zu_viele_zeilen_und_spalten() {
    let ordner = tempfile::tempdir().unwrap();
    let pfad = ordner.path().join("l.csv");
    std::fs::write(&pfad, format!("N;T\n{}", "1;A\n".repeat(1_000_001))).unwrap();
    let fehler = einlesefehler(&pfad);
    assert!(fehler.to_string().starts_with("Die Datei hat mehr als 1.000.000 Datenzeilen."), "{fehler}");
    std::fs::write(&pfad, format!("N;T\n{}", "1;A\n".repeat(1_000_000))).unwrap();
    assert_eq!(liste(&pfad).zeilen_gesamt, 1_000_000);
    std::fs::write(&pfad, format!("N;T\n1;2\n{}\n", ";".repeat(600))).unwrap();
    assert!(matches!(einlesefehler(&pfad), EinleseFehler::ZuVieleSpalten { zeile: 3 }));
}

#[test]
fn einzelheiten_sind_begrenzt_gezaehlt_wird_alles() {
    let (_o, pfad) = datei("l.csv", format!("BG-Nummer;T\n{}", "1BG00001;A\n".repeat(10_500)));
    let (e, _) = importiere(&pfad, &zuordnung(Auswahleinheit::Fall)).unwrap();
    assert_eq!((e.abweisungen.len(), e.abgewiesen, e.uebernommen), (10_000, 10_499, 1));
}

#[test]
fn lesen_haelt_an_wenn_man_es_sagt() {
    let mut gesehen = Vec::new();
    let bericht = lesen(&fixture("bescheide_quartal3.csv"), &Leseoptionen::default(), &mut |z| {
        gesehen.push(z.nr());
        if gesehen.len() == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })
    .unwrap();
    assert_eq!((gesehen, bericht.sha256), (vec![2, 3, 4], None));
}
