//! The draw of a check: strata, allocation, order. `stichprobe` gives the tickets, this file says what
//! is drawn from what.

use crate::stichprobe::{
    Aufteilung, GezogeneEinheit, STELLEN_STARTWERT, Schichtgroesse, StichprobeFehler, allocate, erweitern,
    schichtziehung, ziehreihenfolge,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Name of the selection rule with its version; a change of the rule needs a new name.
pub const ALGORITHMUS: &str = "rivest-consistent-sampler/1.0.10 sha-256 largest-remainder/1";

/// The same selection with numbers for each stratum that were fixed before, as a Prüfprogramm fixes them.
pub const ALGORITHMUS_VORGABE: &str = "rivest-consistent-sampler/1.0.10 sha-256 vorgabe/1";

/// The one stratum of a draw without strata. It has a name, so that every unit of a list has a stratum.
pub const GESAMT: &str = "gesamt";

/// One stratum of a draw. The list of these is ordered by the UTF-8 bytes of the names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Ziehschicht {
    /// Name.
    pub schicht: String,
    /// N of the stratum: units that take part.
    pub grundgesamtheit: u64,
    /// Units that earlier draws of the check took from it.
    pub bisher: u64,
    /// Units taken after this draw, earlier ones included.
    pub gezogen: u64,
}

impl Ziehschicht {
    /// Units that this draw takes.
    pub fn neu(&self) -> u64 {
        self.gezogen - self.bisher.min(self.gezogen)
    }
}

/// Units that take part, with their strata: what is sealed, drawn from and handed out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Liste {
    /// Identifiers (pseudonyms in the house, anything in the auditor's file).
    pub kennungen: Vec<String>,
    /// Stratum of each, as an index into `schichten`.
    pub schicht_von: Vec<usize>,
    /// Names of the strata in the order of their UTF-8 bytes.
    pub schichten: Vec<String>,
}

impl Liste {
    /// Orders the strata; the units keep their places.
    pub fn neu(kennungen: Vec<String>, schicht_von: Vec<usize>, namen: &[String]) -> Self {
        let mut schichten: Vec<String> = namen.to_vec();
        schichten.sort_unstable();
        schichten.dedup();
        let platz: Vec<usize> =
            namen.iter().map(|name| schichten.binary_search(name).unwrap_or_default()).collect();
        let schicht_von: Vec<usize> =
            schicht_von.into_iter().map(|i| platz.get(i).copied().unwrap_or(usize::MAX)).collect();
        let mut liste = Self { kennungen, schicht_von, schichten };
        liste.ohne_leere_schichten();
        liste
    }

    /// A stratum whose units were all excluded is none.
    fn ohne_leere_schichten(&mut self) {
        let groessen = self.groessen();
        let mut neu = Vec::with_capacity(groessen.len());
        let mut platz = Vec::with_capacity(groessen.len());
        for (name, groesse) in self.schichten.drain(..).zip(&groessen) {
            platz.push(neu.len());
            if *groesse > 0 {
                neu.push(name);
            }
        }
        self.schichten = neu;
        for s in &mut self.schicht_von {
            *s = platz.get(*s).copied().unwrap_or(usize::MAX);
        }
    }

    /// N of each stratum.
    pub fn groessen(&self) -> Vec<u64> {
        let mut groessen = vec![0; self.schichten.len()];
        for &s in &self.schicht_von {
            if let Some(n) = groessen.get_mut(s) {
                *n += 1;
            }
        }
        groessen
    }

    /// Name of the stratum of a unit.
    pub fn schicht(&self, index: usize) -> &str {
        self.schicht_von.get(index).and_then(|&s| self.schichten.get(s)).map_or("", String::as_str)
    }

    /// SHA-256 over the identifiers.
    ///
    /// # Errors
    /// `empty_population`, `duplicate_ids`.
    pub fn population_hash(&self) -> Result<String, StichprobeFehler> {
        crate::stichprobe::population_hash(&self.kennungen)
    }

