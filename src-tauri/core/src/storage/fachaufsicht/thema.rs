//! Themes and versions of check sheets.

use super::wort;
use crate::fachaufsicht::Aufzaehlung;
use crate::fachaufsicht::thema::{Bogenvorlage, Herkunft, Pruefthema};
use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json, json_spalte};
use chrono::NaiveDate;
use rusqlite::Row;
use serde::Serialize;
use ts_rs::TS;

/// A version of a sheet in a list, without its items.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Vorlagenkopf {
    /// UUIDv7.
    pub id: String,
    /// Theme.
    pub thema_id: String,
    /// 1, 2, 3 … within the theme.
    pub nummer: i64,
    /// The day whose law the questions follow.
    #[ts(type = "string")]
    pub rechtsstand: NaiveDate,
    /// Shipped or of the house.
    pub herkunft: Herkunft,
    /// Sign of who released it; none: "ungeprüft".
    pub freigegeben_von: Option<String>,
    /// When, UTC.
    pub freigegeben_am: Option<String>,
    /// A check uses it.
    pub verwendet: bool,
    /// Number of items.
    pub merkmale: i64,
    /// Sign of who wrote it.
    pub angelegt_von: String,
    /// When, UTC.
    pub angelegt_am: String,
    /// For optimistic locking.
    pub version: i64,
}

/// A check that uses a theme.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Vorlagenverwendung {
    /// Version of the sheet.
    pub vorlage_id: String,
    /// How many checks use it.
    pub pruefungen: i64,
}

const KOPF: &str = "SELECT v.id, v.thema_id, v.nummer, v.rechtsstand, v.herkunft, v.verwendet, v.angelegt_am, v.freigegeben_am, v.version,
        f.zeichen AS freigegeben_zeichen, a.zeichen AS angelegt_zeichen,
        (SELECT coalesce(sum(json_array_length(s.value, '$.merkmale')), 0) FROM json_each(v.abschnitte) s) AS merkmale
   FROM bogenvorlage v
   JOIN benutzer a ON a.id = v.angelegt_von
   LEFT JOIN benutzer f ON f.id = v.freigegeben_von";

impl Lesen<'_> {
    /// All themes by title.
    pub fn pruefthemen(&self) -> StorageErgebnis<Vec<Pruefthema>> {
        self.alle("SELECT * FROM pruefthema ORDER BY titel, id", [], thema)
    }

    /// One theme.
    pub fn pruefthema(&self, id: &str) -> StorageErgebnis<Option<Pruefthema>> {
        self.eine("SELECT * FROM pruefthema WHERE id = ?1", [id], thema)
    }

    /// Versions of one theme or (none) of all, newest first.
    pub fn vorlagenkoepfe(&self, thema_id: Option<&str>) -> StorageErgebnis<Vec<Vorlagenkopf>> {
        self.alle(
            &format!("{KOPF} WHERE (?1 IS NULL OR v.thema_id = ?1) ORDER BY v.thema_id, v.nummer DESC"),
            [thema_id],
            kopf,
        )
    }

    /// How many checks use each version of a theme.
    pub fn vorlagenverwendung(&self, thema_id: &str) -> StorageErgebnis<Vec<Vorlagenverwendung>> {
        self.alle(
            "SELECT vorlage_id, count(*) AS pruefungen FROM pruefung WHERE thema_id = ?1 GROUP BY vorlage_id ORDER BY vorlage_id",
            [thema_id],
            |z| {
                Ok(Vorlagenverwendung {
                    vorlage_id: z.get("vorlage_id")?,
                    pruefungen: z.get("pruefungen")?,
                })
            },
        )
    }

    /// One version of a sheet with its items.
    pub fn bogenvorlage(&self, id: &str) -> StorageErgebnis<Option<Bogenvorlage>> {
        self.eine("SELECT * FROM bogenvorlage WHERE id = ?1", [id], vorlage)
    }

    /// The versions that these checks use.
    pub fn bogenvorlagen_von(&self, pruefungen: &[&str]) -> StorageErgebnis<Vec<Bogenvorlage>> {
        self.alle(
            "SELECT * FROM bogenvorlage
              WHERE id IN (SELECT vorlage_id FROM pruefung WHERE id IN (SELECT value FROM json_each(?1))) ORDER BY id",
            [als_json(&pruefungen)?],
            vorlage,
        )
    }

    /// Head of one version.
    pub fn vorlagenkopf(&self, id: &str) -> StorageErgebnis<Option<Vorlagenkopf>> {
        self.eine(&format!("{KOPF} WHERE v.id = ?1"), [id], kopf)
    }

    /// Highest number of a version of the theme, 0 if there is none.
    pub fn letzte_vorlagennummer(&self, thema_id: &str) -> StorageErgebnis<i64> {
        self.zahl("SELECT coalesce(max(nummer), 0) FROM bogenvorlage WHERE thema_id = ?1", [thema_id])
    }
}

