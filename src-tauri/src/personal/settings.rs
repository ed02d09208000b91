//! The settings on the disk.

use std::ops::RangeInclusive;

use super::files::{FileKind, Files};
use crate::contract::{CommandError, Settings, WindowSize};

/// The smallest window with room for its buttons, in pixels of the page.
const MIN_WINDOW: WindowSize = WindowSize { width: 320, height: 240 };
/// More than any wall of screens shows. A window without a limit may not open at all.
const MAX_WINDOW: WindowSize = WindowSize { width: 16_384, height: 16_384 };

/// In per cent; `ui/src/textSize.ts` has the same limits.
const TEXT_SIZES: RangeInclusive<u16> = 60..=240;

/// The settings on the disk; the defaults if the file is missing or damaged. A damaged file stays as
/// it is until a setting changes.
pub(super) fn read(files: &Files) -> Settings {
    files.read(FileKind::Settings).map(within_limits).unwrap_or_default()
}

/// Stores settings on the disk.
pub(super) fn write(files: &Files, settings: &Settings) -> Result<(), CommandError> {
    files.write(FileKind::Settings, settings)
}

/// The same settings, with the window limited to the size of a screen, and text that can be read.
pub(super) fn within_limits(mut settings: Settings) -> Settings {
    settings.text_size = settings.text_size.clamp(*TEXT_SIZES.start(), *TEXT_SIZES.end());
    settings.window = settings.window.map(|WindowSize { width, height }| WindowSize {
        width: width.clamp(MIN_WINDOW.width, MAX_WINDOW.width),
        height: height.clamp(MIN_WINDOW.height, MAX_WINDOW.height),
    });
    settings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::{CaptureSettings, Engine, Language, LineMode, Theme};

    fn read_text(text: &str) -> Settings {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("settings.json"), text).unwrap();
        read(&Files::new(folder.path().into()))
    }

    #[test]
    fn settings_are_read_as_they_were_written() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::new(folder.path().into());
        let settings = Settings {
            language: Some(Language::BrazilianPortuguese),
            theme: Theme::Dark,
            lines: LineMode::Paragraphs,
            engine: Engine::Ocrs,
            copy_at_once: true,
            private_copy: false,
            mark_entities: false,
            redact: true,
            text_size: 150,
            keep_on_top: true,
            autostart: true,
            count: true,
            capture: CaptureSettings { start_hidden: true, ..CaptureSettings::default() },
            window: Some(WindowSize { width: 900, height: 700 }),
        };
        write(&files, &settings).unwrap();
        assert_eq!(read(&files), settings);
    }

    #[test]
    fn damaged_settings_are_the_defaults() {
        for text in [
            "",
            "{",
            "[]",
            "null",
            r#"{"theme": "pink"}"#,
            r#"{"language": "xx"}"#,
            r#"{"count": "yes"}"#,
        ] {
            assert_eq!(read_text(text), Settings::default(), "{text}");
        }
    }

    #[test]
    fn unknown_settings_of_another_version_are_ignored() {
        let settings = read_text(r#"{"theme": "dark", "unheardOf": 1}"#);
        assert_eq!(settings, Settings { theme: Theme::Dark, ..Settings::default() });
    }

    #[test]
    fn the_window_is_limited_to_a_screen() {
        for (size, expected) in [((0, 0), (320, 240)), ((u32::MAX, 700), (16_384, 700))] {
            let text = format!(r#"{{"window": {{"width": {}, "height": {}}}}}"#, size.0, size.1);
            let window = read_text(&text).window.unwrap();
            assert_eq!((window.width, window.height), expected);
        }
        assert_eq!(read_text(r#"{"window": {"width": -1, "height": 1}}"#), Settings::default());
    }
}
