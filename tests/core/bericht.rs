//! The report engine against the tools an auditor's office has: poppler and qpdf.

mod antwort;
mod beilagen;
mod bilder;
pub mod demohaus;
mod eigene;
pub mod konform;
mod lesen;
mod logo;
mod mangel;
mod modelltext;
mod muster;
mod satz;

use std::path::PathBuf;
use std::process::Command;

use iks_core::bericht::modell::{Alternativtext, Block, Spalte, Stufe, Tabelle, Text, Zeile};
use iks_core::bericht::struktur::Rolle;
use iks_core::bericht::zeichnung::{Artefakt, Form, Marke, Zeichnung};
use iks_core::bericht::{Bericht, BerichtFehler, als_pdf, als_svg, pdf, zeichne};

fn mit(bloecke: Vec<Block>) -> Bericht {
    Bericht { kopf: muster::kopf(), bloecke, beilagen: Vec::new() }
}

struct Datei {
    _ordner: tempfile::TempDir,
    pfad: PathBuf,
}

fn datei(bericht: &Bericht) -> Datei {
    let ordner = tempfile::tempdir().unwrap();
    let pfad = ordner.path().join("bericht.pdf");
    std::fs::write(&pfad, als_pdf(bericht).unwrap()).unwrap();
    Datei { _ordner: ordner, pfad }
}

impl Datei {
    fn werkzeug(&self, name: &str, davor: &[&str], danach: &[&str]) -> String {
        let ausgabe = Command::new(name).args(davor).arg(&self.pfad).args(danach).output().unwrap();
        assert!(ausgabe.status.success(), "{name}: {}{}", text(&ausgabe.stdout), text(&ausgabe.stderr));
        assert!(ausgabe.stderr.is_empty(), "{name}: {}", text(&ausgabe.stderr));
        text(&ausgabe.stdout)
    }

