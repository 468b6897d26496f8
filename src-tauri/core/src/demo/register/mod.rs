//! Three years of the registers of data protection and against corruption: about 12 breaches, 25 requests and 15
//! Zuwendungen a year, and the Gefährdungsatlas with its looks.
//!
//! All of it is planned at the beginning; what lies behind the key date does not happen, so that the open ones stand in
//! all states.

mod inhalt;

use super::organisation::Struktur;
use super::wuerfel::{Wuerfel, gewichtet, name};
use super::{Bau, Vorgaben};
use crate::fehler::{Ergebnis, Fehler};
use crate::frist::Ort;
use crate::haus::Sitzung;
use crate::organisation::Land;
use chrono::{Days, Months, NaiveDate};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What is done on a day.
struct Arbeit {
    eintrag: usize,
    wer: &'static str,
    name: &'static str,
    /// The request; id and expected version are filled in on the day.
    daten: Value,
}

/// The registers as they are kept.
pub(super) struct Lauf<'a> {
    bau: &'a Bau,
    struktur: &'a Struktur,
    personen: BTreeMap<&'static str, Sitzung>,
    ort: Ort,
    wuerfel: Wuerfel,
    stichtag: NaiveDate,
    /// Id and version of each entry, in the order of the plan; empty before it is made.
    eintraege: Vec<(String, i64)>,
    kalender: BTreeMap<NaiveDate, Vec<Arbeit>>,
}

impl<'a> Lauf<'a> {
    pub(super) fn neu(bau: &'a Bau, struktur: &'a Struktur, vorgaben: &Vorgaben) -> Ergebnis<Self> {
        let personen = ["dsb", "akp", "gf", "qm", "krm", "tl1", "bl"]
            .into_iter()
            .map(|name| Ok((name, bau.sitzung(name)?)))
            .collect::<Ergebnis<_>>()?;
        let mut lauf = Self {
            bau,
            struktur,
            personen,
            ort: Ort::from(Land::TH),
            wuerfel: Wuerfel::neu(20_261_127),
            stichtag: vorgaben.stichtag,
            eintraege: Vec::new(),
            kalender: BTreeMap::new(),
        };
        let beginn = vorgaben.stichtag - Months::new(36);
        lauf.atlas(beginn)?;
        for jahr in 0..3u64 {
            for _ in 0..vorgaben.faktor {
                for (anzahl, planen) in [
                    (12, Self::vorfall as fn(&mut Self, NaiveDate)),
                    (25, Self::anfrage),
                    (15, Self::zuwendung),
                ] {
                    for _ in 0..anzahl {
                        let tage = jahr * 365 + lauf.wuerfel.unter(360);
                        let tag = lauf.nach(beginn, tage);
                        planen(&mut lauf, tag);
                    }
                }
            }
        }
        // Shortly before the key date and on it: things in work, a breach whose clock runs, a proposal that waits.
        let woche = lauf.nach(vorgaben.stichtag - Days::new(7), 0);
        lauf.vorfall(woche);
        lauf.anfrage(woche);
        lauf.vorfall(vorgaben.stichtag);
        lauf.anfrage(vorgaben.stichtag);
        let gestern = lauf.nach(vorgaben.stichtag - Days::new(2), 0);
        lauf.zuwendung(gestern);
        Ok(lauf)
    }

    /// Everything of a day, in the evening: after the day of the other registers.
    pub(super) fn tag(&mut self, tag: NaiveDate) -> Ergebnis<()> {
        let Some(arbeiten) = self.kalender.remove(&tag) else { return Ok(()) };
        self.bau.stelle(tag, 17)?;
        for arbeit in arbeiten {
            let mut daten = arbeit.daten;
            let eintrag =
                self.eintraege.get_mut(arbeit.eintrag).ok_or_else(|| Fehler::intern("demo data: entry"))?;
            if !eintrag.0.is_empty() {
                daten["id"] = json!(eintrag.0);
                daten["version"] = json!(eintrag.1);
            }
            let geaendert = self.bau.aendern(&self.personen[arbeit.wer], arbeit.name, daten)?;
            let objekt =
                geaendert.objekte.first().ok_or_else(|| Fehler::intern("demo data: nothing was made"))?;
            *eintrag = (objekt.id.clone(), objekt.version);
        }
        Ok(())
    }

    /// The working day on or after so many days.
    fn nach(&self, tag: NaiveDate, tage: u64) -> NaiveDate {
        let ab = tag + Days::new(tage);
        ab.iter_days().take(15).find(|t| self.ort.ist_arbeitstag(*t)).unwrap_or(ab)
    }

