use super::*;
use proptest::prelude::*;

fn aufwand_mit(personen: u32, minuten_woche: u32, grundgesamtheit: u64) -> Aufwandsantwort {
    aufwand(&Arbeitsaufwand {
        personen,
        minuten_woche,
        wochen: 42,
        minuten_je_fall: 30,
        grundgesamtheit,
        konfidenz: "0.95".parse().unwrap(),
    })
    .unwrap()
}

#[test]
fn zwei_personen_mit_sechs_stunden() {
    let a = aufwand_mit(2, 360, 4_900);
    assert_eq!((a.im_jahr, a.im_monat), (1_008, 84));
    assert_eq!(a.satz, "2 Personen mit je 6 Stunden in der Woche: in 42 Wochen 1.008 Fälle, im Monat 84.");
    assert_eq!(a.aussagen.len(), ANTEILE.len());
    assert!(a.aussagen[0].starts_with("Ohne gefundenen Fehler: Fehlerquote 0,0"), "{}", a.aussagen[0]);
    assert!(a.aussagen[3].starts_with("Mit 101 Fehlern unter 1.008 Fällen"), "{}", a.aussagen[3]);
}

#[test]
fn mehr_als_es_gibt_ist_eine_vollpruefung() {
    let a = aufwand_mit(1, 60, 20);
    assert_eq!(a.im_jahr, 20);
    assert!(a.satz.ends_with("Es gibt nur 20; alle lassen sich prüfen."), "{}", a.satz);
    assert!(a.aussagen[0].contains("weil alle Fälle geprüft sind"), "{:?}", a.aussagen);
}

#[test]
fn unsinn_wird_abgelehnt() {
    let gut = Arbeitsaufwand {
        personen: 1,
        minuten_woche: 60,
        wochen: 42,
        minuten_je_fall: 30,
        grundgesamtheit: 10,
        konfidenz: "0.95".parse().unwrap(),
    };
    for (a, feld) in [
        (Arbeitsaufwand { personen: 0, ..gut.clone() }, "personen"),
        (Arbeitsaufwand { minuten_woche: 3_000, ..gut.clone() }, "minuten_woche"),
        (Arbeitsaufwand { wochen: 53, ..gut.clone() }, "wochen"),
        (Arbeitsaufwand { minuten_je_fall: 0, ..gut.clone() }, "minuten_je_fall"),
        (Arbeitsaufwand { grundgesamtheit: 0, ..gut.clone() }, "grundgesamtheit"),
        (Arbeitsaufwand { konfidenz: "1".parse().unwrap(), ..gut.clone() }, "konfidenz"),
        (Arbeitsaufwand { minuten_woche: 5, wochen: 1, minuten_je_fall: 60, ..gut }, "minuten_je_fall"),
    ] {
        assert_eq!(aufwand(&a).unwrap_err().felder[0].feld, feld);
    }
}

fn team(id: &str, letzte: Option<(u64, u64)>, beschwerden: u64) -> Risikoangaben {
    Risikoangaben { team_id: id.into(), letzte, beschwerden, ..Risikoangaben::default() }
}

#[test]
fn wer_auffaellt_wird_mehr_geprueft_und_niemand_gar_nicht() {
    let teams = [team("a", Some((0, 60)), 0), team("b", Some((15, 60)), 6), team("c", None, 0)];
    let v = verteile(160, 10, &teams).unwrap();
    // Weights 3, 8 and 5 of 16.
    assert_eq!(v.iter().map(|t| (t.punkte, t.anzahl)).collect::<Vec<_>>(), [(0, 30), (5, 80), (2, 50)]);
    assert!(v[0].gruende.is_empty());
    assert_eq!(v[1].gruende[0], "Zuletzt 15 von 60 Fällen fehlerhaft (25,0\u{a0}%).");
    assert_eq!(v[1].gruende[1], "6 berechtigte Beschwerden in zwölf Monaten, mehr als im Mittel der Teams.");
    assert_eq!(v[2].gruende, ["In den letzten zwei Jahren nicht geprüft."]);
    assert!(verteile(29, 10, &teams).is_err(), "less than the least of all");
}

#[test]
fn gezaehlt_wird_was_ueber_dem_mittel_der_teams_liegt() {
    let teams: Vec<_> =
        [43, 20, 12, 17].iter().zip(0..).map(|(n, i)| team(&i.to_string(), Some((0, 60)), *n)).collect();
    let punkte: Vec<u64> = verteile(400, 10, &teams).unwrap().iter().map(|t| t.punkte).collect();
    // Their mean is 23.
    assert_eq!(punkte, [2, 0, 0, 0]);
    let gleich = [team("a", Some((0, 60)), 7), team("b", Some((0, 60)), 7)];
    assert!(verteile(40, 10, &gleich).unwrap().iter().all(|t| t.punkte == 0 && t.anzahl == 20));
    let allein = verteile(40, 10, &[team("a", Some((0, 60)), 7)]).unwrap();
    assert_eq!((allein[0].punkte, allein[0].anzahl), (0, 40));
}

proptest! {
    #[test]
    fn die_summe_stimmt_und_mehr_risiko_gibt_nie_weniger(
        gesamt in 80_u64..3_000,
        fehler in proptest::collection::vec(0_u64..=60, 8),
    ) {
        let teams: Vec<_> =
            fehler.iter().enumerate().map(|(i, k)| team(&i.to_string(), Some((*k, 60)), 0)).collect();
        let v = verteile(gesamt, 10, &teams).unwrap();
        prop_assert_eq!(v.iter().map(|t| t.anzahl).sum::<u64>(), gesamt);
        prop_assert!(v.iter().all(|t| t.anzahl >= 10));
        for a in &v {
            for b in &v {
                // Largest remainder may give one more to the lower index at the same weight, never to a smaller one.
                prop_assert!(a.punkte <= b.punkte || a.anzahl + 1 >= b.anzahl);
            }
        }
    }
}
