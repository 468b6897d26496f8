//! What became of a month: planned against done, team by team.

use super::plan::monatsgrenzen;
use crate::aufzaehlung::aufzaehlung;
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

aufzaehlung! {
    /// Where the checks of a team in a month are.
    Monatsstand {
        /// None planned and none done.
        Frei = "frei", "nicht vorgesehen";
        /// The month is still to come.
        Kuenftig = "kuenftig", "noch nicht begonnen";
        /// The month runs, and nothing is drawn.
        Faellig = "faellig", "zu ziehen";
        /// Drawn, and cases are open.
        InArbeit = "in_arbeit", "in Prüfung";
        /// As many as planned are checked.
        Erledigt = "erledigt", "geprüft";
        /// Everything drawn is checked, but it is less than planned, and nobody said why.
        Weniger = "weniger", "weniger als geplant";
        /// Not done, or not all, with the reason.
        Ausgefallen = "ausgefallen", "mit Grund ausgefallen";
        /// The month is over, nothing is drawn, and nobody said why.
        Versaeumt = "versaeumt", "nicht durchgeführt, ohne Grund";
    }
}

/// What is known of a team in a month.
#[derive(Clone, Copy, Debug, Default)]
pub struct Zellenlage {
    /// Planned by the Fassung that holds.
    pub geplant: u64,
    /// Drawn.
    pub gezogen: u64,
    /// Of these: not checked yet.
    pub offen: u64,
    /// A reason is recorded.
    pub ausgefallen: bool,
    /// It shares a stratum with other small teams, and all of them together have what was planned.
    pub gemeinsam_erreicht: bool,
}

/// A team in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Monatszelle {
    /// Planned.
    pub geplant: u64,
    /// Drawn.
    pub gezogen: u64,
    /// Checked, or found not to be checkable.
    pub geprueft: u64,
    /// Where it is.
    pub stand: Monatsstand,
    /// The month is over and something is still to be done or to be said.
    pub ueberfaellig: bool,
}

/// The state of a team in a month; `monat` from 1.
pub fn zelle(jahr: i32, monat: u32, lage: Zellenlage, heute: NaiveDate) -> Monatszelle {
    use Monatsstand as S;
    let (erster, letzter) = monatsgrenzen(jahr, monat);
    let Zellenlage { geplant, gezogen, offen, ausgefallen, gemeinsam_erreicht } = lage;
    let stand = match (gezogen, geplant) {
        (0, 0) => S::Frei,
        _ if gemeinsam_erreicht && offen == 0 => S::Erledigt,
        (0, _) if ausgefallen => S::Ausgefallen,
        (0, _) if heute < erster => S::Kuenftig,
        (0, _) if heute > letzter => S::Versaeumt,
        (0, _) => S::Faellig,
        _ if offen > 0 => S::InArbeit,
        _ if gezogen >= geplant => S::Erledigt,
        _ if ausgefallen => S::Ausgefallen,
        _ => S::Weniger,
    };
    let offen_ist = matches!(stand, S::Versaeumt | S::InArbeit | S::Weniger);
    Monatszelle {
        geplant,
        gezogen,
        geprueft: gezogen.saturating_sub(offen),
        stand,
        ueberfaellig: offen_ist && heute > letzter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Monatsstand as S;

    fn stand(geplant: u64, gezogen: u64, offen: u64, ausgefallen: bool, heute: &str) -> (Monatsstand, bool) {
        let lage = Zellenlage { geplant, gezogen, offen, ausgefallen, ..Zellenlage::default() };
        let z = zelle(2026, 2, lage, heute.parse().unwrap());
        (z.stand, z.ueberfaellig)
    }

    #[test]
    fn jeder_monat_hat_genau_einen_stand() {
        assert_eq!(stand(0, 0, 0, false, "2026-03-01"), (S::Frei, false));
        assert_eq!(stand(15, 0, 0, false, "2026-01-31"), (S::Kuenftig, false));
        assert_eq!(stand(15, 0, 0, false, "2026-02-01"), (S::Faellig, false));
        assert_eq!(stand(15, 0, 0, false, "2026-02-28"), (S::Faellig, false));
        assert_eq!(stand(15, 0, 0, false, "2026-03-01"), (S::Versaeumt, true));
        assert_eq!(stand(15, 0, 0, true, "2026-03-01"), (S::Ausgefallen, false));
        assert_eq!(stand(15, 15, 3, false, "2026-02-20"), (S::InArbeit, false));
        assert_eq!(stand(15, 15, 3, true, "2026-03-01"), (S::InArbeit, true));
        assert_eq!(stand(15, 15, 0, false, "2026-03-01"), (S::Erledigt, false));
        assert_eq!(stand(15, 12, 0, false, "2026-03-01"), (S::Weniger, true));
        assert_eq!(stand(15, 12, 0, true, "2026-03-01"), (S::Ausgefallen, false));
        // Small teams share a stratum: chance gave this one none or fewer, the other ones more.
        let gemeinsam = |gezogen, offen| {
            let lage =
                Zellenlage { geplant: 5, gezogen, offen, gemeinsam_erreicht: true, ..Zellenlage::default() };
            zelle(2026, 2, lage, "2026-03-01".parse().unwrap()).stand
        };
        assert_eq!(
            [gemeinsam(0, 0), gemeinsam(2, 0), gemeinsam(2, 1)],
            [S::Erledigt, S::Erledigt, S::InArbeit]
        );
        // Drawn although a later Fassung plans none: done is done.
        assert_eq!(stand(0, 15, 0, false, "2026-03-01"), (S::Erledigt, false));
    }
}
