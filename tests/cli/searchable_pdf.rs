//! Searchable PDFs: what is kept of a PDF, and what a file on its way leaves behind.

use crate::builder::{PdfBuilder, line};
use crate::harness::{Dir, HELLO};
#[cfg(target_os = "linux")]
use crate::harness::{run, start};
use crate::pdf::{A5, four_pages};

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
    dir.run(&["-q", "--pdf-a", "-f", "pdf", "-o", "out.pdf", "a.pdf"]).succeeds();
    assert_eq!(count(&dir, "out.pdf", SCAN), 2);
    assert_eq!(count(&dir, "out.pdf", b"/MediaBox"), 2);
    // Several files in one, and one that gives nothing.
    dir.write("bad.pdf", &scans(&[false, false]));
    let outcome = dir.run(&["-q", "-f", "pdf", "-o", "all.pdf", "a.pdf", "bad.pdf", "a.pdf"]);
    outcome.reports("bad.pdf", "too many pixels");
    assert_eq!((count(&dir, "all.pdf", SCAN), count(&dir, "all.pdf", b"/MediaBox")), (4, 4));
    // A file of its own stays as it is, with text after its end where there is some.
    let outcome = dir.run(&["-f", "pdf", "-o", "copy.pdf", "a.pdf"]);
    assert_eq!(outcome.stderr, "imagetotext: a.pdf: no text was found.\n");
    assert!(std::fs::read(dir.path("copy.pdf")).unwrap() == scans(&[true, true]));
    dir.run(&["-f", "pdf", "-o", "none.pdf", "bad.pdf"]).fails("bad.pdf", "too many pixels");
    assert_eq!(dir.names(), ["a.pdf", "all.pdf", "bad.pdf", "copy.pdf", "hello.png", "out.pdf"]);
}

/// Width and height of each page of a PDF in points, in whole numbers.
fn sizes(dir: &Dir, file: &str) -> Vec<[u32; 2]> {
    let bytes = std::fs::read(dir.path(file)).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let boxes = text.split("/MediaBox [0 0 ").skip(1);
    let sides = boxes.map(|it| it.split_once(']').unwrap().0.split(' ').map(str::parse::<f32>));
    let whole = sides.map(|it| it.map(|side| side.unwrap().round() as u32).collect::<Vec<_>>());
    whole.map(|it| it.try_into().unwrap()).collect()
}

#[test]
fn pages_have_their_true_size_in_a_searchable_pdf() {
    let dir = Dir::new();
    let mut pdf = PdfBuilder::new();
    pdf.page(A5, "", "").page([612, 792], "", "");
    dir.write("a.pdf", &pdf.finish());
    dir.write("a.png", include_bytes!("../images/formats/resolution.png"));
    dir.write("unknown.png", include_bytes!("../images/formats/resolution-96.png"));
    let files = ["a.pdf", "a.png", "unknown.png"];
    dir.run(&[&["-q", "-f", "pdf", "-o", "out.pdf"], &files[..]].concat()).succeeds();
    // 24 × 16 pixels of which 300 are an inch, and as many of which nobody knows.
    assert_eq!(sizes(&dir, "out.pdf"), [A5, [612, 792], [6, 4], [24, 16]]);
}

/// Pages with a text layer, and one without anything on it.
fn born_digital() -> Vec<u8> {
    let mut pdf = PdfBuilder::new();
    pdf.page(A5, &line(20, [40, 500], "This is page one"), "").page(A5, "", "");
    pdf.page(A5, &line(20, [40, 500], "This is page three"), "");
    pdf.finish()
}

#[test]
fn a_pdf_that_is_searchable_is_copied_as_it_is() {
    let dir = Dir::new();
    let pdf = born_digital();
    dir.write("a.pdf", &pdf);
    let note = "imagetotext: a.pdf: it is searchable already, and was copied as it is.\n";
    for output in ["out.pdf", "out/"] {
        let outcome = dir.run(&["-f", "pdf", "-o", output, "a.pdf"]);
        assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), note));
    }
    assert_eq!(std::fs::read(dir.path("out.pdf")).unwrap(), pdf);
    assert_eq!(std::fs::read(dir.path("out/a.pdf")).unwrap(), pdf);
    let piped = dir.command(&["-q", "-f", "pdf"]).stdin(dir.open("a.pdf")).output().unwrap();
    assert_eq!((piped.stdout, piped.stderr), (pdf, Vec::new()));
}

#[test]
fn a_pdf_that_is_to_become_another_one_is_not_copied() {
    let dir = Dir::new();
    dir.write("a.pdf", &born_digital());
    dir.write("locked.pdf", include_bytes!("../images/pdf/aes-256.pdf"));
    dir.write("password", b"sesame");
    for args in [
        &["--pdf-a", "a.pdf"][..],
        &["--pages", "1-2", "a.pdf"],
        &["--pdf-text", "ocr", "a.pdf"],
        &["--no-running-heads", "a.pdf"],
        &["--password-file", "password", "locked.pdf"],
        &["a.pdf", "./a.pdf"],
    ] {
        let args = [&["--force", "-f", "pdf", "-o", "out.pdf"], args].concat();
        let outcome = dir.run(&args);
        assert_eq!(outcome.code, Some(0), "{args:?} {outcome:?}");
        assert!(!outcome.stderr.contains("copied"), "{args:?} {outcome:?}");
        // Helvetica is in no PDF of ours.
        assert_eq!(count(&dir, "out.pdf", b"Helvetica"), 0, "{args:?}");
    }
}

