//! Prüfprogramm through the two doors: planning, release by two, one list for all teams of a month, what was not
//! done, the year, and its figures recalculated by the auditor's command.

use crate::fixture::Testhaus;
use crate::gezogen::{Gezogen, text};
use crate::pruefprogramm_listen::{listen_des_jahres, nachgerechnet};
use iks_core::api::{self, Fortschritt, Geaendert, Operation};
use iks_core::benutzer::Rolle;
use iks_core::fachaufsicht::nachziehung::lies_liste;
use iks_core::fachaufsicht::ziehungsprotokoll::Protokoll;
use iks_core::fehler::{Code, Ergebnis};
use iks_core::haus::Sitzung;
use serde_json::{Value, json};

/// A house with two teams whose Teamleitungen check, and a Geschäftsführung that releases.
pub struct Programmhaus {
    pub g: Gezogen,
    pub gf: Sitzung,
    pub thema: String,
    pub bereich: String,
    pub teams: [String; 2],
}

impl Programmhaus {
    pub fn neu() -> Self {
        let g = Gezogen::neu(json!({}));
        let gf = g.t.person("gf", &[Rolle::Geschaeftsfuehrung], None, &[]);
        let p = g.t.lesen(&g.qm, "pruefung.lesen", json!({"id": g.pruefung})).unwrap();
        let plan = &p["pruefung"]["plan"];
        let teams = g.tl.each_ref().map(|tl| tl.benutzer().teams[0].clone());
        Self { thema: text(&plan["thema_id"]), bereich: text(&plan["bereich_id"]), teams, gf, g }
    }

    pub fn t(&self) -> &Testhaus {
        &self.g.t
    }

    pub fn schluessel(&self) -> Value {
        json!({"thema_id": self.thema, "bereich_id": self.bereich})
    }

    /// Two teams, each `je_monat` from September to November.
    pub fn inhalt(&self, je_monat: [u16; 2]) -> Value {
        let monate = |n: u16| {
            let mut m = vec![0; 12];
            m[8..11].fill(n);
            m
        };
        let teams: Vec<Value> = self
            .teams
            .iter()
            .zip(je_monat)
            .map(|(t, n)| json!({"team_id": t, "monate": monate(n)}))
            .collect();
        json!({"zeilen": [{"thema_id": self.thema, "bereich_id": self.bereich, "pruefende": "teamleitung", "fehlerdefinition": "jede",
                           "teilweise_zaehlt": false, "ziel": 0.1, "konfidenz": 0.95, "gegenpruefung_anteil": 0, "restliche_auf_ja": false,
                           "stellungnahme_tage": 14, "begruendung": "Basis-Fachaufsicht", "teams": teams}],
               "dsb_am": "2026-08-20", "dsb_vermerk": "Besprechung mit dem Datenschutz"})
    }

    pub fn tue(&self, wer: &Sitzung, op: &str, daten: Value) -> Ergebnis<Geaendert> {
        self.t().aendern(wer, &format!("pruefprogramm.{op}"), daten)
    }

    pub fn lesen(&self, wer: &Sitzung, id: &str) -> Value {
        self.t().lesen(wer, "pruefprogramm.lesen", json!({"id": id})).unwrap()
    }

    pub fn bezug(&self, id: &str) -> Value {
        json!({"id": id, "version": self.lesen(&self.g.qm, id)["programm"]["version"]})
    }

    pub fn schritt(&self, wer: &Sitzung, id: &str, op: &str, grund: Option<&str>) -> Ergebnis<Geaendert> {
        let mut r = self.bezug(id);
        if let Some(grund) = grund {
            r["grund"] = json!(grund);
        }
        self.tue(wer, op, r)
    }

    pub fn speichern(&self, id: &str, inhalt: Value) -> Ergebnis<Geaendert> {
        let mut r = self.bezug(id);
        r["inhalt"] = inhalt;
        self.tue(&self.g.qm, "speichern", r)
    }

