//! A line of upright Han characters, kana or Hangul that runs from top to bottom, laid out for a recogniser that reads
//! from left to right.
//!
//! Its crop shows the line level, so its characters lie on their left side. They are divided into cells and each is set
//! upright in its place; what typesetting turns with the line stays as it is: Latin words, brackets and long strokes.

use std::ops::Range;

use zeroize::Zeroizing;

use super::crop::Crop;
use super::ctc::DecodedChar;
use super::word_segmentation::is_inked;

/// Tuned numbers of this stage; on drawn pages in Japanese and Chinese. Lengths are in line heights, but those of cells.
struct Tuning {
    /// Distances from one character to the next that are tried.
    pitch: Range<f32>,
    /// The usual one.
    usual_pitch: f32,
    /// Share of a line that its characters have at least.
    covered: f32,
    /// Lengths of a cell, in usual ones.
    cell: Range<f32>,
    /// What each column between two cells costs.
    blank: f32,
    /// What the square of the deviation from the usual length costs, in cuts through ink; that of a longer one,
    /// which may be two characters.
    deviation: f32,
    too_long: f32,
    /// Thickness of a stroke along the line at most, and its length at least: `ー`, `—`, `…`.
    stroke: [f32; 2],
    /// Length of a bracket along the line at most, its width at least, and its distance from the middle of the cell at
    /// least.
    bracket: [f32; 3],
    /// Size of a full stop or a comma at most, and its distance from the middle at least.
    stop: [f32; 2],
    /// Length of small kana along the line at most, their width at most, their distance from the middle to the right at
    /// least, and where they are below the middle in level lines.
    small_kana: [f32; 4],
    /// Confidence of each character of a Latin word or a number at least, and of all in the mean.
    level: [f32; 2],
    /// Distance at which it may end beyond where it is read.
    reach: f32,
}

const TUNING: Tuning = Tuning {
    pitch: 0.72..1.15,
    usual_pitch: 0.92,
    covered: 0.75,
    cell: 0.3..1.4,
    blank: 0.03,
    deviation: 4.0,
    too_long: 16.0,
    stroke: [0.25, 0.4],
    bracket: [0.5, 0.4, 0.13],
    stop: [0.45, 0.1],
    small_kana: [0.66, 0.8, 0.07, 0.12],
    level: [0.5, 0.8],
    reach: 0.6,
};

/// The line in `crop` with its characters upright; `as_it_is` is what is read in it without that, in frames of `step`
/// columns. `None` where the characters are so far apart that they are in rows of a table.
pub(super) fn with_upright_characters(
    crop: &Crop,
    as_it_is: &[DecodedChar],
    step: f32,
) -> Option<Crop> {
    let mut covered = 0;
    let mut pixels = Zeroizing::new(vec![0.5; crop.pixels.len()]);
    let ink = crop.column_ink();
    let mut start = 0;
    for Range { start: first, end } in level_words(as_it_is, step, &ink, crop.line_height()) {
        covered += turn(crop, &ink, start..first.max(start), &mut pixels);
        copy(crop, first.max(start)..end, &mut pixels);
        covered += end - first.max(start);
        start = end;
    }
    covered += turn(crop, &ink, start..crop.filled, &mut pixels);
    let part = inked(&ink, 0..crop.filled)?;
    (covered as f32 >= TUNING.covered * part.len() as f32).then(|| crop.with_pixels(pixels))
}

/// The columns of words and numbers that are turned with the line.
fn level_words(
    text: &[DecodedChar],
    step: f32,
    ink: &[f32],
    line_height: f32,
) -> Vec<Range<usize>> {
    let is_level = |it: &DecodedChar| {
        (it.character.is_ascii_graphic() || it.character == '％')
            && it.confidence >= TUNING.level[0]
    };
    let is_word = |word: &&[DecodedChar]| {
        let shows_side = |it: &DecodedChar| {
            it.character.is_ascii_alphanumeric() && !"0Oo1lIi".contains(it.character)
        };
        let count = word.iter().filter(|it| shows_side(it)).count();
        let confidence = word.iter().map(|it| it.confidence).sum::<f32>() / word.len() as f32;
        let is_number = || word.iter().all(|it| !it.character.is_ascii_alphabetic());
        confidence >= TUNING.level[1] && (count > 1 || count == 1 && is_number())
    };
    let reach = (TUNING.reach * line_height) as usize;
    let is_clear = |column: &usize| !is_inked(ink[*column]);
    let columns = |word: &[DecodedChar]| {
        let frames = [word[0].frames.start, word[word.len() - 1].frames.end];
        frames.map(|it| ((it as f32 * step) as usize).min(ink.len()))
    };
    let words = text.chunk_by(|a, b| is_level(a) == is_level(b)).filter(|it| is_level(&it[0]));
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
    let covered = cells.iter().map(Range::len).sum();
    for cell in cells {
        match Placing::of(crop, &cell) {
            Placing::AsItIs => copy(crop, cell, pixels),
            Placing::Upright(shift) => turn_cell(crop, cell, shift, pixels),
        }
    }
    covered
}

