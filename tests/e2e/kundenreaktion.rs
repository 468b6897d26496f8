//! A call that hides a Widerspruch, entered without a mouse; and a letter that rests, goes up, is answered and judged.

use std::path::Path;

use crate::{
    fenster::Fenster,
    musterkreis::{PASSWORT, demohaus, wechsle},
};

#[tokio::test]
async fn kundenreaktion_vom_anruf_zum_widerspruch_und_vom_brief_zum_abschluss() {
    let ordner = tempfile::tempdir().unwrap();
    let f = Fenster::oeffnen(&ordner.path().join("haus")).await;
    demohaus(&f).await;
    wechsle(&f, "krm", PASSWORT).await;
    anruf(&f).await;
    brief(&f, &ordner.path().join("antwort.pdf")).await;
    wechsle(&f, "widerspruch", PASSWORT).await;
    widerspruch(&f).await;
    f.schliessen().await;
}

/// Name of a field at which the focus stands.
fn feld(name: &str) -> String {
    format!("e.name === '{name}'")
}

/// Types into the field of that name, reached by Tab.
async fn schreibe_in(f: &Fenster, name: &str, text: &str) {
    f.tab_bis(&feld(name)).await;
    f.schreibe(text).await;
}

/// Steps that are not the next one stand in a fold.
async fn weitere_schritte(f: &Fenster) {
    f.skript("document.querySelectorAll('details.sonst').forEach((d) => (d.open = true))", vec![]).await;
}

/// At the desk, by keyboard: what the person says hints at a Widerspruch, and the procedure is opened with it.
async fn anruf(f: &Fenster) {
    f.klicke("Kundenreaktionen").await;
    f.warte_auf_h1("Kundenreaktionen").await;
    f.bild("kundenreaktion-liste").await;
    f.ohne_barrieren("Kundenreaktionen").await;
    f.klicke("Neue Reaktion").await;
    f.warte_auf_h1("Neue Reaktion").await;
    // Lists take the first letters of an entry.
    schreibe_in(f, "angaben.art", "Beschw").await;
    schreibe_in(f, "angaben.kanal", "telefon").await;
    schreibe_in(f, "angaben.eingang", "20.03.2026").await;
    schreibe_in(f, "angaben.betreff", "Bescheid nicht verständlich").await;
    schreibe_in(
        f,
        "klar.schilderung",
        "Mit dem Bescheid vom 2. März bin ich nicht einverstanden, das ist ein Wiederspruch.",
    )
    .await;
    schreibe_in(f, "angaben.anliegen.0.art", "Sach").await;
    schreibe_in(f, "angaben.anliegen.0.sachgebiet", "Aufhebung").await;
    schreibe_in(f, "klar.name", "Erika Beispiel").await;
    f.text_da("Der Text deutet auf einen Rechtsbehelf hin.").await;
    f.tab_bis("e.type === 'radio' && e.value === 'ja'").await;
    f.taste("Leertaste").await;
    f.text_da("Die Widerspruchsstelle vervollständigt das Verfahren.").await;
    schreibe_in(f, "widerspruch.gegenstand", "Aufhebungsbescheid").await;
    schreibe_in(f, "widerspruch.fallnummer", "12345BG0000077").await;
    schreibe_in(f, "widerspruch.bescheid_am", "02.03.2026").await;
    schreibe_in(f, "widerspruch.form", "zur Nieder").await;
    f.waehle("Bekanntgabe des Bescheids", "Brief im Inland").await;
    f.tippe("Aufgabe zur Post am", "02.03.2026").await;
    f.kreuze_an("Die Aufgabe zur Post ist in der Akte vermerkt").await;
    f.kreuze_an("Die Belehrung nennt die elektronische Form").await;
    f.bild("kundenreaktion-anruf").await;
    f.ohne_barrieren("Neue Reaktion").await;
    f.taste("Strg+Eingabe").await;
    f.text_da("Die Reaktion wurde gespeichert.").await;
    f.text_da("im Register der Widersprüche angelegt").await;
    f.bild("kundenreaktion-gespeichert").await;
    f.schliesse_meldungen().await;
    f.klicke("Öffnen").await;
    f.text_da("Widerspruch W-2026-").await;
    f.bild("kundenreaktion-mit-widerspruch").await;
    f.ohne_barrieren("Kundenreaktion").await;
}

