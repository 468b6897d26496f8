//! A Nachschau laid beside the check that it follows. Pure.
//!
//! Two kinds. A new sample is compared item by item, with the same test as the effect of a measure. A full check of the
//! corrected cases is not: those cases were chosen because they were wrong, so there is nothing to project and nothing
//! to test; it says which corrections hold.

use crate::fachaufsicht::aufzaehlung;
use crate::fachaufsicht::auswertung::{MINDESTENS, Material};
use crate::fachaufsicht::bogen::BogenStand;
use crate::fachaufsicht::pruefung::{Auswahl, Pruefung, Pruefungsplan, Stand};
use crate::fachaufsicht::thema::Antwortwert;
use crate::massnahme::{Merkmalsergebnis, Wirkungsnachweis};
use crate::stichprobe::{Dezimal, Modell, StichprobeFehler, Zehntelprozent, upper_bound, zahl};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

aufzaehlung! {
    /// What the two checks say about one item.
    Vergleichsurteil {
        /// The decrease is no chance.
        Besser = "besser", "besser belegt";
        /// Fewer errors, which may be chance.
        KeinUnterschied = "kein_unterschied", "kein Unterschied belegt";
        /// As many errors or more.
        NichtBesser = "nicht_besser", "nicht seltener fehlerhaft";
        /// No error in either.
        OhneFehler = "ohne_fehler", "in beiden ohne Fehler";
        /// Judged in too few cases.
        ZuWenig = "zu_wenig", "zu wenig Fälle";
        /// Not to be compared at all.
        Ohne = "ohne", "nicht vergleichbar";
    }
}

aufzaehlung! {
    /// What the Nachschau found where the first check asked for a correction.
    Korrekturbefund {
        /// The sheet is not finished.
        Offen = "offen", "noch nicht geprüft";
        /// Wrong no more.
        Behoben = "behoben", "behoben";
        /// Still wrong.
        Weiterhin = "weiterhin", "weiterhin fehlerhaft";
        /// Could not be checked, did not apply, or was not asked.
        Ungeklaert = "ungeklaert", "nicht geklärt";
    }
}

impl Korrekturbefund {
    /// From the sheet of the Nachschau: its state, the answer to the item, and whether the new Feststellung was
    /// withdrawn.
    #[must_use]
    pub fn aus(stand: BogenStand, wert: Option<Antwortwert>, zurueckgenommen: bool) -> Self {
        match stand {
            BogenStand::NichtPruefbar => return Self::Ungeklaert,
            BogenStand::Geprueft | BogenStand::Bestaetigt => {}
            _ => return Self::Offen,
        }
        // Whether "teilweise" counts is a rule for rates; what was to be corrected is right or it is not. An item that
        // no longer applies was not looked at.
        match wert {
            Some(Antwortwert::Ja) => Self::Behoben,
            Some(Antwortwert::Nein | Antwortwert::Teilweise) if zurueckgenommen => Self::Behoben,
            Some(Antwortwert::Nein | Antwortwert::Teilweise) => Self::Weiterhin,
            Some(Antwortwert::NichtAnwendbar | Antwortwert::NichtPruefbar) | None => Self::Ungeklaert,
        }
    }
}

/// One of the two checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Vergleichsseite {
    /// Id of the check.
    pub id: String,
    /// `FA-2026-001`.
    pub nummer: String,
    /// First day of its period.
    #[ts(type = "string")]
    pub von: chrono::NaiveDate,
    /// Last day of its period.
    #[ts(type = "string")]
    pub bis: chrono::NaiveDate,
    /// How its units were selected.
    pub auswahl: Auswahl,
    /// Drawn units.
    pub gezogen: u64,
}

/// What a check counted at an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Merkmalsseite {
    /// Units in which the item was judged.
    pub beurteilt: u64,
    /// Of these wrong, by the rule about "teilweise" of the first check.
    pub fehler: u64,
    /// Units in which it could not be judged; errors in the bound only.
    pub nicht_pruefbar: u64,
    /// `fehler` of `beurteilt`.
    pub quote: Option<Zehntelprozent>,
    /// Upper bound of the rate, rounded up; only for a simple random draw of a finished check.
    pub hoechstens: Option<Zehntelprozent>,
}

