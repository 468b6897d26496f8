//! The list of runs: filtered, sorted and paged in the database.

use super::Listensicht;
use super::durchgang::rolle;
use crate::aufzaehlung::{Aufzaehlung, aufzaehlung};
use crate::benutzer::Rolle;
use crate::pruefliste::{Durchgangsstand, Ebene, Kapitel, Listenantworten, Pruefgebiet, gestellte};
use crate::storage::fachaufsicht::wort;
use crate::storage::{Lesen, StorageErgebnis, als_json, json_spalte};
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

aufzaehlung! {
    /// Column by which the runs are sorted.
    Durchgangssortierung {
        /// Open ones by their due day first.
        Dringlichkeit = "dringlichkeit", "Dringlichkeit";
        /// Number.
        Nummer = "nummer", "Nummer";
        /// Catalogue.
        Katalog = "katalog", "Prüfliste";
        /// Unit.
        Einheit = "einheit", "Einheit";
        /// End of the period.
        Zeitraum = "zeitraum", "Zeitraum";
        /// Due day.
        Faellig = "faellig", "Fällig am";
        /// State.
        Stand = "stand", "Stand";
        /// Fulfilled of applicable.
        Ergebnis = "ergebnis", "Ergebnis";
    }
}

/// What to leave out.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct DurchgangFilter {
    /// Part of number, catalogue or unit.
    pub suche: String,
    /// Kinds; none: all.
    pub gebiete: Vec<Pruefgebiet>,
    /// Catalogue.
    pub katalog_id: Option<String>,
    /// States; none: all.
    pub staende: Vec<Durchgangsstand>,
    /// Planned, at work or presented.
    pub nur_offene: bool,
    /// Open, and its due day has passed.
    pub ueberfaellig: bool,
    /// Presented, and this person may release it.
    pub zur_freigabe: bool,
    /// Kind of the unit.
    pub ebene: Option<Ebene>,
    /// Site or team.
    pub einheit_id: Option<String>,
    /// Responsible functions; none: all.
    pub rollen: Vec<Rolle>,
    /// Its period ends on that day or later.
    #[ts(type = "string | null")]
    pub zeitraum_von: Option<NaiveDate>,
    /// Its period begins on that day or earlier.
    #[ts(type = "string | null")]
    pub zeitraum_bis: Option<NaiveDate>,
    /// Due on that day or later.
    #[ts(type = "string | null")]
    pub faellig_von: Option<NaiveDate>,
    /// Due on that day or earlier.
    #[ts(type = "string | null")]
    pub faellig_bis: Option<NaiveDate>,
    /// With those that a correction replaced.
    pub auch_ersetzte: bool,
}

/// One run in the list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Durchgangszeile {
    /// Id.
    pub id: String,
    /// Number.
    pub nummer: String,
    /// 1, and one more with each correction.
    pub fassung: i64,
    /// Title of the catalogue.
    pub katalog: String,
    /// What it is about.
    pub gebiet: Pruefgebiet,
    /// Version of the catalogue.
    pub katalogfassung: i64,
    /// Kind of the unit.
    pub ebene: Ebene,
    /// Name of the unit.
    pub einheit: String,
    /// First day of the period.
    #[ts(type = "string")]
    pub von: NaiveDate,
    /// Last day.
    #[ts(type = "string")]
    pub bis: NaiveDate,
    /// Responsible function.
    pub rolle: Rolle,
    /// By when it is presented.
    #[ts(type = "string")]
    pub faellig_am: NaiveDate,
    /// State.
    pub stand: Durchgangsstand,
    /// Questions that are asked in it after the answers so far, as its page counts them.
    pub fragen: u64,
    /// Answered ones of those.
    pub beantwortet: u64,
    /// Deviations among them.
    pub abweichungen: u64,
    /// Fulfilled ones, once released.
    pub erfuellt: Option<u64>,
    /// Applicable ones, once released.
    pub anwendbar: Option<u64>,
    /// When it was released, UTC.
    pub freigegeben_am: Option<String>,
    /// For optimistic locking.
    pub version: i64,
}

