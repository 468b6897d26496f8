//! Hiding, proposals and sentences on figures that are counted by hand.

use super::*;
use Ursachenquelle as Q;
use std::collections::BTreeMap;

fn q(text: &str) -> Quartal {
    Quartal::aus(text).unwrap()
}

fn zahl(quelle: Q, quartal: &str, sachgebiet: &str, ursache: &str, werte: (u64, u64)) -> Ursachenzahl {
    let (zaehler, nenner) = werte;
    let (sachgebiet, ursache) = (sachgebiet.to_owned(), ursache.to_owned());
    Ursachenzahl { quelle, quartal: q(quartal), sachgebiet, ursache, zaehler, nenner, alle: nenner }
}

fn material(zahlen: Vec<Ursachenzahl>) -> Material {
    let titel = |katalog, kennung: &str, titel: &str| ((katalog, kennung.to_owned()), titel.to_owned());
    Material {
        von: q("2026-Q1"),
        bis: q("2026-Q4"),
        sicht: [Ursachensicht::Haus; 4],
        kleines_team: false,
        zahlen,
        pruefungen: Vec::new(),
        katalog: BTreeMap::from([
            titel(Katalog::Sachgebiet, "kdu", "Unterkunft und Heizung"),
            titel(Katalog::Sachgebiet, "antrag", "Antrag"),
            titel(Katalog::Sachgebiet, "bedarfe", "Bedarfe"),
            titel(Katalog::Ursache, "it", "IT-Verfahren"),
        ]),
    }
}

fn wahl(sachgebiet: Option<&str>, ursache: Option<&str>) -> Ursachenwahl {
    Ursachenwahl { sachgebiet: sachgebiet.map(str::to_owned), ursache: ursache.map(str::to_owned) }
}

fn alles(m: &Material, w: &Ursachenwahl) -> Ursachenvergleich {
    vergleiche(m, w, "2026-11-20".parse().unwrap())
}

/// Numerator and denominator of a source; nothing if hidden.
fn feld(felder: &[Ursachenfeld], quelle: Q) -> Option<(u64, u64)> {
    felder[quelle as usize].werte.map(|w| (w.zaehler, w.nenner))
}

fn reihe<'a>(reihen: &'a [Ursachenreihe], kennung: &str) -> &'a [Ursachenfeld] {
    &reihen.iter().find(|r| r.kennung == kennung).unwrap().felder
}

#[test]
fn die_ursache_schraenkt_nur_den_zaehler_ein() {
    let w = Q::Widerspruch;
    let m = material(vec![
        zahl(w, "2026-Q1", "kdu", "it", (6, 6)),
        zahl(w, "2026-Q1", "kdu", "", (0, 14)),
        zahl(w, "2026-Q2", "antrag", "it", (5, 5)),
        zahl(w, "2026-Q2", "antrag", "menge", (7, 7)),
    ]);
    let v = alles(&m, &wahl(None, None));
    assert_eq!(feld(&v.summe, w), Some((18, 32)));
    assert_eq!(feld(reihe(&v.sachgebiete, "kdu"), w), Some((6, 20)));
    assert_eq!(v.summe[w as usize].werte.unwrap().rate, Some(Zehntelprozent(563)));
    assert_eq!(feld(reihe(&v.ursachen, "it"), w), Some((11, 32)));
    // "No cause" has denominators only: no row.
    assert!(v.ursachen.iter().all(|r| !r.kennung.is_empty()));
    let it = alles(&m, &wahl(None, Some("it")));
    assert_eq!(feld(&it.summe, w), Some((11, 32)));
    assert_eq!(feld(reihe(&it.sachgebiete, "kdu"), w), Some((6, 20)));
    assert_eq!(feld(&it.quartale[1].felder, w), Some((5, 12)));
    let beides = alles(&m, &wahl(Some("antrag"), Some("it")));
    assert_eq!(feld(&beides.summe, w), Some((5, 12)));
    assert!(beides.quartale.is_empty());
    assert!(beides.hinweise.iter().any(|h| h.contains("keinen Verlauf")));
    // What does not occur is nothing, not hidden.
    let nichts = alles(&m, &wahl(Some("gibtesnicht"), None));
    assert_eq!((feld(&nichts.summe, w), nichts.summe[w as usize].verborgen), (Some((0, 0)), false));
}

