//! What an evaluation reads: units, deviations, answers by item. One statement each, whatever the size.

use super::wort;
use crate::fachaufsicht::auswertung::{
    Abweichung, Abweichungsart, Fall, Fallstand, Kern, Merkmalszahl, Teamangabe,
};
use crate::fachaufsicht::feststellung::FeststellungStand;
use crate::storage::{Lesen, StorageErgebnis, als_json};
use rusqlite::Row;
use std::collections::BTreeMap;

/// Calendar months that the period of a Feststellung `x` touches; nothing without a period.
pub(super) const MONATE: &str =
    "((CAST(substr(x.zeitraum_bis, 1, 4) AS INTEGER) - CAST(substr(x.zeitraum_von, 1, 4) AS INTEGER)) * 12
      + CAST(substr(x.zeitraum_bis, 6, 2) AS INTEGER) - CAST(substr(x.zeitraum_von, 6, 2) AS INTEGER) + 1)";

impl Lesen<'_> {
    /// Drawn units of a check in their order.
    pub fn auswertung_faelle(&self, pruefung_id: &str) -> StorageErgebnis<Vec<Fall>> {
        Ok(self.auswertung_faelle_von(&[pruefung_id])?.remove(pruefung_id).unwrap_or_default())
    }

    /// Drawn units of several checks in their order, by the id of the check.
    pub fn auswertung_faelle_von(&self, pruefungen: &[&str]) -> StorageErgebnis<BTreeMap<String, Vec<Fall>>> {
        let zeilen = self.alle(
            "SELECT pruefung_id, position, schicht, team_id, stand, betrag_cent FROM prueffall
              WHERE pruefung_id IN (SELECT value FROM json_each(?1)) ORDER BY pruefung_id, position",
            [als_json(&pruefungen)?],
            |z| {
                let fall = Fall {
                    position: z.get("position")?,
                    schicht: z.get("schicht")?,
                    team: z.get("team_id")?,
                    stand: match z.get::<_, String>("stand")?.as_str() {
                        "geprueft" | "bestaetigt" => Fallstand::Geprueft,
                        "nicht_pruefbar" => Fallstand::NichtPruefbar,
                        _ => Fallstand::Offen,
                    },
                    betrag_cent: z.get("betrag_cent")?,
                };
                Ok((z.get("pruefung_id")?, fall))
            },
        )?;
        Ok(je_pruefung(zeilen))
    }

    /// Answers other than "ja" and "nicht anwendbar", with their Feststellungen.
    pub fn auswertung_abweichungen(&self, pruefung_id: &str) -> StorageErgebnis<Vec<Abweichung>> {
        Ok(self.auswertung_abweichungen_von(&[pruefung_id])?.remove(pruefung_id).unwrap_or_default())
    }

    /// The same of several checks, by the id of the check.
    pub fn auswertung_abweichungen_von(
        &self,
        pruefungen: &[&str],
    ) -> StorageErgebnis<BTreeMap<String, Vec<Abweichung>>> {
        let zeilen = self.alle(
            &format!("SELECT f.pruefung_id, f.position, a.merkmal, a.wert, x.id AS feststellung, x.stand, x.schwere, x.wirkung, x.betrag_bund_cent,
                    x.betrag_kommune_cent, x.haeufigkeit = 'monatlich' AS monatlich, x.sachgebiet, x.ursache,
                    {MONATE} AS monate
               FROM prueffall f JOIN antwort a ON a.prueffall_id = f.id
               LEFT JOIN feststellung x ON x.prueffall_id = f.id AND x.merkmal = a.merkmal
              WHERE f.pruefung_id IN (SELECT value FROM json_each(?1)) AND a.wert IN ('nein', 'teilweise', 'nicht_pruefbar')
              ORDER BY f.pruefung_id, f.position, a.merkmal"),
            [als_json(&pruefungen)?],
            |z| Ok((z.get("pruefung_id")?, abweichung(z)?)),
        )?;
        Ok(je_pruefung(zeilen))
    }

    /// Answers by item and team over the checked units.
    pub fn auswertung_merkmale(&self, pruefung_id: &str) -> StorageErgebnis<Vec<Merkmalszahl>> {
        Ok(self.auswertung_merkmale_von(&[pruefung_id])?.remove(pruefung_id).unwrap_or_default())
    }

    /// The same of several checks, by the id of the check.
    pub fn auswertung_merkmale_von(
        &self,
        pruefungen: &[&str],
    ) -> StorageErgebnis<BTreeMap<String, Vec<Merkmalszahl>>> {
        let zeilen = self.alle(
            "SELECT f.pruefung_id, a.merkmal, f.team_id,
                    count(*) FILTER (WHERE a.wert = 'ja') AS ja,
                    count(*) FILTER (WHERE a.wert = 'nein') AS nein,
                    count(*) FILTER (WHERE a.wert = 'teilweise') AS teilweise,
                    count(*) FILTER (WHERE a.wert = 'nicht_anwendbar') AS nicht_anwendbar,
                    count(*) FILTER (WHERE a.wert = 'nicht_pruefbar') AS nicht_pruefbar,
                    count(*) FILTER (WHERE a.wert = 'nein' AND x.stand = 'zurueckgenommen') AS nein_weg,
                    count(*) FILTER (WHERE a.wert = 'teilweise' AND x.stand = 'zurueckgenommen') AS teilweise_weg
               FROM prueffall f JOIN antwort a ON a.prueffall_id = f.id
               LEFT JOIN feststellung x ON x.prueffall_id = f.id AND x.merkmal = a.merkmal
              WHERE f.pruefung_id IN (SELECT value FROM json_each(?1)) AND f.stand IN ('geprueft', 'bestaetigt')
              GROUP BY f.pruefung_id, a.merkmal, f.team_id ORDER BY f.pruefung_id, a.merkmal, f.team_id",
            [als_json(&pruefungen)?],
            |z| {
                let zahl = Merkmalszahl {
                    merkmal: z.get("merkmal")?,
                    team: z.get("team_id")?,
                    ja: z.get("ja")?,
                    nein: z.get("nein")?,
                    teilweise: z.get("teilweise")?,
                    nicht_anwendbar: z.get("nicht_anwendbar")?,
                    nicht_pruefbar: z.get("nicht_pruefbar")?,
                    nein_zurueckgenommen: z.get("nein_weg")?,
                    teilweise_zurueckgenommen: z.get("teilweise_weg")?,
                };
                Ok((z.get("pruefung_id")?, zahl))
            },
        )?;
        Ok(je_pruefung(zeilen))
    }

    /// Teams with their areas, for the small-group rules.
    pub fn teamangaben(&self) -> StorageErgebnis<Vec<Teamangabe>> {
        self.alle(
            "SELECT t.id, t.name, b.name AS bereich, t.unter_fuenf FROM team t JOIN bereich b ON b.id = t.bereich_id ORDER BY t.name, t.id",
            [],
            |z| {
                Ok(Teamangabe {
                    id: z.get("id")?,
                    name: z.get("name")?,
                    bereich: z.get("bereich")?,
                    unter_fuenf: z.get("unter_fuenf")?,
                })
            },
        )
    }

    /// German titles of Sachgebiete and causes by kennung.
    pub fn katalogtitel(&self) -> StorageErgebnis<BTreeMap<String, String>> {
        Ok(self
            .alle("SELECT kennung, titel FROM katalogeintrag ORDER BY gueltig_ab, id", [], |z| {
                Ok((z.get(0)?, z.get(1)?))
            })?
            .into_iter()
            .collect())
    }
}

