//! Deadlines: those entered by hand, their confirmation, and another day than the computed one.

use super::ansicht::{Fristansicht, fristansicht};
use super::*;
use crate::api::haus::pruefe_text;
use crate::api::register::modul;
use crate::api::tuer::{Aenderung, Auftrag, oder_konflikt};
use crate::widerspruch::{Berechnung, Fristart, Friststand};
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

modul! {
    operationen FristOperation {
        Anlegen(FristAnlegen) = "frist.anlegen", "Frist von Hand eintragen" => anlegen;
        Aendern(FristAendern) = "frist.aendern", "Frist von Hand ändern" => aendern;
        Erledigen(FristErledigen) = "frist.erledigen", "Frist als erledigt eintragen" => erledigen;
        Bestaetigen(FristBezug) = "frist.bestaetigen", "Frist bestätigen" => bestaetigen;
        Gegenpruefen(FristGegenpruefen) = "frist.gegenpruefen", "Frist gegenprüfen" => gegenpruefen;
        Klaeren(FristTag) = "frist.klaeren", "Abweichung einer Frist klären" => klaeren;
        Uebersteuern(FristTag) = "frist.uebersteuern", "Anderen Tag für eine Frist vorschlagen" => uebersteuern;
        UebersteuerungEntscheiden(UebersteuerungEntscheiden) = "frist.uebersteuerung_entscheiden", "Über einen anderen Tag für eine Frist entscheiden" => entscheiden;
        WiedervorlageAnlegen(wiedervorlage::WiedervorlageAnlegen) = "wiedervorlage.anlegen", "Wiedervorlagen anlegen" => wiedervorlage::anlegen;
        WiedervorlageAendern(wiedervorlage::WiedervorlageAendern) = "wiedervorlage.aendern", "Wiedervorlage ändern" => wiedervorlage::aendern;
        WiedervorlageErledigen(wiedervorlage::WiedervorlageErledigen) = "wiedervorlage.erledigen", "Wiedervorlage erledigen" => wiedervorlage::erledigen;
    }
    abfragen FristAbfrage {
        Kalender(kalender::KalenderFrage) -> kalender::Kalenderantwort = "frist.kalender", "Kalender der Fristen ansehen" => kalender::kalender;
        Kontrollen(crate::api::Leer) -> Vec<kalender::Kontrolleintrag> = "frist.kontrollen", "Unbestätigte Fristen ansehen" => kalender::kontrollen;
        Uebersicht(crate::api::Leer) -> kalender::Fristenuebersicht = "frist.uebersicht", "Nächste Fristen ansehen" => kalender::uebersicht;
        Fristenbuch(fristenbuch::FristenbuchFrage) -> fristenbuch::Fristenbuch = "frist.fristenbuch", "Fristenbuch ansehen" => fristenbuch::lesen;
    }
}

/// Which deadline.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FristBezug {
    /// Id.
    pub id: String,
    /// Expected version.
    pub version: i64,
}

/// A deadline that does not follow from the procedure.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FristAnlegen {
    /// Procedure.
    pub verfahren_id: String,
    /// `aeusserung` or `frei`.
    pub art: Fristart,
    /// What it is about, 3 to 120 characters.
    pub bezeichnung: String,
    /// Where the day comes from, 3 to 200 characters.
    pub quelle: String,
    /// The day.
    #[ts(type = "string")]
    pub tag: NaiveDate,
}

/// Another day for a deadline that was entered by hand.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FristAendern {
    /// Id.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// The day.
    #[ts(type = "string")]
    pub tag: NaiveDate,
    /// Why, 5 to 500 characters.
    pub grund: String,
}

/// Done by hand, or running again.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FristErledigen {
    /// Id.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Day; `None` opens it again.
    #[ts(type = "string | null")]
    pub am: Option<NaiveDate>,
}

/// The second person's own day.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FristGegenpruefen {
    /// Id.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// The day she found herself.
    #[ts(type = "string")]
    pub tag: NaiveDate,
}

/// A day with its reason.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FristTag {
    /// Id.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// The day.
    #[ts(type = "string")]
    pub tag: NaiveDate,
    /// Why, 5 to 500 characters.
    pub grund: String,
}

/// The second person's word on another day.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UebersteuerungEntscheiden {
    /// Id.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// She agrees.
    pub zustimmen: bool,
    /// Why; needed when she does not, 5 to 500 characters.
    pub grund: String,
}

fn anlegen(a: &Auftrag<'_>, r: FristAnlegen) -> Ergebnis<Aenderung> {
    let v = laden(a.s, a.sitzung, a.umfang, &r.verfahren_id)?;
    if !r.art.von_hand() {
        return Err(Fehler::feld("art", "Diese Frist berechnet IKS aus dem Verfahren."));
    }
    if v.lage.erledigt() {
        return Err(Fehler::regel("Das Verfahren ist erledigt."));
    }
    let quelle = pruefe_text("quelle", &r.quelle, 3, 200)?;
    let zeit = a.haus.umgebung().zeitstempel();
    let wer = Wer { von: a.sitzung.benutzer_id(), zeit: &zeit };
    let id = a.neue_id();
    let neue = Sollfrist {
        art: r.art,
        bezug: id.clone(),
        bezeichnung: pruefe_text("bezeichnung", &r.bezeichnung, 3, 120)?,
        berechnung: Berechnung::Gesetzt { tag: r.tag },
        stand: Friststand::Laufend,
        erledigt_am: None,
        doppelt: r.art.doppelt(),
    };
    let frist = Verfahrensfrist::neu(id, &v.id, &neue, &quelle, wer);
    a.s.frist_anlegen(&frist, &a.salz())?;
    let aenderung = Aenderung::an(ObjektArt::FRIST, frist.id);
    hinweise(a, &v, r.tag, aenderung)
}

