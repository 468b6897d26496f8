//! Lists of Fachaufsicht that leave the house. Cases are called by their short pseudonyms.

use super::bogen_kontext::klarsicht;
use super::{feststellung, korrektur, sicht};
use crate::api::haus::pruefe_text;
use crate::api::liste::{
    Listenangaben, Listenziel, exportieren, ja, name_von, plan, suchwort, titel, von_bis,
};
use crate::api::tuer::{Aenderung, Auftrag};
use crate::fachaufsicht::Aufzaehlung;
use crate::fehler::Ergebnis;
use crate::katalog::Katalog;
use crate::listenausgabe::{Plan, Zelle, filtersatz};
use crate::storage::{
    FeststellungZeile, Feststellungssortierung, KorrekturZeile, Lesen, Pruefungszeile, Sicht, Textlaenge,
};
use serde::Deserialize;
use ts_rs::TS;

use super::feststellung_anfragen::{FeststellungListeAnfrage, KorrekturListeAnfrage};
use super::pruefung::PruefungListe;

/// Writes the list of checks as it is filtered to a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PruefungExportieren {
    /// Filter and order; the page is ignored, all rows are written.
    pub liste: PruefungListe,
    /// The file.
    pub ausgabe: Listenziel,
}

/// Writes the list of Feststellungen as it is filtered to a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FeststellungExportieren {
    /// Filter and order; the page is ignored, all rows are written.
    pub liste: FeststellungListeAnfrage,
    /// The file.
    pub ausgabe: Listenziel,
}

/// Writes the list of corrections as it is filtered to a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KorrekturExportieren {
    /// Filter; the page is ignored, all rows are written.
    pub liste: KorrekturListeAnfrage,
    /// The file.
    pub ausgabe: Listenziel,
}

const PRUEFUNGEN: &[Plan<Pruefungszeile>] = plan! { Pruefungszeile {
    "nummer", "Nummer", Text, |z| z.nummer.as_str().into();
    "thema", "Prüfthema", Langtext, |z| z.thema.as_str().into();
    "bereich", "Bereich", Text, |z| z.bereich.as_str().into();
    "zeitraum", "Zeitraum von", Datum, |z| z.zeitraum_von.into();
    "zeitraum", "Zeitraum bis", Datum, |z| z.zeitraum_bis.into();
    "pruefungsart", "Prüfungsart", Text, |z| z.pruefungsart.titel().into();
    "auswahl", "Auswahl", Text, |z| z.auswahl.titel().into();
    "stand", "Stand", Text, |z| z.stand.titel().into();
    "erledigt", "Gezogene Fälle", Zahl, |z| gezogen(z, z.gezogen);
    "erledigt", "Erledigte Fälle", Zahl, |z| gezogen(z, z.erledigt);
    "feststellungen", "Feststellungen", Zahl, |z| gezogen(z, z.feststellungen);
} };

/// Before the draw there is nothing to count.
fn gezogen(z: &Pruefungszeile, n: u64) -> Zelle {
    if z.gezogen == 0 { Zelle::Leer } else { n.into() }
}

const FESTSTELLUNGEN: &[Plan<FeststellungZeile>] = plan! { FeststellungZeile {
    "nummer", "Prüfung", Text, |z| z.pruefung_nummer.as_str().into();
    "nummer", "Nr.", Zahl, |z| z.nummer.into();
    "fall", "Fall (Pseudonym)", Text, |z| z.fall.pseudonym().into();
    "team", "Team", Text, |z| z.team.clone().into();
    "merkmal", "Merkmal", Text, |z| z.merkmal.as_str().into();
    "text", "Feststellung", Langtext, |z| z.text.as_str().into();
    "art", "Art", Text, |z| z.art.titel().into();
    "schwere", "Schwere", Text, |z| z.schwere.titel().into();
    "wirkung", "Wirkung", Text, |z| z.wirkung.titel().into();
    "betrag", "Betrag", Betrag, |z| if z.betrag_cent == 0 { Zelle::Leer } else { Zelle::Betrag(z.betrag_cent) };
    "stand", "Stand", Text, |z| z.stand.titel().into();
    "stellungnahme_bis", "Stellungnahme bis", Datum, |z| z.stellungnahme_bis.into();
    "stellungnahme_bis", "Frist abgelaufen", Text, |z| ja(z.ueberfaellig);
    "korrektur", "Korrektur", Text, |z| z.korrektur.map(Aufzaehlung::titel).into();
} };

