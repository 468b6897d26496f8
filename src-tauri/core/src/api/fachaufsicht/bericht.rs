//! Reports that leave the house: which there are, and how one is written and registered.

use super::auswertung::Akte;
use super::verlauf::verlauf;
use super::ziehung::{protokoll, pseudonymliste};
use super::{blankobogen, doppelpruefung, nachschau, pruefvermerk, rueckmeldung, sicht};
use crate::api::ausgabe::Ausgabeart;
use crate::api::berichte::{hauskopf, unsetzbar};
use crate::api::berichtsart::{self, Berichtsart, Berichtsname};
use crate::api::datei::{Ausgabeangaben, ausgeben, zu_schreiben};
use crate::api::datenschutz::vorfall;
use crate::api::kundenreaktion::bericht as kundenreaktion;
use crate::api::massnahme::bericht as massnahme;
use crate::api::protokoll::{tagesbeginn, titel};
use crate::api::pruefliste::bericht as pruefliste;
use crate::api::pruefprogramm::bericht as pruefprogramm;
use crate::api::tuer::{Aenderung, Auftrag, Frage};
use crate::api::widerspruch::bericht as widerspruch;
use crate::api::{Leer, rechte};
use crate::audit::{ObjektArt, hex};
use crate::bericht::modell::Hauskopf;
use crate::bericht::{Bericht, als_pdf};
use crate::fachaufsicht::pruefbericht::koffer::{Kofferinhalt, packe};
use crate::fachaufsicht::pruefbericht::protokollauszug::{Auszugszeile, Protokollauszug, protokollauszug};
use crate::fachaufsicht::pruefbericht::{
    BerichtHerkunft, BerichtKopf, BerichtZiehung, Berichtsdaten, WeitereZiehung, pruefbericht,
};
use crate::fachaufsicht::rueckmeldung::rueckmeldeliste;
use crate::fachaufsicht::ziehungsprotokoll::Protokoll;
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::storage::{Grundgesamtheit, Lesen, ProtokollFilter, Sicht, Ziehung};
use chrono::{DateTime, NaiveDate};
use chrono_tz::Europe::Berlin;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;
use ts_rs::TS;

/// Entries that one extract may hold: some two hundred pages.
const HOECHSTENS_EINTRAEGE: u32 = 10_000;

/// Writes a report.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BerichtExportieren {
    /// Which report.
    pub name: Berichtsname,
    /// Number of the check, e.g. `FA-2026-001`; of a unit with its place, e.g. `FA-2026-001/7`; of a
    /// team with its name, e.g. `FA-2026-001/Leistung 1`; kennung of a theme for its empty sheet. Up to 160 characters.
    pub nummer: Option<String>,
    /// First day.
    #[ts(type = "string | null")]
    pub von: Option<NaiveDate>,
    /// Last day.
    #[ts(type = "string | null")]
    pub bis: Option<NaiveDate>,
    /// Path of the file.
    pub datei: String,
    /// Replace an existing file.
    pub ueberschreiben: bool,
}

pub(super) fn liste(f: &Frage<'_>, _: Leer) -> Ergebnis<Vec<Berichtsart>> {
    Ok(berichtsart::fuer(f.sitzung))
}

/// What a report is asked for with; the window and the command line send the same.
#[derive(Clone, Copy, Debug)]
pub(super) struct Auswahl<'a> {
    pub(super) name: Berichtsname,
    pub(super) nummer: Option<&'a str>,
    pub(super) zeitraum: (Option<NaiveDate>, Option<NaiveDate>),
}

/// A report that is ready to be set, and what the register says of it.
pub(super) struct Inhalt {
    pub(super) bericht: Bericht,
    art: Ausgabeart,
    objekt: String,
    kopf: BerichtKopf,
}