    /// A released programme for 2026.
    pub fn freigegeben(&self, je_monat: [u16; 2]) -> String {
        let g = self.tue(&self.g.qm, "anlegen", json!({"jahr": 2026, "aus_jahr": null})).unwrap();
        let id = g.objekte[0].id.clone();
        self.speichern(&id, self.inhalt(je_monat)).unwrap();
        self.schritt(&self.g.qm, &id, "vorlegen", None).unwrap();
        self.schritt(&self.gf, &id, "freigeben", None).unwrap();
        id
    }

    pub fn monat_anlegen(&self, monat: u32) -> Ergebnis<Geaendert> {
        let r = json!({"jahr": 2026, "monat": monat, "schluessel": self.schluessel()});
        self.tue(&self.g.qm, "pruefung_anlegen", r)
    }

    /// The list of a month: `je_team` cases of each of three teams, the third of which nobody planned.
    fn einlesen(&self, pruefung: &str, je_team: [usize; 3]) -> Geaendert {
        let datei = self.t().ordner.path().join("monat.csv");
        let mut csv = String::from("BG-Nummer;Team;Betrag;Art\n");
        for (team, n) in (1..).zip(je_team) {
            for i in 0..n {
                csv.push_str(&format!("09304BG2{team}{i:05};Leistung {team};400,00;Änderungsbescheid\n"));
            }
        }
        std::fs::write(&datei, csv).unwrap();
        let leseweise = json!({
            "optionen": {"zeichensatz": null, "trennzeichen": null, "blatt": null, "kopfzeile": null},
            "zuordnung": {"auswahleinheit": "fall", "nummer": "BG-Nummer", "team": "Team", "betrag": "Betrag",
                          "anzeige": [{"spalte": "Art", "titel": "Bescheidart"}]}
        });
        let r = crate::grundgesamtheit::anfrage(pruefung, self.version(pruefung), &datei, leseweise);
        self.t().aendern(&self.g.qm, "grundgesamtheit.einlesen", r).unwrap()
    }

    fn version(&self, pruefung: &str) -> i64 {
        crate::grundgesamtheit::version(self.t(), &self.g.qm, pruefung)
    }

    /// Seals and draws; returns the hints of the sealing.
    fn ziehen(&self, pruefung: &str) -> Vec<String> {
        let daten = json!({"pruefung": {"id": pruefung, "version": self.version(pruefung)}, "anzahl": null});
        let g = self.t().aendern(&self.g.qm, "ziehung.versiegeln", daten).unwrap();
        let z = g.objekte.iter().find(|o| o.art == "ziehung").unwrap();
        let erzeugen = json!({"ziehung": {"id": z.id, "version": 1}});
        self.t().aendern(&self.g.qm, "ziehung.startwert_erzeugen", erzeugen).unwrap();
        let ziehen = json!({"ziehung": {"id": z.id, "version": 2}, "nummern": [], "begruendung": ""});
        self.t().aendern(&self.g.qm, "ziehung.ziehen", ziehen).unwrap();
        g.hinweise
    }

    /// A month from the programme to the draw; the id of its check.
    pub fn gezogen(&self, monat: u32, je_team: [usize; 3]) -> String {
        let id = self.monat_anlegen(monat).unwrap().objekte[0].id.clone();
        self.einlesen(&id, je_team);
        self.ziehen(&id);
        id
    }

    pub fn faelle(&self, wer: &Sitzung, pruefung: &str) -> Vec<Value> {
        let liste = self.g.liste(wer, json!({"pruefung_id": pruefung}));
        liste["zeilen"].as_array().unwrap().clone()
    }

    /// Fills in all sheets of a check, the first `falsch` of the first team with an error.
    pub fn pruefen(&self, pruefung: &str, falsch: usize) {
        let mut gefunden = 0;
        for fall in self.faelle(&self.g.qm, pruefung) {
            let id = text(&fall["id"]);
            let eins = text(&fall["team"]) == "Leistung 1";
            let wer = &self.g.tl[usize::from(!eins)];
            let falsch = eins && gefunden < falsch;
            gefunden += usize::from(falsch);
            self.g.fuelle(wer, &id, if falsch { "nein" } else { "ja" });
            if falsch {
                self.g.feststelle(wer, &id, crate::gezogen::ohne_geld());
            }
            self.g.abschliessen(wer, &id);
        }
    }