/// A page with a text layer, a bookmark, and a scan.
fn mixed() -> Vec<u8> {
    let mut pdf = PdfBuilder::new();
    let hello = imagetotext::source::decode(HELLO).unwrap().next().unwrap().unwrap();
    let entries = format!(
        "/Type /XObject /Subtype /Image /Width {} /Height {} /ColorSpace /DeviceRGB /BitsPerComponent 8",
        hello.width(),
        hello.height()
    );
    pdf.add_stream(&entries, hello.rgb());
    pdf.page(A5, &line(20, [40, 500], "This is page one"), "");
    pdf.page([320, 200], "q 300 0 0 80 10 50 cm /X4 Do Q", "");
    let outlines = pdf.add("<< /Type /Outlines /Count 0 >>");
    pdf.catalogue = format!("/Outlines {outlines} 0 R");
    pdf.finish()
}

#[test]
fn a_pdf_whose_scans_were_not_read_is_not_called_searchable() {
    let dir = Dir::new();
    dir.write("a.pdf", &mixed());
    let outcome = dir.run(&["--pdf-text", "embedded", "-f", "pdf", "-o", "out.pdf", "a.pdf"]);
    let note = "imagetotext: a.pdf: it was copied as it is; scans in it are not read with --pdf-text embedded.\n";
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), note));
    assert_eq!(std::fs::read(dir.path("out.pdf")).unwrap(), mixed());
}

/// Nothing is rendered and nothing is lost: the text comes after the end of the file.
#[test]
fn the_text_of_scans_is_added_to_a_pdf() {
    let dir = Dir::new();
    dir.write("a.pdf", &mixed());
    for output in ["out.pdf", "out/"] {
        dir.run(&["-f", "pdf", "-o", output, "a.pdf"]).succeeds();
    }
    let updated = std::fs::read(dir.path("out.pdf")).unwrap();
    assert_eq!(std::fs::read(dir.path("out/a.pdf")).unwrap(), updated);
    assert!(updated.starts_with(&mixed()) && updated.len() < mixed().len() + 4000);
    let text = dir.run(&["--pdf-text", "embedded", "out.pdf"]);
    text.contains_the_text();
    assert_eq!(text.stdout.matches("This is page one").count(), 1, "{text:?}");
    // It is searchable now.
    let again = dir.run(&["-f", "pdf", "-o", "again.pdf", "out.pdf"]);
    assert!(again.stderr.contains("out.pdf: it is searchable already"), "{again:?}");
    // Through a pipe.
    let piped = dir.command(&["-q", "-f", "pdf"]).stdin(dir.open("a.pdf")).output().unwrap();
    assert_eq!(piped.stdout, updated);
}

#[test]
fn a_page_that_is_not_read_stays_in_its_pdf() {
    let dir = Dir::new();
    dir.write("a.pdf", &four_pages());
    let outcome = dir.run(&["-q", "-f", "pdf", "-o", "out.pdf", "a.pdf"]);
    outcome.reports("a.pdf", "page 2 was not read");
    assert_eq!(std::fs::read(dir.path("out.pdf")).unwrap(), four_pages());
}

#[test]
fn a_page_whose_text_is_replaced_makes_the_pdf_anew() {
    let dir = Dir::new();
    dir.write("a.pdf", &mixed());
    let outcome = dir.run(&["-f", "pdf", "--pdf-text", "ocr", "-o", "out.pdf", "a.pdf"]);
    outcome.reports("a.pdf", "bookmarks, links and forms, if it has any, are not in the result");
    assert_eq!(outcome.code, Some(0));
    assert_eq!(sizes(&dir, "out.pdf"), [A5, [320, 200]]);
    // One that is not read keeps its place.
    dir.write("b.pdf", &four_pages());
    let outcome = dir.run(&["-q", "-f", "pdf", "--pdf-text", "ocr", "-o", "b-out.pdf", "b.pdf"]);
    outcome.reports("b.pdf", "page 2 was not read");
    assert_eq!(sizes(&dir, "b-out.pdf"), [A5, [1, 1], A5, A5]);
}

#[test]
fn pages_that_are_not_read_keep_their_place_in_a_searchable_pdf() {
    let dir = Dir::new();
    dir.write("a.pdf", &scans(&[false, true, false, true]));
    let outcome = dir.run(&["-q", "--pdf-a", "-f", "pdf", "-o", "out.pdf", "a.pdf"]);
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
        let args = ["-q", "--pdf-a", "-f", "pdf", "-o", output, "a.pdf"];
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
    let mut child = start(&mut dir.command(&["--pdf-a", "-f", "pdf", "-o", "out.pdf", "a.pdf"]));
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
