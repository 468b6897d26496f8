//! Periods for remedies: Widerspruch, Klage, appeals, and the review of § 44 SGB X.

use super::monatsfrist::{Monatsfrist, SGG, laufen};
use super::tag::{Kurz, Lang, im_bereich};
use super::{Bekanntgabe, FristFehler, Ort, bekanntgabe};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The instruction on remedies that came with the decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Rechtsbehelfsbelehrung {
    /// There, complete and right.
    Ordnungsgemaess,
    /// Not there.
    Fehlt,
    /// Wrong or incomplete, for instance without the electronic form (BSG B 7 AS 10/22 R).
    Fehlerhaft,
}

/// Period for Widerspruch or Klage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Rechtsbehelfsfrist {
    /// Day on which the decision counts as known.
    #[ts(type = "string")]
    pub bekanntgabe: NaiveDate,
    /// The period.
    #[serde(flatten)]
    pub frist: Monatsfrist,
}

/// Appeals against decisions of a social court; one month each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Rechtsmittel {
    /// § 151 SGG.
    Berufung,
    /// § 145 SGG.
    Nichtzulassungsbeschwerde,
    /// § 173 SGG.
    Beschwerde,
}

/// What a request under § 44 SGB X can reach in the SGB II.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Ueberpruefung {
    /// First day for which benefits can be paid later.
    #[ts(type = "string")]
    pub nachzahlung_ab: NaiveDate,
    /// Decisions that became known before this day cannot be withdrawn any more.
    #[ts(type = "string")]
    pub aelteste_bekanntgabe: NaiveDate,
    /// The reasoning, one sentence or two a step.
    pub schritte: Vec<String>,
}

/// What differs between Widerspruch and Klage: words and paragraphs.
struct Behelf {
    /// Nominative and accusative.
    name: &'static str,
    fuer: &'static str,
    gegen: &'static str,
    inland: &'static str,
    ausland: &'static str,
    ein_jahr: &'static str,
}

const WIDERSPRUCH: Behelf = Behelf {
    name: "der Widerspruch",
    fuer: "den Widerspruch",
    gegen: "des Bescheids",
    inland: "§ 84 Abs. 1 Satz 1 SGG",
    ausland: "§ 84 Abs. 1 Satz 2 SGG",
    ein_jahr: "§ 84 Abs. 2 Satz 3 in Verbindung mit § 66 Abs. 2 Satz 1 SGG",
};

const KLAGE: Behelf = Behelf {
    name: "die Klage",
    fuer: "die Klage",
    gegen: "des Widerspruchsbescheids",
    inland: "§ 87 Abs. 1 Satz 1, Abs. 2 SGG",
    ausland: "§ 87 Abs. 1 Satz 2, Abs. 2 SGG",
    ein_jahr: "§ 66 Abs. 2 Satz 1 SGG",
};

/// Last day for a Widerspruch: one month after the decision became known, three abroad, one year without a
/// right instruction (§§ 84, 66 SGG). Errors: those of [`bekanntgabe()`] and `DateTooLate`.
pub fn widerspruchsfrist(
    weg: &Bekanntgabe,
    ausland: bool,
    belehrung: Rechtsbehelfsbelehrung,
    ort: &Ort,
) -> Result<Rechtsbehelfsfrist, FristFehler> {
    rechtsbehelfsfrist(&WIDERSPRUCH, weg, ausland, belehrung, ort)
}

/// Last day for a Klage, counted like the Widerspruch from the Widerspruchsbescheid (§§ 87, 66 SGG); `ort` is
/// the seat of the court. Errors: those of [`bekanntgabe()`] and `DateTooLate`.
pub fn klagefrist(
    weg: &Bekanntgabe,
    ausland: bool,
    belehrung: Rechtsbehelfsbelehrung,
    ort: &Ort,
) -> Result<Rechtsbehelfsfrist, FristFehler> {
    rechtsbehelfsfrist(&KLAGE, weg, ausland, belehrung, ort)
}

