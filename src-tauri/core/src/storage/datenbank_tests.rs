//! A database too large to be looked at page by page before anyone works.

use crate::benutzer::Rolle;
use crate::fehler::Code;
use crate::haus::{Einrichtung, Haus, Ordner, Prozesssperre};
use crate::organisation::{Land, OrtsFeiertage};
use crate::umgebung::FesteUmgebung;
use std::sync::Arc;

const PASSWORT: &str = "Pruefung-im-Musterkreis-7";

#[test]
fn schaden_in_einem_grossen_haus_faellt_im_hintergrund_auf() {
    let ordner = tempfile::tempdir().unwrap();
    let pfad = Ordner::neu(ordner.path().join("haus"));
    let umgebung = Arc::new(FesteUmgebung::neu(chrono::DateTime::UNIX_EPOCH, "gross"));
    let einrichtung = Einrichtung {
        name: "Jobcenter Musterkreis".into(),
        land: Land::TH,
        feiertage: OrtsFeiertage::default(),
        benutzername: "admin".into(),
        anzeigename: "Anna Admin".into(),
        passwort: PASSWORT.to_owned().into(),
        rollen: vec![Rolle::Administration],
        demo: false,
    };
    let (haus, _, _) = Haus::einrichten(pfad.clone(), umgebung.clone(), &einrichtung).unwrap();
    assert!(!haus.ist_gross());
    haus.db()
        .schreibe(|s| {
            s.fuehre_aus(
                "WITH RECURSIVE z(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM z WHERE i < 72)
                 INSERT INTO einheit_klar (gg, lfd, nummer, anzeige) SELECT 1, i, 'x', hex(randomblob(500000)) FROM z",
                [],
            )
            .map(drop)
        })
        .unwrap();
    drop(haus);
    let oeffnen = || {
        let sperre = Arc::new(Prozesssperre::nehmen(&pfad).unwrap());
        Haus::oeffnen(pfad.clone(), umgebung.clone(), sperre, "admin", PASSWORT).unwrap().0
    };
    let heil = oeffnen();
    assert!(heil.ist_gross());
    heil.pruefe_seiten();
    assert!(!heil.nur_lesen());
    drop(heil);

    let mut bytes = std::fs::read(pfad.datenbank()).unwrap();
    let stelle = bytes.len() / 2 + 77;
    bytes[stelle] ^= 1;
    std::fs::write(pfad.datenbank(), bytes).unwrap();
    let haus = oeffnen();
    assert!(!haus.nur_lesen(), "signing in does not wait for all pages");
    haus.pruefe_seiten();
    assert!(haus.nur_lesen());
    assert_eq!(haus.schreibbar().unwrap_err().code, Code::Beschaedigt);
}
