//! Lists of drawn units, and what waits for a person.

use super::sicht::Listenwerte;
use super::{Sicht, wort};
use crate::fachaufsicht::Aufzaehlung;
use crate::fachaufsicht::aufzaehlung;
use crate::fachaufsicht::bogen::{BogenStand, Gegenpruefung};
use crate::fachaufsicht::fallnummer::Fallnummer;
use crate::storage::{Lesen, StorageErgebnis, als_json};
use chrono::NaiveDate;
use rusqlite::{Row, params};
use serde::Serialize;
use ts_rs::TS;

aufzaehlung! {
    /// Column by which the list of units is sorted.
    Bogensortierung {
        /// Place in the draw.
        Position = "position", "Nr.";
        /// Stratum.
        Schicht = "schicht", "Schicht";
        /// Team.
        Team = "team", "Team";
        /// Amount.
        Betrag = "betrag_cent", "Betrag";
        /// State.
        Stand = "stand", "Stand";
        /// Who checks.
        Zugewiesen = "zugewiesen", "Prüft";
        /// Number of Feststellungen.
        Feststellungen = "feststellungen", "Feststellungen";
    }
}

/// Filter of the list of units; `None` means all.
#[derive(Default)]
pub struct BogenFilter {
    /// Check.
    pub pruefung_id: String,
    /// States; empty means all.
    pub staende: Vec<BogenStand>,
    /// Team.
    pub team_id: Option<String>,
    /// Id of the person who is to check.
    pub zugewiesen_an: Option<String>,
    /// Only units that nobody was given.
    pub nicht_zugewiesen: bool,
    /// Only units with Feststellungen.
    pub nur_mit_feststellung: bool,
    /// Place, beginning of the pseudonym, or part of a visible number.
    pub suche: Option<String>,
}

/// One row of the list of units.
#[derive(Debug, Serialize, TS)]
pub struct BogenZeile {
    /// Id.
    pub id: String,
    /// For optimistic locking.
    pub version: i64,
    /// Place over all draws of the check.
    pub position: i64,
    /// Number, or short pseudonym.
    pub fall: Fallnummer,
    /// Stratum.
    pub schicht: String,
    /// Name of the team.
    pub team: Option<String>,
    /// Amount of the list, cents.
    pub betrag_cent: Option<i64>,
    /// State.
    pub stand: BogenStand,
    /// Why it needs a second person.
    pub gegenpruefung: Gegenpruefung,
    /// Id of the person who is to check.
    pub zugewiesen_an: Option<String>,
    /// Her stable sign.
    pub zugewiesen: Option<String>,
    /// Stable sign of the person who closed the sheet.
    pub geprueft_von: Option<String>,
    /// Stable sign of the second person.
    pub gegengeprueft_von: Option<String>,
    /// Answers saved.
    pub antworten: i64,
    /// Feststellungen that stand.
    pub feststellungen: i64,
}

aufzaehlung! {
    /// What waits for a person.
    Aufgabenart {
        /// Give units to someone.
        Zuweisen = "zuweisen", "Prüffälle zuweisen";
        /// Check.
        Pruefen = "pruefen", "Prüffälle prüfen";
        /// Work on what was returned.
        Nacharbeiten = "nacharbeiten", "zurückgegebene Prüfbögen nacharbeiten";
        /// Check for the second time, without the first sheet.
        Zweitpruefen = "zweitpruefen", "Fälle zum zweiten Mal prüfen";
        /// Counter-check.
        Gegenpruefen = "gegenpruefen", "Prüfbögen gegenprüfen";
        /// Answer a Feststellung.
        Beantworten = "beantworten", "zu Feststellungen Stellung nehmen";
        /// Decide what is disputed.
        Entscheiden = "entscheiden", "strittige Feststellungen entscheiden";
        /// Make final what is accepted or was not answered in time.
        Feststellen = "feststellen", "Feststellungen abschließend feststellen";
        /// Correct a case.
        Korrigieren = "korrigieren", "Fälle korrigieren";
        /// Confirm a correction.
        KorrekturBestaetigen = "korrektur_bestaetigen", "Korrekturen bestätigen";
    }
}

