//! Data of a finished check with two strata; everything is invented.

use chrono::{DateTime, NaiveDate};
use iks_core::bericht::modell::Hauskopf;
use iks_core::fachaufsicht::auswertung::{
    Abweichung, Abweichungsart, Fall, Fallstand, Grundlage, Kern, Material, Merkmalszahl, Schichtgroesse,
    Teamangabe, Vergleich, Verlauf, werte_aus,
};
use iks_core::fachaufsicht::feststellung::{
    Art, Entscheidungsergebnis, FeststellungStand, Haeufigkeit, Schwere, StellungnahmeAntwort, Wirkung,
};
use iks_core::fachaufsicht::pruefbericht::{
    Antwortkern, BerichtFeststellung, BerichtHerkunft, BerichtKopf, BerichtKorrektur, BerichtZiehung,
    Berichtsdaten, Beteiligung, Entscheidungskern, Pfadzeile, WeitereZiehung,
};
use iks_core::fachaufsicht::pruefung::{
    Auswahl, Fehlerdefinition, Pruefungsart, Pruefungsplan, Schichtung, Stand,
};
use iks_core::fachaufsicht::thema::Abschnitt;
use iks_core::fachaufsicht::ziehung::{ALGORITHMUS, Ziehschicht};
use std::collections::BTreeMap;

