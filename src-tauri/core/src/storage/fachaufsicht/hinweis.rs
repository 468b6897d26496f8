//! What the quality rules find: one statement a rule, each bounded, each with its full count.

use super::Sicht;
use crate::fachaufsicht::hinweis::Hinweisregel;
use crate::storage::{Lesen, StorageErgebnis};
use chrono::{Days, NaiveDate};
use rusqlite::params_from_iter;
use rusqlite::types::Value;
use serde::Serialize;
use ts_rs::TS;

/// Rows of one rule that are read.
const HOECHSTENS: u32 = 100;

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Hinweiszeile {
    /// Id of the check.
    pub pruefung_id: String,
    /// `FA-2026-001`.
    pub nummer: String,
    /// Id of the Feststellung or of the Prüffall; none where the whole check is meant.
    pub objekt_id: Option<String>,
    /// Which one, in words.
    pub text: String,
    /// Since when.
    #[ts(type = "string | null")]
    pub seit: Option<NaiveDate>,
}

/// What of a finding each rule selects: check, number, record, words, since when. ?5 is today, ?6 thirty, ?7 sixty
/// and ?8 ninety days ago, ?9 whether small teams may be named.
fn anweisung(regel: Hinweisregel) -> String {
    use Hinweisregel as R;
    let fall = Sicht::PRUEFFALL;
    // A team of fewer than five employees is named to its own Teamleitung and to the Qualitätsmanagement only.
    let team = "CASE WHEN t.unter_fuenf = 1 AND NOT (?9 OR t.id IN (SELECT value FROM json_each(?3))) THEN b.name ELSE 'Team ' || t.name END";
    let pruefung = Sicht::PRUEFUNG;
    match regel {
        R::StellungnahmeFehlt => format!(
            "SELECT p.id, p.nummer, x.id AS objekt, 'Feststellung ' || x.nummer || coalesce(', ' || {team}, '') AS text, x.stellungnahme_bis AS seit
               FROM feststellung x JOIN prueffall f ON f.id = x.prueffall_id JOIN pruefung p ON p.id = f.pruefung_id LEFT JOIN team t ON t.id = f.team_id LEFT JOIN bereich b ON b.id = t.bereich_id
              WHERE {fall} AND x.stand = 'zur_stellungnahme' AND x.stellungnahme_bis < ?5"
        ),
        R::KorrekturUeberfaellig => format!(
            "SELECT p.id, p.nummer, x.id AS objekt, 'Feststellung ' || x.nummer || coalesce(', ' || {team}, '') AS text, k.faellig_am AS seit
               FROM korrektur k JOIN feststellung x ON x.id = k.feststellung_id JOIN prueffall f ON f.id = x.prueffall_id
               JOIN pruefung p ON p.id = f.pruefung_id LEFT JOIN team t ON t.id = f.team_id LEFT JOIN bereich b ON b.id = t.bereich_id
              WHERE {fall} AND k.erledigt_am IS NULL AND k.faellig_am < ?5 AND x.stand <> 'zurueckgenommen'"
        ),
        R::KorrekturUnbestaetigt => format!(
            "SELECT p.id, p.nummer, x.id AS objekt, 'Feststellung ' || x.nummer || coalesce(', ' || {team}, '') AS text, k.erledigt_am AS seit
               FROM korrektur k JOIN feststellung x ON x.id = k.feststellung_id JOIN prueffall f ON f.id = x.prueffall_id
               JOIN pruefung p ON p.id = f.pruefung_id LEFT JOIN team t ON t.id = f.team_id LEFT JOIN bereich b ON b.id = t.bereich_id
              WHERE {fall} AND k.erledigt_am < ?6 AND k.bestaetigt_am IS NULL AND x.stand <> 'zurueckgenommen'"
        ),
        R::GegenpruefungOffen => format!(
            "SELECT p.id, p.nummer, NULL AS objekt,
                    CASE count(*) WHEN 1 THEN '1 Prüfbogen' ELSE count(*) || ' Prüfbögen' END AS text, date(min(f.geprueft_am)) AS seit
               FROM prueffall f JOIN pruefung p ON p.id = f.pruefung_id
              WHERE {fall} AND p.stand = 'gezogen' AND f.stand = 'geprueft' AND date(f.geprueft_am) < ?6
              GROUP BY p.id"
        ),
        R::PruefungLiegt => format!(
            "SELECT p.id, p.nummer, NULL AS objekt, h.titel AS text, date(max(z.gezogen_am)) AS seit
               FROM pruefung p JOIN pruefthema h ON h.id = p.thema_id JOIN ziehung z ON z.pruefung_id = p.id
              WHERE {pruefung} AND p.stand = 'gezogen'
              GROUP BY p.id HAVING date(max(z.gezogen_am)) < ?8"
        ),
        R::ZiehungOffen => format!(
            "SELECT p.id, p.nummer, NULL AS objekt, h.titel AS text, date(max(z.gezogen_am)) AS seit
               FROM pruefung p JOIN pruefthema h ON h.id = p.thema_id JOIN ziehung z ON z.pruefung_id = p.id
              WHERE {pruefung} AND p.stand = 'gezogen' AND z.geschlossen_am IS NULL
              GROUP BY p.id HAVING date(max(z.gezogen_am)) < ?7"
        ),
        R::OhneProtokoll => format!(
            "SELECT p.id, p.nummer, NULL AS objekt, h.titel AS text, date(min(z.gezogen_am)) AS seit
               FROM pruefung p JOIN pruefthema h ON h.id = p.thema_id JOIN ziehung z ON z.pruefung_id = p.id
              WHERE {pruefung} AND p.auswahl = 'zufall' AND p.stand IN ('gezogen', 'abgeschlossen') AND z.ergebnis_hash IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM export e WHERE e.art = 'ziehungsprotokoll' AND e.objekt = z.id)
                AND NOT EXISTS (SELECT 1 FROM export e WHERE e.objekt = p.id AND e.titel LIKE '%mit Dateien zum Nachrechnen%')
              GROUP BY p.id"
        ),
        R::BogenUngeprueft => format!(
            "SELECT p.id, p.nummer, NULL AS objekt, h.titel || ', Fassung ' || v.nummer AS text, NULL AS seit
               FROM pruefung p JOIN pruefthema h ON h.id = p.thema_id JOIN bogenvorlage v ON v.id = p.vorlage_id
              WHERE {pruefung} AND p.stand IN ('gezogen', 'abgeschlossen') AND v.freigegeben_am IS NULL"
        ),
        // Who checked and who confirmed may change places; a fact of the house, so only for who sees all of it.
        R::ImmerDieselben => "SELECT max(p.id) AS id, max(p.nummer) AS nummer, NULL AS objekt,
                    min(a.zeichen, b.zeichen) || ' und ' || max(a.zeichen, b.zeichen) || ' in ' || substr(f.gegengeprueft_am, 1, 4) || ': '
                    || count(*) || ' Gegenprüfungen' AS text, NULL AS seit
               FROM prueffall f JOIN pruefung p ON p.id = f.pruefung_id
               JOIN benutzer a ON a.id = f.geprueft_von JOIN benutzer b ON b.id = f.gegengeprueft_von
              WHERE ?1 AND f.gegengeprueft_von IS NOT NULL
              GROUP BY substr(f.gegengeprueft_am, 1, 4)
             HAVING count(*) >= 20
                AND count(DISTINCT min(f.geprueft_von, f.gegengeprueft_von) || max(f.geprueft_von, f.gegengeprueft_von)) = 1"
            .to_owned(),
        R::OhneDatenschutz => format!(
            "SELECT p.id, p.nummer, NULL AS objekt, h.titel AS text, date(p.angelegt_am) AS seit
               FROM pruefung p JOIN pruefthema h ON h.id = p.thema_id
              WHERE {pruefung} AND p.dsb_beteiligt_am IS NULL AND p.stand IN ('eingelesen', 'versiegelt', 'gezogen')"
        ),
    }
}

