//! The sign of a house as SVG: drawn as it is, or refused with the reason, and never slow.

use super::konform::pruefe;
use super::muster;
use iks_core::bericht::modell::{Alternativtext, Bericht, Block, Flaeche, Logo, Logoart, Logobild, Zug};
use iks_core::bericht::zeichnung::Form;
use iks_core::bericht::{als_pdf, als_svg, zeichne};
use std::process::Command;
use std::time::{Duration, Instant};

const LOGO: &[u8] = include_bytes!("../../fixtures/logo.svg");

fn lies(svg: &str) -> Result<Vec<Flaeche>, String> {
    match Logobild::lies(Logoart::Svg, svg.as_bytes()) {
        Ok(Logobild::Flaechen(bild)) => Ok(bild.flaechen.clone()),
        Ok(Logobild::Punkte(_)) => unreachable!(),
        Err(fehler) => Err(fehler.to_string()),
    }
}

#[expect(clippy::disallowed_methods, reason = "a hostile file must be refused soon")]
fn jetzt() -> Instant {
    Instant::now()
}

/// Something inside a picture of 100 by 100.
fn mit(inhalt: &str) -> Result<Vec<Flaeche>, String> {
    lies(&format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 100 100'>{inhalt}</svg>"
    ))
}

fn bericht(bild: Logobild) -> Bericht {
    let mut bericht = muster::bericht();
    bericht.kopf.logo =
        Some(Logo { bild, alternativtext: Alternativtext::neu("Zeichen des Hauses: ein Haken").unwrap() });
    bericht.kopf.hauszeile = "Musterstraße 1, 12345 Musterstadt · jobcenter.example".into();
    bericht
}

#[test]
fn beide_arten_sind_pdf_a_2a_und_pdf_ua_1() {
    for (art, datei) in [(Logoart::Png, &include_bytes!("../../fixtures/logo.png")[..]), (Logoart::Svg, LOGO)]
    {
        assert_eq!(Logoart::erkenne(datei), Some(art));
        let bytes = als_pdf(&bericht(Logobild::lies(art, datei).unwrap())).unwrap();
        if let Some(ziel) = std::env::var_os("IKS_TEST_LOGO") {
            std::fs::write(std::path::Path::new(&ziel).join(format!("{}.pdf", art.name())), &bytes).unwrap();
        }
        pruefe(&bytes);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(bytes.len() < 200_000 && text.starts_with("%PDF-1.7"));
    }
}

/// Colours of the picture at known places, as poppler paints the page.
#[test]
fn svg_steht_im_pdf_wie_gezeichnet() {
    let bericht = bericht(Logobild::lies(Logoart::Svg, LOGO).unwrap());
    let zeichnung = zeichne(&bericht).unwrap();
    let (x, y, b, h) = zeichnung.seiten[0]
        .teile
        .iter()
        .find_map(
            |t| if let Form::Vektorbild { x, y, b, h, .. } = t.form { Some((x, y, b, h)) } else { None },
        )
        .unwrap();
    assert!((b / h - 3.0).abs() < 0.01);
    let ordner = tempfile::tempdir().unwrap();
    let pfad = ordner.path().join("logo.pdf");
    std::fs::write(&pfad, als_pdf(&bericht).unwrap()).unwrap();
    // 288 points to the inch: four pixels a point.
    let aus = Command::new("pdftoppm")
        .args(["-r", "288", "-f", "1", "-l", "1", "-aa", "no", "-aaVector", "no"])
        .arg(&pfad)
        .output()
        .unwrap();
    let (kopf, punkte) = ppm(&aus.stdout);
    let farbe = |lx: f32, ly: f32| -> [u8; 3] {
        let (px, py) = ((x + lx / 600.0 * b) * 4.0, (y + ly / 200.0 * h) * 4.0);
        let ab = 3 * (py as usize * kopf + px as usize);
        punkte[ab..ab + 3].try_into().unwrap()
    };
    for (ort, soll) in [
        ((20.0, 20.0), [0x0a, 0x6b, 0x3d]),
        ((70.0, 130.0), [255, 255, 255]),
        // The round end of the line, one half width behind its end.
        ((153.0, 46.0), [255, 255, 255]),
        ((400.0, 75.0), [0x22, 0x22, 0x22]),
        ((400.0, 135.0), [200, 30, 30]),
        ((400.0, 105.0), [255, 255, 255]),
        ((540.0, 25.0), [0x1a, 0x4f, 0x9c]),
        // The hole of the ring.
        ((540.0, 40.0), [255, 255, 255]),
    ] {
        assert_eq!(farbe(ort.0, ort.1), soll, "{ort:?}");
    }
}

