//! Items by teams: where the errors of which item lie. A description of the checked units, no estimate.

use super::gruppen::MINDESTENS;
use super::kartenschutz::{Feld, Spaltenwissen, Tafelwissen};
use super::tafeln::{Gruppenzeile, Merkmalszeile};
use super::{Material, Merkmalszahl};
use crate::fachaufsicht::pruefung::Fehlerdefinition;
use crate::stichprobe::{Zehntelprozent, zahl};
use serde::Serialize;
use std::collections::BTreeSet;
use ts_rs::TS;

/// Rows that one page carries.
const HOECHSTENS: usize = 12;

/// Shares of errors by item and team (small-group rules applied). Without rows the notes say why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Merkmalskarte {
    /// Teams, or merged teams.
    pub spalten: Vec<Kartenspalte>,
    /// Items with errors, in the order of the sheet.
    pub zeilen: Vec<Kartenzeile>,
    /// What stands below.
    pub hinweise: Vec<String>,
    /// No cell had to stay empty, so that the answers of single units give nothing away.
    #[serde(skip)]
    #[ts(skip)]
    pub vollstaendig: bool,
}

/// A team, or merged teams.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Kartenspalte {
    /// Name.
    pub name: String,
    /// Ids of the teams, for those who see their own teams only.
    #[serde(skip)]
    #[ts(skip)]
    pub teams: BTreeSet<String>,
}

/// An item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Kartenzeile {
    /// Number on the sheet.
    pub nummer: u32,
    /// Question.
    pub frage: String,
    /// A field a column; nothing where it must stay empty.
    pub felder: Vec<Option<Kartenfeld>>,
}

/// Figures of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Kartenfeld {
    /// Files with the item wrong.
    pub fehlerhaft: u64,
    /// Files in which it was judged.
    pub beurteilt: u64,
    /// Share in tenths of a percent; none without a judged file.
    pub quote: Option<Zehntelprozent>,
    /// Tint, 0 (no error) to 4 (the highest share of the map).
    pub stufe: u8,
}

impl Merkmalskarte {
    /// Leaves only columns with one of these teams.
    pub fn nur(&mut self, teams: &[String]) {
        let bleibt: Vec<bool> =
            self.spalten.iter().map(|s| s.teams.iter().any(|t| teams.contains(t))).collect();
        let mut welche = bleibt.iter();
        self.spalten.retain(|_| welche.next().copied().unwrap_or(false));
        for z in &mut self.zeilen {
            let mut welche = bleibt.iter();
            z.felder.retain(|_| welche.next().copied().unwrap_or(false));
        }
        self.zeilen.retain(|z| z.felder.iter().any(Option::is_some));
    }

    fn ohne(satz: &str) -> Self {
        Self { hinweise: vec![satz.to_owned()], ..Self::default() }
    }
}

/// Builds the map from the answers by team. `gruppen` and `merkmale` are the tables that stand beside it.
pub(super) fn karte(m: &Material, gruppen: &[Gruppenzeile], merkmale: &[Merkmalszeile]) -> Merkmalskarte {
    let mit_fehlern: Vec<(usize, &Merkmalszeile)> =
        merkmale.iter().enumerate().filter(|(_, z)| z.fehlerhaft > 0).collect();
    if mit_fehlern.is_empty() {
        return Merkmalskarte {
            vollstaendig: true,
            ..Merkmalskarte::ohne("Kein Merkmal hat eine Abweichung; die Karte nach Teams entfällt.")
        };
    }
    let sichtbar = gruppen.iter().filter(|g| g.werte.is_some()).count();
    if sichtbar < 2 {
        return Merkmalskarte::ohne(
            "Die Karte nach Merkmalen und Teams entfällt: Es gibt keine zwei Gruppen, die gezeigt werden dürfen.",
        );
    }
    let reihen: Vec<Vec<Feld>> =
        mit_fehlern.iter().map(|(_, z)| gruppen.iter().map(|g| feld(m, g, &z.kennung)).collect()).collect();
    let angeboten = haeufigste(&mit_fehlern);
    let wissen = Tafelwissen {
        reihen: &reihen,
        angeboten: &angeboten,
        spalten: &spaltenwissen(m, gruppen),
        jede_zaehlt: m.grundlage.fehlerdefinition == Fehlerdefinition::Jede,
    };
    let maske = wissen.verdecke();
    let groesste = reihen
        .iter()
        .zip(&maske)
        .flat_map(|(r, v)| r.iter().zip(v).filter(|(_, v)| !**v))
        .filter_map(|(f, _)| quote(*f))
        .max()
        .unwrap_or(Zehntelprozent(0));
    let mut karte = Merkmalskarte {
        spalten: gruppen
            .iter()
            .filter(|g| g.werte.is_some())
            .map(|g| Kartenspalte { name: g.name.clone(), teams: g.teams.clone() })
            .collect(),
        // Rows that are left out for lack of room hide nothing.
        vollstaendig: maske.iter().zip(&angeboten).all(|(z, a)| !a || !z.contains(&true))
            && reihen.iter().flatten().all(|f| f.beurteilt == 0 || f.beurteilt >= MINDESTENS),
        ..Merkmalskarte::default()
    };
    let mut leer = 0;
    for (((nr, z), reihe), (angeboten, verdeckt)) in
        mit_fehlern.iter().zip(&reihen).zip(angeboten.iter().zip(&maske))
    {
        if !angeboten {
            continue;
        }
        if reihe.iter().zip(verdeckt).all(|(f, v)| *v || f.beurteilt == 0) {
            leer += 1;
            continue;
        }
        karte.zeilen.push(Kartenzeile {
            nummer: u32::try_from(nr + 1).unwrap_or(u32::MAX),
            frage: z.frage.clone(),
            felder: reihe
                .iter()
                .zip(verdeckt)
                .zip(gruppen)
                .filter(|(_, g)| g.werte.is_some())
                .map(|((f, v), _)| (!v).then(|| kartenfeld(*f, groesste)))
                .collect(),
        });
    }
    if karte.zeilen.is_empty() {
        return Merkmalskarte::ohne(
            "Die Karte nach Merkmalen und Teams entfällt: Jede Zelle wäre zu klein oder ließe eine kleine errechnen.",
        );
    }
    karte.hinweise = hinweise(&karte, gruppen.len() > sichtbar, leer, (angeboten.len(), HOECHSTENS));
    karte
}

