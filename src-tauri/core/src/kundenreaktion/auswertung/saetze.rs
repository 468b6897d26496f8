//! What the figures say, in sentences that window and report print alike.

use super::{Reaktionsauswertung, Reaktionsgruppe};
use crate::aufzaehlung::Aufzaehlung;
use crate::fachaufsicht::auswertung::saetze::anteil;
use crate::frist::Kurz;
use crate::kleingruppen::MINDESTENS;
use crate::kundenreaktion::Reaktionsart;
use crate::stichprobe::zahl;
use crate::vollzaehlung::je;

/// Movement, promises, days, judgement, and what came of it.
pub(super) fn saetze(a: &Reaktionsauswertung) -> Vec<String> {
    let mut saetze = vec![format!(
        "Im Zeitraum {} mit {} ein, {} abgeschlossen; am Ende {} offen, zu Beginn {}.{}",
        je(a.zugang, "ging eine Kundenreaktion", |n| format!("gingen {n} Kundenreaktionen")),
        je(a.anliegen, "einem Anliegen", |n| format!("{n} Anliegen")),
        je(a.abgang, "eine wurde", |n| format!("{n} wurden")),
        je(a.bestand, "war eine", |n| format!("waren {n}")),
        zahl(a.bestand_vorher),
        lob(a)
    )];
    if a.antwort.in_zeit.nenner > 0 {
        let offen = match a.antwort.ueberfaellig {
            0 => String::new(),
            n => je(n, " Eine Reaktion wartet über diesen Tag hinaus noch auf Antwort.", |n| {
                format!(" {n} Reaktionen warten über diesen Tag hinaus noch auf Antwort.")
            }),
        };
        saetze.push(format!(
            "Bis zum zugesagten Tag beantwortet wurden {} der fälligen Reaktionen (Vollzählung).{offen}",
            anteil(a.antwort.in_zeit.zaehler, a.antwort.in_zeit.nenner)
        ));
    }
    if let Some(d) = a.dauer {
        let pausen = match a.pausen.reaktionen {
            0 => String::new(),
            n => format!(
                "; {} aus {} sind dabei nicht mitgezählt",
                je(a.pausen.tage, "ein Pausentag", |n| format!("{n} Pausentage")),
                je(n, "einer Reaktion", |n| format!("{n} Reaktionen"))
            ),
        };
        saetze.push(format!(
            "Die Hälfte der Antworten kam spätestens nach {}, neun von zehn nach {}{pausen}.",
            tage(d.median),
            tage(d.neunzig)
        ));
    }
    if let [ja, teils, nein] = a.urteile.zeilen.as_slice()
        && a.urteile.beurteilt > 0
    {
        saetze.push(format!(
            "{} beurteilt: {} berechtigt, {} teilweise berechtigt, {} unberechtigt.",
            je(a.urteile.beurteilt, "Eine Reaktion ist", |n| format!("{n} Reaktionen sind")),
            zahl(ja.anzahl),
            zahl(teils.anzahl),
            zahl(nein.anzahl)
        ));
    }
    saetze.extend(folgen(a));
    saetze
}

/// Praise among what came in; it is said, because a register of complaints is easily read as nothing else.
fn lob(a: &Reaktionsauswertung) -> String {
    let zeile = a.arten.iter().find(|z| z.titel == Reaktionsart::Lob.titel());
    zeile.and_then(|z| z.anzahl).map_or_else(String::new, |n| format!(" {} Mal war es Lob.", zahl(n)))
}

fn folgen(a: &Reaktionsauswertung) -> Vec<String> {
    let mut saetze = Vec::new();
    if a.rechtsbehelfe > 0 {
        saetze.push(je(
            a.rechtsbehelfe,
            "In einer Reaktion steckte ein Rechtsbehelf; er wird im Register der Widersprüche geführt.",
            |n| format!("In {n} Reaktionen steckte ein Rechtsbehelf; diese Rechtsbehelfe werden im Register der Widersprüche geführt."),
        ));
    }
    if a.massnahmen.massnahmen > 0 {
        saetze.push(format!(
            "Aus {} {} abgeleitet.",
            je(a.massnahmen.reaktionen, "einer Reaktion", |n| format!("{n} Reaktionen")),
            je(a.massnahmen.massnahmen, "wurde eine Maßnahme", |n| format!("wurden {n} Maßnahmen"))
        ));
    }
    if a.rueckmeldung.geholfen.nenner > 0 {
        saetze.push(format!(
            "Geholfen hat die Antwort in {} Fällen, in denen die Person sich auf Nachfrage äußerte.",
            anteil(a.rueckmeldung.geholfen.zaehler, a.rueckmeldung.geholfen.nenner)
        ));
    }
    saetze
}

