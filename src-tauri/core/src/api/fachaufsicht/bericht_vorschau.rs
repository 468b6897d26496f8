//! A report as pictures of its pages, before it leaves the house.
//!
//! The same content, layout and drawing as the file, so that what is looked at is what is handed out.
//! Nothing is registered: a preview is no export.

use super::bericht::{Auswahl, inhalt};
use crate::api::Blatt;
use crate::api::berichte::unsetzbar;
use crate::api::berichtsart::Berichtsname;
use crate::api::tuer::Frage;
use crate::audit::hex;
use crate::bericht::{svg, zeichne};
use crate::fehler::{Ergebnis, Fehler};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Pages that one answer may hold: a dense page is some 150 kB.
const SEITEN_JE_ANTWORT: u32 = 4;

/// Shows pages of a report.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BerichtVorschau {
    /// Which report.
    pub name: Berichtsname,
    /// Number of the check, e.g. `FA-2026-001`.
    pub nummer: Option<String>,
    /// First day.
    #[ts(type = "string | null")]
    pub von: Option<NaiveDate>,
    /// Last day.
    #[ts(type = "string | null")]
    pub bis: Option<NaiveDate>,
    /// Which pages; at most 4 at a time.
    pub blatt: Blatt,
}

/// Pages of a report as pictures.
#[derive(Debug, Serialize, TS)]
pub struct Berichtsvorschau {
    /// Title of the document.
    pub titel: String,
    /// Pages of the whole report.
    pub seiten: u32,
    /// The pages asked for; none behind the last one.
    pub bilder: Vec<Seitenbild>,
    /// Headings of the whole report with their pages.
    pub gliederung: Vec<Gliederungspunkt>,
}

/// One page.
#[derive(Debug, Serialize, TS)]
pub struct Seitenbild {
    /// Counted from 1.
    pub seite: u32,
    /// The picture, A4 upright. It refers to nothing outside itself and holds no script.
    pub svg: String,
}

/// A heading.
#[derive(Debug, Serialize, TS)]
pub struct Gliederungspunkt {
    /// 1 to 3.
    pub stufe: u8,
    /// Its text.
    pub text: String,
    /// Page, counted from 1.
    pub seite: u32,
}

pub(super) fn vorschau(f: &Frage<'_>, r: BerichtVorschau) -> Ergebnis<Berichtsvorschau> {
    let umfang = r.name.verlange(f.sitzung)?;
    let auswahl = Auswahl { name: r.name, nummer: r.nummer.as_deref(), zeitraum: (r.von, r.bis) };
    // Everything a report says is sealed in the chain, and what of it a person may see follows from her rights
    // and her row, which is sealed too.
    let (folge, kopf) = f.l.protokoll_kopf()?;
    let schluessel = format!("{} {umfang:?} {auswahl:?} {folge} {}", f.sitzung.benutzer_id(), hex(&kopf));
    let gesetzt = f.haus.zuletzt().oder(schluessel, || {
        let bericht = inhalt(f.l, f.sitzung, umfang, auswahl)?.bericht;
        let zeichnung = zeichne(&bericht).map_err(unsetzbar)?;
        Ok::<_, Fehler>((bericht.kopf.titel, zeichnung))
    })?;
    let zeichnung = &gesetzt.zeichnung;
    let anzahl = r.blatt.anzahl().min(SEITEN_JE_ANTWORT);
    let bilder = svg::seiten(zeichnung, r.blatt.ab as usize, anzahl as usize).map_err(unsetzbar)?;
    Ok(Berichtsvorschau {
        seiten: seitenzahl(zeichnung.seiten.len())?,
        bilder: (r.blatt.ab..)
            .zip(bilder)
            .map(|(i, svg)| Seitenbild { seite: i.saturating_add(1), svg })
            .collect(),
        gliederung: zeichnung
            .lesezeichen
            .iter()
            .map(|l| {
                Ok(Gliederungspunkt {
                    stufe: l.stufe,
                    text: l.text.clone(),
                    seite: seitenzahl(l.ort.seite + 1)?,
                })
            })
            .collect::<Ergebnis<_>>()?,
        titel: gesetzt.titel.clone(),
    })
}

fn seitenzahl(n: usize) -> Ergebnis<u32> {
    u32::try_from(n).map_err(Fehler::intern)
}
