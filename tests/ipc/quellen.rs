//! The source tree as text, and Rust code without its comments, its texts and its tests.

use std::{fs, path::Path};

/// One file; `pfad` is relative to the root, with `/`.
pub struct Datei {
    pub pfad: String,
    pub text: String,
}

/// The files that rules look at.
pub struct Baum(pub Vec<Datei>);

/// Written by tools, or not ours.
const UEBERGANGEN: [&str; 7] = [".git", "node_modules", "target", "dist", "gen", "fixtures", "ausgabe"];
const ENDUNGEN: [&str; 13] =
    ["rs", "ts", "js", "mjs", "svelte", "css", "html", "sql", "sh", "json", "toml", "lock", "yml"];

impl Baum {
    /// The real sources.
    pub fn lies() -> Self {
        let wurzel = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut dateien = Vec::new();
        sammle(wurzel, wurzel, &mut dateien);
        dateien.sort_by(|a, b| a.pfad.cmp(&b.pfad));
        assert!(dateien.len() > 20, "only {} files found below {}", dateien.len(), wurzel.display());
        Self(dateien)
    }

    /// A small tree for trying a rule.
    pub fn aus(dateien: &[(&str, &str)]) -> Self {
        let datei = |&(pfad, text): &(&str, &str)| Datei { pfad: pfad.into(), text: text.into() };
        Self(dateien.iter().map(datei).collect())
    }

    pub fn text(&self, pfad: &str) -> &str {
        self.0.iter().find(|d| d.pfad == pfad).map_or("", |d| &d.text)
    }

    pub fn unter<'a>(&'a self, ordner: &'a str, endung: &'a str) -> impl Iterator<Item = &'a Datei> {
        self.0.iter().filter(move |d| d.pfad.starts_with(ordner) && d.pfad.ends_with(endung))
    }

    /// Rust sources that ship: no suites, no test modules in files of their own, no benches.
    pub fn ausgeliefert(&self) -> impl Iterator<Item = (&str, String)> {
        self.unter("src-tauri/", ".rs")
            .filter(|d| d.pfad.contains("/src/") && !ist_testdatei(&d.pfad))
            .map(|d| (d.pfad.as_str(), ohne_tests(&nur_code(&d.text))))
    }
}

fn sammle(wurzel: &Path, ordner: &Path, dateien: &mut Vec<Datei>) {
    for eintrag in fs::read_dir(ordner).unwrap() {
        let pfad = eintrag.unwrap().path();
        let name = pfad.file_name().unwrap().to_string_lossy().into_owned();
        if pfad.is_dir() {
            if !UEBERGANGEN.contains(&name.as_str()) {
                sammle(wurzel, &pfad, dateien);
            }
        } else if pfad.extension().is_some_and(|e| ENDUNGEN.iter().any(|x| e == *x))
            && let Ok(text) = fs::read_to_string(&pfad)
        {
            let relativ = pfad.strip_prefix(wurzel).unwrap().to_string_lossy().replace('\\', "/");
            dateien.push(Datei { pfad: relativ, text });
        }
    }
}

fn ist_testdatei(pfad: &str) -> bool {
    pfad.ends_with("/tests.rs") || pfad.ends_with("_tests.rs") || pfad.contains("/tests/")
}

/// Rust code with comments and the inside of texts blanked; line numbers stay.
pub fn nur_code(text: &str) -> String {
    let zeichen: Vec<char> = text.chars().collect();
    let mut aus = String::with_capacity(text.len());
    let mut i = 0;
    while i < zeichen.len() {
        let ende = match (zeichen[i], zeichen.get(i + 1)) {
            ('/', Some('/')) => bis_zeilenende(&zeichen, i),
            ('/', Some('*')) => bis_kommentarende(&zeichen, i),
            ('"', _) => bis_textende(&zeichen, i),
            ('r', Some('"' | '#')) if i == 0 || !ist_name(zeichen[i - 1]) || zeichen[i - 1] == 'b' => {
                bis_rohtextende(&zeichen, i)
            }
            ('\'', Some('\\')) => {
                zeichen[i + 3..].iter().position(|c| *c == '\'').map_or(i + 1, |n| i + n + 4)
            }
            ('\'', _) if zeichen.get(i + 2) == Some(&'\'') => i + 3,
            _ => i,
        };
        if ende <= i {
            aus.push(zeichen[i]);
            i += 1;
        } else {
            aus.extend(zeichen[i..ende].iter().map(|c| if *c == '\n' { '\n' } else { ' ' }));
            i = ende;
        }
    }
    aus
}

