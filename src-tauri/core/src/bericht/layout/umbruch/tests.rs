use super::super::stil::TEXT;
use super::*;

fn schriften() -> &'static Schriften {
    Schriften::lade().unwrap()
}

fn umbrochen(text: impl Into<Text>, breite: f32) -> Vec<Zeilenbild> {
    breche(&faeden(&text.into(), TEXT, 0), TEXT, breite, schriften()).unwrap()
}

/// The lines with the hyphens that are drawn.
fn zeilen(text: impl Into<Text>, breite: f32) -> Vec<String> {
    let zeilen = umbrochen(text, breite);
    for z in &zeilen {
        assert!(z.breite <= breite + 0.02, "{z:?} ist breiter als {breite}");
    }
    zeilen.iter().map(|z| z.stuecke.iter().map(|s| s.text.replace('\u{ad}', "-")).collect()).collect()
}

#[test]
fn jede_zeile_passt_und_nichts_geht_verloren() {
    let text =
        "Die Bewilligung erfolgte nach § 41a SGB II vorläufig; die abschließende Entscheidung steht aus.";
    for breite in [75.0, 90.0, 137.5, 400.0] {
        let gelesen: String = umbrochen(text, breite)
            .iter()
            .flat_map(|z| &z.stuecke)
            .flat_map(|s| s.text.chars())
            .filter(|c| *c != '\u{ad}')
            .collect();
        assert_eq!(gelesen, text, "bei {breite}");
    }
}

#[test]
fn zeilen_sind_so_voll_wie_moeglich() {
    let genau = schriften().breite(Schrift::Normal, TEXT.groesse, "eins zwei").unwrap();
    assert_eq!(zeilen("eins zwei drei", genau), ["eins zwei ", "drei"]);
    assert_eq!(zeilen("eins zwei drei", genau - 0.1)[0], "eins ");
}

#[test]
fn zeichen_und_zahl_bleiben_beisammen() {
    for text in ["nach § 44", "mit 5 %", "sind 10 €", "in Abs. 2", "zu Nr. 3"] {
        let breite = schriften().breite(Schrift::Normal, TEXT.groesse, text).unwrap() - 1.0;
        let (erstes, rest) = text.split_once(' ').unwrap();
        assert_eq!(zeilen(text, breite), [format!("{erstes} "), rest.to_owned()]);
    }
}

#[test]
fn harte_umbrueche_und_leere_zeilen_bleiben() {
    assert_eq!(zeilen("eins\n\nzwei\n", 100.0), ["eins", "", "zwei"]);
    assert!(zeilen("", 100.0).is_empty());
}

#[test]
fn weicher_trennstrich_erscheint_nur_am_zeilenende() {
    assert_eq!(zeilen("Prüf\u{ad}bogen", 200.0), ["Prüfbogen"]);
    assert_eq!(zeilen("Prüf\u{ad}bogen", 30.0), ["Prüf-", "bogen"]);
}

#[test]
fn bindestrich_trennt_worte_aber_keine_aktenzeichen() {
    assert_eq!(zeilen("Software-Entwicklung", 60.0)[0], "Software-");
    assert_eq!(zeilen("Akte FA-2026-001", 60.0), ["Akte ", "FA-2026-001"]);
}

#[test]
fn zu_langes_wort_wird_an_einer_silbe_getrennt() {
    assert_eq!(zeilen("Zugriffsberechtigungsprüfung", 90.0), ["Zugriffsberechti-", "gungsprüfung"]);
}

#[test]
fn zu_langer_hash_wird_ohne_strich_geteilt() {
    let hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    let teile = zeilen(hash, 120.0);
    assert!(teile.len() > 2);
    assert_eq!(teile.concat(), hash);
}

#[test]
fn schriftwechsel_mitten_im_wort_trennt_nicht() {
    let text = Text::from("nur ").fett("drei").und("zehn");
    assert_eq!(zeilen(text, 40.0), ["nur drei-", "zehn"]);
    let text = Text::from("nur ").fett("A").und("kte");
    assert_eq!(zeilen(text, 30.0), ["nur ", "Akte"]);
}

