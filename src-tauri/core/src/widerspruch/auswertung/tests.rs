//! Figures computed by hand, and what must hold for any register.

use super::*;
use crate::kleingruppen::{Teamangabe, bleibt_verborgen};
use crate::widerspruch::{Stattgabegrund as G, Verfahrensergebnis as E};
use proptest::prelude::*;

fn zahl(ergebnis: E, sachgebiet: &str, team: &str, grund: Option<G>, anzahl: u64) -> Entscheidungszahl {
    Entscheidungszahl {
        art: Verfahrensart::Widerspruch,
        ergebnis,
        sachgebiet: sachgebiet.into(),
        team: team.into(),
        grund,
        ursache: if grund.is_some() { "arbeitsmenge".into() } else { String::new() },
        anzahl,
        mit_wartefrist: anzahl,
        fristgerecht: anzahl - 1,
        mit_kosten: u64::from(grund.is_some()),
        kosten_cent: if grund.is_some() { 40_050 } else { 0 },
    }
}

fn tag(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn material(entscheidungen: Vec<Entscheidungszahl>) -> Material {
    let monat =
        |monat: &str, anzahl| Monatszahl { art: Verfahrensart::Widerspruch, monat: monat.into(), anzahl };
    let dauer = |tage, anzahl| Dauerzahl { art: Verfahrensart::Widerspruch, tage, anzahl };
    let abgang = entscheidungen.iter().map(|z| z.anzahl).sum::<u64>();
    Material {
        von: tag("2025-12-15"),
        bis: tag("2026-02-28"),
        bestand_vorher: BTreeMap::from([(Verfahrensart::Widerspruch, abgang)]),
        zugang: vec![monat("2025-12", 7), monat("2026-02", 9)],
        abgang: vec![monat("2026-01", abgang)],
        entscheidungen,
        // 20 values: places 1 to 10 are 30, 11 to 18 are 60, 19 and 20 are 100.
        dauern: vec![dauer(100, 2), dauer(30, 10), dauer(60, 8)],
        teams: ["a", "b", "c", "d"]
            .map(|id| Teamangabe {
                id: id.into(),
                name: format!("Team {id}"),
                bereich: "Leistung".into(),
                unter_fuenf: id == "c",
            })
            .to_vec(),
        katalog: BTreeMap::from([("kdu".to_owned(), "Unterkunft".to_owned())]),
    }
}

#[test]
fn von_hand_gerechnet() {
    let a = werte_aus(&material(vec![
        zahl(E::Abhilfe, "kdu", "a", Some(G::Rechtsanwendung), 6),
        zahl(E::Zurueckgewiesen, "kdu", "a", None, 4),
        zahl(E::Verworfen, "einkommen", "b", None, 3),
        zahl(E::Teilabhilfe, "einkommen", "b", Some(G::Nachgereicht), 5),
        zahl(E::Zuruecknahme, "bedarfe", "", None, 2),
    ]));
    let t = &a.teile[0];
    assert_eq!((t.bestand_vorher, t.zugang, t.abgang, t.bestand), (20, 16, 20, 16));
    let monate: Vec<_> = t.monate.iter().map(|m| (m.monat.as_str(), m.zugang, m.abgang, m.bestand)).collect();
    assert_eq!(monate, [("2025-12", 7, 0, 27), ("2026-01", 0, 20, 7), ("2026-02", 9, 0, 16)]);
    assert_eq!((t.erfolg.zaehler, t.erfolg.nenner), (11, 20));
    assert_eq!(t.erfolg.prozent().unwrap().to_string(), "55,0\u{a0}%");
    // Granted 6, in part 5, refused 4 and 3 inadmissible, withdrawn 2.
    let ba: Vec<u64> = t.ba.iter().map(|z| z.anzahl).collect();
    assert_eq!(ba, [6, 5, 7, 2]);
    assert_eq!(t.ba[2].ergebnisse, [E::Zurueckgewiesen, E::Verworfen]);
    assert_eq!(t.dauer, Some(Tagedauer { anzahl: 20, median: 30, neunzig: 60, laengste: 100 }));
    assert_eq!(t.fristgerecht, Some(Anteil { zaehler: 15, nenner: 20 }));
    assert_eq!(t.kosten, Verfahrenskosten { anzahl: 2, summe_cent: 80_100 });
    // Two decided about Bedarfe are not shown, nor the smaller of the two others.
    let sachgebiete: Vec<_> =
        t.sachgebiete.iter().map(|z| (z.titel.as_str(), z.werte.map(|w| (w.zaehler, w.nenner)))).collect();
    assert_eq!(sachgebiete, [("Unterkunft", Some((6, 10))), ("bedarfe", None), ("einkommen", None)]);
    let gruende: Vec<_> = t.gruende.iter().map(|g| (g.gruppe, g.anzahl, g.gruende.len())).collect();
    assert_eq!(
        gruende,
        [
            (Grundgruppe::Behoerde, Some(6), 1),
            (Grundgruppe::Nachgereicht, Some(5), 1),
            (Grundgruppe::Sonstige, Some(0), 0)
        ]
    );
    assert_eq!(t.ursachen, [Ursachenzeile { titel: "arbeitsmenge".into(), anzahl: Some(11) }]);
    assert_eq!(
        a.saetze,
        [
            "Im Zeitraum gingen 16 Widersprüche ein, 20 wurden erledigt; am Ende waren 16 offen, zu Beginn 20.",
            "Ganz oder teilweise Erfolg hatten 11 von 20 (55,0\u{a0}%) der erledigten Widersprüche (Vollzählung).",
            "Innerhalb der Wartefrist des § 88 SGG wurden 15 von 20 (75,0\u{a0}%) entschieden; die Hälfte war nach 30 Tagen erledigt, neun von zehn waren es nach 60 Tagen.",
        ]
    );
}

#[test]
fn kleines_team_nur_im_bereich() {
    let a = werte_aus(&material(vec![
        zahl(E::Abhilfe, "kdu", "a", Some(G::Sachverhalt), 9),
        zahl(E::Abhilfe, "kdu", "b", Some(G::Sachverhalt), 8),
        zahl(E::Zurueckgewiesen, "kdu", "c", None, 7),
        zahl(E::Zurueckgewiesen, "kdu", "d", None, 6),
    ]));
    let teams: Vec<_> =
        a.teile[0].teams.iter().map(|z| (z.titel.as_str(), z.werte.map(|w| w.nenner))).collect();
    // c has fewer than five employees; the smallest other team of its area goes with it.
    assert_eq!(
        teams,
        [("Team a", Some(9)), ("Team b", Some(8)), ("Leistung (kleine Teams zusammen)", Some(13))]
    );
}

#[test]
fn klagen_zaehlen_fuer_sich() {
    let mut zahlen = vec![zahl(E::Abhilfe, "kdu", "a", Some(G::Sachverhalt), 9)];
    for (ergebnis, anzahl) in
        [(E::KlageAbgewiesen, 5), (E::Zuruecknahme, 6), (E::Anerkenntnis, 7), (E::Vergleich, 8)]
    {
        let art = Verfahrensart::Klage;
        zahlen.push(Entscheidungszahl {
            art,
            mit_wartefrist: 0,
            fristgerecht: 0,
            ..zahl(ergebnis, "kdu", "a", None, anzahl)
        });
    }
    let a = werte_aus(&material(zahlen));
    let klage = &a.teile[2];
    assert_eq!(klage.art, Verfahrensart::Klage);
    assert_eq!((klage.erfolg.zaehler, klage.erfolg.nenner), (15, 26));
    assert_eq!(klage.fristgerecht, None);
    let ba: Vec<_> = klage.ba.iter().map(|z| z.anzahl).collect();
    // Refused, without giving in, granted, granted in part, giving in, giving in partly.
    assert_eq!(ba, [5, 6, 0, 0, 7, 8]);
    assert_eq!(a.teile[0].erfolg, Anteil { zaehler: 9, nenner: 9 });
}

proptest! {
    #[test]
    fn summen_stimmen_und_nichts_laesst_sich_zurueckrechnen(
        zeilen in prop::collection::vec((0..E::ALLE.len(), 0..4_usize, 0..5_usize, 0..=G::ALLE.len(), 0..3_usize, 1..12_u64), 0..40)
    ) {
        let zahlen: Vec<Entscheidungszahl> = zeilen
            .into_iter()
            .map(|(e, s, t, g, u, n)| {
                let ergebnis = E::ALLE[e];
                let grund = G::ALLE.get(g).copied().filter(|_| ergebnis.erfolgreich());
                let ursache = ["", "arbeitsmenge", "wissen"][u].to_owned();
                Entscheidungszahl { ursache, ..zahl(ergebnis, ["kdu", "einkommen", "bedarfe", "bg"][s], ["", "a", "b", "c", "d"][t], grund, n) }
            })
            .collect();
        let a = werte_aus(&material(zahlen.clone()));
        let t = &a.teile[0];
        prop_assert_eq!(t.ergebnisse.iter().map(|z| z.anzahl).sum::<u64>(), t.abgang);
        prop_assert_eq!(t.ba.iter().map(|z| z.anzahl).sum::<u64>(), t.abgang);
        prop_assert_eq!(t.bestand_vorher + t.zugang - t.abgang, t.bestand);
        prop_assert_eq!(t.erfolg.nenner, t.abgang);

        let summe = |gehoert: &dyn Fn(&Entscheidungszahl) -> bool| zahlen.iter().filter(|z| gehoert(z)).map(|z| z.anzahl).sum::<u64>();
        let gebiet = |titel: &str| summe(&|z| z.sachgebiet == titel || (titel == "Unterkunft" && z.sachgebiet == "kdu"));
        let zellen: Vec<_> = t.sachgebiete.iter().map(|z| (gebiet(&z.titel), z.werte.is_none())).collect();
        prop_assert_eq!(zellen.iter().map(|(n, _)| n).sum::<u64>(), t.abgang);
        prop_assert!(bleibt_verborgen(&zellen), "{:?}", t.sachgebiete);

        let team = |titel: &str| summe(&|z| match titel {
            "ohne Team" => z.team.is_empty(),
            _ => format!("Team {}", z.team) == titel,
        });
        let mut zellen: Vec<_> = t.teams.iter().map(|z| (team(&z.titel), z.werte.is_none())).collect();
        let rest = t.abgang - zellen.iter().map(|(n, _)| n).sum::<u64>();
        for (zelle, z) in zellen.iter_mut().zip(&t.teams).filter(|(_, z)| z.zusammengefasst) {
            zelle.0 = rest;
            prop_assert!(z.titel.starts_with("Leistung"));
        }
        prop_assert!(bleibt_verborgen(&zellen), "{:?}", t.teams);

        // Groups of reasons, and within a shown group its reasons, whose total the group tells.
        let grund = |titel: &str| summe(&|z| z.ergebnis.erfolgreich() && z.grund.map_or("ohne Angabe", Aufzaehlung::titel) == titel);
        let gruppen: Vec<_> = t
            .gruende
            .iter()
            .map(|g| (g.gruende.iter().map(|z| grund(&z.titel)).sum::<u64>(), g.anzahl.is_none()))
            .collect();
        prop_assert_eq!(gruppen.iter().map(|(n, _)| n).sum::<u64>(), t.erfolg.zaehler);
        prop_assert!(bleibt_verborgen(&gruppen), "{:?}", t.gruende);
        for g in &t.gruende {
            let zellen: Vec<_> = g.gruende.iter().map(|z| (grund(&z.titel), z.anzahl.is_none())).collect();
            prop_assert!(bleibt_verborgen(&zellen), "{:?}", g);
            if g.anzahl.is_none() {
                prop_assert!(g.gruende.iter().all(|z| z.anzahl.is_none()));
            }
        }
    }
}
