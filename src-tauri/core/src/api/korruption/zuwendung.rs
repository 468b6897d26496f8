//! Zuwendungen: entering, proposing, agreeing, closing.

use super::*;
use crate::api::haus::pruefe_text;
use crate::api::rechte::Umfang;
use crate::api::register::modul;
use crate::api::registeranfragen::{EintragBezug, EintragLesen, EintragZurueck};
use crate::api::tuer::{Auftrag, oder_konflikt};
use crate::api::{Leer, Seite, rechte};
use crate::audit::ObjektArt;
use crate::haus::{Haus, Sitzung};
use crate::korruption::zuwendung::{
    Annahme, Zuwendung, Zuwendungsinhalt, Zuwendungslage, Zuwendungsschritt, Zuwendungsschrittart,
    Zuwendungsstand, wertgrenze_hinweis, zuwendungsnummer,
};
use crate::schrittfolge::{Registerschritt, geltende, letzten_zuruecknehmen};
use crate::storage::{Lesen, Zuwendungsuebersicht, Zuwendungszeile};
use crate::widerspruch::{Zuruecknahme, oder_felder};
use chrono::Datelike;
use serde::Serialize;
use ts_rs::TS;

modul! {
    operationen ZuwendungOperation {
        Anlegen(ZuwendungAnlegen) = "zuwendung.anlegen", "Zuwendung erfassen" => anlegen;
        Aendern(ZuwendungAendern) = "zuwendung.aendern", "Angaben einer Zuwendung ändern" => aendern;
        Schritt(ZuwendungSchritt) = "zuwendung.schritt", "Schritt einer Zuwendung eintragen" => schritt;
        Bestaetigen(EintragBezug) = "zuwendung.bestaetigen", "Entscheidung über eine Zuwendung bestätigen" => bestaetigen;
        Zurueckgeben(EintragZurueck) = "zuwendung.zurueckgeben", "Entscheidung über eine Zuwendung zurückgeben" => zurueckgeben;
        SchrittZuruecknehmen(EintragZurueck) = "zuwendung.schritt_zuruecknehmen", "Letzten Schritt einer Zuwendung zurücknehmen" => zuruecknehmen;
        Exportieren(ZuwendungenExportieren) = "zuwendung.exportieren", "Liste der Zuwendungen ausgeben" => zuwendungsliste::exportieren_liste;
    }
    abfragen ZuwendungAbfrage {
        Liste(ZuwendungenListe) -> Seite<Zuwendungszeile> = "zuwendung.liste", "Zuwendungen ansehen" => zuwendungsliste::liste;
        Lesen(EintragLesen) -> ZuwendungDetail = "zuwendung.lesen", "Einzelne Zuwendung ansehen" => lesen;
        Uebersicht(Leer) -> Zuwendungsuebersicht = "zuwendung.uebersicht", "Offene Zuwendungen zählen" => zuwendungsliste::uebersicht;
    }
}

/// A Zuwendung with everything around it.
#[derive(Debug, Serialize, TS)]
pub struct ZuwendungDetail {
    /// The Zuwendung.
    pub zuwendung: Zuwendung,
    /// Steps that fit now and that the person may take; the two of the second person have operations of their own.
    pub moeglich: Vec<Zuwendungsschrittart>,
    /// What comes next, as a sentence.
    pub naechster_schritt: String,
    /// What the rules say of its value.
    pub hinweise: Vec<String>,
    /// The person may change what was entered.
    pub darf_aendern: bool,
    /// The person may take the last step back.
    pub darf_zuruecknehmen: bool,
    /// Signs of the persons named, by id.
    pub personen: Vec<Personenzeichen>,
}

const WAS: &str = "Die Zuwendung";

fn anlegen(a: &Auftrag<'_>, r: ZuwendungAnlegen) -> Ergebnis<Aenderung> {
    let angaben = geprueft(a.haus, r.angaben)?;
    let jahr = a.haus.umgebung().heute().year();
    let z = Zuwendung {
        id: a.neue_id(),
        nummer: zuwendungsnummer(jahr, a.s.letzte_zuwendungsnummer(jahr)? + 1),
        angaben,
        schritte: Vec::new(),
        lage: Zuwendungslage::default(),
        angelegt_von: a.sitzung.benutzer_id().to_owned(),
        angelegt_am: a.haus.umgebung().zeitstempel(),
        version: 1,
    };
    a.s.zuwendung_anlegen(&z, &a.salz())?;
    let aenderung = Aenderung::an(ObjektArt::ZUWENDUNG, z.id.clone())
        .mit_hinweis(format!("{} ist erfasst. Bitte schlagen Sie eine Entscheidung vor.", z.nummer));
    Ok(gewarnt(aenderung, freie_texte(&z.angaben).map(|(_, text)| text)))
}

