//! Drawn units and their sheets: lists, one sheet, and what waits for a person.

use super::bogen_anfragen::*;
use super::bogen_kontext::{Bogen, klarsicht, leitet};
use super::doppelpruefung::nicht_zweite;
use super::schon_geprueft::{SchonGeprueft, SchonGeprueftAntwort, schon_geprueft};
use super::{bogen_arbeit, gegenpruefung, sicht};
use crate::api::register::modul;
use crate::api::tuer::Frage;
use crate::api::{Abfrage, Leer, Operation, rechte};
use crate::fachaufsicht::bogen::{BogenStand, luecken};
use crate::fachaufsicht::thema::gefragte;
use crate::fehler::{Ergebnis, Fehler};
use crate::storage::{Aufgabe, Aufgabenrechte, BogenFilter, Bogensortierung};

modul! {
    operationen BogenOperation {
        Zuweisen(BoegenZuweisen) = "bogen.zuweisen", "Prüffälle zuweisen" => bogen_arbeit::zuweisen;
        Antworten(BogenAntworten) = "bogen.antworten", "Antwort im Prüfbogen speichern" => bogen_arbeit::antworten;
        RestlicheAufJa(RestlicheAufJa) = "bogen.restliche_auf_ja", "Restliche offene Merkmale auf Ja setzen" => bogen_arbeit::restliche_auf_ja;
        Bemerkung(BogenBemerkung) = "bogen.bemerkung", "Bemerkung im Prüfbogen speichern" => bogen_arbeit::bemerkung;
        NichtPruefbar(BogenNichtPruefbar) = "bogen.nicht_pruefbar", "Prüffall als nicht prüfbar melden" => bogen_arbeit::nicht_pruefbar;
        Abschliessen(BogenBezug) = "bogen.abschliessen", "Prüfbogen abschließen" => bogen_arbeit::abschliessen;
        WiederOeffnen(BogenBezug) = "bogen.wieder_oeffnen", "Prüfbogen wieder öffnen" => bogen_arbeit::wieder_oeffnen;
        Bestaetigen(BoegenBestaetigen) = "bogen.bestaetigen", "Prüfbogen in der Gegenprüfung bestätigen" => gegenpruefung::bestaetigen;
        Zurueckgeben(BogenZurueckgeben) = "bogen.zurueckgeben", "Prüfbogen in der Gegenprüfung zurückgeben" => gegenpruefung::zurueckgeben;
    }
    abfragen BogenAbfrage {
        Liste(BogenListeAnfrage) -> BogenListe = "bogen.liste", "Prüffälle ansehen" => liste;
        Meine(Leer) -> Vec<Aufgabe> = "bogen.meine", "Eigene Aufgaben ansehen" => meine;
        Lesen(BogenLesen) -> BogenDetail = "bogen.lesen", "Prüfbogen ansehen" => lesen;
        SchonGeprueft(SchonGeprueft) -> SchonGeprueftAntwort = "bogen.schon_geprueft", "Nach früheren Prüfungen eines Falls suchen" => schon_geprueft;
    }
}

fn liste(f: &Frage<'_>, r: BogenListeAnfrage) -> Ergebnis<BogenListe> {
    let sichtbar = sicht(f.sitzung, f.umfang);
    let (zeilen, gesamt) = f.l.bogenliste(
        &sichtbar,
        &klarsicht(f.sitzung),
        &BogenFilter {
            pruefung_id: r.pruefung_id.clone(),
            staende: r.staende,
            team_id: r.team_id,
            zugewiesen_an: r.zugewiesen_an,
            nicht_zugewiesen: r.nicht_zugewiesen,
            nur_mit_feststellung: r.nur_mit_feststellung,
            suche: r.suche.map(|s| s.trim().chars().take(64).collect::<String>()).filter(|s| !s.is_empty()),
        },
        (r.sortierung.unwrap_or(Bogensortierung::Position), r.absteigend),
        (r.blatt.ab, r.blatt.anzahl()),
    )?;
    Ok(BogenListe {
        zeilen,
        gesamt: u64::try_from(gesamt).unwrap_or(0),
        staende: f
            .l
            .bogenstaende(&sichtbar, &r.pruefung_id)?
            .into_iter()
            .map(|(stand, anzahl)| StandAnzahl { stand, anzahl: u64::try_from(anzahl).unwrap_or(0) })
            .collect(),
    })
}

