use super::*;
use crate::document::{Document, Resolution};
use crate::layout::fixtures::{document, typed};
use crate::source::{Picture, Placement};

fn page(text: &str) -> Document {
    document(&[vec![typed(text, 100.0, 200.0)]])
}

fn pdf(conformance: Conformance, image: Option<PageImage<'_>>) -> Zeroizing<Vec<u8>> {
    let mut pdf = SearchablePdf::new(conformance);
    pdf.push(&page("Zażółć gęślą"), &[image]);
    pdf.finish()
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn inflated(bytes: &[u8]) -> Vec<u8> {
    let mut all = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::ZlibDecoder::new(bytes), &mut all).unwrap();
    all
}

#[test]
fn a_jpeg_is_kept_byte_for_byte() {
    const JPEG: &[u8] = include_bytes!("../../../../../tests/images/formats/rgb.jpg");
    let header = PageImageHeader::of_jpeg(JPEG, 0).unwrap();
    assert!(header.is_sound() && header.is_jpeg());
    let bytes = pdf(Conformance::Plain, Some(PageImage::new(header, JPEG)));
    assert!(contains(&bytes, JPEG));
    assert!(contains(&bytes, b"/Filter /DCTDecode"));
    // The name of no file and no time is in it.
    assert!(!contains(&bytes, b"Date") && !contains(&bytes, b"/Info"));
}

#[test]
fn other_files_are_no_jpeg() {
    const PNG: &[u8] = include_bytes!("../../../../../tests/images/hello.png");
    assert_eq!(PageImageHeader::of_jpeg(PNG, 0), None);
    assert_eq!(PageImageHeader::of_jpeg(b"\xff\xd8\xff\xd9", 0), None);
}

#[test]
fn pictures_are_compressed_without_loss() {
    // Two rows of three pixels: colours, greys, black and white.
    let picture = |rgb: &[u8]| Picture::from_rgb(3, 2, rgb.to_vec()).unwrap();
    let coloured: Vec<u8> = (0..18).map(|n| n * 13).collect();
    let (header, data) = compress_page(&picture(&coloured));
    assert_eq!(header.samples, SampleFormat::Rgb);
    assert_eq!(unfiltered(&inflated(&data), 9, 3), coloured);
    let grey: Vec<u8> = (0..18).map(|n| n / 3 * 40).collect();
    let (header, data) = compress_page(&picture(&grey));
    assert_eq!(header.samples, SampleFormat::Grey);
    assert_eq!(unfiltered(&inflated(&data), 3, 1), [0, 40, 80, 120, 160, 200]);
    let lines: Vec<u8> = [1, 0, 1, 0, 0, 1].iter().flat_map(|&n| [n * 255; 3]).collect();
    let (header, data) = compress_page(&picture(&lines));
    assert_eq!(header.samples, SampleFormat::BlackAndWhite);
    assert_eq!(inflated(&data), [0b1010_0000, 0b0010_0000]);
}

/// Rows without the Paeth filter, by its definition.
fn unfiltered(bytes: &[u8], stride: usize, pixel: usize) -> Vec<u8> {
    let mut before = vec![0; stride];
    let mut all = Vec::new();
    for filtered in bytes.chunks(stride + 1) {
        assert_eq!(filtered[0], 4);
        let mut row: Vec<u8> = Vec::new();
        for (at, byte) in filtered[1..].iter().enumerate() {
            let left = at.checked_sub(pixel).map_or(0, |at| i32::from(row[at]));
            let corner = at.checked_sub(pixel).map_or(0, |at| i32::from(before[at]));
            let above = i32::from(before[at]);
            let estimate = left + above - corner;
            let nearest = [left, above, corner].into_iter().min_by_key(|it| (estimate - it).abs());
            row.push(byte.wrapping_add(nearest.unwrap() as u8));
        }
        all.extend(&row);
        before = row;
    }
    all
}

#[test]
fn images_are_turned_as_they_are_seen() {
    let matrix = |placement| {
        let header = PageImageHeader { placement, ..HEADER };
        image::matrix(&header, [30.0, 60.0]).map(|it| it.round() as i32)
    };
    assert_eq!(matrix(Placement::UPRIGHT), [30, 0, 0, 60, 0, 0]);
    assert_eq!(matrix(Placement::of_exif(2)), [-30, 0, 0, 60, 30, 0]);
    assert_eq!(matrix(Placement::of_exif(3)), [-30, 0, 0, -60, 30, 60]);
    assert_eq!(matrix(Placement::of_exif(6)), [0, -60, 30, 0, 0, 60]);
    // The right half of the sheet.
    assert_eq!(matrix(Placement([0.5, 0.0, 0.0, 1.0, 0.5, 0.0])), [15, 0, 0, 60, 15, 0]);
}