#[test]
fn feststellungen_koennen_mehr_sein_als_faelle_und_bewusste_haben_keine_quote() {
    let m = material(vec![
        zahl(Q::Zufallspruefung, "2026-Q1", "kdu", "", (0, 40)),
        zahl(Q::Zufallspruefung, "2026-Q1", "kdu", "it", (50, 0)),
        zahl(Q::BewusstePruefung, "2026-Q1", "kdu", "", (0, 10)),
        zahl(Q::BewusstePruefung, "2026-Q1", "kdu", "it", (8, 0)),
    ]);
    let v = alles(&m, &wahl(None, None));
    let rate = |quelle: Q| v.summe[quelle as usize].werte.unwrap().rate;
    assert_eq!((rate(Q::Zufallspruefung), rate(Q::BewusstePruefung)), (Some(Zehntelprozent(1250)), None));
    assert_eq!(feld(&v.summe, Q::BewusstePruefung), Some((8, 10)));
}

#[test]
fn was_verdeckt_ist_verraet_auch_die_auswahl_eines_sachgebiets_nicht() {
    let w = Q::Widerspruch;
    let m = material(vec![
        zahl(w, "2026-Q1", "kdu", "", (0, 3)),
        zahl(w, "2026-Q2", "kdu", "", (0, 20)),
        zahl(w, "2026-Q1", "antrag", "", (0, 30)),
        zahl(w, "2026-Q2", "antrag", "", (0, 11)),
        zahl(w, "2026-Q1", "bedarfe", "", (0, 12)),
        zahl(w, "2026-Q2", "bedarfe", "", (0, 40)),
    ]);
    let alle = alles(&m, &wahl(None, None));
    assert_eq!(feld(reihe(&alle.sachgebiete, "kdu"), w), Some((0, 23)));
    assert_eq!(feld(&alle.quartale[0].felder, w), Some((0, 45)));
    // 3 is hidden, so 20 beside it and 12 below it, and 40 in the corner: each with a partner in row and column.
    let quartale = |sachgebiet| -> Vec<Option<(u64, u64)>> {
        alles(&m, &wahl(Some(sachgebiet), None)).quartale[..2].iter().map(|r| feld(&r.felder, w)).collect()
    };
    assert_eq!(quartale("kdu"), [None, None]);
    assert_eq!(quartale("antrag"), [Some((0, 30)), Some((0, 11))]);
    assert_eq!(quartale("bedarfe"), [None, None]);
    assert!(alles(&m, &wahl(Some("kdu"), None)).hinweise.last().unwrap().starts_with("* Nicht gezeigt"));
}

#[test]
fn eine_zu_kleine_reihe_bleibt_leer_und_eine_zweite_mit_ihr() {
    let w = Q::Widerspruch;
    let m = material(vec![
        zahl(w, "2026-Q1", "kdu", "it", (2, 4)),
        zahl(w, "2026-Q1", "antrag", "it", (5, 9)),
        zahl(w, "2026-Q1", "bedarfe", "it", (6, 30)),
    ]);
    let v = alles(&m, &wahl(None, None));
    let reihen = |v: &Ursachenvergleich| -> Vec<Option<(u64, u64)>> {
        ["kdu", "antrag", "bedarfe"].iter().map(|k| feld(reihe(&v.sachgebiete, k), w)).collect()
    };
    assert_eq!(reihen(&v), [None, None, Some((6, 30))]);
    // Where the denominator is hidden, the numerator of a cause is too.
    assert_eq!(reihen(&alles(&m, &wahl(None, Some("it")))), [None, None, Some((6, 30))]);
    // All Anliegen are a figure of their own.
    let mut k = zahl(Q::Kundenreaktion, "2026-Q1", "kdu", "", (1, 2));
    k.alle = 30;
    let v = alles(&material(vec![k]), &wahl(None, None));
    let f = reihe(&v.sachgebiete, "kdu")[0];
    assert_eq!((f.werte, f.alle, f.verborgen), (None, Some(30), true));
}

