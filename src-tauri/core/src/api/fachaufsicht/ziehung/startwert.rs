//! The seed: twenty digits, half by each of two people, or generated. The first half is shown to nobody
//! before the second is in, so that neither of the two can steer the draw.

use super::{fortschreiben, ziehung_laden};
use crate::api::organisation::Bezug;
use crate::api::tuer::{Aenderung, Auftrag};
use crate::audit::ObjektArt;
use crate::fachaufsicht::pruefung::{Auswahl, Stand};
use crate::fachaufsicht::ziehung::{haelfte, startwert_aus_bytes};
use crate::fehler::{Ergebnis, Fehler};
use crate::stichprobe::startwert_aus_haelften;
use crate::storage::Ziehung;
use serde::Deserialize;
use ts_rs::TS;

/// Half a seed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StartwertHaelfte {
    /// Draw with its expected version.
    pub ziehung: Bezug,
    /// Ten digits.
    pub haelfte: String,
}

/// Has the program generate the seed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StartwertErzeugen {
    /// Draw with its expected version.
    pub ziehung: Bezug,
}

pub(super) fn startwert_haelfte(a: &Auftrag<'_>, anfrage: StartwertHaelfte) -> Ergebnis<Aenderung> {
    let mut z = ohne_startwert(a, anfrage.ziehung)?;
    let ich = a.sitzung.benutzer_id().to_owned();
    if z.erste_von.as_ref() == Some(&ich) {
        return Err(Fehler::vier_augen("Die zweite Hälfte des Startwerts gibt eine andere Person ein."));
    }
    let ziffern = haelfte(&anfrage.haelfte)
        .map_err(|_| Fehler::feld("haelfte", "Eine Hälfte besteht aus genau 10 Ziffern."))?;
    match &z.erste_haelfte {
        None => {
            z.erste_haelfte = Some(ziffern);
            z.erste_von = Some(ich);
        }
        Some(erste) => {
            z.startwert = Some(
                startwert_aus_haelften(erste, &ziffern)
                    .map_err(|e| Fehler::feld("haelfte", e.to_string()))?,
            );
            z.zweite_von = Some(ich);
        }
    }
    fortschreiben(a, &z)?;
    Ok(Aenderung::an(ObjektArt::ZIEHUNG, z.id))
}

pub(super) fn startwert_erzeugen(a: &Auftrag<'_>, anfrage: StartwertErzeugen) -> Ergebnis<Aenderung> {
    let mut z = ohne_startwert(a, anfrage.ziehung)?;
    if z.erste_haelfte.is_some() {
        return Err(Fehler::regel(
            "Die erste Hälfte des Startwerts ist schon eingegeben. Bitte lassen Sie eine zweite Person die andere Hälfte eingeben.",
        ));
    }
    let bytes: [u8; 64] = a.haus.umgebung().bytes();
    z.startwert = Some(startwert_aus_bytes(&bytes).ok_or_else(|| Fehler::intern("too few random digits"))?);
    z.erste_von = Some(a.sitzung.benutzer_id().to_owned());
    z.erzeugt = true;
    fortschreiben(a, &z)?;
    Ok(Aenderung::an(ObjektArt::ZIEHUNG, z.id))
}

fn ohne_startwert(a: &Auftrag<'_>, bezug: Bezug) -> Ergebnis<Ziehung> {
    let (mut z, p) = ziehung_laden(a, &bezug.id)?;
    if p.stand != Stand::Versiegelt {
        return Err(Fehler::regel(
            "Ein Startwert wird nur vor der Ziehung einer laufenden Prüfung eingegeben.",
        ));
    }
    if z.art != Auswahl::Zufall {
        return Err(Fehler::regel("Zu dieser Auswahl gehört kein Startwert."));
    }
    if z.startwert.is_some() {
        return Err(Fehler::regel("Der Startwert steht fest und lässt sich nicht mehr ändern."));
    }
    z.version = bezug.version;
    Ok(z)
}
