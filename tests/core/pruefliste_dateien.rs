//! Files of Prüflisten: attachments, and catalogues that go out and come in.

use crate::fixture::PASSWORT;
use crate::pruefliste::Listen;
use iks_core::api::{self, Fortschritt, Operation};
use iks_core::fehler::Code;
use iks_core::haus::{Ordner, Sitzung, sicherung};
use serde_json::{Value, json};

#[test]
fn anhaenge_liegen_verschluesselt_und_werden_verglichen() {
    let l = Listen::neu();
    let id = l.planen(&l.quirin, "it_sicherheit", json!({})).unwrap();
    let pfad = l.t.ordner.path().join("böse \u{202e}fdp.exe");
    std::fs::write(&pfad, b"Inhalt des Nachweises").unwrap();
    let n = l.nachweis(&l.quirin, &id, "it-01", pfad.to_str()).unwrap();
    let anhang = l.lesen(&l.quirin, &id)["nachweise"][0]["anhang"].clone();
    assert_eq!((&anhang["name"], &anhang["bytes"]), (&json!("böse fdp.exe"), &json!(21)));
    let ordner = l.t.pfad().anhaenge();
    let datei = ordner.join(format!("{}.anhang", anhang["id"].as_str().unwrap()));
    let geheim = std::fs::read(&datei).unwrap();
    assert!(!geheim.windows(6).any(|f| f == b"Inhalt"));
    let ziel = l.t.ordner.path().join("zurück.exe");
    let speichern = |wer: &Sitzung, ueber: bool| {
        let r = json!({"nachweis_id": n, "datei": ziel.to_str(), "ueberschreiben": ueber});
        l.t.aendern(wer, "pruefliste.anhang_speichern", r)
    };
    speichern(&l.rita, false).unwrap();
    assert_eq!(std::fs::read(&ziel).unwrap(), b"Inhalt des Nachweises");
    assert_eq!(speichern(&l.quirin, false).unwrap_err().felder[0].feld, "ueberschreiben");
    assert_eq!(speichern(&l.dora, true).unwrap_err().code, Code::NichtGefunden, "not her list");
    l.t.protokoll_stimmt();
    // One flipped byte is an error, and so is a file that is gone.
    let mut kaputt = geheim.clone();
    *kaputt.last_mut().unwrap() ^= 1;
    std::fs::write(&datei, kaputt).unwrap();
    let fehler = speichern(&l.quirin, true).unwrap_err();
    assert_eq!(fehler.code, Code::Beschaedigt);
    assert_eq!(api::protokoll::pruefe(&l.t.haus, None).unwrap().befunde.len(), 1);
    std::fs::remove_file(&datei).unwrap();
    let fehler = speichern(&l.quirin, true).unwrap_err();
    assert!(fehler.text.contains("fehlt im Datenordner"), "{}", fehler.text);
    assert_eq!(l.lesen(&l.quirin, &id)["fehlende_anhaenge"], json!([anhang["id"]]));
    std::fs::write(&datei, geheim).unwrap();
    assert_eq!(l.lesen(&l.quirin, &id)["fehlende_anhaenge"], json!([]));
    // Withdrawn evidence stays, with its reason.
    let r = json!({"id": n, "version": 1, "grund": "falsche Datei"});
    l.t.aendern(&l.quirin, "pruefliste.nachweis_entfernen", r).unwrap();
    assert_eq!(l.lesen(&l.quirin, &id)["nachweise"][0]["entfernt_grund"], "falsche Datei");
    // Its file is handed out no more, and nobody misses it.
    assert_eq!(speichern(&l.quirin, true).unwrap_err().code, Code::Regel);
    std::fs::remove_file(&datei).unwrap();
    l.t.protokoll_stimmt();
}

#[test]
fn ein_fehlender_anhang_und_fremde_dateien_verderben_keine_sicherung() {
    let l = Listen::neu();
    let id = l.planen(&l.quirin, "it_sicherheit", json!({})).unwrap();
    for name in ["Erster.pdf", "Zweiter.pdf"] {
        let pfad = l.t.ordner.path().join(name);
        std::fs::write(&pfad, name).unwrap();
        l.nachweis(&l.quirin, &id, "it-01", pfad.to_str()).unwrap();
    }
    let ordner = l.t.pfad().anhaenge();
    // Left there by a file manager, and a link to something that is not ours.
    std::fs::write(ordner.join("Kopie von Anhang.anhang"), b"x").unwrap();
    std::fs::write(ordner.join(".directory"), b"x").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc/hostname", ordner.join("verweis.anhang")).unwrap();
    let erster = l.lesen(&l.quirin, &id)["nachweise"][0]["anhang"]["id"].as_str().unwrap().to_owned();
    std::fs::remove_file(ordner.join(format!("{erster}.anhang"))).unwrap();

    let datei = l.t.ordner.path().join("mit-luecke.iks-sicherung");
    let r = json!({"datei": datei});
    let gesagt = l.t.aendern(&l.t.admin, "sicherung.erstellen", r).unwrap().hinweise;
    assert!(gesagt.iter().any(|h| h.starts_with("Der Anhang „Erster.pdf“ fehlt")), "{gesagt:?}");
    let neu = Ordner::neu(l.t.ordner.path().join("neu"));
    let befund =
        sicherung::wiederherstelle(&datei, neu.clone(), l.t.umgebung.clone(), "admin", PASSWORT).unwrap();
    assert_eq!(befund.hinweise.len(), 1, "{:?}", befund.hinweise);
    assert!(befund.hinweise[0].contains("Erster.pdf"));
    let da: Vec<String> = std::fs::read_dir(neu.anhaenge())
        .unwrap()
        .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(da.len(), 1, "{da:?}");
}

