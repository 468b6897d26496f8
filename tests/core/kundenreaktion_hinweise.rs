//! What a letter hints at: invented sentences with and without a hint.

use iks_core::kundenreaktion::{datenschutzhinweise, rechtsbehelfshinweise};
use proptest::prelude::*;

const MIT_RECHTSBEHELF: &[&str] = &[
    "Hiermit lege ich Widerspruch gegen Ihren Bescheid vom 03.11.2026 ein.",
    "WIDERSPRUCH",
    "Ich möchte einen Wiederspruch einreichen.",
    "Gegen die Kürzung lege ich wiederspruch ein!",
    "Mein Wiederspuch vom Oktober wurde nie beantwortet.",
    "ich schreibe ihnen wegen meinem widersprch",
    "Betrifft: Widerrspruch",
    "Das ist mein Wiedrespruch.",
    "Ich widerspreche der Rückforderung.",
    "Dem Schreiben vom Montag habe ich schon widersprochen.",
    "Ich lege Wider-\nspruch ein.",
    "Ich lege Wider-\r\n   spruch ein.",
    "Wider\u{ad}spruch",
    "Ich mache einen Wieder spruch.",
    "W I D E R S P R U C H",
    "Dies ist ein Sammelwiderspruch für alle Monate.",
    "Ihre Frist für die Widersprueche ist zu kurz.",
    "Ich erhebe Einspruch.",
    "Ich lege Einspuch ein.",
    "Gegen die Abbuchung meiner Bank habe ich EINSPRUCH erhoben.",
    "Damit bin ich nicht einverstanden, der Bescheid muss weg.",
    "Ich bin mit dem Bescheid vom 2.11. überhaupt nicht einverstanden.",
    "Ich bin nicht einverstanden mit dem\nBescheid.",
    "Der Bescheid ist falsch.",
    "Ihr Bewilligungsbescheid vom letzten Monat ist leider völlig fehlerhaft.",
    "Das ist ein falscher Bescheid.",
    "Die Berechnung stimmt nicht.",
    "Die Berechnung ist so nicht richtig.",
    "Sie haben mir das Geld zu Unrecht gestrichen.",
    "Sie haben meine Miete falsch berechnet.",
    "Ich akzeptiere diesen Bescheit nicht.",
    "Diese Entscheidung nehme ich so nicht hin.",
    "Ich stelle einen Überprüfungsantrag.",
    "Ich stelle einen Ueberpruefungsantrag.",
    "Ich stelle einen Uberprufungsantrag.",
    "Ich beantrage die Überprüfung aller Monate seit Januar.",
    "Bitte prüfen Sie den Bescheid noch einmal.",
    "Können Sie meinen Bescheid bitte nochmals überprüfen?",
    "Antrag nach § 44 SGB X",
    "nach §44 SGB X",
    "gemäß Paragraph 44",
    "Sonst reiche ich Klage ein.",
    "Dann muss ich eben klagen.",
    "Ich habe Untätigkeitsklage erhoben.",
    "Wir sehen uns vor dem Sozialgericht.",
    "Wir sehen uns vor Gericht.",
    "Ich werde das anfechten.",
    "Ich bitte Sie, den Bescheid aufzuheben.",
    "Die Frist aus Ihrem Bescheid läuft am Freitag ab.",
    "Ihr Bescheid nennt eine Monatsfrist.",
    "Welches Rechtsmittel habe ich?",
    "Ich behalte mir rechtliche Schritte vor.",
    "Mein Anwalt wird sich melden.",
    "Beschwerde gegen den Bescheid vom 1. Oktober",
    "Ich beschwere mich über Ihren Ablehnungsbescheid.",
    "Ich lege Beschwerde gegen die Sanktion ein.",
    "Ich erhebe Einwendungen.",
    "Hiermit lege ich gegen Ihr Schreiben vom 5. dieses Monats fristgerecht Rechtsbehelf ein.",
];

