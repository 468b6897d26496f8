//! Every report is PDF/A-2a and PDF/UA-1, as an independent checker sees it (crate `page_validation`,
//! tried by its author on the corpus of veraPDF).

use page_validation::{SafetyLimits, ValidationOptions, ValidationProfile, validate_pdf_bytes};

/// Fails with the rules that a file breaks.
#[track_caller]
pub fn pruefe(bytes: &[u8]) {
    for profil in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
        let funde = funde(bytes, profil);
        assert!(funde.is_empty(), "{profil:?}:\n{}", funde.join("\n"));
    }
}

/// Rules of a profile that a file breaks.
pub fn funde(bytes: &[u8], profil: ValidationProfile) -> Vec<String> {
    // Without a higher limit a table of more than 1,024 rows is an error instead of a verdict.
    let grenzen =
        SafetyLimits::default().with_max_table_grid_rows(100_000).with_max_table_grid_cells(10_000_000);
    let bericht =
        validate_pdf_bytes(bytes, &ValidationOptions::default().profile(profil).limits(grenzen)).unwrap();
    let mut funde: Vec<String> =
        bericht.failures.iter().map(|f| format!("{}: {}", f.rule_id, f.message)).collect();
    if !bericht.is_compliant && funde.is_empty() {
        funde.push("not compliant".into());
    }
    funde
}

#[test]
fn muster_ist_pdf_a_2a_und_pdf_ua_1() {
    let bytes = iks_core::bericht::als_pdf(&super::muster::bericht()).unwrap();
    if let Some(ziel) = std::env::var_os("IKS_TEST_BERICHT") {
        std::fs::write(ziel, &bytes).unwrap();
    }
    pruefe(&bytes);
}
