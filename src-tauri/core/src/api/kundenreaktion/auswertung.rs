//! Statistics of the tickets.

use super::zahlen::{self, Zahlzeile};
use super::{Zweck, sicht};
use crate::api::liste::{Listenangaben, Listenziel, exportieren, ja, plan};
use crate::api::rechte::Umfang;
use crate::api::tuer::{Aenderung, Auftrag, Frage};
use crate::api::zeitraum::{self, Auswertungszeitraum};
use crate::fehler::Ergebnis;
use crate::haus::Sitzung;
use crate::kundenreaktion::auswertung::{Reaktionsauswertung, Reaktionsmaterial, TRENDJAHRE, werte_aus};
use crate::listenausgabe::Plan;
use crate::storage::Lesen;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The statistics of a period.
#[derive(Debug, Serialize, TS)]
pub struct ReaktionAuswertungAntwort {
    /// Everything that is computed.
    pub auswertung: Reaktionsauswertung,
    /// Only reactions that concern the person's own area or teams, or that she entered or works on, are counted.
    pub nur_eigene: bool,
}

pub(super) fn lesen(f: &Frage<'_>, r: Auswertungszeitraum) -> Ergebnis<ReaktionAuswertungAntwort> {
    let heute = f.haus.umgebung().heute();
    Ok(ReaktionAuswertungAntwort {
        auswertung: auswertung(f.l, (f.sitzung, f.umfang), (r.von, r.bis), heute)?,
        nur_eigene: f.umfang < Umfang::Haus,
    })
}

/// The figures as a person may see them; what is overdue is decided on the day `stand`.
pub(super) fn auswertung(
    l: &Lesen<'_>,
    (sitzung, umfang): (&Sitzung, Umfang),
    zeitraum: (NaiveDate, NaiveDate),
    stand: NaiveDate,
) -> Ergebnis<Reaktionsauswertung> {
    let (von, bis) = zeitraum::geprueft(zeitraum)?;
    let sicht = sicht(sitzung, umfang, Zweck::Ausgeben);
    let erster_des_trends =
        NaiveDate::from_ymd_opt(bis.year() - TRENDJAHRE + 1, 1, 1).map_or(von, |tag| tag.min(von));
    let eigene_teams = if sicht.haus {
        None
    } else {
        let eigen = |t: &crate::organisation::Team| {
            sicht.teams.contains(&t.id) || sicht.bereich.as_ref() == Some(&t.bereich_id)
        };
        Some(l.teams()?.into_iter().filter(eigen).map(|t| t.id).collect())
    };
    Ok(werte_aus(&Reaktionsmaterial {
        von,
        bis,
        stand,
        reaktionen: l.reaktionszahlen(&sicht, (erster_des_trends, bis))?,
        teams: l.teamangaben()?,
        eigene_teams,
        katalog: l.katalogtitel()?,
    }))
}

/// Writes the figures of a period to a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReaktionAuswertungExportieren {
    /// Period.
    pub zeitraum: Auswertungszeitraum,
    /// The file.
    pub ausgabe: Listenziel,
}

const ZAHLEN: &[Plan<Zahlzeile>] = plan! { Zahlzeile {
    "tafel", "Tafel", Text, |z| z.tafel.into();
    "zeile", "Zeile", Langtext, |z| z.zeile.as_str().into();
    "gezaehlt", "Gezählt sind", Text, |z| z.gezaehlt.into();
    "anzahl", "Anzahl", Zahl, |z| z.anzahl.into();
    "von", "von", Zahl, |z| z.von.into();
    "verborgen", "Nicht gezeigt (kleine Gruppe)", Text, |z| ja(z.verborgen);
} };

pub(super) fn exportieren_zahlen(a: &Auftrag<'_>, r: ReaktionAuswertungExportieren) -> Ergebnis<Aenderung> {
    let zeitraum = (r.zeitraum.von, r.zeitraum.bis);
    let angaben = Listenangaben {
        abfrage: "kundenreaktion.auswertung",
        titel: "Auswertung der Kundenreaktionen",
        filter: zeitraum::filter(zeitraum),
    };
    let heute = a.haus.umgebung().heute();
    exportieren(a, &r.ausgabe, angaben, ZAHLEN, |umfang, _| {
        let zeilen = zahlen::zeilen(&auswertung(a.s, (a.sitzung, umfang), zeitraum, heute)?);
        let gesamt = zeilen.len() as u64;
        Ok((zeilen, gesamt))
    })
}