/// Width and points of a PPM file.
fn ppm(datei: &[u8]) -> (usize, &[u8]) {
    let mut teile = datei.splitn(4, |b| b.is_ascii_whitespace());
    assert_eq!(teile.next(), Some(&b"P6"[..]));
    let breite = std::str::from_utf8(teile.next().unwrap()).unwrap().parse().unwrap();
    let _hoehe = teile.next().unwrap();
    let rest = teile.next().unwrap();
    let ende = rest.iter().position(u8::is_ascii_whitespace).unwrap();
    (breite, &rest[ende + 1..])
}

#[test]
fn vorschau_zeigt_das_logo_ohne_verweise() {
    let bild = Logobild::lies(Logoart::Svg, LOGO).unwrap();
    let seiten = als_svg(&bericht(bild.clone())).unwrap();
    assert!(seiten[0].contains("fill=\"#0a6b3d\"") && !seiten[1].contains("#0a6b3d"));
    assert!(seiten.iter().all(|s| !s.contains("http:") || s.matches("http").count() == 1));
    assert!(bild.adresse().unwrap().starts_with("data:image/svg+xml;base64,"));
}

#[test]
fn flaechen_striche_und_reihenfolge() {
    let f = mit("<rect x='10' y='20' width='30' height='40' fill='#f00' stroke='#00f' stroke-width='2'/>")
        .unwrap();
    assert_eq!(f.iter().map(|f| f.farbe).collect::<Vec<_>>(), [[255, 0, 0], [0, 0, 255]]);
    let grenzen = |f: &Flaeche| {
        f.zuege.iter().fold([f32::MAX, f32::MAX, f32::MIN, f32::MIN], |g, z| match z {
            Zug::Von(p) | Zug::Gerade(p) | Zug::Bogen(_, _, p) => {
                [g[0].min(p.0), g[1].min(p.1), g[2].max(p.0), g[3].max(p.1)]
            }
            Zug::Schluss => g,
        })
    };
    assert_eq!(grenzen(&f[0]), [10.0, 20.0, 40.0, 60.0]);
    assert_eq!(grenzen(&f[1]), [9.0, 19.0, 41.0, 61.0]);
    let f =
        mit("<circle r='5' cx='50' cy='50' fill='#f00' stroke='#00f' style='paint-order:stroke'/>").unwrap();
    assert_eq!(f.iter().map(|f| f.farbe).collect::<Vec<_>>(), [[0, 0, 255], [255, 0, 0]]);
    // What is not seen is not drawn; a clip that cuts nothing off changes nothing.
    let f = mit("<g display='none'><path d='M0 0h9v9z'/></g><path d='M0 0h9v9z' visibility='hidden'/>\
         <path d='M0 0h9v9z' fill-opacity='0'/><path d='M0 0h9v9z' fill='none'/>\
         <clipPath id='c'><rect width='100' height='100'/></clipPath><g clip-path='url(#c)'><path d='M0 0h9v9z'/></g>");
    assert_eq!(f.unwrap().len(), 1);
}

