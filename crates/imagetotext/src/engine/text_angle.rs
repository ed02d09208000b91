//! The angle at which the text of a picture runs, from its pixels alone: seen along the lines, rows of ink and
//! of background alternate most sharply (Postl 1986).

use super::grey_image::GreyImage;

/// Tuned numbers of this stage. They bound its time and its precision.
struct Tuning {
    /// Points of ink that are looked at, at most.
    max_points: usize,
    /// Least number of points that show a direction.
    min_points: usize,
    /// Degrees between two angles, at first and at last.
    steps: [f32; 2],
    /// Pixels of a row of the profile.
    row: f32,
    /// Rows between two that are compared: parts of small lines and of large ones.
    lags: [usize; 4],
    /// How many times sharper than at the usual angle the profile must be.
    min_sharpness: f32,
}

const TUNING: Tuning = Tuning {
    max_points: 6000,
    min_points: 100,
    steps: [3.0, 0.5],
    row: 2.0,
    lags: [1, 2, 4, 8],
    min_sharpness: 1.5,
};

/// The angle in radians by which the text slopes down, between a quarter turn to the left and one to the
/// right; `None` where no angle stands out.
pub(super) fn text_angle(picture: GreyImage<'_>) -> Option<f32> {
    let points = ink(picture);
    if points.len() < TUNING.min_points {
        return None;
    }
    let reach = (picture.width as f32).hypot(picture.height as f32);
    let sharpness = |degrees: f32| sharpness(&points, degrees, reach);
    let [coarse, fine] = TUNING.steps;
    let count = (180.0 / coarse) as i32;
    let at = |step: i32| coarse * step as f32 - 90.0;
    let mut all: Vec<(f32, f32)> = (0..count).map(|step| (at(step), sharpness(at(step)))).collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1));
    let usual = all[all.len() / 2].1;
    let (around, _) = all[0];
    let around_it = (-5..=5).map(|step| around + fine * step as f32);
    let (best, sharpest) = around_it
        .map(|degrees| (degrees, sharpness(degrees)))
        .max_by(|a, b| a.1.total_cmp(&b.1))?;
    // A quarter turn to the left is the same direction as one to the right.
    let best = if best < -90.0 { best + 180.0 } else { best };
    (sharpest >= TUNING.min_sharpness * usual).then(|| best.to_radians())
}

/// How much rows of the profile differ that are a part of a line apart.
fn sharpness(points: &[[f32; 2]], degrees: f32, reach: f32) -> f32 {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let mut rows = vec![0.0_f32; (2.0 * reach / TUNING.row) as usize + 2];
    for [x, y] in points {
        rows[((y * cos - x * sin + reach) / TUNING.row) as usize] += 1.0;
    }
    let differ =
        |lag: usize| -> f32 { rows.iter().zip(&rows[lag..]).map(|(a, b)| (b - a).powi(2)).sum() };
    TUNING.lags.iter().map(|&lag| differ(lag)).sum()
}

/// Points at edges from light to dark along the rows and columns, thinned out.
fn ink(picture: GreyImage<'_>) -> Vec<[f32; 2]> {
    let (width, height) = (picture.width, picture.height);
    let mut histogram = [0_usize; 256];
    picture.pixels.iter().for_each(|&pixel| histogram[usize::from(pixel)] += 1);
    let Some(threshold) = threshold(&histogram) else { return Vec::new() };
    let dark: usize = histogram[..threshold].iter().sum();
    // The background is where most pixels are.
    let is_dark_ink = 2 * dark <= picture.pixels.len();
    let is_ink = |pixel: u8| (usize::from(pixel) < threshold) == is_dark_ink;
    let count = picture.pixels.iter().filter(|&&pixel| is_ink(pixel)).count();
    let every = count.div_ceil(TUNING.max_points).max(1);
    let inked = (0..width * height).filter(|&index| is_ink(picture.pixels[index]));
    inked
        .filter(|&index| scattered(index).is_multiple_of(every))
        .map(|index| [(index % width) as f32, (index / width) as f32])
        .collect()
}

/// A number that has nothing to do with the place of a pixel: every so many pixels of a row would make a
/// pattern (the last steps of MurmurHash3).
fn scattered(index: usize) -> usize {
    let mut bits = index as u32;
    for multiplier in [0x85eb_ca6b, 0xc2b2_ae35] {
        bits = (bits ^ (bits >> 15)).wrapping_mul(multiplier);
    }
    (bits ^ (bits >> 16)) as usize
}

/// The brightness that separates dark from light pixels best (Otsu 1979).
fn threshold(histogram: &[usize; 256]) -> Option<usize> {
    let total: usize = histogram.iter().sum();
    let sum: usize = histogram.iter().enumerate().map(|(level, count)| level * count).sum();
    let (mut dark, mut dark_sum) = (0_usize, 0_usize);
    let mut best: Option<(usize, f64)> = None;
    for (level, count) in histogram.iter().enumerate() {
        dark += count;
        dark_sum += level * count;
        let light = total - dark;
        if dark == 0 || light == 0 {
            continue;
        }
        let distance = dark_sum as f64 / dark as f64 - (sum - dark_sum) as f64 / light as f64;
        let variance = dark as f64 * light as f64 * distance * distance;
        if best.is_none_or(|(_, most)| variance > most) {
            best = Some((level + 1, variance));
        }
    }
    best.map(|(level, _)| level)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Five lines of short strokes in a picture of 300 × 300 pixels, sloping down by an angle.
    fn angle_of(degrees: f32) -> Option<f32> {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let mut pixels = vec![230; 300 * 300];
        for y in 0..300 {
            for x in 0..300 {
                let [right, down] = [x as f32 - 150.0, y as f32 - 150.0];
                let [along, across] = [right * cos + down * sin, down * cos - right * sin];
                let is_in_line = across.abs() < 75.0 && across.rem_euclid(30.0) < 12.0;
                // Letters of one line are not below those of the other.
                let letter = along + 3.7 * (across / 30.0).floor() + 2.0 * (along / 20.0).sin();
                if along.abs() < 90.0 && is_in_line && letter.rem_euclid(9.0) < 4.0 {
                    pixels[y * 300 + x] = 30;
                }
            }
        }
        let picture = GreyImage { pixels: &pixels, width: 300, height: 300 };
        text_angle(picture).map(f32::to_degrees)
    }

    #[test]
    fn every_angle_is_found() {
        for degrees in [0.0, 7.0, -30.0, 45.0, -60.0, 89.0] {
            let found = angle_of(degrees).unwrap();
            assert!((found - degrees).abs() <= 1.0, "{degrees}: {found}");
        }
    }

    #[test]
    fn where_nothing_is_written_there_is_no_angle() {
        for level in [0, 255] {
            let pixels = vec![level; 100 * 50];
            assert_eq!(text_angle(GreyImage { pixels: &pixels, width: 100, height: 50 }), None);
        }
        let mut state = 7_u32;
        let mut noise = || {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            (state >> 24) as u8
        };
        let pixels: Vec<u8> = (0..40_000).map(|_| noise()).collect();
        // At most the edges of the picture are seen.
        let angle = text_angle(GreyImage { pixels: &pixels, width: 200, height: 200 });
        assert!(angle.is_none_or(|angle| angle.abs() < 0.02), "{angle:?}");
    }
}
