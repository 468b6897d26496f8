//! Users: who may sign in, with which roles, and her own settings.

use super::Leer;
use super::haus::pruefe_text;
use super::register::modul;
use super::tuer::{Aenderung, Auftrag, Frage, Siegelnde, oder_konflikt, versiegle};
use crate::audit::ObjektArt;
use crate::benutzer::{Benutzer, Rolle, pruefe_benutzername, pruefe_passwort, pruefe_rollen};
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::{Haus, Sitzung, slot_uebernehmen};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::PathBuf;
use ts_rs::TS;
use zeroize::Zeroizing;

modul! {
    operationen BenutzerOperation {
        Anlegen(BenutzerAnlegen) = "benutzer.anlegen", "Benutzer anlegen" => anlegen;
        Aendern(BenutzerAendern) = "benutzer.aendern", "Benutzer ändern oder deaktivieren" => aendern;
        PasswortZuruecksetzen(PasswortZuruecksetzen) = "benutzer.passwort_zuruecksetzen", "Passwort zurücksetzen" => passwort_zuruecksetzen;
        PasswortAendern(PasswortAendern) = "benutzer.passwort_aendern", "Eigenes Passwort ändern" => passwort_aendern;
        AnsichtSpeichern(AnsichtSpeichern) = "benutzer.ansicht_speichern", "Eigene Ansicht merken" => ansicht_speichern;
    }
    abfragen BenutzerAbfrage {
        Liste(Leer) -> Vec<Benutzer> = "benutzer.liste", "Benutzer ansehen" => liste;
        Auswahl(Leer) -> Vec<PersonAuswahl> = "benutzer.auswahl", "Personen auswählen" => auswahl;
        Ansichten(Leer) -> Ansichten = "benutzer.ansichten", "Eigene Ansichten laden" => ansichten;
    }
}

/// A new user. Administration sets the first password; it is changed at the first sign-in.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BenutzerAnlegen {
    /// Name for signing in.
    pub benutzername: String,
    /// Full name.
    pub anzeigename: String,
    /// At least one.
    pub rollen: Vec<Rolle>,
    /// Area of a Bereichsleitung.
    pub bereich_id: Option<String>,
    /// Teams of a Teamleitung.
    pub teams: Vec<String>,
    /// First password.
    pub passwort: String,
}

/// Changes a user; name and sign stay for ever.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BenutzerAendern {
    /// Which.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Full name.
    pub anzeigename: String,
    /// At least one.
    pub rollen: Vec<Rolle>,
    /// Area of a Bereichsleitung.
    pub bereich_id: Option<String>,
    /// Teams of a Teamleitung.
    pub teams: Vec<String>,
    /// A deactivated user cannot sign in; what she did stays.
    pub aktiv: bool,
}

/// A new password from Administration.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PasswortZuruecksetzen {
    /// Whose.
    pub id: String,
    /// The new one; to be changed at the next sign-in.
    pub passwort: String,
}

/// A new password of one's own.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PasswortAendern {
    /// The present one.
    pub alt: String,
    /// The new one.
    pub neu: String,
}

/// Keeps a filter or another setting of the window.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnsichtSpeichern {
    /// Which page or list, e.g. `fachaufsicht.liste`.
    pub schluessel: String,
    /// Any JSON up to 20,000 characters.
    #[ts(type = "unknown")]
    pub wert: serde_json::Value,
}

/// Kept settings by key.
#[derive(Debug, Serialize, TS)]
pub struct Ansichten {
    /// Key to JSON.
    #[ts(type = "Record<string, unknown>")]
    pub werte: BTreeMap<String, serde_json::Value>,
}

/// A person to choose from: no sign-in data.
#[derive(Debug, Serialize, TS)]
pub struct PersonAuswahl {
    /// Id.
    pub id: String,
    /// Full name.
    pub anzeigename: String,
    /// Stable sign.
    pub zeichen: String,
    /// Roles.
    pub rollen: Vec<Rolle>,
    /// Whether she can sign in.
    pub aktiv: bool,
}