#[test]
fn was_sich_nicht_treu_zeichnen_laesst_wird_mit_grund_abgelehnt() {
    let form = "<path d='M0 0h9v9z' fill='#123'/>";
    for (inhalt, grund) in [
        ("<text x='1' y='9'>Amt</text>", "enthält Text; bitte in Pfade umwandeln"),
        ("<defs><g id='a'><text>x</text></g></defs>", "enthält Text"),
        ("<image href='data:image/png;base64,AAAA' width='9' height='9'/>", "enthält ein Bild"),
        ("<script>alert(1)</script>", "enthält ein Skript"),
        ("<foreignObject><p>x</p></foreignObject>", "enthält fremde Inhalte"),
        ("<path d='M0 0h9v9z'><animate attributeName='d'/></path>", "enthält Bewegung"),
        (
            "<linearGradient id='v'><stop offset='0' stop-color='red'/><stop offset='1'/></linearGradient><path d='M0 0h9v9z' fill='url(#v)'/>",
            "enthält Farbverläufe",
        ),
        (
            "<style>.a{fill:URL( '#v' )}</style><radialGradient id='v'><stop/></radialGradient><path class='a' d='M0 0h9v9z'/>",
            "enthält Farbverläufe",
        ),
        ("<pattern id='m'/><path d='M0 0h9v9z' style='fill:url(#m)'/>", "enthält Muster"),
        ("<filter id='f'/><path d='M0 0h9v9z' filter='url(#f)'/>", "enthält Filter"),
        ("<path d='M0 0h9v9z' filter='blur(5px)'/>", "enthält Filter"),
        ("<mask id='m'/><path d='M0 0h9v9z' mask='url(#m)'/>", "enthält beschnittene Formen"),
        ("<clipPath id='c'><circle r='5'/></clipPath>", "enthält beschnittene Formen"),
        (
            "<clipPath id='c'><rect width='5' height='5'/></clipPath><path clip-path='url(#c)' d='M0 0h9v9z'/>",
            "enthält beschnittene Formen",
        ),
        ("<marker id='p'/><path d='M0 0h9v9z' marker-end='url(#p)'/>", "enthält Linienenden"),
        ("<path d='M0 0h9v9z' opacity='.5'/>", "enthält durchscheinende Farben"),
        ("<path d='M0 0h9v9z' fill-opacity='.5'/>", "enthält durchscheinende Farben"),
        ("<path d='M0 0h9v9z' fill='rgba(1,2,3,.5)'/>", "enthält durchscheinende Farben"),
        ("<path d='M0 0h9v9z' style='mix-blend-mode:multiply'/>", "enthält Mischmodi"),
        ("<path d='M0 0h9' stroke='red' stroke-dasharray='1 2'/>", "enthält gestrichelte Linien"),
        ("<use href='https://example.org/a.svg#b'/>", "verweist nach außen"),
        ("<use xlink:href='/etc/passwd'/>", "verweist nach außen"),
        ("<path d='M0 0h9v9z' fill='url(https://example.org/#a)'/>", "verweist nach außen"),
        ("<style>@import 'https://example.org/a.css';</style>", "enthält Stilregeln mit @"),
        ("<video/>", "enthält Elemente, die sich nicht zeichnen lassen"),
        ("<path d='M0 0h1e9v9z'/>", "enthält Formen weit außerhalb"),
    ] {
        let fehler = mit(&format!("{form}{inhalt}")).unwrap_err();
        assert!(
            fehler.starts_with(&format!("Das Logo {grund}")) && fehler.ends_with('.'),
            "{inhalt}: {fehler}"
        );
    }
    for (datei, grund) in [
        ("<svg", "ist kein lesbares SVG"),
        ("<html><svg/></html>", "ist kein lesbares SVG"),
        ("<svg xmlns='http://www.w3.org/2000/svg' width='0' height='5'/>", "ist kein lesbares SVG"),
        ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>", "zeigt keine Formen"),
    ] {
        assert_eq!(lies(datei).unwrap_err(), format!("Das Logo {grund}."), "{datei}");
    }
    let latin = Logobild::lies(Logoart::Svg, b"<svg>\xe4</svg>").unwrap_err().to_string();
    assert_eq!(latin, "Das Logo ist nicht in UTF-8 gespeichert.");
    assert_eq!(Logoart::erkenne(b"\x1f\x8b gepackt"), None);
    assert_eq!(Logoart::erkenne(b"GIF89a"), None);
}

/// Files that would become huge, or end the program, if they were simply expanded.
#[test]
fn feindliches_svg_wird_schnell_abgelehnt() {
    let leiter = |elemente: usize, je: usize| {
        (1..elemente).fold(String::from("<path id='e0' d='M0 0h9v9z'/>"), |svg, i| {
            let benutzt = format!("<use href='#e{}'/>", i - 1).repeat(je);
            format!("{svg}<g id='e{i}'>{benutzt}</g>")
        })
    };
    let rahmen = "<clipPath id='c'><rect width='100' height='100'/></clipPath>";
    let lang = "L1 1L9 9".repeat(100_000);
    let kreise = "<circle r='9' stroke='red' stroke-width='7' stroke-linejoin='round'/>".repeat(4_000);
    let regeln = "g g g path{fill:red}".repeat(400);
    let tief_css = format!("{}{}", "<g>".repeat(30), "<path d='M0 0h9v9z'/>".repeat(5_000));
    let lol = (1..30).fold(String::from("<!ENTITY a0 'lol'>"), |d, i| {
        format!("{d}<!ENTITY a{i} '&a{};&a{};'>", i - 1, i - 1)
    });
    let faelle = [
        leiter(40, 10),
        leiter(3_000, 1),
        "<g id='a'><use href='#a'/><use href='#a'/></g>".to_owned(),
        "<use id='a' href='#b'/><use id='b' href='#a'/>".to_owned(),
        format!("{}<path/>{}", "<g>".repeat(100_000), "</g>".repeat(100_000)),
        "<path d='M0 0h9v9z'/>".repeat(40_000),
        format!("<path id='p' d='M0 0{lang}'/>{}", "<use href='#p'/>".repeat(5_000)),
        format!("<path d='M0 0{lang}' stroke='red' stroke-width='9'/>"),
        format!("{rahmen}{}{}", "<g clip-path='url(#c)'>".repeat(50), "</g>".repeat(50)),
        format!("<style>{regeln}</style>{tief_css}{}", "</g>".repeat(30)),
        kreise,
    ];
    let svg = |inhalt: &str| {
        format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>{inhalt}</svg>")
    };
    let alle = faelle.iter().map(|f| svg(f)).chain([format!("<!DOCTYPE svg [{lol}]>{}", svg("&a29;"))]);
    for (i, fall) in alle.enumerate() {
        let ab = jetzt();
        let fehler = lies(&fall).map(|f| f.len()).unwrap_err();
        assert!(ab.elapsed() < Duration::from_secs(2), "{i}: {:?}", ab.elapsed());
        assert!(fehler.contains("umfangreich") || fehler.contains("Entitäten"), "{i}: {fehler}");
    }
}

