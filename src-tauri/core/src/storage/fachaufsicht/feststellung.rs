//! Feststellungen with answers, decisions and earlier wordings.

use super::{Sicht, wort};
use crate::fachaufsicht::Aufzaehlung;
use crate::fachaufsicht::feststellung::{
    Entscheidung, Fassung, Feststellung, FeststellungInhalt, FeststellungStand, Stellungnahme,
};
use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json, json_spalte};
use rusqlite::{Row, params};

impl Lesen<'_> {
    /// A Feststellung within the sight of the person.
    pub fn feststellung(&self, sicht: &Sicht, id: &str) -> StorageErgebnis<Option<Feststellung>> {
        let (haus, bereich, teams, person) = sicht.werte()?;
        self.eine(
            &format!(
                "SELECT x.* FROM feststellung x JOIN prueffall f ON f.id = x.prueffall_id JOIN pruefung p ON p.id = f.pruefung_id
                  WHERE {} AND x.id = ?5",
                Sicht::PRUEFFALL
            ),
            (haus, bereich, teams, person, id),
            feststellung,
        )
    }

    /// Feststellungen of a sheet by number.
    pub fn feststellungen_des_bogens(&self, prueffall_id: &str) -> StorageErgebnis<Vec<Feststellung>> {
        self.alle(
            "SELECT * FROM feststellung WHERE prueffall_id = ?1 ORDER BY nummer",
            [prueffall_id],
            feststellung,
        )
    }

    /// Highest number within a check, 0 if none.
    pub fn letzte_feststellungsnummer(&self, pruefung_id: &str) -> StorageErgebnis<i64> {
        self.zahl("SELECT coalesce(max(nummer), 0) FROM feststellung WHERE pruefung_id = ?1", [pruefung_id])
    }

    /// The answer of the Teamleitung.
    pub fn stellungnahme(&self, feststellung_id: &str) -> StorageErgebnis<Option<Stellungnahme>> {
        self.eine(
            "SELECT s.*, b.zeichen FROM stellungnahme s JOIN benutzer b ON b.id = s.von WHERE s.feststellung_id = ?1",
            [feststellung_id],
            |z| {
                Ok(Stellungnahme {
                    id: z.get("id")?,
                    antwort: wort(z, "antwort")?,
                    text: z.get("text")?,
                    uebertragen_aus: z.get("uebertragen_aus")?,
                    von: z.get("zeichen")?,
                    am: z.get("am")?,
                })
            },
        )
    }

    /// Id of the person who answered for herself, not transferring what someone else wrote.
    pub fn stellungnahme_selbst_von(&self, feststellung_id: &str) -> StorageErgebnis<Option<String>> {
        self.eine(
            "SELECT von FROM stellungnahme WHERE feststellung_id = ?1 AND uebertragen_aus = ''",
            [feststellung_id],
            |z| z.get(0),
        )
    }

    /// The decision.
    pub fn entscheidung(&self, feststellung_id: &str) -> StorageErgebnis<Option<Entscheidung>> {
        self.eine(
            "SELECT e.*, b.zeichen FROM entscheidung e JOIN benutzer b ON b.id = e.von WHERE e.feststellung_id = ?1",
            [feststellung_id],
            |z| {
                Ok(Entscheidung {
                    id: z.get("id")?,
                    ergebnis: wort(z, "ergebnis")?,
                    grund: z.get("grund")?,
                    von: z.get("zeichen")?,
                    am: z.get("am")?,
                })
            },
        )
    }

    /// Earlier wordings, oldest first.
    pub fn fassungen(&self, feststellung_id: &str) -> StorageErgebnis<Vec<Fassung>> {
        self.alle(
            "SELECT a.*, b.zeichen FROM feststellung_fassung a JOIN benutzer b ON b.id = a.von
              WHERE a.feststellung_id = ?1 ORDER BY a.nummer",
            [feststellung_id],
            |z| {
                Ok(Fassung {
                    nummer: z.get("nummer")?,
                    inhalt: json_spalte(z, "inhalt")?,
                    grund: z.get("grund")?,
                    von: z.get("zeichen")?,
                    am: z.get("am")?,
                })
            },
        )
    }
}

