//! Blind double check: set a share, give the second sheets to people, check without the first, lay both side by side.

use super::bogen_anfragen::{Anzeigewert, BogenBemerkung, BogenBezug, BogenLesen};
use super::bogen_arbeit::{mit_warnung, pruefe_anzahl};
use super::bogen_kontext::klarsicht;
pub use super::doppelpruefung_anfragen::*;
use super::pruefung::PruefungLesen;
use super::pruefung_laden;
use crate::api::haus::pruefe_text;
use crate::api::rechte;
use crate::api::register::modul;
use crate::api::tuer::{Aenderung, Auftrag, Frage, oder_konflikt};
use crate::audit::ObjektArt;
use crate::benutzer::{Benutzer, Rolle};
use crate::fachaufsicht::bogen::{BogenStand, Prueffall, ausgewaehlt};
use crate::fachaufsicht::doppelpruefung::{
    Doppelantwort, Uebereinstimmung, ZweitStand, Zweitbogen, vergleiche,
};
use crate::fachaufsicht::pruefbericht::BerichtDoppelpruefung;
use crate::fachaufsicht::pruefung::Stand;
use crate::fachaufsicht::thema::{Abschnitt, Antwortwert, gefragte};
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::storage::{Bogenrahmen, Lesen, Sicht, Zweitbogenzeile};
use crate::vollzaehlung::je;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

modul! {
    operationen DoppelpruefungOperation {
        Einrichten(DoppelpruefungEinrichten) = "doppelpruefung.einrichten", "Doppelprüfung einrichten" => einrichten;
        Zuweisen(ZweitboegenZuweisen) = "doppelpruefung.zuweisen", "Zweitbögen zuweisen" => zuweisen;
        Beginnen(BogenBezug) = "doppelpruefung.beginnen", "Zweitbogen unvoreingenommen beginnen" => beginnen;
        Antworten(ZweitbogenAntworten) = "doppelpruefung.antworten", "Antwort im Zweitbogen speichern" => antworten;
        Bemerkung(BogenBemerkung) = "doppelpruefung.bemerkung", "Bemerkung im Zweitbogen speichern" => bemerkung;
        Abschliessen(BogenBezug) = "doppelpruefung.abschliessen", "Zweitbogen abschließen" => abschliessen;
    }
    abfragen DoppelpruefungAbfrage {
        Lage(PruefungLesen) -> Doppelpruefungslage = "doppelpruefung.lage", "Doppelprüfung ansehen" => lage;
        Bogen(BogenLesen) -> ZweitbogenDetail = "doppelpruefung.bogen", "Zweitbogen ansehen" => bogen;
    }
}

fn anteil(wert: u8) -> Ergebnis<u8> {
    if (1..=100).contains(&wert) {
        Ok(wert)
    } else {
        Err(Fehler::feld("anteil", "Bitte geben Sie einen Anteil von 1 bis 100 Prozent an."))
    }
}

/// Units that a share takes: per draw the first ones in the order of a keyed hash, so nobody chooses them.
fn auswahl(
    schluessel: impl Fn(&str) -> Ergebnis<Vec<u8>>,
    faelle: &[(String, String, String)],
    anteil: u8,
) -> Ergebnis<Vec<String>> {
    let mut ziehungen: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (_, ziehung, pseudonym) in faelle {
        ziehungen.entry(ziehung).or_default().push(pseudonym.clone());
    }
    let mut gewaehlt = Vec::new();
    for (ziehung, pseudonyme) in &ziehungen {
        let schluessel = schluessel(ziehung)?;
        gewaehlt.extend(
            faelle
                .iter()
                .filter(|(_, z, p)| z == ziehung && ausgewaehlt(&schluessel, p, pseudonyme, anteil))
                .map(|(id, _, _)| id.clone()),
        );
    }
    Ok(gewaehlt)
}

