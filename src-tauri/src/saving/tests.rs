use super::*;

const EMPTY: Document = Document::new(Vec::new());

#[test]
fn the_ending_decides_before_the_chosen_format() {
    let of = |name: &str| target(name.into(), Format::Markdown);
    let expected = [
        ("a.txt", "a.txt", Format::Text),
        ("a.MD", "a.MD", Format::Markdown),
        ("a.hocr", "a.hocr", Format::Hocr),
        ("a.csv", "a.csv", Format::Csv),
        ("a.htm", "a.htm", Format::Html),
        ("a.Pdf", "a.Pdf", Format::Pdf),
        ("a.docx", "a.docx", Format::Docx),
        ("a.xml", "a.xml", Format::Alto),
        ("a", "a.md", Format::Markdown),
        ("report 3.5", "report 3.5.md", Format::Markdown),
    ];
    for (name, path, format) in expected {
        assert_eq!(of(name), Ok((path.into(), format)), "{name}");
    }
}

#[test]
fn the_chosen_format_decides_between_formats_of_one_ending() {
    let path = PathBuf::from("a.xml");
    let chosen = target(path.clone(), Format::PageXml);
    assert_eq!(chosen, Ok((path, Format::PageXml)));
}

#[test]
fn pages_of_page_xml_are_files_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let page = || imagetotext::Page::new(9, 9, Vec::new());
    let document = Document::new(vec![page(), page()]);
    let bytes = content(Format::PageXml, "", &document, LineMode::Keep);
    replace(&folder.path().join("a.xml"), Format::PageXml, &bytes).unwrap();
    for name in ["a.xml", "a-page-2.xml"] {
        let xml = fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!(xml.matches("<Page ").count(), 1, "{xml}");
    }
}

#[test]
fn endings_of_other_programs_are_refused() {
    for (name, extension) in [("a.doc", "doc"), ("a.b.RTF", "rtf"), ("a.xls", "xls")] {
        let refused = CommandError::UnknownFormat { extension: extension.into() };
        assert_eq!(target(name.into(), Format::Text), Err(refused));
    }
}

#[test]
fn plain_text_is_what_the_person_sees() {
    let render = |format| content(format, "edited", &EMPTY, LineMode::Keep);
    assert_eq!(*render(Format::Text), b"edited\n");
    let json = String::from_utf8(render(Format::Json).to_vec()).unwrap();
    assert!(!json.contains("edited"), "it comes from the document");
}

#[test]
fn a_file_is_replaced_whole() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("Letters");
    fs::create_dir(&place).unwrap();
    let path = place.join("a.txt");
    fs::write(&path, "old").unwrap();
    let saved = replace(&path, Format::Text, b"new").unwrap();
    assert_eq!((saved.name.as_str(), saved.place.as_str()), ("a.txt", "Letters"));
    assert_eq!((saved.format.as_str(), saved.folder), ("txt", false));
    assert_eq!(fs::read(&path).unwrap(), b"new");
    assert_eq!(fs::read_dir(&place).unwrap().count(), 1, "nothing else is left");
}

#[test]
#[cfg(unix)]
fn a_replaced_file_is_private() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    fs::write(&path, "old").unwrap();
    replace(&path, Format::Text, b"new").unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn an_error_names_the_file() {
    let nowhere = Path::new("/nowhere/at/all/a.txt");
    let refused = replace(nowhere, Format::Text, b"").unwrap_err();
    let CommandError::Save { name, .. } = refused else { panic!("{refused}") };
    assert_eq!(name, "a.txt");
}

#[test]
fn create_all_replaces_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let texts = ["one", "two", "three"].map(|text| ("scan.png".to_owned(), text.to_owned()));
    fs::write(folder.path().join("scan.txt"), "edited").unwrap();
    let saved = create_all(folder.path(), texts.into_iter()).unwrap();
    assert_eq!((saved.folder, saved.pictures), (true, 3));
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(read("scan.txt"), "edited");
    assert_eq!(
        ["2", "3", "4"].map(|n| read(&format!("scan ({n}).txt"))),
        ["one\n", "two\n", "three\n"]
    );
}

#[test]
fn a_picture_name_becomes_a_file_stem() {
    assert_eq!(file_stem("a.b.png"), "a.b");
    assert_eq!(file_stem("what? 1:2.png"), "what_ 1_2");
    assert_eq!(file_stem(""), "picture");
    assert_eq!(file_stem("scan.jp2"), "scan");
    // What is after the last dot of these is no ending.
    for name in ["Capture 14.03.52", "Minutes of the 3. meeting", "version 1.2"] {
        assert_eq!(file_stem(name), name);
    }
}