    fn zelle(&self, programm: &str, team: &str, monat: usize) -> Value {
        let d = self.lesen(&self.g.qm, programm);
        let teams = d["zeilen"][0]["teams"].as_array().unwrap().clone();
        teams.into_iter().find(|t| t["name"] == team).unwrap()["monate"][monat - 1].clone()
    }
}

#[test]
fn ein_jahr_von_der_planung_bis_zur_auswertung() {
    let h = Programmhaus::neu();
    let id = h.freigegeben([6, 4]);
    // September: planned, drawn, checked. One list, and the team that nobody planned is no part of the check.
    let g = h.monat_anlegen(9).unwrap();
    let september = g.objekte[0].id.clone();
    assert!(g.hinweise.iter().any(|x| x.contains("für alle Teams der Prüfung")), "{:?}", g.hinweise);
    assert!(h.monat_anlegen(9).unwrap_err().text.contains("schon: FA-2026-002"));
    h.einlesen(&september, [40, 30, 20]);
    let gg = crate::grundgesamtheit::ansicht(h.t(), &h.g.qm, &september);
    assert_eq!(
        (&gg["uebernommen"], &gg["abgelehnt"], &gg["summe_cent"]),
        (&json!(70), &json!(20), &json!(2_800_000))
    );
    assert_eq!(gg["gruende"][0]["bezeichnung"], "Team in diesem Monat nicht vorgesehen");
    assert_eq!(h.ziehen(&september), Vec::<String>::new());
    // Each team its number, in its own hands.
    let je_tl =
        h.g.tl.each_ref().map(|tl| {
            let eigene = h.faelle(tl, &september);
            assert!(eigene.iter().all(
                |f| f["zugewiesen_an"] == tl.benutzer().zeichen.as_str() || !f["zugewiesen_an"].is_null()
            ));
            eigene.len()
        });
    assert_eq!(je_tl, [6, 4]);
    assert_eq!(h.zelle(&id, "Leistung 1", 9)["stand"], "in_arbeit");
    h.pruefen(&september, 2);
    assert_eq!(
        h.zelle(&id, "Leistung 1", 9),
        json!({"geplant": 6, "gezogen": 6, "geprueft": 6, "stand": "erledigt", "ueberfaellig": false})
    );
    // October: one team could not, and says why itself; the check is for the other one.
    assert_eq!(h.zelle(&id, "Leistung 2", 10)["stand"], "versaeumt");
    let ausfall = |teams: &[&String]| json!({"jahr": 2026, "monat": 10, "schluessel": h.schluessel(), "teams": teams, "grund": "Die Teamleitung war vertretungslos erkrankt."});
    assert_eq!(
        h.tue(&h.g.tl[1], "ausfall_erfassen", ausfall(&[&h.teams[0]])).unwrap_err().code,
        Code::NichtGefunden
    );
    h.tue(&h.g.tl[1], "ausfall_erfassen", ausfall(&[&h.teams[1]])).unwrap();
    assert!(
        h.tue(&h.g.qm, "ausfall_erfassen", ausfall(&[&h.teams[1]]))
            .unwrap_err()
            .text
            .contains("schon ein Grund")
    );
    // The start page: October of one team is over, November of both is to be drawn; a reader has none.
    let lage = h.t().lesen(&h.g.qm, "pruefprogramm.uebersicht", json!({})).unwrap();
    assert_eq!(
        lage,
        json!([{"jahr": 2026, "titel": "Prüfprogramm 2026", "ohne_grund": {"anzahl": 1, "monat": 10},
                "verspaetet": {"anzahl": 0, "monat": null}, "zu_ziehen": {"anzahl": 2, "monat": 11}}])
    );
    let eigene = h.t().lesen(&h.g.tl[1], "pruefprogramm.uebersicht", json!({})).unwrap();
    assert_eq!(
        (&eigene[0]["ohne_grund"]["anzahl"], &eigene[0]["zu_ziehen"]["anzahl"]),
        (&json!(0), &json!(1))
    );
    let gf = h.t().lesen(&h.gf, "pruefprogramm.uebersicht", json!({})).unwrap_err();
    assert_eq!(gf.code, Code::Recht);
    let oktober = h.gezogen(10, [40, 30, 20]);
    h.pruefen(&oktober, 0);
    assert_eq!(h.zelle(&id, "Leistung 2", 10)["stand"], "ausgefallen");
    // November: fewer cases in the list than planned.
    let november = h.monat_anlegen(11).unwrap().objekte[0].id.clone();
    h.einlesen(&november, [3, 0, 5]);
    let hinweise = h.ziehen(&november);
    assert!(
        hinweise[0].contains("3 statt 10") && hinweise[0].contains("Ohne Fall in der Liste: Leistung 2"),
        "{hinweise:?}"
    );
    h.pruefen(&november, 1);
    assert_eq!(h.zelle(&id, "Leistung 1", 11)["stand"], "weniger");
    // The year: planned against done, each draw a stratum.
    let r = json!({"jahr": 2026, "schluessel": h.schluessel()});
    let jahr = h.t().lesen(&h.g.qm, "pruefprogramm.auswertung", r.clone()).unwrap();
    let a = &jahr["auswertung"];
    assert_eq!((&a["geplant"], &a["gezogen"], &a["geprueft"]), (&json!(30), &json!(19), &json!(19)));
    assert_eq!(a["schichten"].as_array().unwrap().len(), 4);
    assert_eq!(jahr["ausfaelle"][0]["team"], "Leistung 2");
    let ordner = tempfile::tempdir().unwrap();
    let datei = ordner.path().join("jahr.jsonl");
    let anfragen = json!({"frage": r, "datei": datei, "ueberschreiben": false});
    h.tue(&h.g.qm, "rechne_exportieren", anfragen.clone()).unwrap();
    nachgerechnet(a, &std::fs::read_to_string(&datei).unwrap());
    listen_des_jahres(&h, &id, &r, a, ordner.path());
    assert_eq!(h.tue(&h.gf, "rechne_exportieren", anfragen).unwrap_err().code, Code::Recht);
    // Whoever may not have the draw protocol gets no strata.
    let gf = h.t().lesen(&h.gf, "pruefprogramm.auswertung", r).unwrap();
    assert_eq!((&gf["ohne_schichten"], &gf["auswertung"]["schichten"]), (&json!(true), &json!([])));
    assert_eq!(gf["auswertung"]["auswertung"]["rate"], a["auswertung"]["rate"]);
    h.t().protokoll_stimmt();
}

