//! Deadlines: the worked examples of the house's paper on the law, the rulings behind them, and the text that
//! a caseworker prints.

use Rechtsbehelfsbelehrung::{Fehlerhaft, Fehlt, Ordnungsgemaess};
use chrono::{DateTime, NaiveDate};
use iks_core::frist::{
    Bekanntgabe, FristFehler, Ort, Rechtsbehelfsbelehrung, Rechtsmittel, Wartefrist, bekanntgabe,
    betroffenenanfrage, datenpanne, klagefrist, kundenreaktion, rechtsmittelfrist, tag_lesen, ueberpruefung,
    untaetigkeit, widerspruchsfrist, zeitpunkt_lesen,
};
use iks_core::organisation::{Land, OrtsFeiertage};

fn tag(text: &str) -> NaiveDate {
    tag_lesen(text).unwrap()
}

fn ilmkreis() -> Ort {
    Land::TH.into()
}

/// A municipality of Thüringen in which Fronleichnam is a holiday.
fn eichsfeld() -> Ort {
    Ort { land: Land::TH, oertlich: OrtsFeiertage { fronleichnam: true, ..OrtsFeiertage::default() } }
}

fn brief(aufgabe: &str) -> Bekanntgabe {
    Bekanntgabe::PostInland { aufgabe_zur_post: Some(tag(aufgabe)), vermerk: true, zugang: None }
}

fn zugestellt(datum: &str) -> Bekanntgabe {
    Bekanntgabe::Zustellung { datum: tag(datum) }
}

fn einschreiben(aufgabe: &str) -> Bekanntgabe {
    Bekanntgabe::UebergabeEinschreiben { aufgabe_zur_post: tag(aufgabe), zugang: None }
}

/// Bekanntgabe, nominal end and end of a Widerspruch with a right instruction, as three dates.
fn rechne(weg: Bekanntgabe, ort: &Ort) -> [String; 3] {
    let f = widerspruchsfrist(&weg, false, Ordnungsgemaess, ort).unwrap();
    [f.bekanntgabe, f.frist.frist_nominal, f.frist.fristende].map(|t| t.to_string())
}

/// Worked examples 1 to 25; the numbers are those of the paper. Number 1 is the case of BSG 06.05.2010 –
/// B 14 AS 12/09 R: posted 26.09.2007, known on Saturday, 29.09.2007, last day 29.10.2007.
#[test]
fn beispiele_widerspruch() {
    let th = ilmkreis();
    let faelle: &[(&str, Bekanntgabe, &Ort, [&str; 3])] = &[
        ("1", brief("2007-09-26"), &th, ["2007-09-29", "2007-10-29", "2007-10-29"]),
        ("2", brief("2024-12-27"), &th, ["2024-12-30", "2025-01-30", "2025-01-30"]),
        ("3", brief("2024-12-30"), &th, ["2025-01-02", "2025-02-02", "2025-02-03"]),
        ("5", brief("2025-01-02"), &th, ["2025-01-06", "2025-02-06", "2025-02-06"]),
        ("6", brief("2025-01-27"), &th, ["2025-01-31", "2025-02-28", "2025-02-28"]),
        ("8", brief("2028-01-27"), &th, ["2028-01-31", "2028-02-29", "2028-02-29"]),
        ("10", zugestellt("2025-02-28"), &th, ["2025-02-28", "2025-03-28", "2025-03-28"]),
        ("14", brief("2025-03-14"), &th, ["2025-03-18", "2025-04-18", "2025-04-22"]),
        ("16", brief("2026-04-10"), &th, ["2026-04-14", "2026-05-14", "2026-05-15"]),
        ("18", brief("2026-04-30"), &th, ["2026-05-04", "2026-06-04", "2026-06-04"]),
        ("18 Eichsfeld", brief("2026-04-30"), &eichsfeld(), ["2026-05-04", "2026-06-04", "2026-06-05"]),
        ("18 HE", brief("2026-04-30"), &Land::HE.into(), ["2026-05-04", "2026-06-04", "2026-06-05"]),
        ("18 BY", brief("2026-04-30"), &Land::BY.into(), ["2026-05-04", "2026-06-04", "2026-06-05"]),
        ("19", brief("2024-08-17"), &th, ["2024-08-20", "2024-09-20", "2024-09-23"]),
        ("19 SN", brief("2024-08-17"), &Land::SN.into(), ["2024-08-20", "2024-09-20", "2024-09-20"]),
        ("24", brief("2025-11-20"), &th, ["2025-11-24", "2025-12-24", "2025-12-24"]),
        ("25", brief("2025-11-21"), &th, ["2025-11-25", "2025-12-25", "2025-12-29"]),
        // BSG 09.12.2008 – B 8/9b SO 13/07 R: neither does the day of a registered letter move.
        ("Einschreiben", einschreiben("2024-11-28"), &th, ["2024-12-01", "2025-01-01", "2025-01-02"]),
        ("Einschreiben 2025", einschreiben("2025-01-08"), &th, ["2025-01-12", "2025-02-12", "2025-02-12"]),
    ];
    for (nr, weg, ort, soll) in faelle {
        assert_eq!(rechne(*weg, ort), *soll, "Beispiel {nr}");
    }
}

