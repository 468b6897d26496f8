//! The last chapter: on what the figures rest, how it was counted, and what was not.

use crate::bericht::modell::{Block, Stufe};
use crate::fachaufsicht::pruefbericht::text::liste;
use crate::kleingruppen::MINDESTENS;
use crate::kundenreaktion::auswertung::Reaktionsauswertung;

pub(super) const NUMMER: usize = 6;

pub(super) fn bloecke(a: &Reaktionsauswertung) -> Vec<Block> {
    let zwei = |i: usize, text: &str| Block::Ueberschrift(Stufe::Zwei, format!("{NUMMER}.{i} {text}"));
    vec![
        Block::Ueberschrift(Stufe::Eins, format!("{NUMMER} Grundlagen")),
        zwei(1, "Worauf die Zahlen beruhen"),
        liste(
            [
                "Für Antworten auf Kundenreaktionen gibt es im SGB II keine gesetzliche Frist. Die Tage sind Zusagen des Hauses; es gilt die Zusage, die am Tag des Eingangs galt.",
                "Petition: Art. 17 GG. Rechtsbehelfe in Reaktionen: §§ 83 ff. SGG und § 44 SGB X.",
                "Auswertung zur Aufsicht und Kontrolle: § 67c Abs. 3 SGB X, nur soweit erforderlich.",
            ]
            .map(str::to_owned),
        ),
        zwei(2, "So wurde gezählt"),
        liste([
            "Zugang ist der Tag des Eingangs, Abgang der Tag des Abschlusses. Bestand ist, was eingegangen und noch nicht abgeschlossen ist. Kommt eine Person auf eine abgeschlossene Reaktion zurück, zählt diese wieder zum Bestand.".to_owned(),
            "Bis zum zugesagten Tag beantwortet ist, was an diesem Tag oder davor beantwortet wurde. Wer vor der Bestätigung eine Antwort bekam, braucht keine Bestätigung mehr. Wer keine Antwort wünscht, dem ist auch keine zugesagt. Nach dem zugesagten Tag ohne Antwort beendet zählt als zu spät.".to_owned(),
            "Die Dauer zählt Kalendertage vom Eingang bis zur Antwort. Tage, an denen die Antwortzeit pausierte, weil das Haus auf die Person oder eine andere Stelle wartete, stehen daneben. Kam die Person zurück, zählt die Dauer vom ersten Eingang bis zur letzten Antwort, die Zusage ab der Rückkehr; war schon die erste Antwort zu spät, bleibt die Reaktion zu spät.".to_owned(),
            "Median und „neun von zehn“ sind Werte wirklicher Reaktionen, keine Mittelwerte (nächster Rang: von n geordneten Werten der an der Stelle 0,5 · n und 0,9 · n, aufgerundet).".to_owned(),
            "Ob eine Reaktion berechtigt war, entscheiden zwei Personen. „Ganz oder teilweise“ fasst berechtigt und teilweise berechtigt zusammen; Nenner sind die beurteilten Reaktionen.".to_owned(),
            "Eine Person mit mehreren Reaktionen wird am Pseudonym ihrer Fallnummer oder ihres Namens erkannt. Zusammengeführte Doppel zählen dabei nicht.".to_owned(),
            "Team ist das Team, um das es im Anliegen geht, nicht das bearbeitende.".to_owned(),
            format!("Ein Team mit weniger als {MINDESTENS} Beschäftigten steht bei seinem Bereich. Felder mit weniger als {MINDESTENS} Anliegen werden nicht gezeigt, ebenso ein weiteres, aus dem sie sich errechnen ließen."),
        ]),
        zwei(3, "Was nicht gezählt ist"),
        liste(a.nicht_gezaehlt.iter().cloned()),
    ]
}
