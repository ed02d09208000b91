//! PDF files on the command line: pages, passwords, and what cannot be read of them.

use std::io::Read as _;

use crate::builder::{PdfBuilder, line};
#[cfg(target_os = "linux")]
use crate::harness::run;
use crate::harness::{Dir, start, wait};

const A5: [u32; 2] = [420, 595];
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
    let partly = dir.run(&["--pages", "1,9,12-", "a.pdf"]);
    partly.reports("a.pdf", "it has no pages 9,12-");
    assert_eq!(partly.code, Some(1), "{partly:?}");
    assert!(partly.stdout.contains("one"), "{partly:?}");
    dir.run(&["--pages", "3-99", "a.pdf"]).succeeds();
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

/// A JPEG of 24 × 16 grey pixels without text.
const SCAN: &[u8] = include_bytes!("../images/formats/grey.jpg");

/// Pages that show the JPEG and nothing else, and pages that are too large to be read.
fn scans(pages: &[bool]) -> Vec<u8> {
    let mut pdf = PdfBuilder::new();
    let entries = "/Type /XObject /Subtype /Image /Width 24 /Height 16 /BitsPerComponent 8 \
                   /ColorSpace /DeviceGray /Filter /DCTDecode";
    pdf.add_stream(entries, SCAN);
    for is_readable in pages {
        if *is_readable {
            pdf.page(A5, "q 420 0 0 595 0 0 cm /X4 Do Q", "");
        } else {
            pdf.page([28_346, 28_346], "0 0 99 99 re f", "");
        }
    }
    pdf.finish()
}

/// How often a file has these bytes.
fn count(dir: &Dir, file: &str, part: &[u8]) -> usize {
    let bytes = std::fs::read(dir.path(file)).unwrap();
    bytes.windows(part.len()).filter(|window| *window == part).count()
}

#[test]
fn scans_stay_as_they_are_in_a_searchable_pdf() {
    let dir = Dir::new();
    dir.write("a.pdf", &scans(&[true, true]));
    dir.run(&["-q", "-f", "pdf", "-o", "out.pdf", "a.pdf"]).succeeds();
    assert_eq!(count(&dir, "out.pdf", SCAN), 2);
    assert_eq!(count(&dir, "out.pdf", b"/MediaBox"), 2);
    // Several files in one, and one that gives nothing.
    dir.write("bad.pdf", &scans(&[false, false]));
    let outcome = dir.run(&["-q", "-f", "pdf", "-o", "all.pdf", "a.pdf", "bad.pdf", "a.pdf"]);
    outcome.reports("bad.pdf", "too many pixels");
    assert_eq!((count(&dir, "all.pdf", SCAN), count(&dir, "all.pdf", b"/MediaBox")), (4, 4));
    dir.run(&["-f", "pdf", "-o", "none.pdf", "bad.pdf"]).fails("bad.pdf", "too many pixels");
    assert_eq!(dir.names(), ["a.pdf", "all.pdf", "bad.pdf", "hello.png", "out.pdf"]);
}

#[test]
fn pages_that_are_not_read_keep_their_place_in_a_searchable_pdf() {
    let dir = Dir::new();
    dir.write("a.pdf", &scans(&[false, true, false, true]));
    let outcome = dir.run(&["-q", "-f", "pdf", "-o", "out.pdf", "a.pdf"]);
    assert_eq!((outcome.code, outcome.stderr.lines().count()), (Some(1), 2), "{outcome:?}");
    assert_eq!((count(&dir, "out.pdf", SCAN), count(&dir, "out.pdf", b"/MediaBox")), (2, 4));
}

#[cfg(target_os = "linux")]
#[test]
fn a_searchable_pdf_on_a_full_disk_leaves_nothing_behind() {
    let dir = Dir::new();
    // The first page fits, the file does not: the unit is a KiB.
    dir.write("a.pdf", &scans(&[true; 20]));
    let limited = ["bash", "-c", "ulimit -f 4; exec \"$@\"", "bash"];
    for output in ["out.pdf", "out/"] {
        let args = ["-q", "-f", "pdf", "-o", output, "a.pdf"];
        let outcome = run(&mut dir.wrapped(&limited, &args));
        outcome.fails(if output == "out/" { "out/a.pdf" } else { output }, "free some space");
    }
    assert_eq!(std::fs::read_dir(dir.path("out")).unwrap().count(), 0);
    assert_eq!(dir.names(), ["a.pdf", "hello.png", "out"]);
}

/// Even a program that is killed leaves nothing of a page: the file has no name yet.
#[cfg(target_os = "linux")]
#[test]
fn a_searchable_pdf_that_is_not_whole_has_no_name() {
    let dir = Dir::new();
    dir.write("a.pdf", &scans(&[true; 2000]));
    let mut child = start(&mut dir.command(&["-f", "pdf", "-o", "out.pdf", "a.pdf"]));
    let files = format!("/proc/{}/fd", child.id());
    let is_writing = || {
        let entries = std::fs::read_dir(&files).unwrap().flatten();
        let mut targets = entries.filter_map(|entry| std::fs::read_link(entry.path()).ok());
        targets.any(|target| target.to_string_lossy().ends_with("(deleted)"))
    };
    while !is_writing() {
        assert!(child.try_wait().unwrap().is_none(), "it is written already");
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(dir.names(), ["a.pdf", "hello.png"]);
}
