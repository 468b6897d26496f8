//! From the rows of a list to the units of a population.
//!
//! A row is taken, taken with a warning, or rejected with a reason; nothing disappears. Rejected
//! rows are the uncovered share that the report names (`stichprobe.md` 8.5).

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::path::Path;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::Leseoptionen;
use super::datei::Quelle;
use super::ergebnis::{
    Abbruch, Abweisung, Abweisungsgrund, Einheit, Grundanzahl, Importergebnis, MAX_EINZELHEITEN,
    Zeilenhinweis,
};
use super::fehler::EinleseFehler;
use super::kopf::Kopf;
use super::werte::{DatumFehler, betrag_cent, bezeichner, datum};
use super::zeile::{Feld, Zeile};
use super::zeilenregel::{Urteil, fallnummer, ist_summenzeile, nicht_verrutscht, nummer_als_zahl};
use super::zuordnung::{MAX_SCHICHTWERTE, Zuordnung};

/// Longest number or key column, team and stratum, in characters.
const MAX_SCHLUESSEL_ZEICHEN: usize = 200;
/// Longest display value, in characters.
const MAX_ANZEIGE_ZEICHEN: usize = 500;
/// Rows between two looks at progress and cancel.
const FORTSCHRITT_ALLE: u64 = 2_000;

/// Streams the file through the mapping into `senke`. `fortschritt` gets the rows read so far and
/// says whether to stop.
///
/// # Errors
/// [`Abbruch`]; units already given to `senke` must then be dropped (one transaction).
pub fn pruefe<E: std::error::Error + 'static>(
    pfad: &Path,
    optionen: &Leseoptionen,
    zuordnung: &Zuordnung,
    senke: &mut dyn FnMut(Einheit) -> Result<(), E>,
    fortschritt: &dyn Fn(u64) -> bool,
) -> Result<Importergebnis, Abbruch<E>> {
    zuordnung.pruefe()?;
    let mut quelle = Quelle::oeffne(pfad, optionen)?;
    let mut regel = Regel::neu(zuordnung, &quelle.kopf)?;
    let mut stopp: Option<Abbruch<E>> = None;
    let bericht = quelle.daten(&mut |zeile| {
        if regel.gelesen % FORTSCHRITT_ALLE == 0 && fortschritt(regel.gelesen) {
            stopp = Some(Abbruch::Abgebrochen);
            return ControlFlow::Break(());
        }
        let ergebnis = match regel.nimm(zeile) {
            Ok(Some(einheit)) => senke(einheit).map_err(Abbruch::Senke),
            Ok(None) => Ok(()),
            Err(e) => Err(Abbruch::Einlesen(e)),
        };
        match ergebnis {
            Ok(()) => ControlFlow::Continue(()),
            Err(e) => {
                stopp = Some(e);
                ControlFlow::Break(())
            }
        }
    })?;
    if let Some(grund) = stopp {
        return Err(grund);
    }
    if bericht.zeilen == 0 {
        return Err(EinleseFehler::KeineDaten { kopfzeile: bericht.kopfzeile }.into());
    }
    fortschritt(regel.gelesen);
    Ok(regel.ergebnis(bericht.kopfzeile, bericht.sha256.unwrap_or_default()))
}

/// Positions of the mapped columns, and what must be remembered between rows.
struct Regel<'a> {
    zuordnung: &'a Zuordnung,
    spalten: usize,
    letzte: usize,
    nummer: usize,
    schluessel: Vec<usize>,
    team: Option<usize>,
    betrag: Option<usize>,
    datum: Option<usize>,
    schichten: Vec<usize>,
    anzeige: Vec<usize>,
    /// Half a SHA-256 of each identifier with its line: 24 bytes instead of the text.
    gesehen: HashMap<[u8; 16], u32>,
    schichtwerte: Vec<HashSet<String>>,
    gelesen: u64,
    uebernommen: u64,
    gewarnt: u64,
    gruende: HashMap<Abweisungsgrund, u64>,
    abweisungen: Vec<Abweisung>,
    warnungen: Vec<Zeilenhinweis>,
    summe_cent: i64,
    summenzeile_cent: Option<i64>,
    nummer_als_zahl: bool,
}

