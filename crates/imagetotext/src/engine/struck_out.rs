//! Makes lines through struck-out text faint before it is read, as they join its letters.
//!
//! Such a line runs through the middle of the letters, which go on above and below it; an underline and a dash have
//! ink on one side of them at most.

use std::ops::Range;

use super::ruling_lines::LineImage;

/// Tuned numbers of this stage; on drawn struck-out words and prices in six faces (`models/training/LOG.md`,
/// 2026-11-27).
struct Tuning {
    /// Least difference from the background, of 255, and as a share of that of the darkest pixels: where letters touch,
    /// they are lighter.
    min_contrast: u8,
    solid: f32,
    /// The zone of the line, from the top of the crop, a share of its height.
    zone: [f32; 2],
    /// Its length at least and its thickness at most, in line heights.
    min_length: f32,
    max_thickness: f32,
    /// Share of its columns that have ink above it, and below it, at least.
    min_crossed: f32,
    /// How far above and below the ink is looked for, in line heights.
    reach: f32,
    /// Share of the line that goes within letters: the bar of an `e` lies on it and should not.
    faded: f32,
}

const TUNING: Tuning = Tuning {
    min_contrast: 40,
    solid: 0.6,
    zone: [0.3, 0.78],
    min_length: 1.6,
    max_thickness: 0.16,
    min_crossed: 0.3,
    reach: 0.25,
    faded: 0.85,
};

/// Makes the lines through text in `image` faint.
pub(super) fn fade_strikes(image: &mut LineImage<'_>) {
    let height = image.pixels.len() / image.width.max(1);
    let ground = image.usual_level();
    let contrasts = image.pixels.iter().map(|level| level.abs_diff(ground));
    let most = f32::from(contrasts.clone().max().unwrap_or(0));
    let least = TUNING.min_contrast.max((TUNING.solid * most) as u8);
    let ink: Vec<bool> = contrasts.map(|it| it >= least).collect();
    let page = Ink { pixels: &ink, width: image.width, height, line_height: image.line_height };
    for strike in page.strikes() {
        let around = page.around(&strike.rows);
        for column in strike.columns {
            let is_letter = around.iter().cloned().flatten().any(|row| page.is_ink(row, column));
            fade(image, column, &strike.rows, if is_letter { TUNING.faded } else { 1.0 });
        }
    }
}

/// A line through text.
struct Strike {
    rows: Range<usize>,
    columns: Range<usize>,
}

/// Where a line of text differs from its background.
struct Ink<'a> {
    pixels: &'a [bool],
    width: usize,
    height: usize,
    line_height: f32,
}

impl Ink<'_> {
    fn strikes(&self) -> Vec<Strike> {
        let [first, last] = TUNING.zone.map(|share| (share * self.height as f32) as usize);
        let shortest = (TUNING.min_length * self.line_height) as usize;
        let mut strikes: Vec<Strike> = Vec::new();
        for row in first..last.min(self.height) {
            for columns in self.runs(row).filter(|run| run.len() >= shortest) {
                let is_more = |it: &&mut Strike| {
                    it.rows.end == row
                        && it.columns.start < columns.end
                        && columns.start < it.columns.end
                };
                match strikes.iter_mut().find(is_more) {
                    Some(strike) => {
                        strike.rows.end = row + 1;
                        let (start, end) = (strike.columns.start, strike.columns.end);
                        strike.columns = start.min(columns.start)..end.max(columns.end);
                    }
                    None => strikes.push(Strike { rows: row..row + 1, columns }),
                }
            }
        }
        strikes.retain(|it| self.is_strike(it));
        strikes
    }

    /// Neighbouring columns with ink in a row.
    fn runs(&self, row: usize) -> impl Iterator<Item = Range<usize>> {
        let ink = &self.pixels[row * self.width..(row + 1) * self.width];
        let mut column = 0;
        std::iter::from_fn(move || {
            let start = column + ink[column..].iter().position(|&ink| ink)?;
            column = start + ink[start..].iter().take_while(|&&ink| ink).count();
            Some(start..column)
        })
    }

    fn is_strike(&self, it: &Strike) -> bool {
        let thickest = (TUNING.max_thickness * self.line_height).max(2.0);
        if it.rows.len() as f32 > thickest {
            return false;
        }
        let crossed = |rows: Range<usize>| {
            let has_ink = |column: &usize| rows.clone().any(|row| self.is_ink(row, *column));
            it.columns.clone().filter(has_ink).count()
        };
        let least = TUNING.min_crossed * it.columns.len() as f32;
        self.around(&it.rows).into_iter().all(|rows| crossed(rows) as f32 >= least)
    }

    /// The rows above and below a line where letters go on; next to it is its blurred edge.
    fn around(&self, rows: &Range<usize>) -> [Range<usize>; 2] {
        let reach = (TUNING.reach * self.line_height) as usize;
        let above = rows.start.saturating_sub(reach)..rows.start.saturating_sub(1);
        [above, (rows.end + 1).min(self.height)..(rows.end + reach).min(self.height)]
    }

    fn is_ink(&self, row: usize, column: usize) -> bool {
        self.pixels[row * self.width + column]
    }
}

