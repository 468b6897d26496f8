//! Tickets: the row, its Anliegen, contact and account, and the search indexes that follow from all of them.

use super::Reaktionssicht;
use crate::aufzaehlung::Aufzaehlung;
use crate::kundenreaktion::{
    Eskalationsstufe, Kundenreaktion, Reaktionseintrag, Reaktionsinhalt, Reaktionsklar, Reaktionslage,
    Reaktionsuhr,
};
use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json, json_spalte};
use chrono::NaiveDate;
use rusqlite::{Row, params, params_from_iter};

/// Texts for the two search indexes: what every reader may find, and what only who works on tickets may.
pub struct Reaktionstexte {
    /// Number, subject line, subjects.
    pub offen: String,
    /// Name, contact, case number, account.
    pub klar: String,
}

/// The days of the clocks as a row keeps them, for queue and statistics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uhrtage {
    /// Last day for the confirmation of receipt.
    pub bestaetigung_bis: Option<NaiveDate>,
    /// Last day for the answer.
    pub antwort_bis: Option<NaiveDate>,
    /// First day of each stage.
    pub krm_ab: Option<NaiveDate>,
    /// See above.
    pub bereichsleitung_ab: Option<NaiveDate>,
    /// See above.
    pub geschaeftsfuehrung_ab: Option<NaiveDate>,
    /// An earlier round ended after its day.
    pub frueher_verspaetet: bool,
}

impl From<&Reaktionsuhr> for Uhrtage {
    fn from(uhr: &Reaktionsuhr) -> Self {
        let ab = |stufe| uhr.stufen.iter().find(|s| s.stufe == stufe).map(|s| s.ab);
        Self {
            // What nobody waits for is not promised.
            bestaetigung_bis: uhr.erwuenscht.then_some(uhr.bestaetigung_bis),
            antwort_bis: uhr.antwort_bis.filter(|_| uhr.erwuenscht),
            krm_ab: ab(Eskalationsstufe::Krm),
            bereichsleitung_ab: ab(Eskalationsstufe::Bereichsleitung),
            geschaeftsfuehrung_ab: ab(Eskalationsstufe::Geschaeftsfuehrung),
            frueher_verspaetet: uhr.frueher_verspaetet,
        }
    }
}

