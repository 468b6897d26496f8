//! A list as a workbook: typed cells on the first sheet, what the list is on the second.

use super::liste_csv::SCHRITT;
use crate::listenausgabe::{Liste, Listenspalte, Zellart, Zelle};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, Timelike};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// Longest text that a cell may hold.
pub const MAX_ZELLTEXT: usize = 32_767;

/// Writes a list; `melde` is told the rows done and ends the work by its error.
///
/// Texts are always written as texts, so that no cell becomes a formula or a link. The same list gives the
/// same bytes: the date of the file is that of the list.
///
/// # Errors
/// Those of `melde`; `schreibfehler` turns those of the writer into the same type.
pub fn als_xlsx<E>(
    liste: &Liste,
    melde: &mut dyn FnMut(u64) -> Result<(), E>,
    schreibfehler: fn(String) -> E,
) -> Result<Vec<u8>, E> {
    let fehler = |e: XlsxError| schreibfehler(e.to_string());
    let mut mappe = Workbook::new();
    let eigenschaften = DocProperties::new()
        .set_title(&liste.titel)
        .set_author(&liste.angaben.haus)
        .set_creation_datetime(&utc(liste.angaben.erstellt).map_err(fehler)?);
    mappe.set_properties(&eigenschaften);
    let formate = Formate::neu();
    let blatt = mappe.add_worksheet();
    kopf(blatt, liste, &formate).map_err(fehler)?;
    for (i, zeile) in liste.zeilen.iter().enumerate() {
        if i.is_multiple_of(SCHRITT) {
            melde(i as u64)?;
        }
        let nummer = u32::try_from(i + 1).unwrap_or(u32::MAX);
        for (spalte, zelle) in (0u16..).zip(zeile) {
            schreibe(blatt, (nummer, spalte), zelle, &formate).map_err(fehler)?;
        }
    }
    angaben(mappe.add_worksheet(), liste, &formate).map_err(fehler)?;
    mappe.save_to_buffer().map_err(fehler)
}

struct Formate {
    kopf: Format,
    kopf_rechts: Format,
    text: Format,
    zahl: Format,
    datum: Format,
    zeitpunkt: Format,
    betrag: Format,
    prozent: Format,
}

impl Formate {
    fn neu() -> Self {
        let oben = || Format::new().set_align(FormatAlign::Top);
        let kopf = oben().set_bold().set_text_wrap();
        Self {
            kopf_rechts: kopf.clone().set_align(FormatAlign::Right),
            kopf,
            text: oben().set_text_wrap(),
            zahl: oben().set_num_format("#,##0"),
            // Points as letters: TT.MM.JJJJ whatever the language of the program.
            datum: oben().set_num_format("dd\\.mm\\.yyyy").set_align(FormatAlign::Left),
            zeitpunkt: oben().set_num_format("dd\\.mm\\.yyyy\\ hh:mm").set_align(FormatAlign::Left),
            // 407 is German; the separators are those of the program that shows it.
            betrag: oben().set_num_format("#,##0.00\\ [$€-407]"),
            prozent: oben().set_num_format("0.0\\ %"),
        }
    }
}

fn kopf(blatt: &mut Worksheet, liste: &Liste, formate: &Formate) -> Result<(), XlsxError> {
    blatt.set_name(blattname(&liste.titel))?;
    for (spalte, s) in (0u16..).zip(&liste.spalten) {
        let format = if s.art.ist_zahl() { &formate.kopf_rechts } else { &formate.kopf };
        blatt.write_string_with_format(0, spalte, s.titel, format)?;
        blatt.set_column_width(spalte, breite(liste, spalte.into(), s))?;
    }
    blatt.set_freeze_panes(1, 0)?;
    blatt.set_repeat_rows(0, 0)?;
    blatt.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    let letzte = u16::try_from(liste.spalten.len().saturating_sub(1)).unwrap_or(u16::MAX);
    blatt.autofilter(0, 0, u32::try_from(liste.zeilen.len()).unwrap_or(u32::MAX), letzte)?;
    Ok(())
}

