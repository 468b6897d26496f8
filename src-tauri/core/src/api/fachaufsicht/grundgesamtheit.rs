//! The population of a check: preview, import, exclusions.

mod ausschluss;
mod einlesen;
mod uebernahme;

use super::pruefung_laden;
use crate::api::ausgabe::Ausgabeart;
use crate::api::datei::{Ausgabeangaben, ausgeben, zu_lesen, zu_schreiben};
use crate::api::haus::pruefe_text;
use crate::api::organisation::{Bezug, bezug_oder_neu};
use crate::api::register::modul;
use crate::api::tuer::{Aenderung, Auftrag, Frage, oder_konflikt};
use crate::api::{Blatt, Leer, Seite};
use crate::audit::ObjektArt;
use crate::einlesen::{
    Abgleich, Auswahleinheit, CsvAusgabe, Importergebnis, Kontrollvorgabe, Leseoptionen, Vorschau, Zuordnung,
    abgleich, vorschau,
};
use crate::fachaufsicht::grundgesamtheit::{
    ANDERES_TEAM, Leseweise, Schichtzeile, Teamzeile, Zeilenbefund, vorschlag,
};
use crate::fachaufsicht::nachziehung::aus_einlesen;
use crate::fehler::{Ergebnis, Fehler};
use crate::stichprobe::zahl;
use crate::storage::{Grundgesamtheit, Importprofil, Lesen, Profil, Profilinhalt};
use ausschluss::{Ausschliessen, AusschlussAufheben, ausschliessen, ausschluss_aufheben};
use chrono::NaiveDate;
use einlesen::{Einlesen, einlesen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(super) use ausschluss::finde_einheiten;
pub(super) use einlesen::{pseudonyme_lesen, pseudonymisierer, pseudonymisierer_von};
pub(super) use uebernahme::population_aus;

modul! {
    operationen GrundgesamtheitOperation {
        ProfilSpeichern(ProfilSpeichern) = "grundgesamtheit.profil_speichern", "Importprofil anlegen oder ändern" => profil_speichern;
        Einlesen(Einlesen) = "grundgesamtheit.einlesen", "Grundgesamtheit einlesen" => einlesen;
        KontrolleSpeichern(KontrolleSpeichern) = "grundgesamtheit.kontrolle_speichern", "Kontrollsumme eintragen" => kontrolle_speichern;
        BefundeExportieren(BefundeExportieren) = "grundgesamtheit.befunde_exportieren", "Abgelehnte Zeilen exportieren" => befunde_exportieren;
        Ausschliessen(Ausschliessen) = "grundgesamtheit.ausschliessen", "Fälle von der Ziehung ausschließen" => ausschliessen;
        AusschlussAufheben(AusschlussAufheben) = "grundgesamtheit.ausschluss_aufheben", "Ausschluss aufheben" => ausschluss_aufheben;
    }
    abfragen GrundgesamtheitAbfrage {
        Vorschau(VorschauAnfrage) -> VorschauAntwort = "grundgesamtheit.vorschau", "Liste vor dem Einlesen ansehen" => vorschau_abfrage;
        Profile(Leer) -> Vec<Importprofil> = "grundgesamtheit.profile", "Importprofile ansehen" => profile;
        Lesen(DerPruefung) -> Option<GrundgesamtheitAnsicht> = "grundgesamtheit.lesen", "Grundgesamtheit ansehen" => lesen;
        Befunde(BefundeSeite) -> Seite<Zeilenbefund> = "grundgesamtheit.befunde", "Abgelehnte und auffällige Zeilen ansehen" => befunde;
    }
}

/// Names a check.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DerPruefung {
    /// Id of the check.
    pub pruefung_id: String,
}

/// Looks into a list before it is imported.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VorschauAnfrage {
    /// Path.
    pub datei: String,
    /// What the person fixed.
    pub optionen: Leseoptionen,
    /// What a unit is, for the suggested mapping.
    pub auswahleinheit: Auswahleinheit,
}

/// A list as it looks, and a mapping that may fit.
#[derive(Debug, Serialize, TS)]
pub struct VorschauAntwort {
    /// The list.
    pub vorschau: Vorschau,
    /// A first guess.
    pub vorschlag: Option<Zuordnung>,
}

/// Saves a mapping under a name.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProfilSpeichern {
    /// None: new.
    pub bezug: Option<Bezug>,
    /// Name.
    pub name: String,
    /// Content.
    pub inhalt: Profilinhalt,
}

