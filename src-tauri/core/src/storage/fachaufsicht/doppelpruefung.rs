//! Blind double check: the share of a check, and the second sheets of its units.

use super::bogenliste::{FALLTABELLEN, fallspalten};
use super::{Sicht, wort};
use crate::fachaufsicht::Aufzaehlung;
use crate::fachaufsicht::doppelpruefung::{ZweitStand, Zweitbogen};
use crate::fachaufsicht::fallnummer::Fallnummer;
use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json, json_spalte};
use rusqlite::{Row, params};
use serde::Serialize;
use ts_rs::TS;

/// A second sheet in the list of its check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Zweitbogenzeile {
    /// Id of the unit.
    pub id: String,
    /// For optimistic locking.
    pub version: i64,
    /// Place over all draws of the check.
    pub position: i64,
    /// Number, or short pseudonym.
    pub fall: Fallnummer,
    /// Name of the team.
    pub team: Option<String>,
    /// State of the second sheet.
    pub stand: ZweitStand,
    /// Id of the second person.
    pub person: Option<String>,
    /// Her stable sign.
    pub zeichen: Option<String>,
    /// It can no longer colour the first sheet.
    pub lesbar: bool,
    /// What the second person remarked, once it can be read.
    pub bemerkung: String,
}

/// What the second person reads about the unit: what she needs to find the file, nothing of the first sheet.
pub struct Zweitkopf {
    /// Place over all draws of the check.
    pub position: i64,
    /// Number, or short pseudonym after the retention.
    pub fall: Fallnummer,
    /// Name of the team.
    pub team: Option<String>,
    /// Amount of the list, cents.
    pub betrag_cent: Option<i64>,
    /// Values of the display columns, in the order of the titles.
    pub anzeige: Vec<String>,
}

/// Whether others may read a closed second sheet `zb` of a unit `f` of a check `p`: the answers of the first one are kept and
/// it is closed again, or there will be none. A unit that was reported as not checkable may still be opened.
const LESBAR: &str = "(zb.stand = 'abgeschlossen' AND (p.stand <> 'gezogen'
    OR (zb.erstantworten IS NOT NULL AND f.stand IN ('geprueft', 'bestaetigt', 'nicht_pruefbar'))))";

