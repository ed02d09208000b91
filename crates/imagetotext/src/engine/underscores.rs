//! Runs of underscores within names, such as `__init__`. They touch each other, so the recogniser sees one: how many
//! they are, their length tells.

use std::ops::Range;

use super::crop::Crop;
use super::ctc::DecodedChar;

/// Tuned numbers of this stage; on drawn names in sixteen faces (`models/training/LOG.md`, 2026-11-27).
struct Tuning {
    /// Where an underscore begins, from the top of the line, in line heights.
    top: f32,
    /// Its thickness at most, in line heights.
    max_thickness: f32,
    /// Its width at least, in usual distances between characters: less are tails of letters.
    min_width: f32,
    /// Distance from the next character at most, in those distances, or it is a rule to write on.
    max_gap: f32,
    /// Gap, in those distances, from which a blank is between a run and a character.
    blank: f32,
    /// Underscores of a run at most; more are such a rule.
    max_count: usize,
    /// Distances between characters that are needed to know the usual one.
    min_distances: usize,
    /// Width of an underscore at least, in line heights: letters of proportional faces may be narrower.
    underscore: f32,
    /// Gap between two underscores of a run at most, in those distances.
    gap: f32,
    /// Confidence, 0 to 1, of an underscore that is known by its shape.
    confidence: f32,
}

const TUNING: Tuning = Tuning {
    top: 0.7,
    max_thickness: 0.16,
    min_width: 0.6,
    max_gap: 0.45,
    blank: 0.6,
    max_count: 6,
    min_distances: 3,
    underscore: 0.45,
    gap: 0.25,
    confidence: 0.95,
};

/// Gives each run of underscores beside characters of `text` as many of them as its length shows; frames are `step`
/// columns wide.
pub(super) fn count_underscores(text: &mut Vec<DecodedChar>, step: f32, crop: &Crop) {
    let Some(distance) = usual_distance(text, step, crop.line_height()) else { return };
    for columns in bars(crop, distance) {
        let run = Run { columns, distance, step };
        let (count, place) = (run.count(), run.place_in(text));
        let read = text[place.clone()].iter().filter(|it| it.character == '_').count();
        let is_free = text[place.clone()].iter().all(|it| matches!(it.character, '_' | ' '));
        // One that was not read is rather a piece of a rule.
        if (2..=TUNING.max_count).contains(&count)
            && read < count
            && is_free
            && run.is_beside(text, &place)
        {
            let underscores = run.underscores(count, crop, text, &place);
            text.splice(place, underscores);
        }
    }
}

/// A run of underscores in a crop.
struct Run {
    columns: Range<usize>,
    /// The usual distance between characters, in columns.
    distance: f32,
    /// Columns of a frame.
    step: f32,
}

impl Run {
    /// How many underscores it is long.
    fn count(&self) -> usize {
        (self.columns.len() as f32 / self.distance).round() as usize
    }

    /// The characters that were read in its place.
    fn place_in(&self, text: &[DecodedChar]) -> Range<usize> {
        let is_within = |it: &DecodedChar| {
            // Underscores are shown a little beside their places.
            let slack = if it.character == '_' { TUNING.max_gap * self.distance } else { 0.0 };
            let (start, end) = (self.columns.start as f32, self.columns.end as f32);
            (start - slack..end + slack).contains(&self.middle(it))
        };
        let first = text.iter().position(is_within);
        let start = first.unwrap_or_else(|| {
            text.partition_point(|it| self.middle(it) < self.columns.start as f32)
        });
        start..start + text[start..].iter().take_while(|it| is_within(it)).count()
    }

    /// Whether a character is close to one of its ends, when it is in place of these.
    fn is_beside(&self, text: &[DecodedChar], place: &Range<usize>) -> bool {
        // The middle of a character is half of its width away.
        let reach = (TUNING.max_gap + 0.5) * self.distance;
        before(text, place).is_some_and(|it| self.columns.start as f32 - self.middle(it) <= reach)
            || after(text, place)
                .is_some_and(|it| self.middle(it) - self.columns.end as f32 <= reach)
    }