/// What waits for the person in one check.
#[derive(Debug, Serialize, TS)]
pub struct Aufgabe {
    /// What is to be done.
    pub art: Aufgabenart,
    /// The same as a heading.
    pub titel: String,
    /// Id of the check.
    pub pruefung_id: String,
    /// `FA-2026-001`.
    pub pruefung_nummer: String,
    /// Title of the theme.
    pub thema: String,
    /// How many.
    pub anzahl: i64,
    /// The nearest date.
    #[ts(type = "string | null")]
    pub faellig_am: Option<NaiveDate>,
    /// The first unit.
    pub prueffall_id: String,
    /// The first Feststellung, where it is about those.
    pub feststellung_id: Option<String>,
}

/// For which kinds of work the person has the right.
pub struct Aufgabenrechte {
    /// Give units to people.
    pub zuweisen: bool,
    /// Counter-check.
    pub gegenpruefen: bool,
    /// Decide.
    pub entscheiden: bool,
    /// Make final.
    pub feststellen: bool,
    /// Confirm corrections.
    pub bestaetigen: bool,
    /// Teams that she leads.
    pub teams: Vec<String>,
}

/// The condition of [`Sicht::REICHWEITE`] with the parameters ?5 to ?8: whether the plain number is shown.
pub(super) fn klar_bedingung() -> String {
    Sicht::REICHWEITE.replace("?1", "?5").replace("?2", "?6").replace("?3", "?7").replace("?4", "?8")
}

/// Columns `klarnummer`, `team_name` and `entfernt_am` of a unit `f` of check `p` with team `t` in area `b`: the number
/// only where it may be shown; a team of fewer than five employees only to those who check it; the day on which the
/// check lost its numbers by the rule of retention.
pub(super) fn fallspalten() -> String {
    let klar = klar_bedingung();
    format!(
        "CASE WHEN {klar} THEN k.nummer END AS klarnummer,
         CASE WHEN t.unter_fuenf = 1 AND NOT coalesce({klar}, 0) THEN b.name ELSE t.name END AS team_name,
         (SELECT l.am FROM entfernt e JOIN loeschung l ON l.id = e.loeschung_id WHERE e.objekt = p.id) AS entfernt_am"
    )
}

/// Tables that [`fallspalten`] needs.
pub(super) const FALLTABELLEN: &str = "prueffall f JOIN pruefung p ON p.id = f.pruefung_id
    LEFT JOIN team t ON t.id = f.team_id LEFT JOIN bereich b ON b.id = t.bereich_id
    LEFT JOIN prueffall_klar k ON k.prueffall_id = f.id";

