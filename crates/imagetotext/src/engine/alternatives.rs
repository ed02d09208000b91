//! Chooses between lines that were found in several ways, at another scale or in another direction: the more
//! legible ones count.

use crate::document::middle;
use crate::{Line, Word};

/// Tuned numbers of this stage; on drawn posters and charts.
struct Tuning {
    /// Confidence, 0 to 1, of a character that is as likely wrong as right.
    even: f32,
    /// By which factor an alternative must be more legible than what it replaces.
    min_lead: f32,
    /// Legibility that a line has at least: two letters or so.
    min_legibility: f32,
    /// Confidence by which a first reading is ahead of another that should be better: in the same box, and in a better one.
    surer: [f32; 2],
    /// Share of the words of a line that an alternative must cover to replace the line.
    covered: f32,
    /// Different letters and digits of a line in another direction at least.
    min_different: usize,
    /// Its mean confidence at least, 0 to 1.
    min_confidence: f32,
}

const TUNING: Tuning = Tuning {
    even: 0.65,
    min_lead: 1.2,
    min_legibility: 0.4,
    surer: [0.5, 0.15],
    covered: 0.5,
    min_different: 3,
    min_confidence: 0.85,
};

/// The `lines` with those `alternatives` that are more legible than what lies in their place.
pub(super) fn keep_most_legible(mut lines: Vec<Line>, mut alternatives: Vec<Line>) -> Vec<Line> {
    alternatives.retain(|line| legibility(line) >= TUNING.min_legibility);
    alternatives.sort_by(|a, b| legibility(b).total_cmp(&legibility(a)));
    for alternative in alternatives {
        let is_inside =
            |word: &Word| alternative.quad.contains(middle(word.quad.0[0], word.quad.0[2]));
        let is_covered = |line: &Line| {
            let inside = line.words.iter().filter(|word| is_inside(word)).count();
            inside as f32 >= TUNING.covered * line.words.len() as f32
        };
        let covers_it = |line: &Line| {
            line.quad.contains(middle(alternative.quad.start(), alternative.quad.end()))
        };
        let covered: f32 = lines
            .iter()
            .filter(|line| is_covered(line) || covers_it(line))
            .map(|line| legibility(line).max(0.0))
            .sum();
        if legibility(&alternative) > TUNING.min_lead * covered {
            lines.retain(|line| !is_covered(line));
            lines.push(alternative);
        }
    }
    lines
}

/// What was read `again` of `lines`, each with whether in another box, but for those of them of which nothing was read then,
/// or with much less confidence.
pub(super) fn keep_surer(lines: Vec<(Line, bool)>, mut again: Vec<Line>) -> Vec<Line> {
    let least = |line: &Line| line.words.iter().map(|word| word.confidence).fold(1.0, f32::min);
    for (line, is_fitted) in lines {
        let middle = middle(line.quad.start(), line.quad.end());
        match again.iter().position(|it| it.quad.contains(middle)) {
            Some(place)
                if least(&again[place]) + TUNING.surer[usize::from(is_fitted)] < least(&line) =>
            {
                again[place] = line;
            }
            Some(_) => {}
            None => again.push(line),
        }
    }
    again
}

/// Whether what was read across the page is a text, and not the letters of a column of the page that look like
/// others on their side.
pub(super) fn is_word(line: &Line) -> bool {
    let confidences = || line.words.iter().flat_map(|word| &word.characters);
    let count = confidences().count();
    let mut characters: Vec<char> = line.words.iter().flat_map(|word| word.text.chars()).collect();
    characters.retain(|character| character.is_alphanumeric());
    characters.sort_unstable();
    characters.dedup();
    characters.len() >= TUNING.min_different
        && confidences().sum::<f32>() >= TUNING.min_confidence * count as f32
}

/// How many characters more than chance makes of it are sure.
pub(super) fn legibility(line: &Line) -> f32 {
    let characters = line.words.iter().flat_map(|word| &word.characters);
    characters.map(|confidence| confidence - TUNING.even).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Quad;

    fn line(text: &str, [left, top, right, bottom]: [f32; 4], confidence: f32) -> Line {
        let quad = Quad::upright(left, top, right, bottom);
        let characters = vec![confidence; text.chars().count()];
        Line::new(quad, vec![Word { text: text.into(), quad, confidence, characters }])
    }

    fn kept(lines: Vec<Line>, alternatives: Vec<Line>) -> Vec<String> {
        keep_most_legible(lines, alternatives).iter().map(Line::text).collect()
    }

    const LARGE: [f32; 4] = [0.0, 0.0, 800.0, 200.0];

    #[test]
    fn a_word_replaces_the_scraps_of_its_letters() {
        let scraps = vec![
            line("~", [20.0, 10.0, 100.0, 50.0], 0.8),
            line("c-", [300.0, 100.0, 400.0, 180.0], 0.5),
            line("10 to 18", [0.0, 300.0, 300.0, 340.0], 0.95),
        ];
        let read = kept(scraps, vec![line("STOP", LARGE, 0.97)]);
        assert_eq!(read, ["10 to 18", "STOP"]);
    }

    #[test]
    fn a_paragraph_seen_from_afar_replaces_nothing() {
        let row = |top: f32| line("was sold on Tuesday", [0.0, top, 800.0, top + 40.0], 0.98);
        let rows = [0.0, 50.0, 100.0, 150.0].map(row).to_vec();
        assert_eq!(kept(rows, vec![line("mwmwmw mwmm", LARGE, 0.9)]).len(), 4);
    }

    #[test]
    fn what_is_not_legible_is_not_added() {
        assert!(
            kept(Vec::new(), vec![line("S", LARGE, 0.9), line("wmwmw", LARGE, 0.6)]).is_empty()
        );
        assert_eq!(kept(Vec::new(), vec![line("GO", LARGE, 0.98)]), ["GO"]);
    }

    #[test]
    fn what_is_not_read_again_stays() {
        let below = |top: f32| [0.0, top, 90.0, top + 20.0];
        let first = [
            ("OH", 0.0, true),
            ("PC", 30.0, false),
            ("TV", 60.0, true),
            ("P", 90.0, false),
            ("HP", 120.0, false),
        ];
        let first = first.map(|(text, top, is_fitted)| (line(text, below(top), 0.9), is_fitted));
        let again = [("он", 0.0, 0.8), ("ТѴ", 60.0, 0.5), ("₽", 90.0, 0.5), ("нр", 120.0, 0.1)];
        let again = again.map(|(text, top, sure)| line(text, below(top), sure)).to_vec();
        let mut found: Vec<String> =
            keep_surer(first.to_vec(), again).iter().map(Line::text).collect();
        found.sort();
        assert_eq!(found, ["HP", "PC", "TV", "он", "₽"]);
    }

    #[test]
    fn equal_letters_are_no_word() {
        let is_word = |text, confidence| super::is_word(&line(text, LARGE, confidence));
        assert!(is_word("Rainfall", 0.9) && !is_word("Rainfall", 0.7));
        assert!(!is_word("u u u u", 0.95) && !is_word("+-+-", 0.99));
    }

    #[test]
    fn of_two_alternatives_the_more_legible_counts() {
        let alternatives = vec![line("dOLS", LARGE, 0.8), line("STOP", LARGE, 0.95)];
        assert_eq!(kept(Vec::new(), alternatives), ["STOP"]);
    }
}
