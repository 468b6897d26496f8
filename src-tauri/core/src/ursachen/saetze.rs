//! What the figures say, and what must be known to read them.

use super::schutz::{Achse, Schutz};
use super::{
    LetztePruefung, Material, Ursachenfeld, Ursachenquelle, Ursachensicht, Ursachenvergleich, Ursachenwahl,
    Ursachenwerte,
};
use crate::aufzaehlung::Aufzaehlung;
use crate::frist::{Kurz, Monat};
use crate::katalog::Katalog;
use crate::kleingruppen::MINDESTENS;
use crate::stichprobe::{prozent, zahl};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Berlin;
use serde::Serialize;
use std::cmp::Reverse;
use ts_rs::TS;

/// A Sachgebiet for the next risk-based check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Pruefvorschlag {
    /// Kennung of the Sachgebiet.
    pub sachgebiet: String,
    /// Its title.
    pub titel: String,
    /// Why.
    pub satz: String,
}

/// Which Sachgebiete are proposed and in which order.
pub(super) const VORSCHLAGSREGEL: &str = "Vorgeschlagen wird ein Sachgebiet, in dem Widersprüche öfter erfolgreich oder Anliegen öfter berechtigt waren als insgesamt. Zuerst steht das mit den meisten erfolgreichen Widersprüchen, bei gleicher Zahl das mit den meisten berechtigten Anliegen, dann das am längsten nicht geprüfte. Ein Vorschlag ist ein Anlass, genauer hinzusehen, kein Befund.";

/// A part of a sentence, and whether it is more often than in all.
struct Teil {
    werte: Ursachenwerte,
    haus: Ursachenwerte,
    sicht: Ursachensicht,
}

impl Teil {
    fn neu(schutz: &Schutz<'_>, sachgebiet: &str) -> Option<Self> {
        let alles = Ursachenwahl::default();
        let werte = schutz.feld(&alles, Achse::Sachgebiet(sachgebiet)).werte?;
        let haus = schutz.feld(&alles, Achse::Summe).werte?;
        (werte.nenner > 0).then_some(Self { werte, haus, sicht: schutz.sicht })
    }

    /// Compared as fractions: rounding decides nothing.
    fn oefter(&self) -> bool {
        let (w, h) = (self.werte, self.haus);
        u128::from(w.zaehler) * u128::from(h.nenner) > u128::from(h.zaehler) * u128::from(w.nenner)
    }

    /// "14 von 40 erledigten Widersprüchen … (35,0 %; Haus: 62 von 240, 25,8 %)" without its beginning.
    fn bruch(&self, was: &str) -> String {
        format!("{} von {} {was}", zahl(self.werte.zaehler), zahl(self.werte.nenner))
    }

    fn vergleich(&self) -> String {
        let (w, h) = (self.werte, self.haus);
        format!(
            "({}; {}: {} von {}, {})",
            prozent(w.zaehler, w.nenner),
            self.sicht.name(),
            zahl(h.zaehler),
            zahl(h.nenner),
            prozent(h.zaehler, h.nenner)
        )
    }
}

