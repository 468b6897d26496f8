//! An open house: folder, keys, database. And how to get in.

mod anhang;
mod fehlversuche;
pub mod ordner;
pub mod schluessel;
pub mod sicherung;
mod sitzung;
mod slots;
mod sperre;

pub use ordner::Ordner;
pub use sitzung::Sitzung;
pub(crate) use slots::slot_uebernehmen;
pub use sperre::Prozesssperre;

use crate::benutzer::{Benutzer, Rolle, normalisiere_benutzername, pruefe_benutzername, pruefe_passwort};
use crate::bericht::Zuletzt;
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::organisation::{Hausdaten, Land, OrtsFeiertage};
use crate::storage::{Datenbank, SCHEMA_VERSION, Slotbindung, StorageFehler};
use crate::umgebung::Umgebung;
use schluessel::{Schluessel, WIEDERHERSTELLUNG, anmeldung_falsch, slot_bauen, slot_hash, slot_oeffnen};
use slots::{GefundenerSlot, slot_suchen, wartend};
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use zeroize::Zeroizing;

/// Databases up to this size are checked page by page before anyone works in them; larger ones in the background.
const SOFORT_PRUEFEN_BIS: u64 = 64 * 1024 * 1024;

/// The open house. One to a process; dropping it closes the database and wipes the keys.
pub struct Haus {
    ordner: Ordner,
    haus_id: String,
    db: Datenbank,
    schluessel: Schluessel,
    umgebung: Arc<dyn Umgebung>,
    nur_lesen: AtomicBool,
    sperre: Arc<Prozesssperre>,
    zuletzt: Zuletzt,
    /// Why the day's backup could not be written.
    ohne_sicherung: OnceLock<String>,
}

/// What a new house needs.
pub struct Einrichtung {
    /// Name of the house.
    pub name: String,
    /// Land whose holidays count.
    pub land: Land,
    /// Municipal holidays.
    pub feiertage: OrtsFeiertage,
    /// First administrator: name for signing in.
    pub benutzername: String,
    /// Full name.
    pub anzeigename: String,
    /// Password.
    pub passwort: Zeroizing<String>,
    /// Roles of the first user.
    pub rollen: Vec<Rolle>,
    /// Marks a house with invented data.
    pub demo: bool,
}

impl Haus {
    /// Creates an empty house with its first administrator.
    ///
    /// Returns the open house, the signed-in administrator and the recovery key, which is shown once
    /// and kept nowhere.
    pub fn einrichten(
        ordner: Ordner,
        umgebung: Arc<dyn Umgebung>,
        e: &Einrichtung,
    ) -> Ergebnis<(Self, Sitzung, Zeroizing<String>)> {
        let benutzername = pruefe_benutzername(&e.benutzername)?;
        pruefe_passwort("passwort", &e.passwort, &[&benutzername, &e.anzeigename, &e.name])?;
        ordner.anlegen()?;
        // From here on everything in the folder is ours, so a failure may take it back.
        let sperre = Arc::new(Prozesssperre::nehmen(&ordner)?);
        ordner.pruefe_leer()?;
        let ruecknahme = ordner.clone();
        Self::aufbauen(ordner, umgebung, sperre, e, &benutzername)
            .inspect_err(|_| ruecknahme.einrichtung_zuruecknehmen())
    }

    fn aufbauen(
        ordner: Ordner,
        umgebung: Arc<dyn Umgebung>,
        sperre: Arc<Prozesssperre>,
        e: &Einrichtung,
        benutzername: &str,
    ) -> Ergebnis<(Self, Sitzung, Zeroizing<String>)> {
        let haus_id = umgebung.id();
        let schluessel = Schluessel::neu(&*umgebung);
        let wiederherstellung = schluessel::wiederherstellungsschluessel(&*umgebung);
        let slot = slot_bauen(&haus_id, WIEDERHERSTELLUNG, 1, &wiederherstellung, &schluessel, &*umgebung)?;
        ordner::schreibe_daneben(&ordner.slot_wiederherstellung(), &slot)?;
        let db = Datenbank::anlegen(&ordner.datenbank(), schluessel.daten())?;
        let nur_lesen = AtomicBool::new(false);
        let haus = Self {
            ordner,
            haus_id,
            db,
            schluessel,
            umgebung,
            nur_lesen,
            sperre,
            zuletzt: Zuletzt::default(),
            ohne_sicherung: OnceLock::new(),
        };
        let person = crate::api::erstausstattung(&haus, e, benutzername, &slot_hash(&slot))?;
        haus.ordner.kennzeichnen(&haus.haus_id)?;
        Ok((haus, Sitzung::neu(person), wiederherstellung))
    }

