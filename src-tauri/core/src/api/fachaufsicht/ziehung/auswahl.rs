//! Drawing, and extending a draw.

use super::super::auswertung::zweite_stufe;
use super::super::doppelpruefung;
use super::super::grundgesamtheit::{finde_einheiten, geladen, pseudonyme_lesen};
use super::versiegeln::begrenzt;
use super::{Teilnehmende, fortschreiben, pseudonyme, teilnehmende, ziehung_laden};
use crate::api::haus::pruefe_text;
use crate::api::organisation::Bezug;
use crate::api::tuer::{Aenderung, Auftrag, oder_konflikt};
use crate::audit::{ObjektArt, hex};
use crate::benutzer::Rolle;
use crate::einlesen::Einheit;
use crate::fachaufsicht::pruefung::{Auswahl, Uebergang};
use crate::fachaufsicht::ziehung::{ALGORITHMUS, ergebnis_hash, geordnet, plane, ziehe};
use crate::fachaufsicht::ziehungsprotokoll::zeilen;
use crate::fachaufsicht::zweistufig::je_stufe;
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::pruefprogramm::Pruefende;
use crate::stichprobe::{GezogeneEinheit, StichprobeFehler};
use crate::storage::{Grundgesamtheit, NeuerPrueffall, Ziehung};
use serde::Deserialize;
use std::collections::HashMap;
use ts_rs::TS;

/// Draws what was sealed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Ziehen {
    /// Draw with its expected version.
    pub ziehung: Bezug,
    /// Chosen units by number; only for a bewusste Auswahl.
    pub nummern: Vec<String>,
    /// Why these; only for a bewusste Auswahl.
    pub begruendung: String,
}

/// Draws further units under the same seed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Erweitern {
    /// Last draw of the check with its expected version.
    pub ziehung: Bezug,
    /// Further units.
    pub anzahl: u64,
    /// By the rule that was fixed before the draw.
    pub planmaessig: bool,
    /// Why.
    pub begruendung: String,
    /// The list again, if the draw is closed.
    pub datei: Option<String>,
}

pub(super) fn ziehen(a: &Auftrag<'_>, anfrage: Ziehen) -> Ergebnis<Aenderung> {
    let (mut z, p) = ziehung_laden(a, &anfrage.ziehung.id)?;
    if z.ergebnis_hash.is_some() {
        return Err(Fehler::regel("Diese Ziehung ist schon durchgeführt und bleibt, wie sie ist."));
    }
    z.version = anfrage.ziehung.version;
    let stand = p.stand.nach(Uebergang::Ziehen)?;
    let g = geladen(a.s, &p.id)?;
    let t = unveraendert(a, &g, &z)?;
    let gezogen = match z.art {
        Auswahl::Bewusst => bewusst(a, &g, &t, &mut z, &anfrage)?,
        _ if !anfrage.nummern.is_empty() => {
            return Err(Fehler::feld(
                "nummern",
                "Fälle werden nur bei einer bewussten Auswahl einzeln genannt.",
            ));
        }
        Auswahl::Zufall => {
            let startwert = z
                .startwert
                .as_deref()
                .ok_or_else(|| Fehler::regel("Es fehlt noch der vollständige Startwert."))?;
            ziehe(&t.liste, startwert, &z.aufteilung).map_err(unmoeglich)?
        }
        Auswahl::Voll => geordnet(&t.liste, (0..t.lfd.len()).collect()),
    };
    oder_konflikt(a.s.pruefung_stand(&p.id, p.version, stand), "Die Prüfung", || a.s.pruefung(&p.id))?;
    let aenderung = Aenderung::an(ObjektArt::PRUEFUNG, &p.id).und(ObjektArt::ZIEHUNG, &z.id);
    vollziehen(a, &t, &mut z, &gezogen);
    fortschreiben(a, &z)?;
    faelle_anlegen(a, &g, &t, &z, &gezogen, aenderung)
}

fn bewusst(
    a: &Auftrag<'_>,
    g: &Grundgesamtheit,
    t: &Teilnehmende,
    z: &mut Ziehung,
    anfrage: &Ziehen,
) -> Ergebnis<Vec<GezogeneEinheit>> {
    z.begruendung = pruefe_text("begruendung", &anfrage.begruendung, 10, 1_000)?;
    let platz: HashMap<i64, usize> = t.lfd.iter().enumerate().map(|(i, lfd)| (*lfd, i)).collect();
    let auswahl = finde_einheiten(a.s, g, &anfrage.nummern)?
        .iter()
        .map(|lfd| platz.get(lfd).copied())
        .collect::<Option<Vec<usize>>>()
        .ok_or_else(|| {
            Fehler::feld("nummern", "Mindestens ein genannter Fall ist von der Ziehung ausgeschlossen.")
        })?;
    let gezogen = geordnet(&t.liste, auswahl);
    let mut je_schicht = vec![0; t.liste.schichten.len()];
    for e in &gezogen {
        je_schicht[e.schicht] += 1;
    }
    z.anzahl = gezogen.len() as u64;
    begrenzt(z.anzahl)?;
    z.aufteilung = zeilen(&t.liste, &je_schicht);
    Ok(gezogen)
}

