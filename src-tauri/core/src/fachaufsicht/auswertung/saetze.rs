//! The result in German (`stichprobe.md` 11): the absolute number first, never a rate without its bound.

use super::grundlage::Grundlage;
use super::{Rate, Zahlen};
use crate::fachaufsicht::pruefung::{Auswahl, Fehlerdefinition};
use crate::fachaufsicht::zweistufig;
use crate::stichprobe::{Befund, StichprobeFehler, langer_satz, prozent, urteilssatz, zahl};

/// Why rates are not comparable, whether of checks or of years; the numbers of those concerned follow.
pub const ANDERE_FESTLEGUNG: &str = "Andere Festlegung, was ein Fehler ist; die Quote ist nicht vergleichbar";
/// See [`ANDERE_FESTLEGUNG`].
pub const ANDERE_FASSUNG: &str = "Andere Fassung des Prüfbogens";
/// See [`ANDERE_FESTLEGUNG`].
pub const ANDERE_SICHERHEIT: &str = "Andere Sicherheit des Intervalls";
/// See [`ANDERE_FESTLEGUNG`].
pub const OHNE_REGEL: &str = "Ohne vorher festgelegte Regel erweitert, das Intervall ist nur eine Schätzung";
/// What an unresolved unit does in rates over time.
pub const UNGEKLAERT_IM_INTERVALL: &str =
    "Ungeklärte Einheiten zählen nur im oberen Ende des Intervalls als fehlerhaft.";

/// That populations differ in size; nothing if they do not.
#[must_use]
pub fn verschieden_gross(groessen: impl Iterator<Item = u64> + Clone) -> Option<String> {
    let (kleinste, groesste) = (groessen.clone().min()?, groessen.max()?);
    (kleinste < groesste).then(|| {
        format!(
            "Die Grundgesamtheiten sind verschieden groß: {} bis {} Einheiten.",
            zahl(kleinste),
            zahl(groesste)
        )
    })
}

/// What the bounds of single teams do not say.
#[must_use]
pub fn grenzen_je_team(sicherheit: &str) -> String {
    format!(
        "Die Obergrenzen der einzelnen Teams gelten je Team mit {sicherheit} Sicherheit, nicht für alle Teams zugleich. Ein Unterschied zwischen zwei Teams ist damit nicht belegt."
    )
}

/// What makes a unit erroneous, in words.
pub(super) fn fehlerhaft_bei(art: Fehlerdefinition) -> &'static str {
    match art {
        Fehlerdefinition::Jede => "jede Abweichung",
        Fehlerdefinition::Wesentlich => "mindestens eine wesentliche Abweichung",
        Fehlerdefinition::Finanziell => "mindestens eine Abweichung mit Wirkung in Euro",
    }
}

pub(super) fn definition(g: &Grundlage) -> String {
    format!(
        "Fehlerhaft ist eine Einheit bei folgendem Befund: {}; die Antwort „teilweise“ zählt {}.",
        fehlerhaft_bei(g.fehlerdefinition),
        if g.teilweise_zaehlt { "mit" } else { "nicht" }
    )
}

pub(super) fn kurz(g: &Grundlage, z: &Zahlen, rate: Option<&Rate>) -> String {
    let Some(rate) = rate else {
        return match (g.auswahl, z.gezogen) {
            (_, 0) => "Noch keine Ziehung.".to_owned(),
            (Auswahl::Bewusst, _) => format!(
                "{} von {} ausgewählten {} fehlerhaft, nicht hochrechenbar",
                zahl(z.fehlerhaft),
                zahl(z.gezogen),
                g.einheiten
            ),
            _ => "Aus mindestens einer Schicht wurde nichts gezogen; keine Aussage über alle.".to_owned(),
        };
    };
    let grenze = if rate.vollpruefung {
        if rate.hoechstens == rate.mindestens {
            "Vollprüfung, kein Stichprobenfehler".to_owned()
        } else {
            format!("höchstens {} (Vollprüfung, kein Stichprobenfehler)", rate.quote_hoechstens)
        }
    } else {
        format!("mit {} Sicherheit höchstens {}", rate.sicherheit, rate.quote_hoechstens)
    };
    match rate.quote {
        None => format!(
            "Vorläufig: {} von {} geprüften {} fehlerhaft, {} noch offen",
            zahl(z.fehlerhaft),
            zahl(z.geprueft),
            g.einheiten,
            zahl(z.offen)
        ),
        Some(quote) => format!(
            "{} von {} {} fehlerhaft: Fehlerquote {quote}, {grenze}",
            zahl(z.fehlerhaft),
            zahl(z.gezogen),
            g.einheiten
        ),
    }
}

