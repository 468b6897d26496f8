//! The way of a Feststellung: out of the sheet, answered, decided, final, corrected.

use super::bogen_arbeit::{mit_warnung, pruefe_anzahl};
use super::bogen_kontext::{Bogen, leitet};
use super::feststellung::{laden, pruefe_kataloge};
use super::feststellung_anfragen::*;
use super::korrektur::angleichen;
use super::sicht;
use crate::api::haus::pruefe_text;
use crate::api::tuer::{Aenderung, Auftrag, oder_konflikt};
use crate::audit::ObjektArt;
use crate::benutzer::Rolle;
use crate::fachaufsicht::feststellung::{
    Entscheidung, Entscheidungsergebnis, Feststellung, FeststellungInhalt, FeststellungStand, Stellungnahme,
    StellungnahmeAntwort, stellungnahme_bis,
};
use crate::fehler::{Code, Ergebnis, Fehler};
use std::collections::BTreeMap;

/// The sheet is released: its Feststellungen go to the Teamleitung, the corrections become due.
///
/// What the Teamleitung found herself in the own team needs no answer of hers and is final at once.
pub(super) fn freigeben(a: &Auftrag<'_>, mut aenderung: Aenderung, bogen: &Bogen) -> Ergebnis<Aenderung> {
    let bis = stellungnahme_bis(a.haus.umgebung().heute(), bogen.rahmen.stellungnahme_tage);
    let mut eigene: BTreeMap<&str, bool> = BTreeMap::new();
    for x in &bogen.feststellungen {
        let eigen = match eigene.get(x.erfasst_von.as_str()) {
            Some(eigen) => *eigen,
            None => {
                let eigen = a.s.benutzer(&x.erfasst_von)?.is_some_and(|b| {
                    b.rollen.contains(&Rolle::Teamleitung)
                        && bogen.fall.team_id.as_ref().is_some_and(|t| b.teams.contains(t))
                });
                eigene.insert(&x.erfasst_von, eigen);
                eigen
            }
        };
        let neu = if eigen {
            Feststellung {
                stand: FeststellungStand::Festgestellt,
                festgestellt_am: Some(a.haus.umgebung().zeitstempel()),
                ..x.clone()
            }
        } else {
            Feststellung {
                stand: FeststellungStand::ZurStellungnahme,
                stellungnahme_bis: Some(bis),
                ..x.clone()
            }
        };
        aenderung = speichern(a, aenderung, &neu)?;
        aenderung = angleichen(a, aenderung, &neu, bogen.fall.team_id.as_deref())?;
    }
    Ok(aenderung)
}

/// The sheet is opened again: its Feststellungen belong to it alone once more.
pub(super) fn zurueckholen(a: &Auftrag<'_>, mut aenderung: Aenderung, bogen: &Bogen) -> Ergebnis<Aenderung> {
    for x in bogen.feststellungen.iter().filter(|x| x.stand == FeststellungStand::ZurStellungnahme) {
        if let Some(k) = a.s.korrektur_zu(&x.id)? {
            if k.erledigt_am.is_some() {
                return Err(Fehler::regel(
                    "Der Prüfbogen lässt sich nicht mehr öffnen, weil der Fall schon korrigiert wurde.",
                ));
            }
            a.s.korrektur_loeschen(&k.id, k.version)?;
            aenderung = aenderung.und(ObjektArt::KORREKTUR, k.id);
        }
        let neu = Feststellung { stand: FeststellungStand::Erfasst, stellungnahme_bis: None, ..x.clone() };
        aenderung = speichern(a, aenderung, &neu)?;
    }
    Ok(aenderung)
}

pub(super) fn zur_stellungnahme(a: &Auftrag<'_>, r: ZurStellungnahme) -> Ergebnis<Aenderung> {
    let (x, bogen) = laden(a.s, a.sitzung, a.umfang, &r.id)?;
    let moeglich = match x.stand {
        FeststellungStand::ZurStellungnahme => true,
        FeststellungStand::Erfasst => bogen.fall.stand.fertig(),
        _ => false,
    };
    if !moeglich {
        return Err(Fehler::regel("Zu dieser Feststellung wird keine Stellungnahme erwartet."));
    }
    let heute = a.haus.umgebung().heute();
    let bis = r.bis.unwrap_or_else(|| stellungnahme_bis(heute, bogen.rahmen.stellungnahme_tage));
    if bis < heute || bis > stellungnahme_bis(heute, 180) {
        return Err(Fehler::feld("bis", "Bitte wählen Sie einen Tag in den nächsten 180 Tagen."));
    }
    let neu = Feststellung {
        stand: FeststellungStand::ZurStellungnahme,
        stellungnahme_bis: Some(bis),
        version: r.version,
        ..x
    };
    let aenderung = speichern(a, Aenderung::default(), &neu)?;
    angleichen(a, aenderung, &neu, bogen.fall.team_id.as_deref())
}