#[test]
fn eine_datei_die_nicht_passt_hinterlaesst_nichts() {
    let l = Listen::neu();
    let id = l.planen(&l.quirin, "it_sicherheit", json!({})).unwrap();
    let pfad = l.t.ordner.path().join("gross.pdf");
    let grenze = 25 * 1024 * 1024;
    std::fs::File::create(&pfad).unwrap().set_len(grenze + 1).unwrap();
    let fehler = l.nachweis(&l.quirin, &id, "it-01", pfad.to_str()).unwrap_err();
    assert_eq!(fehler.felder[0].feld, "datei");
    assert!(fehler.text.starts_with("Die Datei ist 26 Megabyte groß"), "{}", fehler.text);
    std::fs::write(&pfad, b"").unwrap();
    assert_eq!(l.nachweis(&l.quirin, &id, "it-01", pfad.to_str()).unwrap_err().text, "Die Datei ist leer.");
    // A bad date is found after the file could have been written: nothing stays behind.
    std::fs::write(&pfad, b"x").unwrap();
    let ops = vec![
        (
            "pruefliste.nachweis_anlegen",
            json!({"durchgang_id": id, "frage": "it-01", "bezeichnung": "Aushang", "datum": "2026-01-05", "datei": pfad.to_str()}),
        ),
        (
            "pruefliste.nachweis_anlegen",
            json!({"durchgang_id": id, "frage": "it-01", "bezeichnung": "Aushang", "datum": "2027-01-05", "datei": null}),
        ),
    ];
    let fehler = l.t.aendern_viele(&l.quirin, ops).unwrap_err();
    assert_eq!(fehler.felder[0].feld, "datum");
    assert_eq!(std::fs::read_dir(l.t.pfad().anhaenge()).unwrap().count(), 0);
    assert_eq!(l.lesen(&l.quirin, &id)["nachweise"], json!([]));
    let haus = l.t.pfad().datenbank();
    let fehler = l.nachweis(&l.quirin, &id, "it-01", haus.to_str()).unwrap_err();
    assert!(fehler.text.contains("liegt im Datenordner"), "{}", fehler.text);
}

#[test]
fn kataloge_gehen_als_datei_hinaus_und_kommen_gleich_zurueck() {
    let l = Listen::neu();
    let katalog = l.katalog("datenschutz");
    let id = &katalog["fassungen"][0]["id"];
    let fassung =
        l.t.lesen(&l.dora, "pruefkatalog.fassung", json!({"id": id, "gegen": null})).unwrap()["fassung"]
            .clone();
    for endung in ["json", "xlsx"] {
        let datei = l.t.ordner.path().join(format!("liste.{endung}"));
        let r = json!({"id": id, "datei": datei.to_str(), "ueberschreiben": false});
        l.t.aendern(&l.dora, "pruefkatalog.exportieren", r).unwrap();
        let gelesen = l.t.lesen(&l.dora, "pruefkatalog.einlesen", json!({"datei": datei.to_str()})).unwrap();
        assert_eq!(gelesen["fehler"], json!([]), "{endung}");
        assert_eq!(gelesen["kapitel"], fassung["kapitel"], "{endung}");
    }
    let falsch = l.t.ordner.path().join("falsch.csv");
    std::fs::write(&falsch, "Kapitel;Kennung;Frage;Gewicht;Wenn Frage;Wenn Antwort\nA;x-1;Ist das geregelt?;viel;;\n;x-1;Noch etwas?;2;x-9;vielleicht\n").unwrap();
    let gelesen = l.t.lesen(&l.dora, "pruefkatalog.einlesen", json!({"datei": falsch.to_str()})).unwrap();
    let zeilen: Vec<_> = gelesen["fehler"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| (f["zeile"].as_u64().unwrap(), f["text"].as_str().unwrap()))
        .collect();
    assert!(zeilen.contains(&(2, "„Gewicht“ ist keine ganze Zahl.")), "{zeilen:?}");
    assert!(zeilen.contains(&(3, "Die Kennung „x-1“ kommt schon vor.")), "{zeilen:?}");
    assert!(
        zeilen.contains(&(3, "Die Bedingung muss sich auf eine Frage weiter oben beziehen.")),
        "{zeilen:?}"
    );
}

