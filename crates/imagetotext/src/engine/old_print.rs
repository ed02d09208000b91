//! The long s of old print that was read as an `f`: `felf`, `praife`. Where a page has long ones, the language model
//! says which of the letters are.

use super::language_model::LanguageModel;
use crate::Line;

/// Tuned numbers of this stage; on old pages (`models/training/LOG.md`, 2026-11-28).
struct Tuning {
    /// Long s that a page has at least, as they were read.
    least: usize,
    /// Letters of a word that may be one at most; of more, the first.
    letters: usize,
    /// By how much, in log-ratios of the language model, a word must be more usual with them. `same` is so much more usual
    /// than `fame` that it is the better guess; `find`, `fort` and `flight` stay.
    margin: f32,
    /// Lowest and highest log-ratio of a letter.
    range: [f32; 2],
}

const TUNING: Tuning = Tuning { least: 5, letters: 4, margin: 1.8, range: [-5.0, 4.0] };

/// Makes `ſ` of each `f` in the words of a page that is one.
pub(super) fn restore_long_s(lines: &mut [Line], model: &LanguageModel) {
    let words = || lines.iter().flat_map(|line| &line.words);
    let long: usize = words().map(|word| word.text.matches('ſ').count()).sum();
    if long < TUNING.least {
        return;
    }
    for word in lines.iter_mut().flat_map(|line| &mut line.words) {
        if let Some(text) = with_long_s(&word.text, model) {
            word.replace_text(text);
        }
    }
}

/// A word with those of its `f` as `ſ` that make it most usual; `None` if it is as usual without.
fn with_long_s(word: &str, model: &LanguageModel) -> Option<String> {
    let characters: Vec<char> = word.chars().collect();
    // A long s never ends a word.
    let may_be = |&at: &usize| {
        characters[at] == 'f' && characters.get(at + 1).is_some_and(|next| next.is_alphabetic())
    };
    let places: Vec<usize> = (0..characters.len()).filter(may_be).take(TUNING.letters).collect();
    let with = |chosen: usize| {
        let mut text = characters.clone();
        for (index, &place) in places.iter().enumerate() {
            if chosen >> index & 1 == 1 {
                text[place] = 'ſ';
            }
        }
        text
    };
    let usual = |text: &[char]| {
        let typed = text.iter().map(|&it| if it == 'ſ' { 's' } else { it });
        model.text_score(typed.chain([' ']), TUNING.range)
    };
    let scored = (1..1_usize << places.len()).map(|chosen| (usual(&with(chosen)), chosen));
    let (best, chosen) = scored.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best >= usual(&characters) + TUNING.margin).then(|| with(chosen).into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::fixtures::{ngram, typed};

    fn restored(page: &str) -> String {
        let mut lines = vec![typed(page, 0.0, 0.0)];
        restore_long_s(&mut lines, &ngram());
        lines[0].text()
    }

    #[test]
    fn an_f_that_is_a_long_s_becomes_one() {
        let page = "ſo uſe theſe ſame houſes";
        let read = format!("{page} of it felf, with praife and ftrength: profeffor firft");
        let found = "of it ſelf, with praiſe and ſtrength: profeſſor firſt";
        assert_eq!(restored(&read), format!("{page} {found}"));
    }

    #[test]
    fn other_words_stay() {
        let page = "ſo uſe theſe ſame houſes";
        for words in ["for from fail after before feet", "fire find fort fold flight flow of if"] {
            let read = format!("{page} {words}");
            assert_eq!(restored(&read), read);
        }
        assert_eq!(restored("felf and praife"), "felf and praife");
    }
}
