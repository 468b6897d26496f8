//! Feststellungen: writing them in the sheet, lists, one of them.

use super::bogen::titel;
use super::bogen_anfragen::Verlauf;
use super::bogen_arbeit::mit_warnung;
use super::bogen_kontext::{Bogen, klarsicht, leitet};
use super::feststellung_anfragen::*;
use super::{feststellung_weg, korrektur, listen, sicht};
use crate::api::organisation::bezug_oder_neu;
use crate::api::rechte::Umfang;
use crate::api::register::modul;
use crate::api::tuer::{Aenderung, Auftrag, Frage, oder_konflikt};
use crate::api::{Leer, Seite};
use crate::audit::ObjektArt;
use crate::benutzer::Rolle;
use crate::fachaufsicht::bogen::darf_feststellung;
use crate::fachaufsicht::feststellung::{Feststellung, FeststellungInhalt, FeststellungStand, ueberfaellig};
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::katalog::Katalog;
use crate::storage::{
    FeststellungFilter, FeststellungZeile, Feststellungssortierung, Korrekturseite, Korrekturuebersicht,
    Lesen, Textlaenge,
};

modul! {
    operationen FeststellungOperation {
        Speichern(FeststellungSpeichern) = "feststellung.speichern", "Feststellung erfassen oder ändern" => speichern;
        Loeschen(FeststellungBezug) = "feststellung.loeschen", "Erfasste Feststellung löschen" => loeschen;
        ZurStellungnahme(ZurStellungnahme) = "feststellung.zur_stellungnahme", "Frist zur Stellungnahme setzen" => feststellung_weg::zur_stellungnahme;
        Stellungnahme(StellungnahmeAbgeben) = "feststellung.stellungnahme", "Zu einer Feststellung Stellung nehmen" => feststellung_weg::stellungnahme;
        Entscheiden(FeststellungEntscheiden) = "feststellung.entscheiden", "Strittige Feststellung entscheiden" => feststellung_weg::entscheiden;
        Feststellen(Feststellen) = "feststellung.feststellen", "Feststellung abschließend feststellen" => feststellung_weg::feststellen;
        Berichtigen(FeststellungBerichtigen) = "feststellung.berichtigen", "Feststellung berichtigen" => feststellung_weg::berichtigen;
        Exportieren(listen::FeststellungExportieren) = "feststellung.exportieren", "Liste der Feststellungen ausgeben" => listen::feststellungen;
        KorrekturErledigen(KorrekturErledigen) = "korrektur.erledigen", "Korrektur als erledigt melden" => korrektur::erledigen;
        KorrekturBestaetigen(KorrekturBestaetigen) = "korrektur.bestaetigen", "Korrekturen bestätigen" => korrektur::bestaetigen;
        KorrekturZurueckgeben(KorrekturZurueckgeben) = "korrektur.zurueckgeben", "Korrektur zurückgeben" => korrektur::zurueckgeben;
        KorrekturExportieren(listen::KorrekturExportieren) = "korrektur.exportieren", "Liste der Korrekturen ausgeben" => listen::korrekturen;
    }
    abfragen FeststellungAbfrage {
        Liste(FeststellungListeAnfrage) -> Seite<FeststellungZeile> = "feststellung.liste", "Feststellungen ansehen" => liste;
        Lesen(FeststellungLesen) -> FeststellungDetail = "feststellung.lesen", "Eine Feststellung ansehen" => lesen;
        Korrekturen(KorrekturListeAnfrage) -> Korrekturseite = "korrektur.liste", "Korrekturen ansehen" => korrektur::liste;
        Korrekturuebersicht(Leer) -> Korrekturuebersicht = "korrektur.uebersicht", "Korrekturen in Zahlen ansehen" => korrektur::uebersicht;
    }
}

/// A Feststellung with its sheet, within the person's scope.
pub(super) fn laden(
    l: &Lesen<'_>,
    sitzung: &Sitzung,
    umfang: Umfang,
    id: &str,
) -> Ergebnis<(Feststellung, Bogen)> {
    let x = l
        .feststellung(&sicht(sitzung, umfang), id)?
        .ok_or_else(|| Fehler::nicht_gefunden("Die Feststellung"))?;
    let bogen = Bogen::laden(l, sitzung, umfang, &x.prueffall_id)?;
    Ok((x, bogen))
}

