//! The desk: what lies between a carrier (window, HTTP) and the doors. It holds the open house and the
//! signed-in person, and closes both when the screen is locked.

use super::bindings::Sammlung;
use super::fortschritt::{Fortschritt, FortschrittStand};
use super::rechte;
use super::register::{Abfrage, Operation};
use super::tuer::{self, Geaendert};
use crate::benutzer::{Passwortstaerke, Rolle, normalisiere_benutzername, staerke};
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::haus::sicherung::{self, Sicherungsbefund};
use crate::haus::{Einrichtung, Haus, Ordner, Prozesssperre, Sitzung};
use crate::organisation::{Land, OrtsFeiertage};
use crate::umgebung::Umgebung;
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};
use ts_rs::TS;
use zeroize::Zeroizing;

/// One desk: at most one house and one signed-in person.
pub struct Arbeitsplatz {
    ordner: Ordner,
    umgebung: Arc<dyn Umgebung>,
    platz: RwLock<Platz>,
    fortschritt: Fortschritt,
}

enum Platz {
    Leer,
    Offen(Arc<Haus>, Sitzung, Arc<Prozesssperre>),
    Gesperrt(Sitzung, Arc<Prozesssperre>),
}

impl Platz {
    /// The lock that is held already, or a new one.
    fn sperre(&self, ordner: &Ordner) -> Ergebnis<Arc<Prozesssperre>> {
        match self {
            Platz::Leer => Ok(Arc::new(Prozesssperre::nehmen(ordner)?)),
            Platz::Offen(_, _, sperre) | Platz::Gesperrt(_, sperre) => Ok(sperre.clone()),
        }
    }
}

/// In which state the desk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ZustandArt {
    /// The folder holds no house yet.
    KeinHaus,
    /// The folder holds parts of a house: only a backup helps.
    Beschaedigt,
    /// Nobody is signed in.
    Geschlossen,
    /// The screen is locked; the database is closed and the keys are wiped.
    Gesperrt,
    /// Someone works.
    Offen,
}

/// What the window needs to know at each start.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Zustand {
    /// State.
    pub art: ZustandArt,
    /// Name of the house, once open.
    pub haus: Option<String>,
    /// Invented data.
    pub demo: bool,
    /// Who is signed in or locked out.
    pub person: Option<Person>,
    /// The house is damaged.
    pub nur_lesen: bool,
    /// Minutes without input until the window locks.
    pub sperre_minuten: u8,
    /// Main navigation, in order, as far as the roles may see it.
    pub navigation: Vec<String>,
    /// Operations and queries that the person may use.
    pub rechte: Vec<String>,
    /// Folder of the house.
    pub ordner: String,
    /// Path of the newest automatic backup, for a house that cannot be opened.
    pub letzte_sicherung: Option<String>,
    /// Why the automatic backup of the day is missing.
    pub ohne_sicherung: Option<String>,
    /// Version of the program.
    pub programmversion: String,
}

/// The person at the desk.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Person {
    /// Id.
    pub id: String,
    /// Name for signing in.
    pub benutzername: String,
    /// Full name.
    pub anzeigename: String,
    /// Stable sign.
    pub zeichen: String,
    /// Roles.
    pub rollen: Vec<Rolle>,
    /// German names of the roles.
    pub rollen_titel: Vec<String>,
    /// A new password is due before anything else.
    pub passwort_wechseln: bool,
}

/// A second person signs an operation beside the first.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Mitzeichnung {
    /// Name of the second person.
    pub benutzername: String,
    /// Her password.
    pub passwort: String,
}

/// The first start.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EinrichtenAnfrage {
    /// Name of the house.
    pub haus: String,
    /// Land whose holidays count.
    pub land: Land,
    /// Municipal holidays.
    #[serde(default)]
    pub feiertage: OrtsFeiertage,
    /// First administrator.
    pub benutzername: String,
    /// Full name.
    pub anzeigename: String,
    /// Password.
    pub passwort: String,
}

