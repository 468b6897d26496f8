//! Settings of the reports: at most one row.

use super::haus::damaged;
use super::{Lesen, Schreiben, StorageErgebnis, StorageFehler};
use crate::bericht::modell::Logoart;
use crate::organisation::{Berichtseinstellungen, Logodatei};

impl Lesen<'_> {
    /// The settings; those of the program as long as nobody changed any.
    pub fn berichtseinstellungen(&self) -> StorageErgebnis<Berichtseinstellungen> {
        let gespeichert = self.eine("SELECT * FROM berichte", [], |z| {
            let logo = match z.get::<_, Option<String>>("logo_art")? {
                None => None,
                Some(art) => Some(Logodatei {
                    art: Logoart::aus(&art).ok_or_else(|| damaged(&art))?,
                    datei: z.get("logo")?,
                    alternativtext: z.get("alternativtext")?,
                }),
            };
            Ok(Berichtseinstellungen {
                vertraulichkeit: z.get("vertraulichkeit")?,
                fusszeile: z.get("fusszeile")?,
                logo,
                version: z.get("version")?,
            })
        })?;
        Ok(gespeichert.unwrap_or_default())
    }
}

impl Schreiben<'_> {
    /// Stores the settings, if they still have the expected version.
    pub fn berichtseinstellungen_speichern(
        &self,
        e: &Berichtseinstellungen,
        salz: &[u8],
    ) -> StorageErgebnis<()> {
        let logo = e.logo.as_ref();
        let werte = (
            e.version,
            &e.vertraulichkeit,
            &e.fusszeile,
            logo.map(|l| l.datei.as_slice()),
            logo.map(|l| l.art.name()),
            logo.map(|l| l.alternativtext.as_str()),
        );
        if e.version != 0 {
            return self.fuehre_aus_mit_version(
                "UPDATE berichte SET vertraulichkeit = ?2, fusszeile = ?3, logo = ?4, logo_art = ?5, alternativtext = ?6,
                        version = version + 1 WHERE version = ?1",
                werte,
            );
        }
        let (_, vertraulichkeit, fusszeile, logo, art, alternativtext) = werte;
        let neu = self.fuehre_aus(
            "INSERT INTO berichte (id, vertraulichkeit, fusszeile, logo, logo_art, alternativtext, salz)
             VALUES ('berichte', ?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
            (vertraulichkeit, fusszeile, logo, art, alternativtext, salz),
        )?;
        // Someone else was the first.
        if neu == 1 { Ok(()) } else { Err(StorageFehler::Veraltet) }
    }
}