pub(super) fn stellungnahme(a: &Auftrag<'_>, r: StellungnahmeAbgeben) -> Ergebnis<Aenderung> {
    let (x, bogen) = laden(a.s, a.sitzung, a.umfang, &r.id)?;
    let quelle = r.uebertragen_aus.map(|q| pruefe_text("uebertragen_aus", &q, 3, 200)).transpose()?;
    let selbst = leitet(a.sitzung, bogen.fall.team_id.as_deref());
    if !selbst && !a.sitzung.hat(Rolle::Qualitaetsmanagement) {
        return Err(Fehler::neu(Code::Recht, "Die Stellungnahme gibt die Teamleitung des Teams ab."));
    }
    if !selbst && quelle.is_none() {
        return Err(Fehler::feld(
            "uebertragen_aus",
            "Bitte geben Sie an, woher die Stellungnahme übertragen ist.",
        ));
    }
    let stand = x
        .stand
        .nach_stellungnahme(r.antwort)
        .ok_or_else(|| Fehler::regel("Zu dieser Feststellung wird keine Stellungnahme (mehr) erwartet."))?;
    let mindestens = if r.antwort == StellungnahmeAntwort::Anerkannt { 0 } else { 10 };
    let s = Stellungnahme {
        id: a.neue_id(),
        antwort: r.antwort,
        text: pruefe_text("text", &r.text, mindestens, 4000)?,
        uebertragen_aus: quelle.unwrap_or_default(),
        von: a.sitzung.benutzer_id().to_owned(),
        am: a.haus.umgebung().zeitstempel(),
    };
    let neu = Feststellung { stand, version: r.version, ..x };
    // The state first: it finds a stale version before the UNIQUE constraint would.
    let aenderung = speichern(a, Aenderung::default(), &neu)?;
    a.s.stellungnahme_anlegen(&neu.id, &s, &a.salz())?;
    mit_warnung(aenderung.und(ObjektArt::STELLUNGNAHME, s.id), &s.text)
}

pub(super) fn entscheiden(a: &Auftrag<'_>, r: FeststellungEntscheiden) -> Ergebnis<Aenderung> {
    let (x, bogen) = laden(a.s, a.sitzung, a.umfang, &r.id)?;
    let ich = a.sitzung.benutzer_id();
    if x.erfasst_von == ich {
        return Err(Fehler::vier_augen(
            "Sie haben diese Feststellung selbst erfasst. Die Entscheidung muss eine andere Person treffen.",
        ));
    }
    if a.s.stellungnahme_selbst_von(&x.id)?.as_deref() == Some(ich) {
        return Err(Fehler::vier_augen(
            "Sie haben zu dieser Feststellung Stellung genommen. Die Entscheidung muss eine andere Person treffen.",
        ));
    }
    let stand = x
        .stand
        .nach_entscheidung(r.ergebnis)
        .ok_or_else(|| Fehler::regel("Diese Feststellung ist nicht strittig."))?;
    let inhalt = match (r.ergebnis, r.inhalt) {
        (Entscheidungsergebnis::Geaendert, Some(neu)) => Some(geprueft(a, neu, &x)?),
        (Entscheidungsergebnis::Geaendert, None) => {
            return Err(Fehler::feld("inhalt", "Bitte geben Sie an, wie die Feststellung künftig lautet."));
        }
        (_, Some(_)) => {
            return Err(Fehler::feld("ergebnis", "Eine neue Fassung gehört zum Ergebnis „geändert“."));
        }
        (_, None) => None,
    };
    let e = Entscheidung {
        id: a.neue_id(),
        ergebnis: r.ergebnis,
        grund: pruefe_text("grund", &r.grund, 10, 4000)?,
        von: ich.to_owned(),
        am: a.haus.umgebung().zeitstempel(),
    };
    let mut aenderung = Aenderung::default();
    if inhalt.is_some() {
        aenderung = fassung(a, aenderung, &x, &e.grund)?;
    }
    let neu = Feststellung {
        inhalt: inhalt.unwrap_or_else(|| x.inhalt.clone()),
        stand,
        festgestellt_am: (stand == FeststellungStand::Festgestellt).then(|| e.am.clone()),
        version: r.version,
        ..x
    };
    aenderung = speichern(a, aenderung, &neu)?;
    a.s.entscheidung_anlegen(&neu.id, &e, &a.salz())?;
    aenderung = aenderung.und(ObjektArt::ENTSCHEIDUNG, e.id);
    aenderung = angleichen(a, aenderung, &neu, bogen.fall.team_id.as_deref())?;
    mit_warnung(aenderung, &e.grund)
}

