//! The result in German (`stichprobe.md` 11): the absolute number first, never a rate without its bound.

use super::Rechnung;
use crate::stichprobe::{
    StichprobeFehler, Urteil, langer_satz, quotensatz, satz_ohne_fehler, urteilssatz, zahl,
};

impl Rechnung<'_> {
    /// The answer in one sentence.
    pub(super) fn satz(&self) -> String {
        if self.summe(|b| b.fehler) == 0 {
            satz_ohne_fehler(&self.gesamt, self.konfidenz)
        } else {
            quotensatz(&self.gesamt, self.konfidenz)
        }
    }

    /// The long form and the verdict.
    pub(super) fn saetze(&self) -> Result<Vec<String>, StichprobeFehler> {
        let mut saetze = match self.zeilen.as_slice() {
            [z] => vec![langer_satz(&z.befund, "Fällen", self.konfidenz)?],
            _ => vec![self.langer_satz_geschichtet()],
        };
        if let (Some(urteil), Some(ziel)) = (self.gesamt.urteil, self.ziel) {
            let mut satz = urteilssatz(urteil, ziel);
            if urteil == Urteil::NichtBelegt {
                satz.push_str(" Das heißt nicht „schlecht“, sondern: Diese Stichprobe zeigt es weder in die eine noch in die andere Richtung.");
            }
            saetze.push(satz);
        }
        Ok(saetze)
    }

    fn langer_satz_geschichtet(&self) -> String {
        let alle = zahl(self.gesamt.grundgesamtheit);
        let schichten = self.zeilen.len();
        let (n, k, u) = (self.summe(|b| b.n), self.summe(|b| b.fehler), self.summe(|b| b.ungeklaert));
        let mut text = if self.gesamt.vollpruefung {
            format!(
                "Von {alle} Fällen in {schichten} Schichten wurden alle geprüft (Vollprüfung, kein Stichprobenfehler)."
            )
        } else {
            format!(
                "Von {alle} Fällen in {schichten} Schichten wurden {} zufällig ausgewählt und geprüft.",
                zahl(n)
            )
        };
        text.push_str(&match k {
            0 => " Es wurde kein Fehler gefunden.".to_owned(),
            1 => format!(
                " 1 war fehlerhaft; nach der Größe der Schichten gewichtet sind das {}.",
                self.gesamt.quote
            ),
            k => format!(
                " {} waren fehlerhaft; nach der Größe der Schichten gewichtet sind das {}.",
                zahl(k),
                self.gesamt.quote
            ),
        });
        text.push_str(&match u {
            0 => String::new(),
            1 => " 1 ist ungeklärt und zählt in der Obergrenze als fehlerhaft.".to_owned(),
            u => format!(" {} sind ungeklärt und zählen in der Obergrenze als fehlerhaft.", zahl(u)),
        });
        if !self.gesamt.vollpruefung {
            let verb = if self.gesamt.hoechstens == 1 { "ist" } else { "sind" };
            text.push_str(&format!(
                " In allen {alle} Fällen {verb} mit {} Sicherheit höchstens {h} fehlerhaft ({h} von {alle}, aufgerundet {}; garantierte Grenze).",
                self.sicherheit(),
                self.gesamt.quote_hoechstens,
                h = zahl(self.gesamt.hoechstens)
            ));
        }
        if let Some(naeherung) = self.naeherung_hoechstens() {
            text.push_str(&format!(
                " Näherungsweise (Korn-Graubard) sind es höchstens {naeherung}; das Urteil stützt sich darauf nicht."
            ));
        }
        text
    }
}
