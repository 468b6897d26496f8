//! What is entered about a procedure (fields R1 to R18), and what is refused at once.

use crate::aufzaehlung::aufzaehlung;
use crate::fehler::{Fehler, Feldfehler};
use crate::frist::{Bekanntgabe, Lang, Rechtsbehelfsbelehrung, bekanntgabe};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// Kind of procedure; each has its own way and its own deadlines.
    Verfahrensart {
        /// Widerspruch (§§ 83 ff. SGG).
        Widerspruch = "widerspruch", "Widerspruch";
        /// Request for review (§ 44 SGB X).
        Ueberpruefung = "ueberpruefung", "Überprüfungsantrag";
        /// Action before the social court (§§ 87 ff. SGG).
        Klage = "klage", "Klage";
        /// Interim relief (§ 86b SGG).
        Eilverfahren = "eilverfahren", "Einstweiliger Rechtsschutz";
    }
}

impl Verfahrensart {
    /// Whether a court decides.
    #[must_use]
    pub fn gerichtlich(self) -> bool {
        matches!(self, Self::Klage | Self::Eilverfahren)
    }
}

aufzaehlung! {
    /// How the remedy came in (§ 84 Abs. 1 Satz 1 SGG, § 36a SGB I).
    Eingangsform {
        /// Letter or fax.
        Schriftlich = "schriftlich", "schriftlich";
        /// With qualified signature, De-Mail, or a form with eID (§ 36a Abs. 2, 2a SGB I).
        Elektronisch = "elektronisch", "elektronisch in zulässiger Form";
        /// Recorded at the office.
        Niederschrift = "niederschrift", "zur Niederschrift";
        /// Plain e-mail: not enough (BayLSG 04.11.2020 – L 11 AS 632/20).
        EinfacheMail = "einfache_mail", "einfache E-Mail";
        /// By telephone: not enough.
        Telefonisch = "telefonisch", "telefonisch";
    }
}

impl Eingangsform {
    /// Whether the form is enough by itself.
    #[must_use]
    pub fn genuegt(self) -> bool {
        !matches!(self, Self::EinfacheMail | Self::Telefonisch)
    }
}

aufzaehlung! {
    /// Whether the remedy stops enforcement (§ 86a SGG, § 39 SGB II).
    AufschiebendeWirkung {
        /// It does.
        Ja = "ja", "ja";
        /// It does not (§ 39 SGB II).
        Nein = "nein", "nein (§ 39 SGB II)";
        /// For a part.
        Teilweise = "teilweise", "teilweise";
        /// Not yet looked at.
        Offen = "offen", "noch nicht geprüft";
    }
}

/// One more addressee; the period runs for each of them alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Adressat {
    /// How the decision reached this person.
    pub bekanntgabe: Bekanntgabe,
    /// When this person's remedy came in; `None`: with the others.
    #[ts(type = "string | null")]
    pub eingang: Option<NaiveDate>,
}

/// What everyone with a right to the register may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Verfahrensangaben {
    /// The challenged decision in words, 3 to 200 characters.
    pub gegenstand: String,
    /// Date of the decision.
    #[ts(type = "string | null")]
    pub bescheid_am: Option<NaiveDate>,
    /// How it reached the addressee; `None` while that is not known.
    pub bekanntgabe: Option<Bekanntgabe>,
    /// It reached the addressee abroad: three months.
    pub ausland: bool,
    /// The instruction on remedies.
    pub belehrung: Rechtsbehelfsbelehrung,
    /// It names the electronic form (BSG 27.09.2023 – B 7 AS 10/22 R).
    pub elektronische_form_genannt: bool,
    /// Receipt at another authority; it keeps the period (§ 84 Abs. 2 Satz 1 SGG).
    #[ts(type = "string | null")]
    pub eingang_andere_stelle: Option<NaiveDate>,
    /// Which authority, at most 120 characters.
    pub andere_stelle: String,
    /// Receipt in the house.
    #[ts(type = "string")]
    pub eingang: NaiveDate,
    /// Form.
    pub form: Eingangsform,
    /// When a missing form was made good.
    #[ts(type = "string | null")]
    pub form_nachgeholt_am: Option<NaiveDate>,
    /// Someone acts for the person.
    pub bevollmaechtigt: bool,
    /// Whether enforcement stops.
    pub aufschiebende_wirkung: AufschiebendeWirkung,
    /// Since when reminders are stopped.
    #[ts(type = "string | null")]
    pub mahnsperre_am: Option<NaiveDate>,
    /// By when reasons were asked for.
    #[ts(type = "string | null")]
    pub begruendung_bis: Option<NaiveDate>,
    /// When they came.
    #[ts(type = "string | null")]
    pub begruendung_am: Option<NaiveDate>,
    /// Kennung of the shared catalogue.
    pub sachgebiet: String,
    /// Team whose decision is challenged.
    pub team_id: Option<String>,
    /// Note, at most 2,000 characters.
    pub vermerk: String,
    /// More addressees of the same decision.
    pub weitere: Vec<Adressat>,
}

