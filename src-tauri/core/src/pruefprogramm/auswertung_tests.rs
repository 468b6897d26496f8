use super::*;
use crate::fachaufsicht::auswertung::{Abweichung, Abweichungsart, Fall, Fallstand, Teamangabe};
use crate::fachaufsicht::pruefung::Fehlerdefinition;
use crate::stichprobe::{Schicht, stratified_guaranteed_upper};

const TEAMS: [&str; 2] = ["a", "b"];

fn grundlage(schichten: Vec<Schichtgroesse>) -> Grundlage {
    Grundlage {
        auswahl: Auswahl::Zufall,
        fehlerdefinition: Fehlerdefinition::Jede,
        teilweise_zaehlt: false,
        ziel: Some("0.1".parse().unwrap()),
        konfidenz: "0.95".parse().unwrap(),
        geschichtet: true,
        schichten,
        einheiten: "Akten".into(),
        entscheidend: Vec::new(),
        erweiterung_ohne_regel: false,
        regel: None,
        abgeschlossen: true,
    }
}

/// A month with `n` of 300 cases in each of two teams, of which `fehler` in the first are wrong.
pub fn monat(monat: u32, n: i64, fehler: i64) -> Monatsfaelle {
    let fall = |position: i64, team: &str| Fall {
        position,
        schicht: format!("Team {team}"),
        team: Some(team.into()),
        stand: Fallstand::Geprueft,
        betrag_cent: None,
    };
    let faelle = TEAMS.iter().zip(0..).flat_map(|(t, i)| (1..=n).map(move |p| fall(i * n + p, t))).collect();
    Monatsfaelle {
        monat,
        nummer: format!("FA-2026-{monat:03}"),
        bogen: 1,
        material: Material {
            grundlage: grundlage(
                TEAMS.iter().map(|t| Schichtgroesse { name: format!("Team {t}"), anzahl: 300 }).collect(),
            ),
            faelle,
            abweichungen: (1..=fehler)
                .map(|position| Abweichung {
                    position,
                    merkmal: "m1".into(),
                    art: Abweichungsart::Nein,
                    feststellung: None,
                })
                .collect(),
            merkmale: vec![Merkmalszahl {
                merkmal: "m1".into(),
                team: Some("a".into()),
                ja: (n - fehler) as u64,
                nein: fehler as u64,
                teilweise: 0,
                nicht_anwendbar: 0,
                nicht_pruefbar: 0,
                nein_zurueckgenommen: 0,
                teilweise_zurueckgenommen: 0,
            }],
            fragen: vec![("A".into(), "m1".into(), "Ist der Antrag vollständig?".into())],
            teams: TEAMS
                .map(|t| Teamangabe {
                    id: t.into(),
                    name: format!("Team {t}"),
                    bereich: "Leistung".into(),
                    unter_fuenf: false,
                })
                .to_vec(),
            katalog: BTreeMap::new(),
        },
    }
}

pub fn jahr(pruefungen: Vec<Monatsfaelle>) -> Jahresmaterial {
    Jahresmaterial {
        jahr: 2026,
        pruefungen,
        geplant: vec![30; 12],
        offen: 18,
        grundlage: grundlage(Vec::new()),
    }
}

#[test]
fn jede_ziehung_ist_eine_schicht_des_jahres() {
    let j = jahr(vec![monat(1, 15, 2), monat(2, 15, 0), monat(3, 15, 1)]);
    let e = jahresauswertung(&j).unwrap();
    assert_eq!((e.geplant, e.gezogen, e.geprueft), (360, 90, 90));
    assert_eq!(e.schichten.len(), 6);
    assert_eq!(e.monate.iter().map(|m| m.fehlerhaft.unwrap()).collect::<Vec<_>>()[..4], [2, 0, 1, 0]);
    let a = e.auswertung.unwrap();
    assert_eq!((a.zahlen.grundgesamtheit, a.zahlen.gezogen, a.zahlen.fehlerhaft), (1_800, 90, 3));
    // The guaranteed bound is that of the six strata, not of a simple sample of 90.
    let schichten: Vec<Schicht> = e
        .schichten
        .iter()
        .map(|s| Schicht { grundgesamtheit: s.grundgesamtheit, n: s.gezogen, k: s.fehlerhaft })
        .collect();
    let erwartet = stratified_guaranteed_upper(&schichten, &"0.95".parse().unwrap()).unwrap().anzahl;
    assert_eq!(a.rate.as_ref().unwrap().hoechstens, erwartet);
    assert!(a.rate.unwrap().naeherung_hoechstens.is_some());
    // Items and teams are added up over the months.
    assert_eq!((a.merkmale[0].nein, a.merkmale[0].beurteilt), (3, 45));
    assert_eq!(a.gruppen.iter().map(|g| g.werte.unwrap().fehlerhaft).collect::<Vec<_>>(), [3, 0]);
    assert_eq!(a.gruppen[0].werte.unwrap().grundgesamtheit, Some(900));
}

