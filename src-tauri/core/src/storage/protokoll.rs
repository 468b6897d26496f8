//! The audit chain in the database: append, filter, verify.

use super::{Lesen, Schreiben, Sicht, StorageErgebnis};
use crate::audit::{Eintrag, FORMAT, NULL_HASH};
use rusqlite::Row;

/// A stored entry with the hash it was stored with.
pub struct GespeicherterEintrag {
    /// Format number of the encoding.
    pub format: u8,
    /// The fields.
    pub eintrag: Eintrag,
    /// Stored hash; verification recomputes it.
    pub hash: [u8; 32],
}

/// State of an object after its last entry.
pub struct LetzterStand {
    /// Kind.
    pub art: String,
    /// Id.
    pub objekt: String,
    /// Its seal.
    pub zustand: [u8; 32],
    /// Number of the entry.
    pub folge: u64,
}

/// Filters of the page "Protokoll"; empty means all.
#[derive(Default)]
pub struct ProtokollFilter {
    /// From this moment (UTC milliseconds), inclusive.
    pub von: Option<i64>,
    /// Before this moment (UTC milliseconds).
    pub vor: Option<i64>,
    /// Prefix of the operation, e.g. `fachaufsicht.`.
    pub operation: Option<String>,
    /// Id of the acting user.
    pub benutzer: Option<String>,
    /// Id of the object.
    pub objekt: Option<String>,
    /// Id of a person who does not see what concerns the first sheets of the units that she checks for the second time.
    pub unvoreingenommen: Option<String>,
}

impl Lesen<'_> {
    /// Number and hash of the last entry.
    pub fn protokoll_kopf(&self) -> StorageErgebnis<(u64, [u8; 32])> {
        Ok(self
            .eine("SELECT folge, hash FROM protokoll ORDER BY folge DESC LIMIT 1", [], |z| {
                Ok((z.get(0)?, z.get(1)?))
            })?
            .unwrap_or((0, NULL_HASH)))
    }

    /// Calls `f` for each entry in order, without holding them in memory.
    pub fn protokoll_durchgehen(&self, mut f: impl FnMut(GespeicherterEintrag)) -> StorageErgebnis<()> {
        let mut anweisung = self.conn.prepare("SELECT * FROM protokoll ORDER BY folge")?;
        let mut zeilen = anweisung.query([])?;
        while let Some(zeile) = zeilen.next()? {
            f(gespeichert(zeile)?);
        }
        Ok(())
    }

    /// Where the schema differs from that of this program: a trigger or constraint taken out by hand.
    pub fn schema_befunde(&self) -> StorageErgebnis<Vec<String>> {
        const SCHEMA: &str = "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema
             WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name";
        let mut frisch = rusqlite::Connection::open_in_memory()?;
        super::migration::migriere(&mut frisch)?;
        let zeilen =
            |l: &Lesen<'_>| l.alle(SCHEMA, [], |z| Ok((z.get::<_, String>(0)?, z.get::<_, String>(1)?)));
        let (hier, soll) = (zeilen(self)?, zeilen(&Lesen::neu(&frisch))?);
        Ok(soll
            .iter()
            .filter(|zeile| !hier.contains(zeile))
            .chain(hier.iter().filter(|zeile| !soll.contains(zeile)))
            .map(|(name, _)| format!("Der Aufbau der Datenbank wurde verändert ({name})."))
            .collect())
    }

    /// Whether this hash is a head that the chain once had, and its number.
    pub fn protokoll_folge_von(&self, hash: &[u8]) -> StorageErgebnis<Option<u64>> {
        self.eine("SELECT folge FROM protokoll WHERE hash = ?1", [hash], |z| z.get(0))
    }

    /// One page of the chain, newest first, and how many entries the filter matches.
    pub fn protokoll_seite(
        &self,
        filter: &ProtokollFilter,
        ab: u32,
        anzahl: u32,
    ) -> StorageErgebnis<(Vec<GespeicherterEintrag>, u64)> {
        let person = filter.unvoreingenommen.as_deref();
        let verbirgt = match person {
            Some(id) => self.offene_zweitboegen(None, id)? > 0,
            None => false,
        };
        let bedingung = format!(
            "WHERE (?1 IS NULL OR zeit >= ?1) AND (?2 IS NULL OR zeit < ?2)
               AND (?3 IS NULL OR substr(operation, 1, length(?3)) = ?3)
               AND (?4 IS NULL OR benutzer = ?4) AND (?5 IS NULL OR objekt = ?5) AND (?6 IS NULL OR {})",
            if verbirgt { andere_erstboegen("?6") } else { "1".to_owned() }
        );
        let werte = (filter.von, filter.vor, &filter.operation, &filter.benutzer, &filter.objekt, person);
        let anzahl_gesamt = self.zahl(&format!("SELECT count(*) FROM protokoll {bedingung}"), werte)?;
        let zeilen = self.alle(
            &format!("SELECT * FROM protokoll {bedingung} ORDER BY folge DESC LIMIT ?7 OFFSET ?8"),
            (filter.von, filter.vor, &filter.operation, &filter.benutzer, &filter.objekt, person, anzahl, ab),
            gespeichert,
        )?;
        Ok((zeilen, u64::try_from(anzahl_gesamt).unwrap_or(0)))
    }

    /// The last entry of each object.
    pub fn protokoll_letzte_staende(&self) -> StorageErgebnis<Vec<LetzterStand>> {
        self.alle(
            "SELECT art, objekt, zustand, folge FROM protokoll p
              WHERE folge = (SELECT max(folge) FROM protokoll q WHERE q.art = p.art AND q.objekt = p.objekt) ORDER BY art, objekt",
            [],
            |z| {
                Ok(LetzterStand { art: z.get(0)?, objekt: z.get(1)?, zustand: z.get(2)?, folge: z.get(3)? })
            },
        )
    }
}

