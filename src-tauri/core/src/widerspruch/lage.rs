//! Where a procedure stands: computed from its steps, never stored as truth.

use super::schritt::{Bescheidergebnis, Schritteintrag, Stattgabe};
use super::{Schrittart, Verfahrensart, Verfahrensergebnis};
use crate::aufzaehlung::aufzaehlung;
use crate::fehler::Fehler;
use crate::frist::{Bekanntgabe, Rechtsbehelfsbelehrung, Rechtsmittel};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// State of a procedure.
    Verfahrensstand {
        /// Received.
        Eingegangen = "eingegangen", "eingegangen";
        /// Receipt acknowledged to the person.
        Bestaetigt = "bestaetigt", "Eingang bestätigt";
        /// Being examined.
        Abhilfepruefung = "abhilfepruefung", "in Abhilfeprüfung";
        /// Remedied; to be carried out.
        Abgeholfen = "abgeholfen", "abgeholfen";
        /// Remedied in part; the rest needs a decision.
        TeilweiseAbgeholfen = "teilweise_abgeholfen", "teilweise abgeholfen";
        /// Not remedied; needs a decision.
        NichtAbgeholfen = "nicht_abgeholfen", "nicht abgeholfen";
        /// The decision is drafted.
        Entwurf = "entwurf", "im Entwurf";
        /// The draft waits for a second person.
        Zeichnung = "zeichnung", "zur Zeichnung";
        /// Signed; to be sent.
        Gezeichnet = "gezeichnet", "gezeichnet";
        /// Sent; the next remedy is open to the person.
        Abgesandt = "abgesandt", "abgesandt";
        /// A Klage is pending, as a procedure of its own.
        Klage = "klage", "Klage anhängig";
        /// Before the court.
        Anhaengig = "anhaengig", "beim Gericht anhängig";
        /// The court procedure ended in this instance.
        Entschieden = "entschieden", "gerichtlich beendet";
        /// Only to be carried out.
        Umsetzung = "umsetzung", "umzusetzen";
        /// Rests.
        Ruht = "ruht", "ruht";
        /// Done.
        Erledigt = "erledigt", "erledigt";
    }
}

/// Decision on costs (§ 63 SGB X): who bears which share, whether counsel was necessary, how much.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Kosten {
    /// Share that the house bears, as a fraction.
    pub anteil_zaehler: u16,
    /// Its denominator.
    pub anteil_nenner: u16,
    /// Counsel was necessary (§ 63 Abs. 2 SGB X).
    pub zuziehung_notwendig: bool,
    /// In cents, once it is set.
    pub betrag_cent: Option<i64>,
}

/// How the decision left the house.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Absendung {
    /// The way.
    pub bekanntgabe: Bekanntgabe,
    /// Abroad.
    pub ausland: bool,
    /// Its instruction on remedies.
    pub belehrung: Rechtsbehelfsbelehrung,
}

/// A decision of the court against which an appeal may be open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Gerichtsentscheidung {
    /// Served on.
    #[ts(type = "string | null")]
    pub zugestellt_am: Option<NaiveDate>,
    /// Open to the house.
    pub rechtsmittel: Option<Rechtsmittel>,
}

/// Why and until when a procedure rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Ruhe {
    /// At the latest.
    #[ts(type = "string")]
    pub bis: NaiveDate,
    /// Because of what.
    pub grund: String,
    /// The state it returns to.
    pub davor: Verfahrensstand,
}

/// Where a procedure stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Verfahrenslage {
    /// State.
    pub stand: Verfahrensstand,
    /// Set while it rests.
    pub ruhe: Option<Ruhe>,
    /// Receipt acknowledged on.
    #[ts(type = "string | null")]
    pub bestaetigt_am: Option<NaiveDate>,
    /// What the draft says.
    pub entwurf: Option<Bescheidergebnis>,
    /// Who wrote the draft (user id).
    pub entworfen_von: Option<String>,
    /// Who handed the draft over (user id).
    pub vorgelegt_von: Option<String>,
    /// Who signed it (user id).
    pub gezeichnet_von: Option<String>,
    /// Set once the decision left the house.
    pub absendung: Option<Absendung>,
    /// When the Klage reached the court.
    #[ts(type = "string | null")]
    pub klage_am: Option<NaiveDate>,
    /// When the house answered the court.
    #[ts(type = "string | null")]
    pub erwidert_am: Option<NaiveDate>,
    /// Set once the court decided.
    pub urteil: Option<Gerichtsentscheidung>,
    /// When the house appealed.
    #[ts(type = "string | null")]
    pub rechtsmittel_am: Option<NaiveDate>,
    /// How it ended.
    pub ergebnis: Option<Verfahrensergebnis>,
    /// The day that counts as its end in the statistics: decision, posting, withdrawal.
    #[ts(type = "string | null")]
    pub entschieden_am: Option<NaiveDate>,
    /// Why the person got something.
    pub stattgabe: Option<Stattgabe>,
    /// Costs.
    pub kosten: Option<Kosten>,
    /// Something was granted that must be carried out.
    pub umzusetzen: bool,
    /// Carried out on.
    #[ts(type = "string | null")]
    pub umgesetzt_am: Option<NaiveDate>,
    /// To whom it was handed over.
    pub abgegeben_an: Option<String>,
    /// It ended before it entered the register; nothing of it is left to control.
    pub uebernommen: bool,
    /// Nothing is left to do since.
    #[ts(type = "string | null")]
    pub abschluss_am: Option<NaiveDate>,
}

