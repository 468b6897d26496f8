//! What a person sees of a procedure: all of it but plain numbers she has no right to, and days she is to
//! find herself.

use super::*;
use crate::api::tuer::Frage;
use crate::fachaufsicht::fallnummer::Fallnummer;
use crate::storage::Wiedervorlage;
use crate::widerspruch::{Berechnung, Briefentwurf, Klarangaben, Schrittart, Warnung, briefe, hinweise};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// A procedure with everything around it.
#[derive(Debug, Serialize, TS)]
pub struct VerfahrenDetail {
    /// The procedure.
    pub verfahren: Verfahren,
    /// Case number, or the short pseudonym.
    pub fall: Fallnummer,
    /// Plain numbers and names; only for the Widerspruchsstelle.
    pub klar: Option<Klarangaben>,
    /// Since when plain data are gone by the retention rule; nothing changes any more.
    #[ts(type = "string | null")]
    pub entfernt_am: Option<NaiveDate>,
    /// Its deadlines by day.
    pub fristen: Vec<Fristansicht>,
    /// Its Wiedervorlagen, open ones first.
    pub wiedervorlagen: Vec<Wiedervorlage>,
    /// Steps that fit now and that the person may take.
    pub moeglich: Vec<Schrittart>,
    /// What comes next, as a sentence.
    pub naechster_schritt: String,
    /// What to think of, as sentences.
    pub hinweise: Vec<String>,
    /// Letters as text to copy.
    pub briefe: Vec<Briefentwurf>,
    /// Signs of the persons named, by id.
    pub personen: Vec<Personenzeichen>,
    /// Name of the team.
    pub team: Option<String>,
    /// The procedure it comes from.
    pub vorgaenger: Option<Verfahrensverweis>,
    /// Procedures that came from it.
    pub nachfolger: Vec<Verfahrensverweis>,
    /// Kundenreaktionen in which it was found.
    pub reaktionen: Vec<Verfahrensverweis>,
    /// Others with the same case number; only for the Widerspruchsstelle.
    pub dieselbe_nummer: Vec<Verfahrensverweis>,
}

/// A person by her sign.
#[derive(Debug, Serialize, TS)]
pub struct Personenzeichen {
    /// User id.
    pub id: String,
    /// Stable sign.
    pub zeichen: String,
    /// Name.
    pub name: String,
}

/// Another procedure.
#[derive(Debug, Serialize, TS)]
pub struct Verfahrensverweis {
    /// Id.
    pub id: String,
    /// Number.
    pub nummer: String,
}

/// A deadline as a person may see it.
#[derive(Debug, Serialize, TS)]
pub struct Fristansicht {
    /// The deadline; without any day while it is kept from the person.
    pub frist: Verfahrensfrist,
    /// Its day is kept from the person, so that she can find it herself.
    pub verdeckt: bool,
    /// Done too late.
    pub verspaetet: bool,
    /// How near it is.
    pub warnung: Warnung,
    /// It binds the house.
    pub bindet_haus: bool,
    /// The person may confirm it, or find its day herself.
    pub darf_pruefen: bool,
    /// The person may give a reason in an open difference.
    pub darf_klaeren: bool,
    /// The person may decide on another day that was proposed.
    pub darf_entscheiden: bool,
}

/// Deadlines before anything is saved.
#[derive(Debug, Serialize, TS)]
pub struct Fristenvorschau {
    /// Each with its steps.
    pub fristen: Vec<Fristvorschau>,
    /// What to think of, as sentences.
    pub hinweise: Vec<String>,
}

/// A deadline before it is saved.
#[derive(Debug, Serialize, TS)]
pub struct Fristvorschau {
    /// German name of its kind, with what it is about.
    pub titel: String,
    /// How the day comes about.
    pub berechnung: Berechnung,
    /// The remedy came after the day.
    pub verspaetet: bool,
}

