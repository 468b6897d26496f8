//! The Prüflistenbericht: from a run to content. Pure; persons appear as signs.

use super::{
    Durchgang, Fragenvergleich, Kapitel, Kontrollfrage, Listenantworten, Listenergebnis, Listenergebniszeile,
    Pruefantwort, Veraenderung, antwort_titel, gestellte, gewicht_titel,
};
use crate::aufzaehlung::Aufzaehlung;
use crate::bericht::modell::{Bericht, Block, Hauskopf, Spalte, Stufe, Tabelle, Text, Titelblatt, Zeile};
use crate::fachaufsicht::pruefbericht::BerichtKopf;
use crate::fachaufsicht::pruefbericht::text::{
    anteil, datum, gruppen, liste, moment, paar, summe, tabelle_oder, zahl, zeitpunkt,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Evidence as the report lists it.
#[derive(Clone, Debug)]
pub struct Berichtsnachweis {
    /// Kennung of the question.
    pub frage: String,
    /// What it is and where it lies.
    pub bezeichnung: String,
    /// Day of the evidence itself.
    pub datum: NaiveDate,
    /// When it was entered, UTC.
    pub erfasst_am: String,
    /// Name and SHA-256 of the attached file.
    pub datei: Option<(String, String)>,
}

/// What the Prüflistenbericht is made of.
#[derive(Clone, Debug)]
pub struct Listenberichtdaten {
    /// What every report of the house carries.
    pub haus: Hauskopf,
    /// The head of the chain.
    pub kopf: BerichtKopf,
    /// The run.
    pub durchgang: Durchgang,
    /// Title of the catalogue, number of its version and the day of its law.
    pub katalog: (String, i64, NaiveDate),
    /// Its chapters.
    pub kapitel: Vec<Kapitel>,
    /// Name of the unit.
    pub einheit: String,
    /// Answers by question.
    pub antworten: Vec<Pruefantwort>,
    /// Evidence that counts.
    pub nachweise: Vec<Berichtsnachweis>,
    /// When the attached files were removed by the rule of retention.
    pub entfernt_am: Option<NaiveDate>,
    /// The result.
    pub ergebnis: Listenergebnis,
    /// Against earlier runs.
    pub vergleich: Vec<Fragenvergleich>,
    /// Number and last day of the run before.
    pub vorheriger: Option<(String, NaiveDate)>,
    /// What the result says.
    pub saetze: Vec<String>,
    /// Signs of persons by id.
    pub zeichen: BTreeMap<String, String>,
}

/// Builds the Prüflistenbericht.
pub fn listenbericht(d: &Listenberichtdaten) -> Bericht {
    let titel = format!("Prüflistenbericht {}", d.durchgang.nummer);
    let mut bloecke = deckblatt(d);
    bloecke.push(Block::Seitenumbruch);
    bloecke.push(Block::Inhaltsverzeichnis { titel: "Inhalt".to_owned(), bis: Stufe::Zwei });
    bloecke.push(Block::Seitenumbruch);
    bloecke.extend(ergebnis(d));
    bloecke.extend(abweichungen(d));
    bloecke.extend(antworten(d));
    bloecke.extend(nachweise(d));
    bloecke.extend(grundlagen(d));
    Bericht {
        kopf: d.haus.kopf(
            format!("{titel} · {}", d.katalog.0),
            format!("{} für {}, {}", d.katalog.0, d.einheit, zeitraum(d)),
            d.kopf.zeit,
            format!("{titel} · Protokolleintrag {}", d.kopf.folge),
        ),
        bloecke,
        beilagen: Vec::new(),
    }
}

fn zeitraum(d: &Listenberichtdaten) -> String {
    format!("{} bis {}", datum(d.durchgang.rahmen.von), datum(d.durchgang.rahmen.bis))
}

fn zeichen(d: &Listenberichtdaten, id: Option<&String>) -> String {
    id.and_then(|id| d.zeichen.get(id)).cloned().unwrap_or_else(|| "–".to_owned())
}

fn deckblatt(d: &Listenberichtdaten) -> Vec<Block> {
    let l = &d.durchgang;
    let am = |zeit: &Option<String>| zeit.as_deref().map_or_else(String::new, |z| format!(", {}", moment(z)));
    let freigabe = match &l.freigegeben_von {
        Some(_) => format!("{}{}", zeichen(d, l.freigegeben_von.as_ref()), am(&l.freigegeben_am)),
        None => "noch nicht freigegeben, vorläufig".to_owned(),
    };
    let mut werte = vec![
        paar(
            "Nummer",
            if l.fassung > 1 { format!("{}, Fassung {}", l.nummer, l.fassung) } else { l.nummer.clone() },
        ),
        paar("Einheit", d.einheit.clone()),
        paar("Zeitraum", zeitraum(d)),
        paar("Stand", l.stand.titel()),
        paar("Vorgelegt von", format!("{}{}", zeichen(d, l.vorgelegt_von.as_ref()), am(&l.vorgelegt_am))),
        paar("Freigegeben von", freigabe),
        paar(
            "Katalog",
            format!("{}, Fassung {}, Rechtsstand {}", d.katalog.0, d.katalog.1, datum(d.katalog.2)),
        ),
        paar("Stand des Berichts", format!("{} (letzter Eintrag im Protokoll)", zeitpunkt(d.kopf.zeit))),
        paar("Kopf der Kette", Text::default().fett(gruppen(&d.kopf.hash))),
    ];
    if !l.berichtigung.is_empty() {
        werte.insert(1, paar("Grund der Berichtigung", l.berichtigung.clone()));
    }
    vec![
        Block::Titelblatt(Titelblatt {
            art: "Prüflistenbericht".to_owned(),
            titel: d.haus.haus.clone(),
            untertitel: format!("{} · {}", d.katalog.0, d.einheit),
        }),
        Block::Werte(werte),
        Block::Kasten {
            titel: "Ergebnis".to_owned(),
            saetze: d.saetze.iter().map(|s| Text::from(s.as_str())).collect(),
        },
    ]
}

fn eins(titel: &str) -> Block {
    Block::Ueberschrift(Stufe::Eins, titel.to_owned())
}

fn ergebnis(d: &Listenberichtdaten) -> Vec<Block> {
    let tafel = |titel: &str, spalte: &str, zeilen: &[Listenergebniszeile], mit_summe: bool| {
        let mut inhalt: Vec<Zeile> =
            zeilen.iter().map(|z| ergebniszeile(&z.titel, z).into_iter().collect()).collect();
        if mit_summe {
            let alle = Listenergebniszeile {
                titel: "zusammen".to_owned(),
                zahlen: d.ergebnis.zahlen,
                anteil: d.ergebnis.anteil,
            };
            inhalt.push(summe(ergebniszeile("zusammen", &alle)));
        }
        tabelle_oder(
            Tabelle {
                beschriftung: Some(titel.to_owned()),
                zeilenkopf: Some(0),
                spalten: vec![
                    Spalte::links(spalte, 3.4),
                    Spalte::rechts("erfüllt von anwendbar", 2.4),
                    Spalte::rechts("teilweise", 1.2),
                    Spalte::rechts("nicht erfüllt", 1.2),
                    Spalte::rechts("nicht anwendbar", 1.3),
                    Spalte::rechts("offen", 0.9),
                ],
                zeilen: inhalt,
                ..Tabelle::default()
            },
            "Es ist noch keine Frage beantwortet.",
        )
    };
    vec![
        eins("1 Ergebnis"),
        tafel("Ergebnis nach Kapiteln", "Kapitel", &d.ergebnis.kapitel, true),
        tafel("Ergebnis nach Gewicht der Fragen", "Gewicht", &d.ergebnis.gewichte, false),
        Block::Absatz(Text::from(
            "Gezählt wird erfüllt von anwendbar. Teilweise erfüllte Fragen zählen nicht als erfüllt; nicht anwendbare und offene stehen nicht im Nenner.",
        )),
    ]
}

fn ergebniszeile(titel: &str, z: &Listenergebniszeile) -> Vec<String> {
    let a = z.anteil;
    vec![
        titel.to_owned(),
        if a.nenner == 0 { "–".to_owned() } else { anteil(a.zaehler, a.nenner) },
        zahl(z.zahlen.teilweise),
        zahl(z.zahlen.nicht_erfuellt),
        zahl(z.zahlen.nicht_anwendbar),
        zahl(z.zahlen.offen),
    ]
}

fn werte(d: &Listenberichtdaten) -> Listenantworten {
    d.antworten.iter().map(|a| (a.frage.clone(), a.wert)).collect()
}

fn gestellt(d: &Listenberichtdaten) -> Vec<(&str, &Kontrollfrage)> {
    let gestellt = gestellte(&d.kapitel, &d.durchgang.fragen, &werte(d));
    d.kapitel
        .iter()
        .flat_map(|k| k.fragen.iter().map(move |f| (k.titel.as_str(), f)))
        .filter(|(_, f)| gestellt.iter().any(|g| g.kennung == f.kennung))
        .collect()
}

fn bemerkung<'a>(d: &'a Listenberichtdaten, frage: &str) -> &'a str {
    d.antworten.iter().find(|a| a.frage == frage).map_or("", |a| a.bemerkung.as_str())
}

