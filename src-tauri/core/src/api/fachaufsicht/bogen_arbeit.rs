//! What the checker does with a sheet.

use super::bogen_anfragen::*;
use super::bogen_kontext::Bogen;
use super::doppelpruefung::{erstantworten_festhalten, nicht_zweite};
use super::feststellung_weg::{freigeben, zurueckholen};
use super::sicht;
use crate::api::haus::pruefe_text;
use crate::api::tuer::{Aenderung, Auftrag, oder_konflikt};
use crate::audit::ObjektArt;
use crate::benutzer::Rolle;
use crate::fachaufsicht::bogen::{
    Antwort, BogenStand, Gegenpruefung, Lueckenart, Prueffall, antwort_id, ausgewaehlt, darf_feststellung,
    gegenpruefung, luecken,
};
use crate::fachaufsicht::feststellung::FeststellungStand;
use crate::fachaufsicht::thema::{Antwortwert, gefragte};
use crate::fehler::{Ergebnis, Fehler};
use crate::freitext;

/// Most units in one request.
pub(super) const HOECHSTENS: usize = 500;

pub(super) fn zuweisen(a: &Auftrag<'_>, r: BoegenZuweisen) -> Ergebnis<Aenderung> {
    pruefe_anzahl(r.faelle.len())?;
    let person = match &r.an {
        None => None,
        Some(id) => Some(
            a.s.benutzer(id)?
                .filter(|b| b.aktiv)
                .ok_or_else(|| Fehler::feld("an", "Diese Person kann nicht ausgewählt werden."))?,
        ),
    };
    let mut aenderung = Aenderung::default();
    for bezug in r.faelle {
        let bogen = Bogen::laden(a.s, a.sitzung, a.umfang, &bezug.id)?;
        bogen.laufend()?;
        if !bogen.fall.stand.bearbeitbar() {
            return Err(Fehler::regel(format!(
                "Prüffall {} ist schon geprüft und lässt sich nicht mehr zuweisen.",
                bogen.fall.position
            )));
        }
        if let Some(b) = &person {
            nicht_zweite(a.s, &bogen.fall.id, &b.id)?;
            let hat = |rolle| b.rollen.contains(&rolle);
            let team = bogen.fall.team_id.as_ref();
            let leitet = hat(Rolle::Teamleitung) && team.is_some_and(|t| b.teams.contains(t));
            if !(hat(Rolle::Qualitaetsmanagement) || hat(Rolle::Pruefkraft) || leitet) {
                return Err(Fehler::feld(
                    "an",
                    "Prüffälle gehen an Qualitätsmanagement, Prüfkräfte oder die Teamleitung des eigenen Teams.",
                ));
            }
        }
        let fall = Prueffall { zugewiesen_an: r.an.clone(), version: bezug.version, ..bogen.fall };
        aenderung = speichern(a, aenderung, &fall)?;
    }
    Ok(aenderung)
}

pub(super) fn antworten(a: &Auftrag<'_>, r: BogenAntworten) -> Ergebnis<Aenderung> {
    let bogen = Bogen::zum_bearbeiten(a, &r.id)?;
    let mut werte = bogen.werte();
    if !gefragte(&bogen.rahmen.abschnitte, &werte).iter().any(|m| m.kennung == r.merkmal) {
        return Err(Fehler::regel("Dieses Merkmal ist nach den bisherigen Antworten nicht zu prüfen."));
    }
    if bogen.hat_feststellung(&r.merkmal) && !r.wert.is_some_and(darf_feststellung) {
        return Err(Fehler::regel(
            "Zu diesem Merkmal gibt es eine Feststellung. Bitte löschen Sie sie zuerst.",
        ));
    }
    match r.wert {
        Some(wert) => werte.insert(r.merkmal.clone(), wert),
        None => werte.remove(&r.merkmal),
    };
    // The answer itself comes first: the window takes its new version from there.
    let mut aenderung = antwort_setzen(a, Aenderung::default(), &r.id, &r.merkmal, r.wert, r.version, false)?;
    let gelten = gefragte(&bogen.rahmen.abschnitte, &werte);
    for x in &bogen.antworten {
        if x.merkmal == r.merkmal || gelten.iter().any(|m| m.kennung == x.merkmal) {
            continue;
        }
        if bogen.hat_feststellung(&x.merkmal) {
            return Err(Fehler::regel(
                "Mit dieser Antwort entfällt ein Merkmal, zu dem es eine Feststellung gibt. Bitte löschen Sie die Feststellung zuerst.",
            ));
        }
        // Left in place it would be counted although nobody asks it any more.
        aenderung = antwort_setzen(a, aenderung, &r.id, &x.merkmal, None, x.version, false)?;
    }
    beginnen(a, aenderung, bogen.fall)
}

