//! A run as a whole: its frame, another version of the catalogue, dropping it, correcting it.

use super::*;
use crate::api::haus::pruefe_text;
use crate::api::tuer::oder_konflikt;
use crate::pruefliste::{
    Durchgangsschritt, Durchgangsstand, Listenergebnis, Pruefantwort, fragen, unterschiede,
};
use crate::storage::{Katalogfassung, Nachweis};
use std::collections::BTreeSet;

/// Refuses a step that does not fit the state.
pub(super) fn verlange_schritt(d: &Durchgang, schritt: Durchgangsschritt) -> Ergebnis<()> {
    use crate::aufzaehlung::Aufzaehlung;
    if d.stand.erlaubt(schritt) {
        return Ok(());
    }
    Err(Fehler::regel(format!(
        "„{}“ ist hier nicht möglich: {} ist {}.",
        schritt.titel(),
        d.nummer,
        d.stand.titel()
    )))
}

/// Refuses changes to answers and evidence once a run was presented.
pub(super) fn verlange_bearbeitbar(d: &Durchgang) -> Ergebnis<()> {
    use crate::aufzaehlung::Aufzaehlung;
    if d.stand.bearbeitbar() {
        return Ok(());
    }
    Err(Fehler::regel(match d.stand {
        Durchgangsstand::Vorgelegt => {
            format!(
                "{} liegt zur Freigabe vor. Zum Ändern wird die Vorlage zurückgezogen oder zurückgegeben.",
                d.nummer
            )
        }
        Durchgangsstand::Freigegeben => {
            format!(
                "{} ist freigegeben und bleibt, wie er ist. Für eine Korrektur gibt es „Berichtigen“.",
                d.nummer
            )
        }
        sonst => format!("{} ist {} und lässt sich nicht mehr ändern.", d.nummer, sonst.titel()),
    }))
}

/// Refuses what needs the attached files of a run once they were removed by the rule of retention.
pub(super) fn verlange_dateien(l: &Lesen<'_>, d: &Durchgang) -> Ergebnis<()> {
    match l.entfernt_am(&d.id)? {
        None => Ok(()),
        Some(am) => Err(Fehler::regel(format!(
            "Die Dateien von {} wurden am {} nach der Aufbewahrungsregel entfernt. Der Durchgang bleibt, wie er ist.",
            d.nummer,
            am.format("%d.%m.%Y")
        ))),
    }
}

/// The version of the catalogue that a run uses.
pub(super) fn fassung_von(l: &Lesen<'_>, d: &Durchgang) -> Ergebnis<Katalogfassung> {
    l.katalogfassung(&d.katalogfassung_id)?.ok_or_else(|| Fehler::nicht_gefunden("Die Fassung der Prüfliste"))
}

/// Saves a run against its expected version.
pub(super) fn speichern(
    a: &Auftrag<'_>,
    d: &Durchgang,
    ergebnis: Option<&Listenergebnis>,
) -> Ergebnis<Aenderung> {
    oder_konflikt(a.s.durchgang_aendern(d, ergebnis), "Der Durchgang", || {
        a.s.durchgang(&Listensicht { haus: true, ..Listensicht::default() }, &d.id)
    })?;
    Ok(Aenderung::an(ObjektArt::DURCHGANG, d.id.clone()))
}

pub(super) fn aendern(a: &Auftrag<'_>, r: DurchgangAendern) -> Ergebnis<Aenderung> {
    let vorher = zu_aendern(a, "pruefliste.aendern", &r.id)?;
    verlange_bearbeitbar(&vorher)?;
    let katalog =
        a.s.pruefkatalog(&vorher.katalog_id)?.ok_or_else(|| Fehler::nicht_gefunden("Die Prüfliste"))?;
    let rahmen = r.rahmen.geprueft(katalog.gebiet)?;
    if (rahmen.ebene, &rahmen.einheit_id) != (vorher.rahmen.ebene, &vorher.rahmen.einheit_id) {
        return Err(Fehler::feld(
            "rahmen.einheit_id",
            "Die Einheit bleibt. Bitte führen Sie diesen Durchgang nicht durch und planen Sie einen neuen.",
        ));
    }
    speichern(a, &Durchgang { rahmen, version: r.version, ..vorher }, None)
}

/// Puts a running run onto the newest released version; answers and evidence to questions of both stay.
pub(super) fn fassung_wechseln(a: &Auftrag<'_>, r: DurchgangBezug) -> Ergebnis<Aenderung> {
    let vorher = zu_aendern(a, "pruefliste.fassung_wechseln", &r.id)?;
    verlange_bearbeitbar(&vorher)?;
    let alt = fassung_von(a.s, &vorher)?;
    let neu = a.s.geltende_katalogfassung(&vorher.katalog_id)?.filter(|n| n.nummer > alt.nummer).ok_or_else(
        || Fehler::regel(format!("{} verwendet schon die neueste freigegebene Fassung.", vorher.nummer)),
    )?;
    let umfang = nach_wechsel(&vorher.fragen, &alt, &neu);
    let antworten = a.s.pruefantworten(&vorher.id)?;
    let entfallen = antworten.iter().filter(|x| !umfang.contains(&x.frage)).count();
    let anders: BTreeSet<String> = unterschiede(&alt.kapitel, &neu.kapitel)
        .into_iter()
        .filter(|u| u.sinn().next().is_some())
        .map(|u| u.kennung)
        .collect();
    let noch_einmal: Vec<&str> = antworten
        .iter()
        .map(|x| x.frage.as_str())
        .filter(|f| umfang.contains(*f) && anders.contains(*f))
        .collect();
    a.s.pruefantworten_zu_bestaetigen(&vorher.id, &noch_einmal, &alt.id)?;
    let d = Durchgang { katalogfassung_id: neu.id, fragen: umfang, version: r.version, ..vorher };
    let mut aenderung = speichern(a, &d, None)?.mit_hinweis(format!(
        "Der Durchgang verwendet jetzt Fassung {}. Die Antworten sind übernommen.",
        neu.nummer
    ));
    if !noch_einmal.is_empty() {
        aenderung = aenderung.mit_hinweis(format!(
            "Diese beantworteten Fragen sind geändert. Bitte bestätigen Sie die Antworten vor dem Vorlegen: {}.",
            noch_einmal.join(", ")
        ));
    }
    if entfallen > 0 {
        aenderung = aenderung.mit_hinweis(crate::vollzaehlung::je(
            entfallen as u64,
            "Eine beantwortete Frage gibt es in der neuen Fassung nicht mehr; ihre Antwort zählt nicht.",
            |n| format!("{n} beantwortete Fragen gibt es in der neuen Fassung nicht mehr; ihre Antworten zählen nicht."),
        ));
    }
    Ok(aenderung)
}