/// Main navigation: name of the page, and the queries of which the role needs one.
const NAVIGATION: [(&str, &[&str]); 8] = [
    ("Übersicht", &["haus.lesen"]),
    ("Fachaufsicht", &["pruefung.liste"]),
    ("Widersprüche", &["widerspruch.liste"]),
    ("Kundenreaktionen", &["kundenreaktion.liste"]),
    (
        "Prüflisten",
        &[
            "pruefliste.liste",
            "datenschutzvorfall.liste",
            "betroffenenanfrage.liste",
            "zuwendung.liste",
            "gefaehrdung.liste",
        ],
    ),
    ("Maßnahmen", &["massnahme.liste"]),
    // The Rechner lies there, for every role; the other pages of the area ask for their own rights.
    ("Berichte", &["rechner.frist"]),
    ("Verwaltung", &["organisation.uebersicht"]),
];

impl Arbeitsplatz {
    /// A desk at a data folder.
    pub fn neu(ordner: Ordner, umgebung: Arc<dyn Umgebung>) -> Self {
        // If this fails, opening says why.
        let _ = ordner.tausch_beenden();
        Self { ordner, umgebung, platz: RwLock::new(Platz::Leer), fortschritt: Fortschritt::default() }
    }

    /// State of the desk.
    pub fn zustand(&self) -> Ergebnis<Zustand> {
        let leer = |art, person| Zustand {
            art,
            haus: None,
            demo: false,
            person,
            nur_lesen: false,
            sperre_minuten: 10,
            navigation: Vec::new(),
            rechte: Vec::new(),
            ordner: self.ordner.pfad().display().to_string(),
            letzte_sicherung: sicherung::automatische(&self.ordner).last().map(|p| p.display().to_string()),
            ohne_sicherung: None,
            programmversion: env!("CARGO_PKG_VERSION").to_owned(),
        };
        match &*self.lesen_platz() {
            Platz::Leer if self.ordner.hat_haus() => Ok(leer(ZustandArt::Geschlossen, None)),
            Platz::Leer if self.ordner.hat_reste() => Ok(leer(ZustandArt::Beschaedigt, None)),
            Platz::Leer => Ok(leer(ZustandArt::KeinHaus, None)),
            Platz::Gesperrt(sitzung, _) => Ok(leer(ZustandArt::Gesperrt, Some(person(sitzung)))),
            Platz::Offen(haus, sitzung, _) => {
                let daten = haus.hausdaten()?;
                let darf = |name: &str| rechte::darf(sitzung, name);
                Ok(Zustand {
                    haus: Some(daten.name),
                    demo: daten.demo,
                    nur_lesen: haus.nur_lesen(),
                    ohne_sicherung: haus.ohne_sicherung().map(str::to_owned),
                    sperre_minuten: daten.sperre_minuten,
                    navigation: NAVIGATION
                        .iter()
                        .filter(|(_, namen)| namen.iter().any(|name| darf(name)))
                        .map(|(titel, _)| (*titel).to_owned())
                        .collect(),
                    rechte: Operation::alle()
                        .chain(Abfrage::alle())
                        .map(|e| e.name)
                        .filter(|n| darf(n))
                        .map(str::to_owned)
                        .collect(),
                    ..leer(ZustandArt::Offen, Some(person(sitzung)))
                })
            }
        }
    }

    /// Creates the house; returns the recovery key, shown once.
    pub fn einrichten(&self, anfrage: EinrichtenAnfrage) -> Ergebnis<Zeroizing<String>> {
        let mut platz = self.schreiben_platz();
        let einrichtung = Einrichtung {
            name: anfrage.haus,
            land: anfrage.land,
            feiertage: anfrage.feiertage,
            benutzername: anfrage.benutzername,
            anzeigename: anfrage.anzeigename,
            passwort: Zeroizing::new(anfrage.passwort),
            rollen: vec![Rolle::Administration],
            demo: false,
        };
        let (haus, sitzung, schluessel) =
            Haus::einrichten(self.ordner.clone(), self.umgebung.clone(), &einrichtung)?;
        let sperre = haus.sperre();
        *platz = Platz::Offen(Arc::new(haus), sitzung, sperre);
        Ok(schluessel)
    }