/// Examples 29, 30 and 32: Klage, abroad, one year.
#[test]
fn beispiele_klage_ausland_ein_jahr() {
    let th = ilmkreis();
    let f = klagefrist(&brief("2026-06-29"), false, Ordnungsgemaess, &th).unwrap();
    assert_eq!([f.bekanntgabe, f.frist.fristende], [tag("2026-07-03"), tag("2026-08-03")]);

    let weg = Bekanntgabe::PostAusland { zugang: tag("2025-11-30") };
    let f = widerspruchsfrist(&weg, false, Ordnungsgemaess, &th).unwrap();
    assert_eq!([f.frist.frist_nominal, f.frist.fristende], [tag("2026-02-28"), tag("2026-03-02")]);
    assert_eq!(klagefrist(&weg, true, Ordnungsgemaess, &th).unwrap().frist.fristende, tag("2026-03-02"));

    for mangel in [Fehlt, Fehlerhaft] {
        for ausland in [false, true] {
            let f = widerspruchsfrist(&zugestellt("2025-05-14"), ausland, mangel, &th).unwrap();
            assert_eq!([f.frist.frist_nominal, f.frist.fristende], [tag("2026-05-14"), tag("2026-05-15")]);
        }
    }
    let schalttag = klagefrist(&zugestellt("2024-02-29"), false, Fehlt, &th).unwrap();
    assert_eq!(schalttag.frist.frist_nominal, tag("2025-02-28"));
}

/// The fourth day came with postings of 01.01.2025 (BGBl. 2024 I Nr. 236); the day never moves.
#[test]
fn tag_der_bekanntgabe() {
    let elektronisch = |absendung| Bekanntgabe::Elektronisch { absendung: tag(absendung), zugang: None };
    for (weg, soll) in [
        (brief("2024-12-31"), "2025-01-03"),
        (brief("2025-01-01"), "2025-01-05"),
        (brief("2026-04-02"), "2026-04-06"), // Ostermontag
        (brief("2024-12-22"), "2024-12-25"), // Weihnachten
        (elektronisch("2024-12-31"), "2025-01-03"),
        (elektronisch("2025-01-01"), "2025-01-05"),
        (einschreiben("2024-12-31"), "2025-01-03"),
        (einschreiben("2025-01-01"), "2025-01-05"),
        (zugestellt("2026-10-31"), "2026-10-31"),
    ] {
        assert_eq!(bekanntgabe(&weg).unwrap().datum, tag(soll), "{weg:?}");
    }
}

/// A later receipt wins, an earlier one has no effect (BSG B 14 AS 12/09 R: received 28.09., known 29.09.2007).
#[test]
fn nachgewiesener_zugang() {
    let mit_zugang = |zugang: &str| {
        let aufgabe_zur_post = tag("2007-09-26");
        let zugang = Some(tag(zugang));
        [
            Bekanntgabe::PostInland { aufgabe_zur_post: Some(aufgabe_zur_post), vermerk: true, zugang },
            Bekanntgabe::Elektronisch { absendung: aufgabe_zur_post, zugang },
            Bekanntgabe::UebergabeEinschreiben { aufgabe_zur_post, zugang },
        ]
    };
    for (zugang, soll) in [
        ("2007-09-26", Ok(tag("2007-09-29"))),
        ("2007-09-28", Ok(tag("2007-09-29"))),
        ("2007-09-29", Ok(tag("2007-09-29"))),
        ("2007-09-30", Ok(tag("2007-09-30"))),
        ("2007-12-24", Ok(tag("2007-12-24"))),
        ("2007-09-25", Err(FristFehler::ReceiptBeforePosting)),
    ] {
        for weg in mit_zugang(zugang) {
            assert_eq!(bekanntgabe(&weg).map(|b| b.datum), soll, "{weg:?}");
        }
    }
}

