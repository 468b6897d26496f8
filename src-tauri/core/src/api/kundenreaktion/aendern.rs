//! Changing what was entered. After the triage it stays visible what stood there, and why it was changed; what hints at
//! a Rechtsbehelf is never lost.

use super::beitrag::anlegen as beitrag_anlegen;
use super::grundlage::Grundlage;
use super::reaktion::{speichern, suchbar};
use super::*;
use crate::api::haus::pruefe_text;
use crate::aufzaehlung::Aufzaehlung;
use crate::freitext;
use crate::frist::Kurz;
use crate::katalog::Katalog;
use crate::kundenreaktion::{
    Anliegen, Reaktionseintrag, Reaktionsinhalt, Reaktionsklar, Reaktionslage, Reaktionsschritt,
    Rechtsbehelfshinweis,
};
use crate::storage::Beitragsart;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn aendern(a: &Auftrag<'_>, r: ReaktionAendern) -> Ergebnis<Aenderung> {
    let vorher = zu_aendern(a, &r.id)?;
    let g = Grundlage::lesen(a.s, a.haus)?;
    let begruendung = pruefe_text("begruendung", &r.begruendung, 0, 500)?;
    let (angaben, klar) = g.geprueft(r.angaben, r.klar)?;
    let klar_vorher = a.s.reaktion_klar(&vorher.id)?.unwrap_or_default();
    let weg = Textwechsel { alt: (&vorher.angaben, &klar_vorher), neu: (&angaben, &klar) };
    weg.pruefen(&vorher)?;
    let mut schritte = vorher.schritte.clone();
    let mut hinweise = Vec::new();
    if vorher.je_gesichtet()
        && let Some(schritt) = berichtigung(&g, &vorher, &angaben, &begruendung)?
    {
        if angaben.eingang != vorher.angaben.eingang {
            hinweise.extend(verfahrenshinweis(a, &vorher)?);
        }
        schritte.push(Reaktionseintrag {
            schritt,
            von: a.sitzung.benutzer_id().to_owned(),
            eingetragen_am: a.haus.umgebung().zeitstempel(),
            zurueckgenommen: None,
        });
    }
    let notiz = weg.notiz(&begruendung)?;
    let lage = Reaktionslage::aus(angaben.art, &schritte).map_err(|e| {
        Fehler::feld("angaben.art", format!("Die bisherigen Schritte passen nicht zu dieser Art. {e}"))
    })?;
    let pseudonym = g.pseudonym(&klar);
    let neu = Kundenreaktion { angaben, schritte, lage, pseudonym, version: r.version, ..vorher };
    let mut aenderung = speichern(a, &g, &neu)?;
    if let Some(text) = notiz {
        aenderung = aenderung.zusammen(beitrag_anlegen(a, &neu.id, Beitragsart::Notiz, text)?);
    }
    a.s.reaktion_klar_schreiben(&neu.id, &klar)?;
    suchbar(a, &g, &neu, &klar)?;
    hinweise.extend(freitext::warnung(&neu.angaben.betreff));
    Ok(hinweise.into_iter().fold(aenderung, Aenderung::mit_hinweis))
}

/// Subject line and account before and after.
struct Textwechsel<'a> {
    alt: (&'a Reaktionsinhalt, &'a Reaktionsklar),
    neu: (&'a Reaktionsinhalt, &'a Reaktionsklar),
}

