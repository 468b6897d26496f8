//! The one error type that leaves the core.
//!
//! Inside, modules have errors of their own with all the detail they need. At the doors each becomes
//! a [`Fehler`]: a closed code for the program, a German sentence for the person, and the fields
//! concerned. It never carries personal data, because it may end up in a log or on a screenshot.

use serde::Serialize;
use ts_rs::TS;

/// What kind of refusal this is. Closed, so that the window can handle each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "FehlerCode")]
pub enum Code {
    /// Something typed or read from a file is not acceptable; `felder` says which.
    Eingabe,
    /// The role does not allow this operation or query.
    Recht,
    /// The record was changed by someone else in the meantime; `stand` holds its present state.
    Konflikt,
    /// There is no such record, or it is outside what the person may see.
    NichtGefunden,
    /// A rule of the domain forbids it in the present state.
    Regel,
    /// The rule of four eyes: the same person may not do both steps.
    VierAugen,
    /// Wrong user name or password, or a changed key slot.
    Anmeldung,
    /// Too many wrong passwords; the sentence says how long to wait.
    Gedrosselt,
    /// Nobody is signed in, or the house is locked.
    NichtAngemeldet,
    /// A file could not be read or written (missing, full disk, no permission, wrong format).
    Datei,
    /// The house as a whole cannot be opened (in use elsewhere, newer version, network folder).
    Haus,
    /// The database or the chain is damaged.
    Beschaedigt,
    /// The person cancelled a long action.
    Abgebrochen,
    /// A defect of the program; the sentence asks to report it.
    Intern,
}

/// One field that was refused, by its name in the request, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Feldfehler {
    /// Name of the field as in the request type, dotted for nested ones.
    pub feld: String,
    /// German sentence.
    pub text: String,
}

/// The error that crosses every boundary of the core.
#[derive(Debug, Serialize, TS, thiserror::Error)]
#[error("{text}")]
pub struct Fehler {
    /// Closed code.
    pub code: Code,
    /// German sentence that says what happened and what to do.
    pub text: String,
    /// Fields concerned, if any.
    pub felder: Vec<Feldfehler>,
    /// For `konflikt`: the present state of the record.
    #[ts(type = "unknown")]
    pub stand: Option<serde_json::Value>,
    /// The inner cause, for the developer only; it does not cross.
    #[serde(skip)]
    #[ts(skip)]
    #[source]
    pub ursache: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// Result of everything behind the doors.
pub type Ergebnis<T> = Result<T, Fehler>;

impl Fehler {
    /// An error with a code and a sentence.
    pub fn neu(code: Code, text: impl Into<String>) -> Self {
        Self { code, text: text.into(), felder: Vec::new(), stand: None, ursache: None }
    }

    /// A refused field; the sentence serves as the overall text too.
    pub fn feld(feld: &str, text: impl Into<String>) -> Self {
        Self::neu(Code::Eingabe, text).mit_feld_gleich(feld)
    }

    /// Several refused fields at once.
    pub fn felder(felder: Vec<Feldfehler>) -> Self {
        let text = match felder.as_slice() {
            [eins] => eins.text.clone(),
            _ => "Bitte prüfen Sie die markierten Felder.".to_owned(),
        };
        Self { felder, ..Self::neu(Code::Eingabe, text) }
    }

    /// A rule of the domain.
    pub fn regel(text: impl Into<String>) -> Self {
        Self::neu(Code::Regel, text)
    }

    /// The rule of four eyes.
    pub fn vier_augen(text: impl Into<String>) -> Self {
        Self::neu(Code::VierAugen, text)
    }

    /// A record that is not there (or not visible, which must look the same).
    pub fn nicht_gefunden(was: &str) -> Self {
        Self::neu(
            Code::NichtGefunden,
            format!("{was} wurde nicht gefunden. Möglicherweise wurde der Eintrag inzwischen gelöscht."),
        )
    }

    /// A file problem with its cause.
    pub fn datei(
        text: impl Into<String>,
        ursache: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self::neu(Code::Datei, text).wegen(ursache)
    }

    /// A defect of the program.
    pub fn intern(ursache: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::neu(
            Code::Intern,
            "Das hat wegen eines Programmfehlers nicht geklappt. Ihre Daten sind unverändert. Bitte melden Sie den Vorgang der Administration.",
        )
        .wegen(ursache)
    }

    /// Attaches the inner cause.
    #[must_use]
    pub fn wegen(mut self, ursache: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.ursache = Some(ursache.into());
        self
    }

    /// Attaches the present state of a record (for `konflikt`).
    #[must_use]
    pub fn mit_stand(mut self, stand: serde_json::Value) -> Self {
        self.stand = Some(stand);
        self
    }

    fn mit_feld_gleich(mut self, feld: &str) -> Self {
        self.felder.push(Feldfehler { feld: feld.to_owned(), text: self.text.clone() });
        self
    }
}
