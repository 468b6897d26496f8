//! A theme over the years: a chart of all teams together, and a table of the same figures with those of the teams.

use crate::bericht::BerichtFehler;
use crate::bericht::modell::{
    Alternativtext, Block, Diagramm, Diagrammart, Messpunkt, Spalte, Tabelle, Text, Zeile, Zelle, Ziel,
};
use crate::fachaufsicht::pruefbericht::text::{liste, zahl};
use crate::pruefprogramm::{Jahrespunkt, Jahresverlauf, Verlaufsreihe};
use crate::stichprobe::Zehntelprozent;

pub(super) fn bloecke(v: &Jahresverlauf) -> Result<Vec<Block>, BerichtFehler> {
    if v.ausgewertet() < 2 {
        return Ok(vec![Block::Absatz(
            "Ein Verlauf braucht mindestens zwei ausgewertete Jahre; für dieses Thema gibt es sie noch nicht."
                .into(),
        )]);
    }
    let mut b = Vec::new();
    if let Some(alle) = v.reihen.first() {
        b.push(Block::Diagramm(diagramm(v, alle)?));
    }
    b.push(Block::Tabelle(tabelle(v)));
    b.push(liste(v.hinweise.iter().cloned()));
    Ok(b)
}

fn grenzen(p: &Jahrespunkt) -> String {
    match (p.unten, p.oben) {
        (Some(unten), Some(oben)) => format!("mindestens {unten}, höchstens {oben}"),
        _ => "Vollprüfung".to_owned(),
    }
}

fn diagramm(v: &Jahresverlauf, alle: &Verlaufsreihe) -> Result<Diagramm, BerichtFehler> {
    let mit_quote: Vec<(&Jahrespunkt, Zehntelprozent)> =
        alle.punkte.iter().filter_map(|p| Some((p, p.quote?))).collect();
    let beschreibung: Vec<String> =
        mit_quote.iter().map(|(p, quote)| format!("{}: {quote}, {}", p.jahr, grenzen(p))).collect();
    let bezug = v.jahre.iter().find(|j| j.jahr == v.bezug);
    let ziel = bezug
        .and_then(|j| Some(Ziel { wert: j.ziel_zehntel? / 10.0, text: format!("Ziel {}", j.ziel.clone()?) }));
    let mut legende = "Quadrat: Fehlerquote des Jahres, alle Teams zusammen. Strich: von der Untergrenze zur garantierten Obergrenze, jede für sich mit der Sicherheit des Jahres.".to_owned();
    if mit_quote.iter().any(|(p, _)| p.vollpruefung) {
        legende.push_str(" Ohne Strich: Vollprüfung, kein Stichprobenfehler.");
    }
    if ziel.is_some() {
        legende.push_str(&format!(" Gestrichelt: Ziel des Jahres {}.", v.bezug));
    }
    if mit_quote.len() < alle.punkte.len() {
        legende.push_str(" Jahre ohne Quote stehen nur in der Tabelle.");
    }
    Ok(Diagramm {
        titel: "Fehlerquote über die Jahre".to_owned(),
        alternativtext: Alternativtext::neu(format!(
            "Fehlerquote in {} Jahren. {}.",
            mit_quote.len(),
            beschreibung.join("; ")
        ))?,
        einheit: "%".to_owned(),
        legende,
        ziel,
        inhalt: Diagrammart::Verlauf(
            mit_quote
                .iter()
                .map(|(p, quote)| Messpunkt {
                    name: format!("{}: {quote}", p.jahr),
                    wert: quote.als_prozent(),
                    intervall: p.unten.zip(p.oben).map(|(u, o)| (u.als_prozent(), o.als_prozent())),
                    text: p.werte.map_or_else(String::new, |w| {
                        format!("{} von {}", zahl(w.fehlerhaft), zahl(w.gezogen))
                    }),
                })
                .collect(),
        ),
    })
}

fn tabelle(v: &Jahresverlauf) -> Tabelle {
    Tabelle {
        beschriftung: Some("Alle Teams zusammen und je Team, Jahr für Jahr".to_owned()),
        zeilenkopf: Some(0),
        spalten: vec![
            Spalte::links("Team", 2.0),
            Spalte::rechts("Jahr", 0.8),
            Spalte::rechts("Grund\u{ad}gesamtheit", 1.2),
            Spalte::rechts("Gezogen", 1.0),
            Spalte::rechts("Fehlerhaft", 1.1),
            Spalte::rechts("Ungeklärt", 1.1),
            Spalte::rechts("Quote", 1.0),
            Spalte::rechts("Unter\u{ad}grenze", 1.1),
            Spalte::rechts("Ober\u{ad}grenze", 1.1),
            Spalte::rechts("Näherung", 1.1),
            Spalte::links("Anmerkung", 1.7),
        ],
        zeilen: v.reihen.iter().flat_map(|r| zeilen(v, r)).collect(),
        eng: true,
        ..Tabelle::default()
    }
}

/// The name of a row stands once for all its years, which so stay on one page.
fn zeilen(v: &Jahresverlauf, r: &Verlaufsreihe) -> Vec<Zeile> {
    let name = if r.gesamt { Text::default().fett(&r.name) } else { Text::from(r.name.as_str()) };
    let name = Zelle::ueber(name, 1, r.punkte.len());
    let mut zeilen: Vec<Zeile> = r.punkte.iter().map(|p| zellen(v, p).into_iter().collect()).collect();
    if let Some(erste) = zeilen.first_mut() {
        erste.zellen.insert(0, name);
    }
    zeilen
}

fn zellen(v: &Jahresverlauf, p: &Jahrespunkt) -> Vec<Zelle> {
    let oder = |q: Option<Zehntelprozent>| q.map_or_else(|| "–".to_owned(), |q| q.to_string());
    let leer = if p.anmerkung.as_deref().is_some_and(|a| a.starts_with('*')) { "*" } else { "–" };
    let anzahlen = match p.werte {
        Some(w) => [w.grundgesamtheit, Some(w.gezogen), Some(w.fehlerhaft), Some(w.ungeklaert)],
        None => [None; 4],
    };
    let vorlaeufig = p.quote.is_some() && v.jahre.iter().any(|j| j.jahr == p.jahr && j.vorlaeufig);
    let anmerkung: Vec<&str> =
        p.anmerkung.as_deref().into_iter().chain(vorlaeufig.then_some("vorläufig")).collect();
    std::iter::once(p.jahr.to_string())
        .chain(anzahlen.map(|n| n.map_or_else(|| leer.to_owned(), zahl)))
        .chain([oder(p.quote), oder(p.unten), oder(p.oben), oder(p.naeherung), anmerkung.join(", ")])
        .map(Zelle::from)
        .collect()
}
