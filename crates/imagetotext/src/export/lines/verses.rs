//! Tests of verses, which keep their indentation.

use crate::document::{Block, BlockKind, Document, Page};
use crate::export::{LineMode, html, markdown, text};
use crate::layout::fixtures::typed;

#[test]
fn verses_are_indented_where_lines_are_kept() {
    let mut lines = ["Tyger Tyger,", "burning bright"].map(|verse| typed(verse, 0.0, 0.0)).to_vec();
    lines[1].indent = 4;
    let block = Block::new(BlockKind::Paragraph, lines);
    let poem = Document::new(vec![Page::new(9, 9, vec![block])]);
    let expected = "Tyger Tyger,\n    burning bright\n";
    assert_eq!(text(&poem, LineMode::Keep), expected);
    assert_eq!(text(&poem, LineMode::Paragraphs), expected);
    assert_eq!(text(&poem, LineMode::One), "Tyger Tyger, burning bright\n");
    // Four blanks would begin code.
    assert_eq!(markdown(&poem, LineMode::Keep), "Tyger Tyger,\\\nburning bright\n");
    let html = html(&poem, LineMode::Keep);
    assert!(
        html.contains("Tyger Tyger,<br>\n\u{a0}\u{a0}\u{a0}\u{a0}burning bright</p>"),
        "{html}"
    );
}
