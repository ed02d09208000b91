//! The lines of program code, with the blanks that they have in the picture.

use super::{COLUMN_GAP, PlacedWord, TextLine};
use crate::document::{Block, Line, Word};
use crate::fixed_pitch::FixedPitch;

/// The lines of a block of code: indented, and with as many blanks between words as there is room for, where
/// the characters are equally wide.
pub(super) fn lines(block: &Block) -> Vec<TextLine> {
    let pitch = FixedPitch::of(block.lines.iter());
    let mut begin = 0;
    let lines = block.rows().map(|row| {
        let line = line(row, begin, pitch);
        begin += row.len();
        line
    });
    lines.collect()
}

/// The row whose first line is number `begin` of its block.
fn line(row: &[Line], begin: usize, pitch: Option<FixedPitch>) -> TextLine {
    let mut text = TextLine::default();
    let indent = row.first().map_or(0, |line| line.indent);
    text.text = " ".repeat(indent as usize);
    let mut before: Option<(usize, &Word)> = None;
    for (line, it) in (begin..).zip(row) {
        for (number, word) in it.words.iter().enumerate() {
            match (before.replace((line, word)), pitch) {
                (None, _) => {}
                (Some((_, before)), Some(pitch)) => {
                    text.text.extend(std::iter::repeat_n(' ', pitch.blanks(before, word)));
                }
                (Some((other, _)), None) if other != line => text.text.push_str(COLUMN_GAP),
                (Some(_), None) => text.text.push(' '),
            }
            text.push_word(PlacedWord {
                line,
                word: number,
                text: &word.text,
                is_after_tab: false,
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use crate::document::{Block, BlockKind, Document, Page};
    use crate::export::{LineMode, markdown, text};
    use crate::layout::fixtures::typed;

    #[test]
    fn columns_of_code_keep_their_width() {
        let mut lines = vec![
            typed("let first  = 1;    // one", 0.0, 0.0),
            typed("let second = 22;   // two", 0.0, 26.0),
        ];
        // The fixture has an empty word for each further blank.
        for line in &mut lines {
            line.words.retain(|word| !word.text.is_empty());
        }
        lines[1].indent = 2;
        let document =
            |lines| Document::new(vec![Page::new(9, 9, vec![Block::new(BlockKind::Code, lines)])]);
        let expected = "let first  = 1;    // one\n  let second = 22;   // two\n";
        let code = document(lines.clone());
        assert_eq!(text(&code, LineMode::Keep), expected);
        assert_eq!(markdown(&code, LineMode::Paragraphs), format!("```\n{expected}```\n"));
        assert_eq!(text(&code, LineMode::One), "let first = 1; // one let second = 22; // two\n");
        // Where widths say nothing there is one blank.
        let few = document(vec![typed("a = 1;", 0.0, 0.0)]);
        assert_eq!(text(&few, LineMode::Keep), "a = 1;\n");
    }
}
