//! Datenschutzvorfälle: entering, assessing, reporting, closing.

use super::*;
use crate::api::haus::pruefe_text;
use crate::api::register::modul;
use crate::api::registeranfragen::{EintragLesen, EintragZurueck};
use crate::api::tuer::{Auftrag, Frage, oder_konflikt};
use crate::api::zeitraum::{Auswertungszeitraum, geprueft};
use crate::api::{Leer, Seite, kundenreaktion};
use crate::audit::ObjektArt;
use crate::bericht::Bericht;
use crate::bericht::modell::Hauskopf;
use crate::datenschutz::vorfall::bericht::{Verzeichniseintrag, Vorfallverzeichnis, vorfallverzeichnis};
use crate::datenschutz::vorfall::{
    Datenschutzvorfall, Meldung, Risiko, Vorfallinhalt, Vorfalllage, Vorfallschritt, Vorfallschrittart,
    Vorfallstand, vorfallnummer, zeitpunkt,
};
use crate::fachaufsicht::pruefbericht::BerichtKopf;
use crate::fehler::{Ergebnis, Fehler};
use crate::frist::Uhrzeit;
use crate::haus::Haus;
use crate::schrittfolge::{Registerschritt, letzten_zuruecknehmen};
use crate::storage::{Lesen, Vorfalluebersicht, Vorfallzeile};
use crate::widerspruch::{Zuruecknahme, oder_felder};
use chrono::{Datelike, NaiveDate};
use chrono_tz::Europe::Berlin;
use serde::Serialize;
use ts_rs::TS;

modul! {
    operationen VorfallOperation {
        Anlegen(VorfallAnlegen) = "datenschutzvorfall.anlegen", "Datenschutzvorfall erfassen" => anlegen;
        Aendern(VorfallAendern) = "datenschutzvorfall.aendern", "Angaben eines Datenschutzvorfalls ändern" => aendern;
        Schritt(VorfallSchritt) = "datenschutzvorfall.schritt", "Schritt eines Datenschutzvorfalls eintragen" => schritt;
        SchrittZuruecknehmen(EintragZurueck) = "datenschutzvorfall.schritt_zuruecknehmen", "Letzten Schritt eines Datenschutzvorfalls zurücknehmen" => zuruecknehmen;
        Exportieren(VorfaelleExportieren) = "datenschutzvorfall.exportieren", "Liste der Datenschutzvorfälle ausgeben" => vorfallliste::exportieren_liste;
    }
    abfragen VorfallAbfrage {
        Liste(VorfaelleListe) -> Seite<Vorfallzeile> = "datenschutzvorfall.liste", "Datenschutzvorfälle ansehen" => vorfallliste::liste;
        Lesen(EintragLesen) -> VorfallDetail = "datenschutzvorfall.lesen", "Einzelnen Datenschutzvorfall ansehen" => vorfallansicht::lesen;
        Uebersicht(Leer) -> Vorfalluebersicht = "datenschutzvorfall.uebersicht", "Offene Datenschutzvorfälle zählen" => vorfallliste::uebersicht;
        Verzeichnis(Auswertungszeitraum) -> Vorfallzahlen = "datenschutzvorfall.verzeichnis", "Verzeichnis der Datenschutzvorfälle ansehen" => verzeichnis;
    }
}

/// The register of a period in numbers; each breach stands in the report.
#[derive(Debug, Default, Serialize, TS)]
pub struct Vorfallzahlen {
    /// Breaches that became known.
    pub vorfaelle: u32,
    /// Reported to the BfDI.
    pub gemeldet: u32,
    /// Of them after the end of the clock.
    pub verspaetet: u32,
    /// Ruled out.
    pub ohne_meldung: u32,
    /// With high risk.
    pub hohes_risiko: u32,
    /// Not closed.
    pub offen: u32,
    /// Measures from them in the register of measures.
    pub massnahmen: u32,
    /// Of these something is left to do.
    pub massnahmen_offen: u32,
}

const WAS: &str = "Der Datenschutzvorfall";