    fn neuer_eintrag(&mut self) -> usize {
        self.eintraege.push((String::new(), 1));
        self.eintraege.len() - 1
    }

    fn vormerken(
        &mut self,
        tag: NaiveDate,
        eintrag: usize,
        wer: &'static str,
        name: &'static str,
        daten: Value,
    ) {
        if tag <= self.stichtag {
            self.kalender.entry(tag).or_default().push(Arbeit { eintrag, wer, name, daten });
        }
    }

    fn vorfall(&mut self, tag: NaiveDate) {
        let (betreff, hergang, verletzt, daten, personen, risiko, folgen) =
            gewichtet(&mut self.wuerfel, inhalt::VORFAELLE).unwrap_or(inhalt::VORFAELLE[0].1);
        let e = self.neuer_eintrag();
        let wer = gewichtet(&mut self.wuerfel, &[(4, "dsb"), (2, "qm"), (2, "krm"), (3, "tl1"), (1, "bl")]);
        let (stunde, minute) = (8 + self.wuerfel.unter(8), self.wuerfel.unter(60));
        let geschehen = tag - Days::new(self.wuerfel.unter(6));
        let angaben = json!({"betreff": betreff, "hergang": hergang, "folgen": folgen, "verletzungen": [verletzt], "daten": daten,
            "personen": personen, "datensaetze": null, "geschehen_am": geschehen, "kenntnis_am": tag,
            "kenntnis_um": format!("{stunde:02}:{minute:02}"), "kenntnis_durch": "Hinweis aus dem Team"});
        self.vormerken(
            tag,
            e,
            wer.unwrap_or("dsb"),
            "datenschutzvorfall.anlegen",
            json!({"angaben": angaben, "aus_reaktion": null}),
        );
        if tag == self.stichtag {
            return;
        }
        let schritt = |lauf: &mut Self, tag: NaiveDate, schritt: Value| {
            lauf.vormerken(tag, e, "dsb", "datenschutzvorfall.schritt", json!({"schritt": schritt}));
        };
        let begruendung = "Nach Art und Zahl der Daten, der Empfänger und der Folgen beurteilt";
        schritt(self, tag, json!({"art": "bewerten", "risiko": risiko, "begruendung": begruendung}));
        let morgen = self.nach(tag, 1);
        if risiko == "gering" {
            let grund = "Nur ein geringes Risiko: Die Daten sind zurück oder waren geschützt";
            schritt(self, morgen, json!({"art": "nicht_melden", "begruendung": grund}));
        } else if self.wuerfel.promille(120) {
            let spaet = self.nach(tag, 5);
            let grund = "Der Umfang war erst nach Rückfrage beim Träger erkennbar";
            let melden = json!({"art": "melden", "am": spaet, "um": "11:00", "zeichen": format!("BfDI {e}"), "verspaetung": grund});
            schritt(self, spaet, melden);
        } else {
            let melden = json!({"art": "melden", "am": tag, "um": "17:00", "zeichen": format!("BfDI {e}"), "verspaetung": ""});
            schritt(self, tag, melden);
        }
        let woche = self.nach(tag, 6);
        if risiko != "gering" {
            schritt(
                self,
                woche,
                json!({"art": "aufsicht_unterrichten", "am": woche, "stelle": "Rechtsaufsicht"}),
            );
        }
        if risiko == "hoch" {
            schritt(
                self,
                woche,
                json!({"art": "benachrichtigen", "am": woche, "wie": "persönlich und mit einem Brief"}),
            );
        }
        let spaeter = self.nach(tag, 9);
        let was = self.wuerfel.aus(inhalt::MASSNAHMEN).copied().unwrap_or_default();
        schritt(
            self,
            spaeter,
            json!({"art": "massnahme_ableiten", "was": was, "bis": spaeter + Days::new(60)}),
        );
        let ende = self.nach(tag, 20);
        schritt(self, ende, json!({"art": "abschliessen", "am": ende}));
    }