#[test]
fn kleine_monate_werden_nicht_verglichen() {
    let e = jahresauswertung(&jahr(vec![monat(1, 15, 1)])).unwrap();
    let satz = e.hinweise.iter().find(|h| h.contains("zu wenig für einen Vergleich")).unwrap();
    // Clopper-Pearson, two-sided 95 %, 1 of 15: 0.17 % to 31.95 %.
    assert!(satz.contains("0,1\u{a0}% und 32,0\u{a0}%"), "{satz}");
    assert!(
        e.hinweise.iter().any(|h| h.contains("Geplant waren 360, gezogen wurden 30")),
        "{:?}",
        e.hinweise
    );
    let gross = jahresauswertung(&jahr(vec![monat(1, 60, 1)])).unwrap();
    assert!(!gross.hinweise.iter().any(|h| h.contains("zu wenig")), "{:?}", gross.hinweise);
}

#[test]
fn ohne_ziehung_gibt_es_kein_ergebnis() {
    let mut leer = monat(4, 0, 0);
    leer.material.faelle.clear();
    let e = jahresauswertung(&jahr(vec![leer])).unwrap();
    assert!(e.auswertung.is_none() && e.hinweise.is_empty());
    assert_eq!((e.geplant, e.gezogen), (360, 0));
}

#[test]
fn faelle_zweier_monate_mit_gleicher_position_bleiben_zwei() {
    let e = jahresauswertung(&jahr(vec![monat(1, 15, 1), monat(2, 15, 1)])).unwrap();
    assert_eq!(e.auswertung.unwrap().zahlen.fehlerhaft, 2);
}

#[test]
fn ein_urteil_gibt_es_erst_am_ende_und_nur_gegen_das_ziel_aller() {
    let mut j = jahr(vec![monat(1, 300, 0), monat(2, 300, 0)]);
    let werte = |j: &Jahresmaterial| jahresauswertung(j).unwrap().auswertung.unwrap();
    let a = werte(&j);
    assert_eq!((a.rate.unwrap().urteil, a.vorlaeufig), (None, true));
    assert!(a.saetze.last().unwrap().contains("erst, wenn alle geplanten Monate"), "{:?}", a.saetze);
    j.offen = 0;
    let a = werte(&j);
    assert_eq!(a.rate.unwrap().urteil, Some(crate::stichprobe::Urteil::Belegt));
    assert!(!a.vorlaeufig);
    // A Fassung that counts less as an error, or has another goal, at the end of the year.
    j.grundlage.fehlerdefinition = Fehlerdefinition::Wesentlich;
    assert_eq!(werte(&j).rate.unwrap().urteil, None);
    j.grundlage.fehlerdefinition = Fehlerdefinition::Jede;
    j.grundlage.ziel = Some("0.25".parse().unwrap());
    let a = werte(&j);
    assert_eq!(a.rate.unwrap().urteil, None);
    assert!(a.saetze.last().unwrap().contains("verschiedene Ziele"), "{:?}", a.saetze);
}

#[test]
fn die_naeherung_wird_bei_kleinen_schichten_ohne_fehler_eingeschraenkt() {
    let satz = |p| {
        let h = jahresauswertung(&jahr(p)).unwrap().hinweise;
        h.iter().any(|x| x.contains("fehlt der Näherung"))
    };
    assert!(satz(vec![monat(1, 15, 2), monat(2, 15, 0)]));
    assert!(!satz(vec![monat(1, 60, 2), monat(2, 60, 0)]));
    // No error at all: there is no approximation to warn of.
    assert!(!satz(vec![monat(1, 15, 0)]));
}
