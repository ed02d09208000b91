//! The engine with fake networks.

use std::sync::Mutex;

use super::alphabet::Alphabet;
use super::fake_models::{Broken, DarkIsText, InkIsA, LargerIsSurer};
use super::line_reader::LineReader;
use super::recogniser::Recogniser;
use super::*;
use crate::error::ModelPart;
use imagetotext_nn::Model;

/// A probability that leaves some doubt.
const LIKELY: f32 = 0.8;

fn engine_of(
    detector: impl Model + 'static,
    recogniser: impl Model + 'static,
    characters: &str,
    options: EngineOptions,
) -> Result<Engine, Error> {
    let alphabet = Alphabet::new(characters, None);
    let reader = LineReader::new(Recogniser::new(Box::new(recogniser), alphabet), None);
    let engine = Builtin::with_networks(Box::new(detector), reader, &options)?;
    Ok(Engine { inner: Inner::Builtin(Box::new(engine)), options })
}

fn engine() -> Engine {
    engine_with(EngineOptions::new())
}

fn engine_with(options: EngineOptions) -> Engine {
    engine_of(DarkIsText, InkIsA(LIKELY), " a", options).unwrap()
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
    let error = engine_of(DarkIsText, InkIsA(LIKELY), "abc", EngineOptions::new()).unwrap_err();
    assert!(matches!(error, Error::Model { part: ModelPart::Alphabet, .. }), "{error}");
}

#[test]
fn a_network_that_returns_no_scores_is_found_at_once() {
    let error = engine_of(DarkIsText, Broken, " a", EngineOptions::new()).unwrap_err();
    assert!(matches!(error, Error::Model { part: ModelPart::Recognition, .. }), "{error}");
}

#[test]
fn a_network_that_returns_no_map_is_found_at_once() {
    let error = engine_of(Broken, InkIsA(LIKELY), " a", EngineOptions::new()).unwrap_err();
    assert!(matches!(error, Error::Model { part: ModelPart::Detection, .. }), "{error}");
}

#[test]
fn doubtful_words_of_small_lines_are_looked_at_again_enlarged() {
    let engine = engine_of(DarkIsText, LargerIsSurer, " a", EngineOptions::new()).unwrap();
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

/// A picture of so many lines of two words.
fn page_of(lines: u32) -> Picture {
    let bars = |line| {
        let [top, bottom] = [20 + 40 * line, 32 + 40 * line];
        [[20, top, 40, bottom], [46, top, 66, bottom]]
    };
    picture(100, 40 * lines + 20, &(0..lines).flat_map(bars).collect::<Vec<_>>())
}

#[test]
fn progress_counts_every_line_once() {
    for lines in [3, 30] {
        let reports = Mutex::new(Vec::new());
        let report = |progress| reports.lock().unwrap().push(progress);
        let options = ReadOptions::new().progress(&report);
        engine().read_with(&page_of(lines), &options).unwrap();
        let reports = reports.into_inner().unwrap();
        assert!(reports.iter().all(|report| report.lines_found == lines as usize), "{reports:?}");
        let read: Vec<usize> = reports.iter().map(|report| report.lines_read).collect();
        let first = read[0];
        assert_eq!(read, (first..=lines as usize).collect::<Vec<_>>());
    }
}

#[test]
fn a_cancelled_reading_reads_no_further_line() {
    let (engine, token, last) = (engine(), CancelToken::new(), Mutex::new(0));
    let cancel = |progress: Progress| {
        *last.lock().unwrap() = progress.lines_read;
        token.cancel();
    };
    let options = ReadOptions::new().cancel(&token).progress(&cancel);
    let outcome = engine.read_with(&page_of(100), &options);
    assert!(matches!(outcome, Err(Error::Cancelled)), "{outcome:?}");
    assert!(*last.lock().unwrap() < 100);
    // The engine is as good as new.
    assert_eq!(engine.read(&page_of(3)).unwrap().lines().count(), 3);
}

#[test]
fn a_token_cancelled_in_advance_stops_before_the_first_tile() {
    let token = CancelToken::new();
    token.cancel();
    let reported = Mutex::new(false);
    let report = |_| *reported.lock().unwrap() = true;
    let options = ReadOptions::new().cancel(&token).progress(&report);
    let outcome = engine().read_with(&page_of(3), &options);
    assert!(matches!(outcome, Err(Error::Cancelled)), "{outcome:?}");
    assert!(!reported.into_inner().unwrap());
}

#[test]
fn pictures_beyond_the_limit_are_refused() {
    let engine = engine_with(EngineOptions::new().max_pixels(70 * 50));
    assert!(engine.read(&picture(70, 50, &[])).is_ok());
    assert!(matches!(engine.read(&picture(71, 50, &[])), Err(Error::TooLarge)));
}

#[test]
fn the_number_of_threads_does_not_change_the_text() {
    let pages: Vec<Page> = [1, 2, 5]
        .map(|threads| EngineOptions::new().threads(threads.try_into().unwrap()))
        .map(|options| engine_with(options).read(&page_of(30)).unwrap())
        .into();
    assert_eq!(pages[0].lines().count(), 30);
    assert!(pages.iter().all(|page| *page == pages[0]));
}

#[test]
fn one_engine_serves_several_threads() {
    let engine = engine();
    let page = page_of(12);
    let alone = engine.read(&page).unwrap();
    std::thread::scope(|scope| {
        let readings: Vec<_> = (0..4).map(|_| scope.spawn(|| engine.read(&page))).collect();
        for reading in readings {
            assert_eq!(reading.join().unwrap().unwrap(), alone);
        }
    });
}
