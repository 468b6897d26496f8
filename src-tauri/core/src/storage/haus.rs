//! Settings of the house.

use super::{Lesen, Schreiben, StorageErgebnis, StorageFehler, als_json, json_spalte};
use crate::organisation::{Hausdaten, Land};

impl Lesen<'_> {
    /// The one row of settings.
    pub fn hausdaten(&self) -> StorageErgebnis<Hausdaten> {
        self.eine("SELECT * FROM haus", [], |z| {
            let land: String = z.get("land")?;
            Ok(Hausdaten {
                name: z.get("name")?,
                land: Land::aus(&land).unwrap_or(Land::TH),
                feiertage: json_spalte(z, "feiertage")?,
                sperre_minuten: z.get("sperre_minuten")?,
                demo: z.get("demo")?,
                version: z.get("version")?,
            })
        })?
        .ok_or(StorageFehler::KeinHaus)
    }
}

impl Schreiben<'_> {
    /// Writes the row of a new house.
    pub fn haus_anlegen(&self, h: &Hausdaten, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO haus (id, name, land, feiertage, sperre_minuten, demo, salz) VALUES ('haus', ?1, ?2, ?3, ?4, ?5, ?6)",
            (&h.name, format!("{:?}", h.land), als_json(&h.feiertage)?, h.sperre_minuten, h.demo, salz),
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
