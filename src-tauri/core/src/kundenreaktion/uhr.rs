//! The clocks of a Kundenreaktion: acknowledgement, answer, rest, and who is to be told when.
//!
//! No statute knows these days; they are the house's own promise (`docs/recht.md`). Everything follows from the
//! day of receipt, the pauses and the promise that was valid on that day; what storage keeps of it is only there to sort
//! and filter by.

use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::frist::{ERSTER_TAG, FristFehler, Kurz, Lang, Ort, kundenreaktion, tage_danach};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A promise of the house with its validity. The one that is valid on the day of receipt counts for the whole
/// ticket, because that is what was promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Reaktionsregel {
    /// First day on which it is promised.
    #[ts(type = "string")]
    pub gueltig_ab: NaiveDate,
    /// Working days until the acknowledgement.
    pub bestaetigung_arbeitstage: u32,
    /// Calendar days until the answer.
    pub antwort_kalendertage: u32,
}

impl Default for Reaktionsregel {
    /// Three working days and 14 calendar days: the standard of the Bundesagentur, a recommendation for Jobcenter.
    fn default() -> Self {
        Self { gueltig_ab: ERSTER_TAG, bestaetigung_arbeitstage: 3, antwort_kalendertage: 14 }
    }
}

aufzaehlung! {
    /// Whom the house waits for, so that its own clock rests.
    Pausengrund {
        /// The person who wrote.
        Kunde = "kunde", "wartet auf die Person";
        /// Another office.
        AndereStelle = "andere_stelle", "wartet auf eine andere Stelle";
    }
}

/// Days on which the answer period rests. One that is empty (`bis` on or before `ab`) changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Reaktionspause {
    /// First day that does not count.
    #[ts(type = "string")]
    pub ab: NaiveDate,
    /// First day that counts again; none as long as the house still waits.
    #[ts(type = "string | null")]
    pub bis: Option<NaiveDate>,
    /// Whom it waits for.
    pub grund: Pausengrund,
    /// The day on which it was entered, if it moved a day that had passed.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub nachgetragen_am: Option<NaiveDate>,
}

aufzaehlung! {
    /// Who has to know of a Kundenreaktion, from the team upwards.
    Eskalationsstufe {
        /// The team that answers.
        Team = "team", "Team";
        /// Those who watch over all answers.
        Krm = "krm", "Kundenreaktionsmanagement";
        /// Head of the area.
        Bereichsleitung = "bereichsleitung", "Bereichsleitung";
        /// Head of the house.
        Geschaeftsfuehrung = "geschaeftsfuehrung", "Geschäftsführung";
    }
}

/// A stage with its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Stufentag {
    /// Stage.
    pub stufe: Eskalationsstufe,
    /// First day of it.
    #[ts(type = "string")]
    pub ab: NaiveDate,
}

/// What follows from receipt, pauses and promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Reaktionsuhr {
    /// Last day for the acknowledgement. Pauses do not move it: that the letter came can always be said.
    #[ts(type = "string")]
    pub bestaetigung_bis: NaiveDate,
    /// Last day for the answer; none while a pause runs.
    #[ts(type = "string | null")]
    pub antwort_bis: Option<NaiveDate>,
    /// Calendar days after the receipt that did not count, in all rounds; those of a running pause are not among them.
    pub pausentage: u32,
    /// The person wishes an answer; else the days are only a reminder for the house, no promise.
    pub erwuenscht: bool,
    /// A round that ended before the person came back ended after its day.
    pub frueher_verspaetet: bool,
    /// First day of the pause that runs.
    #[ts(type = "string | null")]
    pub ruht_seit: Option<NaiveDate>,
    /// Calendar days of the answer period that were left when the running pause began; 0 if none runs.
    pub verbleibend: u32,
    /// Stages with a day, ascending in both. One that a running pause keeps from coming is missing, and so are
    /// the two in the middle where the Geschäftsführung is told at once.
    pub stufen: Vec<Stufentag>,
    /// The reasoning, one sentence or two a step.
    pub schritte: Vec<String>,
}

