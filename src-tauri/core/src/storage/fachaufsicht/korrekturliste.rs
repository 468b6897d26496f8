//! The corrections over all checks: a list for Monday morning, its sums, and what waits in numbers.

use super::auswertung::MONATE;
use super::bogenliste::{FALLTABELLEN, fallspalten, klar_bedingung};
use super::feststellungsliste::{KORREKTURSTAND, Textlaenge};
use super::sicht::Listenwerte;
use super::{Sicht, wort};
use crate::fachaufsicht::Aufzaehlung;
use crate::fachaufsicht::aufzaehlung;
use crate::fachaufsicht::fallnummer::Fallnummer;
use crate::fachaufsicht::feststellung::{FeststellungStand, KorrekturStand, Wirkung, ueberfaellig};
use crate::storage::{Lesen, StorageErgebnis, als_json};
use chrono::{Days, NaiveDate};
use rusqlite::Row;
use serde::Serialize;
use ts_rs::TS;

/// A correction is due soon within these days, the same as a measure.
const BALD: Days = Days::new(14);

aufzaehlung! {
    /// Where a correction stands, as people ask for it.
    Korrekturlage {
        /// Not done.
        Offen = "offen", "noch nicht erledigt";
        /// Not done, and the day has passed.
        Ueberfaellig = "ueberfaellig", "überfällig";
        /// Not done, and due within two weeks.
        Bald = "bald", "in 14 Tagen fällig";
        /// Done, and not confirmed by another person.
        ZuBestaetigen = "zu_bestaetigen", "erledigt, nicht bestätigt";
        /// The same, as far as the person who asks may confirm it.
        VonMir = "von_mir", "von mir zu bestätigen";
        /// Confirmed.
        Bestaetigt = "bestaetigt", "bestätigt";
    }
}

aufzaehlung! {
    /// Column by which corrections are sorted.
    Korrektursortierung {
        /// Due; confirmed ones last.
        Faellig = "faellig_am", "Fällig";
        /// Check and number of the Feststellung.
        Nummer = "nummer", "Feststellung";
        /// Team.
        Team = "team", "Team";
        /// Amount.
        Betrag = "betrag", "Betrag";
        /// State.
        Stand = "stand", "Stand";
        /// Day on which it was done.
        Erledigt = "erledigt", "Erledigt";
    }
}

/// Filter of the list of corrections; empty means all.
#[derive(Default)]
pub struct KorrekturFilter {
    /// Check.
    pub pruefung_id: Option<String>,
    /// Where it stands.
    pub lage: Option<Korrekturlage>,
    /// Team; one of fewer than five employees is no filter for those who may not know it by name.
    pub team_id: Option<String>,
    /// Whether too much or too little was paid.
    pub wirkung: Option<Wirkung>,
    /// Number of a check, beginning of a pseudonym, part of a visible number or of the text.
    pub suche: Option<String>,
}

/// Whose confirmation is asked for: the person, and what she may confirm.
#[derive(Default)]
pub struct Bestaetigende {
    /// Id of the person; nobody confirms what she reported herself.
    pub person_id: String,
    /// Where she may confirm.
    pub sicht: Sicht,
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
    /// Name of the team.
    pub team: Option<String>,
    /// Beginning of the text of the Feststellung.
    pub text: String,
    /// Whether too much or too little was paid.
    pub wirkung: Wirkung,
    /// Bund and Kommune together over the whole period, cents; nothing for a monthly amount without a period.
    pub betrag_cent: Option<i64>,
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
    /// The person who asks may confirm it now.
    pub bestaetigen: bool,
}

/// Amounts of all corrections that the filter matches. Directions are never netted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Korrektursummen {
    /// Too much was paid, cents: what may have to be claimed back.
    pub ueberzahlung_cent: i64,
    /// Too little was paid, cents: what is to be paid.
    pub unterzahlung_cent: i64,
    /// Monthly amounts without a period; they are missing in the sums.
    pub ohne_zeitraum: u64,
    /// Corrections whose effect could not be put into figures.
    pub nicht_bezifferbar: u64,
}

/// One page of the corrections.
#[derive(Debug, Default, Serialize, TS)]
pub struct Korrekturseite {
    /// The rows of this page.
    pub zeilen: Vec<KorrekturZeile>,
    /// How many rows there are in all.
    pub gesamt: u64,
    /// Amounts over all rows.
    pub summen: Korrektursummen,
}

/// Corrections in numbers, for the start page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Korrekturuebersicht {
    /// Not done, and the day has passed.
    pub ueberfaellig: u32,
    /// Not done, and due within two weeks.
    pub bald_faellig: u32,
    /// Done, and the person may confirm it.
    pub von_mir: u32,
    /// Not confirmed, the ones above included.
    pub offen: u32,
}