/// Without a note of posting the fiction does not start (BSG 03.03.2009 – B 4 AS 37/08 R).
#[test]
fn ohne_vermerk_zaehlt_der_zugang() {
    let weg = |aufgabe: Option<&str>, vermerk, zugang: Option<&str>| {
        let weg =
            Bekanntgabe::PostInland { aufgabe_zur_post: aufgabe.map(tag), vermerk, zugang: zugang.map(tag) };
        bekanntgabe(&weg).map(|b| b.datum.to_string()).map_err(|f| f.code())
    };
    assert_eq!(weg(Some("2026-11-02"), false, Some("2026-11-04")), Ok("2026-11-04".into()));
    assert_eq!(weg(None, false, Some("2026-11-04")), Ok("2026-11-04".into()));
    assert_eq!(weg(Some("2026-11-02"), false, None), Err("fiction_without_proof"));
    assert_eq!(weg(None, false, None), Err("fiction_without_proof"));
    assert_eq!(weg(None, true, None), Err("missing_input"));
    assert_eq!(weg(None, true, Some("2026-11-04")), Err("missing_input"));
    assert_eq!(weg(Some("2026-11-05"), false, Some("2026-11-04")), Err("invalid_date"));
}

/// Example 35, and a way to the post that leads over a weekend.
#[test]
fn untaetigkeitsfristen() {
    let rechne = |eingang: &str, wartefrist| {
        let u = untaetigkeit(tag(eingang), wartefrist, &ilmkreis()).unwrap();
        [u.nominal, u.fristende, u.absenden_bis].map(|t| t.to_string())
    };
    assert_eq!(rechne("2026-07-03", Wartefrist::Widerspruch), ["2026-10-03", "2026-10-05", "2026-09-29"]);
    // 24.09.2026 less four days is Sunday, 20.09., a holiday besides; the working day before is the 18th.
    assert_eq!(rechne("2026-03-24", Wartefrist::Antrag), ["2026-09-24", "2026-09-24", "2026-09-18"]);
    assert_eq!(rechne("2026-03-24", Wartefrist::Ueberpruefung), ["2026-09-24", "2026-09-24", "2026-09-18"]);
    assert_eq!(rechne("2025-11-30", Wartefrist::Widerspruch), ["2026-02-28", "2026-03-02", "2026-02-24"]);
    assert_eq!(rechne("2025-08-31", Wartefrist::Antrag), ["2026-02-28", "2026-03-02", "2026-02-24"]);
}

/// Example 37: a decision known in 2022 can be reviewed until 31.12.2026.
#[test]
fn ueberpruefungsantrag() {
    for (antrag, nachzahlung, aelteste) in [
        ("2026-11-15", "2025-01-01", "2022-01-01"),
        ("2026-12-31", "2025-01-01", "2022-01-01"),
        ("2027-01-01", "2026-01-01", "2023-01-01"),
    ] {
        let u = ueberpruefung(tag(antrag)).unwrap();
        assert_eq!([u.nachzahlung_ab, u.aelteste_bekanntgabe], [tag(nachzahlung), tag(aelteste)], "{antrag}");
    }
    let hinweis =
        |antrag: &str| ueberpruefung(tag(antrag)).unwrap().schritte.iter().any(|s| s.contains("älter"));
    assert!(hinweis("2016-07-31") && !hinweis("2016-08-01"));
}

