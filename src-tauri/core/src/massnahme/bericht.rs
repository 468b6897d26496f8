//! The Maßnahmenliste of a period, as a report. Pure; no person is named.

use super::{Herkunftsart, Massnahme, Massnahmenart, Massnahmenstand};
use crate::aufzaehlung::Aufzaehlung;
use crate::bericht::Bericht;
use crate::bericht::modell::{Block, Hauskopf, Spalte, Stufe, Tabelle, Text, Titelblatt, Zeile};
use crate::fachaufsicht::pruefbericht::BerichtKopf;
use crate::fachaufsicht::pruefbericht::text::{
    anteil, datum, gruppen, liste, paar, summe, tabelle_oder, zahl, zeitpunkt,
};
use crate::stichprobe::StichprobeFehler;
use chrono::NaiveDate;

/// A measure with what its row does not hold itself.
#[derive(Clone, Debug)]
pub struct Massnahmenposten {
    /// The measure.
    pub massnahme: Massnahme,
    /// Name of its team.
    pub team: Option<String>,
    /// Number of the record it comes from.
    pub herkunft_nummer: Option<String>,
}

/// What the Maßnahmenliste is made of.
#[derive(Clone, Debug)]
pub struct Massnahmenlistendaten {
    /// What every report of the house carries.
    pub haus: Hauskopf,
    /// First day.
    pub von: NaiveDate,
    /// Last day.
    pub bis: NaiveDate,
    /// Measures entered until the last day and not closed before the first, by due day.
    pub posten: Vec<Massnahmenposten>,
    /// Only measures that concern the person's area, teams or function.
    pub nur_eigene: bool,
    /// The head of the chain.
    pub kopf: BerichtKopf,
}

/// Builds the Maßnahmenliste. What is overdue is decided on the day of the last entry of the chain, so that the same
/// register always gives the same report.
///
/// # Errors
/// [`StichprobeFehler`] for counts no check can have, which mean damage.
pub fn massnahmenliste(d: &Massnahmenlistendaten) -> Result<Bericht, StichprobeFehler> {
    let zeitraum = format!("{} bis {}", datum(d.von), datum(d.bis));
    let stand = d.kopf.zeit.date_naive();
    let (ueberfaellig, andere): (Vec<_>, Vec<_>) =
        d.posten.iter().partition(|p| p.massnahme.lage.ueberfaellig(stand));
    let mut bloecke = deckblatt(d, &zeitraum, ueberfaellig.len());
    bloecke.push(eins("1 Stand und Herkunft"));
    bloecke.push(zaehltabelle("Maßnahmen nach Stand", "Stand", Massnahmenstand::ALLE, &d.posten, |m| {
        m.lage.stand
    }));
    bloecke
        .push(zaehltabelle("Maßnahmen nach Art", "Art", Massnahmenart::ALLE, &d.posten, |m| m.angaben.art));
    bloecke.push(zaehltabelle("Maßnahmen nach Herkunft", "Herkunft", Herkunftsart::ALLE, &d.posten, |m| {
        m.herkunft.art()
    }));
    bloecke.push(eins("2 Überfällige Maßnahmen"));
    bloecke.push(massnahmentabelle(&ueberfaellig, "Keine Maßnahme ist überfällig."));
    bloecke.push(eins("3 Festgestellte Wirkung"));
    bloecke.push(wirkungstabelle(d)?);
    bloecke.push(eins("4 Weitere Maßnahmen"));
    bloecke.push(massnahmentabelle(&andere, "Weitere Maßnahmen gibt es in diesem Zeitraum nicht."));
    bloecke.extend(grundlagen());
    Ok(Bericht {
        kopf: d.haus.kopf(
            format!("Maßnahmenliste {zeitraum}"),
            format!("Maßnahmen vom {zeitraum}"),
            d.kopf.zeit,
            format!("Maßnahmenliste · Protokolleintrag {}", d.kopf.folge),
        ),
        bloecke,
        beilagen: Vec::new(),
    })
}

