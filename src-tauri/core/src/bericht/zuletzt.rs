//! The report that was laid out last, so that turning its pages does not lay all of it out again.

use super::zeichnung::Zeichnung;
use std::sync::{Arc, Mutex, PoisonError};

/// At most one laid-out report, held by the open house: it goes when the house is closed or locked.
#[derive(Default)]
pub struct Zuletzt(Mutex<Option<Arc<Gesetzt>>>);

/// A laid-out report.
pub struct Gesetzt {
    /// All that its content depends on: reader, entries, head of the chain.
    pub schluessel: String,
    /// Title of the document.
    pub titel: String,
    /// Its pages.
    pub zeichnung: Zeichnung,
}

impl Zuletzt {
    /// The report of that key, if it is the last one; else the new one, which takes its place.
    ///
    /// # Errors
    /// Those of `setze`; the last one is then kept.
    pub fn oder<E>(
        &self,
        schluessel: String,
        setze: impl FnOnce() -> Result<(String, Zeichnung), E>,
    ) -> Result<Arc<Gesetzt>, E> {
        if let Some(da) = self.platz().as_ref().filter(|g| g.schluessel == schluessel) {
            return Ok(Arc::clone(da));
        }
        // Laid out without holding the place: a long report does not keep a short one waiting.
        let (titel, zeichnung) = setze()?;
        let neu = Arc::new(Gesetzt { schluessel, titel, zeichnung });
        *self.platz() = Some(Arc::clone(&neu));
        Ok(neu)
    }

    fn platz(&self) -> std::sync::MutexGuard<'_, Option<Arc<Gesetzt>>> {
        // What is in it is whole even if a thread died while it held the lock.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setze(zuletzt: &Zuletzt, name: &str, mal: &mut u32) -> String {
        let gesetzt = zuletzt.oder(name.to_owned(), || {
            *mal += 1;
            Ok::<_, ()>((format!("{name} {mal}"), Zeichnung::default()))
        });
        gesetzt.unwrap().titel.clone()
    }

    #[test]
    fn nur_der_letzte_wird_behalten() {
        let (zuletzt, mut mal) = (Zuletzt::default(), 0);
        assert_eq!(setze(&zuletzt, "a", &mut mal), "a 1");
        assert_eq!(setze(&zuletzt, "a", &mut mal), "a 1");
        assert_eq!(setze(&zuletzt, "b", &mut mal), "b 2");
        assert!(zuletzt.oder("c".to_owned(), || Err(())).is_err());
        assert_eq!(setze(&zuletzt, "b", &mut mal), "b 2");
        assert_eq!(setze(&zuletzt, "a", &mut mal), "a 3");
    }
}
