//! Text layers that are not the whole text of their page, or not its text at all.

use imagetotext::export::PdfUpdate;
use imagetotext::source::{DecodeOptions, PdfText};
use imagetotext::{Page, Picture};

use crate::builder::{PdfBuilder, line};
use crate::{ENGINE, decode, read_one, read_with, text_of};

const SCAN: &[u8] = include_bytes!("../../../../tests/images/golden/german.png");

/// Pixels a point.
const SCALE: u32 = 2;

fn scan() -> Picture {
    imagetotext::source::decode(SCAN).unwrap().next().unwrap().unwrap()
}

/// A scan whose text layer has only the lines that `is_known` counts in.
fn with_layer(is_known: impl Fn(usize) -> bool) -> Vec<u8> {
    let picture = scan();
    let mut pdf = PdfBuilder::new();
    let [width, height] = [picture.width(), picture.height()];
    let entries = format!(
        "/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceRGB /BitsPerComponent 8"
    );
    let image = pdf.add_stream(&entries, picture.rgb());
    let (width, height) = (width / SCALE, height / SCALE);
    let mut content = format!("q {width} 0 0 {height} 0 0 cm /X{image} Do Q 3 Tr\n");
    let page = ENGINE.read(&picture).unwrap();
    for (_, read) in page.lines().enumerate().filter(|(number, _)| is_known(*number)) {
        for word in &read.words {
            let bounds = word.quad.bounds();
            let size = (read.quad.height() / SCALE as f32).round() as u32;
            let x = (bounds.left / SCALE as f32) as u32;
            let y = height - ((bounds.bottom - 0.2 * read.quad.height()) / SCALE as f32) as u32;
            let ascii: String = word.text.chars().filter(char::is_ascii_alphanumeric).collect();
            content += &line(size, [x, y], &ascii);
        }
    }
    pdf.page([width, height], &content, "").finish()
}

fn words(page: Page) -> Vec<String> {
    let mut words: Vec<String> = text_of(page)
        .split_whitespace()
        .map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect())
        .collect();
    words.sort();
    words
}

#[test]
fn what_a_layer_lacks_of_a_scan_is_read_once() {
    let all = words(ENGINE.read(&scan()).unwrap());
    for is_known in [|number| number % 2 == 0, |number| number < 3] {
        let read = words(read_with(with_layer(is_known), &DecodeOptions::default()).remove(0));
        let missing = all.iter().filter(|word| !read.contains(word)).count();
        assert!(missing <= all.len() / 20, "{missing} of {} words are missing", all.len());
        assert!(read.len() <= all.len() + all.len() / 20, "{} words of {}", read.len(), all.len());
    }
}

#[test]
fn a_layer_with_all_text_of_a_scan_is_trusted() {
    let (_, file) = updated(&with_layer(|_| false));
    let picture = decode(file, &DecodeOptions::default()).unwrap().remove(0).unwrap();
    let read = ENGINE.read_with(&picture, &imagetotext::ReadOptions::new()).unwrap();
    assert!(read.is_embedded && !read.replaces_layer);
}

#[test]
fn only_what_is_missing_is_added_to_a_file() {
    let (page, file) = updated(&with_layer(|number| number % 2 == 0));
    let mut options = DecodeOptions::default();
    options.pdf_text = PdfText::Embedded;
    let written = words(read_with(file, &options).remove(0));
    assert_eq!(written, words(page));
}

/// The page as it is read, and the file with what its layer lacked.
fn updated(file: &[u8]) -> (Page, Vec<u8>) {
    let mut options = DecodeOptions::default();
    options.page_updates = true;
    let picture = decode(file.to_vec(), &options).unwrap().remove(0).unwrap();
    let mut page = ENGINE.read(&picture).unwrap();
    page.number = 1;
    let mut update = PdfUpdate::new(file.len() as u64);
    assert!(update.push_page(&page, picture.page_update().unwrap()));
    let file = [file, &update.finish()].concat();
    (page, file)
}

/// Lines in Helvetica, of which a map says that each character is the one `shift` further on.
fn shifted(shift: u32) -> Vec<u8> {
    let mut pdf = PdfBuilder::new();
    let codes = (33..127).map(|code| format!("<{code:02x}> <{:04x}>", code + shift));
    let map = format!(
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> \
         endcodespacerange 94 beginbfchar {} endbfchar endcmap end",
        codes.collect::<Vec<_>>().join("\n")
    );
    let map = pdf.add_stream("", map.as_bytes());
    let font = pdf.add(format!(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode {map} 0 R >>"
    ));
    let texts = [
        "The board met on Tuesday in the main hall",
        "and agreed to the sale of the northern plot.",
        "All members present voted in favour of it.",
    ];
    let content: String =
        (0_u32..).zip(texts).map(|(row, text)| line(14, [40, 500 - 20 * row], text)).collect();
    let file = String::from_utf8(pdf.page([420, 595], &content, "").finish()).unwrap();
    file.replace("/F1 3 0 R", &format!("/F1 {font} 0 R")).into_bytes()
}

#[test]
fn a_layer_that_makes_no_sense_is_not_taken() {
    assert!(read_one(shifted(0)).contains("northern plot"));
    let picture = |shift| decode(shifted(shift), &DecodeOptions::default()).unwrap().remove(0);
    for shift in [1, 3] {
        let read = ENGINE.read_with(&picture(shift).unwrap(), &imagetotext::ReadOptions::new());
        let read = read.unwrap();
        assert!(read.replaces_layer && !read.is_embedded, "{shift}");
        let text = text_of(read.page);
        assert!(text.contains("agreed to the sale of the northern plot"), "{text}");
    }
}

/// Article numbers make little sense, and are what is on the page.
#[test]
fn a_layer_of_article_numbers_is_taken() {
    let rows: String = (0_u32..12)
        .map(|row| {
            let text =
                format!("XK{}-QZV{} WPT{}", 7919 * row % 1000, 31 * row, 104_729 * row % 977);
            line(12, [40, 560 - 20 * row], &text)
        })
        .collect();
    let file = PdfBuilder::new().page([420, 595], &rows, "").finish();
    let picture = decode(file, &DecodeOptions::default()).unwrap().remove(0).unwrap();
    let read = ENGINE.read_with(&picture, &imagetotext::ReadOptions::new()).unwrap();
    assert!(read.is_embedded && !read.replaces_layer);
}