pub(super) fn restliche_auf_ja(a: &Auftrag<'_>, r: RestlicheAufJa) -> Ergebnis<Aenderung> {
    let bogen = Bogen::zum_bearbeiten(a, &r.id)?;
    if !bogen.rahmen.restliche_auf_ja {
        return Err(Fehler::regel("In dieser Prüfung ist jedes Merkmal einzeln zu beantworten."));
    }
    let abschnitt = usize::try_from(r.abschnitt)
        .ok()
        .and_then(|i| bogen.rahmen.abschnitte.get(i))
        .ok_or_else(|| Fehler::nicht_gefunden("Der Abschnitt"))?;
    let mut werte = bogen.werte();
    let mut aenderung = Aenderung::default();
    let mut gesetzt = 0;
    for m in &abschnitt.merkmale {
        // Each "ja" may bring up the next item.
        let gilt = gefragte(&bogen.rahmen.abschnitte, &werte).iter().any(|g| g.kennung == m.kennung);
        if !gilt || werte.contains_key(&m.kennung) {
            continue;
        }
        werte.insert(m.kennung.clone(), Antwortwert::Ja);
        aenderung = antwort_setzen(a, aenderung, &r.id, &m.kennung, Some(Antwortwert::Ja), 0, true)?;
        gesetzt += 1;
    }
    if gesetzt == 0 {
        return Ok(Aenderung::default().mit_hinweis("In diesem Abschnitt ist nichts mehr offen."));
    }
    beginnen(a, aenderung, bogen.fall)
}

pub(super) fn bemerkung(a: &Auftrag<'_>, r: BogenBemerkung) -> Ergebnis<Aenderung> {
    let bogen = Bogen::zum_bearbeiten(a, &r.id)?;
    let fall =
        Prueffall { bemerkung: pruefe_text("text", &r.text, 0, 2000)?, version: r.version, ..bogen.fall };
    mit_warnung(speichern(a, Aenderung::default(), &fall)?, &fall.bemerkung)
}

pub(super) fn nicht_pruefbar(a: &Auftrag<'_>, r: BogenNichtPruefbar) -> Ergebnis<Aenderung> {
    let bogen = Bogen::zum_bearbeiten(a, &r.id)?;
    if !bogen.feststellungen.is_empty() {
        return Err(Fehler::regel(
            "Der Prüfbogen enthält Feststellungen. Ein Fall, in dem etwas festgestellt wurde, war prüfbar.",
        ));
    }
    let fall = Prueffall {
        stand: BogenStand::NichtPruefbar,
        nicht_pruefbar_grund: pruefe_text("grund", &r.grund, 10, 500)?,
        geprueft_von: Some(a.sitzung.benutzer_id().to_owned()),
        geprueft_am: Some(a.haus.umgebung().zeitstempel()),
        gegengeprueft_von: None,
        gegengeprueft_am: None,
        version: r.version,
        ..bogen.fall
    };
    mit_warnung(speichern(a, Aenderung::default(), &fall)?, &fall.nicht_pruefbar_grund)
}

pub(super) fn abschliessen(a: &Auftrag<'_>, r: BogenBezug) -> Ergebnis<Aenderung> {
    let bogen = Bogen::zum_bearbeiten(a, &r.id)?;
    pruefe_vollstaendig(&bogen)?;
    let befunde: Vec<_> = bogen.feststellungen.iter().map(|x| (x.inhalt.wirkung, x.inhalt.schwere)).collect();
    let schluessel =
        a.haus.schluessel().teilschluessel(&format!("gegenpruefung:{}", bogen.fall.ziehung_id))?;
    let auswahl = ausgewaehlt(
        schluessel.as_ref(),
        &bogen.fall.pseudonym,
        &a.s.ziehung_pseudonyme(&bogen.fall.ziehung_id)?,
        bogen.rahmen.gegenpruefung_anteil,
    );
    // Once due it stays due: nobody talks a sheet out of its Gegenprüfung by opening it again.
    let art = match gegenpruefung(&befunde, auswahl) {
        Gegenpruefung::Keine => bogen.fall.gegenpruefung,
        neu => neu,
    };
    let fertig = art == Gegenpruefung::Keine;
    let fall = Prueffall {
        stand: if fertig { BogenStand::Bestaetigt } else { BogenStand::Geprueft },
        geprueft_von: Some(a.sitzung.benutzer_id().to_owned()),
        geprueft_am: Some(a.haus.umgebung().zeitstempel()),
        gegenpruefung: art,
        gegengeprueft_von: None,
        gegengeprueft_am: None,
        version: r.version,
        ..bogen.fall.clone()
    };
    let aenderung = speichern(a, Aenderung::default(), &fall)?;
    let aenderung = erstantworten_festhalten(a, aenderung, &fall.id)?;
    if fertig { freigeben(a, aenderung, &bogen) } else { Ok(aenderung) }
}

pub(super) fn wieder_oeffnen(a: &Auftrag<'_>, r: BogenBezug) -> Ergebnis<Aenderung> {
    let bogen = Bogen::laden(a.s, a.sitzung, a.umfang, &r.id)?;
    bogen.laufend()?;
    if bogen.fall.geprueft_von.as_deref() != Some(a.sitzung.benutzer_id()) {
        return Err(Fehler::regel(
            "Nur die Person, die den Prüfbogen abgeschlossen hat, kann ihn wieder öffnen.",
        ));
    }
    if !wieder_zu_oeffnen(&bogen) {
        return Err(Fehler::regel(
            "Der Prüfbogen lässt sich nicht mehr öffnen, weil die Gegenprüfung oder die Stellungnahme schon begonnen hat.",
        ));
    }
    let fall = Prueffall {
        stand: BogenStand::InArbeit,
        nicht_pruefbar_grund: String::new(),
        geprueft_von: None,
        geprueft_am: None,
        version: r.version,
        ..bogen.fall.clone()
    };
    let aenderung = speichern(a, Aenderung::default(), &fall)?;
    zurueckholen(a, aenderung, &bogen)
}

