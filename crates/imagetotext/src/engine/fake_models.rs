//! Networks whose output a reader of a test can compute in the head.

use imagetotext_nn::{Model, Output, Parallelism, RunError};
use zeroize::Zeroizing;

/// Marks every dark pixel as text, at half the size, as our detector does.
pub(super) struct DarkIsText;

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
        Ok(Output {
            shape: vec![1, 1, height / 2, width / 2],
            values: Zeroizing::new(values),
            features: Zeroizing::default(),
        })
    }
}

/// Reads a line eight rows high as `a` where its middle is ink and as a blank space where it is not,
/// with this probability.
pub(super) struct InkIsA(pub(super) f32);

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
        Ok(Output { shape, values: Zeroizing::new(values), features: Zeroizing::default() })
    }
}

/// The same for lines of 32 rows, and the more of them are ink in the middle, the surer.
pub(super) struct LargerIsSurer;

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
        // Bars that fill most of a crop are taken for its background.
        let sign = if pixels[16 * width + width / 2] < 0.0 { 1.0 } else { -1.0 };
        let pixels: Vec<f32> = pixels.iter().map(|pixel| pixel * sign).collect();
        let rows = pixels.chunks_exact(width).filter(|row| row[width / 2] < 0.0).count();
        let middle = &pixels[16 * width..17 * width];
        InkIsA(0.6 + 0.0007 * (rows * rows) as f32).run(&middle.repeat(8), width, parallelism)
    }
}

/// Returns a single number.
pub(super) struct Broken;

impl Model for Broken {
    fn input_size(&self) -> [Option<usize>; 2] {
        [None, None]
    }

    fn run(&self, _: &[f32], _: usize, _: Parallelism<'_>) -> Result<Output, RunError> {
        Ok(Output {
            shape: vec![1],
            values: Zeroizing::new(vec![0.0]),
            features: Zeroizing::default(),
        })
    }
}
