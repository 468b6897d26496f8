//! The Gefährdungsatlas: proposing versions, agreeing, looking again.

use super::*;
use crate::api::haus::pruefe_text;
use crate::api::rechte::Umfang;
use crate::api::register::modul;
use crate::api::registeranfragen::{EintragBezug, EintragLesen, EintragZurueck};
use crate::api::tuer::{Auftrag, oder_konflikt};
use crate::api::{Leer, Seite, rechte};
use crate::audit::ObjektArt;
use crate::fehler::Feldfehler;
use crate::haus::{Haus, Sitzung};
use crate::korruption::gefaehrdung::{
    Gefaehrdung, Gefaehrdungsinhalt, Gefaehrdungslage, Gefaehrdungsschritt, Gefaehrdungsschrittart, Rotation,
    Rotationsausnahme, gefaehrdungsnummer,
};
use crate::schrittfolge::{Registerschritt, geltende, letzten_zuruecknehmen};
use crate::storage::{Gefaehrdungsuebersicht, Gefaehrdungszeile, Lesen};
use crate::widerspruch::{Zuruecknahme, oder_felder};
use serde::Serialize;
use ts_rs::TS;

modul! {
    operationen GefaehrdungOperation {
        Anlegen(GefaehrdungAnlegen) = "gefaehrdung.anlegen", "Eintrag im Gefährdungsatlas anlegen" => anlegen;
        Fassen(GefaehrdungFassen) = "gefaehrdung.fassen", "Neue Fassung im Gefährdungsatlas vorschlagen" => fassen;
        Schritt(GefaehrdungSchritt) = "gefaehrdung.schritt", "Schritt im Gefährdungsatlas eintragen" => schritt;
        Bestaetigen(EintragBezug) = "gefaehrdung.bestaetigen", "Vorschlag im Gefährdungsatlas bestätigen" => bestaetigen;
        Zurueckgeben(EintragZurueck) = "gefaehrdung.zurueckgeben", "Vorschlag im Gefährdungsatlas zurückgeben" => zurueckgeben;
        SchrittZuruecknehmen(EintragZurueck) = "gefaehrdung.schritt_zuruecknehmen", "Letzten Schritt im Gefährdungsatlas zurücknehmen" => zuruecknehmen;
        Exportieren(GefaehrdungenExportieren) = "gefaehrdung.exportieren", "Gefährdungsatlas ausgeben" => gefaehrdungsliste::exportieren_liste;
    }
    abfragen GefaehrdungAbfrage {
        Liste(GefaehrdungenListe) -> Seite<Gefaehrdungszeile> = "gefaehrdung.liste", "Gefährdungsatlas ansehen" => gefaehrdungsliste::liste;
        Lesen(EintragLesen) -> GefaehrdungDetail = "gefaehrdung.lesen", "Einzelnen Eintrag im Gefährdungsatlas ansehen" => lesen;
        Uebersicht(Leer) -> Gefaehrdungsuebersicht = "gefaehrdung.uebersicht", "Fälliges im Gefährdungsatlas zählen" => gefaehrdungsliste::uebersicht;
    }
}

/// An entry with everything around it.
#[derive(Debug, Serialize, TS)]
pub struct GefaehrdungDetail {
    /// The entry with all its versions.
    pub gefaehrdung: Gefaehrdung,
    /// When the rotation is due, by the version that holds or waits.
    pub rotation: Option<Rotation>,
    /// It is due, and no exception runs.
    pub rotation_faellig: bool,
    /// The day of the next look is over.
    pub ueberpruefung_faellig: bool,
    /// Steps that fit now and that the person may take; versions and the second person have operations of their own.
    pub moeglich: Vec<Gefaehrdungsschrittart>,
    /// What comes next, as a sentence.
    pub naechster_schritt: String,
    /// The person may take the last step back.
    pub darf_zuruecknehmen: bool,
    /// Signs of the persons named, by id.
    pub personen: Vec<Personenzeichen>,
}

const WAS: &str = "Der Eintrag im Gefährdungsatlas";

fn anlegen(a: &Auftrag<'_>, r: GefaehrdungAnlegen) -> Ergebnis<Aenderung> {
    let angaben = geprueft(a.s, a.haus, r.angaben)?;
    let von = a.sitzung.benutzer_id();
    let schritt = Gefaehrdungsschritt::Fassen { angaben: Box::new(angaben.clone()), grund: String::new() };
    let g = Gefaehrdung {
        id: a.neue_id(),
        nummer: gefaehrdungsnummer(a.s.letzte_gefaehrdungsnummer()? + 1),
        lage: Gefaehrdungslage::default().nach(&schritt, von)?,
        schritte: vec![Registerschritt::neu(schritt, von, a.haus.umgebung().zeitstempel())],
        angelegt_von: von.to_owned(),
        angelegt_am: a.haus.umgebung().zeitstempel(),
        version: 1,
    };
    a.s.gefaehrdung_anlegen(&g, &angaben, &a.salz())?;
    let aenderung = Aenderung::an(ObjektArt::GEFAEHRDUNG, g.id.clone())
        .mit_hinweis(format!("{} ist angelegt. Eine zweite Person bestätigt die Fassung.", g.nummer));
    Ok(gewarnt(aenderung, angaben.texte().into_iter().map(|(_, text)| text)))
}

