//! What the core does not have itself: a clock, identifiers and randomness.
//!
//! They come in from outside, so that the demo house and the tests are reproducible to the byte and
//! so that every rule with a date can be tried on any day.

use chrono::{DateTime, NaiveDate, NaiveTime, SubsecRound, TimeZone, Utc};
use chrono_tz::Europe::Berlin;
use sha2::{Digest, Sha256};
use std::sync::Mutex;

/// Source of time and randomness. The programs implement it with the operating system's.
pub trait Umgebung: Send + Sync {
    /// The present moment.
    fn jetzt(&self) -> DateTime<Utc>;
    /// Fills the buffer with unpredictable bytes.
    fn zufall(&self, puffer: &mut [u8]);
}

impl dyn Umgebung + '_ {
    /// Today's calendar date in Germany, whose law counts days by its own clock.
    pub fn heute(&self) -> NaiveDate {
        self.jetzt().with_timezone(&Berlin).date_naive()
    }

    /// A new UUIDv7: sorts by time of creation, so that lists and indexes stay in order.
    pub fn id(&self) -> String {
        let mut zufall = [0u8; 10];
        self.zufall(&mut zufall);
        let millis = u64::try_from(self.jetzt().timestamp_millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &zufall).into_uuid().to_string()
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut puffer = [0u8; N];
        self.zufall(&mut puffer);
        puffer
    }

    /// The present moment as the text that storage keeps: UTC, milliseconds.
    pub fn zeitstempel(&self) -> String {
        zeitstempel(self.jetzt())
    }
}

/// UTC with milliseconds, e.g. `2026-11-20T09:30:00.000Z`. Sorts as text.
pub fn zeitstempel(zeit: DateTime<Utc>) -> String {
    zeit.trunc_subsecs(3).to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}

/// The day in Germany of a moment that storage keeps; `None` if the text is none.
pub fn kalendertag(zeitstempel: &str) -> Option<NaiveDate> {
    Some(DateTime::parse_from_rfc3339(zeitstempel).ok()?.with_timezone(&Berlin).date_naive())
}

/// The first moment of a day in Germany, as [`zeitstempel`]; its clock never changes at midnight.
pub fn tagesbeginn_utc(tag: NaiveDate) -> String {
    let beginn = tag.and_time(NaiveTime::MIN);
    let utc =
        Berlin.from_local_datetime(&beginn).earliest().map_or(beginn.and_utc(), |z| z.with_timezone(&Utc));
    zeitstempel(utc)
}

/// The environment of a running program: each hands in its operating system's clock and randomness.
pub struct Systemumgebung {
    /// The present moment.
    pub uhr: fn() -> DateTime<Utc>,
    /// Fills the buffer with unpredictable bytes; it must not return without having done so.
    pub zufall: fn(&mut [u8]),
}

impl Umgebung for Systemumgebung {
    fn jetzt(&self) -> DateTime<Utc> {
        (self.uhr)()
    }

    fn zufall(&self, puffer: &mut [u8]) {
        (self.zufall)(puffer);
    }
}

/// Keeps what a program error says to its place in the source: the message might quote a value.
pub fn stille_programmfehler(melde: fn(&str)) {
    std::panic::set_hook(Box::new(move |info| {
        let stelle = info.location().map(ToString::to_string).unwrap_or_default();
        melde(&format!("Programmfehler in {stelle}"));
    }));
}

/// A reproducible environment: a clock that is set by hand and advances by one second each time it is
/// read, and a byte stream from SHA-256 in counter mode. For the demo house and tests only.
pub struct FesteUmgebung {
    stand: Mutex<Stand>,
}

struct Stand {
    zeit: DateTime<Utc>,
    saat: [u8; 32],
    zaehler: u64,
}

impl FesteUmgebung {
    /// Starts at `zeit`; the same `saat` gives the same bytes.
    pub fn neu(zeit: DateTime<Utc>, saat: &str) -> Self {
        Self { stand: Mutex::new(Stand { zeit, saat: Sha256::digest(saat).into(), zaehler: 0 }) }
    }

    /// Sets the clock. It may not run backwards within one house, which the caller sees to.
    pub fn stelle(&self, zeit: DateTime<Utc>) {
        self.mit(|stand| stand.zeit = zeit);
    }

    fn mit<T>(&self, f: impl FnOnce(&mut Stand) -> T) -> T {
        f(&mut self.stand.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
    }
}

impl Umgebung for FesteUmgebung {
    fn jetzt(&self) -> DateTime<Utc> {
        self.mit(|stand| {
            stand.zeit += chrono::TimeDelta::seconds(1);
            stand.zeit
        })
    }

    fn zufall(&self, puffer: &mut [u8]) {
        self.mit(|stand| {
            for block in puffer.chunks_mut(32) {
                let mut hasher = Sha256::new();
                hasher.update(stand.saat);
                hasher.update(stand.zaehler.to_be_bytes());
                stand.zaehler += 1;
                block.copy_from_slice(&hasher.finalize()[..block.len()]);
            }
        });
    }
}
