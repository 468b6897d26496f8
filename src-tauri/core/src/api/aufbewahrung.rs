//! Retention for the whole house: the years of each kind, what is due, and its removal by two people.

use super::Leer;
use super::rechte;
use super::register::modul;
use super::tuer::{Aenderung, Auftrag, Frage, oder_konflikt};
use crate::audit::ObjektArt;
use crate::aufbewahrung::{
    Aufbewahrungsart, BLEIBENDES, Faelligkeit, Haltegrund, JAHRE, faelligkeit, halten, stichtag,
};
use crate::aufzaehlung::Aufzaehlung;
use crate::benutzer::{Benutzer, Rolle};
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::{Haus, Sitzung};
use crate::storage::{Aufbewahrungsdauer, Lesen, Loeschung};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use ts_rs::TS;

modul! {
    operationen AufbewahrungOperation {
        Speichern(AufbewahrungSpeichern) = "aufbewahrung.speichern", "Dauer der Aufbewahrung ändern" => speichern;
        Entfernen(AufbewahrungEntfernen) = "aufbewahrung.entfernen", "Nach der Aufbewahrungsregel entfernen" => entfernen;
    }
    abfragen AufbewahrungAbfrage {
        Uebersicht(Leer) -> Aufbewahrungsuebersicht = "aufbewahrung.uebersicht", "Aufbewahrung ansehen" => uebersicht;
        Vorschau(AufbewahrungVorschau) -> Aufbewahrungsvorschau = "aufbewahrung.vorschau", "Aufbewahrung vor einer Änderung ansehen" => vorschau;
    }
}

/// Sets the years of a kind.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AufbewahrungSpeichern {
    /// Kind.
    pub art: Aufbewahrungsart,
    /// Expected version; 0 for the first change.
    pub version: i64,
    /// Years, 1 to 30.
    pub jahre: u32,
}

/// Asks what another number of years would make due.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AufbewahrungVorschau {
    /// Kind.
    pub art: Aufbewahrungsart,
    /// Years, 1 to 30.
    pub jahre: u32,
}

/// What would be due today.
#[derive(Debug, Serialize, TS)]
pub struct Aufbewahrungsvorschau {
    /// What ended before this day.
    #[ts(type = "string")]
    pub stichtag: NaiveDate,
    /// How many.
    pub faellig: u64,
}

/// Removes the plain data of everything that is due, as the two people were shown it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AufbewahrungEntfernen {
    /// Kind.
    pub art: Aufbewahrungsart,
    /// Cut-off day that was shown.
    #[ts(type = "string")]
    pub stichtag: NaiveDate,
    /// Number that was shown.
    pub anzahl: u64,
}

/// The rules of the house and what was removed.
#[derive(Debug, Serialize, TS)]
pub struct Aufbewahrungsuebersicht {
    /// One for each kind.
    pub regeln: Vec<Aufbewahrungszeile>,
    /// Registers from which nothing is removed.
    pub bleibendes: Vec<Bleibendeszeile>,
    /// Removals, newest first.
    pub loeschungen: Vec<Loeschungszeile>,
    /// The person may remove; a second one signs with her.
    pub darf_entfernen: bool,
}

/// A register from which nothing is removed.
#[derive(Debug, Serialize, TS)]
pub struct Bleibendeszeile {
    /// Its German name.
    pub titel: String,
    /// Why.
    pub warum: String,
}

/// One kind of records.
#[derive(Debug, Serialize, TS)]
pub struct Aufbewahrungszeile {
    /// Kind.
    pub art: Aufbewahrungsart,
    /// Its German name.
    pub titel: String,
    /// Years that hold now.
    pub jahre: u32,
    /// Years that the program proposes.
    pub vorgabe: u32,
    /// From when they count.
    pub beginn: String,
    /// Why the program proposes so many, as it goes on after the number: "weil …".
    pub warum: String,
    /// In a word, what goes.
    pub was: String,
    /// What goes.
    pub entfernt: String,
    /// What stays.
    pub bleibt: String,
    /// Who set them (sign and name); `None` while the proposal holds.
    pub geaendert_von: Option<String>,
    /// Since when.
    #[ts(type = "string | null")]
    pub geaendert_am: Option<NaiveDate>,
    /// For optimistic locking; 0 while the proposal holds.
    pub version: i64,
    /// What ended before this day is due.
    #[ts(type = "string")]
    pub stichtag: NaiveDate,
    /// How many are due.
    pub faellig: u64,
    /// How many are held back.
    pub gehalten: Vec<Haltezeile>,
}

