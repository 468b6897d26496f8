//! Retention: the years of each kind, what is due, and what was removed.

use super::{Lesen, Schreiben, StorageErgebnis, StorageFehler};
use crate::audit::ObjektArt;
use crate::aufbewahrung::{Aufbewahrungsart, Haltegrund, Vorgang};
use crate::aufzaehlung::Aufzaehlung;
use crate::umgebung::kalendertag;
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

    /// All records of a kind, as far as their retention is concerned, oldest first. A measure that a Kundenreaktion
    /// promises holds up to and with its day.
    pub fn aufzubewahrende(&self, art: Aufbewahrungsart, heute: NaiveDate) -> StorageErgebnis<Vec<Vorgang>> {
        let massnahmen_ab = (art == Aufbewahrungsart::Kundenreaktion).then_some(heute);
        self.alle(ablage(art).vorgaenge, params_from_iter(massnahmen_ab), |z| {
            let gehalten: Vec<Option<Haltegrund>> = super::json_spalte(z, "gehalten")?;
            Ok(Vorgang {
                id: z.get("id")?,
                verbunden_mit: z.get("verbunden_mit")?,
                nicht_vor: super::json_spalte(z, "nicht_vor")?,
                ende: ende(z)?,
                klar: z.get("klar")?,
                gehalten: gehalten.into_iter().flatten().collect(),
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
        let Ablage { tabelle, klar, fehlt, .. } = ablage(art);
        Ok(Loeschabgleich {
            anzahl: self.zahl(
                "SELECT count(*) FROM loeschung l
                  WHERE l.art = ?1 AND l.anzahl <> (SELECT count(*) FROM entfernt e WHERE e.loeschung_id = l.id)",
                [art.name()],
            )?,
            ohne_loeschung: self.zahl(
                &format!(
                    "SELECT count(*) FROM {tabelle} o
                      WHERE {fehlt} AND NOT EXISTS (SELECT 1 FROM entfernt e JOIN loeschung l ON l.id = e.loeschung_id
                                                     WHERE e.objekt = o.id AND l.art = ?1)"
                ),
                [art.name()],
            )?,
            wieder_da: self.zahl(
                &format!("SELECT count(*) FROM entfernt e JOIN {tabelle} o ON o.id = e.objekt WHERE {klar}"),
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
        let mut versiegelte = Vec::new();
        for objekt in objekte {
            for anweisung in ablage(l.art).entfernen {
                self.fuehre_aus(anweisung, [objekt])?;
            }
            match l.art {
                Aufbewahrungsart::Kundenreaktion => {
                    let texte = self.reaktionsbeitraege_entfernen(objekt)?;
                    versiegelte.extend(texte.into_iter().map(|id| (ObjektArt::REAKTIONSBEITRAG, id)));
                }
                Aufbewahrungsart::Fachaufsicht => self.fallbezug_entfernen(objekt)?,
                _ => {}
            }
            self.fuehre_aus("INSERT INTO entfernt (objekt, loeschung_id) VALUES (?1, ?2)", [objekt, &l.id])?;
        }
        Ok(versiegelte)
    }
}

/// The end of a record: a day, or the day of a moment. A moment that is none counts as open, so nothing goes.
fn ende(z: &Row<'_>) -> rusqlite::Result<Option<NaiveDate>> {
    let text: Option<String> = z.get("ende")?;
    Ok(text.and_then(|t| t.parse().ok().or_else(|| kalendertag(&t))))
}

/// Where the plain data of a kind lie. In the conditions the record is `o`.
struct Ablage {
    /// The records themselves.
    tabelle: &'static str,
    /// All records as far as their retention is concerned. `gehalten`: JSON list of reasons, null where one does
    /// not apply.
    vorgaenge: &'static str,
    /// Condition: it has plain data.
    klar: &'static str,
    /// Condition: plain data that it must have are missing.
    fehlt: &'static str,
    /// Statements that remove them from the record ?1, with their search index.
    entfernen: &'static [&'static str],
}

fn ablage(art: Aufbewahrungsart) -> Ablage {
    match art {
        Aufbewahrungsart::Widerspruch => Ablage {
            tabelle: "verfahren",
            vorgaenge: "SELECT v.id, v.vorgaenger_id AS verbunden_mit, '[]' AS nicht_vor, v.abschluss_am AS ende,
                    EXISTS (SELECT 1 FROM verfahren_klar k WHERE k.verfahren_id = v.id) AS klar,
                    json_array(CASE WHEN EXISTS (SELECT 1 FROM wiedervorlage w WHERE w.verfahren_id = v.id AND w.erledigt_am IS NULL)
                                    THEN 'wiedervorlage' END) AS gehalten
               FROM verfahren v ORDER BY v.nr",
            klar: "EXISTS (SELECT 1 FROM verfahren_klar k WHERE k.verfahren_id = o.id)",
            fehlt: "NOT EXISTS (SELECT 1 FROM verfahren_klar k WHERE k.verfahren_id = o.id)",
            entfernen: &[
                "DELETE FROM verfahren_klar WHERE verfahren_id = ?1",
                "DELETE FROM verfahren_klarsuche WHERE rowid = (SELECT nr FROM verfahren WHERE id = ?1)",
            ],
        },
        // The steps are opened only where a column says that there is something to find.
        Aufbewahrungsart::Kundenreaktion => Ablage {
            tabelle: "kundenreaktion",
            vorgaenge: "SELECT k.id, k.abschluss_am AS ende,
                    CASE WHEN k.verfahren_id IS NULL THEN '[]' ELSE
                        (SELECT json_group_array(s.value ->> '$.schritt.verfahren') FROM json_each(k.schritte) s
                          WHERE s.value ->> '$.schritt.verfahren' IS NOT NULL)
                    END AS nicht_vor,
                    CASE WHEN k.ergebnis = 'zusammengefuehrt' THEN
                        (SELECT s.value ->> '$.schritt.mit' FROM json_each(k.schritte) s
                          WHERE s.value ->> '$.schritt.art' = 'zusammenfuehren' AND s.value ->> '$.zurueckgenommen' IS NULL)
                    END AS verbunden_mit,
                    EXISTS (SELECT 1 FROM kundenreaktion_klar c WHERE c.reaktion_id = k.id) AS klar,
                    json_array(CASE WHEN k.massnahmen > 0 AND EXISTS (SELECT 1 FROM json_each(k.schritte) s
                        WHERE s.value ->> '$.schritt.art' = 'massnahme_ableiten' AND s.value ->> '$.zurueckgenommen' IS NULL
                          AND s.value ->> '$.schritt.bis' >= ?1) THEN 'massnahme' END) AS gehalten
               FROM kundenreaktion k ORDER BY k.nr",
            klar: "EXISTS (SELECT 1 FROM kundenreaktion_klar k WHERE k.reaktion_id = o.id)",
            fehlt: "NOT EXISTS (SELECT 1 FROM kundenreaktion_klar k WHERE k.reaktion_id = o.id)",
            entfernen: &[
                "DELETE FROM kundenreaktion_klar WHERE reaktion_id = ?1",
                "DELETE FROM kundenreaktion_klarsuche WHERE rowid = (SELECT nr FROM kundenreaktion WHERE id = ?1)",
            ],
        },
        Aufbewahrungsart::Betroffenenanfrage => Ablage {
            tabelle: "betroffenenanfrage",
            vorgaenge: "SELECT a.id, NULL AS verbunden_mit, '[]' AS nicht_vor, a.erledigt_am AS ende,
                    EXISTS (SELECT 1 FROM betroffenenanfrage_klar k WHERE k.anfrage_id = a.id) AS klar, '[]' AS gehalten
               FROM betroffenenanfrage a ORDER BY a.nr",
            klar: "EXISTS (SELECT 1 FROM betroffenenanfrage_klar k WHERE k.anfrage_id = o.id)",
            fehlt: "NOT EXISTS (SELECT 1 FROM betroffenenanfrage_klar k WHERE k.anfrage_id = o.id)",
            entfernen: &[
                "DELETE FROM betroffenenanfrage_klar WHERE anfrage_id = ?1",
                "DELETE FROM betroffenenanfrage_klarsuche WHERE rowid = (SELECT nr FROM betroffenenanfrage WHERE id = ?1)",
            ],
        },
        // A Feststellung that is only "erfasst" leads nowhere once the check was dropped.
        Aufbewahrungsart::Fachaufsicht => Ablage {
            tabelle: "pruefung",
            vorgaenge: "SELECT p.id, NULL AS verbunden_mit, coalesce(n.ids, '[]') AS nicht_vor, p.beendet_am AS ende,
                    EXISTS (SELECT 1 FROM prueffall f JOIN prueffall_klar k ON k.prueffall_id = f.id WHERE f.pruefung_id = p.id) AS klar,
                    json_array(
                        CASE WHEN EXISTS (SELECT 1 FROM feststellung x LEFT JOIN korrektur c ON c.feststellung_id = x.id
                            WHERE x.pruefung_id = p.id AND (x.stand IN ('zur_stellungnahme', 'beantwortet', 'strittig')
                               OR (x.stand <> 'zurueckgenommen' AND c.id IS NOT NULL AND c.bestaetigt_am IS NULL)))
                        THEN 'feststellung' END,
                        CASE WHEN EXISTS (SELECT 1 FROM feststellung x
                            JOIN massnahme m ON m.herkunft_art = 'feststellung' AND m.herkunft_id = x.id
                            WHERE x.pruefung_id = p.id AND m.abschluss_am IS NULL)
                        THEN 'massnahme_offen' END) AS gehalten
               FROM pruefung p
               LEFT JOIN (SELECT nachschau_zu, json_group_array(id) AS ids FROM pruefung
                           WHERE nachschau_zu IS NOT NULL GROUP BY nachschau_zu) n ON n.nachschau_zu = p.id
              ORDER BY p.angelegt_am, p.id",
            klar: "(EXISTS (SELECT 1 FROM prueffall f JOIN prueffall_klar k ON k.prueffall_id = f.id WHERE f.pruefung_id = o.id)
                 OR EXISTS (SELECT 1 FROM grundgesamtheit g JOIN einheit_klar k ON k.gg = g.nr WHERE g.pruefung_id = o.id))",
            fehlt: "EXISTS (SELECT 1 FROM prueffall f WHERE f.pruefung_id = o.id
                             AND NOT EXISTS (SELECT 1 FROM prueffall_klar k WHERE k.prueffall_id = f.id))",
            entfernen: &[],
        },
        // What goes are files beside the database; whether they are there is the business of `anhaenge` and
        // `entfernte_anhaenge`. A dropped run has no day of its own, but its step has one in the chain.
        Aufbewahrungsart::Pruefliste => Ablage {
            tabelle: "durchgang",
            vorgaenge: "SELECT d.id, d.ersetzt AS verbunden_mit, '[]' AS nicht_vor, '[]' AS gehalten,
                    CASE WHEN d.stand = 'entfallen' THEN
                        (SELECT strftime('%Y-%m-%dT%H:%M:%SZ', max(l.zeit) / 1000, 'unixepoch') FROM protokoll l
                          WHERE l.art = 'durchgang' AND l.objekt = d.id)
                    ELSE d.freigegeben_am END AS ende,
                    EXISTS (SELECT 1 FROM nachweis n WHERE n.durchgang_id = d.id AND n.anhang_id IS NOT NULL AND n.entfernt_grund IS NULL)
                        AND NOT EXISTS (SELECT 1 FROM entfernt e WHERE e.objekt = d.id) AS klar
               FROM durchgang d ORDER BY d.angelegt_am, d.id",
            klar: "0",
            fehlt: "0",
            entfernen: &[],
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
