//! Every format says exactly this, and loses nothing.

use super::{LineMode, hocr, json, markdown, text, tsv};
use crate::document::{Document, Page};
use crate::layout::fixtures;
use crate::layout::fixtures::{document, line, typed};
use crate::rotation::Turn;

/// A heading, a divided word in a paragraph, a list and a table.
fn letter() -> Document {
    document(vec![
        vec![line("Heading", 0.0, 0.0, 200.0, 40.0)],
        vec![typed("All that was recog-", 0.0, 60.0), typed("nised, and more", 0.0, 86.0)],
        vec![typed("• one", 0.0, 130.0), typed("• two *", 0.0, 156.0)],
        vec![
            typed("Item", 0.0, 200.0),
            typed("Price", 300.0, 200.0),
            typed("Tea|Mate", 0.0, 226.0),
            typed("2.50", 300.0, 226.0),
        ],
    ])
}

#[test]
fn text_keeps_the_lines_of_the_picture() {
    assert_eq!(
        text(&letter(), LineMode::Keep),
        "Heading\n\nAll that was recog-\nnised, and more\n\n• one\n• two *\n\n\
         Item  Price\nTea|Mate  2.50\n"
    );
}

#[test]
fn text_joins_the_lines_of_paragraphs() {
    assert_eq!(
        text(&letter(), LineMode::Paragraphs),
        "Heading\n\nAll that was recognised, and more\n\n• one\n• two *\n\n\
         Item  Price\nTea|Mate  2.50\n"
    );
}

#[test]
fn text_puts_everything_into_one_line() {
    assert_eq!(
        text(&letter(), LineMode::One),
        "Heading All that was recognised, and more • one • two * Item Price Tea|Mate 2.50\n"
    );
}

#[test]
fn a_short_line_ends_a_paragraph() {
    let address =
        document(vec![vec![typed("Jane Doe", 0.0, 0.0), typed("1 Long Street Name", 0.0, 26.0)]]);
    assert_eq!(text(&address, LineMode::Paragraphs), "Jane Doe\n1 Long Street Name\n");
}

#[test]
fn markdown_has_headings_lists_and_tables() {
    assert_eq!(
        markdown(&letter(), LineMode::Paragraphs),
        "# Heading\n\nAll that was recognised, and more\n\n- one\n- two \\*\n\n\
         | Item | Price |\n| --- | --- |\n| Tea\\|Mate | 2.50 |\n"
    );
}

#[test]
fn markdown_keeps_lines_with_hard_breaks() {
    let kept = markdown(&letter(), LineMode::Keep);
    assert!(kept.contains("All that was recog-\\\nnised, and more\n"), "{kept}");
}

#[test]
fn tsv_has_a_row_for_each_word() {
    let one = document(vec![vec![typed("a\tb cd", 10.0, 20.0)]]);
    assert_eq!(
        tsv(&one),
        "page\tblock\tline\tword\tleft\ttop\twidth\theight\tconfidence\ttext\n\
         1\t1\t1\t1\t10\t20\t30\t20\t0.900\ta b\n1\t1\t1\t2\t50\t20\t20\t20\t0.900\tcd\n"
    );
}

#[test]
fn json_has_text_confidence_and_corners() {
    let one = document(vec![vec![typed("a\"", 10.04, 20.0)]]);
    assert_eq!(
        json(&one),
        "{\"pages\":[{\"width\":1000,\"height\":800,\"blocks\":[{\"lines\":[{\"text\":\"a\\\"\",\
         \"confidence\":0.9,\"quad\":[[10.0,20.0],[30.0,20.0],[30.0,40.0],[10.0,40.0]],\
         \"words\":[{\"text\":\"a\\\"\",\"confidence\":0.9,\
         \"quad\":[[10.0,20.0],[30.0,20.0],[30.0,40.0],[10.0,40.0]],\
         \"characters\":[0.9,0.9]}]}]}]}]}"
    );
}

