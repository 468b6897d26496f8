//! Statutory holidays against a second source, and each change of law by its first and last year.

use std::collections::BTreeSet;
use std::fs;

use chrono::NaiveDate;
use iks_core::frist::{FristFehler, Ort, feiertag, feiertage, tag_lesen};
use iks_core::organisation::{Land, OrtsFeiertage};

type Tage = BTreeSet<(NaiveDate, String)>;

fn tag(text: &str) -> NaiveDate {
    tag_lesen(text).unwrap()
}

fn ueberall() -> OrtsFeiertage {
    OrtsFeiertage { fronleichnam: true, mariae_himmelfahrt: true, friedensfest: true, weitere: vec![] }
}

fn unsere(ort: &Ort, jahr: i32) -> Vec<(NaiveDate, &'static str)> {
    feiertage(ort, jahr).unwrap().into_iter().map(|f| (f.datum, f.name)).collect()
}

fn ist_feiertag(land: Land, text: &str) -> bool {
    feiertag(&land.into(), tag(text)).is_some()
}

/// The same day by another name. Everything else has to agree to the letter.
fn unser_name(name: &str) -> &str {
    match name {
        "Erster Mai" => "Tag der Arbeit",
        "Frauentag" => "Internationaler Frauentag",
        "Augsburger Hohes Friedensfest" => "Augsburger Friedensfest",
        // The interface gives the one-off days of Berlin (8.5.2020, 8.5.2025, 17.6.2028) one name.
        name if name.starts_with("75. Jahrestag") || name.starts_with("80. Jahrestag") => "Tag der Befreiung",
        gleich => gleich,
    }
}

/// What the Python package says of that Land: everywhere, and in all its municipalities together.
fn zweite_quelle(land: Land) -> (Tage, Tage) {
    let pfad = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/feiertage.csv");
    let text = fs::read_to_string(pfad).unwrap();
    let (mut im_land, mut in_gemeinden) = (Tage::new(), Tage::new());
    let kuerzel = format!("{land:?}");
    for zeile in text.lines().filter(|z| z.starts_with(|c: char| c.is_ascii_digit())) {
        let [datum, name, laender] = zeile.split(';').collect::<Vec<_>>()[..] else { panic!("{zeile}") };
        let eintrag = (tag(datum), unser_name(name).to_owned());
        let genannt = |wort: &str| laender.split(' ').any(|l| l == wort);
        if genannt("alle") || genannt(&kuerzel) {
            im_land.insert(eintrag.clone());
            in_gemeinden.insert(eintrag);
        } else if genannt(&format!("{kuerzel}*")) {
            in_gemeinden.insert(eintrag);
        }
    }
    (im_land, in_gemeinden)
}

/// 16 Länder, 1995 to 2040, dates and names: Python package `holidays` 0.109 (MIT), see
/// `scripts/feiertage_erneuern.py`. There is no cell in which we differ but by name.
#[test]
fn wie_die_zweite_quelle_1995_bis_2040() {
    let alle_jahre = |ort: &Ort| -> Tage {
        (1995..=2040).flat_map(|jahr| unsere(ort, jahr)).map(|(d, n)| (d, n.to_owned())).collect()
    };
    for land in Land::ALLE {
        let (im_land, in_gemeinden) = zweite_quelle(land);
        assert!(im_land.len() >= 46 * 9, "{land:?}: {} Tage in der Datei", im_land.len());
        let ist = alle_jahre(&land.into());
        assert_eq!(ist.symmetric_difference(&im_land).collect::<Vec<_>>(), Vec::<&_>::new(), "{land:?}");
        let ist = alle_jahre(&Ort { land, oertlich: ueberall() });
        let anders: Vec<_> = ist.symmetric_difference(&in_gemeinden).collect();
        assert_eq!(anders, Vec::<&_>::new(), "{land:?} mit örtlichen Feiertagen");
    }
}

/// The single day is found without building the year; both ways have to agree on every day.
#[test]
fn einzelner_tag_wie_das_ganze_jahr() {
    for land in Land::ALLE {
        for oertlich in [OrtsFeiertage::default(), ueberall()] {
            let ort = Ort { land, oertlich };
            for jahr in [1990, 1994, 1995, 2008, 2016, 2017, 2018, 2019, 2020, 2023, 2025, 2028, 2099] {
                let liste = unsere(&ort, jahr);
                let erster = NaiveDate::from_ymd_opt(jahr, 1, 1).unwrap();
                for tag in erster.iter_days().take_while(|t| t.format("%Y").to_string() == jahr.to_string()) {
                    let in_liste = liste.iter().find(|(datum, _)| *datum == tag).map(|(_, name)| *name);
                    assert_eq!(feiertag(&ort, tag), in_liste, "{land:?} {tag}");
                }
            }
        }
    }
}

/// Each change of law: the last year without and the first year with the day, or the other way round.
#[test]
fn erste_und_letzte_jahre() {
    use Land::*;
    let wechsel: [(&[Land], &str, &str); 9] = [
        (&[BE], "2018-03-08", "2019-03-08"),
        (&[MV], "2022-03-08", "2023-03-08"),
        (&[TH], "2018-09-20", "2019-09-20"),
        (&[BW, BY, BE, HB, HH, HE, NI, NW, RP, SL, SH], "2016-10-31", "2017-10-31"),
        (&[BW, BY, BE, HE, NW, RP, SL], "2018-10-31", "2017-10-31"),
        (&[BW, BY, BE, BB, HB, HH, HE, MV, NI, NW, RP, SL, ST, SH, TH], "1995-11-22", "1994-11-16"),
        (&[BE], "2019-05-08", "2020-05-08"),
        (&[BE], "2024-05-08", "2025-05-08"),
        (&[BE], "2027-06-17", "2028-06-17"),
    ];
    for (laender, ohne, mit) in wechsel {
        for land in laender {
            assert!(!ist_feiertag(*land, ohne), "{land:?} {ohne}");
            assert!(ist_feiertag(*land, mit), "{land:?} {mit}");
        }
    }
    for (land, immer) in [
        (HB, "2018-10-31"),
        (HH, "2026-10-31"),
        (NI, "2018-10-31"),
        (SH, "2018-10-31"),
        (TH, "1995-10-31"),
        (SN, "1995-11-22"),
        (SN, "2026-11-18"),
    ] {
        assert!(ist_feiertag(land, immer), "{land:?} {immer}");
    }
    for einmalig in ["2021-05-08", "2026-05-08", "2029-06-17"] {
        assert!(!ist_feiertag(BE, einmalig), "{einmalig}");
    }
}

