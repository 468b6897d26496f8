//! Checks: planning, list, detail, end.

use super::nachschau::{self, NachschauAnlegen, Nachschauvorschlag};
use super::{doppelpruefung, listen, pruefung_laden, sicht};
use crate::api::haus::pruefe_text;
use crate::api::register::modul;
use crate::api::tuer::{Aenderung, Auftrag, Frage, oder_konflikt};
use crate::api::{Blatt, rechte};
use crate::audit::ObjektArt;
use crate::einlesen::Auswahleinheit;
use crate::fachaufsicht::planung::{Planungsantwort, vorschlaege};
use crate::fachaufsicht::pruefung::{Pruefung, Pruefungsplan, Pruefungszaehler, Stand, Uebergang, nummer};
use crate::fachaufsicht::thema::Pruefthema;
use crate::fehler::{Ergebnis, Fehler};
use crate::pruefprogramm::Vorgabe;
use crate::stichprobe::{Dezimal, StichprobeFehler};
use crate::storage::{
    Nachschauverweis, PruefungFilter, Pruefungssortierung, Pruefungszeile, Sicht, Vorlagenkopf,
};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

modul! {
    operationen PruefungOperation {
        Anlegen(PruefungAnlegen) = "pruefung.anlegen", "Prüfung anlegen" => anlegen;
        NachschauAnlegen(NachschauAnlegen) = "pruefung.nachschau_anlegen", "Nachschau der korrigierten Fälle anlegen" => nachschau::anlegen;
        Aendern(PruefungAendern) = "pruefung.aendern", "Planung einer Prüfung ändern" => aendern;
        NichtDurchfuehren(PruefungNichtDurchfuehren) = "pruefung.nicht_durchfuehren", "Prüfung als nicht durchgeführt beenden" => nicht_durchfuehren;
        Abschliessen(PruefungAbschliessen) = "pruefung.abschliessen", "Prüfung abschließen" => abschliessen;
        Exportieren(listen::PruefungExportieren) = "pruefung.exportieren", "Liste der Prüfungen ausgeben" => listen::pruefungen;
    }
    abfragen PruefungAbfrage {
        Liste(PruefungListe) -> PruefungListeAntwort = "pruefung.liste", "Prüfungen ansehen" => liste;
        Lesen(PruefungLesen) -> PruefungDetail = "pruefung.lesen", "Einzelne Prüfung ansehen" => lesen;
        Nachschauvorschlag(PruefungLesen) -> Nachschauvorschlag = "pruefung.nachschau_vorschlag", "Nachschau vorschlagen lassen" => nachschau::vorschlag;
        Planung(PlanungFrage) -> Planungsantwort = "pruefung.planung", "Stichprobenumfang planen" => planung;
    }
}

/// A new check.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PruefungAnlegen {
    /// Everything that is fixed before the draw.
    pub plan: Pruefungsplan,
}

/// Changes the planning, as long as no population is read.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PruefungAendern {
    /// Which.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Everything that is fixed before the draw.
    pub plan: Pruefungsplan,
}

/// Ends a check without a result; a proper end that stays visible.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PruefungNichtDurchfuehren {
    /// Which.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// Why.
    pub grund: String,
}

/// Ends a check with its result.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PruefungAbschliessen {
    /// Which.
    pub id: String,
    /// Expected version.
    pub version: i64,
}

/// One page of the list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PruefungListe {
    /// What to leave out.
    pub filter: PruefungFilter,
    /// By what to sort.
    pub sortierung: Pruefungssortierung,
    /// Highest first.
    pub absteigend: bool,
    /// Which rows.
    pub blatt: Blatt,
}

/// One page of the list, and the years to filter by.
#[derive(Debug, Serialize, TS)]
pub struct PruefungListeAntwort {
    /// The rows of this page.
    pub zeilen: Vec<Pruefungszeile>,
    /// How many rows there are in all.
    pub gesamt: u64,
    /// Years in which checks were created, newest first.
    pub jahre: Vec<i32>,
}

