//! A report with every kind of block; names and numbers are invented.

use chrono::DateTime;
use iks_core::bericht::Bericht;
use iks_core::bericht::modell::{
    Alternativtext, Balken, Block, Diagramm, Diagrammart, Kopf, Listenart, Logo, Logoart, Logobild,
    Messpunkt, Spalte, Spaltengruppe, Sprache, Stufe, Tabelle, Text, Titelblatt, Unterschrift, Waermewert,
    Waermezeile, Zeile, Zelle, Ziel,
};

pub fn kopf() -> Kopf {
    Kopf {
        titel: "Prüfbericht FA-2026-001: Einkommensanrechnung".into(),
        gegenstand: "Fachaufsicht, Prüfzeitraum 1. Quartal 2026".into(),
        sprache: Sprache::Deutsch,
        haus: "Jobcenter Musterkreis".into(),
        erstellt: DateTime::parse_from_rfc3339("2026-04-20T10:15:00+02:00").unwrap(),
        vertraulichkeit: Some("Nur für den Dienstgebrauch".into()),
        logo: Some(Logo {
            bild: Logobild::lies(Logoart::Png, include_bytes!("../../fixtures/logo.png")).unwrap(),
            alternativtext: Alternativtext::neu("Zeichen des Jobcenters Musterkreis").unwrap(),
        }),
        fusszeile: "Prüfbericht FA-2026-001 · Version 1".into(),
        hauszeile: String::new(),
    }
}

fn paar(name: &str, wert: &str) -> (String, Text) {
    (name.into(), wert.into())
}

pub fn balken() -> Diagramm {
    let zeile = |name: &str, wert, schranke, text: &str| Balken {
        name: name.into(),
        wert,
        schranke: Some(schranke),
        text: text.into(),
    };
    Diagramm {
        titel: "Obere Schranke der Fehlerquote je Team".into(),
        alternativtext: Alternativtext::neu("Balken je Team. Team Nord 5,0 Prozent, Schranke 14,9 Prozent; Team Mitte 10,0 Prozent, Schranke 21,4 Prozent; Team Süd 0 Prozent, Schranke 9,5 Prozent.").unwrap(),
        einheit: "%".into(),
        legende: "Balken: gefundene Fehler je geprüfte Einheit. Strich: obere Schranke bei 95 % Sicherheit. Gestrichelt: Zielwert.".into(),
        ziel: Some(Ziel { wert: 10.0, text: "Ziel 10 %".into() }),
        inhalt: Diagrammart::Balken(vec![
            zeile("Team Nord (Leistung)", 5.0, 14.9, "1 von 20"),
            zeile("Team Mitte, Leistung und Rückforderung", 10.0, 21.4, "2 von 20"),
            zeile("Team Süd", 0.0, 9.5, "0 von 20"),
        ]),
    }
}

fn verlauf() -> Diagramm {
    let punkt = |name: &str, unten, wert, oben, text: &str| Messpunkt {
        name: name.into(),
        wert,
        intervall: Some((unten, oben)),
        text: text.into(),
    };
    Diagramm {
        titel: "Fehlerquote mit Vertrauensbereich über die Prüfungen".into(),
        alternativtext: Alternativtext::neu(
            "Fehlerquote in vier Prüfungen: 11,7, 8,3, 6,7 und 5,0 Prozent, jeweils mit Vertrauensbereich.",
        )
        .unwrap(),
        einheit: "%".into(),
        legende: "Quadrat: Quote der Stichprobe. Senkrechter Strich: Vertrauensbereich bei 95 % Sicherheit."
            .into(),
        ziel: Some(Ziel { wert: 10.0, text: "Ziel 10 %".into() }),
        inhalt: Diagrammart::Verlauf(vec![
            punkt("2. Quartal 2025", 4.8, 11.7, 22.6, "7 von 60"),
            punkt("3. Quartal 2025", 2.8, 8.3, 18.4, "5 von 60"),
            punkt("4. Quartal 2025", 1.8, 6.7, 16.2, "4 von 60"),
            punkt("1. Quartal 2026", 1.0, 5.0, 13.9, "3 von 60"),
        ]),
    }
}

