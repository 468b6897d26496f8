//! What the invented reactions are about.

use super::Lauf;
use crate::aufzaehlung::Aufzaehlung;
use crate::demo::wuerfel::{gewichtet, name};
use crate::fehler::Ergebnis;
use crate::kundenreaktion::{Kanal, Reaktionsart};
use crate::widerspruch::Eingangsform;
use chrono::NaiveDate;
use serde_json::{Value, json};

#[rustfmt::skip]
pub(super) const ARTEN: &[(u64, Reaktionsart)] = &[
    (50, Reaktionsart::Beschwerde), (14, Reaktionsart::Lob), (12, Reaktionsart::Kritik), (8, Reaktionsart::Anregung),
    (5, Reaktionsart::Fachaufsichtsbeschwerde), (3, Reaktionsart::Dienstaufsichtsbeschwerde), (1, Reaktionsart::Petition),
    (2, Reaktionsart::Abgeordnete), (1, Reaktionsart::Presse), (2, Reaktionsart::Ombudsstelle), (2, Reaktionsart::Schlichtung),
];

#[rustfmt::skip]
pub(super) const KANAELE: &[(u64, Kanal)] = &[
    (22, Kanal::Schriftlich), (28, Kanal::Telefonisch), (12, Kanal::Persoenlich), (14, Kanal::Online), (16, Kanal::Mail),
    (5, Kanal::Meinungskarte), (3, Kanal::AndereStelle),
];

/// Share, category, Sachgebiet, subject line, what the person says, teams.
type Thema = (u64, &'static str, &'static str, &'static str, &'static str, &'static [&'static str]);

const LEISTUNG: &[&str] = &["leistung-1", "leistung-1", "leistung-2", "leistung-3", "leistung-4"];
const MARKT: &[&str] =
    &["markt-und-integration-1", "markt-und-integration-2", "markt-und-integration-3", "u25"];
const EINGANG: &[&str] = &["eingangszone-1", "eingangszone-2", "eingangszone-4"];

#[rustfmt::skip]
const THEMEN: &[Thema] = &[
    (18, "organisation",  "",                     "Antrag liegt lange",               "Der Antrag ist seit Wochen abgegeben, und niemand sagt, wann darüber entschieden wird.", LEISTUNG),
    (14, "sachanliegen",  "unterkunft-heizung",   "Heizkosten nicht übernommen",      "Die Nachzahlung für die Heizung wurde nicht übernommen, obwohl die Rechnung eingereicht ist.", LEISTUNG),
    (12, "sachanliegen",  "einkommen-vermoegen",  "Anrechnung nicht verständlich",    "Es ist nicht zu verstehen, wie das Einkommen angerechnet wurde.", LEISTUNG),
    (10, "infrastruktur", "",                     "Telefon nicht erreichbar",         "Seit Tagen ist niemand am Telefon zu erreichen.", EINGANG),
    (10, "verhalten",     "",                     "Ton im Gespräch",                  "Das Gespräch am Empfang war unfreundlich.", EINGANG),
    ( 9, "sachanliegen",  "aufhebung-erstattung", "Rückforderung nicht nachvollziehbar", "Die Berechnung der Rückforderung ist nicht nachzuvollziehen.", LEISTUNG),
    ( 8, "sachanliegen",  "beratung-integration", "Kein Termin zur Beratung",         "Ein Gespräch über eine Umschulung ist seit zwei Monaten nicht möglich.", MARKT),
    ( 7, "organisation",  "",                     "Unterlagen mehrfach verlangt",     "Dieselben Kontoauszüge wurden dreimal verlangt.", LEISTUNG),
    ( 5, "sachanliegen",  "bildung-teilhabe",     "Klassenfahrt noch nicht bezahlt",  "Die Schule mahnt den Beitrag für die Klassenfahrt an.", LEISTUNG),
    ( 4, "infrastruktur", "",                     "Wartebereich ohne Sitzplätze",     "Im Wartebereich gab es keinen Platz, auch nicht für ältere Menschen.", EINGANG),
    ( 3, "verhalten",     "",                     "Beratung auf Augenhöhe",           "Im Gespräch wurde nicht zugehört.", MARKT),
];

const LOBE: &[(&str, &str)] = &[
    ("Freundliche Beratung", "Die Beratung war freundlich, und der Antrag war nach drei Tagen fertig."),
    ("Schnelle Hilfe in der Not", "Als die Miete fehlte, kam noch am selben Tag Hilfe."),
    ("Gut erklärter Bescheid", "Der Bescheid wurde in Ruhe erklärt."),
];

pub(super) const ANTWORTEN: &[&str] = &[
    "Guten Tag,\n\nwir haben Ihr Anliegen geprüft. Die Bearbeitung hat zu lange gedauert. Das bedauern wir. Über Ihren Antrag ist jetzt entschieden; den Bescheid erhalten Sie mit getrennter Post.",
    "Guten Tag,\n\nwir haben uns Ihre Angelegenheit noch einmal angesehen. Die Berechnung ist richtig. Wir erklären sie Ihnen gern in einem Gespräch.",
    "Guten Tag,\n\nIhre Hinweise haben wir an das Team weitergegeben. Es hat die Abläufe inzwischen geändert.",
];

#[rustfmt::skip]
pub(super) const URTEILE: &[(u64, (&str, &str))] = &[
    (38, ("berechtigt",   "Die Bearbeitung dauerte länger als zugesagt")),
    (27, ("teilweise",    "In der Sache richtig, aber nicht verständlich erklärt")),
    (35, ("unberechtigt", "Die Entscheidung war richtig und erläutert")),
];

