//! The steps of a procedure. Each carries only what it needs.

use super::lage::Kosten;
use super::{Stattgabegrund, Verfahrensergebnis};
use crate::aufzaehlung::aufzaehlung;
use crate::frist::{Bekanntgabe, Rechtsbehelfsbelehrung, Rechtsmittel};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// What the drafted decision says.
    Bescheidergebnis {
        /// Granted.
        Stattgeben = "stattgeben", "stattgeben";
        /// Granted in part.
        TeilweiseStattgeben = "teilweise_stattgeben", "teilweise stattgeben";
        /// Refused.
        Zurueckweisen = "zurueckweisen", "zurückweisen";
        /// Inadmissible because it came too late: both have looked at the deadline.
        VerwerfenVerfristet = "verwerfen_verfristet", "als unzulässig verwerfen (verfristet)";
        /// Inadmissible for another reason.
        VerwerfenSonst = "verwerfen_sonst", "als unzulässig verwerfen (anderer Grund)";
    }
}

aufzaehlung! {
    /// How the court procedure ended in this instance.
    Gerichtsausgang {
        /// The court refused.
        Abgewiesen = "abgewiesen", "abgewiesen";
        /// The court granted.
        Stattgegeben = "stattgegeben", "stattgegeben";
        /// The court granted in part.
        TeilweiseStattgegeben = "teilweise_stattgegeben", "teilweise stattgegeben";
        /// The house gave in.
        Anerkenntnis = "anerkenntnis", "Anerkenntnis";
        /// Both gave in.
        Vergleich = "vergleich", "Vergleich";
        /// Otherwise.
        Sonstiges = "sonstiges", "sonstige Erledigung";
    }
}

/// Why the person got something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Stattgabe {
    /// Reason.
    pub grund: Stattgabegrund,
    /// Organisational cause of the shared catalogue, by kennung; empty: none found.
    pub ursache: String,
}

/// One step. Dates are the days on which it happened, not on which it was entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "art", rename_all = "snake_case", deny_unknown_fields)]
pub enum Verfahrensschritt {
    /// The receipt was acknowledged to the person.
    EingangBestaetigen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
    },
    /// The examination whether to remedy begins (§ 85 Abs. 1 SGG), or that of § 44 SGB X.
    AbhilfePruefen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
    },
    /// Fully remedied.
    Abhelfen {
        /// Day of the new decision.
        #[ts(type = "string")]
        am: NaiveDate,
        /// Why.
        stattgabe: Stattgabe,
        /// Decision on costs (§ 63 SGB X).
        kosten: Option<Kosten>,
    },
    /// Remedied in part; the rest is decided by a Widerspruchsbescheid.
    TeilweiseAbhelfen {
        /// Day of the new decision.
        #[ts(type = "string")]
        am: NaiveDate,
        /// Why.
        stattgabe: Stattgabe,
    },
    /// Not remedied.
    NichtAbhelfen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
    },
    /// A decision is drafted.
    Entwerfen {
        /// What it says.
        ergebnis: Bescheidergebnis,
        /// Why, where it grants something.
        stattgabe: Option<Stattgabe>,
    },
    /// The draft is handed over to be signed.
    Vorlegen {},
    /// Another person signs it.
    Zeichnen {},
    /// Another person gives it back.
    Zurueckgeben {
        /// Why, 5 to 500 characters.
        grund: String,
    },
    /// The decision leaves the house; the period for the Klage begins.
    Absenden {
        /// How it reaches the addressee.
        bekanntgabe: Bekanntgabe,
        /// Abroad.
        ausland: bool,
        /// Its instruction on remedies.
        belehrung: Rechtsbehelfsbelehrung,
        /// Decision on costs (§ 63 SGB X).
        kosten: Option<Kosten>,
    },
    /// A Klage has come; a procedure of its own is opened.
    KlageErheben {
        /// When it reached the court.
        #[ts(type = "string")]
        am: NaiveDate,
    },
    /// The linked Klage has ended; set by the core.
    KlageBeendet {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
    },
    /// The house answered the court.
    Erwidern {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
    },
    /// The court procedure ended in this instance.
    GerichtEntscheidet {
        /// Day of the decision or settlement.
        #[ts(type = "string")]
        am: NaiveDate,
        /// How.
        ausgang: Gerichtsausgang,
        /// When the decision was served; needed where an appeal is open.
        #[ts(type = "string | null")]
        zugestellt_am: Option<NaiveDate>,
        /// The appeal that is open to the house.
        rechtsmittel: Option<Rechtsmittel>,
        /// Why, where the person got something.
        stattgabe: Option<Stattgabe>,
        /// Costs the house bears.
        kosten: Option<Kosten>,
    },
    /// The house, or the person, appeals: the court procedure goes on.
    RechtsmittelEinlegen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// The house itself.
        durch_haus: bool,
    },
    /// What was granted has been carried out.
    Umsetzen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
    },
    /// The costs are set on application (§ 63 Abs. 3 SGB X), also after the end.
    KostenFestsetzen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// In cents.
        betrag_cent: i64,
    },
    /// Nothing is left to do.
    Abschliessen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
    },
    /// The person took it back.
    Zuruecknehmen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
    },
    /// A new decision settles it (§ 86 SGG).
    ErledigtDurchBescheid {
        /// Day of the new decision.
        #[ts(type = "string")]
        am: NaiveDate,
    },
    /// Handed to the authority that is competent.
    Abgeben {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// To whom, 3 to 120 characters.
        an: String,
    },
    /// Ended before the register of IKS began; taken over from an earlier list.
    Uebernehmen {
        /// Day of the decision, or of the end.
        #[ts(type = "string")]
        am: NaiveDate,
        /// How it ended.
        ergebnis: Verfahrensergebnis,
    },
    /// The procedure rests.
    Ruhen {
        /// Until when at the latest.
        #[ts(type = "string")]
        bis: NaiveDate,
        /// Because of what, 5 to 300 characters.
        grund: String,
    },
    /// It goes on.
    Fortsetzen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
    },
}

