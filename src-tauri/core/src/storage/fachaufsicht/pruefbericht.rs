//! What the audit report reads beside the evaluation. Signs instead of names, pseudonyms instead of numbers.

use super::wort;
use crate::fachaufsicht::pruefbericht::{
    Antwortkern, BerichtFeststellung, BerichtKorrektur, Beteiligung, Entscheidungskern, Pfadzeile,
};
use crate::storage::{Lesen, StorageErgebnis};

/// Last entry of the chain that is not an export, so that a report of the same content has the same bytes.
pub struct Berichtskopf {
    /// Number.
    pub folge: u64,
    /// UTC milliseconds.
    pub zeit: i64,
    /// Hash.
    pub hash: [u8; 32],
}

impl Lesen<'_> {
    /// The head that a report prints.
    pub fn berichtskopf(&self) -> StorageErgebnis<Option<Berichtskopf>> {
        self.eine(
            "SELECT folge, zeit, hash FROM protokoll WHERE art <> 'export' ORDER BY folge DESC LIMIT 1",
            [],
            |z| Ok(Berichtskopf { folge: z.get("folge")?, zeit: z.get("zeit")?, hash: z.get("hash")? }),
        )
    }

    /// Feststellungen of a check by number, with answer and decision.
    pub fn bericht_feststellungen(&self, pruefung_id: &str) -> StorageErgebnis<Vec<BerichtFeststellung>> {
        self.alle(
            "SELECT x.*, f.pseudonym, p.zeichen AS pruefer, g.zeichen AS gegenpruefer,
                    s.antwort, s.text AS antworttext, s.uebertragen_aus, s.am AS beantwortet_am, sv.zeichen AS beantwortet_von,
                    e.ergebnis, e.grund, e.am AS entschieden_am, ev.zeichen AS entschieden_von,
                    (SELECT count(*) FROM feststellung_fassung a WHERE a.feststellung_id = x.id) AS fassungen
               FROM feststellung x
               JOIN prueffall f ON f.id = x.prueffall_id
               LEFT JOIN benutzer p ON p.id = f.geprueft_von
               LEFT JOIN benutzer g ON g.id = f.gegengeprueft_von
               LEFT JOIN stellungnahme s ON s.feststellung_id = x.id
               LEFT JOIN benutzer sv ON sv.id = s.von
               LEFT JOIN entscheidung e ON e.feststellung_id = x.id
               LEFT JOIN benutzer ev ON ev.id = e.von
              WHERE x.pruefung_id = ?1
              ORDER BY x.nummer",
            [pruefung_id],
            |z| {
                let stellungnahme = match z.get::<_, Option<String>>("antwort")? {
                    None => None,
                    Some(_) => Some(Antwortkern {
                        antwort: wort(z, "antwort")?,
                        text: z.get("antworttext")?,
                        uebertragen_aus: z.get("uebertragen_aus")?,
                        von: z.get::<_, Option<String>>("beantwortet_von")?.unwrap_or_default(),
                        am: z.get("beantwortet_am")?,
                    }),
                };
                let entscheidung = match z.get::<_, Option<String>>("ergebnis")? {
                    None => None,
                    Some(_) => Some(Entscheidungskern {
                        ergebnis: wort(z, "ergebnis")?,
                        grund: z.get("grund")?,
                        von: z.get::<_, Option<String>>("entschieden_von")?.unwrap_or_default(),
                        am: z.get("entschieden_am")?,
                    }),
                };
                Ok(BerichtFeststellung {
                    nummer: z.get("nummer")?,
                    pseudonym: z.get("pseudonym")?,
                    merkmal: z.get("merkmal")?,
                    art: wort(z, "art")?,
                    wirkung: wort(z, "wirkung")?,
                    bund_cent: z.get("betrag_bund_cent")?,
                    kommune_cent: z.get("betrag_kommune_cent")?,
                    haeufigkeit: wort(z, "haeufigkeit")?,
                    zeitraum_von: z.get("zeitraum_von")?,
                    zeitraum_bis: z.get("zeitraum_bis")?,
                    schwere: wort(z, "schwere")?,
                    sachgebiet: z.get("sachgebiet")?,
                    ursache: z.get("ursache")?,
                    text: z.get("text")?,
                    stand: wort(z, "stand")?,
                    stellungnahme_bis: z.get("stellungnahme_bis")?,
                    fassungen: z.get("fassungen")?,
                    geprueft_von: z.get("pruefer")?,
                    gegengeprueft_von: z.get("gegenpruefer")?,
                    stellungnahme,
                    entscheidung,
                })
            },
        )
    }

    /// Corrections of cases that are not confirmed yet, by date.
    pub fn bericht_korrekturen(&self, pruefung_id: &str) -> StorageErgebnis<Vec<BerichtKorrektur>> {
        self.alle(
            "SELECT x.nummer, f.pseudonym, k.faellig_am, k.erledigt_am
               FROM korrektur k JOIN feststellung x ON x.id = k.feststellung_id JOIN prueffall f ON f.id = x.prueffall_id
              WHERE k.pruefung_id = ?1 AND k.bestaetigt_am IS NULL AND x.stand <> 'zurueckgenommen'
              ORDER BY k.faellig_am, x.nummer",
            [pruefung_id],
            |z| {
                Ok(BerichtKorrektur {
                    feststellung: z.get("nummer")?,
                    pseudonym: z.get("pseudonym")?,
                    faellig_am: z.get("faellig_am")?,
                    erledigt_am: z.get("erledigt_am")?,
                })
            },
        )
    }

    /// Who did what in a check: sign, task, how often.
    pub fn bericht_beteiligte(&self, pruefung_id: &str) -> StorageErgebnis<Vec<Beteiligung>> {
        self.alle(
            "SELECT b.zeichen, t.aufgabe, count(*) AS anzahl
               FROM (SELECT angelegt_von AS person, 'Prüfung angelegt' AS aufgabe, 1 AS rang FROM pruefung WHERE id = ?1
                     UNION ALL SELECT eingelesen_von, 'Grundgesamtheit eingelesen', 2 FROM grundgesamtheit WHERE pruefung_id = ?1
                     UNION ALL SELECT versiegelt_von, 'Grundgesamtheit versiegelt', 3 FROM grundgesamtheit WHERE pruefung_id = ?1
                     UNION ALL SELECT von, 'Einheit ausgeschlossen', 4 FROM ausschluss WHERE pruefung_id = ?1
                     UNION ALL SELECT erste_von, 'erste Hälfte des Startwerts', 5 FROM ziehung WHERE pruefung_id = ?1
                     UNION ALL SELECT zweite_von, 'zweite Hälfte des Startwerts', 6 FROM ziehung WHERE pruefung_id = ?1
                     UNION ALL SELECT gezogen_von, 'gezogen', 7 FROM ziehung WHERE pruefung_id = ?1
                     UNION ALL SELECT geprueft_von, 'Prüfbogen ausgefüllt', 8 FROM prueffall WHERE pruefung_id = ?1
                     UNION ALL SELECT gegengeprueft_von, 'Prüfbogen gegengeprüft', 9 FROM prueffall WHERE pruefung_id = ?1
                     UNION ALL SELECT s.von, 'Stellungnahme', 10 FROM stellungnahme s
                                 JOIN feststellung x ON x.id = s.feststellung_id WHERE x.pruefung_id = ?1
                     UNION ALL SELECT e.von, 'Entscheidung', 11 FROM entscheidung e
                                 JOIN feststellung x ON x.id = e.feststellung_id WHERE x.pruefung_id = ?1
                     UNION ALL SELECT bestaetigt_von, 'Korrektur bestätigt', 12 FROM korrektur WHERE pruefung_id = ?1
                     UNION ALL SELECT beendet_von, 'Prüfung beendet', 13 FROM pruefung WHERE id = ?1) t
               JOIN benutzer b ON b.id = t.person
              GROUP BY b.zeichen, t.aufgabe, t.rang
              ORDER BY t.rang, b.zeichen",
            [pruefung_id],
            |z| {
                Ok(Beteiligung {
                    zeichen: z.get("zeichen")?,
                    aufgabe: z.get("aufgabe")?,
                    anzahl: z.get("anzahl")?,
                })
            },
        )
    }

    /// Entries of the chain about the check itself, its population and its draws, up to an entry.
    pub fn bericht_pfad(&self, pruefung_id: &str, bis: u64) -> StorageErgebnis<Vec<Pfadzeile>> {
        self.alle(
            "SELECT k.folge, k.zeit, k.operation, coalesce(b.zeichen, '') AS zeichen
               FROM protokoll k LEFT JOIN benutzer b ON b.id = k.benutzer
              WHERE k.folge <= ?2
                AND ((k.art = 'pruefung' AND k.objekt = ?1)
                  OR (k.art = 'grundgesamtheit' AND k.objekt IN (SELECT id FROM grundgesamtheit WHERE pruefung_id = ?1))
                  OR (k.art = 'doppelpruefung' AND k.objekt = ?1)
                  OR (k.art = 'ziehung' AND k.objekt IN (SELECT id FROM ziehung WHERE pruefung_id = ?1)))
              ORDER BY k.folge",
            (pruefung_id, bis),
            |z| {
                Ok(Pfadzeile {
                    folge: z.get("folge")?,
                    zeit: z.get("zeit")?,
                    vorgang: z.get("operation")?,
                    zeichen: z.get("zeichen")?,
                })
            },
        )
    }
}
