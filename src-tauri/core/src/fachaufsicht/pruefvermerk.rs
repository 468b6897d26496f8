//! The Prüfvermerk: one drawn unit on paper, for the file of the case. Pure.
//!
//! The only report besides the Rückmeldeliste that names a case by its number, because a note without it cannot be
//! filed. It is therefore marked as internal whatever mark the house chose, and neither its title nor its file
//! name carry the number: both stand in the register of what left the house. The pseudonym is left out, so that the
//! paper does not open the reports that call the same case by it. Persons appear as signs.

use super::Aufzaehlung;
use super::bogen::{Antwort, Antworten, BogenStand, Prueffall};
use super::feststellung::{
    Entscheidung, Feststellung, FeststellungStand, Korrektur, Stellungnahme, ueberfaellig,
};
use super::pruefbericht::BerichtKopf;
use super::pruefbericht::text::{datum, euro, gruppen, moment, paar, text_danach, wirkung, zahl, zeitpunkt};
use super::thema::{Abschnitt, Merkmal, gefragte};
use crate::bericht::modell::{Bericht, Block, Hauskopf, Spalte, Stufe, Tabelle, Text, Titelblatt, Zeile};
use crate::vollzaehlung::je;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Mark on every page of a paper that names cases.
pub const INTERN: &str = "Nur für den internen Gebrauch";

/// What the Prüfvermerk is made of.
#[derive(Clone, Debug)]
pub struct Vermerkdaten {
    /// What every report of the house carries.
    pub haus: Hauskopf,
    /// The head of the chain.
    pub kopf: BerichtKopf,
    /// `FA-2026-001`.
    pub pruefung: String,
    /// Title of the theme.
    pub thema: String,
    /// First and last day of the period.
    pub zeitraum: (NaiveDate, NaiveDate),
    /// Number of the sheet's version, the day of its law, whether it was released.
    pub fassung: (i64, NaiveDate, bool),
    /// Name of the team.
    pub team: Option<String>,
    /// The unit.
    pub fall: Prueffall,
    /// Its plain number.
    pub fallnummer: String,
    /// Display columns with their titles.
    pub anzeige: Vec<(String, String)>,
    /// Sign of who closed the sheet, and of the second person.
    pub personen: (Option<String>, Option<String>),
    /// Sections with items.
    pub abschnitte: Vec<Abschnitt>,
    /// Saved answers.
    pub antworten: Vec<Antwort>,
    /// By number.
    pub feststellungen: Vec<Vermerkfeststellung>,
    /// Titles of the catalogues by kennung.
    pub katalog: BTreeMap<String, String>,
    /// Signs of persons by id.
    pub zeichen: BTreeMap<String, String>,
}

/// A Feststellung with what became of it.
#[derive(Clone, Debug)]
pub struct Vermerkfeststellung {
    /// What it says and how it stands.
    pub feststellung: Feststellung,
    /// Answer of the Teamleitung.
    pub stellungnahme: Option<Stellungnahme>,
    /// Decision on what was disputed.
    pub entscheidung: Option<Entscheidung>,
    /// Correction of the case.
    pub korrektur: Option<Korrektur>,
    /// Earlier wordings.
    pub fassungen: usize,
}

impl Vermerkdaten {
    fn stelle(&self) -> String {
        format!("{}/{}", self.pruefung, self.fall.position)
    }

    /// Whether something is still to come: the sheet is open, or a Feststellung is not final. Corrections run on
    /// after the result.
    pub fn vorlaeufig(&self) -> bool {
        !self.fall.stand.fertig() || self.feststellungen.iter().any(|f| !f.feststellung.stand.endgueltig())
    }

    fn gueltige(&self) -> impl Iterator<Item = &Vermerkfeststellung> {
        self.feststellungen.iter().filter(|f| f.feststellung.stand != FeststellungStand::Zurueckgenommen)
    }

    fn merkmale(&self) -> impl Iterator<Item = (usize, &Merkmal)> {
        self.abschnitte.iter().flat_map(|a| &a.merkmale).enumerate().map(|(i, m)| (i + 1, m))
    }

    fn zeichen(&self, id: Option<&String>) -> String {
        id.and_then(|id| self.zeichen.get(id)).cloned().unwrap_or_else(|| "–".to_owned())
    }
}