fn fassen(a: &Auftrag<'_>, r: GefaehrdungFassen) -> Ergebnis<Aenderung> {
    let g = laden(a.s, &r.id)?;
    let angaben = geprueft(a.s, a.haus, r.angaben)?;
    let schritt = Gefaehrdungsschritt::Fassen { angaben: Box::new(angaben.clone()), grund: r.grund };
    let aenderung = gehen(a, g, r.version, schritt)?;
    Ok(gewarnt(aenderung, angaben.texte().into_iter().map(|(_, text)| text)))
}

fn schritt(a: &Auftrag<'_>, r: GefaehrdungSchritt) -> Ergebnis<Aenderung> {
    let heute = a.haus.umgebung().heute();
    let am = match r.schritt {
        Gefaehrdungsschritt::Ueberpruefen { am, .. }
        | Gefaehrdungsschritt::AufhebungVorschlagen { am, .. }
        | Gefaehrdungsschritt::Aufheben { am, .. } => am,
        _ => {
            return Err(Fehler::regel(
                "Dieser Schritt hat einen eigenen Weg und lässt sich hier nicht eintragen.",
            ));
        }
    };
    let g = laden(a.s, &r.id)?;
    if am > heute {
        return Err(Fehler::feld("schritt.am", "Dieser Tag liegt in der Zukunft."));
    }
    gehen(a, g, r.version, r.schritt)
}

fn bestaetigen(a: &Auftrag<'_>, r: EintragBezug) -> Ergebnis<Aenderung> {
    gehen(a, laden(a.s, &r.id)?, r.version, Gefaehrdungsschritt::Bestaetigen {})
}

fn zurueckgeben(a: &Auftrag<'_>, r: EintragZurueck) -> Ergebnis<Aenderung> {
    gehen(a, laden(a.s, &r.id)?, r.version, Gefaehrdungsschritt::Zurueckgeben { grund: r.grund })
}

fn zuruecknehmen(a: &Auftrag<'_>, r: EintragZurueck) -> Ergebnis<Aenderung> {
    let grund = pruefe_text("grund", &r.grund, 5, 500)?;
    ohne_verdacht([("grund", grund.as_str())])?;
    let mut g = laden(a.s, &r.id)?;
    let von = a.sitzung.benutzer_id().to_owned();
    darf_letzten(a.s, a.sitzung, a.umfang, &g.schritte)?;
    let zuruecknahme = Zuruecknahme { von, am: a.haus.umgebung().zeitstempel(), grund };
    letzten_zuruecknehmen(&mut g.schritte, zuruecknahme, |_| true)?;
    g.lage = Gefaehrdungslage::aus(&g.schritte)?;
    if g.lage.angaben().is_none() {
        return Err(Fehler::regel(
            "Die erste Fassung lässt sich nicht zurücknehmen. Bitte schlagen Sie eine neue vor, oder heben Sie den Eintrag auf.",
        ));
    }
    g.version = r.version;
    speichern(a, &g)
}

fn gehen(
    a: &Auftrag<'_>,
    mut g: Gefaehrdung,
    version: i64,
    schritt: Gefaehrdungsschritt,
) -> Ergebnis<Aenderung> {
    let von = a.sitzung.benutzer_id();
    g.lage = g.lage.nach(&schritt, von)?;
    ohne_verdacht([schritt.text()])?;
    g.version = version;
    let text = schritt.text().1.to_owned();
    g.schritte.push(Registerschritt::neu(schritt, von, a.haus.umgebung().zeitstempel()));
    Ok(gewarnt(speichern(a, &g)?, [text.as_str()]))
}