#[test]
fn ohne_einsicht_keine_zahl_und_ein_kleines_team_steht_nicht_allein() {
    let zahlen = vec![zahl(Q::Widerspruch, "2026-Q1", "kdu", "", (6, 20))];
    let mut m = material(zahlen);
    m.sicht[Q::Zufallspruefung as usize] = Ursachensicht::Keine;
    m.sicht[Q::BewusstePruefung as usize] = Ursachensicht::Keine;
    let v = alles(&m, &wahl(None, None));
    assert_eq!(v.summe[Q::Zufallspruefung as usize], Ursachenfeld::default());
    assert!(v.hinweise.iter().any(|h| h.starts_with("Nicht gezeigt: Fachaufsicht.")), "{:?}", v.hinweise);
    m.sicht = [Ursachensicht::Teams; 4];
    m.kleines_team = true;
    let v = alles(&m, &wahl(None, None));
    assert_eq!((feld(&v.summe, Q::Widerspruch), v.summe[1].verborgen), (None, true));
    assert_eq!(feld(&v.quartale[0].felder, Q::Widerspruch), None);
}

#[test]
fn vorschlaege_nach_der_regel_die_dabei_steht() {
    let (w, k) = (Q::Widerspruch, Q::Kundenreaktion);
    let mut m = material(vec![
        zahl(w, "2026-Q1", "kdu", "", (14, 40)),
        zahl(w, "2026-Q1", "antrag", "", (40, 170)),
        zahl(w, "2026-Q1", "bedarfe", "", (8, 30)),
        zahl(k, "2026-Q1", "kdu", "", (9, 21)),
        zahl(k, "2026-Q1", "antrag", "", (1, 9)),
        zahl(k, "2026-Q1", "bedarfe", "", (10, 20)),
    ]);
    let geprueft = |sachgebiet: &str, zuletzt: Option<&str>, laeuft| LetztePruefung {
        sachgebiet: sachgebiet.to_owned(),
        zuletzt: zuletzt.map(str::to_owned),
        laeuft,
    };
    // 1 April by the clock in Germany.
    m.pruefungen =
        vec![geprueft("kdu", Some("2025-03-31T22:30:00.000Z"), false), geprueft("bedarfe", None, true)];
    // In all 62 of 240 (25.8 %) and 20 of 50 (40 %): "antrag" lies below both.
    let v = alles(&m, &wahl(Some("antrag"), None)).vorschlaege;
    let saetze: Vec<&str> = v.iter().map(|v| v.satz.as_str()).collect();
    assert_eq!(
        saetze,
        [
            "Im Sachgebiet Unterkunft und Heizung waren 14 von 40 erledigten Widersprüchen erfolgreich (35,0\u{a0}%; Haus: 62 von 240, 25,8\u{a0}%); in Kundenreaktionen waren 9 von 21 beurteilten Anliegen ganz oder teilweise berechtigt (42,9\u{a0}%; Haus: 20 von 50, 40,0\u{a0}%); zuletzt geprüft im April 2025.",
            "Im Sachgebiet Bedarfe waren 8 von 30 erledigten Widersprüchen erfolgreich (26,7\u{a0}%; Haus: 62 von 240, 25,8\u{a0}%); in Kundenreaktionen waren 10 von 20 beurteilten Anliegen ganz oder teilweise berechtigt (50,0\u{a0}%; Haus: 20 von 50, 40,0\u{a0}%); in IKS noch nicht geprüft, eine Prüfung ist geplant oder läuft.",
        ]
    );
    // As often as in all is not more often.
    let gleich =
        material(vec![zahl(w, "2026-Q1", "kdu", "", (10, 20)), zahl(w, "2026-Q1", "antrag", "", (10, 20))]);
    assert!(alles(&gleich, &wahl(None, None)).vorschlaege.is_empty());
    // Who sees complaints only reads of them only.
    m.sicht = [Ursachensicht::Haus, Ursachensicht::Keine, Ursachensicht::Keine, Ursachensicht::Keine];
    let v = alles(&m, &wahl(None, None)).vorschlaege;
    assert_eq!(
        v[0].satz,
        "Im Sachgebiet Bedarfe waren in Kundenreaktionen 10 von 20 beurteilten Anliegen ganz oder teilweise berechtigt (50,0\u{a0}%; Haus: 20 von 50, 40,0\u{a0}%)."
    );
}
