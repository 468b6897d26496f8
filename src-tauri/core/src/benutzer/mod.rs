//! Users, their roles, and what may be combined. Pure.

mod passwort;

pub use passwort::{MINDESTLAENGE, Passwortstaerke, pruefe_passwort, staerke};

use crate::fehler::{Ergebnis, Fehler};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

/// A role of the house. What each may do stands in `api/rechte.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Rolle {
    /// Manages users and organisation; sees no case data.
    Administration,
    /// Plans, draws, evaluates, reports.
    Qualitaetsmanagement,
    /// Checks what she is given.
    Pruefkraft,
    /// Checks and answers for named teams.
    Teamleitung,
    /// Decides what is disputed in the area.
    Bereichsleitung,
    /// Keeps the register of Widersprüche.
    Widerspruchsstelle,
    /// Keeps the Kundenreaktionen.
    Kundenreaktionsmanagement,
    /// Data protection officer.
    Datenschutz,
    /// Contact person for the prevention of corruption.
    Korruptionspraevention,
    /// Management of the house.
    Geschaeftsfuehrung,
    /// Reads only.
    Revision,
}

impl Rolle {
    /// All roles in the order in which the window lists them.
    pub const ALLE: [Rolle; 11] = [
        Rolle::Administration,
        Rolle::Qualitaetsmanagement,
        Rolle::Pruefkraft,
        Rolle::Teamleitung,
        Rolle::Bereichsleitung,
        Rolle::Widerspruchsstelle,
        Rolle::Kundenreaktionsmanagement,
        Rolle::Datenschutz,
        Rolle::Korruptionspraevention,
        Rolle::Geschaeftsfuehrung,
        Rolle::Revision,
    ];

    /// German name for people.
    pub fn titel(self) -> &'static str {
        match self {
            Rolle::Administration => "Administration",
            Rolle::Qualitaetsmanagement => "Qualitätsmanagement",
            Rolle::Pruefkraft => "Prüfkraft",
            Rolle::Teamleitung => "Teamleitung",
            Rolle::Bereichsleitung => "Bereichsleitung",
            Rolle::Widerspruchsstelle => "Widerspruchsstelle",
            Rolle::Kundenreaktionsmanagement => "Kundenreaktionsmanagement",
            Rolle::Datenschutz => "Datenschutz",
            Rolle::Korruptionspraevention => "Ansprechperson Korruptionsprävention",
            Rolle::Geschaeftsfuehrung => "Geschäftsführung",
            Rolle::Revision => "Revision",
        }
    }

    /// Code of two letters: columns of the matrix, and the stable sign of a person in reports (`QM-1`).
    pub fn kuerzel(self) -> &'static str {
        match self {
            Rolle::Administration => "AD",
            Rolle::Qualitaetsmanagement => "QM",
            Rolle::Pruefkraft => "PK",
            Rolle::Teamleitung => "TL",
            Rolle::Bereichsleitung => "BL",
            Rolle::Widerspruchsstelle => "WS",
            Rolle::Kundenreaktionsmanagement => "KR",
            Rolle::Datenschutz => "DS",
            Rolle::Korruptionspraevention => "AK",
            Rolle::Geschaeftsfuehrung => "GF",
            Rolle::Revision => "RV",
        }
    }

    /// The identifier that serde writes, for the chain.
    pub fn name(self) -> &'static str {
        match self {
            Rolle::Administration => "administration",
            Rolle::Qualitaetsmanagement => "qualitaetsmanagement",
            Rolle::Pruefkraft => "pruefkraft",
            Rolle::Teamleitung => "teamleitung",
            Rolle::Bereichsleitung => "bereichsleitung",
            Rolle::Widerspruchsstelle => "widerspruchsstelle",
            Rolle::Kundenreaktionsmanagement => "kundenreaktionsmanagement",
            Rolle::Datenschutz => "datenschutz",
            Rolle::Korruptionspraevention => "korruptionspraevention",
            Rolle::Geschaeftsfuehrung => "geschaeftsfuehrung",
            Rolle::Revision => "revision",
        }
    }
}

