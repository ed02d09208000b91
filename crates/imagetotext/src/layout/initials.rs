//! Initials: the large first letter of a text, which belongs to the first word of the lines beside it.

use crate::document::{Line, Quad, Word, middle};
use crate::engine::LanguageModel;

/// How many times as tall as the text beside it an initial is at least: it takes two lines or more.
const TALL: f32 = 1.6;

/// Where lines beside it begin, from its end on, and where the first of them is below its top, in heights of the lines.
const BESIDE: [f32; 2] = [-1.2, 2.0];
const FIRST: f32 = 1.6;

/// Lines with their initials joined to the words that they begin.
#[derive(Debug)]
pub(super) struct Joined {
    /// Where they were, for the layout: the lines beside an initial begin one below the other.
    pub(super) beside: Vec<Line>,
    /// The same lines, as they are shown: the first begins where its initial does.
    pub(super) shown: Vec<Line>,
}

/// The lines with their initials joined to their words; `None` where there are none.
pub(super) fn joined(lines: &[Line], ngram: Option<&LanguageModel>) -> Option<Joined> {
    let initials: Vec<(usize, usize)> = (0..lines.len())
        .filter_map(|initial| Some((initial, line_begun_by(initial, lines, ngram)?)))
        .collect();
    if initials.is_empty() {
        return None;
    }
    let mut joined = Joined { beside: lines.to_vec(), shown: lines.to_vec() };
    for &(initial, line) in &initials {
        begin_with(&mut joined.beside[line], &lines[initial]);
        begin_with(&mut joined.shown[line], &lines[initial]);
        begin_where(&mut joined.shown[line], &lines[initial].quad);
    }
    for lines in [&mut joined.beside, &mut joined.shown] {
        let mut index = 0;
        lines.retain(|_| {
            index += 1;
            initials.iter().all(|&(initial, _)| initial != index - 1)
        });
    }
    Some(joined)
}

/// The line whose first word begins with a letter, if that is an initial: the first of at least two beside it.
fn line_begun_by(initial: usize, lines: &[Line], ngram: Option<&LanguageModel>) -> Option<usize> {
    let [letter] = lines[initial].words.as_slice() else { return None };
    if letter.text.chars().count() != 1 || !letter.text.starts_with(char::is_uppercase) {
        return None;
    }
    let quad = lines[initial].quad;
    let depth = |index: &usize| depth_beside(&quad, &lines[*index].quad);
    let mut beside: Vec<usize> =
        (0..lines.len()).filter(|&it| it != initial && depth(&it).is_some()).collect();
    beside.sort_by(|a, b| depth(a).unwrap_or(0.0).total_cmp(&depth(b).unwrap_or(0.0)));
    let [first, _, ..] = beside[..] else { return None };
    let word = lines[first].words.first()?;
    let is_first = depth(&first)? < FIRST * lines[first].quad.height();
    (is_first
        && word.text.starts_with(char::is_alphabetic)
        && is_one_word(&letter.text, &word.text, ngram))
    .then_some(first)
}

/// How far the middle of a line is below the top of a letter, if the line is beside it and much lower than it.
fn depth_beside(letter: &Quad, line: &Quad) -> Option<f32> {
    let [x, y] = line.direction();
    let along = |[a, b]: [f32; 2]| a * x + b * y;
    let down = |[a, b]: [f32; 2]| b * x - a * y;
    let height = line.height();
    let begin = (along(line.start()) - along(letter.end())) / height.max(f32::EPSILON);
    let top = down(middle(letter.0[0], letter.0[1]));
    let depth = down(middle(line.start(), line.end())) - top;
    ((BESIDE[0]..BESIDE[1]).contains(&begin)
        && (0.0..letter.height()).contains(&depth)
        && letter.height() > TALL * height)
        .then_some(depth)
}

/// Puts the letter of `initial` before the first word of `line`.
fn begin_with(line: &mut Line, initial: &Line) {
    let (Some(letter), Some(word)) = (initial.words.first(), line.words.first_mut()) else {
        return;
    };
    let text = format!("{}{}", letter.text, word.text);
    let characters = [letter.characters.as_slice(), word.characters.as_slice()].concat();
    *word = Word::new(text, word.quad, characters);
}

