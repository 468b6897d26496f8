//! The life of a procedure, thrown out when it comes in.

use super::Lauf;
use super::angaben::{kosten, stattgabe};
use super::fall::{Arbeit, Fall, Was, Welche, absenden, urteil, vorlegen};
use crate::demo::wuerfel::gewichtet;
use crate::fehler::{Ergebnis, Fehler};
use crate::frist::widerspruchsfrist;
use crate::widerspruch::{
    Bescheidergebnis, Gerichtsausgang, Verfahrensangaben, Verfahrensart, Verfahrensschritt,
};
use chrono::{Datelike, Days, NaiveDate};
use serde_json::json;

/// How a Widerspruch or a review ends.
#[derive(Clone, Copy)]
enum Ende {
    Abhilfe,
    Teilabhilfe,
    Bescheid(Bescheidergebnis),
    Zuruecknahme,
    NeuerBescheid,
    Abgabe,
}

#[rustfmt::skip]
const ENDEN: &[(u64, Ende)] = &[
    (21, Ende::Abhilfe),
    ( 7, Ende::Bescheid(Bescheidergebnis::Stattgeben)),
    ( 5, Ende::Teilabhilfe),
    ( 2, Ende::Bescheid(Bescheidergebnis::TeilweiseStattgeben)),
    (52, Ende::Bescheid(Bescheidergebnis::Zurueckweisen)),
    ( 2, Ende::Bescheid(Bescheidergebnis::VerwerfenSonst)),
    ( 6, Ende::Zuruecknahme),
    ( 4, Ende::NeuerBescheid),
    ( 1, Ende::Abgabe),
];

/// How a Klage ends; `None`: taken back. By the shares of 2018.
#[rustfmt::skip]
const GERICHT: &[(u64, Option<Gerichtsausgang>)] = &[
    (13, Some(Gerichtsausgang::Abgewiesen)),
    (47, None),
    ( 6, Some(Gerichtsausgang::Stattgegeben)),
    ( 2, Some(Gerichtsausgang::TeilweiseStattgegeben)),
    (19, Some(Gerichtsausgang::Anerkenntnis)),
    (13, Some(Gerichtsausgang::Vergleich)),
];

/// Confirmations are entered only for what is younger than that: older ones would double the work and show nothing.
const BESTAETIGT_SEIT: Days = Days::new(200);

