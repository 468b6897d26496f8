//! What the promises of the house say, and what may not be turned behind their back: backdated pauses, numbers that are
//! not their lists, names in what leaves the house.

use crate::kundenreaktion::{Krm, antworten, gesichtet, kontakt, reaktion, versteckt};
use crate::widerspruch::{Stelle, angaben, klar, mit};
use chrono::{DateTime, TimeDelta, Utc};
use iks_core::benutzer::Rolle;
use iks_core::fehler::{Code, Fehler};
use serde_json::{Value, json};

/// Eight in the morning of a day.
pub fn am(k: &Krm, tag: &str) {
    k.t.umgebung.stelle(format!("{tag}T08:00:00Z").parse::<DateTime<Utc>>().unwrap());
}

fn pause(k: &Krm, id: &str, ab: &str, begruendung: &str) -> Result<Vec<String>, Fehler> {
    k.schritt(
        id,
        json!({"art": "pausieren", "ab": ab, "grund": "kunde", "nachfragen_am": "2026-12-30", "text": "Nachweis angefordert", "begruendung": begruendung}),
        None,
    )
}

fn zahlen(k: &Krm) -> Value {
    let r = json!({"von": "2026-01-01", "bis": "2026-12-31"});
    k.t.lesen(&k.karla, "kundenreaktion.auswertung", r).unwrap()["auswertung"].clone()
}

#[test]
fn eine_nachgetragene_pause_ist_zu_sehen() {
    let k = Krm::neu();
    let neu = || k.anlegen(reaktion(), kontakt(), gesichtet()).unwrap();
    let (rechtzeitig, gestern, spaet) = (neu(), neu(), neu());
    // Nothing has passed yet: yesterday needs no reason.
    pause(&k, &gestern, "2026-11-19", "").unwrap();
    assert_eq!(k.lesen(&k.karla, &gestern)["reaktion"]["lage"]["pausen"][0]["nachgetragen_am"], Value::Null);
    // Due on 02.12., with the Geschäftsführung since 09.12.
    am(&k, "2026-12-11");
    assert_eq!(k.lesen(&k.karla, &spaet)["stufe"], "geschaeftsfuehrung");
    assert_eq!(pause(&k, &spaet, "2026-11-25", "").unwrap_err().felder[0].feld, "schritt.begruendung");
    pause(&k, &spaet, "2026-11-25", "Der Anruf wurde erst heute notiert").unwrap();
    let d = k.lesen(&k.karla, &spaet);
    assert_eq!(d["reaktion"]["lage"]["pausen"][0]["nachgetragen_am"], "2026-12-11");
    assert!(d["uhr"]["schritte"].to_string().contains("Nachträglich eingetragen am 11.12.2026."));
    // A pause from today on moves nothing that has passed, and what is claimed about its entry is not taken over.
    k.schritt(
        &rechtzeitig,
        json!({"art": "pausieren", "ab": "2026-12-11", "grund": "kunde", "nachfragen_am": "2026-12-30", "text": "Nachweis fehlt", "nachgetragen_am": "2026-12-11"}),
        None,
    )
    .unwrap();
    assert_eq!(
        k.lesen(&k.karla, &rechtzeitig)["reaktion"]["lage"]["pausen"][0]["nachgetragen_am"],
        Value::Null
    );
    let a = zahlen(&k);
    assert_eq!(a["pausen"]["nachgetragen"], 1);
    assert!(a["hinweise"].to_string().contains("nachträglich eingetragen"), "{}", a["hinweise"]);
    k.t.protokoll_stimmt();
}

