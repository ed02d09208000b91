//! The columns of a page whose lines run from top to bottom: the detector, which knows level lines, often finds them in
//! pieces. They are followed along their ink.

use super::crop::{self, crop};
use super::grey_image::GreyImage;
use super::regions::{Region, band};
use super::weighted_quantile::weighted_quantile;
use super::word_segmentation::is_inked;
use crate::Quad;
use crate::rotation::PageRotation;

/// Tuned numbers of this stage, in line heights; on drawn pages in Japanese, Chinese and Korean.
struct Tuning {
    /// Longest gap between two characters of one line.
    gap: f32,
    /// How far a line is followed at once, and how often.
    reach: f32,
    steps: usize,
    /// How much of the line is looked at before its end.
    before: f32,
    /// Pieces whose middles are at most so far apart are in one column.
    offset: f32,
    /// Height under which a piece is low, in usual ones.
    low: f32,
    /// Rows of the crops in which ink is looked for.
    rows: usize,
    /// Height in which the ink of a column is looked for.
    height: f32,
    /// Margins above and below the ink, in its heights.
    margin: f32,
}

const TUNING: Tuning = Tuning {
    gap: 0.8,
    reach: 4.0,
    steps: 4,
    before: 0.5,
    offset: 0.5,
    low: 0.7,
    rows: 64,
    height: 2.5,
    margin: 0.04,
};

/// The columns of which `regions` are pieces; all in the coordinates of `picture`, which `rotation` sets level.
pub(super) fn whole_columns(
    picture: GreyImage<'_>,
    rotation: PageRotation,
    regions: &[Region],
) -> Vec<Region> {
    let heights =
        regions.iter().map(|it| (it.height, it.length_in_heights() * it.height)).collect();
    let usual = weighted_quantile(heights, 0.5).unwrap_or(0.0);
    // Of short pieces the slope means nothing, and the page is level in its view.
    let level =
        |it: &Region| Column::of(rotation.quad_to_upright(it.quad), it.height).region(rotation);
    let piece = |it: &Region| {
        followed(picture, &fitted(picture, level(it), TUNING.height * it.height.max(usual)))
    };
    let mut pieces: Vec<Region> = regions.iter().map(piece).collect();
    // What is much lower than the others may be half of a column.
    let order = |it: &Region| (it.height < TUNING.low * usual, -it.length_in_heights() * it.height);
    pieces.sort_by(|a, b| {
        let ((low, length), (other_low, other_length)) = (order(a), order(b));
        low.cmp(&other_low).then(length.total_cmp(&other_length))
    });
    let mut columns: Vec<Column> = Vec::new();
    for piece in pieces {
        let piece = Column::of(rotation.quad_to_upright(piece.quad), piece.height);
        match columns.iter_mut().find(|it| it.continues(&piece)) {
            Some(column) => column.extend(&piece),
            None => columns.push(piece),
        }
    }
    columns.iter().map(|it| it.region(rotation)).collect()
}

/// A column in the view that sets it level.
struct Column {
    start: f32,
    end: f32,
    middle: f32,
    height: f32,
}

impl Column {
    fn of(quad: Quad, height: f32) -> Self {
        let ([start, first], [end, last]) = (quad.start(), quad.end());
        Self { start, end, middle: f32::midpoint(first, last), height }
    }

    /// The column in the picture.
    fn region(&self, rotation: PageRotation) -> Region {
        let quad = band([self.start, self.middle], [self.end, self.middle], self.height);
        Region::straight(rotation.quad_to_picture(quad), self.height)
    }

    fn continues(&self, piece: &Self) -> bool {
        let gap = TUNING.gap * self.height;
        (self.middle - piece.middle).abs() < TUNING.offset * self.height
            && piece.start < self.end + gap
            && piece.end > self.start - gap
    }

    fn extend(&mut self, piece: &Self) {
        self.start = self.start.min(piece.start);
        self.end = self.end.max(piece.end);
    }
}

