//! PDF in poppler and qpdf.

use std::fs;
use std::path::Path;

use imagetotext::correction::correct;
use imagetotext::export::{
    Conformance, LineMode, PageImage, PageImageHeader, SearchablePdf, compress_page,
};
use imagetotext::source::{self, Picture};
use imagetotext::{Block, BlockKind, Document, Line, Page, Quad, Resolution, Word};

use crate::{letter, line, run};

/// Writes a PDF of these pages.
fn pdf(conformance: Conformance, pages: &[(Page, PageImage<'_>)], to: &Path) {
    let mut pdf = SearchablePdf::new(conformance);
    for (page, image) in pages {
        let document = Document::new(vec![page.clone()]);
        let image = PageImage::new(*image.header(), image.data());
        pdf.push(&document, &[Some(image)]);
    }
    fs::write(to, pdf.finish()).unwrap();
}

fn checkerboard(width: u32, height: u32) -> Picture {
    let pixel = |n: u32| {
        let (x, y) = (n % width, n / width);
        if (x / 50 + y / 50) % 2 == 0 { [250, 250, 240] } else { [10, 80, (x % 256) as u8] }
    };
    Picture::from_rgb(width, height, (0..width * height).flat_map(pixel).collect()).unwrap()
}

/// Words of `pdftotext -bbox` with their boxes in points, in its order.
fn boxes(file: &Path) -> Vec<(String, [f32; 4])> {
    let html = run("pdftotext", &[Path::new("-bbox"), file, Path::new("-")]);
    let word = |line: &str| {
        let line = line.trim().strip_prefix("<word ")?.strip_suffix("</word>")?;
        let (attributes, text) = line.split_once('>')?;
        let numbers: Vec<f32> = attributes.split('"').filter_map(|it| it.parse().ok()).collect();
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        Some((text.replace("&amp;", "&"), numbers.try_into().ok()?))
    };
    html.lines().filter_map(word).collect()
}

/// The largest distance of an edge of a box to that of the word, in pixels.
fn largest_distance(words: &[(&str, Quad)], found: &[(String, [f32; 4])], scale: f32) -> f32 {
    let mut largest: f32 = 0.0;
    for (text, quad) in words {
        let bounds = quad.bounds();
        let expected = [bounds.left, bounds.top, bounds.right, bounds.bottom];
        let distance = |edges: &[f32; 4]| {
            edges.iter().zip(expected).map(|(a, b)| (a / scale - b).abs()).fold(0.0, f32::max)
        };
        let nearest = found.iter().filter(|(found, _)| found == text).map(|(_, at)| distance(at));
        let nearest = nearest.fold(f32::INFINITY, f32::min);
        assert!(nearest.is_finite(), "{text:?} is not in {found:?}");
        largest = largest.max(nearest);
    }
    largest
}

#[test]
fn poppler_finds_words_where_they_are() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("a.pdf");
    let document = letter();
    let picture = checkerboard(1000, 800);
    let (header, data) = compress_page(&picture);
    for conformance in [Conformance::Plain, Conformance::Archival] {
        let image = PageImage::new(header, &data);
        pdf(conformance, &[(document.pages[0].clone(), image)], &file);
        run("qpdf", &[Path::new("--check"), &file]);
        let words: Vec<(&str, Quad)> = document.pages[0]
            .lines()
            .flat_map(|line| &line.words)
            .map(|word| (word.text.as_str(), word.quad))
            .collect();
        let distance = largest_distance(&words, &boxes(&file), 842.0 / 1000.0);
        assert!(distance < 2.0, "{distance} pixels");
        let metadata = run("pdfinfo", &[Path::new("-meta"), &file]);
        let is_archival = metadata.contains("<pdfaid:conformance>U</pdfaid:conformance>");
        assert_eq!(is_archival, conformance == Conformance::Archival, "{metadata}");
    }
    // The picture without a loss.
    let out = directory.path().join("picture");
    run("pdfimages", &[Path::new("-png"), &file, &out]);
    let png = fs::read(directory.path().join("picture-000.png")).unwrap();
    let shown = source::decode(&png).unwrap().next().unwrap().unwrap();
    assert_eq!(shown.rgb(), picture.rgb());
}

#[test]
fn poppler_finds_words_of_a_page_of_its_true_size() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("a.pdf");
    let mut page = letter().pages.remove(0);
    // A fax has fewer rows than columns in an inch.
    page.resolution = Resolution::new(200.0, 100.0);
    let (header, data) = compress_page(&checkerboard(1000, 800));
    pdf(Conformance::Plain, &[(page.clone(), PageImage::new(header, &data))], &file);
    let info = run("pdfinfo", &[&file]);
    assert!(info.contains("360 x 576 pts"), "{info}");
    let in_pixels = |(text, [left, top, right, bottom]): (String, [f32; 4])| {
        let [x, y] = [200.0 / 72.0, 100.0 / 72.0];
        (text, [left * x, top * y, right * x, bottom * y])
    };
    let found: Vec<_> = boxes(&file).into_iter().map(in_pixels).collect();
    let words = page.lines().flat_map(|line| &line.words);
    let words: Vec<_> = words.map(|word| (word.text.as_str(), word.quad)).collect();
    let distance = largest_distance(&words, &found, 1.0);
    assert!(distance < 2.0, "{distance} pixels");
}