impl<'a> Regel<'a> {
    fn neu(z: &'a Zuordnung, kopf: &Kopf) -> Result<Self, EinleseFehler> {
        let eine = |name: &Option<String>| name.as_deref().map(|n| kopf.spalte(n)).transpose();
        let viele = |namen: &[String]| namen.iter().map(|n| kopf.spalte(n)).collect::<Result<Vec<_>, _>>();
        let nummer = kopf.spalte(&z.nummer)?;
        let schluessel = viele(&z.schluessel)?;
        let (team, betrag) = (eine(&z.team)?, eine(&z.betrag)?);
        let datum = z.datum.as_ref().map(|d| kopf.spalte(&d.spalte)).transpose()?;
        let schichten = viele(&z.schichten)?;
        let anzeige = z.anzeige.iter().map(|a| kopf.spalte(&a.spalte)).collect::<Result<Vec<_>, _>>()?;
        let alle = [nummer].into_iter().chain(team).chain(betrag).chain(datum);
        let letzte = alle
            .chain([&schluessel, &schichten, &anzeige].into_iter().flatten().copied())
            .max()
            .unwrap_or(nummer);
        Ok(Self {
            zuordnung: z,
            spalten: kopf.spalten.len(),
            letzte,
            nummer,
            schluessel,
            team,
            betrag,
            datum,
            schichtwerte: vec![HashSet::new(); schichten.len()],
            schichten,
            anzeige,
            gesehen: HashMap::new(),
            gelesen: 0,
            uebernommen: 0,
            gewarnt: 0,
            gruende: HashMap::new(),
            abweisungen: Vec::new(),
            warnungen: Vec::new(),
            summe_cent: 0,
            summenzeile_cent: None,
            nummer_als_zahl: false,
        })
    }

    fn nimm(&mut self, zeile: Zeile<'_>) -> Result<Option<Einheit>, EinleseFehler> {
        self.gelesen += 1;
        let (schluessel, datum) = match self.beurteile(zeile) {
            Ok(gut) => gut,
            Err((grund, text)) => {
                *self.gruende.entry(grund).or_default() += 1;
                if self.abweisungen.len() < MAX_EINZELHEITEN {
                    self.abweisungen.push(Abweisung { zeile: zeile.nr(), grund, text });
                }
                return Ok(None);
            }
        };
        let mut warnung = Warnung::default();
        let einheit = Einheit {
            zeile: zeile.nr(),
            schluessel,
            datum: datum.or_else(|| self.datum_ohne_grenze(zeile, &mut warnung)),
            team: self.team(zeile, &mut warnung),
            betrag_cent: self.betrag(zeile, &mut warnung),
            schichten: self.schichten(zeile, &mut warnung)?,
            anzeige: self.anzeige(zeile, &mut warnung),
        };
        self.uebernommen += 1;
        self.summe_cent = self.summe_cent.saturating_add(einheit.betrag_cent.unwrap_or(0));
        if let Some(text) = warnung.text {
            self.gewarnt += 1;
            if self.warnungen.len() < MAX_EINZELHEITEN {
                self.warnungen.push(Zeilenhinweis { zeile: zeile.nr(), text });
            }
        }
        Ok(Some(einheit))
    }

