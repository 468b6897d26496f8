//! What a person sees of a ticket: all of it but contact and account she has no right to.

use super::grundlage::Grundlage;
use super::*;
use crate::api::widerspruch::Personenzeichen;
use crate::kundenreaktion::{
    Eskalationsstufe, Reaktionsklar, Reaktionsschrittart, Reaktionsstand, Reaktionsuhr, Rechtsbehelfshinweis,
};
use crate::storage::Reaktionsbeitrag;
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// A ticket with everything around it.
#[derive(Debug, Serialize, TS)]
pub struct ReaktionDetail {
    /// The ticket.
    pub reaktion: Kundenreaktion,
    /// Contact and account; only for who works on tickets.
    pub klar: Option<Reaktionsklar>,
    /// Day on which contact, account, notes and texts were removed by rule.
    #[ts(type = "string | null")]
    pub entfernt_am: Option<NaiveDate>,
    /// Its clocks with their reasons.
    pub uhr: Reaktionsuhr,
    /// How far it has gone up; `None`: answered.
    pub stufe: Option<Eskalationsstufe>,
    /// The receipt was not confirmed in time.
    pub bestaetigung_verspaetet: bool,
    /// The answer did not come in time.
    pub antwort_verspaetet: bool,
    /// The person works on this ticket: contact, account, notes and texts are hers to see, and it is hers to change.
    pub bearbeitbar: bool,
    /// Steps that fit now and that the person may take.
    pub moeglich: Vec<Reaktionsschrittart>,
    /// What comes next, as a sentence.
    pub naechster_schritt: String,
    /// What subject line and account hint at; only for who may see them.
    pub hinweise: SichtungHinweise,
    /// What came in since the last triage and hints at a Rechtsbehelf; only for who may see it. Until another triage
    /// the ticket cannot be answered or ended.
    pub spaetere_hinweise: Vec<Rechtsbehelfshinweis>,
    /// Notes and texts to the person, oldest first; only for who works on tickets.
    pub beitraege: Vec<Reaktionsbeitrag>,
    /// Other tickets of the same person, newest first; only for who works on tickets.
    pub dieselbe_person: Vec<Reaktionsverweis>,
    /// Tickets that go on in this one.
    pub zusammengefuehrte: Vec<Reaktionsverweis>,
    /// The ticket in which this one goes on.
    pub zusammengefuehrt_mit: Option<Reaktionsverweis>,
    /// The procedures that were found in it, in the order of the triages.
    pub verfahren: Vec<Reaktionsverweis>,
    /// The Datenschutzvorfall that became known through it.
    pub datenschutzvorfall: Option<Reaktionsverweis>,
    /// The request of the person concerned that came in it.
    pub betroffenenanfrage: Option<Reaktionsverweis>,
    /// Signs of the persons named, by id.
    pub personen: Vec<Personenzeichen>,
}

/// Another ticket, or a procedure.
#[derive(Debug, Serialize, TS)]
pub struct Reaktionsverweis {
    /// Id.
    pub id: String,
    /// Number.
    pub nummer: String,
}

