//! Methods for deadlines and holidays; the law itself is in [`crate::frist`].

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};

use super::eingabe::Eingabe;
use super::{Absage, Antwort};
use crate::frist::{
    Bekanntgabe, FristFehler, Ort, Rechtsbehelfsbelehrung, Rechtsbehelfsfrist, Rechtsmittel, Wartefrist,
    bekanntgabe, betroffenenanfrage, datenpanne, feiertage, klagefrist, kundenreaktion, rechtsmittelfrist,
    tag_lesen, ueberpruefung, untaetigkeit, widerspruchsfrist, zeitpunkt_lesen,
};
use crate::organisation::{Land, OrtsFeiertage};

impl From<FristFehler> for Absage {
    fn from(fehler: FristFehler) -> Self {
        Self { code: fehler.code(), message: fehler.to_string() }
    }
}

/// The answer, or `None` when the method is none of these.
pub(super) fn rechne(methode: &str, e: &Eingabe<'_>) -> Option<Antwort> {
    Some(match methode {
        "bekanntgabe" => weg(e).and_then(|weg| ergebnis(bekanntgabe(&weg))),
        "widerspruchsfrist" => rechtsbehelf(e, widerspruchsfrist),
        "klagefrist" => rechtsbehelf(e, klagefrist),
        "untaetigkeit" => warten(e),
        "ueberpruefung" => tag(e, "antrag").and_then(|antrag| ergebnis(ueberpruefung(antrag))),
        "kundenreaktion" => reaktion(e),
        "datenpanne" => panne(e),
        "betroffenenanfrage" => anfrage(e),
        "rechtsmittelfrist" => rechtsmittel(e),
        "feiertage" => tage_des_jahres(e),
        _ => return None,
    })
}

fn ergebnis(ergebnis: Result<impl Serialize, FristFehler>) -> Antwort {
    serde_json::to_value(ergebnis?)
        .map_err(|_| Absage::anfrage("Das Ergebnis lässt sich nicht als JSON schreiben."))
}

fn rechtsbehelf(
    e: &Eingabe<'_>,
    frist: fn(&Bekanntgabe, bool, Rechtsbehelfsbelehrung, &Ort) -> Result<Rechtsbehelfsfrist, FristFehler>,
) -> Antwort {
    let weg = weg(e)?;
    let ausland = e.ja("ausland", false)?;
    let belehrung = match wort(e, "rechtsbehelfsbelehrung", &["ordnungsgemaess", "fehlt", "fehlerhaft"])? {
        0 => Rechtsbehelfsbelehrung::Ordnungsgemaess,
        1 => Rechtsbehelfsbelehrung::Fehlt,
        _ => Rechtsbehelfsbelehrung::Fehlerhaft,
    };
    ergebnis(frist(&weg, ausland, belehrung, &ort(e)?))
}

fn warten(e: &Eingabe<'_>) -> Antwort {
    let eingang = tag(e, "eingang")?;
    let wartefrist = match wort(e, "verfahren", &["widerspruch", "antrag", "ueberpruefung"])? {
        0 => Wartefrist::Widerspruch,
        1 => Wartefrist::Antrag,
        _ => Wartefrist::Ueberpruefung,
    };
    ergebnis(untaetigkeit(eingang, wartefrist, &ort(e)?))
}

fn reaktion(e: &Eingabe<'_>) -> Antwort {
    let eingang = tag(e, "eingang")?;
    let ort = ort(e)?;
    let arbeitstage = anzahl(e, "arbeitstage", 3)?;
    let kalendertage = anzahl(e, "kalendertage", 14)?;
    ergebnis(kundenreaktion(eingang, &ort, arbeitstage, kalendertage, &tage(e, "arbeitsfrei")?))
}

fn panne(e: &Eingabe<'_>) -> Antwort {
    let kenntnis = da(e, "kenntnis")?.as_str().ok_or(FristFehler::InvalidTime)?;
    let kenntnis = zeitpunkt_lesen(kenntnis)?;
    ergebnis(datenpanne(kenntnis, anzahl(e, "stunden", 72)?))
}

fn anfrage(e: &Eingabe<'_>) -> Antwort {
    let eingang = tag(e, "eingang")?;
    da(e, "verlaengert")?;
    ergebnis(betroffenenanfrage(eingang, e.ja("verlaengert", false)?, &ort(e)?))
}

fn rechtsmittel(e: &Eingabe<'_>) -> Antwort {
    let zustellung = tag(e, "zustellung")?;
    let art = match wort(e, "art", &["berufung", "nichtzulassungsbeschwerde", "beschwerde"])? {
        0 => Rechtsmittel::Berufung,
        1 => Rechtsmittel::Nichtzulassungsbeschwerde,
        _ => Rechtsmittel::Beschwerde,
    };
    ergebnis(rechtsmittelfrist(zustellung, art, &ort(e)?))
}