    /// So many underscores, with blanks where there are gaps to the characters beside `place`.
    fn underscores(
        &self,
        count: usize,
        crop: &Crop,
        text: &[DecodedChar],
        place: &Range<usize>,
    ) -> Vec<DecodedChar> {
        let frame = |index: usize| {
            let share = index as f32 / count as f32;
            let column = self.columns.start as f32 + share * self.columns.len() as f32;
            (column / self.step).round() as usize
        };
        let sign = |character, start: usize, end: usize| DecodedChar {
            character,
            confidence: TUNING.confidence,
            frames: start..end.max(start + 1),
        };
        let is_gap = |gap: usize| gap as f32 >= TUNING.blank * self.distance;
        let gap_before =
            is_gap(crop.gap_before(self.columns.start)) && before(text, place).is_some();
        let gap_after = is_gap(crop.gap_after(self.columns.end)) && after(text, place).is_some();
        let blank = |at: usize| sign(' ', at, at + 1);
        let underscores = (0..count).map(|it| sign('_', frame(it), frame(it + 1)));
        gap_before
            .then(|| blank(frame(0)))
            .into_iter()
            .chain(underscores)
            .chain(gap_after.then(|| blank(frame(count))))
            .collect()
    }

    /// The middle of a character, in columns.
    fn middle(&self, it: &DecodedChar) -> f32 {
        (it.frames.start + it.frames.end) as f32 / 2.0 * self.step
    }
}

/// The character, other than a blank, before or after a part of a text.
fn before<'a>(text: &'a [DecodedChar], place: &Range<usize>) -> Option<&'a DecodedChar> {
    text[..place.start].last().filter(|it| it.character != ' ')
}

fn after<'a>(text: &'a [DecodedChar], place: &Range<usize>) -> Option<&'a DecodedChar> {
    text[place.end..].first().filter(|it| it.character != ' ')
}

/// The usual distance between the middles of two characters of a word, in columns.
fn usual_distance(text: &[DecodedChar], step: f32, line_height: f32) -> Option<f32> {
    let is_letter = |it: &DecodedChar| it.character.is_alphanumeric();
    let middle = |it: &DecodedChar| (it.frames.start + it.frames.end) as f32 / 2.0;
    let pairs = text.windows(2).filter(|pair| pair.iter().all(is_letter));
    let mut distances: Vec<f32> = pairs.map(|pair| middle(&pair[1]) - middle(&pair[0])).collect();
    if distances.len() < TUNING.min_distances {
        return None;
    }
    distances.sort_by(f32::total_cmp);
    // The mean of the middle half: frames are coarse.
    let quarter = distances.len() / 4;
    let half = &distances[quarter..distances.len() - quarter];
    let mean = half.iter().sum::<f32>() / half.len() as f32;
    Some((mean * step).max(TUNING.underscore * line_height))
}

