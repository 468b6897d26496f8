//! Three years of Maßnahmen: from Feststellungen of the finished checks, from deviations of Prüflisten, from what
//! Kundenreaktionen promised, from Widersprüche, and on their own. Whether one helped is what the later demo checks and
//! runs say.

use super::{Bau, Vorgaben};
use crate::api::{self, Abfrage};
use crate::audit::ObjektArt;
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::Sitzung;
use chrono::{Days, Months, NaiveDate};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A measure that is still to be entered, with the days of its life.
struct Vorhaben {
    wer: &'static str,
    herkunft: Value,
    was: String,
    art: &'static str,
    rolle: &'static str,
    team: Option<String>,
    /// Entered.
    am: NaiveDate,
    /// Days until it is due.
    frist: u64,
    /// How it goes on.
    weg: Weg,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Weg {
    /// Nobody begins.
    Liegt,
    /// Begun, not done.
    Begonnen,
    /// Moved once, then done.
    Verschoben,
    /// Done; the effect is looked for at later checks.
    Umgesetzt,
    /// Done, and nothing to measure it by.
    NichtMessbar,
    /// Given up.
    Verworfen,
}

/// What is done on a day.
enum Was {
    Anlegen,
    Schritt(Value),
    Wirkung,
}

/// What is done about errors at an item: kind and words, by turns.
#[rustfmt::skip]
const AUS_PRUEFUNG: &[(&str, &str, &str)] = &[
    ("arbeitshilfe", "qualitaetsmanagement", "Arbeitshilfe zum geprüften Merkmal überarbeiten und in den Teams vorstellen"),
    ("schulung", "bereichsleitung", "Schulung der Teams zu diesem Merkmal mit Beispielen aus der Prüfung"),
    ("prozess", "teamleitung", "Zweite Durchsicht vor dem Versand für diese Fallgruppe einführen"),
    ("it_meldung", "qualitaetsmanagement", "Fehlende Plausibilitätsprüfung an die Fachanwendung melden"),
    ("einzelfallkorrektur", "teamleitung", "Gleich gelagerte Fälle des Teams durchsehen und berichtigen"),
];

/// What is done about a deviation of a Prüfliste: kind of list, who, kind, function, words.
#[rustfmt::skip]
const AUS_PRUEFLISTE: &[(&str, &str, &str, &str, &str)] = &[
    ("datenschutz", "dsb", "schulung", "datenschutz", "Teams zu diesem Punkt unterweisen und die Teilnahme festhalten"),
    ("korruption", "akp", "prozess", "korruptionspraevention", "Fehlende Nachweise nachholen und jährlich daran erinnern"),
    ("it_sicherheit", "qm", "prozess", "qualitaetsmanagement", "Zuständigkeit und Vertretung schriftlich festlegen und bekannt geben"),
];

/// On their own: months before the key date, kind, function, words, days until due, way.
#[rustfmt::skip]
const EIGENE: &[(u32, &str, &str, &str, u64, Weg)] = &[
    (33, "prozess", "geschaeftsfuehrung", "Vertretungsregelung für die Leistungsteams schriftlich festlegen", 90, Weg::NichtMessbar),
    (27, "schulung", "qualitaetsmanagement", "Einführung in die Prüfbögen für neue Teamleitungen", 60, Weg::NichtMessbar),
    (20, "it_meldung", "bereichsleitung", "Sammelmeldung zu langen Antwortzeiten der Fachanwendung", 45, Weg::Verworfen),
    (14, "arbeitshilfe", "datenschutz", "Merkblatt zum Umgang mit Fehlversand aktualisieren", 60, Weg::NichtMessbar),
    (5, "prozess", "korruptionspraevention", "Belehrung zur Annahme von Belohnungen jährlich nachhalten", 120, Weg::Begonnen),
    (4, "schulung", "bereichsleitung", "Schulung zur Rechtsbehelfsbelehrung wiederholen", 75, Weg::Verschoben),
    (3, "prozess", "qualitaetsmanagement", "Rückmeldung der Prüfergebnisse an die Teams verkürzen", 60, Weg::Begonnen),
    (1, "arbeitshilfe", "widerspruchsstelle", "Textbausteine für Abhilfebescheide durchsehen", 40, Weg::Liegt),
    (1, "it_meldung", "qualitaetsmanagement", "Fehlerhafte Vorbelegung im Bescheidvordruck melden", 25, Weg::Liegt),
];

/// Makes all measures.
pub(super) fn anlegen(bau: &Bau, vorgaben: &Vorgaben) -> Ergebnis<()> {
    let namen = ["qm", "tl1", "bl", "krm", "widerspruch", "gf", "dsb", "akp"];
    let personen = namen.iter().map(|n| Ok((*n, bau.sitzung(n)?))).collect::<Ergebnis<_>>()?;
    let lauf = Lauf { bau, personen, stichtag: vorgaben.stichtag };
    let mut vorhaben = lauf.aus_pruefungen()?;
    vorhaben.extend(lauf.aus_prueflisten()?);
    vorhaben.extend(lauf.aus_kundenreaktionen()?);
    vorhaben.extend(lauf.aus_widerspruechen()?);
    vorhaben.extend(lauf.eigene());
    // What was begun long ago is done by now, or it would look as if nobody cared.
    for v in vorhaben.iter_mut().filter(|v| v.weg == Weg::Begonnen) {
        if v.am + Days::new(v.frist + 180) < vorgaben.stichtag {
            v.weg = if v.herkunft["art"] == "feststellung" { Weg::Verschoben } else { Weg::NichtMessbar };
        }
    }
    lauf.ausfuehren(&vorhaben)
}

struct Lauf<'a> {
    bau: &'a Bau,
    personen: BTreeMap<&'static str, Sitzung>,
    stichtag: NaiveDate,
}

