//! The triage: does a reaction hide a Rechtsbehelf? If it does, the procedure is opened with it, or nothing is.

use super::grundlage::Grundlage;
use super::reaktion::speichern;
use super::*;
use crate::api::haus::pruefe_text;
use crate::api::widerspruch;
use crate::frist::{Bekanntgabe, Rechtsbehelfsbelehrung};
use crate::kundenreaktion::{
    Datenschutzhinweis, Reaktionseintrag, Reaktionsklar, Reaktionsschritt, Rechtsbehelfshinweis, Sichtung,
    datenschutzhinweise, rechtsbehelfshinweise,
};
use crate::widerspruch::{Eingangsform, Verfahrensart};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The procedure that was found in a reaction. The other authority is that of the ticket.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WiderspruchAusReaktion {
    /// Widerspruch or request for review.
    pub art: Verfahrensart,
    /// The challenged decision in words, 3 to 200 characters.
    pub gegenstand: String,
    /// Date of the decision, if known.
    #[ts(type = "string | null")]
    pub bescheid_am: Option<NaiveDate>,
    /// How it reached the person, if known; else the Widerspruchsstelle completes it.
    pub bekanntgabe: Option<Bekanntgabe>,
    /// The instruction on remedies.
    pub belehrung: Rechtsbehelfsbelehrung,
    /// It names the electronic form.
    pub elektronische_form_genannt: bool,
    /// In which form the remedy came in.
    pub form: Eingangsform,
    /// When it came in; `None`: with what was looked through first. Needed for what came in later.
    #[ts(type = "string | null")]
    pub eingang: Option<NaiveDate>,
    /// Receipt at the other authority; it keeps the period.
    #[ts(type = "string | null")]
    pub eingang_andere_stelle: Option<NaiveDate>,
    /// Kennung of the shared catalogue.
    pub sachgebiet: String,
    /// Team whose decision is challenged.
    pub team_id: Option<String>,
    /// Case number, 1 to 40 characters.
    pub fallnummer: String,
    /// Name, at most 120 characters.
    pub name: String,
}

/// What a text hints at.
#[derive(Debug, Serialize, TS)]
pub struct SichtungHinweise {
    /// At a Rechtsbehelf.
    pub rechtsbehelf: Vec<Rechtsbehelfshinweis>,
    /// At data protection.
    pub datenschutz: Vec<Datenschutzhinweis>,
}

/// What subject line and account hint at, the subject line first.
pub(super) fn durchgesehen(betreff: &str, schilderung: &str) -> SichtungHinweise {
    // Each for itself, so that a quoted place does not run from the one into the other.
    SichtungHinweise {
        rechtsbehelf: [betreff, schilderung].into_iter().flat_map(rechtsbehelfshinweise).collect(),
        datenschutz: [betreff, schilderung].into_iter().flat_map(datenschutzhinweise).collect(),
    }
}

pub(super) fn hinweise(_: &Frage<'_>, r: HinweiseSuchen) -> Ergebnis<SichtungHinweise> {
    let text = pruefe_text("text", &r.text, 0, 10_200)?;
    let (betreff, schilderung) = text.split_once('\n').unwrap_or(("", &text));
    Ok(durchgesehen(betreff, schilderung))
}

pub(super) fn sichten(a: &Auftrag<'_>, r: ReaktionSichten) -> Ergebnis<Aenderung> {
    let vorher = zu_aendern(a, &r.id)?;
    let g = Grundlage::lesen(a.s, a.haus)?;
    let klar = a.s.reaktion_klar(&vorher.id)?.unwrap_or_default();
    let k = Kundenreaktion { version: r.version, ..vorher };
    durchfuehren(a, &g, k, &klar, r.antwort, Aenderung::default())
}

