//! Lines too large for the detector at the scale of the other lines: a headline, a sign, a shop front. They are
//! searched in smaller copies of the picture, each a sixteenth of the one before.

use super::grey_image::GreyImage;
use super::regions::Region;
use super::scale::{half_size, scaled};
use crate::Error;

/// Tuned numbers of this stage, in pixels of the smaller copy. They follow from what the detector finds,
/// lines of about ten to eighty pixels, not from pictures.
struct Tuning {
    /// Least side of a copy; in a smaller one no line has room.
    min_side: usize,
    /// Height of the lowest lines that count: those of a quarter are found in the larger copy.
    min_height: f32,
    /// Times the height of a line that was found in the larger copy: a higher one is another line.
    other_height: f32,
    /// Share of the area of a large line that lines of the larger copy may cover: where they cover more,
    /// it is a paragraph seen from afar.
    max_covered: f32,
    /// Lines of a copy at most, the highest ones: more are a page of text seen from afar.
    max_lines: usize,
}

const TUNING: Tuning =
    Tuning { min_side: 16, min_height: 16.0, other_height: 1.6, max_covered: 0.6, max_lines: 32 };

/// The large lines of `picture`, in its pixels, that are not among `found`; `find` finds the lines of a copy.
pub(super) fn find_large_lines(
    picture: GreyImage<'_>,
    found: &[Region],
    find: impl Fn(GreyImage<'_>) -> Result<Vec<Region>, Error>,
) -> Result<Vec<Region>, Error> {
    let mut large: Vec<Region> = Vec::new();
    let mut factor = 1.0;
    let mut copy = half_size(picture);
    loop {
        let (pixels, width, height) = &copy;
        let (pixels, width, height) =
            half_size(GreyImage { pixels, width: *width, height: *height });
        if width.min(height) < TUNING.min_side {
            return Ok(large);
        }
        factor *= 4.0;
        let lines = find(GreyImage { pixels: &pixels, width, height })?;
        let mut lines: Vec<Region> =
            lines.into_iter().filter(|line| line.height >= TUNING.min_height).collect();
        lines = scaled(lines, factor);
        lines.sort_by(|a, b| b.height.total_cmp(&a.height));
        lines.truncate(TUNING.max_lines);
        let is_new = |line: &Region| is_another(line, found) && is_another(line, &large);
        let lines: Vec<Region> = lines.into_iter().filter(is_new).collect();
        large.extend(lines);
        copy = half_size(GreyImage { pixels: &pixels, width, height });
    }
}

/// Whether `line` is none of `found`, nor a paragraph of them.
fn is_another(line: &Region, found: &[Region]) -> bool {
    let area = |region: &Region| region.length_in_heights() * region.height * region.height;
    let inside = || found.iter().filter(|other| line.contains(other.middle()));
    let is_same = |other: &Region| {
        other.contains(line.middle()) && other.height * TUNING.other_height > line.height
    };
    let covered: f32 = inside().map(area).sum();
    covered < TUNING.max_covered * area(line) && !found.iter().any(is_same)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Quad;

    fn region(left: f32, top: f32, right: f32, bottom: f32) -> Region {
        Region { quad: Quad::upright(left, top, right, bottom), height: bottom - top }
    }

    /// The heights of the lines that are found when `there` shows the picture of 1600 × 1600 pixels.
    fn heights(there: &[Region], found: &[Region]) -> Vec<f32> {
        let pixels = vec![200; 1600 * 1600];
        let picture = GreyImage { pixels: &pixels, width: 1600, height: 1600 };
        let find = |copy: GreyImage<'_>| {
            let lines = scaled(there.to_vec(), copy.width as f32 / 1600.0);
            Ok(lines.into_iter().filter(|line| (10.0..80.0).contains(&line.height)).collect())
        };
        let lines = find_large_lines(picture, found, find).unwrap();
        lines.iter().map(|line| line.height.round()).collect()
    }

    #[test]
    fn lines_of_every_height_are_found() {
        let there = [region(0.0, 0.0, 600.0, 200.0), region(0.0, 300.0, 1600.0, 1300.0)];
        assert_eq!(heights(&there, &[]), [200.0, 1000.0]);
    }

    #[test]
    fn lines_that_were_found_before_and_paragraphs_are_not() {
        let line = region(0.0, 0.0, 600.0, 100.0);
        assert!(heights(&[line], &[line]).is_empty());
        let rows: Vec<Region> = (0..6)
            .map(|row| region(0.0, 40.0 * row as f32, 600.0, 40.0 * row as f32 + 32.0))
            .collect();
        assert!(heights(&[region(0.0, 0.0, 600.0, 240.0)], &rows).is_empty());
        // Scraps of its letters do not hide it.
        let scraps = [region(40.0, 10.0, 100.0, 40.0), region(300.0, 10.0, 380.0, 60.0)];
        assert_eq!(heights(&[region(0.0, 0.0, 600.0, 240.0)], &scraps), [240.0]);
    }

    #[test]
    fn pictures_of_any_size_are_searched() {
        for (width, height) in [(1, 1), (1, 500), (500, 1), (63, 64), (300, 70)] {
            let pixels = vec![200; width * height];
            let picture = GreyImage { pixels: &pixels, width, height };
            let found = find_large_lines(picture, &[], |copy| {
                Ok(vec![region(0.0, 0.0, copy.width as f32, copy.height as f32)])
            });
            assert!(found.unwrap().len() <= 1);
        }
    }
}
