//! The settings.

use imagetotext::{EngineKind, export};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::capture::CaptureSettings;
use super::language::Language;

/// What the person can choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch that the person sees")]
pub struct Settings {
    /// The language of the window; that of the system if there is none.
    pub language: Option<Language>,
    /// Colours.
    pub theme: Theme,
    /// How line ends of the picture are treated.
    pub lines: LineMode,
    /// What reads the pictures.
    pub engine: Engine,
    /// Whether text is copied as soon as it is read.
    pub copy_at_once: bool,
    /// Whether clipboard histories are asked to leave copied text out.
    pub private_copy: bool,
    /// Whether links, addresses and numbers are marked in the text.
    pub mark_entities: bool,
    /// Whether numbers and mail addresses are left out of what is copied and saved.
    pub redact: bool,
    /// Size of the text in the window, in per cent of the usual one.
    pub text_size: u16,
    /// Whether the window stays above others.
    pub keep_on_top: bool,
    /// Whether the program starts at login. The entry of the system decides, not the stored value.
    pub autostart: bool,
    /// Whether pictures are counted, by month, on this computer.
    pub count: bool,
    /// Capturing the screen.
    pub capture: CaptureSettings,
    /// Size of the window when it was last closed.
    pub window: Option<WindowSize>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::System,
            lines: LineMode::Keep,
            engine: Engine::Builtin,
            copy_at_once: false,
            private_copy: true,
            mark_entities: true,
            redact: false,
            text_size: 100,
            keep_on_top: false,
            autostart: false,
            count: false,
            capture: CaptureSettings::default(),
            window: None,
        }
    }
}

/// Colours of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Theme {
    /// As the system.
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How line ends of the picture are treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum LineMode {
    /// Kept.
    Keep,
    /// One line for each paragraph; words split by a hyphen are joined.
    Paragraphs,
    /// One line for everything.
    One,
}

/// What reads the pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Engine {
    /// The program's own.
    Builtin,
    /// The one of the ocrs project.
    Ocrs,
}

impl From<Engine> for EngineKind {
    fn from(engine: Engine) -> Self {
        match engine {
            Engine::Builtin => Self::Builtin,
            Engine::Ocrs => Self::Ocrs,
        }
    }
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

/// Size of the window in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct WindowSize {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}