pub(super) const MASSNAHMEN: &[&str] = &[
    "Vertretung in der Eingangszone neu regeln",
    "Textbaustein zur Einkommensanrechnung überarbeiten",
    "Rückrufe am selben Tag im Team vereinbaren",
];

#[rustfmt::skip]
pub(super) const RUECKMELDUNGEN: &[(u64, &str)] = &[(50, "geholfen"), (20, "nicht_geholfen"), (30, "ohne_antwort")];

const URSACHEN: &[&str] =
    &["arbeitsmenge", "arbeitsmenge", "schnittstelle", "arbeitsanweisung", "it-verfahren"];

/// A reaction as it comes in.
pub(super) struct Neu {
    pub angaben: Value,
    pub klar: Value,
    /// Team it is about (kennung).
    pub team: Option<String>,
    /// That team is one of the Leistungsgewährung, whose head confirms judgements.
    pub leistung: bool,
    pub sachanliegen: bool,
    pub sachgebiet: &'static str,
    pub kanal: Kanal,
}

impl Lauf<'_> {
    pub(super) fn inhalt(&mut self, tag: NaiveDate, art: Reaktionsart, kanal: Kanal) -> Ergebnis<Neu> {
        let themen: Vec<(u64, &Thema)> = THEMEN.iter().map(|t| (t.0, t)).collect();
        let w = &mut self.wuerfel;
        let &(_, kategorie, sachgebiet, betreff, schilderung, teams) =
            gewichtet(w, &themen).unwrap_or(&THEMEN[0]);
        let team = w.aus(teams).copied().filter(|_| !art.nur_abgabe());
        let ursache = w.promille(450).then(|| w.aus(URSACHEN).copied()).flatten();
        let (betreff, schilderung) = match art {
            Reaktionsart::Lob => w.aus(LOBE).copied().unwrap_or((betreff, schilderung)),
            Reaktionsart::Dienstaufsichtsbeschwerde => ("Schreiben der Person liegt vor", ""),
            _ => (betreff, schilderung),
        };
        let anonym = art.nur_abgabe() || kanal == Kanal::Meinungskarte && w.promille(700);
        let (name, nummer) = (name(w), format!("00000BG{:07}", w.unter(900)));
        let mit_nummer = w.promille(600);
        let uhrzeit = format!("{:02}:{:02}", 8 + w.unter(8), 5 * w.unter(12));
        let team_id = match team {
            Some(t) => json!(self.struktur.team(t)?),
            None => Value::Null,
        };
        let leer = |x: &str| if x.is_empty() { Value::Null } else { json!(x) };
        let anliegen = json!({"art": kategorie, "sachgebiet": leer(sachgebiet), "team_id": team_id,
            "ursache": if art.beurteilt() { json!(ursache) } else { Value::Null }});
        let anliegen = if art.nur_abgabe() { json!([]) } else { json!([anliegen]) };
        Ok(Neu {
            angaben: json!({
                "art": art.name(), "kanal": kanal.name(), "eingang": tag, "uhrzeit": uhrzeit, "betreff": betreff,
                "andere_stelle": if kanal == Kanal::AndereStelle { "Landratsamt Musterkreis" } else { "" },
                "anliegen": anliegen, "antwort_erwuenscht": !anonym && art != Reaktionsart::Lob,
            }),
            klar: json!({
                "name": if anonym { String::new() } else { name },
                "kontakt": if anonym { "" } else { "Anschrift in der Akte" },
                "fallnummer": if !anonym && mit_nummer { nummer } else { String::new() },
                "schilderung": schilderung,
            }),
            team: team.map(str::to_owned),
            leistung: team.is_some_and(|t| t.starts_with("leistung-")),
            sachanliegen: kategorie == "sachanliegen",
            sachgebiet,
            kanal,
        })
    }

    /// The triage, and the procedure it opens.
    pub(super) fn sichtung(&mut self, rechtsbehelf: bool, neu: &Neu) -> Ergebnis<Value> {
        let datenschutz = self.wuerfel.promille(12);
        let antworten = json!({"rechtsbehelf": rechtsbehelf, "begruendung": "Die Durchsicht ergab keinen Rechtsbehelf", "datenschutz": datenschutz});
        if !rechtsbehelf {
            return Ok(json!({"sichtung": antworten, "widerspruch": null}));
        }
        let form = match neu.kanal {
            Kanal::Telefonisch => Eingangsform::Telefonisch,
            Kanal::Mail => Eingangsform::EinfacheMail,
            Kanal::Persoenlich => Eingangsform::Niederschrift,
            _ => Eingangsform::Schriftlich,
        };
        let klar = &neu.klar;
        let fallnummer = match klar["fallnummer"].as_str() {
            Some(nummer) if !nummer.is_empty() => nummer.to_owned(),
            _ => format!("00000BG{:07}", self.wuerfel.unter(900)),
        };
        Ok(json!({"sichtung": antworten, "widerspruch": {
            "art": "widerspruch", "gegenstand": "Bescheid, in der Beschwerde genannt", "bescheid_am": null, "bekanntgabe": null,
            "belehrung": "ordnungsgemaess", "elektronische_form_genannt": true, "form": form.name(), "eingang_andere_stelle": null,
            "sachgebiet": neu.sachgebiet, "team_id": neu.angaben["anliegen"][0]["team_id"],
            "fallnummer": fallnummer, "name": klar["name"],
        }}))
    }
}