fn anlegen(a: &Auftrag<'_>, anfrage: BenutzerAnlegen) -> Ergebnis<Aenderung> {
    let benutzername = pruefe_benutzername(&anfrage.benutzername)?;
    let anzeigename = pruefe_text("anzeigename", &anfrage.anzeigename, 2, 80)?;
    let passwort = Zeroizing::new(anfrage.passwort);
    pruefe_rollen(&anfrage.rollen, anfrage.bereich_id.as_deref(), &anfrage.teams)?;
    pruefe_verweise(a, anfrage.bereich_id.as_deref(), &anfrage.teams)?;
    if a.s.benutzer_mit_namen(&benutzername)?.is_some() {
        return Err(Fehler::feld("benutzername", "Diesen Benutzernamen gibt es schon."));
    }
    pruefe_passwort("passwort", &passwort, &[&benutzername, &anzeigename])?;
    let person = Benutzer {
        id: a.neue_id(),
        zeichen: naechstes_zeichen(a, anfrage.rollen.first().copied())?,
        benutzername,
        anzeigename,
        rollen: anfrage.rollen,
        bereich_id: anfrage.bereich_id,
        teams: anfrage.teams,
        aktiv: true,
        // The passwords of a demo house are known to everyone, so nobody has to change hers.
        passwort_wechseln: !a.s.hausdaten()?.demo,
        version: 1,
    };
    let (slot, wartend) = a.haus.slot_vorbereiten(&person.id, &person.benutzername, 1, &passwort)?;
    a.s.benutzer_anlegen(&person, &slot, &a.salz())?;
    let ziel = a.haus.slot_pfad(&person.benutzername);
    Ok(Aenderung::an(ObjektArt::BENUTZER, person.id).danach(move || slot_uebernehmen(&wartend, &ziel)))
}

fn aendern(a: &Auftrag<'_>, anfrage: BenutzerAendern) -> Ergebnis<Aenderung> {
    let vorher = a.s.benutzer(&anfrage.id)?.ok_or_else(|| Fehler::nicht_gefunden("Das Benutzerkonto"))?;
    pruefe_rollen(&anfrage.rollen, anfrage.bereich_id.as_deref(), &anfrage.teams)?;
    pruefe_verweise(a, anfrage.bereich_id.as_deref(), &anfrage.teams)?;
    let war_aktiv = vorher.aktiv;
    let neu = Benutzer {
        anzeigename: pruefe_text("anzeigename", &anfrage.anzeigename, 2, 80)?,
        rollen: anfrage.rollen,
        bereich_id: anfrage.bereich_id,
        teams: anfrage.teams,
        aktiv: anfrage.aktiv,
        version: anfrage.version,
        ..vorher
    };
    oder_konflikt(a.s.benutzer_aendern(&neu), "Das Benutzerkonto", || a.s.benutzer(&anfrage.id))?;
    let verwaltet = a.s.alle_benutzer()?.iter().any(|b| b.aktiv && b.rollen.contains(&Rolle::Administration));
    if !verwaltet {
        return Err(Fehler::regel("Das Haus braucht mindestens eine aktive Administration."));
    }
    let aenderung = Aenderung::an(ObjektArt::BENUTZER, anfrage.id);
    let slot = a.haus.slot_pfad(&neu.benutzername);
    Ok(match (war_aktiv, neu.aktiv) {
        // Deactivate first, then take the key away: the other way round a crash would lock out an active user.
        (true, false) => aenderung.danach(move || drop(std::fs::remove_file(slot))),
        (false, true) => {
            aenderung.mit_hinweis("Das Konto ist wieder aktiv. Bitte setzen Sie ein neues Passwort.")
        }
        _ => aenderung,
    })
}

fn passwort_zuruecksetzen(a: &Auftrag<'_>, anfrage: PasswortZuruecksetzen) -> Ergebnis<Aenderung> {
    if a.sitzung.benutzer_id() == anfrage.id {
        return Err(Fehler::regel(
            "Das eigene Passwort ändern Sie über „Passwort ändern“; dafür brauchen Sie das bisherige.",
        ));
    }
    let passwort = Zeroizing::new(anfrage.passwort);
    let wechseln = !a.s.hausdaten()?.demo;
    let (wartend, ziel) = neuer_slot(a, &anfrage.id, "passwort", &passwort, wechseln)?;
    Ok(Aenderung::an(ObjektArt::BENUTZER, anfrage.id).danach(move || slot_uebernehmen(&wartend, &ziel)))
}

fn passwort_aendern(a: &Auftrag<'_>, anfrage: PasswortAendern) -> Ergebnis<Aenderung> {
    let (alt, neu) = (Zeroizing::new(anfrage.alt), Zeroizing::new(anfrage.neu));
    let selbst = a.sitzung.benutzer();
    a.haus.anmelden(&selbst.benutzername, &alt).map_err(|f| {
        if f.code == crate::fehler::Code::Anmeldung {
            Fehler::feld("alt", "Das bisherige Passwort ist falsch.")
        } else {
            f
        }
    })?;
    if alt == neu {
        return Err(Fehler::feld("neu", "Das neue Passwort muss sich vom bisherigen unterscheiden."));
    }
    let (wartend, ziel) = neuer_slot(a, &selbst.id, "neu", &neu, false)?;
    Ok(Aenderung::an(ObjektArt::BENUTZER, selbst.id.clone())
        .danach(move || slot_uebernehmen(&wartend, &ziel)))
}

