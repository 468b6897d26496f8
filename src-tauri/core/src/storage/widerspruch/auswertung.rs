//! Counts of the register over a period: five grouped queries, each within one covering index.

use super::Registersicht;
use crate::storage::fachaufsicht::{wort, wort_oder_nichts};
use crate::storage::{Lesen, StorageErgebnis};
use crate::widerspruch::Verfahrensart;
use crate::widerspruch::auswertung::{Dauerzahl, Entscheidungszahl, Material, Monatszahl};
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};

impl Lesen<'_> {
    /// Everything that the evaluation of a period reads, within the sight of a person.
    pub fn widerspruch_material(
        &self,
        sicht: &Registersicht,
        von: NaiveDate,
        bis: NaiveDate,
    ) -> StorageErgebnis<Material> {
        let sichtbar = Registersicht::VERFAHREN;
        let werte: Vec<Value> =
            sicht.werte()?.into_iter().chain([von.to_string().into(), bis.to_string().into()]).collect();
        let monatszahlen = |tag: &str| {
            self.alle(
                &format!(
                    "SELECT v.art, substr(v.{tag}, 1, 7) AS monat, count(*) AS anzahl FROM verfahren v
                      WHERE v.{tag} BETWEEN ?4 AND ?5 AND {sichtbar} GROUP BY v.art, monat ORDER BY v.art, monat"
                ),
                params_from_iter(&werte),
                |z| Ok(Monatszahl { art: wort(z, "art")?, monat: z.get("monat")?, anzahl: z.get("anzahl")? }),
            )
        };
        Ok(Material {
            von,
            bis,
            bestand_vorher: self
                .alle(
                    &format!(
                        "SELECT v.art, count(*) AS anzahl FROM verfahren v INDEXED BY verfahren_liste
                          WHERE v.eingang < ?4 AND (v.entschieden_am IS NULL OR v.entschieden_am >= ?4) AND {sichtbar}
                          GROUP BY v.art ORDER BY v.art"
                    ),
                    params_from_iter(&werte[..4]),
                    |z| Ok((wort::<Verfahrensart>(z, "art")?, z.get("anzahl")?)),
                )?
                .into_iter()
                .collect(),
            zugang: monatszahlen("eingang")?,
            abgang: monatszahlen("entschieden_am")?,
            entscheidungen: self.alle(
                &format!(
                    "SELECT v.art, v.ergebnis, v.sachgebiet, coalesce(v.team_id, '') AS team, v.stattgabegrund, coalesce(v.ursache, '') AS ursache,
                            count(*) AS anzahl, count(v.wartefrist) AS mit_wartefrist,
                            count(*) FILTER (WHERE v.entschieden_am <= v.wartefrist) AS fristgerecht,
                            count(*) FILTER (WHERE v.kosten_cent > 0) AS mit_kosten, coalesce(sum(v.kosten_cent), 0) AS kosten_cent
                       FROM verfahren v WHERE v.entschieden_am BETWEEN ?4 AND ?5 AND {sichtbar}
                      GROUP BY v.art, v.ergebnis, v.sachgebiet, v.team_id, v.stattgabegrund, v.ursache
                      ORDER BY v.art, v.ergebnis, v.sachgebiet, v.team_id, v.stattgabegrund, v.ursache"
                ),
                params_from_iter(&werte),
                entscheidungszahl,
            )?,
            dauern: self.alle(
                &format!(
                    "SELECT v.art, CAST(julianday(v.entschieden_am) - julianday(v.eingang) AS INTEGER) AS tage, count(*) AS anzahl
                       FROM verfahren v WHERE v.entschieden_am BETWEEN ?4 AND ?5 AND {sichtbar} GROUP BY v.art, tage ORDER BY v.art, tage"
                ),
                params_from_iter(&werte),
                |z| Ok(Dauerzahl { art: wort(z, "art")?, tage: z.get("tage")?, anzahl: z.get("anzahl")? }),
            )?,
            teams: self.teamangaben()?,
            katalog: self.katalogtitel()?,
        })
    }
}

fn entscheidungszahl(z: &Row<'_>) -> rusqlite::Result<Entscheidungszahl> {
    Ok(Entscheidungszahl {
        art: wort(z, "art")?,
        ergebnis: wort(z, "ergebnis")?,
        sachgebiet: z.get("sachgebiet")?,
        team: z.get("team")?,
        grund: wort_oder_nichts(z, "stattgabegrund")?,
        ursache: z.get("ursache")?,
        anzahl: z.get("anzahl")?,
        mit_wartefrist: z.get("mit_wartefrist")?,
        fristgerecht: z.get("fristgerecht")?,
        mit_kosten: z.get("mit_kosten")?,
        kosten_cent: z.get("kosten_cent")?,
    })
}
