//! The protocol of a draw (`iks-ziehung/1`): what a third party needs to repeat it, and the comparison of
//! a protocol with the list that was handed out beside it. It holds pseudonyms, never a case number.

use super::nachziehung::Nachgezogen;
use super::pruefung::{Auswahl, Schichtung};
use super::ziehung::{
    ALGORITHMUS, ALGORITHMUS_VORGABE, Liste, Ziehschicht, ergebnis_hash, geordnet, plane, ziehe,
};
use crate::stichprobe::GezogeneEinheit;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// Name and version of the format.
pub const SCHEMA: &str = "iks-ziehung/1";
/// Column of the handed-out list with the pseudonyms.
pub const SPALTE_PSEUDONYM: &str = "pseudonym";
/// Column of the handed-out list with the strata.
pub const SPALTE_SCHICHT: &str = "schicht";

/// Where the population came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Herkunft {
    /// Specialist application.
    pub quellsystem: String,
    /// Query in it.
    pub abfrage: String,
    /// Day of the extraction, `YYYY-MM-DD`.
    pub auszug_am: String,
    /// SHA-256 of the file.
    pub datei_sha256: String,
    /// Rows of the file.
    pub zeilen_gelesen: u64,
    /// Rows that are no unit.
    pub abgelehnt: u64,
    /// Units that were excluded with a reason.
    pub ausgeschlossen: u64,
    /// Sentences of the reconciliation with the control total.
    pub abgleich: Vec<String>,
}

/// A draw as it is handed out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Protokoll {
    /// [`SCHEMA`].
    pub schema: String,
    /// Program that wrote it, with its version.
    pub programm: String,
    /// Name of the house.
    pub haus: String,
    /// Number of the check.
    pub pruefung: String,
    /// Theme of the check.
    pub thema: String,
    /// First day of the period.
    pub zeitraum_von: String,
    /// Last day of the period.
    pub zeitraum_bis: String,
    /// 1, or more for an extension.
    pub ziehung: u32,
    /// How units were selected.
    pub art: Auswahl,
    /// Name and version of the rule.
    pub algorithmus: String,
    /// Source.
    pub herkunft: Herkunft,
    /// Units that take part.
    pub anzahl_grundgesamtheit: u64,
    /// Over their pseudonyms.
    pub population_hash: String,
    /// Over pseudonym TAB stratum.
    pub schicht_hash: String,
    /// UTC; both hashes were in the chain before any seed.
    pub versiegelt_am: String,
    /// Seed; none unless drawn at random.
    pub startwert: Option<String>,
    /// Signs of those who entered the halves, or of the one who had it generated.
    pub startwert_von: Vec<String>,
    /// The program generated the seed.
    pub startwert_erzeugt: bool,
    /// UTC.
    pub gezogen_am: String,
    /// Sign of the person.
    pub gezogen_von: String,
    /// By what it is stratified.
    pub schichtung: Schichtung,
    /// Units that each stratum gives at least.
    pub mindestens: u64,
    /// Units of this draw.
    pub anzahl: u64,
    /// Units of earlier draws of this check.
    pub ab: u64,
    /// The rule for an extension was fixed before the draw.
    pub regel_vorab: bool,
    /// Reason for chosen units or for an extension.
    pub begruendung: String,
    /// Strata.
    pub aufteilung: Vec<Ziehschicht>,
    /// Drawn units in the order of the draw; `kennung` is the pseudonym.
    pub einheiten: Vec<Einheit>,
    /// Over the drawn pseudonyms.
    pub ergebnis_hash: String,
    /// SHA-256 over this object without this field, as JSON without blanks: finds slips of the hand.
    #[serde(default)]
    pub pruefsumme: String,
}

/// One drawn unit in a protocol.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Einheit {
    /// Stratum.
    pub schicht: String,
    /// Place in the order of the stratum, from 1.
    pub position: u64,
    /// Pseudonym of this draw.
    pub pseudonym: String,
}

impl From<Nachgezogen> for Einheit {
    fn from(n: Nachgezogen) -> Self {
        Self { schicht: n.schicht, position: n.position, pseudonym: n.kennung }
    }
}

