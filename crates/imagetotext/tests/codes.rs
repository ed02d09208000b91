//! QR codes and barcodes beside text, with the shipped models.

#![expect(clippy::unwrap_used, reason = "helpers outside test functions fail the test as well")]

use imagetotext::export::{self, LineMode};
use imagetotext::{CodeKind, Document, Engine, Models, Page, ReadOptions, source};

const LETTER: &[u8] = include_bytes!("../../../tests/images/codes/letter.png");

fn read(options: &ReadOptions<'_>) -> Page {
    let engine = Engine::new(Models::shipped()).unwrap();
    let picture = source::decode(LETTER).unwrap().next().unwrap().unwrap();
    engine.read_with(&picture, options).unwrap().page
}

#[test]
fn what_codes_say_follows_the_text_and_their_modules_are_no_text() {
    let page = read(&ReadOptions::new());
    let kinds: Vec<CodeKind> = page.codes.iter().map(|code| code.kind).collect();
    assert_eq!(kinds, [CodeKind::Qr, CodeKind::Ean13]);
    let document = Document::new(vec![page]);
    let text = export::text(&document, LineMode::Keep);
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    let expected = [
        "Invoice 4711",
        "Please pay within thirty days, or",
        "scan the code with your telephone.",
        "Thank you for your order.",
        "https://example.org/invoice/4711",
        "4006381333931",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn codes_can_be_left_out() {
    assert!(read(&ReadOptions::new().codes(false)).codes.is_empty());
}
