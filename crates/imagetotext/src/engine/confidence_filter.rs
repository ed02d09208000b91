//! Drops lines that were read with too little confidence: noise, ruling lines and pictures that the
//! detector took for text.

use crate::document::middle;
use crate::{Line, Word};

/// Tuned numbers of this stage. Confidences are means over the characters of a line, 0 to 1. Measured
/// on pages with noise, where they separate text from noise best; the log has no figures for them.
struct Tuning {
    /// Confidence below which a line is no text.
    min_confidence: f32,
    /// The same for lines of at most `short` characters, which noise resembles far more often.
    min_confidence_short: f32,
    /// Characters.
    short: usize,
    /// The same for lines much lower than the others of the page: dashes, dots, noise.
    min_confidence_low: f32,
    /// Share of the height that half of the page's text has, below which a line is much lower.
    low: f32,
    /// The same for lines that the edge of the picture cuts: half a letter looks like another one.
    min_confidence_cut: f32,
    /// Share of its height by which a line that is cut reaches beyond the edge.
    cut: f32,
    /// Confidence, 0 to 1, below which a word of at most `short` characters at the end of a line is an
    /// icon, if it is set apart from the next word.
    min_confidence_icon: f32,
    /// Distance, in line heights, from which it is set apart.
    icon_distance: f32,
    /// Characters of the shortest ruling line that is read as signs; fewer are a smile or an ellipsis.
    broken_rule: usize,
    /// Confidence, 0 to 1, below which a bar beside a word is a ruling line. Bars of code and of tables in terminals
    /// have more.
    min_confidence_bar: f32,
}

const TUNING: Tuning = Tuning {
    min_confidence: 0.5,
    min_confidence_short: 0.65,
    short: 2,
    min_confidence_low: 0.85,
    low: 0.55,
    min_confidence_cut: 0.85,
    cut: 0.1,
    min_confidence_icon: 0.65,
    icon_distance: 0.4,
    broken_rule: 6,
    min_confidence_bar: 0.75,
};

/// The `lines` of a picture of `size` pixels without those that are not text, and without icons.
pub(super) fn drop_doubtful(mut lines: Vec<Line>, size: [f32; 2]) -> Vec<Line> {
    lines.retain(|line| confidence(line) >= TUNING.min_confidence && !is_broken_rule(line));
    let median_height = median_height(&lines);
    lines.retain(|line| {
        let characters: usize = line.words.iter().map(|word| word.characters.len()).sum();
        let least = if line.quad.height() < TUNING.low * median_height {
            TUNING.min_confidence_low
        } else if beyond(line, size) > TUNING.cut * line.quad.height() {
            TUNING.min_confidence_cut
        } else if characters <= TUNING.short {
            TUNING.min_confidence_short
        } else {
            TUNING.min_confidence
        };
        confidence(line) >= least
    });
    lines.iter_mut().for_each(remove_icons);
    lines.iter_mut().for_each(remove_bars);
    lines
}

/// Whether a line is a dashed ruling line that was read as signs of several kinds, `---- __.--`. One sign many times
/// is what somebody typed.
fn is_broken_rule(line: &Line) -> bool {
    const KINDS: [&str; 4] = ["-–—", "_", "=", ".·"];
    let characters = || line.words.iter().flat_map(|word| word.text.chars());
    let kind = |character: char| KINDS.iter().position(|kind| kind.contains(character));
    let mut kinds: Vec<Option<usize>> = characters().map(kind).collect();
    let is_long = kinds.len() >= TUNING.broken_rule;
    kinds.sort_unstable();
    kinds.dedup();
    is_long && kinds.len() > 1 && kinds.iter().all(Option::is_some)
}

/// Removes words at both ends that are set apart, short and doubtful: icons beside the text.
fn remove_icons(line: &mut Line) {
    let far = TUNING.icon_distance * line.quad.height();
    let is_icon = |word: &Word, next: &Word| {
        word.characters.len() <= TUNING.short
            && word.confidence < TUNING.min_confidence_icon
            && gap(word, next) > far
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

/// Removes doubtful bars at both ends of words: upright ruling lines. One alone may be a letter.
fn remove_bars(line: &mut Line) {
    let is_bar = |word: &Word, at: usize| {
        let confidence = word.characters.get(at);
        word.text.chars().nth(at) == Some('|')
            && confidence.is_some_and(|&it| it < TUNING.min_confidence_bar)
    };
    let of_words = line.words.iter_mut().filter(|word| word.text.chars().any(|it| it != '|'));
    for word in of_words {
        while is_bar(word, 0) {
            word.text.remove(0);
            word.characters.remove(0);
        }
        while let Some(last) = word.characters.len().checked_sub(1).filter(|&it| is_bar(word, it)) {
            word.text.pop();
            word.characters.truncate(last);
        }
        word.confidence = word.characters.iter().copied().fold(1.0, f32::min);
    }
}

/// Shortest distance of the sides that face each other.
pub(super) fn gap(a: &Word, b: &Word) -> f32 {
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
fn median_height(lines: &[Line]) -> f32 {
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
        drop_doubtful(lines, [200.0, 100.0]).iter().map(Line::text).collect()
    }

    #[test]
    fn confident_lines_stay_and_guesses_go() {
        assert_eq!(kept(vec![line("Total", 20.0, 0.9), line("e -e t", 20.0, 0.3)]), ["Total"]);
    }

    #[test]
    fn short_and_low_lines_need_more_confidence() {
        let page = vec![line("Receipt", 20.0, 0.9), line("x", 20.0, 0.6), line("* e", 6.0, 0.7)];
        assert_eq!(kept(page), ["Receipt"]);
        assert_eq!(kept(vec![line("Receipt", 20.0, 0.9), line("7", 20.0, 0.9)]).len(), 2);
    }

    #[test]
    fn lines_cut_by_the_edge_need_more_confidence() {
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
    fn doubtful_bars_beside_words_go() {
        let bars = |text: &str, bar: f32| {
            let confidence = |it: char| if it == '|' { bar } else { 0.9 };
            let quad = Quad::upright(0.0, 0.0, 100.0, 20.0);
            let word = Word::new(text, quad, text.chars().map(confidence).collect());
            kept(vec![Line::new(quad, vec![word])])
        };
        assert_eq!(bars("|site.com|", 0.6), ["site.com"]);
        assert_eq!(bars("site|com", 0.6), ["site|com"]);
        assert_eq!(bars("|", 0.7), ["|"]);
        assert_eq!(bars("|x|", 0.8), ["|x|"]);
    }

    #[test]
    fn a_page_without_lines_stays_empty() {
        assert!(kept(Vec::new()).is_empty());
    }

    #[test]
    fn ruling_lines_that_were_read_as_several_signs_are_dropped() {
        let kept = |text: &str| drop_doubtful(vec![line(text, 20.0, 0.9)], [100.0; 2]).len();
        for rule in ["----____.---", "==.==-==", "_.-._.-._"] {
            assert_eq!(kept(rule), 0, "{rule}");
        }
        for text in ["------------", "==========", "=-=", "-- 12 --", "_____", "a_b.c-d"] {
            assert_eq!(kept(text), 1, "{text}");
        }
    }
}
