//! What in a letter hints at a Rechtsbehelf or at data protection: two ways that the KRM never replaces.
//!
//! The decision stays with a person; it is asked in every case, with or without a hint. A Rechtsbehelf needs no
//! word of this list: it is enough that somebody wants a Bescheid to be looked at again.

use super::wortsuche::{Muster, Suchliste, abweichung, suche};
use serde::Serialize;
use std::sync::LazyLock;
use ts_rs::TS;

/// A place that hints at a Rechtsbehelf.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Rechtsbehelfshinweis {
    /// The words as they stand in the text, with some of what stands around them.
    pub wort: String,
    /// What it means, as a sentence.
    pub grund: String,
}

/// A place that hints at a matter of data protection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Datenschutzhinweis {
    /// The words as they stand in the text, with some of what stands around them.
    pub wort: String,
    /// What it means, as a sentence.
    pub grund: String,
}

/// Looks a letter through for what hints at a Rechtsbehelf, rather once too often.
#[must_use]
pub fn rechtsbehelfshinweise(text: &str) -> Vec<Rechtsbehelfshinweis> {
    suche(text, &RECHTSBEHELF, verschrieben)
        .into_iter()
        .map(|f| Rechtsbehelfshinweis { wort: f.stelle, grund: f.grund.to_owned() })
        .collect()
}

/// Looks a letter through for what hints at a matter of data protection, rather once too often.
#[must_use]
pub fn datenschutzhinweise(text: &str) -> Vec<Datenschutzhinweis> {
    suche(text, &DATENSCHUTZ, |_| None)
        .into_iter()
        .map(|f| Datenschutzhinweis { wort: f.stelle, grund: f.grund.to_owned() })
        .collect()
}

/// "Wiederspruch", "Widersprch", "Einspuch"; not "widersprüchlich", which says nothing about a Bescheid.
fn verschrieben(wort: &str) -> Option<&'static str> {
    if wort.contains("spruchlich") {
        return None;
    }
    if wort.contains("iderspr") || wort.contains("iederspr") {
        return Some(WIDERSPRUCH);
    }
    let lang = wort.chars().nth(7).is_some();
    let wie = |soll| abweichung(wort, soll);
    if lang && wort.starts_with('w') && (wie("widerspruch") <= 2 || wie("wiederspruch") <= 2) {
        return Some(WIDERSPRUCH);
    }
    (wort.contains("einspruch") || lang && wort.starts_with('e') && wie("einspruch") <= 1)
        .then_some(EINSPRUCH)
}

const WIDERSPRUCH: &str = "Spricht von einem Widerspruch.";
const EINSPRUCH: &str = "Spricht von einem Einspruch; gemeint sein kann ein Widerspruch.";
const RECHTSMITTEL: &str = "Spricht von Rechtsmitteln oder einem Anwalt.";
const EINLEGEN: &str = "Legt etwas gegen eine Entscheidung ein oder wendet sich dagegen.";
const UEBERPRUEFUNG: &str = "Bittet um Überprüfung; das kann ein Antrag nach § 44 SGB X sein.";
const KLAGE: &str = "Spricht von einer Klage oder einem Gericht.";
const ANFECHTEN: &str = "Möchte eine Entscheidung anfechten oder aufheben lassen.";
const BESCHEID: &str = "Ist mit einem Bescheid nicht einverstanden oder hält ihn für falsch.";
const FRIST: &str = "Spricht von einer Frist zu einem Bescheid.";

/// A Bescheid, or what one decides. Spelled out in each row, since `concat!` takes no constants.
macro_rules! bescheid {
    () => {
        "*bescheid*|*bescheit*|*beschied*|entscheidung*|ablehnung*|berechnung*|kürzung*|leistungskürzung*|sanktion*|*minderung*|*rückforderung*|erstattung*|aufrechnung*|einstellung*|*entzug*"
    };
}

