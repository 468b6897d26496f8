//! Three years of Fachaufsicht: twelve finished checks, one that runs, one that is planned, one that
//! was not done. Everything goes through the doors, by the persons who may.

pub(super) mod nachschau;
mod programm;

use super::liste::{self, SPALTEN};
use super::organisation::Struktur;
use super::wuerfel::Wuerfel;
use super::{Bau, Vorgaben};
use crate::api::{self, Abfrage, Fortschritt, Geaendert, Operation};
use crate::audit::ObjektArt;
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::Sitzung;
use chrono::{Days, Months, NaiveDate};
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::Path;

/// How far a check gets.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Weg {
    Fertig,
    Laeuft,
    Geplant,
    NichtDurchgefuehrt,
}

/// Month after the beginning, theme, area, units, errors in per mille, how far.
type Vorhaben = (u32, &'static str, Bereich, u32, u64, Weg);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Bereich {
    Leistung,
    Markt,
    Eingang,
}

#[rustfmt::skip]
const VORHABEN: &[Vorhaben] = &[
    ( 1, "bewilligung", Bereich::Leistung, 25, 300, Weg::Fertig),
    ( 4, "einkommen",   Bereich::Leistung, 20, 260, Weg::Fertig),
    ( 7, "integration", Bereich::Markt,    20, 220, Weg::Fertig),
    (10, "aufhebung",   Bereich::Leistung, 20, 340, Weg::Fertig),
    (13, "bewilligung", Bereich::Leistung, 25, 240, Weg::Fertig),
    (16, "einkommen",   Bereich::Leistung, 20, 200, Weg::Fertig),
    (18, "agh",         Bereich::Markt,    10,   0, Weg::NichtDurchgefuehrt),
    (19, "integration", Bereich::Markt,    20, 180, Weg::Fertig),
    (22, "aufhebung",   Bereich::Leistung, 20, 260, Weg::Fertig),
    (25, "bewilligung", Bereich::Leistung, 40, 180, Weg::Fertig),
    (28, "einkommen",   Bereich::Leistung, 60, 120, Weg::Fertig),
    (31, "integration", Bereich::Markt,    20, 140, Weg::Fertig),
    (33, "aufhebung",   Bereich::Leistung, 20, 200, Weg::Fertig),
    (35, "bewilligung", Bereich::Leistung, 30, 180, Weg::Laeuft),
    (36, "einkommen",   Bereich::Leistung, 40,  60, Weg::Geplant),
];

/// Rate of the check whose errors all lie at one item.
const SCHWERPUNKT: u64 = 340;

const LEISTUNG: [(&str, &str); 4] = [
    ("leistung-1", "Leistung 1"),
    ("leistung-2", "Leistung 2"),
    ("leistung-3", "Leistung 3"),
    ("leistung-4", "Leistung 4"),
];
const EINGANG: [(&str, &str); 4] = [
    ("eingangszone-1", "Eingangszone 1"),
    ("eingangszone-2", "Eingangszone 2"),
    ("eingangszone-3", "Eingangszone 3"),
    ("eingangszone-4", "Eingangszone 4"),
];
const MARKT: [(&str, &str); 4] = [
    ("markt-und-integration-1", "Markt und Integration 1"),
    ("markt-und-integration-2", "Markt und Integration 2"),
    ("markt-und-integration-3", "Markt und Integration 3"),
    ("markt-und-integration-4", "Markt und Integration 4"),
];

#[derive(Deserialize)]
struct Muster {
    merkmal: String,
    art: String,
    wirkung: String,
    schwere: String,
    sachgebiet: String,
    ursache: String,
    text: String,
    betrag_bund_cent: i64,
    betrag_kommune_cent: i64,
}

/// Who works in the demo house.
struct Personen {
    qm: Sitzung,
    pruefer: Sitzung,
    bl: Sitzung,
    tl1: Sitzung,
    tl2: Sitzung,
}

