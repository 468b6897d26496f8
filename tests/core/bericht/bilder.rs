//! Logos: PNG files of every kind, made with Pillow (see the names), against points known beforehand.

use iks_core::bericht::BerichtFehler;
use iks_core::bericht::modell::Bild;

/// Eight by six: `(40 x, 40 y, 200)`, the left half covered by half in `rgba`.
fn erwartet(x: u32, y: u32) -> [u8; 3] {
    [(40 * x).min(255) as u8, (40 * y) as u8, 200]
}

fn lies(name: &str) -> Bild {
    let pfad = format!("{}/../../tests/fixtures/png/{name}.png", env!("CARGO_MANIFEST_DIR"));
    Bild::png(&std::fs::read(pfad).unwrap()).unwrap()
}

#[test]
fn jede_art_von_png_gibt_ihre_punkte() {
    type Soll = fn(u32, u32) -> [u8; 3];
    let auf_weiss =
        |wert: u8, deckung: u32| ((u32::from(wert) * deckung + 255 * (255 - deckung) + 127) / 255) as u8;
    for (name, soll) in [
        ("rgb", erwartet as Soll),
        ("palette", erwartet),
        ("rgba", |x, y| erwartet(x, y)),
        ("grau", |x, _| [(30 * x) as u8; 3]),
        ("bit", |x, y| [if (x + y) % 2 == 0 { 255 } else { 0 }; 3]),
        ("grau_alpha", |x, _| [(30 * x) as u8; 3]),
    ] {
        let bild = lies(name);
        assert_eq!((bild.breite(), bild.hoehe()), (8, 6), "{name}");
        for y in 0..6 {
            for x in 0..8 {
                let mut farbe = soll(x, y);
                if name.contains('a') && (name == "rgba" || name == "grau_alpha") && x < 4 {
                    farbe = farbe.map(|f| auf_weiss(f, 128));
                }
                assert_eq!(bild.punkt(x, y), Some(farbe), "{name} {x} {y}");
            }
        }
    }
}

#[test]
fn schadhafte_bilder_sind_ein_fehler() {
    let gut =
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/png/rgb.png")).unwrap();
    for laenge in 0..gut.len() - 12 {
        assert_eq!(Bild::png(&gut[..laenge]), Err(BerichtFehler::Bild), "{laenge}");
    }
    // Any changed byte: an error or another picture, never a panic.
    for i in 0..gut.len() {
        for wert in [0, 1, 127, 255] {
            let mut schlecht = gut.clone();
            schlecht[i] = wert;
            let _ = Bild::png(&schlecht);
        }
    }
}