pub(super) fn saetze(
    g: &Grundlage,
    z: &Zahlen,
    befunde: &[(String, Befund)],
    rate: Option<&Rate>,
) -> Result<Vec<String>, StichprobeFehler> {
    if z.gezogen == 0 {
        return Ok(vec!["Es wurde noch nicht gezogen; es gibt kein Ergebnis.".to_owned()]);
    }
    let Some(rate) = rate else {
        return Ok(ohne_hochrechnung(g, z));
    };
    let mut saetze = match befunde {
        _ if z.offen > 0 => vorlaeufig(g, z, rate),
        [(_, befund)] => vec![langer_satz(befund, &g.einheiten, &g.konfidenz)?],
        _ => geschichtet(g, z, rate),
    };
    if z.fehlerhaft == 0 && !rate.vollpruefung && z.offen == 0 {
        saetze.push("Kein gefundener Fehler heißt nicht null Fehler.".to_owned());
    }
    saetze.push(match (rate.urteil, &g.ziel) {
        (Some(urteil), Some(ziel)) => urteilssatz(urteil, ziel),
        _ => "Ein Ziel wurde vor der Ziehung nicht festgelegt.".to_owned(),
    });
    Ok(saetze)
}

fn ohne_hochrechnung(g: &Grundlage, z: &Zahlen) -> Vec<String> {
    let e = &g.einheiten;
    let mut saetze = vec![match g.auswahl {
        Auswahl::Bewusst => format!(
            "Von {} {e} wurden {} bewusst ausgewählt, {} sind geprüft.",
            zahl(z.grundgesamtheit),
            zahl(z.gezogen),
            zahl(z.geprueft)
        ),
        _ => format!(
            "Von {} {e} wurden {} gezogen, {} sind geprüft.",
            zahl(z.grundgesamtheit),
            zahl(z.gezogen),
            zahl(z.geprueft)
        ),
    }];
    saetze.push(fehlerhaft(z.fehlerhaft));
    saetze.extend(ungeklaert(z.ungeklaert));
    saetze.push(
        match g.auswahl {
            Auswahl::Bewusst => {
                "Das Ergebnis beschreibt nur die ausgewählten Fälle und ist nicht hochrechenbar."
            }
            _ => {
                "Aus mindestens einer Schicht wurde nichts gezogen; deshalb gibt es keine Aussage über alle."
            }
        }
        .to_owned(),
    );
    saetze
}

fn vorlaeufig(g: &Grundlage, z: &Zahlen, rate: &Rate) -> Vec<String> {
    let e = &g.einheiten;
    let mut saetze = vec![
        format!(
            "Vorläufig: Von {} {e} wurden {} {}, {} davon sind geprüft.",
            zahl(z.grundgesamtheit),
            zahl(z.gezogen),
            gezogen(g),
            zahl(z.geprueft)
        ),
        format!(
            "{} {} sind noch offen; sie zählen bis dahin in der Obergrenze als fehlerhaft.",
            fehlerhaft(z.fehlerhaft),
            zahl(z.offen)
        ),
    ];
    if !rate.vollpruefung {
        saetze.push(format!(
            "In allen {} {e} sind demnach mit {} Sicherheit mindestens {} und höchstens {} fehlerhaft (je für sich).",
            zahl(z.grundgesamtheit),
            rate.sicherheit,
            zahl(rate.mindestens),
            zahl(rate.hoechstens)
        ));
    }
    saetze
}

