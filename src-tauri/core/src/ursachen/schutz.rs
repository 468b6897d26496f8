//! One source: its sums, and which of them must stay empty.

use super::{
    Achsen, Material, Ursachenfeld, Ursachenquelle, Ursachensicht, Ursachenwahl, Ursachenwerte, Ursachenzahl,
};
use crate::kleingruppen::{verdeckt, verdeckt_tafel};
use crate::stichprobe::Zehntelprozent;

/// What a row is about.
#[derive(Clone, Copy)]
pub(super) enum Achse<'a> {
    Summe,
    Sachgebiet(&'a str),
    Ursache(&'a str),
    Quartal(&'a str),
}

/// A cell of the cube: `None` is the sum over all.
#[derive(Clone, Copy, Default)]
struct Zelle<'a> {
    sachgebiet: Option<&'a str>,
    ursache: Option<&'a str>,
    quartal: Option<&'a str>,
}

/// Hidden cells of a table with its edges.
struct Tafelschutz {
    zeilen: Vec<bool>,
    spalten: Vec<bool>,
    innen: Vec<Vec<bool>>,
}

impl Tafelschutz {
    /// `faelle` decide; the edges are hidden among themselves, or as given.
    fn neu(faelle: &[Vec<u64>], zeilen: Option<&[bool]>, spalten: Option<&[bool]>) -> Self {
        let breite = faelle.first().map_or(0, Vec::len);
        let rand = |summen: Vec<u64>, sperre: Option<&[bool]>| {
            sperre.map_or_else(|| verdeckt(&summen, &vec![false; summen.len()]), <[bool]>::to_vec)
        };
        let zeilen = rand(faelle.iter().map(|z| z.iter().sum()).collect(), zeilen);
        let spalten = rand((0..breite).map(|s| faelle.iter().map(|z| z[s]).sum()).collect(), spalten);
        // A row whose sum is hidden is hidden as a whole, or the sum could be put together again.
        let gesperrt: Vec<Vec<bool>> =
            zeilen.iter().map(|z| spalten.iter().map(|s| *z || *s).collect()).collect();
        let innen = verdeckt_tafel(faelle, &gesperrt);
        Self { zeilen, spalten, innen }
    }

    fn ist(&self, zeile: Option<usize>, spalte: Option<usize>) -> bool {
        match (zeile, spalte) {
            (None, None) => false,
            (Some(z), None) => self.zeilen.get(z).copied().unwrap_or(true),
            (None, Some(s)) => self.spalten.get(s).copied().unwrap_or(true),
            (Some(z), Some(s)) => self.innen.get(z).and_then(|z| z.get(s)).copied().unwrap_or(true),
        }
    }
}

/// A source with its protection.
pub(super) struct Schutz<'m> {
    pub(super) quelle: Ursachenquelle,
    pub(super) sicht: Ursachensicht,
    zahlen: Vec<&'m Ursachenzahl>,
    achsen: &'m Achsen,
    kleines_team: bool,
    /// Denominators by Sachgebiet and quarter.
    nenner: Tafelschutz,
    /// All Anliegen by Sachgebiet and quarter.
    alle: Tafelschutz,
    /// Numerators by cause and Sachgebiet, and by cause and quarter.
    ursache_sachgebiet: Tafelschutz,
    ursache_quartal: Tafelschutz,
}