    fn anfrage(&mut self, tag: NaiveDate) {
        let (art, betreff) = gewichtet(&mut self.wuerfel, inhalt::ANFRAGEN).unwrap_or(inhalt::ANFRAGEN[0].1);
        let e = self.neuer_eintrag();
        let kanal = gewichtet(
            &mut self.wuerfel,
            &[(6, "schriftlich"), (2, "e_mail"), (1, "online"), (1, "persoenlich")],
        );
        let wer = if self.wuerfel.promille(250) { "krm" } else { "dsb" };
        let fallnummer = if self.wuerfel.promille(600) {
            format!("12345BG{:07}", self.wuerfel.unter(40) + 1)
        } else {
            String::new()
        };
        let klar = json!({"name": name(&mut self.wuerfel), "kontakt": "Musterweg 1, Musterstadt", "fallnummer": fallnummer});
        let angaben = json!({"art": art, "kanal": kanal, "eingang": tag, "betreff": betreff, "vermerk": ""});
        let neu = json!({"angaben": angaben, "klar": klar, "aus_reaktion": null});
        self.vormerken(tag, e, wer, "betroffenenanfrage.anlegen", neu);
        let schritt = |lauf: &mut Self, tag: NaiveDate, schritt: Value| {
            lauf.vormerken(tag, e, "dsb", "betroffenenanfrage.schritt", json!({"schritt": schritt}));
        };
        let bald = self.nach(tag, 2);
        if self.wuerfel.promille(60) {
            schritt(self, bald, json!({"art": "abgeben", "am": bald, "an": "Agentur für Arbeit"}));
            return;
        }
        if self.wuerfel.promille(40) {
            schritt(self, bald, json!({"art": "zurueckziehen", "am": bald}));
            return;
        }
        let wie = gewichtet(&mut self.wuerfel, inhalt::NACHWEISE).unwrap_or("ausweis");
        schritt(self, bald, json!({"art": "identitaet_pruefen", "am": bald, "wie": wie}));
        let mut dauer = 8 + self.wuerfel.unter(20);
        if self.wuerfel.promille(130) {
            let mitteilung = self.nach(tag, 20);
            let grund = "Sehr viele Vorgänge aus mehreren Jahren sind zusammenzustellen";
            schritt(
                self,
                mitteilung,
                json!({"art": "verlaengern", "unterrichtet_am": mitteilung, "grund": grund}),
            );
            dauer = 45 + self.wuerfel.unter(35);
        } else if self.wuerfel.promille(60) {
            dauer = 36 + self.wuerfel.unter(12);
        }
        let ende = self.nach(tag, dauer);
        let ergebnis = gewichtet(&mut self.wuerfel, &[(75, "erfuellt"), (17, "teilweise"), (8, "abgelehnt")]);
        let ergebnis = ergebnis.unwrap_or("erfuellt");
        let grund = match ergebnis {
            "teilweise" => "Angaben über Dritte sind geschwärzt (Art. 15 Abs. 4 DSGVO)",
            "abgelehnt" => "Die Daten werden für laufende Leistungen noch benötigt",
            _ => "",
        };
        schritt(self, ende, json!({"art": "beantworten", "am": ende, "ergebnis": ergebnis, "grund": grund}));
    }

    fn zuwendung(&mut self, tag: NaiveDate) {
        let (art, geber, gegenstand, anlass, wert, annahme) =
            gewichtet(&mut self.wuerfel, inhalt::ZUWENDUNGEN).unwrap_or(inhalt::ZUWENDUNGEN[0].1);
        let e = self.neuer_eintrag();
        let angaben = json!({"art": art, "geber": geber, "tag": tag, "anzeige_nr": format!("{}/{}", e + 1, tag.format("%Y")),
            "ablage": "Büro der Geschäftsführung, Ordner Zuwendungen", "gegenstand": gegenstand, "anlass": anlass, "wert_cent": wert});
        self.vormerken(tag, e, "akp", "zuwendung.anlegen", json!({"angaben": angaben}));
        let vorschlag = |annahme: &str| {
            let begruendung = "Nach Wert, Anlass und Abstand zu einer Entscheidung";
            json!({"schritt": {"art": "vorschlagen", "annahme": annahme, "begruendung": begruendung}})
        };
        let mut weiter = self.nach(tag, 1);
        self.vormerken(weiter, e, "akp", "zuwendung.schritt", vorschlag(annahme));
        if self.wuerfel.promille(90) {
            weiter = self.nach(weiter, 3);
            let grund = json!({"grund": "Bitte auch den Anlass würdigen"});
            self.vormerken(weiter, e, "gf", "zuwendung.zurueckgeben", grund);
            weiter = self.nach(weiter, 1);
            self.vormerken(weiter, e, "akp", "zuwendung.schritt", vorschlag(annahme));
        }
        let tage = 2 + self.wuerfel.unter(5);
        weiter = self.nach(weiter, tage);
        self.vormerken(weiter, e, "gf", "zuwendung.bestaetigen", json!({}));
        let ende = self.nach(weiter, 7);
        let vermerk = if annahme == "angenommen" { "" } else { "Mit Begleitschreiben, Nachweis im Ordner" };
        let schritt = json!({"art": "abschliessen", "am": ende, "vermerk": vermerk});
        self.vormerken(ende, e, "akp", "zuwendung.schritt", json!({"schritt": schritt}));
    }

