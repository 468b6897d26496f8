//! The map of items and teams by hand, and against a reader who tries every table that fits the totals.

use super::kartenschutz::{Feld, Spaltenwissen, Tafelwissen};
use super::tests::{fall, kern, material, team};
use super::*;
use std::collections::BTreeSet;

fn reihe(felder: &[(u64, u64)]) -> Vec<Feld> {
    felder
        .iter()
        .map(|(fehlerhaft, beurteilt)| Feld { beurteilt: *beurteilt, fehlerhaft: *fehlerhaft })
        .collect()
}

fn spalten(fehlerhaft: &[u64]) -> Vec<Spaltenwissen> {
    fehlerhaft.iter().map(|f| Spaltenwissen { gezeigt: true, fehlerhaft: *f }).collect()
}

fn verdecke(reihen: &[Vec<Feld>], spalten: &[Spaltenwissen], jede_zaehlt: bool) -> Vec<Vec<bool>> {
    Tafelwissen { reihen, angeboten: &vec![true; reihen.len()], spalten, jede_zaehlt }.verdecke()
}

/// Numbers of errors that each empty cell may have, by trying all tables that fit the printed totals.
fn moeglich(
    reihen: &[Vec<Feld>],
    maske: &[Vec<bool>],
    spalten: &[Spaltenwissen],
    jede: bool,
) -> BTreeMap<(usize, usize), BTreeSet<u64>> {
    let offen: Vec<(usize, usize)> = (0..reihen.len())
        .flat_map(|i| (0..spalten.len()).map(move |j| (i, j)))
        .filter(|(i, j)| maske[*i][*j] && reihen[*i][*j].beurteilt > 0)
        .collect();
    let mut tafel: Vec<Vec<u64>> = reihen.iter().map(|r| r.iter().map(|f| f.fehlerhaft).collect()).collect();
    let mut gefunden: BTreeMap<(usize, usize), BTreeSet<u64>> = BTreeMap::new();
    for (i, j) in &offen {
        tafel[*i][*j] = 0;
    }
    let passt = |t: &[Vec<u64>]| {
        let gleich =
            |i: usize| t[i].iter().sum::<u64>() == reihen[i].iter().map(|f| f.fehlerhaft).sum::<u64>();
        let gross = |js: &[usize]| {
            let f: u64 = js.iter().map(|j| spalten[*j].fehlerhaft).sum();
            t.iter().map(|r| js.iter().map(|j| r[*j]).sum::<u64>()).sum::<u64>() >= f
                && (!jede || t.iter().all(|r| js.iter().map(|j| r[*j]).sum::<u64>() <= f))
        };
        let verborgen: Vec<usize> = (0..spalten.len()).filter(|j| !spalten[*j].gezeigt).collect();
        (0..reihen.len()).all(gleich)
            && (0..spalten.len()).filter(|j| spalten[*j].gezeigt).all(|j| gross(&[j]))
            && (verborgen.is_empty() || gross(&verborgen))
    };
    loop {
        if passt(&tafel) {
            for (i, j) in &offen {
                gefunden.entry((*i, *j)).or_default().insert(tafel[*i][*j]);
            }
        }
        // Counts on like a clock over the empty cells.
        let Some((i, j)) = offen.iter().find(|(i, j)| tafel[*i][*j] < reihen[*i][*j].beurteilt) else {
            return gefunden;
        };
        for (a, b) in offen.iter().take_while(|z| *z != &(*i, *j)) {
            tafel[*a][*b] = 0;
        }
        tafel[*i][*j] += 1;
    }
}

#[test]
fn eine_kleine_zelle_nimmt_eine_zweite_mit() {
    let tafel = [reihe(&[(2, 20), (1, 4), (1, 8)])];
    assert_eq!(verdecke(&tafel, &spalten(&[2, 0, 1]), false), [[false, true, true]]);
    let werte = moeglich(&tafel, &[vec![false, true, true]], &spalten(&[2, 0, 1]), false);
    assert_eq!(werte[&(0, 1)], BTreeSet::from([0, 1]));
}