    /// Opens a house and signs in; clears up after crashes and makes the day's backup.
    pub fn oeffnen(
        ordner: Ordner,
        umgebung: Arc<dyn Umgebung>,
        sperre: Arc<Prozesssperre>,
        benutzername: &str,
        passwort: &str,
    ) -> Ergebnis<(Self, Sitzung)> {
        let (haus, sitzung, slot) = Self::betreten(ordner, umgebung, sperre, benutzername, passwort)?;
        if !haus.nur_lesen() {
            let name = &sitzung.benutzer().benutzername;
            slot_uebernehmen(&slot, &haus.ordner.slot(&haus.haus_id, name));
            slots::abgleichen(&haus.ordner, &haus.haus_id, &haus.db.lies(|l| l.alle_benutzer())?);
            match sicherung::taeglich(&haus) {
                Err(f) if f.code == Code::Beschaedigt => haus.nur_lesen.store(true, Ordering::Relaxed),
                // No reason not to work, but one to be told.
                Err(f) => drop(haus.ohne_sicherung.set(f.text)),
                Ok(()) => {}
            }
        }
        Ok((haus, sitzung))
    }

    /// Opens a house and signs in without writing anything; also tells which slot file fitted.
    fn betreten(
        ordner: Ordner,
        umgebung: Arc<dyn Umgebung>,
        sperre: Arc<Prozesssperre>,
        benutzername: &str,
        passwort: &str,
    ) -> Ergebnis<(Self, Sitzung, PathBuf)> {
        let haus_id = ordner.kennung()?.haus;
        let name = normalisiere_benutzername(benutzername);
        let slot = slot_suchen(&ordner, &haus_id, &name, passwort, &*umgebung)?;
        let haus = Self::aufschliessen(ordner, haus_id, umgebung, sperre, slot.schluessel.clone())?;
        let pfad = slot.pfad.clone();
        let person = haus.binden(&name, slot)?;
        Ok((haus, Sitzung::neu(person), pfad))
    }

    /// Opens a house with the recovery key and gives an administrator a new password.
    pub fn wiederherstellen(
        ordner: Ordner,
        umgebung: Arc<dyn Umgebung>,
        sperre: Arc<Prozesssperre>,
        benutzername: &str,
        wiederherstellungsschluessel: &str,
        neues_passwort: &str,
    ) -> Ergebnis<(Self, Sitzung)> {
        let haus_id = ordner.kennung()?.haus;
        let datei = ordner.slot_wiederherstellung();
        fehlversuche::pruefen(&ordner, &datei, umgebung.jetzt())?;
        let geheimnis = schluessel::normalisiere_wiederherstellungsschluessel(wiederherstellungsschluessel);
        let inhalt = fs::read(&datei)
            .map_err(|e| Fehler::datei("Der Wiederherstellungsschlüssel dieses Hauses fehlt.", e))?;
        let slot = slot_oeffnen(&inhalt, &haus_id, &geheimnis).map_err(|fehler| {
            fehlversuche::falsch(&ordner, &datei, umgebung.jetzt());
            if fehler.code == Code::Anmeldung {
                Fehler::neu(Code::Anmeldung, "Der Wiederherstellungsschlüssel ist falsch.")
            } else {
                fehler
            }
        })?;
        let name = normalisiere_benutzername(benutzername);
        let haus = Self::aufschliessen(ordner, haus_id, umgebung, sperre, slot.schluessel)?;
        // Only the slot that was made for this purpose: a user's own slot, copied here, opens nothing.
        let gebunden = haus.db.lies(|l| l.wiederherstellung_hash())?;
        if slot.benutzer_id != WIEDERHERSTELLUNG || gebunden != Some(slot_hash(&inhalt)) {
            fehlversuche::falsch(&haus.ordner, &datei, haus.umgebung.jetzt());
            return Err(Fehler::neu(
                Code::Anmeldung,
                "Die Datei des Wiederherstellungsschlüssels wurde verändert. Die Anmeldung wurde abgelehnt.",
            ));
        }
        haus.schreibbar()?;
        let person = haus
            .db
            .lies(|l| l.benutzer_mit_namen(&name))
            .map_err(Fehler::from)?
            .filter(|b| b.aktiv && b.rollen.contains(&Rolle::Administration))
            .ok_or_else(|| {
                Fehler::neu(
                    Code::Anmeldung,
                    "Der Wiederherstellungsschlüssel gilt nur für eine aktive Administration.",
                )
            })?;
        crate::api::passwort_setzen(&haus, &person, neues_passwort)?;
        fehlversuche::richtig(&haus.ordner, &datei);
        let person = Benutzer { passwort_wechseln: false, ..person };
        Ok((haus, Sitzung::neu(person)))
    }

