//! Three years of Prüflisten: each list once a year for the house, one of them also in two teams, with answers that get
//! better, evidence, a correction, a run that was dropped, and what is open on the key date.

use super::organisation::{Struktur, erste_id};
use super::wuerfel::{Wuerfel, gewichtet};
use super::{Bau, Vorgaben};
use crate::api::{self, Fortschritt, Operation};
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::pruefliste::{Katalogdatei, Kontrollfrage, Listenantwort, fragen, mitgelieferte};
use chrono::{Datelike, Days, NaiveDate};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What a deviation reads like.
const ABWEICHUNG: [&str; 6] = [
    "Die Regelung liegt vor, ist aber noch nicht in allen Teams bekannt.",
    "Der Ablauf ist beschrieben, wird aber nicht durchgehend eingehalten.",
    "Der Nachweis fehlt für einen Teil der Beschäftigten.",
    "Die letzte Überprüfung liegt länger zurück als vorgesehen.",
    "Zuständigkeit und Vertretung sind noch nicht schriftlich festgelegt.",
    "Ein Entwurf liegt der Leitung vor und ist noch nicht in Kraft.",
];

/// What the attached file says.
const DATEI: &str = "Jobcenter Musterkreis (Demo): Die Funktion der oder des Datenschutzbeauftragten ist bestellt. Aufgaben: Unterrichtung, Beratung, Überwachung, Anlaufstelle für die Aufsicht (Art. 39 DSGVO).\n";

/// A series of runs: one list in one unit, year by year.
struct Reihe {
    kennung: &'static str,
    team: Option<&'static str>,
    rolle: &'static str,
    wer: &'static str,
    freigabe: &'static str,
    /// Month of the next year in which it is answered.
    monat: u32,
    letzte: BTreeMap<String, Listenantwort>,
}

/// What is done on a day.
enum Arbeit {
    Planen(usize, i32),
    Antworten(usize, i32),
    Vorlegen(usize, i32),
    Freigeben(usize, i32),
    Entfallen(usize, i32),
    Berichtigen(usize, i32),
}

/// The Prüflisten at work.
pub(super) struct Lauf<'a> {
    bau: &'a Bau,
    struktur: &'a Struktur,
    personen: BTreeMap<&'static str, Sitzung>,
    kataloge: BTreeMap<String, (String, Katalogdatei)>,
    reihen: Vec<Reihe>,
    durchgaenge: BTreeMap<(usize, i32), String>,
    kalender: BTreeMap<NaiveDate, Vec<Arbeit>>,
    wuerfel: Wuerfel,
    ordner: tempfile::TempDir,
    angehaengt: bool,
}

impl<'a> Lauf<'a> {
    pub(super) fn neu(bau: &'a Bau, struktur: &'a Struktur, vorgaben: &Vorgaben) -> Ergebnis<Self> {
        let mut personen = BTreeMap::new();
        for name in ["qm", "dsb", "akp", "gf", "tl1", "tl2"] {
            personen.insert(name, bau.sitzung(name)?);
        }
        let reihe = |kennung, team, rolle, wer, freigabe, monat| Reihe {
            kennung,
            team,
            rolle,
            wer,
            freigabe,
            monat,
            letzte: BTreeMap::new(),
        };
        let mut lauf = Self {
            bau,
            struktur,
            personen,
            kataloge: BTreeMap::new(),
            reihen: vec![
                reihe("datenschutz", None, "datenschutz", "dsb", "gf", 1),
                reihe("korruption", None, "korruptionspraevention", "akp", "gf", 3),
                reihe("it_sicherheit", None, "qualitaetsmanagement", "qm", "gf", 2),
                reihe("it_sicherheit", Some("leistung-1"), "teamleitung", "tl1", "qm", 4),
                reihe("it_sicherheit", Some("markt-und-integration-1"), "teamleitung", "tl2", "qm", 5),
            ],
            durchgaenge: BTreeMap::new(),
            kalender: BTreeMap::new(),
            wuerfel: Wuerfel::neu(20_261_125),
            ordner: tempfile::tempdir()
                .map_err(|e| Fehler::datei("Es lässt sich kein temporärer Ordner anlegen.", e))?,
            angehaengt: false,
        };
        lauf.planen(vorgaben.stichtag);
        Ok(lauf)
    }

