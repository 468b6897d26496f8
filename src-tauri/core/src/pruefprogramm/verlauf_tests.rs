//! Years side by side; their months are those of the evaluation's own tests.

use super::super::auswertung::jahresauswertung;
use super::super::auswertung::tests::{jahr, monat};
use super::*;
use crate::fachaufsicht::auswertung::{Fallstand, Teamangabe};
use crate::fachaufsicht::pruefung::Fehlerdefinition;

fn mit(jahr_: i32, fehler: i64, aendere: impl Fn(&mut Jahresmaterial)) -> Jahr {
    let mut m = jahr(vec![monat(2, 30, fehler), monat(5, 30, 0)]);
    (m.jahr, m.offen) = (jahr_, 0);
    aendere(&mut m);
    let a = jahresauswertung(&m).unwrap();
    (m, a)
}

fn wie(jahr: i32, fehler: i64) -> Jahr {
    mit(jahr, fehler, |_| ())
}

fn alles(v: &Jahresverlauf) -> String {
    v.hinweise.join("\n")
}

#[test]
fn jeder_punkt_ist_die_auswertung_seines_jahres() {
    let jahre = [wie(2024, 9), wie(2025, 3)];
    let v = verlauf(&jahre, 0);
    assert_eq!((v.ausgewertet(), v.bezug), (2, 2025));
    assert_eq!(
        v.reihen.iter().map(|r| (r.name.as_str(), r.gesamt)).collect::<Vec<_>>(),
        [("Alle Teams zusammen", true), ("Team a", false), ("Team b", false)]
    );
    for (p, (m, a)) in v.reihen[0].punkte.iter().zip(&jahre) {
        let a = a.auswertung.as_ref().unwrap();
        let rate = a.rate.as_ref().unwrap();
        assert_eq!((p.jahr, p.quote), (m.jahr, rate.quote));
        assert_eq!((p.unten, p.oben), (Some(rate.quote_mindestens), Some(rate.quote_hoechstens)));
        assert_eq!(p.naeherung, rate.naeherung_hoechstens);
        let w = p.werte.unwrap();
        assert_eq!((w.gezogen, w.fehlerhaft), (a.zahlen.gezogen, a.zahlen.fehlerhaft));
    }
    // 9 of 60 and 3 of 60 in the first team, whose two strata are of the same size; no lower bound for a team.
    let p = &v.reihen[1].punkte;
    assert_eq!(p.iter().map(|p| p.quote.unwrap().0).collect::<Vec<_>>(), [150, 50]);
    assert!(p.iter().all(|p| p.unten.is_none() && p.oben > p.quote));
    // 60 cases a team carry a comparison; nothing differs between the years.
    assert_eq!(v.hinweise.len(), 3, "{:?}", v.hinweise);
}

#[test]
fn was_jahre_unvergleichbar_macht_steht_dabei() {
    let v = verlauf(
        &[
            mit(2020, 4, |m| m.grundlage.fehlerdefinition = Fehlerdefinition::Wesentlich),
            mit(2021, 4, |m| m.grundlage.ziel = Some("0.25".parse().unwrap())),
            mit(2022, 4, |m| m.grundlage.konfidenz = "0.9".parse().unwrap()),
            mit(2023, 4, |m| m.pruefungen[1].bogen = 2),
            mit(2025, 4, |m| m.pruefungen[1].material.grundlage.erweiterung_ohne_regel = true),
            mit(2026, 4, |m| m.offen = 2),
        ],
        3,
    );
    let h = alles(&v);
    for satz in [
        "Andere Festlegung, was ein Fehler ist; die Quote ist nicht vergleichbar: 2020.",
        "Anderes Ziel als 2026: 2021.",
        "Andere Sicherheit des Intervalls: 2022.",
        "Andere Fassung des Prüfbogens: 2023.",
        // Their months were planned as all others, so the programme of those years changed in the middle.
        "verschiedene Ziele, Sicherheiten oder Festlegungen, was ein Fehler ist: 2020, 2021, 2022.",
        "nur eine Schätzung: 2025.",
        "Noch nicht abgeschlossen, die Quote ist vorläufig: 2026.",
        "Nicht im Prüfprogramm: 2024.",
        "3 ältere Jahre sind nicht gezeigt.",
    ] {
        assert!(h.contains(satz), "{satz} fehlt in\n{h}");
    }
    assert!(!h.contains("Andere Teams"), "{h}");
    assert!(v.jahre[5].vorlaeufig && !v.jahre[0].vorlaeufig);
}

