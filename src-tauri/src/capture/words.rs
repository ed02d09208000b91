//! The words of what this program shows outside of its window: the frozen screen, the tray, the
//! notifications. A notification never holds recognised text: desktops keep them.

use super::languages::{self, Words};
use crate::contract::{CaptureError, CaptureOutcome, ClipboardError, CommandError};
use crate::language;

pub(super) const PROGRAM: &str = "ImageToText";

/// The name of the window of the frozen screen, which has no title: for programs, and in ASCII.
pub(super) const OVERLAY_TITLE: &str = "Select the text to read";

/// The words in the language of the page.
pub(super) fn words() -> &'static Words {
    languages::in_language(language::current())
}

/// The size of the selection.
pub(super) fn size(width: i32, height: i32) -> String {
    format!("{width} × {height}")
}

/// The name of a picture of the screen: the first, the second …
pub(super) fn capture_name(number: u32) -> String {
    let name = words().screen_capture;
    if number == 1 { name.into() } else { format!("{name} {number}") }
}

/// The title of a notification; `None` where none is needed.
pub(super) fn notification(outcome: &CaptureOutcome) -> Option<String> {
    notification_in(words(), outcome)
}

fn notification_in(words: &Words, outcome: &CaptureOutcome) -> Option<String> {
    match outcome {
        CaptureOutcome::Copied { lines, .. } => Some(copied(words, *lines)),
        CaptureOutcome::Opened | CaptureOutcome::Cancelled => None,
        CaptureOutcome::Failed { error } => Some(failure(words, error).into()),
    }
}

fn copied(words: &Words, lines: u32) -> String {
    let is_few = matches!(lines % 10, 2..=4) && !matches!(lines % 100, 12..=14);
    match lines {
        1 => words.one_line.into(),
        _ if is_few => words.lines.replace('#', &lines.to_string()),
        _ => words.lines_many.replace('#', &lines.to_string()),
    }
}

fn failure(words: &Words, error: &CommandError) -> &'static str {
    match error {
        CommandError::Clipboard { reason: ClipboardError::Empty } => words.no_text,
        CommandError::Clipboard { .. } => words.clipboard,
        CommandError::NotConsented => words.not_consented,
        CommandError::Capture { reason } => match reason {
            CaptureError::Unsupported => words.unsupported,
            CaptureError::Denied => words.denied,
            CaptureError::Busy => words.busy,
            CaptureError::NoAnswer => words.no_answer,
            CaptureError::EmptyRegion => words.empty_region,
            CaptureError::NoRegion => words.no_region,
            CaptureError::Unreadable => words.unreadable,
        },
        _ => words.failed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::Language;

    #[test]
    fn a_notification_counts_lines() {
        let copied = |lines| {
            notification(&CaptureOutcome::Copied { characters: 9, lines, private: true }).unwrap()
        };
        assert_eq!([copied(1), copied(3)], ["1 line copied", "3 lines copied"]);
        assert_eq!(notification(&CaptureOutcome::Cancelled), None);
    }

    #[test]
    fn polish_has_three_forms() {
        let polish = languages::in_language(Language::Polish);
        assert_eq!(
            [1, 3, 5, 12, 22].map(|lines| copied(polish, lines)),
            [
                "Skopiowano 1 wiersz",
                "Skopiowano 3 wiersze",
                "Skopiowano 5 wierszy",
                "Skopiowano 12 wierszy",
                "Skopiowano 22 wiersze",
            ]
        );
    }
}
