//! Moments as people enter them: a day and an hour on the clock of the house.

use crate::fehler::Fehler;
use crate::frist::Kurz;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeZone, Timelike, Utc};
use chrono_tz::Europe::Berlin;

/// The moment of a day and hour in Germany. In the hour that occurs twice the first one is taken, because it ends
/// the period earlier.
///
/// # Errors
/// `eingabe` beside `feld` in the hour that the change to summer time skips.
pub fn zeitpunkt(feld: &str, am: NaiveDate, um: NaiveTime) -> Result<DateTime<FixedOffset>, Fehler> {
    let ort = Berlin.from_local_datetime(&am.and_time(um)).earliest();
    let ort = ort.ok_or_else(|| {
        Fehler::feld(
            feld,
            format!(
                "Diese Uhrzeit gibt es am {} nicht: Die Uhr wird in dieser Stunde vorgestellt. Bitte prüfen Sie die Angabe.",
                Kurz(am)
            ),
        )
    })?;
    Ok(ort.fixed_offset())
}

/// "20.11.2026, 16:30 Uhr" on the clock of the house.
#[must_use]
pub fn ortszeit(zeit: DateTime<Utc>) -> String {
    let ort = zeit.with_timezone(&Berlin);
    format!("{}, {:02}:{:02} Uhr", Kurz(ort.date_naive()), ort.hour(), ort.minute())
}
