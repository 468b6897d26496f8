//! The two doors. Window, command line, import, bulk action and demo all come through here.
//!
//! [`aendern`]: permission, IMMEDIATE transaction, rule and storage (the module's function), audit
//! entry for every object touched, commit, what changed. [`lesen`]: permission, read handle, answer.

use super::fortschritt::Fortschritt;
use super::rechte::{self, Umfang};
use super::register::{Abfrage, Operation};
use crate::audit::{Eintrag, NULL_HASH, ObjektArt, VORGANG};
use crate::benutzer::Rolle;
use crate::fehler::{Code, Ergebnis, Fehler};
use crate::haus::{Haus, Sitzung};
use crate::storage::{Lesen, Schreiben, StorageFehler};
use crate::umgebung::Umgebung;
use serde::Serialize;
use ts_rs::TS;

/// An operation at work: everything its function may use.
pub struct Auftrag<'a> {
    /// Writes, in the transaction of the door.
    pub s: &'a Schreiben<'a>,
    /// The house (clock, keys, folder).
    pub haus: &'a Haus,
    /// Who acts.
    pub sitzung: &'a Sitzung,
    /// The person at whose desk she co-signs, if that is another.
    pub platz: Option<&'a Sitzung>,
    /// How far her right reaches.
    pub umfang: Umfang,
    /// For long actions.
    pub fortschritt: &'a Fortschritt,
}

impl Auftrag<'_> {
    /// Id for a new record.
    pub fn neue_id(&self) -> String {
        self.haus.umgebung().id()
    }

    /// Salt of a new record's link into the chain.
    pub fn salz(&self) -> [u8; 16] {
        self.haus.umgebung().bytes()
    }
}

/// A query at work.
pub struct Frage<'a> {
    /// Reads.
    pub l: &'a Lesen<'a>,
    /// The house.
    pub haus: &'a Haus,
    /// Who asks.
    pub sitzung: &'a Sitzung,
    /// How far her right reaches.
    pub umfang: Umfang,
}

/// Something to do once the transaction is committed (move a key slot into place).
pub type NachCommit = Box<dyn FnOnce()>;

/// What a module's function did; the door seals each object.
#[derive(Default)]
pub struct Aenderung {
    objekte: Vec<(ObjektArt, String)>,
    hinweise: Vec<String>,
    nach_commit: Vec<NachCommit>,
}

impl Aenderung {
    /// One object was created, changed or deleted.
    pub fn an(art: ObjektArt, id: impl Into<String>) -> Self {
        Self::default().und(art, id)
    }

    /// Another one.
    #[must_use]
    pub fn und(mut self, art: ObjektArt, id: impl Into<String>) -> Self {
        self.objekte.push((art, id.into()));
        self
    }

    /// With everything that another change did.
    #[must_use]
    pub fn zusammen(mut self, andere: Self) -> Self {
        self.objekte.extend(andere.objekte);
        self.hinweise.extend(andere.hinweise);
        self.nach_commit.extend(andere.nach_commit);
        self
    }

    /// A sentence for the person: not an error, but worth knowing.
    #[must_use]
    pub fn mit_hinweis(mut self, text: impl Into<String>) -> Self {
        self.hinweise.push(text.into());
        self
    }

    /// Something to do after the commit.
    #[must_use]
    pub fn danach(mut self, f: impl FnOnce() + 'static) -> Self {
        self.nach_commit.push(Box::new(f));
        self
    }
}

/// Answer of the changing door.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct Geaendert {
    /// What was created, changed or deleted.
    pub objekte: Vec<Objekt>,
    /// Sentences for the person.
    pub hinweise: Vec<String>,
}

/// One object after a change.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Objekt {
    /// Kind.
    pub art: String,
    /// Id.
    pub id: String,
    /// Version to expect at the next change; 0 when it is gone.
    pub version: i64,
}

impl Geaendert {
    /// Id of the first object of that kind.
    pub fn id(&self, art: ObjektArt) -> Option<&str> {
        self.objekte.iter().find(|o| o.art == art.name).map(|o| o.id.as_str())
    }
}

/// Changes the house.
pub fn aendern(haus: &Haus, sitzung: &Sitzung, operation: Operation) -> Ergebnis<Geaendert> {
    aendern_viele(haus, sitzung, None, vec![operation], &Fortschritt::default())
}

/// From so many objects on the entries in the chain take a time that a person sees, and can stop.
const VIELE: usize = 500;