fn tage_des_jahres(e: &Eingabe<'_>) -> Antwort {
    let ort = ort_aus(e)?;
    let jahr = ganze_zahl(da(e, "jahr")?).ok_or(FristFehler::InvalidDate)?;
    // A year outside i32 is as far away as one that is only outside the tables.
    let jahr = i32::try_from(jahr).unwrap_or(if jahr < 0 { i32::MIN } else { i32::MAX });
    Ok(json!({ "feiertage": feiertage(&ort, jahr)? }))
}

/// The way in which a decision became known.
fn weg(e: &Eingabe<'_>) -> Result<Bekanntgabe, Absage> {
    const ARTEN: [&str; 5] =
        ["post_inland", "elektronisch", "zustellung", "uebergabe_einschreiben", "post_ausland"];
    let e = teil(e, "bekanntgabe")?;
    Ok(match wort(&e, "art", &ARTEN)? {
        0 => Bekanntgabe::PostInland {
            aufgabe_zur_post: tag_oder_leer(&e, "aufgabe_zur_post")?,
            vermerk: e.ja("vermerk", false)?,
            zugang: tag_oder_leer(&e, "zugang")?,
        },
        1 => Bekanntgabe::Elektronisch {
            absendung: tag(&e, "absendung")?,
            zugang: tag_oder_leer(&e, "zugang")?,
        },
        2 => Bekanntgabe::Zustellung { datum: tag(&e, "datum")? },
        3 => Bekanntgabe::UebergabeEinschreiben {
            aufgabe_zur_post: tag(&e, "aufgabe_zur_post")?,
            zugang: tag_oder_leer(&e, "zugang")?,
        },
        _ => Bekanntgabe::PostAusland { zugang: tag(&e, "zugang")? },
    })
}

fn ort(e: &Eingabe<'_>) -> Result<Ort, Absage> {
    ort_aus(&teil(e, "ort")?)
}

fn ort_aus(e: &Eingabe<'_>) -> Result<Ort, Absage> {
    let land = da(e, "land")?.as_str().and_then(Land::aus).ok_or(FristFehler::InvalidPlace)?;
    let oertlich = OrtsFeiertage {
        fronleichnam: e.ja("fronleichnam", false)?,
        mariae_himmelfahrt: e.ja("mariae_himmelfahrt", false)?,
        friedensfest: e.ja("friedensfest", false)?,
        weitere: tage(e, "weitere")?,
    };
    Ok(Ort { land, oertlich })
}

/// The field. What is missing is `missing_input` in these methods.
fn da<'a>(e: &Eingabe<'a>, feld: &'static str) -> Result<&'a Value, Absage> {
    e.wert(feld).ok_or_else(|| FristFehler::MissingInput { feld }.into())
}

fn teil<'a>(e: &Eingabe<'a>, feld: &'static str) -> Result<Eingabe<'a>, Absage> {
    match da(e, feld)? {
        Value::Object(felder) => Ok(Eingabe::neu(felder)),
        _ => Err(Absage::anfrage(format!("Die Angabe „{feld}“ muss ein JSON-Objekt sein."))),
    }
}

fn wort(e: &Eingabe<'_>, feld: &'static str, woerter: &[&str]) -> Result<usize, Absage> {
    da(e, feld)?;
    e.wort(feld, woerter)
}

fn tag(e: &Eingabe<'_>, feld: &'static str) -> Result<NaiveDate, Absage> {
    als_tag(da(e, feld)?)
}

fn tag_oder_leer(e: &Eingabe<'_>, feld: &str) -> Result<Option<NaiveDate>, Absage> {
    e.wert(feld).map(als_tag).transpose()
}

fn tage(e: &Eingabe<'_>, feld: &str) -> Result<Vec<NaiveDate>, Absage> {
    match e.wert(feld) {
        None => Ok(Vec::new()),
        Some(_) => e.liste(feld)?.iter().map(als_tag).collect(),
    }
}

fn als_tag(wert: &Value) -> Result<NaiveDate, Absage> {
    Ok(tag_lesen(wert.as_str().ok_or(FristFehler::InvalidDate)?)?)
}

/// A number of days or hours. What leads beyond the year 9999 is reported by the calculation itself.
fn anzahl(e: &Eingabe<'_>, feld: &str, sonst: u32) -> Result<u32, Absage> {
    match e.wert(feld) {
        None => Ok(sonst),
        Some(wert) => match ganze_zahl(wert) {
            Some(zahl) if zahl >= 0 => Ok(u32::try_from(zahl).unwrap_or(u32::MAX)),
            _ => Err(Absage {
                code: "invalid_count",
                message: format!("Die Angabe „{feld}“ muss eine ganze Zahl ab 0 sein."),
            }),
        },
    }
}

/// A whole number, also when it is written as 2026.0.
fn ganze_zahl(wert: &Value) -> Option<i64> {
    let aus_f64 = |zahl: f64| (zahl.fract() == 0.0).then_some(zahl as i64);
    wert.as_i64().or_else(|| wert.as_f64().and_then(aus_f64))
}
