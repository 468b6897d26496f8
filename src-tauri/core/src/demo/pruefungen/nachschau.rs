//! A Nachschau: the corrected cases of a finished check again, one of them still wrong.

use super::{Bereich, Lauf, Stand, liste_von};
use crate::audit::ObjektArt;
use crate::demo::organisation::Struktur;
use crate::demo::{Bau, Vorgaben};
use crate::fehler::Ergebnis;
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

/// Days before the key date on which it begins.
const VORHER: u64 = 14;
/// Fewer corrected cases show little.
const MINDESTENS: u64 = 4;

/// Makes it and returns its number; nothing where no check has enough of them.
pub(in crate::demo) fn anlegen(
    bau: &Bau,
    struktur: &Struktur,
    vorgaben: &Vorgaben,
) -> Ergebnis<Option<String>> {
    let beginn = vorgaben.stichtag - Days::new(VORHER);
    let mut lauf = Lauf::neu(bau, struktur, vorgaben)?;
    let ende = bau.haus.umgebung().jetzt();
    bau.stelle(beginn, 9)?;
    let nummer = match lauf.nachzusehende()? {
        Some(plan) => Some(lauf.nachschau(plan, beginn)?),
        None => None,
    };
    bau.umgebung.stelle(ende);
    Ok(nummer)
}

impl Lauf<'_> {
    /// The plan for the latest check that has enough cases to look at again.
    fn nachzusehende(&self) -> Ergebnis<Option<Value>> {
        let filter = json!({"text": "", "stand": ["abgeschlossen"], "thema_id": null, "bereich_id": self.struktur.bereich("leistungsgewaehrung")?, "team_id": null, "jahr": null});
        let anfrage = json!({"filter": filter, "sortierung": "nummer", "absteigend": true, "blatt": {"ab": 0, "anzahl": 50}});
        let liste = self.lesen(&self.personen.qm, "pruefung.liste", anfrage)?;
        for p in liste_von(&liste["zeilen"]) {
            let v = self.lesen(&self.personen.qm, "pruefung.nachschau_vorschlag", json!({"id": p["id"]}))?;
            if v["hindernis"].is_null() && v["faelle"].as_u64() >= Some(MINDESTENS) {
                return Ok(Some(v["korrigierte"].clone()));
            }
        }
        Ok(None)
    }

    fn nachschau(&mut self, mut plan: Value, beginn: NaiveDate) -> Ergebnis<String> {
        plan["dsb_beteiligt_am"] = json!(beginn);
        let g = self.tue(&self.personen.qm, "pruefung.nachschau_anlegen", json!({"plan": plan}))?;
        let p = self.pruefung_jetzt(&Stand::aus(&g, ObjektArt::PRUEFUNG)?)?;
        let g = self.tue(
            &self.personen.qm,
            "ziehung.versiegeln",
            json!({"pruefung": p.bezug(), "anzahl": null}),
        )?;
        let ziehung = Stand::aus(&g, ObjektArt::ZIEHUNG)?;
        self.tue(
            &self.personen.qm,
            "ziehung.ziehen",
            json!({"ziehung": ziehung.bezug(), "nummern": [], "begruendung": ""}),
        )?;
        self.bau.stelle(beginn + Days::new(3), 9)?;
        self.nachsehen(&p)?;
        self.bau.stelle(beginn + Days::new(7), 9)?;
        self.gegenpruefen(&p)?;
        self.bau.stelle(beginn + Days::new(9), 9)?;
        self.stellungnahmen(&p, Bereich::Leistung)?;
        self.bau.stelle(beginn + Days::new(12), 10)?;
        self.feststellen(&p)?;
        self.beenden(&p, &ziehung)?;
        let detail = self.lesen(&self.personen.qm, "pruefung.lesen", json!({"id": p.id}))?;
        Ok(text(&detail["pruefung"]["nummer"]))
    }

    /// What was to be corrected is in order now, but for the first one.
    fn nachsehen(&mut self, p: &Stand) -> Ergebnis<()> {
        let v = self.lesen(&self.personen.qm, "auswertung.nachschau", json!({"id": p.id}))?;
        let faelle = self.faelle(p, &[])?;
        let bezuege: Vec<Value> =
            faelle.iter().map(|f| json!({"id": f["id"], "version": f["version"]})).collect();
        let an = self.personen.pruefer.benutzer_id();
        self.tue(&self.personen.qm, "bogen.zuweisen", json!({"faelle": bezuege, "an": an}))?;
        for (i, b) in liste_von(&v["korrekturen"]["befunde"]).iter().enumerate() {
            let (id, merkmal) = (text(&b["prueffall_id"]), &b["merkmal"]);
            let noch = self.muster.iter().find(|m| i == 0 && *merkmal == m.merkmal);
            let wert = if noch.is_some() { "nein" } else { "ja" };
            let mut ops =
                vec![("bogen.antworten", json!({"id": id, "merkmal": merkmal, "wert": wert, "version": 0}))];
            ops.extend(noch.map(|m| ("feststellung.speichern", self.feststellung(&id, m))));
            self.viele(&self.personen.pruefer, ops)?;
        }
        for fall in &faelle {
            let id = text(&fall["id"]);
            let version = self.bogen(&id, 0)?;
            self.tue(&self.personen.pruefer, "bogen.abschliessen", json!({"id": id, "version": version}))?;
        }
        Ok(())
    }
}

fn text(wert: &Value) -> String {
    wert.as_str().unwrap_or_default().to_owned()
}