    /// Signs in.
    pub fn anmelden(&self, benutzername: &str, passwort: &str) -> Ergebnis<()> {
        let mut platz = self.schreiben_platz();
        let sperre = match &*platz {
            Platz::Leer => Arc::new(Prozesssperre::nehmen(&self.ordner)?),
            // The screen is locked: only the same person comes back to the open form.
            Platz::Gesperrt(sitzung, sperre) => {
                if sitzung.benutzer().benutzername != normalisiere_benutzername(benutzername) {
                    return Err(Fehler::neu(
                        Code::Anmeldung,
                        "Der Bildschirm wurde von einer anderen Person gesperrt. Bitte melden Sie diese zuerst ab.",
                    ));
                }
                sperre.clone()
            }
            Platz::Offen(..) => return Err(Fehler::regel("Es ist schon jemand angemeldet.")),
        };
        let (haus, sitzung) = Haus::oeffnen(
            self.ordner.clone(),
            self.umgebung.clone(),
            sperre.clone(),
            benutzername,
            passwort,
        )?;
        let haus = Arc::new(haus);
        if haus.ist_gross() {
            let haus = haus.clone();
            std::thread::spawn(move || haus.pruefe_seiten());
        }
        *platz = Platz::Offen(haus, sitzung, sperre);
        Ok(())
    }

    /// Unlocks the screen for the person who locked it.
    pub fn entsperren(&self, passwort: &str) -> Ergebnis<()> {
        let name = match &*self.lesen_platz() {
            Platz::Gesperrt(sitzung, _) => sitzung.benutzer().benutzername.clone(),
            _ => return Err(Fehler::regel("Der Bildschirm ist nicht gesperrt.")),
        };
        self.anmelden(&name, passwort)
    }

    /// Sets a new password for an administrator by the recovery key, and signs in.
    pub fn wiederherstellen(
        &self,
        benutzername: &str,
        schluessel: &str,
        neues_passwort: &str,
    ) -> Ergebnis<()> {
        let mut platz = self.schreiben_platz();
        let sperre = platz.sperre(&self.ordner)?;
        let (haus, sitzung) = Haus::wiederherstellen(
            self.ordner.clone(),
            self.umgebung.clone(),
            sperre.clone(),
            benutzername,
            schluessel,
            neues_passwort,
        )?;
        *platz = Platz::Offen(Arc::new(haus), sitzung, sperre);
        Ok(())
    }

    /// Locks the screen: closes the database and wipes the keys; other processes stay out.
    pub fn sperren(&self) {
        let mut platz = self.schreiben_platz();
        if let Platz::Offen(_, sitzung, sperre) = &*platz {
            *platz = Platz::Gesperrt(sitzung.clone(), sperre.clone());
        }
    }

    /// Signs out.
    pub fn abmelden(&self) {
        *self.schreiben_platz() = Platz::Leer;
    }

    /// Changes the house by an operation from the wire; with a Mitzeichnung it is the second person's act.
    pub fn aendern(
        &self,
        name: &str,
        daten: serde_json::Value,
        mitzeichnung: Option<Mitzeichnung>,
    ) -> Ergebnis<Geaendert> {
        let (haus, sitzung) = self.offen()?;
        let operation = Operation::aus_json(name, daten)?;
        let (handelnde, platz) = match mitzeichnung {
            None => (sitzung, None),
            Some(m) => (haus.anmelden(&m.benutzername, &Zeroizing::new(m.passwort))?, Some(sitzung)),
        };
        self.fortschritt.beende();
        let ergebnis =
            tuer::aendern_viele(&haus, &handelnde, platz.as_ref(), vec![operation], &self.fortschritt);
        self.fortschritt.beende();
        let geaendert = ergebnis?;
        self.person_auffrischen(&haus)?;
        Ok(geaendert)
    }

    /// Answers a query from the wire.
    pub fn lesen(&self, name: &str, daten: serde_json::Value) -> Ergebnis<serde_json::Value> {
        let (haus, sitzung) = self.offen()?;
        tuer::lesen(&haus, &sitzung, Abfrage::aus_json(name, daten)?)
    }

    /// Strength of a password while it is typed.
    pub fn passwort_staerke(&self, passwort: &str, woerter: &[String]) -> Passwortstaerke {
        let woerter: Vec<&str> = woerter.iter().take(10).map(String::as_str).collect();
        staerke(passwort, &woerter)
    }

    /// How far a long action is.
    pub fn fortschritt(&self) -> FortschrittStand {
        self.fortschritt.stand()
    }

    /// Cancels a long action.
    pub fn abbrechen(&self) {
        self.fortschritt.abbrechen();
    }

