//! What a third party gets of a draw: protocol (JSON and PDF) and the list of pseudonyms beside it.

use super::super::grundgesamtheit::{abgleich_von, geladen};
use super::{teilnehmende, zeichen, ziehung_laden};
use crate::api::ausgabe::Ausgabeart;
use crate::api::berichte::{hauskopf, unsetzbar};
use crate::api::datei::{Ausgabeangaben, ausgeben, frei, zu_schreiben};
use crate::api::tuer::{Aenderung, Auftrag};
use crate::audit::{ObjektArt, hex};
use crate::bericht::als_pdf;
use crate::bericht::ziehungsprotokoll::{Angaben, bericht};
use crate::fachaufsicht::pruefung::Pruefung;
use crate::fachaufsicht::ziehungsprotokoll::{Einheit, Herkunft, Protokoll, SCHEMA, liste_csv};
use crate::fehler::{Ergebnis, Fehler};
use crate::storage::{Grundgesamtheit, Lesen, Ziehung};
use chrono_tz::Europe::Berlin;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use ts_rs::TS;

/// Writes protocol and list of a draw: `NAME.json`, `NAME.pdf` and `NAME-liste.csv`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProtokollExportieren {
    /// Draw.
    pub ziehung_id: String,
    /// Path of the JSON file; the others are written beside it.
    pub datei: String,
    /// Replace existing files.
    pub ueberschreiben: bool,
}

pub(super) fn protokoll_exportieren(a: &Auftrag<'_>, anfrage: ProtokollExportieren) -> Ergebnis<Aenderung> {
    let (z, p) = ziehung_laden(a, &anfrage.ziehung_id)?;
    if z.ergebnis_hash.is_none() {
        return Err(Fehler::regel("Ein Protokoll gibt es erst, wenn gezogen ist."));
    }
    let g = geladen(a.s, &p.id)?;
    let json = zu_schreiben(a.haus, &anfrage.datei, "json", anfrage.ueberschreiben)?;
    let stamm = json.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let pdf = json.with_extension("pdf");
    let csv = json.with_file_name(format!("{stamm}-liste.csv"));
    frei(&pdf, anfrage.ueberschreiben)?;
    frei(&csv, anfrage.ueberschreiben)?;
    let protokoll = protokoll(a.s, &z, &p, &g)?;
    let kopf = hex(&a.s.protokoll_kopf()?.1);
    let name = |pfad: &Path| pfad.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let inhalt_json = protokoll.als_json();
    let inhalt_csv = liste(a.s, &g)?;
    let inhalt_pdf = als_pdf(&bericht(
        &protokoll,
        &Angaben {
            json: &name(&json),
            csv: &name(&csv),
            sha256_json: &sha256(&inhalt_json),
            sha256_csv: &sha256(&inhalt_csv),
            kopf: &kopf,
            haus: &hauskopf(a.s)?,
            erstellt: a.haus.umgebung().jetzt().with_timezone(&Berlin).fixed_offset(),
            ausschlussgruende: &a.s.ausschlussgruende(&p.id)?,
            andere: &a.s.andere_ziehungen(&p)?,
        },
    ))
    .map_err(unsetzbar)?;
    let mut aenderung = Aenderung::default();
    for (pfad, inhalt, art, was) in [
        (&json, &inhalt_json, Ausgabeart::Ziehungsprotokoll, "Ziehungsprotokoll (JSON)"),
        (&csv, &inhalt_csv, Ausgabeart::Ziehungsliste, "Liste der Pseudonyme (CSV)"),
        (&pdf, &inhalt_pdf, Ausgabeart::ZiehungsprotokollPdf, "Ziehungsprotokoll (PDF)"),
    ] {
        let angaben = Ausgabeangaben {
            art,
            objekt: &z.id,
            titel: &format!("{} Ziehung {}: {was}", p.nummer, z.nummer),
            kopf: (art == Ausgabeart::ZiehungsprotokollPdf).then_some(kopf.as_str()),
        };
        let id = ausgeben(a, pfad, inhalt, &angaben)?;
        aenderung = aenderung.und(ObjektArt::EXPORT, id);
    }
    Ok(aenderung.mit_hinweis(format!(
        "Geschrieben: {}, {} und {}. Die Pseudonyme sind weiterhin personenbezogene Daten.",
        name(&json),
        name(&pdf),
        name(&csv)
    )))
}

