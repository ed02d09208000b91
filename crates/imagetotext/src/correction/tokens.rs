//! A text → its words, and what is before each of them.

use std::ops::Range;

/// A word of a text: characters without a blank between them.
#[derive(Debug, Clone)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    /// Where it is in the text, in bytes.
    pub(super) range: Range<usize>,
    pub(super) before: Before,
    /// How many tabs are before it in its line: the column of a table.
    pub(super) column: u32,
}

/// What is between a word and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Before {
    pub(super) ends: Ends,
    /// How many blanks the line begins with, if the word begins one.
    pub(super) indent: u32,
}

/// How many line ends are between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ends {
    /// None: they are in one line.
    Blank,
    /// One.
    Line,
    /// Several: there is a blank line.
    Gap,
}

/// The words of a text. What controls a terminal is a blank.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let is_blank = |character: char| character.is_whitespace() || character.is_control();
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut end = 0;
    while let Some(start) = text[end..].find(|it| !is_blank(it)).map(|at| end + at) {
        let length = text[start..].find(is_blank).unwrap_or(text.len() - start);
        let blanks = &text[end..start];
        let line = blanks.rfind('\n').map_or(blanks, |at| &blanks[at + 1..]);
        let tabs = line.matches('\t').count() as u32;
        let ends = match blanks.matches('\n').count() {
            // Nothing is before the first word, however many lines are.
            _ if tokens.is_empty() => Ends::Line,
            0 => Ends::Blank,
            1 => Ends::Line,
            _ => Ends::Gap,
        };
        let is_begin = ends != Ends::Blank;
        let indent = if is_begin { line.matches(' ').count() as u32 } else { 0 };
        let column = if is_begin { tabs } else { tabs + tokens.last().map_or(0, |it| it.column) };
        end = start + length;
        let before = Before { ends, indent };
        tokens.push(Token { text: &text[start..end], range: start..end, before, column });
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_the_line_ends_blanks_and_tabs_before_them() {
        let text = "\n\n a b\tc\n  d\n \n\te\u{7}f";
        let found: Vec<_> = tokens(text)
            .into_iter()
            .map(|it| (it.text, it.before.ends, it.before.indent, it.column))
            .collect();
        let expected = [
            ("a", Ends::Line, 1, 0),
            ("b", Ends::Blank, 0, 0),
            ("c", Ends::Blank, 0, 1),
            ("d", Ends::Line, 2, 0),
            ("e", Ends::Gap, 0, 1),
            ("f", Ends::Blank, 0, 1),
        ];
        assert_eq!(found, expected);
        assert!(tokens(" \n").is_empty());
    }
}