/// A user as the house keeps her.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Benutzer {
    /// UUIDv7.
    pub id: String,
    /// Name for signing in, normalised.
    pub benutzername: String,
    /// Full name for colleagues; never in a report.
    pub anzeigename: String,
    /// Stable sign in reports, e.g. `QM-1`.
    pub zeichen: String,
    /// At least one.
    pub rollen: Vec<Rolle>,
    /// Area of a Bereichsleitung.
    pub bereich_id: Option<String>,
    /// Teams of a Teamleitung.
    pub teams: Vec<String>,
    /// Whether she can sign in.
    pub aktiv: bool,
    /// Set when Administration chose the password.
    pub passwort_wechseln: bool,
    /// For optimistic locking.
    pub version: i64,
}

/// The form in which a user name is stored and compared: NFC, trimmed, lower case.
pub fn normalisiere_benutzername(text: &str) -> String {
    text.trim().nfc().collect::<String>().to_lowercase()
}

/// Checks a user name: 2 to 40 letters, digits, dot, hyphen or underscore.
pub fn pruefe_benutzername(text: &str) -> Ergebnis<String> {
    let name = normalisiere_benutzername(text);
    let laenge = name.chars().count();
    if !(2..=40).contains(&laenge) || !name.chars().all(|z| z.is_alphanumeric() || ".-_".contains(z)) {
        return Err(Fehler::feld(
            "benutzername",
            "Der Benutzername hat 2 bis 40 Zeichen: Buchstaben, Ziffern, Punkt, Bindestrich oder Unterstrich.",
        ));
    }
    Ok(name)
}

/// Checks a set of roles together with what they need.
///
/// The data protection officer may not control herself: not with Geschäftsführung or Administration
/// (Art. 38 Abs. 6 DSGVO).
pub fn pruefe_rollen(rollen: &[Rolle], bereich_id: Option<&str>, teams: &[String]) -> Ergebnis<()> {
    if rollen.is_empty() {
        return Err(Fehler::feld("rollen", "Bitte wählen Sie mindestens eine Rolle."));
    }
    let hat = |rolle| rollen.contains(&rolle);
    if hat(Rolle::Datenschutz) && (hat(Rolle::Geschaeftsfuehrung) || hat(Rolle::Administration)) {
        return Err(Fehler::feld(
            "rollen",
            "Datenschutz lässt sich nicht mit Geschäftsführung oder Administration verbinden (Art. 38 Abs. 6 DSGVO).",
        ));
    }
    if hat(Rolle::Teamleitung) && teams.is_empty() {
        return Err(Fehler::feld("teams", "Eine Teamleitung braucht mindestens ein Team."));
    }
    if hat(Rolle::Bereichsleitung) && bereich_id.is_none() {
        return Err(Fehler::feld("bereich_id", "Eine Bereichsleitung braucht einen Bereich."));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datenschutz_kontrolliert_sich_nicht_selbst() {
        for rolle in [Rolle::Geschaeftsfuehrung, Rolle::Administration] {
            assert!(pruefe_rollen(&[Rolle::Datenschutz, rolle], None, &[]).is_err());
        }
        assert!(pruefe_rollen(&[Rolle::Datenschutz, Rolle::Revision], None, &[]).is_ok());
    }

    #[test]
    fn benutzername_wird_vereinheitlicht() {
        assert_eq!(pruefe_benutzername(" Müller ").ok().as_deref(), Some("müller"));
        assert!(pruefe_benutzername("a").is_err());
        assert!(pruefe_benutzername("../x").is_err());
    }

    #[test]
    fn name_ist_der_von_serde() {
        for rolle in Rolle::ALLE {
            assert_eq!(serde_json::to_value(rolle).unwrap(), rolle.name());
        }
    }
}
