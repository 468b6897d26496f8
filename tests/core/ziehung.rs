//! The draw: hidden seed halves, same result as the public sampler, closing, extension, protocol.

use crate::fixture::Testhaus;
use crate::grundgesamtheit::{ansicht, einlesen, fixture, leseweise, version, vier_teams};
use crate::pruefung::{anlegen, qm};
use iks_core::api::Geaendert;
use iks_core::benutzer::Rolle;
use iks_core::fachaufsicht::nachziehung::{Nachziehauftrag, lies_liste, nachziehen};
use iks_core::fachaufsicht::ziehung::Liste;
use iks_core::fachaufsicht::ziehungsprotokoll::{Protokoll, befehle};
use iks_core::fehler::{Code, Ergebnis};
use iks_core::haus::Sitzung;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::PathBuf;
use tempfile::TempDir;

const LISTE: &str = "grundgesamtheit_leistung.csv";
const ERSTE: &str = "5170338921";
const ZWEITE: &str = "0466257814";
const REGEL: &str = "Zwei Stufen: Bei keinem Fehler unter den ersten 30 Akten ist das Ziel belegt. Bei genau 1 Fehler werden 30 weitere Akten gezogen; das Ziel ist belegt, wenn diese alle fehlerfrei sind. Sonst ist es nicht belegt und es wird nicht weiter gezogen. Was ungeklärt bleibt, zählt dabei als Fehler.";

/// A check with an imported population, and two people for the seed.
struct Vorgang {
    t: Testhaus,
    qm: Sitzung,
    zweite: Sitzung,
    id: String,
    ordner: TempDir,
}

impl Vorgang {
    fn neu(aendere: impl FnOnce(&mut Value)) -> Self {
        let t = Testhaus::neu();
        let ids = t.organisation();
        let qm = qm(&t);
        let zweite = t.person("pruefer", &[Rolle::Pruefkraft], None, &[]);
        let mut plan = vier_teams(&t, &qm, &ids);
        aendere(&mut plan);
        let id = anlegen(&t, &qm, &plan);
        einlesen(&t, &qm, &id, &fixture(LISTE), leseweise()).unwrap();
        Self { t, qm, zweite, id, ordner: tempfile::tempdir().unwrap() }
    }

    fn versiegeln(&self, anzahl: Value) -> Ergebnis<Geaendert> {
        let v = version(&self.t, &self.qm, &self.id);
        let daten = json!({"pruefung": {"id": self.id, "version": v}, "anzahl": anzahl});
        self.t.aendern(&self.qm, "ziehung.versiegeln", daten)
    }

    fn ziehungen(&self, wer: &Sitzung) -> Value {
        self.t.lesen(wer, "ziehung.liste", json!({"pruefung_id": self.id})).unwrap()
    }

    fn letzte(&self) -> Value {
        let z = self.ziehungen(&self.qm);
        z["eigene"].as_array().unwrap().last().unwrap().clone()
    }

    fn bezug(&self) -> Value {
        let z = self.letzte();
        json!({"id": z["id"], "version": z["version"]})
    }

    fn haelfte(&self, wer: &Sitzung, ziffern: &str) -> Ergebnis<Geaendert> {
        let daten = json!({"ziehung": self.bezug(), "haelfte": ziffern});
        self.t.aendern(wer, "ziehung.startwert_haelfte", daten)
    }

    fn ziehen(&self, nummern: Value, begruendung: &str) -> Ergebnis<Geaendert> {
        let daten = json!({"ziehung": self.bezug(), "nummern": nummern, "begruendung": begruendung});
        self.t.aendern(&self.qm, "ziehung.ziehen", daten)
    }

    fn gezogen(aendere: impl FnOnce(&mut Value)) -> Self {
        let v = Self::neu(aendere);
        v.versiegeln(Value::Null).unwrap();
        v.haelfte(&v.qm, ERSTE).unwrap();
        v.haelfte(&v.zweite, ZWEITE).unwrap();
        v.ziehen(json!([]), "").unwrap();
        v
    }

    fn schliessen(&self) -> Ergebnis<Geaendert> {
        self.t.aendern(&self.qm, "ziehung.schliessen", json!({"ziehung": self.bezug()}))
    }