/// Triage of a ticket; opens the procedure in the same transaction.
pub(super) fn durchfuehren(
    a: &Auftrag<'_>,
    g: &Grundlage,
    mut k: Kundenreaktion,
    klar: &Reaktionsklar,
    antwort: Sichtungsantwort,
    aenderung: Aenderung,
) -> Ergebnis<Aenderung> {
    let begruendung = pruefe_text("sichtung.begruendung", &antwort.sichtung.begruendung, 0, 500)?;
    let sichtung = Sichtung { begruendung, ..antwort.sichtung };
    let notizen = u32::try_from(spaeteres::notizen(a.s, &k)?.len()).unwrap_or(u32::MAX);
    let mut schritt = Reaktionsschritt::Sichten { sichtung: sichtung.clone(), verfahren: None, notizen };
    let von = a.sitzung.benutzer_id();
    let bisher = k.lage.uhr_ab;
    // First whether it fits at all, then what it says.
    k.lage = k.lage.nach(k.angaben.art, &schritt, von)?;
    let mut aenderung = aenderung;
    match (sichtung.rechtsbehelf, antwort.widerspruch) {
        (true, Some(w)) => {
            let eingang = eingang(&k, bisher, w.eingang, g.heute)?;
            let (id, nummer, angelegt) = widerspruch::aus_reaktion(a, &k.angaben, &k.nummer, eingang, w)?;
            k.verfahren_id.get_or_insert_with(|| id.clone());
            schritt = Reaktionsschritt::Sichten { sichtung, verfahren: Some(id), notizen };
            aenderung = aenderung.zusammen(angelegt).mit_hinweis(format!(
                "Das Verfahren {nummer} ist im Register der Widersprüche angelegt. Es läuft dort mit eigenen Fristen weiter."
            ));
        }
        (true, None) => {
            return Err(Fehler::feld(
                "widerspruch.gegenstand",
                "Bitte geben Sie an, wogegen sich der Rechtsbehelf richtet.",
            ));
        }
        (false, Some(_)) => {
            return Err(Fehler::feld(
                "sichtung.rechtsbehelf",
                "Ein Verfahren wird nur angelegt, wenn die Reaktion einen Rechtsbehelf enthält.",
            ));
        }
        (false, None) => {
            let mut funde = spaeteres::hinweise(a.s, &k)?;
            funde.extend(durchgesehen(&k.angaben.betreff, &klar.schilderung).rechtsbehelf);
            if let (Some(fund), true) = (funde.first(), sichtung.begruendung.chars().count() < 5) {
                return Err(Fehler::feld(
                    "sichtung.begruendung",
                    format!(
                        "Der Text deutet auf einen Rechtsbehelf hin („{}“). Bitte begründen Sie, warum er keinen enthält.",
                        fund.wort
                    ),
                ));
            }
        }
    }
    k.schritte.push(Reaktionseintrag {
        schritt,
        von: von.to_owned(),
        eingetragen_am: a.haus.umgebung().zeitstempel(),
        zurueckgenommen: None,
    });
    Ok(aenderung.zusammen(speichern(a, g, &k)?))
}

/// The day on which a Rechtsbehelf came in. Its deadlines hang on it, so where there was a triage before, the day of
/// the ticket says nothing about what came later.
fn eingang(
    k: &Kundenreaktion,
    uhr_ab: Option<NaiveDate>,
    genannt: Option<NaiveDate>,
    heute: NaiveDate,
) -> Ergebnis<NaiveDate> {
    let feld = |text: &str| Err(Fehler::feld("widerspruch.eingang", text));
    match genannt {
        None if k.je_gesichtet() => feld("Bitte geben Sie an, wann dieser Rechtsbehelf eingegangen ist."),
        None => Ok(uhr_ab.unwrap_or(k.angaben.eingang)),
        Some(tag) if tag > heute => feld("Dieser Tag liegt in der Zukunft. Bitte prüfen Sie das Datum."),
        Some(tag) if tag < k.angaben.eingang => {
            feld("Dieser Tag liegt vor dem Eingang der Reaktion. Bitte prüfen Sie das Datum.")
        }
        Some(tag) => Ok(tag),
    }
}
