//! The effect of a measure: the first check, the later ones on the same item, and what they say.

use super::*;
use crate::api::fachaufsicht::auswertung::Akte;
use crate::fachaufsicht::pruefung::{Pruefung, Stand};
use crate::frist::Monat;
use crate::massnahme::{
    Herkunft, Merkmalsergebnis, Wirkung, Wirkungsnachweis, Wirkungsvorschlag, wirkungstag,
};
use crate::pruefprogramm::{Programmstand, monatsgrenzen, programmnummer, pruefmonat_ab};
use crate::stichprobe::Urteil;
use serde::Serialize;
use ts_rs::TS;

/// A later check on the same item.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SpaetereMessung {
    /// What it counted.
    pub ergebnis: Merkmalsergebnis,
    /// Why it shows no effect; `None`: it may be used.
    pub hindernis: Option<String>,
    /// What it says, the same as when it is used.
    pub vergleich: Option<Wirkung>,
}

/// A month of the programme that shall show the effect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct VorgemerkteWirkungspruefung {
    /// The Fassung.
    pub programm_id: String,
    /// `Prüfprogramm 2027, Fassung 2`.
    pub programm: String,
    /// Its state.
    pub stand: Programmstand,
    /// Its year.
    pub jahr: i32,
    /// Which Fassung of the year.
    pub fassung: i64,
    /// From 1.
    pub monat: u32,
    /// Cases that the proposal asked for.
    pub faelle: u64,
    /// Why that month is too early by now, as a sentence: the measure was put off, or done later.
    pub zu_frueh: Option<String>,
}

/// Everything about the effect of a measure.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct Wirkungsblatt {
    /// The item or question in words.
    pub frage: Option<String>,
    /// What the check that the measure comes from counted at it.
    pub erste: Option<Merkmalsergebnis>,
    /// When and how large the effect check should be.
    pub vorschlag: Option<Wirkungsvorschlag>,
    /// Where such a check is planned, earliest year first.
    pub vorgemerkt: Vec<VorgemerkteWirkungspruefung>,
    /// Later checks, nearest after the day of doing first, those that can show nothing last.
    pub spaetere: Vec<SpaetereMessung>,
    /// Later checks that are not listed.
    pub weitere: u32,
    /// Later runs that asked the same question, latest first.
    pub spaetere_durchgaenge: Vec<anschluss::SpaetererDurchgang>,
    /// What was recorded last, computed from its counts.
    pub ergebnis: Option<Wirkung>,
    /// Why no check can show an effect (yet).
    pub hinweis: Option<String>,
}

/// Everything about the effect of a measure.
pub(super) fn blatt(l: &Lesen<'_>, m: &Massnahme) -> Ergebnis<Wirkungsblatt> {
    let ergebnis = match &m.lage.nachweis {
        Some(n) => Some(n.wirkung().map_err(Fehler::intern)?),
        None => None,
    };
    if let Herkunft::Abweichung { durchgang_id, frage } = &m.herkunft {
        let spaetere_durchgaenge = anschluss::spaetere_durchgaenge(l, m, durchgang_id, frage)?;
        let hinweis = spaetere_durchgaenge.is_empty().then(|| {
            "Die Wirkung zeigt sich an derselben Frage im nächsten freigegebenen Durchgang der Prüfliste."
                .to_owned()
        });
        return Ok(Wirkungsblatt { ergebnis, spaetere_durchgaenge, hinweis, ..Wirkungsblatt::default() });
    }
    let Herkunft::Feststellung { id } = &m.herkunft else {
        let hinweis = "Der Anlass dieser Maßnahme ist weder ein Merkmal eines Prüfbogens noch eine Frage einer Prüfliste. Eine Wirkung lässt sich hier nicht errechnen; nach der Umsetzung begründen Sie, warum sie nicht messbar ist.";
        return Ok(Wirkungsblatt { ergebnis, hinweis: Some(hinweis.to_owned()), ..Wirkungsblatt::default() });
    };
    let Some(erste_pruefung) = pruefung_der_feststellung(l, id)? else {
        return Ok(Wirkungsblatt { ergebnis, ..Wirkungsblatt::default() });
    };
    let frage = l.bogenrahmen(&erste_pruefung.id)?.and_then(|r| {
        let merkmal =
            r.abschnitte.iter().flat_map(|a| &a.merkmale).find(|x| x.kennung == m.herkunft_stelle)?;
        Some(merkmal.frage.clone())
    });
    if l.nachschauliste(&erste_pruefung.id)?.is_some() {
        let hinweis = format!(
            "{} hat nur Fälle geprüft, die zu berichtigen waren. Damit lässt sich keine spätere Prüfung vergleichen; nach der Umsetzung begründen Sie, warum die Wirkung nicht messbar ist.",
            erste_pruefung.nummer
        );
        return Ok(Wirkungsblatt { frage, ergebnis, hinweis: Some(hinweis), ..Wirkungsblatt::default() });
    }
    if erste_pruefung.stand != Stand::Abgeschlossen {
        return Ok(Wirkungsblatt {
            frage,
            ergebnis,
            hinweis: Some(format!(
                "{} ist noch nicht abgeschlossen; erst danach steht fest, womit eine spätere Prüfung verglichen wird.",
                erste_pruefung.nummer
            )),
            ..Wirkungsblatt::default()
        });
    }
    let teilweise = erste_pruefung.plan.teilweise_zaehlt;
    let Some(erste) =
        l.merkmalsergebnis((&erste_pruefung.id, &erste_pruefung.id), &m.herkunft_stelle, teilweise)?
    else {
        return Ok(Wirkungsblatt { frage, ergebnis, ..Wirkungsblatt::default() });
    };
    let tag = m.lage.umgesetzt_am.unwrap_or(m.lage.faellig);
    let vorschlag = Wirkungsvorschlag::neu(&erste, tag).map_err(Fehler::intern)?;
    let (ergebnisse, weitere) =
        l.spaetere_merkmalsergebnisse(&erste_pruefung.id, &m.herkunft_stelle, teilweise, tag)?;
    let mut spaetere = Vec::new();
    for ergebnis in ergebnisse {
        let hindernis = match m.lage.umgesetzt_am {
            None => Some("Die Maßnahme ist noch nicht umgesetzt.".to_owned()),
            Some(tag) => ergebnis.hindernis(&erste, tag),
        };
        let vergleich = match hindernis {
            None => Some(vergleich(l, &erste, &ergebnis)?),
            Some(_) => None,
        };
        spaetere.push(SpaetereMessung { ergebnis, hindernis, vergleich });
    }
    Ok(Wirkungsblatt {
        frage,
        erste: Some(erste),
        vorschlag: Some(vorschlag),
        vorgemerkt: vorgemerkt(l, m)?,
        spaetere,
        weitere,
        ergebnis,
        ..Wirkungsblatt::default()
    })
}

