//! The clocks of a Kundenreaktion: tables worked out by hand from the calendar, and what must hold for all inputs.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use iks_core::aufzaehlung::Aufzaehlung;
use iks_core::frist::{FristFehler, Ort, feiertag, kundenreaktion};
use iks_core::kundenreaktion::{
    Eskalationsstufe as Stufe, Pausengrund, Reaktionspause, Reaktionsregel, Reaktionsuhr, reaktionsuhr,
};
use iks_core::organisation::Land;
use proptest::prelude::*;

fn tag(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn ort(land: &str) -> Ort {
    Ort::from(Land::aus(land).unwrap())
}

fn pause(ab: &str, bis: &str) -> Reaktionspause {
    let bis = (!bis.is_empty()).then(|| tag(bis));
    Reaktionspause { ab: tag(ab), bis, grund: Pausengrund::Kunde, nachgetragen_am: None }
}

fn regel(ab: &str, arbeitstage: u32, kalendertage: u32) -> Reaktionsregel {
    Reaktionsregel {
        gueltig_ab: tag(ab),
        bestaetigung_arbeitstage: arbeitstage,
        antwort_kalendertage: kalendertage,
    }
}

fn th(eingang: &str, pausen: &[Reaktionspause], regeln: &[Reaktionsregel]) -> Reaktionsuhr {
    reaktionsuhr(tag(eingang), false, pausen, regeln, &ort("TH")).unwrap()
}

fn stufen(uhr: &Reaktionsuhr) -> Vec<(&'static str, NaiveDate)> {
    uhr.stufen.iter().map(|s| (s.stufe.name(), s.ab)).collect()
}

/// Acknowledgement after 3 working days, answer after 14 calendar days, in three Länder.
#[test]
fn eingang_bestaetigung_antwort() {
    // (receipt, Land, acknowledgement, answer); weekdays and holidays from the calendars of 2026 and 2027.
    for (eingang, land, bestaetigung, antwort) in [
        // Mon 23.11.: Tue, Wed, Thu.
        ("2026-11-23", "TH", "2026-11-26", "2026-12-07"),
        // Thu 19.11.: Fri, Mon, Tue; the weekend does not count.
        ("2026-11-19", "TH", "2026-11-24", "2026-12-03"),
        // Sat 21.11. and Sun 22.11.: Mon, Tue, Wed. The answer falls on Sat 05.12. and stays there.
        ("2026-11-21", "TH", "2026-11-25", "2026-12-05"),
        ("2026-11-22", "TH", "2026-11-25", "2026-12-06"),
        // Mon 16.11.: Wed 18.11. is Buß- und Bettag, in Sachsen only.
        ("2026-11-16", "TH", "2026-11-19", "2026-11-30"),
        ("2026-11-16", "SN", "2026-11-20", "2026-11-30"),
        // Thu 17.09.: Sun 20.09. is Weltkindertag (TH) and moves nothing, being a Sunday.
        ("2026-09-17", "TH", "2026-09-22", "2026-10-01"),
        ("2026-09-17", "BY", "2026-09-22", "2026-10-01"),
        // Fri 17.09.2027: Mon 20.09.2027 is Weltkindertag, in Thüringen only.
        ("2027-09-17", "TH", "2027-09-23", "2027-10-01"),
        ("2027-09-17", "BY", "2027-09-22", "2027-10-01"),
        // Tue 05.01.: Wed 06.01. is Heilige Drei Könige in Bayern, not in Thüringen or Sachsen.
        ("2027-01-05", "BY", "2027-01-11", "2027-01-19"),
        ("2027-01-05", "TH", "2027-01-08", "2027-01-19"),
        ("2027-01-05", "SN", "2027-01-08", "2027-01-19"),
        // Sat 31.10.2026 is Reformationstag (TH, SN); Sun 01.11. Allerheiligen (BY). Fri 30.10.: Mon, Tue, Wed.
        ("2026-10-30", "TH", "2026-11-04", "2026-11-13"),
        ("2026-10-30", "BY", "2026-11-04", "2026-11-13"),
        // Wed 03.06.2026: Thu 04.06. is Fronleichnam, in Bayern everywhere; Thüringen only where declared.
        ("2026-06-03", "BY", "2026-06-09", "2026-06-17"),
        ("2026-06-03", "TH", "2026-06-08", "2026-06-17"),
        // Wed 23.12.: Thu 24.12. works, Fri 25.12. and Sat 26.12. do not; Mon 28.12., Tue 29.12.
        ("2026-12-23", "TH", "2026-12-29", "2027-01-06"),
        // Wed 30.12.: Thu 31.12. works, Fri 01.01. is Neujahr; Mon 04.01., Tue 05.01.
        ("2026-12-30", "SN", "2027-01-05", "2027-01-13"),
        // Thu 02.04.: Good Friday 03.04., Easter Monday 06.04.; Tue, Wed, Thu.
        ("2026-04-02", "BY", "2026-04-09", "2026-04-16"),
        // Over the end of February of a leap year: Sun 20.02.2028 + 14 = Sun 05.03.2028 (29 days).
        ("2028-02-20", "TH", "2028-02-23", "2028-03-05"),
    ] {
        let uhr = reaktionsuhr(tag(eingang), false, &[], &[], &ort(land)).unwrap();
        assert_eq!(uhr.bestaetigung_bis, tag(bestaetigung), "{eingang} {land}");
        assert_eq!(uhr.antwort_bis, Some(tag(antwort)), "{eingang} {land}");
        assert_eq!((uhr.pausentage, uhr.ruht_seit, uhr.verbleibend), (0, None, 0));
    }
}

/// Receipt Mon 02.11.2026, 14 days: Mon 16.11. without a pause.
#[test]
fn pausen_verschieben_die_antwort() {
    type Fall = (&'static str, Vec<Reaktionspause>, &'static str, u32);
    let faelle: Vec<Fall> = vec![
        ("none", vec![], "2026-11-16", 0),
        ("5 to 9 Nov: five days", vec![pause("2026-11-05", "2026-11-10")], "2026-11-21", 5),
        (
            "5-9 and 8-12 Nov overlap: 5 to 12 are eight",
            vec![pause("2026-11-05", "2026-11-10"), pause("2026-11-08", "2026-11-13")],
            "2026-11-24",
            8,
        ),
        (
            "5-9 and 10-12 Nov touch: eight",
            vec![pause("2026-11-10", "2026-11-13"), pause("2026-11-05", "2026-11-10")],
            "2026-11-24",
            8,
        ),
        (
            "one inside the other: eight",
            vec![pause("2026-11-05", "2026-11-13"), pause("2026-11-06", "2026-11-08")],
            "2026-11-24",
            8,
        ),
        (
            "begins on the last day: it does not count, 16 and 17",
            vec![pause("2026-11-16", "2026-11-18")],
            "2026-11-18",
            2,
        ),
        ("begins the day after: nothing", vec![pause("2026-11-17", "2026-11-30")], "2026-11-16", 0),
        ("open, but the day after: nothing", vec![pause("2026-11-17", "")], "2026-11-16", 0),
        (
            "the first moves the end to 18 Nov, so that the second counts: 2 + 3",
            vec![pause("2026-11-17", "2026-11-20"), pause("2026-11-05", "2026-11-07")],
            "2026-11-21",
            5,
        ),
        (
            "20 Oct to 4 Nov: only 3 and 4 are after the receipt",
            vec![pause("2026-10-20", "2026-11-05")],
            "2026-11-18",
            2,
        ),
        ("over and done before the receipt", vec![pause("2026-10-01", "2026-11-02")], "2026-11-16", 0),
        ("the day of receipt never counts anyway", vec![pause("2026-11-02", "2026-11-03")], "2026-11-16", 0),
        (
            "empty, and the wrong way round",
            vec![pause("2026-11-05", "2026-11-05"), pause("2026-11-09", "2026-11-06")],
            "2026-11-16",
            0,
        ),
    ];
    for (was, pausen, antwort, pausentage) in faelle {
        let uhr = th("2026-11-02", &pausen, &[]);
        assert_eq!(uhr.antwort_bis, Some(tag(antwort)), "{was}");
        assert_eq!(uhr.pausentage, pausentage, "{was}");
        assert_eq!(uhr.ruht_seit, None, "{was}");
        // Pauses never move the acknowledgement: Tue 3, Wed 4, Thu 5 Nov.
        assert_eq!(uhr.bestaetigung_bis, tag("2026-11-05"), "{was}");
    }
}

#[test]
fn offene_pause() {
    // Receipt Mon 02.11.; 3 to 9 Nov are 7 counted days, 7 of 14 are left when the rest begins on Tue 10.11.
    let uhr = th("2026-11-02", &[pause("2026-11-10", "")], &[]);
    assert_eq!((uhr.antwort_bis, uhr.ruht_seit, uhr.verbleibend), (None, Some(tag("2026-11-10")), 7));
    assert_eq!(stufen(&uhr), [("team", tag("2026-11-02"))]);
    // A day of rest before it counts out two (5 and 6 Nov): 9 are left.
    let uhr = th("2026-11-02", &[pause("2026-11-05", "2026-11-07"), pause("2026-11-10", "")], &[]);
    assert_eq!((uhr.verbleibend, uhr.pausentage), (9, 2));
    // It touches a closed one: the rest began with the first.
    let uhr = th("2026-11-02", &[pause("2026-11-05", "2026-11-10"), pause("2026-11-10", "")], &[]);
    assert_eq!((uhr.ruht_seit, uhr.verbleibend, uhr.pausentage), (Some(tag("2026-11-05")), 12, 0));
    // 80 per cent of 14 days are 11.2, so the 12th counted day, 14 Nov; the rest from the 15th leaves it.
    let uhr = th("2026-11-02", &[pause("2026-11-15", "")], &[]);
    assert_eq!(stufen(&uhr), [("team", tag("2026-11-02")), ("krm", tag("2026-11-14"))]);
    assert_eq!(uhr.verbleibend, 2);
    // From the 14th on it takes the 12th day away.
    let uhr = th("2026-11-02", &[pause("2026-11-14", "")], &[]);
    assert_eq!(stufen(&uhr), [("team", tag("2026-11-02"))]);
    // On the last day: one is left. Since before the receipt: all 14, from the first day that would count.
    assert_eq!(th("2026-11-02", &[pause("2026-11-16", "")], &[]).verbleibend, 1);
    let uhr = th("2026-11-02", &[pause("2026-10-01", "")], &[]);
    assert_eq!((uhr.ruht_seit, uhr.verbleibend), (Some(tag("2026-11-03")), 14));
    // Who waits from the start, with the petition in hand, has told the head of the house all the same.
    let uhr = reaktionsuhr(tag("2026-11-02"), true, &[pause("2026-10-01", "")], &[], &ort("TH")).unwrap();
    assert_eq!(uhr.stufe(tag("2026-11-02")), Stufe::Geschaeftsfuehrung);
}

#[test]
fn stufen_steigen_auf() {
    // (days promised, 80 per cent, the day after the last, 150 per cent), each as days after Mon 02.11.2026.
    for (tage, krm, bl, gf) in [
        // 14: 11.2 up to 12; 15; 21.
        (14, 12, 15, 21),
        // 10: 8 exactly; 11; 15. 5: 4 exactly; 6; 7.5 up to 8. 3: 2.4 up to 3; 4; 4.5 up to 5.
        (10, 8, 11, 15),
        (5, 4, 6, 8),
        (3, 3, 4, 5),
        // 1: 0.8 up to 1; 2; 1.5 up to 2. 0: at once; the day after, for both.
        (1, 1, 2, 2),
        (0, 0, 1, 1),
        (21, 17, 22, 32),
    ] {
        let uhr = th("2026-11-02", &[], &[regel("2020-01-01", 3, tage)]);
        let am = |n| tag("2026-11-02") + Days::new(n);
        let soll =
            [("team", am(0)), ("krm", am(krm)), ("bereichsleitung", am(bl)), ("geschaeftsfuehrung", am(gf))];
        assert_eq!(stufen(&uhr), soll, "{tage} days");
    }
    let uhr = th("2026-11-02", &[], &[]);
    for (heute, stufe) in [
        ("2026-10-31", Stufe::Team),
        ("2026-11-13", Stufe::Team),
        ("2026-11-14", Stufe::Krm),
        ("2026-11-16", Stufe::Krm),
        ("2026-11-17", Stufe::Bereichsleitung),
        ("2026-11-22", Stufe::Bereichsleitung),
        ("2026-11-23", Stufe::Geschaeftsfuehrung),
        ("2030-01-01", Stufe::Geschaeftsfuehrung),
    ] {
        assert_eq!(uhr.stufe(tag(heute)), stufe, "{heute}");
    }
    // A pause of five days (5 to 9 Nov) moves all of them; one after the last day none.
    let uhr = th("2026-11-02", &[pause("2026-11-05", "2026-11-10"), pause("2026-11-22", "2026-12-24")], &[]);
    assert_eq!(
        stufen(&uhr),
        [
            ("team", tag("2026-11-02")),
            ("krm", tag("2026-11-19")),
            ("bereichsleitung", tag("2026-11-22")),
            ("geschaeftsfuehrung", tag("2026-11-28"))
        ]
    );
    let sofort = reaktionsuhr(tag("2026-11-02"), true, &[], &[], &ort("TH")).unwrap();
    assert_eq!(stufen(&sofort), [("team", tag("2026-11-02")), ("geschaeftsfuehrung", tag("2026-11-02"))]);
    assert_eq!(sofort.stufe(tag("2026-11-02")), Stufe::Geschaeftsfuehrung);
    assert_eq!(sofort.antwort_bis, uhr_ohne().antwort_bis);
}

fn uhr_ohne() -> Reaktionsuhr {
    th("2026-11-02", &[], &[])
}

#[test]
fn zusage_des_eingangstags() {
    // In no order; the one of 05.11. comes into force while the ticket runs and changes nothing for it.
    let regeln = [regel("2026-11-05", 1, 7), regel("2026-01-01", 2, 10), regel("2027-01-01", 5, 30)];
    for (eingang, bestaetigung, antwort) in [
        // Before the first of them: 3 and 14. Wed 31.12.2025: Neujahr is Thu, Fri 02.01., Mon, Tue.
        ("2025-12-31", "2026-01-06", "2026-01-14"),
        // Thu 01.01.2026, the first day of the rule: Fri 02.01., Mon 05.01.; 11.01.
        ("2026-01-01", "2026-01-05", "2026-01-11"),
        // Wed 04.11.: Thu, Fri; 14.11. Thu 05.11.: Fri; 12.11.
        ("2026-11-04", "2026-11-06", "2026-11-14"),
        ("2026-11-05", "2026-11-06", "2026-11-12"),
        // Thu 31.12.2026: Neujahr is Fri, Mon 04.01.; 07.01.
        ("2026-12-31", "2027-01-04", "2027-01-07"),
    ] {
        let uhr = th(eingang, &[], &regeln);
        assert_eq!(
            (uhr.bestaetigung_bis, uhr.antwort_bis),
            (tag(bestaetigung), Some(tag(antwort))),
            "{eingang}"
        );
        let mut anders = regeln.clone();
        anders.reverse();
        assert_eq!(th(eingang, &[], &anders), uhr, "order of the rules");
    }
    // Zero days: the day of receipt itself, be it a Sunday.
    let null = th("2026-11-22", &[pause("2026-11-22", "")], &[regel("2026-01-01", 0, 0)]);
    assert_eq!((null.bestaetigung_bis, null.antwort_bis), (tag("2026-11-22"), Some(tag("2026-11-22"))));
    assert_eq!(null.ruht_seit, None, "the last day is over before the rest begins");
    let fehler = |eingang, pausen: &[_], tage| {
        reaktionsuhr(tag(eingang), false, pausen, &[regel("1980-01-01", 3, tage)], &ort("TH"))
    };
    assert_eq!(fehler("1989-12-31", &[], 14), Err(FristFehler::DateBeforeLaw));
    assert_eq!(fehler("2026-11-02", &[], u32::MAX), Err(FristFehler::DateTooLate));
    assert_eq!(fehler("2026-11-02", &[pause("2026-11-03", "9999-12-25")], 14), Err(FristFehler::DateTooLate));
}

#[test]
fn begruendung() {
    let pausen = [
        pause("2026-11-05", "2026-11-10"),
        Reaktionspause { grund: Pausengrund::AndereStelle, ..pause("2026-11-12", "2026-11-13") },
    ];
    let uhr = th("2026-11-02", &pausen, &[regel("2026-01-01", 3, 14)]);
    assert_eq!(
        uhr.schritte,
        [
            "Es gilt die Zusage des Hauses seit 01.01.2026: Eingangsbestätigung innerhalb von 3 Arbeitstagen, Antwort innerhalb von 14 Kalendertagen. Maßgeblich ist, was für den Tag des Eingangs festgelegt ist; eine rückwirkende Änderung rechnet auch abgeschlossene Reaktionen neu.",
            "Eingang am Montag, 02.11.2026. Dieser Tag zählt nicht mit (entsprechend § 187 Abs. 1 BGB).",
            "Eingangsbestätigung innerhalb von 3 Arbeitstagen: bis Donnerstag, 05.11.2026. Gezählt sind Montag bis Freitag ohne gesetzliche Feiertage (Thüringen); der letzte Tag zählt ganz (entsprechend § 188 Abs. 1 BGB).",
            "Die Antwortzeit pausiert von Donnerstag, 05.11.2026 bis Montag, 09.11.2026 (wartet auf die Person): 5 Tage.",
            "Die Antwortzeit pausiert am Donnerstag, 12.11.2026 (wartet auf eine andere Stelle): 1 Tag.",
            "Insgesamt zählen 6 Tage nicht mit; was sich überschneidet, ist einmal gezählt. Antwort innerhalb von 14 Kalendertagen ohne diese Tage: bis Sonntag, 22.11.2026. Dieser Tag verschiebt sich nicht, auch nicht am Wochenende; § 193 BGB wird nicht angewandt.",
            "Ohne Antwort wird weitergemeldet: an das Kundenreaktionsmanagement ab Freitag, 20.11.2026 (80 % der Frist verbraucht), an die Bereichsleitung ab Montag, 23.11.2026 (Frist abgelaufen), an die Geschäftsführung ab Sonntag, 29.11.2026 (um die Hälfte überschritten).",
            "Beide Tage sind ein Versprechen des Hauses und keine gesetzliche Frist; eine Vorschrift wie § 88 SGG gibt es für Kundenreaktionen nicht. Enthält das Schreiben einen Widerspruch, gilt dessen Frist.",
        ]
    );
    let offen = th("2026-11-02", &[pause("2026-11-10", "")], &[]).schritte;
    for satz in [
        "Für den Tag des Eingangs hat das Haus keine eigene Zusage festgelegt. Es gilt die Vorgabe: Eingangsbestätigung innerhalb von 3 Arbeitstagen, Antwort innerhalb von 14 Kalendertagen.",
        "Die Antwortzeit pausiert seit Dienstag, 10.11.2026 (wartet auf die Person).",
        "Von 14 Kalendertagen waren 7 am Dienstag, 10.11.2026 noch übrig. Der Tag für die Antwort steht fest, sobald die Pause endet.",
        "Weitergemeldet wird erst, wenn die Frist wieder läuft.",
    ] {
        assert!(offen.iter().any(|s| s == satz), "{satz}\n{offen:#?}");
    }
    // Without a pause the sentence of the deadline itself stands.
    assert!(
        uhr_ohne()
            .schritte
            .iter()
            .any(|s| s.starts_with("Antwort innerhalb von 14 Kalendertagen: bis Montag, 16.11.2026."))
    );
    let krm = th("2026-11-02", &[pause("2026-11-15", "")], &[]).schritte;
    assert!(krm.iter().any(|s| s.ends_with("ab Samstag, 14.11.2026 weitergemeldet (80 % der Frist verbraucht). Die weiteren Stufen pausieren mit.")), "{krm:#?}");
}

fn beliebiger_tag() -> impl Strategy<Value = NaiveDate> {
    (0..4000_u64).prop_map(|n| tag("2020-01-01") + Days::new(n))
}

/// A pause of a few days around the receipt, open in one of six cases.
fn pausen() -> impl Strategy<Value = Vec<(i64, Option<u8>)>> {
    let dauer = prop_oneof![5 => (0..12_u8).prop_map(Some), 1 => Just(None)];
    prop::collection::vec((-15..45_i64, dauer), 0..6)
}

fn um(eingang: NaiveDate, pausen: &[(i64, Option<u8>)]) -> Vec<Reaktionspause> {
    pausen
        .iter()
        .map(|&(versatz, dauer)| {
            let ab = eingang + chrono::TimeDelta::days(versatz);
            let grund = if versatz % 2 == 0 { Pausengrund::Kunde } else { Pausengrund::AndereStelle };
            Reaktionspause { ab, bis: dauer.map(|d| ab + Days::new(d.into())), grund, nachgetragen_am: None }
        })
        .collect()
}

fn regeln() -> impl Strategy<Value = Vec<Reaktionsregel>> {
    prop::collection::vec(
        (beliebiger_tag(), 0..8_u32, 0..40_u32).prop_map(|(gueltig_ab, a, k)| Reaktionsregel {
            gueltig_ab,
            bestaetigung_arbeitstage: a,
            antwort_kalendertage: k,
        }),
        0..4,
    )
}

/// The rule in words of its own: the last that began.
fn zusage(eingang: NaiveDate, regeln: &[Reaktionsregel]) -> (u32, u32) {
    let mut beste: Option<&Reaktionsregel> = None;
    for r in regeln {
        if r.gueltig_ab <= eingang && beste.is_none_or(|b| r.gueltig_ab >= b.gueltig_ab) {
            beste = Some(r);
        }
    }
    beste.map_or((3, 14), |r| (r.bestaetigung_arbeitstage, r.antwort_kalendertage))
}

fn ruht(pausen: &[Reaktionspause], heute: NaiveDate) -> bool {
    pausen.iter().any(|p| p.ab <= heute && p.bis.is_none_or(|bis| heute < bis))
}

/// Day by day, as a person would count on a calendar: the day on which so many are counted, or none.
fn von_hand(eingang: NaiveDate, tage: u32, pausen: &[Reaktionspause]) -> Option<NaiveDate> {
    let (mut heute, mut gezaehlt) = (eingang, 0);
    let schluss = eingang + Days::new(400);
    while gezaehlt < tage {
        heute = heute + Days::new(1);
        if heute > schluss {
            return None;
        }
        gezaehlt += u32::from(!ruht(pausen, heute));
    }
    Some(heute)
}

fn kern(uhr: &Reaktionsuhr) -> impl PartialEq + std::fmt::Debug + use<> {
    (
        uhr.bestaetigung_bis,
        uhr.antwort_bis,
        uhr.pausentage,
        uhr.ruht_seit,
        uhr.verbleibend,
        uhr.stufen.clone(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn gleich_der_zaehlung_von_hand(eingang in beliebiger_tag(), p in pausen(), r in regeln(), sofort in any::<bool>(), land in 0..16_usize) {
        let ort = Ort::from(Land::ALLE[land]);
        let pausen = um(eingang, &p);
        let (arbeitstage, n) = zusage(eingang, &r);
        let uhr = reaktionsuhr(eingang, sofort, &pausen, &r, &ort).unwrap();
        prop_assert_eq!(&reaktionsuhr(eingang, sofort, &pausen, &r, &ort).unwrap(), &uhr);

        // Acknowledgement: so many working days, and it is one itself.
        let mut heute = eingang;
        let mut gezaehlt = 0;
        while gezaehlt < arbeitstage {
            heute = heute + Days::new(1);
            let frei = matches!(heute.weekday(), Weekday::Sat | Weekday::Sun) || feiertag(&ort, heute).is_some();
            gezaehlt += u32::from(!frei);
        }
        prop_assert_eq!(uhr.bestaetigung_bis, heute);
        prop_assert!(arbeitstage == 0 || ort.ist_arbeitstag(uhr.bestaetigung_bis));

        // Answer, and the days on the way to it.
        prop_assert_eq!(uhr.antwort_bis, von_hand(eingang, n, &pausen));
        if let Some(antwort) = uhr.antwort_bis {
            let tage: Vec<bool> =
                eingang.iter_days().skip(1).take_while(|t| *t <= antwort).map(|t| ruht(&pausen, t)).collect();
            prop_assert_eq!(tage.iter().filter(|r| !**r).count(), n as usize);
            prop_assert_eq!(tage.iter().filter(|r| **r).count(), uhr.pausentage as usize);
            prop_assert_eq!((uhr.ruht_seit, uhr.verbleibend), (None, 0));
        } else {
            let seit = uhr.ruht_seit.unwrap();
            let davor = eingang.iter_days().skip(1).take_while(|t| *t < seit);
            let (ruhend, gezaehlt): (Vec<_>, Vec<_>) = davor.partition(|t| ruht(&pausen, *t));
            prop_assert_eq!(gezaehlt.len() + uhr.verbleibend as usize, n as usize);
            prop_assert!(uhr.verbleibend > 0);
            prop_assert_eq!(ruhend.len(), uhr.pausentage as usize);
            prop_assert!(seit.iter_days().take(400).all(|t| ruht(&pausen, t)));
            prop_assert!(seit == eingang + Days::new(1) || !ruht(&pausen, seit.pred_opt().unwrap()));
        }

        // Stages: ascending, and each where the counting by hand puts it.
        prop_assert!(uhr.stufen.windows(2).all(|s| s[0].stufe < s[1].stufe && s[0].ab <= s[1].ab));
        prop_assert!(uhr.stufen.iter().all(|s| uhr.stufe(s.ab) >= s.stufe));
        let am = |stufe| uhr.stufen.iter().find(|s| s.stufe == stufe).map(|s| s.ab);
        prop_assert_eq!(am(Stufe::Team), Some(eingang));
        if sofort {
            prop_assert_eq!(am(Stufe::Geschaeftsfuehrung), Some(eingang));
        } else {
            let ab_achtzig = (0..=n).find(|used| used * 100 >= 80 * n).unwrap();
            prop_assert_eq!(am(Stufe::Krm), von_hand(eingang, ab_achtzig, &pausen));
            prop_assert_eq!(am(Stufe::Bereichsleitung), uhr.antwort_bis.map(|t| t + Days::new(1)));
            let mehr = (1..).find(|mehr| (n + mehr) * 100 >= 150 * n).unwrap();
            prop_assert_eq!(am(Stufe::Geschaeftsfuehrung), uhr.antwort_bis.map(|t| t + Days::new(mehr.into())));
        }
        prop_assert!(uhr.schritte.len() >= 5 && uhr.schritte.iter().all(|s| s.ends_with('.')));
    }

    #[test]
    fn ohne_pause_wie_die_frist(eingang in beliebiger_tag(), a in 0..10_u32, k in 0..60_u32, land in 0..16_usize) {
        let ort = Ort::from(Land::ALLE[land]);
        let uhr = reaktionsuhr(eingang, false, &[], &[Reaktionsregel { gueltig_ab: eingang, bestaetigung_arbeitstage: a, antwort_kalendertage: k }], &ort).unwrap();
        let frist = kundenreaktion(eingang, &ort, a, k, &[]).unwrap();
        prop_assert_eq!((uhr.bestaetigung_bis, uhr.antwort_bis), (frist.bestaetigung_bis, Some(frist.antwort_bis)));
    }

    #[test]
    fn mehr_pause_nie_frueher(eingang in beliebiger_tag(), p in pausen(), mehr in pausen()) {
        let wenig = reaktionsuhr(eingang, false, &um(eingang, &p), &[], &ort("TH")).unwrap();
        let beide: Vec<_> = p.iter().chain(&mehr).copied().collect();
        let viel = reaktionsuhr(eingang, false, &um(eingang, &beide), &[], &ort("TH")).unwrap();
        prop_assert_eq!(wenig.bestaetigung_bis, viel.bestaetigung_bis);
        match (wenig.antwort_bis, viel.antwort_bis) {
            (Some(w), Some(v)) => prop_assert!(v >= w),
            (None, v) => prop_assert_eq!(v, None),
            (Some(_), None) => {}
        }
    }

    #[test]
    fn reihenfolge_und_teilung_egal(eingang in beliebiger_tag(), p in pausen(), teil in 0..12_u8, sofort in any::<bool>()) {
        let ganz = um(eingang, &p);
        let uhr = reaktionsuhr(eingang, sofort, &ganz, &[], &ort("TH")).unwrap();
        let mut umgekehrt = ganz.clone();
        umgekehrt.reverse();
        prop_assert_eq!(&reaktionsuhr(eingang, sofort, &umgekehrt, &[], &ort("TH")).unwrap(), &uhr);
        let geteilt: Vec<_> = ganz
            .iter()
            .flat_map(|p| {
                let mitte = p.ab + Days::new(teil.into());
                if p.bis.is_some_and(|bis| mitte >= bis) {
                    return vec![p.clone()];
                }
                vec![Reaktionspause { bis: Some(mitte), ..p.clone() }, Reaktionspause { ab: mitte, ..p.clone() }]
            })
            .collect();
        let neu = reaktionsuhr(eingang, sofort, &geteilt, &[], &ort("TH")).unwrap();
        prop_assert_eq!(kern(&neu), kern(&uhr));
    }
}
