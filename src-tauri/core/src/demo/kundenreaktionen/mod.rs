//! Three years of Kundenreaktionen, about 300 a year: calls, letters, praise, and what was made of them.
//!
//! The whole life of a ticket is thrown out when it comes in; what lies behind the key date does not happen, so that
//! the open ones stand in all states. Each person works all of her day in one transaction.

mod inhalt;

use super::organisation::Struktur;
use super::wuerfel::{Wuerfel, gewichtet};
use super::{Bau, Vorgaben};
use crate::api::{self, Fortschritt, Operation};
use crate::audit::ObjektArt;
use crate::fehler::{Ergebnis, Fehler};
use crate::frist::Ort;
use crate::haus::Sitzung;
use crate::kundenreaktion::{Kanal, Reaktionsart};
use crate::organisation::Land;
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Who does something.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Wer {
    Krm,
    Leitung,
    Geschaeftsfuehrung,
    Widerspruchsstelle,
}

/// What is done on a day.
struct Arbeit {
    ticket: usize,
    wer: Wer,
    name: &'static str,
    /// The request; id and expected version are filled in on the day.
    daten: Value,
}

struct Ticket {
    id: String,
    version: i64,
    /// The procedure that was found in it.
    verfahren: Option<String>,
}

/// The Kundenreaktionsmanagement at work.
pub(super) struct Lauf<'a> {
    bau: &'a Bau,
    struktur: &'a Struktur,
    personen: BTreeMap<Wer, Sitzung>,
    ort: Ort,
    wuerfel: Wuerfel,
    stichtag: NaiveDate,
    faktor: u32,
    tickets: Vec<Ticket>,
    kalender: BTreeMap<NaiveDate, Vec<Arbeit>>,
}

impl<'a> Lauf<'a> {
    pub(super) fn neu(bau: &'a Bau, struktur: &'a Struktur, vorgaben: &Vorgaben) -> Ergebnis<Self> {
        Ok(Self {
            bau,
            struktur,
            personen: BTreeMap::from([
                (Wer::Krm, bau.sitzung("krm")?),
                (Wer::Leitung, bau.sitzung("bl")?),
                (Wer::Geschaeftsfuehrung, bau.sitzung("gf")?),
                (Wer::Widerspruchsstelle, bau.sitzung("widerspruch")?),
            ]),
            ort: Ort::from(Land::TH),
            wuerfel: Wuerfel::neu(20_261_124),
            stichtag: vorgaben.stichtag,
            faktor: vorgaben.faktor,
            tickets: Vec::new(),
            kalender: BTreeMap::new(),
        })
    }

    /// The promises of the house and its blocks of text, from the first day.
    pub(super) fn vorbereiten(&self, beginn: NaiveDate) -> Ergebnis<()> {
        let regel = json!({"gueltig_ab": beginn, "bestaetigung_arbeitstage": 3, "antwort_kalendertage": 14});
        let krm = &self.personen[&Wer::Krm];
        self.bau.aendern(krm, "kundenreaktion.regel_speichern", json!({"bezug": null, "regel": regel}))?;
        self.bau.aendern(krm, "kundenreaktion.textbausteine_uebernehmen", json!({}))?;
        Ok(())
    }

    /// Everything of a day.
    pub(super) fn tag(&mut self, tag: NaiveDate) -> Ergebnis<()> {
        if self.ort.ist_arbeitstag(tag) {
            for _ in 0..self.faktor {
                // About 300 a year on 250 working days.
                let anzahl = 1 + u64::from(self.wuerfel.promille(200));
                for _ in 0..anzahl {
                    self.eingang(tag)?;
                }
            }
        }
        let Some(arbeiten) = self.kalender.remove(&tag) else { return Ok(()) };
        for (wer, stunde) in
            [(Wer::Krm, 10), (Wer::Leitung, 13), (Wer::Geschaeftsfuehrung, 14), (Wer::Widerspruchsstelle, 15)]
        {
            let eigene: Vec<&Arbeit> = arbeiten.iter().filter(|a| a.wer == wer).collect();
            if !eigene.is_empty() {
                self.bau.stelle(tag, stunde)?;
                self.ausfuehren(wer, &eigene)?;
            }
        }
        Ok(())
    }