fn eins(titel: &str) -> Block {
    Block::Ueberschrift(Stufe::Eins, titel.to_owned())
}

fn deckblatt(d: &Massnahmenlistendaten, zeitraum: &str, ueberfaellig: usize) -> Vec<Block> {
    let n = d.posten.len() as u64;
    let zaehle =
        |trifft: &dyn Fn(&Massnahme) -> bool| d.posten.iter().filter(|p| trifft(&p.massnahme)).count() as u64;
    let verschoben = zaehle(&|m| !m.lage.verschiebungen.is_empty());
    let belegt = zaehle(&|m| m.lage.stand == Massnahmenstand::WirkungBelegt);
    let nicht_belegt = zaehle(&|m| m.lage.stand == Massnahmenstand::WirkungNichtBelegt);
    let saetze = [
        format!(
            "{} im Zeitraum, davon {} überfällig und {} mit verschobener Fälligkeit.",
            if n == 1 { "1 Maßnahme".to_owned() } else { format!("{} Maßnahmen", zahl(n)) },
            zahl(ueberfaellig as u64),
            zahl(verschoben)
        ),
        format!(
            "An einer späteren Prüfung gemessen: bei {} die Wirkung belegt, bei {} nicht belegt.",
            zahl(belegt),
            zahl(nicht_belegt)
        ),
    ];
    vec![
        Block::Titelblatt(Titelblatt {
            art: "Maßnahmenliste".to_owned(),
            titel: d.haus.haus.clone(),
            untertitel: zeitraum.to_owned(),
        }),
        Block::Werte(vec![
            paar("Zeitraum", zeitraum),
            paar(
                "Umfang",
                if d.nur_eigene {
                    "Maßnahmen des eigenen Bereichs oder der eigenen Funktion"
                } else {
                    "ganzes Haus"
                },
            ),
            paar("Stand des Berichts", format!("{} (letzter Eintrag im Protokoll)", zeitpunkt(d.kopf.zeit))),
            paar("Kopf der Kette", Text::default().fett(gruppen(&d.kopf.hash))),
        ]),
        Block::Kasten {
            titel: "Ergebnis".to_owned(),
            saetze: saetze.iter().map(|s| Text::from(s.as_str())).collect(),
        },
    ]
}

fn zaehltabelle<T: Aufzaehlung + PartialEq>(
    beschriftung: &str,
    kopf: &str,
    alle: &[T],
    posten: &[Massnahmenposten],
    was: impl Fn(&Massnahme) -> T,
) -> Block {
    let gesamt = posten.len() as u64;
    let zahlen = alle.iter().map(|x| {
        let n = posten.iter().filter(|p| was(&p.massnahme) == *x).count() as u64;
        (x.titel(), n)
    });
    let mut zeilen: Vec<Zeile> = zahlen
        .filter(|(_, n)| *n > 0)
        .map(|(titel, n)| [titel.to_owned(), zahl(n), anteil(n, gesamt)].into_iter().collect())
        .collect();
    if !zeilen.is_empty() {
        zeilen.push(summe(vec!["zusammen".to_owned(), zahl(gesamt), String::new()]));
    }
    tabelle_oder(
        Tabelle {
            beschriftung: Some(beschriftung.to_owned()),
            zeilenkopf: Some(0),
            spalten: vec![
                Spalte::links(kopf, 3.6),
                Spalte::rechts("Maßnahmen", 1.4),
                Spalte::rechts("Anteil", 2.4),
            ],
            zeilen,
            ..Tabelle::default()
        },
        "In diesem Zeitraum gibt es keine Maßnahmen.",
    )
}

