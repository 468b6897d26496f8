//! The earlier checks that stand beside one: read in five statements, however many there are.

use super::auswertung::{Akte, grundlage};
use crate::fachaufsicht::auswertung::{Vergleich, Verlauf};
use crate::fachaufsicht::pruefung::{Auswahl, Pruefung};
use crate::fehler::{Ergebnis, Fehler};
use crate::storage::{Lesen, Sicht};

/// Earlier checks that one chart carries.
const HOECHSTENS: usize = 7;

/// Rates of the finished checks of the same theme and Bereich up to this one, as far as the person may see.
pub(super) fn verlauf(l: &Lesen<'_>, sicht: &Sicht, akte: &Akte) -> Ergebnis<Option<Verlauf>> {
    // Cases that were chosen because they were wrong have no place in a line of rates.
    if akte.korrigierte_von.is_some() {
        return Ok(None);
    }
    let (bewusst, mut fruehere): (Vec<Pruefung>, Vec<Pruefung>) = l
        .fruehere_pruefungen(sicht, &akte.pruefung)?
        .into_iter()
        .partition(|p| p.plan.auswahl == Auswahl::Bewusst);
    let aeltere = fruehere.len().saturating_sub(HOECHSTENS);
    fruehere.drain(..aeltere);
    if fruehere.is_empty() {
        return Ok(None);
    }
    let ids: Vec<&str> = fruehere.iter().map(|p| p.id.as_str()).collect();
    let vorlagen = l.bogenvorlagen_von(&ids)?;
    let ziehungen = l.ziehungen_von(&ids)?;
    let faelle = l.auswertung_faelle_von(&ids)?;
    let abweichungen = l.auswertung_abweichungen_von(&ids)?;
    let mut zum_vergleich = Vec::with_capacity(fruehere.len());
    for p in &fruehere {
        let vorlage = vorlagen
            .iter()
            .find(|v| v.id == p.plan.vorlage_id)
            .ok_or_else(|| Fehler::nicht_gefunden("Der Prüfbogen"))?;
        zum_vergleich.push(Vergleich {
            nummer: &p.nummer,
            von: p.plan.zeitraum_von,
            bis: p.plan.zeitraum_bis,
            art: p.plan.pruefungsart,
            teams: &p.plan.teams,
            bogen: vorlage.nummer,
            grundlage: grundlage(
                p,
                &akte.thema,
                vorlage,
                None,
                ziehungen.get(&p.id).map_or(&[], Vec::as_slice),
            ),
            faelle: faelle.get(&p.id).map_or(&[], Vec::as_slice),
            abweichungen: abweichungen.get(&p.id).map_or(&[], Vec::as_slice),
        });
    }
    let p = &akte.pruefung;
    let diese = Vergleich {
        nummer: &p.nummer,
        von: p.plan.zeitraum_von,
        bis: p.plan.zeitraum_bis,
        art: p.plan.pruefungsart,
        teams: &p.plan.teams,
        bogen: akte.vorlage.nummer,
        grundlage: akte.material.grundlage.clone(),
        faelle: &akte.material.faelle,
        abweichungen: &akte.material.abweichungen,
    };
    let bewusst: Vec<String> = bewusst.into_iter().map(|p| p.nummer).collect();
    Verlauf::aus(&zum_vergleich, &diese, &bewusst, aeltere).map_err(Fehler::intern)
}
