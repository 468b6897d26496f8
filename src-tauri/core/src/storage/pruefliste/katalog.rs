//! Catalogues of questions and their versions.

use crate::aufzaehlung::Aufzaehlung;
use crate::fachaufsicht::thema::Herkunft;
use crate::pruefliste::{Kapitel, Pruefgebiet};
use crate::storage::fachaufsicht::wort;
use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json, json_spalte};
use chrono::NaiveDate;
use rusqlite::Row;
use serde::Serialize;
use ts_rs::TS;

/// A catalogue; its questions are versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Pruefkatalog {
    /// UUIDv7.
    pub id: String,
    /// Stable short name.
    pub kennung: String,
    /// What it is about.
    pub gebiet: Pruefgebiet,
    /// What people read.
    pub titel: String,
    /// Offered for new runs.
    pub aktiv: bool,
    /// For optimistic locking.
    pub version: i64,
}

/// A version of a catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Katalogfassung {
    /// UUIDv7.
    pub id: String,
    /// Catalogue.
    pub katalog_id: String,
    /// 1, 2, 3 … within the catalogue.
    pub nummer: i64,
    /// The day whose law the questions follow.
    #[ts(type = "string")]
    pub rechtsstand: NaiveDate,
    /// What to read first.
    pub einleitung: String,
    /// Chapters with questions.
    pub kapitel: Vec<Kapitel>,
    /// Shipped or of the house.
    pub herkunft: Herkunft,
    /// Who wrote it.
    pub angelegt_von: String,
    /// When, UTC.
    pub angelegt_am: String,
    /// Who released it; none: "ungeprüft".
    pub freigegeben_von: Option<String>,
    /// When, UTC.
    pub freigegeben_am: Option<String>,
    /// For optimistic locking.
    pub version: i64,
}

/// A version in a list, without its questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Katalogfassungskopf {
    /// UUIDv7.
    pub id: String,
    /// Catalogue.
    pub katalog_id: String,
    /// 1, 2, 3 … within the catalogue.
    pub nummer: i64,
    /// The day whose law the questions follow.
    #[ts(type = "string")]
    pub rechtsstand: NaiveDate,
    /// Shipped or of the house.
    pub herkunft: Herkunft,
    /// Number of questions.
    pub fragen: i64,
    /// Runs that use it.
    pub durchgaenge: i64,
    /// Sign of who wrote it.
    pub angelegt_von: String,
    /// When, UTC.
    pub angelegt_am: String,
    /// Sign of who released it; none: "ungeprüft".
    pub freigegeben_von: Option<String>,
    /// When, UTC.
    pub freigegeben_am: Option<String>,
    /// For optimistic locking.
    pub version: i64,
}

impl Lesen<'_> {
    /// All catalogues by title.
    pub fn pruefkataloge(&self) -> StorageErgebnis<Vec<Pruefkatalog>> {
        self.alle("SELECT * FROM pruefkatalog ORDER BY titel, id", [], katalog)
    }

    /// One catalogue.
    pub fn pruefkatalog(&self, id: &str) -> StorageErgebnis<Option<Pruefkatalog>> {
        self.eine("SELECT * FROM pruefkatalog WHERE id = ?1", [id], katalog)
    }

    /// Versions of one catalogue or (none) of all, newest first.
    pub fn katalogfassungskoepfe(
        &self,
        katalog_id: Option<&str>,
    ) -> StorageErgebnis<Vec<Katalogfassungskopf>> {
        self.alle(
            "SELECT f.id, f.katalog_id, f.nummer, f.rechtsstand, f.herkunft, f.angelegt_am, f.freigegeben_am, f.version,
                    a.zeichen AS angelegt_zeichen, r.zeichen AS freigegeben_zeichen,
                    (SELECT coalesce(sum(json_array_length(s.value, '$.fragen')), 0) FROM json_each(f.kapitel) s) AS fragen,
                    (SELECT count(*) FROM durchgang d WHERE d.katalogfassung_id = f.id) AS durchgaenge
               FROM pruefkatalogfassung f JOIN benutzer a ON a.id = f.angelegt_von
               LEFT JOIN benutzer r ON r.id = f.freigegeben_von
              WHERE (?1 IS NULL OR f.katalog_id = ?1) ORDER BY f.katalog_id, f.nummer DESC",
            [katalog_id],
            |z| {
                Ok(Katalogfassungskopf {
                    id: z.get("id")?,
                    katalog_id: z.get("katalog_id")?,
                    nummer: z.get("nummer")?,
                    rechtsstand: z.get("rechtsstand")?,
                    herkunft: wort(z, "herkunft")?,
                    fragen: z.get("fragen")?,
                    durchgaenge: z.get("durchgaenge")?,
                    angelegt_von: z.get("angelegt_zeichen")?,
                    angelegt_am: z.get("angelegt_am")?,
                    freigegeben_von: z.get("freigegeben_zeichen")?,
                    freigegeben_am: z.get("freigegeben_am")?,
                    version: z.get("version")?,
                })
            },
        )
    }

    /// One version with its questions.
    pub fn katalogfassung(&self, id: &str) -> StorageErgebnis<Option<Katalogfassung>> {
        self.eine("SELECT * FROM pruefkatalogfassung WHERE id = ?1", [id], fassung)
    }

    /// These versions.
    pub fn katalogfassungen(&self, ids: &[&str]) -> StorageErgebnis<Vec<Katalogfassung>> {
        self.alle(
            "SELECT * FROM pruefkatalogfassung WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY id",
            [als_json(&ids)?],
            fassung,
        )
    }

    /// The newest released version of a catalogue.
    pub fn geltende_katalogfassung(&self, katalog_id: &str) -> StorageErgebnis<Option<Katalogfassung>> {
        self.eine(
            "SELECT * FROM pruefkatalogfassung WHERE katalog_id = ?1 AND freigegeben_von IS NOT NULL ORDER BY nummer DESC LIMIT 1",
            [katalog_id],
            fassung,
        )
    }

    /// The newest released version of every catalogue that has one.
    pub fn geltende_katalogfassungen(&self) -> StorageErgebnis<Vec<Katalogfassung>> {
        self.alle(
            "SELECT * FROM pruefkatalogfassung f WHERE freigegeben_von IS NOT NULL
                AND nummer = (SELECT max(g.nummer) FROM pruefkatalogfassung g WHERE g.katalog_id = f.katalog_id AND g.freigegeben_von IS NOT NULL)
              ORDER BY katalog_id",
            [],
            fassung,
        )
    }

    /// Highest number of a version of the catalogue, 0 if there is none.
    pub fn letzte_katalogfassung(&self, katalog_id: &str) -> StorageErgebnis<i64> {
        self.zahl(
            "SELECT coalesce(max(nummer), 0) FROM pruefkatalogfassung WHERE katalog_id = ?1",
            [katalog_id],
        )
    }
}

