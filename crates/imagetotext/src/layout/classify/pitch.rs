//! Whether rows of equally wide characters are program code: by the steps in which they are indented.

use super::block::LineRow;
use super::list;
use crate::document::Line;
use crate::fixed_pitch::FixedPitch;

/// Tuned numbers of this stage, on code, typed letters, receipts and lists (the tests).
struct Tuning {
    /// Fewest rows that show steps.
    min_rows: usize,
    /// Share of the rows that may be list items, have cells, or run on as those of prose do.
    max_other: f32,
    /// Share of the rows that must begin at a step.
    min_at_step: f32,
    /// Steps in characters, from the widest.
    steps: [u32; 5],
    /// How far the middles of centred rows are from each other on average, in characters.
    max_off_centre: f32,
}

const TUNING: Tuning = Tuning {
    min_rows: 3,
    max_other: 0.34,
    min_at_step: 0.9,
    steps: [8, 7, 4, 3, 2],
    max_off_centre: 1.0,
};

/// Whether the rows, of which some run on from the one above, are code.
pub(super) fn is_code(rows: &[LineRow], wraps: &[bool]) -> bool {
    if rows.len() < TUNING.min_rows {
        return false;
    }
    let share = |count: usize| count as f32 / rows.len() as f32;
    let single = rows.iter().filter(|row| row.len() == 1).count();
    let items = rows.iter().filter(|row| list::marker(row).is_some()).count();
    share(items) <= TUNING.max_other
        && share(rows.len() - single) <= TUNING.max_other
        && FixedPitch::of(rows.iter().flatten()).is_some_and(|pitch| has_steps(rows, wraps, &pitch))
}

/// Whether rows begin at the margin and at whole steps from it, and are neither centred nor prose, which runs on
/// at the margin.
fn has_steps(rows: &[LineRow], wraps: &[bool], pitch: &FixedPitch) -> bool {
    let extents: Vec<(f32, f32)> =
        rows.iter().filter_map(|row| Some(row.first()?.quad.extent(pitch.direction))).collect();
    let margin = extents.iter().map(|(begin, _)| *begin).fold(f32::INFINITY, f32::min);
    let indents: Vec<u32> =
        extents.iter().map(|(begin, _)| pitch.characters(margin, *begin).round() as u32).collect();
    let running_on = indents.iter().zip(wraps).filter(|(indent, wraps)| **indent == 0 && **wraps);
    let middles = extents.iter().map(|(begin, end)| f32::midpoint(*begin, *end));
    let mean = middles.clone().sum::<f32>() / extents.len() as f32;
    let off_centre =
        middles.map(|middle| (middle - mean).abs()).sum::<f32>() / extents.len() as f32;
    let is_step = |step: &u32| {
        let at_step = indents.iter().filter(|indent| *indent % step == 0).count();
        at_step as f32 >= TUNING.min_at_step * rows.len() as f32
    };
    let deeper = indents.iter().filter(|indent| **indent > 0).count();
    running_on.count() as f32 <= TUNING.max_other * rows.len() as f32
        && indents.iter().all(|indent| *indent <= Line::MAX_INDENT)
        && pitch.characters(0.0, off_centre) > TUNING.max_off_centre
        && deeper > 0
        && deeper < indents.len()
        && TUNING.steps.iter().any(is_step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::classify::wrapping;
    use crate::layout::fixtures::typed;

    /// Whether a text is code; its lines are indented as they are here, in characters ten pixels wide.
    fn is_code(text: &str) -> bool {
        let lines = text.lines().enumerate().filter(|(_, line)| !line.is_empty());
        let rows: Vec<LineRow> = lines
            .map(|(number, line)| {
                let text = line.trim_start();
                let left = 10.0 * (line.len() - text.len()) as f32;
                vec![typed(text, left, 26.0 * number as f32)]
            })
            .collect();
        super::is_code(&rows, &wrapping::wrapped_rows(&rows))
    }

    #[test]
    fn indented_lines_of_equally_wide_characters_are_code() {
        assert!(is_code(
            "for i in range(retries)\n    try\n        with open(path) as file\n            \
             return file.read()\n    except OSError as error\n        raise"
        ));
        assert!(is_code(
            "server:\n  host: example\n  ports:\n    - 80 and more\n    other: one two\nname: x"
        ));
    }

    #[test]
    fn other_texts_that_are_typed_are_not() {
        // A letter, whose paragraphs begin further right.
        assert!(!is_code(
            "    I am writing to you to say that all is\nwell here, and that we hope to see you all\n\
             again as soon as the summer begins and\n    It would be good to hear from you as well\n\
             as from the others who were here at that\ntime, and whom we have not seen since then"
        ));
        // The head of a receipt.
        assert!(!is_code(
            "    THE CORNER SHOP\n1 Long Street, Old Town\n      Tel 555 0100\n  Thank you for coming"
        ));
        // A list.
        assert!(!is_code(
            "1. one and two\n  - a first of all\n  - b second of all\n2. two and three"
        ));
        // Nothing is indented.
        assert!(!is_code("one two three\nfour five\nsix seven eight nine\nten eleven"));
    }
}
