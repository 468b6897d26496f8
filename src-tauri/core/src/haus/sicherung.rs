//! Backups: one file with everything, rehearsed before it is trusted, restored beside what is there.
//!
//! The file is a ZIP without compression. What is in it is encrypted already (database, slots,
//! attachments); the manifest holds sizes and hashes only.

use super::ordner::{NEU, Ordner, VORHER};
use super::schluessel::Schluessel;
use super::{Haus, Prozesssperre, Sitzung};
use crate::audit::hex;
use crate::benutzer::Rolle;
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::pruefliste::Anhang;
use crate::storage::Datenbank;
use crate::umgebung::{Umgebung, zeitstempel};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use ts_rs::TS;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const FORMAT: u32 = 1;
const MANIFEST: &str = "manifest.json";
/// Ending of an attached file.
const ANHANG_ENDUNG: &str = "anhang";
/// Automatic backups kept beside the database.
const BEHALTEN: usize = 7;

#[derive(Serialize, Deserialize)]
struct Manifest {
    format: u32,
    haus: String,
    erstellt: String,
    dateien: Vec<Eintrag>,
}

#[derive(Serialize, Deserialize)]
struct Eintrag {
    name: String,
    bytes: u64,
    sha256: String,
}

/// What a rehearsal or a new backup found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Sicherungsbefund {
    /// Path of the file.
    pub datei: String,
    /// UTC.
    pub erstellt: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Files in it.
    pub dateien: usize,
    /// Entries of the chain, if it was opened.
    pub protokoll_eintraege: Option<u64>,
    /// Head of the chain, if it was opened.
    pub protokoll_kopf: Option<String>,
    /// What is missing in it without making it useless: attached files that the house had lost already.
    pub hinweise: Vec<String>,
}

/// Writes a complete backup to a file that must not exist yet.
pub fn erstelle(haus: &Haus, ziel: &Path) -> Ergebnis<Sicherungsbefund> {
    if ziel.exists() {
        return Err(Fehler::neu(
            Code::Datei,
            format!("Die Datei gibt es schon: {}. Bitte wählen Sie einen anderen Namen.", ziel.display()),
        ));
    }
    let anhaenge = haus.db().lies(|l| l.anhaenge()).map_err(Fehler::from)?;
    schreibe(haus.ordner(), haus.haus_id(), haus.db(), haus.umgebung(), ziel, &anhaenge)
}

/// Backup of a database that is about to be migrated.
pub(super) fn vor_migration(
    ordner: &Ordner,
    haus_id: &str,
    schluessel: &Schluessel,
    umgebung: &dyn Umgebung,
) -> Ergebnis<()> {
    let db = Datenbank::oeffnen(&ordner.datenbank(), schluessel.daten())?;
    automatisch(ordner, haus_id, &db, umgebung, "vor-migration")
}

/// Once a day, at the first sign-in.
pub(super) fn taeglich(haus: &Haus) -> Ergebnis<()> {
    let heute = format!("iks-{}", haus.umgebung().heute().format("%Y-%m-%d"));
    let von_heute =
        |pfad: &PathBuf| pfad.file_name().is_some_and(|n| n.to_string_lossy().starts_with(&heute));
    if automatische(haus.ordner()).iter().any(von_heute) {
        return Ok(());
    }
    automatisch(haus.ordner(), haus.haus_id(), haus.db(), haus.umgebung(), "taeglich")
}

fn automatisch(
    ordner: &Ordner,
    haus_id: &str,
    db: &Datenbank,
    umgebung: &dyn Umgebung,
    anlass: &str,
) -> Ergebnis<()> {
    fs::create_dir_all(ordner.sicherungen())
        .map_err(|e| Fehler::datei("Der Ordner für Sicherungen kann nicht angelegt werden.", e))?;
    let name = format!(
        "iks-{}-{anlass}.iks-sicherung",
        umgebung.jetzt().with_timezone(&chrono_tz::Europe::Berlin).format("%Y-%m-%d-%H%M%S")
    );
    // The oldest makes room first: each one carries all attached files.
    for alt in automatische(ordner).iter().rev().skip(BEHALTEN - 1) {
        // An old backup that cannot be removed takes space, nothing more.
        let _ = fs::remove_file(alt);
    }
    // An older schema may not know attached files, and nobody reads what is said about them here.
    schreibe(ordner, haus_id, db, umgebung, &ordner.sicherungen().join(name), &[])?;
    Ok(())
}