#[test]
fn zwei_menschen_vernichten_eine_datei_in_jeder_fassung() {
    let l = Listen::neu();
    let pfad = l.t.ordner.path().join("Bescheid.pdf");
    std::fs::write(&pfad, b"gehoert nicht hierher").unwrap();
    let id = l.planen(&l.quirin, "it_sicherheit", json!({})).unwrap();
    l.nachweis(&l.quirin, &id, "it-01", pfad.to_str()).unwrap();
    l.alles_erfuellt(&l.quirin, &id);
    l.schritt(&l.quirin, &id, "vorlegen", None).unwrap();
    l.schritt(&l.gerda, &id, "freigeben", None).unwrap();
    let neu = l.schritt(&l.quirin, &id, "berichtigen", Some("falsche Datei angehängt")).unwrap()[0].clone();
    let mit_datei = |id: &str| {
        let d = l.lesen(&l.quirin, id);
        d["nachweise"].as_array().unwrap().iter().find(|n| !n["anhang"].is_null()).unwrap().clone()
    };
    let n = mit_datei(&id);
    let datei = l.t.pfad().anhaenge().join(format!("{}.anhang", n["anhang"]["id"].as_str().unwrap()));
    let vernichten = |wer: &Sitzung, platz: Option<&Sitzung>| {
        let r = json!({"id": n["id"], "version": n["version"], "grund": "enthielt Sozialdaten"});
        let op = Operation::aus_json("pruefliste.anhang_vernichten", r).unwrap();
        api::aendern_viele(&l.t.haus, wer, platz, vec![op], &Fortschritt::default())
    };
    assert_eq!(vernichten(&l.quirin, None).unwrap_err().code, Code::VierAugen);
    assert_eq!(vernichten(&l.quirin, Some(&l.quirin)).unwrap_err().code, Code::VierAugen);
    assert_eq!(vernichten(&l.gerda, Some(&l.tom)).unwrap_err().code, Code::Recht);
    assert!(datei.is_file());
    // What cannot be removed is not called destroyed: a folder stands in its place.
    let beiseite = datei.with_extension("beiseite");
    std::fs::rename(&datei, &beiseite).unwrap();
    std::fs::create_dir(&datei).unwrap();
    assert_eq!(vernichten(&l.gerda, Some(&l.quirin)).unwrap_err().code, Code::Datei);
    assert_eq!(mit_datei(&id)["entfernt_grund"], Value::Null);
    std::fs::remove_dir(&datei).unwrap();
    std::fs::rename(&beiseite, &datei).unwrap();
    let gesagt = vernichten(&l.gerda, Some(&l.quirin)).unwrap().hinweise;
    assert!(gesagt[1].contains("älteren Sicherungen"), "{gesagt:?}");
    assert!(!datei.exists());
    for fassung in [&id, &neu] {
        assert_eq!(mit_datei(fassung)["entfernt_grund"], "Datei vernichtet: enthielt Sozialdaten");
    }
    assert!(vernichten(&l.gerda, Some(&l.quirin)).unwrap_err().text.contains("nicht mehr"));
    // What is gone already is withdrawn in the same way, and nobody calls it destroyed.
    let weg = l
        .planen(
            &l.quirin,
            "it_sicherheit",
            json!({"von": "2027-01-01", "bis": "2027-12-31", "faellig_am": "2027-12-31"}),
        )
        .unwrap();
    l.nachweis(&l.quirin, &weg, "it-01", pfad.to_str()).unwrap();
    let n = mit_datei(&weg);
    let datei = l.t.pfad().anhaenge().join(format!("{}.anhang", n["anhang"]["id"].as_str().unwrap()));
    std::fs::remove_file(&datei).unwrap();
    let r = json!({"id": n["id"], "version": n["version"], "grund": "enthielt Sozialdaten"});
    let op = Operation::aus_json("pruefliste.anhang_vernichten", r).unwrap();
    let gesagt =
        api::aendern_viele(&l.t.haus, &l.gerda, Some(&l.quirin), vec![op], &Fortschritt::default()).unwrap();
    assert!(gesagt.hinweise[0].contains("lag nicht mehr im Datenordner"), "{:?}", gesagt.hinweise);
    assert_eq!(mit_datei(&weg)["entfernt_grund"], "Datei vernichtet: enthielt Sozialdaten");
    // Nothing is missed: neither by the check of the chain nor by a backup.
    l.t.protokoll_stimmt();
}