aufzaehlung! {
    /// Which step; what the window offers as buttons.
    Schrittart {
        /// [`Verfahrensschritt::EingangBestaetigen`].
        EingangBestaetigen = "eingang_bestaetigen", "Eingang bestätigen";
        /// [`Verfahrensschritt::AbhilfePruefen`].
        AbhilfePruefen = "abhilfe_pruefen", "Abhilfeprüfung beginnen";
        /// [`Verfahrensschritt::Abhelfen`].
        Abhelfen = "abhelfen", "Abhelfen";
        /// [`Verfahrensschritt::TeilweiseAbhelfen`].
        TeilweiseAbhelfen = "teilweise_abhelfen", "Teilweise abhelfen";
        /// [`Verfahrensschritt::NichtAbhelfen`].
        NichtAbhelfen = "nicht_abhelfen", "Nicht abhelfen";
        /// [`Verfahrensschritt::Entwerfen`].
        Entwerfen = "entwerfen", "Bescheid entwerfen";
        /// [`Verfahrensschritt::Vorlegen`].
        Vorlegen = "vorlegen", "Zur Zeichnung vorlegen";
        /// [`Verfahrensschritt::Zeichnen`].
        Zeichnen = "zeichnen", "Zeichnen";
        /// [`Verfahrensschritt::Zurueckgeben`].
        Zurueckgeben = "zurueckgeben", "Zur Überarbeitung zurückgeben";
        /// [`Verfahrensschritt::Absenden`].
        Absenden = "absenden", "Bescheid absenden";
        /// [`Verfahrensschritt::KlageErheben`].
        KlageErheben = "klage_erheben", "Klage eingegangen";
        /// [`Verfahrensschritt::KlageBeendet`].
        KlageBeendet = "klage_beendet", "Klage beendet";
        /// [`Verfahrensschritt::Erwidern`].
        Erwidern = "erwidern", "Dem Gericht erwidern";
        /// [`Verfahrensschritt::GerichtEntscheidet`].
        GerichtEntscheidet = "gericht_entscheidet", "Ausgang des Gerichtsverfahrens";
        /// [`Verfahrensschritt::RechtsmittelEinlegen`].
        RechtsmittelEinlegen = "rechtsmittel_einlegen", "Rechtsmittel eingelegt";
        /// [`Verfahrensschritt::Umsetzen`].
        Umsetzen = "umsetzen", "Umsetzung eintragen";
        /// [`Verfahrensschritt::KostenFestsetzen`].
        KostenFestsetzen = "kosten_festsetzen", "Kosten festsetzen";
        /// [`Verfahrensschritt::Abschliessen`].
        Abschliessen = "abschliessen", "Verfahren abschließen";
        /// [`Verfahrensschritt::Zuruecknehmen`].
        Zuruecknehmen = "zuruecknehmen", "Rücknahme eintragen";
        /// [`Verfahrensschritt::ErledigtDurchBescheid`].
        ErledigtDurchBescheid = "erledigt_durch_bescheid", "Durch neuen Bescheid erledigt (§ 86 SGG)";
        /// [`Verfahrensschritt::Abgeben`].
        Abgeben = "abgeben", "Abgeben";
        /// [`Verfahrensschritt::Uebernehmen`].
        Uebernehmen = "uebernehmen", "Aus früherer Liste übernommen";
        /// [`Verfahrensschritt::Ruhen`].
        Ruhen = "ruhen", "Ruhen lassen";
        /// [`Verfahrensschritt::Fortsetzen`].
        Fortsetzen = "fortsetzen", "Fortsetzen";
    }
}

