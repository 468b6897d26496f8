//! Objects to bytes: all but streams in compressed object streams, a compressed cross-reference
//! stream, an identifier that is the hash of what stands before it (PDF 1.7).

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};
use sha2::{Digest, Sha256};

use super::super::fehler::BerichtFehler;

/// Objects in one object stream: few enough that a viewer need not unpack the whole file.
const JE_STROM: usize = 400;

/// UTF-16 with its mark: the one encoding every viewer reads umlauts from.
pub(super) fn text(inhalt: &str) -> Object {
    Object::String(utf16(inhalt), StringFormat::Hexadecimal)
}

/// The same as bytes.
pub(super) fn text_bytes(inhalt: &str) -> Vec<u8> {
    let mut aus = Vec::new();
    zeichenkette(&mut aus, &utf16(inhalt));
    aus
}

fn utf16(inhalt: &str) -> Vec<u8> {
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(inhalt.encode_utf16().flat_map(u16::to_be_bytes));
    bytes
}

/// A stream ready to be written.
struct Strom {
    nummer: u32,
    kopf: Dictionary,
    inhalt: Vec<u8>,
    /// Metadata stay readable for programs that know no PDF.
    packen: bool,
}

/// Where an object is.
#[derive(Clone, Copy)]
enum Platz {
    /// Byte of the file.
    Datei(usize),
    /// Number of the object stream and place in it.
    Strom(u32, usize),
}

/// Writes all objects of the document and those that are bytes already.
pub(super) fn bytes(dokument: Document, fertige: BTreeMap<u32, Vec<u8>>) -> Result<Vec<u8>, BerichtFehler> {
    let (wurzel, info) = (verweis(&dokument, b"Root")?, verweis(&dokument, b"Info")?);
    let mut klein = fertige;
    let mut stroeme = Vec::new();
    for ((nummer, _), objekt) in dokument.objects {
        match objekt {
            Object::Stream(s) => {
                let packen = !s.dict.has(b"Filter") && !s.dict.has_type(b"Metadata");
                stroeme.push(Strom { nummer, kopf: s.dict, inhalt: s.content, packen });
            }
            andere => {
                let mut aus = Vec::new();
                objekt_bytes(&mut aus, &andere);
                klein.insert(nummer, aus);
            }
        }
    }
    let mut naechste = klein.keys().chain(stroeme.iter().map(|s| &s.nummer)).max().map_or(1, |n| n + 1);
    let mut plaetze: BTreeMap<u32, Platz> = BTreeMap::new();
    let klein: Vec<(u32, Vec<u8>)> = klein.into_iter().collect();
    for teil in klein.chunks(JE_STROM) {
        for (stelle, (nummer, _)) in teil.iter().enumerate() {
            plaetze.insert(*nummer, Platz::Strom(naechste, stelle));
        }
        stroeme.push(objektstrom(naechste, teil));
        naechste += 1;
    }
    packe(&mut stroeme)?;
    // The second line tells programs that the file is binary.
    let mut datei = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
    for s in stroeme {
        plaetze.insert(s.nummer, Platz::Datei(datei.len()));
        strom(&mut datei, s);
    }
    querverweise(&mut datei, naechste, &mut plaetze, wurzel, info)?;
    Ok(datei)
}

fn verweis(dokument: &Document, schluessel: &[u8]) -> Result<ObjectId, BerichtFehler> {
    dokument.trailer.get(schluessel).and_then(Object::as_reference).map_err(super::defekt)
}

fn objektstrom(nummer: u32, teil: &[(u32, Vec<u8>)]) -> Strom {
    let mut verzeichnis = String::new();
    let mut inhalt = Vec::new();
    for (n, bytes) in teil {
        let _ = write!(verzeichnis, "{n} {} ", inhalt.len());
        inhalt.extend(bytes);
        inhalt.push(b'\n');
    }
    let mut kopf = Dictionary::new();
    kopf.set("Type", "ObjStm");
    kopf.set("N", i64::try_from(teil.len()).unwrap_or(0));
    kopf.set("First", i64::try_from(verzeichnis.len()).unwrap_or(0));
    let mut ganzes = verzeichnis.into_bytes();
    ganzes.append(&mut inhalt);
    Strom { nummer, kopf, inhalt: ganzes, packen: true }
}

/// Compresses on two threads; which one takes which stream changes nothing.
fn packe(stroeme: &mut [Strom]) -> Result<(), BerichtFehler> {
    let mitte = haelfte(stroeme);
    let (vorn, hinten) = stroeme.split_at_mut(mitte);
    std::thread::scope(|s| {
        let andere = s.spawn(|| packe_alle(hinten));
        let eigene = packe_alle(vorn);
        let fremde =
            andere.join().unwrap_or_else(|_| Err(BerichtFehler::Schreiben { grund: "deflate".to_owned() }));
        eigene.and(fremde)
    })
}

/// Where half of the bytes are.
fn haelfte(stroeme: &[Strom]) -> usize {
    let gesamt: usize = stroeme.iter().map(|s| s.inhalt.len()).sum();
    let mut summe = 0;
    stroeme
        .iter()
        .position(|s| {
            summe += s.inhalt.len();
            summe * 2 >= gesamt
        })
        .unwrap_or(0)
}