pub(super) fn exportieren(a: &Auftrag<'_>, r: BerichtExportieren) -> Ergebnis<Aenderung> {
    // The right to export is one thing, how much the content may show another.
    let umfang = r.name.verlange(a.sitzung)?;
    if r.name == Berichtsname::Rueckmeldung && !endet_auf_pdf(&r.datei) {
        let stelle = nummer(r.nummer.as_deref(), "einer Prüfung und ein Team", "FA-2026-001/Leistung 1")?;
        let heute = kopf(a.s)?.zeit.date_naive();
        let daten = rueckmeldung::sammle(a.s, (a.sitzung, umfang), stelle, heute)?;
        return rueckmeldung::als_liste(a, daten, r.datei, r.ueberschreiben);
    }
    let pfad = zu_schreiben(a.haus, &r.datei, "pdf", r.ueberschreiben)?;
    let auswahl = Auswahl { name: r.name, nummer: r.nummer.as_deref(), zeitraum: (r.von, r.bis) };
    let Inhalt { bericht, art, objekt, kopf } = inhalt(a.s, a.sitzung, umfang, auswahl)?;
    let bytes = als_pdf(&bericht).map_err(unsetzbar)?;
    let export = ausgeben(
        a,
        &pfad,
        &bytes,
        &Ausgabeangaben { art, objekt: &objekt, titel: &bericht.kopf.titel, kopf: Some(&kopf.hash) },
    )?;
    Ok(Aenderung::an(ObjektArt::EXPORT, export).mit_hinweis(format!(
        "Der Bericht ist geschrieben. Prüfsumme (SHA-256): {}",
        hex(&Sha256::digest(&bytes))
    )))
}

fn endet_auf_pdf(datei: &str) -> bool {
    Path::new(datei.trim()).extension().is_some_and(|e| e.eq_ignore_ascii_case("pdf"))
}

/// Longest number of a record: a check with the name of a team.
const NUMMER_HOECHSTENS: usize = 160;

/// The number of the record that a report is about.
fn nummer<'a>(nummer: Option<&'a str>, wovon: &str, beispiel: &str) -> Ergebnis<&'a str> {
    nummer.map(str::trim).filter(|n| !n.is_empty() && n.chars().count() <= NUMMER_HOECHSTENS).ok_or_else(
        || Fehler::feld("nummer", format!("Bitte geben Sie die Nummer {wovon} an, zum Beispiel {beispiel}.")),
    )
}

