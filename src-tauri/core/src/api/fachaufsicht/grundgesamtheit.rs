//! (to be written)

use crate::api::register::modul;

modul! {
    operationen GrundgesamtheitOperation {}
    abfragen GrundgesamtheitAbfrage {}
}