    /// The whole calendar; what lies behind the key date does not happen.
    fn planen(&mut self, stichtag: NaiveDate) {
        let tag = |jahr, monat, tag| NaiveDate::from_ymd_opt(jahr, monat, tag).unwrap_or(stichtag);
        let erstes = stichtag.year() - 3;
        for jahr in erstes..=stichtag.year() {
            for i in 0..self.reihen.len() {
                // In the last year the teams look at themselves in the autumn, see below.
                if i >= 3 && jahr == stichtag.year() {
                    continue;
                }
                let monat = self.reihen[i].monat;
                let mut am = |tag: NaiveDate, arbeit| {
                    if tag <= stichtag {
                        self.kalender.entry(tag).or_default().push(arbeit);
                    }
                };
                // The first runs are planned when the program comes, the others in the autumn of their year.
                am(tag(jahr, 11, if jahr == erstes { 27 } else { 10 }), Arbeit::Planen(i, jahr));
                if i == 4 && jahr == erstes + 1 {
                    am(tag(jahr + 1, monat, 20), Arbeit::Entfallen(i, jahr));
                    continue;
                }
                am(tag(jahr + 1, monat, 8), Arbeit::Antworten(i, jahr));
                am(tag(jahr + 1, monat, 16), Arbeit::Vorlegen(i, jahr));
                am(tag(jahr + 1, monat, 21), Arbeit::Freigeben(i, jahr));
                if i == 2 && jahr == erstes + 1 {
                    am(tag(jahr + 1, monat + 1, 12), Arbeit::Berichtigen(i, jahr));
                }
            }
        }
        // One team's run waits for release, the other's is late.
        for (i, arbeiten) in [(3, true), (4, false)] {
            let jahr = stichtag.year();
            let am = |tage| stichtag.checked_sub_days(Days::new(tage)).unwrap_or(stichtag);
            self.kalender.entry(am(60)).or_default().push(Arbeit::Planen(i, jahr + 100));
            if arbeiten {
                self.kalender.entry(am(9)).or_default().push(Arbeit::Antworten(i, jahr + 100));
                self.kalender.entry(am(4)).or_default().push(Arbeit::Vorlegen(i, jahr + 100));
            }
        }
    }

    /// Releases the shipped lists.
    pub(super) fn vorbereiten(&mut self) -> Ergebnis<()> {
        let gf = &self.person("gf")?.clone();
        let zeilen =
            api::lesen(&self.bau.haus, gf, api::Abfrage::aus_json("pruefkatalog.liste", json!({}))?)?;
        for (datei, zeile) in mitgelieferte()?.into_iter().filter_map(|d| {
            let zeile = zeilen.as_array()?.iter().find(|z| z["katalog"]["kennung"] == d.kennung.as_str())?;
            Some((d, zeile))
        }) {
            let fassung = &zeile["fassungen"][0];
            let r = json!({"id": fassung["id"], "version": fassung["version"]});
            self.bau.aendern(gf, "pruefkatalog.fassung_freigeben", r)?;
            let id = zeile["katalog"]["id"].as_str().unwrap_or_default().to_owned();
            self.kataloge.insert(datei.kennung.clone(), (id, datei));
        }
        Ok(())
    }

    /// Everything of that day.
    pub(super) fn tag(&mut self, tag: NaiveDate) -> Ergebnis<()> {
        let Some(arbeiten) = self.kalender.remove(&tag) else { return Ok(()) };
        self.bau.stelle(tag, 9)?;
        for arbeit in arbeiten {
            match arbeit {
                Arbeit::Planen(i, jahr) => self.einen_planen(i, jahr, tag)?,
                Arbeit::Antworten(i, jahr) => self.antworten(i, jahr)?,
                Arbeit::Vorlegen(i, jahr) => self.schritt((i, jahr), "vorlegen", self.reihen[i].wer, None)?,
                Arbeit::Freigeben(i, jahr) => {
                    self.schritt((i, jahr), "freigeben", self.reihen[i].freigabe, None)?;
                }
                Arbeit::Entfallen(i, jahr) => {
                    let grund =
                        "Das Team zog in diesem Quartal um; die Fragen werden im nächsten Jahr beantwortet.";
                    self.schritt((i, jahr), "entfallen", "qm", Some(grund))?;
                }
                Arbeit::Berichtigen(i, jahr) => self.berichtigen(i, jahr)?,
            }
        }
        Ok(())
    }

