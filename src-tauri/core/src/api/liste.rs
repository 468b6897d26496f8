//! Lists that leave the house: what a window sends beside filter and order, and the one way they are written.
//!
//! A module adds `ausgabe: Listenziel` to the request of its operation `….exportieren`, names its columns as
//! [`Plan`]s and calls [`exportieren`] with a function that reads up to so many rows of the filter.

use super::ausgabe::Ausgabeart;
use super::berichte::hauskopf;
use super::datei::{Ausgabeangaben, ausgeben, zu_schreiben_als};
use super::rechte::{self, Umfang};
use super::tuer::{Aenderung, Auftrag};
use crate::audit::{ObjektArt, hex};
use crate::aufzaehlung::Aufzaehlung;
use crate::bericht::{self, BerichtFehler};
use crate::einlesen::{MAX_ZELLTEXT, als_csv, als_xlsx};
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::frist::Kurz;
use crate::listenausgabe::{Angaben, Liste, Listenspalte, Plan, Zelle, waehle};
use crate::stichprobe::zahl;
use crate::vollzaehlung::je;
use chrono::NaiveDate;
use chrono_tz::Europe::Berlin;
use serde::Deserialize;
use std::path::Path;
use ts_rs::TS;

/// Where a list is written and what of it. The ending of the file decides the format.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Listenziel {
    /// Path that ends in `.xlsx`, `.csv` or `.pdf`.
    pub datei: String,
    /// Replace an existing file.
    pub ueberschreiben: bool,
    /// Names of the columns as the window calls them; empty means all.
    pub spalten: Vec<String>,
}

/// Most names of columns in a request.
const MAX_SPALTEN: usize = 100;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Listenformat {
    Xlsx,
    Csv,
    Pdf,
}