#[test]
fn freigegeben_wird_zu_zweit_und_mit_datenschutz() {
    let h = Programmhaus::neu();
    let qm = &h.g.qm;
    let id = h.tue(qm, "anlegen", json!({"jahr": 2026, "aus_jahr": null})).unwrap().objekte[0].id.clone();
    assert_eq!(
        h.tue(qm, "anlegen", json!({"jahr": 2026, "aus_jahr": null})).unwrap_err().felder[0].feld,
        "jahr"
    );
    assert!(h.schritt(qm, &id, "vorlegen", None).unwrap_err().text.contains("noch kein Thema"));
    let mut ohne = h.inhalt([6, 4]);
    ohne["dsb_am"] = Value::Null;
    h.speichern(&id, ohne).unwrap();
    assert!(h.schritt(qm, &id, "vorlegen", None).unwrap_err().text.contains("Datenschutz"));
    h.speichern(&id, h.inhalt([6, 4])).unwrap();
    assert!(h.monat_anlegen(9).unwrap_err().text.contains("kein freigegebenes Prüfprogramm"));
    h.schritt(qm, &id, "vorlegen", None).unwrap();
    assert_eq!(h.schritt(qm, &id, "freigeben", None).unwrap_err().code, Code::VierAugen);
    assert_eq!(h.speichern(&id, h.inhalt([9, 9])).unwrap_err().code, Code::Regel);
    h.schritt(&h.gf, &id, "zurueckgeben", Some("Team 2 bitte ebenso oft.")).unwrap();
    let d = h.lesen(qm, &id);
    assert_eq!(
        (&d["programm"]["stand"], &d["programm"]["grund"]),
        (&json!("entwurf"), &json!("Team 2 bitte ebenso oft."))
    );
    // Drafts are not for the Teamleitung.
    assert_eq!(h.t().lesen(&h.g.tl[0], "pruefprogramm.liste", json!({})).unwrap(), json!([]));
    h.schritt(qm, &id, "vorlegen", None).unwrap();
    // The second person signs at the first one's desk.
    let op = Operation::aus_json("pruefprogramm.freigeben", h.bezug(&id)).unwrap();
    api::aendern_viele(&h.t().haus, &h.gf, Some(qm), vec![op], &Fortschritt::default()).unwrap();
    let d = h.lesen(&h.g.tl[0], &id);
    assert_eq!(d["zeilen"][0]["teams"].as_array().unwrap().len(), 1, "her own team only");
    assert_eq!(d["programm"]["inhalt"]["zeilen"][0]["teams"].as_array().unwrap().len(), 1);
    assert_eq!((&d["darf_anlegen"], &d["darf_ausfall"]), (&json!(false), &json!(true)));
    h.t().protokoll_stimmt();
}

