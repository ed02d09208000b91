//! Office formats in LibreOffice.

use std::fs;
use std::path::{Path, PathBuf};

use imagetotext::export::{Format, LineMode, render, spreadsheet_html};

use crate::{letter, run};

/// Has LibreOffice convert files of a directory, in one start. It has a profile of its own, because it does
/// nothing while another start with the same one is about to end.
fn office(directory: &Path, filter: &str, files: &[&str]) {
    let place = directory.join(format!("profile-of-{}", files[0]));
    let profile = format!("-env:UserInstallation=file://{}", place.display());
    let mut arguments: Vec<PathBuf> =
        ["--headless", &profile, "--convert-to", filter, "--outdir"].map(PathBuf::from).to_vec();
    arguments.push(directory.join("out"));
    if files.contains(&"copied.html") {
        // As Calc does when cells are pasted, and not as a text.
        arguments.insert(1, "--infilter=HTML (StarCalc)".into());
    }
    arguments.extend(files.iter().map(|file| directory.join(file)));
    let arguments: Vec<&Path> = arguments.iter().map(PathBuf::as_path).collect();
    run("soffice", &arguments);
}

fn write(directory: &Path, name: &str, format: Format) {
    let bytes = render(&letter(), format, LineMode::Paragraphs, None);
    fs::write(directory.join(name), &*bytes).unwrap();
}

#[test]
fn libreoffice_opens_what_is_exported() {
    // LibreOffice puts the number of a sheet before the first dot of a path.
    let directory = tempfile::Builder::new().prefix("exports").tempdir().unwrap();
    let at = directory.path();
    write(at, "word.docx", Format::Docx);
    write(at, "text.odt", Format::Odt);
    office(at, "txt:Text (encoded):UTF8", &["word.docx", "text.odt"]);
    for name in ["word.txt", "text.txt"] {
        let text = fs::read_to_string(at.join("out").join(name)).unwrap();
        // LibreOffice shows bullets of each depth as it likes.
        let text = text.trim_start_matches('\u{feff}').replace('◦', "•");
        let expected = "Zażółć gęślą|All that was recognised, <b>&amp; more|3. three|• inner|4. four|\
                        let a = 1;|Figure 1|Goods||Price|=HYPERLINK(\"x\")|007|1,234.50|Tea & <milk>|12|\
                        -2.00|Second page Ελλάδα Москва";
        let lines: Vec<&str> =
            text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let expected: Vec<&str> = expected.split('|').filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, expected, "{name}");
    }
    write(at, "book.xlsx", Format::Xlsx);
    write(at, "cells.csv", Format::Csv);
    fs::write(at.join("copied.html"), spreadsheet_html(&letter())).unwrap();
    // Fields in quotation marks where they are text, so that numbers can be told from it; all sheets.
    let csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,true,true,false,false,false,-1";
    office(at, csv, &["book.xlsx"]);
    let page = |number: u8| fs::read_to_string(at.join(format!("out/book-{number}.csv"))).unwrap();
    let rows = "\"Goods\",,\"Price\"\n\"=HYPERLINK(\"\"x\"\")\",\"007\",1234.5\n\"Tea & <milk>\",\"12\",-2\n";
    let first = page(1);
    assert!(first.starts_with("\"Zażółć gęślą\",,\n\"All that was recog-\",,\n"), "{first}");
    assert!(first.ends_with(rows), "{first}");
    assert_eq!(page(2), "\"Second page Ελλάδα Москва\"\n");
    let csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,true,true,false";
    office(at, csv, &["copied.html"]);
    let copied = fs::read_to_string(at.join("out/copied.csv")).unwrap();
    assert!(copied.contains("'=HYPERLINK"), "{copied}");
    assert_eq!(
        copied.lines().filter(|row| !row.replace(['"', ','], "").is_empty()).count(),
        4,
        "{copied}"
    );
}
