//! What lies on the desks at the key date: deadlines of the court in every state of control, absences, Wiedervorlagen.

use super::Lauf;
use super::fall::{Arbeit, Was};
use crate::api::{self, Abfrage};
use crate::audit::ObjektArt;
use crate::fehler::{Ergebnis, Fehler};
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

/// How far the control of a court's deadline got: who entered it, and by how many days the other one differs.
type Gerichtsfrist = (usize, Option<u64>);

/// Two confirmed, one that each of the two has still to look at, and one on which they differ.
const GERICHTSFRISTEN: &[Gerichtsfrist] = &[(0, Some(0)), (1, Some(0)), (0, None), (1, None), (0, Some(3))];

const BETREFFE: &[&str] = &[
    "Unterlagen nachgereicht?",
    "Rückfrage beim Team",
    "Antwort der anderen Stelle da?",
    "Mahnsperre prüfen",
];

impl Lauf<'_> {
    /// On the key date itself.
    pub(in crate::demo) fn offenes(&mut self) -> Ergebnis<()> {
        self.bau.stelle(self.stichtag, 14)?;
        let filter = json!({"arten": ["klage"], "staende": ["eingegangen", "anhaengig"]});
        let klagen = api::lesen(
            &self.bau.haus,
            &self.personen[0],
            Abfrage::aus_json(
                "widerspruch.liste",
                json!({"filter": filter, "sortierung": "eingang", "absteigend": true, "blatt": {"ab": 0, "anzahl": 20}}),
            )?,
        )?;
        let klagen = klagen["zeilen"].as_array().cloned().unwrap_or_default();
        for (klage, (i, (person, abweichung))) in klagen.iter().zip((0_u64..).zip(GERICHTSFRISTEN)) {
            self.gerichtsfrist(&klage["id"], self.stichtag + Days::new(9 + 5 * i), *person, *abweichung)?;
        }
        self.abwesend(0, self.stichtag + Days::new(31), 18)?;
        self.abwesend(1, self.stichtag + Days::new(5), 4)
    }

    fn gerichtsfrist(
        &self,
        klage: &Value,
        tag: NaiveDate,
        person: usize,
        zweite: Option<u64>,
    ) -> Ergebnis<()> {
        let tag = self.ort.naechster_arbeitstag(tag).unwrap_or(tag);
        let g = self.tue(
            person,
            "frist.anlegen",
            json!({"verfahren_id": klage, "art": "aeusserung", "bezeichnung": "Stellungnahme zum Schriftsatz",
                   "quelle": "Verfügung des Sozialgerichts", "tag": tag}),
        )?;
        let id = g.id(ObjektArt::FRIST).ok_or_else(|| Fehler::intern("demo data: deadline"))?;
        if let Some(abweichung) = zweite {
            let tag = tag - Days::new(abweichung);
            self.tue(1 - person, "frist.gegenpruefen", json!({"id": id, "version": 1, "tag": tag}))?;
        }
        Ok(())
    }

    fn abwesend(&self, person: usize, von: NaiveDate, tage: u64) -> Ergebnis<()> {
        let [wer, vertretung] = [person, 1 - person].map(|p| self.personen[p].benutzer_id());
        self.tue(
            person,
            "abwesenheit.speichern",
            json!({"bezug": null, "benutzer_id": wer, "von": von, "bis": von + Days::new(tage), "vertretung_id": vertretung}),
        )?;
        Ok(())
    }

    /// Sets a Wiedervorlage; it is ticked off on its day, but for some of the last weeks.
    pub(super) fn wiedervorlage(&mut self, heute: NaiveDate, fall: usize, tage: u64) -> Ergebnis<()> {
        let am = self.arbeitstag_ab(heute + Days::new(tage));
        let betreff = self.wuerfel.aus(BETREFFE).copied().unwrap_or_default();
        let person = self.faelle[fall].zustaendig;
        let g = self.tue(
            person,
            "wiedervorlage.anlegen",
            json!({"verfahren": [self.faelle[fall].id], "am": am, "betreff": betreff, "fuer": self.personen[person].benutzer_id()}),
        )?;
        let id = g.id(ObjektArt::WIEDERVORLAGE).ok_or_else(|| Fehler::intern("demo data: Wiedervorlage"))?;
        let juengst = am + Days::new(35) > self.stichtag;
        if !(juengst && self.wuerfel.promille(500)) {
            let was = Was::WiedervorlageErledigen(id.to_owned());
            self.vormerken(am, Arbeit { fall, person, was });
        }
        Ok(())
    }
}
