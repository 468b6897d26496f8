//! (to be written)

use crate::api::register::modul;

modul! {
    operationen ZiehungOperation {}
    abfragen ZiehungAbfrage {}
}
