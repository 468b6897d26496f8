//! Checks.

use super::nachschau::KORRIGIERTE;
use super::{Sicht, aus_text, wort};
use crate::fachaufsicht::Aufzaehlung;
use crate::fachaufsicht::pruefung::{
    Auswahl, Pruefung, Pruefungsart, Pruefungsplan, Pruefungszaehler, Stand,
};
use crate::storage::{Lesen, Schreiben, StorageErgebnis, als_json, json_spalte};
use chrono::NaiveDate;
use rusqlite::Row;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Filters of the list; empty means all.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PruefungFilter {
    /// Part of the number or of the theme's title.
    pub text: String,
    /// States; empty: all.
    pub stand: Vec<Stand>,
    /// Theme.
    pub thema_id: Option<String>,
    /// Area.
    pub bereich_id: Option<String>,
    /// Team.
    pub team_id: Option<String>,
    /// Year of the number.
    pub jahr: Option<i32>,
}

/// By what the list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Pruefungssortierung {
    /// Number.
    #[default]
    Nummer,
    /// Title of the theme.
    Thema,
    /// Area.
    Bereich,
    /// Period.
    Zeitraum,
    /// State, in the order of the steps.
    Stand,
}

/// One row of the list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Pruefungszeile {
    /// UUIDv7.
    pub id: String,
    /// `FA-2026-001`.
    pub nummer: String,
    /// Title of the theme.
    pub thema: String,
    /// Name of the area.
    pub bereich: String,
    /// First day of the period.
    #[ts(type = "string")]
    pub zeitraum_von: NaiveDate,
    /// Last day of the period.
    #[ts(type = "string")]
    pub zeitraum_bis: NaiveDate,
    /// Why.
    pub pruefungsart: Pruefungsart,
    /// How selected.
    pub auswahl: Auswahl,
    /// State.
    pub stand: Stand,
    /// Drawn units that the person may see.
    pub gezogen: u64,
    /// Of these: confirmed, or not possible to check.
    pub erledigt: u64,
    /// Feststellungen on these that stand.
    pub feststellungen: u64,
}

const FILTER: &str =
    "(?5 = '' OR instr(lower(p.nummer), lower(?5)) > 0 OR instr(lower(t.titel), lower(?5)) > 0)
    AND (?6 = '[]' OR p.stand IN (SELECT value FROM json_each(?6)))
    AND (?7 IS NULL OR p.thema_id = ?7)
    AND (?8 IS NULL OR p.bereich_id = ?8)
    AND (?9 IS NULL OR EXISTS (SELECT 1 FROM json_each(p.teams) j WHERE j.value = ?9))
    AND (?10 IS NULL OR substr(p.nummer, 4, 4) = ?10)";

const VON: &str =
    "FROM pruefung p JOIN pruefthema t ON t.id = p.thema_id JOIN bereich b ON b.id = p.bereich_id";

