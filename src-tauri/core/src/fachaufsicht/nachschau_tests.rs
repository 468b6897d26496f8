use super::*;

#[test]
fn behoben_ist_nur_was_jetzt_stimmt() {
    use Antwortwert as A;
    use Korrekturbefund as K;
    let befund = |wert, weg| K::aus(BogenStand::Geprueft, wert, weg);
    assert_eq!(befund(Some(A::Ja), false), K::Behoben);
    assert_eq!(befund(Some(A::Nein), false), K::Weiterhin);
    assert_eq!(befund(Some(A::Teilweise), false), K::Weiterhin);
    // The new Feststellung was withdrawn.
    assert_eq!(befund(Some(A::Nein), true), K::Behoben);
    assert_eq!(befund(Some(A::NichtAnwendbar), false), K::Ungeklaert);
    assert_eq!(befund(Some(A::NichtPruefbar), false), K::Ungeklaert);
    assert_eq!(befund(None, false), K::Ungeklaert);
    assert_eq!(K::aus(BogenStand::InArbeit, Some(A::Ja), false), K::Offen);
    assert_eq!(K::aus(BogenStand::NichtPruefbar, None, false), K::Ungeklaert);
}

fn ergebnis(auswahl: Auswahl, fehler: u64, beurteilt: u64, monat: u32) -> Merkmalsergebnis {
    let (von, bis) = crate::pruefprogramm::monatsgrenzen(2026, monat);
    Merkmalsergebnis {
        pruefung_id: String::new(),
        nummer: "FA-2026-001".into(),
        von,
        bis,
        auswahl,
        geschichtet: false,
        teams_fehlen: false,
        fehler,
        beurteilt,
        nicht_pruefbar: 0,
    }
}

#[test]
fn zwei_vollpruefungen_werden_gezaehlt_nicht_getestet() {
    use Vergleichsurteil as V;
    let vergleiche =
        |k1, k2, auswahl| urteil(&ergebnis(Auswahl::Voll, k1, 40, 1), &ergebnis(auswahl, k2, 40, 2)).unwrap();
    let (p, u, satz) = vergleiche(6, 3, Auswahl::Voll);
    assert_eq!((p, u), (None, V::Besser), "{satz}");
    assert_eq!(vergleiche(6, 6, Auswahl::Voll).1, V::NichtBesser);
    // A drawn one beside it can be chance.
    let (p, u, _) = vergleiche(6, 3, Auswahl::Zufall);
    assert!(p.is_some() && u == V::KeinUnterschied);
}
