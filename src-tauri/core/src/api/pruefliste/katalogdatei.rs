//! A catalogue as a file: JSON as it is shipped, or a workbook with one row a question. Reading fills the editor; saving
//! is another step.
//!
//! Columns of the workbook by title, in any order: Kapitel, Kennung, Frage (these three are needed), Quelle,
//! Erläuterung, Nachweis, Nachweis erforderlich (ja/nein), Gewicht, Turnus in Monaten, Betrifft, Wenn Frage,
//! Wenn Antwort (answers separated by commas). An empty Kapitel continues the one above.

use super::katalog::fassung_mit_katalog;
use super::planung::katalog_sichtbar;
use crate::api::ausgabe::Ausgabeart;
use crate::api::datei::{Ausgabeangaben, ausgeben, zu_lesen, zu_schreiben_als};
use crate::api::tuer::{Aenderung, Auftrag, Frage};
use crate::audit::{ObjektArt, hex};
use crate::aufzaehlung::Aufzaehlung;
use crate::einlesen::{EinleseFehler, Leseoptionen, Zeile, als_xlsx, lesen, vorschau};
use crate::fehler::{Ergebnis, Fehler};
use crate::listenausgabe::{Angaben, Liste, Listenspalte, Zellart, Zelle};
use crate::pruefliste::{
    FORMAT, Fragebedingung, Kapitel, Katalogdatei, Kontrollfrage, Listenantwort, MAX_FRAGEN, pruefe_kapitel,
};
use crate::storage::{Katalogfassung, Pruefkatalog};
use chrono_tz::Europe::Berlin;
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use std::path::Path;
use ts_rs::TS;

/// Most bytes of a JSON file.
const MAX_BYTES: u64 = 2 * 1024 * 1024;

/// Reads a catalogue from a file for the editor.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KatalogEinlesen {
    /// Path of a JSON, XLSX or CSV file.
    pub datei: String,
}

/// What was read.
#[derive(Debug, Serialize, TS)]
pub struct KatalogAusDatei {
    /// Introduction, where the file has one.
    pub einleitung: Option<String>,
    /// The day whose law the questions follow, where the file says it.
    #[ts(type = "string | null")]
    pub rechtsstand: Option<chrono::NaiveDate>,
    /// Chapters with questions, also where something is wrong.
    pub kapitel: Vec<Kapitel>,
    /// What is wrong, by line of the file.
    pub fehler: Vec<Katalogzeilenfehler>,
}

/// Something wrong in a line; 0 where the file has no lines.
#[derive(Debug, Serialize, TS)]
pub struct Katalogzeilenfehler {
    /// Line in the file.
    pub zeile: u64,
    /// German sentence.
    pub text: String,
}

/// Writes a version to a file. The ending decides the format.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KatalogExportieren {
    /// Version.
    pub id: String,
    /// Path that ends in `.json` or `.xlsx`.
    pub datei: String,
    /// Replace an existing file.
    pub ueberschreiben: bool,
}

#[derive(Clone, Copy)]
enum Dateiformat {
    Json,
    Xlsx,
}

/// Titles of the columns, in the order of [`Leser::zeile`].
const SPALTEN: [&str; 12] = [
    "Kapitel",
    "Kennung",
    "Frage",
    "Quelle",
    "Erläuterung",
    "Nachweis",
    "Nachweis erforderlich",
    "Gewicht",
    "Turnus in Monaten",
    "Betrifft",
    "Wenn Frage",
    "Wenn Antwort",
];
/// How many of them must be there.
const NOETIG: usize = 3;

pub(super) fn einlesen(f: &Frage<'_>, r: KatalogEinlesen) -> Ergebnis<KatalogAusDatei> {
    let pfad = zu_lesen(f.haus, &r.datei)?;
    if pfad.extension().is_some_and(|e| e.eq_ignore_ascii_case("json")) {
        return aus_json(&pfad);
    }
    let optionen = Leseoptionen::default();
    let datei = |e: EinleseFehler| Fehler::feld("datei", e.to_string()).wegen(e);
    let kopf: Vec<String> = vorschau(&pfad, &optionen)
        .map_err(datei)?
        .spalten
        .into_iter()
        .map(|s| s.name.to_lowercase())
        .collect();
    let stellen = SPALTEN.map(|titel| kopf.iter().position(|k| *k == titel.to_lowercase()));
    let fehlend: Vec<&str> = (0..NOETIG).filter(|i| stellen[*i].is_none()).map(|i| SPALTEN[i]).collect();
    if !fehlend.is_empty() {
        return Err(Fehler::feld(
            "datei",
            format!("In der Datei fehlt: {}. Die Spalten heißen {}.", fehlend.join(", "), SPALTEN.join(", ")),
        ));
    }
    let mut leser = Leser::default();
    lesen(&pfad, &optionen, &mut |z| leser.zeile(&stellen, z)).map_err(datei)?;
    if leser.fragen > MAX_FRAGEN {
        return Err(Fehler::feld("datei", format!("Die Datei hat mehr als {MAX_FRAGEN} Fragen.")));
    }
    Ok(leser.fertig())
}

