//! Dashed rules between paragraphs, which come from the recogniser as lines of underscores or of dashes far apart.

use crate::Line;

/// Underscores of a rule at least; a name in a program may consist of a few.
const MIN_MARKS: usize = 10;

/// Dashes of a rule at least that stand alone.
const MIN_DASHES: usize = 4;

/// The `lines` without those that are a dashed rule and nothing else: for the order of reading they would be
/// text. Where people type a rule, they take hyphens without blanks, equals signs or
/// asterisks, and those stay.
pub(super) fn without_dashed_rules(mut lines: Vec<Line>) -> Vec<Line> {
    lines.retain(|line| !is_dashed_rule(line));
    lines
}

fn is_dashed_rule(line: &Line) -> bool {
    let marks = || line.words.iter().flat_map(|word| word.text.chars());
    let is_mark = |mark: char| matches!(mark, '_' | '-' | '–');
    let has_underscores = marks().any(|mark| mark == '_') && marks().count() >= MIN_MARKS;
    let is_spaced = line.words.len() >= MIN_DASHES && marks().count() == line.words.len();
    marks().all(is_mark) && (has_underscores || is_spaced)
}

#[cfg(test)]
mod tests {
    use super::without_dashed_rules;
    use crate::layout::fixtures::typed;

    fn kept(text: &str) -> bool {
        !without_dashed_rules(vec![typed(text, 0.0, 0.0)]).is_empty()
    }

    #[test]
    fn a_rule_goes_also_where_some_of_its_dashes_were_read() {
        assert!(!kept("_____________________"));
        assert!(!kept("- - - ____ _______ - -"));
        assert!(!kept("- - - - -"));
    }

    #[test]
    fn typed_rules_fields_and_names_stay() {
        for text in [
            "--------------------",
            "====================",
            "Name ___________",
            "__ ___",
            "__init__",
        ] {
            assert!(kept(text), "{text}");
        }
    }
}