fn anlegen(a: &Auftrag<'_>, r: VorfallAnlegen) -> Ergebnis<Aenderung> {
    let angaben = angaben_geprueft(a.haus, r.angaben)?;
    let reaktion = r.aus_reaktion.as_deref().map(|id| reaktion(a, id)).transpose()?;
    let jahr = a.haus.umgebung().heute().year();
    let v = Datenschutzvorfall {
        id: a.neue_id(),
        nummer: vorfallnummer(jahr, a.s.letzte_vorfallnummer(jahr)? + 1),
        angaben,
        schritte: Vec::new(),
        lage: Vorfalllage::default(),
        reaktion_id: reaktion.as_ref().map(|k| k.0.clone()),
        angelegt_von: a.sitzung.benutzer_id().to_owned(),
        angelegt_am: a.haus.umgebung().zeitstempel(),
        version: 1,
    };
    let ende = v.angaben.uhr()?.ende;
    a.s.vorfall_anlegen(&v, ende, &a.salz())?;
    let mut aenderung = Aenderung::an(ObjektArt::DATENSCHUTZVORFALL, v.id.clone()).mit_hinweis(format!(
        "{} ist erfasst. Zu melden ist unverzüglich, möglichst bis {} (Art. 33 Abs. 1 DSGVO).",
        v.nummer,
        Uhrzeit(ende.with_timezone(&Berlin))
    ));
    if ende < a.haus.umgebung().jetzt() {
        aenderung = aenderung.mit_hinweis(
            "Die 72 Stunden sind schon vorbei. Bitte melden Sie unverzüglich und begründen Sie die Verzögerung.",
        );
    }
    if let Some((_, nummer)) = reaktion {
        aenderung =
            aenderung.mit_hinweis(format!("Der Vorfall ist mit der Kundenreaktion {nummer} verbunden."));
    }
    Ok(gewarnt(aenderung, freie_texte(&v.angaben)))
}

/// The Kundenreaktion it comes from: seen by the person, touching data protection, and not used before.
fn reaktion(a: &Auftrag<'_>, id: &str) -> Ergebnis<(String, String)> {
    let k = kundenreaktion::mit_datenschutz(a, id)?;
    match a.s.vorfall_zur_reaktion(&k.0)? {
        Some((_, nummer)) => Err(Fehler::feld(
            "aus_reaktion",
            format!("Zu dieser Kundenreaktion gibt es schon den Vorfall {nummer}."),
        )),
        None => Ok(k),
    }
}

fn aendern(a: &Auftrag<'_>, r: VorfallAendern) -> Ergebnis<Aenderung> {
    let vorher = laden(a.s, a.sitzung, a.umfang, &r.id)?;
    if vorher.lage.stand == Vorfallstand::Abgeschlossen {
        return Err(Fehler::regel("Der Vorfall ist abgeschlossen. Bitte nehmen Sie ihn zuerst wieder auf."));
    }
    if a.umfang < Umfang::Haus && !noch_unbearbeitet(&vorher) {
        return Err(Fehler::regel(
            "Der Vorfall ist schon in Bearbeitung. Bitte teilen Sie Änderungen der oder dem Datenschutzbeauftragten mit.",
        ));
    }
    let begruendung = pruefe_text("begruendung", &r.begruendung, 0, 500)?;
    let angaben = angaben_geprueft(a.haus, r.angaben)?;
    let mut schritte = vorher.schritte.clone();
    if let Some(schritt) = berichtigung(&vorher.angaben, &angaben, &begruendung)? {
        schritte.push(Registerschritt::neu(
            schritt,
            a.sitzung.benutzer_id(),
            a.haus.umgebung().zeitstempel(),
        ));
    }
    let lage = Vorfalllage::aus(&angaben, &schritte).map_err(|e| {
        Fehler::feld(
            "angaben.kenntnis_am",
            format!("Die bisherigen Schritte passen nicht zu diesen Angaben. {e}"),
        )
    })?;
    let neu = Datenschutzvorfall { angaben, schritte, lage, version: r.version, ..vorher };
    let texte = freie_texte(&neu.angaben).into_iter().chain([begruendung.as_str()]);
    Ok(gewarnt(speichern(a, &neu)?, texte))
}

