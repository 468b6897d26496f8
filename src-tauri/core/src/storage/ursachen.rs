//! Counts for the comparison of causes: one grouped query a source, each within the sight of its own module.

use super::fachaufsicht::nachschau::KORRIGIERTE;
use super::fachaufsicht::wort;
use super::{Lesen, Reaktionssicht, Registersicht, Sicht, StorageErgebnis, als_json};
use crate::aufzaehlung::Aufzaehlung;
use crate::kundenreaktion::Reaktionsart;
use crate::ursachen::{LetztePruefung, Quartal, Ursachenquelle, Ursachenzahl};
use crate::widerspruch::Verfahrensergebnis;
use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};

/// The quarter of a day in a column of days, as [`Quartal::name`].
fn quartal(spalte: &str) -> String {
    format!("substr({spalte}, 1, 4) || '-Q' || ((CAST(substr({spalte}, 6, 2) AS INTEGER) + 2) / 3)")
}

fn tage(von: Quartal, bis: Quartal) -> [Value; 2] {
    [von.erster_tag().to_string().into(), bis.letzter_tag().to_string().into()]
}

impl Lesen<'_> {
    /// Anliegen of tickets that were answered or ended, without those that go on in another ticket.
    pub fn ursachen_kundenreaktionen(
        &self,
        sicht: &Reaktionssicht,
        von: Quartal,
        bis: Quartal,
    ) -> StorageErgebnis<Vec<Ursachenzahl>> {
        let beurteilt: Vec<&str> =
            Reaktionsart::ALLE.iter().filter(|a| a.beurteilt()).map(|a| a.name()).collect();
        let mut werte = sicht.werte()?;
        werte.extend(tage(von, bis));
        werte.push(als_json(&beurteilt)?.into());
        self.alle(
            &format!(
                "SELECT 'kundenreaktion' AS quelle, {} AS quartal, coalesce(a.sachgebiet, '') AS sachgebiet, coalesce(a.ursache, '') AS ursache,
                        count(*) AS alle,
                        count(*) FILTER (WHERE k.urteil IS NOT NULL AND k.art IN (SELECT value FROM json_each(?8))) AS nenner,
                        count(*) FILTER (WHERE k.urteil IN ('berechtigt', 'teilweise') AND k.art IN (SELECT value FROM json_each(?8))) AS zaehler
                   FROM kundenreaktion k JOIN kundenreaktion_anliegen a ON a.reaktion_id = k.id
                  WHERE k.beantwortet_am BETWEEN ?6 AND ?7 AND coalesce(k.ergebnis, '') <> 'zusammengefuehrt' AND {}
                  GROUP BY 2, 3, 4",
                quartal("k.beantwortet_am"),
                sicht.wo()
            ),
            params_from_iter(werte),
            zahl,
        )
    }

    /// Settled Widersprüche.
    pub fn ursachen_widersprueche(
        &self,
        sicht: &Registersicht,
        von: Quartal,
        bis: Quartal,
    ) -> StorageErgebnis<Vec<Ursachenzahl>> {
        let erfolgreich: Vec<&str> =
            Verfahrensergebnis::ALLE.iter().filter(|e| e.erfolgreich()).map(|e| e.name()).collect();
        let mut werte: Vec<Value> = sicht.werte()?.into();
        werte.extend(tage(von, bis));
        werte.push(als_json(&erfolgreich)?.into());
        self.alle(
            &format!(
                "SELECT 'widerspruch' AS quelle, {} AS quartal, v.sachgebiet, coalesce(v.ursache, '') AS ursache, count(*) AS alle, count(*) AS nenner,
                        count(*) FILTER (WHERE v.ergebnis IN (SELECT value FROM json_each(?6))) AS zaehler
                   FROM verfahren v WHERE v.entschieden_am BETWEEN ?4 AND ?5 AND v.art = 'widerspruch' AND {}
                  GROUP BY 2, 3, 4",
                quartal("v.entschieden_am"),
                Registersicht::VERFAHREN
            ),
            params_from_iter(werte),
            zahl,
        )
    }

    /// Checked cases and Feststellungen that were not taken back, of finished checks, by the Sachgebiet of the theme. A check ends at
    /// a moment, so the quarters come with theirs.
    pub fn ursachen_feststellungen(
        &self,
        sicht: &Sicht,
        von: Quartal,
        bis: Quartal,
    ) -> StorageErgebnis<Vec<Ursachenzahl>> {
        let quartale: Vec<[String; 3]> = Quartal::folge(von, bis)
            .into_iter()
            .map(|q| [q.name(), q.beginn_utc(), q.naechstes().beginn_utc()])
            .collect();
        let (haus, bereich, teams, person) = sicht.werte()?;
        let sichtbar = Sicht::PRUEFFALL;
        self.alle(
            &format!(
                "WITH p AS (
                    SELECT p.id, p.bereich_id, p.stand, h.sachgebiet, q.value ->> 0 AS quartal,
                           CASE WHEN p.auswahl = 'bewusst' OR {KORRIGIERTE} THEN 'bewusste_pruefung' ELSE 'zufallspruefung' END AS quelle
                      FROM json_each(?5) q JOIN pruefung p ON p.beendet_am >= q.value ->> 1 AND p.beendet_am < q.value ->> 2
                      JOIN pruefthema h ON h.id = p.thema_id WHERE p.stand = 'abgeschlossen')
                 SELECT p.quelle, p.quartal, p.sachgebiet, '' AS ursache, count(*) AS alle, count(*) AS nenner, 0 AS zaehler
                   FROM p JOIN prueffall f ON f.pruefung_id = p.id
                  WHERE f.stand IN ('geprueft', 'bestaetigt') AND {sichtbar} GROUP BY 1, 2, 3
                 UNION ALL
                 SELECT p.quelle, p.quartal, p.sachgebiet, x.ursache, 0, 0, count(*)
                   FROM p JOIN prueffall f ON f.pruefung_id = p.id JOIN feststellung x ON x.prueffall_id = f.id
                  WHERE x.stand <> 'zurueckgenommen' AND {sichtbar} GROUP BY 1, 2, 3, 4"
            ),
            (haus, bereich, teams, person, als_json(&quartale)?),
            zahl,
        )
    }

    /// When each Sachgebiet was checked last, over all years.
    pub fn letzte_pruefungen(&self, sicht: &Sicht) -> StorageErgebnis<Vec<LetztePruefung>> {
        self.alle(
            &format!(
                "SELECT h.sachgebiet, max(p.beendet_am) FILTER (WHERE p.stand = 'abgeschlossen') AS zuletzt,
                        max(p.stand IN ('geplant', 'eingelesen', 'versiegelt', 'gezogen')) AS laeuft
                   FROM pruefung p JOIN pruefthema h ON h.id = p.thema_id WHERE {} GROUP BY 1",
                Sicht::PRUEFUNG
            ),
            sicht.werte()?,
            |z| {
                Ok(LetztePruefung {
                    sachgebiet: z.get("sachgebiet")?,
                    zuletzt: z.get("zuletzt")?,
                    laeuft: z.get("laeuft")?,
                })
            },
        )
    }
}

fn zahl(z: &Row<'_>) -> rusqlite::Result<Ursachenzahl> {
    let quartal: String = z.get("quartal")?;
    let quelle: Ursachenquelle = wort(z, "quelle")?;
    Ok(Ursachenzahl {
        quelle,
        quartal: Quartal::aus(&quartal).ok_or_else(|| super::haus::damaged(&quartal))?,
        sachgebiet: z.get("sachgebiet")?,
        ursache: z.get("ursache")?,
        zaehler: z.get("zaehler")?,
        nenner: z.get("nenner")?,
        alle: z.get("alle")?,
    })
}
