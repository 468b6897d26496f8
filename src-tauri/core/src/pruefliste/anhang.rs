//! Attached files: what they may be called, and how large they may be.

use crate::fehler::{Ergebnis, Fehler};
use crate::stichprobe::zahl;
use serde::Serialize;
use ts_rs::TS;

/// Most bytes of an attached file.
pub const MAX_ANHANG: u64 = 25 * 1024 * 1024;
/// Most characters of the name that is kept.
const MAX_NAME: usize = 120;
/// Names that Windows keeps for devices.
const GERAETE: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// An attached file. Its content lies encrypted in the house.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Anhang {
    /// UUIDv7; also the name of the encrypted file.
    pub id: String,
    /// Name as it was attached, without what a file system could misread.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of the file as it was attached, hexadecimal.
    pub sha256: String,
}

/// Refuses an empty file and one above [`MAX_ANHANG`].
///
/// # Errors
/// `eingabe` at the field `datei`.
pub fn pruefe_groesse(bytes: u64) -> Ergebnis<()> {
    if bytes == 0 {
        return Err(Fehler::feld("datei", "Die Datei ist leer."));
    }
    if bytes > MAX_ANHANG {
        return Err(Fehler::feld(
            "datei",
            format!(
                "Die Datei ist {} Megabyte groß, ein Anhang höchstens 25. Bitte verkleinern Sie sie oder nennen Sie stattdessen die Fundstelle.",
                zahl(bytes.div_ceil(1024 * 1024))
            ),
        ));
    }
    Ok(())
}

/// A name that every file system takes as a plain name: no path, no control or direction characters, no device, no
/// hidden file, at most 120 characters with its ending kept.
pub fn sicherer_name(name: &str) -> String {
    let roh: String = name
        .chars()
        .map(|z| if z.is_control() || "<>:\"/\\|?*".contains(z) { '_' } else { z })
        // Marks that turn the reading direction make "gnp.exe" look like a picture.
        .filter(|z| !matches!(z, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'))
        .collect();
    let mut sauber = roh.trim_matches(|z: char| z == '.' || z.is_whitespace()).to_owned();
    let stamm = sauber.split('.').next().unwrap_or_default().to_lowercase();
    let geraet = GERAETE.iter().any(|g| {
        stamm.strip_prefix(g).is_some_and(|rest| {
            rest.is_empty() && g.len() == 3 && !matches!(*g, "com" | "lpt")
                || matches!(*g, "com" | "lpt") && rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit()
        })
    });
    if geraet || sauber.is_empty() {
        sauber.insert_str(0, "Anhang_");
    }
    kuerze(&sauber)
}

fn kuerze(name: &str) -> String {
    let laenge = name.chars().count();
    if laenge <= MAX_NAME {
        return name.to_owned();
    }
    let endung = name.rsplit_once('.').map(|(_, e)| e).filter(|e| (1..=8).contains(&e.chars().count()));
    let platz = MAX_NAME - endung.map_or(0, |e| e.chars().count() + 1);
    let anfang: String = name.chars().take(platz).collect();
    endung.map_or(anfang.clone(), |e| format!("{anfang}.{e}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn namen_werden_unschaedlich() {
        for (roh, sauber) in [
            ("Dienstanweisung 2026.pdf", "Dienstanweisung 2026.pdf"),
            ("../../etc/passwd", "_.._etc_passwd"),
            ("C:\\Windows\\win.ini", "C__Windows_win.ini"),
            ("bild\u{202e}gnp.exe", "bildgnp.exe"),
            ("NUL.txt", "Anhang_NUL.txt"),
            ("com1", "Anhang_com1"),
            ("Computer.pdf", "Computer.pdf"),
            ("   ...  ", "Anhang_"),
            ("Zeile\nzwei.pdf", "Zeile_zwei.pdf"),
            (".versteckt", "versteckt"),
        ] {
            assert_eq!(sicherer_name(roh), sauber, "{roh:?}");
        }
        let lang = format!("{}.pdf", "ä".repeat(300));
        let kurz = sicherer_name(&lang);
        assert!(kurz.chars().count() == 120 && kurz.ends_with("ä.pdf"));
    }

    #[test]
    fn groesse_hat_grenzen() {
        assert!(pruefe_groesse(0).is_err() && pruefe_groesse(MAX_ANHANG).is_ok());
        let text = pruefe_groesse(MAX_ANHANG + 1).map_err(|e| e.text).err().unwrap_or_default();
        assert!(text.starts_with("Die Datei ist 26 Megabyte groß, ein Anhang höchstens 25."), "{text}");
    }
}
