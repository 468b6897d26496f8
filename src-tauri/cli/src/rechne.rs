//! `rechne`: recalculates figures, one JSON line in, one JSON line out, without a house.

use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use iks_core::rechne::antworte;

/// Some shells put this mark before what they pipe.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// `iksctl rechne`. Every line is answered and flushed at once, so that a caller may ask and wait.
pub fn rechne() -> ExitCode {
    match beantworte_alle(io::stdin().lock(), io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        // A reader that has seen enough closes the pipe; that is no error of ours.
        Err(fehler) if fehler.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(_) => {
            crate::ausgabe::melde(
                "Die Eingabe kann nicht gelesen oder die Antwort nicht geschrieben werden.",
            );
            ExitCode::FAILURE
        }
    }
}

fn beantworte_alle(mut eingabe: impl BufRead, mut ausgabe: impl Write) -> io::Result<()> {
    let mut zeile = Vec::new();
    let mut erste = true;
    while eingabe.read_until(b'\n', &mut zeile)? > 0 {
        let inhalt = match zeile.strip_prefix(BYTE_ORDER_MARK) {
            Some(rest) if erste => rest,
            _ => &zeile[..],
        };
        writeln!(ausgabe, "{}", antworte(inhalt))?;
        ausgabe.flush()?;
        zeile.clear();
        erste = false;
    }
    Ok(())
}
