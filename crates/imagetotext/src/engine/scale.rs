//! The scale at which a picture is searched for text: the detector finds lines from about ten to
//! eighty pixels in height.

use zeroize::Zeroizing;

use super::clutter::without_specks;
use super::grey_image::GreyImage;
use super::large_lines::find_large_lines;
use super::regions::{FoundRegions, Region};
use super::tight_lines::are_tight;
use super::weighted_quantile::weighted_quantile;
use crate::Error;

/// Tuned numbers of this stage. Where nothing else is said they were set on the public pictures, and the
/// log has no figures for them.
struct Tuning {
    /// Height in pixels: lower lines are found better in a picture of twice the size.
    small_line: f32,
    /// Pixels of a picture: larger ones are tried at half their size first, for they show a screen of
    /// double density, a scan or a photograph more often than small print.
    large_picture: usize,
    /// Height in pixels of the half-sized picture from which lines are found well there.
    plain_line: f32,
    /// Share of the text, by length, that may be lower than `plain_line` there.
    small_share: f32,
    /// Length in line heights of so much text that the picture is not searched once more for it: a few
    /// words, or leaves and stones. On a drawn photograph.
    little: f32,
}

const TUNING: Tuning = Tuning {
    small_line: 9.0,
    large_picture: 2_500_000,
    plain_line: 13.0,
    small_share: 0.05,
    little: 20.0,
};