/// Which check.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PruefungLesen {
    /// Id.
    pub id: String,
}

/// A check with everything around it.
#[derive(Debug, Serialize, TS)]
pub struct PruefungDetail {
    /// The check.
    pub pruefung: Pruefung,
    /// Its theme.
    pub thema: Pruefthema,
    /// Its version of the check sheet, without items.
    pub vorlage: Vorlagenkopf,
    /// Name of the area.
    pub bereich: String,
    /// Its teams by name.
    pub teams: Vec<Teamangabe>,
    /// Number of the check that this Nachschau follows.
    pub nachschau_nummer: Option<String>,
    /// Its cases are the corrected ones of that check.
    pub korrigierte: bool,
    /// Checks that follow this one, as far as the person sees them.
    pub nachschauen: Vec<Nachschauverweis>,
    /// Where the Prüfprogramm plans it.
    pub programm: Option<Programmbezug>,
    /// When its numbers and display columns were removed by the rule of retention.
    #[ts(type = "string | null")]
    pub entfernt_am: Option<NaiveDate>,
    /// Sign of who planned it.
    pub angelegt_zeichen: String,
    /// Sign of who ended it.
    pub beendet_zeichen: Option<String>,
    /// How far it is, as far as the person may see.
    pub zaehler: Pruefungszaehler,
    /// What stands against closing it.
    pub hindernisse: Vec<String>,
    /// What is to be known before closing it: second sheets that are still open.
    pub vor_dem_abschluss: Option<String>,
    /// The next step as a sentence.
    pub naechster_schritt: String,
    /// What the person may do now.
    pub darf: PruefungHandlungen,
}

/// The month of a programme that a check is for.
#[derive(Debug, Serialize, TS)]
pub struct Programmbezug {
    /// Year.
    pub jahr: i32,
    /// From 1.
    pub monat: u32,
    /// Units of each team, fixed by the programme.
    pub vorgaben: Vec<Vorgabe>,
}

/// A team of a check.
#[derive(Debug, Serialize, TS)]
pub struct Teamangabe {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Fewer than five employees: results are merged into the area.
    pub unter_fuenf: bool,
}

/// What a person may do with a check in its present state.
#[derive(Debug, Serialize, TS)]
pub struct PruefungHandlungen {
    /// Change the planning.
    pub aendern: bool,
    /// End it without a result.
    pub nicht_durchfuehren: bool,
    /// Close it; nothing stands against it.
    pub abschliessen: bool,
    /// Plan a check that follows it.
    pub nachschau: bool,
}

/// "Wie viele Akten muss ich prüfen?"
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanungFrage {
    /// Units in the population, known or guessed.
    pub grundgesamtheit: u64,
    /// What one unit is.
    pub auswahleinheit: Auswahleinheit,
    /// The error rate shall be below this, as a rate.
    pub ziel: Dezimal,
    /// Confidence as a rate.
    pub konfidenz: Dezimal,
    /// Error rate that the person believes in.
    pub wahre_rate: Dezimal,
}

