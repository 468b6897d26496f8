//! Requests of persons concerned: the row, who asks, and the search indexes of both.

use crate::aufzaehlung::Aufzaehlung;
use crate::datenschutz::anfrage::{Anfrageinhalt, Anfrageklar, Anfragelage, Betroffenenanfrage};
use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json, json_spalte};
use chrono::NaiveDate;
use rusqlite::{Row, params};

impl Lesen<'_> {
    /// A request of that id; `nur_von`: only if this person entered it.
    pub fn anfrage(&self, id: &str, nur_von: Option<&str>) -> StorageErgebnis<Option<Betroffenenanfrage>> {
        self.eine(
            "SELECT * FROM betroffenenanfrage WHERE id = ?1 AND (?2 IS NULL OR angelegt_von = ?2)",
            params![id, nur_von],
            anfrage,
        )
    }

    /// Who asks, if that is still there.
    pub fn anfrage_klar(&self, id: &str) -> StorageErgebnis<Option<Anfrageklar>> {
        self.eine("SELECT * FROM betroffenenanfrage_klar WHERE anfrage_id = ?1", [id], |z| {
            Ok(Anfrageklar {
                name: z.get("name")?,
                kontakt: z.get("kontakt")?,
                fallnummer: z.get("fallnummer")?,
            })
        })
    }

    /// Id and number of the request that came in a Kundenreaktion.
    pub fn anfrage_zur_reaktion(&self, reaktion_id: &str) -> StorageErgebnis<Option<(String, String)>> {
        self.eine("SELECT id, nummer FROM betroffenenanfrage WHERE reaktion_id = ?1", [reaktion_id], |z| {
            Ok((z.get(0)?, z.get(1)?))
        })
    }

    /// Other requests of the same person, newest first: id and number.
    pub fn anfragen_derselben_person(
        &self,
        a: &Betroffenenanfrage,
    ) -> StorageErgebnis<Vec<(String, String)>> {
        self.alle(
            "SELECT id, nummer FROM betroffenenanfrage WHERE pseudonym = ?1 AND id <> ?2 ORDER BY nr DESC LIMIT 20",
            params![a.pseudonym, a.id],
            |z| Ok((z.get(0)?, z.get(1)?)),
        )
    }

    /// Each person with the pseudonym of her request, one by one.
    pub fn anfragekontakte_durchgehen(
        &self,
        mut nimm: impl FnMut(&str, &Anfrageklar),
    ) -> StorageErgebnis<()> {
        let mut anweisung = self.conn.prepare_cached(
            "SELECT a.pseudonym, k.name, k.fallnummer FROM betroffenenanfrage_klar k JOIN betroffenenanfrage a ON a.id = k.anfrage_id ORDER BY a.nr",
        )?;
        let mut zeilen = anweisung.query([])?;
        while let Some(z) = zeilen.next()? {
            let soll: String = z.get(0)?;
            nimm(&soll, &Anfrageklar { name: z.get(1)?, fallnummer: z.get(2)?, ..Anfrageklar::default() });
        }
        Ok(())
    }

    /// All requests with the end of the clock as it is kept, for a change that may concern them all.
    pub fn anfragen_mit_frist(&self) -> StorageErgebnis<Vec<(Betroffenenanfrage, NaiveDate)>> {
        self.alle("SELECT * FROM betroffenenanfrage ORDER BY nr", [], |z| {
            Ok((anfrage(z)?, z.get("frist_bis")?))
        })
    }

    /// The highest number given in a year.
    pub fn letzte_anfragenummer(&self, jahr: i32) -> StorageErgebnis<u32> {
        self.letzte_nummer("betroffenenanfrage", &format!("BA-{jahr}"))
    }
}