/// Builds the Prüfvermerk.
pub fn pruefvermerk(d: &Vermerkdaten) -> Bericht {
    let titel = format!("Prüfvermerk {}", d.stelle());
    let mut kopf = d.haus.kopf(
        titel.clone(),
        format!("{}, {} bis {}", d.thema, datum(d.zeitraum.0), datum(d.zeitraum.1)),
        d.kopf.zeit,
        format!(
            "{titel}{} · Protokolleintrag {}",
            if d.vorlaeufig() { " (vorläufig)" } else { "" },
            d.kopf.folge
        ),
    );
    kopf.vertraulichkeit = Some(INTERN.to_owned());
    let mut bloecke = angaben(d);
    bloecke.extend(antworten(d));
    bloecke.extend(feststellungen(d));
    bloecke.extend(grundlagen(d));
    Bericht { kopf, bloecke, beilagen: Vec::new() }
}

fn angaben(d: &Vermerkdaten) -> Vec<Block> {
    let (nummer, rechtsstand, freigegeben) = d.fassung;
    let ungeprueft = if freigegeben { "" } else { ", ungeprüft" };
    let am = |zeit: &Option<String>| zeit.as_deref().map_or_else(String::new, |z| format!(", {}", moment(z)));
    let person = |zeichen: &Option<String>, zeit| match zeichen {
        Some(z) => format!("{z}{}", am(zeit)),
        None => "–".to_owned(),
    };
    let mut werte = vec![
        paar("Fallnummer", Text::default().fett(d.fallnummer.as_str())),
        paar("Prüfung", format!("{}, Prüffall {}", d.pruefung, d.fall.position)),
        paar("Prüfzeitraum", format!("{} bis {}", datum(d.zeitraum.0), datum(d.zeitraum.1))),
        paar(
            "Prüfbogen",
            format!("{}, Fassung {nummer}, Rechtsstand {}{ungeprueft}", d.thema, datum(rechtsstand)),
        ),
        paar("Team", d.team.clone().unwrap_or_else(|| "–".to_owned())),
    ];
    werte.extend(d.anzeige.iter().filter(|(_, w)| !w.is_empty()).map(|(t, w)| paar(t, w.clone())));
    werte.extend(d.fall.betrag_cent.map(|cent| paar("Betrag laut Auszug", euro(cent))));
    werte.push(paar("Geprüft von", person(&d.personen.0, &d.fall.geprueft_am)));
    werte.push(paar("Zweite Person", person(&d.personen.1, &d.fall.gegengeprueft_am)));
    werte.push(paar("Stand", d.fall.stand.titel()));
    vec![
        Block::Titelblatt(Titelblatt {
            art: if d.vorlaeufig() { "Prüfvermerk (vorläufig)" } else { "Prüfvermerk" }.to_owned(),
            titel: d.thema.clone(),
            untertitel: format!("Fachaufsicht {}", d.stelle()),
        }),
        Block::Werte(werte),
        Block::Kasten {
            titel: if d.vorlaeufig() { "Ergebnis (vorläufig)" } else { "Ergebnis" }.to_owned(),
            saetze: saetze(d).into_iter().map(Text::from).collect(),
        },
    ]
}

/// What came out, for those who read nothing else.
fn saetze(d: &Vermerkdaten) -> Vec<String> {
    let mut s = Vec::new();
    let anzahl = d.gueltige().count() as u64;
    let gefunden = je(anzahl, "1 Feststellung", |n| format!("{n} Feststellungen"));
    match d.fall.stand {
        BogenStand::NichtPruefbar => {
            s.push(format!("Der Fall war nicht prüfbar{}", text_danach(&d.fall.nicht_pruefbar_grund)));
        }
        BogenStand::Bestaetigt if anzahl == 0 => s.push("Die Prüfung ergab keine Feststellung.".to_owned()),
        BogenStand::Bestaetigt => s.push(format!("Die Prüfung ergab {gefunden}.")),
        stand => s.push(format!(
            "Der Prüfbogen ist noch nicht abgeschlossen (Stand: {}); bisher {}.",
            stand.titel(),
            if anzahl == 0 { "keine Feststellung".to_owned() } else { gefunden }
        )),
    }
    let zurueck = (d.feststellungen.len() as u64).saturating_sub(anzahl);
    if zurueck > 0 {
        s.push(je(zurueck, "1 Feststellung wurde zurückgenommen.", |n| {
            format!("{n} Feststellungen wurden zurückgenommen.")
        }));
    }
    if d.fall.stand.fertig() {
        let strittig = d.gueltige().filter(|f| !f.feststellung.stand.endgueltig()).count() as u64;
        if strittig > 0 {
            s.push(je(strittig, "1 Feststellung ist noch nicht endgültig.", |n| {
                format!("{n} Feststellungen sind noch nicht endgültig.")
            }));
        }
    }
    let offene: Vec<&Korrektur> =
        d.gueltige().filter_map(|f| f.korrektur.as_ref()).filter(|k| k.bestaetigt_am.is_none()).collect();
    if let Some(erste) = offene.iter().map(|k| k.faellig_am).min() {
        let wie_viele =
            je(offene.len() as u64, "1 Korrektur ist", |n| format!("{n} Korrekturen sind")).to_owned();
        s.push(format!("{wie_viele} noch nicht bestätigt, fällig ab {}.", datum(erste)));
    }
    s
}

