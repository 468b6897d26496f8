//! What can go wrong in storage, and what a person is told about it.

use crate::fehler::{Code, Fehler};
use rusqlite::ErrorCode;

/// Result of storage functions.
pub type StorageErgebnis<T> = Result<T, StorageFehler>;

/// Errors of the storage layer with all their detail; [`Fehler`] is what leaves the core.
#[derive(Debug, thiserror::Error)]
pub enum StorageFehler {
    /// The engine refused.
    #[error("database: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// A stored JSON value cannot be read or written.
    #[error("json: {0}")]
    Json(#[from] serde_json::Error),
    /// The expected version is not the present one.
    #[error("stale version")]
    Veraltet,
    /// The file was written by a newer version of IKS.
    #[error("database schema {vorhanden} is newer than {bekannt}")]
    NeuereVersion {
        /// Schema version found in the file.
        vorhanden: i64,
        /// Newest schema version this program knows.
        bekannt: i64,
    },
    /// The file is a database, but not one of IKS.
    #[error("not an IKS database")]
    KeinHaus,
    /// A foreign key points nowhere.
    #[error("foreign key check failed in {0}")]
    Verweis(String),
    /// The file system refused.
    #[error("file: {0}")]
    Datei(#[from] std::io::Error),
}

impl From<StorageFehler> for Fehler {
    fn from(fehler: StorageFehler) -> Self {
        let (code, text) = match &fehler {
            StorageFehler::Sqlite(e) => sqlite(e),
            StorageFehler::Veraltet => (
                Code::Konflikt,
                "Der Eintrag wurde inzwischen geändert. Ihre Eingaben sind noch da; bitte vergleichen Sie beide Stände.",
            ),
            StorageFehler::NeuereVersion { .. } => (
                Code::Haus,
                "Diese Daten wurden mit einer neueren Version von IKS geschrieben. Bitte verwenden Sie die neuere Version.",
            ),
            StorageFehler::KeinHaus => (
                Code::Beschaedigt,
                "Die Datenbank dieses Hauses fehlt oder ist keine von IKS. Bitte stellen Sie die letzte Sicherung wieder her.",
            ),
            StorageFehler::Verweis(_) => (
                Code::Beschaedigt,
                "Die Datenbank ist in sich nicht stimmig. Bitte prüfen Sie die letzte Sicherung.",
            ),
            StorageFehler::Datei(_) => (
                Code::Datei,
                "Die Datei konnte nicht gelesen oder geschrieben werden. Bitte prüfen Sie Pfad und Rechte.",
            ),
            StorageFehler::Json(_) => return Fehler::intern(fehler),
        };
        if code == Code::Intern { Fehler::intern(fehler) } else { Fehler::neu(code, text).wegen(fehler) }
    }
}

fn sqlite(fehler: &rusqlite::Error) -> (Code, &'static str) {
    let Some(code) = fehler.sqlite_error_code() else {
        return (Code::Intern, "");
    };
    match code {
        ErrorCode::DiskFull => (
            Code::Datei,
            "Der Datenträger ist voll. Es wurde nichts gespeichert; bitte schaffen Sie Platz und wiederholen Sie den Schritt.",
        ),
        ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen => (
            Code::Datei,
            "Auf den Datenordner kann nicht geschrieben werden. Bitte prüfen Sie die Rechte des Ordners.",
        ),
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => (
            Code::Beschaedigt,
            "Die Datenbank ist beschädigt. Das Haus wird nur noch lesend geöffnet; bitte stellen Sie die letzte Sicherung wieder her.",
        ),
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => (
            Code::Haus,
            "Die Daten werden gerade von einem anderen Vorgang benutzt. Bitte versuchen Sie es gleich noch einmal.",
        ),
        ErrorCode::ConstraintViolation => constraint(&fehler.to_string()),
        _ => (Code::Intern, ""),
    }
}

/// Constraints that a person can run into carry a telling name; everything else is a defect.
fn constraint(text: &str) -> (Code, &'static str) {
    if text.contains("vier_augen") {
        (Code::VierAugen, "Diesen Schritt muss eine andere Person ausführen.")
    } else if text.contains("benutzer.benutzername") {
        (Code::Regel, "Diesen Benutzernamen gibt es schon.")
    } else if text.contains("UNIQUE") {
        (Code::Regel, "Einen Eintrag mit dieser Bezeichnung gibt es schon.")
    } else {
        (Code::Intern, "")
    }
}