/// Checks a plan by itself and against what it refers to; sentences worth knowing come back.
pub(in crate::api) fn plan_pruefen(
    a: &Auftrag<'_>,
    plan: Pruefungsplan,
    selbst: Option<&str>,
) -> Ergebnis<(Pruefungsplan, Vec<String>)> {
    let plan = plan.geprueft()?;
    let feld = |name: &str, text: &str| Fehler::feld(&format!("plan.{name}"), text);
    let thema =
        a.s.pruefthema(&plan.thema_id)?
            .filter(|t| t.aktiv || selbst.is_some())
            .ok_or_else(|| feld("thema_id", "Bitte wählen Sie ein Prüfthema."))?;
    let vorlage =
        a.s.bogenvorlage(&plan.vorlage_id)?
            .filter(|v| v.thema_id == thema.id)
            .ok_or_else(|| feld("vorlage_id", "Bitte wählen Sie eine Fassung des Prüfbogens."))?;
    if !a.s.bereiche()?.iter().any(|b| b.id == plan.bereich_id) {
        return Err(feld("bereich_id", "Bitte wählen Sie einen Bereich."));
    }
    let teams = a.s.teams()?;
    let im_bereich = |id: &String| teams.iter().any(|t| t.id == *id && t.bereich_id == plan.bereich_id);
    if !plan.teams.iter().all(im_bereich) {
        return Err(feld("teams", "Bitte wählen Sie nur Teams des gewählten Bereichs."));
    }
    if let Some(id) = &plan.nachschau_zu {
        let frueher = a.s.pruefung_sichtbar(&sicht(a.sitzung, a.umfang), id)?;
        if frueher.is_none_or(|p| Some(p.id.as_str()) == selbst) {
            return Err(feld("nachschau_zu", "Bitte wählen Sie eine frühere Prüfung."));
        }
    }
    let mut hinweise = Vec::new();
    if vorlage.freigegeben_von.is_none() {
        hinweise.push(format!(
            "Fassung {} des Prüfbogens ist ungeprüft. Bitte geben Sie sie frei, bevor geprüft wird.",
            vorlage.nummer
        ));
    }
    Ok((plan, hinweise))
}

/// Marks the version of the sheet as used, so that its content stays for ever.
fn vorlage_verwenden(a: &Auftrag<'_>, aenderung: Aenderung, vorlage_id: &str) -> Ergebnis<Aenderung> {
    Ok(if a.s.bogenvorlage_verwenden(vorlage_id)? {
        aenderung.und(ObjektArt::BOGENVORLAGE, vorlage_id)
    } else {
        aenderung
    })
}

fn anlegen(a: &Auftrag<'_>, anfrage: PruefungAnlegen) -> Ergebnis<Aenderung> {
    let (plan, hinweise) = plan_pruefen(a, anfrage.plan, None)?;
    let (_, aenderung) = anlegen_nach_plan(a, plan)?;
    Ok(hinweise.into_iter().fold(aenderung, Aenderung::mit_hinweis))
}

/// Makes the check of a plan that fits.
pub(in crate::api) fn anlegen_nach_plan(
    a: &Auftrag<'_>,
    plan: Pruefungsplan,
) -> Ergebnis<(Pruefung, Aenderung)> {
    let jahr = a.haus.umgebung().heute().year();
    let pruefung = Pruefung {
        id: a.neue_id(),
        nummer: nummer(jahr, a.s.letzte_pruefungsnummer(jahr)? + 1),
        plan,
        stand: Stand::Geplant,
        grund: String::new(),
        angelegt_von: a.sitzung.benutzer_id().to_owned(),
        angelegt_am: a.haus.umgebung().zeitstempel(),
        beendet_am: None,
        beendet_von: None,
        version: 1,
    };
    a.s.pruefung_anlegen(&pruefung, &a.salz())?;
    let aenderung = Aenderung::an(ObjektArt::PRUEFUNG, pruefung.id.clone());
    let aenderung = vorlage_verwenden(a, aenderung, &pruefung.plan.vorlage_id)?;
    Ok((pruefung, aenderung))
}