/// An item in both checks.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Merkmalsvergleich {
    /// Id, the same over all versions.
    pub kennung: String,
    /// Question.
    pub frage: String,
    /// First check; nothing where its sheet does not have the item.
    pub erste: Option<Merkmalsseite>,
    /// The Nachschau; nothing where its sheet does not have the item.
    pub nachschau: Option<Merkmalsseite>,
    /// Fisher's exact test, one-sided, as for measures.
    pub p: Option<f64>,
    /// The verdict.
    pub urteil: Vergleichsurteil,
    /// The same as a sentence, with its reason.
    pub satz: String,
}

/// A new sample beside the first check.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Stichprobenvergleich {
    /// Items of the Nachschau in the order of its sheet, then those that only the first check had.
    pub zeilen: Vec<Merkmalsvergleich>,
    /// Confidence of the bounds as text: first check and Nachschau.
    pub sicherheiten: (String, String),
}

/// What became of the corrections that the first check asked for at one item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Korrekturzeile {
    /// Id of the item.
    pub kennung: String,
    /// Question.
    pub frage: String,
    /// Feststellungen of the first check that asked for a correction.
    pub verlangt: u64,
    /// Wrong no more.
    pub behoben: u64,
    /// Still wrong.
    pub weiterhin: u64,
    /// Not finished, not to be checked, not asked.
    pub offen: u64,
    /// Cases with the item wrong now that the first check did not have corrected there.
    pub neu: u64,
}

impl Korrekturzeile {
    /// Counts one correction.
    pub fn dazu(&mut self, befund: Korrekturbefund) {
        self.verlangt += 1;
        match befund {
            Korrekturbefund::Behoben => self.behoben += 1,
            Korrekturbefund::Weiterhin => self.weiterhin += 1,
            Korrekturbefund::Offen | Korrekturbefund::Ungeklaert => self.offen += 1,
        }
    }
}

/// A check as far as the comparison needs it.
#[derive(Clone, Copy, Debug)]
pub struct Seite<'a> {
    /// The check.
    pub pruefung: &'a Pruefung,
    /// What its evaluation reads.
    pub material: &'a Material,
}

impl Seite<'_> {
    /// What is said about it above the table.
    #[must_use]
    pub fn kopf(&self) -> Vergleichsseite {
        let p = self.pruefung;
        Vergleichsseite {
            id: p.id.clone(),
            nummer: p.nummer.clone(),
            von: p.plan.zeitraum_von,
            bis: p.plan.zeitraum_bis,
            auswahl: p.plan.auswahl,
            gezogen: self.material.faelle.len() as u64,
        }
    }

    /// Counts of an item; nothing where the sheet does not have it.
    fn ergebnis(&self, merkmal: &str, teilweise_zaehlt: bool) -> Option<Merkmalsergebnis> {
        let p = self.pruefung;
        self.material.fragen.iter().find(|(_, kennung, _)| kennung == merkmal)?;
        let mut e = Merkmalsergebnis {
            pruefung_id: p.id.clone(),
            nummer: p.nummer.clone(),
            von: p.plan.zeitraum_von,
            bis: p.plan.zeitraum_bis,
            auswahl: p.plan.auswahl,
            geschichtet: self.material.grundlage.geschichtet,
            teams_fehlen: false,
            fehler: 0,
            beurteilt: 0,
            nicht_pruefbar: 0,
        };
        for z in self.material.merkmale.iter().filter(|z| z.merkmal == merkmal) {
            e.fehler += z.fehlerhaft(teilweise_zaehlt);
            e.beurteilt += z.beurteilt();
            e.nicht_pruefbar += z.nicht_pruefbar;
        }
        Some(e)
    }

    fn merkmalsseite(&self, e: &Merkmalsergebnis) -> Result<Merkmalsseite, StichprobeFehler> {
        let n = e.beurteilt + e.nicht_pruefbar;
        let einfach = e.auswahl == Auswahl::Zufall
            && !e.geschichtet
            && n > 0
            && self.pruefung.stand == Stand::Abgeschlossen;
        // Where an item applies is not known before the check, so neither is the number of such units in the
        // population: the binomial bound holds whatever it is. What could not be judged counts as an error.
        let hoechstens = if einfach {
            let konfidenz: &Dezimal = &self.material.grundlage.konfidenz;
            Some(upper_bound(Modell::Binomial, n, e.fehler + e.nicht_pruefbar, konfidenz)?.angezeigt)
        } else {
            None
        };
        Ok(Merkmalsseite {
            beurteilt: e.beurteilt,
            fehler: e.fehler,
            nicht_pruefbar: e.nicht_pruefbar,
            quote: (e.beurteilt > 0).then(|| Zehntelprozent::gerundet(e.fehler, e.beurteilt)),
            hoechstens,
        })
    }
}

