//! Measures: entering, changing, listing.

use super::*;
use crate::api::haus::pruefe_text;
use crate::api::tuer::oder_konflikt;
use crate::freitext;
use crate::korruption::verdacht::kein_verdacht;
use crate::massnahme::{Massnahmeninhalt, Massnahmenlage, massnahmennummer};
use chrono::Datelike;

pub(super) fn anlegen(a: &Auftrag<'_>, r: MassnahmeAnlegen) -> Ergebnis<Aenderung> {
    let heute = a.haus.umgebung().heute();
    let angaben = geprueft(a, r.angaben)?;
    if angaben.faellig < heute {
        return Err(Fehler::feld("angaben.faellig", "Dieser Tag ist schon vorbei."));
    }
    let anlass = herkunft::verlangt(a.s, a.sitzung, &r.herkunft)?;
    if let crate::massnahme::Herkunft::Kundenreaktion { id, massnahme: Some(n) } = &r.herkunft {
        // The same promise must not stand in the register twice.
        let alle = sicht(a.sitzung, Umfang::Haus);
        let schon = a.s.massnahmen_zu_herkunft(&alle, Herkunftsart::Kundenreaktion, id)?;
        if let Some(v) = schon.iter().find(|v| v.massnahme == Some(*n)) {
            return Err(Fehler::regel(format!("Diese Maßnahme steht schon als {} im Register.", v.nummer)));
        }
    }
    let jahr = heute.year();
    let art = r.herkunft.art();
    let m = Massnahme {
        id: a.neue_id(),
        nummer: massnahmennummer(jahr, a.s.letzte_massnahmennummer(jahr)? + 1),
        herkunft: r.herkunft,
        herkunft_stelle: anlass.stelle,
        // A danger of corruption is no matter of the team that it is about.
        herkunft_team: anlass.team_id.filter(|_| art != Herkunftsart::Gefaehrdung),
        lage: Massnahmenlage::neu(angaben.faellig),
        angaben,
        schritte: Vec::new(),
        angelegt_von: a.sitzung.benutzer_id().to_owned(),
        angelegt_am: a.haus.umgebung().zeitstempel(),
        version: 1,
    };
    a.s.massnahme_anlegen(&m, &a.salz())?;
    zustaendige_sieht_sie(a, &m)?;
    suchbar(a, &m, anlass.nummer.as_deref())?;
    let aenderung =
        Aenderung::an(ObjektArt::MASSNAHME, m.id.clone()).mit_hinweis(format!("{} ist angelegt.", m.nummer));
    Ok(gewarnt(aenderung, [&m.angaben.was, &m.angaben.erlaeuterung]))
}

pub(super) fn aendern(a: &Auftrag<'_>, r: MassnahmeAendern) -> Ergebnis<Aenderung> {
    let vorher = zu_aendern(a, &r.id)?;
    if vorher.lage.stand.abgeschlossen() {
        return Err(Fehler::regel(
            "Die Maßnahme ist abgeschlossen. Zum Ändern nehmen Sie bitte zuerst den letzten Schritt zurück.",
        ));
    }
    let angaben = geprueft(a, r.angaben)?;
    if angaben.faellig != vorher.angaben.faellig {
        return Err(Fehler::feld(
            "angaben.faellig",
            "Die Fälligkeit lässt sich nur mit einem Grund verschieben, damit der alte Tag sichtbar bleibt.",
        ));
    }
    let neu = Massnahme { angaben, version: r.version, ..vorher };
    let aenderung = speichern(a, &neu)?;
    zustaendige_sieht_sie(a, &neu)?;
    let nummer = a.s.massnahme_herkunft_nummer(&neu.id)?;
    suchbar(a, &neu, nummer.as_deref())?;
    Ok(gewarnt(aenderung, [&neu.angaben.was, &neu.angaben.erlaeuterung]))
}

/// Refuses what cannot be right.
fn geprueft(a: &Auftrag<'_>, angaben: Massnahmeninhalt) -> Ergebnis<Massnahmeninhalt> {
    let angaben = angaben.geprueft()?;
    // A suspicion belongs elsewhere: half the house reads this register.
    kein_verdacht("angaben.was", &angaben.was)?;
    kein_verdacht("angaben.erlaeuterung", &angaben.erlaeuterung)?;
    if angaben.team_id.is_some() && !a.s.teams()?.iter().any(|t| Some(&t.id) == angaben.team_id.as_ref()) {
        return Err(Fehler::feld("angaben.team_id", "Dieses Team gibt es nicht."));
    }
    Ok(angaben)
}

/// Nobody can see to a measure that is hidden from her.
fn zustaendige_sieht_sie(a: &Auftrag<'_>, m: &Massnahme) -> Ergebnis<()> {
    if a.s.massnahme_vertraulich(&m.id)? && !sieht_vertrauliches(m.angaben.rolle) {
        return Err(Fehler::feld(
            "angaben.rolle",
            "Maßnahmen der Korruptionsprävention sehen nur Ansprechperson, Qualitätsmanagement, Geschäftsführung und Revision. Bitte wählen Sie eine Funktion aus diesem Kreis und sprechen Sie alles Weitere ab.",
        ));
    }
    Ok(())
}

/// Writes a changed measure.
pub(super) fn speichern(a: &Auftrag<'_>, m: &Massnahme) -> Ergebnis<Aenderung> {
    oder_konflikt(a.s.massnahme_aendern(m), "Die Maßnahme", || {
        a.s.massnahme_sichtbar(&sicht(a.sitzung, a.umfang), &m.id)
    })?;
    Ok(Aenderung::an(ObjektArt::MASSNAHME, m.id.clone()))
}

/// Hints at what does not belong into a free text of a measure.
pub(super) fn gewarnt<'t>(aenderung: Aenderung, texte: impl IntoIterator<Item = &'t String>) -> Aenderung {
    texte.into_iter().filter_map(|t| freitext::warnung(t)).fold(aenderung, Aenderung::mit_hinweis)
}

fn suchbar(a: &Auftrag<'_>, m: &Massnahme, herkunft: Option<&str>) -> Ergebnis<()> {
    let text = [m.nummer.as_str(), &m.angaben.was, &m.angaben.erlaeuterung, herkunft.unwrap_or_default()];
    Ok(a.s.massnahme_suchbar(&m.id, &text.join(" "))?)
}

pub(super) fn liste(f: &Frage<'_>, r: MassnahmenListe) -> Ergebnis<Seite<Massnahmenzeile>> {
    let mut filter = r.filter;
    filter.suche = pruefe_text("filter.suche", &filter.suche, 0, 100)?;
    let (zeilen, gesamt) = f.l.massnahmenliste(
        &sicht(f.sitzung, f.umfang),
        f.haus.umgebung().heute(),
        &filter,
        (r.sortierung, r.absteigend),
        (r.blatt.ab, r.blatt.anzahl()),
    )?;
    Ok(Seite { zeilen, gesamt })
}
