//! The steps of a Datenschutzvorfall.

use crate::aufzaehlung::aufzaehlung;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// Risk for the rights and freedoms of the persons concerned.
    Risiko {
        /// None.
        Kein = "kein", "kein Risiko";
        /// So small that no report is needed: the authorities read "voraussichtlich nicht zu einem Risiko" as "nur zu
        /// einem geringen" (DSK, Kurzpapier Nr. 18).
        Gering = "gering", "geringes Risiko";
        /// To be reported (Art. 33 Abs. 1 DSGVO).
        Risiko = "risiko", "Risiko";
        /// The persons concerned are told as well (Art. 34 Abs. 1 DSGVO).
        Hoch = "hoch", "hohes Risiko";
    }
}

impl Risiko {
    /// It must be reported to the BfDI.
    #[must_use]
    pub fn meldepflichtig(self) -> bool {
        self >= Self::Risiko
    }
}

aufzaehlung! {
    /// Why the persons concerned need not be told (Art. 34 Abs. 3 DSGVO).
    Benachrichtigungsausnahme {
        /// The data cannot be read by who has them: encrypted, for instance.
        Vorkehrungen = "vorkehrungen", "Daten waren geschützt, etwa verschlüsselt (Buchst. a)";
        /// What was done since has removed the high risk.
        Massnahmen = "massnahmen", "hohes Risiko besteht nach Maßnahmen nicht mehr (Buchst. b)";
        /// Out of proportion; told in public instead.
        Aufwand = "aufwand", "unverhältnismäßiger Aufwand, öffentliche Bekanntmachung (Buchst. c)";
    }
}

/// A step of a breach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "art", rename_all = "snake_case", deny_unknown_fields)]
pub enum Vorfallschritt {
    /// How great the risk is; again when more is known.
    Bewerten {
        /// How great.
        risiko: Risiko,
        /// Why, 10 to 1,000 characters.
        begruendung: String,
    },
    /// Reported to the BfDI (Art. 33 Abs. 1 DSGVO).
    Melden {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// Hour and minute, on the clock of the house.
        #[ts(type = "string")]
        um: NaiveTime,
        /// Reference of the report, at most 60 characters.
        zeichen: String,
        /// Why so late (Art. 33 Abs. 1 Satz 2), 10 to 500 characters then; empty when in time.
        verspaetung: String,
    },
    /// Not reported, because there is no risk or a small one.
    NichtMelden {
        /// Why, 10 to 500 characters.
        begruendung: String,
    },
    /// The Rechts- oder Fachaufsichtsbehörde was told (§ 83a SGB X).
    AufsichtUnterrichten {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// Which authority, 3 to 120 characters.
        stelle: String,
    },
    /// The persons concerned were told (Art. 34 DSGVO).
    Benachrichtigen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// How, 3 to 200 characters.
        wie: String,
    },
    /// They need not be told, although the risk is high (Art. 34 Abs. 3 DSGVO).
    NichtBenachrichtigen {
        /// By which exception.
        ausnahme: Benachrichtigungsausnahme,
        /// Why, 10 to 500 characters.
        begruendung: String,
    },
    /// Something was done or will be.
    MassnahmeAbleiten {
        /// What, 5 to 300 characters.
        was: String,
        /// Until when; `None`: already done.
        #[ts(type = "string | null")]
        bis: Option<NaiveDate>,
    },
    /// More was told to the BfDI after the report (Art. 33 Abs. 4 DSGVO).
    Nachmelden {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// What, 5 to 500 characters.
        was: String,
    },
    /// Done.
    Abschliessen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
    },
    /// Something new came up; everything entered stays.
    Wiederaufnehmen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// What, 5 to 300 characters.
        grund: String,
    },
    /// The moment of knowledge was corrected; the clock follows.
    Berichtigen {
        /// What it says now, and what stood there before.
        was: String,
        /// Why, 5 to 500 characters.
        begruendung: String,
    },
}