#[test]
fn eine_neue_fassung_gilt_erst_mit_ihrer_freigabe_und_vergisst_nichts() {
    let h = Programmhaus::neu();
    let qm = &h.g.qm;
    let alt = h.freigegeben([6, 4]);
    let september = h.gezogen(9, [40, 30, 0]);
    let neu = h.schritt(qm, &alt, "fortschreiben", Some("Team 1 wird öfter geprüft.")).unwrap().objekte[0]
        .id
        .clone();
    assert!(
        h.schritt(qm, &alt, "fortschreiben", Some("noch einmal"))
            .unwrap_err()
            .text
            .contains("schon an einer neuen Fassung")
    );
    // What was drawn stays in the programme.
    let mut ohne = h.inhalt([8, 4]);
    ohne["zeilen"][0]["teams"].as_array_mut().unwrap().remove(1);
    assert!(h.speichern(&neu, ohne).unwrap_err().text.contains("FA-2026-002"));
    // Nor is less planned for months that are over.
    assert!(h.speichern(&neu, h.inhalt([8, 3])).unwrap_err().text.contains("vergangene Monate"));
    h.speichern(&neu, h.inhalt([8, 4])).unwrap();
    assert_eq!(h.zelle(&alt, "Leistung 1", 10)["geplant"], 6);
    assert_eq!(h.lesen(qm, &neu)["programm"]["stand"], "entwurf");
    h.schritt(qm, &neu, "vorlegen", None).unwrap();
    h.schritt(&h.gf, &neu, "freigeben", None).unwrap();
    assert_eq!(h.lesen(qm, &alt)["programm"]["stand"], "ersetzt");
    assert_eq!(h.zelle(&neu, "Leistung 1", 10)["geplant"], 8);
    // The check of September follows the Fassung that held then.
    let z = h.t().lesen(qm, "ziehung.liste", json!({"pruefung_id": september})).unwrap();
    let gezogen: Vec<_> =
        z["eigene"][0]["aufteilung"].as_array().unwrap().iter().map(|s| s["gezogen"].clone()).collect();
    assert_eq!(gezogen, [json!(6), json!(4)]);
    // The next year begins as a copy, agreed anew.
    let r = json!({"jahr": 2027, "aus_jahr": 2026});
    let kopie = h.tue(qm, "anlegen", r).unwrap().objekte[0].id.clone();
    let d = h.lesen(qm, &kopie);
    assert_eq!((&d["programm"]["inhalt"]["dsb_am"], &d["monate"][9]["geplant"]), (&Value::Null, &json!(12)));
    h.schritt(qm, &kopie, "verwerfen", None).unwrap();
    h.tue(qm, "anlegen", json!({"jahr": 2027, "aus_jahr": null})).unwrap();
    h.t().protokoll_stimmt();
}

