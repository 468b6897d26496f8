//! The register of breaches (Art. 33 Abs. 5 DSGVO) as a report: each with its facts, its effects and what was done.
//! Pure; persons of the house stand with no name and no sign.

use super::lage::{Betroffenennachricht, Meldung};
use super::schritt::Vorfallschritt;
use super::{Datenschutzvorfall, MELDEFRIST_STUNDEN, ortszeit};
use crate::aufzaehlung::Aufzaehlung;
use crate::bericht::modell::{Bericht, Block, Hauskopf, Spalte, Stufe, Tabelle, Text, Titelblatt};
use crate::datenschutz::vorfall::Risiko;
use crate::fachaufsicht::pruefbericht::BerichtKopf;
use crate::fachaufsicht::pruefbericht::text::{
    datum, gruppen, liste, paar, tabelle_oder, zahl, zeitpunkt as moment,
};
use crate::massnahme::Massnahmenstand;
use crate::schrittfolge::Registerschritt;
use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use chrono_tz::Europe::Berlin;

/// A breach with what other registers say of it.
#[derive(Clone, Debug)]
pub struct Verzeichniseintrag {
    /// The breach.
    pub vorfall: Datenschutzvorfall,
    /// Number of its Kundenreaktion.
    pub reaktion: Option<String>,
    /// Its measures in the register of measures, oldest first.
    pub abhilfe: Vec<Abhilfe>,
}

/// A measure of the register that a breach gave rise to (Art. 33 Abs. 5 DSGVO: the remedial action taken).
#[derive(Clone, Debug)]
pub struct Abhilfe {
    /// Number.
    pub nummer: String,
    /// What.
    pub was: String,
    /// Due.
    pub faellig: NaiveDate,
    /// State.
    pub stand: Massnahmenstand,
}

/// What the register is made of.
#[derive(Clone, Debug)]
pub struct Vorfallverzeichnis {
    /// What every report of the house carries.
    pub haus: Hauskopf,
    /// First day of the period.
    pub von: NaiveDate,
    /// Last day.
    pub bis: NaiveDate,
    /// Breaches that became known in it, oldest first.
    pub vorfaelle: Vec<Verzeichniseintrag>,
    /// The head of the chain.
    pub kopf: BerichtKopf,
}

/// Builds the register.
#[must_use]
pub fn vorfallverzeichnis(d: &Vorfallverzeichnis) -> Bericht {
    let zeitraum = format!("{} bis {}", datum(d.von), datum(d.bis));
    let mut bloecke = deckblatt(d, &zeitraum);
    bloecke.push(Block::Ueberschrift(Stufe::Eins, "Übersicht".to_owned()));
    bloecke.push(uebersicht(d));
    if !d.vorfaelle.is_empty() {
        bloecke.push(Block::Ueberschrift(Stufe::Eins, "Die Vorfälle im Einzelnen".to_owned()));
        bloecke.extend(d.vorfaelle.iter().flat_map(|e| vorfall(e, d.kopf.zeit)));
    }
    bloecke.extend(grundlagen());
    Bericht {
        kopf: d.haus.kopf(
            format!("Verzeichnis der Datenschutzvorfälle {zeitraum}"),
            format!("Datenschutzvorfälle, die vom {zeitraum} bekannt wurden (Art. 33 Abs. 5 DSGVO)"),
            d.kopf.zeit,
            format!("Verzeichnis der Datenschutzvorfälle · Protokolleintrag {}", d.kopf.folge),
        ),
        bloecke,
        beilagen: Vec::new(),
    }
}