/// What was due stays due, and every question that is new comes in.
fn nach_wechsel(umfang: &BTreeSet<String>, alt: &Katalogfassung, neu: &Katalogfassung) -> BTreeSet<String> {
    let alte: BTreeSet<&str> = fragen(&alt.kapitel).map(|f| f.kennung.as_str()).collect();
    fragen(&neu.kapitel)
        .filter(|f| umfang.contains(&f.kennung) || !alte.contains(f.kennung.as_str()))
        .map(|f| f.kennung.clone())
        .collect()
}

/// Ends a run without a result.
pub(super) fn entfallen(a: &Auftrag<'_>, r: DurchgangBegruendet) -> Ergebnis<Aenderung> {
    const OP: &str = "pruefliste.entfallen";
    let vorher = zu_aendern(a, OP, &r.id)?;
    verlange_schritt(&vorher, Durchgangsschritt::Entfallen)?;
    if zu_zweit(a.s, &vorher)? {
        erste_person(
            a,
            OP,
            &vorher.id,
            "Dieser Durchgang ist begonnen. Dass er nicht durchgeführt wird, entscheiden zwei Personen gemeinsam.",
        )?;
    }
    let grund = pruefe_text("grund", &r.grund, 5, 500)?;
    ohne_verdacht(a, &vorher, "grund", &grund)?;
    speichern(a, &Durchgang { stand: Durchgangsstand::Entfallen, grund, version: r.version, ..vorher }, None)
}

/// Whether two persons decide that a run is not done: once it was ever answered or has had evidence, because what was
/// found would then count nowhere. Where a correction is dropped, the released Fassung goes on to count.
pub(super) fn zu_zweit(l: &Lesen<'_>, d: &Durchgang) -> Ergebnis<bool> {
    let begonnen = d.stand != Durchgangsstand::Geplant || !l.nachweise(&d.id)?.is_empty();
    Ok(d.ersetzt.is_none() && begonnen)
}

/// A correction: a new Fassung with the same answers and evidence. The released one counts until the new one is
/// released.
pub(super) fn berichtigen(a: &Auftrag<'_>, r: DurchgangBegruendet) -> Ergebnis<Aenderung> {
    let vorher = zu_aendern(a, "pruefliste.berichtigen", &r.id)?;
    verlange_schritt(&vorher, Durchgangsschritt::Berichtigen)?;
    verlange_dateien(a.s, &vorher)?;
    if a.s.berichtigung_von(&vorher.id)?.is_some() {
        return Err(Fehler::regel(format!("Zu {} gibt es schon eine offene Berichtigung.", vorher.nummer)));
    }
    if r.version != vorher.version {
        return Err(Fehler::from(crate::storage::StorageFehler::Veraltet)
            .mit_stand(serde_json::to_value(&vorher).map_err(Fehler::intern)?));
    }
    let grund = pruefe_text("grund", &r.grund, 5, 500)?;
    ohne_verdacht(a, &vorher, "grund", &grund)?;
    let zeit = a.haus.umgebung().zeitstempel();
    let d = Durchgang {
        id: a.neue_id(),
        fassung: a.s.letzte_fassung(&vorher.nummer)? + 1,
        ersetzt: Some(vorher.id.clone()),
        berichtigung: grund,
        stand: Durchgangsstand::InArbeit,
        grund: String::new(),
        vorgelegt_von: None,
        vorgelegt_am: None,
        freigegeben_von: None,
        freigegeben_am: None,
        angelegt_von: a.sitzung.benutzer_id().to_owned(),
        angelegt_am: zeit,
        version: 1,
        ..vorher.clone()
    };
    a.s.durchgang_anlegen(&d, &a.salz())?;
    let mut aenderung = Aenderung::an(ObjektArt::DURCHGANG, d.id.clone());
    for antwort in a.s.pruefantworten(&vorher.id)? {
        let neu = Pruefantwort { version: 0, ..antwort };
        a.s.pruefantwort_speichern(&d.id, &neu, &a.salz())?;
        aenderung =
            aenderung.und(ObjektArt::PRUEFANTWORT, crate::pruefliste::pruefantwort_id(&d.id, &neu.frage));
    }
    for nachweis in a.s.nachweise(&vorher.id)?.into_iter().filter(|n| n.entfernt_grund.is_none()) {
        let neu = Nachweis { id: a.neue_id(), durchgang_id: d.id.clone(), version: 1, ..nachweis };
        a.s.nachweis_anlegen(&neu, &a.salz())?;
        aenderung = aenderung.und(ObjektArt::NACHWEIS, neu.id);
    }
    Ok(aenderung.mit_hinweis(format!(
        "{} Fassung {} ist angelegt. Bis zu ihrer Freigabe gilt die bisherige.",
        d.nummer, d.fassung
    )))
}