macro_rules! falsch {
    () => {
        "falsch*|fehlerhaft*|fehler|unrichtig*|rechtswidrig*|unrechtmäßig*|unrecht|ungerecht*|unzutreffend*|inkorrekt*|verkehrt*"
    };
}

static RECHTSBEHELF: LazyLock<Suchliste> = LazyLock::new(|| {
    Suchliste::neu(&[
        Muster { grund: WIDERSPRUCH, luecke: 0, folge: "wider|wieder spruch*|spreche*|sprüche*|sprochen" },
        Muster { grund: RECHTSMITTEL, luecke: 0, folge: "*rechtsbehelf*|*rechtsmittel*|rechtsweg*" },
        Muster { grund: RECHTSMITTEL, luecke: 1, folge: "rechtliche*|juristische* schritt*|mittel*" },
        Muster { grund: RECHTSMITTEL, luecke: 0, folge: "*anwalt*|*anwält*" },
        Muster { grund: EINLEGEN, luecke: 12, folge: "lege|legen|legte gegen ein" },
        Muster {
            grund: EINLEGEN,
            luecke: 6,
            folge: "gegen|beschwerde* einlegen|einzulegen|eingelegt|einlege",
        },
        Muster { grund: EINLEGEN, luecke: 6, folge: "lege|legen beschwerde* ein" },
        Muster { grund: EINLEGEN, luecke: 0, folge: "einwand|einwände*|einwend*" },
        Muster { grund: EINLEGEN, luecke: 4, folge: concat!("gegen ", bescheid!()) },
        Muster { grund: EINLEGEN, luecke: 5, folge: "beschwer* *bescheid*|*bescheit*" },
        Muster { grund: EINLEGEN, luecke: 6, folge: "*bescheid*|*bescheit* beschwer*" },
        Muster { grund: UEBERPRUEFUNG, luecke: 0, folge: "*überprüfungsantr*" },
        Muster { grund: UEBERPRUEFUNG, luecke: 6, folge: "überprüf* antrag*|beantrag*" },
        Muster { grund: UEBERPRUEFUNG, luecke: 6, folge: "antrag*|beantrag* überprüf*" },
        Muster {
            grund: UEBERPRUEFUNG,
            luecke: 6,
            folge: concat!("überprüf*|prüf*|nachprüf*|nachrechn* ", bescheid!()),
        },
        Muster {
            grund: UEBERPRUEFUNG,
            luecke: 6,
            folge: concat!(bescheid!(), " überprüf*|prüf*|nachprüf*|nachrechn*"),
        },
        Muster { grund: UEBERPRUEFUNG, luecke: 0, folge: "§|paragraf*|paragraph*|par|44 44|sgb" },
        Muster { grund: KLAGE, luecke: 0, folge: "klage*|*sklage*|verklag*|einklag*|eingeklagt|klagt" },
        Muster {
            grund: KLAGE,
            luecke: 0,
            folge: "*sozialgericht*|gericht|gerichte|gerichts*|gerichtlich*|vorgerichtlich*|eilantr*|eilverfahren*",
        },
        Muster { grund: KLAGE, luecke: 0, folge: "einstweilig* anordnung*|rechtsschutz*|verfügung*" },
        Muster { grund: ANFECHTEN, luecke: 0, folge: "anfecht*|angefochten*|anzufechten|fechte|fechten" },
        Muster {
            grund: ANFECHTEN,
            luecke: 6,
            folge: concat!(
                "aufheb*|zurücknehm*|zurückzunehmen|rücknahme|korrigier*|ändern|ändert|änderung|abänder* ",
                bescheid!()
            ),
        },
        Muster {
            grund: ANFECHTEN,
            luecke: 6,
            folge: concat!(
                bescheid!(),
                " aufheb*|aufzuheben|zurücknehm*|zurückzunehmen|korrigier*|ändern|abändern|abzuändern"
            ),
        },
        Muster {
            grund: BESCHEID,
            luecke: 8,
            folge: concat!("nicht|nich|keinesfalls einverstanden ", bescheid!()),
        },
        Muster {
            grund: BESCHEID,
            luecke: 8,
            folge: concat!(bescheid!(), " nicht|nich|keinesfalls einverstanden"),
        },
        Muster {
            grund: BESCHEID,
            luecke: 6,
            folge: concat!(
                "nicht|nich akzeptier*|hinnehm*|hinzunehmen|anerkenn*|nachvollzieh* ",
                bescheid!()
            ),
        },
        Muster {
            grund: BESCHEID,
            luecke: 6,
            folge: concat!(
                bescheid!(),
                " nicht|nich akzeptier*|hinnehm*|hinzunehmen|hin|anerkenn*|an|nachvollzieh*"
            ),
        },
        Muster {
            grund: BESCHEID,
            luecke: 6,
            folge: concat!("akzeptier*|erkenne ", bescheid!(), " nicht|nich"),
        },
        Muster { grund: BESCHEID, luecke: 6, folge: concat!(bescheid!(), " ", falsch!()) },
        Muster { grund: BESCHEID, luecke: 4, folge: concat!(falsch!(), " ", bescheid!()) },
        Muster { grund: BESCHEID, luecke: 3, folge: concat!(bescheid!(), " stimmt|stimmen nicht|nich") },
        Muster {
            grund: BESCHEID,
            luecke: 3,
            folge: concat!(
                bescheid!(),
                " nicht|nich richtig*|korrekt*|rechtens|rechtmäßig*|zutreffend*|stimm*"
            ),
        },
        Muster { grund: BESCHEID, luecke: 0, folge: "zu unrecht" },
        Muster { grund: BESCHEID, luecke: 3, folge: "falsch*|verkehrt* berechn*|ausgerechn*|gerechnet" },
        Muster { grund: FRIST, luecke: 8, folge: "frist*|*sfrist* *bescheid*|*bescheit*" },
        Muster { grund: FRIST, luecke: 8, folge: "*bescheid*|*bescheit* frist*|*sfrist*" },
    ])
});