fn geprueft(l: &Lesen<'_>, haus: &Haus, angaben: Gefaehrdungsinhalt) -> Ergebnis<Gefaehrdungsinhalt> {
    let ausnahme = match angaben.ausnahme {
        Some(a) => Some(Rotationsausnahme {
            grund: pruefe_text("angaben.ausnahme.grund", &a.grund, 10, 500)?,
            ausgleich: pruefe_text("angaben.ausnahme.ausgleich", &a.ausgleich, 5, 500)?,
            bis: a.bis,
        }),
        None => None,
    };
    let angaben = Gefaehrdungsinhalt {
        bezeichnung: pruefe_text("angaben.bezeichnung", &angaben.bezeichnung, 3, 120)?,
        begruendung: pruefe_text("angaben.begruendung", &angaben.begruendung, 5, 1_000)?,
        analyse: pruefe_text("angaben.analyse", &angaben.analyse, 0, 2_000)?,
        weitere_sicherungen: pruefe_text(
            "angaben.weitere_sicherungen",
            &angaben.weitere_sicherungen,
            0,
            500,
        )?,
        ausnahme,
        ..angaben
    };
    ohne_verdacht(angaben.texte())?;
    let heute = haus.umgebung().heute();
    let mut befunde = angaben.befunde(heute);
    let mut fehlt = |falsch: bool, feld: &str, text: &str| {
        if falsch {
            befunde.push(Feldfehler { feld: feld.to_owned(), text: text.to_owned() });
        }
    };
    let team = angaben.team_id.as_ref();
    let unbekannt = match team {
        Some(id) => !l.teams()?.iter().any(|t| t.id == *id),
        None => false,
    };
    fehlt(unbekannt, "angaben.team_id", "Dieses Team gibt es nicht.");
    let unbekannt = match angaben.bereich_id.as_ref() {
        Some(id) => !l.bereiche()?.iter().any(|b| b.id == *id),
        None => false,
    };
    fehlt(unbekannt, "angaben.bereich_id", "Diesen Bereich gibt es nicht.");
    fehlt(
        angaben.ueberpruefung_am <= heute,
        "angaben.ueberpruefung_am",
        "Die nächste Überprüfung liegt nicht in der Zukunft. Bitte prüfen Sie den Tag.",
    );
    oder_felder(befunde)?;
    Ok(angaben)
}

fn laden(l: &Lesen<'_>, id: &str) -> Ergebnis<Gefaehrdung> {
    l.gefaehrdung(id)?.ok_or_else(|| Fehler::nicht_gefunden(WAS))
}

fn speichern(a: &Auftrag<'_>, g: &Gefaehrdung) -> Ergebnis<Aenderung> {
    let angaben = g.lage.angaben().ok_or_else(|| Fehler::intern("an entry without a version"))?;
    oder_konflikt(a.s.gefaehrdung_aendern(g, angaben), WAS, || a.s.gefaehrdung(&g.id))?;
    Ok(Aenderung::an(ObjektArt::GEFAEHRDUNG, g.id.clone()))
}

fn lesen(f: &Frage<'_>, r: EintragLesen) -> Ergebnis<GefaehrdungDetail> {
    let g = laden(f.l, &r.id)?;
    if let Some(bereich) = nur_bereich(f.sitzung, f.umfang)
        && !f.l.gefaehrdung_im_bereich(&g.id, &bereich)?
    {
        return Err(Fehler::nicht_gefunden(WAS));
    }
    let heute = f.haus.umgebung().heute();
    let besteht = g.lage.aufgehoben_am.is_none();
    let rotation = g.lage.angaben().and_then(Gefaehrdungsinhalt::rotation);
    let darf = |s: &Gefaehrdungsschrittart| match s {
        Gefaehrdungsschrittart::Bestaetigen => {
            rechte::darf(f.sitzung, "gefaehrdung.bestaetigen") && !eigene(&g, f.sitzung)
        }
        Gefaehrdungsschrittart::Zurueckgeben => {
            rechte::darf(f.sitzung, "gefaehrdung.zurueckgeben") && !eigene(&g, f.sitzung)
        }
        Gefaehrdungsschrittart::Fassen => rechte::darf(f.sitzung, "gefaehrdung.fassen"),
        _ => rechte::darf(f.sitzung, "gefaehrdung.schritt"),
    };
    Ok(GefaehrdungDetail {
        rotation_faellig: besteht && rotation.as_ref().is_some_and(|r| r.faellig(heute)),
        ueberpruefung_faellig: besteht && g.lage.ueberpruefung_am.is_some_and(|tag| tag < heute),
        moeglich: g.lage.moeglich().into_iter().filter(darf).collect(),
        naechster_schritt: g.lage.naechster_schritt().to_owned(),
        darf_zuruecknehmen: geltende(&g.schritte).nth(1).is_some()
            && rechte::verlange(f.sitzung, "gefaehrdung.schritt_zuruecknehmen")
                .is_ok_and(|(_, umfang)| darf_letzten(f.l, f.sitzung, umfang, &g.schritte).is_ok()),
        personen: personen(f)?,
        rotation,
        gefaehrdung: g,
    })
}

/// Whether the person may take the last step back.
fn darf_letzten(
    l: &Lesen<'_>,
    sitzung: &Sitzung,
    umfang: Umfang,
    schritte: &[Registerschritt<Gefaehrdungsschritt>],
) -> Ergebnis<()> {
    letzten_pruefen((l, sitzung), ("gefaehrdung.schritt_zuruecknehmen", umfang), schritte, |s| {
        match s.art() {
            Gefaehrdungsschrittart::Fassen | Gefaehrdungsschrittart::AufhebungVorschlagen => Rang::Vorschlag,
            Gefaehrdungsschrittart::Bestaetigen | Gefaehrdungsschrittart::Zurueckgeben => Rang::Zweite,
            _ => Rang::Allein,
        }
    })
}

/// The proposal is her own.
fn eigene(g: &Gefaehrdung, sitzung: &Sitzung) -> bool {
    g.lage.wartet_von() == Some(sitzung.benutzer_id())
}