fn packe_alle(stroeme: &mut [Strom]) -> Result<(), BerichtFehler> {
    for s in stroeme.iter_mut().filter(|s| s.packen) {
        s.inhalt = gepackt(&s.inhalt)?;
        s.kopf.set("Filter", "FlateDecode");
    }
    Ok(())
}

fn gepackt(inhalt: &[u8]) -> Result<Vec<u8>, BerichtFehler> {
    let grund = |f: std::io::Error| BerichtFehler::Schreiben { grund: f.to_string() };
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::new(6));
    packer.write_all(inhalt).map_err(grund)?;
    packer.finish().map_err(grund)
}

fn strom(datei: &mut Vec<u8>, mut s: Strom) {
    s.kopf.set("Length", i64::try_from(s.inhalt.len()).unwrap_or(0));
    datei.extend(format!("{} 0 obj\n", s.nummer).bytes());
    woerterbuch(datei, &s.kopf);
    datei.extend(b"\nstream\n");
    datei.append(&mut s.inhalt);
    // Carriage return and line feed: with a line feed alone, data that end in a carriage return look
    // one byte shorter than their length says.
    datei.extend(b"\r\nendstream\nendobj\n");
}

fn querverweise(
    datei: &mut Vec<u8>,
    nummer: u32,
    plaetze: &mut BTreeMap<u32, Platz>,
    wurzel: ObjectId,
    info: ObjectId,
) -> Result<(), BerichtFehler> {
    let beginn = datei.len();
    plaetze.insert(nummer, Platz::Datei(beginn));
    let mut zeilen = Vec::new();
    for n in 0..=nummer {
        let (art, erstes, zweites) = match plaetze.get(&n) {
            // Object 0 heads the list of free ones; a gap is free too and never used again.
            None => (0, 0, u16::MAX),
            Some(Platz::Datei(ab)) => (1, u32::try_from(*ab).unwrap_or(u32::MAX), 0),
            Some(Platz::Strom(strom, stelle)) => (2, *strom, u16::try_from(*stelle).unwrap_or(u16::MAX)),
        };
        zeilen.push(art);
        zeilen.extend(erstes.to_be_bytes());
        zeilen.extend(zweites.to_be_bytes());
    }
    let kennung =
        Object::String(Sha256::digest(&datei).iter().take(16).copied().collect(), StringFormat::Hexadecimal);
    let mut kopf = Dictionary::new();
    kopf.set("Type", "XRef");
    kopf.set("W", vec![1.into(), 4.into(), 2.into()]);
    kopf.set("Size", i64::from(nummer) + 1);
    kopf.set("Root", wurzel);
    kopf.set("Info", info);
    kopf.set("ID", vec![kennung.clone(), kennung]);
    kopf.set("Filter", "FlateDecode");
    strom(datei, Strom { nummer, kopf, inhalt: gepackt(&zeilen)?, packen: false });
    datei.extend(format!("startxref\n{beginn}\n%%EOF\n").bytes());
    Ok(())
}

fn objekt_bytes(aus: &mut Vec<u8>, objekt: &Object) {
    match objekt {
        Object::Null => aus.extend(b"null"),
        Object::Boolean(ja) => aus.extend(if *ja { &b"true"[..] } else { b"false" }),
        Object::Integer(n) => aus.extend(n.to_string().bytes()),
        Object::Real(n) => aus.extend(n.to_string().bytes()),
        Object::Name(name) => bezeichner(aus, name),
        Object::String(bytes, _) => zeichenkette(aus, bytes),
        Object::Array(liste) => {
            aus.push(b'[');
            for (i, o) in liste.iter().enumerate() {
                if i > 0 {
                    aus.push(b' ');
                }
                objekt_bytes(aus, o);
            }
            aus.push(b']');
        }
        Object::Dictionary(d) => woerterbuch(aus, d),
        Object::Reference((nummer, _)) => aus.extend(format!("{nummer} 0 R").bytes()),
        // A stream is an object of its own; the format allows it nowhere else.
        Object::Stream(s) => woerterbuch(aus, &s.dict),
    }
}

fn woerterbuch(aus: &mut Vec<u8>, d: &Dictionary) {
    aus.extend(b"<<");
    for (name, wert) in d {
        bezeichner(aus, name);
        if !matches!(wert, Object::Name(_) | Object::Array(_) | Object::Dictionary(_) | Object::String(..)) {
            aus.push(b' ');
        }
        objekt_bytes(aus, wert);
    }
    aus.extend(b">>");
}

fn bezeichner(aus: &mut Vec<u8>, name: &[u8]) {
    aus.push(b'/');
    for b in name {
        if b.is_ascii_alphanumeric() || b"+-_.,:*".contains(b) {
            aus.push(*b);
        } else {
            aus.extend(format!("#{b:02X}").bytes());
        }
    }
}

/// Literal where all bytes are plain, hexadecimal otherwise.
fn zeichenkette(aus: &mut Vec<u8>, bytes: &[u8]) {
    if bytes.iter().all(|b| (b.is_ascii_graphic() || *b == b' ') && !b"()\\".contains(b)) {
        aus.push(b'(');
        aus.extend(bytes);
        aus.push(b')');
        return;
    }
    aus.push(b'<');
    for b in bytes {
        for halb in [b >> 4, b & 15] {
            aus.push(b"0123456789ABCDEF".get(usize::from(halb)).copied().unwrap_or(b'0'));
        }
    }
    aus.push(b'>');
}
