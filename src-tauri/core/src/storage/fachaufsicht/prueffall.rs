//! Drawn units, their sheets and answers.

use super::bogenliste::{FALLTABELLEN, fallspalten, klar_bedingung};
use super::{Sicht, wort};
use crate::fachaufsicht::Aufzaehlung;
use crate::fachaufsicht::bogen::{Antwort, Prueffall, antwort_id};
use crate::fachaufsicht::fallnummer::Fallnummer;
use crate::fachaufsicht::thema::{Abschnitt, Antwortwert};
use crate::storage::{Lesen, Schreiben, StorageErgebnis, StorageFehler, json_spalte};
use chrono::NaiveDate;
use rusqlite::{Row, params};

/// What the check lays down for its sheets.
#[derive(Clone, Debug)]
pub struct Bogenrahmen {
    /// `FA-2026-001`.
    pub nummer: String,
    /// Title of the theme.
    pub titel: String,
    /// Area.
    pub bereich_id: String,
    /// First day of the period.
    pub zeitraum_von: NaiveDate,
    /// Last day of the period.
    pub zeitraum_bis: NaiveDate,
    /// Sheets may be worked on.
    pub laeuft: bool,
    /// "teilweise" counts as an error.
    pub teilweise_zaehlt: bool,
    /// Share that is looked at twice, per cent.
    pub gegenpruefung_anteil: u8,
    /// "restliche offene auf Ja" is allowed.
    pub restliche_auf_ja: bool,
    /// Days for the answer of the Teamleitung.
    pub stellungnahme_tage: u32,
    /// What the checker reads first.
    pub einleitung: String,
    /// Day whose law the questions follow.
    pub rechtsstand: NaiveDate,
    /// Sections with items.
    pub abschnitte: Vec<Abschnitt>,
    /// Titles of the display columns.
    pub anzeige_titel: Vec<String>,
}

/// A unit on the screen.
pub struct Fallkopf {
    /// Number, or short pseudonym.
    pub fall: Fallnummer,
    /// When the check lost its numbers by the rule of retention.
    pub entfernt_am: Option<NaiveDate>,
    /// Name of the team.
    pub team: Option<String>,
    /// Stratum.
    pub schicht: String,
    /// Values of the display columns, in the order of the titles; empty where they are not shown.
    pub anzeige: Vec<String>,
    /// Stable sign of the person who is to check.
    pub zugewiesen: Option<String>,
    /// Stable sign of the person who closed the sheet.
    pub geprueft_von: Option<String>,
    /// Stable sign of the second person.
    pub gegengeprueft_von: Option<String>,
}

/// One step in the history of a sheet, from the chain.
pub struct Verlaufseintrag {
    /// UTC milliseconds.
    pub zeit: i64,
    /// Operation.
    pub operation: String,
    /// Stable sign of the person.
    pub zeichen: Option<String>,
}

