//! (to be written)

use crate::api::register::modul;

modul! {
    operationen BogenOperation {}
    abfragen BogenAbfrage {}
}