fn tag(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn hash(n: u8) -> String {
    (0..32_u32).map(|i| format!("{:02x}", (i * 7 + u32::from(n)) % 256)).collect()
}

fn abschnitte() -> (String, Vec<Abschnitt>) {
    #[derive(serde::Deserialize)]
    struct Datei {
        einleitung: String,
        abschnitte: Vec<Abschnitt>,
    }
    let text = include_str!("../../../src-tauri/core/daten/pruefthemen/bewilligung.json");
    let datei: Datei = serde_json::from_str(text).unwrap();
    (datei.einleitung, datei.abschnitte)
}

pub fn plan() -> Pruefungsplan {
    Pruefungsplan {
        thema_id: "t".into(),
        vorlage_id: "v".into(),
        bereich_id: "b".into(),
        teams: vec!["1".into(), "2".into()],
        zeitraum_von: tag("2026-07-01"),
        zeitraum_bis: tag("2026-09-30"),
        pruefungsart: Pruefungsart::Basis,
        nachschau_zu: None,
        auswahl: Auswahl::Zufall,
        fehlerdefinition: Fehlerdefinition::Wesentlich,
        teilweise_zaehlt: true,
        ziel: Some("0.1".parse().unwrap()),
        konfidenz: "0.95".parse().unwrap(),
        schichtung: Schichtung::Team,
        mindest_je_schicht: 5,
        stichprobe_geplant: Some(60),
        erweiterung_regel: "Bei genau einem Fehler mehr als zulässig werden 20 weitere Einheiten gezogen."
            .into(),
        dsb_beteiligt_am: Some(tag("2026-09-20")),
        gegenpruefung_anteil: 10,
        restliche_auf_ja: false,
        stellungnahme_tage: 14,
    }
}

const TEAMS: [(&str, &str, u64, i64); 4] = [
    ("1", "Leistung 1", 812, 23),
    ("2", "Leistung 2", 640, 18),
    ("3", "Leistung 3", 455, 13),
    ("4", "Leistung 4", 206, 6),
];

pub fn material() -> Material {
    let plan = plan();
    let (_, abschnitte) = abschnitte();
    let mut position = 0;
    let mut faelle = Vec::new();
    for (id, name, _, n) in TEAMS {
        for _ in 0..n {
            position += 1;
            faelle.push(Fall {
                position,
                schicht: name.into(),
                team: Some(id.into()),
                stand: if position == 31 { Fallstand::NichtPruefbar } else { Fallstand::Geprueft },
                betrag_cent: Some(48_000 + position * 1_713),
            });
        }
    }
    let merkmal = |i: usize| abschnitte.iter().flat_map(|a| &a.merkmale).nth(i).unwrap().kennung.clone();
    let kern = |schwere, wirkung, bund_cent, kommune_cent, sachgebiet: &str, ursache: &str| Kern {
        zurueckgenommen: false,
        ungeklaert: false,
        schwere,
        wirkung,
        bund_cent,
        kommune_cent,
        monatlich: false,
        monate: None,
        sachgebiet: sachgebiet.into(),
        ursache: ursache.into(),
    };
    let abweichungen = [
        (2, 0, kern(Schwere::Wesentlich, Wirkung::Unterzahlung, 28_150, 17_400, "antrag", "schnittstelle")),
        (9, 3, kern(Schwere::Gering, Wirkung::Ohne, 0, 0, "antrag", "wissen")),
        (14, 3, kern(Schwere::Gering, Wirkung::Ohne, 0, 0, "antrag", "wissen")),
        (25, 5, kern(Schwere::Wesentlich, Wirkung::Ueberzahlung, 84_230, 0, "einkommen", "arbeitsmenge")),
        (26, 5, kern(Schwere::Schwerwiegend, Wirkung::Ueberzahlung, 120_000, 33_000, "einkommen", "wissen")),
        (40, 3, kern(Schwere::Gering, Wirkung::Ohne, 0, 0, "antrag", "wissen")),
        (44, 3, kern(Schwere::Gering, Wirkung::Ohne, 0, 0, "antrag", "wissen")),
        (58, 3, kern(Schwere::Gering, Wirkung::Ohne, 0, 0, "antrag", "wissen")),
    ]
    .map(|(position, m, kern)| Abweichung {
        position,
        merkmal: merkmal(m),
        art: Abweichungsart::Nein,
        feststellung: Some(kern),
    })
    .to_vec();
    let merkmale = abschnitte
        .iter()
        .flat_map(|a| &a.merkmale)
        .flat_map(|m| TEAMS.map(|team| (m, team.0)))
        .map(|(m, team)| {
            let im_team =
                |p: i64| faelle.iter().any(|f: &Fall| f.position == p && f.team.as_deref() == Some(team));
            let eigene =
                faelle.iter().filter(|f| im_team(f.position) && f.stand == Fallstand::Geprueft).count();
            let nein =
                abweichungen.iter().filter(|a| a.merkmal == m.kennung && im_team(a.position)).count() as u64;
            let nicht_anwendbar = if m.wenn.is_some() { eigene as u64 * 2 / 3 } else { 0 };
            Merkmalszahl {
                merkmal: m.kennung.clone(),
                team: Some(team.into()),
                ja: eigene as u64 - nein - nicht_anwendbar,
                nein,
                teilweise: 0,
                nicht_anwendbar,
                nicht_pruefbar: 0,
                nein_zurueckgenommen: 0,
                teilweise_zurueckgenommen: 0,
            }
        })
        .collect();
    Material {
        grundlage: Grundlage {
            auswahl: plan.auswahl,
            fehlerdefinition: plan.fehlerdefinition,
            teilweise_zaehlt: plan.teilweise_zaehlt,
            ziel: plan.ziel,
            konfidenz: plan.konfidenz,
            geschichtet: true,
            schichten: TEAMS
                .map(|(_, name, anzahl, _)| Schichtgroesse { name: name.into(), anzahl })
                .to_vec(),
            einheiten: "Bescheiden".into(),
            entscheidend: Vec::new(),
            erweiterung_ohne_regel: false,
            regel: None,
            abgeschlossen: true,
        },
        faelle,
        abweichungen,
        merkmale,
        fragen: abschnitte
            .iter()
            .flat_map(|a| a.merkmale.iter().map(|m| (a.titel.clone(), m.kennung.clone(), m.frage.clone())))
            .collect(),
        teams: TEAMS
            .map(|(id, name, _, _)| Teamangabe {
                id: id.into(),
                name: name.into(),
                bereich: "Leistungsgewährung".into(),
                unter_fuenf: false,
            })
            .to_vec(),
        katalog: katalog(),
    }
}

fn neben<'a>(nummer: &'a str, von: &str, bis: &str, teams: &'a [String], m: &'a Material) -> Vergleich<'a> {
    Vergleich {
        nummer,
        von: tag(von),
        bis: tag(bis),
        art: Pruefungsart::Basis,
        teams,
        bogen: 1,
        grundlage: m.grundlage.clone(),
        faelle: &m.faelle,
        abweichungen: &m.abweichungen,
    }
}

