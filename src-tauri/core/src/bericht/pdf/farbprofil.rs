//! The colour space pages are meant for: sRGB as an ICC profile, made from its definition, so that
//! nobody else's file is embedded.

/// A display profile of version 4 with three primaries and one curve (ICC.1:2010, 8.3).
///
/// Primaries and adaptation matrix are those of IEC 61966-2-1 adapted to D50 by Bradford, the curve
/// is its transfer function as a parametric curve of type 3.
pub(super) fn srgb() -> Vec<u8> {
    let text = |text: &str| {
        let mut aus = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS".to_vec();
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        aus.extend(u32::try_from(utf16.len()).unwrap_or(0).to_be_bytes());
        aus.extend(28u32.to_be_bytes());
        aus.extend(utf16);
        aus
    };
    let xyz = |werte: [f64; 3]| {
        let mut aus = b"XYZ \0\0\0\0".to_vec();
        aus.extend(werte.iter().flat_map(|w| festkomma(*w)));
        aus
    };
    let kurve = {
        let mut aus = b"para\0\0\0\0\0\x03\0\0".to_vec();
        let werte = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045];
        aus.extend(werte.iter().flat_map(|w| festkomma(*w)));
        aus
    };
    let anpassung = {
        let mut aus = b"sf32\0\0\0\0".to_vec();
        let werte = [
            1.047_811_2,
            0.022_886_6,
            -0.050_127,
            0.029_542_4,
            0.990_484_4,
            -0.017_049_1,
            -0.009_234_5,
            0.015_043_6,
            0.752_131_6,
        ];
        aus.extend(werte.iter().flat_map(|w| festkomma(*w)));
        aus
    };
    let eintraege: [(&[u8; 4], Vec<u8>); 10] = [
        (b"desc", text("sRGB")),
        (b"cprt", text("No copyright, use freely")),
        (b"wtpt", xyz([0.9642, 1.0, 0.8249])),
        (b"chad", anpassung),
        (b"rXYZ", xyz([0.436_074_7, 0.222_504_5, 0.013_932_2])),
        (b"gXYZ", xyz([0.385_064_9, 0.716_878_6, 0.097_104_5])),
        (b"bXYZ", xyz([0.143_080_4, 0.060_616_9, 0.714_173_3])),
        (b"rTRC", kurve.clone()),
        (b"gTRC", kurve.clone()),
        (b"bTRC", kurve),
    ];
    let mut verzeichnis = 10u32.to_be_bytes().to_vec();
    let mut daten: Vec<u8> = Vec::new();
    for (name, inhalt) in &eintraege {
        while !daten.len().is_multiple_of(4) {
            daten.push(0);
        }
        verzeichnis.extend(name.iter());
        let ab = 128 + 4 + 10 * 12 + daten.len();
        verzeichnis.extend(u32::try_from(ab).unwrap_or(0).to_be_bytes());
        verzeichnis.extend(u32::try_from(inhalt.len()).unwrap_or(0).to_be_bytes());
        daten.extend(inhalt);
    }
    while !daten.len().is_multiple_of(4) {
        daten.push(0);
    }
    let mut profil = kopf(128 + verzeichnis.len() + daten.len());
    profil.extend(verzeichnis);
    profil.extend(daten);
    profil
}

fn kopf(groesse: usize) -> Vec<u8> {
    let mut kopf = u32::try_from(groesse).unwrap_or(0).to_be_bytes().to_vec();
    kopf.extend([0; 4]);
    kopf.extend([4, 0x20, 0, 0]);
    kopf.extend(b"mntrRGB XYZ ");
    // A fixed day: the profile belongs to the program, not to the report.
    kopf.extend([2026u16, 1, 1, 0, 0, 0].iter().flat_map(|n| n.to_be_bytes()));
    kopf.extend(b"acsp");
    kopf.extend([0; 28]);
    kopf.extend([0.9642, 1.0, 0.8249].iter().flat_map(|w| festkomma(*w)));
    kopf.resize(128, 0);
    kopf
}

/// Signed fixed point with 16 fractional bits.
#[expect(clippy::cast_possible_truncation, reason = "values of a profile are small")]
fn festkomma(wert: f64) -> [u8; 4] {
    ((wert * 65536.0).round() as i32).to_be_bytes()
}
