//! Amounts: over and under, Bund and Kommune, once and a month; never netted.

use super::grundlage::Kern;
use crate::fachaufsicht::feststellung::Wirkung;
use serde::Serialize;
use ts_rs::TS;

/// Sums of one direction, in cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Betragssumme {
    /// Feststellungen.
    pub anzahl: u64,
    /// Once, share of the Bund.
    pub bund_einmalig_cent: i64,
    /// Once, share of the Kommune.
    pub kommune_einmalig_cent: i64,
    /// A month, share of the Bund.
    pub bund_monatlich_cent: i64,
    /// A month, share of the Kommune.
    pub kommune_monatlich_cent: i64,
    /// Once, and monthly amounts times the months of their period: share of the Bund.
    pub bund_gesamt_cent: i64,
    /// The same, share of the Kommune.
    pub kommune_gesamt_cent: i64,
    /// Monthly ones without a period; they are missing in the totals.
    pub ohne_zeitraum: u64,
}

/// All amounts of a check.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Betraege {
    /// Too much was paid.
    pub ueberzahlung: Betragssumme,
    /// Too little was paid.
    pub unterzahlung: Betragssumme,
    /// Feststellungen whose effect could not be put into figures.
    pub nicht_bezifferbar: u64,
    /// Sum of the amounts of the checked units, if the population has amounts.
    pub geprueft_cent: Option<i64>,
}

impl Betraege {
    pub(super) fn aus<'a>(kerne: impl Iterator<Item = &'a Kern>, geprueft_cent: Option<i64>) -> Self {
        let mut summe = Self { geprueft_cent, ..Self::default() };
        for kern in kerne.filter(|k| !k.zurueckgenommen) {
            match kern.wirkung {
                Wirkung::Ueberzahlung => summe.ueberzahlung.dazu(kern),
                Wirkung::Unterzahlung => summe.unterzahlung.dazu(kern),
                Wirkung::NichtBezifferbar => summe.nicht_bezifferbar += 1,
                Wirkung::Ohne => {}
            }
        }
        summe
    }
}

impl Betragssumme {
    // Amounts are bounded far below 2^53 cents each; saturating keeps a forged row from stopping the report.
    fn dazu(&mut self, kern: &Kern) {
        let plus = |ziel: &mut i64, cent: i64| *ziel = ziel.saturating_add(cent);
        self.anzahl += 1;
        let faktor = if kern.monatlich {
            plus(&mut self.bund_monatlich_cent, kern.bund_cent);
            plus(&mut self.kommune_monatlich_cent, kern.kommune_cent);
            kern.monate
        } else {
            plus(&mut self.bund_einmalig_cent, kern.bund_cent);
            plus(&mut self.kommune_einmalig_cent, kern.kommune_cent);
            Some(1)
        };
        match faktor {
            None => self.ohne_zeitraum += 1,
            Some(monate) => {
                plus(&mut self.bund_gesamt_cent, kern.bund_cent.saturating_mul(monate));
                plus(&mut self.kommune_gesamt_cent, kern.kommune_cent.saturating_mul(monate));
            }
        }
    }
}
