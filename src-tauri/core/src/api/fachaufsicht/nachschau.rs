//! Nachschau: proposed from a finished check, made from its corrected cases, laid beside it.

use super::auswertung::Akte;
use super::bogen_kontext::klarsicht;
use super::grundgesamtheit::{geladen, population_aus};
use super::pruefung::{PruefungLesen, anlegen_nach_plan, plan_pruefen};
use super::{doppelpruefung, pruefung_laden, sicht};
use crate::api::rechte;
use crate::api::tuer::{Aenderung, Auftrag, Frage, oder_konflikt};
use crate::audit::ObjektArt;
use crate::fachaufsicht::nachschau::{
    Korrekturzeile, Seite, Stichprobenvergleich, Vergleichsseite, hinweise, korrektursaetze, korrekturzeilen,
    stichprobe,
};
use crate::fachaufsicht::pruefbericht::BerichtNachschau;
use crate::fachaufsicht::pruefung::{
    Auswahl, Pruefung, Pruefungsart, Pruefungsplan, Schichtung, Stand, Uebergang,
};
use crate::fehler::{Ergebnis, Fehler};
use crate::storage::{KorrigierterFall, Lesen, Nachschaubefund, Nachschauliste, Sicht};
use crate::umgebung::kalendertag;
use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most corrections that are shown one by one.
const HOECHSTENS: usize = 500;

/// A check of the corrected cases of a finished check: its population is taken from there.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NachschauAnlegen {
    /// A full check with `nachschau_zu`; theme, area, teams and period are those of the first check.
    pub plan: Pruefungsplan,
}

/// What a Nachschau of a check would be.
#[derive(Debug, Serialize, TS)]
pub struct Nachschauvorschlag {
    /// `FA-2026-001`.
    pub nummer: String,
    /// A new sample of the same size on the same items, of the period that follows.
    pub stichprobe: Pruefungsplan,
    /// A full check of the corrected cases.
    pub korrigierte: Pruefungsplan,
    /// Cases that were to be corrected.
    pub faelle: u64,
    /// Of these: not all corrections are reported as done.
    pub nicht_gemeldet: u64,
    /// Why their cases cannot be looked at again; `None`: they can.
    pub hindernis: Option<String>,
}

/// A Nachschau beside the check that it follows.
#[derive(Debug, Serialize, TS)]
pub struct Nachschauvergleich {
    /// The first check.
    pub erste: Vergleichsseite,
    /// The Nachschau.
    pub nachschau: Vergleichsseite,
    /// A new sample, item by item.
    pub stichprobe: Option<Stichprobenvergleich>,
    /// A full check of the corrected cases.
    pub korrekturen: Option<Korrekturvergleich>,
    /// What must be known to read it.
    pub saetze: Vec<String>,
}

/// What became of the corrections.
#[derive(Debug, Serialize, TS)]
pub struct Korrekturvergleich {
    /// By item, over the whole check.
    pub zeilen: Vec<Korrekturzeile>,
    /// One by one, as far as the person sees the cases.
    pub befunde: Vec<Nachschaubefund>,
    /// Further ones that are not listed.
    pub weitere: u64,
}

pub(super) fn vorschlag(f: &Frage<'_>, anfrage: PruefungLesen) -> Ergebnis<Nachschauvorschlag> {
    let p = pruefung_laden(f.l, f.sitzung, f.umfang, &anfrage.id)?;
    if p.stand != Stand::Abgeschlossen {
        return Err(Fehler::regel("Eine Nachschau folgt auf eine abgeschlossene Prüfung."));
    }
    if f.l.nachschauliste(&p.id)?.is_some() {
        return Err(Fehler::regel(
            "Diese Prüfung ist selbst eine Nachschau der korrigierten Fälle. Bitte legen Sie die nächste Nachschau bei der ersten Prüfung an.",
        ));
    }
    let faelle = f.l.korrigierte_faelle(&p.id)?;
    let gezogen: u64 =
        f.l.ziehungen(&p.id)?.iter().filter(|z| z.ergebnis_hash.is_some()).map(|z| z.anzahl).sum();
    let ende = p.beendet_am.as_deref().and_then(kalendertag).unwrap_or(p.plan.zeitraum_bis);
    let (von, bis) = naechster_zeitraum(p.plan.zeitraum_von, p.plan.zeitraum_bis, ende);
    let nachschau = Pruefungsplan {
        pruefungsart: Pruefungsart::Nachschau,
        nachschau_zu: Some(p.id.clone()),
        dsb_beteiligt_am: None,
        ..p.plan.clone()
    };
    Ok(Nachschauvorschlag {
        nummer: p.nummer.clone(),
        hindernis: hindernis(f.l, &p, &faelle)?,
        nicht_gemeldet: faelle.iter().filter(|x| !x.gemeldet).count() as u64,
        faelle: faelle.len() as u64,
        stichprobe: Pruefungsplan {
            zeitraum_von: von,
            zeitraum_bis: bis,
            // Hand-picked cases compare with nothing.
            auswahl: match p.plan.auswahl {
                Auswahl::Bewusst => Auswahl::Zufall,
                andere => andere,
            },
            stichprobe_geplant: (p.plan.auswahl != Auswahl::Voll && gezogen > 0).then_some(gezogen),
            ..nachschau.clone()
        },
        korrigierte: Pruefungsplan {
            auswahl: Auswahl::Voll,
            schichtung: Schichtung::Keine,
            stichprobe_geplant: None,
            erweiterung_regel: String::new(),
            // A rate over cases that were all wrong has no goal.
            ziel: None,
            // One click would call all of them corrected.
            restliche_auf_ja: false,
            ..nachschau
        },
    })
}