const KORREKTUREN: &[Plan<KorrekturZeile>] = plan! { KorrekturZeile {
    "nummer", "Prüfung", Text, |z| z.pruefung_nummer.as_str().into();
    "nummer", "Nr.", Zahl, |z| z.feststellung_nummer.into();
    "fall", "Fall (Pseudonym)", Text, |z| z.fall.pseudonym().into();
    "team", "Team", Text, |z| z.team.clone().into();
    "text", "Worum es geht", Langtext, |z| z.text.as_str().into();
    "wirkung", "Wirkung", Text, |z| z.wirkung.titel().into();
    "betrag", "Betrag", Betrag, |z| z.betrag_cent.filter(|cent| *cent != 0).map_or(Zelle::Leer, Zelle::Betrag);
    "faellig_am", "Fällig", Datum, |z| z.faellig_am.into();
    "faellig_am", "Überfällig", Text, |z| ja(z.ueberfaellig);
    "stand", "Stand", Text, |z| z.stand.titel().into();
    "erledigt", "Erledigt am", Datum, |z| z.erledigt_am.into();
    "erledigt", "Erledigt von", Text, |z| z.erledigt_von.clone().into();
    "vermerk", "Vermerk", Langtext, |z| z.vermerk.as_str().into();
    "bestaetigt", "Bestätigt von", Text, |z| z.bestaetigt_von.clone().into();
} };

fn team(l: &Lesen<'_>, id: Option<&String>) -> Ergebnis<Option<String>> {
    Ok(name_von(id, l.teams()?, |t| (&t.id, &t.name)))
}

pub(super) fn pruefungen(a: &Auftrag<'_>, r: PruefungExportieren) -> Ergebnis<Aenderung> {
    let PruefungListe { mut filter, sortierung, absteigend, .. } = r.liste;
    filter.text = pruefe_text("filter.text", &filter.text, 0, 100)?;
    let angaben = Listenangaben {
        abfrage: "pruefung.liste",
        titel: "Prüfungen",
        filter: filtersatz(&[
            ("Suche", Some(filter.text.clone())),
            ("Stand", titel(&filter.stand)),
            ("Prüfthema", name_von(filter.thema_id.as_ref(), a.s.pruefthemen()?, |t| (&t.id, &t.titel))),
            ("Bereich", name_von(filter.bereich_id.as_ref(), a.s.bereiche()?, |b| (&b.id, &b.name))),
            ("Team", team(a.s, filter.team_id.as_ref())?),
            ("Jahr", filter.jahr.map(|j| j.to_string())),
        ]),
    };
    exportieren(a, &r.ausgabe, angaben, PRUEFUNGEN, |umfang, hoechstens| {
        Ok(a.s.pruefungen(&sicht(a.sitzung, umfang), &filter, (sortierung, absteigend), (0, hoechstens))?)
    })
}