impl Lesen<'_> {
    /// One page of the units of a check, and how many the filter matches.
    pub fn bogenliste(
        &self,
        sicht: &Sicht,
        klar: &Sicht,
        filter: &BogenFilter,
        (sortierung, absteigend): (Bogensortierung, bool),
        (ab, anzahl): (u32, u32),
    ) -> StorageErgebnis<(Vec<BogenZeile>, i64)> {
        let staende: Vec<&str> = filter.staende.iter().map(|s| s.name()).collect();
        let werte = Listenwerte::neu(sicht, klar)?
            .und(filter.pruefung_id.clone())
            .und(als_json(&staende)?)
            .und(filter.team_id.clone())
            .und(filter.zugewiesen_an.clone())
            .und(filter.nicht_zugewiesen)
            .und(filter.nur_mit_feststellung)
            .und(filter.suche.clone());
        let spalte = match sortierung {
            Bogensortierung::Position => "f.position",
            Bogensortierung::Schicht => "f.schicht",
            Bogensortierung::Team => "team_name",
            Bogensortierung::Betrag => "f.betrag_cent",
            Bogensortierung::Stand => "f.stand",
            Bogensortierung::Zugewiesen => "zugewiesen",
            Bogensortierung::Feststellungen => "feststellungen",
        };
        let richtung = if absteigend { "DESC" } else { "ASC" };
        let bedingung = format!(
            "{} AND f.pruefung_id = ?9
             AND (json_array_length(?10) = 0 OR f.stand IN (SELECT value FROM json_each(?10)))
             AND (?11 IS NULL OR f.team_id = ?11) AND (?12 IS NULL OR f.zugewiesen_an = ?12)
             AND (NOT ?13 OR f.zugewiesen_an IS NULL)
             AND (NOT ?14 OR EXISTS (SELECT 1 FROM feststellung x WHERE x.prueffall_id = f.id AND x.stand <> 'zurueckgenommen'))
             AND (?15 IS NULL OR CAST(f.position AS TEXT) = ?15 OR substr(f.pseudonym, 1, length(?15)) = lower(?15)
                  OR ({} AND instr(upper(k.nummer), upper(?15)) > 0))",
            Sicht::PRUEFFALL,
            klar_bedingung()
        );
        let gesamt =
            self.zahl(&format!("SELECT count(*) FROM {FALLTABELLEN} WHERE {bedingung}"), werte.parameter())?;
        let zeilen = self.alle(
            &format!(
                "SELECT f.*, {}, z.zeichen AS zugewiesen, g.zeichen AS gepruefer, h.zeichen AS gegenpruefer,
                        (SELECT count(*) FROM antwort a WHERE a.prueffall_id = f.id) AS antworten,
                        (SELECT count(*) FROM feststellung x WHERE x.prueffall_id = f.id AND x.stand <> 'zurueckgenommen') AS feststellungen
                   FROM {FALLTABELLEN}
                   LEFT JOIN benutzer z ON z.id = f.zugewiesen_an LEFT JOIN benutzer g ON g.id = f.geprueft_von
                   LEFT JOIN benutzer h ON h.id = f.gegengeprueft_von
                  WHERE {bedingung} ORDER BY {spalte} {richtung}, f.position LIMIT ?16 OFFSET ?17",
                fallspalten()
            ),
            werte.und(anzahl).und(ab).parameter(),
            zeile,
        )?;
        Ok((zeilen, gesamt))
    }

    /// How many units of a check are in which state, within the sight of the person.
    pub fn bogenstaende(&self, sicht: &Sicht, pruefung_id: &str) -> StorageErgebnis<Vec<(BogenStand, i64)>> {
        let (haus, bereich, teams, person) = sicht.werte()?;
        self.alle(
            &format!(
                "SELECT f.stand, count(*) AS anzahl FROM prueffall f JOIN pruefung p ON p.id = f.pruefung_id
                  WHERE {} AND f.pruefung_id = ?5 GROUP BY f.stand ORDER BY f.stand",
                Sicht::PRUEFFALL
            ),
            (haus, bereich, teams, person, pruefung_id),
            |z| Ok((wort(z, "stand")?, z.get("anzahl")?)),
        )
    }

    /// What waits for the person, counted by kind and check.
    pub fn meine_aufgaben(
        &self,
        sicht: &Sicht,
        person_id: &str,
        rechte: &Aufgabenrechte,
        heute: NaiveDate,
    ) -> StorageErgebnis<Vec<Aufgabe>> {
        let (haus, bereich, teams, person) = sicht.werte()?;
        let sichtbar = Sicht::PRUEFFALL;
        // ?5 the person, ?6 teams that she leads, ?7 today, ?8 to ?12 her rights.
        let eigene = "(f.zugewiesen_an = ?5 OR (f.zugewiesen_an IS NULL AND f.team_id IN (SELECT value FROM json_each(?6))))";
        let geleitet = "f.team_id IN (SELECT value FROM json_each(?6))";
        let fall = "prueffall f JOIN pruefung p ON p.id = f.pruefung_id";
        let zweit = format!("{fall} JOIN zweitbogen zb ON zb.id = f.id");
        let fest = format!("{fall} JOIN feststellung x ON x.prueffall_id = f.id");
        let korr = format!("{fest} JOIN korrektur c ON c.feststellung_id = x.id");
        let offen = "x.stand <> 'zurueckgenommen' AND c.bestaetigt_am IS NULL";
        // Kind, tables, condition, id of the Feststellung, date.
        let gruppen: [(Aufgabenart, &str, String, &str, &str); 10] = [
            (
                Aufgabenart::Zuweisen,
                fall,
                format!(
                    "?8 AND {sichtbar} AND p.stand = 'gezogen' AND f.stand = 'offen' AND f.zugewiesen_an IS NULL
                     AND NOT EXISTS (SELECT 1 FROM benutzer u WHERE u.aktiv = 1 AND f.team_id IN (SELECT value FROM json_each(u.teams)))"
                ),
                "NULL",
                "NULL",
            ),
            (
                Aufgabenart::Pruefen,
                fall,
                format!("{eigene} AND p.stand = 'gezogen' AND f.stand IN ('offen', 'in_arbeit')"),
                "NULL",
                "NULL",
            ),
            (
                Aufgabenart::Nacharbeiten,
                fall,
                format!("{eigene} AND p.stand = 'gezogen' AND f.stand = 'zurueckgegeben'"),
                "NULL",
                "NULL",
            ),
            (
                Aufgabenart::Zweitpruefen,
                &zweit,
                "zb.person = ?5 AND zb.stand <> 'abgeschlossen' AND p.stand = 'gezogen'".to_owned(),
                "NULL",
                "NULL",
            ),
            (
                Aufgabenart::Gegenpruefen,
                fall,
                format!(
                    "?9 AND {sichtbar} AND p.stand = 'gezogen' AND f.stand = 'geprueft' AND f.geprueft_von <> ?5
                     AND NOT EXISTS (SELECT 1 FROM antwort a WHERE a.prueffall_id = f.id AND a.von = ?5)
                     AND NOT EXISTS (SELECT 1 FROM zweitbogen zb WHERE zb.id = f.id AND zb.person = ?5)"
                ),
                "NULL",
                "NULL",
            ),
            (
                Aufgabenart::Beantworten,
                &fest,
                format!("{geleitet} AND x.stand = 'zur_stellungnahme' AND x.erfasst_von <> ?5"),
                "min(x.id)",
                "min(x.stellungnahme_bis)",
            ),
            (
                Aufgabenart::Entscheiden,
                &fest,
                format!("?10 AND {sichtbar} AND x.stand = 'strittig' AND x.erfasst_von <> ?5"),
                "min(x.id)",
                "NULL",
            ),
            (
                Aufgabenart::Feststellen,
                &fest,
                format!(
                    "?11 AND {sichtbar} AND (x.stand = 'beantwortet' OR (x.stand = 'zur_stellungnahme' AND x.stellungnahme_bis < ?7))"
                ),
                "min(x.id)",
                "NULL",
            ),
            (
                Aufgabenart::Korrigieren,
                &korr,
                format!("{geleitet} AND {offen} AND c.erledigt_am IS NULL"),
                "min(x.id)",
                "min(c.faellig_am)",
            ),
            (
                Aufgabenart::KorrekturBestaetigen,
                &korr,
                format!("?12 AND {sichtbar} AND {offen} AND c.erledigt_am IS NOT NULL AND c.erledigt_von <> ?5"),
                "min(x.id)",
                "min(c.faellig_am)",
            ),
        ];
        let teile: Vec<String> = gruppen
            .iter()
            .enumerate()
            .map(|(i, (art, tabellen, bedingung, feststellung, faellig))| {
                format!(
                    "SELECT {i} AS folge, '{}' AS art, p.id AS pruefung_id, p.nummer, th.titel, count(*) AS anzahl,
                            {faellig} AS faellig_am, min(f.id) AS prueffall_id, {feststellung} AS feststellung_id
                       FROM {tabellen} JOIN pruefthema th ON th.id = p.thema_id
                      WHERE {bedingung} GROUP BY p.id, p.nummer, th.titel",
                    art.name()
                )
            })
            .collect();
        self.alle(
            &format!("{} ORDER BY folge, faellig_am, nummer", teile.join(" UNION ALL ")),
            params![
                haus,
                bereich,
                teams,
                person,
                person_id,
                als_json(&rechte.teams)?,
                heute,
                rechte.zuweisen,
                rechte.gegenpruefen,
                rechte.entscheiden,
                rechte.feststellen,
                rechte.bestaetigen
            ],
            |z| {
                let art: Aufgabenart = wort(z, "art")?;
                Ok(Aufgabe {
                    art,
                    titel: art.titel().to_owned(),
                    pruefung_id: z.get("pruefung_id")?,
                    pruefung_nummer: z.get("nummer")?,
                    thema: z.get("titel")?,
                    anzahl: z.get("anzahl")?,
                    faellig_am: z.get("faellig_am")?,
                    prueffall_id: z.get("prueffall_id")?,
                    feststellung_id: z.get("feststellung_id")?,
                })
            },
        )
    }
}

fn zeile(z: &Row<'_>) -> rusqlite::Result<BogenZeile> {
    let pseudonym: String = z.get("pseudonym")?;
    Ok(BogenZeile {
        id: z.get("id")?,
        version: z.get("version")?,
        position: z.get("position")?,
        fall: Fallnummer::neu(&pseudonym, z.get("klarnummer")?),
        schicht: z.get("schicht")?,
        team: z.get("team_name")?,
        betrag_cent: z.get("betrag_cent")?,
        stand: wort(z, "stand")?,
        gegenpruefung: wort(z, "gegenpruefung")?,
        zugewiesen_an: z.get("zugewiesen_an")?,
        zugewiesen: z.get("zugewiesen")?,
        geprueft_von: z.get("gepruefer")?,
        gegengeprueft_von: z.get("gegenpruefer")?,
        antworten: z.get("antworten")?,
        feststellungen: z.get("feststellungen")?,
    })
}
