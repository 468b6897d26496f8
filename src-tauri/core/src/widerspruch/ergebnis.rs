//! How a procedure ends, in our finer words and in the categories of the federal statistics.

use super::Verfahrensart;
use crate::aufzaehlung::aufzaehlung;

aufzaehlung! {
    /// The result of a procedure.
    Verfahrensergebnis {
        /// Fully remedied by the office (§ 85 Abs. 1 SGG).
        Abhilfe = "abhilfe", "Abhilfe";
        /// Remedied in part, the rest refused.
        Teilabhilfe = "teilabhilfe", "Teilabhilfe";
        /// Granted by the decision on the Widerspruch.
        Stattgegeben = "stattgegeben", "stattgegeben";
        /// Granted in part.
        TeilweiseStattgegeben = "teilweise_stattgegeben", "teilweise stattgegeben";
        /// Refused on the merits.
        Zurueckgewiesen = "zurueckgewiesen", "zurückgewiesen";
        /// Inadmissible, for instance too late.
        Verworfen = "verworfen", "als unzulässig verworfen";
        /// Taken back by the person.
        Zuruecknahme = "zuruecknahme", "zurückgenommen";
        /// Settled by a new decision (§ 86 SGG) or otherwise.
        Erledigt86 = "erledigt_86", "durch neuen Bescheid erledigt (§ 86 SGG)";
        /// Handed to the authority that is competent.
        Abgegeben = "abgegeben", "abgegeben";
        /// The court refused.
        KlageAbgewiesen = "klage_abgewiesen", "Klage abgewiesen";
        /// The house gave in fully.
        Anerkenntnis = "anerkenntnis", "Anerkenntnis";
        /// Both gave in.
        Vergleich = "vergleich", "Vergleich";
        /// None of these.
        Sonstiges = "sonstiges", "sonstige Erledigung";
    }
}

aufzaehlung! {
    /// The categories of the statistics of the Bundesagentur, "Widersprüche und Klagen SGB II".
    BaKategorie {
        /// Widerspruch.
        Stattgegeben = "stattgegeben", "stattgegeben";
        /// Widerspruch.
        TeilweiseStattgegeben = "teilweise_stattgegeben", "teilweise stattgegeben";
        /// Widerspruch; inadmissible ones are refused ones there.
        Zurueckgewiesen = "zurueckgewiesen", "zurückgewiesen";
        /// Widerspruch; withdrawals are in here and not counted apart.
        SonstigeErledigung = "sonstige_erledigung", "sonstige Erledigung (mit Rücknahmen)";
        /// Klage.
        KlageAbgewiesen = "klage_abgewiesen", "Klage: abgewiesen";
        /// Klage.
        KlageOhneNachgeben = "klage_ohne_nachgeben", "Klage: ohne Nachgeben des Jobcenters erledigt";
        /// Klage.
        KlageStattgegeben = "klage_stattgegeben", "Klage: stattgegeben";
        /// Klage.
        KlageTeilweise = "klage_teilweise", "Klage: teilweise stattgegeben";
        /// Klage.
        KlageNachgeben = "klage_nachgeben", "Klage: mit Nachgeben des Jobcenters erledigt";
        /// Klage.
        KlageTeilweiseNachgeben = "klage_teilweise_nachgeben", "Klage: mit teilweisem Nachgeben erledigt";
    }
}

impl Verfahrensergebnis {
    /// The category of the federal statistics; `gericht` for a Klage or interim relief.
    #[must_use]
    pub fn ba_kategorie(self, gericht: bool) -> BaKategorie {
        use BaKategorie as B;
        match (self, gericht) {
            (Self::Stattgegeben | Self::Abhilfe, true) => B::KlageStattgegeben,
            (Self::TeilweiseStattgegeben | Self::Teilabhilfe, true) => B::KlageTeilweise,
            (Self::Anerkenntnis, _) => B::KlageNachgeben,
            (Self::Vergleich, _) => B::KlageTeilweiseNachgeben,
            (Self::KlageAbgewiesen, _) | (Self::Zurueckgewiesen | Self::Verworfen, true) => {
                B::KlageAbgewiesen
            }
            (Self::Zuruecknahme | Self::Erledigt86 | Self::Abgegeben | Self::Sonstiges, true) => {
                B::KlageOhneNachgeben
            }
            (Self::Abhilfe | Self::Stattgegeben, false) => B::Stattgegeben,
            (Self::Teilabhilfe | Self::TeilweiseStattgegeben, false) => B::TeilweiseStattgegeben,
            (Self::Zurueckgewiesen | Self::Verworfen, false) => B::Zurueckgewiesen,
            (Self::Zuruecknahme | Self::Erledigt86 | Self::Abgegeben | Self::Sonstiges, false) => {
                B::SonstigeErledigung
            }
        }
    }

    /// Whether a procedure of that kind can end so: only a court dismisses a Klage or sees a settlement.
    #[must_use]
    pub fn moeglich(self, art: Verfahrensart) -> bool {
        let vor_gericht = matches!(self, Self::KlageAbgewiesen | Self::Anerkenntnis | Self::Vergleich);
        art.gerichtlich() || !vor_gericht
    }

    /// Whether the person got something: the numerator of the success rate.
    #[must_use]
    pub fn erfolgreich(self) -> bool {
        matches!(
            self,
            Self::Abhilfe
                | Self::Teilabhilfe
                | Self::Stattgegeben
                | Self::TeilweiseStattgegeben
                | Self::Anerkenntnis
                | Self::Vergleich
        )
    }
}

aufzaehlung! {
    /// Why a remedy succeeded: an axis of its own beside the organisational cause.
    Stattgabegrund {
        /// The law was applied wrongly.
        Rechtsanwendung = "rechtsanwendung", "fehlerhafte Rechtsanwendung";
        /// The facts were not looked into.
        Sachverhalt = "sachverhalt", "unzureichende Sachverhaltsaufklärung";
        /// Papers or facts came only now.
        Nachgereicht = "nachgereicht", "nachgereichte Unterlagen oder neuer Vortrag";
        /// Discretion.
        Ermessen = "ermessen", "Ermessen";
        /// The law or its reading changed.
        Rechtslage = "rechtslage", "geänderte Rechtslage oder Rechtsprechung";
        /// Procedure.
        Verfahrensfehler = "verfahrensfehler", "Verfahrensfehler";
        /// Documentation.
        Dokumentation = "dokumentation", "Dokumentation";
        /// None of these.
        Sonstiges = "sonstiges", "Sonstiges";
    }
}

impl Stattgabegrund {
    /// Whether the house erred. What was handed in later or what the law-giver changed is no error of the house.
    #[must_use]
    pub fn behoerdlicher_fehler(self) -> bool {
        !matches!(self, Self::Nachgereicht | Self::Rechtslage | Self::Sonstiges)
    }
}