fn sha256(inhalt: &[u8]) -> String {
    use sha2::Digest;
    hex(&sha2::Sha256::digest(inhalt))
}

/// The protocol of a draw that has its result.
pub(in crate::api::fachaufsicht) fn protokoll(
    l: &Lesen<'_>,
    z: &Ziehung,
    p: &Pruefung,
    g: &Grundgesamtheit,
) -> Ergebnis<Protokoll> {
    let zeichen = zeichen(l)?;
    let thema = l.pruefthema(&p.plan.thema_id)?.map(|t| t.titel).unwrap_or_default();
    Ok(Protokoll {
        schema: SCHEMA.to_owned(),
        programm: format!("IKS {}", env!("CARGO_PKG_VERSION")),
        haus: l.hausdaten()?.name,
        pruefung: p.nummer.clone(),
        thema,
        zeitraum_von: p.plan.zeitraum_von.to_string(),
        zeitraum_bis: p.plan.zeitraum_bis.to_string(),
        ziehung: z.nummer,
        art: z.art,
        algorithmus: z.algorithmus.clone(),
        herkunft: herkunft(g),
        anzahl_grundgesamtheit: g.anzahl.unwrap_or(0),
        population_hash: z.population_hash.clone(),
        schicht_hash: z.schicht_hash.clone(),
        versiegelt_am: g.versiegelt_am.clone().unwrap_or_default(),
        startwert: z.startwert.clone(),
        startwert_von: [&z.erste_von, &z.zweite_von]
            .into_iter()
            .flatten()
            .map(|id| name(&zeichen, id))
            .collect(),
        startwert_erzeugt: z.erzeugt,
        gezogen_am: z.gezogen_am.clone().unwrap_or_default(),
        gezogen_von: z.gezogen_von.as_ref().map(|id| name(&zeichen, id)).unwrap_or_default(),
        schichtung: z.schichtung,
        mindestens: z.mindestens,
        anzahl: z.anzahl,
        ab: z.ab,
        regel_vorab: z.regel_vorab,
        begruendung: z.begruendung.clone(),
        aufteilung: z.aufteilung.clone(),
        einheiten: einheiten(l, z)?,
        ergebnis_hash: z.ergebnis_hash.clone().unwrap_or_default(),
        pruefsumme: String::new(),
    }
    .mit_pruefsumme())
}

fn name(zeichen: &BTreeMap<String, String>, id: &str) -> String {
    zeichen.get(id).cloned().unwrap_or_default()
}

fn herkunft(g: &Grundgesamtheit) -> Herkunft {
    let mut abgleich = abgleich_von(g).saetze;
    if !g.kontroll_vermerk.is_empty() {
        abgleich.push(format!("Vermerk: {}", g.kontroll_vermerk));
    }
    Herkunft {
        quellsystem: g.quellsystem.clone(),
        abfrage: g.abfrage.clone(),
        auszug_am: g.auszug_am.to_string(),
        datei_sha256: g.datei_sha256.clone(),
        zeilen_gelesen: g.zeilen_gelesen,
        abgelehnt: g.abgelehnt,
        ausgeschlossen: g.ausgeschlossen.unwrap_or(0),
        abgleich,
    }
}

/// Drawn units in their order, numbered within each stratum after what earlier draws took.
fn einheiten(l: &Lesen<'_>, z: &Ziehung) -> Ergebnis<Vec<Einheit>> {
    let mut naechste: BTreeMap<&str, u64> =
        z.aufteilung.iter().map(|s| (s.schicht.as_str(), s.bisher)).collect();
    Ok(l.einheiten_der_ziehung(&z.id)?
        .into_iter()
        .map(|(pseudonym, schicht)| {
            let position = naechste.get_mut(schicht.as_str()).map_or(0, |n| {
                *n += 1;
                *n
            });
            Einheit { schicht, position, pseudonym }
        })
        .collect())
}

/// List of pseudonyms with their strata, as it is written beside the protocol.
pub(in crate::api::fachaufsicht) fn liste(l: &Lesen<'_>, g: &Grundgesamtheit) -> Ergebnis<Vec<u8>> {
    Ok(liste_csv(&teilnehmende(l, g)?.liste))
}