/// What only the Widerspruchsstelle sees.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Klarangaben {
    /// Case number, 1 to 40 characters.
    pub fallnummer: String,
    /// Name of the person, at most 120 characters.
    pub name: String,
    /// Reference of the court, at most 60 characters.
    pub az_gericht: String,
    /// Who acts for the person, at most 120 characters.
    pub vertretung: String,
    /// Her reference, at most 60 characters.
    pub az_vertretung: String,
}

const JAHR_DER_ELEKTRONISCHEN_FORM: i32 = 2018;
/// More addressees than that are a case for several procedures.
pub(crate) const HOECHSTENS_WEITERE: usize = 20;

impl Verfahrensangaben {
    /// The instruction as it counts: complete only if it names the electronic form, for decisions since
    /// 2018 (BSG 27.09.2023 – B 7 AS 10/22 R).
    #[must_use]
    pub fn belehrung_wirksam(&self) -> Rechtsbehelfsbelehrung {
        let elektronisch_noetig =
            self.bescheid_am.is_none_or(|tag| tag.year() >= JAHR_DER_ELEKTRONISCHEN_FORM);
        match self.belehrung {
            Rechtsbehelfsbelehrung::Ordnungsgemaess
                if elektronisch_noetig && !self.elektronische_form_genannt =>
            {
                Rechtsbehelfsbelehrung::Fehlerhaft
            }
            sonst => sonst,
        }
    }

    /// The day that decides whether the period is kept: the earliest receipt in a form that is enough.
    #[must_use]
    pub fn eingang_fristwahrend(&self) -> Option<NaiveDate> {
        let eingang = self.eingang_andere_stelle.map_or(self.eingang, |tag| tag.min(self.eingang));
        if self.form.genuegt() { Some(eingang) } else { self.form_nachgeholt_am }
    }

    /// What cannot be right, field by field; `heute` is the day of entry.
    #[must_use]
    pub fn befunde(&self, art: Verfahrensart, heute: NaiveDate) -> Vec<Feldfehler> {
        let mut b = Befunde(Vec::new());
        for (feld, tag) in [
            ("eingang", Some(self.eingang)),
            ("bescheid_am", self.bescheid_am),
            ("eingang_andere_stelle", self.eingang_andere_stelle),
            ("form_nachgeholt_am", self.form_nachgeholt_am),
            ("mahnsperre_am", self.mahnsperre_am),
            ("begruendung_am", self.begruendung_am),
        ] {
            b.wenn(tag.is_some_and(|t| t > heute), feld, "Dieser Tag liegt in der Zukunft.");
        }
        b.wenn(
            self.bescheid_am.is_some_and(|tag| self.eingang < tag),
            "eingang",
            "Der Eingang liegt vor dem Bescheid. Bitte prüfen Sie beide Tage.",
        );
        b.wenn(
            self.eingang_andere_stelle.is_some_and(|tag| tag > self.eingang),
            "eingang_andere_stelle",
            "Der Eingang bei der anderen Stelle liegt nach dem Eingang im Haus.",
        );
        b.wenn(
            self.eingang_andere_stelle.is_some() && self.andere_stelle.is_empty(),
            "andere_stelle",
            "Bitte nennen Sie die andere Stelle.",
        );
        b.wenn(
            self.form_nachgeholt_am.is_some_and(|tag| tag < self.eingang),
            "form_nachgeholt_am",
            "Die Form kann nicht vor dem Eingang nachgeholt sein.",
        );
        b.wenn(
            self.begruendung_bis.is_some_and(|tag| tag < self.eingang),
            "begruendung_bis",
            "Die Frist zur Begründung liegt vor dem Eingang.",
        );
        b.wenn(
            self.weitere.len() > HOECHSTENS_WEITERE,
            "weitere",
            "Höchstens 20 weitere Adressaten; bitte legen Sie sonst ein zweites Verfahren an.",
        );
        if art == Verfahrensart::Widerspruch && self.bekanntgabe.is_none() {
            b.neu("bekanntgabe", "Bitte geben Sie an, wie der Bescheid bekannt gegeben wurde.");
        }
        self.weg_pruefen(&mut b, "bekanntgabe", self.bekanntgabe.as_ref(), self.eingang, heute);
        for (i, adressat) in self.weitere.iter().enumerate() {
            let feld = format!("weitere.{i}.bekanntgabe");
            let eingang = adressat.eingang.unwrap_or(self.eingang);
            self.weg_pruefen(&mut b, &feld, Some(&adressat.bekanntgabe), eingang, heute);
            b.wenn(
                adressat.eingang.is_some_and(|tag| tag > heute),
                &format!("weitere.{i}.eingang"),
                "Dieser Tag liegt in der Zukunft.",
            );
        }
        b.0
    }

