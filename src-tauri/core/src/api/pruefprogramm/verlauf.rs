//! A theme of the programme over the years, read in the same few statements whatever their number.

use super::ansicht::Namen;
use super::auswertung::jahre;
use super::*;
use crate::pruefprogramm::{Jahresverlauf, Zeilenschluessel, verlauf};
use serde::Serialize;
use ts_rs::TS;

/// Years that one chart carries.
const HOECHSTENS: usize = 8;

/// A theme over the years, and which themes there are to choose from.
#[derive(Debug, Serialize, TS)]
pub struct Programmverlauf {
    /// The last year.
    pub jahr: i32,
    /// Themes of that year that the person may see, in the order of their names.
    pub themen: Vec<Verlaufsthema>,
    /// The theme that is shown; none: there is none to be seen.
    pub schluessel: Option<Zeilenschluessel>,
    /// Its years.
    pub verlauf: Option<Jahresverlauf>,
}

/// A theme to choose.
#[derive(Debug, Serialize, TS)]
pub struct Verlaufsthema {
    /// Theme and area.
    pub schluessel: Zeilenschluessel,
    /// Title of the theme.
    pub thema: String,
    /// Name of the area.
    pub bereich: String,
}

pub(super) fn abfrage(f: &Frage<'_>, r: VerlaufFrage) -> Ergebnis<Programmverlauf> {
    let sicht = Programmsicht::neu(f.sitzung, f.umfang);
    let programme = f.l.gueltige_pruefprogramme(r.jahr)?;
    let heuriges = programme.last().filter(|p| p.jahr == r.jahr).ok_or_else(|| {
        Fehler::regel(format!("Für {} gibt es noch kein freigegebenes Prüfprogramm.", r.jahr))
    })?;
    let namen = Namen::lesen(f.l)?;
    let mut themen: Vec<Verlaufsthema> = heuriges
        .inhalt
        .zeilen
        .iter()
        .map(|z| &z.schluessel)
        .filter(|s| sicht.ganzer_bereich(&s.bereich_id))
        .map(|s| Verlaufsthema {
            thema: namen.thema(&s.thema_id),
            bereich: namen.bereich(&s.bereich_id),
            schluessel: s.clone(),
        })
        .collect();
    themen.sort_by(|a, b| (&a.thema, &a.bereich).cmp(&(&b.thema, &b.bereich)));
    // A kept choice may be of another year, or of a theme that the person no longer sees.
    let gewollt = r.schluessel.and_then(|s| themen.iter().find(|t| t.schluessel == s));
    let schluessel = gewollt.or(themen.first()).map(|t| t.schluessel.clone());
    let verlauf = schluessel.as_ref().map(|s| jahresverlauf(f.l, &programme, s)).transpose()?;
    Ok(Programmverlauf { jahr: r.jahr, themen, schluessel, verlauf })
}

fn jahresverlauf(
    l: &Lesen<'_>,
    programme: &[Programm],
    schluessel: &Zeilenschluessel,
) -> Ergebnis<Jahresverlauf> {
    let t = themenjahre(programme, schluessel);
    Ok(verlauf(&jahre(l, &t.zeilen, false)?, t.aeltere))
}

/// The years of a theme that stand beside each other.
pub(super) struct Themenjahre<'a> {
    /// Year and line, earliest first.
    pub zeilen: Vec<(i32, &'a Programmzeile)>,
    /// How many older ones are left out.
    pub aeltere: usize,
}

pub(super) fn themenjahre<'a>(programme: &'a [Programm], schluessel: &Zeilenschluessel) -> Themenjahre<'a> {
    let mut zeilen: Vec<_> =
        programme.iter().filter_map(|p| Some((p.jahr, p.inhalt.zeile(schluessel)?))).collect();
    let aeltere = zeilen.len().saturating_sub(HOECHSTENS);
    zeilen.drain(..aeltere);
    Themenjahre { zeilen, aeltere }
}
