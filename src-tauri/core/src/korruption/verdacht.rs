//! Finds words that hint at a suspicion, so that it is sent where it belongs and not stored here. Pure.
//!
//! A suspicion of corruption and the report of a whistle-blower are confidential (§ 8 HinSchG) and need another
//! place than the register that half the house reads. The list is short on purpose: the registers speak of
//! prevention all the time ("Verfahren bei Verdacht", "Gefahr der Bestechung"), and a hint that comes too often is
//! not read any more.

use crate::fehler::Fehler;

/// Beginnings of words that speak of a deed or of a suspicion against someone, in lower case.
const ANFAENGE: &[&str] = &[
    "verdacht",
    "verdächtig",
    "bestochen",
    "bestech",
    "besticht",
    "bestach",
    "schmiergeld",
    "korrupt",
    "vorteilsann",
    "vorteilsgew",
    "untreue",
    "veruntreu",
    "unterschlag",
    "hinweisgeb",
    "whistleblow",
];

/// Words that begin like one above and are about prevention.
const HARMLOS: &[&str] =
    &["korruptionspräv", "korruptionsgef", "korruptionsvorb", "unverdächtig", "hinweisgeberschutz"];

/// The subject itself, as titles name it: "Arbeitshilfe Korruption". No deed yet.
const THEMA: &str = "korruption";

/// Directly before a word above they make it a matter of rules: "bei Verdacht", "gegen Bestechung".
const DIREKT_DAVOR: &[&str] = &["bei", "vor", "gegen", "für"];

/// Beginnings of words for the cases that a rule is about: "Verdachtsfälle", "Verdachtsmeldung".
const REGELFALL: &[&str] = &["verdachtsf", "verdachtsm"];

/// Directly before one of those they make it a rule too: "Meldeweg Verdachtsfälle", "Hinweise zu Verdachtsfällen".
const DAVOR_REGELFALL: &[&str] =
    &["von", "zu", "meldeweg", "umgang", "verfahren", "arbeitshilfe", "schulung"];

/// One or two words before: "Gefahr der Bestechung", "Umgang mit Verdacht".
const KURZ_DAVOR: &[&str] = &["gefahr", "risiko", "schutz", "umgang", "vorbeugung", "prävention", "anfällig"];

/// Where a suspicion belongs.
pub const WOHIN: &str = "Ein Verdacht gehört nicht in dieses Register und wird hier nicht gespeichert. Bitte wenden Sie sich unmittelbar an die Ansprechperson für Korruptionsprävention oder an die interne Meldestelle nach dem Hinweisgeberschutzgesetz (HinSchG).";

/// The words of a text that hint at a suspicion, as they were written; each once.
#[must_use]
pub fn verdachtsworte(text: &str) -> Vec<String> {
    let woerter: Vec<&str> =
        text.split(|z: char| !z.is_alphanumeric() && z != '-').filter(|w| !w.is_empty()).collect();
    let klein: Vec<String> = woerter.iter().map(|w| w.to_lowercase()).collect();
    let mut funde: Vec<String> = Vec::new();
    for (i, wort) in klein.iter().enumerate() {
        let trifft = wort.split('-').any(|teil| {
            ANFAENGE.iter().any(|a| teil.starts_with(a))
                && teil != THEMA
                && !HARMLOS.iter().any(|h| teil.starts_with(h))
        }) || wort.ends_with("verdacht") && wort != "verdacht";
        let davor = |n: usize| i.checked_sub(n).and_then(|j| klein.get(j)).map(String::as_str);
        let harmlos = davor(1).is_some_and(|w| DIREKT_DAVOR.contains(&w))
            || REGELFALL.iter().any(|a| wort.starts_with(a))
                && davor(1).is_some_and(|w| DAVOR_REGELFALL.contains(&w))
            || [davor(1), davor(2)].into_iter().flatten().any(|w| KURZ_DAVOR.contains(&w));
        if trifft && !harmlos && !funde.iter().any(|f| f == woerter[i]) {
            funde.push(woerter[i].to_owned());
        }
    }
    funde
}