    fn erweitern(&self, anzahl: u64, planmaessig: bool, datei: Value) -> Ergebnis<Geaendert> {
        let daten = json!({"ziehung": self.bezug(), "anzahl": anzahl, "planmaessig": planmaessig,
            "begruendung": "Die Schätzung soll genauer werden.", "datei": datei});
        self.t.aendern(&self.qm, "ziehung.erweitern", daten)
    }

    fn einheiten(&self) -> Vec<(String, String)> {
        let seite = self
            .t
            .lesen(
                &self.qm,
                "ziehung.einheiten",
                json!({"pruefung_id": self.id, "blatt": {"ab": 0, "anzahl": 500}}),
            )
            .unwrap();
        let text = |v: &Value| v.as_str().unwrap().to_owned();
        seite["zeilen"]
            .as_array()
            .unwrap()
            .iter()
            .map(|z| (text(&z["schicht"]), text(&z["pseudonym"])))
            .collect()
    }

    /// Exports the last draw; paths of JSON and list.
    fn protokoll(&self) -> (PathBuf, PathBuf) {
        let json_pfad = self.ordner.path().join("ziehung.json");
        let daten = json!({"ziehung_id": self.letzte()["id"], "datei": json_pfad, "ueberschreiben": true});
        self.t.aendern(&self.qm, "ziehung.protokoll_exportieren", daten).unwrap();
        (json_pfad, self.ordner.path().join("ziehung-liste.csv"))
    }

    fn lies(&self) -> (Protokoll, Liste) {
        let (json_pfad, csv) = self.protokoll();
        let protokoll = Protokoll::aus_json(&std::fs::read(json_pfad).unwrap()).unwrap();
        (protokoll, lies_liste(&csv, "pseudonym", Some("schicht")).unwrap())
    }
}

fn ungeschichtet(plan: &mut Value) {
    plan["schichtung"] = json!("keine");
    plan["mindest_je_schicht"] = json!(0);
}

