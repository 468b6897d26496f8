//! Exclusions from the draw: relatives (§§ 16, 17 SGB X), blocked files, cases of own employees.

use super::super::pruefung_laden;
use super::geladen;
use crate::api::haus::pruefe_text;
use crate::api::organisation::Bezug;
use crate::api::tuer::{Aenderung, Auftrag, oder_konflikt};
use crate::audit::ObjektArt;
use crate::fehler::{Ergebnis, Fehler};
use crate::stichprobe::kennung_normalisiert;
use crate::storage::{Ausschluss, Grundgesamtheit, Lesen};
use serde::Deserialize;
use std::collections::{BTreeSet, HashMap};
use ts_rs::TS;

/// Most numbers at once, and most exclusions of a check.
const MAX_NUMMERN: usize = 2_000;

/// Excludes units by their number.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Ausschliessen {
    /// Check.
    pub pruefung_id: String,
    /// Numbers as in the list. Where the key has several parts, the first part alone means all its units.
    pub nummern: Vec<String>,
    /// Reason.
    pub grund: String,
}

/// Takes an exclusion back.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AusschlussAufheben {
    /// Check.
    pub pruefung_id: String,
    /// Exclusion with its expected version.
    pub ausschluss: Bezug,
}

pub(super) fn ausschliessen(a: &Auftrag<'_>, anfrage: Ausschliessen) -> Ergebnis<Aenderung> {
    let p = pruefung_laden(a.s, a.sitzung, a.umfang, &anfrage.pruefung_id)?;
    let g = unversiegelt(a.s, &p.id)?;
    let grund = pruefe_text("grund", &anfrage.grund, 5, 500)?;
    let einheiten = finde_einheiten(a.s, &g, &anfrage.nummern)?;
    let schon: BTreeSet<i64> = a.s.ausgeschlossene(&p.id)?.into_iter().map(|(_, lfd)| lfd).collect();
    let neue: Vec<i64> = einheiten.iter().copied().filter(|lfd| !schon.contains(lfd)).collect();
    if schon.len() + neue.len() > MAX_NUMMERN {
        return Err(Fehler::feld(
            "nummern",
            format!(
                "Höchstens {MAX_NUMMERN} Ausschlüsse je Prüfung. Bitte grenzen Sie stattdessen die Abfrage im Fachverfahren ein."
            ),
        ));
    }
    let mut aenderung = Aenderung::default();
    for lfd in &neue {
        let ausschluss = Ausschluss {
            id: a.neue_id(),
            pruefung_id: p.id.clone(),
            lfd: *lfd,
            grund: grund.clone(),
            von: a.sitzung.benutzer_id().to_owned(),
            am: a.haus.umgebung().zeitstempel(),
        };
        a.s.ausschluss_anlegen(&ausschluss, &a.salz())?;
        aenderung = aenderung.und(ObjektArt::AUSSCHLUSS, ausschluss.id);
    }
    let doppelt = einheiten.len() - neue.len();
    Ok(match doppelt {
        0 => aenderung,
        n => aenderung.mit_hinweis(format!("{n} davon waren schon ausgeschlossen.")),
    })
}

pub(super) fn ausschluss_aufheben(a: &Auftrag<'_>, anfrage: AusschlussAufheben) -> Ergebnis<Aenderung> {
    let p = pruefung_laden(a.s, a.sitzung, a.umfang, &anfrage.pruefung_id)?;
    unversiegelt(a.s, &p.id)?;
    let bezug = &anfrage.ausschluss;
    oder_konflikt(a.s.ausschluss_loeschen(&bezug.id, bezug.version, &p.id), "Der Ausschluss", || {
        Ok(None::<()>)
    })?;
    Ok(Aenderung::an(ObjektArt::AUSSCHLUSS, &bezug.id))
}

fn unversiegelt(l: &Lesen<'_>, pruefung_id: &str) -> Ergebnis<Grundgesamtheit> {
    let g = geladen(l, pruefung_id)?;
    if g.versiegelt_am.is_some() {
        return Err(Fehler::regel(
            "Die Grundgesamtheit ist versiegelt. Ausschlüsse lassen sich nicht mehr ändern.",
        ));
    }
    Ok(g)
}

/// Units of the population by typed numbers, each once. An error names the places of unknown ones in the
/// request, never the numbers.
pub(in crate::api::fachaufsicht) fn finde_einheiten(
    l: &Lesen<'_>,
    g: &Grundgesamtheit,
    nummern: &[String],
) -> Ergebnis<Vec<i64>> {
    if nummern.is_empty() || nummern.len() > MAX_NUMMERN {
        return Err(Fehler::feld("nummern", format!("Bitte geben Sie 1 bis {MAX_NUMMERN} Nummern an.")));
    }
    let gesucht: HashMap<String, usize> =
        nummern.iter().enumerate().map(|(i, n)| (kennung_normalisiert(n), i)).collect();
    let mut gefunden = vec![false; nummern.len()];
    let mut einheiten = Vec::new();
    l.klarnummern_durchgehen(g.nr, |lfd, nummer| {
        let treffer = gesucht
            .get(nummer)
            .or_else(|| nummer.split_once(" / ").and_then(|(erster, _)| gesucht.get(erster)));
        if let Some(&i) = treffer {
            gefunden[i] = true;
            einheiten.push(lfd);
        }
    })?;
    let fehlend: Vec<String> = gesucht
        .values()
        .filter(|&&i| !gefunden[i])
        .collect::<BTreeSet<_>>()
        .into_iter()
        .map(|i| (i + 1).to_string())
        .collect();
    match fehlend.len() {
        0 => Ok(einheiten),
        n => Err(Fehler::feld(
            "nummern",
            format!(
                "{n} von {} Nummern stehen nicht in der Grundgesamtheit (in Ihrer Eingabe: Nr. {}).",
                nummern.len(),
                fehlend.iter().take(20).cloned().collect::<Vec<_>>().join(", ")
            ),
        )),
    }
}
