//! The output formats, for one picture and for several.

use serde_json::Value;

use crate::harness::{Dir, Outcome};

fn read(args: &[&str]) -> Outcome {
    let outcome = Dir::new().run(args);
    outcome.succeeds();
    outcome.contains_the_text();
    outcome
}

fn json(outcome: &Outcome) -> Value {
    serde_json::from_str(&outcome.stdout).expect("the output is JSON")
}

#[test]
fn text_is_the_default() {
    assert_eq!(read(&["hello.png"]).stdout, read(&["-f", "text", "hello.png"]).stdout);
}

#[test]
fn json_is_an_object_or_an_array_of_named_objects() {
    let one = json(&read(&["-f", "json", "hello.png"]));
    assert_eq!(one["pages"].as_array().unwrap().len(), 1);
    assert_eq!(one["pages"][0]["width"], 360);
    assert_eq!(one["pages"][0]["height"], 72);
    let two = json(&read(&["--format=json", "hello.png", "./hello.png"]));
    assert_eq!(two[0]["file"], "hello.png");
    assert_eq!(two[1]["file"], "./hello.png");
    assert_eq!(two[1]["pages"], one["pages"]);
}

#[test]
fn json_is_complete_when_a_picture_fails() {
    let dir = Dir::new();
    let outcome = dir.run(&["-f", "json", "nowhere.png", "hello.png"]);
    assert_eq!(outcome.code, Some(1));
    assert_eq!(json(&outcome).as_array().unwrap().len(), 1);
    let outcome = dir.run(&["-f", "json", "nowhere.png", "nowhere.png"]);
    assert_eq!(json(&outcome), Value::Array(Vec::new()));
}

#[test]
fn tsv_is_one_table() {
    let one = read(&["-f", "tsv", "hello.png"]).stdout;
    let two = read(&["-f", "tsv", "hello.png", "./hello.png"]).stdout;
    let columns = |row: &str| row.split('\t').count();
    let width = columns(one.lines().next().unwrap());
    assert!(width > 1 && one.lines().all(|row| columns(row) == width), "{one}");
    assert!(two.lines().all(|row| columns(row) == width + 1), "{two}");
    assert!(two.starts_with("file\t"), "{two}");
    assert_eq!(two.matches("file\t").count(), 1, "{two}");
    assert_eq!(
        two.lines().filter(|row| row.starts_with("./hello.png\t")).count(),
        one.lines().count() - 1
    );
}

#[test]
fn hocr_is_one_document_whose_pages_name_their_pictures() {
    let one = read(&["-f", "hocr", "hello.png"]).stdout;
    assert!(one.contains("image &quot;hello.png&quot;"), "{one}");
    let two = read(&["-f", "hocr", "hello.png", "./hello.png"]).stdout;
    assert_eq!(two.matches("<html").count(), 1, "{two}");
    assert_eq!(two.matches("class=\"ocr_page\"").count(), 2, "{two}");
    assert!(two.contains("image &quot;./hello.png&quot;"), "{two}");
}

#[test]
fn csv_has_the_name_in_each_record_of_several() {
    let one = read(&["-f", "csv", "hello.png"]).stdout;
    assert!(one.ends_with("\r\n") && !one.contains("hello.png"), "{one}");
    let two = read(&["-f", "csv", "hello.png", "./hello.png"]).stdout;
    let named = |name: &str| {
        one.lines().fold(String::new(), |all, record| all + name + "," + record + "\r\n")
    };
    assert_eq!(two, named("hello.png") + "\r\n" + &named("./hello.png"));
}

#[test]
fn html_is_one_document_with_a_heading_for_each_of_several() {
    let one = read(&["-f", "html", "hello.png"]).stdout;
    assert!(one.starts_with("<!DOCTYPE html>\n"), "{one}");
    assert!(one.contains("<title>hello.png</title>") && !one.contains("<h1>hello.png"), "{one}");
    let two = read(&["-f", "html", "hello.png", "./hello.png"]).stdout;
    assert_eq!(two.matches("<html").count(), 1, "{two}");
    assert_eq!(two.matches("</html>").count(), 1, "{two}");
    assert!(two.contains("<h1>./hello.png</h1>\n"), "{two}");
}

#[test]
fn markdown_has_a_heading_for_each_of_several() {
    assert!(!read(&["-f", "markdown", "hello.png"]).stdout.contains("# hello"));
    let two = read(&["-f", "markdown", "hello.png", "./hello.png"]).stdout;
    assert!(two.starts_with("# hello.png\n\n"), "{two}");
    assert!(two.contains("\n# ./hello.png\n\n"), "{two}");
}

#[test]
fn line_modes_keep_or_join_lines() {
    let lines = |mode| read(&["--lines", mode, "hello.png"]).stdout.lines().count();
    assert!(lines("keep") >= 1);
    assert!(lines("paragraphs") >= 1);
    assert_eq!(lines("one"), 1);
    assert_eq!(read(&["-l", "one", "-f", "markdown", "hello.png"]).stdout.lines().count(), 1);
}

