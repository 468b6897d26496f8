//! What to think of at a procedure, and letters to copy into the house's own letter system.

use super::frist::{Berechnung, Fristart};
use super::{Eingangsform, Sollfrist, Verfahren, Verfahrensangaben, Verfahrensart, Verfahrenslage};
use crate::aufzaehlung::Aufzaehlung;
use crate::frist::{Kurz, ueberpruefung};
use serde::Serialize;
use ts_rs::TS;

impl Sollfrist {
    /// German name of its kind, with what it is about.
    #[must_use]
    pub fn titel(&self) -> String {
        if self.bezeichnung.is_empty() {
            self.art.titel().to_owned()
        } else {
            format!("{}: {}", self.art.titel(), self.bezeichnung)
        }
    }

    /// The remedy, or what the deadline asks for, came after the day.
    #[must_use]
    pub fn verspaetet(&self) -> bool {
        matches!((self.erledigt_am, self.berechnung.tag()), (Some(am), Some(tag)) if am > tag)
    }
}

/// What to think of, as sentences.
#[must_use]
pub fn hinweise(
    art: Verfahrensart,
    a: &Verfahrensangaben,
    lage: &Verfahrenslage,
    fristen: &[Sollfrist],
) -> Vec<String> {
    let mut saetze = Vec::new();
    if lage.erledigt() {
        return saetze;
    }
    let zulaessigkeit =
        fristen.iter().filter(|f| f.art == Fristart::Widerspruchsfrist && f.bezug != "bescheid");
    if art == Verfahrensart::Widerspruch
        && lage.ergebnis.is_none()
        && zulaessigkeit.clone().any(Sollfrist::verspaetet)
    {
        saetze.push(
            "Der Widerspruch ist nach diesen Angaben verspätet. Prüfen Sie die Wiedereinsetzung (§ 67 SGG: Antrag binnen eines Monats nach Wegfall des Hindernisses, ausgeschlossen ein Jahr nach Fristende) und behandeln Sie ihn auch als Antrag auf Überprüfung (§ 44 SGB X).".to_owned(),
        );
        if let Ok(u) = ueberpruefung(a.eingang) {
            saetze.push(format!(
                "Als Überprüfungsantrag wirkt er für Leistungen ab {}.",
                Kurz(u.nachzahlung_ab)
            ));
        }
    }
    for frist in zulaessigkeit {
        if let Berechnung::NichtBerechenbar { grund } = &frist.berechnung {
            saetze.push(format!("Die Widerspruchsfrist ist nicht berechenbar. {grund}"));
        }
    }
    if !art.gerichtlich() && !a.form.genuegt() && a.form_nachgeholt_am.is_none() {
        saetze.push(match a.form {
            Eingangsform::EinfacheMail => "Eine einfache E-Mail genügt der Form nicht (§ 84 Abs. 1 SGG, § 36a SGB I). Weisen Sie darauf hin, solange die Frist läuft, und tragen Sie ein, wann die Form nachgeholt wurde.".to_owned(),
            _ => "Ein Anruf genügt der Form nicht (§ 84 Abs. 1 SGG). Bieten Sie die Niederschrift an, solange die Frist läuft, und tragen Sie ein, wann die Form nachgeholt wurde.".to_owned(),
        });
    }
    if art == Verfahrensart::Widerspruch
        && matches!(
            a.aufschiebende_wirkung,
            super::AufschiebendeWirkung::Ja | super::AufschiebendeWirkung::Teilweise
        )
        && a.mahnsperre_am.is_none()
    {
        saetze.push("Der Widerspruch hat aufschiebende Wirkung. Bitte lassen Sie die Mahnsperre setzen und tragen Sie ihren Tag ein.".to_owned());
    }
    if art == Verfahrensart::Ueberpruefung
        && lage.ergebnis.is_none()
        && let Ok(u) = ueberpruefung(a.eingang)
    {
        saetze.push(format!(
            "Nachgezahlt werden kann ab {}; erreicht werden Bescheide, die ab {} bekannt gegeben wurden (§ 44 Abs. 4 SGB X, § 40 Abs. 1 SGB II).",
            Kurz(u.nachzahlung_ab),
            Kurz(u.aelteste_bekanntgabe)
        ));
    }
    saetze
}

/// A letter as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Briefentwurf {
    /// What it is.
    pub titel: String,
    /// The text; nothing in it but what the procedure says.
    pub text: String,
}

/// Confirmation of receipt and note of handing over.
#[must_use]
pub fn briefe(haus: &str, v: &Verfahren) -> Vec<Briefentwurf> {
    let a = &v.angaben;
    let (rechtsbehelf, gegen) = match v.art {
        Verfahrensart::Widerspruch => ("Ihr Widerspruch", "gegen"),
        Verfahrensart::Ueberpruefung => ("Ihr Antrag auf Überprüfung", "zu"),
        // The court writes to the person.
        Verfahrensart::Klage | Verfahrensart::Eilverfahren => return Vec::new(),
    };
    let bescheid = a.bescheid_am.map_or_else(String::new, |tag| format!(" vom {}", Kurz(tag)));
    let gegenstand = format!("{gegen} „{}“{bescheid}", a.gegenstand);
    let mut briefe = vec![Briefentwurf {
        titel: "Eingangsbestätigung".to_owned(),
        text: format!(
            "Unser Zeichen: {}\n\nGuten Tag,\n\n{rechtsbehelf} {gegenstand} ist am {} bei uns eingegangen. Wir prüfen den Vorgang und melden uns unaufgefordert bei Ihnen.{}\n\nBitte geben Sie bei Rückfragen unser Zeichen an.\n\nMit freundlichen Grüßen\n{haus}",
            v.nummer,
            Kurz(a.eingang),
            a.begruendung_bis.map_or_else(String::new, |tag| format!(
                " Wenn Sie etwas begründen oder nachreichen möchten, tun Sie das bitte bis zum {}.",
                Kurz(tag)
            )),
        ),
    }];
    if let Some(an) = &v.lage.abgegeben_an {
        briefe.push(Briefentwurf {
            titel: "Abgabenachricht".to_owned(),
            text: format!(
                "Unser Zeichen: {}\n\nGuten Tag,\n\n{rechtsbehelf} {gegenstand} ist am {} bei uns eingegangen. Zuständig ist {an}. Wir haben den Vorgang dorthin abgegeben; der Tag des Eingangs bei uns bleibt für die Frist maßgeblich.\n\nMit freundlichen Grüßen\n{haus}",
                v.nummer,
                Kurz(a.eingang)
            ),
        });
    }
    briefe
}