#[test]
fn fehler_des_teams_verraten_keine_kleine_zelle() {
    // Team 2 has one erroneous unit. With every other cell of its column shown as 0, item 1 must be the one.
    let tafel = [reihe(&[(2, 20), (1, 4), (1, 8)]), reihe(&[(3, 20), (0, 15), (1, 9)])];
    let maske = verdecke(&tafel, &spalten(&[3, 1, 1]), true);
    assert!(maske[0][1]);
    assert!(maske[1][1], "{maske:?}");
    assert!(moeglich(&tafel, &maske, &spalten(&[3, 1, 1]), true)[&(0, 1)].len() > 1);
}

#[test]
fn fehlerlose_nachbarn_verraten_nichts() {
    // Without team 1 the empty cells would have 0 errors together.
    let tafel = [reihe(&[(2, 20), (0, 4), (0, 8)])];
    assert_eq!(verdecke(&tafel, &spalten(&[1, 0, 0]), false), [[true, true, true]]);
}

#[test]
fn grosse_zellen_bleiben_und_leere_sagen_nichts() {
    let tafel = [reihe(&[(2, 20), (0, 0), (1, 5)])];
    assert_eq!(verdecke(&tafel, &spalten(&[2, 0, 1]), true), [[false, false, false]]);
    let verborgen = [
        Spaltenwissen { gezeigt: true, fehlerhaft: 4 },
        Spaltenwissen { gezeigt: false, fehlerhaft: 1 },
        Spaltenwissen { gezeigt: false, fehlerhaft: 1 },
    ];
    assert_eq!(verdecke(&[reihe(&[(4, 20), (1, 3), (1, 6)])], &verborgen, true), [[false, true, true]]);
}

/// A fixed sequence, so that a failure can be repeated.
struct Folge(u64);