impl Reaktionsuhr {
    /// The highest stage that is reached on that day; the team before the first.
    #[must_use]
    pub fn stufe(&self, heute: NaiveDate) -> Eskalationsstufe {
        let erreicht = self.stufen.iter().filter(|s| s.ab <= heute);
        erreicht.map(|s| s.stufe).max().unwrap_or(Eskalationsstufe::Team)
    }
}

/// Days on which the period rests: the first one, and the first one after them.
type Ruhezeit = (NaiveDate, Option<NaiveDate>);

/// Where a number of counted days ends.
enum Ende {
    Am { tag: NaiveDate, pausentage: u32 },
    Ruht { seit: NaiveDate, verbleibend: u32, pausentage: u32 },
}

/// The clocks of a Kundenreaktion that came in on that day; the day of receipt is day 0 and never counted.
///
/// `sofort` (petition, press) puts the Geschäftsführung on the day of receipt. Of `regeln`, sorted or not, the one
/// valid on the day of receipt counts (of two from the same day the later one in the list), without one the
/// default. A pause that begins after the last day for the answer changes nothing. Errors: those of the range.
pub fn reaktionsuhr(
    eingang: NaiveDate,
    sofort: bool,
    pausen: &[Reaktionspause],
    regeln: &[Reaktionsregel],
    ort: &Ort,
) -> Result<Reaktionsuhr, FristFehler> {
    let eigene = regeln.iter().filter(|r| r.gueltig_ab <= eingang).max_by_key(|r| r.gueltig_ab);
    let regel = eigene.cloned().unwrap_or_default();
    let tage = regel.antwort_kalendertage;
    let fristen = kundenreaktion(eingang, ort, regel.bestaetigung_arbeitstage, tage, &[])?;
    let pausen = gezaehlte(eingang, pausen)?;
    let ruhezeiten = vereinigt(&pausen);
    let (antwort_bis, pausentage, ruht_seit, verbleibend) = match ende(eingang, tage, &ruhezeiten)? {
        Ende::Am { tag, pausentage } => (Some(tag), pausentage, None, 0),
        Ende::Ruht { seit, verbleibend, pausentage } => (None, pausentage, Some(seit), verbleibend),
    };
    let mut uhr = Reaktionsuhr {
        bestaetigung_bis: fristen.bestaetigung_bis,
        antwort_bis,
        pausentage,
        erwuenscht: true,
        frueher_verspaetet: false,
        ruht_seit,
        verbleibend,
        stufen: stufen(eingang, sofort, tage, antwort_bis, &ruhezeiten)?,
        schritte: vec![regelsatz(&regel, eigene.is_some())],
    };
    // Receipt, acknowledgement, answer, and that no statute asks for it: only the answer is told anew.
    let mut saetze = fristen.schritte;
    let schluss = saetze.pop();
    if pausentage > 0 || ruht_seit.is_some() {
        saetze.pop();
        saetze.extend(pausensaetze(&pausen, &uhr, tage));
    }
    uhr.schritte.extend(saetze);
    uhr.schritte.push(stufensatz(&uhr.stufen, sofort));
    uhr.schritte.extend(schluss);
    Ok(uhr)
}

/// The pauses that are not empty, each from the first day that could count, in order.
fn gezaehlte(eingang: NaiveDate, pausen: &[Reaktionspause]) -> Result<Vec<Reaktionspause>, FristFehler> {
    let erster = tage_danach(eingang, 1)?;
    let mut alle: Vec<Reaktionspause> = pausen
        .iter()
        .filter(|p| p.bis.is_none_or(|bis| bis > p.ab && bis > erster))
        .map(|p| Reaktionspause { ab: p.ab.max(erster), ..p.clone() })
        .collect();
    alle.sort_by_key(|p| (p.ab, p.bis.is_none(), p.bis, p.grund));
    Ok(alle)
}

/// Overlapping and touching ones become one, so that a day is counted out only once.
fn vereinigt(pausen: &[Reaktionspause]) -> Vec<Ruhezeit> {
    let mut alle: Vec<Ruhezeit> = Vec::new();
    for p in pausen {
        match alle.last_mut() {
            Some((_, letzter)) if letzter.is_none_or(|bis| p.ab <= bis) => {
                *letzter = letzter.and_then(|alt| p.bis.map(|neu| alt.max(neu)));
            }
            _ => alle.push((p.ab, p.bis)),
        }
    }
    alle
}

