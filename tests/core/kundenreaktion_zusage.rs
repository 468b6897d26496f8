//! What the promises of the house say, and what may not be turned behind their back: backdated pauses, numbers that are
//! not their lists, names in what leaves the house.

use crate::kundenreaktion::{Krm, antworten, gesichtet, kontakt, reaktion};
use crate::widerspruch::{Stelle, angaben, klar, mit};
use chrono::{DateTime, TimeDelta, Utc};
use iks_core::fehler::Fehler;
use serde_json::{Value, json};

/// Eight in the morning of a day.
pub fn am(k: &Krm, tag: &str) {
    k.t.umgebung.stelle(format!("{tag}T08:00:00Z").parse::<DateTime<Utc>>().unwrap());
}

fn pause(k: &Krm, id: &str, ab: &str, begruendung: &str) -> Result<Vec<String>, Fehler> {
    k.schritt(
        id,
        json!({"art": "pausieren", "ab": ab, "grund": "kunde", "text": "Nachweis angefordert", "begruendung": begruendung}),
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
        json!({"art": "pausieren", "ab": "2026-12-11", "grund": "kunde", "text": "Nachweis fehlt", "nachgetragen_am": "2026-12-11"}),
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
        let gesichtete = json!(["offen", "wartet", "beantwortet"]);
        let u = k.t.lesen(&k.kurt, "kundenreaktion.uebersicht", json!({})).unwrap();
        for (zahl, filter) in [
            ("zu_sichten", json!({"staende": ["eingegangen"]})),
            ("ueberfaellig", json!({"staende": gesichtete, "faellig_bis": gestern})),
            ("heute", json!({"staende": gesichtete, "faellig_von": tag, "faellig_bis": tag})),
            ("eskaliert", json!({"stufe": "krm"})),
            ("bei_geschaeftsfuehrung", json!({"stufe": "geschaeftsfuehrung"})),
            ("pausiert", json!({"staende": ["wartet"]})),
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