/// Enters or corrects the control total until the population is sealed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KontrolleSpeichern {
    /// Check.
    pub pruefung_id: String,
    /// Expected version of the population.
    pub version: i64,
    /// What the source system names.
    pub kontrolle: Kontrollvorgabe,
    /// Why a difference is acceptable; may be empty.
    pub vermerk: String,
}

/// Writes the rejected and the warned lines to a CSV file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BefundeExportieren {
    /// Check.
    pub pruefung_id: String,
    /// Path of the new file (.csv).
    pub datei: String,
    /// Replace an existing file.
    pub ueberschreiben: bool,
}

/// One page of lines.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BefundeSeite {
    /// Check.
    pub pruefung_id: String,
    /// Rejected lines; else those taken with a warning.
    pub abgelehnt: bool,
    /// Which rows.
    pub blatt: Blatt,
}

/// A population as the page shows it.
#[derive(Debug, Serialize, TS)]
pub struct GrundgesamtheitAnsicht {
    /// Id.
    pub id: String,
    /// For optimistic locking.
    pub version: i64,
    /// Specialist application.
    pub quellsystem: String,
    /// Query in it.
    pub abfrage: String,
    /// Day of the extraction.
    #[ts(type = "string")]
    pub auszug_am: NaiveDate,
    /// SHA-256 of the file.
    pub datei_sha256: String,
    /// How it was read.
    pub leseweise: Leseweise,
    /// Rows of the file.
    pub zeilen_gelesen: u64,
    /// Units.
    pub uebernommen: u64,
    /// Units with a warning.
    pub gewarnt: u64,
    /// Rows that are no unit.
    pub abgelehnt: u64,
    /// Rejected rows by reason.
    pub gruende: Vec<Ablehnungsgrund>,
    /// Sentences about the file as a whole.
    pub hinweise: Vec<String>,
    /// Sum of the amounts.
    pub summe_cent: Option<i64>,
    /// What the source system names.
    pub kontrolle: Kontrollvorgabe,
    /// Why a difference is acceptable.
    pub kontroll_vermerk: String,
    /// Comparison.
    pub abgleich: Abgleich,
    /// Free strata.
    pub schichten: Vec<Schichtzeile>,
    /// Teams.
    pub teams: Vec<Teamzeile>,
    /// Over all pseudonyms; once sealed, over those that take part.
    pub population_hash: String,
    /// Sealed: over pseudonym TAB stratum.
    pub schicht_hash: Option<String>,
    /// Units that take part: as sealed, or as it stands now.
    pub anzahl: u64,
    /// Excluded units.
    pub ausgeschlossen: u64,
    /// The population still holds plain numbers.
    pub klarnummern: bool,
    /// Number of the check whose corrected cases these are; nothing for a list that was read.
    pub aus_pruefung: Option<String>,
    /// Sign of the person who imported.
    pub eingelesen_von: String,
    /// UTC.
    pub eingelesen_am: String,
    /// Sign of the person who sealed.
    pub versiegelt_von: Option<String>,
    /// UTC.
    pub versiegelt_am: Option<String>,
}

/// Rejected rows of one reason.
#[derive(Debug, Serialize, TS)]
pub struct Ablehnungsgrund {
    /// German label.
    pub bezeichnung: String,
    /// Rows.
    pub anzahl: u64,
}

/// The population of a check that has one.
pub(super) fn geladen(l: &Lesen<'_>, pruefung_id: &str) -> Ergebnis<Grundgesamtheit> {
    l.grundgesamtheit(pruefung_id)?
        .ok_or_else(|| Fehler::regel("Bitte lesen Sie zuerst die Grundgesamtheit ein."))
}

fn vorschau_abfrage(f: &Frage<'_>, anfrage: VorschauAnfrage) -> Ergebnis<VorschauAntwort> {
    let pfad = zu_lesen(f.haus, &anfrage.datei)?;
    let vorschau = vorschau(&pfad, &anfrage.optionen).map_err(aus_einlesen)?;
    Ok(VorschauAntwort { vorschlag: vorschlag(&vorschau, anfrage.auswahleinheit), vorschau })
}

fn profile(f: &Frage<'_>, _: Leer) -> Ergebnis<Vec<Importprofil>> {
    Ok(f.l.importprofile()?)
}