/// The columns from the first ink to the last.
fn inked(ink: &[f32], columns: Range<usize>) -> Option<Range<usize>> {
    let is_ink = |column: &usize| is_inked(ink[*column]);
    let first = columns.clone().find(is_ink)?;
    let last = columns.rev().find(is_ink)?;
    Some(first..last + 1)
}

/// Divides the columns of `part` into those of single characters, about as far apart as costs least.
fn cells(ink: &[f32], part: &Range<usize>, line_height: f32) -> Vec<Range<usize>> {
    let Range { start, end } = TUNING.pitch;
    let pitches = (start * line_height).ceil() as usize..=(end * line_height) as usize;
    let divisions = pitches.map(|pitch| {
        let (cost, cells) = divide(ink, part, pitch as f32);
        let deviation = pitch as f32 / line_height - TUNING.usual_pitch;
        (cost + TUNING.too_long * deviation * deviation, cells)
    });
    let best = divisions.min_by(|(a, _), (b, _)| a.total_cmp(b));
    best.map(|(_, cells)| cells).unwrap_or_default()
}

/// The cuts through the least ink that make cells of about `pitch` columns, and what they cost.
fn divide(ink: &[f32], part: &Range<usize>, pitch: f32) -> (f32, Vec<Range<usize>>) {
    let [least, most] = [TUNING.cell.start, TUNING.cell.end].map(|it| (it * pitch) as usize);
    let slack = (pitch * (1.0 - TUNING.cell.start)) as usize;
    let first = part.start.saturating_sub(slack);
    let end = (part.end + slack).min(ink.len());
    // The cost of the best cuts up to a column, and where its last cell begins.
    let mut best: Vec<(f32, usize)> = vec![(f32::INFINITY, first); end + 1 - first];
    for column in first..=part.start {
        best[column - first] = (0.0, column);
    }
    for column in part.start + 1..=end {
        let cut = ink.get(column).map_or(0.0, |after| f32::midpoint(ink[column - 1], *after));
        // Blur leaves a little ink in each gap.
        let cut = cut * cut;
        if !is_inked(ink[column - 1]) {
            let (before, _) = best[column - 1 - first];
            best[column - first] = (before + TUNING.blank + cut, column - 1);
        }
        for length in least.max(1)..=most.min(column - first) {
            let deviation = (length as f32 - pitch) / pitch;
            let (before, _) = best[column - length - first];
            let weight = if deviation < 0.0 { TUNING.deviation } else { TUNING.too_long };
            let cost = before + cut + weight * deviation * deviation;
            if cost < best[column - first].0 {
                best[column - first] = (cost, column - length);
            }
        }
    }
    let cost = |column: usize| best[column - first].0;
    let final_cut = (part.end..=end).min_by(|&a, &b| cost(a).total_cmp(&cost(b))).unwrap_or(end);
    let starts = std::iter::successors(Some(final_cut), |&column| {
        (column > part.start && cost(column).is_finite()).then(|| best[column - first].1)
    });
    let mut cuts: Vec<usize> = starts.collect();
    cuts.reverse();
    (
        cost(final_cut),
        cuts.windows(2).map(|ends| ends[0]..ends[1]).filter(|it| it.len() > 1).collect(),
    )
}

/// How a character is set for the recogniser.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Placing {
    AsItIs,
    /// By so many columns and rows away from where it is.
    Upright([isize; 2]),
}

