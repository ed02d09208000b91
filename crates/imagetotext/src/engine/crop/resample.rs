//! Brightness of a picture at the columns and rows of a crop: the mean of several points when the
//! picture is reduced, bilinear otherwise.

use zeroize::Zeroizing;

use super::frame::Frame;
use crate::engine::grey_image::GreyImage;

/// Slope under which a line is level: by a thousandth of a pixel over a thousand columns.
const LEVEL_SLOPE: f32 = 1e-6;

/// Points along each side of a pixel of the crop at most; what is reduced further is a blur anyway.
const MAX_POINTS: usize = 16;

/// Brightness of `width` × `height` points, 0 to 255; `scale` is the number of the picture's pixels per
/// row of the crop.
pub(super) fn resample(
    picture: GreyImage<'_>,
    frame: Frame,
    width: usize,
    height: usize,
    scale: f32,
) -> Zeroizing<Vec<u8>> {
    let count = (scale.round() as usize).clamp(1, MAX_POINTS);
    // Level lines, nearly all, are summed row by row first, which is much faster.
    let is_level = frame.bend.is_straight()
        && frame.column_step[1].abs() < LEVEL_SLOPE
        && frame.row_step[0].abs() < LEVEL_SLOPE;
    if is_level && frame.column_step[0] > 0.0 {
        return resample_level(picture, frame, width, height, count);
    }
    let part = 1.0 / count as f32;
    let point = |index: usize| (index as f32 + 0.5) * part;
    let columns: Vec<_> =
        (0..width * count).map(|index| frame.to_picture(point(index), 0.0)).collect();
    let mut sums = Zeroizing::new(vec![0.0_f32; width]);
    let mut levels = Zeroizing::new(Vec::with_capacity(width * height));
    for row in 0..height {
        sums.fill(0.0);
        for down in (0..count).map(|i| frame.row_step.map(|step| step * point(row * count + i))) {
            for (sum, columns) in sums.iter_mut().zip(columns.chunks_exact(count)) {
                for column in columns {
                    *sum += picture.sample([column[0] + down[0], column[1] + down[1]]);
                }
            }
        }
        levels.extend(sums.iter().map(|sum| rounded(sum / (count * count) as f32)));
    }
    levels
}

/// The same for a level line, with `count` points along each side of a pixel.
fn resample_level(
    picture: GreyImage<'_>,
    frame: Frame,
    width: usize,
    height: usize,
    count: usize,
) -> Zeroizing<Vec<u8>> {
    let part = 1.0 / count as f32;
    let point = |index: usize| (index as f32 + 0.5) * part;
    let columns: Vec<_> = (0..width * count)
        .map(|index| neighbours(frame.to_picture(point(index), 0.0)[0], picture.width))
        .collect();
    let (first, last) = (columns[0].0, columns[columns.len() - 1].1);
    let mut sums = Zeroizing::new(vec![0.0_f32; last - first + 1]);
    let mut levels = Zeroizing::new(Vec::with_capacity(width * height));
    for row in 0..height {
        sums.fill(0.0);
        for i in 0..count {
            let y = frame.to_picture(0.0, point(row * count + i))[1];
            let (upper, lower, share) = neighbours(y, picture.height);
            let pixels = |row: usize| &picture.pixels[row * picture.width..][first..=last];
            for ((sum, &upper), &lower) in sums.iter_mut().zip(pixels(upper)).zip(pixels(lower)) {
                *sum += f32::from(upper) * (1.0 - share) + f32::from(lower) * share;
            }
        }
        for column in columns.chunks_exact(count) {
            let values = column.iter().map(|&(left, right, share)| {
                sums[left - first] * (1.0 - share) + sums[right - first] * share
            });
            levels.push(rounded(values.sum::<f32>() / (count * count) as f32));
        }
    }
    levels
}

/// The level nearest to a brightness; `f32::round` is a call on x86-64.
fn rounded(brightness: f32) -> u8 {
    (brightness + 0.5) as u8
}

/// The two pixels between whose centres a coordinate lies, and the share of the second; outside the
/// picture the edge pixels repeat.
fn neighbours(coordinate: f32, side: usize) -> (usize, usize, f32) {
    let coordinate = coordinate - 0.5;
    let before = coordinate.floor();
    let pixel = |at: f32| (at.max(0.0) as usize).min(side - 1);
    (pixel(before), pixel(before + 1.0), coordinate - before)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::bend::Bend;

    #[test]
    fn level_lines_are_sampled_like_all_others() {
        // Noise: the low bits of Numerical Recipes' generator, well mixed.
        let noise =
            |seed: u32| (seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223) >> 13) as u8;
        let pixels: Vec<u8> = (0..200 * 60).map(noise).collect();
        let picture = GreyImage { pixels: &pixels, width: 200, height: 60 };
        for (scale, count) in [(0.7, 1), (2.3, 2)] {
            let frame = |slope| Frame {
                origin: [-3.3, 2.6],
                column_step: [scale, slope],
                row_step: [-slope, scale],
                first_column: 0.0,
                bend: Bend::default(),
                line: [0.0, 90.0],
                line_height: 30.0,
            };
            let level = resample_level(picture, frame(0.0), 90, 30, count);
            // A slope that moves the end of the line by a hundredth of a pixel.
            let other = resample(picture, frame(1e-4), 90, 30, scale);
            let worst = level.iter().zip(other.iter()).map(|(a, b)| a.abs_diff(*b)).max();
            assert!(worst.unwrap() <= 4, "{worst:?}");
        }
    }
}