/// The drawn units of a list as a protocol names them.
pub fn einheiten(liste: &Liste, gezogen: &[GezogeneEinheit]) -> Vec<Einheit> {
    gezogen
        .iter()
        .map(|e| Einheit {
            schicht: liste.schicht(e.index).to_owned(),
            position: e.position,
            pseudonym: liste.kennungen.get(e.index).cloned().unwrap_or_default(),
        })
        .collect()
}

impl Protokoll {
    /// The same with its checksum.
    #[must_use]
    pub fn mit_pruefsumme(mut self) -> Self {
        self.pruefsumme = self.summe();
        self
    }

    fn summe(&self) -> String {
        let ohne = Self { pruefsumme: String::new(), ..self.clone() };
        // Plain data without maps: writing it cannot fail.
        crate::audit::hex(&Sha256::digest(serde_json::to_vec(&ohne).unwrap_or_default()))
    }

    /// The file.
    pub fn als_json(&self) -> Vec<u8> {
        let mut text = serde_json::to_vec_pretty(self).unwrap_or_default();
        text.push(b'\n');
        text
    }

    /// Reads a file.
    ///
    /// # Errors
    /// A German sentence.
    pub fn aus_json(text: &[u8]) -> Result<Self, String> {
        serde_json::from_slice(text)
            .map_err(|e| format!("Die Datei ist kein Ziehungsprotokoll im Format {SCHEMA} ({e})."))
    }

    /// Compares the protocol with the list: same hashes, same allocation, same units in the same order.
    ///
    /// # Errors
    /// The first difference as a German sentence.
    pub fn pruefe(&self, liste: &Liste) -> Result<(), String> {
        if self.schema != SCHEMA {
            return Err(format!(
                "Das Format „{}“ ist hier unbekannt, erwartet wird „{SCHEMA}“.",
                self.schema
            ));
        }
        if ![ALGORITHMUS, ALGORITHMUS_VORGABE].contains(&self.algorithmus.as_str()) {
            return Err(format!(
                "Das Verfahren „{}“ ist hier unbekannt, diese Version kennt „{ALGORITHMUS}“.",
                self.algorithmus
            ));
        }
        gleich("Die Anzahl der Grundgesamtheit", self.anzahl_grundgesamtheit, liste.kennungen.len() as u64)?;
        let hash = |ergebnis: Result<String, _>| {
            ergebnis
                .map_err(|e: crate::stichprobe::StichprobeFehler| format!("Die Liste ist unbrauchbar: {e}"))
        };
        gleich(
            "Der Hash der Grundgesamtheit",
            self.population_hash.as_str(),
            hash(liste.population_hash())?.as_str(),
        )?;
        gleich("Der Hash der Schichten", self.schicht_hash.as_str(), hash(liste.schicht_hash())?.as_str())?;
        self.pruefe_aufteilung(liste)?;
        let erwartet = einheiten(liste, &self.nachziehen(liste)?);
        gleich("Die Zahl der gezogenen Einheiten", self.einheiten.len() as u64, erwartet.len() as u64)?;
        if let Some(i) = (0..erwartet.len()).find(|&i| self.einheiten[i] != erwartet[i]) {
            let kurz = |e: &Einheit| format!("{}, Position {}, {}", e.schicht, e.position, e.pseudonym);
            return Err(format!(
                "Einheit {} weicht ab: im Protokoll {}; nachgezogen {}.",
                i + 1,
                kurz(&self.einheiten[i]),
                kurz(&erwartet[i])
            ));
        }
        let ergebnis = ergebnis_hash(self.einheiten.iter().map(|e| e.pseudonym.as_str()));
        gleich("Der Hash des Ergebnisses", self.ergebnis_hash.as_str(), ergebnis.as_str())?;
        if self.pruefsumme != self.summe() {
            return Err("Die Prüfsumme des Protokolls stimmt nicht: Eine Angabe, die für die Ziehung selbst nicht gebraucht wird, wurde verändert.".to_owned());
        }
        Ok(())
    }

