//! The main job: from an empty folder to the audit report, by four people at one desk.

use std::{path::Path, process::Command};

use serde_json::{Value, json};
use tokio::time::Instant;

use crate::{
    boegen::{ausfuellen, faelle, feststellung, feststellungen, mit_tastatur, stellungnahme},
    fenster::Fenster,
    kern::{wort, zeilen},
    musterkreis::{self, EIGENES, wechsle},
};

const THEMA: &str = "Bewilligung und Weiterbewilligung";
const HAELFTEN: [&str; 2] = ["5170338921", "0466257814"];

#[tokio::test]
async fn hauptweg_von_der_liste_zum_pruefbericht() {
    let ordner = tempfile::tempdir().unwrap();
    let f = Fenster::oeffnen(&ordner.path().join("haus")).await;
    let mut uhr = Uhr(Instant::now());

    musterkreis::einrichten(&f).await;
    musterkreis::organisation(&f).await;
    musterkreis::benutzer(&f).await;
    for person in ["pruefer", "tl1", "bl", "qm"] {
        musterkreis::erste_anmeldung(&f, person).await;
    }
    uhr.sagt("Haus, Organisation, Benutzer");

    freigeben(&f).await;
    planen(&f).await;
    einlesen(&f).await;
    ziehen(&f).await;
    let pruefung = pruefung_id(&f).await;
    pruefe_ziehung(&f, &pruefung).await;
    zuweisen(&f).await;
    uhr.sagt("Plan, Einlesen, Ziehung");

    let fall = pruefen(&f, &pruefung).await;
    uhr.sagt("60 Prüfbögen");
    gegenpruefen(&f, &fall).await;
    stellung_nehmen(&f, &pruefung).await;
    feststellen(&f, &pruefung).await;
    uhr.sagt("Gegenprüfung, Stellungnahmen, Feststellungen");

    abschliessen(&f).await;
    let saetze = auswertung(&f).await;
    bericht(&f, &ordner.path().join("pruefbericht.pdf"), &saetze).await;
    uhr.sagt("Abschluss, Auswertung, Bericht");
    f.schliessen().await;
}

/// Says how long each part took.
struct Uhr(Instant);

impl Uhr {
    fn sagt(&mut self, teil: &str) {
        println!("{teil}: {:.1} s", self.0.elapsed().as_secs_f64());
        self.0 = Instant::now();
    }
}

/// The check sheet is "ungeprüft" until a named person has read it.
async fn freigeben(f: &Fenster) {
    f.klicke("Fachaufsicht").await;
    f.warte_auf_h1("Fachaufsicht").await;
    f.bild("hauptweg-fachaufsicht-leer").await;
    f.klicke("Prüfthemen").await;
    f.warte_auf_h1("Prüfthemen").await;
    f.bild("hauptweg-pruefthemen").await;
    f.oeffne_zeile(THEMA).await;
    f.warte_auf_h1(THEMA).await;
    f.bild("hauptweg-pruefthema").await;
    f.oeffne_zeile("ungeprüft").await;
    f.warte_auf_h1(&format!("{THEMA}, Fassung 1")).await;
    f.bild("hauptweg-fassung").await;
    f.klicke("Freigeben").await;
    f.text_da("Fassung 1 freigeben?").await;
    f.klicke("Freigeben").await;
    f.text_da("Die Fassung wurde freigegeben.").await;
    f.text_weg("Diese Fassung ist ungeprüft.").await;
}