/// A new sample beside the first check, item by item. Errors are counted by the rule of the first one.
///
/// # Errors
/// [`StichprobeFehler`] for counts no check can have, which mean damage.
pub fn stichprobe(erste: Seite<'_>, nachschau: Seite<'_>) -> Result<Stichprobenvergleich, StichprobeFehler> {
    let nur_dort = erste
        .material
        .fragen
        .iter()
        .filter(|(_, k, _)| !nachschau.material.fragen.iter().any(|(_, kennung, _)| kennung == k));
    let grund = unvergleichbar(erste, nachschau);
    let zeilen = nachschau
        .material
        .fragen
        .iter()
        .chain(nur_dort)
        .map(|(_, kennung, frage)| zeile(erste, nachschau, grund, (kennung, frage)))
        .collect::<Result<_, _>>()?;
    let sicherheit = |s: Seite<'_>| crate::stichprobe::prozent_dezimal(&s.material.grundlage.konfidenz);
    Ok(Stichprobenvergleich { zeilen, sicherheiten: (sicherheit(erste), sicherheit(nachschau)) })
}

fn zeile(
    erste: Seite<'_>,
    nachschau: Seite<'_>,
    unvergleichbar: Option<&str>,
    (kennung, frage): (&str, &str),
) -> Result<Merkmalsvergleich, StichprobeFehler> {
    let teilweise = erste.material.grundlage.teilweise_zaehlt;
    let (e, n) = (erste.ergebnis(kennung, teilweise), nachschau.ergebnis(kennung, teilweise));
    let (p, urteil, satz) = match (&e, &n, unvergleichbar) {
        (Some(_), Some(_), Some(grund)) => (None, Vergleichsurteil::Ohne, grund.to_owned()),
        (Some(e), Some(n), None) => urteil(e, n)?,
        (None, _, _) => {
            (None, Vergleichsurteil::Ohne, "Das Merkmal steht nicht im Prüfbogen der ersten Prüfung.".into())
        }
        (_, None, _) => {
            (None, Vergleichsurteil::Ohne, "Das Merkmal steht nicht im Prüfbogen der Nachschau.".into())
        }
    };
    Ok(Merkmalsvergleich {
        kennung: kennung.to_owned(),
        frage: frage.to_owned(),
        erste: e.map(|e| erste.merkmalsseite(&e)).transpose()?,
        nachschau: n.map(|n| nachschau.merkmalsseite(&n)).transpose()?,
        p,
        urteil,
        satz,
    })
}

/// Why two checks as a whole give no verdict on any item; their counts stand beside each other all the same.
///
/// The test knows one rate in each check. Strata drawn in different shares, other teams and draws extended after a look
/// at the result would let it find what is not there; so would looking each day until the numbers please.
fn unvergleichbar(erste: Seite<'_>, nachschau: Seite<'_>) -> Option<&'static str> {
    let (x, y) = (&erste.material.grundlage, &nachschau.material.grundlage);
    let (a, b) = (&erste.pruefung.plan, &nachschau.pruefung.plan);
    let teams = |plan: &Pruefungsplan| plan.teams.iter().cloned().collect::<BTreeSet<_>>();
    if erste.pruefung.stand != Stand::Abgeschlossen || nachschau.pruefung.stand != Stand::Abgeschlossen {
        Some("Verglichen wird, wenn beide Prüfungen abgeschlossen sind.")
    } else if a.thema_id != b.thema_id || teams(a) != teams(b) {
        Some("Die Prüfungen betreffen nicht dasselbe Thema und dieselben Teams.")
    } else if x.geschichtet || y.geschichtet {
        Some(
            "Mindestens eine Prüfung ist geschichtet gezogen: Ein Unterschied kann an den Anteilen der Schichten liegen.",
        )
    } else if x.erweiterung_ohne_regel || y.erweiterung_ohne_regel {
        Some("Mindestens eine Ziehung ist ohne vorher festgelegte Regel erweitert.")
    } else {
        None
    }
}

