//! PDF files on the command line: pages, passwords, and what cannot be read of them.

use crate::builder::{PdfBuilder, line};
use crate::harness::Dir;

const A5: [u32; 2] = [420, 595];
const LOCKED: &[u8] = include_bytes!("../images/pdf/aes-256.pdf");

/// Pages that say which they are, the second of which is too large to be read.
fn four_pages() -> Vec<u8> {
    let mut pdf = PdfBuilder::new();
    pdf.page(A5, &line(20, [40, 500], "This is page one"), "");
    pdf.page([28_346, 28_346], "0 0 99 99 re f", "");
    pdf.page(A5, &line(20, [40, 500], "This is page three"), "");
    pdf.page(A5, &line(20, [40, 500], "This is page four"), "");
    pdf.finish()
}

#[test]
fn a_page_that_cannot_be_read_leaves_the_others() {
    let dir = Dir::new();
    dir.write("a.pdf", &four_pages());
    let outcome = dir.run(&["a.pdf"]);
    outcome.reports("a.pdf", "page 2 was not read: the picture has too many pixels");
    assert_eq!(outcome.code, Some(1));
    for page in ["one", "three", "four"] {
        assert!(outcome.stdout.contains(&format!("This is page {page}")), "{outcome:?}");
    }
}

#[test]
fn many_pages_that_cannot_be_read_are_counted() {
    let dir = Dir::new();
    let mut pdf = PdfBuilder::new();
    pdf.page(A5, &line(20, [40, 500], "This can be read"), "");
    pdf.page([28_346, 28_346], "0 0 99 99 re f", "").repeat(12);
    dir.write("a.pdf", &pdf.finish());
    let outcome = dir.run(&["a.pdf"]);
    assert!(outcome.stdout.contains("This can be read"), "{outcome:?}");
    let sentences: Vec<&str> = outcome.stderr.lines().collect();
    // The last one ends the file.
    assert_eq!(sentences.len(), 12, "{outcome:?}");
    assert!(sentences[9].contains("page 11 was not read"), "{outcome:?}");
    assert!(sentences[10].contains("2 more pages were not read"), "{outcome:?}");
}

#[test]
fn some_pages_are_read() {
    let dir = Dir::new();
    dir.write("a.pdf", &four_pages());
    let outcome = dir.run(&["--pages", "1,4-", "a.pdf"]);
    outcome.succeeds();
    assert!(!outcome.stdout.contains("three") && outcome.stdout.contains("four"), "{outcome:?}");
    dir.run(&["--pages", "9", "a.pdf"]).fails("a.pdf", "none of these pages");
    assert_eq!(dir.run(&["--pages", "0", "a.pdf"]).code, Some(2));
    // A picture has one page.
    dir.run(&["--pages", "2", "hello.png"]).fails("hello.png", "none of these pages");
}

#[test]
fn a_scan_is_read_and_its_text_layer_is_not_there() {
    let dir = Dir::new();
    dir.write("a.pdf", include_bytes!("../images/pdf/jpeg.pdf"));
    let outcome = dir.run(&["a.pdf"]);
    outcome.succeeds();
    outcome.contains_the_text();
    let outcome = dir.run_with(&["-"], include_bytes!("../images/pdf/fax.pdf"));
    outcome.succeeds();
    outcome.contains_the_text();
    dir.run(&["--pdf-text", "embedded", "--quiet", "a.pdf"]).succeeds();
}

#[test]
fn an_encrypted_file_is_opened_with_its_password() {
    let dir = Dir::new();
    dir.write("a.pdf", LOCKED);
    dir.write("password", b"sesame\r\n");
    dir.write("wrong", b"open\n");
    dir.write("binary", b"\xff\xfe");
    dir.run(&["a.pdf"]).fails("a.pdf", "--password-file");
    dir.run(&["--password-file", "wrong", "a.pdf"]).fails("a.pdf", "the password is wrong");
    dir.run(&["--password-file", "none", "a.pdf"]).fails("none", "no such file");
    dir.run(&["--password-file", "binary", "a.pdf"]).fails("binary", "not a password");
    let outcome = dir.run(&["--password-file", "password", "a.pdf", "hello.png"]);
    outcome.succeeds();
    assert!(outcome.stdout.contains("Only for your eyes"), "{outcome:?}");
    outcome.contains_the_text();
}
