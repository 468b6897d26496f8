//! Retention: the years of each kind, what is due, and what was removed.

use super::{Lesen, Schreiben, StorageErgebnis, StorageFehler};
use crate::audit::ObjektArt;
use crate::aufbewahrung::{Aufbewahrungsart, Haltegrund, Vorgang};
use crate::aufzaehlung::Aufzaehlung;
use chrono::NaiveDate;
use rusqlite::{Row, params, params_from_iter};

/// Years of one kind as the house set them.
pub struct Aufbewahrungsdauer {
    /// Years.
    pub jahre: u32,
    /// Who set them (user id).
    pub geaendert_von: String,
    /// Since when.
    pub geaendert_am: NaiveDate,
    /// For optimistic locking.
    pub version: i64,
}

/// A removal: which rule, up to which day, how many, by whom.
pub struct Loeschung {
    /// UUIDv7.
    pub id: String,
    /// Kind of records.
    pub art: Aufbewahrungsart,
    /// Years of the rule.
    pub jahre: u32,
    /// What ended before this day.
    pub stichtag: NaiveDate,
    /// How many records lost their plain data.
    pub anzahl: u64,
    /// When.
    pub am: NaiveDate,
    /// Who asked for it (user id).
    pub von: String,
    /// The second person (user id).
    pub mit: String,
}

/// Where the removals and what is missing do not agree; all zero in a sound house.
pub struct Loeschabgleich {
    /// Removals whose number of records is not the one they were sealed with.
    pub anzahl: i64,
    /// Records without plain data that no removal names.
    pub ohne_loeschung: i64,
    /// Records that a removal names and that have plain data again.
    pub wieder_da: i64,
}

