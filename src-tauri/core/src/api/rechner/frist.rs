//! "Bis wann?" in the law of the Jobcenter (`fachliches.md` sections 2, 4 and 5.1).

mod anfrage;
mod worte;

pub(super) use anfrage::RechnerFrist;

use super::{Angabe, Rechenblatt, angabe};
use crate::api::tuer::Frage;
use crate::fehler::{Ergebnis, Fehler};
use crate::frist::{
    Bekanntgabe, FristFehler, Kurz, Lang, Monatsfrist, Ort, Rechtsbehelfsbelehrung, Rechtsbehelfsfrist,
    Uhrzeit, betroffenenanfrage, datenpanne, klagefrist, kundenreaktion, rechtsmittelfrist, ueberpruefung,
    untaetigkeit, widerspruchsfrist,
};
use crate::organisation::{Land, OrtsFeiertage};
use anfrage::{Bescheidangaben, Fristfrage, LEER, Reaktionsangaben};
use chrono::{DateTime, FixedOffset, LocalResult, NaiveDate, NaiveTime, TimeZone};
use chrono_tz::Europe::Berlin;
use serde::Serialize;
use serde_json::{Value, json};

/// Longest promise of the house that is counted, in days.
const HOECHSTENS_TAGE: u32 = 366;
/// Longest period after a Datenschutzvorfall, in hours.
const HOECHSTENS_STUNDEN: u32 = 720;

pub(super) fn frist(f: &Frage<'_>, a: RechnerFrist) -> Ergebnis<Rechenblatt> {
    let haus = f.l.hausdaten()?;
    let eigener = a.ort.is_some();
    let ort = a.ort.map_or_else(|| Ort::from(&haus), |o| Ort { land: o.land, oertlich: o.feiertage });
    pruefe(&a.frage, &ort)?;
    let mut blatt = rechne(&a.frage, &ort)?;
    blatt.eingaben = a.frage.eingaben();
    if a.frage.haengt_am_ort() {
        blatt.eingaben.push(ort_in_worten(&ort, eigener));
    }
    blatt.hinweise.push("Berechnungshilfe, keine Rechtsberatung.".to_owned());
    blatt.fertig(f)
}

fn pruefe(frage: &Fristfrage, ort: &Ort) -> Ergebnis<()> {
    let zu_viele = |feld: &str, zahl: u32, hoechstens: u32| {
        if zahl > hoechstens { Err(Fehler::feld(feld, format!("Höchstens {hoechstens}."))) } else { Ok(()) }
    };
    if ort.oertlich.weitere.len() > 100 {
        return Err(Fehler::feld("weitere", "Höchstens 100 weitere freie Tage."));
    }
    match frage {
        Fristfrage::Kundenreaktion(a) => {
            zu_viele("arbeitstage", a.arbeitstage, HOECHSTENS_TAGE)?;
            zu_viele("kalendertage", a.kalendertage, HOECHSTENS_TAGE)
        }
        Fristfrage::Datenschutzvorfall(a) => zu_viele("stunden", a.stunden, HOECHSTENS_STUNDEN),
        _ => Ok(()),
    }
}

/// The field at which the sentence stands; `haupt` is the day from which everything is counted.
fn abgelehnt(haupt: &'static str) -> impl Fn(FristFehler) -> Fehler {
    move |fehler| {
        let (feld, text) = match fehler {
            FristFehler::MissingInput { .. } => ("abgang", LEER.to_owned()),
            FristFehler::ReceiptBeforePosting | FristFehler::FictionWithoutProof => {
                ("zugang", fehler.to_string())
            }
            _ => (haupt, fehler.to_string()),
        };
        Fehler::feld(feld, text).wegen(fehler)
    }
}

impl Bescheidangaben {
    /// Counts, and says how `iksctl rechne` is asked for the same.
    fn frist(
        &self,
        methode: &str,
        ort: &Ort,
        frist: fn(
            &Bekanntgabe,
            bool,
            Rechtsbehelfsbelehrung,
            &Ort,
        ) -> Result<Rechtsbehelfsfrist, FristFehler>,
    ) -> Ergebnis<(Rechtsbehelfsfrist, Vec<String>)> {
        let weg = self.bekanntgabe()?;
        let ergebnis = frist(&weg, self.ausland, self.belehrung, ort).map_err(abgelehnt(self.haupt()))?;
        let inputs = json!({"bekanntgabe": weg, "ausland": self.ausland, "rechtsbehelfsbelehrung": self.belehrung, "ort": ort_json(ort)});
        Ok((ergebnis, anfrage(methode, &inputs)))
    }
}

fn anfrage(methode: &str, inputs: &Value) -> Vec<String> {
    vec![json!({"method": methode, "inputs": inputs}).to_string()]
}

