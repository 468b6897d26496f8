//! Which deadlines follow from a procedure, and in which state they are.

use super::frist::{Berechnung, Fristart, Friststand};
use super::{Verfahrensangaben, Verfahrensart, Verfahrenslage, Verfahrensstand};
use crate::frist::{
    Bekanntgabe, FristFehler, Ort, Rechtsbehelfsbelehrung, Rechtsbehelfsfrist, Wartefrist, klagefrist,
    rechtsmittelfrist, untaetigkeit, widerspruchsfrist,
};
use chrono::NaiveDate;

/// A deadline as it should be now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sollfrist {
    /// Kind.
    pub art: Fristart,
    /// Tells deadlines of one kind apart.
    pub bezug: String,
    /// What it is about.
    pub bezeichnung: String,
    /// How the day came about.
    pub berechnung: Berechnung,
    /// Whether it runs.
    pub stand: Friststand,
    /// When what it asks for was done.
    pub erledigt_am: Option<NaiveDate>,
    /// Two persons must find the same day, each for herself.
    pub doppelt: bool,
}

/// `bezug` of the period that runs from the house's own decision.
const BESCHEID: &str = "bescheid";

type Rechner =
    fn(&Bekanntgabe, bool, Rechtsbehelfsbelehrung, &Ort) -> Result<Rechtsbehelfsfrist, FristFehler>;

/// All deadlines of a procedure, computed from what was entered and from its steps.
#[must_use]
pub fn sollfristen(
    art: Verfahrensart,
    a: &Verfahrensangaben,
    lage: &Verfahrenslage,
    ort: &Ort,
) -> Vec<Sollfrist> {
    let mut fristen = Vec::new();
    match art {
        Verfahrensart::Widerspruch => {
            zulaessigkeit(&mut fristen, (Fristart::Widerspruchsfrist, widerspruchsfrist), (a, lage), ort);
        }
        Verfahrensart::Klage if a.bekanntgabe.is_some() => {
            zulaessigkeit(&mut fristen, (Fristart::Klagefrist, klagefrist), (a, lage), ort);
        }
        _ => {}
    }
    let warten = match art {
        Verfahrensart::Widerspruch => Some(Wartefrist::Widerspruch),
        Verfahrensart::Ueberpruefung => Some(Wartefrist::Ueberpruefung),
        _ => None,
    };
    if let Some(warten) = warten {
        let berechnung =
            untaetigkeit(a.eingang, warten, ort).map_or_else(nicht_berechenbar, |u| Berechnung::Berechnet {
                tag: u.absenden_bis,
                nominal: u.nominal,
                fristende: u.fristende,
                beginn: a.eingang,
                schritte: u.schritte,
            });
        fristen.push(frist(Fristart::Untaetigkeit, "", berechnung, lage.entschieden_am));
    }
    if let Some(tag) = a.begruendung_bis {
        let erledigt = a.begruendung_am.or_else(|| abgelaufen(Some(tag), lage.entschieden_am));
        fristen.push(frist(Fristart::Begruendung, "", Berechnung::Gesetzt { tag }, erledigt));
    }
    if let Some(ruhe) = lage.ruhe.as_ref().filter(|_| lage.stand == Verfahrensstand::Ruht) {
        fristen.push(frist(Fristart::Ruhensende, "", Berechnung::Gesetzt { tag: ruhe.bis }, None));
    }
    if let Some(absendung) = &lage.absendung {
        let (art, rechne): (_, Rechner) = if art == Verfahrensart::Ueberpruefung {
            (Fristart::Widerspruchsfrist, widerspruchsfrist)
        } else {
            (Fristart::Klagefrist, klagefrist)
        };
        let berechnung =
            berechnet(rechne(&absendung.bekanntgabe, absendung.ausland, absendung.belehrung, ort));
        let erledigt = lage.klage_am.or_else(|| abgelaufen(berechnung.tag(), lage.abschluss_am));
        let mut neu = frist(art, BESCHEID, berechnung, erledigt);
        "gegen unseren Bescheid".clone_into(&mut neu.bezeichnung);
        fristen.push(neu);
    }
    if let Some(urteil) = &lage.urteil
        && let (Some(rechtsmittel), Some(zugestellt)) = (urteil.rechtsmittel, urteil.zugestellt_am)
    {
        let berechnung =
            rechtsmittelfrist(zugestellt, rechtsmittel, ort).map_or_else(nicht_berechenbar, |f| {
                Berechnung::Berechnet {
                    tag: f.fristende,
                    nominal: f.frist_nominal,
                    fristende: f.fristende,
                    beginn: zugestellt,
                    schritte: f.schritte,
                }
            });
        let erledigt = lage.rechtsmittel_am.or_else(|| abgelaufen(berechnung.tag(), lage.abschluss_am));
        let mut neu = frist(rechtsmittel.into(), &zugestellt.to_string(), berechnung, erledigt);
        if erledigt.is_none() && lage.stand == Verfahrensstand::Anhaengig {
            // The other side appealed: the house's own remedy is no matter any more.
            neu.stand = Friststand::Gegenstandslos;
        }
        fristen.push(neu);
    }
    fristen
}