/// What a reader must know.
pub(super) fn hinweise(a: &Reaktionsauswertung, nur_eigene: bool, nur_ein_kleines_team: bool) -> Vec<String> {
    let mut hinweise = vec![
        format!(
            "Gezählt sind alle Reaktionen {}, gleich über welchen Kanal sie kamen; es gibt keine Stichprobe und deshalb keinen Unsicherheitsbereich.",
            if nur_eigene { "zu den eigenen Teams oder in deren Zuständigkeit" } else { "des Registers" }
        ),
        format!(
            "Anteile, Dauer und Tabellen betreffen die im Zeitraum eingegangenen Reaktionen nach dem Stand vom {}. Was später beantwortet oder beurteilt wird, ändert sie noch.",
            Kurz(a.stand)
        ),
        "Eine Reaktion hat bis zu drei Anliegen. Art und Kanal zählen Reaktionen; Gegenstand, Sachgebiet, Ursache und Team zählen Anliegen. Zeit und Beurteilung eines Anliegens sind die seiner Reaktion.".to_owned(),
        "Fällig ist, was beantwortet ist oder hätte beantwortet sein sollen: Überfällige offene Reaktionen zählen als verspätet, noch nicht fällige und ruhende zählen nicht mit.".to_owned(),
    ];
    if a.pausen.nachgetragen > 0 {
        hinweise.push(je(
            a.pausen.nachgetragen,
            "Bei einer Reaktion wurde eine Pause nachträglich eingetragen; sie verschob einen Tag, der schon vorbei war.",
            |n| format!("Bei {n} Reaktionen wurde eine Pause nachträglich eingetragen; sie verschob einen Tag, der schon vorbei war."),
        ));
    }
    let neben = [
        (a.abseits.abgegeben, "abgegeben"),
        (a.abseits.zusammengefuehrt, "mit einer anderen zusammengeführt"),
        (a.abseits.ohne_antwort, "bis zum zugesagten Tag ohne Antwort beendet"),
        (a.abseits.ohne_wunsch, "ohne Wunsch nach einer Antwort"),
        (a.abseits.dienstaufsicht, "Dienstaufsichtsbeschwerden, die nur abgegeben werden"),
    ];
    let neben: Vec<String> =
        neben.iter().filter(|(n, _)| *n > 0).map(|(n, was)| format!("{} {was}", zahl(*n))).collect();
    if !neben.is_empty() {
        hinweise.push(format!("In keinem Anteil an Zusagen stehen: {}.", neben.join(", ")));
    }
    let verdeckt = |zeilen: &[Reaktionsgruppe]| {
        zeilen.iter().any(|z| z.anzahl.is_none() || z.in_zeit.is_none() || z.berechtigt.is_none())
    };
    if [&a.sachgebiete.zeilen, &a.ursachen.zeilen, &a.teams.zeilen, &a.arten, &a.kanaele, &a.anliegenarten]
        .into_iter()
        .any(|z| verdeckt(z))
    {
        hinweise.push(if nur_ein_kleines_team {
            "Ihr Bereich ist ein Team mit weniger als fünf Beschäftigten. Deshalb stehen hier nur Summen.".to_owned()
        } else {
            format!(
                "Wo ein * steht, wären es weniger als {MINDESTENS}, oder ein solcher Wert ließe sich daraus errechnen."
            )
        });
    }
    hinweise
}

/// What is not among the figures.
pub(super) fn nicht_gezaehlt(a: &Reaktionsauswertung) -> Vec<String> {
    let anonym = match a.anonym {
        0 => String::new(),
        n => je(n, " Im Zeitraum war eine Reaktion anonym.", |n| {
            format!(" Im Zeitraum waren {n} Reaktionen anonym.")
        }),
    };
    vec![
        "Was gesagt, aber nicht eingetragen wurde, am Schalter oder am Telefon. Mehr Reaktionen können bedeuten, dass mehr eingetragen wurde.".to_owned(),
        "Datenschutzverletzungen und Hinweise auf Korruption: Sie gehen eigene Wege. Eine Reaktion, die den Datenschutz berührt, zählt hier nur als Reaktion.".to_owned(),
        "Widersprüche und Klagen: Sie stehen in ihrem Register. Hier zählt nur die Reaktion, in der ein Rechtsbehelf steckte.".to_owned(),
        format!("Wiederholungen anonymer Reaktionen: Wer weder Name noch Fallnummer nennt, wird nicht wiedererkannt.{anonym}"),
        "Wie viele Menschen mit dem Haus zu tun hatten: Ein Anteil je Person oder je Bescheid lässt sich aus diesem Register nicht bilden.".to_owned(),
    ]
}

fn tage(n: u32) -> String {
    je(n.into(), "einem Tag", |n| format!("{n} Tagen"))
}