impl Schreiben<'_> {
    /// New catalogue; its version is 1.
    pub fn pruefkatalog_anlegen(&self, k: &Pruefkatalog, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO pruefkatalog (id, kennung, gebiet, titel, aktiv, salz) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (&k.id, &k.kennung, k.gebiet.name(), &k.titel, k.aktiv, salz),
        )?;
        Ok(())
    }

    /// Changes a catalogue that still has the expected version; kennung and kind stay for ever.
    pub fn pruefkatalog_aendern(&self, k: &Pruefkatalog) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE pruefkatalog SET titel = ?3, aktiv = ?4, version = version + 1 WHERE id = ?1 AND version = ?2",
            (&k.id, k.version, &k.titel, k.aktiv),
        )
    }

    /// New version of a catalogue.
    pub fn katalogfassung_anlegen(&self, f: &Katalogfassung, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO pruefkatalogfassung (id, katalog_id, nummer, rechtsstand, einleitung, kapitel, herkunft, angelegt_von, angelegt_am, salz)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            (
                &f.id,
                &f.katalog_id,
                f.nummer,
                f.rechtsstand,
                &f.einleitung,
                als_json(&f.kapitel)?,
                f.herkunft.name(),
                &f.angelegt_von,
                &f.angelegt_am,
                salz,
            ),
        )?;
        Ok(())
    }

    /// Changes a version that nobody released; whoever changes it is its author from now on.
    pub fn katalogfassung_aendern(&self, f: &Katalogfassung) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE pruefkatalogfassung SET rechtsstand = ?3, einleitung = ?4, kapitel = ?5, herkunft = ?6, angelegt_von = ?7, version = version + 1
              WHERE id = ?1 AND version = ?2 AND freigegeben_von IS NULL",
            (
                &f.id,
                f.version,
                f.rechtsstand,
                &f.einleitung,
                als_json(&f.kapitel)?,
                f.herkunft.name(),
                &f.angelegt_von,
            ),
        )
    }

    /// Records who released a version and when.
    pub fn katalogfassung_freigeben(
        &self,
        id: &str,
        version: i64,
        von: &str,
        am: &str,
    ) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE pruefkatalogfassung SET freigegeben_von = ?3, freigegeben_am = ?4, version = version + 1
              WHERE id = ?1 AND version = ?2 AND freigegeben_von IS NULL",
            (id, version, von, am),
        )
    }
}

fn katalog(z: &Row<'_>) -> rusqlite::Result<Pruefkatalog> {
    Ok(Pruefkatalog {
        id: z.get("id")?,
        kennung: z.get("kennung")?,
        gebiet: wort(z, "gebiet")?,
        titel: z.get("titel")?,
        aktiv: z.get("aktiv")?,
        version: z.get("version")?,
    })
}

fn fassung(z: &Row<'_>) -> rusqlite::Result<Katalogfassung> {
    Ok(Katalogfassung {
        id: z.get("id")?,
        katalog_id: z.get("katalog_id")?,
        nummer: z.get("nummer")?,
        rechtsstand: z.get("rechtsstand")?,
        einleitung: z.get("einleitung")?,
        kapitel: json_spalte(z, "kapitel")?,
        herkunft: wort(z, "herkunft")?,
        angelegt_von: z.get("angelegt_von")?,
        angelegt_am: z.get("angelegt_am")?,
        freigegeben_von: z.get("freigegeben_von")?,
        freigegeben_am: z.get("freigegeben_am")?,
        version: z.get("version")?,
    })
}
