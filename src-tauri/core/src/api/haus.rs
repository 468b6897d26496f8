//! Settings of the house, and the first rows of a new one.

use super::register::modul;
use super::tuer::{Aenderung, Auftrag, Frage, Siegelnde, oder_konflikt, versiegle};
use super::{Leer, rechte};
use crate::audit::ObjektArt;
use crate::benutzer::{Benutzer, Rolle};
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::{Einrichtung, Haus, Sitzung};
use crate::katalog::{Katalog, Katalogeintrag};
use crate::organisation::{Gueltigkeit, Hausdaten, Land, OrtsFeiertage};
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

modul! {
    operationen HausOperation {
        Speichern(HausSpeichern) = "haus.speichern", "Einstellungen des Hauses ändern" => speichern;
    }
    abfragen HausAbfrage {
        Lesen(Leer) -> Hausdaten = "haus.lesen", "Einstellungen des Hauses ansehen" => lesen;
        Rechte(Leer) -> rechte::Rechtetafel = "haus.rechte", "Rechte der Rollen ansehen" => rechte::tafel;
    }
}

/// Changes the settings of the house.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HausSpeichern {
    /// Expected version.
    pub version: i64,
    /// Name, 3 to 120 characters.
    pub name: String,
    /// Land whose holidays count.
    pub land: Land,
    /// Municipal holidays.
    pub feiertage: OrtsFeiertage,
    /// Minutes until the window locks, 1 to 60.
    pub sperre_minuten: u8,
}

fn speichern(a: &Auftrag<'_>, anfrage: HausSpeichern) -> Ergebnis<Aenderung> {
    let name = pruefe_text("name", &anfrage.name, 3, 120)?;
    if !(1..=60).contains(&anfrage.sperre_minuten) {
        return Err(Fehler::feld("sperre_minuten", "Bitte geben Sie 1 bis 60 Minuten an."));
    }
    let neu = Hausdaten {
        name,
        land: anfrage.land,
        feiertage: anfrage.feiertage,
        sperre_minuten: anfrage.sperre_minuten,
        demo: false,
        version: anfrage.version,
    };
    let vorher = a.s.hausdaten()?;
    oder_konflikt(a.s.haus_aendern(&neu), "Das Haus", || a.s.hausdaten().map(Some))?;
    let aenderung = Aenderung::an(ObjektArt::HAUS, "haus");
    if (vorher.land, vorher.feiertage) == (neu.land, neu.feiertage) {
        return Ok(aenderung);
    }
    // Other holidays move deadlines that run.
    let aenderung = super::widerspruch::alle_fristen_angleichen(a, aenderung)?;
    let aenderung = super::kundenreaktion::alle_uhren_angleichen(a, aenderung)?;
    super::datenschutz::anfrage::alle_uhren_angleichen(a, aenderung)
}

fn lesen(f: &Frage<'_>, _: Leer) -> Ergebnis<Hausdaten> {
    Ok(f.l.hausdaten()?)
}

/// A trimmed text within bounds; longer ones are refused, never cut.
pub(super) fn pruefe_text(feld: &str, text: &str, mindestens: usize, hoechstens: usize) -> Ergebnis<String> {
    let text = text.trim();
    let laenge = text.chars().count();
    if laenge < mindestens {
        let grund = if laenge == 0 {
            "Bitte füllen Sie dieses Feld aus.".to_owned()
        } else {
            format!("Bitte geben Sie mindestens {mindestens} Zeichen ein.")
        };
        return Err(Fehler::feld(feld, grund));
    }
    if laenge > hoechstens {
        return Err(Fehler::feld(feld, format!("Höchstens {hoechstens} Zeichen; jetzt sind es {laenge}.")));
    }
    Ok(text.to_owned())
}

#[derive(Deserialize)]
struct Vorlage {
    kennung: String,
    titel: String,
    #[serde(default)]
    erlaeuterung: String,
    gueltig_ab: NaiveDate,
}

const KATALOGE: [(Katalog, &str); 2] = [
    (Katalog::Sachgebiet, include_str!("../../daten/sachgebiete.json")),
    (Katalog::Ursache, include_str!("../../daten/ursachen.json")),
];

/// Writes the first rows of a new house: settings, first administrator, catalogues.
pub(crate) fn erstausstattung(
    haus: &Haus,
    e: &Einrichtung,
    benutzername: &str,
    wiederherstellung: &[u8],
) -> Ergebnis<Benutzer> {
    let u = haus.umgebung();
    let person = Benutzer {
        id: u.id(),
        benutzername: benutzername.to_owned(),
        anzeigename: pruefe_text("anzeigename", &e.anzeigename, 2, 80)?,
        zeichen: format!("{}-1", e.rollen.first().unwrap_or(&Rolle::Administration).kuerzel()),
        rollen: e.rollen.clone(),
        bereich_id: None,
        teams: Vec::new(),
        aktiv: true,
        passwort_wechseln: false,
        version: 1,
    };
    let hausdaten = Hausdaten {
        name: pruefe_text("name", &e.name, 3, 120)?,
        land: e.land,
        feiertage: e.feiertage.clone(),
        sperre_minuten: 10,
        demo: e.demo,
        version: 1,
    };
    let (slot, wartend) = haus.slot_vorbereiten(&person.id, benutzername, 1, &e.passwort)?;
    haus.db().schreibe(|s| -> Ergebnis<()> {
        let sitzung = Sitzung::fuer(person.clone());
        let wer = &Siegelnde {
            operation: "haus.einrichten",
            benutzer: &sitzung,
            platz: None,
            rolle: Rolle::Administration,
        };
        s.haus_anlegen(&hausdaten, wiederherstellung, &u.bytes::<16>())?;
        versiegle(s, u, wer, ObjektArt::HAUS, "haus".to_owned())?;
        s.benutzer_anlegen(&person, &slot, &u.bytes::<16>())?;
        versiegle(s, u, wer, ObjektArt::BENUTZER, person.id.clone())?;
        for (katalog, text) in KATALOGE {
            let vorlagen: Vec<Vorlage> = serde_json::from_str(text).map_err(Fehler::intern)?;
            for v in vorlagen {
                let eintrag = Katalogeintrag {
                    id: u.id(),
                    katalog,
                    kennung: v.kennung,
                    titel: v.titel,
                    erlaeuterung: v.erlaeuterung,
                    gueltigkeit: Gueltigkeit { gueltig_ab: v.gueltig_ab, gueltig_bis: None },
                    version: 1,
                };
                s.katalogeintrag_anlegen(&eintrag, &u.bytes::<16>())?;
                versiegle(s, u, wer, ObjektArt::KATALOGEINTRAG, eintrag.id)?;
            }
        }
        super::fachaufsicht::thema::erstausstattung(s, u, wer)?;
        super::pruefliste::katalog::erstausstattung(s, u, wer)
    })?;
    crate::haus::slot_uebernehmen(&wartend, &haus.slot_pfad(benutzername));
    Ok(person)
}