/// Where the programme plans the effect check of a measure.
pub(super) fn vorgemerkt(l: &Lesen<'_>, m: &Massnahme) -> Ergebnis<Vec<VorgemerkteWirkungspruefung>> {
    let tag = m.lage.umgesetzt_am.unwrap_or(m.lage.faellig);
    let fruehestens = pruefmonat_ab(wirkungstag(tag));
    let monatsname = |(jahr, monat)| Monat(monatsgrenzen(jahr, monat).0);
    let mut alle: Vec<VorgemerkteWirkungspruefung> = Vec::new();
    for (kopf, monat, faelle) in l.wirkungspruefungen_im_programm(&m.id)? {
        // Of a year: the Fassung being worked on, which is the later one, before the one that holds.
        alle.retain(|v| v.jahr != kopf.jahr);
        alle.push(VorgemerkteWirkungspruefung {
            programm: programmnummer(kopf.jahr, kopf.fassung),
            programm_id: kopf.id,
            stand: kopf.stand,
            jahr: kopf.jahr,
            fassung: kopf.fassung,
            monat,
            faelle,
            zu_frueh: ((kopf.jahr, monat) < fruehestens).then(|| {
                format!(
                    "Im {} ist die Wirkung von {} noch nicht zu messen: Nach dem jetzigen Termin ist {} der erste Monat dafür. Bitte ändern Sie das Prüfprogramm.",
                    monatsname((kopf.jahr, monat)),
                    m.nummer,
                    monatsname(fruehestens)
                )
            }),
        });
    }
    Ok(alle)
}

/// The effect check of a measure as a programme plans it.
pub(in crate::api) struct GeplanteWirkung {
    /// The measure.
    pub massnahme: Massnahme,
    /// The check that it comes from.
    pub erste: Pruefung,
    /// When, and how large.
    pub vorschlag: Wirkungsvorschlag,
}

/// The proposal for a measure that is not yet judged; refused where no check can show its effect.
pub(in crate::api) fn geplant(
    l: &Lesen<'_>,
    sitzung: &Sitzung,
    massnahme_id: &str,
) -> Ergebnis<GeplanteWirkung> {
    let massnahme = laden(l, sitzung, reichweite(sitzung, "massnahme.lesen"), massnahme_id)?;
    if massnahme.lage.stand.abgeschlossen() {
        return Err(Fehler::regel(format!(
            "{} ist abgeschlossen; eine Wirkungsprüfung ist nicht mehr zu planen.",
            massnahme.nummer
        )));
    }
    let blatt = blatt(l, &massnahme)?;
    match (blatt.erste, blatt.vorschlag) {
        (Some(erste), Some(vorschlag)) => {
            let erste =
                l.pruefung(&erste.pruefung_id)?.ok_or_else(|| Fehler::nicht_gefunden("Die Prüfung"))?;
            Ok(GeplanteWirkung { massnahme, erste, vorschlag })
        }
        _ => Err(Fehler::regel(blatt.hinweis.unwrap_or_else(|| {
            "Zu dieser Maßnahme gibt es keinen Vorschlag für eine Wirkungsprüfung.".to_owned()
        }))),
    }
}

