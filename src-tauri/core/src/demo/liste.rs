//! Invented lists as a specialist application would export them.

use super::wuerfel::Wuerfel;
use chrono::{Days, NaiveDate};
use std::fmt::Write;

const ARTEN: [&str; 4] = ["Erstbewilligung", "Weiterbewilligung", "Änderung", "vorläufige Bewilligung § 41a"];
/// Columns of the list, in order.
pub(super) const SPALTEN: [&str; 6] =
    ["BG-Nummer", "Bescheid-Nr.", "Team", "Bescheidart", "Bescheiddatum", "Zahlbetrag"];

/// A list of `anzahl` decisions of the teams in a period, as a CSV file with a few rows that are wrong.
pub(super) fn csv(w: &mut Wuerfel, anzahl: u32, teams: &[&str], von: NaiveDate, tage: u64) -> String {
    let mut text = format!(
        "Auswertung Fachverfahren;;;;;\nStand: {};;;;;\n\n{}\n",
        von.format("%d.%m.%Y"),
        SPALTEN.join(";")
    );
    for i in 0..anzahl {
        let nummer = format!("{:05}BG{:07}", 9304 + w.unter(2), 1_000_000 + u64::from(i) * 7 + w.unter(7));
        let tag = von + Days::new(w.unter(tage));
        let team = w.aus(teams).copied().unwrap_or_default();
        let art = w.aus(&ARTEN).copied().unwrap_or_default();
        let cent = 5_000 + w.unter(140_000);
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "{nummer};{}-{i:04};{team};{art};{};{},{:02}",
            von.format("%Y"),
            tag.format("%d.%m.%Y"),
            cent / 100,
            cent % 100
        );
    }
    // What every real list has: a row without number, and a total line.
    text.push_str(";;;;;\nSumme;;;;;\n");
    text
}