impl Lesen<'_> {
    /// A ticket of that id.
    pub fn reaktion(&self, id: &str) -> StorageErgebnis<Option<Kundenreaktion>> {
        self.eine("SELECT k.* FROM kundenreaktion k WHERE k.id = ?1", [id], reaktion)
    }

    /// A ticket within the sight of the person.
    pub fn reaktion_sichtbar(
        &self,
        sicht: &Reaktionssicht,
        id: &str,
    ) -> StorageErgebnis<Option<Kundenreaktion>> {
        let werte = sicht.werte()?.into_iter().chain([id.to_owned().into()]);
        self.eine(
            &format!("SELECT k.* FROM kundenreaktion k WHERE {} AND k.id = ?6", sicht.wo()),
            params_from_iter(werte),
            reaktion,
        )
    }

    /// Contact and account, if they are still there.
    pub fn reaktion_klar(&self, id: &str) -> StorageErgebnis<Option<Reaktionsklar>> {
        self.eine("SELECT * FROM kundenreaktion_klar WHERE reaktion_id = ?1", [id], |z| {
            Ok(Reaktionsklar {
                name: z.get("name")?,
                kontakt: z.get("kontakt")?,
                fallnummer: z.get("fallnummer")?,
                schilderung: z.get("schilderung")?,
            })
        })
    }

    /// How many other tickets of the same person there are.
    pub fn reaktionen_derselben_person_anzahl(&self, k: &Kundenreaktion) -> StorageErgebnis<i64> {
        self.zahl(
            "SELECT count(*) FROM kundenreaktion WHERE pseudonym = ?1 AND id <> ?2",
            params![k.pseudonym, k.id],
        )
    }

    /// Other tickets of the same person, newest first and no more than 20: id and number.
    pub fn reaktionen_derselben_person(&self, k: &Kundenreaktion) -> StorageErgebnis<Vec<(String, String)>> {
        self.alle(
            "SELECT id, nummer FROM kundenreaktion WHERE pseudonym = ?1 AND id <> ?2 ORDER BY nr DESC LIMIT 20",
            params![k.pseudonym, k.id],
            |z| Ok((z.get(0)?, z.get(1)?)),
        )
    }

    /// Tickets that go on in this one: id and number.
    pub fn reaktionen_zusammengefuehrt(&self, id: &str) -> StorageErgebnis<Vec<(String, String)>> {
        self.alle(
            "SELECT id, nummer FROM kundenreaktion WHERE ergebnis = 'zusammengefuehrt'
                AND EXISTS (SELECT 1 FROM json_each(schritte) s WHERE s.value ->> '$.schritt.mit' = ?1 AND s.value ->> '$.zurueckgenommen' IS NULL)
              ORDER BY nr",
            [id],
            |z| Ok((z.get(0)?, z.get(1)?)),
        )
    }

    /// The tickets in which a procedure was found: id and number.
    pub fn reaktionen_zum_verfahren(&self, verfahren_id: &str) -> StorageErgebnis<Vec<(String, String)>> {
        self.alle(
            // Few tickets have one at all: the index finds them, and only their steps are opened.
            "SELECT id, nummer FROM kundenreaktion WHERE verfahren_id IS NOT NULL AND (verfahren_id = ?1
                OR EXISTS (SELECT 1 FROM json_each(schritte) s WHERE s.value ->> '$.schritt.verfahren' = ?1))
              ORDER BY nr",
            [verfahren_id],
            |z| Ok((z.get(0)?, z.get(1)?)),
        )
    }

    /// Each contact with the pseudonym of its ticket, one by one.
    pub fn reaktionskontakte_durchgehen(
        &self,
        mut nimm: impl FnMut(Option<&str>, &Reaktionsklar),
    ) -> StorageErgebnis<()> {
        let mut anweisung = self.conn.prepare_cached(
            "SELECT k.pseudonym, c.name, c.fallnummer FROM kundenreaktion_klar c JOIN kundenreaktion k ON k.id = c.reaktion_id ORDER BY k.nr",
        )?;
        let mut zeilen = anweisung.query([])?;
        while let Some(z) = zeilen.next()? {
            let soll: Option<String> = z.get(0)?;
            nimm(
                soll.as_deref(),
                &Reaktionsklar { name: z.get(1)?, fallnummer: z.get(2)?, ..Reaktionsklar::default() },
            );
        }
        Ok(())
    }

    /// Tickets whose Anliegen, as lists and figures read them, are not those that were entered and sealed.
    pub fn reaktionen_mit_anderen_anliegen(&self) -> StorageErgebnis<u64> {
        let anzahl: Option<i64> = self.eine(
            "SELECT count(*) FROM kundenreaktion k
              WHERE (SELECT json_group_array(json_array(a.art, a.sachgebiet, a.team_id, a.ursache))
                       FROM (SELECT * FROM kundenreaktion_anliegen WHERE reaktion_id = k.id ORDER BY stelle) a)
                 <> (SELECT json_group_array(json_array(e.value ->> '$.art', e.value ->> '$.sachgebiet', e.value ->> '$.team_id', e.value ->> '$.ursache'))
                       FROM (SELECT value FROM json_each(k.angaben, '$.anliegen') ORDER BY key) e)",
            [],
            |z| z.get(0),
        )?;
        Ok(u64::try_from(anzahl.unwrap_or(0)).unwrap_or(0))
    }

    /// The highest number given in a year.
    pub fn letzte_reaktionsnummer(&self, jahr: i32) -> StorageErgebnis<u32> {
        let letzte: Option<String> = self.eine(
            // The sign after "-" is ".": a range, so that the index serves.
            "SELECT nummer FROM kundenreaktion WHERE nummer >= ?1 AND nummer < ?2 ORDER BY length(nummer) DESC, nummer DESC LIMIT 1",
            [format!("K-{jahr}-"), format!("K-{jahr}.")],
            |z| z.get(0),
        )?;
        Ok(letzte.and_then(|n| n.rsplit('-').next().and_then(|n| n.parse().ok())).unwrap_or(0))
    }

    /// All tickets with the days of their clocks as they are kept, for a change that may concern them all.
    pub fn reaktionen_mit_uhr(&self) -> StorageErgebnis<Vec<(Kundenreaktion, Uhrtage)>> {
        self.alle("SELECT k.* FROM kundenreaktion k ORDER BY nr", [], |z| {
            let tage = Uhrtage {
                bestaetigung_bis: z.get("bestaetigung_bis")?,
                antwort_bis: z.get("antwort_bis")?,
                krm_ab: z.get("stufe_krm_ab")?,
                bereichsleitung_ab: z.get("stufe_bl_ab")?,
                geschaeftsfuehrung_ab: z.get("stufe_gf_ab")?,
                frueher_verspaetet: z.get("frueher_verspaetet")?,
            };
            Ok((reaktion(z)?, tage))
        })
    }
}