/// ?1 to ?5 sight, ?6 today, ?7 the person, then the filter.
const WO: &str = "
    (?8 = '' OR instr(lower(d.nummer || ' ' || k.titel || ' ' || coalesce(t.name, s.name, 'haus')), ?8) > 0)
    AND (?9 = '[]' OR k.gebiet IN (SELECT value FROM json_each(?9)))
    AND (?10 IS NULL OR d.katalog_id = ?10)
    AND (?11 = '[]' OR d.stand IN (SELECT value FROM json_each(?11)))
    AND (NOT ?12 OR d.stand IN ('geplant', 'in_arbeit', 'vorgelegt'))
    AND (NOT ?13 OR d.stand IN ('geplant', 'in_arbeit', 'vorgelegt') AND d.faellig_am < ?6)
    AND (?15 IS NULL OR d.ebene = ?15) AND (?16 IS NULL OR d.einheit_id = ?16)
    AND (?17 = '[]' OR d.rolle IN (SELECT value FROM json_each(?17)))
    AND (?18 IS NULL OR d.bis >= ?18) AND (?19 IS NULL OR d.von <= ?19)
    AND (?20 OR d.stand <> 'ersetzt')
    AND (?21 IS NULL OR d.faellig_am >= ?21) AND (?22 IS NULL OR d.faellig_am <= ?22)";

const AUS: &str = "FROM durchgang d JOIN pruefkatalog k ON k.id = d.katalog_id
    LEFT JOIN team t ON d.ebene = 'team' AND t.id = d.einheit_id LEFT JOIN standort s ON d.ebene = 'standort' AND s.id = d.einheit_id";

impl Lesen<'_> {
    /// One page of the runs and how many the filter matches.
    pub fn durchgangsliste(
        &self,
        sicht: &Listensicht,
        (heute, person): (NaiveDate, &str),
        filter: &DurchgangFilter,
        (sortierung, absteigend): (Durchgangssortierung, bool),
        (ab, anzahl): (u32, u32),
    ) -> StorageErgebnis<(Vec<Durchgangszeile>, u64)> {
        let mut werte = werte(sicht, (heute, person), filter)?;
        // ?6 is named even where no filter needs it: SQLite demands each.
        let wo = format!(
            "{} AND ?6 IS NOT NULL AND (NOT ?14 OR {}) AND {WO}",
            Listensicht::DURCHGANG,
            Listensicht::unbeteiligt("?7")
        );
        let gesamt = self.zahl(&format!("SELECT count(*) {AUS} WHERE {wo}"), params_from_iter(&werte))?;
        let richtung = if absteigend { "DESC" } else { "ASC" };
        let spalte = match sortierung {
            Durchgangssortierung::Dringlichkeit => {
                "CASE WHEN d.stand IN ('geplant', 'in_arbeit', 'vorgelegt') THEN julianday(d.faellig_am) ELSE 9e6 - julianday(d.bis) END"
            }
            Durchgangssortierung::Nummer => "d.nummer",
            Durchgangssortierung::Katalog => "k.titel",
            Durchgangssortierung::Einheit => {
                "CASE d.ebene WHEN 'haus' THEN '' ELSE coalesce(t.name, s.name) END"
            }
            Durchgangssortierung::Zeitraum => "d.bis",
            Durchgangssortierung::Faellig => "d.faellig_am",
            Durchgangssortierung::Stand => "d.stand",
            Durchgangssortierung::Ergebnis => "CAST(d.erfuellt AS REAL) / max(d.anwendbar, 1)",
        };
        werte.extend([i64::from(anzahl).into(), i64::from(ab).into()]);
        let (limit, offset) = (werte.len() - 1, werte.len());
        let zeilen = self.alle(
            &format!(
                "SELECT d.*, k.titel AS katalog, k.gebiet, f.nummer AS katalogfassung, coalesce(t.name, s.name, 'Haus') AS einheit
                   {AUS} JOIN pruefkatalogfassung f ON f.id = d.katalogfassung_id
                  WHERE {wo} ORDER BY {spalte} {richtung}, d.nummer {richtung}, d.fassung {richtung} LIMIT ?{limit} OFFSET ?{offset}"
            ),
            params_from_iter(&werte),
            zeile,
        )?;
        Ok((self.gezaehlt(zeilen)?, u64::try_from(gesamt).unwrap_or(0)))
    }

    /// The rows with the questions that are asked. An answer to one that another version or another answer took out of
    /// the run is still stored, and counts nowhere.
    fn gezaehlt(&self, zeilen: Vec<Rohzeile>) -> StorageErgebnis<Vec<Durchgangszeile>> {
        let ids: Vec<&str> = zeilen.iter().map(|z| z.zeile.id.as_str()).collect();
        let mut antworten: BTreeMap<String, Listenantworten> = BTreeMap::new();
        for (durchgang, frage, wert) in self.alle(
            "SELECT durchgang_id, frage, wert FROM pruefantwort WHERE durchgang_id IN (SELECT value FROM json_each(?1)) ORDER BY durchgang_id, frage",
            [als_json(&ids)?],
            |z| Ok((z.get("durchgang_id")?, z.get("frage")?, wort(z, "wert")?)),
        )? {
            antworten.entry(durchgang).or_default().insert(frage, wert);
        }
        let ids: Vec<&str> = zeilen.iter().map(|z| z.fassung.as_str()).collect();
        let fassungen: BTreeMap<String, Vec<Kapitel>> =
            self.katalogfassungen(&ids)?.into_iter().map(|f| (f.id, f.kapitel)).collect();
        let keine = Listenantworten::new();
        let zaehle = |Rohzeile { zeile, fassung, umfang }: Rohzeile| {
            let werte = antworten.get(&zeile.id).unwrap_or(&keine);
            let gestellt = gestellte(fassungen.get(&fassung).map_or(&[], Vec::as_slice), &umfang, werte);
            let gegeben: Vec<_> = gestellt.iter().filter_map(|f| werte.get(&f.kennung)).collect();
            Durchgangszeile {
                fragen: gestellt.len() as u64,
                beantwortet: gegeben.len() as u64,
                abweichungen: gegeben.iter().filter(|a| a.ist_abweichung()).count() as u64,
                ..zeile
            }
        };
        Ok(zeilen.into_iter().map(zaehle).collect())
    }
}

