//! Attached files: encrypted in the folder `anhaenge`, one file each, bound to their id.
//!
//! XChaCha20-Poly1305 under a sub-key of the house, with house and id as associated data: a file that was exchanged,
//! renamed or damaged opens nothing.

use super::Haus;
use super::ordner::schreibe_daneben;
use crate::audit::hex;
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::pruefliste::Anhang;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use sha2::{Digest, Sha256};
use std::path::PathBuf;

/// Marks the format of the file.
const KENNUNG: &[u8] = b"IKSA1";
const NONCE: usize = 24;

/// A file just written; it goes away again unless the change it belongs to was committed.
pub(crate) struct GeschriebenerAnhang {
    pfad: PathBuf,
    behalten: bool,
}

impl GeschriebenerAnhang {
    /// The change was committed.
    pub fn behalten(mut self) {
        self.behalten = true;
    }
}

impl Drop for GeschriebenerAnhang {
    fn drop(&mut self) {
        if !self.behalten {
            // What stays behind is encrypted and belongs to nothing; the error of the change is the one to report.
            let _ = std::fs::remove_file(&self.pfad);
        }
    }
}

impl Haus {
    fn anhang_pfad(&self, id: &str) -> PathBuf {
        self.ordner.anhaenge().join(format!("{id}.anhang"))
    }

    fn anhang_chiffre(&self) -> Ergebnis<XChaCha20Poly1305> {
        let schluessel = self.schluessel.teilschluessel("anhang")?;
        Ok(XChaCha20Poly1305::new(&Key::from(*schluessel)))
    }

    fn anhang_zusatz(&self, id: &str) -> Vec<u8> {
        format!("iks-anhang\0{}\0{id}", self.haus_id).into_bytes()
    }

    /// Encrypts and writes a file; what is returned takes it back unless told to keep it.
    ///
    /// # Errors
    /// `datei` if it cannot be written (no space, no permission).
    pub(crate) fn anhang_schreiben(&self, id: &str, inhalt: &[u8]) -> Ergebnis<GeschriebenerAnhang> {
        let nonce: [u8; NONCE] = self.umgebung.bytes();
        let geheim = self
            .anhang_chiffre()?
            .encrypt(&XNonce::from(nonce), Payload { msg: inhalt, aad: &self.anhang_zusatz(id) })
            .map_err(|e| Fehler::intern(e.to_string()))?;
        let mut datei = Vec::with_capacity(KENNUNG.len() + NONCE + geheim.len());
        datei.extend_from_slice(KENNUNG);
        datei.extend_from_slice(&nonce);
        datei.extend_from_slice(&geheim);
        let pfad = self.anhang_pfad(id);
        std::fs::create_dir_all(self.ordner.anhaenge())
            .map_err(|e| Fehler::datei("Der Ordner für Anhänge kann nicht angelegt werden.", e))?;
        schreibe_daneben(&pfad, &datei)?;
        Ok(GeschriebenerAnhang { pfad, behalten: false })
    }

    /// Whether the encrypted file is there at all.
    pub(crate) fn anhang_vorhanden(&self, id: &str) -> bool {
        self.anhang_pfad(id).is_file()
    }

    /// Removes an attached file for good; one that is gone already is removed.
    ///
    /// # Errors
    /// `datei` if the system refuses.
    pub(crate) fn anhang_loeschen(&self, a: &Anhang) -> Ergebnis<()> {
        match std::fs::remove_file(self.anhang_pfad(&a.id)) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(Fehler::datei(
                format!(
                    "Die Datei „{}“ lässt sich nicht löschen. Bitte prüfen Sie die Rechte im Datenordner.",
                    a.name
                ),
                e,
            )),
            _ => Ok(()),
        }
    }

    /// Reads an attached file and compares its hash.
    ///
    /// # Errors
    /// `datei` if it is gone, `beschaedigt` if it is not what was attached.
    pub(crate) fn anhang_lesen(&self, a: &Anhang) -> Ergebnis<Vec<u8>> {
        let datei = std::fs::read(self.anhang_pfad(&a.id)).map_err(|e| {
            Fehler::datei(
                format!(
                    "Der Anhang „{}“ fehlt im Datenordner des Hauses. Bitte holen Sie ihn aus einer Sicherung oder hängen Sie die Datei noch einmal an.",
                    a.name
                ),
                e,
            )
        })?;
        let beschaedigt = || {
            Fehler::neu(
                Code::Beschaedigt,
                format!(
                    "Der Anhang „{}“ ist beschädigt: Sein Inhalt ist nicht mehr der, der angehängt wurde. Bitte holen Sie ihn aus einer Sicherung.",
                    a.name
                ),
            )
        };
        let rest = datei.strip_prefix(KENNUNG).ok_or_else(beschaedigt)?;
        let (nonce, geheim) = rest.split_at_checked(NONCE).ok_or_else(beschaedigt)?;
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| beschaedigt())?;
        let inhalt = self
            .anhang_chiffre()?
            .decrypt(&XNonce::from(nonce), Payload { msg: geheim, aad: &self.anhang_zusatz(&a.id) })
            .map_err(|_| beschaedigt())?;
        if hex(&Sha256::digest(&inhalt)) == a.sha256 { Ok(inhalt) } else { Err(beschaedigt()) }
    }
}
