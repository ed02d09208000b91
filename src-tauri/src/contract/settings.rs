//! What the person can choose.

use imagetotext::export;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the person chose; everything else stays as it is by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export)]
pub struct Settings {
    /// Colours.
    pub theme: Theme,
    /// What becomes of line ends.
    pub lines: LineMode,
    /// Whether text is copied as soon as it is read.
    pub copy_at_once: bool,
    /// Whether copied text is kept out of clipboard histories.
    pub private_copy: bool,
    /// Whether pictures are counted, by month, on this computer.
    pub count: bool,
    /// Size of the window when it was last closed.
    pub window: Option<WindowSize>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            lines: LineMode::Keep,
            copy_at_once: false,
            private_copy: true,
            count: false,
            window: None,
        }
    }
}

/// Colours of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Theme {
    /// Those of the system.
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// What becomes of the line ends of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum LineMode {
    /// Where the picture has them.
    Keep,
    /// Paragraphs in one line each, split words mended.
    Paragraphs,
    /// Everything in one line.
    One,
}

impl From<LineMode> for export::LineMode {
    fn from(mode: LineMode) -> Self {
        match mode {
            LineMode::Keep => Self::Keep,
            LineMode::Paragraphs => Self::Paragraphs,
            LineMode::One => Self::One,
        }
    }
}

/// Size of the window in pixels of the page, which screens of high density have more of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct WindowSize {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}