fn rechne(frage: &Fristfrage, ort: &Ort) -> Ergebnis<Rechenblatt> {
    let mut blatt = Rechenblatt { titel: frage.titel().to_owned(), ..Rechenblatt::default() };
    let ort_angabe = || ort_json(ort);
    match frage {
        Fristfrage::Widerspruch(b) => {
            let (frist, nachrechnen) = b.frist("widerspruchsfrist", ort, widerspruchsfrist)?;
            blatt.nachrechnen = nachrechnen;
            blatt.mit_rechtsbehelf("Die Widerspruchsfrist", "Ende der Widerspruchsfrist", frist);
            blatt.hinweise.push("Der Eingang bei einer anderen inländischen Behörde wahrt die Frist (§ 84 Abs. 2 SGG). Für mehrere Personen läuft sie jeweils gesondert.".to_owned());
        }
        Fristfrage::Klage(b) => {
            let (frist, nachrechnen) = b.frist("klagefrist", ort, klagefrist)?;
            blatt.nachrechnen = nachrechnen;
            blatt.mit_rechtsbehelf("Die Klagefrist", "Ende der Klagefrist", frist);
            blatt.hinweise.push(SITZ.to_owned());
        }
        Fristfrage::Untaetigkeit(a) => {
            let u = untaetigkeit(a.eingang, a.verfahren, ort).map_err(abgelehnt("eingang"))?;
            let inputs = json!({"eingang": a.eingang, "verfahren": a.verfahren, "ort": ort_angabe()});
            blatt.nachrechnen = anfrage("untaetigkeit", &inputs);
            blatt.satz = format!("Entscheiden und absenden bis {}.", Lang(u.absenden_bis));
            blatt.werte = vec![
                angabe("Spätestens absenden", Lang(u.absenden_bis).to_string()),
                angabe("Ende der Wartefrist (damit planen)", Lang(u.nominal).to_string()),
                angabe("Verschoben nach § 64 Abs. 3 SGG (nur Information)", Lang(u.fristende).to_string()),
            ];
            blatt.schritte = u.schritte;
        }
        Fristfrage::Ueberpruefung(a) => {
            let u = ueberpruefung(a.antrag).map_err(abgelehnt("antrag"))?;
            blatt.nachrechnen = anfrage("ueberpruefung", &json!({"antrag": a.antrag}));
            blatt.satz = format!("Nachgezahlt wird längstens ab {}.", Kurz(u.nachzahlung_ab));
            blatt.saetze = vec![format!(
                "Überprüft werden Bescheide, die ab {} bekannt gegeben wurden.",
                Kurz(u.aelteste_bekanntgabe)
            )];
            blatt.werte = vec![
                angabe("Nachzahlung längstens ab", Lang(u.nachzahlung_ab).to_string()),
                angabe("Bescheide, bekannt gegeben ab", Lang(u.aelteste_bekanntgabe).to_string()),
            ];
            blatt.schritte = u.schritte;
        }
        Fristfrage::Kundenreaktion(a) => {
            let Reaktionsangaben { eingang, arbeitstage, kalendertage } = *a;
            let k =
                kundenreaktion(eingang, ort, arbeitstage, kalendertage, &[]).map_err(abgelehnt("eingang"))?;
            let inputs = json!({"eingang": eingang, "arbeitstage": arbeitstage, "kalendertage": kalendertage, "ort": ort_angabe()});
            blatt.nachrechnen = anfrage("kundenreaktion", &inputs);
            blatt.satz = format!("Eingang bestätigen bis {}.", Lang(k.bestaetigung_bis));
            blatt.saetze = vec![format!("Antworten bis {}.", Lang(k.antwort_bis))];
            blatt.werte = vec![
                angabe("Bestätigung bis", Lang(k.bestaetigung_bis).to_string()),
                angabe("Antwort bis", Lang(k.antwort_bis).to_string()),
            ];
            blatt.schritte = k.schritte;
        }
        Fristfrage::Auskunft(a) => {
            let frist = betroffenenanfrage(a.eingang, a.verlaengert, ort).map_err(abgelehnt("eingang"))?;
            let inputs = json!({"eingang": a.eingang, "verlaengert": a.verlaengert, "ort": ort_angabe()});
            blatt.nachrechnen = anfrage("betroffenenanfrage", &inputs);
            blatt.satz = format!("Die Anfrage ist spätestens bis {}, zu beantworten.", Lang(frist.fristende));
            blatt.mit_monatsfrist("Späteste Antwort", frist);
        }
        Fristfrage::Datenschutzvorfall(a) => {
            let (zeit, doppelt) = ortszeit(a.kenntnis, &a.uhrzeit)?;
            let p = datenpanne(zeit, a.stunden).map_err(abgelehnt("kenntnis"))?;
            let inputs = json!({"kenntnis": zeit.to_rfc3339(), "stunden": a.stunden});
            blatt.nachrechnen = anfrage("datenpanne", &inputs);
            let ende = Uhrzeit(p.ende.with_timezone(&Berlin)).to_string();
            blatt.satz = format!("Zu melden ist unverzüglich, spätestens bis {ende}.");
            blatt.werte = vec![angabe("Späteste Meldung", ende)];
            blatt.schritte = p.schritte;
            if doppelt {
                blatt.hinweise.push("Diese Uhrzeit gab es in der Nacht der Zeitumstellung zweimal. Gerechnet ist mit der früheren.".to_owned());
            }
        }
        Fristfrage::Rechtsmittel(a) => {
            let frist =
                rechtsmittelfrist(a.zustellung, a.rechtsmittel, ort).map_err(abgelehnt("zustellung"))?;
            let inputs = json!({"zustellung": a.zustellung, "art": a.rechtsmittel, "ort": ort_angabe()});
            blatt.nachrechnen = anfrage("rechtsmittelfrist", &inputs);
            let name = worte::rechtsmittel(a.rechtsmittel);
            blatt.satz = format!("Die Frist für die {name} endet am {}, um 24 Uhr.", Lang(frist.fristende));
            blatt.mit_monatsfrist("Ende der Frist", frist);
            blatt.hinweise.push(SITZ.to_owned());
        }
    }
    Ok(blatt)
}