fn je_pruefung<T>(zeilen: Vec<(String, T)>) -> BTreeMap<String, Vec<T>> {
    let mut je: BTreeMap<String, Vec<T>> = BTreeMap::new();
    for (pruefung, zeile) in zeilen {
        je.entry(pruefung).or_default().push(zeile);
    }
    je
}

fn abweichung(z: &Row<'_>) -> rusqlite::Result<Abweichung> {
    let feststellung = match z.get::<_, Option<String>>("feststellung")? {
        None => None,
        Some(_) => {
            let stand: FeststellungStand = wort(z, "stand")?;
            Some(Kern {
                zurueckgenommen: stand == FeststellungStand::Zurueckgenommen,
                ungeklaert: !stand.endgueltig(),
                schwere: wort(z, "schwere")?,
                wirkung: wort(z, "wirkung")?,
                bund_cent: z.get("betrag_bund_cent")?,
                kommune_cent: z.get("betrag_kommune_cent")?,
                monatlich: z.get("monatlich")?,
                monate: z.get("monate")?,
                sachgebiet: z.get("sachgebiet")?,
                ursache: z.get("ursache")?,
            })
        }
    };
    Ok(Abweichung {
        position: z.get("position")?,
        merkmal: z.get("merkmal")?,
        art: match z.get::<_, String>("wert")?.as_str() {
            "nein" => Abweichungsart::Nein,
            "teilweise" => Abweichungsart::Teilweise,
            _ => Abweichungsart::NichtPruefbar,
        },
        feststellung,
    })
}