async fn planen(f: &Fenster) {
    f.klicke("Fachaufsicht").await;
    f.warte_auf_h1("Fachaufsicht").await;
    f.klicke("Neue Prüfung").await;
    f.warte_auf_h1("Neue Prüfung").await;
    f.waehle("Prüfthema", THEMA).await;
    f.waehle("Bereich", "Leistungsgewährung").await;
    for nummer in 1..=4 {
        f.kreuze_an(&format!("Leistung {nummer}")).await;
    }
    f.tippe("Prüfzeitraum von", "01.04.2026").await;
    f.tippe("Prüfzeitraum bis", "17.10.2026").await;
    f.tippe("Umfang der Stichprobe", "60").await;
    f.kreuze_an("nach Team").await;
    f.tippe("Mindestens je Team", "5").await;
    f.kreuze_an("„Restliche offene auf Ja“ anbieten").await;
    f.tippe("Datenschutzbeauftragte Person beteiligt am", "heute").await;
    f.tippe("Fälle in der Liste, ungefähr", "4920").await;
    f.text_da("Wenige Fälle ohne erlaubten Fehler wirken sparsam").await;
    f.bild("hauptweg-planer").await;
    f.klicke("Prüfung anlegen").await;
    f.text_da("Die Prüfung wurde angelegt.").await;
    f.text_da("60 Fälle").await;
    f.text_da("nach Team, mindestens 5 je Team").await;
    f.bild("hauptweg-planung").await;
}

async fn einlesen(f: &Fenster) {
    let liste = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/grundgesamtheit_leistung.csv");
    f.klicke("Grundgesamtheit").await;
    f.tippe("Datei", liste.to_str().unwrap()).await;
    f.bild("hauptweg-einlesen-datei").await;
    f.klicke("Datei ansehen").await;
    f.text_da("Wofür werden die Spalten gebraucht?").await;
    for (spalte, wofuer) in [
        ("BG-Nummer", "Nummer"),
        ("Team", "Team"),
        ("Leistung mtl. (€)", "Betrag"),
        ("Standort", "wird nicht gespeichert"),
        ("Bescheidart", "Anzeige beim Prüfen"),
        ("Bescheiddatum", "Anzeige beim Prüfen"),
        ("Personen", "Anzeige beim Prüfen"),
    ] {
        f.waehle(spalte, wofuer).await;
    }
    f.bild("hauptweg-einlesen-zuordnung").await;
    f.klicke("Weiter").await;
    f.tippe("Quellsystem", "Fachverfahren Leistung").await;
    f.tippe("Abfrage", "Laufende Fälle im Prüfzeitraum, alle Teams").await;
    f.tippe("Anzahl laut Quellsystem", "4.920").await;
    f.bild("hauptweg-einlesen-quelle").await;
    f.klicke("Einlesen").await;
    f.text_da("Die Grundgesamtheit wurde eingelesen.").await;
    f.text_da("Übernommen 4.920").await;
    f.text_da("Davon mit Hinweis 3").await;
    f.text_da("Die Kontrollsumme stimmt überein.").await;
    f.bild("hauptweg-grundgesamtheit").await;
}

/// Sealed before anyone knows a seed; the seed from two people, the first half hidden from the second.
async fn ziehen(f: &Fenster) {
    f.klicke("Weiter zur Ziehung").await;
    f.kreuze_an("Die Ausschlüsse sind vollständig").await;
    f.bild("hauptweg-versiegeln").await;
    f.klicke("Versiegeln").await;
    f.tippe("Erste Hälfte des Startwerts", HAELFTEN[0]).await;
    f.bild("hauptweg-startwert").await;
    f.klicke("Erste Hälfte speichern").await;
    f.text_da("Die erste Hälfte ist eingegeben").await;
    assert!(!f.text().await.contains(HAELFTEN[0]), "the first half stays hidden");
    f.klicke("Zweite Hälfte eingeben lassen").await;
    f.tippe("Zweite Hälfte des Startwerts", HAELFTEN[1]).await;
    f.tippe("Benutzername der zweiten Person", "bl").await;
    f.tippe("Passwort der zweiten Person", EIGENES).await;
    f.bild("hauptweg-mitzeichnung").await;
    f.klicke("Zweite Hälfte speichern").await;
    f.text_da(&HAELFTEN.concat()).await;
    f.klicke("Prüffälle ziehen").await;
    f.text_da("Eine Ziehung lässt sich nicht zurücknehmen.").await;
    f.klicke("Prüffälle ziehen").await;
    f.text_da("Die Prüffälle sind gezogen.").await;
    f.text_da("Gezogene Fälle").await;
    f.bild("hauptweg-ziehung").await;
}

