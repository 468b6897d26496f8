//! The population of a check, its exclusions, and saved mappings.

use crate::fachaufsicht::grundgesamtheit::{Leseweise, Schichtzeile, Teamzeile, Zeilenbefund};
use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json, json_spalte};
use chrono::NaiveDate;
use rusqlite::Row;
use serde::Serialize;
use ts_rs::TS;

/// A population without its rows and findings.
#[derive(Clone, Debug)]
pub struct Grundgesamtheit {
    /// UUIDv7; the sub-key of its pseudonyms hangs on it.
    pub id: String,
    /// Short key of its rows.
    pub nr: i64,
    /// Check.
    pub pruefung_id: String,
    /// Specialist application.
    pub quellsystem: String,
    /// Query in it.
    pub abfrage: String,
    /// Day of the extraction.
    pub auszug_am: NaiveDate,
    /// SHA-256 of the file.
    pub datei_sha256: String,
    /// Keyed fingerprint of the set of numbers; never leaves the house.
    pub listenkennung: String,
    /// How it was read.
    pub leseweise: Leseweise,
    /// Rows of the file.
    pub zeilen_gelesen: u64,
    /// Units.
    pub uebernommen: u64,
    /// Units with a warning.
    pub gewarnt: u64,
    /// Rows that are no unit.
    pub abgelehnt: u64,
    /// Rejected rows by reason: label and number.
    pub gruende: Vec<(String, u64)>,
    /// Sentences about the file as a whole.
    pub hinweise: Vec<String>,
    /// Sum of the amounts, if an amount was mapped.
    pub summe_cent: Option<i64>,
    /// Number that the source system names.
    pub kontroll_anzahl: Option<u64>,
    /// Sum that the source system names.
    pub kontroll_cent: Option<i64>,
    /// Why a difference is acceptable.
    pub kontroll_vermerk: String,
    /// Free strata.
    pub schichten: Vec<Schichtzeile>,
    /// Teams.
    pub teams: Vec<Teamzeile>,
    /// Titles of the display columns.
    pub anzeige_titel: Vec<String>,
    /// Over all pseudonyms; once sealed, over those that take part.
    pub population_hash: String,
    /// Sealed: over pseudonym TAB stratum.
    pub schicht_hash: Option<String>,
    /// Sealed: units that take part.
    pub anzahl: Option<u64>,
    /// Sealed: units excluded.
    pub ausgeschlossen: Option<u64>,
    /// Who imported.
    pub eingelesen_von: String,
    /// UTC.
    pub eingelesen_am: String,
    /// Who sealed.
    pub versiegelt_von: Option<String>,
    /// UTC.
    pub versiegelt_am: Option<String>,
    /// For optimistic locking.
    pub version: i64,
}

/// An exclusion as it is stored.
#[derive(Clone, Debug)]
pub struct Ausschluss {
    /// Id.
    pub id: String,
    /// Check.
    pub pruefung_id: String,
    /// Unit.
    pub lfd: i64,
    /// Reason.
    pub grund: String,
    /// Person.
    pub von: String,
    /// UTC.
    pub am: String,
}

/// An exclusion as the page shows it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Ausschlusszeile {
    /// Id.
    pub id: String,
    /// Pseudonym, 64 hex digits.
    pub pseudonym: String,
    /// Case number, while the population still holds it and the person may see it.
    pub nummer: Option<String>,
    /// Reason.
    pub grund: String,
    /// Sign of the person.
    pub von: String,
    /// UTC.
    pub am: String,
    /// For optimistic locking.
    pub version: i64,
}