#[test]
fn kundenreaktionen() {
    let rechne = |eingang: &str, frei: &[&str]| {
        let frei: Vec<_> = frei.iter().map(|t| tag(t)).collect();
        let k = kundenreaktion(tag(eingang), &ilmkreis(), 3, 14, &frei).unwrap();
        [k.bestaetigung_bis, k.antwort_bis].map(|t| t.to_string())
    };
    assert_eq!(rechne("2026-11-23", &[]), ["2026-11-26", "2026-12-07"]);
    assert_eq!(rechne("2026-11-20", &[]), ["2026-11-25", "2026-12-04"]);
    assert_eq!(rechne("2026-11-21", &[]), ["2026-11-25", "2026-12-05"]); // answer on a Saturday
    assert_eq!(rechne("2025-12-23", &[]), ["2025-12-30", "2026-01-06"]); // 24., 29., 30.
    assert_eq!(rechne("2025-12-23", &["2025-12-24", "2025-12-31"]), ["2026-01-02", "2026-01-06"]);
    assert_eq!(rechne("2026-05-13", &[]), ["2026-05-19", "2026-05-27"]); // Himmelfahrt
    let null = kundenreaktion(tag("2026-11-22"), &ilmkreis(), 0, 0, &[]).unwrap();
    assert_eq!([null.bestaetigung_bis, null.antwort_bis], [tag("2026-11-22"); 2]);
}

/// First example from mkm-datenschutz.de (22.12.2020 12:17 → 25.12.2020 13:00), the others of the paper, and both
/// clock changes.
#[test]
fn datenpannen() {
    for (kenntnis, soll) in [
        ("2020-12-22T12:17:00+01:00", "2020-12-25T13:00:00+01:00"),
        ("2026-11-20T16:30:00+01:00", "2026-11-23T17:00:00+01:00"),
        ("2026-11-20T15:30:00Z", "2026-11-23T17:00:00+01:00"),
        ("2026-11-20T21:00:00+05:30", "2026-11-23T17:00:00+01:00"),
        ("2026-03-27T14:00:00+01:00", "2026-03-30T16:00:00+02:00"),
        ("2026-10-23T14:00:00+02:00", "2026-10-26T14:00:00+01:00"),
        ("2026-10-25T02:30:00+02:00", "2026-10-28T02:00:00+01:00"),
        ("2026-10-25T02:30:00+01:00", "2026-10-28T03:00:00+01:00"),
        ("2026-12-31T23:59:59.999+01:00", "2027-01-04T00:00:00+01:00"),
    ] {
        let frist = datenpanne(zeitpunkt_lesen(kenntnis).unwrap(), 72).unwrap();
        assert_eq!(frist.ende.to_rfc3339(), soll, "{kenntnis}");
    }
    let kenntnis = zeitpunkt_lesen("2026-11-20T16:30:00+01:00").unwrap();
    assert_eq!(datenpanne(kenntnis, 96).unwrap().ende.to_rfc3339(), "2026-11-24T17:00:00+01:00");
    assert_eq!(datenpanne(kenntnis, 0).unwrap().ende.to_rfc3339(), "2026-11-20T17:00:00+01:00");
    for kaputt in ["2026-11-20T16:30:00", "2026-11-20", "2026-02-31T10:00:00+01:00", ""] {
        assert_eq!(zeitpunkt_lesen(kaputt), Err(FristFehler::InvalidTime), "{kaputt}");
    }
}

/// Both examples of the paper (Reg. 1182/71 Art. 3), and the extension.
#[test]
fn betroffenenanfragen() {
    let rechne = |eingang: &str, verlaengert| {
        let f = betroffenenanfrage(tag(eingang), verlaengert, &ilmkreis()).unwrap();
        [f.frist_nominal, f.fristende].map(|t| t.to_string())
    };
    assert_eq!(rechne("2026-01-31", false), ["2026-02-28", "2026-03-02"]);
    assert_eq!(rechne("2026-08-20", false), ["2026-09-20", "2026-09-21"]);
    assert_eq!(rechne("2026-01-31", true), ["2026-04-30", "2026-04-30"]);
    assert_eq!(rechne("2026-11-30", true), ["2027-02-28", "2027-03-01"]);
}

#[test]
fn rechtsmittelfristen() {
    for art in [Rechtsmittel::Berufung, Rechtsmittel::Nichtzulassungsbeschwerde, Rechtsmittel::Beschwerde] {
        let f = rechtsmittelfrist(tag("2025-03-18"), art, &ilmkreis()).unwrap();
        assert_eq!([f.frist_nominal, f.fristende], [tag("2025-04-18"), tag("2025-04-22")]);
        let f = rechtsmittelfrist(tag("2026-08-31"), art, &ilmkreis()).unwrap();
        assert_eq!([f.frist_nominal, f.fristende], [tag("2026-09-30"), tag("2026-09-30")]);
    }
}

