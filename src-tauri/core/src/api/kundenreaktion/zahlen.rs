//! The figures of the evaluation as one list: for a table of one's own, and to recalculate them.

use crate::kundenreaktion::auswertung::{
    Anliegentafel, Reaktionsauswertung, Reaktionsgruppe, Reaktionsjahr, Zusage,
};
use crate::vollzaehlung::{Anteil, Tagedauer};

/// One figure.
pub(super) struct Zahlzeile {
    pub tafel: &'static str,
    pub zeile: String,
    /// What is counted: one reaction has up to three Anliegen.
    pub gezaehlt: &'static str,
    pub anzahl: Option<u64>,
    /// What it is a part of, where it is one.
    pub von: Option<u64>,
    /// Not shown, because the group is small.
    pub verborgen: bool,
}

const REAKTIONEN: &str = "Reaktionen";
const ANLIEGEN: &str = "Anliegen";

fn neu(tafel: &'static str, zeile: &str, anzahl: u64) -> Zahlzeile {
    let (zeile, anzahl) = (zeile.to_owned(), Some(anzahl));
    Zahlzeile { tafel, zeile, gezaehlt: REAKTIONEN, anzahl, von: None, verborgen: false }
}

fn oder_verborgen(tafel: &'static str, zeile: &str, wert: Option<(u64, Option<u64>)>) -> Zahlzeile {
    Zahlzeile {
        anzahl: wert.map(|w| w.0),
        von: wert.and_then(|w| w.1),
        verborgen: wert.is_none(),
        ..neu(tafel, zeile, 0)
    }
}

fn quote(tafel: &'static str, zeile: &str, a: Anteil) -> Zahlzeile {
    Zahlzeile { von: Some(a.nenner), ..neu(tafel, zeile, a.zaehler) }
}

/// All tables, one below the other.
pub(super) fn zeilen(a: &Reaktionsauswertung) -> Vec<Zahlzeile> {
    let mut z = vec![neu("Bestand", "zu Beginn", a.bestand_vorher)];
    for m in &a.monate {
        z.push(neu("Zugang", &m.monat, m.zugang));
        z.push(neu("Abgang", &m.monat, m.abgang));
        z.push(neu("Bestand", &m.monat, m.bestand));
    }
    z.push(Zahlzeile {
        gezaehlt: ANLIEGEN,
        ..neu("Zugang", "Anliegen der eingegangenen Reaktionen", a.anliegen)
    });
    zusage(&mut z, "Eingang bestätigt", &a.bestaetigung);
    zusage(&mut z, "Beantwortet", &a.antwort);
    for (zeile, n) in [
        ("abgegeben", a.abseits.abgegeben),
        ("zusammengeführt", a.abseits.zusammengefuehrt),
        ("ohne Antwort beendet", a.abseits.ohne_antwort),
        ("keine Antwort erwünscht", a.abseits.ohne_wunsch),
        ("Dienstaufsichtsbeschwerden", a.abseits.dienstaufsicht),
    ] {
        z.push(neu("In keinem Anteil an Zusagen", zeile, n));
    }
    dauer(&mut z, "Dauer in Tagen, ohne Pausen", a.dauer);
    dauer(&mut z, "Dauer in Tagen, mit Pausen", a.dauer_mit_pausen);
    z.push(neu("Pausen", "beantwortete Reaktionen mit Pausen", a.pausen.reaktionen));
    z.push(Zahlzeile { gezaehlt: "Tage", ..neu("Pausen", "Tage zusammen", a.pausen.tage) });
    z.push(neu("Pausen", "Reaktionen mit nachträglich eingetragener Pause", a.pausen.nachgetragen));
    gruppen(
        &mut z,
        ["Art", "Art: in der Zeit beantwortet", "Art: ganz oder teilweise berechtigt"],
        REAKTIONEN,
        &a.arten,
    );
    gruppen(
        &mut z,
        ["Kanal", "Kanal: in der Zeit beantwortet", "Kanal: ganz oder teilweise berechtigt"],
        REAKTIONEN,
        &a.kanaele,
    );
    gruppen(
        &mut z,
        ["Gegenstand", "Gegenstand: in der Zeit beantwortet", "Gegenstand: ganz oder teilweise berechtigt"],
        ANLIEGEN,
        &a.anliegenarten,
    );
    tafel(
        &mut z,
        ["Sachgebiet", "Sachgebiet: in der Zeit beantwortet", "Sachgebiet: ganz oder teilweise berechtigt"],
        &a.sachgebiete,
    );
    tafel(
        &mut z,
        ["Ursache", "Ursache: in der Zeit beantwortet", "Ursache: ganz oder teilweise berechtigt"],
        &a.ursachen,
    );
    tafel(
        &mut z,
        ["Team", "Team: in der Zeit beantwortet", "Team: ganz oder teilweise berechtigt"],
        &a.teams,
    );
    for u in &a.urteile.zeilen {
        z.push(quote("Beurteilung", &u.titel, Anteil { zaehler: u.anzahl, nenner: a.urteile.beurteilt }));
    }
    z.push(neu("Beurteilung", "nicht oder noch nicht beurteilt", a.urteile.ohne_urteil));
    z.push(Zahlzeile {
        gezaehlt: "Personen",
        ..oder_verborgen("Wiederholungen", "mit mehr als einer Reaktion", a.wiederholer.map(|n| (n, None)))
    });
    z.push(neu("Wiederholungen", "anonyme Reaktionen", a.anonym));
    z.push(neu("Folgen", "mit einem Rechtsbehelf", a.rechtsbehelfe));
    z.push(neu("Folgen", "mit Maßnahmen", a.massnahmen.reaktionen));
    z.push(Zahlzeile { gezaehlt: "Maßnahmen", ..neu("Folgen", "Maßnahmen", a.massnahmen.massnahmen) });
    z.push(quote("Nachfrage", "hat geholfen", a.rueckmeldung.geholfen));
    z.push(quote(
        "Nachfrage",
        "ohne Rückmeldung",
        Anteil { zaehler: a.rueckmeldung.ohne_antwort, nenner: a.rueckmeldung.beantwortet },
    ));
    a.jahre.iter().for_each(|j| jahr(&mut z, j));
    z
}