impl Lesen<'_> {
    /// Population of a check.
    pub fn grundgesamtheit(&self, pruefung_id: &str) -> StorageErgebnis<Option<Grundgesamtheit>> {
        self.eine("SELECT * FROM grundgesamtheit WHERE pruefung_id = ?1", [pruefung_id], grundgesamtheit)
    }

    /// All populations with the number of their check, oldest first.
    pub fn grundgesamtheiten(&self) -> StorageErgebnis<Vec<(String, Grundgesamtheit)>> {
        self.alle(
            "SELECT g.*, p.nummer AS pruefung_nummer FROM grundgesamtheit g JOIN pruefung p ON p.id = g.pruefung_id ORDER BY g.nr",
            [],
            |z| Ok((z.get("pruefung_nummer")?, grundgesamtheit(z)?)),
        )
    }

    /// Key for the rows of the next population.
    pub fn naechste_grundgesamtheit_nr(&self) -> StorageErgebnis<i64> {
        self.zahl("SELECT coalesce(max(nr), 0) + 1 FROM grundgesamtheit", [])
    }

    /// One page of rejected or warned lines, and how many there are.
    pub fn zeilenbefunde(
        &self,
        pruefung_id: &str,
        abgelehnt: bool,
        ab: u32,
        anzahl: u32,
    ) -> StorageErgebnis<(Vec<Zeilenbefund>, u64)> {
        const VON: &str = "FROM grundgesamtheit AS g, json_each(g.befunde) AS b
              WHERE g.pruefung_id = ?1 AND b.value ->> '$.abgelehnt' = ?2";
        let gesamt = self.zahl(&format!("SELECT count(*) {VON}"), (pruefung_id, abgelehnt))?;
        let zeilen = self.alle(
            &format!(
                "SELECT b.value ->> '$.zeile', b.value ->> '$.text' {VON} ORDER BY 1 LIMIT ?3 OFFSET ?4"
            ),
            (pruefung_id, abgelehnt, anzahl, ab),
            |z| Ok(Zeilenbefund { zeile: z.get(0)?, abgelehnt, text: z.get(1)? }),
        )?;
        Ok((zeilen, u64::try_from(gesamt).unwrap_or(0)))
    }

    /// One page of exclusions, oldest first, with plain numbers as far as they are still there.
    pub fn ausschluesse(
        &self,
        pruefung_id: &str,
        ab: u32,
        anzahl: u32,
    ) -> StorageErgebnis<Vec<Ausschlusszeile>> {
        self.alle(
            "SELECT a.id, lower(hex(e.pseudonym)) AS pseudonym, k.nummer, a.grund, b.zeichen AS von, a.am, a.version
               FROM ausschluss AS a
               JOIN grundgesamtheit AS g ON g.pruefung_id = a.pruefung_id
               JOIN einheit AS e ON e.gg = g.nr AND e.lfd = a.lfd
               JOIN benutzer AS b ON b.id = a.von
               LEFT JOIN einheit_klar AS k ON k.gg = g.nr AND k.lfd = a.lfd
              WHERE a.pruefung_id = ?1 ORDER BY a.am, a.id LIMIT ?2 OFFSET ?3",
            (pruefung_id, anzahl, ab),
            |z| {
                Ok(Ausschlusszeile {
                    id: z.get("id")?,
                    pseudonym: z.get("pseudonym")?,
                    nummer: z.get("nummer")?,
                    grund: z.get("grund")?,
                    von: z.get("von")?,
                    am: z.get("am")?,
                    version: z.get("version")?,
                })
            },
        )
    }

    /// Excluded units of a check: id of the exclusion and number of the unit.
    pub fn ausgeschlossene(&self, pruefung_id: &str) -> StorageErgebnis<Vec<(String, i64)>> {
        self.alle("SELECT id, lfd FROM ausschluss WHERE pruefung_id = ?1 ORDER BY lfd", [pruefung_id], |z| {
            Ok((z.get(0)?, z.get(1)?))
        })
    }

    /// Reasons of exclusions with their numbers, for reports.
    pub fn ausschlussgruende(&self, pruefung_id: &str) -> StorageErgebnis<Vec<(String, u64)>> {
        self.alle(
            "SELECT grund, count(*) FROM ausschluss WHERE pruefung_id = ?1 GROUP BY grund ORDER BY grund",
            [pruefung_id],
            |z| Ok((z.get(0)?, z.get(1)?)),
        )
    }
}

