//! Lists of Feststellungen and of corrections.

use super::bogenliste::{FALLTABELLEN, fallspalten};
use super::sicht::Listenwerte;
use super::{Sicht, wort};
use crate::fachaufsicht::Aufzaehlung;
use crate::fachaufsicht::aufzaehlung;
use crate::fachaufsicht::fallnummer::Fallnummer;
use crate::fachaufsicht::feststellung::{
    Art, FeststellungStand, KorrekturStand, Schwere, Wirkung, ueberfaellig,
};
use crate::fachaufsicht::pruefung::Auswahl;
use crate::storage::{Lesen, StorageErgebnis, als_json};
use crate::umgebung::tagesbeginn_utc;
use chrono::NaiveDate;
use rusqlite::Row;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

aufzaehlung! {
    /// Column by which Feststellungen are sorted.
    Feststellungssortierung {
        /// Check and number.
        Nummer = "nummer", "Nr.";
        /// Team.
        Team = "team", "Team";
        /// Gravity.
        Schwere = "schwere", "Schwere";
        /// Bund and Kommune together.
        Betrag = "betrag", "Betrag";
        /// State.
        Stand = "stand", "Stand";
        /// Date of the answer.
        Frist = "stellungnahme_bis", "Stellungnahme bis";
    }
}

/// How much of a Feststellung a row carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Textlaenge {
    /// Its beginning, for the screen.
    Anfang,
    /// All of it, for what is handed out.
    Ganz,
}

impl Textlaenge {
    fn zeichen(self) -> u32 {
        if self == Self::Anfang { 200 } else { u32::MAX }
    }
}

/// Filter of the list; empty means all.
#[derive(Default)]
pub struct FeststellungFilter {
    /// Check.
    pub pruefung_id: Option<String>,
    /// States.
    pub staende: Vec<FeststellungStand>,
    /// Team.
    pub team_id: Option<String>,
    /// Kind of error.
    pub art: Option<Art>,
    /// Gravity.
    pub schwere: Option<Schwere>,
    /// Kennung of the catalogue.
    pub sachgebiet: Option<String>,
    /// Kennung of the catalogue.
    pub ursache: Option<String>,
    /// Only those whose date has passed without an answer.
    pub nur_ueberfaellig: bool,
    /// Only of these checks.
    pub abgeschlossene: Option<AbgeschlossenePruefungen>,
}

/// Finished checks.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AbgeschlossenePruefungen {
    /// Finished since.
    #[ts(type = "string | null")]
    pub von: Option<NaiveDate>,
    /// Finished until.
    #[ts(type = "string | null")]
    pub bis: Option<NaiveDate>,
    /// How units were chosen; none: all.
    pub auswahlen: Vec<Auswahl>,
    /// Kennung of the Sachgebiet of the theme.
    pub sachgebiet: Option<String>,
}

/// One row of the list of Feststellungen.
#[derive(Debug, Serialize, TS)]
pub struct FeststellungZeile {
    /// Id.
    pub id: String,
    /// For optimistic locking.
    pub version: i64,
    /// Id of the check.
    pub pruefung_id: String,
    /// `FA-2026-001`.
    pub pruefung_nummer: String,
    /// Within the check.
    pub nummer: i64,
    /// Sheet.
    pub prueffall_id: String,
    /// Place in the draw.
    pub position: i64,
    /// Number, or short pseudonym.
    pub fall: Fallnummer,
    /// When the check lost its numbers by the rule of retention.
    #[ts(type = "string | null")]
    pub entfernt_am: Option<NaiveDate>,
    /// Name of the team.
    pub team: Option<String>,
    /// Kennung of the item.
    pub merkmal: String,
    /// Kind of error.
    pub art: Art,
    /// Effect.
    pub wirkung: Wirkung,
    /// Bund and Kommune together, cents.
    pub betrag_cent: i64,
    /// Gravity.
    pub schwere: Schwere,
    /// Beginning of the text.
    pub text: String,
    /// State.
    pub stand: FeststellungStand,
    /// Last day for the answer.
    #[ts(type = "string | null")]
    pub stellungnahme_bis: Option<NaiveDate>,
    /// The date has passed without an answer.
    pub ueberfaellig: bool,
    /// State of the correction, if one is needed.
    pub korrektur: Option<KorrekturStand>,
}