    fn aufschliessen(
        ordner: Ordner,
        haus_id: String,
        umgebung: Arc<dyn Umgebung>,
        sperre: Arc<Prozesssperre>,
        schluessel: Schluessel,
    ) -> Ergebnis<Self> {
        let pfad = ordner.datenbank();
        // A missing or empty file would be taken for a new database.
        if !fs::metadata(&pfad).is_ok_and(|m| m.len() > 0) {
            return Err(StorageFehler::KeinHaus.into());
        }
        let oeffnen = || -> Ergebnis<Datenbank> {
            if Datenbank::schema_version(&pfad, schluessel.daten())? < SCHEMA_VERSION {
                sicherung::vor_migration(&ordner, &haus_id, &schluessel, &*umgebung)?;
                Datenbank::migriere(&pfad, schluessel.daten())?;
            }
            Ok(Datenbank::oeffnen(&pfad, schluessel.daten())?)
        };
        let (db, beschaedigt) = match oeffnen() {
            Ok(db) => (db, false),
            Err(fehler) if fehler.code == Code::Beschaedigt => {
                (Datenbank::oeffnen_nur_lesend(&pfad, schluessel.daten()).map_err(|_| fehler)?, true)
            }
            Err(fehler) => return Err(fehler),
        };
        let haus = Self {
            ordner,
            haus_id,
            db,
            schluessel,
            umgebung,
            nur_lesen: AtomicBool::new(beschaedigt),
            sperre,
            zuletzt: Zuletzt::default(),
            ohne_sicherung: OnceLock::new(),
        };
        if !haus.ist_gross() {
            haus.pruefe_seiten();
        }
        Ok(haus)
    }

    /// Signs in a second person on the open house (Mitzeichnung, unlocking).
    pub fn anmelden(&self, benutzername: &str, passwort: &str) -> Ergebnis<Sitzung> {
        let name = normalisiere_benutzername(benutzername);
        let slot = slot_suchen(&self.ordner, &self.haus_id, &name, passwort, &*self.umgebung)?;
        Ok(Sitzung::neu(self.binden(&name, slot)?))
    }

    /// The user of that name, if this very slot is bound to her row: a copied slot opens nothing.
    fn binden(&self, name: &str, slot: GefundenerSlot) -> Ergebnis<Benutzer> {
        let (person, bindung) = self.db.lies(|l| -> Ergebnis<_> {
            let person = l.benutzer_mit_namen(name)?.ok_or_else(anmeldung_falsch)?;
            let bindung = l.slotbindung(&person.id)?.ok_or_else(anmeldung_falsch)?;
            Ok((person, bindung))
        })?;
        if person.id != slot.benutzer_id || bindung.hash != slot.hash || bindung.version != slot.slot_version
        {
            return Err(Fehler::neu(
                Code::Anmeldung,
                "Die Schlüsseldatei gehört nicht zu diesem Benutzerkonto oder wurde verändert. Die Anmeldung wurde abgelehnt.",
            ));
        }
        if !person.aktiv {
            return Err(Fehler::neu(
                Code::Anmeldung,
                "Dieses Benutzerkonto ist deaktiviert. Bitte wenden Sie sich an die Administration.",
            ));
        }
        Ok(person)
    }

