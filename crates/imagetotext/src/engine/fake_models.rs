//! The engine with networks that a reader can compute in the head.

use zeroize::Zeroizing;

use super::Engine;
use super::alphabet::Alphabet;
use crate::error::ModelPart;
use crate::{Error, Picture};
use imagetotext_nn::{Model, Output, Parallelism, RunError};

/// Marks every dark pixel as text, at half the size, as our detector does.
struct DarkIsText;

impl Model for DarkIsText {
    fn input_size(&self) -> [Option<usize>; 2] {
        [None, None]
    }

    fn run(&self, pixels: &[f32], width: usize, _: Parallelism<'_>) -> Result<Output, RunError> {
        let height = pixels.len() / width;
        let mut values = Vec::new();
        for y in (0..height).step_by(2) {
            values.extend(
                (0..width).step_by(2).map(|x| f32::from(u8::from(pixels[y * width + x] < 0.0))),
            );
        }
        Ok(Output { shape: vec![1, 1, height / 2, width / 2], values: Zeroizing::new(values) })
    }
}

/// Reads a line eight rows high as `a` where its middle is ink and as a blank space where it is not,
/// with this probability.
struct InkIsA(f32);

/// A probability that leaves some doubt.
const LIKELY: f32 = 0.8;

const CLASSES: usize = 3;

impl Model for InkIsA {
    fn input_size(&self) -> [Option<usize>; 2] {
        [Some(8), None]
    }

    fn run(&self, pixels: &[f32], width: usize, _: Parallelism<'_>) -> Result<Output, RunError> {
        let middle = &pixels[4 * width..5 * width];
        let frames = middle.chunks_exact(4).flat_map(|part| {
            let ink = part.iter().all(|&p| p < 0.0);
            let (sure, not) = (self.0.ln(), ((1.0 - self.0) / 2.0).ln());
            if ink { [not, not, sure] } else { [not, sure, not] }
        });
        let values: Vec<f32> = frames.collect();
        let shape = vec![values.len() / CLASSES, 1, CLASSES];
        Ok(Output { shape, values: Zeroizing::new(values) })
    }
}

/// The same for lines of 32 rows, and the more of them are ink in the middle, the surer.
struct LargerIsSurer;

impl Model for LargerIsSurer {
    fn input_size(&self) -> [Option<usize>; 2] {
        [Some(32), None]
    }

    fn run(
        &self,
        pixels: &[f32],
        width: usize,
        parallelism: Parallelism<'_>,
    ) -> Result<Output, RunError> {
        // Bars that fill most of a crop are taken for its ground.
        let sign = if pixels[16 * width + width / 2] < 0.0 { 1.0 } else { -1.0 };
        let pixels: Vec<f32> = pixels.iter().map(|pixel| pixel * sign).collect();
        let rows = pixels.chunks_exact(width).filter(|row| row[width / 2] < 0.0).count();
        let middle = &pixels[16 * width..17 * width];
        InkIsA(0.6 + 0.0007 * (rows * rows) as f32).run(&middle.repeat(8), width, parallelism)
    }
}

struct Broken;

impl Model for Broken {
    fn input_size(&self) -> [Option<usize>; 2] {
        [None, None]
    }

    fn run(&self, _: &[f32], _: usize, _: Parallelism<'_>) -> Result<Output, RunError> {
        Ok(Output { shape: vec![1], values: Zeroizing::new(vec![0.0]) })
    }
}

fn engine() -> Engine {
    Engine::with(Box::new(DarkIsText), Box::new(InkIsA(LIKELY)), Alphabet::new(" a", None)).unwrap()
}

/// A white picture with black rectangles: left, top, right, bottom.
fn picture(width: u32, height: u32, boxes: &[[u32; 4]]) -> Picture {
    let mut rgb = vec![255; (width * height * 3) as usize];
    for &[left, top, right, bottom] in boxes {
        for y in top..bottom {
            for x in left..right {
                let at = ((y * width + x) * 3) as usize;
                rgb[at..at + 3].fill(0);
            }
        }
    }
    Picture::from_rgb(width, height, rgb).unwrap()
}

