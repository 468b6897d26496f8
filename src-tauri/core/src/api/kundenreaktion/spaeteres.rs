//! What comes in after the triage may hide a Rechtsbehelf as well: notes, and texts of steps that say what the person
//! said. A hint in them must be answered by another triage before the ticket can leave the house.

use super::*;
use crate::kundenreaktion::{
    Reaktionsergebnis, Reaktionsschritt, Reaktionsschrittart, Rechtsbehelfshinweis, rechtsbehelfshinweise,
};
use crate::storage::Beitragsart;

/// Hints in what came in since the last triage; all notes count where there was none.
pub(super) fn hinweise(l: &Lesen<'_>, k: &Kundenreaktion) -> Ergebnis<Vec<Rechtsbehelfshinweis>> {
    let sichtungen = k.schritte.iter().enumerate().filter(|(_, e)| e.zurueckgenommen.is_none());
    let mut gelesen = 0;
    let mut ab = 0;
    let mut rechtsbehelf = false;
    for (stelle, e) in sichtungen {
        if let Reaktionsschritt::Sichten { sichtung, notizen: n, .. } = &e.schritt {
            (gelesen, ab) = (*n, stelle + 1);
            rechtsbehelf |= sichtung.rechtsbehelf;
        }
    }
    let neue = notizen(l, k)?.into_iter().skip(usize::try_from(gelesen).unwrap_or(usize::MAX));
    // A step that was taken back has still been said.
    let schritte = k.schritte.iter().skip(ab).map(|e| freier_text(&e.schritt, rechtsbehelf).to_owned());
    Ok(neue.chain(schritte).flat_map(|text| rechtsbehelfshinweise(&text)).collect())
}

/// Notes for the house, oldest first.
pub(super) fn notizen(l: &Lesen<'_>, k: &Kundenreaktion) -> Ergebnis<Vec<String>> {
    let alle = l.reaktionsbeitraege(&k.id)?;
    Ok(alle.into_iter().filter(|b| b.art == Beitragsart::Notiz).map(|b| b.text).collect())
}

/// What a step says in the words of a person. That a matter goes on as a Widerspruch is no hint where one was found.
pub(super) fn freier_text(schritt: &Reaktionsschritt, rechtsbehelf: bool) -> &str {
    match schritt {
        Reaktionsschritt::OhneAntwort { .. } if rechtsbehelf => "",
        Reaktionsschritt::Pausieren { text, .. } => text,
        Reaktionsschritt::OhneAntwort { grund, .. } | Reaktionsschritt::WiederOeffnen { grund, .. } => grund,
        _ => "",
    }
}

/// Steps with which a ticket leaves the house; none of them before a hint is answered.
pub(super) fn endet(schritt: Reaktionsschrittart) -> bool {
    use Reaktionsschrittart::{Abgeben, Abschliessen, Beantworten, OhneAntwort, Zusammenfuehren};
    matches!(schritt, Beantworten | OhneAntwort | Abgeben | Zusammenfuehren | Abschliessen)
}

/// Refuses to end a ticket in which a hint came in after the last triage.
pub(super) fn beantwortet(l: &Lesen<'_>, k: &Kundenreaktion, schritt: Reaktionsschrittart) -> Ergebnis<()> {
    if !endet(schritt) {
        return Ok(());
    }
    match hinweise(l, k)?.first() {
        Some(fund) => Err(Fehler::regel(format!(
            "Seit der letzten Sichtung deutet ein Text auf einen Rechtsbehelf hin („{}“). Bitte sichten Sie die Reaktion zuerst noch einmal.",
            fund.wort
        ))),
        None => Ok(()),
    }
}

/// Says what a text hints at that came in later.
pub(super) fn warnen(aenderung: Aenderung, k: &Kundenreaktion, text: &str) -> Aenderung {
    let Some(fund) = rechtsbehelfshinweise(text).into_iter().next() else { return aenderung };
    let bitte = match k.lage.ergebnis.filter(|_| k.lage.abschluss_am.is_some()) {
        None => "Bitte sichten Sie die Reaktion noch einmal.",
        Some(Reaktionsergebnis::Zusammengefuehrt) => {
            "Bitte sichten Sie die Reaktion noch einmal, in der sie weitergeht."
        }
        Some(_) => {
            "Die Reaktion ist abgeschlossen: Bitte wählen Sie „Wieder öffnen“ und sichten Sie sie noch einmal."
        }
    };
    aenderung.mit_hinweis(format!("Der Text deutet auf einen Rechtsbehelf hin („{}“). {bitte}", fund.wort))
}
