//! Three years of Widersprüche, Überprüfungsanträge, Klagen and interim relief, about 700 procedures a year.
//!
//! The whole life of each procedure is thrown out when it comes in ([`plan`]); what lies behind the key date does not
//! happen, so that the open ones stand in all states. Two persons of the Widerspruchsstelle work on fixed days, all
//! of a day in one transaction each.

mod angaben;
mod fall;
mod offenes;
mod plan;

use super::organisation::Struktur;
use super::wuerfel::Wuerfel;
use super::{Bau, Vorgaben};
use crate::api::{self, Fortschritt, Geaendert, Operation};
use crate::audit::ObjektArt;
use crate::fehler::{Ergebnis, Fehler};
use crate::frist::Ort;
use crate::haus::Sitzung;
use crate::organisation::Land;
use chrono::{Datelike, NaiveDate, Weekday};
use fall::{Arbeit, Fall, Was};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap, VecDeque};

/// The Widerspruchsstelle at work.
pub(super) struct Lauf<'a> {
    bau: &'a Bau,
    struktur: &'a Struktur,
    personen: [Sitzung; 2],
    ort: Ort,
    wuerfel: Wuerfel,
    stichtag: NaiveDate,
    faktor: u32,
    faelle: Vec<Fall>,
    /// Place of a procedure or of the procedure of a deadline in `faelle`, by id.
    nach_id: HashMap<String, usize>,
    kalender: BTreeMap<NaiveDate, Vec<Arbeit>>,
}

impl<'a> Lauf<'a> {
    pub(super) fn neu(bau: &'a Bau, struktur: &'a Struktur, vorgaben: &Vorgaben) -> Ergebnis<Self> {
        Ok(Self {
            bau,
            struktur,
            personen: [bau.sitzung("widerspruch")?, bau.sitzung("widerspruch2")?],
            ort: Ort::from(Land::TH),
            wuerfel: Wuerfel::neu(20_261_123),
            stichtag: vorgaben.stichtag,
            faktor: vorgaben.faktor,
            faelle: Vec::new(),
            nach_id: HashMap::new(),
            kalender: BTreeMap::new(),
        })
    }

    /// Everything of a day.
    pub(super) fn tag(&mut self, tag: NaiveDate) -> Ergebnis<()> {
        if self.ort.ist_arbeitstag(tag) {
            self.posteingang(tag, self.faktor)?;
        }
        match self.kalender.remove(&tag) {
            Some(arbeiten) => self.arbeitstag(tag, arbeiten),
            None => Ok(()),
        }
    }

    /// The working day of the register on or after a day: Tuesday or Friday, so that the days stay few and full.
    fn arbeitstag_ab(&self, tag: NaiveDate) -> NaiveDate {
        tag.iter_days()
            .take(30)
            .find(|t| matches!(t.weekday(), Weekday::Tue | Weekday::Fri) && self.ort.ist_arbeitstag(*t))
            .unwrap_or(tag)
    }

    /// Puts work into the calendar; what lies behind the key date does not happen.
    fn vormerken(&mut self, tag: NaiveDate, arbeit: Arbeit) {
        if tag <= self.stichtag {
            self.kalender.entry(tag).or_default().push(arbeit);
        }
    }

    /// Everything of a day: one transaction for each of the two.
    fn arbeitstag(&mut self, tag: NaiveDate, arbeiten: Vec<Arbeit>) -> Ergebnis<()> {
        for (person, stunde) in [(0, 8), (1, 12)] {
            let eigene: Vec<&Arbeit> = arbeiten.iter().filter(|a| a.person == person).collect();
            if !eigene.is_empty() {
                self.bau.stelle(tag, stunde)?;
                self.ausfuehren(person, &eigene)?;
            }
        }
        for arbeit in &arbeiten {
            if let Was::Wiedervorlage(tage) = arbeit.was {
                self.wiedervorlage(tag, arbeit.fall, tage)?;
            }
        }
        Ok(())
    }

    fn ausfuehren(&mut self, person: usize, arbeiten: &[&Arbeit]) -> Ergebnis<()> {
        let mut ops = Vec::new();
        let mut neue = VecDeque::new();
        for arbeit in arbeiten {
            if matches!(arbeit.was, Was::Anlegen(_)) {
                neue.push_back(arbeit.fall);
            }
            if let Was::KlageErheben { klage, .. } = arbeit.was {
                neue.push_back(klage);
            }
            for (name, daten) in self.faelle[arbeit.fall].operationen(&arbeit.was, &self.personen) {
                ops.push(Operation::aus_json(name, daten)?);
            }
        }
        let geaendert =
            api::aendern_viele(&self.bau.haus, &self.personen[person], None, ops, &Fortschritt::default())?;
        self.merken(&geaendert, neue)
    }

    /// Ids and versions of what was made and changed, to be expected at the next change.
    fn merken(&mut self, geaendert: &Geaendert, mut neue: VecDeque<usize>) -> Ergebnis<()> {
        let mut zuletzt = None;
        for objekt in &geaendert.objekte {
            let bekannt = self.nach_id.get(&objekt.id).copied();
            if objekt.art == ObjektArt::VERFAHREN.name {
                let stelle = match bekannt {
                    Some(stelle) => stelle,
                    None => neue.pop_front().ok_or_else(|| Fehler::intern("demo data: procedure"))?,
                };
                self.nach_id.insert(objekt.id.clone(), stelle);
                self.faelle[stelle].id.clone_from(&objekt.id);
                self.faelle[stelle].version = objekt.version;
                zuletzt = Some(stelle);
            } else if objekt.art == ObjektArt::FRIST.name {
                let stelle = bekannt.or(zuletzt).ok_or_else(|| Fehler::intern("demo data: deadline"))?;
                self.nach_id.insert(objekt.id.clone(), stelle);
                self.faelle[stelle].frist_merken(&objekt.id, objekt.version);
            }
        }
        Ok(())
    }

    fn tue(&self, person: usize, name: &str, daten: Value) -> Ergebnis<Geaendert> {
        self.bau.aendern(&self.personen[person], name, daten)
    }

    fn team(&self, kennung: &str) -> Ergebnis<Value> {
        Ok(if kennung.is_empty() { Value::Null } else { json!(self.struktur.team(kennung)?) })
    }
}