impl Lesen<'_> {
    /// Share that is checked twice, in per cent, with the version of the record.
    pub fn doppelpruefung(&self, pruefung_id: &str) -> StorageErgebnis<Option<(u8, i64)>> {
        self.eine("SELECT anteil, version FROM doppelpruefung WHERE id = ?1", [pruefung_id], |z| {
            Ok((z.get(0)?, z.get(1)?))
        })
    }

    /// Id, draw and pseudonym of all drawn units of a check, in their order.
    pub fn gezogene_faelle(&self, pruefung_id: &str) -> StorageErgebnis<Vec<(String, String, String)>> {
        self.alle(
            "SELECT id, ziehung_id, pseudonym FROM prueffall WHERE pruefung_id = ?1 ORDER BY position",
            [pruefung_id],
            |z| Ok((z.get(0)?, z.get(1)?, z.get(2)?)),
        )
    }

    /// The second sheet of a unit, if there is one.
    pub fn zweitbogen(&self, prueffall_id: &str) -> StorageErgebnis<Option<Zweitbogen>> {
        self.eine("SELECT * FROM zweitbogen WHERE id = ?1", [prueffall_id], zweitbogen)
    }

    /// All second sheets of a check in the order of its units.
    pub fn zweitboegen(&self, pruefung_id: &str) -> StorageErgebnis<Vec<Zweitbogen>> {
        self.alle(
            "SELECT b.* FROM zweitbogen b JOIN prueffall f ON f.id = b.id WHERE b.pruefung_id = ?1 ORDER BY f.position",
            [pruefung_id],
            zweitbogen,
        )
    }

    /// The same as a list for people; numbers within `klar`.
    pub fn zweitbogenliste(&self, klar: &Sicht, pruefung_id: &str) -> StorageErgebnis<Vec<Zweitbogenzeile>> {
        let (haus, bereich, teams, person) = klar.werte()?;
        self.alle(
            &format!(
                "SELECT f.id, f.position, f.pseudonym, {}, zb.version, zb.stand, zb.person, u.zeichen,
                        {LESBAR} AS lesbar, CASE WHEN {LESBAR} THEN zb.bemerkung ELSE '' END AS bemerkung
                   FROM {FALLTABELLEN} JOIN zweitbogen zb ON zb.id = f.id LEFT JOIN benutzer u ON u.id = zb.person
                  WHERE f.pruefung_id = ?9 ORDER BY f.position",
                fallspalten()
            ),
            params![haus, bereich, &teams, person, haus, bereich, &teams, person, pruefung_id],
            |z| {
                let pseudonym: String = z.get("pseudonym")?;
                Ok(Zweitbogenzeile {
                    id: z.get("id")?,
                    version: z.get("version")?,
                    position: z.get("position")?,
                    fall: Fallnummer::neu(&pseudonym, z.get("klarnummer")?),
                    team: z.get("team_name")?,
                    stand: wort(z, "stand")?,
                    person: z.get("person")?,
                    zeichen: z.get("zeichen")?,
                    lesbar: z.get("lesbar")?,
                    bemerkung: z.get("bemerkung")?,
                })
            },
        )
    }

    /// Whether others than the second person may read a second sheet.
    pub fn zweitbogen_lesbar(&self, prueffall_id: &str) -> StorageErgebnis<bool> {
        Ok(self.zahl(
            &format!(
                "SELECT count(*) FROM zweitbogen zb JOIN prueffall f ON f.id = zb.id JOIN pruefung p ON p.id = f.pruefung_id
                  WHERE zb.id = ?1 AND {LESBAR}"
            ),
            [prueffall_id],
        )? > 0)
    }

    /// Units with a closed second sheet that the first check could not check at all.
    pub fn nur_zweimal_pruefbare(&self, pruefung_id: &str) -> StorageErgebnis<u64> {
        self.zahl(
            "SELECT count(*) FROM zweitbogen b JOIN prueffall f ON f.id = b.id
              WHERE b.pruefung_id = ?1 AND b.stand = 'abgeschlossen' AND f.stand = 'nicht_pruefbar'",
            [pruefung_id],
        )
        .map(|n: i64| n.unsigned_abs())
    }

    /// What the second person reads about her unit. She is to open the file, so she sees its number.
    pub fn zweitkopf(&self, prueffall_id: &str) -> StorageErgebnis<Option<Zweitkopf>> {
        self.eine(
            "SELECT f.position, f.pseudonym, f.betrag_cent, t.name AS team, k.nummer, coalesce(k.anzeige, '[]') AS anzeige
               FROM prueffall f LEFT JOIN team t ON t.id = f.team_id
               LEFT JOIN prueffall_klar k ON k.prueffall_id = f.id WHERE f.id = ?1",
            [prueffall_id],
            |z| {
                let pseudonym: String = z.get("pseudonym")?;
                Ok(Zweitkopf {
                    position: z.get("position")?,
                    fall: Fallnummer::neu(&pseudonym, z.get("nummer")?),
                    team: z.get("team")?,
                    betrag_cent: z.get("betrag_cent")?,
                    anzeige: json_spalte(z, "anzeige")?,
                })
            },
        )
    }

    /// Units of running checks that the person has yet to check for the second time; of all, or of one check.
    pub fn offene_zweitboegen(&self, pruefung_id: Option<&str>, person_id: &str) -> StorageErgebnis<i64> {
        self.zahl(
            "SELECT count(*) FROM zweitbogen b JOIN pruefung p ON p.id = b.pruefung_id
              WHERE (?1 IS NULL OR b.pruefung_id = ?1) AND b.person = ?2 AND b.stand <> 'abgeschlossen' AND p.stand = 'gezogen'",
            (pruefung_id, person_id),
        )
    }

    /// The next of them after a place, or the first.
    pub fn naechster_zweitbogen(
        &self,
        pruefung_id: &str,
        person_id: &str,
        position: i64,
    ) -> StorageErgebnis<Option<String>> {
        self.eine(
            "SELECT b.id FROM zweitbogen b JOIN prueffall f ON f.id = b.id JOIN pruefung p ON p.id = b.pruefung_id
              WHERE b.pruefung_id = ?1 AND b.person = ?2 AND b.stand <> 'abgeschlossen' AND p.stand = 'gezogen' AND f.position <> ?3
              ORDER BY f.position < ?3, f.position LIMIT 1",
            (pruefung_id, person_id, position),
            |z| z.get(0),
        )
    }

    /// Whether the person had, or is to have, a hand in the first sheet of a unit.
    pub fn am_erstbogen(&self, prueffall_id: &str, person_id: &str) -> StorageErgebnis<bool> {
        Ok(self.zahl(
            "SELECT count(*) FROM prueffall f WHERE f.id = ?1
                AND (?2 IN (f.zugewiesen_an, f.geprueft_von, f.gegengeprueft_von)
                  OR EXISTS (SELECT 1 FROM zweitbogen b JOIN json_each(b.fruehere) j WHERE b.id = f.id AND j.value = ?2)
                  OR EXISTS (SELECT 1 FROM antwort a WHERE a.prueffall_id = f.id AND a.von = ?2)
                  OR EXISTS (SELECT 1 FROM feststellung x
                              LEFT JOIN stellungnahme s ON s.feststellung_id = x.id
                              LEFT JOIN entscheidung e ON e.feststellung_id = x.id
                              LEFT JOIN korrektur k ON k.feststellung_id = x.id
                             WHERE x.prueffall_id = f.id AND ?2 IN (x.erfasst_von, s.von, e.von, k.erledigt_von, k.bestaetigt_von))
                  OR EXISTS (SELECT 1 FROM massnahme m JOIN feststellung x ON x.id = m.herkunft_id
                              WHERE x.prueffall_id = f.id AND m.herkunft_art = 'feststellung' AND m.angelegt_von = ?2)
                  -- The rows keep the last person only, and nobody who made a Feststellung final; the chain keeps all.
                  OR EXISTS (SELECT 1 FROM protokoll l WHERE l.benutzer = ?2 AND l.operation NOT LIKE 'abgelehnt:%' AND (
                       (l.art = 'prueffall' AND l.objekt = f.id AND l.operation LIKE 'bogen.%' AND l.operation <> 'bogen.zuweisen')
                       OR (l.art = 'antwort' AND l.objekt >= f.id || '/' AND l.objekt < f.id || '0')
                       OR (l.art = 'feststellung' AND l.objekt IN (SELECT id FROM feststellung WHERE prueffall_id = f.id)))))",
            [prueffall_id, person_id],
        )? > 0)
    }
}