/// The day on which so many days are counted; days of rest move it as long as they begin on or before it.
fn ende(eingang: NaiveDate, tage: u32, ruhezeiten: &[Ruhezeit]) -> Result<Ende, FristFehler> {
    let mut pausentage = 0;
    let mut tag = tage_danach(eingang, u64::from(tage))?;
    for &(ab, bis) in ruhezeiten {
        if ab > tag {
            break;
        }
        let Some(bis) = bis else {
            return Ok(Ende::Ruht { seit: ab, verbleibend: abstand(ab, tag) + 1, pausentage });
        };
        pausentage += abstand(ab, bis);
        tag = tage_danach(tag, u64::from(abstand(ab, bis)))?;
    }
    Ok(Ende::Am { tag, pausentage })
}

fn stufen(
    eingang: NaiveDate,
    sofort: bool,
    tage: u32,
    antwort_bis: Option<NaiveDate>,
    ruhezeiten: &[Ruhezeit],
) -> Result<Vec<Stufentag>, FristFehler> {
    use Eskalationsstufe::{Bereichsleitung, Geschaeftsfuehrung, Krm, Team};
    let mut stufen = vec![Stufentag { stufe: Team, ab: eingang }];
    if sofort {
        stufen.push(Stufentag { stufe: Geschaeftsfuehrung, ab: eingang });
        return Ok(stufen);
    }
    // 80 per cent are used on the first day with used * 100 >= 80 * tage; 4/5 of a u32 fits one.
    let verbraucht = tage - tage / 5;
    if let Ende::Am { tag, .. } = ende(eingang, verbraucht, ruhezeiten)? {
        stufen.push(Stufentag { stufe: Krm, ab: tag });
    }
    if let Some(tag) = antwort_bis {
        stufen.push(Stufentag { stufe: Bereichsleitung, ab: tage_danach(tag, 1)? });
        // Never before the stage below, also where nothing was promised but the day of receipt.
        stufen.push(Stufentag {
            stufe: Geschaeftsfuehrung,
            ab: tage_danach(tag, u64::from(tage.div_ceil(2).max(1)))?,
        });
    }
    Ok(stufen)
}

/// Without a team no Bereichsleitung sees the ticket: once the period is over it is the Geschäftsführung's.
pub(super) fn ohne_bereichsleitung(uhr: &mut Reaktionsuhr) {
    use Eskalationsstufe::{Bereichsleitung, Geschaeftsfuehrung};
    let Some(ab) = uhr.stufen.iter().find(|s| s.stufe == Bereichsleitung).map(|s| s.ab) else { return };
    let bisher = stufensatz(&uhr.stufen, false);
    uhr.stufen.retain(|s| s.stufe != Bereichsleitung);
    for s in uhr.stufen.iter_mut().filter(|s| s.stufe == Geschaeftsfuehrung) {
        s.ab = ab;
    }
    let neu = stufensatz(&uhr.stufen, false);
    for satz in uhr.schritte.iter_mut().filter(|s| **s == bisher) {
        satz.clone_from(&neu);
    }
}

fn regelsatz(regel: &Reaktionsregel, eigene: bool) -> String {
    let zusage = format!(
        "Eingangsbestätigung innerhalb von {}, Antwort innerhalb von {}",
        anzahl(regel.bestaetigung_arbeitstage, "Arbeitstag", "Arbeitstagen"),
        anzahl(regel.antwort_kalendertage, "Kalendertag", "Kalendertagen"),
    );
    if eigene {
        format!(
            "Es gilt die Zusage des Hauses seit {}: {zusage}. Maßgeblich ist, was für den Tag des Eingangs festgelegt ist; eine rückwirkende Änderung rechnet auch abgeschlossene Reaktionen neu.",
            Kurz(regel.gueltig_ab)
        )
    } else {
        format!(
            "Für den Tag des Eingangs hat das Haus keine eigene Zusage festgelegt. Es gilt die Vorgabe: {zusage}."
        )
    }
}

