//! The words of what this program shows outside of its window: the frozen screen, the tray, the
//! notifications. A notification never holds recognised text: desktops keep them.

use crate::contract::{CaptureError, CaptureOutcome, ClipboardError, CommandError};

pub(super) const PROGRAM: &str = "ImageToText";

pub(super) const OVERLAY_TITLE: &str = "Select the text to read";
pub(super) const OVERLAY_HELP: &str =
    "Drag over the text, or click a window. Arrow keys and Enter work too. Esc cancels.";

pub(super) const TRAY_CAPTURE: &str = "Capture text";
pub(super) const TRAY_AGAIN: &str = "Capture the same region again";
pub(super) const TRAY_OPEN: &str = "Open ImageToText";
pub(super) const TRAY_QUIT: &str = "Quit";

pub(super) const NOTIFICATION_OPEN: &str = "Open";

/// The size of the selection.
pub(super) fn size(width: i32, height: i32) -> String {
    format!("{width} × {height}")
}

/// The name of a picture of the screen: the first, the second …
pub(super) fn capture_name(number: u32) -> String {
    if number == 1 { "Screen capture".into() } else { format!("Screen capture {number}") }
}

/// The title of a notification; `None` where none is needed.
pub(super) fn notification(outcome: &CaptureOutcome) -> Option<String> {
    match outcome {
        CaptureOutcome::Copied { lines: 1, .. } => Some("1 line copied".into()),
        CaptureOutcome::Copied { lines, .. } => Some(format!("{lines} lines copied")),
        CaptureOutcome::Opened | CaptureOutcome::Cancelled => None,
        CaptureOutcome::Failed { error } => Some(failure(error).into()),
    }
}

fn failure(error: &CommandError) -> &'static str {
    match error {
        CommandError::Clipboard { reason: ClipboardError::Empty } => {
            "No text was found. The clipboard was not changed."
        }
        CommandError::Clipboard { .. } => "The clipboard did not take the text. Try again.",
        CommandError::NotConsented => "Agree to the privacy policy first. Nothing was captured.",
        CommandError::Capture { reason } => match reason {
            CaptureError::Unsupported => "This desktop does not let programs capture the screen.",
            CaptureError::Denied => "The desktop did not allow the capture.",
            CaptureError::Busy => {
                "The screen is locked, or a menu is open. Close it and capture again."
            }
            CaptureError::NoAnswer => "The screen could not be captured. Try again.",
            CaptureError::EmptyRegion => "This region is on no screen. Select it again.",
            CaptureError::NoRegion => "There is no region to capture again. Capture one first.",
            CaptureError::Unreadable => "The text could not be read. Try again.",
        },
        _ => "The capture failed. Try again.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notification_counts_lines() {
        let copied = |lines| {
            notification(&CaptureOutcome::Copied { characters: 9, lines, private: true }).unwrap()
        };
        assert_eq!([copied(1), copied(3)], ["1 line copied", "3 lines copied"]);
        assert_eq!(notification(&CaptureOutcome::Cancelled), None);
    }
}