impl Schreiben<'_> {
    /// New population, or the same anew: a re-import keeps id and key of its rows.
    pub fn grundgesamtheit_speichern(
        &self,
        g: &Grundgesamtheit,
        befunde: &[Zeilenbefund],
        salz: &[u8],
    ) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO grundgesamtheit (id, nr, pruefung_id, quellsystem, abfrage, auszug_am, datei_sha256, listenkennung,
                    zuordnung, zeilen_gelesen, uebernommen, gewarnt, abgelehnt, gruende, befunde, hinweise, summe_cent,
                    kontroll_anzahl, kontroll_cent, kontroll_vermerk, schichten, teams, anzeige_titel, population_hash,
                    eingelesen_von, eingelesen_am, salz)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24,
                    ?25, ?26, ?27)
             ON CONFLICT (id) DO UPDATE SET quellsystem = excluded.quellsystem, abfrage = excluded.abfrage,
                    auszug_am = excluded.auszug_am, datei_sha256 = excluded.datei_sha256, listenkennung = excluded.listenkennung,
                    zuordnung = excluded.zuordnung, zeilen_gelesen = excluded.zeilen_gelesen, uebernommen = excluded.uebernommen,
                    gewarnt = excluded.gewarnt, abgelehnt = excluded.abgelehnt, gruende = excluded.gruende,
                    befunde = excluded.befunde, hinweise = excluded.hinweise, summe_cent = excluded.summe_cent,
                    kontroll_anzahl = excluded.kontroll_anzahl, kontroll_cent = excluded.kontroll_cent,
                    kontroll_vermerk = excluded.kontroll_vermerk, schichten = excluded.schichten, teams = excluded.teams,
                    anzeige_titel = excluded.anzeige_titel, population_hash = excluded.population_hash,
                    eingelesen_von = excluded.eingelesen_von, eingelesen_am = excluded.eingelesen_am, version = version + 1",
            rusqlite::params![
                g.id,
                g.nr,
                g.pruefung_id,
                g.quellsystem,
                g.abfrage,
                g.auszug_am,
                g.datei_sha256,
                g.listenkennung,
                als_json(&g.leseweise)?,
                g.zeilen_gelesen,
                g.uebernommen,
                g.gewarnt,
                g.abgelehnt,
                als_json(&g.gruende)?,
                als_json(&befunde)?,
                als_json(&g.hinweise)?,
                g.summe_cent,
                g.kontroll_anzahl,
                g.kontroll_cent,
                g.kontroll_vermerk,
                als_json(&g.schichten)?,
                als_json(&g.teams)?,
                als_json(&g.anzeige_titel)?,
                g.population_hash,
                g.eingelesen_von,
                g.eingelesen_am,
                salz,
            ],
        )?;
        Ok(())
    }

    /// Control total and remark of a population that still has the expected version.
    pub fn kontrolle_aendern(&self, g: &Grundgesamtheit) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE grundgesamtheit SET kontroll_anzahl = ?3, kontroll_cent = ?4, kontroll_vermerk = ?5, version = version + 1
              WHERE id = ?1 AND version = ?2",
            (&g.id, g.version, g.kontroll_anzahl, g.kontroll_cent, &g.kontroll_vermerk),
        )
    }

    /// Seals a population: hashes, numbers, strata of its teams.
    pub fn grundgesamtheit_versiegeln(&self, g: &Grundgesamtheit) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE grundgesamtheit SET teams = ?3, population_hash = ?4, schicht_hash = ?5, anzahl = ?6, ausgeschlossen = ?7,
                    versiegelt_von = ?8, versiegelt_am = ?9, version = version + 1
              WHERE id = ?1 AND version = ?2 AND versiegelt_am IS NULL",
            (
                &g.id,
                g.version,
                als_json(&g.teams)?,
                &g.population_hash,
                &g.schicht_hash,
                g.anzahl,
                g.ausgeschlossen,
                &g.versiegelt_von,
                &g.versiegelt_am,
            ),
        )
    }

    /// New exclusion.
    pub fn ausschluss_anlegen(&self, a: &Ausschluss, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO ausschluss (id, pruefung_id, lfd, grund, von, am, salz) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            (&a.id, &a.pruefung_id, a.lfd, &a.grund, &a.von, &a.am, salz),
        )?;
        Ok(())
    }

    /// Takes an exclusion back.
    pub fn ausschluss_loeschen(&self, id: &str, version: i64, pruefung_id: &str) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "DELETE FROM ausschluss WHERE id = ?1 AND version = ?2 AND pruefung_id = ?3",
            (id, version, pruefung_id),
        )
    }

    /// Takes all exclusions of a check back, before its list is replaced.
    pub fn ausschluesse_loeschen(&self, pruefung_id: &str) -> StorageErgebnis<()> {
        self.fuehre_aus("DELETE FROM ausschluss WHERE pruefung_id = ?1", [pruefung_id])?;
        Ok(())
    }
}

fn grundgesamtheit(z: &Row<'_>) -> rusqlite::Result<Grundgesamtheit> {
    Ok(Grundgesamtheit {
        id: z.get("id")?,
        nr: z.get("nr")?,
        pruefung_id: z.get("pruefung_id")?,
        quellsystem: z.get("quellsystem")?,
        abfrage: z.get("abfrage")?,
        auszug_am: z.get("auszug_am")?,
        datei_sha256: z.get("datei_sha256")?,
        listenkennung: z.get("listenkennung")?,
        leseweise: json_spalte(z, "zuordnung")?,
        zeilen_gelesen: z.get("zeilen_gelesen")?,
        uebernommen: z.get("uebernommen")?,
        gewarnt: z.get("gewarnt")?,
        abgelehnt: z.get("abgelehnt")?,
        gruende: json_spalte(z, "gruende")?,
        hinweise: json_spalte(z, "hinweise")?,
        summe_cent: z.get("summe_cent")?,
        kontroll_anzahl: z.get("kontroll_anzahl")?,
        kontroll_cent: z.get("kontroll_cent")?,
        kontroll_vermerk: z.get("kontroll_vermerk")?,
        schichten: json_spalte(z, "schichten")?,
        teams: json_spalte(z, "teams")?,
        anzeige_titel: json_spalte(z, "anzeige_titel")?,
        population_hash: z.get("population_hash")?,
        schicht_hash: z.get("schicht_hash")?,
        anzahl: z.get("anzahl")?,
        ausgeschlossen: z.get("ausgeschlossen")?,
        eingelesen_von: z.get("eingelesen_von")?,
        eingelesen_am: z.get("eingelesen_am")?,
        versiegelt_von: z.get("versiegelt_von")?,
        versiegelt_am: z.get("versiegelt_am")?,
        version: z.get("version")?,
    })
}