fn profil_speichern(a: &Auftrag<'_>, anfrage: ProfilSpeichern) -> Ergebnis<Aenderung> {
    let (id, version, neu) = bezug_oder_neu(a, anfrage.bezug);
    anfrage.inhalt.leseweise.zuordnung.pruefe().map_err(aus_einlesen)?;
    let p = Importprofil {
        id,
        version,
        name: pruefe_text("name", &anfrage.name, 2, 80)?,
        inhalt: Profilinhalt {
            quellsystem: pruefe_text("inhalt.quellsystem", &anfrage.inhalt.quellsystem, 0, 120)?,
            abfrage: pruefe_text("inhalt.abfrage", &anfrage.inhalt.abfrage, 0, 500)?,
            leseweise: anfrage.inhalt.leseweise,
        },
    };
    profil_schreiben(a, &p, neu)
}

/// Writes a saved mapping of whatever kind, under a name that no other has.
pub(in crate::api) fn profil_schreiben<P: Profil + Serialize>(
    a: &Auftrag<'_>,
    p: &P,
    neu: bool,
) -> Ergebnis<Aenderung> {
    let (id, name, ..) = p.teile();
    if a.s.importprofil_namens(name)?.is_some_and(|anderes| anderes != id) {
        return Err(Fehler::feld("name", "Ein Profil mit diesem Namen gibt es schon."));
    }
    if neu {
        a.s.importprofil_anlegen(p, &a.salz())?;
    } else {
        oder_konflikt(a.s.importprofil_aendern(p), "Das Importprofil", || {
            Ok(a.s.importprofile::<P>()?.into_iter().find(|x| x.teile().0 == id))
        })?;
    }
    Ok(Aenderung::an(ObjektArt::IMPORTPROFIL, id))
}

fn kontrolle_speichern(a: &Auftrag<'_>, anfrage: KontrolleSpeichern) -> Ergebnis<Aenderung> {
    let p = pruefung_laden(a.s, a.sitzung, a.umfang, &anfrage.pruefung_id)?;
    let mut g = geladen(a.s, &p.id)?;
    if g.versiegelt_am.is_some() {
        return Err(Fehler::regel(
            "Die Grundgesamtheit ist versiegelt; die Kontrollsumme lässt sich nicht mehr ändern.",
        ));
    }
    g.kontroll_anzahl = anfrage.kontrolle.anzahl;
    g.kontroll_cent = anfrage.kontrolle.summe_cent;
    g.kontroll_vermerk = pruefe_text("vermerk", &anfrage.vermerk, 0, 1_000)?;
    g.version = anfrage.version;
    oder_konflikt(a.s.kontrolle_aendern(&g), "Die Grundgesamtheit", || {
        Ok(a.s.grundgesamtheit(&p.id)?.map(|g| g.version))
    })?;
    Ok(Aenderung::an(ObjektArt::GRUNDGESAMTHEIT, g.id))
}

/// Compares a stored population with its control total.
pub(super) fn abgleich_von(g: &Grundgesamtheit) -> Abgleich {
    // The source names all of its list, also the teams that the programme leaves out in this month.
    let andere: u64 = g.gruende.iter().filter(|(grund, _)| grund == ANDERES_TEAM).map(|(_, n)| n).sum();
    let mut vorgabe = kontrolle(g);
    let ohne_summe = andere > 0 && vorgabe.summe_cent.take().is_some();
    let ergebnis = Importergebnis {
        gelesen: g.zeilen_gelesen,
        uebernommen: g.uebernommen + andere,
        gewarnt: g.gewarnt,
        abgewiesen: g.abgelehnt,
        gruende: Vec::new(),
        abweisungen: Vec::new(),
        warnungen: Vec::new(),
        summe_cent: g.summe_cent.unwrap_or(0),
        summenzeile_cent: None,
        hinweise: Vec::new(),
        kopfzeile: 0,
        sha256: String::new(),
    };
    let mut a = abgleich(&ergebnis, &vorgabe);
    if andere > 0 {
        a.saetze.push(format!(
            "Davon gehören {} zu Teams, die in diesem Monat nicht vorgesehen sind.",
            zahl(andere)
        ));
    }
    if ohne_summe {
        a.saetze.push(
            "Die Kontrollsumme in Euro gilt für alle Teams der Liste und wird hier nicht verglichen."
                .to_owned(),
        );
    }
    a
}

fn kontrolle(g: &Grundgesamtheit) -> Kontrollvorgabe {
    Kontrollvorgabe { anzahl: g.kontroll_anzahl, summe_cent: g.kontroll_cent }
}

