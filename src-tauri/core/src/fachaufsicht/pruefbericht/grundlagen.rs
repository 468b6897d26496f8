//! Chapters 1 to 3: population, method, draws.

use super::daten::{BerichtHerkunft, BerichtZiehung, Berichtsdaten};
use super::text::{anteil, datum, euro, gruppen, moment, paar, tabelle_oder, zahl};
use crate::bericht::modell::{Block, Spalte, Stufe, Tabelle, Text, Zeile, Zelle};
use crate::fachaufsicht::Aufzaehlung;
use crate::fachaufsicht::pruefung::{Auswahl, Schichtung};
use crate::stichprobe::prozent_dezimal;

pub fn bloecke(d: &Berichtsdaten) -> Vec<Block> {
    let mut b = vec![Block::Ueberschrift(Stufe::Eins, "1 Grundgesamtheit".to_owned())];
    match &d.herkunft {
        None => b.push(Block::Absatz("Es ist noch keine Grundgesamtheit eingelesen.".into())),
        Some(h) => {
            b.extend(herkunft(h));
            b.extend(nicht_abgedeckt(h));
        }
    }
    b.extend(verfahren(d));
    b.extend(ziehungen(d));
    b
}

fn herkunft(h: &BerichtHerkunft) -> Vec<Block> {
    let mut werte = vec![
        paar("Quelle", h.quellsystem.clone()),
        paar("Abfrage", h.abfrage.clone()),
        paar("Auszug vom", datum(h.auszug_am)),
        paar("Eingelesen", format!("{} durch {}", moment(&h.eingelesen_am), h.eingelesen_von)),
        paar("Prüfsumme der Datei", gruppen(&h.datei_sha256)),
        paar("Zeilen gelesen", zahl(h.gelesen)),
        paar(
            "Übernommen",
            if h.gewarnt > 0 {
                format!("{}, davon {} mit Hinweis", zahl(h.uebernommen), zahl(h.gewarnt))
            } else {
                zahl(h.uebernommen)
            },
        ),
    ];
    if let Some(summe) = h.summe_cent {
        werte.push(paar("Summe der Beträge", euro(summe)));
    }
    werte.push(paar("Abgleich", abgleich(h)));
    if !h.kontroll_vermerk.is_empty() {
        werte.push(paar("Vermerk zum Abgleich", h.kontroll_vermerk.clone()));
    }
    werte.push(match (&h.versiegelt_von, &h.versiegelt_am) {
        (Some(von), Some(am)) => paar("Versiegelt", format!("{} durch {von}", moment(am))),
        _ => paar("Versiegelt", "noch nicht"),
    });
    if let Some(anzahl) = h.anzahl {
        werte.push(paar("Nehmen an der Ziehung teil", zahl(anzahl)));
    }
    werte.push(paar("Prüfsumme der Grundgesamtheit", gruppen(&h.population_hash)));
    if let Some(hash) = &h.schicht_hash {
        werte.push(paar("Prüfsumme der Schichten", gruppen(hash)));
    }
    vec![Block::Ueberschrift(Stufe::Zwei, "1.1 Herkunft und Abgleich".to_owned()), Block::Werte(werte)]
}

fn abgleich(h: &BerichtHerkunft) -> String {
    let mut teile = Vec::new();
    if let Some(soll) = h.kontroll_anzahl {
        teile.push(if soll == h.uebernommen {
            format!("Anzahl stimmt mit der Kontrollzahl {} überein", zahl(soll))
        } else {
            format!("Anzahl {} weicht von der Kontrollzahl {} ab", zahl(h.uebernommen), zahl(soll))
        });
    }
    if let (Some(soll), Some(ist)) = (h.kontroll_cent, h.summe_cent) {
        teile.push(if soll == ist {
            format!("Summe stimmt mit der Kontrollsumme {} überein", euro(soll))
        } else {
            format!("Summe {} weicht von der Kontrollsumme {} ab", euro(ist), euro(soll))
        });
    }
    if teile.is_empty() { "ohne Kontrollzahl aus dem Fachverfahren".to_owned() } else { teile.join("; ") }
}