/// An old letter: it rests, it has gone up, it is answered by a letter, judged by two, closed.
async fn brief(f: &Fenster, datei: &Path) {
    f.klicke("Kundenreaktionen").await;
    f.warte_auf_h1("Kundenreaktionen").await;
    f.klicke("Neue Reaktion").await;
    f.warte_auf_h1("Neue Reaktion").await;
    f.waehle("Art", "Beschwerde").await;
    f.waehle("Kanal", "schriftlich").await;
    f.tippe("Eingang am", "02.03.2026").await;
    f.tippe("Betreff", "Antrag liegt lange").await;
    f.waehle("Anliegen", "Organisation und Ablauf").await;
    f.tippe("Name", "Milan Muster").await;
    f.kreuze_an("nein").await;
    f.klicke("Speichern").await;
    f.text_da("Die Reaktion wurde gespeichert.").await;
    f.schliesse_meldungen().await;
    f.klicke("Öffnen").await;
    f.text_da("gemeldet an: Geschäftsführung").await;
    f.text_da("überfällig").await;
    f.bild("kundenreaktion-eskaliert").await;
    weitere_schritte(f).await;
    f.klicke("Pausieren …").await;
    f.tippe("Pausiert ab", "04.03.2026").await;
    f.kreuze_an("wartet auf die Person").await;
    f.tippe("Worauf das Haus wartet", "Nachweise angefordert").await;
    f.tippe("Warum erst jetzt", "Der Anruf wurde erst heute notiert").await;
    f.klicke("Eintragen").await;
    f.text_da("Pausiert seit 04.03.2026").await;
    f.text_da("nachträglich eingetragen am").await;
    f.bild("kundenreaktion-pausiert").await;
    f.schliesse_meldungen().await;
    weitere_schritte(f).await;
    f.klicke("Fortsetzen …").await;
    f.tippe("Läuft wieder ab", "09.03.2026").await;
    f.klicke("Eintragen").await;
    // Fourteen days after Monday 02.03., and the five that did not count.
    f.text_da("21.03.2026").await;
    f.schliesse_meldungen().await;
    weitere_schritte(f).await;
    f.klicke("Beantworten …").await;
    f.kreuze_an("Brief").await;
    f.tippe("Antwort", "Guten Tag, über Ihren Antrag ist jetzt entschieden.").await;
    f.bild("kundenreaktion-beantworten").await;
    f.ohne_barrieren("Beantworten").await;
    f.klicke("Als beantwortet eintragen").await;
    f.text_da("Beurteilen, ob die Reaktion berechtigt war").await;
    f.schliesse_meldungen().await;
    f.klicke("Antwort als PDF …").await;
    f.tippe("Unterschrieben von", "Kundenreaktionsmanagement").await;
    f.tippe("Datei", &datei.display().to_string()).await;
    f.klicke("Speichern").await;
    f.text_da("Das Schreiben ist gespeichert.").await;
    let bytes = std::fs::read(datei).expect("the letter was written");
    assert!(bytes.starts_with(b"%PDF-1.7"));
    f.schliesse_meldungen().await;
    weitere_schritte(f).await;
    f.klicke("Beurteilen …").await;
    f.kreuze_an("teilweise berechtigt").await;
    f.tippe("Begründung", "Die Bearbeitung dauerte länger als zugesagt").await;
    f.klicke("Vorschlagen").await;
    f.schliesse_meldungen().await;
    f.klicke("Zweite Person bestätigt hier …").await;
    f.tippe("Benutzername der zweiten Person", "gf").await;
    f.tippe("Passwort der zweiten Person", PASSWORT).await;
    f.klicke("Bestätigen").await;
    f.text_da("Die Reaktion abschließen.").await;
    f.schliesse_meldungen().await;
    weitere_schritte(f).await;
    f.klicke("Abschließen …").await;
    f.klicke("Eintragen").await;
    f.text_da("Die Reaktion ist abgeschlossen.").await;
    f.bild("kundenreaktion-abgeschlossen").await;
    f.ohne_barrieren("Kundenreaktion").await;
}

/// What the call hid stands in the register with its deadlines, and says where it came from.
async fn widerspruch(f: &Fenster) {
    f.klicke("Widersprüche").await;
    f.warte_auf_h1("Widersprüche").await;
    f.tippe("Suche", "Erika Beispiel").await;
    f.oeffne_zeile("Erika Beispiel").await;
    f.text_da("Aus Kundenreaktion K-2026-").await;
    // Known on Friday 06.03.; one month ends on Easter Monday, so on Tuesday 07.04.2026.
    f.text_da("07.04.2026").await;
    f.bild("kundenreaktion-im-register").await;
    f.ohne_barrieren("Verfahren").await;
}
