//! Themes and versions of their check sheets.

use super::vorlage_datei::{VorlageAusDatei, VorlageEinlesen, einlesen};
use crate::api::Leer;
use crate::api::haus::pruefe_text;
use crate::api::organisation::Bezug;
use crate::api::register::modul;
use crate::api::tuer::{Aenderung, Auftrag, Frage, Siegelnde, oder_konflikt, versiegle};
use crate::audit::ObjektArt;
use crate::einlesen::Auswahleinheit;
use crate::fachaufsicht::thema::{
    Abschnitt, Bogenvorlage, Herkunft, Pruefthema, ist_kennung, pruefe_abschnitte,
};
use crate::fehler::{Ergebnis, Fehler};
use crate::katalog::Katalog;
use crate::storage::{Lesen, Schreiben, Vorlagenkopf, Vorlagenverwendung};
use crate::umgebung::Umgebung;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

modul! {
    operationen ThemaOperation {
        Anlegen(ThemaAnlegen) = "pruefthema.anlegen", "Prüfthema anlegen" => anlegen;
        Aendern(ThemaAendern) = "pruefthema.aendern", "Prüfthema ändern" => aendern;
        VorlageSpeichern(VorlageSpeichern) = "pruefthema.vorlage_speichern", "Fassung eines Prüfbogens speichern" => vorlage_speichern;
        VorlageFreigeben(VorlageFreigeben) = "pruefthema.vorlage_freigeben", "Fassung eines Prüfbogens freigeben" => vorlage_freigeben;
    }
    abfragen ThemaAbfrage {
        Liste(Leer) -> Vec<ThemaZeile> = "pruefthema.liste", "Prüfthemen ansehen" => liste;
        Lesen(ThemaLesen) -> ThemaDetail = "pruefthema.lesen", "Prüfthema mit seinen Fassungen ansehen" => lesen;
        Vorlage(VorlageLesen) -> VorlageDetail = "pruefthema.vorlage", "Fassung eines Prüfbogens ansehen" => vorlage;
        VorlageEinlesen(VorlageEinlesen) -> VorlageAusDatei = "pruefthema.vorlage_einlesen", "Prüfbogen aus einer Datei lesen" => einlesen;
    }
}

/// A new theme; its first version of a sheet comes next.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ThemaAnlegen {
    /// Stable short name.
    pub kennung: String,
    /// What people read.
    pub titel: String,
    /// Field of work.
    pub bereich: String,
    /// Kennung of the catalogue.
    pub sachgebiet: String,
    /// What one drawn unit is.
    pub auswahleinheit: Auswahleinheit,
}

/// Changes a theme; its kennung stays.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ThemaAendern {
    /// Which.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// What people read.
    pub titel: String,
    /// Field of work.
    pub bereich: String,
    /// Kennung of the catalogue.
    pub sachgebiet: String,
    /// What one drawn unit is; fixed once a check uses the theme.
    pub auswahleinheit: Auswahleinheit,
    /// Offered for new checks.
    pub aktiv: bool,
}

/// A new version of a sheet, or changes to one that no check uses. Either way it is "ungeprüft".
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VorlageSpeichern {
    /// Theme.
    pub thema_id: String,
    /// None: a new version.
    pub bezug: Option<Bezug>,
    /// The day whose law the questions follow.
    #[ts(type = "string")]
    pub rechtsstand: NaiveDate,
    /// What the checker reads first.
    pub einleitung: String,
    /// Sections with items.
    pub abschnitte: Vec<Abschnitt>,
}

/// Releases a version.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VorlageFreigeben {
    /// Which.
    pub id: String,
    /// Expected version.
    pub version: i64,
}

/// Which theme.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ThemaLesen {
    /// Id.
    pub id: String,
}

/// Which version of a sheet.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VorlageLesen {
    /// Id.
    pub id: String,
}