fn nicht_abgedeckt(h: &BerichtHerkunft) -> Vec<Block> {
    let ausgeschlossen: u64 = h.ausschluesse.iter().map(|(_, n)| n).sum();
    let fehlend = ausgeschlossen + h.abgelehnt;
    let mut zeilen: Vec<_> = h
        .gruende
        .iter()
        .map(|(grund, n)| ("Zeile abgewiesen", grund, *n))
        .chain(h.ausschluesse.iter().map(|(grund, n)| ("ausgeschlossen", grund, *n)))
        .map(|(art, grund, n)| [art.to_owned(), grund.clone(), zahl(n)].into_iter().collect())
        .collect();
    if !zeilen.is_empty() {
        let anteil = anteil(fehlend, h.uebernommen + h.abgelehnt);
        let mut summe: Zeile = [Zelle::ueber("Zusammen", 2, 1), anteil.into()].into_iter().collect();
        summe.summe = true;
        zeilen.push(summe);
    }
    vec![
        Block::Ueberschrift(Stufe::Zwei, "1.2 Nicht abgedeckter Anteil".to_owned()),
        tabelle_oder(
            Tabelle {
                beschriftung: Some("Zeilen und Einheiten, über die das Ergebnis nichts sagt".to_owned()),
                zeilenkopf: Some(1),
                spalten: vec![
                    Spalte::links("Art", 1.5),
                    Spalte::links("Grund", 4.0),
                    Spalte::rechts("Anzahl", 2.0),
                ],
                zeilen,
                ..Tabelle::default()
            },
            "Keine Zeile wurde abgewiesen und keine Einheit ausgeschlossen.",
        ),
    ]
}

fn verfahren(d: &Berichtsdaten) -> Vec<Block> {
    let p = &d.plan;
    let mut werte = vec![
        paar("Auswahleinheit", d.auswahleinheit.clone()),
        paar("Auswahl", super::auswahl(d)),
        paar("Fehlerdefinition", d.auswertung.definition.clone()),
        paar(
            "Ziel",
            p.ziel.as_ref().map_or_else(
                || "keines festgelegt".to_owned(),
                |z| format!("Fehlerquote unter {}", prozent_dezimal(z)),
            ),
        ),
    ];
    if p.auswahl == Auswahl::Zufall {
        werte.push(paar("Sicherheit", prozent_dezimal(&p.konfidenz)));
        werte.push(paar(
            "Geplanter Umfang",
            p.stichprobe_geplant.map_or_else(|| "nicht festgelegt".to_owned(), zahl),
        ));
        if let Some(c) = d.zulaessige_fehler() {
            werte.push(paar("Zulässige Fehler beim geplanten Umfang", zahl(c)));
        }
        if p.schichtung == Schichtung::Team {
            werte.push(paar(
                "Schichtung",
                format!("nach Team, mindestens {} je Schicht", p.mindest_je_schicht),
            ));
        }
        werte.push(paar(
            "Regel für eine Erweiterung",
            if p.erweiterung_regel.is_empty() { "keine".to_owned() } else { p.erweiterung_regel.clone() },
        ));
    }
    werte.push(paar(
        "Gegenprüfung",
        format!("immer bei Betrag oder „schwerwiegend“, sonst {}\u{a0}% ausgelost", p.gegenpruefung_anteil),
    ));
    werte.push(paar(
        "Datenschutzbeauftragte Person beteiligt am",
        p.dsb_beteiligt_am.map_or_else(|| "nicht vermerkt".to_owned(), datum),
    ));
    let mut b = vec![Block::Ueberschrift(Stufe::Eins, "2 Verfahren".to_owned()), Block::Werte(werte)];
    b.push(Block::Absatz(Text::from(match (p.auswahl, p.schichtung) {
        (Auswahl::Zufall, Schichtung::Keine) => "Grenzen: exakt hypergeometrisch, einseitig, ohne Zurücklegen. Die Obergrenze ist aufgerundet, die Untergrenze abgerundet, die Quote kaufmännisch gerundet. „95\u{a0}% Sicherheit“ heißt: Bei vielen solchen Stichproben liegt der wahre Anteil in mindestens 95 von 100 nicht über der jeweiligen Obergrenze.",
        (Auswahl::Zufall, Schichtung::Team) => "Garantierte Grenze: Summe der exakten hypergeometrischen Grenzen der Schichten, Sicherheit nach Bonferroni aufgeteilt; ohne jeden Fehler der exakte ungünstigste Fall. Auf ihr beruht das Urteil. Das Intervall nach Korn und Graubard ist eine Näherung. Die Quote ist nach der Größe der Schichten gewichtet.",
        (Auswahl::Bewusst, _) => "Die Einheiten wurden bewusst ausgewählt. Aus ihnen folgt nichts für die übrigen; eine Quote oder Grenze für alle wird nicht berechnet.",
        (Auswahl::Voll, _) => "Alle Einheiten wurden geprüft. Es gibt keinen Stichprobenfehler und kein Intervall.",
    })));
    b
}

