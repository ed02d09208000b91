//! Specks that were read as marks: the dirt of a copier or a fax looks like full stops, bullets and stars.
//!
//! However sure a mark is, nothing in its shape tells where it comes from. Its place does: marks stand
//! beside a text, or one below the other.

use crate::document::middle;
use crate::{Line, Quad};

/// What specks are read as.
const MARKS: &str = ".,:;·•*°'`´‘’";
/// Most characters of a line of specks; more are a rule or a break, `* * *`.
const FEW: usize = 2;
/// How far a mark stands from its text at most, in heights of that text.
const REACH: f32 = 3.0;
/// How far marks of one list are out of line at most, in heights of the text there.
const COLUMN: f32 = 0.5;
/// So many marks standing alone make a dirty page, where those beside a text are no better.
const DIRTY: usize = 3;

/// The `lines` without marks that stand alone. Where all are marks, they are what is to be read.
pub(super) fn without_specks(lines: Vec<Line>) -> Vec<Line> {
    let (marks, texts): (Vec<_>, Vec<_>) = lines.iter().partition(|line| is_mark(line));
    if texts.is_empty() {
        return lines;
    }
    let of_a_list = |mark: &Line| {
        let mut alike = lines.iter().filter(|line| first(line) == first(mark));
        alike.any(|line| is_below(mark.quad, line.quad))
    };
    let beside_text = |mark: &Line| texts.iter().any(|text| is_beside(mark.quad, text.quad));
    let alone = marks.iter().filter(|mark| !of_a_list(mark) && !beside_text(mark)).count();
    let belongs = |mark: &Line| of_a_list(mark) || alone < DIRTY && beside_text(mark);
    let stays: Vec<bool> = lines.iter().map(|line| !is_mark(line) || belongs(line)).collect();
    lines.into_iter().zip(stays).filter_map(|(line, stays)| stays.then_some(line)).collect()
}

fn is_mark(line: &Line) -> bool {
    let characters = || line.words.iter().flat_map(|word| word.text.chars());
    characters().count() <= FEW && characters().all(|character| MARKS.contains(character))
}

fn first(line: &Line) -> Option<char> {
    line.words.first().and_then(|word| word.text.chars().next())
}

/// Whether the middle of `mark` lies in the row of `text`, within reach.
fn is_beside(mark: Quad, text: Quad) -> bool {
    let [along, across] = text.seen(text.start(), middle(mark.0[0], mark.0[2]));
    let [length, _] = text.seen(text.start(), text.end());
    let reach = REACH * text.height();
    across.abs() < text.height() / 2.0 && (-reach..=length + reach).contains(&along)
}

/// Whether `mark` begins above or below the beginning of `other`.
fn is_below(mark: Quad, other: Quad) -> bool {
    let [along, across] = other.seen(other.start(), mark.start());
    let height = other.height().max(mark.height());
    along.abs() < COLUMN * height && across.abs() > height
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
        without_specks(lines).iter().map(Line::text).collect()
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
    fn signs_below_each_other_stay() {
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
