//! Dated catalogues.

use super::{Lesen, Schreiben, StorageErgebnis, organisation::gueltigkeit};
use crate::katalog::{Katalog, Katalogeintrag};
use rusqlite::Row;

impl Lesen<'_> {
    /// All entries, by catalogue and title.
    pub fn katalogeintraege(&self) -> StorageErgebnis<Vec<Katalogeintrag>> {
        self.alle("SELECT * FROM katalogeintrag ORDER BY katalog, titel, id", [], eintrag)
    }
}

impl Schreiben<'_> {
    /// New entry; its version is 1.
    pub fn katalogeintrag_anlegen(&self, e: &Katalogeintrag, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO katalogeintrag (id, katalog, kennung, titel, erlaeuterung, gueltig_ab, gueltig_bis, salz)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            (
                &e.id,
                e.katalog.name(),
                &e.kennung,
                &e.titel,
                &e.erlaeuterung,
                e.gueltigkeit.gueltig_ab,
                e.gueltigkeit.gueltig_bis,
                salz,
            ),
        )?;
        Ok(())
    }

    /// Changes an entry that still has the expected version; catalogue and kennung stay for ever.
    pub fn katalogeintrag_aendern(&self, e: &Katalogeintrag) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE katalogeintrag SET titel = ?3, erlaeuterung = ?4, gueltig_ab = ?5, gueltig_bis = ?6, version = version + 1
              WHERE id = ?1 AND version = ?2",
            (&e.id, e.version, &e.titel, &e.erlaeuterung, e.gueltigkeit.gueltig_ab, e.gueltigkeit.gueltig_bis),
        )
    }
}

fn eintrag(z: &Row<'_>) -> rusqlite::Result<Katalogeintrag> {
    let katalog: String = z.get("katalog")?;
    Ok(Katalogeintrag {
        id: z.get("id")?,
        katalog: Katalog::aus(&katalog).ok_or_else(|| super::haus::damaged(&katalog))?,
        kennung: z.get("kennung")?,
        titel: z.get("titel")?,
        erlaeuterung: z.get("erlaeuterung")?,
        gueltigkeit: gueltigkeit(z)?,
        version: z.get("version")?,
    })
}