fn abweichungen(d: &Listenberichtdaten) -> Vec<Block> {
    let werte = werte(d);
    let zeilen = gestellt(d)
        .into_iter()
        .filter(|(_, f)| werte.get(&f.kennung).is_some_and(|a| a.ist_abweichung()))
        .map(|(_, f)| {
            let seit = d.vergleich.iter().find(|v| v.frage == f.kennung).and_then(|v| v.offen_seit);
            [
                f.kennung.clone(),
                f.frage.clone(),
                antwort_titel(werte.get(&f.kennung).copied()).to_owned(),
                gewicht_titel(f.gewicht).to_owned(),
                seit.map_or_else(|| "–".to_owned(), datum),
                bemerkung(d, &f.kennung).to_owned(),
            ]
            .into_iter()
            .collect()
        })
        .collect();
    vec![
        eins("2 Abweichungen"),
        tabelle_oder(
            Tabelle {
                beschriftung: Some("Fragen, die teilweise oder nicht erfüllt sind".to_owned()),
                zeilenkopf: Some(0),
                spalten: vec![
                    Spalte::links("Nr.", 0.9),
                    Spalte::links("Frage", 3.4),
                    Spalte::links("Antwort", 1.3),
                    Spalte::links("Gewicht", 1.2),
                    Spalte::links("offen seit", 1.2),
                    Spalte::links("Beschreibung", 3.2),
                ],
                zeilen,
                eng: true,
                ..Tabelle::default()
            },
            "Keine der beantworteten Fragen weicht ab.",
        ),
        Block::Absatz(Text::from(
            "„Offen seit“ ist das Ende des Zeitraums, in dem die Abweichung zuerst festgestellt und seitdem nicht behoben wurde.",
        )),
    ]
}

