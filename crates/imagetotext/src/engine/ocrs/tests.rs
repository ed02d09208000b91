use super::*;
use crate::source;
use crate::{Engine, EngineKind};
use crate::{Page, Picture};

fn engine() -> Engine {
    Engine::new(Models::shipped().with_engine(EngineKind::Ocrs)).unwrap()
}

fn hello() -> Picture {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/images/hello.png");
    source::decode(&std::fs::read(path).unwrap()).unwrap().next().unwrap().unwrap()
}

fn text(page: &Page) -> String {
    page.lines().map(Line::text).collect::<Vec<_>>().join("\n")
}

/// Our networks as they are handed out to other programs: in their adapters.
fn adapted(models: &Models) -> [Vec<u8>; 2] {
    [
        compose(DETECTION_ADAPTER, &models.detection).unwrap(),
        compose(RECOGNITION_ADAPTER, &models.recognition).unwrap(),
    ]
}

#[test]
fn ocrs_reads_with_our_networks() {
    let page = engine().read(&hello()).unwrap();
    assert_eq!(text(&page), "Hello, world 2026");
    let words: Vec<&Word> = page.lines().flat_map(|line| &line.words).collect();
    for word in &words {
        assert_eq!(word.characters.len(), word.text.chars().count());
        assert!(word.confidence > 0.5 && word.confidence <= 1.0, "{}", word.confidence);
    }
    let edges = words.iter().map(|word| word.quad.bounds().left);
    assert!(edges.is_sorted_by(|a, b| a < b));
}

#[test]
fn networks_made_for_ocrs_are_read_by_ocrs_without_being_asked() {
    let shipped = Models::shipped();
    let [detection, recognition] = adapted(&shipped);
    let models = Models::new(detection, recognition, shipped.alphabet.into_owned());
    let engine = Engine::new(models.clone()).unwrap();
    assert_eq!(engine.kind(), EngineKind::Ocrs);
    assert_eq!(text(&engine.read(&hello()).unwrap()), "Hello, world 2026");
    let error = Engine::new(models.with_engine(EngineKind::Builtin)).unwrap_err();
    assert!(matches!(error, Error::Model { part: ModelPart::Detection, .. }), "{error}");
}

#[test]
fn an_alphabet_of_the_wrong_length_is_found_at_once() {
    let mut models = Models::shipped().with_engine(EngineKind::Ocrs);
    models.alphabet.to_mut().push('x');
    let error = Engine::new(models).unwrap_err();
    assert!(matches!(error, Error::Model { part: ModelPart::Alphabet, .. }), "{error}");
}

#[test]
fn swapped_networks_are_found_at_once() {
    let mut models = Models::shipped().with_engine(EngineKind::Ocrs);
    models.detection = models.recognition.clone();
    let error = Engine::new(models).unwrap_err();
    assert!(matches!(error, Error::Model { part: ModelPart::Detection, .. }), "{error}");
    let mut models = Models::shipped().with_engine(EngineKind::Ocrs);
    models.recognition = models.detection.clone();
    let error = Engine::new(models).unwrap_err();
    assert!(matches!(error, Error::Model { part: ModelPart::Recognition, .. }), "{error}");
}

/// A picture whose pixels are a pattern: dark where `is_dark`.
fn drawn(width: u32, height: u32, is_dark: impl Fn(u32, u32) -> bool) -> Picture {
    let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    let rgb = places.flat_map(|(x, y)| [if is_dark(x, y) { 0 } else { 255 }; 3]).collect();
    Picture::from_rgb(width, height, rgb).unwrap()
}

#[test]
fn pictures_of_any_size_can_be_read() {
    let engine = engine();
    for (width, height) in [(1, 1), (1, 20_000), (20_000, 1), (8_200, 40), (70, 50)] {
        let blank = engine.read(&drawn(width, height, |_, _| false)).unwrap();
        assert_eq!((blank.width, blank.height, blank.blocks.len()), (width, height, 0));
        for part in [1, 7] {
            engine.read(&drawn(width, height, |x, y| (x / part + y / part) % 2 == 0)).unwrap();
        }
        engine.read(&drawn(width, height, |_, _| true)).unwrap();
    }
}

#[test]
fn dark_backgrounds_are_read_as_light_ones() {
    let picture = hello();
    let rgb = picture.rgb().iter().map(|value| 255 - value).collect();
    let dark = Picture::from_rgb(picture.width(), picture.height(), rgb).unwrap();
    assert_eq!(text(&engine().read(&dark).unwrap()), "Hello, world 2026");
}

#[test]
fn words_far_apart_are_lines_of_their_own() {
    let word = |left: f32| rectangle(Quad::upright(left, 10.0, left + 60.0, 30.0)).unwrap();
    let lines = lines_of(&[word(0.0), word(70.0), word(200.0)]);
    let lines: Vec<Quad> = lines.iter().map(|line| quad(&line[0])).collect();
    assert_eq!(lines.len(), 2);
    for (line, [left, right]) in lines.iter().zip([[0.0, 130.0], [200.0, 260.0]]) {
        let bounds = line.bounds();
        assert!((bounds.left - left).abs() < 0.1 && (bounds.right - right).abs() < 0.1);
    }
}

#[test]
fn corners_are_in_the_order_of_level_text() {
    let level = Quad::upright(10.0, 20.0, 90.0, 40.0);
    let sloped = Quad([[10.0, 20.0], [90.0, 28.0], [88.0, 48.0], [8.0, 40.0]]);
    for line in [level, sloped] {
        let found = quad(&rectangle(line).unwrap());
        for (corner, wanted) in found.0.iter().zip(line.0) {
            assert!((corner[0] - wanted[0]).hypot(corner[1] - wanted[1]) < 1.0, "{found:?}");
        }
    }
}

#[test]
fn a_character_is_as_sure_as_its_best_frame() {
    let certain = [0.01_f32, 0.99].map(f32::ln);
    let doubtful = [0.4_f32, 0.6].map(f32::ln);
    let values = Zeroizing::new([certain, doubtful, doubtful, doubtful].concat());
    let scores = Scores { values, frames: 4, classes: 2 };
    assert!((scores.highest(1, 0.0..0.25) - 0.99).abs() < 1e-3);
    assert!((scores.highest(1, 0.75..1.0) - 0.6).abs() < 1e-3);
    assert!(scores.highest(1, 2.0..3.0) < 1e-3);
}