impl Schreiben<'_> {
    /// New theme; its version is 1.
    pub fn pruefthema_anlegen(&self, t: &Pruefthema, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO pruefthema (id, kennung, titel, bereich, sachgebiet, auswahleinheit, aktiv, salz)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            (&t.id, &t.kennung, &t.titel, &t.bereich, &t.sachgebiet, t.auswahleinheit.name(), t.aktiv, salz),
        )?;
        Ok(())
    }

    /// Changes a theme that still has the expected version; its kennung stays for ever.
    pub fn pruefthema_aendern(&self, t: &Pruefthema) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE pruefthema SET titel = ?3, bereich = ?4, sachgebiet = ?5, auswahleinheit = ?6, aktiv = ?7, version = version + 1
              WHERE id = ?1 AND version = ?2",
            (&t.id, t.version, &t.titel, &t.bereich, &t.sachgebiet, t.auswahleinheit.name(), t.aktiv),
        )
    }

    /// New version of a sheet.
    pub fn bogenvorlage_anlegen(&self, v: &Bogenvorlage, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO bogenvorlage (id, thema_id, nummer, rechtsstand, einleitung, abschnitte, herkunft, angelegt_von, angelegt_am, salz)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            (
                &v.id,
                &v.thema_id,
                v.nummer,
                v.rechtsstand,
                &v.einleitung,
                als_json(&v.abschnitte)?,
                v.herkunft.name(),
                &v.angelegt_von,
                &v.angelegt_am,
                salz,
            ),
        )?;
        Ok(())
    }

    /// Changes the content of a version; a trigger refuses one that is used. It is "ungeprüft" again.
    pub fn bogenvorlage_aendern(&self, v: &Bogenvorlage) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE bogenvorlage SET rechtsstand = ?3, einleitung = ?4, abschnitte = ?5, herkunft = ?6,
                    freigegeben_von = NULL, freigegeben_am = NULL, version = version + 1
              WHERE id = ?1 AND version = ?2",
            (&v.id, v.version, v.rechtsstand, &v.einleitung, als_json(&v.abschnitte)?, v.herkunft.name()),
        )
    }

    /// Records who released a version and when.
    pub fn bogenvorlage_freigeben(&self, id: &str, version: i64, von: &str, am: &str) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE bogenvorlage SET freigegeben_von = ?3, freigegeben_am = ?4, version = version + 1 WHERE id = ?1 AND version = ?2",
            (id, version, von, am),
        )
    }

    /// Marks a version as used by a check; true if it was not before.
    pub fn bogenvorlage_verwenden(&self, id: &str) -> StorageErgebnis<bool> {
        let geaendert = self.fuehre_aus(
            "UPDATE bogenvorlage SET verwendet = 1, version = version + 1 WHERE id = ?1 AND verwendet = 0",
            [id],
        )?;
        Ok(geaendert == 1)
    }
}

fn thema(z: &Row<'_>) -> rusqlite::Result<Pruefthema> {
    Ok(Pruefthema {
        id: z.get("id")?,
        kennung: z.get("kennung")?,
        titel: z.get("titel")?,
        bereich: z.get("bereich")?,
        sachgebiet: z.get("sachgebiet")?,
        auswahleinheit: wort(z, "auswahleinheit")?,
        aktiv: z.get("aktiv")?,
        version: z.get("version")?,
    })
}

fn vorlage(z: &Row<'_>) -> rusqlite::Result<Bogenvorlage> {
    Ok(Bogenvorlage {
        id: z.get("id")?,
        thema_id: z.get("thema_id")?,
        nummer: z.get("nummer")?,
        rechtsstand: z.get("rechtsstand")?,
        einleitung: z.get("einleitung")?,
        abschnitte: json_spalte(z, "abschnitte")?,
        herkunft: wort(z, "herkunft")?,
        freigegeben_von: z.get("freigegeben_von")?,
        freigegeben_am: z.get("freigegeben_am")?,
        verwendet: z.get("verwendet")?,
        angelegt_von: z.get("angelegt_von")?,
        angelegt_am: z.get("angelegt_am")?,
        version: z.get("version")?,
    })
}

fn kopf(z: &Row<'_>) -> rusqlite::Result<Vorlagenkopf> {
    Ok(Vorlagenkopf {
        id: z.get("id")?,
        thema_id: z.get("thema_id")?,
        nummer: z.get("nummer")?,
        rechtsstand: z.get("rechtsstand")?,
        herkunft: wort(z, "herkunft")?,
        freigegeben_von: z.get("freigegeben_zeichen")?,
        freigegeben_am: z.get("freigegeben_am")?,
        verwendet: z.get("verwendet")?,
        merkmale: z.get("merkmale")?,
        angelegt_von: z.get("angelegt_zeichen")?,
        angelegt_am: z.get("angelegt_am")?,
        version: z.get("version")?,
    })
}
