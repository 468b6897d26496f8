//! SQL of the registers against corruption, one file an aggregate.

mod gefaehrdung;
mod gefaehrdungsliste;
mod zuwendung;
mod zuwendungsliste;

pub use gefaehrdungsliste::{
    GefaehrdungFilter, Gefaehrdungssortierung, Gefaehrdungsuebersicht, Gefaehrdungszeile,
};
pub use zuwendungsliste::{ZuwendungFilter, Zuwendungssortierung, Zuwendungsuebersicht, Zuwendungszeile};