impl Lauf<'_> {
    /// What comes in on a working day: more in the first quarter, when the year's notices are out.
    pub(super) fn posteingang(&mut self, tag: NaiveDate, faktor: u32) -> Ergebnis<()> {
        for _ in 0..faktor {
            let zuschlag = u64::from(tag.month() <= 3);
            for _ in 0..1 + self.wuerfel.unter(3 + zuschlag) + u64::from(self.wuerfel.promille(300)) {
                self.eingang(Verfahrensart::Widerspruch, tag)?;
            }
            if self.wuerfel.promille(240) {
                self.eingang(Verfahrensart::Ueberpruefung, tag)?;
            }
            if self.wuerfel.promille(28) {
                self.eingang(Verfahrensart::Eilverfahren, tag)?;
            }
        }
        Ok(())
    }

    fn eingang(&mut self, art: Verfahrensart, eingang: NaiveDate) -> Ergebnis<()> {
        let vertreten = self.wuerfel.promille(if art.gerichtlich() { 700 } else { 280 });
        let zustaendig = usize::from(self.wuerfel.promille(450));
        let verspaetet = art == Verfahrensart::Widerspruch && self.wuerfel.promille(40);
        let post_vor = if verspaetet { 42 + self.wuerfel.unter(30) } else { 8 + self.wuerfel.unter(22) };
        let angaben = self.angaben(art, eingang, post_vor, vertreten)?;
        let klar = self.klar(vertreten);
        let fristende = self.fristende(&angaben).filter(|tag| verspaetet && *tag < eingang);
        let am = self.arbeitstag_ab(eingang);
        let fall = self.faelle.len();
        self.faelle.push(Fall::neu(art, zustaendig, vertreten));
        let daten = json!({"art": art, "angaben": angaben, "klar": klar, "vorgaenger_id": null});
        self.vormerken(am, Arbeit { fall, person: zustaendig, was: Was::Anlegen(Box::new(daten)) });
        let mut weg = Weg { fall, person: zustaendig, am };
        weg.dann(self, 1, Was::Zuweisen);
        if art.gerichtlich() {
            return self.gericht(weg);
        }
        if weg.am + BESTAETIGT_SEIT > self.stichtag && !self.wuerfel.promille(60) {
            let uhr = if art == Verfahrensart::Widerspruch { Welche::Zweite } else { Welche::Erste };
            if angaben.weitere.is_empty() {
                weg.andere(self, 1, Was::Bestaetigen(uhr));
            }
        }
        let am = weg.tag(self, 1);
        weg.schritte(self, vec![Verfahrensschritt::EingangBestaetigen { am }]);
        let am = weg.tag(self, 2);
        weg.schritte(self, vec![Verfahrensschritt::AbhilfePruefen { am }]);
        if self.wuerfel.promille(90) {
            let tage = 7 + self.wuerfel.unter(21);
            weg.erledigen(self, Was::Wiedervorlage(tage));
        }
        if self.wuerfel.promille(25) {
            self.ruhen(&mut weg);
        }
        match fristende {
            Some(tag) => {
                weg.andere(self, 3, Was::Gegenpruefen(tag));
                self.bescheid(weg, Bescheidergebnis::VerwerfenVerfristet, None);
            }
            None => self.entscheiden(weg),
        }
        Ok(())
    }

    fn fristende(&self, a: &Verfahrensangaben) -> Option<NaiveDate> {
        let weg = a.bekanntgabe.as_ref()?;
        widerspruchsfrist(weg, a.ausland, a.belehrung_wirksam(), &self.ort).ok().map(|f| f.frist.fristende)
    }

    /// Rests until a case before the higher court is decided.
    fn ruhen(&mut self, weg: &mut Weg) {
        let am = weg.tag(self, 7);
        let dauer = 60 + self.wuerfel.unter(150);
        let ende = am + Days::new(dauer);
        let grund = "Musterverfahren beim Landessozialgericht abgewartet".to_owned();
        weg.schritte(self, vec![Verfahrensschritt::Ruhen { bis: ende + Days::new(14), grund }]);
        let am = weg.tag(self, dauer);
        weg.schritte(self, vec![Verfahrensschritt::Fortsetzen { am }]);
    }

    /// Most are decided within the three months of § 88 SGG, some are not.
    fn entscheiden(&mut self, weg: Weg) {
        let mut weg = weg;
        let ende = gewichtet(&mut self.wuerfel, ENDEN).unwrap_or(Ende::Abhilfe);
        let spaet = if self.wuerfel.promille(60) { self.wuerfel.unter(70) } else { 0 };
        let dauer = 4 + self.wuerfel.unter(36) + self.wuerfel.unter(36) + spaet;
        match ende {
            Ende::Abhilfe => {
                let stattgabe = stattgabe(&mut self.wuerfel);
                let am = weg.tag(self, dauer);
                let fall = &self.faelle[weg.fall];
                let kosten = kosten(fall, 1, 1).filter(|_| fall.art == Verfahrensart::Widerspruch);
                weg.schritte(self, vec![Verfahrensschritt::Abhelfen { am, stattgabe, kosten }]);
                self.kosten_festsetzen(&mut weg);
                let am = weg.tag(self, 7);
                weg.schritte(self, vec![Verfahrensschritt::Umsetzen { am }]);
            }
            Ende::Teilabhilfe => {
                let stattgabe = stattgabe(&mut self.wuerfel);
                let am = weg.tag(self, dauer / 2);
                weg.schritte(self, vec![Verfahrensschritt::TeilweiseAbhelfen { am, stattgabe }]);
                self.entwurf(weg, dauer / 2, Bescheidergebnis::Zurueckweisen, (1, 2));
            }
            Ende::Bescheid(ergebnis) => self.bescheid(weg, ergebnis, Some(dauer)),
            Ende::Zuruecknahme => {
                let am = weg.tag(self, dauer);
                weg.schritte(self, vec![Verfahrensschritt::Zuruecknehmen { am }]);
            }
            Ende::NeuerBescheid => {
                let am = weg.tag(self, dauer);
                weg.schritte(self, vec![Verfahrensschritt::ErledigtDurchBescheid { am }]);
            }
            Ende::Abgabe => {
                let am = weg.tag(self, dauer / 3);
                let an = "Jobcenter Musterburg".to_owned();
                weg.schritte(self, vec![Verfahrensschritt::Abgeben { am, an }]);
            }
        }
    }

    fn bescheid(&mut self, weg: Weg, ergebnis: Bescheidergebnis, dauer: Option<u64>) {
        let mut weg = weg;
        let dauer = dauer.unwrap_or(20);
        let am = weg.tag(self, dauer / 2);
        weg.schritte(self, vec![Verfahrensschritt::NichtAbhelfen { am }]);
        let anteil = match ergebnis {
            Bescheidergebnis::Stattgeben => (1, 1),
            Bescheidergebnis::TeilweiseStattgeben => (1, 2),
            _ => (0, 1),
        };
        self.entwurf(weg, dauer / 2, ergebnis, anteil);
    }

    /// Draft, signature of the other one, sending, and what comes after. The house bears that share of the costs, as
    /// far as the person succeeded.
    fn entwurf(&mut self, weg: Weg, dauer: u64, ergebnis: Bescheidergebnis, anteil: (u16, u16)) {
        let mut weg = weg;
        let gewaehrt =
            matches!(ergebnis, Bescheidergebnis::Stattgeben | Bescheidergebnis::TeilweiseStattgeben);
        let grund = gewaehrt.then(|| stattgabe(&mut self.wuerfel));
        weg.tag(self, dauer.saturating_sub(8).max(1));
        weg.schritte(self, vorlegen(ergebnis, grund.clone()));
        if self.wuerfel.promille(40) {
            weg.andere(
                self,
                1,
                Was::Zurueckgeben("Die Begründung geht auf den neuen Vortrag noch nicht ein."),
            );
            weg.tag(self, 1);
            weg.schritte(self, vorlegen(ergebnis, grund));
        }
        weg.andere(self, 1, Was::Zeichnen);
        let am = weg.tag(self, 1);
        let widerspruch = self.faelle[weg.fall].art == Verfahrensart::Widerspruch;
        let entscheidung = kosten(&self.faelle[weg.fall], anteil.0, anteil.1).filter(|_| widerspruch);
        weg.schritte(self, vec![absenden(am, entscheidung)]);
        if weg.am + BESTAETIGT_SEIT > self.stichtag && !self.wuerfel.promille(60) {
            weg.andere(self, 1, Was::Bestaetigen(Welche::Letzte));
        }
        if anteil.0 > 0 {
            self.kosten_festsetzen(&mut weg);
            let am = weg.tag(self, 5);
            weg.schritte(self, vec![Verfahrensschritt::Umsetzen { am }]);
        } else if widerspruch && self.wuerfel.promille(110) {
            return self.klage(weg);
        }
        let am = weg.tag(self, 40);
        weg.schritte(self, vec![Verfahrensschritt::Abschliessen { am }]);
    }

    /// Counsel sends a bill some weeks later, mostly.
    fn kosten_festsetzen(&mut self, weg: &mut Weg) {
        let fall = &self.faelle[weg.fall];
        if fall.art == Verfahrensart::Ueberpruefung || !fall.bevollmaechtigt || self.wuerfel.promille(250) {
            return;
        }
        let betrag_cent = i64::try_from(25_000 + 500 * self.wuerfel.unter(110)).unwrap_or(25_000);
        let am = weg.tag(self, 21);
        weg.schritte(self, vec![Verfahrensschritt::KostenFestsetzen { am, betrag_cent }]);
    }

    /// The Klage against the decision that was just sent; a procedure of its own.
    fn klage(&mut self, weg: Weg) {
        let mut weg = weg;
        let warten = 14 + self.wuerfel.unter(14);
        let am = weg.tag(self, warten);
        let vertreten = self.faelle[weg.fall].bevollmaechtigt || self.wuerfel.promille(400);
        let klage = self.faelle.len();
        self.faelle.push(Fall::neu(Verfahrensart::Klage, weg.person, vertreten));
        weg.erledigen(self, Was::KlageErheben { am, klage });
        let _ = self.gericht(Weg { fall: klage, ..weg });
    }

    fn gericht(&mut self, weg: Weg) -> Ergebnis<()> {
        let mut weg = weg;
        let eilig = self.faelle[weg.fall].art == Verfahrensart::Eilverfahren;
        let am = weg.tag(self, if eilig { 3 } else { 28 });
        weg.schritte(self, vec![Verfahrensschritt::Erwidern { am }]);
        let dauer = if eilig { 14 + self.wuerfel.unter(30) } else { 150 + self.wuerfel.unter(450) };
        let am = weg.tag(self, dauer);
        let ausgang =
            gewichtet(&mut self.wuerfel, GERICHT).ok_or_else(|| Fehler::intern("demo data: outcome"))?;
        let Some(ausgang) = ausgang else {
            weg.schritte(self, vec![Verfahrensschritt::Zuruecknehmen { am }]);
            return Ok(());
        };
        let gewaehrt = ausgang != Gerichtsausgang::Abgewiesen;
        let grund = gewaehrt.then(|| stattgabe(&mut self.wuerfel));
        let mut entscheidung = kosten(&self.faelle[weg.fall], u16::from(gewaehrt), 1);
        if let Some(k) = entscheidung.as_mut().filter(|k| k.anteil_zaehler > 0) {
            k.betrag_cent = i64::try_from(40_000 + 500 * self.wuerfel.unter(140)).ok();
        }
        weg.schritte(self, vec![urteil(am, ausgang, grund, entscheidung)]);
        if gewaehrt {
            let am = weg.tag(self, 14);
            weg.schritte(self, vec![Verfahrensschritt::Umsetzen { am }]);
        }
        let am = weg.tag(self, 35);
        weg.schritte(self, vec![Verfahrensschritt::Abschliessen { am }]);
        Ok(())
    }
}

