//! Corrections over all checks: where they stand, who confirms them, their amounts.

use crate::gezogen::{Gezogen, mit, ohne_geld, text};
use chrono::TimeDelta;
use iks_core::fehler::Code;
use iks_core::haus::Sitzung;
use iks_core::umgebung::Umgebung;
use serde_json::{Value, json};

/// The list over all checks with the given filter.
pub fn liste(g: &Gezogen, wer: &Sitzung, filter: Value) -> Value {
    let r = json!({"pruefung_id": null, "blatt": {"ab": 0, "anzahl": 50}, "sortierung": null, "absteigend": false, "lage": null,
        "team_id": null, "wirkung": null, "suche": null});
    g.t.lesen(wer, "korrektur.liste", mit(r, &filter)).unwrap()
}

/// Reports a correction as done.
pub fn erledige(g: &Gezogen, wer: &Sitzung, feststellung: &str) {
    let k = g.feststellung(&g.qm, feststellung)["korrektur"].clone();
    let r = json!({"id": k["id"], "version": k["version"], "erledigt_am": g.t.umgebung.jetzt().date_naive(), "vermerk": "Berichtigt."});
    g.t.aendern(wer, "korrektur.erledigen", r).unwrap();
}

fn bezug(g: &Gezogen, feststellung: &str) -> Value {
    let k = g.feststellung(&g.qm, feststellung)["korrektur"].clone();
    json!({"id": k["id"], "version": k["version"]})
}

fn uebersicht(g: &Gezogen, wer: &Sitzung) -> Value {
    g.t.lesen(wer, "korrektur.uebersicht", json!({})).unwrap()
}

#[test]
fn lage_entscheidet_was_gezeigt_wird() {
    let g = Gezogen::neu(json!({}));
    let [bald, spaet, gemeldet] = [("2026-11-30", 0), ("2027-02-15", 1), ("2026-12-31", 2)]
        .map(|(tag, nr)| g.freigegeben(nr, json!({"korrektur_bis": tag})));
    g.freigegeben(3, ohne_geld());
    erledige(&g, &g.qm, &gemeldet);
    let ids = |wer: &Sitzung, lage: &str| -> Vec<String> {
        let alle = liste(&g, wer, json!({"lage": lage}));
        alle["zeilen"].as_array().unwrap().iter().map(|z| text(&z["feststellung_id"])).collect()
    };
    assert_eq!(ids(&g.tl[0], "offen"), [bald.as_str(), &spaet]);
    assert_eq!(ids(&g.tl[0], "bald"), [bald.as_str()]);
    assert_eq!(ids(&g.tl[0], "zu_bestaetigen"), [gemeldet.as_str()]);
    // The QM reported it herself, the Teamleitung has no right: only the Bereichsleitung confirms.
    assert_eq!(
        (ids(&g.qm, "von_mir"), ids(&g.tl[0], "von_mir"), ids(&g.bl, "von_mir")),
        (vec![], vec![], vec![gemeldet.clone()])
    );
    assert_eq!(
        uebersicht(&g, &g.bl),
        json!({"ueberfaellig": 0, "bald_faellig": 1, "von_mir": 1, "offen": 3})
    );
    assert_eq!(uebersicht(&g, &g.qm)["von_mir"], 0);
    assert_eq!(uebersicht(&g, &g.tl[1])["offen"], 0);
    g.t.lesen(&g.pk, "korrektur.uebersicht", json!({})).unwrap_err();
    // The day after the first is due.
    g.t.umgebung.stelle(g.t.umgebung.jetzt() + TimeDelta::days(11));
    assert_eq!(ids(&g.tl[0], "ueberfaellig"), [bald.as_str()]);
    assert_eq!(
        uebersicht(&g, &g.tl[0]),
        json!({"ueberfaellig": 1, "bald_faellig": 0, "von_mir": 0, "offen": 3})
    );
}

#[test]
fn mehrere_werden_zusammen_bestaetigt_oder_keine() {
    let g = Gezogen::neu(json!({}));
    let [a, b] = [0, 1].map(|nr| g.freigegeben(nr, json!({})));
    erledige(&g, &g.tl[0], &a);
    let bestaetige = |wer: &Sitzung| {
        let r = json!({"korrekturen": [bezug(&g, &a), bezug(&g, &b)]});
        g.t.aendern(wer, "korrektur.bestaetigen", r).map(|g| g.objekte.len())
    };
    assert_eq!(bestaetige(&g.bl).unwrap_err().code, Code::Regel);
    assert_eq!(g.feststellung(&g.qm, &a)["korrektur"]["bestaetigt_am"], Value::Null);
    erledige(&g, &g.qm, &b);
    assert_eq!(bestaetige(&g.tl[0]).unwrap_err().code, Code::Recht);
    assert_eq!(bestaetige(&g.qm).unwrap_err().code, Code::VierAugen);
    g.t.aendern(&g.bl, "korrektur.bestaetigen", json!({"korrekturen": []})).unwrap_err();
    assert_eq!(bestaetige(&g.bl).unwrap(), 2);
    assert_eq!(liste(&g, &g.bl, json!({"lage": "bestaetigt"}))["gesamt"], 2);
    g.t.protokoll_stimmt();
}