impl Lesen<'_> {
    /// One check.
    pub fn pruefung(&self, id: &str) -> StorageErgebnis<Option<Pruefung>> {
        self.eine("SELECT * FROM pruefung WHERE id = ?1", [id], pruefung)
    }

    /// These checks, by number.
    pub fn pruefungen_von(&self, ids: &[&str]) -> StorageErgebnis<Vec<Pruefung>> {
        self.alle(
            "SELECT * FROM pruefung WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY nummer",
            [als_json(&ids)?],
            pruefung,
        )
    }

    /// The check of that number.
    pub fn pruefung_mit_nummer(&self, nummer: &str) -> StorageErgebnis<Option<Pruefung>> {
        self.eine("SELECT * FROM pruefung WHERE nummer = ?1", [nummer], pruefung)
    }

    /// One check, if it lies within what the person may see.
    pub fn pruefung_sichtbar(&self, sicht: &Sicht, id: &str) -> StorageErgebnis<Option<Pruefung>> {
        let (haus, bereich, teams, person) = sicht.werte()?;
        self.eine(
            &format!("SELECT p.* FROM pruefung p WHERE {} AND p.id = ?5", Sicht::PRUEFUNG),
            (haus, bereich, teams, person, id),
            pruefung,
        )
    }

    /// Finished checks of the same theme and Bereich for an earlier period, as far as the person may see;
    /// oldest first.
    pub fn fruehere_pruefungen(&self, sicht: &Sicht, p: &Pruefung) -> StorageErgebnis<Vec<Pruefung>> {
        let (haus, bereich, teams, person) = sicht.werte()?;
        self.alle(
            &format!(
                "SELECT p.* FROM pruefung p
                  WHERE {} AND p.thema_id = ?5 AND p.bereich_id = ?6 AND p.stand = 'abgeschlossen'
                    AND (p.zeitraum_von, p.nummer) < (?7, ?8) AND NOT {KORRIGIERTE}
                  ORDER BY p.zeitraum_von, p.nummer",
                Sicht::PRUEFUNG
            ),
            (
                haus,
                bereich,
                teams,
                person,
                &p.plan.thema_id,
                &p.plan.bereich_id,
                p.plan.zeitraum_von,
                &p.nummer,
            ),
            pruefung,
        )
    }

    /// One page of the list, and how many checks the filter matches.
    pub fn pruefungen(
        &self,
        sicht: &Sicht,
        filter: &PruefungFilter,
        (sortierung, absteigend): (Pruefungssortierung, bool),
        (ab, anzahl): (u32, u32),
    ) -> StorageErgebnis<(Vec<Pruefungszeile>, u64)> {
        let (haus, bereich, teams, person) = sicht.werte()?;
        let stand = als_json(&filter.stand)?;
        let jahr = filter.jahr.map(|j| format!("{j:04}"));
        let wo = format!("WHERE {} AND {FILTER}", Sicht::PRUEFUNG);
        let gesamt = self.zahl(
            &format!("SELECT count(*) {VON} {wo}"),
            (
                haus,
                bereich,
                &teams,
                person,
                &filter.text,
                &stand,
                &filter.thema_id,
                &filter.bereich_id,
                &filter.team_id,
                &jahr,
            ),
        )?;
        let richtung = if absteigend { "DESC" } else { "ASC" };
        let spalte = match sortierung {
            Pruefungssortierung::Nummer => "p.angelegt_am",
            Pruefungssortierung::Thema => "t.titel",
            Pruefungssortierung::Bereich => "b.name",
            Pruefungssortierung::Zeitraum => "p.zeitraum_von",
            Pruefungssortierung::Stand => {
                "instr('geplant,eingelesen,versiegelt,gezogen,abgeschlossen,nicht_durchgefuehrt', p.stand)"
            }
        };
        let zeilen = self.alle(
            &format!(
                "SELECT p.id, p.nummer, t.titel AS thema, b.name AS bereich, p.zeitraum_von, p.zeitraum_bis, p.pruefungsart,
                        p.auswahl, p.stand,
                        (SELECT count(*) FROM prueffall f WHERE f.pruefung_id = p.id AND {fall}) AS gezogen,
                        (SELECT count(*) FROM prueffall f WHERE f.pruefung_id = p.id AND {fall}
                                              AND f.stand IN ('bestaetigt', 'nicht_pruefbar')) AS erledigt,
                        (SELECT count(*) FROM prueffall f JOIN feststellung x ON x.prueffall_id = f.id
                          WHERE f.pruefung_id = p.id AND {sichtbar} AND x.stand <> 'zurueckgenommen') AS feststellungen
                   {VON} {wo} ORDER BY {spalte} {richtung}, p.id {richtung} LIMIT ?11 OFFSET ?12",
                fall = Sicht::REICHWEITE,
                sichtbar = Sicht::PRUEFFALL
            ),
            (
                haus,
                bereich,
                &teams,
                person,
                &filter.text,
                &stand,
                &filter.thema_id,
                &filter.bereich_id,
                &filter.team_id,
                &jahr,
                anzahl,
                ab,
            ),
            zeile,
        )?;
        Ok((zeilen, u64::try_from(gesamt).unwrap_or(0)))
    }

    /// How far a check is, as far as the person may see. `heute` decides which dates have passed.
    pub fn pruefung_zaehler(
        &self,
        sicht: &Sicht,
        id: &str,
        heute: NaiveDate,
    ) -> StorageErgebnis<Pruefungszaehler> {
        let (haus, bereich, teams, person) = sicht.werte()?;
        let faelle = self.eine(
            &format!(
                "SELECT count(*) AS gezogen,
                        count(*) FILTER (WHERE f.stand IN ('offen', 'in_arbeit', 'zurueckgegeben')) AS offen,
                        count(*) FILTER (WHERE f.stand = 'geprueft') AS geprueft,
                        count(*) FILTER (WHERE f.stand = 'bestaetigt') AS bestaetigt,
                        count(*) FILTER (WHERE f.stand = 'nicht_pruefbar') AS nicht_pruefbar
                   FROM prueffall f JOIN pruefung p ON p.id = f.pruefung_id
                  WHERE {} AND p.id = ?5",
                Sicht::REICHWEITE
            ),
            (haus, bereich, &teams, person, id),
            |z| {
                Ok(Pruefungszaehler {
                    gezogen: z.get("gezogen")?,
                    offen: z.get("offen")?,
                    geprueft: z.get("geprueft")?,
                    bestaetigt: z.get("bestaetigt")?,
                    nicht_pruefbar: z.get("nicht_pruefbar")?,
                    ..Pruefungszaehler::default()
                })
            },
        )?;
        let mut zaehler = faelle.unwrap_or_default();
        self.eine(
            &format!(
                "SELECT count(*) FILTER (WHERE x.stand <> 'zurueckgenommen') AS feststellungen,
                        count(*) FILTER (WHERE x.stand = 'erfasst') AS erfasst,
                        count(*) FILTER (WHERE x.stand = 'zur_stellungnahme' AND x.stellungnahme_bis >= ?6) AS frist_laeuft,
                        count(*) FILTER (WHERE x.stand = 'strittig') AS strittig,
                        count(*) FILTER (WHERE k.id IS NOT NULL AND k.bestaetigt_am IS NULL AND x.stand <> 'zurueckgenommen') AS korrekturen
                   FROM prueffall f JOIN pruefung p ON p.id = f.pruefung_id
                   JOIN feststellung x ON x.prueffall_id = f.id
                   LEFT JOIN korrektur k ON k.feststellung_id = x.id
                  WHERE {} AND p.id = ?5",
                Sicht::PRUEFFALL
            ),
            (haus, bereich, &teams, person, id, heute),
            |z| {
                zaehler.feststellungen = z.get("feststellungen")?;
                zaehler.erfasst = z.get("erfasst")?;
                zaehler.frist_laeuft = z.get("frist_laeuft")?;
                zaehler.strittig = z.get("strittig")?;
                zaehler.korrekturen_offen = z.get("korrekturen")?;
                Ok(())
            },
        )?;
        Ok(zaehler)
    }

    /// Highest number given in that year, 0 if none. Checks are never deleted, so numbers have no gaps.
    pub fn letzte_pruefungsnummer(&self, jahr: i32) -> StorageErgebnis<i64> {
        self.zahl(
            "SELECT coalesce(max(CAST(substr(nummer, 9) AS INTEGER)), 0) FROM pruefung WHERE substr(nummer, 1, 8) = ?1",
            [format!("FA-{jahr:04}-")],
        )
    }

    /// Years in which checks were created, newest first.
    pub fn pruefungsjahre(&self) -> StorageErgebnis<Vec<i32>> {
        self.alle(
            "SELECT DISTINCT CAST(substr(nummer, 4, 4) AS INTEGER) AS jahr FROM pruefung ORDER BY jahr DESC",
            [],
            |z| z.get(0),
        )
    }
}