    /// Rehearses a backup in a temporary folder, which goes afterwards.
    pub fn sicherung_proben(
        &self,
        datei: &str,
        benutzername: &str,
        passwort: &str,
    ) -> Ergebnis<Sicherungsbefund> {
        let ordner = tempfile::tempdir()
            .map_err(|e| Fehler::datei("Es lässt sich kein temporärer Ordner anlegen.", e))?;
        sicherung::pruefe(
            Path::new(datei.trim()),
            ordner.path(),
            self.umgebung.clone(),
            benutzername,
            passwort,
        )
    }

    /// Restores a backup at this desk; signs everyone out. What was there stays inside the data folder.
    ///
    /// The person in the backup must have Administration. On an open house the signed-in person too: a
    /// restore is a way around the doors.
    pub fn sicherung_wiederherstellen(
        &self,
        datei: &str,
        benutzername: &str,
        passwort: &str,
    ) -> Ergebnis<Sicherungsbefund> {
        let mut platz = self.schreiben_platz();
        if let Platz::Offen(_, sitzung, _) | Platz::Gesperrt(sitzung, _) = &*platz
            && !sitzung.hat(Rolle::Administration)
        {
            return Err(Fehler::neu(Code::Recht, "Eine Sicherung stellt nur die Administration wieder her."));
        }
        let _sperre = platz.sperre(&self.ordner)?;
        // Closes the database before its file is moved.
        *platz = Platz::Leer;
        sicherung::an_dieser_stelle(
            Path::new(datei.trim()),
            &self.ordner,
            self.umgebung.clone(),
            benutzername,
            passwort,
        )
    }

    /// Creates the demo house in the folder of this desk.
    pub fn demo_anlegen(&self) -> Ergebnis<()> {
        let _platz = self.schreiben_platz();
        let ergebnis =
            crate::demo::anlegen(self.ordner.clone(), &crate::demo::Vorgaben::default(), &self.fortschritt);
        self.fortschritt.beende();
        ergebnis.map(|_| ())
    }

    /// The open house and the person, for carriers that need more than one call.
    pub fn offen(&self) -> Ergebnis<(Arc<Haus>, Sitzung)> {
        match &*self.lesen_platz() {
            Platz::Offen(haus, sitzung, _) => Ok((haus.clone(), sitzung.clone())),
            Platz::Gesperrt(..) => Err(Fehler::neu(Code::NichtAngemeldet, "Der Bildschirm ist gesperrt.")),
            Platz::Leer => Err(Fehler::neu(Code::NichtAngemeldet, "Bitte melden Sie sich an.")),
        }
    }

    /// Her own password or roles may just have changed.
    fn person_auffrischen(&self, haus: &Haus) -> Ergebnis<()> {
        if let Platz::Offen(_, sitzung, _) = &mut *self.schreiben_platz()
            && let Some(jetzt) =
                haus.db().lies(|l| l.benutzer(sitzung.benutzer_id())).map_err(Fehler::from)?
        {
            sitzung.aktualisieren(jetzt);
        }
        Ok(())
    }

    fn lesen_platz(&self) -> std::sync::RwLockReadGuard<'_, Platz> {
        self.platz.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn schreiben_platz(&self) -> std::sync::RwLockWriteGuard<'_, Platz> {
        self.platz.write().unwrap_or_else(PoisonError::into_inner)
    }
}

fn person(sitzung: &Sitzung) -> Person {
    let b = sitzung.benutzer();
    Person {
        id: b.id.clone(),
        benutzername: b.benutzername.clone(),
        anzeigename: b.anzeigename.clone(),
        zeichen: b.zeichen.clone(),
        rollen: b.rollen.clone(),
        rollen_titel: b.rollen.iter().map(|r| r.titel().to_owned()).collect(),
        passwort_wechseln: b.passwort_wechseln,
    }
}

pub(super) fn typen(s: &mut Sammlung) {
    use ts_rs::TypeVisitor;
    s.visit::<Zustand>();
    s.visit::<EinrichtenAnfrage>();
    s.visit::<Mitzeichnung>();
    s.visit::<Geaendert>();
    s.visit::<Fehler>();
    s.visit::<FortschrittStand>();
    s.visit::<Passwortstaerke>();
    s.visit::<Sicherungsbefund>();
}
