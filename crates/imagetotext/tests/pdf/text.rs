//! Text layers, scans, and pages of both.

use imagetotext::source::{DecodeOptions, Password, PdfText};
use imagetotext::{Error, Picture};

use crate::builder::{PdfBuilder, line};
use crate::{HELLO, decode, hello, read, read_one, read_with, text_of};

const A5: [u32; 2] = [420, 595];

/// Two columns of which the lines are written row by row, as some programs do.
fn columns() -> String {
    let left = ["The left column begins", "with these words and it", "is read before the right."];
    let right = ["The right column follows", "only when the left one", "has come to its end."];
    let mut content = String::new();
    for (row, (left, right)) in left.iter().zip(right).enumerate() {
        let y = 500 - 14 * row as u32;
        content += &line(11, [40, y], left);
        content += &line(11, [230, y], right);
    }
    content
}

#[test]
fn a_text_layer_is_read_in_reading_order() {
    let text = read_one(PdfBuilder::new().page(A5, &columns(), "").finish());
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
    assert!(at("is read before the right.") < at("The right column follows"), "{text}");
    assert!(at("The left column begins") < at("with these words"), "{text}");
}

#[test]
fn words_of_a_text_layer_are_certain_and_in_their_place() {
    let content = line(20, [40, 500], "Zebra crossing");
    let page = &read(PdfBuilder::new().page(A5, &content, "").finish())[0];
    let words: Vec<_> = page.lines().flat_map(|line| &line.words).collect();
    let [zebra, _] = words[..] else { panic!("{words:?}") };
    assert!(zebra.confidence > 0.999 && zebra.text == "Zebra");
    let scale = page.width as f32 / 420.0;
    let bounds = zebra.quad.bounds();
    assert!((bounds.left / scale - 40.0).abs() < 1.0, "{bounds:?}");
    // The baseline is 95 points from the top, and the letters are above it.
    assert!((bounds.top / scale - (95.0 - 14.4)).abs() < 1.0, "{bounds:?}");
}

#[test]
fn a_page_keeps_its_size_on_paper() {
    let content = line(20, [40, 500], "Zebra crossing");
    let mut pdf = PdfBuilder::new();
    pdf.page(A5, &content, "").page(A5, &content, "/Rotate 90").page(A5, &content, "/UserUnit 2");
    // A scan.
    pdf.page([612, 792], "", "");
    let sizes: Vec<[u32; 2]> = decode(pdf.finish(), &DecodeOptions::default())
        .unwrap()
        .into_iter()
        .map(|picture| {
            let picture = picture.unwrap();
            let resolution = picture.resolution().unwrap();
            let points = |pixels: u32, per_inch: f32| (pixels as f32 * 72.0 / per_inch).round();
            [points(picture.width(), resolution.x), points(picture.height(), resolution.y)]
                .map(|side| side as u32)
        })
        .collect();
    assert_eq!(sizes, [A5, [595, 420], [840, 1190], [612, 792]]);
}

fn add_image(pdf: &mut PdfBuilder, picture: &Picture) -> usize {
    let (width, height) = (picture.width(), picture.height());
    let entries = format!(
        "/Type /XObject /Subtype /Image /Width {width} /Height {height} \
         /ColorSpace /DeviceRGB /BitsPerComponent 8"
    );
    pdf.add_stream(&entries, picture.rgb())
}

#[test]
fn a_scan_is_read() {
    let picture = hello();
    let mut pdf = PdfBuilder::new();
    let image = add_image(&mut pdf, &picture);
    let (width, height) = (picture.width() / 2, picture.height() / 2);
    let content = format!("q {width} 0 0 {height} 0 0 cm /X{image} Do Q");
    let text = read_one(pdf.page([width, height], &content, "").finish());
    assert_eq!(text.trim(), text_of(read_picture()).trim());
    assert!(text.contains("Hello"), "{text}");
}

fn read_picture() -> imagetotext::Page {
    imagetotext::read(HELLO).unwrap().pages.remove(0)
}

/// Two lines of text and an image with more.
fn mixed() -> Vec<u8> {
    let picture = hello();
    let mut pdf = PdfBuilder::new();
    let image = add_image(&mut pdf, &picture);
    let height = 300 * picture.height() / picture.width();
    let content = line(14, [40, 520], "Written above the picture")
        + &format!("q 300 0 0 {height} 40 300 cm /X{image} Do Q\n")
        + &line(14, [40, 100], "and below it");
    pdf.page(A5, &content, "").finish()
}