const SITZ: &str = "Maßgeblich sind die Feiertage am Sitz des Gerichts (§ 64 Abs. 3 SGG).";

impl Rechenblatt {
    fn mit_rechtsbehelf(&mut self, wer: &str, name: &str, frist: Rechtsbehelfsfrist) {
        self.satz = format!("{wer} endet am {}, um 24 Uhr.", Lang(frist.frist.fristende));
        self.mit_monatsfrist(name, frist.frist);
        self.werte.insert(1, angabe("Bekanntgabe", Lang(frist.bekanntgabe).to_string()));
    }

    fn mit_monatsfrist(&mut self, name: &str, frist: Monatsfrist) {
        self.werte = vec![
            angabe(name, Lang(frist.fristende).to_string()),
            angabe("Rechnerisches Ende", Lang(frist.frist_nominal).to_string()),
        ];
        self.schritte = frist.schritte;
    }
}

/// The moment of German wall time; whether it occurs twice (then the earlier one, which ends the period first).
fn ortszeit(tag: NaiveDate, uhrzeit: &str) -> Ergebnis<(DateTime<FixedOffset>, bool)> {
    let zeit = NaiveTime::parse_from_str(uhrzeit, "%H:%M").map_err(|grund| {
        Fehler::feld("uhrzeit", "Bitte geben Sie die Uhrzeit als SS:MM an, zum Beispiel 16:30.").wegen(grund)
    })?;
    match Berlin.from_local_datetime(&tag.and_time(zeit)) {
        LocalResult::Single(zeit) => Ok((zeit.fixed_offset(), false)),
        LocalResult::Ambiguous(frueher, _) => Ok((frueher.fixed_offset(), true)),
        LocalResult::None => Err(Fehler::feld(
            "uhrzeit",
            "Diese Uhrzeit gab es an diesem Tag nicht, weil die Uhr vorgestellt wurde.",
        )),
    }
}

/// The place as `iksctl rechne` reads it; what is false or empty there by itself is left out.
fn ort_json(ort: &Ort) -> Value {
    #[derive(Serialize)]
    struct Ortsangabe<'a> {
        land: Land,
        #[serde(flatten)]
        oertlich: &'a OrtsFeiertage,
    }
    json!(Ortsangabe { land: ort.land, oertlich: &ort.oertlich })
}

fn ort_in_worten(ort: &Ort, eigener: bool) -> Angabe {
    let mut text = ort.land.name().to_owned();
    let oertlich = &ort.oertlich;
    for (gilt, name) in [
        (oertlich.fronleichnam, "Fronleichnam"),
        (oertlich.mariae_himmelfahrt, "Mariä Himmelfahrt"),
        (oertlich.friedensfest, "Friedensfest"),
    ] {
        if gilt {
            text.push_str(&format!(", mit {name}"));
        }
    }
    match oertlich.weitere.len() {
        0 => {}
        1 => text.push_str(", mit 1 weiteren freien Tag"),
        n => text.push_str(&format!(", mit {n} weiteren freien Tagen")),
    }
    if !eigener {
        text.push_str(" (wie das Haus)");
    }
    angabe("Feiertage", text)
}
