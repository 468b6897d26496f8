//! Files that a person names: lists that come in, and what leaves the house.

use super::ausgabe::Ausgabeart;
use super::tuer::Auftrag;
use crate::audit::hex;
use crate::fachaufsicht::Aufzaehlung;
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::haus::ordner::schreibe_daneben;
use crate::haus::{Haus, Ordner};
use crate::storage::Ausgabe;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

const MAX_PFAD: usize = 4_096;

/// A file to read: a regular file, not one of the house itself. Endings are the reader's business.
pub(super) fn zu_lesen(haus: &Haus, text: &str) -> Ergebnis<PathBuf> {
    let pfad = pfad(text)?;
    let ist_datei = std::fs::metadata(&pfad)
        .map_err(|e| {
            Fehler::feld("datei", "Die Datei wurde nicht gefunden. Bitte prüfen Sie den Pfad.").wegen(e)
        })?
        .is_file();
    if !ist_datei {
        return Err(Fehler::feld(
            "datei",
            "Der Pfad führt nicht zu einer Datei. Bitte wählen Sie eine Datei aus.",
        ));
    }
    ausserhalb(haus.ordner(), &pfad)?;
    Ok(pfad)
}

/// Where a file may be written: an absolute path with that ending, outside the house, and an existing file
/// only after a question.
pub(super) fn zu_schreiben(haus: &Haus, text: &str, endung: &str, ueberschreiben: bool) -> Ergebnis<PathBuf> {
    Ok(zu_schreiben_als(haus, text, &[((), endung)], ueberschreiben)?.0)
}

/// As [`zu_schreiben`] where several endings are right; the answer says which one it is.
pub(super) fn zu_schreiben_als<F: Copy>(
    haus: &Haus,
    text: &str,
    formate: &[(F, &str)],
    ueberschreiben: bool,
) -> Ergebnis<(PathBuf, F)> {
    let pfad = pfad(text)?;
    let endung = pfad.extension().and_then(|e| e.to_str()).unwrap_or_default();
    let format =
        formate.iter().find(|(_, e)| e.eq_ignore_ascii_case(endung)).map(|(f, _)| *f).ok_or_else(|| {
            let endungen: Vec<String> = formate.iter().map(|(_, e)| format!(".{e}")).collect();
            Fehler::feld(
                "datei",
                format!("Bitte geben Sie einen Dateinamen an, der auf {} endet.", endungen.join(" oder ")),
            )
        })?;
    ausserhalb(haus.ordner(), &pfad)?;
    frei(&pfad, ueberschreiben)?;
    Ok((pfad, format))
}

/// Refuses to replace a file unasked; the field `ueberschreiben` lets the window ask.
pub(super) fn frei(pfad: &Path, ueberschreiben: bool) -> Ergebnis<()> {
    if ueberschreiben || !pfad.exists() {
        return Ok(());
    }
    let name = pfad.file_name().unwrap_or_default().to_string_lossy();
    Err(Fehler::feld("ueberschreiben", format!("Die Datei „{name}“ gibt es schon. Soll sie ersetzt werden?")))
}

fn pfad(text: &str) -> Ergebnis<PathBuf> {
    let text = text.trim();
    if text.is_empty() || text.len() > MAX_PFAD || text.contains('\0') {
        return Err(Fehler::feld("datei", "Bitte geben Sie den Pfad einer Datei an."));
    }
    Ok(PathBuf::from(text))
}

/// Links are followed, so that no detour leads into the house.
fn ausserhalb(ordner: &Ordner, pfad: &Path) -> Ergebnis<()> {
    let haus = ordner.pfad().canonicalize().map_err(Fehler::intern)?;
    let ziel = match pfad.canonicalize() {
        Ok(ziel) => ziel,
        // Not there yet: the folder decides. A missing one is refused when the file is written.
        Err(_) => match pfad.parent().map(|p| if p.as_os_str().is_empty() { Path::new(".") } else { p }) {
            Some(elter) => elter.canonicalize().map_err(|e| {
                Fehler::feld("datei", format!("Der Ordner besteht nicht: {}", elter.display())).wegen(e)
            })?,
            None => return Err(Fehler::feld("datei", "Bitte geben Sie den Pfad einer Datei an.")),
        },
    };
    if ziel.starts_with(&haus) {
        return Err(Fehler::feld(
            "datei",
            "Diese Datei liegt im Datenordner des Hauses. Bitte wählen Sie einen anderen Ordner.",
        ));
    }
    Ok(())
}

/// What is said about a file that leaves the house.
pub(super) struct Ausgabeangaben<'a> {
    /// Kind.
    pub art: Ausgabeart,
    /// Id of the object it is about.
    pub objekt: &'a str,
    /// What people read in the list.
    pub titel: &'a str,
    /// Head of the chain that it prints, hexadecimal.
    pub kopf: Option<&'a str>,
}

/// Writes a file and registers it; returns the id of the entry, which the door must seal.
pub(super) fn ausgeben(
    a: &Auftrag<'_>,
    pfad: &Path,
    inhalt: &[u8],
    angaben: &Ausgabeangaben<'_>,
) -> Ergebnis<String> {
    schreibe_daneben(pfad, inhalt)?;
    let ausgabe = Ausgabe {
        id: a.neue_id(),
        art: angaben.art.name().to_owned(),
        objekt: angaben.objekt.to_owned(),
        titel: angaben.titel.to_owned(),
        sha256: hex(&Sha256::digest(inhalt)),
        bytes: i64::try_from(inhalt.len())
            .map_err(|e| Fehler::neu(Code::Datei, "Die Datei ist zu groß.").wegen(e))?,
        kopf: angaben.kopf.map(str::to_owned),
        zeit: a.haus.umgebung().zeitstempel(),
        benutzer_id: a.sitzung.benutzer_id().to_owned(),
    };
    a.s.ausgabe_anlegen(&ausgabe, &a.salz())?;
    Ok(ausgabe.id)
}