fn waermekarte() -> Diagramm {
    let wert = |wert: f64| Some(Waermewert { wert, text: format!("{wert:.1} %").replace('.', ",") });
    let zeile = |name: &str, werte| Waermezeile { name: name.into(), werte };
    Diagramm {
        titel: "Fehlerquote nach Team und Merkmal".into(),
        alternativtext: Alternativtext::neu(
            "Höchste Quote: Team Mitte bei Einkommen mit 12,5 Prozent. Team Süd hat bei Vermögen keinen Wert.",
        )
        .unwrap(),
        einheit: "%".into(),
        legende: "Je dunkler, desto höher die Quote. „–“: weniger als fünf Fälle.".into(),
        ziel: None,
        inhalt: Diagrammart::Waermekarte {
            spalten: ["Einkommen", "Kosten der Unterkunft und Heizung", "Vermögen", "Fristen"]
                .map(String::from)
                .to_vec(),
            zeilen: vec![
                zeile("Team Nord (Leistung)", vec![wert(5.0), wert(0.0), wert(2.5), wert(7.5)]),
                zeile("Team Mitte, Leistung und Rückforderung", vec![wert(12.5), wert(5.0), wert(0.0), wert(2.5)]),
                zeile("Team Süd", vec![wert(2.5), wert(2.5), None, wert(10.0)]),
            ],
        },
    }
}

fn ergebnisse() -> Tabelle {
    let zeile = |z: [&str; 5]| z.into_iter().collect::<Zeile>();
    let mut summe = zeile(["Alle", "1.842", "60", "3", "12,8 %"]);
    summe.summe = true;
    Tabelle {
        beschriftung: Some("Ergebnis nach Teams".into()),
        spalten: vec![
            Spalte::links("Team", 3.0),
            Spalte::rechts("Grundgesamtheit", 1.5),
            Spalte::rechts("Geprüft", 1.0),
            Spalte::rechts("Mit Fehler", 1.2),
            Spalte::rechts("Obere Schranke", 1.5),
        ],
        zeilen: vec![
            zeile(["Team Nord (Leistung)", "614", "20", "1", "21,4 %"]),
            zeile(["Team Mitte, Leistung und Rückforderung", "702", "20", "2", "28,1 %"]),
            zeile(["Team Süd", "526", "20", "0", "13,7 %"]),
            summe,
        ],
        ..Tabelle::default()
    }
}

/// Headers over several columns, cells over several rows and columns, a note and a link in cells.
pub fn spannen() -> Tabelle {
    Tabelle {
        beschriftung: Some("Quoten nach Bereich und Team".into()),
        gruppen: vec![
            Spaltengruppe { kopf: String::new(), spalten: 2 },
            Spaltengruppe { kopf: "2025".into(), spalten: 2 },
            Spaltengruppe { kopf: "2026".into(), spalten: 2 },
        ],
        spalten: vec![
            Spalte::links("Bereich", 2.0),
            Spalte::links("Team", 2.0),
            Spalte::rechts("geprüft", 1.0),
            Spalte::rechts("Quote", 1.0),
            Spalte::rechts("geprüft", 1.0),
            Spalte::rechts("Quote", 1.0),
        ],
        zeilenkopf: Some(1),
        zeilen: vec![
            vec![
                Zelle::ueber("Leistung und Rückforderung von Leistungen mit besonders langem Namen", 1, 3),
                "Nord".into(),
                "20".into(),
                "5,0 %".into(),
                "20".into(),
                "0,0 %".into(),
            ]
            .into_iter()
            .collect(),
            vec![
                Zelle::from("Mitte"),
                "20".into(),
                "10,0 %".into(),
                Zelle::ueber(Text::from("nicht geprüft").fussnote("Umzug des Teams."), 2, 1),
            ]
            .into_iter()
            .collect(),
            ["Süd", "20", "0,0 %", "20", "5,0 %"].into_iter().collect(),
            vec![
                Zelle::from("Integration"),
                "West".into(),
                Zelle::ueber(Text::from("siehe ").verweis("Statistik", "https://example.org/"), 4, 1),
            ]
            .into_iter()
            .collect(),
        ],
        eng: false,
    }
}

