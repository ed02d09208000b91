//! Removes specks that were read as marks: the dirt of a copier or a fax looks like full stops,
//! bullets and asterisks.
//!
//! Its position, not its confidence, distinguishes a mark from a speck: marks are beside a text, or one
//! below the other.

use crate::document::middle;
use crate::{Line, Quad};

/// Tuned numbers of this stage; on the generated pictures, faxes above all, and checked on the public ones
/// (`models/training/LOG.md`, 2026-11-25 and 26).
struct Tuning {
    /// What specks are read as. Not `"`, `^` and `~`, which are written alone now and then.
    marks: &'static str,
    /// Characters of a line of specks at most; more are a ruling line or a break, `* * *`.
    max_characters: usize,
    /// How far a mark is from its text at most, in heights of that text.
    max_distance: f32,
    /// How far marks of one list are out of line at most, in heights of the text there.
    max_indent: f32,
    /// So many isolated marks make a dirty page, where those beside a text go too.
    dirty_page: usize,
}

const TUNING: Tuning = Tuning {
    marks: ".,:;·•*°'`´‘’",
    max_characters: 2,
    max_distance: 3.0,
    max_indent: 0.5,
    dirty_page: 3,
};

/// The `lines` without isolated marks. Where all are marks, all stay.
pub(super) fn despeckle(lines: Vec<Line>) -> Vec<Line> {
    let (marks, texts): (Vec<_>, Vec<_>) = lines.iter().partition(|line| is_mark(line));
    if texts.is_empty() {
        return lines;
    }
    let in_a_list = |mark: &Line| {
        let mut same_mark = lines.iter().filter(|line| first(line) == first(mark));
        same_mark.any(|line| is_below(mark.quad, line.quad))
    };
    let beside_text = |mark: &Line| texts.iter().any(|text| is_beside(mark.quad, text.quad));
    let alone = marks.iter().filter(|mark| !in_a_list(mark) && !beside_text(mark)).count();
    let stays = |mark: &Line| in_a_list(mark) || alone < TUNING.dirty_page && beside_text(mark);
    let kept: Vec<bool> = lines.iter().map(|line| !is_mark(line) || stays(line)).collect();
    lines.into_iter().zip(kept).filter_map(|(line, kept)| kept.then_some(line)).collect()
}

fn is_mark(line: &Line) -> bool {
    let characters = || line.words.iter().flat_map(|word| word.text.chars());
    characters().count() <= TUNING.max_characters
        && characters().all(|character| TUNING.marks.contains(character))
}

fn first(line: &Line) -> Option<char> {
    line.words.first().and_then(|word| word.text.chars().next())
}

/// Whether the middle of `mark` lies in the row of `text`, within reach.
fn is_beside(mark: Quad, text: Quad) -> bool {
    let [along, across] = text.seen(text.start(), middle(mark.0[0], mark.0[2]));
    let [length, _] = text.seen(text.start(), text.end());
    let reach = TUNING.max_distance * text.height();
    across.abs() < text.height() / 2.0 && (-reach..=length + reach).contains(&along)
}

/// Whether `mark` begins above or below the beginning of `other`.
fn is_below(mark: Quad, other: Quad) -> bool {
    let [along, across] = other.seen(other.start(), mark.start());
    let height = other.height().max(mark.height());
    along.abs() < TUNING.max_indent * height && across.abs() > height
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Word;

    /// A line of height 20.
    fn line(text: &str, left: f32, top: f32) -> Line {
        let quad = Quad::upright(left, top, left + 8.0 * text.len() as f32, top + 20.0);
        let characters = vec![1.0; text.chars().count()];
        Line::new(quad, vec![Word { text: text.into(), quad, confidence: 1.0, characters }])
    }

    fn speck(text: &str, left: f32, top: f32) -> Line {
        let mut speck = line(text, left, top);
        speck.quad = Quad::upright(left, top, left + 5.0, top + 5.0);
        speck
    }

    fn kept(lines: Vec<Line>) -> Vec<String> {
        despeckle(lines).iter().map(Line::text).collect()
    }

    #[test]
    fn marks_far_from_any_text_go() {
        let text = line("Dear Sir or Madam", 100.0, 100.0);
        assert_eq!(kept(vec![speck("•", 30.0, 40.0), text.clone()]), ["Dear Sir or Madam"]);
        assert_eq!(kept(vec![text.clone(), speck("*.", 400.0, 108.0)]), ["Dear Sir or Madam"]);
        assert_eq!(kept(vec![text, speck("x", 30.0, 40.0)]).len(), 2);
    }

    #[test]
    fn bullets_stay_beside_their_text_whichever_way_up() {
        let lines = vec![speck("•", 80.0, 108.0), line("milk", 100.0, 100.0)];
        assert_eq!(kept(lines.clone()).len(), 2);
        let turned = lines.into_iter().map(|mut line| {
            line.quad = Quad(line.quad.0.map(|[x, y]| [-y, x]));
            line
        });
        assert_eq!(kept(turned.collect()).len(), 2);
    }

    #[test]
    fn marks_below_each_other_stay() {
        let list = [line("* one", 40.0, 0.0), speck("*", 41.0, 32.0), line("* two", 40.0, 60.0)];
        assert_eq!(kept(list.to_vec()).len(), 3);
        let far = [speck("•", 10.0, 20.0), speck("•", 10.0, 60.0), line("milk", 190.0, 12.0)];
        assert_eq!(kept(far.to_vec()).len(), 3);
    }

    #[test]
    fn on_a_dirty_page_marks_beside_text_go_too() {
        let mut page = vec![line("milk", 100.0, 100.0), speck(".", 150.0, 105.0)];
        assert_eq!(kept(page.clone()).len(), 2);
        page.extend([[10.0, 20.0], [300.0, 40.0], [250.0, 180.0]].map(|[x, y]| speck("•", x, y)));
        assert_eq!(kept(page), ["milk"]);
    }

    #[test]
    fn breaks_between_sections_stay() {
        for text in ["* * *", "...", "*****", "\""] {
            let page = vec![line(text, 300.0, 50.0), line("milk", 90.0, 90.0)];
            assert_eq!(kept(page).len(), 2, "{text}");
        }
    }

    #[test]
    fn where_there_are_only_marks_they_stay() {
        assert_eq!(kept(vec![speck("•", 0.0, 0.0), speck("*", 50.0, 90.0)]).len(), 2);
    }
}
