//! Where the ink of a character is in the crop of its line.

use std::ops::Range;

use super::crop::Crop;
use super::ctc::DecodedChar;

/// The columns and rows of a character, in pixels of the crop.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct GlyphBox {
    pub(super) columns: Range<usize>,
    pub(super) rows: Range<usize>,
}

impl GlyphBox {
    /// The ink at the character at `index` that hangs together from left to right; frames are `step` columns wide.
    ///
    /// `None` where there is none, or where it touches its neighbours.
    pub(super) fn of(text: &[DecodedChar], index: usize, step: f32, crop: &Crop) -> Option<Self> {
        let middle =
            |it: &DecodedChar| ((it.frames.start + it.frames.end) as f32 / 2.0 * step) as usize;
        let at = middle(&text[index]).min(crop.filled.saturating_sub(1));
        let before = index.checked_sub(1).map(|it| middle(&text[it]));
        let after = text.get(index + 1).map(middle).filter(|&it| it < crop.filled);
        let has_ink = |column: &usize| crop.ink_extent(*column).is_some();
        let start = (before.unwrap_or(0)..=at).rev().take_while(has_ink).last()?;
        let end = (at..after.unwrap_or(crop.filled)).take_while(has_ink).last()? + 1;
        if before == Some(start) || after == Some(end) {
            return None;
        }
        let columns = start..end;
        let extents: Vec<(usize, usize)> =
            columns.clone().filter_map(|it| crop.ink_extent(it)).collect();
        let top = extents.iter().map(|(top, _)| *top).min()?;
        let bottom = extents.iter().map(|(_, bottom)| *bottom).max()? + 1;
        Some(Self { columns, rows: top..bottom })
    }
}

#[cfg(test)]
pub(super) mod drawn {
    //! Glyphs drawn for tests.

    use super::{Crop, DecodedChar, Range};
    use crate::Quad;
    use crate::engine::crop::{NORMAL_MARGINS, crop};
    use crate::engine::grey_image::GreyImage;

    /// Columns of the crop per frame.
    pub(in crate::engine) const STEP: f32 = 4.0;

    /// A line of rectangles, each with its columns and rows in a picture of 200 x 80 pixels, whose figures are in rows 20 to
    /// 60; and the characters of `text` as read in one column for each.
    pub(in crate::engine) fn bars(
        text: &str,
        bars: &[(Range<usize>, Range<usize>)],
    ) -> (Vec<DecodedChar>, Crop) {
        let mut pixels = vec![240; 200 * 80];
        for (columns, rows) in bars {
            for row in pixels.chunks_exact_mut(200).take(rows.end).skip(rows.start) {
                row[columns.clone()].fill(10);
            }
        }
        let picture = GreyImage { pixels: &pixels, width: 200, height: 80 };
        let crop = crop(picture, Quad::upright(10.0, 18.0, 190.0, 62.0), 32, NORMAL_MARGINS);
        let middles = crop.ink_runs().into_iter().map(|it| usize::midpoint(it.start, it.end));
        let read = text.chars().zip(middles).map(|(character, middle)| DecodedChar {
            character,
            confidence: 0.9,
            frames: middle..middle + 1,
        });
        (read.collect(), crop)
    }

    /// Rings of so many pixels of height on one line 20 pixels high, those with a dot that are said to have one, each
    /// read as the character of `text` in its place.
    pub(in crate::engine) fn rings(
        text: &str,
        rings: &[(usize, bool)],
    ) -> (Vec<DecodedChar>, Crop) {
        let mut pixels = vec![240; 200 * 40];
        let mut fill = |left: usize, top: usize, right: usize, bottom: usize, level: u8| {
            for row in pixels.chunks_exact_mut(200).take(bottom).skip(top) {
                row[left..right].fill(level);
            }
        };
        for (index, &(height, has_dot)) in rings.iter().enumerate() {
            let left = 20 + 16 * index;
            fill(left, 28 - height, left + 11, 28, 10);
            fill(left + 2, 30 - height, left + 9, 26, 240);
            if has_dot {
                let middle = 28 - height / 2;
                fill(left + 4, middle - 2, left + 7, middle + 2, 10);
            }
        }
        let picture = GreyImage { pixels: &pixels, width: 200, height: 40 };
        let crop = crop(picture, Quad::upright(10.0, 10.0, 190.0, 30.0), 32, NORMAL_MARGINS);
        let frame = |index: usize| {
            let middle = (25.0 + 16.0 * index as f32 - 5.0) / 190.0;
            (middle * crop.filled as f32 / STEP).round() as usize
        };
        let text = text.chars().enumerate().map(|(index, character)| DecodedChar {
            character,
            confidence: 1.0,
            frames: frame(index)..frame(index) + 1,
        });
        (text.collect(), crop)
    }
}