/// The verdict on an item, by the test that measures use.
fn urteil(
    e: &Merkmalsergebnis,
    n: &Merkmalsergebnis,
) -> Result<(Option<f64>, Vergleichsurteil, String), StichprobeFehler> {
    if e.auswahl == Auswahl::Bewusst {
        let satz = format!("Bewusste Auswahl in {}: Sie ist nicht hochrechenbar.", e.nummer);
        return Ok((None, Vergleichsurteil::Ohne, satz));
    }
    if e.beurteilt < MINDESTENS || n.beurteilt < MINDESTENS {
        let satz =
            format!("Mindestens eine Prüfung hat das Merkmal in weniger als {MINDESTENS} Fällen beurteilt.");
        return Ok((None, Vergleichsurteil::ZuWenig, satz));
    }
    if let Some(grund) = n.hindernis(e, e.bis) {
        return Ok((None, Vergleichsurteil::Ohne, grund));
    }
    // Where nothing was wrong, nothing can get better, and a test would only add to those that may err.
    if e.fehler == 0 && n.fehler + n.nicht_pruefbar == 0 {
        return Ok((None, Vergleichsurteil::OhneFehler, "In beiden Prüfungen ohne Fehler.".to_owned()));
    }
    // The same counts as in the test: what could not be judged counts against the improvement.
    let (k1, n1) = (u128::from(e.fehler), u128::from(e.beurteilt + e.nicht_pruefbar));
    let (k2, n2) = (u128::from(n.fehler + n.nicht_pruefbar), u128::from(n.beurteilt + n.nicht_pruefbar));
    let gesunken = k2 * n1 < k1 * n2;
    // Two full counts have no sampling error: the numbers say it themselves.
    if e.auswahl == Auswahl::Voll && n.auswahl == Auswahl::Voll {
        return Ok(if gesunken {
            (
                None,
                Vergleichsurteil::Besser,
                "Zwei Vollprüfungen: Das Merkmal war seltener fehlerhaft.".into(),
            )
        } else {
            let satz = "Zwei Vollprüfungen: Das Merkmal war nicht seltener fehlerhaft.";
            (None, Vergleichsurteil::NichtBesser, satz.into())
        });
    }
    let nachweis = Wirkungsnachweis::Pruefung { erste: e.clone(), spaetere: n.clone(), urteil: None };
    let wirkung = nachweis.wirkung()?;
    let urteil = if wirkung.belegt {
        Vergleichsurteil::Besser
    } else if gesunken {
        Vergleichsurteil::KeinUnterschied
    } else {
        Vergleichsurteil::NichtBesser
    };
    // The first sentence names the counts, which stand in the table already.
    let satz = wirkung
        .saetze
        .get(1..)
        .unwrap_or_default()
        .join(" ")
        .replace("Die Wirkung ist", "Eine Verbesserung ist");
    Ok((wirkung.p, urteil, satz))
}

