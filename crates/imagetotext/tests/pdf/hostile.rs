//! Damaged and hostile files: each ends in an error or a text, and other pages are read.

use imagetotext::source::{DecodeOptions, Format, MAX_PAGES};
use imagetotext::{Error, Picture};

use crate::builder::{PdfBuilder, line};
use crate::{ENGINE, decode, read_one, text_of};

const A5: [u32; 2] = [420, 595];

fn all(file: Vec<u8>) -> Result<Vec<Result<Picture, Error>>, Error> {
    decode(file, &DecodeOptions::default())
}

fn two_pages() -> Vec<u8> {
    let mut pdf = PdfBuilder::new();
    pdf.page([60, 40], &line(12, [5, 5], "one"), "");
    pdf.page([60, 40], &line(12, [5, 5], "two"), "");
    pdf.finish()
}

#[test]
fn files_cut_anywhere_give_pages_or_an_error() {
    let file = two_pages();
    let mut damaged = 0;
    for end in (0..file.len()).step_by(7) {
        match all(file[..end].to_vec()) {
            Ok(pages) => assert!(pages.len() <= 2),
            Err(Error::Empty | Error::NotAPicture) => assert!(end < 8),
            Err(Error::Damaged(Format::Pdf)) => damaged += 1,
            Err(other) => panic!("cut at {end}: {other:?}"),
        }
    }
    assert!(damaged > 10);
}

#[test]
fn of_a_file_that_was_cut_the_first_missing_page_is_damaged() {
    let file = two_pages();
    let place = |text: &[u8]| file.windows(text.len()).position(|it| it == text).unwrap();
    let of = |end: usize, pages: &str| {
        let mut options = DecodeOptions::default();
        options.pages = pages.parse().unwrap();
        let pages = decode(file[..end].to_vec(), &options).unwrap();
        let is_damaged = |it: Error| matches!(it, Error::Damaged(Format::Pdf));
        pages.into_iter().map(|page| page.is_err_and(is_damaged)).collect::<Vec<_>>()
    };
    let second = place(b"6 0 obj");
    assert_eq!(of(second, "1-"), [false, true]);
    assert_eq!(of(second, "1"), [false]);
    // Nothing is missing but the table of objects.
    assert_eq!(of(place(b"xref"), "1-"), [false, false]);
}

#[test]
fn pages_that_lost_their_contents_with_the_end_of_the_file_are_damaged() {
    let file = two_pages();
    let place = |text: &[u8]| file.windows(text.len()).position(|it| it == text).unwrap();
    let (contents, page, table) = (place(b"6 0 obj"), place(b"7 0 obj"), place(b"xref"));
    // As programs write it that put all pages before all contents.
    let cut = [&file[..contents], &file[page..table]].concat();
    let lost = |file: Vec<u8>| {
        let is_damaged = |it: Error| matches!(it, Error::Damaged(Format::Pdf));
        let pages = all(file).unwrap();
        pages.into_iter().map(|page| page.is_err_and(is_damaged)).collect::<Vec<_>>()
    };
    assert_eq!(lost(cut.clone()), [false, true]);
    // A whole file may have empty pages.
    assert_eq!(lost([&cut, b"%%EOF".as_slice()].concat()), [false, false]);
}

#[test]
fn files_changed_at_random_never_panic() {
    let file = two_pages();
    // Marsaglia's xorshift64 with a fixed seed.
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as usize % below
    };
    let (mut decoded, mut refused) = (0, 0);
    for round in 0..300 {
        let mut bytes = file.clone();
        for _ in 0..=random(8) {
            bytes[random(file.len())] ^= 1 << random(8);
        }
        match all(bytes) {
            Ok(pages) => {
                decoded += 1;
                for page in pages {
                    assert!(!matches!(page, Err(Error::Internal(_))), "round {round}");
                }
            }
            Err(error) => {
                refused += 1;
                assert!(!matches!(error, Error::Internal(_)), "round {round}: {error}");
            }
        }
    }
    assert!(decoded > 50 && decoded + refused == 300, "{decoded} decoded: a poor mixture");
}

