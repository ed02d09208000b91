//! Which short lines, and which lines on text, are drawn nevertheless: those that end at others.
//!
//! A box has sides that are short, and the outline of a line of text may reach over the table that it is in.
//! But strokes of letters do not end at lines across them, at both ends.

use super::Rule;
use super::text_ink::TextInk;

/// Tuned numbers of this stage, on drawn boxes (the tests) and checked on dense tables; in heights of the usual
/// text unless they say otherwise.
struct Tuning {
    /// Shortest line that needs no other.
    min_length: f32,
    /// How far a line may end from the one across it: corners of boxes are round.
    reach: f32,
    /// The same where letters are.
    reach_on_text: f32,
    /// Largest share of a short line, and of the edge of a background, that lies on text.
    max_in_text: f32,
    /// A line that is longer than this is none of letters, however much text lies on it.
    max_length_in_text: f32,
}

const TUNING: Tuning = Tuning {
    min_length: 3.0,
    reach: 0.6,
    reach_on_text: 0.3,
    max_in_text: 0.4,
    max_length_in_text: 8.0,
};

/// What a line is before those across it are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Drawn,
    Short,
    OnText,
}

/// Those of the horizontal and the vertical lines of a picture of this size that are drawn.
pub(super) fn drawn(candidates: &[Vec<Rule>; 2], text: &TextInk, size: [usize; 2]) -> Vec<Rule> {
    let size = size.map(|side| side as f32);
    let kinds = candidates
        .each_ref()
        .map(|rules| rules.iter().map(|rule| kind(rule, text)).collect::<Vec<_>>());
    let [reach, reach_on_text] = [TUNING.reach, TUNING.reach_on_text].map(|it| it * text.height);
    let mut drawn = Vec::new();
    for axis in [0, 1] {
        let across = || candidates[1 - axis].iter().zip(&kinds[1 - axis]);
        let ends_at = |end: [f32; 2], reach: f32, is_other: &dyn Fn(&Rule, Kind) -> bool| {
            is_border(end, size, reach)
                || across().any(|(other, kind)| is_other(other, *kind) && passes(other, end, reach))
        };
        drawn.extend(
            candidates[axis]
                .iter()
                .zip(&kinds[axis])
                .filter(|(rule, kind)| {
                    let ends = [rule.from, rule.to];
                    match kind {
                        Kind::Drawn => true,
                        Kind::Short => ends
                            .iter()
                            .all(|&end| ends_at(end, reach, &|_, kind| kind != Kind::OnText)),
                        Kind::OnText => {
                            rule.thickness > 0.0
                                && ends.iter().all(|&end| {
                                    ends_at(end, reach_on_text, &|other, _| other.thickness > 0.0)
                                })
                        }
                    }
                })
                .map(|(rule, _)| *rule),
        );
    }
    drawn
}

fn kind(rule: &Rule, text: &TextInk) -> Kind {
    let is_line = rule.thickness > 0.0 && rule.length() > TUNING.max_length_in_text * text.height;
    if text.contains(rule) || !is_line && text.share(rule) > TUNING.max_in_text {
        Kind::OnText
    } else if rule.length() < TUNING.min_length * text.height {
        Kind::Short
    } else {
        Kind::Drawn
    }
}

/// Whether a point is at most so many pixels away from a rule.
fn passes(rule: &Rule, [x, y]: [f32; 2], reach: f32) -> bool {
    let [left, right] = [rule.from[0].min(rule.to[0]), rule.from[0].max(rule.to[0])];
    let [top, bottom] = [rule.from[1].min(rule.to[1]), rule.from[1].max(rule.to[1])];
    (left - reach..=right + reach).contains(&x) && (top - reach..=bottom + reach).contains(&y)
}

/// Whether a point is at most so many pixels away from the border of the picture.
fn is_border([x, y]: [f32; 2], [width, height]: [f32; 2], reach: f32) -> bool {
    x < reach || y < reach || x > width - reach || y > height - reach
}