/// What the person may confirm, with the parameters ?9 to ?13: the sight, and who she is.
fn von_mir() -> String {
    format!(
        "(c.erledigt_am IS NOT NULL AND c.bestaetigt_am IS NULL AND c.erledigt_von <> ?13 AND coalesce({}, 0))",
        Sicht::PRUEFFALL.replace("?1", "?9").replace("?2", "?10").replace("?3", "?11").replace("?4", "?12")
    )
}

/// Parameters ?1 to ?14: what she sees, where she sees plain numbers, where she confirms, who she is, today.
fn werte(sicht: &Sicht, klar: &Sicht, wer: &Bestaetigende, heute: NaiveDate) -> StorageErgebnis<Listenwerte> {
    let s = &wer.sicht;
    Ok(Listenwerte::neu(sicht, klar)?
        .und(s.haus)
        .und(s.bereich.clone())
        .und(als_json(&s.teams)?)
        .und(s.person.clone())
        .und(wer.person_id.clone())
        .und(heute.to_string()))
}

const OFFEN: &str = "c.erledigt_am IS NULL";
const VON: &str = "JOIN feststellung x ON x.prueffall_id = f.id JOIN korrektur c ON c.feststellung_id = x.id";

fn bald_bis(heute: NaiveDate) -> String {
    heute.checked_add_days(BALD).unwrap_or(heute).to_string()
}

