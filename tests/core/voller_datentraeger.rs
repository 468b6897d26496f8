//! A disk that is full while something is written: a sentence, and nothing is lost.
//!
//! The house lies on a small disk of its own, mounted for a child process only (Linux, user namespaces).

use crate::pruefliste::Listen;
use iks_core::fehler::Code;
use serde_json::json;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Names the folder outside of the small disk; only the child has it.
const AUSSEN: &str = "IKS_TEST_VOLLER_DATENTRAEGER";

/// Runs a shell line as the owner of mounts of its own.
fn im_eigenen_namensraum(zeile: &str) -> Command {
    let mut befehl = Command::new("unshare");
    befehl.args(["--user", "--map-root-user", "--mount", "sh", "-c", zeile]);
    befehl
}

#[test]
fn voller_datentraeger_beim_anhaengen_und_antworten() {
    if !im_eigenen_namensraum("mount -t tmpfs tmpfs /mnt").status().is_ok_and(|s| s.success()) {
        println!("übersprungen: Dieser Rechner erlaubt keine eigenen Einhängepunkte (unshare, mount).");
        return;
    }
    let aussen = tempfile::tempdir().unwrap();
    let eng = aussen.path().join("eng");
    fs::create_dir(&eng).unwrap();
    let lauf = im_eigenen_namensraum(
        "mount -t tmpfs -o size=24m tmpfs \"$1\" && shift && exec \"$@\" --ignored --exact voller_datentraeger::auf_dem_engen --nocapture",
    )
    .arg("sh")
    .arg(&eng)
    .arg(std::env::current_exe().unwrap())
    .env("TMPDIR", &eng)
    .env(AUSSEN, aussen.path())
    .output()
    .unwrap();
    let text = String::from_utf8_lossy(&lauf.stdout) + String::from_utf8_lossy(&lauf.stderr);
    assert!(lauf.status.success() && text.contains("1 passed"), "{text}");
}

#[test]
#[ignore = "runs in the child process of the test above"]
fn auf_dem_engen() {
    let aussen = PathBuf::from(std::env::var_os(AUSSEN).expect("only in the child process"));
    let l = Listen::neu();
    assert!(l.t.ordner.path().starts_with(aussen.join("eng")));
    let id = l.planen(&l.quirin, "it_sicherheit", json!({})).unwrap();
    let gross = aussen.join("gross.pdf");
    fs::write(&gross, vec![7; 22 * 1024 * 1024]).unwrap();
    let fehler = l.nachweis(&l.quirin, &id, "it-01", gross.to_str()).unwrap_err();
    assert_eq!(fehler.code, Code::Datei, "{fehler:?}");
    assert_eq!(fehler.text, "Der Datenträger ist voll. Die Datei wurde nicht geschrieben.");
    // Nothing half written, no evidence without its file, and the house goes on.
    assert_eq!(fs::read_dir(l.t.pfad().anhaenge()).unwrap().count(), 0);
    assert_eq!(l.lesen(&l.quirin, &id)["nachweise"], json!([]));
    let klein = aussen.join("klein.pdf");
    fs::write(&klein, vec![7; 64 * 1024]).unwrap();
    l.nachweis(&l.quirin, &id, "it-01", klein.to_str()).unwrap();

    // Nothing is left at all: the answer is refused whole, and taken when there is room again.
    l.antworten(&l.quirin, &id, "it-01", "erfuellt", "").unwrap();
    let ballast = aussen.join("eng/ballast");
    // What goes in stays in.
    fs::write(&ballast, vec![0; 24 * 1024 * 1024]).unwrap_err();
    let bemerkung = "Das Konzept liegt seit März vor. ".repeat(50);
    let mut abgelehnt = None;
    for frage in ["it-02", "it-03", "it-04", "it-05", "it-06", "it-07", "it-08", "it-09", "it-10"] {
        if let Err(fehler) = l.antworten(&l.quirin, &id, frage, "teilweise", &bemerkung) {
            abgelehnt = Some((frage, fehler));
            break;
        }
    }
    let (frage, fehler) = abgelehnt.expect("the disk was full");
    assert!(fehler.text.starts_with("Der Datenträger ist voll."), "{fehler:?}");
    let beantwortet = |frage: &str| {
        let d = l.lesen(&l.quirin, &id);
        d["antworten"].as_array().unwrap().iter().any(|a| a["frage"] == frage)
    };
    assert!(beantwortet("it-01") && !beantwortet(frage));
    fs::remove_file(&ballast).unwrap();
    l.antworten(&l.quirin, &id, frage, "teilweise", &bemerkung).unwrap();
    assert!(beantwortet(frage));
    l.t.protokoll_stimmt();
}
