//! The last chapter: law, how it was counted, what was not, and what the categories of the Bundesagentur hold.

use super::tafeln::titel;
use crate::bericht::modell::{Block, Spalte, Stufe, Tabelle, Text};
use crate::fachaufsicht::pruefbericht::text::liste;
use crate::kleingruppen::MINDESTENS;
use crate::widerspruch::auswertung::Widerspruchsauswertung;

pub(super) fn bloecke(nummer: usize, a: &Widerspruchsauswertung) -> Vec<Block> {
    let zwei = |i: usize, text: &str| Block::Ueberschrift(Stufe::Zwei, format!("{nummer}.{i} {text}"));
    let mut b = vec![
        Block::Ueberschrift(Stufe::Eins, format!("{nummer} Grundlagen")),
        zwei(1, "Rechtsgrundlagen"),
        liste(
            [
                "Widerspruch: §§ 83 bis 86 SGG; Kosten: § 63 SGB X.",
                "Überprüfung bestandskräftiger Bescheide: § 44 SGB X mit § 40 Abs. 1 SGB II.",
                "Klage: §§ 87 ff. SGG; einstweiliger Rechtsschutz: § 86b SGG.",
                "Untätigkeit: § 88 SGG (drei Monate seit dem Widerspruch, sechs Monate seit dem Antrag).",
                "Statistik der Grundsicherung: §§ 51b, 53 SGB II.",
            ]
            .map(str::to_owned),
        ),
        zwei(2, "So wurde gezählt"),
        liste([
            "Zugang ist der Tag des Eingangs im Haus. Abgang ist der Tag der Abhilfe, der Absendung des Bescheids, der Rücknahme, der Abgabe oder der Entscheidung des Gerichts. Bestand ist, was eingegangen und noch nicht abgegangen ist.".to_owned(),
            "Erfolg heißt: Die Person hat ganz oder teilweise etwas erreicht (Abhilfe, Stattgabe, Anerkenntnis, Vergleich). Nenner sind alle erledigten Verfahren, auch zurückgenommene und abgegebene.".to_owned(),
            "Team ist das Team, dessen Bescheid angegriffen wurde, nicht das der Widerspruchsstelle.".to_owned(),
            "Die Dauer zählt Kalendertage vom Eingang bis zum Abgang. Median und „neun von zehn“ sind Werte wirklicher Verfahren, keine Mittelwerte (nächster Rang: von n geordneten Werten der an der Stelle 0,5 · n und 0,9 · n, aufgerundet).".to_owned(),
            "Innerhalb der Wartefrist liegt, was am letzten Tag der drei oder sechs Monate des § 88 SGG nach dem Kalender oder davor abgegangen ist. Eine Verschiebung auf den nächsten Werktag bleibt außer Betracht.".to_owned(),
            "Kosten sind die festgesetzten Beträge der im Zeitraum erledigten Verfahren.".to_owned(),
            format!("Ein Team mit weniger als {MINDESTENS} Beschäftigten steht bei seinem Bereich. Zeilen mit weniger als {MINDESTENS} Verfahren werden nicht gezeigt, ebenso eine weitere, aus der sie sich errechnen ließe."),
        ]),
        zwei(3, "Was nicht gezählt ist"),
        liste(
            [
                "Personen und Bedarfsgemeinschaften: Gezählt werden Verfahren.",
                "Bescheide insgesamt: Eine Quote je Bescheid lässt sich aus dem Register nicht bilden.",
                "Verfahren, die nicht im Register stehen, und Kosten, die noch nicht festgesetzt sind.",
                "Bereits abgegangene Verfahren, in denen ein Rechtsmittel eingelegt wurde, zählen wieder zum Bestand.",
            ]
            .map(str::to_owned),
        ),
        zwei(4, "Kategorien der Statistik der Bundesagentur"),
        Block::Absatz(Text::from(
            "Die Statistik „Widersprüche und Klagen SGB II“ fasst Ergebnisse zusammen. Rücknahmen werden dort nicht einzeln ausgewiesen.",
        )),
    ];
    let zeilen = a
        .teile
        .iter()
        .filter(|t| {
            matches!(
                t.art,
                crate::widerspruch::Verfahrensart::Widerspruch | crate::widerspruch::Verfahrensart::Klage
            )
        })
        .flat_map(|t| &t.ba)
        .map(|z| [z.titel.clone(), titel(&z.ergebnisse)].into_iter().collect())
        .collect();
    b.push(Block::Tabelle(Tabelle {
        beschriftung: Some("Ergebnisse in jeder Kategorie".to_owned()),
        zeilenkopf: Some(0),
        spalten: vec![Spalte::links("Kategorie", 2.6), Spalte::links("Ergebnisse in IKS", 4.0)],
        zeilen,
        ..Tabelle::default()
    }));
    b
}