fn aendern(a: &Auftrag<'_>, anfrage: PruefungAendern) -> Ergebnis<Aenderung> {
    let vorher = pruefung_laden(a.s, a.sitzung, a.umfang, &anfrage.id)?;
    vorher.stand.nach(Uebergang::Aendern)?;
    let (plan, hinweise) = plan_pruefen(a, anfrage.plan, Some(&vorher.id))?;
    if a.s.programmpruefung(&vorher.id)?.is_some() && !vorher.plan.gleich_im_programm(&plan) {
        return Err(Fehler::regel(
            "Thema, Teams, Anzahl und Festlegungen dieser Prüfung stehen im Prüfprogramm. Hier lassen sich Prüfzeitraum, Prüfbogen, die Regel für eine Erweiterung und der Tag der Beteiligung des Datenschutzes ändern.",
        ));
    }
    let neu = Pruefung { plan, version: anfrage.version, ..vorher };
    oder_konflikt(a.s.pruefung_aendern(&neu), "Die Prüfung", || a.s.pruefung(&anfrage.id))?;
    let aenderung =
        hinweise.into_iter().fold(Aenderung::an(ObjektArt::PRUEFUNG, anfrage.id), Aenderung::mit_hinweis);
    vorlage_verwenden(a, aenderung, &neu.plan.vorlage_id)
}

fn nicht_durchfuehren(a: &Auftrag<'_>, anfrage: PruefungNichtDurchfuehren) -> Ergebnis<Aenderung> {
    let grund = pruefe_text("grund", &anfrage.grund, 5, 500)?;
    let pruefung = pruefung_laden(a.s, a.sitzung, a.umfang, &anfrage.id)?;
    let stand = pruefung.stand.nach(Uebergang::NichtDurchfuehren)?;
    beenden(a, (&anfrage.id, anfrage.version), stand, &grund)
}

fn abschliessen(a: &Auftrag<'_>, anfrage: PruefungAbschliessen) -> Ergebnis<Aenderung> {
    let pruefung = pruefung_laden(a.s, a.sitzung, a.umfang, &anfrage.id)?;
    let stand = pruefung.stand.nach(Uebergang::Abschliessen)?;
    // Counted over the whole check, whatever the person may see of it.
    let alles = Sicht { haus: true, ..Sicht::default() };
    let heute = a.haus.umgebung().heute();
    let hindernisse = a.s.pruefung_zaehler(&alles, &pruefung.id, heute)?.hindernisse();
    if !hindernisse.is_empty() {
        return Err(Fehler::regel(format!(
            "Die Prüfung lässt sich noch nicht abschließen. {}",
            hindernisse.join(" ")
        )));
    }
    beenden(a, (&anfrage.id, anfrage.version), stand, "")
}

/// Either end. The plain numbers of what was not drawn have served their purpose at the latest now.
fn beenden(a: &Auftrag<'_>, bezug: (&str, i64), stand: Stand, grund: &str) -> Ergebnis<Aenderung> {
    let am = a.haus.umgebung().zeitstempel();
    oder_konflikt(
        a.s.pruefung_beenden(bezug, stand, grund, (a.sitzung.benutzer_id(), &am)),
        "Die Prüfung",
        || a.s.pruefung(bezug.0),
    )?;
    a.s.klarnummern_der_grundgesamtheit_loeschen(bezug.0)?;
    Ok(Aenderung::an(ObjektArt::PRUEFUNG, bezug.0))
}

fn liste(f: &Frage<'_>, anfrage: PruefungListe) -> Ergebnis<PruefungListeAntwort> {
    let mut filter = anfrage.filter;
    filter.text = pruefe_text("filter.text", &filter.text, 0, 100)?;
    let (zeilen, gesamt) = f.l.pruefungen(
        &sicht(f.sitzung, f.umfang),
        &filter,
        (anfrage.sortierung, anfrage.absteigend),
        (anfrage.blatt.ab, anfrage.blatt.anzahl()),
    )?;
    Ok(PruefungListeAntwort { zeilen, gesamt, jahre: f.l.pruefungsjahre()? })
}

