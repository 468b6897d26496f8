//! The draw: sealing, seed by two people, drawing, extension, closing, protocol.

mod ausgabe;
mod auswahl;
mod nachrechnen;
mod startwert;
mod versiegeln;

use super::auswertung::zweite_stufe;
use super::grundgesamtheit::{DerPruefung, geladen, pseudonyme_lesen};
use super::{pruefung_laden, sicht};
use crate::api::organisation::Bezug;
use crate::api::rechte;
use crate::api::register::modul;
use crate::api::tuer::{Aenderung, Auftrag, Frage, oder_konflikt};
use crate::api::{Blatt, Seite};
use crate::audit::{ObjektArt, hex};
use crate::benutzer::Rolle;
use crate::fachaufsicht::pruefung::{Auswahl, Pruefung, Schichtung};
use crate::fachaufsicht::ziehung::{Liste, Ziehschicht};
use crate::fehler::{Ergebnis, Fehler};
use crate::stichprobe::zahl;
use crate::storage::{AndereZiehung, Ausschlusszeile, Grundgesamtheit, Lesen, Ziehung, Ziehungseinheit};
use ausgabe::{ProtokollExportieren, protokoll_exportieren};
pub(in crate::api::fachaufsicht) use ausgabe::{liste as pseudonymliste, protokoll};
use auswahl::{Erweitern, Ziehen, erweitern, ziehen};
pub(in crate::api) use nachrechnen::populationsbefunde;
use serde::{Deserialize, Serialize};
use startwert::{StartwertErzeugen, StartwertHaelfte, startwert_erzeugen, startwert_haelfte};
use std::collections::{BTreeMap, HashSet};
use ts_rs::TS;
use versiegeln::{Versiegeln, versiegeln};

modul! {
    operationen ZiehungOperation {
        Versiegeln(Versiegeln) = "ziehung.versiegeln", "Grundgesamtheit versiegeln" => versiegeln;
        StartwertHaelfte(StartwertHaelfte) = "ziehung.startwert_haelfte", "Hälfte des Startwerts eingeben" => startwert_haelfte;
        StartwertErzeugen(StartwertErzeugen) = "ziehung.startwert_erzeugen", "Startwert erzeugen" => startwert_erzeugen;
        Ziehen(Ziehen) = "ziehung.ziehen", "Prüffälle ziehen" => ziehen;
        Erweitern(Erweitern) = "ziehung.erweitern", "Ziehung erweitern" => erweitern;
        Schliessen(Schliessen) = "ziehung.schliessen", "Ziehung schließen" => schliessen;
        ProtokollExportieren(ProtokollExportieren) = "ziehung.protokoll_exportieren", "Ziehungsprotokoll exportieren" => protokoll_exportieren;
    }
    abfragen ZiehungAbfrage {
        Liste(DerPruefung) -> Ziehungen = "ziehung.liste", "Ziehungen ansehen" => liste;
        Lesen(DieZiehung) -> ZiehungAnsicht = "ziehung.lesen", "Ziehung ansehen" => lesen;
        Einheiten(EinheitenSeite) -> Seite<Ziehungseinheit> = "ziehung.einheiten", "Gezogene Fälle ansehen" => einheiten;
        Ausschluesse(EinheitenSeite) -> Seite<Ausschlusszeile> = "ziehung.ausschluesse", "Ausschlüsse ansehen" => ausschluesse;
        QuellePruefen(QuellePruefen) -> Quellbefund = "ziehung.quelle_pruefen", "Liste mit der Ziehung vergleichen" => quelle_pruefen;
    }
}

/// Names a draw.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DieZiehung {
    /// Id of the draw.
    pub ziehung_id: String,
}

/// One page of units of a check.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EinheitenSeite {
    /// Check.
    pub pruefung_id: String,
    /// Which rows.
    pub blatt: Blatt,
}

/// Closes the draws of a check: the plain numbers of units that were not drawn go.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Schliessen {
    /// Last draw of the check with its expected version.
    pub ziehung: Bezug,
}

/// Says whether a file is the population of a check.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuellePruefen {
    /// Number of the check, e.g. `FA-2026-001`.
    pub nummer: String,
    /// Path of the list as the specialist application gave it.
    pub datei: String,
}

/// Whether a file is the population of a check.
#[derive(Debug, Serialize, TS)]
pub struct Quellbefund {
    /// It is.
    pub stimmt: bool,
    /// German sentence.
    pub satz: String,
    /// Hash of the file's units that take part.
    pub population_hash: String,
}

