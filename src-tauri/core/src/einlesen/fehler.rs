//! What can be wrong with a file, each as a German sentence with the row and the way out.

use std::io;

use super::{MAX_SPALTEN, MAX_ZEILEN};
use crate::stichprobe::zahl;

/// Why a file was not read. No cell value appears in a sentence, only rows, columns and sheets.
#[derive(Debug, thiserror::Error)]
pub enum EinleseFehler {
    /// No such file.
    #[error("Die Datei wurde nicht gefunden. Bitte prüfen Sie den Pfad.")]
    NichtGefunden,
    /// A folder, a device, a pipe.
    #[error("Der Pfad führt nicht zu einer Datei. Bitte wählen Sie eine CSV- oder XLSX-Datei.")]
    KeineDatei,
    /// Opening or reading failed (permission, drive gone, locked by another program).
    #[error(
        "Die Datei kann nicht gelesen werden. Bitte schließen Sie sie in anderen Programmen und prüfen Sie, ob Sie sie öffnen dürfen."
    )]
    Lesen(#[source] io::Error),
    /// Nothing in it.
    #[error("Die Datei ist leer. Bitte wiederholen Sie den Export im Fachverfahren.")]
    Leer,
    /// An ending that is not for lists.
    #[error(
        "Diese Dateiart wird nicht gelesen. Bitte speichern Sie die Liste als CSV oder als Excel-Arbeitsmappe (.xlsx)."
    )]
    Endung,
    /// Content that is neither text nor XLSX; `was` names it.
    #[error(
        "Die Datei enthält {was}. Bitte öffnen Sie die Liste in Excel und speichern Sie sie als .xlsx oder CSV."
    )]
    FremderInhalt {
        /// German noun with article.
        was: &'static str,
    },
    /// Old Excel format or a workbook with a password: both are the same container.
    #[error(
        "Die Datei ist im alten Excel-Format (.xls) oder mit einem Kennwort geschützt. Bitte speichern Sie sie in Excel ohne Kennwort als .xlsx."
    )]
    AltesExcel,
    /// The archive or one of its parts cannot be read; `stelle` is for the developer.
    #[error(
        "Die Excel-Datei ist beschädigt oder unvollständig. Bitte öffnen Sie sie in Excel, speichern Sie sie neu und wiederholen Sie den Vorgang."
    )]
    Beschaedigt {
        /// Inner reason without cell values.
        stelle: String,
    },
    /// Archive with far more content than a list has.
    #[error(
        "Die Excel-Datei ist ungewöhnlich groß oder auffällig gepackt ({grund}) und wird zum Schutz des Rechners nicht gelesen. Bitte speichern Sie die Liste als CSV."
    )]
    Packung {
        /// German reason.
        grund: String,
    },
    /// File larger than the limit.
    #[error("Die Datei ist größer als 2 GB. Bitte teilen Sie die Auswertung auf.")]
    ZuGross,
    /// A NUL byte in text.
    #[error(
        "Zeile {zeile}: Die Datei enthält dort Binärdaten statt Text. Bitte wiederholen Sie den Export oder speichern Sie die Liste neu als CSV."
    )]
    NulZeichen {
        /// Line in the file.
        zeile: u64,
    },
    /// Bytes that the chosen encoding does not know.
    #[error(
        "Zeile {zeile}: Der Zeichensatz {zeichensatz} passt nicht zur Datei. Bitte wählen Sie einen anderen Zeichensatz."
    )]
    Zeichensatz {
        /// Line in the file.
        zeile: u64,
        /// Label of the encoding tried.
        zeichensatz: &'static str,
    },
    /// A record above the limit, mostly a quotation mark that is never closed.
    #[error(
        "Zeile {zeile}: Die Zeile ist länger als 1 MB. Vermutlich fehlt ein Anführungszeichen oder ein Zeilenumbruch. Bitte prüfen Sie die Zeile in der Quelldatei."
    )]
    SatzZuLang {
        /// Line in the file.
        zeile: u64,
    },
    /// A quotation mark opened and not closed.
    #[error(
        "Zeile {zeile}: Ein Anführungszeichen wird geöffnet und nicht geschlossen. Bitte berichtigen Sie die Zeile in der Quelldatei."
    )]
    AnfuehrungOffen {
        /// Line in which the record starts.
        zeile: u64,
    },
    /// More data rows than a population may have.
    #[error(
        "Die Datei hat mehr als {} Datenzeilen. Bitte grenzen Sie die Auswertung ein, zum Beispiel auf einen kürzeren Zeitraum.",
        zahl(MAX_ZEILEN)
    )]
    ZuVieleZeilen,
    /// More columns than a list may have.
    #[error(
        "Zeile {zeile}: Die Zeile hat mehr als {MAX_SPALTEN} Spalten. Bitte prüfen Sie das Trennzeichen oder löschen Sie überzählige Spalten."
    )]
    ZuVieleSpalten {
        /// Line in the file.
        zeile: u64,
    },
    /// No row looks like a header.
    #[error(
        "In den ersten Zeilen wurde keine Kopfzeile mit Spaltennamen gefunden. Bitte geben Sie die Zeile der Kopfzeile an."
    )]
    KeineKopfzeile,
    /// The header row given is not there or empty.
    #[error("Zeile {zeile}: Dort steht keine Kopfzeile. Bitte geben Sie die Zeile mit den Spaltennamen an.")]
    KopfzeileLeer {
        /// Line given.
        zeile: u32,
    },
    /// Header without rows below.
    #[error(
        "Unter der Kopfzeile (Zeile {kopfzeile}) stehen keine Daten. Bitte wiederholen Sie den Export im Fachverfahren."
    )]
    KeineDaten {
        /// Line of the header.
        kopfzeile: u64,
    },
    /// The sheet given is not in the workbook.
    #[error("Das Tabellenblatt „{blatt}“ gibt es in dieser Datei nicht. Bitte wählen Sie ein anderes Blatt.")]
    BlattFehlt {
        /// Name given.
        blatt: String,
    },
    /// No readable sheet.
    #[error(
        "Die Excel-Datei enthält kein lesbares Tabellenblatt. Bitte speichern Sie die Liste in einem sichtbaren Blatt."
    )]
    KeinBlatt,
    /// A mapped column is not in the header.
    #[error(
        "Die Spalte „{spalte}“ fehlt in der Kopfzeile (Zeile {kopfzeile}). Bitte ordnen Sie die Spalten neu zu."
    )]
    SpalteFehlt {
        /// Name in the mapping.
        spalte: String,
        /// Line of the header.
        kopfzeile: u64,
    },
    /// The mapping contradicts itself.
    #[error("{text}")]
    Zuordnung {
        /// Field of the mapping.
        feld: &'static str,
        /// German sentence.
        text: String,
    },
    /// A stratum column with too many values, for instance a number.
    #[error(
        "Zeile {zeile}: Die Schicht „{spalte}“ hat mehr als 50 verschiedene Werte. Bitte wählen Sie eine Spalte mit weniger Werten."
    )]
    ZuVieleSchichtwerte {
        /// Column.
        spalte: String,
        /// Line in which the 51st value stands.
        zeile: u64,
    },
}

impl EinleseFehler {
    /// From opening a path.
    pub(super) fn oeffnen(e: io::Error) -> Self {
        match e.kind() {
            io::ErrorKind::NotFound => Self::NichtGefunden,
            _ => Self::Lesen(e),
        }
    }

    /// Our own errors travel through readers inside an `io::Error`; this takes them out again.
    pub(super) fn aus_io(e: io::Error) -> Self {
        e.downcast::<Self>().unwrap_or_else(Self::Lesen)
    }
}
