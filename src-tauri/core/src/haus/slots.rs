//! Slot files on disk: found, put into place after a commit, cleared away.

use super::fehlversuche;
use super::ordner::Ordner;
use super::schluessel::{
    GeoeffneterSlot, Schluessel, anmeldung_falsch, slot_hash, slot_oeffnen, ueblicher_aufwand,
};
use crate::benutzer::Benutzer;
use crate::fehler::{Code, Ergebnis};
use crate::umgebung::Umgebung;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A slot that a password opened.
pub(super) struct GefundenerSlot {
    pub(super) pfad: PathBuf,
    pub(super) hash: Vec<u8>,
    pub(super) benutzer_id: String,
    pub(super) slot_version: i64,
    pub(super) schluessel: Schluessel,
}

/// Opens the user's slot; after a crash between commit and rename the waiting one is the right one.
pub(super) fn slot_suchen(
    ordner: &Ordner,
    haus_id: &str,
    name: &str,
    passwort: &str,
    umgebung: &dyn Umgebung,
) -> Ergebnis<GefundenerSlot> {
    let pfad = ordner.slot(haus_id, name);
    fehlversuche::pruefen(ordner, &pfad, umgebung.jetzt())?;
    for kandidat in [pfad.clone(), wartend(&pfad)] {
        let Ok(inhalt) = fs::read(&kandidat) else { continue };
        match slot_oeffnen(&inhalt, haus_id, passwort) {
            Ok(GeoeffneterSlot { benutzer_id, slot_version, schluessel }) => {
                fehlversuche::richtig(ordner, &pfad);
                return Ok(GefundenerSlot {
                    pfad: kandidat,
                    hash: slot_hash(&inhalt),
                    benutzer_id,
                    slot_version,
                    schluessel,
                });
            }
            Err(fehler) if fehler.code == Code::Anmeldung => {}
            Err(fehler) => return Err(fehler),
        }
    }
    if pfad.exists() {
        fehlversuche::falsch(ordner, &pfad, umgebung.jetzt());
    } else {
        // An unknown name takes as long as a wrong password, so that names cannot be tried out.
        ueblicher_aufwand(passwort);
    }
    Err(anmeldung_falsch())
}

/// Name under which a new slot waits for the commit of its user row.
pub(super) fn wartend(pfad: &Path) -> PathBuf {
    pfad.with_extension("wartend")
}

/// After the commit (or at the next sign-in, if the program died in between): the bound slot takes its place.
pub(crate) fn slot_uebernehmen(gebunden: &Path, ziel: &Path) {
    if gebunden == ziel {
        // A waiting slot beside a bound one belongs to a change that never committed.
        let _ = fs::remove_file(wartend(ziel));
    } else {
        let _ = fs::rename(gebunden, ziel);
    }
}

/// Clears away what a crash between two steps may have left: slots of users that were deactivated or
/// never committed. A file that cannot be removed is tried again at the next sign-in.
pub(super) fn abgleichen(ordner: &Ordner, haus_id: &str, benutzer: &[Benutzer]) {
    let mut bleiben: BTreeSet<PathBuf> =
        benutzer.iter().filter(|b| b.aktiv).map(|b| ordner.slot(haus_id, &b.benutzername)).collect();
    bleiben.extend(bleiben.iter().map(|pfad| wartend(pfad)).collect::<Vec<_>>());
    bleiben.insert(ordner.slot_wiederherstellung());
    let Ok(dateien) = fs::read_dir(ordner.schluessel()) else { return };
    for datei in dateien.flatten().map(|eintrag| eintrag.path()) {
        if !bleiben.contains(&datei) {
            let _ = fs::remove_file(datei);
        }
    }
}