fn einrichten(a: &Auftrag<'_>, r: DoppelpruefungEinrichten) -> Ergebnis<Aenderung> {
    let p = pruefung_laden(a.s, a.sitzung, a.umfang, &r.pruefung_id)?;
    if p.stand != Stand::Gezogen {
        return Err(Fehler::regel(
            "Eine Doppelprüfung wird eingerichtet, solange die gezogenen Fälle geprüft werden.",
        ));
    }
    let anteil = anteil(r.anteil)?;
    let person = r.an.as_deref().map(|id| zweitperson(a, id)).transpose()?;
    let bisher = a.s.doppelpruefung(&p.id)?;
    match bisher {
        None => a.s.doppelpruefung_anlegen(&p.id, anteil, &a.salz())?,
        Some((frueher, _)) if anteil < frueher => {
            return Err(Fehler::feld(
                "anteil",
                format!("Der Anteil lässt sich nicht verkleinern; eingerichtet sind {frueher} Prozent."),
            ));
        }
        Some((_, version)) => a.s.doppelpruefung_anteil(&p.id, version, anteil)?,
    }
    let vorhanden: BTreeSet<String> = a.s.zweitboegen(&p.id)?.into_iter().map(|b| b.id).collect();
    let faelle = a.s.gezogene_faelle(&p.id)?;
    let schluessel = |ziehung: &str| {
        Ok(a.haus.schluessel().teilschluessel(&format!("doppelpruefung:{ziehung}"))?.as_ref().to_vec())
    };
    let mut aenderung = Aenderung::an(ObjektArt::DOPPELPRUEFUNG, p.id.clone());
    let mut befangene = 0;
    for id in auswahl(schluessel, &faelle, anteil)?.into_iter().filter(|id| !vorhanden.contains(id)) {
        a.s.zweitbogen_anlegen(&id, &p.id, &a.salz())?;
        let fall = fall(a.s, &id)?;
        let frei = match &person {
            Some(b) if befangen(a.s, &fall, b)?.is_some() => {
                befangene += 1;
                None
            }
            andere => andere.as_ref().map(|b| b.id.clone()),
        };
        let erstantworten = erste_fertig(fall.stand).then(|| erste(a.s, &id)).transpose()?;
        a.s.zweitbogen_aendern(&Zweitbogen { person: frei, erstantworten, ..laden(a.s, &id)? })?;
        aenderung = aenderung.und(ObjektArt::ZWEITBOGEN, id);
    }
    if befangene > 0 {
        aenderung = aenderung.mit_hinweis(uebrig(befangene));
    }
    mit_einzigem_qm(a, aenderung, person.as_ref())
}

/// Whoever may check a unit for the second time: Qualitätsmanagement and Prüfkräfte. A Teamleitung is told what the
/// first check found.
fn zweitperson(a: &Auftrag<'_>, id: &str) -> Ergebnis<Benutzer> {
    let b = a.s.benutzer(id)?.filter(|b| b.aktiv);
    b.filter(|b| b.rollen.iter().any(|r| matches!(r, Rolle::Qualitaetsmanagement | Rolle::Pruefkraft)))
        .ok_or_else(|| Fehler::feld("an", "Zweitbögen gehen an Qualitätsmanagement oder Prüfkräfte."))
}

fn zuweisen(a: &Auftrag<'_>, r: ZweitboegenZuweisen) -> Ergebnis<Aenderung> {
    pruefe_anzahl(r.faelle.len())?;
    let person = r.an.as_deref().map(|id| zweitperson(a, id)).transpose()?;
    let (alle, mut gruende) = (r.faelle.len(), Vec::new());
    let mut aenderung = Aenderung::default();
    for bezug in r.faelle {
        let bogen = laden(a.s, &bezug.id)?;
        let fall = fall(a.s, &bezug.id)?;
        laufend(&rahmen(a.s, &bogen.pruefung_id)?)?;
        if bogen.stand == ZweitStand::Abgeschlossen {
            return Err(Fehler::regel(format!(
                "Der Zweitbogen zu Prüffall {} ist abgeschlossen und lässt sich nicht mehr zuweisen.",
                fall.position
            )));
        }
        if bogen.person == r.an {
            continue;
        }
        if let Some(b) = &person
            && let Some(grund) = befangen(a.s, &fall, b)?
        {
            gruende.push(grund);
            continue;
        }
        aenderung = speichern(
            a,
            aenderung,
            &Zweitbogen { version: bezug.version, ..uebergeben(bogen, r.an.clone()) },
        )?;
    }
    // One alone is refused; of several, the others go on.
    match gruende.first() {
        Some(grund) if gruende.len() == alle => return Err(Fehler::vier_augen(grund.clone())),
        Some(_) => aenderung = aenderung.mit_hinweis(uebrig(gruende.len() as u64)),
        None => {}
    }
    mit_einzigem_qm(a, aenderung, person.as_ref())
}