impl Listenformat {
    const ALLE: [(Self, &'static str); 3] = [(Self::Xlsx, "xlsx"), (Self::Csv, "csv"), (Self::Pdf, "pdf")];

    /// Most rows. A PDF of 5,000 rows has some 150 pages; nobody reads more on paper.
    fn hoechstens(self) -> u32 {
        if self == Self::Pdf { 5_000 } else { 100_000 }
    }

    /// Refuses what the format does not take: nothing is cut.
    fn fasst(self, zeilen: u64) -> Ergebnis<()> {
        let hoechstens = u64::from(self.hoechstens());
        if zeilen <= hoechstens {
            return Ok(());
        }
        Err(Fehler::regel(format!(
            "Die Liste hat {} Zeilen, in dieses Format passen höchstens {}. {}",
            zahl(zeilen),
            zahl(hoechstens),
            self.ausweg()
        )))
    }

    fn ausweg(self) -> &'static str {
        if self == Self::Pdf {
            "Bitte geben Sie die Liste als XLSX oder CSV aus oder schränken Sie die Filter ein."
        } else {
            "Bitte schränken Sie die Filter ein und geben Sie die Liste in Teilen aus."
        }
    }
}

/// The words looked for, as a list that leaves the house may say them: only if all that was found was found in what
/// every reader sees. `gefunden` counts with (`true`) and without the index of names, numbers and accounts.
pub(super) fn suchwort(suche: &str, gefunden: impl Fn(bool) -> Ergebnis<u64>) -> Ergebnis<Option<String>> {
    if suche.is_empty() {
        return Ok(None);
    }
    let offen = gefunden(false)?;
    Ok(Some(if offen > 0 && offen == gefunden(true)? {
        suche.to_owned()
    } else {
        "nach einer Person (Wort nicht ausgegeben)".to_owned()
    }))
}

/// The columns of a list: name in the window, title, kind of cell, value.
macro_rules! plan {
    ($T:ty { $( $name:literal, $titel:literal, $art:ident, $wert:expr; )* }) => {
        &[ $( $crate::listenausgabe::Plan::<$T> { name: $name, titel: $titel, art: $crate::listenausgabe::Zellart::$art, wert: $wert } ),* ]
    };
}
pub(super) use plan;

/// A mark in a column of its own.
pub(super) fn ja(b: bool) -> Zelle {
    if b { "ja".into() } else { Zelle::Leer }
}

/// Labels of several choices.
pub(super) fn titel<T: Aufzaehlung>(werte: &[T]) -> Option<String> {
    let titel: Vec<&str> = werte.iter().map(|w| w.titel()).collect();
    Some(titel.join(", "))
}

/// The name that belongs to an id; an id without one names nothing and matches nothing.
pub(super) fn name_von<T>(
    id: Option<&String>,
    alle: Vec<T>,
    was: impl Fn(&T) -> (&str, &str),
) -> Option<String> {
    let id = id?;
    Some(
        alle.iter().map(was).find(|(i, _)| i == id).map_or_else(|| "unbekannt".into(), |(_, n)| n.to_owned()),
    )
}

/// A range of days in words; open ends are left out.
pub(super) fn von_bis(von: Option<NaiveDate>, bis: Option<NaiveDate>) -> Option<String> {
    match (von, bis) {
        (None, None) => None,
        (Some(von), None) => Some(format!("ab {}", Kurz(von))),
        (None, Some(bis)) => Some(format!("bis {}", Kurz(bis))),
        (Some(von), Some(bis)) => Some(format!("{} bis {}", Kurz(von), Kurz(bis))),
    }
}

/// What a module says of its list.
pub(super) struct Listenangaben {
    /// Name of the query that shows the list, e.g. `pruefung.liste`; its right bounds what is handed out.
    pub abfrage: &'static str,
    /// Title, e.g. `Prüfungen`.
    pub titel: &'static str,
    /// The filters as a sentence, see [`crate::listenausgabe::filtersatz`].
    pub filter: String,
}

/// Writes all rows of a filter to a file and registers it.
///
/// `lies` gets how far the person sees the list on her screen, which is how far she may hand it out, and the
/// most rows it may return; it answers with them and with how many the filter matches in all.
///
/// # Errors
/// Of the path and the columns; `regel` if there are more rows than the format takes; `abgebrochen` if the
/// person cancelled, in which case nothing was written.
pub(super) fn exportieren<T>(
    a: &Auftrag<'_>,
    ziel: &Listenziel,
    angaben: Listenangaben,
    plan: &[Plan<T>],
    lies: impl FnOnce(Umfang, u32) -> Ergebnis<(Vec<T>, u64)>,
) -> Ergebnis<Aenderung> {
    let (pfad, format) = zu_schreiben_als(a.haus, &ziel.datei, &Listenformat::ALLE, ziel.ueberschreiben)?;
    if ziel.spalten.len() > MAX_SPALTEN {
        return Err(Fehler::feld("spalten", "Bitte wählen Sie weniger Spalten."));
    }
    let wahl = waehle(plan, &ziel.spalten)
        .map_err(|_| Fehler::feld("spalten", "Eine der gewählten Spalten gibt es in dieser Liste nicht."))?;
    a.fortschritt.beginne("Liste wird gelesen", 0);
    let sichtweite = rechte::verlange(a.sitzung, angaben.abfrage)?.1;
    let (zeilen, gesamt) = lies(sichtweite, format.hoechstens())?;
    format.fasst(gesamt)?;
    if gesamt != zeilen.len() as u64 {
        return Err(Fehler::intern(format!("{} of {gesamt} rows were read", zeilen.len())));
    }
    let kopf = hex(&a.s.protokoll_kopf()?.1);
    let liste = Liste {
        titel: angaben.titel.to_owned(),
        spalten: wahl.gewaehlt.iter().map(|p| Listenspalte { titel: p.titel, art: p.art }).collect(),
        zeilen: zeilen.iter().map(|z| wahl.gewaehlt.iter().map(|p| (p.wert)(z)).collect()).collect(),
        angaben: Angaben {
            haus: a.s.hausdaten()?.name,
            umfang: umfang(sichtweite).to_owned(),
            filter: angaben.filter,
            weggelassen: wahl.weggelassen,
            erstellt: a.haus.umgebung().jetzt().with_timezone(&Berlin).fixed_offset(),
            kopf: kopf.clone(),
        },
    };
    a.fortschritt.beginne("Liste wird geschrieben", gesamt);
    let bytes = schreibe(a, &liste, format)?;
    a.fortschritt.melde(gesamt)?;
    let zeilen_satz = je(gesamt, "1 Zeile", |n| format!("{n} Zeilen"));
    let titel = format!("{} ({zeilen_satz}, {})", liste.titel, endung(&pfad));
    let export = ausgeben(
        a,
        &pfad,
        &bytes,
        &Ausgabeangaben { art: Ausgabeart::Liste, objekt: angaben.abfrage, titel: &titel, kopf: Some(&kopf) },
    )?;
    Ok(Aenderung::an(ObjektArt::EXPORT, export)
        .mit_hinweis(format!("Die Liste ist geschrieben: {}.", zeilen_satz)))
}

fn schreibe(a: &Auftrag<'_>, liste: &Liste, format: Listenformat) -> Ergebnis<Vec<u8>> {
    let mut melde = |n| a.fortschritt.melde(n);
    match format {
        Listenformat::Csv => als_csv(liste, &mut melde, Fehler::intern),
        Listenformat::Xlsx => {
            let zu_lang = |z: &Zelle| matches!(z, Zelle::Text(t) if t.encode_utf16().count() > MAX_ZELLTEXT);
            if liste.zeilen.iter().flatten().any(zu_lang) {
                return Err(Fehler::regel(
                    "Ein Text ist länger als eine Zelle in XLSX fasst. Bitte geben Sie die Liste als CSV oder PDF aus.",
                ));
            }
            als_xlsx(liste, &mut melde, Fehler::intern)
        }
        Listenformat::Pdf => bericht::liste::als_pdf(liste, &hauskopf(a.s)?).map_err(unsetzbar),
    }
}

fn unsetzbar(fehler: BerichtFehler) -> Fehler {
    match fehler {
        BerichtFehler::SpalteZuSchmal { .. } => Fehler::neu(
            Code::Regel,
            "Für ein PDF sind das zu viele Spalten. Bitte wählen Sie weniger oder geben Sie die Liste als XLSX aus.",
        )
        .wegen(fehler),
        BerichtFehler::FehlendesZeichen { .. } | BerichtFehler::ZuHoch { .. } => {
            Fehler::neu(Code::Regel, fehler.to_string()).wegen(fehler)
        }
        _ => Fehler::intern(fehler),
    }
}

fn umfang(umfang: Umfang) -> &'static str {
    match umfang {
        Umfang::Haus => "das ganze Haus",
        Umfang::Bereich => "der eigene Bereich",
        Umfang::Teams => "die eigenen Teams und selbst Zugewiesenes",
        Umfang::Eigene | Umfang::Kein => "selbst Zugewiesenes",
    }
}

fn endung(pfad: &Path) -> String {
    pfad.extension().unwrap_or_default().to_string_lossy().to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zu_viele_zeilen_werden_abgelehnt_und_der_ausweg_genannt() {
        assert!(Listenformat::Pdf.fasst(5_000).is_ok() && Listenformat::Xlsx.fasst(100_000).is_ok());
        let text = |f: Listenformat, n| f.fasst(n).map_err(|e| e.text).err().unwrap_or_default();
        assert_eq!(
            text(Listenformat::Pdf, 5_001),
            "Die Liste hat 5.001 Zeilen, in dieses Format passen höchstens 5.000. \
             Bitte geben Sie die Liste als XLSX oder CSV aus oder schränken Sie die Filter ein."
        );
        assert!(text(Listenformat::Csv, 100_001).contains("in Teilen"));
    }
}
