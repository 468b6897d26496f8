//! Keys of a house and the slots that hold them.
//!
//! A random data key opens the database, a house key makes pseudonyms. Each user has a slot: both keys,
//! sealed with a key from her password (Argon2id, RFC 9106; 64 MiB, t = 3) by XChaCha20-Poly1305, with
//! house, user and slot version as associated data. The recovery key is one more slot.

use crate::audit::{aus_hex, hex};
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::umgebung::Umgebung;
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Id under which the recovery slot is bound.
pub const WIEDERHERSTELLUNG: &str = "wiederherstellung";

const SPEICHER_KIB: u32 = 64 * 1024;
const DURCHGAENGE: u32 = 3;

/// The two keys of a house. Wiped when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Schluessel {
    daten: [u8; 32],
    haus: [u8; 32],
}

impl Schluessel {
    /// New random keys.
    pub fn neu(umgebung: &dyn Umgebung) -> Self {
        Self { daten: umgebung.bytes(), haus: umgebung.bytes() }
    }

    /// Raw key of the database.
    pub fn daten(&self) -> &[u8; 32] {
        &self.daten
    }

    /// Sub-key for a purpose (HKDF-SHA-256, RFC 5869): one per module, and one per draw for lists that
    /// leave the house, so that two handed-out lists cannot be joined.
    pub fn teilschluessel(&self, zweck: &str) -> Ergebnis<Zeroizing<[u8; 32]>> {
        let mut ziel = Zeroizing::new([0u8; 32]);
        Hkdf::<Sha256>::new(None, &self.haus)
            .expand(zweck.as_bytes(), ziel.as_mut())
            .map_err(|e| Fehler::intern(e.to_string()))?;
        Ok(ziel)
    }
}

/// Makes pseudonyms with one sub-key: HMAC-SHA-256 over the normalised identifier, 64 hex digits.
pub struct Pseudonymisierer {
    mac: Hmac<Sha256>,
}

impl Pseudonymisierer {
    /// For one purpose.
    pub fn neu(schluessel: &Schluessel, zweck: &str) -> Ergebnis<Self> {
        let teil = schluessel.teilschluessel(zweck)?;
        let mac = Hmac::<Sha256>::new_from_slice(teil.as_ref()).map_err(|e| Fehler::intern(e.to_string()))?;
        Ok(Self { mac })
    }

    /// Pseudonym of an identifier.
    pub fn pseudonym(&self, kennung: &str) -> String {
        hex(&self.bytes(kennung))
    }