    /// Builds a slot for a user and writes it where it waits for the commit of her row.
    pub(crate) fn slot_vorbereiten(
        &self,
        benutzer_id: &str,
        benutzername: &str,
        slot_version: i64,
        passwort: &str,
    ) -> Ergebnis<(Slotbindung, PathBuf)> {
        let inhalt = slot_bauen(
            &self.haus_id,
            benutzer_id,
            slot_version,
            passwort,
            &self.schluessel,
            &*self.umgebung,
        )?;
        let pfad = wartend(&self.ordner.slot(&self.haus_id, benutzername));
        ordner::schreibe_daneben(&pfad, &inhalt)?;
        Ok((Slotbindung { hash: slot_hash(&inhalt), version: slot_version }, pfad))
    }

    /// Slot file of a user.
    pub(crate) fn slot_pfad(&self, benutzername: &str) -> PathBuf {
        self.ordner.slot(&self.haus_id, benutzername)
    }

    /// Checks every page; a damaged house becomes read-only. Takes seconds on a large house.
    pub fn pruefe_seiten(&self) {
        let beschaedigt = match Datenbank::pruefe_seiten(&self.ordner.datenbank(), self.schluessel.daten()) {
            Ok(funde) => !funde.is_empty(),
            Err(fehler) => Fehler::from(fehler).code == Code::Beschaedigt,
        };
        if beschaedigt {
            self.nur_lesen.store(true, Ordering::Relaxed);
        }
    }

    /// Too large to look at every page before anyone works; a desk does it in the background.
    pub fn ist_gross(&self) -> bool {
        fs::metadata(self.ordner.datenbank()).is_ok_and(|m| m.len() > SOFORT_PRUEFEN_BIS)
    }

    /// Refuses where nothing may be written any more.
    pub(crate) fn schreibbar(&self) -> Ergebnis<()> {
        if self.nur_lesen() {
            return Err(Fehler::neu(
                Code::Beschaedigt,
                "Das Haus ist beschädigt und nur lesend geöffnet. Bitte stellen Sie die letzte Sicherung wieder her.",
            ));
        }
        Ok(())
    }

    /// Why the automatic backup of the day is missing; nothing if it is there.
    #[must_use]
    pub fn ohne_sicherung(&self) -> Option<&str> {
        self.ohne_sicherung.get().map(String::as_str)
    }

    /// Whether the house is damaged and therefore open for reading only.
    pub fn nur_lesen(&self) -> bool {
        self.nur_lesen.load(Ordering::Relaxed)
    }

    /// The database.
    pub(crate) fn db(&self) -> &Datenbank {
        &self.db
    }
    /// The keys.
    pub(crate) fn schluessel(&self) -> &Schluessel {
        &self.schluessel
    }
    /// Clock and randomness.
    pub fn umgebung(&self) -> &dyn Umgebung {
        &*self.umgebung
    }
    /// The process lock, for a desk that outlives the open database (locked screen).
    pub(crate) fn sperre(&self) -> Arc<Prozesssperre> {
        self.sperre.clone()
    }
    /// The report that was laid out last.
    pub(crate) fn zuletzt(&self) -> &Zuletzt {
        &self.zuletzt
    }
    /// The data folder.
    pub fn ordner(&self) -> &Ordner {
        &self.ordner
    }
    /// Random id of the house.
    pub fn haus_id(&self) -> &str {
        &self.haus_id
    }
    /// Settings of the house.
    pub fn hausdaten(&self) -> Ergebnis<Hausdaten> {
        Ok(self.db.lies(|l| l.hausdaten())?)
    }
}
