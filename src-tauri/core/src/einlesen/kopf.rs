//! Finding the header row under a preamble, and naming the columns.

use std::collections::HashSet;

use super::fehler::EinleseFehler;
use super::werte::{Wertart, bezeichner, wertart};
use super::zeile::Zeile;

/// Rows looked at for a header.
pub(super) const KOPF_PROBE: usize = 60;

/// Header row: its line and the names of the columns, unique and not empty.
#[derive(Clone, Debug)]
pub(crate) struct Kopf {
    /// Line in the file.
    pub zeile: u64,
    /// Names, unique and not empty.
    pub spalten: Vec<String>,
    /// Columns that had no name.
    pub ohne_namen: bool,
}

impl Kopf {
    /// Position of a column by name.
    pub(crate) fn spalte(&self, name: &str) -> Result<usize, EinleseFehler> {
        let name = bezeichner(name);
        self.spalten.iter().position(|s| *s == name).ok_or_else(|| EinleseFehler::SpalteFehlt {
            spalte: name.chars().take(80).collect(),
            kopfzeile: self.zeile,
        })
    }
}

/// What is kept of a row while the header is searched.
pub(super) struct Probe {
    nr: u64,
    zellen: Vec<(Wertart, String)>,
}

impl Probe {
    pub(super) fn aus(zeile: Zeile<'_>) -> Self {
        let zellen = (0..zeile.breite())
            .map(|i| {
                (wertart(zeile.feld(i)), bezeichner(&zeile.feld(i).anzeige()).chars().take(200).collect())
            })
            .collect();
        Self { nr: zeile.nr(), zellen }
    }

    fn gefuellt(&self) -> usize {
        self.zellen.iter().filter(|z| z.0 != Wertart::Leer).count()
    }

    /// Only names: nothing that looks like a date, an amount or a number.
    fn nur_namen(&self) -> bool {
        self.zellen.iter().all(|(art, _)| matches!(art, Wertart::Leer | Wertart::Text))
    }

    /// A name occurs twice, as in a row of group headings.
    fn wiederholt(&self) -> bool {
        let mut gesehen = HashSet::new();
        !self.zellen.iter().filter(|z| z.0 != Wertart::Leer).all(|(_, text)| gesehen.insert(text))
    }
}

/// The header is the first row of names that fills at least six tenths of the widest row. In a list
/// of one column every line of a preamble would do, so there it is the last one above the data. Where
/// names repeat and the next row names each column once, the first was a row of groups.
pub(super) fn finde(proben: &[Probe], vorgabe: Option<u32>) -> Result<Kopf, EinleseFehler> {
    if let Some(zeile) = vorgabe {
        let probe =
            proben.iter().find(|p| p.nr == u64::from(zeile)).ok_or(EinleseFehler::KopfzeileLeer { zeile })?;
        return Ok(benenne(probe));
    }
    let breite = proben.iter().map(Probe::gefuellt).max().unwrap_or(0);
    let taugt = |p: &&Probe| p.gefuellt() * 10 >= breite * 6 && p.nur_namen();
    let probe = if breite == 1 {
        let daten = proben.iter().position(|p| !p.nur_namen()).unwrap_or(1);
        proben.iter().take(daten).rfind(taugt)
    } else {
        proben.iter().position(|p| taugt(&p)).map(|i| match (&proben[i], proben.get(i + 1)) {
            (gruppen, Some(darunter))
                if gruppen.wiederholt() && taugt(&darunter) && !darunter.wiederholt() =>
            {
                darunter
            }
            (kopf, _) => kopf,
        })
    };
    probe.map(benenne).ok_or(EinleseFehler::KeineKopfzeile)
}

fn benenne(probe: &Probe) -> Kopf {
    let ende = probe.zellen.iter().rposition(|z| z.0 != Wertart::Leer).map_or(0, |i| i + 1);
    let mut spalten: Vec<String> = Vec::with_capacity(ende);
    let mut ohne_namen = false;
    for (i, (_, text)) in probe.zellen.iter().take(ende).enumerate() {
        let roh = if text.is_empty() {
            ohne_namen = true;
            format!("Spalte {}", i + 1)
        } else {
            text.clone()
        };
        let mut name = roh.clone();
        let mut n = 2;
        while spalten.contains(&name) {
            name = format!("{roh} ({n})");
            n += 1;
        }
        spalten.push(name);
    }
    Kopf { zeile: probe.nr, spalten, ohne_namen }
}