async fn pruefe_ziehung(f: &Fenster, pruefung: &str) {
    let ziehung = &f.lesen("ziehung.liste", json!({"pruefung_id": pruefung})).await["eigene"][0];
    let gezogen: Vec<u64> =
        zeilen(&ziehung["aufteilung"]).iter().map(|s| s["gezogen"].as_u64().unwrap()).collect();
    assert_eq!(gezogen.len(), 4, "one stratum a team");
    assert_eq!(gezogen.iter().sum::<u64>(), 60);
    assert!(gezogen.iter().all(|n| *n >= 5), "{gezogen:?}");
    assert_eq!(ziehung["startwert"], HAELFTEN.concat());
}

/// All 60 over two pages of the table, in one step.
async fn zuweisen(f: &Fenster) {
    f.klicke("Prüffälle").await;
    f.kreuze_an("Alle Zeilen dieser Seite auswählen").await;
    f.schliesse_meldungen().await;
    f.klicke("Nächste Seite").await;
    f.text_da("51 bis 60 von 60 Zeilen").await;
    f.kreuze_an("Alle Zeilen dieser Seite auswählen").await;
    f.text_da("60 ausgewählt").await;
    f.klicke("Zuweisen …").await;
    f.waehle("Person", "PK-1 Petra Rüfer").await;
    f.bild("hauptweg-zuweisen").await;
    f.klicke("Zuweisen").await;
    f.text_da("Die Prüffälle wurden zugewiesen.").await;
    f.bild("hauptweg-prueffaelle").await;
}

/// One sheet by keyboard, the others as the page sends them. Returns the number of the first.
async fn pruefen(f: &Fenster, pruefung: &str) -> String {
    wechsle(f, "pruefer", EIGENES).await;
    f.text_da("Was auf mich wartet").await;
    f.bild("hauptweg-uebersicht-pruefkraft").await;
    let alle = faelle(f, pruefung, &[]).await;
    assert_eq!(alle.len(), 60);
    let (eigene, uebrige): (Vec<&Value>, Vec<&Value>) = alle.iter().partition(|z| z["team"] == "Leistung 1");
    let fall = wort(&eigene[0]["fall"]);
    zu_fall(f, &fall).await;
    f.bild("hauptweg-bogen").await;
    mit_tastatur(f).await;
    f.text_da("zur Gegenprüfung").await;

    // Two more of Leistung 1 and two of other teams have something to say.
    let mit_fehler = [(eigene[1], 0), (eigene[2], 4500), (uebrige[0], 0), (uebrige[1], 12_000)];
    for zeile in eigene[1..].iter().chain(&uebrige) {
        let fehler = mit_fehler.iter().find(|(z, _)| z["id"] == zeile["id"]);
        ausfuellen(f, &wort(&zeile["id"]), fehler.map(|(_, cent)| feststellung(*cent))).await;
    }
    assert!(faelle(f, pruefung, &["offen", "in_arbeit"]).await.is_empty());
    fall
}

