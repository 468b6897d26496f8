//! Sampling: allocation to strata, selection, hashes and seeds.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use iks_core::stichprobe::{
    Aufteilung, Dezimal, Schichtgroesse, allocate, consistent_sample, erweitern, kennung_normalisiert,
    population_hash, schichtziehung, startwert_aus_haelften, startwert_haus, stratum_hash, ticket,
    ziehreihenfolge,
};

const STARTWERT: &str = "51703389210466257814";

fn dez(text: &str) -> Dezimal {
    text.parse().unwrap()
}

fn groesse(grundgesamtheit: u64) -> Schichtgroesse {
    Schichtgroesse { grundgesamtheit, streuung: None }
}

#[test]
fn aufteilung_mit_grenzen() {
    let groessen: Vec<_> = [1450, 620, 310, 45].map(groesse).into();
    let aufteilen = |art, gesamt, minimum| allocate(art, gesamt, &groessen, minimum);
    assert_eq!(aufteilen(Aufteilung::Equal, 200, 0), Ok(vec![52, 52, 51, 45]));
    assert_eq!(aufteilen(Aufteilung::Equal, 6, 0), Ok(vec![2, 2, 1, 1]));
    assert_eq!(aufteilen(Aufteilung::Proportional, 19, 5).unwrap_err().code(), "minimum_not_feasible");
    assert_eq!(aufteilen(Aufteilung::Proportional, 2426, 5).unwrap_err().code(), "n_exceeds_population");
    assert_eq!(aufteilen(Aufteilung::Proportional, 2425, 5), Ok(vec![1450, 620, 310, 45]));
    assert_eq!(aufteilen(Aufteilung::Neyman, 80, 5).unwrap_err().code(), "invalid_stratum");
    let neyman = |streuungen: [&str; 2], gesamt| {
        let schichten: Vec<_> = [100, 300]
            .iter()
            .zip(streuungen)
            .map(|(&grundgesamtheit, s)| Schichtgroesse { grundgesamtheit, streuung: Some(dez(s)) })
            .collect();
        allocate(Aufteilung::Neyman, gesamt, &schichten, 2).unwrap()
    };
    assert_eq!(neyman(["0.3", "0.1"], 40), [20, 20]);
    assert_eq!(neyman(["0", "0"], 40), [10, 30]);
    assert_eq!(neyman(["0", "0.5"], 40), [2, 38]);
    // More than the second stratum holds: the rest goes to the one without weight.
    assert_eq!(neyman(["0", "0.5"], 350), [50, 300]);
}

/// From 10 to 11 draws plain largest remainder takes a unit away from the last stratum (Alabama paradox).
#[test]
fn erweiterung_nimmt_nichts_weg() {
    let groessen: Vec<_> = [6000, 6000, 2000].map(groesse).into();
    let plan = |n| allocate(Aufteilung::Proportional, n, &groessen, 0).unwrap();
    let (vorher, nachher) = (plan(10), plan(11));
    assert_eq!((vorher[2], nachher[2]), (2, 1), "the example must show the paradox");
    let erweitert = erweitern(Aufteilung::Proportional, &vorher, 11, &groessen, 0).unwrap();
    assert_eq!(erweitert, [5, 4, 2]);
    assert_eq!(
        erweitern(Aufteilung::Proportional, &vorher, 9, &groessen, 0).unwrap_err().code(),
        "minimum_not_feasible"
    );
}

