//! The end of a line as its ink shows it: small signs there, a degree sign, the number of a note, a hyphen, are
//! often left out by the detector.

use super::crop::{self, Crop};
use super::grey_image::GreyImage;
use super::regions::Region;
use super::word_segmentation::is_inked;

/// Tuned numbers of this stage, in line heights; on drawn tables in three faces.
struct Tuning {
    /// How much of the line is looked at, before and behind the end that was found.
    shown: [f32; 2],
    /// Gap before such a sign at most.
    max_gap: f32,
    /// Its width at most.
    max_width: f32,
    /// Its height at most: higher ones are edges of boxes.
    max_height: f32,
    /// Background behind it at least, or it belongs to something else.
    min_clear: f32,
    /// Where a run of underscores begins, from the top of the line, how thick it is at most and how wide at least.
    underscores: [f32; 3],
}

const TUNING: Tuning = Tuning {
    shown: [0.5, 2.2],
    max_gap: 0.35,
    max_width: 0.5,
    max_height: 1.0,
    min_clear: 0.2,
    underscores: [0.7, 0.2, 0.8],
};

/// `region` with the small sign behind its end, if there is one.
pub(super) fn with_sign_at_end(picture: GreyImage<'_>, region: &Region, rows: usize) -> Region {
    if !region.bend.is_straight() {
        return *region;
    }
    let [before, behind] = TUNING.shown;
    let end = region.around_end(before, behind);
    let shown = crop::crop(picture, end, rows, crop::NORMAL_MARGINS);
    // Where the line ends among the columns; the crop has a margin on both sides.
    let line_height = shown.line_height();
    let column = (before + crop::MARGIN_BESIDE) * line_height;
    match sign_behind(&shown, column as usize) {
        Some(sign_end) => region.extended((sign_end as f32 - column) / line_height),
        None => *region,
    }
}

/// The column behind a small sign that begins behind `end`, or that `end` cuts.
fn sign_behind(crop: &Crop, end: usize) -> Option<usize> {
    let ink = crop.column_ink();
    let is_ink = |column: &usize| is_inked(ink[*column]);
    let line_height = crop.line_height();
    let start = (end..crop.filled).find(is_ink)?;
    if (start - end) as f32 > TUNING.max_gap * line_height {
        return None;
    }
    let stop = (start..crop.filled).find(|column| !is_ink(column))?;
    let begin = (0..start).rev().take_while(is_ink).last().unwrap_or(start);
    let clear = (stop..crop.filled).take_while(|column| !is_ink(column)).count();
    let is_clear = clear as f32 >= TUNING.min_clear * line_height;
    let rows: Vec<(usize, usize)> =
        (begin..stop).filter_map(|column| crop.ink_extent(column)).collect();
    let top = rows.iter().map(|(top, _)| *top).min()?;
    let bottom = rows.iter().map(|(_, bottom)| *bottom).max()?;
    let is_small = (stop - begin) as f32 <= TUNING.max_width * line_height
        && (bottom - top) as f32 <= TUNING.max_height * line_height;
    let [highest, thickest, least] = TUNING.underscores;
    let is_underscores = top as f32 >= crop.row_at(highest)
        && (bottom + 1 - top) as f32 <= (thickest * line_height).max(2.0)
        && (stop - begin) as f32 >= least * line_height;
    (is_clear && (is_small || is_underscores)).then_some(stop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Quad;

    /// Where a line ends that was found up to column 100, when the picture shows these rectangles as well.
    fn end(shapes: &[[usize; 4]]) -> f32 {
        let mut pixels = vec![240; 200 * 60];
        for &[left, top, right, bottom] in [[20, 24, 99, 36]].iter().chain(shapes) {
            for row in pixels.chunks_exact_mut(200).take(bottom).skip(top) {
                row[left..right].fill(10);
            }
        }
        let picture = GreyImage { pixels: &pixels, width: 200, height: 60 };
        let line = Region::straight(Quad::upright(20.0, 20.0, 100.0, 40.0), 20.0);
        with_sign_at_end(picture, &line, 32).quad.end()[0]
    }

    #[test]
    fn small_signs_belong_to_the_line() {
        for sign in [[102, 22, 107, 27], [103, 31, 110, 33], [103, 37, 130, 39]] {
            assert!((end(&[sign]) - sign[2] as f32).abs() < 2.0, "{sign:?}: {}", end(&[sign]));
        }
    }

    #[test]
    fn what_is_far_large_or_goes_on_does_not() {
        for shape in [
            [111, 22, 115, 27],
            [102, 22, 125, 38],
            [102, 5, 104, 60],
            [102, 22, 200, 38],
            [103, 37, 200, 39],
        ] {
            assert!((end(&[shape]) - 100.0).abs() < 0.01, "{shape:?}: {}", end(&[shape]));
        }
        assert!((end(&[]) - 100.0).abs() < 0.01);
    }
}