#[test]
fn die_ziehung_nach_vorgabe_laesst_sich_nachpruefen() {
    let h = Programmhaus::neu();
    h.freigegeben([6, 4]);
    let id = h.gezogen(9, [40, 30, 20]);
    let ziehung =
        h.t().lesen(&h.g.qm, "ziehung.liste", json!({"pruefung_id": id})).unwrap()["eigene"][0].clone();
    let json_pfad = h.t().ordner.path().join("ziehung.json");
    let daten = json!({"ziehung_id": ziehung["id"], "datei": json_pfad, "ueberschreiben": false});
    h.t().aendern(&h.g.qm, "ziehung.protokoll_exportieren", daten).unwrap();
    let liste =
        lies_liste(&h.t().ordner.path().join("ziehung-liste.csv"), "pseudonym", Some("schicht")).unwrap();
    let urtext = std::fs::read(&json_pfad).unwrap();
    let protokoll = Protokoll::aus_json(&urtext).unwrap();
    assert!(protokoll.algorithmus.ends_with("vorgabe/1"), "{}", protokoll.algorithmus);
    protokoll.pruefe(&liste).unwrap();
    // A share that its units do not bear out is found; that the numbers are those of the programme, only there.
    let mut falsch = protokoll.clone();
    falsch.aufteilung[0].gezogen += 1;
    falsch.anzahl += 1;
    assert!(falsch.mit_pruefsumme().pruefe(&liste).is_err());
    let mut falsch = protokoll;
    falsch.aufteilung[0].gezogen = 41;
    falsch.anzahl += 35;
    assert!(falsch.mit_pruefsumme().pruefe(&liste).unwrap_err().contains("weicht ab"));
    // An extension is divided in proportion, and says so.
    let erweitern = json!({"ziehung": {"id": ziehung["id"], "version": ziehung["version"]}, "anzahl": 5, "planmaessig": false,
        "begruendung": "Die Schätzung soll genauer werden.", "datei": null});
    h.t().aendern(&h.g.qm, "ziehung.erweitern", erweitern).unwrap();
    let zweite =
        h.t().lesen(&h.g.qm, "ziehung.liste", json!({"pruefung_id": id})).unwrap()["eigene"][1].clone();
    let daten = json!({"ziehung_id": zweite["id"], "datei": json_pfad, "ueberschreiben": true});
    h.t().aendern(&h.g.qm, "ziehung.protokoll_exportieren", daten).unwrap();
    let protokoll = Protokoll::aus_json(&std::fs::read(&json_pfad).unwrap()).unwrap();
    assert!(protokoll.algorithmus.ends_with("largest-remainder/1"), "{}", protokoll.algorithmus);
    protokoll.pruefe(&liste).unwrap();
    // The list of the month is recognised again, with the team that is no part of it.
    let nummer =
        text(&h.t().lesen(&h.g.qm, "pruefung.lesen", json!({"id": id})).unwrap()["pruefung"]["nummer"]);
    let r = json!({"nummer": nummer, "datei": h.t().ordner.path().join("monat.csv")});
    assert_eq!(h.t().lesen(&h.g.qm, "ziehung.quelle_pruefen", r).unwrap()["stimmt"], true);
}