pub(super) fn feststellungen(a: &Auftrag<'_>, r: FeststellungExportieren) -> Ergebnis<Aenderung> {
    let katalog = |art, kennung: &Option<String>| -> Ergebnis<Option<String>> {
        let eintraege = a.s.katalogeintraege()?.into_iter().filter(|e| e.katalog == art).collect();
        Ok(name_von(kennung.as_ref(), eintraege, |e: &crate::katalog::Katalogeintrag| (&e.kennung, &e.titel)))
    };
    let l = r.liste;
    let abgeschlossen = l.abgeschlossene.clone().unwrap_or_default();
    let angaben = Listenangaben {
        abfrage: "feststellung.liste",
        titel: "Feststellungen",
        filter: filtersatz(&[
            ("Prüfung", nummer(a, "feststellung.liste", l.pruefung_id.as_ref())?),
            ("Nicht enthalten", verdeckt(a)?),
            ("Stand", titel(&l.staende)),
            ("Team", team(a.s, l.team_id.as_ref())?),
            ("Art", l.art.map(|x| x.titel().to_owned())),
            ("Schwere", l.schwere.map(|x| x.titel().to_owned())),
            ("Sachgebiet", katalog(Katalog::Sachgebiet, &l.sachgebiet)?),
            ("Ursache", katalog(Katalog::Ursache, &l.ursache)?),
            ("Geprüftes Sachgebiet", katalog(Katalog::Sachgebiet, &abgeschlossen.sachgebiet)?),
            ("Auswahl", titel(&abgeschlossen.auswahlen)),
            (
                "Prüfung abgeschlossen",
                l.abgeschlossene.is_some().then(|| {
                    von_bis(abgeschlossen.von, abgeschlossen.bis).unwrap_or_else(|| "ja".to_owned())
                }),
            ),
            ("Stellungnahme", l.nur_ueberfaellig.then(|| "Frist abgelaufen".to_owned())),
        ]),
    };
    let ordnung = (l.sortierung.unwrap_or(Feststellungssortierung::Nummer), l.absteigend);
    let filter = feststellung::filter(l);
    exportieren(a, &r.ausgabe, angaben, FESTSTELLUNGEN, |umfang, hoechstens| {
        let (zeilen, gesamt) = a.s.feststellungsliste(
            &sicht(a.sitzung, umfang),
            &Sicht::default(),
            &filter,
            ordnung,
            (0, hoechstens),
            Textlaenge::Ganz,
            a.haus.umgebung().heute(),
        )?;
        Ok((zeilen, u64::try_from(gesamt).unwrap_or(0)))
    })
}

pub(super) fn korrekturen(a: &Auftrag<'_>, r: KorrekturExportieren) -> Ergebnis<Aenderung> {
    let l = r.liste;
    let ordnung = korrektur::ordnung(&l);
    let filter = korrektur::filter(l.clone())?;
    let lies = |umfang, klar: &Sicht, hoechstens| {
        a.s.korrekturliste(
            &sicht(a.sitzung, umfang),
            klar,
            &korrektur::bestaetigende(a.sitzung),
            &filter,
            ordnung,
            (0, hoechstens),
            Textlaenge::Ganz,
            a.haus.umgebung().heute(),
        )
    };
    // On the screen a number is found by who may see it; the file names no word that was found there.
    let suche = suchwort(filter.suche.as_deref().unwrap_or_default(), |klar| {
        let (_, umfang) = crate::api::rechte::verlange(a.sitzung, "korrektur.liste")?;
        let klar = if klar { klarsicht(a.sitzung) } else { Sicht::default() };
        Ok(lies(umfang, &klar, 1)?.gesamt)
    })?;
    let angaben = Listenangaben {
        abfrage: "korrektur.liste",
        titel: "Korrekturen",
        filter: filtersatz(&[
            ("Prüfung", nummer(a, "korrektur.liste", l.pruefung_id.as_ref())?),
            ("Nicht enthalten", verdeckt(a)?),
            ("Suche", suche),
            ("Lage", l.lage.map(|x| x.titel().to_owned())),
            ("Team", team(a.s, l.team_id.as_ref())?),
            ("Wirkung", l.wirkung.map(|x| x.titel().to_owned())),
        ]),
    };
    exportieren(a, &r.ausgabe, angaben, KORREKTUREN, |umfang, hoechstens| {
        let seite = lies(umfang, &klarsicht(a.sitzung), hoechstens)?;
        Ok((seite.zeilen, seite.gesamt))
    })
}

/// What a list of hers leaves out while she checks units for the second time.
fn verdeckt(a: &Auftrag<'_>) -> Ergebnis<Option<String>> {
    let offen = a.s.offene_zweitboegen(None, a.sitzung.benutzer_id())?;
    Ok((offen > 0).then(|| "Fälle, die die ausgebende Person zum zweiten Mal prüft".to_owned()))
}

/// Number of a check that the person may see.
fn nummer(a: &Auftrag<'_>, abfrage: &str, id: Option<&String>) -> Ergebnis<Option<String>> {
    let Some(id) = id else { return Ok(None) };
    let (_, umfang) = crate::api::rechte::verlange(a.sitzung, abfrage)?;
    let pruefung = a.s.pruefung_sichtbar(&sicht(a.sitzung, umfang), id)?;
    Ok(Some(pruefung.map_or_else(|| "unbekannt".to_owned(), |p| p.nummer)))
}