pub(super) fn lesen(f: &Frage<'_>, r: ReaktionLesen) -> Ergebnis<ReaktionDetail> {
    let k = laden(f.l, f.sitzung, (f.umfang, Zweck::Ansehen), &r.id)?;
    let g = Grundlage::lesen(f.l, f.haus)?;
    let reicht = |operation| reicht(f.l, f.sitzung, operation, &k.id);
    let bearbeitbar = reicht(BEARBEITEN)?;
    let (sichten, bestaetigen, zurueckgeben) = (
        reicht("kundenreaktion.sichten")?,
        reicht("kundenreaktion.beurteilung_bestaetigen")?,
        reicht("kundenreaktion.beurteilung_zurueckgeben")?,
    );
    let klar = if bearbeitbar { f.l.reaktion_klar(&k.id)? } else { None };
    let entfernt_am = f.l.entfernt_am(&k.id)?;
    let uhr = g.uhr(&k)?;
    let spaeter = spaeteres::hinweise(f.l, &k)?;
    let darf = |s: &Reaktionsschrittart| match s {
        _ if entfernt_am.is_some() => false,
        s if !spaeter.is_empty() && spaeteres::endet(*s) => false,
        Reaktionsschrittart::Sichten => sichten,
        Reaktionsschrittart::BeurteilungBestaetigen => bestaetigen && !eigene(&k, f.sitzung),
        Reaktionsschrittart::BeurteilungZurueckgeben => zurueckgeben && !eigene(&k, f.sitzung),
        _ => bearbeitbar,
    };
    let verweis = |(id, nummer): (String, String)| Reaktionsverweis { id, nummer };
    let text = klar.as_ref().map_or("", |x| x.schilderung.as_str());
    let bestaetigt = k.lage.bestaetigt_am.or(k.lage.beantwortet_am).unwrap_or(g.heute);
    let beantwortet = k.lage.beantwortet_am.unwrap_or(g.heute);
    let mut verfahren = Vec::new();
    for id in k.verfahren() {
        verfahren.extend(f.l.verfahren(id)?.map(|x| Reaktionsverweis { id: x.id, nummer: x.nummer }));
    }
    Ok(ReaktionDetail {
        stufe: k.stufe(&uhr, g.heute),
        bestaetigung_verspaetet: uhr.erwuenscht && bestaetigt > uhr.bestaetigung_bis,
        antwort_verspaetet: uhr.erwuenscht && uhr.antwort_bis.is_some_and(|bis| beantwortet > bis),
        moeglich: k.lage.moeglich(k.angaben.art).into_iter().filter(darf).collect(),
        naechster_schritt: match k.lage.stand {
            Reaktionsstand::Offen | Reaktionsstand::Wartet | Reaktionsstand::Beantwortet
                if !spaeter.is_empty() =>
            {
                "Noch einmal sichten: Was nach der Sichtung kam, deutet auf einen Rechtsbehelf hin."
                    .to_owned()
            }
            Reaktionsstand::Offen if !uhr.erwuenscht => {
                "Klären, was zu tun ist. Die Person wünscht keine Antwort; danach „Ohne Antwort beenden“."
                    .to_owned()
            }
            Reaktionsstand::Wartet if !uhr.erwuenscht => {
                "Fortsetzen, sobald die Rückmeldung da ist.".to_owned()
            }
            _ => k.lage.naechster_schritt(k.angaben.art).to_owned(),
        },
        spaetere_hinweise: if bearbeitbar { spaeter } else { Vec::new() },
        hinweise: sichtung::durchgesehen(&k.angaben.betreff, text),
        beitraege: if bearbeitbar { f.l.reaktionsbeitraege(&k.id)? } else { Vec::new() },
        bearbeitbar: bearbeitbar && entfernt_am.is_none(),
        dieselbe_person: if bearbeitbar {
            f.l.reaktionen_derselben_person(&k)?.into_iter().map(verweis).collect()
        } else {
            Vec::new()
        },
        zusammengefuehrte: f.l.reaktionen_zusammengefuehrt(&k.id)?.into_iter().map(verweis).collect(),
        zusammengefuehrt_mit: match &k.lage.zusammengefuehrt_mit {
            Some(id) => f.l.reaktion(id)?.map(|x| Reaktionsverweis { id: x.id, nummer: x.nummer }),
            None => None,
        },
        verfahren,
        datenschutzvorfall: f.l.vorfall_zur_reaktion(&k.id)?.map(verweis),
        betroffenenanfrage: f.l.anfrage_zur_reaktion(&k.id)?.map(verweis),
        personen: f
            .l
            .alle_benutzer()?
            .into_iter()
            .map(|b| Personenzeichen { id: b.id, zeichen: b.zeichen, name: b.anzeigename })
            .collect(),
        reaktion: k,
        klar,
        entfernt_am,
        uhr,
    })
}

/// The judgement is her own.
fn eigene(k: &Kundenreaktion, sitzung: &Sitzung) -> bool {
    k.lage.beurteilung.as_ref().is_some_and(|b| b.von == sitzung.benutzer_id())
}