#[test]
fn was_im_programm_steht_aendert_die_pruefung_nicht() {
    let h = Programmhaus::neu();
    h.freigegeben([6, 4]);
    let id = h.monat_anlegen(9).unwrap().objekte[0].id.clone();
    let p = h.t().lesen(&h.g.qm, "pruefung.lesen", json!({"id": id})).unwrap()["pruefung"].clone();
    let aendern = |feld: &str, wert: Value| {
        let mut plan = p["plan"].clone();
        plan[feld] = wert;
        h.t().aendern(&h.g.qm, "pruefung.aendern", json!({"id": id, "version": h.version(&id), "plan": plan}))
    };
    assert!(aendern("stichprobe_geplant", json!(50)).unwrap_err().text.contains("stehen im Prüfprogramm"));
    assert!(aendern("teams", json!([h.teams[0]])).is_err());
    aendern("zeitraum_von", json!("2026-08-01")).unwrap();
    // A check that is given up makes room for another one; a list without teams is refused.
    let grund = json!({"id": id, "version": h.version(&id), "grund": "Die Liste war unbrauchbar."});
    h.t().aendern(&h.g.qm, "pruefung.nicht_durchfuehren", grund).unwrap();
    // One that was drawn before it was given up is named in the year.
    let oktober = h.gezogen(10, [40, 30, 0]);
    let grund = json!({"id": oktober, "version": h.version(&oktober), "grund": "Das Ergebnis gefiel nicht."});
    h.t().aendern(&h.g.qm, "pruefung.nicht_durchfuehren", grund).unwrap();
    let r = json!({"jahr": 2026, "schluessel": h.schluessel()});
    let hinweise =
        h.t().lesen(&h.g.qm, "pruefprogramm.auswertung", r).unwrap()["auswertung"]["hinweise"].to_string();
    assert!(hinweise.contains("nicht mitgezählt: FA-2026-003 (10. Monat, 10 gezogen"), "{hinweise}");
    let neu = h.monat_anlegen(9).unwrap().objekte[0].id.clone();
    let datei = h.t().ordner.path().join("ohne.csv");
    std::fs::write(&datei, "BG-Nummer\n09304BG2000001\n").unwrap();
    let leseweise = json!({
        "optionen": {"zeichensatz": null, "trennzeichen": null, "blatt": null, "kopfzeile": null},
        "zuordnung": {"auswahleinheit": "fall", "nummer": "BG-Nummer", "team": null, "betrag": null, "anzeige": []}
    });
    let r = crate::grundgesamtheit::anfrage(&neu, h.version(&neu), &datei, leseweise);
    let fehler = h.t().aendern(&h.g.qm, "grundgesamtheit.einlesen", r).unwrap_err();
    assert_eq!(fehler.felder[0].feld, "zuordnung.team");
}

#[test]
fn ein_grund_laesst_sich_aufheben() {
    let h = Programmhaus::neu();
    let id = h.freigegeben([6, 4]);
    let r = json!({"jahr": 2026, "monat": 9, "schluessel": h.schluessel(), "teams": h.teams, "grund": "Umzug des Standorts"});
    let ids: Vec<String> =
        h.tue(&h.g.qm, "ausfall_erfassen", r).unwrap().objekte.into_iter().map(|o| o.id).collect();
    assert!(h.monat_anlegen(9).unwrap_err().text.contains("für kein Team"));
    // The other team is drawn; then the first one checks after all, and gets a check of its own.
    h.tue(&h.g.qm, "ausfall_aufheben", json!({"id": ids[1], "version": 1})).unwrap();
    let erste = h.gezogen(9, [40, 30, 0]);
    assert!(h.monat_anlegen(9).unwrap_err().text.contains("schon: FA-2026-002"));
    h.tue(&h.g.qm, "ausfall_aufheben", json!({"id": ids[0], "version": 1})).unwrap();
    let zweite = h.gezogen(9, [40, 30, 0]);
    assert_eq!(h.faelle(&h.g.qm, &erste).len() + h.faelle(&h.g.qm, &zweite).len(), 10);
    assert!(h.monat_anlegen(9).unwrap_err().text.contains("schon"));
    assert_eq!(
        h.tue(&h.g.qm, "ausfall_aufheben", json!({"id": ids[0], "version": 1})).unwrap_err().code,
        Code::Konflikt
    );
    assert_eq!(h.lesen(&h.g.qm, &id)["ausfaelle"], json!([]));
    // What is fully drawn has not failed.
    let r = json!({"jahr": 2026, "monat": 9, "schluessel": h.schluessel(), "teams": h.teams, "grund": "Umzug des Standorts"});
    assert!(h.tue(&h.g.qm, "ausfall_erfassen", r).unwrap_err().text.contains("nichts ausgefallen"));
    assert!(h.lesen(&h.g.qm, &id)["naechster_schritt"].as_str().unwrap().contains("fehlt"));
    h.t().protokoll_stimmt();
}

