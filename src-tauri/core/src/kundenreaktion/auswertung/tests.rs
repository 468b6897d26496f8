//! Figures counted by hand, and what must hold for any register.

use super::*;
use crate::kleingruppen::{Teamangabe, bleibt_verborgen};
use crate::kundenreaktion::{
    Anliegen, Anliegenart, Kanal, Reaktionsart as A, Reaktionsergebnis as E, Reaktionsurteil as U,
};
use proptest::prelude::*;

fn tag(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// About a subject and a team; an empty text is none.
fn anliegen(art: Anliegenart, sachgebiet: &str, team: &str) -> Anliegen {
    let oder = |text: &str| Some(text.to_owned()).filter(|t| !t.is_empty());
    Anliegen { art, sachgebiet: oder(sachgebiet), team_id: oder(team), ursache: None }
}

/// A complaint that came in on that day, open, with one Anliegen; promised in 14 days.
fn offen(eingang: &str) -> Reaktionszahl {
    let eingang = tag(eingang);
    Reaktionszahl {
        art: A::Beschwerde,
        kanal: Kanal::Telefonisch,
        eingang,
        bestaetigung_bis: Some(eingang + chrono::Days::new(3)),
        bestaetigt_am: None,
        antwort_bis: Some(eingang + chrono::Days::new(14)),
        beantwortet_am: None,
        pausentage: 0,
        nachgetragen: false,
        frueher_verspaetet: false,
        ergebnis: None,
        urteil: None,
        pseudonym: None,
        rechtsbehelf: false,
        massnahmen: 0,
        rueckmeldung: None,
        abschluss_am: None,
        anliegen: vec![anliegen(Anliegenart::Sachanliegen, "kdu", "a")],
    }
}

/// The same, ended after so many days and closed at once.
fn beendet(eingang: &str, tage: u64, ergebnis: E) -> Reaktionszahl {
    let r = offen(eingang);
    let am = Some(r.eingang + chrono::Days::new(tage));
    Reaktionszahl { ergebnis: Some(ergebnis), beantwortet_am: am, abschluss_am: am, ..r }
}

fn material(reaktionen: Vec<Reaktionszahl>) -> Reaktionsmaterial {
    let team = |id: &str| Teamangabe {
        id: id.into(),
        name: format!("Team {id}"),
        bereich: "Leistung".into(),
        unter_fuenf: id == "c",
    };
    Reaktionsmaterial {
        von: tag("2026-01-01"),
        bis: tag("2026-06-30"),
        stand: tag("2026-06-30"),
        reaktionen,
        teams: ["a", "b", "c", "d"].map(team).to_vec(),
        eigene_teams: None,
        katalog: BTreeMap::from([("kdu".to_owned(), "Unterkunft".to_owned())]),
    }
}

#[test]
fn jede_reaktion_steht_in_genau_einer_klasse() {
    let dienstaufsicht =
        Reaktionszahl { art: A::Dienstaufsichtsbeschwerde, anliegen: Vec::new(), ..offen("2026-02-01") };
    let ruhend =
        Reaktionszahl { antwort_bis: None, bestaetigt_am: Some(tag("2026-06-02")), ..offen("2026-06-01") };
    let bestaetigt = Reaktionszahl { bestaetigt_am: Some(tag("2026-06-24")), ..offen("2026-06-20") };
    let a = werte_aus(&material(vec![
        beendet("2026-01-10", 14, E::Beantwortet), // on the last day: in time, confirmed late
        beendet("2026-01-10", 15, E::Beantwortet), // a day late
        beendet("2026-01-10", 2, E::Beantwortet),  // in time, and needs no confirmation
        offen("2026-06-15"),                       // due on the 29th: overdue on the 30th
        offen("2026-06-16"),                       // due on the 30th: not yet overdue
        ruhend,
        bestaetigt, // confirmed a day late, not yet due
        beendet("2026-03-01", 1, E::Abgegeben),
        beendet("2026-03-01", 40, E::Zusammengefuehrt),
        beendet("2026-03-01", 10, E::OhneAntwort),
        dienstaufsicht,
    ]));
    let anteil = |zaehler, nenner| Anteil { zaehler, nenner };
    assert_eq!(
        a.antwort,
        Zusage { in_zeit: anteil(2, 4), verspaetet: 1, ueberfaellig: 1, nicht_faellig: 2, ruht: 1 }
    );
    // Confirmed: by an answer after two days, and the resting one. Two were answered, one confirmed too late; the two
    // from the middle of June were never confirmed.
    assert_eq!(
        a.bestaetigung,
        Zusage { in_zeit: anteil(2, 7), verspaetet: 3, ueberfaellig: 2, nicht_faellig: 0, ruht: 0 }
    );
    assert_eq!(
        a.abseits,
        Abseits { abgegeben: 1, zusammengefuehrt: 1, ohne_antwort: 1, ohne_wunsch: 0, dienstaufsicht: 1 }
    );
    assert_eq!((a.zugang, a.abgang, a.bestand, a.anliegen), (11, 6, 5, 10));
    assert_eq!(
        a.saetze[0],
        "Im Zeitraum gingen 11 Kundenreaktionen mit 10 Anliegen ein, 6 wurden abgeschlossen; am Ende waren 5 offen, zu Beginn 0."
    );
    assert_eq!(
        a.saetze[1],
        "Bis zum zugesagten Tag beantwortet wurden 2 von 4 (50,0\u{a0}%) der fälligen Reaktionen (Vollzählung). Eine Reaktion wartet über diesen Tag hinaus noch auf Antwort."
    );
    assert!(a.hinweise.iter().any(|h| h == "In keinem Anteil an Zusagen stehen: 1 abgegeben, 1 mit einer anderen zusammengeführt, 1 bis zum zugesagten Tag ohne Antwort beendet, 1 Dienstaufsichtsbeschwerden, die nur abgegeben werden."), "{:?}", a.hinweise);
}

#[test]
fn tage_ohne_und_mit_pausen() {
    let mut reaktionen: Vec<Reaktionszahl> =
        [1, 2, 3, 4, 5, 6, 7, 8, 9].map(|tage| beendet("2026-02-01", tage, E::Beantwortet)).to_vec();
    // Forty days, of which thirty waited for the person; received before the period, it would not count.
    reaktionen.push(Reaktionszahl {
        pausentage: 30,
        nachgetragen: true,
        ..beendet("2026-02-01", 40, E::Beantwortet)
    });
    reaktionen.push(beendet("2025-12-31", 99, E::Beantwortet));
    reaktionen.push(Reaktionszahl { pausentage: 5, ..beendet("2026-02-01", 99, E::Abgegeben) });
    let a = werte_aus(&material(reaktionen));
    // Ten values 1 to 10: places 5 and 9. With pauses the last one is 40.
    assert_eq!(a.dauer, Some(Tagedauer { anzahl: 10, median: 5, neunzig: 9, laengste: 10 }));
    assert_eq!(a.dauer_mit_pausen, Some(Tagedauer { anzahl: 10, median: 5, neunzig: 9, laengste: 40 }));
    assert_eq!(a.pausen, Pausenzahl { reaktionen: 1, tage: 30, nachgetragen: 1 });
    assert_eq!((a.bestand_vorher, a.zugang, a.abgang), (1, 11, 12));
    assert_eq!(
        a.saetze[2],
        "Die Hälfte der Antworten kam spätestens nach 5 Tagen, neun von zehn nach 9 Tagen; 30 Pausentage aus einer Reaktion sind dabei nicht mitgezählt."
    );
}

#[test]
fn anliegen_zaehlen_als_anliegen_und_reaktionen_als_reaktionen() {
    use Anliegenart::{Organisation, Sachanliegen, Verhalten};
    let mit = |anliegen: &[Anliegen], urteil| Reaktionszahl {
        anliegen: anliegen.to_vec(),
        urteil,
        ..beendet("2026-02-01", 3, E::Beantwortet)
    };
    let mut reaktionen = Vec::new();
    for _ in 0..5 {
        reaktionen.push(mit(
            &[
                anliegen(Sachanliegen, "kdu", "a"),
                anliegen(Verhalten, "", "b"),
                anliegen(Organisation, "", ""),
            ],
            Some(U::Teilweise),
        ));
    }
    for _ in 0..2 {
        reaktionen.push(mit(&[anliegen(Sachanliegen, "bedarfe", "d")], Some(U::Unberechtigt)));
    }
    for _ in 0..6 {
        reaktionen.push(mit(&[anliegen(Sachanliegen, "einkommen", "b")], None));
    }
    let m = material(reaktionen);
    let a = werte_aus(&m);
    assert_eq!((a.zugang, a.anliegen), (13, 23));
    assert_eq!(a.arten.iter().map(|z| z.anzahl.unwrap()).collect::<Vec<_>>(), [13]);
    let arten: Vec<_> = a.anliegenarten.iter().map(|z| (z.titel.as_str(), z.anzahl.unwrap())).collect();
    assert_eq!(arten, [("Sachanliegen", 13), ("Verhalten", 5), ("Organisation und Ablauf", 5)]);
    // Two about Bedarfe are hidden, and the smaller of the others with them; five and five without a subject stand
    // beside the table and protect nothing.
    let gezeigt = |t: &Anliegentafel| -> Vec<(String, Option<u64>)> {
        t.zeilen.iter().map(|z| (z.titel.clone(), z.anzahl)).collect()
    };
    assert_eq!(
        gezeigt(&a.sachgebiete),
        [("einkommen".into(), Some(6)), ("Unterkunft".into(), None), ("bedarfe".into(), None)]
    );
    assert_eq!(a.sachgebiete.daneben, [Restzeile { titel: "ohne Sachgebiet".into(), anzahl: 10 }]);
    // Nothing was judged about Einkommen: nothing of nothing, said as such.
    assert_eq!(a.sachgebiete.zeilen[0].berechtigt, Some(Anteil::default()));
    assert_eq!(a.sachgebiete.zeilen[1].berechtigt, None);
    assert_eq!(
        gezeigt(&a.teams),
        [("Team b".into(), Some(11)), ("Team a".into(), None), ("Team d".into(), None)]
    );
    assert_eq!(a.teams.daneben, [Restzeile { titel: "ohne Team".into(), anzahl: 5 }]);
    assert_eq!((a.urteile.beurteilt, a.urteile.ohne_urteil), (7, 6));
    assert!(a.saetze.contains(
        &"7 Reaktionen sind beurteilt: 0 berechtigt, 5 teilweise berechtigt, 2 unberechtigt.".to_owned()
    ));

    // Whoever sees team b only sees no row of the others.
    let a = werte_aus(&Reaktionsmaterial { eigene_teams: Some(["b".to_owned()].into()), ..m });
    assert_eq!(gezeigt(&a.teams), [("Team b".into(), Some(11))]);
    assert_eq!(a.teams.daneben[1], Restzeile { titel: "zu Teams anderer Bereiche".into(), anzahl: 7 });
}

#[test]
fn wenige_urteile_einer_gezeigten_zeile_bleiben_verborgen() {
    let judged = |sachgebiet: &str, urteil| Reaktionszahl {
        anliegen: vec![anliegen(Anliegenart::Sachanliegen, sachgebiet, "")],
        urteil,
        ..offen("2026-06-29")
    };
    let mut reaktionen = Vec::new();
    for (sachgebiet, beurteilt, offen) in [("kdu", 2, 8), ("bedarfe", 6, 1), ("einkommen", 9, 0)] {
        reaktionen.extend((0..beurteilt).map(|_| judged(sachgebiet, Some(U::Berechtigt))));
        reaktionen.extend((0..offen).map(|_| judged(sachgebiet, None)));
    }
    let a = werte_aus(&material(reaktionen));
    let zeilen: Vec<_> = a
        .sachgebiete
        .zeilen
        .iter()
        .map(|z| (z.titel.as_str(), z.anzahl, z.berechtigt.map(|b| b.nenner)))
        .collect();
    // Two judgements about Unterkunft are hidden, and the six about Bedarfe, from which they could be computed.
    assert_eq!(
        zeilen,
        [("Unterkunft", Some(10), None), ("einkommen", Some(9), Some(9)), ("bedarfe", Some(7), None)]
    );
}

#[test]
fn anteile_weniger_bleiben_auch_nach_kanal_verborgen() {
    let von = |kanal, urteil| Reaktionszahl { kanal, urteil, ..offen("2026-06-29") };
    let mut reaktionen = Vec::new();
    for (kanal, beurteilt, nicht) in
        [(Kanal::Schriftlich, 2, 8), (Kanal::Online, 6, 0), (Kanal::Meinungskarte, 9, 0)]
    {
        reaktionen.extend((0..beurteilt).map(|_| von(kanal, Some(U::Berechtigt))));
        reaktionen.extend((0..nicht).map(|_| von(kanal, None)));
    }
    let m = Reaktionsmaterial { eigene_teams: Some(["c".to_owned()].into()), ..material(reaktionen.clone()) };
    let gezeigt = |a: &Reaktionsauswertung| -> Vec<(Option<u64>, Option<u64>)> {
        a.kanaele.iter().map(|z| (z.anzahl, z.berechtigt.map(|b| b.nenner))).collect()
    };
    let a = werte_aus(&material(reaktionen));
    assert_eq!(gezeigt(&a), [(Some(10), None), (Some(6), None), (Some(9), Some(9))]);
    assert!(a.hinweise.iter().any(|h| h.starts_with("Wo ein * steht")), "{:?}", a.hinweise);

    // Who sees one team of fewer than five people and nothing else gets totals.
    let a = werte_aus(&m);
    assert_eq!(gezeigt(&a), [(Some(10), None), (Some(6), None), (Some(9), None)]);
    assert!(a.sachgebiete.zeilen.iter().all(|z| z.anzahl.is_none()));
    assert!(a.hinweise.iter().any(|h| h.contains("nur Summen")), "{:?}", a.hinweise);
}

#[test]
fn wiederholungen_sind_eine_zahl_und_keine_kleine() {
    let von =
        |person: &str, eingang: &str| Reaktionszahl { pseudonym: Some(person.into()), ..offen(eingang) };
    let paare = |n: usize| {
        (0..n).flat_map(move |i| [von(&format!("p{i}"), "2026-02-01"), von(&format!("p{i}"), "2026-05-01")])
    };
    let zahl = |reaktionen: Vec<Reaktionszahl>| werte_aus(&material(reaktionen)).wiederholer;
    assert_eq!(zahl(vec![von("a", "2026-02-01"), von("b", "2026-02-01"), offen("2026-02-01")]), Some(0));
    assert_eq!(zahl(paare(4).collect()), None);
    assert_eq!(zahl(paare(5).collect()), Some(5));
    // One before the period, and a duplicate that was merged, are no second reaction.
    let mut reaktionen: Vec<Reaktionszahl> = paare(5).collect();
    reaktionen[0].eingang = tag("2025-11-01");
    assert_eq!(zahl(reaktionen.clone()), None);
    reaktionen[0] =
        Reaktionszahl { pseudonym: Some("p0".into()), ..beendet("2026-02-01", 1, E::Zusammengefuehrt) };
    assert_eq!(zahl(reaktionen), None);
    assert_eq!(werte_aus(&material(vec![offen("2026-02-01")])).anonym, 1);
}

#[test]
fn folgen_und_nachfrage() {
    use crate::kundenreaktion::Rueckmeldung as R;
    let mit = |rueckmeldung, massnahmen, rechtsbehelf| Reaktionszahl {
        rueckmeldung,
        massnahmen,
        rechtsbehelf,
        ..beendet("2026-02-01", 3, E::Beantwortet)
    };
    let a = werte_aus(&material(vec![
        mit(Some(R::Geholfen), 2, false),
        mit(Some(R::Geholfen), 0, true),
        mit(Some(R::NichtGeholfen), 1, false),
        mit(Some(R::OhneAntwort), 0, false),
        mit(None, 0, false),
    ]));
    assert_eq!(a.massnahmen, Massnahmenzahl { reaktionen: 2, massnahmen: 3 });
    assert_eq!(
        a.rueckmeldung,
        Rueckmeldezahl { geholfen: Anteil { zaehler: 2, nenner: 3 }, ohne_antwort: 1, beantwortet: 5 }
    );
    assert_eq!(
        a.saetze[3..],
        [
            "In einer Reaktion steckte ein Rechtsbehelf; er wird im Register der Widersprüche geführt.",
            "Aus 2 Reaktionen wurden 3 Maßnahmen abgeleitet.",
            "Geholfen hat die Antwort in 2 von 3 (66,7\u{a0}%) Fällen, in denen die Person sich auf Nachfrage äußerte.",
        ]
    );
}

#[test]
fn zehn_jahre_bis_zum_ende_des_zeitraums() {
    let mut reaktionen = vec![
        beendet("2016-12-31", 1, E::Beantwortet), // eleven calendar years back
        beendet("2017-01-01", 20, E::Beantwortet),
        beendet("2024-12-31", 2, E::Beantwortet), // closed the year after
        beendet("2026-06-30", 0, E::Beantwortet),
        offen("2026-07-01"), // after the period
    ];
    let a = werte_aus(&material(reaktionen.clone()));
    let jahre: Vec<_> =
        a.jahre.iter().map(|j| (j.jahr, j.zugang, j.abgang, j.in_zeit.zaehler, j.median)).collect();
    assert_eq!(jahre.len(), 10);
    assert_eq!((jahre[0], jahre[7]), ((2017, 1, 2, 0, Some(20)), (2024, 1, 0, 1, Some(2))));
    assert_eq!((jahre[8], jahre[9]), ((2025, 0, 1, 0, None), (2026, 1, 1, 1, Some(0))));
    assert_eq!(a.jahre[9].bis, Some(tag("2026-06-30")));
    assert_eq!(a.jahre[8].bis, None);
    // The one from New Year's Eve was open at the end of its year.
    assert_eq!(a.jahre.iter().map(|j| j.bestand).collect::<Vec<_>>(), [0, 0, 0, 0, 0, 0, 0, 1, 0, 0]);
    reaktionen.drain(..2);
    let a = werte_aus(&material(reaktionen));
    assert_eq!(a.jahre.iter().map(|j| j.jahr).collect::<Vec<_>>(), [2024, 2025, 2026]);
    // The house began in the middle of the first one, and the last one still runs.
    let namen: Vec<String> = a.jahre.iter().map(Reaktionsjahr::name).collect();
    assert_eq!(namen, ["2024 (Teil)", "2025", "2026 (Teil)"]);
    assert_eq!(werte_aus(&material(Vec::new())).jahre.len(), 1);
    let lob = werte_aus(&material(vec![Reaktionszahl { art: A::Lob, ..offen("2026-06-29") }]));
    assert_eq!(
        lob.saetze,
        [
            "Im Zeitraum ging eine Kundenreaktion mit einem Anliegen ein, 0 wurden abgeschlossen; am Ende war eine offen, zu Beginn 0. 1 Mal war es Lob."
        ]
    );
}

/// Whatever is entered.
fn beliebig() -> impl Strategy<Value = Reaktionszahl> {
    let anliegen_art = (0..Anliegenart::ALLE.len(), 0..5_usize, 0..5_usize).prop_map(|(art, s, t)| {
        anliegen(
            Anliegenart::ALLE[art],
            ["", "kdu", "einkommen", "bedarfe", "bg"][s],
            ["", "a", "b", "c", "d"][t],
        )
    });
    (
        (0..A::ALLE.len(), 0..Kanal::ALLE.len(), 0..240_u64, 0..=E::ALLE.len(), 0..40_u64, 0..=U::ALLE.len()),
        prop::collection::vec(anliegen_art, 1..4),
        (any::<bool>(), 0..6_u32, 0..20_u8),
    )
        .prop_map(|((art, kanal, beginn, ende, tage, urteil), anliegen, (ruht, pausentage, person))| {
            let r = offen("2025-11-20");
            let eingang = r.eingang + chrono::Days::new(beginn);
            let am = eingang + chrono::Days::new(tage);
            let ergebnis = E::ALLE.get(ende).copied();
            let art = A::ALLE[art];
            Reaktionszahl {
                art,
                kanal: Kanal::ALLE[kanal],
                eingang,
                bestaetigung_bis: Some(eingang + chrono::Days::new(3)),
                antwort_bis: (!ruht || ergebnis.is_some()).then(|| eingang + chrono::Days::new(14)),
                ergebnis,
                beantwortet_am: ergebnis.map(|_| am),
                abschluss_am: ergebnis.map(|_| am).filter(|_| !ruht),
                urteil: U::ALLE.get(urteil).copied().filter(|_| art.beurteilt()),
                pausentage,
                nachgetragen: false,
                frueher_verspaetet: false,
                pseudonym: (person > 3).then(|| person.to_string()),
                anliegen: if art.nur_abgabe() { Vec::new() } else { anliegen },
                ..r
            }
        })
}

/// Which reactions a column counts, and which of its fields are hidden.
type Spaltenprobe<'a> = (&'a dyn Fn(&Reaktionszahl) -> bool, &'a dyn Fn(&Reaktionsgruppe) -> bool);

/// The cells of a column as they are and whether they are hidden; `anzahl` gives those of a row.
fn zellen(
    zeilen: &[Reaktionsgruppe],
    anzahl: impl Fn(&str) -> u64,
    verborgen: impl Fn(&Reaktionsgruppe) -> bool,
) -> Vec<(u64, bool)> {
    zeilen.iter().map(|z| (anzahl(&z.titel), verborgen(z))).collect()
}

proptest! {
    #[test]
    fn summen_stimmen_und_nichts_laesst_sich_zurueckrechnen(reaktionen in prop::collection::vec(beliebig(), 0..50)) {
        let m = material(reaktionen.clone());
        let a = werte_aus(&m);
        for z in [a.antwort, a.bestaetigung] {
            prop_assert_eq!(z.in_zeit.nenner + z.nicht_faellig + z.ruht + a.abseits.summe(), a.zugang);
            prop_assert_eq!(z.in_zeit.nenner - z.in_zeit.zaehler, z.verspaetet + z.ueberfaellig);
        }
        prop_assert_eq!(a.bestand_vorher + a.zugang - a.abgang, a.bestand);
        prop_assert_eq!(a.jahre.last().map(|j| j.bestand), Some(a.bestand));
        let summe = |zeilen: &[Reaktionsgruppe]| zeilen.iter().map(|z| z.anzahl.unwrap()).sum::<u64>();
        prop_assert_eq!(summe(&a.arten), a.zugang);
        prop_assert_eq!(summe(&a.kanaele), a.zugang);
        prop_assert_eq!(summe(&a.anliegenarten), a.anliegen);
        let eigene: Vec<&Reaktionszahl> =
            reaktionen.iter().filter(|r| m.von <= r.eingang && r.eingang <= m.bis).collect();
        let art = |r: &Reaktionszahl| r.art.titel();
        let kanal = |r: &Reaktionszahl| r.kanal.titel();
        for (zeilen, wort) in [(&a.arten, &art as &dyn Fn(&Reaktionszahl) -> &'static str), (&a.kanaele, &kanal)] {
            let spalten: [Spaltenprobe<'_>; 2] = [
                (&|r| r.antwort(m.stand).in_zeit().is_some(), &|z| z.in_zeit.is_none()),
                (&|r| r.urteil.is_some(), &|z| z.berechtigt.is_none()),
            ];
            for (gehoert, verborgen) in spalten {
                let faelle = |zeile: &str| eigene.iter().filter(|r| wort(r) == zeile && gehoert(r)).count() as u64;
                prop_assert!(bleibt_verborgen(&zellen(zeilen, faelle, verborgen)), "{:?}", zeilen);
            }
            if zeilen.iter().all(|z| z.in_zeit.is_some() && z.berechtigt.is_some()) {
                let summe = |wert: &dyn Fn(&Reaktionsgruppe) -> Option<Anteil>| {
                    zeilen.iter().filter_map(wert).fold(Anteil::default(), Anteil::dazu)
                };
                prop_assert_eq!(summe(&|z| z.in_zeit), a.antwort.in_zeit);
                prop_assert_eq!(summe(&|z| z.berechtigt).nenner, a.urteile.beurteilt);
            }
        }
        if let (Some(ohne), Some(mit)) = (a.dauer, a.dauer_mit_pausen) {
            prop_assert!(ohne.median <= mit.median && ohne.neunzig <= mit.neunzig && ohne.anzahl == mit.anzahl);
        }

        // Every Anliegen of the period with its reaction; the rows of a table are counted anew.
        let alle: Vec<(&Reaktionszahl, &Anliegen)> = reaktionen
            .iter()
            .filter(|r| m.von <= r.eingang && r.eingang <= m.bis)
            .flat_map(|r| r.anliegen.iter().map(move |x| (r, x)))
            .collect();
        let gebiet = |x: &Anliegen| match x.sachgebiet.as_deref() {
            Some("kdu") => "Unterkunft".to_owned(),
            andere => andere.unwrap_or_default().to_owned(),
        };
        let je = |t: &Anliegentafel, titel: &dyn Fn(&Anliegen) -> String, ohne: u64| -> Result<(), TestCaseError> {
            let spalten: [Spaltenprobe<'_>; 3] = [
                (&|_| true, &|z| z.anzahl.is_none()),
                (&|r| r.antwort(m.stand).in_zeit().is_some(), &|z| z.in_zeit.is_none()),
                (&|r| r.urteil.is_some(), &|z| z.berechtigt.is_none()),
            ];
            for (gehoert, verborgen) in spalten {
                let faelle = |zeile: &str| alle.iter().filter(|(r, x)| titel(x) == zeile && gehoert(r)).count() as u64;
                prop_assert!(bleibt_verborgen(&zellen(&t.zeilen, faelle, verborgen)), "{:?}", t.zeilen);
            }
            for z in &t.zeilen {
                let faelle = alle.iter().filter(|(_, x)| titel(x) == z.titel).count() as u64;
                prop_assert!(z.anzahl.is_none_or(|n| n == faelle));
                prop_assert!(z.anzahl.is_some() || (z.in_zeit.is_none() && z.berechtigt.is_none()));
            }
            prop_assert_eq!(t.daneben.iter().map(|r| r.anzahl).sum::<u64>(), ohne);
            Ok(())
        };
        let ohne = |leer: &dyn Fn(&Anliegen) -> bool| alle.iter().filter(|(_, x)| leer(x)).count() as u64;
        je(&a.sachgebiete, &gebiet, ohne(&|x| x.sachgebiet.is_none()))?;
        // The merged row takes the teams that have none of their own.
        let team = |x: &Anliegen| match x.team_id.as_deref() {
            None => String::new(),
            Some(id) => {
                let eigene = format!("Team {id}");
                if a.teams.zeilen.iter().any(|z| z.titel == eigene) { eigene } else { "Leistung (kleine Teams zusammen)".to_owned() }
            }
        };
        je(&a.teams, &team, ohne(&|x| x.team_id.is_none()))?;
        prop_assert!(a.wiederholer.is_none_or(|n| n == 0 || n >= MINDESTENS));
    }
}
