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