impl Lesen<'_> {
    /// What the house set for a kind; `None` as long as it follows the proposal.
    pub fn aufbewahrungsdauer(&self, art: Aufbewahrungsart) -> StorageErgebnis<Option<Aufbewahrungsdauer>> {
        self.eine("SELECT * FROM aufbewahrung WHERE id = ?1", [art.name()], |z| {
            Ok(Aufbewahrungsdauer {
                jahre: z.get("jahre")?,
                geaendert_von: z.get("geaendert_von")?,
                geaendert_am: z.get("geaendert_am")?,
                version: z.get("version")?,
            })
        })
    }

    /// All records of a kind, as far as their retention is concerned, oldest first. A measure holds up to and
    /// with its day.
    pub fn aufzubewahrende(&self, art: Aufbewahrungsart, heute: NaiveDate) -> StorageErgebnis<Vec<Vorgang>> {
        let (sql, massnahmen_ab) = match art {
            Aufbewahrungsart::Widerspruch => (
                "SELECT v.id, v.vorgaenger_id AS verbunden_mit, '[]' AS nicht_vor, v.abschluss_am AS ende,
                        EXISTS (SELECT 1 FROM verfahren_klar k WHERE k.verfahren_id = v.id) AS klar,
                        EXISTS (SELECT 1 FROM wiedervorlage w WHERE w.verfahren_id = v.id AND w.erledigt_am IS NULL) AS wiedervorlage,
                        0 AS massnahme
                   FROM verfahren v ORDER BY v.nr",
                None,
            ),
            // The steps are opened only where a column says that there is something to find.
            Aufbewahrungsart::Kundenreaktion => (
                "SELECT k.id, k.abschluss_am AS ende,
                        CASE WHEN k.verfahren_id IS NULL THEN '[]' ELSE
                            (SELECT json_group_array(s.value ->> '$.schritt.verfahren') FROM json_each(k.schritte) s
                              WHERE s.value ->> '$.schritt.verfahren' IS NOT NULL)
                        END AS nicht_vor,
                        CASE WHEN k.ergebnis = 'zusammengefuehrt' THEN
                            (SELECT s.value ->> '$.schritt.mit' FROM json_each(k.schritte) s
                              WHERE s.value ->> '$.schritt.art' = 'zusammenfuehren' AND s.value ->> '$.zurueckgenommen' IS NULL)
                        END AS verbunden_mit,
                        EXISTS (SELECT 1 FROM kundenreaktion_klar c WHERE c.reaktion_id = k.id) AS klar,
                        0 AS wiedervorlage,
                        k.massnahmen > 0 AND EXISTS (SELECT 1 FROM json_each(k.schritte) s
                            WHERE s.value ->> '$.schritt.art' = 'massnahme_ableiten' AND s.value ->> '$.zurueckgenommen' IS NULL
                              AND s.value ->> '$.schritt.bis' >= ?1) AS massnahme
                   FROM kundenreaktion k ORDER BY k.nr",
                Some(heute),
            ),
            Aufbewahrungsart::Betroffenenanfrage => (
                "SELECT a.id, NULL AS verbunden_mit, '[]' AS nicht_vor, a.erledigt_am AS ende,
                        EXISTS (SELECT 1 FROM betroffenenanfrage_klar k WHERE k.anfrage_id = a.id) AS klar,
                        0 AS wiedervorlage, 0 AS massnahme
                   FROM betroffenenanfrage a ORDER BY a.nr",
                None,
            ),
        };
        self.alle(sql, params_from_iter(massnahmen_ab), |z| {
            let gruende = [
                (z.get::<_, bool>("wiedervorlage")?, Haltegrund::Wiedervorlage),
                (z.get("massnahme")?, Haltegrund::Massnahme),
            ];
            Ok(Vorgang {
                id: z.get("id")?,
                verbunden_mit: z.get("verbunden_mit")?,
                nicht_vor: super::json_spalte(z, "nicht_vor")?,
                ende: z.get("ende")?,
                klar: z.get("klar")?,
                gehalten: gruende.into_iter().filter_map(|(haelt, grund)| haelt.then_some(grund)).collect(),
            })
        })
    }

    /// All removals, newest first.
    pub fn loeschungen(&self) -> StorageErgebnis<Vec<Loeschung>> {
        self.alle("SELECT * FROM loeschung ORDER BY id DESC", [], loeschung)
    }

    /// The day on which a record lost its plain data.
    pub fn entfernt_am(&self, objekt: &str) -> StorageErgebnis<Option<NaiveDate>> {
        self.eine(
            "SELECT l.am FROM entfernt e JOIN loeschung l ON l.id = e.loeschung_id WHERE e.objekt = ?1",
            [objekt],
            |z| z.get(0),
        )
    }

    /// Compares the removals of a kind with what is missing.
    pub fn loeschabgleich(&self, art: Aufbewahrungsart) -> StorageErgebnis<Loeschabgleich> {
        let Ablage { tabelle, klar, bezug, .. } = ablage(art);
        Ok(Loeschabgleich {
            anzahl: self.zahl(
                "SELECT count(*) FROM loeschung l
                  WHERE l.art = ?1 AND l.anzahl <> (SELECT count(*) FROM entfernt e WHERE e.loeschung_id = l.id)",
                [art.name()],
            )?,
            ohne_loeschung: self.zahl(
                &format!(
                    "SELECT count(*) FROM {tabelle} t
                      WHERE NOT EXISTS (SELECT 1 FROM {klar} k WHERE k.{bezug} = t.id)
                        AND NOT EXISTS (SELECT 1 FROM entfernt e JOIN loeschung l ON l.id = e.loeschung_id
                                         WHERE e.objekt = t.id AND l.art = ?1)"
                ),
                [art.name()],
            )?,
            wieder_da: self.zahl(
                &format!("SELECT count(*) FROM entfernt e JOIN {klar} k ON k.{bezug} = e.objekt"),
                [],
            )?,
        })
    }
}

