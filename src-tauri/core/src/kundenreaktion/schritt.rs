//! The steps of a Kundenreaktion.

use super::Pausengrund;
use crate::aufzaehlung::aufzaehlung;
use crate::widerspruch::Zuruecknahme;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// Whether a reaction is justified.
    Reaktionsurteil {
        /// It is.
        Berechtigt = "berechtigt", "berechtigt";
        /// In part.
        Teilweise = "teilweise", "teilweise berechtigt";
        /// It is not.
        Unberechtigt = "unberechtigt", "unberechtigt";
    }
}

aufzaehlung! {
    /// How the answer went out.
    Antwortweg {
        /// Letter.
        Brief = "brief", "Brief";
        /// By telephone.
        Telefonisch = "telefonisch", "telefonisch";
        /// In person.
        Persoenlich = "persoenlich", "persönlich";
        /// Message in the portal.
        Online = "online", "online";
        /// E-mail without personal matters.
        Mail = "e_mail", "E-Mail";
    }
}

aufzaehlung! {
    /// What the person said when asked whether it helped.
    Rueckmeldung {
        /// It did.
        Geholfen = "geholfen", "hat geholfen";
        /// It did not.
        NichtGeholfen = "nicht_geholfen", "hat nicht geholfen";
        /// No answer.
        OhneAntwort = "ohne_antwort", "keine Rückmeldung";
    }
}

/// The answers of the triage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Sichtung {
    /// It contains a Rechtsbehelf; a Widerspruch follows.
    pub rechtsbehelf: bool,
    /// Why not, where the text hints at one; 5 to 500 characters then.
    pub begruendung: String,
    /// It touches data protection: the DSB sees it.
    pub datenschutz: bool,
}

/// A step of a reaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "art", rename_all = "snake_case", deny_unknown_fields)]
pub enum Reaktionsschritt {
    /// Triage, before anything else.
    Sichten {
        /// Its answers.
        sichtung: Sichtung,
        /// The procedure that was opened with it (id); only the core sets it.
        #[serde(default)]
        verfahren: Option<String>,
        /// Notes that were there and were looked through with it; only the core sets it.
        #[serde(default)]
        notizen: u32,
    },
    /// Receipt confirmed to the person.
    EingangBestaetigen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
    },
    /// The clock of the answer rests.
    Pausieren {
        /// First day that does not count.
        #[ts(type = "string")]
        ab: NaiveDate,
        /// For whom the house waits.
        grund: Pausengrund,
        /// For what, 5 to 300 characters.
        text: String,
        /// Why it is entered only now, 5 to 300 characters; needed if it moves a day that has passed.
        #[serde(default)]
        begruendung: String,
        /// The day on which it was entered, if it moved a day that had passed; only the core sets it.
        #[serde(default)]
        #[ts(type = "string | null")]
        nachgetragen_am: Option<NaiveDate>,
    },
    /// It runs again.
    Fortsetzen {
        /// First day that counts again.
        #[ts(type = "string")]
        am: NaiveDate,
    },
    /// Answered.
    Beantworten {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// How.
        weg: Antwortweg,
    },
    /// Ended without an answer.
    OhneAntwort {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// Why, 5 to 300 characters.
        grund: String,
    },
    /// A first person judges.
    Beurteilen {
        /// How.
        urteil: Reaktionsurteil,
        /// Why, 5 to 500 characters.
        begruendung: String,
    },
    /// A second person agrees.
    BeurteilungBestaetigen {},
    /// A second person does not.
    BeurteilungZurueckgeben {
        /// Why, 5 to 500 characters.
        grund: String,
    },
    /// Handed to who is competent.
    Abgeben {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// To whom, 3 to 120 characters.
        an: String,
        /// Reference there, at most 60 characters.
        zeichen: String,
    },
    /// The same matter as another ticket, which goes on.
    Zusammenfuehren {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// Id of the other ticket.
        mit: String,
    },
    /// Something changes because of it.
    MassnahmeAbleiten {
        /// What, 5 to 300 characters.
        was: String,
        /// Until when.
        #[ts(type = "string")]
        bis: NaiveDate,
    },
    /// The person was asked whether it helped.
    Nachfragen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
        /// What she said.
        rueckmeldung: Rueckmeldung,
    },
    /// Done.
    Abschliessen {
        /// Day.
        #[ts(type = "string")]
        am: NaiveDate,
    },
    /// The person comes back to it; the clocks start again.
    WiederOeffnen {
        /// Day on which she came back.
        #[ts(type = "string")]
        am: NaiveDate,
        /// With what, 5 to 300 characters.
        grund: String,
    },
    /// What was entered was corrected after the triage.
    Berichtigen {
        /// What was changed, with what stood there before.
        was: String,
        /// Why, 5 to 500 characters.
        begruendung: String,
        /// The judgement does not hold for what stands there now.
        neu_beurteilen: bool,
    },
}