impl Schreiben<'_> {
    /// New check; its version is 1.
    pub fn pruefung_anlegen(&self, p: &Pruefung, salz: &[u8]) -> StorageErgebnis<()> {
        self.fuehre_aus(
            "INSERT INTO pruefung (id, nummer, thema_id, vorlage_id, bereich_id, teams, zeitraum_von, zeitraum_bis, pruefungsart,
                                   auswahl, fehlerdefinition, teilweise_zaehlt, konfidenz, schichtung, stand,
                                   angelegt_von, angelegt_am, salz)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
            rusqlite::params![
                p.id,
                p.nummer,
                p.plan.thema_id,
                p.plan.vorlage_id,
                p.plan.bereich_id,
                als_json(&p.plan.teams)?,
                p.plan.zeitraum_von,
                p.plan.zeitraum_bis,
                p.plan.pruefungsart.name(),
                p.plan.auswahl.name(),
                p.plan.fehlerdefinition.name(),
                p.plan.teilweise_zaehlt,
                p.plan.konfidenz.to_string(),
                p.plan.schichtung.name(),
                p.stand.name(),
                p.angelegt_von,
                p.angelegt_am,
                salz,
            ],
        )?;
        self.plan_schreiben(p, 0)
    }

    /// Changes the planning of a check that still has the expected version.
    pub fn pruefung_aendern(&self, p: &Pruefung) -> StorageErgebnis<()> {
        self.plan_schreiben(p, 1)
    }

    fn plan_schreiben(&self, p: &Pruefung, erhoehen: i64) -> StorageErgebnis<()> {
        let plan = &p.plan;
        self.fuehre_aus_mit_version(
            "UPDATE pruefung SET thema_id = ?4, vorlage_id = ?5, bereich_id = ?6, teams = ?7, zeitraum_von = ?8, zeitraum_bis = ?9,
                    pruefungsart = ?10, nachschau_zu = ?11, auswahl = ?12, fehlerdefinition = ?13, teilweise_zaehlt = ?14,
                    ziel = ?15, konfidenz = ?16, schichtung = ?17, mindest_je_schicht = ?18, stichprobe_geplant = ?19,
                    erweiterung_regel = ?20, dsb_beteiligt_am = ?21, gegenpruefung_anteil = ?22, restliche_auf_ja = ?23,
                    stellungnahme_tage = ?24, version = version + ?3
              WHERE id = ?1 AND version = ?2",
            rusqlite::params![
                p.id,
                p.version,
                erhoehen,
                plan.thema_id,
                plan.vorlage_id,
                plan.bereich_id,
                als_json(&plan.teams)?,
                plan.zeitraum_von,
                plan.zeitraum_bis,
                plan.pruefungsart.name(),
                plan.nachschau_zu,
                plan.auswahl.name(),
                plan.fehlerdefinition.name(),
                plan.teilweise_zaehlt,
                plan.ziel.as_ref().map(ToString::to_string),
                plan.konfidenz.to_string(),
                plan.schichtung.name(),
                plan.mindest_je_schicht,
                plan.stichprobe_geplant,
                plan.erweiterung_regel,
                plan.dsb_beteiligt_am,
                plan.gegenpruefung_anteil,
                plan.restliche_auf_ja,
                plan.stellungnahme_tage,
            ],
        )
    }

    /// Moves a check to another state.
    pub fn pruefung_stand(&self, id: &str, version: i64, stand: Stand) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE pruefung SET stand = ?3, version = version + 1 WHERE id = ?1 AND version = ?2",
            (id, version, stand.name()),
        )
    }

    /// Ends a check, done or not done with a reason.
    pub fn pruefung_beenden(
        &self,
        (id, version): (&str, i64),
        stand: Stand,
        grund: &str,
        (von, am): (&str, &str),
    ) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE pruefung SET stand = ?3, grund = ?4, beendet_von = ?5, beendet_am = ?6, version = version + 1
              WHERE id = ?1 AND version = ?2",
            (id, version, stand.name(), grund, von, am),
        )
    }

    /// Drops the plain numbers and display columns of the population. Drawn units have copies of their own
    /// (`prueffall_klar`), so this loses exactly those that were not drawn.
    pub fn klarnummern_der_grundgesamtheit_loeschen(&self, pruefung_id: &str) -> StorageErgebnis<usize> {
        self.fuehre_aus(
            "DELETE FROM einheit_klar WHERE gg = (SELECT nr FROM grundgesamtheit WHERE pruefung_id = ?1)",
            [pruefung_id],
        )
    }

    /// Drops every plain number and display column of a check: those of the drawn units, and of the population if it
    /// still holds some. Sheets, draw and Feststellungen stay under the pseudonym.
    pub fn fallbezug_entfernen(&self, pruefung_id: &str) -> StorageErgebnis<()> {
        self.klarnummern_der_grundgesamtheit_loeschen(pruefung_id)?;
        self.fuehre_aus(
            "DELETE FROM prueffall_klar WHERE prueffall_id IN (SELECT id FROM prueffall WHERE pruefung_id = ?1)",
            [pruefung_id],
        )?;
        Ok(())
    }
}