    fn ausfuehren(&mut self, wer: Wer, arbeiten: &[&Arbeit]) -> Ergebnis<()> {
        let mut ops = Vec::with_capacity(arbeiten.len());
        for arbeit in arbeiten {
            let ticket = &self.tickets[arbeit.ticket];
            let mut daten = arbeit.daten.clone();
            match arbeit.name {
                "kundenreaktion.anlegen" => {}
                "kundenreaktion.zuweisen" => {
                    daten["reaktionen"] = json!([{"id": ticket.id, "version": ticket.version}]);
                }
                "widerspruch.schritt" => {
                    daten["id"] = json!(ticket.verfahren);
                    daten["version"] = json!(1);
                }
                _ => {
                    daten["id"] = json!(ticket.id);
                    daten["version"] = json!(ticket.version);
                }
            }
            ops.push(Operation::aus_json(arbeit.name, daten)?);
        }
        let geaendert =
            api::aendern_viele(&self.bau.haus, &self.personen[&wer], None, ops, &Fortschritt::default())?;
        let mut neue = arbeiten.iter().filter(|a| a.name == "kundenreaktion.anlegen").map(|a| a.ticket);
        // A procedure is written before the ticket in which it was found.
        let mut verfahren = None;
        for objekt in &geaendert.objekte {
            if objekt.art == ObjektArt::VERFAHREN.name {
                verfahren = Some(objekt.id.clone());
            } else if objekt.art == ObjektArt::KUNDENREAKTION.name {
                let bekannt = self.tickets.iter().rposition(|t| t.id == objekt.id);
                let stelle = match bekannt {
                    Some(stelle) => stelle,
                    None => neue.next().ok_or_else(|| Fehler::intern("demo data: ticket"))?,
                };
                let ticket = &mut self.tickets[stelle];
                ticket.id.clone_from(&objekt.id);
                ticket.version = objekt.version;
                if verfahren.is_some() {
                    ticket.verfahren = verfahren.take();
                }
            }
        }
        Ok(())
    }

    /// The working day on or after so many days; what lies behind the key date does not happen.
    fn nach(&self, tag: NaiveDate, tage: u64) -> NaiveDate {
        let ab = tag + Days::new(tage);
        ab.iter_days().take(15).find(|t| self.ort.ist_arbeitstag(*t)).unwrap_or(ab)
    }

    fn vormerken(&mut self, tag: NaiveDate, ticket: usize, wer: Wer, name: &'static str, daten: Value) {
        if tag <= self.stichtag {
            self.kalender.entry(tag).or_default().push(Arbeit { ticket, wer, name, daten });
        }
    }

    fn schritt(&mut self, tag: NaiveDate, ticket: usize, schritt: Value, text: Option<&str>) {
        self.vormerken(
            tag,
            ticket,
            Wer::Krm,
            "kundenreaktion.schritt",
            json!({"schritt": schritt, "text": text}),
        );
    }

    /// A reaction comes in, and with it all that will be done.
    fn eingang(&mut self, tag: NaiveDate) -> Ergebnis<()> {
        let art = gewichtet(&mut self.wuerfel, inhalt::ARTEN).unwrap_or(Reaktionsart::Beschwerde);
        let kanal = gewichtet(&mut self.wuerfel, inhalt::KANAELE).unwrap_or(Kanal::Telefonisch);
        let ticket = self.tickets.len();
        self.tickets.push(Ticket { id: String::new(), version: 1, verfahren: None });
        let neu = self.inhalt(tag, art, kanal)?;
        let rechtsbehelf = art == Reaktionsart::Beschwerde && neu.sachanliegen && self.wuerfel.promille(25);
        let sichtung = self.sichtung(rechtsbehelf, &neu)?;
        // A letter waits a day for its triage now and then; a call is looked through while it is entered.
        let spaeter = kanal == Kanal::Schriftlich && self.wuerfel.promille(250);
        let gleich = if spaeter { Value::Null } else { sichtung.clone() };
        let anlegen = json!({"angaben": neu.angaben, "klar": neu.klar, "sichtung": gleich});
        self.vormerken(tag, ticket, Wer::Krm, "kundenreaktion.anlegen", anlegen);
        let gesichtet = if spaeter { self.nach(tag, 1) } else { tag };
        if spaeter {
            self.vormerken(
                gesichtet,
                ticket,
                Wer::Krm,
                "kundenreaktion.sichten",
                json!({"antwort": sichtung}),
            );
        }
        let ab = self.nach(gesichtet, 1);
        if art.nur_abgabe() {
            let abgabe = json!({"art": "abgeben", "am": ab, "an": "Geschäftsführung", "zeichen": format!("GF {ticket}")});
            self.schritt(ab, ticket, abgabe, None);
        } else if rechtsbehelf {
            self.widerspruch(ab, ticket);
        } else if art == Reaktionsart::Lob {
            self.lob(ab, ticket);
        } else {
            self.bearbeitung(tag, ab, ticket, art, &neu)?;
        }
        Ok(())
    }

    /// It goes on as a Widerspruch; an old one was withdrawn, so that the register is not full of forgotten ones.
    fn widerspruch(&mut self, ab: NaiveDate, ticket: usize) {
        let grund = "wird als Widerspruch geführt";
        self.schritt(ab, ticket, json!({"art": "ohne_antwort", "am": ab, "grund": grund}), None);
        let ende = self.nach(ab, 1);
        self.schritt(ende, ticket, json!({"art": "abschliessen", "am": ende}), None);
        let tage = 20 + self.wuerfel.unter(20);
        let zurueck = self.nach(ab, tage);
        let schritt = json!({"schritt": {"art": "zuruecknehmen", "am": zurueck}});
        self.vormerken(zurueck, ticket, Wer::Widerspruchsstelle, "widerspruch.schritt", schritt);
    }

