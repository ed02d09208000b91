//! Normalisation of a crop: full contrast, dark ink on a light background.

use zeroize::Zeroizing;

/// Numbers that must be those of training, `models/training/imagetotext_training/crops.py`.
struct Tuning {
    /// Difference of brightness, of 255, that is brought to full contrast; below it, it is noise.
    min_contrast: usize,
    /// Shares of the pixels that may be darker or lighter than full contrast.
    clipped: [f32; 2],
}

const TUNING: Tuning = Tuning { min_contrast: 24, clipped: [0.005, 0.995] };

/// Brightness in rows of `filled` columns → values in [-0.5, 0.5] in rows of `width`, background at their
/// ends. The background is taken to be the side of the range where the median lies.
pub(super) fn normalise(levels: &[u8], filled: usize, width: usize) -> Zeroizing<Vec<f32>> {
    let mut histogram = [0_usize; 256];
    for &level in levels {
        histogram[usize::from(level)] += 1;
    }
    let quantile = |part: f32| {
        let count = (levels.len() as f32 * part).max(1.0);
        let mut sum = 0.0;
        let reached = |&many: &usize| {
            sum += many as f32;
            sum >= count
        };
        histogram.iter().position(reached).unwrap_or(255)
    };
    let [low, high] = TUNING.clipped.map(quantile);
    let median = quantile(0.5);
    let contrast = (high - low).max(TUNING.min_contrast) as f32;
    let is_inverted = 2 * median < low + high;
    let value = |level: u8| {
        let value = ((f32::from(level) - low as f32) / contrast).clamp(0.0, 1.0);
        if is_inverted { 0.5 - value } else { value - 0.5 }
    };
    let table: Vec<f32> = (0..=255).map(value).collect();
    let mut pixels = Zeroizing::new(Vec::with_capacity(levels.len() / filled * width));
    for row in levels.chunks_exact(filled) {
        pixels.extend(row.iter().map(|&level| table[usize::from(level)]));
        pixels.extend(std::iter::repeat_n(0.5, width - filled));
    }
    pixels
}
