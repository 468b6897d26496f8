//! Lists of Feststellungen.

use super::bogenliste::{FALLTABELLEN, fallspalten};
use super::nachschau::KORRIGIERTE;
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
    pub(super) fn zeichen(self) -> u32 {
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

/// State of the correction `c` of a Feststellung `x`; nothing where none is needed.
pub(super) const KORREKTURSTAND: &str = "CASE WHEN c.id IS NULL OR x.stand = 'zurueckgenommen' THEN NULL WHEN c.bestaetigt_am IS NOT NULL THEN 'bestaetigt'
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
                    AND (?24 = '[]' OR CASE WHEN {KORRIGIERTE} THEN 'bewusst' ELSE p.auswahl END IN (SELECT value FROM json_each(?24)))
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
