//! The tickets of a period as they are counted: one query, without texts.

use super::Reaktionssicht;
use crate::kundenreaktion::Anliegen;
use crate::kundenreaktion::auswertung::Reaktionszahl;
use crate::storage::fachaufsicht::{wort, wort_oder_nichts};
use crate::storage::{Lesen, StorageErgebnis};
use chrono::NaiveDate;
use rusqlite::{Row, params_from_iter};

impl Lesen<'_> {
    /// What came in until `bis` and was not closed before `seit`, within the sight of a person.
    pub fn reaktionszahlen(
        &self,
        sicht: &Reaktionssicht,
        (seit, bis): (NaiveDate, NaiveDate),
    ) -> StorageErgebnis<Vec<Reaktionszahl>> {
        let tage = [seit, bis].map(|tag| tag.to_string().into());
        let werte = sicht.werte()?.into_iter().chain(tage);
        let mut anweisung = self.conn.prepare_cached(&format!(
            "SELECT k.nr, k.art, k.kanal, k.eingang, k.bestaetigung_bis, k.bestaetigt_am, k.antwort_bis, k.beantwortet_am, k.pausentage, k.nachgetragen,
                    k.ergebnis, k.urteil, k.pseudonym, k.verfahren_id IS NOT NULL AS rechtsbehelf, k.massnahmen, k.rueckmeldung, k.abschluss_am,
                    a.art AS anliegen, a.sachgebiet, a.team_id, a.ursache
               FROM kundenreaktion k LEFT JOIN kundenreaktion_anliegen a ON a.reaktion_id = k.id
              WHERE k.eingang <= ?7 AND (k.abschluss_am IS NULL OR k.abschluss_am >= ?6) AND {}
              ORDER BY k.nr, a.stelle",
            Reaktionssicht::REAKTION
        ))?;
        let mut zeilen = anweisung.query(params_from_iter(werte))?;
        let mut zahlen: Vec<Reaktionszahl> = Vec::new();
        let mut letzte = None;
        while let Some(z) = zeilen.next()? {
            let nr: i64 = z.get("nr")?;
            if letzte != Some(nr) {
                letzte = Some(nr);
                zahlen.push(zahl(z)?);
            }
            if let (Some(art), Some(reaktion)) = (wort_oder_nichts(z, "anliegen")?, zahlen.last_mut()) {
                reaktion.anliegen.push(Anliegen {
                    art,
                    sachgebiet: z.get("sachgebiet")?,
                    team_id: z.get("team_id")?,
                    ursache: z.get("ursache")?,
                });
            }
        }
        Ok(zahlen)
    }
}

fn zahl(z: &Row<'_>) -> rusqlite::Result<Reaktionszahl> {
    Ok(Reaktionszahl {
        art: wort(z, "art")?,
        kanal: wort(z, "kanal")?,
        eingang: z.get("eingang")?,
        bestaetigung_bis: z.get("bestaetigung_bis")?,
        bestaetigt_am: z.get("bestaetigt_am")?,
        antwort_bis: z.get("antwort_bis")?,
        beantwortet_am: z.get("beantwortet_am")?,
        pausentage: z.get("pausentage")?,
        nachgetragen: z.get("nachgetragen")?,
        ergebnis: wort_oder_nichts(z, "ergebnis")?,
        urteil: wort_oder_nichts(z, "urteil")?,
        pseudonym: z.get("pseudonym")?,
        rechtsbehelf: z.get("rechtsbehelf")?,
        massnahmen: z.get("massnahmen")?,
        rueckmeldung: wort_oder_nichts(z, "rueckmeldung")?,
        abschluss_am: z.get("abschluss_am")?,
        anliegen: Vec::new(),
    })
}