fn geschichtet(g: &Grundlage, z: &Zahlen, rate: &Rate) -> Vec<String> {
    let (e, alle) = (&g.einheiten, zahl(z.grundgesamtheit));
    let quote = rate.quote.map(|q| q.to_string()).unwrap_or_default();
    if rate.vollpruefung {
        let mut saetze = vec![
            format!("Von {alle} {e} wurden alle geprüft (Vollprüfung, kein Stichprobenfehler)."),
            format!("{} Das sind {quote}.", fehlerhaft(z.fehlerhaft)),
        ];
        saetze.extend(ungeklaert(z.ungeklaert));
        return saetze;
    }
    let schichten = g.schichten.iter().filter(|s| s.anzahl > 0).count();
    let mut erster = format!(
        "Von {alle} {e} in {schichten} Schichten wurden {} zufällig ausgewählt und geprüft. {}",
        zahl(z.gezogen),
        fehlerhaft(z.fehlerhaft)
    );
    if z.fehlerhaft > 0 {
        erster.push_str(&format!(" Nach der Größe der Schichten gewichtet sind das {quote}."));
    }
    let mut zweiter = format!(
        "In allen {alle} {e} sind mit {} Sicherheit höchstens {h} fehlerhaft ({h} von {alle}, aufgerundet {}; garantierte Grenze).",
        rate.sicherheit,
        rate.quote_hoechstens,
        h = zahl(rate.hoechstens),
    );
    if let Some(naeherung) = rate.naeherung_hoechstens {
        zweiter.push_str(&format!(
            " Näherungsweise (Korn-Graubard) sind es höchstens {naeherung}; das Urteil stützt sich darauf nicht."
        ));
    }
    [erster].into_iter().chain(ungeklaert(z.ungeklaert)).chain([zweiter]).collect()
}

fn gezogen(g: &Grundlage) -> &'static str {
    match g.auswahl {
        Auswahl::Zufall => "zufällig ausgewählt",
        Auswahl::Bewusst => "bewusst ausgewählt",
        Auswahl::Voll => "zur Vollprüfung ausgewählt",
    }
}

fn fehlerhaft(anzahl: u64) -> String {
    match anzahl {
        0 => "Es wurde kein Fehler gefunden.".to_owned(),
        1 => "1 war fehlerhaft.".to_owned(),
        k => format!("{} waren fehlerhaft.", zahl(k)),
    }
}

fn ungeklaert(anzahl: u64) -> Option<String> {
    match anzahl {
        0 => None,
        1 => Some("1 ist ungeklärt und zählt in der Obergrenze als fehlerhaft.".to_owned()),
        u => Some(format!("{} sind ungeklärt und zählen in der Obergrenze als fehlerhaft.", zahl(u))),
    }
}