/// Gathers a report as a person may see it.
pub(super) fn inhalt(
    l: &Lesen<'_>,
    sitzung: &Sitzung,
    umfang: rechte::Umfang,
    auswahl: Auswahl<'_>,
) -> Ergebnis<Inhalt> {
    let kopf = kopf(l)?;
    let haus = hauskopf(l)?;
    let (bericht, art, objekt) = match auswahl.name {
        Berichtsname::Pruefung | Berichtsname::Pruefkoffer => {
            let nummer = nummer(auswahl.nummer, "einer Prüfung", "FA-2026-001")?;
            let mit_dateien = auswahl.name == Berichtsname::Pruefkoffer;
            let (bericht, id) = pruefung(l, (sitzung, umfang), nummer, mit_dateien, haus, kopf.clone())?;
            (bericht, Ausgabeart::Pruefbericht, id)
        }
        Berichtsname::Pruefvermerk => {
            let stelle = nummer(auswahl.nummer, "eines Prüffalls", "FA-2026-001/7")?;
            let (bericht, id) = pruefvermerk::bericht(l, (sitzung, umfang), stelle, haus, kopf.clone())?;
            (bericht, Ausgabeart::Pruefvermerk, id)
        }
        Berichtsname::Rueckmeldung => {
            let stelle = nummer(auswahl.nummer, "einer Prüfung und ein Team", "FA-2026-001/Leistung 1")?;
            let daten = rueckmeldung::sammle(l, (sitzung, umfang), stelle, kopf.zeit.date_naive())?;
            let bericht = rueckmeldeliste(&daten, &haus, &kopf);
            (bericht, Ausgabeart::Rueckmeldeliste, daten.pruefung_id)
        }
        Berichtsname::Pruefbogen => {
            let stelle =
                nummer(auswahl.nummer, "einer Prüfung oder die Kennung eines Prüfthemas", "FA-2026-001")?;
            let (bericht, id) = blankobogen::bericht(l, sitzung, stelle, haus, kopf.clone())?;
            (bericht, Ausgabeart::Blankobogen, id)
        }
        Berichtsname::Pruefprogramm => {
            let jahr = nummer(auswahl.nummer, "des Prüfprogramms, also das Jahr,", "2026")?;
            let (bericht, id) = pruefprogramm::bericht(l, (sitzung, umfang), jahr, haus, kopf.clone())?;
            (bericht, Ausgabeart::Programmbericht, id)
        }
        Berichtsname::Widerspruch => {
            let zeitraum = berichtsart::zeitraum(auswahl.zeitraum)?;
            let bericht = widerspruch::bericht(l, (sitzung, umfang), zeitraum, haus, kopf.clone())?;
            (bericht, Ausgabeart::Widerspruchsbericht, "haus".to_owned())
        }
        Berichtsname::Fristenbuch => {
            let zeitraum = berichtsart::zeitraum(auswahl.zeitraum)?;
            let bericht = widerspruch::fristenbuch(l, (sitzung, umfang), zeitraum, haus, kopf.clone())?;
            (bericht, Ausgabeart::Fristenbuch, "haus".to_owned())
        }
        Berichtsname::Kundenreaktion => {
            let zeitraum = berichtsart::zeitraum(auswahl.zeitraum)?;
            let bericht = kundenreaktion::bericht(l, (sitzung, umfang), zeitraum, haus, kopf.clone())?;
            (bericht, Ausgabeart::KrmBericht, "haus".to_owned())
        }
        Berichtsname::Pruefliste => {
            let nummer = nummer(auswahl.nummer, "eines Durchgangs", "PL-2026-001")?;
            let (bericht, id) = pruefliste::bericht(l, (sitzung, umfang), nummer, haus, kopf.clone())?;
            (bericht, Ausgabeart::Prueflistenbericht, id)
        }
        Berichtsname::Massnahmen => {
            let zeitraum = berichtsart::zeitraum(auswahl.zeitraum)?;
            let bericht = massnahme::bericht(l, (sitzung, umfang), zeitraum, haus, kopf.clone())?;
            (bericht, Ausgabeart::Massnahmenliste, "haus".to_owned())
        }
        Berichtsname::Datenschutzvorfaelle => {
            let zeitraum = berichtsart::zeitraum(auswahl.zeitraum)?;
            let bericht = vorfall::bericht(l, zeitraum, haus, kopf.clone())?;
            (bericht, Ausgabeart::Vorfallverzeichnis, "haus".to_owned())
        }
        Berichtsname::Protokoll => {
            let (von, bis) = berichtsart::zeitraum(auswahl.zeitraum)?;
            let bericht = auszug(l, (von, bis), haus, kopf.clone())?;
            (bericht, Ausgabeart::Protokollauszug, "haus".to_owned())
        }
    };
    Ok(Inhalt { bericht, art, objekt, kopf })
}

fn kopf(l: &Lesen<'_>) -> Ergebnis<BerichtKopf> {
    let letzter = l.berichtskopf()?.ok_or_else(|| Fehler::intern("the chain is empty"))?;
    let zeit = DateTime::from_timestamp_millis(letzter.zeit)
        .ok_or_else(|| Fehler::intern("an entry of the chain has no time"))?;
    Ok(BerichtKopf {
        folge: letzter.folge,
        hash: hex(&letzter.hash),
        zeit: zeit.with_timezone(&Berlin).fixed_offset(),
    })
}

fn pruefung(
    l: &Lesen<'_>,
    (sitzung, umfang): (&Sitzung, rechte::Umfang),
    nummer: &str,
    mit_dateien: bool,
    haus: Hauskopf,
    kopf: BerichtKopf,
) -> Ergebnis<(Bericht, String)> {
    let sicht = sicht(sitzung, umfang);
    let p = l
        .pruefung_mit_nummer(nummer)?
        .map(|p| l.pruefung_sichtbar(&sicht, &p.id))
        .transpose()?
        .flatten()
        .ok_or_else(|| Fehler::feld("nummer", format!("Die Prüfung „{nummer}“ wurde nicht gefunden.")))?;
    let id = p.id.clone();
    doppelpruefung::unvoreingenommen(l, &id, sitzung.benutzer_id())?;
    let akte = Akte::laden(l, p)?;
    let material = if mit_dateien { Some((kofferziehungen(l, &akte)?, akte.material.clone())) } else { None };
    let daten = daten(l, &sicht, akte, haus, kopf)?;
    let mut bericht = pruefbericht(&daten).map_err(unsetzbar)?;
    if let Some(((ziehungen, liste), material)) = material {
        let inhalt = Kofferinhalt {
            nummer: &daten.nummer,
            ziehungen: &ziehungen,
            liste: &liste,
            material: &material,
            auswertung: &daten.auswertung,
        };
        packe(&mut bericht, &inhalt).map_err(unsetzbar)?;
    }
    Ok((bericht, id))
}

