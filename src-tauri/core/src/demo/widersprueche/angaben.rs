//! What the invented procedures are about. Shares follow the published ones of 2018 (BT-Drs. 19/8078: granted 27.9 %,
//! in part 7.1 %, refused 54.8 %, otherwise 9.6 %), rounded.

use super::Lauf;
use super::fall::{Fall, brief};
use crate::demo::wuerfel::{Wuerfel, gewichtet, name};
use crate::fehler::Ergebnis;
use crate::frist::{Bekanntgabe, Rechtsbehelfsbelehrung};
use crate::widerspruch::{
    Adressat, AufschiebendeWirkung, Eingangsform, Klarangaben, Kosten, Stattgabe, Stattgabegrund,
    Verfahrensangaben, Verfahrensart,
};
use chrono::{Days, NaiveDate};

/// Share in per cent, kennung of the catalogue, challenged decision, whether enforcement stops, area of the teams.
type Gebiet = (u64, &'static str, &'static str, AufschiebendeWirkung, Teams);

#[derive(Clone, Copy)]
enum Teams {
    Leistung,
    Markt,
    Eingang,
}

#[rustfmt::skip]
const GEBIETE: &[Gebiet] = &[
    (23, "aufhebung-erstattung",     "Aufhebungs- und Erstattungsbescheid",         AufschiebendeWirkung::Teilweise, Teams::Leistung),
    (16, "einkommen-vermoegen",      "Änderungsbescheid wegen Einkommens",          AufschiebendeWirkung::Nein, Teams::Leistung),
    (17, "unterkunft-heizung",       "Bewilligungsbescheid, Bedarf für Unterkunft", AufschiebendeWirkung::Nein, Teams::Leistung),
    (10, "bedarfe",                  "Ablehnung eines Mehrbedarfs",                 AufschiebendeWirkung::Nein, Teams::Leistung),
    ( 9, "vorlaeufige-entscheidung", "Abschließende Festsetzung",                   AufschiebendeWirkung::Ja,   Teams::Leistung),
    ( 6, "leistungsminderung",       "Bescheid über eine Leistungsminderung",       AufschiebendeWirkung::Nein, Teams::Markt),
    ( 6, "mitwirkung-versagung",     "Versagung wegen fehlender Mitwirkung",        AufschiebendeWirkung::Nein, Teams::Leistung),
    ( 5, "anspruch-bg",              "Ablehnung, Bedarfsgemeinschaft",              AufschiebendeWirkung::Nein, Teams::Leistung),
    ( 3, "verfahren-bescheid",       "Bescheid über die Kosten eines Verfahrens",   AufschiebendeWirkung::Nein, Teams::Leistung),
    ( 2, "beratung-integration",     "Ablehnung einer Förderung",                   AufschiebendeWirkung::Nein, Teams::Markt),
    ( 2, "bildung-teilhabe",         "Ablehnung von Leistungen für Bildung",        AufschiebendeWirkung::Nein, Teams::Leistung),
    ( 1, "antrag-identitaet",        "Ablehnung wegen verspäteten Antrags",         AufschiebendeWirkung::Nein, Teams::Eingang),
];

/// Share in per cent and team.
#[rustfmt::skip]
const LEISTUNG: &[(u64, &str)] = &[(27, "leistung-1"), (22, "leistung-2"), (25, "leistung-3"), (21, "leistung-4"), (3, "unterhalt-owi-massnahmen"), (2, "")];
#[rustfmt::skip]
const MARKT: &[(u64, &str)] = &[(30, "markt-und-integration-1"), (26, "markt-und-integration-2"), (20, "markt-und-integration-3"), (18, "markt-und-integration-4"), (6, "u25")];
#[rustfmt::skip]
const EINGANG: &[(u64, &str)] = &[(45, "eingangszone-1"), (35, "eingangszone-2"), (20, "eingangszone-4")];

#[rustfmt::skip]
const GRUENDE: &[(u64, (Stattgabegrund, &[&str]))] = &[
    (38, (Stattgabegrund::Nachgereicht,     &["mitwirkung", "mitwirkung", ""])),
    (22, (Stattgabegrund::Rechtsanwendung,  &["wissen-einarbeitung", "arbeitsanweisung", "arbeitsmenge"])),
    (20, (Stattgabegrund::Sachverhalt,      &["arbeitsmenge", "arbeitsmenge", "schnittstelle", "wissen-einarbeitung"])),
    ( 6, (Stattgabegrund::Verfahrensfehler, &["arbeitsanweisung", "it-verfahren"])),
    ( 5, (Stattgabegrund::Dokumentation,    &["arbeitsmenge", "it-verfahren"])),
    ( 4, (Stattgabegrund::Ermessen,         &["wissen-einarbeitung"])),
    ( 4, (Stattgabegrund::Rechtslage,       &[""])),
    ( 1, (Stattgabegrund::Sonstiges,        &[""])),
];