/// The columns of thin bars at the foot of the line that no line under the text goes on from.
fn bars(crop: &Crop, distance: f32) -> Vec<Range<usize>> {
    let top = crop.row_at(TUNING.top);
    let thickness = (TUNING.max_thickness * crop.line_height()).max(2.0);
    let extents: Vec<Option<(usize, usize)>> =
        (0..crop.filled).map(|column| crop.ink_extent(column)).collect();
    let is_low = |column: usize| {
        extents[column].is_some_and(|(first, last)| {
            first as f32 >= top && (last + 1 - first) as f32 <= thickness
        })
    };
    let low: Vec<usize> = (0..crop.filled).filter(|&column| is_low(column)).collect();
    let gap = 1 + (TUNING.gap * distance) as usize;
    let is_clear = |columns: Range<usize>| columns.into_iter().all(|it| extents[it].is_none());
    let runs = low.chunk_by(|a, b| b - a <= gap && is_clear(a + 1..*b));
    let bars = runs.map(|run| run[0]..run[run.len() - 1] + 1);
    let goes_on = |column: usize, rows: (usize, usize)| {
        extents.get(column).is_some_and(|extent| {
            extent.is_some_and(|(_, last)| last >= rows.0 && last <= rows.1 + 1)
        })
    };
    let is_alone = |columns: &Range<usize>| {
        let Some(rows) = extents[columns.start] else { return false };
        // Letters on both sides that reach down to a line under them.
        let beside = (distance / 2.0) as usize + 1;
        let before = columns.start.checked_sub(beside).is_some_and(|it| goes_on(it, rows));
        !(before && goes_on(columns.end + beside, rows))
    };
    bars.filter(|it| it.len() as f32 >= TUNING.min_width * distance).filter(is_alone).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Quad;
    use crate::engine::crop::{NORMAL_MARGINS, crop};
    use crate::engine::grey_image::GreyImage;

    /// What becomes of `text`, each character with the column of the picture that is its middle, in a line 20 pixels
    /// high that shows letters of ten pixels there, but for signs, and black rectangles.
    fn read(shapes: &[[usize; 4]], text: &[(char, usize)]) -> String {
        let mut pixels = vec![240; 300 * 40];
        let letters = text.iter().filter(|(character, _)| character.is_alphanumeric());
        let letters = letters.map(|&(_, middle)| [middle - 4, 4, middle + 4, 16]);
        for [left, top, right, bottom] in letters.chain(shapes.iter().copied()) {
            for row in pixels.chunks_exact_mut(300).take(bottom + 10).skip(top + 10) {
                row[left..right].fill(10);
            }
        }
        let picture = GreyImage { pixels: &pixels, width: 300, height: 40 };
        let crop = crop(picture, Quad::upright(10.0, 10.0, 290.0, 30.0), 32, NORMAL_MARGINS);
        let frame = |column: usize| {
            ((column as f32 - 5.0) / 290.0 * crop.filled as f32 / 4.0).round() as usize
        };
        let mut text = text
            .iter()
            .map(|&(character, middle)| DecodedChar {
                character,
                confidence: 1.0,
                frames: frame(middle)..frame(middle) + 1,
            })
            .collect();
        count_underscores(&mut text, 4.0, &crop);
        text.iter().map(|decoded| decoded.character).collect()
    }

    const INIT: [(char, usize); 4] = [('i', 55), ('n', 65), ('i', 75), ('t', 85)];

    fn init(before: &[(char, usize)], after: &[(char, usize)]) -> Vec<(char, usize)> {
        [before, &INIT, after].concat()
    }

    #[test]
    fn runs_have_as_many_underscores_as_they_are_long() {
        let both = [[30, 18, 50, 20], [90, 18, 110, 20]];
        assert_eq!(read(&both, &init(&[('_', 40)], &[('_', 100)])), "__init__");
        assert_eq!(read(&both, &INIT), "__init__");
        let single = [[40, 18, 50, 20], [90, 18, 120, 20]];
        assert_eq!(read(&single, &init(&[('_', 45)], &[('_', 95)])), "_init___");
        let apart = [[30, 18, 39, 20], [41, 18, 50, 20]];
        assert_eq!(read(&apart, &init(&[('_', 35)], &[])), "__init");
        assert_eq!(read(&apart, &init(&[('_', 35), ('_', 45)], &[])), "__init");
        let more = [(' ', 100), ('a', 135), ('b', 145)];
        assert_eq!(read(&[[90, 18, 110, 20]], &init(&[], &more)), "init__ ab");
    }

    #[test]
    fn lines_under_words_and_rules_to_write_on_are_none() {
        let words = [('a', 25), ('t', 35), (' ', 45)];
        assert_eq!(read(&[[20, 18, 92, 20]], &init(&words, &[])), "at init");
        assert_eq!(read(&[[90, 18, 100, 20]], &INIT), "init", "a piece of a rule");
        assert_eq!(read(&[[110, 18, 280, 20]], &INIT), "init");
        assert_eq!(read(&[[110, 18, 130, 20]], &INIT), "init", "far away");
        assert_eq!(read(&[[90, 14, 94, 16]], &init(&[], &[('.', 92)])), "init.");
    }
}
