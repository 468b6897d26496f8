//! Small reproducible dice for demo data. Never for a real draw.

/// SplitMix64 (Steele, Lea, Flood 2014): good enough to make invented data look lived-in.
pub(super) struct Wuerfel(u64);

impl Wuerfel {
    pub(super) fn neu(saat: u64) -> Self {
        Self(saat)
    }

    pub(super) fn wurf(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// 0 … n-1.
    pub(super) fn unter(&mut self, n: u64) -> u64 {
        self.wurf() % n.max(1)
    }

    /// True with that probability in per mille.
    pub(super) fn promille(&mut self, p: u64) -> bool {
        self.unter(1000) < p
    }

    /// One of a list; the first of an empty one does not exist, so `None`.
    pub(super) fn aus<'a, T>(&mut self, liste: &'a [T]) -> Option<&'a T> {
        usize::try_from(self.unter(liste.len() as u64)).ok().and_then(|i| liste.get(i))
    }
}

/// One of a list by its shares.
pub(super) fn gewichtet<T: Copy>(w: &mut Wuerfel, liste: &[(u64, T)]) -> Option<T> {
    let summe = liste.iter().map(|(anteil, _)| anteil).sum();
    let mut wurf = w.unter(summe);
    for (anteil, wert) in liste {
        if wurf < *anteil {
            return Some(*wert);
        }
        wurf -= anteil;
    }
    None
}

const VORNAMEN: &[&str] =
    &["Mara", "Milan", "Mia", "Mirko", "Merle", "Moritz", "Malin", "Matteo", "Mona", "Marek"];
const NACHNAMEN: &[&str] =
    &["Musterfrau", "Mustermann", "Musterkind", "Musterberg", "Mustertal", "Musterhof", "Musterbach"];

/// A person who does not exist.
pub(super) fn name(w: &mut Wuerfel) -> String {
    let vorname = w.aus(VORNAMEN).copied().unwrap_or_default();
    let nachname = w.aus(NACHNAMEN).copied().unwrap_or_default();
    format!("{vorname} {nachname}")
}
