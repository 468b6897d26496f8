//! From which day on a decision counts as known (§ 37 SGB X, §§ 2 ff. VwZG).

use super::tag::{Lang, im_bereich, tage_danach};
use super::{ERSTER_TAG, FristFehler};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a decision reached its addressee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "art", rename_all = "snake_case")]
pub enum Bekanntgabe {
    /// Simple letter within Germany.
    PostInland {
        /// Day on which it was handed to the post; needed where a note proves it.
        #[ts(type = "string | null")]
        aufgabe_zur_post: Option<NaiveDate>,
        /// A note in the file proves that day. Without it the fiction does not start (BSG B 4 AS 37/08 R).
        vermerk: bool,
        /// Proven day of receipt. A later one wins, an earlier one has no effect.
        #[ts(type = "string | null")]
        zugang: Option<NaiveDate>,
    },
    /// Sent electronically, within Germany or abroad (§ 37 Abs. 2 Satz 2 SGB X).
    Elektronisch {
        /// Day of sending.
        #[ts(type = "string")]
        absendung: NaiveDate,
        /// Proven day of receipt; a later one wins.
        #[ts(type = "string | null")]
        zugang: Option<NaiveDate>,
    },
    /// Zustellungsurkunde, Empfangsbekenntnis, Rückschein or personal hand-over: the day that is documented.
    Zustellung {
        /// That day.
        #[ts(type = "string")]
        datum: NaiveDate,
    },
    /// Registered letter without return receipt (§ 4 Abs. 2 Satz 2 VwZG).
    UebergabeEinschreiben {
        /// Day on which it was handed to the post.
        #[ts(type = "string")]
        aufgabe_zur_post: NaiveDate,
        /// Proven day of receipt; a later one wins.
        #[ts(type = "string | null")]
        zugang: Option<NaiveDate>,
    },
    /// By post to a foreign country: no fiction, and the longer period.
    PostAusland {
        /// Day of receipt.
        #[ts(type = "string")]
        zugang: NaiveDate,
    },
}

/// The day on which a decision counts as known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Bekanntgabetag {
    /// That day. It never moves.
    #[ts(type = "string")]
    pub datum: NaiveDate,
    /// The reasoning, one sentence or two a step.
    pub schritte: Vec<String>,
}

/// After how many days posted matter counts as known, by the day of posting.
struct Fiktion {
    /// First day of posting to which it applies.
    ab: NaiveDate,
    tage: u64,
    ordnungszahl: &'static str,
    fassung: &'static str,
}

/// Newest first. The fourth day came with the Postrechtsmodernisierungsgesetz of 15.07.2024 (BGBl. 2024 I
/// Nr. 236). No transitional rule for § 37 SGB X is known to us; as in Art. 97 EGAO the day of posting decides.
const FIKTIONEN: [Fiktion; 2] = [
    Fiktion {
        ab: match NaiveDate::from_ymd_opt(2025, 1, 1) {
            Some(tag) => tag,
            None => NaiveDate::MAX,
        },
        tage: 4,
        ordnungszahl: "vierten",
        fassung: "in der Fassung ab 01.01.2025",
    },
    Fiktion {
        ab: ERSTER_TAG,
        tage: 3,
        ordnungszahl: "dritten",
        fassung: "in der bis 31.12.2024 geltenden Fassung",
    },
];

/// What differs between a letter, a registered letter and an electronic decision: words and paragraphs.
struct Weg {
    /// "Aufgabe zur Post" or "Absendung".
    anfang: &'static str,
    /// What follows the day in the first sentence.
    zusatz: &'static str,
    zaehlweise: &'static str,
    folge: &'static str,
    grundlage: &'static str,
    grundlage_spaeter: &'static str,
    urteil: &'static str,
}

const BRIEF: Weg = Weg {
    anfang: "Aufgabe zur Post",
    zusatz: ", mit Vermerk",
    zaehlweise: "§ 26 Abs. 1 SGB X in Verbindung mit § 187 Abs. 1 BGB",
    folge: "bekannt gegeben",
    grundlage: "§ 37 Abs. 2 Satz 1 SGB X",
    grundlage_spaeter: "§ 37 Abs. 2 Satz 3 SGB X",
    urteil: "BSG, Urteil vom 06.05.2010 – B 14 AS 12/09 R",
};

const ELEKTRONISCH: Weg = Weg {
    anfang: "Absendung",
    zusatz: "",
    grundlage: "§ 37 Abs. 2 Satz 2 SGB X",
    // The ruling is about letters; sentence 2 has the same wording.
    urteil: "entsprechend BSG, Urteil vom 06.05.2010 – B 14 AS 12/09 R",
    ..BRIEF
};

const EINSCHREIBEN: Weg = Weg {
    zusatz: " als Einschreiben durch Übergabe",
    zaehlweise: "§ 187 Abs. 1 BGB",
    folge: "zugestellt",
    grundlage: "§ 4 Abs. 2 Satz 2 VwZG",
    grundlage_spaeter: "§ 4 Abs. 2 Satz 2 VwZG",
    urteil: "BSG, Urteil vom 09.12.2008 – B 8/9b SO 13/07 R",
    ..BRIEF
};

impl Bekanntgabe {
    /// Whether the way itself says that the decision became known abroad.
    #[must_use]
    pub fn im_ausland(&self) -> bool {
        matches!(self, Self::PostAusland { .. })
    }
}