pub(super) fn feststellen(a: &Auftrag<'_>, r: Feststellen) -> Ergebnis<Aenderung> {
    pruefe_anzahl(r.feststellungen.len())?;
    let heute = a.haus.umgebung().heute();
    let mut aenderung = Aenderung::default();
    for bezug in r.feststellungen {
        let x =
            a.s.feststellung(&sicht(a.sitzung, a.umfang), &bezug.id)?
                .ok_or_else(|| Fehler::nicht_gefunden("Die Feststellung"))?;
        if !x.stand.kann_festgestellt_werden(x.stellungnahme_bis, heute) {
            return Err(Fehler::regel(format!(
                "Feststellung {} ist {}. Festgestellt wird, was anerkannt ist oder wozu die Frist ohne Stellungnahme abgelaufen ist.",
                x.nummer,
                crate::fachaufsicht::Aufzaehlung::titel(x.stand)
            )));
        }
        let neu = Feststellung {
            stand: FeststellungStand::Festgestellt,
            festgestellt_am: Some(a.haus.umgebung().zeitstempel()),
            version: bezug.version,
            ..x
        };
        aenderung = speichern(a, aenderung, &neu)?;
    }
    Ok(aenderung)
}

pub(super) fn berichtigen(a: &Auftrag<'_>, r: FeststellungBerichtigen) -> Ergebnis<Aenderung> {
    let (x, bogen) = laden(a.s, a.sitzung, a.umfang, &r.id)?;
    if x.stand != FeststellungStand::Festgestellt {
        return Err(Fehler::regel(
            "Berichtigt wird, was festgestellt ist; vorher wird die Feststellung im Prüfbogen geändert.",
        ));
    }
    // Nobody can open the case any more, neither to compare nor to correct it.
    if a.s.entfernt_am(&x.pruefung_id)?.is_some() {
        return Err(Fehler::regel(
            "Der Fallbezug dieser Prüfung wurde nach der Aufbewahrungsregel entfernt. Die Feststellung bleibt, wie sie ist.",
        ));
    }
    let grund = pruefe_text("grund", &r.grund, 10, 2000)?;
    let inhalt = geprueft(a, r.inhalt, &x)?;
    if inhalt == x.inhalt {
        return Err(Fehler::regel("An der Feststellung wurde nichts geändert."));
    }
    let aenderung = fassung(a, Aenderung::default(), &x, &grund)?;
    let neu = Feststellung { inhalt, version: r.version, ..x };
    let aenderung = speichern(a, aenderung, &neu)?;
    let aenderung = angleichen(a, aenderung, &neu, bogen.fall.team_id.as_deref())?;
    mit_warnung(aenderung, &neu.inhalt.text)
}

fn geprueft(a: &Auftrag<'_>, neu: FeststellungInhalt, vorher: &Feststellung) -> Ergebnis<FeststellungInhalt> {
    let neu = neu.geprueft()?;
    pruefe_kataloge(a, &neu, Some(&vorher.inhalt))?;
    Ok(neu)
}

/// Keeps the present wording.
fn fassung(a: &Auftrag<'_>, aenderung: Aenderung, vorher: &Feststellung, grund: &str) -> Ergebnis<Aenderung> {
    let id = a.neue_id();
    let am = a.haus.umgebung().zeitstempel();
    a.s.fassung_anlegen(&id, vorher, grund, (a.sitzung.benutzer_id(), &am), &a.salz())?;
    Ok(aenderung.und(ObjektArt::FESTSTELLUNG_FASSUNG, id))
}

/// Saves a Feststellung against its expected version.
pub(super) fn speichern(a: &Auftrag<'_>, aenderung: Aenderung, x: &Feststellung) -> Ergebnis<Aenderung> {
    oder_konflikt(a.s.feststellung_aendern(x), "Die Feststellung", || {
        a.s.feststellung(&sicht(a.sitzung, a.umfang), &x.id)
    })?;
    Ok(aenderung.und(ObjektArt::FESTSTELLUNG, x.id.clone()))
}
