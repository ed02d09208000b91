//! Capturing the screen: settings, what the desktop offers, and outcomes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::error::CommandError;

/// What the person can choose about capturing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export)]
pub struct CaptureSettings {
    /// The keys that capture from anywhere: `Super+Shift+T`. Empty for none.
    pub hotkey: String,
    /// The keys that capture the same region again. Empty for none.
    pub again_hotkey: String,
    /// Where the text goes.
    pub target: CaptureTarget,
    /// Whether there is an icon in the system tray.
    pub tray: bool,
    /// Whether the program starts in the tray, and stays there when its window is closed.
    pub start_hidden: bool,
}

impl Default for CaptureSettings {
    fn default() -> Self {
        Self {
            // PowerToys uses Super+Shift+T for the same purpose. On macOS browsers use it for another.
            hotkey: if cfg!(target_os = "macos") { "Ctrl+Shift+T" } else { "Super+Shift+T" }.into(),
            again_hotkey: if cfg!(target_os = "macos") { "Ctrl+Shift+R" } else { "Super+Shift+R" }
                .into(),
            target: CaptureTarget::Clipboard,
            tray: true,
            start_hidden: false,
        }
    }
}

/// Where the text of a capture goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum CaptureTarget {
    /// To the clipboard, with a notification.
    Clipboard,
    /// Into the window, which comes to the front.
    Window,
}

/// What of capturing works on this desktop right now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CaptureStatus {
    /// How the screen is captured.
    pub method: CaptureMethod,
    /// The hotkey that captures.
    pub hotkey: HotkeyStatus,
    /// The hotkey that captures the same region again.
    pub again_hotkey: HotkeyStatus,
    /// Whether the desktop shows icons in a tray.
    pub has_tray: bool,
}

/// How the screen is captured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum CaptureMethod {
    /// This program freezes the screen, and the person selects a part of it.
    Screen,
    /// The desktop asks the person what to capture, and hands over a picture (Wayland).
    Desktop,
    /// Not at all on this system.
    None,
}

/// Whether a hotkey works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum HotkeyStatus {
    /// It works.
    Active,
    /// None is set, or consent is missing.
    Off,
    /// Another program uses these keys.
    Taken,
    /// The other hotkey has these keys.
    Duplicate,
    /// These keys are no hotkey, are needed in other programs, or are not on this keyboard.
    Invalid,
    /// The desktop offers no hotkeys to programs.
    Unsupported,
}

/// What came of a capture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export)]
pub enum CaptureOutcome {
    /// The text is on the clipboard.
    Copied {
        /// Number of characters.
        characters: u32,
        /// Number of lines that are not blank.
        lines: u32,
        /// Whether clipboard histories were asked to leave it out.
        private: bool,
    },
    /// The picture is in the window.
    Opened,
    /// The person gave it up.
    Cancelled,
    /// It failed.
    Failed {
        /// Why.
        error: CommandError,
    },
}

/// Why the screen was not captured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum CaptureError {
    /// This system or desktop offers no way.
    Unsupported,
    /// The person or the desktop refused.
    Denied,
    /// The person has not allowed this program to record the screen (macOS).
    NotPermitted,
    /// The screen is locked, or another program holds keyboard and mouse.
    Busy,
    /// The desktop did not answer, or its answer makes no sense.
    NoAnswer,
    /// The region is empty or on no screen.
    EmptyRegion,
    /// No region was captured before.
    NoRegion,
    /// The picture could not be read.
    Unreadable,
}