#[test]
fn images_on_a_page_with_text_are_read_too() {
    let text = read_one(mixed());
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
    assert!(at("Written above the picture") < at("Hello"), "{text}");
    assert!(at("Hello") < at("and below it"), "{text}");
}

#[test]
fn the_text_layer_can_be_all_or_nothing() {
    let with = |text| {
        let mut options = DecodeOptions::default();
        options.pdf_text = text;
        read_with(mixed(), &options).remove(0)
    };
    let embedded = with(PdfText::Embedded);
    assert!(!text_of(embedded).contains("Hello"));
    let read = with(PdfText::Ocr);
    assert!(read.lines().flat_map(|line| &line.words).any(|word| word.confidence < 1.0));
    let read = text_of(read);
    assert!(read.contains("Hello") && read.contains("Written above"), "{read}");
}

#[test]
fn text_that_nobody_sees_is_not_taken() {
    let content = line(14, [40, 500], "A page has ten or more words that everybody can see on it")
        + "1 1 1 rg\n"
        + &line(14, [40, 400], "secret instruction")
        + "0 g 3 Tr\n"
        // The text over a scan is invisible too, but there is ink under it.
        + &line(14, [40, 300], "ghost");
    let text = read_one(PdfBuilder::new().page(A5, &content, "").finish());
    assert_eq!(text.trim(), "A page has ten or more words that everybody can see on it");
}

#[test]
fn bold_text_that_is_written_twice_is_read_once() {
    let content =
        line(14, [40, 500], "twice") + "1 0 0 1 0.4 0 cm\n" + &line(14, [40, 500], "twice");
    let text = read_one(PdfBuilder::new().page(A5, &content, "").finish());
    assert_eq!(text.trim(), "twice");
}

/// The font is left to the reader, who has none with these letters.
#[test]
fn words_that_cannot_be_drawn_are_taken_from_the_text_layer() {
    let mut pdf = PdfBuilder::new();
    let letters = "Привет";
    let codes: Vec<String> = (1..)
        .zip(letters.chars())
        .map(|(code, letter)| format!("<{code:04x}> <{:04x}>", u32::from(letter)))
        .collect();
    let map = format!(
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> \
         endcodespacerange 6 beginbfchar {} endbfchar endcmap end",
        codes.join(" ")
    );
    let map = pdf.add_stream("", map.as_bytes());
    let glyphs = pdf.add(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Absent /CIDToGIDMap /Identity /DW 600 \
         /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
    );
    let font = pdf.add(format!(
        "<< /Type /Font /Subtype /Type0 /BaseFont /Absent /Encoding /Identity-H \
         /DescendantFonts [{glyphs} 0 R] /ToUnicode {map} 0 R >>"
    ));
    let content = "BT /F1 14 Tf 40 500 Td <000100020003000400050006> Tj ET\n";
    let file = String::from_utf8(pdf.page(A5, content, "").finish()).unwrap();
    let file = file.replace("/F1 3 0 R", &format!("/F1 {font} 0 R"));
    assert_eq!(read_one(file.into_bytes()).trim(), letters);
}

/// Chromium draws a blank for a soft hyphen, and says so.
#[test]
fn soft_hyphens_do_not_divide_words() {
    let content = "BT /F1 14 Tf 40 500 Td (Kranken) Tj /Span << /ActualText <feff00ad> >> BDC ( ) Tj EMC \
                   -4 0 Td 56 0 Td (haus) Tj ET\n";
    let text = read_one(PdfBuilder::new().page(A5, content, "").finish());
    assert_eq!(text.trim(), "Krankenhaus");
}

/// Ligatures without a Unicode value, and letters of a font that has others in their places.
#[test]
fn glyphs_are_what_the_file_says_they_stand_for() {
    let marked = |text: &str, glyphs: &str| {
        format!("/Span << /ActualText ({text}) >> BDC ({glyphs}) Tj EMC ")
    };
    let of = |parts: &str| {
        let content = format!("BT /F1 14 Tf 40 500 Td {parts} ET\n");
        read_one(PdfBuilder::new().page(A5, &content, "").finish()).trim().to_owned()
    };
    assert_eq!(of(&format!("(o) Tj {} (ce) Tj", marked("ffi", "@@"))), "office");
    assert_eq!(of(&format!("(o) Tj {} (ce) Tj", marked("ffi", "@"))), "office");
    assert_eq!(of(&marked("office", "ab@@cd")), "office");
    // Two words keep their places.
    assert_eq!(of(&marked("the office", "the office")), "the office");
}

