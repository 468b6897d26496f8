//! An earlier list of Widersprüche enters the register: look, check, take over. Nothing is taken over that the
//! check did not show, and each row goes the way of an entry by hand.

use super::grundlage::{Grundlage, Nummernkreis, klar_geprueft};
use super::schritt::uebernommen;
use super::verfahren::{neu, speichern_neu};
use super::*;
use crate::api::Leer;
use crate::api::ausgabe::Ausgabeart;
use crate::api::datei::{Ausgabeangaben, ausgeben, zu_lesen, zu_schreiben};
use crate::api::fachaufsicht::grundgesamtheit::profil_schreiben;
use crate::api::haus::pruefe_text;
use crate::api::organisation::{Bezug, bezug_oder_neu};
use crate::api::tuer::Frage;
use crate::einlesen::{CsvAusgabe, Leseoptionen, Vorschau, lesen_mit_kopf, nummer_als_zahl, vorschau};
use crate::fachaufsicht::nachziehung::aus_einlesen;
use crate::freitext;
use crate::haus::Haus;
use crate::storage::Verfahrensprofil;
use crate::widerspruch::einlesen::{
    Ablehnung, Bestand, Eintrag, Herkunft, Listenregel, Listenverfahren, MAX_ZEILEN, Verfahrensfeld,
    Verfahrensleseweise, Wortfeld, Wortschatz, satz_zum_feld, vorschlag,
};
use crate::widerspruch::{Verfahrensangaben, Verfahrensart};
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use ts_rs::TS;

/// Rows that a check lists one by one; the export lists all.
const GEZEIGT: usize = 200;
/// Unknown words that a check asks for.
const WORTE_HOECHSTENS: usize = 100;
/// Rows between two looks at progress and cancel.
const FORTSCHRITT_ALLE: usize = 50;

modul! {
    operationen EinlesenOperation {
        Einlesen(ListeEinlesen) = "widerspruch.einlesen", "Liste von Widerspruchsverfahren einlesen" => einlesen;
        BefundeExportieren(ImportbefundeExportieren) = "widerspruch.importbefunde_exportieren", "Nicht übernommene Verfahren einer Liste exportieren" => befunde_exportieren;
        ProfilSpeichern(VerfahrensprofilSpeichern) = "widerspruch.importprofil_speichern", "Importprofil für Widerspruchsverfahren anlegen oder ändern" => profil_speichern;
    }
    abfragen EinlesenAbfrage {
        Vorschau(ListeAnsehen) -> Listenvorschau = "widerspruch.import_vorschau", "Liste von Widerspruchsverfahren vor dem Einlesen ansehen" => vorschau_abfrage;
        Pruefen(ListePruefen) -> Listenpruefung = "widerspruch.import_pruefen", "Liste von Widerspruchsverfahren vor dem Einlesen prüfen" => pruefen;
        Profile(Leer) -> Vec<Verfahrensprofil> = "widerspruch.importprofile", "Importprofile für Widerspruchsverfahren ansehen" => profile;
    }
}

/// Looks into a list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListeAnsehen {
    /// Path.
    pub datei: String,
    /// What the person fixed.
    pub optionen: Leseoptionen,
}

/// A list as it looks, and columns that look like a field.
#[derive(Debug, Serialize, TS)]
pub struct Listenvorschau {
    /// The list.
    pub vorschau: Vorschau,
    /// A first guess.
    pub vorschlag: BTreeMap<Verfahrensfeld, String>,
}

/// Reads a list without taking anything over.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListePruefen {
    /// Path.
    pub datei: String,
    /// Reading options and mapping.
    pub leseweise: Verfahrensleseweise,
}

/// Takes a list over, as it was checked.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListeEinlesen {
    /// Path.
    pub datei: String,
    /// Reading options and mapping.
    pub leseweise: Verfahrensleseweise,
    /// SHA-256 of the file that was checked, lower-case hex.
    pub sha256: String,
}

/// Writes the rows that are not taken over to a CSV file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportbefundeExportieren {
    /// Path of the list.
    pub liste: String,
    /// Reading options and mapping.
    pub leseweise: Verfahrensleseweise,
    /// Path of the new file (.csv).
    pub datei: String,
    /// Replace an existing file.
    pub ueberschreiben: bool,
}

/// Saves a mapping under a name.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VerfahrensprofilSpeichern {
    /// None: new.
    pub bezug: Option<Bezug>,
    /// Name.
    pub name: String,
    /// Content.
    pub inhalt: Verfahrensleseweise,
}

/// A row that is not taken over.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Listenbefund {
    /// Line in the file.
    pub zeile: u64,
    /// It is in the register already; else it is rejected.
    pub vorhanden: bool,
    /// German sentence.
    pub text: String,
}