/// As many whole months after a period of whole months, else as many days: the first that begin when the first check
/// was finished, so that corrections and answers can have had an effect.
fn naechster_zeitraum(von: NaiveDate, bis: NaiveDate, beendet: NaiveDate) -> (NaiveDate, NaiveDate) {
    let danach = |tag: NaiveDate| tag.succ_opt().unwrap_or(tag);
    let fruehestens = danach(bis.max(beendet));
    if von.day() != 1 || danach(bis).day() != 1 {
        return (fruehestens, fruehestens.checked_add_signed(bis - von).unwrap_or(fruehestens));
    }
    let spaeter = |tag: NaiveDate, monate| tag.checked_add_months(Months::new(monate)).unwrap_or(tag);
    let erster = fruehestens.with_day(1).unwrap_or(fruehestens);
    let beginn = if erster == fruehestens { erster } else { spaeter(erster, 1) };
    let folgt = danach(bis);
    let monate = (folgt.year() - von.year()) * 12 + folgt.month().cast_signed() - von.month().cast_signed();
    let ende = spaeter(beginn, u32::try_from(monate).unwrap_or(0));
    (beginn, ende.pred_opt().unwrap_or(beginn))
}

/// Why the corrected cases of a check cannot be looked at again.
fn hindernis(l: &Lesen<'_>, erste: &Pruefung, faelle: &[KorrigierterFall]) -> Ergebnis<Option<String>> {
    let grund = if faelle.is_empty() {
        "In dieser Prüfung war kein Fall zu berichtigen."
    } else if l.nachschauliste(&erste.id)?.is_some() {
        "Diese Prüfung ist selbst eine Nachschau der korrigierten Fälle. Offene Korrekturen verfolgen Sie in der Liste der Korrekturen."
    } else if l.entfernt_am(&erste.id)?.is_some() || faelle.iter().any(|x| x.nummer.is_none()) {
        "Der Fallbezug dieser Prüfung wurde nach der Aufbewahrungsregel entfernt; ihre Fälle lassen sich nicht mehr nachsehen. Eine neue Stichprobe bleibt möglich."
    } else {
        return Ok(None);
    };
    Ok(Some(grund.to_owned()))
}