#[test]
fn rotated_and_cropped_pages_are_upright_and_cropped() {
    let content = line(14, [40, 500], "upright") + &line(14, [40, 40], "cut away");
    let rotated = |entries: &str| {
        let file = PdfBuilder::new().page(A5, &content, entries).finish();
        read(file).remove(0)
    };
    let page = rotated("/CropBox [0 300 420 595]");
    assert!((page.width as f32 / page.height as f32 - 420.0 / 295.0).abs() < 0.01);
    assert_eq!(text_of(page).trim(), "upright");
    // Written along the side of a page that is turned to be read.
    let content = "q 0 1 -1 0 300 40 cm\n".to_owned() + &line(14, [0, 0], "Along the side") + "Q";
    let file = PdfBuilder::new().page(A5, &content, "/Rotate 90").finish();
    let page = read(file).remove(0);
    assert!(page.width > page.height);
    let [x, _] = page.lines().next().unwrap().quad.direction();
    assert!(x > 0.99, "{x}");
    assert_eq!(text_of(page).trim(), "Along the side");
}

#[test]
fn forms_and_annotations_are_read() {
    let mut pdf = PdfBuilder::new();
    let appearance = pdf.add_stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 3 0 R >> >>",
        line(12, [2, 5], "Value of the field").as_bytes(),
    );
    let field = pdf.add(format!(
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /Rect [40 400 240 420] \
         /AP << /N {appearance} 0 R >> >>"
    ));
    let content = line(12, [40, 450], "Name of the person");
    let entries = format!("/Annots [{field} 0 R]");
    let text = read_one(pdf.page(A5, &content, &entries).finish());
    assert!(text.contains("Name of the person") && text.contains("Value of the field"), "{text}");
}

#[test]
fn only_the_pages_that_were_asked_for_are_decoded() {
    let mut pdf = PdfBuilder::new();
    for number in 1..=6 {
        pdf.page(A5, &line(20, [40, 500], &format!("This is page {number}")), "");
    }
    let mut options = DecodeOptions::default();
    options.pages = "5-,2".parse().unwrap();
    let pages = read_with(pdf.finish(), &options);
    let texts: Vec<String> =
        pages.into_iter().map(|page| text_of(page).trim().to_owned()).collect();
    assert_eq!(texts, ["This is page 2", "This is page 5", "This is page 6"]);
}

#[test]
fn encrypted_files_need_their_password() {
    let open = |file: &[u8], password: Option<&str>| {
        let mut options = DecodeOptions::default();
        options.password = password.map(|it| Password::new(it.to_owned()).unwrap());
        decode(file.to_vec(), &options)
    };
    let files: [(&[u8], &[&str]); 3] = [
        (include_bytes!("../../../../tests/images/pdf/rc4.pdf"), &["sesame"]),
        (include_bytes!("../../../../tests/images/pdf/aes-128.pdf"), &["sesame"]),
        (include_bytes!("../../../../tests/images/pdf/aes-256.pdf"), &["sesame", "owner"]),
    ];
    for (file, passwords) in files {
        assert!(matches!(open(file, None), Err(Error::PasswordNeeded)));
        assert!(matches!(open(file, Some("open")), Err(Error::WrongPassword)));
        for password in passwords {
            let picture = open(file, Some(password)).unwrap().remove(0).unwrap();
            let text = text_of(crate::ENGINE.read(&picture).unwrap());
            assert_eq!(text.trim(), "Only for your eyes");
        }
    }
    // A file without one does not mind, nor does one that only its owner may change.
    let others: [&[u8]; 3] = [
        include_bytes!("../../../../tests/images/pdf/plain.pdf"),
        include_bytes!("../../../../tests/images/pdf/owner-aes-128.pdf"),
        include_bytes!("../../../../tests/images/pdf/owner-aes-256.pdf"),
    ];
    for file in others {
        for password in [None, Some("open"), Some("owner")] {
            assert!(open(file, password).unwrap()[0].is_ok());
        }
    }
}