fn schreibe(
    blatt: &mut Worksheet,
    (zeile, spalte): (u32, u16),
    zelle: &Zelle,
    formate: &Formate,
) -> Result<(), XlsxError> {
    match zelle {
        Zelle::Leer => return Ok(()),
        Zelle::Text(t) => blatt.write_string_with_format(zeile, spalte, t, &formate.text)?,
        Zelle::Zahl(n) => blatt.write_number_with_format(zeile, spalte, als_f64(*n), &formate.zahl)?,
        Zelle::Datum(t) => blatt.write_datetime_with_format(zeile, spalte, &tag(*t)?, &formate.datum)?,
        Zelle::Zeitpunkt(z) => {
            blatt.write_datetime_with_format(zeile, spalte, &moment(*z)?, &formate.zeitpunkt)?
        }
        Zelle::Betrag(cent) => {
            blatt.write_number_with_format(zeile, spalte, als_f64(*cent) / 100.0, &formate.betrag)?
        }
        Zelle::Prozent(p) => blatt.write_number_with_format(zeile, spalte, *p, &formate.prozent)?,
    };
    Ok(())
}

fn angaben(blatt: &mut Worksheet, liste: &Liste, formate: &Formate) -> Result<(), XlsxError> {
    blatt.set_name("Angaben")?;
    blatt.set_column_width(0, 24)?;
    blatt.set_column_width(1, 90)?;
    for (zeile, (name, wert)) in (0u32..).zip(liste.angaben.paare(&liste.titel, liste.zeilen.len())) {
        blatt.write_string_with_format(zeile, 0, name, &formate.kopf)?;
        blatt.write_string_with_format(zeile, 1, &wert, &formate.text)?;
    }
    Ok(())
}

/// Characters that fit the header and nearly all cells; running text wraps.
fn breite(liste: &Liste, spalte: usize, s: &Listenspalte) -> f64 {
    // The arrow of the filter stands beside the header.
    let kopf = s.titel.chars().count() + 4;
    let (mindestens, hoechstens) = match s.art {
        Zellart::Datum => (11, 20),
        Zellart::Zeitpunkt => (17, 22),
        Zellart::Betrag => (13, 24),
        Zellart::Zahl | Zellart::Prozent => (8, 20),
        Zellart::Text => (8, 36),
        Zellart::Langtext => (40, 70),
    };
    let inhalt = liste
        .zeilen
        .iter()
        .filter_map(|z| match z.get(spalte) {
            Some(Zelle::Text(t)) => Some(t.chars().count() + 1),
            _ => None,
        })
        .max()
        .unwrap_or(0);
    let zeichen = kopf.max(inhalt).clamp(mindestens, hoechstens);
    f64::from(u32::try_from(zeichen).unwrap_or(8))
}

/// At most 31 characters and none that Excel forbids.
fn blattname(titel: &str) -> String {
    titel.chars().map(|c| if "[]:*?/\\'".contains(c) { ' ' } else { c }).take(31).collect()
}

#[expect(clippy::cast_precision_loss, reason = "amounts and counts stay within 2^53")]
fn als_f64(n: i64) -> f64 {
    n as f64
}

#[expect(clippy::cast_possible_truncation, reason = "month and day are below 256")]
fn tag(t: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(u16::try_from(t.year()).unwrap_or(0), t.month() as u8, t.day() as u8)
}

#[expect(clippy::cast_possible_truncation, reason = "minutes and hours are below 256")]
fn moment(z: NaiveDateTime) -> Result<ExcelDateTime, XlsxError> {
    tag(z.date())?.and_hms(z.hour() as u16, z.minute() as u8, 0)
}

/// The file's own date is UTC, as the format wants it.
fn utc(zeit: DateTime<FixedOffset>) -> Result<ExcelDateTime, XlsxError> {
    moment(zeit.naive_utc())
}