impl Default for Verfahrenslage {
    fn default() -> Self {
        Self {
            stand: Verfahrensstand::Eingegangen,
            ruhe: None,
            bestaetigt_am: None,
            entwurf: None,
            entworfen_von: None,
            vorgelegt_von: None,
            gezeichnet_von: None,
            absendung: None,
            klage_am: None,
            erwidert_am: None,
            urteil: None,
            rechtsmittel_am: None,
            ergebnis: None,
            entschieden_am: None,
            stattgabe: None,
            kosten: None,
            umzusetzen: false,
            umgesetzt_am: None,
            abgegeben_an: None,
            uebernommen: false,
            abschluss_am: None,
        }
    }
}

impl Verfahrenslage {
    /// The state after these steps; those that were taken back do not count.
    ///
    /// # Errors
    /// `regel` if a step does not fit, which storage never holds.
    pub fn aus(art: Verfahrensart, schritte: &[Schritteintrag]) -> Result<Self, Fehler> {
        schritte
            .iter()
            .filter(|e| e.zurueckgenommen.is_none())
            .try_fold(Self::default(), |lage, e| lage.nach(art, &e.schritt, &e.von))
    }

    /// Whether something is still to be carried out.
    #[must_use]
    pub fn umsetzung_offen(&self) -> bool {
        self.umzusetzen && self.umgesetzt_am.is_none()
    }

    /// Whether that person may sign the draft: she neither wrote it nor handed it over.
    #[must_use]
    pub fn darf_zeichnen(&self, person: &str) -> bool {
        [&self.entworfen_von, &self.vorgelegt_von].into_iter().all(|von| von.as_deref() != Some(person))
    }

    /// Whether nothing is left to do.
    #[must_use]
    pub fn erledigt(&self) -> bool {
        self.stand == Verfahrensstand::Erledigt
    }

    /// The steps that fit now, in the order of the window. Empty only when the procedure is done and its
    /// costs are no matter any more.
    #[must_use]
    pub fn moeglich(&self, art: Verfahrensart) -> Vec<Schrittart> {
        use crate::aufzaehlung::Aufzaehlung;
        Schrittart::ALLE.iter().copied().filter(|s| self.erlaubt(art, *s)).collect()
    }

    /// What comes next, as a sentence.
    #[must_use]
    pub fn naechster_schritt(&self, art: Verfahrensart) -> &'static str {
        match self.stand {
            Verfahrensstand::Eingegangen if art.gerichtlich() => {
                "Dem Gericht innerhalb der gesetzten Frist erwidern."
            }
            Verfahrensstand::Eingegangen => "Den Eingang gegenüber der Person bestätigen.",
            Verfahrensstand::Bestaetigt if art == Verfahrensart::Ueberpruefung => {
                "Mit der Überprüfung beginnen."
            }
            Verfahrensstand::Bestaetigt => "Mit der Abhilfeprüfung beginnen.",
            Verfahrensstand::Abhilfepruefung => "Entscheiden, ob und wie weit abgeholfen wird.",
            Verfahrensstand::Abgeholfen | Verfahrensstand::Umsetzung => {
                "Die Umsetzung mit ihrem Tag eintragen."
            }
            Verfahrensstand::TeilweiseAbgeholfen | Verfahrensstand::NichtAbgeholfen => {
                "Den Bescheid entwerfen."
            }
            Verfahrensstand::Entwurf => "Den Entwurf zur Zeichnung vorlegen.",
            Verfahrensstand::Zeichnung => "Eine andere Person zeichnet den Entwurf oder gibt ihn zurück.",
            Verfahrensstand::Gezeichnet => {
                "Den Bescheid absenden und den Tag der Aufgabe zur Post eintragen."
            }
            Verfahrensstand::Abgesandt if self.umsetzung_offen() => "Die Umsetzung mit ihrem Tag eintragen.",
            Verfahrensstand::Abgesandt => "Den Ablauf der Frist abwarten, dann das Verfahren abschließen.",
            Verfahrensstand::Klage => {
                "Den Ausgang der Klage abwarten; sie wird als eigenes Verfahren geführt."
            }
            Verfahrensstand::Anhaengig => "Den Ausgang des Gerichtsverfahrens eintragen.",
            Verfahrensstand::Entschieden if self.umsetzung_offen() => {
                "Rechtsmittel prüfen und die Umsetzung eintragen."
            }
            Verfahrensstand::Entschieden => "Rechtsmittel prüfen, dann das Verfahren abschließen.",
            Verfahrensstand::Ruht => "Nach dem Ende des Ruhens fortsetzen.",
            Verfahrensstand::Erledigt => "Das Verfahren ist erledigt.",
        }
    }
}