fn lesen(f: &Frage<'_>, anfrage: PruefungLesen) -> Ergebnis<PruefungDetail> {
    let pruefung = pruefung_laden(f.l, f.sitzung, f.umfang, &anfrage.id)?;
    let fehlt = || Fehler::nicht_gefunden("Die Prüfung");
    let plan = &pruefung.plan;
    let zaehler =
        f.l.pruefung_zaehler(&sicht(f.sitzung, f.umfang), &pruefung.id, f.haus.umgebung().heute())?;
    let personen = f.l.alle_benutzer()?;
    let zeichen =
        |id: &str| personen.iter().find(|b| b.id == id).map_or_else(String::new, |b| b.zeichen.clone());
    let hindernisse = if pruefung.stand == Stand::Gezogen { zaehler.hindernisse() } else { Vec::new() };
    let geht =
        |operation, schritt| rechte::darf(f.sitzung, operation) && pruefung.stand.nach(schritt).is_ok();
    Ok(PruefungDetail {
        thema: f.l.pruefthema(&plan.thema_id)?.ok_or_else(fehlt)?,
        vorlage: f.l.vorlagenkopf(&plan.vorlage_id)?.ok_or_else(fehlt)?,
        bereich: f
            .l
            .bereiche()?
            .into_iter()
            .find(|b| b.id == plan.bereich_id)
            .map_or_else(String::new, |b| b.name),
        teams: f
            .l
            .teams()?
            .into_iter()
            .filter(|t| plan.teams.contains(&t.id))
            .map(|t| Teamangabe { id: t.id, name: t.name, unter_fuenf: t.unter_fuenf })
            .collect(),
        nachschau_nummer: match &plan.nachschau_zu {
            Some(id) => f.l.pruefung(id)?.map(|p| p.nummer),
            None => None,
        },
        korrigierte: f.l.nachschauliste(&pruefung.id)?.is_some(),
        nachschauen: f.l.nachschauen(&sicht(f.sitzung, f.umfang), &pruefung.id)?,
        programm: f.l.programmpruefung(&pruefung.id)?.map(|g| Programmbezug {
            jahr: g.jahr,
            monat: g.monat,
            vorgaben: g.vorgaben,
        }),
        entfernt_am: f.l.entfernt_am(&pruefung.id)?,
        angelegt_zeichen: zeichen(&pruefung.angelegt_von),
        beendet_zeichen: pruefung.beendet_von.as_deref().map(zeichen),
        naechster_schritt: zaehler.naechster_schritt(pruefung.stand),
        darf: PruefungHandlungen {
            aendern: geht("pruefung.aendern", Uebergang::Aendern),
            nicht_durchfuehren: geht("pruefung.nicht_durchfuehren", Uebergang::NichtDurchfuehren),
            abschliessen: geht("pruefung.abschliessen", Uebergang::Abschliessen) && hindernisse.is_empty(),
            nachschau: rechte::darf(f.sitzung, "pruefung.nachschau_vorschlag")
                && pruefung.stand == Stand::Abgeschlossen,
        },
        hindernisse,
        vor_dem_abschluss: match pruefung.stand {
            Stand::Gezogen => doppelpruefung::offene(f.l, &pruefung.id)?,
            _ => None,
        },
        zaehler,
        pruefung,
    })
}

fn planung(_: &Frage<'_>, anfrage: PlanungFrage) -> Ergebnis<Planungsantwort> {
    if anfrage.grundgesamtheit > 1_000_000 {
        return Err(Fehler::feld("grundgesamtheit", "Höchstens 1.000.000 Fälle."));
    }
    vorschlaege(
        anfrage.grundgesamtheit,
        anfrage.auswahleinheit,
        &anfrage.ziel,
        &anfrage.konfidenz,
        &anfrage.wahre_rate,
    )
    .map_err(|e| {
        let feld = match e {
            StichprobeFehler::InvalidConfidence => "konfidenz",
            StichprobeFehler::ExpectedNotBelowTolerable => "wahre_rate",
            StichprobeFehler::EmptyPopulation => "grundgesamtheit",
            _ => "ziel",
        };
        Fehler::feld(feld, e.to_string()).wegen(e)
    })
}