/// In other hands it begins anew, and does not come back to whoever gave it away: she may read the first sheet again.
fn uebergeben(bogen: Zweitbogen, an: Option<String>) -> Zweitbogen {
    let fruehere = bogen.fruehere.into_iter().chain(bogen.person).collect();
    Zweitbogen {
        person: an,
        fruehere,
        stand: ZweitStand::Offen,
        antworten: BTreeMap::new(),
        bemerkung: String::new(),
        begonnen_am: None,
        ..bogen
    }
}

fn uebrig(anzahl: u64) -> String {
    je(
        anzahl,
        "1 ausgewählten Fall kennt diese Person schon. Bitte weisen Sie seinen Zweitbogen jemand anderem zu.",
        |n| {
            format!(
                "{n} ausgewählte Fälle kennt diese Person schon. Bitte weisen Sie deren Zweitbögen jemand anderem zu."
            )
        },
    )
}

/// What she checks for the second time she does not see, so she cannot give its first sheet to anybody either.
fn mit_einzigem_qm(a: &Auftrag<'_>, aenderung: Aenderung, person: Option<&Benutzer>) -> Ergebnis<Aenderung> {
    let qm = |b: &Benutzer| b.aktiv && b.rollen.contains(&Rolle::Qualitaetsmanagement);
    let Some(b) = person.filter(|b| qm(b)) else { return Ok(aenderung) };
    if a.s.alle_benutzer()?.iter().any(|x| x.id != b.id && qm(x)) {
        return Ok(aenderung);
    }
    Ok(aenderung.mit_hinweis(
        "Außer dieser Person hat niemand die Rolle Qualitätsmanagement. Bis sie abgeschlossen hat, sieht das Qualitätsmanagement die ersten Prüfbögen dieser Fälle nicht und kann sie niemandem zuweisen.",
    ))
}

/// Why a person cannot check a unit for the second time; nothing if she can.
fn befangen(l: &Lesen<'_>, fall: &Prueffall, b: &Benutzer) -> Ergebnis<Option<String>> {
    if l.am_erstbogen(&fall.id, &b.id)? || l.hat_berichtigt(&fall.id, &b.id)? {
        return Ok(Some(format!(
            "Mit Prüffall {} hatte diese Person schon zu tun. Den Zweitbogen prüft jemand anderes.",
            fall.position
        )));
    }
    let leitet =
        b.rollen.contains(&Rolle::Teamleitung) && fall.team_id.as_ref().is_some_and(|t| b.teams.contains(t));
    Ok(leitet.then(|| {
        format!(
            "Diese Person leitet das Team von Prüffall {} und erfährt die Feststellungen der ersten Prüfung. Den Zweitbogen prüft jemand anderes.",
            fall.position
        )
    }))
}

fn unbefangen(l: &Lesen<'_>, fall: &Prueffall, b: &Benutzer) -> Ergebnis<()> {
    befangen(l, fall, b)?.map_or(Ok(()), |grund| Err(Fehler::vier_augen(grund)))
}

fn beginnen(a: &Auftrag<'_>, r: BogenBezug) -> Ergebnis<Aenderung> {
    let (bogen, _) = eigener(a, &r.id)?;
    if bogen.stand != ZweitStand::Offen {
        return Err(Fehler::regel("Der Zweitbogen ist schon begonnen."));
    }
    unbefangen(a.s, &fall(a.s, &r.id)?, a.sitzung.benutzer())?;
    let neu = Zweitbogen {
        stand: ZweitStand::InArbeit,
        begonnen_am: Some(a.haus.umgebung().zeitstempel()),
        version: r.version,
        ..bogen
    };
    speichern(a, Aenderung::default(), &neu)
}

