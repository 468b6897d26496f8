//! Where a German word may be divided, by the patterns of TeX (crate `hypher`).

use hypher::{Lang, hyphenate_bounded};

/// Letters that stay on the line and that go to the next one, in running text: "Ver-ant-wor-tung" is
/// right, but two letters at the end of a word are not worth a hyphen.
pub(super) const FLIESSEND: (usize, usize) = (3, 4);
/// In a column too narrow for the word.
pub(super) const EINGEENGT: (usize, usize) = (2, 2);

/// Numbers of characters after which the word may be divided, ascending.
pub(super) fn stellen(wort: &str, (vorn, hinten): (usize, usize)) -> Vec<usize> {
    if wort.chars().count() < vorn + hinten {
        return Vec::new();
    }
    let mut bisher = 0;
    let mut alle: Vec<usize> = hyphenate_bounded(wort, Lang::German, vorn, hinten)
        .map(|silbe| {
            bisher += silbe.chars().count();
            bisher
        })
        .collect();
    alle.pop();
    alle
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Duden, "Worttrennung": the compound is divided between its parts, not at a single letter.
    #[test]
    fn trennt_nach_deutschen_mustern() {
        let getrennt = |wort: &str, grenzen| {
            let mut zeichen: Vec<char> = wort.chars().collect();
            for stelle in stellen(wort, grenzen).into_iter().rev() {
                zeichen.insert(stelle, '-');
            }
            zeichen.into_iter().collect::<String>()
        };
        for (wort, erwartet) in [
            ("Zugriffsberechtigungsprüfung", "Zugriffs-be-rech-ti-gungs-prü-fung"),
            ("Verantwortlichkeit", "Ver-ant-wort-lich-keit"),
            ("Haushaltsüberwachungsliste", "Haus-halts-über-wa-chungs-liste"),
            ("Prüfung", "Prü-fung"),
            ("Akte", "Akte"),
            ("", ""),
        ] {
            assert_eq!(getrennt(wort, FLIESSEND), erwartet);
        }
        // Longer than 45 bytes, which once ended the program.
        let lang = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
        assert!(stellen(lang, FLIESSEND).len() > 5 && stellen(&lang.repeat(50), FLIESSEND).len() > 250);
        assert_eq!(getrennt("Haushaltsüberwachungsliste", EINGEENGT), "Haus-halts-über-wa-chungs-lis-te");
    }
}
