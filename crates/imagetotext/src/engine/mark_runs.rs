//! Runs of one mark, such as dots that lead to a number or dashes that separate: the recogniser reads blanks between
//! some of them.

use super::ctc::DecodedChar;

/// Marks of a run at least: three dots may be an ellipsis that is typeset with blanks.
const MIN_MARKS: usize = 4;

/// Removes the blanks in runs of one mark: in runs of dots all of them, as they lead to something, in others where
/// some of the marks stand close together, so that `- - - -` stays.
pub(super) fn join_mark_runs(text: &mut Vec<DecodedChar>) {
    let mut start = 0;
    while start < text.len() {
        let end = start + run_length(&text[start..]);
        let run = &text[start..end];
        let marks = run.iter().filter(|it| it.character != ' ').count();
        let is_close = run.windows(2).any(|two| two.iter().all(|it| it.character != ' '));
        let is_joined = marks >= MIN_MARKS && (is_close || run[0].character == '.');
        if is_joined && marks < run.len() {
            let without_blanks: Vec<DecodedChar> =
                run.iter().filter(|it| it.character != ' ').cloned().collect();
            text.splice(start..end, without_blanks);
            start += marks;
        } else {
            start = end.max(start + 1);
        }
    }
}

/// Characters of the run that `text` begins with: one mark again and again, with single blanks between.
fn run_length(text: &[DecodedChar]) -> usize {
    let mark = text[0].character;
    if !matches!(mark, '.' | '-' | '_' | '–' | '—' | '*' | '=' | '~' | '·' | '•') {
        return 0;
    }
    let characters = text.iter().take_while(|it| it.character == mark || it.character == ' ');
    let length = characters.count();
    text[..length].iter().rposition(|it| it.character == mark).map_or(0, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::ctc::decoded;

    fn joined(text: &str) -> String {
        let mut text = decoded(text, 1.0);
        join_mark_runs(&mut text);
        text.iter().map(|it| it.character).collect()
    }

    #[test]
    fn blanks_within_runs_go() {
        for (read, expected) in [
            ("Robbery . . . . . 12", "Robbery ..... 12"),
            ("-- --- - - ---", "----------"),
            ("Sum .. .... .", "Sum ......."),
        ] {
            assert_eq!(joined(read), expected, "{read}");
        }
    }

    #[test]
    fn marks_that_stand_apart_stay() {
        for text in ["- - - - -", "Wait . . . what", "* * *", "a - b - c", "1. 2. 3. 4.", ""] {
            assert_eq!(joined(text), text);
        }
    }
}