/// The bytes of a result, from one picture or two.
fn bytes(format: &str, pictures: &[&str]) -> Vec<u8> {
    let dir = Dir::new();
    let args = [&["-f", format, "-o", "out"], pictures].concat();
    dir.run(&args).succeeds();
    std::fs::read(dir.path("out")).unwrap()
}

#[test]
fn office_formats_are_packages() {
    for format in ["docx", "odt", "xlsx", "epub"] {
        for pictures in [&["hello.png"][..], &["hello.png", "./hello.png"]] {
            assert!(bytes(format, pictures).starts_with(b"PK"), "{format}");
        }
    }
}

#[test]
fn json_lines_have_a_picture_each() {
    let two = read(&["-f", "jsonl", "hello.png", "./hello.png"]).stdout;
    let lines: Vec<Value> = two.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[1]["file"], "./hello.png");
    assert_eq!(lines[0]["pages"], lines[1]["pages"]);
}

#[test]
fn alto_is_one_document() {
    let two = read(&["-f", "alto", "hello.png", "./hello.png"]).stdout;
    assert_eq!(two.matches("<alto").count(), 1, "{two}");
    assert_eq!(two.matches("<Page ").count(), 2, "{two}");
    assert!(two.ends_with("</alto>\n"), "{two}");
}

#[test]
fn the_name_of_the_result_says_its_format() {
    let dir = Dir::new();
    dir.run(&["-o", "a.docx", "hello.png"]).succeeds();
    assert!(std::fs::read(dir.path("a.docx")).unwrap().starts_with(b"PK"));
    dir.run(&["-f", "hocr", "-o", "a.html", "hello.png"]).succeeds();
    let outcome = dir.run(&["-o", "a.xyz", "hello.png"]);
    outcome.reports("a.xyz", "plain text");
    assert_eq!(outcome.code, Some(0));
    dir.run(&["-q", "-o", "b.xyz", "hello.png"]).succeeds();
}

/// Text in a file that is called a PDF looks like a damaged PDF to whoever opens it. Such a command line is not valid.
#[test]
fn a_name_that_says_another_format_is_refused() {
    for (args, words) in [
        (&["-f", "docx", "-o", "a.pdf"][..], "ends like pdf, and --format says docx"),
        (&["-f", "json", "-o", "a.csv"], "let the name end with .json"),
        (&["-f", "docx", "-o", "a.doc"], "such as .txt, .docx or .pdf"),
        (&["-o", "a.doc"], "such as .txt, .docx or .pdf"),
        (&["-o", "a.png"], "such as .txt, .docx or .pdf"),
        (&["-o", "a.xml"], "alto or page"),
    ] {
        let dir = Dir::new();
        let outcome = dir.run(&[args, &["hello.png"]].concat());
        outcome.reports(args[args.len() - 1], words);
        assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(2), ""), "{outcome:?}");
        assert_eq!(dir.names(), ["hello.png"]);
    }
}

#[test]
fn page_xml_has_a_file_for_each_page() {
    let dir = Dir::new();
    std::fs::write(dir.path("pages.tif"), include_bytes!("../images/formats/pages.tif")).unwrap();
    dir.run(&["-q", "-f", "page", "-o", "out/", "pages.tif"]).succeeds();
    dir.run(&["-f", "page", "-o", "both.xml", "hello.png", "./hello.png"]).succeeds();
    dir.run(&["-f", "page", "pages.tif"]).fails("standard output", "--output DIR/");
    for name in ["out/pages.xml", "out/pages-page-2.xml", "both.xml", "both-page-2.xml"] {
        let xml = std::fs::read_to_string(dir.path(name)).unwrap();
        assert_eq!(xml.matches("<Page ").count(), 1, "{name}: {xml}");
    }
    std::fs::remove_file(dir.path("both.xml")).unwrap();
    let again = dir.run(&["-f", "page", "-o", "both.xml", "hello.png", "./hello.png"]);
    assert!(again.stderr.contains("both-page-2.xml: a file of this name exists"), "{again:?}");
    assert!(!dir.path("both.xml").exists());
}

/// The result of a picture that is called like a page was once replaced by that page.
#[test]
fn page_xml_of_a_directory_has_a_file_for_each_page_of_each_picture() {
    let dir = Dir::new();
    std::fs::create_dir(dir.path("in")).unwrap();
    dir.write("in/pages.tif", include_bytes!("../images/formats/pages.tif"));
    dir.write("in/pages-page-2.png", crate::harness::HELLO);
    let args = ["-r", "in", "-o", "out/", "-f", "page", "-q", "--force"];
    assert_eq!(dir.run(&args).code, Some(0));
    for (name, picture) in [
        ("out/pages.xml", "pages.tif"),
        ("out/pages-page-2.xml", "pages.tif"),
        ("out/pages-page-2.png.xml", "pages-page-2.png"),
    ] {
        assert!(dir.text(name).contains(picture), "{name}");
    }
}

