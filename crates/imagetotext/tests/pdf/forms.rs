//! Values of forms that nothing draws.

use std::fmt::Write as _;

use crate::builder::{PdfBuilder, line};
use crate::read_one;

/// A page with these widgets, and one word.
fn form(fields: &[&str]) -> String {
    let mut pdf = PdfBuilder::new();
    let mut widgets = String::new();
    for (row, field) in fields.iter().enumerate() {
        let y = 500 - 60 * row;
        let rect = format!("/Rect [40 {y} 240 {}]", y + 20);
        let number = pdf.add(format!("<< /Type /Annot /Subtype /Widget {rect} {field} >>"));
        let _ = write!(widgets, "{number} 0 R ");
    }
    pdf.page([420, 595], &line(14, [40, 560], "Form"), &format!("/Annots [{widgets}]"));
    read_one(pdf.finish())
}

#[test]
fn values_that_are_not_drawn_are_read() {
    let text = form(&[
        "/FT /Tx /T (name) /V (Anna Schmidt)",
        "/FT /Tx /Ff 4096 /V (First line\\nSecond line)",
        "/FT /Ch /V (de) /Opt [[(de) (Germany)] [(fr) (France)]]",
        "/FT /Ch /V (Blue)",
        "/FT /Btn /V /Yes",
    ]);
    let words = ["Form", "Anna Schmidt", "First line\nSecond line", "Germany", "Blue", "☒"];
    for words in words {
        assert!(text.contains(words), "{words:?} in {text:?}");
    }
}

#[test]
fn what_is_not_to_be_seen_is_not_read() {
    let text = form(&[
        "/FT /Tx /Ff 8192 /V (secret)",
        "/FT /Tx /F 2 /V (hidden)",
        "/FT /Tx /V (drawn) /AP << /N 3 0 R >>",
        "/FT /Btn /V /Off",
        "/FT /Btn /Ff 65536 /V /Yes",
    ]);
    assert_eq!(text, "Form\n");
}
