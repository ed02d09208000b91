//! Cells that were read with a wrong character or two are the same cells.

use super::Grid;
use crate::bench::score::distance;

/// A text may be a true one when at most this part of its characters differ: one in a short word.
const ALIKE: f64 = 0.25;

/// The found tables with the true texts in the place of those that are alike, so that only the structure
/// counts.
pub(super) fn with_true_texts(found: &[Grid], wanted: &[Grid]) -> Vec<Grid> {
    let mut left: Vec<&str> = wanted.iter().flatten().map(|cell| cell.text.as_str()).collect();
    let mut found = found.to_vec();
    // What was read without an error is sure, so no other cell may be it.
    let inexact: Vec<_> =
        found.iter_mut().flatten().filter(|cell| !take(&mut left, &cell.text)).collect();
    for cell in inexact {
        if let Some(text) = closest(&cell.text, &left) {
            take(&mut left, text);
            text.clone_into(&mut cell.text);
        }
    }
    found
}

/// Removes one of the texts; whether there was one.
fn take(texts: &mut Vec<&str>, text: &str) -> bool {
    let index = texts.iter().position(|known| *known == text);
    index.map(|index| texts.remove(index)).is_some()
}

/// The text among `texts` that is most alike, if one is.
fn closest<'a>(text: &str, texts: &[&'a str]) -> Option<&'a str> {
    let letters: Vec<char> = text.chars().collect();
    let candidates = texts.iter().filter_map(|known| {
        let known_letters: Vec<char> = known.chars().collect();
        let most = (known_letters.len() as f64 * ALIKE) as usize;
        // The lengths alone decide about most.
        let edits = (known_letters.len().abs_diff(letters.len()) <= most)
            .then(|| distance(&known_letters, &letters))?;
        (edits <= most).then_some((edits, *known))
    });
    candidates.min_by_key(|(edits, _)| *edits).map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::our_json::TextCell;

    #[test]
    fn texts_that_are_alike_are_the_same() {
        let grid = |texts: &[&str]| -> Grid {
            let cell = |(column, text): (usize, &&str)| TextCell {
                at: [0, column],
                span: [1, 1],
                text: (*text).into(),
            };
            texts.iter().enumerate().map(cell).collect()
        };
        let wanted = [grid(&["iași", "8.84", "no", "8.34"])];
        let found = [grid(&["lași", "8.34", "na", "8.94", "something"])];
        let want = [grid(&["iași", "8.34", "na", "8.84", "something"])];
        assert_eq!(with_true_texts(&found, &wanted), want);
    }
}
