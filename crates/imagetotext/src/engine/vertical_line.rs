//! A line of upright Han characters, kana or Hangul that runs from top to bottom, laid out for a recogniser that reads
//! from left to right.
//!
//! Its crop shows the line level, so its upright characters lie on their left side. They are divided into cells, and each is
//! turned in its place. What is set sideways, as CSS Writing Modes calls it, is right as it is: Latin words, brackets and
//! long strokes.

use std::ops::Range;

use zeroize::Zeroizing;

use super::character_cells::{cells, inked};
use super::crop::Crop;
use super::ctc::DecodedChar;
use super::glyph_orientation::{Glyph, Orientation};
use super::word_segmentation::is_inked;

/// Tuned numbers of this stage; on drawn pages in Japanese and Chinese. Lengths are in line heights.
struct Tuning {
    /// Share of a line that its characters have at least.
    covered: f32,
    /// Confidence of each character of a Latin word or a number at least, and of all in the mean.
    latin: [f32; 2],
    /// Distance at which it may end beyond where it is read.
    reach: f32,
}

const TUNING: Tuning = Tuning { covered: 0.75, latin: [0.5, 0.8], reach: 0.6 };

/// The line in `crop` with its characters upright; `sideways` is what is read in it without that, in frames of `step`
/// columns. `None` where the characters are so far apart that they are in rows of a table.
pub(super) fn with_upright_characters(
    crop: &Crop,
    sideways: &[DecodedChar],
    step: f32,
) -> Option<Crop> {
    let mut covered = 0;
    let mut pixels = Zeroizing::new(vec![0.5; crop.pixels.len()]);
    let ink = crop.column_ink();
    let mut start = 0;
    for Range { start: first, end } in sideways_words(sideways, step, &ink, crop.line_height()) {
        covered += turn(crop, &ink, start..first.max(start), &mut pixels);
        copy(crop, first.max(start)..end, &mut pixels);
        covered += end - first.max(start);
        start = end;
    }
    covered += turn(crop, &ink, start..crop.filled, &mut pixels);
    let part = inked(&ink, 0..crop.filled)?;
    (covered as f32 >= TUNING.covered * part.len() as f32).then(|| crop.with_pixels(pixels))
}

/// The columns of words and numbers that are set sideways.
fn sideways_words(
    text: &[DecodedChar],
    step: f32,
    ink: &[f32],
    line_height: f32,
) -> Vec<Range<usize>> {
    let is_latin = |it: &DecodedChar| {
        (it.character.is_ascii_graphic() || it.character == '％')
            && it.confidence >= TUNING.latin[0]
    };
    let is_word = |word: &&[DecodedChar]| {
        let shows_side = |it: &DecodedChar| {
            it.character.is_ascii_alphanumeric() && !"0Oo1lIi".contains(it.character)
        };
        let count = word.iter().filter(|it| shows_side(it)).count();
        let confidence = word.iter().map(|it| it.confidence).sum::<f32>() / word.len() as f32;
        let is_number = || word.iter().all(|it| !it.character.is_ascii_alphabetic());
        confidence >= TUNING.latin[1] && (count > 1 || count == 1 && is_number())
    };
    let reach = (TUNING.reach * line_height) as usize;
    let is_clear = |column: &usize| !is_inked(ink[*column]);
    let columns = |word: &[DecodedChar]| {
        let frames = [word[0].frames.start, word[word.len() - 1].frames.end];
        frames.map(|it| ((it as f32 * step) as usize).min(ink.len()))
    };
    let words = text.chunk_by(|a, b| is_latin(a) == is_latin(b)).filter(|it| is_latin(&it[0]));
    words
        .filter(is_word)
        .map(|word| {
            let [start, end] = columns(word);
            let start = (start.saturating_sub(reach)..start).rev().find(is_clear).unwrap_or(start);
            let end = (end..(end + reach).min(ink.len())).find(is_clear).unwrap_or(end);
            start..end
        })
        .collect()
}

/// Sets the characters in some columns upright. Returns how many columns they have.
fn turn(crop: &Crop, ink: &[f32], columns: Range<usize>, pixels: &mut [f32]) -> usize {
    let Some(part) = inked(ink, columns) else { return 0 };
    let cells = cells(ink, &part, crop.line_height());
    let mut is_after_stop = false;
    for cell in cells.iter().flat_map(|cell| marks(crop, ink, cell)) {
        let Some(glyph) = Glyph::find(crop, ink, &cell) else { continue };
        match glyph.orientation(is_after_stop) {
            Orientation::Sideways => copy(crop, cell, pixels),
            Orientation::Upright(shift) => turn_cell(crop, cell, shift, pixels),
        }
        is_after_stop = glyph.is_stop();
    }
    cells.iter().map(Range::len).sum()
}

