use imagetotext::export::text;
use imagetotext::{Block, BlockKind, Line, LineStart, Page, Quad, Word};

use super::*;

/// A paragraph of two lines: “one tvvo / three”.
fn read() -> Document {
    let quad = Quad::upright(0.0, 0.0, 9.0, 9.0);
    let line = |text: &str| {
        let word = |text| Word::new(text, quad, vec![0.5; 5]);
        Line::new(quad, text.split(' ').map(word).collect())
    };
    let mut lines = vec![line("one tvvo"), line("three")];
    lines[1].start = LineStart::Wrapped;
    Document::new(vec![Page::new(9, 9, vec![Block::new(BlockKind::Paragraph, lines)])])
}

fn shown(history: &History, lines: LineMode) -> String {
    let original = read();
    text(history.document().unwrap_or(&original), lines.into())
}

#[test]
fn an_edit_is_in_every_line_mode() {
    let mut history = History::default();
    history.edit(&read(), LineMode::Keep, "one two\nthree\n".into(), false);
    assert_eq!(shown(&history, LineMode::Paragraphs), "one two three\n");
    history.edit(&read(), LineMode::Paragraphs, "one two three four".into(), false);
    assert_eq!(shown(&history, LineMode::Keep), "one two\nthree four\n");
    assert_eq!(
        history.edited_text(LineMode::Paragraphs).map(|it| it.text.text.as_str()),
        Some("one two three four")
    );
    assert!(history.edited_text(LineMode::Keep).is_none());
}

#[test]
fn steps_are_undone_and_redone_across_line_modes() {
    let mut history = History::default();
    let edits = [
        (LineMode::Keep, "one two\nthree\n"),
        (LineMode::Keep, "one two\nthree!\n"),
        (LineMode::One, "one, two three!\n"),
        (LineMode::Keep, "one, two\nthree?\n"),
    ];
    let mut expected = vec![text(&read(), LineMode::Keep.into())];
    for (lines, text) in edits {
        history.edit(&read(), lines, text.into(), false);
        expected.push(shown(&history, LineMode::Keep));
    }
    history.restore(&read());
    assert!(!history.is_edited(&read()));
    for text in expected.iter().rev() {
        history.undo(&read());
        assert_eq!(shown(&history, LineMode::Keep), *text);
    }
    assert!(!history.can_undo());
    for text in &expected[1..] {
        history.redo(&read());
        assert_eq!(shown(&history, LineMode::Keep), *text);
    }
    history.redo(&read());
    assert_eq!(shown(&history, LineMode::Keep), expected[0]);
    assert!(!history.can_redo());
}

#[test]
fn typing_after_undo_forgets_what_was_undone() {
    let mut history = History::default();
    history.edit(&read(), LineMode::Keep, "a\nthree\n".into(), false);
    history.edit(&read(), LineMode::One, "a b three\n".into(), false);
    history.undo(&read());
    history.edit(&read(), LineMode::One, "a c three\n".into(), false);
    assert!(!history.can_redo());
    assert_eq!(shown(&history, LineMode::Keep), "a c\nthree\n");
}

#[test]
fn letters_of_a_word_are_one_step() {
    let mut history = History::default();
    history.edit(&read(), LineMode::Keep, "a".into(), true);
    history.edit(&read(), LineMode::Keep, "ab".into(), true);
    history.edit(&read(), LineMode::Keep, "ab c".into(), false);
    history.edit(&read(), LineMode::One, "ab cd".into(), true);
    for expected in ["ab c\n", "ab\n"] {
        history.undo(&read());
        assert_eq!(shown(&history, LineMode::Keep), expected);
    }
    history.undo(&read());
    assert!(!history.can_undo());
}

#[test]
fn a_text_that_was_typed_back_is_not_edited() {
    let mut history = History::default();
    let original = text(&read(), LineMode::Keep.into());
    history.edit(&read(), LineMode::Keep, "x".into(), false);
    assert!(history.is_unkept(&read()));
    history.edit(&read(), LineMode::Keep, original, false);
    assert!(!history.is_edited(&read()) && !history.is_unkept(&read()));
    assert!(history.can_undo());
}

#[test]
fn what_was_saved_or_copied_is_kept_until_the_next_step() {
    let mut history = History::default();
    history.edit(&read(), LineMode::Keep, "x".into(), false);
    history.keep();
    assert!(!history.is_unkept(&read()));
    history.edit(&read(), LineMode::Keep, "y".into(), false);
    assert!(history.is_unkept(&read()));
}

#[test]
fn too_many_steps_are_forgotten_from_the_oldest() {
    let mut history = History::default();
    let long = |number: usize| format!("{number} {}", "x".repeat(MOST_BYTES / 8));
    history.edit(&read(), LineMode::One, "one two three".into(), false);
    for number in 0..20 {
        history.edit(&read(), LineMode::Keep, long(number), false);
    }
    assert!(history.steps.len() < 12, "{}", history.steps.len());
    assert!(shown(&history, LineMode::Keep).starts_with("19 x"));
    while history.can_undo() {
        history.undo(&read());
    }
    assert_eq!(shown(&history, LineMode::Keep), text(&read(), LineMode::Keep.into()));
}

#[test]
fn steps_go_on_from_what_was_corrected_before_a_page_was_read_again() {
    let start = correct(&read(), LineMode::Keep.into(), "one two\nthree\n").document;
    let mut history = History::starting_with(start, false);
    assert!(history.is_unkept(&read()) && !history.can_undo());
    assert_eq!(shown(&history, LineMode::Keep), "one two\nthree\n");
    history.edit(&read(), LineMode::One, "one two three four".into(), false);
    assert_eq!(shown(&history, LineMode::Keep), "one two\nthree four\n");
    history.undo(&read());
    assert_eq!(shown(&history, LineMode::Keep), "one two\nthree\n");
    history.restore(&read());
    assert!(!history.is_edited(&read()));
    history.undo(&read());
    assert_eq!(shown(&history, LineMode::Keep), "one two\nthree\n");
}