impl Schreiben<'_> {
    /// Begins the double check of a check.
    pub fn doppelpruefung_anlegen(&self, pruefung_id: &str, anteil: u8, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO doppelpruefung (id, anteil, salz) VALUES (?1, ?2, ?3)",
            params![pruefung_id, anteil, salz],
        )?;
        Ok(())
    }

    /// Changes its share, if the record still has the expected version.
    pub fn doppelpruefung_anteil(&self, pruefung_id: &str, version: i64, anteil: u8) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE doppelpruefung SET anteil = ?3, version = version + 1 WHERE id = ?1 AND version = ?2",
            params![pruefung_id, version, anteil],
        )
    }

    /// Gives a unit a second sheet. Nobody is to check it yet.
    pub fn zweitbogen_anlegen(
        &self,
        prueffall_id: &str,
        pruefung_id: &str,
        salz: &[u8],
    ) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO zweitbogen (id, pruefung_id, salz) VALUES (?1, ?2, ?3)",
            params![prueffall_id, pruefung_id, salz],
        )?;
        Ok(())
    }

    /// Changes everything about a second sheet that can change, if it still has the expected version.
    pub fn zweitbogen_aendern(&self, b: &Zweitbogen) -> StorageErgebnis<()> {
        let erste = b.erstantworten.as_ref().map(als_json).transpose()?;
        self.fuehre_aus_mit_version(
            "UPDATE zweitbogen SET person = ?3, fruehere = ?10, stand = ?4, antworten = ?5, erstantworten = ?6, bemerkung = ?7,
                    begonnen_am = ?8, abgeschlossen_am = ?9, version = version + 1
              WHERE id = ?1 AND version = ?2",
            params![
                b.id,
                b.version,
                b.person,
                b.stand.name(),
                als_json(&b.antworten)?,
                erste,
                b.bemerkung,
                b.begonnen_am,
                b.abgeschlossen_am,
                als_json(&b.fruehere)?
            ],
        )
    }
}

fn zweitbogen(z: &Row<'_>) -> rusqlite::Result<Zweitbogen> {
    Ok(Zweitbogen {
        id: z.get("id")?,
        pruefung_id: z.get("pruefung_id")?,
        person: z.get("person")?,
        fruehere: json_spalte(z, "fruehere")?,
        stand: wort(z, "stand")?,
        antworten: json_spalte(z, "antworten")?,
        erstantworten: match z.get_ref("erstantworten")? {
            rusqlite::types::ValueRef::Null => None,
            _ => Some(json_spalte(z, "erstantworten")?),
        },
        bemerkung: z.get("bemerkung")?,
        begonnen_am: z.get("begonnen_am")?,
        abgeschlossen_am: z.get("abgeschlossen_am")?,
        version: z.get("version")?,
    })
}

#[cfg(test)]
#[path = "doppelpruefung_tests.rs"]
mod tests;
