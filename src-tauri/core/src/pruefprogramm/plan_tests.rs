use super::*;

fn zeile(thema: &str, team: &str, je_monat: u16) -> Programmzeile {
    Programmzeile {
        schluessel: Zeilenschluessel { thema_id: thema.into(), bereich_id: "b1".into() },
        pruefende: Pruefende::Teamleitung,
        fehlerdefinition: Fehlerdefinition::Jede,
        teilweise_zaehlt: false,
        ziel: Some("0.1".parse().unwrap()),
        konfidenz: "0.95".parse().unwrap(),
        gegenpruefung_anteil: 10,
        restliche_auf_ja: false,
        stellungnahme_tage: 14,
        begruendung: " Basis-Fachaufsicht ".into(),
        teams: vec![Zeilenteam { team_id: team.into(), monate: vec![je_monat; MONATE] }],
        wirkungspruefungen: Vec::new(),
    }
}

fn heute() -> NaiveDate {
    "2026-11-20".parse().unwrap()
}

fn inhalt(zeilen: Vec<Programmzeile>) -> Programminhalt {
    Programminhalt { zeilen, dsb_am: Some("2026-11-20".parse().unwrap()), dsb_vermerk: String::new() }
}

#[test]
fn ein_programm_wird_geprueft_und_gezaehlt() {
    let mut halb = zeile("t2", "a", 0);
    halb.teams.push(Zeilenteam { team_id: "b".into(), monate: [vec![15; 6], vec![10; 6]].concat() });
    let i = inhalt(vec![zeile("t1", "a", 15), halb]).geprueft(heute()).unwrap();
    assert_eq!(i.zeilen[0].begruendung, "Basis-Fachaufsicht");
    assert_eq!(i.summe(), 180 + 150);
    assert_eq!((i.je_monat()[0], i.je_monat()[11]), (30, 25));
    assert_eq!(i.luecken(), Vec::<String>::new());
    // A team that is not checked in a month is no part of its check.
    let plan = i.zeilen[1].pruefungsplan(2027, 2, "v", i.dsb_am);
    assert_eq!((plan.teams, plan.stichprobe_geplant), (vec!["b".to_owned()], Some(15)));
    assert_eq!(plan.zeitraum_bis.to_string(), "2027-01-31");
    assert_eq!(i.zeilen[1].pruefungsplan(2027, 1, "v", None).zeitraum_von.to_string(), "2026-12-01");
    assert_eq!(i.zeilen[1].vorgaben(13), []);
}

#[test]
fn jeder_fehler_wird_an_seiner_stelle_genannt() {
    let mut falsch = zeile("t1", "a", 501);
    falsch.ziel = Some("1.5".parse().unwrap());
    falsch.stellungnahme_tage = 0;
    falsch.teams.push(Zeilenteam { team_id: "a".into(), monate: vec![1; 11] });
    let mut i = inhalt(vec![falsch.clone(), falsch]);
    i.dsb_am = Some("2026-11-21".parse().unwrap());
    let felder: BTreeSet<String> =
        i.geprueft(heute()).unwrap_err().felder.into_iter().map(|f| f.feld).collect();
    for feld in [
        "inhalt.dsb_am",
        "inhalt.zeilen.0.ziel",
        "inhalt.zeilen.0.stellungnahme_tage",
        "inhalt.zeilen.0.teams.0.monate.11",
        "inhalt.zeilen.0.teams.1",
        "inhalt.zeilen.1.thema_id",
    ] {
        assert!(felder.contains(feld), "{feld} in {felder:?}");
    }
}

#[test]
fn vor_dem_vorlegen_fehlt_was_fehlt() {
    let leer = Programminhalt::default();
    assert_eq!(leer.luecken().len(), 2);
    assert_eq!(inhalt(vec![zeile("t1", "a", 0)]).luecken().len(), 1);
    let uebernommen = inhalt(vec![zeile("t1", "a", 15)]).uebernommen();
    assert_eq!((uebernommen.dsb_am, uebernommen.summe()), (None, 180));
    assert!(uebernommen.luecken()[0].contains("Datenschutz"));
}