fn zusage(z: &mut Vec<Zahlzeile>, tafel: &'static str, zusage: &Zusage) {
    z.push(quote(tafel, "in der Zeit", zusage.in_zeit));
    for (zeile, n) in [
        ("verspätet", zusage.verspaetet),
        ("überfällig und offen", zusage.ueberfaellig),
        ("noch nicht fällig", zusage.nicht_faellig),
        ("pausiert", zusage.ruht),
    ] {
        z.push(neu(tafel, zeile, n));
    }
}

fn dauer(z: &mut Vec<Zahlzeile>, tafel: &'static str, dauer: Option<Tagedauer>) {
    let Some(d) = dauer else { return };
    for (zeile, tage) in
        [("Median", d.median), ("neun von zehn höchstens", d.neunzig), ("längste", d.laengste)]
    {
        z.push(Zahlzeile { gezaehlt: "Tage", ..neu(tafel, zeile, tage.into()) });
    }
}

fn gruppen(
    z: &mut Vec<Zahlzeile>,
    [anzahl, in_zeit, berechtigt]: [&'static str; 3],
    gezaehlt: &'static str,
    zeilen: &[Reaktionsgruppe],
) {
    let anteil = |a: Anteil| (a.zaehler, Some(a.nenner));
    for g in zeilen {
        for zeile in [
            oder_verborgen(anzahl, &g.titel, g.anzahl.map(|n| (n, None))),
            oder_verborgen(in_zeit, &g.titel, g.in_zeit.map(anteil)),
            oder_verborgen(berechtigt, &g.titel, g.berechtigt.map(anteil)),
        ] {
            z.push(Zahlzeile { gezaehlt, ..zeile });
        }
    }
}

fn tafel(z: &mut Vec<Zahlzeile>, namen: [&'static str; 3], t: &Anliegentafel) {
    gruppen(z, namen, ANLIEGEN, &t.zeilen);
    let [anzahl, ..] = namen;
    z.extend(t.daneben.iter().map(|r| Zahlzeile { gezaehlt: ANLIEGEN, ..neu(anzahl, &r.titel, r.anzahl) }));
}

fn jahr(z: &mut Vec<Zahlzeile>, j: &Reaktionsjahr) {
    let name = j.name();
    z.push(neu("Jahr: Zugang", &name, j.zugang));
    z.push(neu("Jahr: Abgang", &name, j.abgang));
    z.push(neu("Jahr: Bestand", &name, j.bestand));
    z.push(quote("Jahr: in der Zeit beantwortet", &name, j.in_zeit));
    for (tafel, tage) in [("Jahr: Median in Tagen", j.median), ("Jahr: neun von zehn höchstens", j.neunzig)]
    {
        z.extend(tage.map(|n| Zahlzeile { gezaehlt: "Tage", ..neu(tafel, &name, n.into()) }));
    }
    z.push(quote("Jahr: ganz oder teilweise berechtigt", &name, j.berechtigt));
    z.push(neu("Jahr: mit einem Rechtsbehelf", &name, j.rechtsbehelfe));
    z.push(Zahlzeile { gezaehlt: "Maßnahmen", ..neu("Jahr: Maßnahmen", &name, j.massnahmen) });
}
