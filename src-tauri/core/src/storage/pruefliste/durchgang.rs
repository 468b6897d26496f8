//! Runs.

use super::Listensicht;
use crate::aufzaehlung::Aufzaehlung;
use crate::benutzer::Rolle;
use crate::pruefliste::{Durchgang, Durchgangsrahmen, Ebene, LetzteAntworten, Listenergebnis};
use crate::storage::fachaufsicht::wort;
use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json, json_spalte};
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, params, params_from_iter};

/// What a unit has answered of a catalogue.
#[derive(Clone, Debug)]
pub struct Einheitsstand {
    /// Catalogue.
    pub katalog_id: String,
    /// Kind of the unit.
    pub ebene: Ebene,
    /// Site or team.
    pub einheit_id: Option<String>,
    /// Function responsible in the last run.
    pub rolle: Rolle,
    /// Last day of the period in which each question was last due.
    pub zuletzt: LetzteAntworten,
}

impl Einheitsstand {
    fn gleich(&self, andere: &Self) -> bool {
        (&self.katalog_id, self.ebene, &self.einheit_id)
            == (&andere.katalog_id, andere.ebene, &andere.einheit_id)
    }
}

impl Lesen<'_> {
    /// One run within the sight of a person.
    pub fn durchgang(&self, sicht: &Listensicht, id: &str) -> StorageErgebnis<Option<Durchgang>> {
        let mut werte = sicht.werte()?;
        werte.push(id.to_owned().into());
        self.eine(
            &format!(
                "SELECT d.* FROM durchgang d JOIN pruefkatalog k ON k.id = d.katalog_id WHERE {} AND d.id = ?6",
                Listensicht::DURCHGANG
            ),
            params_from_iter(werte),
            durchgang,
        )
    }

    /// Id of the newest Fassung of a run by its number.
    pub fn durchgang_id(&self, nummer: &str) -> StorageErgebnis<Option<String>> {
        self.eine("SELECT id FROM durchgang WHERE nummer = ?1 ORDER BY fassung DESC LIMIT 1", [nummer], |z| {
            z.get(0)
        })
    }

    /// Highest number of the year, 0 if there is none.
    pub fn letzte_durchgangsnummer(&self, jahr: i32) -> StorageErgebnis<u32> {
        let letzte: Option<String> = self.eine(
            "SELECT nummer FROM durchgang WHERE nummer >= ?1 AND nummer < ?2 ORDER BY length(nummer) DESC, nummer DESC LIMIT 1",
            [format!("PL-{jahr}-"), format!("PL-{jahr}.")],
            |z| z.get(0),
        )?;
        Ok(letzte.and_then(|n| n.rsplit('-').next().and_then(|n| n.parse().ok())).unwrap_or(0))
    }

    /// Released runs of a catalogue in a unit whose period ended before that day, oldest first; without the run itself.
    pub fn fruehere_durchgaenge(&self, d: &Durchgang) -> StorageErgebnis<Vec<Durchgang>> {
        self.alle(
            "SELECT * FROM durchgang WHERE katalog_id = ?1 AND ebene = ?2 AND einheit_id IS ?3 AND stand = 'freigegeben'
                AND bis < ?4 AND nummer <> ?5 ORDER BY bis, id",
            params![d.katalog_id, d.rahmen.ebene.name(), d.rahmen.einheit_id, d.rahmen.bis, d.nummer],
            durchgang,
        )
    }

    /// Released runs of the same catalogue in the same unit whose period ended after that of a run, latest first.
    pub fn spaetere_durchgaenge(&self, d: &Durchgang) -> StorageErgebnis<Vec<Durchgang>> {
        self.alle(
            "SELECT * FROM durchgang WHERE katalog_id = ?1 AND ebene = ?2 AND einheit_id IS ?3 AND stand = 'freigegeben'
                AND bis > ?4 AND nummer <> ?5 ORDER BY bis DESC, id DESC",
            params![d.katalog_id, d.rahmen.ebene.name(), d.rahmen.einheit_id, d.rahmen.bis, d.nummer],
            durchgang,
        )
    }

    /// Last day of the period in which each question was last due, by catalogue and unit, for one catalogue or (none)
    /// all; with the function responsible in the last run of the unit. Planned and running runs count, so that nothing
    /// is planned twice.
    pub fn letzte_durchgaenge(&self, katalog_id: Option<&str>) -> StorageErgebnis<Vec<Einheitsstand>> {
        let mut einheiten: Vec<Einheitsstand> = Vec::new();
        let zeilen = self.alle(
            "SELECT d.katalog_id, d.ebene, d.einheit_id, f.value AS frage, max(d.bis) AS bis,
                    (SELECT x.rolle FROM durchgang x WHERE x.katalog_id = d.katalog_id AND x.ebene = d.ebene AND x.einheit_id IS d.einheit_id
                        AND x.stand <> 'entfallen' ORDER BY x.bis DESC, x.id DESC LIMIT 1) AS rolle
               FROM durchgang d, json_each(d.fragen) f
              WHERE (?1 IS NULL OR d.katalog_id = ?1) AND d.stand NOT IN ('entfallen', 'ersetzt')
              GROUP BY d.katalog_id, d.ebene, d.einheit_id, f.value ORDER BY d.katalog_id, d.ebene, d.einheit_id, f.value",
            [katalog_id],
            |z| {
                Ok((
                    Einheitsstand {
                        katalog_id: z.get("katalog_id")?,
                        ebene: wort(z, "ebene")?,
                        einheit_id: z.get("einheit_id")?,
                        rolle: rolle(z)?,
                        zuletzt: LetzteAntworten::new(),
                    },
                    z.get::<_, String>("frage")?,
                    z.get::<_, NaiveDate>("bis")?,
                ))
            },
        )?;
        for (einheit, frage, bis) in zeilen {
            if einheiten.last().is_none_or(|e| !e.gleich(&einheit)) {
                einheiten.push(einheit);
            }
            if let Some(letzte) = einheiten.last_mut() {
                letzte.zuletzt.insert(frage, bis);
            }
        }
        Ok(einheiten)
    }

    /// The correction of a run that is not dropped.
    pub fn berichtigung_von(&self, id: &str) -> StorageErgebnis<Option<String>> {
        self.eine(
            "SELECT id FROM durchgang WHERE ersetzt = ?1 AND stand <> 'entfallen' ORDER BY id DESC LIMIT 1",
            [id],
            |z| z.get(0),
        )
    }

    /// Highest Fassung of a number.
    pub fn letzte_fassung(&self, nummer: &str) -> StorageErgebnis<i64> {
        self.zahl("SELECT coalesce(max(fassung), 0) FROM durchgang WHERE nummer = ?1", [nummer])
    }
}