/// Makes all checks; returns the numbers of the finished ones.
pub(super) fn anlegen(
    bau: &Bau,
    struktur: &Struktur,
    vorgaben: &Vorgaben,
    fortschritt: &Fortschritt,
) -> Ergebnis<Vec<String>> {
    let ordner =
        tempfile::tempdir().map_err(|e| Fehler::datei("Es lässt sich kein temporärer Ordner anlegen.", e))?;
    let mut lauf = Lauf::neu(bau, struktur, vorgaben)?;
    lauf.vorlagen_freigeben()?;
    let beginn = vorgaben.stichtag - Months::new(36);
    let mut fertige = Vec::new();
    fortschritt.beginne("Demohaus wird angelegt", VORHABEN.len() as u64);
    for (i, vorhaben) in VORHABEN.iter().enumerate() {
        fortschritt.melde(i as u64)?;
        let nummer =
            lauf.pruefung(vorhaben, beginn + Months::new(vorhaben.0), vorgaben.stichtag, ordner.path())?;
        if vorhaben.5 == Weg::Fertig {
            fertige.push(nummer);
        }
    }
    lauf.programme(vorgaben.stichtag, ordner.path())?;
    Ok(fertige)
}

struct Lauf<'a> {
    bau: &'a Bau,
    struktur: &'a Struktur,
    personen: Personen,
    muster: Vec<Muster>,
    wuerfel: Wuerfel,
    faktor: u32,
}

/// Id and version of an object after a change.
struct Stand {
    id: String,
    version: i64,
}

impl Stand {
    fn aus(g: &Geaendert, art: ObjektArt) -> Ergebnis<Self> {
        let objekt = g.objekte.iter().rev().find(|o| o.art == art.name);
        let objekt = objekt.ok_or_else(|| Fehler::intern(format!("demo data: no {}", art.name)))?;
        Ok(Self { id: objekt.id.clone(), version: objekt.version })
    }

    fn bezug(&self) -> Value {
        json!({"id": self.id, "version": self.version})
    }
}

impl<'a> Lauf<'a> {
    fn neu(bau: &'a Bau, struktur: &'a Struktur, vorgaben: &Vorgaben) -> Ergebnis<Self> {
        let personen = Personen {
            qm: bau.sitzung("qm")?,
            pruefer: bau.sitzung("pruefer")?,
            bl: bau.sitzung("bl")?,
            tl1: bau.sitzung("tl1")?,
            tl2: bau.sitzung("tl2")?,
        };
        let muster = serde_json::from_str(include_str!("../../../daten/demo_feststellungen.json"))
            .map_err(Fehler::intern)?;
        let wuerfel = Wuerfel::neu(20_261_120);
        Ok(Self { bau, struktur, personen, muster, wuerfel, faktor: vorgaben.faktor })
    }

    fn vorlagen_freigeben(&self) -> Ergebnis<()> {
        let themen = self.lesen(&self.personen.qm, "pruefthema.liste", json!({}))?;
        for thema in liste_von(&themen) {
            // The check at a provider stays "ungeprüft", so that this state can be seen too.
            if thema["thema"]["kennung"] == "agh" {
                continue;
            }
            for kopf in liste_von(&thema["vorlagen"]) {
                self.tue(
                    &self.personen.bl,
                    "pruefthema.vorlage_freigeben",
                    json!({"id": kopf["id"], "version": kopf["version"]}),
                )?;
            }
        }
        Ok(())
    }