/// Dates of Easter Sunday from J. Meeus, Astronomical Algorithms (2nd ed.), chapter 8; earliest and latest
/// possible day of this era among them.
#[test]
fn ostern_nach_meeus() {
    for (jahr, ostern) in [
        (1991, "1991-03-31"),
        (1992, "1992-04-19"),
        (1993, "1993-04-11"),
        (2000, "2000-04-23"),
        (2008, "2008-03-23"),
        (2038, "2038-04-25"),
    ] {
        assert_eq!(feiertag(&Land::BB.into(), tag(ostern)), Some("Ostersonntag"), "{jahr}");
    }
}

#[test]
fn zwei_feiertage_an_einem_tag() {
    let mai: Vec<_> =
        unsere(&Land::TH.into(), 2008).into_iter().filter(|(d, _)| *d == tag("2008-05-01")).collect();
    assert_eq!(
        mai.iter().map(|(_, name)| *name).collect::<Vec<_>>(),
        ["Tag der Arbeit", "Christi Himmelfahrt"]
    );
}

/// A municipal flag adds its day in its Länder, has no effect elsewhere, and `false` takes nothing away.
#[test]
fn oertliche_feiertage() {
    let mit = |land, oertlich: OrtsFeiertage| unsere(&Ort { land, oertlich }, 2026).len();
    let ohne = |land: Land| unsere(&land.into(), 2026).len();
    for land in Land::ALLE {
        let nur = |land, f: fn(&mut OrtsFeiertage)| {
            let mut oertlich = OrtsFeiertage::default();
            f(&mut oertlich);
            mit(land, oertlich) - ohne(land)
        };
        let bayern = usize::from(land == Land::BY);
        assert_eq!(nur(land, |o| o.fronleichnam = true), usize::from(matches!(land, Land::TH | Land::SN)));
        assert_eq!(nur(land, |o| o.mariae_himmelfahrt = true), bayern);
        assert_eq!(nur(land, |o| o.friedensfest = true), bayern);
    }
    assert!(ist_feiertag(Land::HE, "2026-06-04"), "Fronleichnam bleibt ohne Angabe");
    assert!(ist_feiertag(Land::SL, "2026-08-15"), "Mariä Himmelfahrt bleibt ohne Angabe");
    assert_eq!(ohne(Land::TH), 11);
}

/// Days that the house entered appear once, in their place, unless they are holidays anyway.
#[test]
fn weitere_feiertage_des_hauses() {
    let weitere = ["2026-12-26", "2026-06-01", "2026-06-01", "2027-06-01"].map(tag).to_vec();
    let ort = Ort { land: Land::TH, oertlich: OrtsFeiertage { weitere, ..OrtsFeiertage::default() } };
    let liste = unsere(&ort, 2026);
    assert_eq!(liste.len(), 12);
    assert!(liste.is_sorted());
    assert!(liste.contains(&(tag("2026-06-01"), "Weiterer Feiertag")));
    assert!(liste.contains(&(tag("2026-12-26"), "Zweiter Weihnachtstag")));
    assert!(!ort.ist_arbeitstag(tag("2026-06-01")));
}

#[test]
fn arbeitstage() {
    let ort = Ort::from(Land::TH);
    for werktag in ["2026-12-24", "2026-12-31", "2026-05-15", "2025-01-06"] {
        assert!(ort.ist_arbeitstag(tag(werktag)), "{werktag}");
    }
    for frei in ["2026-05-14", "2026-09-20", "2026-11-21", "2026-11-22", "2026-12-25"] {
        assert!(!ort.ist_arbeitstag(tag(frei)), "{frei}");
    }
    assert_eq!(ort.naechster_arbeitstag(tag("2025-12-25")).unwrap(), tag("2025-12-29"));
    assert_eq!(ort.naechster_arbeitstag(tag("2025-12-24")).unwrap(), tag("2025-12-24"));
    assert_eq!(ort.letzter_arbeitstag(tag("2025-12-28")).unwrap(), tag("2025-12-24"));
    assert_eq!(Ort::from(Land::TH).naechster_arbeitstag(tag("9999-12-31")).unwrap(), tag("9999-12-31"));
}

#[test]
fn jahre_ausserhalb_der_tabelle() {
    let ort = Ort::from(Land::TH);
    assert_eq!(feiertage(&ort, 1989), Err(FristFehler::DateBeforeLaw));
    for jahr in [10_000, i32::MAX, 262_143] {
        assert_eq!(feiertage(&ort, jahr), Err(FristFehler::DateTooLate), "{jahr}");
    }
    for jahr in [i32::MIN, -262_144, 0] {
        assert!(feiertage(&ort, jahr).is_err(), "{jahr}");
    }
    assert_eq!(feiertage(&ort, 1990).unwrap().len(), 11, "mit Buß- und Bettag");
    assert!(feiertage(&ort, 9999).is_ok());
}