impl Placing {
    fn of(crop: &Crop, cell: &Range<usize>) -> Self {
        let height = crop.line_height();
        let is_ink = |&column: &usize| crop.ink_extent(column).is_some();
        let Some(first) = cell.clone().find(is_ink) else { return Self::AsItIs };
        let last = cell.clone().rfind(is_ink).unwrap_or(first);
        let rows = crop.ink_rows(&(first..last + 1));
        let along = (last + 1 - first) as f32 / height;
        let across = rows.len() as f32 / height;
        let middle = |range: Range<usize>| f32::midpoint(range.start as f32, range.end as f32);
        // Upright, the end of the line is below, and its upper side on the right.
        let below = middle(first..last + 1) - middle(cell.clone());
        let right = crop.row_at(0.5) - middle(rows);
        let [thin, long] = TUNING.stroke;
        let [short, wide, aside] = TUNING.bracket;
        let [small, away] = TUNING.stop;
        let [low, narrow, at_side, lowered] = TUNING.small_kana;
        // Two dots are a colon, three an ellipsis.
        let runs = inked_runs(crop, first..last + 1);
        let is_stroke = across < thin && along > long && runs != 2;
        let is_bracket = along < short && across > wide && below.abs() > aside * height;
        if is_stroke || is_bracket {
            Self::AsItIs
        } else if along.max(across) < small && -below > away * height && right > away * height {
            // Full stops and commas are top right in vertical lines, and bottom left in level ones.
            Self::Upright([-2.0 * right, -2.0 * below].map(|it| it as isize))
        } else if along < low && (small..narrow).contains(&across) && right > at_side * height {
            // Small kana are top right as well, and below the middle in level lines.
            Self::Upright([-right, lowered * height - below].map(|it| it as isize))
        } else {
            Self::Upright([0, 0])
        }
    }
}

/// Runs of columns with ink.
fn inked_runs(crop: &Crop, columns: Range<usize>) -> usize {
    let has_ink: Vec<bool> = columns.map(|it| crop.ink_extent(it).is_some()).collect();
    has_ink.chunk_by(|a, b| a == b).filter(|run| run[0]).count()
}

fn copy(crop: &Crop, columns: Range<usize>, pixels: &mut [f32]) {
    for row in 0..crop.height {
        let row = row * crop.width + columns.start..row * crop.width + columns.end;
        pixels[row.clone()].copy_from_slice(&crop.pixels[row]);
    }
}

/// Turns a cell a quarter clockwise about its middle, and moves it by `right` and `down`. A character that is wider than
/// its cell is long goes on beside it.
fn turn_cell(crop: &Crop, cell: Range<usize>, [right, down]: [isize; 2], pixels: &mut [f32]) {
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

    /// Characters of 20 columns, but for a gap in one, four columns apart.
    fn ink() -> Vec<f32> {
        let mut ink = vec![0.0; 10];
        for character in 0..5 {
            let gap = if character == 2 { 8..12 } else { 0..0 };
            ink.extend((0..20).map(|column| if gap.contains(&column) { 0.0 } else { 1.0 }));
            ink.extend([0.0; 4]);
        }
        ink.extend([0.0; 10]);
        ink
    }

    #[test]
    fn cells_are_about_as_long_as_each_other() {
        let ink = ink();
        let part = inked(&ink, 0..ink.len()).unwrap();
        assert_eq!(part, 10..126);
        let cells = cells(&ink, &part, 24.0);
        let middles = cells.iter().map(|it| usize::midpoint(it.start, it.end));
        let expected = (0..5).map(|character| 10 + 24 * character + 10);
        assert_eq!(cells.len(), 5, "{cells:?}");
        assert!(middles.zip(expected).all(|(a, b)| a.abs_diff(b) <= 3), "{cells:?}");
    }

    #[test]
    fn a_line_without_ink_has_no_cells() {
        assert_eq!(inked(&[0.0; 9], 0..9), None);
        assert!(cells(&[1.0], &(0..1), 24.0).len() <= 1);
    }

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
        let words = |text: &[DecodedChar]| level_words(text, 4.0, &[0.0; 400], 24.0).len();
        assert_eq!(words(&text("□□PDF□", 0.9)), 1);
        assert_eq!(words(&text("□30□□2□", 0.9)), 2);
        // These look like strokes of Han characters on their side.
        for strokes in ["□11□", "□I□", "□lOl□"] {
            assert_eq!(words(&text(strokes, 0.9)), 0, "{strokes}");
        }
        assert_eq!(words(&text("□PDF□", 0.6)), 0);
    }
}
