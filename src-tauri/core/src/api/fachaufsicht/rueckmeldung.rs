//! The Rückmeldeliste of one team: gathered as the person sees its cases, as a report or as a list for a
//! spreadsheet.

use super::bogen_kontext::klarsicht;
use super::doppelpruefung::unvoreingenommen;
use super::sicht;
use crate::api::liste::{Listenangaben, Listenziel, exportieren, plan};
use crate::api::rechte::Umfang;
use crate::api::tuer::{Aenderung, Auftrag};
use crate::fachaufsicht::Aufzaehlung;
use crate::fachaufsicht::feststellung::FeststellungStand;
use crate::fachaufsicht::pruefung::Pruefung;
use crate::fachaufsicht::rueckmeldung::{Rueckmeldefall, Rueckmeldefeststellung, Rueckmeldung};
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::listenausgabe::{Plan, Zelle, filtersatz};
use crate::organisation::Team;
use crate::storage::{
    Bestaetigende, BogenFilter, Bogensortierung, FeststellungFilter, FeststellungZeile,
    Feststellungssortierung, KorrekturFilter, Korrektursortierung, Lesen, Sicht, Textlaenge,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// More cases of one team than any check draws.
const HOECHSTENS: u32 = 100_000;

/// The Rückmeldeliste `FA-2026-001/Leistung 1` (check and name of the team).
///
/// # Errors
/// `recht` for a team "unter 5 Beschäftigte", unless the person leads or checks it.
pub(super) fn sammle(
    l: &Lesen<'_>,
    (sitzung, umfang): (&Sitzung, Umfang),
    stelle: &str,
    heute: NaiveDate,
) -> Ergebnis<Rueckmeldung> {
    let sicht = sicht(sitzung, umfang);
    let klar = klarsicht(sitzung);
    let (pruefung, team) = finde(l, &sicht, stelle)?;
    unvoreingenommen(l, &pruefung.id, sitzung.benutzer_id())?;
    if team.unter_fuenf && !reicht(&klar, &pruefung, &team) {
        return Err(Fehler::neu(
            Code::Recht,
            "Dieses Team ist als „unter 5 Beschäftigte“ gekennzeichnet. Seine Rückmeldeliste geben nur seine Teamleitung und die prüfenden Rollen aus.",
        ));
    }
    let rahmen = l.bogenrahmen(&pruefung.id)?.ok_or_else(|| Fehler::nicht_gefunden("Die Prüfung"))?;
    let fragen: BTreeMap<&str, (usize, &str)> = rahmen
        .abschnitte
        .iter()
        .flat_map(|a| &a.merkmale)
        .enumerate()
        .map(|(i, m)| (m.kennung.as_str(), (i + 1, m.frage.as_str())))
        .collect();
    let frage = |kennung: &str| {
        fragen.get(kennung).map_or_else(|| (0, kennung.to_owned()), |(nr, frage)| (*nr, (*frage).to_owned()))
    };
    let mut faelle: Vec<(String, Rueckmeldefall)> = l
        .bogenliste(
            &sicht,
            &klar,
            &BogenFilter {
                pruefung_id: pruefung.id.clone(),
                team_id: Some(team.id.clone()),
                ..BogenFilter::default()
            },
            (Bogensortierung::Position, false),
            (0, HOECHSTENS),
        )?
        .0
        .into_iter()
        .map(|z| {
            let fall = Rueckmeldefall {
                position: z.position,
                fall: z.fall,
                stand: z.stand,
                feststellungen: Vec::new(),
                zurueckgenommen: 0,
            };
            (z.id, fall)
        })
        .collect();
    let mut korrekturen: BTreeMap<String, _> = l
        .korrekturliste(
            &sicht,
            // Whether she may have the list of this team is decided above; of each row only days and state are read.
            &sicht,
            &Bestaetigende::default(),
            &KorrekturFilter {
                pruefung_id: Some(pruefung.id.clone()),
                team_id: Some(team.id.clone()),
                ..KorrekturFilter::default()
            },
            (Korrektursortierung::Faellig, false),
            (0, HOECHSTENS),
            Textlaenge::Anfang,
            heute,
        )?
        .zeilen
        .into_iter()
        .map(|k| (k.feststellung_id, (k.faellig_am, k.stand, k.ueberfaellig)))
        .collect();
    for x in feststellungen(l, &sicht, &pruefung, &team, heute)? {
        // What is not released yet is no feedback.
        let Some((_, fall)) =
            faelle.iter_mut().find(|(id, fall)| *id == x.prueffall_id && fall.stand.fertig())
        else {
            continue;
        };
        match x.stand {
            FeststellungStand::Erfasst => {}
            FeststellungStand::Zurueckgenommen => fall.zurueckgenommen += 1,
            stand => fall.feststellungen.push(Rueckmeldefeststellung {
                nummer: x.nummer,
                frage: frage(&x.merkmal),
                text: x.text,
                art: x.art,
                schwere: x.schwere,
                wirkung: x.wirkung,
                betrag_cent: x.betrag_cent,
                stand,
                stellungnahme_bis: x.stellungnahme_bis,
                korrektur: korrekturen.remove(&x.id),
            }),
        }
    }
    Ok(Rueckmeldung {
        stand: pruefung.stand.titel(),
        thema: rahmen.titel,
        zeitraum: (rahmen.zeitraum_von, rahmen.zeitraum_bis),
        team: team.name,
        heute,
        faelle: faelle.into_iter().map(|(_, fall)| fall).collect(),
        pruefung_id: pruefung.id,
        pruefung: pruefung.nummer,
    })
}

/// Check and team; whatever the person may not see looks as if it did not exist.
fn finde(l: &Lesen<'_>, sicht: &Sicht, stelle: &str) -> Ergebnis<(Pruefung, Team)> {
    let (nummer, name) = stelle.split_once('/').map(|(n, t)| (n.trim(), t.trim())).ok_or_else(|| {
        Fehler::feld("nummer", "Bitte geben Sie Prüfung und Team an, zum Beispiel FA-2026-001/Leistung 1.")
    })?;
    let fehlt = || {
        Fehler::feld("nummer", format!("Eine Prüfung „{nummer}“ mit dem Team „{name}“ wurde nicht gefunden."))
    };
    let pruefung = l
        .pruefung_mit_nummer(nummer)?
        .map(|p| l.pruefung_sichtbar(sicht, &p.id))
        .transpose()?
        .flatten()
        .ok_or_else(fehlt)?;
    let team = l
        .teams()?
        .into_iter()
        .find(|t| t.name == name && pruefung.plan.teams.contains(&t.id) && reicht(sicht, &pruefung, t))
        .ok_or_else(fehlt)?;
    Ok((pruefung, team))
}

/// Whether a sight reaches all cases of a team in a check. What a person was only given to check does not count.
fn reicht(sicht: &Sicht, pruefung: &Pruefung, team: &Team) -> bool {
    sicht.haus
        || sicht.bereich.as_deref() == Some(&pruefung.plan.bereich_id)
        || sicht.teams.contains(&team.id)
}

fn feststellungen(
    l: &Lesen<'_>,
    sicht: &Sicht,
    pruefung: &Pruefung,
    team: &Team,
    heute: NaiveDate,
) -> Ergebnis<Vec<FeststellungZeile>> {
    let filter = FeststellungFilter {
        pruefung_id: Some(pruefung.id.clone()),
        staende: Vec::new(),
        team_id: Some(team.id.clone()),
        art: None,
        schwere: None,
        sachgebiet: None,
        ursache: None,
        nur_ueberfaellig: false,
        abgeschlossene: None,
    };
    let ordnung = (Feststellungssortierung::Nummer, false);
    let blatt = (0, HOECHSTENS);
    Ok(l.feststellungsliste(sicht, &Sicht::default(), &filter, ordnung, blatt, Textlaenge::Ganz, heute)?.0)
}

/// A case with one of its Feststellungen; a case without one is a row of its own.
struct Zeile {
    position: i64,
    pseudonym: String,
    ergebnis: String,
    feststellung: Option<Rueckmeldefeststellung>,
}

impl Zeile {
    fn wenn<T: Into<Zelle>>(&self, wert: impl Fn(&Rueckmeldefeststellung) -> T) -> Zelle {
        self.feststellung.as_ref().map(wert).map_or(Zelle::Leer, Into::into)
    }
}

const SPALTEN: &[Plan<Zeile>] = plan! { Zeile {
    "nr", "Nr.", Zahl, |z| z.position.into();
    "fall", "Fall (Pseudonym)", Text, |z| z.pseudonym.as_str().into();
    "ergebnis", "Ergebnis", Text, |z| z.ergebnis.as_str().into();
    "feststellung", "Feststellung", Zahl, |z| z.wenn(|x| x.nummer);
    "merkmal", "Merkmal", Langtext, |z| z.wenn(|x| format!("{}. {}", x.frage.0, x.frage.1));
    "text", "Was festgestellt wurde", Langtext, |z| z.wenn(|x| x.text.clone());
    "art", "Art", Text, |z| z.wenn(|x| x.art.titel());
    "schwere", "Schwere", Text, |z| z.wenn(|x| x.schwere.titel());
    "wirkung", "Wirkung", Text, |z| z.wenn(|x| x.wirkung.titel());
    "betrag", "Betrag", Betrag, |z| z.wenn(|x| if x.betrag_cent == 0 { Zelle::Leer } else { Zelle::Betrag(x.betrag_cent) });
    "stand", "Stand", Text, |z| z.wenn(|x| x.stand.titel());
    "stellungnahme_bis", "Stellungnahme bis", Datum, |z| z.wenn(Rueckmeldefeststellung::antwort_bis);
    "korrektur_bis", "Korrektur bis", Datum, |z| z.wenn(|x| x.korrektur.map(|(bis, ..)| bis));
    "korrektur", "Korrektur", Text, |z| z.wenn(|x| x.korrektur.map(|(_, stand, _)| stand.titel()));
} };

/// Writes it as XLSX or CSV. Cases are called by their pseudonyms there, as in every list: the place leads to the
/// number on the printed list.
pub(super) fn als_liste(
    a: &Auftrag<'_>,
    d: Rueckmeldung,
    datei: String,
    ueberschreiben: bool,
) -> Ergebnis<Aenderung> {
    let angaben = Listenangaben {
        abfrage: "bogen.liste",
        titel: "Rückmeldeliste",
        filter: filtersatz(&[("Prüfung", Some(d.pruefung)), ("Team", Some(d.team))]),
    };
    let mut zeilen = Vec::new();
    for fall in d.faelle {
        let zeile = |feststellung| Zeile {
            position: fall.position,
            pseudonym: fall.fall.pseudonym().to_owned(),
            ergebnis: fall.ergebnis(),
            feststellung,
        };
        if fall.feststellungen.is_empty() {
            zeilen.push(zeile(None));
        }
        zeilen.extend(fall.feststellungen.iter().map(|x| zeile(Some(x.clone()))));
    }
    let ziel = Listenziel { datei, ueberschreiben, spalten: Vec::new() };
    exportieren(a, &ziel, angaben, SPALTEN, |_, _| {
        let gesamt = zeilen.len() as u64;
        Ok((zeilen, gesamt))
    })
}