/// Changes the house by several operations in one transaction: all or none, each with its own
/// permission and its own entries in the chain.
///
/// `platz` is the person at whose desk this happens, where `sitzung` co-signs (Mitzeichnung).
pub fn aendern_viele(
    haus: &Haus,
    sitzung: &Sitzung,
    platz: Option<&Sitzung>,
    operationen: Vec<Operation>,
    fortschritt: &Fortschritt,
) -> Ergebnis<Geaendert> {
    haus.schreibbar()?;
    let mut name = "";
    let ergebnis = haus.db().schreibe(|s| -> Ergebnis<_> {
        let sitzung = &sitzung.frisch(s.benutzer(sitzung.benutzer_id())?)?;
        let mut geaendert = Geaendert::default();
        let mut nach_commit = Vec::new();
        for operation in operationen {
            name = operation.name();
            let (rolle, umfang) = rechte::verlange(sitzung, name)?;
            rechte::pruefe_mitzeichnung(sitzung, platz, name)?;
            let wer = Siegelnde { operation: name, benutzer: sitzung, platz, rolle };
            let aenderung =
                operation.fuehre_aus(&Auftrag { s, haus, sitzung, platz, umfang, fortschritt })?;
            if aenderung.objekte.is_empty() && name != "benutzer.ansicht_speichern" {
                s.protokoll_anfuegen(&mut wer.eintrag(haus.umgebung(), VORGANG, String::new(), NULL_HASH))?;
            }
            let viele = aenderung.objekte.len() >= VIELE;
            if viele {
                fortschritt.beginne("Das Protokoll wird geschrieben", aenderung.objekte.len() as u64);
            }
            for (i, (art, id)) in (0u64..).zip(aenderung.objekte) {
                if viele && i % VIELE as u64 == 0 {
                    fortschritt.melde(i)?;
                }
                geaendert.objekte.push(versiegle(s, haus.umgebung(), &wer, art, id)?);
            }
            geaendert.hinweise.extend(aenderung.hinweise);
            nach_commit.extend(aenderung.nach_commit);
        }
        Ok((geaendert, nach_commit))
    });
    match ergebnis {
        Ok((geaendert, nach_commit)) => {
            nach_commit.into_iter().for_each(|f| f());
            Ok(geaendert)
        }
        Err(fehler) => {
            if matches!(fehler.code, Code::Recht | Code::VierAugen) {
                abgelehnt(haus, sitzung, name)?;
            }
            Err(fehler)
        }
    }
}

/// Reads from the house; sees the last committed state.
pub fn lesen(haus: &Haus, sitzung: &Sitzung, abfrage: Abfrage) -> Ergebnis<serde_json::Value> {
    let name = abfrage.name();
    haus.db()
        .lies(|l| {
            let sitzung = &sitzung.frisch(l.benutzer(sitzung.benutzer_id())?)?;
            let (_, umfang) = rechte::verlange(sitzung, name)?;
            abfrage.beantworte(&Frage { l, haus, sitzung, umfang })
        })
        .or_else(|fehler: Fehler| {
            if fehler.code == Code::Recht && !haus.nur_lesen() {
                abgelehnt(haus, sitzung, name)?;
            }
            Err(fehler)
        })
}

/// Who seals, and for what.
pub(super) struct Siegelnde<'a> {
    /// Name of the operation.
    pub operation: &'a str,
    /// The acting person.
    pub benutzer: &'a Sitzung,
    /// The person at whose desk it happens, if that is another.
    pub platz: Option<&'a Sitzung>,
    /// The role that allows it.
    pub rolle: Rolle,
}

impl Siegelnde<'_> {
    fn eintrag(&self, umgebung: &dyn Umgebung, art: &str, objekt: String, zustand: [u8; 32]) -> Eintrag {
        Eintrag {
            folge: 0,
            vorgaenger: NULL_HASH,
            zeit: umgebung.jetzt().timestamp_millis(),
            operation: self.operation.to_owned(),
            art: art.to_owned(),
            objekt,
            benutzer: self.benutzer.benutzer_id().to_owned(),
            rolle: self.rolle.name().to_owned(),
            platz: self.platz.map(|p| p.benutzer_id().to_owned()).unwrap_or_default(),
            zustand,
        }
    }
}

/// Appends the entry for one object; for the door, and for the first rows of a new house.
pub(super) fn versiegle(
    s: &Schreiben<'_>,
    umgebung: &dyn Umgebung,
    wer: &Siegelnde<'_>,
    art: ObjektArt,
    id: String,
) -> Ergebnis<Objekt> {
    let zustand = s.zeilenzustand(art, &id)?;
    let (version, siegel) = zustand.map_or((0, NULL_HASH), |z| (z.version, z.siegel));
    s.protokoll_anfuegen(&mut wer.eintrag(umgebung, art.name, id.clone(), siegel))?;
    Ok(Objekt { art: art.name.to_owned(), id, version })
}

/// Writes an event without a row (restore, refused operation) into the chain.
pub(crate) fn vorgang(haus: &Haus, sitzung: Option<&Sitzung>, name: &str) -> Ergebnis<()> {
    haus.schreibbar()?;
    let mut eintrag = Eintrag {
        folge: 0,
        vorgaenger: NULL_HASH,
        zeit: haus.umgebung().jetzt().timestamp_millis(),
        operation: name.to_owned(),
        art: VORGANG.to_owned(),
        objekt: String::new(),
        benutzer: sitzung.map(|s| s.benutzer_id().to_owned()).unwrap_or_default(),
        rolle: sitzung.and_then(|s| s.rollen().first()).map(|r| r.name().to_owned()).unwrap_or_default(),
        platz: String::new(),
        zustand: NULL_HASH,
    };
    haus.db().schreibe(|s| s.protokoll_anfuegen(&mut eintrag).map(|_| ()))?;
    Ok(())
}

fn abgelehnt(haus: &Haus, sitzung: &Sitzung, name: &str) -> Ergebnis<()> {
    vorgang(haus, Some(sitzung), &format!("abgelehnt:{name}"))
}

/// Turns a stale version into the error `konflikt` with the present state of the record.
pub fn oder_konflikt<T: Serialize>(
    ergebnis: Result<(), StorageFehler>,
    was: &str,
    jetzt: impl FnOnce() -> Result<Option<T>, StorageFehler>,
) -> Ergebnis<()> {
    match ergebnis {
        Err(StorageFehler::Veraltet) => match jetzt()? {
            None => Err(Fehler::nicht_gefunden(was)),
            Some(stand) => Err(Fehler::from(StorageFehler::Veraltet)
                .mit_stand(serde_json::to_value(stand).map_err(Fehler::intern)?)),
        },
        sonst => Ok(sonst?),
    }
}