    fn pruefung(
        &mut self,
        vorhaben: &Vorhaben,
        am: NaiveDate,
        stichtag: NaiveDate,
        ordner: &Path,
    ) -> Ergebnis<String> {
        let (_, thema, bereich, n, promille, weg) = *vorhaben;
        self.bau.stelle(am, 8)?;
        let (p, nummer) = self.planen(thema, bereich, n, am)?;
        if weg == Weg::NichtDurchgefuehrt {
            self.bau.stelle(am + Days::new(20), 15)?;
            let grund = "Der Träger hat den vereinbarten Termin abgesagt; ein neuer kam vor Ende der Maßnahme nicht zustande.";
            self.tue(
                &self.personen.qm,
                "pruefung.nicht_durchfuehren",
                json!({"id": p.id, "version": p.version, "grund": grund}),
            )?;
        }
        if matches!(weg, Weg::NichtDurchgefuehrt | Weg::Geplant) {
            return Ok(nummer);
        }
        let ziehung = self.ziehen(&p, bereich, n, am, ordner)?;
        self.bau.stelle(am + Days::new(3), 8)?;
        self.pruefen(&p, promille, weg)?;
        if weg == Weg::Laeuft {
            return Ok(nummer);
        }
        self.klaeren(&p, bereich, am, stichtag)?;
        self.beenden(&p, &ziehung)?;
        Ok(nummer)
    }

    /// From the second look at the sheets to the corrections.
    fn klaeren(&mut self, p: &Stand, bereich: Bereich, am: NaiveDate, stichtag: NaiveDate) -> Ergebnis<()> {
        self.bau.stelle(am + Days::new(12), 9)?;
        self.gegenpruefen(p)?;
        self.bau.stelle(am + Days::new(19), 9)?;
        self.stellungnahmen(p, bereich)?;
        self.bau.stelle(am + Days::new(35), 10)?;
        self.feststellen(p)?;
        self.bau.stelle((am + Days::new(60)).min(stichtag), 10)?;
        self.korrigieren(p, bereich)
    }

    fn beenden(&self, p: &Stand, ziehung: &Stand) -> Ergebnis<()> {
        self.tue(
            &self.personen.qm,
            "ziehung.schliessen",
            json!({"ziehung": self.ziehung_jetzt(p, &ziehung.id)?.bezug()}),
        )?;
        let jetzt = self.pruefung_jetzt(p)?;
        self.tue(
            &self.personen.qm,
            "pruefung.abschliessen",
            json!({"id": jetzt.id, "version": jetzt.version}),
        )?;
        Ok(())
    }

    fn planen(&self, kennung: &str, bereich: Bereich, n: u32, am: NaiveDate) -> Ergebnis<(Stand, String)> {
        let themen = self.lesen(&self.personen.qm, "pruefthema.liste", json!({}))?;
        let zeile = liste_von(&themen)
            .iter()
            .find(|t| t["thema"]["kennung"] == kennung)
            .ok_or_else(|| Fehler::intern("demo data: theme"))?;
        let teams =
            self.teams(bereich).iter().map(|(k, _)| self.struktur.team(k)).collect::<Ergebnis<Vec<_>>>()?;
        let plan = json!({
            "thema_id": zeile["thema"]["id"], "vorlage_id": zeile["vorlagen"][0]["id"],
            "bereich_id": self.struktur.bereich(if bereich == Bereich::Leistung { "leistungsgewaehrung" } else { "markt-und-integration" })?,
            "teams": teams,
            "zeitraum_von": am - Months::new(3), "zeitraum_bis": am - Days::new(1),
            "pruefungsart": "basis", "nachschau_zu": null, "auswahl": "zufall",
            "fehlerdefinition": if kennung == "aufhebung" { "wesentlich" } else { "jede" }, "teilweise_zaehlt": true,
            "ziel": 0.25, "konfidenz": 0.95,
            "schichtung": if bereich == Bereich::Leistung { "team" } else { "keine" }, "mindest_je_schicht": 5,
            "stichprobe_geplant": n * self.faktor, "erweiterung_regel": "",
            "dsb_beteiligt_am": am - Days::new(10), "gegenpruefung_anteil": 10, "restliche_auf_ja": false, "stellungnahme_tage": 14,
        });
        let p = Stand::aus(
            &self.tue(&self.personen.qm, "pruefung.anlegen", json!({"plan": plan}))?,
            ObjektArt::PRUEFUNG,
        )?;
        let nummer =
            self.lesen(&self.personen.qm, "pruefung.lesen", json!({"id": p.id}))?["pruefung"]["nummer"]
                .as_str()
                .unwrap_or_default()
                .to_owned();
        Ok((p, nummer))
    }

