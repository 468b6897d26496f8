//! Slows down the trying of passwords, across processes and restarts.

use super::ordner::{Ordner, schreibe_daneben};
use crate::fehler::{Code, Ergebnis, Fehler};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Wrong passwords that cost nothing but the key derivation: people mistype.
const FREI: u32 = 4;
const HOECHSTENS_SEKUNDEN: i64 = 60;

type Stand = BTreeMap<String, (u32, DateTime<Utc>)>;

/// Refuses while the waiting time after the last wrong password runs.
pub(super) fn pruefen(ordner: &Ordner, slot: &Path, jetzt: DateTime<Utc>) -> Ergebnis<()> {
    let Some((anzahl, zuletzt)) = lesen(ordner).remove(&name(slot)) else {
        return Ok(());
    };
    let rest = (zuletzt + wartezeit(anzahl) - jetzt).num_seconds();
    // A clock that was set back must not lock anyone out for longer than the longest wait.
    if (1..=HOECHSTENS_SEKUNDEN).contains(&rest) {
        return Err(Fehler::neu(
            Code::Gedrosselt,
            format!(
                "Zu viele falsche Passwörter. Bitte warten Sie {rest} Sekunden und versuchen Sie es dann noch einmal."
            ),
        ));
    }
    Ok(())
}

/// Counts a wrong password.
pub(super) fn falsch(ordner: &Ordner, slot: &Path, jetzt: DateTime<Utc>) {
    let mut stand = lesen(ordner);
    let eintrag = stand.entry(name(slot)).or_insert((0, jetzt));
    *eintrag = (eintrag.0.saturating_add(1), jetzt);
    schreiben(ordner, &stand);
}

/// Forgets them after a right one.
pub(super) fn richtig(ordner: &Ordner, slot: &Path) {
    let mut stand = lesen(ordner);
    if stand.remove(&name(slot)).is_some() {
        schreiben(ordner, &stand);
    }
}

fn wartezeit(anzahl: u32) -> TimeDelta {
    let stufe = anzahl.saturating_sub(FREI).min(10);
    if anzahl < FREI {
        TimeDelta::zero()
    } else {
        TimeDelta::seconds((1i64 << (stufe + 1)).min(HOECHSTENS_SEKUNDEN))
    }
}

fn name(slot: &Path) -> String {
    slot.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

fn lesen(ordner: &Ordner) -> Stand {
    // A lost or damaged counter only means that the slowing starts anew.
    fs::read(ordner.fehlversuche())
        .ok()
        .and_then(|inhalt| serde_json::from_slice(&inhalt).ok())
        .unwrap_or_default()
}

fn schreiben(ordner: &Ordner, stand: &Stand) {
    // The key derivation still slows an attacker on a read-only disk, so a failed write is no refusal.
    if let Ok(inhalt) = serde_json::to_vec(stand) {
        let _ = schreibe_daneben(&ordner.fehlversuche(), &inhalt);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wartezeit_waechst_und_ist_begrenzt() {
        let sekunden: Vec<i64> = (0..14).map(|n| wartezeit(n).num_seconds()).collect();
        assert_eq!(sekunden, [0, 0, 0, 0, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60]);
    }
}