/// The units that take part, if they still are what was sealed.
fn unveraendert(a: &Auftrag<'_>, g: &Grundgesamtheit, z: &Ziehung) -> Ergebnis<Teilnehmende> {
    let t = teilnehmende(a.s, g)?;
    let gleich = t.liste.population_hash().as_deref() == Ok(z.population_hash.as_str())
        && t.liste.schicht_hash().as_deref() == Ok(z.schicht_hash.as_str());
    if gleich {
        Ok(t)
    } else {
        Err(Fehler::neu(
            Code::Beschaedigt,
            "Die gespeicherte Grundgesamtheit ist nicht mehr die versiegelte. Es wurde nichts gezogen. Bitte wenden Sie sich an die Administration und prüfen Sie das Protokoll.",
        ))
    }
}

fn vollziehen(a: &Auftrag<'_>, t: &Teilnehmende, z: &mut Ziehung, gezogen: &[GezogeneEinheit]) {
    z.ergebnis_hash = Some(ergebnis_hash(gezogen.iter().map(|e| t.liste.kennungen[e.index].as_str())));
    z.gezogen_von = Some(a.sitzung.benutzer_id().to_owned());
    z.gezogen_am = Some(a.haus.umgebung().zeitstempel());
}

fn faelle_anlegen(
    a: &Auftrag<'_>,
    g: &Grundgesamtheit,
    t: &Teilnehmende,
    z: &Ziehung,
    gezogen: &[GezogeneEinheit],
    mut aenderung: Aenderung,
) -> Ergebnis<Aenderung> {
    let pruefende = pruefende(a, &z.pruefung_id)?;
    for (e, position) in gezogen.iter().zip(z.ab + 1..) {
        let id = a.neue_id();
        let team_id = g.teams.get(t.team[e.index]).and_then(|x| x.team_id.as_deref());
        a.s.prueffall_ziehen(
            &NeuerPrueffall {
                id: &id,
                pruefung_id: &z.pruefung_id,
                ziehung_id: &z.id,
                position,
                lfd: t.lfd[e.index],
                pseudonym: &t.liste.kennungen[e.index],
                schicht: t.liste.schicht(e.index),
                team_id,
                betrag_cent: t.betrag_cent[e.index],
                zugewiesen_an: team_id.and_then(|t| pruefende.get(t)).map(String::as_str),
            },
            &a.salz(),
        )?;
        aenderung = aenderung.und(ObjektArt::PRUEFFALL, id);
    }
    if a.s.klarnummern_uebernehmen(&z.id, g.nr)? != gezogen.len() {
        return Err(Fehler::intern("drawn units without plain numbers"));
    }
    Ok(aenderung)
}

/// Who checks the cases of each team, where the Prüfprogramm gives them to the Teamleitung and there is exactly one.
fn pruefende(a: &Auftrag<'_>, pruefung_id: &str) -> Ergebnis<HashMap<String, String>> {
    let mut je_team: HashMap<String, Vec<String>> = HashMap::new();
    if a.s.programmpruefung(pruefung_id)?.is_some_and(|g| g.pruefende == Pruefende::Teamleitung) {
        let leitungen = a.s.alle_benutzer()?.into_iter();
        for b in leitungen.filter(|b| b.aktiv && b.rollen.contains(&Rolle::Teamleitung)) {
            for team in b.teams {
                je_team.entry(team).or_default().push(b.id.clone());
            }
        }
    }
    Ok(je_team
        .into_iter()
        .filter_map(|(team, mut personen)| (personen.len() == 1).then(|| (team, personen.remove(0))))
        .collect())
}