impl Schreiben<'_> {
    /// New Feststellung; its version is 1.
    pub fn feststellung_anlegen(&self, x: &Feststellung, salz: &[u8]) -> StorageErgebnis<()> {
        let i = &x.inhalt;
        self.fuehre_aus(
            "INSERT INTO feststellung (id, prueffall_id, pruefung_id, nummer, merkmal, art, wirkung, betrag_bund_cent,
                                       betrag_kommune_cent, haeufigkeit, zeitraum_von, zeitraum_bis, schwere, sachgebiet, ursache,
                                       text, korrektur_bis, stand, erfasst_von, erfasst_am, salz)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)",
            params![
                x.id,
                x.prueffall_id,
                x.pruefung_id,
                x.nummer,
                x.merkmal,
                i.art.name(),
                i.wirkung.name(),
                i.betrag_bund_cent,
                i.betrag_kommune_cent,
                i.haeufigkeit.name(),
                i.zeitraum_von,
                i.zeitraum_bis,
                i.schwere.name(),
                i.sachgebiet,
                i.ursache,
                i.text,
                i.korrektur_bis,
                x.stand.name(),
                x.erfasst_von,
                x.erfasst_am,
                salz
            ],
        )?;
        Ok(())
    }

    /// Changes content and state of a Feststellung that still has the expected version.
    pub fn feststellung_aendern(&self, x: &Feststellung) -> StorageErgebnis<()> {
        let i = &x.inhalt;
        self.fuehre_aus_mit_version(
            "UPDATE feststellung SET art = ?3, wirkung = ?4, betrag_bund_cent = ?5, betrag_kommune_cent = ?6, haeufigkeit = ?7,
                    zeitraum_von = ?8, zeitraum_bis = ?9, schwere = ?10, sachgebiet = ?11, ursache = ?12, text = ?13,
                    korrektur_bis = ?14, stand = ?15, stellungnahme_bis = ?16, erfasst_von = ?17, erfasst_am = ?18,
                    festgestellt_am = ?19, version = version + 1
              WHERE id = ?1 AND version = ?2",
            params![
                x.id,
                x.version,
                i.art.name(),
                i.wirkung.name(),
                i.betrag_bund_cent,
                i.betrag_kommune_cent,
                i.haeufigkeit.name(),
                i.zeitraum_von,
                i.zeitraum_bis,
                i.schwere.name(),
                i.sachgebiet,
                i.ursache,
                i.text,
                i.korrektur_bis,
                x.stand.name(),
                x.stellungnahme_bis,
                x.erfasst_von,
                x.erfasst_am,
                x.festgestellt_am
            ],
        )
    }

    /// Deletes a Feststellung that still has the expected version.
    pub fn feststellung_loeschen(&self, id: &str, version: i64) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "DELETE FROM feststellung WHERE id = ?1 AND version = ?2",
            params![id, version],
        )
    }

    /// Keeps the present wording before it is changed.
    pub fn fassung_anlegen(
        &self,
        id: &str,
        vorher: &Feststellung,
        grund: &str,
        (von, am): (&str, &str),
        salz: &[u8],
    ) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO feststellung_fassung (id, feststellung_id, nummer, inhalt, grund, von, am, salz)
             VALUES (?1, ?2, (SELECT coalesce(max(nummer), 0) + 1 FROM feststellung_fassung WHERE feststellung_id = ?2), ?3, ?4, ?5, ?6, ?7)",
            params![id, vorher.id, als_json(&vorher.inhalt)?, grund, von, am, salz],
        )?;
        Ok(())
    }

    /// New answer of the Teamleitung; `s.von` is the id of the person.
    pub fn stellungnahme_anlegen(
        &self,
        feststellung_id: &str,
        s: &Stellungnahme,
        salz: &[u8],
    ) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO stellungnahme (id, feststellung_id, antwort, text, uebertragen_aus, von, am, salz)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![s.id, feststellung_id, s.antwort.name(), s.text, s.uebertragen_aus, s.von, s.am, salz],
        )?;
        Ok(())
    }

    /// New decision; `e.von` is the id of the person.
    pub fn entscheidung_anlegen(
        &self,
        feststellung_id: &str,
        e: &Entscheidung,
        salz: &[u8],
    ) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO entscheidung (id, feststellung_id, ergebnis, grund, von, am, salz) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![e.id, feststellung_id, e.ergebnis.name(), e.grund, e.von, e.am, salz],
        )?;
        Ok(())
    }
}

fn feststellung(z: &Row<'_>) -> rusqlite::Result<Feststellung> {
    Ok(Feststellung {
        id: z.get("id")?,
        prueffall_id: z.get("prueffall_id")?,
        pruefung_id: z.get("pruefung_id")?,
        nummer: z.get("nummer")?,
        merkmal: z.get("merkmal")?,
        inhalt: FeststellungInhalt {
            art: wort(z, "art")?,
            wirkung: wort(z, "wirkung")?,
            betrag_bund_cent: z.get("betrag_bund_cent")?,
            betrag_kommune_cent: z.get("betrag_kommune_cent")?,
            haeufigkeit: wort(z, "haeufigkeit")?,
            zeitraum_von: z.get("zeitraum_von")?,
            zeitraum_bis: z.get("zeitraum_bis")?,
            schwere: wort(z, "schwere")?,
            sachgebiet: z.get("sachgebiet")?,
            ursache: z.get("ursache")?,
            text: z.get("text")?,
            korrektur_bis: z.get("korrektur_bis")?,
        },
        stand: wort::<FeststellungStand>(z, "stand")?,
        stellungnahme_bis: z.get("stellungnahme_bis")?,
        erfasst_von: z.get("erfasst_von")?,
        erfasst_am: z.get("erfasst_am")?,
        festgestellt_am: z.get("festgestellt_am")?,
        version: z.get("version")?,
    })
}

#[cfg(test)]
#[path = "feststellung_tests.rs"]
mod tests;