/// A row before its questions are counted.
struct Rohzeile {
    zeile: Durchgangszeile,
    /// Id of the version of the catalogue.
    fassung: String,
    /// Kennungen of the questions that are due.
    umfang: BTreeSet<String>,
}

fn werte(
    sicht: &Listensicht,
    (heute, person): (NaiveDate, &str),
    f: &DurchgangFilter,
) -> StorageErgebnis<Vec<Value>> {
    let tag = |t: Option<NaiveDate>| -> Value { t.map(|t| t.to_string()).into() };
    let mut werte = sicht.werte()?;
    werte.extend([
        heute.to_string().into(),
        person.to_owned().into(),
        f.suche.to_lowercase().into(),
        als_json(&f.gebiete)?.into(),
        f.katalog_id.clone().into(),
        als_json(&f.staende)?.into(),
        f.nur_offene.into(),
        f.ueberfaellig.into(),
        f.zur_freigabe.into(),
        f.ebene.map(|e| e.name().to_owned()).into(),
        f.einheit_id.clone().into(),
        als_json(&f.rollen)?.into(),
        tag(f.zeitraum_von),
        tag(f.zeitraum_bis),
        f.auch_ersetzte.into(),
        tag(f.faellig_von),
        tag(f.faellig_bis),
    ]);
    Ok(werte)
}

fn zeile(z: &Row<'_>) -> rusqlite::Result<Rohzeile> {
    let zeile = Durchgangszeile {
        id: z.get("id")?,
        nummer: z.get("nummer")?,
        fassung: z.get("fassung")?,
        katalog: z.get("katalog")?,
        gebiet: wort(z, "gebiet")?,
        katalogfassung: z.get("katalogfassung")?,
        ebene: wort(z, "ebene")?,
        einheit: z.get("einheit")?,
        von: z.get("von")?,
        bis: z.get("bis")?,
        rolle: rolle(z)?,
        faellig_am: z.get("faellig_am")?,
        stand: wort(z, "stand")?,
        fragen: 0,
        beantwortet: 0,
        abweichungen: 0,
        erfuellt: z.get("erfuellt")?,
        anwendbar: z.get("anwendbar")?,
        freigegeben_am: z.get("freigegeben_am")?,
        version: z.get("version")?,
    };
    Ok(Rohzeile { zeile, fassung: z.get("katalogfassung_id")?, umfang: json_spalte(z, "fragen")? })
}
