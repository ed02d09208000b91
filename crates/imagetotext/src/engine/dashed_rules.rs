//! Dashed rules between paragraphs, which come from the recogniser as lines of underscores.

use crate::Line;

/// Marks of a rule at least; a name in a program may consist of a few underscores.
const MIN_MARKS: usize = 10;

/// The `lines` without those that are a dashed rule and nothing else: for the order of reading they would be
/// text. Where people type a rule, they take hyphens, equals signs or asterisks, and those stay.
pub(super) fn without_dashed_rules(mut lines: Vec<Line>) -> Vec<Line> {
    lines.retain(|line| !is_dashed_rule(line));
    lines
}

fn is_dashed_rule(line: &Line) -> bool {
    let marks = || line.words.iter().flat_map(|word| word.text.chars());
    let is_mark = |mark: char| matches!(mark, '_' | '-' | '–');
    marks().all(is_mark) && marks().any(|mark| mark == '_') && marks().count() >= MIN_MARKS
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
