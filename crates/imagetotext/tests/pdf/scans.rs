//! Pages that consist of one JPEG keep it; those that show anything else do not.

use imagetotext::export::{SampleFormat, page_image};
use imagetotext::source::{DecodeOptions, Format, Placement};
use imagetotext::{Error, Picture};

use crate::builder::{PdfBuilder, line};
use crate::decode;

/// 24 × 16 pixels of one and of three components.
const GREY: &[u8] = include_bytes!("../../../../tests/images/formats/grey.jpg");
const RGB: &[u8] = include_bytes!("../../../../tests/images/formats/rgb.jpg");

const SIZE: [u32; 2] = [400, 300];
const WHOLE_PAGE: &str = "q 400 0 0 300 0 0 cm /X4 Do Q\n";
const DEVICE_GREY: &str = "/ColorSpace /DeviceGray";

fn picture(file: Vec<u8>) -> Picture {
    let mut options = DecodeOptions::default();
    options.keep_jpegs = true;
    decode(file, &options).unwrap().remove(0).unwrap()
}

/// The entries of an image with this JPEG.
fn entries(jpeg: &[u8], more: &str) -> String {
    let picture = imagetotext::source::decode(jpeg).unwrap().next().unwrap().unwrap();
    format!(
        "/Type /XObject /Subtype /Image /Width {} /Height {} /BitsPerComponent 8 {more}",
        picture.width(),
        picture.height()
    )
}

/// A page that shows `jpeg`, which is object 4, as `content` says.
fn page(jpeg: &[u8], more: &str, content: &str, page: &str) -> Picture {
    let mut pdf = PdfBuilder::new();
    pdf.add_stream(&entries(jpeg, &format!("/Filter /DCTDecode {more}")), jpeg);
    pdf.page(SIZE, content, page);
    picture(pdf.finish())
}

/// Where the JPEG is on its page, in hundredths, if it is kept.
fn kept(picture: &Picture, jpeg: &[u8]) -> Option<[i32; 6]> {
    let (header, data) = page_image(picture);
    let Placement(numbers) = header.placement;
    header.is_jpeg().then(|| {
        assert_eq!(*data, jpeg);
        numbers.map(|number| (number * 100.0).round() as i32)
    })
}

const UPRIGHT: Option<[i32; 6]> = Some([100, 0, 0, 100, 0, 0]);

#[test]
fn a_scan_is_kept_byte_for_byte() {
    let grey = page(GREY, DEVICE_GREY, WHOLE_PAGE, "");
    assert_eq!(kept(&grey, GREY), UPRIGHT);
    assert_eq!(page_image(&grey).0.samples, SampleFormat::JpegGrey);
    let colour = page(RGB, "/ColorSpace /DeviceRGB", WHOLE_PAGE, "");
    assert_eq!(kept(&colour, RGB), UPRIGHT);
    assert_eq!(page_image(&colour).0.samples, SampleFormat::JpegColour);
    // Who does not ask for it does not get it.
    let mut pdf = PdfBuilder::new();
    pdf.add_stream(&entries(GREY, "/Filter /DCTDecode /ColorSpace /DeviceGray"), GREY);
    pdf.page(SIZE, WHOLE_PAGE, "");
    let pages = decode(pdf.finish(), &DecodeOptions::default()).unwrap();
    assert_eq!(kept(pages[0].as_ref().unwrap(), GREY), None);
}

#[test]
fn a_scan_stays_where_it_is() {
    let turned = page(GREY, DEVICE_GREY, WHOLE_PAGE, "/Rotate 90");
    assert_eq!(kept(&turned, GREY), Some([0, 100, -100, 0, 100, 0]));
    let turned_on = turned.rotated(3);
    assert_eq!(kept(&turned_on, GREY), UPRIGHT);
    // In the lower right quarter.
    let part = page(GREY, DEVICE_GREY, "q 200 0 0 150 200 0 cm /X4 Do Q", "");
    assert_eq!(kept(&part, GREY), Some([50, 0, 0, 50, 50, 50]));
    let mirrored = page(GREY, DEVICE_GREY, "q -400 0 0 300 400 0 cm /X4 Do Q", "");
    assert_eq!(kept(&mirrored, GREY), Some([-100, 0, 0, 100, 100, 0]));
}