fn ziehungen(d: &Berichtsdaten) -> Vec<Block> {
    let mut b = vec![Block::Ueberschrift(Stufe::Eins, "3 Ziehung".to_owned())];
    if d.ziehungen.is_empty() {
        b.push(Block::Absatz("Es wurde noch nicht gezogen.".into()));
    }
    for z in &d.ziehungen {
        b.push(Block::Ueberschrift(
            Stufe::Zwei,
            if z.nummer == 1 {
                "3.1 Erste Ziehung".to_owned()
            } else {
                format!("3.{0} Erweiterung (Ziehung {0})", z.nummer)
            },
        ));
        b.extend(ziehung(z));
    }
    b.push(Block::Ueberschrift(Stufe::Zwei, format!("3.{} Alle anderen Ziehungen", d.ziehungen.len() + 1)));
    b.push(Block::Absatz(
        "Jede Ziehung bleibt verzeichnet. Hier stehen alle aus derselben Liste sowie alle zu demselben Thema mit sich überschneidendem Prüfzeitraum, mit ihrem Ausgang."
            .into(),
    ));
    b.push(tabelle_oder(
        Tabelle {
            beschriftung: None,
            zeilenkopf: Some(0),
            spalten: vec![
                Spalte::links("Prüfung", 1.6),
                Spalte::links("Gezogen am", 1.7),
                Spalte::links("Art", 1.5),
                Spalte::links("Zusammenhang", 1.6),
                Spalte::rechts("Gezogen", 1.3),
                Spalte::links("Ausgang", 2.6),
            ],
            zeilen: d
                .weitere
                .iter()
                .map(|w| {
                    [
                        format!("{}, Ziehung {}", w.pruefung, w.nummer),
                        w.gezogen_am.as_deref().map_or_else(|| "noch nicht".to_owned(), moment),
                        w.art.titel().to_owned(),
                        if w.gleiche_liste { "dieselbe Liste" } else { "Thema und Zeitraum" }.to_owned(),
                        format!("{} von {}", zahl(w.anzahl), zahl(w.grundgesamtheit)),
                        format!(
                            "{}; {} von {} geprüften mit Feststellung",
                            w.stand,
                            zahl(w.mit_feststellung),
                            zahl(w.geprueft)
                        ),
                    ]
                    .into_iter()
                    .collect()
                })
                .collect(),
            eng: true,
            ..Tabelle::default()
        },
        "Es gibt keine andere Ziehung aus derselben Liste oder zu demselben Thema in diesem Zeitraum.",
    ));
    b
}

fn ziehung(z: &BerichtZiehung) -> Vec<Block> {
    let mut werte = vec![
        paar("Art", z.art.titel()),
        paar("Umfang", zahl(z.anzahl)),
        paar(
            "Gezogen",
            match (&z.gezogen_am, &z.gezogen_von) {
                (Some(am), Some(von)) => format!("{} durch {von}", moment(am)),
                _ => "noch nicht".to_owned(),
            },
        ),
    ];
    if let Some(startwert) = &z.startwert {
        werte.push(paar("Startwert", Text::default().fett(startwert.clone())));
        werte.push(paar(
            "Herkunft des Startwerts",
            if z.erzeugt {
                "vom Betriebssystem erzeugt".to_owned()
            } else {
                format!("je eine Hälfte, verdeckt: {}", z.startwert_von.join(" und "))
            },
        ));
    }
    if z.art == Auswahl::Zufall {
        werte.push(paar("Ziehverfahren", z.algorithmus.clone()));
    }
    if !z.begruendung.is_empty() {
        werte.push(paar("Begründung", z.begruendung.clone()));
    }
    if z.nummer > 1 {
        werte
            .push(paar("Regel stand vor der ersten Ziehung fest", if z.regel_vorab { "ja" } else { "nein" }));
    }
    if let Some(hash) = &z.ergebnis_hash {
        werte.push(paar("Prüfsumme der gezogenen Liste", gruppen(hash)));
    }
    werte.push(paar(
        "Nummern der nicht gezogenen Einheiten entfernt",
        z.geschlossen_am.as_deref().map_or_else(|| "noch nicht".to_owned(), moment),
    ));
    let mut b = vec![Block::Werte(werte)];
    if z.schichtung == Schichtung::Team {
        let mut zeilen: Vec<_> = z
            .aufteilung
            .iter()
            .map(|s| {
                [s.schicht.clone(), zahl(s.grundgesamtheit), zahl(s.bisher), zahl(s.gezogen)]
                    .into_iter()
                    .collect()
            })
            .collect();
        let summe =
            |f: fn(&crate::fachaufsicht::ziehung::Ziehschicht) -> u64| zahl(z.aufteilung.iter().map(f).sum());
        zeilen.push(super::text::summe(vec![
            "Zusammen".to_owned(),
            summe(|s| s.grundgesamtheit),
            summe(|s| s.bisher),
            summe(|s| s.gezogen),
        ]));
        b.push(Block::Tabelle(Tabelle {
            beschriftung: Some("Aufteilung auf die Schichten (größte Reste)".to_owned()),
            zeilenkopf: Some(0),
            spalten: vec![
                Spalte::links("Schicht", 3.0),
                Spalte::rechts("Einheiten", 1.4),
                Spalte::rechts("Bisher gezogen", 1.5),
                Spalte::rechts("Gezogen", 1.2),
            ],
            zeilen,
            ..Tabelle::default()
        }));
    }
    b
}
