//! Procedures: the row, the plain numbers, and the search indexes that follow from both.

use super::Registersicht;
use crate::aufzaehlung::Aufzaehlung;
use crate::storage::fachaufsicht::wort;
use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json, json_spalte};
use crate::widerspruch::einlesen::{Eintrag, Herkunft, fruehere_nummer};
use crate::widerspruch::{Klarangaben, Schritteintrag, Verfahren, Verfahrenslage};
use chrono::NaiveDate;
use rusqlite::{Row, params, params_from_iter};

/// Texts for the two search indexes: what every reader may find, and what only the Widerspruchsstelle may.
pub struct Suchtexte {
    /// Number, challenged decision, notes, subject.
    pub offen: String,
    /// Case number, names, references.
    pub klar: String,
}

impl Lesen<'_> {
    /// A procedure of that id.
    pub fn verfahren(&self, id: &str) -> StorageErgebnis<Option<Verfahren>> {
        self.eine("SELECT v.* FROM verfahren v WHERE v.id = ?1", [id], verfahren)
    }

    /// A procedure within the sight of the person.
    pub fn verfahren_sichtbar(&self, sicht: &Registersicht, id: &str) -> StorageErgebnis<Option<Verfahren>> {
        let werte = sicht.werte()?.into_iter().chain([id.to_owned().into()]);
        self.eine(
            &format!("SELECT v.* FROM verfahren v WHERE {} AND v.id = ?4", Registersicht::VERFAHREN),
            params_from_iter(werte),
            verfahren,
        )
    }

    /// Procedures that came from this one: id and number.
    pub fn verfahren_nachfolger(&self, id: &str) -> StorageErgebnis<Vec<(String, String)>> {
        self.alle("SELECT id, nummer FROM verfahren WHERE vorgaenger_id = ?1 ORDER BY nr", [id], |z| {
            Ok((z.get(0)?, z.get(1)?))
        })
    }

    /// Other procedures with the same case number: id, number and what they are about.
    pub fn verfahren_derselben_nummer(&self, v: &Verfahren) -> StorageErgebnis<Vec<(String, String)>> {
        self.alle(
            "SELECT id, nummer FROM verfahren WHERE pseudonym = ?1 AND id <> ?2 ORDER BY nr DESC LIMIT 20",
            [&v.pseudonym, &v.id],
            |z| Ok((z.get(0)?, z.get(1)?)),
        )
    }

    /// Plain numbers and names, if they are still there.
    pub fn verfahren_klar(&self, id: &str) -> StorageErgebnis<Option<Klarangaben>> {
        self.eine("SELECT * FROM verfahren_klar WHERE verfahren_id = ?1", [id], |z| {
            Ok(Klarangaben {
                fallnummer: z.get("fallnummer")?,
                name: z.get("name")?,
                az_gericht: z.get("az_gericht")?,
                vertretung: z.get("vertretung")?,
                az_vertretung: z.get("az_vertretung")?,
            })
        })
    }

    /// Each plain number with the pseudonym of its procedure, one by one.
    pub fn verfahrensnummern_durchgehen(&self, mut nimm: impl FnMut(&str, &str)) -> StorageErgebnis<()> {
        let mut anweisung = self.conn.prepare_cached(
            "SELECT v.pseudonym, k.fallnummer FROM verfahren_klar k JOIN verfahren v ON v.id = k.verfahren_id ORDER BY v.nr",
        )?;
        let mut zeilen = anweisung.query([])?;
        while let Some(z) = zeilen.next()? {
            let (soll, nummer): (String, String) = (z.get(0)?, z.get(1)?);
            nimm(&soll, &nummer);
        }
        Ok(())
    }

    /// The highest number given in a year.
    pub fn letzte_verfahrensnummer(&self, jahr: i32) -> StorageErgebnis<u32> {
        let letzte: Option<String> = self
            .eine(
                // The sign after "-" is ".": a range, so that the index serves.
                "SELECT nummer FROM verfahren WHERE nummer >= ?1 AND nummer < ?2 ORDER BY length(nummer) DESC, nummer DESC LIMIT 1",
                [format!("W-{jahr}-"), format!("W-{jahr}.")],
                |z| z.get(0),
            )?;
        Ok(letzte.and_then(|n| n.rsplit('-').next().and_then(|n| n.parse().ok())).unwrap_or(0))
    }

    /// All procedures as a list that comes in must know them: what tells one from another.
    pub fn verfahrensbestand(&self) -> StorageErgebnis<Vec<Eintrag>> {
        self.alle(
            "SELECT pseudonym, eingang, art, nummer, angaben ->> '$.bescheid_am' AS bescheid_am, angaben ->> '$.vermerk' AS vermerk
               FROM verfahren ORDER BY nr",
            [],
            |z| {
                let vermerk: String = z.get("vermerk")?;
                Ok(Eintrag {
                    pseudonym: z.get("pseudonym")?,
                    eingang: z.get("eingang")?,
                    art: wort(z, "art")?,
                    bescheid_am: z.get("bescheid_am")?,
                    fruehere_nummer: fruehere_nummer(&vermerk).map(str::to_owned),
                    woher: Herkunft::Register(z.get("nummer")?),
                })
            },
        )
    }

    /// Ids of all procedures that are not done, for a change that concerns them all.
    pub fn offene_verfahren(&self) -> StorageErgebnis<Vec<String>> {
        self.alle("SELECT id FROM verfahren WHERE abschluss_am IS NULL ORDER BY nr", [], |z| z.get(0))
    }
}

