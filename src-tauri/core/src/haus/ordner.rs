//! The data folder of a house: its paths, and how a file is replaced without ever being half written.

use crate::fehler::{Code, Ergebnis, Fehler};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

/// A folder that holds one house.
#[derive(Clone, Debug)]
pub struct Ordner {
    pfad: PathBuf,
}

/// `haus.json`: the only plain file, so that a slot can be found before anything is opened.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Kennung {
    /// Format of the folder.
    pub format: u32,
    /// Random id of the house; associated data of every slot.
    pub haus: String,
}

const FORMAT: u32 = 1;
/// Folder in which a backup is unpacked before it takes the place of the house.
pub(super) const NEU: &str = "neu-";
/// Folder to which the replaced house moves.
pub(super) const VORHER: &str = "vorher-";

impl Ordner {
    /// The folder at this path; it need not exist yet.
    pub fn neu(pfad: impl Into<PathBuf>) -> Self {
        Self { pfad: pfad.into() }
    }

    /// The folder that was named, else `IKS_DATEN`, else the platform's folder for application data.
    pub fn vorgabe(genannt: Option<PathBuf>) -> Ergebnis<Self> {
        genannt
            .or_else(|| std::env::var_os("IKS_DATEN").filter(|w| !w.is_empty()).map(PathBuf::from))
            .or_else(|| dirs::data_local_dir().map(|ordner| ordner.join("iks")))
            .map(Self::neu)
            .ok_or_else(|| {
                Fehler::neu(
                    Code::Haus,
                    "Es ist kein Datenordner bekannt. Bitte nennen Sie einen mit --daten.",
                )
            })
    }

    /// Path of the folder.
    pub fn pfad(&self) -> &Path {
        &self.pfad
    }
    /// The encrypted database.
    pub fn datenbank(&self) -> PathBuf {
        self.pfad.join("iks.db")
    }
    /// The key slots.
    pub fn schluessel(&self) -> PathBuf {
        self.pfad.join("schluessel")
    }
    /// Encrypted attachments.
    pub fn anhaenge(&self) -> PathBuf {
        self.pfad.join("anhaenge")
    }
    /// Automatic backups.
    pub fn sicherungen(&self) -> PathBuf {
        self.pfad.join("sicherungen")
    }
    /// The process lock.
    pub fn sperrdatei(&self) -> PathBuf {
        self.pfad.join("iks.sperre")
    }
    pub(super) fn kennungsdatei(&self) -> PathBuf {
        self.pfad.join("haus.json")
    }
    pub(super) fn fehlversuche(&self) -> PathBuf {
        self.pfad.join("anmeldung.json")
    }

    /// Slot file of a user. The name is a hash: no plain user names in files.
    pub fn slot(&self, haus_id: &str, benutzername: &str) -> PathBuf {
        let hash = Sha256::digest(format!("iks-slot\0{haus_id}\0{benutzername}"));
        self.schluessel().join(format!("{}.slot", crate::audit::hex(&hash[..16])))
    }

    /// Slot of the recovery key.
    pub fn slot_wiederherstellung(&self) -> PathBuf {
        self.schluessel().join("wiederherstellung.slot")
    }

    /// Whether a house lies here.
    pub fn hat_haus(&self) -> bool {
        self.kennungsdatei().exists()
    }

    /// Reads `haus.json`.
    pub fn kennung(&self) -> Ergebnis<Kennung> {
        let text = fs::read(self.kennungsdatei()).map_err(|e| {
            Fehler::neu(
                Code::Haus,
                format!("In diesem Ordner liegt kein Haus von IKS: {}", self.pfad.display()),
            )
            .wegen(e)
        })?;
        let kennung: Kennung = serde_json::from_slice(&text).map_err(|e| {
            Fehler::neu(
                Code::Beschaedigt,
                "Die Datei haus.json ist beschädigt. Bitte stellen Sie die letzte Sicherung wieder her.",
            )
            .wegen(e)
        })?;
        if kennung.format > FORMAT {
            return Err(Fehler::neu(
                Code::Haus,
                "Dieser Ordner wurde mit einer neueren Version von IKS angelegt. Bitte verwenden Sie die neuere Version.",
            ));
        }
        Ok(kennung)
    }