fn pruefung(z: &Row<'_>) -> rusqlite::Result<Pruefung> {
    Ok(Pruefung {
        id: z.get("id")?,
        nummer: z.get("nummer")?,
        plan: Pruefungsplan {
            thema_id: z.get("thema_id")?,
            vorlage_id: z.get("vorlage_id")?,
            bereich_id: z.get("bereich_id")?,
            teams: json_spalte(z, "teams")?,
            zeitraum_von: z.get("zeitraum_von")?,
            zeitraum_bis: z.get("zeitraum_bis")?,
            pruefungsart: wort(z, "pruefungsart")?,
            nachschau_zu: z.get("nachschau_zu")?,
            auswahl: wort(z, "auswahl")?,
            fehlerdefinition: wort(z, "fehlerdefinition")?,
            teilweise_zaehlt: z.get("teilweise_zaehlt")?,
            ziel: aus_text(z, "ziel")?,
            konfidenz: aus_text(z, "konfidenz")?.unwrap_or_else(|| 0.into()),
            schichtung: wort(z, "schichtung")?,
            mindest_je_schicht: z.get("mindest_je_schicht")?,
            stichprobe_geplant: z.get("stichprobe_geplant")?,
            erweiterung_regel: z.get("erweiterung_regel")?,
            dsb_beteiligt_am: z.get("dsb_beteiligt_am")?,
            gegenpruefung_anteil: z.get("gegenpruefung_anteil")?,
            restliche_auf_ja: z.get("restliche_auf_ja")?,
            stellungnahme_tage: z.get("stellungnahme_tage")?,
        },
        stand: wort(z, "stand")?,
        grund: z.get("grund")?,
        angelegt_von: z.get("angelegt_von")?,
        angelegt_am: z.get("angelegt_am")?,
        beendet_am: z.get("beendet_am")?,
        beendet_von: z.get("beendet_von")?,
        version: z.get("version")?,
    })
}

fn zeile(z: &Row<'_>) -> rusqlite::Result<Pruefungszeile> {
    Ok(Pruefungszeile {
        id: z.get("id")?,
        nummer: z.get("nummer")?,
        thema: z.get("thema")?,
        bereich: z.get("bereich")?,
        zeitraum_von: z.get("zeitraum_von")?,
        zeitraum_bis: z.get("zeitraum_bis")?,
        pruefungsart: wort(z, "pruefungsart")?,
        auswahl: wort(z, "auswahl")?,
        stand: wort(z, "stand")?,
        gezogen: z.get("gezogen")?,
        erledigt: z.get("erledigt")?,
        feststellungen: z.get("feststellungen")?,
    })
}