/// The most that is still taken costs no more than a moment either.
#[test]
fn das_groesste_erlaubte_ist_schnell() {
    let regeln = "g g g path{fill:red}".repeat(42);
    let kreise = "<circle r='9' stroke='red' stroke-width='7' stroke-linejoin='round'/>".repeat(300);
    for inhalt in [
        format!(
            "<style>{regeln}</style>{}{}{}",
            "<g>".repeat(30),
            "<path d='M0 0h9v9z'/>".repeat(4_900),
            "</g>".repeat(30)
        ),
        kreise,
        format!("<path d='M0 0{}' stroke='red' stroke-width='9'/>", "L1 1L9 9".repeat(2_000)),
    ] {
        let ab = jetzt();
        let flaechen = mit(&inhalt).map(|f| f.len());
        assert!(flaechen.is_ok(), "{:.80}: {flaechen:?}", inhalt);
        assert!(ab.elapsed() < Duration::from_secs(10), "{:?}", ab.elapsed());
    }
}

/// Any changed byte: an error or another picture, never a panic and never long.
#[test]
fn schadhaftes_svg_ist_ein_fehler_oder_ein_anderes_bild() {
    let ab = jetzt();
    for laenge in (0..LOGO.len()).step_by(7) {
        let _ = Logobild::lies(Logoart::Svg, &LOGO[..laenge]);
    }
    for i in 0..LOGO.len() {
        for wert in *b"<9-#e" {
            let mut schlecht = LOGO.to_vec();
            schlecht[i] = wert;
            if let Ok(bild) = Logobild::lies(Logoart::Svg, &schlecht) {
                bild.adresse().unwrap();
            }
        }
    }
    assert!(ab.elapsed() < Duration::from_secs(120), "{:?}", ab.elapsed());
}

/// A long line of the house stands on a line of its own; the mark is never cut, the name of the house is.
#[test]
fn langer_seitenrand_stoesst_nirgends_an() {
    let mut bericht = muster::bericht();
    bericht.kopf.haus = "Jobcenter mit einem außerordentlich langen Namen im Landkreis und in der Stadt Musterhausen an der Muster".into();
    bericht.kopf.vertraulichkeit =
        Some("Vertraulich: nur für Geschäftsführung und Rechnungsprüfung X".into());
    bericht.kopf.hauszeile =
        format!("{} Ende", "Musterstraße 1, 12345 Musterstadt, Telefon 0 · ".repeat(2).trim());
    bericht.kopf.hauszeile.truncate(80);
    bericht.bloecke.push(Block::Absatz("Schluss".into()));
    let zeichnung = zeichne(&bericht).unwrap();
    for seite in &zeichnung.seiten[1..] {
        let texte: Vec<(&str, [f32; 4])> = seite
            .teile
            .iter()
            .filter_map(|t| {
                if let Form::Text { text, .. } = &t.form {
                    Some((text.as_str(), t.form.flaeche()))
                } else {
                    None
                }
            })
            .filter(|(_, f)| f[1] < 65.0 || f[3] > 780.0)
            .collect();
        let ganz = texte.iter().map(|t| t.0).collect::<String>();
        for teil in [
            "Vertraulich: nur für Geschäftsführung und Rechnungsprüfung X",
            "Seite ",
            &bericht.kopf.hauszeile,
        ] {
            assert!(ganz.contains(teil), "{teil} in {ganz}");
        }
        for (i, (a, fa)) in texte.iter().enumerate() {
            assert!(fa[2] <= 595.28 - 70.0 && fa[3] < 841.89 - 28.0, "{a} {fa:?}");
            for (b, fb) in &texte[i + 1..] {
                let getrennt =
                    fa[2] <= fb[0] + 0.1 || fb[2] <= fa[0] + 0.1 || fa[3] <= fb[1] || fb[3] <= fa[1];
                assert!(getrennt, "{a} {fa:?} und {b} {fb:?}");
            }
        }
    }
    pruefe(&als_pdf(&bericht).unwrap());
}