    fn person(&self, name: &str) -> Ergebnis<&Sitzung> {
        self.personen.get(name).ok_or_else(|| Fehler::intern(format!("demo data: {name}")))
    }

    fn einen_planen(&mut self, i: usize, jahr: i32, heute: NaiveDate) -> Ergebnis<()> {
        let r = &self.reihen[i];
        let ausser_der_reihe = jahr > heute.year() + 1;
        let (von, bis, faellig) = if ausser_der_reihe {
            let von = NaiveDate::from_ymd_opt(heute.year(), 1, 1).unwrap_or(heute);
            (von, heute, heute.checked_add_days(Days::new(52)).unwrap_or(heute))
        } else {
            let tag = |jahr, monat, tag| NaiveDate::from_ymd_opt(jahr, monat, tag).unwrap_or(heute);
            (tag(jahr, 1, 1), tag(jahr, 12, 31), tag(jahr + 1, r.monat, 28))
        };
        let team = r.team.map(|t| self.struktur.team(t)).transpose()?;
        let katalog = self.katalog(r.kennung)?;
        let anfrage = json!({
            "katalog_id": katalog.0,
            "alle_fragen": jahr == heute.year() && self.reihen[i].letzte.is_empty() || ausser_der_reihe,
            "rahmen": {"ebene": if team.is_some() { "team" } else { "haus" }, "einheit_id": team, "von": von, "bis": bis,
                       "rolle": r.rolle, "faellig_am": faellig},
        });
        let g = self.bau.aendern(self.person("qm")?, "pruefliste.anlegen", anfrage)?;
        self.durchgaenge.insert((i, jahr), erste_id(&g)?);
        Ok(())
    }

    fn katalog(&self, kennung: &str) -> Ergebnis<&(String, Katalogdatei)> {
        self.kataloge.get(kennung).ok_or_else(|| Fehler::intern(format!("demo data: {kennung}")))
    }

    fn detail(&self, id: &str, wer: &Sitzung) -> Ergebnis<Value> {
        api::lesen(&self.bau.haus, wer, api::Abfrage::aus_json("pruefliste.lesen", json!({"id": id}))?)
    }

    /// Answers what is asked until nothing is missing; each pass may bring up conditional questions.
    fn antworten(&mut self, i: usize, jahr: i32) -> Ergebnis<()> {
        let id = self.durchgang((i, jahr))?;
        let wer = self.person(self.reihen[i].wer)?.clone();
        for _ in 0..4 {
            let detail = self.detail(&id, &wer)?;
            let luecken = detail["luecken"].as_array().cloned().unwrap_or_default();
            if luecken.is_empty() {
                break;
            }
            let mut ops = Vec::new();
            for luecke in luecken {
                let kennung = luecke["frage"].as_str().unwrap_or_default().to_owned();
                let frage = self.frage(i, &kennung)?.clone();
                if luecke["art"] == "nachweis" {
                    ops.push(self.nachweis(&id, &frage, jahr, i)?);
                } else {
                    ops.push(self.antwort(&id, &frage, i)?);
                }
            }
            api::aendern_viele(&self.bau.haus, &wer, None, ops, &Fortschritt::default())?;
        }
        Ok(())
    }

    fn frage(&self, i: usize, kennung: &str) -> Ergebnis<&Kontrollfrage> {
        fragen(&self.katalog(self.reihen[i].kennung)?.1.kapitel)
            .find(|f| f.kennung == kennung)
            .ok_or_else(|| Fehler::intern(format!("demo data: {kennung}")))
    }

    fn antwort(&mut self, id: &str, frage: &Kontrollfrage, i: usize) -> Ergebnis<Operation> {
        use Listenantwort as A;
        let anteile: &[(u64, A)] = match self.reihen[i].letzte.get(&frage.kennung) {
            None => &[(74, A::Erfuellt), (14, A::Teilweise), (8, A::NichtErfuellt), (4, A::NichtAnwendbar)],
            Some(A::Erfuellt) => &[(960, A::Erfuellt), (28, A::Teilweise), (12, A::NichtErfuellt)],
            Some(A::Teilweise) => &[(58, A::Erfuellt), (37, A::Teilweise), (5, A::NichtErfuellt)],
            Some(A::NichtErfuellt) => &[(30, A::Erfuellt), (30, A::Teilweise), (40, A::NichtErfuellt)],
            Some(A::NichtAnwendbar) => &[(1, A::NichtAnwendbar)],
        };
        let wert = gewichtet(&mut self.wuerfel, anteile).unwrap_or(A::Erfuellt);
        // An essential question without evidence is never said not to apply.
        let wert = if wert == A::NichtAnwendbar && frage.gewicht == 3 { A::Erfuellt } else { wert };
        self.reihen[i].letzte.insert(frage.kennung.clone(), wert);
        let bemerkung = match wert {
            A::Erfuellt => "",
            A::NichtAnwendbar => "Diese Aufgabe nimmt die Bundesagentur für Arbeit zentral wahr.",
            _ => self.wuerfel.aus(&ABWEICHUNG).copied().unwrap_or_default(),
        };
        Operation::aus_json(
            "pruefliste.antworten",
            json!({"id": id, "frage": frage.kennung, "wert": wert, "bemerkung": bemerkung, "version": 0}),
        )
    }