impl Schreiben<'_> {
    /// New procedure; its version is 1.
    pub fn verfahren_anlegen(
        &self,
        v: &Verfahren,
        wartefrist: Option<NaiveDate>,
        salz: &[u8],
    ) -> StorageErgebnis<()> {
        let nr = self.zahl("SELECT coalesce(max(nr), 0) + 1 FROM verfahren", [])?;
        self.fuehre_aus(
            "INSERT INTO verfahren (id, nr, nummer, art, angaben, schritte, stand, pseudonym, sachgebiet, eingang, vorgaenger_id,
                                    angelegt_von, angelegt_am, salz)
             VALUES (?1, ?2, ?3, ?4, '{}', '[]', '', ?5, '', '', ?6, ?7, ?8, ?9)",
            params![
                v.id,
                nr,
                v.nummer,
                v.art.name(),
                v.pseudonym,
                v.vorgaenger_id,
                v.angelegt_von,
                v.angelegt_am,
                salz
            ],
        )?;
        self.verfahren_schreiben(v, wartefrist, 0)
    }

    /// Changes a procedure that still has the expected version.
    pub fn verfahren_aendern(&self, v: &Verfahren, wartefrist: Option<NaiveDate>) -> StorageErgebnis<()> {
        self.verfahren_schreiben(v, wartefrist, 1)
    }

    fn verfahren_schreiben(
        &self,
        v: &Verfahren,
        wartefrist: Option<NaiveDate>,
        erhoehen: i64,
    ) -> StorageErgebnis<()> {
        let l = &v.lage;
        self.fuehre_aus_mit_version(
            "UPDATE verfahren SET angaben = ?4, schritte = ?5, stand = ?6, sachgebiet = ?7, team_id = ?8, zustaendig = ?9, eingang = ?10,
                    wartefrist = ?11, entschieden_am = ?12, abschluss_am = ?13, ergebnis = ?14, stattgabegrund = ?15, ursache = ?16,
                    kosten_cent = ?17, vorgelegt_von = ?18, gezeichnet_von = ?19, pseudonym = ?20, entworfen_von = ?21, version = version + ?3
              WHERE id = ?1 AND version = ?2",
            params![
                v.id,
                v.version,
                erhoehen,
                als_json(&v.angaben)?,
                als_json(&v.schritte)?,
                l.stand.name(),
                v.angaben.sachgebiet,
                v.angaben.team_id,
                v.zustaendig,
                v.angaben.eingang,
                wartefrist,
                l.entschieden_am,
                l.abschluss_am,
                l.ergebnis.map(Aufzaehlung::name),
                l.stattgabe.as_ref().map(|s| s.grund.name()),
                l.stattgabe.as_ref().map(|s| s.ursache.as_str()),
                l.kosten.as_ref().and_then(|k| k.betrag_cent),
                l.vorgelegt_von,
                l.gezeichnet_von,
                v.pseudonym,
                l.entworfen_von,
            ],
        )
    }

    /// Writes plain numbers and names; those before are gone.
    pub fn verfahren_klar_schreiben(&self, id: &str, k: &Klarangaben) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO verfahren_klar (verfahren_id, fallnummer, name, az_gericht, vertretung, az_vertretung)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (verfahren_id) DO UPDATE SET fallnummer = ?2, name = ?3, az_gericht = ?4, vertretung = ?5, az_vertretung = ?6",
            (id, &k.fallnummer, &k.name, &k.az_gericht, &k.vertretung, &k.az_vertretung),
        )?;
        Ok(())
    }

    /// Brings the search indexes into line with a procedure.
    pub fn verfahren_suchbar(&self, id: &str, t: &Suchtexte) -> StorageErgebnis<()> {
        let nr = self.zahl("SELECT nr FROM verfahren WHERE id = ?1", [id])?;
        for (index, text) in [("verfahren_suche", &t.offen), ("verfahren_klarsuche", &t.klar)] {
            self.fuehre_aus(&format!("DELETE FROM {index} WHERE rowid = ?1"), [nr])?;
            self.fuehre_aus(&format!("INSERT INTO {index} (rowid, text) VALUES (?1, ?2)"), (nr, text))?;
        }
        Ok(())
    }
}

pub(super) fn verfahren(z: &Row<'_>) -> rusqlite::Result<Verfahren> {
    let art = wort(z, "art")?;
    let schritte: Vec<Schritteintrag> = json_spalte(z, "schritte")?;
    let lage = Verfahrenslage::aus(art, &schritte).map_err(|e| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(e))
    })?;
    Ok(Verfahren {
        id: z.get("id")?,
        nummer: z.get("nummer")?,
        art,
        angaben: json_spalte(z, "angaben")?,
        schritte,
        lage,
        pseudonym: z.get("pseudonym")?,
        zustaendig: z.get("zustaendig")?,
        vorgaenger_id: z.get("vorgaenger_id")?,
        angelegt_von: z.get("angelegt_von")?,
        angelegt_am: z.get("angelegt_am")?,
        version: z.get("version")?,
    })
}