pub(super) fn lesen(f: &Frage<'_>, r: VerfahrenLesen) -> Ergebnis<VerfahrenDetail> {
    let v = laden(f.l, f.sitzung, f.umfang, &r.id)?;
    let sicht = sicht(f.sitzung, f.umfang);
    let klar = if sicht.klar { f.l.verfahren_klar(&v.id)? } else { None };
    let entfernt_am = f.l.entfernt_am(&v.id)?;
    let heute = f.haus.umgebung().heute();
    let haus = f.l.hausdaten()?;
    let verweis = |(id, nummer): (String, String)| Verfahrensverweis { id, nummer };
    let darf = |s: &Schrittart| match s {
        _ if entfernt_am.is_some() => false,
        Schrittart::Zeichnen => {
            rechte::darf(f.sitzung, "widerspruch.zeichnen") && v.lage.darf_zeichnen(f.sitzung.benutzer_id())
        }
        Schrittart::Zurueckgeben => rechte::darf(f.sitzung, "widerspruch.zeichnung_zurueckgeben"),
        Schrittart::KlageBeendet | Schrittart::Uebernehmen => false,
        _ => rechte::darf(f.sitzung, "widerspruch.schritt"),
    };
    Ok(VerfahrenDetail {
        fall: Fallnummer::neu(&v.pseudonym, klar.as_ref().map(|k| k.fallnummer.clone())),
        fristen: f.l.fristen(&v.id)?.into_iter().map(|x| fristansicht(x, f.sitzung, heute)).collect(),
        wiedervorlagen: f.l.wiedervorlagen(&v.id)?,
        moeglich: v.lage.moeglich(v.art).into_iter().filter(darf).collect(),
        naechster_schritt: v.lage.naechster_schritt(v.art).to_owned(),
        hinweise: hinweise(v.art, &v.angaben, &v.lage, &soll(&v, &ort(f.l)?)),
        briefe: if sicht.klar { briefe(&haus.name, &v) } else { Vec::new() },
        personen: f
            .l
            .alle_benutzer()?
            .into_iter()
            .map(|b| Personenzeichen { id: b.id, zeichen: b.zeichen, name: b.anzeigename })
            .collect(),
        team: match &v.angaben.team_id {
            Some(id) => f.l.team(id)?.map(|t| t.name),
            None => None,
        },
        vorgaenger: match &v.vorgaenger_id {
            Some(id) => f.l.verfahren(id)?.map(|w| Verfahrensverweis { id: w.id, nummer: w.nummer }),
            None => None,
        },
        nachfolger: f.l.verfahren_nachfolger(&v.id)?.into_iter().map(verweis).collect(),
        reaktionen: f.l.reaktionen_zum_verfahren(&v.id)?.into_iter().map(verweis).collect(),
        dieselbe_nummer: if sicht.klar {
            f.l.verfahren_derselben_nummer(&v)?.into_iter().map(verweis).collect()
        } else {
            Vec::new()
        },
        klar,
        entfernt_am,
        verfahren: v,
    })
}

/// What the person may see and do of a deadline.
pub(super) fn fristansicht(f: Verfahrensfrist, sitzung: &Sitzung, heute: NaiveDate) -> Fristansicht {
    let person = sitzung.benutzer_id();
    let darf = rechte::darf(sitzung, "frist.gegenpruefen");
    let verdeckt = f.verdeckt_fuer(person, darf);
    let andere = f.eingetragen_von != person;
    Fristansicht {
        verdeckt,
        verspaetet: f.verspaetet(),
        warnung: if verdeckt { Warnung::Dringend } else { f.warnung(heute) },
        bindet_haus: f.art.bindet_haus(),
        darf_pruefen: darf
            && andere
            && f.berechnung.tag().is_some()
            && f.kontrolle == crate::widerspruch::Kontrolle::Unbestaetigt
            && f.stand != crate::widerspruch::Friststand::Gegenstandslos,
        darf_klaeren: f.kontrolle == crate::widerspruch::Kontrolle::Abweichend
            && (!andere || f.zweite.as_ref().is_some_and(|z| z.von == person)),
        darf_entscheiden: rechte::darf(sitzung, "frist.uebersteuerung_entscheiden")
            && f.uebersteuerung.as_ref().is_some_and(|u| u.gezeichnet_von.is_none() && u.von != person),
        frist: if verdeckt { ohne_tage(f) } else { f },
    }
}

/// A deadline without anything that gives its day away.
pub(super) fn ohne_tage(mut f: Verfahrensfrist) -> Verfahrensfrist {
    f.berechnung = Berechnung::NichtBerechenbar {
        grund: "Bitte ermitteln Sie den Tag selbst; danach sehen Sie beide Tage.".into(),
    };
    f.tag = None;
    f.uebersteuerung = None;
    for e in &mut f.verlauf {
        (e.tag_alt, e.tag_neu) = (None, None);
        e.grund.clear();
    }
    f
}

pub(super) fn berechnen(f: &Frage<'_>, r: FristenBerechnen) -> Ergebnis<Fristenvorschau> {
    let ort = ort(f.l)?;
    let lage = crate::widerspruch::Verfahrenslage::default();
    let soll = sollfristen(r.art, &r.angaben, &lage, &ort);
    let hinweise = hinweise(r.art, &r.angaben, &lage, &soll);
    let fristen = soll
        .into_iter()
        .map(|s| Fristvorschau { titel: s.titel(), verspaetet: s.verspaetet(), berechnung: s.berechnung })
        .collect();
    Ok(Fristenvorschau { fristen, hinweise })
}
