//! The closed lists of operations and queries, nested by module.
//!
//! Each module declares its own with [`modul!`]; this file only joins the modules. An entry has a name
//! (what the wire, the matrix and the chain call it), a German label, a request type and a function.

use super::datenschutz::{anfrage as betroffenenanfrage, vorfall as datenschutzvorfall};
use super::fachaufsicht::{
    auswertung, bogen, doppelpruefung, feststellung, grundgesamtheit, pruefung, thema, ziehung,
};
use super::korruption::{gefaehrdung, zuwendung};
use super::pruefliste::katalog as pruefkatalog;
use super::tuer::{Aenderung, Auftrag, Frage};
use super::widerspruch::{self, abwesenheit, einlesen, frist};
use super::{
    aufbewahrung, ausgabe, benutzer, berichte, haus, katalog, kundenreaktion, massnahme, organisation,
    protokoll, pruefliste, pruefprogramm, rechner, sicherung, ursachen,
};
use crate::fehler::{Code, Ergebnis, Fehler};
use serde_json::Value;

/// Name and German label of an operation or query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Eintrag {
    /// `modul.name`.
    pub name: &'static str,
    /// What people read in "Rechte" and "Protokoll".
    pub titel: &'static str,
}

/// Declares the operations and queries of one module.
macro_rules! modul {
    (
        operationen $Op:ident { $( $OpV:ident($OpT:ty) = $opname:literal, $optitel:literal => $opf:path; )* }
        abfragen $Ab:ident { $( $AbV:ident($AbT:ty) -> $AbR:ty = $abname:literal, $abtitel:literal => $abf:path; )* }
    ) => {
        /// Operations of this module.
        #[allow(missing_docs, clippy::large_enum_variant, clippy::enum_variant_names)] // the labels in the table say what each one is
        #[derive(Debug)]
        pub enum $Op { $( $OpV($OpT), )* }

        impl $Op {
            /// Name and label of each.
            pub const ALLE: &'static [$crate::api::Eintrag] = &[ $( $crate::api::Eintrag { name: $opname, titel: $optitel } ),* ];

            /// Name of this one.
            #[allow(unreachable_patterns)]
            pub fn name(&self) -> &'static str {
                match self { $( Self::$OpV(_) => $opname, )* _ => "" }
            }

            #[allow(unused_variables)]
            pub(in crate::api) fn aus_json(name: &str, daten: serde_json::Value) -> Option<Result<Self, serde_json::Error>> {
                match name {
                    $( $opname => Some(serde_json::from_value(daten).map(Self::$OpV)), )*
                    _ => None,
                }
            }

            #[allow(unused_variables, unreachable_patterns)]
            pub(in crate::api) fn fuehre_aus(self, auftrag: &$crate::api::tuer::Auftrag<'_>) -> $crate::fehler::Ergebnis<$crate::api::tuer::Aenderung> {
                match self {
                    $( Self::$OpV(anfrage) => $opf(auftrag, anfrage), )*
                    _ => Err($crate::fehler::Fehler::intern("empty module")),
                }
            }
        }

        /// Queries of this module.
        #[allow(missing_docs, clippy::large_enum_variant)] // the labels in the table say what each one is
        #[derive(Debug)]
        pub enum $Ab { $( $AbV($AbT), )* }

        impl $Ab {
            /// Name and label of each.
            pub const ALLE: &'static [$crate::api::Eintrag] = &[ $( $crate::api::Eintrag { name: $abname, titel: $abtitel } ),* ];

            /// Name of this one.
            #[allow(unreachable_patterns)]
            pub fn name(&self) -> &'static str {
                match self { $( Self::$AbV(_) => $abname, )* _ => "" }
            }

            #[allow(unused_variables)]
            pub(in crate::api) fn aus_json(name: &str, daten: serde_json::Value) -> Option<Result<Self, serde_json::Error>> {
                match name {
                    $( $abname => Some(serde_json::from_value(daten).map(Self::$AbV)), )*
                    _ => None,
                }
            }

            #[allow(unused_variables, unreachable_patterns)]
            pub(in crate::api) fn beantworte(self, frage: &$crate::api::tuer::Frage<'_>) -> $crate::fehler::Ergebnis<serde_json::Value> {
                match self {
                    $( Self::$AbV(anfrage) => {
                        let antwort: $AbR = $abf(frage, anfrage)?;
                        serde_json::to_value(antwort).map_err($crate::fehler::Fehler::intern)
                    } )*
                    _ => Err($crate::fehler::Fehler::intern("empty module")),
                }
            }
        }

        #[allow(unused_variables)]
        pub(in crate::api) fn typen(sammlung: &mut $crate::api::bindings::Sammlung) {
            $( sammlung.operation::<$OpT>($opname); )*
            $( sammlung.abfrage::<$AbT, $AbR>($abname); )*
        }
    };
}
pub(in crate::api) use modul;