/// Filter of the list of corrections.
#[derive(Default)]
pub struct KorrekturFilter {
    /// Check.
    pub pruefung_id: Option<String>,
    /// States; empty means all.
    pub staende: Vec<KorrekturStand>,
    /// Team.
    pub team_id: Option<String>,
    /// Only those that are late.
    pub nur_ueberfaellig: bool,
}

/// One row of the list of corrections.
#[derive(Debug, Serialize, TS)]
pub struct KorrekturZeile {
    /// Id.
    pub id: String,
    /// For optimistic locking.
    pub version: i64,
    /// Id of the check.
    pub pruefung_id: String,
    /// `FA-2026-001`.
    pub pruefung_nummer: String,
    /// Feststellung.
    pub feststellung_id: String,
    /// Its number within the check.
    pub feststellung_nummer: i64,
    /// Its state.
    pub feststellung_stand: FeststellungStand,
    /// Number, or short pseudonym.
    pub fall: Fallnummer,
    /// When the check lost its numbers by the rule of retention.
    #[ts(type = "string | null")]
    pub entfernt_am: Option<NaiveDate>,
    /// Id of the team.
    pub team_id: Option<String>,
    /// Name of the team.
    pub team: Option<String>,
    /// Beginning of the text of the Feststellung.
    pub text: String,
    /// Due.
    #[ts(type = "string")]
    pub faellig_am: NaiveDate,
    /// Late and not done.
    pub ueberfaellig: bool,
    /// State.
    pub stand: KorrekturStand,
    /// Day on which it was done.
    #[ts(type = "string | null")]
    pub erledigt_am: Option<NaiveDate>,
    /// Stable sign of the person who reported it.
    pub erledigt_von: Option<String>,
    /// What was done, or why it was given back.
    pub vermerk: String,
    /// Stable sign of the person who confirmed it.
    pub bestaetigt_von: Option<String>,
}

const KORREKTURSTAND: &str = "CASE WHEN c.id IS NULL OR x.stand = 'zurueckgenommen' THEN NULL WHEN c.bestaetigt_am IS NOT NULL THEN 'bestaetigt'
     WHEN c.erledigt_am IS NOT NULL THEN 'erledigt' ELSE 'offen' END";