/// Before the Gegenprüfung, and as long as nobody has answered to a Feststellung.
pub(super) fn wieder_zu_oeffnen(bogen: &Bogen) -> bool {
    use FeststellungStand::{Erfasst, ZurStellungnahme};
    bogen.fall.gegengeprueft_von.is_none()
        && matches!(
            bogen.fall.stand,
            BogenStand::Geprueft | BogenStand::Bestaetigt | BogenStand::NichtPruefbar
        )
        && bogen.feststellungen.iter().all(|x| matches!(x.stand, Erfasst | ZurStellungnahme))
}

fn pruefe_vollstaendig(bogen: &Bogen) -> Ergebnis<()> {
    let mit: Vec<&str> = bogen.feststellungen.iter().map(|x| x.merkmal.as_str()).collect();
    let offen = luecken(&bogen.rahmen.abschnitte, &bogen.werte(), &mit, bogen.rahmen.teilweise_zaehlt);
    let saetze: Vec<String> = [
        (Lueckenart::Antwort, "1 Antwort fehlt", "Antworten fehlen"),
        (Lueckenart::Feststellung, "1 Feststellung fehlt", "Feststellungen fehlen"),
        (
            Lueckenart::Ueberzaehlig,
            "1 Feststellung passt nicht zur Antwort",
            "Feststellungen passen nicht zur Antwort",
        ),
    ]
    .into_iter()
    .filter_map(|(art, eins, viele)| match offen.iter().filter(|l| l.art == art).count() {
        0 => None,
        1 => Some(eins.to_owned()),
        n => Some(format!("{n} {viele}")),
    })
    .collect();
    if saetze.is_empty() {
        Ok(())
    } else {
        Err(Fehler::regel(format!("Der Prüfbogen ist noch nicht vollständig: {}.", saetze.join(", "))))
    }
}

fn antwort_setzen(
    a: &Auftrag<'_>,
    aenderung: Aenderung,
    fall: &str,
    merkmal: &str,
    wert: Option<Antwortwert>,
    version: i64,
    sammel: bool,
) -> Ergebnis<Aenderung> {
    let ergebnis = match wert {
        Some(wert) => a.s.antwort_speichern(
            fall,
            &Antwort {
                merkmal: merkmal.to_owned(),
                wert,
                sammel,
                von: a.sitzung.benutzer_id().to_owned(),
                version,
            },
            &a.haus.umgebung().zeitstempel(),
            &a.salz(),
        ),
        None => a.s.antwort_loeschen(fall, merkmal, version),
    };
    oder_konflikt(ergebnis, "Die Antwort", || a.s.antwort(fall, merkmal))?;
    Ok(aenderung.und(ObjektArt::ANTWORT, antwort_id(fall, merkmal)))
}

/// The first answer puts the unit to work, and gives it to whoever began.
fn beginnen(a: &Auftrag<'_>, aenderung: Aenderung, fall: Prueffall) -> Ergebnis<Aenderung> {
    if fall.stand != BogenStand::Offen && fall.zugewiesen_an.is_some() {
        return Ok(aenderung);
    }
    let fall = Prueffall {
        stand: if fall.stand == BogenStand::Offen { BogenStand::InArbeit } else { fall.stand },
        zugewiesen_an: fall.zugewiesen_an.or_else(|| Some(a.sitzung.benutzer_id().to_owned())),
        ..fall
    };
    speichern(a, aenderung, &fall)
}

/// Saves the unit's own row against its expected version.
pub(super) fn speichern(a: &Auftrag<'_>, aenderung: Aenderung, fall: &Prueffall) -> Ergebnis<Aenderung> {
    oder_konflikt(a.s.prueffall_aendern(fall), "Der Prüffall", || {
        Ok(a.s.prueffall(&sicht(a.sitzung, a.umfang), &fall.id)?.map(Fallstand::aus))
    })?;
    Ok(aenderung.und(ObjektArt::PRUEFFALL, fall.id.clone()))
}

/// Adds the warning about free text that looks like personal data.
pub(super) fn mit_warnung(aenderung: Aenderung, text: &str) -> Ergebnis<Aenderung> {
    Ok(match freitext::warnung(text) {
        Some(warnung) => aenderung.mit_hinweis(warnung),
        None => aenderung,
    })
}

pub(super) fn pruefe_anzahl(anzahl: usize) -> Ergebnis<()> {
    if (1..=HOECHSTENS).contains(&anzahl) {
        Ok(())
    } else {
        Err(Fehler::regel(format!("Bitte wählen Sie 1 bis {HOECHSTENS} Einträge aus.")))
    }
}