/// Where the plan of a procedure stands: each step on a later day than the one before.
#[derive(Clone, Copy)]
struct Weg {
    fall: usize,
    person: usize,
    am: NaiveDate,
}

impl Weg {
    /// Goes on to the working day at least that many days later.
    fn tag(&mut self, lauf: &Lauf<'_>, tage: u64) -> NaiveDate {
        self.am = lauf.arbeitstag_ab(self.am + Days::new(tage.max(1)));
        self.am
    }

    fn dann(&mut self, lauf: &mut Lauf<'_>, tage: u64, was: Was) {
        self.tag(lauf, tage);
        self.erledigen(lauf, was);
    }

    fn erledigen(&self, lauf: &mut Lauf<'_>, was: Was) {
        lauf.vormerken(self.am, Arbeit { fall: self.fall, person: self.person, was });
    }

    fn schritte(&self, lauf: &mut Lauf<'_>, schritte: Vec<Verfahrensschritt>) {
        self.erledigen(lauf, Was::Schritte(schritte));
    }

    /// The second person does it.
    fn andere(&mut self, lauf: &mut Lauf<'_>, tage: u64, was: Was) {
        self.tag(lauf, tage);
        let person = lauf.faelle[self.fall].zweite();
        lauf.vormerken(self.am, Arbeit { fall: self.fall, person, was });
    }
}