fn hinweise(
    karte: &Merkmalskarte,
    ohne_spalte: bool,
    leer: u64,
    (alle, hoechstens): (usize, usize),
) -> Vec<String> {
    let mut h = vec![
        "Die Anteile beschreiben die geprüften Einheiten; ein Unterschied zwischen Teams ist damit nicht belegt."
            .to_owned(),
    ];
    if karte.zeilen.iter().any(|z| z.felder.iter().any(Option::is_none)) {
        h.push(format!(
            "„–“: weniger als {MINDESTENS} beurteilte Einheiten, oder eine Zelle, aus der sich eine solche errechnen ließe."
        ));
    }
    if ohne_spalte {
        h.push("Teams, deren Ergebnis als kleine Gruppe nicht gezeigt wird, haben keine Spalte.".to_owned());
    }
    if alle > hoechstens {
        h.push(format!("Gezeigt werden die {hoechstens} Merkmale mit den meisten Abweichungen von {alle}."));
    }
    match leer {
        0 => {}
        1 => h.push("1 Merkmal mit Abweichungen fehlt, weil alle seine Zellen leer blieben.".to_owned()),
        n => h.push(format!(
            "{} Merkmale mit Abweichungen fehlen, weil alle ihre Zellen leer blieben.",
            zahl(n)
        )),
    }
    h
}

/// The items with most errors; ties go to the first on the sheet.
fn haeufigste(zeilen: &[(usize, &Merkmalszeile)]) -> Vec<bool> {
    let mut folge: Vec<usize> = (0..zeilen.len()).collect();
    folge.sort_by_key(|i| (std::cmp::Reverse(zeilen.get(*i).map_or(0, |z| z.1.fehlerhaft)), *i));
    let vorn: BTreeSet<usize> = folge.into_iter().take(HOECHSTENS).collect();
    (0..zeilen.len()).map(|i| vorn.contains(&i)).collect()
}

fn spaltenwissen(m: &Material, gruppen: &[Gruppenzeile]) -> Vec<Spaltenwissen> {
    let faelle = super::Faelle::neu(&m.grundlage, &m.faelle, &m.abweichungen);
    gruppen
        .iter()
        .map(|g| Spaltenwissen {
            gezeigt: g.werte.is_some(),
            fehlerhaft: faelle
                .eingestuft(m.grundlage.fehlerdefinition)
                .filter(|(f, e)| {
                    *e == super::Einstufung::Fehlerhaft
                        && g.teams.contains(f.team.as_deref().unwrap_or_default())
                })
                .count() as u64,
        })
        .collect()
}

fn feld(m: &Material, gruppe: &Gruppenzeile, kennung: &str) -> Feld {
    m.merkmale
        .iter()
        .filter(|z| z.merkmal == kennung && gruppe.teams.contains(z.team.as_deref().unwrap_or_default()))
        .fold(Feld::default(), |f, z| Feld {
            beurteilt: f.beurteilt + z.beurteilt(),
            fehlerhaft: f.fehlerhaft + z.fehlerhaft(m.grundlage.teilweise_zaehlt),
        })
}

impl Merkmalszahl {
    /// Units in which the item was judged.
    pub(crate) fn beurteilt(&self) -> u64 {
        self.ja + self.nein + self.teilweise
    }

    /// Units with the item wrong by the fixed rule about "teilweise"; withdrawn ones not counted.
    pub(crate) fn fehlerhaft(&self, teilweise_zaehlt: bool) -> u64 {
        let teil = self.teilweise.saturating_sub(self.teilweise_zurueckgenommen);
        self.nein.saturating_sub(self.nein_zurueckgenommen) + if teilweise_zaehlt { teil } else { 0 }
    }
}

fn quote(f: Feld) -> Option<Zehntelprozent> {
    (f.beurteilt > 0).then(|| Zehntelprozent::gerundet(f.fehlerhaft, f.beurteilt))
}

fn kartenfeld(f: Feld, groesste: Zehntelprozent) -> Kartenfeld {
    let quote = quote(f);
    let stufe = match quote {
        Some(q) if f.fehlerhaft > 0 => (q.0 * 4).div_ceil(groesste.0.max(1)).clamp(1, 4),
        _ => 0,
    };
    Kartenfeld {
        fehlerhaft: f.fehlerhaft,
        beurteilt: f.beurteilt,
        quote,
        stufe: u8::try_from(stufe).unwrap_or(4),
    }
}