impl Schreiben<'_> {
    /// New run; its version is 1.
    pub fn durchgang_anlegen(&self, d: &Durchgang, salz: &[u8]) -> StorageErgebnis<()> {
        let r = &d.rahmen;
        self.fuehre_aus(
            "INSERT INTO durchgang (id, nummer, fassung, ersetzt, berichtigung, katalog_id, katalogfassung_id, fragen, ebene, einheit_id,
                    von, bis, rolle, faellig_am, stand, grund, angelegt_von, angelegt_am, salz)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)",
            params![
                d.id,
                d.nummer,
                d.fassung,
                d.ersetzt,
                d.berichtigung,
                d.katalog_id,
                d.katalogfassung_id,
                als_json(&d.fragen)?,
                r.ebene.name(),
                r.einheit_id,
                r.von,
                r.bis,
                r.rolle.name(),
                r.faellig_am,
                d.stand.name(),
                d.grund,
                d.angelegt_von,
                d.angelegt_am,
                salz
            ],
        )?;
        Ok(())
    }

    /// Changes a run that still has the expected version; with its result once it is released.
    pub fn durchgang_aendern(&self, d: &Durchgang, ergebnis: Option<&Listenergebnis>) -> StorageErgebnis<()> {
        let r = &d.rahmen;
        let zahl = |f: fn(&Listenergebnis) -> u64| -> Value {
            ergebnis.map(|e| i64::try_from(f(e)).unwrap_or(i64::MAX)).into()
        };
        self.fuehre_aus_mit_version(
            "UPDATE durchgang SET katalogfassung_id = ?3, fragen = ?4, von = ?5, bis = ?6, rolle = ?7, faellig_am = ?8, stand = ?9, grund = ?10,
                    vorgelegt_von = ?11, vorgelegt_am = ?12, freigegeben_von = ?13, freigegeben_am = ?14,
                    anwendbar = coalesce(?15, anwendbar), erfuellt = coalesce(?16, erfuellt), teilweise = coalesce(?17, teilweise), version = version + 1
              WHERE id = ?1 AND version = ?2",
            params![
                d.id,
                d.version,
                d.katalogfassung_id,
                als_json(&d.fragen)?,
                r.von,
                r.bis,
                r.rolle.name(),
                r.faellig_am,
                d.stand.name(),
                d.grund,
                d.vorgelegt_von,
                d.vorgelegt_am,
                d.freigegeben_von,
                d.freigegeben_am,
                zahl(|e| e.zahlen.anwendbar()),
                zahl(|e| e.zahlen.erfuellt),
                zahl(|e| e.zahlen.teilweise),
            ],
        )
    }
}

pub(super) fn rolle(z: &Row<'_>) -> rusqlite::Result<Rolle> {
    let name: String = z.get("rolle")?;
    serde_json::from_value(name.into())
        .map_err(|e| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(e)))
}

fn durchgang(z: &Row<'_>) -> rusqlite::Result<Durchgang> {
    Ok(Durchgang {
        id: z.get("id")?,
        nummer: z.get("nummer")?,
        fassung: z.get("fassung")?,
        ersetzt: z.get("ersetzt")?,
        berichtigung: z.get("berichtigung")?,
        katalog_id: z.get("katalog_id")?,
        katalogfassung_id: z.get("katalogfassung_id")?,
        fragen: json_spalte(z, "fragen")?,
        rahmen: Durchgangsrahmen {
            ebene: wort(z, "ebene")?,
            einheit_id: z.get("einheit_id")?,
            von: z.get("von")?,
            bis: z.get("bis")?,
            rolle: rolle(z)?,
            faellig_am: z.get("faellig_am")?,
        },
        stand: wort(z, "stand")?,
        grund: z.get("grund")?,
        vorgelegt_von: z.get("vorgelegt_von")?,
        vorgelegt_am: z.get("vorgelegt_am")?,
        freigegeben_von: z.get("freigegeben_von")?,
        freigegeben_am: z.get("freigegeben_am")?,
        angelegt_von: z.get("angelegt_von")?,
        angelegt_am: z.get("angelegt_am")?,
        version: z.get("version")?,
    })
}