    /// Creates the folders of a new house; refuses a network drive.
    pub fn anlegen(&self) -> Ergebnis<()> {
        self.pruefe_leer()?;
        let anlegen = || -> std::io::Result<()> {
            for ordner in [self.pfad.clone(), self.schluessel(), self.anhaenge(), self.sicherungen()] {
                if !ordner.exists() {
                    fs::create_dir_all(&ordner)?;
                    nur_fuer_mich(&ordner)?;
                }
            }
            Ok(())
        };
        anlegen().map_err(|e| {
            Fehler::datei("Der Datenordner kann nicht angelegt werden. Bitte prüfen Sie Pfad und Rechte.", e)
        })?;
        super::sperre::netzlaufwerk_ablehnen(&self.pfad)
    }

    /// Refuses a folder that holds a house, or the rest of one: nothing is ever overwritten.
    pub(super) fn pruefe_leer(&self) -> Ergebnis<()> {
        let belegt = |was: &str| {
            Fehler::neu(
                Code::Haus,
                format!(
                    "{was}: {}. Es wird nichts überschrieben; bitte wählen Sie einen leeren Ordner.",
                    self.pfad.display()
                ),
            )
        };
        if self.hat_haus() {
            return Err(belegt("In diesem Ordner liegt schon ein Haus"));
        }
        let gefuellt =
            |ordner: PathBuf| fs::read_dir(ordner).is_ok_and(|mut eintraege| eintraege.next().is_some());
        if self.datenbank().exists()
            || [self.schluessel(), self.anhaenge(), self.sicherungen()].into_iter().any(gefuellt)
        {
            return Err(belegt("In diesem Ordner liegen Teile eines früheren Hauses"));
        }
        Ok(())
    }

    /// Whether parts of a house lie here without its `haus.json`.
    pub fn hat_reste(&self) -> bool {
        !self.hat_haus() && self.pruefe_leer().is_err()
    }

    /// Files and folders that make up a house, in the order in which one is moved away: the marker first,
    /// so that a half moved house is never taken for a whole one.
    const BESTAND: [&str; 6] = ["haus.json", "iks.db", "iks.db-wal", "iks.db-shm", "schluessel", "anhaenge"];

    /// Puts the house in `neu` into the place of this one, which moves to `vorher`. The backups stay.
    pub(super) fn tausche(&self, neu: &Path, vorher: &Path) -> std::io::Result<()> {
        if !vorher.exists() {
            fs::create_dir_all(unterwegs(vorher))?;
        }
        for (von, nach) in self.umzug(neu, vorher) {
            if von.exists() {
                fs::rename(von, nach)?;
            }
        }
        ordner_sichern(&self.pfad.join("haus.json"))?;
        fs::remove_dir_all(neu)
    }

    /// The moves of an exchange in their order; those already done no longer find their file. The old house
    /// goes into a folder that gets its final name when it is complete: from then on, what lies in the place
    /// of the house is new.
    fn umzug(&self, neu: &Path, vorher: &Path) -> Vec<(PathBuf, PathBuf)> {
        let mut zuege = Vec::new();
        if !vorher.exists() {
            let teil = unterwegs(vorher);
            zuege.extend(Self::BESTAND.map(|name| (self.pfad.join(name), teil.join(name))));
            zuege.push((teil, vorher.to_owned()));
        }
        zuege.extend(Self::BESTAND.into_iter().rev().map(|name| (neu.join(name), self.pfad.join(name))));
        zuege
    }