const HEADER: PageImageHeader = PageImageHeader {
    width: 4,
    height: 2,
    samples: SampleFormat::Rgb,
    placement: Placement::UPRIGHT,
};

#[test]
fn headers_that_cannot_be_are_refused() {
    assert!(HEADER.is_sound());
    for header in [
        PageImageHeader { width: 0, ..HEADER },
        PageImageHeader { height: u32::MAX, ..HEADER },
        PageImageHeader { placement: Placement([f32::NAN; 6]), ..HEADER },
    ] {
        assert!(!header.is_sound(), "{header:?}");
    }
}

/// The size of the only page of a PDF in tenths of a point.
fn size(width: u32, height: u32, resolution: Option<[f32; 2]>) -> [u32; 2] {
    let mut page = Page::new(width, height, Vec::new());
    page.resolution = resolution.and_then(|[x, y]| Resolution::new(x, y));
    let mut pdf = SearchablePdf::new(Conformance::Plain);
    pdf.push_page(&page, None);
    let bytes = pdf.finish();
    let text = String::from_utf8_lossy(&bytes);
    let (_, sides) = text.split_once("/MediaBox [0 0 ").unwrap();
    let (sides, _) = sides.split_once(']').unwrap();
    let tenths = |side: &str| (side.parse::<f32>().unwrap() * 10.0).round() as u32;
    sides.split(' ').map(tenths).collect::<Vec<_>>().try_into().unwrap()
}

#[test]
fn a_page_has_its_true_size_where_that_is_known() {
    // A5 at 300, Letter of a fax.
    assert_eq!(size(1750, 2480, Some([300.0, 300.0])), [4200, 5952]);
    assert_eq!(size(1734, 1078, Some([204.0, 98.0])), [6120, 7920]);
    // Nobody knows, or nothing can show it.
    assert_eq!(size(1684, 842, None), [8420, 4210]);
    assert_eq!(size(600, 400, None), [6000, 4000]);
    assert_eq!(size(65_000, 8420, Some([50.0, 50.0]))[0], 8420);
    assert_eq!(size(5, 4, Some([2400.0, 2400.0])), [50, 40]);
}

#[test]
fn what_is_taken_page_by_page_is_the_same_file() {
    for conformance in [Conformance::Plain, Conformance::Archival] {
        let pages = ["One", "Two", "Three"].map(page);
        let mut whole = SearchablePdf::new(conformance);
        let mut growing = SearchablePdf::new(conformance);
        let mut taken = Vec::new();
        for page in &pages {
            whole.push(page, &[]);
            growing.push(page, &[]);
            taken.extend_from_slice(&growing.take());
        }
        let rest = growing.finish();
        assert!(contains(&taken, b"/MediaBox") && !contains(&rest, b"/MediaBox"));
        taken.extend_from_slice(&rest);
        assert_eq!(taken, *whole.finish());
    }
}

#[test]
fn the_table_says_where_each_object_begins() {
    let bytes = pdf(Conformance::Archival, None);
    let text = String::from_utf8_lossy(&bytes);
    let begin: usize = text.rsplit('\n').nth(1).unwrap().parse().unwrap();
    let table = std::str::from_utf8(&bytes[begin..]).unwrap();
    let entries: Vec<&str> = table.split("\r\n").collect();
    assert!(entries[0].starts_with("xref\n0 "));
    let objects = &entries[1..entries.len() - 1];
    assert!(objects.len() > 10);
    for (number, entry) in (1..).zip(objects) {
        assert_eq!(entry.len(), 18, "{entry}");
        let offset: usize = entry[..10].parse().unwrap();
        assert!(bytes[offset..].starts_with(format!("{number} 0 obj").as_bytes()));
    }
}

#[test]
fn archival_files_have_what_the_standard_asks_for() {
    let bytes = pdf(Conformance::Archival, None);
    for part in [
        &b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>"[..],
        b"/OutputIntents",
        b"/GTS_PDFA1",
        b"/DestOutputProfile",
        b"/FontFile2",
        b"/ToUnicode",
        b"/ID ",
    ] {
        assert!(contains(&bytes, part), "{}", String::from_utf8_lossy(part));
    }
    assert_eq!(pdf(Conformance::Archival, None), bytes, "nothing in it changes from time to time");
}

#[test]
fn debugging_shows_no_text() {
    let mut pdf = SearchablePdf::new(Conformance::Plain);
    pdf.push(&page("secret"), &[]);
    assert_eq!(format!("{pdf:?}"), "SearchablePdf(1 pages)");
}
