//! Data protection: the register of breaches (Art. 33 Abs. 5 DSGVO) and the requests of persons concerned. Pure.

pub mod anfrage;
pub mod vorfall;