#[test]
fn a_blank_picture_is_a_page_without_blocks() {
    let page = engine().read(&picture(70, 50, &[])).unwrap();
    assert_eq!((page.width, page.height), (70, 50));
    assert!(page.blocks.is_empty());
}

#[test]
fn words_have_their_place_and_confidence() {
    // Two bars close enough for one line, but not touching: the detector sees two cores of 12 pixels.
    let page = engine().read(&picture(200, 100, &[[20, 40, 60, 52], [66, 40, 120, 52]])).unwrap();
    let lines: Vec<_> = page.lines().collect();
    assert_eq!(lines.len(), 1);
    let words = &lines[0].words;
    assert_eq!(words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>(), ["a", "a"]);
    for (word, [left, right]) in words.iter().zip([[20.0, 60.0], [66.0, 120.0]]) {
        let bounds = word.quad.bounds();
        assert!(
            (bounds.left - left).abs() < 3.0 && (bounds.right - right).abs() < 3.0,
            "{bounds:?}"
        );
        // The core is the middle 60 % of a line.
        assert!((word.quad.height() - 20.0).abs() < 2.0, "{}", word.quad.height());
        assert!((word.confidence - LIKELY).abs() < 1e-3);
        assert_eq!(word.characters.len(), 1);
    }
}

#[test]
fn tiles_of_a_large_picture_make_one_line() {
    // Wider than one tile; the bar crosses the seam.
    let page = engine().read(&picture(1900, 60, &[[1000, 20, 1500, 32]])).unwrap();
    let bounds: Vec<_> = page.lines().map(|line| line.quad.bounds()).collect();
    assert_eq!(bounds.len(), 1);
    assert!((bounds[0].left - 1000.0).abs() < 3.0 && (bounds[0].right - 1500.0).abs() < 3.0);
}

#[test]
fn an_alphabet_of_the_wrong_length_is_found_at_once() {
    let error =
        Engine::with(Box::new(DarkIsText), Box::new(InkIsA(LIKELY)), Alphabet::new("abc", None))
            .unwrap_err();
    assert!(matches!(error, Error::Model { part: ModelPart::Alphabet, .. }), "{error}");
}

#[test]
fn a_network_that_returns_no_scores_is_found_at_once() {
    let error = Engine::with(Box::new(DarkIsText), Box::new(Broken), Alphabet::new(" a", None))
        .unwrap_err();
    assert!(matches!(error, Error::Model { part: ModelPart::Recognition, .. }), "{error}");
}

#[test]
fn a_network_that_returns_no_map_is_found_at_once() {
    let error = Engine::with(Box::new(Broken), Box::new(InkIsA(LIKELY)), Alphabet::new(" a", None))
        .unwrap_err();
    assert!(matches!(error, Error::Model { part: ModelPart::Detection, .. }), "{error}");
}

#[test]
fn doubtful_words_of_small_lines_are_looked_at_again_enlarged() {
    let engine =
        Engine::with(Box::new(DarkIsText), Box::new(LargerIsSurer), Alphabet::new(" a", None))
            .unwrap();
    let confidence = |height: u32| {
        let bar = [8, height, 8 + 16 * height, 2 * height];
        let page = engine.read(&picture(16 + 16 * height, 3 * height, &[bar])).unwrap();
        page.lines().next().unwrap().words[0].confidence
    };
    let (small, large) = (confidence(12), confidence(24));
    assert!(small > large + 0.04, "{small} and {large}");
}

#[test]
fn files_that_are_no_models_are_named() {
    for (detection, part) in
        [(Vec::new(), ModelPart::Detection), (b"no model".to_vec(), ModelPart::Detection)]
    {
        let error =
            Engine::new(crate::Models::new(detection, Vec::new(), " a".into())).unwrap_err();
        assert!(matches!(error, Error::Model { part: p, .. } if p == part), "{error}");
    }
}

#[test]
fn pictures_of_any_size_can_be_read() {
    for (width, height) in [(1, 1), (1, 300), (300, 1), (31, 33), (64, 32)] {
        engine().read(&picture(width, height, &[[0, 0, width, height]])).unwrap();
    }
}
