//! Blocks of text, and one of them with the words of a ticket.

use super::grundlage::Grundlage;
use super::*;
use crate::api::haus::pruefe_text;
use crate::api::tuer::oder_konflikt;
use crate::aufzaehlung::Aufzaehlung;
use crate::frist::Kurz;
use crate::katalog::Katalog;
use crate::kundenreaktion::{Platzhalter, platzhalter_pruefen, textvorlagen};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A text with the words of a ticket in it.
#[derive(Debug, Serialize, TS)]
pub struct Bausteintext {
    /// The text; what is missing stands in brackets.
    pub text: String,
    /// What is missing, by its German name.
    pub offen: Vec<String>,
}

pub(super) fn liste(f: &Frage<'_>, _: Leer) -> Ergebnis<Vec<Textbaustein>> {
    Ok(f.l.textbausteine()?)
}

pub(super) fn speichern(a: &Auftrag<'_>, r: TextbausteinSpeichern) -> Ergebnis<Aenderung> {
    let titel = pruefe_text("titel", &r.titel, 3, 80)?;
    let zweck = pruefe_text("zweck", &r.zweck, 0, 200)?;
    let text = pruefe_text("text", &r.text, 10, 5_000)?;
    platzhalter_pruefen(&text).map_err(|unbekannt| {
        Fehler::feld(
            "text",
            format!(
                "Diese Platzhalter sind nicht bekannt: {}. Möglich sind: {}.",
                unbekannt.join(", "),
                Platzhalter::ALLE.iter().map(|p| format!("{{{}}}", p.name())).collect::<Vec<_>>().join(", ")
            ),
        )
    })?;
    let baustein = match r.bezug {
        None => {
            let baustein = Textbaustein { id: a.neue_id(), titel, zweck, text, version: 1 };
            a.s.textbaustein_anlegen(&baustein, &a.salz())?;
            baustein
        }
        Some(bezug) => {
            laden_baustein(a.s, &bezug.id)?;
            let baustein = Textbaustein { id: bezug.id, titel, zweck, text, version: bezug.version };
            oder_konflikt(a.s.textbaustein_aendern(&baustein), "Der Textbaustein", || {
                a.s.textbaustein(&baustein.id)
            })?;
            baustein
        }
    };
    Ok(Aenderung::an(ObjektArt::TEXTBAUSTEIN, baustein.id))
}

pub(super) fn loeschen(a: &Auftrag<'_>, r: TextbausteinLoeschen) -> Ergebnis<Aenderung> {
    laden_baustein(a.s, &r.id)?;
    oder_konflikt(a.s.textbaustein_loeschen(&r.id, r.version), "Der Textbaustein", || {
        a.s.textbaustein(&r.id)
    })?;
    Ok(Aenderung::an(ObjektArt::TEXTBAUSTEIN, r.id))
}

/// The blocks that come with the program, but for those whose title is there already.
pub(super) fn uebernehmen(a: &Auftrag<'_>, _: Leer) -> Ergebnis<Aenderung> {
    let vorhanden = a.s.textbausteine()?;
    let mut aenderung = Aenderung::default();
    let neue = textvorlagen().iter().filter(|m| !vorhanden.iter().any(|v| v.titel == m.titel));
    for m in neue {
        let baustein = Textbaustein {
            id: a.neue_id(),
            titel: m.titel.to_owned(),
            zweck: m.zweck.titel().to_owned(),
            text: m.text.to_owned(),
            version: 1,
        };
        a.s.textbaustein_anlegen(&baustein, &a.salz())?;
        aenderung = aenderung.und(ObjektArt::TEXTBAUSTEIN, baustein.id);
    }
    Ok(aenderung)
}

pub(super) fn einsetzen(f: &Frage<'_>, r: BausteinEinsetzen) -> Ergebnis<Bausteintext> {
    let k = laden(f.l, f.sitzung, (f.umfang, Zweck::Bearbeiten), &r.id)?;
    let baustein = laden_baustein(f.l, &r.baustein_id)?;
    let g = Grundlage::lesen(f.l, f.haus)?;
    let klar = f.l.reaktion_klar(&k.id)?.unwrap_or_default();
    let team = k.zustaendig_team.as_ref().and_then(|id| g.teams.iter().find(|t| t.id == *id));
    // Two Anliegen may read alike in a letter: once is enough.
    let mut anliegen: Vec<String> = Vec::new();
    for x in &k.angaben.anliegen {
        let sachgebiet = x.sachgebiet.as_deref().and_then(|s| g.titel(Katalog::Sachgebiet, s));
        let text = x.art.im_brief(sachgebiet);
        if !anliegen.contains(&text) {
            anliegen.push(text);
        }
    }
    let mut werte = BTreeMap::from([
        (Platzhalter::Nummer, k.nummer.clone()),
        (Platzhalter::Eingang, Kurz(k.angaben.eingang).to_string()),
        (Platzhalter::Kanal, k.angaben.kanal.im_brief().to_owned()),
        (Platzhalter::Haus, f.l.hausdaten()?.name),
        (Platzhalter::Heute, Kurz(g.heute).to_string()),
        (Platzhalter::Team, team.map_or_else(|| "Kundenreaktionsmanagement".to_owned(), |t| t.name.clone())),
        (Platzhalter::Anliegen, anliegen.join("; ")),
        (Platzhalter::Anrede, "Guten Tag".to_owned()),
        (Platzhalter::Name, klar.name),
    ]);
    if let Some(tag) = g.uhr(&k)?.antwort_bis {
        werte.insert(Platzhalter::AntwortBis, Kurz(tag).to_string());
    }
    werte.retain(|_, wert| !wert.is_empty());
    let eingesetzt = crate::kundenreaktion::einsetzen(&baustein.text, &werte);
    Ok(Bausteintext {
        text: eingesetzt.text,
        offen: eingesetzt.offen.into_iter().map(|p| p.titel().to_owned()).collect(),
    })
}

fn laden_baustein(l: &Lesen<'_>, id: &str) -> Ergebnis<Textbaustein> {
    l.textbaustein(id)?.ok_or_else(|| Fehler::nicht_gefunden("Der Textbaustein"))
}