fn aendern(a: &Auftrag<'_>, r: ZuwendungAendern) -> Ergebnis<Aenderung> {
    let vorher = laden(a.s, &r.id)?;
    // Two persons decided about what they read; it may not become something else afterwards.
    if vorher.lage.stand != Zuwendungsstand::Angezeigt {
        return Err(Fehler::regel(
            "Über diese Zuwendung ist entschieden, oder ein Vorschlag liegt vor. Bitte nehmen Sie den letzten Schritt zurück, bevor Sie die Angaben ändern.",
        ));
    }
    let neu = Zuwendung { angaben: geprueft(a.haus, r.angaben)?, version: r.version, ..vorher };
    Ok(gewarnt(speichern(a, &neu)?, freie_texte(&neu.angaben).map(|(_, text)| text)))
}

fn schritt(a: &Auftrag<'_>, r: ZuwendungSchritt) -> Ergebnis<Aenderung> {
    if matches!(r.schritt.art(), Zuwendungsschrittart::Bestaetigen | Zuwendungsschrittart::Zurueckgeben) {
        return Err(Fehler::regel(
            "Dieser Schritt hat einen eigenen Weg und lässt sich hier nicht eintragen.",
        ));
    }
    let z = laden(a.s, &r.id)?;
    if let Zuwendungsschritt::Abschliessen { am, .. } = r.schritt
        && am > a.haus.umgebung().heute()
    {
        return Err(Fehler::feld("schritt.am", "Dieser Tag liegt in der Zukunft."));
    }
    let hinweis = match &r.schritt {
        Zuwendungsschritt::Vorschlagen { annahme: Annahme::Angenommen, .. } => {
            wertgrenze_hinweis(z.angaben.wert_cent)
        }
        _ => None,
    };
    let aenderung = gehen(a, z, r.version, r.schritt)?;
    Ok(hinweis.into_iter().fold(aenderung, Aenderung::mit_hinweis))
}

fn bestaetigen(a: &Auftrag<'_>, r: EintragBezug) -> Ergebnis<Aenderung> {
    gehen(a, laden(a.s, &r.id)?, r.version, Zuwendungsschritt::Bestaetigen {})
}

fn zurueckgeben(a: &Auftrag<'_>, r: EintragZurueck) -> Ergebnis<Aenderung> {
    gehen(a, laden(a.s, &r.id)?, r.version, Zuwendungsschritt::Zurueckgeben { grund: r.grund })
}

fn zuruecknehmen(a: &Auftrag<'_>, r: EintragZurueck) -> Ergebnis<Aenderung> {
    let grund = pruefe_text("grund", &r.grund, 5, 500)?;
    ohne_verdacht([("grund", grund.as_str())])?;
    let mut z = laden(a.s, &r.id)?;
    let von = a.sitzung.benutzer_id().to_owned();
    darf_letzten(a.s, a.sitzung, a.umfang, &z.schritte)?;
    let zuruecknahme = Zuruecknahme { von, am: a.haus.umgebung().zeitstempel(), grund };
    letzten_zuruecknehmen(&mut z.schritte, zuruecknahme, |_| true)?;
    z.lage = Zuwendungslage::aus(&z.angaben, &z.schritte)?;
    z.version = r.version;
    speichern(a, &z)
}

fn gehen(a: &Auftrag<'_>, mut z: Zuwendung, version: i64, schritt: Zuwendungsschritt) -> Ergebnis<Aenderung> {
    let von = a.sitzung.benutzer_id();
    z.lage = z.lage.nach(&z.angaben, &schritt, von)?;
    ohne_verdacht([schritt.text()])?;
    z.version = version;
    let text = schritt.text().1.to_owned();
    z.schritte.push(Registerschritt::neu(schritt, von, a.haus.umgebung().zeitstempel()));
    Ok(gewarnt(speichern(a, &z)?, [text.as_str()]))
}