/// A cell, or its two halves where a full stop and an opening bracket share it.
fn marks(crop: &Crop, ink: &[f32], cell: &Range<usize>) -> Vec<Range<usize>> {
    let halves = inked(ink, cell.clone()).and_then(|inked| {
        let gap = inked.clone().find(|&column| !is_inked(ink[column]))?;
        let next = (gap..inked.end).find(|&column| is_inked(ink[column]))?;
        let middle = usize::midpoint(gap, next);
        let [stop, bracket] = [cell.start..middle, middle..cell.end];
        let are_marks = Glyph::find(crop, ink, &stop)?.is_stop()
            && Glyph::find(crop, ink, &bracket)?.is_bracket(true);
        are_marks.then(|| vec![stop, bracket])
    });
    halves.unwrap_or_else(|| vec![cell.clone()])
}

fn copy(crop: &Crop, columns: Range<usize>, pixels: &mut [f32]) {
    for row in 0..crop.height {
        let row = row * crop.width + columns.start..row * crop.width + columns.end;
        pixels[row.clone()].copy_from_slice(&crop.pixels[row]);
    }
}

/// Turns a cell a quarter clockwise about its middle, and moves it by so many line heights to the right and down. A
/// character that is wider than its cell is long goes on beside it.
fn turn_cell(crop: &Crop, cell: Range<usize>, shift: [f32; 2], pixels: &mut [f32]) {
    let [right, down] = shift.map(|it| (it * crop.line_height()) as isize);
    let column_middle = (cell.start + cell.end) as isize / 2;
    let row_middle = crop.row_at(0.5) as isize;
    let beside = crop.height.saturating_sub(cell.len()) / 2;
    let columns = cell.start.saturating_sub(beside)..(cell.end + beside).min(crop.filled);
    for row in 0..crop.height {
        for column in columns.clone() {
            let from = column_middle + row as isize - row_middle - down;
            let from_row = row_middle - (column as isize - column_middle - right);
            let is_inside = (cell.start as isize..cell.end as isize).contains(&from)
                && (0..crop.height as isize).contains(&from_row);
            if is_inside {
                let turned = crop.pixels[from_row as usize * crop.width + from as usize];
                let pixel = &mut pixels[row * crop.width + column];
                *pixel = pixel.min(turned);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Quad;
    use crate::engine::crop::{NORMAL_MARGINS, crop};
    use crate::engine::grey_image::GreyImage;

    /// The brightness of the line of upright characters in a picture, which are dark where `shows` says so.
    fn upright(shows: impl Fn(usize, usize) -> bool) -> (Crop, usize) {
        const SIDE: usize = 24;
        let mut pixels = vec![255; 60 * 140];
        for character in 0..4 {
            for y in 0..SIDE {
                for x in (0..SIDE).filter(|&x| shows(x, y)) {
                    pixels[(10 + 30 * character + y) * 60 + 18 + x] = 0;
                }
            }
        }
        let picture = GreyImage { pixels: &pixels, width: 60, height: 140 };
        // The line runs down, and its upper side is on the right.
        let quad = Quad([[43.0, 9.0], [43.0, 125.0], [17.0, 125.0], [17.0, 9.0]]);
        let crop = crop(picture, quad, 32, NORMAL_MARGINS).padded();
        let line_height = crop.line_height() as usize;
        (with_upright_characters(&crop, &[], 4.0).unwrap(), line_height)
    }

    #[test]
    fn characters_are_set_upright() {
        // The half below the diagonal.
        let (line, height) = upright(|x, y| x <= y);
        let dark = |row: usize| {
            let row = &line.pixels[row * line.width..][..line.filled];
            row.iter().filter(|&&value| value < 0.0).count()
        };
        let [upper, lower] = [0.2, 0.75].map(|share| dark(line.row_at(share) as usize));
        assert!(2 * upper < lower && lower > 3 * height / 2, "{upper} {lower} {height}");
        // The upright sides are on the left of what is below.
        let first = |row: usize| {
            (0..line.filled).find(|column| line.pixels[row * line.width + column] < 0.0)
        };
        let [above, below] = [0.3, 0.75].map(|share| first(line.row_at(share) as usize).unwrap());
        assert!(above.abs_diff(below) <= 2, "{above} {below}");
    }

    #[test]
    fn words_are_found_by_their_letters() {
        let text = |text: &str, confidence: f32| {
            let of = |(at, character)| DecodedChar { character, confidence, frames: at..at + 1 };
            text.chars().enumerate().map(|(at, it)| of((5 * at, it))).collect::<Vec<_>>()
        };
        let words = |text: &[DecodedChar]| sideways_words(text, 4.0, &[0.0; 400], 24.0).len();
        assert_eq!(words(&text("□□PDF□", 0.9)), 1);
        assert_eq!(words(&text("□30□□2□", 0.9)), 2);
        // These look like strokes of Han characters on their side.
        for strokes in ["□11□", "□I□", "□lOl□"] {
            assert_eq!(words(&text(strokes, 0.9)), 0, "{strokes}");
        }
        assert_eq!(words(&text("□PDF□", 0.6)), 0);
    }
}
