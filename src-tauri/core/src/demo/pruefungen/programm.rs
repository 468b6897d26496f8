//! Three years of a Prüfprogramm in the Eingangszone: three months and four teams a year, two of the months checked,
//! one not, with its reason. The year of the key date has a month that is due now.

use super::{Bereich, Lauf, Stand, Weg, liste_von};
use crate::audit::ObjektArt;
use crate::fehler::{Ergebnis, Fehler};
use chrono::{Datelike, Days, NaiveDate};
use serde_json::{Value, json};
use std::path::Path;

/// Months of each programme: checked, checked, not done.
const MONATE: [u32; 3] = [2, 5, 9];
/// Cases of each team in a month.
const JE_TEAM: u16 = 3;
/// Errors in per mille, less from year to year.
const PROMILLE: [u64; 3] = [240, 180, 120];

impl Lauf<'_> {
    /// Makes the programmes of the key date's year and the two before.
    pub(super) fn programme(&mut self, stichtag: NaiveDate, ordner: &Path) -> Ergebnis<()> {
        for (jahr, promille) in (stichtag.year() - 2..).zip(PROMILLE) {
            self.programm(jahr, promille, stichtag, ordner)?;
        }
        Ok(())
    }

    fn programm(&mut self, jahr: i32, promille: u64, stichtag: NaiveDate, ordner: &Path) -> Ergebnis<()> {
        let beginn = tag(jahr, 1, 8);
        self.bau.stelle(beginn, 9)?;
        let schluessel = self.schluessel()?;
        self.programm_freigeben(jahr, &schluessel, beginn, stichtag)?;
        for monat in MONATE {
            let am = tag(jahr, monat, 2);
            if am > stichtag {
                continue;
            }
            self.bau.stelle(am, 8)?;
            if monat == MONATE[2] {
                let grund =
                    "Die Prüfkraft war in diesem Monat abgeordnet; die Zahl wird im nächsten Jahr erhöht.";
                let r = json!({"jahr": jahr, "monat": monat, "schluessel": schluessel, "teams": self.alle_teams()?, "grund": grund});
                self.tue(&self.personen.qm, "pruefprogramm.ausfall_erfassen", r)?;
                continue;
            }
            self.programmmonat((jahr, monat), &schluessel, promille, stichtag, ordner)?;
        }
        Ok(())
    }

    fn programm_freigeben(
        &self,
        jahr: i32,
        schluessel: &Value,
        beginn: NaiveDate,
        stichtag: NaiveDate,
    ) -> Ergebnis<()> {
        let qm = &self.personen.qm;
        let p = Stand::aus(
            &self.tue(qm, "pruefprogramm.anlegen", json!({"jahr": jahr, "aus_jahr": null}))?,
            ObjektArt::PRUEFPROGRAMM,
        )?;
        let mut monate = [0_u16; 12];
        // The month of the key date is due: someone has to draw.
        let faellig = (jahr == stichtag.year()).then_some(stichtag.month());
        for monat in MONATE.into_iter().chain(faellig) {
            if let Some(n) = usize::try_from(monat).ok().and_then(|m| monate.get_mut(m - 1)) {
                *n = JE_TEAM;
            }
        }
        let teams: Vec<Value> =
            self.alle_teams()?.iter().map(|t| json!({"team_id": t, "monate": monate})).collect();
        let zeile = json!({
            "thema_id": schluessel["thema_id"], "bereich_id": schluessel["bereich_id"], "pruefende": "pruefkraft",
            "fehlerdefinition": "jede", "teilweise_zaehlt": true, "ziel": 0.25, "konfidenz": 0.95, "gegenpruefung_anteil": 10,
            "restliche_auf_ja": false, "stellungnahme_tage": 14, "begruendung": "Antragsannahme und Vollständigkeit der Unterlagen", "teams": teams,
        });
        let inhalt = json!({"zeilen": [zeile], "dsb_am": beginn - Days::new(3), "dsb_vermerk": "In der Jahresbesprechung abgestimmt"});
        let p = Stand::aus(
            &self.tue(
                qm,
                "pruefprogramm.speichern",
                json!({"id": p.id, "version": p.version, "inhalt": inhalt}),
            )?,
            ObjektArt::PRUEFPROGRAMM,
        )?;
        let p = Stand::aus(&self.tue(qm, "pruefprogramm.vorlegen", p.bezug())?, ObjektArt::PRUEFPROGRAMM)?;
        self.tue(&self.bau.sitzung("gf")?, "pruefprogramm.freigeben", p.bezug())?;
        Ok(())
    }

    /// From the list of the month to the finished check.
    fn programmmonat(
        &mut self,
        (jahr, monat): (i32, u32),
        schluessel: &Value,
        promille: u64,
        stichtag: NaiveDate,
        ordner: &Path,
    ) -> Ergebnis<()> {
        let am = tag(jahr, monat, 2);
        let r = json!({"jahr": jahr, "monat": monat, "schluessel": schluessel});
        let p = Stand::aus(
            &self.tue(&self.personen.qm, "pruefprogramm.pruefung_anlegen", r)?,
            ObjektArt::PRUEFUNG,
        )?;
        let ziehung = self.ziehen(&p, Bereich::Eingang, 12, am, ordner)?;
        self.bau.stelle(am + Days::new(3), 8)?;
        self.pruefen(&p, promille, Weg::Fertig)?;
        self.klaeren(&p, Bereich::Eingang, am, stichtag)?;
        self.beenden(&p, &ziehung)
    }

    fn schluessel(&self) -> Ergebnis<Value> {
        let themen = self.lesen(&self.personen.qm, "pruefthema.liste", json!({}))?;
        let thema = liste_von(&themen)
            .iter()
            .find(|t| t["thema"]["kennung"] == "bewilligung")
            .ok_or_else(|| Fehler::intern("demo data: theme"))?;
        Ok(json!({"thema_id": thema["thema"]["id"], "bereich_id": self.struktur.bereich("eingangszone")?}))
    }

    fn alle_teams(&self) -> Ergebnis<Vec<String>> {
        self.teams(Bereich::Eingang).iter().map(|(k, _)| self.struktur.team(k)).collect()
    }
}

fn tag(jahr: i32, monat: u32, tag: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(jahr, monat, tag).unwrap_or_default()
}
