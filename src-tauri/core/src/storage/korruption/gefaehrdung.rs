//! The Gefährdungsatlas: the row and its search index.

use crate::aufzaehlung::Aufzaehlung;
use crate::korruption::gefaehrdung::{Gefaehrdung, Gefaehrdungsinhalt, Gefaehrdungslage};
use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json, json_spalte};
use rusqlite::{Row, params};

impl Lesen<'_> {
    /// An entry of that id.
    pub fn gefaehrdung(&self, id: &str) -> StorageErgebnis<Option<Gefaehrdung>> {
        self.eine("SELECT * FROM gefaehrdung WHERE id = ?1", [id], gefaehrdung)
    }

    /// The highest number given.
    pub fn letzte_gefaehrdungsnummer(&self) -> StorageErgebnis<u32> {
        self.letzte_nummer("gefaehrdung", "G")
    }
}

impl Schreiben<'_> {
    /// New entry; its version is 1. `angaben` is what it says.
    pub fn gefaehrdung_anlegen(
        &self,
        g: &Gefaehrdung,
        angaben: &Gefaehrdungsinhalt,
        salz: &[u8],
    ) -> StorageErgebnis<()> {
        let nr = self.zahl("SELECT coalesce(max(nr), 0) + 1 FROM gefaehrdung", [])?;
        self.fuehre_aus(
            "INSERT INTO gefaehrdung (id, nr, nummer, bezeichnung, schritte, stand, grad, ueberpruefung_am, angelegt_von, angelegt_am, salz)
             VALUES (?1, ?2, ?3, '', '[]', 'vorgeschlagen', 'gering', '', ?4, ?5, ?6)",
            params![g.id, nr, g.nummer, g.angelegt_von, g.angelegt_am, salz],
        )?;
        self.gefaehrdung_schreiben(g, angaben, 0)
    }

    /// Changes an entry that still has the expected version.
    pub fn gefaehrdung_aendern(&self, g: &Gefaehrdung, angaben: &Gefaehrdungsinhalt) -> StorageErgebnis<()> {
        self.gefaehrdung_schreiben(g, angaben, 1)
    }

    fn gefaehrdung_schreiben(
        &self,
        g: &Gefaehrdung,
        a: &Gefaehrdungsinhalt,
        erhoehen: i64,
    ) -> StorageErgebnis<()> {
        let l = &g.lage;
        let rotation = a.rotation();
        // What holds is by two different persons, the version as well as its end: the table refuses anything else.
        let zwei = l.zwei();
        self.fuehre_aus_mit_version(
            "UPDATE gefaehrdung SET bezeichnung = ?4, schritte = ?5, stand = ?6, grad = ?7, team_id = ?8, bereich_id = ?9, analyse_am = ?10,
                    rotation_ab = ?11, ausnahme_bis = ?12, ueberpruefung_am = ?13, fassung = ?14, vorgeschlagen_von = ?15, bestaetigt_von = ?16,
                    vorschlag_von = ?17, aufgehoben_am = ?18, version = version + ?3
              WHERE id = ?1 AND version = ?2",
            params![
                g.id,
                g.version,
                erhoehen,
                a.bezeichnung,
                als_json(&g.schritte)?,
                l.stand.name(),
                a.grad.name(),
                a.team_id,
                a.bereich_id,
                a.analyse_am,
                rotation.as_ref().map(|r| r.ab),
                rotation.as_ref().and_then(|r| r.ausnahme_bis),
                l.ueberpruefung_am.unwrap_or(a.ueberpruefung_am),
                l.gueltig().map_or(0, |f| f.nummer),
                zwei.map(|(erste, _)| erste),
                zwei.map(|(_, zweite)| zweite),
                l.wartet_von(),
                l.aufgehoben_am,
            ],
        )?;
        let texte = a.texte().into_iter().map(|(_, text)| text);
        let text = std::iter::once(g.nummer.as_str()).chain(texte).collect::<Vec<_>>().join(" ");
        self.suchtext_schreiben("gefaehrdung", "gefaehrdung_suche", &g.id, &text)
    }
}

fn gefaehrdung(z: &Row<'_>) -> rusqlite::Result<Gefaehrdung> {
    let schritte: Vec<_> = json_spalte(z, "schritte")?;
    let lage = Gefaehrdungslage::aus(&schritte).map_err(|e| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(e))
    })?;
    Ok(Gefaehrdung {
        id: z.get("id")?,
        nummer: z.get("nummer")?,
        schritte,
        lage,
        angelegt_von: z.get("angelegt_von")?,
        angelegt_am: z.get("angelegt_am")?,
        version: z.get("version")?,
    })
}