    /// Text in the order of the file, one entry a page, white space made uniform.
    fn seiten(&self) -> Vec<String> {
        let roh = self.werkzeug("pdftotext", &["-raw", "-enc", "UTF-8"], &["-"]);
        roh.trim_end_matches('\u{c}')
            .split('\u{c}')
            .map(|s| s.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    }

    fn einwandfrei(&self) {
        let befund = self.werkzeug("qpdf", &["--check"], &[]);
        assert!(befund.contains("No syntax or stream encoding errors"), "{befund}");
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn muster_ist_einwandfrei_und_der_text_steht_in_lesefolge() {
    let datei = datei(&muster::bericht());
    datei.einwandfrei();
    let alles = datei.seiten().join(" ");
    let mut ab = 0;
    for erwartet in [
        "Jobcenter Musterkreis",
        "Einkommensanrechnung – Prüfung der Leistungsakten",
        "Prüfzeitraum 01.01.2026 bis 31.03.2026",
        "Ergebnis",
        "Die Fehlerquote beträgt höchstens 12,8 %",
        "1 Grundgesamtheit und Ziehung",
        "nach § 11b SGB II",
        "Obere Schranke der Fehlerquote je Team",
        "Feststellungen",
        "Übergangsregelung",
        "1.234,56 €",
        "Prüfpfad",
    ] {
        let stelle = alles[ab..]
            .find(erwartet)
            .unwrap_or_else(|| panic!("„{erwartet}“ fehlt oder steht zu früh in:\n{alles}"));
        ab += stelle;
    }
}

#[test]
fn seitenzahlen_und_raender_stehen_auf_jeder_seite() {
    let seiten = datei(&muster::bericht()).seiten();
    let anzahl = seiten.len();
    assert!(anzahl >= 4, "{anzahl}");
    for (i, seite) in seiten.iter().enumerate() {
        assert!(
            seite.ends_with(&format!("Prüfbericht FA-2026-001 · Version 1 Seite {} von {anzahl}", i + 1)),
            "{seite}"
        );
        let kopfzeile = seite.matches("Nur für den Dienstgebrauch").count();
        assert_eq!(kopfzeile, 1, "Seite {}: {seite}", i + 1);
    }
}

#[test]
fn zweimal_dieselben_bytes() {
    let bericht = muster::bericht();
    let erste = als_pdf(&bericht).unwrap();
    let _anderes_dazwischen = als_pdf(&mit(vec![Block::Absatz("x".into())])).unwrap();
    assert!(erste == als_pdf(&bericht).unwrap());
    let mut anderer = bericht;
    anderer.kopf.erstellt += chrono::TimeDelta::seconds(1);
    assert!(erste != als_pdf(&anderer).unwrap());
}

#[test]
fn angaben_zum_dokument_kommen_aus_dem_modell() {
    let datei = datei(&muster::bericht());
    let info = datei.werkzeug("pdfinfo", &["-isodates"], &[]);
    for zeile in [
        "Title:           Prüfbericht FA-2026-001: Einkommensanrechnung",
        "Subject:         Fachaufsicht, Prüfzeitraum 1. Quartal 2026",
        "Author:          Jobcenter Musterkreis",
        "CreationDate:    2026-04-20T10:15:00+02",
        "ModDate:         2026-04-20T10:15:00+02",
        "Page size:       595.28 x 841.89 pts (A4)",
        "PDF version:     1.7",
    ] {
        assert!(info.contains(zeile), "„{zeile}“ fehlt in\n{info}");
    }
    let roh = std::fs::read(&datei.pfad).unwrap();
    let dokument = lopdf::Document::load_mem(&roh).unwrap();
    let katalog = dokument.catalog().unwrap();
    assert_eq!(katalog.get(b"Lang").unwrap().as_str().unwrap(), b"de-DE");
    assert!(
        katalog
            .get(b"ViewerPreferences")
            .unwrap()
            .as_dict()
            .unwrap()
            .get(b"DisplayDocTitle")
            .unwrap()
            .as_bool()
            .unwrap()
    );
}

#[test]
fn gliederung_entspricht_den_ueberschriften() {
    let bericht = muster::bericht();
    let erwartet: Vec<(usize, String)> = bericht
        .bloecke
        .iter()
        .filter_map(|b| match b {
            Block::Ueberschrift(stufe, text) => Some((usize::from(stufe.zahl()), text.clone())),
            _ => None,
        })
        .collect();
    let dokument = lopdf::Document::load_mem(&als_pdf(&bericht).unwrap()).unwrap();
    let gefunden: Vec<(usize, String)> =
        dokument.get_toc().unwrap().toc.into_iter().map(|e| (e.level, e.title)).collect();
    assert_eq!(gefunden, erwartet);
}

#[test]
fn schriften_sind_als_auszug_eingebettet() {
    let liste = datei(&muster::bericht()).werkzeug("pdffonts", &[], &[]);
    let zeilen: Vec<&str> = liste.lines().skip(2).collect();
    assert_eq!(zeilen.len(), 3, "{liste}");
    for zeile in zeilen {
        assert!(zeile.contains("+SourceSans3-") && zeile.contains("yes yes yes"), "{zeile}");
    }
}

#[test]
fn eine_und_fuenf_und_hundert_seiten() {
    for anzahl in [1, 5, 100] {
        let bloecke = (1..=anzahl)
            .flat_map(|n| {
                [
                    Block::Seitenumbruch,
                    Block::Ueberschrift(Stufe::Eins, format!("Kapitel {n}")),
                    Block::Absatz("Text für §§ 44, 45 SGB X".into()),
                ]
            })
            .collect();
        let bericht = mit(bloecke);
        let datei = datei(&bericht);
        datei.einwandfrei();
        let bytes = std::fs::read(&datei.pfad).unwrap();
        konform::pruefe(&bytes);
        assert_eq!(eigene::befunde(&bytes, &bericht), [] as [String; 0]);
        let seiten = datei.seiten();
        assert_eq!(seiten.len(), anzahl);
        assert!(seiten[anzahl - 1].contains(&format!("Kapitel {anzahl} Text für §§ 44, 45 SGB X")));
    }
}

#[test]
fn tabelle_mit_4500_zeilen() {
    let tabelle = muster::grosse_tabelle(4500);
    let bericht = mit(vec![Block::Ueberschrift(Stufe::Eins, "Anlage".into()), Block::Tabelle(tabelle)]);
    let datei = datei(&bericht);
    datei.einwandfrei();
    let bytes = std::fs::read(&datei.pfad).unwrap();
    konform::pruefe(&bytes);
    assert_eq!(eigene::befunde(&bytes, &bericht), [] as [String; 0]);
    let seiten = datei.seiten();
    assert!(seiten.len() > 80, "{}", seiten.len());
    for seite in &seiten {
        assert_eq!(seite.matches("Pseudonym Team Sachgebiet").count(), 1, "{seite}");
    }
    // Every row once, in order.
    let alles = seiten.join(" ");
    let nummern: Vec<usize> =
        alles.split(' ').filter_map(|w| w.strip_prefix("P-")).filter_map(|n| n.parse().ok()).collect();
    assert_eq!(nummern, (1..=4500).collect::<Vec<_>>());
    // Wrapped text inside a narrow cell is complete.
    assert_eq!(alles.matches("Anrechnung von Einkommen und Vermögen").count(), 4500);
    assert!(std::fs::metadata(&datei.pfad).unwrap().len() < 4_000_000);
}

#[test]
fn keine_zeile_wird_zwischen_seiten_geteilt() {
    let zeichnung = zeichne(&mit(vec![Block::Tabelle(muster::grosse_tabelle(300))])).unwrap();
    let mut gesehen = std::collections::BTreeMap::new();
    for (seite, text, marke) in texte(&zeichnung) {
        let Marke::Inhalt(knoten) = marke else { continue };
        if let Some(zeile) = zeichnung.baum.in_einem(knoten, |r| *r == Rolle::Zeile) {
            assert_eq!(*gesehen.entry(zeile).or_insert(seite), seite, "{text}");
        }
    }
    // 300 rows and the header.
    assert_eq!(gesehen.len(), 301);
}

#[test]
fn wiederholter_tabellenkopf_ist_artefakt() {
    let zeichnung = zeichne(&mit(vec![Block::Tabelle(muster::grosse_tabelle(200))])).unwrap();
    let mut koepfe = 0;
    for (seite, text, marke) in texte(&zeichnung).filter(|(_, t, _)| *t == "Pseudonym") {
        koepfe += 1;
        match marke {
            Marke::Inhalt(k) => {
                assert!(matches!(zeichnung.baum.element(k).rolle, Rolle::Kopfzelle { .. }));
                assert_eq!(seite, 0);
            }
            Marke::Artefakt(Artefakt::Wiederholung) => assert!(seite > 0),
            anders => panic!("{text}: {anders:?}"),
        }
    }
    assert_eq!(koepfe, zeichnung.seiten.len());
}

#[test]
fn zeile_hoeher_als_eine_seite_wird_geteilt_und_bleibt_vollstaendig() {
    let lang = (1..=2500).map(|n| format!("w{n}")).collect::<Vec<_>>().join(" ");
    let tabelle = Tabelle {
        beschriftung: Some("Sehr lang".into()),
        spalten: vec![Spalte::links("Nr", 1.0), Spalte::links("Text", 4.0)],
        zeilen: vec![["1", "kurz"].into_iter().collect(), ["2", lang.as_str()].into_iter().collect()],
        ..Tabelle::default()
    };
    let datei = datei(&mit(vec![Block::Tabelle(tabelle)]));
    let seiten = datei.seiten();
    assert!(seiten.len() > 2);
    let worte: Vec<&str> = seiten
        .iter()
        .flat_map(|s| s.split(' '))
        .filter(|w| w.starts_with('w') && w.len() > 1 && w[1..].chars().all(|c| c.is_ascii_digit()))
        .collect();
    assert_eq!(worte.join(" "), lang);
}

#[test]
fn zellen_brechen_um_und_bleiben_in_ihrer_spalte() {
    let zeichnung = zeichne(&mit(vec![Block::Tabelle(muster::grosse_tabelle(3))])).unwrap();
    let zelle = texte(&zeichnung).find(|(_, t, _)| t.starts_with("Anrechnung")).unwrap().2;
    let grundlinien: Vec<f32> = zeichnung.seiten[0]
        .teile
        .iter()
        .filter(|t| t.marke == zelle)
        .filter_map(|t| match t.form {
            Form::Text { y, .. } => Some(y),
            _ => None,
        })
        .collect();
    assert!(grundlinien.len() > 1, "die Zelle hat nur eine Zeile");
    assert!(grundlinien.windows(2).all(|p| p[1] > p[0] + 5.0));
}

#[test]
fn ueberschrift_bleibt_bei_ihrem_text() {
    // Whatever stands above, a heading is never the last content of a page.
    for zeilen in 30..60 {
        let mut bloecke: Vec<Block> = (0..zeilen).map(|_| Block::Absatz("Zeile".into())).collect();
        bloecke.push(Block::Ueberschrift(Stufe::Eins, "Überschrift".into()));
        bloecke.push(Block::Absatz("Danach".into()));
        let zeichnung = zeichne(&mit(bloecke)).unwrap();
        let seite_von =
            |gesucht: &str| texte(&zeichnung).find(|(_, t, _)| *t == gesucht).map(|(s, ..)| s).unwrap();
        assert_eq!(seite_von("Überschrift"), seite_von("Danach"), "bei {zeilen} Absätzen");
    }
}

#[test]
fn nichts_steht_ausserhalb_der_raender() {
    let zeichnung = zeichne(&muster::bericht()).unwrap();
    for (nummer, seite) in zeichnung.seiten.iter().enumerate() {
        for teil in &seite.teile {
            let Form::Text { x, y, text, .. } = &teil.form else {
                continue;
            };
            let rand = matches!(teil.marke, Marke::Artefakt(Artefakt::Seitenrand));
            let (oben, unten) = if rand { (30.0, 815.0) } else { (70.0, 772.0) };
            assert!(
                *x >= 70.0 && *x < 525.0 && *y > oben && *y < unten,
                "Seite {nummer}: „{text}“ bei {x}, {y}"
            );
        }
    }
}

#[test]
fn fehlendes_zeichen_nennt_zeichen_und_abschnitt() {
    let fehler = als_pdf(&mit(vec![
        Block::Ueberschrift(Stufe::Eins, "Feststellungen".into()),
        Block::Absatz("Alles gut 😀".into()),
    ]))
    .unwrap_err();
    assert_eq!(
        fehler.to_string(),
        "Das Zeichen „😀“ (U+1F600) im Abschnitt „Feststellungen“ lässt sich im Bericht nicht darstellen. Bitte ersetzen Sie es."
    );
    let steuerzeichen = als_pdf(&mit(vec![Block::Absatz("a\u{7}b".into())])).unwrap_err();
    assert_eq!(steuerzeichen, BerichtFehler::FehlendesZeichen { zeichen: '\u{7}', abschnitt: String::new() });
    assert!(!steuerzeichen.to_string().contains('\u{7}'));
}

#[test]
fn zu_viele_spalten_und_falsche_zellenzahl_sind_fehler() {
    let tabelle = |spalten: usize, zellen: usize| {
        Block::Tabelle(Tabelle {
            beschriftung: None,
            spalten: (0..spalten).map(|n| Spalte::links(&format!("Spalte {n}"), 1.0)).collect(),
            zeilen: vec![vec!["Wort"; zellen].into_iter().collect::<Zeile>()],
            eng: true,
            ..Tabelle::default()
        })
    };
    assert!(matches!(als_pdf(&mit(vec![tabelle(40, 40)])), Err(BerichtFehler::SpalteZuSchmal { .. })));
    assert!(matches!(
        als_pdf(&mit(vec![tabelle(3, 2)])),
        Err(BerichtFehler::Zellenzahl { zeile: 1, ist: 2, soll: 3, .. })
    ));
}

#[test]
fn diagramm_verlangt_alternativtext_und_brauchbare_zahlen() {
    assert!(Alternativtext::neu("  ").is_err());
    for (wert, schranke) in [(f64::NAN, 1.0), (-1.0, 1.0), (5.0, 4.0), (1.0, f64::INFINITY)] {
        let mut diagramm = muster::balken();
        if let iks_core::bericht::modell::Diagrammart::Balken(balken) = &mut diagramm.inhalt {
            balken[0].wert = wert;
            balken[0].schranke = Some(schranke);
        }
        assert!(
            matches!(als_pdf(&mit(vec![Block::Diagramm(diagramm)])), Err(BerichtFehler::Diagrammzahl { .. })),
            "{wert} {schranke}"
        );
    }
}

#[test]
fn diagramm_ohne_fehler_und_ohne_werte_laesst_sich_zeichnen() {
    use iks_core::bericht::modell::Diagrammart;
    let mut nullen = muster::balken();
    nullen.ziel = None;
    let mut leer = nullen.clone();
    if let Diagrammart::Balken(balken) = &mut nullen.inhalt {
        for b in balken {
            (b.wert, b.schranke) = (0.0, None);
        }
    }
    leer.inhalt = Diagrammart::Verlauf(Vec::new());
    let seiten = datei(&mit(vec![Block::Diagramm(nullen), Block::Diagramm(leer)])).seiten();
    assert!(seiten[0].contains("0,0 % 0,2 % 0,4 % 0,6 % 0,8 % 1,0 %"), "{}", seiten[0]);
}

#[test]
fn uebersprungene_ebene_ist_ein_fehler() {
    for (erste, zweite) in [(Stufe::Zwei, Stufe::Drei), (Stufe::Eins, Stufe::Drei)] {
        let bericht =
            mit(vec![Block::Ueberschrift(erste, "A".into()), Block::Ueberschrift(zweite, "B".into())]);
        assert!(matches!(als_pdf(&bericht), Err(BerichtFehler::Gliederung { .. })));
    }
}

#[test]
fn leerer_bericht_hat_eine_seite_und_leerer_titel_ist_ein_fehler() {
    let leer = mit(Vec::new());
    assert_eq!(datei(&leer).seiten().len(), 1);
    let mut ohne = leer;
    ohne.kopf.titel = " ".into();
    assert!(matches!(als_pdf(&ohne), Err(BerichtFehler::Angabe { .. })));
}

#[test]
fn sehr_langer_name_des_hauses_wird_im_kopf_gekuerzt() {
    let mut bericht = mit(vec![Block::Absatz(Text::from("Text"))]);
    bericht.kopf.haus = "Jobcenter ".repeat(30);
    let seiten = datei(&bericht).seiten();
    assert!(seiten[0].contains('…') && seiten[0].contains("Seite 1 von 1"), "{}", seiten[0]);
}

#[test]
fn vorschau_hat_so_viele_bilder_wie_das_pdf_seiten_und_keine_verweise() {
    let bericht = muster::bericht();
    let zeichnung = zeichne(&bericht).unwrap();
    let schriften = iks_core::bericht::schrift::Schriften::lade().unwrap();
    let bilder = als_svg(&bericht).unwrap();
    assert_eq!(bilder.len(), zeichnung.seiten.len());
    for (bild, seite) in bilder.iter().zip(&zeichnung.seiten) {
        assert!(bild.starts_with("<svg ") && bild.ends_with("</svg>"));
        assert!(!bild.contains("<script") && !bild.contains("<style") && !bild.contains("<foreignObject"));
        // The name of the format is the only address.
        assert_eq!(bild.matches("://").count(), 1);
        // Only outlines of the page itself and pictures inside their own address.
        for verweis in bild.split("href=\"").skip(1) {
            assert!(
                verweis.starts_with('#') || verweis.starts_with("data:image/png;base64,"),
                "{verweis:.40}"
            );
            if let Some(ziel) = verweis.strip_prefix('#').and_then(|v| v.split('"').next()) {
                assert!(bild.contains(&format!("<path id=\"{ziel}\" d=\"M")), "{ziel}");
            }
        }
        // Each letter of the page once, none left out.
        let buchstaben: usize = seite
            .teile
            .iter()
            .filter_map(|t| if let Form::Text { text, .. } = &t.form { Some(text) } else { None })
            .map(|text| text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}')).count())
            .sum();
        assert_eq!(bild.matches("<use ").count(), buchstaben);
    }
    assert_eq!(iks_core::bericht::svg::seiten(&zeichnung, 1, 1).unwrap(), bilder[1..2]);
    assert!(iks_core::bericht::svg::seiten(&zeichnung, bilder.len(), 4).unwrap().is_empty());
    // The drawing is what the PDF is made of.
    assert_eq!(
        pdf::schreibe(&bericht.kopf, &bericht.beilagen, &zeichnung, schriften).unwrap(),
        als_pdf(&bericht).unwrap()
    );
}

#[test]
fn buchstaben_der_vorschau_enden_wo_die_zeile_endet() {
    // "AV" stands closer than its widths.
    let zeichnung = zeichne(&mit(vec![Block::Absatz(Text::from("AVAV"))])).unwrap();
    let schriften = iks_core::bericht::schrift::Schriften::lade().unwrap();
    let (x, groesse, schrift, breite) = zeichnung.seiten[0]
        .teile
        .iter()
        .find_map(|t| match &t.form {
            Form::Text { x, groesse, schrift, text, breite, .. } if text == "AVAV" => {
                Some((*x, *groesse, *schrift, *breite))
            }
            _ => None,
        })
        .unwrap();
    let bild = &iks_core::bericht::svg::seiten(&zeichnung, 0, 1).unwrap()[0];
    let zeile = bild
        .split("<g ")
        .find(|g| g.contains(&format!(" {x:.2} ")) && g.matches("<use").count() == 4)
        .unwrap();
    let letzte: f32 = zeile.rsplit("x=\"").next().unwrap().split('"').next().unwrap().parse().unwrap();
    let ende = (letzte + f32::from(schriften.glyphe(schrift, 'V').unwrap().breite)) * groesse / 1000.0;
    assert!((ende - breite).abs() < 0.01, "{ende} statt {breite}");
    assert!(breite < schriften.breite(schrift, groesse, "A").unwrap() * 4.0);
}

fn texte(zeichnung: &Zeichnung) -> impl Iterator<Item = (usize, &str, Marke)> {
    zeichnung.seiten.iter().enumerate().flat_map(|(i, seite)| {
        seite.teile.iter().filter_map(move |teil| match &teil.form {
            Form::Text { text, .. } => Some((i, text.trim_end(), teil.marke)),
            _ => None,
        })
    })
}