/// Automatic backups, oldest first (their names begin with the date).
pub fn automatische(ordner: &Ordner) -> Vec<PathBuf> {
    let mut alle: Vec<PathBuf> = fs::read_dir(ordner.sicherungen())
        .map(|eintraege| {
            eintraege
                .flatten()
                .map(|e| e.path())
                .filter(|p| p.extension().is_some_and(|e| e == "iks-sicherung"))
                .collect()
        })
        .unwrap_or_default();
    alle.sort();
    alle
}

fn schreibe(
    ordner: &Ordner,
    haus_id: &str,
    db: &Datenbank,
    umgebung: &dyn Umgebung,
    ziel: &Path,
    anhaenge: &[Anhang],
) -> Ergebnis<Sicherungsbefund> {
    let ordner_des_ziels = ziel.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let fehler = |e: std::io::Error| {
        Fehler::datei(
            "Die Sicherung kann nicht geschrieben werden. Bitte prüfen Sie Platz und Rechte am Zielort.",
            e,
        )
    };
    // Beside the target, so that the last step is a rename; gone afterwards, whatever happens.
    let zwischen = tempfile::tempdir_in(ordner_des_ziels).map_err(fehler)?;
    let (neu, kopie) = (zwischen.path().join("neu"), zwischen.path().join("iks.db"));
    db.kopiere_nach(&kopie)?;
    let mut dateien = vec![("iks.db".to_owned(), kopie), ("haus.json".to_owned(), ordner.kennungsdatei())];
    dateien.extend(inhalt(&ordner.schluessel(), "schluessel", "slot"));
    dateien.extend(inhalt(&ordner.anhaenge(), "anhaenge", ANHANG_ENDUNG));
    let da: BTreeSet<&str> = dateien.iter().map(|(name, _)| name.as_str()).collect();
    let fehlend = anhaenge.iter().filter(|a| !da.contains(anhang_im_archiv(&a.id).as_str()));
    let hinweise = fehlend.map(|a| fehlt_in_der_sicherung(&a.name)).collect();
    packe(&neu, haus_id, &zeitstempel(umgebung.jetzt()), &dateien).map_err(fehler)?;
    fs::rename(&neu, ziel).and_then(|()| super::ordner::ordner_sichern(ziel)).map_err(fehler)?;
    let dateien = dateien.len();
    let bytes = fs::metadata(ziel).map(|m| m.len()).unwrap_or(0);
    let (eintraege, kopf) = db.lies(|l| l.protokoll_kopf()).map_err(Fehler::from)?;
    Ok(Sicherungsbefund {
        datei: ziel.display().to_string(),
        erstellt: zeitstempel(umgebung.jetzt()),
        bytes,
        dateien,
        protokoll_eintraege: Some(eintraege),
        protokoll_kopf: Some(hex(&kopf)),
        hinweise,
    })
}

fn anhang_im_archiv(id: &str) -> String {
    format!("anhaenge/{id}.{ANHANG_ENDUNG}")
}

fn fehlt_in_der_sicherung(name: &str) -> String {
    format!(
        "Der Anhang „{name}“ fehlt im Datenordner und deshalb auch in dieser Sicherung. Eine ältere Sicherung kann ihn noch enthalten."
    )
}

/// Files of ours in a folder. What else somebody left there does not belong to the house, and would make the backup one
/// that cannot be unpacked.
fn inhalt(ordner: &Path, vorsatz: &str, endung: &str) -> Vec<(String, PathBuf)> {
    let mut dateien: Vec<_> = fs::read_dir(ordner)
        .map(|eintraege| {
            eintraege
                .flatten()
                .map(|e| e.path())
                .filter(|p| fs::symlink_metadata(p).is_ok_and(|m| m.is_file()))
                .filter(|p| p.extension().is_some_and(|e| e == endung))
                .filter(|p| p.file_name().is_some_and(|n| schlicht(&n.to_string_lossy())))
                .map(|p| (format!("{vorsatz}/{}", p.file_name().unwrap_or_default().to_string_lossy()), p))
                .collect()
        })
        .unwrap_or_default();
    dateien.sort();
    dateien
}

fn packe(ziel: &Path, haus_id: &str, erstellt: &str, dateien: &[(String, PathBuf)]) -> std::io::Result<()> {
    let optionen =
        SimpleFileOptions::default().compression_method(CompressionMethod::Stored).large_file(true);
    let mut zip = ZipWriter::new(File::create(ziel)?);
    let mut manifest = Manifest {
        format: FORMAT,
        haus: haus_id.to_owned(),
        erstellt: erstellt.to_owned(),
        dateien: Vec::new(),
    };
    for (name, pfad) in dateien {
        zip.start_file(name, optionen)?;
        let (bytes, sha256) = kopiere(&mut File::open(pfad)?, &mut zip)?;
        manifest.dateien.push(Eintrag { name: name.clone(), bytes, sha256 });
    }
    zip.start_file(MANIFEST, optionen)?;
    zip.write_all(&serde_json::to_vec_pretty(&manifest)?)?;
    zip.finish()?.sync_all()
}

