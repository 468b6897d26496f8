//! Checks the fields of a nested form and collects everything that is wrong with it, by path. Pure.

use crate::fehler::{Ergebnis, Fehler, Feldfehler};

/// Collects what was refused; the paths are those of the request (`abschnitte.0.merkmale.2.frage`).
#[derive(Default)]
pub(crate) struct Feldpruefung {
    fehler: Vec<Feldfehler>,
}

impl Feldpruefung {
    /// A trimmed text; refused if it is too short or too long, never cut.
    pub fn text(
        &mut self,
        pfad: &str,
        feld: &str,
        text: &str,
        mindestens: usize,
        hoechstens: usize,
    ) -> String {
        let text = text.trim();
        let laenge = text.chars().count();
        if laenge < mindestens {
            self.melde(
                format!("{pfad}.{feld}"),
                format!("Bitte geben Sie mindestens {mindestens} Zeichen ein."),
            );
        } else if laenge > hoechstens {
            self.melde(
                format!("{pfad}.{feld}"),
                format!("Höchstens {hoechstens} Zeichen; jetzt sind es {laenge}."),
            );
        }
        text.to_owned()
    }

    /// Refuses a field.
    pub fn melde(&mut self, feld: String, text: impl Into<String>) {
        self.fehler.push(Feldfehler { feld, text: text.into() });
    }

    /// The value if nothing was refused, else all that was.
    pub fn fertig<T>(self, wert: T) -> Ergebnis<T> {
        if self.fehler.is_empty() { Ok(wert) } else { Err(Fehler::felder(self.fehler)) }
    }
}
