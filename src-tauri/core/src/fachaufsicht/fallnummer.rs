//! How a drawn unit is called. Pure.

use serde::{Serialize, Serializer};
use ts_rs::TS;

/// How a drawn unit is called: the plain number where the person may see it, else the short pseudonym.
///
/// The plain number has no way out but serialisation and [`Self::klar`], and storage hands it over only to those who
/// may see it.
#[derive(Clone, PartialEq, Eq, TS)]
#[ts(type = "string")]
pub struct Fallnummer {
    kurz: String,
    klar: Option<String>,
}

impl Fallnummer {
    /// From the pseudonym (64 hex digits) and, if it may be shown, the plain number.
    pub fn neu(pseudonym: &str, klar: Option<String>) -> Self {
        Self { kurz: kurzform(pseudonym), klar }
    }

    /// The short pseudonym, for everything that leaves the house.
    pub fn pseudonym(&self) -> &str {
        &self.kurz
    }

    /// The plain number, for papers that stay in the house and say so: Prüfvermerk and Rückmeldeliste.
    pub fn klar(&self) -> Option<&str> {
        self.klar.as_deref()
    }
}

impl Serialize for Fallnummer {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.klar.as_deref().unwrap_or(&self.kurz))
    }
}

// A number must not slip into a log through `{:?}`.
impl std::fmt::Debug for Fallnummer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Fallnummer(…)")
    }
}

/// Short form of a pseudonym for the screen and for reports: its first ten hex digits.
pub fn kurzform(pseudonym: &str) -> String {
    pseudonym.chars().take(10).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fallnummer_zeigt_ohne_recht_das_pseudonym() {
        let p = "0123456789abcdef";
        let text = |f: Fallnummer| serde_json::to_value(f).unwrap();
        assert_eq!(text(Fallnummer::neu(p, None)), "0123456789");
        assert_eq!(text(Fallnummer::neu(p, Some("12345BG0000001".into()))), "12345BG0000001");
        assert_eq!(Fallnummer::neu(p, Some("12345BG0000001".into())).pseudonym(), "0123456789");
        assert!(!format!("{:?}", Fallnummer::neu(p, Some("12345BG".into()))).contains("BG0"));
    }
}