impl Lesen<'_> {
    /// What the check lays down for its sheets.
    pub fn bogenrahmen(&self, pruefung_id: &str) -> StorageErgebnis<Option<Bogenrahmen>> {
        self.eine(
            "SELECT p.*, th.titel, v.einleitung, v.rechtsstand, v.abschnitte, coalesce(g.anzeige_titel, '[]') AS anzeige_titel
               FROM pruefung p JOIN pruefthema th ON th.id = p.thema_id JOIN bogenvorlage v ON v.id = p.vorlage_id
               LEFT JOIN grundgesamtheit g ON g.pruefung_id = p.id
              WHERE p.id = ?1",
            [pruefung_id],
            rahmen,
        )
    }

    /// A unit within the sight of the person.
    pub fn prueffall(&self, sicht: &Sicht, id: &str) -> StorageErgebnis<Option<Prueffall>> {
        let (haus, bereich, teams, person) = sicht.werte()?;
        self.eine(
            &format!(
                "SELECT f.* FROM prueffall f JOIN pruefung p ON p.id = f.pruefung_id WHERE {} AND f.id = ?5",
                Sicht::PRUEFFALL
            ),
            (haus, bereich, teams, person, id),
            prueffall,
        )
    }

    /// Id of the unit at a place over all draws of a check.
    pub fn prueffall_an_stelle(&self, pruefung_id: &str, position: i64) -> StorageErgebnis<Option<String>> {
        self.eine(
            "SELECT id FROM prueffall WHERE pruefung_id = ?1 AND position = ?2",
            (pruefung_id, position),
            |z| z.get(0),
        )
    }

    /// How a unit is called on the screen, with its display columns if the person may see them.
    pub fn fallkopf(&self, klar: &Sicht, id: &str) -> StorageErgebnis<Option<Fallkopf>> {
        let (haus, bereich, teams, person) = klar.werte()?;
        self.eine(
            &format!(
                "SELECT f.pseudonym, f.schicht, {}, CASE WHEN {} THEN k.anzeige END AS anzeige, z.zeichen AS zugewiesen,
                        g.zeichen AS gepruefer, h.zeichen AS gegenpruefer
                   FROM {FALLTABELLEN}
                   LEFT JOIN benutzer z ON z.id = f.zugewiesen_an LEFT JOIN benutzer g ON g.id = f.geprueft_von
                   LEFT JOIN benutzer h ON h.id = f.gegengeprueft_von
                  WHERE f.id = ?9",
                fallspalten(),
                klar_bedingung()
            ),
            params![haus, bereich, &teams, person, haus, bereich, &teams, person, id],
            |z| {
                let anzeige: Option<String> = z.get("anzeige")?;
                let pseudonym: String = z.get("pseudonym")?;
                Ok(Fallkopf {
                    fall: Fallnummer::neu(&pseudonym, z.get("klarnummer")?),
                    entfernt_am: z.get("entfernt_am")?,
                    team: z.get("team_name")?,
                    schicht: z.get("schicht")?,
                    anzeige: match anzeige {
                        Some(_) => json_spalte(z, "anzeige")?,
                        None => Vec::new(),
                    },
                    zugewiesen: z.get("zugewiesen")?,
                    geprueft_von: z.get("gepruefer")?,
                    gegengeprueft_von: z.get("gegenpruefer")?,
                })
            },
        )
    }

    /// Answers of a sheet.
    pub fn antworten(&self, prueffall_id: &str) -> StorageErgebnis<Vec<Antwort>> {
        self.alle("SELECT * FROM antwort WHERE prueffall_id = ?1 ORDER BY merkmal", [prueffall_id], antwort)
    }

    /// One answer.
    pub fn antwort(&self, prueffall_id: &str, merkmal: &str) -> StorageErgebnis<Option<Antwort>> {
        self.eine(
            "SELECT * FROM antwort WHERE prueffall_id = ?1 AND merkmal = ?2",
            [prueffall_id, merkmal],
            antwort,
        )
    }

    /// Ids of the units before and after a place, within the sight of the person, and how many there are.
    pub fn prueffall_nachbarn(
        &self,
        sicht: &Sicht,
        fall: &Prueffall,
    ) -> StorageErgebnis<(Option<String>, Option<String>, i64)> {
        let (haus, bereich, teams, person) = sicht.werte()?;
        let von = format!(
            "FROM prueffall f JOIN pruefung p ON p.id = f.pruefung_id WHERE {} AND f.pruefung_id = ?5",
            Sicht::PRUEFFALL
        );
        let nachbar = |vergleich: &str, richtung: &str| {
            self.eine(
                &format!(
                    "SELECT f.id {von} AND f.position {vergleich} ?6 ORDER BY f.position {richtung} LIMIT 1"
                ),
                (haus, bereich, &teams, person, &fall.pruefung_id, fall.position),
                |z| z.get(0),
            )
        };
        Ok((
            nachbar("<", "DESC")?,
            nachbar(">", "ASC")?,
            self.zahl(&format!("SELECT count(*) {von}"), (haus, bereich, &teams, person, &fall.pruefung_id))?,
        ))
    }

    /// Pseudonyms of all units of a draw.
    pub fn ziehung_pseudonyme(&self, ziehung_id: &str) -> StorageErgebnis<Vec<String>> {
        self.alle(
            "SELECT pseudonym FROM prueffall WHERE ziehung_id = ?1 ORDER BY position",
            [ziehung_id],
            |z| z.get(0),
        )
    }

    /// What happened to a sheet and its Feststellungen, oldest first; single answers are left out.
    pub fn prueffall_verlauf(&self, prueffall_id: &str) -> StorageErgebnis<Vec<Verlaufseintrag>> {
        self.alle(
            "SELECT l.zeit, l.operation, b.zeichen FROM protokoll l LEFT JOIN benutzer b ON b.id = l.benutzer
              WHERE (l.art = 'prueffall' AND l.objekt = ?1)
                 OR (l.art IN ('feststellung', 'stellungnahme', 'entscheidung', 'korrektur') AND l.objekt IN (
                       SELECT id FROM feststellung WHERE prueffall_id = ?1
                       UNION ALL SELECT s.id FROM stellungnahme s JOIN feststellung x ON x.id = s.feststellung_id WHERE x.prueffall_id = ?1
                       UNION ALL SELECT e.id FROM entscheidung e JOIN feststellung x ON x.id = e.feststellung_id WHERE x.prueffall_id = ?1
                       UNION ALL SELECT k.id FROM korrektur k JOIN feststellung x ON x.id = k.feststellung_id WHERE x.prueffall_id = ?1))
              ORDER BY l.folge",
            [prueffall_id],
            |z| {
                Ok(Verlaufseintrag {
                    zeit: z.get(0)?,
                    operation: z.get(1)?,
                    zeichen: z.get(2)?,
                })
            },
        )
    }

    /// Stable sign of a person.
    pub fn zeichen(&self, benutzer_id: &str) -> StorageErgebnis<Option<String>> {
        self.eine("SELECT zeichen FROM benutzer WHERE id = ?1", [benutzer_id], |z| z.get(0))
    }
}