fn feststellungen() -> Tabelle {
    let mut zeilen: Vec<Zeile> = Vec::new();
    for n in 1..=14 {
        zeilen.push(
            [
                format!("P-{:04}", n * 37),
                ["Einkommen", "Kosten der Unterkunft und Heizung", "Vermögen"][n % 3].to_owned(),
                ["Der Freibetrag nach § 11b SGB II wurde nicht berücksichtigt; die Übergangsregelung war nicht anzuwenden.", "Nachweis fehlt (Lohnabrechnung März).", "Die Betriebskostenabrechnung der A & B <GmbH> wurde dem falschen Monat zugeordnet. Folge ist eine Überzahlung, die zu erstatten ist."][n % 3].to_owned(),
                ["1.234,56 €", "0,00 €", "87,40 €"][n % 3].to_owned(),
                ["anerkannt", "nicht anerkannt", "keine Antwort"][n % 3].to_owned(),
            ]
            .into_iter()
            .collect(),
        );
    }
    Tabelle {
        beschriftung: Some("Feststellungen nach Pseudonym".into()),
        spalten: vec![
            Spalte::links("Pseudonym", 1.2),
            Spalte::links("Sachgebiet", 1.6),
            Spalte::links("Feststellung", 4.0),
            Spalte::rechts("Wirkung", 1.3),
            Spalte::links("Antwort des Teams", 1.5),
        ],
        zeilen,
        ..Tabelle::default()
    }
}

pub fn grosse_tabelle(anzahl: usize) -> Tabelle {
    Tabelle {
        beschriftung: None,
        spalten: vec![
            Spalte::links("Pseudonym", 1.2),
            Spalte::links("Team", 1.0),
            Spalte::links("Sachgebiet", 1.8),
            Spalte::links("Datum", 1.2),
            Spalte::rechts("Betrag", 1.2),
            Spalte::mitte("Gezogen", 1.0),
            Spalte::links("Ergebnis", 1.2),
            Spalte::links("Bemerkung", 2.2),
        ],
        zeilen: (1..=anzahl)
            .map(|n| {
                [
                    format!("P-{n:05}"),
                    format!("Team {}", n % 7 + 1),
                    "Anrechnung von Einkommen und Vermögen".to_owned(),
                    format!("{:02}.{:02}.2026", n % 28 + 1, n % 12 + 1),
                    format!("{},{:02} €", n * 13 % 900, n % 100),
                    if n % 3 == 0 { "ja" } else { "nein" }.to_owned(),
                    "erfüllt".to_owned(),
                    "vollständig geprüft, § 11 SGB II".to_owned(),
                ]
                .into_iter()
                .collect()
            })
            .collect(),
        eng: true,
        ..Tabelle::default()
    }
}

