//! Who may take the reports of the registers out of the house by the command line: the same as in the window.

use crate::aufruf::{PASSWORT, demohaus, iksctl_als, pfad};

#[test]
fn berichte_der_register_nur_fuer_ihre_rollen() {
    let (ordner, daten) = demohaus();
    let mut nr = 0;
    let mut bericht = |wer: &str, args: &[&str]| {
        nr += 1;
        let ziel = ordner.path().join(format!("{nr}.pdf"));
        let mut alle = vec!["bericht"];
        alle.extend(args);
        alle.extend(["--daten", pfad(&daten), "--ausgabe", pfad(&ziel)]);
        let antwort = iksctl_als(wer, PASSWORT, &alle);
        assert_eq!(antwort.code == 0, ziel.exists(), "{wer} {args:?}: {} {}", antwort.text, antwort.fehler);
        antwort
    };
    let zeitraum = ["--von", "2026-01-01", "--bis", "2026-11-20"];
    let mit = |name: &'static str| [&[name], zeitraum.as_slice()].concat();
    for (wer, name, darf) in [
        ("dsb", "datenschutzvorfaelle", true),
        ("gf", "datenschutzvorfaelle", true),
        ("revision", "datenschutzvorfaelle", true),
        ("qm", "datenschutzvorfaelle", false),
        ("akp", "datenschutzvorfaelle", false),
        ("bl", "datenschutzvorfaelle", false),
        ("tl1", "datenschutzvorfaelle", false),
        ("pruefer", "datenschutzvorfaelle", false),
        ("admin", "datenschutzvorfaelle", false),
        ("akp", "massnahmen", true),
        ("tl1", "massnahmen", false),
        ("pruefer", "massnahmen", false),
        ("admin", "massnahmen", false),
    ] {
        let antwort = bericht(wer, &mit(name));
        assert_eq!(antwort.code == 0, darf, "{wer} {name}: {} {}", antwort.text, antwort.fehler);
        if !darf {
            // Who may see no report at all is told so; to others this one does not exist.
            let gesagt = ["Berechtigung", "gibt es für diese Person nicht"];
            assert!(gesagt.iter().any(|g| antwort.fehler.contains(g)), "{wer} {name}: {}", antwort.fehler);
        }
    }
    // A run of a list belongs to its field: the Ansprechperson does not reach that of data protection.
    let (mut dsb, mut akp) = (0, 0);
    for nummer in 1..=6 {
        let nummer = format!("PL-2025-{nummer:03}");
        let args = ["pruefliste", "--nummer", nummer.as_str()];
        let (d, a) = (bericht("dsb", &args).code == 0, bericht("akp", &args).code == 0);
        assert!(!(d && a), "{nummer} is of one field");
        dsb += u32::from(d);
        akp += u32::from(a);
        for fremd in ["pruefer", "admin", "krm"] {
            assert_ne!(bericht(fremd, &args).code, 0, "{fremd} {nummer}");
        }
    }
    assert!(dsb > 0 && akp > 0, "{dsb} {akp}");
}

/// A case and a team are named behind the number of their check; the ending decides what is written.
#[test]
fn rueckmeldung_nennt_fall_und_team_hinter_der_pruefung() {
    let (ordner, daten) = demohaus();
    let bericht = |wer: &str, name: &str, nummer: &str, ziel: &str| {
        let ziel = ordner.path().join(ziel);
        let args = ["bericht", name, "--nummer", nummer, "--daten", pfad(&daten), "--ausgabe", pfad(&ziel)];
        let antwort = iksctl_als(wer, PASSWORT, &args);
        assert_eq!(antwort.code == 0, ziel.exists(), "{wer} {name}: {} {}", antwort.text, antwort.fehler);
        antwort.code == 0
    };
    for (wer, name, nummer, ziel, darf) in [
        ("qm", "pruefvermerk", "FA-2026-001/1", "vermerk.pdf", true),
        ("revision", "pruefvermerk", "FA-2026-001/1", "fremder-vermerk.pdf", false),
        ("tl1", "rueckmeldung", "FA-2026-001/Leistung 1", "team.pdf", true),
        ("tl1", "rueckmeldung", "FA-2026-001/Leistung 1", "team.xlsx", true),
        ("tl1", "rueckmeldung", "FA-2026-001/Leistung 2", "anderes-team.xlsx", false),
        ("pruefer", "rueckmeldung", "FA-2026-001/Leistung 1", "prueferliste.pdf", false),
        ("pruefer", "pruefbogen", "agh", "leer.pdf", true),
        ("krm", "pruefbogen", "agh", "leer-krm.pdf", false),
        ("tl1", "pruefung", "FA-2026-001", "ganze-pruefung.pdf", false),
        ("gf", "pruefprogramm", "2026", "jahr.pdf", true),
        ("gf", "pruefprogramm", "1999", "kein-jahr.pdf", false),
        ("tl1", "pruefprogramm", "2026", "jahr-tl.pdf", false),
    ] {
        assert_eq!(bericht(wer, name, nummer, ziel), darf, "{wer} {name} {nummer}");
    }
    let liste = iksctl_als("tl1", PASSWORT, &["bericht", "--liste", "--daten", pfad(&daten)]);
    assert!(liste.text.contains("rueckmeldung\tRückmeldeliste\t.pdf .xlsx .csv"), "{}", liste.text);
}