pub(super) fn anlegen(a: &Auftrag<'_>, anfrage: NachschauAnlegen) -> Ergebnis<Aenderung> {
    let (plan, gesagt) = plan_pruefen(a, anfrage.plan, None)?;
    let erste_id = plan.nachschau_zu.clone().ok_or_else(|| {
        Fehler::feld("plan.pruefungsart", "Nachgesehen wird in einer Prüfung der Art „Nachschau“.")
    })?;
    let erste = pruefung_laden(a.s, a.sitzung, a.umfang, &erste_id)?;
    if erste.stand != Stand::Abgeschlossen {
        return Err(Fehler::regel("Eine Nachschau folgt auf eine abgeschlossene Prüfung."));
    }
    passt(&plan, &erste.plan)?;
    let faelle = a.s.korrigierte_faelle(&erste.id)?;
    if let Some(grund) = hindernis(a.s, &erste, &faelle)? {
        return Err(Fehler::regel(grund));
    }
    let (p, aenderung) = anlegen_nach_plan(a, plan)?;
    let liste = Nachschauliste {
        id: p.id.clone(),
        erste_id: erste.id.clone(),
        faelle: faelle.iter().map(|x| x.id.clone()).collect(),
    };
    a.s.nachschauliste_anlegen(&liste, &a.salz())?;
    let g = population_aus(a, &p, &erste, &geladen(a.s, &erste.id)?, &faelle)?;
    let stand = p.stand.nach(Uebergang::Einlesen)?;
    oder_konflikt(a.s.pruefung_stand(&p.id, p.version, stand), "Die Prüfung", || a.s.pruefung(&p.id))?;
    let aenderung = aenderung.und(ObjektArt::NACHSCHAULISTE, p.id).und(ObjektArt::GRUNDGESAMTHEIT, g);
    let nicht_gemeldet = faelle.iter().filter(|x| !x.gemeldet).count() as u64;
    let hinweis = (nicht_gemeldet > 0).then(|| {
        crate::vollzaehlung::je(
            nicht_gemeldet,
            "In 1 Fall ist noch nicht jede Korrektur als erledigt gemeldet.",
            |n| format!("In {n} Fällen ist noch nicht jede Korrektur als erledigt gemeldet."),
        )
    });
    Ok(gesagt.into_iter().chain(hinweis).fold(aenderung, Aenderung::mit_hinweis))
}

/// The cases are those of the first check, so all that describes them is too.
fn passt(plan: &Pruefungsplan, erste: &Pruefungsplan) -> Ergebnis<()> {
    let mut teams = erste.teams.clone();
    teams.sort_unstable();
    let wie = |feld: &str, was: &str| {
        Fehler::feld(
            &format!("plan.{feld}"),
            format!("Bei den korrigierten Fällen bleibt {was} wie in der ersten Prüfung."),
        )
    };
    if plan.thema_id != erste.thema_id {
        return Err(wie("thema_id", "das Prüfthema"));
    }
    if plan.bereich_id != erste.bereich_id {
        return Err(wie("bereich_id", "der Bereich"));
    }
    if plan.teams != teams {
        return Err(wie("teams", "die Auswahl der Teams"));
    }
    if (plan.zeitraum_von, plan.zeitraum_bis) != (erste.zeitraum_von, erste.zeitraum_bis) {
        return Err(wie("zeitraum_von", "der Prüfzeitraum"));
    }
    if plan.restliche_auf_ja {
        return Err(Fehler::feld(
            "plan.restliche_auf_ja",
            "Bei den korrigierten Fällen ist jedes Merkmal einzeln zu beantworten.",
        ));
    }
    if plan.auswahl != Auswahl::Voll || plan.ziel.is_some() {
        return Err(Fehler::feld(
            "plan.auswahl",
            "Die korrigierten Fälle werden alle geprüft, ohne Ziel für eine Quote.",
        ));
    }
    Ok(())
}

pub(super) fn vergleich_abfrage(
    f: &Frage<'_>,
    anfrage: PruefungLesen,
) -> Ergebnis<Option<Nachschauvergleich>> {
    let p = pruefung_laden(f.l, f.sitzung, f.umfang, &anfrage.id)?;
    let Some(erste_id) = &p.plan.nachschau_zu else { return Ok(None) };
    doppelpruefung::unvoreingenommen(f.l, &p.id, f.sitzung.benutzer_id())?;
    // Outside her sight the first check looks as if it did not exist.
    let Some(erste) = f.l.pruefung_sichtbar(&sicht(f.sitzung, f.umfang), erste_id)? else { return Ok(None) };
    // Who reads results, and no single findings, gets the counts.
    let faelle = rechte::verlange(f.sitzung, "feststellung.liste")
        .map_or_else(|_| Sicht::default(), |(_, umfang)| sicht(f.sitzung, umfang));
    let (erste, nachschau) = (Akte::laden(f.l, erste)?, Akte::laden(f.l, p)?);
    vergleich(f.l, &erste, &nachschau, &faelle, &klarsicht(f.sitzung)).map(Some)
}

fn seite(akte: &Akte) -> Seite<'_> {
    Seite { pruefung: &akte.pruefung, material: &akte.material }
}