pub(super) fn hinweise(g: &Grundlage, z: &Zahlen, rate: Option<&Rate>) -> Vec<String> {
    let mut hinweise = Vec::new();
    if z.ungeklaert > z.offen {
        let mut teile = Vec::new();
        for (anzahl, text) in [
            (z.nicht_pruefbar, "Akte fehlt oder ist nicht prüfbar"),
            (z.merkmal_nicht_pruefbar, "entscheidendes Merkmal nicht prüfbar"),
            (z.wirkung_unbekannt, "Wirkung nicht beschrieben oder nicht bezifferbar"),
        ] {
            if anzahl > 0 {
                teile.push(format!("{}: {}", text, zahl(anzahl)));
            }
        }
        hinweise
            .push(format!("Ungeklärt, nur in der Obergrenze als fehlerhaft gezählt: {}.", teile.join("; ")));
    }
    if z.strittig > 0 {
        hinweise.push(match z.strittig {
            1 => "Zu 1 Feststellung steht die Stellungnahme oder Entscheidung noch aus; sie zählt bis dahin mit.".to_owned(),
            n => format!(
                "Zu {} Feststellungen steht die Stellungnahme oder Entscheidung noch aus; sie zählen bis dahin mit.",
                zahl(n)
            ),
        });
    }
    if g.erweiterung_ohne_regel {
        hinweise.push(
            "Die Stichprobe wurde erweitert, ohne dass die Regel dafür vor der Ziehung feststand. Die Grenze gilt dann nur als Schätzung; die zugesagte Sicherheit ist nicht garantiert."
                .to_owned(),
        );
    }
    hinweise.extend(regelhinweise(g, z));
    if g.geschichtet && rate.is_some_and(|r| !r.vollpruefung) {
        hinweise.push(grenzen_je_team(&prozent_text(rate)));
    }
    hinweise
}

/// What the rule fixed before the draw asks for now, and what its bound means.
fn regelhinweise(g: &Grundlage, z: &Zahlen) -> Vec<String> {
    let Some(regel) = &g.regel else { return Vec::new() };
    let fehler = z.fehlerhaft + z.ungeklaert;
    let mut hinweise = Vec::new();
    if g.erweiterung_ohne_regel && zweistufig::je_stufe(&regel.text).is_some() {
        hinweise.push("Vorab festgelegt war eine Regel mit zwei Stufen; so wie hier sollte danach nicht erweitert werden. Mit einem Fehler gilt das Ziel deshalb nicht als belegt.".to_owned());
    } else if regel.angewandt {
        hinweise.push("Die Stichprobe wurde nach der vorab festgelegten Regel erweitert. Quote und Grenze sind gerechnet, als wären alle Fälle auf einmal gezogen worden; weil das Ergebnis der ersten Stufe über die zweite entschied, kann die Sicherheit der Grenze etwas geringer sein als genannt.".to_owned());
    }
    if z.offen > 0 {
        return hinweise;
    }
    let nicht_belegt = "Nach der vorab festgelegten Regel ist das Ziel nicht belegt:";
    hinweise.extend(match (regel.je_stufe, regel.angewandt, fehler) {
        (Some(n), false, 1) if g.abgeschlossen => Some(format!(
            "{nicht_belegt} Die zweite Stufe mit {} weiteren {} wurde nicht gezogen.",
            zahl(n),
            g.einheiten
        )),
        (Some(n), false, 1) => Some(format!(
            "Nach der vorab festgelegten Regel folgt jetzt die zweite Stufe mit {} weiteren {}; sie müssen alle fehlerfrei sein. Bis dahin ist das Ziel nicht belegt.",
            zahl(n),
            g.einheiten
        )),
        (Some(_), false, 2..) => Some(format!("{nicht_belegt} Die zweite Stufe gibt es nur bei genau 1 Fehler.")),
        (Some(_), true, 2..) => Some(format!("{nicht_belegt} In beiden Stufen zusammen ist nur 1 Fehler zulässig.")),
        (None, false, 1..) if !g.abgeschlossen => {
            Some(format!("Vor der Ziehung wurde festgelegt, wann sie erweitert wird: „{}“", regel.text))
        }
        _ => None,
    });
    hinweise
}

fn prozent_text(rate: Option<&Rate>) -> String {
    rate.map(|r| r.sicherheit.clone()).unwrap_or_default()
}

/// "3 von 40 (7,5 %)"; without a denominator only the number.
#[must_use]
pub fn anteil(anzahl: u64, von: u64) -> String {
    if von == 0 {
        return zahl(anzahl);
    }
    format!("{} von {} ({})", zahl(anzahl), zahl(von), prozent(anzahl, von))
}
