//! The chapters of the report: tables and charts.

use super::grundlagen::NUMMER;
use crate::bericht::BerichtFehler;
use crate::bericht::modell::{Block, Spalte, Stufe, Tabelle, Text, Zeile};
use crate::fachaufsicht::pruefbericht::text::{anteil, paar, summe, tabelle_oder, zahl};
use crate::kundenreaktion::auswertung::{
    Anliegentafel, Reaktionsauswertung, Reaktionsgruppe, Reaktionsjahr, Zusage,
};
use crate::vollzaehlung::bericht::{VERDECKT, anteilsbalken, bestand, zaehlbalken};
use crate::vollzaehlung::{Anteil, Tagedauer};

/// What a full count means for a chart.
const VOLLZAEHLUNG: &str =
    "Balken: Anteil der fälligen Reaktionen, die bis zum zugesagten Tag beantwortet sind (Vollzählung).";

pub(super) fn kapitel(a: &Reaktionsauswertung) -> Result<Vec<Block>, BerichtFehler> {
    let mut b = vec![Block::Ueberschrift(Stufe::Eins, "1 Zugang, Abgang und Bestand".to_owned())];
    b.extend(bestand("Kundenreaktionen", a.bestand_vorher, &a.monate)?);
    b.push(eins(2, "Zugesagte Tage"));
    b.extend(zusagen(a));
    b.push(eins(3, "Worum es ging"));
    b.extend(gegenstand(a)?);
    b.push(eins(4, "Beurteilung und Folgen"));
    b.extend(folgen(a));
    b.push(eins(NUMMER - 1, "Jahre im Vergleich"));
    b.extend(jahre(a)?);
    Ok(b)
}

fn eins(nummer: usize, titel: &str) -> Block {
    Block::Ueberschrift(Stufe::Eins, format!("{nummer} {titel}"))
}

fn zwei(nummer: &str, titel: &str) -> Block {
    Block::Ueberschrift(Stufe::Zwei, format!("{nummer} {titel}"))
}

fn zusagen(a: &Reaktionsauswertung) -> Vec<Block> {
    let zeile = |titel: &str, wert: &dyn Fn(&Zusage) -> String| -> Zeile {
        [titel.to_owned(), wert(&a.bestaetigung), wert(&a.antwort)].into_iter().collect()
    };
    let gleich =
        |titel: &str, n: u64| -> Zeile { [titel.to_owned(), zahl(n), zahl(n)].into_iter().collect() };
    let mut b = vec![Block::Tabelle(Tabelle {
        beschriftung: Some("Eingegangene Reaktionen nach dem Stand der Zusagen".to_owned()),
        zeilenkopf: Some(0),
        spalten: vec![
            Spalte::links("Stand", 3.6),
            Spalte::rechts("Eingang bestätigt", 2.0),
            Spalte::rechts("Beantwortet", 2.0),
        ],
        zeilen: vec![
            zeile("bis zum zugesagten Tag, von den fälligen", &|z| {
                anteil(z.in_zeit.zaehler, z.in_zeit.nenner)
            }),
            zeile("später", &|z| zahl(z.verspaetet)),
            zeile("überfällig und offen", &|z| zahl(z.ueberfaellig)),
            zeile("noch nicht fällig", &|z| zahl(z.nicht_faellig)),
            zeile("pausiert", &|z| zahl(z.ruht)),
            gleich("abgegeben", a.abseits.abgegeben),
            gleich("mit einer anderen zusammengeführt", a.abseits.zusammengefuehrt),
            gleich("ohne Antwort beendet", a.abseits.ohne_antwort),
            gleich("keine Antwort erwünscht", a.abseits.ohne_wunsch),
            gleich("Dienstaufsichtsbeschwerden", a.abseits.dienstaufsicht),
            summe(vec!["eingegangen".to_owned(), zahl(a.zugang), zahl(a.zugang)]),
        ],
        ..Tabelle::default()
    })];
    let tage = |d: Option<Tagedauer>, wert: &dyn Fn(Tagedauer) -> u32| {
        d.map_or_else(|| "–".to_owned(), |d| zahl(wert(d).into()))
    };
    let zeile = |titel: &str, wert: &dyn Fn(Tagedauer) -> u32| -> Zeile {
        [titel.to_owned(), tage(a.dauer, wert), tage(a.dauer_mit_pausen, wert)].into_iter().collect()
    };
    if a.dauer.is_some() {
        b.push(Block::Tabelle(Tabelle {
            beschriftung: Some(format!(
                "Kalendertage bis zur Antwort ({} beantwortete Reaktionen)",
                zahl(a.rueckmeldung.beantwortet)
            )),
            zeilenkopf: Some(0),
            spalten: vec![
                Spalte::links("Dauer", 3.6),
                Spalte::rechts("ohne Pausen", 2.0),
                Spalte::rechts("mit Pausen", 2.0),
            ],
            zeilen: vec![
                zeile("die Hälfte höchstens (Median)", &|d| d.median),
                zeile("neun von zehn höchstens", &|d| d.neunzig),
                zeile("längste", &|d| d.laengste),
            ],
            ..Tabelle::default()
        }));
        b.push(Block::Absatz(Text::from(format!(
            "Beantwortete Reaktionen mit Pausen: {}; Pausentage zusammen: {}. Reaktionen mit einer Pause, die nachträglich eingetragen wurde und einen vergangenen Tag verschob: {}.",
            zahl(a.pausen.reaktionen),
            zahl(a.pausen.tage),
            zahl(a.pausen.nachgetragen)
        ))));
    }
    b
}