#[test]
fn poppler_finds_what_a_person_added() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("a.pdf");
    let lines = vec![line("The first line", 50.0, 100.0), line("and the last one", 50.0, 126.0)];
    let page = Page::new(1000, 800, vec![Block::new(BlockKind::Paragraph, lines)]);
    let read = Document::new(vec![page]);
    let empty = Document::new(vec![Page::new(1000, 800, Vec::new())]);
    for (read, corrected) in [
        (&read, "The very first line\nand the last one\n"),
        (&read, "See: The first line\nand the last one, as it seems\n"),
        (&read, "The one and only line\nand the last one\n"),
        (&read, "The first line\na new one that was typed\nand the last one\n"),
        (&read, "The first line\nand the last one\nThis was added.\nThis, too.\n"),
        (&read, "Above it all\nThe first line\nand the last one\n"),
        (&empty, "Nothing was read\nand all was typed.\n"),
    ] {
        let corrected_page = correct(read, LineMode::Keep, corrected).document.pages.remove(0);
        let (header, data) = compress_page(&checkerboard(100, 80));
        pdf(Conformance::Plain, &[(corrected_page, PageImage::new(header, &data))], &file);
        let found = run("pdftotext", &[&file, Path::new("-")]);
        let lines = |text: &str| -> Vec<String> {
            let lines = text.split(['\n', '\u{c}']).filter(|line| !line.trim().is_empty());
            lines.map(|line| line.trim().to_owned()).collect()
        };
        assert_eq!(lines(&found), lines(corrected));
    }
}

#[test]
fn all_alphabets_and_all_directions_are_found() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("a.pdf");
    let words =
        ["Ελλάδα", "Москва", "漢字かな", "한국어", "שלום", "مرحبا", "हिन्दी", "😀ok", "straße"];
    let mut lines = Vec::new();
    for (text, number) in words.iter().zip(0_u8..) {
        lines.push(line(text, 50.0, 20.0 + 40.0 * f32::from(number)));
    }
    // One that slants by 3 degrees, one that runs upwards, one upside down.
    for (text, degrees, origin) in [
        ("slanted", 3.0_f32, [400.0, 100.0]),
        ("upwards", -90.0, [700.0, 500.0]),
        ("down", 180.0, [900.0, 700.0]),
    ] {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let at = |x: f32, y: f32| [origin[0] + x * cos - y * sin, origin[1] + x * sin + y * cos];
        let quad = Quad([at(0.0, 0.0), at(90.0, 0.0), at(90.0, 20.0), at(0.0, 20.0)]);
        let word = Word::new(text, quad, vec![0.9; text.chars().count()]);
        lines.push(Line::new(quad, vec![word]));
    }
    let expected: Vec<(&str, Quad)> = lines
        .iter()
        .flat_map(|line| &line.words)
        .map(|word| (word.text.as_str(), word.quad))
        .collect();
    let page = Page::new(1000, 800, vec![Block::new(BlockKind::Paragraph, lines.clone())]);
    let (header, data) = compress_page(&checkerboard(100, 80));
    pdf(Conformance::Archival, &[(page, PageImage::new(header, &data))], &file);
    // With boxes, poppler gives characters in the order of their places; in texts, in that of reading.
    let mut found = boxes(&file);
    for (text, _) in &mut found {
        if text.starts_with(['ם', 'ا']) {
            *text = text.chars().rev().collect();
        }
    }
    let distance = largest_distance(&expected, &found, 842.0 / 1000.0);
    assert!(distance < 2.0, "{distance} pixels");
    let text = run("pdftotext", &[&file, Path::new("-")]);
    for word in words {
        assert!(text.contains(word), "{word} in {text}");
    }
}

#[test]
fn turned_jpeg_files_are_shown_as_they_are_seen() {
    const JPEG: &[u8] = include_bytes!("../../../../tests/images/formats/rgb.jpg");
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("a.pdf");
    for turns in 0..4 {
        let header = PageImageHeader::of_jpeg(JPEG, turns).unwrap();
        let seen = source::decode(JPEG).unwrap().next().unwrap().unwrap().rotated(turns);
        let page = Page::new(seen.width(), seen.height(), Vec::new());
        pdf(Conformance::Plain, &[(page, PageImage::new(header, JPEG))], &file);
        let out = directory.path().join("shown");
        let dpi = Path::new("72");
        run(
            "pdftoppm",
            &[Path::new("-png"), Path::new("-singlefile"), Path::new("-r"), dpi, &file, &out],
        );
        let png = fs::read(directory.path().join("shown.png")).unwrap();
        let shown = source::decode(&png).unwrap().next().unwrap().unwrap();
        assert_eq!((shown.width(), shown.height()), (seen.width(), seen.height()), "{turns}");
        // Decoders differ in how they enlarge colours, but not as much as a picture that lies upside down.
        let distance = mean_difference(&shown, &seen);
        let upside_down = mean_difference(&shown, &seen.rotated(2));
        assert!(2.0 * distance < upside_down, "{turns} turns: {distance}, {upside_down}");
        run("pdfimages", &[Path::new("-j"), &file, &directory.path().join("kept")]);
        assert_eq!(fs::read(directory.path().join("kept-000.jpg")).unwrap(), JPEG);
    }
}

/// Of samples of 0 to 255, in pictures of the same size.
fn mean_difference(one: &Picture, other: &Picture) -> f64 {
    let pairs = one.rgb().iter().zip(other.rgb());
    let sum: u64 = pairs.map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    sum as f64 / one.rgb().len() as f64
}