    /// Finishes an exchange that a crash interrupted; nothing to do in any other case.
    pub fn tausch_beenden(&self) -> Ergebnis<()> {
        if self.hat_haus() {
            return Ok(());
        }
        let Ok(eintraege) = fs::read_dir(&self.pfad) else { return Ok(()) };
        for neu in eintraege.flatten().map(|e| e.path()) {
            let name = neu.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if let Some(zeit) = name.strip_prefix(NEU)
                && neu.join("haus.json").exists()
            {
                return self.tausche(&neu, &self.pfad.join(format!("{VORHER}{zeit}"))).map_err(|e| {
                    Fehler::datei("Eine begonnene Wiederherstellung lässt sich nicht beenden. Bitte prüfen Sie die Rechte des Ordners.", e)
                });
            }
        }
        Ok(())
    }

    /// Writes `haus.json`: from now on this folder is a house. The last step of setting one up.
    pub(super) fn kennzeichnen(&self, haus_id: &str) -> Ergebnis<()> {
        let kennung = Kennung { format: FORMAT, haus: haus_id.to_owned() };
        schreibe_daneben(&self.kennungsdatei(), &serde_json::to_vec_pretty(&kennung).map_err(Fehler::intern)?)
    }

    /// Takes back a set-up that failed half way.
    pub(super) fn einrichtung_zuruecknehmen(&self) {
        for name in ["haus.json", "iks.db", "iks.db-wal", "iks.db-shm", "iks.sperre"] {
            let _ = fs::remove_file(self.pfad.join(name));
        }
        for ordner in [self.schluessel(), self.anhaenge(), self.sicherungen()] {
            let _ = fs::remove_dir_all(ordner);
        }
        // Only if nothing of anyone else's lies in it.
        let _ = fs::remove_dir(&self.pfad);
    }
}

/// Where the old house lies until all of it is there.
fn unterwegs(vorher: &Path) -> PathBuf {
    let mut name = vorher.as_os_str().to_owned();
    name.push(".teil");
    PathBuf::from(name)
}

/// Writes a whole file so that it is either the old or the new one, even if the power fails:
/// beside, fsync, rename, fsync the folder.
pub fn schreibe_daneben(pfad: &Path, inhalt: &[u8]) -> Ergebnis<()> {
    let schreiben = || -> std::io::Result<()> {
        let (neu, mut datei) = unbenutzt(pfad)?;
        let ersetzen = || -> std::io::Result<()> {
            datei.write_all(inhalt)?;
            datei.sync_all()?;
            drop(datei);
            fs::rename(&neu, pfad)
        };
        ersetzen().inspect_err(|_| {
            // Nothing half written stays behind; the first error is the one to report.
            let _ = fs::remove_file(&neu);
        })?;
        ordner_sichern(pfad)
    };
    schreiben().map_err(|e| {
        let text = match e.kind() {
            std::io::ErrorKind::StorageFull => {
                "Der Datenträger ist voll. Die Datei wurde nicht geschrieben.".to_owned()
            }
            std::io::ErrorKind::PermissionDenied => {
                format!("Keine Berechtigung zum Schreiben: {}", pfad.display())
            }
            std::io::ErrorKind::NotFound => {
                format!("Der Ordner besteht nicht: {}", pfad.parent().unwrap_or(pfad).display())
            }
            std::io::ErrorKind::InvalidFilename => {
                "Der Dateiname ist zu lang oder enthält unzulässige Zeichen.".to_owned()
            }
            _ => format!("Die Datei kann nicht geschrieben werden: {}", pfad.display()),
        };
        Fehler::datei(text, e)
    })
}

/// A new file beside the given one. Whatever lies there already may be someone's own and is left alone.
fn unbenutzt(pfad: &Path) -> std::io::Result<(PathBuf, File)> {
    const VERSUCHE: u32 = 100;
    let mut versuch = 1;
    loop {
        let mut name = pfad.as_os_str().to_owned();
        name.push(if versuch == 1 { ".neu".to_owned() } else { format!(".neu{versuch}") });
        let neu = PathBuf::from(name);
        match File::options().write(true).create_new(true).open(&neu) {
            Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists && versuch < VERSUCHE => versuch += 1,
            ergebnis => return ergebnis.map(|datei| (neu, datei)),
        }
    }
}

