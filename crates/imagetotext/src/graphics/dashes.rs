//! Dashed and dotted lines, and solid ones too faint to be seen in narrow strips.
//!
//! In wide strips the gaps of a dashed line even out. What is found there is a line only if its marks are as
//! long as each other, and so are the gaps between them; letters are not.

use super::Rule;
use super::edges;
use super::hatching;
use super::rules;
use super::strips::{Axis, Strips};
use super::text_ink::TextInk;
use crate::engine::GreyImage;

/// Tuned numbers of this stage, on drawn lines of one to six pixels (the tests).
struct Tuning {
    /// Width of the strips, as a multiple of the narrow ones: 32 pixels, or 64 in large pictures.
    widening: usize,
    /// Shortest line, in strips.
    min_strips: f32,
    /// Thickest line in heights of the usual text, and in pixels where that is small.
    max_thickness: [f32; 2],
    /// Longest gap between pieces, in strips.
    max_gap: f32,
    /// Share of a solid line that is there.
    min_solid: f32,
    /// Contrast of a mark, as a share of the strongest.
    min_contrast: f32,
    /// Share of a line beside which there may be something else.
    max_beside: f32,
    /// Fewest marks of a dashed line.
    min_marks: usize,
    /// Share of the marks that may be away from their place, and by how much of the distance between two.
    max_irregular: f32,
    max_shift: f32,
    /// Largest distance of two marks in heights of the usual text: most lines of text are further apart.
    max_distance: f32,
    /// Share of a line that may lie on text.
    max_in_text: f32,
}

const TUNING: Tuning = Tuning {
    widening: 8,
    min_strips: 3.0,
    max_thickness: [0.25, 4.5],
    max_gap: 1.5,
    min_solid: 0.9,
    min_contrast: 0.4,
    max_beside: 0.25,
    min_marks: 5,
    max_irregular: 0.2,
    max_shift: 0.3,
    max_distance: 1.3,
    max_in_text: 0.3,
};

/// The dashed, dotted and faint lines along the axis of `strips` that are not among the `solid` ones.
pub(super) fn find(
    picture: GreyImage<'_>,
    strips: &Strips,
    noise: f32,
    text: &TextInk,
    solid: &[Rule],
) -> Vec<Rule> {
    let wide = strips.widened(TUNING.widening);
    let width = wide.width as f32;
    let noise = noise / (TUNING.widening as f32).sqrt();
    let edges = edges::find(&wide, noise, TUNING.min_strips * width);
    let edges = hatching::without(rules::joined(edges, TUNING.max_gap * width), text.height);
    let [share, pixels] = TUNING.max_thickness;
    let lines = rules::paired(edges, pixels.max(share * text.height), strips.axis);
    let axis = strips.axis;
    let is_new = |line: &Rule| !solid.iter().any(|solid| covers(solid, line, axis));
    let candidates = lines.into_iter().filter(|line| line.thickness > 0.0 && is_new(line));
    let lines = candidates.filter_map(|line| trimmed(picture, &line, axis, text.height));
    let is_text = |line: &Rule| {
        text.contains(line) || text.is_between(line) || text.share(line) > TUNING.max_in_text
    };
    lines.filter(|line| !is_text(line)).collect()
}

/// Whether most of `line` lies on `solid`.
fn covers(solid: &Rule, line: &Rule, axis: Axis) -> bool {
    let [from, to] = [line.from, line.to].map(|end| axis.along_across(end));
    let [begin, end] = [solid.from, solid.to].map(|end| axis.along_across(end));
    let near = line.thickness + solid.thickness + 1.0;
    let common = to[0].min(end[0]) - from[0].max(begin[0]);
    let across = |along: f32| {
        begin[1] + (end[1] - begin[1]) * (along - begin[0]) / (end[0] - begin[0]).max(1.0)
    };
    common > 0.5 * (to[0] - from[0])
        && [from, to].iter().all(|place| (across(place[0]) - place[1]).abs() <= near)
}