/// A theme in the list.
#[derive(Debug, Serialize, TS)]
pub struct ThemaZeile {
    /// The theme.
    pub thema: Pruefthema,
    /// Its versions, newest first.
    pub vorlagen: Vec<Vorlagenkopf>,
}

/// A theme with everything about it.
#[derive(Debug, Serialize, TS)]
pub struct ThemaDetail {
    /// The theme.
    pub thema: Pruefthema,
    /// Title of its Sachgebiet.
    pub sachgebiet_titel: String,
    /// Its versions, newest first.
    pub vorlagen: Vec<Vorlagenkopf>,
    /// Which versions checks use.
    pub verwendung: Vec<Vorlagenverwendung>,
}

/// A version of a sheet with everything about it.
#[derive(Debug, Serialize, TS)]
pub struct VorlageDetail {
    /// Its theme.
    pub thema: Pruefthema,
    /// Signs and states.
    pub kopf: Vorlagenkopf,
    /// Content.
    pub vorlage: Bogenvorlage,
}

fn thema_oder_nichts(l: &Lesen<'_>, id: &str) -> Ergebnis<Pruefthema> {
    l.pruefthema(id)?.ok_or_else(|| Fehler::nicht_gefunden("Das Prüfthema"))
}

fn pruefe_sachgebiet(l: &Lesen<'_>, kennung: &str) -> Ergebnis<()> {
    if l.katalogeintraege()?.iter().any(|e| e.katalog == Katalog::Sachgebiet && e.kennung == kennung) {
        return Ok(());
    }
    Err(Fehler::feld("sachgebiet", "Bitte wählen Sie ein Sachgebiet."))
}

fn anlegen(a: &Auftrag<'_>, anfrage: ThemaAnlegen) -> Ergebnis<Aenderung> {
    let kennung = anfrage.kennung.trim().to_owned();
    if !ist_kennung(&kennung) {
        return Err(Fehler::feld(
            "kennung",
            "Die Kennung hat 2 bis 60 Zeichen: kleine Buchstaben ohne Umlaute, Ziffern und Bindestrich.",
        ));
    }
    if a.s.pruefthemen()?.iter().any(|t| t.kennung == kennung) {
        return Err(Fehler::feld("kennung", "Diese Kennung gibt es schon."));
    }
    pruefe_sachgebiet(a.s, &anfrage.sachgebiet)?;
    let thema = Pruefthema {
        id: a.neue_id(),
        kennung,
        titel: pruefe_text("titel", &anfrage.titel, 3, 120)?,
        bereich: pruefe_text("bereich", &anfrage.bereich, 2, 80)?,
        sachgebiet: anfrage.sachgebiet,
        auswahleinheit: anfrage.auswahleinheit,
        aktiv: true,
        version: 1,
    };
    a.s.pruefthema_anlegen(&thema, &a.salz())?;
    Ok(Aenderung::an(ObjektArt::PRUEFTHEMA, thema.id))
}

fn aendern(a: &Auftrag<'_>, anfrage: ThemaAendern) -> Ergebnis<Aenderung> {
    let vorher = thema_oder_nichts(a.s, &anfrage.id)?;
    if anfrage.sachgebiet != vorher.sachgebiet {
        pruefe_sachgebiet(a.s, &anfrage.sachgebiet)?;
    }
    if anfrage.auswahleinheit != vorher.auswahleinheit && !a.s.vorlagenverwendung(&vorher.id)?.is_empty() {
        return Err(Fehler::feld(
            "auswahleinheit",
            "Prüfungen verwenden dieses Thema schon; die Auswahleinheit bleibt deshalb. Bitte legen Sie ein neues Thema an.",
        ));
    }
    let neu = Pruefthema {
        titel: pruefe_text("titel", &anfrage.titel, 3, 120)?,
        bereich: pruefe_text("bereich", &anfrage.bereich, 2, 80)?,
        sachgebiet: anfrage.sachgebiet,
        auswahleinheit: anfrage.auswahleinheit,
        aktiv: anfrage.aktiv,
        version: anfrage.version,
        ..vorher
    };
    oder_konflikt(a.s.pruefthema_aendern(&neu), "Das Prüfthema", || a.s.pruefthema(&anfrage.id))?;
    Ok(Aenderung::an(ObjektArt::PRUEFTHEMA, anfrage.id))
}