impl Textwechsel<'_> {
    /// Else a text could be exchanged after the question whether it contains a Widerspruch.
    fn pruefen(&self, vorher: &Kundenreaktion) -> Ergebnis<()> {
        let ((alt, alt_klar), (neu, klar)) = (self.alt, self.neu);
        let abgabe = neu.art != alt.art && (neu.art.nur_abgabe() || alt.art.nur_abgabe());
        if !vorher.je_gesichtet() {
            if abgabe && neu.art.nur_abgabe() && self.entfallen().is_some() {
                return Err(Fehler::feld(
                    "angaben.art",
                    "Der Text deutet auf einen Rechtsbehelf hin und ginge dabei verloren. Bitte sichten Sie diese Reaktion und legen Sie die Dienstaufsichtsbeschwerde als eigene an.",
                ));
            }
            return Ok(());
        }
        if klar.schilderung != alt_klar.schilderung {
            return Err(Fehler::feld(
                "klar.schilderung",
                "Seit der Sichtung bleibt die Schilderung, wie sie ist. Bitte ergänzen Sie eine Notiz.",
            ));
        }
        if abgabe {
            return Err(Fehler::feld(
                "angaben.art",
                "Von und zu einer Dienstaufsichtsbeschwerde lässt sich nur vor der Sichtung wechseln.",
            ));
        }
        if let Some(fund) = mehr(&self.funde(self.alt), &self.funde(self.neu)) {
            return Err(Fehler::feld(
                "angaben.betreff",
                format!(
                    "Der neue Betreff deutet auf einen Rechtsbehelf hin („{}“). Neues gehört in eine Notiz; danach wird noch einmal gesichtet.",
                    fund.wort
                ),
            ));
        }
        Ok(())
    }

    fn funde(&self, (angaben, klar): (&Reaktionsinhalt, &Reaktionsklar)) -> Vec<Rechtsbehelfshinweis> {
        sichtung::durchgesehen(&angaben.betreff, &klar.schilderung).rechtsbehelf
    }

    /// A hint that is in the old text and not in the new one.
    fn entfallen(&self) -> Option<Rechtsbehelfshinweis> {
        mehr(&self.funde(self.neu), &self.funde(self.alt))
    }

    /// The old text as a note, where a hint disappears; that needs a reason.
    fn notiz(&self, begruendung: &str) -> Ergebnis<Option<String>> {
        let Some(fund) = self.entfallen() else { return Ok(None) };
        if begruendung.chars().count() < 5 {
            return Err(Fehler::feld(
                "begruendung",
                format!(
                    "Der bisherige Text deutet auf einen Rechtsbehelf hin („{}“). Bitte begründen Sie, warum das entfällt.",
                    fund.wort
                ),
            ));
        }
        let (alt, klar) = self.alt;
        Ok(Some(
            format!("Text vor der Änderung. Grund: {begruendung}\n\n{}\n{}", alt.betreff, klar.schilderung)
                .trim_end()
                .to_owned(),
        ))
    }
}

/// The first hint of `neu` of a kind that occurs more often there than in `alt`. Compared by what they mean, because
/// the words around a place change with any edit.
fn mehr(alt: &[Rechtsbehelfshinweis], neu: &[Rechtsbehelfshinweis]) -> Option<Rechtsbehelfshinweis> {
    let mut da: BTreeMap<&str, usize> = BTreeMap::new();
    for h in alt {
        *da.entry(h.grund.as_str()).or_default() += 1;
    }
    neu.iter()
        .find(|h| match da.get_mut(h.grund.as_str()) {
            Some(n) if *n > 0 => {
                *n -= 1;
                false
            }
            _ => true,
        })
        .cloned()
}

