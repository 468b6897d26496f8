//! Measures: the row, its links to an origin, and the search index that follows from it.

use super::Massnahmensicht;
use super::liste::HERKUNFT;
use crate::aufzaehlung::Aufzaehlung;
use crate::massnahme::bericht::Massnahmenposten;
use crate::massnahme::{
    Herkunft, Herkunftsart, Massnahme, Massnahmeneintrag, Massnahmeninhalt, Massnahmenlage, Massnahmenstand,
};
use crate::storage::fachaufsicht::wort;
use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json, json_spalte};
use chrono::NaiveDate;
use rusqlite::{Row, params, params_from_iter};
use serde::Serialize;
use ts_rs::TS;

/// A measure as another record names it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Massnahmenverweis {
    /// Id.
    pub id: String,
    /// Number.
    pub nummer: String,
    /// What.
    pub was: String,
    /// State.
    pub stand: Massnahmenstand,
    /// Due.
    #[ts(type = "string")]
    pub faellig: NaiveDate,
    /// Question of a Prüfliste, or item of a check sheet.
    pub stelle: String,
    /// Which of the measures that the steps of a Kundenreaktion name, from 1.
    pub massnahme: Option<u32>,
}

impl Lesen<'_> {
    /// A measure within the sight of the person.
    pub fn massnahme_sichtbar(
        &self,
        sicht: &Massnahmensicht,
        id: &str,
    ) -> StorageErgebnis<Option<Massnahme>> {
        let werte = sicht.werte()?.into_iter().chain([id.to_owned().into()]);
        self.eine(
            &format!("SELECT m.* FROM massnahme m WHERE {} AND m.id = ?7", Massnahmensicht::MASSNAHME),
            params_from_iter(werte),
            massnahme,
        )
    }

    /// A measure that the person may change.
    pub fn massnahme_aenderbar(
        &self,
        sicht: &Massnahmensicht,
        id: &str,
    ) -> StorageErgebnis<Option<Massnahme>> {
        let werte = sicht.werte()?.into_iter().chain([id.to_owned().into()]);
        self.eine(
            &format!("SELECT m.* FROM massnahme m WHERE {} AND m.id = ?7", Massnahmensicht::AENDERBAR),
            params_from_iter(werte),
            massnahme,
        )
    }

    /// Measures from one record, oldest first, within the sight of the person.
    pub fn massnahmen_zu_herkunft(
        &self,
        sicht: &Massnahmensicht,
        art: Herkunftsart,
        id: &str,
    ) -> StorageErgebnis<Vec<Massnahmenverweis>> {
        let werte = sicht.werte()?.into_iter().chain([art.name().to_owned().into(), id.to_owned().into()]);
        self.alle(
            &format!(
                "SELECT m.id, m.nummer, m.angaben ->> '$.was' AS was, m.stand, m.faellig, m.herkunft_stelle, m.herkunft ->> '$.massnahme' AS massnahme
                   FROM massnahme m
                  WHERE {} AND m.herkunft_art = ?7
                    AND (m.herkunft_id = ?8 OR ?7 = 'abweichung' AND m.herkunft_id IN
                        (SELECT andere.id FROM durchgang d JOIN durchgang andere ON andere.nummer = d.nummer WHERE d.id = ?8))
                  ORDER BY m.nr",
                Massnahmensicht::MASSNAHME
            ),
            params_from_iter(werte),
            |z| {
                Ok(Massnahmenverweis {
                    id: z.get("id")?,
                    nummer: z.get("nummer")?,
                    was: z.get("was")?,
                    stand: wort(z, "stand")?,
                    faellig: z.get("faellig")?,
                    stelle: z.get("herkunft_stelle")?,
                    massnahme: z.get("massnahme")?,
                })
            },
        )
    }

    /// The highest number given in a year.
    pub fn letzte_massnahmennummer(&self, jahr: i32) -> StorageErgebnis<u32> {
        let letzte: Option<String> = self.eine(
            // The sign after "-" is ".": a range, so that the index serves.
            "SELECT nummer FROM massnahme WHERE nummer >= ?1 AND nummer < ?2 ORDER BY length(nummer) DESC, nummer DESC LIMIT 1",
            [format!("M-{jahr}-"), format!("M-{jahr}.")],
            |z| z.get(0),
        )?;
        Ok(letzte.and_then(|n| n.rsplit('-').next().and_then(|n| n.parse().ok())).unwrap_or(0))
    }

    /// Measures that were entered until `bis` and not closed before `von`, by due day; at most `hoechstens`.
    pub fn massnahmen_im_zeitraum(
        &self,
        sicht: &Massnahmensicht,
        (von, bis): (NaiveDate, NaiveDate),
        hoechstens: u32,
    ) -> StorageErgebnis<Vec<Massnahmenposten>> {
        let werte = sicht.werte()?.into_iter().chain([
            von.to_string().into(),
            bis.to_string().into(),
            i64::from(hoechstens).into(),
        ]);
        self.alle(
            &format!(
                "SELECT m.*, t.name AS team, {HERKUNFT} AS herkunft_nummer FROM massnahme m LEFT JOIN team t ON t.id = m.team_id
                  WHERE {} AND substr(m.angelegt_am, 1, 10) <= ?8 AND (m.abschluss_am IS NULL OR m.abschluss_am >= ?7)
                  ORDER BY m.faellig, m.nr LIMIT ?9",
                Massnahmensicht::MASSNAHME
            ),
            params_from_iter(werte),
            |z| {
                Ok(Massnahmenposten {
                    massnahme: massnahme(z)?,
                    team: z.get("team")?,
                    herkunft_nummer: z.get("herkunft_nummer")?,
                })
            },
        )
    }
}

