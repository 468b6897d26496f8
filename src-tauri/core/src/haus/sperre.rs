//! One process at a time: an operating system lock from sign-in to sign-out, also while the screen is
//! locked. It falls with the process, so a crash leaves nothing to clean up.

use super::ordner::Ordner;
use crate::fehler::{Code, Ergebnis, Fehler};
use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

/// Holds the lock until dropped.
#[derive(Debug)]
pub struct Prozesssperre {
    _datei: File,
}

impl Prozesssperre {
    /// Takes the lock, or says that another program has the house open.
    pub fn nehmen(ordner: &Ordner) -> Ergebnis<Self> {
        netzlaufwerk_ablehnen(ordner.pfad())?;
        let datei = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(ordner.sperrdatei())
            .map_err(|e| {
                Fehler::datei(
                    "Auf den Datenordner kann nicht zugegriffen werden. Bitte prüfen Sie Pfad und Rechte.",
                    e,
                )
            })?;
        match datei.try_lock() {
            Ok(()) => Ok(Self { _datei: datei }),
            Err(TryLockError::WouldBlock) => Err(Fehler::neu(
                Code::Haus,
                "Das Haus ist gerade in einem anderen Programm geöffnet. Bitte melden Sie sich dort ab und versuchen Sie es noch einmal.",
            )),
            Err(TryLockError::Error(e)) => Err(Fehler::datei(
                "Der Datenordner lässt keine Sperre zu. Bitte verwenden Sie einen Ordner auf diesem Gerät.",
                e,
            )),
        }
    }
}

/// Network drives lose locks and order of writes; a house on one would be damaged sooner or later.
pub(super) fn netzlaufwerk_ablehnen(pfad: &Path) -> Ergebnis<()> {
    if ist_netzlaufwerk(pfad) {
        return Err(Fehler::neu(
            Code::Haus,
            "Der Datenordner liegt auf einem Netzlaufwerk. Dort kann die Datenbank beschädigt werden; bitte wählen Sie einen Ordner auf diesem Gerät.",
        ));
    }
    Ok(())
}

#[cfg(unix)]
fn ist_netzlaufwerk(pfad: &Path) -> bool {
    let (Ok(pfad), Ok(mounts)) = (pfad.canonicalize(), std::fs::read_to_string("/proc/self/mountinfo"))
    else {
        return false;
    };
    dateisystem(&mounts, &pfad).is_some_and(|art| NETZ.contains(&art.as_str()))
}

#[cfg(unix)]
const NETZ: [&str; 11] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "fuse.sshfs",
    "ceph",
    "glusterfs",
    "fuse.glusterfs",
    "afs",
    "davfs",
];

/// File system type of the mount with the longest prefix of the path (proc(5), mountinfo).
#[cfg(unix)]
fn dateisystem(mounts: &str, pfad: &Path) -> Option<String> {
    mounts
        .lines()
        .filter_map(|zeile| {
            let (vorn, hinten) = zeile.split_once(" - ")?;
            let punkt = vorn.split(' ').nth(4)?.replace("\\040", " ");
            let art = hinten.split(' ').next()?;
            pfad.starts_with(&punkt).then(|| (punkt.len(), art.to_owned()))
        })
        .max_by_key(|(laenge, _)| *laenge)
        .map(|(_, art)| art)
}

#[cfg(windows)]
fn ist_netzlaufwerk(pfad: &Path) -> bool {
    use std::path::{Component, Prefix};
    let Ok(pfad) = pfad.canonicalize() else {
        return false;
    };
    matches!(pfad.components().next(), Some(Component::Prefix(p)) if matches!(p.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..)))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn laengster_mount_zaehlt() {
        let mounts =
            "1 0 8:1 / / rw - ext4 /dev/sda1 rw\n2 1 0:40 / /mnt/netz rw shared:1 - cifs //server/x rw\n";
        assert_eq!(dateisystem(mounts, Path::new("/home/a")).as_deref(), Some("ext4"));
        assert_eq!(dateisystem(mounts, Path::new("/mnt/netz/iks")).as_deref(), Some("cifs"));
        assert_eq!(dateisystem(mounts, Path::new("/mnt/netzwerk")).as_deref(), Some("ext4"));
    }
}