#[test]
fn jede_kennzahl_ist_ihre_liste() {
    let k = Krm::neu();
    let neu = |art: &str, sichtung: Value| {
        k.anlegen(mit(reaktion(), json!({"art": art})), kontakt(), sichtung).unwrap()
    };
    for art in ["beschwerde", "petition", "presse", "lob"] {
        neu(art, gesichtet());
        neu(art, Value::Null);
    }
    let pausiert = neu("beschwerde", gesichtet());
    pause(&k, &pausiert, "2026-11-20", "").unwrap();
    let beurteilt = neu("beschwerde", gesichtet());
    let urteil = json!({"art": "beurteilen", "urteil": "berechtigt", "begruendung": "Es dauerte zu lange"});
    k.schritt(&beurteilt, urteil, None).unwrap();
    let beantwortet = neu("lob", gesichtet());
    k.schritt(&beantwortet, antworten("2026-11-20"), Some("Guten Tag, danke.")).unwrap();
    for tag in ["2026-11-23", "2026-11-30", "2026-12-02", "2026-12-05", "2026-12-20"] {
        am(&k, tag);
        let gestern = (tag.parse::<chrono::NaiveDate>().unwrap() - TimeDelta::days(1)).to_string();
        let u = k.t.lesen(&k.kurt, "kundenreaktion.uebersicht", json!({})).unwrap();
        for (zahl, filter) in [
            ("zu_sichten", json!({"staende": ["eingegangen"]})),
            ("ueberfaellig", json!({"faellig_bis": gestern})),
            ("heute", json!({"faellig_von": tag, "faellig_bis": tag})),
            ("eskaliert", json!({"stufe": "krm"})),
            ("bei_geschaeftsfuehrung", json!({"stufe": "geschaeftsfuehrung"})),
            ("pausiert", json!({"staende": ["wartet"]})),
            ("abzuschliessen", json!({"staende": ["beantwortet"]})),
            ("beurteilung_offen", json!({"beurteilung_offen": true})),
            ("offen", json!({})),
        ] {
            let liste = k.liste(&k.kurt, mit(filter, json!({"nur_offene": true})), "nummer");
            assert_eq!(u[zahl], liste.len(), "{tag}: {zahl}");
        }
    }
}

#[test]
fn der_gesuchte_name_verlaesst_das_haus_nicht() {
    let k = Krm::neu();
    k.anlegen(reaktion(), kontakt(), gesichtet()).unwrap();
    let k_text = |suche: &str| {
        let datei = k.t.ordner.path().join(format!("{suche}.csv"));
        let r = json!({"liste": {"filter": {"suche": suche}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 1}},
                       "ausgabe": {"datei": datei, "ueberschreiben": false, "spalten": []}});
        k.t.aendern(&k.karla, "kundenreaktion.exportieren", r).unwrap();
        std::fs::read_to_string(&datei).unwrap().to_lowercase()
    };
    let text = k_text("beispiel");
    assert!(text.contains("k-2026-0001") && text.contains("wort nicht ausgegeben"), "{text}");
    assert!(!text.contains("beispiel"), "{text}");
    // What every reader may find is said.
    assert!(k_text("zahlung").contains("wort nicht ausgegeben") && k_text("spät").contains("suche: spät"));

    let s = Stelle::neu();
    s.anlegen("widerspruch", angaben());
    let name = klar()["name"].as_str().unwrap().split(' ').next_back().unwrap().to_lowercase();
    let datei = s.t.ordner.path().join("verfahren.csv");
    let r = json!({"liste": {"filter": {"suche": name}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 1}},
                   "ausgabe": {"datei": datei, "ueberschreiben": false, "spalten": []}});
    s.t.aendern(&s.anna, "widerspruch.exportieren", r).unwrap();
    let text = std::fs::read_to_string(&datei).unwrap().to_lowercase();
    assert!(text.contains("w-2026-0001") && !text.contains(&name), "{text}");
}