/// A period that nobody used ends with its last day, or with the procedure if that ends before: nothing was late.
fn abgelaufen(tag: Option<NaiveDate>, ende: Option<NaiveDate>) -> Option<NaiveDate> {
    ende.map(|ende| tag.map_or(ende, |tag| tag.min(ende)))
}

/// Whether each addressee's remedy came in time. One that came too late must be found by two persons.
fn zulaessigkeit(
    fristen: &mut Vec<Sollfrist>,
    (art, rechne): (Fristart, Rechner),
    (a, lage): (&Verfahrensangaben, &Verfahrenslage),
    ort: &Ort,
) {
    let belehrung = a.belehrung_wirksam();
    let rechne_schritte = |weg: &Bekanntgabe| {
        let mut berechnung = berechnet(rechne(weg, a.ausland, belehrung, ort));
        if let (Berechnung::Berechnet { schritte, .. }, true) = (&mut berechnung, belehrung != a.belehrung) {
            schritte.insert(
                0,
                "Die Belehrung nennt die elektronische Form nicht. Sie gilt deshalb als unvollständig (BSG, Urteil vom 27.09.2023 – B 7 AS 10/22 R)."
                    .into(),
            );
        }
        berechnung
    };
    let eingang = a.eingang_fristwahrend();
    let erster = match &a.bekanntgabe {
        Some(weg) => rechne_schritte(weg),
        None => Berechnung::NichtBerechenbar {
            grund: "Wie der Bescheid bekannt gegeben wurde, ist nicht angegeben. Bitte ergänzen Sie diese Angabe.".into(),
        },
    };
    let weitere = a.weitere.iter().map(|w| (rechne_schritte(&w.bekanntgabe), w.eingang.or(eingang)));
    for (i, (berechnung, am)) in std::iter::once((erster, eingang)).chain(weitere).enumerate() {
        let mut neu = frist(art, &(i + 1).to_string(), berechnung, am);
        if !a.weitere.is_empty() {
            neu.bezeichnung = format!("Adressat {}", i + 1);
        }
        if am.is_none() && lage.entschieden_am.is_some() {
            // Decided although the form was never made good: nobody waits for it any more.
            neu.stand = Friststand::Gegenstandslos;
        }
        let verspaetet = matches!((am, neu.berechnung.tag()), (Some(am), Some(tag)) if am > tag);
        neu.doppelt = verspaetet && !lage.uebernommen;
        fristen.push(neu);
    }
}

fn berechnet(ergebnis: Result<Rechtsbehelfsfrist, FristFehler>) -> Berechnung {
    ergebnis.map_or_else(nicht_berechenbar, |f| Berechnung::Berechnet {
        tag: f.frist.fristende,
        nominal: f.frist.frist_nominal,
        fristende: f.frist.fristende,
        beginn: f.bekanntgabe,
        schritte: f.frist.schritte,
    })
}

fn nicht_berechenbar(fehler: FristFehler) -> Berechnung {
    Berechnung::NichtBerechenbar { grund: fehler.to_string() }
}

fn frist(art: Fristart, bezug: &str, berechnung: Berechnung, erledigt_am: Option<NaiveDate>) -> Sollfrist {
    Sollfrist {
        art,
        bezug: bezug.to_owned(),
        bezeichnung: String::new(),
        berechnung,
        stand: if erledigt_am.is_some() { Friststand::Erledigt } else { Friststand::Laufend },
        erledigt_am,
        doppelt: art.doppelt(),
    }
}