fn gegenstand(a: &Reaktionsauswertung) -> Result<Vec<Block>, BerichtFehler> {
    let mut b = Vec::new();
    b.push(zwei("3.1", "Reaktionen nach Art"));
    b.extend(gruppen("Art", "Reaktionen", &a.arten)?);
    b.push(zwei("3.2", "Reaktionen nach Kanal"));
    b.extend(gruppen("Kanal", "Reaktionen", &a.kanaele)?);
    b.push(zwei("3.3", "Anliegen nach Gegenstand"));
    b.extend(gruppen("Gegenstand", "Anliegen", &a.anliegenarten)?);
    for (nummer, titel, spalte, tafel) in [
        ("3.4", "Anliegen nach Sachgebiet", "Sachgebiet", &a.sachgebiete),
        ("3.5", "Anliegen nach organisatorischer Ursache", "Ursache", &a.ursachen),
        ("3.6", "Anliegen nach Team", "Team", &a.teams),
    ] {
        b.push(zwei(nummer, titel));
        b.extend(geschuetzt(spalte, tafel)?);
    }
    Ok(b)
}

/// A table of nothing but hidden rows says nothing.
fn geschuetzt(spalte: &str, t: &Anliegentafel) -> Result<Vec<Block>, BerichtFehler> {
    let mut b = if t.zeilen.iter().any(|z| z.anzahl.is_some()) {
        gruppen(spalte, "Anliegen", &t.zeilen)?
    } else if t.zeilen.is_empty() {
        vec![Block::Absatz(Text::from("Dazu ist nichts eingetragen."))]
    } else {
        vec![Block::Absatz(Text::from("Die Gruppen sind zu klein, um sie zu zeigen."))]
    };
    if !t.daneben.is_empty() {
        let daneben: Vec<String> =
            t.daneben.iter().map(|r| format!("{} {}", zahl(r.anzahl), r.titel)).collect();
        b.push(Block::Absatz(Text::from(format!("Daneben Anliegen: {}.", daneben.join(", ")))));
    }
    Ok(b)
}

fn gruppen(spalte: &str, was: &str, zeilen: &[Reaktionsgruppe]) -> Result<Vec<Block>, BerichtFehler> {
    let sichtbar: Vec<(&str, u64)> =
        zeilen.iter().filter_map(|z| Some((z.titel.as_str(), z.anzahl?))).collect();
    let mut b: Vec<Block> = zaehlbalken(
        &format!("{was} nach {spalte}"),
        &format!("Balken je {spalte}"),
        &format!("Balken: im Zeitraum eingegangene {was}."),
        &sichtbar,
    )?
    .into_iter()
    .collect();
    let zelle = |a: Option<Anteil>| match a {
        None => VERDECKT.to_owned(),
        Some(a) if a.nenner == 0 => "–".to_owned(),
        Some(a) => anteil(a.zaehler, a.nenner),
    };
    let verborgen =
        zeilen.iter().any(|z| z.anzahl.is_none() || z.in_zeit.is_none() || z.berechtigt.is_none());
    b.push(tabelle_oder(
        Tabelle {
            beschriftung: Some(if verborgen {
                format!("{was} nach {spalte} („*“: nicht gezeigt, kleine Gruppe)")
            } else {
                format!("{was} nach {spalte}")
            }),
            zeilenkopf: Some(0),
            spalten: vec![
                Spalte::links(spalte, 3.0),
                Spalte::rechts(was, 1.2),
                Spalte::rechts("in der Zeit beantwortet", 2.0),
                Spalte::rechts("ganz oder teilweise berechtigt", 2.0),
            ],
            zeilen: zeilen
                .iter()
                .map(|z| {
                    let anzahl = z.anzahl.map_or_else(|| VERDECKT.to_owned(), zahl);
                    [z.titel.clone(), anzahl, zelle(z.in_zeit), zelle(z.berechtigt)].into_iter().collect()
                })
                .collect(),
            ..Tabelle::default()
        },
        "Im Zeitraum ist nichts eingegangen.",
    ));
    Ok(b)
}