fn aus_json(pfad: &Path) -> Ergebnis<KatalogAusDatei> {
    let lesbar = |e: std::io::Error| {
        Fehler::feld("datei", "Die Datei lässt sich nicht lesen. Bitte prüfen Sie die Rechte.").wegen(e)
    };
    if std::fs::metadata(pfad).map_err(lesbar)?.len() > MAX_BYTES {
        return Err(Fehler::feld("datei", "Die Datei ist größer als 2 MB; das ist keine Prüfliste."));
    }
    let bytes = std::fs::read(pfad).map_err(lesbar)?;
    let d: Katalogdatei = serde_json::from_slice(&bytes).map_err(|e| {
        Fehler::feld(
            "datei",
            format!("Die Datei ist keine Prüfliste von IKS (Zeile {}, Spalte {}).", e.line(), e.column()),
        )
        .wegen(e)
    })?;
    if d.format != FORMAT {
        return Err(Fehler::feld("datei", "Die Datei stammt aus einer anderen Version von IKS."));
    }
    let (kapitel, fehler) = geprueft(d.kapitel, |_| 0);
    Ok(KatalogAusDatei { einleitung: Some(d.einleitung), rechtsstand: Some(d.rechtsstand), kapitel, fehler })
}

/// Applies the rules of a catalogue; what is wrong comes with the line that `zeile` finds for chapter and question.
fn geprueft(
    kapitel: Vec<Kapitel>,
    zeile: impl Fn((usize, usize)) -> u64,
) -> (Vec<Kapitel>, Vec<Katalogzeilenfehler>) {
    match pruefe_kapitel(kapitel.clone()) {
        Ok(kapitel) => (kapitel, Vec::new()),
        Err(fehler) => {
            let texte = fehler
                .felder
                .into_iter()
                .map(|feld| {
                    let mut zahlen = feld.feld.split('.').filter_map(|t| t.parse().ok());
                    let stelle = (zahlen.next().unwrap_or(0), zahlen.next().unwrap_or(0));
                    Katalogzeilenfehler { zeile: zeile(stelle), text: feld.text }
                })
                .collect();
            (kapitel, texte)
        }
    }
}

#[derive(Default)]
struct Leser {
    kapitel: Vec<Kapitel>,
    /// Line of each question, by chapter.
    zeilen: Vec<Vec<u64>>,
    fehler: Vec<Katalogzeilenfehler>,
    fragen: usize,
}

impl Leser {
    fn zeile(&mut self, stellen: &[Option<usize>; 12], z: Zeile<'_>) -> ControlFlow<()> {
        if z.ist_leer() {
            return ControlFlow::Continue(());
        }
        self.fragen += 1;
        if self.fragen > MAX_FRAGEN {
            return ControlFlow::Break(());
        }
        let text = |i: usize| stellen[i].map_or(String::new(), |s| z.feld(s).anzeige().into_owned());
        let titel = text(0);
        if self.kapitel.last().is_none_or(|k| !titel.is_empty() && k.titel != titel) {
            self.kapitel.push(Kapitel { titel, fragen: Vec::new() });
            self.zeilen.push(Vec::new());
        }
        let frage = Kontrollfrage {
            kennung: text(1),
            frage: text(2),
            quelle: text(3),
            erlaeuterung: text(4),
            nachweis: text(5),
            nachweis_pflicht: self.ja_nein(z.nr(), &text(6)),
            gewicht: self.zahl(z.nr(), "Gewicht", &text(7), 2),
            turnus_monate: self.zahl(z.nr(), "Turnus in Monaten", &text(8), 12),
            betrifft: text(9),
            wenn: self.bedingung(z.nr(), text(10), &text(11)),
        };
        if let (Some(k), Some(zeilen)) = (self.kapitel.last_mut(), self.zeilen.last_mut()) {
            k.fragen.push(frage);
            zeilen.push(z.nr());
        }
        ControlFlow::Continue(())
    }

    fn ja_nein(&mut self, zeile: u64, text: &str) -> bool {
        match text.to_lowercase().as_str() {
            "ja" | "x" | "1" | "wahr" => true,
            "" | "nein" | "0" | "falsch" => false,
            _ => {
                self.melde(zeile, "„Nachweis erforderlich“ ist „ja“ oder „nein“.".to_owned());
                false
            }
        }
    }

    /// A whole number, or what is usual where the cell is empty.
    fn zahl<T: std::str::FromStr>(&mut self, zeile: u64, spalte: &str, text: &str, sonst: T) -> T {
        if text.is_empty() {
            return sonst;
        }
        text.parse().unwrap_or_else(|_| {
            self.melde(zeile, format!("„{spalte}“ ist keine ganze Zahl."));
            sonst
        })
    }