fn kopiere(quelle: &mut impl Read, ziel: &mut impl Write) -> std::io::Result<(u64, String)> {
    let mut hasher = Sha256::new();
    let mut puffer = vec![0u8; 64 * 1024];
    let mut bytes = 0u64;
    loop {
        let n = quelle.read(&mut puffer)?;
        if n == 0 {
            return Ok((bytes, hex(&hasher.finalize())));
        }
        hasher.update(&puffer[..n]);
        ziel.write_all(&puffer[..n])?;
        bytes += n as u64;
    }
}

/// Unpacks into the empty folders of a house, checking every hash against the manifest.
fn entpacke(datei: &Path, ordner: &Ordner) -> Ergebnis<Sicherungsbefund> {
    let kaputt = |e: Box<dyn std::error::Error + Send + Sync>| {
        Fehler::neu(
            Code::Beschaedigt,
            "Die Sicherung ist beschädigt oder keine Sicherung von IKS. Bitte verwenden Sie eine andere.",
        )
        .wegen(e)
    };
    let offen = File::open(datei).map_err(|e| {
        Fehler::datei(format!("Die Sicherung kann nicht gelesen werden: {}", datei.display()), e)
    })?;
    let groesse = offen.metadata().map(|m| m.len()).unwrap_or(0);
    let mut zip = ZipArchive::new(offen).map_err(|e| kaputt(e.into()))?;
    let manifest: Manifest = {
        let mut text = String::new();
        zip.by_name(MANIFEST)
            .map_err(|e| kaputt(e.into()))?
            .take(16 * 1024 * 1024)
            .read_to_string(&mut text)
            .map_err(|e| kaputt(e.into()))?;
        serde_json::from_str(&text).map_err(|e| kaputt(e.into()))?
    };
    if manifest.format > FORMAT {
        return Err(Fehler::neu(Code::Haus, "Die Sicherung stammt aus einer neueren Version von IKS."));
    }
    for eintrag in &manifest.dateien {
        let pfad = ziel_fuer(ordner, &eintrag.name)
            .ok_or_else(|| kaputt(format!("unexpected name {}", eintrag.name).into()))?;
        let mut ziel = File::create_new(&pfad)
            .map_err(|e| Fehler::datei("Die Sicherung kann nicht entpackt werden.", e))?;
        // Never more than the manifest says: a hostile archive must not fill the disk.
        let mut quelle =
            zip.by_name(&eintrag.name).map_err(|e| kaputt(e.into()))?.take(eintrag.bytes.saturating_add(1));
        let (bytes, sha256) = kopiere(&mut quelle, &mut ziel).map_err(|e| kaputt(e.into()))?;
        if bytes != eintrag.bytes || sha256 != eintrag.sha256 {
            return Err(kaputt(format!("hash of {}", eintrag.name).into()));
        }
        ziel.sync_all().map_err(|e| Fehler::datei("Die Sicherung kann nicht entpackt werden.", e))?;
    }
    Ok(Sicherungsbefund {
        datei: datei.display().to_string(),
        erstellt: manifest.erstellt,
        bytes: groesse,
        dateien: manifest.dateien.len(),
        protokoll_eintraege: None,
        protokoll_kopf: None,
        hinweise: Vec::new(),
    })
}

/// A name that means the same on every system and leads nowhere else.
fn schlicht(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with('.')
        && name.chars().all(|z| z.is_ascii_alphanumeric() || "-_.".contains(z))
}

/// Only the names that a backup of ours has; a hostile archive cannot write elsewhere.
fn ziel_fuer(ordner: &Ordner, name: &str) -> Option<PathBuf> {
    match name.split_once('/') {
        None if name == "iks.db" || name == "haus.json" => Some(ordner.pfad().join(name)),
        Some(("schluessel", datei)) if schlicht(datei) => Some(ordner.schluessel().join(datei)),
        Some(("anhaenge", datei)) if schlicht(datei) => Some(ordner.anhaenge().join(datei)),
        _ => None,
    }
}