fn antworten(d: &Vermerkdaten) -> Vec<Block> {
    let mut bloecke = vec![Block::Ueberschrift(Stufe::Eins, "1 Fragen und Antworten".to_owned())];
    let werte: Antworten = d.antworten.iter().map(|a| (a.merkmal.clone(), a.wert)).collect();
    let gefragt: Vec<&str> = gefragte(&d.abschnitte, &werte).iter().map(|m| m.kennung.as_str()).collect();
    let nummer: BTreeMap<&str, usize> = d.merkmale().map(|(i, m)| (m.kennung.as_str(), i)).collect();
    let mut gesammelt = Vec::new();
    for a in &d.abschnitte {
        let zeilen: Vec<Zeile> = a
            .merkmale
            .iter()
            .filter(|m| gefragt.contains(&m.kennung.as_str()))
            .map(|m| {
                let nr = nummer.get(m.kennung.as_str()).copied().unwrap_or_default();
                let antwort = d.antworten.iter().find(|x| x.merkmal == m.kennung);
                if antwort.is_some_and(|x| x.sammel) {
                    gesammelt.push(nr.to_string());
                }
                let wert = antwort.map_or("offen", |x| x.wert.titel());
                [nr.to_string(), m.frage.clone(), m.rechtsgrundlage.clone(), wert.to_owned()]
                    .into_iter()
                    .collect()
            })
            .collect();
        if zeilen.is_empty() {
            continue;
        }
        bloecke.push(Block::Tabelle(Tabelle {
            beschriftung: Some(a.titel.clone()),
            zeilenkopf: Some(1),
            spalten: vec![
                Spalte::rechts("Nr.", 0.6),
                Spalte::links("Frage", 4.4),
                Spalte::links("Rechtsgrundlage", 2.4),
                Spalte::links("Antwort", 1.4),
            ],
            zeilen,
            eng: true,
            ..Tabelle::default()
        }));
    }
    let weitere = nummer.len().saturating_sub(gefragt.len()) as u64;
    if weitere > 0 {
        bloecke.push(Block::Absatz(Text::from(je(
            weitere,
            "1 weiteres Merkmal des Prüfbogens gilt nach diesen Antworten nicht.",
            |n| format!("{n} weitere Merkmale des Prüfbogens gelten nach diesen Antworten nicht."),
        ))));
    }
    if !gesammelt.is_empty() {
        bloecke.push(Block::Absatz(Text::from(format!(
            "Mit „Restliche offene auf Ja“ beantwortet: Nr. {}.",
            gesammelt.join(", ")
        ))));
    }
    if !d.fall.bemerkung.is_empty() {
        bloecke.push(Block::Ueberschrift(Stufe::Zwei, "Bemerkung".to_owned()));
        bloecke.push(Block::Absatz(Text::from(d.fall.bemerkung.as_str())));
    }
    bloecke
}

fn feststellungen(d: &Vermerkdaten) -> Vec<Block> {
    let mut bloecke = vec![Block::Ueberschrift(Stufe::Eins, "2 Feststellungen".to_owned())];
    // The case file is open to the person it is about and outlives the check: what was withdrawn is no part of it, and
    // what no second person has seen is none yet.
    let (gezeigt, erfasst): (Vec<_>, Vec<_>) =
        d.gueltige().partition(|f| f.feststellung.stand != FeststellungStand::Erfasst);
    if gezeigt.is_empty() && erfasst.is_empty() {
        bloecke.push(Block::Absatz(Text::from("Es gibt keine Feststellungen.")));
    }
    if !erfasst.is_empty() {
        bloecke.push(Block::Absatz(Text::from(je(
            erfasst.len() as u64,
            "1 Feststellung ist noch nicht freigegeben; ihr Inhalt steht hier danach.",
            |n| format!("{n} Feststellungen sind noch nicht freigegeben; ihr Inhalt steht hier danach."),
        ))));
    }
    for f in gezeigt {
        bloecke.push(Block::Ueberschrift(
            Stufe::Zwei,
            format!("Feststellung {} · {}", f.feststellung.nummer, f.feststellung.stand.titel()),
        ));
        bloecke.push(Block::Absatz(Text::from(f.feststellung.inhalt.text.as_str())));
        bloecke.push(Block::Werte(feststellung(d, f)));
    }
    bloecke
}