/// The visible entry for a change of receipt, kind or Anliegen; nothing where none of them changes.
fn berichtigung(
    g: &Grundlage,
    vorher: &Kundenreaktion,
    neu: &Reaktionsinhalt,
    begruendung: &str,
) -> Ergebnis<Option<Reaktionsschritt>> {
    let alt = &vorher.angaben;
    let mut was = Vec::new();
    if alt.eingang != neu.eingang {
        eingang_moeglich(vorher, neu)?;
        was.push(format!("Eingang {} statt {}", Kurz(neu.eingang), Kurz(alt.eingang)));
    }
    if alt.art != neu.art {
        was.push(format!("Art {} statt {}", neu.art.titel(), alt.art.titel()));
    }
    if anliegen_anders(&alt.anliegen, &neu.anliegen) {
        was.push(format!("Anliegen {} statt {}", genannt(g, &neu.anliegen), genannt(g, &alt.anliegen)));
    }
    if was.is_empty() {
        return Ok(None);
    }
    if begruendung.chars().count() < 5 {
        return Err(Fehler::feld(
            "begruendung",
            "Nach der Sichtung lassen sich Eingang, Art und Anliegen nur mit einer Begründung ändern.",
        ));
    }
    let teams = |liste: &[Anliegen]| liste.iter().filter_map(|x| x.team_id.clone()).collect::<BTreeSet<_>>();
    let neu_beurteilen = vorher.lage.beurteilung.is_some()
        && (alt.art != neu.art || teams(&alt.anliegen) != teams(&neu.anliegen));
    if neu_beurteilen && vorher.lage.abschluss_am.is_some() {
        return Err(Fehler::regel(
            "Die Reaktion ist beurteilt und abgeschlossen. Bitte nehmen Sie zuerst den Abschluss zurück; nach der Änderung wird neu beurteilt.",
        ));
    }
    Ok(Some(Reaktionsschritt::Berichtigen {
        was: was.join("; "),
        begruendung: begruendung.to_owned(),
        neu_beurteilen,
    }))
}

/// Nothing can have been done about what had not come in.
fn eingang_moeglich(vorher: &Kundenreaktion, neu: &Reaktionsinhalt) -> Ergebnis<()> {
    let schritte = vorher.schritte.iter().filter(|e| e.zurueckgenommen.is_none());
    match schritte.filter_map(|e| e.schritt.am()).min() {
        Some(tag) if neu.eingang > tag => Err(Fehler::feld(
            "angaben.eingang",
            format!("Am {} ist schon ein Schritt eingetragen; der Eingang liegt nicht danach.", Kurz(tag)),
        )),
        _ => Ok(()),
    }
}

/// A cause that is found later is no correction.
fn anliegen_anders(alt: &[Anliegen], neu: &[Anliegen]) -> bool {
    let gleich = |(a, n): (&Anliegen, &Anliegen)| {
        let ursache = if a.ursache.is_none() { None } else { n.ursache.clone() };
        *a == Anliegen { ursache, ..n.clone() }
    };
    alt.len() != neu.len() || !alt.iter().zip(neu).all(gleich)
}

fn genannt(g: &Grundlage, anliegen: &[Anliegen]) -> String {
    let eines = |x: &Anliegen| {
        let titel = |katalog, kennung: &Option<String>| {
            kennung.as_ref().map(|k| g.titel(katalog, k).unwrap_or(k).to_owned())
        };
        let team = x
            .team_id
            .as_ref()
            .map(|id| g.teams.iter().find(|t| t.id == *id).map_or("", |t| &t.name).to_owned());
        let teile = [titel(Katalog::Sachgebiet, &x.sachgebiet), team, titel(Katalog::Ursache, &x.ursache)];
        [x.art.titel().to_owned()]
            .into_iter()
            .chain(teile.into_iter().flatten())
            .collect::<Vec<_>>()
            .join(", ")
    };
    format!("„{}“", anliegen.iter().map(eines).collect::<Vec<_>>().join(" | "))
}

/// The deadlines of a procedure hang on its own day of receipt.
fn verfahrenshinweis(a: &Auftrag<'_>, k: &Kundenreaktion) -> Ergebnis<Option<String>> {
    let mut nummern = Vec::new();
    for id in k.verfahren() {
        nummern.extend(a.s.verfahren(id)?.map(|v| v.nummer));
    }
    Ok((!nummern.is_empty()).then(|| {
        format!(
            "Der Eingang im Register der Widersprüche ({}) bleibt, wie er ist. Bitte sagen Sie der Widerspruchsstelle Bescheid, wenn er dort auch nicht stimmt.",
            nummern.join(", ")
        )
    }))
}
