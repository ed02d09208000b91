//! Pages without a text layer get one, and everything else in their file stays as it is.

use imagetotext::export::PdfUpdate;
use imagetotext::source::{DecodeOptions, PdfText};
use imagetotext::{Page, Picture};

use crate::builder::{PdfBuilder, line};
use crate::{ENGINE, decode, hello, read_with, text_of};

fn pictures(file: &[u8]) -> Vec<Picture> {
    let mut options = DecodeOptions::default();
    options.page_updates = true;
    decode(file.to_vec(), &options).unwrap().into_iter().map(Result::unwrap).collect()
}

/// The pages as they are read, and the file with their text.
fn updated(file: &[u8]) -> (Vec<Page>, Vec<u8>) {
    let mut update = PdfUpdate::new(file.len() as u64);
    let mut pages = Vec::new();
    for (number, picture) in (1..).zip(pictures(file)) {
        let mut page = ENGINE.read(&picture).unwrap();
        page.number = number;
        if let Some(page_update) = picture.page_update() {
            assert!(page_update.is_sound());
            assert!(update.push_page(&page, page_update));
        }
        pages.push(page);
    }
    (pages, [file, &update.finish()].concat())
}

/// The pages by their text layers.
fn text_layers(file: Vec<u8>) -> Vec<Page> {
    let mut options = DecodeOptions::default();
    options.pdf_text = PdfText::Embedded;
    read_with(file, &options)
}

/// The middles of all words, in parts of the page.
fn places(page: &Page) -> Vec<(String, [f32; 2])> {
    let place = |quad: &imagetotext::Quad| {
        let bounds = quad.bounds();
        [
            f32::midpoint(bounds.left, bounds.right) / page.width as f32,
            f32::midpoint(bounds.top, bounds.bottom) / page.height as f32,
        ]
    };
    let words = page.lines().flat_map(|line| &line.words);
    words.map(|word| (word.text.clone(), place(&word.quad))).collect()
}

fn add_hello(pdf: &mut PdfBuilder) {
    let picture = hello();
    let entries = format!(
        "/Type /XObject /Subtype /Image /Width {} /Height {} /ColorSpace /DeviceRGB /BitsPerComponent 8",
        picture.width(),
        picture.height()
    );
    pdf.add_stream(&entries, picture.rgb());
}

const SCAN: &str = "q 300 0 0 80 10 50 cm /X4 Do Q";

#[test]
fn words_are_where_they_are_read() {
    for entries in
        ["", "/Rotate 90", "/Rotate 180", "/Rotate 270", "/CropBox [5 10 315 190]", "/UserUnit 2"]
    {
        let mut pdf = PdfBuilder::new();
        add_hello(&mut pdf);
        pdf.page([320, 200], SCAN, entries);
        let file = pdf.finish();
        let (read, updated) = updated(&file);
        assert!(updated.starts_with(&file) && updated.len() < file.len() + 4000);
        let [found] = &text_layers(updated)[..] else { panic!() };
        let (read, found) = (places(&read[0]), places(found));
        assert!(read.len() >= 3, "{entries}: {read:?}");
        for (text, [x, y]) in &read {
            let is_it = |(other, [a, b]): &&(String, [f32; 2])| {
                other == text && (a - x).abs() < 0.01 && (b - y).abs() < 0.01
            };
            assert!(found.iter().any(|it| is_it(&it)), "{entries}: {text} {x} {y} in {found:?}");
        }
    }
}

#[test]
fn a_page_of_both_gets_the_text_of_its_images_only() {
    let mut pdf = PdfBuilder::new();
    add_hello(&mut pdf);
    pdf.page([320, 200], &(line(14, [20, 160], "Written in letters") + SCAN), "");
    pdf.page([320, 200], &line(14, [20, 160], "Nothing is missing here"), "");
    let (_, updated) = updated(&pdf.finish());
    let mut pages = text_layers(updated);
    let second = text_of(pages.remove(1));
    let first = text_of(pages.remove(0));
    assert!(first.contains("2026"), "{first}");
    assert_eq!(first.matches("Written in letters").count(), 1, "{first}");
    assert_eq!(second, "Nothing is missing here\n");
}

/// Text that is there but not to be trusted would be found beside the one that was read.
#[test]
fn a_page_with_other_text_is_not_updated() {
    let mut pdf = PdfBuilder::new();
    pdf.page([320, 200], &line(14, [20, 160], "These words"), "");
    let mut options = DecodeOptions::default();
    options.page_updates = true;
    options.pdf_text = PdfText::Ocr;
    let pages = decode(pdf.finish(), &options).unwrap();
    assert!(pages[0].as_ref().unwrap().page_update().is_none());
}

#[test]
fn a_file_to_which_nothing_can_be_added_is_not_updated() {
    let mut options = DecodeOptions::default();
    options.page_updates = true;
    options.pdf_text = PdfText::Ocr;
    let encrypted = include_bytes!("../../../../tests/images/pdf/owner-aes-256.pdf");
    let fax = include_bytes!("../../../../tests/images/pdf/fax.pdf").to_vec();
    let cut = fax[..fax.len() - 30].to_vec();
    let moved = [b"\n".to_vec(), fax.clone()].concat();
    for file in [encrypted.to_vec(), cut, moved] {
        let pages = decode(file, &options).unwrap();
        assert!(pages[0].as_ref().unwrap().page_update().is_none());
    }
    assert!(pictures(&fax)[0].page_update().is_some());
    // It is that of another file.
    let other = pictures(include_bytes!("../../../../tests/images/pdf/jpeg.pdf"));
    let mut update = PdfUpdate::new(1_000_000);
    let mut page = Page::new(100, 100, Vec::new());
    page.number = 1;
    assert!(update.push_page(&page, pictures(&fax)[0].page_update().unwrap()));
    assert!(!update.push_page(&page, other[0].page_update().unwrap()));
    page.number = 2;
    assert!(!update.push_page(&page, pictures(&fax)[0].page_update().unwrap()));
}
