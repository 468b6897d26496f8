//! What a ticket needs of the house: holidays, promises, catalogue, teams, key and clock.

use super::*;
use crate::api::haus::pruefe_text;
use crate::fehler::Feldfehler;
use crate::frist::Ort;
use crate::haus::Haus;
use crate::haus::schluessel::Pseudonymisierer;
use crate::katalog::{Katalog, Katalogeintrag};
use crate::kundenreaktion::{Reaktionsinhalt, Reaktionsklar, Reaktionsregel, Reaktionsuhr};
use crate::organisation::Team;
use crate::storage::Uhrtage;
use crate::widerspruch::oder_felder;
use chrono::NaiveDate;

/// Purpose of the pseudonyms of this module: they cannot be joined with those of another.
const ZWECK: &str = "pseudonym/kundenreaktion";

/// The house as a ticket needs it.
pub(super) struct Grundlage {
    pub ort: Ort,
    pub regeln: Vec<Reaktionsregel>,
    pub katalog: Vec<Katalogeintrag>,
    pub teams: Vec<Team>,
    pub heute: NaiveDate,
    pseudonym: Pseudonymisierer,
}

impl Grundlage {
    pub(super) fn lesen(l: &Lesen<'_>, haus: &Haus) -> Ergebnis<Self> {
        Ok(Self {
            ort: Ort::from(&l.hausdaten()?),
            regeln: l.reaktionsregeln()?.into_iter().map(|z| z.regel).collect(),
            katalog: l.katalogeintraege()?,
            teams: l.teams()?,
            heute: haus.umgebung().heute(),
            pseudonym: Pseudonymisierer::neu(haus.schluessel(), ZWECK)?,
        })
    }

    /// Keyed pseudonym of the person: of the case number, or else of the name. Nobody for an anonymous reaction.
    pub(super) fn pseudonym(&self, klar: &Reaktionsklar) -> Option<String> {
        kennzeichen(klar).map(|k| self.pseudonym.pseudonym(&k))
    }

    /// The clocks of a ticket.
    pub(super) fn uhr(&self, k: &Kundenreaktion) -> Ergebnis<Reaktionsuhr> {
        k.uhr(&self.regeln, &self.ort).map_err(|e| Fehler::feld("angaben.eingang", e.to_string()))
    }

    /// Title of a subject or a cause.
    pub(super) fn titel(&self, katalog: Katalog, kennung: &str) -> Option<&str> {
        self.katalog.iter().find(|k| k.katalog == katalog && k.kennung == kennung).map(|k| k.titel.as_str())
    }

    /// Refuses what cannot be right, field by field.
    pub(super) fn geprueft(
        &self,
        angaben: Reaktionsinhalt,
        klar: Reaktionsklar,
    ) -> Ergebnis<(Reaktionsinhalt, Reaktionsklar)> {
        let angaben = Reaktionsinhalt {
            betreff: pruefe_text("angaben.betreff", &angaben.betreff, 3, 120)?,
            andere_stelle: pruefe_text("angaben.andere_stelle", &angaben.andere_stelle, 0, 120)?,
            ..angaben
        };
        let klar = Reaktionsklar {
            name: pruefe_text("klar.name", &klar.name, 0, 120)?,
            kontakt: pruefe_text("klar.kontakt", &klar.kontakt, 0, 200)?,
            fallnummer: pruefe_text("klar.fallnummer", &klar.fallnummer, 0, 40)?,
            schilderung: pruefe_text("klar.schilderung", &klar.schilderung, 0, 10_000)?,
        };
        let mut befunde = angaben.befunde(&klar, self.heute);
        let mut fehlt = |falsch: bool, feld: String, text: &str| {
            if falsch {
                befunde.push(Feldfehler { feld, text: text.to_owned() });
            }
        };
        for (i, x) in angaben.anliegen.iter().enumerate() {
            let feld = |name: &str| format!("angaben.anliegen.{i}.{name}");
            let unbekannt = |katalog, kennung: &Option<String>| {
                kennung.as_ref().is_some_and(|k| self.titel(katalog, k).is_none())
            };
            fehlt(
                unbekannt(Katalog::Sachgebiet, &x.sachgebiet),
                feld("sachgebiet"),
                "Dieses Sachgebiet gibt es nicht.",
            );
            fehlt(unbekannt(Katalog::Ursache, &x.ursache), feld("ursache"), "Diese Ursache gibt es nicht.");
            let team = x.team_id.as_ref();
            fehlt(
                team.is_some_and(|id| !self.teams.iter().any(|t| t.id == *id)),
                feld("team_id"),
                "Dieses Team gibt es nicht.",
            );
        }
        oder_felder(befunde)?;
        Ok((angaben, klar))
    }
}

/// What tells one person from another. A number is surer than a name, so it goes first.
fn kennzeichen(klar: &Reaktionsklar) -> Option<String> {
    let eng = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    if !klar.fallnummer.is_empty() {
        return Some(format!("nummer/{}", eng(&klar.fallnummer).replace(' ', "")));
    }
    (!klar.name.is_empty()).then(|| format!("name/{}", eng(&klar.name)))
}

/// Recomputes the clocks of all tickets, closed ones too, since holidays or promises changed: what the queue and the
/// statistics count is what the page shows. Only tickets whose days move are written.
pub(in crate::api) fn alle_uhren_angleichen(a: &Auftrag<'_>, aenderung: Aenderung) -> Ergebnis<Aenderung> {
    let g = Grundlage::lesen(a.s, a.haus)?;
    let mut aenderung = aenderung;
    let mut abgeschlossen = 0_u32;
    for (k, bisher) in a.s.reaktionen_mit_uhr()? {
        let uhr = g.uhr(&k)?;
        if Uhrtage::from(&uhr) != bisher {
            a.s.reaktion_aendern(&k, &uhr)?;
            abgeschlossen += u32::from(k.lage.abschluss_am.is_some());
            aenderung = aenderung.und(ObjektArt::KUNDENREAKTION, k.id);
        }
    }
    Ok(match abgeschlossen {
        0 => aenderung,
        1 => {
            aenderung.mit_hinweis("Auch bei einer abgeschlossenen Kundenreaktion haben sich Tage verschoben.")
        }
        n => aenderung.mit_hinweis(format!(
            "Auch bei {n} abgeschlossenen Kundenreaktionen haben sich Tage verschoben."
        )),
    })
}

/// A German sentence if contacts do not belong to the pseudonyms they stand beside, or Anliegen not to what is sealed.
pub(in crate::api) fn nummernbefund(haus: &Haus, l: &Lesen<'_>) -> Ergebnis<Option<String>> {
    let pseudonym = Pseudonymisierer::neu(haus.schluessel(), ZWECK)?;
    let mut falsch = 0;
    l.reaktionskontakte_durchgehen(|soll, klar| {
        falsch += usize::from(kennzeichen(klar).map(|k| pseudonym.pseudonym(&k)).as_deref() != soll);
    })?;
    let kontakte = (falsch > 0).then(|| {
        format!(
            "Kontaktdaten von Kundenreaktionen wurden verändert: Bei {falsch} passen sie nicht zum Pseudonym."
        )
    });
    let anliegen = match l.reaktionen_mit_anderen_anliegen()? {
        0 => None,
        n => Some(format!(
            "Anliegen von Kundenreaktionen wurden verändert: Bei {n} stimmen sie nicht mit den Angaben überein."
        )),
    };
    Ok([kontakte, anliegen].into_iter().flatten().reduce(|a, b| format!("{a} {b}")))
}
