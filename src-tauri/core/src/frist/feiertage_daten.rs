//! The table of statutory holidays. A change of law is a row here, a row in `docs/recht.md` and a test.
//!
//! Sources: the laws of the Länder as compiled by the Python package `holidays` (MIT licence), compared year by
//! year from 1995 to 2040 in `tests/core/feiertage.rs`; for Thüringen § 2 ThürFGtG. What held from 1990 to
//! 1994 is taken over from 1995 and not checked against a second source. 17.06.1990, the last "Tag der
//! deutschen Einheit" of the old Länder, was a Sunday and needs no row.

use super::feiertage::{Am, Bedingung, Laender, Regel};
use crate::organisation::Land::{BB, BE, BW, BY, HB, HE, HH, MV, NI, NW, RP, SH, SL, SN, ST, TH};
use Am::{BussUndBettag, Fest, Ostern};
use Bedingung::{Friedensfest, Fronleichnam, MariaeHimmelfahrt, Ueberall};

/// No last year.
const IMMER: i32 = i32::MAX;

/// In date order of an ordinary year, for whoever reads it.
pub(super) const TABELLE: &[Regel] = &[
    regel("Neujahr", Fest(1, 1), Laender::ALLE, (1990, IMMER), Ueberall),
    regel("Heilige Drei Könige", Fest(6, 1), Laender::in_(&[BW, BY, ST]), (1990, IMMER), Ueberall),
    regel("Internationaler Frauentag", Fest(8, 3), Laender::in_(&[BE]), (2019, IMMER), Ueberall),
    regel("Internationaler Frauentag", Fest(8, 3), Laender::in_(&[MV]), (2023, IMMER), Ueberall),
    regel("Karfreitag", Ostern(-2), Laender::ALLE, (1990, IMMER), Ueberall),
    regel("Ostersonntag", Ostern(0), Laender::in_(&[BB]), (1990, IMMER), Ueberall),
    regel("Ostermontag", Ostern(1), Laender::ALLE, (1990, IMMER), Ueberall),
    regel("Tag der Arbeit", Fest(1, 5), Laender::ALLE, (1990, IMMER), Ueberall),
    regel("Tag der Befreiung", Fest(8, 5), Laender::in_(&[BE]), (2020, 2020), Ueberall),
    regel("Tag der Befreiung", Fest(8, 5), Laender::in_(&[BE]), (2025, 2025), Ueberall),
    regel("Christi Himmelfahrt", Ostern(39), Laender::ALLE, (1990, IMMER), Ueberall),
    regel("Pfingstsonntag", Ostern(49), Laender::in_(&[BB]), (1990, IMMER), Ueberall),
    regel("Pfingstmontag", Ostern(50), Laender::ALLE, (1990, IMMER), Ueberall),
    regel("Fronleichnam", Ostern(60), Laender::in_(&[BW, BY, HE, NW, RP, SL]), (1990, IMMER), Ueberall),
    regel("Fronleichnam", Ostern(60), Laender::in_(&[SN, TH]), (1990, IMMER), Fronleichnam),
    // 75 years after the uprising of 1953. The interface gives all one-off days of Berlin this one name.
    regel("Tag der Befreiung", Fest(17, 6), Laender::in_(&[BE]), (2028, 2028), Ueberall),
    regel("Augsburger Friedensfest", Fest(8, 8), Laender::in_(&[BY]), (1990, IMMER), Friedensfest),
    regel("Mariä Himmelfahrt", Fest(15, 8), Laender::in_(&[SL]), (1990, IMMER), Ueberall),
    regel("Mariä Himmelfahrt", Fest(15, 8), Laender::in_(&[BY]), (1990, IMMER), MariaeHimmelfahrt),
    regel("Weltkindertag", Fest(20, 9), Laender::in_(&[TH]), (2019, IMMER), Ueberall),
    regel("Tag der Deutschen Einheit", Fest(3, 10), Laender::ALLE, (1990, IMMER), Ueberall),
    regel("Reformationstag", Fest(31, 10), Laender::in_(&[BB, MV, SN, ST, TH]), (1990, IMMER), Ueberall),
    regel("Reformationstag", Fest(31, 10), Laender::ausser(&[BB, MV, SN, ST, TH]), (2017, 2017), Ueberall),
    regel("Reformationstag", Fest(31, 10), Laender::in_(&[HB, HH, NI, SH]), (2018, IMMER), Ueberall),
    regel("Allerheiligen", Fest(1, 11), Laender::in_(&[BW, BY, NW, RP, SL]), (1990, IMMER), Ueberall),
    regel("Buß- und Bettag", BussUndBettag, Laender::ALLE, (1990, 1994), Ueberall),
    regel("Buß- und Bettag", BussUndBettag, Laender::in_(&[SN]), (1995, IMMER), Ueberall),
    regel("Erster Weihnachtstag", Fest(25, 12), Laender::ALLE, (1990, IMMER), Ueberall),
    regel("Zweiter Weihnachtstag", Fest(26, 12), Laender::ALLE, (1990, IMMER), Ueberall),
];

const fn regel(name: &'static str, am: Am, laender: Laender, jahre: (i32, i32), wenn: Bedingung) -> Regel {
    Regel { name, am, laender, jahre, wenn }
}
