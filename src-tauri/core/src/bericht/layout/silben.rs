//! Where a German word may be divided when it does not fit into a whole line.
//!
//! Deliberately simple: the last consonant before a vowel goes to the next line ("Prü-fung"), and
//! "ch", "ck", "sch", "ph", "th", "qu" stay together. It is used for words wider than their column
//! only; hyphenation of running text needs patterns.

/// Whether the word may be divided before its character `k`.
pub(super) fn trennbar(wort: &[char], k: usize) -> bool {
    if k < 3 || wort.len() < k + 3 {
        return false;
    }
    let bei = |i: usize| wort.get(i).map(|c| c.to_lowercase().next().unwrap_or(*c));
    let vokal = |i: usize| bei(i).is_some_and(|c| "aeiouyäöü".contains(c));
    let laut = |i: usize| match (bei(i), bei(i + 1), bei(i + 2)) {
        (Some('s'), Some('c'), Some('h')) => 3,
        (Some('c'), Some('h' | 'k'), _) | (Some('p' | 't'), Some('h'), _) | (Some('q'), Some('u'), _) => 2,
        _ => 1,
    };
    let im_laut =
        k.checked_sub(1).is_some_and(|j| laut(j) > 1) || k.checked_sub(2).is_some_and(|j| laut(j) > 2);
    !im_laut
        && !vokal(k)
        && wort.get(k).is_some_and(|c| c.is_alphabetic())
        && vokal(k + laut(k))
        && (0..k).any(vokal)
}