/// The day on which the decision counts as known. Errors: `FictionWithoutProof` for a letter with neither
/// note nor receipt, `MissingInput` for a note without its day, `ReceiptBeforePosting`, and those of the range.
pub fn bekanntgabe(weg: &Bekanntgabe) -> Result<Bekanntgabetag, FristFehler> {
    match *weg {
        Bekanntgabe::PostInland { aufgabe_zur_post, vermerk: true, zugang } => {
            let feld = "aufgabe_zur_post";
            fiktion(&BRIEF, aufgabe_zur_post.ok_or(FristFehler::MissingInput { feld })?, zugang)
        }
        Bekanntgabe::PostInland { aufgabe_zur_post, vermerk: false, zugang } => {
            ohne_vermerk(aufgabe_zur_post, zugang)
        }
        Bekanntgabe::Elektronisch { absendung, zugang } => fiktion(&ELEKTRONISCH, absendung, zugang),
        Bekanntgabe::UebergabeEinschreiben { aufgabe_zur_post, zugang } => {
            fiktion(&EINSCHREIBEN, aufgabe_zur_post, zugang)
        }
        Bekanntgabe::Zustellung { datum } => {
            let datum = im_bereich(datum)?;
            let schritt = format!(
                "Der Bescheid ist am {} zugestellt oder übergeben worden. Dieser beurkundete Tag ist der Tag der Bekanntgabe (§ 37 Abs. 5, § 65 SGB X in Verbindung mit §§ 2 bis 5 VwZG).",
                Lang(datum)
            );
            Ok(Bekanntgabetag { datum, schritte: vec![schritt] })
        }
        Bekanntgabe::PostAusland { zugang } => {
            let datum = im_bereich(zugang)?;
            let schritt = format!(
                "Der Bescheid ist im Ausland am {} zugegangen. Für Briefe ins Ausland wird kein Tag der Bekanntgabe vermutet; es zählt der tatsächliche Zugang (§ 37 Abs. 1 und Abs. 2 Satz 1 SGB X).",
                Lang(datum)
            );
            Ok(Bekanntgabetag { datum, schritte: vec![schritt] })
        }
    }
}

fn fiktion(weg: &Weg, abgang: NaiveDate, zugang: Option<NaiveDate>) -> Result<Bekanntgabetag, FristFehler> {
    let abgang = im_bereich(abgang)?;
    let zugang = nicht_vorher(zugang, Some(abgang))?;
    let regel = FIKTIONEN.iter().find(|regel| regel.ab <= abgang).ok_or(FristFehler::DateBeforeLaw)?;
    let vermutet = tage_danach(abgang, regel.tage)?;
    let Weg { anfang, zusatz, zaehlweise, folge, grundlage, grundlage_spaeter, urteil } = weg;
    let Fiktion { ordnungszahl, fassung, .. } = regel;
    let mut schritte = Vec::with_capacity(8);
    schritte
        .push(format!("{anfang} am {}{zusatz}. Dieser Tag zählt nicht mit ({zaehlweise}).", Lang(abgang)));
    schritte.push(format!(
        "Der Bescheid gilt am {ordnungszahl} Tag nach der {anfang} als {folge}: {} ({grundlage} {fassung}). Wochenenden und Feiertage verschieben diesen Tag nicht ({urteil}).",
        Lang(vermutet)
    ));
    if FIKTIONEN.iter().any(|spaetere| abgang < spaetere.ab && spaetere.ab <= vermutet) {
        schritte.push(format!(
            "Zwischen Abgang und Bekanntgabe hat sich das Gesetz geändert. Gerechnet ist mit dem Recht am Tag der {anfang}; eine ausdrückliche Übergangsvorschrift zu {grundlage} ist nicht bekannt."
        ));
    }
    let datum = match zugang {
        Some(tag) if tag > vermutet => {
            schritte.push(format!(
                "Nachgewiesen ist ein späterer Zugang am {}. Dann zählt dieser Tag ({grundlage_spaeter}).",
                Lang(tag)
            ));
            tag
        }
        Some(tag) if tag < vermutet => {
            schritte.push(format!(
                "Der frühere Zugang am {} ändert daran nichts ({grundlage}; {urteil}).",
                Lang(tag)
            ));
            vermutet
        }
        _ => vermutet,
    };
    Ok(Bekanntgabetag { datum, schritte })
}

fn ohne_vermerk(
    aufgabe: Option<NaiveDate>,
    zugang: Option<NaiveDate>,
) -> Result<Bekanntgabetag, FristFehler> {
    let aufgabe = aufgabe.map(im_bereich).transpose()?;
    let datum = nicht_vorher(zugang, aufgabe)?.ok_or(FristFehler::FictionWithoutProof)?;
    Ok(Bekanntgabetag {
        datum,
        schritte: vec![
            "Ein Vermerk über die Aufgabe zur Post fehlt. Deshalb gilt der Bescheid nicht schon nach Tagen als bekannt gegeben (§ 37 Abs. 2 Satz 1 SGB X; BSG, Urteil vom 03.03.2009 – B 4 AS 37/08 R).".into(),
            format!(
                "Es zählt der Tag, an dem der Bescheid tatsächlich zugegangen ist: {} (§ 37 Abs. 1 SGB X).",
                Lang(datum)
            ),
        ],
    })
}

/// The receipt, unless it lies before the posting: then one of the two days is wrong.
fn nicht_vorher(
    zugang: Option<NaiveDate>,
    abgang: Option<NaiveDate>,
) -> Result<Option<NaiveDate>, FristFehler> {
    let Some(zugang) = zugang.map(im_bereich).transpose()? else { return Ok(None) };
    if abgang.is_some_and(|abgang| zugang < abgang) {
        return Err(FristFehler::ReceiptBeforePosting);
    }
    Ok(Some(zugang))
}