pub fn bericht() -> Bericht {
    let mut bloecke = vec![
        Block::Titelblatt(Titelblatt {
            art: "Prüfbericht der Fachaufsicht".into(),
            titel: "Einkommensanrechnung – Prüfung der Leistungsakten im ersten Quartal".into(),
            untertitel: "FA-2026-001 · Basisprüfung, Zufallsstichprobe".into(),
        }),
        Block::Werte(vec![
            paar("Prüfzeitraum", "01.01.2026 bis 31.03.2026"),
            paar("Bereich", "Leistung; Teams Nord, Mitte, Süd"),
            paar("Stand", "20.04.2026, Version 1"),
            paar("Erstellt von", "Qualitätsmanagement"),
        ]),
        Block::Kasten {
            titel: "Ergebnis".into(),
            saetze: vec![
                Text::from("Von ").fett("60 geprüften Einheiten").und(" hatten ").fett("3 einen Fehler").und("."),
                Text::from("Die Fehlerquote beträgt höchstens 12,8 % (95 % Sicherheit, hypergeometrisch, Grundgesamtheit 1.842)."),
                Text::from("Das Ziel von höchstens 10 % ist damit ").fett("nicht belegt").und("."),
            ],
        },
        Block::Seitenumbruch,
        Block::Inhaltsverzeichnis { titel: "Inhalt".into(), bis: Stufe::Zwei },
        Block::Seitenumbruch,
        Block::Ueberschrift(Stufe::Eins, "1 Grundgesamtheit und Ziehung".into()),
        Block::Ueberschrift(Stufe::Zwei, "1.1 Quelle und Abstimmung".into()),
        Block::Absatz(
            Text::from("Die Liste stammt aus dem Fachverfahren, Abfrage ")
                .kursiv("LE-Bestand mit Einkommen")
                .und(" vom 02.04.2026. Die Kontrollsumme stimmt mit der Auswertung der Haushaltsstelle überein. Vier Zeilen wurden zurückgewiesen, weil die Nummer fehlte; sie sind in der Anlage genannt.")
                .fussnote("Die Zeilen 17, 203, 204 und 990 der Datei; sie wurden dem Fachverfahren gemeldet.")
                .und(" Einkommen wird nach § 11 SGB II berücksichtigt, Absetzbeträge nach § 11b SGB II (")
                .verweis("Gesetze im Internet", "https://www.gesetze-im-internet.de/sgb_2/__11b.html")
                .und(")."),
        ),
        Block::Werte(vec![
            paar("Zeilen in der Datei", "1.846"),
            paar("Übernommen", "1.842"),
            paar("Summe der Beträge", "1.234.567,89 € (abgestimmt am 03.04.2026)"),
            paar("Hash der Grundgesamtheit", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
        ]),
        Block::Ueberschrift(Stufe::Zwei, "1.2 Weitere Ziehungen".into()),
        Block::Liste(
            Listenart::Punkte,
            vec![
                "Keine weitere Ziehung aus derselben Grundgesamtheit.".into(),
                "Eine Ziehung zum selben Thema im Vorquartal (FA-2025-014): 4 Fehler in 60 Einheiten. Die Nachschau steht noch aus und ist für das dritte Quartal vorgesehen.".into(),
            ],
        ),
        Block::Liste(
            Listenart::Nummern,
            vec!["Grundgesamtheit versiegelt".into(), "Startzahl durch zwei Personen festgelegt".into(), "Ziehung wiederholt und bestätigt".into()],
        ),
        Block::Ueberschrift(Stufe::Eins, "2 Ergebnisse".into()),
        Block::Tabelle(ergebnisse()),
        Block::Tabelle(spannen()),
        Block::Diagramm(balken()),
        Block::Diagramm(verlauf()),
        Block::Diagramm(waermekarte()),
        Block::Ueberschrift(Stufe::Eins, "3 Feststellungen".into()),
        Block::Absatz("Jede Feststellung nennt das Pseudonym der Einheit, nicht die Aktennummer.".into()),
        Block::Tabelle(feststellungen()),
        Block::Ueberschrift(Stufe::Zwei, "3.1 Offene Korrekturen".into()),
        Block::Ueberschrift(Stufe::Drei, "Stand am 20.04.2026".into()),
        Block::Absatz("Zwei Korrekturen sind offen; die Frist endet am 29.05.2026.".into()),
        Block::Ueberschrift(Stufe::Eins, "4 Prüfpfad".into()),
    ];
    bloecke.push(Block::Werte(vec![
        paar("Einträge", "1 bis 412"),
        paar("Kopf der Kette", "d7a8fbb307d7809469ca9abcb0082e4f8d5651e46d3cdb762d02d0bf37c9e592"),
    ]));
    bloecke.push(Block::Unterschriften(vec![
        Unterschrift { name: "Qualitätsmanagement".into(), funktion: "Aufgestellt".into() },
        Unterschrift { name: String::new(), funktion: "Bereichsleitung, freigegeben".into() },
        Unterschrift { name: String::new(), funktion: "Geschäftsführung, zur Kenntnis genommen".into() },
    ]));
    Bericht { kopf: kopf(), bloecke, beilagen: Vec::new() }
}