fn rechtsbehelfsfrist(
    behelf: &Behelf,
    weg: &Bekanntgabe,
    ausland: bool,
    belehrung: Rechtsbehelfsbelehrung,
    ort: &Ort,
) -> Result<Rechtsbehelfsfrist, FristFehler> {
    let bekannt = bekanntgabe(weg)?;
    let mut schritte = bekannt.schritte;
    let Behelf { name, fuer, gegen, inland, ausland: paragraph_ausland, ein_jahr } = behelf;
    let ohne_belehrung = match belehrung {
        Rechtsbehelfsbelehrung::Ordnungsgemaess => None,
        Rechtsbehelfsbelehrung::Fehlt => Some("fehlt"),
        Rechtsbehelfsbelehrung::Fehlerhaft => Some("ist unrichtig oder unvollständig"),
    };
    let monate = if let Some(mangel) = ohne_belehrung {
        schritte.push(format!(
            "Die Rechtsbehelfsbelehrung {mangel}. Deshalb ist {name} innerhalb eines Jahres seit der Bekanntgabe zulässig ({ein_jahr}); Ausnahmen wie höhere Gewalt sind hier nicht gerechnet."
        ));
        12
    } else if ausland || weg.im_ausland() {
        schritte.push(format!(
            "Die Frist für {fuer} beträgt drei Monate, weil der Bescheid im Ausland bekannt gegeben wurde ({paragraph_ausland})."
        ));
        3
    } else {
        schritte.push(format!(
            "Die Frist für {fuer} beträgt einen Monat nach der Bekanntgabe {gegen} ({inland})."
        ));
        1
    };
    let frist = laufen(bekannt.datum, "der Bekanntgabe", monate, ort, &SGG, schritte)?;
    Ok(Rechtsbehelfsfrist { bekanntgabe: bekannt.datum, frist })
}

/// Last day for an appeal: one month after the decision of the court was served (§§ 151, 145, 173, 64 SGG);
/// `ort` is the seat of the court where it must arrive. Errors: those of the range.
pub fn rechtsmittelfrist(
    zustellung: NaiveDate,
    art: Rechtsmittel,
    ort: &Ort,
) -> Result<Monatsfrist, FristFehler> {
    let zustellung = im_bereich(zustellung)?;
    let (satz, paragraph) = match art {
        Rechtsmittel::Berufung => {
            ("Die Berufung ist innerhalb eines Monats nach Zustellung des Urteils", "§ 151 Abs. 1 SGG")
        }
        Rechtsmittel::Nichtzulassungsbeschwerde => (
            "Die Beschwerde gegen die Nichtzulassung der Berufung ist innerhalb eines Monats nach Zustellung des Urteils",
            "§ 145 Abs. 1 Satz 2 SGG",
        ),
        Rechtsmittel::Beschwerde => (
            "Die Beschwerde ist innerhalb eines Monats nach Bekanntgabe der Entscheidung",
            "§ 173 Satz 1 SGG",
        ),
    };
    let schritt = format!("{satz} einzulegen ({paragraph}). Zugestellt wurde am {}.", Lang(zustellung));
    laufen(zustellung, "der Zustellung", 1, ort, &SGG, vec![schritt])
}

/// What a request for review can reach: back-payment for one year and decisions of four years, both
/// counted from the beginning of the year of the request (§ 44 Abs. 4 SGB X, § 40 Abs. 1 Satz 2 SGB II in
/// the version since 01.08.2016). Errors: those of the range.
pub fn ueberpruefung(antrag: NaiveDate) -> Result<Ueberpruefung, FristFehler> {
    let antrag = im_bereich(antrag)?;
    let neujahr =
        |zurueck: i32| NaiveDate::from_ymd_opt(antrag.year() - zurueck, 1, 1).ok_or(FristFehler::InvalidDate);
    let (jahresbeginn, nachzahlung_ab, aelteste_bekanntgabe) = (neujahr(0)?, neujahr(1)?, neujahr(4)?);
    let mut schritte = vec![
        format!("Der Antrag auf Überprüfung ging am {} ein (§ 44 SGB X).", Lang(antrag)),
        format!(
            "Nachgezahlt wird längstens für ein Jahr. Gerechnet wird vom Beginn des Jahres, in dem der Antrag gestellt ist, also vom {}: Leistungen ab {} (§ 44 Abs. 4 SGB X in Verbindung mit § 40 Abs. 1 Satz 2 Nr. 2 SGB II).",
            Kurz(jahresbeginn),
            Kurz(nachzahlung_ab)
        ),
        format!(
            "Zurückzunehmen sind Bescheide bis vier Jahre nach Ablauf des Jahres ihrer Bekanntgabe; es genügt der Antrag in dieser Zeit. Erreicht werden damit Bescheide, die ab {} bekannt gegeben wurden (§ 40 Abs. 1 Satz 2 Nr. 1 SGB II).",
            Kurz(aelteste_bekanntgabe)
        ),
    ];
    if antrag < RECHTSSTAND_UEBERPRUEFUNG {
        schritte.push(
            "Gerechnet ist mit der Fassung des § 40 Abs. 1 Satz 2 SGB II ab 01.08.2016. Der Antrag ist älter; bitte prüfen Sie, welches Recht für ihn gilt."
                .into(),
        );
    }
    Ok(Ueberpruefung { nachzahlung_ab, aelteste_bekanntgabe, schritte })
}

/// First day of the version of § 40 Abs. 1 Satz 2 SGB II that is computed here (law of 26.07.2016).
const RECHTSSTAND_UEBERPRUEFUNG: NaiveDate = match NaiveDate::from_ymd_opt(2016, 8, 1) {
    Some(tag) => tag,
    None => NaiveDate::MIN,
};