/// The visible entry for another moment of knowledge: the clock hangs on it, so nobody moves it unseen.
fn berichtigung(
    alt: &Vorfallinhalt,
    neu: &Vorfallinhalt,
    begruendung: &str,
) -> Ergebnis<Option<Vorfallschritt>> {
    if (alt.kenntnis_am, alt.kenntnis_um) == (neu.kenntnis_am, neu.kenntnis_um) {
        return Ok(None);
    }
    if begruendung.chars().count() < 5 {
        return Err(Fehler::feld(
            "begruendung",
            "Der Zeitpunkt der Kenntnis lässt sich nur mit einer Begründung ändern, weil an ihm die 72 Stunden hängen. Der bisherige bleibt im Verlauf und im Verzeichnis sichtbar.",
        ));
    }
    Ok(Some(Vorfallschritt::Berichtigen {
        was: format!("Kenntnis {} statt {}", neu.kenntnis(), alt.kenntnis()),
        begruendung: begruendung.to_owned(),
    }))
}

fn schritt(a: &Auftrag<'_>, r: VorfallSchritt) -> Ergebnis<Aenderung> {
    if r.schritt.art() == Vorfallschrittart::Berichtigen {
        return Err(Fehler::regel(
            "Dieser Schritt hat einen eigenen Weg und lässt sich hier nicht eintragen.",
        ));
    }
    let mut v = laden(a.s, a.sitzung, a.umfang, &r.id)?;
    if v.lage.erlaubt(&v.angaben, r.schritt.art()) {
        nicht_in_der_zukunft(a.haus, &r.schritt)?;
    }
    v.lage = v.lage.nach(&v.angaben, &r.schritt)?;
    v.version = r.version;
    let texte: Vec<String> = r.schritt.texte().into_iter().map(str::to_owned).collect();
    v.schritte.push(Registerschritt::neu(
        r.schritt,
        a.sitzung.benutzer_id(),
        a.haus.umgebung().zeitstempel(),
    ));
    Ok(gewarnt(speichern(a, &v)?, texte.iter().map(String::as_str)))
}

fn zuruecknehmen(a: &Auftrag<'_>, r: EintragZurueck) -> Ergebnis<Aenderung> {
    let grund = pruefe_text("grund", &r.grund, 5, 500)?;
    let mut v = laden(a.s, a.sitzung, a.umfang, &r.id)?;
    let von = a.sitzung.benutzer_id().to_owned();
    let zuruecknahme = Zuruecknahme { von, am: a.haus.umgebung().zeitstempel(), grund };
    letzten_zuruecknehmen(&mut v.schritte, zuruecknahme, ruecknehmbar)?;
    v.lage = Vorfalllage::aus(&v.angaben, &v.schritte)?;
    v.version = r.version;
    speichern(a, &v)
}

/// What only the clock of the house knows.
fn nicht_in_der_zukunft(haus: &Haus, schritt: &Vorfallschritt) -> Ergebnis<()> {
    let u = haus.umgebung();
    let heute = u.heute();
    if schritt.am().is_some_and(|tag| tag > heute) {
        return Err(Fehler::feld("schritt.am", "Dieser Tag liegt in der Zukunft."));
    }
    match schritt {
        Vorfallschritt::Melden { am, um, .. } if zeitpunkt("schritt.um", *am, *um)? > u.jetzt() => {
            Err(Fehler::feld("schritt.um", "Diese Uhrzeit liegt in der Zukunft."))
        }
        Vorfallschritt::MassnahmeAbleiten { bis: Some(bis), .. } if *bis < heute => {
            Err(Fehler::feld("schritt.bis", "Dieser Tag ist schon vorbei."))
        }
        _ => Ok(()),
    }
}