/// Every draw of a check, and those that a reader must know of beside it.
#[derive(Debug, Serialize, TS)]
pub struct Ziehungen {
    /// Draws of this check.
    pub eigene: Vec<ZiehungAnsicht>,
    /// Draws on the same list, or of the same theme in an overlapping period.
    pub andere: Vec<AndereZiehung>,
    /// Units of the second stage, if the plan fixes two stages and asks for the second now; only for who extends draws.
    pub zweite_stufe: Option<u64>,
}

/// A draw as the page shows it.
#[derive(Debug, Serialize, TS)]
pub struct ZiehungAnsicht {
    /// Id.
    pub id: String,
    /// For optimistic locking.
    pub version: i64,
    /// 1, or more for an extension.
    pub nummer: u32,
    /// How units are selected.
    pub art: Auswahl,
    /// By what it is stratified.
    pub schichtung: Schichtung,
    /// Units that each stratum gives at least.
    pub mindestens: u64,
    /// Reason for chosen units, or for an extension.
    pub begruendung: String,
    /// Sealed population.
    pub population_hash: String,
    /// Sealed strata.
    pub schicht_hash: String,
    /// Rule and version.
    pub algorithmus: String,
    /// Units of this draw.
    pub anzahl: u64,
    /// Units of earlier draws.
    pub ab: u64,
    /// Strata.
    pub aufteilung: Vec<Ziehschicht>,
    /// The rule for an extension was fixed before.
    pub regel_vorab: bool,
    /// The first half is in; it stays hidden until the second is.
    pub erste_haelfte_da: bool,
    /// Sign of the person of the first half, or who had the seed generated.
    pub erste_von: Option<String>,
    /// The signed-in person entered the first half; the second is another person's.
    pub erste_von_mir: bool,
    /// Sign of the person of the second half.
    pub zweite_von: Option<String>,
    /// Generated by the program.
    pub erzeugt: bool,
    /// The seed, once whole.
    pub startwert: Option<String>,
    /// Over the drawn pseudonyms.
    pub ergebnis_hash: Option<String>,
    /// Sign of the person who drew.
    pub gezogen_von: Option<String>,
    /// UTC.
    pub gezogen_am: Option<String>,
    /// Sign of the person who closed.
    pub geschlossen_von: Option<String>,
    /// UTC.
    pub geschlossen_am: Option<String>,
}

fn ansicht(z: Ziehung, zeichen: &BTreeMap<String, String>, ich: &str) -> ZiehungAnsicht {
    let name = |id: Option<String>| id.map(|id| zeichen.get(&id).cloned().unwrap_or_default());
    ZiehungAnsicht {
        erste_haelfte_da: z.erste_haelfte.is_some(),
        erste_von_mir: z.erste_von.as_deref() == Some(ich),
        erste_von: name(z.erste_von),
        zweite_von: name(z.zweite_von),
        gezogen_von: name(z.gezogen_von),
        geschlossen_von: name(z.geschlossen_von),
        id: z.id,
        version: z.version,
        nummer: z.nummer,
        art: z.art,
        schichtung: z.schichtung,
        mindestens: z.mindestens,
        begruendung: z.begruendung,
        population_hash: z.population_hash,
        schicht_hash: z.schicht_hash,
        algorithmus: z.algorithmus,
        anzahl: z.anzahl,
        ab: z.ab,
        aufteilung: z.aufteilung,
        regel_vorab: z.regel_vorab,
        erzeugt: z.erzeugt,
        startwert: z.startwert,
        ergebnis_hash: z.ergebnis_hash,
        gezogen_am: z.gezogen_am,
        geschlossen_am: z.geschlossen_am,
    }
}

fn zeichen(l: &Lesen<'_>) -> Ergebnis<BTreeMap<String, String>> {
    Ok(l.alle_benutzer()?.into_iter().map(|b| (b.id, b.zeichen)).collect())
}

/// A draw within the person's scope, with its check.
fn ziehung_laden(a: &Auftrag<'_>, id: &str) -> Ergebnis<(Ziehung, Pruefung)> {
    let z = a.s.ziehung(id)?.ok_or_else(|| Fehler::nicht_gefunden("Die Ziehung"))?;
    let p = pruefung_laden(a.s, a.sitzung, a.umfang, &z.pruefung_id)?;
    Ok((z, p))
}

