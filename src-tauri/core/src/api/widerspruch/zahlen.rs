//! The figures of the evaluation as one list: for a table of one's own, and to recalculate them.

use crate::aufzaehlung::Aufzaehlung;
use crate::vollzaehlung::Anteil;
use crate::widerspruch::auswertung::{Artauswertung, Erfolgszeile, Widerspruchsauswertung};

/// One figure.
pub(super) struct Zahlzeile {
    pub verfahrensart: &'static str,
    pub tafel: &'static str,
    pub zeile: String,
    pub anzahl: Option<u64>,
    /// What it is a part of, where it is one.
    pub von: Option<u64>,
    pub betrag_cent: Option<i64>,
    /// Not shown, because the group is small.
    pub verborgen: bool,
}

/// All tables of all kinds of procedure, one below the other.
pub(super) fn zeilen(a: &Widerspruchsauswertung) -> Vec<Zahlzeile> {
    a.teile.iter().flat_map(art).collect()
}

fn art(t: &Artauswertung) -> Vec<Zahlzeile> {
    let neu = |tafel, zeile: &str, anzahl: Option<u64>, von| Zahlzeile {
        verfahrensart: t.art.titel(),
        tafel,
        zeile: zeile.to_owned(),
        anzahl,
        von,
        betrag_cent: None,
        verborgen: false,
    };
    let quote = |tafel, zeile: &str, q: &Anteil| neu(tafel, zeile, Some(q.zaehler), Some(q.nenner));
    let erfolg = |tafel, z: &Erfolgszeile| match &z.werte {
        Some(q) => quote(tafel, &z.titel, q),
        None => Zahlzeile { verborgen: true, ..neu(tafel, &z.titel, None, None) },
    };
    let oder_verborgen = |tafel, titel: &str, anzahl: Option<u64>| Zahlzeile {
        verborgen: anzahl.is_none(),
        ..neu(tafel, titel, anzahl, None)
    };
    let mut z = vec![neu("Bestand", "zu Beginn", Some(t.bestand_vorher), None)];
    for m in &t.monate {
        z.push(neu("Zugang", &m.monat, Some(m.zugang), None));
        z.push(neu("Abgang", &m.monat, Some(m.abgang), None));
        z.push(neu("Bestand", &m.monat, Some(m.bestand), None));
    }
    z.extend(t.ergebnisse.iter().map(|e| neu("Ergebnis", &e.titel, Some(e.anzahl), Some(t.abgang))));
    z.extend(
        t.ba.iter().map(|b| neu("Kategorie der Bundesagentur", &b.titel, Some(b.anzahl), Some(t.abgang))),
    );
    z.push(quote("Erfolg", "ganz oder teilweise", &t.erfolg));
    z.extend(t.sachgebiete.iter().map(|s| erfolg("Erfolg nach Sachgebiet", s)));
    z.extend(t.teams.iter().map(|s| erfolg("Erfolg nach Team", s)));
    for g in &t.gruende {
        z.push(oder_verborgen("Grund des Erfolgs", &g.titel, g.anzahl));
        z.extend(
            g.gruende.iter().map(|u| oder_verborgen("Grund des Erfolgs im Einzelnen", &u.titel, u.anzahl)),
        );
    }
    z.extend(t.ursachen.iter().map(|u| oder_verborgen("Organisatorische Ursache", &u.titel, u.anzahl)));
    if let Some(d) = &t.dauer {
        for (zeile, tage) in
            [("Median", d.median), ("neun von zehn höchstens", d.neunzig), ("längste", d.laengste)]
        {
            z.push(neu("Dauer in Tagen", zeile, Some(tage.into()), None));
        }
    }
    if let Some(q) = &t.fristgerecht {
        z.push(quote("Entschieden", "innerhalb der Wartefrist (§ 88 SGG)", q));
    }
    z.push(Zahlzeile {
        betrag_cent: Some(t.kosten.summe_cent),
        ..neu("Kosten", "festgesetzt", Some(t.kosten.anzahl), None)
    });
    z
}