#[test]
fn a_broken_table_of_objects_is_rebuilt() {
    let mut file = PdfBuilder::new().page(A5, &line(14, [40, 500], "still here"), "").finish();
    let table = file.windows(4).rposition(|it| it == b"xref").unwrap();
    let start = file[..table].windows(5).rposition(|it| it == b"xref\n").unwrap();
    file[start + 20..start + 60].fill(b'9');
    assert_eq!(read_one(file).trim(), "still here");
}

#[test]
fn objects_in_a_circle_end() {
    // The list of pages contains itself, and a form draws itself.
    let mut pdf = PdfBuilder::new();
    let itself = pdf.add_stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /XObject << /X4 4 0 R >> >>",
        b"/X4 Do",
    );
    let content = format!("/X{itself} Do\n") + &line(14, [40, 500], "comes to an end");
    let file = pdf.page(A5, &content, "").finish();
    assert_eq!(read_one(file).trim(), "comes to an end");
    let text = String::from_utf8(two_pages()).unwrap();
    let kids = text.find("/Kids [").unwrap() + "/Kids [".len();
    let circle = text[..kids].to_owned() + "2 0 R" + &text[kids + "5 0 R".len()..];
    assert_eq!(all(circle.into_bytes()).unwrap().len(), 1);
}

#[test]
fn forms_that_draw_forms_end() {
    let mut pdf = PdfBuilder::new();
    for form in 4..40 {
        let next = form + 1;
        let entries = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /N {next} 0 R >> >>"
        );
        assert_eq!(pdf.add_stream(&entries, b"/N Do /N Do"), form);
    }
    pdf.page(A5, "/X4 Do", "");
    pdf.page(A5, &line(14, [40, 500], "an ordinary page"), "");
    let pages = all(pdf.finish()).unwrap();
    assert!(matches!(pages[..], [Err(Error::Damaged(Format::Pdf)), Ok(_)]));
}

/// Else its glyphs are those of another font, and their text is another one.
#[test]
fn a_page_whose_font_is_lost_is_damaged() {
    let content = line(14, [40, 500], "This is what the page says").replace("/F1", "/F9");
    let page = |fonts: &str| {
        let mut pdf = PdfBuilder::new();
        let file = pdf.page(A5, &content, "").finish();
        let text = String::from_utf8(file).unwrap();
        // Without moving anything.
        let fonts = format!("{fonts:<10}");
        text.replace("/F1 3 0 R ", &fonts).into_bytes()
    };
    assert!(matches!(all(page("/F9 99 0 R")).unwrap()[..], [Err(Error::Damaged(Format::Pdf))]));
    assert!(matches!(all(page("/F9 3 0 R")).unwrap()[..], [Ok(_)]));
}

#[test]
fn a_scan_that_cannot_be_decoded_is_damaged_and_a_logo_is_left_out() {
    let entries = "/Type /XObject /Subtype /Image /Width 24 /Height 16 /BitsPerComponent 8 \
                   /ColorSpace /DeviceGray";
    let mut pdf = PdfBuilder::new();
    for filter in ["/DCTDecode", "/JPXDecode", "/JBIG2Decode"] {
        let scan = pdf.add_stream(&format!("{entries} /Filter {filter}"), &[0; 500]);
        pdf.page(A5, &format!("q 420 0 0 595 0 0 cm /X{scan} Do Q\n"), "");
        let part = format!("q 200 0 0 200 50 300 cm /X{scan} Do Q\\n");
        pdf.page(A5, &part, "");
        let logo = format!("q 40 0 0 40 10 10 cm /X{scan} Do Q\n");
        pdf.page(A5, &format!("{}{logo}", line(20, [40, 500], "A letter")), "");
    }
    let pages = all(pdf.finish()).unwrap();
    let outcome = |page: &Result<Picture, Error>| match page {
        Ok(picture) => text_of(ENGINE.read(picture).unwrap()).trim().to_owned(),
        Err(error) => format!("{error:?}"),
    };
    let outcomes: Vec<String> = pages.iter().map(outcome).collect();
    assert_eq!(outcomes, ["Damaged(Pdf)", "Damaged(Pdf)", "A letter"].repeat(3));
}

