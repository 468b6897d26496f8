//! The start page: what waits for the person, next dates, running checks; for Administration the set-up.

use super::{bogen, sicht};
use crate::api::tuer::Frage;
use crate::api::{Leer, rechte};
use crate::benutzer::Rolle;
use crate::fachaufsicht::pruefung::Stand;
use crate::fehler::Ergebnis;
use crate::storage::{Aufgabe, Frist, PruefungFilter, Pruefungssortierung, Pruefungszeile};
use serde::Serialize;
use ts_rs::TS;

/// Running checks shown at most.
const HOECHSTENS: u32 = 20;

/// The start page.
#[derive(Debug, Serialize, TS)]
pub struct Uebersicht {
    /// What waits for the person in sheets, Feststellungen and corrections.
    pub aufgaben: Vec<Aufgabe>,
    /// Versions of check sheets that wait for their release.
    pub vorlagen_ungeprueft: u64,
    /// Next dates, the earliest first.
    pub fristen: Vec<Frist>,
    /// Running checks, newest first.
    pub laufend: Vec<Laufend>,
    /// How many are running in all.
    pub laufend_gesamt: u64,
    /// The person may see checks at all.
    pub mit_fachaufsicht: bool,
    /// The person may plan checks.
    pub darf_planen: bool,
    /// Set-up of the house, for Administration.
    pub einrichtung: Vec<Einrichtungsschritt>,
}

/// A running check.
#[derive(Debug, Serialize, TS)]
pub struct Laufend {
    /// The check.
    pub zeile: Pruefungszeile,
    /// What comes next, as a sentence.
    pub naechster: String,
    /// Page of that step.
    pub schritt: String,
}

/// A step of setting up the house.
#[derive(Debug, Serialize, TS)]
pub struct Einrichtungsschritt {
    /// What.
    pub titel: String,
    /// Why, or how it stands.
    pub text: String,
    /// Done.
    pub erledigt: bool,
    /// Page of Verwaltung.
    pub seite: String,
}

pub(super) fn uebersicht(f: &Frage<'_>, _: Leer) -> Ergebnis<Uebersicht> {
    let darf = |name| rechte::darf(f.sitzung, name);
    let mut u = Uebersicht {
        aufgaben: Vec::new(),
        vorlagen_ungeprueft: 0,
        fristen: Vec::new(),
        laufend: Vec::new(),
        laufend_gesamt: 0,
        mit_fachaufsicht: darf("pruefung.liste"),
        darf_planen: darf("pruefung.anlegen"),
        einrichtung: Vec::new(),
    };
    if let Ok((_, umfang)) = rechte::verlange(f.sitzung, "bogen.meine") {
        let frage = Frage { l: f.l, haus: f.haus, sitzung: f.sitzung, umfang };
        u.aufgaben = bogen::meine(&frage, Leer {})?;
    }
    if let Ok((_, umfang)) = rechte::verlange(f.sitzung, "pruefung.liste") {
        let sicht = sicht(f.sitzung, umfang);
        u.fristen = f.l.naechste_fristen(&sicht, f.haus.umgebung().heute())?;
        let filter = PruefungFilter {
            stand: vec![Stand::Geplant, Stand::Eingelesen, Stand::Versiegelt, Stand::Gezogen],
            ..PruefungFilter::default()
        };
        let (zeilen, gesamt) =
            f.l.pruefungen(&sicht, &filter, (Pruefungssortierung::Nummer, true), (0, HOECHSTENS))?;
        u.laufend = zeilen.into_iter().map(laufend).collect();
        u.laufend_gesamt = gesamt;
    }
    if darf("pruefthema.vorlage_freigeben") {
        u.vorlagen_ungeprueft =
            f.l.vorlagenkoepfe(None)?.iter().filter(|v| v.freigegeben_von.is_none()).count() as u64;
    }
    if darf("organisation.team_speichern") {
        u.einrichtung = einrichtung(f)?;
    }
    Ok(u)
}

fn laufend(zeile: Pruefungszeile) -> Laufend {
    let (naechster, schritt) = match zeile.stand {
        Stand::Geplant => ("Grundgesamtheit einlesen".to_owned(), "grundgesamtheit"),
        Stand::Eingelesen => ("Grundgesamtheit abgleichen und versiegeln".to_owned(), "grundgesamtheit"),
        Stand::Versiegelt => ("Prüffälle ziehen".to_owned(), "ziehung"),
        _ if zeile.erledigt < zeile.gezogen => {
            (format!("{} von {} Prüfbögen erledigt", zeile.erledigt, zeile.gezogen), "prueffaelle")
        }
        _ => ("alle Prüfbögen erledigt; Auswertung ansehen".to_owned(), "auswertung"),
    };
    Laufend { zeile, naechster, schritt: schritt.to_owned() }
}

fn einrichtung(f: &Frage<'_>) -> Ergebnis<Vec<Einrichtungsschritt>> {
    let personen: Vec<_> = f.l.alle_benutzer()?.into_iter().filter(|b| b.aktiv).collect();
    let mit = |rolle| personen.iter().filter(|b| b.rollen.contains(&rolle)).count();
    let teams = f.l.teams()?;
    let sicherungen = !crate::haus::sicherung::automatische(f.haus.ordner()).is_empty();
    let schritt = |titel: &str, text: String, erledigt, seite: &str| Einrichtungsschritt {
        titel: titel.to_owned(),
        text,
        erledigt,
        seite: seite.to_owned(),
    };
    Ok(vec![
        schritt(
            "Standorte, Bereiche und Teams anlegen",
            match teams.len() {
                0 => "Ohne Teams lässt sich keine Prüfung planen.".to_owned(),
                n => format!("{n} Teams sind angelegt."),
            },
            !teams.is_empty(),
            "organisation",
        ),
        schritt(
            "Qualitätsmanagement benennen",
            match mit(Rolle::Qualitaetsmanagement) {
                0 => "Diese Rolle plant, zieht und wertet aus; die Administration sieht keine Fälle."
                    .to_owned(),
                1 => "1 Person hat diese Rolle.".to_owned(),
                n => format!("{n} Personen haben diese Rolle."),
            },
            mit(Rolle::Qualitaetsmanagement) > 0,
            "benutzer",
        ),
        schritt(
            "Zweite Person für die vier Augen",
            "Startwert, Gegenprüfung und Entscheidung verlangen jeweils eine andere Person.".to_owned(),
            mit(Rolle::Qualitaetsmanagement) + mit(Rolle::Teamleitung) + mit(Rolle::Bereichsleitung) > 1,
            "benutzer",
        ),
        schritt(
            "Zweite Administration benennen",
            "Wenn die einzige ihr Passwort vergisst, hilft nur der Wiederherstellungsschlüssel.".to_owned(),
            mit(Rolle::Administration) > 1,
            "benutzer",
        ),
        schritt(
            "Sicherung prüfen",
            if sicherungen {
                "Es gibt automatische Sicherungen; bitte proben Sie eine.".to_owned()
            } else {
                "Die erste automatische Sicherung entsteht beim nächsten Anmelden.".to_owned()
            },
            sicherungen,
            "sicherung",
        ),
    ])
}