const OHNE_RECHTSBEHELF: &[&str] = &[
    "",
    "Die Angaben auf Ihrer Internetseite sind widersprüchlich.",
    "Ich bekomme am Telefon widerspruechliche Auskünfte, das ist eine WIDERSPRÜCHLICHKEIT nach der anderen.",
    "Ich warte seit sechs Wochen auf eine Antwort.",
    "Der Mitarbeiter am Empfang war unfreundlich zu mir.",
    "Ich möchte mich über das Verhalten einer Mitarbeiterin beschweren.",
    "Ich kann mich wirklich nicht beklagen, alles lief sehr gut.",
    "Vielen Dank für die freundliche Beratung!",
    "Ich möchte ein großes Lob an das Team aussprechen.",
    "Der Aufzug ist seit Tagen kaputt, mit Kinderwagen kommt man nicht hinauf.",
    "Im Wartebereich gibt es zu wenige Stühle.",
    "Ich habe einen Anspruch auf einen Termin in meiner Sprache.",
    "Meine Unterlagen habe ich dreimal eingereicht.",
    "Niemand geht ans Telefon.",
    "Bitte rufen Sie mich wieder an, ich war im Widerstreit mit mir selbst.",
    "Ich würde mich über einen Rückruf freuen.",
    "Mein Antrag auf Weiterbewilligung liegt seit Wochen bei Ihnen.",
    "Der Brief war an meine Schwester gerichtet, nicht an mich.",
    "Ein Vorschlag: Stellen Sie einen Wasserspender auf.",
    "Die Öffnungszeiten sind für Berufstätige ungünstig.",
    "Auf Wiedersehen und danke für alles.",
    "Der Ton im Gespräch hat mich verletzt.",
    "Ich lege Ihnen ein Foto bei.",
    "Ich hätte gern einen anderen Ansprechpartner.",
];

const MIT_DATENSCHUTZ: &[&str] = &[
    "Ich verlange Auskunft nach Art. 15 DSGVO.",
    "nach Artikel 15",
    "Bitte geben Sie mir Auskunft, was Sie über mich gespeichert haben.",
    "Welche Daten haben Sie von mir?",
    "Das ist ein Verstoß gegen den Datenschutz.",
    "DATENSCHUTZBESCHWERDE",
    "Wo bleibt das Sozialgeheimnis?",
    "Sie haben meine Daten weitergegeben.",
    "Sie haben meine Sozialdaten ohne zu fragen an eine Firma uebermittelt.",
    "Ihr Mitarbeiter hat meinem Vermieter erzählt, dass ich Leistungen bekomme.",
    "Mein Arbeitgeber wurde von Ihnen informiert.",
    "Der Brief ging an den falschen Empfänger.",
    "Sie haben ihn an die falsche Adresse geschickt.",
    "In meinem Umschlag lag fremde Post.",
    "Ich habe Unterlagen einer anderen Person bekommen, das Schreiben lag bei der Nachbarin.",
    "Das Schreiben war nicht für mich bestimmt.",
    "Ich bitte um Löschung meiner Daten.",
    "Bitte löschen Sie alle An-\ngaben zu meiner alten Wohnung.",
    "Meine Daten müssen berichtigt werden.",
    "Meine Akte ist verschwunden.",
    "Alle im Warteraum konnten mithören.",
    "Sie haben mich mit einer Person gleichen Namens verwechselt.",
];

const OHNE_DATENSCHUTZ: &[&str] = &[
    "",
    "Ich warte seit sechs Wochen auf eine Antwort.",
    "Die Auskunft am Telefon war falsch.",
    "Der Mitarbeiter war unfreundlich.",
    "Danke für die schnelle Hilfe.",
    "Ich lege Widerspruch gegen den Bescheid ein.",
    "Die Heizung im Wartebereich ist kalt.",
    "Meine Nachbarin hat viel früher einen Termin bekommen.",
    "Ich habe meine Unterlagen dreimal eingereicht.",
    "Bitte schicken Sie mir einen neuen Antrag.",
];

#[test]
fn rechtsbehelfe() {
    let faelle = MIT_RECHTSBEHELF.len() + OHNE_RECHTSBEHELF.len();
    assert!(faelle >= 60, "{faelle}");
    for text in MIT_RECHTSBEHELF {
        assert!(!rechtsbehelfshinweise(text).is_empty(), "no hint: {text:?}");
    }
    for text in OHNE_RECHTSBEHELF {
        assert_eq!(rechtsbehelfshinweise(text), [], "{text:?}");
    }
}

#[test]
fn datenschutz() {
    for text in MIT_DATENSCHUTZ {
        assert!(!datenschutzhinweise(text).is_empty(), "no hint: {text:?}");
    }
    for text in OHNE_DATENSCHUTZ {
        assert_eq!(datenschutzhinweise(text), [], "{text:?}");
    }
}