impl<'m> Schutz<'m> {
    pub(super) fn neu(m: &'m Material, quelle: Ursachenquelle, achsen: &'m Achsen) -> Self {
        let zahlen: Vec<&Ursachenzahl> = m.zahlen.iter().filter(|z| z.quelle == quelle).collect();
        let tafel = |zeilen: &[String],
                     spalten: &[String],
                     zeile: &dyn Fn(&Ursachenzahl) -> String,
                     spalte: &dyn Fn(&Ursachenzahl) -> String,
                     wert: &dyn Fn(&Ursachenzahl) -> u64| {
            let mut tafel = vec![vec![0; spalten.len()]; zeilen.len()];
            for zahl in &zahlen {
                let z = zeilen.iter().position(|k| *k == zeile(zahl));
                let s = spalten.iter().position(|k| *k == spalte(zahl));
                if let (Some(z), Some(s)) = (z, s) {
                    tafel[z][s] += wert(zahl);
                }
            }
            tafel
        };
        let Achsen { sachgebiete, ursachen, quartale } = achsen;
        let (sachgebiet, ursache, quartal) = (
            |z: &Ursachenzahl| z.sachgebiet.clone(),
            |z: &Ursachenzahl| z.ursache.clone(),
            |z: &Ursachenzahl| z.quartal.name(),
        );
        let nenner =
            Tafelschutz::neu(&tafel(sachgebiete, quartale, &sachgebiet, &quartal, &|z| z.nenner), None, None);
        let alle =
            Tafelschutz::neu(&tafel(sachgebiete, quartale, &sachgebiet, &quartal, &|z| z.alle), None, None);
        let us = tafel(ursachen, sachgebiete, &ursache, &sachgebiet, &|z| z.zaehler);
        let uq = tafel(ursachen, quartale, &ursache, &quartal, &|z| z.zaehler);
        // Where the denominator is hidden, so is the numerator.
        let ursache_sachgebiet = Tafelschutz::neu(&us, None, Some(&nenner.zeilen));
        let ursache_quartal = Tafelschutz::neu(&uq, Some(&ursache_sachgebiet.zeilen), Some(&nenner.spalten));
        Self {
            quelle,
            sicht: m.sicht[quelle as usize],
            zahlen,
            achsen,
            kleines_team: m.kleines_team,
            nenner,
            alle,
            ursache_sachgebiet,
            ursache_quartal,
        }
    }

    /// The figures of a row within the choice.
    pub(super) fn feld(&self, wahl: &Ursachenwahl, achse: Achse<'_>) -> Ursachenfeld {
        let mut zelle =
            Zelle { sachgebiet: wahl.sachgebiet.as_deref(), ursache: wahl.ursache.as_deref(), quartal: None };
        match achse {
            Achse::Summe => {}
            Achse::Sachgebiet(k) => zelle.sachgebiet = Some(k),
            Achse::Ursache(k) => zelle.ursache = Some(k),
            Achse::Quartal(k) => zelle.quartal = Some(k),
        }
        self.zelle(zelle)
    }

    fn zelle(&self, wo: Zelle<'_>) -> Ursachenfeld {
        if self.sicht == Ursachensicht::Keine {
            return Ursachenfeld::default();
        }
        let passend = self.zahlen.iter().filter(|z| {
            wo.sachgebiet.is_none_or(|k| z.sachgebiet == k)
                && wo.quartal.is_none_or(|k| z.quartal.name() == k)
        });
        let (mut zaehler, mut nenner, mut alle) = (0, 0, 0);
        for z in passend {
            zaehler += if wo.ursache.is_none_or(|k| z.ursache == k) { z.zaehler } else { 0 };
            nenner += z.nenner;
            alle += z.alle;
        }
        let platz = |liste: &[String], k: Option<&str>| {
            // A Sachgebiet or cause that does not occur: beyond the table, and nothing is there.
            k.map(|k| liste.iter().position(|x| x == k).unwrap_or(usize::MAX))
        };
        let (s, u, q) = (
            platz(&self.achsen.sachgebiete, wo.sachgebiet),
            platz(&self.achsen.ursachen, wo.ursache),
            platz(&self.achsen.quartale, wo.quartal),
        );
        let ohne_ursache = self.nenner.ist(s, q);
        let mit_ursache = match (u, s, q) {
            (None, ..) => false,
            (Some(_), Some(_), Some(_)) => true,
            (Some(_), _, None) => self.ursache_sachgebiet.ist(u, s),
            (Some(_), None, Some(_)) => self.ursache_quartal.ist(u, q),
        };
        let etwas = nenner + alle + zaehler > 0;
        let offen = !etwas || !(ohne_ursache || mit_ursache || self.kleines_team);
        let alle_offen = alle == 0 || !(self.alle.ist(s, q) || self.kleines_team);
        let eigene = self.quelle == Ursachenquelle::Kundenreaktion;
        Ursachenfeld {
            werte: offen.then(|| Ursachenwerte {
                zaehler,
                nenner,
                rate: (nenner > 0 && self.quelle != Ursachenquelle::BewusstePruefung)
                    .then(|| Zehntelprozent::gerundet(zaehler, nenner)),
            }),
            alle: (eigene && alle_offen).then_some(alle),
            verborgen: !offen || (eigene && !alle_offen),
        }
    }
}
