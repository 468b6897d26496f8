//! Where the registers of Prüflisten, data protection and prevention of corruption are asked for the record that a
//! measure comes from. The one place to extend: a register that is not asked here holds nothing for a measure, so
//! its ids are refused as not found.

use super::herkunft::Herkunftsangabe;
use crate::fehler::Ergebnis;
use crate::haus::Sitzung;
use crate::massnahme::Wirkungsnachweis;
use crate::storage::Lesen;

/// A deviation, as far as the person may see its run.
pub(super) fn abweichung(
    _l: &Lesen<'_>,
    _sitzung: &Sitzung,
    _durchgang_id: &str,
    _frage: &str,
) -> Ergebnis<Option<Herkunftsangabe>> {
    Ok(None)
}

/// A data breach, as far as the person may see it.
pub(super) fn datenschutzvorfall(
    _l: &Lesen<'_>,
    _sitzung: &Sitzung,
    _id: &str,
) -> Ergebnis<Option<Herkunftsangabe>> {
    Ok(None)
}

/// An entry of the Gefährdungsatlas, as far as the person may see it.
pub(super) fn gefaehrdung(
    _l: &Lesen<'_>,
    _sitzung: &Sitzung,
    _id: &str,
) -> Ergebnis<Option<Herkunftsangabe>> {
    Ok(None)
}

/// The same question in a later, released run: what both answers were.
pub(super) fn nachweis_am_durchgang(
    _l: &Lesen<'_>,
    _durchgang_id: &str,
    _frage: &str,
    _spaeterer_id: &str,
) -> Ergebnis<Option<Wirkungsnachweis>> {
    Ok(None)
}