/// Back to the checker with a reason, closed again, confirmed; the others all at once.
async fn gegenpruefen(f: &Fenster, fall: &str) {
    wechsle(f, "qm", EIGENES).await;
    f.bild("hauptweg-uebersicht-qm").await;
    zu_fall(f, fall).await;
    f.klicke("Zurückgeben …").await;
    f.tippe("Grund", "Bitte den Betrag des Bundes noch einmal nachrechnen.").await;
    f.bild("hauptweg-zurueckgeben").await;
    f.klicke("Zurückgeben").await;
    f.text_da("Der Prüfbogen wurde zurückgegeben.").await;

    wechsle(f, "pruefer", EIGENES).await;
    zu_fall(f, fall).await;
    f.text_da("Bitte den Betrag des Bundes noch einmal nachrechnen.").await;
    f.bild("hauptweg-zurueckgegeben").await;
    f.klicke_in("Der Leistungsbeginn liegt einen Monat vor dem Antrag.", "Ändern").await;
    f.tippe("Betrag Bund", "282,50").await;
    f.klicke("Feststellung speichern").await;
    f.text_da("282,50").await;
    f.klicke("Prüfbogen abschließen").await;
    f.klicke("Abschließen").await;
    f.text_da("Der Prüfbogen wurde abgeschlossen.").await;

    wechsle(f, "qm", EIGENES).await;
    zu_fall(f, fall).await;
    f.bild("hauptweg-gegenpruefung").await;
    f.klicke("Bestätigen …").await;
    f.klicke("Bestätigen").await;
    f.text_da("Der Prüfbogen wurde bestätigt.").await;
    f.klicke("Alle Prüffälle").await;
    f.waehle("Stand", "zur Gegenprüfung").await;
    // The filter holds when no other row is left.
    f.text_weg("60 Zeilen").await;
    f.kreuze_an("Alle Zeilen dieser Seite auswählen").await;
    f.bild("hauptweg-gegenpruefung-viele").await;
    f.klicke("Bestätigen …").await;
    f.klicke("Bestätigen").await;
    f.text_da("Die Prüfbögen wurden bestätigt.").await;
    f.text_da("Noch keine Prüffälle.").await;
}

/// Leistung 1 accepts one by hand and disputes one; the Bereichsleitung decides; the rest comes by mail.
async fn stellung_nehmen(f: &Fenster, pruefung: &str) {
    let offene = feststellungen(f, pruefung, "zur_stellungnahme").await;
    assert_eq!(offene.len(), 5);
    wechsle(f, "tl1", EIGENES).await;
    f.bild("hauptweg-uebersicht-teamleitung").await;
    zu_feststellungen(f).await;
    f.text_da("3 Zeilen").await;
    f.bild("hauptweg-feststellungen").await;
    f.oeffne_zeile("Der Leistungsbeginn liegt einen Monat").await;
    f.klicke("Stellung nehmen …").await;
    f.kreuze_an("anerkannt").await;
    f.tippe("Begründung", "Der Fall wird berichtigt.").await;
    f.bild("hauptweg-stellungnahme").await;
    f.klicke("Stellungnahme abgeben").await;
    f.text_da("Die Stellungnahme wurde gespeichert.").await;
    f.bild("hauptweg-feststellung").await;
    for (zeile, antwort) in
        feststellungen(f, pruefung, "zur_stellungnahme").await.iter().zip(["nicht_anerkannt", "anerkannt"])
    {
        let text = "Der Nachweis lag bei der Entscheidung im Original vor.";
        stellungnahme(f, zeile, antwort, text, None).await;
    }

    wechsle(f, "bl", EIGENES).await;
    zu_feststellungen(f).await;
    f.text_da("5 Zeilen").await;
    f.oeffne_zeile("strittig").await;
    f.klicke("Entscheiden …").await;
    f.kreuze_an("aufrechterhalten").await;
    f.tippe("Begründung", "Die E-Akte ist führend; der Nachweis gehört dorthin.").await;
    f.bild("hauptweg-entscheiden").await;
    f.klicke("Entscheiden").await;
    f.text_da("Die Entscheidung wurde gespeichert.").await;

    wechsle(f, "qm", EIGENES).await;
    for zeile in feststellungen(f, pruefung, "zur_stellungnahme").await {
        stellungnahme(f, &zeile, "anerkannt", "", Some("E-Mail der Teamleitung")).await;
    }
}

async fn feststellen(f: &Fenster, pruefung: &str) {
    zu_feststellungen(f).await;
    f.waehle("Stand", "anerkannt").await;
    f.text_da("4 Zeilen").await;
    f.kreuze_an("Alle Zeilen dieser Seite auswählen").await;
    f.klicke("Feststellen …").await;
    f.bild("hauptweg-feststellen").await;
    f.klicke("Feststellen").await;
    f.text_da("Die Feststellungen sind festgestellt.").await;
    assert_eq!(feststellungen(f, pruefung, "festgestellt").await.len(), 5);
    f.klicke("Korrekturen").await;
    f.warte_auf_h1("Korrekturen").await;
    f.text_da("1 Zeile").await;
    f.bild("hauptweg-korrekturen").await;
}