pub(super) fn ordner_sichern(pfad: &Path) -> std::io::Result<()> {
    // A rename is durable only when its folder is; Windows has no such call and needs none.
    if cfg!(unix)
        && let Some(ordner) = pfad.parent()
    {
        let ordner = if ordner.as_os_str().is_empty() { Path::new(".") } else { ordner };
        File::open(ordner)?.sync_all()?;
    }
    Ok(())
}

#[cfg(unix)]
fn nur_fuer_mich(ordner: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(ordner, fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn nur_fuer_mich(_ordner: &Path) -> std::io::Result<()> {
    // The user's profile folder is private on Windows.
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fuelle(ordner: &Path, inhalt: &str, namen: &[&str]) {
        fs::create_dir_all(ordner).unwrap();
        for name in namen {
            fs::write(ordner.join(name), inhalt).unwrap();
        }
    }

    fn inhalt(ordner: &Path) -> Vec<(&'static str, Option<String>)> {
        Ordner::BESTAND.map(|name| (name, fs::read_to_string(ordner.join(name)).ok())).to_vec()
    }

    #[test]
    fn danebengeschriebenes_ersetzt_keine_fremde_datei() {
        let temp = tempfile::tempdir().unwrap();
        fuelle(temp.path(), "fremd", &["a.neu", "a.pdf.neu", "a.pdf.neu2"]);
        schreibe_daneben(&temp.path().join("a.pdf"), b"bericht").unwrap();
        schreibe_daneben(&temp.path().join("a.pdf"), b"neuer bericht").unwrap();
        for fremd in ["a.neu", "a.pdf.neu", "a.pdf.neu2"] {
            assert_eq!(fs::read_to_string(temp.path().join(fremd)).unwrap(), "fremd", "{fremd}");
        }
        assert_eq!(fs::read_to_string(temp.path().join("a.pdf")).unwrap(), "neuer bericht");
        assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 4);
        // A folder in the way: the error is told and nothing of ours stays.
        fs::create_dir_all(temp.path().join("b.pdf/voll")).unwrap();
        schreibe_daneben(&temp.path().join("b.pdf"), b"bericht").unwrap_err();
        assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 5);
    }

    /// The computer may stop after any move. What the two houses hold differs, so that a file which only one
    /// of them has cannot be mistaken.
    #[test]
    fn unterbrochener_tausch_wird_beendet() {
        let alt = ["haus.json", "iks.db", "iks.db-wal", "schluessel"];
        let frisch = ["haus.json", "iks.db", "schluessel", "anhaenge"];
        for schritte in 0.. {
            let temp = tempfile::tempdir().unwrap();
            let haus = Ordner::neu(temp.path().join("haus"));
            let (neu, vorher) = (haus.pfad.join("neu-1"), haus.pfad.join("vorher-1"));
            fuelle(&haus.pfad, "alt", &alt);
            fuelle(&neu, "neu", &frisch);
            fs::create_dir(unterwegs(&vorher)).unwrap();
            let zuege = haus.umzug(&neu, &vorher);
            if schritte > zuege.len() {
                return;
            }
            for (von, nach) in zuege.iter().take(schritte).filter(|(von, _)| von.exists()) {
                fs::rename(von, nach).unwrap();
            }
            let begonnen = !haus.hat_haus();
            haus.tausch_beenden().unwrap();
            let erwartet = |hat: &[&str], text: &str| {
                Ordner::BESTAND.map(|name| (name, hat.contains(&name).then(|| text.to_owned()))).to_vec()
            };
            if schritte == 0 {
                // Nothing was moved yet: the old house stays.
                assert_eq!(inhalt(&haus.pfad), erwartet(&alt, "alt"));
                continue;
            }
            assert_eq!(inhalt(&haus.pfad), erwartet(&frisch, "neu"), "after {schritte} moves");
            assert_eq!(inhalt(&vorher), erwartet(&alt, "alt"), "after {schritte} moves");
            assert_eq!(neu.exists(), !begonnen);
        }
    }
}