/// The line from its first to its last mark, if it is solid, or of marks at regular distances.
fn trimmed(picture: GreyImage<'_>, line: &Rule, axis: Axis, text_height: f32) -> Option<Rule> {
    let inked = marks(picture, line, axis)?;
    let first = inked.iter().position(|inked| *inked)?;
    let last = inked.iter().rposition(|inked| *inked)?;
    let inked = &inked[first..=last];
    let count = inked.iter().filter(|inked| **inked).count();
    if (count as f32) < TUNING.min_solid * inked.len() as f32
        && !is_regular(inked, TUNING.max_distance * text_height)
    {
        return None;
    }
    let [from, to] = [line.from, line.to].map(|end| axis.along_across(end));
    let slope = (to[1] - from[1]) / (to[0] - from[0]).max(1.0);
    let end = |pixels: usize| axis.point(from[0] + pixels as f32, from[1] + slope * pixels as f32);
    Some(Rule { from: end(first), to: end(last + 1), ..*line })
}

/// Whether marks are at regular distances, at most so many pixels from each other.
fn is_regular(inked: &[bool], max_distance: f32) -> bool {
    let is_begin = |&place: &usize| inked[place] && (place == 0 || !inked[place - 1]);
    let begins: Vec<usize> = (0..inked.len()).filter(is_begin).collect();
    let far = begins.windows(2).filter(|pair| (pair[1] - pair[0]) as f32 > max_distance).count();
    // Lines of dots and dashes repeat after two marks.
    begins.len() >= TUNING.min_marks
        && far as f32 <= TUNING.max_irregular * begins.len() as f32
        && (1..=2).any(|marks| {
            let mut distances: Vec<usize> =
                begins.iter().zip(&begins[marks..]).map(|(from, to)| to - from).collect();
            let middle = distances.len() / 2;
            let usual = *distances.select_nth_unstable(middle).1;
            let shift = (TUNING.max_shift * usual as f32).max(1.0);
            let off = distances.iter().filter(|it| it.abs_diff(usual) as f32 > shift).count();
            off as f32 <= TUNING.max_irregular * distances.len() as f32
        })
}

/// For each pixel along the line whether the line is there; nothing if it is one of many, as the dots of a
/// dithered picture are.
fn marks(picture: GreyImage<'_>, line: &Rule, axis: Axis) -> Option<Vec<bool>> {
    let [from, to] = [line.from, line.to].map(|end| axis.along_across(end));
    let length = (to[0] - from[0]).max(1.0) as usize;
    let levels = |offset: f32| -> Vec<f32> {
        let level = |place: usize| {
            let along = from[0] + place as f32 + 0.5;
            let share = (along - from[0]) / (to[0] - from[0]).max(1.0);
            picture.sample(axis.point(along, from[1] + (to[1] - from[1]) * share + offset))
        };
        (0..length).map(level).collect()
    };
    let beside = line.thickness / 2.0 + 2.0;
    let sides = [-beside - 1.5, -beside, beside, beside + 1.5].map(levels);
    let centre = levels(0.0);
    let contrasts: Vec<f32> = (0..length)
        .map(|place| centre[place] - f32::midpoint(sides[1][place], sides[2][place]))
        .collect();
    let sign = contrasts.iter().sum::<f32>().signum();
    let strongest = contrasts.iter().map(|contrast| contrast * sign).fold(0.0, f32::max);
    let is_flat = |side: &Vec<f32>| {
        let mean = side.iter().sum::<f32>() / length as f32;
        let off =
            side.iter().filter(|level| (*level - mean).abs() > TUNING.min_contrast * strongest);
        off.count() as f32 <= TUNING.max_beside * length as f32
    };
    let inked = contrasts.iter().map(|contrast| contrast * sign > TUNING.min_contrast * strongest);
    sides.iter().all(is_flat).then(|| inked.collect())
}