fn angaben_geprueft(haus: &Haus, angaben: Vorfallinhalt) -> Ergebnis<Vorfallinhalt> {
    let angaben = Vorfallinhalt {
        betreff: pruefe_text("angaben.betreff", &angaben.betreff, 3, 120)?,
        hergang: pruefe_text("angaben.hergang", &angaben.hergang, 10, 2_000)?,
        folgen: pruefe_text("angaben.folgen", &angaben.folgen, 0, 1_000)?,
        kenntnis_durch: pruefe_text("angaben.kenntnis_durch", &angaben.kenntnis_durch, 0, 200)?,
        ..angaben
    };
    oder_felder(angaben.befunde(haus.umgebung().jetzt()))?;
    angaben.uhr()?;
    Ok(angaben)
}

fn freie_texte(a: &Vorfallinhalt) -> [&str; 4] {
    [&a.betreff, &a.hergang, &a.folgen, &a.kenntnis_durch].map(String::as_str)
}

/// A correction is undone by another one.
pub(super) fn ruecknehmbar(schritt: &Vorfallschritt) -> bool {
    schritt.art() != Vorfallschrittart::Berichtigen
}

/// Nobody has taken a step that counts.
pub(super) fn noch_unbearbeitet(v: &Datenschutzvorfall) -> bool {
    v.lage == Vorfalllage::default()
}

/// The breach of that id within a person's scope; outside it looks as if it did not exist.
pub(super) fn laden(
    l: &Lesen<'_>,
    sitzung: &Sitzung,
    umfang: Umfang,
    id: &str,
) -> Ergebnis<Datenschutzvorfall> {
    l.vorfall(id, nur_von(sitzung, umfang).as_deref())?.ok_or_else(|| Fehler::nicht_gefunden(WAS))
}

fn speichern(a: &Auftrag<'_>, v: &Datenschutzvorfall) -> Ergebnis<Aenderung> {
    let von = nur_von(a.sitzung, a.umfang);
    oder_konflikt(a.s.vorfall_aendern(v, v.angaben.uhr()?.ende), WAS, || a.s.vorfall(&v.id, von.as_deref()))?;
    Ok(Aenderung::an(ObjektArt::DATENSCHUTZVORFALL, v.id.clone()))
}

fn verzeichnis(f: &Frage<'_>, r: Auswertungszeitraum) -> Ergebnis<Vorfallzahlen> {
    let (von, bis) = geprueft((r.von, r.bis))?;
    let mut zahlen = Vorfallzahlen::default();
    for z in f.l.vorfallverzeichnis(von, bis)? {
        let lage = &z.vorfall.lage;
        zahlen.vorfaelle += 1;
        zahlen.gemeldet += u32::from(lage.gemeldet().is_some());
        zahlen.verspaetet += u32::from(lage.verspaetet());
        zahlen.ohne_meldung += u32::from(matches!(lage.meldung, Some(Meldung::Keine { .. })));
        zahlen.hohes_risiko += u32::from(lage.risiko() == Some(Risiko::Hoch));
        zahlen.offen += u32::from(lage.abschluss_am.is_none());
    }
    for m in f.l.abhilfe_der_vorfaelle(von, bis)?.values().flatten() {
        zahlen.massnahmen += 1;
        zahlen.massnahmen_offen += u32::from(!m.stand.abgeschlossen());
    }
    Ok(zahlen)
}

/// The register of a period as a report.
pub(in crate::api) fn bericht(
    l: &Lesen<'_>,
    zeitraum: (NaiveDate, NaiveDate),
    haus: Hauskopf,
    kopf: BerichtKopf,
) -> Ergebnis<Bericht> {
    let (von, bis) = geprueft(zeitraum)?;
    let mut abhilfe = l.abhilfe_der_vorfaelle(von, bis)?;
    let vorfaelle = l.vorfallverzeichnis(von, bis)?.into_iter().map(|z| Verzeichniseintrag {
        abhilfe: abhilfe.remove(&z.vorfall.id).unwrap_or_default(),
        vorfall: z.vorfall,
        reaktion: z.reaktion,
    });
    let vorfaelle = vorfaelle.collect();
    Ok(vorfallverzeichnis(&Vorfallverzeichnis { haus, von, bis, vorfaelle, kopf }))
}