/// Runs `find` on `picture` at the size that suits its text, and on smaller copies for larger lines; regions
/// are in pixels of `picture`.
pub(super) fn find_at_all_scales(
    picture: GreyImage<'_>,
    find: impl Fn(GreyImage<'_>) -> Result<Vec<Region>, Error>,
) -> Result<FoundRegions, Error> {
    if picture.width * picture.height > TUNING.large_picture {
        let (pixels, width, height) = half_size(picture);
        let half = GreyImage { pixels: &pixels, width, height };
        let lines = find(half)?;
        let small = lines.iter().filter(|line| line.height < TUNING.plain_line);
        let is_little = small.map(Region::length_in_heights).sum::<f32>() < TUNING.little;
        if is_little || height_quantile(&lines, TUNING.small_share) >= TUNING.plain_line {
            let alternatives = scaled(find_large_lines(half, &lines, find)?, 2.0);
            return Ok(FoundRegions { lines: scaled(lines, 2.0), alternatives });
        }
    }
    let mut lines = find(picture)?;
    let height = median_height(&lines);
    // Four times the pixels of a large picture would take seconds.
    let is_tight =
        picture.width * picture.height <= TUNING.large_picture && are_tight(&lines, height);
    if !lines.is_empty() && (height < TUNING.small_line || is_tight) {
        let (pixels, width, height) = double_size(picture);
        lines = scaled(find(GreyImage { pixels: &pixels, width, height })?, 0.5);
    }
    let lines = without_specks(lines);
    let alternatives = find_large_lines(picture, &lines, find)?;
    Ok(FoundRegions { lines, alternatives })
}

/// `picture` with as few pixels as show most of the text, and its width and height.
pub(super) fn reduced(picture: GreyImage<'_>) -> (Zeroizing<Vec<u8>>, usize, usize) {
    if picture.width * picture.height > TUNING.large_picture {
        half_size(picture)
    } else {
        (Zeroizing::new(picture.pixels.to_vec()), picture.width, picture.height)
    }
}

/// Line height, in pixels, that half of the text exceeds; 0 where there is none.
pub(super) fn median_height(regions: &[Region]) -> f32 {
    height_quantile(regions, 0.5)
}

/// Line height, in pixels, below which the share `part` of the length of all text lies.
fn height_quantile(regions: &[Region], part: f32) -> f32 {
    let heights = regions.iter().map(|region| (region.height, region.length_in_heights()));
    weighted_quantile(heights.collect(), part).unwrap_or(0.0)
}

pub(super) fn scaled(mut regions: Vec<Region>, factor: f32) -> Vec<Region> {
    for region in &mut regions {
        region.quad = region.quad.scaled(factor);
        region.height *= factor;
    }
    regions
}

/// Half the size: each pixel is the mean of four.
pub(super) fn half_size(picture: GreyImage<'_>) -> (Zeroizing<Vec<u8>>, usize, usize) {
    let (width, height) = ((picture.width / 2).max(1), (picture.height / 2).max(1));
    let mut pixels = Zeroizing::new(Vec::with_capacity(width * height));
    for y in 0..height {
        let row = |y: usize| &picture.pixels[y.min(picture.height - 1) * picture.width..];
        let (upper, lower) = (row(2 * y), row(2 * y + 1));
        for x in 0..width {
            let right = (2 * x + 1).min(picture.width - 1);
            let corners = [upper[2 * x], upper[right], lower[2 * x], lower[right]];
            pixels.push((corners.map(u16::from).iter().sum::<u16>().div_ceil(4)) as u8);
        }
    }
    (pixels, width, height)
}

/// Twice the size (bilinear).
fn double_size(picture: GreyImage<'_>) -> (Zeroizing<Vec<u8>>, usize, usize) {
    let (width, height) = (picture.width * 2, picture.height * 2);
    let mut pixels = Zeroizing::new(Vec::with_capacity(width * height));
    // Centres of new pixels lie a quarter beside those of the old: weights 3/4 and 1/4.
    let near_and_far = |new: usize, side: usize| {
        let near = new / 2;
        let far =
            if new.is_multiple_of(2) { near.saturating_sub(1) } else { (near + 1).min(side - 1) };
        (near, far)
    };
    for y in 0..height {
        let (near, far) = near_and_far(y, picture.height);
        let row = |y: usize| &picture.pixels[y * picture.width..][..picture.width];
        let (near, far) = (row(near), row(far));
        for x in 0..width {
            let (a, b) = near_and_far(x, picture.width);
            let brightness = |row: &[u8]| 3 * u16::from(row[a]) + u16::from(row[b]);
            pixels.push(((3 * brightness(near) + brightness(far) + 8) / 16) as u8);
        }
    }
    (pixels, width, height)
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;
    use crate::Quad;

    /// Pretends to find one line of `height` pixels of the original in whatever size it is shown.
    fn sizes_tried(side: usize, height: f32) -> (Vec<usize>, Vec<Region>) {
        let pixels = vec![200; side * side];
        let tried = RefCell::new(Vec::new());
        let picture = GreyImage { pixels: &pixels, width: side, height: side };
        let found = find_at_all_scales(picture, |shown| {
            if shown.width < side / 2 {
                return Ok(Vec::new());
            }
            tried.borrow_mut().push(shown.width);
            assert!(shown.pixels.iter().all(|&p| p == 200));
            let height = height * shown.width as f32 / side as f32;
            Ok(vec![Region::straight(Quad::upright(0.0, 0.0, 30.0 * height, height), height)])
        });
        (tried.into_inner(), found.unwrap().lines)
    }

    #[test]
    fn plain_text_is_searched_once() {
        assert_eq!(sizes_tried(100, 16.0).0, [100]);
    }

    #[test]
    fn small_text_is_searched_again_at_twice_the_size() {
        let (tried, found) = sizes_tried(100, 7.0);
        assert_eq!(tried, [100, 200]);
        assert!((found[0].height - 7.0).abs() < 0.01);
        assert!((found[0].quad.height() - 7.0).abs() < 0.01);
    }

    #[test]
    fn only_large_pictures_are_reduced() {
        for (side, shown) in [(100, 100), (2000, 1000)] {
            let pixels = vec![200; side * side];
            let picture = GreyImage { pixels: &pixels, width: side, height: side };
            let (pixels, width, height) = reduced(picture);
            assert_eq!((width, height, pixels.len()), (shown, shown, shown * shown));
        }
    }

    #[test]
    fn large_pictures_are_searched_at_half_size_when_their_text_is_large() {
        let (tried, found) = sizes_tried(2000, 40.0);
        assert_eq!(tried, [1000]);
        assert!((found[0].height - 40.0).abs() < 0.01);
        assert_eq!(sizes_tried(2000, 18.0).0, [1000, 2000]);
    }
}
