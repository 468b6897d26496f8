//! Quality rules over the data of the Fachaufsicht: what a careful reader would ask about. Pure words; what they find
//! is read in `storage/fachaufsicht/hinweis.rs`.

use crate::aufzaehlung::aufzaehlung;

aufzaehlung! {
    /// A rule. The order is that of the page: what is late first.
    Hinweisregel {
        /// A Teamleitung did not answer in time.
        StellungnahmeFehlt = "stellungnahme_fehlt", "Stellungnahme nicht eingegangen";
        /// A case is not corrected in time.
        KorrekturUeberfaellig = "korrektur_ueberfaellig", "Korrektur überfällig";
        /// Done, and nobody has looked.
        KorrekturUnbestaetigt = "korrektur_unbestaetigt", "Korrektur gemeldet, aber nicht bestätigt";
        /// Sheets wait for the second person.
        GegenpruefungOffen = "gegenpruefung_offen", "Gegenprüfung seit über 30 Tagen offen";
        /// A check is drawn and does not end.
        PruefungLiegt = "pruefung_liegt", "Prüfung seit über 90 Tagen nicht abgeschlossen";
        /// Plain numbers of cases that were not drawn are still there.
        ZiehungOffen = "ziehung_offen", "Ziehung seit über 60 Tagen nicht geschlossen";
        /// Nobody outside could repeat the draw.
        OhneProtokoll = "ohne_protokoll", "Kein Ziehungsprotokoll ausgegeben";
        /// Checked with a sheet that nobody released.
        BogenUngeprueft = "bogen_ungeprueft", "Prüfbogen ohne Freigabe verwendet";
        /// The same two people all year.
        ImmerDieselben = "immer_dieselben", "Gegenprüfung immer durch dieselben zwei Personen";
        /// A planned check without the word of the Datenschutz.
        OhneDatenschutz = "ohne_datenschutz", "Prüfung ohne Beteiligung des Datenschutzes";
    }
}

impl Hinweisregel {
    /// Why it matters, and what to do.
    pub fn warum(self) -> &'static str {
        match self {
            Self::StellungnahmeFehlt => {
                "Ohne Stellungnahme bleibt offen, ob das Team die Feststellung anerkennt. Erinnern Sie das Team, oder stellen Sie nach Ablauf fest."
            }
            Self::KorrekturUeberfaellig => "Der Fall ist noch falsch. Bitte erinnern Sie die Teamleitung.",
            Self::KorrekturUnbestaetigt => {
                "Eine zweite Person sieht nach, ob der Fall jetzt stimmt. Bis dahin bleibt auch der Fallbezug der Prüfung stehen."
            }
            Self::GegenpruefungOffen => "Erst die Gegenprüfung macht aus dem Prüfbogen ein Ergebnis.",
            Self::PruefungLiegt => {
                "Bitte schließen Sie die Prüfung ab, oder beenden Sie sie mit dem Grund, warum sie nicht durchgeführt wurde."
            }
            Self::ZiehungOffen => {
                "Solange die Ziehung offen ist, stehen auch die Nummern der nicht gezogenen Fälle im Haus. Bitte schließen Sie die Ziehung, wenn keine Erweiterung folgt."
            }
            Self::OhneProtokoll => {
                "Wer von außen prüft, kann die Ziehung nur mit Protokoll und Liste der Pseudonyme wiederholen. Bitte geben Sie beides aus und legen Sie es ab."
            }
            Self::BogenUngeprueft => {
                "Ob die Fragen dem geltenden Recht entsprechen, hat im Haus niemand bestätigt. Bitte geben Sie den Prüfbogen frei."
            }
            Self::ImmerDieselben => {
                "Vier Augen sehen mehr, wenn es nicht immer dieselben sind. Bitte wechseln Sie die Gegenprüfung."
            }
            Self::OhneDatenschutz => {
                "Prüfpläne stimmt das Haus vor dem Start mit dem Datenschutz ab (Art. 38 Abs. 1 DSGVO). Bitte holen Sie das nach."
            }
        }
    }
}
