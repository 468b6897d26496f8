//! The law of deadlines and holidays, as far as a Jobcenter needs it.
//!
//! Pure functions of calendar dates: no clock, no time zone (but for the 72 hours of Art. 33 DSGVO), no
//! database. The window, the reports and `iksctl rechne` all call them, so there is one implementation of
//! every date that leaves the house. `docs/recht.md` lists every rule with its source and its test.
//!
//! Conventions that hold everywhere here:
//! * The day on which a letter counts as known never moves (BSG B 14 AS 12/09 R); only the end of a period
//!   moves to the next working day (§ 64 Abs. 3 SGG). The rule of tax law is the other way round.
//! * A month ends on the day with the same number, or on the last day where that number is missing.
//! * Only the statutory holidays of the place where the period must be kept count ([`Ort`]).
//! * Law that changed is data with a first and a last day: [`feiertage`] and the days of [`bekanntgabe`].
//! * Every result carries its reasoning as German sentences, fit to be printed, each with its paragraph.
//! * Every function refuses what it cannot answer with a [`FristFehler`]; it never guesses and never panics.

mod bekanntgabe;
mod datenschutz;
mod fehler;
mod feiertage;
mod feiertage_daten;
mod kundenreaktion;
mod monatsfrist;
mod ort;
mod rechtsbehelf;
mod tag;
mod untaetigkeit;

pub use bekanntgabe::{Bekanntgabe, Bekanntgabetag, bekanntgabe};
pub use datenschutz::{Pannenfrist, Uhrzeit, betroffenenanfrage, datenpanne};
pub use fehler::FristFehler;
pub use feiertage::{Feiertag, feiertag, feiertage};
pub use kundenreaktion::{Reaktionsfristen, kundenreaktion};
pub use monatsfrist::Monatsfrist;
pub use ort::Ort;
pub use rechtsbehelf::{
    Rechtsbehelfsbelehrung, Rechtsbehelfsfrist, Rechtsmittel, Ueberpruefung, klagefrist, rechtsmittelfrist,
    ueberpruefung, widerspruchsfrist,
};
pub(crate) use tag::tage_danach;
pub use tag::{ERSTER_TAG, Kurz, Lang, Monat, tag_lesen, zeitpunkt_lesen};
pub use untaetigkeit::{Untaetigkeit, Wartefrist, untaetigkeit};