aufzaehlung! {
    /// Which step; what the window offers as buttons.
    Reaktionsschrittart {
        /// [`Reaktionsschritt::Sichten`].
        Sichten = "sichten", "Sichten";
        /// [`Reaktionsschritt::EingangBestaetigen`].
        EingangBestaetigen = "eingang_bestaetigen", "Eingang bestätigen";
        /// [`Reaktionsschritt::Beantworten`].
        Beantworten = "beantworten", "Beantworten";
        /// [`Reaktionsschritt::OhneAntwort`].
        OhneAntwort = "ohne_antwort", "Ohne Antwort beenden";
        /// [`Reaktionsschritt::Pausieren`].
        Pausieren = "pausieren", "Pausieren";
        /// [`Reaktionsschritt::Fortsetzen`].
        Fortsetzen = "fortsetzen", "Fortsetzen";
        /// [`Reaktionsschritt::Beurteilen`].
        Beurteilen = "beurteilen", "Beurteilen";
        /// [`Reaktionsschritt::BeurteilungBestaetigen`].
        BeurteilungBestaetigen = "beurteilung_bestaetigen", "Beurteilung bestätigen";
        /// [`Reaktionsschritt::BeurteilungZurueckgeben`].
        BeurteilungZurueckgeben = "beurteilung_zurueckgeben", "Beurteilung zurückgeben";
        /// [`Reaktionsschritt::Abgeben`].
        Abgeben = "abgeben", "Abgeben";
        /// [`Reaktionsschritt::Zusammenfuehren`].
        Zusammenfuehren = "zusammenfuehren", "Mit anderer Reaktion zusammenführen";
        /// [`Reaktionsschritt::MassnahmeAbleiten`].
        MassnahmeAbleiten = "massnahme_ableiten", "Maßnahme ableiten";
        /// [`Reaktionsschritt::Nachfragen`].
        Nachfragen = "nachfragen", "Nachfrage eintragen";
        /// [`Reaktionsschritt::Abschliessen`].
        Abschliessen = "abschliessen", "Abschließen";
        /// [`Reaktionsschritt::WiederOeffnen`].
        WiederOeffnen = "wieder_oeffnen", "Wieder öffnen";
        /// [`Reaktionsschritt::Berichtigen`]; follows from changing what was entered, never a button.
        Berichtigen = "berichtigen", "Angaben berichtigen";
    }
}

impl Reaktionsschritt {
    /// Which step this is.
    #[must_use]
    pub fn art(&self) -> Reaktionsschrittart {
        match self {
            Self::Sichten { .. } => Reaktionsschrittart::Sichten,
            Self::EingangBestaetigen { .. } => Reaktionsschrittart::EingangBestaetigen,
            Self::Pausieren { .. } => Reaktionsschrittart::Pausieren,
            Self::Fortsetzen { .. } => Reaktionsschrittart::Fortsetzen,
            Self::Beantworten { .. } => Reaktionsschrittart::Beantworten,
            Self::OhneAntwort { .. } => Reaktionsschrittart::OhneAntwort,
            Self::Beurteilen { .. } => Reaktionsschrittart::Beurteilen,
            Self::BeurteilungBestaetigen {} => Reaktionsschrittart::BeurteilungBestaetigen,
            Self::BeurteilungZurueckgeben { .. } => Reaktionsschrittart::BeurteilungZurueckgeben,
            Self::Abgeben { .. } => Reaktionsschrittart::Abgeben,
            Self::Zusammenfuehren { .. } => Reaktionsschrittart::Zusammenfuehren,
            Self::MassnahmeAbleiten { .. } => Reaktionsschrittart::MassnahmeAbleiten,
            Self::Nachfragen { .. } => Reaktionsschrittart::Nachfragen,
            Self::Abschliessen { .. } => Reaktionsschrittart::Abschliessen,
            Self::WiederOeffnen { .. } => Reaktionsschrittart::WiederOeffnen,
            Self::Berichtigen { .. } => Reaktionsschrittart::Berichtigen,
        }
    }

    /// The day on which it happened, where it has one.
    #[must_use]
    pub fn am(&self) -> Option<NaiveDate> {
        match *self {
            Self::EingangBestaetigen { am }
            | Self::Fortsetzen { am }
            | Self::Beantworten { am, .. }
            | Self::OhneAntwort { am, .. }
            | Self::Abgeben { am, .. }
            | Self::Zusammenfuehren { am, .. }
            | Self::Nachfragen { am, .. }
            | Self::Abschliessen { am }
            | Self::WiederOeffnen { am, .. } => Some(am),
            Self::Pausieren { ab, .. } => Some(ab),
            Self::Sichten { .. }
            | Self::Beurteilen { .. }
            | Self::BeurteilungBestaetigen {}
            | Self::BeurteilungZurueckgeben { .. }
            | Self::MassnahmeAbleiten { .. }
            | Self::Berichtigen { .. } => None,
        }
    }
}

/// A step as it was entered. One that was taken back stays, with who and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reaktionseintrag {
    /// The step.
    pub schritt: Reaktionsschritt,
    /// Who entered it (user id).
    pub von: String,
    /// When it was entered (UTC).
    pub eingetragen_am: String,
    /// Taken back.
    pub zurueckgenommen: Option<Zuruecknahme>,
}