fn geprueft(haus: &Haus, angaben: Zuwendungsinhalt) -> Ergebnis<Zuwendungsinhalt> {
    let angaben = Zuwendungsinhalt {
        anzeige_nr: pruefe_text("angaben.anzeige_nr", &angaben.anzeige_nr, 0, 40)?,
        ablage: pruefe_text("angaben.ablage", &angaben.ablage, 3, 120)?,
        gegenstand: pruefe_text("angaben.gegenstand", &angaben.gegenstand, 3, 200)?,
        anlass: pruefe_text("angaben.anlass", &angaben.anlass, 0, 300)?,
        ..angaben
    };
    let nummer = ("angaben.anzeige_nr", angaben.anzeige_nr.as_str());
    ohne_verdacht(freie_texte(&angaben).into_iter().chain([nummer]))?;
    oder_felder(angaben.befunde(haus.umgebung().heute()))?;
    Ok(angaben)
}

fn freie_texte(a: &Zuwendungsinhalt) -> [(&'static str, &str); 3] {
    [("angaben.gegenstand", &a.gegenstand), ("angaben.anlass", &a.anlass), ("angaben.ablage", &a.ablage)]
}

fn laden(l: &Lesen<'_>, id: &str) -> Ergebnis<Zuwendung> {
    l.zuwendung(id)?.ok_or_else(|| Fehler::nicht_gefunden(WAS))
}

fn speichern(a: &Auftrag<'_>, z: &Zuwendung) -> Ergebnis<Aenderung> {
    oder_konflikt(a.s.zuwendung_aendern(z), WAS, || a.s.zuwendung(&z.id))?;
    Ok(Aenderung::an(ObjektArt::ZUWENDUNG, z.id.clone()))
}

fn lesen(f: &Frage<'_>, r: EintragLesen) -> Ergebnis<ZuwendungDetail> {
    let z = laden(f.l, &r.id)?;
    let darf = |s: &Zuwendungsschrittart| match s {
        Zuwendungsschrittart::Bestaetigen => {
            rechte::darf(f.sitzung, "zuwendung.bestaetigen") && !eigene(&z, f.sitzung)
        }
        Zuwendungsschrittart::Zurueckgeben => {
            rechte::darf(f.sitzung, "zuwendung.zurueckgeben") && !eigene(&z, f.sitzung)
        }
        _ => rechte::darf(f.sitzung, "zuwendung.schritt"),
    };
    let angenommen = z.lage.entscheidung.as_ref().is_some_and(|e| e.annahme == Annahme::Angenommen);
    Ok(ZuwendungDetail {
        moeglich: z.lage.moeglich().into_iter().filter(darf).collect(),
        naechster_schritt: z.lage.naechster_schritt().to_owned(),
        hinweise: if angenommen {
            wertgrenze_hinweis(z.angaben.wert_cent).map(str::to_owned).into_iter().collect()
        } else {
            Vec::new()
        },
        darf_aendern: rechte::darf(f.sitzung, "zuwendung.aendern")
            && z.lage.stand == Zuwendungsstand::Angezeigt,
        darf_zuruecknehmen: geltende(&z.schritte).next().is_some()
            && rechte::verlange(f.sitzung, "zuwendung.schritt_zuruecknehmen")
                .is_ok_and(|(_, umfang)| darf_letzten(f.l, f.sitzung, umfang, &z.schritte).is_ok()),
        personen: personen(f)?,
        zuwendung: z,
    })
}

/// Whether the person may take the last step back.
fn darf_letzten(
    l: &Lesen<'_>,
    sitzung: &Sitzung,
    umfang: Umfang,
    schritte: &[Registerschritt<Zuwendungsschritt>],
) -> Ergebnis<()> {
    letzten_pruefen((l, sitzung), ("zuwendung.schritt_zuruecknehmen", umfang), schritte, |s| match s.art() {
        Zuwendungsschrittart::Vorschlagen => Rang::Vorschlag,
        Zuwendungsschrittart::Bestaetigen | Zuwendungsschrittart::Zurueckgeben => Rang::Zweite,
        _ => Rang::Allein,
    })
}

/// The proposal is her own.
fn eigene(z: &Zuwendung, sitzung: &Sitzung) -> bool {
    z.lage.vorschlag().is_some_and(|e| e.von == sitzung.benutzer_id())
}