#[test]
fn grund_und_stelle() {
    let gruende = |text| rechtsbehelfshinweise(text).into_iter().map(|h| h.grund).collect::<Vec<_>>();
    for (text, grund) in [
        ("Ich mache Wiederspruch.", "Spricht von einem Widerspruch."),
        ("Ich erhebe Einspruch.", "Spricht von einem Einspruch; gemeint sein kann ein Widerspruch."),
        ("Antrag nach § 44", "Bittet um Überprüfung; das kann ein Antrag nach § 44 SGB X sein."),
        ("Ich gehe zum Sozialgericht.", "Spricht von einer Klage oder einem Gericht."),
        ("Das fechte ich an.", "Möchte eine Entscheidung anfechten oder aufheben lassen."),
        ("Der Bescheid ist falsch.", "Ist mit einem Bescheid nicht einverstanden oder hält ihn für falsch."),
    ] {
        assert_eq!(gruende(text), [grund], "{text}");
    }
    let lang = "Sehr geehrte Damen und Herren, seit vielen Monaten warte ich schon darauf, dass jemand meinen\nWider-\nspruch vom August liest und mir endlich eine Antwort darauf schickt, denn so geht es nicht.";
    let hinweise = rechtsbehelfshinweise(lang);
    assert_eq!(hinweise.len(), 1);
    assert_eq!(hinweise[0].wort, "… darauf, dass jemand meinen Wider- spruch vom August liest und mir …");
    // The same thing twice in a breath is one hint, far apart it is two.
    let zweimal = "Mein Widerspruch, ja: Widerspruch! ".to_owned() + &"Wort ".repeat(30) + "Widerspruch";
    assert_eq!(rechtsbehelfshinweise(&zweimal).len(), 2);
    // Written as a whole, a letter gives its hints in the order of its text.
    let brief = "Ich widerspreche. Sie haben außerdem meine Daten weitergegeben. Ich gehe vor Gericht.";
    assert_eq!(rechtsbehelfshinweise(brief).len(), 2);
    assert_eq!(datenschutzhinweise(brief).len(), 1);
    assert!(rechtsbehelfshinweise(&"x".repeat(100_000)).is_empty());
    let ohne_leerzeichen = "x".repeat(5000) + "widerspruch" + &"x".repeat(5000);
    assert!(rechtsbehelfshinweise(&ohne_leerzeichen)[0].wort.chars().count() <= 250);
}

/// A letter put together of words that the tables know, with the usual trouble between them.
fn brief() -> impl Strategy<Value = String> {
    let alle = [MIT_RECHTSBEHELF, OHNE_RECHTSBEHELF, MIT_DATENSCHUTZ, OHNE_DATENSCHUTZ].concat();
    let woerter: Vec<String> = alle.iter().flat_map(|s| s.split_whitespace()).map(str::to_owned).collect();
    let dazwischen = prop::sample::select(vec![" ", "\n", "-\n", "- ", "\u{ad}", "", ". ", "  "]);
    prop::collection::vec((prop::sample::select(woerter), dazwischen), 0..40)
        .prop_map(|teile| teile.into_iter().map(|(wort, luecke)| wort + luecke).collect())
}

fn gruende(text: &str) -> Vec<String> {
    let rechtsbehelf = rechtsbehelfshinweise(text).into_iter().map(|h| h.grund);
    rechtsbehelf.chain(datenschutzhinweise(text).into_iter().map(|h| h.grund)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn jeder_text_wird_gelesen(text in any::<String>()) {
        prop_assert!(gruende(&text).len() <= text.len());
    }

    #[test]
    fn schreibung_egal(text in brief()) {
        let soll = gruende(&text);
        prop_assert_eq!(&gruende(&text.to_uppercase()), &soll);
        prop_assert_eq!(&gruende(&text.to_lowercase()), &soll);
        let umschrieben = [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"), ("ß", "ss")]
            .iter()
            .fold(text.clone(), |t, (von, nach)| t.replace(von, nach));
        prop_assert_eq!(&gruende(&umschrieben), &soll);
        let zerlegt = text.replace('ü', "u\u{308}").replace('ä', "a\u{308}").replace('ö', "o\u{308}");
        prop_assert_eq!(&gruende(&zerlegt), &soll);
        let umbrochen = text.replace(' ', "\r\n");
        prop_assert_eq!(&gruende(&umbrochen), &soll);
    }

    #[test]
    fn mehr_text_verliert_keinen_grund(davor in "[a-zäöü ]{0,40}", nach in "[a-zäöü ]{0,40}", i in 0..MIT_RECHTSBEHELF.len()) {
        let text = format!("{davor}. {} {nach}", MIT_RECHTSBEHELF[i]);
        for grund in gruende(MIT_RECHTSBEHELF[i]) {
            prop_assert!(gruende(&text).contains(&grund), "{}: {}", grund, text);
        }
    }
}
