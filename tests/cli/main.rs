//! Tests of `iksctl` as a whole process, as administrators and auditors call it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that fails should stop at once"
)]

mod aufruf;
mod haus;
mod manipulation;
mod pruefer;
mod rechne;
mod register;
mod spuren;
