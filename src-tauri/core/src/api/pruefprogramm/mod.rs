//! Prüfprogramm: planning a year, releasing it by two, one check a theme and month, what was not done, the year.

mod anfragen;
mod ansicht;
mod auswertung;
pub(in crate::api) mod bericht;
mod freigabe;
mod listen;
mod monat;
mod planung;
mod verlauf;
mod vorschlag;
mod wirkung;

use super::Leer;
use super::fachaufsicht::pruefung::{anlegen_nach_plan, plan_pruefen};
use super::rechte::{self, Umfang};
use super::register::modul;
use super::tuer::{Aenderung, Auftrag, Frage, oder_konflikt};
use crate::audit::ObjektArt;
use crate::benutzer::Rolle;
use crate::fehler::{Ergebnis, Fehler};
use crate::haus::Sitzung;
use crate::pruefprogramm::{Aufwandsantwort, Programm, Programmzeile};
use crate::storage::{Lesen, Programmkopf};
pub use anfragen::*;
pub use ansicht::{
    Monatspruefung, Monatssumme, Monatszahl, ProgrammDetail, Programmlage, Programmteamstand,
    Programmzeilenstand,
};
pub use auswertung::{Ausfallzeile, Programmauswertung};
pub use listen::{ProgrammExportieren, RechneExportieren, SchichtenExportieren};
pub use verlauf::{Programmverlauf, Verlaufsthema};
pub use vorschlag::Teamvorschlagszeile;

modul! {
    operationen PruefprogrammOperation {
        Anlegen(ProgrammAnlegen) = "pruefprogramm.anlegen", "Prüfprogramm eines Jahres beginnen" => planung::anlegen;
        Fortschreiben(ProgrammBegruendet) = "pruefprogramm.fortschreiben", "Neue Fassung des Prüfprogramms beginnen" => planung::fortschreiben;
        Speichern(ProgrammSpeichern) = "pruefprogramm.speichern", "Prüfprogramm ändern" => planung::speichern;
        Verwerfen(ProgrammBezug) = "pruefprogramm.verwerfen", "Entwurf des Prüfprogramms verwerfen" => planung::verwerfen;
        Vorlegen(ProgrammBezug) = "pruefprogramm.vorlegen", "Prüfprogramm zur Freigabe vorlegen" => freigabe::vorlegen;
        Zurueckziehen(ProgrammBezug) = "pruefprogramm.zurueckziehen", "Vorlage des Prüfprogramms zurückziehen" => freigabe::zurueckziehen;
        Zurueckgeben(ProgrammBegruendet) = "pruefprogramm.zurueckgeben", "Prüfprogramm zurückgeben" => freigabe::zurueckgeben;
        Freigeben(ProgrammBezug) = "pruefprogramm.freigeben", "Prüfprogramm freigeben" => freigabe::freigeben;
        PruefungAnlegen(MonatspruefungAnlegen) = "pruefprogramm.pruefung_anlegen", "Prüfung eines Monats aus dem Prüfprogramm anlegen" => monat::pruefung_anlegen;
        WirkungspruefungVormerken(WirkungspruefungVormerken) = "pruefprogramm.wirkungspruefung_vormerken", "Wirkungsprüfung einer Maßnahme ins Prüfprogramm übernehmen" => wirkung::vormerken;
        AusfallErfassen(AusfallErfassen) = "pruefprogramm.ausfall_erfassen", "Grund eintragen, warum nicht geprüft wurde" => monat::ausfall_erfassen;
        AusfallAufheben(AusfallAufheben) = "pruefprogramm.ausfall_aufheben", "Eingetragenen Grund aufheben" => monat::ausfall_aufheben;
        Exportieren(ProgrammExportieren) = "pruefprogramm.exportieren", "Geplant und geprüft im Prüfprogramm ausgeben" => listen::programm_exportieren;
        SchichtenExportieren(SchichtenExportieren) = "pruefprogramm.schichten_exportieren", "Schichten eines Jahres im Prüfprogramm ausgeben" => listen::schichten_exportieren;
        RechneExportieren(RechneExportieren) = "pruefprogramm.rechne_exportieren", "Zahlen eines Jahres für iksctl rechne ausgeben" => listen::rechne_exportieren;
    }
    abfragen PruefprogrammAbfrage {
        Liste(Leer) -> Vec<Programmkopf> = "pruefprogramm.liste", "Prüfprogramme ansehen" => ansicht::liste;
        Lesen(ProgrammLesen) -> ProgrammDetail = "pruefprogramm.lesen", "Einzelnes Prüfprogramm ansehen" => ansicht::lesen;
        Uebersicht(Leer) -> Vec<Programmlage> = "pruefprogramm.uebersicht", "Fälliges des Prüfprogramms zählen" => ansicht::uebersicht;
        Auswertung(JahrAuswerten) -> Programmauswertung = "pruefprogramm.auswertung", "Jahr eines Prüfthemas auswerten" => auswertung::auswerten;
        Verlauf(VerlaufFrage) -> Programmverlauf = "pruefprogramm.verlauf", "Quoten eines Prüfthemas über die Jahre ansehen" => verlauf::abfrage;
        Aufwand(AufwandFrage) -> Aufwandsantwort = "pruefprogramm.aufwand", "Umfang nach Arbeitszeit berechnen" => vorschlag::aufwand_abfrage;
        Vorschlag(VorschlagFrage) -> Vec<Teamvorschlagszeile> = "pruefprogramm.vorschlag", "Verteilung nach Risiko vorschlagen" => vorschlag::vorschlag;
    }
}