#[test]
fn was_das_haus_nicht_hat_wird_abgelehnt() {
    let i = inhalt(vec![zeile("t1", "a", 15)]);
    let themen = BTreeSet::from(["t1"]);
    let haus = |bereich| BTreeMap::from([("a", bereich), ("c", "b1")]);
    assert!(i.passt_zum_haus(&themen, &haus("b1")).is_ok());
    let fehler = i.passt_zum_haus(&themen, &haus("b2")).unwrap_err();
    assert_eq!(fehler.felder[0].feld, "inhalt.zeilen.0.teams.0");
    assert!(i.passt_zum_haus(&BTreeSet::new(), &haus("b1")).is_err());
}

#[test]
fn schritte_passen_zum_stand() {
    use Programmschritt as S;
    use Programmstand as P;
    for (stand, erlaubt) in [
        (P::Entwurf, vec![S::Speichern, S::Vorlegen, S::Verwerfen]),
        (P::Vorgelegt, vec![S::Zurueckziehen, S::Zurueckgeben, S::Freigeben]),
        (P::Gueltig, vec![S::Fortschreiben]),
        (P::Ersetzt, vec![]),
        (P::Verworfen, vec![]),
    ] {
        let ist: Vec<S> = S::ALLE.iter().copied().filter(|s| stand.erlaubt(*s)).collect();
        assert_eq!(ist, erlaubt, "{stand:?}");
    }
    assert!(P::Gueltig.verlange(S::Speichern).unwrap_err().text.contains("gültig"));
}

fn wirkungspruefung(monat: u32, faelle: u64) -> Wirkungspruefung {
    Wirkungspruefung { massnahme_id: "m1".into(), massnahme: "M-2026-001".into(), monat, faelle }
}

#[test]
fn eine_wirkungspruefung_hebt_die_zahlen_ihres_monats() {
    let mut z = zeile("t1", "a", 15);
    z.teams.push(Zeilenteam { team_id: "b".into(), monate: vec![3; MONATE] });
    z.teams.push(Zeilenteam { team_id: "c".into(), monate: vec![0; MONATE] });
    let teams = ["a".to_owned(), "b".to_owned()];
    // 18 are planned; 32 are needed: b reaches a, then both rise. Teams that the first check did not have stay.
    assert_eq!(z.merke_wirkungspruefung(wirkungspruefung(3, 32), &teams), 32);
    assert_eq!(z.teams.iter().map(|t| t.im(3)).collect::<Vec<_>>(), [16, 16, 0]);
    // What other teams have does not count.
    z.teams[2].monate[5] = 50;
    assert_eq!(z.merke_wirkungspruefung(wirkungspruefung(6, 20), &teams), 20);
    // What is enough already stays; the note moves to its new month.
    assert_eq!(z.merke_wirkungspruefung(wirkungspruefung(4, 10), &teams), 18);
    assert_eq!(z.wirkungspruefungen, [wirkungspruefung(4, 10)]);
    // Every team has at least two.
    z.teams[1].monate[7] = 0;
    z.merke_wirkungspruefung(wirkungspruefung(8, 5), &teams);
    assert_eq!(z.teams[1].im(8), 2);
    // Every team at its limit.
    assert_eq!(z.merke_wirkungspruefung(wirkungspruefung(5, 5_000), &teams), 1_000);
    // Another year has its own; a new Fassung of the same year keeps them.
    let i = inhalt(vec![z.clone()]);
    assert_eq!(i.uebernommen().zeilen[0].wirkungspruefungen.len(), 1);
    assert_eq!(i.fuer_ein_anderes_jahr().zeilen[0].wirkungspruefungen, []);
    z.wirkungspruefungen[0].monat = 13;
    assert!(inhalt(vec![z]).geprueft(heute()).is_err());
}

#[test]
fn der_pruefmonat_folgt_dem_zeitraum() {
    let ab = |tag: &str| pruefmonat_ab(tag.parse().unwrap());
    assert_eq!(ab("2027-02-01"), (2027, 3));
    assert_eq!(ab("2027-02-02"), (2027, 4));
    assert_eq!(ab("2026-12-01"), (2027, 1));
    assert_eq!(ab("2026-12-31"), (2027, 2));
}

#[test]
fn eine_fassung_von_frueher_hat_keine_wirkungspruefungen() {
    let mut alt = serde_json::to_value(zeile("t1", "a", 15)).unwrap();
    alt.as_object_mut().unwrap().remove("wirkungspruefungen");
    let gelesen: Programmzeile = serde_json::from_value(alt).unwrap();
    assert_eq!(gelesen, zeile("t1", "a", 15));
}
