//! The Prüferkoffer: files inside the audit report with which an outsider repeats draw and figures.
//!
//! Rows of single units go in only where the report shows every team: pseudonym and draw protocol together
//! would otherwise give back the rows that the small-group rules leave empty. Their single deviations go in only
//! where the map of items and teams leaves no cell empty.

use super::anhang::ziehungsdatei;
use crate::bericht::BerichtFehler;
use crate::bericht::modell::{Beilage, Beilagenart, Bericht, Bezug, Block, Stufe};
use crate::einlesen::CsvAusgabe;
use crate::fachaufsicht::Aufzaehlung;
use crate::fachaufsicht::auswertung::{
    Abweichungsart, Einstufung, Faelle, Grund, Material, Pruefungsauswertung, schichtbefunde,
};
use crate::fachaufsicht::pruefung::Auswahl;
use crate::fachaufsicht::ziehungsprotokoll::{Protokoll, befehle};
use crate::stichprobe::Befund;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What goes into the case beside the report.
pub struct Kofferinhalt<'a> {
    /// Number of the check.
    pub nummer: &'a str,
    /// Draws with their result, oldest first.
    pub ziehungen: &'a [Protokoll],
    /// List of pseudonyms that all of them drew from.
    pub liste: &'a [u8],
    /// Material of the evaluation.
    pub material: &'a Material,
    /// The evaluation as the report shows it.
    pub auswertung: &'a Pruefungsauswertung,
}

/// Adds files and their list to an audit report.
///
/// # Errors
/// `Schreiben` if a list cannot be written, which in memory does not happen.
pub fn packe(bericht: &mut Bericht, k: &Kofferinhalt<'_>) -> Result<(), BerichtFehler> {
    let mut beilagen = Vec::new();
    for z in k.ziehungen {
        let stamm = ziehungsdatei(k.nummer, z.ziehung);
        let was = format!("Ziehung {}", z.ziehung);
        beilagen.push(beilage(
            format!("{stamm}.json"),
            format!("{was}: Protokoll"),
            Beilagenart::Json,
            Bezug::Quelle,
            z.als_json(),
        ));
        beilagen.push(beilage(
            format!("{stamm}-liste.csv"),
            format!("{was}: Pseudonyme der Grundgesamtheit mit Schicht"),
            Beilagenart::Csv,
            Bezug::Quelle,
            k.liste.to_vec(),
        ));
    }
    let einzeln = zeigt_alle_teams(k.auswertung);
    if einzeln {
        beilagen.push(beilage(
            format!("{}-einheiten.csv", k.nummer),
            "Ergebnis je gezogener Einheit".to_owned(),
            Beilagenart::Csv,
            Bezug::Daten,
            einheiten_csv(k).map_err(|e| BerichtFehler::Schreiben { grund: e.to_string() })?,
        ));
    }
    beilagen.push(beilage(
        format!("{}-ergebnis.json", k.nummer),
        "Zahlen der Auswertung, Anfragen an iksctl rechne".to_owned(),
        Beilagenart::Json,
        Bezug::Daten,
        format!("{:#}\n", ergebnis(k, einzeln)).into_bytes(),
    ));
    beilagen.push(beilage(
        "nachrechnen.txt".to_owned(),
        "Anleitung zum Nachrechnen".to_owned(),
        Beilagenart::Text,
        Bezug::Ergaenzung,
        anleitung(k, einzeln).into_bytes(),
    ));
    bericht.kopf.titel.push_str(", mit Dateien zum Nachrechnen");
    bericht.beilagen = beilagen;
    bericht.bloecke.push(Block::Ueberschrift(Stufe::Eins, "Anhang C: Dateien zum Nachrechnen".to_owned()));
    bericht.bloecke.push(Block::Absatz(
        "Diese Dateien sind in den Bericht eingebettet; ein PDF-Programm zeigt sie als Anlagen. Mit „nachrechnen.txt“ beginnen Sie."
            .into(),
    ));
    bericht.bloecke.push(Block::Beilagen);
    Ok(())
}

fn beilage(name: String, beschreibung: String, art: Beilagenart, bezug: Bezug, inhalt: Vec<u8>) -> Beilage {
    Beilage { name, beschreibung, art, bezug, inhalt }
}

fn zeigt_alle_teams(a: &Pruefungsauswertung) -> bool {
    a.gruppen.iter().all(|zeile| !zeile.zusammengefasst && zeile.werte.is_some())
}

/// Pseudonym of each drawn unit by its position over all draws.
fn pseudonyme(k: &Kofferinhalt<'_>) -> BTreeMap<i64, String> {
    let alle = k.ziehungen.iter().flat_map(|z| &z.einheiten);
    (1..).zip(alle.map(|e| e.pseudonym.clone())).collect()
}

fn einheiten_csv(k: &Kofferinhalt<'_>) -> std::io::Result<Vec<u8>> {
    let pseudonyme = pseudonyme(k);
    let m = k.material;
    let mut csv = CsvAusgabe::neu(Vec::new())?;
    let mit_abweichungen = k.auswertung.karte.vollstaendig;
    let spalten = ["position", "pseudonym", "schicht", "ergebnis", "grund", "abweichungen"];
    csv.zeile(spalten.into_iter().take(if mit_abweichungen { 6 } else { 5 }))?;
    let faelle = Faelle::neu(&m.grundlage, &m.faelle, &m.abweichungen);
    for (fall, einstufung) in faelle.eingestuft(m.grundlage.fehlerdefinition) {
        let (ergebnis, grund) = worte(einstufung);
        let abweichungen: Vec<String> = m
            .abweichungen
            .iter()
            .filter(|a| a.position == fall.position)
            .map(|a| format!("{}: {}", a.merkmal, antwort(a.art)))
            .collect();
        let zellen = [
            fall.position.to_string(),
            pseudonyme.get(&fall.position).cloned().unwrap_or_default(),
            fall.schicht.clone(),
            ergebnis.to_owned(),
            grund.to_owned(),
        ];
        csv.zeile(zellen.into_iter().chain(mit_abweichungen.then(|| abweichungen.join(", "))))?;
    }
    csv.ende()
}