    /// The same as bytes, for rows that come in hundreds of thousands.
    pub fn bytes(&self, kennung: &str) -> [u8; 32] {
        let mut mac = self.mac.clone();
        mac.update(kennung.as_bytes());
        mac.finalize().into_bytes().into()
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Slot {
    format: u32,
    benutzer: String,
    slot_version: i64,
    speicher_kib: u32,
    durchgaenge: u32,
    salz: String,
    nonce: String,
    geheim: String,
}

/// What a slot gave: whose it is, and the keys.
pub struct GeoeffneterSlot {
    /// Id of the user it was made for.
    pub benutzer_id: String,
    /// Counts up with each new password.
    pub slot_version: i64,
    /// The keys of the house.
    pub schluessel: Schluessel,
}

/// Builds the contents of a slot file.
pub fn slot_bauen(
    haus_id: &str,
    benutzer_id: &str,
    slot_version: i64,
    geheimnis: &str,
    schluessel: &Schluessel,
    umgebung: &dyn Umgebung,
) -> Ergebnis<Vec<u8>> {
    let salz: [u8; 16] = umgebung.bytes();
    let nonce: [u8; 24] = umgebung.bytes();
    let kek = ableiten(geheimnis, &salz, SPEICHER_KIB, DURCHGAENGE)?;
    let mut klar = Zeroizing::new([0u8; 64]);
    klar[..32].copy_from_slice(&schluessel.daten);
    klar[32..].copy_from_slice(&schluessel.haus);
    let geheim = chiffre(&kek)
        .encrypt(
            &XNonce::from(nonce),
            Payload { msg: klar.as_ref(), aad: &zusatz(haus_id, benutzer_id, slot_version) },
        )
        .map_err(|e| Fehler::intern(e.to_string()))?;
    let slot = Slot {
        format: 1,
        benutzer: benutzer_id.to_owned(),
        slot_version,
        speicher_kib: SPEICHER_KIB,
        durchgaenge: DURCHGAENGE,
        salz: hex(&salz),
        nonce: hex(&nonce),
        geheim: hex(&geheim),
    };
    serde_json::to_vec_pretty(&slot).map_err(Fehler::intern)
}

/// Opens a slot file with a password or the recovery key.
pub fn slot_oeffnen(inhalt: &[u8], haus_id: &str, geheimnis: &str) -> Ergebnis<GeoeffneterSlot> {
    let slot: Slot = serde_json::from_slice(inhalt).map_err(|e| beschaedigt().wegen(e))?;
    let (Some(salz), Some(nonce), Some(geheim)) =
        (aus_hex(&slot.salz), aus_hex(&slot.nonce), aus_hex(&slot.geheim))
    else {
        return Err(beschaedigt());
    };
    let nonce: [u8; 24] = nonce.try_into().map_err(|_| beschaedigt())?;
    // Parameters are read from the file, so bound them: a forged slot must not ask for all memory.
    if slot.speicher_kib > 4 * SPEICHER_KIB || slot.durchgaenge > 16 {
        return Err(beschaedigt());
    }
    let kek = ableiten(geheimnis, &salz, slot.speicher_kib, slot.durchgaenge)?;
    let klar = chiffre(&kek)
        .decrypt(
            &XNonce::from(nonce),
            Payload { msg: &geheim, aad: &zusatz(haus_id, &slot.benutzer, slot.slot_version) },
        )
        .map(Zeroizing::new)
        .map_err(|_| anmeldung_falsch())?;
    let (daten, haus) = klar.split_at_checked(32).ok_or_else(beschaedigt)?;
    let schluessel = Schluessel {
        daten: daten.try_into().map_err(|_| beschaedigt())?,
        haus: haus.try_into().map_err(|_| beschaedigt())?,
    };
    Ok(GeoeffneterSlot { benutzer_id: slot.benutzer, slot_version: slot.slot_version, schluessel })
}

/// Hash by which the user row is bound to its slot file.
pub fn slot_hash(inhalt: &[u8]) -> Vec<u8> {
    Sha256::digest(inhalt).to_vec()
}

/// A new recovery key: 8 groups of 5 characters (200 bits), without letters that are easily confused.
pub fn wiederherstellungsschluessel(umgebung: &dyn Umgebung) -> Zeroizing<String> {
    // Crockford's Base32: 32 characters, so five bits each without bias.
    const ZEICHEN: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let bytes: Zeroizing<[u8; 40]> = Zeroizing::new(umgebung.bytes());
    let mut text = Zeroizing::new(String::with_capacity(47));
    for (i, byte) in bytes.iter().enumerate() {
        if i > 0 && i.is_multiple_of(5) {
            text.push('-');
        }
        text.push(char::from(ZEICHEN[usize::from(byte & 31)]));
    }
    text
}

/// The form of a typed recovery key in which it is compared: upper case, grouped, O as 0, I and L as 1.
pub fn normalisiere_wiederherstellungsschluessel(text: &str) -> Zeroizing<String> {
    let mut ziel = Zeroizing::new(String::with_capacity(47));
    let zeichen = text.chars().filter(char::is_ascii_alphanumeric).map(|z| match z.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        sonst => sonst,
    });
    for (i, z) in zeichen.enumerate() {
        if i > 0 && i.is_multiple_of(5) {
            ziel.push('-');
        }
        ziel.push(z);
    }
    ziel
}

/// The same sentence for a wrong name and a wrong password, so that names cannot be tried out.
pub fn anmeldung_falsch() -> Fehler {
    Fehler::neu(Code::Anmeldung, "Benutzername oder Passwort ist falsch.")
}

/// Spends the time of a key derivation; the result is thrown away.
pub(super) fn ueblicher_aufwand(geheimnis: &str) {
    drop(ableiten(geheimnis, b"kein Benutzer", SPEICHER_KIB, DURCHGAENGE));
}

fn beschaedigt() -> Fehler {
    Fehler::neu(
        Code::Beschaedigt,
        "Die Schlüsseldatei ist beschädigt. Bitte stellen Sie die letzte Sicherung wieder her.",
    )
}

fn ableiten(
    geheimnis: &str,
    salz: &[u8],
    speicher_kib: u32,
    durchgaenge: u32,
) -> Ergebnis<Zeroizing<[u8; 32]>> {
    let parameter =
        Params::new(speicher_kib, durchgaenge, 1, Some(32)).map_err(|e| Fehler::intern(e.to_string()))?;
    let mut ziel = Zeroizing::new([0u8; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, parameter)
        .hash_password_into(geheimnis.as_bytes(), salz, ziel.as_mut())
        .map_err(|e| Fehler::intern(e.to_string()))?;
    Ok(ziel)
}

fn chiffre(kek: &[u8; 32]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(*kek))
}

fn zusatz(haus_id: &str, benutzer_id: &str, slot_version: i64) -> Vec<u8> {
    let mut aad = Vec::with_capacity(100);
    for teil in
        [b"iks-slot-1".as_slice(), haus_id.as_bytes(), benutzer_id.as_bytes(), &slot_version.to_be_bytes()]
    {
        crate::audit::laengenpraefix(&mut aad, teil);
    }
    aad
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::umgebung::FesteUmgebung;

    #[test]
    fn slot_oeffnet_nur_mit_passwort_und_fuer_sein_haus() {
        let umgebung = FesteUmgebung::neu(chrono::DateTime::UNIX_EPOCH, "slot");
        let schluessel = Schluessel::neu(&umgebung);
        let slot = slot_bauen("haus-a", "u1", 3, "ein langes Passwort", &schluessel, &umgebung).unwrap();
        let offen = slot_oeffnen(&slot, "haus-a", "ein langes Passwort").unwrap();
        assert_eq!((offen.benutzer_id.as_str(), offen.slot_version), ("u1", 3));
        assert_eq!(offen.schluessel.daten(), schluessel.daten());
        assert_eq!(slot_oeffnen(&slot, "haus-a", "falsch").err().unwrap().code, Code::Anmeldung);
        assert_eq!(slot_oeffnen(&slot, "haus-b", "ein langes Passwort").err().unwrap().code, Code::Anmeldung);
        // A slot rewritten to another user fails on its associated data.
        let gefaelscht = String::from_utf8(slot).unwrap().replace("\"u1\"", "\"u2\"");
        assert_eq!(
            slot_oeffnen(gefaelscht.as_bytes(), "haus-a", "ein langes Passwort").err().unwrap().code,
            Code::Anmeldung
        );
    }

    #[test]
    fn abgetippter_wiederherstellungsschluessel() {
        let umgebung = FesteUmgebung::neu(chrono::DateTime::UNIX_EPOCH, "wieder");
        let schluessel = wiederherstellungsschluessel(&umgebung);
        assert_eq!(schluessel.len(), 47);
        let getippt = schluessel.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(normalisiere_wiederherstellungsschluessel(&getippt), schluessel);
    }

    #[test]
    fn pseudonym_haengt_am_zweck() {
        let umgebung = FesteUmgebung::neu(chrono::DateTime::UNIX_EPOCH, "pseudo");
        let schluessel = Schluessel::neu(&umgebung);
        let a = Pseudonymisierer::neu(&schluessel, "ziehung:1").unwrap();
        let b = Pseudonymisierer::neu(&schluessel, "ziehung:2").unwrap();
        assert_eq!(a.pseudonym("1").len(), 64);
        assert_ne!(a.pseudonym("1"), b.pseudonym("1"));
        assert_eq!(a.pseudonym("1"), a.pseudonym("1"));
    }
}
