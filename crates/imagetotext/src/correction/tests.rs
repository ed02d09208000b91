mod tables;

use super::correct;
use crate::document::{Block, BlockKind, Document, Line, LineStart, Marker, Page, Resolution};
use crate::export::{LineMode, html, markdown, text, text_with_spans};
use crate::layout::fixtures::{document, line, typed};

const MODES: [LineMode; 3] = [LineMode::Keep, LineMode::Paragraphs, LineMode::One];

/// A heading, a paragraph of two lines with a divided word, two items, a table and a second page.
fn letter() -> Document {
    let mut page = document(&[
        vec![line("A hesding", 0.0, 0.0, 200.0, 40.0)],
        vec![typed("All that was recog-", 0.0, 60.0), typed("nised in the picture", 0.0, 86.0)],
    ])
    .pages
    .remove(0);
    page.blocks[1].lines[1].start = LineStart::Wrapped;
    for (number, item) in ["- first item", "- second item"].iter().enumerate() {
        let kind = BlockKind::ListItem { marker: Marker::Bullet, depth: 0 };
        let mut block = Block::new(kind, vec![typed(item, 0.0, 150.0 + 26.0 * number as f32)]);
        block.gap_before = number == 0;
        page.blocks.push(block);
    }
    page.blocks.push(tables::block(&[["Name", "Price"], ["Tea", "2.50"], ["Milk", "1.20"]]));
    let second = document(&[vec![typed("The second page", 0.0, 0.0)]]).pages.remove(0);
    Document::new(vec![page, second])
}

#[test]
fn pages_keep_what_no_edit_changes() {
    let mut letter = letter();
    letter.pages[1].number = 7;
    letter.pages[1].resolution = Resolution::new(300.0, 300.0);
    letter.pages[1].attachments = vec!["a.txt".into()];
    let edited = edit(&letter, LineMode::Keep, "second page", "next page");
    assert_eq!(edited.pages[1].number, 7);
    assert_eq!(edited.pages[1].resolution, Resolution::new(300.0, 300.0));
    assert_eq!(edited.pages[1].attachments, ["a.txt"]);
}

/// What a person reads: words and line ends, blank lines as one, no blanks at line ends.
fn plain(text: &str) -> String {
    let lines: Vec<String> = text
        .lines()
        .map(|line| line.split(' ').collect::<Vec<_>>().join(" ").trim_end().into())
        .collect();
    lines.join("\n").trim().to_owned()
}

/// Replaces a part of the text of a document, and checks that the document has the edit.
fn edit(document: &Document, mode: LineMode, from: &str, to: &str) -> Document {
    let before = text(document, mode);
    assert!(before.contains(from), "{before:?} has no {from:?}");
    let edited = before.replacen(from, to, 1);
    let corrected = correct(document, mode, &edited);
    assert_eq!(plain(&text(&corrected.document, mode)), plain(&edited));
    check(&corrected, &edited);
    corrected.document
}

/// A sound document whose spans are where the words are.
fn check(corrected: &super::Corrected, edited: &str) {
    assert_eq!(corrected.text.text, edited);
    assert!(corrected.document.pages.iter().all(Page::is_sound));
    for block in corrected.document.pages.iter().flat_map(|page| &page.blocks) {
        assert!(!block.lines.is_empty());
        assert!(block.lines.iter().all(|line| !line.words.is_empty()), "{block:?}");
    }
    let mut end = 0;
    for span in &corrected.text.spans {
        let line = &corrected.document.pages[span.page].blocks[span.block].lines[span.line];
        let word = &line.words[span.word].text;
        let shown = &edited[span.start..span.end];
        assert!(word.starts_with(shown), "{word:?} is not {shown:?}");
        assert!(span.start >= end || span.start == span.end);
        end = span.end;
    }
    let words = |it: &str| it.split_whitespace().count();
    assert!(corrected.text.spans.len() >= words(edited));
}

#[test]
fn an_unchanged_text_changes_nothing() {
    for mode in MODES {
        let corrected = correct(&letter(), mode, &text(&letter(), mode));
        assert_eq!(corrected.document, letter());
        assert_eq!(corrected.text, text_with_spans(&letter(), mode));
    }
}

#[test]
fn blanks_that_nobody_sees_change_nothing() {
    for mode in MODES {
        let edited = format!("{}\n\n", text(&letter(), mode).replace('\n', "  \n"));
        assert_eq!(correct(&letter(), mode, &edited).document, letter(), "{mode:?}");
    }
}

