//! Causes: what Kundenreaktionen, Widersprüche and Fachaufsicht say about the same Sachgebiet.

use super::fachaufsicht;
use super::liste::{Listenangaben, Listenziel, exportieren, ja, name_von, plan};
use super::rechte::{self, Umfang};
use super::register::modul;
use super::tuer::{Aenderung, Auftrag, Frage};
use super::{kundenreaktion, widerspruch};
use crate::benutzer::Rolle;
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::katalog::{Katalog, Katalogeintrag};
use crate::listenausgabe::{Plan, filtersatz};
use crate::storage::Lesen;
use crate::ursachen::{
    HOECHSTENS_QUARTALE, Material, Quartal, Ursachenfeld, Ursachensicht, Ursachenvergleich, Ursachenwahl,
    vergleiche,
};
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

modul! {
    operationen UrsachenOperation {
        Exportieren(UrsachenExportieren) = "ursachen.exportieren", "Vergleich der Ursachen ausgeben" => exportieren_zahlen;
    }
    abfragen UrsachenAbfrage {
        Uebersicht(UrsachenFrage) -> Ursachenvergleich = "ursachen.uebersicht", "Ursachen vergleichen" => uebersicht;
    }
}

/// A period and what is looked at in it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UrsachenFrage {
    /// First quarter, `2026-Q1`.
    #[ts(type = "string")]
    pub von: Quartal,
    /// Last quarter.
    #[ts(type = "string")]
    pub bis: Quartal,
    /// Kennung of the Sachgebiet; `None`: all.
    pub sachgebiet: Option<String>,
    /// Kennung of the cause; `None`: all.
    pub ursache: Option<String>,
}

fn uebersicht(f: &Frage<'_>, r: UrsachenFrage) -> Ergebnis<Ursachenvergleich> {
    vergleich(f.l, f.sitzung, r, f.haus.umgebung().heute())
}

/// The comparison as a person may see it: each source as far as she sees its own list.
fn vergleich(
    l: &Lesen<'_>,
    sitzung: &Sitzung,
    r: UrsachenFrage,
    heute: NaiveDate,
) -> Ergebnis<Ursachenvergleich> {
    if r.bis < r.von {
        return Err(Fehler::feld("bis", "Das letzte Quartal liegt vor dem ersten."));
    }
    if Quartal::folge(r.von, r.bis).len() > HOECHSTENS_QUARTALE {
        return Err(Fehler::feld(
            "bis",
            format!("Bitte wählen Sie höchstens {HOECHSTENS_QUARTALE} Quartale."),
        ));
    }
    let wahl = Ursachenwahl { sachgebiet: r.sachgebiet, ursache: r.ursache };
    Ok(vergleiche(&material(l, sitzung, r.von, r.bis)?, &wahl, heute))
}

fn material(l: &Lesen<'_>, sitzung: &Sitzung, von: Quartal, bis: Quartal) -> Ergebnis<Material> {
    let umfang = |abfrage| rechte::verlange(sitzung, abfrage).map_or(Umfang::Kein, |(_, umfang)| umfang);
    let (k, w, p) =
        (umfang("kundenreaktion.liste"), umfang("widerspruch.liste"), umfang("feststellung.liste"));
    let mut zahlen = Vec::new();
    if sicht(k) > Ursachensicht::Keine {
        zahlen.extend(l.ursachen_kundenreaktionen(
            &kundenreaktion::sicht(sitzung, k, kundenreaktion::Zweck::Ausgeben),
            von,
            bis,
        )?);
    }
    if sicht(w) > Ursachensicht::Keine {
        zahlen.extend(l.ursachen_widersprueche(&widerspruch::sicht(sitzung, w), von, bis)?);
    }
    let mut pruefungen = Vec::new();
    if sicht(p) > Ursachensicht::Keine {
        let eigene = fachaufsicht::sicht(sitzung, p);
        zahlen.extend(l.ursachen_feststellungen(&eigene, von, bis)?);
        pruefungen = l.letzte_pruefungen(&eigene)?;
    }
    Ok(Material {
        von,
        bis,
        sicht: [sicht(k), sicht(w), sicht(p), sicht(p)],
        kleines_team: [k, w, p].iter().max() == Some(&Umfang::Teams) && kleines_team(l, sitzung)?,
        zahlen,
        pruefungen,
        katalog: l.katalogeintraege()?.into_iter().map(|e| ((e.katalog, e.kennung), e.titel)).collect(),
    })
}