fn folgen(a: &Reaktionsauswertung) -> Vec<Block> {
    let mut zeilen: Vec<Zeile> = a
        .urteile
        .zeilen
        .iter()
        .map(|z| [z.titel.clone(), anteil(z.anzahl, a.urteile.beurteilt)].into_iter().collect())
        .collect();
    zeilen.push(summe(vec!["beurteilt".to_owned(), zahl(a.urteile.beurteilt)]));
    zeilen.push(
        ["nicht oder noch nicht beurteilt".to_owned(), zahl(a.urteile.ohne_urteil)].into_iter().collect(),
    );
    let wiederholer = a.wiederholer.map_or_else(|| "nicht gezeigt, kleine Gruppe".to_owned(), zahl);
    vec![
        Block::Tabelle(Tabelle {
            beschriftung: Some("Beurteilung durch zwei Personen".to_owned()),
            zeilenkopf: Some(0),
            spalten: vec![Spalte::links("Beurteilung", 4.0), Spalte::rechts("Reaktionen", 2.4)],
            zeilen,
            ..Tabelle::default()
        }),
        Block::Werte(vec![
            paar("Reaktionen mit einem Rechtsbehelf", zahl(a.rechtsbehelfe)),
            paar("Reaktionen mit Maßnahmen", zahl(a.massnahmen.reaktionen)),
            paar("Abgeleitete Maßnahmen", zahl(a.massnahmen.massnahmen)),
            paar(
                "Auf Nachfrage: hat geholfen",
                anteil(a.rueckmeldung.geholfen.zaehler, a.rueckmeldung.geholfen.nenner),
            ),
            paar("Nachgefragt, ohne Rückmeldung", zahl(a.rueckmeldung.ohne_antwort)),
            paar("Personen mit mehr als einer Reaktion", wiederholer),
            paar("Anonyme Reaktionen", zahl(a.anonym)),
        ]),
    ]
}

fn jahre(a: &Reaktionsauswertung) -> Result<Vec<Block>, BerichtFehler> {
    let namen: Vec<String> = a.jahre.iter().map(Reaktionsjahr::name).collect();
    let anteile: Vec<(&str, Anteil)> =
        namen.iter().map(String::as_str).zip(a.jahre.iter().map(|j| j.in_zeit)).collect();
    let mut b: Vec<Block> =
        anteilsbalken("In der Zeit beantwortet, nach Jahren", "Balken je Jahr", VOLLZAEHLUNG, &anteile)?
            .into_iter()
            .collect();
    let oder = |a: Anteil| a.prozent().map_or_else(|| "–".to_owned(), |p| p.to_string());
    let tage = |n: Option<u32>| n.map_or_else(|| "–".to_owned(), |n| zahl(n.into()));
    let tabelle = |beschriftung: &str, spalten: &[&str], werte: &dyn Fn(&Reaktionsjahr) -> Vec<String>| {
        let spalten = spalten.iter().map(|titel| Spalte::rechts(titel, 1.1));
        Block::Tabelle(Tabelle {
            beschriftung: Some(beschriftung.to_owned()),
            zeilenkopf: Some(0),
            spalten: [Spalte::links("Jahr", 1.2)].into_iter().chain(spalten).collect(),
            zeilen: a
                .jahre
                .iter()
                .zip(&namen)
                .map(|(j, name)| [name.clone()].into_iter().chain(werte(j)).collect())
                .collect(),
            ..Tabelle::default()
        })
    };
    b.push(tabelle(
        "Reaktionen eines Jahres",
        &["Zugang", "Abgang", "Bestand am Ende", "mit Rechtsbehelf", "Maßnahmen"],
        &|j| [j.zugang, j.abgang, j.bestand, j.rechtsbehelfe, j.massnahmen].map(zahl).to_vec(),
    ));
    b.push(tabelle(
        "Zusagen und Beurteilung, nach dem Jahr des Eingangs; Tage bis zur Antwort ohne Pausen",
        &["fällig", "davon in der Zeit", "Median der Tage", "neun von zehn", "beurteilt", "davon berechtigt"],
        &|j| {
            vec![
                zahl(j.in_zeit.nenner),
                oder(j.in_zeit),
                tage(j.median),
                tage(j.neunzig),
                zahl(j.berechtigt.nenner),
                oder(j.berechtigt),
            ]
        },
    ));
    b.push(Block::Absatz(Text::from(
        "„Berechtigt“ heißt hier ganz oder teilweise berechtigt, von den beurteilten. Ein Jahr, das nur zum Teil im Zeitraum liegt, noch läuft oder in dem die Erfassung begann, ist als Teil bezeichnet.",
    )));
    Ok(b)
}