/// A word that has no meaning yet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct UnbekanntesWort {
    /// In which column.
    pub feld: Wortfeld,
    /// The word.
    pub wort: String,
    /// Rows that wait for it.
    pub zeilen: u64,
}

/// What a list would give; `gelesen = neu + vorhanden + abgewiesen`.
#[derive(Debug, Serialize, TS)]
pub struct Listenpruefung {
    /// Data rows.
    pub gelesen: u64,
    /// Procedures that would be entered.
    pub neu: u64,
    /// Of these, finished ones.
    pub erledigt: u64,
    /// Rows that are in the register already.
    pub vorhanden: u64,
    /// Rows that are rejected.
    pub abgewiesen: u64,
    /// The first rows that are not taken over, at most 200.
    pub befunde: Vec<Listenbefund>,
    /// Words that have no meaning yet, most frequent first.
    pub worte: Vec<UnbekanntesWort>,
    /// German sentences about what to know.
    pub hinweise: Vec<String>,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
}

/// A list that was read against the register.
struct Gelesen {
    neu: Vec<(u64, Listenverfahren)>,
    befunde: Vec<Listenbefund>,
    worte: Vec<UnbekanntesWort>,
    hinweise: Vec<String>,
    sha256: String,
}

fn vorschau_abfrage(f: &Frage<'_>, anfrage: ListeAnsehen) -> Ergebnis<Listenvorschau> {
    let pfad = zu_lesen(f.haus, &anfrage.datei)?;
    let vorschau = vorschau(&pfad, &anfrage.optionen).map_err(aus_einlesen)?;
    Ok(Listenvorschau { vorschlag: vorschlag(&vorschau), vorschau })
}

fn pruefen(f: &Frage<'_>, anfrage: ListePruefen) -> Ergebnis<Listenpruefung> {
    let g = Grundlage::lesen(f.l, f.haus)?;
    let mut liste = lesen_gegen_register(f.l, f.haus, &g, &anfrage.datei, &anfrage.leseweise)?;
    let vorhanden = liste.befunde.iter().filter(|b| b.vorhanden).count() as u64;
    let abgewiesen = liste.befunde.len() as u64 - vorhanden;
    let neu = liste.neu.len() as u64;
    liste.befunde.truncate(GEZEIGT);
    liste.worte.truncate(WORTE_HOECHSTENS);
    Ok(Listenpruefung {
        gelesen: neu + vorhanden + abgewiesen,
        neu,
        erledigt: liste.neu.iter().filter(|(_, v)| v.ergebnis.is_some()).count() as u64,
        vorhanden,
        abgewiesen,
        befunde: liste.befunde,
        worte: liste.worte,
        hinweise: liste.hinweise,
        sha256: liste.sha256,
    })
}

fn profile(f: &Frage<'_>, _: Leer) -> Ergebnis<Vec<Verfahrensprofil>> {
    Ok(f.l.importprofile()?)
}

fn profil_speichern(a: &Auftrag<'_>, anfrage: VerfahrensprofilSpeichern) -> Ergebnis<Aenderung> {
    let (id, version, neu) = bezug_oder_neu(a, anfrage.bezug);
    anfrage.inhalt.zuordnung.pruefe()?;
    let name = pruefe_text("name", &anfrage.name, 2, 80)?;
    profil_schreiben(a, &Verfahrensprofil { id, name, inhalt: anfrage.inhalt, version }, neu)
}

fn einlesen(a: &Auftrag<'_>, anfrage: ListeEinlesen) -> Ergebnis<Aenderung> {
    a.fortschritt.beginne("Liste wird gelesen", 0);
    let g = Grundlage::lesen(a.s, a.haus)?;
    let mut liste = lesen_gegen_register(a.s, a.haus, &g, &anfrage.datei, &anfrage.leseweise)?;
    if liste.sha256 != anfrage.sha256 {
        return Err(Fehler::regel("Die Datei wurde seit der Prüfung geändert. Bitte prüfen Sie sie erneut."));
    }
    if liste.neu.is_empty() {
        return Err(Fehler::regel(
            "Aus dieser Liste ist nichts zu übernehmen: Alle Zeilen sind schon vorhanden oder wurden abgewiesen.",
        ));
    }
    // Numbers follow the receipt, as if the procedures had been entered one after the other.
    liste.neu.sort_by_key(|(zeile, v)| (v.angaben.eingang, *zeile));
    let (neue, erledigt) = (liste.neu.len(), liste.neu.iter().filter(|(_, v)| v.ergebnis.is_some()).count());
    a.fortschritt.beginne("Verfahren werden übernommen", neue as u64);
    let mut nummern = Nummernkreis::default();
    let mut aenderung = Aenderung::default();
    for (i, (_, zeile)) in liste.neu.into_iter().enumerate() {
        if i % FORTSCHRITT_ALLE == 0 {
            a.fortschritt.melde(i as u64)?;
        }
        let nummer = nummern.naechste(a.s, zeile.angaben.eingang.year())?;
        let mut v = neu(a, &g, nummer, zeile.art, zeile.angaben, &zeile.klar, None);
        if let Some((ergebnis, am)) = zeile.ergebnis {
            v = uebernommen(a, v, ergebnis, am)?;
        }
        aenderung = aenderung.zusammen(speichern_neu(a, &g, &v, &zeile.klar)?);
    }
    let vorhanden = liste.befunde.iter().filter(|b| b.vorhanden).count();
    Ok(aenderung.mit_hinweis(format!(
        "{neue} Verfahren wurden übernommen, davon {erledigt} als erledigt. {vorhanden} waren schon vorhanden, {} wurden abgewiesen.",
        liste.befunde.len() - vorhanden
    )))
}

