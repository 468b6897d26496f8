//! The audit chain: what an entry is, how it is encoded and hashed. Pure.
//!
//! Each entry names the operation, the object and the person by id, and holds
//! SHA-256(salt, canonical new row state). The salt lives with the record: deleting the record erases
//! the link between entry and content, while the chain stays whole. The encoding is frozen by a test
//! vector; a new one would get a new format number.

use sha2::{Digest, Sha256};

/// Format number of the encoding below.
pub const FORMAT: u8 = 1;
/// Predecessor of the first entry, and state of a deleted row.
pub const NULL_HASH: [u8; 32] = [0; 32];

/// Kinds of objects that the chain seals. The name is also the name of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ObjektArt {
    /// Name in entries, equal to the table.
    pub name: &'static str,
    /// What the page "Protokoll" shows.
    pub titel: &'static str,
}

macro_rules! arten {
    ($($(#[$doc:meta])* $konst:ident = $name:literal, $titel:literal;)*) => {
        impl ObjektArt {
            $($(#[$doc])* pub const $konst: ObjektArt = ObjektArt { name: $name, titel: $titel };)*
            /// All kinds, in the order of this list.
            pub const ALLE: &'static [ObjektArt] = &[$(ObjektArt::$konst),*];
        }
    };
}

arten! {
    /// Settings of the house.
    HAUS = "haus", "Haus";
    /// How reports of the house look.
    BERICHTE = "berichte", "Berichtseinstellungen";
    /// A site.
    STANDORT = "standort", "Standort";
    /// An area.
    BEREICH = "bereich", "Bereich";
    /// A team.
    TEAM = "team", "Team";
    /// An entry of a dated catalogue.
    KATALOGEINTRAG = "katalogeintrag", "Katalogeintrag";
    /// A user.
    BENUTZER = "benutzer", "Benutzer";
    /// Something that left the house.
    EXPORT = "export", "Ausgabe";
    /// A theme of checks.
    PRUEFTHEMA = "pruefthema", "Prüfthema";
    /// A version of a check sheet.
    BOGENVORLAGE = "bogenvorlage", "Prüfbogenvorlage";
    /// A check.
    PRUEFUNG = "pruefung", "Prüfung";
    /// A saved mapping for imports.
    IMPORTPROFIL = "importprofil", "Importprofil";
    /// A population; its rows are sealed as a whole by its hash.
    GRUNDGESAMTHEIT = "grundgesamtheit", "Grundgesamtheit";
    /// An exclusion from the draw.
    AUSSCHLUSS = "ausschluss", "Ausschluss";
    /// A draw.
    ZIEHUNG = "ziehung", "Ziehung";
    /// A drawn unit with its sheet.
    PRUEFFALL = "prueffall", "Prüffall";
    /// A saved answer.
    ANTWORT = "antwort", "Antwort";
    /// A finding.
    FESTSTELLUNG = "feststellung", "Feststellung";
    /// An earlier wording of a finding.
    FESTSTELLUNG_FASSUNG = "feststellung_fassung", "Fassung einer Feststellung";
    /// The answer of a Teamleitung.
    STELLUNGNAHME = "stellungnahme", "Stellungnahme";
    /// The decision on what is disputed.
    ENTSCHEIDUNG = "entscheidung", "Entscheidung";
    /// The correction of a case.
    KORREKTUR = "korrektur", "Korrektur";
    /// A Widerspruch, a review, a Klage, interim relief.
    VERFAHREN = "verfahren", "Widerspruchsverfahren";
    /// A deadline of a procedure.
    FRIST = "frist", "Frist";
    /// Something to look at again.
    WIEDERVORLAGE = "wiedervorlage", "Wiedervorlage";
    /// Who is away, and who stands in.
    ABWESENHEIT = "abwesenheit", "Abwesenheit";
    /// A reaction of a customer.
    KUNDENREAKTION = "kundenreaktion", "Kundenreaktion";
    /// What was written to one.
    REAKTIONSBEITRAG = "reaktionsbeitrag", "Beitrag zu einer Kundenreaktion";
    /// What the house promises.
    REAKTIONSREGEL = "reaktionsregel", "Antwortzeit";
    /// A block of text.
    TEXTBAUSTEIN = "textbaustein", "Textbaustein";
    /// A catalogue of questions.
    PRUEFKATALOG = "pruefkatalog", "Prüfkatalog";
    /// A version of one.
    PRUEFKATALOGFASSUNG = "pruefkatalogfassung", "Fassung eines Prüfkatalogs";
    /// A run of a Prüfliste.
    DURCHGANG = "durchgang", "Durchgang einer Prüfliste";
    /// An answer in one.
    PRUEFANTWORT = "pruefantwort", "Antwort einer Prüfliste";
    /// Evidence of an answer.
    NACHWEIS = "nachweis", "Nachweis";
    /// An attached file.
    ANHANG = "anhang", "Anhang";
    /// A measure.
    MASSNAHME = "massnahme", "Maßnahme";
    /// A breach of data protection.
    DATENSCHUTZVORFALL = "datenschutzvorfall", "Datenschutzvorfall";
    /// A request of a person concerned.
    BETROFFENENANFRAGE = "betroffenenanfrage", "Betroffenenanfrage";
    /// A benefit that was offered.
    ZUWENDUNG = "zuwendung", "Zuwendung";
    /// A post or area at risk of corruption.
    GEFAEHRDUNG = "gefaehrdung", "Eintrag im Gefährdungsatlas";
    /// A Fassung of the programme of a year.
    PRUEFPROGRAMM = "pruefprogramm", "Prüfprogramm";
    /// Where a check stands in a programme.
    PROGRAMMPRUEFUNG = "programmpruefung", "Prüfung eines Prüfprogramms";
    /// Why a team was not checked in a month.
    PROGRAMMAUSFALL = "programmausfall", "Grund eines Ausfalls im Prüfprogramm";
    /// Where the population of a Nachschau comes from.
    NACHSCHAULISTE = "nachschauliste", "Fälle einer Nachschau";
    /// The share of a check that is checked twice.
    DOPPELPRUEFUNG = "doppelpruefung", "Doppelprüfung";
    /// A second, blind sheet of a drawn unit.
    ZWEITBOGEN = "zweitbogen", "Zweitbogen";
    /// How long plain data of a kind stay.
    AUFBEWAHRUNG = "aufbewahrung", "Aufbewahrung";
    /// A removal of plain data whose time was over.
    LOESCHUNG = "loeschung", "Entfernung nach der Aufbewahrungsregel";
}

impl ObjektArt {
    /// The kind of that name, if there is one.
    pub fn aus(name: &str) -> Option<Self> {
        Self::ALLE.iter().copied().find(|art| art.name == name)
    }
}

/// Name of the pseudo kind for events without a row: sign-in, refused operation, restore.
pub const VORGANG: &str = "vorgang";

/// One entry before it is hashed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Eintrag {
    /// 1, 2, 3 … without gaps.
    pub folge: u64,
    /// Hash of the entry before, [`NULL_HASH`] for the first.
    pub vorgaenger: [u8; 32],
    /// UTC, milliseconds since 1970.
    pub zeit: i64,
    /// Name of the operation, e.g. `organisation.team_speichern`.
    pub operation: String,
    /// Kind of the object, or [`VORGANG`].
    pub art: String,
    /// Id of the object.
    pub objekt: String,
    /// Id of the acting user, empty for the system.
    pub benutzer: String,
    /// Role in which she acted.
    pub rolle: String,
    /// Id of the person at whose desk she signed (Mitzeichnung), else empty.
    pub platz: String,
    /// SHA-256(salt, canonical row state); [`NULL_HASH`] for a deleted row or an event without one.
    pub zustand: [u8; 32],
}

impl Eintrag {
    /// Hash of the entry: SHA-256 over the length-prefixed fields in the order of the struct.
    pub fn hash(&self) -> [u8; 32] {
        let mut kodierung = Vec::with_capacity(256);
        kodierung.push(FORMAT);
        kodierung.extend(self.folge.to_be_bytes());
        kodierung.extend(self.vorgaenger);
        kodierung.extend(self.zeit.to_be_bytes());
        for text in [&self.operation, &self.art, &self.objekt, &self.benutzer, &self.rolle, &self.platz] {
            laengenpraefix(&mut kodierung, text.as_bytes());
        }
        kodierung.extend(self.zustand);
        Sha256::digest(&kodierung).into()
    }
}

/// Seal of a row: SHA-256 over the length-prefixed salt and the canonical row.
pub fn siegel(salz: &[u8], zeile: &[u8]) -> [u8; 32] {
    let mut kodierung = Vec::with_capacity(zeile.len() + salz.len() + 8);
    laengenpraefix(&mut kodierung, salz);
    laengenpraefix(&mut kodierung, zeile);
    Sha256::digest(&kodierung).into()
}

/// Appends a 32-bit big-endian length and the bytes. Texts here are bounded far below 4 GiB.
pub fn laengenpraefix(ziel: &mut Vec<u8>, bytes: &[u8]) {
    ziel.extend(u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_be_bytes());
    ziel.extend(bytes);
}

/// Lower-case hexadecimal text of a hash.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Reads hexadecimal text; `None` if it is not.
pub fn aus_hex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return None;
    }
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Frozen: a change of the encoding would make every chain in the field unverifiable.
    #[test]
    fn kodierung_ist_eingefroren() {
        let eintrag = Eintrag {
            folge: 7,
            vorgaenger: [1; 32],
            zeit: 1_795_000_000_123,
            operation: "organisation.team_speichern".into(),
            art: "team".into(),
            objekt: "0198c0de".into(),
            benutzer: "0198beef".into(),
            rolle: "administration".into(),
            platz: String::new(),
            zustand: siegel(&[2; 16], b"zeile"),
        };
        assert_eq!(hex(&eintrag.hash()), "85c4a8792994ca81341d25b65bb3cc334cdd147f9b4524b8d2247bc715002824");
    }

    #[test]
    fn hex_hin_und_zurueck() {
        assert_eq!(aus_hex(&hex(&[0, 1, 254, 255])), Some(vec![0, 1, 254, 255]));
        assert_eq!(aus_hex("0g"), None);
        assert_eq!(aus_hex("abc"), None);
    }
}