    fn ziehen(
        &mut self,
        p: &Stand,
        bereich: Bereich,
        n: u32,
        am: NaiveDate,
        ordner: &Path,
    ) -> Ergebnis<Stand> {
        let namen: Vec<&str> = self.teams(bereich).iter().map(|(_, name)| *name).collect();
        let anzahl = (n * 18 + u32::try_from(self.wuerfel.unter(90)).unwrap_or(0)) * self.faktor;
        let text = liste::csv(&mut self.wuerfel, anzahl, &namen, am - Months::new(3), 85);
        let datei = ordner.join("liste.csv");
        std::fs::write(&datei, text)
            .map_err(|e| Fehler::datei("Die Liste der Demodaten lässt sich nicht schreiben.", e))?;
        let qm = &self.personen.qm;
        let zuordnung = json!({
            "auswahleinheit": "bescheid", "nummer": SPALTEN[0], "schluessel": [SPALTEN[1]], "team": SPALTEN[2], "betrag": SPALTEN[5],
            "anzeige": [{"spalte": SPALTEN[3], "titel": SPALTEN[3]}, {"spalte": SPALTEN[4], "titel": SPALTEN[4]}],
        });
        let optionen = json!({"zeichensatz": null, "trennzeichen": null, "blatt": null, "kopfzeile": null});
        self.tue(
            qm,
            "grundgesamtheit.einlesen",
            json!({
                "pruefung": self.pruefung_jetzt(p)?.bezug(), "datei": datei, "leseweise": {"optionen": optionen, "zuordnung": zuordnung},
                "quellsystem": "Fachverfahren Leistung", "abfrage": "Bescheide des Prüfzeitraums, alle Teams des Bereichs",
                "auszug_am": am, "kontrolle": {"anzahl": anzahl, "summe_cent": null}, "kontroll_vermerk": "", "zeilen_erwartet": null,
            }),
        )?;
        let g = self.tue(
            qm,
            "ziehung.versiegeln",
            json!({"pruefung": self.pruefung_jetzt(p)?.bezug(), "anzahl": null}),
        )?;
        let mut z = Stand::aus(&g, ObjektArt::ZIEHUNG)?;
        let gf = self.bau.sitzung("gf")?;
        let zweite = match bereich {
            Bereich::Leistung => &self.personen.bl,
            Bereich::Markt => &self.personen.tl2,
            Bereich::Eingang => &gf,
        };
        for wer in [&self.personen.qm, zweite] {
            let haelfte = format!("{:010}", self.wuerfel.unter(10_000_000_000));
            z = Stand::aus(
                &self.tue(
                    wer,
                    "ziehung.startwert_haelfte",
                    json!({"ziehung": z.bezug(), "haelfte": haelfte}),
                )?,
                ObjektArt::ZIEHUNG,
            )?;
        }
        Stand::aus(
            &self.tue(
                qm,
                "ziehung.ziehen",
                json!({"ziehung": z.bezug(), "nummern": [], "begruendung": ""}),
            )?,
            ObjektArt::ZIEHUNG,
        )
    }