/// Records that stay although their own time is over.
#[derive(Debug, Serialize, TS)]
pub struct Haltezeile {
    /// Why.
    pub grund: Haltegrund,
    /// In German.
    pub titel: String,
    /// How many.
    pub anzahl: u64,
}

/// A removal.
#[derive(Debug, Serialize, TS)]
pub struct Loeschungszeile {
    /// Id.
    pub id: String,
    /// When.
    #[ts(type = "string")]
    pub am: NaiveDate,
    /// German name of the kind.
    pub titel: String,
    /// Years of the rule.
    pub jahre: u32,
    /// What ended before this day.
    #[ts(type = "string")]
    pub stichtag: NaiveDate,
    /// How many.
    pub anzahl: u64,
    /// Both people by their signs.
    pub personen: [String; 2],
}

/// The rule of a kind as it holds today.
struct Stand {
    dauer: Option<Aufbewahrungsdauer>,
    jahre: u32,
    stichtag: NaiveDate,
}

/// What is due today, and what is held back.
fn faellige(l: &Lesen<'_>, haus: &Haus, art: Aufbewahrungsart, stichtag: NaiveDate) -> Ergebnis<Faelligkeit> {
    let heute = haus.umgebung().heute();
    let mut vorgaenge = l.aufzubewahrende(art, heute)?;
    match art {
        // It stays as long as the Widerspruch found in it.
        Aufbewahrungsart::Kundenreaktion => {
            let andere = Aufbewahrungsart::Widerspruch;
            halten(&mut vorgaenge, &l.aufzubewahrende(andere, heute)?, stand(l, andere, heute)?.stichtag);
        }
        // It stays as long as a Nachschau may have to look into its cases.
        Aufbewahrungsart::Fachaufsicht => {
            let alle = vorgaenge.clone();
            halten(&mut vorgaenge, &alle, stichtag);
        }
        // Withdrawn evidence may still have its file, or have lost it to "Datei vernichten".
        Aufbewahrungsart::Pruefliste => {
            let mit_datei: HashSet<String> = l
                .zurueckgezogene_anhaenge()?
                .into_iter()
                .filter(|(_, anhang)| haus.anhang_vorhanden(anhang))
                .map(|(durchgang, _)| durchgang)
                .collect();
            vorgaenge.iter_mut().for_each(|v| v.klar |= mit_datei.contains(&v.id));
        }
        Aufbewahrungsart::Widerspruch | Aufbewahrungsart::Betroffenenanfrage => {}
    }
    Ok(faelligkeit(&vorgaenge, stichtag))
}

fn stand(l: &Lesen<'_>, art: Aufbewahrungsart, heute: NaiveDate) -> Ergebnis<Stand> {
    let dauer = l.aufbewahrungsdauer(art)?;
    let jahre = dauer.as_ref().map_or(art.regel().jahre, |d| d.jahre);
    Ok(Stand { dauer, jahre, stichtag: stichtag(heute, jahre) })
}

