//! Agreement with training: crops, maps and scores are compared with what
//! `imagetotext_training.agreement` computed with `PyTorch` and `OpenCV`, and our networks with `rten`.

use std::path::PathBuf;

use super::cancel_token::CancelToken;
use super::crop::{NORMAL_MARGINS, crop};
use super::detect::detect;
use super::grey_image::GreyImage;
use crate::{Quad, source};
use imagetotext_models::{ALPHABETS, CJK, DETECTION, RECOGNITION};
use imagetotext_nn::{Output, Parallelism, load};

/// Largest difference allowed between `PyTorch`, rten and our own code.
const TOLERANCE: f32 = 1e-3;

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/agreement").join(name)
}

struct Image {
    pixels: Vec<u8>,
    width: usize,
    height: usize,
}

fn image(name: &str) -> Image {
    let bytes = std::fs::read(path(name)).unwrap();
    let picture = source::decode(&bytes).unwrap().next().unwrap().unwrap();
    Image {
        pixels: picture.luma().to_vec(),
        width: picture.width() as usize,
        height: picture.height() as usize,
    }
}

impl Image {
    fn grey(&self) -> GreyImage<'_> {
        GreyImage { pixels: &self.pixels, width: self.width, height: self.height }
    }
}

fn floats(name: &str) -> Vec<f32> {
    let bytes = std::fs::read(path(name)).unwrap();
    bytes.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect()
}

fn assert_close(ours: &[f32], theirs: &[f32]) {
    assert_eq!(ours.len(), theirs.len());
    let worst = ours.iter().zip(theirs).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
    assert!(worst < TOLERANCE, "differ by up to {worst}");
}

#[test]
fn crops_agree_with_training() {
    let sheet = image("sheet.png");
    let quads: Vec<[[f32; 2]; 4]> =
        serde_json::from_slice(&std::fs::read(path("lines.json")).unwrap()).unwrap();
    for (index, quad) in quads.into_iter().enumerate() {
        let theirs = image(&format!("crop-{index}.png"));
        let ours = crop(sheet.grey(), Quad(quad), theirs.height, NORMAL_MARGINS);
        assert!(ours.filled.abs_diff(theirs.width) <= 1, "line {index}");
        let mut differences = Vec::new();
        for y in 0..theirs.height {
            for x in 0..theirs.width.min(ours.filled) {
                let level = (ours.pixels[y * ours.width + x] + 0.5) * 255.0;
                differences.push((level - f32::from(theirs.pixels[y * theirs.width + x])).abs());
            }
        }
        let mean = differences.iter().sum::<f32>() / differences.len() as f32;
        // Slanted lines are resampled twice in training, once to keep and once to frame them.
        let allowed = if quad[0][1].to_bits() == quad[1][1].to_bits() { 1.0 } else { 6.0 };
        assert!(mean < allowed, "line {index} differs by {mean} of 255 on average");
    }
}

#[test]
fn the_detector_agrees_with_pytorch() {
    let sheet = image("sheet.png");
    let network = load(DETECTION.into()).unwrap();
    let map =
        detect(&*network, sheet.grey(), Parallelism::CallingThread, &CancelToken::new()).unwrap();
    assert_close(&map.cells, &floats("detection.f32"));
}

#[test]
fn the_recogniser_agrees_with_pytorch() {
    assert_close(&scores(RECOGNITION, "crop-0.png").values, &floats("recognition.f32"));
}

#[test]
fn the_recognisers_of_other_scripts_agree_with_pytorch() {
    for (network, line, expected) in
        [(ALPHABETS, "crop-0.png", "alphabets.f32"), (CJK, "crop-cjk.png", "cjk.f32")]
    {
        let output = scores(network, line);
        let frames = output.values.chunks_exact(output.shape[2]);
        let best = frames.flat_map(|frame| {
            let class = (0..frame.len()).max_by(|&a, &b| frame[a].total_cmp(&frame[b])).unwrap();
            [class as f32, frame[class]]
        });
        assert_close(&best.collect::<Vec<_>>(), &floats(expected));
    }
}

/// What a recogniser returns for the line in a picture.
fn scores(network: &'static [u8], line: &str) -> Output {
    let line = image(line);
    let width = line.width / 4 * 4;
    let rows = line.pixels.chunks_exact(line.width);
    let pixels: Vec<f32> =
        rows.flat_map(|row| row[..width].iter().map(|&p| f32::from(p) / 255.0 - 0.5)).collect();
    load(network.into()).unwrap().run(&pixels, width, Parallelism::CallingThread).unwrap()
}