fn antworten(a: &Auftrag<'_>, r: ZweitbogenAntworten) -> Ergebnis<Aenderung> {
    let (mut bogen, rahmen) = begonnener(a, &r.id)?;
    if !gefragte(&rahmen.abschnitte, &bogen.antworten).iter().any(|m| m.kennung == r.merkmal) {
        return Err(Fehler::regel("Dieses Merkmal ist nach den bisherigen Antworten nicht zu prüfen."));
    }
    match r.wert {
        Some(wert) => bogen.antworten.insert(r.merkmal, wert),
        None => bogen.antworten.remove(&r.merkmal),
    };
    // What nobody asks any more would be compared.
    let gelten: BTreeSet<String> =
        gefragte(&rahmen.abschnitte, &bogen.antworten).iter().map(|m| m.kennung.clone()).collect();
    bogen.antworten.retain(|m, _| gelten.contains(m));
    speichern(a, Aenderung::default(), &Zweitbogen { version: r.version, ..bogen })
}

fn bemerkung(a: &Auftrag<'_>, r: BogenBemerkung) -> Ergebnis<Aenderung> {
    let (bogen, _) = begonnener(a, &r.id)?;
    let neu = Zweitbogen { bemerkung: pruefe_text("text", &r.text, 0, 2000)?, version: r.version, ..bogen };
    mit_warnung(speichern(a, Aenderung::default(), &neu)?, &neu.bemerkung)
}

fn abschliessen(a: &Auftrag<'_>, r: BogenBezug) -> Ergebnis<Aenderung> {
    let (bogen, rahmen) = begonnener(a, &r.id)?;
    let offen = fehlende_antworten(&rahmen.abschnitte, &bogen);
    if offen > 0 {
        return Err(Fehler::regel(format!(
            "Der Zweitbogen ist noch nicht vollständig: {}.",
            je(offen, "1 Antwort fehlt", |n| format!("{n} Antworten fehlen"))
        )));
    }
    let neu = Zweitbogen {
        stand: ZweitStand::Abgeschlossen,
        abgeschlossen_am: Some(a.haus.umgebung().zeitstempel()),
        version: r.version,
        ..bogen
    };
    speichern(a, Aenderung::default(), &neu)
}

/// Called when a first sheet is closed: its answers as they are at the first time are what the second is compared with.
pub(super) fn erstantworten_festhalten(
    a: &Auftrag<'_>,
    aenderung: Aenderung,
    prueffall_id: &str,
) -> Ergebnis<Aenderung> {
    match a.s.zweitbogen(prueffall_id)? {
        Some(bogen) if bogen.erstantworten.is_none() => {
            let erste = erste(a.s, prueffall_id)?;
            speichern(a, aenderung, &Zweitbogen { erstantworten: Some(erste), ..bogen })
        }
        _ => Ok(aenderung),
    }
}

/// Refuses what speaks of all units of a check to a person who still checks some of them for the second time: with them
/// it would show her the first sheets, and without them it would not be whole.
pub(super) fn unvoreingenommen(l: &Lesen<'_>, pruefung_id: &str, person_id: &str) -> Ergebnis<()> {
    if l.offene_zweitboegen(Some(pruefung_id), person_id)? == 0 {
        return Ok(());
    }
    Err(Fehler::regel(
        "Sie prüfen in dieser Prüfung noch Fälle zum zweiten Mal. Auswertung, Prüfbericht und Rückmeldeliste zeigen, was die erste Prüfung ergab; Sie bekommen sie, sobald Ihre Zweitbögen abgeschlossen sind.",
    ))
}

