//! Which of the lines that were read are text, and which are specks, rules and pictures that the
//! detector took for text.

use crate::Line;

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

/// The `lines` of a picture of `height` pixels without those that are not credible.
pub(super) fn credible(mut lines: Vec<Line>, height: f32) -> Vec<Line> {
    lines.retain(|line| confidence(line) >= DOUBTFUL);
    let usual = usual_height(&lines);
    lines.retain(|line| {
        let characters: usize = line.words.iter().map(|word| word.characters.len()).sum();
        let bounds = line.quad.bounds();
        let beyond = (-bounds.top).max(bounds.bottom - height);
        let doubtful = if line.quad.height() < LOW * usual {
            LOW_DOUBTFUL
        } else if beyond > CUT * line.quad.height() {
            CUT_DOUBTFUL
        } else if characters <= 2 {
            SHORT_DOUBTFUL
        } else {
            DOUBTFUL
        };
        confidence(line) >= doubtful
    });
    lines
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
    use crate::{Quad, Word};

    fn line(text: &str, height: f32, confidence: f32) -> Line {
        let quad = Quad::upright(0.0, 0.0, 100.0, height);
        let characters = vec![confidence; text.chars().count()];
        Line { quad, words: vec![Word { text: text.into(), quad, confidence, characters }] }
    }

    fn kept(lines: Vec<Line>) -> Vec<String> {
        credible(lines, 100.0).iter().map(Line::text).collect()
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
    fn a_page_without_lines_stays_empty() {
        assert!(kept(Vec::new()).is_empty());
    }
}
