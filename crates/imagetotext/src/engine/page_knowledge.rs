//! What is known of a page while its lines are read.

use super::alphabet::has_twin;
use super::language_model::LanguageModel;
use super::script::Script;
use super::script_choice::ScriptChoice;
use super::script_classifier::PageScripts;
use crate::Line;

/// What is known of a page before its lines are read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct PageKnowledge {
    pub(super) choice: ScriptChoice,
    pub(super) scripts: PageScripts,
    /// Whether its lines run from top to bottom, with upright characters.
    pub(super) is_vertical: bool,
    /// Whether these are the scripts of all lines.
    pub(super) is_read: bool,
    /// The script of most of its letters where that is not Latin, by its number in the language model.
    pub(super) other_script: Option<usize>,
}

/// The scripts of `lines`; `is_latin` knows the letters of Latin.
pub(super) fn scripts_of(lines: &[Line], is_latin: impl Fn(char) -> bool) -> PageScripts {
    let mut scripts = PageScripts::default();
    lines.iter().filter_map(|line| Script::of(line, &is_latin)).for_each(|it| scripts.add(it));
    scripts
}

/// The script of most of the letters of `lines` that look like none of another, by its number in the language model; `None`
/// for Latin, the first. Codes such as `A4` are in none.
pub(super) fn other_script_of(lines: &[Line], model: &LanguageModel) -> Option<usize> {
    let words = lines.iter().flat_map(|line| &line.words).map(|word| &word.text);
    let letters = words.filter(|it| !it.contains(char::is_numeric)).flat_map(|it| it.chars());
    let mut scripts: Vec<usize> =
        letters.filter(|it| !has_twin(*it)).filter_map(|it| model.symbol(it).script()).collect();
    let middle = scripts.len() / 2;
    let most = (!scripts.is_empty()).then(|| *scripts.select_nth_unstable(middle).1)?;
    let count = scripts.iter().filter(|it| **it == most).count();
    (most > 0 && 2 * count > scripts.len()).then_some(most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::fixtures::typed;

    #[test]
    fn letters_that_look_like_others_and_codes_tell_no_script() {
        let model = LanguageModel::load(imagetotext_models::NGRAM).unwrap();
        let of = |text: &str| other_script_of(&[typed(text, 0.0, 0.0)], &model);
        let cyrillic = model.symbol('ж').script();
        assert_eq!(of("он мы HP PC A4 DDR5 USB3"), cyrillic);
        assert_eq!(of("Файл, Windows and Linux"), None);
        assert_eq!(of("και"), model.symbol('κ').script());
        assert_eq!(of("12 3"), None);
    }
}