fn antworten(d: &Listenberichtdaten) -> Vec<Block> {
    let werte = werte(d);
    let mut bloecke = vec![eins("3 Fragen und Antworten")];
    for k in &d.kapitel {
        let zeilen: Vec<Zeile> = gestellt(d)
            .into_iter()
            .filter(|(titel, _)| *titel == k.titel)
            .map(|(_, f)| {
                let jetzt = werte.get(&f.kennung).copied();
                let seitdem = d.vergleich.iter().find(|v| v.frage == f.kennung);
                [
                    f.kennung.clone(),
                    format!("{} ({})", f.frage, f.quelle),
                    antwort_titel(jetzt).to_owned(),
                    seitdem.map_or_else(|| "–".to_owned(), veraenderung),
                    bemerkung(d, &f.kennung).to_owned(),
                ]
                .into_iter()
                .collect()
            })
            .collect();
        if zeilen.is_empty() {
            continue;
        }
        bloecke.push(Block::Ueberschrift(Stufe::Zwei, k.titel.clone()));
        bloecke.push(Block::Tabelle(Tabelle {
            beschriftung: None,
            zeilenkopf: Some(0),
            spalten: vec![
                Spalte::links("Nr.", 0.9),
                Spalte::links("Frage und Quelle", 4.2),
                Spalte::links("Antwort", 1.3),
                Spalte::links("seit der letzten Antwort", 1.6),
                Spalte::links("Bemerkung", 3.0),
            ],
            zeilen,
            eng: true,
            ..Tabelle::default()
        }));
    }
    bloecke
}

