//! What holds for a row whatever it is imported as: total lines, slipped columns, the number of a case.

use super::ergebnis::Abweisungsgrund;
use super::werte::{bezeichner, ist_summenwort, ist_wissenschaftlich};
use super::zeile::{Feld, Zeile};

/// A part of a row, or why the row is rejected.
pub(crate) type Urteil<T> = Result<T, (Abweisungsgrund, String)>;

/// A case number as the list writes it.
pub(crate) struct Fallnummer {
    /// Normalised.
    pub text: String,
    /// It stood in a number cell, where leading zeros are lost.
    pub als_zahl: bool,
}

/// Whether the row is a total line; `nummer` is the column with the case number.
pub(crate) fn ist_summenzeile(zeile: Zeile<'_>, nummer: usize) -> bool {
    match zeile.feld(nummer) {
        Feld::Text(t) => ist_summenwort(t),
        // The word may stand in the first column although the number is elsewhere.
        Feld::Leer => (0..zeile.breite())
            .map(|i| zeile.feld(i))
            .find(|f| !f.ist_leer())
            .is_some_and(|f| matches!(f, Feld::Text(t) if ist_summenwort(t))),
        _ => false,
    }
}

/// Refuses a row whose cells may stand in the wrong column; `letzte` is the last column that is mapped.
pub(crate) fn nicht_verrutscht(zeile: Zeile<'_>, spalten: usize, letzte: usize) -> Urteil<()> {
    if zeile.ist_verrutscht(spalten) || zeile.ist_verkuerzt(letzte) {
        let text = "Die Zeile hat mehr oder weniger Spalten als die Kopfzeile. Vermutlich steht ein Trennzeichen in einem Text.";
        return Err((Abweisungsgrund::SpaltenVerrutscht, text.to_owned()));
    }
    Ok(())
}

/// The case number in a cell; refused where Excel has lost digits of it.
pub(crate) fn fallnummer(feld: Feld<'_>) -> Urteil<Fallnummer> {
    let unbrauchbar = |text: &str| Err((Abweisungsgrund::NummerUnbrauchbar, text.to_owned()));
    match feld {
        Feld::Text(t) if ist_wissenschaftlich(t) => unbrauchbar(
            "Excel hat die Nummer in die Form 9,3E+08 gebracht, Ziffern sind verloren. Bitte formatieren Sie die Spalte als Text und exportieren Sie neu.",
        ),
        Feld::Text(t) => {
            let nummer = bezeichner(t);
            if nummer.is_empty() {
                Err(ohne_nummer())
            } else {
                Ok(Fallnummer { text: nummer.into_owned(), als_zahl: false })
            }
        }
        Feld::Leer => Err(ohne_nummer()),
        Feld::Zahl(z) if z < 0.0 || z.fract() != 0.0 || z >= 1e15 => unbrauchbar(
            "Die Nummer ist als Zahl mit zu vielen Stellen gespeichert, Ziffern sind verloren. Bitte formatieren Sie die Spalte als Text und exportieren Sie neu.",
        ),
        // Whole, not negative and below 10^15, so exact.
        Feld::Zahl(z) => Ok(Fallnummer { text: (z as u64).to_string(), als_zahl: true }),
        Feld::Datum(_) | Feld::Wahrheit(_) | Feld::Fehlerwert => unbrauchbar(
            "In der Nummer steht ein Datum oder ein Fehlerwert. Bitte berichtigen Sie die Zeile in der Quelldatei.",
        ),
    }
}

/// Said about a column whose numbers stand in number cells.
pub(crate) fn nummer_als_zahl(spalte: &str) -> String {
    format!(
        "Die Spalte „{spalte}“ enthält Zahlen statt Text. Führende Nullen können verloren sein. Bitte vergleichen Sie einige Nummern mit dem Fachverfahren."
    )
}

fn ohne_nummer() -> (Abweisungsgrund, String) {
    (Abweisungsgrund::OhneNummer, "Die Nummer fehlt.".to_owned())
}