pub(super) fn erweitern(a: &Auftrag<'_>, anfrage: Erweitern) -> Ergebnis<Aenderung> {
    let (letzte, p) = ziehung_laden(a, &anfrage.ziehung.id)?;
    p.stand.nach(Uebergang::Ziehen)?;
    let nachfolger = a.s.ziehungen(&p.id)?.into_iter().any(|z| z.nummer > letzte.nummer);
    if nachfolger || letzte.version != anfrage.ziehung.version {
        return Err(Fehler::neu(
            Code::Konflikt,
            "Die Ziehung wurde inzwischen geändert oder erweitert. Bitte laden Sie die Seite neu.",
        ));
    }
    let (Auswahl::Zufall, Some(startwert), true) =
        (letzte.art, letzte.startwert.clone(), letzte.ergebnis_hash.is_some())
    else {
        return Err(Fehler::regel("Erweitert wird nur eine durchgeführte Zufallsauswahl."));
    };
    if anfrage.planmaessig && p.plan.erweiterung_regel.is_empty() {
        return Err(Fehler::feld(
            "planmaessig",
            "Vor der Ziehung wurde keine Regel für eine Erweiterung festgelegt.",
        ));
    }
    if anfrage.planmaessig && je_stufe(&p.plan.erweiterung_regel).is_some() {
        doppelpruefung::unvoreingenommen(a.s, &p.id, a.sitzung.benutzer_id())?;
        if zweite_stufe(a.s, &p)? != Some(anfrage.anzahl) {
            return Err(Fehler::feld(
                "planmaessig",
                "Nach der Regel folgt genau eine zweite Stufe, so groß wie die erste, und nur wenn dort alle Fälle geprüft sind und genau 1 fehlerhaft oder ungeklärt ist. Jede andere Erweiterung ist nicht planmäßig.",
            ));
        }
    }
    let begruendung = pruefe_text("begruendung", &anfrage.begruendung, 10, 1_000)?;
    let g = geladen(a.s, &p.id)?;
    let t = unveraendert(a, &g, &letzte)?;
    let bisher: Vec<u64> = letzte.aufteilung.iter().map(|s| s.gezogen).collect();
    let ab = bisher.iter().sum();
    begrenzt(anfrage.anzahl.saturating_add(ab))?;
    let aufteilung = plane(&t.liste, &bisher, anfrage.anzahl, letzte.mindestens)
        .map_err(|e| Fehler::feld("anzahl", e.to_string()))?;
    let gezogen = ziehe(&t.liste, &startwert, &aufteilung).map_err(unmoeglich)?;
    let geschlossen = letzte.geschlossen_am.is_some();
    if geschlossen {
        nachtragen(a, &g, &t, &gezogen, anfrage.datei.as_deref())?;
    }
    let mut z = Ziehung {
        id: a.neue_id(),
        nummer: letzte.nummer + 1,
        begruendung,
        // Further units are always divided in proportion, whatever the first draw followed.
        algorithmus: ALGORITHMUS.to_owned(),
        anzahl: anfrage.anzahl,
        ab,
        aufteilung,
        regel_vorab: anfrage.planmaessig,
        version: 1,
        ..letzte
    };
    vollziehen(a, &t, &mut z, &gezogen);
    if geschlossen {
        z.geschlossen_von.clone_from(&z.gezogen_von);
        z.geschlossen_am.clone_from(&z.gezogen_am);
    }
    a.s.ziehung_anlegen(&z, &a.salz())?;
    let aenderung = faelle_anlegen(a, &g, &t, &z, &gezogen, Aenderung::an(ObjektArt::ZIEHUNG, &z.id))?;
    if geschlossen {
        a.s.klarnummern_der_grundgesamtheit_loeschen(&p.id)?;
    }
    Ok(if anfrage.planmaessig {
        aenderung
    } else {
        aenderung.mit_hinweis("Diese Erweiterung war nicht vorab festgelegt. Alle gezogenen Fälle zusammen ergeben eine bessere Schätzung, aber keinen Nachweis mit der geplanten Sicherheit; der Bericht weist darauf hin.")
    })
}

/// After closing, the plain numbers of the new units come from the list itself, if it is the sealed one.
fn nachtragen(
    a: &Auftrag<'_>,
    g: &Grundgesamtheit,
    t: &Teilnehmende,
    gezogen: &[GezogeneEinheit],
    datei: Option<&str>,
) -> Ergebnis<()> {
    let datei = datei.ok_or_else(|| {
        Fehler::feld(
            "datei",
            "Die Ziehung ist geschlossen. Bitte geben Sie die Liste, aus der gezogen wurde, noch einmal an.",
        )
    })?;
    let neue: HashMap<&str, i64> =
        gezogen.iter().map(|e| (t.liste.kennungen[e.index].as_str(), t.lfd[e.index])).collect();
    let (ausgeschlossen, _) = pseudonyme(a.s, g)?;
    let mut kennungen = Vec::with_capacity(t.lfd.len());
    let mut treffer: Vec<(i64, Einheit)> = Vec::with_capacity(neue.len());
    pseudonyme_lesen(a.haus, g, datei, |bytes, einheit| {
        if ausgeschlossen.contains(&bytes) {
            return;
        }
        let kennung = hex(&bytes);
        if let Some(lfd) = neue.get(kennung.as_str()) {
            treffer.push((*lfd, einheit));
        }
        kennungen.push(kennung);
    })?;
    if crate::stichprobe::population_hash(&kennungen).as_deref() != Ok(g.population_hash.as_str()) {
        return Err(Fehler::feld(
            "datei",
            "Das ist nicht die Liste, aus der gezogen wurde: Der Hash der Grundgesamtheit weicht ab.",
        ));
    }
    for (lfd, e) in treffer {
        let anzeige = serde_json::to_string(&e.anzeige).map_err(Fehler::intern)?;
        a.s.klarnummer_nachtragen(g.nr, lfd, &e.schluessel, &anzeige)?;
    }
    Ok(())
}

fn unmoeglich(e: StichprobeFehler) -> Fehler {
    Fehler::regel(e.to_string())
}