impl Lauf<'_> {
    /// For each finished check the items with most Feststellungen.
    fn aus_pruefungen(&self) -> Ergebnis<Vec<Vorhaben>> {
        let mut je: BTreeMap<String, BTreeMap<String, Vec<Value>>> = BTreeMap::new();
        let mut ab = 0;
        loop {
            let frage = json!({"pruefung_id": null, "blatt": {"ab": ab, "anzahl": 500}, "sortierung": null, "absteigend": false,
                "staende": ["festgestellt"], "team_id": null, "art": null, "schwere": null, "sachgebiet": null, "ursache": null,
                "nur_ueberfaellig": false});
            let seite = self.lesen("qm", "feststellung.liste", frage)?;
            let zeilen = seite["zeilen"].as_array().cloned().unwrap_or_default();
            ab += zeilen.len();
            let fertig = zeilen.len() < 500;
            for z in zeilen {
                let (p, m) = (text(&z["pruefung_id"]), text(&z["merkmal"]));
                je.entry(p).or_default().entry(m).or_default().push(z);
            }
            if fertig {
                break;
            }
        }
        let mut vorhaben = Vec::new();
        for (pruefung, merkmale) in je {
            let detail = self.lesen("qm", "pruefung.lesen", json!({"id": pruefung}))?;
            let Some(ende) = tag(&detail["pruefung"]["beendet_am"]) else { continue };
            let mut merkmale: Vec<(String, Vec<Value>)> = merkmale.into_iter().collect();
            merkmale.sort_by_key(|(frage, z)| (std::cmp::Reverse(z.len()), frage.clone()));
            for (i, (_, zeilen)) in merkmale.into_iter().take(3).enumerate() {
                let Some(erste) = zeilen.first() else { continue };
                let (art, rolle, was) = AUS_PRUEFUNG[vorhaben.len() % AUS_PRUEFUNG.len()];
                vorhaben.push(Vorhaben {
                    wer: "qm",
                    herkunft: json!({"art": "feststellung", "id": erste["id"]}),
                    was: was.to_owned(),
                    art,
                    rolle,
                    team: None,
                    am: ende + Days::new(5 + 2 * i as u64),
                    frist: 75,
                    weg: match vorhaben.len() % 7 {
                        3 => Weg::Verschoben,
                        6 => Weg::Begonnen,
                        _ => Weg::Umgesetzt,
                    },
                });
            }
        }
        Ok(vorhaben)
    }

    /// Of each list of the house the first deviation of its first run, and the last one of its latest run.
    fn aus_prueflisten(&self) -> Ergebnis<Vec<Vorhaben>> {
        let mut vorhaben = Vec::new();
        for (gebiet, wer, art, rolle, was) in AUS_PRUEFLISTE {
            let frage = json!({"filter": {"gebiete": [gebiet], "staende": ["freigegeben"], "ebene": "haus"}, "sortierung": "zeitraum",
                "absteigend": false, "blatt": {"ab": 0, "anzahl": 20}});
            let seite = self.lesen(wer, "pruefliste.liste", frage)?;
            let zeilen = seite["zeilen"].as_array().cloned().unwrap_or_default();
            for (zeile, letzte) in [(zeilen.first(), false), (zeilen.last(), true)] {
                let Some(zeile) = zeile else { continue };
                let d = self.lesen(wer, "pruefliste.lesen", json!({"id": zeile["id"]}))?;
                let antworten = d["antworten"].as_array().cloned().unwrap_or_default();
                let mut abweichungen: Vec<&Value> = antworten
                    .iter()
                    .filter(|a| a["wert"] == "teilweise" || a["wert"] == "nicht_erfuellt")
                    .map(|a| &a["frage"])
                    .collect();
                if letzte {
                    abweichungen.reverse();
                }
                let freigabe = tag(&d["durchgang"]["freigegeben_am"]);
                let (Some(frage), Some(freigabe)) = (abweichungen.first(), freigabe) else { continue };
                vorhaben.push(Vorhaben {
                    wer,
                    herkunft: json!({"art": "abweichung", "durchgang_id": zeile["id"], "frage": frage}),
                    was: (*was).to_owned(),
                    art,
                    rolle,
                    team: None,
                    am: freigabe + Days::new(20),
                    frist: if letzte { 280 } else { 75 },
                    weg: if letzte { Weg::Begonnen } else { Weg::Umgesetzt },
                });
            }
        }
        Ok(vorhaben)
    }

    /// What the steps of a Kundenreaktion promise is taken over, mostly.
    fn aus_kundenreaktionen(&self) -> Ergebnis<Vec<Vorhaben>> {
        let alle = self.bau.haus.db().lies(|l| l.reaktionen_mit_uhr())?;
        let zugesagt = alle.iter().flat_map(|(k, _)| (1u32..).zip(&k.lage.massnahmen).map(move |z| (k, z)));
        let mut vorhaben = Vec::new();
        for (i, (k, (n, m))) in zugesagt.enumerate() {
            if i % 4 == 3 {
                continue;
            }
            // Entered some days after it was promised, for the same day.
            let am = m.bis - Days::new(56);
            vorhaben.push(Vorhaben {
                wer: "krm",
                herkunft: json!({"art": "kundenreaktion", "id": k.id, "massnahme": n}),
                was: m.was.clone(),
                art: if m.was.starts_with("Textbaustein") { "arbeitshilfe" } else { "prozess" },
                rolle: "kundenreaktionsmanagement",
                team: None,
                am,
                frist: 56,
                weg: if i % 5 == 2 { Weg::Begonnen } else { Weg::NichtMessbar },
            });
        }
        Ok(vorhaben)
    }

    /// Every sixtieth procedure gave rise to something.
    fn aus_widerspruechen(&self) -> Ergebnis<Vec<Vorhaben>> {
        let mut vorhaben = Vec::new();
        for n in 0..10u64 {
            let frage = json!({"filter": {}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": n * 60 + 25, "anzahl": 1}});
            let seite = self.lesen("widerspruch", "widerspruch.liste", frage)?;
            let z = &seite["zeilen"][0];
            let Some(eingang) = tag(&z["eingang"]) else { break };
            vorhaben.push(Vorhaben {
                wer: "widerspruch",
                herkunft: json!({"art": "widerspruch", "id": z["id"]}),
                was: "Begründung im Bescheidvordruck verständlicher fassen".to_owned(),
                art: if n % 2 == 0 { "arbeitshilfe" } else { "einzelfallkorrektur" },
                rolle: "widerspruchsstelle",
                team: None,
                am: eingang + Days::new(100),
                frist: 60,
                weg: if n % 3 == 2 { Weg::Begonnen } else { Weg::NichtMessbar },
            });
        }
        Ok(vorhaben)
    }

    fn eigene(&self) -> Vec<Vorhaben> {
        let eine =
            |(monate, art, rolle, was, frist, weg): &(u32, &'static str, &'static str, &str, u64, Weg)| {
                Vorhaben {
                    wer: "qm",
                    herkunft: json!({"art": "eigen"}),
                    was: (*was).to_owned(),
                    art,
                    rolle,
                    team: None,
                    am: self.stichtag - Months::new(*monate),
                    frist: *frist,
                    weg: *weg,
                }
            };
        EIGENE.iter().map(eine).collect()
    }

    /// Day by day; what lies behind the key date does not happen.
    fn ausfuehren(&self, vorhaben: &[Vorhaben]) -> Ergebnis<()> {
        let mut kalender: BTreeMap<NaiveDate, Vec<(usize, Was)>> = BTreeMap::new();
        for (i, v) in vorhaben.iter().enumerate() {
            for (tag, was) in v.leben() {
                if tag <= self.stichtag {
                    kalender.entry(tag).or_default().push((i, was));
                }
            }
        }
        let mut bekannt: BTreeMap<usize, (String, i64)> = BTreeMap::new();
        for (tag, arbeiten) in kalender {
            self.bau.stelle(tag, 11)?;
            for (i, was) in arbeiten {
                let v = &vorhaben[i];
                let wer = self.person(v.wer)?;
                let (name, daten) = match (was, bekannt.get(&i)) {
                    (Was::Anlegen, _) => ("massnahme.anlegen", v.anlegen()),
                    (_, None) => continue,
                    (Was::Schritt(schritt), Some((id, version))) => {
                        ("massnahme.schritt", json!({"id": id, "version": version, "schritt": schritt}))
                    }
                    (Was::Wirkung, Some((id, version))) => match self.spaetere(id, tag)? {
                        Some(p) => (
                            "massnahme.wirkung_feststellen",
                            json!({"id": id, "version": version, "spaetere_id": p}),
                        ),
                        None => continue,
                    },
                };
                let g = self.bau.aendern(wer, name, daten)?;
                let objekt = g.objekte.iter().find(|o| o.art == ObjektArt::MASSNAHME.name);
                let objekt = objekt.ok_or_else(|| Fehler::intern("demo data: measure"))?;
                bekannt.insert(i, (objekt.id.clone(), objekt.version));
            }
        }
        Ok(())
    }

    /// The next check or run that can show an effect and was finished by that day.
    fn spaetere(&self, id: &str, heute: NaiveDate) -> Ergebnis<Option<String>> {
        let d = self.lesen("qm", "massnahme.lesen", json!({"id": id}))?;
        if !d["moeglich"].as_array().is_some_and(|m| m.contains(&json!("wirkung_feststellen"))) {
            return Ok(None);
        }
        let schon = &d["massnahme"]["lage"]["nachweis"]["spaetere"];
        let fertig = |bis: &Value| tag(bis).is_some_and(|bis| bis + Days::new(90) <= heute);
        let durchgaenge = d["wirkung"]["spaetere_durchgaenge"].as_array().cloned().unwrap_or_default();
        let durchgang = durchgaenge
            .iter()
            .rev()
            .filter(|s| s["hindernis"].is_null() && s["durchgang_id"] != schon["durchgang_id"])
            .find(|s| fertig(&s["bis"]));
        if let Some(s) = durchgang {
            return Ok(Some(text(&s["durchgang_id"])));
        }
        let spaetere = d["wirkung"]["spaetere"].as_array().cloned().unwrap_or_default();
        Ok(spaetere
            .iter()
            .filter(|s| s["hindernis"].is_null() && s["ergebnis"]["pruefung_id"] != schon["pruefung_id"])
            .find(|s| fertig(&s["ergebnis"]["bis"]))
            .map(|s| text(&s["ergebnis"]["pruefung_id"])))
    }

    fn person(&self, name: &str) -> Ergebnis<&Sitzung> {
        self.personen.get(name).ok_or_else(|| Fehler::intern(format!("demo data: {name}")))
    }

    fn lesen(&self, wer: &str, name: &str, daten: Value) -> Ergebnis<Value> {
        api::lesen(&self.bau.haus, self.person(wer)?, Abfrage::aus_json(name, daten)?)
    }
}

impl Vorhaben {
    fn anlegen(&self) -> Value {
        json!({"herkunft": self.herkunft, "angaben": {"was": self.was, "erlaeuterung": "", "art": self.art,
            "rolle": self.rolle, "team_id": self.team, "faellig": self.am + Days::new(self.frist)}})
    }

    /// The days on which something is entered.
    fn leben(&self) -> Vec<(NaiveDate, Was)> {
        let ab = |tage: u64| self.am + Days::new(tage);
        let faellig = ab(self.frist);
        let beginn = (ab(10), Was::Schritt(json!({"art": "beginnen", "am": ab(10)})));
        let getan = |am: NaiveDate| {
            let vermerk = "In der Dienstbesprechung vorgestellt und eingeführt.";
            (am, Was::Schritt(json!({"art": "umsetzen", "am": am, "vermerk": vermerk})))
        };
        let mut leben = vec![(self.am, Was::Anlegen)];
        match self.weg {
            Weg::Liegt => {}
            Weg::Begonnen => leben.push(beginn),
            Weg::Verschoben => {
                let grund = "Abstimmung mit der Personalvertretung dauert länger.";
                let neu = faellig + Days::new(30);
                let schritt = json!({"art": "verschieben", "bis": neu, "grund": grund});
                leben.extend([
                    beginn,
                    (faellig - Days::new(7), Was::Schritt(schritt)),
                    getan(neu - Days::new(3)),
                ]);
            }
            Weg::Umgesetzt => leben.extend([beginn, getan(faellig - Days::new(20))]),
            Weg::NichtMessbar => {
                let am = faellig + Days::new(30);
                let grund = "Zu diesem Anlass gibt es kein Merkmal, an dem sich die Wirkung messen ließe.";
                let schritt = json!({"art": "nicht_messbar", "am": am, "grund": grund});
                leben.extend([beginn, getan(faellig - Days::new(5)), (am, Was::Schritt(schritt))]);
            }
            Weg::Verworfen => {
                let grund = "Die neue Fassung der Fachanwendung hat das Problem behoben.";
                let schritt = json!({"art": "verwerfen", "am": ab(30), "grund": grund});
                leben.push((ab(30), Was::Schritt(schritt)));
            }
        }
        if matches!(self.weg, Weg::Umgesetzt | Weg::Verschoben) {
            leben.extend([(ab(420), Was::Wirkung), (ab(790), Was::Wirkung)]);
        }
        leben
    }
}

fn text(wert: &Value) -> String {
    wert.as_str().unwrap_or_default().to_owned()
}

/// The day at the beginning of a stored moment or day.
fn tag(wert: &Value) -> Option<NaiveDate> {
    wert.as_str()?.get(..10)?.parse().ok()
}