fn befunde_exportieren(a: &Auftrag<'_>, anfrage: ImportbefundeExportieren) -> Ergebnis<Aenderung> {
    let pfad = zu_schreiben(a.haus, &anfrage.datei, "csv", anfrage.ueberschreiben)?;
    let g = Grundlage::lesen(a.s, a.haus)?;
    let liste = lesen_gegen_register(a.s, a.haus, &g, &anfrage.liste, &anfrage.leseweise)?;
    let mut csv = CsvAusgabe::neu(Vec::new()).map_err(Fehler::intern)?;
    csv.zeile(["Zeile", "Ergebnis", "Grund"]).map_err(Fehler::intern)?;
    for b in &liste.befunde {
        let ergebnis = if b.vorhanden { "schon vorhanden" } else { "abgewiesen" };
        csv.zeile([b.zeile.to_string().as_str(), ergebnis, b.text.as_str()]).map_err(Fehler::intern)?;
    }
    let inhalt = csv.ende().map_err(Fehler::intern)?;
    let angaben = Ausgabeangaben {
        art: Ausgabeart::Importbefunde,
        objekt: "",
        titel: "Liste von Widerspruchsverfahren: nicht übernommene Zeilen",
        kopf: None,
    };
    let id = ausgeben(a, &pfad, &inhalt, &angaben)?;
    Ok(Aenderung::an(ObjektArt::EXPORT, id))
}

/// Reads a list and says of each row what becomes of it. Check, import and export all go this way.
fn lesen_gegen_register(
    l: &Lesen<'_>,
    haus: &Haus,
    g: &Grundlage,
    datei: &str,
    leseweise: &Verfahrensleseweise,
) -> Ergebnis<Gelesen> {
    let zuordnung = &leseweise.zuordnung;
    zuordnung.pruefe()?;
    let standard = &zuordnung.standard_sachgebiet;
    if !standard.is_empty() && g.sachgebiet(standard).is_none() {
        return Err(Fehler::feld("standard_sachgebiet", "Bitte wählen Sie ein Sachgebiet."));
    }
    let pfad = zu_lesen(haus, datei)?;
    let mut bestand = Bestand::default();
    for eintrag in l.verfahrensbestand()? {
        bestand.aufnehmen(eintrag);
    }
    let worte = Wortschatz::neu(&g.katalog, &g.teams, &zuordnung.worte);
    let mut liste = Gelesen {
        neu: Vec::new(),
        befunde: Vec::new(),
        worte: Vec::new(),
        hinweise: Vec::new(),
        sha256: String::new(),
    };
    let mut unbekannt: BTreeMap<(Wortfeld, String), u64> = BTreeMap::new();
    let mut gelesen = 0;
    let (regel, bericht) = lesen_mit_kopf(
        &pfad,
        &leseweise.optionen,
        |kopf| Listenregel::neu(kopf, zuordnung, &worte, g.heute),
        |regel, zeile| {
            gelesen += 1;
            if gelesen > MAX_ZEILEN {
                return ControlFlow::Break(());
            }
            match regel.nimm(zeile).and_then(|v| geprueft(g, v)) {
                Ok(v) => match bestand.aufnehmen(eintrag(g, &v, zeile.nr())) {
                    None => liste.neu.push((zeile.nr(), v)),
                    Some(woher) => liste.befunde.push(wiederholt(zeile.nr(), woher)),
                },
                Err(Ablehnung { text, worte }) => {
                    for wort in worte {
                        *unbekannt.entry(wort).or_default() += 1;
                    }
                    liste.befunde.push(Listenbefund { zeile: zeile.nr(), vorhanden: false, text });
                }
            }
            ControlFlow::Continue(())
        },
    )
    .map_err(aus_einlesen)?;
    if gelesen > MAX_ZEILEN {
        return Err(Fehler::regel(
            "Die Liste hat mehr als 20.000 Zeilen. Bitte teilen Sie sie auf, zum Beispiel nach Jahren.",
        ));
    }
    liste.worte =
        unbekannt.into_iter().map(|((feld, wort), zeilen)| UnbekanntesWort { feld, wort, zeilen }).collect();
    liste.worte.sort_by_key(|w| std::cmp::Reverse(w.zeilen));
    liste.sha256 = bericht.sha256.unwrap_or_default();
    if regel.nummer_als_zahl {
        let spalte = zuordnung.spalten.get(&Verfahrensfeld::Fallnummer).map_or("", String::as_str);
        liste.hinweise.push(nummer_als_zahl(spalte));
    }
    liste.hinweise.extend(hinweise_zur_liste(&liste.neu, zuordnung.belehrung_vollstaendig));
    Ok(liste)
}