/// Protocols of the draws that have their result, and the list they were drawn from.
fn kofferziehungen(l: &Lesen<'_>, akte: &Akte) -> Ergebnis<(Vec<Protokoll>, Vec<u8>)> {
    let Some(g) = &akte.grundgesamtheit else { return Ok((Vec::new(), Vec::new())) };
    let protokolle = akte
        .ziehungen
        .iter()
        .filter(|z| z.ergebnis_hash.is_some())
        .map(|z| protokoll(l, z, &akte.pruefung, g))
        .collect::<Ergebnis<_>>()?;
    Ok((protokolle, pseudonymliste(l, g)?))
}

fn daten(
    l: &Lesen<'_>,
    sicht: &Sicht,
    akte: Akte,
    haus: Hauskopf,
    kopf: BerichtKopf,
) -> Ergebnis<Berichtsdaten> {
    let auswertung = akte.auswertung()?;
    let verlauf = verlauf(l, sicht, &akte)?;
    let nachschau = nachschau::fuer_bericht(l, sicht, &akte)?;
    let plan = &akte.pruefung.plan;
    let doppelpruefung = doppelpruefung::fuer_bericht(l, &akte.pruefung.id, plan.teilweise_zaehlt)?;
    let zeichen: BTreeMap<String, String> =
        l.alle_benutzer()?.into_iter().map(|b| (b.id, b.zeichen)).collect();
    let Akte { pruefung: p, thema, vorlage, grundgesamtheit, ziehungen, material, .. } = akte;
    let mut pfad = l.bericht_pfad(&p.id, kopf.folge)?;
    for zeile in &mut pfad {
        zeile.vorgang = titel(&zeile.vorgang);
    }
    // One operation seals several records; the report names it once, by its last entry.
    pfad.dedup_by(|naechste, zeile| {
        let dieselbe = naechste.folge == zeile.folge + 1
            && naechste.vorgang == zeile.vorgang
            && naechste.zeichen == zeile.zeichen;
        if dieselbe {
            zeile.folge = naechste.folge;
        }
        dieselbe
    });
    Ok(Berichtsdaten {
        haus,
        thema: thema.titel,
        bereich: l
            .bereiche()?
            .into_iter()
            .find(|b| b.id == p.plan.bereich_id)
            .map_or_else(String::new, |b| b.name),
        teams: l.teams()?.into_iter().filter(|t| p.plan.teams.contains(&t.id)).map(|t| t.name).collect(),
        nachschau_zu: match &p.plan.nachschau_zu {
            Some(id) => l.pruefung(id)?.map(|q| q.nummer),
            None => None,
        },
        auswahleinheit: thema.auswahleinheit.bezeichnung().to_owned(),
        auswertung,
        verlauf,
        nachschau,
        doppelpruefung,
        herkunft: match grundgesamtheit {
            Some(g) => Some(herkunft(g, l.ausschlussgruende(&p.id)?, &zeichen)),
            None => None,
        },
        ziehungen: ziehungen.into_iter().map(|z| ziehung(z, &zeichen)).collect(),
        weitere: l
            .andere_ziehungen(&p)?
            .into_iter()
            .map(|z| WeitereZiehung {
                pruefung: z.pruefung,
                stand: crate::fachaufsicht::Aufzaehlung::titel(z.stand).to_owned(),
                nummer: z.nummer,
                art: z.art,
                gleiche_liste: z.gleiche_liste,
                grundgesamtheit: z.grundgesamtheit,
                anzahl: z.anzahl,
                geprueft: z.geprueft,
                mit_feststellung: z.mit_feststellung,
                gezogen_am: z.gezogen_am,
            })
            .collect(),
        feststellungen: l.bericht_feststellungen(&p.id)?,
        korrekturen: l.bericht_korrekturen(&p.id)?,
        beteiligte: l.bericht_beteiligte(&p.id)?,
        pfad,
        bogen_nummer: vorlage.nummer,
        rechtsstand: vorlage.rechtsstand,
        bogen_freigegeben: vorlage.freigegeben_von.is_some(),
        einleitung: vorlage.einleitung,
        abschnitte: vorlage.abschnitte,
        katalog: material.katalog,
        nummer: p.nummer,
        stand: p.stand,
        grund: p.grund,
        plan: p.plan,
        kopf,
    })
}