#[test]
fn a_changed_word_is_in_every_format_and_keeps_its_place() {
    for mode in MODES {
        let new = edit(&letter(), mode, "hesding", "heading");
        let word = &new.pages[0].blocks[0].lines[0].words[1];
        assert_eq!(word.text, "heading");
        assert_eq!(word.quad, letter().pages[0].blocks[0].lines[0].words[1].quad);
        assert!((word.confidence - 1.0).abs() < f32::EPSILON);
        assert!(markdown(&new, LineMode::Keep).starts_with("# A heading\n"));
        assert!(html(&new, LineMode::Paragraphs).contains("<h1>A heading</h1>"));
        assert_eq!(new.pages[0].blocks[1..], letter().pages[0].blocks[1..]);
        assert_eq!(new.pages[1], letter().pages[1]);
        for other in MODES {
            assert_eq!(text(&new, other), text(&letter(), other).replace("hesding", "heading"));
        }
    }
}

#[test]
fn words_are_inserted_deleted_joined_and_divided() {
    let edits = [
        ("All that", "All of that"),
        ("All that", "Nearly all that"),
        ("that was", "was"),
        ("in the", "inthe"),
        ("the picture", "the pic ture"),
        ("that was", "THAT WAS IT"),
        ("first item", "first item, really"),
        ("- second", "second"),
        ("The second page", "Page two"),
        ("second page", "second page at the end"),
    ];
    for mode in MODES {
        for (from, to) in edits {
            let new = edit(&letter(), mode, from, to);
            for other in MODES {
                let seen = plain(&text(&new, other)).replace('\n', " ");
                let shown: String = to.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(seen.contains(&shown), "{mode:?} {other:?}: {shown:?} in {seen:?}");
            }
        }
    }
}

#[test]
fn a_word_that_a_line_end_divides_can_be_corrected() {
    for mode in [LineMode::Paragraphs, LineMode::One] {
        for to in ["recognized", "re-cognised", "known", "recognised,", "unrecognised"] {
            let new = edit(&letter(), mode, "recognised", to);
            for other in [LineMode::Paragraphs, LineMode::One] {
                assert!(text(&new, other).contains(&format!("was {to} in")), "{to}");
            }
        }
    }
    let new = edit(&letter(), LineMode::Paragraphs, "recognised", "recognized");
    assert!(text(&new, LineMode::Keep).contains("recog-\nnized in"));
}

#[test]
fn lines_are_deleted_added_joined_and_divided() {
    let keep = LineMode::Keep;
    let new = edit(&letter(), keep, "nised in the picture\n", "");
    assert!(text(&new, LineMode::Paragraphs).contains("All that was recog-\n"));
    let new = edit(&letter(), keep, "the picture\n", "the picture\nand more\n");
    assert!(text(&new, LineMode::Paragraphs).contains("recognised in the picture\nand more\n"));
    let new = edit(&letter(), keep, "recog-\nnised", "recognised");
    assert!(text(&new, LineMode::Paragraphs).contains("All that was recognised in the picture\n"));
    assert_eq!(new.pages[0].blocks[1].lines.len(), 1);
    let new = edit(&letter(), keep, "nised in", "nised\nin");
    assert_eq!(new.pages[0].blocks[1].lines.len(), 3);
    let quads: Vec<_> = new.pages[0].blocks[1].lines.iter().map(|it| it.quad.bounds()).collect();
    assert!(quads[1].right <= quads[2].left, "{quads:?}");
    let new = edit(&letter(), keep, "nised in", "nised\n\nin");
    assert_eq!(new.pages[0].blocks.len(), letter().pages[0].blocks.len() + 1);
}

#[test]
fn paragraphs_are_joined_and_divided() {
    let mode = LineMode::Paragraphs;
    let new = edit(&letter(), mode, "recognised in the", "recognised.\nIn the");
    assert!(text(&new, LineMode::Keep).contains("nised.\nIn the picture"));
    let two = document(&[vec![typed("One", 0.0, 0.0)], vec![typed("two", 0.0, 80.0)]]);
    assert_eq!(text(&two, mode), "One\n\ntwo\n");
    let new = edit(&two, mode, "One\n\ntwo", "One two");
    assert_eq!(text(&new, LineMode::Keep), "One\ntwo\n", "the picture still has two lines");
    let new = edit(&two, mode, "One\n\ntwo", "One\ntwo");
    assert_eq!(text(&new, LineMode::Keep), "One\ntwo\n");
}