/// What a later check will say once it is used. Its own verdict is read only where it makes a difference, because that
/// takes the whole file of the check.
fn vergleich(l: &Lesen<'_>, erste: &Merkmalsergebnis, spaetere: &Merkmalsergebnis) -> Ergebnis<Wirkung> {
    let mit = |urteil| {
        Wirkungsnachweis::Pruefung { erste: erste.clone(), spaetere: spaetere.clone(), urteil }
            .wirkung()
            .map_err(Fehler::intern)
    };
    let ohne = mit(None)?;
    if mit(Some(Urteil::Belegt))? == ohne {
        return Ok(ohne);
    }
    match l.pruefung(&spaetere.pruefung_id)? {
        Some(p) => mit(urteil(l, p)?),
        None => Ok(ohne),
    }
}

/// The verdict of a check on its own goal.
fn urteil(l: &Lesen<'_>, p: Pruefung) -> Ergebnis<Option<Urteil>> {
    if p.plan.ziel.is_none() {
        return Ok(None);
    }
    Ok(Akte::laden(l, p)?.auswertung()?.rate.and_then(|r| r.urteil))
}

/// The counts of both checks, for a measure that was done; refused if the later one can show nothing.
pub(super) fn nachweis(l: &Lesen<'_>, m: &Massnahme, spaetere_id: &str) -> Ergebnis<Wirkungsnachweis> {
    match &m.herkunft {
        Herkunft::Feststellung { id } => am_merkmal(l, m, id, spaetere_id),
        Herkunft::Abweichung { durchgang_id, frage } => {
            anschluss::nachweis_am_durchgang(l, m, (durchgang_id, frage), spaetere_id)?
                .ok_or_else(|| Fehler::nicht_gefunden("Der spätere Durchgang"))
        }
        _ => Err(Fehler::regel(
            "Der Anlass dieser Maßnahme ist kein Merkmal eines Prüfbogens; eine Wirkung lässt sich nicht errechnen. Bitte begründen Sie, warum sie nicht messbar ist.",
        )),
    }
}

fn am_merkmal(
    l: &Lesen<'_>,
    m: &Massnahme,
    feststellung_id: &str,
    spaetere_id: &str,
) -> Ergebnis<Wirkungsnachweis> {
    let fehlt = || Fehler::nicht_gefunden("Die Prüfung");
    let erste_pruefung = pruefung_der_feststellung(l, feststellung_id)?.ok_or_else(fehlt)?;
    let spaetere_pruefung = l.pruefung(spaetere_id)?.ok_or_else(fehlt)?;
    for p in [&erste_pruefung, &spaetere_pruefung] {
        if p.stand != Stand::Abgeschlossen {
            return Err(Fehler::regel(format!(
                "{} ist nicht abgeschlossen; ihre Ergebnisse stehen noch nicht fest.",
                p.nummer
            )));
        }
        if l.nachschauliste(&p.id)?.is_some() {
            return Err(Fehler::regel(format!(
                "{} hat nur Fälle geprüft, die zu berichtigen waren; eine Wirkung lässt sich daran nicht zeigen.",
                p.nummer
            )));
        }
    }
    if (&erste_pruefung.plan.thema_id, &erste_pruefung.plan.bereich_id)
        != (&spaetere_pruefung.plan.thema_id, &spaetere_pruefung.plan.bereich_id)
    {
        return Err(Fehler::regel(
            "Die spätere Prüfung hat ein anderes Thema oder einen anderen Bereich; vergleichen lässt sich nur dasselbe Merkmal im selben Bereich.",
        ));
    }
    let zaehle = |p: &Pruefung| {
        l.merkmalsergebnis(
            (&erste_pruefung.id, &p.id),
            &m.herkunft_stelle,
            erste_pruefung.plan.teilweise_zaehlt,
        )?
        .ok_or_else(fehlt)
    };
    let (erste, spaetere) = (zaehle(&erste_pruefung)?, zaehle(&spaetere_pruefung)?);
    let umgesetzt_am = m.lage.umgesetzt_am.unwrap_or(m.lage.faellig);
    if let Some(grund) = spaetere.hindernis(&erste, umgesetzt_am) {
        return Err(Fehler::regel(format!("{} belegt keine Wirkung. {grund}", spaetere.nummer)));
    }
    let urteil = urteil(l, spaetere_pruefung)?;
    Ok(Wirkungsnachweis::Pruefung { erste, spaetere, urteil })
}

/// The check of a Feststellung, whoever asks: counts of an item name no case.
fn pruefung_der_feststellung(l: &Lesen<'_>, id: &str) -> Ergebnis<Option<Pruefung>> {
    match l.pruefung_zu_feststellung(id)? {
        Some(pruefung_id) => Ok(l.pruefung(&pruefung_id)?),
        None => Ok(None),
    }
}