fn worte(einstufung: Einstufung) -> (&'static str, &'static str) {
    match einstufung {
        Einstufung::InOrdnung => ("in Ordnung", ""),
        Einstufung::Fehlerhaft => ("fehlerhaft", ""),
        Einstufung::Ungeklaert(Grund::Offen) => ("ungeklärt", "noch nicht geprüft"),
        Einstufung::Ungeklaert(Grund::NichtPruefbar) => ("ungeklärt", "Akte fehlt oder ist nicht prüfbar"),
        Einstufung::Ungeklaert(Grund::MerkmalNichtPruefbar) => {
            ("ungeklärt", "entscheidendes Merkmal nicht prüfbar")
        }
        Einstufung::Ungeklaert(Grund::WirkungUnbekannt) => ("ungeklärt", "Wirkung nicht beziffert"),
    }
}

fn antwort(art: Abweichungsart) -> &'static str {
    match art {
        Abweichungsart::Nein => "nein",
        Abweichungsart::Teilweise => "teilweise",
        Abweichungsart::NichtPruefbar => "nicht prüfbar",
    }
}

fn ergebnis(k: &Kofferinhalt<'_>, einzeln: bool) -> Value {
    let (g, z) = (&k.material.grundlage, &k.auswertung.zahlen);
    let schichten: Vec<Value> = schichtbefunde(k.material)
        .into_iter()
        .map(|(name, b)| {
            json!({"schicht": name, "N": b.grundgesamtheit, "n": b.n, "fehlerhaft": b.fehler, "ungeklaert": b.ungeklaert})
        })
        .collect();
    json!({
        "pruefung": k.nummer,
        "vorlaeufig": k.auswertung.vorlaeufig,
        "fehlerdefinition": g.fehlerdefinition.titel(),
        "teilweise_zaehlt": g.teilweise_zaehlt,
        "sicherheit": g.konfidenz,
        "ziel": g.ziel,
        "gesamt": {"N": z.grundgesamtheit, "n": z.gezogen, "fehlerhaft": z.fehlerhaft, "ungeklaert": z.ungeklaert},
        "schichten": if einzeln { json!(schichten) } else { Value::Null },
        "rechne": anfragen(k, einzeln),
    })
}

/// Requests that give the bounds of the report; none where it extrapolates nothing, or where the figures of
/// single strata stay closed.
fn anfragen(k: &Kofferinhalt<'_>, einzeln: bool) -> Vec<Value> {
    let g = &k.material.grundlage;
    if g.auswahl == Auswahl::Bewusst || k.auswertung.rate.is_none() {
        return Vec::new();
    }
    let befunde: Vec<Befund> = schichtbefunde(k.material).into_iter().map(|(_, b)| b).collect();
    match befunde.as_slice() {
        [b] => vec![json!({"id": "Obergrenze", "method": "upper_bound", "inputs": {
            "model": "hypergeometric", "population": b.grundgesamtheit, "n": b.n, "k": b.fehler + b.ungeklaert,
            "confidence": g.konfidenz}})],
        alle if einzeln => {
            let strata: Vec<Value> = alle
                .iter()
                .map(|b| json!({"N": b.grundgesamtheit, "n": b.n, "k": b.fehler + b.ungeklaert}))
                .collect();
            vec![json!({"id": "garantierte Obergrenze", "method": "stratified_guaranteed_upper",
                "inputs": {"confidence": g.konfidenz, "strata": strata}})]
        }
        _ => Vec::new(),
    }
}

fn anleitung(k: &Kofferinhalt<'_>, einzeln: bool) -> String {
    let mut t = format!(
        "Prüferkoffer zur Prüfung {}\n\nSpeichern Sie die Anlagen dieses PDF in einen Ordner. Die Prüfsummen (SHA-256) stehen im Bericht, Anhang C.\n",
        k.nummer
    );
    for z in k.ziehungen {
        let stamm = ziehungsdatei(k.nummer, z.ziehung);
        let _ = write!(t, "\nZiehung {}\n", z.ziehung);
        for (was, befehl) in befehle(z, &format!("{stamm}.json"), &format!("{stamm}-liste.csv")) {
            let _ = write!(t, "* {was}:\n  {befehl}\n");
        }
    }
    t.push_str("\nErgebnis\n");
    if einzeln {
        let _ = writeln!(
            t,
            "* {}-einheiten.csv nennt je Einheit das Ergebnis nach der festgelegten Definition. Gezählt ergeben sie die Zahlen des Berichts.",
            k.nummer
        );
        if !k.auswertung.karte.vollstaendig {
            t.push_str("* Die einzelnen Abweichungen je Einheit sind nicht beigelegt: Leere Zellen der Karte nach Merkmalen und Teams ließen sich daraus errechnen.\n");
        }
    } else {
        t.push_str("* Ergebnisse einzelner Einheiten sind nicht beigelegt: Kleine Gruppen des Berichts ließen sich daraus errechnen. Sie werden im Haus eingesehen.\n");
    }
    t.push_str("* Ungeklärte Einheiten zählen nur in der Obergrenze als Fehler.\n");
    for anfrage in anfragen(k, einzeln) {
        let _ =
            write!(t, "* Nachrechnen mit iksctl rechne, eine Zeile auf der Standardeingabe:\n  {anfrage}\n");
    }
    t.push_str("\nDie Pseudonyme sind weiterhin personenbezogene Daten.\n");
    t
}
