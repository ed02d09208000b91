//! Which of the lines that were read are text, and which are specks, rules and pictures that the
//! detector took for text.

use crate::document::middle;
use crate::{Line, Word};

/// Mean confidence, 0 to 1, of the characters of a line below which it is taken for no text.
/// Measured on pages with noise, where it parts the two kinds best.
const DOUBTFUL: f32 = 0.5;
/// The same for lines of one or two characters, which noise resembles far more often.
const SHORT_DOUBTFUL: f32 = 0.65;
/// The same for lines much lower than the others of the page: dashes, dots, speckles.
const LOW_DOUBTFUL: f32 = 0.85;
/// What "much lower" is, as a share of the height that half of the page's text has.
const LOW: f32 = 0.55;

/// The same for lines that the edge of the picture cuts: half a letter looks like another one.
const CUT_DOUBTFUL: f32 = 0.85;
/// Lines that reach this share of their height beyond the edge are cut.
const CUT: f32 = 0.1;

/// Confidence, 0 to 1, under which a word of one or two characters at the end of a line is an icon,
/// if it is further from the next word than words are: more than this share of the line's height.
const ICON: f32 = 0.65;
const APART: f32 = 0.4;

/// The `lines` of a picture of `size` pixels without those that are not credible.
pub(super) fn credible(mut lines: Vec<Line>, size: [f32; 2]) -> Vec<Line> {
    lines.retain(|line| confidence(line) >= DOUBTFUL);
    let usual = usual_height(&lines);
    lines.retain(|line| {
        let characters: usize = line.words.iter().map(|word| word.characters.len()).sum();
        let doubtful = if line.quad.height() < LOW * usual {
            LOW_DOUBTFUL
        } else if beyond(line, size) > CUT * line.quad.height() {
            CUT_DOUBTFUL
        } else if characters <= 2 {
            SHORT_DOUBTFUL
        } else {
            DOUBTFUL
        };
        confidence(line) >= doubtful
    });
    lines.iter_mut().for_each(without_icons);
    lines
}

/// Takes off words at both ends that stand apart, are short and doubtful: icons beside the text.
fn without_icons(line: &mut Line) {
    let far = APART * line.quad.height();
    let is_icon = |word: &Word, next: &Word| {
        word.characters.len() <= 2 && word.confidence < ICON && gap(word, next) > far
    };
    while let [first, second, ..] = line.words.as_slice()
        && is_icon(first, second)
    {
        line.words.remove(0);
    }
    while let [.., before, last] = line.words.as_slice()
        && is_icon(last, before)
    {
        line.words.pop();
    }
}

/// Shortest distance of the sides that face each other.
fn gap(a: &Word, b: &Word) -> f32 {
    let distance = |a: [f32; 2], b: [f32; 2]| (a[0] - b[0]).hypot(a[1] - b[1]);
    distance(a.quad.end(), b.quad.start()).min(distance(b.quad.end(), a.quad.start()))
}

/// How far its upper or its lower edge lies outside the picture.
fn beyond(line: &Line, size: [f32; 2]) -> f32 {
    let [tl, tr, br, bl] = line.quad.0;
    let middles = [middle(tl, tr), middle(bl, br)];
    let outside = |point: [f32; 2]| [0, 1].map(|i| (-point[i]).max(point[i] - size[i]));
    middles.into_iter().flat_map(outside).fold(0.0, f32::max)
}

/// Mean over the characters.
fn confidence(line: &Line) -> f32 {
    let characters = || line.words.iter().flat_map(|word| &word.characters);
    characters().sum::<f32>() / characters().count().max(1) as f32
}

/// The height that half of the characters have or exceed, in pixels.
fn usual_height(lines: &[Line]) -> f32 {
    let mut heights: Vec<f32> = lines
        .iter()
        .flat_map(|line| {
            let characters = line.words.iter().map(|word| word.characters.len()).sum();
            std::iter::repeat_n(line.quad.height(), characters)
        })
        .collect();
    let middle = heights.len() / 2;
    if heights.is_empty() {
        return 0.0;
    }
    *heights.select_nth_unstable_by(middle, f32::total_cmp).1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Quad;

    fn line(text: &str, height: f32, confidence: f32) -> Line {
        let quad = Quad::upright(0.0, 0.0, 100.0, height);
        let characters = vec![confidence; text.chars().count()];
        Line::new(quad, vec![Word { text: text.into(), quad, confidence, characters }])
    }

    fn kept(lines: Vec<Line>) -> Vec<String> {
        credible(lines, [200.0, 100.0]).iter().map(Line::text).collect()
    }

    #[test]
    fn sure_lines_stay_and_guesses_go() {
        assert_eq!(kept(vec![line("Total", 20.0, 0.9), line("e -e t", 20.0, 0.3)]), ["Total"]);
    }

    #[test]
    fn little_things_need_more_certainty() {
        let page = vec![line("Receipt", 20.0, 0.9), line("x", 20.0, 0.6), line("* e", 6.0, 0.7)];
        assert_eq!(kept(page), ["Receipt"]);
        assert_eq!(kept(vec![line("Receipt", 20.0, 0.9), line("7", 20.0, 0.9)]).len(), 2);
    }

    #[test]
    fn lines_that_the_edge_cuts_need_more_certainty() {
        let at = |top: f32| {
            let mut cut = line("half a line", 20.0, 0.7);
            cut.quad = Quad::upright(0.0, top, 100.0, top + 20.0);
            kept(vec![cut]).len()
        };
        assert_eq!([at(-5.0), at(0.0), at(79.0), at(85.0)], [0, 1, 1, 0]);
    }

    #[test]
    fn icons_beside_a_line_go_and_doubtful_words_in_it_stay() {
        let word = |text: &str, left: f32, confidence| Word {
            text: text.into(),
            quad: Quad::upright(left, 0.0, left + 10.0, 20.0),
            confidence,
            characters: vec![confidence; text.len()],
        };
        let line = |first: f32, last: f32, doubt: f32| {
            let words = vec![
                word("<m", first, doubt),
                word("Back", 30.0, 0.9),
                word("a", 45.0, 0.4),
                word("i", last, doubt),
            ];
            Line::new(Quad::upright(0.0, 0.0, 100.0, 20.0), words)
        };
        assert_eq!(kept(vec![line(0.0, 90.0, 0.5)]), ["Back a"]);
        assert_eq!(kept(vec![line(0.0, 90.0, 0.8)]), ["<m Back a i"]);
        assert_eq!(kept(vec![line(15.0, 58.0, 0.5)]), ["<m Back a i"]);
    }

    #[test]
    fn a_page_without_lines_stays_empty() {
        assert!(kept(Vec::new()).is_empty());
    }
}