/// What must be known to read a new sample beside the first check.
#[must_use]
pub fn hinweise(erste: Seite<'_>, nachschau: Seite<'_>, v: &Stichprobenvergleich) -> Vec<String> {
    let mut h = Vec::new();
    let getestet = v.zeilen.iter().filter(|z| z.p.is_some()).count();
    if getestet > 1 {
        h.push(format!(
            "Jedes Merkmal ist für sich geprüft (exakter Test von Fisher, einseitig, 5 %). Verglichen sind {getestet} Merkmale: Auch ohne jede Veränderung kann eines von 20 zufällig als besser erscheinen."
        ));
    }
    let (a, b) = (&erste.pruefung.plan, &nachschau.pruefung.plan);
    let (x, y) = (&erste.material.grundlage, &nachschau.material.grundlage);
    let saetze = [
        (
            x.teilweise_zaehlt != y.teilweise_zaehlt,
            "Die Prüfungen legen verschieden fest, ob „teilweise“ zählt; gezählt ist bei beiden wie in der ersten Prüfung.",
        ),
        (
            a.vorlage_id != b.vorlage_id,
            "Die Prüfungen haben verschiedene Fassungen des Prüfbogens; verglichen sind Merkmale mit derselben Kennung.",
        ),
        (
            !x.abgeschlossen || !y.abgeschlossen,
            "Mindestens eine der Prüfungen ist noch nicht abgeschlossen; die Zahlen sind vorläufig.",
        ),
    ];
    h.extend(unvergleichbar(erste, nachschau).map(str::to_owned));
    h.extend(saetze.into_iter().filter(|(trifft, _)| *trifft).map(|(_, satz)| satz.to_owned()));
    h
}

/// What a full check of the corrected cases says, in sentences.
#[must_use]
pub fn korrektursaetze(erste: &str, faelle: u64, zeilen: &[Korrekturzeile]) -> Vec<String> {
    let summe = |wert: fn(&Korrekturzeile) -> u64| zeilen.iter().map(wert).sum::<u64>();
    let (verlangt, behoben, weiterhin, offen, neu) = (
        summe(|z| z.verlangt),
        summe(|z| z.behoben),
        summe(|z| z.weiterhin),
        summe(|z| z.offen),
        summe(|z| z.neu),
    );
    let mut saetze = vec![format!(
        "Von {} Korrekturen in {} der Prüfung {erste}: {} behoben, {} weiterhin fehlerhaft.",
        zahl(verlangt),
        crate::vollzaehlung::je(faelle, "1 Fall", |n| format!("{n} Fällen")),
        zahl(behoben),
        zahl(weiterhin)
    )];
    if offen > 0 {
        saetze.push(crate::vollzaehlung::je(
            offen,
            "1 Korrektur ist noch nicht geprüft oder nicht geklärt.",
            |n| format!("{n} Korrekturen sind noch nicht geprüft oder nicht geklärt."),
        ));
    }
    if neu > 0 {
        saetze.push(crate::vollzaehlung::je(
            neu,
            "An anderer Stelle wurde in diesen Fällen 1 Abweichung gefunden.",
            |n| format!("An anderer Stelle wurden in diesen Fällen {n} Abweichungen gefunden."),
        ));
    }
    saetze.push(
        "Geprüft sind genau die Fälle, die zu berichtigen waren. Das Ergebnis gilt nur für sie und wird nicht hochgerechnet."
            .to_owned(),
    );
    saetze
}

/// Rows of an item table from single findings, in the order of the sheet.
#[must_use]
pub fn korrekturzeilen(
    fragen: &[(String, String, String)],
    befunde: impl Iterator<Item = (String, Korrekturbefund)>,
    neue: &BTreeMap<String, u64>,
) -> Vec<Korrekturzeile> {
    let mut je: BTreeMap<String, Korrekturzeile> = BTreeMap::new();
    for (merkmal, befund) in befunde {
        je.entry(merkmal).or_default().dazu(befund);
    }
    for (merkmal, anzahl) in neue {
        je.entry(merkmal.clone()).or_default().neu = *anzahl;
    }
    let mut zeilen = Vec::with_capacity(je.len());
    for (_, kennung, frage) in fragen {
        if let Some(z) = je.remove(kennung) {
            zeilen.push(Korrekturzeile { kennung: kennung.clone(), frage: frage.clone(), ..z });
        }
    }
    // An item that the sheet of the first check had and that of the Nachschau has no more.
    zeilen.extend(je.into_iter().map(|(kennung, z)| Korrekturzeile { frage: kennung.clone(), kennung, ..z }));
    zeilen
}

#[cfg(test)]
#[path = "nachschau_tests.rs"]
mod tests;