#[test]
fn der_vorschlag_nennt_seine_gruende() {
    let h = Programmhaus::neu();
    h.freigegeben([6, 4]);
    let september = h.gezogen(9, [40, 30, 0]);
    h.pruefen(&september, 2);
    let r = json!({"schluessel": h.schluessel(), "teams": h.teams, "gesamt": 100, "mindestens": 10});
    let v = h.t().lesen(&h.g.qm, "pruefprogramm.vorschlag", r).unwrap();
    let v = v.as_array().unwrap();
    assert_eq!(v.iter().map(|t| t["anzahl"].as_u64().unwrap()).sum::<u64>(), 100);
    assert_eq!(v[0]["gruende"][0], "Zuletzt 2 von 6 Fällen fehlerhaft (33,3\u{a0}%).");
    assert!(v[0]["anzahl"].as_u64() > v[1]["anzahl"].as_u64());
    let aufwand = json!({"aufwand": {"personen": 2, "minuten_woche": 360, "wochen": 42, "minuten_je_fall": 30, "grundgesamtheit": 4900, "konfidenz": 0.95}});
    let a = h.t().lesen(&h.g.qm, "pruefprogramm.aufwand", aufwand).unwrap();
    assert_eq!(a["im_jahr"], 1008);
}

#[test]
fn das_demohaus_hat_drei_jahre_mit_erledigtem_und_ausgefallenem() {
    let (ordner, haus, _, _) = crate::bericht::demohaus::demohaus();
    let qm = haus.anmelden("qm", iks_core::demo::PASSWORT).unwrap();
    let lesen = |name: &str, daten: Value| {
        api::lesen(&haus, &qm, api::Abfrage::aus_json(name, daten).unwrap()).unwrap()
    };
    let koepfe = lesen("pruefprogramm.liste", json!({}));
    let jahre: Vec<i64> = koepfe.as_array().unwrap().iter().map(|k| k["jahr"].as_i64().unwrap()).collect();
    assert_eq!(jahre, [2026, 2025, 2024]);
    for kopf in koepfe.as_array().unwrap() {
        let d = lesen("pruefprogramm.lesen", json!({"id": kopf["id"]}));
        let teams = d["zeilen"][0]["teams"].as_array().unwrap();
        assert_eq!(teams.len(), 4);
        let staende =
            |monat: usize| teams.iter().map(|t| text(&t["monate"][monat - 1]["stand"])).collect::<Vec<_>>();
        assert_eq!(staende(2), ["erledigt"; 4], "{}", kopf["jahr"]);
        assert_eq!(staende(9), ["ausgefallen"; 4]);
        assert_eq!(d["ausfaelle"].as_array().unwrap().len(), 4);
        let r = json!({"jahr": kopf["jahr"], "schluessel": d["zeilen"][0]["schluessel"]});
        let a = lesen("pruefprogramm.auswertung", r.clone())["auswertung"].clone();
        assert_eq!((&a["gezogen"], &a["geprueft"]), (&json!(24), &json!(24)));
        let datei = ordner.path().join(format!("{}.jsonl", kopf["jahr"]));
        let anfragen = json!({"frage": r, "datei": datei, "ueberschreiben": false});
        let op = Operation::aus_json("pruefprogramm.rechne_exportieren", anfragen).unwrap();
        api::aendern(&haus, &qm, op).unwrap();
        nachgerechnet(&a, &std::fs::read_to_string(&datei).unwrap());
    }
    // The small team of the Eingangszone has no stratum of its own.
    let d = lesen("pruefprogramm.lesen", json!({"id": koepfe[0]["id"]}));
    assert_eq!(d["zeilen"][0]["teams"][3]["monate"][10]["stand"], "faellig");
    let id = &d["zeilen"][0]["pruefungen"][0]["id"];
    let z = lesen("ziehung.liste", json!({"pruefung_id": id}))["eigene"][0]["aufteilung"].clone();
    assert!(z.to_string().contains("Eingangszone (kleine Teams)"), "{z}");
}