fn massnahmentabelle(posten: &[&Massnahmenposten], leer: &str) -> Block {
    tabelle_oder(
        Tabelle {
            zeilenkopf: Some(0),
            spalten: vec![
                Spalte::links("Nummer", 1.2),
                Spalte::links("Maßnahme", 3.4),
                Spalte::links("Anlass", 1.7),
                Spalte::links("Zuständig", 1.9),
                Spalte::links("Fällig", 1.5),
                Spalte::links("Stand", 2.0),
            ],
            zeilen: posten.iter().map(|p| zeile(p)).collect(),
            eng: true,
            ..Tabelle::default()
        },
        leer,
    )
}

fn zeile(p: &Massnahmenposten) -> Zeile {
    let (m, l) = (&p.massnahme, &p.massnahme.lage);
    let zustaendig = match &p.team {
        Some(team) => format!("{}, {team}", m.angaben.rolle.titel()),
        None => m.angaben.rolle.titel().to_owned(),
    };
    let faellig = match l.verschiebungen.first() {
        Some(v) => format!("{}\nzuerst {}", datum(l.faellig), datum(v.von)),
        None => datum(l.faellig),
    };
    let mut stand = l.stand.titel().to_owned();
    if let Some(tag) = l.umgesetzt_am {
        stand.push_str(&format!("\numgesetzt am {}", datum(tag)));
    }
    if let Some(grund) = &l.grund {
        stand.push_str(&format!("\n{grund}"));
    }
    [
        m.nummer.clone(),
        format!("{} ({})", m.angaben.was, m.angaben.art.titel()),
        p.herkunft_nummer.clone().unwrap_or_else(|| m.herkunft.art().titel().to_owned()),
        zustaendig,
        faellig,
        stand,
    ]
    .into_iter()
    .collect()
}

fn wirkungstabelle(d: &Massnahmenlistendaten) -> Result<Block, StichprobeFehler> {
    let mut zeilen = Vec::new();
    for m in d.posten.iter().map(|p| &p.massnahme) {
        let Some(nachweis) = &m.lage.nachweis else { continue };
        let zelle = nachweis.wirkung()?.saetze.join(" ");
        zeilen.push([m.nummer.clone(), m.angaben.was.clone(), zelle].into_iter().collect());
    }
    Ok(tabelle_oder(
        Tabelle {
            zeilenkopf: Some(0),
            spalten: vec![
                Spalte::links("Nummer", 1.2),
                Spalte::links("Maßnahme", 3.0),
                Spalte::links("Was die spätere Prüfung zeigt", 5.4),
            ],
            zeilen,
            eng: true,
            ..Tabelle::default()
        },
        "Bei keiner dieser Maßnahmen ist eine Wirkung an einer späteren Prüfung festgestellt.",
    ))
}

fn grundlagen() -> Vec<Block> {
    vec![
        eins("5 Grundlagen"),
        liste([
            "Die Liste enthält Maßnahmen, die bis zum letzten Tag des Zeitraums angelegt und nicht vor dem ersten abgeschlossen waren, mit ihrem Stand am Tag des Berichts.".to_owned(),
            "Zuständig ist eine Funktion, keine Person. Wird die Fälligkeit verschoben, bleibt der erste Tag sichtbar.".to_owned(),
            "„Wirkung belegt“ trägt niemand ein: Es folgt aus einer späteren Prüfung desselben Merkmals im selben Bereich, entweder weil diese ihr Ziel belegt und das Merkmal seltener fehlerhaft war, oder weil der exakte Test von Fisher (einseitig) gegen die erste Prüfung unter 5 % liegt.".to_owned(),
            "Verglichen werden nur Zufallsauswahlen und Vollprüfungen, deren Prüfzeitraum nach der Umsetzung beginnt. Bewusste Auswahlen belegen keine Wirkung. Nicht prüfbare Fälle zählen gegen die Wirkung.".to_owned(),
            "Bei mehreren Maßnahmen zum selben Merkmal lässt sich nicht sagen, welche gewirkt hat.".to_owned(),
        ]),
    ]
}
