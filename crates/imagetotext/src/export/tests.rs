//! The exact output of every format; nothing is lost.

mod codes;
mod spans;

use super::{LineMode, csv, hocr, html, json, markdown, page_xml, text, tsv};
use crate::document::{Block, BlockKind, Cell, Document, Page, Resolution, Table};
use crate::layout::fixtures;
use crate::layout::fixtures::{document, line, typed};
use crate::rotation::PageRotation;

/// A heading, a divided word in a paragraph, a list and a table.
fn letter() -> Document {
    document(&[
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
         Item\tPrice\nTea|Mate\t2.50\n"
    );
}

#[test]
fn text_joins_the_lines_of_paragraphs() {
    assert_eq!(
        text(&letter(), LineMode::Paragraphs),
        "Heading\n\nAll that was recognised, and more\n\n• one\n• two *\n\n\
         Item\tPrice\nTea|Mate\t2.50\n"
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
        document(&[vec![typed("Jane Doe", 0.0, 0.0), typed("1 Long Street Name", 0.0, 26.0)]]);
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
    let one = document(&[vec![typed("a\tb cd", 10.0, 20.0)]]);
    assert_eq!(
        tsv(&one),
        "page\tblock\tline\tword\tleft\ttop\twidth\theight\tconfidence\ttext\n\
         1\t1\t1\t1\t10\t20\t30\t20\t0.900\ta b\n1\t1\t1\t2\t50\t20\t20\t20\t0.900\tcd\n"
    );
}

#[test]
fn json_has_text_confidence_and_corners() {
    let one = document(&[vec![typed("a\"", 10.04, 20.0)]]);
    assert_eq!(
        json(&one),
        "{\"version\":1,\"pages\":[{\"number\":1,\"width\":1000,\"height\":800,\"blocks\":[{\
         \"kind\":\"paragraph\",\"gapBefore\":true,\"lines\":[{\"text\":\"a\\\"\",\
         \"confidence\":0.9,\"quad\":[[10.0,20.0],[30.0,20.0],[30.0,40.0],[10.0,40.0]],\
         \"start\":\"newLine\",\"words\":[{\"text\":\"a\\\"\",\"confidence\":0.9,\
         \"quad\":[[10.0,20.0],[30.0,20.0],[30.0,40.0],[10.0,40.0]],\
         \"characters\":[0.9,0.9]}]}]}]}]}"
    );
}

#[test]
fn hocr_has_boxes_and_escaped_text() {
    let one = document(&[vec![typed("<a>&\"", 10.0, 20.0)]]);
    let body = hocr(&one, None);
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
    let empty = Document::new(vec![Page::new(9, 9, Vec::new())]);
    for mode in [LineMode::Keep, LineMode::Paragraphs, LineMode::One] {
        assert_eq!(text(&empty, mode), "");
        assert_eq!(markdown(&empty, mode), "");
    }
    assert_eq!(tsv(&empty).lines().count(), 1);
}

#[test]
fn no_word_is_lost_or_repeated() {
    for seed in 0..40 {
        let lines = fixtures::scattered(seed, 60);
        let words: Vec<String> =
            lines.iter().flat_map(|line| &line.words).map(|word| word.text.clone()).collect();
        let document = Document::new(vec![Page::new(1000, 800, fixtures::arranged(lines))]);
        let modes = [LineMode::Keep, LineMode::Paragraphs, LineMode::One];
        let mut outputs = vec![tsv(&document), hocr(&document, None)];
        outputs.extend(modes.iter().map(|&mode| text(&document, mode)));
        outputs.extend(modes.iter().map(|&mode| markdown(&document, mode)));
        outputs.extend(modes.iter().map(|&mode| html::content(&document, mode)));
        if !document.pages[0].blocks.iter().any(|it| matches!(it.kind, BlockKind::Table(_))) {
            outputs.push(csv(&document));
        }
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
fn the_resolution_is_where_a_format_has_a_place_for_it() {
    let mut document = letter();
    let unknown = [hocr(&document, None), page_xml(&document, None), json(&document)];
    assert!(
        !unknown.iter().any(|it| ["scan_res", "Resolution", "resolution"]
            .iter()
            .any(|word| it.contains(word)))
    );
    document.pages[0].resolution = Resolution::new(299.9994, 150.0);
    assert!(hocr(&document, None).contains("; ppageno 0; scan_res 300 150\">"));
    let xml = page_xml(&document, None);
    let expected =
        "imageXResolution=\"300.00\" imageYResolution=\"150.00\" imageResolutionUnit=\"PPI\"";
    assert!(xml.contains(expected), "{xml}");
    assert!(json(&document).contains("\"height\":800,\"resolution\":[300.0,150.0],"));
}

#[test]
fn hocr_says_how_far_lines_are_turned() {
    let rotations = [
        (PageRotation::identity(1000, 800).quarter_turn(), 270),
        (PageRotation::identity(1000, 800).half_turn(), 180),
        (PageRotation::identity(1000, 800).quarter_turn().half_turn(), 90),
    ];
    for (rotation, angle) in rotations {
        let mut turned = letter();
        for line in turned.pages[0].blocks.iter_mut().flat_map(|block| &mut block.lines) {
            line.quad = rotation.quad_to_picture(line.quad);
        }
        let hocr = hocr(&turned, None);
        assert!(hocr.contains(&format!("; textangle {angle}\">")), "{hocr}");
    }
    assert!(!hocr(&letter(), None).contains("textangle"));
}

/// A sentence, then code in two blocks.
fn program() -> Document {
    document(&[
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

#[test]
fn code_in_one_line_is_not_dehyphenated() {
    let code = document(&[vec![typed("let a = b-", 0.0, 0.0), typed("c();", 0.0, 26.0)]]);
    assert_eq!(text(&code, LineMode::One), "let a = b- c();\n");
}

/// A list with a list in its second item, each item a line of one block.
fn nested_list() -> Document {
    document(&[vec![
        typed("1. one that is long", 0.0, 0.0),
        typed("2. two", 0.0, 26.0),
        typed("• two a", 40.0, 52.0),
        typed("• two b", 40.0, 78.0),
        typed("3. three", 0.0, 104.0),
        typed("No item.", 0.0, 130.0),
    ]])
}

#[test]
fn lists_in_lists_are_indented_in_markdown() {
    assert_eq!(
        markdown(&nested_list(), LineMode::Paragraphs),
        "1. one that is long\n2. two\n   - two a\n   - two b\n3. three\n\nNo item.\n"
    );
    assert_eq!(
        text(&nested_list(), LineMode::Keep),
        "1. one that is long\n2. two\n• two a\n• two b\n3. three\nNo item.\n"
    );
}

#[test]
fn hocr_has_a_paragraph_for_each_block_of_an_area() {
    let html = hocr(&nested_list(), Some("a.png"));
    assert_eq!(html.matches("class=\"ocr_carea\"").count(), 1, "{html}");
    assert_eq!(html.matches("class=\"ocr_par\"").count(), 6, "{html}");
    assert!(html.contains("title=\"image &quot;a.png&quot;; bbox 0 0 1000 800"), "{html}");
}

#[test]
fn json_says_what_blocks_are() {
    let json: serde_json::Value = serde_json::from_str(&json(&letter())).unwrap();
    let blocks = json["pages"][0]["blocks"].as_array().unwrap();
    let kinds: Vec<&str> = blocks.iter().filter_map(|block| block["kind"].as_str()).collect();
    assert_eq!(kinds, ["heading", "paragraph", "listItem", "listItem", "table"]);
    assert_eq!(blocks[0]["level"], 1);
    assert_eq!(blocks[1]["lines"][1]["start"], "wrapped");
    assert_eq!(blocks[2]["marker"], "bullet");
    assert_eq!(blocks[3]["depth"], 0);
    assert_eq!(blocks[3]["gapBefore"], false);
    assert_eq!((&blocks[4]["rows"], &blocks[4]["columns"]), (&2.into(), &2.into()));
    assert_eq!(blocks[4]["headerRows"], 0);
    assert_eq!(
        blocks[4]["cells"][3],
        serde_json::json!({"row": 1, "column": 1, "rowSpan": 1, "columnSpan": 1, "lines": [3]})
    );
}

/// The letter, a program, a nested list and a table with cells over several rows and columns, on
/// two pages.
fn everything() -> Document {
    let mut all = letter();
    all.pages.extend(program().pages);
    all.pages[1].blocks.extend(nested_list().pages.remove(0).blocks);
    let lines = ["head over both", "left of-", "two lines", "right"];
    let lines = lines.into_iter().map(|text| typed(text, 0.0, 0.0)).collect();
    let mut cells =
        vec![Cell::new(0, 0, vec![0]), Cell::new(1, 0, vec![1, 2]), Cell::new(1, 1, vec![3])];
    cells[0].column_span = 2;
    let table = Table::new(2, 2, cells);
    all.pages[1].blocks.push(Block::new(BlockKind::Table(table), lines));
    all
}

#[test]
fn cells_of_several_lines_stay_together() {
    let text = text(&everything(), LineMode::Keep);
    assert!(text.ends_with("\n\nhead over both\nleft of- two lines\tright\n"), "{text}");
    let joined = super::text(&everything(), LineMode::Paragraphs);
    assert!(joined.ends_with("left oftwo lines\tright\n"), "{joined}");
    let markdown = markdown(&everything(), LineMode::Keep);
    let table = "| head over both |  |\n| --- | --- |\n| left of- two lines | right |\n";
    assert!(markdown.ends_with(table), "{markdown}");
}

#[test]
fn documents_travel_between_processes() {
    let sent = everything();
    let bytes = postcard::to_stdvec(&sent).unwrap();
    assert_eq!(postcard::from_bytes::<Document>(&bytes).unwrap(), sent);
    let json = serde_json::to_string(&sent).unwrap();
    assert_eq!(serde_json::from_str::<Document>(&json).unwrap(), sent);
    assert!(sent.pages.iter().all(Page::is_sound));
}

#[test]
fn empty_cells_keep_their_columns() {
    let lines = ["Total", "2.50"].map(|text| typed(text, 0.0, 0.0)).to_vec();
    let table = Table::new(2, 3, vec![Cell::new(0, 1, vec![0]), Cell::new(1, 2, vec![1])]);
    let block = Block::new(BlockKind::Table(table), lines);
    let document = Document::new(vec![Page::new(9, 9, vec![block])]);
    assert_eq!(text(&document, LineMode::Keep), "\tTotal\n\t\t2.50\n");
    assert_eq!(text(&document, LineMode::One), "Total 2.50\n");
    assert_eq!(csv(&document), ",Total,\r\n,,2.50\r\n");
}
