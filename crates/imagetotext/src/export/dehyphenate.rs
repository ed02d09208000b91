//! What a line end divided: whether the end of one line and the start of the next are one word.

/// Divides a word invisibly wherever a line may end; never part of the text.
pub(super) const SOFT_HYPHEN: char = '\u{ad}';

/// Words that follow a hyphen which stands for the rest of a compound: “Vor- und Nachteile”.
const CONJUNCTIONS: [&str; 12] =
    ["und", "oder", "bzw.", "bis", "sowie", "and", "or", "to", "et", "ou", "en", "of"];

/// What is between two lines once they are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seam {
    /// Two words.
    Blank,
    /// A compound: the hyphen belongs to it.
    Hyphen,
    /// One word: the hyphen goes.
    Word,
}

/// What is between the text before a line end and the first word of the next line.
pub(super) fn seam(before: &str, word: &str) -> Seam {
    let Some(stem) = before.strip_suffix(['-', '\u{2010}']) else { return Seam::Blank };
    let letter = stem.chars().next_back().is_some_and(char::is_alphanumeric);
    let Some(first) = word.chars().next().filter(|_| letter) else { return Seam::Blank };
    if CONJUNCTIONS.contains(&word) {
        return Seam::Blank;
    }
    let inner_hyphen = stem.rsplit(' ').next().unwrap_or_default().contains('-');
    match first {
        // “state-of-the-” + “art”: who writes two hyphens writes three.
        _ if first.is_lowercase() && inner_hyphen => Seam::Hyphen,
        _ if first.is_lowercase() && stem.ends_with(char::is_alphabetic) => Seam::Word,
        _ if first.is_alphanumeric() => Seam::Hyphen,
        _ => Seam::Blank,
    }
}

#[cfg(test)]
mod tests {
    use super::seam;
    use crate::document::{Block, BlockKind, Document, LineStart, Page};
    use crate::export::{LineMode, text};
    use crate::layout::fixtures::typed;

    /// The text of lines that run on.
    fn joined(parts: &[&str]) -> String {
        let mut lines: Vec<_> = parts.iter().map(|part| typed(part, 0.0, 0.0)).collect();
        for line in lines.iter_mut().skip(1) {
            line.start = LineStart::Wrapped;
        }
        let page = Page::new(9, 9, vec![Block::new(BlockKind::Paragraph, lines)]);
        text(&Document::new(vec![page]), LineMode::Paragraphs).trim_end().to_owned()
    }

    #[test]
    fn a_divided_word_becomes_one() {
        assert_eq!(joined(&["the recog-", "nition of text"]), "the recognition of text");
        assert_eq!(joined(&["Erken\u{2010}", "nung"]), "Erkennung");
    }

    #[test]
    fn a_compound_keeps_its_hyphen() {
        assert_eq!(joined(&["COVID-", "19"]), "COVID-19");
        assert_eq!(joined(&["Anti-", "American"]), "Anti-American");
        assert_eq!(joined(&["state-of-the-", "art"]), "state-of-the-art");
    }

    #[test]
    fn a_hyphen_that_stands_for_a_word_stays_apart() {
        assert_eq!(joined(&["Vor-", "und Nachteile"]), "Vor- und Nachteile");
    }

    #[test]
    fn a_dash_is_no_hyphen() {
        assert_eq!(joined(&["a pause -", "and on"]), "a pause - and on");
        assert_eq!(joined(&["-", "x"]), "- x");
    }

    #[test]
    fn soft_hyphens_go_everywhere() {
        assert_eq!(joined(&["Don\u{ad}au\u{ad}", "dampf\u{ad}schiff"]), "Donaudampfschiff");
    }

    #[test]
    fn nothing_follows_nothing() {
        assert_eq!(seam("", "x"), super::Seam::Blank);
        assert_eq!(seam("a-", ""), super::Seam::Blank);
    }
}
