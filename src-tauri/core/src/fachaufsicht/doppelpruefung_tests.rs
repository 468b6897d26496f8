use super::*;
use Antwortwert::{Ja, Nein, NichtAnwendbar, Teilweise};
use proptest::prelude::*;

fn fragen() -> Vec<(String, String)> {
    vec![("m1".into(), "Frage 1".into()), ("m2".into(), "Frage 2".into())]
}

/// Pairs of answers to item m1, one case each.
fn aus(paare: &[(Antwortwert, Antwortwert, u64)]) -> Vec<Doppelantwort> {
    let mut antworten = Vec::new();
    for (erste, zweite, anzahl) in paare {
        for _ in 0..*anzahl {
            antworten.push(Doppelantwort {
                fall: format!("f{}", antworten.len()),
                merkmal: "m1".into(),
                erste: Some(*erste),
                zweite: Some(*zweite),
            });
        }
    }
    antworten
}

fn zeile(paare: &[(Antwortwert, Antwortwert, u64)], teilweise_zaehlt: bool) -> Merkmalsuebereinstimmung {
    vergleiche(&fragen(), &aus(paare), 0, teilweise_zaehlt).zeilen.remove(0)
}

#[test]
fn zaehlt_uebereinstimmung_und_fehler() {
    // The figures of the grant proposals of "Cohen's kappa" in Wikipedia.
    let z = zeile(&[(Ja, Ja, 20), (Ja, Nein, 5), (Nein, Ja, 10), (Nein, Nein, 15)], false);
    assert_eq!((z.verglichen, z.gleich, z.anteil), (50, 35, Some(Zehntelprozent(700))));
    assert_eq!(z.kappa.map(|k| k.to_string()).as_deref(), Some("0.4"));
    assert_eq!((z.fehler_beide, z.fehler_nur_erste, z.fehler_nur_zweite), (15, 10, 5));
    assert_eq!(z.haeufigstes, Some(Antwortpaar { eine: Ja, andere: Nein, anzahl: 15 }));
    assert_eq!(
        z.klaeren.as_deref(),
        Some(
            "In 15 von 50 Fällen verschieden beantwortet, am häufigsten „ja“ und „nein“ (15-mal). Bitte klären Sie im Wortlaut, woran „ja“ zu erkennen ist."
        )
    );
}

#[test]
fn teilweise_zaehlt_nur_wo_es_ein_fehler_ist() {
    let paare = [(Teilweise, Ja, 2), (Ja, Ja, 8), (Nein, Nein, 5)];
    assert_eq!(zeile(&paare, true).fehler_nur_erste, 2);
    assert_eq!(zeile(&paare, false).fehler_nur_erste, 0);
}

#[test]
fn ein_unterschied_benennt_noch_nichts() {
    assert_eq!(zeile(&[(Ja, Nein, 1), (Ja, Ja, 1)], false).klaeren, None, "half agree, but one slip only");
    assert_eq!(
        zeile(&[(Ja, Nein, 2), (Ja, Ja, 8), (Nein, Nein, 8)], false).klaeren,
        None,
        "both read it alike"
    );
    // 28 of 30 agree, and yet no error was seen by both.
    let selten = zeile(&[(Ja, Nein, 1), (Nein, Ja, 1), (Ja, Ja, 28)], false);
    assert!(selten.klaeren.is_some_and(|s| s.contains("woran „ja“")));
    let geltung = zeile(&[(Ja, NichtAnwendbar, 2), (NichtAnwendbar, Ja, 2), (Ja, Ja, 6)], false);
    assert_eq!(geltung.haeufigstes.as_ref().map(|p| p.anzahl), Some(4), "whoever gave which");
    assert!(geltung.klaeren.is_some_and(|s| s.ends_with("wann das Merkmal nicht anwendbar ist.")));
}