fn uebersicht(f: &Frage<'_>, _: Leer) -> Ergebnis<Aufbewahrungsuebersicht> {
    let personen = f.l.alle_benutzer()?;
    let regeln = Aufbewahrungsart::ALLE
        .iter()
        .map(|art| zeile(f.l, f.haus, *art, &personen))
        .collect::<Ergebnis<Vec<_>>>()?;
    let loeschungen = f.l.loeschungen()?.into_iter().map(|l| Loeschungszeile {
        id: l.id,
        am: l.am,
        titel: l.art.titel().to_owned(),
        jahre: l.jahre,
        stichtag: l.stichtag,
        anzahl: l.anzahl,
        personen: [l.von, l.mit].map(|id| zeichen(&personen, &id)),
    });
    let bleibendes =
        BLEIBENDES.iter().map(|b| Bleibendeszeile { titel: b.titel.to_owned(), warum: b.warum.to_owned() });
    Ok(Aufbewahrungsuebersicht {
        regeln,
        bleibendes: bleibendes.collect(),
        loeschungen: loeschungen.collect(),
        darf_entfernen: rechte::darf(f.sitzung, "aufbewahrung.entfernen"),
    })
}

fn zeichen(personen: &[Benutzer], id: &str) -> String {
    personen.iter().find(|b| b.id == id).map(|b| b.zeichen.clone()).unwrap_or_default()
}

fn zeile(
    l: &Lesen<'_>,
    haus: &Haus,
    art: Aufbewahrungsart,
    personen: &[Benutzer],
) -> Ergebnis<Aufbewahrungszeile> {
    let s = stand(l, art, haus.umgebung().heute())?;
    let Faelligkeit { faellig, gehalten } = faellige(l, haus, art, s.stichtag)?;
    let regel = art.regel();
    Ok(Aufbewahrungszeile {
        art,
        titel: art.titel().to_owned(),
        jahre: s.jahre,
        vorgabe: regel.jahre,
        beginn: regel.beginn.to_owned(),
        warum: regel.warum.to_owned(),
        was: regel.was.to_owned(),
        entfernt: regel.entfernt.to_owned(),
        bleibt: regel.bleibt.to_owned(),
        geaendert_von: s.dauer.as_ref().map(|d| zeichen(personen, &d.geaendert_von)),
        geaendert_am: s.dauer.as_ref().map(|d| d.geaendert_am),
        version: s.dauer.as_ref().map_or(0, |d| d.version),
        stichtag: s.stichtag,
        faellig: faellig.len() as u64,
        gehalten: gehalten
            .into_iter()
            .map(|(grund, anzahl)| Haltezeile { grund, titel: grund.titel().to_owned(), anzahl })
            .collect(),
    })
}

fn pruefe_jahre(jahre: u32) -> Ergebnis<()> {
    if JAHRE.contains(&jahre) {
        return Ok(());
    }
    Err(Fehler::feld("jahre", format!("Bitte geben Sie {} bis {} Jahre an.", JAHRE.start(), JAHRE.end())))
}

fn vorschau(f: &Frage<'_>, r: AufbewahrungVorschau) -> Ergebnis<Aufbewahrungsvorschau> {
    pruefe_jahre(r.jahre)?;
    let stichtag = stichtag(f.haus.umgebung().heute(), r.jahre);
    let faellig = faellige(f.l, f.haus, r.art, stichtag)?.faellig.len() as u64;
    Ok(Aufbewahrungsvorschau { stichtag, faellig })
}

fn speichern(a: &Auftrag<'_>, r: AufbewahrungSpeichern) -> Ergebnis<Aenderung> {
    pruefe_jahre(r.jahre)?;
    let neu = Aufbewahrungsdauer {
        jahre: r.jahre,
        geaendert_von: a.sitzung.benutzer_id().to_owned(),
        geaendert_am: a.haus.umgebung().heute(),
        version: r.version,
    };
    oder_konflikt(a.s.aufbewahrungsdauer_speichern(r.art, &neu, &a.salz()), "Die Aufbewahrung", || {
        let personen = a.s.alle_benutzer()?;
        Ok(zeile(a.s, a.haus, r.art, &personen).ok())
    })?;
    Ok(Aenderung::an(ObjektArt::AUFBEWAHRUNG, r.art.name()))
}

