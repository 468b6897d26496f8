//! Rules of the house as tests, and the shell's contract with the page.
//!
//! A rule is a function from a tree of files to findings, so that each one is tried twice: on the sources, and
//! on a small tree that breaks it. Every finding says what to do.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod architektur;
mod haertung;
mod namen;
mod quellen;