/// Paints a column of a line and its blurred edges by this share in the tones above and below it.
fn fade(image: &mut LineImage<'_>, column: usize, rows: &Range<usize>, share: f32) {
    let height = image.pixels.len() / image.width;
    let (start, end) = (rows.start.saturating_sub(1), (rows.end + 1).min(height));
    let level = |row: usize| f32::from(image.pixels[row * image.width + column]);
    let (Some(above), true) = (start.checked_sub(1).map(level), end < height) else { return };
    let below = level(end);
    let count = (end + 1 - start) as f32;
    for row in start..end {
        let clear = above + (below - above) * (row + 1 - start) as f32 / count;
        let pixel = &mut image.pixels[row * image.width + column];
        let level = f32::from(*pixel);
        *pixel = (level + share * (clear - level)).round() as u8;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTH: usize = 120;

    /// Letters of upright strokes with a bar between, on a light background.
    fn letters() -> Vec<u8> {
        let mut pixels = vec![240; WIDTH * 32];
        for left in [20, 40, 60, 80] {
            for row in pixels.chunks_exact_mut(WIDTH).take(26).skip(8) {
                row[left..left + 3].fill(40);
                row[left + 8..left + 11].fill(40);
            }
        }
        pixels
    }

    fn drawn(rows: Range<usize>) -> Vec<u8> {
        let mut pixels = letters();
        for row in rows {
            pixels[row * WIDTH..][16..96].fill(40);
        }
        pixels
    }

    fn faded(mut pixels: Vec<u8>) -> Vec<u8> {
        fade_strikes(&mut LineImage { pixels: &mut pixels, width: WIDTH, line_height: 25.0 });
        pixels
    }

    #[test]
    fn a_line_through_letters_goes_between_them() {
        let faded = faded(drawn(15..17));
        assert_eq!(faded[..13 * WIDTH], letters()[..13 * WIDTH]);
        let row = &faded[15 * WIDTH..16 * WIDTH];
        assert!(row[20] < 60 && row[34] > 230 && row[98] == 240, "{row:?}");
    }

    #[test]
    fn other_lines_stay() {
        for rows in [27..29, 2..4, 12..20] {
            assert_eq!(faded(drawn(rows.clone())), drawn(rows));
        }
        assert_eq!(faded(letters()), letters());
    }

    #[test]
    fn pictures_of_any_size_are_left_alone() {
        for (width, height) in [(1, 1), (1, 32), (40, 1), (3, 2)] {
            let mut pixels = vec![7; width * height];
            fade_strikes(&mut LineImage { pixels: &mut pixels, width, line_height: 25.0 });
            assert!(pixels.iter().all(|&level| level == 7));
        }
    }
}