/// Why the person got something.
pub(super) fn stattgabe(w: &mut Wuerfel) -> Stattgabe {
    let (grund, ursachen) = gewichtet(w, GRUENDE).unwrap_or((Stattgabegrund::Sonstiges, &[""]));
    let ursache = w.aus(ursachen).copied().unwrap_or_default();
    Stattgabe { grund, ursache: ursache.to_owned() }
}

/// The decision on costs: as far as the person succeeded (§ 63 SGB X).
pub(super) fn kosten(fall: &Fall, zaehler: u16, nenner: u16) -> Option<Kosten> {
    (fall.art == Verfahrensart::Widerspruch || fall.art.gerichtlich()).then_some(Kosten {
        anteil_zaehler: zaehler,
        anteil_nenner: nenner,
        zuziehung_notwendig: fall.bevollmaechtigt && zaehler > 0,
        betrag_cent: None,
    })
}

impl Lauf<'_> {
    /// A person who does not exist, with a case number that does not exist.
    pub(super) fn klar(&mut self, bevollmaechtigt: bool) -> Klarangaben {
        let w = &mut self.wuerfel;
        let name = name(w);
        let vertretung =
            if bevollmaechtigt { format!("Kanzlei Musterrecht {}", 1 + w.unter(9)) } else { String::new() };
        Klarangaben {
            fallnummer: format!("00000BG{:07}", w.unter(1500)),
            name,
            az_gericht: String::new(),
            az_vertretung: if bevollmaechtigt {
                format!("{}/{:04}", w.unter(90) + 10, w.unter(9999))
            } else {
                String::new()
            },
            vertretung,
        }
    }

    /// What is entered of a procedure that came in on that day, and by how many days the letter went out before.
    pub(super) fn angaben(
        &mut self,
        art: Verfahrensart,
        eingang: NaiveDate,
        post_vor: u64,
        bevollmaechtigt: bool,
    ) -> Ergebnis<Verfahrensangaben> {
        let gebiete: Vec<(u64, &Gebiet)> = GEBIETE.iter().map(|g| (g.0, g)).collect();
        let gebiet = gewichtet(&mut self.wuerfel, &gebiete).unwrap_or(&GEBIETE[0]);
        let teams = match gebiet.4 {
            Teams::Leistung => LEISTUNG,
            Teams::Markt => MARKT,
            Teams::Eingang => EINGANG,
        };
        let team = gewichtet(&mut self.wuerfel, teams).unwrap_or_default();
        let post = eingang - Days::new(post_vor);
        let bekanntgabe = match self.wuerfel.unter(100) {
            0..=3 => Bekanntgabe::Elektronisch { absendung: post, zugang: None },
            // Nobody noted when the letter went out: the period cannot be computed.
            4..=5 => Bekanntgabe::PostInland { aufgabe_zur_post: Some(post), vermerk: false, zugang: None },
            _ => brief(post),
        };
        let widerspruch = art == Verfahrensart::Widerspruch;
        let weitere = if widerspruch && post_vor < 40 && self.wuerfel.promille(15) {
            vec![Adressat { bekanntgabe: brief(post), eingang: None }]
        } else {
            Vec::new()
        };
        Ok(Verfahrensangaben {
            gegenstand: gebiet.2.to_owned(),
            bescheid_am: Some(post),
            bekanntgabe: widerspruch.then_some(bekanntgabe),
            ausland: false,
            belehrung: Rechtsbehelfsbelehrung::Ordnungsgemaess,
            elektronische_form_genannt: !self.wuerfel.promille(20),
            eingang_andere_stelle: None,
            andere_stelle: String::new(),
            eingang,
            form: if self.wuerfel.promille(120) {
                Eingangsform::Elektronisch
            } else {
                Eingangsform::Schriftlich
            },
            form_nachgeholt_am: None,
            bevollmaechtigt,
            aufschiebende_wirkung: if widerspruch { gebiet.3 } else { AufschiebendeWirkung::Nein },
            mahnsperre_am: (gebiet.3 != AufschiebendeWirkung::Nein && widerspruch).then_some(eingang),
            begruendung_bis: self.wuerfel.promille(120).then(|| eingang + Days::new(28)),
            begruendung_am: None,
            sachgebiet: gebiet.1.to_owned(),
            team_id: self.team(team)?.as_str().map(str::to_owned),
            vermerk: String::new(),
            weitere,
        })
    }
}
