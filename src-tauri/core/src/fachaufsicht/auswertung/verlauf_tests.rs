//! Rates over time, with the worked interval of the statistics reference.

use super::tests::{kern, material};
use super::*;
use crate::fachaufsicht::pruefung::Pruefungsart;
use crate::stichprobe::Zehntelprozent;

fn fehler(anzahl: i64) -> Vec<Abweichung> {
    (1..=anzahl)
        .map(|position| Abweichung {
            position,
            merkmal: "m1".into(),
            art: Abweichungsart::Nein,
            feststellung: Some(kern()),
        })
        .collect()
}

fn vergleich<'a>(nummer: &'a str, quartal: u32, m: &'a Material) -> Vergleich<'a> {
    let von = format!("2026-{:02}-01", quartal * 3 - 2).parse::<chrono::NaiveDate>().unwrap();
    Vergleich {
        nummer,
        von,
        bis: von + chrono::Months::new(3) - chrono::Days::new(1),
        art: Pruefungsart::Basis,
        teams: &[],
        bogen: 1,
        grundlage: m.grundlage.clone(),
        faelle: &m.faelle,
        abweichungen: &m.abweichungen,
    }
}

#[test]
fn jede_pruefung_mit_ihrem_zweiseitigen_intervall() {
    let mut erste = material(900, 75);
    erste.abweichungen = fehler(3);
    let mut zweite = material(40, 40);
    zweite.abweichungen = fehler(10);
    zweite.grundlage.auswahl = Auswahl::Voll;
    let v = Verlauf::aus(
        &[vergleich("FA-1", 1, &erste)],
        &vergleich("FA-2", 2, &zweite),
        &["FA-0".to_owned()],
        2,
    )
    .unwrap()
    .unwrap();
    // N = 900, n = 75, k = 3, 95 % two-sided: K from 9 to 98 (`stichprobe.md` 5.2), 1.0 % to 10.9 %.
    let p = &v.punkte[0];
    assert_eq!((p.zeitraum.as_str(), p.fehlerhaft, p.gezogen, p.quote.0), ("1. Quartal 2026", 3, 75, 40));
    assert_eq!((p.unten, p.oben), (Some(Zehntelprozent(10)), Some(Zehntelprozent(109))));
    // A full count has no interval.
    let p = &v.punkte[1];
    assert_eq!((p.quote.0, p.unten, p.oben, p.diese), (250, None, None, true));
    let alles = v.hinweise.join("\n");
    for satz in [
        "lässt sich daraus keine Veränderung ableiten",
        "verschieden groß: 40 bis 900 Einheiten",
        "Bewusste Auswahl, nicht hochrechenbar und deshalb kein Punkt: FA-0.",
        "2 ältere Prüfungen sind nicht gezeigt.",
    ] {
        assert!(alles.contains(satz), "{satz}: {alles}");
    }
}

#[test]
fn bewusste_und_offene_sind_kein_punkt() {
    let gut = material(600, 60);
    let mut bewusst = material(600, 60);
    bewusst.grundlage.auswahl = Auswahl::Bewusst;
    let mut offen = material(600, 60);
    offen.faelle[3].stand = Fallstand::Offen;
    let winzig = material(600, 4);
    let aus = |fruehere: &[&Material], diese: &Material| {
        let namen = ["FA-1", "FA-2", "FA-3"];
        let f: Vec<Vergleich<'_>> = fruehere.iter().zip(namen).map(|(m, n)| vergleich(n, 1, m)).collect();
        Verlauf::aus(&f, &vergleich("FA-9", 2, diese), &[], 0).unwrap()
    };
    assert!(aus(&[&gut], &bewusst).is_none());
    assert!(aus(&[&bewusst], &gut).is_none());
    assert!(aus(&[&gut], &offen).is_none());
    assert!(aus(&[&winzig], &gut).is_none());
    let v = aus(&[&gut, &gut, &winzig], &bewusst).unwrap();
    assert_eq!(v.punkte.len(), 2);
    assert!(v.hinweise.iter().any(|h| h.contains("kein Punkt: FA-9.")), "{:?}", v.hinweise);
    assert!(v.hinweise.iter().any(|h| h.contains("Ohne Punkt") && h.ends_with("FA-3.")));
}

#[test]
fn unterschiede_werden_genannt() {
    let gut = material(600, 60);
    let mut anders = material(600, 60);
    anders.grundlage.fehlerdefinition = Fehlerdefinition::Wesentlich;
    anders.grundlage.konfidenz = "0.9".parse().unwrap();
    anders.faelle[0].stand = Fallstand::NichtPruefbar;
    let teams = ["x".to_owned()];
    let mut frueher = vergleich("FA-1", 1, &anders);
    (frueher.teams, frueher.bogen, frueher.art) = (&teams, 2, Pruefungsart::Nachschau);
    let v = Verlauf::aus(&[frueher], &vergleich("FA-2", 2, &gut), &[], 0).unwrap().unwrap();
    assert_eq!(v.hinweise.iter().filter(|h| h.ends_with(": FA-1.")).count(), 5, "{:?}", v.hinweise);
    assert_eq!((v.punkte[0].sicherheit.as_str(), v.punkte[0].ungeklaert), ("90\u{a0}%", 1));
    assert!(v.hinweise.iter().any(|h| h.starts_with("Ungeklärte Einheiten")));
}