#[test]
fn veroeffentlichtes_beispiel_des_python_pakets() {
    let ordner = tempfile::tempdir().unwrap();
    let pfad = ordner.path().join("liste.csv");
    let zeilen: String = (1..=25).map(|i| format!("{i:04}/2025\n")).collect();
    std::fs::write(&pfad, format!("Aktenzeichen\n{zeilen}")).unwrap();
    let liste = lies_liste(&pfad, "Aktenzeichen", None).unwrap();
    let ziehe = |anzahl, ab| {
        let auftrag = Nachziehauftrag { startwert: "51703389210466257814", anzahl, ab, mindestens: 5 };
        let n = nachziehen(&liste, auftrag, false).unwrap();
        n.einheiten.into_iter().map(|e| e.kennung[..4].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ziehe(6, 0), ["0019", "0004", "0022", "0016", "0011", "0002"]);
    assert_eq!(ziehe(3, 6), ["0001", "0010", "0023"]);
}

#[test]
fn erste_haelfte_bleibt_verborgen_und_die_zweite_gehoert_einer_anderen_person() {
    let v = Vorgang::neu(|_| {});

    v.versiegeln(Value::Null).unwrap();
    let g = ansicht(&v.t, &v.qm, &v.id);
    assert_eq!(g["anzahl"], 4920);
    assert!(g["versiegelt_am"].is_string() && g["schicht_hash"].is_string());
    assert_eq!(v.haelfte(&v.qm, "123").unwrap_err().felder[0].feld, "haelfte");
    assert_eq!(v.ziehen(json!([]), "").unwrap_err().code, Code::Regel);
    v.haelfte(&v.qm, ERSTE).unwrap();
    let revision = v.t.person("rev", &[Rolle::Revision], None, &[]);
    for wer in [&v.qm, &revision] {
        let z = v.ziehungen(wer);
        assert!(!z.to_string().contains(ERSTE), "the first half must stay hidden");
        assert_eq!(z["eigene"][0]["erste_haelfte_da"], true);
    }
    assert_eq!(v.haelfte(&v.qm, ZWEITE).unwrap_err().code, Code::VierAugen);
    v.haelfte(&v.zweite, ZWEITE).unwrap();
    assert_eq!(v.letzte()["startwert"], format!("{ERSTE}{ZWEITE}"));
    assert_eq!(v.haelfte(&v.zweite, ZWEITE).unwrap_err().code, Code::Regel);
    // Nothing can be changed any more before the draw.
    let f = einlesen(&v.t, &v.qm, &v.id, &fixture(LISTE), leseweise()).unwrap_err();
    assert_eq!(f.code, Code::Regel);
    let f =
        v.t.aendern(
            &v.qm,
            "grundgesamtheit.ausschliessen",
            json!({"pruefung_id": v.id, "nummern": ["09304BG1001722"], "grund": "Angehörige"}),
        )
        .unwrap_err();
    assert_eq!(f.code, Code::Regel);
    v.t.protokoll_stimmt();
}

#[test]
fn geschichtet_zieht_wie_das_werkzeug_des_pruefers() {
    let v = Vorgang::gezogen(|_| {});
    let einheiten = v.einheiten();
    assert_eq!(einheiten.len(), 60);
    let z = v.letzte();
    let schichten: Vec<&str> =
        z["aufteilung"].as_array().unwrap().iter().map(|s| s["schicht"].as_str().unwrap()).collect();
    assert_eq!(schichten, ["Leistung 1", "Leistung 2", "Leistung 3", "Leistung 4"]);
    let (protokoll, liste) = v.lies();
    protokoll.pruefe(&liste).unwrap();
    let (_, csv) = v.protokoll();
    let text = std::fs::read_to_string(&csv).unwrap();
    let zeilen: Vec<&str> = text.lines().collect();
    assert_eq!((zeilen[0], zeilen.len()), ("pseudonym;schicht", 4921));
    assert!(zeilen[1..].is_sorted() && !text.contains("BG"));
    let auftrag = Nachziehauftrag { startwert: "51703389210466257814", anzahl: 60, ab: 0, mindestens: 5 };
    let n = nachziehen(&liste, auftrag, true).unwrap();
    let nachgezogen: Vec<(String, String)> =
        n.einheiten.into_iter().map(|e| (e.schicht, e.kennung)).collect();
    assert_eq!(nachgezogen, einheiten);
    assert_eq!(json!(n.population_hash), z["population_hash"]);
    assert_eq!(json!(n.schicht_hash), z["schicht_hash"]);
    let befehle = befehle(&protokoll, "ziehung.json", "ziehung-liste.csv");
    assert!(befehle.iter().any(|(_, b)| b == "iksctl ziehe --datei ziehung-liste.csv --spalte pseudonym --startwert 51703389210466257814 --anzahl 60 --schicht schicht --mindestens 5"));
    v.t.protokoll_stimmt();
}

#[test]
fn jede_aenderung_am_protokoll_faellt_auf() {
    let v = Vorgang::gezogen(|_| {});
    let (protokoll, liste) = v.lies();
    let urtext = serde_json::to_value(&protokoll).unwrap();
    let mut geaendert = 0;
    aendere_alles(&urtext, &mut |faelschung| {
        geaendert += 1;
        // What is no longer a protocol is refused by the reader.
        let Ok(p) = Protokoll::aus_json(faelschung.to_string().as_bytes()) else {
            return;
        };
        assert!(p.pruefe(&liste).is_err(), "{faelschung}");
    });
    assert!(geaendert > 50, "{geaendert}");
    // With a fresh checksum, what the draw depends on is still found.
    let neu = |p: Protokoll| p.mit_pruefsumme().pruefe(&liste);
    assert!(neu(Protokoll { startwert: Some("51703389210466257815".into()), ..protokoll.clone() }).is_err());
    assert!(neu(Protokoll { mindestens: 2, anzahl: 59, ..protokoll.clone() }).is_err());
    let mut getauscht = protokoll.clone();
    getauscht.einheiten.swap(3, 4);
    assert!(neu(getauscht).unwrap_err().contains("Einheit 4"));
    let mut kleiner = liste.clone();
    kleiner.kennungen.pop();
    kleiner.schicht_von.pop();
    assert!(protokoll.pruefe(&kleiner).is_err());
}

/// Every value of the object changed once, each alone.
fn aendere_alles(urtext: &Value, pruefe: &mut impl FnMut(Value)) {
    fn wege(v: &Value, weg: String, alle: &mut Vec<String>) {
        match v {
            Value::Object(o) => o.iter().for_each(|(k, v)| wege(v, format!("{weg}/{k}"), alle)),
            // Units are alike; the first three stand for all.
            Value::Array(a) => {
                a.iter().take(3).enumerate().for_each(|(i, v)| wege(v, format!("{weg}/{i}"), alle))
            }
            _ => alle.push(weg),
        }
    }
    let mut alle = Vec::new();
    wege(urtext, String::new(), &mut alle);
    for weg in alle {
        let mut kopie = urtext.clone();
        let stelle = kopie.pointer_mut(&weg).unwrap();
        *stelle = match stelle {
            Value::String(s) => json!(format!("{s}x")),
            Value::Number(n) => json!(n.as_u64().unwrap() + 1),
            Value::Bool(b) => json!(!*b),
            _ => continue,
        };
        pruefe(kopie);
    }
}

#[test]
fn schliessen_verwirft_die_nummern_und_die_erweiterung_erkennt_die_liste() {
    let v = Vorgang::gezogen(|p| {
        ungeschichtet(p);
        p["erweiterung_regel"] = json!("Bei genau einem Fehler werden 30 weitere gezogen.");
    });
    let erste = v.einheiten();
    let daten = |datei: &str| json!({"nummer": "FA-2026-001", "datei": fixture(datei)});
    let befund = v.t.lesen(&v.qm, "ziehung.quelle_pruefen", daten(LISTE)).unwrap();
    assert_eq!(befund["stimmt"], true, "{befund}");
    assert_eq!(ansicht(&v.t, &v.qm, &v.id)["klarnummern"], true);
    v.schliessen().unwrap();
    assert_eq!(ansicht(&v.t, &v.qm, &v.id)["klarnummern"], false);
    assert_eq!(v.schliessen().unwrap_err().code, Code::Regel);
    let befund = v.t.lesen(&v.qm, "ziehung.quelle_pruefen", daten("grundgesamtheit_utf8_tab.csv")).unwrap();
    assert_eq!(befund["stimmt"], false, "{befund}");
    // Without the list, or with another one, nothing is drawn.
    assert_eq!(v.erweitern(30, true, Value::Null).unwrap_err().felder[0].feld, "datei");
    let f = v.erweitern(30, true, json!(fixture("grundgesamtheit_utf8_tab.csv"))).unwrap_err();
    assert!(f.text.contains("Hash"), "{}", f.text);
    v.erweitern(30, true, json!(fixture(LISTE))).unwrap();
    let alle = v.einheiten();
    assert_eq!(alle[..60], erste[..], "an extension only adds");
    assert_eq!(alle.len(), 90);
    assert_eq!(alle.iter().collect::<BTreeSet<_>>().len(), 90);
    assert_eq!(ansicht(&v.t, &v.qm, &v.id)["klarnummern"], false);
    let (protokoll, liste) = v.lies();
    protokoll.pruefe(&liste).unwrap();
    assert_eq!((protokoll.ab, protokoll.ziehung), (60, 2));
    // The auditor's draw of 90 at once is both together.
    let auftrag =
        |anzahl, ab| Nachziehauftrag { startwert: "51703389210466257814", anzahl, ab, mindestens: 0 };
    let namen = |a| -> Vec<String> {
        nachziehen(&liste, a, false).unwrap().einheiten.into_iter().map(|e| e.kennung).collect()
    };
    let pseudonyme: Vec<String> = alle.into_iter().map(|(_, p)| p).collect();
    assert_eq!(namen(auftrag(90, 0)), pseudonyme);
    assert_eq!(namen(auftrag(30, 60)), pseudonyme[60..]);
    v.t.protokoll_stimmt();
}

/// A rule of the planner for stages of 2 units, drawn and with the outcome of each unit: in order or not checkable.
fn zwei_stufen(schichtung: &str, ausgang: [&str; 2]) -> Vorgang {
    let v = Vorgang::gezogen(|p| {
        if schichtung == "keine" {
            ungeschichtet(p);
        }
        (p["ziel"], p["konfidenz"]) = (json!(0.5), json!(0.5));
        p["stichprobe_geplant"] = json!(if schichtung == "keine" { 2 } else { 60 });
        p["gegenpruefung_anteil"] = json!(0);
        p["restliche_auf_ja"] = json!(true);
        p["erweiterung_regel"] = json!(REGEL.replace("30", "2"));
    });
    let alle = json!({"pruefung_id": v.id, "blatt": {"ab": 0, "anzahl": 100}, "sortierung": null, "absteigend": false,
        "staende": [], "team_id": null, "zugewiesen_an": null, "nicht_zugewiesen": false, "nur_mit_feststellung": false, "suche": null});
    let faelle = v.t.lesen(&v.qm, "bogen.liste", alle).unwrap()["zeilen"].clone();
    for (fall, wie) in faelle.as_array().unwrap().iter().zip(ausgang) {
        let bogen = || v.t.lesen(&v.qm, "bogen.lesen", json!({"id": fall["id"]})).unwrap();
        match wie {
            "ja" => {
                for abschnitt in 0..bogen()["abschnitte"].as_array().unwrap().len() {
                    let r = json!({"id": fall["id"], "abschnitt": abschnitt});
                    v.t.aendern(&v.qm, "bogen.restliche_auf_ja", r).unwrap();
                }
                let r = json!({"id": fall["id"], "version": bogen()["fall"]["version"]});
                v.t.aendern(&v.qm, "bogen.abschliessen", r).unwrap();
            }
            "weg" => {
                let version = bogen()["fall"]["version"].clone();
                let r =
                    json!({"id": fall["id"], "version": version, "grund": "Die Akte liegt beim Gericht."});
                v.t.aendern(&v.qm, "bogen.nicht_pruefbar", r).unwrap();
            }
            _ => {}
        }
    }
    v
}

/// The rule of the planner is known again in the plan: its second stage is proposed when it is due, and never else.
#[test]
fn die_zweite_stufe_des_planers_wird_vorgeschlagen() {
    let stufe = |v: &Vorgang| v.ziehungen(&v.qm)["zweite_stufe"].clone();
    for (schichtung, ausgang) in [
        ("team", ["ja", "weg"]),
        ("keine", ["ja", "ja"]),
        ("keine", ["ja", "offen"]),
        ("keine", ["weg", "weg"]),
    ] {
        let v = zwei_stufen(schichtung, ausgang);
        assert_eq!(stufe(&v), Value::Null, "{schichtung} {ausgang:?}");
        let f = v.erweitern(2, true, Value::Null).unwrap_err();
        assert_eq!(f.felder[0].feld, "planmaessig", "{schichtung} {ausgang:?}");
    }
    let v = zwei_stufen("keine", ["ja", "weg"]);
    let frage = json!({"grundgesamtheit": 4920, "auswahleinheit": "fall", "ziel": 0.5, "konfidenz": 0.5, "wahre_rate": 0});
    let vorschlag = v.t.lesen(&v.qm, "pruefung.planung", frage).unwrap();
    assert_eq!(vorschlag["zweistufig"]["regel"], REGEL.replace("30", "2"));
    assert_eq!(stufe(&v), 2);
    assert_eq!(v.erweitern(3, true, Value::Null).unwrap_err().felder[0].feld, "planmaessig");
    v.erweitern(2, true, Value::Null).unwrap();
    assert_eq!(stufe(&v), Value::Null);
    let hinweise = || {
        let a = v.t.lesen(&v.qm, "auswertung.pruefung", json!({"id": v.id})).unwrap();
        a["auswertung"]["hinweise"].to_string()
    };
    assert!(hinweise().contains("nach der vorab festgelegten Regel erweitert"), "{}", hinweise());
    // There is no third stage: whoever draws on anyway is no longer within the rule.
    assert_eq!(v.erweitern(2, true, Value::Null).unwrap_err().felder[0].feld, "planmaessig");
    v.erweitern(2, false, Value::Null).unwrap();
    assert!(hinweise().contains("so wie hier sollte danach nicht erweitert werden"), "{}", hinweise());
}

/// A rule outlives the figures it was made for; the plan is refused before anybody draws by it.
#[test]
fn eine_regel_fuer_ein_anderes_ziel_wird_abgelehnt() {
    let t = Testhaus::neu();
    let (qm, ids) = (qm(&t), t.organisation());
    let mit = |ziel: Value, konfidenz: f64| {
        let mut p = crate::pruefung::plan(&t, &qm, &ids);
        ungeschichtet(&mut p);
        (p["ziel"], p["konfidenz"], p["erweiterung_regel"]) = (ziel, json!(konfidenz), json!(REGEL));
        t.aendern(&qm, "pruefung.anlegen", json!({"plan": p}))
    };
    mit(json!(0.1), 0.95).unwrap();
    mit(json!(0.2), 0.9).unwrap();
    for (ziel, konfidenz) in [(json!(0.05), 0.95), (json!(0.1), 0.99), (Value::Null, 0.95)] {
        let f = mit(ziel.clone(), konfidenz).unwrap_err();
        assert_eq!(f.felder[0].feld, "plan.erweiterung_regel", "{ziel} {konfidenz}");
    }
}

#[test]
fn geschichtete_erweiterung_ohne_regel_ist_nur_mit_hinweis_moeglich() {
    let v = Vorgang::gezogen(|_| {});
    let erste = v.einheiten();
    assert_eq!(v.erweitern(20, true, Value::Null).unwrap_err().felder[0].feld, "planmaessig");
    let g = v.erweitern(20, false, Value::Null).unwrap();
    assert!(g.hinweise[0].contains("nicht vorab"), "{:?}", g.hinweise);
    let z = v.letzte();
    assert_eq!(z["regel_vorab"], false);
    for s in z["aufteilung"].as_array().unwrap() {
        assert!(s["gezogen"].as_u64() >= s["bisher"].as_u64());
    }
    assert_eq!(v.einheiten()[..60], erste[..]);
    assert_eq!(v.einheiten().len(), 80);
    let (protokoll, liste) = v.lies();
    protokoll.pruefe(&liste).unwrap();
    v.t.protokoll_stimmt();
}

#[test]
fn vollpruefung_und_bewusste_auswahl_kommen_ohne_startwert_aus() {
    let v = Vorgang::neu(|p| {
        ungeschichtet(p);
        p["auswahl"] = json!("bewusst");
        p["stichprobe_geplant"] = Value::Null;
    });
    v.t.aendern(
        &v.qm,
        "grundgesamtheit.ausschliessen",
        json!({"pruefung_id": v.id, "nummern": ["09304BG1001722"], "grund": "Angehörige im Haus"}),
    )
    .unwrap();
    v.versiegeln(Value::Null).unwrap();
    assert_eq!(v.haelfte(&v.qm, ERSTE).unwrap_err().code, Code::Regel);
    let f = v.ziehen(json!(["09304BG1001722"]), "Hohe Beträge im letzten Quartal").unwrap_err();
    assert_eq!(f.felder[0].feld, "nummern");
    v.ziehen(json!(["09304BG1021094", "09305BG1029494"]), "Hohe Beträge im letzten Quartal").unwrap();
    assert_eq!(v.einheiten().len(), 2);
    let (protokoll, liste) = v.lies();
    protokoll.pruefe(&liste).unwrap();
    assert_eq!(protokoll.herkunft.ausgeschlossen, 1);
    assert_eq!(v.erweitern(1, false, Value::Null).unwrap_err().code, Code::Regel);

    let v = Vorgang::neu(|p| {
        ungeschichtet(p);
        p["auswahl"] = json!("voll");
        p["stichprobe_geplant"] = Value::Null;
    });
    einlesen(&v.t, &v.qm, &v.id, &fixture("grundgesamtheit_utf8_tab.csv"), leseweise()).unwrap();
    v.versiegeln(Value::Null).unwrap();
    v.ziehen(json!([]), "").unwrap();
    let (protokoll, liste) = v.lies();
    protokoll.pruefe(&liste).unwrap();
    assert_eq!(protokoll.einheiten.len(), 600);
    v.t.protokoll_stimmt();
}

#[test]
fn erzeugter_startwert_und_andere_ziehungen() {
    let v = Vorgang::neu(|_| {});
    v.versiegeln(json!(40)).unwrap();
    v.t.aendern(&v.qm, "ziehung.startwert_erzeugen", json!({"ziehung": v.bezug()})).unwrap();
    let z = v.letzte();
    assert_eq!((z["erzeugt"].as_bool(), z["startwert"].as_str().map(str::len)), (Some(true), Some(20)));
    v.ziehen(json!([]), "").unwrap();
    assert_eq!(v.einheiten().len(), 40);
    assert!(v.ziehungen(&v.qm)["andere"].as_array().unwrap().is_empty());
    // A second check on the same list, of another period: it must be seen.
    let ids: std::collections::BTreeMap<String, String> =
        v.t.lesen(&v.qm, "organisation.uebersicht", json!({}))
            .map(|o| {
                ["teams", "bereiche"]
                    .iter()
                    .flat_map(|x| o[*x].as_array().unwrap().clone())
                    .map(|x| (x["name"].as_str().unwrap().to_owned(), x["id"].as_str().unwrap().to_owned()))
                    .collect()
            })
            .unwrap();
    let mut plan = vier_teams(&v.t, &v.qm, &ids);
    plan["zeitraum_von"] = json!("2024-01-01");
    plan["zeitraum_bis"] = json!("2024-06-30");
    let zweite = anlegen(&v.t, &v.qm, &plan);
    einlesen(&v.t, &v.qm, &zweite, &fixture(LISTE), leseweise()).unwrap();
    let andere = v.t.lesen(&v.qm, "ziehung.liste", json!({"pruefung_id": zweite})).unwrap()["andere"].clone();
    assert_eq!(andere[0]["pruefung"], "FA-2026-001");
    assert_eq!(
        (andere[0]["gleiche_liste"].as_bool(), andere[0]["gleiches_thema"].as_bool()),
        (Some(true), Some(false))
    );
    let (a, b) = (ansicht(&v.t, &v.qm, &v.id), ansicht(&v.t, &v.qm, &zweite));
    assert_ne!(a["population_hash"], b["population_hash"], "two handed-out lists cannot be joined");
    v.t.protokoll_stimmt();
}

#[test]
fn kontrollsumme_und_kleine_teams_beim_versiegeln() {
    let v = Vorgang::neu(|_| {});
    let g = ansicht(&v.t, &v.qm, &v.id);
    let kontrolle = |version: &Value, vermerk: &str| {
        v.t.aendern(
            &v.qm,
            "grundgesamtheit.kontrolle_speichern",
            json!({"pruefung_id": v.id, "version": version, "kontrolle": {"anzahl": 4938, "summe_cent": null}, "vermerk": vermerk}),
        )
    };
    kontrolle(&g["version"], "").unwrap();
    assert!(v.versiegeln(Value::Null).unwrap_err().text.contains("Kontrollsumme"));
    assert_eq!(kontrolle(&g["version"], "x").unwrap_err().code, Code::Konflikt);
    kontrolle(&json!(2), "Die 18 abgewiesenen Zeilen sind geklärt.").unwrap();
    let teams = v.t.lesen(&v.t.admin, "organisation.uebersicht", json!({})).unwrap()["teams"].clone();
    for name in ["Leistung 3", "Leistung 4"] {
        let team = teams.as_array().unwrap().iter().find(|x| x["name"] == name).unwrap();
        v.t.aendern(
            &v.t.admin,
            "organisation.team_speichern",
            json!({"bezug": {"id": team["id"], "version": team["version"]}, "name": name, "bereich_id": team["bereich_id"],
                "standort_id": team["standort_id"], "unter_fuenf": true, "gueltigkeit": {"gueltig_ab": "2020-01-01", "gueltig_bis": null}}),
        )
        .unwrap();
    }
    assert_eq!(v.versiegeln(json!(5000)).unwrap_err().felder[0].feld, "anzahl");
    v.versiegeln(Value::Null).unwrap();
    let namen: Vec<String> = v.letzte()["aufteilung"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["schicht"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(namen, ["Leistung 1", "Leistung 2", "Leistungsgewährung (kleine Teams)"]);
    v.t.protokoll_stimmt();
}
