//! Agreement with training: crops, maps and scores are compared with what
//! `imagetotext_training.agreement` computed with `PyTorch` and `OpenCV`, and our networks with `rten`.

use std::path::PathBuf;

use super::cancel_token::CancelToken;
use super::crop::{NORMAL_MARGINS, crop};
use super::detect::detect;
use super::grey_image::GreyImage;
use crate::{Quad, source};
use imagetotext_models::{DETECTION, RECOGNITION};
use imagetotext_nn::{ConvNet, Model, Parallelism, RtenModel, ThreadPool, load};

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

/// Logarithms of nearly the same probabilities: a value between two steps may be rounded to either.
fn assert_probable(ours: &[f32], theirs: &[f32]) {
    let apart = ours.iter().zip(theirs).map(|(a, b)| (a.exp() - b.exp()).abs());
    let (sum, worst) = apart.fold((0.0, 0.0_f32), |(sum, worst), it| (sum + it, worst.max(it)));
    let mean = sum / ours.len() as f32;
    assert!(mean < 1e-4 && worst < 0.05, "differ by {mean} on average and by up to {worst}");
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
    let line = image("crop-0.png");
    let width = line.width / 4 * 4;
    let rows = line.pixels.chunks_exact(line.width);
    let pixels: Vec<f32> =
        rows.flat_map(|row| row[..width].iter().map(|&p| f32::from(p) / 255.0 - 0.5)).collect();
    let network = load(RECOGNITION.into()).unwrap();
    let output = network.run(&pixels, width, Parallelism::CallingThread).unwrap();
    assert_close(&output.values, &floats("recognition.f32"));
}

/// Noise, the same each time.
fn noise(length: usize) -> Vec<f32> {
    let mut state = 7_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as f32 / (1 << 24) as f32 - 0.5
    };
    (0..length).map(|_| next()).collect()
}

#[test]
fn the_shipped_networks_run_without_rten_and_agree_with_it() {
    for (bytes, sizes) in [
        (DETECTION, [[32, 32], [64, 160], [224, 96]]),
        (RECOGNITION, [[32, 4], [32, 36], [32, 400]]),
    ] {
        let ours = ConvNet::from_onnx(bytes).expect("all its layers are known");
        let theirs = RtenModel::load(bytes.into()).unwrap();
        assert_eq!(ours.input_size(), theirs.input_size());
        for [height, width] in sizes {
            let pixels = noise(height * width);
            let pool = ThreadPool::with_num_threads(3);
            for parallelism in [Parallelism::CallingThread, Parallelism::Pool(&pool)] {
                let ours = ours.run(&pixels, width, parallelism).unwrap();
                let theirs = theirs.run(&pixels, width, parallelism).unwrap();
                assert_eq!(ours.shape, theirs.shape);
                assert_probable(&ours.values, &theirs.values);
            }
        }
    }
}