fn ist_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn bis_zeilenende(z: &[char], i: usize) -> usize {
    z[i..].iter().position(|c| *c == '\n').map_or(z.len(), |n| i + n)
}

fn bis_kommentarende(z: &[char], i: usize) -> usize {
    let mut tiefe = 0;
    let mut j = i;
    while j + 1 < z.len() {
        match (z[j], z[j + 1]) {
            ('/', '*') => tiefe += 1,
            ('*', '/') => tiefe -= 1,
            _ => {
                j += 1;
                continue;
            }
        }
        j += 2;
        if tiefe == 0 {
            return j;
        }
    }
    z.len()
}

fn bis_textende(z: &[char], i: usize) -> usize {
    let mut j = i + 1;
    while j < z.len() {
        match z[j] {
            '\\' => j += 2,
            '"' => return j + 1,
            _ => j += 1,
        }
    }
    z.len()
}

/// `r"…"` and `r#"…"#`; a raw identifier (`r#type`) is code and ends where it starts.
fn bis_rohtextende(z: &[char], i: usize) -> usize {
    let rauten = z[i + 1..].iter().take_while(|c| **c == '#').count();
    let start = i + 1 + rauten;
    if z.get(start) != Some(&'"') {
        return i;
    }
    let zu =
        |j: usize| z[j] == '"' && z[j + 1..].iter().take(rauten).filter(|c| **c == '#').count() == rauten;
    (start + 1..z.len()).find(|j| zu(*j)).map_or(z.len(), |j| j + 1 + rauten)
}

/// Takes out each item behind `#[cfg(test)]`: to its closing brace or, without one, to its semicolon.
pub fn ohne_tests(code: &str) -> String {
    const MARKE: &str = "#[cfg(test)]";
    let mut aus = String::new();
    let mut rest = code;
    while let Some(da) = rest.find(MARKE) {
        aus.push_str(&rest[..da]);
        let hinter = &rest[da + MARKE.len()..];
        let mut tiefe = 0;
        let laenge = hinter.char_indices().find_map(|(i, c)| {
            match c {
                '{' => tiefe += 1,
                '}' => tiefe -= 1,
                _ => {}
            }
            (tiefe == 0 && matches!(c, '}' | ';')).then_some(i + 1)
        });
        rest = &hinter[laenge.unwrap_or(hinter.len())..];
    }
    aus.push_str(rest);
    aus
}

/// Is `wort` in `code` as a whole word?
pub fn hat_wort(code: &str, wort: &str) -> bool {
    code.match_indices(wort).any(|(i, _)| {
        !code[..i].chars().next_back().is_some_and(ist_name)
            && !code[i + wort.len()..].chars().next().is_some_and(ist_name)
    })
}

#[test]
fn code_without_comments_texts_and_tests() {
    let quelle = r##"
        // rusqlite
        /* a /* rusqlite */ b */
        let x = "rusqlite \" rusqlite"; let y = r#"rusqlite""#; let c = '"'; let z: &'static str = "";
        fn kern() {}
        #[cfg(test)]
        mod tests { fn f() { rusqlite(); } }
        #[cfg(test)]
        mod andere;
        fn ende() {}
    "##;
    let code = ohne_tests(&nur_code(quelle));
    assert!(!code.contains("rusqlite"), "{code}");
    assert!(
        code.contains("fn kern() {}") && code.contains("fn ende() {}") && code.contains("'static"),
        "{code}"
    );
    assert!(!code.contains("andere"));
    assert!(nur_code("let r#type = rusqlite::x();").contains("r#type = rusqlite"));
    assert!(hat_wort("a.tauri::b", "tauri") && !hat_wort("tauri_build", "tauri"));
}