fn deckblatt(d: &Vorfallverzeichnis, zeitraum: &str) -> Vec<Block> {
    let zaehle = |wenn: &dyn Fn(&Datenschutzvorfall) -> bool| {
        d.vorfaelle.iter().filter(|e| wenn(&e.vorfall)).count() as u64
    };
    let gemeldet = zaehle(&|v| v.lage.gemeldet().is_some());
    let verspaetet = zaehle(&|v| v.lage.verspaetet());
    let hoch = zaehle(&|v| v.lage.risiko() == Some(Risiko::Hoch));
    let offen = zaehle(&|v| v.lage.abschluss_am.is_none());
    let alle = d.vorfaelle.len() as u64;
    vec![
        Block::Titelblatt(Titelblatt {
            art: "Verzeichnis der Datenschutzvorfälle".to_owned(),
            titel: d.haus.haus.clone(),
            untertitel: zeitraum.to_owned(),
        }),
        Block::Werte(vec![
            paar("Zeitraum", format!("{zeitraum}, nach dem Tag der Kenntnis")),
            paar("Umfang", "alle Datenschutzvorfälle des Hauses, auch nicht gemeldete"),
            paar("Stand", format!("{} (letzter Eintrag im Protokoll)", moment(d.kopf.zeit))),
            paar("Kopf der Kette", Text::default().fett(gruppen(&d.kopf.hash))),
        ]),
        Block::Kasten {
            titel: "Ergebnis".to_owned(),
            saetze: [
                format!("Datenschutzvorfälle im Zeitraum: {}; davon nicht abgeschlossen: {}.", zahl(alle), zahl(offen)),
                format!(
                    "An den BfDI gemeldet: {} von {}, davon nach Ablauf von {MELDEFRIST_STUNDEN} Stunden: {}.",
                    zahl(gemeldet),
                    zahl(alle),
                    zahl(verspaetet)
                ),
                format!("Mit hohem Risiko für die betroffenen Personen: {}.", zahl(hoch)),
            ]
            .map(Text::from)
            .to_vec(),
        },
    ]
}

fn uebersicht(d: &Vorfallverzeichnis) -> Block {
    let zeilen = d.vorfaelle.iter().map(|Verzeichniseintrag { vorfall: v, .. }| {
        [
            v.nummer.clone(),
            v.angaben.kenntnis(),
            v.lage.risiko().map_or("nicht bewertet", Aufzaehlung::titel).to_owned(),
            match &v.lage.meldung {
                Some(Meldung::Gemeldet { zeit, verspaetung, .. }) => {
                    let spaet = if verspaetung.is_some() { ", verspätet" } else { "" };
                    format!("{}{spaet}", ortszeit(zeit.with_timezone(&Utc)))
                }
                Some(Meldung::Keine { .. }) => "keine Meldung".to_owned(),
                None => "offen".to_owned(),
            },
            v.lage.stand.titel().to_owned(),
        ]
        .into_iter()
        .collect()
    });
    tabelle_oder(
        Tabelle {
            beschriftung: Some("Datenschutzvorfälle nach dem Zeitpunkt der Kenntnis".to_owned()),
            zeilenkopf: Some(0),
            spalten: vec![
                Spalte::links("Nummer", 1.4),
                Spalte::links("Kenntnis", 2.0),
                Spalte::links("Risiko", 1.5),
                Spalte::links("Meldung an den BfDI", 2.2),
                Spalte::links("Stand", 1.6),
            ],
            zeilen: zeilen.collect(),
            eng: true,
            ..Tabelle::default()
        },
        "Im Zeitraum wurde kein Datenschutzvorfall bekannt.",
    )
}

fn titel<T: Aufzaehlung>(werte: &[T]) -> String {
    werte.iter().map(|w| w.titel()).collect::<Vec<_>>().join(", ")
}

fn oder_strich(text: &str) -> &str {
    if text.is_empty() { "–" } else { text }
}