#[test]
fn wiederoeffnen_waescht_keine_verspaetung() {
    let k = Krm::neu();
    let lob = mit(reaktion(), json!({"art": "abgeordnete"}));
    let spaet = k.anlegen(lob.clone(), kontakt(), gesichtet()).unwrap();
    let weg = k.anlegen(lob, kontakt(), gesichtet()).unwrap();
    // Due on 02.12.
    am(&k, "2026-12-10");
    for id in [&spaet, &weg] {
        k.schritt(id, antworten("2026-12-10"), Some("Guten Tag, es ist entschieden.")).unwrap();
        k.schritt(id, json!({"art": "abschliessen", "am": "2026-12-10"}), None).unwrap();
        let zurueck = json!({"art": "wieder_oeffnen", "am": "2026-12-10", "grund": "meldet sich wieder"});
        k.schritt(id, zurueck, None).unwrap();
        k.sichten(id, gesichtet()).unwrap();
    }
    k.schritt(&spaet, antworten("2026-12-10"), Some("Guten Tag, noch einmal.")).unwrap();
    let ab = json!({"art": "abgeben", "am": "2026-12-10", "an": "Landratsamt", "zeichen": ""});
    k.schritt(&weg, ab, None).unwrap();
    assert!(
        k.lesen(&k.karla, &spaet)["uhr"]["schritte"]
            .to_string()
            .contains("am 10.12.2026 statt bis 02.12.2026")
    );
    let a = zahlen(&k);
    assert_eq!((&a["antwort"]["verspaetet"], &a["abseits"]["abgegeben"]), (&json!(2), &json!(0)));
    assert_eq!(a["antwort"]["in_zeit"], json!({"zaehler": 0, "nenner": 2}));
    // Another promise for those days reaches the earlier round too.
    let regel =
        json!({"gueltig_ab": "2026-11-01", "bestaetigung_arbeitstage": 3, "antwort_kalendertage": 30});
    let r = json!({"bezug": null, "regel": regel, "begruendung": "Zusage aus dem Rundschreiben"});
    let gf = k.t.person("gf", &[Rolle::Geschaeftsfuehrung], None, &[]);
    // Nobody moves what she is measured by alone, and no two without the Geschäftsführung.
    let allein = k.t.aendern(&k.karla, "kundenreaktion.regel_speichern", r.clone()).unwrap_err();
    assert_eq!(allein.code, Code::VierAugen);
    assert_eq!(k.regel(&k.kurt, r.clone()).unwrap_err().code, Code::VierAugen);
    let ohne = mit(r.clone(), json!({"begruendung": ""}));
    assert_eq!(k.regel(&gf, ohne).unwrap_err().felder[0].feld, "begruendung");
    // One of the two is closed.
    let hinweise = k.regel(&gf, r).unwrap();
    assert!(hinweise.iter().any(|h| h.contains("abgeschlossenen")), "{hinweise:?}");
    let regeln = k.t.lesen(&k.karla, "kundenreaktion.regeln", json!({})).unwrap();
    assert_eq!(regeln["regeln"][0]["begruendung"], "Zusage aus dem Rundschreiben");
    let weg = json!({"id": regeln["regeln"][0]["id"], "version": regeln["regeln"][0]["version"]});
    assert_eq!(k.t.aendern(&k.karla, "kundenreaktion.regel_loeschen", weg).unwrap_err().code, Code::Regel);
    assert_eq!(zahlen(&k)["antwort"]["verspaetet"], 0);
    k.t.protokoll_stimmt();
}

#[test]
fn ohne_wunsch_keine_zusage_und_spaet_beendet_ist_spaet() {
    let k = Krm::neu();
    let ohne = mit(reaktion(), json!({"art": "anregung", "antwort_erwuenscht": false}));
    let presse = mit(reaktion(), json!({"art": "presse", "antwort_erwuenscht": false}));
    let mit_wunsch = mit(reaktion(), json!({"art": "anregung"}));
    let neu = |daten: &Value| k.anlegen(daten.clone(), kontakt(), gesichtet()).unwrap();
    let (still, presse, spaet, frueh) = (neu(&ohne), neu(&presse), neu(&mit_wunsch), neu(&mit_wunsch));
    let beenden = |id: &str, am: &str| {
        let s = json!({"art": "ohne_antwort", "am": am, "grund": "Person nicht zu erreichen"});
        k.schritt(id, s, None).unwrap();
    };
    beenden(&frueh, "2026-11-20");
    am(&k, "2026-12-20");
    // No promise, no stage but the one of its kind; still something to be done.
    let d = k.lesen(&k.karla, &still);
    assert_eq!((&d["stufe"], &d["antwort_verspaetet"]), (&json!("team"), &json!(false)));
    assert_eq!(k.lesen(&k.karla, &presse)["stufe"], "geschaeftsfuehrung");
    let liste = k.liste(&k.karla, json!({"stufe": "krm"}), "nummer");
    assert_eq!(liste, ["0002", "0003"]);
    assert_eq!(
        k.liste(&k.karla, json!({"staende": ["offen"], "faellig_bis": "2026-12-19"}), "nummer").len(),
        3
    );
    // The wish is not dropped silently.
    let r = json!({"id": spaet, "version": k.version(&spaet), "angaben": ohne, "klar": kontakt()});
    let fehler = k.t.aendern(&k.karla, "kundenreaktion.aendern", r).unwrap_err();
    assert_eq!(fehler.felder[0].feld, "begruendung");
    beenden(&spaet, "2026-12-20");
    beenden(&still, "2026-12-20");
    let a = zahlen(&k);
    assert_eq!((&a["abseits"]["ohne_wunsch"], &a["abseits"]["ohne_antwort"]), (&json!(2), &json!(1)));
    assert_eq!((&a["antwort"]["verspaetet"], &a["antwort"]["ueberfaellig"]), (&json!(1), &json!(0)));
    k.t.protokoll_stimmt();
}