fn feststellung(d: &Vermerkdaten, f: &Vermerkfeststellung) -> Vec<(String, Text)> {
    let x = &f.feststellung;
    let i = &x.inhalt;
    let titel = |kennung: &str| d.katalog.get(kennung).cloned().unwrap_or_else(|| kennung.to_owned());
    let frage = d
        .merkmale()
        .find(|(_, m)| m.kennung == x.merkmal)
        .map_or_else(|| x.merkmal.clone(), |(nr, m)| format!("{nr}. {}", m.frage));
    let mut werte = vec![
        paar("Merkmal", frage),
        paar("Einordnung", format!("{}, {}", i.art.titel(), i.schwere.titel())),
        paar("Sachgebiet, Ursache", format!("{}; {}", titel(&i.sachgebiet), titel(&i.ursache))),
        paar(
            "Wirkung",
            wirkung(
                i.wirkung,
                (i.betrag_bund_cent, i.betrag_kommune_cent),
                i.haeufigkeit,
                (i.zeitraum_von, i.zeitraum_bis),
            ),
        ),
        paar(
            "Stellungnahme",
            match (&f.stellungnahme, x.stellungnahme_bis) {
                (Some(s), _) => format!(
                    "{} ({}, {}{}){}",
                    s.antwort.titel(),
                    s.von,
                    moment(&s.am),
                    if s.uebertragen_aus.is_empty() {
                        String::new()
                    } else {
                        format!("; übertragen aus: {}", s.uebertragen_aus)
                    },
                    text_danach(&s.text)
                ),
                (None, Some(bis)) => format!("keine Antwort, Frist {}", datum(bis)),
                (None, None) => "keine Antwort".to_owned(),
            },
        ),
    ];
    if let Some(e) = &f.entscheidung {
        werte.push(paar(
            "Entscheidung",
            format!("{} ({}, {}){}", e.ergebnis.titel(), e.von, moment(&e.am), text_danach(&e.grund)),
        ));
    }
    werte.push(paar("Korrektur", korrektur(d, f)));
    if f.fassungen > 0 {
        werte.push(paar("Frühere Fassungen", format!("{} (im Haus einsehbar)", zahl(f.fassungen as u64))));
    }
    werte
}

fn korrektur(d: &Vermerkdaten, f: &Vermerkfeststellung) -> String {
    let Some(k) = &f.korrektur else {
        return match f.feststellung.inhalt.korrektur_bis {
            Some(bis) if !f.feststellung.stand.endgueltig() => format!("vorgesehen bis {}", datum(bis)),
            _ => "nicht erforderlich".to_owned(),
        };
    };
    let mut text = format!("fällig am {}", datum(k.faellig_am));
    match k.erledigt_am {
        None if ueberfaellig(Some(k.faellig_am), d.kopf.zeit.date_naive()) => {
            text.push_str("; offen, überfällig");
        }
        None => text.push_str("; offen"),
        Some(tag) => {
            let von = d.zeichen(k.erledigt_von.as_ref());
            text.push_str(&format!("; erledigt am {} ({von})", datum(tag)));
            match &k.bestaetigt_am {
                Some(zeit) => {
                    let von = d.zeichen(k.bestaetigt_von.as_ref());
                    text.push_str(&format!("; bestätigt {} ({von})", moment(zeit)));
                }
                None => text.push_str("; noch nicht bestätigt"),
            }
        }
    }
    text.push_str(&text_danach(&k.vermerk));
    text
}

fn grundlagen(d: &Vermerkdaten) -> Vec<Block> {
    vec![
        Block::Ueberschrift(Stufe::Eins, "3 Herkunft".to_owned()),
        Block::Werte(vec![
            paar("Stand des Vermerks", format!("{} (letzter Eintrag im Protokoll)", zeitpunkt(d.kopf.zeit))),
            paar("Kopf der Kette", Text::default().fett(gruppen(&d.kopf.hash))),
        ]),
        Block::Absatz(Text::from(
            "Der Vermerk nennt die Fallnummer und gehört in die E-AKTE; für die Weitergabe nach außen ist er nicht bestimmt. Personen stehen mit ihrem Zeichen (zum Beispiel QM-1); der Schlüssel dazu bleibt im Haus.",
        )),
    ]
}