#[test]
fn fliesstext_wird_nur_getrennt_wo_sonst_viel_platz_bliebe() {
    let breite = |text: &str| schriften().breite(Schrift::Normal, TEXT.groesse, text).unwrap();
    let text = "Die Verantwortlichkeit";
    // Almost all of the word fits: the line would be half empty without a hyphen.
    assert_eq!(zeilen(text, breite(text) - 1.0), ["Die Verantwortlich-", "keit"]);
    // Only little of a long line is lost.
    let lang = "Die Bewilligung ist mit allen Unterlagen vollständig geprüft und die Akte";
    assert_eq!(zeilen(lang, breite(lang) - 1.0)[1], "Akte");
    // Not three hyphens below one another.
    let viele = "Verantwortlichkeit ".repeat(8);
    let zeilen = zeilen(viele.trim_end(), 80.0);
    assert!(zeilen.windows(3).all(|z| !z.iter().all(|z| z.ends_with('-'))), "{zeilen:?}");
}

/// Values that HarfBuzz 15.0.0 (hb_shape) applies to these pairs, ligatures off.
#[test]
fn unterschneidung_wie_harfbuzz() {
    for (schrift, werte) in [
        (Schrift::Normal, [-14, -66, 0, -46, -112, -78, 0, 0]),
        (Schrift::Halbfett, [-16, -71, 0, -44, -122, -94, 0, 0]),
        (Schrift::Kursiv, [-49, -73, -7, -100, -82, -102, 0, 0]),
    ] {
        for (paar, wert) in ["AV", "Te", "Wo", "Tü", "P.", "L’", "fi", "11"].iter().zip(werte) {
            let mut zeichen = paar.chars();
            let (links, rechts) = (zeichen.next().unwrap(), zeichen.next().unwrap());
            assert_eq!(schriften().unterschneidung(schrift, links, rechts), wert, "{schrift:?} {paar}");
        }
    }
}

#[test]
fn wortgetreuer_text_bekommt_keinen_strich() {
    for breite in [30.0, 60.0, 90.0] {
        let befehl = "ziehe --spalte Verantwortlichkeit --anzahl 25";
        let gesetzt = zeilen(Text::default().wortgetreu(befehl), breite).concat();
        assert_eq!(gesetzt, befehl, "{breite}");
    }
}

#[test]
fn zerlegte_umlaute_werden_zusammengesetzt() {
    assert_eq!(zeilen("Pru\u{308}fung", 200.0), ["Prüfung"]);
}

#[test]
fn beliebiger_text_passt_und_bleibt_vollstaendig() {
    const VORRAT: &[char] = &[
        'a', 'e', 'i', 'n', 's', 'c', 'h', 'ß', 'Ü', '§', '€', '%', '4', '.', '-', '/', ' ', ' ', ' ', '\n',
        '\u{ad}', '\u{a0}', '\u{200b}', '\t',
    ];
    let sichtbar = |t: &str| {
        t.chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{200b}'))
            .collect::<String>()
    };
    // A fixed sequence of numbers, so that a failure can be repeated.
    let mut zahl = 12345u64;
    let mut naechste = |bis: usize| {
        zahl = zahl.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(zahl >> 33).unwrap() % bis
    };
    for _ in 0..300 {
        let laenge = naechste(200);
        let text: String = (0..laenge).map(|_| VORRAT[naechste(VORRAT.len())]).collect();
        let breite = 16.0 + f32::from(u16::try_from(naechste(200)).unwrap());
        assert_eq!(
            sichtbar(&zeilen(text.as_str(), breite).concat()),
            sichtbar(&text),
            "{text:?} bei {breite}"
        );
    }
}

#[test]
fn fehlendes_zeichen_ist_ein_fehler() {
    let fehler = breche(&faeden(&"ja 😀".into(), TEXT, 0), TEXT, 100.0, schriften()).unwrap_err();
    assert_eq!(fehler, BerichtFehler::FehlendesZeichen { zeichen: '😀', abschnitt: String::new() });
}
