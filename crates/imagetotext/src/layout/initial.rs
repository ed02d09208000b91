//! Initials: the large first letter of a text, which belongs to the word beside it.

use crate::document::{Line, Quad, Word};
use crate::engine::LanguageModel;

/// How many times as tall as the text beside it an initial is at least: it takes two lines or more.
const TALL: f32 = 1.6;

/// Joins the initial of a row to the first word beside it; then the row has a cell less.
pub(super) fn join_initial(cells: &mut Vec<Vec<Line>>, ngram: Option<&LanguageModel>) {
    let [first, second, ..] = cells.as_mut_slice() else { return };
    let [initial] = first.as_slice() else { return };
    let ([letter], Some(line)) = (initial.words.as_slice(), second.first_mut()) else { return };
    let is_capital =
        letter.text.chars().count() == 1 && letter.text.starts_with(char::is_uppercase);
    let Some(word) = line.words.first_mut() else { return };
    let is_rest = word.text.starts_with(char::is_alphabetic);
    let is_tall = initial.quad.height() > TALL * line.quad.height();
    if !(is_capital && is_rest && is_tall && is_one_word(&letter.text, &word.text, ngram)) {
        return;
    }
    let text = format!("{}{}", letter.text, word.text);
    let quad = Quad([letter.quad.0[0], word.quad.0[1], word.quad.0[2], word.quad.0[3]]);
    let characters = [letter.characters.as_slice(), word.characters.as_slice()].concat();
    *word = Word::new(text, quad, characters);
    cells.remove(0);
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
    use super::join_initial;
    use crate::layout::fixtures::{line, ngram, typed};

    fn joined(initial: &str, height: f32, text: &str) -> Vec<String> {
        let mut cells = vec![
            vec![line(initial, 0.0, 0.0, 40.0, height)],
            vec![typed(text, 60.0, 0.0), typed("and a second line", 60.0, 26.0)],
        ];
        join_initial(&mut cells, Some(&ngram()));
        cells.iter().map(|cell| cell[0].text()).collect()
    }

    #[test]
    fn an_initial_is_the_first_letter_of_its_word() {
        assert_eq!(joined("T", 50.0, "he harbour"), ["The harbour"]);
        assert_eq!(joined("O", 50.0, "nce upon a time"), ["Once upon a time"]);
        assert_eq!(joined("I", 50.0, "n his speech"), ["In his speech"]);
    }

    #[test]
    fn what_is_no_initial_stays_apart() {
        assert_eq!(joined("T", 22.0, "he harbour"), ["T", "he harbour"]);
        assert_eq!(joined("3", 50.0, "he harbour"), ["3", "he harbour"]);
        assert_eq!(joined("A", 50.0, "dog that barks"), ["A", "dog that barks"]);
    }
}
