//! Light letters with a dark outline or shadow on something between, as in subtitles: the recogniser takes the outlines for
//! ink. Here the letters become the ink, and what is darker than the background goes.

use zeroize::Zeroizing;

use super::crop::Crop;

/// Tuned numbers of this stage; on drawn subtitles in four faces (`models/training/LOG.md`, 2026-11-28).
struct Tuning {
    /// By how much pixels of letters are lighter than the background, and those of outlines darker, of the whole contrast.
    contrast: [f32; 2],
    /// Share of a line that both have at least.
    share: f32,
}

const TUNING: Tuning = Tuning { contrast: [0.1, 0.25], share: 0.04 };

/// The crop with the letters as ink, if they are lighter than the background and their outlines darker.
pub(super) fn letters_within_outlines(crop: &Crop) -> Option<Crop> {
    let rows = || crop.pixels.chunks_exact(crop.width).map(|row| &row[..crop.filled]);
    let mut values: Vec<f32> = rows().flatten().copied().collect();
    let middle = values.len() / 2;
    if values.is_empty() {
        return None;
    }
    let background = *values.select_nth_unstable_by(middle, f32::total_cmp).1;
    let [light, dark] = TUNING.contrast;
    let share = |is_it: &dyn Fn(f32) -> bool| {
        let count = rows().flatten().filter(|it| is_it(**it - background)).count();
        count as f32 / (crop.filled * crop.height) as f32
    };
    if share(&|it| it > light) < TUNING.share || share(&|it| it < -dark) < TUNING.share {
        return None;
    }
    let ink = |value: f32| 0.5 - ((value - background) / (0.5 - background)).clamp(0.0, 1.0);
    let mut pixels = Zeroizing::new(vec![0.5; crop.pixels.len()]);
    for (to, from) in pixels.chunks_exact_mut(crop.width).zip(rows()) {
        for (to, &value) in to.iter_mut().zip(from) {
            *to = ink(value);
        }
    }
    Some(crop.with_pixels(pixels))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Quad;
    use crate::engine::crop::{NORMAL_MARGINS, crop};
    use crate::engine::grey_image::GreyImage;

    /// What becomes of a line with a bar in an outline: ink of the bar and of the outline, 0 to 1.
    fn ink(background: u8, outline: u8, letter: u8) -> Option<[f32; 2]> {
        let mut pixels = vec![background; 120 * 40];
        for (inset, level) in [(0, outline), (4, letter)] {
            for row in pixels.chunks_exact_mut(120).take(30 - inset).skip(10 + inset) {
                row[30 + inset..90 - inset].fill(level);
            }
        }
        let picture = GreyImage { pixels: &pixels, width: 120, height: 40 };
        let crop = crop(picture, Quad::upright(10.0, 6.0, 110.0, 34.0), 32, NORMAL_MARGINS);
        let letters = letters_within_outlines(&crop)?;
        let row = &letters.pixels[crop.height / 2 * crop.width..];
        let column = |x: f32| ((x - 10.0) / 100.0 * crop.filled as f32) as usize;
        Some([60.0, 31.0].map(|x| 0.5 - row[column(x)]))
    }

    #[test]
    fn light_letters_with_an_outline_are_ink() {
        let [letter, outline] = ink(150, 10, 250).expect("tones on both sides of the background");
        assert!(letter > 0.9 && outline < 0.1, "{letter} {outline}");
    }

    #[test]
    fn usual_letters_have_no_outlines() {
        assert_eq!(
            [(250, 10, 10), (250, 200, 10), (250, 250, 250)].map(|(a, b, c)| ink(a, b, c)),
            [None; 3]
        );
    }
}