    /// Whether the row belongs to the population, and under which identifier. Only rows that pass
    /// everything else count for duplicates: a decision outside the period must not hide the same
    /// case's decision inside it.
    fn beurteile(&mut self, zeile: Zeile<'_>) -> Urteil<(String, Option<NaiveDate>)> {
        if ist_summenzeile(zeile, self.nummer) {
            self.summenzeile_cent =
                self.betrag.and_then(|i| betrag_cent(zeile.feld(i))).or(self.summenzeile_cent);
            return Err((Abweisungsgrund::Summenzeile, "Summenzeile der Auswertung, kein Fall.".to_owned()));
        }
        nicht_verrutscht(zeile, self.spalten, self.letzte)?;
        let mut schluessel = self.nummer(zeile)?;
        for (&i, name) in self.schluessel.iter().zip(&self.zuordnung.schluessel) {
            let wert = zeile.feld(i).anzeige();
            let teil = bezeichner(&wert);
            if teil.is_empty() {
                return Err((
                    Abweisungsgrund::SchluesselLeer,
                    format!("Die Schlüsselspalte „{name}“ ist leer."),
                ));
            }
            schluessel.push_str(" / ");
            schluessel.push_str(&teil);
        }
        if schluessel.len() > MAX_SCHLUESSEL_ZEICHEN && schluessel.chars().count() > MAX_SCHLUESSEL_ZEICHEN {
            let text = format!("Die Nummer ist länger als {MAX_SCHLUESSEL_ZEICHEN} Zeichen.");
            return Err((Abweisungsgrund::NummerUnbrauchbar, text));
        }
        let datum = self.datum_im_zeitraum(zeile)?;
        let mut kurz = [0u8; 16];
        kurz.iter_mut().zip(Sha256::digest(schluessel.as_bytes())).for_each(|(k, b)| *k = b);
        let nr = u32::try_from(zeile.nr()).unwrap_or(u32::MAX);
        if let Some(erste) = self.gesehen.get(&kurz) {
            return Err((Abweisungsgrund::Dublette, format!("Dublette von Zeile {erste}.")));
        }
        self.gesehen.insert(kurz, nr);
        Ok((schluessel, datum))
    }

    fn nummer(&mut self, zeile: Zeile<'_>) -> Urteil<String> {
        let nummer = fallnummer(zeile.feld(self.nummer))?;
        self.nummer_als_zahl |= nummer.als_zahl;
        Ok(nummer.text)
    }

    fn datum_im_zeitraum(&self, zeile: Zeile<'_>) -> Urteil<Option<NaiveDate>> {
        let (Some(i), Some(grenze)) = (self.datum, &self.zuordnung.datum) else {
            return Ok(None);
        };
        if !grenze.grenzt_ein() {
            return Ok(None);
        }
        let name = &grenze.spalte;
        let feld = zeile.feld(i);
        let tag = match datum(feld) {
            Ok(tag) => tag,
            Err(_) if feld.ist_leer() => {
                return Err((Abweisungsgrund::DatumUnlesbar, format!("Das Datum „{name}“ fehlt.")));
            }
            Err(DatumFehler::GibtEsNicht) => {
                return Err((Abweisungsgrund::DatumUnlesbar, format!("Den Tag in „{name}“ gibt es nicht.")));
            }
            Err(DatumFehler::KeinDatum) => {
                return Err((
                    Abweisungsgrund::DatumUnlesbar,
                    format!("In „{name}“ steht kein Datum der Form TT.MM.JJJJ."),
                ));
            }
        };
        if grenze.von.is_some_and(|von| tag < von) || grenze.bis.is_some_and(|bis| tag > bis) {
            return Err((
                Abweisungsgrund::AusserhalbZeitraum,
                format!("Das Datum „{name}“ liegt außerhalb des Zeitraums."),
            ));
        }
        Ok(Some(tag))
    }

    fn datum_ohne_grenze(&self, zeile: Zeile<'_>, warnung: &mut Warnung) -> Option<NaiveDate> {
        let feld = zeile.feld(self.datum?);
        let tag = datum(feld).ok();
        if tag.is_none() && !feld.ist_leer() {
            let name = self.zuordnung.datum.as_ref().map_or("", |d| d.spalte.as_str());
            warnung.neu(|| format!("Das Datum „{name}“ ist nicht lesbar."));
        }
        tag
    }

    fn team(&self, zeile: Zeile<'_>, warnung: &mut Warnung) -> Option<String> {
        let wert = zeile.feld(self.team?).anzeige();
        let team = gekuerzt(&bezeichner(&wert), MAX_SCHLUESSEL_ZEICHEN, "Team", warnung);
        if team.is_empty() {
            warnung.neu(|| "Das Team fehlt.".to_owned());
            return None;
        }
        Some(team)
    }

