//! The rows of a population. They come in hundreds of thousands, so nothing here holds more of them than
//! the caller keeps.

use crate::storage::{Lesen, Schreiben, StorageErgebnis};
use rusqlite::CachedStatement;

/// One unit on its way in.
pub struct NeueEinheit<'a> {
    /// Pseudonym of the draw.
    pub pseudonym: &'a [u8; 32],
    /// Index of the free stratum.
    pub schicht: usize,
    /// Index of the team.
    pub team: usize,
    /// Amount.
    pub betrag_cent: Option<i64>,
    /// Plain number.
    pub nummer: &'a str,
    /// Display columns as JSON.
    pub anzeige: &'a str,
}

/// One unit as the draw needs it.
pub struct EinheitZeile {
    /// Number within the population.
    pub lfd: i64,
    /// Pseudonym of the draw.
    pub pseudonym: [u8; 32],
    /// Index of the team.
    pub team: usize,
    /// Amount.
    pub betrag_cent: Option<i64>,
}

/// Writes the units of one population, numbered from 1.
pub struct Einheitenschreiber<'s> {
    einheit: CachedStatement<'s>,
    klar: CachedStatement<'s>,
    gg: i64,
    lfd: i64,
}

impl Einheitenschreiber<'_> {
    /// The next unit.
    pub fn schreibe(&mut self, e: &NeueEinheit<'_>) -> StorageErgebnis<()> {
        self.lfd += 1;
        self.einheit.execute((self.gg, self.lfd, e.pseudonym, e.schicht, e.team, e.betrag_cent))?;
        self.klar.execute((self.gg, self.lfd, e.nummer, e.anzeige))?;
        Ok(())
    }
}

impl Lesen<'_> {
    /// Calls `f` for each unit in order.
    pub fn einheiten_durchgehen(&self, gg: i64, mut f: impl FnMut(EinheitZeile)) -> StorageErgebnis<()> {
        let mut anweisung = self.conn.prepare_cached(
            "SELECT lfd, pseudonym, team, betrag_cent FROM einheit WHERE gg = ?1 ORDER BY lfd",
        )?;
        let mut zeilen = anweisung.query([gg])?;
        while let Some(z) = zeilen.next()? {
            f(EinheitZeile { lfd: z.get(0)?, pseudonym: z.get(1)?, team: z.get(2)?, betrag_cent: z.get(3)? });
        }
        Ok(())
    }

    /// Calls `f` with number within the population and plain number of each unit that still has one.
    pub fn klarnummern_durchgehen(&self, gg: i64, mut f: impl FnMut(i64, &str)) -> StorageErgebnis<()> {
        let mut anweisung =
            self.conn.prepare_cached("SELECT lfd, nummer FROM einheit_klar WHERE gg = ?1 ORDER BY lfd")?;
        let mut zeilen = anweisung.query([gg])?;
        while let Some(z) = zeilen.next()? {
            f(z.get(0)?, z.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?);
        }
        Ok(())
    }

    /// Calls `f` with pseudonym and plain number of each Prüffall of a check that still has its number.
    pub fn prueffallnummern_durchgehen(
        &self,
        pruefung_id: &str,
        mut f: impl FnMut(&str, &str),
    ) -> StorageErgebnis<()> {
        let mut anweisung = self.conn.prepare_cached(
            "SELECT f.pseudonym, k.nummer FROM prueffall f JOIN prueffall_klar k ON k.prueffall_id = f.id
              WHERE f.pruefung_id = ?1 ORDER BY f.position",
        )?;
        let mut zeilen = anweisung.query([pruefung_id])?;
        while let Some(z) = zeilen.next()? {
            let text = |i| z.get_ref(i).and_then(|wert| Ok(wert.as_str()?));
            f(text(0)?, text(1)?);
        }
        Ok(())
    }

    /// Whether the population still holds plain numbers.
    pub fn hat_klarnummern(&self, gg: i64) -> StorageErgebnis<bool> {
        Ok(self.zahl("SELECT EXISTS (SELECT 1 FROM einheit_klar WHERE gg = ?1)", [gg])? == 1)
    }
}

impl Schreiben<'_> {
    /// Writer for the units of a population.
    pub fn einheiten_schreiber(&self, gg: i64) -> StorageErgebnis<Einheitenschreiber<'_>> {
        Ok(Einheitenschreiber {
            einheit: self.conn.prepare_cached(
                "INSERT INTO einheit (gg, lfd, pseudonym, schicht, team, betrag_cent) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?,
            klar: self
                .conn
                .prepare_cached("INSERT INTO einheit_klar (gg, lfd, nummer, anzeige) VALUES (?1, ?2, ?3, ?4)")?,
            gg,
            lfd: 0,
        })
    }

    /// Drops all units of a population.
    pub fn einheiten_loeschen(&self, gg: i64) -> StorageErgebnis<()> {
        self.fuehre_aus("DELETE FROM einheit_klar WHERE gg = ?1", [gg])?;
        self.fuehre_aus("DELETE FROM einheit WHERE gg = ?1", [gg])?;
        Ok(())
    }

    /// Puts back the plain number of one unit, for an extension after closing.
    pub fn klarnummer_nachtragen(
        &self,
        gg: i64,
        lfd: i64,
        nummer: &str,
        anzeige: &str,
    ) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO einheit_klar (gg, lfd, nummer, anzeige) VALUES (?1, ?2, ?3, ?4)",
            (gg, lfd, nummer, anzeige),
        )?;
        Ok(())
    }
}