/// Makes a line and its first word begin where the quad of its initial does.
fn begin_where(line: &mut Line, initial: &Quad) {
    let [x, y] = line.quad.direction();
    let along = |[a, b]: [f32; 2]| a * x + b * y;
    let extended = |quad: Quad| {
        let by = (along(initial.start()) - along(quad.start())).min(0.0);
        let moved = |[a, b]: [f32; 2]| [a + by * x, b + by * y];
        let [tl, tr, br, bl] = quad.0;
        Quad([moved(tl), tr, br, moved(bl)])
    };
    if let Some(word) = line.words.first_mut() {
        word.quad = extended(word.quad);
    }
    line.quad = extended(line.quad);
}

/// Whether a letter and what follows it are one word. Few letters are words, and of those the language
/// model tells.
fn is_one_word(letter: &str, rest: &str, ngram: Option<&LanguageModel>) -> bool {
    let Some(ngram) = ngram.filter(|_| matches!(letter, "A" | "I" | "O" | "E" | "Y")) else {
        return true;
    };
    let score = |before: &str, text: &str| {
        let context = before.chars().fold(ngram.start_context(), |context, character| {
            ngram.next_context(&context, ngram.symbol(character))
        });
        let mut sum = 0.0;
        text.chars().take(4).fold(context, |context, character| {
            let symbol = ngram.symbol(character);
            sum += ngram.log_ratio(&context, symbol);
            ngram.next_context(&context, symbol)
        });
        sum
    };
    score(letter, rest) > score(&format!("{letter} "), rest)
}

#[cfg(test)]
mod tests {
    use super::joined;
    use crate::layout::fixtures::{line, ngram, typed};

    /// The texts of an initial of so many pixels, two lines beside it and one below it.
    fn texts(initial: &str, height: f32, text: &str) -> Vec<String> {
        let lines = [
            typed("and a second line", 60.0, 26.0),
            line(initial, 0.0, 0.0, 40.0, height),
            typed(text, 60.0, 0.0),
            typed("from margin to margin", 0.0, 52.0),
        ];
        let joined = joined(&lines, Some(&ngram()));
        let mut texts: Vec<String> = joined
            .as_ref()
            .map_or(&lines[..], |it| &it.shown)
            .iter()
            .map(crate::Line::text)
            .collect();
        texts.sort();
        texts
    }

    #[test]
    fn an_initial_is_the_first_letter_of_its_word() {
        for (initial, rest, whole) in [
            ("T", "he harbour", "The harbour"),
            ("O", "nce upon a time", "Once upon a time"),
            ("I", "n his speech", "In his speech"),
            ("T", "HE HARBOUR", "THE HARBOUR"),
        ] {
            let texts = texts(initial, 50.0, rest);
            assert_eq!(texts.len(), 3, "{texts:?}");
            assert!(texts.iter().any(|text| text == whole), "{texts:?}");
        }
    }

    #[test]
    fn its_line_begins_where_it_does() {
        let lines = [
            line("T", 0.0, 0.0, 40.0, 50.0),
            typed("he harbour", 60.0, 0.0),
            typed("and a second line", 60.0, 26.0),
        ];
        let joined = joined(&lines, None).unwrap();
        assert_eq!(joined.beside[0].quad, lines[1].quad);
        assert_eq!(joined.beside[0].text(), joined.shown[0].text());
        let joined = joined.shown;
        assert_eq!(joined[0].quad.0, [[0.0, 0.0], [160.0, 0.0], [160.0, 20.0], [0.0, 20.0]]);
        assert_eq!(joined[0].words[0].characters.len(), 3);
    }

    #[test]
    fn what_is_no_initial_stays_apart() {
        assert_eq!(texts("T", 22.0, "he harbour").len(), 4);
        assert_eq!(texts("3", 50.0, "he harbour").len(), 4);
        assert_eq!(texts("A", 50.0, "dog that barks").len(), 4);
        let alone = [line("T", 0.0, 0.0, 40.0, 50.0), typed("he harbour", 60.0, 0.0)];
        assert!(joined(&alone, None).is_none());
    }
}