impl Lesen<'_> {
    /// One page of the corrections with the sums over all that the filter matches.
    #[allow(clippy::too_many_arguments)] // what is seen, who confirms, which rows, how, how much of each, and today
    pub fn korrekturliste(
        &self,
        sicht: &Sicht,
        klar: &Sicht,
        wer: &Bestaetigende,
        filter: &KorrekturFilter,
        (sortierung, absteigend): (Korrektursortierung, bool),
        (ab, anzahl): (u32, u32),
        laenge: Textlaenge,
        heute: NaiveDate,
    ) -> StorageErgebnis<Korrekturseite> {
        let werte = werte(sicht, klar, wer, heute)?
            .und(filter.pruefung_id.clone())
            .und(filter.lage.map(|l| l.name().to_owned()))
            .und(filter.team_id.clone())
            .und(filter.wirkung.map(|w| w.name().to_owned()))
            .und(filter.suche.clone())
            .und(bald_bis(heute))
            .und(anzahl)
            .und(ab)
            .und(laenge.zeichen());
        let richtung = if absteigend { "DESC" } else { "ASC" };
        let spalte = match sortierung {
            // What is confirmed is over, whatever its day was.
            Korrektursortierung::Faellig => "c.bestaetigt_am IS NOT NULL, c.faellig_am",
            Korrektursortierung::Nummer => "p.nummer",
            Korrektursortierung::Team => "team_name",
            Korrektursortierung::Betrag => "gesamt_cent",
            // In the order in which a correction goes through them.
            Korrektursortierung::Stand => {
                "CASE korrekturstand WHEN 'offen' THEN 1 WHEN 'erledigt' THEN 2 ELSE 3 END"
            }
            Korrektursortierung::Erledigt => "c.erledigt_am",
        };
        let von_mir = von_mir();
        let mut summen = Korrektursummen::default();
        let mut gesamt = 0;
        let zeilen = self.alle(
            &format!(
                "WITH zeilen AS (
                 SELECT c.*, x.nummer AS feststellung_nummer, x.stand AS feststellung_stand, substr(x.text, 1, ?23) AS anfang, x.wirkung,
                        CASE x.haeufigkeit WHEN 'monatlich' THEN (x.betrag_bund_cent + x.betrag_kommune_cent) * {MONATE}
                             ELSE x.betrag_bund_cent + x.betrag_kommune_cent END AS gesamt_cent,
                        f.pseudonym, p.nummer AS pruefung_nummer, {spalten}, {KORREKTURSTAND} AS korrekturstand,
                        e.zeichen AS erledigt_zeichen, y.zeichen AS bestaetigt_zeichen, {von_mir} AS von_mir
                   FROM {FALLTABELLEN} {VON}
                   LEFT JOIN benutzer e ON e.id = c.erledigt_von LEFT JOIN benutzer y ON y.id = c.bestaetigt_von
                  WHERE {sichtbar} AND x.stand <> 'zurueckgenommen' AND (?15 IS NULL OR c.pruefung_id = ?15)
                    AND CASE ?16 WHEN 'offen' THEN {OFFEN} WHEN 'ueberfaellig' THEN {OFFEN} AND c.faellig_am < ?14
                             WHEN 'bald' THEN {OFFEN} AND c.faellig_am BETWEEN ?14 AND ?20
                             WHEN 'zu_bestaetigen' THEN c.erledigt_am IS NOT NULL AND c.bestaetigt_am IS NULL
                             WHEN 'von_mir' THEN {von_mir} WHEN 'bestaetigt' THEN c.bestaetigt_am IS NOT NULL ELSE 1 END
                    AND (?17 IS NULL OR (f.team_id = ?17 AND (t.unter_fuenf = 0 OR coalesce({klar}, 0)))) AND (?18 IS NULL OR x.wirkung = ?18)
                    AND (?19 IS NULL OR instr(p.nummer, upper(?19)) > 0 OR substr(f.pseudonym, 1, length(?19)) = lower(?19)
                         OR ({klar} AND instr(upper(k.nummer), upper(?19)) > 0) OR instr(lower(x.text), lower(?19)) > 0))
                 SELECT *, count(*) OVER () AS gesamt,
                        coalesce(sum(gesamt_cent) FILTER (WHERE wirkung = 'ueberzahlung') OVER (), 0) AS ueberzahlung,
                        coalesce(sum(gesamt_cent) FILTER (WHERE wirkung = 'unterzahlung') OVER (), 0) AS unterzahlung,
                        count(*) FILTER (WHERE gesamt_cent IS NULL AND wirkung IN ('ueberzahlung', 'unterzahlung')) OVER () AS ohne_zeitraum,
                        count(*) FILTER (WHERE wirkung = 'nicht_bezifferbar') OVER () AS nicht_bezifferbar
                   FROM zeilen ORDER BY {spalte} {richtung}, pruefung_nummer {richtung}, feststellung_nummer {richtung} LIMIT ?21 OFFSET ?22",
                spalten = fallspalten(),
                sichtbar = Sicht::PRUEFFALL,
                klar = klar_bedingung(),
                spalte = spalte.replace("c.", "").replace("p.nummer", "pruefung_nummer"),
            ),
            werte.parameter(),
            |z| {
                gesamt = z.get("gesamt")?;
                summen = Korrektursummen {
                    ueberzahlung_cent: z.get("ueberzahlung")?,
                    unterzahlung_cent: z.get("unterzahlung")?,
                    ohne_zeitraum: z.get("ohne_zeitraum")?,
                    nicht_bezifferbar: z.get("nicht_bezifferbar")?,
                };
                zeile(z, heute)
            },
        )?;
        Ok(Korrekturseite { zeilen, gesamt, summen })
    }

    /// Corrections that the person sees and that are not confirmed, counted on that day.
    pub fn korrekturuebersicht(
        &self,
        sicht: &Sicht,
        wer: &Bestaetigende,
        heute: NaiveDate,
    ) -> StorageErgebnis<Korrekturuebersicht> {
        let zeile = self.eine(
            &format!(
                "SELECT count(*) AS offen, coalesce(sum({OFFEN} AND c.faellig_am < ?14), 0) AS ueberfaellig,
                        coalesce(sum({OFFEN} AND c.faellig_am BETWEEN ?14 AND ?15), 0) AS bald, coalesce(sum({}), 0) AS von_mir
                   FROM prueffall f JOIN pruefung p ON p.id = f.pruefung_id {VON}
                  WHERE {} AND x.stand <> 'zurueckgenommen' AND c.bestaetigt_am IS NULL",
                von_mir(),
                Sicht::PRUEFFALL
            ),
            werte(sicht, &Sicht::default(), wer, heute)?.und(bald_bis(heute)).parameter(),
            |z| {
                Ok(Korrekturuebersicht {
                    ueberfaellig: z.get("ueberfaellig")?,
                    bald_faellig: z.get("bald")?,
                    von_mir: z.get("von_mir")?,
                    offen: z.get("offen")?,
                })
            },
        )?;
        Ok(zeile.unwrap_or_default())
    }
}

fn zeile(z: &Row<'_>, heute: NaiveDate) -> rusqlite::Result<KorrekturZeile> {
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
        team: z.get("team_name")?,
        text: z.get("anfang")?,
        wirkung: wort(z, "wirkung")?,
        betrag_cent: z.get("gesamt_cent")?,
        faellig_am,
        ueberfaellig: stand == KorrekturStand::Offen && ueberfaellig(Some(faellig_am), heute),
        stand,
        erledigt_am: z.get("erledigt_am")?,
        erledigt_von: z.get("erledigt_zeichen")?,
        vermerk: z.get("vermerk")?,
        bestaetigt_von: z.get("bestaetigt_zeichen")?,
        bestaetigen: z.get("von_mir")?,
    })
}