const AUSKUNFT: &str = "Verlangt Auskunft über die eigenen Daten (Art. 15 DSGVO, § 83 SGB X).";
const ALLGEMEIN: &str = "Spricht von Datenschutz oder Sozialgeheimnis.";
const WEITERGABE: &str = "Sagt, dass Angaben an andere gelangt sind.";
const EMPFAENGER: &str = "Spricht von Post, die an die falsche Person ging.";
const LOESCHUNG: &str = "Verlangt Löschung oder Berichtigung von Daten (Art. 16, 17 DSGVO, § 84 SGB X).";
const VERLUST: &str = "Spricht von verlorenen oder offen liegenden Unterlagen.";

static DATENSCHUTZ: LazyLock<Suchliste> = LazyLock::new(|| {
    Suchliste::neu(&[
        Muster { grund: AUSKUNFT, luecke: 0, folge: "art|artikel 15" },
        Muster {
            grund: AUSKUNFT,
            luecke: 0,
            folge: "datenauskunft*|selbstauskunft*|auskunftsersuchen|datenkopie*",
        },
        Muster {
            grund: AUSKUNFT,
            luecke: 10,
            folge: "auskunft*|auskünfte daten|sozialdaten|gespeichert*|speicher*",
        },
        Muster {
            grund: AUSKUNFT,
            luecke: 10,
            folge: "daten|informationen über mich|uns gespeichert*|speicher*|haben|verarbeite*",
        },
        Muster { grund: AUSKUNFT, luecke: 3, folge: "welche daten" },
        Muster { grund: AUSKUNFT, luecke: 4, folge: "kopie* daten|gespeicherten" },
        Muster {
            grund: ALLGEMEIN,
            luecke: 0,
            folge: "*datenschutz*|*dsgvo*|sozialgeheimnis*|schweigepflicht*|verschwiegenheit*|vertraulich*",
        },
        Muster { grund: ALLGEMEIN, luecke: 0, folge: "ds gvo" },
        Muster {
            grund: WEITERGABE,
            luecke: 8,
            folge: "*daten|angaben|kontoauszüge*|diagnose*|krankheit* *weitergegeben|*weitergeb*|*weitergibt|*weitergeleitet|*übermittelt|*herausgegeben|*veröffentlicht|*offengelegt|*preisgegeben|*ausgeplaudert|*verraten|*erzählt|*rausgegeben",
        },
        Muster {
            grund: WEITERGABE,
            luecke: 8,
            folge: "weitergabe|weitergegeben|herausgabe|übermittlung|veröffentlichung *daten|angaben",
        },
        Muster {
            grund: WEITERGABE,
            luecke: 8,
            folge: "vermieter*|arbeitgeber*|nachbar*|exmann*|schwiegermutter|dritte*|fremde*|unbefugt* *weitergegeben|*erzählt|*mitgeteilt|*verraten|*informiert|*angerufen|*herausgegeben|*weitergeleitet",
        },
        Muster {
            grund: WEITERGABE,
            luecke: 8,
            folge: "weitergegeben|erzählt|mitgeteilt|verraten|informiert|angerufen|herausgegeben|weitergeleitet|geben|gibt vermieter*|arbeitgeber*|nachbar*|dritte*|unbefugt*",
        },
        Muster {
            grund: WEITERGABE,
            luecke: 0,
            folge: "mithören|mithörte*|mitgehört|mithört|mitlesen|mitgelesen",
        },
        Muster {
            grund: EMPFAENGER,
            luecke: 2,
            folge: "falsch* empfänger*|adress*|anschrift*|person*|briefkasten|name*",
        },
        Muster {
            grund: EMPFAENGER,
            luecke: 2,
            folge: "fremde|fremden|fremder|fremdes post|brief*|schreiben|unterlagen|*bescheid*|daten|akte*|kontoauszüge*|person*",
        },
        Muster {
            grund: EMPFAENGER,
            luecke: 5,
            folge: "post|brief*|schreiben|unterlagen|*bescheid*|daten|akte* fremd*|anderen|anderer|jemand|nachbar*",
        },
        Muster {
            grund: EMPFAENGER,
            luecke: 5,
            folge: "nachbar*|fremde|anderen|anderer post|brief|briefe|schreiben|unterlagen|*bescheid*",
        },
        Muster { grund: EMPFAENGER, luecke: 4, folge: "nicht für mich bestimmt|gedacht" },
        Muster { grund: EMPFAENGER, luecke: 0, folge: "nicht an mich gerichtet|adressiert" },
        Muster { grund: EMPFAENGER, luecke: 0, folge: "fehlversand|irrläufer*|fehlversendung" },
        Muster { grund: EMPFAENGER, luecke: 5, folge: "person*|namen|kunden|jemand* verwechsel*" },
        Muster {
            grund: LOESCHUNG,
            luecke: 8,
            folge: "lösch*|berichtig* *daten|angaben|eintrag*|einträge*|akte*|gespeichert*",
        },
        Muster {
            grund: LOESCHUNG,
            luecke: 8,
            folge: "*daten|angaben|eintrag*|einträge*|akte*|gespeichert* lösch*|gelöscht*|zulöschen|berichtig*",
        },
        Muster { grund: LOESCHUNG, luecke: 1, folge: "recht vergessen*" },
        Muster {
            grund: VERLUST,
            luecke: 6,
            folge: "unterlagen|akte|akten|dokumente|kontoauszüge|nachweise verloren*|verschwunden|verschollen|abhanden|gestohlen|verschlampt|papierkorb|müll|offen",
        },
        Muster {
            grund: VERLUST,
            luecke: 0,
            folge: "datenpanne*|datenleck*|datenverlust*|datendiebstahl*|hackerangriff*",
        },
    ])
});