fn vorfall(e: &Verzeichniseintrag, stand: DateTime<FixedOffset>) -> Vec<Block> {
    let v = &e.vorfall;
    let a = &v.angaben;
    let unbekannt = |n: Option<u32>| n.map_or_else(|| "unbekannt".to_owned(), |n| zahl(n.into()));
    let frist = a.uhr().map(|u| u.ende);
    let ende = frist.as_ref().map_or_else(|_| "–".to_owned(), |e| ortszeit(e.with_timezone(&Utc)));
    let mut werte = vec![
        paar("Hergang", a.hergang.as_str()),
        paar("Geschehen am", a.geschehen_am.map_or_else(|| "unbekannt".to_owned(), datum)),
        paar("Kenntnis", a.kenntnis()),
        paar("Bekannt durch", oder_strich(&a.kenntnis_durch)),
        paar("Verletzt", titel(&a.verletzungen)),
        paar("Arten von Daten", titel(&a.daten)),
        paar("Betroffene Personen (etwa)", unbekannt(a.personen)),
        paar("Betroffene Datensätze (etwa)", unbekannt(a.datensaetze)),
        paar("Folgen", oder_strich(&a.folgen)),
        paar(
            "Risiko",
            v.lage.bewertung.as_ref().map_or_else(
                || "nicht bewertet".to_owned(),
                |b| format!("{}: {}", b.risiko.titel(), b.begruendung),
            ),
        ),
        paar(format!("Ende der {MELDEFRIST_STUNDEN} Stunden").as_str(), ende),
        paar("Meldung an den BfDI", meldung(v, frist.is_ok_and(|e| e < stand))),
        paar("Aufsicht (§ 83a SGB X)", aufsicht(v)),
        paar("Betroffene (Art. 34 DSGVO)", betroffene(v)),
    ];
    werte.extend(e.reaktion.as_deref().map(|nummer| paar("Aus der Kundenreaktion", nummer)));
    let mut bloecke =
        vec![Block::Ueberschrift(Stufe::Zwei, format!("{}: {}", v.nummer, a.betreff)), Block::Werte(werte)];
    let schritte: Vec<String> = v.schritte.iter().filter_map(zeile).collect();
    if !schritte.is_empty() {
        bloecke.push(Block::Absatz(Text::from("Was getan wurde:")));
        bloecke.push(liste(schritte));
    }
    if !e.abhilfe.is_empty() {
        bloecke.push(Block::Absatz(Text::from("Abhilfe im Register der Maßnahmen:")));
        let zeile = |m: &Abhilfe| {
            format!("{}: {}, fällig {}, {}", m.nummer, m.was, datum(m.faellig), m.stand.titel())
        };
        bloecke.push(liste(e.abhilfe.iter().map(zeile)));
    }
    bloecke.push(Block::Absatz(Text::from(match v.lage.abschluss_am {
        Some(tag) => format!("Abgeschlossen am {}.", datum(tag)),
        None => format!("Noch nicht abgeschlossen. {}", v.lage.naechster_schritt(a)),
    })));
    bloecke
}

fn meldung(v: &Datenschutzvorfall, vorbei: bool) -> String {
    match &v.lage.meldung {
        Some(Meldung::Gemeldet { zeit, zeichen, verspaetung }) => {
            let zeichen = if zeichen.is_empty() { String::new() } else { format!(", Zeichen {zeichen}") };
            let grund = verspaetung.as_ref().map(|g| format!(" Grund der Verspätung: {g}"));
            let wie = if grund.is_some() { "verspätet" } else { "fristgerecht" };
            let zeit = ortszeit(zeit.with_timezone(&Utc));
            format!("{zeit}, {wie}{zeichen}.{}", grund.unwrap_or_default())
        }
        Some(Meldung::Keine { begruendung }) => format!("keine: {begruendung}"),
        None if vorbei => "offen; die Frist ist abgelaufen".to_owned(),
        None => "offen".to_owned(),
    }
}

fn aufsicht(v: &Datenschutzvorfall) -> String {
    match &v.lage.aufsicht {
        Some(a) => format!("{} am {}", a.stelle, datum(a.am)),
        None if !v.angaben.sozialdaten() => "keine Sozialdaten betroffen".to_owned(),
        None if v.lage.gemeldet().is_some() => "offen".to_owned(),
        None => "–".to_owned(),
    }
}