#[test]
fn ziehung_ist_unabhaengig_von_der_reihenfolge() {
    let mut ids: Vec<String> = (1..=25).map(|i| format!("{i:04}/2025")).collect();
    let gezogen = consistent_sample(STARTWERT, &ids, 6, 0).unwrap();
    ids.reverse();
    assert_eq!(consistent_sample(STARTWERT, &ids, 6, 0).unwrap(), gezogen);
    let code = |anzahl, ab| consistent_sample(STARTWERT, &ids, anzahl, ab).unwrap_err().code();
    assert_eq!(code(0, 0), "empty_sample");
    assert_eq!(code(6, 20), "n_exceeds_population");
    assert_eq!(consistent_sample("", &ids, 1, 0).unwrap_err().code(), "empty_seed");
    assert_eq!(consistent_sample::<&str>("1", &[], 1, 0).unwrap_err().code(), "empty_population");
    // The same text, composed and decomposed.
    assert_eq!(consistent_sample("1", &["ä", "a\u{308}"], 1, 0).unwrap_err().code(), "duplicate_ids");
    assert_eq!(consistent_sample("1", &["a\u{308}"], 1, 0).unwrap(), ["ä"]);
    assert_ne!(ticket("0442", "x").unwrap(), ticket("442", "x").unwrap());
}

#[test]
fn schichtziehung_filtert_die_globale_reihenfolge() {
    let ids: Vec<String> = (0..40).map(|i| format!("F{i}")).collect();
    let schicht_von: Vec<usize> = (0..40).map(|i| i % 3).collect();
    let reihenfolge = ziehreihenfolge(STARTWERT, &ids).unwrap();
    let gezogen = schichtziehung(&reihenfolge, &schicht_von, &[0, 0, 2], &[4, 1, 3]).unwrap();
    let plaetze: Vec<_> = gezogen.iter().map(|e| (e.schicht, e.position)).collect();
    assert_eq!(plaetze, [(0, 1), (0, 2), (0, 3), (0, 4), (1, 1), (2, 3)]);
    for einheit in &gezogen {
        let allein: Vec<&String> = ids.iter().skip(einheit.schicht).step_by(3).collect();
        let in_schicht = consistent_sample(STARTWERT, &allein, 1, einheit.position - 1).unwrap();
        assert_eq!(in_schicht[0], ids[einheit.index]);
        assert_eq!(reihenfolge[einheit.gesamtposition as usize - 1].index, einheit.index);
    }
    assert_eq!(
        schichtziehung(&reihenfolge, &schicht_von, &[0; 3], &[15, 0, 0]).unwrap_err().code(),
        "n_exceeds_population"
    );
    assert_eq!(
        schichtziehung(&reihenfolge, &schicht_von, &[0; 2], &[1; 2]).unwrap_err().code(),
        "invalid_stratum"
    );
}

/// `printf 'a\nb\n' | sha256sum` and `printf 'a\t1\nb\t2\n' | sha256sum`.
#[test]
fn hashes_der_grundgesamtheit() {
    assert_eq!(
        population_hash(&["b", "a"]).unwrap(),
        "911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2"
    );
    assert_eq!(
        stratum_hash(&[("b", "2"), ("a", "1")]).unwrap(),
        "6d2d1bd0abaed39e891321f7fb19d3f21108674b420432e927ae2fb4d0b7fb73"
    );
    assert_eq!(population_hash(&["a", "a"]).unwrap_err().code(), "duplicate_ids");
    assert_eq!(stratum_hash(&[("a", "1"), ("a", "2")]).unwrap_err().code(), "duplicate_ids");
    assert_eq!(population_hash::<&str>(&[]).unwrap_err().code(), "empty_population");
    assert_eq!(kennung_normalisiert(" \u{a0}BG  12\t34 A\u{308}\r\n"), "BG 12 34 Ä");
}

#[test]
fn startwert_des_hauses() {
    assert_eq!(startwert_haus(STARTWERT), Ok(STARTWERT));
    assert_eq!(startwert_aus_haelften("5170338921", "0466257814").as_deref(), Ok(STARTWERT));
    assert_eq!(startwert_haus("").unwrap_err().code(), "empty_seed");
    for falsch in
        ["5170338921046625781", "5170338921046625781a", "٥١٧٠٣٣٨٩٢١٠٤٦٦٢٥٧٨١٤", " 5170338921046625781"]
    {
        assert_eq!(startwert_haus(falsch).unwrap_err().code(), "invalid_seed", "{falsch}");
    }
    assert_eq!(startwert_aus_haelften("517033892", "10466257814").unwrap_err().code(), "invalid_seed");
}