/// Refuses a text that hints at a suspicion, beside its field, with the way it should take.
///
/// # Errors
/// `eingabe` with the words found and [`WOHIN`].
pub fn kein_verdacht(feld: &str, text: &str) -> Result<(), Fehler> {
    match verdachtsworte(text).as_slice() {
        [] => Ok(()),
        worte => Err(Fehler::feld(
            feld,
            format!("Der Text deutet auf einen Verdacht hin („{}“). {WOHIN}", worte.join("“, „")),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findet_was_einen_verdacht_ausspricht() {
        for (text, worte) in [
            ("Es besteht der Verdacht, dass Geld floss.", vec!["Verdacht"]),
            ("Er wurde bestochen und hat Schmiergeld genommen", vec!["bestochen", "Schmiergeld"]),
            ("Korruptionsverdacht im Team", vec!["Korruptionsverdacht"]),
            ("Verdachtsfall! Verdachtsfall?", vec!["Verdachtsfall"]),
            ("VERDÄCHTIGE Häufung", vec!["VERDÄCHTIGE"]),
            ("Die Beschäftigten sind korrupt", vec!["korrupt"]),
            ("Bestechung durch einen Träger", vec!["Bestechung"]),
            ("Whistleblower-Meldung", vec!["Whistleblower-Meldung"]),
            ("Anfangsverdacht", vec!["Anfangsverdacht"]),
            ("Der Träger besticht seit Jahren", vec!["besticht"]),
            ("Er ließ sich bestechen", vec!["bestechen"]),
            ("Vorteilsannahme im Team", vec!["Vorteilsannahme"]),
            ("Vorteilsgewährung durch einen Anbieter", vec!["Vorteilsgewährung"]),
            ("Untreue bei der Barkasse", vec!["Untreue"]),
            ("Eine Hinweisgeberin hat angerufen", vec!["Hinweisgeberin"]),
            // A preposition alone makes no rule of it.
            ("Hinweise zu Bestechung im Team", vec!["Bestechung"]),
            ("Meldung von Verdacht gegen eine Kraft", vec!["Verdacht"]),
            ("Prüfung der Verdachtsfälle im Team", vec!["Verdachtsfälle"]),
            ("Korruptionsfall im Team", vec!["Korruptionsfall"]),
            ("Arbeitshilfe: Verdacht gegen die Leitung", vec!["Verdacht"]),
        ] {
            assert_eq!(verdachtsworte(text), worte, "{text}");
            let fehler = kein_verdacht("grund", text).unwrap_err();
            assert!(fehler.felder[0].text.contains("Meldestelle"), "{text}");
        }
    }

    #[test]
    fn laesst_texte_der_vorbeugung_in_ruhe() {
        for text in [
            "",
            "Schulung zur Korruptionsprävention",
            "Weg bei Verdacht schriftlich geregelt",
            "Schutz vor Bestechung, auch gegen Bestechlichkeit",
            "Gefahr der Bestechung durch Anbieter",
            "Umgang mit Verdacht",
            "Arbeitshilfe Korruption",
            "Korruption vermeiden, Anti-Korruption-Schulung",
            "Meldeweg Verdachtsfälle Phishing",
            "Schulung Verdachtsmeldungen",
            "Verfahren Verdachtsfälle",
            "Hinweise zu Verdachtsfällen",
            "Hinweisgeberschutzgesetz auslegen",
            "Pralinen zum Dank, Wert etwa 8 Euro",
            "Vier-Augen-Prinzip bei Vergaben; Korruptionsgefährdung hoch",
        ] {
            assert!(kein_verdacht("grund", text).is_ok(), "{text}: {:?}", verdachtsworte(text));
        }
    }
}