macro_rules! module {
    ($( $V:ident => $m:ident :: $Op:ident, $Ab:ident; )*) => {
        /// Every change that IKS knows.
        #[derive(Debug)]
        #[allow(missing_docs)] // one variant a module
        pub enum Operation { $( $V($m::$Op), )* }

        /// Every question that IKS answers.
        #[derive(Debug)]
        #[allow(missing_docs)] // one variant a module
        pub enum Abfrage { $( $V($m::$Ab), )* }

        impl Operation {
            /// All operations of all modules.
            pub fn alle() -> impl Iterator<Item = Eintrag> {
                [$( $m::$Op::ALLE ),*].into_iter().flatten().copied()
            }

            /// Name of this one.
            pub fn name(&self) -> &'static str {
                match self { $( Self::$V(op) => op.name(), )* }
            }

            /// Reads an operation from the wire; unknown names and fields are refused.
            pub fn aus_json(name: &str, daten: Value) -> Ergebnis<Self> {
                // Only the module that knows the name reads the request, which may be long.
                $( if $m::$Op::ALLE.iter().any(|e| e.name == name)
                    && let Some(op) = $m::$Op::aus_json(name, daten.clone())
                {
                    return op.map(Self::$V).map_err(unlesbar);
                } )*
                Err(unbekannt(name))
            }

            pub(super) fn fuehre_aus(self, auftrag: &Auftrag<'_>) -> Ergebnis<Aenderung> {
                match self { $( Self::$V(op) => op.fuehre_aus(auftrag), )* }
            }
        }

        impl Abfrage {
            /// All queries of all modules.
            pub fn alle() -> impl Iterator<Item = Eintrag> {
                [$( $m::$Ab::ALLE ),*].into_iter().flatten().copied()
            }

            /// Name of this one.
            pub fn name(&self) -> &'static str {
                match self { $( Self::$V(ab) => ab.name(), )* }
            }

            /// Reads a query from the wire; unknown names and fields are refused.
            pub fn aus_json(name: &str, daten: Value) -> Ergebnis<Self> {
                $( if let Some(ab) = $m::$Ab::aus_json(name, daten.clone()) { return ab.map(Self::$V).map_err(unlesbar); } )*
                Err(unbekannt(name))
            }

            pub(super) fn beantworte(self, frage: &Frage<'_>) -> Ergebnis<Value> {
                match self { $( Self::$V(ab) => ab.beantworte(frage), )* }
            }
        }

        pub(super) fn alle_typen(sammlung: &mut super::bindings::Sammlung) {
            $( $m::typen(sammlung); )*
        }
    };
}

module! {
    Haus => haus::HausOperation, HausAbfrage;
    Berichte => berichte::BerichteOperation, BerichteAbfrage;
    Benutzer => benutzer::BenutzerOperation, BenutzerAbfrage;
    Organisation => organisation::OrganisationOperation, OrganisationAbfrage;
    Katalog => katalog::KatalogOperation, KatalogAbfrage;
    Protokoll => protokoll::ProtokollOperation, ProtokollAbfrage;
    Aufbewahrung => aufbewahrung::AufbewahrungOperation, AufbewahrungAbfrage;
    Sicherung => sicherung::SicherungOperation, SicherungAbfrage;
    Ausgabe => ausgabe::AusgabeOperation, AusgabeAbfrage;
    Rechner => rechner::RechnerOperation, RechnerAbfrage;
    Thema => thema::ThemaOperation, ThemaAbfrage;
    Pruefung => pruefung::PruefungOperation, PruefungAbfrage;
    Grundgesamtheit => grundgesamtheit::GrundgesamtheitOperation, GrundgesamtheitAbfrage;
    Ziehung => ziehung::ZiehungOperation, ZiehungAbfrage;
    Bogen => bogen::BogenOperation, BogenAbfrage;
    Doppelpruefung => doppelpruefung::DoppelpruefungOperation, DoppelpruefungAbfrage;
    Feststellung => feststellung::FeststellungOperation, FeststellungAbfrage;
    Widerspruch => widerspruch::WiderspruchOperation, WiderspruchAbfrage;
    Kundenreaktion => kundenreaktion::KundenreaktionOperation, KundenreaktionAbfrage;
    Pruefkatalog => pruefkatalog::PruefkatalogOperation, PruefkatalogAbfrage;
    Pruefliste => pruefliste::PrueflisteOperation, PrueflisteAbfrage;
    Pruefprogramm => pruefprogramm::PruefprogrammOperation, PruefprogrammAbfrage;
    Massnahme => massnahme::MassnahmeOperation, MassnahmeAbfrage;
    Datenschutzvorfall => datenschutzvorfall::VorfallOperation, VorfallAbfrage;
    Betroffenenanfrage => betroffenenanfrage::AnfrageOperation, AnfrageAbfrage;
    Zuwendung => zuwendung::ZuwendungOperation, ZuwendungAbfrage;
    Gefaehrdung => gefaehrdung::GefaehrdungOperation, GefaehrdungAbfrage;
    Einlesen => einlesen::EinlesenOperation, EinlesenAbfrage;
    Frist => frist::FristOperation, FristAbfrage;
    Abwesenheit => abwesenheit::AbwesenheitOperation, AbwesenheitAbfrage;
    Ursachen => ursachen::UrsachenOperation, UrsachenAbfrage;
    Auswertung => auswertung::AuswertungOperation, AuswertungAbfrage;
}

fn unbekannt(name: &str) -> Fehler {
    Fehler::neu(Code::Eingabe, "Diesen Vorgang gibt es in dieser Version nicht.")
        .wegen(format!("unknown request {name:.60}"))
}

fn unlesbar(ursache: serde_json::Error) -> Fehler {
    // What chrono says of the 31st of February, of 25:00, and of a word.
    if ["is out of range", "contains invalid characters", "premature end of input", "trailing input"]
        .iter()
        .any(|satz| ursache.to_string().contains(satz))
    {
        return Fehler::neu(
            Code::Eingabe,
            "Einen der Tage oder eine der Uhrzeiten gibt es nicht. Bitte prüfen Sie die Eingabe.",
        )
        .wegen(ursache);
    }
    Fehler::neu(Code::Eingabe, "Die Angaben sind unvollständig oder nicht lesbar.").wegen(ursache)
}
