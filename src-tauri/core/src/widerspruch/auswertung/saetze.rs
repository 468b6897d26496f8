//! What the figures say, in sentences that window and report print alike.

use super::Artauswertung;
use crate::fachaufsicht::auswertung::saetze::anteil;
use crate::kleingruppen::MINDESTENS;
use crate::stichprobe::zahl;
use crate::vollzaehlung::Anteil;

/// Movement, success, time.
pub(super) fn saetze(t: &Artauswertung) -> Vec<String> {
    let mut saetze = vec![format!(
        "Im Zeitraum gingen {} {} ein, {} wurden erledigt; am Ende waren {} offen, zu Beginn {}.",
        zahl(t.zugang),
        t.titel,
        zahl(t.abgang),
        zahl(t.bestand),
        zahl(t.bestand_vorher)
    )];
    if t.abgang == 0 {
        return saetze;
    }
    saetze.push(format!(
        "Ganz oder teilweise Erfolg hatten {} der erledigten {} (Vollzählung).",
        anteil(t.erfolg.zaehler, t.erfolg.nenner),
        t.titel
    ));
    if let Some(d) = t.dauer {
        let frist =
            t.fristgerecht.filter(|q| q.nenner > 0).map_or_else(String::new, |Anteil { zaehler, nenner }| {
                format!(
                    "Innerhalb der Wartefrist des § 88 SGG wurden {} entschieden; ",
                    anteil(zaehler, nenner)
                )
            });
        let satz = format!(
            "{frist}die Hälfte war nach {} Tagen erledigt, neun von zehn waren es nach {} Tagen.",
            d.median, d.neunzig
        );
        saetze.push(gross(&satz));
    }
    saetze
}

/// What a reader must know.
pub(super) fn hinweise(teile: &[Artauswertung]) -> Vec<String> {
    let mut hinweise = vec![
        "Gezählt sind alle Verfahren des Registers; es gibt keine Stichprobe und deshalb keinen Unsicherheitsbereich.".to_owned(),
        "Ein Verfahren ist ein Rechtsbehelf gegen einen Bescheid. Mehrere Rechtsbehelfe derselben Person sind mehrere Verfahren.".to_owned(),
    ];
    let verdeckt = |t: &Artauswertung| {
        t.sachgebiete.iter().chain(&t.teams).any(|z| z.werte.is_none())
            || t.gruende.iter().any(|g| g.anzahl.is_none() || g.gruende.iter().any(|z| z.anzahl.is_none()))
            || t.ursachen.iter().any(|z| z.anzahl.is_none())
    };
    if teile.iter().any(verdeckt) {
        hinweise.push(format!(
            "In Zeilen mit weniger als {MINDESTENS} Verfahren steht ein *, ebenso in einer weiteren, aus der sie sich errechnen ließe."
        ));
    }
    hinweise
}

fn gross(satz: &str) -> String {
    let mut zeichen = satz.chars();
    zeichen.next().map_or_else(String::new, |erstes| erstes.to_uppercase().chain(zeichen).collect())
}