#[test]
fn eine_pause_endet_und_verdeckt_die_bestaetigung_nicht() {
    let k = Krm::neu();
    let id = k.anlegen(reaktion(), kontakt(), gesichtet()).unwrap();
    let ohne = json!({"art": "pausieren", "ab": "2026-11-20", "grund": "kunde", "text": "Nachweis fehlt"});
    let fehler = k.schritt(&id, ohne.clone(), None).unwrap_err();
    assert_eq!(fehler.felder[0].feld, "schritt.nachfragen_am");
    // Her number in a step stays when the plain data go.
    let text = json!({"nachfragen_am": "2026-12-04", "text": "Nachweis zu 12345BG0000017 fehlt"});
    let hinweise = k.schritt(&id, mit(ohne, text), None).unwrap();
    assert!(hinweise.iter().any(|h| h.contains("BG-Nummer")), "{hinweise:?}");
    let bis = |tag: &str| k.liste(&k.karla, json!({"faellig_bis": tag}), "nummer").len();
    // First the confirmation of receipt, then to ask again.
    assert_eq!((bis("2026-11-22"), bis("2026-11-23")), (0, 1));
    assert_eq!(k.lesen(&k.karla, &id)["naechster_schritt"], "Den Eingang noch bestätigen.");
    k.schritt(&id, json!({"art": "eingang_bestaetigen", "am": "2026-11-20"}), None).unwrap();
    assert_eq!((bis("2026-12-03"), bis("2026-12-04")), (0, 1));
    // Answered, it has fourteen days until it is closed.
    k.schritt(&id, antworten("2026-11-20"), Some("Guten Tag, es ist entschieden.")).unwrap();
    assert_eq!((bis("2026-12-03"), bis("2026-12-04")), (0, 1));
}

#[test]
fn eine_zurueckgenommene_antwort_geht_nicht_hinaus() {
    let k = Krm::neu();
    let id = k.anlegen(reaktion(), kontakt(), gesichtet()).unwrap();
    k.schritt(&id, antworten("2026-11-19"), Some("Guten Tag, es ist entschieden.")).unwrap();
    am(&k, "2026-12-20");
    let d = k.lesen(&k.karla, &id);
    let beitrag = d["beitraege"][0]["id"].clone();
    assert_eq!(d["reaktion"]["schritte"][1]["schritt"]["beitrag"], beitrag);
    let brief = |datei: &str| {
        let datei = k.t.ordner.path().join(datei);
        let r = json!({"id": id, "beitrag_id": beitrag, "unterzeichner": "Kundenreaktionsmanagement", "datei": datei, "ueberschreiben": false});
        k.t.aendern(&k.karla, "kundenreaktion.antwort_ausgeben", r)
    };
    brief("antwort.pdf").unwrap();
    let r = json!({"id": id, "version": k.version(&id), "grund": "falsche Person"});
    k.t.aendern(&k.karla, "kundenreaktion.schritt_zuruecknehmen", r).unwrap();
    assert!(brief("wieder.pdf").unwrap_err().text.contains("zurückgenommen"));
}

#[test]
fn ohne_fallnummer_wird_niemand_abgewiesen() {
    let k = Krm::neu();
    let stelle = k.t.person("anna", &[Rolle::Widerspruchsstelle], None, &[]);
    let mut antwort = versteckt();
    antwort["widerspruch"]["fallnummer"] = json!("");
    let r = json!({"angaben": reaktion(), "klar": kontakt(), "sichtung": antwort});
    let g = k.t.aendern(&k.karla, "kundenreaktion.anlegen", r).unwrap();
    assert!(g.hinweise.iter().any(|h| h.contains("fehlt die Fallnummer")), "{:?}", g.hinweise);
    let id = k.t.lesen(&stelle, "widerspruch.liste", json!({"filter": {}, "sortierung": "nummer", "absteigend": false, "blatt": {"ab": 0, "anzahl": 5}})).unwrap()["zeilen"][0]["id"].clone();
    let v = k.t.lesen(&stelle, "widerspruch.lesen", json!({"id": id})).unwrap();
    assert_eq!(v["klar"]["fallnummer"], "noch unbekannt (K-2026-0001)");
    // The same number twice is said here as at the register itself.
    for doppelt in [false, true] {
        let r = json!({"angaben": reaktion(), "klar": kontakt(), "sichtung": versteckt()});
        let g = k.t.aendern(&k.karla, "kundenreaktion.anlegen", r).unwrap();
        assert_eq!(g.hinweise.iter().any(|h| h.contains("gibt es schon ein Verfahren")), doppelt);
    }
}