#[test]
fn kleine_teams_bleiben_zusammen_und_verdecktes_verdeckt() {
    let klein = |m: &mut Jahresmaterial| {
        for p in &mut m.pruefungen {
            p.material.teams[0].unter_fuenf = true;
            p.material.teams.push(Teamangabe {
                id: "c".into(),
                name: "Team c".into(),
                bereich: "Leistung".into(),
                unter_fuenf: false,
            });
        }
    };
    // A small team takes the only other one with it: one row, and a row of all says nothing about one.
    let v = verlauf(&[wie(2024, 3), mit(2025, 3, klein)], 0);
    let namen: Vec<&str> = v.reihen.iter().map(|r| r.name.as_str()).collect();
    assert_eq!(namen, ["Alle Teams zusammen", "Team a", "Team b", "Leistung (kleine Teams zusammen)"]);
    let a = &v.reihen[1].punkte;
    assert!(a[0].quote.is_some() && a[1].werte.is_none() && a[1].quote.is_none());
    let zusammen = &v.reihen[3];
    assert!(zusammen.zusammengefasst && zusammen.punkte[0].werte.is_none());
    assert_eq!(zusammen.punkte[1].werte.unwrap().gezogen, 120);
    // Three cases of a team in a year: the year's table hides them and the other row; so does this.
    let wenige = |m: &mut Jahresmaterial| {
        m.pruefungen.truncate(1);
        m.pruefungen[0].material.faelle.retain(|f| f.team.as_deref() == Some("a") || f.position < 34);
    };
    let v = verlauf(&[wie(2024, 3), mit(2025, 3, wenige)], 0);
    for r in &v.reihen[1..] {
        assert_eq!(
            (r.punkte[1].werte, r.punkte[1].quote, r.punkte[1].oben),
            (None, None, None),
            "{}",
            r.name
        );
        assert_eq!(r.punkte[1].anmerkung.as_deref(), Some("* kleine Gruppe"));
    }
}

#[test]
fn ohne_quote_steht_da_warum() {
    let offen = mit(2024, 0, |m| m.pruefungen[0].material.faelle[0].stand = Fallstand::Offen);
    let leer = mit(2025, 0, |m| m.pruefungen.clear());
    let wenige = mit(2026, 1, |m| {
        m.pruefungen.truncate(1);
        m.pruefungen[0].material.faelle.retain(|f| f.position % 30 < 3 && f.position % 30 > 0);
    });
    let v = verlauf(&[offen, leer, wenige], 0);
    let p = &v.reihen[0].punkte;
    let warum: Vec<_> = p.iter().map(|p| (p.quote, p.anmerkung.as_deref().unwrap())).collect();
    assert_eq!(warum, [(None, "noch Fälle offen"), (None, "nichts gezogen"), (None, "weniger als 5 Fälle")]);
    // Counts stand where the year's evaluation has them.
    assert_eq!(p.iter().map(|p| p.werte.map(|w| w.gezogen)).collect::<Vec<_>>(), [Some(120), None, Some(4)]);
    assert_eq!(v.ausgewertet(), 0);
    assert!(verlauf(&[], 0).hinweise.is_empty());
}

#[test]
fn eine_vollpruefung_hat_keine_grenzen_und_wenige_faelle_werden_genannt() {
    let voll = mit(2024, 3, |m| {
        for s in m.pruefungen.iter_mut().flat_map(|p| &mut p.material.grundlage.schichten) {
            s.anzahl = 30;
        }
    });
    let wenige = mit(2025, 3, |m| m.pruefungen.truncate(1));
    let v = verlauf(&[voll, wenige], 0);
    for r in &v.reihen {
        let p = &r.punkte[0];
        assert_eq!((p.vollpruefung, p.unten, p.oben), (true, None, None), "{}", r.name);
        assert_eq!(p.anmerkung.as_deref(), Some("Vollprüfung"));
    }
    // 60 cases of all teams in 2025, 30 of each.
    let h = alles(&v);
    assert!(h.contains("Bei 2 von 6 Punkten sind es weniger als 60 Fälle"), "{h}");
    assert!(h.contains("verschieden groß: 120 bis 600 Einheiten"), "{h}");
}