/// What a person was only given is no group to be counted.
fn sicht(umfang: Umfang) -> Ursachensicht {
    match umfang {
        Umfang::Kein | Umfang::Eigene => Ursachensicht::Keine,
        Umfang::Teams => Ursachensicht::Teams,
        Umfang::Bereich => Ursachensicht::Bereich,
        Umfang::Haus => Ursachensicht::Haus,
    }
}

/// Whether a Teamleitung leads a single team, and that is marked as small: it appears with its Bereich only.
fn kleines_team(l: &Lesen<'_>, sitzung: &Sitzung) -> Ergebnis<bool> {
    let eigene = sitzung.benutzer().teams.as_slice();
    Ok(sitzung.hat(Rolle::Teamleitung)
        && eigene.len() == 1
        && l.teamangaben()?.iter().any(|t| t.unter_fuenf && eigene.contains(&t.id)))
}

/// Writes the comparison to a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UrsachenExportieren {
    /// Period and choice.
    pub frage: UrsachenFrage,
    /// The file.
    pub ausgabe: Listenziel,
}

/// A row of a table and a source.
struct Zahlzeile {
    tafel: &'static str,
    zeile: String,
    quelle: String,
    feld: Ursachenfeld,
}

const ZAHLEN: &[Plan<Zahlzeile>] = plan! { Zahlzeile {
    "tafel", "Tafel", Text, |z| z.tafel.into();
    "zeile", "Zeile", Langtext, |z| z.zeile.as_str().into();
    "quelle", "Quelle", Langtext, |z| z.quelle.as_str().into();
    "anzahl", "Berechtigt, erfolgreich, festgestellt", Zahl, |z| z.feld.werte.map(|w| w.zaehler).into();
    "von", "von beurteilten, erledigten, geprüften", Zahl, |z| z.feld.werte.map(|w| w.nenner).into();
    "alle", "Anliegen insgesamt", Zahl, |z| z.feld.alle.into();
    "verborgen", "Nicht gezeigt (kleine Gruppe)", Text, |z| ja(z.feld.verborgen);
} };

fn exportieren_zahlen(a: &Auftrag<'_>, r: UrsachenExportieren) -> Ergebnis<Aenderung> {
    let katalog = |art, kennung: &Option<String>| -> Ergebnis<Option<String>> {
        let eintraege = a.s.katalogeintraege()?.into_iter().filter(|e| e.katalog == art).collect();
        Ok(name_von(kennung.as_ref(), eintraege, |e: &Katalogeintrag| (&e.kennung, &e.titel)))
    };
    let angaben = Listenangaben {
        abfrage: "ursachen.uebersicht",
        titel: "Vergleich der Ursachen",
        filter: filtersatz(&[
            ("Zeitraum", Some(format!("{} bis {}", r.frage.von.titel(), r.frage.bis.titel()))),
            ("Sachgebiet", katalog(Katalog::Sachgebiet, &r.frage.sachgebiet)?),
            ("Ursache", katalog(Katalog::Ursache, &r.frage.ursache)?),
        ]),
    };
    exportieren(a, &r.ausgabe, angaben, ZAHLEN, |_, _| {
        let zeilen = zeilen(&vergleich(a.s, a.sitzung, r.frage, a.haus.umgebung().heute())?);
        let gesamt = zeilen.len() as u64;
        Ok((zeilen, gesamt))
    })
}

/// All tables, one below the other; a source that is not seen has no rows.
fn zeilen(v: &Ursachenvergleich) -> Vec<Zahlzeile> {
    let je_quelle = |tafel: &'static str, zeile: &str, felder: &[Ursachenfeld]| {
        v.quellen
            .iter()
            .zip(felder)
            .filter(|(q, _)| q.sicht > Ursachensicht::Keine)
            .map(|(q, feld)| Zahlzeile {
                tafel,
                zeile: zeile.to_owned(),
                quelle: q.titel.clone(),
                feld: *feld,
            })
            .collect::<Vec<_>>()
    };
    let mut z = je_quelle("Insgesamt", "insgesamt", &v.summe);
    z.extend(v.sachgebiete.iter().flat_map(|r| je_quelle("Sachgebiet", &r.titel, &r.felder)));
    z.extend(v.ursachen.iter().flat_map(|r| je_quelle("Ursache", &r.titel, &r.felder)));
    z.extend(v.quartale.iter().flat_map(|q| je_quelle("Quartal", &q.titel, &q.felder)));
    z
}