#[test]
fn nur_einmal_gefragtes_wird_nicht_verglichen() {
    let mut a = aus(&[(Ja, Ja, 3)]);
    a.push(Doppelantwort { fall: "f0".into(), merkmal: "m2".into(), erste: None, zweite: Some(Nein) });
    let u = vergleiche(&fragen(), &a, 2, false);
    assert_eq!((u.faelle, u.verglichen, u.gleich), (3, 3, 3));
    let z = &u.zeilen[1];
    assert_eq!((z.verglichen, z.anteil, z.kappa.as_ref(), z.nur_einmal_gefragt), (0, None, None, 1));
    assert_eq!((z.fehler_nur_zweite, &z.klaeren), (0, &None));
    assert!(u.saetze[1].starts_with("1 Merkmal stellte sich nur in einer"), "{:?}", u.saetze);
    assert_eq!(
        u.saetze[2],
        "2 Fälle meldete die erste Prüfung als nicht prüfbar; die zweite konnte sie prüfen."
    );
}

#[test]
fn saetze_sagen_was_es_heisst() {
    assert_eq!(
        vergleiche(&fragen(), &[], 0, false).saetze,
        ["Noch gibt es keinen Fall mit zwei abgeschlossenen Prüfbögen."]
    );
    let s = vergleiche(&fragen(), &aus(&[(Ja, Ja, 1)]), 0, false).saetze;
    assert_eq!(
        s[0],
        "In 1 Fall liegen zwei Prüfbögen vor. Von 1 Antwort, die beide gegeben haben, stimmt 1 überein."
    );
    assert!(s.last().is_some_and(|s| s.starts_with("Wo weniger als 10 Fälle")));
    let s = vergleiche(&fragen(), &aus(&[(Ja, Ja, 10), (Nein, Ja, 2)]), 0, false).saetze;
    assert_eq!(s[1], "Einen Fehler sahen beide Prüfungen 0-mal, nur die erste 2-mal, nur die zweite 0-mal.");
    assert!(s.iter().all(|s| !s.contains("weniger als")));
    // An item that only some cases were asked about has a Kappa of few.
    let mut antworten = aus(&[(Ja, Ja, 12)]);
    antworten.extend(
        aus(&[(Ja, Ja, 2), (Nein, Nein, 1)]).into_iter().map(|a| Doppelantwort { merkmal: "m2".into(), ..a }),
    );
    let s = vergleiche(&fragen(), &antworten, 0, false).saetze;
    assert!(s.last().is_some_and(|s| s.starts_with("Wo weniger als 10 Fälle")), "{s:?}");
}

fn antwort() -> impl Strategy<Value = Option<Antwortwert>> {
    prop::option::of(prop::sample::select(Antwortwert::ALLE))
}

proptest! {
    #[test]
    fn die_rolle_der_beiden_ist_vertauschbar(paare in prop::collection::vec((antwort(), antwort()), 0..40)) {
        let bau = |tausch: bool| -> Vec<Doppelantwort> {
            paare
                .iter()
                .enumerate()
                .filter(|(_, (a, b))| a.is_some() || b.is_some())
                .map(|(i, (a, b))| {
                    let (erste, zweite) = if tausch { (*b, *a) } else { (*a, *b) };
                    Doppelantwort { fall: i.to_string(), merkmal: "m1".into(), erste, zweite }
                })
                .collect()
        };
        let (hin, her) = (vergleiche(&fragen(), &bau(false), 0, true), vergleiche(&fragen(), &bau(true), 0, true));
        let (a, b) = (&hin.zeilen[0], &her.zeilen[0]);
        prop_assert_eq!((&a.kappa, a.gleich, &a.haeufigstes, &a.klaeren), (&b.kappa, b.gleich, &b.haeufigstes, &b.klaeren));
        prop_assert_eq!((a.fehler_nur_erste, a.fehler_nur_zweite), (b.fehler_nur_zweite, b.fehler_nur_erste));
        prop_assert!(a.fehler_beide + a.fehler_nur_erste + a.fehler_nur_zweite <= a.verglichen);
        prop_assert_eq!(a.verglichen + a.nur_einmal_gefragt, bau(false).len() as u64);
    }
}
