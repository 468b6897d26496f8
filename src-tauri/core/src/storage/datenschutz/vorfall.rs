//! Datenschutzvorfälle: the row and its search index.

use crate::aufzaehlung::Aufzaehlung;
use crate::datenschutz::vorfall::{
    Betroffenennachricht, Datenschutzvorfall, Meldung, Vorfallinhalt, Vorfalllage, zeitpunkt,
};
use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json, json_spalte};
use crate::umgebung::zeitstempel;
use chrono::{DateTime, FixedOffset, Utc};
use rusqlite::{Row, params};

impl Lesen<'_> {
    /// A breach of that id; `nur_von`: only if this person entered it.
    pub fn vorfall(&self, id: &str, nur_von: Option<&str>) -> StorageErgebnis<Option<Datenschutzvorfall>> {
        self.eine(
            "SELECT * FROM datenschutzvorfall WHERE id = ?1 AND (?2 IS NULL OR angelegt_von = ?2)",
            params![id, nur_von],
            vorfall,
        )
    }

    /// Id and number of the breach that became known through a Kundenreaktion.
    pub fn vorfall_zur_reaktion(&self, reaktion_id: &str) -> StorageErgebnis<Option<(String, String)>> {
        self.eine("SELECT id, nummer FROM datenschutzvorfall WHERE reaktion_id = ?1", [reaktion_id], |z| {
            Ok((z.get(0)?, z.get(1)?))
        })
    }

    /// The highest number given in a year.
    pub fn letzte_vorfallnummer(&self, jahr: i32) -> StorageErgebnis<u32> {
        self.letzte_nummer("datenschutzvorfall", &format!("DV-{jahr}"))
    }
}

impl Schreiben<'_> {
    /// New breach; its version is 1. `ende` is the end of its clock.
    pub fn vorfall_anlegen(
        &self,
        v: &Datenschutzvorfall,
        ende: DateTime<FixedOffset>,
        salz: &[u8],
    ) -> StorageErgebnis<()> {
        let nr = self.zahl("SELECT coalesce(max(nr), 0) + 1 FROM datenschutzvorfall", [])?;
        self.fuehre_aus(
            "INSERT INTO datenschutzvorfall (id, nr, nummer, angaben, schritte, stand, kenntnis, kenntnis_am, frist_ende, reaktion_id, angelegt_von, angelegt_am, salz)
             VALUES (?1, ?2, ?3, '{}', '[]', 'erfasst', '', '', '', ?4, ?5, ?6, ?7)",
            params![v.id, nr, v.nummer, v.reaktion_id, v.angelegt_von, v.angelegt_am, salz],
        )?;
        self.vorfall_schreiben(v, ende, 0)
    }

    /// Changes a breach that still has the expected version.
    pub fn vorfall_aendern(
        &self,
        v: &Datenschutzvorfall,
        ende: DateTime<FixedOffset>,
    ) -> StorageErgebnis<()> {
        self.vorfall_schreiben(v, ende, 1)
    }

    fn vorfall_schreiben(
        &self,
        v: &Datenschutzvorfall,
        ende: DateTime<FixedOffset>,
        erhoehen: i64,
    ) -> StorageErgebnis<()> {
        let l = &v.lage;
        let utc = |z: DateTime<FixedOffset>| zeitstempel(z.with_timezone(&Utc));
        // Checked before: a moment that does not exist is never stored.
        let kenntnis = zeitpunkt("", v.angaben.kenntnis_am, v.angaben.kenntnis_um).map_or(ende, |z| z);
        self.fuehre_aus_mit_version(
            "UPDATE datenschutzvorfall SET angaben = ?4, schritte = ?5, stand = ?6, risiko = ?7, kenntnis = ?8, kenntnis_am = ?9,
                    frist_ende = ?10, meldung = ?11, gemeldet = ?12, verspaetet = ?13, aufsicht_am = ?14, betroffene = ?15,
                    abschluss_am = ?16, version = version + ?3
              WHERE id = ?1 AND version = ?2",
            params![
                v.id,
                v.version,
                erhoehen,
                als_json(&v.angaben)?,
                als_json(&v.schritte)?,
                l.stand.name(),
                l.risiko().map(Aufzaehlung::name),
                utc(kenntnis),
                v.angaben.kenntnis_am,
                utc(ende),
                l.meldung.as_ref().map(|m| match m {
                    Meldung::Gemeldet { .. } => "gemeldet",
                    Meldung::Keine { .. } => "keine",
                }),
                l.gemeldet().map(utc),
                l.verspaetet(),
                l.aufsicht.as_ref().map(|a| a.am),
                l.betroffene.as_ref().map(|b| match b {
                    Betroffenennachricht::Benachrichtigt { .. } => "benachrichtigt",
                    Betroffenennachricht::Ausnahme { .. } => "ausnahme",
                }),
                l.abschluss_am,
            ],
        )?;
        let a = &v.angaben;
        let text = [v.nummer.as_str(), &a.betreff, &a.hergang, &a.folgen, &a.kenntnis_durch].join(" ");
        self.suchtext_schreiben("datenschutzvorfall", "datenschutzvorfall_suche", &v.id, &text)
    }
}

pub(super) fn vorfall(z: &Row<'_>) -> rusqlite::Result<Datenschutzvorfall> {
    let angaben: Vorfallinhalt = json_spalte(z, "angaben")?;
    let schritte: Vec<_> = json_spalte(z, "schritte")?;
    let lage = Vorfalllage::aus(&angaben, &schritte).map_err(|e| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(e))
    })?;
    Ok(Datenschutzvorfall {
        id: z.get("id")?,
        nummer: z.get("nummer")?,
        angaben,
        schritte,
        lage,
        reaktion_id: z.get("reaktion_id")?,
        angelegt_von: z.get("angelegt_von")?,
        angelegt_am: z.get("angelegt_am")?,
        version: z.get("version")?,
    })
}
