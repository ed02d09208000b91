//! The title of the notification that says what came of a capture.

use crate::contract::{CaptureError, CaptureOutcome, ClipboardError, CommandError};
use crate::words::NotificationWords;

/// The title; `None` where no notification is needed.
pub(super) fn notification_title(
    words: &NotificationWords,
    outcome: &CaptureOutcome,
) -> Option<String> {
    match outcome {
        CaptureOutcome::Copied { lines, .. } => Some(copied(words, *lines)),
        CaptureOutcome::Opened | CaptureOutcome::Cancelled => None,
        CaptureOutcome::Failed { error } => Some(failure(words, error).into()),
    }
}

fn copied(words: &NotificationWords, lines: u32) -> String {
    let is_few = matches!(lines % 10, 2..=4) && !matches!(lines % 100, 12..=14);
    match lines {
        1 => words.one_line.into(),
        _ if is_few => words.lines.replace('#', &lines.to_string()),
        _ => words.lines_many.replace('#', &lines.to_string()),
    }
}

fn failure(words: &NotificationWords, error: &CommandError) -> &'static str {
    match error {
        CommandError::Clipboard { reason: ClipboardError::Empty } => words.no_text,
        CommandError::Clipboard { .. } => words.clipboard,
        CommandError::NotConsented => words.not_consented,
        CommandError::Capture { reason } => match reason {
            CaptureError::Unsupported => words.unsupported,
            CaptureError::Denied => words.denied,
            CaptureError::NotPermitted => words.not_permitted,
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
    use crate::words::in_language;

    fn title(language: Language, outcome: &CaptureOutcome) -> Option<String> {
        notification_title(&in_language(language).notifications, outcome)
    }

    fn copied(language: Language, lines: u32) -> String {
        let outcome = CaptureOutcome::Copied { characters: 9, lines, private: true };
        title(language, &outcome).unwrap()
    }

    #[test]
    fn a_notification_counts_lines() {
        let copied = |lines| copied(Language::English, lines);
        assert_eq!([copied(1), copied(3)], ["1 line copied", "3 lines copied"]);
        assert_eq!(title(Language::English, &CaptureOutcome::Cancelled), None);
    }

    #[test]
    fn polish_has_three_forms() {
        assert_eq!(
            [1, 3, 5, 12, 22].map(|lines| copied(Language::Polish, lines)),
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