/// `region` as high as its ink within `height`.
fn fitted(picture: GreyImage<'_>, region: Region, height: f32) -> Region {
    let higher = region.with_height(height);
    let shown = crop(picture, higher.quad, TUNING.rows, crop::NORMAL_MARGINS);
    let is_blank = |row: usize| {
        let row = &shown.pixels[row * shown.width..][..shown.filled];
        !row.iter().any(|&value| is_inked(0.5 - value))
    };
    let middle = shown.row_at(0.5) as usize;
    let top = (0..middle).rev().take_while(|&row| !is_blank(row)).last().unwrap_or(middle);
    let bottom = (middle..shown.height).take_while(|&row| !is_blank(row)).last().unwrap_or(middle);
    // It has no end where it is no column.
    if top == 0 || bottom + 1 == shown.height || bottom == top {
        return region;
    }
    let margin = (bottom + 1 - top) as f32 * TUNING.margin;
    let rows = top as f32 - margin..bottom as f32 + 1.0 + margin;
    let margin_beside = crop::MARGIN_BESIDE * shown.line_height();
    let quad = shown.quad_of_rows(margin_beside..shown.filled as f32 - margin_beside, rows.clone());
    Region::straight(quad, (rows.end - rows.start) / shown.line_height() * higher.height)
}

/// `region` as far as its ink goes on, at both ends.
fn followed(picture: GreyImage<'_>, region: &Region) -> Region {
    let mut region = Region::straight(region.quad, region.height);
    for _ in 0..2 {
        for _ in 0..TUNING.steps {
            let longer = ink_behind(picture, &region);
            region = region.extended(longer);
            if longer < TUNING.reach - TUNING.gap {
                break;
            }
        }
        // The other end.
        region = region.reversed();
    }
    region
}

/// How far ink goes on behind the end of a line, in its heights.
fn ink_behind(picture: GreyImage<'_>, region: &Region) -> f32 {
    let end = region.around_end(TUNING.before, TUNING.reach);
    let shown = crop(picture, end, TUNING.rows, crop::NORMAL_MARGINS);
    let ink = shown.column_ink();
    let line_height = shown.line_height();
    let from = ((TUNING.before + crop::MARGIN_BESIDE) * line_height) as usize;
    let mut last = from;
    for column in from..ink.len() {
        if is_inked(ink[column]) {
            last = column + 1;
        } else if (column - last) as f32 > TUNING.gap * line_height {
            break;
        }
    }
    (last - from) as f32 / line_height
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_followed_along_their_ink() {
        // Two columns of ten squares.
        let (width, height) = (140, 320);
        let mut pixels = vec![255; width * height];
        for (left, top) in (0..10).flat_map(|row| [(100, 10 + 30 * row), (40, 10 + 30 * row)]) {
            for y in top..top + 22 {
                pixels[y * width + left..][..22].fill(0);
            }
        }
        let picture = GreyImage { pixels: &pixels, width, height };
        let rotation = PageRotation::identity(width, height).quarter_turn();
        let piece = |[left, right]: [f32; 2], [top, bottom]: [f32; 2]| {
            let quad = Quad([[right, top], [right, bottom], [left, bottom], [left, top]]);
            Region::straight(quad, right - left)
        };
        let pieces = [
            piece([99.0, 123.0], [40.0, 150.0]),
            // Half of a character, and the end of its column.
            piece([101.0, 112.0], [190.0, 212.0]),
            piece([99.0, 123.0], [250.0, 302.0]),
            piece([39.0, 63.0], [10.0, 302.0]),
        ];
        let mut columns = whole_columns(picture, rotation, &pieces);
        columns.sort_by(|a, b| b.middle()[0].total_cmp(&a.middle()[0]));
        let bounds: Vec<[f32; 4]> = columns
            .iter()
            .map(|it| it.quad.bounds())
            .map(|it| [it.left, it.top, it.right, it.bottom])
            .collect();
        assert_eq!(bounds.len(), 2, "{bounds:?}");
        for (found, left) in bounds.iter().zip([100.0, 40.0]) {
            let expected = [left - 1.0, 9.0, left + 23.0, 303.0];
            let is_near = found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 4.0);
            assert!(is_near, "{found:?} {expected:?}");
        }
        assert!(whole_columns(picture, rotation, &[]).is_empty());
    }
}