fn lesen(f: &Frage<'_>, anfrage: DerPruefung) -> Ergebnis<Option<GrundgesamtheitAnsicht>> {
    let p = pruefung_laden(f.l, f.sitzung, f.umfang, &anfrage.pruefung_id)?;
    let Some(g) = f.l.grundgesamtheit(&p.id)? else {
        return Ok(None);
    };
    let zeichen =
        |id: &str| -> Ergebnis<String> { Ok(f.l.benutzer(id)?.map(|b| b.zeichen).unwrap_or_default()) };
    let ausgeschlossen = f.l.ausgeschlossene(&p.id)?.len() as u64;
    let aus_pruefung = match f.l.nachschauliste(&p.id)? {
        Some(liste) => f.l.pruefung(&liste.erste_id)?.map(|erste| erste.nummer),
        None => None,
    };
    Ok(Some(GrundgesamtheitAnsicht {
        aus_pruefung,
        abgleich: abgleich_von(&g),
        kontrolle: kontrolle(&g),
        klarnummern: f.l.hat_klarnummern(g.nr)?,
        anzahl: g.anzahl.unwrap_or_else(|| g.uebernommen.saturating_sub(ausgeschlossen)),
        ausgeschlossen,
        eingelesen_von: zeichen(&g.eingelesen_von)?,
        versiegelt_von: g.versiegelt_von.as_deref().map(zeichen).transpose()?,
        gruende: g
            .gruende
            .into_iter()
            .map(|(bezeichnung, anzahl)| Ablehnungsgrund { bezeichnung, anzahl })
            .collect(),
        id: g.id,
        version: g.version,
        quellsystem: g.quellsystem,
        abfrage: g.abfrage,
        auszug_am: g.auszug_am,
        datei_sha256: g.datei_sha256,
        leseweise: g.leseweise,
        zeilen_gelesen: g.zeilen_gelesen,
        uebernommen: g.uebernommen,
        gewarnt: g.gewarnt,
        abgelehnt: g.abgelehnt,
        hinweise: g.hinweise,
        summe_cent: g.summe_cent,
        kontroll_vermerk: g.kontroll_vermerk,
        schichten: g.schichten,
        teams: g.teams,
        population_hash: g.population_hash,
        schicht_hash: g.schicht_hash,
        eingelesen_am: g.eingelesen_am,
        versiegelt_am: g.versiegelt_am,
    }))
}

fn befunde(f: &Frage<'_>, anfrage: BefundeSeite) -> Ergebnis<Seite<Zeilenbefund>> {
    let p = pruefung_laden(f.l, f.sitzung, f.umfang, &anfrage.pruefung_id)?;
    let (zeilen, gesamt) =
        f.l.zeilenbefunde(&p.id, anfrage.abgelehnt, anfrage.blatt.ab, anfrage.blatt.anzahl())?;
    Ok(Seite { zeilen, gesamt })
}

fn befunde_exportieren(a: &Auftrag<'_>, anfrage: BefundeExportieren) -> Ergebnis<Aenderung> {
    let p = pruefung_laden(a.s, a.sitzung, a.umfang, &anfrage.pruefung_id)?;
    let g = geladen(a.s, &p.id)?;
    let pfad = zu_schreiben(a.haus, &anfrage.datei, "csv", anfrage.ueberschreiben)?;
    let mut csv = CsvAusgabe::neu(Vec::new()).map_err(Fehler::intern)?;
    csv.zeile(["Zeile", "Ergebnis", "Grund"]).map_err(Fehler::intern)?;
    let mut einzeln = 0;
    for (abgelehnt, titel) in [(true, "abgelehnt"), (false, "mit Hinweis übernommen")] {
        let (zeilen, _) = a.s.zeilenbefunde(&p.id, abgelehnt, 0, u32::MAX)?;
        einzeln += zeilen.len() as u64;
        for z in zeilen {
            csv.zeile([z.zeile.to_string().as_str(), titel, z.text.as_str()]).map_err(Fehler::intern)?;
        }
    }
    let fehlend = (g.abgelehnt + g.gewarnt).saturating_sub(einzeln);
    if fehlend > 0 {
        let satz = format!("Weitere {fehlend} Zeilen wurden nur gezählt.");
        csv.zeile(["", "", satz.as_str()]).map_err(Fehler::intern)?;
    }
    let inhalt = csv.ende().map_err(Fehler::intern)?;
    let angaben = Ausgabeangaben {
        art: Ausgabeart::Importbefunde,
        objekt: &p.id,
        titel: &format!("{}: abgelehnte und auffällige Zeilen", p.nummer),
        kopf: None,
    };
    let id = ausgeben(a, &pfad, &inhalt, &angaben)?;
    Ok(Aenderung::an(ObjektArt::EXPORT, id))
}