impl Schreiben<'_> {
    /// Appends one entry to the chain; sequence and predecessor come from the chain itself.
    pub fn protokoll_anfuegen(&self, eintrag: &mut Eintrag) -> StorageErgebnis<[u8; 32]> {
        let (folge, vorgaenger) = self.protokoll_kopf()?;
        eintrag.folge = folge + 1;
        eintrag.vorgaenger = vorgaenger;
        let hash = eintrag.hash();
        self.fuehre_aus(
            "INSERT INTO protokoll (folge, format, vorgaenger, zeit, operation, art, objekt, benutzer, rolle, platz, zustand, hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            (
                eintrag.folge,
                FORMAT,
                eintrag.vorgaenger,
                eintrag.zeit,
                &eintrag.operation,
                &eintrag.art,
                &eintrag.objekt,
                &eintrag.benutzer,
                &eintrag.rolle,
                &eintrag.platz,
                eintrag.zustand,
                hash,
            ),
        )?;
        Ok(hash)
    }
}

/// Entries that do not concern the first sheets of hidden units. What belongs to a Feststellung is told by its row: if that
/// is gone, nobody can say whose it was, so it is hidden as well.
fn andere_erstboegen(person: &str) -> String {
    let verborgen = Sicht::verborgene(person);
    let sichtbar = |von: &str, fall: &str| {
        format!("EXISTS (SELECT 1 FROM {von} AND {fall}.prueffall_id NOT IN {verborgen})")
    };
    let teil = |tabelle: &str| {
        sichtbar(
            &format!(
                "{tabelle} t JOIN feststellung x ON x.id = t.feststellung_id WHERE t.id = protokoll.objekt"
            ),
            "x",
        )
    };
    format!(
        "CASE art WHEN 'prueffall' THEN objekt NOT IN {verborgen}
                  WHEN 'antwort' THEN substr(objekt, 1, instr(objekt, '/') - 1) NOT IN {verborgen}
                  WHEN 'feststellung' THEN {}
                  WHEN 'feststellung_fassung' THEN {} WHEN 'stellungnahme' THEN {} WHEN 'entscheidung' THEN {} WHEN 'korrektur' THEN {}
                  ELSE 1 END",
        sichtbar("feststellung x WHERE x.id = protokoll.objekt", "x"),
        teil("feststellung_fassung"),
        teil("stellungnahme"),
        teil("entscheidung"),
        teil("korrektur")
    )
}

fn gespeichert(z: &Row<'_>) -> rusqlite::Result<GespeicherterEintrag> {
    Ok(GespeicherterEintrag {
        format: z.get("format")?,
        hash: z.get("hash")?,
        eintrag: Eintrag {
            folge: z.get("folge")?,
            vorgaenger: z.get("vorgaenger")?,
            zeit: z.get("zeit")?,
            operation: z.get("operation")?,
            art: z.get("art")?,
            objekt: z.get("objekt")?,
            benutzer: z.get("benutzer")?,
            rolle: z.get("rolle")?,
            platz: z.get("platz")?,
            zustand: z.get("zustand")?,
        },
    })
}

#[cfg(test)]
#[path = "protokoll_tests.rs"]
mod tests;