    fn bedingung(&mut self, zeile: u64, frage: String, antworten: &str) -> Option<Fragebedingung> {
        if frage.is_empty() && antworten.is_empty() {
            return None;
        }
        let mut antwort = Vec::new();
        for wort in antworten.split([',', ';', '/']).map(str::trim).filter(|w| !w.is_empty()) {
            match Listenantwort::ALLE
                .iter()
                .find(|a| a.titel() == wort.to_lowercase() || a.name() == wort.to_lowercase())
            {
                Some(a) => antwort.push(*a),
                None => self.melde(
                    zeile,
                    "„Wenn Antwort“ kennt nur: erfüllt, teilweise, nicht erfüllt, nicht anwendbar."
                        .to_owned(),
                ),
            }
        }
        Some(Fragebedingung { frage, antwort })
    }

    fn melde(&mut self, zeile: u64, text: String) {
        self.fehler.push(Katalogzeilenfehler { zeile, text });
    }

    fn fertig(self) -> KatalogAusDatei {
        let zeilen = self.zeilen;
        let (kapitel, regeln) =
            geprueft(self.kapitel, |(k, f)| zeilen.get(k).and_then(|z| z.get(f)).copied().unwrap_or(0));
        let mut fehler = self.fehler;
        fehler.extend(regeln);
        fehler.sort_by_key(|f| f.zeile);
        KatalogAusDatei { einleitung: None, rechtsstand: None, kapitel, fehler }
    }
}

pub(super) fn exportieren(a: &Auftrag<'_>, r: KatalogExportieren) -> Ergebnis<Aenderung> {
    let sichtbar = |g| katalog_sichtbar(a.sitzung, a.umfang, "pruefkatalog.exportieren", g);
    let (katalog, fassung) = fassung_mit_katalog(a.s, sichtbar, &r.id)?;
    let formate = [(Dateiformat::Json, "json"), (Dateiformat::Xlsx, "xlsx")];
    let (pfad, format) = zu_schreiben_als(a.haus, &r.datei, &formate, r.ueberschreiben)?;
    let titel = format!("Prüfliste {}, Fassung {}", katalog.titel, fassung.nummer);
    let bytes = match format {
        Dateiformat::Json => als_json(&katalog, &fassung)?,
        Dateiformat::Xlsx => {
            let liste = als_liste(a, &fassung, titel.clone())?;
            als_xlsx(&liste, &mut |_| Ok(()), Fehler::intern)?
        }
    };
    let angaben = Ausgabeangaben { art: Ausgabeart::Liste, objekt: &fassung.id, titel: &titel, kopf: None };
    let export = ausgeben(a, &pfad, &bytes, &angaben)?;
    Ok(Aenderung::an(ObjektArt::EXPORT, export).mit_hinweis("Die Prüfliste ist geschrieben."))
}

fn als_json(k: &Pruefkatalog, f: &Katalogfassung) -> Ergebnis<Vec<u8>> {
    serde_json::to_vec_pretty(&Katalogdatei {
        format: FORMAT.to_owned(),
        kennung: k.kennung.clone(),
        gebiet: k.gebiet,
        titel: k.titel.clone(),
        rechtsstand: f.rechtsstand,
        einleitung: f.einleitung.clone(),
        kapitel: f.kapitel.clone(),
    })
    .map_err(Fehler::intern)
}

fn als_liste(a: &Auftrag<'_>, f: &Katalogfassung, titel: String) -> Ergebnis<Liste> {
    let zeile = |k: &Kapitel, x: &Kontrollfrage| -> Vec<Zelle> {
        let wenn = x.wenn.as_ref();
        let antworten: Vec<&str> =
            wenn.map(|w| w.antwort.iter().map(|a| a.titel()).collect()).unwrap_or_default();
        vec![
            k.titel.as_str().into(),
            x.kennung.as_str().into(),
            x.frage.as_str().into(),
            x.quelle.as_str().into(),
            x.erlaeuterung.as_str().into(),
            x.nachweis.as_str().into(),
            if x.nachweis_pflicht { "ja" } else { "nein" }.into(),
            u64::from(x.gewicht).into(),
            u64::from(x.turnus_monate).into(),
            x.betrifft.as_str().into(),
            wenn.map(|w| w.frage.as_str()).into(),
            antworten.join(", ").into(),
        ]
    };
    let art = |titel: &str| match titel {
        "Gewicht" | "Turnus in Monaten" => Zellart::Zahl,
        "Frage" | "Erläuterung" | "Nachweis" => Zellart::Langtext,
        _ => Zellart::Text,
    };
    Ok(Liste {
        titel,
        spalten: SPALTEN.iter().map(|t| Listenspalte { titel: t, art: art(t) }).collect(),
        zeilen: f.kapitel.iter().flat_map(|k| k.fragen.iter().map(move |x| zeile(k, x))).collect(),
        angaben: Angaben {
            haus: a.s.hausdaten()?.name,
            umfang: "das ganze Haus".to_owned(),
            filter: format!("Rechtsstand {}", crate::frist::Kurz(f.rechtsstand)),
            weggelassen: Vec::new(),
            erstellt: a.haus.umgebung().jetzt().with_timezone(&Berlin).fixed_offset(),
            kopf: hex(&a.s.protokoll_kopf()?.1),
        },
    })
}