const WAS: &str = "Das Prüfprogramm";

/// What of a programme a person sees.
struct Programmsicht {
    haus: bool,
    bereich: Option<String>,
    teams: Vec<String>,
}

impl Programmsicht {
    fn neu(sitzung: &Sitzung, umfang: Umfang) -> Self {
        let b = sitzung.benutzer();
        Self {
            haus: umfang == Umfang::Haus,
            bereich: b.bereich_id.clone().filter(|_| umfang >= Umfang::Bereich),
            teams: if sitzung.hat(Rolle::Teamleitung) { b.teams.clone() } else { Vec::new() },
        }
    }

    fn team(&self, bereich_id: &str, team_id: &str) -> bool {
        self.haus || self.bereich.as_deref() == Some(bereich_id) || self.teams.iter().any(|t| t == team_id)
    }

    /// Whether the person sees all teams of an area, and so what is computed over them.
    fn ganzer_bereich(&self, bereich_id: &str) -> bool {
        self.haus || self.bereich.as_deref() == Some(bereich_id)
    }

    /// A theme with the teams that the person sees; none without any.
    fn zeile(&self, z: Programmzeile) -> Option<Programmzeile> {
        let bereich = z.schluessel.bereich_id.clone();
        let teams: Vec<_> = z.teams.into_iter().filter(|t| self.team(&bereich, &t.team_id)).collect();
        (self.haus || !teams.is_empty()).then_some(Programmzeile { teams, ..z })
    }
}

fn laden(l: &Lesen<'_>, id: &str) -> Ergebnis<Programm> {
    l.pruefprogramm(id)?.ok_or_else(|| Fehler::nicht_gefunden(WAS))
}

/// The Fassung of a year that holds.
fn gueltiges(l: &Lesen<'_>, jahr: i32) -> Ergebnis<Programm> {
    l.gueltiges_pruefprogramm(jahr)?
        .ok_or_else(|| Fehler::regel(format!("Für {jahr} gibt es noch kein freigegebenes Prüfprogramm.")))
}

/// Saves a Fassung against its expected version.
fn speichern(a: &Auftrag<'_>, p: &Programm) -> Ergebnis<Aenderung> {
    oder_konflikt(a.s.pruefprogramm_aendern(p), WAS, || a.s.pruefprogramm(&p.id))?;
    Ok(Aenderung::an(ObjektArt::PRUEFPROGRAMM, p.id.clone()))
}