    /// The way of a decision against its date, the receipt and today.
    fn weg_pruefen(
        &self,
        b: &mut Befunde,
        feld: &str,
        weg: Option<&Bekanntgabe>,
        eingang: NaiveDate,
        heute: NaiveDate,
    ) {
        let Some(weg) = weg else { return };
        let (abgang, zugang) = tage(weg);
        let (abgang_feld, zugang_feld) = feldnamen(weg);
        let abgang_feld = format!("{feld}.{abgang_feld}");
        let zugang_feld = format!("{feld}.{zugang_feld}");
        for (name, tag) in [(&abgang_feld, abgang), (&zugang_feld, zugang)] {
            let Some(tag) = tag else { continue };
            b.wenn(tag > heute, name, "Dieser Tag liegt in der Zukunft. Bitte prüfen Sie das Datum.");
            if let Some(bescheid) = self.bescheid_am.filter(|bescheid| tag < *bescheid) {
                b.neu(name, format!("Dieser Tag liegt vor dem Bescheid ({}).", Lang(bescheid)));
            }
        }
        b.wenn(
            abgang.is_some_and(|tag| eingang < tag),
            &abgang_feld,
            "Der Rechtsbehelf ist eingegangen, bevor der Bescheid abging. Bitte prüfen Sie beide Tage.",
        );
        if let Err(e) = bekanntgabe(weg) {
            // Without proof the entry is right, only the deadline cannot be computed: a visible state.
            if !matches!(e, crate::frist::FristFehler::FictionWithoutProof) {
                b.neu(&abgang_feld, e.to_string());
            }
        }
    }
}

struct Befunde(Vec<Feldfehler>);

impl Befunde {
    fn neu(&mut self, feld: &str, text: impl Into<String>) {
        let neu = Feldfehler { feld: format!("angaben.{feld}"), text: text.into() };
        if !self.0.iter().any(|b| b.feld == neu.feld) {
            self.0.push(neu);
        }
    }

    fn wenn(&mut self, falsch: bool, feld: &str, text: &str) {
        if falsch {
            self.neu(feld, text);
        }
    }
}

/// Day of leaving the house and proven day of receipt.
fn tage(weg: &Bekanntgabe) -> (Option<NaiveDate>, Option<NaiveDate>) {
    match *weg {
        Bekanntgabe::PostInland { aufgabe_zur_post, zugang, .. } => (aufgabe_zur_post, zugang),
        Bekanntgabe::Elektronisch { absendung, zugang } => (Some(absendung), zugang),
        Bekanntgabe::UebergabeEinschreiben { aufgabe_zur_post, zugang } => (Some(aufgabe_zur_post), zugang),
        Bekanntgabe::Zustellung { datum } => (None, Some(datum)),
        Bekanntgabe::PostAusland { zugang } => (None, Some(zugang)),
    }
}

fn feldnamen(weg: &Bekanntgabe) -> (&'static str, &'static str) {
    match weg {
        Bekanntgabe::PostInland { .. } | Bekanntgabe::UebergabeEinschreiben { .. } => {
            ("aufgabe_zur_post", "zugang")
        }
        Bekanntgabe::Elektronisch { .. } => ("absendung", "zugang"),
        Bekanntgabe::Zustellung { .. } => ("datum", "datum"),
        Bekanntgabe::PostAusland { .. } => ("zugang", "zugang"),
    }
}

/// Field errors as one refusal, or nothing.
pub(crate) fn oder_felder(befunde: Vec<Feldfehler>) -> Result<(), Fehler> {
    if befunde.is_empty() { Ok(()) } else { Err(Fehler::felder(befunde)) }
}