fn speichern(a: &Auftrag<'_>, r: FeststellungSpeichern) -> Ergebnis<Aenderung> {
    let bogen = Bogen::zum_bearbeiten(a, &r.prueffall_id)?;
    if !bogen.werte().get(&r.merkmal).is_some_and(|w| darf_feststellung(*w)) {
        return Err(Fehler::regel("Eine Feststellung gehört zu einer Antwort „nein“ oder „teilweise“."));
    }
    let inhalt = r.inhalt.geprueft()?;
    let neu = r.bezug.is_none();
    let vorher = match &r.bezug {
        Some(b) => Some(
            bogen
                .feststellungen
                .iter()
                .find(|x| x.id == b.id && x.merkmal == r.merkmal)
                .ok_or_else(|| Fehler::nicht_gefunden("Die Feststellung"))?,
        ),
        None => None,
    };
    pruefe_kataloge(a, &inhalt, vorher.map(|x| &x.inhalt))?;
    let (id, version, _) = bezug_oder_neu(a, r.bezug);
    let x = Feststellung {
        id,
        prueffall_id: bogen.fall.id.clone(),
        pruefung_id: bogen.fall.pruefung_id.clone(),
        nummer: match vorher {
            Some(x) => x.nummer,
            None => a.s.letzte_feststellungsnummer(&bogen.fall.pruefung_id)? + 1,
        },
        merkmal: r.merkmal,
        inhalt,
        stand: FeststellungStand::Erfasst,
        stellungnahme_bis: None,
        erfasst_von: a.sitzung.benutzer_id().to_owned(),
        erfasst_am: a.haus.umgebung().zeitstempel(),
        festgestellt_am: None,
        version,
    };
    if neu {
        if bogen.hat_feststellung(&x.merkmal) {
            return Err(Fehler::regel("Zu diesem Merkmal gibt es schon eine Feststellung."));
        }
        a.s.feststellung_anlegen(&x, &a.salz())?;
        return mit_warnung(Aenderung::an(ObjektArt::FESTSTELLUNG, x.id), &x.inhalt.text);
    }
    mit_warnung(feststellung_weg::speichern(a, Aenderung::default(), &x)?, &x.inhalt.text)
}

fn loeschen(a: &Auftrag<'_>, r: FeststellungBezug) -> Ergebnis<Aenderung> {
    let (x, _) = laden(a.s, a.sitzung, a.umfang, &r.id)?;
    Bogen::zum_bearbeiten(a, &x.prueffall_id)?;
    if x.stand != FeststellungStand::Erfasst {
        return Err(Fehler::regel(
            "Diese Feststellung ist schon weitergegeben und lässt sich nicht mehr löschen.",
        ));
    }
    oder_konflikt(a.s.feststellung_loeschen(&r.id, r.version), "Die Feststellung", || {
        a.s.feststellung(&sicht(a.sitzung, a.umfang), &r.id)
    })?;
    Ok(Aenderung::an(ObjektArt::FESTSTELLUNG, r.id))
}

/// Sachgebiet and cause must stand in the catalogue; an entry that has ended stays where it was.
pub(super) fn pruefe_kataloge(
    a: &Auftrag<'_>,
    neu: &FeststellungInhalt,
    vorher: Option<&FeststellungInhalt>,
) -> Ergebnis<()> {
    let heute = a.haus.umgebung().heute();
    let eintraege = a.s.katalogeintraege()?;
    let gilt = |katalog, kennung: &str| {
        eintraege.iter().any(|e| e.katalog == katalog && e.kennung == kennung && e.gueltigkeit.gilt_am(heute))
    };
    if vorher.is_none_or(|v| v.sachgebiet != neu.sachgebiet) && !gilt(Katalog::Sachgebiet, &neu.sachgebiet) {
        return Err(Fehler::feld("inhalt.sachgebiet", "Bitte wählen Sie ein Sachgebiet."));
    }
    if vorher.is_none_or(|v| v.ursache != neu.ursache) && !gilt(Katalog::Ursache, &neu.ursache) {
        return Err(Fehler::feld("inhalt.ursache", "Bitte wählen Sie eine Ursache."));
    }
    if vorher.is_none_or(|v| v.korrektur_bis != neu.korrektur_bis)
        && neu.korrektur_bis.is_some_and(|bis| bis < heute)
    {
        return Err(Fehler::feld(
            "inhalt.korrektur_bis",
            "Der Tag für die Korrektur liegt in der Vergangenheit.",
        ));
    }
    Ok(())
}

fn liste(f: &Frage<'_>, r: FeststellungListeAnfrage) -> Ergebnis<Seite<FeststellungZeile>> {
    let blatt = (r.blatt.ab, r.blatt.anzahl());
    let ordnung = (r.sortierung.unwrap_or(Feststellungssortierung::Nummer), r.absteigend);
    let (zeilen, gesamt) = f.l.feststellungsliste(
        &sicht(f.sitzung, f.umfang),
        &klarsicht(f.sitzung),
        &filter(r),
        ordnung,
        blatt,
        Textlaenge::Anfang,
        f.haus.umgebung().heute(),
    )?;
    Ok(Seite { zeilen, gesamt: u64::try_from(gesamt).unwrap_or(0) })
}

