//! Which pixels are dark, by a threshold for each part of the picture.

use crate::engine::GreyImage;

/// Side of a part of the picture with one threshold, in pixels.
const PART: usize = 32;

/// Least difference of brightness between ink and paper; below it a part takes the threshold of a larger
/// one around it. Codes are printed with far more.
const CONTRAST: u8 = 56;

/// Between the lines that are looked at, in pixels. The middle of the smallest finder pattern of a QR code
/// that can be read, three modules of 1.5 pixels, is not missed.
pub(super) const STEP: usize = 3;

/// A picture in black and white.
pub(super) struct Ink<'a> {
    picture: GreyImage<'a>,
    columns: usize,
    thresholds: Vec<Threshold>,
}

/// What is dark in a part.
#[derive(Clone, Copy)]
struct Threshold {
    /// Darker pixels are dark.
    dark: u8,
    /// Brighter ones are light. Those between are what the one before is: noise makes no edges.
    light: u8,
}

impl Threshold {
    fn is_dark(self, pixel: u8, was_dark: bool) -> bool {
        pixel < if was_dark { self.light } else { self.dark }
    }
}

/// Lines across the picture, one in [`STEP`]: where dark begins and ends, in turns, from 0.
pub(super) type Edges = Vec<Vec<u32>>;

/// Darkest and brightest pixel.
#[derive(Clone, Copy)]
struct Range {
    low: u8,
    high: u8,
}

const NOTHING: Range = Range { low: 255, high: 0 };

impl Range {
    fn with(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    fn has_contrast(self) -> bool {
        self.high.saturating_sub(self.low) >= CONTRAST
    }
}

impl<'a> Ink<'a> {
    /// Finds the thresholds.
    pub(super) fn new(picture: GreyImage<'a>) -> Self {
        let columns = picture.width.div_ceil(PART);
        let rows = picture.height.div_ceil(PART);
        let mut parts = vec![NOTHING; columns * rows];
        // Every other row tells enough.
        for (y, row) in picture.pixels.chunks_exact(picture.width).enumerate().step_by(2) {
            let of_row = &mut parts[y / PART * columns..][..columns];
            for (part, pixels) in of_row.iter_mut().zip(row.chunks(PART)) {
                for pair in pixels.chunks_exact(2) {
                    // A mean has less noise.
                    let pixel = pair[0].midpoint(pair[1]);
                    *part = part.with(Range { low: pixel, high: pixel });
                }
            }
        }
        let near = spread(&parts, columns, 1);
        let wide = spread(&spread(&near, columns, 3), columns, 3);
        let all = parts.iter().fold(NOTHING, |all, part| all.with(*part));
        let choose = |(near, wide): (&Range, &Range)| {
            let range = [*near, *wide].into_iter().find(|range| range.has_contrast());
            let Range { low, high } = range.unwrap_or(all);
            let (middle, doubt) = (low.midpoint(high), high.saturating_sub(low) / 8);
            Threshold { dark: middle - doubt, light: middle.saturating_add(doubt) }
        };
        let thresholds = near.iter().zip(&wide).map(choose).collect();
        Self { picture, columns, thresholds }
    }

    pub(super) fn width(&self) -> usize {
        self.picture.width
    }

    pub(super) fn height(&self) -> usize {
        self.picture.height
    }

    /// Whether a pixel in the picture is dark.
    pub(super) fn is_dark(&self, x: usize, y: usize) -> bool {
        let Threshold { dark, light } = self.thresholds_of(y)[x / PART];
        self.picture.pixels[y * self.picture.width + x] < dark.midpoint(light)
    }

    fn thresholds_of(&self, y: usize) -> &[Threshold] {
        &self.thresholds[y / PART * self.columns..][..self.columns]
    }

    /// The edges of rows.
    pub(super) fn rows(&self) -> Edges {
        let rows = self.picture.pixels.chunks_exact(self.picture.width).enumerate().step_by(STEP);
        rows.map(|(y, row)| {
            let mut edges = Vec::new();
            let mut was_dark = false;
            for ((part, threshold), left) in
                row.chunks(PART).zip(self.thresholds_of(y)).zip((0..).step_by(PART))
            {
                for (&pixel, x) in part.iter().zip(left..) {
                    let is_dark = threshold.is_dark(pixel, was_dark);
                    if is_dark != was_dark {
                        edges.push(x);
                        was_dark = is_dark;
                    }
                }
            }
            if was_dark {
                edges.push(row.len() as u32);
            }
            edges
        })
        .collect()
    }

    /// The edges of columns. They are followed side by side, row by row, as the pixels lie in memory.
    pub(super) fn columns(&self) -> Edges {
        let count = self.picture.width.div_ceil(STEP);
        let mut edges = vec![Vec::new(); count];
        let mut was_dark = vec![false; count];
        for (y, row) in self.picture.pixels.chunks_exact(self.picture.width).enumerate() {
            let thresholds = self.thresholds_of(y);
            for (column, was_dark) in was_dark.iter_mut().enumerate() {
                let x = column * STEP;
                let is_dark = thresholds[x / PART].is_dark(row[x], *was_dark);
                if is_dark != *was_dark {
                    edges[column].push(y as u32);
                    *was_dark = is_dark;
                }
            }
        }
        for (edges, _) in edges.iter_mut().zip(was_dark).filter(|(_, is_dark)| *is_dark) {
            edges.push(self.picture.height as u32);
        }
        edges
    }
}

/// For each part the range of those at most `reach` away.
fn spread(parts: &[Range], columns: usize, reach: usize) -> Vec<Range> {
    let across: Vec<Range> = parts
        .chunks_exact(columns)
        .flat_map(|row| {
            (0..columns).map(move |at| {
                let near = &row[at.saturating_sub(reach)..(at + reach + 1).min(columns)];
                near.iter().fold(NOTHING, |all, part| all.with(*part))
            })
        })
        .collect();
    let rows = parts.len() / columns;
    let down = (0..parts.len()).map(|at| {
        let (row, column) = (at / columns, at % columns);
        let near = row.saturating_sub(reach)..(row + reach + 1).min(rows);
        near.fold(NOTHING, |all, row| all.with(across[row * columns + column]))
    });
    down.collect()
}