#[test]
fn page_xml_is_not_written_in_part_where_a_file_is_in_the_way() {
    let dir = Dir::new();
    dir.write("pages.tif", include_bytes!("../images/formats/pages.tif"));
    std::fs::create_dir(dir.path("out")).unwrap();
    dir.write("out/pages-page-2.xml", b"mine");
    // That of a page which the file does not have stays.
    dir.write("out/pages-page-9.xml", b"mine");
    let args = ["-q", "-f", "page", "-o", "out/", "pages.tif"];
    let outcome = dir.run(&args);
    outcome.fails("out/pages-page-2.xml", "a file of this name exists");
    assert_eq!(std::fs::read_dir(dir.path("out")).unwrap().count(), 2, "nothing was written");
    assert_eq!(dir.text("out/pages-page-2.xml"), "mine");
    dir.run(&[&args[..], &["--force"]].concat()).succeeds();
    assert_ne!(dir.text("out/pages-page-2.xml"), "mine");
    assert_eq!(dir.text("out/pages-page-9.xml"), "mine");
}

#[cfg(target_os = "linux")]
mod by_other_programs {
    use super::*;
    use crate::harness::tool;

    /// What a program of the system says about a file.
    fn said(program: &str, args: &[&str], file: &std::path::Path) -> String {
        let output = std::process::Command::new(program).args(args).arg(file).arg("-").output();
        let output = output.unwrap_or_else(|_| panic!("{program} is needed for this test"));
        String::from_utf8(output.stdout).unwrap()
    }

    #[test]
    fn a_pdf_has_the_words_where_json_has_them() {
        let dir = Dir::new();
        dir.run(&["-f", "pdf", "--pdf-a", "-o", "one.pdf", "hello.png"]).succeeds();
        let pages = json(&dir.run(&["-f", "json", "hello.png"]));
        let words = pages["pages"][0]["blocks"][0]["lines"][0]["words"].as_array().unwrap();
        let html = said("pdftotext", &["-bbox"], &dir.path("one.pdf"));
        for word in words {
            let text = word["text"].as_str().unwrap();
            let line = html.lines().find(|line| line.contains(&format!(">{text}</word>")));
            let line = line.unwrap_or_else(|| panic!("{text} in {html}"));
            let found: Vec<f64> = line.split('"').filter_map(|it| it.parse().ok()).collect();
            // The picture is smaller than a sheet, so that a pixel is a point.
            for (found, corner, axis) in
                [(found[0], 0, 0), (found[1], 0, 1), (found[2], 2, 0), (found[3], 2, 1)]
            {
                let expected = word["quad"][corner][axis].as_f64().unwrap();
                assert!((found - expected).abs() < 2.0, "{text}: {found} and {expected}");
            }
        }
        dir.run(&["-f", "pdf", "-o", "two.pdf", "hello.png", "./hello.png"]).succeeds();
        assert_eq!(said("pdftotext", &[], &dir.path("two.pdf")).matches("2026").count(), 2);
        tool("qpdf", &["--check".as_ref(), dir.path("two.pdf").as_ref()]);
    }

    #[test]
    fn page_xml_follows_its_schema() {
        let dir = Dir::new();
        std::fs::write(dir.path("page.png"), include_bytes!("../images/golden/ruled.png")).unwrap();
        dir.run(&["-f", "page", "-o", "table.xml", "page.png"]).succeeds();
        let xml = std::fs::read_to_string(dir.path("table.xml")).unwrap();
        assert!(xml.contains("<TableCellRole "), "{xml}");
        let stated = include_bytes!("../images/formats/resolution.png");
        std::fs::write(dir.path("stated.png"), stated).unwrap();
        dir.run(&["-q", "-f", "page", "-o", "stated.xml", "stated.png"]).succeeds();
        let xml = std::fs::read_to_string(dir.path("stated.xml")).unwrap();
        assert!(xml.contains("imageXResolution"), "{xml}");
        let schema = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/schemas/page-2019-07-15.xsd");
        for file in ["table.xml", "stated.xml"] {
            let file = dir.path(file);
            tool(
                "xmllint",
                &["--noout", "--nonet", "--schema", schema]
                    .map(AsRef::as_ref)
                    .into_iter()
                    .chain([file.as_ref()])
                    .collect::<Vec<_>>(),
            );
        }
    }

    #[test]
    fn markup_is_well_formed() {
        let dir = Dir::new();
        for format in ["alto", "hocr", "page"] {
            let name = format!("out.{format}");
            dir.run(&["-f", format, "-o", &name, "hello.png"]).succeeds();
            tool("xmllint", &["--noout".as_ref(), "--nonet".as_ref(), dir.path(&name).as_ref()]);
        }
    }
}
