//! Progress and cancelling of long actions. The window polls it, so that no carrier needs a push channel.

use crate::fehler::{Code, Ergebnis, Fehler};
use serde::Serialize;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use ts_rs::TS;

/// Shared between the running action and whoever watches it.
#[derive(Default)]
pub struct Fortschritt {
    laeuft: AtomicBool,
    abbrechen: AtomicBool,
    erledigt: AtomicU64,
    gesamt: AtomicU64,
    text: Mutex<String>,
}

/// What the window shows.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FortschrittStand {
    /// Whether something runs.
    pub laeuft: bool,
    /// What it is doing.
    pub text: String,
    /// 0 to 1, unknown where the end cannot be seen.
    pub anteil: Option<f64>,
}

impl Fortschritt {
    /// Says what is being done now and how many steps it has (0 = unknown).
    pub fn beginne(&self, text: &str, gesamt: u64) {
        text.clone_into(&mut self.text.lock().unwrap_or_else(PoisonError::into_inner));
        self.erledigt.store(0, Ordering::Relaxed);
        self.gesamt.store(gesamt, Ordering::Relaxed);
        self.laeuft.store(true, Ordering::Relaxed);
    }

    /// Says how far it is; an error if the person cancelled, which rolls everything back.
    pub fn melde(&self, erledigt: u64) -> Ergebnis<()> {
        self.erledigt.store(erledigt, Ordering::Relaxed);
        if self.abgebrochen() {
            return Err(Fehler::neu(
                Code::Abgebrochen,
                "Der Vorgang wurde abgebrochen. Es wurde nichts geändert.",
            ));
        }
        Ok(())
    }

    /// Whether the person cancelled.
    pub fn abgebrochen(&self) -> bool {
        self.abbrechen.load(Ordering::Relaxed)
    }

    /// The person cancels.
    pub fn abbrechen(&self) {
        self.abbrechen.store(true, Ordering::Relaxed);
    }

    /// The action has ended, well or not.
    pub(super) fn beende(&self) {
        self.laeuft.store(false, Ordering::Relaxed);
        self.abbrechen.store(false, Ordering::Relaxed);
    }

    /// For the window.
    pub fn stand(&self) -> FortschrittStand {
        let gesamt = self.gesamt.load(Ordering::Relaxed);
        let erledigt = self.erledigt.load(Ordering::Relaxed);
        FortschrittStand {
            laeuft: self.laeuft.load(Ordering::Relaxed),
            text: self.text.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            anteil: (gesamt > 0).then(|| (erledigt as f64 / gesamt as f64).min(1.0)),
        }
    }
}