/// Two earlier checks, a full count, and the one of the report.
fn verlauf() -> Verlauf {
    let diese = material();
    let frueher = |n: i64, fehler: i64, gesamt: u64| {
        let mut m = diese.clone();
        m.grundlage.geschichtet = false;
        m.grundlage.fehlerdefinition = Fehlerdefinition::Jede;
        m.grundlage.schichten = vec![Schichtgroesse { name: String::new(), anzahl: gesamt }];
        m.faelle = (1..=n)
            .map(|position| Fall { position, stand: Fallstand::Geprueft, ..diese.faelle[0].clone() })
            .collect();
        m.abweichungen =
            (1..=fehler).map(|position| Abweichung { position, ..diese.abweichungen[0].clone() }).collect();
        m
    };
    let (erste, zweite, mut voll) = (frueher(40, 6, 1_730), frueher(60, 7, 1_912), frueher(52, 6, 52));
    voll.grundlage.auswahl = Auswahl::Voll;
    let teams = plan().teams;
    Verlauf::aus(
        &[
            neben("FA-2025-003", "2025-07-01", "2025-09-30", &teams, &erste),
            neben("FA-2025-009", "2026-01-01", "2026-03-31", &teams, &zweite),
            neben("FA-2026-004", "2026-05-01", "2026-05-31", &teams, &voll),
        ],
        &neben("FA-2026-001", "2026-07-01", "2026-09-30", &teams, &diese),
        &["FA-2025-012".to_owned()],
        0,
    )
    .unwrap()
    .unwrap()
}

fn katalog() -> BTreeMap<String, String> {
    [
        ("antrag", "Antrag und Identität"),
        ("einkommen", "Einkommen und Vermögen"),
        ("schnittstelle", "Schnittstelle"),
        ("wissen", "Wissen und Einarbeitung"),
        ("arbeitsmenge", "Arbeitsmenge"),
    ]
    .map(|(k, t)| (k.to_owned(), t.to_owned()))
    .into()
}

