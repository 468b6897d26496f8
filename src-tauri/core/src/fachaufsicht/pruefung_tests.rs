use super::*;
use crate::fachaufsicht::Aufzaehlung;

fn plan() -> Pruefungsplan {
    Pruefungsplan {
        thema_id: "t".into(),
        vorlage_id: "v".into(),
        bereich_id: "b".into(),
        teams: vec!["2".into(), "1".into(), "2".into()],
        zeitraum_von: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(),
        zeitraum_bis: NaiveDate::from_ymd_opt(2026, 6, 30).unwrap(),
        pruefungsart: Pruefungsart::Basis,
        nachschau_zu: None,
        auswahl: Auswahl::Zufall,
        fehlerdefinition: Fehlerdefinition::Jede,
        teilweise_zaehlt: true,
        ziel: "0.1".parse().ok(),
        konfidenz: "0.95".parse().unwrap(),
        schichtung: Schichtung::Team,
        mindest_je_schicht: 5,
        stichprobe_geplant: Some(60),
        erweiterung_regel: "  keine ".into(),
        dsb_beteiligt_am: None,
        gegenpruefung_anteil: 10,
        restliche_auf_ja: false,
        stellungnahme_tage: 14,
    }
}

#[test]
fn weg_einer_pruefung() {
    let mut stand = Stand::Geplant;
    for (schritt, danach) in [
        (Uebergang::Aendern, Stand::Geplant),
        (Uebergang::Einlesen, Stand::Eingelesen),
        (Uebergang::Einlesen, Stand::Eingelesen),
        (Uebergang::Verwerfen, Stand::Geplant),
        (Uebergang::Einlesen, Stand::Eingelesen),
        (Uebergang::Versiegeln, Stand::Versiegelt),
        (Uebergang::Ziehen, Stand::Gezogen),
        (Uebergang::Ziehen, Stand::Gezogen),
        (Uebergang::Abschliessen, Stand::Abgeschlossen),
    ] {
        stand = stand.nach(schritt).unwrap();
        assert_eq!(stand, danach, "{schritt:?}");
    }
}

#[test]
fn falsche_schritte_haben_einen_satz() {
    for (stand, schritt) in [
        (Stand::Eingelesen, Uebergang::Aendern),
        (Stand::Geplant, Uebergang::Verwerfen),
        (Stand::Geplant, Uebergang::Versiegeln),
        (Stand::Geplant, Uebergang::Ziehen),
        (Stand::Eingelesen, Uebergang::Ziehen),
        (Stand::Versiegelt, Uebergang::Einlesen),
        (Stand::Versiegelt, Uebergang::Versiegeln),
        (Stand::Versiegelt, Uebergang::Abschliessen),
        (Stand::Gezogen, Uebergang::Aendern),
    ] {
        let fehler = stand.nach(schritt).unwrap_err();
        assert!(fehler.text.ends_with('.'), "{stand:?} {schritt:?}");
    }
    for stand in [Stand::Abgeschlossen, Stand::NichtDurchgefuehrt] {
        assert!(stand.nach(Uebergang::NichtDurchfuehren).is_err());
        assert!(stand.nach(Uebergang::Ziehen).is_err());
    }
}

#[test]
fn plan_wird_bereinigt() {
    let p = plan().geprueft().unwrap();
    assert_eq!(p.teams, ["1", "2"]);
    assert_eq!(p.erweiterung_regel, "keine");
}

#[test]
fn widersprueche_im_plan_werden_alle_genannt() {
    let f = Pruefungsplan {
        teams: vec![],
        zeitraum_bis: NaiveDate::from_ymd_opt(2025, 1, 1).unwrap(),
        pruefungsart: Pruefungsart::Nachschau,
        auswahl: Auswahl::Voll,
        ziel: "1".parse().ok(),
        konfidenz: "0.3".parse().unwrap(),
        stellungnahme_tage: 0,
        ..plan()
    }
    .geprueft()
    .unwrap_err();
    let felder: Vec<&str> = f.felder.iter().map(|x| x.feld.as_str()).collect();
    assert_eq!(
        felder,
        [
            "plan.teams",
            "plan.zeitraum_bis",
            "plan.nachschau_zu",
            "plan.ziel",
            "plan.konfidenz",
            "plan.schichtung",
            "plan.stichprobe_geplant",
            "plan.stellungnahme_tage",
        ]
    );
}

#[test]
fn nummern() {
    assert_eq!(nummer(2026, 1), "FA-2026-001");
    assert_eq!(nummer(2026, 1234), "FA-2026-1234");
}

#[test]
fn hindernisse_und_naechster_schritt() {
    let leer = Pruefungszaehler::default();
    assert_eq!(leer.hindernisse(), ["Es ist noch nichts gezogen."]);
    let z = Pruefungszaehler { gezogen: 10, offen: 1, geprueft: 2, frist_laeuft: 3, ..leer };
    assert_eq!(z.hindernisse().len(), 3);
    assert_eq!(z.naechster_schritt(Stand::Gezogen), "1 Prüffall ist noch nicht geprüft.");
    let fertig =
        Pruefungszaehler { gezogen: 10, bestaetigt: 9, nicht_pruefbar: 1, korrekturen_offen: 2, ..leer };
    assert!(fertig.hindernisse().is_empty());
    assert!(fertig.naechster_schritt(Stand::Abgeschlossen).contains("2 Korrekturen"));
}

#[test]
fn namen_sind_die_von_serde() {
    for s in Stand::ALLE {
        assert_eq!(serde_json::to_value(s).unwrap(), s.name());
        assert_eq!(Stand::aus(s.name()), Some(*s));
    }
}
