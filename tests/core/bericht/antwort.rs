//! The answer to a Kundenreaktion: a letter that leaves the house.

use super::{eigene, konform, muster};
use chrono::NaiveDate;
use iks_core::aufzaehlung::Aufzaehlung;
use iks_core::bericht::modell::{Block, Hauskopf, Listenart, Text};
use iks_core::bericht::zeichnung::Form;
use iks_core::bericht::{Bericht, BerichtFehler, als_pdf, als_svg, zeichne};
use iks_core::kundenreaktion::bericht::{Antwortschreiben, antwortbericht};
use iks_core::kundenreaktion::{Platzhalter, einsetzen, textvorlagen};

fn haus() -> Hauskopf {
    let kopf = muster::kopf();
    Hauskopf {
        haus: kopf.haus,
        vertraulichkeit: kopf.vertraulichkeit,
        hauszeile: "Jobcenter Musterkreis · Beispielweg 1 · 99999 Musterstadt".into(),
        logo: kopf.logo,
    }
}

fn schreiben(text: &str) -> Antwortschreiben {
    Antwortschreiben {
        nummer: "KR-2026-014".into(),
        datum: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
        betreff: "Ihre Beschwerde vom 9. November 2026: Wartezeit am Empfang".into(),
        anrede: Some("Sehr geehrte Frau Muster,".into()),
        text: text.into(),
        gruss: "Mit freundlichen Grüßen".into(),
        unterzeichner: "Kundenreaktionsmanagement".into(),
    }
}

fn brief(haus: &Hauskopf, a: &Antwortschreiben) -> Bericht {
    antwortbericht(haus, a, muster::kopf().erstellt)
}

/// The pages pass every check that reports pass.
fn geprueft(bericht: &Bericht) -> Vec<u8> {
    let bytes = als_pdf(bericht).unwrap();
    konform::pruefe(&bytes);
    assert_eq!(eigene::befunde(&bytes, bericht), [""; 0]);
    bytes
}

const TEXT: &str = "vielen Dank für Ihre Nachricht. Wir haben den Vorgang geprüft, Ihre Beschwerde ist berechtigt. Es tut uns leid, dass Sie am 9. November zwei Stunden warten mussten.\n\nDas haben wir veranlasst:\n- Am Empfang sind von 8 bis 10 Uhr zwei Plätze besetzt.\n- Wer einen Termin hat, meldet sich am Automaten an\n  und wird aufgerufen.\n\nSie erreichen uns so:\nTelefon 000 0000\nmontags bis freitags, 8 bis 12 Uhr\n\nWenn noch etwas offen ist, sprechen Sie uns bitte an.";

#[test]
fn brief_ist_barrierefrei_und_vollstaendig() {
    for logo in [true, false] {
        let mut haus = haus();
        if !logo {
            haus.logo = None;
        }
        let bericht = brief(&haus, &schreiben(TEXT));
        let bytes = geprueft(&bericht);
        if let Some(ziel) = std::env::var_os("IKS_TEST_BRIEF").filter(|_| logo) {
            std::fs::write(ziel, &bytes).unwrap();
        }
        assert_eq!(bytes, als_pdf(&bericht).unwrap());
        let datei = super::datei(&bericht);
        datei.einwandfrei();
        let [seite] = &datei.seiten()[..] else { panic!("more than a page") };
        let mut ab = 0;
        for erwartet in [
            "Jobcenter Musterkreis",
            "Unser Zeichen: KR-2026-014",
            "Datum: 23.11.2026",
            "Ihre Beschwerde vom 9. November 2026: Wartezeit am Empfang",
            "Sehr geehrte Frau Muster,",
            "vielen Dank für Ihre Nachricht.",
            "• Am Empfang",
            "aufgerufen.",
            "Telefon 000 0000 montags bis freitags",
            "Mit freundlichen Grüßen",
            "Kundenreaktionsmanagement",
            "Unser Zeichen: KR-2026-014 Seite 1 von 1",
            "Jobcenter Musterkreis · Beispielweg 1 · 99999 Musterstadt",
        ] {
            let stelle = seite[ab..].find(erwartet);
            ab += stelle.unwrap_or_else(|| panic!("„{erwartet}“ is missing or too early in:\n{seite}"));
        }
        // The mark is for papers that stay in the house.
        assert!(!seite.contains("Dienstgebrauch"), "{seite}");
    }
}

