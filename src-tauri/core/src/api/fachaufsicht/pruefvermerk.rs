//! The Prüfvermerk of one drawn unit, as the person may see the unit.

use super::bogen_kontext::{Bogen, klarsicht};
use super::sicht;
use crate::api::rechte::Umfang;
use crate::bericht::Bericht;
use crate::bericht::modell::Hauskopf;
use crate::fachaufsicht::pruefbericht::BerichtKopf;
use crate::fachaufsicht::pruefbericht::text::datum;
use crate::fachaufsicht::pruefvermerk::{Vermerkdaten, Vermerkfeststellung, pruefvermerk};
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::storage::{Fallkopf, Lesen};

/// The Prüfvermerk of the unit `FA-2026-001/7` (check and place), and the unit's id.
///
/// # Errors
/// `regel` once the check has lost its numbers, `recht` where the person sees the pseudonym only: a note for the
/// file of the case needs its number.
pub(super) fn bericht(
    l: &Lesen<'_>,
    (sitzung, umfang): (&Sitzung, Umfang),
    stelle: &str,
    haus: Hauskopf,
    kopf: BerichtKopf,
) -> Ergebnis<(Bericht, String)> {
    let fehlt = || Fehler::feld("nummer", format!("Den Prüffall „{stelle}“ gibt es nicht."));
    let (nummer, position) = stelle
        .split_once('/')
        .and_then(|(nummer, position)| Some((nummer.trim(), position.trim().parse().ok()?)))
        .ok_or_else(|| {
            Fehler::feld(
                "nummer",
                "Bitte geben Sie Prüfung und laufende Nummer des Falls an, zum Beispiel FA-2026-001/7.",
            )
        })?;
    let pruefung = l
        .pruefung_mit_nummer(nummer)?
        .map(|p| l.pruefung_sichtbar(&sicht(sitzung, umfang), &p.id))
        .transpose()?
        .flatten()
        .ok_or_else(fehlt)?;
    let id = l.prueffall_an_stelle(&pruefung.id, position)?.ok_or_else(fehlt)?;
    let bogen = Bogen::laden(l, sitzung, umfang, &id).map_err(|f| match f.code {
        Code::NichtGefunden => fehlt(),
        _ => f,
    })?;
    let fallkopf = l.fallkopf(&klarsicht(sitzung), &id)?.ok_or_else(fehlt)?;
    let fallnummer = fallkopf.fall.klar().map(str::to_owned).ok_or_else(|| ohne_nummer(&fallkopf))?;
    let vorlage = l.bogenvorlage(&pruefung.plan.vorlage_id)?.ok_or_else(fehlt)?;
    let feststellungen = bogen
        .feststellungen
        .into_iter()
        .map(|x| {
            Ok(Vermerkfeststellung {
                stellungnahme: l.stellungnahme(&x.id)?,
                entscheidung: l.entscheidung(&x.id)?,
                korrektur: l.korrektur_zu(&x.id)?,
                fassungen: l.fassungen(&x.id)?.len(),
                feststellung: x,
            })
        })
        .collect::<Ergebnis<_>>()?;
    let daten = Vermerkdaten {
        haus,
        kopf,
        pruefung: pruefung.nummer,
        thema: bogen.rahmen.titel,
        zeitraum: (bogen.rahmen.zeitraum_von, bogen.rahmen.zeitraum_bis),
        fassung: (vorlage.nummer, vorlage.rechtsstand, vorlage.freigegeben_von.is_some()),
        team: fallkopf.team,
        fall: bogen.fall,
        fallnummer,
        anzeige: bogen.rahmen.anzeige_titel.into_iter().zip(fallkopf.anzeige).collect(),
        personen: (fallkopf.geprueft_von, fallkopf.gegengeprueft_von),
        abschnitte: bogen.rahmen.abschnitte,
        antworten: bogen.antworten,
        feststellungen,
        katalog: l.katalogtitel()?,
        zeichen: l.alle_benutzer()?.into_iter().map(|b| (b.id, b.zeichen)).collect(),
    };
    Ok((pruefvermerk(&daten), id))
}

fn ohne_nummer(kopf: &Fallkopf) -> Fehler {
    match kopf.entfernt_am {
        Some(am) => Fehler::regel(format!(
            "Der Fallbezug dieser Prüfung wurde am {} nach der Aufbewahrungsregel entfernt. Ein Prüfvermerk für die E-AKTE braucht die Fallnummer.",
            datum(am)
        )),
        None => Fehler::neu(
            Code::Recht,
            "Ein Prüfvermerk nennt die Fallnummer. Ihre Rolle sieht von diesem Fall nur das Pseudonym.",
        ),
    }
}
