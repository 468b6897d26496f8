//! The dated catalogues that all modules share.

use super::Leer;
use super::haus::pruefe_text;
use super::organisation::{Bezug, bezug_oder_neu, pruefe_gueltigkeit};
use super::register::modul;
use super::tuer::{Aenderung, Auftrag, Frage, oder_konflikt};
use crate::audit::ObjektArt;
use crate::fehler::{Ergebnis, Fehler};
use crate::katalog::{HOECHSTENS_URSACHEN, Katalog, Katalogeintrag};
use crate::organisation::Gueltigkeit;
use serde::Deserialize;
use ts_rs::TS;

modul! {
    operationen KatalogOperation {
        Speichern(KatalogSpeichern) = "katalog.speichern", "Katalogeintrag anlegen oder ändern" => speichern;
    }
    abfragen KatalogAbfrage {
        Liste(Leer) -> Vec<Katalogeintrag> = "katalog.liste", "Kataloge ansehen" => liste;
    }
}

/// Creates an entry, or changes it. Catalogue and kennung of an existing one stay.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KatalogSpeichern {
    /// None: new.
    pub bezug: Option<Bezug>,
    /// Catalogue.
    pub katalog: Katalog,
    /// Stable short name: small letters, digits, hyphen.
    pub kennung: String,
    /// What people read.
    pub titel: String,
    /// What belongs here.
    pub erlaeuterung: String,
    /// Dates.
    pub gueltigkeit: Gueltigkeit,
}

fn speichern(a: &Auftrag<'_>, anfrage: KatalogSpeichern) -> Ergebnis<Aenderung> {
    let kennung = pruefe_text("kennung", &anfrage.kennung, 2, 60)?;
    if !kennung.chars().all(|z| z.is_ascii_lowercase() || z.is_ascii_digit() || z == '-' || z == '_') {
        return Err(Fehler::feld(
            "kennung",
            "Die Kennung besteht aus kleinen Buchstaben ohne Umlaute, Ziffern und Bindestrich.",
        ));
    }
    let (id, version, neu) = bezug_oder_neu(a, anfrage.bezug);
    let eintrag = Katalogeintrag {
        id,
        version,
        katalog: anfrage.katalog,
        kennung,
        titel: pruefe_text("titel", &anfrage.titel, 2, 100)?,
        erlaeuterung: pruefe_text("erlaeuterung", &anfrage.erlaeuterung, 0, 500)?,
        gueltigkeit: pruefe_gueltigkeit(anfrage.gueltigkeit)?,
    };
    if neu {
        a.s.katalogeintrag_anlegen(&eintrag, &a.salz())?;
    } else {
        oder_konflikt(a.s.katalogeintrag_aendern(&eintrag), "Der Eintrag", || {
            Ok(a.s.katalogeintraege()?.into_iter().find(|x| x.id == eintrag.id))
        })?;
    }
    if eintrag.katalog == Katalog::Ursache {
        pruefe_ursachen(&a.s.katalogeintraege()?)?;
    }
    Ok(Aenderung::an(ObjektArt::KATALOGEINTRAG, eintrag.id))
}

/// On no day, now or later, may more causes apply than can be told apart.
fn pruefe_ursachen(eintraege: &[Katalogeintrag]) -> Ergebnis<()> {
    let ursachen: Vec<_> = eintraege.iter().filter(|e| e.katalog == Katalog::Ursache).collect();
    let zugleich = |tag| ursachen.iter().filter(|e| e.gueltigkeit.gilt_am(tag)).count();
    if ursachen.iter().any(|e| zugleich(e.gueltigkeit.gueltig_ab) > HOECHSTENS_URSACHEN) {
        return Err(Fehler::regel(format!(
            "Es gelten höchstens {HOECHSTENS_URSACHEN} Ursachen zugleich, damit Auswertungen vergleichbar bleiben. Bitte beenden Sie zuerst eine andere."
        )));
    }
    Ok(())
}

fn liste(f: &Frage<'_>, _: Leer) -> Ergebnis<Vec<Katalogeintrag>> {
    Ok(f.l.katalogeintraege()?)
}