fn entfernen(a: &Auftrag<'_>, r: AufbewahrungEntfernen) -> Ergebnis<Aenderung> {
    let heute = a.haus.umgebung().heute();
    let s = stand(a.s, r.art, heute)?;
    let faellig = faellige(a.s, a.haus, r.art, s.stichtag)?.faellig;
    let anzahl = faellig.len() as u64;
    // Both people sign what they were shown, and nothing else.
    if (s.stichtag, anzahl) != (r.stichtag, r.anzahl) {
        return Err(Fehler::regel(
            "Was fällig ist, hat sich inzwischen geändert. Bitte laden Sie die Seite neu und prüfen Sie die Zahl.",
        ));
    }
    if anzahl == 0 {
        return Err(Fehler::regel("Es ist nichts fällig."));
    }
    let erste = erste_person(a)?;
    let loeschung = Loeschung {
        id: a.neue_id(),
        art: r.art,
        jahre: s.jahre,
        stichtag: s.stichtag,
        anzahl,
        am: heute,
        von: erste.benutzer_id().to_owned(),
        mit: a.sitzung.benutzer_id().to_owned(),
    };
    let mitgegangen = a.s.klardaten_entfernen(&loeschung, &faellig, &a.salz())?;
    let mut hinweise = Vec::new();
    if r.art == Aufbewahrungsart::Pruefliste {
        dateien_vernichten(a, &faellig)?;
        hinweise.push(
            "In älteren Sicherungen liegen die Dateien noch. Bitte lassen Sie diese Sicherungen löschen, sobald eine neue da ist.",
        );
    }
    // One entry, whatever the number: the records themselves stay as they were sealed. Only sealed rows that go
    // with them get an entry each, or the chain would miss them.
    let aenderung = mitgegangen
        .into_iter()
        .fold(Aenderung::an(ObjektArt::LOESCHUNG, loeschung.id), |x, (art, id)| x.und(art, id));
    Ok(hinweise.into_iter().fold(aenderung, Aenderung::mit_hinweis))
}

/// Destroys the attached files of runs. Before the commit: "entfernt" must not be said of a file that could not be
/// removed. If one cannot, or the commit fails, the evidence stands without those that are gone, and this can be done
/// again (ADR 0007).
fn dateien_vernichten(a: &Auftrag<'_>, durchgaenge: &[String]) -> Ergebnis<()> {
    for id in durchgaenge {
        for anhang in a.s.anhaenge_des_durchgangs(id)? {
            a.haus.anhang_loeschen(&anhang)?;
        }
    }
    Ok(())
}

/// The person at the desk, beside whom the acting one signs: both may remove, and one of them is Administration.
fn erste_person(a: &Auftrag<'_>) -> Ergebnis<Sitzung> {
    let Some(platz) = a.platz else {
        return Err(Fehler::vier_augen(
            "Nach der Aufbewahrungsregel entfernen zwei Personen gemeinsam. Bitte lassen Sie eine zweite Person mitzeichnen.",
        ));
    };
    let erste = platz.frisch(a.s.benutzer(platz.benutzer_id())?)?;
    rechte::verlange(&erste, "aufbewahrung.entfernen")?;
    if ![&erste, a.sitzung].into_iter().any(|p| p.hat(Rolle::Administration)) {
        return Err(Fehler::vier_augen("Eine der beiden Personen muss die Administration sein."));
    }
    Ok(erste)
}

/// German sentences where removals and missing plain data do not agree.
pub(super) fn loeschbefunde(l: &Lesen<'_>) -> Ergebnis<Vec<String>> {
    let mut saetze = Vec::new();
    for art in Aufbewahrungsart::ALLE {
        let a = l.loeschabgleich(*art)?;
        let befunde = [
            (a.anzahl, "Entfernungen, die eine andere Zahl von Vorgängen nennen als verzeichnet"),
            (a.ohne_loeschung, "Vorgänge ohne Klardaten, die keine Entfernung nennt"),
            (a.wieder_da, "Vorgänge, die wieder Klardaten haben, obwohl sie entfernt wurden"),
        ];
        let befunde = befunde.into_iter().filter(|(anzahl, _)| *anzahl > 0);
        saetze
            .extend(befunde.map(|(anzahl, was)| format!("Aufbewahrung ({}): {was}: {anzahl}.", art.titel())));
    }
    Ok(saetze)
}