fn vorlage_speichern(a: &Auftrag<'_>, anfrage: VorlageSpeichern) -> Ergebnis<Aenderung> {
    let thema = thema_oder_nichts(a.s, &anfrage.thema_id)?;
    let einleitung = pruefe_text("einleitung", &anfrage.einleitung, 0, 2000)?;
    let abschnitte = pruefe_abschnitte(anfrage.abschnitte)?;
    let Some(bezug) = anfrage.bezug else {
        let vorlage = Bogenvorlage {
            id: a.neue_id(),
            nummer: a.s.letzte_vorlagennummer(&thema.id)? + 1,
            thema_id: thema.id,
            rechtsstand: anfrage.rechtsstand,
            einleitung,
            abschnitte,
            herkunft: Herkunft::Haus,
            freigegeben_von: None,
            freigegeben_am: None,
            verwendet: false,
            angelegt_von: a.sitzung.benutzer_id().to_owned(),
            angelegt_am: a.haus.umgebung().zeitstempel(),
            version: 1,
        };
        a.s.bogenvorlage_anlegen(&vorlage, &a.salz())?;
        return Ok(Aenderung::an(ObjektArt::BOGENVORLAGE, vorlage.id));
    };
    let vorher =
        a.s.bogenvorlage(&bezug.id)?
            .filter(|v| v.thema_id == thema.id)
            .ok_or_else(|| Fehler::nicht_gefunden("Die Fassung"))?;
    if vorher.verwendet {
        return Err(Fehler::regel(format!(
            "Fassung {} wird schon in einer Prüfung verwendet und bleibt unverändert. Bitte legen Sie eine neue Fassung an.",
            vorher.nummer
        )));
    }
    let war_freigegeben = vorher.freigegeben_von.is_some();
    let neu = Bogenvorlage {
        rechtsstand: anfrage.rechtsstand,
        einleitung,
        abschnitte,
        herkunft: Herkunft::Haus,
        version: bezug.version,
        ..vorher
    };
    oder_konflikt(a.s.bogenvorlage_aendern(&neu), "Die Fassung", || a.s.bogenvorlage(&neu.id))?;
    let aenderung = Aenderung::an(ObjektArt::BOGENVORLAGE, neu.id);
    Ok(if war_freigegeben {
        aenderung.mit_hinweis("Die Fassung war freigegeben und ist durch die Änderung wieder ungeprüft.")
    } else {
        aenderung
    })
}

fn vorlage_freigeben(a: &Auftrag<'_>, anfrage: VorlageFreigeben) -> Ergebnis<Aenderung> {
    let vorher = a.s.bogenvorlage(&anfrage.id)?.ok_or_else(|| Fehler::nicht_gefunden("Die Fassung"))?;
    if vorher.freigegeben_von.is_some() {
        return Err(Fehler::regel("Die Fassung ist schon freigegeben."));
    }
    let am = a.haus.umgebung().zeitstempel();
    oder_konflikt(
        a.s.bogenvorlage_freigeben(&anfrage.id, anfrage.version, a.sitzung.benutzer_id(), &am),
        "Die Fassung",
        || a.s.bogenvorlage(&anfrage.id),
    )?;
    Ok(Aenderung::an(ObjektArt::BOGENVORLAGE, anfrage.id))
}

