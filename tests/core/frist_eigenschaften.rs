//! Deadlines: what must hold for all inputs, not only for the worked examples.

use Rechtsbehelfsbelehrung::{Fehlerhaft, Fehlt, Ordnungsgemaess};
use chrono::{DateTime, Datelike, Days, NaiveDate, Timelike, Weekday};
use iks_core::frist::{
    Bekanntgabe, Ort, Rechtsbehelfsbelehrung, Rechtsbehelfsfrist, Rechtsmittel, Wartefrist, bekanntgabe,
    betroffenenanfrage, datenpanne, feiertag, klagefrist, kundenreaktion, rechtsmittelfrist, ueberpruefung,
    untaetigkeit, widerspruchsfrist,
};
use iks_core::organisation::{Land, OrtsFeiertage};
use proptest::prelude::*;

fn tage(von: i32, bis: i32) -> impl Strategy<Value = NaiveDate> {
    let tag = |jahr| NaiveDate::from_ymd_opt(jahr, 1, 1).unwrap().num_days_from_ce();
    (tag(von)..tag(bis)).prop_map(|n| NaiveDate::from_num_days_from_ce_opt(n).unwrap())
}

/// Any day of the tables' everyday range, and more often one around the change of 2025.
fn tag() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![tage(1990, 2100), tage(2024, 2026)]
}

fn ort() -> impl Strategy<Value = Ort> {
    (0..16_usize, any::<[bool; 3]>(), prop::collection::vec(tag(), 0..3)).prop_map(
        |(land, [f, m, a], weitere)| Ort {
            land: Land::ALLE[land],
            oertlich: OrtsFeiertage { fronleichnam: f, mariae_himmelfahrt: m, friedensfest: a, weitere },
        },
    )
}

fn belehrung() -> impl Strategy<Value = Rechtsbehelfsbelehrung> {
    prop::sample::select(vec![Ordnungsgemaess, Fehlt, Fehlerhaft])
}

/// A way with a fiction, posted or sent on that day.
fn abgang(art: u8, tag: NaiveDate) -> Bekanntgabe {
    match art % 3 {
        0 => Bekanntgabe::PostInland { aufgabe_zur_post: Some(tag), vermerk: true, zugang: None },
        1 => Bekanntgabe::Elektronisch { absendung: tag, zugang: None },
        _ => Bekanntgabe::UebergabeEinschreiben { aufgabe_zur_post: tag, zugang: None },
    }
}

fn arbeitsfrei(ort: &Ort, tag: NaiveDate) -> bool {
    matches!(tag.weekday(), Weekday::Sat | Weekday::Sun) || feiertag(ort, tag).is_some()
}

fn monat_weiter(tag: NaiveDate, monate: u32) -> (i32, u32) {
    let n = tag.year() * 12 + tag.month0() as i32 + monate as i32;
    (n.div_euclid(12), n.rem_euclid(12) as u32 + 1)
}

/// The definition in words of its own: same number, or last day of the month that lacks it.
fn ist_nominal(ereignis: NaiveDate, nominal: NaiveDate, monate: u32) -> bool {
    (nominal.year(), nominal.month()) == monat_weiter(ereignis, monate)
        && (nominal.day() == ereignis.day()
            || nominal.day() < ereignis.day() && nominal.succ_opt().unwrap().day() == 1)
}

/// Not before its nominal end, on a working day, and nothing but free days in between.
fn ist_verschoben(ort: &Ort, nominal: NaiveDate, ende: NaiveDate) -> bool {
    ende >= nominal
        && !arbeitsfrei(ort, ende)
        && nominal.iter_days().take_while(|tag| *tag < ende).all(|tag| arbeitsfrei(ort, tag))
}

fn monate(belehrung: Rechtsbehelfsbelehrung, ausland: bool) -> u32 {
    match (belehrung, ausland) {
        (Ordnungsgemaess, false) => 1,
        (Ordnungsgemaess, true) => 3,
        _ => 12,
    }
}

/// Every step is a sentence of its own and names its paragraph.
fn sind_saetze(schritte: &[String]) -> bool {
    !schritte.is_empty()
        && schritte.iter().all(|s| {
            s.ends_with('.')
                && s.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
                && (s.contains('§') || s.contains("Art. "))
                && !s.contains(['!', '{', '}'])
        })
}

