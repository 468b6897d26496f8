//! The checks can fail: each defect in a good file is found by the check that is meant to.

use super::eigene::befunde;
use super::konform::{funde, pruefe};
use super::muster;
use iks_core::bericht::als_pdf;
use lopdf::{Document, Object, ObjectId};
use page_validation::ValidationProfile;

#[test]
fn muster_besteht_die_eigenen_pruefungen() {
    let bericht = muster::bericht();
    let bytes = als_pdf(&bericht).unwrap();
    assert_eq!(befunde(&bytes, &bericht), [] as [String; 0]);
    pruefe(&bytes);
}

/// Who has to find a defect.
#[derive(Clone, Copy)]
enum Finder {
    /// A rule of ours.
    Wir(&'static str),
    /// The independent checker.
    Fremd(ValidationProfile),
}

#[test]
fn jeder_mangel_wird_gefunden() {
    use Finder::{Fremd, Wir};
    use ValidationProfile::{PdfA2a, PdfUa1};
    let bericht = muster::bericht();
    let gut = Document::load_mem(&als_pdf(&bericht).unwrap()).unwrap();
    type Eingriff = fn(&mut Document);
    let maengel: [(&str, Finder, Eingriff); 16] = [
        ("nicht ausgezeichnet", Fremd(PdfUa1), |d| drop(katalog(d).remove(b"MarkInfo"))),
        ("ohne Sprache", Fremd(PdfUa1), |d| drop(katalog(d).remove(b"Lang"))),
        ("falsche Sprache", Wir("Metadaten"), |d| katalog(d).set("Lang", Object::string_literal("en"))),
        ("ohne Farbraum", Fremd(PdfA2a), |d| drop(katalog(d).remove(b"OutputIntents"))),
        ("ohne Metadaten", Fremd(PdfA2a), |d| drop(katalog(d).remove(b"Metadata"))),
        ("Titel nicht gezeigt", Fremd(PdfUa1), |d| drop(katalog(d).remove(b"ViewerPreferences"))),
        ("anderer Titel in Info", Wir("Metadaten"), |d| {
            let info = d.trailer.get(b"Info").and_then(Object::as_reference).unwrap();
            d.get_dictionary_mut(info).unwrap().set("Title", Object::string_literal("Anders"));
        }),
        ("Rückweg leer", Wir("Rückweg"), |d| {
            let baum = wurzel(d, b"ParentTree");
            d.get_dictionary_mut(baum).unwrap().set("Nums", Vec::<Object>::new());
        }),
        ("zwei Blöcke vertauscht", Wir("Lesefolge"), |d| {
            let dokument = wurzel(d, b"K");
            let kinder = d.get_dictionary_mut(dokument).unwrap().get_mut(b"K").unwrap();
            kinder.as_array_mut().unwrap().swap(8, 9);
        }),
        ("Bild ohne Ersatztext", Fremd(PdfUa1), |d| drop(erstes(d, "Figure").remove(b"Alt"))),
        ("anderer Ersatztext", Wir("Lesefolge"), |d| {
            erstes(d, "Figure").set("Alt", Object::string_literal("bild.png"));
        }),
        ("Ebene übersprungen", Wir("Überschriften"), |d| erstes(d, "H2").set("S", "H3")),
        ("Ebene übersprungen, fremd", Fremd(PdfUa1), |d| erstes(d, "H2").set("S", "H3")),
        ("Kopfzelle ohne Richtung", Fremd(PdfUa1), |d| drop(erstes(d, "TH").remove(b"A"))),
        ("Verweis ohne Beschreibung", Fremd(PdfUa1), |d| {
            let id = finde(d, b"Subtype", "Link", b"Contents");
            d.get_dictionary_mut(id).unwrap().remove(b"Contents");
        }),
        ("Lesezeichen falsch", Wir("Lesezeichen"), |d| {
            let gliederung = katalog(d).get(b"Outlines").and_then(Object::as_reference).unwrap();
            let erstes =
                d.get_dictionary(gliederung).unwrap().get(b"First").and_then(Object::as_reference).unwrap();
            d.get_dictionary_mut(erstes).unwrap().set("Title", Object::string_literal("Anders"));
        }),
    ];
    for (name, finder, eingriff) in maengel {
        let mut d = gut.clone();
        eingriff(&mut d);
        let mut bytes = Vec::new();
        d.save_to(&mut bytes).unwrap();
        match finder {
            Wir(regel) => {
                let alle = befunde(&bytes, &bericht);
                assert!(alle.iter().any(|b| b.starts_with(regel)), "{name}: {alle:?}");
            }
            Fremd(profil) => assert!(!funde(&bytes, profil).is_empty(), "{name}"),
        }
        // A file that was changed after it was made no longer has its hash.
        if let Wir(_) = finder {
            assert!(befunde(&bytes, &bericht).iter().any(|b| b.starts_with("Kennung")), "{name}");
        }
    }
}

#[test]
fn marken_im_inhalt_werden_geprueft() {
    let bericht = muster::bericht();
    let gut = Document::load_mem(&als_pdf(&bericht).unwrap()).unwrap();
    for (name, alt, neu, regel) in [
        ("Artefakt in einem Inhalt", "EMC\n/Artifact", "/Artifact", "Marken"),
        ("Inhalt als Artefakt", "<</MCID 3>>", "<</MCID 99>>", "Rückweg"),
        ("Nummer doppelt", "<</MCID 3>>", "<</MCID 2>>", "Marken"),
    ] {
        let mut d = gut.clone();
        let seite = d.get_pages()[&1];
        let inhalt = String::from_utf8_lossy(&d.get_page_content(seite)).into_owned();
        assert!(inhalt.contains(alt), "{name}: {}", &inhalt[..400]);
        d.change_page_content(seite, inhalt.replacen(alt, neu, 1).into_bytes()).unwrap();
        let mut bytes = Vec::new();
        d.save_to(&mut bytes).unwrap();
        let alle = befunde(&bytes, &bericht);
        assert!(alle.iter().any(|b| b.starts_with(regel)), "{name}: {alle:?}");
    }
}

/// The same bytes in another process, where hash seeds and counters differ.
#[test]
fn zwei_prozesse_schreiben_dieselben_bytes() {
    let hier = als_pdf(&muster::bericht()).unwrap();
    if let Some(ziel) = std::env::var_os("IKS_ZWEITER_PROZESS") {
        std::fs::write(ziel, hier).unwrap();
        return;
    }
    let ordner = tempfile::tempdir().unwrap();
    let datei = ordner.path().join("zweiter.pdf");
    let aus = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "bericht::mangel::zwei_prozesse_schreiben_dieselben_bytes"])
        .env("IKS_ZWEITER_PROZESS", &datei)
        .output()
        .unwrap();
    assert!(aus.status.success());
    assert!(hier == std::fs::read(datei).unwrap());
}

fn katalog(d: &mut Document) -> &mut lopdf::Dictionary {
    d.catalog_mut().unwrap()
}

fn wurzel(d: &Document, schluessel: &[u8]) -> ObjectId {
    let wurzel = d.catalog().unwrap().get_deref(b"StructTreeRoot", d).unwrap().as_dict().unwrap();
    wurzel.get(schluessel).and_then(Object::as_reference).unwrap()
}

/// The first object whose key has this name as its value.
fn finde(d: &Document, schluessel: &[u8], wert: &str, dazu: &[u8]) -> ObjectId {
    let passt = |o: &Object| {
        let Ok(dict) = o.as_dict() else { return false };
        dict.get(schluessel).and_then(Object::as_name).is_ok_and(|n| n == wert.as_bytes()) && dict.has(dazu)
    };
    *d.objects.iter().find(|(_, o)| passt(o)).unwrap().0
}

/// The first element of a role.
fn erstes<'d>(d: &'d mut Document, rolle: &str) -> &'d mut lopdf::Dictionary {
    let id = finde(d, b"S", rolle, b"P");
    d.get_dictionary_mut(id).unwrap()
}