    /// The atlas: made in the first weeks, looked at each year; who is in use for five years moves or gets an exception.
    fn atlas(&mut self, beginn: NaiveDate) -> Ergebnis<()> {
        for (i, eintrag) in (0u64..).zip(inhalt::GEFAEHRDUNGEN) {
            let monate = eintrag.6;
            let tag = self.nach(beginn, 5 + i * 2);
            let (e, angaben) = self.atlaseintrag(eintrag, tag)?;
            for jahr in 1..=3u32 {
                let am = self.nach(tag + Months::new(12 * jahr), 0);
                // Some looks are late, and the last one of some is still to be done.
                let spaeter = self.wuerfel.unter(20);
                let am = self.nach(am, spaeter);
                let fuenf = monate.is_some_and(|n| n + 12 * jahr >= 60 && n + 12 * (jahr - 1) < 60);
                if fuenf && i % 2 == 0 {
                    let mut neu = angaben.clone();
                    neu["ueberpruefung_am"] = json!(am + Months::new(12));
                    neu["ausnahme"] = json!({"grund": "Die Nachbesetzung ist ausgeschrieben und verzögert sich", "ausgleich": "Jede Entscheidung durch zwei Personen, Stichprobe im Quartal",
                        "bis": am + Months::new(18)});
                    let neu = json!({"angaben": neu, "grund": "Ausnahme von der Rotation"});
                    self.vormerken(am, e, "akp", "gefaehrdung.fassen", neu);
                    let danach = self.nach(am, 5);
                    self.vormerken(danach, e, "gf", "gefaehrdung.bestaetigen", json!({}));
                } else if !(jahr == 2 && i % 5 == 4) {
                    let schritt = json!({"art": "ueberpruefen", "am": am, "naechste": am + Months::new(12), "vermerk": "Gespräch mit der Leitung, unverändert"});
                    self.vormerken(am, e, "akp", "gefaehrdung.schritt", json!({"schritt": schritt}));
                }
            }
        }
        // Two are no more: one by two persons long ago, the other one waits for the second person.
        for (eintrag, monate, grund) in inhalt::ENTFALLEN {
            let ende = self.nach(self.stichtag - Months::new(*monate) - Days::new(6), 0);
            let (e, _) = self.atlaseintrag(eintrag, self.nach(ende - Months::new(10), 0))?;
            let schritt = json!({"art": "aufhebung_vorschlagen", "am": ende, "grund": grund});
            self.vormerken(ende, e, "akp", "gefaehrdung.schritt", json!({"schritt": schritt}));
            let bestaetigt = self.nach(ende, 8);
            self.vormerken(bestaetigt, e, "gf", "gefaehrdung.bestaetigen", json!({}));
        }
        Ok(())
    }

    /// Enters one of the atlas and has it confirmed a week later.
    fn atlaseintrag(&mut self, eintrag: &inhalt::Gefaehrdung, tag: NaiveDate) -> Ergebnis<(usize, Value)> {
        let (art, bezeichnung, bereich, grad, merkmale, sicherungen, monate) = *eintrag;
        let e = self.neuer_eintrag();
        let besonders = matches!(grad, "hoch" | "besonders");
        let seit = monate.map(|n| (tag - Months::new(n)).format("%Y-%m").to_string());
        let angaben = json!({"art": art, "bezeichnung": bezeichnung, "team_id": null, "bereich_id": self.struktur.bereich(bereich)?,
            "grad": grad, "merkmale": merkmale, "begruendung": "Nach der Befragung der Leitung eingestuft",
            "analyse_am": besonders.then_some(tag),
            "analyse": if besonders { "Entscheidungen sind nachvollziehbar; Vertretung und Zweitprüfung sind geregelt." } else { "" },
            "sicherungen": sicherungen, "weitere_sicherungen": "", "seit": seit, "ausnahme": null,
            "ueberpruefung_am": tag + Months::new(12)});
        self.vormerken(tag, e, "akp", "gefaehrdung.anlegen", json!({"angaben": angaben}));
        let bestaetigt = self.nach(tag, 7);
        self.vormerken(bestaetigt, e, "gf", "gefaehrdung.bestaetigen", json!({}));
        Ok((e, angaben))
    }
}