#[test]
fn hocr_has_boxes_and_escaped_text() {
    let one = document(vec![vec![typed("<a>&\"", 10.0, 20.0)]]);
    let body = hocr(&one);
    let body = body.split_once("<body>\n").unwrap().1;
    assert_eq!(
        body,
        "<div class=\"ocr_page\" id=\"page_1\" title=\"bbox 0 0 1000 800; ppageno 0\">\n\
         <div class=\"ocr_carea\" id=\"block_1_1\" title=\"bbox 10 20 60 40\">\n\
         <p class=\"ocr_par\" id=\"par_1_1\" title=\"bbox 10 20 60 40\">\n\
         <span class=\"ocr_line\" id=\"line_1_1\" title=\"bbox 10 20 60 40\">\
         <span class=\"ocrx_word\" id=\"word_1_1_1\" title=\"bbox 10 20 60 40; x_wconf 90\">\
         &lt;a&gt;&amp;&quot;</span></span>\n</p>\n</div>\n</div>\n</body>\n</html>\n"
    );
}

#[test]
fn nothing_read_is_nothing_written() {
    let empty = Document { pages: vec![Page { width: 9, height: 9, blocks: Vec::new() }] };
    for mode in [LineMode::Keep, LineMode::Paragraphs, LineMode::One] {
        assert_eq!(text(&empty, mode), "");
        assert_eq!(markdown(&empty, mode), "");
    }
    assert_eq!(tsv(&empty).lines().count(), 1);
}

#[test]
fn no_word_is_lost_or_said_twice() {
    for seed in 0..40 {
        let lines = fixtures::scattered(seed, 60);
        let words: Vec<String> =
            lines.iter().flat_map(|line| &line.words).map(|word| word.text.clone()).collect();
        let page = Page { width: 1000, height: 800, blocks: fixtures::arranged(lines) };
        let document = Document { pages: vec![page] };
        let modes = [LineMode::Keep, LineMode::Paragraphs, LineMode::One];
        let mut outputs = vec![tsv(&document), hocr(&document)];
        outputs.extend(modes.iter().map(|&mode| text(&document, mode)));
        outputs.extend(modes.iter().map(|&mode| markdown(&document, mode)));
        for output in &outputs {
            for word in &words {
                assert_eq!(
                    output.matches(word.as_str()).count(),
                    1,
                    "{word} of seed {seed} in {output}"
                );
            }
        }
        // JSON says the words and, for convenience, the lines.
        let json = json(&document);
        for word in &words {
            assert_eq!(json.matches(word.as_str()).count(), 2, "{word} of seed {seed}");
        }
    }
}

#[test]
fn pages_on_their_side_say_the_same() {
    let turns = [
        (Turn::none(1000, 800).quarter(), 270),
        (Turn::none(1000, 800).half(), 180),
        (Turn::none(1000, 800).quarter().half(), 90),
    ];
    for (turn, angle) in turns {
        let mut turned = letter();
        for line in turned.pages[0].blocks.iter_mut().flat_map(|block| &mut block.lines) {
            line.quad = turn.quad_outward(line.quad);
            for word in &mut line.words {
                word.quad = turn.quad_outward(word.quad);
            }
        }
        for mode in [LineMode::Keep, LineMode::Paragraphs, LineMode::One] {
            assert_eq!(text(&turned, mode), text(&letter(), mode));
            assert_eq!(markdown(&turned, mode), markdown(&letter(), mode));
        }
        let hocr = hocr(&turned);
        assert!(hocr.contains(&format!("; textangle {angle}\">")), "{hocr}");
    }
    assert!(!hocr(&letter()).contains("textangle"));
}

/// A sentence, then code in two blocks.
fn program() -> Document {
    document(vec![
        vec![typed("The program is short; it says:", 0.0, 0.0)],
        vec![typed("fn main() {", 20.0, 60.0), typed("let a = 1;", 60.0, 86.0)],
        vec![typed("print(a);", 60.0, 140.0), typed("}", 20.0, 166.0)],
        vec![typed("That was all.", 0.0, 220.0)],
    ])
}

#[test]
fn code_keeps_its_indentation() {
    let code = "fn main() {\n    let a = 1;\n\n    print(a);\n}";
    let prose = ["The program is short; it says:", "That was all."];
    for mode in [LineMode::Keep, LineMode::Paragraphs] {
        assert_eq!(text(&program(), mode), format!("{}\n\n{code}\n\n{}\n", prose[0], prose[1]));
        assert_eq!(
            markdown(&program(), mode),
            format!("{}\n\n```\n{code}\n```\n\n{}\n", prose[0], prose[1])
        );
    }
}