impl Lesen<'_> {
    /// One page of the Feststellungen, and how many the filter matches.
    #[allow(clippy::too_many_arguments)] // what is seen, which rows, how, how much of each, and today
    pub fn feststellungsliste(
        &self,
        sicht: &Sicht,
        klar: &Sicht,
        filter: &FeststellungFilter,
        (sortierung, absteigend): (Feststellungssortierung, bool),
        (ab, anzahl): (u32, u32),
        laenge: Textlaenge,
        heute: NaiveDate,
    ) -> StorageErgebnis<(Vec<FeststellungZeile>, i64)> {
        let staende: Vec<&str> = filter.staende.iter().map(|s| s.name()).collect();
        let abgeschlossen = filter.abgeschlossene.clone().unwrap_or_default();
        let werte = Listenwerte::neu(sicht, klar)?
            .und(filter.pruefung_id.clone())
            .und(als_json(&staende)?)
            .und(filter.team_id.clone())
            .und(filter.art.map(|a| a.name().to_owned()))
            .und(filter.schwere.map(|s| s.name().to_owned()))
            .und(filter.sachgebiet.clone())
            .und(filter.ursache.clone())
            .und(filter.nur_ueberfaellig)
            .und(heute.to_string())
            .und(anzahl)
            .und(ab)
            .und(laenge.zeichen())
            .und(filter.abgeschlossene.is_some())
            .und(abgeschlossen.von.map(tagesbeginn_utc))
            .und(abgeschlossen.bis.and_then(|tag| tag.succ_opt()).map(tagesbeginn_utc))
            .und(als_json(&abgeschlossen.auswahlen.iter().map(|a| a.name()).collect::<Vec<_>>())?)
            .und(abgeschlossen.sachgebiet);
        let richtung = if absteigend { "DESC" } else { "ASC" };
        let spalte = match sortierung {
            Feststellungssortierung::Nummer => "p.nummer",
            Feststellungssortierung::Team => "team_name",
            // In words the order would be that of the alphabet.
            Feststellungssortierung::Schwere => {
                "CASE x.schwere WHEN 'gering' THEN 1 WHEN 'wesentlich' THEN 2 ELSE 3 END"
            }
            Feststellungssortierung::Betrag => "betrag_cent",
            Feststellungssortierung::Stand => "x.stand",
            Feststellungssortierung::Frist => "x.stellungnahme_bis",
        };
        let von = format!(
            "{FALLTABELLEN} JOIN feststellung x ON x.prueffall_id = f.id LEFT JOIN korrektur c ON c.feststellung_id = x.id
              WHERE {} AND (?9 IS NULL OR x.pruefung_id = ?9)
                AND (json_array_length(?10) = 0 OR x.stand IN (SELECT value FROM json_each(?10)))
                AND (?11 IS NULL OR f.team_id = ?11) AND (?12 IS NULL OR x.art = ?12) AND (?13 IS NULL OR x.schwere = ?13)
                AND (?14 IS NULL OR x.sachgebiet = ?14) AND (?15 IS NULL OR x.ursache = ?15)
                AND (NOT ?16 OR (x.stand = 'zur_stellungnahme' AND x.stellungnahme_bis < ?17))
                AND (NOT ?21 OR (p.stand = 'abgeschlossen' AND (?22 IS NULL OR p.beendet_am >= ?22) AND (?23 IS NULL OR p.beendet_am < ?23)
                    AND (?24 = '[]' OR p.auswahl IN (SELECT value FROM json_each(?24)))
                    AND (?25 IS NULL OR (SELECT h.sachgebiet FROM pruefthema h WHERE h.id = p.thema_id) = ?25)))",
            Sicht::PRUEFFALL
        );
        let zeilen = self.alle(
            &format!(
                "SELECT x.*, f.position, f.pseudonym, p.nummer AS pruefung_nummer, {}, {KORREKTURSTAND} AS korrekturstand,
                        x.betrag_bund_cent + x.betrag_kommune_cent AS betrag_cent, substr(x.text, 1, ?20) AS anfang,
                        count(*) OVER () AS gesamt
                   FROM {von}
                  ORDER BY {spalte} {richtung}, p.nummer {richtung}, x.nummer {richtung} LIMIT ?18 OFFSET ?19",
                fallspalten()
            ),
            werte.parameter(),
            |z| Ok((feststellungszeile(z, heute)?, z.get("gesamt")?)),
        )?;
        Ok(mit_gesamt(zeilen))
    }

    /// One page of the corrections, the earliest due first, and how many the filter matches.
    pub fn korrekturliste(
        &self,
        sicht: &Sicht,
        klar: &Sicht,
        filter: &KorrekturFilter,
        (ab, anzahl): (u32, u32),
        laenge: Textlaenge,
        heute: NaiveDate,
    ) -> StorageErgebnis<(Vec<KorrekturZeile>, i64)> {
        let staende: Vec<&str> = filter.staende.iter().map(|s| s.name()).collect();
        let werte = Listenwerte::neu(sicht, klar)?
            .und(filter.pruefung_id.clone())
            .und(als_json(&staende)?)
            .und(filter.team_id.clone())
            .und(filter.nur_ueberfaellig)
            .und(heute.to_string())
            .und(anzahl)
            .und(ab)
            .und(laenge.zeichen());
        let zeilen = self.alle(
            &format!(
                "SELECT c.*, x.nummer AS feststellung_nummer, x.stand AS feststellung_stand, substr(x.text, 1, ?16) AS anfang,
                        f.pseudonym, p.nummer AS pruefung_nummer, {}, {KORREKTURSTAND} AS korrekturstand,
                        e.zeichen AS erledigt_zeichen, y.zeichen AS bestaetigt_zeichen, count(*) OVER () AS gesamt
                   FROM {FALLTABELLEN} JOIN feststellung x ON x.prueffall_id = f.id JOIN korrektur c ON c.feststellung_id = x.id
                   LEFT JOIN benutzer e ON e.id = c.erledigt_von LEFT JOIN benutzer y ON y.id = c.bestaetigt_von
                  WHERE {} AND x.stand <> 'zurueckgenommen' AND (?9 IS NULL OR c.pruefung_id = ?9)
                    AND (json_array_length(?10) = 0 OR korrekturstand IN (SELECT value FROM json_each(?10)))
                    AND (?11 IS NULL OR f.team_id = ?11) AND (NOT ?12 OR (c.erledigt_am IS NULL AND c.faellig_am < ?13))
                  ORDER BY c.bestaetigt_am IS NOT NULL, c.faellig_am, p.nummer, x.nummer LIMIT ?14 OFFSET ?15",
                fallspalten(),
                Sicht::PRUEFFALL
            ),
            werte.parameter(),
            |z| Ok((korrekturzeile(z, heute)?, z.get("gesamt")?)),
        )?;
        Ok(mit_gesamt(zeilen))
    }
}

