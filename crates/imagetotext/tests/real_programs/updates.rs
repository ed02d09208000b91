//! Updated PDF files in poppler and qpdf.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use imagetotext::export::PdfUpdate;
use imagetotext::source::{DecodeOptions, decode_with};
use imagetotext::{Block, BlockKind, Page, SecretBytes};

use crate::{line, run};

/// The file with a line of text on its first page.
fn updated(file: &[u8]) -> Vec<u8> {
    let mut options = DecodeOptions::default();
    options.page_updates = true;
    let bytes = Arc::new(SecretBytes::from(file.to_vec()));
    let picture = decode_with(&bytes, &options).unwrap().next().unwrap().unwrap();
    let block = Block::new(BlockKind::Paragraph, vec![line("Hello out there", 20.0, 10.0)]);
    let mut page = Page::new(picture.width(), picture.height(), vec![block]);
    page.number = 1;
    let mut update = PdfUpdate::new(file.len() as u64);
    assert!(update.push_page(&page, picture.page_update().unwrap()));
    [file, &update.finish()].concat()
}

#[test]
fn other_programs_read_updated_files_of_all_kinds() {
    let directory = tempfile::tempdir().unwrap();
    let (from, to) = (directory.path().join("from.pdf"), directory.path().join("to.pdf"));
    let images = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/images/pdf"));
    for name in ["fax.pdf", "jpeg.pdf", "jpeg2000.pdf"] {
        // As it is, with a table of objects that is a stream, and with a first page that comes first.
        for option in ["--deterministic-id", "--object-streams=generate", "--linearize"] {
            run("qpdf", &[Path::new(option), &images.join(name), &from]);
            let file = fs::read(&from).unwrap();
            fs::write(&to, updated(&file)).unwrap();
            let checked = run("qpdf", &[Path::new("--check"), &to]);
            assert!(!checked.contains("WARNING"), "{name} {option}: {checked}");
            let text = run("pdftotext", &[&to, Path::new("-")]);
            assert_eq!(text.trim(), "Hello out there", "{name} {option}");
            assert!(fs::metadata(&to).unwrap().len() < file.len() as u64 + 4000, "{name} {option}");
        }
    }
}
