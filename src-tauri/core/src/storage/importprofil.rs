//! Saved mappings of lists. Each kind has its own content in the same table; one name stands for one profile.

use super::{Lesen, Schreiben, StorageErgebnis, als_json, json_spalte};
use crate::fachaufsicht::grundgesamtheit::Leseweise;
use crate::widerspruch::einlesen::Verfahrensleseweise;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a saved mapping of a population holds.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Profilinhalt {
    /// Reading options and mapping.
    pub leseweise: Leseweise,
    /// Specialist application.
    pub quellsystem: String,
    /// Query in it.
    pub abfrage: String,
}

/// A saved mapping of a population.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Importprofil {
    /// Id.
    pub id: String,
    /// Name, unique.
    pub name: String,
    /// Content.
    pub inhalt: Profilinhalt,
    /// For optimistic locking.
    pub version: i64,
}

/// A saved mapping of a list of procedures.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Verfahrensprofil {
    /// Id.
    pub id: String,
    /// Name, unique.
    pub name: String,
    /// Content.
    pub inhalt: Verfahrensleseweise,
    /// For optimistic locking.
    pub version: i64,
}

/// A kind of saved mapping.
pub trait Profil: Sized {
    /// What tells it from the others in storage.
    const ART: &'static str;
    /// What it holds.
    type Inhalt: Serialize + DeserializeOwned;
    /// From its parts.
    fn aus(id: String, name: String, inhalt: Self::Inhalt, version: i64) -> Self;
    /// Id, name, content, version.
    fn teile(&self) -> (&str, &str, &Self::Inhalt, i64);
}

macro_rules! profil {
    ($Typ:ident, $Inhalt:ty, $art:literal) => {
        impl Profil for $Typ {
            const ART: &'static str = $art;
            type Inhalt = $Inhalt;
            fn aus(id: String, name: String, inhalt: $Inhalt, version: i64) -> Self {
                Self { id, name, inhalt, version }
            }
            fn teile(&self) -> (&str, &str, &$Inhalt, i64) {
                (&self.id, &self.name, &self.inhalt, self.version)
            }
        }
    };
}
profil!(Importprofil, Profilinhalt, "grundgesamtheit");
profil!(Verfahrensprofil, Verfahrensleseweise, "widerspruch");

impl Lesen<'_> {
    /// Saved mappings of one kind by name. Those from before there were kinds are of a population.
    pub fn importprofile<P: Profil>(&self) -> StorageErgebnis<Vec<P>> {
        self.alle(
            "SELECT id, name, json_remove(zuordnung, '$.art') AS inhalt, version FROM importprofil
              WHERE coalesce(zuordnung ->> '$.art', 'grundgesamtheit') = ?1 ORDER BY name, id",
            [P::ART],
            |z| Ok(P::aus(z.get("id")?, z.get("name")?, json_spalte(z, "inhalt")?, z.get("version")?)),
        )
    }

    /// Id of the profile of that name, of whatever kind.
    pub fn importprofil_namens(&self, name: &str) -> StorageErgebnis<Option<String>> {
        self.eine("SELECT id FROM importprofil WHERE name = ?1", [name], |z| z.get(0))
    }
}

impl Schreiben<'_> {
    /// New saved mapping.
    pub fn importprofil_anlegen<P: Profil>(&self, p: &P, salz: &[u8]) -> StorageErgebnis<()> {
        let (id, name, inhalt, _) = p.teile();
        self.fuehre_aus(
            "INSERT INTO importprofil (id, name, zuordnung, salz) VALUES (?1, ?2, json_set(?3, '$.art', ?4), ?5)",
            (id, name, als_json(inhalt)?, P::ART, salz),
        )?;
        Ok(())
    }

    /// Changes a saved mapping that still has the expected version.
    pub fn importprofil_aendern<P: Profil>(&self, p: &P) -> StorageErgebnis<()> {
        let (id, name, inhalt, version) = p.teile();
        self.fuehre_aus_mit_version(
            "UPDATE importprofil SET name = ?3, zuordnung = json_set(?4, '$.art', ?5), version = version + 1
              WHERE id = ?1 AND version = ?2 AND coalesce(zuordnung ->> '$.art', 'grundgesamtheit') = ?5",
            (id, version, name, als_json(inhalt)?, P::ART),
        )
    }
}
