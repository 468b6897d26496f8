//! (to be written)

use crate::api::register::modul;

modul! {
    operationen AuswertungOperation {}
    abfragen AuswertungAbfrage {}
}