    fn lob(&mut self, ab: NaiveDate, ticket: usize) {
        if self.wuerfel.promille(600) {
            let text = "Guten Tag,\n\nvielen Dank für Ihre freundlichen Worte. Wir geben sie gern weiter.";
            self.schritt(ab, ticket, json!({"art": "beantworten", "am": ab, "weg": "brief"}), Some(text));
        } else {
            let grund = "Dank wurde mündlich ausgesprochen";
            self.schritt(ab, ticket, json!({"art": "ohne_antwort", "am": ab, "grund": grund}), None);
        }
        let ende = self.nach(ab, 1);
        self.schritt(ende, ticket, json!({"art": "abschliessen", "am": ende}), None);
    }

    fn bearbeitung(
        &mut self,
        eingang: NaiveDate,
        ab: NaiveDate,
        ticket: usize,
        art: Reaktionsart,
        neu: &inhalt::Neu,
    ) -> Ergebnis<()> {
        if let Some(team) = &neu.team {
            let zuweisung = json!({"team_id": self.struktur.team(team)?, "person_id": null});
            self.vormerken(ab, ticket, Wer::Krm, "kundenreaktion.zuweisen", zuweisung);
        }
        let spaet = if self.wuerfel.promille(80) { 7 } else { self.wuerfel.unter(2) };
        let bestaetigt = self.nach(ab, spaet + 1);
        self.schritt(bestaetigt, ticket, json!({"art": "eingang_bestaetigen", "am": bestaetigt}), None);
        let mut weiter = bestaetigt;
        if self.wuerfel.promille(150) {
            let pause = self.nach(bestaetigt, 1);
            let text = "Nachweise angefordert";
            self.schritt(
                pause,
                ticket,
                json!({"art": "pausieren", "ab": pause, "grund": "kunde", "text": text, "nachfragen_am": pause + Days::new(14)}),
                None,
            );
            let tage = 5 + self.wuerfel.unter(9);
            weiter = self.nach(pause, tage);
            self.schritt(weiter, ticket, json!({"art": "fortsetzen", "am": weiter}), None);
        }
        let dauer =
            if self.wuerfel.promille(830) { 1 + self.wuerfel.unter(6) } else { 12 + self.wuerfel.unter(16) };
        let antwort = self.nach(weiter, dauer).max(self.nach(eingang, 4));
        let text = self.wuerfel.aus(inhalt::ANTWORTEN).copied().unwrap_or_default();
        self.schritt(
            antwort,
            ticket,
            json!({"art": "beantworten", "am": antwort, "weg": "brief"}),
            Some(text),
        );
        let mut ende = self.nach(antwort, 1);
        if art.beurteilt() {
            ende = self.beurteilung(ende, ticket, neu);
        }
        self.schritt(ende, ticket, json!({"art": "abschliessen", "am": ende}), None);
        if self.wuerfel.promille(200) {
            let frage = self.nach(ende, 14);
            let antwort = gewichtet(&mut self.wuerfel, inhalt::RUECKMELDUNGEN).unwrap_or("ohne_antwort");
            self.schritt(
                frage,
                ticket,
                json!({"art": "nachfragen", "am": frage, "rueckmeldung": antwort}),
                None,
            );
        }
        Ok(())
    }

    /// Two persons judge; answers the day after it.
    fn beurteilung(&mut self, tag: NaiveDate, ticket: usize, neu: &inhalt::Neu) -> NaiveDate {
        let (urteil, begruendung) =
            gewichtet(&mut self.wuerfel, inhalt::URTEILE).unwrap_or(inhalt::URTEILE[0].1);
        let schritt = json!({"art": "beurteilen", "urteil": urteil, "begruendung": begruendung});
        self.schritt(tag, ticket, schritt, None);
        let tage = 1 + self.wuerfel.unter(3);
        let zweite = self.nach(tag, tage);
        let wer = if neu.leistung { Wer::Leitung } else { Wer::Geschaeftsfuehrung };
        self.vormerken(zweite, ticket, wer, "kundenreaktion.beurteilung_bestaetigen", json!({}));
        let danach = self.nach(zweite, 1);
        if urteil == "berechtigt" && self.wuerfel.promille(120) {
            let was = self.wuerfel.aus(inhalt::MASSNAHMEN).copied().unwrap_or_default();
            let schritt = json!({"art": "massnahme_ableiten", "was": was, "bis": danach + Days::new(60)});
            self.schritt(danach, ticket, schritt, None);
            return self.nach(danach, 1);
        }
        danach
    }
}
