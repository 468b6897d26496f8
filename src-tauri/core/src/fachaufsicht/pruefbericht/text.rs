//! German notation in reports, and small blocks.

use crate::bericht::modell::{Block, Listenart, Tabelle, Text, Zeile};
use crate::fachaufsicht::Aufzaehlung;
pub use crate::fachaufsicht::auswertung::saetze::anteil;
use crate::fachaufsicht::feststellung::{Haeufigkeit, Wirkung};
pub use crate::stichprobe::zahl;
use chrono::{DateTime, FixedOffset, NaiveDate};
use chrono_tz::Europe::Berlin;

/// `20.11.2026`.
pub fn datum(tag: NaiveDate) -> String {
    tag.format("%d.%m.%Y").to_string()
}

/// `20.11.2026, 14:05 Uhr`.
pub fn zeitpunkt(zeit: DateTime<FixedOffset>) -> String {
    zeit.format("%d.%m.%Y, %H:%M Uhr").to_string()
}

/// A stored moment (UTC) in Germany; a text that is none stays as it is.
pub fn moment(utc: &str) -> String {
    DateTime::parse_from_rfc3339(utc)
        .map_or_else(|_| utc.to_owned(), |z| zeitpunkt(z.with_timezone(&Berlin).fixed_offset()))
}

/// UTC milliseconds in Germany.
pub fn moment_millis(millis: i64) -> String {
    DateTime::from_timestamp_millis(millis)
        .map(|z| zeitpunkt(z.with_timezone(&Berlin).fixed_offset()))
        .unwrap_or_default()
}

/// `1.234,56 €` with a space that does not break.
pub fn euro(cent: i64) -> String {
    let betrag = cent.unsigned_abs();
    format!("{}{},{:02}\u{a0}€", if cent < 0 { "−" } else { "" }, zahl(betrag / 100), betrag % 100)
}

/// First ten digits of a pseudonym.
pub fn kurz(pseudonym: &str) -> &str {
    pseudonym.get(..10).unwrap_or(pseudonym)
}

/// A name with its value.
pub fn paar(name: &str, wert: impl Into<Text>) -> (String, Text) {
    (name.to_owned(), wert.into())
}

/// A hash in groups of eight, so that it breaks over lines and can be compared by eye.
pub fn gruppen(hash: &str) -> String {
    hash.as_bytes().chunks(8).map(|g| String::from_utf8_lossy(g).into_owned()).collect::<Vec<_>>().join(" ")
}

/// A bulleted list.
pub fn liste(punkte: impl IntoIterator<Item = String>) -> Block {
    Block::Liste(Listenart::Punkte, punkte.into_iter().map(Text::from).collect())
}

/// A table, or a sentence where it would be empty.
pub fn tabelle_oder(tabelle: Tabelle, leer: &str) -> Block {
    if tabelle.zeilen.is_empty() { Block::Absatz(Text::from(leer)) } else { Block::Tabelle(tabelle) }
}

/// A row that carries a total.
pub fn summe(zellen: Vec<String>) -> Zeile {
    let mut zeile: Zeile = zellen.into_iter().collect();
    zeile.summe = true;
    zeile
}

/// A text behind what it explains.
pub fn text_danach(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!(": {text}") }
}

/// The effect of a Feststellung with its amounts (Bund, Kommune) in cents.
pub fn wirkung(
    wirkung: Wirkung,
    (bund, kommune): (i64, i64),
    haeufigkeit: Haeufigkeit,
    zeitraum: (Option<NaiveDate>, Option<NaiveDate>),
) -> String {
    if !matches!(wirkung, Wirkung::Ueberzahlung | Wirkung::Unterzahlung) {
        return wirkung.titel().to_owned();
    }
    let mut text = format!("{}: Bund {}, Kommune {}", wirkung.titel(), euro(bund), euro(kommune));
    text.push_str(match haeufigkeit {
        Haeufigkeit::Einmalig => ", einmalig",
        Haeufigkeit::Monatlich => " je Monat",
    });
    if let (Some(von), Some(bis)) = zeitraum {
        text.push_str(&format!(" ({} bis {})", datum(von), datum(bis)));
    }
    text
}