impl Verfahrensschritt {
    /// Which step this is.
    #[must_use]
    pub fn art(&self) -> Schrittart {
        match self {
            Self::EingangBestaetigen { .. } => Schrittart::EingangBestaetigen,
            Self::AbhilfePruefen { .. } => Schrittart::AbhilfePruefen,
            Self::Abhelfen { .. } => Schrittart::Abhelfen,
            Self::TeilweiseAbhelfen { .. } => Schrittart::TeilweiseAbhelfen,
            Self::NichtAbhelfen { .. } => Schrittart::NichtAbhelfen,
            Self::Entwerfen { .. } => Schrittart::Entwerfen,
            Self::Vorlegen {} => Schrittart::Vorlegen,
            Self::Zeichnen {} => Schrittart::Zeichnen,
            Self::Zurueckgeben { .. } => Schrittart::Zurueckgeben,
            Self::Absenden { .. } => Schrittart::Absenden,
            Self::KlageErheben { .. } => Schrittart::KlageErheben,
            Self::KlageBeendet { .. } => Schrittart::KlageBeendet,
            Self::Erwidern { .. } => Schrittart::Erwidern,
            Self::GerichtEntscheidet { .. } => Schrittart::GerichtEntscheidet,
            Self::RechtsmittelEinlegen { .. } => Schrittart::RechtsmittelEinlegen,
            Self::Umsetzen { .. } => Schrittart::Umsetzen,
            Self::KostenFestsetzen { .. } => Schrittart::KostenFestsetzen,
            Self::Abschliessen { .. } => Schrittart::Abschliessen,
            Self::Zuruecknehmen { .. } => Schrittart::Zuruecknehmen,
            Self::ErledigtDurchBescheid { .. } => Schrittart::ErledigtDurchBescheid,
            Self::Abgeben { .. } => Schrittart::Abgeben,
            Self::Uebernehmen { .. } => Schrittart::Uebernehmen,
            Self::Ruhen { .. } => Schrittart::Ruhen,
            Self::Fortsetzen { .. } => Schrittart::Fortsetzen,
        }
    }

    /// The day on which it happened, where it has one.
    #[must_use]
    pub fn am(&self) -> Option<NaiveDate> {
        match *self {
            Self::EingangBestaetigen { am }
            | Self::AbhilfePruefen { am }
            | Self::Abhelfen { am, .. }
            | Self::TeilweiseAbhelfen { am, .. }
            | Self::NichtAbhelfen { am }
            | Self::KlageErheben { am }
            | Self::KlageBeendet { am }
            | Self::Erwidern { am }
            | Self::GerichtEntscheidet { am, .. }
            | Self::RechtsmittelEinlegen { am, .. }
            | Self::Umsetzen { am }
            | Self::KostenFestsetzen { am, .. }
            | Self::Abschliessen { am }
            | Self::Zuruecknehmen { am }
            | Self::ErledigtDurchBescheid { am }
            | Self::Abgeben { am, .. }
            | Self::Uebernehmen { am, .. }
            | Self::Fortsetzen { am } => Some(am),
            Self::Entwerfen { .. }
            | Self::Vorlegen {}
            | Self::Zeichnen {}
            | Self::Zurueckgeben { .. }
            | Self::Absenden { .. }
            | Self::Ruhen { .. } => None,
        }
    }
}

/// A step as it was entered. One that was taken back stays, with who and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Schritteintrag {
    /// The step.
    pub schritt: Verfahrensschritt,
    /// Who entered it (user id).
    pub von: String,
    /// When it was entered (UTC).
    pub eingetragen_am: String,
    /// Taken back.
    pub zurueckgenommen: Option<Zuruecknahme>,
}

/// Why a step does not count any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Zuruecknahme {
    /// Who (user id).
    pub von: String,
    /// When (UTC).
    pub am: String,
    /// Why.
    pub grund: String,
}