fn liste(f: &Frage<'_>, _: Leer) -> Ergebnis<Vec<ThemaZeile>> {
    let mut koepfe = f.l.vorlagenkoepfe(None)?;
    Ok(f.l
        .pruefthemen()?
        .into_iter()
        .map(|thema| ThemaZeile {
            vorlagen: koepfe.extract_if(.., |v| v.thema_id == thema.id).collect(),
            thema,
        })
        .collect())
}

fn lesen(f: &Frage<'_>, anfrage: ThemaLesen) -> Ergebnis<ThemaDetail> {
    let thema = thema_oder_nichts(f.l, &anfrage.id)?;
    Ok(ThemaDetail {
        sachgebiet_titel: f
            .l
            .katalogeintraege()?
            .into_iter()
            .find(|e| e.katalog == Katalog::Sachgebiet && e.kennung == thema.sachgebiet)
            .map_or_else(|| thema.sachgebiet.clone(), |e| e.titel),
        vorlagen: f.l.vorlagenkoepfe(Some(&thema.id))?,
        verwendung: f.l.vorlagenverwendung(&thema.id)?,
        thema,
    })
}

fn vorlage(f: &Frage<'_>, anfrage: VorlageLesen) -> Ergebnis<VorlageDetail> {
    let fehlt = || Fehler::nicht_gefunden("Die Fassung");
    let vorlage = f.l.bogenvorlage(&anfrage.id)?.ok_or_else(fehlt)?;
    Ok(VorlageDetail {
        thema: thema_oder_nichts(f.l, &vorlage.thema_id)?,
        kopf: f.l.vorlagenkopf(&vorlage.id)?.ok_or_else(fehlt)?,
        vorlage,
    })
}

#[derive(Deserialize)]
struct Mitgeliefert {
    kennung: String,
    titel: String,
    bereich: String,
    sachgebiet: String,
    auswahleinheit: Auswahleinheit,
    rechtsstand: NaiveDate,
    einleitung: String,
    abschnitte: Vec<Abschnitt>,
}

const MITGELIEFERT: [&str; 5] = [
    include_str!("../../../daten/pruefthemen/bewilligung.json"),
    include_str!("../../../daten/pruefthemen/einkommen.json"),
    include_str!("../../../daten/pruefthemen/aufhebung.json"),
    include_str!("../../../daten/pruefthemen/integration.json"),
    include_str!("../../../daten/pruefthemen/agh.json"),
];

/// The shipped themes of a new house, each with a first version that nobody of the house has released yet.
pub(in crate::api) fn erstausstattung(
    s: &Schreiben<'_>,
    u: &dyn Umgebung,
    wer: &Siegelnde<'_>,
) -> Ergebnis<()> {
    for text in MITGELIEFERT {
        let m: Mitgeliefert = serde_json::from_str(text).map_err(Fehler::intern)?;
        let thema = Pruefthema {
            id: u.id(),
            kennung: m.kennung,
            titel: m.titel,
            bereich: m.bereich,
            sachgebiet: m.sachgebiet,
            auswahleinheit: m.auswahleinheit,
            aktiv: true,
            version: 1,
        };
        let vorlage = Bogenvorlage {
            id: u.id(),
            thema_id: thema.id.clone(),
            nummer: 1,
            rechtsstand: m.rechtsstand,
            einleitung: m.einleitung,
            abschnitte: pruefe_abschnitte(m.abschnitte)?,
            herkunft: Herkunft::Mitgeliefert,
            freigegeben_von: None,
            freigegeben_am: None,
            verwendet: false,
            angelegt_von: wer.benutzer.benutzer_id().to_owned(),
            angelegt_am: u.zeitstempel(),
            version: 1,
        };
        s.pruefthema_anlegen(&thema, &u.bytes::<16>())?;
        versiegle(s, u, wer, ObjektArt::PRUEFTHEMA, thema.id)?;
        s.bogenvorlage_anlegen(&vorlage, &u.bytes::<16>())?;
        versiegle(s, u, wer, ObjektArt::BOGENVORLAGE, vorlage.id)?;
    }
    Ok(())
}