/// What is to be said before a check ends ahead of its second sheets.
pub(super) fn offene(l: &Lesen<'_>, pruefung_id: &str) -> Ergebnis<Option<String>> {
    let offen =
        l.zweitboegen(pruefung_id)?.iter().filter(|b| b.stand != ZweitStand::Abgeschlossen).count() as u64;
    Ok((offen > 0).then(|| {
        je(offen, "1 Zweitbogen ist noch offen; er zählt dann in der Doppelprüfung nicht.", |n| {
            format!("{n} Zweitbögen sind noch offen; sie zählen dann in der Doppelprüfung nicht.")
        })
    }))
}

/// Refused to the second person of a unit, who has an opinion on it of her own.
pub(super) fn nicht_zweite(l: &Lesen<'_>, prueffall_id: &str, person_id: &str) -> Ergebnis<()> {
    match l.zweitbogen(prueffall_id)? {
        Some(b) if b.person.as_deref() == Some(person_id) => Err(Fehler::vier_augen(
            "Dieser Fall wird von derselben Person zum zweiten Mal geprüft. Den ersten Prüfbogen bearbeitet jemand anderes.",
        )),
        _ => Ok(()),
    }
}

fn erste(l: &Lesen<'_>, prueffall_id: &str) -> Ergebnis<BTreeMap<String, Antwortwert>> {
    Ok(l.antworten(prueffall_id)?.into_iter().map(|x| (x.merkmal, x.wert)).collect())
}

fn erste_fertig(stand: BogenStand) -> bool {
    matches!(stand, BogenStand::Geprueft | BogenStand::Bestaetigt)
}

fn laden(l: &Lesen<'_>, id: &str) -> Ergebnis<Zweitbogen> {
    l.zweitbogen(id)?.ok_or_else(|| Fehler::nicht_gefunden("Der Zweitbogen"))
}

fn fall(l: &Lesen<'_>, id: &str) -> Ergebnis<Prueffall> {
    let haus = Sicht { haus: true, ..Sicht::default() };
    l.prueffall(&haus, id)?.ok_or_else(|| Fehler::nicht_gefunden("Der Prüffall"))
}

fn rahmen(l: &Lesen<'_>, pruefung_id: &str) -> Ergebnis<Bogenrahmen> {
    l.bogenrahmen(pruefung_id)?.ok_or_else(|| Fehler::nicht_gefunden("Die Prüfung"))
}

fn laufend(rahmen: &Bogenrahmen) -> Ergebnis<()> {
    if rahmen.laeuft {
        Ok(())
    } else {
        Err(Fehler::regel("Die Prüfung ist beendet; ihre Zweitbögen lassen sich nicht mehr ändern."))
    }
}

/// Her own second sheet, as long as it can be worked on.
fn eigener(a: &Auftrag<'_>, id: &str) -> Ergebnis<(Zweitbogen, Bogenrahmen)> {
    let bogen = laden(a.s, id)?;
    if bogen.person.as_deref() != Some(a.sitzung.benutzer_id()) {
        return Err(Fehler::neu(
            Code::Recht,
            "Dieser Zweitbogen ist Ihnen nicht zugewiesen. Das Qualitätsmanagement kann ihn zuweisen.",
        ));
    }
    let rahmen = rahmen(a.s, &bogen.pruefung_id)?;
    laufend(&rahmen)?;
    if bogen.stand == ZweitStand::Abgeschlossen {
        return Err(Fehler::regel("Der Zweitbogen ist abgeschlossen und lässt sich nicht mehr ändern."));
    }
    Ok((bogen, rahmen))
}

fn begonnener(a: &Auftrag<'_>, id: &str) -> Ergebnis<(Zweitbogen, Bogenrahmen)> {
    let (bogen, rahmen) = eigener(a, id)?;
    if bogen.stand == ZweitStand::Offen {
        return Err(Fehler::regel("Bitte beginnen Sie den Zweitbogen zuerst."));
    }
    Ok((bogen, rahmen))
}

fn speichern(a: &Auftrag<'_>, aenderung: Aenderung, bogen: &Zweitbogen) -> Ergebnis<Aenderung> {
    // The present state goes to whoever may see it only: the second person herself.
    oder_konflikt(a.s.zweitbogen_aendern(bogen), "Der Zweitbogen", || {
        Ok(a.s.zweitbogen(&bogen.id)?.map(|b| Zweitstand { version: b.version, stand: b.stand }))
    })?;
    Ok(aenderung.und(ObjektArt::ZWEITBOGEN, bogen.id.clone()))
}