    /// SHA-256 over identifier TAB stratum.
    ///
    /// # Errors
    /// `empty_population`, `duplicate_ids`.
    pub fn schicht_hash(&self) -> Result<String, StichprobeFehler> {
        let paare: Vec<(&str, &str)> =
            self.kennungen.iter().enumerate().map(|(i, k)| (k.as_str(), self.schicht(i))).collect();
        crate::stichprobe::stratum_hash(&paare)
    }
}

/// The allocation of numbers that were fixed by the name of the stratum. Where a stratum holds fewer, all of it is
/// drawn.
pub fn nach_vorgabe(liste: &Liste, vorgaben: &BTreeMap<String, u64>) -> Vec<Ziehschicht> {
    liste
        .schichten
        .iter()
        .zip(liste.groessen())
        .map(|(schicht, grundgesamtheit)| Ziehschicht {
            schicht: schicht.clone(),
            grundgesamtheit,
            bisher: 0,
            gezogen: vorgaben.get(schicht).copied().unwrap_or(0).min(grundgesamtheit),
        })
        .collect()
}

/// Divides `anzahl` further units among the strata of a list, proportionally with a minimum; no stratum
/// loses what it already gave. `bisher` follows the order of `liste.schichten`, empty for a first draw.
///
/// # Errors
/// As [`allocate`].
pub fn plane(
    liste: &Liste,
    bisher: &[u64],
    anzahl: u64,
    mindestens: u64,
) -> Result<Vec<Ziehschicht>, StichprobeFehler> {
    let groessen = liste.groessen();
    let schichten: Vec<Schichtgroesse> =
        groessen.iter().map(|&grundgesamtheit| Schichtgroesse { grundgesamtheit, streuung: None }).collect();
    let vorher: u64 = bisher.iter().sum();
    let (bisher, gezogen) = if vorher == 0 {
        let n = allocate(Aufteilung::Proportional, anzahl, &schichten, mindestens)?;
        (vec![0; groessen.len()], n)
    } else {
        let gesamt = vorher.checked_add(anzahl).ok_or(StichprobeFehler::InvalidCount)?;
        let n = erweitern(Aufteilung::Proportional, bisher, gesamt, &schichten, mindestens)?;
        (bisher.to_vec(), n)
    };
    Ok(liste
        .schichten
        .iter()
        .zip(groessen)
        .zip(bisher.into_iter().zip(gezogen))
        .map(|((schicht, grundgesamtheit), (bisher, gezogen))| Ziehschicht {
            schicht: schicht.clone(),
            grundgesamtheit,
            bisher,
            gezogen,
        })
        .collect())
}

/// Draws by seed what the allocation says, ordered by stratum, then place in its ticket order.
///
/// # Errors
/// As [`ziehreihenfolge`] and [`schichtziehung`].
pub fn ziehe(
    liste: &Liste,
    startwert: &str,
    aufteilung: &[Ziehschicht],
) -> Result<Vec<GezogeneEinheit>, StichprobeFehler> {
    let reihenfolge = ziehreihenfolge(startwert, &liste.kennungen)?;
    let bisher: Vec<u64> = aufteilung.iter().map(|s| s.bisher).collect();
    let gezogen: Vec<u64> = aufteilung.iter().map(|s| s.gezogen).collect();
    schichtziehung(&reihenfolge, &liste.schicht_von, &bisher, &gezogen)
}

/// A draw without chance (all units, or chosen ones): by stratum, then by the bytes of the identifier, so
/// that the order says nothing either. `position` counts within the stratum.
pub fn geordnet(liste: &Liste, mut auswahl: Vec<usize>) -> Vec<GezogeneEinheit> {
    auswahl.sort_unstable_by_key(|&i| (liste.schicht_von.get(i), liste.kennungen.get(i)));
    auswahl.dedup();
    let mut gesehen = vec![0_u64; liste.schichten.len()];
    auswahl
        .into_iter()
        .zip(1..)
        .filter_map(|(index, gesamtposition)| {
            let schicht = *liste.schicht_von.get(index)?;
            let position = gesehen.get_mut(schicht)?;
            *position += 1;
            Some(GezogeneEinheit { index, schicht, position: *position, gesamtposition })
        })
        .collect()
}