    /// Every sheet of a finished check; two thirds of a running one.
    fn pruefen(&mut self, p: &Stand, promille: u64, weg: Weg) -> Ergebnis<()> {
        let faelle = self.faelle(p, &[])?;
        let bezuege: Vec<Value> =
            faelle.iter().map(|f| json!({"id": f["id"], "version": f["version"]})).collect();
        for teil in bezuege.chunks(500) {
            self.tue(
                &self.personen.qm,
                "bogen.zuweisen",
                json!({"faelle": teil, "an": self.personen.pruefer.benutzer_id()}),
            )?;
        }
        let anzahl = if weg == Weg::Laeuft { faelle.len() * 2 / 3 } else { faelle.len() };
        for fall in faelle.iter().take(anzahl) {
            let id = fall["id"].as_str().unwrap_or_default().to_owned();
            let version = self.bogen(&id, promille)?;
            self.tue(&self.personen.pruefer, "bogen.abschliessen", json!({"id": id, "version": version}))?;
        }
        Ok(())
    }

    /// Answers one sheet; with the given probability it holds one error with its Feststellung.
    fn bogen(&mut self, id: &str, promille: u64) -> Ergebnis<Value> {
        let mut fehler_faellig = self.wuerfel.promille(promille);
        // One check finds the same error again and again: what a measure can be seen to change.
        let schwerpunkt = promille == SCHWERPUNKT;
        loop {
            let bogen = self.lesen(&self.personen.pruefer, "bogen.lesen", json!({"id": id}))?;
            let beantwortet: Vec<&Value> =
                liste_von(&bogen["antworten"]).iter().map(|a| &a["merkmal"]).collect();
            let offen: Vec<String> = liste_von(&bogen["gelten"])
                .iter()
                .filter(|m| !beantwortet.contains(m))
                .filter_map(|m| m.as_str().map(str::to_owned))
                .collect();
            if offen.is_empty() {
                return Ok(bogen["fall"]["version"].clone());
            }
            let moeglich: Vec<usize> = self
                .muster
                .iter()
                .enumerate()
                .filter(|(_, m)| offen.contains(&m.merkmal))
                .map(|(i, _)| i)
                .collect();
            let treffer = if fehler_faellig {
                let wahl = self.wuerfel.aus(&moeglich);
                let wahl = if schwerpunkt { moeglich.first() } else { wahl };
                wahl.and_then(|i| self.muster.get(*i))
            } else {
                None
            };
            fehler_faellig &= treffer.is_none();
            let mut ops = Vec::new();
            for merkmal in &offen {
                let wert = match treffer {
                    Some(m) if m.merkmal == *merkmal => {
                        if m.schwere == "gering" {
                            "teilweise"
                        } else {
                            "nein"
                        }
                    }
                    _ if self.wuerfel.promille(60) => "nicht_anwendbar",
                    _ => "ja",
                };
                ops.push((
                    "bogen.antworten",
                    json!({"id": id, "merkmal": merkmal, "wert": wert, "version": 0}),
                ));
            }
            if let Some(m) = treffer {
                ops.push(("feststellung.speichern", self.feststellung(id, m)));
            }
            self.viele(&self.personen.pruefer, ops)?;
        }
    }

    /// What was found in a case.
    fn feststellung(&self, id: &str, m: &Muster) -> Value {
        let korrektur = (m.wirkung != "ohne").then(|| self.bau.heute() + Days::new(45));
        let inhalt = json!({
            "art": m.art, "wirkung": m.wirkung, "betrag_bund_cent": m.betrag_bund_cent, "betrag_kommune_cent": m.betrag_kommune_cent,
            "haeufigkeit": "einmalig", "zeitraum_von": null, "zeitraum_bis": null, "schwere": m.schwere,
            "sachgebiet": m.sachgebiet, "ursache": m.ursache, "text": m.text, "korrektur_bis": korrektur,
        });
        json!({"bezug": null, "prueffall_id": id, "merkmal": m.merkmal, "inhalt": inhalt})
    }

    fn gegenpruefen(&self, p: &Stand) -> Ergebnis<()> {
        let faelle: Vec<Value> = self
            .faelle(p, &["geprueft"])?
            .iter()
            .map(|f| json!({"id": f["id"], "version": f["version"]}))
            .collect();
        for teil in faelle.chunks(500) {
            self.tue(&self.personen.qm, "bogen.bestaetigen", json!({"faelle": teil}))?;
        }
        Ok(())
    }