    /// Evidence: a reference to where it lies. The very first one brings its file along.
    fn nachweis(&mut self, id: &str, frage: &Kontrollfrage, jahr: i32, i: usize) -> Ergebnis<Operation> {
        let text: String = frage.nachweis.chars().take(200).collect();
        let vor = self.wuerfel.unter(200);
        let datum = self.bau.heute().checked_sub_days(Days::new(20 + vor)).unwrap_or_default();
        let ablage = if self.reihen[i].team.is_some() { "Teamablage" } else { "E-AKTE Organisation" };
        Operation::aus_json(
            "pruefliste.nachweis_anlegen",
            json!({"durchgang_id": id, "frage": frage.kennung, "bezeichnung": format!("{text} ({ablage}, {})", jahr % 100 + 2000),
                   "datum": datum, "datei": self.datei()?}),
        )
    }

    /// The one file of the demo house; `None` once it is attached.
    fn datei(&mut self) -> Ergebnis<Option<PathBuf>> {
        if self.angehaengt {
            return Ok(None);
        }
        self.angehaengt = true;
        let pfad = self.ordner.path().join("Bestellung und Aufgaben.txt");
        std::fs::write(&pfad, DATEI)
            .map_err(|e| Fehler::datei("Der Nachweis der Demodaten lässt sich nicht schreiben.", e))?;
        Ok(Some(pfad))
    }

    fn durchgang(&self, stelle: (usize, i32)) -> Ergebnis<String> {
        self.durchgaenge.get(&stelle).cloned().ok_or_else(|| Fehler::intern("demo data: run"))
    }

    fn schritt(&self, stelle: (usize, i32), op: &str, wer: &str, grund: Option<&str>) -> Ergebnis<()> {
        let id = self.durchgang(stelle)?;
        let wer = self.person(wer)?;
        let mut r = json!({"id": id, "version": self.detail(&id, wer)?["durchgang"]["version"]});
        if let Some(grund) = grund {
            r["grund"] = json!(grund);
        }
        self.bau.aendern(wer, &format!("pruefliste.{op}"), r).map(drop)
    }

    /// One answer was misunderstood: a correction with its own release.
    fn berichtigen(&mut self, i: usize, jahr: i32) -> Ergebnis<()> {
        let id = self.durchgang((i, jahr))?;
        let (wer, freigabe) = (self.reihen[i].wer, self.reihen[i].freigabe);
        let person = self.person(wer)?.clone();
        let detail = self.detail(&id, &person)?;
        let r = json!({"id": id, "version": detail["durchgang"]["version"],
                       "grund": "Eine Antwort bezog sich auf das Vorjahr; der Bildschirmschoner ist seit März eingerichtet."});
        let neu = erste_id(&self.bau.aendern(&person, "pruefliste.berichtigen", r)?)?;
        let antwort = detail["antworten"]
            .as_array()
            .and_then(|a| a.iter().find(|a| a["wert"] != "erfuellt").or(a.first()))
            .ok_or_else(|| Fehler::intern("demo data: answer"))?;
        self.bau.aendern(
            &person,
            "pruefliste.antworten",
            json!({"id": neu, "frage": antwort["frage"], "wert": "teilweise", "bemerkung": "Seit März eingerichtet, in der Eingangszone noch nicht.", "version": 1}),
        )?;
        self.durchgaenge.insert((i, jahr), neu);
        // The changed answer may ask for evidence.
        self.antworten(i, jahr)?;
        self.schritt((i, jahr), "vorlegen", wer, None)?;
        self.schritt((i, jahr), "freigeben", freigabe, None)
    }
}