fn aendern(a: &Auftrag<'_>, r: FristAendern) -> Ergebnis<Aenderung> {
    let grund = pruefe_text("grund", &r.grund, 5, 500)?;
    let (aenderung, v) = schritt(a, &r.id, r.version, |f, wer| f.aendern(r.tag, &grund, wer))?;
    hinweise(a, &v, r.tag, aenderung)
}

fn erledigen(a: &Auftrag<'_>, r: FristErledigen) -> Ergebnis<Aenderung> {
    if r.am.is_some_and(|am| am > a.haus.umgebung().heute()) {
        return Err(Fehler::feld("am", "Dieser Tag liegt in der Zukunft."));
    }
    Ok(schritt(a, &r.id, r.version, |f, wer| f.von_hand_erledigen(r.am, wer))?.0)
}

fn bestaetigen(a: &Auftrag<'_>, r: FristBezug) -> Ergebnis<Aenderung> {
    Ok(schritt(a, &r.id, r.version, Verfahrensfrist::bestaetigen)?.0)
}

fn gegenpruefen(a: &Auftrag<'_>, r: FristGegenpruefen) -> Ergebnis<Aenderung> {
    let (aenderung, _) = schritt(a, &r.id, r.version, |f, wer| f.gegenpruefen(r.tag, wer))?;
    let abweichend =
        a.s.frist(&r.id)?.is_some_and(|f| f.kontrolle == crate::widerspruch::Kontrolle::Abweichend);
    Ok(if abweichend {
        aenderung.mit_hinweis(
            "Die beiden Tage weichen voneinander ab. Bitte begründen Sie beide Ihren Tag; bis dahin gilt der frühere.",
        )
    } else {
        aenderung
    })
}

fn klaeren(a: &Auftrag<'_>, r: FristTag) -> Ergebnis<Aenderung> {
    let grund = pruefe_text("grund", &r.grund, 5, 500)?;
    Ok(schritt(a, &r.id, r.version, |f, wer| f.klaeren(r.tag, &grund, wer))?.0)
}

fn uebersteuern(a: &Auftrag<'_>, r: FristTag) -> Ergebnis<Aenderung> {
    let grund = pruefe_text("grund", &r.grund, 5, 500)?;
    let (aenderung, v) = schritt(a, &r.id, r.version, |f, wer| f.uebersteuern(r.tag, &grund, wer))?;
    hinweise(a, &v, r.tag, aenderung)
}

fn entscheiden(a: &Auftrag<'_>, r: UebersteuerungEntscheiden) -> Ergebnis<Aenderung> {
    let grund = pruefe_text("grund", &r.grund, if r.zustimmen { 0 } else { 5 }, 500)?;
    Ok(schritt(a, &r.id, r.version, |f, wer| f.uebersteuerung_entscheiden(r.zustimmen, &grund, wer))?.0)
}

/// Changes one deadline by a rule of the domain. A stale version is told without a day that the person is
/// to find herself.
fn schritt(
    a: &Auftrag<'_>,
    id: &str,
    version: i64,
    regel: impl FnOnce(&mut Verfahrensfrist, Wer<'_>) -> Result<(), Fehler>,
) -> Ergebnis<(Aenderung, Verfahren)> {
    let mut frist = a.s.frist(id)?.ok_or_else(|| Fehler::nicht_gefunden("Die Frist"))?;
    let v = laden(a.s, a.sitzung, a.umfang, &frist.verfahren_id)
        .map_err(|_| Fehler::nicht_gefunden("Die Frist"))?;
    let zeit = a.haus.umgebung().zeitstempel();
    if frist.version == version {
        regel(&mut frist, Wer { von: a.sitzung.benutzer_id(), zeit: &zeit })?;
    } else {
        // Whatever the rule would say now, the person decided on another state.
        frist.version = version;
    }
    let heute = a.haus.umgebung().heute();
    oder_konflikt(a.s.frist_aendern(&frist), "Die Frist", || -> Result<Option<Fristansicht>, _> {
        Ok(a.s.frist(id)?.map(|f| fristansicht(f, a.sitzung, heute)))
    })?;
    Ok((Aenderung::an(ObjektArt::FRIST, frist.id), v))
}

/// Says when the person who keeps the procedure is away on that day.
fn hinweise(a: &Auftrag<'_>, v: &Verfahren, tag: NaiveDate, aenderung: Aenderung) -> Ergebnis<Aenderung> {
    let hinweis = match &v.zustaendig {
        Some(id) => abwesenheit::hinweis(a.s, id, tag)?,
        None => None,
    };
    Ok(hinweis.into_iter().fold(aenderung, Aenderung::mit_hinweis))
}