/// The address window of DIN 5008, form B: 20 to 105 mm from the left, 45 to 90 mm from above; and 11 points.
#[test]
fn anschriftfeld_bleibt_frei() {
    const MM: f32 = 72.0 / 25.4;
    for logo in [true, false] {
        let mut haus = haus();
        if !logo {
            haus.logo = None;
        }
        let zeichnung = zeichne(&brief(&haus, &schreiben(TEXT))).unwrap();
        let texte: Vec<(f32, f32, f32, &str)> = zeichnung.seiten[0]
            .teile
            .iter()
            .filter_map(|t| match &t.form {
                Form::Text { x, y, groesse, text, .. } => Some((*x, *y, *groesse, text.as_str())),
                _ => None,
            })
            .collect();
        // Above 55 mm there is the head; the lines of an address begin at 62.7 mm.
        let im_fenster =
            |(x, y, ..): &&(f32, f32, f32, &str)| *x < 105.0 * MM && *y > 62.7 * MM && *y < 90.0 * MM;
        assert_eq!(texte.iter().find(im_fenster), None);
        let finde = |wort: &str| *texte.iter().find(|t| t.3.starts_with(wort)).unwrap();
        let betreff = finde("Ihre");
        assert!((95.0..110.0).contains(&(betreff.1 / MM)), "{}", betreff.1 / MM);
        assert!(finde("Unser Zeichen").0 > 124.0 * MM);
        assert_eq!(finde("vielen").2, 11.0);
        assert_eq!(finde("Mit freundlichen").2, 11.0);
    }
}

#[test]
fn absaetze_und_listen() {
    let bloecke = |text: &str| -> Vec<String> {
        let alle = brief(&haus(), &Antwortschreiben { anrede: Some(" ".into()), ..schreiben(text) }).bloecke;
        let lies = |t: &Text| format!("{:?}", t.0[0]).split('"').nth(1).unwrap().to_owned();
        alle[1..alle.len() - 1]
            .iter()
            .map(|b| match b {
                Block::Absatz(t) => lies(t),
                Block::Liste(Listenart::Punkte, p) => {
                    format!("<{}>", p.iter().map(lies).collect::<Vec<_>>().join("|"))
                }
                _ => panic!("{b:?}"),
            })
            .collect()
    };
    for (text, soll) in [
        ("", vec![]),
        ("\n \n\t\n", vec![]),
        ("a", vec!["a"]),
        ("a\nb\r\n\r\n\r\n  c\td ", vec!["a\\nb", "c d"]),
        ("a\n- b\n- c\nd", vec!["a", "<b|c>", "d"]),
        ("- a\n\n- b", vec!["<a>", "<b>"]),
        ("  - a\n    noch a\n-b", vec!["<a noch a>", "-b"]),
        ("• a\n–", vec!["<a>", "–"]),
    ] {
        assert_eq!(bloecke(text), soll, "{text:?}");
    }
}

#[test]
fn lange_briefe_und_vorlagen() {
    // Each length in turn: the close takes the last lines of the text with it.
    let absatz = "Wir haben Ihr Anliegen mit allen Beteiligten besprochen und möchten Ihnen das Ergebnis erläutern, so gut es in einem Brief geht.\n\n";
    for anzahl in 9..24 {
        let bericht = brief(&haus(), &schreiben(&absatz.repeat(anzahl)));
        let seiten = super::datei(&bericht).seiten();
        let letzte = seiten.last().unwrap();
        let schluss = letzte.find("Mit freundlichen").unwrap();
        assert!(letzte[..schluss].contains("Brief geht."), "{anzahl}: {letzte}");
        assert_eq!(seiten.len() > 1, seiten.concat().contains("Seite 2 von"));
    }
    geprueft(&brief(&haus(), &schreiben(&absatz.repeat(30))));
    let werte = Platzhalter::ALLE.iter().map(|p| (*p, p.titel().to_owned())).collect();
    for v in textvorlagen() {
        let text = einsetzen(v.text, &werte).text;
        let a = Antwortschreiben { anrede: None, betreff: v.titel.into(), ..schreiben(&text) };
        let bericht = brief(&haus(), &a);
        geprueft(&bericht);
        assert_eq!(als_svg(&bericht).unwrap().len(), 1, "{}: more than a page", v.titel);
    }
}

#[test]
fn was_nicht_geht_wird_gesagt() {
    let ohne = Antwortschreiben { betreff: " ".into(), ..schreiben(TEXT) };
    let fehler = als_pdf(&brief(&haus(), &ohne)).unwrap_err();
    assert_eq!(fehler, BerichtFehler::Angabe { was: "Betreff".into() });
    let fehler = als_pdf(&brief(&haus(), &schreiben("Danke \u{1f600}"))).unwrap_err();
    let BerichtFehler::FehlendesZeichen { zeichen, abschnitt } = fehler else { panic!("{fehler:?}") };
    assert_eq!(
        (zeichen, abschnitt.as_str()),
        ('\u{1f600}', "Ihre Beschwerde vom 9. November 2026: Wartezeit am Empfang")
    );
    // Without close and signer the letter still ends properly.
    let kurz = Antwortschreiben { gruss: String::new(), unterzeichner: String::new(), ..schreiben("") };
    geprueft(&brief(&haus(), &kurz));
}