#[test]
fn betraege_werden_je_richtung_und_ueber_den_zeitraum_summiert() {
    let g = Gezogen::neu(json!({}));
    g.freigegeben(0, json!({}));
    let monatlich = json!({"wirkung": "unterzahlung", "betrag_bund_cent": 1000, "betrag_kommune_cent": 500, "haeufigkeit": "monatlich",
        "zeitraum_von": "2025-11-01", "zeitraum_bis": "2026-01-31", "text": "Der Mehrbedarf fehlt."});
    g.freigegeben(1, monatlich);
    g.freigegeben(
        2,
        json!({"wirkung": "nicht_bezifferbar", "betrag_bund_cent": 0, "betrag_kommune_cent": 0}),
    );
    let alle = liste(&g, &g.qm, json!({"sortierung": "betrag", "absteigend": true}));
    let betraege: Vec<&Value> =
        alle["zeilen"].as_array().unwrap().iter().map(|z| &z["betrag_cent"]).collect();
    assert_eq!(betraege, [&json!(45550), &json!(4500), &json!(0)]);
    let summen = json!({"ueberzahlung_cent": 45550, "unterzahlung_cent": 4500, "ohne_zeitraum": 0, "nicht_bezifferbar": 1});
    assert_eq!(alle["summen"], summen);
    // The sums are those of all rows, not of the page.
    let blatt = liste(&g, &g.qm, json!({"blatt": {"ab": 1, "anzahl": 1}}));
    assert_eq!((&blatt["gesamt"], &blatt["summen"]), (&json!(3), &summen));
    let unter = liste(&g, &g.qm, json!({"wirkung": "unterzahlung"}));
    assert_eq!((&unter["gesamt"], &unter["summen"]["ueberzahlung_cent"]), (&json!(1), &json!(0)));
    // Found by the text and by a number that the person sees, not by one that she does not see.
    let gefunden = |wer: &Sitzung, suche: &str| liste(&g, wer, json!({"suche": suche}))["gesamt"].clone();
    assert_eq!(gefunden(&g.qm, "mehrbedarf"), 1);
    assert_eq!(gefunden(&g.qm, "FA-2026-001"), 3);
    let nummer = text(&alle["zeilen"][0]["fall"]);
    assert_eq!(
        (gefunden(&g.qm, &nummer), gefunden(&g.tl[0], &nummer), gefunden(&g.tl[1], &nummer)),
        (json!(1), json!(1), json!(0))
    );
    // A list that leaves the house holds the same row, and names neither the number nor that it was looked for.
    let datei = g.t.ordner.path().join("korrekturen.csv");
    let liste = json!({"pruefung_id": null, "blatt": {"ab": 0, "anzahl": 50}, "sortierung": null, "absteigend": false, "lage": null,
        "team_id": null, "wirkung": null, "suche": nummer});
    let r = json!({"liste": liste, "ausgabe": {"datei": datei, "ueberschreiben": false, "spalten": []}});
    g.t.aendern(&g.tl[0], "korrektur.exportieren", r).unwrap();
    let csv = std::fs::read_to_string(&datei).unwrap();
    assert!(!csv.contains(&nummer) && csv.contains("Wort nicht ausgegeben"), "{csv}");
    assert_eq!(csv.matches("FA-2026-001").count(), 1, "{csv}");
}

#[test]
fn kleine_teams_sind_kein_filter_fuer_andere() {
    let g = Gezogen::neu(json!({}));
    g.freigegeben(0, json!({}));
    let org = g.t.lesen(&g.t.admin, "organisation.uebersicht", json!({})).unwrap();
    let team = org["teams"].as_array().unwrap().iter().find(|t| t["name"] == "Leistung 1").unwrap().clone();
    let r = json!({"bezug": {"id": team["id"], "version": team["version"]}, "name": team["name"], "bereich_id": team["bereich_id"],
        "standort_id": team["standort_id"], "unter_fuenf": true, "gueltigkeit": {"gueltig_ab": "2020-01-01", "gueltig_bis": null}});
    g.t.aendern(&g.t.admin, "organisation.team_speichern", r).unwrap();
    let rv = g.t.person("rv", &[iks_core::benutzer::Rolle::Revision], None, &[]);
    let im_team = |wer: &Sitzung| liste(&g, wer, json!({"team_id": team["id"]}))["gesamt"].clone();
    // The Revision reads the correction under the area, and cannot ask for the team.
    assert_eq!(liste(&g, &rv, json!({}))["zeilen"][0]["team"], "Leistungsgewährung");
    assert_eq!((im_team(&rv), im_team(&g.qm), im_team(&g.tl[0])), (json!(0), json!(1), json!(1)));
}
