//! What the house promises: confirmation and answer, from a day on.

use super::*;
use crate::api::haus::pruefe_text;
use crate::api::tuer::oder_konflikt;
use crate::kundenreaktion::Reaktionsregel;
use crate::storage::Reaktionsregelzeile;
use serde::Serialize;
use ts_rs::TS;

/// The promises, and the one that counts without any.
#[derive(Debug, Serialize, TS)]
pub struct Reaktionsregeln {
    /// Entered, oldest first.
    pub regeln: Vec<Reaktionsregelzeile>,
    /// Counts before the first of them.
    pub vorgabe: Reaktionsregel,
}

pub(super) fn liste(f: &Frage<'_>, _: Leer) -> Ergebnis<Reaktionsregeln> {
    Ok(Reaktionsregeln { regeln: f.l.reaktionsregeln()?, vorgabe: Reaktionsregel::default() })
}

pub(super) fn speichern(a: &Auftrag<'_>, r: ReaktionsregelSpeichern) -> Ergebnis<Aenderung> {
    if r.regel.bestaetigung_arbeitstage > 60 {
        return Err(Fehler::feld(
            "regel.bestaetigung_arbeitstage",
            "Bitte geben Sie 0 bis 60 Arbeitstage an.",
        ));
    }
    if !(1..=365).contains(&r.regel.antwort_kalendertage) {
        return Err(Fehler::feld("regel.antwort_kalendertage", "Bitte geben Sie 1 bis 365 Kalendertage an."));
    }
    let eigene = r.bezug.as_ref().map(|b| b.id.as_str());
    if a.s
        .reaktionsregeln()?
        .iter()
        .any(|z| z.regel.gueltig_ab == r.regel.gueltig_ab && Some(z.id.as_str()) != eigene)
    {
        return Err(Fehler::feld(
            "regel.gueltig_ab",
            "Ab diesem Tag sind schon Antwortzeiten festgelegt. Bitte ändern Sie diese.",
        ));
    }
    let begruendung = rueckwirkend(a, eigene, &r)?;
    let zeile = match r.bezug {
        None => {
            let zeile = Reaktionsregelzeile { id: a.neue_id(), regel: r.regel, begruendung, version: 1 };
            a.s.reaktionsregel_anlegen(&zeile, &a.salz())?;
            zeile
        }
        Some(bezug) => {
            vorhanden(a, &bezug.id)?;
            let zeile =
                Reaktionsregelzeile { id: bezug.id, regel: r.regel, begruendung, version: bezug.version };
            oder_konflikt(a.s.reaktionsregel_aendern(&zeile), "Die Antwortzeit", || {
                a.s.reaktionsregel(&zeile.id)
            })?;
            zeile
        }
    };
    alle_uhren_angleichen(a, Aenderung::an(ObjektArt::REAKTIONSREGEL, zeile.id))
}

pub(super) fn loeschen(a: &Auftrag<'_>, r: ReaktionsregelLoeschen) -> Ergebnis<Aenderung> {
    if vorhanden(a, &r.id)?.regel.gueltig_ab < a.haus.umgebung().heute() {
        return Err(Fehler::regel(
            "Antwortzeiten, die schon gegolten haben, lassen sich nicht löschen. Bitte ändern Sie sie mit einer Begründung.",
        ));
    }
    oder_konflikt(a.s.reaktionsregel_loeschen(&r.id, r.version), "Die Antwortzeit", || {
        a.s.reaktionsregel(&r.id)
    })?;
    alle_uhren_angleichen(a, Aenderung::an(ObjektArt::REAKTIONSREGEL, r.id))
}

/// A promise for days that have passed moves what the house is measured by: with a reason, and two persons of whom
/// one is the Geschäftsführung. Answers the reason to be kept.
fn rueckwirkend(a: &Auftrag<'_>, eigene: Option<&str>, r: &ReaktionsregelSpeichern) -> Ergebnis<String> {
    let heute = a.haus.umgebung().heute();
    let bisher = match eigene {
        Some(id) => Some(vorhanden(a, id)?.regel),
        None => None,
    };
    if bisher.as_ref() == Some(&r.regel)
        || r.regel.gueltig_ab >= heute && bisher.is_none_or(|alt| alt.gueltig_ab >= heute)
    {
        return Ok(String::new());
    }
    let begruendung = pruefe_text("begruendung", &r.begruendung, 5, 500)?;
    let gf = |sitzung: &Sitzung| sitzung.hat(Rolle::Geschaeftsfuehrung);
    match a.platz {
        Some(erste) if gf(a.sitzung) || gf(erste) => {
            rechte::verlange(erste, "kundenreaktion.regel_speichern")?;
            Ok(begruendung)
        }
        _ => Err(Fehler::vier_augen(
            "Antwortzeiten für vergangene Tage legen zwei Personen fest, eine davon die Geschäftsführung. Bitte lassen Sie mitzeichnen.",
        )),
    }
}

fn vorhanden(a: &Auftrag<'_>, id: &str) -> Ergebnis<Reaktionsregelzeile> {
    a.s.reaktionsregel(id)?.ok_or_else(|| Fehler::nicht_gefunden("Die Antwortzeit"))
}