fn herkunft(
    g: Grundgesamtheit,
    ausschluesse: Vec<(String, u64)>,
    zeichen: &BTreeMap<String, String>,
) -> BerichtHerkunft {
    BerichtHerkunft {
        quellsystem: g.quellsystem,
        abfrage: g.abfrage,
        auszug_am: g.auszug_am,
        datei_sha256: g.datei_sha256,
        gelesen: g.zeilen_gelesen,
        uebernommen: g.uebernommen,
        gewarnt: g.gewarnt,
        abgelehnt: g.abgelehnt,
        gruende: g.gruende,
        summe_cent: g.summe_cent,
        kontroll_anzahl: g.kontroll_anzahl,
        kontroll_cent: g.kontroll_cent,
        kontroll_vermerk: g.kontroll_vermerk,
        anzahl: g.anzahl,
        ausschluesse,
        population_hash: g.population_hash,
        schicht_hash: g.schicht_hash,
        eingelesen_von: zeichen.get(&g.eingelesen_von).cloned().unwrap_or_default(),
        eingelesen_am: g.eingelesen_am,
        versiegelt_von: g.versiegelt_von.and_then(|id| zeichen.get(&id).cloned()),
        versiegelt_am: g.versiegelt_am,
    }
}

fn ziehung(z: Ziehung, zeichen: &BTreeMap<String, String>) -> BerichtZiehung {
    let von = |id: &Option<String>| id.as_ref().and_then(|id| zeichen.get(id).cloned());
    BerichtZiehung {
        startwert_von: [&z.erste_von, &z.zweite_von].into_iter().filter_map(von).collect(),
        gezogen_von: von(&z.gezogen_von),
        nummer: z.nummer,
        art: z.art,
        schichtung: z.schichtung,
        mindestens: z.mindestens,
        begruendung: z.begruendung,
        anzahl: z.anzahl,
        ab: z.ab,
        aufteilung: z.aufteilung,
        regel_vorab: z.regel_vorab,
        algorithmus: z.algorithmus,
        // Before the draw a seed may be half entered; it is printed only with its result.
        startwert: z.startwert.filter(|_| z.ergebnis_hash.is_some()),
        erzeugt: z.erzeugt,
        ergebnis_hash: z.ergebnis_hash,
        gezogen_am: z.gezogen_am,
        geschlossen_am: z.geschlossen_am,
    }
}

fn auszug(
    l: &Lesen<'_>,
    (von, bis): (NaiveDate, NaiveDate),
    haus: Hauskopf,
    kopf: BerichtKopf,
) -> Ergebnis<Bericht> {
    let filter = ProtokollFilter {
        von: Some(tagesbeginn(von)),
        vor: bis.succ_opt().map(tagesbeginn),
        ..ProtokollFilter::default()
    };
    let (eintraege, gesamt) = l.protokoll_seite(&filter, 0, HOECHSTENS_EINTRAEGE)?;
    if gesamt > u64::from(HOECHSTENS_EINTRAEGE) {
        return Err(Fehler::feld(
            "bis",
            format!("In diesem Zeitraum gibt es {gesamt} Einträge. Bitte wählen Sie einen kürzeren."),
        ));
    }
    let zeichen: BTreeMap<String, String> =
        l.alle_benutzer()?.into_iter().map(|b| (b.id, b.zeichen)).collect();
    // Entries after the printed head are exports; the extract ends with its head.
    let zeilen = eintraege
        .into_iter()
        .rev()
        .filter(|g| g.eintrag.folge <= kopf.folge)
        .map(|g| Auszugszeile {
            folge: g.eintrag.folge,
            zeit: g.eintrag.zeit,
            vorgang: titel(&g.eintrag.operation),
            gegenstand: ObjektArt::aus(&g.eintrag.art).map_or_else(String::new, |a| a.titel.to_owned()),
            zeichen: zeichen.get(&g.eintrag.benutzer).cloned().unwrap_or_default(),
            hash: hex(&g.hash),
        })
        .collect();
    Ok(protokollauszug(&Protokollauszug { haus, von, bis, zeilen, kopf }))
}