async fn abschliessen(f: &Fenster) {
    zur_pruefung(f).await;
    f.klicke("Ziehung").await;
    f.klicke("Ziehung schließen").await;
    f.text_da("Ziehung schließen?").await;
    f.klicke("Ziehung schließen").await;
    f.text_da("Geschlossen").await;
    f.klicke("Prüfung abschließen").await;
    f.text_da("Danach lässt sich an der Prüfung nichts mehr ändern.").await;
    f.klicke("Prüfung abschließen").await;
    f.text_da("Die Prüfung wurde abgeschlossen.").await;
}

/// The sentences of the page.
async fn auswertung(f: &Fenster) -> Vec<String> {
    f.klicke("Auswertung").await;
    f.text_da("Fehlerquote").await;
    f.bild("hauptweg-auswertung").await;
    let skript = "return [...document.querySelectorAll('.saetze p, .definition')].map((e) => e.innerText)";
    let saetze: Vec<String> = zeilen(&f.skript(skript, vec![]).await).iter().map(wort).collect();
    let erster =
        "Von 4.920 Akten in 4 Schichten wurden 60 zufällig ausgewählt und geprüft. 5 waren fehlerhaft.";
    assert!(saetze.len() >= 4 && saetze[0].starts_with(erster), "{saetze:?}");
    assert!(saetze[2].starts_with("Das Ziel (unter 10"), "{saetze:?}");
    saetze
}

/// The PDF, read by other people's tool, says what the page says.
async fn bericht(f: &Fenster, pfad: &Path, saetze: &[String]) {
    f.klicke("Bericht").await;
    f.tippe("Datei", pfad.to_str().unwrap()).await;
    f.klicke("Als PDF ausgeben").await;
    f.text_da("Prüfbericht ausgegeben").await;
    f.bild("hauptweg-bericht").await;
    let aus = Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(pfad).arg("-").output().unwrap();
    assert!(aus.status.success(), "{}", String::from_utf8_lossy(&aus.stderr));
    // Hyphens at the ends of lines are the engine's, not the sentence's.
    let glatt = |t: &str| t.replace(|z: char| z.is_whitespace() || "-\u{2010}\u{ad}".contains(z), "");
    let gelesen = glatt(&String::from_utf8(aus.stdout).unwrap());
    for satz in saetze.iter().map(String::as_str).chain([HAELFTEN.concat().as_str(), "PK-1", "QM-1"]) {
        assert!(gelesen.contains(&glatt(satz)), "Im Prüfbericht fehlt: {satz}");
    }
    for name in ["Maßmann", "Rüfer", "Lindner", "Lehnert"] {
        assert!(!gelesen.contains(name), "Im Prüfbericht steht ein Name: {name}");
    }
    f.klicke("Verzeichnis der Ausgaben").await;
    f.warte_auf_h1("Berichte").await;
    f.text_da("Prüfbericht").await;
    f.bild("hauptweg-ausgaben").await;
}

/// The id of the check whose page is open.
async fn pruefung_id(f: &Fenster) -> String {
    wort(&f.skript("return location.hash.split('/')[2]", vec![]).await)
}

async fn zur_pruefung(f: &Fenster) {
    f.klicke("Fachaufsicht").await;
    f.warte_auf_h1("Fachaufsicht").await;
    f.oeffne_zeile(THEMA).await;
}

async fn zu_fall(f: &Fenster, fall: &str) {
    zur_pruefung(f).await;
    f.klicke("Prüffälle").await;
    f.tippe("Nummer, Pseudonym oder laufende Nummer", fall).await;
    f.text_da("1 Zeile").await;
    f.oeffne_zeile(fall).await;
    f.text_da("Abschluss").await;
}

async fn zu_feststellungen(f: &Fenster) {
    zur_pruefung(f).await;
    f.klicke("Prüffälle").await;
    f.klicke("Feststellungen dieser Prüfung").await;
    f.warte_auf_h1("Feststellungen").await;
}
