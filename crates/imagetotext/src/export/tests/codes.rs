//! QR codes and barcodes in each format.

use super::super::*;
use crate::document::{Code, CodeKind, Document, Page};
use crate::layout::fixtures::{document, typed};
use crate::{Block, BlockKind, Quad};

/// A page with two codes, one with codes only, and one with text only.
fn pages() -> Document {
    let quad = Quad::upright(1.0, 2.0, 30.0, 40.0);
    let mut document = document(&[vec![typed("First", 0.0, 0.0)]]);
    document.pages[0].codes = vec![
        Code::new(CodeKind::Qr, "https://a.example", quad),
        Code::new(CodeKind::Ean13, "400", quad),
    ];
    let mut second = Page::new(9, 9, Vec::new());
    second.codes = vec![Code::new(CodeKind::Code39, "two\n\nlines `", quad)];
    let third = Block::new(BlockKind::Paragraph, vec![typed("Third", 0.0, 0.0)]);
    document.pages.extend([second, Page::new(9, 9, vec![third])]);
    document
}

#[test]
fn text_has_them_in_lines_after_their_page() {
    let expected = "First\n\nhttps://a.example\n400\n\ntwo\nlines `\n\nThird\n";
    assert_eq!(text(&pages(), LineMode::Keep), expected);
    assert_eq!(text(&pages(), LineMode::One), "First https://a.example 400 two lines ` Third\n");
    assert_eq!(text_with_spans(&pages(), LineMode::Keep).text, "First\n\nThird\n");
}

#[test]
fn the_text_of_a_page_with_codes_alone_is_what_they_say() {
    let mut document = pages();
    document.pages.remove(0);
    assert_eq!(text(&document, LineMode::Keep), "two\nlines `\n\nThird\n");
    document.pages.pop();
    assert_eq!(text(&document, LineMode::Keep), "two\nlines `\n");
}

#[test]
fn json_has_kind_text_and_place() {
    let json: serde_json::Value = serde_json::from_str(&json(&pages())).unwrap();
    let expected = serde_json::json!({
        "kind": "qr", "text": "https://a.example",
        "quad": [[1.0, 2.0], [30.0, 2.0], [30.0, 40.0], [1.0, 40.0]],
    });
    assert_eq!(json["pages"][0]["codes"][0], expected);
    assert_eq!(json["pages"][0]["codes"][1]["kind"], "ean13");
    assert_eq!(json["pages"][2].get("codes"), None);
}

#[test]
fn markdown_makes_no_links_of_them() {
    let expected = "First\n\n```\nhttps://a.example\n```\n\n```\n400\n```\n\n```\ntwo\n\nlines `\n```\n\nThird\n";
    assert_eq!(markdown(&pages(), LineMode::Keep), expected);
}

#[test]
fn alto_and_tsv_have_them_after_the_blocks() {
    let alto = alto(&pages(), None);
    for part in [
        "<TextBlock ID=\"block_1_3\" HPOS=\"1\" VPOS=\"2\" WIDTH=\"29\" HEIGHT=\"38\" TAGREFS=\"barcode\">",
        "ID=\"word_1_2_1_1\" CONTENT=\"https://a.example\" HPOS=\"1\"",
        "ID=\"line_2_1_3\"",
    ] {
        assert!(alto.contains(part), "{part} in {alto}");
    }
    let tsv = tsv(&pages());
    assert!(tsv.contains("1\t3\t1\t1\t1\t2\t29\t38\t1.000\t400\n"), "{tsv}");
}

#[test]
fn hocr_has_their_places() {
    let hocr = hocr(&pages(), None);
    let expected =
        "<p class=\"ocrx_code\" id=\"code_1_2\" title=\"bbox 1 2 30 40; x_kind EAN-13\">400</p>";
    assert!(hocr.contains(expected), "{hocr}");
}
