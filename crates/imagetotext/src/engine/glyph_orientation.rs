//! Which characters of a vertical line are set upright and which sideways, and where full stops and small kana are in level
//! lines.

use std::ops::Range;

use super::character_cells::inked;
use super::crop::Crop;
use super::word_segmentation::is_inked;

/// Tuned numbers of this stage, in line heights; on drawn pages in Japanese and Chinese.
struct Tuning {
    /// Thickness of a stroke along the line at most, and its length at least: `ー`, `—`, `…`.
    stroke: [f32; 2],
    /// Length of a bracket along the line (`一` is thinner), its width at least, and its distance from the middle of the cell
    /// at least.
    bracket_along: Range<f32>,
    bracket: [f32; 2],
    /// The longest cell in which a full stop is in the middle.
    half_cell: f32,
    /// Size of a full stop or a comma at most, and its distance from the middle at least.
    stop: [f32; 2],
    /// Length of small kana along the line at most, their width at most, and their distance from the middle to the right at
    /// least.
    small_kana: [f32; 3],
    /// How far full stops and small kana are below the middle in level lines.
    lowered: [f32; 2],
}

const TUNING: Tuning = Tuning {
    stroke: [0.25, 0.4],
    bracket_along: 0.15..0.5,
    bracket: [0.4, 0.13],
    half_cell: 0.6,
    stop: [0.45, 0.1],
    small_kana: [0.66, 0.8, 0.07],
    lowered: [0.25, 0.12],
};

/// What the ink of a cell looks like, in line heights, as it is upright.
pub(super) struct Glyph {
    /// Length of the cell.
    cell: f32,
    /// Length along the line and across it.
    along: f32,
    across: f32,
    /// How far its middle is below that of the cell, and to the right of it.
    below: f32,
    right: f32,
    /// Runs along the line.
    runs: usize,
}

/// How a character is set in its line.
#[derive(Debug, PartialEq)]
pub(super) enum Orientation {
    Sideways,
    /// Upright, and to be moved by so many line heights to the right and down.
    Upright([f32; 2]),
}

impl Glyph {
    /// `None` without ink.
    pub(super) fn find(crop: &Crop, ink: &[f32], cell: &Range<usize>) -> Option<Self> {
        let height = crop.line_height();
        let columns = inked(ink, cell.clone())?;
        let rows = crop.ink_rows(&columns);
        let middle = |range: &Range<usize>| f32::midpoint(range.start as f32, range.end as f32);
        let has_ink: Vec<bool> = ink[columns.clone()].iter().map(|&it| is_inked(it)).collect();
        Some(Self {
            cell: cell.len() as f32 / height,
            along: columns.len() as f32 / height,
            across: rows.len() as f32 / height,
            // The line runs down, and its upper side is on the right.
            below: (middle(&columns) - middle(cell)) / height,
            right: (crop.row_at(0.5) - middle(&rows)) / height,
            runs: has_ink.chunk_by(|a, b| a == b).filter(|run| run[0]).count(),
        })
    }

    /// How it is set, directly after a full stop or a comma or not.
    pub(super) fn orientation(&self, is_after_stop: bool) -> Orientation {
        let [stop_below, kana_below] = TUNING.lowered;
        if self.is_stroke() || self.is_bracket(is_after_stop) {
            Orientation::Sideways
        } else if self.is_stop() {
            Orientation::Upright([-2.0 * self.right, stop_below - self.below])
        } else if self.is_small_kana() {
            Orientation::Upright([-self.right, kana_below - self.below])
        } else {
            Orientation::Upright([0.0, 0.0])
        }
    }

    fn is_stroke(&self) -> bool {
        let [thin, long] = TUNING.stroke;
        // Two dots are a colon, three an ellipsis.
        self.across < thin && self.along > long && self.runs != 2
    }

    /// Brackets are at one end of their cell, but for those that share one with a full stop.
    pub(super) fn is_bracket(&self, is_after_stop: bool) -> bool {
        let [wide, aside] = TUNING.bracket;
        TUNING.bracket_along.contains(&self.along)
            && self.across > wide
            && (is_after_stop || self.below.abs() > aside)
    }

    /// Full stops and commas are top right in vertical lines, and bottom left in level ones.
    pub(super) fn is_stop(&self) -> bool {
        let [small, aside] = TUNING.stop;
        let is_above = -self.below > aside || self.cell <= TUNING.half_cell;
        self.along.max(self.across) < small && is_above && self.right > aside
    }

    /// Small kana are top right as well, and below the middle in level lines.
    fn is_small_kana(&self) -> bool {
        let [low, narrow, aside] = TUNING.small_kana;
        let width = TUNING.stop[0]..narrow;
        self.along < low && width.contains(&self.across) && self.right > aside
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A glyph in a cell of one line height: its length and width, its place below and to the right, and its runs.
    fn glyph([along, across]: [f32; 2], [below, right]: [f32; 2], runs: usize) -> Glyph {
        Glyph { cell: 1.0, along, across, below, right, runs }
    }

    #[test]
    fn strokes_and_brackets_are_sideways() {
        let is_sideways = |glyph: Glyph| glyph.orientation(false) == Orientation::Sideways;
        let (dash, ellipsis) = (glyph([0.8, 0.1], [0.0; 2], 1), glyph([0.7, 0.1], [0.0; 2], 3));
        assert!(is_sideways(dash) && is_sideways(ellipsis));
        assert!(is_sideways(glyph([0.35, 0.7], [0.25, 0.0], 1)));
        // A colon, the number one, and a large character.
        for upright in [
            glyph([0.5, 0.1], [0.0; 2], 2),
            glyph([0.1, 0.9], [0.0; 2], 1),
            glyph([0.9, 0.9], [0.0; 2], 1),
        ] {
            assert_eq!(upright.orientation(true), Orientation::Upright([0.0, 0.0]));
        }
        // A bracket that shares its cell with a full stop is in the middle of its half.
        let bracket = glyph([0.35, 0.7], [0.0; 2], 1);
        assert!(bracket.orientation(true) == Orientation::Sideways && !is_sideways(bracket));
    }

    #[test]
    fn full_stops_and_small_kana_are_lowered() {
        let moved = |glyph: Glyph| match glyph.orientation(false) {
            Orientation::Upright(shift) => shift,
            Orientation::Sideways => panic!("it is upright"),
        };
        let [right, down] = moved(glyph([0.3, 0.3], [-0.3, 0.3], 1));
        assert!(right < -0.5 && down > 0.5);
        let [right, down] = moved(glyph([0.45, 0.65], [0.0, 0.15], 1));
        assert!(right < 0.0 && (0.05..0.2).contains(&down));
        // A full stop of traditional Chinese is in the middle.
        let stop = glyph([0.3, 0.3], [0.0; 2], 1).orientation(false);
        assert_eq!(stop, Orientation::Upright([0.0, 0.0]));
    }
}
