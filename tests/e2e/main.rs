//! Journeys through the real window under WebKitWebDriver. Run them with `make test`; by hand:
//! `NO_AT_BRIDGE=1 WEBKIT_DISABLE_COMPOSITING_MODE=1 dbus-run-session -- xvfb-run -a cargo test --test e2e`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking and says its figures"
)]

mod berichte;
mod boegen;
mod datenschutz;
#[allow(dead_code, reason = "the vocabulary of the journeys; not every word is in use at any time")]
mod fenster;
mod hauptweg;
mod kern;
mod kundenreaktion;
mod musterkreis;
mod pruefliste;
mod pruefprogramm;
mod start;
mod treiber;
mod vier_augen;
mod widerspruch;