impl Folge {
    fn unter(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

#[test]
fn keine_kleine_zelle_wird_durch_die_karte_gewiss() {
    let mut f = Folge(20_261_123);
    let (mut mit_zellen, mut gezeigt) = (0, 0);
    for lauf in 0..600 {
        let (jede, breite) = (lauf % 2 == 0, 2 + f.unter(2) as usize);
        let tafel: Vec<Vec<Feld>> = (0..2)
            .map(|_| {
                (0..breite)
                    .map(|_| {
                        let beurteilt = f.unter(9);
                        Feld { beurteilt, fehlerhaft: f.unter(beurteilt.min(3) + 1) }
                    })
                    .collect()
            })
            .filter(|r: &Vec<Feld>| r.iter().any(|z| z.fehlerhaft > 0))
            .collect();
        let spalten: Vec<Spaltenwissen> = (0..breite)
            .map(|j| {
                let e: Vec<u64> = tafel.iter().map(|r| r[j].fehlerhaft).collect();
                let (kleinst, groesst) = (e.iter().copied().max().unwrap_or(0), e.iter().sum::<u64>());
                let von = if jede { kleinst } else { 0 };
                Spaltenwissen {
                    gezeigt: lauf % 5 != 0 || breite < 3 || j == 0,
                    fehlerhaft: von + f.unter(groesst - von + 1),
                }
            })
            .collect();
        let maske = verdecke(&tafel, &spalten, jede);
        let alles: Vec<Vec<bool>> = tafel.iter().map(|r| vec![true; r.len()]).collect();
        let (mit, ohne) =
            (moeglich(&tafel, &maske, &spalten, jede), moeglich(&tafel, &alles, &spalten, jede));
        gezeigt += maske.iter().flatten().filter(|v| !**v).count();
        for ((i, j), werte) in &mit {
            if tafel[*i][*j].beurteilt < MINDESTENS {
                mit_zellen += 1;
                assert!(
                    werte.len() > 1 || ohne[&(*i, *j)].len() == 1,
                    "{lauf}: {tafel:?} {spalten:?} {maske:?} verrät {i},{j}: {werte:?}"
                );
            }
        }
        for (r, v) in tafel.iter().zip(&maske) {
            assert!(r.iter().zip(v).all(|(z, v)| *v || z.beurteilt == 0 || z.beurteilt >= MINDESTENS));
        }
    }
    assert!(mit_zellen > 200 && gezeigt > 300, "{mit_zellen} {gezeigt}");
}

fn zahl_je(merkmal: &str, team: &str, ja: u64, nein: u64) -> Merkmalszahl {
    Merkmalszahl {
        merkmal: merkmal.into(),
        team: Some(team.into()),
        ja,
        nein,
        teilweise: 0,
        nicht_anwendbar: 0,
        nicht_pruefbar: 0,
        nein_zurueckgenommen: 0,
        teilweise_zurueckgenommen: 0,
    }
}

/// Teams a, b and c with 20, 10 and 10 units; item m1 has 4 + 2 + 1 errors, m2 is judged in few units of c and
/// wrong only where m1 is.
fn drei_teams() -> Material {
    let mut m = material(600, 40);
    for (i, f) in m.faelle.iter_mut().enumerate() {
        *f = fall(
            f.position,
            if i < 20 {
                "a"
            } else if i < 30 {
                "b"
            } else {
                "c"
            },
        );
    }
    let nein = |position: i64, merkmal: &str| Abweichung {
        position,
        merkmal: merkmal.into(),
        art: Abweichungsart::Nein,
        feststellung: Some(kern()),
    };
    m.abweichungen = [1, 2, 3, 4, 21, 22, 31]
        .map(|p| nein(p, "m1"))
        .into_iter()
        .chain([1, 2, 21, 31].map(|p| nein(p, "m2")))
        .collect();
    m.merkmale = vec![
        zahl_je("m1", "a", 16, 4),
        zahl_je("m1", "b", 8, 2),
        zahl_je("m1", "c", 9, 1),
        zahl_je("m2", "a", 10, 2),
        zahl_je("m2", "b", 5, 1),
        zahl_je("m2", "c", 2, 1),
        zahl_je("m3", "a", 20, 0),
    ];
    m.fragen = ["m1", "m2", "m3"].map(|k| ("A".into(), k.into(), format!("Frage {k}?"))).to_vec();
    m
}

#[test]
fn karte_von_hand() {
    let a = werte_aus(&drei_teams()).unwrap();
    let k = &a.karte;
    assert_eq!(k.spalten.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(), ["Team a", "Team b", "Team c"]);
    let felder = |i: usize| -> Vec<Option<(u64, u64, u64, u8)>> {
        k.zeilen[i]
            .felder
            .iter()
            .map(|f| f.map(|f| (f.fehlerhaft, f.beurteilt, f.quote.unwrap().0, f.stufe)))
            .collect()
    };
    // 4/20 and 2/10 are 20.0 %, the highest; 1/10 is half of it.
    assert_eq!(felder(0), [Some((4, 20, 200, 4)), Some((2, 10, 200, 4)), Some((1, 10, 100, 2))]);
    // 3 of team c are below five; 6 of team b go with them. 2/12 is 16.7 %, over three quarters of 20.0 %.
    assert_eq!(felder(1), [Some((2, 12, 167, 4)), None, None]);
    assert_eq!((k.zeilen.len(), k.zeilen[1].nummer), (2, 2));
    assert!(!k.vollstaendig);
    assert!(k.hinweise.iter().any(|h| h.starts_with("„–“: weniger als 5 beurteilte")), "{:?}", k.hinweise);
    // The items beside it still hold all teams.
    let m1 = &a.merkmale[0];
    assert_eq!((m1.fehlerhaft, m1.beurteilt, m1.quote.unwrap().0), (7, 40, 175));
}

#[test]
fn eigene_teams_sehen_nur_ihre_spalte() {
    let mut k = werte_aus(&drei_teams()).unwrap().karte;
    k.nur(&["c".to_owned()]);
    assert_eq!(k.spalten.len(), 1);
    // Item m2 has nothing left to show.
    assert_eq!(k.zeilen.iter().map(|z| (z.nummer, z.felder.len())).collect::<Vec<_>>(), [(1, 1)]);
}

#[test]
fn kleine_teams_haben_keine_spalte_und_ohne_zwei_keine_karte() {
    let mut m = drei_teams();
    m.teams = vec![team("a", false), team("b", true), team("c", true)];
    let k = werte_aus(&m).unwrap().karte;
    assert_eq!(
        k.spalten.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(),
        ["Team a", "Leistung (kleine Teams zusammen)"]
    );
    assert!(k.vollstaendig, "9 of both together are enough");
    for f in &mut m.faelle {
        f.team = Some("a".into());
    }
    let k = werte_aus(&m).unwrap().karte;
    assert!(k.zeilen.is_empty() && k.hinweise.len() == 1 && !k.vollstaendig, "{k:?}");
    m.merkmale.clear();
    assert!(werte_aus(&m).unwrap().karte.hinweise[0].starts_with("Kein Merkmal hat eine Abweichung"));
}
