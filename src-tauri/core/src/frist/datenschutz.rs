//! Periods of the DSGVO: the 72 hours after a breach and the month for a person's request.

use super::monatsfrist::{EU, Monatsfrist, laufen};
use super::tag::{LETZTES_JAHR, Lang, im_bereich};
use super::{FristFehler, Ort};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Offset, TimeZone, Timelike, Utc};
use chrono_tz::{Europe::Berlin, Tz};
use serde::Serialize;
use ts_rs::TS;

/// Until when a breach is reported to the supervisory authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Pannenfrist {
    /// That moment, in the time of Europe/Berlin.
    #[ts(type = "string")]
    pub ende: DateTime<FixedOffset>,
    /// The reasoning, one sentence or two a step.
    pub schritte: Vec<String>,
}

/// So many hours after the breach became known (Art. 33 Abs. 1 DSGVO: 72). The hour in which it became known is
/// not counted, 14:00 sharp belongs to the hour until 15:00 (Reg. 1182/71 Art. 3 Abs. 1). Hours are counted
/// as they pass, also over the clock change, weekends and holidays. Errors: those of the range.
pub fn datenpanne(kenntnis: DateTime<FixedOffset>, stunden: u32) -> Result<Pannenfrist, FristFehler> {
    // Checked before the change of zone, which must not leave the range of the calendar.
    if kenntnis.naive_utc().year() > LETZTES_JAHR {
        return Err(FristFehler::DateTooLate);
    }
    let ortszeit = kenntnis.with_timezone(&Berlin);
    im_bereich(ortszeit.date_naive())?;
    // Berlin lies whole hours from UTC, so the full hour is the same on both clocks.
    let volle_stunde =
        kenntnis.timestamp().div_euclid(3600).checked_add(1).ok_or(FristFehler::DateTooLate)?;
    let beginn = zeitpunkt(volle_stunde)?;
    let ende = zeitpunkt(volle_stunde + i64::from(stunden))?;
    im_bereich(ende.date_naive())?;
    let mut schritte = vec![
        format!("Der Datenschutzvorfall wurde am {} bekannt (Art. 33 Abs. 1 DSGVO).", Uhrzeit(ortszeit)),
        format!(
            "Die Stunde, in der das geschah, zählt nicht mit; die Frist läuft ab {} (Art. 3 Abs. 1 Unterabs. 1 der Verordnung (EWG, Euratom) Nr. 1182/71).",
            Uhrzeit(beginn)
        ),
        format!(
            "{stunden} Stunden später endet sie: {} (Art. 33 Abs. 1 DSGVO). Wochenenden und Feiertage laufen mit; ob eine Mindestzeit von zwei Arbeitstagen gilt (Art. 3 Abs. 5 der Verordnung Nr. 1182/71), ist umstritten und hier nicht angenommen.",
            Uhrzeit(ende)
        ),
    ];
    if beginn.offset().fix() != ende.offset().fix() {
        schritte.push(
            "In dieser Zeit wird die Uhr umgestellt. Gezählt sind die tatsächlich vergangenen Stunden (Art. 3 Abs. 2 Buchst. a der Verordnung Nr. 1182/71)."
                .into(),
        );
    }
    schritte.push(
        "Zu melden ist unverzüglich, nicht erst am Ende; eine spätere Meldung ist zu begründen (Art. 33 Abs. 1 DSGVO). Sind Sozialdaten betroffen, ist auch die Rechts- oder Fachaufsichtsbehörde zu unterrichten (§ 83a SGB X)."
            .into(),
    );
    Ok(Pannenfrist { ende: ende.fixed_offset(), schritte })
}

/// One month for the answer to a request of Art. 15 to 22 DSGVO, three when extended within the first month
/// (Art. 12 Abs. 3 DSGVO, counted by Reg. 1182/71). Errors: those of the range.
pub fn betroffenenanfrage(
    eingang: NaiveDate,
    verlaengert: bool,
    ort: &Ort,
) -> Result<Monatsfrist, FristFehler> {
    let eingang = im_bereich(eingang)?;
    let (monate, schritt) = if verlaengert {
        (
            3,
            "Die Frist ist um zwei Monate auf drei Monate verlängert; das setzt voraus, dass die Person innerhalb des ersten Monats mit Gründen unterrichtet wurde (Art. 12 Abs. 3 Satz 2 und 3 DSGVO).",
        )
    } else {
        (
            1,
            "Zu antworten ist unverzüglich, spätestens innerhalb eines Monats nach Eingang (Art. 12 Abs. 3 Satz 1 DSGVO).",
        )
    };
    let schritte = vec![format!("Die Anfrage ging am {} ein. {schritt}", Lang(eingang))];
    laufen(eingang, "des Eingangs", monate, ort, &EU, schritte)
}

fn zeitpunkt(stunden_seit_1970: i64) -> Result<DateTime<Tz>, FristFehler> {
    let sekunden = stunden_seit_1970.checked_mul(3600).ok_or(FristFehler::DateTooLate)?;
    let zeit = Utc.timestamp_opt(sekunden, 0).single().filter(|zeit| zeit.year() <= LETZTES_JAHR);
    let zeit = zeit.ok_or(FristFehler::DateTooLate)?;
    Ok(zeit.with_timezone(&Berlin))
}

/// "Freitag, 20.11.2026, 16:30 Uhr"; in the hour that occurs twice with its name.
pub struct Uhrzeit(pub DateTime<Tz>);

impl std::fmt::Display for Uhrzeit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let zeit = &self.0;
        write!(f, "{}, {:02}:{:02} Uhr", Lang(zeit.date_naive()), zeit.hour(), zeit.minute())?;
        if Berlin.from_local_datetime(&zeit.naive_local()).single().is_none() {
            write!(f, " ({})", zeit.format("%Z"))?;
        }
        Ok(())
    }
}