/// The page a caseworker prints, to the letter, for example 14.
#[test]
fn begruendung_zum_ausdrucken() {
    let f = widerspruchsfrist(&brief("2025-03-14"), false, Ordnungsgemaess, &ilmkreis()).unwrap();
    assert_eq!(
        f.frist.schritte,
        [
            "Aufgabe zur Post am Freitag, 14.03.2025, mit Vermerk. Dieser Tag zählt nicht mit (§ 26 Abs. 1 SGB X in Verbindung mit § 187 Abs. 1 BGB).",
            "Der Bescheid gilt am vierten Tag nach der Aufgabe zur Post als bekannt gegeben: Dienstag, 18.03.2025 (§ 37 Abs. 2 Satz 1 SGB X in der Fassung ab 01.01.2025). Wochenenden und Feiertage verschieben diesen Tag nicht (BSG, Urteil vom 06.05.2010 – B 14 AS 12/09 R).",
            "Die Frist für den Widerspruch beträgt einen Monat nach der Bekanntgabe des Bescheids (§ 84 Abs. 1 Satz 1 SGG).",
            "Der Tag der Bekanntgabe zählt nicht mit; die Frist beginnt am Mittwoch, 19.03.2025 (§ 64 Abs. 1 SGG).",
            "Sie endet rechnerisch am Freitag, 18.04.2025, dem Tag mit derselben Zahl wie der Tag der Bekanntgabe (§ 64 Abs. 2 Satz 1 SGG).",
            "An einem Samstag, Sonntag oder gesetzlichen Feiertag endet die Frist nicht: Freitag, 18.04.2025 ist Karfreitag (Thüringen); Samstag, 19.04.2025; Sonntag, 20.04.2025; Montag, 21.04.2025 ist Ostermontag (Thüringen). Sie läuft erst am Dienstag, 22.04.2025 um 24 Uhr ab (§ 64 Abs. 3 SGG).",
        ]
    );
}

/// What must be said where it applies, and only there.
#[test]
fn begruendung_nennt_besonderheiten() {
    let text = |weg: Bekanntgabe, belehrung| {
        widerspruchsfrist(&weg, false, belehrung, &ilmkreis()).unwrap().frist.schritte.join("\n")
    };
    let uebergang = "Übergangsvorschrift";
    assert!(text(brief("2024-12-29"), Ordnungsgemaess).contains(uebergang));
    assert!(text(brief("2024-12-31"), Ordnungsgemaess).contains(uebergang));
    assert!(!text(brief("2024-12-28"), Ordnungsgemaess).contains(uebergang));
    assert!(!text(brief("2025-01-01"), Ordnungsgemaess).contains(uebergang));
    assert!(
        text(brief("2025-11-20"), Ordnungsgemaess).contains("Heilige Abend ist kein gesetzlicher Feiertag")
    );
    assert!(text(brief("2025-01-27"), Ordnungsgemaess).contains("Einen 31. gibt es im Februar 2025 nicht"));
    assert!(text(zugestellt("2025-05-14"), Fehlt).contains("§ 66 Abs. 2 Satz 1 SGG"));
    let ohne =
        Bekanntgabe::PostInland { aufgabe_zur_post: None, vermerk: false, zugang: Some(tag("2026-11-04")) };
    assert!(text(ohne, Ordnungsgemaess).contains("B 4 AS 37/08 R"));
    let uhr = datenpanne(zeitpunkt_lesen("2026-10-25T02:30:00+01:00").unwrap(), 72).unwrap();
    assert!(uhr.schritte[0].contains("02:30 Uhr (CET)"), "{}", uhr.schritte[0]);
}