impl Schreiben<'_> {
    /// New ticket; its version is 1.
    pub fn reaktion_anlegen(
        &self,
        k: &Kundenreaktion,
        uhr: &Reaktionsuhr,
        salz: &[u8],
    ) -> StorageErgebnis<()> {
        let nr = self.zahl("SELECT coalesce(max(nr), 0) + 1 FROM kundenreaktion", [])?;
        self.fuehre_aus(
            "INSERT INTO kundenreaktion (id, nr, nummer, art, kanal, angaben, schritte, stand, eingang, angelegt_von, angelegt_am, salz)
             VALUES (?1, ?2, ?3, '', '', '{}', '[]', 'eingegangen', '', ?4, ?5, ?6)",
            params![k.id, nr, k.nummer, k.angelegt_von, k.angelegt_am, salz],
        )?;
        self.reaktion_schreiben(k, uhr, 0)
    }

    /// Changes a ticket that still has the expected version.
    pub fn reaktion_aendern(&self, k: &Kundenreaktion, uhr: &Reaktionsuhr) -> StorageErgebnis<()> {
        self.reaktion_schreiben(k, uhr, 1)
    }

    fn reaktion_schreiben(
        &self,
        k: &Kundenreaktion,
        uhr: &Reaktionsuhr,
        erhoehen: i64,
    ) -> StorageErgebnis<()> {
        let l = &k.lage;
        let tage = Uhrtage::from(uhr);
        let beurteilung = l.beurteilung.as_ref();
        self.fuehre_aus_mit_version(
            "UPDATE kundenreaktion SET art = ?4, kanal = ?5, angaben = ?6, schritte = ?7, stand = ?8, gesichtet = ?9, pseudonym = ?10,
                    zustaendig_team = ?11, zustaendig = ?12, verfahren_id = ?13, datenschutz = ?14, eingang = ?15, bestaetigung_bis = ?16,
                    bestaetigt_am = ?17, antwort_bis = ?18, beantwortet_am = ?19, naechster_tag = ?20, stufe_krm_ab = ?21, stufe_bl_ab = ?22,
                    stufe_gf_ab = ?23, pausentage = ?24, ergebnis = ?25, urteil = ?26, beurteilt_von = ?27, beurteilung_bestaetigt_von = ?28,
                    massnahmen = ?29, rueckmeldung = ?30, abschluss_am = ?31, nachgetragen = ?32, frueher_verspaetet = ?33, version = version + ?3
              WHERE id = ?1 AND version = ?2",
            params![
                k.id,
                k.version,
                erhoehen,
                k.angaben.art.name(),
                k.angaben.kanal.name(),
                als_json(&k.angaben)?,
                als_json(&k.schritte)?,
                l.stand.name(),
                l.sichtung.is_some(),
                k.pseudonym,
                k.zustaendig_team,
                k.zustaendig,
                k.verfahren_id,
                l.datenschutz,
                k.angaben.eingang,
                tage.bestaetigung_bis,
                l.bestaetigt_am,
                tage.antwort_bis,
                l.beantwortet_am,
                k.naechster_tag(uhr),
                tage.krm_ab,
                tage.bereichsleitung_ab,
                tage.geschaeftsfuehrung_ab,
                uhr.pausentage,
                l.ergebnis.map(Aufzaehlung::name),
                l.urteil().map(Aufzaehlung::name),
                beurteilung.map(|b| &b.von),
                beurteilung.and_then(|b| b.bestaetigt_von.as_ref()),
                u32::try_from(l.massnahmen.len()).unwrap_or(u32::MAX),
                l.rueckmeldung.map(Aufzaehlung::name),
                l.abschluss_am,
                l.nachgetragen(),
                tage.frueher_verspaetet,
            ],
        )?;
        self.anliegen_schreiben(&k.id, &k.angaben)
    }

    fn anliegen_schreiben(&self, id: &str, angaben: &Reaktionsinhalt) -> StorageErgebnis<()> {
        self.fuehre_aus("DELETE FROM kundenreaktion_anliegen WHERE reaktion_id = ?1", [id])?;
        for (stelle, a) in (1..).zip(&angaben.anliegen) {
            self.fuehre_aus(
                "INSERT INTO kundenreaktion_anliegen (reaktion_id, stelle, art, sachgebiet, team_id, ursache) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![id, stelle, a.art.name(), a.sachgebiet, a.team_id, a.ursache],
            )?;
        }
        Ok(())
    }

    /// Writes contact and account; those before are gone.
    pub fn reaktion_klar_schreiben(&self, id: &str, k: &Reaktionsklar) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO kundenreaktion_klar (reaktion_id, name, kontakt, fallnummer, schilderung) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (reaktion_id) DO UPDATE SET name = ?2, kontakt = ?3, fallnummer = ?4, schilderung = ?5",
            (id, &k.name, &k.kontakt, &k.fallnummer, &k.schilderung),
        )?;
        Ok(())
    }

    /// Brings the search indexes into line with a ticket.
    pub fn reaktion_suchbar(&self, id: &str, t: &Reaktionstexte) -> StorageErgebnis<()> {
        let nr = self.zahl("SELECT nr FROM kundenreaktion WHERE id = ?1", [id])?;
        for (index, text) in [("kundenreaktion_suche", &t.offen), ("kundenreaktion_klarsuche", &t.klar)] {
            self.fuehre_aus(&format!("DELETE FROM {index} WHERE rowid = ?1"), [nr])?;
            self.fuehre_aus(&format!("INSERT INTO {index} (rowid, text) VALUES (?1, ?2)"), (nr, text))?;
        }
        Ok(())
    }
}

fn reaktion(z: &Row<'_>) -> rusqlite::Result<Kundenreaktion> {
    let angaben: Reaktionsinhalt = json_spalte(z, "angaben")?;
    let schritte: Vec<Reaktionseintrag> = json_spalte(z, "schritte")?;
    let lage = Reaktionslage::aus(angaben.art, &schritte).map_err(|e| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(e))
    })?;
    Ok(Kundenreaktion {
        id: z.get("id")?,
        nummer: z.get("nummer")?,
        angaben,
        schritte,
        lage,
        pseudonym: z.get("pseudonym")?,
        zustaendig_team: z.get("zustaendig_team")?,
        zustaendig: z.get("zustaendig")?,
        verfahren_id: z.get("verfahren_id")?,
        angelegt_von: z.get("angelegt_von")?,
        angelegt_am: z.get("angelegt_am")?,
        version: z.get("version")?,
    })
}