impl Lesen<'_> {
    /// Findings of a rule that a person may see, oldest first, and how many there are in all. `kleine_teams`: she may
    /// know teams of fewer than five employees by name.
    pub fn hinweise(
        &self,
        sicht: &Sicht,
        kleine_teams: bool,
        regel: Hinweisregel,
        heute: NaiveDate,
    ) -> StorageErgebnis<(Vec<Hinweiszeile>, u64)> {
        let (haus, bereich, teams, person) = sicht.werte()?;
        let vor = |tage| heute.checked_sub_days(Days::new(tage)).unwrap_or(NaiveDate::MIN).to_string();
        let werte: [Value; 9] = [
            haus.into(),
            bereich.map(str::to_owned).into(),
            teams.into(),
            person.map(str::to_owned).into(),
            heute.to_string().into(),
            vor(30).into(),
            vor(60).into(),
            vor(90).into(),
            kleine_teams.into(),
        ];
        let anweisung = anweisung(regel);
        // Every parameter is named, so that one set of values serves all rules.
        let sql = format!(
            "SELECT *, count(*) OVER () AS gesamt FROM ({anweisung})
              WHERE coalesce(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) IS NOT NULL ORDER BY seit, nummer, text LIMIT {HOECHSTENS}"
        );
        let mut gesamt = 0;
        let zeilen = self.alle(&sql, params_from_iter(werte), |z| {
            gesamt = z.get("gesamt")?;
            Ok(Hinweiszeile {
                pruefung_id: z.get("id")?,
                nummer: z.get("nummer")?,
                objekt_id: z.get("objekt")?,
                text: z.get("text")?,
                seit: z.get("seit")?,
            })
        })?;
        Ok((zeilen, gesamt))
    }
}