/// Each pause with its days, and what follows from them.
fn pausensaetze(pausen: &[Reaktionspause], uhr: &Reaktionsuhr, tage: u32) -> Vec<String> {
    let wirksam = |p: &&Reaktionspause| uhr.antwort_bis.is_none_or(|tag| p.ab <= tag);
    let mut saetze: Vec<String> = pausen
        .iter()
        .filter(wirksam)
        .map(|p| {
            pausensatz(p)
                + &p.nachgetragen_am
                    .map_or_else(String::new, |tag| format!(" Nachträglich eingetragen am {}.", Kurz(tag)))
        })
        .collect();
    let frist = anzahl(tage, "Kalendertag", "Kalendertagen");
    saetze.push(match (uhr.antwort_bis, uhr.ruht_seit) {
        (None, Some(seit)) => format!(
            "Von {frist} {} {} am {} noch übrig. Der Tag für die Antwort steht fest, sobald die Pause endet.",
            if uhr.verbleibend == 1 { "war" } else { "waren" },
            uhr.verbleibend,
            Lang(seit)
        ),
        (Some(tag), _) => format!(
            "Insgesamt {} nicht mit; was sich überschneidet, ist einmal gezählt. Antwort innerhalb von {frist} ohne diese Tage: bis {}. Dieser Tag verschiebt sich nicht, auch nicht am Wochenende; § 193 BGB wird nicht angewandt.",
            if uhr.pausentage == 1 { "zählt 1 Tag".into() } else { format!("zählen {} Tage", uhr.pausentage) },
            Lang(tag)
        ),
        (None, None) => return saetze,
    });
    saetze
}

fn pausensatz(p: &Reaktionspause) -> String {
    match p.bis.and_then(|bis| Some((bis, bis.pred_opt()?))) {
        Some((_, letzter)) if letzter == p.ab => {
            format!("Die Antwortzeit pausiert am {} ({}): 1 Tag.", Lang(p.ab), p.grund.titel())
        }
        Some((bis, letzter)) => format!(
            "Die Antwortzeit pausiert von {} bis {} ({}): {} Tage.",
            Lang(p.ab),
            Lang(letzter),
            p.grund.titel(),
            abstand(p.ab, bis)
        ),
        None => format!("Die Antwortzeit pausiert seit {} ({}).", Lang(p.ab), p.grund.titel()),
    }
}

fn stufensatz(stufen: &[Stufentag], sofort: bool) -> String {
    use Eskalationsstufe::{Bereichsleitung, Geschaeftsfuehrung, Krm};
    let tag = |stufe| stufen.iter().find(|s| s.stufe == stufe).map(|s| Lang(s.ab));
    let krm = tag(Krm);
    match (krm, tag(Bereichsleitung), tag(Geschaeftsfuehrung)) {
        (_, _, Some(g)) if sofort => {
            format!("Wegen der Art des Eingangs ist die Geschäftsführung sofort beteiligt: ab {g}.")
        }
        (Some(k), Some(b), Some(g)) => format!(
            "Ohne Antwort wird weitergemeldet: an das Kundenreaktionsmanagement ab {k} (80 % der Frist verbraucht), an die Bereichsleitung ab {b} (Frist abgelaufen), an die Geschäftsführung ab {g} (um die Hälfte überschritten)."
        ),
        (Some(k), None, Some(g)) => format!(
            "Ohne Antwort wird weitergemeldet: an das Kundenreaktionsmanagement ab {k} (80 % der Frist verbraucht), an die Geschäftsführung ab {g} (Frist abgelaufen; kein Team ist genannt, also keine Bereichsleitung)."
        ),
        (Some(k), ..) => format!(
            "Ohne Antwort wird an das Kundenreaktionsmanagement ab {k} weitergemeldet (80 % der Frist verbraucht). Die weiteren Stufen pausieren mit."
        ),
        _ => "Weitergemeldet wird erst, wenn die Frist wieder läuft.".to_owned(),
    }
}

/// Calendar days from one day to a later one; 0 if it is none.
fn abstand(von: NaiveDate, bis: NaiveDate) -> u32 {
    u32::try_from((bis - von).num_days()).unwrap_or(0)
}

fn anzahl(zahl: u32, einzahl: &str, mehrzahl: &str) -> String {
    format!("{zahl} {}", if zahl == 1 { einzahl } else { mehrzahl })
}
