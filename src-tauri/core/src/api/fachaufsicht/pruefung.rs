//! (to be written)

use crate::api::register::modul;

modul! {
    operationen PruefungOperation {}
    abfragen PruefungAbfrage {}
}