/// What the report of a Nachschau says about its first check; nothing for any other check.
pub(super) fn fuer_bericht(l: &Lesen<'_>, sicht: &Sicht, akte: &Akte) -> Ergebnis<Option<BerichtNachschau>> {
    let Some(erste_id) = &akte.pruefung.plan.nachschau_zu else { return Ok(None) };
    let Some(erste) = l.pruefung_sichtbar(sicht, erste_id)? else { return Ok(None) };
    let nichts = Sicht::default();
    let v = vergleich(l, &Akte::laden(l, erste)?, akte, &nichts, &nichts)?;
    Ok(Some(BerichtNachschau {
        erste: v.erste.nummer,
        saetze: v.saetze,
        stichprobe: v.stichprobe,
        korrekturen: v.korrekturen.map(|k| k.zeilen).unwrap_or_default(),
    }))
}

/// A Nachschau beside its first check; cases within `faelle`, with plain numbers within `klar`.
pub(super) fn vergleich(
    l: &Lesen<'_>,
    erste: &Akte,
    nachschau: &Akte,
    faelle: &Sicht,
    klar: &Sicht,
) -> Ergebnis<Nachschauvergleich> {
    let (e, n) = (seite(erste), seite(nachschau));
    let mut v = Nachschauvergleich {
        erste: e.kopf(),
        nachschau: n.kopf(),
        stichprobe: None,
        korrekturen: None,
        saetze: Vec::new(),
    };
    let Some(liste) = l.nachschauliste(&nachschau.pruefung.id)? else {
        if l.nachschauliste(&erste.pruefung.id)?.is_some() {
            v.saetze.push(format!(
                "{} hat nur Fälle geprüft, die zu berichtigen waren. Eine Stichprobe lässt sich damit nicht vergleichen.",
                v.erste.nummer
            ));
            return Ok(v);
        }
        let stichprobe = stichprobe(e, n).map_err(Fehler::intern)?;
        v.saetze = hinweise(e, n, &stichprobe);
        v.stichprobe = Some(stichprobe);
        return Ok(v);
    };
    let id = &nachschau.pruefung.id;
    let teilweise = erste.pruefung.plan.teilweise_zaehlt;
    let haus = Sicht { haus: true, ..Sicht::default() };
    let alle = l.nachschaubefunde(&haus, &Sicht::default(), id)?;
    let zeilen = korrekturzeilen(
        &nachschau.material.fragen,
        alle.into_iter().map(|b| (b.merkmal, b.befund)),
        &l.neue_abweichungen(id, teilweise)?,
    );
    v.saetze = korrektursaetze(&v.erste.nummer, nachschau.material.faelle.len() as u64, &zeilen);
    let offen = liste.faelle.len().saturating_sub(nachschau.material.faelle.len()) as u64;
    if offen > 0 {
        v.saetze.push(crate::vollzaehlung::je(
            offen,
            "1 Fall der Liste ist nicht gezogen oder von der Nachschau ausgeschlossen.",
            |n| format!("{n} Fälle der Liste sind nicht gezogen oder von der Nachschau ausgeschlossen."),
        ));
    }
    let mut befunde = l.nachschaubefunde(faelle, klar, id)?;
    let weitere = befunde.len().saturating_sub(HOECHSTENS) as u64;
    befunde.truncate(HOECHSTENS);
    v.korrekturen = Some(Korrekturvergleich { zeilen, befunde, weitere });
    Ok(v)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn die_neue_stichprobe_beginnt_nach_dem_ende_der_ersten_pruefung() {
        let t = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
        for (von, bis, beendet, erwartet) in [
            // Finished within its own period, or on its last day: the next one.
            ("2026-01-01", "2026-06-30", "2026-05-10", ("2026-07-01", "2026-12-31")),
            ("2026-01-01", "2026-06-30", "2026-06-30", ("2026-07-01", "2026-12-31")),
            // Finished later: the first whole month after that day.
            ("2026-01-01", "2026-03-31", "2026-05-12", ("2026-06-01", "2026-08-31")),
            ("2026-02-01", "2026-02-28", "2026-11-01", ("2026-12-01", "2026-12-31")),
            ("2026-02-01", "2026-02-28", "2026-11-30", ("2026-12-01", "2026-12-31")),
            ("2026-02-01", "2026-02-28", "2026-12-31", ("2027-01-01", "2027-01-31")),
            // Not of whole months: as many days, from the day after.
            ("2026-03-10", "2026-03-19", "2026-03-15", ("2026-03-20", "2026-03-29")),
            ("2026-03-10", "2026-03-19", "2026-04-02", ("2026-04-03", "2026-04-12")),
        ] {
            let neu = naechster_zeitraum(t(von), t(bis), t(beendet));
            assert_eq!(neu, (t(erwartet.0), t(erwartet.1)), "{von} {bis} {beendet}");
        }
    }
}
