//! Zuwendungen: the row and its search index.

use crate::aufzaehlung::Aufzaehlung;
use crate::korruption::zuwendung::{Zuwendung, Zuwendungsinhalt, Zuwendungslage};
use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json, json_spalte};
use rusqlite::{Row, params};

impl Lesen<'_> {
    /// A Zuwendung of that id.
    pub fn zuwendung(&self, id: &str) -> StorageErgebnis<Option<Zuwendung>> {
        self.eine("SELECT * FROM zuwendung WHERE id = ?1", [id], zuwendung)
    }

    /// The highest number given in a year.
    pub fn letzte_zuwendungsnummer(&self, jahr: i32) -> StorageErgebnis<u32> {
        self.letzte_nummer("zuwendung", &format!("Z-{jahr}"))
    }
}

impl Schreiben<'_> {
    /// New Zuwendung; its version is 1.
    pub fn zuwendung_anlegen(&self, z: &Zuwendung, salz: &[u8]) -> StorageErgebnis<()> {
        let nr = self.zahl("SELECT coalesce(max(nr), 0) + 1 FROM zuwendung", [])?;
        self.fuehre_aus(
            "INSERT INTO zuwendung (id, nr, nummer, art, geber, angaben, schritte, stand, tag, angelegt_von, angelegt_am, salz)
             VALUES (?1, ?2, ?3, '', '', '{}', '[]', 'angezeigt', '', ?4, ?5, ?6)",
            params![z.id, nr, z.nummer, z.angelegt_von, z.angelegt_am, salz],
        )?;
        self.zuwendung_schreiben(z, 0)
    }

    /// Changes a Zuwendung that still has the expected version.
    pub fn zuwendung_aendern(&self, z: &Zuwendung) -> StorageErgebnis<()> {
        self.zuwendung_schreiben(z, 1)
    }

    fn zuwendung_schreiben(&self, z: &Zuwendung, erhoehen: i64) -> StorageErgebnis<()> {
        let (l, a) = (&z.lage, &z.angaben);
        let (vorschlag, entschieden) = (l.vorschlag(), l.entschieden());
        self.fuehre_aus_mit_version(
            "UPDATE zuwendung SET art = ?4, geber = ?5, angaben = ?6, schritte = ?7, stand = ?8, tag = ?9, wert_cent = ?10,
                    vorschlag = ?11, vorgeschlagen_von = ?12, entscheidung = ?13, bestaetigt_von = ?14, abschluss_am = ?15, version = version + ?3
              WHERE id = ?1 AND version = ?2",
            params![
                z.id,
                z.version,
                erhoehen,
                a.art.name(),
                a.geber.name(),
                als_json(a)?,
                als_json(&z.schritte)?,
                l.stand.name(),
                a.tag,
                a.wert_cent,
                vorschlag.map(|e| e.annahme.name()),
                l.entscheidung.as_ref().map(|e| &e.von),
                entschieden.map(|e| e.annahme.name()),
                entschieden.and_then(|e| e.bestaetigt_von.as_ref()),
                l.abschluss_am,
            ],
        )?;
        let text = [z.nummer.as_str(), &a.gegenstand, &a.anlass, &a.anzeige_nr, &a.ablage].join(" ");
        self.suchtext_schreiben("zuwendung", "zuwendung_suche", &z.id, &text)
    }
}

fn zuwendung(z: &Row<'_>) -> rusqlite::Result<Zuwendung> {
    let angaben: Zuwendungsinhalt = json_spalte(z, "angaben")?;
    let schritte: Vec<_> = json_spalte(z, "schritte")?;
    let lage = Zuwendungslage::aus(&angaben, &schritte).map_err(|e| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(e))
    })?;
    Ok(Zuwendung {
        id: z.get("id")?,
        nummer: z.get("nummer")?,
        angaben,
        schritte,
        lage,
        angelegt_von: z.get("angelegt_von")?,
        angelegt_am: z.get("angelegt_am")?,
        version: z.get("version")?,
    })
}