proptest! {
    #[test]
    fn frist_endet_nie_an_einem_freien_tag(
        art in 0..3_u8, tag in tag(), ausland: bool, belehrung in belehrung(), ort in ort()
    ) {
        let weg = abgang(art, tag);
        for frist in [widerspruchsfrist, klagefrist] {
            let Rechtsbehelfsfrist { bekanntgabe, frist } = frist(&weg, ausland, belehrung, &ort).unwrap();
            prop_assert!(ist_nominal(bekanntgabe, frist.frist_nominal, monate(belehrung, ausland)));
            prop_assert!(ist_verschoben(&ort, frist.frist_nominal, frist.fristende));
            prop_assert!(sind_saetze(&frist.schritte), "{:#?}", frist.schritte);
        }
    }

    /// Who posts later never has the earlier end, also where the third day became the fourth.
    #[test]
    fn spaetere_aufgabe_nie_fruehere_frist(
        art in 0..3_u8, tag in tag(), spaeter in 0..40_u64, belehrung in belehrung(), ort in ort()
    ) {
        let ende = |tag| {
            let f = widerspruchsfrist(&abgang(art, tag), false, belehrung, &ort).unwrap();
            (f.bekanntgabe, f.frist.frist_nominal, f.frist.fristende)
        };
        let (frueh, spaet) = (ende(tag), ende(tag + Days::new(spaeter)));
        prop_assert!(frueh.0 <= spaet.0 && frueh.1 <= spaet.1 && frueh.2 <= spaet.2);
    }

    /// Three days up to 31.12.2024, four from then on, whatever the place and the day of the week.
    #[test]
    fn bekanntgabe_ist_ein_kalendertag(art in 0..3_u8, tag in tag()) {
        let bekannt = bekanntgabe(&abgang(art, tag)).unwrap();
        prop_assert_eq!((bekannt.datum - tag).num_days(), if tag.year() < 2025 { 3 } else { 4 });
        prop_assert!(sind_saetze(&bekannt.schritte));
    }

    /// A proven receipt can only postpone.
    #[test]
    fn zugang_wirkt_nur_spaeter(tag in tag(), spaeter in 0..30_u64) {
        let zugang = tag + Days::new(spaeter);
        let weg = |zugang| Bekanntgabe::PostInland { aufgabe_zur_post: Some(tag), vermerk: true, zugang };
        let vermutet = bekanntgabe(&weg(None)).unwrap().datum;
        prop_assert_eq!(bekanntgabe(&weg(Some(zugang))).unwrap().datum, vermutet.max(zugang));
    }

    /// One month on, a short month clamps; and 31.10. is never a nominal end of one month, because
    /// September has 30 days.
    #[test]
    fn ein_monat_endet_nie_am_31_oktober(tag in tag(), ort in ort()) {
        let f = rechtsmittelfrist(tag, Rechtsmittel::Berufung, &ort).unwrap();
        prop_assert!(ist_nominal(tag, f.frist_nominal, 1));
        prop_assert!(ist_verschoben(&ort, f.frist_nominal, f.fristende));
        prop_assert_ne!((f.frist_nominal.day(), f.frist_nominal.month()), (31, 10));
        prop_assert!((28..=31).contains(&(f.frist_nominal - tag).num_days()));
        prop_assert!(sind_saetze(&f.schritte));
    }

    #[test]
    fn untaetigkeit_plant_den_postweg_ein(tag in tag(), sechs: bool, ort in ort()) {
        let (wartefrist, monate) =
            if sechs { (Wartefrist::Antrag, 6) } else { (Wartefrist::Widerspruch, 3) };
        let u = untaetigkeit(tag, wartefrist, &ort).unwrap();
        prop_assert!(ist_nominal(tag, u.nominal, monate));
        prop_assert!(ist_verschoben(&ort, u.nominal, u.fristende));
        prop_assert!(!arbeitsfrei(&ort, u.absenden_bis));
        let spaetestens = u.nominal - Days::new(4);
        prop_assert!(u.absenden_bis <= spaetestens);
        let danach = u.absenden_bis.succ_opt().unwrap().iter_days();
        prop_assert!(danach.take_while(|t| *t <= spaetestens).all(|t| arbeitsfrei(&ort, t)));
        prop_assert!(sind_saetze(&u.schritte), "{:#?}", u.schritte);
    }

    /// Exactly the agreed number of working days lies after the receipt, up to and including the last.
    #[test]
    fn bestaetigung_zaehlt_arbeitstage(
        tag in tag(), arbeitstage in 1..30_u32, kalendertage in 0..60_u32, ort in ort(),
        frei in prop::collection::vec(0..40_u64, 0..6)
    ) {
        let frei: Vec<NaiveDate> = frei.into_iter().map(|n| tag + Days::new(n)).collect();
        let k = kundenreaktion(tag, &ort, arbeitstage, kalendertage, &frei).unwrap();
        let zaehlt = |t: &NaiveDate| !arbeitsfrei(&ort, *t) && !frei.contains(t);
        let gezaehlt = tag.iter_days().skip(1).take_while(|t| *t <= k.bestaetigung_bis).filter(zaehlt).count();
        prop_assert_eq!(gezaehlt as u32, arbeitstage);
        prop_assert!(zaehlt(&k.bestaetigung_bis));
        prop_assert_eq!(k.antwort_bis, tag + Days::new(kalendertage.into()));
        prop_assert!(sind_saetze(&k.schritte), "{:#?}", k.schritte);
    }

    /// More than 72 and at most 73 hours of elapsed time, ending on a full hour in Berlin.
    #[test]
    fn panne_laeuft_72_volle_stunden(sekunden in 631_152_000..4_102_444_800_i64, versatz in -12..=14_i32) {
        let zone = chrono::FixedOffset::east_opt(versatz * 3600).unwrap();
        let kenntnis = DateTime::from_timestamp(sekunden, 0).unwrap().with_timezone(&zone);
        let frist = datenpanne(kenntnis, 72).unwrap();
        let vergangen = frist.ende.signed_duration_since(kenntnis).num_seconds();
        prop_assert!(72 * 3600 < vergangen && vergangen <= 73 * 3600);
        prop_assert_eq!((frist.ende.minute(), frist.ende.second()), (0, 0));
        prop_assert!(matches!(frist.ende.offset().local_minus_utc(), 3600 | 7200));
        prop_assert!(sind_saetze(&frist.schritte), "{:#?}", frist.schritte);
    }

    #[test]
    fn anfrage_nach_einem_oder_drei_monaten(tag in tag(), verlaengert: bool, ort in ort()) {
        let f = betroffenenanfrage(tag, verlaengert, &ort).unwrap();
        let monate = if verlaengert { 3 } else { 1 };
        prop_assert!(ist_nominal(tag, f.frist_nominal, monate));
        prop_assert!(ist_verschoben(&ort, f.frist_nominal, f.fristende));
        prop_assert!(sind_saetze(&f.schritte));
    }

    #[test]
    fn ueberpruefung_haengt_nur_am_jahr(tag in tag()) {
        let u = ueberpruefung(tag).unwrap();
        prop_assert_eq!(u.nachzahlung_ab, NaiveDate::from_ymd_opt(tag.year() - 1, 1, 1).unwrap());
        // The year of the oldest decision ended at most four years before the request.
        prop_assert_eq!(u.aelteste_bekanntgabe.year() + 4, tag.year());
        prop_assert!(sind_saetze(&u.schritte));
    }

    /// No date of the calendar makes the law panic.
    #[test]
    fn kein_datum_bringt_das_programm_zu_fall(n in any::<i32>(), zweite in any::<i32>(), ort in ort(), stunden: u32) {
        let tag = |n: i32| NaiveDate::from_num_days_from_ce_opt(n % 96_000_000).unwrap_or(NaiveDate::MAX);
        let (eins, zwei) = (tag(n), tag(zweite));
        let weg = Bekanntgabe::PostInland { aufgabe_zur_post: Some(eins), vermerk: true, zugang: Some(zwei) };
        let _ = widerspruchsfrist(&weg, true, Fehlt, &ort);
        let _ = untaetigkeit(eins, Wartefrist::Ueberpruefung, &ort);
        let _ = kundenreaktion(eins, &ort, 3, stunden, &[zwei]);
        let _ = betroffenenanfrage(eins, true, &ort);
        let _ = ueberpruefung(eins);
        let _ = feiertag(&ort, eins);
        let _ = datenpanne(eins.and_hms_opt(23, 30, 0).unwrap().and_utc().fixed_offset(), stunden);
    }
}