pub fn daten() -> Berichtsdaten {
    let (einleitung, abschnitte) = abschnitte();
    let merkmal = |i: usize| abschnitte.iter().flat_map(|a| &a.merkmale).nth(i).unwrap().kennung.clone();
    let feststellung =
        |nummer: i64, m: usize, schwere, wirkung, bund_cent, kommune_cent, text: &str| BerichtFeststellung {
            nummer,
            pseudonym: hash(nummer as u8 * 11),
            merkmal: merkmal(m),
            art: if bund_cent > 0 { Art::Materiell } else { Art::Dokumentation },
            wirkung,
            bund_cent,
            kommune_cent,
            haeufigkeit: Haeufigkeit::Einmalig,
            zeitraum_von: None,
            zeitraum_bis: None,
            schwere,
            sachgebiet: if m == 5 { "einkommen" } else { "antrag" }.into(),
            ursache: "wissen".into(),
            text: text.into(),
            stand: FeststellungStand::Festgestellt,
            stellungnahme_bis: Some(tag("2026-11-02")),
            fassungen: 0,
            geprueft_von: Some("TL-1".into()),
            gegengeprueft_von: (bund_cent > 0).then(|| "QM-1".into()),
            stellungnahme: Some(Antwortkern {
                antwort: StellungnahmeAntwort::Anerkannt,
                text: "Der Vermerk wird nachgeholt; die Arbeitsanweisung wurde im Team besprochen.".into(),
                uebertragen_aus: String::new(),
                von: "TL-3".into(),
                am: "2026-10-28T09:12:00.000Z".into(),
            }),
            entscheidung: None,
        };
    let mut feststellungen = vec![
        feststellung(
            1,
            0,
            Schwere::Wesentlich,
            Wirkung::Unterzahlung,
            28_150,
            17_400,
            "Der formlose Antrag ging zuerst bei einer anderen Stelle ein. Der Leistungsbeginn wurde erst ab Eingang des Vordrucks festgesetzt.",
        ),
        feststellung(
            2,
            3,
            Schwere::Gering,
            Wirkung::Ohne,
            0,
            0,
            "Die Prüfung der Identität ist im Fachverfahren vermerkt, ein Nachweis in der E-Akte fehlt.",
        ),
        feststellung(
            3,
            3,
            Schwere::Gering,
            Wirkung::Ohne,
            0,
            0,
            "Für ein Mitglied der Bedarfsgemeinschaft ist keine Prüfung nachgewiesen.",
        ),
        feststellung(
            4,
            5,
            Schwere::Wesentlich,
            Wirkung::Ueberzahlung,
            84_230,
            0,
            "Eine vor der Weiterbewilligung eingegangene Mitteilung über eine Arbeitsaufnahme blieb unbearbeitet.",
        ),
        feststellung(
            5,
            5,
            Schwere::Schwerwiegend,
            Wirkung::Ueberzahlung,
            120_000,
            33_000,
            "Einmaliges Einkommen wurde nicht auf sechs Monate verteilt, sondern nur im Zuflussmonat berücksichtigt; der Überhang ist entfallen.",
        ),
    ];
    feststellungen[1].stellungnahme = None;
    feststellungen[1].stand = FeststellungStand::Festgestellt;
    let strittig = &mut feststellungen[4];
    strittig.fassungen = 1;
    strittig.stellungnahme = Some(Antwortkern {
        antwort: StellungnahmeAntwort::NichtAnerkannt,
        text: "Nach Auffassung des Teams galt noch die frühere Weisung.".into(),
        uebertragen_aus: "E-Mail vom 30.10.2026".into(),
        von: "QM-1".into(),
        am: "2026-10-30T13:05:00.000Z".into(),
    });
    strittig.entscheidung = Some(Entscheidungskern {
        ergebnis: Entscheidungsergebnis::Geaendert,
        grund: "Die Feststellung bleibt bestehen; der Betrag wurde neu berechnet.".into(),
        von: "BL-1".into(),
        am: "2026-11-05T08:00:00.000Z".into(),
    });
    Berichtsdaten {
        haus: Hauskopf {
            haus: "Jobcenter Musterkreis".into(),
            vertraulichkeit: Some("Nur für den Dienstgebrauch".into()),
            hauszeile: String::new(),
            logo: None,
        },
        nummer: "FA-2026-001".into(),
        thema: "Bewilligung und Weiterbewilligung".into(),
        bereich: "Leistungsgewährung".into(),
        teams: TEAMS.map(|t| t.1.to_owned()).to_vec(),
        plan: plan(),
        nachschau_zu: None,
        nachschau: None,
        doppelpruefung: None,
        stand: Stand::Abgeschlossen,
        grund: String::new(),
        auswahleinheit: "Bescheid".into(),
        auswertung: werte_aus(&material()).unwrap(),
        verlauf: Some(verlauf()),
        herkunft: Some(BerichtHerkunft {
            quellsystem: "ALLEGRO, Auswertung Bescheide".into(),
            abfrage: "Bescheide über Bewilligung und Weiterbewilligung, Bescheiddatum im 3. Quartal 2026, Bereich Leistungsgewährung".into(),
            auszug_am: tag("2026-10-01"),
            datei_sha256: hash(3),
            gelesen: 2131,
            uebernommen: 2119,
            gewarnt: 4,
            abgelehnt: 12,
            gruende: vec![("Nummer fehlt".into(), 9), ("Nummer doppelt".into(), 3)],
            summe_cent: Some(123_456_789),
            kontroll_anzahl: Some(2119),
            kontroll_cent: Some(123_456_789),
            kontroll_vermerk: String::new(),
            anzahl: Some(2113),
            ausschluesse: vec![("Angehörige von Beschäftigten (§§ 16, 17 SGB X)".into(), 6)],
            population_hash: hash(1),
            schicht_hash: Some(hash(2)),
            eingelesen_von: "QM-1".into(),
            eingelesen_am: "2026-10-02T07:30:00.000Z".into(),
            versiegelt_von: Some("QM-1".into()),
            versiegelt_am: Some("2026-10-02T07:45:00.000Z".into()),
        }),
        ziehungen: vec![BerichtZiehung {
            nummer: 1,
            art: Auswahl::Zufall,
            schichtung: Schichtung::Team,
            mindestens: 5,
            begruendung: String::new(),
            anzahl: 60,
            ab: 0,
            aufteilung: TEAMS
                .map(|(_, name, grundgesamtheit, n)| Ziehschicht {
                    schicht: name.into(),
                    grundgesamtheit,
                    bisher: 0,
                    gezogen: n as u64,
                })
                .to_vec(),
            regel_vorab: true,
            algorithmus: ALGORITHMUS.into(),
            startwert: Some("51703389210466257814".into()),
            erzeugt: false,
            startwert_von: vec!["QM-1".into(), "TL-2".into()],
            ergebnis_hash: Some(hash(9)),
            gezogen_von: Some("QM-1".into()),
            gezogen_am: Some("2026-10-02T08:00:00.000Z".into()),
            geschlossen_am: Some("2026-10-02T08:05:00.000Z".into()),
        }],
        weitere: vec![WeitereZiehung {
            pruefung: "FA-2026-002".into(),
            stand: "nicht durchgeführt".into(),
            nummer: 1,
            art: Auswahl::Zufall,
            gleiche_liste: false,
            grundgesamtheit: 2098,
            anzahl: 60,
            geprueft: 12,
            mit_feststellung: 3,
            gezogen_am: Some("2026-09-14T08:05:00.000Z".into()),
        }],
        feststellungen,
        korrekturen: vec![
            BerichtKorrektur {
                feststellung: 4,
                pseudonym: hash(44),
                faellig_am: tag("2026-11-15"),
                erledigt_am: None,
            },
            BerichtKorrektur {
                feststellung: 5,
                pseudonym: hash(55),
                faellig_am: tag("2026-12-01"),
                erledigt_am: Some(tag("2026-11-18")),
            },
        ],
        beteiligte: [
            ("QM-1", "Prüfung angelegt", 1),
            ("QM-1", "Grundgesamtheit eingelesen", 1),
            ("QM-1", "erste Hälfte des Startwerts", 1),
            ("TL-2", "zweite Hälfte des Startwerts", 1),
            ("TL-1", "Prüfbogen ausgefüllt", 60),
            ("QM-1", "Prüfbogen gegengeprüft", 9),
            ("TL-3", "Stellungnahme", 3),
            ("BL-1", "Entscheidung", 1),
        ]
        .map(|(zeichen, aufgabe, anzahl)| Beteiligung {
            zeichen: zeichen.into(),
            aufgabe: aufgabe.into(),
            anzahl,
        })
        .to_vec(),
        pfad: [
            (210, 1_790_925_000_000, "Prüfung anlegen"),
            (214, 1_790_926_200_000, "Grundgesamtheit einlesen"),
            (215, 1_790_927_100_000, "Grundgesamtheit versiegeln"),
            (219, 1_790_928_000_000, "Ziehen"),
        ]
        .map(|(folge, zeit, vorgang)| Pfadzeile {
            folge,
            zeit,
            vorgang: vorgang.into(),
            zeichen: "QM-1".into(),
        })
        .to_vec(),
        bogen_nummer: 1,
        rechtsstand: tag("2026-11-01"),
        bogen_freigegeben: true,
        einleitung,
        abschnitte,
        katalog: katalog(),
        kopf: BerichtKopf {
            folge: 1843,
            hash: hash(6),
            zeit: DateTime::parse_from_rfc3339("2026-11-20T09:30:00+01:00").unwrap(),
        },
    }
}