impl Schreiben<'_> {
    /// Changes everything about a sheet that can change, if it still has the expected version.
    pub fn prueffall_aendern(&self, f: &Prueffall) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "UPDATE prueffall SET zugewiesen_an = ?3, stand = ?4, bemerkung = ?5, nicht_pruefbar_grund = ?6, geprueft_von = ?7,
                    geprueft_am = ?8, gegenpruefung = ?9, gegengeprueft_von = ?10, gegengeprueft_am = ?11, rueckgabe_grund = ?12,
                    version = version + 1
              WHERE id = ?1 AND version = ?2",
            params![
                f.id,
                f.version,
                f.zugewiesen_an,
                f.stand.name(),
                f.bemerkung,
                f.nicht_pruefbar_grund,
                f.geprueft_von,
                f.geprueft_am,
                f.gegenpruefung.name(),
                f.gegengeprueft_von,
                f.gegengeprueft_am,
                f.rueckgabe_grund
            ],
        )
    }

    /// Saves an answer that still has the expected version; 0 for the first.
    pub fn antwort_speichern(
        &self,
        prueffall_id: &str,
        a: &Antwort,
        am: &str,
        salz: &[u8],
    ) -> StorageErgebnis<()> {
        let id = antwort_id(prueffall_id, &a.merkmal);
        if a.version == 0 {
            let neu = self.fuehre_aus(
                "INSERT INTO antwort (id, prueffall_id, merkmal, wert, sammel, von, am, salz)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (id) DO NOTHING",
                params![id, prueffall_id, a.merkmal, a.wert.name(), a.sammel, a.von, am, salz],
            )?;
            return if neu == 1 { Ok(()) } else { Err(StorageFehler::Veraltet) };
        }
        self.fuehre_aus_mit_version(
            "UPDATE antwort SET wert = ?3, sammel = ?4, von = ?5, am = ?6, version = version + 1 WHERE id = ?1 AND version = ?2",
            params![id, a.version, a.wert.name(), a.sammel, a.von, am],
        )
    }

    /// Takes an answer back that still has the expected version.
    pub fn antwort_loeschen(&self, prueffall_id: &str, merkmal: &str, version: i64) -> StorageErgebnis<()> {
        self.fuehre_aus_mit_version(
            "DELETE FROM antwort WHERE id = ?1 AND version = ?2",
            params![antwort_id(prueffall_id, merkmal), version],
        )
    }
}

fn rahmen(z: &Row<'_>) -> rusqlite::Result<Bogenrahmen> {
    let stand: String = z.get("stand")?;
    Ok(Bogenrahmen {
        nummer: z.get("nummer")?,
        titel: z.get("titel")?,
        bereich_id: z.get("bereich_id")?,
        zeitraum_von: z.get("zeitraum_von")?,
        zeitraum_bis: z.get("zeitraum_bis")?,
        laeuft: stand == "gezogen",
        teilweise_zaehlt: z.get("teilweise_zaehlt")?,
        gegenpruefung_anteil: z.get("gegenpruefung_anteil")?,
        restliche_auf_ja: z.get("restliche_auf_ja")?,
        stellungnahme_tage: z.get("stellungnahme_tage")?,
        einleitung: z.get("einleitung")?,
        rechtsstand: z.get("rechtsstand")?,
        abschnitte: json_spalte(z, "abschnitte")?,
        anzeige_titel: json_spalte(z, "anzeige_titel")?,
    })
}

fn prueffall(z: &Row<'_>) -> rusqlite::Result<Prueffall> {
    Ok(Prueffall {
        id: z.get("id")?,
        pruefung_id: z.get("pruefung_id")?,
        ziehung_id: z.get("ziehung_id")?,
        position: z.get("position")?,
        pseudonym: z.get("pseudonym")?,
        schicht: z.get("schicht")?,
        team_id: z.get("team_id")?,
        betrag_cent: z.get("betrag_cent")?,
        zugewiesen_an: z.get("zugewiesen_an")?,
        stand: wort(z, "stand")?,
        bemerkung: z.get("bemerkung")?,
        nicht_pruefbar_grund: z.get("nicht_pruefbar_grund")?,
        geprueft_von: z.get("geprueft_von")?,
        geprueft_am: z.get("geprueft_am")?,
        gegenpruefung: wort(z, "gegenpruefung")?,
        gegengeprueft_von: z.get("gegengeprueft_von")?,
        gegengeprueft_am: z.get("gegengeprueft_am")?,
        rueckgabe_grund: z.get("rueckgabe_grund")?,
        version: z.get("version")?,
    })
}

fn antwort(z: &Row<'_>) -> rusqlite::Result<Antwort> {
    Ok(Antwort {
        merkmal: z.get("merkmal")?,
        wert: wort::<Antwortwert>(z, "wert")?,
        sammel: z.get("sammel")?,
        von: z.get("von")?,
        version: z.get("version")?,
    })
}