    fn pruefe_aufteilung(&self, liste: &Liste) -> Result<(), String> {
        let namen: Vec<&str> = self.aufteilung.iter().map(|s| s.schicht.as_str()).collect();
        if namen != liste.schichten.iter().map(String::as_str).collect::<Vec<_>>() {
            return Err("Die Schichten im Protokoll sind nicht die der Liste.".to_owned());
        }
        let bisher: Vec<u64> = self.aufteilung.iter().map(|s| s.bisher).collect();
        gleich("Die Zahl der vorher gezogenen Einheiten", self.ab, bisher.iter().sum())?;
        gleich(
            "Die Zahl der Einheiten dieser Ziehung",
            self.anzahl,
            self.aufteilung.iter().map(Ziehschicht::neu).sum(),
        )?;
        let groessen = liste.groessen();
        let erwartet = match self.art {
            // Fixed beforehand: what is left to check is that the list holds as much.
            Auswahl::Zufall if self.algorithmus == ALGORITHMUS_VORGABE => self
                .aufteilung
                .iter()
                .zip(&groessen)
                .map(|(s, n)| Ziehschicht {
                    grundgesamtheit: *n,
                    gezogen: s.gezogen.clamp(s.bisher.min(*n), *n),
                    ..s.clone()
                })
                .collect(),
            Auswahl::Zufall => plane(liste, &bisher, self.anzahl, self.mindestens)
                .map_err(|e| format!("Die Aufteilung ist unmöglich: {e}"))?,
            Auswahl::Voll => zeilen(liste, &groessen),
            Auswahl::Bewusst => {
                let mut je_schicht: HashMap<&str, u64> = HashMap::new();
                for e in &self.einheiten {
                    *je_schicht.entry(e.schicht.as_str()).or_default() += 1;
                }
                let gezogen: Vec<u64> =
                    namen.iter().map(|n| je_schicht.get(n).copied().unwrap_or(0)).collect();
                zeilen(liste, &gezogen)
            }
        };
        match self.aufteilung.iter().zip(&erwartet).find(|(ist, soll)| ist != soll) {
            None => Ok(()),
            Some((ist, soll)) => Err(format!(
                "Die Aufteilung der Schicht „{}“ weicht ab: im Protokoll {} von {}, nachgerechnet {} von {}.",
                ist.schicht, ist.gezogen, ist.grundgesamtheit, soll.gezogen, soll.grundgesamtheit
            )),
        }
    }

    fn nachziehen(&self, liste: &Liste) -> Result<Vec<GezogeneEinheit>, String> {
        match (self.art, &self.startwert) {
            (Auswahl::Zufall, Some(startwert)) => ziehe(liste, startwert, &self.aufteilung)
                .map_err(|e| format!("Die Ziehung lässt sich nicht wiederholen: {e}")),
            (Auswahl::Zufall, None) => Err("Im Protokoll fehlt der Startwert.".to_owned()),
            (_, Some(_)) => Err("Zu dieser Auswahl gehört kein Startwert.".to_owned()),
            (Auswahl::Voll, None) => Ok(geordnet(liste, (0..liste.kennungen.len()).collect())),
            (Auswahl::Bewusst, None) => {
                let platz: HashMap<&str, usize> =
                    liste.kennungen.iter().enumerate().map(|(i, k)| (k.as_str(), i)).collect();
                let auswahl = self
                    .einheiten
                    .iter()
                    .enumerate()
                    .map(|(i, e)| {
                        platz.get(e.pseudonym.as_str()).copied().ok_or_else(|| {
                            format!("Einheit {} des Protokolls steht nicht in der Liste.", i + 1)
                        })
                    })
                    .collect::<Result<Vec<_>, _>>()?;
                Ok(geordnet(liste, auswahl))
            }
        }
    }
}

/// The allocation of a draw without chance.
pub fn zeilen(liste: &Liste, gezogen: &[u64]) -> Vec<Ziehschicht> {
    liste
        .schichten
        .iter()
        .zip(liste.groessen())
        .zip(gezogen)
        .map(|((schicht, grundgesamtheit), &gezogen)| Ziehschicht {
            schicht: schicht.clone(),
            grundgesamtheit,
            bisher: 0,
            gezogen,
        })
        .collect()
}

