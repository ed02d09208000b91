//! PDF files on the command line: pages, passwords, and what cannot be read of them.

use std::io::Read as _;

use crate::builder::{PdfBuilder, line};
use crate::harness::{Dir, start, wait};

pub(crate) const A5: [u32; 2] = [420, 595];
const LOCKED: &[u8] = include_bytes!("../images/pdf/aes-256.pdf");

/// Pages that say which they are, the second of which is too large to be read.
pub(crate) fn four_pages() -> Vec<u8> {
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
    let beyond = dir.run(&["--pages", "3-9", "a.pdf"]);
    let note = "imagetotext: a.pdf: it ends with page 4, before the last of --pages.\n";
    assert_eq!((beyond.code, beyond.stderr.as_str()), (Some(0), note));
    // Each once, in the order of the file.
    let unordered = dir.run(&["--pages", "4,1,3-4", "a.pdf"]);
    let numbers = ["This is page one", "This is page three", "This is page four"];
    assert_eq!(unordered.stdout, numbers.join("\n\n") + "\n");
    let partly = dir.run(&["--pages", "1,9,12-", "a.pdf"]);
    partly.reports("a.pdf", "it has no pages 9,12-");
    assert_eq!(partly.code, Some(1), "{partly:?}");
    assert!(partly.stdout.contains("one"), "{partly:?}");
    dir.run(&["--pages", "3-", "a.pdf"]).succeeds();
    dir.run(&["--pages", "9", "a.pdf"]).fails("a.pdf", "none of these pages");
    assert_eq!(dir.run(&["--pages", "0", "a.pdf"]).code, Some(2));
    // A picture has one page.
    dir.run(&["--pages", "2", "hello.png"]).fails("hello.png", "none of these pages");
}

#[test]
fn pages_keep_the_numbers_that_they_have_in_their_file() {
    let dir = Dir::new();
    dir.write("a.pdf", &four_pages());
    let json = dir.run(&["-f", "json", "--pages", "3-", "a.pdf"]).stdout;
    let document: serde_json::Value = serde_json::from_str(&json).unwrap();
    let numbers: Vec<_> = (0..2).map(|page| &document["pages"][page]["number"]).collect();
    assert_eq!(numbers, [3, 4]);
    let alto = dir.run(&["-f", "alto", "--pages", "4", "a.pdf"]).stdout;
    assert!(alto.contains("PHYSICAL_IMG_NR=\"4\""), "{alto}");
}

/// The first page is there before the second one is read, which takes seconds.
#[test]
fn text_comes_page_by_page() {
    let dir = Dir::new();
    let mut pdf = PdfBuilder::new();
    pdf.page(A5, &line(20, [40, 500], "This is page one"), "");
    // A form that draws the next one twice, and so on.
    let forms = 30;
    let first = 3 + 2 + 1;
    for form in first..first + forms {
        let next = form + 1;
        let entries = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /N {next} 0 R >> >>"
        );
        assert_eq!(pdf.add_stream(&entries, b"/N Do /N Do"), form);
    }
    pdf.page(A5, &format!("/X{first} Do"), "");
    pdf.page(A5, &line(20, [40, 500], "This is page three"), "");
    dir.write("a.pdf", &pdf.finish());
    let mut child = start(&mut dir.command(&["a.pdf"]));
    let mut stdout = child.stdout.take().unwrap();
    let mut begin = [0; 16];
    stdout.read_exact(&mut begin).unwrap();
    assert_eq!(&begin, b"This is page one");
    assert!(child.try_wait().unwrap().is_none(), "the second page is not done");
    let mut rest = String::new();
    stdout.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "\n\nThis is page three\n");
    let outcome = wait(child);
    outcome.reports("a.pdf", "page 2 was not read");
    assert_eq!(outcome.code, Some(1));
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
    dir.write("marked", "\u{feff}sesame".as_bytes());
    let args = ["--password-file", "marked", "a.pdf"];
    assert!(dir.run(&args).stdout.contains("Only for your eyes"));
    let piped = dir.run_with(&["--password-file", "-", "a.pdf"], b"sesame\n");
    assert!(piped.stdout.contains("Only for your eyes"), "{piped:?}");
    if cfg!(unix) {
        let piped = dir.run_with(&["--password-file", "/dev/stdin", "a.pdf"], b"sesame\n");
        assert!(piped.stdout.contains("Only for your eyes"), "{piped:?}");
    }
    assert_eq!(dir.run(&["--password-file", "-", "-"]).code, Some(2));
    dir.run(&["a.pdf"]).fails("a.pdf", "--password-file");
    dir.run(&["--password-file", "wrong", "a.pdf"]).fails("a.pdf", "the password is wrong");
    dir.run(&["--password-file", "none", "a.pdf"]).fails("none", "no such file");
    dir.run(&["--password-file", "binary", "a.pdf"]).fails("binary", "not a password");
    let outcome = dir.run(&["--password-file", "password", "a.pdf", "hello.png"]);
    outcome.succeeds();
    assert!(outcome.stdout.contains("Only for your eyes"), "{outcome:?}");
    outcome.contains_the_text();
}

#[test]
fn attached_files_are_named() {
    let dir = Dir::new();
    let attached = |names: &[&str]| {
        let mut pdf = PdfBuilder::new();
        let pairs: Vec<_> = names.iter().map(|it| format!("({it}) << /F ({it}) >>")).collect();
        pdf.add(format!("<< /Names [{}] >>", pairs.join(" ")));
        pdf.page(A5, &line(20, [40, 500], "This is page one"), "");
        pdf.catalogue = "/Names << /EmbeddedFiles 4 0 R >>".into();
        pdf.finish()
    };
    dir.write("a.pdf", &attached(&["a.txt", "b.pdf"]));
    let outcome = dir.run(&["a.pdf"]);
    outcome.reports("a.pdf", "2 files are attached and not read: a.txt, b.pdf");
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(0), "This is page one\n"));
    let json = dir.run(&["-q", "-f", "json", "a.pdf"]);
    json.succeeds();
    assert!(json.stdout.contains("\"attachments\":[\"a.txt\",\"b.pdf\"]"), "{json:?}");
    dir.write("many.pdf", &attached(&["1", "2", "3", "4", "5", "6"]));
    dir.run(&["many.pdf"])
        .reports("many.pdf", "6 files are attached and not read: 1, 2, 3, 4, 5 and others");
}