    /// The Teamleitung accepts, mostly; teams without an account answer on paper, and QM transfers it.
    fn stellungnahmen(&mut self, p: &Stand, bereich: Bereich) -> Ergebnis<()> {
        for x in self.feststellungen(p, &["zur_stellungnahme"])? {
            let (antwort, text) = match self.wuerfel.unter(8) {
                0 => (
                    "nicht_anerkannt",
                    "Nach der Aktenlage zum Zeitpunkt der Entscheidung war die Bearbeitung vertretbar.",
                ),
                1 => ("teilweise", "Der Hinweis trifft zu, die Auswirkung ist aus Sicht des Teams geringer."),
                _ => ("anerkannt", "Die Feststellung trifft zu. Der Fall wird berichtigt."),
            };
            let (wer, quelle) = match self.leitung(bereich, &x) {
                Some(tl) => (tl, None),
                None => (&self.personen.qm, Some("Rückmeldung der Teamleitung in der Dienstbesprechung")),
            };
            self.tue(wer, "feststellung.stellungnahme", json!({"id": x["id"], "version": x["version"], "antwort": antwort, "text": text, "uebertragen_aus": quelle}))?;
        }
        Ok(())
    }

    fn feststellen(&mut self, p: &Stand) -> Ergebnis<()> {
        for x in self.feststellungen(p, &["strittig"])? {
            let (ergebnis, grund) = if self.wuerfel.unter(3) == 0 {
                (
                    "zurueckgenommen",
                    "Die Stellungnahme überzeugt; die Unterlage lag vor und war nur an anderer Stelle abgelegt.",
                )
            } else {
                ("aufrechterhalten", "Die Weisungslage war zum Zeitpunkt der Entscheidung eindeutig.")
            };
            self.tue(&self.personen.qm, "feststellung.entscheiden", json!({"id": x["id"], "version": x["version"], "ergebnis": ergebnis, "grund": grund, "inhalt": null}))?;
        }
        let offene: Vec<Value> = self
            .feststellungen(p, &["beantwortet", "zur_stellungnahme"])?
            .iter()
            .map(|x| json!({"id": x["id"], "version": x["version"]}))
            .collect();
        if !offene.is_empty() {
            self.tue(&self.personen.qm, "feststellung.feststellen", json!({"feststellungen": offene}))?;
        }
        Ok(())
    }

    /// Most corrections are done and confirmed; some stay open, as in life.
    fn korrigieren(&mut self, p: &Stand, bereich: Bereich) -> Ergebnis<()> {
        let liste = self.lesen(
            &self.personen.qm,
            "korrektur.liste",
            json!({"pruefung_id": p.id, "blatt": {"ab": 0, "anzahl": 500}, "sortierung": null, "absteigend": false, "lage": null, "team_id": null, "wirkung": null, "suche": null}),
        )?;
        for k in liste_von(&liste["zeilen"]).to_vec() {
            if self.wuerfel.unter(9) == 0 {
                continue;
            }
            let wer = self.leitung(bereich, &k).unwrap_or(&self.personen.qm);
            let g = self.tue(wer, "korrektur.erledigen", json!({"id": k["id"], "version": k["version"], "erledigt_am": self.bau.heute(), "vermerk": "Bescheid berichtigt."}))?;
            let stand = Stand::aus(&g, ObjektArt::KORREKTUR)?;
            let zweite =
                if std::ptr::eq(wer, &self.personen.qm) { &self.personen.bl } else { &self.personen.qm };
            if bereich == Bereich::Leistung || !std::ptr::eq(zweite, &self.personen.bl) {
                self.tue(zweite, "korrektur.bestaetigen", json!({"korrekturen": [stand.bezug()]}))?;
            }
        }
        Ok(())
    }