fn mit_gesamt<T>(zeilen: Vec<(T, i64)>) -> (Vec<T>, i64) {
    let gesamt = zeilen.first().map_or(0, |(_, gesamt)| *gesamt);
    (zeilen.into_iter().map(|(zeile, _)| zeile).collect(), gesamt)
}

fn feststellungszeile(z: &Row<'_>, heute: NaiveDate) -> rusqlite::Result<FeststellungZeile> {
    let pseudonym: String = z.get("pseudonym")?;
    let stand: FeststellungStand = wort(z, "stand")?;
    let bis = z.get("stellungnahme_bis")?;
    Ok(FeststellungZeile {
        id: z.get("id")?,
        version: z.get("version")?,
        pruefung_id: z.get("pruefung_id")?,
        pruefung_nummer: z.get("pruefung_nummer")?,
        nummer: z.get("nummer")?,
        prueffall_id: z.get("prueffall_id")?,
        position: z.get("position")?,
        fall: Fallnummer::neu(&pseudonym, z.get("klarnummer")?),
        entfernt_am: z.get("entfernt_am")?,
        team: z.get("team_name")?,
        merkmal: z.get("merkmal")?,
        art: wort(z, "art")?,
        wirkung: wort(z, "wirkung")?,
        betrag_cent: z.get("betrag_cent")?,
        schwere: wort(z, "schwere")?,
        text: z.get("anfang")?,
        stand,
        stellungnahme_bis: bis,
        ueberfaellig: stand == FeststellungStand::ZurStellungnahme && ueberfaellig(bis, heute),
        korrektur: z.get::<_, Option<String>>("korrekturstand")?.and_then(|s| KorrekturStand::aus(&s)),
    })
}

fn korrekturzeile(z: &Row<'_>, heute: NaiveDate) -> rusqlite::Result<KorrekturZeile> {
    let pseudonym: String = z.get("pseudonym")?;
    let stand: KorrekturStand = wort(z, "korrekturstand")?;
    let faellig_am = z.get("faellig_am")?;
    Ok(KorrekturZeile {
        id: z.get("id")?,
        version: z.get("version")?,
        pruefung_id: z.get("pruefung_id")?,
        pruefung_nummer: z.get("pruefung_nummer")?,
        feststellung_id: z.get("feststellung_id")?,
        feststellung_nummer: z.get("feststellung_nummer")?,
        feststellung_stand: wort(z, "feststellung_stand")?,
        fall: Fallnummer::neu(&pseudonym, z.get("klarnummer")?),
        entfernt_am: z.get("entfernt_am")?,
        team_id: z.get("team_id")?,
        team: z.get("team_name")?,
        text: z.get("anfang")?,
        faellig_am,
        ueberfaellig: stand == KorrekturStand::Offen && ueberfaellig(Some(faellig_am), heute),
        stand,
        erledigt_am: z.get("erledigt_am")?,
        erledigt_von: z.get("erledigt_zeichen")?,
        vermerk: z.get("vermerk")?,
        bestaetigt_von: z.get("bestaetigt_zeichen")?,
    })
}