#[test]
fn a_page_of_ten_metres_leaves_the_others() {
    // 10 m are 28346 points.
    let mut pdf = PdfBuilder::new();
    pdf.page([28_346, 28_346], "0 0 99 99 re f", "");
    pdf.page(A5, &line(14, [40, 500], "an ordinary page"), "");
    let pages = all(pdf.finish()).unwrap();
    assert!(matches!(pages[..], [Err(Error::TooLarge), Ok(_)]));
    // With a text layer nothing need be read in it.
    let file = PdfBuilder::new().page([28_346; 2], &line(999, [9, 9], "poster"), "").finish();
    assert_eq!(read_one(file).trim(), "poster");
}

#[test]
fn an_image_that_claims_too_many_pixels_leaves_other_pages() {
    for filter in ["JBIG2Decode", "JPXDecode", "CCITTFaxDecode", "FlateDecode"] {
        let mut pdf = PdfBuilder::new();
        let bomb = pdf.add_stream(
            &format!(
                "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray \
                 /BitsPerComponent 8 /Filter /{filter}"
            ),
            b"\0\0\0\0",
        );
        pdf.page(A5, &format!("400 0 0 500 0 0 cm /X{bomb} Do"), "");
        pdf.page(A5, &line(14, [40, 500], "an ordinary page"), "");
        let pages = all(pdf.finish()).unwrap();
        assert!(matches!(pages[..], [Err(Error::TooLarge), Ok(_)]), "{filter}");
    }
}

#[test]
fn of_a_hundred_thousand_pages_any_can_be_read() {
    let mut pdf = PdfBuilder::new();
    pdf.page([60, 40], &line(12, [5, 5], "one"), "").repeat(99_999);
    let file = pdf.finish();
    let mut options = DecodeOptions::default();
    options.pages = "99999-".parse().unwrap();
    assert_eq!(decode(file.clone(), &options).unwrap().len(), 2);
    let pages = all(file).unwrap();
    assert_eq!(pages.len(), MAX_PAGES + 1);
    assert!(matches!(pages[MAX_PAGES], Err(Error::TooManyPages)));
}

#[test]
fn scripts_actions_and_attachments_do_nothing() {
    let mut pdf = PdfBuilder::new();
    let folder = std::env::temp_dir().join(format!("imagetotext-launch-{}", std::process::id()));
    let path = folder.display();
    let attachment = pdf.add_stream("/Type /EmbeddedFile", b"the text of an attachment");
    let spec = pdf.add(format!("<< /Type /Filespec /F (a.txt) /EF << /F {attachment} 0 R >> >>"));
    pdf.catalogue = format!(
        "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> \
         /AA << /WC << /S /Launch /F (mkdir) /Unix << /F (mkdir {path}) >> >> >> \
         /Names << /EmbeddedFiles << /Names [(a.txt) {spec} 0 R] >> >>"
    );
    let link = pdf.add(format!(
        "<< /Type /Annot /Subtype /Link /Rect [0 0 420 595] \
         /A << /S /Launch /F (mkdir) /Unix << /F (mkdir {path}) >> >> >>"
    ));
    let file = pdf
        .page(A5, &line(14, [40, 500], "what the page shows"), &format!("/Annots [{link} 0 R]"))
        .finish();
    assert_eq!(read_one(file).trim(), "what the page shows");
    assert!(!folder.exists());
}

/// It once had "no text".
#[test]
fn a_page_without_area_is_damaged() {
    for entries in ["/MediaBox [0 0 0 0]", "/CropBox [900 900 950 950]"] {
        let mut pdf = PdfBuilder::new();
        pdf.page(A5, &line(20, [40, 500], "Words"), entries);
        let pages = decode(pdf.finish(), &DecodeOptions::default()).unwrap();
        assert!(matches!(pages[0], Err(Error::Damaged(_))), "{entries}: {pages:?}");
    }
}