#[test]
fn the_whole_text_can_be_replaced_or_deleted() {
    for mode in MODES {
        let edited = "Something else\n\non two lines, and quite long enough to cross all blocks\n";
        let corrected = correct(&letter(), mode, edited);
        check(&corrected, edited);
        assert_eq!(corrected.document.pages.len(), 2);
        let words = text(&corrected.document, LineMode::One);
        assert_eq!(words, edited.split_whitespace().collect::<Vec<_>>().join(" ") + "\n");

        let empty = correct(&letter(), mode, "").document;
        assert_eq!(text(&empty, mode), "");
        assert_eq!(empty.pages.len(), 2);
        let blank = correct(&empty, mode, "typed\n\nagain");
        check(&blank, "typed\n\nagain");
        assert_eq!(text(&blank.document, LineMode::One), "typed again\n");
    }
    let nothing = Document::new(Vec::new());
    assert_eq!(correct(&nothing, LineMode::Keep, "typed").document, nothing);
}

#[test]
fn code_keeps_its_indentation() {
    let mut lines = ["if x {", "y = 1;", "}"].map(|it| typed(it, 0.0, 0.0)).to_vec();
    lines[1].indent = 4;
    let page = Page::new(9, 9, vec![Block::new(BlockKind::Code, lines)]);
    let code = Document::new(vec![page]);
    let new = edit(&code, LineMode::Keep, "    y = 1;", "        y = 2;\n    z();");
    assert_eq!(text(&new, LineMode::Paragraphs), "if x {\n        y = 2;\n    z();\n}\n");
}

#[test]
fn what_controls_a_terminal_is_not_taken_over() {
    let corrected = correct(&letter(), LineMode::Keep, "a\u{1b}[2Jb \u{0}\u{85}c\r\nd");
    assert!(corrected.document.pages.iter().all(Page::is_sound));
    assert_eq!(text(&corrected.document, LineMode::One), "a [2Jb c d\n");
}

/// Numerical Recipes' linear congruential generator.
fn random(state: &mut u32, below: usize) -> usize {
    *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
    (*state >> 8) as usize % below.max(1)
}

#[test]
fn many_edits_at_once_are_in_the_document() {
    let mut state = 7;
    for round in 0..600 {
        let mode = MODES[round % 3];
        let mut document = letter();
        for _ in 0..=random(&mut state, 3) {
            let mut edited: Vec<char> = text(&document, mode).chars().collect();
            for _ in 0..=random(&mut state, 6) {
                let from = random(&mut state, edited.len() + 1);
                let to = (from + random(&mut state, 12)).min(edited.len());
                let new = ["", " ", "x", "new words", "\n", "\n\n", "a\nb", "\t", "- "];
                let new = new[random(&mut state, new.len())];
                edited.splice(from..to, new.chars());
            }
            let edited: String = edited.into_iter().collect();
            let corrected = correct(&document, mode, &edited);
            check(&corrected, &edited);
            let words = |it: &str| it.split_whitespace().collect::<Vec<_>>().join(" ");
            if mode == LineMode::Keep {
                let seen = words(&text(&corrected.document, mode));
                assert_eq!(seen, words(&edited), "round {round}: {edited:?}");
            }
            assert_eq!(corrected.document.pages.len(), 2);
            document = corrected.document;
        }
    }
}

#[test]
fn a_long_text_takes_no_longer_than_its_length() {
    let lines: Vec<Line> = (0..4000)
        .map(|number| typed(&format!("one two {number}"), 0.0, 26.0 * number as f32))
        .collect();
    let page = Page::new(9, 9, vec![Block::new(BlockKind::Paragraph, lines)]);
    let long = Document::new(vec![page]);
    let other: Vec<String> = (0..12_000).map(|number| (number * 7919 % 4001).to_string()).collect();
    let other = other.join(" ");
    for edited in [other.clone(), other.replace(' ', "\n"), "one ".repeat(12_000)] {
        let corrected = correct(&long, LineMode::Keep, &edited);
        let words = text(&corrected.document, LineMode::One);
        assert_eq!(words.split_whitespace().count(), 12_000);
    }
}
