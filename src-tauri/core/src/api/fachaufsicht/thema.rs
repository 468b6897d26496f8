//! (to be written)

use crate::api::register::modul;

modul! {
    operationen ThemaOperation {}
    abfragen ThemaAbfrage {}
}