/// Saves the next step of a draw.
fn fortschreiben(a: &Auftrag<'_>, z: &Ziehung) -> Ergebnis<()> {
    oder_konflikt(a.s.ziehung_fortschreiben(z), "Die Ziehung", || Ok(a.s.ziehung(&z.id)?.map(|z| z.version)))
}

/// The units that take part, with what a Prüffall needs of each.
struct Teilnehmende {
    liste: Liste,
    lfd: Vec<i64>,
    team: Vec<usize>,
    betrag_cent: Vec<Option<i64>>,
}

/// Reads the units of a population but the excluded ones; strata as `g.teams` names them.
fn teilnehmende(l: &Lesen<'_>, g: &Grundgesamtheit) -> Ergebnis<Teilnehmende> {
    let ausgeschlossen: HashSet<i64> =
        l.ausgeschlossene(&g.pruefung_id)?.into_iter().map(|(_, lfd)| lfd).collect();
    einheiten_lesen(l, g, |lfd| !ausgeschlossen.contains(&lfd))
}

fn einheiten_lesen(
    l: &Lesen<'_>,
    g: &Grundgesamtheit,
    nimmt_teil: impl Fn(i64) -> bool,
) -> Ergebnis<Teilnehmende> {
    let n = usize::try_from(g.uebernommen).unwrap_or(0);
    let mut kennungen = Vec::with_capacity(n);
    let (mut lfd, mut team, mut betrag_cent) =
        (Vec::with_capacity(n), Vec::with_capacity(n), Vec::with_capacity(n));
    l.einheiten_durchgehen(g.nr, |e| {
        if nimmt_teil(e.lfd) {
            kennungen.push(hex(&e.pseudonym));
            lfd.push(e.lfd);
            team.push(e.team);
            betrag_cent.push(e.betrag_cent);
        }
    })?;
    let namen: Vec<String> = g.teams.iter().map(|t| t.schicht.clone()).collect();
    Ok(Teilnehmende { liste: Liste::neu(kennungen, team.clone(), &namen), lfd, team, betrag_cent })
}

fn liste(f: &Frage<'_>, anfrage: DerPruefung) -> Ergebnis<Ziehungen> {
    let p = pruefung_laden(f.l, f.sitzung, f.umfang, &anfrage.pruefung_id)?;
    let zeichen = zeichen(f.l)?;
    let ziehungen = f.l.ziehungen(&p.id)?;
    Ok(Ziehungen {
        zweite_stufe: if rechte::verlange(f.sitzung, "ziehung.erweitern").is_ok()
            && f.l.offene_zweitboegen(Some(&p.id), f.sitzung.benutzer_id())? == 0
        {
            zweite_stufe(f.l, &p)?
        } else {
            None
        },
        eigene: ziehungen.into_iter().map(|z| ansicht(z, &zeichen, f.sitzung.benutzer_id())).collect(),
        andere: f.l.andere_ziehungen(&p)?,
    })
}

fn lesen(f: &Frage<'_>, anfrage: DieZiehung) -> Ergebnis<ZiehungAnsicht> {
    let z = f.l.ziehung(&anfrage.ziehung_id)?.ok_or_else(|| Fehler::nicht_gefunden("Die Ziehung"))?;
    pruefung_laden(f.l, f.sitzung, f.umfang, &z.pruefung_id)?;
    Ok(ansicht(z, &zeichen(f.l)?, f.sitzung.benutzer_id()))
}

fn einheiten(f: &Frage<'_>, anfrage: EinheitenSeite) -> Ergebnis<Seite<Ziehungseinheit>> {
    let p = pruefung_laden(f.l, f.sitzung, f.umfang, &anfrage.pruefung_id)?;
    let sicht = sicht(f.sitzung, f.umfang);
    let (zeilen, gesamt) = f.l.gezogene_einheiten(&sicht, &p.id, anfrage.blatt.ab, anfrage.blatt.anzahl())?;
    Ok(Seite { zeilen, gesamt })
}

fn ausschluesse(f: &Frage<'_>, anfrage: EinheitenSeite) -> Ergebnis<Seite<Ausschlusszeile>> {
    let p = pruefung_laden(f.l, f.sitzung, f.umfang, &anfrage.pruefung_id)?;
    let mut zeilen = f.l.ausschluesse(&p.id, anfrage.blatt.ab, anfrage.blatt.anzahl())?;
    // Who does not prepare draws sees pseudonyms.
    if !f.sitzung.hat(Rolle::Qualitaetsmanagement) {
        zeilen.iter_mut().for_each(|z| z.nummer = None);
    }
    let gesamt = f.l.ausgeschlossene(&p.id)?.len() as u64;
    Ok(Seite { zeilen, gesamt })
}

