//! The demo house "Jobcenter Musterkreis": invented data, made through the same doors as real data.
//!
//! Ids, times, keys and seeds are fixed, so that the same arguments give the same content, the same head
//! of the chain and the same bytes of every report.

mod kundenreaktionen;
mod liste;
mod massnahmen;
mod organisation;
mod prueflisten;
mod pruefungen;
mod register;
mod widersprueche;
mod wuerfel;

use crate::api::Fortschritt;
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::{Haus, Ordner, Sitzung};
use crate::umgebung::FesteUmgebung;
use chrono::{NaiveDate, NaiveTime};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Password of all demo users; demo data only.
pub const PASSWORT: &str = "Demo-Musterkreis-2026";

/// Arguments of the demo house.
#[derive(Clone, Debug)]
pub struct Vorgaben {
    /// Key date up to which the data reach.
    pub stichtag: NaiveDate,
    /// Multiplies the records.
    pub faktor: u32,
}

impl Default for Vorgaben {
    fn default() -> Self {
        Self { stichtag: STICHTAG, faktor: 1 }
    }
}

/// Default key date.
pub const STICHTAG: NaiveDate = match NaiveDate::from_ymd_opt(2026, 11, 20) {
    Some(tag) => tag,
    None => NaiveDate::MIN,
};

/// What was made.
#[derive(Clone, Debug)]
pub struct Demo {
    /// User names with their roles in German.
    pub benutzer: Vec<(String, String)>,
    /// Numbers of the finished checks.
    pub pruefungen: Vec<String>,
}

/// Creates the demo house in a folder that holds none.
pub fn anlegen(ordner: Ordner, vorgaben: &Vorgaben, fortschritt: &Fortschritt) -> Ergebnis<Demo> {
    fortschritt.beginne("Demohaus wird angelegt", 0);
    let beginn = vorgaben.stichtag - chrono::Months::new(36);
    let umgebung = Arc::new(FesteUmgebung::neu(
        beginn.and_time(NaiveTime::from_hms_opt(7, 0, 0).unwrap_or_default()).and_utc(),
        &format!("iks-demo {} {}", vorgaben.stichtag, vorgaben.faktor),
    ));
    let (haus, admin, _) = Haus::einrichten(ordner, umgebung.clone(), &organisation::einrichtung())?;
    haus.db().ohne_warten()?;
    let bau = Bau { haus, umgebung, admin, angemeldet: RefCell::default() };
    let (struktur, benutzer) = organisation::anlegen(&bau)?;
    let mut pruefungen = pruefungen::anlegen(&bau, &struktur, vorgaben, fortschritt)?;
    // After the checks, so that their ids, draws and reports stay the same whatever is added here.
    register(&bau, &struktur, vorgaben, fortschritt)?;
    // Last, so that nothing else gets another id.
    pruefungen.extend(pruefungen::nachschau::anlegen(&bau, &struktur, vorgaben)?);
    Ok(Demo { benutzer, pruefungen })
}

/// Widersprüche, Kundenreaktionen, Prüflisten and the small registers, day by day; then the measures that come from them and from the checks.
fn register(
    bau: &Bau,
    struktur: &organisation::Struktur,
    vorgaben: &Vorgaben,
    fortschritt: &Fortschritt,
) -> Ergebnis<()> {
    let beginn = vorgaben.stichtag - chrono::Months::new(36);
    let mut widersprueche = widersprueche::Lauf::neu(bau, struktur, vorgaben)?;
    let mut kundenreaktionen = kundenreaktionen::Lauf::neu(bau, struktur, vorgaben)?;
    bau.stelle(beginn, 7)?;
    kundenreaktionen.vorbereiten(beginn)?;
    let mut prueflisten = prueflisten::Lauf::neu(bau, struktur, vorgaben)?;
    prueflisten.vorbereiten()?;
    let mut register = register::Lauf::neu(bau, struktur, vorgaben)?;
    let tage: Vec<NaiveDate> = beginn.iter_days().take_while(|tag| *tag <= vorgaben.stichtag).collect();
    fortschritt.beginne("Demohaus wird angelegt", tage.len() as u64);
    for (i, tag) in tage.into_iter().enumerate() {
        fortschritt.melde(i as u64)?;
        prueflisten.tag(tag)?;
        kundenreaktionen.tag(tag)?;
        widersprueche.tag(tag)?;
        if tag < vorgaben.stichtag {
            register.tag(tag)?;
        }
    }
    massnahmen::anlegen(bau, vorgaben)?;
    widersprueche.offenes()?;
    // Its day ends in the evening, after everything else of the key date.
    register.tag(vorgaben.stichtag)
}

/// The house under construction.
struct Bau {
    haus: Haus,
    umgebung: Arc<FesteUmgebung>,
    admin: Sitzung,
    /// Each person signs in once: a password takes as long to check as a hundred entries to write.
    angemeldet: RefCell<BTreeMap<String, Sitzung>>,
}

impl Bau {
    fn sitzung(&self, name: &str) -> Ergebnis<Sitzung> {
        if let Some(sitzung) = self.angemeldet.borrow().get(name) {
            return Ok(sitzung.clone());
        }
        let sitzung = self.haus.anmelden(name, PASSWORT)?;
        self.angemeldet.borrow_mut().insert(name.to_owned(), sitzung.clone());
        Ok(sitzung)
    }

    /// Sets the clock of the house to an hour of a day.
    fn stelle(&self, tag: NaiveDate, stunde: u32) -> Ergebnis<()> {
        let zeit = NaiveTime::from_hms_opt(stunde, 0, 0).ok_or_else(|| Fehler::intern("demo data: hour"))?;
        self.umgebung.stelle(tag.and_time(zeit).and_utc());
        Ok(())
    }

    fn heute(&self) -> NaiveDate {
        self.haus.umgebung().heute()
    }
}