/// The same checks as for an entry by hand; the sentence names the column.
fn geprueft(g: &Grundlage, v: Listenverfahren) -> Result<Listenverfahren, Ablehnung> {
    let satz = |fehler: Fehler| {
        let feld = fehler.felder.first().map_or("", |f| f.feld.as_str());
        let text = fehler.felder.first().map_or(fehler.text.as_str(), |f| f.text.as_str());
        Ablehnung::neu(satz_zum_feld(feld, text))
    };
    let angaben = g.angaben(v.art, v.angaben).map_err(satz)?;
    let klar = klar_geprueft(v.klar).map_err(satz)?;
    Ok(Listenverfahren { angaben, klar, ..v })
}

fn eintrag(g: &Grundlage, v: &Listenverfahren, zeile: u64) -> Eintrag {
    Eintrag {
        pseudonym: g.pseudonym(&v.klar.fallnummer),
        eingang: v.angaben.eingang,
        art: v.art,
        bescheid_am: v.angaben.bescheid_am,
        fruehere_nummer: v.fruehere_nummer.clone(),
        woher: Herkunft::Zeile(zeile),
    }
}

fn wiederholt(zeile: u64, woher: Herkunft) -> Listenbefund {
    let (vorhanden, text) = match woher {
        Herkunft::Register(nummer) => (true, format!("Schon im Register als {nummer}.")),
        Herkunft::Zeile(erste) => (false, format!("Dublette von Zeile {erste}.")),
    };
    Listenbefund { zeile, vorhanden, text: format!("{text} Fallnummer, Eingang und Art sind gleich.") }
}

/// What the person should know before she takes the list over.
fn hinweise_zur_liste(neu: &[(u64, Listenverfahren)], belehrung_vollstaendig: bool) -> Vec<String> {
    let mut aus = Vec::new();
    let offene = || neu.iter().map(|(_, v)| v).filter(|v| v.ergebnis.is_none());
    let ohne_nachweis = |w: &Verfahrensangaben| {
        w.bekanntgabe.as_ref().is_some_and(|weg| crate::frist::bekanntgabe(weg).is_err())
    };
    let n = offene().filter(|v| v.art == Verfahrensart::Widerspruch && ohne_nachweis(&v.angaben)).count();
    if n > 0 {
        aus.push(format!(
            "Bei {n} offenen Widersprüchen ist der Tag der Aufgabe zur Post nicht nachgewiesen. Ihre Widerspruchsfrist wird erst berechnet, wenn die Bekanntgabe ergänzt ist."
        ));
    }
    if !belehrung_vollstaendig && offene().any(|v| v.art == Verfahrensart::Widerspruch) {
        aus.push("Ohne Angabe zur Rechtsbehelfsbelehrung gilt bei allen offenen Widersprüchen die Jahresfrist (§ 66 Abs. 2 SGG).".to_owned());
    }
    let auffaellig: Vec<String> = neu
        .iter()
        .filter(|(_, v)| {
            let text = format!("{} {}", v.angaben.gegenstand, v.angaben.vermerk);
            !freitext::auffaelligkeiten(&text).is_empty()
        })
        .map(|(zeile, _)| zeile.to_string())
        .collect();
    if !auffaellig.is_empty() {
        let mehr = if auffaellig.len() > 10 { " und weitere" } else { "" };
        aus.push(format!(
            "Gegenstand oder Vermerk enthalten vermutlich personenbezogene Angaben, die alle mit Zugriff auf das Register lesen (Zeile {}{mehr}).",
            auffaellig.iter().take(10).cloned().collect::<Vec<_>>().join(", ")
        ));
    }
    aus
}
