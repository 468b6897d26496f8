//! Settings of the house.

use super::{Lesen, Schreiben, StorageErgebnis, StorageFehler, als_json, json_spalte};
use crate::organisation::{Hausdaten, Land};

impl Lesen<'_> {
    /// Hash of the recovery slot.
    pub fn wiederherstellung_hash(&self) -> StorageErgebnis<Option<Vec<u8>>> {
        Ok(self.eine("SELECT wiederherstellung_hash FROM haus", [], |z| z.get(0))?.flatten())
    }

    /// The one row of settings.
    pub fn hausdaten(&self) -> StorageErgebnis<Hausdaten> {
        self.eine("SELECT * FROM haus", [], |z| {
            let land: String = z.get("land")?;
            Ok(Hausdaten {
                name: z.get("name")?,
                land: Land::aus(&land).ok_or_else(|| damaged(&land))?,
                feiertage: json_spalte(z, "feiertage")?,
                sperre_minuten: z.get("sperre_minuten")?,
                demo: z.get("demo")?,
                version: z.get("version")?,
            })
        })?
        .ok_or(StorageFehler::KeinHaus)
    }
}

/// Storage wrote the value itself, so an unknown one is damage, not input.
pub(super) fn damaged(wert: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(
        0,
        rusqlite::types::Type::Text,
        format!("unknown value {wert:.20}").into(),
    )
}

impl Schreiben<'_> {
    /// Writes the row of a new house, bound to its recovery slot.
    pub fn haus_anlegen(&self, h: &Hausdaten, wiederherstellung: &[u8], salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO haus (id, name, land, feiertage, sperre_minuten, demo, wiederherstellung_hash, salz)
             VALUES ('haus', ?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            (
                &h.name,
                format!("{:?}", h.land),
                als_json(&h.feiertage)?,
                h.sperre_minuten,
                h.demo,
                wiederherstellung,
                salz,
            ),
        )?;
        Ok(())
    }

    /// Changes the settings, if they still have the expected version.
    pub fn haus_aendern(&self, h: &Hausdaten) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE haus SET name = ?2, land = ?3, feiertage = ?4, sperre_minuten = ?5, version = version + 1 WHERE version = ?1",
            (h.version, &h.name, format!("{:?}", h.land), als_json(&h.feiertage)?, h.sperre_minuten),
        )
    }
}