impl Schreiben<'_> {
    /// New request; its version is 1. `frist_bis` is the end of its clock.
    pub fn anfrage_anlegen(
        &self,
        a: &Betroffenenanfrage,
        frist_bis: NaiveDate,
        salz: &[u8],
    ) -> StorageErgebnis<()> {
        let nr = self.zahl("SELECT coalesce(max(nr), 0) + 1 FROM betroffenenanfrage", [])?;
        self.fuehre_aus(
            "INSERT INTO betroffenenanfrage (id, nr, nummer, art, kanal, angaben, schritte, stand, eingang, frist_bis, pseudonym, reaktion_id, angelegt_von, angelegt_am, salz)
             VALUES (?1, ?2, ?3, '', '', '{}', '[]', 'eingegangen', '', '', '', ?4, ?5, ?6, ?7)",
            params![a.id, nr, a.nummer, a.reaktion_id, a.angelegt_von, a.angelegt_am, salz],
        )?;
        self.anfrage_schreiben(a, frist_bis, 0)
    }

    /// Changes a request that still has the expected version.
    pub fn anfrage_aendern(&self, a: &Betroffenenanfrage, frist_bis: NaiveDate) -> StorageErgebnis<()> {
        self.anfrage_schreiben(a, frist_bis, 1)
    }

    fn anfrage_schreiben(
        &self,
        a: &Betroffenenanfrage,
        frist_bis: NaiveDate,
        erhoehen: i64,
    ) -> StorageErgebnis<()> {
        let l = &a.lage;
        self.fuehre_aus_mit_version(
            "UPDATE betroffenenanfrage SET art = ?4, kanal = ?5, angaben = ?6, schritte = ?7, stand = ?8, eingang = ?9, frist_bis = ?10,
                    verlaengert = ?11, identitaet_am = ?12, ergebnis = ?13, erledigt_am = ?14, pseudonym = ?15, version = version + ?3
              WHERE id = ?1 AND version = ?2",
            params![
                a.id,
                a.version,
                erhoehen,
                a.angaben.art.name(),
                a.angaben.kanal.name(),
                als_json(&a.angaben)?,
                als_json(&a.schritte)?,
                l.stand.name(),
                a.angaben.eingang,
                frist_bis,
                l.verlaengerung.is_some(),
                l.identitaet.as_ref().map(|i| i.am),
                l.abschluss.as_ref().map(|e| e.ergebnis.name()),
                l.abschluss.as_ref().map(|e| e.am),
                a.pseudonym,
            ],
        )?;
        let text = [a.nummer.as_str(), &a.angaben.betreff, &a.angaben.vermerk].join(" ");
        self.suchtext_schreiben("betroffenenanfrage", "betroffenenanfrage_suche", &a.id, &text)
    }

    /// Writes who asks; what was there before is gone.
    pub fn anfrage_klar_schreiben(&self, id: &str, k: &Anfrageklar) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO betroffenenanfrage_klar (anfrage_id, name, kontakt, fallnummer) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (anfrage_id) DO UPDATE SET name = ?2, kontakt = ?3, fallnummer = ?4",
            (id, &k.name, &k.kontakt, &k.fallnummer),
        )?;
        let text = [k.name.as_str(), &k.kontakt, &k.fallnummer].join(" ");
        self.suchtext_schreiben("betroffenenanfrage", "betroffenenanfrage_klarsuche", id, &text)
    }
}

fn anfrage(z: &Row<'_>) -> rusqlite::Result<Betroffenenanfrage> {
    let angaben: Anfrageinhalt = json_spalte(z, "angaben")?;
    let schritte: Vec<_> = json_spalte(z, "schritte")?;
    let lage = Anfragelage::aus(&angaben, &schritte).map_err(|e| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(e))
    })?;
    Ok(Betroffenenanfrage {
        id: z.get("id")?,
        nummer: z.get("nummer")?,
        angaben,
        schritte,
        lage,
        pseudonym: z.get("pseudonym")?,
        reaktion_id: z.get("reaktion_id")?,
        angelegt_von: z.get("angelegt_von")?,
        angelegt_am: z.get("angelegt_am")?,
        version: z.get("version")?,
    })
}
