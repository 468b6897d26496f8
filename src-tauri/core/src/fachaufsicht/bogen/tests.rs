use super::*;
use crate::fachaufsicht::thema::{Bedingung, Merkmal};
use proptest::prelude::*;

fn merkmal(kennung: &str, wenn: Option<(&str, &[Antwortwert])>) -> Merkmal {
    Merkmal {
        kennung: kennung.into(),
        frage: String::new(),
        rechtsgrundlage: String::new(),
        soll: String::new(),
        hinweis: String::new(),
        entscheidend: false,
        wenn: wenn.map(|(m, a)| Bedingung { merkmal: m.into(), antwort: a.to_vec() }),
    }
}

fn bogen() -> Vec<Abschnitt> {
    vec![Abschnitt {
        titel: "A".into(),
        merkmale: vec![
            merkmal("a", None),
            merkmal("b", Some(("a", &[Antwortwert::Ja, Antwortwert::Teilweise]))),
            merkmal("c", Some(("b", &[Antwortwert::Nein]))),
            merkmal("d", None),
        ],
    }]
}

fn antworten(werte: &[(&str, Antwortwert)]) -> Antworten {
    werte.iter().map(|(k, w)| ((*k).to_owned(), *w)).collect()
}

#[test]
fn luecken_nennen_was_fehlt() {
    use Antwortwert::{Ja, NichtAnwendbar, NichtPruefbar, Teilweise};
    let arten = |werte: &[(&str, Antwortwert)], fest: &[&str], zaehlt| -> Vec<(String, Lueckenart)> {
        luecken(&bogen(), &antworten(werte), fest, zaehlt).into_iter().map(|l| (l.merkmal, l.art)).collect()
    };
    assert_eq!(
        arten(&[("a", Antwortwert::Nein)], &[], true),
        [("a".into(), Lueckenart::Feststellung), ("d".into(), Lueckenart::Antwort)]
    );
    assert_eq!(arten(&[("a", Teilweise), ("b", Ja), ("d", NichtPruefbar)], &[], false), []);
    assert_eq!(
        arten(&[("a", Teilweise), ("b", Ja), ("d", NichtAnwendbar)], &[], true),
        [("a".into(), Lueckenart::Feststellung)]
    );
    assert_eq!(
        arten(&[("a", Ja), ("b", Ja), ("d", Ja)], &["d", "c"], true),
        [("c".into(), Lueckenart::Ueberzaehlig), ("d".into(), Lueckenart::Ueberzaehlig)]
    );
}

#[test]
fn geld_und_schwere_immer_sonst_der_anteil() {
    use Schwere::{Gering, Schwerwiegend};
    assert_eq!(gegenpruefung(&[(Wirkung::Unterzahlung, Gering)], false), Gegenpruefung::Betrag);
    assert_eq!(gegenpruefung(&[(Wirkung::NichtBezifferbar, Gering)], false), Gegenpruefung::Betrag);
    assert_eq!(gegenpruefung(&[(Wirkung::Ohne, Schwerwiegend)], true), Gegenpruefung::Schwere);
    assert_eq!(gegenpruefung(&[(Wirkung::Ohne, Gering)], true), Gegenpruefung::Auswahl);
    assert_eq!(gegenpruefung(&[], false), Gegenpruefung::Keine);
}

proptest! {
    /// Exactly the share, rounded up, whatever the key, and the same each time.
    #[test]
    fn anteil_ist_genau(n in 1usize..80, anteil in 0u8..=100, schluessel: [u8; 4]) {
        let alle: Vec<String> = (0..n).map(|i| format!("{i:064x}")).collect();
        let gewaehlt = |p: &String| ausgewaehlt(&schluessel, p, &alle, anteil);
        let anzahl = alle.iter().filter(|p| gewaehlt(p)).count();
        prop_assert_eq!(anzahl, (n * usize::from(anteil)).div_ceil(100));
    }
}
