//! What every report of the house carries: mark, footer line and sign. Kept apart from the other settings of
//! the house, because a sign is a file and the row has its own history.

use super::Leer;
use super::datei::zu_lesen;
use super::haus::pruefe_text;
use super::register::modul;
use super::tuer::{Aenderung, Auftrag, Frage, oder_konflikt};
use crate::audit::ObjektArt;
use crate::bericht::modell::{Alternativtext, Hauskopf, Logo, Logoart, Logobild};
use crate::bericht::{BerichtFehler, pruefe_rand};
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::organisation::{Berichtseinstellungen, Logodatei};
use crate::storage::{Lesen, StorageFehler};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::Read;
use ts_rs::TS;

modul! {
    operationen BerichteOperation {
        Speichern(BerichteSpeichern) = "haus.berichte_speichern", "Einstellungen der Berichte ändern" => speichern;
        LogoHinterlegen(LogoHinterlegen) = "haus.logo_hinterlegen", "Logo der Berichte hinterlegen" => logo_hinterlegen;
        LogoEntfernen(LogoEntfernen) = "haus.logo_entfernen", "Logo der Berichte entfernen" => logo_entfernen;
    }
    abfragen BerichteAbfrage {
        Lesen(Leer) -> Berichtsangaben = "haus.berichte", "Einstellungen der Berichte ansehen" => lesen;
    }
}

const WAS: &str = "Die Einstellungen der Berichte";
/// Largest file of a sign.
const LOGO_BYTES: u64 = 1024 * 1024;
/// Longest text that stands for a sign.
const ALTERNATIVTEXT: usize = 200;

/// Changes mark and footer line, and the text that stands for the sign.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BerichteSpeichern {
    /// Expected version; 0 for the first change.
    pub version: i64,
    /// Mark on every page, up to 60 characters; empty for none.
    pub vertraulichkeit: String,
    /// Line of the house in the footer, up to 80 characters.
    pub fusszeile: String,
    /// Up to 200 characters; without a sign it is not asked for.
    pub alternativtext: Option<String>,
}

/// Takes a file as the sign of the house.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LogoHinterlegen {
    /// Expected version; 0 for the first change.
    pub version: i64,
    /// Path of a PNG or SVG file, up to 1 MB.
    pub datei: String,
    /// Text that stands for the sign, up to 200 characters.
    pub alternativtext: String,
}

/// Takes the sign away.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LogoEntfernen {
    /// Expected version.
    pub version: i64,
}

/// The settings as people see them.
#[derive(Debug, Serialize, TS)]
pub struct Berichtsangaben {
    /// Mark on every page; empty for none.
    pub vertraulichkeit: String,
    /// Line of the house in the footer.
    pub fusszeile: String,
    /// The sign.
    pub logo: Option<Logoangaben>,
    /// For optimistic locking; 0 as long as nothing was ever changed.
    pub version: i64,
}

/// The sign as people see it.
#[derive(Debug, Serialize, TS)]
pub struct Logoangaben {
    /// `png` or `svg`.
    pub art: String,
    /// Bytes of the file.
    pub bytes: u32,
    /// Text that stands for it.
    pub alternativtext: String,
    /// The picture as reports draw it, inside an address of its own; empty if it can no longer be drawn.
    pub bild: String,
}

fn lesen(f: &Frage<'_>, _: Leer) -> Ergebnis<Berichtsangaben> {
    angaben(f.l.berichtseinstellungen()?)
}

fn angaben(e: Berichtseinstellungen) -> Ergebnis<Berichtsangaben> {
    let logo = match e.logo {
        None => None,
        Some(l) => Some(Logoangaben {
            art: l.art.name().to_owned(),
            bytes: u32::try_from(l.datei.len()).map_err(Fehler::intern)?,
            // The page must still open, so that the sign can be replaced.
            bild: Logobild::lies(l.art, &l.datei).and_then(|b| b.adresse()).unwrap_or_default(),
            alternativtext: l.alternativtext,
        }),
    };
    Ok(Berichtsangaben {
        vertraulichkeit: e.vertraulichkeit,
        fusszeile: e.fusszeile,
        logo,
        version: e.version,
    })
}

fn speichern(a: &Auftrag<'_>, r: BerichteSpeichern) -> Ergebnis<Aenderung> {
    let vertraulichkeit = einzeilig("vertraulichkeit", &r.vertraulichkeit, 0, 60)?;
    let fusszeile = einzeilig("fusszeile", &r.fusszeile, 0, 80)?;
    for (feld, marke, zeile) in
        [("vertraulichkeit", vertraulichkeit.as_str(), ""), ("fusszeile", "", &fusszeile)]
    {
        pruefe_rand(marke, zeile).map_err(|f| Fehler::feld(feld, f.to_string()).wegen(f))?;
    }
    let jetzt = jetzt(a, r.version)?;
    let logo = match jetzt.logo {
        Some(logo) => Some(Logodatei {
            alternativtext: einzeilig(
                "alternativtext",
                r.alternativtext.as_deref().unwrap_or_default(),
                1,
                ALTERNATIVTEXT,
            )?,
            ..logo
        }),
        None => None,
    };
    sichern(a, &Berichtseinstellungen { vertraulichkeit, fusszeile, logo, version: jetzt.version })
}