/// SHA-256 (lowercase hex) over the drawn identifiers in the order of the draw, each followed by "\n".
pub fn ergebnis_hash<'a>(kennungen: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    for kennung in kennungen {
        hash.update(kennung.as_bytes());
        hash.update(b"\n");
    }
    crate::audit::hex(&hash.finalize())
}

/// A seed from random bytes: 20 digits, each equally likely (a byte from 250 up is thrown away).
/// `None` if the bytes do not suffice.
pub fn startwert_aus_bytes(bytes: &[u8]) -> Option<String> {
    let ziffern: String = bytes
        .iter()
        .filter(|b| **b < 250)
        .take(STELLEN_STARTWERT)
        .map(|b| char::from(b'0' + b % 10))
        .collect();
    (ziffern.len() == STELLEN_STARTWERT).then_some(ziffern)
}

/// Half a seed as a person typed it: blanks go, ten digits remain.
///
/// # Errors
/// `empty_seed`, `invalid_seed`.
pub fn haelfte(text: &str) -> Result<String, StichprobeFehler> {
    let ziffern: String = text.chars().filter(|z| !z.is_whitespace()).collect();
    // Joined with itself it must be a seed: the same rule as for the whole.
    crate::stichprobe::startwert_aus_haelften(&ziffern, &ziffern)?;
    Ok(ziffern)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn liste(n: usize) -> Liste {
        let namen = ["Team 2".to_owned(), "Team 1".to_owned(), "leer".to_owned()];
        Liste::neu(
            (1..=n).map(|i| format!("{i:04}/2025")).collect(),
            (0..n).map(|i| usize::from(i % 4 == 0)).collect(),
            &namen,
        )
    }

    #[test]
    fn schichten_sind_nach_bytes_geordnet_und_nicht_leer() {
        let l = liste(12);
        assert_eq!(l.schichten, ["Team 1", "Team 2"]);
        assert_eq!(l.groessen(), [3, 9]);
        assert_eq!((l.schicht(0), l.schicht(1)), ("Team 1", "Team 2"));
    }

    #[test]
    fn erweiterung_nimmt_nichts_zurueck_und_haengt_an() {
        let l = liste(400);
        let start = "51703389210466257814";
        let erste = plane(&l, &[], 40, 5).unwrap();
        let bisher: Vec<u64> = erste.iter().map(|s| s.gezogen).collect();
        let zweite = plane(&l, &bisher, 21, 5).unwrap();
        assert!(zweite.iter().all(|s| s.gezogen >= s.bisher));
        assert_eq!(zweite.iter().map(Ziehschicht::neu).sum::<u64>(), 21);
        // Both together are the draw that a single one of that allocation would give.
        let auf_einmal: Vec<Ziehschicht> =
            zweite.iter().map(|s| Ziehschicht { bisher: 0, ..s.clone() }).collect();
        let indizes = |v: Vec<GezogeneEinheit>| v.into_iter().map(|e| e.index).collect::<Vec<_>>();
        let mut zusammen = indizes(ziehe(&l, start, &erste).unwrap());
        zusammen.extend(indizes(ziehe(&l, start, &zweite).unwrap()));
        let mut einzeln = indizes(ziehe(&l, start, &auf_einmal).unwrap());
        zusammen.sort_unstable();
        einzeln.sort_unstable();
        assert_eq!(zusammen, einzeln);
    }

    #[test]
    fn startwert_und_haelften() {
        assert_eq!(haelfte(" 12345 67890 ").unwrap(), "1234567890");
        assert!(haelfte("123456789").is_err());
        assert!(haelfte("12345x7890").is_err());
        let bytes: Vec<u8> = (0..=255).rev().collect();
        assert_eq!(startwert_aus_bytes(&bytes).unwrap(), "98765432109876543210");
        assert_eq!(startwert_aus_bytes(&[255; 64]), None);
    }
}
