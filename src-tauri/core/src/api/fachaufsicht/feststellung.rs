//! (to be written)

use crate::api::register::modul;

modul! {
    operationen FeststellungOperation {}
    abfragen FeststellungAbfrage {}
}
