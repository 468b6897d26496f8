//! Text blocks: placeholders, and the texts that come with the program.

use iks_core::aufzaehlung::Aufzaehlung;
use iks_core::kundenreaktion::{
    Platzhalter, Textzweck, einsetzen, platzhalter_pruefen, rechtsbehelfshinweise, textvorlagen,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn werte() -> BTreeMap<Platzhalter, String> {
    Platzhalter::ALLE.iter().map(|p| (*p, format!("<{}>", p.name()))).collect()
}

#[test]
fn platzhalter_werden_geprueft() {
    for gut in ["", "Guten Tag", "{anrede}, {name}", "{ Anrede }", "{ANTWORT_BIS}", "{nummer}{team}"] {
        assert_eq!(platzhalter_pruefen(gut), Ok(()), "{gut}");
    }
    for (text, falsch) in [
        ("{anrde}", vec!["{anrde}"]),
        ("{anrde} {anrde} {}", vec!["{anrde}", "{}"]),
        ("Bitte {name und {team}", vec!["{name und "]),
        ("am {eingang\nund weiter", vec!["{eingang"]),
        ("zu lang {eingang ist ein Tag und noch mehr", vec!["{eingang ist ein Tag "]),
        ("zu }", vec!["}"]),
        ("{{name}}", vec!["{", "}"]),
        ("{straße} {Äh", vec!["{straße}", "{Äh"]),
    ] {
        let falsch: Vec<String> = falsch.into_iter().map(str::to_owned).collect();
        assert_eq!(platzhalter_pruefen(text), Err(falsch), "{text}");
    }
}

#[test]
fn werte_werden_eingesetzt() {
    let mut einige = werte();
    einige.remove(&Platzhalter::Name);
    einige.insert(Platzhalter::Team, "  ".into());
    einige.insert(Platzhalter::Haus, "Haus {name}".into());
    let e = einsetzen("{Anrede} {name} {haus} {team} {name} {x} {nummer", &einige);
    assert_eq!(e.text, "<anrede> [Name] Haus {name} [Team] [Name] {x} {nummer");
    assert_eq!(e.offen, [Platzhalter::Name, Platzhalter::Team]);
}

#[test]
fn vorlagen_sind_vollstaendig_und_hoeflich() {
    let zwecke: Vec<Textzweck> = textvorlagen().iter().map(|v| v.zweck).collect();
    let alle: Vec<Textzweck> =
        Textzweck::ALLE.iter().copied().filter(|z| *z != Textzweck::Sonstiges).collect();
    assert_eq!(zwecke, alle);
    for v in textvorlagen() {
        assert_eq!(platzhalter_pruefen(v.text), Ok(()), "{}", v.titel);
        let e = einsetzen(v.text, &werte());
        assert!(e.offen.is_empty() && !e.text.contains(['{', '!']), "{}", v.titel);
        let zu_schreiben = matches!(v.zweck, Textzweck::Berechtigt | Textzweck::Unberechtigt);
        assert_eq!(e.text.contains("[Bitte "), zu_schreiben, "{}", v.titel);
        assert!(v.text.starts_with("{anrede},\n\n"), "{}", v.titel);
        // After the comma the sentence goes on in small letters, or with a polite "Sie" or "Ihr".
        let satz = v.text.split("\n\n").nth(1).unwrap();
        assert!(
            satz.starts_with(char::is_lowercase) || satz.starts_with("Sie ") || satz.starts_with("Ihr "),
            "{satz}"
        );
        assert!(!v.text.contains("Grüße"), "the letter brings its close");
        assert!(v.text.lines().all(|z| z == z.trim_end()) && v.text.len() < 2000, "{}", v.titel);
        // Plain German: no sentence of more than 30 words.
        for satz in v.text.split(['.', ':', '?']) {
            assert!(satz.split_whitespace().count() <= 30, "{satz}");
        }
    }
    let hinweis = &textvorlagen()[5];
    assert!(!rechtsbehelfshinweise(hinweis.text).is_empty());
}

proptest! {
    #[test]
    fn nichts_geht_verloren(text in "[{}a-zß_ \n]{0,40}|(\\{(anrede|name|team)\\}|[{} x]){0,12}") {
        // Nothing but known placeholders changes.
        let e = einsetzen(&text, &BTreeMap::new());
        if platzhalter_pruefen(&text).is_ok() {
            prop_assert!(!e.text.contains(['{', '}']), "a brace is left");
        }
        if e.offen.is_empty() {
            prop_assert_eq!(&e.text, &text);
        }
        let zurueck = Platzhalter::ALLE.iter().fold(e.text, |t, p| t.replace(&format!("[{}]", p.titel()), &format!("{{{}}}", p.name())));
        prop_assert_eq!(zurueck.replace(' ', ""), text.replace(' ', ""));
    }

    #[test]
    fn jeder_text(text in any::<String>()) {
        let _ = platzhalter_pruefen(&text);
        let _ = einsetzen(&text, &BTreeMap::new());
    }
}