fn gleich<T: PartialEq + std::fmt::Display>(was: &str, protokoll: T, liste: T) -> Result<(), String> {
    if protokoll == liste {
        Ok(())
    } else {
        Err(format!("{was} weicht ab: im Protokoll {protokoll}, aus der Liste {liste}."))
    }
}

/// The list that is handed out: `pseudonym;schicht`, one row a unit, sorted by the bytes of the pseudonym.
pub fn liste_csv(liste: &Liste) -> Vec<u8> {
    let mut reihenfolge: Vec<usize> = (0..liste.kennungen.len()).collect();
    reihenfolge.sort_unstable_by_key(|&i| &liste.kennungen[i]);
    let mut text = format!("{SPALTE_PSEUDONYM};{SPALTE_SCHICHT}\n").into_bytes();
    for i in reihenfolge {
        text.extend_from_slice(liste.kennungen[i].as_bytes());
        text.push(b';');
        text.extend_from_slice(zelle(liste.schicht(i)).as_bytes());
        text.push(b'\n');
    }
    text
}

fn zelle(text: &str) -> std::borrow::Cow<'_, str> {
    if text.contains([';', '"', '\n', '\r', ',', '\t']) {
        format!("\"{}\"", text.replace('"', "\"\"")).into()
    } else {
        text.into()
    }
}

/// The commands that repeat a draw, each with what it is, for the printed protocol.
pub fn befehle(p: &Protokoll, json: &str, csv: &str) -> Vec<(String, String)> {
    let mut befehle = vec![(
        "Protokoll und Liste vergleichen".to_owned(),
        format!("iksctl ziehung pruefe --protokoll {json} --datei {csv}"),
    )];
    let (Auswahl::Zufall, Some(startwert)) = (p.art, &p.startwert) else {
        return befehle;
    };
    // With two draws before, the allocation depends on both; then only the comparison above repeats it.
    // Nor after a draw with fixed numbers: a stratified one without a minimum comes from there.
    let nach_vorgabe = p.schichtung == Schichtung::Team && p.mindestens == 0;
    if p.ziehung <= 2 && !nach_vorgabe {
        let ab = if p.ab > 0 { format!(" --ab {}", p.ab) } else { String::new() };
        let schicht = match p.schichtung {
            Schichtung::Keine => String::new(),
            Schichtung::Team => format!(" --schicht {SPALTE_SCHICHT} --mindestens {}", p.mindestens),
        };
        befehle.push((
            "Ziehung wiederholen".to_owned(),
            format!("iksctl ziehe --datei {csv} --spalte {SPALTE_PSEUDONYM} --startwert {startwert} --anzahl {}{ab}{schicht}", p.anzahl),
        ));
    }
    befehle.push((
        "Ohne IKS: öffentliches Werkzeug einrichten".to_owned(),
        "pip install consistent-sampler==1.0.10".to_owned(),
    ));
    // A name with a sign that a shell or Python reads differently gets no command rather than a wrong one.
    let harmlos = |s: &&Ziehschicht| !s.schicht.contains(['\'', '"', '\\', '$', '`', '!']);
    for s in p.aufteilung.iter().filter(|s| s.neu() > 0).filter(harmlos) {
        let (filter, name) = match p.schichtung {
            Schichtung::Keine => (String::new(), "Ohne IKS: Ziehung wiederholen".to_owned()),
            Schichtung::Team => (
                format!(" if z['{SPALTE_SCHICHT}']=='{}'", s.schicht),
                format!("Ohne IKS: Schicht „{}“ wiederholen", s.schicht),
            ),
        };
        befehle.push((
            name,
            format!(
                "python3 -c \"import csv; from consistent_sampler import sampler; ids=[z['{SPALTE_PSEUDONYM}'] for z in csv.DictReader(open('{csv}',encoding='utf-8'),delimiter=';'){filter}]; print(*sampler(ids,seed='{startwert}',drop={},take={},output='id'),sep='\\n')\"",
                s.bisher,
                s.neu()
            ),
        ));
    }
    befehle
}