fn logo_hinterlegen(a: &Auftrag<'_>, r: LogoHinterlegen) -> Ergebnis<Aenderung> {
    let jetzt = jetzt(a, r.version)?;
    let alternativtext = einzeilig("alternativtext", &r.alternativtext, 1, ALTERNATIVTEXT)?;
    let pfad = zu_lesen(a.haus, &r.datei)?;
    let mut datei = Vec::new();
    // One byte more than allowed tells a longer file, whatever its length was a moment ago.
    File::open(&pfad)
        .and_then(|f| f.take(LOGO_BYTES + 1).read_to_end(&mut datei))
        .map_err(|e| Fehler::datei("Die Datei kann nicht gelesen werden. Bitte prüfen Sie die Rechte.", e))?;
    if datei.len() as u64 > LOGO_BYTES {
        return Err(Fehler::feld("datei", "Die Datei ist größer als 1 MB. Bitte verkleinern Sie das Logo."));
    }
    let art = Logoart::erkenne(&datei).ok_or_else(|| {
        Fehler::feld("datei", "Die Datei ist weder PNG noch SVG. Bitte wählen Sie ein anderes Format.")
    })?;
    Logobild::lies(art, &datei).map_err(|f| Fehler::feld("datei", f.to_string()).wegen(f))?;
    let logo = Some(Logodatei { art, datei, alternativtext });
    sichern(a, &Berichtseinstellungen { logo, ..jetzt })
}

fn logo_entfernen(a: &Auftrag<'_>, r: LogoEntfernen) -> Ergebnis<Aenderung> {
    let jetzt = jetzt(a, r.version)?;
    if jetzt.logo.is_none() {
        return Err(Fehler::regel("Es ist kein Logo hinterlegt."));
    }
    sichern(a, &Berichtseinstellungen { logo: None, ..jetzt })
}

/// The settings that a change starts from; a conflict if they are no longer those the person saw.
fn jetzt(a: &Auftrag<'_>, version: i64) -> Ergebnis<Berichtseinstellungen> {
    let jetzt = a.s.berichtseinstellungen()?;
    let aktuell = if jetzt.version == version { Ok(()) } else { Err(StorageFehler::Veraltet) };
    oder_konflikt(aktuell, WAS, || Ok(angaben(jetzt.clone()).ok()))?;
    Ok(jetzt)
}

fn sichern(a: &Auftrag<'_>, neu: &Berichtseinstellungen) -> Ergebnis<Aenderung> {
    oder_konflikt(a.s.berichtseinstellungen_speichern(neu, &a.salz()), WAS, || {
        a.s.berichtseinstellungen().map(|e| angaben(e).ok())
    })?;
    Ok(Aenderung::an(ObjektArt::BERICHTE, "berichte"))
}

/// A trimmed text within bounds on one line.
fn einzeilig(feld: &str, text: &str, mindestens: usize, hoechstens: usize) -> Ergebnis<String> {
    let text = pruefe_text(feld, text, mindestens, hoechstens)?;
    if text.chars().any(char::is_control) {
        return Err(Fehler::feld(feld, "Bitte schreiben Sie den Text in eine Zeile."));
    }
    Ok(text)
}

/// What every report of the house carries, from its settings.
///
/// # Errors
/// `regel` if this version of the program can no longer draw the stored sign: a report without it would be
/// another one than was ordered.
pub(super) fn hauskopf(l: &Lesen<'_>) -> Ergebnis<Hauskopf> {
    let e = l.berichtseinstellungen()?;
    let logo = match e.logo {
        None => None,
        Some(logo) => Some(gelesen(&logo).map_err(|f| {
            Fehler::regel(
                "Das Logo des Hauses lässt sich nicht zeichnen. Die Administration kann es unter „Verwaltung“, „Haus“ neu hinterlegen.",
            )
            .wegen(f)
        })?),
    };
    Ok(Hauskopf {
        haus: l.hausdaten()?.name,
        vertraulichkeit: Some(e.vertraulichkeit).filter(|v| !v.is_empty()),
        hauszeile: e.fusszeile,
        logo,
    })
}

fn gelesen(logo: &Logodatei) -> Result<Logo, BerichtFehler> {
    Ok(Logo {
        bild: Logobild::lies(logo.art, &logo.datei)?,
        alternativtext: Alternativtext::neu(logo.alternativtext.as_str())?,
    })
}

/// What the person can mend is her input; the rest is a defect.
pub(super) fn unsetzbar(fehler: BerichtFehler) -> Fehler {
    match fehler {
        BerichtFehler::FehlendesZeichen { .. } | BerichtFehler::ZuHoch { .. } => {
            Fehler::neu(Code::Regel, fehler.to_string()).wegen(fehler)
        }
        _ => Fehler::intern(fehler),
    }
}