impl Schreiben<'_> {
    /// Sets the years of a kind, if they still have the expected version; 0 for the first time.
    pub fn aufbewahrungsdauer_speichern(
        &self,
        art: Aufbewahrungsart,
        d: &Aufbewahrungsdauer,
        salz: &[u8],
    ) -> StorageErgebnis<()> {
        if d.version != 0 {
            return self.fuehre_aus_mit_version(
                "UPDATE aufbewahrung SET jahre = ?3, geaendert_von = ?4, geaendert_am = ?5, version = version + 1
                  WHERE id = ?1 AND version = ?2",
                params![art.name(), d.version, d.jahre, d.geaendert_von, d.geaendert_am],
            );
        }
        let neu = self.fuehre_aus(
            "INSERT INTO aufbewahrung (id, jahre, geaendert_von, geaendert_am, salz) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT DO NOTHING",
            params![art.name(), d.jahre, d.geaendert_von, d.geaendert_am, salz],
        )?;
        // Someone else was the first.
        if neu == 1 { Ok(()) } else { Err(StorageFehler::Veraltet) }
    }

    /// Records a removal and carries it out: plain data and their search index go, the sealed rows of the records
    /// stay. Returns the sealed rows that went with them, for the chain.
    pub fn klardaten_entfernen(
        &self,
        l: &Loeschung,
        objekte: &[String],
        salz: &[u8],
    ) -> StorageErgebnis<Vec<(ObjektArt, String)>> {
        self.fuehre_aus(
            "INSERT INTO loeschung (id, art, jahre, stichtag, anzahl, am, von, mit, salz)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![l.id, l.art.name(), l.jahre, l.stichtag, l.anzahl, l.am, l.von, l.mit, salz],
        )?;
        let Ablage { tabelle, klar, bezug, suche } = ablage(l.art);
        let anweisungen = [
            format!("DELETE FROM {klar} WHERE {bezug} = ?1"),
            format!("DELETE FROM {suche} WHERE rowid = (SELECT nr FROM {tabelle} WHERE id = ?1)"),
        ];
        let mut versiegelte = Vec::new();
        for objekt in objekte {
            for anweisung in &anweisungen {
                self.fuehre_aus(anweisung, [objekt])?;
            }
            if l.art == Aufbewahrungsart::Kundenreaktion {
                let texte = self.reaktionsbeitraege_entfernen(objekt)?;
                versiegelte.extend(texte.into_iter().map(|id| (ObjektArt::REAKTIONSBEITRAG, id)));
            }
            self.fuehre_aus("INSERT INTO entfernt (objekt, loeschung_id) VALUES (?1, ?2)", [objekt, &l.id])?;
        }
        Ok(versiegelte)
    }
}

/// Where the plain data of a kind lie.
struct Ablage {
    /// The records themselves.
    tabelle: &'static str,
    /// Their plain data, one row for each record.
    klar: &'static str,
    /// Column with the id of the record.
    bezug: &'static str,
    /// Search index over the plain data; its rows bear the `nr` of the record.
    suche: &'static str,
}

fn ablage(art: Aufbewahrungsart) -> Ablage {
    match art {
        Aufbewahrungsart::Widerspruch => Ablage {
            tabelle: "verfahren",
            klar: "verfahren_klar",
            bezug: "verfahren_id",
            suche: "verfahren_klarsuche",
        },
        Aufbewahrungsart::Kundenreaktion => Ablage {
            tabelle: "kundenreaktion",
            klar: "kundenreaktion_klar",
            bezug: "reaktion_id",
            suche: "kundenreaktion_klarsuche",
        },
        Aufbewahrungsart::Betroffenenanfrage => Ablage {
            tabelle: "betroffenenanfrage",
            klar: "betroffenenanfrage_klar",
            bezug: "anfrage_id",
            suche: "betroffenenanfrage_klarsuche",
        },
    }
}

fn loeschung(z: &Row<'_>) -> rusqlite::Result<Loeschung> {
    Ok(Loeschung {
        id: z.get("id")?,
        art: super::fachaufsicht::wort(z, "art")?,
        jahre: z.get("jahre")?,
        stichtag: z.get("stichtag")?,
        anzahl: z.get("anzahl")?,
        am: z.get("am")?,
        von: z.get("von")?,
        mit: z.get("mit")?,
    })
}