    fn leitung(&self, bereich: Bereich, zeile: &Value) -> Option<&Sitzung> {
        match (bereich, zeile["team"].as_str()) {
            (Bereich::Leistung, Some("Leistung 1")) => Some(&self.personen.tl1),
            (Bereich::Markt, Some("Markt und Integration 1")) => Some(&self.personen.tl2),
            _ => None,
        }
    }

    fn teams(&self, bereich: Bereich) -> &'static [(&'static str, &'static str)] {
        match bereich {
            Bereich::Leistung => &LEISTUNG,
            Bereich::Markt => &MARKT,
            Bereich::Eingang => &EINGANG,
        }
    }

    fn faelle(&self, p: &Stand, staende: &[&str]) -> Ergebnis<Vec<Value>> {
        self.blaettern(|ab| {
            let anfrage = json!({
                "pruefung_id": p.id, "blatt": {"ab": ab, "anzahl": 500}, "sortierung": null, "absteigend": false, "staende": staende, "team_id": null,
                "zugewiesen_an": null, "nicht_zugewiesen": false, "nur_mit_feststellung": false, "suche": null,
            });
            self.lesen(&self.personen.qm, "bogen.liste", anfrage)
        })
    }

    fn feststellungen(&self, p: &Stand, staende: &[&str]) -> Ergebnis<Vec<Value>> {
        self.blaettern(|ab| {
            let anfrage = json!({
                "pruefung_id": p.id, "blatt": {"ab": ab, "anzahl": 500}, "sortierung": null, "absteigend": false, "staende": staende, "team_id": null,
                "art": null, "schwere": null, "sachgebiet": null, "ursache": null, "nur_ueberfaellig": false,
            });
            self.lesen(&self.personen.qm, "feststellung.liste", anfrage)
        })
    }

    fn blaettern(&self, seite: impl Fn(usize) -> Ergebnis<Value>) -> Ergebnis<Vec<Value>> {
        let mut alle = Vec::new();
        loop {
            let antwort = seite(alle.len())?;
            let zeilen = liste_von(&antwort["zeilen"]);
            alle.extend(zeilen.iter().cloned());
            if zeilen.len() < 500 {
                return Ok(alle);
            }
        }
    }

    fn pruefung_jetzt(&self, p: &Stand) -> Ergebnis<Stand> {
        let detail = self.lesen(&self.personen.qm, "pruefung.lesen", json!({"id": p.id}))?;
        Ok(Stand { id: p.id.clone(), version: detail["pruefung"]["version"].as_i64().unwrap_or(0) })
    }

    fn ziehung_jetzt(&self, p: &Stand, id: &str) -> Ergebnis<Stand> {
        let liste = self.lesen(&self.personen.qm, "ziehung.liste", json!({"pruefung_id": p.id}))?;
        let version =
            liste_von(&liste["eigene"]).iter().find(|z| z["id"] == id).and_then(|z| z["version"].as_i64());
        Ok(Stand { id: id.to_owned(), version: version.unwrap_or(0) })
    }

    fn tue(&self, wer: &Sitzung, name: &str, daten: Value) -> Ergebnis<Geaendert> {
        self.bau.aendern(wer, name, daten)
    }

    fn viele(&self, wer: &Sitzung, ops: Vec<(&str, Value)>) -> Ergebnis<Geaendert> {
        let ops = ops
            .into_iter()
            .map(|(name, daten)| Operation::aus_json(name, daten))
            .collect::<Ergebnis<Vec<_>>>()?;
        api::aendern_viele(&self.bau.haus, wer, None, ops, &Fortschritt::default())
    }

    fn lesen(&self, wer: &Sitzung, name: &str, daten: Value) -> Ergebnis<Value> {
        api::lesen(&self.bau.haus, wer, Abfrage::aus_json(name, daten)?)
    }
}

/// The elements of a JSON list; none for anything else.
fn liste_von(wert: &Value) -> &[Value] {
    wert.as_array().map(Vec::as_slice).unwrap_or_default()
}