fn betroffene(v: &Datenschutzvorfall) -> String {
    match &v.lage.betroffene {
        Some(Betroffenennachricht::Benachrichtigt { am, wie }) => {
            format!("benachrichtigt am {}: {wie}", datum(*am))
        }
        Some(Betroffenennachricht::Ausnahme { ausnahme, begruendung }) => {
            format!("Ausnahme: {}. {begruendung}", ausnahme.titel())
        }
        None if v.lage.risiko() == Some(Risiko::Hoch) => "offen".to_owned(),
        None => "nicht vorgeschrieben".to_owned(),
    }
}

/// A step that was taken back stays in the register, with why.
fn zeile(e: &Registerschritt<Vorfallschritt>) -> Option<String> {
    let Some(zurueck) = &e.zurueckgenommen else { return massnahme(&e.schritt) };
    let tag = DateTime::parse_from_rfc3339(&zurueck.am).map(|z| datum(z.with_timezone(&Berlin).date_naive()));
    let am = tag.map_or_else(|_| String::new(), |tag| format!(" am {tag}"));
    let mut was = vec![e.schritt.art().titel().to_owned()];
    match &e.schritt {
        Vorfallschritt::Bewerten { risiko, .. } => was.push(risiko.titel().to_owned()),
        Vorfallschritt::Melden { am, um, .. } => {
            was.push(format!("{}, {} Uhr", datum(*am), um.format("%H:%M")));
        }
        schritt => was.extend(schritt.am().map(datum)),
    }
    was.extend(e.schritt.texte().into_iter().filter(|t| !t.is_empty()).map(str::to_owned));
    Some(format!("Zurückgenommen{am}: {}. Grund: {}", was.join(", "), zurueck.grund))
}

fn massnahme(schritt: &Vorfallschritt) -> Option<String> {
    match schritt {
        Vorfallschritt::MassnahmeAbleiten { was, bis: Some(bis) } => {
            Some(format!("Maßnahme bis {}: {was}", datum(*bis)))
        }
        Vorfallschritt::MassnahmeAbleiten { was, bis: None } => Some(format!("Maßnahme: {was}")),
        Vorfallschritt::Nachmelden { am, was } => Some(format!("Nachmeldung am {}: {was}", datum(*am))),
        Vorfallschritt::Wiederaufnehmen { am, grund } => {
            Some(format!("Wieder aufgenommen am {}: {grund}", datum(*am)))
        }
        Vorfallschritt::Berichtigen { was, begruendung } => {
            Some(format!("Berichtigt: {was}. Begründung: {begruendung}"))
        }
        _ => None,
    }
}

fn grundlagen() -> Vec<Block> {
    vec![
        Block::Ueberschrift(Stufe::Eins, "Grundlagen".to_owned()),
        liste(
            [
                "Verzeichnis: Art. 33 Abs. 5 DSGVO. Es enthält alle bekannt gewordenen Verletzungen des Schutzes personenbezogener Daten, auch solche ohne Meldung, mit Hergang, Auswirkungen und Abhilfe.",
                "Meldung: Art. 33 Abs. 1 DSGVO, an die oder den Bundesbeauftragten für den Datenschutz und die Informationsfreiheit (BfDI, § 50 Abs. 4 SGB II), unverzüglich und möglichst binnen 72 Stunden nach Kenntnis. Die Stunde der Kenntnis zählt nicht mit; Wochenenden und Feiertage laufen mit (Verordnung Nr. 1182/71 Art. 3).",
                "Ohne Meldung bleibt nur, was voraussichtlich zu keinem oder nur zu einem geringen Risiko führt.",
                "Unterrichtung der Rechts- oder Fachaufsichtsbehörde: § 83a SGB X. Benachrichtigung der betroffenen Personen bei hohem Risiko: Art. 34 DSGVO.",
                "Das Verzeichnis enthält keine Namen und keine Fallnummern. Zahlen von Personen und Datensätzen sind Schätzungen.",
            ]
            .map(str::to_owned),
        ),
    ]
}
