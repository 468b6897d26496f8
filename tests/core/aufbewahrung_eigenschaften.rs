//! Retention: what must hold whatever records there are and however they are linked.

use chrono::{Days, NaiveDate};
use iks_core::aufbewahrung::{Haltegrund, Vorgang, faelligkeit, halten};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn tag(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 1, 1).unwrap() + Days::new(n)
}

/// Up to twelve records "0", "1", … that end on one of twenty days or are open; their links may name each other,
/// themselves or nobody.
fn vorgaenge() -> impl Strategy<Value = Vec<Vorgang>> {
    let einer = (
        prop::option::weighted(0.3, 0..14_u8),
        prop::collection::vec(0..14_u8, 0..3),
        prop::option::weighted(0.8, 0..20_u64),
        prop::bool::weighted(0.8),
        prop::bool::weighted(0.15),
    );
    prop::collection::vec(einer, 0..12).prop_map(|alle| {
        let vorgang = |(i, (verbunden, nicht_vor, ende, klar, gehalten)): (
            usize,
            (_, Vec<u8>, Option<u64>, _, bool),
        )| Vorgang {
            id: i.to_string(),
            verbunden_mit: Option::<u8>::map(verbunden, |v| v.to_string()),
            nicht_vor: nicht_vor.iter().map(ToString::to_string).collect(),
            ende: ende.map(tag),
            klar,
            gehalten: if gehalten { vec![Haltegrund::Feststellung] } else { vec![] },
        };
        alle.into_iter().enumerate().map(vorgang).collect()
    })
}

/// What is due on a cut-off day where later records of the same kind hold the earlier ones.
fn faellig(vorgaenge: &[Vorgang], stichtag: NaiveDate) -> BTreeSet<String> {
    let mut gehaltene = vorgaenge.to_vec();
    halten(&mut gehaltene, vorgaenge, stichtag);
    faelligkeit(&gehaltene, stichtag).faellig.into_iter().collect()
}

proptest! {
    /// Nothing goes too early, nothing that is held, and nothing without those it is linked with.
    #[test]
    fn was_faellig_ist_hat_seine_zeit_hinter_sich(v in vorgaenge(), n in 0..22_u64) {
        let stichtag = tag(n);
        let faellig: BTreeSet<String> = faelligkeit(&v, stichtag).faellig.into_iter().collect();
        for x in v.iter().filter(|x| faellig.contains(&x.id)) {
            prop_assert!(x.klar && x.gehalten.is_empty() && x.ende.is_some_and(|e| e < stichtag));
            let nachbarn = v.iter().filter(|y| {
                x.verbunden_mit.as_deref() == Some(&y.id) || y.verbunden_mit.as_deref() == Some(&x.id)
            });
            for y in nachbarn {
                prop_assert!(faellig.contains(&y.id) || !y.klar && y.ende.is_some_and(|e| e < stichtag));
            }
        }
    }

    /// Every record whose own time is over is counted once: due, or held.
    #[test]
    fn jeder_wird_einmal_gezaehlt(v in vorgaenge(), n in 0..22_u64) {
        let f = faelligkeit(&v, tag(n));
        let gezaehlt = f.faellig.len() as u64 + f.gehalten.iter().map(|(_, n)| n).sum::<u64>();
        let vorbei = v.iter().filter(|x| x.klar && x.ende.is_some_and(|e| e < tag(n))).count();
        prop_assert_eq!(gezaehlt, vorbei as u64);
    }

    /// What must not leave before others does not: they are removed, have nothing to remove, or their own time is over.
    #[test]
    fn niemand_geht_vor_dem_der_ihn_haelt(v in vorgaenge(), n in 0..22_u64) {
        let stichtag = tag(n);
        let faellig = faellig(&v, stichtag);
        for x in v.iter().filter(|x| faellig.contains(&x.id)) {
            for y in v.iter().filter(|y| x.nicht_vor.contains(&y.id)) {
                let ende = y.ende;
                prop_assert!(ende.is_some(), "{} holds {} and is open", y.id, x.id);
                prop_assert!(!y.klar || ende.is_some_and(|e| e < stichtag), "{} holds {}", y.id, x.id);
            }
        }
    }

    /// Waiting never takes anything back.
    #[test]
    fn was_faellig_ist_bleibt_es(v in vorgaenge(), n in 0..22_u64, spaeter in 0..22_u64) {
        prop_assert!(faellig(&v, tag(n)).is_subset(&faellig(&v, tag(n + spaeter))));
    }
}
