//! English.

use super::{DialogWords, NotificationWords, TrayWords, Words};

pub(super) const WORDS: Words = Words {
    pasted_picture: "Pasted picture",
    screen_capture: "Capture",
    overlay_help: "Drag over the text, or click a window. Arrow keys and Enter work too. Esc cancels.",
    dialogs: DialogWords {
        open: "Open pictures",
        pictures: "Pictures",
        all_files: "All files",
        save: "Save text",
        export: "Save your data",
        directory: "Save all texts in a folder",
    },
    tray: TrayWords {
        capture: "Capture text",
        again: "Capture the same region again",
        open_program: "Open ImageToText",
        quit: "Quit",
    },
    notifications: NotificationWords {
        open: "Open",
        one_line: "1 line copied",
        lines: "# lines copied",
        lines_many: "# lines copied",
        no_text: "No text was found. The clipboard was not changed.",
        clipboard: "The clipboard did not take the text. Try again.",
        not_consented: "Agree to the privacy policy first. Nothing was captured.",
        unsupported: "This desktop does not let programs capture the screen.",
        denied: "The desktop did not allow the capture.",
        not_permitted: "Allow ImageToText to record the screen in System Settings under Privacy & Security, then start it again.",
        busy: "The screen is locked, or a menu is open. Close it and capture again.",
        no_answer: "The screen could not be captured. Try again.",
        empty_region: "This region is on no screen. Select it again.",
        no_region: "There is no region to capture again. Capture one first.",
        unreadable: "The text could not be read. Try again.",
        failed: "The capture failed. Try again.",
    },
};