pub(super) fn vorschlaege(
    m: &Material,
    schutz: &[Schutz<'_>],
    sachgebiete: &[String],
) -> Vec<Pruefvorschlag> {
    let quelle = |q| schutz.iter().find(|s| s.quelle == q);
    let mut gefunden: Vec<_> = sachgebiete
        .iter()
        .filter(|k| !k.is_empty())
        .filter_map(|k| {
            let w = quelle(Ursachenquelle::Widerspruch).and_then(|s| Teil::neu(s, k));
            let a = quelle(Ursachenquelle::Kundenreaktion).and_then(|s| Teil::neu(s, k));
            if !w.as_ref().is_some_and(Teil::oefter) && !a.as_ref().is_some_and(Teil::oefter) {
                return None;
            }
            let geprueft = m.pruefungen.iter().find(|p| p.sachgebiet == *k);
            let treffer = |t: &Option<Teil>| t.as_ref().map_or(0, |t| t.werte.zaehler);
            let titel = m.titel(Katalog::Sachgebiet, k);
            let satz = satz(&titel, w.as_ref(), a.as_ref(), pruefung(m, geprueft));
            let rang = (
                Reverse(treffer(&w)),
                Reverse(treffer(&a)),
                geprueft.and_then(|p| p.zuletzt.clone()),
                titel.clone(),
            );
            Some((rang, Pruefvorschlag { sachgebiet: k.clone(), titel, satz }))
        })
        .collect();
    gefunden.sort_by(|a, b| a.0.cmp(&b.0));
    gefunden.into_iter().map(|(_, v)| v).collect()
}

fn satz(titel: &str, w: Option<&Teil>, a: Option<&Teil>, pruefung: Option<String>) -> String {
    let verb = |t: &Teil| if t.werte.zaehler == 1 { "war" } else { "waren" };
    let mut satz = format!("Im Sachgebiet {titel} ");
    match (w, a) {
        (Some(w), _) => satz.push_str(&format!(
            "{} {} erfolgreich {}",
            verb(w),
            w.bruch("erledigten Widersprüchen"),
            w.vergleich()
        )),
        (None, Some(a)) => satz.push_str(verb(a)),
        (None, None) => {}
    }
    if let Some(a) = a {
        let beginn = if w.is_some() { "; in Kundenreaktionen " } else { " in Kundenreaktionen " };
        let verb = if w.is_some() { format!("{} ", verb(a)) } else { String::new() };
        satz.push_str(&format!(
            "{beginn}{verb}{} ganz oder teilweise berechtigt {}",
            a.bruch("beurteilten Anliegen"),
            a.vergleich()
        ));
    }
    if let Some(p) = pruefung {
        satz.push_str(&format!("; {p}"));
    }
    satz.push('.');
    satz
}

/// When it was checked last, for who sees checks.
fn pruefung(m: &Material, geprueft: Option<&LetztePruefung>) -> Option<String> {
    if m.sicht[Ursachenquelle::Zufallspruefung as usize] == Ursachensicht::Keine {
        return None;
    }
    let tag = geprueft
        .and_then(|p| p.zuletzt.as_deref())
        .and_then(|utc| utc.parse::<DateTime<Utc>>().ok())
        .map(|utc| utc.with_timezone(&Berlin).date_naive());
    let zuletzt = tag.map_or_else(
        || "in IKS noch nicht geprüft".to_owned(),
        |tag| format!("zuletzt geprüft im {}", Monat(tag)),
    );
    Some(if geprueft.is_some_and(|p| p.laeuft) {
        format!("{zuletzt}, eine Prüfung ist geplant oder läuft")
    } else {
        zuletzt
    })
}

/// What a reader must know.
pub(super) fn hinweise(
    m: &Material,
    v: &Ursachenvergleich,
    wahl: &Ursachenwahl,
    heute: NaiveDate,
) -> Vec<String> {
    let mut h = vec![
        "Die Zahlen der drei Quellen werden nie zusammengezählt: Ein Anliegen, ein Widerspruch und ein geprüfter Fall sind Verschiedenes, und derselbe Fall kann in allen dreien stehen.".to_owned(),
    ];
    let sieht = |q: Ursachenquelle| m.sicht[q as usize] > Ursachensicht::Keine;
    if sieht(Ursachenquelle::Kundenreaktion) {
        h.push("Kundenreaktionen: Gezählt sind Anliegen aus Reaktionen, die im Zeitraum beantwortet oder beendet wurden, eine Reaktion kann bis zu drei haben. Berechtigt oder teilweise berechtigt sind sie nach dem Urteil über ihre Reaktion, von zwei Personen. Zusammengeführte Reaktionen und Dienstaufsichtsbeschwerden sind nicht dabei. Die Auswertung der Kundenreaktionen zählt dagegen nach dem Tag des Eingangs. Wie viele Kundinnen und Kunden es gibt und wie viele sich nicht melden, weiß niemand; die Zahl der Anliegen ist kein Maß für Unzufriedenheit.".to_owned());
    }
    if sieht(Ursachenquelle::Widerspruch) {
        h.push("Widersprüche: Gezählt sind Widersprüche, die im Zeitraum erledigt wurden, auch durch Rücknahme; Erfolg ist ganzer oder teilweiser. Überprüfungsanträge und Klagen sind nicht dabei.".to_owned());
    }
    if sieht(Ursachenquelle::Zufallspruefung) {
        h.push("Fachaufsicht: Gezählt sind Feststellungen aus Prüfungen, die im Zeitraum abgeschlossen wurden, ohne zurückgenommene; ein Fall kann mehrere haben. Das Sachgebiet ist das des Prüfthemas, denn nur dort sagt die Zahl der geprüften Fälle etwas. Bewusst ausgewählte Fälle stehen für sich und ohne Quote: Sie sagen nichts über alle Fälle. Die Zahlen mehrerer Stichproben sind zusammengestellt, nicht hochgerechnet; das Ergebnis einer Prüfung steht in ihrem Bericht.".to_owned());
    }
    h.push("Eine organisatorische Ursache wird nur bei berechtigten Anliegen, erfolgreichen Widersprüchen und Feststellungen vermerkt. Verglichen wird sie mit allen beurteilten Anliegen, erledigten Widersprüchen und geprüften Fällen. Sie meint nie eine Person.".to_owned());
    let fehlt: Vec<&str> = Ursachenquelle::ALLE
        .iter()
        .filter(|q| !sieht(**q) && **q != Ursachenquelle::BewusstePruefung)
        .map(|q| if *q == Ursachenquelle::Zufallspruefung { "Fachaufsicht" } else { q.titel() })
        .collect();
    if !fehlt.is_empty() {
        h.push(format!(
            "Nicht gezeigt: {}. Dort haben Sie keine Einsicht, deshalb auch hier nicht.",
            fehlt.join(" und ")
        ));
    }
    if m.sicht.iter().any(|s| matches!(s, Ursachensicht::Teams | Ursachensicht::Bereich)) {
        h.push("Gezählt ist nur, was Sie auch in den Listen sehen: Ihr Bereich oder Ihre Teams.".to_owned());
    }
    if m.kleines_team {
        h.push(
            "Ihr Team hat weniger als fünf Beschäftigte. Seine Zahlen stehen nur beim Bereich.".to_owned(),
        );
    }
    if v.quartale.iter().any(|q| heute >= q.von && heute <= q.bis) {
        h.push(format!(
            "Das laufende Quartal ist bis zum {} gezählt und noch nicht vollständig.",
            Kurz(heute)
        ));
    }
    if wahl.sachgebiet.is_some() && wahl.ursache.is_some() {
        h.push("Für eine Ursache innerhalb eines Sachgebiets gibt es keinen Verlauf; die Zahlen eines Quartals wären zu klein.".to_owned());
    }
    if verborgenes(v) {
        h.push(format!(
            "* Nicht gezeigt: Felder mit weniger als {MINDESTENS} Fällen und weitere, aus denen sie sich errechnen ließen."
        ));
    }
    h
}

fn verborgenes(v: &Ursachenvergleich) -> bool {
    let verborgen = |felder: &[Ursachenfeld]| felder.iter().any(|f| f.verborgen);
    verborgen(&v.summe)
        || v.sachgebiete.iter().chain(&v.ursachen).any(|r| verborgen(&r.felder))
        || v.quartale.iter().any(|q| verborgen(&q.felder))
}