/// What a stale change is told.
#[derive(Serialize)]
struct Zweitstand {
    version: i64,
    stand: ZweitStand,
}

fn fehlende_antworten(abschnitte: &[Abschnitt], bogen: &Zweitbogen) -> u64 {
    gefragte(abschnitte, &bogen.antworten)
        .iter()
        .filter(|m| !bogen.antworten.contains_key(&m.kennung))
        .count() as u64
}

fn bogen(f: &Frage<'_>, r: BogenLesen) -> Ergebnis<ZweitbogenDetail> {
    let bogen = laden(f.l, &r.id)?;
    let eigener = bogen.person.as_deref() == Some(f.sitzung.benutzer_id());
    // Others read it once it cannot colour the first sheet any more.
    let lesbar = f.l.zweitbogen_lesbar(&r.id)? && rechte::darf(f.sitzung, "doppelpruefung.zuweisen");
    if !eigener && !lesbar {
        return Err(Fehler::nicht_gefunden("Der Zweitbogen"));
    }
    let rahmen = rahmen(f.l, &bogen.pruefung_id)?;
    let kopf = f.l.zweitkopf(&r.id)?.ok_or_else(|| Fehler::nicht_gefunden("Der Prüffall"))?;
    Ok(ZweitbogenDetail {
        pruefung_nummer: rahmen.nummer,
        thema: rahmen.titel,
        zeitraum_von: rahmen.zeitraum_von,
        zeitraum_bis: rahmen.zeitraum_bis,
        position: kopf.position,
        fallnummer: kopf.fall,
        team: kopf.team,
        betrag_cent: kopf.betrag_cent,
        anzeige: rahmen
            .anzeige_titel
            .into_iter()
            .zip(kopf.anzeige)
            .map(|(titel, wert)| Anzeigewert { titel, wert })
            .collect(),
        einleitung: rahmen.einleitung,
        gelten: gefragte(&rahmen.abschnitte, &bogen.antworten).iter().map(|m| m.kennung.clone()).collect(),
        offen: fehlende_antworten(&rahmen.abschnitte, &bogen),
        abschnitte: rahmen.abschnitte,
        naechster: f.l.naechster_zweitbogen(&bogen.pruefung_id, f.sitzung.benutzer_id(), kopf.position)?,
        pruefen: eigener && rahmen.laeuft && bogen.stand != ZweitStand::Abgeschlossen,
        id: bogen.id,
        version: bogen.version,
        pruefung_id: bogen.pruefung_id,
        stand: bogen.stand,
        antworten: bogen.antworten,
        bemerkung: bogen.bemerkung,
    })
}

fn lage(f: &Frage<'_>, r: PruefungLesen) -> Ergebnis<Doppelpruefungslage> {
    let p = pruefung_laden(f.l, f.sitzung, f.umfang, &r.id)?;
    let einrichten = p.stand == Stand::Gezogen && rechte::darf(f.sitzung, "doppelpruefung.einrichten");
    let Some((anteil, _)) = f.l.doppelpruefung(&p.id)? else {
        return Ok(Doppelpruefungslage {
            anteil: None,
            fehlende: 0,
            anzahl: 0,
            abgeschlossen: 0,
            boegen: Vec::new(),
            uebereinstimmung: None,
            unterschiede: Vec::new(),
            einrichten,
        });
    };
    let boegen = f.l.zweitbogenliste(&klarsicht(f.sitzung), &p.id)?;
    let (uebereinstimmung, antworten) = uebereinstimmung(f.l, &p.id, p.plan.teilweise_zaehlt)?;
    let vorhanden: BTreeSet<&str> = boegen.iter().map(|b| b.id.as_str()).collect();
    let schluessel = |ziehung: &str| {
        Ok(f.haus.schluessel().teilschluessel(&format!("doppelpruefung:{ziehung}"))?.as_ref().to_vec())
    };
    let fehlende = auswahl(schluessel, &f.l.gezogene_faelle(&p.id)?, anteil)?
        .iter()
        .filter(|id| !vorhanden.contains(id.as_str()))
        .count() as u64;
    // Single cases are for those who give the sheets to people; all others read what is said by item.
    let einzeln = rechte::darf(f.sitzung, "doppelpruefung.zuweisen");
    Ok(Doppelpruefungslage {
        anteil: Some(anteil),
        fehlende: if einrichten { fehlende } else { 0 },
        anzahl: boegen.len() as u64,
        abgeschlossen: boegen.iter().filter(|b| b.stand == ZweitStand::Abgeschlossen).count() as u64,
        unterschiede: if einzeln { unterschiede(&boegen, antworten, &uebereinstimmung) } else { Vec::new() },
        boegen: if einzeln { boegen } else { Vec::new() },
        uebereinstimmung: Some(uebereinstimmung),
        einrichten,
    })
}