#[test]
fn what_does_not_show_is_no_part_of_the_page() {
    let text = line(20, [20, 100], "Behind");
    for content in [
        format!("{WHOLE_PAGE} 3 Tr {text}"),
        format!("{text}{WHOLE_PAGE}"),
        format!("0 0 400 300 re W n {WHOLE_PAGE}"),
        format!("0.2 0 399.9 300 re W n {WHOLE_PAGE}"),
    ] {
        assert_eq!(kept(&page(GREY, DEVICE_GREY, &content, ""), GREY), UPRIGHT, "{content}");
    }
}

#[test]
fn pages_that_show_more_are_drawn() {
    let part = "q 200 0 0 150 0 0 cm /X4 Do Q\n";
    for content in [
        format!("{WHOLE_PAGE}{}", line(20, [20, 100], "Stamp")),
        format!("{WHOLE_PAGE} 10 10 100 1 re f"),
        format!("{WHOLE_PAGE} 0 g 10 10 m 90 90 l S"),
        format!("{WHOLE_PAGE}{part}"),
        format!("10 10 50 50 re f {part}"),
        format!("10 10 50 50 re W n {WHOLE_PAGE}"),
        format!("0 0 m 400 0 l 400 300 l h W n {WHOLE_PAGE}"),
    ] {
        assert_eq!(kept(&page(GREY, DEVICE_GREY, &content, ""), GREY), None, "{content}");
    }
}

#[test]
fn images_that_look_otherwise_than_their_jpeg_are_drawn() {
    for more in [
        "/ColorSpace /DeviceGray /Decode [1 0]",
        "/ColorSpace /DeviceGray /SMask 4 0 R",
        "/ColorSpace /DeviceGray /Mask [0 10]",
        "/ColorSpace [/CalGray << /WhitePoint [0.95 1 1.09] /Gamma 1 >>]",
        "/ColorSpace [/Indexed /DeviceRGB 1 <000000ffffff>]",
        "/ColorSpace /DeviceRGB",
        "/ColorSpace /DeviceGray /DecodeParms << /ColorTransform 0 >>",
    ] {
        assert_eq!(kept(&page(GREY, more, WHOLE_PAGE, ""), GREY), None, "{more}");
    }
}

#[test]
fn a_jpeg_without_its_end_is_damaged() {
    let cut = &GREY[..GREY.len() - 200];
    let mut pdf = PdfBuilder::new();
    pdf.add_stream(&entries(GREY, &format!("/Filter /DCTDecode {DEVICE_GREY}")), cut);
    pdf.page(SIZE, WHOLE_PAGE, "");
    let mut options = DecodeOptions::default();
    options.keep_jpegs = true;
    let pages = decode(pdf.finish(), &options).unwrap();
    assert!(matches!(pages[..], [Err(Error::Damaged(Format::Pdf))]));
}

#[test]
fn a_colour_profile_is_let_go_of_where_it_is_the_usual_one() {
    let with_profile = |name: &str| {
        let mut pdf = PdfBuilder::new();
        let image =
            "/Filter [/DCTDecode] /DecodeParms [null] /ColorSpace [/ICCBased 5 0 R]".to_owned();
        pdf.add_stream(&entries(RGB, &image), RGB);
        pdf.add_stream("/N 3 /Alternate /DeviceRGB", name.as_bytes());
        pdf.page(SIZE, WHOLE_PAGE, "");
        kept(&picture(pdf.finish()), RGB)
    };
    assert_eq!(with_profile("desc sRGB IEC61966-2.1"), UPRIGHT);
    assert_eq!(with_profile("m\0l\0u\0c\0\0s\0R\0G\0B\0"), UPRIGHT);
    assert_eq!(with_profile("desc Adobe RGB (1998)"), None);
}