aufzaehlung! {
    /// Which step; what the window offers as buttons.
    Vorfallschrittart {
        /// [`Vorfallschritt::Bewerten`].
        Bewerten = "bewerten", "Risiko bewerten";
        /// [`Vorfallschritt::Melden`].
        Melden = "melden", "Meldung an den BfDI eintragen";
        /// [`Vorfallschritt::NichtMelden`].
        NichtMelden = "nicht_melden", "Keine Meldung begründen";
        /// [`Vorfallschritt::AufsichtUnterrichten`].
        AufsichtUnterrichten = "aufsicht_unterrichten", "Unterrichtung der Aufsicht eintragen";
        /// [`Vorfallschritt::Benachrichtigen`].
        Benachrichtigen = "benachrichtigen", "Benachrichtigung der Betroffenen eintragen";
        /// [`Vorfallschritt::NichtBenachrichtigen`].
        NichtBenachrichtigen = "nicht_benachrichtigen", "Ausnahme von der Benachrichtigung begründen";
        /// [`Vorfallschritt::MassnahmeAbleiten`].
        MassnahmeAbleiten = "massnahme_ableiten", "Maßnahme eintragen";
        /// [`Vorfallschritt::Nachmelden`].
        Nachmelden = "nachmelden", "Nachmeldung eintragen";
        /// [`Vorfallschritt::Abschliessen`].
        Abschliessen = "abschliessen", "Abschließen";
        /// [`Vorfallschritt::Wiederaufnehmen`].
        Wiederaufnehmen = "wiederaufnehmen", "Wieder aufnehmen";
        /// [`Vorfallschritt::Berichtigen`]; follows from changing what was entered, never a button.
        Berichtigen = "berichtigen", "Angaben berichtigen";
    }
}

impl Vorfallschritt {
    /// Which step this is.
    #[must_use]
    pub fn art(&self) -> Vorfallschrittart {
        match self {
            Self::Bewerten { .. } => Vorfallschrittart::Bewerten,
            Self::Melden { .. } => Vorfallschrittart::Melden,
            Self::NichtMelden { .. } => Vorfallschrittart::NichtMelden,
            Self::AufsichtUnterrichten { .. } => Vorfallschrittart::AufsichtUnterrichten,
            Self::Benachrichtigen { .. } => Vorfallschrittart::Benachrichtigen,
            Self::NichtBenachrichtigen { .. } => Vorfallschrittart::NichtBenachrichtigen,
            Self::MassnahmeAbleiten { .. } => Vorfallschrittart::MassnahmeAbleiten,
            Self::Nachmelden { .. } => Vorfallschrittart::Nachmelden,
            Self::Abschliessen { .. } => Vorfallschrittart::Abschliessen,
            Self::Wiederaufnehmen { .. } => Vorfallschrittart::Wiederaufnehmen,
            Self::Berichtigen { .. } => Vorfallschrittart::Berichtigen,
        }
    }

    /// The day on which it happened, where it has one.
    #[must_use]
    pub fn am(&self) -> Option<NaiveDate> {
        match *self {
            Self::Melden { am, .. }
            | Self::AufsichtUnterrichten { am, .. }
            | Self::Benachrichtigen { am, .. }
            | Self::Nachmelden { am, .. }
            | Self::Abschliessen { am }
            | Self::Wiederaufnehmen { am, .. } => Some(am),
            Self::Bewerten { .. }
            | Self::NichtMelden { .. }
            | Self::NichtBenachrichtigen { .. }
            | Self::MassnahmeAbleiten { .. }
            | Self::Berichtigen { .. } => None,
        }
    }

    /// What a person wrote into it, to be looked through for personal data.
    #[must_use]
    pub fn texte(&self) -> Vec<&str> {
        match self {
            Self::Bewerten { begruendung, .. }
            | Self::NichtMelden { begruendung }
            | Self::NichtBenachrichtigen { begruendung, .. } => vec![begruendung],
            Self::Melden { zeichen, verspaetung, .. } => vec![zeichen, verspaetung],
            Self::AufsichtUnterrichten { stelle, .. } => vec![stelle],
            Self::Benachrichtigen { wie, .. } => vec![wie],
            Self::MassnahmeAbleiten { was, .. } | Self::Nachmelden { was, .. } => vec![was],
            Self::Wiederaufnehmen { grund, .. } => vec![grund],
            Self::Berichtigen { begruendung, .. } => vec![begruendung],
            Self::Abschliessen { .. } => Vec::new(),
        }
    }
}