impl Schreiben<'_> {
    /// New measure; its version is 1.
    pub fn massnahme_anlegen(&self, m: &Massnahme, salz: &[u8]) -> StorageErgebnis<()> {
        let nr = self.zahl("SELECT coalesce(max(nr), 0) + 1 FROM massnahme", [])?;
        self.fuehre_aus(
            "INSERT INTO massnahme (id, nr, nummer, art, herkunft, herkunft_art, herkunft_id, herkunft_stelle, herkunft_team,
                                    angaben, schritte, stand, rolle, faellig, angelegt_von, angelegt_am, salz)
             VALUES (?1, ?2, ?3, '', ?4, ?5, ?6, ?7, ?8, '{}', '[]', 'offen', '', '', ?9, ?10, ?11)",
            params![
                m.id,
                nr,
                m.nummer,
                als_json(&m.herkunft)?,
                m.herkunft.art().name(),
                m.herkunft.id(),
                m.herkunft_stelle,
                m.herkunft_team,
                m.angelegt_von,
                m.angelegt_am,
                salz
            ],
        )?;
        self.massnahme_schreiben(m, 0)
    }

    /// Changes a measure that still has the expected version.
    pub fn massnahme_aendern(&self, m: &Massnahme) -> StorageErgebnis<()> {
        self.massnahme_schreiben(m, 1)
    }

    fn massnahme_schreiben(&self, m: &Massnahme, erhoehen: i64) -> StorageErgebnis<()> {
        let l = &m.lage;
        self.fuehre_aus_mit_version(
            "UPDATE massnahme SET art = ?4, angaben = ?5, schritte = ?6, stand = ?7, rolle = ?8, team_id = ?9, faellig = ?10,
                    naechster_tag = ?11, verschiebungen = ?12, umgesetzt_am = ?13, abschluss_am = ?14, version = version + ?3
              WHERE id = ?1 AND version = ?2",
            params![
                m.id,
                m.version,
                erhoehen,
                m.angaben.art.name(),
                als_json(&m.angaben)?,
                als_json(&m.schritte)?,
                l.stand.name(),
                m.angaben.rolle.name(),
                m.angaben.team_id,
                l.faellig,
                l.naechster_tag(),
                u32::try_from(l.verschiebungen.len()).unwrap_or(u32::MAX),
                l.umgesetzt_am,
                l.abschluss_am,
            ],
        )
    }

    /// Brings the search index into line with a measure.
    pub fn massnahme_suchbar(&self, id: &str, text: &str) -> StorageErgebnis<()> {
        let nr = self.zahl("SELECT nr FROM massnahme WHERE id = ?1", [id])?;
        self.fuehre_aus("DELETE FROM massnahme_suche WHERE rowid = ?1", [nr])?;
        self.fuehre_aus("INSERT INTO massnahme_suche (rowid, text) VALUES (?1, ?2)", (nr, text))?;
        Ok(())
    }
}

fn massnahme(z: &Row<'_>) -> rusqlite::Result<Massnahme> {
    let angaben: Massnahmeninhalt = json_spalte(z, "angaben")?;
    let schritte: Vec<Massnahmeneintrag> = json_spalte(z, "schritte")?;
    let herkunft: Herkunft = json_spalte(z, "herkunft")?;
    let lage = Massnahmenlage::aus(angaben.faellig, &schritte).map_err(|e| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(e))
    })?;
    Ok(Massnahme {
        id: z.get("id")?,
        nummer: z.get("nummer")?,
        herkunft,
        herkunft_stelle: z.get("herkunft_stelle")?,
        herkunft_team: z.get("herkunft_team")?,
        angaben,
        schritte,
        lage,
        angelegt_von: z.get("angelegt_von")?,
        angelegt_am: z.get("angelegt_am")?,
        version: z.get("version")?,
    })
}