/// Dates that the tables do not reach are refused, never a panic.
#[test]
fn ausserhalb_des_bereichs() {
    let th = ilmkreis();
    let frueh = NaiveDate::from_ymd_opt(1989, 12, 31).unwrap();
    for (tag, soll) in [
        (frueh, "date_before_law"),
        (NaiveDate::MIN, "date_before_law"),
        (NaiveDate::from_ymd_opt(9999, 12, 31).unwrap(), "invalid_date"),
        (NaiveDate::MAX, "invalid_date"),
    ] {
        let weg = Bekanntgabe::Elektronisch { absendung: tag, zugang: None };
        let codes = [
            bekanntgabe(&weg).map(|_| ()),
            widerspruchsfrist(&Bekanntgabe::Zustellung { datum: tag }, false, Fehlt, &th).map(|_| ()),
            klagefrist(&Bekanntgabe::PostAusland { zugang: tag }, false, Fehlt, &th).map(|_| ()),
            untaetigkeit(tag, Wartefrist::Antrag, &th).map(|_| ()),
            kundenreaktion(tag, &th, 3, 14, &[]).map(|_| ()),
            betroffenenanfrage(tag, false, &th).map(|_| ()),
            rechtsmittelfrist(tag, Rechtsmittel::Berufung, &th).map(|_| ()),
        ]
        .map(|r| r.unwrap_err().code());
        assert_eq!(codes, [soll; 7], "{tag}");
    }
    assert_eq!(ueberpruefung(frueh), Err(FristFehler::DateBeforeLaw));
    assert_eq!(ueberpruefung(NaiveDate::MAX), Err(FristFehler::DateTooLate));
    assert!(ueberpruefung(tag("9999-12-31")).is_ok());
    let bald = zeitpunkt_lesen("9999-12-30T12:00:00+01:00").unwrap();
    for (kenntnis, stunden) in [
        (bald, 72),
        (bald, u32::MAX),
        (zeitpunkt_lesen("9999-12-31T23:30:00-05:00").unwrap(), 0),
        (DateTime::<chrono::Utc>::MAX_UTC.fixed_offset(), u32::MAX),
    ] {
        assert_eq!(datenpanne(kenntnis, stunden), Err(FristFehler::DateTooLate), "{stunden}");
    }
    for kenntnis in ["1989-12-31T22:59:59Z", "0000-01-01T00:00:00Z"] {
        let kenntnis = zeitpunkt_lesen(kenntnis).unwrap();
        assert_eq!(datenpanne(kenntnis, 72), Err(FristFehler::DateBeforeLaw));
    }
    assert_eq!(
        datenpanne(DateTime::<chrono::Utc>::MIN_UTC.fixed_offset(), 1),
        Err(FristFehler::DateBeforeLaw)
    );
    assert!(datenpanne(zeitpunkt_lesen("1989-12-31T23:00:00Z").unwrap(), 72).is_ok(), "1990 in Berlin");
    assert_eq!(kundenreaktion(tag("2026-11-23"), &th, u32::MAX, 0, &[]), Err(FristFehler::DateTooLate));
    assert_eq!(kundenreaktion(tag("2026-11-23"), &th, 0, u32::MAX, &[]), Err(FristFehler::DateTooLate));
}

#[test]
fn tage_lesen() {
    assert_eq!(tag_lesen("2024-02-29"), Ok(NaiveDate::from_ymd_opt(2024, 2, 29).unwrap()));
    assert_eq!(tag_lesen("1990-01-01").unwrap().to_string(), "1990-01-01");
    assert_eq!(tag_lesen("1989-12-31"), Err(FristFehler::DateBeforeLaw));
    for kaputt in [
        "",
        "2026-02-31",
        "2025-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-1-1",
        "2026-01-1",
        "31.01.2026",
        "2026/01/31",
        "20260131",
        "+026-01-31",
        "2026-01-31 ",
        "10000-01-01",
        "-2026-01-31",
        "２026-01-3",
        "2026-01-+1",
        "äöü-01-01",
    ] {
        assert_eq!(tag_lesen(kaputt), Err(FristFehler::InvalidDate), "{kaputt}");
    }
}

/// `docs/recht.md` names the test of each rule; a renamed test must be renamed there.
#[test]
fn die_rechtsseite_nennt_tests_die_es_gibt() {
    let wurzel = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let seite = std::fs::read_to_string(format!("{wurzel}/docs/recht.md")).unwrap();
    let namen: Vec<_> = seite.split('`').filter_map(|wort| wort.split_once("::")).collect();
    assert!(namen.len() > 30, "nur {} Tests genannt", namen.len());
    for (datei, name) in namen {
        let quelle = std::fs::read_to_string(format!("{wurzel}/tests/core/{datei}.rs")).unwrap();
        assert!(quelle.contains(&format!("fn {name}(")), "{datei}::{name}");
    }
}