/// Opens what was unpacked and verifies every page, the chain and the sealed rows. An attached file that is gone is
/// told and no reason to refuse all the rest.
fn verifiziere(
    befund: &mut Sicherungsbefund,
    ordner: &Ordner,
    umgebung: Arc<dyn Umgebung>,
    benutzername: &str,
    passwort: &str,
) -> Ergebnis<(Haus, Sitzung)> {
    let sperre = Arc::new(Prozesssperre::nehmen(ordner)?);
    let (haus, sitzung, _) = Haus::betreten(ordner.clone(), umgebung, sperre, benutzername, passwort)?;
    haus.pruefe_seiten();
    let unbrauchbar = |grund: &str| {
        Fehler::neu(
            Code::Beschaedigt,
            format!("Diese Sicherung ist nicht brauchbar: {grund} Bitte verwenden Sie eine andere."),
        )
    };
    if haus.nur_lesen() {
        return Err(unbrauchbar("Die Datenbank darin ist beschädigt."));
    }
    let pruefung = crate::api::protokoll::pruefe_ohne_anhaenge(&haus)?;
    if let Some(erster) = pruefung.befunde.first() {
        return Err(unbrauchbar(erster));
    }
    befund.protokoll_eintraege = Some(pruefung.eintraege);
    befund.protokoll_kopf = Some(pruefung.kopf);
    befund.hinweise = crate::api::protokoll::pruefe_anhaenge(&haus)?;
    Ok((haus, sitzung))
}

/// Rehearsal: restores into an empty temporary folder, opens it, verifies pages and chain.
pub fn pruefe(
    datei: &Path,
    temporaer: &Path,
    umgebung: Arc<dyn Umgebung>,
    benutzername: &str,
    passwort: &str,
) -> Ergebnis<Sicherungsbefund> {
    let ordner = Ordner::neu(temporaer);
    ordner.anlegen()?;
    let mut befund = entpacke(datei, &ordner)?;
    verifiziere(&mut befund, &ordner, umgebung, benutzername, passwort)?;
    Ok(befund)
}

/// Restores into a folder that holds no house, and writes an entry into the chain.
///
/// A refused restore (wrong password, damaged backup) leaves nothing behind.
pub fn wiederherstelle(
    datei: &Path,
    ordner: Ordner,
    umgebung: Arc<dyn Umgebung>,
    benutzername: &str,
    passwort: &str,
) -> Ergebnis<Sicherungsbefund> {
    ordner.anlegen()?;
    let ablauf = || -> Ergebnis<Sicherungsbefund> {
        let mut befund = entpacke(datei, &ordner)?;
        let (haus, sitzung) = verifiziere(&mut befund, &ordner, umgebung, benutzername, passwort)?;
        crate::api::vorgang(&haus, Some(&sitzung), "sicherung.wiederherstellen")?;
        Ok(befund)
    };
    ablauf().inspect_err(|_| ordner.einrichtung_zuruecknehmen())
}

/// Restores at the place of the present house, by an Administration of the backup. What lies there moves
/// into a folder inside the data folder and stays; a crash in between is finished at the next start.
pub fn an_dieser_stelle(
    datei: &Path,
    ordner: &Ordner,
    umgebung: Arc<dyn Umgebung>,
    benutzername: &str,
    passwort: &str,
) -> Ergebnis<Sicherungsbefund> {
    let zeit = umgebung.jetzt().format("%Y-%m-%d-%H%M%S").to_string();
    let neu = ordner.pfad().join(format!("{NEU}{zeit}"));
    let vorher = ordner.pfad().join(format!("{VORHER}{zeit}"));
    let ablauf = || -> Ergebnis<Sicherungsbefund> {
        let neuer = Ordner::neu(&neu);
        neuer.anlegen()?;
        let mut befund = entpacke(datei, &neuer)?;
        if ordner.kennung().is_ok_and(|k| neuer.kennung().is_ok_and(|n| n.haus != k.haus)) {
            return Err(Fehler::neu(Code::Haus, "Diese Sicherung gehört zu einem anderen Haus."));
        }
        let (haus, sitzung) = verifiziere(&mut befund, &neuer, umgebung, benutzername, passwort)?;
        if !sitzung.hat(Rolle::Administration) {
            return Err(Fehler::neu(Code::Recht, "Eine Sicherung stellt nur die Administration wieder her."));
        }
        crate::api::vorgang(&haus, Some(&sitzung), "sicherung.wiederherstellen")?;
        Ok(befund)
    };
    let mut befund = ablauf().inspect_err(|_| drop(fs::remove_dir_all(&neu)))?;
    ordner
        .tausche(&neu, &vorher)
        .map_err(|e| Fehler::datei("Die Sicherung kann nicht an diese Stelle gelegt werden.", e))?;
    befund.datei = vorher.display().to_string();
    Ok(befund)
}