fn veraenderung(v: &Fragenvergleich) -> String {
    let text = match v.veraenderung {
        Veraenderung::NichtVergleichbar => "–",
        sonst => sonst.titel(),
    };
    if v.anderer_wortlaut && v.vorher.is_some() {
        format!("{text} (anderer Wortlaut)")
    } else {
        text.to_owned()
    }
}

fn nachweise(d: &Listenberichtdaten) -> Vec<Block> {
    let mit_dateien = d.nachweise.iter().any(|n| n.datei.is_some());
    let mut spalten = vec![
        Spalte::links("Nr.", 0.9),
        Spalte::links("Nachweis und Fundstelle", 3.6),
        Spalte::links("vom", 1.2),
        Spalte::links("erfasst", 1.4),
    ];
    if mit_dateien {
        spalten.extend([Spalte::links("Datei", 1.8), Spalte::links("SHA-256", 2.4)]);
    }
    let zeilen = d
        .nachweise
        .iter()
        .map(|n| {
            let mut zellen =
                vec![n.frage.clone(), n.bezeichnung.clone(), datum(n.datum), moment(&n.erfasst_am)];
            if mit_dateien {
                let strich = || "–".to_owned();
                zellen.push(n.datei.as_ref().map_or_else(strich, |(name, _)| name.clone()));
                zellen.push(n.datei.as_ref().map_or_else(strich, |(_, hash)| gruppen(hash)));
            }
            zellen.into_iter().collect()
        })
        .collect();
    vec![
        eins("4 Nachweise"),
        tabelle_oder(
            Tabelle {
                beschriftung: Some("Nachweise mit ihrem eigenen Datum und der Zeit der Erfassung".to_owned()),
                zeilenkopf: Some(0),
                spalten,
                zeilen,
                eng: true,
                ..Tabelle::default()
            },
            "Zu diesem Durchgang ist kein Nachweis erfasst.",
        ),
    ]
}

fn grundlagen(d: &Listenberichtdaten) -> Vec<Block> {
    let alle = super::fragen(&d.kapitel).count();
    let mut punkte = vec![
        format!(
            "Der Katalog „{}“ hat {alle} Fragen; {} davon waren nach ihrem Turnus in diesem Durchgang zu beantworten.",
            d.katalog.0,
            d.durchgang.fragen.len()
        ),
        "Die Antworten geben die Einschätzung der zuständigen Funktion wieder; eine zweite Person hat sie freigegeben. Eine Stichprobe ist das nicht.".to_owned(),
        match d.entfernt_am {
            None => "Angehängte Dateien liegen verschlüsselt im Haus. Ihre Prüfsumme steht in Kapitel 4, sodass sich jede Datei mit dem Stand vergleichen lässt, der hier zugrunde lag.".to_owned(),
            Some(am) => format!(
                "Die angehängten Dateien wurden am {} nach der Aufbewahrungsregel entfernt. Ihre Prüfsumme steht in Kapitel 4, sodass sich ein anderswo aufbewahrtes Stück mit dem Stand vergleichen lässt, der hier zugrunde lag.",
                datum(am)
            ),
        },
    ];
    match &d.vorheriger {
        Some((nummer, bis)) => punkte.push(format!(
            "Verglichen wird jede Frage mit ihrer letzten freigegebenen Antwort in derselben Einheit; der letzte Durchgang ist {nummer} (bis {}).",
            datum(*bis)
        )),
        None => punkte.push("Einen früheren freigegebenen Durchgang dieser Einheit gibt es nicht.".to_owned()),
    }
    vec![eins("5 Grundlagen"), liste(punkte)]
}