    fn betrag(&self, zeile: Zeile<'_>, warnung: &mut Warnung) -> Option<i64> {
        let feld = zeile.feld(self.betrag?);
        let cent = betrag_cent(feld);
        if cent.is_none() && !feld.ist_leer() {
            let name = self.zuordnung.betrag.as_deref().unwrap_or_default();
            warnung.neu(|| format!("Der Betrag „{name}“ ist nicht lesbar und fehlt in der Summe."));
        }
        cent
    }

    fn schichten(&mut self, zeile: Zeile<'_>, warnung: &mut Warnung) -> Result<Vec<String>, EinleseFehler> {
        let mut aus = Vec::with_capacity(self.schichten.len());
        for ((&i, name), werte) in
            self.schichten.iter().zip(&self.zuordnung.schichten).zip(&mut self.schichtwerte)
        {
            let feld = zeile.feld(i);
            warne_unmoeglich(feld, name, warnung);
            let wert = gekuerzt(&bezeichner(&feld.anzeige()), MAX_SCHLUESSEL_ZEICHEN, name, warnung);
            if !werte.contains(&wert) {
                if werte.len() == MAX_SCHICHTWERTE {
                    return Err(EinleseFehler::ZuVieleSchichtwerte {
                        spalte: name.clone(),
                        zeile: zeile.nr(),
                    });
                }
                werte.insert(wert.clone());
            }
            aus.push(wert);
        }
        Ok(aus)
    }

    fn anzeige(&self, zeile: Zeile<'_>, warnung: &mut Warnung) -> Vec<String> {
        let spalten = self.anzeige.iter().zip(&self.zuordnung.anzeige);
        spalten
            .map(|(&i, a)| {
                let feld = zeile.feld(i);
                warne_unmoeglich(feld, &a.spalte, warnung);
                gekuerzt(&feld.anzeige(), MAX_ANZEIGE_ZEICHEN, &a.spalte, warnung)
            })
            .collect()
    }

    fn ergebnis(self, kopfzeile: u64, sha256: String) -> Importergebnis {
        let mut gruende: Vec<_> = self
            .gruende
            .into_iter()
            .map(|(grund, anzahl)| Grundanzahl { grund, bezeichnung: grund.bezeichnung(), anzahl })
            .collect();
        gruende.sort_by_key(|g| g.grund);
        let mut hinweise = Vec::new();
        if self.nummer_als_zahl {
            hinweise.push(nummer_als_zahl(&self.zuordnung.nummer));
        }
        Importergebnis {
            gelesen: self.gelesen,
            uebernommen: self.uebernommen,
            gewarnt: self.gewarnt,
            abgewiesen: gruende.iter().map(|g| g.anzahl).sum(),
            gruende,
            abweisungen: self.abweisungen,
            warnungen: self.warnungen,
            summe_cent: self.summe_cent,
            summenzeile_cent: self.summenzeile_cent,
            hinweise,
            kopfzeile,
            sha256,
        }
    }
}

/// First warning of a row; a row counts once, however much is odd about it.
#[derive(Default)]
struct Warnung {
    text: Option<String>,
}

impl Warnung {
    fn neu(&mut self, text: impl FnOnce() -> String) {
        self.text.get_or_insert_with(text);
    }
}

/// A day that does not exist in a column that is only shown is a matter for the checker, not a reason
/// to leave the case out.
fn warne_unmoeglich(feld: Feld<'_>, name: &str, warnung: &mut Warnung) {
    let verdaechtig = matches!(feld, Feld::Datum(_))
        || matches!(feld, Feld::Text(t) if t.as_bytes().first().is_some_and(u8::is_ascii_digit));
    if verdaechtig && datum(feld) == Err(DatumFehler::GibtEsNicht) {
        warnung.neu(|| format!("Den Tag in „{name}“ gibt es nicht."));
    }
}

fn gekuerzt(text: &str, max: usize, name: &str, warnung: &mut Warnung) -> String {
    // A character has at least one byte.
    if text.len() <= max || text.chars().count() <= max {
        return text.to_owned();
    }
    warnung.neu(|| format!("Der Text in „{name}“ ist länger als {max} Zeichen und wurde gekürzt."));
    text.chars().take(max - 1).chain(['…']).collect()
}
