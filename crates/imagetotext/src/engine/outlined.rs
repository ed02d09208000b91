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
    /// Rows at the top and at the foot of a crop that show its background, of its height.
    margin: f32,
}

const TUNING: Tuning = Tuning { contrast: [0.1, 0.25], share: 0.04, margin: 0.12 };

/// The crop with the letters as ink, if they are lighter than the background and their outlines darker.
pub(super) fn letters_within_outlines(crop: &Crop) -> Option<Crop> {
    let backgrounds = backgrounds(crop)?;
    let [light, dark] = TUNING.contrast;
    let least = (TUNING.share * (crop.filled * crop.height) as f32) as usize;
    let differences = || {
        let rows = crop.pixels.chunks_exact(crop.width);
        rows.flat_map(|row| row.iter().zip(&backgrounds).map(|(value, ground)| value - ground))
    };
    if differences().filter(|it| *it > light).count() < least.max(1)
        || differences().filter(|it| *it < -dark).count() < least.max(1)
    {
        return None;
    }
    let most = differences().fold(light, f32::max);
    let mut pixels = Zeroizing::new(vec![0.5; crop.pixels.len()]);
    let rows = pixels.chunks_exact_mut(crop.width).zip(crop.pixels.chunks_exact(crop.width));
    for (to, from) in rows {
        for ((to, from), ground) in to.iter_mut().zip(from).zip(&backgrounds) {
            *to = 0.5 - ((from - ground) / most).clamp(0.0, 1.0);
        }
    }
    Some(crop.with_pixels(pixels))
}

/// The background of each column with a picture: the median above and below the letters, as far to both sides as the crop is
/// high. Behind subtitles it changes.
fn backgrounds(crop: &Crop) -> Option<Vec<f32>> {
    let margin = ((TUNING.margin * crop.height as f32) as usize).max(1);
    let rows: Vec<&[f32]> = crop.pixels.chunks_exact(crop.width).collect();
    let outer = [rows.get(..margin)?, rows.get(crop.height.checked_sub(margin)?..)?].concat();
    let at = |column: usize| {
        let around = column.saturating_sub(crop.height)..(column + crop.height).min(crop.filled);
        let mut values: Vec<f32> =
            outer.iter().flat_map(|row| &row[around.clone()]).copied().collect();
        let middle = values.len() / 2;
        (!values.is_empty()).then(|| *values.select_nth_unstable_by(middle, f32::total_cmp).1)
    };
    (0..crop.filled).map(at).collect()
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