/// What a request asks of storage.
pub(super) fn filter(r: FeststellungListeAnfrage) -> FeststellungFilter {
    FeststellungFilter {
        pruefung_id: r.pruefung_id,
        staende: r.staende,
        team_id: r.team_id,
        art: r.art,
        schwere: r.schwere,
        sachgebiet: r.sachgebiet,
        ursache: r.ursache,
        nur_ueberfaellig: r.nur_ueberfaellig,
        abgeschlossene: r.abgeschlossene,
    }
}

fn lesen(f: &Frage<'_>, r: FeststellungLesen) -> Ergebnis<FeststellungDetail> {
    let (x, bogen) = laden(f.l, f.sitzung, f.umfang, &r.id)?;
    let kopf =
        f.l.fallkopf(&klarsicht(f.sitzung), &x.prueffall_id)?
            .ok_or_else(|| Fehler::nicht_gefunden("Der Prüffall"))?;
    let merkmal = bogen.rahmen.abschnitte.iter().flat_map(|a| &a.merkmale).find(|m| m.kennung == x.merkmal);
    let verlauf = f
        .l
        .prueffall_verlauf(&x.prueffall_id)?
        .into_iter()
        .map(|v| Verlauf { zeit: v.zeit, titel: titel(&v.operation), person: v.zeichen.unwrap_or_default() })
        .collect();
    Ok(FeststellungDetail {
        darf: darf(f, &x, &bogen, kopf.entfernt_am.is_some())?,
        pruefung_nummer: bogen.rahmen.nummer.clone(),
        thema: bogen.rahmen.titel.clone(),
        frage: merkmal.map(|m| m.frage.clone()).unwrap_or_default(),
        rechtsgrundlage: merkmal.map(|m| m.rechtsgrundlage.clone()).unwrap_or_default(),
        position: bogen.fall.position,
        fall: kopf.fall,
        entfernt_am: kopf.entfernt_am,
        team: kopf.team,
        erfasst_von: f.l.zeichen(&x.erfasst_von)?.unwrap_or_default(),
        ueberfaellig: x.stand == FeststellungStand::ZurStellungnahme
            && ueberfaellig(x.stellungnahme_bis, f.haus.umgebung().heute()),
        stellungnahme: f.l.stellungnahme(&x.id)?,
        entscheidung: f.l.entscheidung(&x.id)?,
        korrektur: f.l.korrektur_zu(&x.id)?,
        fassungen: f.l.fassungen(&x.id)?,
        verlauf,
        feststellung: x,
    })
}

fn darf(f: &Frage<'_>, x: &Feststellung, bogen: &Bogen, entfernt: bool) -> Ergebnis<FeststellungDarf> {
    let s = f.sitzung;
    let ich = s.benutzer_id();
    let reicht = |operation| bogen.reicht(s, operation);
    let offen = x.stand == FeststellungStand::ZurStellungnahme;
    let selbst = leitet(s, bogen.fall.team_id.as_deref());
    let korrektur = f.l.korrektur_zu(&x.id)?;
    let gueltig = x.stand != FeststellungStand::Zurueckgenommen;
    Ok(FeststellungDarf {
        stellungnahme: offen && selbst,
        uebertragen: offen && !selbst && s.hat(Rolle::Qualitaetsmanagement),
        frist: offen && reicht("feststellung.zur_stellungnahme"),
        entscheiden: x.stand == FeststellungStand::Strittig
            && reicht("feststellung.entscheiden")
            && x.erfasst_von != ich
            && f.l.stellungnahme_selbst_von(&x.id)?.as_deref() != Some(ich),
        feststellen: x.stand.kann_festgestellt_werden(x.stellungnahme_bis, f.haus.umgebung().heute())
            && reicht("feststellung.feststellen"),
        berichtigen: !entfernt
            && x.stand == FeststellungStand::Festgestellt
            && reicht("feststellung.berichtigen"),
        erledigen: gueltig
            && korrektur.as_ref().is_some_and(|k| k.erledigt_am.is_none())
            && (selbst || s.hat(Rolle::Qualitaetsmanagement)),
        korrektur_bestaetigen: gueltig
            && reicht("korrektur.bestaetigen")
            && korrektur.is_some_and(|k| {
                k.erledigt_am.is_some() && k.bestaetigt_am.is_none() && k.erledigt_von.as_deref() != Some(ich)
            }),
    })
}