fn neuer_slot(
    a: &Auftrag<'_>,
    id: &str,
    feld: &str,
    passwort: &str,
    wechseln: bool,
) -> Ergebnis<(PathBuf, PathBuf)> {
    let person = a.s.benutzer(id)?.ok_or_else(|| Fehler::nicht_gefunden("Das Benutzerkonto"))?;
    let bindung = a.s.slotbindung(id)?.ok_or_else(|| Fehler::nicht_gefunden("Das Benutzerkonto"))?;
    pruefe_passwort(feld, passwort, &[&person.benutzername, &person.anzeigename])?;
    let (slot, wartend) = a.haus.slot_vorbereiten(id, &person.benutzername, bindung.version + 1, passwort)?;
    a.s.slot_binden(id, &slot, wechseln)?;
    Ok((wartend, a.haus.slot_pfad(&person.benutzername)))
}

/// Sets a password outside the doors: with the recovery key nobody is signed in yet.
pub(crate) fn passwort_setzen(haus: &Haus, person: &Benutzer, passwort: &str) -> Ergebnis<()> {
    pruefe_passwort("neues_passwort", passwort, &[&person.benutzername, &person.anzeigename])?;
    let version =
        haus.db().lies(|l| l.slotbindung(&person.id)).map_err(Fehler::from)?.map_or(1, |b| b.version + 1);
    let (slot, wartend) = haus.slot_vorbereiten(&person.id, &person.benutzername, version, passwort)?;
    let sitzung = Sitzung::fuer(person.clone());
    let wer = Siegelnde {
        operation: "haus.wiederherstellen",
        benutzer: &sitzung,
        platz: None,
        rolle: Rolle::Administration,
    };
    haus.db().schreibe(|s| -> Ergebnis<()> {
        s.slot_binden(&person.id, &slot, false)?;
        versiegle(s, haus.umgebung(), &wer, ObjektArt::BENUTZER, person.id.clone())?;
        Ok(())
    })?;
    slot_uebernehmen(&wartend, &haus.slot_pfad(&person.benutzername));
    Ok(())
}

fn pruefe_verweise(a: &Auftrag<'_>, bereich_id: Option<&str>, teams: &[String]) -> Ergebnis<()> {
    if let Some(id) = bereich_id
        && !a.s.bereiche()?.iter().any(|b| b.id == id)
    {
        return Err(Fehler::feld("bereich_id", "Diesen Bereich gibt es nicht mehr."));
    }
    let vorhanden = a.s.teams()?;
    if teams.iter().any(|id| !vorhanden.iter().any(|t| t.id == *id)) {
        return Err(Fehler::feld("teams", "Mindestens eines der Teams gibt es nicht mehr."));
    }
    Ok(())
}

/// The next free sign for the leading role; signs are never given twice, not even after deactivation.
fn naechstes_zeichen(a: &Auftrag<'_>, rolle: Option<Rolle>) -> Ergebnis<String> {
    let kuerzel = rolle.unwrap_or(Rolle::Revision).kuerzel();
    let hoechstes =
        a.s.alle_benutzer()?
            .iter()
            .filter_map(|b| b.zeichen.strip_prefix(kuerzel)?.strip_prefix('-')?.parse::<u32>().ok())
            .max()
            .unwrap_or(0);
    Ok(format!("{kuerzel}-{}", hoechstes + 1))
}

fn ansicht_speichern(a: &Auftrag<'_>, anfrage: AnsichtSpeichern) -> Ergebnis<Aenderung> {
    let schluessel = pruefe_text("schluessel", &anfrage.schluessel, 1, 80)?;
    let wert = serde_json::to_string(&anfrage.wert).map_err(Fehler::intern)?;
    if wert.len() > 20_000 {
        return Err(Fehler::feld("wert", "Diese Ansicht ist zu groß zum Merken."));
    }
    a.s.ansicht_speichern(a.sitzung.benutzer_id(), &schluessel, &wert)?;
    Ok(Aenderung::default())
}

fn liste(f: &Frage<'_>, _: Leer) -> Ergebnis<Vec<Benutzer>> {
    Ok(f.l.alle_benutzer()?)
}

fn auswahl(f: &Frage<'_>, _: Leer) -> Ergebnis<Vec<PersonAuswahl>> {
    let person = |b: Benutzer| PersonAuswahl {
        id: b.id,
        anzeigename: b.anzeigename,
        zeichen: b.zeichen,
        rollen: b.rollen,
        aktiv: b.aktiv,
    };
    Ok(f.l.alle_benutzer()?.into_iter().map(person).collect())
}

fn ansichten(f: &Frage<'_>, _: Leer) -> Ergebnis<Ansichten> {
    let zeilen = f.l.ansichten(f.sitzung.benutzer_id())?;
    let werte = zeilen.into_iter().filter_map(|(k, w)| Some((k, serde_json::from_str(&w).ok()?))).collect();
    Ok(Ansichten { werte })
}