/// Both sheets of a check side by side, by item, and the answers behind it.
fn uebereinstimmung(
    l: &Lesen<'_>,
    pruefung_id: &str,
    teilweise_zaehlt: bool,
) -> Ergebnis<(Uebereinstimmung, Vec<Doppelantwort>)> {
    let rahmen = rahmen(l, pruefung_id)?;
    let fragen: Vec<(String, String)> = rahmen
        .abschnitte
        .iter()
        .flat_map(|a| &a.merkmale)
        .map(|m| (m.kennung.clone(), m.frage.clone()))
        .collect();
    let antworten: Vec<Doppelantwort> =
        l.zweitboegen(pruefung_id)?.iter().flat_map(Zweitbogen::nebeneinander).collect();
    let ohne_erste = l.nur_zweimal_pruefbare(pruefung_id)?;
    Ok((vergleiche(&fragen, &antworten, ohne_erste, teilweise_zaehlt), antworten))
}

/// What the report says about the double check of a check; nothing without finished pairs.
pub(super) fn fuer_bericht(
    l: &Lesen<'_>,
    pruefung_id: &str,
    teilweise_zaehlt: bool,
) -> Ergebnis<Option<BerichtDoppelpruefung>> {
    let Some((anteil, _)) = l.doppelpruefung(pruefung_id)? else { return Ok(None) };
    let (uebereinstimmung, _) = uebereinstimmung(l, pruefung_id, teilweise_zaehlt)?;
    let boegen = l.zweitboegen(pruefung_id)?;
    let abgeschlossen = boegen.iter().filter(|b| b.stand == ZweitStand::Abgeschlossen).count() as u64;
    Ok((abgeschlossen > 0).then_some(BerichtDoppelpruefung {
        anteil,
        anzahl: boegen.len() as u64,
        abgeschlossen,
        uebereinstimmung,
    }))
}

/// Cases and items with two different answers, in the order of the draw and of the sheet.
fn unterschiede(
    boegen: &[Zweitbogenzeile],
    antworten: Vec<Doppelantwort>,
    u: &Uebereinstimmung,
) -> Vec<Fallunterschied> {
    let platz: BTreeMap<&str, (usize, &str)> =
        u.zeilen.iter().enumerate().map(|(i, z)| (z.merkmal.as_str(), (i, z.frage.as_str()))).collect();
    let mut zeilen: Vec<(usize, Fallunterschied)> = antworten
        .into_iter()
        .filter(|x| x.erste != x.zweite)
        .filter_map(|x| {
            let b = boegen.iter().find(|b| b.id == x.fall)?;
            let (stelle, frage) = *platz.get(x.merkmal.as_str())?;
            Some((
                stelle,
                Fallunterschied {
                    prueffall_id: x.fall,
                    position: b.position,
                    fall: b.fall.clone(),
                    frage: frage.to_owned(),
                    merkmal: x.merkmal,
                    erste: x.erste,
                    zweite: x.zweite,
                },
            ))
        })
        .collect();
    zeilen.sort_by_key(|(stelle, x)| (x.position, *stelle));
    zeilen.into_iter().map(|(_, x)| x).collect()
}