pub(super) fn meine(f: &Frage<'_>, _: Leer) -> Ergebnis<Vec<Aufgabe>> {
    let darf = |name| rechte::darf(f.sitzung, name);
    let rechte = Aufgabenrechte {
        zuweisen: darf("bogen.zuweisen"),
        gegenpruefen: darf("bogen.bestaetigen"),
        entscheiden: darf("feststellung.entscheiden"),
        feststellen: darf("feststellung.feststellen"),
        bestaetigen: darf("korrektur.bestaetigen"),
        teams: klarsicht(f.sitzung).teams,
    };
    Ok(f.l.meine_aufgaben(
        &sicht(f.sitzung, f.umfang),
        f.sitzung.benutzer_id(),
        &rechte,
        f.haus.umgebung().heute(),
    )?)
}

fn lesen(f: &Frage<'_>, r: BogenLesen) -> Ergebnis<BogenDetail> {
    let bogen = Bogen::laden(f.l, f.sitzung, f.umfang, &r.id)?;
    let kopf =
        f.l.fallkopf(&klarsicht(f.sitzung), &r.id)?.ok_or_else(|| Fehler::nicht_gefunden("Der Prüffall"))?;
    let (vorheriger, naechster, anzahl) = f.l.prueffall_nachbarn(&sicht(f.sitzung, f.umfang), &bogen.fall)?;
    let verlauf = f
        .l
        .prueffall_verlauf(&r.id)?
        .into_iter()
        .map(|v| Verlauf { zeit: v.zeit, titel: titel(&v.operation), person: v.zeichen.unwrap_or_default() })
        .collect();
    let werte = bogen.werte();
    let mit: Vec<&str> = bogen.feststellungen.iter().map(|x| x.merkmal.as_str()).collect();
    let offen = luecken(&bogen.rahmen.abschnitte, &werte, &mit, bogen.rahmen.teilweise_zaehlt);
    let gelten: Vec<String> =
        gefragte(&bogen.rahmen.abschnitte, &werte).iter().map(|m| m.kennung.clone()).collect();
    let zweite = nicht_zweite(f.l, &r.id, f.sitzung.benutzer_id()).is_err();
    let darf = darf(f, &bogen, zweite);
    let Bogen { fall, rahmen, antworten, feststellungen } = bogen;
    Ok(BogenDetail {
        pruefung_nummer: rahmen.nummer,
        thema: rahmen.titel,
        zeitraum_von: rahmen.zeitraum_von,
        zeitraum_bis: rahmen.zeitraum_bis,
        rechtsstand: rahmen.rechtsstand,
        einleitung: rahmen.einleitung,
        restliche_auf_ja: rahmen.restliche_auf_ja,
        teilweise_zaehlt: rahmen.teilweise_zaehlt,
        fallnummer: kopf.fall,
        entfernt_am: kopf.entfernt_am,
        team: kopf.team,
        schicht: kopf.schicht,
        anzeige: rahmen
            .anzeige_titel
            .into_iter()
            .zip(kopf.anzeige)
            .map(|(titel, wert)| Anzeigewert { titel, wert })
            .collect(),
        zugewiesen: kopf.zugewiesen,
        geprueft_von: kopf.geprueft_von,
        gegengeprueft_von: kopf.gegengeprueft_von,
        abschnitte: rahmen.abschnitte,
        gelten,
        antworten,
        feststellungen,
        offen,
        verlauf,
        darf,
        vorheriger,
        naechster,
        anzahl: u64::try_from(anzahl).unwrap_or(0),
        fall: Fallstand::aus(fall),
    })
}

/// `zweite`: she checked it for the second time.
fn darf(f: &Frage<'_>, bogen: &Bogen, zweite: bool) -> BogenDarf {
    let s = f.sitzung;
    let stand = bogen.fall.stand;
    let prueft = bogen.darf_pruefen(s) && rechte::darf(s, "bogen.antworten");
    let ich = Some(s.benutzer_id());
    BogenDarf {
        pruefen: bogen.rahmen.laeuft && stand.bearbeitbar() && prueft && !zweite,
        wieder_oeffnen: bogen.rahmen.laeuft
            && bogen.fall.geprueft_von.as_deref() == ich
            && bogen_arbeit::wieder_zu_oeffnen(bogen),
        gegenpruefen: bogen.rahmen.laeuft
            && stand == BogenStand::Geprueft
            && bogen.reicht(s, "bogen.bestaetigen")
            && !bogen.beteiligt(s)
            && !zweite,
        mitzeichnen: bogen.rahmen.laeuft && stand == BogenStand::Geprueft && bogen.beteiligt(s),
        zuweisen: bogen.rahmen.laeuft && stand.bearbeitbar() && rechte::darf(s, "bogen.zuweisen"),
        leitet: leitet(s, bogen.fall.team_id.as_deref()),
    }
}

/// German label of an operation in a history.
pub(super) fn titel(operation: &str) -> String {
    Operation::alle()
        .chain(Abfrage::alle())
        .find(|e| e.name == operation)
        .map_or_else(|| operation.to_owned(), |e| e.titel.to_owned())
}