fn schliessen(a: &Auftrag<'_>, anfrage: Schliessen) -> Ergebnis<Aenderung> {
    let (letzte, p) = ziehung_laden(a, &anfrage.ziehung.id)?;
    let ziehungen = a.s.ziehungen(&p.id)?;
    if ziehungen.last().is_none_or(|z| z.id != letzte.id) || letzte.ergebnis_hash.is_none() {
        return Err(Fehler::regel(
            "Geschlossen wird erst, wenn die letzte Ziehung dieser Prüfung durchgeführt ist.",
        ));
    }
    if letzte.geschlossen_am.is_some() {
        return Err(Fehler::regel("Die Ziehung ist schon geschlossen."));
    }
    let jetzt = a.haus.umgebung().zeitstempel();
    let mut aenderung = Aenderung::default();
    for mut z in ziehungen.into_iter().filter(|z| z.geschlossen_am.is_none()) {
        if z.id == letzte.id {
            z.version = anfrage.ziehung.version;
        }
        z.geschlossen_von = Some(a.sitzung.benutzer_id().to_owned());
        z.geschlossen_am = Some(jetzt.clone());
        fortschreiben(a, &z)?;
        aenderung = aenderung.und(ObjektArt::ZIEHUNG, z.id);
    }
    a.s.klarnummern_der_grundgesamtheit_loeschen(&p.id)?;
    Ok(aenderung.mit_hinweis(
        "Die Fallnummern der Grundgesamtheit sind gelöscht. Die gezogenen Fälle behalten ihre Nummer.",
    ))
}

fn quelle_pruefen(f: &Frage<'_>, anfrage: QuellePruefen) -> Ergebnis<Quellbefund> {
    let id =
        f.l.pruefung_id_zu_nummer(anfrage.nummer.trim())?
            .ok_or_else(|| Fehler::nicht_gefunden("Die Prüfung"))?;
    let p = pruefung_laden(f.l, f.sitzung, f.umfang, &id)?;
    let g = geladen(f.l, &p.id)?;
    let (ausgeschlossen, bekannt) = pseudonyme(f.l, &g)?;
    let mut aus_datei = Vec::new();
    pseudonyme_lesen(f.haus, &g, &anfrage.datei, |bytes, _| {
        if !ausgeschlossen.contains(&bytes) {
            aus_datei.push(bytes);
        }
    })?;
    let texte: Vec<String> = aus_datei.iter().map(|b| hex(b)).collect();
    let population_hash =
        crate::stichprobe::population_hash(&texte).map_err(|e| Fehler::regel(e.to_string()))?;
    let stimmt = population_hash == g.population_hash;
    let fremd = aus_datei.iter().filter(|b| !bekannt.contains(*b)).count();
    let fehlend = bekannt.len() - (aus_datei.len() - fremd);
    let satz = if stimmt {
        format!(
            "Diese Liste ist die Grundgesamtheit der Prüfung {} (Einheiten: {}, gleicher Hash).",
            p.nummer,
            zahl(aus_datei.len() as u64)
        )
    } else {
        format!(
            "Diese Liste ist nicht die Grundgesamtheit der Prüfung {}. Einheiten der Liste, die nicht dazugehören: {}. Einheiten der Grundgesamtheit, die in der Liste fehlen: {}.",
            p.nummer,
            zahl(fremd as u64),
            zahl(fehlend as u64)
        )
    };
    Ok(Quellbefund { stimmt, satz, population_hash })
}

type Pseudonyme = HashSet<[u8; 32]>;

/// Pseudonyms of excluded units, and of those that take part.
fn pseudonyme(l: &Lesen<'_>, g: &Grundgesamtheit) -> Ergebnis<(Pseudonyme, Pseudonyme)> {
    let lfd: HashSet<i64> = l.ausgeschlossene(&g.pruefung_id)?.into_iter().map(|(_, lfd)| lfd).collect();
    let (mut ausgeschlossen, mut bekannt) = (HashSet::new(), HashSet::new());
    l.einheiten_durchgehen(g.nr, |e| {
        let ziel = if lfd.contains(&e.lfd) { &mut ausgeschlossen } else { &mut bekannt };
        ziel.insert(e.pseudonym);
    })?;
    Ok((ausgeschlossen, bekannt))
}
